"""Shortest times on a smaller graph: nodes with few neighbours are taken out and put back after the search.

Dead ends, bends and T-junctions, and the places along a road, are most of the nodes of a real network. A node with at most three
neighbours is taken out by an arc between each two of them, as long as the way through it; the shortest times between all other nodes
stay as they are. Afterwards its own time is the least of its neighbours' times and the way from them. Both are sums of the same
seconds, in another order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

MOST_NEIGHBOURS = 3
WORTH = 0.06
"""A round that takes out a smaller share of the nodes is the last one."""
ROUNDS = 30


@dataclass(frozen=True)
class Removed:
    """Nodes int64 (m,) taken out together; none is another's neighbour. `near` int64 (m, MOST_NEIGHBOURS) their neighbours
    then, `seconds` float64 of the way from there, inf where there is none."""

    node: np.ndarray
    near: np.ndarray
    seconds: np.ndarray


@dataclass(frozen=True)
class Contracted:
    """What is left: `arcs` seconds from node to node of `kept` int64 (k,), and what was taken out, in that order; `number` int64
    (nodes,) is the place of a node in `kept`."""

    arcs: csr_matrix
    kept: np.ndarray
    number: np.ndarray
    removed: Sequence[Removed]

    def expanded(self, times: np.ndarray) -> np.ndarray:
        """Times float64 (s, nodes) to all nodes, from those to the nodes that are kept (s, k)."""
        # A column for each node lies in one piece while it is filled.
        full = np.full((len(self.number), len(times)), np.inf)
        full[self.kept] = times.T
        for step in reversed(self.removed):
            ways = [full[step.near[:, place]] + step.seconds[:, place, None] for place in range(MOST_NEIGHBOURS)]
            full[step.node] = np.minimum.reduce(ways)
        return np.ascontiguousarray(full.T)


@dataclass(frozen=True)
class _Pairs:
    """Neighbours of one another, both ways, ordered: `start`, `end` int64 (a,), `seconds` inf where nobody may drive so."""

    start: np.ndarray
    end: np.ndarray
    seconds: np.ndarray


def contracted(arcs: csr_matrix, stay: np.ndarray) -> Contracted:
    """The graph `arcs` of seconds without the nodes that have few neighbours; those of `stay` int64 remain."""
    count = arcs.shape[0]
    # Ties among neighbours are broken the same way in every run.
    order = np.random.default_rng(1).permutation(count) / count
    alive = np.ones(count, dtype=bool)
    free = np.ones(count, dtype=bool)
    free[stay] = False
    pairs = _pairs_of(arcs)
    removed: list[Removed] = []
    left = count
    for _ in range(ROUNDS):
        node = _lonely(pairs, free, order, count)
        if len(node) < WORTH * left:
            break
        pairs, step = _without(pairs, node, count)
        free[node] = alive[node] = False
        removed.append(step)
        left -= len(node)
    kept = np.flatnonzero(alive)
    number = np.full(count, -1, dtype=np.int64)
    number[kept] = np.arange(len(kept))
    drivable = np.isfinite(pairs.seconds)
    ends = number[pairs.start[drivable]], number[pairs.end[drivable]]
    return Contracted(csr_matrix((pairs.seconds[drivable], ends), shape=(len(kept), len(kept))), kept, number, removed)


def _pairs_of(arcs: csr_matrix) -> _Pairs:
    start = np.repeat(np.arange(arcs.shape[0], dtype=np.int64), np.diff(arcs.indptr))
    end = arcs.indices.astype(np.int64)
    both = np.concatenate([start, end]), np.concatenate([end, start])
    return _least(*both, np.concatenate([arcs.data, np.full(len(end), np.inf)]), arcs.shape[0])


def _least(start: np.ndarray, end: np.ndarray, seconds: np.ndarray, count: int) -> _Pairs:
    """Of equal pairs the fastest, ordered."""
    key = start * count + end
    order = np.argsort(key, kind="stable")
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    chosen = order[first]
    return _Pairs(start[chosen], end[chosen], np.minimum.reduceat(seconds[order], first) if len(first) else seconds)


def _lonely(pairs: _Pairs, free: np.ndarray, order: np.ndarray, count: int) -> np.ndarray:
    """Free nodes with few neighbours, no two of them neighbours: those with fewer go first."""
    neighbours = np.bincount(pairs.start, minlength=count)
    chosen = free & (neighbours <= MOST_NEIGHBOURS)
    rank = neighbours + order
    waits = chosen[pairs.end] & (rank[pairs.end] < rank[pairs.start])
    chosen[pairs.start[waits]] = False
    return np.flatnonzero(chosen)


def _without(pairs: _Pairs, node: np.ndarray, count: int) -> tuple[_Pairs, Removed]:
    """The pairs after `node` (m,) were taken out, and how they come back."""
    gone = np.zeros(count, dtype=bool)
    gone[node] = True
    # Ordered by end, the pairs stand as their reverses do.
    back = pairs.seconds[np.argsort(pairs.end * count + pairs.start, kind="stable")]
    first = np.searchsorted(pairs.start, node)
    size = np.searchsorted(pairs.start, node, side="right") - first
    near = np.zeros((len(node), MOST_NEIGHBOURS), dtype=np.int64)
    there, here = (np.full((len(node), MOST_NEIGHBOURS), np.inf) for _ in range(2))
    for place in range(MOST_NEIGHBOURS):
        row = np.flatnonzero(size > place)
        pair = first[row] + place
        near[row, place], there[row, place], here[row, place] = pairs.end[pair], pairs.seconds[pair], back[pair]
    stays = ~(gone[pairs.start] | gone[pairs.end])
    starts, ends, seconds = [pairs.start[stays]], [pairs.end[stays]], [pairs.seconds[stays]]
    for one in range(MOST_NEIGHBOURS):
        for other in range(MOST_NEIGHBOURS):
            row = np.flatnonzero(size > max(one, other)) if one != other else np.empty(0, dtype=np.int64)
            starts.append(near[row, one])
            ends.append(near[row, other])
            seconds.append(here[row, one] + there[row, other])
    left = _least(np.concatenate(starts), np.concatenate(ends), np.concatenate(seconds), count)
    return left, Removed(node, near, here)
