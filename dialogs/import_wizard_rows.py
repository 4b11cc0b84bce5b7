"""The rows of an import and its problems as tables: cells are looked up when they are shown, so 100,000 rows stay quick."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush, QColor

from ..core.importing.fields import CellKind
from ..core.importing.problems import CellProblem
from ..core.quota.importing.job import Checked
from ..core.workbook.cell_text import shown
from ..core.workbook.sheet import column_letter
from ..processing.base import said
from ..processing.compat import number_of
from .shown_rows import ShownRowsModel

RED, AMBER, PALE = QBrush(QColor(248, 205, 200)), QBrush(QColor(253, 238, 190)), QBrush(QColor(130, 130, 130))
DARK_RED = QBrush(QColor(190, 20, 20))
NEW, KNOWN, MIRROR, BAD, SUM = range(5)
ALL_ROWS, BAD_ROWS, NEW_ROWS, KNOWN_ROWS = range(4)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ImportRowsModel(ShownRowsModel):
    """One row for each data row of the sheet: what becomes of it, then its cells as they are written."""

    STATE, ROW, FIRST_CELL = range(3)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = {
            NEW: self.tr("new"), KNOWN: self.tr("posted before"), MIRROR: self.tr("other side"), BAD: self.tr("wrong"),
            SUM: self.tr("sum row"),
        }  # fmt: skip
        self.set_checked(None)

    def set_checked(self, checked: Checked | None) -> None:
        """Show what was read."""
        self.beginResetModel()
        self.checked = checked
        self._columns: list[int] = []
        self._headers = [self.tr("What becomes of it"), self.tr("Row")]
        self.rows = np.zeros(0, dtype=np.int64)
        self.states = np.zeros(0, dtype=np.int8)
        self.problems: dict[tuple[int, int], list[CellProblem]] = {}
        self._right: set[int] = set()
        if checked is not None:
            self._take(checked)
        self.shown = np.arange(len(self.rows))
        self.endResetModel()

    def _take(self, checked: Checked) -> None:
        assignment = checked.rows.assignment
        self._columns = sorted(assignment.columns.values())
        fields = {column: assignment.fields[name] for name, column in assignment.columns.items()}
        self._headers += [f"{column_letter(column)}  {fields[column].label}" for column in self._columns]
        self._right = {column for column in self._columns if fields[column].kind in (CellKind.AREA, CellKind.NUMBER)}
        self.rows = np.array(sorted([*checked.rows.data, *checked.rows.sums]), dtype=np.int64)
        for problem in checked.problems:
            self.problems.setdefault((problem.row, problem.column), []).append(problem)
        self.states = np.zeros(len(self.rows), dtype=np.int8)
        for state, rows in (
            (KNOWN, checked.known), (MIRROR, list(checked.mirrors)), (SUM, checked.rows.sums), (BAD, sorted(checked.bad_rows)),
        ):  # fmt: skip
            self.states[np.isin(self.rows, np.array(rows, dtype=np.int64))] = state

    def narrow(self, which: int) -> None:
        """Show all rows, or those with a problem, new ones, known ones."""
        self.beginResetModel()
        if which == BAD_ROWS:
            mask = np.isin(self.rows, np.array(sorted({row for row, _ in self.problems}), dtype=np.int64))
        elif which == NEW_ROWS:
            mask = self.states == NEW
        elif which == KNOWN_ROWS:
            mask = (self.states == KNOWN) | (self.states == MIRROR)
        else:
            mask = np.ones(len(self.rows), dtype=bool)
        self.shown = np.flatnonzero(mask)
        self.endResetModel()

    def place_of(self, row: int, column: int) -> QModelIndex:
        """Where a cell of the sheet stands in the table; an invalid index where it is not shown."""
        at = np.flatnonzero(self.rows[self.shown] == row)
        if not len(at):
            return QModelIndex()
        cell = self._columns.index(column) + self.FIRST_CELL if column in self._columns else self.STATE
        return self.index(int(at[0]), cell)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.checked is None:
            return None
        at = int(self.shown[index.row()])
        row, column = int(self.rows[at]), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(at, row, column)
        if role == Qt.ItemDataRole.BackgroundRole:
            found = self._problems(row, column)
            return None if not found else RED if any(problem.hard for problem in found) else AMBER
        if role == Qt.ItemDataRole.ForegroundRole:
            state = self.states[at]
            return DARK_RED if state == BAD and column == self.STATE else None if state in (NEW, BAD) else PALE
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(said(problem.text) for problem in self._problems(row, column)) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = column == self.ROW or (column >= self.FIRST_CELL and self._columns[column - self.FIRST_CELL] in self._right)
            return number_of(_RIGHT) if right else None
        return None

    def _text(self, at: int, row: int, column: int) -> str:
        if column == self.STATE:
            return self.words[int(self.states[at])]
        if column == self.ROW:
            return str(row)
        grid = self.checked.rows.grid
        return shown(grid.down(row, self._columns[column - self.FIRST_CELL]))

    def _problems(self, row: int, column: int) -> list[CellProblem]:
        """Of a cell; those of the row as a whole stand at its first column."""
        at = self._columns[column - self.FIRST_CELL] if column >= self.FIRST_CELL else 0
        return self.problems.get((row, at), []) if column != self.ROW else []


class ImportProblemsModel(ShownRowsModel):
    """The problems one below the other, the hard ones first."""

    CELL, TEXT = range(2)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (self.tr("Cell"), self.tr("What is wrong"))
        self.problems: list[CellProblem] = []
        self.shown = np.zeros(0, dtype=np.int64)

    def set_checked(self, checked: Checked | None) -> None:
        """Show the problems of what was read."""
        self.beginResetModel()
        found = checked.problems if checked is not None else []
        self.problems = sorted(found, key=lambda problem: not problem.hard)
        self.shown = np.arange(len(self.problems))
        self.endResetModel()

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        problem = self.problems[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return problem.cell if index.column() == self.CELL else said(problem.text)
        if role == Qt.ItemDataRole.ForegroundRole:
            return DARK_RED if problem.hard else None
        return None
