"""Which units lie beside one another: by shared borders of polygons, or by the Voronoi cells of points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from ..errors import InputError
from ..progress import Progress, no_progress
from ..sentence import translate
from .units import Units

AROUND = 0.05
"""Without a county the cells end at the hull of the points, widened by this share of its extent."""


@dataclass(frozen=True)
class Beside:
    """`matrix` symmetric (n, n): units beside one another; `cells` object (n,) the ground of each; `from_points`: the cells
    are those of Voronoi, clipped to the county if `clipped`. `bridges` int64 (b, 2): units joined over a gap, because without
    them some could never be part of one area."""

    matrix: csr_matrix
    cells: np.ndarray
    from_points: bool
    clipped: bool
    bridges: np.ndarray


def units_beside(
    units: Units, gap: float, least_border: float, county: shapely.Geometry | None = None, progress: Progress = no_progress
) -> Beside:
    """Neighbours by polygons with borders at most `gap` metres apart over at least `least_border` metres; of points those
    whose Voronoi cells, clipped to the `county`, share so much. InputError for two points in one place."""
    from_points = bool((shapely.get_type_id(units.shape) == 0).all())
    cells = voronoi_cells(units, county) if from_points else units.shape
    pairs = bordering(cells, 0.001 if from_points else gap, least_border, progress)
    matrix = _symmetric(pairs, len(units))
    bridges = _bridges(matrix, cells)
    if len(bridges):
        matrix = _symmetric(np.concatenate([pairs, bridges]), len(units))
    return Beside(matrix, cells, from_points, from_points and county is not None, bridges)


def voronoi_cells(units: Units, county: shapely.Geometry | None) -> np.ndarray:
    """object (n,): the cell of each point, clipped to the county, or to the widened hull of the points without one."""
    places = shapely.get_coordinates(units.shape)
    _, first, which = np.unique(places, axis=0, return_index=True, return_inverse=True)
    doubled = np.flatnonzero(first[which.ravel()] != np.arange(len(places)))
    if len(doubled):
        row = int(doubled[0])
        template = translate("LandLedger", "Layer {layer}: {first} and {second} lie in one place.")
        raise InputError(
            template, layer=units.layer, first=units.label(int(first[which.ravel()[row]])), second=units.label(row)
        )
    hull = shapely.multipoints(places)
    width = max(np.ptp(places[:, 0]), np.ptp(places[:, 1]), 1.0)
    clip = county if county is not None else shapely.buffer(shapely.convex_hull(hull), AROUND * width)
    if len(places) == 1:
        return np.array([clip], dtype=object)
    drawn = shapely.get_parts(shapely.voronoi_polygons(hull, extend_to=shapely.envelope(shapely.buffer(clip, width))))
    points, cells = shapely.STRtree(drawn).query(units.shape, predicate="intersects")
    cell_of = np.empty(len(places), dtype=object)
    cell_of[points] = drawn[cells]
    shapely.prepare(clip)
    inside = shapely.contains_properly(clip, cell_of)
    clipped = cell_of.copy()
    clipped[~inside] = shapely.intersection(cell_of[~inside], clip)
    return clipped


def bordering(cells: np.ndarray, gap: float, least: float, progress: Progress = no_progress) -> np.ndarray:
    """int64 (k, 2), first below second: cells whose borders run beside each other, at most `gap` apart, for `least` metres.

    A corner in common is no border: of a gap g it shows as up to some 4 g of length, which does not count.
    """
    tree = shapely.STRtree(cells)
    one, other = tree.query(cells, predicate="dwithin", distance=gap)
    order = one < other
    one, other = one[order], other[order]
    if not len(one):
        return np.empty((0, 2), dtype=np.int64)
    used = np.unique(other)
    wide = np.empty(len(cells), dtype=object)
    wide[used] = shapely.buffer(cells[used], gap, quad_segs=2)
    borders = shapely.boundary(cells)
    lengths = np.empty(len(one))
    for start in range(0, len(one), 1024):
        progress(start / len(one))
        part = slice(start, start + 1024)
        lengths[part] = shapely.length(shapely.intersection(borders[one[part]], wide[other[part]]))
    progress(1.0)
    shared = lengths >= max(least, 4 * gap)
    return np.column_stack([one[shared], other[shared]]).astype(np.int64)


def _symmetric(pairs: np.ndarray, n: int) -> csr_matrix:
    ones = np.ones(2 * len(pairs))
    rows, columns = np.concatenate([pairs, pairs[:, ::-1]]).reshape(-1, 2).T
    matrix = csr_matrix((ones, (rows, columns)), shape=(n, n))
    matrix.data[:] = 1.0
    matrix.sort_indices()
    return matrix


def _bridges(matrix: csr_matrix, cells: np.ndarray) -> np.ndarray:
    """int64 (b, 2): the nearest units of parts that nothing joins, part by part, until all are one."""
    labels = connected_components(matrix, directed=False)[1]
    bridges = []
    joined = labels == np.argmax(np.bincount(labels))
    while not joined.all():
        inside, outside = np.flatnonzero(joined), np.flatnonzero(~joined)
        (near, place), far = shapely.STRtree(cells[inside]).query_nearest(
            cells[outside], return_distance=True, all_matches=False
        )
        closest = int(np.argmin(far))
        unit = int(outside[near[closest]])
        bridges.append((int(inside[place[closest]]), unit))
        joined |= labels == labels[unit]
    return np.array(bridges, dtype=np.int64).reshape(-1, 2)
