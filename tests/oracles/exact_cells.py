"""Oracle: the exact area of every combination of polygons, by rational arithmetic.

The plane is cut into vertical slabs at each vertex and each crossing of two edges; within a slab the edges don't cross,
so the trapezoids between them are homogeneous. A float is a rational number, hence this is exact for any input. It
shares nothing with the code it judges: no overlay, no noding, no tolerance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

Point = tuple[Fraction, Fraction]
Edge = tuple[Point, Point, int]
Label = tuple[str, int]


def rings_of(polygon: object) -> list[list[Point]]:
    """Rings of a Polygon or MultiPolygon as exact points, closed."""
    parts = getattr(polygon, "geoms", [polygon])
    rings = []
    for part in parts:
        for ring in (part.exterior, *part.interiors):
            rings.append([(Fraction(x), Fraction(y)) for x, y in ((c[0], c[1]) for c in ring.coords)])
    return rings


def exact_cells(layers: Mapping[str, Sequence[object]]) -> dict[frozenset[Label], Fraction]:
    """Area of each set of labels (layer, row) that has one; the empty set is left out."""
    labels: list[Label] = []
    edges: list[Edge] = []
    for name, polygons in layers.items():
        for row, polygon in enumerate(polygons):
            for ring in rings_of(polygon):
                for start, end in zip(ring, ring[1:]):
                    if start[0] != end[0]:
                        edges.append((min(start, end), max(start, end), len(labels)))
            labels.append((name, row))
    cells: dict[frozenset[Label], Fraction] = {}
    stops = _stops(edges)
    for left, right in zip(stops, stops[1:]):
        middle = (left + right) / 2
        crossing = sorted(
            ((_height(edge, middle), edge) for edge in edges if edge[0][0] <= left and edge[1][0] >= right),
            key=lambda pair: pair[0],
        )
        inside: set[int] = set()
        for (low, edge), (high, _) in zip(crossing, crossing[1:]):
            inside ^= {edge[2]}
            if inside and high > low:
                key = frozenset(labels[member] for member in inside)
                cells[key] = cells.get(key, Fraction(0)) + (high - low) * (right - left)
    return cells


def _height(edge: Edge, x: Fraction) -> Fraction:
    (x1, y1), (x2, y2), _ = edge
    return y1 + (y2 - y1) * (x - x1) / (x2 - x1)


def _stops(edges: Sequence[Edge]) -> list[Fraction]:
    stops = {point[0] for edge in edges for point in edge[:2]}
    ordered = sorted({(edge[0], edge[1]) for edge in edges})
    for place, (a, b) in enumerate(ordered):
        for c, d in ordered[place + 1 :]:
            if c[0] >= b[0]:
                break
            if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
                continue
            slope_a, slope_c = (b[1] - a[1]) / (b[0] - a[0]), (d[1] - c[1]) / (d[0] - c[0])
            if slope_a == slope_c:
                continue
            x = (c[1] - a[1] + slope_a * a[0] - slope_c * c[0]) / (slope_a - slope_c)
            if max(a[0], c[0]) < x < min(b[0], d[0]):
                stops.add(x)
    return sorted(stops)
