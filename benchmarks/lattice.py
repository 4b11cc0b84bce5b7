"""The ground of the made-up county: a planar coverage of brick-like parcels whose borders are roughened once.

Rows of bricks lie on each other; a level is the line between two rows, a riser the border between two bricks of a row.
Every piece of border between two nodes is one edge, drawn once; the parcels on both sides use its points, so they are
equal to the last bit and the coverage has neither overlap nor gap.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

COLUMN = 20.0  # metres between two places where a riser may stand
BRICK = (2, 6)  # columns of a field
BLOCK_COLUMNS = 70  # of a village
BLOCK_ROWS = 16
DECIMALS = 4
BEND = 0.22  # an edge stays in a diamond of this slope, so that no two cross
LARGEST_BEND = 4.0
CALM = 0.12  # share of a row's height by which a node or an edge may leave its level
WAVES = ((250.0, 9000.0, 0.7), (250.0, 11000.0, 2.1))

FIELD, ROAD, DITCH, HIGHWAY, POND = range(5)
_HEIGHTS = {FIELD: (50.0, 110.0), ROAD: (5.0, 7.5), DITCH: (4.0, 6.5), HIGHWAY: (20.0, 26.0)}


@dataclass(frozen=True)
class Ragged:
    """Rows of different length: `values[starts[i]:starts[i + 1]]` is row i."""

    values: np.ndarray
    starts: np.ndarray

    def lengths(self) -> np.ndarray:
        """(n,) int."""
        return np.diff(self.starts)


@dataclass(frozen=True)
class Row:
    """A row of bricks: the columns of its risers in order, its kind and its height in metres."""

    risers: np.ndarray
    kind: int
    height: float


@dataclass(frozen=True)
class Lattice:
    """Nodes, edges and cells; a cell is a chain of directed edges (edge · 2, + 1 when walked backwards).

    `points` (p, 2) local metres holds the nodes and then the inner points of each edge; `tail`, `head` (e,) are the
    nodes of an edge, `first` where its inner points begin, `segments` how many it has. `levels` holds per level the
    columns of its nodes, `level_edges` and `row_edges` the number of the first edge on it.
    """

    rows: tuple[Row, ...]
    points: np.ndarray
    tail: np.ndarray
    head: np.ndarray
    first: np.ndarray
    segments: np.ndarray
    levels: tuple[np.ndarray, ...]
    level_edges: np.ndarray
    row_edges: np.ndarray
    chains: Ragged
    cell_row: np.ndarray
    cell_left: np.ndarray
    cell_right: np.ndarray

    def rings(self, chains: Ragged, which: slice = slice(None)) -> np.ndarray:
        """Closed rings, object (n,) of LinearRing, of chains of directed edges."""
        bounds = chains.starts[which.start : None if which.stop is None else which.stop + 1]
        directed = chains.values[bounds[0] : bounds[-1]]
        edge, backward = directed >> 1, (directed & 1).astype(bool)
        count = self.segments[edge]
        at = np.repeat(np.cumsum(count) - count, count)
        step = np.arange(len(at)) - at
        edge, backward = np.repeat(edge, count), np.repeat(backward, count)
        inner = self.first[edge] + np.where(backward, self.segments[edge] - 1 - step, step - 1)
        index = np.where(step == 0, np.where(backward, self.head[edge], self.tail[edge]), inner)
        ends = np.append(0, np.cumsum(count))[bounds - bounds[0]]
        ring = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
        return shapely.linearrings(self.points[index], indices=ring)

    def block(self, low: int, high: int, left: int, right: int) -> list[int]:
        """The chain around rows low … high − 1 between two columns that have a riser in each of them."""
        bottom = self._along(low, left, right)
        top = self._along(high, left, right)
        up = [2 * self._riser(row, right) for row in range(low, high)]
        down = [2 * self._riser(row, left) + 1 for row in range(high - 1, low - 1, -1)]
        return [2 * edge for edge in bottom] + up + [2 * edge + 1 for edge in reversed(top)] + down

    def _along(self, level: int, left: int, right: int) -> range:
        first, last = np.searchsorted(self.levels[level], (left, right))
        return range(int(self.level_edges[level] + first), int(self.level_edges[level] + last))

    def _riser(self, row: int, column: int) -> int:
        return int(self.row_edges[row] + np.searchsorted(self.rows[row].risers, column))


def ragged(rows: list[list[int]]) -> Ragged:
    """Lists of different length as one array."""
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    values = np.fromiter((value for row in rows for value in row), dtype=np.int64, count=int(lengths.sum()))
    return Ragged(values, np.append(0, np.cumsum(lengths)))


def build(cells: int, vertices: float, rng: np.random.Generator) -> Lattice:
    """A lattice of at most `cells` cells, a row less at the most, whose rings have about `vertices` points in all."""
    rows = _rows(cells, rng)
    levels = _levels(rows)
    tail, head, level_edges, row_edges = _edges(rows, levels)
    nodes, calm = _nodes(rows, levels, rng)
    chains, cell_row, left, right = _cells(rows, levels, level_edges, row_edges)
    length = np.hypot(*(nodes[head] - nodes[tail]).T)
    sides = np.bincount(chains.values >> 1, minlength=len(tail))
    segments = _segments(length, sides, vertices - len(cell_row), rng)
    along_level = np.arange(len(tail)) < row_edges[0]
    bend = np.where(along_level, np.minimum(calm[tail], calm[head]), LARGEST_BEND)
    inner, first = _inner_points(nodes, tail, head, length, segments, bend, rng)
    points = np.round(np.concatenate([nodes, inner]), DECIMALS)
    return Lattice(
        rows, points, tail, head, first + len(nodes), segments, levels, level_edges, row_edges,
        chains, cell_row, left, right,
    )


def _rows(cells: int, rng: np.random.Generator) -> tuple[Row, ...]:
    """Rows from below upward as long as there are bricks for a whole one."""
    columns = max(2 * BLOCK_COLUMNS, round(np.sqrt(cells * 6600.0) / COLUMN / BLOCK_COLUMNS) * BLOCK_COLUMNS)
    fixed = np.arange(0, columns + 1, BLOCK_COLUMNS)
    rows: list[Row] = []
    bricks = 0
    while True:
        place = len(rows) % (2 * BLOCK_ROWS)
        kind = HIGHWAY if place == 5 else ROAD if place % 8 == 3 else DITCH if place % 8 == 7 else FIELD
        risers = _risers(columns, fixed, kind, rng)
        bricks += len(risers) - 1
        if bricks > cells:
            break
        rows.append(Row(risers, kind, float(rng.uniform(*_HEIGHTS[kind]))))
    # The outermost levels have the risers of one row only: of a road's they would be chords of a kilometre.
    while rows[-1].kind != FIELD:
        rows.pop()
    return tuple(rows)


def _risers(columns: int, fixed: np.ndarray, kind: int, rng: np.random.Generator) -> np.ndarray:
    if kind == FIELD:
        steps = rng.integers(BRICK[0], BRICK[1] + 1, size=columns)
    else:
        steps = rng.integers(BLOCK_COLUMNS // 2, BLOCK_COLUMNS + 1, size=columns)
    places = np.cumsum(steps)
    # Nothing narrower than two columns beside a border of villages.
    near = np.abs(places - np.rint(places / BLOCK_COLUMNS) * BLOCK_COLUMNS) < BRICK[0]
    places = places[(places < columns) & ~near]
    return np.unique(np.concatenate([fixed, places]))


def _levels(rows: tuple[Row, ...]) -> tuple[np.ndarray, ...]:
    inner = [np.union1d(below.risers, above.risers) for below, above in zip(rows, rows[1:])]
    return (rows[0].risers, *inner, rows[-1].risers)


def _edges(rows: tuple[Row, ...], levels: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
    """Tail and head of all edges, those along levels first; where each level and row begins."""
    sizes = np.array([len(level) for level in levels])
    starts = np.append(0, np.cumsum(sizes))
    level_edges = starts[:-1] - np.arange(len(levels))
    heads = np.concatenate([np.arange(first + 1, first + size) for first, size in zip(starts, sizes)])
    tails = heads - 1
    row_sizes = np.array([len(row.risers) for row in rows])
    row_edges = len(heads) + np.append(0, np.cumsum(row_sizes))[:-1]
    low, high = [tails], [heads]
    for index, row in enumerate(rows):
        low.append(starts[index] + np.searchsorted(levels[index], row.risers))
        high.append(starts[index + 1] + np.searchsorted(levels[index + 1], row.risers))
    return np.concatenate(low), np.concatenate(high), level_edges, row_edges


def _nodes(
    rows: tuple[Row, ...], levels: tuple[np.ndarray, ...], rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Nodes (n, 2) in local metres, and how far a level may bend beside each."""
    heights = np.array([row.height for row in rows])
    north = np.append(0.0, np.cumsum(heights))
    near = np.minimum(np.append(heights, np.inf), np.append(np.inf, heights))
    counts = [len(level) for level in levels]
    x = np.concatenate(levels) * COLUMN
    y, low = np.repeat(north, counts), np.repeat(near, counts)
    calm = np.minimum(CALM * low, LARGEST_BEND)
    x = x + rng.uniform(-1, 1, len(x)) * np.minimum(3.0, 0.12 * low)
    y = y + rng.uniform(-1, 1, len(y)) * np.minimum(2.0, CALM * low)
    (wide, wave, phase), (high, swell, turn) = WAVES
    east = x + wide * np.sin(2 * np.pi * y / wave + phase)
    return np.column_stack([east, y + high * np.sin(2 * np.pi * x / swell + turn)]), calm


