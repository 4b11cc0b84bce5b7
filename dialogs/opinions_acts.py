"""What is done with the opinions chosen on the page: changed, taken out, shown on the map; the last step taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsPointXY, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QObject

from .map_findings import DEGREE

if TYPE_CHECKING:
    from .plan_review_dock import PlanReviewDock

CLOSEST = 200.0
"""Metres of ground around an opinion on the map."""


class OpinionsActs(QObject):
    """Acts on opinions that are kept; page and map follow."""

    def __init__(self, dock: PlanReviewDock) -> None:
        super().__init__(dock)
        self._dock = dock

    def change(self) -> None:
        """Change the chosen opinion, with reply and state."""
        names = self._dock.opinions.chosen()
        if len(names) == 1:
            self._dock.giving.write([self._dock.keeper.opinions[names[0]]], True)

    def take_out(self) -> None:
        """Take the chosen opinions out; the step can be taken back."""
        dock = self._dock
        names = dock.opinions.chosen()
        row = min((index.row() for index in dock.opinions.table.selectionModel().selectedRows()), default=0)
        if names and dock.keeper.remove(names, self.tr("Take out opinions")):
            dock.opinions.choose_row(row)
            text = self.tr("Taken out: {count} opinions. ↶ brings them back.")
            dock.say(text.format(count=len(names)), Qgis.MessageLevel.Success)

    def take_back(self) -> None:
        """Take back the last step."""
        back = self._dock.keeper.undo()
        if back:
            self._dock.opinions.choose(back)

    def locate(self) -> None:
        """The map to the first chosen opinion that has a place."""
        dock, canvas = self._dock, self._dock.canvas
        placed = [each for name in dock.opinions.chosen() if (each := dock.keeper.opinions.get(name)) and each.has_place]
        if not placed or canvas is None:
            return
        at, crs = QgsPointXY(placed[0].x, placed[0].y), dock.keeper.layer.crs()
        side = CLOSEST / (DEGREE if crs.isGeographic() else 1.0)
        try:
            turn = QgsCoordinateTransform(crs, canvas.mapSettings().destinationCrs(), QgsProject.instance())
            canvas.setExtent(turn.transformBoundingBox(QgsRectangle.fromCenterAndSize(at, side, side)))
        except QgsCsException:
            dock.say(self.tr("This place does not lie in the system of the map."))
            return
        canvas.refresh()
        canvas.flashGeometries([QgsGeometry.fromPointXY(at)], crs)
