"""Where the borders of parcels and footprints cross, for all pairs at once.

Most pairs are plain: two rings that cross at some places far (on the scale of float64) from every vertex and from one
another, or keep clear of one another. For them all is known from a few signs, and the piece is walked together in numpy
(`walking`): GEOS, which has to be ready for anything, takes ten times as long for the same points. Whatever is not plain
is left to GEOS: rings that touch, share a stretch or nearly do, polygons with holes or parts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely

from ..runs import spread

CLEAR = 1e-6
"""Metres: nearer than this to a vertex or to the next crossing, a crossing is left to GEOS. A crossing is computed to
1e-8 m at worst, so that what is clear stays in order, and no piece crosses itself."""

LEAST_SINE = 1e-3
"""Borders that cross at less than this angle are left to GEOS: a crossing is the less exact the flatter it is."""

SMALLEST = 1.0
"""m²: what is smaller is left to GEOS, so that the sign of an area needs no care."""

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
        points, first = shapely.get_coordinates(polygons), np.cumsum(vertices) - vertices
        signed = _signed_areas(points, vertices)
        plain = (shapely.get_type_id(polygons) == 3) & (shapely.get_num_interior_rings(polygons) == 0)
        return cls(points, first, np.maximum(vertices - 1, 0), plain & (np.abs(signed) > SMALLEST), signed < 0)

    def begin(self, rows: np.ndarray) -> np.ndarray:
        """The first point float64 (r, 2) of the polygons at `rows`."""
        return self.points.take(self.first[rows], axis=0)


def _signed_areas(points: np.ndarray, vertices: np.ndarray) -> np.ndarray:
    """float64 (n,): the area under each border of `vertices` int64 (n,) points, ground on the left positive; of more than
    one ring it means nothing."""
    signed = np.zeros(len(vertices))
    some = vertices > 0
    if not some.any():
        return signed
    first = (np.cumsum(vertices) - vertices)[some]
    # From a point amid them: a square metre is far above what is lost to the size of the numbers.
    x, y = points[:, 0] - points[0, 0], points[:, 1] - points[0, 1]
    under = np.empty(len(points))
    np.multiply(x[:-1] - x[1:], y[:-1] + y[1:], out=under[:-1])
    under[first[1:] - 1] = under[-1] = 0.0
    signed[some] = np.add.reduceat(under, first) / 2
    return signed


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

    def outside(self) -> Crossings:
        """The same, of the parcels and all that is not in the footprints."""
        ground = replace(self.footprints, clockwise=~self.footprints.clockwise)
        return replace(self, footprints=ground)


_Level = tuple[_Boxes, np.ndarray, np.ndarray]


@dataclass(frozen=True)
class _Tree:
    """Boxes of borders, from coarse to fine: `whole` of each polygon, then `levels` of what they consist of: a few groups of
    groups, as many times over as the longest border asks for, groups of segments, segments. A level has its boxes, and
    the first and the number of those, int64 each, that make up one of the level above."""

    whole: _Boxes
    levels: tuple[_Level, ...]

    @classmethod
    def of(cls, borders: Borders, margin: float) -> _Tree:
        """The segments' boxes wider by `margin` metres on all sides."""
        boxes, first, count = _segment_boxes(borders, margin), borders.first, borders.count
        levels: list[_Level] = []
        while count.max(initial=0) > GROUP:
            groups = -(-count // GROUP)
            of, place = spread(groups)
            begin = first[of] + place * GROUP
            levels.insert(0, (boxes, begin, np.minimum(count[of] - place * GROUP, GROUP)))
            boxes, first, count = _united(boxes, begin), np.cumsum(groups) - groups, groups
        levels.insert(0, (boxes, first, count))
        some = np.flatnonzero(count > 0)
        nothing = np.full(len(count), np.nan)
        whole = nothing, nothing.copy(), nothing.copy(), nothing.copy()
        for side, united in zip(whole, _united(boxes, first[some])):
            side[some] = united
        return cls(whole, tuple(levels))


def _segment_boxes(borders: Borders, margin: float) -> _Boxes:
    x, y = np.ascontiguousarray(borders.points[:, 0]), np.ascontiguousarray(borders.points[:, 1])
    low, high = ([bound(side[:-1], side[1:]) for side in (x, y)] for bound in (np.minimum, np.maximum))
    for side in low:
        side -= margin
    for side in high:
        side += margin
    boxes = low[0], low[1], high[0], high[1]
    # From the last point of a polygon to the first of the next there is no segment.
    gap = borders.first[1:] - 1
    gap = gap[(gap >= 0) & (gap < len(boxes[0]))]
    for side, nothing in zip(boxes, (np.inf, np.inf, -np.inf, -np.inf)):
        side[gap] = nothing
    return boxes


def _united(boxes: _Boxes, begin: np.ndarray) -> _Boxes:
    """The box around each run of boxes that begins at `begin`."""
    if len(begin) == 0:
        return boxes[0][:0], boxes[1][:0], boxes[2][:0], boxes[3][:0]
    low, high = np.minimum.reduceat, np.maximum.reduceat
    return low(boxes[0], begin), low(boxes[1], begin), high(boxes[2], begin), high(boxes[3], begin)


def _meeting(box: _Boxes, rows: np.ndarray, above: np.ndarray, level: _Level) -> tuple[np.ndarray, np.ndarray]:
    """For each pair of a box (`rows`) and something of the level above: which pair, and what it consists of, where the
    box meets that."""
    members, begin, size = level
    pair, member = spread(size.take(above))
    member += begin.take(above).take(pair)
    for low, high in ((0, 2), (1, 3)):
        of = rows.take(pair)
        met = np.flatnonzero(members[low].take(member) <= box[high].take(of))
        met = met[members[high].take(member.take(met)) >= box[low].take(of.take(met))]
        pair, member = pair.take(met), member.take(met)
    return pair, member


class Finder:
    """Finds crossings; safe to be asked from several threads."""

    def __init__(self, parcels: Borders, footprints: Borders) -> None:
        self.parcels, self.footprints = parcels, footprints
        self._of_parcels = _Tree.of(parcels, CLEAR)
        self._of_footprints = _Tree.of(footprints, 0.0)

    def find(self, parcel: np.ndarray, footprint: np.ndarray) -> tuple[np.ndarray, np.ndarray, Crossings]:
        """Of pairs of rows, int64 (p,) each: what is known of each, int64 (p,), how many crossings it has, int64 (p,),
        and the crossings, of CROSSING pairs only."""
        doubtful = ~(self.parcels.plain[parcel] & self.footprints.plain[footprint])
        asked = np.flatnonzero(~doubtful)
        pair, p, f = self._near(parcel[asked], footprint[asked])
        pair = asked[pair]
        a, b = (self.parcels.points.take(rows, axis=0) for rows in (p, p + 1))
        c, d = (self.footprints.points.take(rows, axis=0) for rows in (f, f + 1))
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
        pair, f = np.arange(len(parcel)), footprint
        for level in theirs.levels:
            of, f = _meeting(ours.whole, parcel[pair], f, level)
            pair = pair[of]
        p, boxes = parcel[pair], theirs.levels[-1][0]
        for level in ours.levels:
            of, p = _meeting(boxes, f, p, level)
            pair, f = pair[of], f[of]
        return pair, p, f


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
