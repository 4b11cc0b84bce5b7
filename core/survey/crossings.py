"""Where the borders of parcels and footprints cross, for all pairs at once, and what a footprint takes of a parcel there.

Most pairs are plain: two rings that cross at some places far (on the scale of float64) from every vertex and from one
another. For them all is known from a few signs, and the piece is walked together in numpy: GEOS, which has to be ready
for anything, takes fifteen times as long for the same points. Whatever is not plain is left to GEOS: rings that touch, share a stretch
or nearly do, polygons with holes or parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

CLEAR = 1e-6
"""Metres: nearer than this to a vertex or to the next crossing, a crossing is left to GEOS. A crossing is computed to
1e-8 m at worst, so that what is clear stays in order, and no piece crosses itself."""

LEAST_SINE = 1e-3
"""Borders that cross at less than this angle are left to GEOS: a crossing is the less exact the flatter it is."""

GROUP = 8
"""So many segments have a box in common."""

APART, CROSSING, DOUBTFUL = 0, 1, 2
"""What is known of a pair: its borders keep clear of one another, cross at `Crossings`, or GEOS has to be asked."""

_Boxes = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Borders:
    """The borders of polygons (n,): all `points` float64 (v, 2); `first` int64 (n,) the point where each begins, `count`
    int64 (n,) its segments, segment i from point i to the next; `plain` bool (n,): one ring is all there is;
    `clockwise` bool (n,): it is stored with the ground on its right."""

    points: np.ndarray
    first: np.ndarray
    count: np.ndarray
    plain: np.ndarray
    clockwise: np.ndarray

    @classmethod
    def of(cls, polygons: np.ndarray) -> Borders:
        """The borders of an object array of polygons."""
        vertices = shapely.get_num_coordinates(polygons).astype(np.int64)
        # What is no Polygon has −1 or no interior rings, too.
        plain = (shapely.get_type_id(polygons) == 3) & (shapely.get_num_interior_rings(polygons) == 0) & (vertices > 3)
        points, first = shapely.get_coordinates(polygons), np.cumsum(vertices) - vertices
        return cls(points, first, np.maximum(vertices - 1, 0), plain, _clockwise(points, vertices, plain))

    def begin(self, rows: np.ndarray) -> np.ndarray:
        """The first point float64 (r, 2) of the polygons at `rows`."""
        return self.points[self.first[rows]]


def _clockwise(points: np.ndarray, vertices: np.ndarray, plain: np.ndarray) -> np.ndarray:
    """bool (n,): the sign of the area under each border of `vertices` int64 (n,) points; False where not `plain`."""
    clockwise = np.zeros(len(vertices), dtype=bool)
    some = vertices > 0
    if not some.any():
        return clockwise
    first = (np.cumsum(vertices) - vertices)[some]
    # Heights above the border's own first point, so that the sum is exact enough for the smallest plot.
    height = points[:, 1] - np.repeat(points[first, 1], vertices[some])
    under = np.empty(len(points))
    np.multiply(np.diff(points[:, 0]), height[:-1] + height[1:], out=under[:-1])
    under[first[1:] - 1] = under[-1] = 0.0
    clockwise[some] = np.add.reduceat(under, first) > 0
    return clockwise & plain


@dataclass(frozen=True)
class Crossings:
    """Crossings of plain pairs, sorted by pair, then along the parcel's border as it is stored.

    `parcel_segment` and `footprint_segment` int64 (c,) in the points of the borders; how far along each the crossing
    lies, float64 (c,) from 0 to 1; `leftward` bool (c,): the parcel's border crosses to the left of the footprint's.
    """

    parcels: Borders
    footprints: Borders
    parcel_segment: np.ndarray
    parcel_part: np.ndarray
    footprint_segment: np.ndarray
    footprint_part: np.ndarray
    leftward: np.ndarray


@dataclass(frozen=True)
class _Grouped:
    """Boxes of all segments, and of groups of GROUP of them; `first` and `count` int64 (n,) the groups of a polygon,
    `begin` and `size` int64 (g,) the segments of a group."""

    whole: _Boxes
    groups: _Boxes
    segments: _Boxes
    first: np.ndarray
    count: np.ndarray
    begin: np.ndarray
    size: np.ndarray


def _grouped(borders: Borders, margin: float) -> _Grouped:
    x, y = np.ascontiguousarray(borders.points[:, 0]), np.ascontiguousarray(borders.points[:, 1])
    segments = (
        np.minimum(x[:-1], x[1:]) - margin,
        np.minimum(y[:-1], y[1:]) - margin,
        np.maximum(x[:-1], x[1:]) + margin,
        np.maximum(y[:-1], y[1:]) + margin,
    )
    # From the last point of a polygon to the first of the next there is no segment.
    gap = borders.first[1:] - 1
    gap = gap[(gap >= 0) & (gap < len(segments[0]))]
    for side, nothing in zip(segments, (np.inf, np.inf, -np.inf, -np.inf)):
        side[gap] = nothing
    count = -(-borders.count // GROUP)
    of, place = spread(count)
    begin = borders.first[of] + place * GROUP
    size = np.minimum(borders.count[of] - place * GROUP, GROUP)
    groups = _united(segments, begin)
    first = np.cumsum(count) - count
    some = np.flatnonzero(count > 0)
    whole = tuple(np.full(len(count), np.nan) for _ in range(4))
    for side, united in zip(whole, _united(groups, first[some])):
        side[some] = united
    return _Grouped(whole, groups, segments, first, count, begin, size)  # type: ignore[arg-type]


def _united(boxes: _Boxes, begin: np.ndarray) -> _Boxes:
    """The box around each run of boxes that begins at `begin`."""
    if len(begin) == 0:
        return boxes[0][:0], boxes[1][:0], boxes[2][:0], boxes[3][:0]
    low, high = np.minimum.reduceat, np.maximum.reduceat
    return low(boxes[0], begin), low(boxes[1], begin), high(boxes[2], begin), high(boxes[3], begin)


def spread(count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each of `count` int64 (n,) so many entries: its row, and 0, 1, 2 … within the row."""
    of = np.repeat(np.arange(len(count)), count)
    return of, np.arange(len(of)) - np.repeat(np.cumsum(count) - count, count)


