"""The map tool that picks units: a click picks one, a drag a box or a freehand outline; digits choose a team."""

from __future__ import annotations

from enum import Enum

from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QKeySequence

from ..processing.compat import number_of

DRAG = 5
"""Pixels: a press that moves less is a click."""
LINE, FILL = QColor(200, 0, 90), QColor(200, 0, 90, 40)


class Shape(Enum):
    """What a drag draws."""

    BOX = "box"
    LASSO = "lasso"


class UnitTool(QgsMapTool):
    """`clicked` and `hovered` (point of the map), `outlined` (its outline), `asked` (point) by the right button, `digit`,
    `undo_wanted`, `redo_wanted`, `left` by Escape."""

    clicked = pyqtSignal(QgsPointXY)
    hovered = pyqtSignal(QgsPointXY)
    outlined = pyqtSignal(QgsGeometry)
    asked = pyqtSignal(QgsPointXY)
    digit = pyqtSignal(int)
    undo_wanted = pyqtSignal()
    redo_wanted = pyqtSignal()
    left = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.shape = Shape.BOX
        self._start: QPoint | None = None
        self._trail: list[QgsPointXY] = []
        self._dragging = False
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setColor(LINE)
        self._band.setFillColor(FILL)
        self._band.setWidth(2)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def activate(self) -> None:
        super().activate()
        self.canvas().installEventFilter(self)

    def deactivate(self) -> None:
        self.canvas().removeEventFilter(self)
        self._forget()
        super().deactivate()

    def shut(self) -> None:
        """For good: the canvas outlives the panel."""
        self.canvas().unsetMapTool(self)
        self.canvas().scene().removeItem(self._band)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the tool is active, its keys are not those of QGIS's menu."""
        if event.type() == QEvent.Type.ShortcutOverride and (_digit(event) is not None or is_undo(event) or is_redo(event)):
            event.accept()
            return True
        return False

    # ----------------------------------------------------------------------------------------------------------- mouse

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._start, self._dragging = event.pos(), False
            self._trail = [event.mapPoint()]

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self._start is None:
            self.hovered.emit(event.mapPoint())
            return
        self._dragging = self._dragging or (event.pos() - self._start).manhattanLength() > DRAG
        if self._dragging:
            self._trail.append(event.mapPoint())
            self._band.setToGeometry(self._outline(), None)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self.asked.emit(event.mapPoint())
            return
        if event.button() != Qt.MouseButton.LeftButton or self._start is None:
            return
        self._trail.append(event.mapPoint())
        outline, dragged, point = self._outline(), self._dragging, self._trail[0]
        self._forget()
        if not dragged:
            self.clicked.emit(point)
        elif not outline.isNull():
            self.outlined.emit(outline)

    def _outline(self) -> QgsGeometry:
        first, last = self._trail[0], self._trail[-1]
        if self.shape is Shape.BOX:
            return QgsGeometry.fromRect(QgsRectangle(first, last))
        if len(self._trail) < 3:
            return QgsGeometry()
        return QgsGeometry.fromPolygonXY([[*self._trail, first]])

    def _forget(self) -> None:
        self._start, self._trail, self._dragging = None, [], False
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    # ------------------------------------------------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = _digit(event)
        if number is not None:
            self.digit.emit(number)
        elif is_undo(event):
            self.undo_wanted.emit()
        elif is_redo(event):
            self.redo_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self._start is not None:
            self._forget()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.ignore()
            return
        # QGIS pans by what a tool leaves.
        event.accept()


def _digit(event: QKeyEvent) -> int | None:
    """The digit that was typed, None for another key."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    place = event.key() - number_of(Qt.Key.Key_0)
    return place if plain and 0 <= place <= 9 else None


def is_undo(event: QKeyEvent) -> bool:
    """Whether the keys mean undo (Ctrl+Z)."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Whether the keys mean redo (Ctrl+Y, Ctrl+Shift+Z)."""
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.matches(QKeySequence.StandardKey.Redo) or (control and event.key() == Qt.Key.Key_Y)
