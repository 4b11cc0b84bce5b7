"""Parcels that overlap, found from the borders that two parcels do not share.

Why it is enough to look there: let m be how many parcels cover a place. Across an edge shared by two parcels, one on
either side, m stays the same; so the ground where m ≥ 2 ends at edges that are not shared. A parcel with such an edge is
compared with everything (first round), and so is whatever overlaps one of these (second round). All others are quiet: no
unshared edge runs through them, so m is one number in each, and the same in all quiet parcels joined by shared edges; one
place in each such patch is counted, and a patch where it is not 1 is compared with everything (third round).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ..progress import Progress, part_of
from ..survey.noding import containing_pairs, in_threads, inner_points
from ..survey.overlaps import deep_pairs
from .borders import Borders

_PAIRS = 1024


@dataclass(frozen=True)
class CommonGround:
    """Pairs of parcels with common ground: `first`, `second` int64 (p,), `shape` object (p,) valid Polygons or
    MultiPolygons, `area` float64 (p,) plane m²."""

    first: np.ndarray
    second: np.ndarray
    shape: np.ndarray
    area: np.ndarray


def find_common_ground(
    parcels: np.ndarray, tree: shapely.STRtree, borders: Borders, least: float, progress: Progress
) -> CommonGround:
    """All pairs of `parcels` object (n,), valid or None and held by `tree`, with a common area > 0 and ≥ `least` m²."""
    first, second = overlapping_pairs(parcels, tree, borders)
    progress(0.6)
    first, second = _in_order_of_place(parcels, first, second)

    def cut(start: int) -> np.ndarray:
        with np.errstate(all="ignore"):  # GEOS meets parallel lines, and numpy hears of it
            return shapely.intersection(
                parcels[first[start : start + _PAIRS]], parcels[second[start : start + _PAIRS]]
            )

    shapes = in_threads(cut, np.arange(0, len(first), _PAIRS), part_of(progress, 0.6, 1.0))
    shape = _polygonal(np.concatenate(shapes)) if shapes else np.empty(0, dtype=object)
    area = shapely.area(shape)
    real = (area > 0) & (area >= least)
    return CommonGround(first[real], second[real], shape[real], area[real])


def overlapping_pairs(parcels: np.ndarray, tree: shapely.STRtree, borders: Borders) -> tuple[np.ndarray, np.ndarray]:
    """Pairs int64 (first < second) of parcels whose insides meet, each once."""
    usable = ~(shapely.is_missing(parcels) | shapely.is_empty(parcels))
    unshared = borders.rows
    rounds = [deep_pairs(tree, parcels, unshared)]
    seen = np.zeros(len(parcels), dtype=bool)
    seen[unshared] = True
    touched = np.unique(np.concatenate(rounds[0]))
    rounds.append(deep_pairs(tree, parcels, touched[~seen[touched]]))
    seen[touched] = True
    rounds.append(deep_pairs(tree, parcels, _covered_twice(parcels, np.flatnonzero(usable & ~seen), borders)))
    pairs = np.unique(np.concatenate([np.stack(some, axis=1) for some in rounds]), axis=0)
    return pairs[:, 0], pairs[:, 1]


def _covered_twice(parcels: np.ndarray, quiet: np.ndarray, borders: Borders) -> np.ndarray:
    """int64: the quiet parcels in patches that other parcels cover, too."""
    if not len(quiet):
        return quiet
    number = np.full(len(parcels), -1, dtype=np.int64)
    number[quiet] = np.arange(len(quiet))
    one, other = number[borders.first], number[borders.second]
    both = (one >= 0) & (other >= 0)
    joints = coo_array((np.ones(both.sum(), dtype=bool), (one[both], other[both])), shape=(len(quiet), len(quiet)))
    patches, patch = connected_components(joints, directed=False)
    chosen = quiet[np.unique(patch, return_index=True)[1]]
    _, place = containing_pairs(parcels, inner_points(parcels[chosen]))
    crowded = np.bincount(place, minlength=patches) > 1
    return quiet[crowded[patch]]


def _in_order_of_place(
    parcels: np.ndarray, first: np.ndarray, second: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The pairs with the western (then southern, …) parcel first: the cut does not depend on the order of the rows."""
    one, other = (np.c_[shapely.bounds(parcels[rows]), shapely.area(parcels[rows])] for rows in (first, second))
    differs = one != other
    column = differs.argmax(axis=1)
    rows = np.arange(len(first))
    swap = one[rows, column] > other[rows, column]
    return np.where(swap, second, first), np.where(swap, first, second)


def _polygonal(shapes: np.ndarray) -> np.ndarray:
    """The polygonal parts of each shape, in normal form: Polygons and MultiPolygons, empty where there is none."""
    result = shapes.copy()
    for row in np.flatnonzero(~np.isin(shapely.get_type_id(shapes), (3, 6))):
        parts = shapely.get_parts(shapely.get_parts(shapes[row]))
        result[row] = shapely.multipolygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])
    return shapely.normalize(result)
