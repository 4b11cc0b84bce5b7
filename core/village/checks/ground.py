"""Parcels over the ground of zones and lines: which parts lie inside, cut exactly, their areas shared out of the registered ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ...ellipsoid import GaussZone, ellipsoid_areas
from ...progress import no_progress
from ...rounding import largest_remainder
from ...survey.noding import in_threads

_PAIRS = 512


class Ground:
    """The ground of some shapes (valid or None) as polygons that can be looked up; they may overlap."""

    def __init__(self, shapes: np.ndarray) -> None:
        there = shapes[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))]
        parts = shapely.get_parts(there)
        self.parts = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
        shapely.prepare(self.parts)
        self.tree = shapely.STRtree(self.parts)

    def __len__(self) -> int:
        return len(self.parts)


@dataclass(frozen=True)
class Pieces:
    """Parts of parcels: `row` int64 (k,) ascending, each once; `shape` object (k,); `whole` bool (k,): the parcel is all of it."""

    row: np.ndarray
    shape: np.ndarray
    whole: np.ndarray

    def __len__(self) -> int:
        return len(self.row)


def inside(parcels: np.ndarray, rows: np.ndarray, ground: Ground) -> Pieces:
    """What of the parcels `rows` of `parcels` (valid or None) lies in the ground; parcels that only touch it are left out."""
    usable = rows[~(shapely.is_missing(parcels[rows]) | shapely.is_empty(parcels[rows]))]
    place, part = ground.tree.query(parcels[usable], predicate="intersects")
    row = usable[place]
    covered = shapely.covers(ground.parts[part], parcels[row])
    whole = np.unique(row[covered])
    open_pairs = ~np.isin(row, whole)
    row, part = row[open_pairs], part[open_pairs]

    def cut(start: int) -> np.ndarray:
        with np.errstate(all="ignore"):  # GEOS meets parallel lines, and numpy hears of it
            return shapely.intersection(ground.parts[part[start : start + _PAIRS]], parcels[row[start : start + _PAIRS]])

    shapes = np.concatenate([*in_threads(cut, np.arange(0, len(row), _PAIRS), no_progress), np.empty(0, dtype=object)])
    rows_cut, joined = joined_by_row(row, shapes)
    found = np.concatenate([whole, rows_cut])
    shape = np.concatenate([parcels[whole], joined])
    order = np.argsort(found, kind="stable")
    return Pieces(found[order], shape[order], (np.arange(len(found)) < len(whole))[order])


def outside(parcels: np.ndarray, rows: np.ndarray, ground: Ground) -> Pieces:
    """What of the parcels `rows` lies outside the ground."""
    usable = rows[~(shapely.is_missing(parcels[rows]) | shapely.is_empty(parcels[rows]))]
    within = inside(parcels, usable, ground)
    away = np.setdiff1d(usable, within.row)
    partly = np.flatnonzero(~within.whole)
    left = shapely.difference(parcels[within.row[partly]], within.shape[partly])
    row, shape = joined_by_row(within.row[partly], left)
    found = np.concatenate([away, row])
    shapes = np.concatenate([parcels[away], shape])
    order = np.argsort(found, kind="stable")
    return Pieces(found[order], shapes[order], (np.arange(len(found)) < len(away))[order])


def left_of(ground: Ground, taken: Ground) -> np.ndarray:
    """object (k,): the polygons of the ground that the other does not cover."""
    rest = outside(ground.parts, np.arange(len(ground.parts)), taken)
    if not len(rest):
        return np.empty(0, dtype=object)
    parts = shapely.get_parts(shapely.union_all(rest.shape))
    return parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]


def joined_by_row(row: np.ndarray, shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One polygonal shape a row, of those that have any."""
    parts, piece = _polygons(shapes)
    owner = row[piece]
    order = np.argsort(owner, kind="stable")
    parts, owner = parts[order], owner[order]
    rows, first, count = np.unique(owner, return_index=True, return_counts=True)
    joined = np.empty(len(rows), dtype=object)
    for number, (start, many) in enumerate(zip(first.tolist(), count.tolist())):
        joined[number] = parts[start] if many == 1 else shapely.union_all(parts[start : start + many])
    return rows, joined


def _polygons(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All polygons in shapes of any kind, and int64 which shape each is of."""
    parts, piece = shapely.get_parts(shapes, return_index=True)
    nested = np.isin(shapely.get_type_id(parts), (6, 7))
    if nested.any():
        deeper, place = shapely.get_parts(parts[nested], return_index=True)
        parts, piece = np.r_[parts[~nested], deeper], np.r_[piece[~nested], piece[nested][place]]
    polygons = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    return parts[polygons], piece[polygons]


def piece_units(pieces: Pieces, registered: np.ndarray, measured: np.ndarray, zone: GaussZone) -> np.ndarray:
    """int64 (k,): 0.01 m² of each piece: its share of the parcel's registered area by the largest remainder.

    `registered` int64 (n,) 0.01 m², `measured` float64 (n,) m² on the ellipsoid, of all parcels.
    """
    raw = ellipsoid_areas(pieces.shape, zone) if len(pieces) else np.empty(0)
    rest = np.maximum(measured[pieces.row] - raw, 0.0)
    group = np.arange(len(pieces))
    units = largest_remainder(
        np.concatenate([raw, rest]), np.concatenate([group, group]), registered[pieces.row].astype(np.int64)
    )[: len(pieces)]
    return np.where(pieces.whole, registered[pieces.row], units)
