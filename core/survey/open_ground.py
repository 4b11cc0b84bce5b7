"""Ground under footprints that no survey parcel covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Progress, part_of
from .joining import is_narrow
from .near_zero import NearZero
from .noding import (
    NO_KEYS,
    PLANE_TOLERANCE,
    Faces,
    border_segments,
    containing_pairs,
    crossing_pairs,
    cut_faces,
    shared_borders,
)
from .touching import Touching

SMALLEST_GAP = 1e-6
"""Metres: what is narrower between parcels is noise of the last digits, even without a border tolerance."""

_Lines = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Gaps:
    """Plane m² of ground too narrow to be anybody's: `area` each once, `of` float64 (f,) what each footprint lacks."""

    area: float
    of: np.ndarray


def open_ground(
    parcels: NearZero,
    pairs: Touching,
    footprints: np.ndarray,
    controls: Sequence[np.ndarray],
    area: np.ndarray,
    inside: tuple[np.ndarray, np.ndarray],
    tolerance: float,
    progress: Progress,
) -> tuple[Faces, Gaps]:
    """Faces of the footprints that no parcel covers, cut by footprints and `controls`, and the narrow gaps left out.

    `area` float64 (n,) m² of the pieces that the parcels cover, `inside` pairs of a footprint and a piece in it; `pairs` those
    of a footprint and a parcel that meet.

    Only the layers as they are given cut one another: the difference of footprint and survey has rounded corners, and
    lines that run along it would no longer meet.
    """
    footprint, piece = inside
    covered = np.bincount(footprint, weights=area[piece], minlength=len(footprints))
    rows = np.flatnonzero(shapely.area(footprints) - covered > PLANE_TOLERANCE)
    lacking = footprints[rows]
    ground = parcels.at(np.unique(pairs.parcel[np.isin(pairs.footprint, rows)]))
    lines = _lines_at(lacking, ground, shared_borders(ground))
    bare = _open_faces(lacking, ground, [lines], part_of(progress, 0.0, 0.5))
    narrow = is_narrow(bare.geometry, max(tolerance, SMALLEST_GAP))
    if narrow.all():
        return _faces_at(bare, np.empty(0, dtype=np.int64)), _gaps_of(bare, lacking, rows, len(footprints))
    lines_of_all = [lines, *(_lines_at(lacking, polygons) for polygons in (footprints, *controls))]
    faces = _open_faces(lacking, ground, lines_of_all, part_of(progress, 0.5, 1.0))
    earlier, face = containing_pairs(lacking, faces.point)
    repeated = face[earlier < faces.owner[face]]
    gap = np.unique(containing_pairs(bare.geometry[narrow], faces.point)[1])
    kept = np.setdiff1d(np.arange(len(faces.geometry)), np.concatenate([repeated, gap]))
    return _faces_at(faces, kept), _gaps_of(_faces_at(faces, gap), lacking, rows, len(footprints))


def _gaps_of(faces: Faces, lacking: np.ndarray, rows: np.ndarray, footprints: int) -> Gaps:
    """The gaps `faces` of the footprints `lacking`, which are the `rows` of all."""
    area = shapely.area(faces.geometry)
    earlier, face = containing_pairs(lacking, faces.point)
    repeated = np.unique(face[earlier < faces.owner[face]])
    return Gaps(float(np.delete(area, repeated).sum()), np.bincount(rows[faces.owner], area, footprints))


def _lines_at(owners: np.ndarray, polygons: np.ndarray, without: np.ndarray = NO_KEYS) -> _Lines:
    """Pairs (owner row, line) of the border segments of polygons that meet an owner; none with a key in `without`."""
    touching = np.unique(shapely.STRtree(polygons).query(owners, predicate="intersects")[1])
    segments = border_segments(polygons[touching], shapely.bounds(owners), without)
    owner, segment = crossing_pairs(owners, segments)
    return owner, segments.lines[segment]


def _open_faces(owners: np.ndarray, parcels: np.ndarray, lines: Sequence[_Lines], progress: Progress) -> Faces:
    """Faces of the owners along the lines that lie in no parcel."""
    pair_owner = np.concatenate([owner for owner, _ in lines])
    pair_line = np.concatenate([line for _, line in lines])
    faces = cut_faces(owners.copy(), pair_owner, pair_line, progress)
    covered = containing_pairs(parcels, faces.point)[1]
    return _faces_at(faces, np.setdiff1d(np.arange(len(faces.geometry)), covered))


def _faces_at(faces: Faces, rows: np.ndarray) -> Faces:
    return Faces(faces.geometry[rows], faces.owner[rows], faces.point[rows])
