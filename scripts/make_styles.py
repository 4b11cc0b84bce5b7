"""Writes resources/styles/*.qml through the QGIS API, so that they are what QGIS itself would save.

Run with the Python that has QGIS: QT_QPA_PLATFORM=offscreen .venv/bin/python scripts/make_styles.py
Colours: resources/codes/sandiao_colours.csv (indicative only).
"""

from __future__ import annotations

import csv
import os
import re
import sys
from pathlib import Path

os.environ["QT_HASH_SEED"] = "0"  # else every run writes the XML attributes in another order

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsDiagramLayerSettings,
    QgsDiagramSettings,
    QgsEditorWidgetSetup,
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsLinearlyInterpolatedDiagramRenderer,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsStackedBarDiagram,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QFont

ROOT = Path(__file__).resolve().parent.parent
CODES = ROOT / "resources" / "codes"
STYLES = ROOT / "resources" / "styles"

RED = "#e60000"
DARK_RED = "#8c0050"
GREY = "#6e6e6e"
UNKNOWN_COLOUR = "#ff00ff"
OUTSIDE_COLOUR = "#ffffff"
# A null would leave the outline on, so it counts as outside.
PRIME_FARMLAND = 'coalesce("IN_YN", 0) = 1'
ECO_REDLINE = 'coalesce("IN_HX", 0) = 1'
PIECE_FIELDS = (
    "FP_ID:string(60)", "FP_NAME:string(254)", "BSM:string(30)", "DLBM:string(10)", "DLMC:string(60)",
    "BP_DLBM:string(10)", "THREE:string(14)", "QSXZ:string(12)", "IN_YN:integer", "IN_HX:integer", "IN_KFBJ:integer",
    "AREA_ADJ:double",
)
WORDS = {
    "THREE": {"农用地": "agricultural", "建设用地": "construction", "未利用地": "unused", "未知地类": "unknown",
              "图斑范围外": "outside"},
    "QSXZ": {"国有": "state", "集体": "collective", "未知": "unknown"},
    "SEVERITY": {"错误": "error", "警告": "warning", "提示": "hint"},
    "STATE": {"待核实": "open", "已核实": "accepted"},
    "IN_YN": {"是": "1", "否": "0"},
    "IN_HX": {"是": "1", "否": "0"},
    "IN_KFBJ": {"是": "1", "否": "0"},
}
SEVERITIES = (("error", RED, "错误"), ("warning", "#f08228", "警告"), ("hint", "#2878c8", "提示"))
CATEGORIES = QgsMapLayer.Symbology | QgsMapLayer.Labeling | QgsMapLayer.Forms | QgsMapLayer.MapTips


