"""The legend of a sheet: as many columns and as large as its box takes."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsLayoutItemLegend,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendSettings,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, QSizeF

from .paper import Box
from .texts import font
from .words import word

_POINTS = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
_COLUMNS = (1, 2, 3, 4)
_PARTS = QgsLegendStyle.Style
_SIDES = QgsLegendStyle.Side
_SYMBOL = (7.0, 3.6)


def draw_legend(
    layout: QgsPrintLayout, layers: Sequence[QgsVectorLayer], box: Box, family: str, factor: float
) -> float | None:
    """Draw the legend at the upper left of the box; the height it takes, None where it fits at no readable size (then
    nothing is drawn)."""
    legend = QgsLayoutItemLegend(layout)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    for layer in layers:
        root.addLayer(layer)
    # The item itself knows its size only once it was painted.
    legend.setResizeToContents(False)
    legend.setBackgroundEnabled(False)
    legend.setTitle(word("legend"))
    legend.setSplitLayer(True)
    legend.setEqualColumnWidth(False)
    context = QgsLayoutUtils.createRenderContextForLayout(layout, None)
    for points in _POINTS:
        for columns in _COLUMNS:
            size = QgsLegendRenderer(legend.model(), _settings(family, points, columns, factor)).minimumSize(context)
            if size.width() <= box.width and size.height() <= box.height:
                _set(legend, family, points, columns, factor)
                layout.addLayoutItem(legend)
                legend.attemptSetSceneRect(QRectF(box.x, box.y, size.width() + 0.5, size.height() + 0.5))
                return float(size.height())
    return None


def _styles(family: str, points: float, factor: float) -> list[tuple[object, QgsLegendStyle]]:
    scale, made = factor * points / 9.0, []
    for part, size, bold, side, space in (
        (_PARTS.Title, points + 2.0, True, _SIDES.Bottom, 1.0),
        (_PARTS.Group, points, True, _SIDES.Top, 2.0),
        (_PARTS.Subgroup, points, True, _SIDES.Top, 2.0),
        (_PARTS.Symbol, points, False, _SIDES.Top, 1.4),
        (_PARTS.SymbolLabel, points, False, _SIDES.Left, 1.5),
    ):
        style = QgsLegendStyle()
        style.setFont(font(family, size * factor, bold))
        style.setMargin(0.0)
        style.setMargin(side, space * scale)
        made.append((part, style))
    return made


def _settings(family: str, points: float, columns: int, factor: float) -> QgsLegendSettings:
    """The same for QGIS's own measuring."""
    settings, scale = QgsLegendSettings(), factor * points / 9.0
    settings.setTitle(word("legend"))
    settings.setSplitLayer(True)
    settings.setEqualColumnWidth(False)
    settings.setColumnCount(columns)
    settings.setColumnSpace(3.0 * factor)
    settings.setBoxSpace(0.0)
    settings.setSymbolSize(QSizeF(_SYMBOL[0] * scale, _SYMBOL[1] * scale))
    for part, style in _styles(family, points, factor):
        settings.setStyle(part, style)
    return settings


def _set(legend: QgsLayoutItemLegend, family: str, points: float, columns: int, factor: float) -> None:
    scale = factor * points / 9.0
    legend.setColumnCount(columns)
    legend.setColumnSpace(3.0 * factor)
    legend.setBoxSpace(0.0)
    legend.setSymbolWidth(_SYMBOL[0] * scale)
    legend.setSymbolHeight(_SYMBOL[1] * scale)
    for part, style in _styles(family, points, factor):
        legend.setStyle(part, style)
