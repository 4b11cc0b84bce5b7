"""Checks of parcels against one another (拓扑检查): overlaps, gaps, slivers, ground beside the districts, missing nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Progress, no_progress, part_of
from ..rules import Rules
from ..sentence import Sentence, sentence, translate
from ..survey.noding import containing_pairs, inner_points, mean_widths
from ..threads import in_threads
from .borders import Borders, fill_exactly, match_borders
from .finding import NO_ROW, Finding, Severity
from .marks import LEAST_EXTENT, SeverityOf, place_facts, said_area, said_number, worst_of
from .open_faces import border_lines, closed_gaps, district_faces
from .overlapping import CommonGround, find_common_ground
from .shared_nodes import mark_missing_vertices

CHECK_TITLES: Mapping[str, str] = {
    "overlap": translate("LandLedger", "Overlap"),
    "gap": translate("LandLedger", "Gap"),
    "sliver": translate("LandLedger", "Sliver"),
    "district_gap": translate("LandLedger", "District not covered"),
    "outside_district": translate("LandLedger", "Outside the districts"),
    "missing_vertex": translate("LandLedger", "Missing common vertex"),
}
"""Titles of the checks of this module by id. Each has a rule `check_<id>` in `resources/rules/checks_geometry.csv`."""

_SLIVER_OVERLAP = translate(
    "LandLedger", "Borders drawn twice: two parcels overlap by {area} m² in a strip {width} m wide."
)
_SLIVER_GAP = translate("LandLedger", "Borders drawn twice: {area} m² between them is left open, a strip {width} m wide.")
_OVERLAP = translate("LandLedger", "Two parcels overlap by {area} m².")
_GAP = translate("LandLedger", "A gap of {area} m² between the parcels.")
_DISTRICT_GAP = translate("LandLedger", "{area} m² of the districts are covered by no parcel.")
_OUTSIDE = translate("LandLedger", "{area} m² of the parcel lie outside the districts.")
_MISSING = translate(
    "LandLedger", "Vertices of neighbours on the border of this parcel, which has none there: {count}; the farthest lies "
                  "{distance} m beside it."
)


@dataclass(frozen=True)
class _Limits:
    """Thresholds in m² and metres, from the rules of their names."""

    overlap: float
    gap: float
    width: float
    distance: float


@dataclass(frozen=True)
class _Job:
    """What all checks of a run need."""

    parcels: np.ndarray
    tree: shapely.STRtree
    borders: Borders
    limits: _Limits
    severity_of: SeverityOf


def find_coverage_faults(
    geometry: np.ndarray,
    rules: Rules,
    severity_of: SeverityOf,
    progress: Progress = no_progress,
    district: np.ndarray | None = None,
    may_overlap: Callable[[], bool] = lambda: True,
) -> list[Finding]:
    """Faults between the parcels `geometry` object (n,), valid Polygons and MultiPolygons in metres, None where unusable.

    `district` object (d,), valid or None: the districts the parcels are to fill; without any shape it is as if not given.
    Overlaps are looked for where `may_overlap`, which is asked only where borders leave it open: not where the parcels fill one
    district edge by edge, for then nothing overlaps, nothing is open and nothing lies outside.
    Rows of the findings index `geometry`; gaps belong to no row. In an overlap `row` is the lower one of the two. Areas
    are those of the plane. The findings are in the order of CHECK_TITLES, then of place. Thresholds:
    `resources/rules/checks_geometry.csv`.
    """
    limits = _Limits(
        float(rules.number("overlap_area_m2")),
        float(rules.number("gap_area_m2")),
        float(rules.number("sliver_width_m")),
        float(rules.number("missing_vertex_distance_m")),
    )
    if all(severity_of(check) is None for check in CHECK_TITLES):
        return []
    borders = match_borders(geometry, part_of(progress, 0.0, 0.4))
    job = _Job(geometry, shapely.STRtree(geometry), borders, limits, severity_of)
    ground = _usable(district)
    filled = ground is not None and fill_exactly(borders, ground)
    findings = [] if filled or not may_overlap() else [*_overlaps(job, part_of(progress, 0.4, 0.7))]
    findings += _missing_vertices(job)
    progress(0.75)
    if not filled:
        findings += _open_ground(job, ground)
    progress(1.0)
    place = {check: number for number, check in enumerate(CHECK_TITLES)}
    findings.sort(key=lambda finding: (place[finding.check], finding.x, finding.y, finding.row, finding.other))
    return findings


def _overlaps(job: _Job, progress: Progress) -> Iterator[Finding]:
    if job.severity_of("overlap") is None and job.severity_of("sliver") is None:
        return
    ground = find_common_ground(job.parcels, job.tree, job.borders, job.limits.overlap, progress)
    yield from _of_shapes(job, "overlap", ground.shape, (_OVERLAP, _SLIVER_OVERLAP), ground)


def _open_ground(job: _Job, district: np.ndarray | None) -> Iterator[Finding]:
    """Gaps, and with `district` also what lies on one side only of the districts' outline."""
    wanted = [job.severity_of(check) for check in ("gap", "sliver", "district_gap", "outside_district")]
    if district is None:
        wanted[2:] = []
    if not any(wanted):
        return
    lines = border_lines(job.borders)
    gaps = closed_gaps(job.parcels, lines)
    yield from _of_shapes(job, "gap", _at_least(gaps, job.limits.gap), (_GAP, _SLIVER_GAP))
    if district is None or not any(wanted[2:]):
        return
    bare, beyond = district_faces(job.parcels, lines, district)
    bare = _at_least(_beside(bare, gaps), job.limits.gap)
    yield from _of_shapes(job, "district_gap", bare, (_DISTRICT_GAP, _DISTRICT_GAP))
    yield from _outside(job, beyond)


