"""The parcels of a plan's base and target year, its villages and lines, read for the tables of areas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np
import shapely
from qgis.core import QgsProcessingContext, QgsVectorLayer

from ...core.columns import Columns
from ...core.ellipsoid import ellipsoid_areas
from ...core.errors import InputError
from ...core.progress import Progress, no_progress
from ...core.rounding import units_half_up
from ...core.sentence import translate
from ...core.survey.schema import village_of
from ...core.village.areas import UNIT, Side, VillageOf
from ...core.village.indicators import Given
from ...core.village.profile import PlanRole
from ...core.village.structure import town_of_kinds, town_of_marks
from .columns import prepare_layer, read
from .crs import gauss_zone
from .feature_reading import plain_of
from .layer_source import LayerSource
from .texts import text_of

if TYPE_CHECKING:
    from ..plan_algorithm import PlanInput

_NUMBERS = frozenset(("TBMJ", "GHDLMJ", "JSMJ", "MJ", "SJNF"))
_AREA_FIELD = {PlanRole.BASE: "TBMJ", PlanRole.PLAN: "GHDLMJ"}
_CODE_FIELD = {PlanRole.BASE: "JQDLBM", PlanRole.PLAN: "GHDLBM"}
_READ = {
    PlanRole.BASE: ("BSM", "JQDLBM", "TBMJ", "ZLDWDM", "CZCSXM", "SJNF"),
    PlanRole.PLAN: ("BSM", "TBBH", "GHDLBM", "GHDLMJ", "SSBJLX"),
    PlanRole.VILLAGE: ("BSM", "ZLDWDM", "ZLDWMC", "JSMJ"),
    PlanRole.CONTROL: ("GKBJLXDM",),
}
_LINES = {PlanRole.ECO_REDLINE: "0102", PlanRole.PRIME_FARMLAND: "0202"}
"""Lines whose ground the plan itself draws as a control zone of that code."""


@dataclass(frozen=True)
class PlanSources:
    """The layers of a plan ready to be read in another thread."""

    plan: PlanInput
    sources: Mapping[PlanRole, LayerSource]

    def name(self, role: PlanRole) -> str:
        """What the layer of a role is called."""
        return self.sources[role].name if role in self.sources else ""


def prepare_plan(
    plan: PlanInput,
    context: QgsProcessingContext,
    *roles: PlanRole,
    needed: tuple[PlanRole, ...] = (PlanRole.BASE, PlanRole.PLAN),
) -> PlanSources:
    """The polygon layers of both years and of some roles, as far as the plan has them. Main thread.

    InputError where one that is `needed` is missing, or where one of both years has no class field.
    """
    for role in (PlanRole.BASE, PlanRole.PLAN):
        if role not in needed and role not in plan.layers:
            continue
        declared = plan.profile.layer(role)
        title = declared.title if declared is not None else role.value
        if role not in plan.layers:
            template = translate("LandLedger", "{place}: the plan has no layer “{title}”.")
            raise InputError(template, place=plan.name or "—", title=title)
        if _CODE_FIELD[role] not in plan.fields[role]:
            template = translate("LandLedger", "{place}: layer “{title}” has no field of classes ({field}).")
            raise InputError(template, place=plan.name or "—", title=title, field=_CODE_FIELD[role])
    sources = {}
    for role in (PlanRole.BASE, PlanRole.PLAN, *roles):
        layer = plan.layers.get(role)
        if layer is None:
            continue
        wanted = _READ.get(role, ())
        fields = {name: actual for name, actual in plan.fields.get(role, {}).items() if name in wanted}
        fields |= _known_fields(layer, wanted, fields)
        sources[role] = prepare_layer(layer, context, fields, _NUMBERS & set(fields))
    return PlanSources(plan, sources)


def _known_fields(layer: QgsVectorLayer, wanted: tuple[str, ...], found: Mapping[str, str]) -> dict[str, str]:
    """Fields that a profile may not list but tables can use (CZCSXM)."""
    names = layer.fields().names()
    return {name: name for name in wanted if name not in found and name in names}


@dataclass(frozen=True)
class ReadPlan:
    """What the tables need: the parcels of both years, the villages, and the ground of lines by role."""

    base: Side
    plan: Side
    villages: list[VillageOf]
    given: Given


def read_plan(
    sources: PlanSources,
    measured: bool,
    people: tuple[Decimal | None, Decimal | None] = (None, None),
    progress: Progress = no_progress,
) -> ReadPlan:
    """Everything read and measured where areas are wanted from shapes (`measured`) or missing."""
    columns = {}
    for number, (role, source) in enumerate(sources.sources.items()):
        columns[role] = read(source)
        progress((number + 1) / (len(sources.sources) + 1))
    villages = villages_of_border(columns.get(PlanRole.VILLAGE), sources)
    sides = [side_of(columns[role], role, sources, measured) for role in (PlanRole.BASE, PlanRole.PLAN)]
    layers = _lines(columns, sources)
    progress(1.0)
    found = villages or villages_of_codes(sides[0])
    return ReadPlan(sides[0], sides[1], found, Given(people, layers, delivered_indicators(sources.plan)))


def side_of(columns: Columns, role: PlanRole, sources: PlanSources, measured: bool = False) -> Side:
    """The parcels of the base year or of the plan; measured where the layer has no area, or all of them where asked."""
    attributes, count = columns.attributes, len(columns)
    registered = attributes.get(_AREA_FIELD[role])
    area = np.full(count, np.nan) if registered is None or measured else registered.copy()
    missing = np.isnan(area)
    if missing.any():
        shapes = columns.geometry[missing]
        area[missing] = np.nan_to_num(_measured(shapes, sources, role))
    marks = attributes.get("CZCSXM") if role is PlanRole.BASE else None
    town = town_of_marks(marks, count) if role is PlanRole.BASE else town_of_kinds(attributes.get("SSBJLX"), count)
    where = attributes.get("ZLDWDM", attributes.get("BSM"))
    village = np.full(count, "", dtype=object)
    if where is not None:
        village[:] = [village_of(code) for code in where.tolist()]
    layer = f"{sources.plan.name} {columns.name}".strip()
    return Side(layer, columns.ids, attributes[_CODE_FIELD[role]], town, area, village)


def _measured(shapes: np.ndarray, sources: PlanSources, role: PlanRole) -> np.ndarray:
    source = sources.sources[role]
    return ellipsoid_areas(shapes, gauss_zone(source.crs, source.name))


def villages_of_border(columns: Columns | None, sources: PlanSources) -> list[VillageOf]:
    """The villages of the border, by code; parts of one village are one."""
    if columns is None:
        return []
    attributes = columns.attributes
    codes = attributes.get("ZLDWDM", attributes.get("BSM"))
    names, areas = attributes.get("ZLDWMC"), attributes.get("JSMJ")
    found: dict[str, VillageOf] = {}
    for row in range(len(columns)):
        code = "" if codes is None else village_of(codes[row])
        name = "" if names is None else str(names[row] or "").strip()
        area = np.nan if areas is None else areas[row]
        units = None if np.isnan(area) else int(units_half_up(np.array([area]), UNIT)[0])
        former = found.get(code)
        if former is not None and units is not None:
            units += former.registered or 0
        found[code] = VillageOf(code, name or (former.name if former is not None else ""), units)
    return [found[code] for code in sorted(found)]


def villages_of_codes(side: Side) -> list[VillageOf]:
    """Without a border: the villages that the parcels' codes name."""
    codes = sorted({str(code) for code in side.village.tolist()})
    return [VillageOf(code, "") for code in codes]


