"""Parcels that are drawn alike in both surveys, and those that have to be cut.

Most parcels of a survey are those of the year before, vertex by vertex. They are matched whole; only the rest is laid over
one another. A parcel that overlaps one of the rest within its own survey is cut as well, or its ground would count twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from ...progress import Progress, no_progress, part_of
from ...survey.noding import ring_ends, rings_of, runs_forward, segment_keys
from ...survey.overlaps import SMALLEST_OVERLAP, SMALLEST_RESOLVED, Overlaps, pairs_once, rank_by_number
from ...survey.reach import Ground
from ...threads import in_threads

_AT_ONCE = 4096
_PAIRS = 1024


@dataclass(frozen=True)
class Identical:
    """Rows int64: `before` and `after` (k,) are drawn alike; `rest_before` and `rest_after` are not, or are to be cut
    because of what they overlap. `overlaps_before` and `overlaps_after`: overlaps that involve one of the rest."""

    before: np.ndarray
    after: np.ndarray
    rest_before: np.ndarray
    rest_after: np.ndarray
    overlaps_before: Overlaps
    overlaps_after: Overlaps


def match_identical(
    before: np.ndarray,
    after: np.ndarray,
    numbers_before: np.ndarray | None,
    numbers_after: np.ndarray | None,
    progress: Progress = no_progress,
) -> Identical:
    """Match `before` object (n,) and `after` object (m,), valid polygons, None-free; `numbers` (BSM) decide who owns ground that
    a survey holds twice, as in `rank_by_number`.

    Shapes are alike if their rings are, wherever these begin and whichever way they run. A shape that a survey holds
    twice is never matched.
    """
    one, other = _alike(before, after)
    progress(0.3)
    left, right = _others(one, len(before)), _others(other, len(after))
    some, others = _alike(shapely.normalize(before[left]), shapely.normalize(after[right]))
    one, other = np.concatenate([one, left[some]]), np.concatenate([other, right[others]])
    order = np.argsort(one)
    one, other = one[order], other[order]
    progress(0.4)
    return _spread(before, after, one, other, numbers_before, numbers_after, part_of(progress, 0.4, 1.0))


def _keys(shapes: np.ndarray) -> list[int]:
    """A number of each shape, equal for shapes drawn alike, and hardly ever for others; the bytes of a county would not fit in
    memory beside its shapes."""
    parts = (shapely.to_wkb(shapes[at : at + _AT_ONCE]).tolist() for at in range(0, len(shapes), _AT_ONCE))
    return [hash(key) for part in parts for key in part]


def _alike(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows of shapes drawn alike, int64 each; shapes that occur twice on a side are left out."""
    mine, theirs = _once(_keys(one)), _once(_keys(other))
    pairs = [(row, theirs[key]) for key, row in mine.items() if key in theirs]
    found = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    same = shapely.equals_exact(one[found[:, 0]], other[found[:, 1]], 0.0)
    return found[same, 0], found[same, 1]


def _once(keys: list[int]) -> Mapping[int, int]:
    rows = dict(zip(keys, range(len(keys))))
    if len(rows) == len(keys):
        return rows
    seen: dict[int, int] = {}
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
    return {key: row for key, row in rows.items() if seen[key] == 1}


def _others(rows: np.ndarray, count: int) -> np.ndarray:
    """The rows below `count` that are none of these."""
    other = np.ones(count, dtype=bool)
    other[rows] = False
    return np.flatnonzero(other)


def _spread(
    before: np.ndarray,
    after: np.ndarray,
    one: np.ndarray,
    other: np.ndarray,
    numbers_before: np.ndarray | None,
    numbers_after: np.ndarray | None,
    progress: Progress,
) -> Identical:
    """The match less the parcels that overlap one of the rest in either survey, and so on until none does."""
    trees = shapely.STRtree(before), shapely.STRtree(after)
    kept = np.ones(len(one), dtype=bool)
    new = _others(one, len(before)), _others(other, len(after))
    found: tuple[list[_Common], list[_Common]] = ([], [])
    while len(new[0]) or len(new[1]):
        hit = np.zeros(len(one), dtype=bool)
        for side, (shapes, rows) in enumerate(((before, one), (after, other))):
            common = _common_ground(trees[side], shapes, new[side])
            found[side].append(common)
            deep = common.area >= SMALLEST_OVERLAP
            hit |= np.isin(rows, np.concatenate([common.left[deep], common.right[deep]]))
        hit &= kept
        kept &= ~hit
        new = one[hit], other[hit]
        progress(0.5)
    progress(1.0)
    matched = one[kept], other[kept]
    rest = _others(matched[0], len(before)), _others(matched[1], len(after))
    overlaps = [
        _overlaps(each, rows, numbers) for each, rows, numbers in zip(found, rest, (numbers_before, numbers_after))
    ]
    return Identical(*matched, *rest, *overlaps)


