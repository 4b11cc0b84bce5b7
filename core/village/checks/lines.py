"""Lines 三线: prime farmland (R3), ecological redline (R4), zones of construction (R6), urban growth boundary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from ...area import Area
from ...checking.finding import NO_ROW, Finding
from ...checking.marks import LEAST_EXTENT, said_area
from ...ellipsoid import ellipsoid_areas
from ...sentence import sentence, translate
from ...survey.classes import clean_code, factorised
from ..areas import UNIT
from ..profile import PlanRole
from ..sides import CODE_FIELD, LINE_ZONES, zones_of
from ..structure import Structure, row_of_classes, town_of_kinds
from .ground import Ground, Pieces, inside, left_of, outside, piece_units
from .model import CheckedPlan, Frame

TITLES = {
    "plan_prime_reduced": translate("LandLedger", "Prime farmland no longer drawn"),
    "plan_prime_class": translate("LandLedger", "Prime farmland planned as something else"),
    "plan_prime_exception": translate("LandLedger", "Prime farmland planned as an admitted exception"),
    "plan_redline_reduced": translate("LandLedger", "Ecological redline no longer drawn"),
    "plan_redline_built": translate("LandLedger", "Construction land within the ecological redline"),
    "plan_built_outside": translate("LandLedger", "Construction land outside the construction zones"),
    "plan_urban_outside": translate("LandLedger", "Town space outside the urban growth boundary"),
    "plan_urban_inside": translate("LandLedger", "Urban growth boundary not planned as town space"),
}
TOWN_ZONE = "0400"

_PLANNED = translate("LandLedger", "{area} m² of the parcel, planned as {code} {name}, lie within prime farmland.")
_IN_REDLINE = translate("LandLedger", "{area} m² of the parcel, planned as {code} {name}, lie within the ecological redline.")
_OUTSIDE = translate("LandLedger", "{area} m² of the parcel, planned as {code} {name}, lie outside the zones {zones}.")
_TOWN = translate("LandLedger", "{area} m² of the parcel, marked as town space, lie outside the urban growth boundary.")
_TOWN_ZONE = translate("LandLedger", "{area} m² of the control zone {zone} lie outside the urban growth boundary.")
_BOUNDARY = translate("LandLedger", "{area} m² within the urban growth boundary are not planned as town space.")
_REDUCED = {
    PlanRole.PRIME_FARMLAND: translate("LandLedger", "{area} m² of prime farmland are in no control zone {zone} of the plan."),
    PlanRole.ECO_REDLINE: translate("LandLedger", "{area} m² of the ecological redline are in no control zone {zone} of the plan."),
}
_REDUCED_CHECK = {PlanRole.PRIME_FARMLAND: "plan_prime_reduced", PlanRole.ECO_REDLINE: "plan_redline_reduced"}


@dataclass(frozen=True)
class LineJob:
    """What the checks of lines share: the plan's parcels with their classes and areas, and the least area worth telling."""

    plan: CheckedPlan
    structure: Structure
    frame: Frame

    @cached_property
    def parcels(self) -> np.ndarray:
        """object (n,): the parcels of the plan, valid or None."""
        return self.plan.layers[PlanRole.PLAN].valid

    @cached_property
    def codes(self) -> np.ndarray:
        """object (n,): their classes."""
        return self.plan.codes(PlanRole.PLAN)

    @cached_property
    def town(self) -> np.ndarray:
        """bool (n,): those in town space (SSBJLX Z)."""
        columns = self.plan.layers[PlanRole.PLAN].columns
        return town_of_kinds(columns.attributes.get("SSBJLX"), len(columns))

    @cached_property
    def row(self) -> np.ndarray:
        """int64 (n,): the row of the structure table of each."""
        return row_of_classes(self.structure, self.plan.classes, self.codes, self.town)

    @cached_property
    def least(self) -> float:
        """m² below which nothing is told."""
        return float(self.frame.rules.number("plan_line_area_m2"))

    def of_headings(self, level: int) -> np.ndarray:
        """int64: the parcels of construction land (level 0), or of towns and villages alone (level 1)."""
        headings = built_headings(self.structure)
        if len(headings) <= level:
            return np.empty(0, dtype=np.int64)
        return np.flatnonzero(np.isin(self.row, self.structure.members(headings[level])))

    def where_code(self, beginnings: Sequence[str], rows: np.ndarray | None = None) -> np.ndarray:
        """bool (n,): parcels whose class begins with one of them."""
        distinct, place = factorised(self.codes)
        answers = np.array([clean_code(code).startswith(tuple(beginnings)) for code in distinct], dtype=bool)
        return answers[place] if len(place) else np.zeros(0, dtype=bool)

    def zones(self, *codes: str) -> Ground:
        """The ground of control zones."""
        layer = self.plan.layers[PlanRole.CONTROL]
        return Ground(zones_of(layer.columns.with_geometry(layer.valid), *codes).geometry)

    def line(self, role: PlanRole) -> Ground | None:
        """The ground of a line within the village; None where the plan has no such layer."""
        if role not in self.plan.layers:
            return None
        shapes = self.plan.layers[role].valid
        border = self.border
        if border is None:
            return Ground(shapes)
        there = ~shapely.is_missing(shapes)
        with np.errstate(all="ignore"):
            return Ground(np.where(there, shapely.intersection(shapes, border), None))

    @cached_property
    def border(self) -> object:
        """The ground of all villages, that of the plan's parcels where there is no border, None without any."""
        shapes = self.plan.border if self.plan.border is not None else self.parcels
        there = shapes[~shapely.is_missing(shapes)]
        return shapely.union_all(there) if len(there) else None

    def units(self, pieces: Pieces) -> np.ndarray:
        """int64 (k,): the area of each piece in 0.01 m²."""
        registered, measured = self.plan.registered(PlanRole.PLAN), self.plan.measured(PlanRole.PLAN)
        return piece_units(pieces, registered, measured, self.plan.zone)

    def told(self, check: str, pieces: Pieces, text: str, **places: object) -> Iterator[Finding]:
        """A finding a piece that is large enough."""
        severity = self.frame.severity_of(check)
        if severity is None or not len(pieces):
            return
        points, bounds = shapely.point_on_surface(pieces.shape), shapely.bounds(pieces.shape)
        plane = shapely.area(pieces.shape)
        for number, units in enumerate(self.units(pieces).tolist()):
            if plane[number] < self.least:
                continue
            row = int(pieces.row[number])
            code = clean_code(self.codes[row])
            area = Area.from_units(units, UNIT).square_metres()
            said = sentence(text, area=area, code=code or "—", name=self.plan.classes.name(code), **places)
            yield Finding(
                check, severity, row, said, CODE_FIELD[PlanRole.PLAN], x=shapely.get_x(points[number]), y=shapely.get_y(points[number]),
                extent=extent_of(bounds[number]), facts=(code, f"{area}"), area=float(area), shape=pieces.shape[number],
                layer=PlanRole.PLAN.value,
            )  # fmt: skip

    def told_ground(self, check: str, shapes: np.ndarray, text: str, layer: PlanRole, **places: object) -> Iterator[Finding]:
        """A finding for each polygon of open ground that is large enough, in the order of places."""
        severity = self.frame.severity_of(check)
        large = shapes[shapely.area(shapes) >= self.least] if len(shapes) else shapes
        if severity is None or not len(large):
            return
        large = shapely.normalize(large)
        areas, points, bounds = ellipsoid_areas(large, self.plan.zone), shapely.point_on_surface(large), shapely.bounds(large)
        for number in np.lexsort((bounds[:, 1], bounds[:, 0])).tolist():
            said = said_area(areas[number])
            yield Finding(
                check, severity, NO_ROW, sentence(text, area=said, **places), x=shapely.get_x(points[number]),
                y=shapely.get_y(points[number]), extent=extent_of(bounds[number]), facts=(said,), area=float(said),
                shape=large[number], layer=layer.value,
            )  # fmt: skip


