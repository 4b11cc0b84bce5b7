"""Pieces narrower than the border tolerance join a neighbour: what is left between borders meant to be one."""

from __future__ import annotations

import numpy as np
import shapely

from .noding import mean_widths


def is_narrow(polygons: np.ndarray, tolerance: float) -> np.ndarray:
    """bool (n,): mean width (twice the area over the border) below the tolerance, and nowhere twice as wide.

    A patch with a long thin tail has a small mean width, too, but it is ground that somebody owns.
    """
    return _is_narrow(polygons, mean_widths(polygons), tolerance)


def _is_narrow(polygons: np.ndarray, width: np.ndarray, tolerance: float) -> np.ndarray:
    narrow = width < tolerance
    narrow[narrow] = shapely.is_empty(shapely.buffer(polygons[narrow], -tolerance, quad_segs=1))
    return narrow


def join_narrow(
    geometry: np.ndarray, group: np.ndarray, tolerance: float, area: np.ndarray, width: np.ndarray
) -> tuple[np.ndarray, float]:
    """int64 (n,): the piece that each one becomes part of (itself mostly), and the plane area that was joined, m².

    `group` (n, k): rows that are equal for pieces of one group. A piece narrower than the tolerance joins the neighbour of
    its group with the longest common border. `area` m² and mean `width`, float64 (n,) each, of the pieces.
    """
    root = np.arange(len(geometry))
    narrow = np.flatnonzero(_is_narrow(geometry, width, tolerance)) if tolerance > 0 else np.empty(0, dtype=np.int64)
    if len(narrow) == 0:
        return root, 0.0
    near = np.flatnonzero(np.isin(group[:, 0], group[narrow, 0]))
    first, second = shapely.STRtree(geometry[near]).query(geometry[narrow], predicate="intersects")
    first, second = narrow[first], near[second]
    own_group = (group[first] == group[second]).all(axis=1) & (first != second)
    first, second = first[own_group], second[own_group]
    with np.errstate(all="ignore"):
        common = shapely.intersection(shapely.boundary(geometry[first]), shapely.boundary(geometry[second]))
    border = shapely.length(common)
    first, second, border = first[border > 0], second[border > 0], border[border > 0]
    for row in np.lexsort((-area[second], -border)):
        narrow_root, wide_root = _root(root, first[row]), _root(root, second[row])
        if narrow_root == wide_root or root[first[row]] != first[row]:
            continue
        root[narrow_root] = wide_root
    root = np.array([_root(root, row) for row in range(len(root))]) if (root != np.arange(len(root))).any() else root
    return _largest_as_root(root, area), float(area[root != np.arange(len(root))].sum())


def _root(root: np.ndarray, row: int) -> int:
    while root[row] != row:
        row = root[row]
    return int(row)


def _largest_as_root(root: np.ndarray, area: np.ndarray) -> np.ndarray:
    """The same components, each named by its largest member."""
    order = np.lexsort((-area, root))
    leader = order[np.r_[True, root[order][1:] != root[order][:-1]]]
    named = np.empty(len(root), dtype=np.int64)
    named[root[leader]] = leader
    return named[root]


def joined(geometry: np.ndarray, root: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """Geometry of the kept pieces together with those that joined them."""
    result = geometry[kept].copy()
    members = np.bincount(root, minlength=len(root))
    for row in np.flatnonzero(members[kept] > 1):
        result[row] = shapely.union_all(geometry[root == kept[row]])
    return result
