"""The graph: links between junctions with their seconds, places on it, shortest times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra

from ...progress import Progress, no_progress
from .contraction import contracted
from .junctions import Junctions
from .strands import Strands, foot_on, with_points

SECONDS_PER_METRE = 3.6
"""At 1 km/h."""

AT_ONCE = 4_000_000
"""Times held at once while many starts are computed: starts × nodes."""

NOWHERE = -1


@dataclass(frozen=True)
class Ways:
    """What the graph needs of each road (r,): `kmh` float64, > 0; whether it may be driven `forward` and `backward` along its
    line; `open` bool: whether places lie on it (nobody gets onto a motorway from the field beside it)."""

    kmh: np.ndarray
    forward: np.ndarray
    backward: np.ndarray
    open: np.ndarray


@dataclass(frozen=True)
class Access:
    """The way from places (k,) to the road: `metres` float64 straight to the nearest open road, inf where there is none
    within the limit; `xy` (k, 2) the place on it; `node` int64, NOWHERE where there is none; `road` its row."""

    metres: np.ndarray
    xy: np.ndarray
    node: np.ndarray
    road: np.ndarray


@dataclass(frozen=True)
class Network:
    """Links between nodes.

    `first` and `last` int64 (l,): the link's vertices in `strands`; `start`, `end` int64 (l,) its nodes; `length` metres;
    `pace` seconds a metre; `forward`, `backward`, `open` as in Ways; `road` row of the road. `nodes` counts the nodes.
    """

    strands: Strands
    first: np.ndarray
    last: np.ndarray
    start: np.ndarray
    end: np.ndarray
    length: np.ndarray
    pace: np.ndarray
    forward: np.ndarray
    backward: np.ndarray
    open: np.ndarray
    road: np.ndarray
    nodes: int

    @cached_property
    def measure(self) -> np.ndarray:
        """That of the strands."""
        return self.strands.measure

    @cached_property
    def lines(self) -> np.ndarray:
        """object (l,): the links as lines."""
        return self.cut(np.arange(len(self.first)), np.zeros(len(self.first)), self.length)

    @cached_property
    def arcs(self) -> csr_matrix:
        """Seconds from node to node (nodes, nodes), of several links the fastest."""
        seconds = self.length * self.pace
        start = np.concatenate([self.start[self.forward], self.end[self.backward]])
        end = np.concatenate([self.end[self.forward], self.start[self.backward]])
        cost = np.concatenate([seconds[self.forward], seconds[self.backward]])
        order = np.lexsort((cost, end, start))
        start, end, cost = start[order], end[order], cost[order]
        best = np.ones(len(start), dtype=bool)
        best[1:] = (start[1:] != start[:-1]) | (end[1:] != end[:-1])
        best &= start != end
        return csr_matrix((cost[best], (start[best], end[best])), shape=(self.nodes, self.nodes))

    @cached_property
    def island(self) -> np.ndarray:
        """int64 (nodes,): the connected part each node lies in, whatever the direction; 0 is the longest."""
        _, part = connected_components(self._undirected, directed=False)
        order = np.argsort(-np.bincount(part[self.start], weights=self.length, minlength=part.max() + 1), kind="stable")
        return np.asarray(np.argsort(order)[part], dtype=np.int64)

    @property
    def _undirected(self) -> csr_matrix:
        ones = np.ones(len(self.start), dtype=np.int8)
        return csr_matrix((ones, (self.start, self.end)), shape=(self.nodes, self.nodes))

    def cut(self, link: np.ndarray, from_metre: np.ndarray, to_metre: np.ndarray) -> np.ndarray:
        """object (k,): parts of links as lines, from and to metres (k,) along each, from < to."""
        if not len(link):
            return np.empty(0, dtype=object)
        measure, xy = self.measure, self.strands.xy
        first, last = self.first[link], self.last[link]
        begin, finish = measure[first] + from_metre, measure[first] + to_metre
        low = np.clip(np.searchsorted(measure, begin, side="right"), first + 1, last)
        high = np.clip(np.searchsorted(measure, finish, side="left"), low, last)
        inner = high - low
        which = np.repeat(np.arange(len(link)), inner + 2)
        place = np.arange(len(which)) - np.repeat(np.cumsum(inner + 2) - inner - 2, inner + 2)
        vertex = np.clip(low[which] + place - 1, 0, len(xy) - 1)
        points = xy[vertex]
        points[place == 0] = _between(xy, measure, low, begin)
        points[place == inner[which] + 1] = _between(xy, measure, high, finish)
        return shapely.linestrings(points, indices=which)


def _between(xy: np.ndarray, measure: np.ndarray, after: np.ndarray, metre: np.ndarray) -> np.ndarray:
    """Places (k, 2) at `metre` (k,), on the segments that end in the vertices `after`."""
    length = measure[after] - measure[after - 1]
    share = np.clip((metre - measure[after - 1]) / length, 0.0, 1.0)[:, None]
    return np.asarray(np.where(share == 1.0, xy[after], xy[after - 1] + (xy[after] - xy[after - 1]) * share))


def network_of(
    junctions: Junctions, ways: Ways, places: np.ndarray, most: float = np.inf
) -> tuple[Network, Access]:
    """The graph with a node for each of `places` (k, 2) (NaN: none) that has an open road within `most` metres, whose link
    is cut there."""
    strands = junctions.strands
    strand, metres = _nearest(strands, ways, places, most)
    found = np.flatnonzero(strand >= 0)
    segment, at, xy = foot_on(strands, strands.measure, strand[found], places[found])
    inserted = with_points(strands, segment, at, xy)
    label = np.arange(len(inserted.strands.xy)) + int(junctions.label.max(initial=0)) + 1
    label[inserted.moved] = junctions.label
    node = np.zeros(len(label), dtype=bool)
    node[inserted.moved] = junctions.node
    node[inserted.vertex] = True
    network, number = _links(inserted.strands, label, node, ways)
    access = Access(
        np.full(len(places), np.inf), np.full((len(places), 2), np.nan), np.full(len(places), NOWHERE), np.full(len(places), NOWHERE)
    )
    access.metres[found] = metres[found]
    access.xy[found] = inserted.strands.xy[inserted.vertex]
    access.node[found] = number[inserted.vertex]
    access.road[found] = strands.road[strand[found]]
    return network, access


def _nearest(strands: Strands, ways: Ways, places: np.ndarray, most: float) -> tuple[np.ndarray, np.ndarray]:
    """The nearest open strand of each place (k,), NOWHERE without one, and the metres to it; of equal ones the first."""
    strand, metres = np.full(len(places), NOWHERE), np.full(len(places), np.inf)
    usable = np.flatnonzero(ways.open[strands.road])
    known = np.flatnonzero(np.isfinite(places).all(axis=1))
    if not len(usable) or not len(known):
        return strand, metres
    tree = shapely.STRtree(strands.lines()[usable])
    points = shapely.points(places[known])
    limit = most if np.isfinite(most) else None
    (row, which), distance = tree.query_nearest(points, max_distance=limit, return_distance=True, all_matches=True)
    order = np.lexsort((which, distance, row))
    first = np.unique(row[order], return_index=True)[1]
    chosen = order[first]
    within = chosen[distance[chosen] <= most]
    strand[known[row[within]]] = usable[which[within]]
    metres[known[row[within]]] = distance[within]
    return strand, metres


def _links(strands: Strands, label: np.ndarray, node: np.ndarray, ways: Ways) -> tuple[Network, np.ndarray]:
    """The graph of strands cut at the vertices that are `node` (v,), and the node of each vertex, NOWHERE for the others."""
    cuts = np.flatnonzero(node)
    number = np.full(len(label), NOWHERE)
    names, number[cuts] = np.unique(label[cuts], return_inverse=True)
    strand = strands.strand[cuts]
    whole = np.flatnonzero(strand[1:] == strand[:-1])
    first, last = cuts[whole], cuts[whole + 1]
    measure, road = strands.measure, strands.road[strand[whole]]
    return Network(
        strands, first, last, number[first], number[last], measure[last] - measure[first],
        SECONDS_PER_METRE / ways.kmh[road], ways.forward[road], ways.backward[road], ways.open[road], road, len(names),
    ), number


def times_from(
    network: Network, nodes: np.ndarray, progress: Progress = no_progress
) -> Iterator[tuple[slice, np.ndarray]]:
    """Shortest seconds float64 (c, nodes) to all nodes from `nodes` (o,), some starts at a time, with the slice they are.

    inf: no way there; so is everything from NOWHERE.
    """
    starts = np.unique(nodes[nodes >= 0])
    small = contracted(network.arcs, starts)
    many = max(1, AT_ONCE // max(network.nodes, 1))
    for begin in range(0, len(nodes), many):
        progress(begin / len(nodes))
        part = slice(begin, min(begin + many, len(nodes)))
        times = np.full((part.stop - part.start, network.nodes), np.inf)
        there = np.flatnonzero(nodes[part] >= 0)
        if len(there):
            times[there] = small.expanded(dijkstra(small.arcs, directed=True, indices=small.number[nodes[part][there]]))
        yield part, times
    progress(1.0)
