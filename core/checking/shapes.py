"""Checks of each parcel's own shape (图形检查): one finding a parcel and check, with how often and the worst place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Progress, no_progress, part_of
from ..rules import Rules
from ..sentence import Sentence, sentence, translate
from ..threads import in_threads
from .corners import CornerLimits, corner_limits, mark_corners, mark_decimals
from .finding import Finding
from .marks import Marks, SeverityOf, joined_marks, place_facts, said_area, said_number, worst_of
from .outlines import CHUNK, edges_of, outlines_of
from .parts import PartLimits, mark_parts, part_limits
from .validity import find_invalid

CHECK_TITLES: Mapping[str, str] = {
    "no_shape": translate("LandLedger", "No shape"),
    "no_numbers": translate("LandLedger", "Coordinate is not a number"),
    "no_area": translate("LandLedger", "No area"),
    "self_intersection": translate("LandLedger", "Self-intersection"),
    "misplaced_ring": translate("LandLedger", "Misplaced ring"),
    "duplicate_vertex": translate("LandLedger", "Duplicate vertices"),
    "spike": translate("LandLedger", "Spike"),
    "sharp_angle": translate("LandLedger", "Sharp angle"),
    "many_parts": translate("LandLedger", "Several parts"),
    "small_part": translate("LandLedger", "Small part"),
    "holes": translate("LandLedger", "Holes"),
    "small_hole": translate("LandLedger", "Small hole"),
    "small_parcel": translate("LandLedger", "Tiny parcel"),
    "narrow_parcel": translate("LandLedger", "Narrow parcel"),
    "coordinate_decimals": translate("LandLedger", "Too many decimals"),
}
"""Titles of the checks of this module by id. Each has a rule `check_<id>` in `resources/rules/checks_geometry.csv`."""

_AREA_FACT = 2
_ANGLE_FACT = 2


@dataclass(frozen=True)
class _Limits:
    corners: CornerLimits
    parts: PartLimits


@dataclass(frozen=True)
class _Looked:
    """What was found in one run of parcels: rows of unusable ones, and marks by check."""

    missing: np.ndarray
    nan: np.ndarray
    invalid: np.ndarray
    marks: Mapping[str, Marks]


def find_shape_faults(
    geometry: np.ndarray, rules: Rules, severity_of: SeverityOf, progress: Progress = no_progress
) -> list[Finding]:
    """Faults of the shapes `geometry` object (n,), Polygons and MultiPolygons in metres as they were read, or None.

    Rows of the findings index `geometry`. Shapes of another kind raise ValueError. The findings are in the order of
    CHECK_TITLES, then of rows. Thresholds: `resources/rules/checks_geometry.csv`.
    """
    if not np.isin(shapely.get_type_id(geometry), (-1, 3, 6)).all():
        raise ValueError("only polygons can be checked")
    limits = _Limits(corner_limits(rules), part_limits(rules))
    with_decimals = severity_of("coordinate_decimals") is not None

    def look(start: int) -> _Looked:
        return _look(geometry[start : start + CHUNK], start, limits, with_decimals)

    looked = in_threads(look, np.arange(0, len(geometry), CHUNK), part_of(progress, 0.0, 0.8))
    missing, nan, invalid = (
        np.concatenate([getattr(one, name) for one in looked]) if looked else np.empty(0, dtype=np.int64)
        for name in ("missing", "nan", "invalid")
    )
    findings = find_invalid(geometry, missing, nan, invalid, severity_of)
    progress(0.9)
    for check in CHECK_TITLES:
        marks = joined_marks([one.marks[check] for one in looked if check in one.marks])
        findings += _findings_of(check, marks, limits, severity_of)
    progress(1.0)
    place = {check: number for number, check in enumerate(CHECK_TITLES)}
    findings.sort(key=lambda finding: (place[finding.check], finding.row))
    return findings


def _look(geometry: np.ndarray, first: int, limits: _Limits, with_decimals: bool) -> _Looked:
    """All marks in the parcels `geometry`, whose first is the row `first`."""
    missing = shapely.is_missing(geometry) | shapely.is_empty(geometry)
    places, owner = shapely.get_coordinates(geometry, return_index=True)
    nan = np.zeros(len(geometry), dtype=bool)
    nan[owner[~np.isfinite(places).all(axis=1)]] = True
    usable = geometry.copy()
    usable[missing | nan] = None
    invalid = ~(missing | nan) & (~shapely.is_valid(usable) | (shapely.area(usable) <= 0))
    outlines = outlines_of(usable, first)
    edges, repeated = edges_of(outlines)
    marks = mark_corners(outlines, edges, repeated, limits.corners)
    marks.update(mark_parts(outlines, edges, limits.parts))
    if with_decimals:
        marks["coordinate_decimals"] = mark_decimals(outlines, limits.corners)
    missing_rows, nan_rows, invalid_rows = (np.flatnonzero(mask) + first for mask in (missing, nan, invalid))
    return _Looked(missing_rows, nan_rows, invalid_rows, marks)


def _findings_of(check: str, marks: Marks, limits: _Limits, severity_of: SeverityOf) -> list[Finding]:
    """One finding a row of the marks of a check."""
    severity = severity_of(check)
    if severity is None or not len(marks):
        return []
    worst, counts = worst_of(marks)
    columns = (worst.row, worst.x, worst.y, worst.measure, worst.extent, counts)
    findings = []
    for row, x, y, measure, extent, count in zip(*(column.tolist() for column in columns)):
        text, fact = _said(check, count, measure, limits)
        facts = (str(count), fact, *place_facts(x, y))
        findings.append(Finding(check, severity, row, text, x=x, y=y, extent=extent, facts=facts))
    return findings


def _said(check: str, count: int, measure: float, limits: _Limits) -> tuple[Sentence, str]:
    """The sentence of a finding, and its measure as a fact."""
    template, limit = _TEMPLATES[check], _limit_of(check, limits)
    if check == "duplicate_vertex" and not limits.corners.vertex_distance:
        template = _REPEATED
    if check in ("spike", "sharp_angle"):
        shown = fact = said_number(measure, _ANGLE_FACT)
    elif check in ("duplicate_vertex", "narrow_parcel"):
        shown = fact = said_number(measure, 3)
    else:
        shown, fact = said_area(measure), said_number(measure, _AREA_FACT)
    return sentence(template, count=count, measure=shown, limit=limit), fact


def _limit_of(check: str, limits: _Limits) -> str:
    """The threshold of a check as people read it; '' where it has none."""
    corners, parts = limits.corners, limits.parts
    values = {
        "duplicate_vertex": corners.vertex_distance,
        "spike": corners.spike_angle,
        "sharp_angle": corners.sharp_angle,
        "coordinate_decimals": corners.decimals,
        "small_part": parts.part_area,
        "small_hole": parts.hole_area,
        "small_parcel": parts.parcel_area,
        "narrow_parcel": parts.width,
    }
    return f"{values[check]:g}" if check in values else ""


_REPEATED = translate("LandLedger", "Vertices that repeat the one before them: {count}.")

_TEMPLATES: Mapping[str, str] = {
    "duplicate_vertex": translate(
        "LandLedger", "Vertices closer than {limit} m to the one before them: {count}; the closest at {measure} m."
    ),
    "spike": translate("LandLedger", "Spikes (narrow tips below {limit}°): {count}; the sharpest has {measure}°."),
    "sharp_angle": translate("LandLedger", "Corners sharper than {limit}°: {count}; the sharpest has {measure}°."),
    "many_parts": translate("LandLedger", "The parcel has {count} parts; the smallest has {measure} m²."),
    "small_part": translate("LandLedger", "Parts smaller than {limit} m²: {count}; the smallest has {measure} m²."),
    "holes": translate("LandLedger", "Holes: {count}; the smallest has {measure} m²."),
    "small_hole": translate("LandLedger", "Holes smaller than {limit} m²: {count}; the smallest has {measure} m²."),
    "small_parcel": translate("LandLedger", "The parcel has only {measure} m² in the plane; the limit is {limit} m²."),
    "narrow_parcel": translate("LandLedger", "The parcel is only {measure} m wide on average; the limit is {limit} m."),
    "coordinate_decimals": translate("LandLedger", "Vertices with more than {limit} decimals: {count}."),
}