def _usable(district: np.ndarray | None) -> np.ndarray | None:
    """The districts that have a shape; None without any."""
    if district is None:
        return None
    usable = district[~(shapely.is_missing(district) | shapely.is_empty(district))]
    return usable if len(usable) else None


def _beside(faces: np.ndarray, gaps: np.ndarray) -> np.ndarray:
    """The faces that lie in none of the gaps."""
    inside = containing_pairs(gaps, inner_points(faces))[1]
    return np.delete(faces, np.unique(inside))


def _at_least(shapes: np.ndarray, least: float) -> np.ndarray:
    area = shapely.area(shapes)
    return shapes[(area >= least) & (area > 0)]


def _of_shapes(
    job: _Job, check: str, shapes: np.ndarray, texts: tuple[str, str], pairs: CommonGround | None = None
) -> Iterator[Finding]:
    """A finding a shape, a `sliver` where it is narrower than the rule says; of `pairs` the two rows."""
    area, width = shapely.area(shapes), mean_widths(shapes)
    places, bounds = _places_in(shapes), shapely.bounds(shapes)
    plain, sliver = job.severity_of(check), None if check == "district_gap" else job.severity_of("sliver")
    for number, shape in enumerate(shapes):
        thin = bool(sliver is not None and width[number] < job.limits.width)
        severity = sliver if thin else plain
        if severity is None:
            continue
        text = sentence(texts[thin], area=said_area(area[number]), width=said_number(width[number], 4))
        row, other = (NO_ROW, NO_ROW) if pairs is None else _rows(pairs, number)
        yield _finding("sliver" if thin else check, severity, text, shape, area[number], places[number], bounds[number],
                       row, other)


def _rows(pairs: CommonGround, number: int) -> tuple[int, int]:
    one, other = int(pairs.first[number]), int(pairs.second[number])
    return min(one, other), max(one, other)


def _finding(
    check: str, severity: Severity, text: Sentence, shape: object, area: float, place: Sequence[float],
    bounds: Sequence[float], row: int, other: int,
) -> Finding:
    """The finding of a piece of ground; its facts are its area to 0.01 m² and its south-western corner to 1 mm."""
    extent = max(float(bounds[2] - bounds[0]), float(bounds[3] - bounds[1]), LEAST_EXTENT)
    return Finding(
        check, severity, row, text, x=float(place[0]), y=float(place[1]), extent=extent, other=other,
        facts=(said_number(area, 2), *place_facts(bounds[0], bounds[1])), area=float(area), shape=shape,
    )


def _places_in(shapes: np.ndarray) -> np.ndarray:
    """float64 (k, 2): a place inside each shape."""
    points = shapely.point_on_surface(shapes)
    return np.c_[shapely.get_x(points), shapely.get_y(points)]


def _outside(job: _Job, beyond: np.ndarray) -> Iterator[Finding]:
    """One finding a parcel that reaches into the ground `beyond` the districts."""
    severity = job.severity_of("outside_district")
    if severity is None or not len(beyond):
        return
    face, row = job.tree.query(beyond, predicate="intersects")
    order = np.lexsort((face, row))
    face, row = face[order], row[order]

    def cut(start: int) -> np.ndarray:
        with np.errstate(all="ignore"):
            return shapely.intersection(beyond[face[start : start + 512]], job.parcels[row[start : start + 512]])

    pieces = in_threads(cut, np.arange(0, len(face), 512), no_progress)
    parts, piece = shapely.get_parts(np.concatenate(pieces), return_index=True)
    polygonal = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    parts, owner = parts[polygonal], row[piece[polygonal]]
    if not len(parts):
        return
    rows, group = np.unique(owner, return_inverse=True)
    pieces_of_row = shapely.geometrycollections(parts, indices=group)
    shapes = shapely.normalize(shapely.union_all(pieces_of_row[:, None], axis=1))
    area, places, bounds = shapely.area(shapes), _places_in(shapes), shapely.bounds(shapes)
    for number in np.flatnonzero(area >= max(job.limits.gap, 1e-12)):
        text = sentence(_OUTSIDE, area=said_area(area[number]))
        yield _finding("outside_district", severity, text, shapes[number], area[number], places[number],
                       bounds[number], int(rows[number]), NO_ROW)


def _missing_vertices(job: _Job) -> Iterator[Finding]:
    severity = job.severity_of("missing_vertex")
    if severity is None:
        return
    worst, counts = worst_of(mark_missing_vertices(job.parcels, job.borders, job.limits.distance))
    columns = (worst.row, worst.x, worst.y, -worst.measure, worst.extent, counts)
    for row, x, y, apart, extent, count in zip(*(column.tolist() for column in columns)):
        distance = said_number(abs(apart), 4)
        text = sentence(_MISSING, count=count, distance=distance)
        yield Finding("missing_vertex", severity, row, text, x=x, y=y, extent=extent,
                      facts=(str(count), distance, *place_facts(x, y)))
