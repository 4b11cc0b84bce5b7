"""The page of the journal: filter, vouchers, the postings of the chosen one, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QDate, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.quota.journal import JournalLine
from ..core.quota.vocabulary import OWN_STATES, Event, State
from ..core.store import VoucherQuery
from .background_calls import BackgroundCalls
from .ledger_journal_model import JournalModel
from .ledger_words import account_name, event_name, mu

if TYPE_CHECKING:
    from ..core.store import Store

TYPING_PAUSE = 250
WIDTHS = (130, 86, 90, 90, 50, 110, 150, 92, 92, 92, 110, 150, 86, 70, 160)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class JournalPage(QWidget):
    """`reverse_wanted` and `document_wanted` carry the voucher chosen (a JournalLine)."""

    reverse_wanted = pyqtSignal(object)
    document_wanted = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(self, calls: BackgroundCalls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = JournalModel(calls, self)
        self._store: Store | None = None
        self._sources: Mapping[str, str] = {}
        self._projects: Mapping[str, str] = {}
        self._busy = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self._pause.timeout.connect(self.look)
        self._make()
        self._arrange()
        self._connect()
        self._show_line()

    # ------------------------------------------------------------------------------------------------------- building

    def _make(self) -> None:
        self.holders = self._combo(self.tr("Only vouchers of one holder."))
        self.events = self._combo(self.tr("Only one kind of event."))
        self.sources = self._combo(self.tr("Only vouchers that touch one source."))
        self.text = QgsFilterLineEdit()
        self.text.setPlaceholderText(self.tr("Search: document, project, note, operator …"))
        self.dated = QCheckBox(self.tr("&Booked"))
        self.since, self.until = self._day(date(date.today().year, 1, 1)), self._day(date.today())
        self.count = QLabel()
        self.clear_button = QToolButton()
        self.clear_button.setText(self.tr("Clear filter"))
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(False)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 7)
        self.table.verticalHeader().hide()
        for place, width in enumerate(WIDTHS):
            self.table.setColumnWidth(place, width)
        self.table.horizontalHeader().setSectionsMovable(True)
        self.postings = QTableWidget(0, 5)
        self.postings.setHorizontalHeaderLabels([
            self.tr("Account"), self.tr("Received (mu)"), self.tr("Spent (mu)"), self.tr("of which agricultural"),
            self.tr("of which cultivated"),
        ])  # fmt: skip
        self.postings.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.postings.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.postings.verticalHeader().hide()
        self.postings.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.details = QLabel()
        self.details.setWordWrap(True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reverse_button = QPushButton(self.tr("&Reverse…"))
        self.reverse_button.setToolTip(self.tr("Undo the chosen voucher by a voucher of the opposite sign; both stay."))
        self.document_button = QPushButton(self.tr("Add &document number…"))
        self.document_button.setToolTip(self.tr("The document came later: note its number beside the voucher."))

    def _combo(self, tip: str) -> QComboBox:
        combo = QComboBox()
        combo.setToolTip(tip)
        combo.setAccessibleName(tip)
        combo.setMaxVisibleItems(25)
        combo.setMinimumContentsLength(5)
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return combo

    def _day(self, day: date) -> QDateEdit:
        edit = QDateEdit(QDate(day.year, day.month, day.day))
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.setEnabled(False)
        return edit

    def _arrange(self) -> None:
        filters = QGridLayout()
        for place, combo in enumerate((self.holders, self.events, self.sources)):
            filters.addWidget(combo, 0, place)
            filters.setColumnStretch(place, 1)
        days = QHBoxLayout()
        for widget in (self.dated, self.since, QLabel("–"), self.until):
            days.addWidget(widget)
        days.addWidget(self.text, 1)
        days.addWidget(self.count)
        days.addWidget(self.clear_button)
        lower = QWidget()
        under = QVBoxLayout(lower)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.details)
        under.addWidget(self.postings, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.document_button)
        buttons.addWidget(self.reverse_button)
        under.addLayout(buttons)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(lower)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 6, 2, 2)
        column.addLayout(filters)
        column.addLayout(days)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        for combo in (self.holders, self.events, self.sources):
            combo.currentIndexChanged.connect(self._changed)
        self.dated.toggled.connect(self._dates_toggled)
        self.since.dateChanged.connect(lambda day: self._pause.start())
        self.until.dateChanged.connect(lambda day: self._pause.start())
        self.text.textChanged.connect(lambda text: self._pause.start())
        self.text.returnPressed.connect(self.look)
        self.clear_button.clicked.connect(self.clear)
        self.table.selectionModel().currentRowChanged.connect(lambda *rows: self._show_line())
        self.model.counted.connect(self._counted)
        self.model.loaded.connect(self._show_line)
        self.model.failed.connect(self.failed)
        self.reverse_button.clicked.connect(lambda: self._with_line(self.reverse_wanted.emit))
        self.document_button.clicked.connect(lambda: self._with_line(self.document_wanted.emit))

    # -------------------------------------------------------------------------------------------------------- content

    def set_ledger(
        self,
        store: Store | None,
        holders: Mapping[str, str],
        sources: Mapping[str, str],
        projects: Mapping[str, str],
        documents: Mapping[str, str],
    ) -> None:
        """Another ledger, or another state of it. Names of codes; documents by voucher."""
        self._store, self._sources, self._projects = store, sources, projects
        self._refill(self.holders, self.tr("All holders"), holders)
        self._refill(self.events, self.tr("All events"), {event.value: event_name(event.value) for event in Event})
        self._refill(self.sources, self.tr("All sources"), sources)
        self.model.set_names(holders, sources, projects, documents)
        self.look()

    def _refill(self, combo: QComboBox, everything: str, items: Mapping[str, str]) -> None:
        self._busy = True
        chosen = combo.currentData()
        combo.clear()
        combo.addItem(everything, "")
        for code, name in items.items():
            combo.addItem(name, code)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        self._busy = False

    def query(self) -> VoucherQuery:
        """What is looked for."""
        dated = self.dated.isChecked()
        return VoucherQuery(
            books=tuple(filter(None, [self.holders.currentData()])),
            events=tuple(filter(None, [self.events.currentData()])),
            source=self.sources.currentData() or "",
            since=self.since.date().toPyDate() if dated else None,
            until=self.until.date().toPyDate() if dated else None,
            text=self.text.text().strip(),
        )

    def look(self) -> None:
        """Look again, with the filter as it stands."""
        self._pause.stop()
        self.model.show_query(self._store, self.query())

    def show_account(self, book: str, source: str) -> None:
        """Only the vouchers of a holder and source ('' for all)."""
        self._busy = True
        self.holders.setCurrentIndex(max(0, self.holders.findData(book)))
        self.sources.setCurrentIndex(max(0, self.sources.findData(source)))
        self._busy = False
        self.look()

    def clear(self) -> None:
        """Show all vouchers."""
        self._busy = True
        for combo in (self.holders, self.events, self.sources):
            combo.setCurrentIndex(0)
        self.text.clear()
        self.dated.setChecked(False)
        self._busy = False
        self.look()

    def _changed(self, *which: object) -> None:
        if not self._busy:
            self.look()

    def _dates_toggled(self, on: bool) -> None:
        self.since.setEnabled(on)
        self.until.setEnabled(on)
        self._changed()

    def _counted(self, count: int) -> None:
        self.count.setText(self.tr("{count} vouchers").format(count=count))
        self.clear_button.setEnabled(self.query() != VoucherQuery())
        if count and self.table.currentIndex().row() < 0:
            self.table.selectRow(0)
        self._show_line()

    # --------------------------------------------------------------------------------------------------- chosen voucher

    def chosen(self) -> JournalLine | None:
        """The voucher that has the cursor."""
        row = self.table.currentIndex().row()
        return self.model.line(row) if 0 <= row < self.model.rowCount() else None

    def _with_line(self, action: object) -> None:
        line = self.chosen()
        if line is not None:
            action(line)  # type: ignore[operator]

    def _show_line(self) -> None:
        line = self.chosen()
        self.reverse_button.setEnabled(line is not None and line.reverses is None)
        self.document_button.setEnabled(line is not None and not line.doc_no)
        self.postings.setRowCount(0)
        if line is None:
            self.details.clear()
            return
        head = (line.label, line.book_date.isoformat(), self.model.event(line), line.doc_no, line.reason)
        seal = self.tr("seal {hash}…").format(hash=line.hash[:16])
        self.details.setText(" · ".join(part for part in (*head, seal) if part))
        own = {state.value for state in (*OWN_STATES, State.ADVANCED)}
        rows = sorted(line.movements, key=lambda movement: movement.account.state not in own)
        self.postings.setRowCount(len(rows))
        for row, movement in enumerate(rows):
            amount = movement.amount
            received, spent = (amount, None) if amount.total > 0 else (None, amount.negative)
            shown = received or spent or amount
            texts = (
                account_name(movement.account, self._sources, self._projects),
                mu(received.total) if received else "", mu(spent.total) if spent else "",
                mu(shown.agricultural) if shown.agricultural else "", mu(shown.cultivated) if shown.cultivated else "",
            )  # fmt: skip
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if place:
                    item.setTextAlignment(_RIGHT)
                self.postings.setItem(row, place, item)
