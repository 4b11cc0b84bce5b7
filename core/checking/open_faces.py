"""Ground that no parcel covers: closed gaps of a coverage, and what its districts have or lack beside it."""

from __future__ import annotations

import numpy as np
import shapely

from ..progress import no_progress
from ..survey.noding import containing_pairs, inner_points
from .borders import Borders, match_borders


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

    `lines` as above; `districts` object (d,): valid polygons; what they overlap is counted once. Their union is never
    built: borders that two districts share are left out, and each face is asked for by a point inside it.
    """
    outline = border_lines(match_borders(districts, no_progress))
    faces = faces_along(np.concatenate([lines, outline]))
    points = inner_points(faces)
    covered = _covered_at(parcels, points)
    inside = _covered_at(districts, points)
    return shapely.normalize(faces[inside & ~covered]), shapely.normalize(faces[covered & ~inside])


def border_lines(borders: Borders) -> np.ndarray:
    """object (c,): LineStrings along the unshared edges; edges of a parcel that follow one another are one line."""
    ends, row = borders.ends, borders.row
    if not len(row):
        return np.empty(0, dtype=object)
    first = np.r_[True, (row[1:] != row[:-1]) | (ends[1:, :2] != ends[:-1, 2:]).any(axis=1)]
    line = np.cumsum(first) - 1
    places = np.concatenate([ends[first, :2], ends[:, 2:]])
    of_place = np.concatenate([line[first], line])
    order = np.argsort(of_place, kind="stable")
    return shapely.linestrings(places[order], indices=of_place[order])


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