def built_headings(structure: Structure) -> tuple[str, ...]:
    """The headings over village homesteads, from the outside in: construction land, of towns and villages, of villages."""
    row = next((each for each in structure.rows if each.key == "V07"), None)
    return row.path[:-1] if row is not None else ()


def extent_of(bounds: np.ndarray) -> float:
    """The side of the square around a box."""
    return float(max(bounds[2] - bounds[0], bounds[3] - bounds[1], LEAST_EXTENT))


def find_line_faults(plan: CheckedPlan, structure: Structure, frame: Frame) -> list[Finding]:
    """Everything of TITLES."""
    if not plan.has_parcels(PlanRole.PLAN):
        return []
    job = LineJob(plan, structure, frame)
    found = [*_reduced(job), *_prime(job), *_redline(job)]
    return [*found, *_built(job), *_urban(job)]


def _has_zones(plan: CheckedPlan) -> bool:
    return PlanRole.CONTROL in plan.layers and plan.layers[PlanRole.CONTROL].table.has("GKBJLXDM")


def _reduced(job: LineJob) -> Iterator[Finding]:
    """Ground of a line that the plan's own zones leave out."""
    for role, zone in LINE_ZONES.items():
        line = job.line(role)
        if line is not None and _has_zones(job.plan):
            left = left_of(line, job.zones(zone))
            yield from job.told_ground(_REDUCED_CHECK[role], left, _REDUCED[role], role, zone=zone)


