"""Which parcels a footprint touches, which it covers, and where footprints lie over one another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Progress
from ..runs import spread
from ..threads import in_threads
from .crossings import APART, CROSSING, DOUBTFUL, Borders, Crossings, Finder
from .overlaps import insides_meet
from .reach import boxes_of_each

PAIRS_AT_ONCE = 4096
"""Between short steps threads wait for the interpreter; a thread holds some 100 bytes for each vertex of the parcels."""


@dataclass(frozen=True)
class Touching:
    """Pairs of footprint and parcel that meet, sorted by footprint, and whether the footprint covers the whole parcel.

    Where their borders cross plainly, `crossings` has how: `first` int64 (p,) the first of a pair in `found`, one of
    the parts that were looked through together (`part` int64 (p,)), and how many there are; elsewhere that is 0.
    """

    footprint: np.ndarray
    parcel: np.ndarray
    covers: np.ndarray
    part: np.ndarray
    first: np.ndarray
    crossings: np.ndarray
    found: tuple[Crossings, ...] = ()

    def at(self, rows: np.ndarray) -> Touching:
        """The pairs at `rows` (indices or mask)."""
        columns = (self.footprint, self.parcel, self.covers, self.part, self.first, self.crossings)
        footprint, parcel, covers, part, first, crossings = (column[rows] for column in columns)
        return Touching(footprint, parcel, covers, part, first, crossings, self.found)

    def of_parcels(self, rows: np.ndarray) -> Touching:
        """The pairs of these parcels."""
        return self.at(np.isin(self.parcel, rows))


def touching_pairs(parcels: np.ndarray, footprints: np.ndarray, progress: Progress) -> Touching:
    """The pairs of `parcels` and `footprints`, object arrays of valid polygons, that have a point in common."""
    boxes, box_of = boxes_of_each(footprints)
    box, parcel = shapely.STRtree(parcels).query(shapely.box(*boxes.T))
    width = max(len(parcels), 1)
    near = np.unique(box_of[box] * width + parcel)
    footprint, parcel = near // width, near % width
    meeting = _Meeting(parcels, footprints)
    # A prepared footprint belongs to one thread: parts begin where a footprint does.
    first = np.flatnonzero(np.r_[True, footprint[1:] != footprint[:-1]]) if len(footprint) else footprint
    starts = first[np.unique(np.searchsorted(first, np.arange(0, len(footprint), PAIRS_AT_ONCE)).clip(max=len(first) - 1))]
    ends = np.r_[starts[1:], len(footprint)]

    def one(place: int) -> list[Touching]:
        return meeting.of(footprint[starts[place] : ends[place]], parcel[starts[place] : ends[place]])

    parts = [part for found in in_threads(one, np.arange(len(starts)), progress) for part in found]
    if not parts:
        none = np.empty(0, dtype=np.int64)
        return Touching(none, none, none.astype(bool), none, none, none)
    return Touching(
        np.concatenate([each.footprint for each in parts]),
        np.concatenate([each.parcel for each in parts]),
        np.concatenate([each.covers for each in parts]),
        np.repeat(np.arange(len(parts)), [len(each.footprint) for each in parts]),
        np.concatenate([each.first for each in parts]),
        np.concatenate([each.crossings for each in parts]),
        tuple(found for each in parts for found in each.found),
    )


class _Meeting:
    """Which pairs meet; safe in threads."""

    def __init__(self, parcels: np.ndarray, footprints: np.ndarray) -> None:
        self._parcels, self._footprints = parcels, footprints
        self._inner, self._outer = shapely.bounds(parcels), shapely.bounds(footprints)

    def of(self, of: np.ndarray, at: np.ndarray) -> list[Touching]:
        """Those of pairs of a footprint and a parcel, int64 (p,) each, that meet, in parts: one footprint may touch all
        parcels of a county."""
        rows, place = np.unique(of, return_inverse=True)
        # Preparing is no business of the caller's objects, and two rows may hold the same one.
        prepared = shapely.from_wkb(shapely.to_wkb(self._footprints[rows]))
        shapely.prepare(prepared)
        blocks = (slice(start, start + PAIRS_AT_ONCE) for start in range(0, len(of), PAIRS_AT_ONCE))
        return [self._part_of(of[block], at[block], prepared[place[block]]) for block in blocks]

    def _part_of(self, of: np.ndarray, at: np.ndarray, prepared: np.ndarray) -> Touching:
        """The same of a few; `prepared` (p,) are the footprints."""
        rows, ours = np.unique(at, return_inverse=True)
        others, theirs = np.unique(of, return_inverse=True)
        parcels, footprints = Borders.of(self._parcels[rows]), Borders.of(self._footprints[others])
        known, count, found = Finder(parcels, footprints).find(ours, theirs)
        met, covers = known == CROSSING, np.zeros(len(of), dtype=bool)
        apart, doubtful = np.flatnonzero(known == APART), np.flatnonzero(known == DOUBTFUL)
        inside, around = self._boxed(of[apart], at[apart]), self._around(of[apart], at[apart])
        # Of single rings that keep clear of one another any point of the border tells.
        points = parcels.begin(ours[apart[inside]])
        inside[inside] = shapely.contains_xy(prepared[apart[inside]], *points.T)
        points = footprints.begin(theirs[apart[around]])
        around[around] = shapely.contains_xy(self._parcels[at[apart[around]]], *points.T)
        met[apart], covers[apart] = inside | around, inside
        met[doubtful], covers[doubtful] = self._asked(of[doubtful], at[doubtful], prepared[doubtful])
        first = np.cumsum(count) - count
        return Touching(of[met], at[met], covers[met], np.zeros(int(met.sum()), np.int64), first[met], count[met], (found,))

    def _asked(self, of: np.ndarray, at: np.ndarray, prepared: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Of any pairs: they meet, and the footprint covers the parcel, by GEOS."""
        met = shapely.intersects(prepared, self._parcels[at])
        covers = met & self._boxed(of, at)
        covers[covers] = shapely.covers(prepared[covers], self._parcels[at[covers]])
        return met, covers

    def _boxed(self, of: np.ndarray, at: np.ndarray) -> np.ndarray:
        """The parcel's box lies in the footprint's."""
        low, high = self._outer[of, :2] <= self._inner[at, :2], self._outer[of, 2:] >= self._inner[at, 2:]
        boxed: np.ndarray = (low & high).all(axis=1)
        return boxed

    def _around(self, of: np.ndarray, at: np.ndarray) -> np.ndarray:
        """The footprint's box lies in the parcel's."""
        low, high = self._inner[at, :2] <= self._outer[of, :2], self._inner[at, 2:] >= self._outer[of, 2:]
        around: np.ndarray = (low & high).all(axis=1)
        return around


