#!/usr/bin/env python3
"""Maps of farmland balance on the made-up sample, one a result layer, with the plugin's own styles.

`render_farmland.py results pictures` reads `changes.gpkg`, `stable.gpkg`, `inout.gpkg`, `blocks.gpkg` and `reasons.gpkg` from
the folder `results` (written by `scripts/take_farmland_pictures`). Needs PyQGIS, runs without a screen.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import Qt
from render_map import ROOT, chinese_font, framed, label, open_layer, place, style_line

SAMPLE = ROOT / "resources" / "sample" / "sample_township_madeup.gpkg"
LATER = ROOT / "resources" / "sample" / "farmland" / "farmland_madeup.gpkg"
PAGE = (232.0, 150.0)
MAP_BOX = (4.0, 15.0, 168.0, 126.0)
LEGEND_BOX = (176.0, 16.0, 54.0, 100.0)
NOTE = "全部数据为虚构    CGCS2000 3度带 39带（EPSG:4527）"


@dataclass(frozen=True)
class Sheet:
    """A picture: its layers from above to below as (file, style, title in the legend); the first ones are the result."""

    name: str
    title: str
    layers: tuple[tuple[str, str, str], ...]
    around: str = ""
    """The layer that fills the map; all of the township where it is ''."""


SHEETS = (
    Sheet("map_transition", "两年地类变化：变化图斑", (("changes", "transition", "变化图斑"),)),
    Sheet("map_stable", "可长期稳定利用耕地", (("stable", "stable_farmland", "耕地图斑"),)),
    Sheet("map_inout", "耕地进出平衡图斑", (("inout", "inout_balance", "进出平衡图斑"),)),
    Sheet(
        "map_prime", "补划地块审查：不予补划的部分及原因",
        (("reasons", "prime_reasons", "问题部分"), ("blocks", "prime_blocks", "补划地块")), "blocks",
    ),
)  # fmt: skip


def styled(path: Path, style: str, title: str) -> QgsVectorLayer:
    """A result layer in the plugin's own style."""
    layer = open_layer(path, "", title)
    message, loaded = layer.loadNamedStyle(str(ROOT / "resources" / "styles" / f"{style}.qml"))
    if not loaded:
        sys.exit(f"{style}: {message}")
    layer.setLabelsEnabled(False)
    return layer


def occurring(layer: QgsVectorLayer) -> QgsVectorLayer:
    """A copy for the legend with the categories that are on the map."""
    copy = layer.clone()
    renderer = copy.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        values = set(QgsVectorLayerUtils.getValues(layer, renderer.classAttribute())[0])
        others = values - {category.value() for category in renderer.categories()}
        for index in reversed(range(len(renderer.categories()))):
            value = renderer.categories()[index].value()
            if value not in values and not (value == "" and others):
                renderer.deleteCategory(index)
    return copy


def ground(path: Path, name: str, title: str) -> QgsVectorLayer:
    """Parcels in the back, pale."""
    layer = open_layer(path, name, title)
    symbol = QgsFillSymbol.createSimple({"color": "247,247,244", "outline_color": "205,205,200", "outline_width": "0.08"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def legend(layout: QgsPrintLayout, layers: list[QgsVectorLayer]) -> None:
    """What is on the map."""
    item = QgsLayoutItemLegend(layout)
    item.setAutoUpdateModel(False)
    root = item.model().rootGroup()
    root.clear()
    for layer in layers:
        root.addLayer(layer)
    for part, size in ((QgsLegendStyle.Group, 9), (QgsLegendStyle.Subgroup, 9), (QgsLegendStyle.SymbolLabel, 8)):
        item.setStyleFont(part, chinese_font(size, bold=part != QgsLegendStyle.SymbolLabel))
    item.setBackgroundEnabled(False)
    layout.addLayoutItem(item)
    place(item, LEGEND_BOX)
    item.adjustBoxSize()


def scale_bar(layout: QgsPrintLayout, sheet_map: object, metres: int) -> None:
    """Two segments of `metres`."""
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(sheet_map)
    bar.setUnits(QgsUnitTypes.DistanceMeters)
    bar.setUnitsPerSegment(metres)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setUnitLabel("米")
    text = QgsTextFormat()
    text.setFont(chinese_font(7))
    text.setSize(7)
    bar.setTextFormat(text)
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(176, 124, QgsUnitTypes.LayoutMillimeters))


def picture(sheet: Sheet, results: Path, target: Path) -> None:
    """One map."""
    project = QgsProject.instance()
    project.clear()
    shown = {file: styled(results / f"{file}.gpkg", style, title) for file, style, title in sheet.layers}
    back = ground(LATER, "DLTB_2026", "地类图斑")
    lines = []
    if sheet.name in ("map_stable", "map_prime"):
        lines = [open_layer(SAMPLE, "STBHHX", "生态保护红线")]
        style_line(lines[0], "0,104,55", "dash")
    if sheet.name == "map_prime":
        lines.append(open_layer(SAMPLE, "XMHX", "项目红线"))
        lines[1].renderer().setSymbol(
            QgsFillSymbol.createSimple({"style": "no", "outline_color": "227,26,28", "outline_width": "0.3"})
        )
    keys = [occurring(layer) for layer in shown.values()]
    project.addMapLayers([*shown.values(), *lines, back, *keys])
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    page = layout.pageCollection().page(0)
    page.setPageSize(QgsLayoutSize(*PAGE, QgsUnitTypes.LayoutMillimeters))
    extent = QgsRectangle((shown[sheet.around] if sheet.around else back).extent())
    extent.scale(1.04)
    sheet_map = framed(layout, [*lines, *shown.values(), back], MAP_BOX, extent)
    label(layout, f"示例镇{sheet.title}（虚构数据）", (4, 3, 224, 10), chinese_font(14, bold=True), Qt.AlignHCenter)
    legend(layout, [*keys, *lines])
    scale_bar(layout, sheet_map, 500 if sheet.around else 1000)
    label(layout, NOTE, (4, 142, 224, 6), chinese_font(7), Qt.AlignLeft)
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=110)
    if image.isNull() or not image.save(str(target)):
        sys.exit(f"{target} can't be drawn")


def main(results: Path, pictures: Path) -> None:
    for sheet in SHEETS:
        picture(sheet, results, pictures / f"{sheet.name}.png")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    application = QgsApplication([], True)
    application.initQgis()
    main(Path(sys.argv[1]), Path(sys.argv[2]))
    QgsProject.instance().clear()
    application.exitQgis()
