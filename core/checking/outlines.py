"""The rings of many parcels as flat arrays: every check of vertices, edges and rings is one pass over them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

CHUNK = 4096
"""Parcels looked at in one go: some 200,000 vertices, whose arrays stay near the processor."""


@dataclass(frozen=True)
class Outlines:
    """Rings of a run of parcels.

    `rings` object (r,) LinearRings; `row` int64 (r,) the parcel of each, `part` int64 (r,) its part (counted over all
    parcels), `outer` bool (r,); `places` float64 (v, 2) all vertices with the closing one, `ring` int64 (v,).
    """

    rings: np.ndarray
    row: np.ndarray
    part: np.ndarray
    outer: np.ndarray
    places: np.ndarray
    ring: np.ndarray


def outlines_of(geometry: np.ndarray, first_row: int = 0) -> Outlines:
    """The rings of `geometry` object (n,), Polygons, MultiPolygons or None, whose first is the parcel `first_row`."""
    parts, owner = shapely.get_parts(geometry, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    outer = np.r_[True, part[1:] != part[:-1]] if len(part) else np.empty(0, dtype=bool)
    places, ring = shapely.get_coordinates(rings, return_index=True)
    return Outlines(rings, owner[part] + first_row, part, outer, places, ring)


@dataclass(frozen=True)
class Edges:
    """Edges that have a length, in ring order: `start` int64 (e,) the vertex each starts at (it ends at the next one),
    `ring` int64 (e,), `step` float64 (e, 2) from start to end, `length` float64 (e,)."""

    start: np.ndarray
    ring: np.ndarray
    step: np.ndarray
    length: np.ndarray


def edges_of(outlines: Outlines) -> tuple[Edges, np.ndarray]:
    """All edges with a length, and int64: the vertices that the next vertex repeats."""
    same = outlines.ring[1:] == outlines.ring[:-1]
    step = np.diff(outlines.places, axis=0)
    moves = (step != 0).any(axis=1)
    start = np.flatnonzero(same & moves)
    step = step[start]
    edges = Edges(start, outlines.ring[start], step, np.hypot(step[:, 0], step[:, 1]))
    return edges, np.flatnonzero(same & ~moves)


def ring_sums(values: np.ndarray, ring: np.ndarray, rings: int) -> np.ndarray:
    """float64 (rings,): sums of `values` (e,) by ring."""
    return np.bincount(ring, weights=values, minlength=rings)


def ring_areas(outlines: Outlines, edges: Edges) -> np.ndarray:
    """float64 (r,): area of each ring in m², always ≥ 0; measured from the ring's own first vertex, so digits last."""
    rings = len(outlines.rings)
    first = np.searchsorted(outlines.ring, np.arange(rings))
    local = outlines.places[edges.start] - outlines.places[first[edges.ring]]
    return np.abs(ring_sums(local[:, 0] * edges.step[:, 1] - local[:, 1] * edges.step[:, 0], edges.ring, rings)) / 2
