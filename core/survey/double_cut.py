"""Parcels under two footprints that may lie over one another: what one takes of the parcel is walked, and cut by the other.

Where all borders cross plainly the parts are of three kinds: under the first alone, under both, under the second alone. None
has a hole: the border of either footprint leaves the parcel again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Progress
from .crossings import APART, CROSSING, DOUBTFUL, Borders, Crossings, Finder
from .noding import PLANE_TOLERANCE
from .single_cut import Cut, walked_pairs
from .touching import Touching
from .walking import walked

_NEAR_ZERO = np.zeros(2)


def cut_twice(
    footprints: np.ndarray, pairs: Touching, couples: np.ndarray, origin: np.ndarray, progress: Progress
) -> tuple[Cut, np.ndarray]:
    """The pieces of parcels whose borders those of two footprints cross plainly, and bool (k,) which of `couples` were cut.

    `couples` int64 (k, 2): the rows of `pairs` of each parcel, the lower footprint first; `footprints` object (f,), like the
    pieces, less `origin`. A couple is cut altogether or left to GEOS: where borders come too near to one another, or where one
    footprint takes a piece smaller than SMALLEST.
    """
    taken, of = walked_pairs(pairs.at(couples.ravel()), origin, progress)
    couple, second = of // 2, of % 2 == 1
    other = pairs.footprint[couples[couple, np.where(second, 0, 1)]]
    halves = _Halves.of(taken, footprints, other)
    # What both take is the same ground seen from either side: it counts as the first one's.
    shared, alone = halves.shared(np.flatnonzero(~second)), halves.alone()
    done = np.ones(len(couples), dtype=bool)
    done[couple[halves.known == DOUBTFUL]] = False
    done &= _adds_up(taken, couple, second, shared, alone, len(couples))
    shared, alone = (part.at(done[couple[part.row]]) for part in (shared, alone))
    both, one = couples[couple[shared.row]], couples[couple[alone.row], second[alone.row].astype(np.int64)]
    count = len(both)
    inside = (
        np.concatenate([pairs.footprint[both].ravel(), pairs.footprint[one]]),
        np.concatenate([np.repeat(np.arange(count), 2), count + np.arange(len(one))]),
    )
    geometry = np.concatenate([shared.geometry, alone.geometry])
    parcel = pairs.parcel[np.concatenate([both[:, 0], one])]
    return Cut(geometry, parcel, inside, np.ones(len(geometry), dtype=bool)), done


@dataclass(frozen=True)
class _Parts:
    """Polygons (n,), and the `row` int64 (n,) of the piece each is a part of."""

    geometry: np.ndarray
    row: np.ndarray

    def at(self, rows: np.ndarray) -> _Parts:
        """Those of a mask."""
        return _Parts(self.geometry[rows], self.row[rows])

    def area(self, group: np.ndarray, groups: int) -> np.ndarray:
        """m² float64 (groups,) of the parts, by the `group` int64 of their piece."""
        return np.bincount(group[self.row], shapely.area(self.geometry), groups)


@dataclass(frozen=True)
class _Halves:
    """Pieces (n,), each beside one footprint: what is `known` of the pair, the first of its crossings and how many there are,
    int64 (n,); of those whose borders keep clear of one another bool (n,) `within`: the piece lies in the footprint."""

    pieces: np.ndarray
    known: np.ndarray
    first: np.ndarray
    count: np.ndarray
    within: np.ndarray
    found: Crossings

    @classmethod
    def of(cls, pieces: np.ndarray, footprints: np.ndarray, other: np.ndarray) -> _Halves:
        """Of `pieces` and the rows int64 (n,) of their footprints."""
        rows, place = np.unique(other, return_inverse=True)
        ours, theirs = Borders.of(pieces), Borders.of(footprints[rows])
        known, count, found = Finder(ours, theirs).find(np.arange(len(pieces)), place)
        within, apart = np.zeros(len(pieces), dtype=bool), np.flatnonzero(known == APART)
        # Preparing is no business of the caller's objects. The footprint can't lie in the piece: it leaves the parcel.
        prepared = shapely.from_wkb(shapely.to_wkb(footprints[rows]))
        shapely.prepare(prepared)
        within[apart] = shapely.contains_xy(prepared[place[apart]], *ours.begin(apart).T)
        return cls(pieces, known, np.cumsum(count) - count, count, within, found)

    def shared(self, rows: np.ndarray) -> _Parts:
        """What of the pieces at `rows` lies in their footprint."""
        return self._parts(rows[self.within[rows]], rows[self.known[rows] == CROSSING], self.found)

    def alone(self) -> _Parts:
        """What of any piece lies outside its footprint."""
        clear = np.flatnonzero((self.known == APART) & ~self.within)
        return self._parts(clear, np.flatnonzero(self.known == CROSSING), self.found.outside())

    def _parts(self, whole: np.ndarray, crossing: np.ndarray, found: Crossings) -> _Parts:
        parts, pair = walked(found, self.first[crossing], self.count[crossing], _NEAR_ZERO)
        return _Parts(np.concatenate([self.pieces[whole], parts]), np.concatenate([whole, crossing[pair]]))


def _adds_up(
    taken: np.ndarray, couple: np.ndarray, second: np.ndarray, shared: _Parts, alone: _Parts, couples: int
) -> np.ndarray:
    """bool (couples,): what a footprint takes is what it takes alone and what both take, for the first and for the second."""
    side = couple * 2 + second
    expected = np.bincount(side, shapely.area(taken), 2 * couples).reshape(-1, 2)
    given = alone.area(side, 2 * couples).reshape(-1, 2) + shared.area(couple, couples)[:, np.newaxis]
    adds_up: np.ndarray = (np.abs(given - expected) <= PLANE_TOLERANCE).all(axis=1)
    return adds_up
