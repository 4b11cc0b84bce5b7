"""Parcels cut by one footprint each: walked along both borders where they cross plainly, else one intersection by GEOS."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Cut:
    """Pieces (n,), and the parcel int64 (n,) that each is of; `inside`: pairs of a footprint and a piece cut by it, int64 each,
    in no order. `walked` bool (n,): the piece was walked, so it lies in there for certain; GEOS also gives specks that don't."""

    geometry: np.ndarray
    parcel: np.ndarray
    inside: tuple[np.ndarray, np.ndarray]
    walked: np.ndarray

    def joined(self, others: Cut) -> Cut:
        """The pieces of both."""
        footprint, piece = others.inside
        return Cut(
            np.concatenate([self.geometry, others.geometry]),
            np.concatenate([self.parcel, others.parcel]),
            (np.concatenate([self.inside[0], footprint]), np.concatenate([self.inside[1], piece + len(self.geometry)])),
            np.concatenate([self.walked, others.walked]),
        )


def cut_once(
    parcels: NearZero,
    footprints: np.ndarray,
    pairs: Touching,
    single: np.ndarray,
    progress: Progress,
) -> Cut:
    """One intersection for each pair of `single`, or a walk where their borders cross plainly; polygonal parts only.

    Parcels are as they were given, and so is what a footprint has near them: long ones are clipped outside the parcel.
    The footprints of one parcel do not overlap here, so neither do its pieces.
    """
    plain = pairs.crossings[single] > 0
    crossing, other = single[plain], single[~plain]
    pieces, pair = walked_pairs(pairs.at(crossing), parcels.origin, part_of(progress, 0.0, 0.3))
    others, other_pair = _intersected(parcels, footprints, pairs.at(other), part_of(progress, 0.3, 1.0))
    of = np.concatenate([crossing[pair], other[other_pair]])
    walks = np.arange(len(of)) < len(pieces)
    return Cut(np.concatenate([pieces, others]), pairs.parcel[of], (pairs.footprint[of], np.arange(len(of))), walks)


def walked_pairs(pairs: Touching, origin: np.ndarray, progress: Progress) -> tuple[np.ndarray, np.ndarray]:
    """What the footprint takes of the parcel in pairs whose borders cross plainly, less `origin`, and the pair of each."""

    def one(part: int) -> tuple[np.ndarray, np.ndarray]:
        rows = np.flatnonzero(pairs.part == part)
        some = pairs.at(rows)
        piece, pair = walked(pairs.found[part], some.first, some.crossings, origin)
        return piece, rows[pair]

    parts = in_threads(one, np.unique(pairs.part), progress)
    pieces, of = zip(*parts) if parts else ([np.empty(0, dtype=object)], [np.empty(0, dtype=np.int64)])
    return np.concatenate(pieces), np.concatenate(of)


def _intersected(
    parcels: NearZero, footprints: np.ndarray, pairs: Touching, progress: Progress
) -> tuple[np.ndarray, np.ndarray]:
    """The polygonal parts of the intersection of each pair, and the pair of each part."""
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
    return parts[polygonal], index[polygonal]
