"""A table of objects: one row each, columns that say how an object is shown, sorted and aligned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush, QColor

from ..processing.compat import number_of


@dataclass(frozen=True)
class Column:
    """`text` and sorting `key` (default: the text) of an object; `right` aligned; `tip` of the heading; `colour` of the text, None
    for the usual one."""

    title: str
    text: Callable[[Any], str]
    key: Callable[[Any], Any] | None = None
    right: bool = False
    tip: str = ""
    colour: Callable[[Any], QColor | None] | None = None

    def rank(self, row: Any) -> Any:
        """What the column is sorted by."""
        return self.text(row) if self.key is None else self.key(row)


class RowsModel(QAbstractTableModel):
    """Rows shown = those that pass the filter, sorted by a column, ties as they were given."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.rows: Sequence[Any] = ()
        self.shown: list[Any] = []
        self._keep: Callable[[Any], bool] = lambda row: True
        self._sorted_by: tuple[int, bool] = (-1, False)

    # ------------------------------------------------------------------------------------------------------- content

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these."""
        self.rows = rows
        self._again()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """As many columns, shown otherwise: in another unit."""
        self.columns = list(columns)
        self._again()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def narrow(self, keep: Callable[[Any], bool]) -> None:
        """Show only rows that `keep` takes."""
        self._keep = keep
        self._again()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder)
        self._again()

    def _again(self) -> None:
        self.beginResetModel()
        self.shown = [row for row in self.rows if self._keep(row)]
        column, descending = self._sorted_by
        if 0 <= column < len(self.columns):
            self.shown.sort(key=self.columns[column].rank, reverse=descending)
        self.endResetModel()

    def row_of(self, wanted: Callable[[Any], bool]) -> int:
        """The shown place of the first row that is wanted, −1 for none."""
        return next((place for place, row in enumerate(self.shown) if wanted(row)), -1)

    def texts_of(self, places: Sequence[int]) -> list[list[str]]:
        """Header and cells of rows as text, to be copied."""
        cells = [[column.text(self.shown[place]) for column in self.columns] for place in places]
        return [[column.title.replace("\n", " ") for column in self.columns], *cells]

    # ------------------------------------------------------------------------------------------------------ Qt's side

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return (self.columns[section].tip or None) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(self.shown[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return number_of(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and column.colour is not None:
            colour = column.colour(self.shown[index.row()])
            return None if colour is None else QBrush(colour)
        return None
