"""The legend of a sheet: as many columns and as large as its box takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

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


class LegendSize(NamedTuple):
    """Points, columns, and the millimetres it takes."""

    points: float
    columns: int
    width: float
    height: float


class LegendPen:
    """The legend of `layers`, in one font; `factor` is the paper's."""

    def __init__(self, layout: QgsPrintLayout, layers: Sequence[QgsVectorLayer], family: str, factor: float) -> None:
        self.layout, self.family, self.factor = layout, family, factor
        self._legend = QgsLayoutItemLegend(layout)
        self._legend.setAutoUpdateModel(False)
        root = self._legend.model().rootGroup()
        root.clear()
        for layer in layers:
            root.addLayer(layer)

    def sizes(self, box: Box) -> Iterator[LegendSize]:
        """The sizes at which it fits a box, the largest first; none where it fits at no readable one."""
        context = QgsLayoutUtils.createRenderContextForLayout(self.layout, None)
        for points in _POINTS:
            for columns in _COLUMNS:
                settings = _settings(self.family, points, columns, self.factor)
                size = QgsLegendRenderer(self._legend.model(), settings).minimumSize(context)
                if size.width() <= box.width and size.height() <= box.height:
                    yield LegendSize(points, columns, size.width(), size.height())
                    break

    def draw(self, box: Box, size: LegendSize) -> None:
        """Draw it at the upper left of the box."""
        legend = self._legend
        # The item itself knows its size only once it was painted.
        legend.setResizeToContents(False)
        legend.setBackgroundEnabled(False)
        legend.setTitle(word("legend"))
        legend.setSplitLayer(True)
        legend.setEqualColumnWidth(False)
        _set(legend, self.family, size.points, size.columns, self.factor)
        self.layout.addLayoutItem(legend)
        legend.attemptSetSceneRect(QRectF(box.x, box.y, size.width + 0.5, size.height + 0.5))


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
