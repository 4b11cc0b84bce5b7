"""How the layers of a village plan look: land and sea use classes in their colours, control zones, facilities, borders, lines.

Classes are those that the data have, so a legend shows what is there; a code that the class table does not know is hatched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from qgis.PyQt.QtGui import QColor

from ...core.resources import read_facts, resource
from ...core.survey.classes import CodeTable, clean_code, load_code_table
from ...core.village.profile import PLAN_CODE_LISTS, PlanLayer, PlanRole
from .feature_reading import plain_of
from .texts import text_of

Colour = tuple[int, int, int]
UNKNOWN = QT_TRANSLATE_NOOP("PlanStyles", "unknown code")
WITHOUT = QT_TRANSLATE_NOOP("PlanStyles", "no code")
_LABEL_SCALE = {PlanRole.BASE: 5000, PlanRole.PLAN: 5000, PlanRole.CONTROL: 10000, PlanRole.VILLAGE: 200000}
_UNKNOWN = "unknown"


@dataclass(frozen=True)
class Outline:
    """What is drawn as an outline over the classes: colour, pen, hatch within, as a line or a border."""

    colour: str
    pen: str
    hatch: str
    is_line: bool


@lru_cache(maxsize=1)
def outlines() -> Mapping[str, Outline]:
    """Role (value of PlanRole), or `unknown` for codes that no table has → its outline (`resources/codes/plan_outlines.csv`)."""
    rows = read_facts(resource("codes", "plan_outlines.csv"), ("role", "red", "green", "blue", "pen", "hatch", "kind"))
    return {
        row.needed("role"): Outline(
            "#{:02x}{:02x}{:02x}".format(*(int(row.needed(part)) for part in ("red", "green", "blue"))), row.needed("pen"),
            row.needed("hatch"), row.needed("kind") == "line",
        )
        for row in rows
    }  # fmt: skip


def unknown_colour() -> str:
    """The colour of what no code table knows: what nobody may miss."""
    return outlines()[_UNKNOWN].colour


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanStyles", text)


@lru_cache(maxsize=1)
def class_colours() -> Mapping[tuple[str, str], Colour]:
    """(class table, code) → red, green, blue of `resources/codes/ydyh_colours.csv`."""
    rows = read_facts(resource("codes", "ydyh_colours.csv"), ("version", "code", "red", "green", "blue"))
    return {
        (row.needed("version"), row.needed("code")): (int(row.needed("red")), int(row.needed("green")), int(row.needed("blue")))
        for row in rows
    }


def class_colour(version: str, code: str) -> Colour:
    """The colour of a class, else of the class above it; grey for none."""
    colours = class_colours()
    for length in range(len(code), 1, -1):
        if (version, code[:length]) in colours:
            return colours[version, code[:length]]
    return (210, 210, 210)


@lru_cache(maxsize=1)
def zone_colours() -> Mapping[str, Colour]:
    """Code of a control zone → red, green, blue of `resources/codes/plan_zone_colours.csv`."""
    rows = read_facts(resource("codes", "plan_zone_colours.csv"), ("code", "red", "green", "blue"))
    return {row.needed("code"): (int(row.needed("red")), int(row.needed("green")), int(row.needed("blue"))) for row in rows}


def zone_colour(code: str) -> Colour:
    """The colour of a control zone, that of what is unknown for a code that is none."""
    red, green, blue, _ = QColor(unknown_colour()).getRgb()
    return zone_colours().get(code, (red, green, blue))


def dress_layer(layer: QgsVectorLayer, declared: PlanLayer, fields: Mapping[str, str], version: str) -> list[str]:
    """Renderer, labels, aliases and scale of a plan layer; the codes that no table knows, sorted.

    `fields`: standard name → the layer's; `version` the class table of land and sea use classes, '' where unclear.
    """
    unknown: list[str] = []
    renderer = _coded(layer, declared, fields, version, unknown) or _plain(declared)
    if renderer is not None:
        layer.setRenderer(renderer)
    _label(layer, declared, fields)
    for each in declared.fields:
        index = layer.fields().lookupField(fields[each.name]) if each.name in fields else -1
        if index >= 0:
            layer.setFieldAlias(index, each.title)
    if declared.scale:
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(declared.scale)
    return unknown


def _coded(
    layer: QgsVectorLayer, declared: PlanLayer, fields: Mapping[str, str], version: str, unknown: list[str]
) -> QgsFeatureRenderer | None:
    """A renderer by the layer's coded field: classes, control zones, kinds of facilities."""
    field = next((each for each in declared.fields if each.values and each.name in fields), None)
    if field is None or declared.role is PlanRole.VILLAGE:
        return None
    actual = fields[field.name]
    written = layer.uniqueValues(layer.fields().lookupField(actual))
    if field.values == "classes":
        table = load_code_table(version) if version else None
        return _by_class(actual, written, table, unknown)
    names = code_names(field.values)
    symbol = _zone_symbol if field.values == "control" else _facility_symbol
    return _by_code(actual, written, names, symbol, unknown)


@lru_cache(maxsize=8)
def code_names(name: str) -> Mapping[str, str]:
    """Code → name of a code list of plans, in its order."""
    rows = read_facts(resource("codes", PLAN_CODE_LISTS[name]), ("code", "name"))
    return {row.needed("code"): row.needed("name") for row in rows}


