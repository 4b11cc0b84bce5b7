"""What a footprint takes of a parcel where their borders cross plainly: walked along both, for all pairs at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from ..runs import spread
from .crossings import Borders, Crossings


def walked(
    found: Crossings, rows: np.ndarray, count: np.ndarray, origin: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """What the footprint takes of the parcel in each of some CROSSING pairs: Polygons (k,), moved by −`origin`, and the
    pair int64 (k,) of each.

    `rows` int64 (p,) the first crossing of each pair in `found`, `count` int64 (p,) how many it has.
    From where the parcel's border enters the footprint we walk along it, ground on the left, to where it leaves, and
    from there along the footprint's border into the parcel, until we are back. Two rings without holes that cross have
    nothing else in common.
    """
    if len(rows) == 0:
        return np.empty(0, dtype=object), np.empty(0, dtype=np.int64)
    pair, place = spread(count)
    at = rows[pair] + place
    walk = _Walk.of(found, at, pair, int(count.max()))
    points = _points_of(walk, found, at, origin)
    ring, entry = np.unique(walk.piece, return_index=True)
    size = np.add.reduceat(walk.size, entry)
    of, place = spread(size)
    begin = walk.begin[entry]
    turned = begin.take(of) + (place + (_start_of(walk, ring) - begin).take(of)) % size.take(of)
    # GEOS draws shells clockwise.
    rings = shapely.linearrings(points.take(turned[::-1], axis=0), indices=(len(ring) - 1 - of)[::-1])
    return shapely.polygons(rings)[::-1], walk.pair[entry]


@dataclass(frozen=True)
class _Walk:
    """The ways in and out of the footprints, piece by piece, ground on the left; arrays (w,) of rows of crossings.

    A way is: in at `enter`, `along_parcel` to `leave`, `along_footprint` to the next way in. `pair` and `piece` say whose
    it is; of the piece's points its own begin at `begin` and are `size`.
    """

    enter: np.ndarray
    leave: np.ndarray
    pair: np.ndarray
    piece: np.ndarray
    along_parcel: _Passed
    along_footprint: _Passed

    @classmethod
    def of(cls, found: Crossings, at: np.ndarray, pair: np.ndarray, most: int) -> _Walk:
        """Through the crossings `at` (c,) of `pair` int64 (c,), of which there are `most` in a pair."""
        p, f = found.parcel_segment[at], found.footprint_segment[at]
        part_p, part_f = found.parcel_part[at], found.footprint_part[at]
        ring_p, ring_f = _Rings.of(found.parcels, p), _Rings.of(found.footprints, f)
        after_p = _following(pair, np.arange(len(at)), ring_p.onward)
        after_f = _following(pair, np.lexsort((part_f, f, pair)), ring_f.onward)
        # To the left of a border that has its ground on the left lies the ground.
        enter = np.flatnonzero(found.leftward[at] ^ (ring_p.onward < 0) ^ (ring_f.onward < 0))
        way = np.empty(len(at), dtype=np.int64)
        way[enter] = np.arange(len(enter))
        piece, step = _cycles(way[after_f[after_p[enter]]], most)
        order = np.lexsort((step, piece))
        enter, piece = enter[order], piece[order]
        leave = after_p[enter]
        back = after_f[leave]
        return cls(
            enter,
            leave,
            pair[enter],
            piece,
            ring_p.between(enter, p[enter], part_p[enter], p[leave], part_p[leave]),
            ring_f.between(leave, f[leave], part_f[leave], f[back], part_f[back]),
        )

    @cached_property
    def size(self) -> np.ndarray:
        return self.along_parcel.count + self.along_footprint.count + 2

    @cached_property
    def begin(self) -> np.ndarray:
        return np.cumsum(self.size) - self.size


def _points_of(walk: _Walk, found: Crossings, at: np.ndarray, origin: np.ndarray) -> np.ndarray:
    """All points float64 (v, 2) of the walk, less `origin`, none twice."""
    points = np.empty((int(walk.size.sum()), 2))
    met = _crossing_points(found, at, origin)
    turn = walk.begin + 1 + walk.along_parcel.count
    points[walk.begin], points[turn] = met[walk.enter], met[walk.leave]
    for passed, after, borders in (
        (walk.along_parcel, walk.begin, found.parcels),
        (walk.along_footprint, turn, found.footprints),
    ):
        points[after.take(passed.way) + 1 + passed.place] = borders.points.take(passed.point, axis=0) - origin
    return points


def _start_of(walk: _Walk, pieces: np.ndarray) -> np.ndarray:
    """Which point of the walk, int64 (k,), ends each piece.

    GEOS begins a piece at the parcel's first stretch in it, as the border is stored; so areas, which are summed up from
    point to point, are the same to the last bit whoever made the piece.
    """
    first = np.lexsort((walk.leave, walk.piece))[np.searchsorted(walk.piece, pieces)]
    start = walk.begin[first] + 1 + walk.along_parcel.count[first]
    passed = walk.along_parcel
    through = np.flatnonzero(passed.over_start)
    way = passed.way[through]
    start[np.searchsorted(pieces, walk.piece[way])] = walk.begin[way] + 1 + passed.place[through]
    return start


@dataclass(frozen=True)
class _Passed:
    """Points of a border that ways pass: `point` int64 (v,), of which `way`, at which `place` in it; `over_start` bool
    (v,): it is the first point of a border with its ground on the right. `count` int64 (w,) how many each way passes."""

    point: np.ndarray
    way: np.ndarray
    place: np.ndarray
    over_start: np.ndarray
    count: np.ndarray


@dataclass(frozen=True)
class _Rings:
    """The ring that each of some segments (c,) is part of: its first point, its segments, and which way the points follow
    one another with the ground on the left: 1 as they are stored, −1 backward."""

    first: np.ndarray
    count: np.ndarray
    onward: np.ndarray

    @classmethod
    def of(cls, borders: Borders, segments: np.ndarray) -> _Rings:
        row = np.searchsorted(borders.first, segments, side="right") - 1
        return cls(borders.first[row], borders.count[row], np.where(borders.clockwise[row], -1, 1))

    def between(
        self, rows: np.ndarray, begin: np.ndarray, begin_part: np.ndarray, end: np.ndarray, end_part: np.ndarray
    ) -> _Passed:
        """The points of the rings at `rows` between a place of a segment and another, ground on the left."""
        first, size, onward = self.first[rows], self.count[rows], self.onward[rows]
        count = ((end - begin) * onward) % size
        around = (begin == end) & ((end_part - begin_part) * onward < 0)
        count[around] = size[around]
        way, place = spread(count)
        onward, size = onward.take(way), size.take(way)
        # Onward the first point passed is the end of the segment, backward it is the start.
        local = ((begin - first).take(way) + (onward > 0) + place * onward) % size
        return _Passed(first.take(way) + local, way, place, (local == 0) & (onward < 0), count)


def _following(pair: np.ndarray, order: np.ndarray, onward: np.ndarray) -> np.ndarray:
    """int64 (c,): the crossing after each in its pair's `order` along a border, or before it where
    `onward` int64 (c,) is −1."""
    first = np.flatnonzero(np.r_[True, pair[1:] != pair[:-1]])
    size = np.diff(np.r_[first, len(pair)])
    begin, many = np.repeat(first, size), np.repeat(size, size)
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return order[begin + (place - begin + onward) % many]


def _cycles(follower: np.ndarray, longest: int) -> tuple[np.ndarray, np.ndarray]:
    """Of a permutation int64 (n,) with cycles of at most `longest`: the least member of each one's cycle, and how many
    steps it is from there."""
    least, jump = np.arange(len(follower)), follower
    for _ in range(longest.bit_length()):
        least, jump = np.minimum(least, least[jump]), jump[jump]
    step = np.zeros(len(follower), dtype=np.int64)
    at = follower[least == np.arange(len(follower))]
    for steps in range(1, longest):
        at = at[at != least[at]]
        step[at] = steps
        at = follower[at]
    return least, step


def _crossing_points(found: Crossings, at: np.ndarray, origin: np.ndarray) -> np.ndarray:
    """float64 (c, 2) less `origin`: the points of the crossings `at` (c,).

    Homogeneous coordinates about the middle of what the boxes of the two have in common, as GEOS computes them.
    """
    p, f = found.parcel_segment[at], found.footprint_segment[at]
    a, b = (found.parcels.points.take(rows, axis=0) - origin for rows in (p, p + 1))
    c, d = (found.footprints.points.take(rows, axis=0) - origin for rows in (f, f + 1))
    low = np.maximum(np.minimum(a, b), np.minimum(c, d))
    high = np.minimum(np.maximum(a, b), np.maximum(c, d))
    middle = (low + high) / 2
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = ((point - middle).T for point in (a, b, c, d))
    px, py, pw = ay - by, bx - ax, ax * by - bx * ay
    qx, qy, qw = cy - dy, dx - cx, cx * dy - dx * cy
    w = px * qy - qx * py
    return np.stack([(py * qw - qy * pw) / w, (qx * pw - px * qw) / w], axis=1) + middle
