#!/usr/bin/env python3
"""Draw the result of the demo: survey by land class, pieces, footprints, with title, legend, scale and arrow.

`render_map.py survey.gpkg pieces.gpkg picture.png [figures.txt]`; `figures.txt` is set below the legend as it is.
Needs PyQGIS, runs without a screen.
"""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPalLayerSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsRendererCategory,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase

ROOT = Path(__file__).resolve().parent.parent
MAP_BOX = (8.0, 24.0, 300.0, 254.0)
DETAIL_BOX = (313.0, 128.0, 99.0, 67.0)
FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", "Microsoft YaHei", "SimHei")


def chinese_font(size: float, bold: bool = False) -> QFont:
    """The first installed font that has Chinese."""
    installed = set(QFontDatabase().families())
    font = QFont(next((name for name in FONTS if name in installed), FONTS[0]))
    font.setPointSizeF(size)
    font.setBold(bold)
    return font


def open_layer(path: Path, name: str, title: str) -> QgsVectorLayer:
    """A layer of a GeoPackage, or an end with the reason."""
    layer = QgsVectorLayer(f"{path}|layername={name}" if name else str(path), title, "ogr")
    if not layer.isValid():
        sys.exit(f"{path} ({name}) can't be read")
    return layer


def class_names() -> list[tuple[str, str, str]]:
    """Code, name and colour of the land classes, from the plugin's own tables."""
    with open(ROOT / "resources" / "codes" / "sandiao2019.csv", encoding="utf-8-sig", newline="") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(_without_notes(file))}
    with open(ROOT / "resources" / "codes" / "sandiao_colours.csv", encoding="utf-8-sig", newline="") as file:
        colours = [
            (row["code"], f"{row['red']},{row['green']},{row['blue']}")
            for row in csv.DictReader(_without_notes(file))
        ]
    return sorted((code, names.get(code, code), colour) for code, colour in colours)


def _without_notes(lines):
    return (line for line in lines if not line.startswith("#"))


def style_survey(layer: QgsVectorLayer) -> None:
    """Land classes that occur, by their colour."""
    occurring = set(layer.uniqueValues(layer.fields().indexOf("DLBM")))
    categories = []
    for code, name, colour in class_names():
        if code in occurring:
            symbol = QgsFillSymbol.createSimple(
                {"color": colour, "outline_color": "130,130,130,150", "outline_width": "0.05"}
            )
            categories.append(QgsRendererCategory(code, symbol, f"{code} {name}"))
    layer.setRenderer(QgsCategorizedSymbolRenderer("DLBM", categories))


def style_footprints(layer: QgsVectorLayer) -> None:
    """A red line, and the parcel number beside it."""
    layer.renderer().setSymbol(
        QgsFillSymbol.createSimple({"style": "no", "outline_color": "227,26,28", "outline_width": "0.55"})
    )
    text = QgsTextFormat()
    text.setFont(chinese_font(8, bold=True))
    text.setSize(8)
    text.setColor(QColor(160, 0, 0))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor("white"))
    text.setBuffer(halo)
    labels = QgsPalLayerSettings()
    labels.fieldName = "DKBH"
    labels.setFormat(text)
    labels.placement = QgsPalLayerSettings.Horizontal
    labels.displayAll = True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)


def style_line(layer: QgsVectorLayer, colour: str, style: str) -> None:
    """An outline without a fill."""
    layer.renderer().setSymbol(
        QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": colour, "outline_width": "0.6", "outline_style": style}
        )
    )


def style_pieces(layer: QgsVectorLayer) -> None:
    """The plugin's own style of the pieces, without the labels of the large scales."""
    style = ROOT / "resources" / "styles" / "pieces.qml"
    message, loaded = layer.loadNamedStyle(str(style))
    if not loaded:
        sys.exit(f"{style}: {message}")
    layer.setLabelsEnabled(False)


def for_legend(layer: QgsVectorLayer, title: str, hidden: set[object]) -> QgsVectorLayer:
    """A copy of a layer with the classes that occur on the map and are not `hidden`; it is not drawn itself."""
    copy = layer.clone()
    copy.setName(title)
    copy.setOpacity(1.0)
    renderer = copy.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        values = QgsVectorLayerUtils.getValues(layer, renderer.classAttribute())[0]
        for index in reversed(range(len(renderer.categories()))):
            value = renderer.categories()[index].value()
            if value not in values or value in hidden:
                renderer.deleteCategory(index)
    return copy


def label(
    layout: QgsPrintLayout, text: str, box: tuple[float, float, float, float], font: QFont, align: int
) -> None:
    """A text on the sheet."""
    item = QgsLayoutItemLabel(layout)
    item.setText(text)
    item.setFont(font)
    item.setHAlign(align)
    item.setVAlign(Qt.AlignVCenter)
    layout.addLayoutItem(item)
    place(item, box)


def place(item: object, box: tuple[float, float, float, float]) -> None:
    """Position and size in millimetres."""
    item.attemptMove(QgsLayoutPoint(box[0], box[1], QgsUnitTypes.LayoutMillimeters))
    item.attemptResize(QgsLayoutSize(box[2], box[3], QgsUnitTypes.LayoutMillimeters))


def fitted(extent: QgsRectangle, ratio: float) -> QgsRectangle:
    """The smallest extent of the frame's ratio round the same middle."""
    width = max(extent.width(), extent.height() * ratio)
    return QgsRectangle.fromCenterAndSize(extent.center(), width, width / ratio)


def framed(
    layout: QgsPrintLayout,
    layers: list[QgsVectorLayer],
    box: tuple[float, float, float, float],
    extent: QgsRectangle,
) -> QgsLayoutItemMap:
    """A framed map of `extent` on the sheet."""
    item = QgsLayoutItemMap(layout)
    layout.addLayoutItem(item)
    place(item, box)
    item.setLayers(layers)
    item.setCrs(layers[-1].crs())
    item.setExtent(fitted(extent, box[2] / box[3]))
    item.setFrameEnabled(True)
    return item


