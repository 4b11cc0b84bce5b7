"""Ground that no parcel covers: closed gaps of a coverage, and what its districts have or lack beside it."""

from __future__ import annotations

import numpy as np
import shapely

from ..survey.noding import containing_pairs, inner_points


def closed_gaps(parcels: np.ndarray, lines: np.ndarray) -> np.ndarray:
    """object (g,): the bounded pieces of ground in no parcel, valid Polygons; an island in a gap is a hole of it.

    `lines` object: LineStrings along all unshared edges of `parcels`. A bay open to the outside is no closed gap.
    """
    faces = faces_along(lines)
    return shapely.normalize(faces[~_covered(parcels, faces)])


def district_faces(
    parcels: np.ndarray, lines: np.ndarray, districts: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """(ground of the districts that no parcel covers, ground of parcels outside all districts), object arrays.

    `districts` object (d,): valid polygons or None; what they overlap is counted once.
    """
    whole = shapely.union_all(districts)
    border = shapely.get_parts(shapely.get_rings(shapely.get_parts(whole)))
    faces = faces_along(np.concatenate([lines, border]))
    points = inner_points(faces)
    covered = _covered_at(parcels, points)
    inside = _covered_at(shapely.get_parts(whole), points)
    return shapely.normalize(faces[inside & ~covered]), shapely.normalize(faces[covered & ~inside])


def edge_lines(ends: np.ndarray) -> np.ndarray:
    """object (s,): LineStrings of the edges float64 (s, 4), each drawn once however many parcels share it."""
    turned = (ends[:, 0] > ends[:, 2]) | ((ends[:, 0] == ends[:, 2]) & (ends[:, 1] > ends[:, 3]))
    ordered = np.where(turned[:, None], ends[:, [2, 3, 0, 1]], ends)
    return shapely.linestrings(np.unique(ordered, axis=0).reshape(-1, 2, 2))


def faces_along(lines: np.ndarray) -> np.ndarray:
    """object (f,): the bounded faces between lines, Polygons, noded where the lines cross."""
    with np.errstate(all="ignore"):  # GEOS meets parallel lines, and numpy hears of it
        noded = shapely.union_all(lines)
    return shapely.get_parts(shapely.polygonize([noded]))


def _covered(parcels: np.ndarray, faces: np.ndarray) -> np.ndarray:
    return _covered_at(parcels, inner_points(faces))


def _covered_at(parcels: np.ndarray, points: np.ndarray) -> np.ndarray:
    """bool (f,): whether a parcel holds the point."""
    covered = np.zeros(len(points), dtype=bool)
    covered[containing_pairs(parcels, points)[1]] = True
    return covered
