"""Which parcels a footprint touches, which it covers, and where footprints lie over one another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Progress
from .noding import in_threads
from .reach import boxes_of_each

PAIRS_AT_ONCE = 1024


@dataclass(frozen=True)
class Touching:
    """Pairs of footprint and parcel that meet, sorted by footprint, and whether the footprint covers the whole parcel."""

    footprint: np.ndarray
    parcel: np.ndarray
    covers: np.ndarray

    def of_parcels(self, rows: np.ndarray) -> Touching:
        """The pairs of these parcels."""
        kept = np.isin(self.parcel, rows)
        return Touching(self.footprint[kept], self.parcel[kept], self.covers[kept])


def touching_pairs(parcels: np.ndarray, footprints: np.ndarray, progress: Progress) -> Touching:
    """The pairs of `parcels` and `footprints`, object arrays of valid polygons, that have a point in common."""
    boxes, box_of = boxes_of_each(footprints)
    box, parcel = shapely.STRtree(parcels).query(shapely.box(*boxes.T))
    width = max(len(parcels), 1)
    near = np.unique(box_of[box] * width + parcel)
    footprint, parcel = near // width, near % width
    outer, inner = shapely.bounds(footprints), shapely.bounds(parcels)
    # A prepared footprint belongs to one thread: parts begin where a footprint does.
    first = np.flatnonzero(np.r_[True, footprint[1:] != footprint[:-1]]) if len(footprint) else footprint
    starts = first[np.unique(np.searchsorted(first, np.arange(0, len(footprint), PAIRS_AT_ONCE)).clip(max=len(first) - 1))]
    ends = np.r_[starts[1:], len(footprint)]

    def one(place: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        of, at = footprint[starts[place] : ends[place]], parcel[starts[place] : ends[place]]
        some = footprints[np.unique(of)]
        shapely.prepare(some)
        met = shapely.intersects(footprints[of], parcels[at])
        of, at = of[met], at[met]
        covers = ((outer[of, :2] <= inner[at, :2]) & (outer[of, 2:] >= inner[at, 2:])).all(axis=1)
        covers[covers] = shapely.covers(footprints[of[covers]], parcels[at[covers]])
        shapely.destroy_prepared(some)
        return of, at, covers

    found = in_threads(one, np.arange(len(starts)), progress)
    if not found:
        return Touching(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64), np.empty(0, dtype=bool))
    return Touching(*(np.concatenate(parts) for parts in zip(*found)))


def contested(pairs: Touching, footprints: np.ndarray, parcels: int) -> np.ndarray:
    """bool (parcels,): two footprints that touch the parcel lie over one another, be it here or elsewhere."""
    under_several = np.zeros(parcels, dtype=bool)
    first, second = shapely.STRtree(footprints).query(footprints, predicate="intersects")
    first, second = first[first < second], second[first < second]
    deep = shapely.relate_pattern(footprints[first], footprints[second], "T********")
    first, second = first[deep], second[deep]
    # The parcels of the first are asked whether they are those of the second, too.
    begin, end = (np.searchsorted(pairs.footprint, first, side=side) for side in ("left", "right"))
    count = end - begin
    row = np.repeat(begin - np.cumsum(count) + count, count) + np.arange(int(count.sum()))
    wanted = np.repeat(second, count) * parcels + pairs.parcel[row]
    both = np.isin(wanted, pairs.footprint * parcels + pairs.parcel)
    under_several[pairs.parcel[row[both]]] = True
    return under_several
