"""Second page of the import wizard: which column is what, unit, and what holds where the sheet says nothing."""

from __future__ import annotations

import datetime
from functools import partial

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ..core.importing.assignment import UNITS, Assignment, Heading
from ..core.importing.cells import is_blank
from ..core.importing.fields import CellKind
from ..core.importing.rows import rows_below
from ..core.quota.importing.choices import Choices
from ..core.workbook.cell_text import shown
from ..core.workbook.grid import Grid
from ..core.workbook.sheet import column_letter
from .import_wizard_state import ImportState, holders_in, keep_columns, with_unit
from .import_wizard_task import BackgroundWork
from .wheel import WheelScrolls

_SAMPLES = 3
NONE_YET = QDate(1999, 12, 31)
LETTER, HEADING, FIELD, SAMPLE = range(4)


class ColumnsPage(QWizardPage):
    """One row for each column of the sheet: its heading, the field it is read as, values from the sheet."""

    def __init__(self, state: ImportState, operator: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self._operator = operator
        self._filling = False
        self._holders: dict[str, str] = {}
        self._holders_of = ""
        self.work = BackgroundWork(self)
        self.work.ended.connect(self._holders_known)
        self.setTitle(self.tr("Columns"))
        self.setSubTitle(self.tr("Correct what is recognised otherwise than meant; it is remembered for such headings."))
        self.columns = QTableWidget(0, 4)
        self.columns.setHorizontalHeaderLabels(
            [self.tr("Column"), self.tr("Heading"), self.tr("Read as"), self.tr("Values in the sheet")]
        )
        self.columns.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.columns.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.columns.setTabKeyNavigation(False)
        self.columns.verticalHeader().hide()
        self.columns.horizontalHeader().setSectionResizeMode(SAMPLE, QHeaderView.ResizeMode.Stretch)
        self.top, self.bottom = QSpinBox(), QSpinBox()
        for spin in (self.top, self.bottom):
            spin.setRange(1, 60)
            spin.valueChanged.connect(self._headings_moved)
        self.unit = QComboBox()
        self.holder, self.year, self.book_date = QComboBox(), QSpinBox(), QDateEdit()
        self.year.setRange(1999, 2099)
        self.year.setSpecialValueText(self.tr("none"))
        self.book_date.setCalendarPopup(True)
        self.book_date.setDisplayFormat("yyyy-MM-dd")
        self.book_date.setMinimumDate(NONE_YET)
        self.book_date.setDate(NONE_YET)
        self.book_date.setSpecialValueText(self.tr("none"))
        self.create_projects = QCheckBox(self.tr("Enter unknown &projects into the register"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self._wheel = WheelScrolls(self)
        self.unit.currentIndexChanged.connect(self._unit_chosen)
        self._build()

    def _build(self) -> None:
        rows = QHBoxLayout()
        rows.addWidget(self.top)
        rows.addWidget(QLabel("–"))
        rows.addWidget(self.bottom)
        rows.addStretch(1)
        left, right = QFormLayout(), QFormLayout()
        title = QLabel(self.tr("Rows of the &headings"))
        title.setBuddy(self.top)
        left.addRow(title, rows)
        left.addRow(self.tr("&Unit of area"), self.unit)
        left.addRow("", self.create_projects)
        right.addRow(self.tr("H&older, where the sheet has none"), self.holder)
        right.addRow(self.tr("Quota &year, where the sheet has none"), self.year)
        right.addRow(self.tr("Booking &date, where the sheet has none"), self.book_date)
        below = QHBoxLayout()
        below.addLayout(left, 1)
        below.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.columns, 1)
        column.addLayout(below)
        column.addWidget(self.told)

    # ------------------------------------------------------------------------------------------------------- content

    def initializePage(self) -> None:
        self._fill_headings()
        self._fill_units()
        self._fill_columns()
        is_journal = self.state.table == "voucher"
        self.create_projects.setVisible(is_journal)
        for widget in (self.year, self.book_date):
            widget.setEnabled(is_journal)
        self._show_choices()
        if self._holders_of != self.state.ledger:
            self.work.start(self.tr("Holders of the ledger"), partial(holders_in, self.state.place()))
        self._tell()

    def _holders_known(self, holders: dict[str, str] | None, reason: str) -> None:
        self.holder.clear()
        self.holder.addItem(self.tr("none"), "")
        self._holders = holders or {}
        self._holders_of = self.state.ledger if holders else ""
        for code, name in self._holders.items():
            self.holder.addItem(f"{name}  {code}", code)
        self._show_choices()
        self._tell(reason)
        self.completeChanged.emit()

    def _show_choices(self) -> None:
        """What was chosen for this sheet; a new sheet starts with the year its title names."""
        choices = self.state.choices
        self.holder.setCurrentIndex(max(0, self.holder.findData(choices.holder)))
        self.year.setValue(choices.year or self.state.assignment.year or self.year.minimum())
        date = choices.book_date
        self.book_date.setDate(QDate(date.year, date.month, date.day) if date else NONE_YET)
        self.create_projects.setChecked(choices.create_projects)

    def _fill_headings(self) -> None:
        found = self.state.assignment
        self._filling = True
        for spin, row in ((self.top, found.top), (self.bottom, found.bottom)):
            spin.setValue(row)
        self._filling = False

    def _fill_units(self) -> None:
        found = self.state.assignment
        written = found.written_units
        names = {"mu": self.tr("mu"), "ha": self.tr("hectares"), "m2": "m²", "wanmu": self.tr("10,000 mu")}
        texts = [names[name] for name, micro_mu in UNITS.items() if micro_mu in written]
        self._filling = True
        self.unit.clear()
        as_written = self.tr("as written: {units}").format(units="、".join(texts))
        self.unit.addItem(as_written if texts else self.tr("not written in the sheet: choose"), None)
        for name, micro_mu in UNITS.items():
            self.unit.addItem(names[name], micro_mu)
        self.unit.setCurrentIndex(max(0, self.unit.findData(found.chosen_unit)) if found.chosen_unit else 0)
        self._filling = False

    def _fill_columns(self) -> None:
        found, grid = self.state.assignment, self.state.top
        self.columns.setRowCount(len(found.headings))
        for row, heading in enumerate(found.headings):
            texts = (column_letter(heading.column), heading.title, "", samples(grid, found, heading))
            for place, text in enumerate(texts):
                if place != FIELD:
                    item = QTableWidgetItem(text)
                    item.setToolTip(text)
                    self.columns.setItem(row, place, item)
            combo = QComboBox()
            combo.addItem(self.tr("(not read)"), "")
            for field in found.fields.values():
                combo.addItem(field.label, field.name)
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            combo.installEventFilter(self._wheel)
            combo.currentIndexChanged.connect(partial(self._field_chosen, heading.column))
            self.columns.setCellWidget(row, FIELD, combo)
        self._show_fields()
        self.columns.resizeColumnsToContents()
        self.columns.setColumnWidth(HEADING, min(self.columns.columnWidth(HEADING), 260))
        self.columns.setColumnWidth(FIELD, max(170, self.columns.columnWidth(FIELD)))

    def combo_of(self, column: int) -> QComboBox:
        """The list of fields of a sheet column."""
        row = next(row for row, each in enumerate(self.state.assignment.headings) if each.column == column)
        return self.columns.cellWidget(row, FIELD)

    def _show_fields(self) -> None:
        names = {column: name for name, column in self.state.assignment.columns.items()}
        self._filling = True
        for heading in self.state.assignment.headings:
            combo = self.combo_of(heading.column)
            combo.setCurrentIndex(max(0, combo.findData(names.get(heading.column, ""))))
            combo.setStyleSheet("" if heading.column in names else "color: gray")
        self._filling = False

    # ------------------------------------------------------------------------------------------------------- choices

    def _field_chosen(self, column: int, index: int) -> None:
        """A field has one column: the one that had it before is not read any more."""
        if self._filling:
            return
        name = self.combo_of(column).itemData(index)
        kept = {each: at for each, at in self.state.assignment.columns.items() if each != name and at != column}
        if name:
            kept[name] = column
        self.state.assignment = self.state.assignment.with_columns(kept)
        self._show_fields()
        self._tell()
        self.completeChanged.emit()

    def _headings_moved(self) -> None:
        if self._filling:
            return
        self.bottom.setMinimum(self.top.value())
        self.state.choose_headings(self.top.value(), max(self.top.value(), self.bottom.value()))
        self._fill_units()
        self._fill_columns()
        self._tell()
        self.completeChanged.emit()

    def _unit_chosen(self, index: int) -> None:
        if not self._filling:
            self.state.assignment = with_unit(self.state.assignment, self.unit.itemData(index))
            self._tell()
            self.completeChanged.emit()

    def _lacking(self) -> str:
        """What is still to be said; '' where all is known."""
        found = self.state.assignment
        missing = [each.label for each in found.missing()]
        if missing:
            return self.tr("Still to be said: the column for {fields}.").format(fields="、".join(missing))
        areas = [at for name, at in found.columns.items() if found.fields[name].kind is CellKind.AREA]
        if any(found.unit_of(column) is None for column in areas):
            return self.tr("Still to be said: the unit of area.")
        return ""

    def _tell(self, reason: str = "") -> None:
        text = reason or self._lacking()
        self.told.setStyleSheet("color: rgb(200, 20, 20)" if text else "")
        if not text:
            unused = "、".join(heading.title for heading in self.state.assignment.unused())
            text = self.tr("Not read: {headings}").format(headings=unused) if unused else self.tr("All columns are known.")
        self.told.setText(text)

    def isComplete(self) -> bool:
        return self.state.assignment is not None and not self._lacking() and not self.work.running

    def validatePage(self) -> bool:
        date = self.book_date.date()
        self.state.choices = Choices(
            self.holder.currentData() or "",
            self.year.value() if self.year.value() > self.year.minimum() else 0,
            datetime.date(date.year(), date.month(), date.day()) if date > NONE_YET else None,
            self._operator,
            self.create_projects.isChecked(),
        )
        keep_columns(self.state.assignment)
        return True

    def shut(self) -> None:
        """Stop what is going on."""
        self.work.drop()


def samples(grid: Grid, assignment: Assignment, heading: Heading) -> str:
    """The first values of a column below the headings."""
    found: list[str] = []
    for row in rows_below(grid, assignment).data or range(assignment.bottom + 1, len(grid.rows) + 1):
        value = grid.down(row, heading.column)
        if not is_blank(value) and shown(value) not in found:
            found.append(shown(value))
        if len(found) == _SAMPLES:
            break
    return "  |  ".join(found)