def _by_class(
    field: str, written: Iterable[object], table: CodeTable | None, unknown: list[str]
) -> QgsCategorizedSymbolRenderer:
    """A category a code of the data, in the order of the codes; as written in the data, so that all of them match."""
    categories = []
    for code, value in _codes(written):
        if table is not None and table.known(code):
            symbol, label = _fill(class_colour(table.version, code)), f"{code} {table.name(code)}"
        else:
            symbol, label = _hatch(), f"{code} {_tr(UNKNOWN)}" if code else _tr(WITHOUT)
            unknown.append(code)
        categories.append(QgsRendererCategory(value, symbol, label.strip()))
    return QgsCategorizedSymbolRenderer(_quoted(field), categories)


def _by_code(
    field: str, written: Iterable[object], names: Mapping[str, str], symbol_of: Callable[[str], QgsSymbol], unknown: list[str]
) -> QgsCategorizedSymbolRenderer:
    categories = []
    for code, value in _codes(written):
        known = code in names
        if not known:
            unknown.append(code)
        label = f"{code} {names[code]}" if known else f"{code} {_tr(UNKNOWN)}".strip() if code else _tr(WITHOUT)
        categories.append(QgsRendererCategory(value, symbol_of(code), label))
    return QgsCategorizedSymbolRenderer(_quoted(field), categories)


def _codes(written: Iterable[object]) -> list[tuple[str, object]]:
    """(clean code, value as it stands) of distinct values, sorted; nothing last."""
    plain = [plain_of(value) for value in written]
    pairs = [("", "") if value is None else (clean_code(text_of(value)), value) for value in plain]
    return sorted(dict.fromkeys(pairs), key=lambda pair: (not pair[0], pair[0], str(pair[1])))


def _quoted(field: str) -> str:
    return f"coalesce(\"{field}\", '')" if field else "''"


def _fill(colour: Colour) -> QgsFillSymbol:
    red, green, blue = colour
    return QgsFillSymbol.createSimple(
        {"color": f"{red},{green},{blue}", "outline_color": "110,110,110", "outline_width": "0.1"}
    )


def _hatch() -> QgsFillSymbol:
    """What nobody may miss: lines on white."""
    each = outlines()[_UNKNOWN]
    return QgsFillSymbol.createSimple(
        {"color": each.colour, "style": each.hatch, "outline_color": each.colour, "outline_style": each.pen, "outline_width": "0.3"}
    )


def _zone_symbol(code: str) -> QgsSymbol:
    return _fill(zone_colour(code)) if code in zone_colours() else _hatch()


def _facility_symbol(code: str) -> QgsSymbol:
    """Kinds of facilities in hues around the circle; what is unknown is a cross."""
    codes = list(code_names("facility"))
    if code not in codes:
        colour = unknown_colour()
        return QgsMarkerSymbol.createSimple({"name": "cross2", "color": colour, "outline_color": colour, "size": "4"})
    shape = ("circle", "square", "triangle", "diamond")[codes.index(code) % 4]
    hue = QColor.fromHsv(codes.index(code) * 360 // len(codes), 200, 200).name()
    return QgsMarkerSymbol.createSimple({"name": shape, "color": hue, "outline_color": "#ffffff", "outline_width": "0.3", "size": "3.4"})


def _plain(declared: PlanLayer) -> QgsFeatureRenderer | None:
    each = outlines().get(declared.role.value)
    if each is None:
        return None
    if each.is_line:
        line = {"line_color": each.colour, "line_style": each.pen, "line_width": "0.5"}
        return QgsSingleSymbolRenderer(QgsLineSymbol.createSimple(line))
    return QgsSingleSymbolRenderer(
        QgsFillSymbol.createSimple(
            {
                "color": each.colour, "style": each.hatch, "outline_color": each.colour, "outline_style": each.pen,
                "outline_width": "0.5",
            }
        )
    )  # fmt: skip


_LABELS: Mapping[PlanRole, Sequence[str]] = {
    PlanRole.BASE: ("JQDLBM",), PlanRole.PLAN: ("GHDLBM",), PlanRole.CONTROL: ("GKBJLXMC",), PlanRole.VILLAGE: ("ZLDWMC",),
    PlanRole.BASE_FACILITIES: ("SSLXMC",), PlanRole.PLAN_FACILITIES: ("GHSSLXMC",), PlanRole.HERITAGE: ("LSWHLX",),
}  # fmt: skip


def _label(layer: QgsVectorLayer, declared: PlanLayer, fields: Mapping[str, str]) -> None:
    name = next((fields[key] for key in _LABELS.get(declared.role, ()) if key in fields), "")
    if not name:
        return
    settings = QgsPalLayerSettings()
    settings.fieldName = name
    settings.isExpression = False
    form = QgsTextFormat()
    form.setSize(11 if declared.role is PlanRole.VILLAGE else 8)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    form.setBuffer(halo)
    settings.setFormat(form)
    scale = _LABEL_SCALE.get(declared.role, 10000)
    settings.scaleVisibility = True
    settings.minimumScale = scale
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
