"""Topology (R8): shapes of every layer; parcels of both years and control zones against one another and the village."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import shapely

from ...checking.coverage import CHECK_TITLES as COVERAGE_TITLES, find_coverage_faults
from ...checking.finding import Finding, Severity
from ...checking.marks import said_area
from ...checking.shapes import CHECK_TITLES as SHAPE_TITLES, find_shape_faults
from ...progress import Progress, no_progress, part_of
from ...sentence import sentence, translate
from ..profile import PlanGeometry, PlanRole
from .model import CheckedLayer, CheckedPlan, Frame, of_layer

_VILLAGE_TITLES = {
    "district_gap": translate("LandLedger", "Village not covered"),
    "outside_district": translate("LandLedger", "Outside the village"),
}
_ZONE_TITLES = {
    "overlap": translate("LandLedger", "Control zones overlap"),
    "gap": translate("LandLedger", "Gap between control zones"),
    "sliver": translate("LandLedger", "Sliver between control zones"),
    "district_gap": translate("LandLedger", "Village without control zone"),
    "outside_district": translate("LandLedger", "Control zone outside the village"),
}
TITLES: Mapping[str, str] = {
    **{f"plan_{check}": title for check, title in SHAPE_TITLES.items()},
    **{f"plan_{check}": _VILLAGE_TITLES.get(check, title) for check, title in COVERAGE_TITLES.items()},
    **{f"plan_zone_{check}": title for check, title in _ZONE_TITLES.items()},
}
OF_ZONES = frozenset(("no_shape", "no_numbers", "no_area", "self_intersection", "misplaced_ring", "duplicate_vertex"))
"""What is asked of a shape that may have many parts and holes: borders, zones, lines."""

_TEXTS = {
    "district_gap": translate("LandLedger", "{area} m² of the village are covered by nothing of this layer."),
    "outside_district": translate("LandLedger", "{area} m² lie outside the village."),
}
_PARCELS = (PlanRole.BASE, PlanRole.PLAN)


def find_topology_faults(plan: CheckedPlan, frame: Frame, progress: Progress = no_progress) -> list[Finding]:
    """Everything of TITLES, layer by layer in the order of the profile."""
    polygons = [layer for layer in plan.layers.values() if layer.declared.geometry is PlanGeometry.POLYGON and len(layer)]
    found: list[Finding] = []
    for number, layer in enumerate(polygons):
        own = part_of(progress, number / len(polygons), (number + 1) / len(polygons))
        faults = _shapes(layer, frame, part_of(own, 0.0, 0.4))
        if layer.role in (*_PARCELS, PlanRole.CONTROL):
            faults += _coverage(plan, layer, frame, part_of(own, 0.4, 1.0))
        found += of_layer(faults, layer.role)
    progress(1.0)
    return found


def _prefixed(frame: Frame, prefix: str, among: frozenset[str] | None = None) -> Callable[[str], Severity | None]:
    return lambda check: frame.severity_of(prefix + check) if among is None or check in among else None


def _shapes(layer: CheckedLayer, frame: Frame, progress: Progress) -> list[Finding]:
    severity_of = _prefixed(frame, "plan_", None if layer.role in _PARCELS else OF_ZONES)
    found = find_shape_faults(layer.columns.geometry, frame.rules, severity_of, progress)
    return [replace(each, check=f"plan_{each.check}") for each in found]


def _coverage(plan: CheckedPlan, layer: CheckedLayer, frame: Frame, progress: Progress) -> list[Finding]:
    zones = layer.role is PlanRole.CONTROL
    prefix = "plan_zone_" if zones else "plan_"
    severity_of = _prefixed(frame, prefix, frozenset(_ZONE_TITLES) if zones else None)
    border: np.ndarray | None = plan.border

    def crossing() -> bool:
        # Zones are few and huge: looking along their borders takes longer than one union.
        return not zones or _cover_twice(layer.valid, float(frame.rules.number("overlap_area_m2")))

    found = find_coverage_faults(layer.valid, frame.rules, severity_of, progress, border, crossing)
    return [_said_of_village(replace(each, check=prefix + each.check), each.check) for each in found]


def _cover_twice(shapes: np.ndarray, least: float) -> bool:
    """Whether two of the shapes may have `least` m² in common: what they cover together is smaller than their sum by at least
    what any two share."""
    there = shapes[~shapely.is_missing(shapes)]
    together = float(shapely.area(shapely.union_all(there))) if len(there) else 0.0
    return float(shapely.area(there).sum()) - together >= least / 2


def _said_of_village(found: Finding, check: str) -> Finding:
    """A finding of the districts said of the village."""
    if check not in _TEXTS:
        return found
    return replace(found, text=sentence(_TEXTS[check], area=said_area(found.area)))