def _ground(job: LineJob, role: PlanRole) -> Ground | None:
    """The ground of a line: its layer, else the plan's own zones."""
    line = job.line(role)
    if line is None and _has_zones(job.plan):
        line = job.zones(LINE_ZONES[role])
    return line if line is not None and len(line) else None


def _prime(job: LineJob) -> Iterator[Finding]:
    ground = _ground(job, PlanRole.PRIME_FARMLAND)
    if ground is None:
        return
    admitted, excepted = (
        job.where_code(beginnings) if beginnings else np.zeros(len(job.codes), dtype=bool)
        for beginnings in (listed(job.frame, "plan_prime_classes"), listed(job.frame, "plan_prime_exceptions"))
    )
    for check, mask in (("plan_prime_class", ~admitted & ~excepted), ("plan_prime_exception", excepted & ~admitted)):
        yield from job.told(check, inside(job.parcels, np.flatnonzero(mask), ground), _PLANNED)


def _redline(job: LineJob) -> Iterator[Finding]:
    ground = _ground(job, PlanRole.ECO_REDLINE)
    if ground is not None:
        yield from job.told("plan_redline_built", inside(job.parcels, job.of_headings(0), ground), _IN_REDLINE)


def _built(job: LineJob) -> Iterator[Finding]:
    """R6: construction land of towns and villages outside its zones."""
    zones = listed(job.frame, "plan_built_zones")
    if _has_zones(job.plan):
        pieces = outside(job.parcels, job.of_headings(1), job.zones(*zones))
        yield from job.told("plan_built_outside", pieces, _OUTSIDE, zones="、".join(zones))


def _urban(job: LineJob) -> Iterator[Finding]:
    boundary = job.line(PlanRole.URBAN_BOUNDARY)
    if boundary is None:
        return
    marked = np.flatnonzero(job.town)
    yield from job.told("plan_urban_outside", outside(job.parcels, marked, boundary), _TOWN)
    planned = job.parcels[marked]
    if _has_zones(job.plan):
        zones = job.zones(TOWN_ZONE)
        left = left_of(zones, boundary)
        yield from job.told_ground("plan_urban_outside", left, _TOWN_ZONE, PlanRole.CONTROL, zone=TOWN_ZONE)
        planned = np.concatenate([planned, zones.parts])
    yield from job.told_ground("plan_urban_inside", left_of(boundary, Ground(planned)), _BOUNDARY, PlanRole.URBAN_BOUNDARY)


def listed(frame: Frame, key: str) -> tuple[str, ...]:
    """The codes of a rule, separated by `|`; none for `none`."""
    text = frame.rules.get(key).text()
    return () if text == "none" else tuple(part.strip() for part in text.split("|") if part.strip())