def facts(name: str) -> list[dict[str, str]]:
    with open(CODES / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def polygons(*fields: str) -> QgsVectorLayer:
    definition = "MultiPolygon?crs=EPSG:4527" + "".join(f"&field={field}" for field in fields)
    return QgsVectorLayer(definition, "style", "memory")


def fill(colour: str, outline: str = GREY, width: float = 0.1, style: str = "solid") -> QgsFillSymbol:
    return QgsFillSymbol.createSimple(
        {"color": colour, "outline_color": outline, "outline_width": str(width), "style": style}
    )


def outline(colour: str, width: float, shown_where: str, dashed: bool = False) -> QgsSimpleLineSymbolLayer:
    """A line above all fills (rendering pass 1), drawn only for the features of an expression ('' for all)."""
    line = QgsSimpleLineSymbolLayer(QColor(colour), width)
    if dashed:
        line.setPenStyle(Qt.PenStyle.DashLine)
    if shown_where:
        line.setDataDefinedProperty(QgsSymbolLayer.PropertyLayerEnabled, QgsProperty.fromExpression(shown_where))
    line.setRenderingPass(1)
    return line


def labels(expression: str, size: float, largest_scale: int, colour: str = "#202020") -> QgsVectorLayerSimpleLabeling:
    """Labels that appear from 1:`largest_scale` on."""
    text = QgsTextFormat()
    text.setFont(QFont("Noto Sans CJK SC"))
    text.setSize(size)
    text.setColor(QColor(colour))
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(True)
    buffer.setSize(0.6)
    buffer.setColor(QColor("#ffffff"))
    text.setBuffer(buffer)
    label = QgsPalLayerSettings()
    label.setFormat(text)
    label.fieldName = expression
    label.isExpression = True
    label.scaleVisibility = True
    label.minimumScale = largest_scale
    label.maximumScale = 1
    return QgsVectorLayerSimpleLabeling(label)


def piece_symbol(colour: str) -> QgsFillSymbol:
    symbol = fill(colour)
    symbol.appendSymbolLayer(outline(RED, 0.6, PRIME_FARMLAND))
    symbol.appendSymbolLayer(outline(DARK_RED, 0.6, ECO_REDLINE, dashed=True))
    return symbol


def conflict_key(colour: str, dashed: bool) -> QgsFillSymbol:
    """The legend entry that explains an outline."""
    symbol = fill("#ffffff", style="no")
    symbol.changeSymbolLayer(0, outline(colour, 0.6, "", dashed))
    return symbol


def pieces() -> QgsVectorLayer:
    layer = polygons(*PIECE_FIELDS)
    colours = {row["code"]: QColor(int(row["red"]), int(row["green"]), int(row["blue"])).name()
               for row in facts("sandiao_colours.csv")}
    categories = []
    for row in facts("sandiao2019.csv"):
        code = row["code"]
        colour = colours.get(code) or colours.get(row["base"])
        if colour and (int(row["level"]) > 1 or code == "09"):
            categories.append(QgsRendererCategory(code, piece_symbol(colour), f"{code} {row['name']}"))
    categories += [
        QgsRendererCategory("outside", piece_symbol(OUTSIDE_COLOUR), "图斑范围外"),
        QgsRendererCategory("", piece_symbol(UNKNOWN_COLOUR), "其他或未知地类（以上配色为示意）"),
        QgsRendererCategory("legend-prime-farmland", conflict_key(RED, False), "红框：占永久基本农田"),
        QgsRendererCategory("legend-eco-redline", conflict_key(DARK_RED, True), "红虚框：占生态保护红线"),
    ]
    renderer = QgsCategorizedSymbolRenderer("CASE WHEN \"THREE\" = 'outside' THEN 'outside' ELSE \"DLBM\" END", categories)
    renderer.setUsingSymbolLevels(True)
    layer.setRenderer(renderer)
    layer.setLabeling(labels('"DLBM"', 7, 5000))
    layer.setLabelsEnabled(True)
    for name, words in WORDS.items():
        index = layer.fields().indexOf(name)
        pairs = [{word: stored} for word, stored in words.items()]
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    layer.setMapTipTemplate(
        '<b>[% "FP_ID" %] [% "FP_NAME" %]</b><br>[% "DLBM" %] [% "DLMC" %]<br>[% format_number("AREA_ADJ", 2) %] m²'
    )
    return layer


def first_of(*fields: str) -> str:
    """An expression for the first of these fields that the layer has and that is not empty."""
    return "coalesce(" + ", ".join(f"nullif(map_get(attributes($currentfeature), '{name}'), '')" for name in fields) + ", '')"


def plots() -> QgsVectorLayer:
    layer = polygons("DKBH:string(60)", "DKMC:string(254)")
    layer.setRenderer(single(fill("#00000000", RED, 0.5)))
    layer.setLabeling(labels(first_of("DKMC", "DKBH", "FP_NAME", "FP_ID"), 9, 50000, RED))
    layer.setLabelsEnabled(True)
    return layer


def ellipsoid_area() -> QgsVectorLayer:
    layer = polygons("TBMJ:double", "ELL_DIFF:double")
    differs = "round(coalesce(abs(map_get(attributes($currentfeature), 'ELL_DIFF')), 0) * 100) > 1"
    categories = [
        QgsRendererCategory(0, fill("#d7e8d2"), "面积相符或未比对"),
        QgsRendererCategory(1, fill("#f6c6b8", RED, 0.4), "与登记面积相差大于0.01平方米"),
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(differs, categories))
    return layer


def overlaps() -> QgsVectorLayer:
    layer = polygons("ID:integer")
    symbol = fill(RED, RED, 0.5, "b_diagonal")
    layer.setRenderer(single(symbol))
    return layer


def overlay_summary() -> QgsVectorLayer:
    """The darker, the more layers a piece lies in."""
    layer = polygons("FP_ID:string(60)", "COUNTED:integer", "HITS:integer", "LAYERS:string", "AREA_ADJ:double")
    hits = "min(coalesce(map_get(attributes($currentfeature), 'HITS'), 0), 4)"
    colours = ("#00ffffff", "#b0ffe3a8", "#b0ffbe46", "#b0f08228", "#b0c83c14")
    names = ("不压盖任何图层", "压盖1个图层", "压盖2个图层", "压盖3个图层", "压盖4个及以上图层")
    outlines = (GREY, *["#b46400"] * 4)
    categories = [
        QgsRendererCategory(number, fill(colour, line, 0.3), name)
        for number, (colour, line, name) in enumerate(zip(colours, outlines, names))
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(hits, categories))
    return layer


def findings() -> QgsVectorLayer:
    """Points by severity; what somebody accepted is grey and small."""
    fields = ("SEVERITY:string(10)", "STATE:string(10)", "TITLE:string(80)", "FINDING:string(254)")
    layer = QgsVectorLayer("Point?crs=EPSG:4527" + "".join(f"&field={field}" for field in fields), "style", "memory")
    # A layer of another making may lack the fields: everything is an error then, and nothing invisible.
    kind = "if(attribute('STATE') = 'accepted', 'accepted', coalesce(attribute('SEVERITY'), 'error'))"
    categories = [
        QgsRendererCategory(value, marker(colour, 3.2 if value == "error" else 2.6), name)
        for value, colour, name in SEVERITIES
    ]
    categories.append(QgsRendererCategory("accepted", marker("#b4b4b4", 1.8), "已核实"))
    layer.setRenderer(QgsCategorizedSymbolRenderer(kind, categories))
    for name in ("SEVERITY", "STATE"):
        pairs = [{word: stored} for word, stored in WORDS[name].items()]
        layer.setEditorWidgetSetup(layer.fields().indexOf(name), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    layer.setMapTipTemplate('<b>[% "TITLE" %]</b><br>[% "FINDING" %]')
    return layer


def opinions() -> QgsVectorLayer:
    """Opinions of a review by state, numbered; what is dealt with is pale."""
    fields = ("SEQ:integer", "CATEGORY:string(20)", "STATE:string(20)", "OPINION:string(254)", "REPLY:string(254)")
    layer = QgsVectorLayer("Point?crs=EPSG:4527" + "".join(f"&field={field}" for field in fields), "style", "memory")
    colours = (
        ("新增", "#7b3fa0"), ("未改", "#c81414"), ("部分", "#d98200"), ("待核", "#286ebe"), ("说明理由", "#8a8a8a"), ("已改", "#2e9e5b"),
    )  # fmt: skip
    categories = []
    for state, colour in colours:
        symbol = marker(colour, 3.0 if state in ("已改", "说明理由") else 4.0)
        symbol.symbolLayer(0).setShape(QgsSimpleMarkerSymbolLayer.Diamond)
        categories.append(QgsRendererCategory(state, symbol, state))
    other = marker("#7b3fa0", 4.0)
    other.symbolLayer(0).setShape(QgsSimpleMarkerSymbolLayer.Diamond)
    categories.append(QgsRendererCategory(None, other, "其他"))
    layer.setRenderer(QgsCategorizedSymbolRenderer("attribute('STATE')", categories))
    layer.setMapTipTemplate('<b>[% "SEQ" %] [% "CATEGORY" %] [% "STATE" %]</b><br>[% "OPINION" %]<br>[% "REPLY" %]')
    return layer


def marker(colour: str, size: float) -> QgsMarkerSymbol:
    return QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": colour, "outline_color": "#ffffff", "outline_width": "0.2", "size": str(size)}
    )


def finding_areas() -> QgsVectorLayer:
    """The ground of findings by severity, hatched so that the parcels below stay visible."""
    layer = polygons("SEVERITY:string(10)", "TITLE:string(80)", "FINDING:string(254)")
    kind = "coalesce(attribute('SEVERITY'), 'error')"
    layer.setRenderer(
        QgsCategorizedSymbolRenderer(
            kind, [QgsRendererCategory(value, fill(colour, colour, 0.5, "b_diagonal"), name) for value, colour, name in SEVERITIES]
        )
    )
    layer.setMapTipTemplate('<b>[% "TITLE" %]</b><br>[% "FINDING" %]')
    return layer


def adjacent_parties() -> QgsVectorLayer:
    """The text of each side inside the plot; red where some border has no neighbour."""
    layer = polygons("TEXT:string", "OPEN_M:double")
    gap = "coalesce(map_get(attributes($currentfeature), 'OPEN_M'), 0) > 0"
    categories = [
        QgsRendererCategory(0, fill("#40d7e8d2", "#2f6b3a", 0.5), "四至齐全"),
        QgsRendererCategory(1, fill("#40f6c6b8", RED, 0.5), "有界线外侧无图斑"),
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(gap, categories))
    layer.setLabeling(labels("replace(map_get(attributes($currentfeature), 'TEXT'), '；', '\n')", 8, 5000))
    layer.setLabelsEnabled(True)
    return layer


def boundary_points() -> QgsVectorLayer:
    layer = QgsVectorLayer("Point?crs=EPSG:4527&field=LABEL:string", "style", "memory")
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": "#ffffff", "outline_color": RED, "outline_width": "0.4", "size": "1.8"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.setLabeling(labels("map_get(attributes($currentfeature), 'LABEL')", 8, 5000, RED))
    layer.setLabelsEnabled(True)
    return layer


def crosswalk() -> QgsVectorLayer:
    """What is still to be decided stands out."""
    layer = polygons("NEW_CODE:string(12)", "NEW_NAME:string(60)", "STATUS:string(12)", "CANDIDATES:string(254)")
    kinds = {
        "1:1": ("一对一", "#d7e8d2"),
        "decided": ("人工审定", "#b4d7f0"),
        "default": ("取对照表默认", "#ffe6a0"),
        "needs review": ("待审定", "#f5a078"),
        "no rule": ("无对照规则", UNKNOWN_COLOUR),
    }
    categories = [QgsRendererCategory(value, fill(colour), name) for value, (name, colour) in kinds.items()]
    categories.append(QgsRendererCategory("", fill("#e6e6e6"), "其他"))
    status = "coalesce(map_get(attributes($currentfeature), 'STATUS'), '')"
    layer.setRenderer(QgsCategorizedSymbolRenderer(status, categories))
    layer.setLabeling(labels('coalesce("NEW_CODE", \'?\')', 7, 5000))
    layer.setLabelsEnabled(True)
    pairs = [{name: value} for value, (name, _) in kinds.items()]
    layer.setEditorWidgetSetup(layer.fields().indexOf("STATUS"), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    return layer


def class_summary() -> QgsVectorLayer:
    """A table without shapes: only its stored words are shown as people say them."""
    layer = QgsVectorLayer("NoGeometry?field=LEVEL:string(10)&field=THREE:string(16)", "style", "memory")
    words = {
        "LEVEL": {"县级": "county", "乡级": "township", "村级": "village"},
        "THREE": {"农用地": "agricultural", "建设用地": "construction", "未利用地": "unused", "未归入三大类": "none",
                  "未识别地类": "unknown"},
    }
    for name, stored in words.items():
        pairs = [{word: value} for word, value in stored.items()]
        index = layer.fields().indexOf(name)
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    return layer


def advance_clearing() -> QgsVectorLayer:
    """A table without shapes: overdue as people say it."""
    layer = QgsVectorLayer("NoGeometry?field=OVERDUE:integer", "style", "memory")
    setup = QgsEditorWidgetSetup("ValueMap", {"map": [{"逾期": "1"}, {"未逾期": "0"}]})
    layer.setEditorWidgetSetup(layer.fields().indexOf("OVERDUE"), setup)
    return layer


def import_problems() -> QgsVectorLayer:
    """A table without shapes: how bad a problem is, in words."""
    layer = QgsVectorLayer("NoGeometry?field=SEVERITY:string(10)", "style", "memory")
    pairs = [{word: value} for word, value in WORDS["SEVERITY"].items() if value != "hint"]
    layer.setEditorWidgetSetup(0, QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    return layer


def unsupplied() -> QgsVectorLayer:
    """Unsupplied plots by difficulty; slivers are hatched, so that nobody takes them for plots."""
    layer = polygons("DOC_NO:string(60)", "BATCH:string(120)", "PART:string(60)", "SLIVER:integer", "AREA_MU:double",
                     "DIFF:string(10)", "MEASURE:string(120)")
    kinds = {
        "易": ("难易程度：易", "#c3e6b4"),
        "中": ("难易程度：中", "#ffe08c"),
        "难": ("难易程度：难", "#f09678"),
        "": ("难易程度未填", "#dcdcdc"),
    }
    categories = [QgsRendererCategory(value, fill(colour, "#6e4b00", 0.4), name) for value, (name, colour) in kinds.items()]
    categories.append(QgsRendererCategory("sliver", fill("#c800b4", "#c800b4", 0.3, "b_diagonal"), "碎块"))
    value = attribute_or("DIFF", "''")
    layer.setRenderer(QgsCategorizedSymbolRenderer(f"if({attribute_or('SLIVER', '0')} = 1, 'sliver', {value})", categories))
    layer.setLabeling(labels("if(" + attribute_or("SLIVER", "0") + " = 1, '', " + attribute_or("PART", "''")
                             + " || '\n' || format_number(" + attribute_or("AREA_MU", "0") + ", 2) || '亩')", 7, 25000))
    layer.setLabelsEnabled(True)
    pairs = [{"是": "1"}, {"否": "0"}]
    layer.setEditorWidgetSetup(layer.fields().indexOf("SLIVER"), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    layer.setEditorWidgetSetup(
        layer.fields().indexOf("DIFF"), QgsEditorWidgetSetup("ValueMap", {"map": [{word: word} for word in "易中难"]})
    )
    layer.setMapTipTemplate('<b>[% "PART" %]</b> [% "AREA_MU" %]亩<br>[% "BATCH" %] [% "DOC_NO" %]<br>[% "MEASURE" %]')
    return layer


def idle() -> QgsVectorLayer:
    """Supplied parcels by what the rule of idle land says."""
    layer = polygons("NUMBER:string(60)", "RECIPIENT:string(120)", "STATE:string(20)", "IDLE:integer", "BACK:integer",
                     "WHY:string(120)")
    kinds = {
        "not_started": ("疑似闲置（未动工）", "#e6553c"),
        "stopped": ("疑似闲置（中止开发）", "#f09632"),
        "overdue": ("逾期未动工", "#ffe08c"),
        "running": ("在建", "#b4d7f0"),
        "not_due": ("未到期", "#d7e8d2"),
        "finished": ("已竣工", "#a0c896"),
        "unknown": ("资料不全", "#dcdcdc"),
    }
    categories = [QgsRendererCategory(value, fill(colour, GREY, 0.3), name) for value, (name, colour) in kinds.items()]
    layer.setRenderer(QgsCategorizedSymbolRenderer(attribute_or("STATE", "'unknown'"), categories))
    layer.setLabeling(labels(attribute_or("NUMBER", "''"), 7, 10000))
    layer.setLabelsEnabled(True)
    pairs = [{name: value} for value, (name, _) in kinds.items()]
    layer.setEditorWidgetSetup(layer.fields().indexOf("STATE"), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    for name in ("IDLE", "BACK"):
        pairs = [{"是": "1"}, {"否": "0"}]
        layer.setEditorWidgetSetup(layer.fields().indexOf(name), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    layer.setMapTipTemplate('<b>[% "NUMBER" %]</b> [% "RECIPIENT" %]<br>[% "WHY" %]')
    return layer


def prime_blocks() -> QgsVectorLayer:
    """Supplement blocks by verdict; a hint is a dashed border."""
    layer = polygons("PROJECT:string(120)", "PID:string(60)", "VERDICT:string(10)", "HINTS:integer", "AREA_M2:double",
                     "WHOLE_M2:double", "WHY:string(254)")
    kinds = {"accepted": ("采用", "#a5d296", "#2d6e28"), "refused": ("不予补划", "#f2b8a6", RED)}
    categories = []
    for value, (name, colour, line) in kinds.items():
        symbol = fill(colour, line, 0.5)
        symbol.setOpacity(0.75)
        if value == "accepted":
            symbol.appendSymbolLayer(outline("#f08228", 0.7, attribute_or("HINTS", "0") + " > 0", dashed=True))
        categories.append(QgsRendererCategory(value, symbol, name))
    layer.setRenderer(QgsCategorizedSymbolRenderer(attribute_or("VERDICT", "'refused'"), categories))
    layer.setLabeling(labels(attribute_or("PID", "''") + " || '\n' || format_number(" + attribute_or("WHOLE_M2", "0")
                             + " / 10000, 4) || '公顷'", 7, 25000))
    layer.setLabelsEnabled(True)
    pairs = [{name: value} for value, (name, *_) in kinds.items()]
    layer.setEditorWidgetSetup(layer.fields().indexOf("VERDICT"), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    layer.setMapTipTemplate('<b>[% "PID" %]</b> [% "PROJECT" %]<br>[% "WHY" %]')
    return layer


PRIME_REASONS = {
    "outside_survey": ("不在调查范围", "#969696"), "outside_county": ("在所给行政区之外", "#b4b4b4"),
    "not_cultivated": ("现状不是耕地", "#8c5a28"), "steep": ("坡度超过规定", "#c86400"),
    "slope_unknown": ("缺坡度级", "#dcb478"), "unstable": ("不属可长期稳定利用耕地", "#9664c8"),
    "no_grade": ("缺耕地质量等别", "#c8aae6"), "already_prime": ("已是永久基本农田", "#f0c800"),
    "overlaps_occupied": ("与占用地块重叠", "#c80000"), "overlaps_block": ("与其他补划地块重叠", RED),
    "eco_redline": ("位于生态保护红线内", "#008c46"), "urban_boundary": ("位于城镇开发边界内", "#e6468c"),
    "excluded": ("位于禁止补划图层内", "#5a5a8c"), "too_small": ("连片面积小于规定", "#64b4dc"),
    "other_county": ("不在同一县（市、区）", "#2878c8"), "not_reserve": ("不在储备区内", "#8cc8e6"),
}


def prime_reasons() -> QgsVectorLayer:
    """Parts of supplement blocks by what speaks against them: hatched, as they lie over one another; hints are dotted."""
    layer = polygons("PID:string(60)", "REASON:string(24)", "TITLE:string(120)", "EFFECT:string(10)", "AREA_M2:double",
                     "SAYS:string(254)")
    hints = ("other_county", "not_reserve")
    categories = [
        QgsRendererCategory(value, fill(colour, colour, 0.4, "dense6" if value in hints else "b_diagonal"), name)
        for value, (name, colour) in PRIME_REASONS.items()
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(attribute_or("REASON", "'excluded'"), categories))
    layer.setLabeling(labels(attribute_or("SAYS", "''"), 6.5, 5000, "#640000"))
    layer.setLabelsEnabled(True)
    pairs = [{"不予补划": "refuse"}, {"提示": "warn"}]
    layer.setEditorWidgetSetup(layer.fields().indexOf("EFFECT"), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    pairs = [{name: value} for value, (name, _) in PRIME_REASONS.items()]
    layer.setEditorWidgetSetup(layer.fields().indexOf("REASON"), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    layer.setMapTipTemplate('<b>[% "PID" %]</b><br>[% "SAYS" %]')
    return layer


def prime_pieces() -> QgsVectorLayer:
    """Pieces of both sides: what counts is filled, what does not is grey."""
    layer = polygons("SIDE:string(10)", "PID:string(60)", "COUNTS:integer", "ACCEPTED:integer", "DLMC:string(60)",
                     "GRADE:double", "AREA:double", "REASONS:string(254)")
    kinds = {"occupied": ("占用", "#f0a05a"), "supplement": ("补划", "#96c882"), "": ("不计入", "#dcdcdc")}
    categories = [QgsRendererCategory(value, fill(colour), name) for value, (name, colour) in kinds.items()]
    counts = f"{attribute_or('COUNTS', '0')} = 1 and {attribute_or('ACCEPTED', '0')} = 1"
    layer.setRenderer(QgsCategorizedSymbolRenderer(f"if({counts}, {attribute_or('SIDE', chr(39) * 2)}, '')", categories))
    layer.setLabeling(labels(attribute_or("PID", "''") + " || ' ' || " + attribute_or("DLMC", "''"), 6.5, 5000))
    layer.setLabelsEnabled(True)
    pairs = [{"占用": "occupied"}, {"补划": "supplement"}]
    layer.setEditorWidgetSetup(layer.fields().indexOf("SIDE"), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    for name in ("COUNTS", "ACCEPTED"):
        pairs = [{"是": "1"}, {"否": "0"}]
        layer.setEditorWidgetSetup(layer.fields().indexOf(name), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    return layer


def stable_farmland() -> QgsVectorLayer:
    """Cultivated land: green where it is stable, else the colour of the rule that decides."""
    layer = polygons("BSM:string(30)", "STABLE:integer", "REASON:string(20)", "REASONS:string(254)", "CUT:integer", "NET_MU:double")
    kinds = {
        "stable": ("可长期稳定利用耕地", "#a6d96a"),
        "steep": ("25°以上坡耕地", "#8c510a"),
        "river": ("河道耕地", "#4393c3"),
        "lake": ("湖区耕地", "#2166ac"),
        "forest": ("林区耕地", "#1b7837"),
        "pasture": ("牧区耕地", "#5aae61"),
        "sand": ("沙荒耕地", "#dfc27d"),
        "rock": ("石漠化耕地", "#878787"),
    }
    categories = [QgsRendererCategory(value, fill(colour), name) for value, (name, colour) in kinds.items()]
    categories.append(QgsRendererCategory("", fill(RED, RED, 0.2, "b_diagonal"), "扣除图层内或按其他规则不稳定"))
    value = f"if({attribute_or('STABLE', '0')} = 1, 'stable', {attribute_or('REASON', chr(39) * 2)})"
    layer.setRenderer(QgsCategorizedSymbolRenderer(value, categories))
    for name in ("STABLE", "CUT"):
        setup = QgsEditorWidgetSetup("ValueMap", {"map": [{"是": "1"}, {"否": "0"}]})
        layer.setEditorWidgetSetup(layer.fields().indexOf(name), setup)
    layer.setMapTipTemplate('<b>[% "BSM" %]</b> [% format_number("NET_MU", 2) %]亩<br>[% "REASONS" %]')
    return layer


def inout_balance() -> QgsVectorLayer:
    """Patches of the in–out balance by direction; what does not count otherwise is hatched."""
    layer = polygons("NUMBER:string(40)", "DIRECTION:string(4)", "SHOWN:string(8)", "STATE:string(14)", "NET_MU:double",
                     "WHY:string(120)", "DOCUMENT:string(80)")
    categories = [
        QgsRendererCategory("out", fill("#e6553c", "#8c2d1e", 0.3), "流出"),
        QgsRendererCategory("in", fill("#4daf4a", "#2d6b2b", 0.3), "流入"),
        QgsRendererCategory("exempt", fill("#ffd27f", "#96690f", 0.3), "不计入（例外情形）"),
        QgsRendererCategory("", fill("#808080", GREY, 0.2, "b_diagonal"), "不计入（其他）"),
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(attribute_or("SHOWN", "''"), categories))
    words = {
        "DIRECTION": {"流出": "out", "流入": "in"},
        "SHOWN": {"流出": "out", "流入": "in", "不计入（例外情形）": "exempt", "不计入（其他）": "apart"},
        "STATE": {"计入": "counted", "不计入（例外情形）": "exempt", "不计入（涉及建设用地）": "construction",
                  "不计入（不稳定）": "unstable", "不计入（碎屑、界线微移）": "noise"},
    }
    for name, stored in words.items():
        setup = QgsEditorWidgetSetup("ValueMap", {"map": [{word: value} for word, value in stored.items()]})
        layer.setEditorWidgetSetup(layer.fields().indexOf(name), setup)
    layer.setMapTipTemplate('<b>[% "NUMBER" %]</b> [% format_number("NET_MU", 2) %]亩<br>[% "WHY" %] [% "DOCUMENT" %]')
    return layer


def rectification() -> QgsVectorLayer:
    """Outflow spots by how far they are rectified; a red outline where a rule found something."""
    layer = polygons("TBBH:string(60)", "STATE:string(10)", "LEFT_MU:double", "RATE:double", "FAULTS:integer", "WHY:string(254)")
    kinds = {
        "open": ("未整改", "#e6553c"),
        "partly": ("部分整改", "#f6c344"),
        "done": ("已整改", "#9ccc65"),
        "closed": ("已销号", "#4f9d5a"),
        "exempt": ("不需整改", "#d2d2d2"),
    }
    categories = []
    for value, (name, colour) in kinds.items():
        symbol = fill(colour, GREY, 0.3)
        symbol.appendSymbolLayer(outline(RED, 0.6, attribute_or("FAULTS", "0") + " > 0"))
        categories.append(QgsRendererCategory(value, symbol, name))
    layer.setRenderer(QgsCategorizedSymbolRenderer(attribute_or("STATE", "'open'"), categories))
    layer.setLabeling(labels(attribute_or("TBBH", "''"), 7, 10000))
    layer.setLabelsEnabled(True)
    pairs = [{name: value} for value, (name, _) in kinds.items()]
    layer.setEditorWidgetSetup(layer.fields().indexOf("STATE"), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    layer.setMapTipTemplate('<b>[% "TBBH" %]</b> 未整改[% "LEFT_MU" %]亩，整改比例[% "RATE" %]%<br>[% "WHY" %]')
    return layer


def linkage() -> QgsVectorLayer:
    """Blocks of project areas by kind; a red outline where a rule found something."""
    layer = polygons("ROLE:string(14)", "XMQMC:string(120)", "DKBH:string(60)", "STATE:string(10)", "AREA_MU:double",
                     "SURPL_MU:double", "LEFT_MU:double", "FAULTS:integer", "WHY:string(254)")
    kinds = {
        "demolition": ("拆旧", "#c8a078"),
        "resettlement": ("安置", "#f6c344"),
        "new_build": ("建新", "#e6783c"),
        "project": ("项目区", "#b4d7f0"),
    }
    categories = []
    for value, (name, colour) in kinds.items():
        symbol = fill(colour, GREY, 0.3)
        symbol.appendSymbolLayer(outline(RED, 0.6, attribute_or("FAULTS", "0") + " > 0"))
        categories.append(QgsRendererCategory(value, symbol, name))
    layer.setRenderer(QgsCategorizedSymbolRenderer(attribute_or("ROLE", "'project'"), categories))
    layer.setLabeling(labels(attribute_or("DKBH", "''"), 7, 10000))
    layer.setLabelsEnabled(True)
    states = {"running": "未验收", "surplus": "已验收、有节余", "used_up": "已验收、无节余", "overdrawn": "超用"}
    for field, words in (("ROLE", {value: name for value, (name, _) in kinds.items()}), ("STATE", states)):
        pairs = [{name: value} for value, name in words.items()]
        layer.setEditorWidgetSetup(layer.fields().indexOf(field), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    layer.setMapTipTemplate('<b>[% "XMQMC" %] [% "DKBH" %]</b> [% "AREA_MU" %]亩<br>节余[% "SURPL_MU" %]亩，剩余[% "LEFT_MU" %]亩'
                            '<br>[% "WHY" %]')
    return layer


def assign_teams() -> QgsVectorLayer:
    """Areas of planner teams in Okabe and Ito's colours, told apart by colour-blind people; neighbours differ."""
    layer = polygons("TEAM:string(40)", "TEAM_NAME:string(80)", "LEAD:string(60)", "UNITS:integer", "LOAD:double",
                     "TRAVEL:double", "COLOUR:integer")
    colours = ("#56b4e9", "#e69f00", "#009e73", "#f0e442", "#cc79a7", "#0072b2", "#d55e00", "#999999")
    categories = [
        QgsRendererCategory(number, fill(colour, "#404040", 0.5), str(number)) for number, colour in enumerate(colours, 1)
    ]
    renderer = QgsCategorizedSymbolRenderer(f"({attribute_or('COLOUR', '1')} - 1) % {len(colours)} + 1", categories)
    layer.setRenderer(renderer)
    layer.setLabeling(labels(f"{attribute_or('TEAM_NAME', 'TEAM')} || '\n' || {attribute_or('LEAD', chr(39) * 2)}", 8, 500000))
    layer.setLabelsEnabled(True)
    layer.setMapTipTemplate('<b>[% "TEAM_NAME" %] [% "LEAD" %]</b><br>[% "UNITS" %]个单元，工作量[% "LOAD" %]，路程[% "TRAVEL" %]')
    return layer


SITE_STEPS = ((-3, -1.5, "#bdbdbd", "否决"), (-1.5, -0.5, "#f7f7f7", "未评分"), (0, 60, "#fee08b", "60分以下"),
              (60, 70, "#d9ef8b", "60—70分"), (70, 80, "#a6d96a", "70—80分"), (80, 90, "#66bd63", "80—90分"),
              (90, 100.001, "#1a9850", "90分以上"))
SITE_TIP = (
    '<b>[% "SITE" %]</b> [% coalesce("VETO", "ADVICE", \'\') %]<br>综合得分[% "TOTAL" %]，排名[% "RANK" %]'
)


def scored_sites(layer: QgsVectorLayer, symbol) -> QgsVectorLayer:
    """Candidate sites by their total; what is vetoed is grey, what has no total white; rank and name as label."""
    ranges = [QgsRendererRange(low, high, symbol(colour), name) for low, high, colour, name in SITE_STEPS]
    vetoed, total = attribute_or("VETOED", "0"), attribute_or("TOTAL", "-1")
    layer.setRenderer(QgsGraduatedSymbolRenderer(f"if({vetoed} = 1, -2, {total})", ranges))
    text = f"concat({attribute_or('RANK', chr(39) * 2)}, ' ', {attribute_or('SITE', chr(39) * 2)})"
    label = labels(text, 8, 200000).settings()
    # Sites are small: a label on top would hide their colour.
    placed = QgsPalLayerSettings.Placement
    label.placement, label.dist = placed.AroundPoint if layer.geometryType() == 0 else placed.OutsidePolygons, 1.5
    layer.setLabeling(QgsVectorLayerSimpleLabeling(label))
    layer.setLabelsEnabled(True)
    layer.setMapTipTemplate(SITE_TIP)
    return layer


SITE_FIELDS = ("SITE:string(120)", "VETOED:integer", "VETO:string(254)", "TOTAL:double", "RANK:integer", "ADVICE:string(10)")


def sites() -> QgsVectorLayer:
    """Candidate sites that are polygons."""
    return scored_sites(polygons(*SITE_FIELDS), lambda colour: fill(colour, "#404040", 0.4))


def site_points() -> QgsVectorLayer:
    """Candidate sites that are points."""
    layer = QgsVectorLayer("Point?crs=EPSG:4527" + "".join(f"&field={field}" for field in SITE_FIELDS), "style", "memory")
    return scored_sites(layer, lambda colour: marker(colour, 4.0))


FIT_VERDICTS = (
    ("fits", "#7fbf6a", "solid", "符合规划"), ("zone", "#f3d03e", "solid", "须满足分区条件"),
    ("change", "#f08228", "solid", "须调整规划"), ("forbidden", "#d7191c", "solid", "管制禁止"),
    ("undecided", "#c9b3e0", "solid", "用途待定"), ("uncovered", "#7a7a7a", "b_diagonal", "无规划地类"),
)
PLAN_STATES = (
    ("none", "#d9d9d9", "未编制"), ("drafting", "#fee391", "编制中"), ("argued", "#fdbf6f", "已论证"), ("reviewed", "#80b1d3", "已审查"),
    ("approved", "#66bd63", "已批复"), ("filed", "#1a7837", "已入库"),
)


def plan_fit() -> QgsVectorLayer:
    """Pieces of projects by their verdict against the village plan."""
    layer = polygons("FP_ID:string(60)", "FP_NAME:string(254)", "USE:string(120)", "PLAN_CODE:string(10)", "PLAN_NAME:string(80)",
                     "ZONES:string(254)", "VERDICT:string(20)", "CHANGE:string(254)", "AREA_ADJ:double")
    categories = [
        QgsRendererCategory(code, fill(colour, "#404040", 0.3, brush), word) for code, colour, brush, word in FIT_VERDICTS
    ]
    categories.append(QgsRendererCategory("", fill("#ff00c8", GREY, 0.3, "b_diagonal"), "未判定"))
    layer.setRenderer(QgsCategorizedSymbolRenderer(attribute_or("VERDICT", "''"), categories))
    layer.setLabeling(labels("\"FP_ID\" || '\\n' || coalesce(\"PLAN_CODE\", '')", 8, 5000))
    layer.setLabelsEnabled(True)
    setup = QgsEditorWidgetSetup("ValueMap", {"map": [{word: code} for code, _, _, word in FIT_VERDICTS]})
    layer.setEditorWidgetSetup(layer.fields().indexOf("VERDICT"), setup)
    layer.setMapTipTemplate(
        '<b>[% "FP_ID" %] [% "FP_NAME" %]</b> [% format_number("AREA_ADJ", 2) %]平方米<br>'
        '[% "PLAN_CODE" %] [% "PLAN_NAME" %] → [% "USE" %]<br>[% "ZONES" %]<br>[% "CHANGE" %]'
    )
    return layer


def plan_register() -> QgsVectorLayer:
    """Villages by the state of their plan; a red outline where it is overdue."""
    layer = polygons("CODE:string(12)", "NAME:string(80)", "STATE:string(12)", "STATE_DATE:string(10)", "APPROVAL:string(80)",
                     "TEAM_NAME:string(80)", "OVERDUE:integer")
    return village_states(layer)


def plan_register_points() -> QgsVectorLayer:
    """The same for villages that are points."""
    layer = QgsVectorLayer("Point?crs=EPSG:4527&field=CODE:string(12)&field=NAME:string(80)&field=STATE:string(12)"
                           "&field=STATE_DATE:string(10)&field=APPROVAL:string(80)&field=TEAM_NAME:string(80)"
                           "&field=OVERDUE:integer", "style", "memory")
    return village_states(layer, points=True)


def village_states(layer: QgsVectorLayer, points: bool = False) -> QgsVectorLayer:
    categories = []
    for code, colour, word in PLAN_STATES:
        symbol = marker(colour, 3.4) if points else fill(colour, GREY, 0.2)
        if not points:
            symbol.appendSymbolLayer(outline(RED, 0.7, 'coalesce("OVERDUE", 0) = 1'))
        categories.append(QgsRendererCategory(code, symbol, word))
    other = marker("#808080", 2.4) if points else fill("#808080", GREY, 0.2, "b_diagonal")
    categories.append(QgsRendererCategory("", other, "未列入台账"))
    layer.setRenderer(QgsCategorizedSymbolRenderer(attribute_or("STATE", "''"), categories))
    layer.setLabeling(labels('"NAME"', 8, 200000))
    layer.setLabelsEnabled(True)
    setup = QgsEditorWidgetSetup("ValueMap", {"map": [{word: code} for code, _, word in PLAN_STATES]})
    layer.setEditorWidgetSetup(layer.fields().indexOf("STATE"), setup)
    layer.setMapTipTemplate('<b>[% "NAME" %]</b> [% "STATE_DATE" %]<br>[% "APPROVAL" %]<br>[% "TEAM_NAME" %]')
    return layer


def attribute_or(name: str, otherwise: str) -> str:
    """An expression for a field that a layer of another making may lack."""
    return f"coalesce(map_get(attributes($currentfeature), '{name}'), {otherwise})"


def travel_areas() -> QgsVectorLayer:
    """Time circles: the farther, the paler; the narrower ones are drawn above."""
    layer = polygons("ORIGIN:string(120)", "MINUTES:double", "PLACES:integer", "PEOPLE:integer")
    steps = ((15, "#2c7fb8", "15分钟以内"), (30, "#7fcdbb", "30分钟以内"), (45, "#c7e9b4", "45分钟以内"), (60, "#ffffcc", "60分钟以内"),
             (1e9, "#f0e0d0", "60分钟以上"))
    ranges, low = [], 0.0
    for high, colour, name in steps:
        symbol = fill(colour, "#5a7d8c", 0.15)
        symbol.setOpacity(0.7)
        ranges.append(QgsRendererRange(low, high, symbol, name))
        low = high
    layer.setRenderer(QgsGraduatedSymbolRenderer(attribute_or("MINUTES", "0"), ranges))
    layer.setMapTipTemplate('<b>[% "ORIGIN" %]</b> [% "MINUTES" %]分钟<br>[% "PLACES" %]个村庄 [% "PEOPLE" %]人')
    return layer


def travel_places() -> QgsVectorLayer:
    """Villages and units by how long the nearest base takes; what nobody reaches stands out."""
    fields = ("KIND:string(10)", "NAME:string(120)", "ORIGIN:string(120)", "MINUTES:double", "STATE:string(10)")
    layer = QgsVectorLayer("Point?crs=EPSG:4527" + "".join(f"&field={field}" for field in fields), "style", "memory")
    kinds = {
        "reached": ("时间圈内", "#2c7fb8"), "beyond": ("超出最大时间圈", "#f08228"), "no_way": ("路网上到不了", RED),
        "far": ("离道路过远", DARK_RED), "no_shape": ("无图形", "#969696"),
    }
    categories = [
        QgsRendererCategory(value, marker(colour, 2.2 if value == "reached" else 3.0), name)
        for value, (name, colour) in kinds.items()
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(attribute_or("STATE", "'far'"), categories))
    layer.setLabeling(labels(attribute_or("NAME", "''"), 7, 50000))
    layer.setLabelsEnabled(True)
    pairs = [{name: value} for value, (name, _) in kinds.items()]
    layer.setEditorWidgetSetup(layer.fields().indexOf("STATE"), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    pairs = [{"村庄": "place"}, {"服务单元": "unit"}]
    layer.setEditorWidgetSetup(layer.fields().indexOf("KIND"), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    layer.setMapTipTemplate('<b>[% "NAME" %]</b><br>[% "ORIGIN" %] [% "MINUTES" %]分钟')
    return layer


def quota_map() -> QgsVectorLayer:
    """Districts shaded by what is available, in a bar what is used, pending, advanced and available; bars of equal scale."""
    amounts = ("OBTAINED", "USED", "PENDING", "ADVANCED", "AVAILABLE", "REMAINING")
    layer = polygons("HOLDER:string(60)", "HOLDER_MC:string(120)", *(f"{name}:double" for name in amounts))
    # A null would not be drawn at all, so it counts as below every balance.
    steps = ((-2e12, -1e12, "#ffffff", "无持有单位"), (-1e12, 0.00005, "#f0f0f0", "无可用"),
             (0.00005, 100, "#edf8e9", "100亩以下"), (100, 500, "#bae4b3", "100—500亩"),
             (500, 1000, "#74c476", "500—1000亩"), (1000, 3000, "#31a354", "1000—3000亩"), (3000, 1e12, "#006d2c", "3000亩以上"))
    ranges = [QgsRendererRange(low, high, fill(colour, GREY, 0.2), label) for low, high, colour, label in steps]
    layer.setRenderer(QgsGraduatedSymbolRenderer('coalesce("AVAILABLE", -1.5e12)', ranges))
    text = 'concat("HOLDER_MC", \'\\n可用 \', format_number("AVAILABLE", 2), \' 亩\')'
    label = labels(f'if("HOLDER_MC" is null, null, {text})', 8, 5_000_000).settings()
    # Below the bar, which stands on the same point.
    label.placement, label.yOffset, label.displayAll = QgsPalLayerSettings.Placement.OverPoint, 8, True
    label.obstacleSettings().setIsObstacle(False)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(label))
    layer.setLabelsEnabled(True)
    layer.setDiagramRenderer(quota_bars())
    places = QgsDiagramLayerSettings()
    places.setPlacement(QgsDiagramLayerSettings.Placement.OverPoint)
    places.setShowAllDiagrams(True)
    places.setPriority(10)
    layer.setDiagramLayerSettings(places)
    return layer


def quota_bars() -> QgsLinearlyInterpolatedDiagramRenderer:
    """A stacked bar; the longest of the layer is 18 mm long."""
    parts = (("USED", "#7f7f7f", "已批"), ("PENDING", "#f4b183", "在途"), ("ADVANCED", "#c00000", "预支"),
             ("AVAILABLE", "#2f75b5", "可用"))
    settings = QgsDiagramSettings()
    settings.categoryAttributes = [f'coalesce("{name}", 0)' for name, _, _ in parts]
    settings.categoryColors = [QColor(colour) for _, colour, _ in parts]
    settings.categoryLabels = [label for _, _, label in parts]
    settings.enabled = True
    settings.penColor, settings.penWidth = QColor("#ffffff"), 0.1
    settings.sizeType, settings.size = QgsUnitTypes.RenderUnit.RenderMillimeters, QSizeF(18, 18)
    settings.barWidth = 4
    settings.diagramOrientation = QgsDiagramSettings.DiagramOrientation.Right
    settings.minimumSize = 0
    settings.scaleByArea = False
    renderer = QgsLinearlyInterpolatedDiagramRenderer()
    renderer.setDiagram(QgsStackedBarDiagram())
    renderer.setDiagramSettings(settings)
    renderer.setLowerValue(0)
    renderer.setLowerSize(QSizeF(0, 0))
    renderer.setUpperValue(1)
    renderer.setUpperSize(QSizeF(18, 18))
    renderer.setClassificationAttributeIsExpression(True)
    whole = " + ".join(settings.categoryAttributes)
    renderer.setClassificationAttributeExpression(f"({whole}) / maximum({whole})")
    renderer.setAttributeLegend(True)
    return renderer


def single(symbol: QgsFillSymbol) -> QgsFeatureRenderer:
    return QgsSingleSymbolRenderer(symbol)


def slim(path: Path) -> None:
    """Drop indentation and the <prop> doubles of <Option>, which only versions before 3.22 read."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"^\s*<prop [^\n]*/>\n", "", text, flags=re.MULTILINE)
    path.write_text(re.sub(r"^[ \t]+", "", text, flags=re.MULTILINE), encoding="utf-8")


def main() -> int:
    application = QgsApplication([], False)
    application.initQgis()
    STYLES.mkdir(parents=True, exist_ok=True)
    made = {"pieces": pieces, "plots": plots, "ellipsoid_area": ellipsoid_area, "overlaps": overlaps,
            "overlay_summary": overlay_summary, "findings": findings, "finding_areas": finding_areas,
            "adjacent_parties": adjacent_parties, "boundary_points": boundary_points, "crosswalk": crosswalk,
            "class_summary": class_summary, "import_problems": import_problems, "quota_map": quota_map,
            "advance_clearing": advance_clearing,
            "unsupplied": unsupplied, "idle": idle,
            "prime_blocks": prime_blocks, "prime_reasons": prime_reasons, "prime_pieces": prime_pieces,
            "stable_farmland": stable_farmland, "inout_balance": inout_balance, "rectification": rectification,
            "linkage": linkage, "travel_areas": travel_areas, "travel_places": travel_places,
            "assign_teams": assign_teams, "sites": sites, "site_points": site_points, "plan_fit": plan_fit,
            "plan_register": plan_register, "plan_register_points": plan_register_points,
            "opinions": opinions}
    for name, make in made.items():
        path = STYLES / f"{name}.qml"
        layer = make()
        drawn = CATEGORIES | QgsMapLayer.Diagrams if layer.diagramRenderer() else CATEGORIES
        message, saved = layer.saveNamedStyle(str(path), drawn)
        if not saved:
            print(message, file=sys.stderr)
            return 1
        slim(path)
        print(path.relative_to(ROOT))
        del layer
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
