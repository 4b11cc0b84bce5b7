"""The panel “Quota ledger” 用地指标台账: balances at a glance, the journal, posting with the rules at work, filing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsSettings
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import LedgerError
from ..core.quota.journal import JournalLine
from ..processing.adapters.ledgers import POSTGRESQL, connection_names, ledger_place, opening_notices
from ..processing.base import said
from ..processing.ledger_algorithm import LAST_LEDGER
from ..processing.settings import rules_in_force
from .background_calls import BackgroundCalls, told
from .ledger_balances import BalancesPage
from .ledger_document import DocumentDialog
from .ledger_filing import ExportDialog, QuarterDialog
from .ledger_journal import JournalPage
from .ledger_posting import PostingPage
from .ledger_reversal import ReversalDialog
from .ledger_state import (
    LedgerState,
    forget_recent,
    heads_of,
    keep_recent,
    overview_of,
    read_state,
    recent_ledgers,
)
from .memory import keep_output_folder, output_folder
from .notices import NoticeBar, waiting_line
from .panel_widgets import icon_button

if TYPE_CHECKING:
    from ..core.quota.ledger import Posted, QuotaLedger
    from ..core.sentence import Sentence

FOLLOWING = 20_000
"""Milliseconds between two looks whether a colleague has posted."""
SCHEMA = "land_ledger"


class LedgerDock(QgsDockWidget):
    """Shows a quota ledger and posts into it. All that asks the ledger runs in the background."""

    def __init__(self, iface: QgisInterface | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LandLedgerQuota")
        self.setWindowTitle(self.tr("Quota ledger"))
        self._iface = iface
        self.calls = BackgroundCalls(self)
        self.name = ""
        self.ledger: QuotaLedger | None = None
        self.state: LedgerState | None = None
        self._build()
        self._connect()
        self._following = QTimer(self)
        self._following.setInterval(FOLLOWING)
        self._following.timeout.connect(self._look_for_others)
        self._show_nothing()
        self._offer_ledgers()
        last = recent_ledgers()
        if last and (last[0].startswith(POSTGRESQL) or Path(last[0]).is_file()):
            self.open_ledger(last[0])

    # ------------------------------------------------------------------------------------------------------- building

    def _build(self) -> None:
        self.bar = NoticeBar()
        self.ledgers = QComboBox()
        self.ledgers.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.ledgers.setToolTip(self.tr("The ledger shown; ledgers opened before are in the list."))
        self.ledgers.setAccessibleName(self.tr("Ledger"))
        self.open_button = icon_button("/mActionFileOpen.svg", self.tr("Open a ledger file (Ctrl+O)"))
        self.refresh_button = icon_button("/mActionRefresh.svg", self.tr("Read the ledger again (F5)"))
        self.menu_button = QToolButton()
        self.menu_button.setText(self.tr("Ledger"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.menu_button.setMenu(self._menu())
        top = QHBoxLayout()
        for widget, stretch in (
            (self.ledgers, 1), (self.open_button, 0), (self.refresh_button, 0), (self.menu_button, 0)
        ):  # fmt: skip
            top.addWidget(widget, stretch)
        self.title = QLabel()
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.title.setWordWrap(True)
        self.waiting = waiting_line()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.balances = BalancesPage()
        self.journal = JournalPage(self.calls)
        self.posting = PostingPage(self.calls)
        self.tabs.addTab(self.balances, self.tr("&1 Balances"))
        self.tabs.addTab(self.journal, self.tr("&2 Journal"))
        self.tabs.addTab(self.posting, self.tr("&3 Post"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 4, 4)
        column.addLayout(top)
        column.addWidget(self.title)
        column.addWidget(self.waiting)
        column.addWidget(self.bar)
        column.addWidget(self.tabs, 1)
        self.setWidget(inside)
        self.setMinimumWidth(420)

    def _menu(self) -> QMenu:
        """Everything that is done with a ledger as a whole."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.connections = QMenu(self.tr("Open from PostgreSQL"), menu)
        self.connections.aboutToShow.connect(self._offer_connections)
        self._needing: list[QAction] = []
        menu.addAction(self.tr("New ledger…"), lambda: self._run("createledger", {}))
        menu.addAction(self.tr("Open a ledger file…"), self.choose_file)
        menu.addMenu(self.connections)
        menu.addSeparator()
        for text, action in (
            (self.tr("Import a spreadsheet…"), self.open_import),
            (self.tr("Export tables…"), self.export),
            (self.tr("Close a quarter…"), self.close_quarter),
            (self.tr("Advance clearing…"), lambda: self._run_here("advanceclearing")),
            (self.tr("Map of balances…"), lambda: self._run_here("quotamap")),
            (self.tr("Copy ledger…"), lambda: self._run_here("copyledger")),
            (self.tr("Verify the ledger…"), lambda: self._run_here("verifyledger")),
        ):
            self._needing.append(menu.addAction(text, action))
        return menu

    def _connect(self) -> None:
        self.ledgers.activated.connect(self._chosen)
        self.open_button.clicked.connect(self.choose_file)
        self.refresh_button.clicked.connect(self.reload)
        self.calls.busy_changed.connect(self.waiting.setVisible)
        self.balances.wanted.connect(self._show_account)
        self.balances.year_changed.connect(self._another_year)
        self.journal.failed.connect(self._failed)
        self.journal.reverse_wanted.connect(self.reverse)
        self.journal.document_wanted.connect(self.add_document)
        self.posting.posted.connect(self._posted)
        self.posting.failed.connect(self._failed)
        self.posting.registered.connect(self.reload)
        for keys, action in (("F5", self.reload), ("Ctrl+O", self.choose_file)):
            shortcut = QAction(self)
            shortcut.setShortcut(QKeySequence(keys))
            shortcut.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.triggered.connect(lambda checked=False, action=action: action())
            self.addAction(shortcut)

    # --------------------------------------------------------------------------------------------------- which ledger

    def _offer_ledgers(self) -> None:
        self.ledgers.clear()
        for name in recent_ledgers():
            self.ledgers.addItem(name if name.startswith(POSTGRESQL) else Path(name).name, name)
            self.ledgers.setItemData(self.ledgers.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
        self.ledgers.setCurrentIndex(self.ledgers.findData(self.name))

    def _offer_connections(self) -> None:
        """The user's PostgreSQL connections."""
        self.connections.clear()
        names = connection_names()
        for name in names:
            target = f"{POSTGRESQL}{name}/{SCHEMA}"
            self.connections.addAction(name, lambda checked=False, target=target: self.open_ledger(target))
        if not names:
            nothing = self.connections.addAction(self.tr("QGIS has no PostgreSQL connection yet: add one in the browser."))
            nothing.setEnabled(False)

    def _chosen(self, place: int) -> None:
        name = self.ledgers.itemData(place)
        if name and name != self.name:
            self.open_ledger(name)

    def choose_file(self) -> None:
        """Ask for a ledger file and open it."""
        pattern = self.tr("Ledger (*.gpkg);;All files (*)")
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Open a ledger"), output_folder(), pattern)
        if file:
            keep_output_folder(file)
            self.open_ledger(file)

    def open_ledger(self, name: str) -> None:
        """Open a ledger by file or connection; the one shown stays if that fails."""
        year = self.balances.year
        try:
            # Here, as QGIS may ask for the master password of a database.
            place = ledger_place(name)
        except LedgerError as error:
            self._not_opened(name, error)
            return

        def opened() -> tuple[QuotaLedger, LedgerState, list[Sentence]]:
            from ..core.quota.ledger import QuotaLedger

            store = place.opened()
            ledger = QuotaLedger(store, rules_in_force())
            return ledger, read_state(ledger, year), opening_notices(store)

        self.calls.ask(opened, lambda found: self._opened(name, *found), lambda error: self._not_opened(name, error), "open")

    def _opened(self, name: str, ledger: QuotaLedger, state: LedgerState, notices: list[Sentence]) -> None:
        self.bar.clearWidgets()
        if notices:
            self.say("\n".join(said(notice) for notice in notices))
        self.name, self.ledger = name, ledger
        keep_recent(name)
        QgsSettings().setValue(LAST_LEDGER, name)
        self._offer_ledgers()
        self._show(state)
        self._following.start()

    def _not_opened(self, name: str, error: Exception) -> None:
        if name in recent_ledgers() and not name.startswith(POSTGRESQL) and not Path(name).exists():
            forget_recent(name)
        self._offer_ledgers()
        self._failed(error)

    # -------------------------------------------------------------------------------------------------------- showing

    def reload(self) -> None:
        """Read the ledger again."""
        ledger, year = self.ledger, self.balances.year
        if ledger is not None:
            self.calls.ask(lambda: read_state(ledger, year), self._show, self._failed, "state")

    def _look_for_others(self) -> None:
        """A colleague may have posted: then everything is read again, without a word."""
        ledger = self.ledger
        if ledger is None or self.calls.busy or not self.isVisible():
            return
        self.calls.ask(lambda: heads_of(ledger.store), self._compare, lambda error: None, "heads")

    def _compare(self, heads: dict) -> None:
        if self.state is not None and heads != self.state.heads:
            self.reload()

    def _show(self, state: LedgerState) -> None:
        if self.ledger is None:
            return
        self.state = state
        count = sum(number for number, _ in state.heads.values())
        template = self.tr("{title}: {books} holders, {count} vouchers")
        self.title.setText(template.format(title=state.title, books=len(state.books), count=count))
        for action in self._needing:
            action.setEnabled(True)
        self.refresh_button.setEnabled(True)
        self._show_balances(state)
        self.journal.set_ledger(self.ledger.store, state.holders, state.sources, state.projects, state.documents)
        self.posting.set_ledger(self.ledger, state)

    def _show_balances(self, state: LedgerState) -> None:
        if not state.found.standings and not state.found.years:
            self.balances.show_nothing(
                self.tr("Nothing is booked yet. Post what was issued (tab 3), or import your spreadsheet (menu Ledger).")
            )
        else:
            self.balances.show_overview(state.found, list(state.holders.items()), state.sources)

    def _another_year(self) -> None:
        ledger, year = self.ledger, self.balances.year
        if ledger is not None:
            self.calls.ask(lambda: overview_of(ledger, year), self._take_overview, self._failed, "overview")

    def _take_overview(self, found: Any) -> None:
        if self.state is not None:
            self.balances.show_overview(found, list(self.state.holders.items()), self.state.sources)

    def _show_nothing(self) -> None:
        self.title.setText(self.tr("No ledger is open."))
        self.balances.show_nothing(
            self.tr("Open a ledger file, or make a new one (menu Ledger). A ledger is one file, or a PostgreSQL database.")
        )
        for action in self._needing:
            action.setEnabled(False)
        self.refresh_button.setEnabled(False)
        self.posting.set_ledger(None, None)

    def _show_account(self, book: str, source: str) -> None:
        self.tabs.setCurrentWidget(self.journal)
        self.journal.show_account(book, source)
        self.journal.table.setFocus()

    def say(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Warning) -> None:
        """One sentence above the pages; good news goes by itself."""
        self.bar.say(text, level)

    def _failed(self, error: Exception) -> None:
        self.say(told(error), Qgis.MessageLevel.Critical)

    # -------------------------------------------------------------------------------------------------------- posting

    def _posted(self, posted: Posted) -> None:
        labels = "、".join(voucher.label for voucher in posted.vouchers)
        self.say(self.tr("Posted: {vouchers}").format(vouchers=labels), Qgis.MessageLevel.Success)
        self.reload()

    def reverse(self, line: JournalLine) -> None:
        """Ask why, and undo a voucher."""
        if self.ledger is None:
            return
        dialog = ReversalDialog(self.journal.model, line, self)
        if dialog.exec():
            ledger, day, reason, who = self.ledger, dialog.book_date, dialog.reason, dialog.operator
            self.calls.ask(
                lambda: ledger.reverse(line.book, line.number, day, reason, who), self._posted, self._failed
            )
        dialog.deleteLater()

    def add_document(self, line: JournalLine) -> None:
        """Note the number of a document that came after the voucher."""
        if self.ledger is None:
            return
        dialog = DocumentDialog(line, self)
        if dialog.exec():
            ledger, values, who = self.ledger, dialog.values, dialog.operator
            self.calls.ask(lambda: ledger.put("document", values, who), lambda record: self.reload(), self._failed)
        dialog.deleteLater()

    # --------------------------------------------------------------------------------------------- filing, algorithms

    def close_quarter(self) -> None:
        """Freeze a quarter and write its filing."""
        if self.state is not None:
            self._filing(QuarterDialog(self.name, self.state, self))

    def export(self) -> None:
        """Write the tables of the ledger."""
        if self.state is not None:
            self._filing(ExportDialog(self.name, self.state, self))

    def _filing(self, dialog: Any) -> None:
        dialog.exec()
        if dialog.results is not None:
            self.say(dialog.message(), Qgis.MessageLevel.Success)
            self.reload()
        dialog.deleteLater()

    def open_import(self) -> None:
        """The wizard that brings a spreadsheet into this ledger."""
        from .import_wizard import ImportWizard

        wizard = ImportWizard(self._iface, self)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.choose_ledger(self.name)
        wizard.finished.connect(lambda result: self.reload())
        wizard.show()

    def _run_here(self, algorithm: str) -> None:
        self._run(algorithm, {"LEDGER": self.name})

    def _run(self, algorithm: str, parameters: dict[str, Any]) -> None:
        """The toolbox's own window of an algorithm; afterwards the ledger is looked at again."""
        import processing

        results = processing.execAlgorithmDialog(f"landledger:{algorithm}", parameters)
        if algorithm == "createledger" and results.get("LEDGER"):
            self.open_ledger(str(results["LEDGER"]))
        elif results:
            self.reload()

    # -------------------------------------------------------------------------------------------------------- closing

    def shut(self) -> None:
        """The plugin goes: what is under way ends, nothing is heard of it."""
        self._following.stop()
        if self.ledger is not None:
            # The connection belongs to the thread that asks.
            self.calls.ask(self.ledger.store.close, lambda nothing: None, lambda error: None)
            self.ledger = None
        self.calls.finish()