def legend(layout: QgsPrintLayout, layers: list[QgsVectorLayer]) -> None:
    """Every drawn layer, in Chinese."""
    item = QgsLayoutItemLegend(layout)
    item.setAutoUpdateModel(False)
    root = item.model().rootGroup()
    root.clear()
    for layer in layers:
        root.addLayer(layer)
    item.setTitle("图 例")
    for part, size in (
        (QgsLegendStyle.Title, 12),
        (QgsLegendStyle.Group, 9),
        (QgsLegendStyle.Subgroup, 9),
        (QgsLegendStyle.SymbolLabel, 7.5),
    ):
        item.setStyleFont(part, chinese_font(size, bold=part == QgsLegendStyle.Title))
    item.rstyle(QgsLegendStyle.Symbol).setMargin(QgsLegendStyle.Top, 0.7)
    item.setSymbolHeight(2.6)
    item.setSymbolWidth(5.0)
    item.setColumnCount(2)
    item.setSplitLayer(True)
    item.setEqualColumnWidth(True)
    item.setBackgroundEnabled(False)
    layout.addLayoutItem(item)
    place(item, (313, 26, 100, 250))
    item.adjustBoxSize()


def sheet(
    project: QgsProject,
    layers: list[QgsVectorLayer],
    keys: list[QgsVectorLayer],
    extent: QgsRectangle,
    figures: str,
) -> QgsPrintLayout:
    """An A3 sheet: map of `layers`, title, legend of `keys`, scale bar, arrow, figures, note."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize("A3", QgsLayoutItemPage.Landscape)
    sheet_map = framed(layout, layers, MAP_BOX, extent)
    detail = QgsRectangle()
    for feature in layers[0].getFeatures("\"DKBH\" IN ('DK001')"):
        detail.combineExtentWith(feature.geometry().boundingBox())
    detail.scale(1.25)
    framed(layout, layers, DETAIL_BOX, detail)
    label(layout, "局部放大：DK001", (DETAIL_BOX[0], 196, DETAIL_BOX[2], 6), chinese_font(9), Qt.AlignHCenter)
    label(
        layout,
        "示例镇建设项目占用地类分析图（虚构数据）",
        (8, 6, 404, 15),
        chinese_font(22, bold=True),
        Qt.AlignHCenter,
    )
    legend(layout, keys)
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(sheet_map)
    bar.setUnits(QgsUnitTypes.DistanceMeters)
    bar.setUnitsPerSegment(500)
    bar.setNumberOfSegments(4)
    bar.setNumberOfSegmentsLeft(0)
    bar.setUnitLabel("米")
    text = QgsTextFormat()
    text.setFont(chinese_font(9))
    text.setSize(9)
    bar.setTextFormat(text)
    bar.setBackgroundEnabled(True)
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(14, 261, QgsUnitTypes.LayoutMillimeters))
    arrow = QgsLayoutItemPicture(layout)
    arrow.setPicturePath(_arrow())
    layout.addLayoutItem(arrow)
    place(arrow, (284, 28, 18, 24))
    if figures:
        label(layout, figures, (313, 206, 99, 70), chinese_font(10), Qt.AlignLeft)
    note = "示意图：全部数据为虚构，面积与位置不得用于任何用途    坐标系 CGCS2000 3度带 39带 (EPSG:4527)    地类颜色仅供示意"
    label(layout, note, (8, 281, 404, 8), chinese_font(9), Qt.AlignLeft)
    return layout


def _arrow() -> str:
    for folder in QgsApplication.svgPaths():
        found = Path(folder) / "arrows" / "NorthArrow_02.svg"
        if found.is_file():
            return str(found)
    return ""


def main(survey_path: Path, pieces_path: Path, picture: Path, figures: str) -> None:
    """Write the picture or end with a sentence."""
    project = QgsProject.instance()
    survey = open_layer(survey_path, "DLTB", "地类图斑（现状）")
    footprints = open_layer(survey_path, "XMHX", "项目红线")
    redline = open_layer(survey_path, "STBHHX", "生态保护红线")
    growth = open_layer(survey_path, "CZKFBJ", "城镇开发边界")
    style_survey(survey)
    style_footprints(footprints)
    style_line(redline, "0,104,55", "dash")
    style_line(growth, "84,39,143", "dash dot")
    layers, keys = [footprints, growth, redline], [footprints, growth, redline]
    title = "地类"
    if pieces_path.is_file():
        pieces = open_layer(pieces_path, "", "占用图斑")
        style_pieces(pieces)
        survey.setOpacity(0.42)
        layers.append(pieces)
        keys.append(for_legend(pieces, "占用图斑", survey.uniqueValues(survey.fields().indexOf("DLBM"))))
        title = "地类（占用图斑深色，其余淡色）"
    layers.append(survey)
    keys.append(for_legend(survey, title, set()))
    project.addMapLayers(layers)
    project.addMapLayers(keys[3:])
    extent = survey.extent()
    extent.combineExtentWith(footprints.extent())
    extent.scale(1.03)
    layout = sheet(project, layers, keys, extent, figures)
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=200)
    beside = picture.with_name(picture.stem + ".part.png")
    if image.isNull() or not image.save(str(beside)):
        sys.exit(f"{picture} can't be drawn")
    os.replace(beside, picture)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    application = QgsApplication([], True)
    application.initQgis()
    numbers = Path(sys.argv[4]).read_text(encoding="utf-8") if len(sys.argv) > 4 else ""
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), numbers)
    QgsProject.instance().clear()
    application.exitQgis()
