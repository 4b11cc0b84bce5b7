"""Symbols, renderers and labels that maps share, sizes in millimetres of paper."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsNullSymbolRenderer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor


def tint(colour: str, white: float) -> str:
    """A colour with a share of white, as #rrggbb."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{int(part + (255 - part) * white + 0.5):02x}" for part in parts)


def fill(colour: str, border: str = "", width: float = 0.1) -> QgsFillSymbol:
    """A plain area; no colour: its border only."""
    return QgsFillSymbol.createSimple(
        {
            "color": colour or "#ffffff",
            "style": "solid" if colour else "no",
            "outline_color": border or "#000000",
            "outline_style": "solid" if border else "no",
            "outline_width": f"{width:g}",
            "joinstyle": "round",
        }
    )


def hatch(
    colour: str, border: str = "", width: float = 0.1, apart: float = 1.8, angle: float = 45.0, ground: str = ""
) -> QgsFillSymbol:
    """Lines at an angle, `apart` mm, on a plain ground."""
    symbol = fill(ground, border, width)
    pattern = QgsLinePatternFillSymbolLayer()
    pattern.setLineAngle(angle)
    pattern.setDistance(apart)
    pattern.setSubSymbol(QgsLineSymbol.createSimple({"color": colour, "width": "0.25"}))
    symbol.insertSymbolLayer(1, pattern)
    if border:
        base = symbol.symbolLayer(0).clone()
        _border_only(base)
        symbol.appendSymbolLayer(base)
    return symbol


def line(colour: str, width: float, style: str = "solid") -> QgsLineSymbol:
    """A line."""
    return QgsLineSymbol.createSimple({"color": colour, "width": f"{width:g}", "line_style": style, "joinstyle": "round"})


def outline(colour: str, width: float, style: str = "solid") -> QgsFillSymbol:
    """An area of which only the border is drawn."""
    return QgsFillSymbol.createSimple(
        {
            "style": "no",
            "outline_color": colour,
            "outline_width": f"{width:g}",
            "outline_style": style,
            "joinstyle": "round",
        }
    )


def marker(shape: str, colour: str, size: float, border: str = "#ffffff", width: float = 0.2) -> QgsMarkerSymbol:
    """A mark of QGIS's own shapes (star, circle, square …)."""
    return QgsMarkerSymbol.createSimple(
        {"name": shape, "color": colour, "size": f"{size:g}", "outline_color": border, "outline_width": f"{width:g}"}
    )


def drawn_as(layer: QgsVectorLayer, symbol: QgsSymbol) -> QgsVectorLayer:
    """The layer, every feature with this symbol."""
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def drawn_by(
    layer: QgsVectorLayer, field: str, categories: Sequence[tuple[object, QgsSymbol, str]]
) -> QgsVectorLayer:
    """The layer by the values of a field: (value, symbol, label) each."""
    made = [QgsRendererCategory(value, symbol, label) for value, symbol, label in categories]
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, made))
    return layer


def labelled(
    layer: QgsVectorLayer,
    field: str,
    text: QgsTextFormat,
    priority: int = 5,
    always: bool = False,
    over: str = "",
) -> QgsVectorLayer:
    """The layer with labels from a field, where there is room; `always`: also where they cross others. Of polygons they lie
    level inside; with `over`, the field of their size in points, in the middle of points (`area_labels`)."""
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.setFormat(text)
    settings.priority = priority
    settings.displayAll = always
    settings.obstacleSettings().setIsObstacle(False)
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    settings.wrapChar = "\n"
    settings.placement = QgsPalLayerSettings.Placement.OverPoint if over else QgsPalLayerSettings.Placement.Horizontal
    if over:
        settings.quadOffset = QgsPalLayerSettings.QuadrantPosition.QuadrantOver
        defined = settings.dataDefinedProperties()
        defined.setProperty(QgsPalLayerSettings.Property.Size, QgsProperty.fromField(over))
        settings.setDataDefinedProperties(defined)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer


def unseen(layer: QgsVectorLayer) -> QgsVectorLayer:
    """The layer without any symbol; its labels are drawn."""
    layer.setRenderer(QgsNullSymbolRenderer())
    return layer


def kept_clear(layer: QgsVectorLayer) -> QgsVectorLayer:
    """The layer without labels, over which those of others do not lie."""
    settings = QgsPalLayerSettings()
    settings.drawLabels = False
    settings.obstacleSettings().setIsObstacle(True)
    settings.obstacleSettings().setFactor(2.0)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer


def _border_only(layer: QgsSimpleFillSymbolLayer) -> None:
    """Leave a fill its border only."""
    from qgis.PyQt.QtCore import Qt

    layer.setBrushStyle(Qt.BrushStyle.NoBrush)
    layer.setFillColor(QColor(0, 0, 0, 0))
