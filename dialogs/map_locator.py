"""Showing features on the map: selected, zoomed to, flashed."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtGui import QColor

CLOSEST_SCALE = 500.0
SURROUNDINGS = 1.6
FLASH_FROM, FLASH_TO = QColor(255, 0, 0, 255), QColor(255, 235, 0, 60)


def locate(iface: QgisInterface, layer: QgsVectorLayer, ids: Sequence[int]) -> None:
    """Select the features, zoom to them with some ground around, never closer than 1:500, and flash them."""
    if not ids:
        return
    layer.selectByIds(list(ids))
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    if node is not None and not node.isVisible():
        node.setItemVisibilityCheckedParentRecursive(True)
    canvas = iface.mapCanvas()
    canvas.zoomToFeatureIds(layer, list(ids))
    canvas.zoomByFactor(SURROUNDINGS)
    if canvas.scale() < CLOSEST_SCALE:
        canvas.zoomScale(CLOSEST_SCALE)
    canvas.flashFeatureIds(layer, list(ids), FLASH_FROM, FLASH_TO, 3, 400)