def _lines(columns: Mapping[PlanRole, Columns], sources: PlanSources) -> dict[PlanRole, tuple[int | None, int | None]]:
    """0.01 m² of redline and prime farmland within the villages: as the line says, and as the plan's control zones say."""
    border = _ground(columns.get(PlanRole.VILLAGE))
    control = columns.get(PlanRole.CONTROL)
    found = {}
    for role, zone in _LINES.items():
        line = _ground(columns.get(role))
        planned = None
        if control is not None and "GKBJLXDM" in control.attributes:
            rows = np.array([str(code or "").strip() == zone for code in control.attributes["GKBJLXDM"].tolist()], dtype=bool)
            planned = _ground(control.take(rows)) if rows.any() else None
        if line is None and planned is None:
            continue
        units = [_units(_within(each, border), sources) for each in (line, planned)]
        base, plan = units
        found[role] = (base if base is not None else plan, plan if plan is not None else base)
    return found


def _ground(columns: Columns | None) -> shapely.Geometry | None:
    if columns is None or not len(columns):
        return None
    shapes = columns.geometry[~shapely.is_missing(columns.geometry)]
    return shapely.union_all(shapely.make_valid(shapes))


def _within(ground: shapely.Geometry | None, border: shapely.Geometry | None) -> shapely.Geometry | None:
    return ground if ground is None or border is None else shapely.intersection(ground, border)


def _units(ground: shapely.Geometry | None, sources: PlanSources) -> int | None:
    if ground is None:
        return None
    parts = shapely.get_parts(ground)
    polygons = parts[shapely.get_type_id(parts) == 3]
    source = sources.sources[PlanRole.PLAN]
    total = float(ellipsoid_areas(polygons, gauss_zone(source.crs, source.name)).sum()) if len(polygons) else 0.0
    return int(units_half_up(np.array([total]), UNIT)[0])


def delivered_indicators(plan: PlanInput) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    """The plan's own table of indicators (GHZBB): title → base and target year. InputError for what is no number."""
    layer, fields = plan.layers.get(PlanRole.INDICATORS), plan.fields.get(PlanRole.INDICATORS, {})
    if layer is None or "ZBMC" not in fields:
        return {}
    found = {}
    for feature in layer.getFeatures():
        title = plain_of(feature[fields["ZBMC"]])
        if title is None:
            continue
        values = [_decimal(feature, fields.get(name), layer, str(title)) for name in ("XZJQN", "GHMBN")]
        found[str(title).strip()] = (values[0], values[1])
    return found


def _decimal(feature, field: str | None, layer: QgsVectorLayer, title: str) -> Decimal | None:  # type: ignore[no-untyped-def]
    value = plain_of(feature[field]) if field else None
    if value is None or value == "":
        return None
    try:
        return Decimal(repr(value) if isinstance(value, float) else text_of(value) or "")
    except ArithmeticError:
        template = translate("LandLedger", "Layer {layer}, {title}: “{value}” in the field {field} is no number.")
        raise InputError(template, layer=layer.name(), title=title, value=value, field=field) from None
