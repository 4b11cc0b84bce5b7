"""What our tables of many rows tell Qt alike: how many rows are shown, how many columns there are, how they are headed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt


class ShownRowsModel(QAbstractTableModel):
    """A subclass sets `shown`, the rows of its arrays in the order they are shown, and `_headers`."""

    shown: np.ndarray
    _headers: Sequence[str]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None
