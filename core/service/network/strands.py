"""Road lines as one array of vertices, and points put into them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely


@dataclass(frozen=True)
class Strands:
    """Single lines, one behind the other.

    `xy` float64 (v, 2) in metres; the vertices of strand i are `first[i]` to `first[i + 1]` (int64 (s + 1,)); `road` int64
    (s,) is the row of the road it belongs to. A strand has two different vertices at least, no vertex twice in a row.
    """

    xy: np.ndarray
    first: np.ndarray
    road: np.ndarray

    def __len__(self) -> int:
        return len(self.road)

    @property
    def strand(self) -> np.ndarray:
        """int64 (v,): the strand of each vertex."""
        return np.repeat(np.arange(len(self)), np.diff(self.first))

    @property
    def ends(self) -> np.ndarray:
        """int64 (2 s,): first and last vertex of each strand, one behind the other."""
        return np.column_stack([self.first[:-1], self.first[1:] - 1]).ravel()

    @property
    def segments(self) -> np.ndarray:
        """int64 (v − s,): the first vertex of each segment."""
        inner = np.ones(len(self.xy), dtype=bool)
        inner[self.first[1:] - 1] = False
        return np.flatnonzero(inner)

    @property
    def measure(self) -> np.ndarray:
        """float64 (v,): metres along all strands, one behind the other: it grows within a strand and rests between two."""
        steps = np.hypot(*np.diff(self.xy, axis=0).T)
        steps[self.first[1:-1] - 1] = 0.0
        return np.concatenate([[0.0], np.cumsum(steps)])

    def lines(self) -> np.ndarray:
        """object (s,): the strands as lines."""
        return shapely.linestrings(self.xy, indices=self.strand)


@dataclass(frozen=True)
class Inserted:
    """Strands with points put in: `vertex` int64 (k,) is each point's vertex, `moved` int64 (v,) where each former vertex is."""

    strands: Strands
    vertex: np.ndarray
    moved: np.ndarray


def strands_of(shapes: np.ndarray) -> Strands:
    """The strands of road shapes object (r,): None, empty ones and lines without length give none; Z is left out."""
    parts, road = shapely.get_parts(shapes, return_index=True)
    kept = np.flatnonzero(shapely.length(parts) > 0)
    xy, strand = shapely.get_coordinates(parts[kept], return_index=True)
    again = np.zeros(len(xy), dtype=bool)
    again[1:] = (strand[1:] == strand[:-1]) & (xy[1:] == xy[:-1]).all(axis=1)
    counts = np.bincount(strand[~again], minlength=len(kept))
    return Strands(xy[~again], np.concatenate([[0], np.cumsum(counts)]).astype(np.int64), road[kept].astype(np.int64))


def with_points(strands: Strands, segment: np.ndarray, at: np.ndarray, xy: np.ndarray) -> Inserted:
    """Points `xy` (k, 2) as vertices of segments: `segment` int64 (k,) is the first vertex, `at` (k,) from 0 to 1 the place on it.

    A point that has the coordinates of an end of its segment is that vertex; equal points of a segment are one vertex.
    """
    vertex = np.full(len(segment), -1, dtype=np.int64)
    vertex[(xy == strands.xy[segment]).all(axis=1)] = 0
    vertex[(xy == strands.xy[segment + 1]).all(axis=1)] = 1
    new = np.flatnonzero(vertex < 0)
    order = new[np.lexsort((xy[new, 1], xy[new, 0], at[new], segment[new]))]
    fresh = np.ones(len(order), dtype=bool)
    same = (segment[order[1:]] == segment[order[:-1]]) & (xy[order[1:]] == xy[order[:-1]]).all(axis=1)
    fresh[1:] = ~same
    chosen = order[fresh]
    before = segment[chosen]
    moved = np.arange(len(strands.xy)) + np.searchsorted(before, np.arange(len(strands.xy)), side="left")
    first = strands.first + np.searchsorted(before, strands.first, side="left")
    there = vertex >= 0
    vertex[there] = moved[segment[there] + vertex[there]]
    vertex[order] = (before + 1 + np.arange(len(chosen)))[np.cumsum(fresh) - 1]
    put_in = np.insert(strands.xy, before + 1, xy[chosen], axis=0)
    return Inserted(replace(strands, xy=put_in, first=first), vertex, moved)


def foot_on(strands: Strands, measure: np.ndarray, strand: np.ndarray, points: np.ndarray) -> tuple[np.ndarray, ...]:
    """The place of each strand (k,) nearest to its point (k, 2): segment int64 (k,), place on it (k,), coordinates (k, 2).

    `measure` is that of the strands.
    """
    along = measure[strands.first[strand]] + shapely.line_locate_point(_chosen(strands, strand), shapely.points(points))
    last = strands.first[strand + 1] - 2
    segment = np.clip(np.searchsorted(measure, along, side="right") - 1, strands.first[strand], last)
    start, step = strands.xy[segment], strands.xy[segment + 1] - strands.xy[segment]
    at = np.clip(((points - start) * step).sum(axis=1) / (step**2).sum(axis=1), 0.0, 1.0)
    xy = start + step * at[:, None]
    xy[at == 1.0] = strands.xy[segment + 1][at == 1.0]
    return segment, at, xy


def _chosen(strands: Strands, chosen: np.ndarray) -> np.ndarray:
    """The chosen strands as lines; one may be chosen more than once."""
    counts = np.diff(strands.first)[chosen]
    which = np.repeat(np.arange(len(chosen)), counts)
    offset = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    return shapely.linestrings(strands.xy[strands.first[chosen][which] + offset], indices=which)
