"""Items of a layout that every page has: texts in boxes."""

from __future__ import annotations

from qgis.core import QgsLayoutItem, QgsLayoutItemLabel, QgsPrintLayout, QgsTextFormat
from qgis.PyQt.QtCore import QRectF, Qt

from .paper import Box

ALIGNS = {"l": Qt.AlignmentFlag.AlignLeft, "c": Qt.AlignmentFlag.AlignHCenter, "r": Qt.AlignmentFlag.AlignRight}


def add_label(layout: QgsPrintLayout, text: str, box: Box, look: QgsTextFormat, align: str = "l", top: bool = False) -> None:
    """A text in a box."""
    item = QgsLayoutItemLabel(layout)
    item.setText(text)
    item.setFont(look.font())
    item.setFontColor(look.color())
    item.setHAlign(ALIGNS[align])
    item.setVAlign(Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter)
    item.setMarginX(0)
    item.setMarginY(0)
    layout.addLayoutItem(item)
    put(item, box)


def put(item: QgsLayoutItem, box: Box) -> None:
    """Place an item."""
    item.attemptSetSceneRect(QRectF(box.x, box.y, box.width, box.height))
