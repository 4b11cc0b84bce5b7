"""The lots of the reserve as a table, seen from one project: what remains, what it takes, pinned or left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ..core.balance.indicators import NOTHING, Indicators
from .farmland_decisions import Decisions, Exclusion, nameable
from .farmland_projects import amount_columns
from .farmland_rows import ReserveLot, ShownUnit
from .rows_model import Column, RowsModel

GREY = QBrush(QColor(130, 130, 130))
TAKEN = QBrush(QColor(79, 154, 74, 40))
CHANGED = QBrush(QColor(255, 235, 150))


@dataclass(frozen=True)
class LotRow:
    """A lot and what the project looked at takes from it."""

    lot: ReserveLot
    taken: Indicators

    @property
    def after(self) -> Indicators:
        """What remains after all draws of the matching."""
        return self.lot.after


class LotModel(RowsModel):
    """Lots for one project. `pin_wanted` (lot, on) and `exclusion_wanted` (lot, Exclusion) say what the user decides."""

    pin_wanted = pyqtSignal(str, bool)
    exclusion_wanted = pyqtSignal(str, object)
    PIN, EXCLUDE, CODE, NAME = range(4)
    TAKEN, AFTER = 4, 7
    COUNTY, KIND, GRADE, VALID, STATE = 10, 11, 12, 13, 14

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.project = ""
        self._decisions, self._matched = Decisions(), Decisions()
        self._whom = {
            Exclusion.NOBODY: "",
            Exclusion.PROJECT: self.tr("for this project"),
            Exclusion.ALL: self.tr("for all projects"),
        }
        self.set_unit(ShownUnit.MU)

    def set_unit(self, unit: ShownUnit) -> None:
        """Show areas in another unit."""
        names = self.tr("quantity"), self.tr("paddy"), self.tr("capacity")
        tip = self.tr("Space or P pins the lot to the project: it draws from it first, as much as it needs and the lot has.")
        columns = [
            Column(self.tr("Pinned"), lambda row: "", lambda row: not self._decisions.is_pinned(self.project, row.lot.key), tip=tip),
            Column(self.tr("Excluded"), lambda row: self._whom[self._exclusion(row)], tip=self._exclude_tip()),
            Column(self.tr("Lot"), lambda row: row.lot.key),
            Column(self.tr("Name of the lot"), lambda row: row.lot.name),
            *amount_columns(self.tr("Drawn by it"), "taken", unit, names, self.tr("What the project chosen above draws.")),
            *amount_columns(self.tr("Remaining"), "after", unit, names, self.tr("After all draws of this matching.")),
            Column(self.tr("County"), lambda row: row.lot.county),
            Column(self.tr("Kind of lot"), lambda row: row.lot.kind),
            Column(self.tr("Grade"), lambda row: row.lot.grade, lambda row: float(row.lot.grade or 99), True),
            Column(self.tr("Valid until"), lambda row: row.lot.valid_to or self.tr("no end"), lambda row: row.lot.valid_to or "9"),
            Column(self.tr("Why not drawn"), lambda row: row.lot.reason),
        ]
        self.set_columns(columns)

    def _exclude_tip(self) -> str:
        return self.tr("X leaves the lot out for the project chosen above, Shift+X for all projects; F2 opens the choice.")

    def set_lots(self, lots: Sequence[ReserveLot], taken: Mapping[str, Indicators], project: str) -> None:
        """The lots for a project, '' for none; those it draws from first, then those that have something left."""
        self.project = project
        rows = [LotRow(lot, taken.get(lot.key, NOTHING)) for lot in lots]
        self.set_rows(sorted(rows, key=lambda row: (row.taken == NOTHING, row.after == NOTHING, not row.lot.usable)))

    def set_decisions(self, now: Decisions, matched: Decisions) -> None:
        """What is decided, and what was decided when the lots were matched."""
        self._decisions, self._matched = now, matched
        if self.shown:
            self.dataChanged.emit(self.index(0, self.PIN), self.index(len(self.shown) - 1, self.EXCLUDE))

    def _exclusion(self, row: LotRow) -> Exclusion:
        return self._decisions.exclusion(self.project, row.lot.key)

    def may_pin(self, row: LotRow) -> bool:
        """Whether the project can draw from the lot: one that is pinned may always be let go."""
        if self._decisions.is_pinned(self.project, row.lot.key):
            return True
        return bool(self.project) and self.may_name(row) and (row.lot.usable or row.lot.state == "excluded")

    def may_name(self, row: LotRow) -> bool:
        """Whether both numbers can be written in a decision."""
        return nameable(self.project) and nameable(row.lot.key)

    def _is_changed(self, row: LotRow, column: int) -> bool:
        place = (self.project, row.lot.key)
        if column == self.PIN:
            return self._decisions.is_pinned(*place) != self._matched.is_pinned(*place)
        return column == self.EXCLUDE and self._decisions.exclusion(*place) is not self._matched.exclusion(*place)

    # ------------------------------------------------------------------------------------------------------ Qt's side

    def flags(self, index: QModelIndex) -> Qt.ItemFlags:
        flags = super().flags(index)
        if index.isValid():
            row = self.shown[index.row()]
            if index.column() == self.PIN and self.may_pin(row):
                flags |= Qt.ItemFlag.ItemIsUserCheckable
            if index.column() == self.EXCLUDE and self.project and self.may_name(row):
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.shown[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == self.PIN:
            pinned = self._decisions.is_pinned(self.project, row.lot.key)
            return Qt.CheckState.Checked if pinned else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.EditRole and column == self.EXCLUDE:
            return self._exclusion(row).value
        if role == Qt.ItemDataRole.ForegroundRole and (not row.lot.usable or self._exclusion(row) is not Exclusion.NOBODY):
            return GREY
        if role == Qt.ItemDataRole.BackgroundRole:
            if self._is_changed(row, column):
                return CHANGED
            return TAKEN if row.taken != NOTHING else None
        if role == Qt.ItemDataRole.ToolTipRole and column in (self.PIN, self.EXCLUDE):
            return self._tip(row, column)
        return super().data(index, role)

    def _tip(self, row: LotRow, column: int) -> str:
        if self.project and not self.may_name(row):
            return self.tr("Its number holds one of the signs ; = : , and can't be named in a decision.")
        if column == self.PIN and not self.may_pin(row):
            return row.lot.reason or self.tr("Choose a project above first.")
        return self.columns[column].tip

    def setData(self, index: QModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or not self.flags(index) & (Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable):
            return False
        lot = self.shown[index.row()].lot.key
        if role == Qt.ItemDataRole.CheckStateRole:
            self.pin_wanted.emit(lot, value == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() == self.EXCLUDE:
            self.exclusion_wanted.emit(lot, Exclusion(value))
            return True
        return False


class ExclusionDelegate(QStyledItemDelegate):
    """A list of whom a lot is left out for, in its cell."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        combo = QComboBox(parent)
        for whom, text in (
            (Exclusion.NOBODY, self.tr("not excluded")),
            (Exclusion.PROJECT, self.tr("for this project")),
            (Exclusion.ALL, self.tr("for all projects")),
        ):
            combo.addItem(text, whom.value)
        combo.activated.connect(lambda place: self._done(combo))
        return combo

    def _done(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex) -> None:
        if editor.currentData() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, editor.currentData())
