"""Village plans as sheets of a map book: existing use, planned use and control zones of each village, a page each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

import numpy as np
import shapely
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsPalLayerSettings,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ...core.survey.classes import load_code_table
from ...core.village.map_tables import MapRow, hectares, structure_rows, zone_hectares
from ...core.village.profile import PlanProfile, PlanRole
from ...core.village.structure import row_of_classes
from ...core.village.structure_tables import PrintedStructure
from .layouts.layers import extent_of, map_layer
from .layouts.paper import Paper
from .layouts.sheets import Sheet, SheetMaker, SheetTable
from .layouts.symbols import drawn_as, labelled, outline
from .layouts.texts import text_format
from .layouts.words import word
from .plan_styles import class_colour, code_names, dress_layer, outlines, unknown_colour, zone_colour

CLASS_FIELDS = {PlanRole.BASE: "JQDLBM", PlanRole.PLAN: "GHDLBM"}
ZONE_FIELD, ZONE_NAME = "GKBJLXDM", "GKBJLXMC"
FACILITY_FIELDS = {
    PlanRole.BASE_FACILITIES: ("SSLXDM", "SSLXMC"), PlanRole.PLAN_FACILITIES: ("GHSSLXDM", "GHSSLXMC"),
}  # fmt: skip
LINES = (PlanRole.URBAN_BOUNDARY, PlanRole.ECO_REDLINE, PlanRole.PRIME_FARMLAND)
_DARK = "#222222"
_COLOUR = "\u3000"
"""What stands in the column of colours: room for them."""


class PlanMap(Enum):
    """The maps of a village; the value is the word of its title."""

    BASE = "plan_base"
    PLAN = "plan_plan"
    CONTROL = "plan_control"


@dataclass(frozen=True)
class MapLayer:
    """Shapes (n,) of a layer with texts (n,) by standard field; `area` float64 (n,) m² where it is measured."""

    shapes: np.ndarray
    texts: Mapping[str, np.ndarray] = field(default_factory=dict)
    area: np.ndarray = field(default_factory=lambda: np.empty(0))

    def take(self, rows: np.ndarray) -> MapLayer:
        """Some of its rows."""
        area = self.area[rows] if len(self.area) else self.area
        return MapLayer(self.shapes[rows], {key: values[rows] for key, values in self.texts.items()}, area)


@dataclass(frozen=True)
class VillageMaps:
    """What is drawn of a village: layers by role, its ground, the structure table with its place in it (None without parcels)."""

    name: str
    layers: Mapping[PlanRole, MapLayer]
    ground: shapely.Geometry
    profile: PlanProfile
    version: str
    printed: PrintedStructure | None = None
    number: int = 0
    has_base: bool = True
    base_year: str = ""
    target_year: str = ""
    source: str = ""

    def maps(self, wanted: Sequence[PlanMap]) -> list[PlanMap]:
        """Those of the wanted maps for which there is a layer."""
        roles = {PlanMap.BASE: PlanRole.BASE, PlanMap.PLAN: PlanRole.PLAN, PlanMap.CONTROL: PlanRole.CONTROL}
        return [each for each in wanted if roles[each] in self.layers]


@dataclass(frozen=True)
class PlanWording:
    """What stands round the maps: source ('' for the plan of each village), system, drawn on, what is warned of in red."""

    source: str
    crs: str
    drawn: str
    warning: str


class PlanSheets:
    """Makes the sheets of villages, one after another."""

    def __init__(self, project: QgsProject, paper: Paper, family: str, wording: PlanWording) -> None:
        self.project, self.paper, self.family, self.wording = project, paper, family, wording

    def makers(self, villages: Sequence[VillageMaps], wanted: Sequence[PlanMap]) -> list[SheetMaker]:
        """The pages of all villages in their order: existing use, planned use, control zones."""
        return [self._maker(village, each) for village in villages for each in village.maps(wanted)]

    def _maker(self, village: VillageMaps, each: PlanMap) -> Callable[[], Sheet]:
        return lambda: self._sheet(village, each)

    def _sheet(self, village: VillageMaps, each: PlanMap) -> Sheet:
        main, places, lines = self._main(village, each), self._places(village, each), self._lines(village, each)
        border = self._border(village)
        over = [*places, *lines]
        title = word("plan_title", village=village.name, map=word(each.value))
        return Sheet(
            name=word("plan_page", village=village.name, map=word(each.value)),
            title=title,
            subtitle=self._subtitle(village, each),
            layers=[*places, border, *lines, *main],
            extent=extent_of(np.array([village.ground], dtype=object)),
            legend=[*main, *over, border],
            short_legend=[*over, border],
            tables=self._tables(village, each),
            notes=self._notes(village, each),
            warning=self.wording.warning,
            ground=village.ground,
        )

    def _subtitle(self, village: VillageMaps, each: PlanMap) -> str:
        parts = []
        if each is PlanMap.BASE and village.base_year:
            parts.append(word("plan_base_year", year=village.base_year))
        if each is not PlanMap.BASE and village.target_year:
            parts.append(word("plan_target_year", year=village.target_year))
        if village.printed is not None:
            units = int(village.printed.areas.masters[village.number])
            parts.append(word("plan_area", area=f"{hectares(units / 100):,}"))
        return "\u3000".join(parts)

    def _notes(self, village: VillageMaps, each: PlanMap) -> list[str]:
        wording = self.wording
        source = word("source", source=wording.source or village.source)
        own = word("plan_zones_overlap") if each is PlanMap.CONTROL else word("plan_colours")
        return [own, source, word("crs", crs=wording.crs), word("date", date=wording.drawn)]

    # ------------------------------------------------------------------------------------------------------ layers

    def _main(self, village: VillageMaps, each: PlanMap) -> list[QgsVectorLayer]:
        """The layer that the map is about."""
        if each is PlanMap.CONTROL:
            return [self._dressed(village, PlanRole.CONTROL, ZONE_NAME, 7.0)]
        role = PlanRole.BASE if each is PlanMap.BASE else PlanRole.PLAN
        return [self._dressed(village, role, CLASS_FIELDS[role], 5.0)]

    def _places(self, village: VillageMaps, each: PlanMap) -> list[QgsVectorLayer]:
        """Facilities, on the maps of use."""
        role = PlanRole.BASE_FACILITIES if each is PlanMap.BASE else PlanRole.PLAN_FACILITIES
        if each is PlanMap.CONTROL or role not in village.layers or not len(village.layers[role].shapes):
            return []
        return [self._facilities(village, role)]

    def _lines(self, village: VillageMaps, each: PlanMap) -> list[QgsVectorLayer]:
        """Lines over the zones; on the map of planned use those that farmland does not hide."""
        wanted = {PlanMap.BASE: (), PlanMap.PLAN: LINES[:2], PlanMap.CONTROL: LINES}[each]
        there = [role for role in wanted if role in village.layers and len(village.layers[role].shapes)]
        return [self._layer(village, role, "MultiPolygon")[0] for role in there]

    def _layer(self, village: VillageMaps, role: PlanRole, kind: str) -> tuple[QgsVectorLayer, dict[str, str]]:
        given = village.layers[role]
        declared = village.profile.layer(role)
        name = declared.title if declared is not None else role.value
        layer = map_layer(self.project, kind, name, given.shapes, given.texts)
        fields = {key: key for key in given.texts}
        if declared is not None:
            dress_layer(layer, declared, fields, village.version)
        layer.setScaleBasedVisibility(False)
        layer.setLabelsEnabled(False)
        return layer, fields

    def _dressed(self, village: VillageMaps, role: PlanRole, code: str, points: float) -> QgsVectorLayer:
        """Parcels or zones in the colours of their codes, which stand in those that have room."""
        layer, _ = self._layer(village, role, "MultiPolygon")
        _in_chinese(layer, village, role)
        size = points * self.paper.factor**0.5
        return _inside_only(labelled(layer, code, text_format(self.family, size, False, "#404040", 0.3), priority=2))

    def _facilities(self, village: VillageMaps, role: PlanRole) -> QgsVectorLayer:
        layer, fields = self._layer(village, role, "Point")
        _in_chinese(layer, village, role)
        _larger(layer, self.paper.factor**0.6)
        name = FACILITY_FIELDS[role][1]
        if name in fields:
            points = 7.0 * self.paper.factor**0.5
            labelled(layer, name, text_format(self.family, points, False, _DARK, 0.6), priority=9)
            _around(layer)
        return layer

    def _border(self, village: VillageMaps) -> QgsVectorLayer:
        declared = village.profile.layer(PlanRole.VILLAGE)
        name = declared.title if declared is not None else PlanRole.VILLAGE.value
        each = outlines()[PlanRole.VILLAGE.value]
        layer = map_layer(self.project, "MultiPolygon", name, np.array([village.ground], dtype=object), {})
        return drawn_as(layer, outline(each.colour, 0.6 * self.paper.factor**0.5, each.pen))

    # ------------------------------------------------------------------------------------------------------ tables

    def _tables(self, village: VillageMaps, each: PlanMap) -> list[SheetTable]:
        if each is PlanMap.CONTROL:
            return self._zone_tables(village)
        if village.printed is None:
            return []
        rows = structure_rows(village.printed, village.number, village.version, word("plan_total"), word("plan_subtotal", name="{name}"))
        bold = frozenset(number for number, row in enumerate(rows) if row.bold)
        role = PlanRole.BASE if each is PlanMap.BASE else PlanRole.PLAN
        colours = _colours(village, role)
        swatches = [_swatch(village.version, colours.get(row.row, row.code)) for row in rows]
        if each is PlanMap.PLAN and village.has_base:
            head = ["", *(word(key) for key in ("plan_head_group", "plan_head_base", "plan_head_plan", "plan_head_change"))]
            cells = [[_COLOUR, _name(row), f"{row.base:,}", f"{row.plan:,}", _signed(row.plan - row.base)] for row in rows]
            return [SheetTable(word("plan_plan_table"), head, cells, (0.3, 4.0, 1.4, 1.4, 1.4), "clrrr", bold, swatches)]
        side = [row.base if each is PlanMap.BASE else row.plan for row in rows]
        shares = [f"{row.shares[0 if each is PlanMap.BASE else 1]}" for row in rows]
        head = ["", *(word(key) for key in ("plan_head_group", "plan_head_area", "plan_head_share"))]
        cells = [[_COLOUR, _name(row), f"{value:,}", share] for row, value, share in zip(rows, side, shares)]
        shown = [number for number, value in enumerate(side) if value or rows[number].bold]
        title = word("plan_base_table" if each is PlanMap.BASE else "plan_plan_only_table")
        return [
            SheetTable(
                title, head, [cells[number] for number in shown], (0.3, 4.0, 1.6, 1.2), "clrr",
                frozenset(place for place, number in enumerate(shown) if number in bold), [swatches[number] for number in shown],
            )
        ]  # fmt: skip

    def _zone_tables(self, village: VillageMaps) -> list[SheetTable]:
        control, names = village.layers[PlanRole.CONTROL], code_names("control")
        found = zone_hectares(control.texts[ZONE_FIELD], control.area)
        head = ["", word("plan_head_zone"), word("plan_head_area")]
        rows = [
            [_COLOUR, f"{code} {names.get(code, '')}".strip() or word("plan_no_code"), f"{area:,}"] for code, area in found.items()
        ]
        swatches = ["#{:02x}{:02x}{:02x}".format(*zone_colour(code)) for code in found]
        tables = [SheetTable(word("plan_control_table"), head, rows, (0.3, 3.0, 1.2), "clr", frozenset(), swatches)]
        lines = []
        for role in LINES:
            declared = village.profile.layer(role)
            if role in village.layers and declared is not None and len(village.layers[role].area):
                lines.append([declared.title, f"{hectares(float(village.layers[role].area.sum())):,}"])
        if lines:
            tables.append(SheetTable(word("plan_lines"), [word("plan_head_line"), head[2]], lines, (3.0, 1.2), "lr"))
        return tables


def _name(row: MapRow) -> str:
    return row.name if isinstance(row.name, str) else word("plan_unknown_group")


def _signed(value: Decimal) -> str:
    return f"{value:+,}" if value else f"{value:,}"


def _colours(village: VillageMaps, role: PlanRole) -> dict[int, str]:
    """Row of the structure table → the class of most parcels in it, whose colour stands for the row."""
    if village.printed is None or role not in village.layers:
        return {}
    codes = village.layers[role].texts[CLASS_FIELDS[role]]
    structure, table = village.printed.areas.structure, load_code_table(village.version)
    found: dict[int, Counter[str]] = {}
    for town in (False, True):
        rows = row_of_classes(structure, table, codes, np.full(len(codes), town))
        for row, code in zip(rows.tolist(), codes.tolist()):
            found.setdefault(row, Counter())[str(code)] += 1
    return {row: counts.most_common(1)[0][0] for row, counts in found.items() if row < len(structure.rows)}


def _swatch(version: str, code: str) -> str:
    if not code:
        return ""
    if code == "?":
        return unknown_colour()
    red, green, blue = class_colour(version, code)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _in_chinese(layer: QgsVectorLayer, village: VillageMaps, role: PlanRole) -> None:
    """Labels of categories as tables are, Chinese in every language of the program."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return
    table = load_code_table(village.version) if village.version else None
    declared = village.profile.layer(role)
    lists = next((each.values for each in declared.fields if each.values), "") if declared is not None else ""
    names = {} if lists in ("", "classes") else code_names(lists)
    for place, category in enumerate(renderer.categories()):
        code = str(category.value() or "").strip()
        known = table.known(code) if lists == "classes" and table is not None else code in names
        if not known:
            renderer.updateCategoryLabel(place, word("plan_unknown_code", code=code) if code else word("plan_no_code"))


def _larger(layer: QgsVectorLayer, times: float) -> None:
    """Marks as large as the paper wants them."""
    renderer = layer.renderer()
    for place, category in enumerate(renderer.categories() if isinstance(renderer, QgsCategorizedSymbolRenderer) else ()):
        symbol = category.symbol().clone()
        symbol.setSize(symbol.size() * times)
        renderer.updateCategorySymbol(place, symbol)


def _settings(layer: QgsVectorLayer) -> QgsPalLayerSettings:
    return QgsPalLayerSettings(layer.labeling().settings())


def _inside_only(layer: QgsVectorLayer) -> QgsVectorLayer:
    """Labels only where they lie wholly inside their polygon."""
    settings = _settings(layer)
    settings.fitInPolygonOnly = True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    return layer


def _around(layer: QgsVectorLayer) -> QgsVectorLayer:
    """Labels of points beside them."""
    settings = _settings(layer)
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.dist = 1.2
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    return layer
