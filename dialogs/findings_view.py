"""The table view of the findings: keys, copying, and a selection that survives sorting and filtering."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from .findings_table import FindingModel
from .memory import SCOPE
from .shown_rows import low_rows

LETTERS = {
    FindingModel.SEVERITY: 7, FindingModel.CHECK: 13, FindingModel.PARCEL: 22, FindingModel.FINDING: 42,
    FindingModel.PLACE: 12, FindingModel.AREA: 10, FindingModel.STATE: 8, FindingModel.REASON: 20,
}  # fmt: skip
"""How wide columns are at first, in digits."""


class FindingTable(QTableView):
    """`chosen_changed` follows the selection, `wanted` (Enter, double click) asks for the place on the map, `decided`
    (Ctrl+Enter) for a decision. The keys are taken before the main window's own shortcuts see them."""

    chosen_changed = pyqtSignal()
    wanted = pyqtSignal()
    decided = pyqtSignal()

    def __init__(self, model: FindingModel, memory: str = "findings", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._columns_key = f"{SCOPE}/windows/{memory}/columns"
        self._busy = False
        self._kept: tuple[list[int], int] = ([], -1)
        self._keys = {
            QKeySequence(QKeySequence.StandardKey.Copy).toString(): self.copy_rows,
            QKeySequence("Ctrl+Return").toString(): self.decided.emit,
            QKeySequence("Ctrl+Enter").toString(): self.decided.emit,
            QKeySequence("Return").toString(): self.wanted.emit,
            QKeySequence("Enter").toString(): self.wanted.emit,
            QKeySequence("Alt+Down").toString(): self.next,
            QKeySequence("Alt+Up").toString(): self.previous,
        }
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        low_rows(self)
        self._set_up_columns()
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.selectionModel().currentRowChanged.connect(self._selection_changed)
        self.doubleClicked.connect(lambda index: self.wanted.emit())
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setSortIndicator(FindingModel.SEVERITY, Qt.SortOrder.AscendingOrder)
        digit = self.fontMetrics().horizontalAdvance("8")
        for column, letters in LETTERS.items():
            title = self.fontMetrics().horizontalAdvance(str(self._model.headerData(column, Qt.Orientation.Horizontal)))
            # The title needs room for the arrow of the sorting beside it.
            self.setColumnWidth(column, max(letters * digit + 12, title + 4 * digit))
        kept = QgsSettings().value(self._columns_key)
        if kept:
            header.restoreState(kept)
        self.setSortingEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(500)
        self._pause.timeout.connect(self.keep_columns)
        header.sectionResized.connect(lambda *size: self._pause.start())
        header.sectionMoved.connect(lambda *place: self._pause.start())

    def keep_columns(self) -> None:
        """Remember widths, order and sorting of the columns."""
        self._pause.stop()
        QgsSettings().setValue(self._columns_key, self.horizontalHeader().saveState())

    # ---------------------------------------------------------------------------------------------------------- keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._action_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action_of(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            action()
            event.accept()

    def _action_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        return next((action for key, action in self._keys.items() if key == _spelled(event)), None)

    # ------------------------------------------------------------------------------------------------------ selection

    def chosen_rows(self) -> np.ndarray:
        """Shown rows chosen, int64, in order."""
        spans = [np.arange(span.top(), span.bottom() + 1) for span in self.selectionModel().selection()]
        return np.unique(np.concatenate(spans)) if spans else np.empty(0, dtype=np.int64)

    def chosen_ids(self) -> list[int]:
        """Features of the rows chosen."""
        return self._model.ids_of(self.chosen_rows())

    def current_row(self) -> int:
        """The shown row that has the cursor, −1 if none has or it is not chosen."""
        index = self.selectionModel().currentIndex()
        if index.isValid() and self.selectionModel().isRowSelected(index.row(), index.parent()):
            return index.row()
        rows = self.chosen_rows()
        return int(rows[0]) if len(rows) else -1

    def choose_row(self, row: int) -> None:
        """Choose one shown row and bring it into view."""
        index = self._model.index(row, 0)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def choose_ids(self, ids: list[int], current: int = -1) -> None:
        """Choose the rows of features without telling anybody; `current` is the feature that gets the cursor."""
        busy, self._busy = self._busy, True
        rows = self._model.rows_of(ids)
        selection = QItemSelection()
        last = self._model.columnCount() - 1
        for span in np.split(rows, np.flatnonzero(np.diff(rows) != 1) + 1) if rows else ():
            selection.select(self._model.index(int(span[0]), 0), self._model.index(int(span[-1]), last))
        selected = self.selectionModel()
        at = self._model.rows_of([current]) or rows[:1]
        if at:
            selected.setCurrentIndex(self._model.index(at[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(self._model.index(at[0], 0))
        selected.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._busy = busy

    def next(self) -> None:
        """The row below."""
        self.choose_row(min(self.current_row() + 1, self._model.rowCount() - 1))

    def previous(self) -> None:
        """The row above."""
        self.choose_row(max(self.current_row() - 1, 0))

    def copy_rows(self) -> None:
        """Chosen rows to the clipboard, as a spreadsheet takes them."""
        rows = self.chosen_rows()
        if len(rows):
            lines = ["\t".join(" ".join(cell.split()) for cell in cells) for cells in self._model.texts_of(rows)]
            QApplication.clipboard().setText("\n".join(lines))

    def _selection_changed(self, *change: object) -> None:
        if not self._busy:
            self.chosen_changed.emit()

    def _keep_selection(self) -> None:
        current = self.current_row()
        self._kept = (self.chosen_ids(), self._model.ids_of([current])[0] if current >= 0 else -1)
        self._busy = True

    def _restore_selection(self) -> None:
        self.choose_ids(*self._kept)
        self._busy = False
        self.chosen_changed.emit()


def _spelled(event: QKeyEvent) -> str:
    """A key with its modifiers as Qt writes them, without the one that says “number pad”."""
    held = (
        (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
        (Qt.KeyboardModifier.AltModifier, "Alt+"),
        (Qt.KeyboardModifier.ShiftModifier, "Shift+"),
    )
    before = "".join(name for modifier, name in held if event.modifiers() & modifier)
    return before + QKeySequence(event.key()).toString()