def _cells(
    rows: tuple[Row, ...], levels: tuple[np.ndarray, ...], level_edges: np.ndarray, row_edges: np.ndarray
) -> tuple[Ragged, np.ndarray, np.ndarray, np.ndarray]:
    """Chains of the bricks, row by row: along the bottom, up, back along the top, down."""
    values, lengths = [], []
    for index, row in enumerate(rows):
        bottom = level_edges[index] + np.searchsorted(levels[index], row.risers)
        top = level_edges[index + 1] + np.searchsorted(levels[index + 1], row.risers)
        below, above = np.diff(bottom), np.diff(top)
        size = below + above + 2
        cell = np.repeat(np.arange(len(size)), size)
        place = np.arange(len(cell)) - np.repeat(np.cumsum(size) - size, size)
        riser = row_edges[index] + cell
        b, a = below[cell], above[cell]
        values.append(
            np.select(
                [place < b, place == b, place <= b + a],
                [2 * (bottom[:-1][cell] + place), 2 * (riser + 1), 2 * (top[1:][cell] - (place - b)) + 1],
                2 * riser + 1,
            )
        )
        lengths.append(size)
    chains = Ragged(np.concatenate(values), np.append(0, np.cumsum(np.concatenate(lengths))))
    counts = [len(row.risers) - 1 for row in rows]
    left = np.concatenate([row.risers[:-1] for row in rows])
    right = np.concatenate([row.risers[1:] for row in rows])
    return chains, np.repeat(np.arange(len(rows)), counts), left, right


