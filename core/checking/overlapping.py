"""Parcels that overlap, found from the borders that two parcels do not share.

Why it is enough to look there: let m be how many parcels cover a place. Across an edge shared by two parcels, one on
either side, m stays the same; so the ground where m ≥ 2 ends at edges that are not shared.

First round: the owner of each such edge against the parcels the edge touches. Second: whatever overlaps somebody in the
first one against everything. No unshared edge runs through any other parcel (its owner would overlap it in the first
round): m is one number in it, and the same in all such quiet parcels joined by shared edges. Third: one place in each
patch of them is counted, and a patch where it is not 1 is compared with everything.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ..progress import Progress, part_of
from ..survey.noding import containing_pairs, inner_points
from ..survey.overlaps import deep_pairs, insides_meet, pairs_once
from ..threads import in_threads
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
    first, second = overlapping_pairs(parcels, tree, borders, part_of(progress, 0.0, 0.6))

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


def overlapping_pairs(
    parcels: np.ndarray, tree: shapely.STRtree, borders: Borders, progress: Progress
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs int64 (first < second) of parcels whose insides meet, each once."""
    edge, touching = tree.query(shapely.linestrings(borders.ends.reshape(-1, 2, 2)), predicate="intersects")
    left, right = pairs_once(borders.row[edge], touching)
    deep = insides_meet(parcels, left, right, part_of(progress, 0.1, 0.6))
    touched = np.unique(np.concatenate([left[deep], right[deep]]))
    one, other = tree.query(parcels[touched], predicate="intersects")
    again, after = pairs_once(touched[one], other)
    size = len(parcels)
    fresh = ~np.isin(again * size + after, left * size + right)
    again, after = again[fresh], after[fresh]
    deeper = insides_meet(parcels, again, after, part_of(progress, 0.6, 0.9))
    quiet = ~(shapely.is_missing(parcels) | shapely.is_empty(parcels))
    quiet[touched] = False
    covered, over = deep_pairs(tree, parcels, _covered_twice(parcels, np.flatnonzero(quiet), borders))
    return pairs_once(
        np.concatenate([left[deep], again[deeper], covered]), np.concatenate([right[deep], after[deeper], over])
    )


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


def _polygonal(shapes: np.ndarray) -> np.ndarray:
    """The polygonal parts of each shape, in normal form: Polygons and MultiPolygons, empty where there is none."""
    result = shapes.copy()
    for row in np.flatnonzero(~np.isin(shapely.get_type_id(shapes), (3, 6))):
        parts = shapely.get_parts(shapely.get_parts(shapes[row]))
        result[row] = shapely.multipolygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])
    return shapely.normalize(result)
