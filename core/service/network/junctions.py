"""Where roads meet: at vertices they share, across small gaps, and, if wanted, wherever they cross on the map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ...progress import Progress, no_progress
from .strands import Strands, foot_on, with_points

SAME_PLACE = 1e-6
"""Metres: a crossing this near to a vertex is that vertex; far below any survey, far above what float64 leaves."""


@dataclass(frozen=True)
class Gap:
    """An end of road `road` (row) that was joined to road `other`, `metres` away, at `xy`."""

    road: int
    other: int
    metres: float
    xy: tuple[float, float]


@dataclass(frozen=True)
class Junctions:
    """Strands with all their junctions as vertices.

    `label` int64 (v,): vertices of one label are one place on the graph; `node` bool (v,): where strands end, meet or
    were joined. `gaps` were bridged, `crossings` counts the places where lines crossed without a common vertex.
    """

    strands: Strands
    label: np.ndarray
    node: np.ndarray
    gaps: tuple[Gap, ...] = ()
    crossings: int = 0


def junctions_of(
    strands: Strands, tolerance: float = 0.0, crossings: bool = False, progress: Progress = no_progress
) -> Junctions:
    """The junctions of strands: shared vertices always; ends up to `tolerance` metres from another road (0: none); with
    `crossings` every place where lines cross, bridges too, since a map does not say which road lies above."""
    pairs = np.empty((0, 2), dtype=np.int64)
    crossed = 0
    if crossings:
        strands, pairs = _crossed(strands)
        crossed = len(pairs)
    progress(0.5)
    gaps: list[Gap] = []
    if tolerance > 0:
        strands, pairs, gaps = _bridged(strands, pairs, tolerance)
    progress(1.0)
    label = _merged(_by_place(strands.xy), pairs)
    node = np.bincount(label)[label] > 1
    node[strands.ends] = True
    return Junctions(strands, label, node, tuple(gaps), crossed)


def _by_place(xy: np.ndarray) -> np.ndarray:
    """int64 (v,): equal for equal coordinates. A plus turns −0.0 into 0.0."""
    return np.unique(np.ascontiguousarray(xy + 0.0).view(np.complex128).ravel(), return_inverse=True)[1]


def _merged(label: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """Labels after the vertices of each pair (k, 2) became one."""
    if not len(pairs):
        return label
    count = int(label.max()) + 1
    one, other = label[pairs].T
    graph = coo_array((np.ones(len(pairs), dtype=np.int8), (one, other)), shape=(count, count))
    return np.asarray(connected_components(graph, directed=False)[1], dtype=np.int64)[label]


# ------------------------------------------------------------------------------------------------------------ crossings


def _crossed(strands: Strands) -> tuple[Strands, np.ndarray]:
    """The strands with their crossings put in, and the pairs of vertices (k, 2) that are one place."""
    segments = strands.segments
    ends = np.stack([strands.xy[segments], strands.xy[segments + 1]], axis=1)
    lines = shapely.linestrings(ends)
    one, other = shapely.STRtree(lines).query(lines, predicate="intersects")
    # Neighbours of one strand touch where they join.
    once = (one < other) & (segments[other] != segments[one] + 1)
    one, other = one[once], other[once]
    shared = (ends[one][:, :, None] == ends[other][:, None, :]).all(axis=3).any(axis=(1, 2))
    # Where an end is common the segments meet there and nowhere else, unless they lie on one another.
    cross = _cross(ends[one], ends[other])
    apart = ~(shared & (cross != 0))
    one, other = one[apart], other[apart]
    places, which = shapely.get_coordinates(shapely.intersection(lines[one], lines[other]), return_index=True)
    one, other = one[which], other[which]
    places = _at_corner(_at_corner(places, ends[other]), ends[one])
    both = np.concatenate([one, other])
    twice = np.concatenate([places, places])
    twice = _at_corner(twice, ends[both])
    inserted = with_points(strands, segments[both], _place_on(ends[both], twice), twice)
    return inserted.strands, inserted.vertex.reshape(2, -1).T


def _cross(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The cross product of the directions of segments (k, 2, 2)."""
    a, b = one[:, 1] - one[:, 0], other[:, 1] - other[:, 0]
    return np.asarray(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])