def sharing(pairs: Touching, footprints: np.ndarray) -> np.ndarray:
    """int64 (p,): the lowest row of those pairs of the same parcel whose footprints lie over one another, be it here or
    elsewhere, or over others of them. A pair whose footprint shares no ground with the others of its parcel has its own row."""
    # Only footprints that touch a parcel together are asked about.
    order = np.lexsort((pairs.footprint, pairs.parcel))
    footprint, parcel = pairs.footprint[order], pairs.parcel[order]
    many = np.bincount(parcel)
    begin = np.cumsum(many) - many
    others = begin[parcel] + many[parcel] - 1 - np.arange(len(parcel))
    row, place = spread(others)
    after = row + 1 + place
    couple, which = np.unique(footprint[row] * len(footprints) + footprint[after], return_inverse=True)
    one, other = couple // len(footprints), couple % len(footprints)
    borders = Borders.of(footprints)
    deep = Finder(borders, borders).find(one, other)[0] == CROSSING
    rest = np.flatnonzero(~deep)
    rest = rest[_in_touch(footprints, one[rest], other[rest])]
    deep[rest] = insides_meet(footprints, one[rest], other[rest])
    joined = deep[which.reshape(-1)]
    return _lowest(len(order), order[row[joined]], order[after[joined]])


def _lowest(count: int, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """int64 (count,): the lowest of all rows that are joined to a row, by pairs `one` and `other`, directly or through others."""
    lowest = np.arange(count)
    while True:
        before, least = lowest, np.minimum(lowest[one], lowest[other])
        lowest = before.copy()
        np.minimum.at(lowest, one, least)
        np.minimum.at(lowest, other, least)
        if (lowest == before).all():
            return lowest


def _in_touch(footprints: np.ndarray, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """bool (p,): the two footprints of a pair have a point in common. A corridor is asked about with many others."""
    rows, which = np.unique(one, return_inverse=True)
    prepared = shapely.from_wkb(shapely.to_wkb(footprints[rows]))
    shapely.prepare(prepared)
    met: np.ndarray = shapely.intersects(prepared[which.reshape(-1)], footprints[other])
    return met
