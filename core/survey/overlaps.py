"""Polygons of one layer that overlap one another: who owns the ground, and what is listed.

In the survey the parcel with the lower rank (its BSM) owns the ground; the other one keeps what is left of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import shapely

from ..progress import Progress, no_progress
from ..threads import in_threads

_PAIRS = 2048

SMALLEST_OVERLAP = 1e-4
"""m²: what two neighbours share below this is noise of their last digits: resolved, but not listed."""

SMALLEST_RESOLVED = 1e-8
"""m²: below this an overlap stays, so many could only add up to 1e-4 m² along ten thousand borders."""


@dataclass(frozen=True)
class Overlaps:
    """Pairs of rows that overlap: `first` owns the ground, int64 (p,) each; `area` float64 (p,) plane m²."""

    first: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    second: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    area: np.ndarray = field(default_factory=lambda: np.empty(0))

    def __len__(self) -> int:
        return len(self.first)

    @property
    def involved(self) -> np.ndarray:
        """int64: all rows that overlap another, each once."""
        return np.unique(np.concatenate([self.first, self.second]))


def find_overlaps(polygons: np.ndarray, rows: np.ndarray, rank: np.ndarray) -> Overlaps:
    """Overlapping pairs among `rows` of `polygons` (valid, None-free); `rank` int64 (n,), the lower one is `first`."""
    some = polygons[rows]
    left, right = deep_pairs(shapely.STRtree(some), some, np.arange(len(some)))
    with np.errstate(all="ignore"):  # GEOS meets parallel lines, and numpy hears of it
        area = shapely.area(shapely.intersection(some[left], some[right]))
    real = area >= SMALLEST_RESOLVED
    first, second, area = rows[left[real]], rows[right[real]], area[real]
    swap = rank[first] > rank[second]
    first, second = np.where(swap, second, first), np.where(swap, first, second)
    order = np.lexsort((rank[second], rank[first]))
    return Overlaps(first[order], second[order], area[order])


def deep_pairs(tree: shapely.STRtree, polygons: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs int64 (left < right), each once and sorted, of `polygons` whose insides meet; one of each pair is in `rows`.

    `tree` holds `polygons` object (n,), valid or None.
    """
    one, other = tree.query(polygons[rows], predicate="intersects")
    left, right = pairs_once(rows[one], other)
    deep = insides_meet(polygons, left, right)
    return left[deep], right[deep]


def pairs_once(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The pairs of different rows, int64 (left < right), each once and sorted."""
    apart = one != other
    left, right = np.minimum(one, other)[apart], np.maximum(one, other)[apart]
    order = np.lexsort((right, left))
    left, right = left[order], right[order]
    new = np.ones(len(left), dtype=bool)
    new[1:] = (np.diff(left) != 0) | (np.diff(right) != 0)
    return left[new], right[new]


def insides_meet(
    polygons: np.ndarray, left: np.ndarray, right: np.ndarray, progress: Progress = no_progress
) -> np.ndarray:
    """bool (p,): whether the two polygons of each pair of rows have ground in common."""

    def meet(start: int) -> np.ndarray:
        one, other = left[start : start + _PAIRS], right[start : start + _PAIRS]
        return shapely.relate_pattern(polygons[one], polygons[other], "T********")

    met = in_threads(meet, np.arange(0, len(left), _PAIRS), progress)
    return np.concatenate(met) if met else np.empty(0, dtype=bool)


def without_overlaps(polygons: np.ndarray, overlaps: Overlaps) -> np.ndarray:
    """The polygons after each `second` gave up what any of its `first` owns; one difference of unmodified inputs."""
    result = polygons.copy()
    for loser in np.unique(overlaps.second):
        owners = polygons[overlaps.first[overlaps.second == loser]]
        rest = shapely.difference(polygons[loser], shapely.union_all(owners))
        parts = shapely.get_parts(rest)
        parts = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
        result[loser] = shapely.multipolygons(parts) if len(parts) != 1 else parts[0]
    return result


def uneven(
    wholes: np.ndarray, owner: np.ndarray, area: np.ndarray, middle: np.ndarray, tolerance: float
) -> np.ndarray:
    """Rows of `wholes` whose parts do not fill them exactly once, by area and by first moments.

    Of each part: `owner` int64 (p,) the whole it is of, `area` float64 (p,), and `middle` float64 (p, 2), its centroid.
    Parts that overlap here and gape there may add up to the area of the whole; their moments then differ.
    """
    origin = shapely.bounds(wholes)[:, :2]
    size = np.hypot(*(shapely.bounds(wholes)[:, 2:] - origin).T)
    expected = _moments(shapely.area(wholes), middles(wholes), origin)
    given = _moments(area, middle, origin[owner])
    found = np.stack([np.bincount(owner, moment, len(wholes)) for moment in given.T], axis=1)
    difference = np.abs(found - expected)
    return np.flatnonzero(
        (difference[:, 0] > tolerance) | (difference[:, 1:] > tolerance * np.maximum(size, 1.0)[:, None]).any(axis=1)
    )


def middles(polygons: np.ndarray) -> np.ndarray:
    """float64 (n, 2): the centroids, NaN where there is none."""
    centroid = shapely.centroid(polygons)
    return np.stack([shapely.get_x(centroid), shapely.get_y(centroid)], axis=1)


def _moments(area: np.ndarray, middle: np.ndarray, origin: np.ndarray) -> np.ndarray:
    """float64 (n, 3): area, and area × distance of the centroid from `origin` in x and y."""
    offset = middle - origin
    return np.hstack([area[:, None], np.where(area[:, None] > 0, offset * area[:, None], 0.0)])


Rank = Callable[[np.ndarray], np.ndarray]
"""The order of parcels at some rows, int64 (r,) ascending: int64 (r,), the lower owns ground that both cover. Most surveys
hold no ground twice, so it is asked only where some do."""


def rank_by_row(rows: np.ndarray) -> np.ndarray:
    """The parcel that stands first."""
    return rows


def ranking_by_number(numbers: np.ndarray | None) -> Rank:
    """As `rank_by_number`, among the rows asked about."""
    return lambda rows: rank_by_number(None if numbers is None else numbers[rows], len(rows))


def rank_by_number(numbers: np.ndarray | None, count: int) -> np.ndarray:
    """int64 (n,): place of each parcel by BSM, shorter numbers first as numbers sort; ties and nulls by row."""
    if numbers is None:
        return np.arange(count)
    listed = numbers.tolist()
    texts = list(map(str, listed))
    rank = np.empty(count, dtype=np.int64)
    keys = sorted(zip((value is None for value in listed), map(len, texts), texts, range(count)))
    rank[[row for *_, row in keys]] = np.arange(count)
    return rank
