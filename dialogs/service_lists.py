"""Lists of units under the teams: served by nobody, changed, pinned, differing between two scenarios, the history of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from .shown_rows import ShownRowsModel

Cell = Callable[[int], str]


class UnitsModel(ShownRowsModel):
    """Units as rows; each column says how a unit (its row in the scene) is shown."""

    def __init__(self, headers: Sequence[str]) -> None:
        super().__init__()
        self._headers = list(headers)
        self._cells: Sequence[Cell] = ()
        self.shown = np.empty(0, dtype=np.int64)

    def show(self, rows: np.ndarray, cells: Sequence[Cell]) -> None:
        """These units, in their order."""
        self.beginResetModel()
        self.shown, self._cells = rows, cells
        self.endResetModel()

    def set_headers(self, headers: Sequence[str]) -> None:
        """Columns called otherwise."""
        self._headers = list(headers)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headers) - 1)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells[index.column()](int(self.shown[index.row()]))
        return None


class UnitsList(QWidget):
    """A list of units with a sentence where it is empty. `wanted` (rows): to be looked at; `chosen` (rows): selected."""

    wanted = pyqtSignal(object)
    chosen = pyqtSignal(object)

    def __init__(self, headers: Sequence[str], name: str, buttons: Sequence[QPushButton] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = UnitsModel(headers)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(name)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(max(22, self.fontMetrics().height() + 6))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setHighlightSections(False)
        for place, width in enumerate((120, 150, 110, 110)[: len(headers)]):
            self.table.setColumnWidth(place, width)
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(12)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack, 1)
        if buttons:
            foot = QHBoxLayout()
            for button in buttons:
                button.setAutoDefault(False)
                foot.addWidget(button)
            foot.addStretch(1)
            column.addLayout(foot)
        self.table.clicked.connect(lambda index: self.wanted.emit(self.selected))
        self.table.activated.connect(lambda index: self.wanted.emit(self.selected))
        self.table.selectionModel().selectionChanged.connect(lambda now, before: self.chosen.emit(self.selected))

    def list_units(self, rows: np.ndarray, cells: Sequence[Cell], empty: str) -> None:
        """These units, or the sentence where there are none."""
        self.model.show(rows, cells)
        self.empty.setText(empty)
        self.stack.setCurrentWidget(self.table if len(rows) else self.empty)

    @property
    def selected(self) -> np.ndarray:
        """int64 (k,): the units selected in the list."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return self.model.shown[rows] if rows else np.empty(0, dtype=np.int64)