def _at_corner(places: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Places (k, 2), those next to an end of their segment (k, 2, 2) at that end."""
    result = places.copy()
    for corner in (0, 1):
        near = np.hypot(*(places - ends[:, corner]).T) <= SAME_PLACE
        result[near] = ends[near, corner]
    return result


def _place_on(ends: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Where on its segment (k, 2, 2) each place lies, from 0 to 1."""
    step = ends[:, 1] - ends[:, 0]
    return np.clip(((places - ends[:, 0]) * step).sum(axis=1) / (step**2).sum(axis=1), 0.0, 1.0)


# ----------------------------------------------------------------------------------------------------------------- gaps


def _bridged(strands: Strands, pairs: np.ndarray, tolerance: float) -> tuple[Strands, np.ndarray, list[Gap]]:
    """The strands with a vertex opposite each end that ends just beside a road, the pairs with these, and the gaps."""
    label = _merged(_by_place(strands.xy), pairs)
    ends = strands.ends
    lines = strands.lines()
    end, strand = shapely.STRtree(lines).query(shapely.points(strands.xy[ends]), predicate="dwithin", distance=tolerance)
    foreign = strands.strand[ends[end]] != strand
    end, strand = end[foreign], strand[foreign]
    vertex, partner = ends[end], ends[end ^ 1]
    segment, at, xy = foot_on(strands, strands.measure, strand, strands.xy[vertex])
    # A vertex of the other road within reach is taken before a new one is made.
    target, known = _known_vertex(strands, segment, strands.xy[vertex], tolerance)
    # A stub shorter than a gap is joined already, by its other end.
    stub = np.hypot(*(strands.xy[vertex] - strands.xy[partner]).T) <= tolerance
    joined = (label[target] == label[vertex]) | (stub & (label[target] == label[partner]))
    apart = ~(known & joined)
    vertex, strand, segment, at, xy, target, known = (
        values[apart] for values in (vertex, strand, segment, at, xy, target, known)
    )
    new = ~known
    inserted = with_points(strands, segment[new], at[new], xy[new])
    opposite = np.empty(len(vertex), dtype=np.int64)
    opposite[known] = inserted.moved[target[known]]
    opposite[new] = inserted.vertex
    loops = _nearly_closed(strands, label, tolerance)
    here = np.concatenate([inserted.moved[vertex], inserted.moved[loops[:, 0]]])
    there = np.concatenate([opposite, inserted.moved[loops[:, 1]]])
    gaps = _gaps(inserted.strands, here, there)
    more = np.column_stack([here, there])
    return inserted.strands, np.concatenate([inserted.moved[pairs], more]), gaps


def _known_vertex(
    strands: Strands, segment: np.ndarray, points: np.ndarray, tolerance: float
) -> tuple[np.ndarray, np.ndarray]:
    """The nearer end of each segment (k,), and whether it is within `tolerance` of the point."""
    distances = np.stack([np.hypot(*(strands.xy[segment + side] - points).T) for side in (0, 1)])
    nearer = distances.argmin(axis=0)
    return segment + nearer, distances.min(axis=0) <= tolerance


def _nearly_closed(strands: Strands, label: np.ndarray, tolerance: float) -> np.ndarray:
    """int64 (k, 2): first and last vertex of strands whose ends nearly meet and that are longer than that by far."""
    ends = strands.ends.reshape(-1, 2)
    gap = np.hypot(*(strands.xy[ends[:, 0]] - strands.xy[ends[:, 1]]).T)
    measure = strands.measure
    length = measure[ends[:, 1]] - measure[ends[:, 0]]
    return np.asarray(ends[(gap <= tolerance) & (length > 4 * tolerance) & (label[ends[:, 0]] != label[ends[:, 1]])])


def _gaps(strands: Strands, here: np.ndarray, there: np.ndarray) -> list[Gap]:
    """Each bridged gap once, the widest first."""
    metres = np.hypot(*(strands.xy[here] - strands.xy[there]).T)
    road = strands.road[strands.strand]
    found: dict[frozenset[complex], Gap] = {}
    for place in np.argsort(-metres, kind="stable").tolist():
        a, b = int(here[place]), int(there[place])
        (x, y), (east, north) = strands.xy[a].tolist(), strands.xy[b].tolist()
        # Several roads may end at one side of a gap.
        key = frozenset((complex(x, y), complex(east, north)))
        found.setdefault(key, Gap(int(road[a]), int(road[b]), float(metres[place]), (x, y)))
    return list(found.values())
