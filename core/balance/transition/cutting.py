"""The parcels of two surveys that are not drawn alike, cut by one another: one intersection of the unmodified shapes a pair.

What remains of a parcel of either survey is ground that the other one does not cover. The plane area of every parcel is
conserved to PLANE_TOLERANCE, or the run ends.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ...errors import FootingError
from ...progress import Progress, part_of
from ...sentence import translate
from ...survey.near_zero import middle_of, moved_by
from ...survey.noding import PLANE_TOLERANCE
from ...threads import in_threads

NOBODY = -1
"""The row of a survey that has no parcel on a piece of ground."""

_PAIRS = 256


@dataclass(frozen=True)
class Cut:
    """Pieces: polygons, int64 rows of either layer or NOBODY, and the largest plane area (m²) that a parcel lost."""

    geometry: np.ndarray
    mine: np.ndarray
    theirs: np.ndarray
    loss: float


def cut_both(mine: np.ndarray, theirs: np.ndarray, progress: Progress) -> Cut:
    """Cut `mine` object (n,) and `theirs` object (m,), valid polygons (or empty), none over another of its own layer."""
    if not len(mine) + len(theirs):
        none = np.empty(0, dtype=np.int64)
        return Cut(np.empty(0, dtype=object), none, none, 0.0)
    origin = middle_of(np.concatenate([mine, theirs]))
    mine, theirs = moved_by(mine, -origin), moved_by(theirs, -origin)
    one, other = shapely.STRtree(theirs).query(mine, predicate="intersects")
    progress(0.2)

    def shared(start: int) -> np.ndarray:
        with np.errstate(all="ignore"):  # GEOS meets parallel lines, and numpy hears of it
            return shapely.intersection(mine[one[start : start + _PAIRS]], theirs[other[start : start + _PAIRS]])

    parts = in_threads(shared, np.arange(0, len(one), _PAIRS), part_of(progress, 0.2, 0.8))
    shapes, pair = _polygons(np.concatenate([*parts, np.empty(0, dtype=object)]))
    area = shapely.area(shapes)
    left, left_of, lost = _left_over(mine, one[pair], area, one, other, theirs, origin)
    bare, bare_of, missed = _left_over(theirs, other[pair], area, other, one, mine, origin)
    progress(1.0)
    return Cut(
        moved_by(np.concatenate([shapes, left, bare]), origin),
        np.concatenate([one[pair], left_of, np.full(len(bare), NOBODY)]),
        np.concatenate([other[pair], np.full(len(left), NOBODY), bare_of]),
        max(lost, missed),
    )


def _polygons(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The polygonal parts, and the row of each."""
    parts, row = shapely.get_parts(shapes, return_index=True)
    inner, of = shapely.get_parts(parts, return_index=True)
    kept = (shapely.get_type_id(inner) == shapely.GeometryType.POLYGON) & (shapely.area(inner) > 0)
    return inner[kept], row[of][kept]


def _left_over(
    parcels: np.ndarray,
    owner: np.ndarray,
    area: np.ndarray,
    one: np.ndarray,
    other: np.ndarray,
    others: np.ndarray,
    origin: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, float]:
    """What no piece covers of `parcels`: polygons, rows, and the largest plane area that is neither here nor there.

    `owner` and `area` of the pieces; pairs `one`, `other` of a parcel and one of the `others` that meet.
    """
    left = shapely.area(parcels) - np.bincount(owner, area, len(parcels))
    rows = np.flatnonzero(left > PLANE_TOLERANCE)
    order = np.argsort(one, kind="stable")
    first, last = (np.searchsorted(one[order], rows, side=side) for side in ("left", "right"))
    rest = parcels[rows]
    for place, (start, end) in enumerate(zip(first.tolist(), last.tolist())):
        if end > start:
            rest[place] = shapely.difference(rest[place], shapely.union_all(others[other[order[start:end]]]))
    shapes, of = _polygons(rest)
    left[rows] -= np.bincount(of, shapely.area(shapes), len(rows))
    worst = int(np.argmax(np.abs(left))) if len(left) else 0
    lost = float(abs(left[worst])) if len(left) else 0.0
    if lost > PLANE_TOLERANCE:
        x, y = shapely.get_coordinates(shapely.point_on_surface(parcels[worst]))[0] + origin
        raise FootingError(
            translate("LandLedger", "Cutting the parcel at {x:.1f}, {y:.1f} lost {area:.6f} m²; nothing was written."),
            x=float(x),
            y=float(y),
            area=float(left[worst]),
        )
    return shapes, rows[of], lost