def _segments(length: np.ndarray, sides: np.ndarray, wanted: float, rng: np.random.Generator) -> np.ndarray:
    """How many segments each edge has, so that all rings together have `wanted`."""
    spread = rng.uniform(0.6, 1.4, len(length))
    remainder = rng.random(len(length))
    step = float((length * sides).sum()) / wanted
    for _ in range(6):
        segments = np.maximum(1, np.floor(length * spread / step + remainder)).astype(np.int64)
        step *= float((segments * sides).sum()) / wanted
    return segments


def _inner_points(
    nodes: np.ndarray,
    tail: np.ndarray,
    head: np.ndarray,
    length: np.ndarray,
    segments: np.ndarray,
    bend: np.ndarray,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:
    """The points between the nodes of each edge, beside the straight line but inside the diamond."""
    count = segments - 1
    first = np.cumsum(count) - count
    edge = np.repeat(np.arange(len(count)), count)
    place = np.arange(len(edge)) - first[edge] + 1
    share = (place + rng.uniform(-0.25, 0.25, len(edge))) / segments[edge]
    swing = 0.6 * np.sin(share * rng.uniform(2, 9, len(count))[edge] + rng.uniform(0, 6.28, len(count))[edge])
    swing += 0.4 * rng.uniform(-1, 1, len(edge))
    reach = np.minimum(BEND * np.minimum(share, 1 - share) * length[edge], bend[edge])
    along = (nodes[head] - nodes[tail])[edge]
    across = np.column_stack([-along[:, 1], along[:, 0]]) / length[edge][:, None]
    return nodes[tail][edge] + along * share[:, None] + across * (swing * reach)[:, None], first
