"""Layers of a plan as the areas are counted from: parcels of base and target year, villages, ground of lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import shapely

from ..columns import Columns, by_value
from ..ellipsoid import GaussZone, ellipsoid_areas
from ..rounding import units_half_up
from ..survey.schema import village_of
from .areas import UNIT, Side, VillageOf
from .profile import PlanRole
from .structure import town_of_kinds, town_of_marks

AREA_FIELD = {PlanRole.BASE: "TBMJ", PlanRole.PLAN: "GHDLMJ"}
CODE_FIELD = {PlanRole.BASE: "JQDLBM", PlanRole.PLAN: "GHDLBM"}
LINE_ZONES: Mapping[PlanRole, str] = {PlanRole.ECO_REDLINE: "0102", PlanRole.PRIME_FARMLAND: "0202"}
"""Lines whose ground the plan itself draws as a control zone of that code."""

LineAreas = Mapping[PlanRole, "tuple[int | None, int | None]"]


def side_of(columns: Columns, role: PlanRole, layer: str, measure: Callable[[np.ndarray], np.ndarray], measured: bool) -> Side:
    """The parcels of one year with their registered areas; those of `measure` (m² of shapes) where there is none, or where
    areas are to be `measured`."""
    attributes, count = columns.attributes, len(columns)
    registered = attributes.get(AREA_FIELD[role])
    area = np.full(count, np.nan) if registered is None or measured else registered.copy()
    missing = np.isnan(area)
    if missing.any():
        area[missing] = np.nan_to_num(measure(columns.geometry[missing]))
    marks = attributes.get("CZCSXM") if role is PlanRole.BASE else None
    town = town_of_marks(marks, count) if role is PlanRole.BASE else town_of_kinds(attributes.get("SSBJLX"), count)
    return Side(layer, columns.ids, attributes[CODE_FIELD[role]], town, area, villages_in(columns))


def villages_in(columns: Columns) -> np.ndarray:
    """object (n,): the village (12 digits) of each feature by ZLDWDM, else by BSM; '' where neither is there."""
    where = columns.attributes.get("ZLDWDM", columns.attributes.get("BSM"))
    return np.full(len(columns), "", dtype=object) if where is None else by_value(where, village_of)


def villages_of_border(columns: Columns | None) -> list[VillageOf]:
    """The villages of the border, by code; parts of one village are one."""
    if columns is None:
        return []
    codes = villages_in(columns)
    names, areas = columns.attributes.get("ZLDWMC"), columns.attributes.get("JSMJ")
    found: dict[str, VillageOf] = {}
    for row, code in enumerate(codes.tolist()):
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
    return [VillageOf(code, "") for code in sorted({str(code) for code in side.village.tolist()})]


def ground_of(columns: Columns | None) -> shapely.Geometry | None:
    """All shapes of a layer as one, None without any."""
    if columns is None or not len(columns):
        return None
    shapes = columns.geometry[~shapely.is_missing(columns.geometry)]
    return shapely.union_all(shapely.make_valid(shapes)) if len(shapes) else None


def zones_of(control: Columns, *zones: str) -> Columns:
    """The control zones of some codes (GKBJLXDM)."""
    codes = control.attributes.get("GKBJLXDM", np.full(len(control), None, dtype=object))
    return control.take(np.array([str(code or "").strip() in zones for code in codes.tolist()], dtype=bool))


def line_areas(columns: Mapping[PlanRole, Columns], border: shapely.Geometry | None, zone: GaussZone) -> LineAreas:
    """0.01 m² of redline and prime farmland within the border: as the line says, and as the plan's control zones say."""
    control = columns.get(PlanRole.CONTROL)
    found = {}
    for role, code in LINE_ZONES.items():
        line = ground_of(columns.get(role))
        planned = None if control is None else ground_of(zones_of(control, code))
        if line is None and planned is None:
            continue
        base, plan = (_units(_within(each, border), zone) for each in (line, planned))
        found[role] = (base if base is not None else plan, plan if plan is not None else base)
    return found


def _within(ground: shapely.Geometry | None, border: shapely.Geometry | None) -> shapely.Geometry | None:
    return ground if ground is None or border is None else shapely.intersection(ground, border)


def _units(ground: shapely.Geometry | None, zone: GaussZone) -> int | None:
    if ground is None:
        return None
    parts = shapely.get_parts(ground)
    polygons = parts[shapely.get_type_id(parts) == 3]
    total = float(ellipsoid_areas(polygons, zone).sum()) if len(polygons) else 0.0
    return int(units_half_up(np.array([total]), UNIT)[0])