@dataclass(frozen=True)
class _Common:
    """Pairs of rows of a survey with ground in common, int64 (p,) each, and how much, m²."""

    left: np.ndarray
    right: np.ndarray
    area: np.ndarray


def _common_ground(tree: shapely.STRtree, shapes: np.ndarray, rows: np.ndarray) -> _Common:
    """Pairs of different shapes that overlap, one of which is in `rows`."""
    one, other = tree.query(shapes[rows])
    doubtful = _doubtful(shapes, rows, np.unique(other))[one]
    left, right = pairs_once(rows[one[doubtful]], other[doubtful])

    def shared(start: int) -> np.ndarray:
        mine, theirs = shapes[left[start : start + _PAIRS]], shapes[right[start : start + _PAIRS]]
        deep = np.flatnonzero(shapely.relate_pattern(mine, theirs, "T********"))
        area = np.zeros(len(mine))
        with np.errstate(all="ignore"):
            area[deep] = shapely.area(shapely.intersection(mine[deep], theirs[deep]))
        return area

    parts = in_threads(shared, np.arange(0, len(left), _PAIRS), no_progress)
    area = np.concatenate([*parts, np.empty(0)])
    real = area >= SMALLEST_RESOLVED
    return _Common(left[real], right[real], area[real])


def _overlaps(found: list[_Common], rest: np.ndarray, numbers: np.ndarray | None) -> Overlaps:
    """The overlaps within the rest, the parcel with the lower number first, sorted by number."""
    none = np.empty(0, dtype=np.int64)
    left = np.concatenate([none, *(each.left for each in found)])
    right = np.concatenate([none, *(each.right for each in found)])
    area = np.concatenate([np.empty(0), *(each.area for each in found)])
    within = np.isin(left, rest) & np.isin(right, rest)
    rows, place = np.unique(np.stack([left[within], right[within]]), return_inverse=True)
    rank = rank_by_number(None if numbers is None else numbers[rows], len(rows))
    pair, kept = np.unique(np.sort(rank[place.reshape(2, -1)], axis=0), axis=1, return_index=True)
    by_rank = np.empty(len(rows), dtype=np.int64)
    by_rank[rank] = rows
    return Overlaps(by_rank[pair[0]], by_rank[pair[1]], area[within][kept])


def _doubtful(shapes: np.ndarray, rows: np.ndarray, near: np.ndarray) -> np.ndarray:
    """bool (r,): which of the shapes at `rows` may overlap one of those `near`, all whose boxes meet theirs.

    Where every edge within the box of a shape is the border of exactly two, one on either side, nothing lies twice.
    """
    parts = shapely.get_parts(shapes[near])
    rings = rings_of(parts)[0]
    outer = np.zeros(len(rings), dtype=bool)
    holes = shapely.get_num_interior_rings(parts)
    outer[np.cumsum(holes + 1) - holes - 1] = True
    ends, ring = ring_ends(rings)
    boxes = shapely.bounds(shapes[rows])
    within = Ground(boxes).meets(np.minimum(ends[:, :2], ends[:, 2:]), np.maximum(ends[:, :2], ends[:, 2:]))
    ends, ring = ends[within], ring[within]
    ground_on_left = (shapely.is_ccw(rings) == outer)[ring]
    side = ground_on_left == runs_forward(ends)
    _, place, count = np.unique(segment_keys(ends), return_inverse=True, return_counts=True)
    single = (count[place] != 2) | (np.bincount(place, side)[place] != 1)
    doubtful = np.zeros(len(rows), dtype=bool)
    lines = shapely.linestrings(ends[single].reshape(-1, 2, 2))
    doubtful[shapely.STRtree(shapely.box(*boxes.T)).query(lines)[1]] = True
    return doubtful
