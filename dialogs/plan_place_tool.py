"""A map tool that asks for a place: one click, and what was active before comes back when it is put down."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMapToolEmitPoint
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractButton


class PlaceTool(QObject):
    """Active while its button is down. `picked` (point in the system of the map) with every left click."""

    picked = pyqtSignal(object)

    def __init__(self, canvas: QgsMapCanvas, button: QAbstractButton, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._button = canvas, button
        self._before: QgsMapTool | None = None
        self.tool = QgsMapToolEmitPoint(canvas)
        self.tool.setCursor(Qt.CursorShape.WhatsThisCursor)
        self.tool.canvasClicked.connect(self._clicked)
        self.tool.deactivated.connect(self._put_down)
        button.toggled.connect(self._toggled)

    def _toggled(self, on: bool) -> None:
        if sip.isdeleted(self._canvas):
            return
        if on:
            self._before = self._canvas.mapTool()
            self._canvas.setMapTool(self.tool)
        elif self._canvas.mapTool() is self.tool:
            self._canvas.unsetMapTool(self.tool)
            if self._before is not None and not sip.isdeleted(self._before):
                self._canvas.setMapTool(self._before)

    def _put_down(self) -> None:
        """Another tool was taken. A map that is being closed lays its tool down, too: then the button may be gone before it."""
        if not sip.isdeleted(self._button) and self._button.isChecked():
            self._button.setChecked(False)

    def _clicked(self, point: object, button: Qt.MouseButton) -> None:
        if button == Qt.MouseButton.LeftButton:
            self.picked.emit(point)

    def drop(self) -> None:
        """Lay the tool down."""
        self._button.setChecked(False)
        if not sip.isdeleted(self._canvas) and self._canvas.mapTool() is self.tool:
            self._canvas.unsetMapTool(self.tool)

    def end(self) -> None:
        """The panel goes, and the tool with it: the map would keep it."""
        self.drop()
        self._before = None
        if not sip.isdeleted(self.tool):
            self.tool.deactivated.disconnect(self._put_down)
            self.tool.deleteLater()
