"""Times on the smaller graph, against Bellman and Ford on the whole one."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given, settings, strategies as st
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from ....core.service.network.contraction import contracted


@st.composite
def graphs(draw):
    """Nodes, arcs with whole seconds (one of each pair of nodes), and nodes that stay."""
    count = draw(st.integers(1, 24))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    arcs = draw(st.dictionaries(ends.filter(lambda pair: pair[0] != pair[1]), st.integers(1, 50), max_size=48))
    stay = draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=3, unique=True))
    return count, arcs, sorted(stay)


def relaxed(count, arcs, start):
    """Seconds from `start` by relaxing all arcs as often as there are nodes."""
    times = [math.inf] * count
    times[start] = 0
    for _ in range(count):
        for (one, other), seconds in arcs.items():
            times[other] = min(times[other], times[one] + seconds)
    return times


def through(count, arcs, stay):
    pairs = list(arcs)
    starts, ends = ([pair[side] for pair in pairs] for side in (0, 1))
    whole = csr_matrix(([float(arcs[pair]) for pair in pairs], (starts, ends)), shape=(count, count))
    small = contracted(whole, np.array(stay))
    return small, small.expanded(dijkstra(small.arcs, indices=small.number[stay]).reshape(len(stay), -1))


@settings(max_examples=200, deadline=None)
@given(graphs())
def test_times_are_those_of_the_whole_graph(graph) -> None:
    count, arcs, stay = graph
    small, times = through(count, arcs, stay)
    assert times.tolist() == [relaxed(count, arcs, start) for start in stay]
    assert set(stay) <= set(small.kept.tolist())


def test_a_street_with_dead_ends_is_one_arc() -> None:
    """0 - 1 - 2 - … - 20, a dead end at each, from one end: what is left is next to nothing."""
    arcs = {}
    for place in range(20):
        arcs[place, place + 1] = arcs[place + 1, place] = 7
        arcs[place, 30 + place] = arcs[30 + place, place] = 3
    small, times = through(60, arcs, [0])
    assert len(small.kept) < 6
    assert times[0, :21].tolist() == [7.0 * place for place in range(21)]
    assert times[0, 30:50].tolist() == [7.0 * place + 3 for place in range(20)]
    assert np.isinf(times[0, 50:]).all()
