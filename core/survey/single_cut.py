"""Parcels cut by one footprint each: walked along both borders where they cross plainly, else one intersection by GEOS."""

from __future__ import annotations

import numpy as np
import shapely

from ..progress import Progress, part_of
from ..threads import in_threads
from .clipping import clipped_near
from .near_zero import NearZero
from .noding import CHUNK
from .touching import Touching
from .walking import walked

SIMPLE_FOOTPRINT = 256
"""Footprints with more vertices are clipped near each parcel before they are intersected with it."""


def cut_once(
    parcels: NearZero,
    footprints: np.ndarray,
    pairs: Touching,
    single: np.ndarray,
    progress: Progress,
) -> tuple[np.ndarray, np.ndarray]:
    """One intersection for each pair of `single`, or a walk where their borders cross plainly; polygonal parts only.

    Parcels are as they were given, and so is what a footprint has near them: long ones are clipped outside the parcel.
    The footprints of one parcel do not overlap here, so neither do its pieces.
    """
    plain = pairs.crossings[single] > 0
    pieces, owner = _walked(pairs.at(single[plain]), parcels.origin, part_of(progress, 0.0, 0.3))
    others, other_owner = _intersected(parcels, footprints, pairs.at(single[~plain]), part_of(progress, 0.3, 1.0))
    return np.concatenate([pieces, others]), np.concatenate([owner, other_owner])


def _walked(pairs: Touching, origin: np.ndarray, progress: Progress) -> tuple[np.ndarray, np.ndarray]:
    """The pieces of pairs whose borders cross plainly, and the parcels they are of."""

    def one(part: int) -> tuple[np.ndarray, np.ndarray]:
        some = pairs.at(pairs.part == part)
        piece, pair = walked(pairs.found[part], some.first, some.crossings, origin)
        return piece, some.parcel[pair]

    parts = in_threads(one, np.unique(pairs.part), progress)
    pieces, parcels = zip(*parts) if parts else ([np.empty(0, dtype=object)], [np.empty(0, dtype=np.int64)])
    return np.concatenate(pieces), np.concatenate(parcels)


def _intersected(
    parcels: NearZero, footprints: np.ndarray, pairs: Touching, progress: Progress
) -> tuple[np.ndarray, np.ndarray]:
    """The polygonal parts of the intersection of each pair, and the parcels they are of."""
    cutters, owners = footprints[pairs.footprint], parcels.at(pairs.parcel)
    long = np.flatnonzero(shapely.get_num_coordinates(cutters) > SIMPLE_FOOTPRINT)
    cutters[long] = clipped_near(footprints, pairs.footprint[long], shapely.bounds(owners[long]))
    starts = np.arange(0, len(cutters), CHUNK)

    def one(start: int) -> np.ndarray:
        part = slice(start, start + CHUNK)
        with np.errstate(all="ignore"):  # GEOS meets parallel lines, and numpy hears of it
            return shapely.intersection(owners[part], cutters[part])

    cut = np.concatenate([*in_threads(one, starts, progress), np.empty(0, dtype=object)])
    parts, index = shapely.get_parts(cut, return_index=True)
    nested = shapely.get_type_id(parts) == shapely.GeometryType.MULTIPOLYGON
    if nested.any():
        inner, inner_index = shapely.get_parts(parts[nested], return_index=True)
        parts = np.concatenate([parts[~nested], inner])
        index = np.concatenate([index[~nested], index[nested][inner_index]])
    polygonal = (shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & (shapely.area(parts) > 0)
    return parts[polygonal], pairs.parcel[index[polygonal]]