def _meeting(
    box: _Boxes, rows: np.ndarray, first: np.ndarray, count: np.ndarray, members: _Boxes
) -> tuple[np.ndarray, np.ndarray]:
    """For each pair of a box (`rows`) and `count` members from `first` on: which pair it is and the member, where the
    two meet."""
    pair, place = spread(count)
    member, of = first[pair] + place, rows[pair]
    met = np.flatnonzero(members[0][member] <= box[2][of])
    for one, other, axis in ((2, 0, False), (1, 3, True), (3, 1, False)):
        inside, outside = members[one][member[met]], box[other][of[met]]
        met = met[inside <= outside if axis else inside >= outside]
    return pair[met], member[met]


class Finder:
    """Finds crossings; safe to be asked from several threads."""

    def __init__(self, parcels: Borders, footprints: Borders) -> None:
        self.parcels, self.footprints = parcels, footprints
        self._of_parcels = _grouped(parcels, CLEAR)
        self._of_footprints = _grouped(footprints, 0.0)

    def find(self, parcel: np.ndarray, footprint: np.ndarray) -> tuple[np.ndarray, np.ndarray, Crossings]:
        """Of pairs of rows, int64 (p,) each: what is known of each, int64 (p,), how many crossings it has, int64 (p,),
        and the crossings, of CROSSING pairs only."""
        doubtful = ~(self.parcels.plain[parcel] & self.footprints.plain[footprint])
        asked = np.flatnonzero(~doubtful)
        pair, p, f = self._near(parcel[asked], footprint[asked])
        pair = asked[pair]
        a, b = self.parcels.points[p], self.parcels.points[p + 1]
        c, d = self.footprints.points[f], self.footprints.points[f + 1]
        crossing, unclear, parts, leftward = _met(a, b, c, d)
        doubtful[pair[unclear]] = True
        pair, p, f, leftward = pair[crossing], p[crossing], f[crossing], leftward[crossing]
        at_parcel, at_footprint, long_parcel, long_footprint = (part[crossing] for part in parts)
        along_parcel = np.lexsort((at_parcel, p, pair))
        along_footprint = np.lexsort((at_footprint, f, pair))
        for order, segment, at, length in (
            (along_parcel, p, at_parcel, long_parcel),
            (along_footprint, f, at_footprint, long_footprint),
        ):
            doubtful[_out_of_order(pair[order], segment[order], at[order] * length[order], leftward[order])] = True
        kept = along_parcel[~doubtful[pair[along_parcel]]]
        count = np.bincount(pair[kept], minlength=len(parcel))
        known = np.where(doubtful, DOUBTFUL, np.where(count > 0, CROSSING, APART))
        found = Crossings(
            self.parcels, self.footprints, p[kept], at_parcel[kept], f[kept], at_footprint[kept], leftward[kept]
        )
        return known, count, found

    def _near(self, parcel: np.ndarray, footprint: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Which pair, segment of the parcel, segment of the footprint: those whose boxes are not clear of one another."""
        ours, theirs = self._of_parcels, self._of_footprints
        pair, group = _meeting(ours.whole, parcel, theirs.first[footprint], theirs.count[footprint], theirs.groups)
        of, f = _meeting(ours.whole, parcel[pair], theirs.begin[group], theirs.size[group], theirs.segments)
        pair = pair[of]
        row = parcel[pair]
        of, group = _meeting(theirs.segments, f, ours.first[row], ours.count[row], ours.groups)
        pair, f = pair[of], f[of]
        of, p = _meeting(theirs.segments, f, ours.begin[group], ours.size[group], ours.segments)
        return pair[of], p, f[of]


def _met(
    a: np.ndarray, b: np.ndarray, c: np.ndarray, d: np.ndarray
) -> tuple[np.ndarray, np.ndarray, tuple[np.ndarray, ...], np.ndarray]:
    """Of segments a–b and c–d, float64 (s, 2) each: whether they cross, whether that is unclear; how far along each
    they do, and how long each is; whether a–b crosses to the left of c–d."""
    one, other, between = b - a, d - c, c - a
    long_one, long_other = np.hypot(one[:, 0], one[:, 1]), np.hypot(other[:, 0], other[:, 1])
    # Twice the areas of the triangles: of c and d over a–b, of a and b over c–d.
    area_c = _cross(one, between)
    area_d = _cross(one, d - a)
    area_a = _cross(between, other)
    area_b = _cross(c - b, other)
    turn = _cross(one, other)
    clear = (np.minimum(np.abs(area_c), np.abs(area_d)) > CLEAR * long_one) & (
        np.minimum(np.abs(area_a), np.abs(area_b)) > CLEAR * long_other
    )
    crossing = clear & ((area_c > 0) != (area_d > 0)) & ((area_a > 0) != (area_b > 0))
    flat = crossing & ~(np.abs(turn) > LEAST_SINE * long_one * long_other)
    with np.errstate(all="ignore"):
        parts = area_a / (area_a - area_b), area_c / (area_c - area_d), long_one, long_other
    return crossing & ~flat, ~clear | flat, parts, turn < 0


def _cross(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]


def _out_of_order(pair: np.ndarray, segment: np.ndarray, place: np.ndarray, leftward: np.ndarray) -> np.ndarray:
    """The pairs, of crossings in order along one border, where two are not clear of one another, or where the border
    does not go in and out by turns."""
    same = pair[1:] == pair[:-1]
    close = same & (segment[1:] == segment[:-1]) & ~(place[1:] - place[:-1] > CLEAR)
    again = same & (leftward[1:] == leftward[:-1])
    found = pair[1:][close | again]
    first = np.flatnonzero(np.r_[True, ~same]) if len(pair) else np.empty(0, dtype=np.int64)
    last = np.r_[first[1:], len(pair)] - 1
    return np.concatenate([found, pair[first][leftward[first] == leftward[last]]]) if len(pair) else found


# ---------------------------------------------------------------------------------------------------------- pieces


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
    turned = walk.begin[entry][of] + (place + (_start_of(walk, ring) - walk.begin[entry])[of]) % size[of]
    # GEOS draws shells clockwise.
    rings = shapely.linearrings(points[turned[::-1]], indices=(len(ring) - 1 - of)[::-1])
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
        points[after[passed.way] + 1 + passed.place] = borders.points[passed.point] - origin
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
        onward, size = onward[way], size[way]
        # Onward the first point passed is the end of the segment, backward it is the start.
        local = ((begin - first)[way] + (onward > 0) + place * onward) % size
        return _Passed(first[way] + local, way, place, (local == 0) & (onward < 0), count)


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
    a, b = found.parcels.points[p] - origin, found.parcels.points[p + 1] - origin
    c, d = found.footprints.points[f] - origin, found.footprints.points[f + 1] - origin
    low = np.maximum(np.minimum(a, b), np.minimum(c, d))
    high = np.minimum(np.maximum(a, b), np.maximum(c, d))
    middle = (low + high) / 2
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = ((point - middle).T for point in (a, b, c, d))
    px, py, pw = ay - by, bx - ax, ax * by - bx * ay
    qx, qy, qw = cy - dy, dx - cx, cx * dy - dx * cy
    w = px * qy - qx * py
    return np.stack([(py * qw - qy * pw) / w, (qx * pw - px * qw) / w], axis=1) + middle
