"""A coverage from lines: noded, cut into faces, merged by key, and every shared border roughened exactly once."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

import numpy as np
import shapely

NODE_GRID = 0.01
COORDINATE_DECIMALS = 4

Segment = tuple[tuple[float, float], tuple[float, float]]


def faces_of(lines: Sequence[shapely.Geometry]) -> np.ndarray:
    """The faces between `lines` (noded on a grid of 0.01 m), object (n,) of Polygon."""
    noded = shapely.union_all(np.array(lines, dtype=object), grid_size=NODE_GRID)
    return shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))


def merge_by_key(faces: np.ndarray, keys: Sequence[Hashable]) -> tuple[np.ndarray, list[Hashable]]:
    """Faces of one key that touch along a border become one polygon; the parts keep the key."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        groups[key].append(index)
    merged: list[shapely.Geometry] = []
    owners: list[Hashable] = []
    for key, members in groups.items():
        whole = faces[members[0]] if len(members) == 1 else shapely.coverage_union_all(faces[members])
        for part in shapely.get_parts(whole):
            merged.append(part)
            owners.append(key)
    return np.array(merged, dtype=object), owners


def absorb_slivers(
    faces: np.ndarray, keys: list[Hashable], least: Callable[[Hashable], tuple[float, float]]
) -> tuple[np.ndarray, list[Hashable]]:
    """Faces smaller or thinner than `least(key)` (m², m) join the neighbour with the longest common border."""
    for _ in range(8):
        areas = shapely.area(faces)
        widths = 2 * areas / shapely.length(faces)
        small = {i for i, key in enumerate(keys) if areas[i] < least(key)[0] or widths[i] < least(key)[1]}
        if not small:
            return faces, keys
        common: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for (start, end), sides in segments_of(faces).items():
            if len(sides) == 2:
                length = math.dist(start, end)
                common[sides[0]][sides[1]] += length
                common[sides[1]][sides[0]] += length
        new_keys = list(keys)
        for i in sorted(small, key=lambda face: areas[face]):
            neighbours = {j: length for j, length in common[i].items() if j not in small}
            if neighbours:
                new_keys[i] = keys[max(neighbours, key=lambda j: (neighbours[j], -j))]
        faces, keys = merge_by_key(faces, new_keys)
    return faces, keys


def segments_of(faces: np.ndarray) -> dict[Segment, list[int]]:
    """Every border segment (its two ends in order) and the faces beside it."""
    rings, owner = _rings(faces)
    found: dict[Segment, list[int]] = defaultdict(list)
    for ring, face in zip(rings, owner):
        points = [tuple(point) for point in shapely.get_coordinates(ring).tolist()]
        for start, end in zip(points, points[1:]):
            found[(start, end) if start < end else (end, start)].append(int(face))
    return found


def _rings(faces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    rings, index = shapely.get_rings(faces, return_index=True)
    return rings, index


def roughen(faces: np.ndarray, rng: np.random.Generator, amplitude: float) -> np.ndarray:
    """The same faces, their borders densified and jittered as a surveyor's lines are, shared borders once.

    Nodes stay; points in between move by at most `amplitude` (m) and less near a node. A border that would cross
    another is calmed until nothing crosses. Returns the new faces in the order of the old ones, 4 decimals.
    """
    arcs = _arcs(faces)
    spacing = rng.uniform(13.0, 32.0, size=len(arcs))
    seeds = rng.integers(0, 2**31, size=len(arcs))
    calm = np.ones(len(arcs))
    for _ in range(12):
        lines = np.array(
            [
                _rough(arc, step, amplitude * factor, seed)
                for arc, step, factor, seed in zip(arcs, spacing, calm, seeds)
            ],
            dtype=object,
        )
        crossed = _crossed(lines)
        if not len(crossed):
            return _in_order(faces, lines)
        calm[crossed] = np.where(calm[crossed] > 0.3, calm[crossed] * 0.4, 0.0)
    raise RuntimeError(f"{len(crossed)} borders still cross")


def _arcs(faces: np.ndarray) -> list[np.ndarray]:
    segments = np.array(sorted(segments_of(faces)), dtype=float)
    merged = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(segments)))
    lines = [shapely.get_coordinates(line) for line in shapely.get_parts(merged)]
    return sorted(
        lines, key=lambda line: (tuple(line[0]), tuple(line[-1]), len(line), tuple(line[len(line) // 2]))
    )


def _rough(arc: np.ndarray, spacing: float, amplitude: float, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    kept = [arc[0]]
    for point in arc[1:-1]:
        if math.dist(point, kept[-1]) > 3.0 and math.dist(point, arc[-1]) > 3.0:
            kept.append(point)
    kept.append(arc[-1])
    if len(arc) > 3 and np.array_equal(arc[0], arc[-1]) and len(kept) < 4:
        kept = list(arc)
    points = [kept[0]]
    for start, end in zip(kept, kept[1:]):
        length = math.dist(start, end)
        count = int(length // spacing)
        if count:
            cuts = (np.arange(1, count + 1) + rng.uniform(-0.25, 0.25, size=count)) / (count + 1)
            points.extend(start + (end - start) * cut for cut in cuts)
        points.append(end)
    line = np.array(points)
    inner = line[1:-1]
    if len(inner):
        reach = np.minimum(np.hypot(*(inner - line[0]).T), np.hypot(*(inner - line[-1]).T))
        size = amplitude * np.minimum(1.0, reach / 12.0)
        shift = np.clip(rng.normal(0.0, 0.5, size=inner.shape), -1.0, 1.0)
        line[1:-1] = inner + shift * size[:, None]
    return shapely.linestrings(np.round(line, COORDINATE_DECIMALS))


def _crossed(lines: np.ndarray) -> np.ndarray:
    tree = shapely.STRtree(lines)
    left, right = tree.query(lines, predicate="intersects")
    pairs = left < right
    left, right = left[pairs], right[pairs]
    common = shapely.intersection(lines[left], lines[right])
    ends = shapely.boundary(lines)
    bad = ~shapely.covers(
        shapely.union(ends[left], shapely.get_point(lines[left], 0)), common
    ) | ~shapely.covers(shapely.union(ends[right], shapely.get_point(lines[right], 0)), common)
    tangled = np.flatnonzero(~shapely.is_simple(lines))
    return np.unique(np.concatenate([left[bad], right[bad], tangled]))


def _in_order(faces: np.ndarray, lines: np.ndarray) -> np.ndarray:
    rough = shapely.get_parts(shapely.polygonize(lines))
    inside = shapely.point_on_surface(faces)
    face, place = shapely.STRtree(rough).query(inside, predicate="within")
    if len(face) != len(faces) or len(np.unique(place)) != len(faces) or len(rough) < len(faces):
        raise RuntimeError("roughening lost a face")
    ordered = np.empty(len(faces), dtype=object)
    ordered[face] = rough[place]
    return shapely.normalize(ordered)
