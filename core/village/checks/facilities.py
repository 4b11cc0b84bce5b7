"""Facilities 设施 (R7): points within the village and on a parcel of a proper class (`resources/codes/plan_facility_classes.csv`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np
import shapely

from ...checking.finding import Finding
from ...checking.marks import LEAST_EXTENT
from ...resources import read_facts, resource
from ...sentence import sentence, translate
from ...survey.classes import clean_code
from ..profile import PlanRole
from .codes import NAME_FIELD, code_list
from .model import CheckedLayer, CheckedPlan, Frame

TITLES = {
    "plan_facility_no_place": translate("LandLedger", "Facility without a place"),
    "plan_facility_outside": translate("LandLedger", "Facility outside the village"),
    "plan_facility_class": translate("LandLedger", "Facility on land of an improper class"),
}
_CODE = {PlanRole.BASE_FACILITIES: "SSLXDM", PlanRole.PLAN_FACILITIES: "GHSSLXDM"}
_GROUND = {PlanRole.BASE_FACILITIES: PlanRole.BASE, PlanRole.PLAN_FACILITIES: PlanRole.PLAN}
ANY = "*"

_NO_PLACE = translate("LandLedger", "The facility has no point.")
_OUTSIDE = translate("LandLedger", "The facility “{name}” lies outside the village.")
_IMPROPER = translate("LandLedger", "The facility “{name}” lies on {code} {called}; proper are {classes}.")


@lru_cache(maxsize=1)
def proper_classes() -> Mapping[str, tuple[str, ...]]:
    """Facility code → beginnings of class codes, `*` for any."""
    rows = read_facts(resource("codes", "plan_facility_classes.csv"), ("code", "classes"))
    return {row.needed("code"): tuple(row.needed("classes").split("|")) for row in rows}


def find_facility_faults(plan: CheckedPlan, frame: Frame) -> list[Finding]:
    """Everything of TITLES, for facilities there are and planned ones."""
    found: list[Finding] = []
    for role in _CODE:
        if role in plan.layers and len(plan.layers[role]):
            found += _of_layer(plan, plan.layers[role], frame)
    return found


def _of_layer(plan: CheckedPlan, layer: CheckedLayer, frame: Frame) -> Iterator[Finding]:
    points = layer.columns.geometry
    lost = shapely.is_missing(points) | shapely.is_empty(points)
    for row in np.flatnonzero(lost).tolist():
        severity = frame.severity_of("plan_facility_no_place")
        if severity is not None:
            yield Finding("plan_facility_no_place", severity, row, sentence(_NO_PLACE), layer=layer.role.value)
    rows = np.flatnonzero(~lost)
    away = _outside(plan, points[rows])
    yield from _told_outside(layer, rows[away], frame)
    yield from _improper(plan, layer, rows, frame)


def _outside(plan: CheckedPlan, points: np.ndarray) -> np.ndarray:
    """bool (n,): points in no village; all are within where the plan has no border."""
    if plan.border is None:
        return np.zeros(len(points), dtype=bool)
    away = np.ones(len(points), dtype=bool)
    away[shapely.STRtree(plan.border).query(points, predicate="intersects")[0]] = False
    return away


def _told_outside(layer: CheckedLayer, rows: np.ndarray, frame: Frame) -> Iterator[Finding]:
    severity = frame.severity_of("plan_facility_outside")
    if severity is None:
        return
    for row in rows.tolist():
        name = _name(layer, row)
        point = layer.columns.geometry[row]
        yield Finding(
            "plan_facility_outside", severity, row, sentence(_OUTSIDE, name=name), x=shapely.get_x(point), y=shapely.get_y(point),
            extent=LEAST_EXTENT, facts=(name,), layer=layer.role.value,
        )  # fmt: skip


def _improper(plan: CheckedPlan, layer: CheckedLayer, rows: np.ndarray, frame: Frame) -> Iterator[Finding]:
    severity, ground = frame.severity_of("plan_facility_class"), _GROUND[layer.role]
    if severity is None or not plan.has_parcels(ground) or not layer.table.has(_CODE[layer.role]):
        return
    codes = plan.codes(ground)
    point, parcel = shapely.STRtree(plan.layers[ground].valid).query(layer.columns.geometry[rows], predicate="intersects")
    for place in np.unique(point).tolist():
        row = int(rows[place])
        facility = layer.table.text(_CODE[layer.role]).at(row)
        proper = proper_classes().get(facility, (ANY,))
        under = sorted({clean_code(code) for code in codes[parcel[point == place]]})
        # On a border between two parcels one proper one is enough.
        if ANY in proper or any(code.startswith(proper) for code in under):
            continue
        shape, name = layer.columns.geometry[row], _name(layer, row)
        text = sentence(
            _IMPROPER, name=name, code=under[0] or "—", called=plan.classes.name(under[0]), classes="、".join(proper)
        )
        yield Finding(
            "plan_facility_class", severity, row, text, _CODE[layer.role], x=shapely.get_x(shape), y=shapely.get_y(shape),
            extent=LEAST_EXTENT, facts=(facility, under[0]), layer=layer.role.value,
        )  # fmt: skip


def _name(layer: CheckedLayer, row: int) -> str:
    """What a facility is called in the layer, else in the list of codes, else its code."""
    code = _CODE[layer.role]
    written = layer.table.said(NAME_FIELD[code], row)
    number = layer.table.said(code, row)
    return written or code_list("facility").get(number, "") or number or "—"
