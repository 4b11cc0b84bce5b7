"""The right side of the farmland window: what it comes to, the projects, the lots of the project chosen, messages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QItemSelectionModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..core.balance.indicators import NOTHING, Indicators
from ..core.balance.requisition.model import Outcome
from .background_run import ERROR, WARNING
from .farmland_decisions import DecisionBook, Decisions, Exclusion
from .farmland_lots import ExclusionDelegate, LotModel, LotRow
from .farmland_projects import AREAS, ProjectModel
from .farmland_rows import Found, Project, ShownUnit
from .farmland_summary import Summary
from .rows_model import RowsModel
from .shown_rows import low_rows

WIDEST = 230
NARROWEST = 56
ROWS_LOOKED_AT = 100
SEVERAL = 2


class ResultPanel(QTabWidget):
    """Shows a matching. `located` (project codes) asks for the map, `chosen` says that another project is looked at."""

    located = pyqtSignal(list)
    chosen = pyqtSignal()

    def __init__(self, book: DecisionBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.book = book
        self.found = Found()
        self.matched = Decisions()
        self.unit = ShownUnit.MU
        self._busy = False
        self._kept = ""
        self.projects, self.lots = ProjectModel(self), LotModel(self)
        self.addTab(self._balance_page(), self.tr("Balance"))
        self.addTab(self._messages_page(), self.tr("Findings and log"))
        self._connect()
        self.show_found(Found(), {}, Decisions())

    # ------------------------------------------------------------------------------------------------------- building

    def _balance_page(self) -> QWidget:
        self.summary = Summary()
        self.stale = QLabel()
        self.stale.setWordWrap(True)
        self.stale.setStyleSheet("background: #fff3c4; color: #5c4400; padding: 3px 6px; border: 1px solid #e0c060")
        self.stale.hide()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._projects_part())
        self.splitter.addWidget(self._lots_part())
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(4, 6, 4, 2)
        column.addWidget(self.summary)
        column.addWidget(self.stale)
        column.addWidget(self.splitter, 1)
        return page

    def _projects_part(self) -> QWidget:
        self.filter = QgsFilterLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter: project, name, lot …"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.ways, self.counties, self.units = QComboBox(), QComboBox(), QComboBox()
        self.ways.addItem(self.tr("All conclusions"), "")
        for way in Outcome:
            self.ways.addItem(way.value, way.value)
        for unit, text in ((ShownUnit.MU, self.tr("mu")), (ShownUnit.HECTARE, self.tr("ha"))):
            self.units.addItem(text, unit)
        for combo, name in (
            (self.ways, self.tr("Conclusion")), (self.counties, self.tr("County")), (self.units, self.tr("Unit of the areas shown"))
        ):  # fmt: skip
            combo.setAccessibleName(name)
            combo.setToolTip(name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.table = self._view(self.projects, self.tr("Projects"))
        above = QHBoxLayout()
        above.addWidget(self.filter, 1)
        label = QLabel(self.tr("Areas in"))
        label.setBuddy(self.units)
        for widget in (self.ways, self.counties, label, self.units):
            above.addWidget(widget)
        return _stacked(above, self.table)

    def _lots_part(self) -> QWidget:
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.undo_button = QPushButton(self.tr("&Undo"))
        self.clear_button = QPushButton(self.tr("Clear all pins and exclusions"))
        self.undo_button.setToolTip(self.tr("Take back the last pin or exclusion (Ctrl+Z)."))
        for button in (self.undo_button, self.clear_button):
            button.setAutoDefault(False)
        self.lot_table = self._view(self.lots, self.tr("Lots"))
        self.lot_table.setItemDelegateForColumn(LotModel.EXCLUDE, ExclusionDelegate(self.lot_table))
        triggers = QAbstractItemView.EditTrigger
        self.lot_table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.SelectedClicked)
        for keys, action in (
            ("P", self.pin_current), ("X", lambda: self.exclude_current(Exclusion.PROJECT)),
            ("Shift+X", lambda: self.exclude_current(Exclusion.ALL)),
        ):  # fmt: skip
            self._shortcut(self.lot_table, keys, action)
        self._shortcut(self, "Ctrl+Z", self.book.undo, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        above = QHBoxLayout()
        above.addWidget(self.sentence, 1)
        above.addWidget(self.undo_button)
        above.addWidget(self.clear_button)
        return _stacked(above, self.lot_table)

    def _shortcut(
        self,
        widget: QWidget,
        keys: str,
        action: Callable[[], Any],
        context: Any = Qt.ShortcutContext.WidgetShortcut,
    ) -> None:
        shortcut = QAction(widget)
        shortcut.setShortcut(QKeySequence(keys))
        shortcut.setShortcutContext(context)
        shortcut.triggered.connect(lambda checked=False: action())
        widget.addAction(shortcut)

    def _view(self, model: RowsModel, name: str) -> QTableView:
        view = QTableView()
        view.setAccessibleName(name)
        view.setModel(model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        low_rows(view)
        header = view.horizontalHeader()
        header.setResizeContentsPrecision(ROWS_LOOKED_AT)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(True)
        copy = QAction(self.tr("Copy rows"), view)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(lambda checked=False: self.copy_rows(view))
        view.addAction(copy)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return view

    def _messages_page(self) -> QWidget:
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.messages = QListWidget()
        self.messages.setWordWrap(True)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setMaximumBlockCount(5000)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(self.verdict)
        column.addWidget(self.messages, 2)
        column.addWidget(self.log, 1)
        return page

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._narrow)
        self.ways.currentIndexChanged.connect(self._narrow)
        self.counties.currentIndexChanged.connect(self._narrow)
        self.units.currentIndexChanged.connect(self._show_unit)
        self.table.selectionModel().selectionChanged.connect(self._row_chosen)
        self.table.activated.connect(lambda index: self.locate())
        self.projects.modelAboutToBeReset.connect(self._keep_choice)
        self.projects.modelReset.connect(self._restore_choice)
        self.lots.pin_wanted.connect(lambda lot, on: self.book.decide(self.book.now.pin(self.lots.project, lot, on)))
        self.lots.exclusion_wanted.connect(
            lambda lot, whom: self.book.decide(self.book.now.exclude(self.lots.project, lot, whom))
        )
        self.undo_button.clicked.connect(self.book.undo)
        self.clear_button.clicked.connect(self.book.clear)
        self.book.changed.connect(self._decided)

    # -------------------------------------------------------------------------------------------------------- content

    def show_found(self, found: Found, results: Mapping[str, Any], matched: Decisions) -> None:
        """A matching, its numbers, and what was decided for it; empty ones for none."""
        former = self.project_code()
        self.found, self.matched = found, matched
        self.summary.set_results(results)
        self._offer_counties()
        self.projects.set_rows(found.projects)
        self._narrow()
        self.choose(former) if found.project(former) is not None else self._choose_first()
        self._show_lots()
        self._decided()
        self._fit(self.table)
        self._fit(self.lot_table)

    def _choose_first(self) -> None:
        """The first project that is short, else the first."""
        place = max(0, self.projects.row_of(lambda row: row.short != NOTHING))
        if self.projects.shown:
            self.choose(self.projects.shown[place].code)

    def _offer_counties(self) -> None:
        chosen = self.counties.currentData() or ""
        self.counties.blockSignals(True)
        self.counties.clear()
        self.counties.addItem(self.tr("All counties"), "")
        for county in sorted({row.county for row in self.found.projects if row.county}):
            self.counties.addItem(county, county)
        self.counties.setCurrentIndex(max(0, self.counties.findData(chosen)))
        self.counties.blockSignals(False)

    def _narrow(self, *changed: object) -> None:
        way, county = self.ways.currentData() or "", self.counties.currentData() or ""
        words = self.filter.text().casefold().split()

        def keep(row: Project) -> bool:
            text = f"{row.code}\n{row.name}\n{row.county}\n{row.values.get('LOTS') or ''}".casefold()
            return way in ("", row.way) and county in ("", row.county) and all(word in text for word in words)

        self.projects.narrow(keep)

    def show_in(self, unit: str) -> None:
        """Show areas in the unit of this name, in mu where it is none."""
        names = [each.value for each in ShownUnit]
        self.units.setCurrentIndex(names.index(unit) if unit in names else 0)

    def _show_unit(self, *place: object) -> None:
        self.unit = self.units.currentData()
        self.summary.set_unit(self.unit)
        self.projects.set_unit(self.unit)
        self.lots.set_unit(self.unit)
        self._show_sentence()
        self._fit(self.table)
        self._fit(self.lot_table)

    def _fit(self, view: QTableView) -> None:
        """Columns as wide as their contents and headings need, names not wider than WIDEST; those that say nothing go."""
        view.resizeColumnsToContents()
        for column in range(view.model().columnCount()):
            view.setColumnWidth(column, min(max(view.columnWidth(column), NARROWEST), WIDEST))
        if view is self.lot_table:
            view.setColumnHidden(LotModel.COUNTY, len({row.county for row in self.found.lots}) < SEVERAL)
            return
        view.setColumnHidden(ProjectModel.COUNTY, len({row.county for row in self.found.projects}) < SEVERAL)
        promised = any(row.promised != NOTHING for row in self.found.projects)
        for column in range(ProjectModel.PROMISED, ProjectModel.PROMISED + 3):
            view.setColumnHidden(column, not promised)

    def hear(self, kind: str, text: str) -> None:
        """A message of the run: into the log, and what has to be known before signing into the list."""
        mark = {ERROR: "✗ ", WARNING: "! "}.get(kind, "")
        self.log.appendPlainText(f"{mark}{text}")
        if kind in (ERROR, WARNING):
            item = QListWidgetItem(f"{mark}{text}")
            if kind == ERROR:
                item.setForeground(QColor(200, 20, 20))
            self.messages.addItem(item)

    def forget_messages(self) -> None:
        """A run begins."""
        self.log.clear()
        self.messages.clear()
        self.verdict.clear()
        self.setTabText(1, self.tr("Findings and log"))

    def show_verdict(self, findings: int, unbalanced: int) -> None:
        """Whether all checks hold, and how much there is to read."""
        text = self.tr("All checks hold. {findings} findings to be read before signing:")
        if unbalanced:
            text = self.tr("{count} checks do not hold: the workbook is marked as a draft and must not be signed.")
        elif not findings:
            text = self.tr("All checks hold, nothing was found.")
        self.verdict.setText(text.format(count=unbalanced, findings=findings))
        self.verdict.setStyleSheet("color: rgb(200, 20, 20); font-weight: bold" if unbalanced else "")
        if findings or unbalanced:
            self.setTabText(1, self.tr("Findings and log ({count})").format(count=findings + unbalanced))

    def show_stale(self, text: str) -> None:
        """That something has changed since the matching; '' hides it."""
        self.stale.setText(text)
        self.stale.setVisible(bool(text))

    # ------------------------------------------------------------------------------------------------ project and lots

    def project_code(self) -> str:
        """The project looked at, '' for none."""
        rows = self.table.selectionModel().selectedRows() if hasattr(self, "table") else []
        return self.projects.shown[rows[0].row()].code if rows else ""

    def choose(self, code: str) -> None:
        """Look at a project; nothing is chosen where it is not shown."""
        place = self.projects.row_of(lambda row: row.code == code)
        selection = self.table.selectionModel()
        if place < 0:
            selection.clearSelection()
            return
        flags = QItemSelectionModel.SelectionFlag
        index = self.projects.index(place, ProjectModel.WAY)
        selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)

    def _keep_choice(self) -> None:
        self._kept = self.project_code()
        self._busy = True

    def _restore_choice(self) -> None:
        self.choose(self._kept)
        self._busy = False
        if self.project_code() != self._kept:
            self._row_chosen()

    def _row_chosen(self, *selection: object) -> None:
        if not self._busy:
            self._show_lots()
            self.chosen.emit()

    def _show_lots(self) -> None:
        code = self.project_code()
        self.lots.set_lots(self.found.lots, self.found.taken(code), code)
        self._show_sentence()

    def _show_sentence(self) -> None:
        project = self.found.project(self.project_code())
        self.sentence.setText("" if project is None else self._said(project))
        is_open = project is not None and project.way == Outcome.UNSETTLED.value
        self.sentence.setStyleSheet("color: #c00000; font-weight: bold" if is_open else "font-weight: bold")

    def _said(self, project: Project) -> str:
        """How a project stands, in one sentence."""
        name = f"{project.code} {project.name}".strip() if project.name != project.code else project.code
        if project.beyond:
            text = self.tr("{project} is beyond the yearly ceiling of its county by {amount}: it is not matched.")
            return text.format(project=name, amount=self._area(project.beyond))
        if project.short != NOTHING:
            return self.tr("{project} is short of {amounts}.").format(project=name, amounts=self.amounts(project.short))
        if project.promised != NOTHING:
            text = self.tr("{project} is settled by promise: {amounts} from running projects.")
            return text.format(project=name, amounts=self.amounts(project.promised))
        if project.needed == NOTHING:
            return self.tr("{project} takes no farmland.").format(project=name)
        count = len(self.found.taken(project.code))
        return self.tr("{project} is settled in all indicators, from {count} lots.").format(project=name, count=count)

    def _area(self, micro_mu: int) -> str:
        text = self.tr("{amount} mu") if self.unit is ShownUnit.MU else self.tr("{amount} ha")
        return text.format(amount=self.unit.text(micro_mu))

    def amounts(self, amounts: Indicators) -> str:
        """Those of the three amounts that are not nothing, in words."""
        names = (self.tr("quantity"), self.tr("paddy"), self.tr("capacity"))
        said = [
            f"{name} {self._area(amount) if place < AREAS else self.tr('{amount} kg').format(amount=amount)}"
            for place, (name, amount) in enumerate(zip(names, amounts))
            if amount
        ]
        return self.tr(", ").join(said)

    def _decided(self) -> None:
        """Pins or exclusions are others."""
        self.lots.set_decisions(self.book.now, self.matched)
        self.undo_button.setEnabled(self.book.can_undo)
        self.clear_button.setEnabled(bool(self.book.now))

    def _current_lot(self) -> LotRow | None:
        index = self.lot_table.currentIndex()
        return self.lots.shown[index.row()] if index.isValid() and self.lots.project else None

    def pin_current(self) -> None:
        """Pin the lot the cursor is on, or let it go."""
        row = self._current_lot()
        if row is not None and self.lots.may_pin(row):
            pinned = self.book.now.is_pinned(self.lots.project, row.lot.key)
            self.book.decide(self.book.now.pin(self.lots.project, row.lot.key, not pinned))

    def exclude_current(self, whom: Exclusion) -> None:
        """Leave the lot the cursor is on out, or take it in again."""
        row = self._current_lot()
        if row is not None and self.lots.may_name(row):
            now = self.book.now.exclusion(self.lots.project, row.lot.key)
            wanted = Exclusion.NOBODY if now is whom else whom
            self.book.decide(self.book.now.exclude(self.lots.project, row.lot.key, wanted))

    # ------------------------------------------------------------------------------------------------------------ map

    def locate(self) -> None:
        """Ask for the project looked at on the map."""
        if self.project_code():
            self.located.emit([self.project_code()])

    def copy_rows(self, view: QTableView) -> None:
        """Chosen rows to the clipboard, as a spreadsheet takes them."""
        places = sorted(index.row() for index in view.selectionModel().selectedRows())
        lines = ["\t".join(cells) for cells in view.model().texts_of(places)]
        QApplication.clipboard().setText("\n".join(lines))


def _stacked(above: QHBoxLayout, view: QTableView) -> QWidget:
    """A line of widgets over a table."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 2, 0, 0)
    column.addLayout(above)
    column.addWidget(view, 1)
    return part
