"""Choosing bases against all choices on small cases."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from ....core.errors import InputError
from ....core.service.assignment.siting import choose_bases, choose_capacitated


def distances(n: int, seed: int) -> np.ndarray:
    places = np.random.default_rng(seed).uniform(0, 100, (n, 2))
    return np.floor(np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)))


@pytest.mark.parametrize(("n", "p", "seed"), [(9, 1, 1), (10, 3, 2), (12, 4, 3), (11, 11, 4), (14, 5, 5)])
def test_the_bases_are_the_best_of_all(n: int, p: int, seed: int) -> None:
    cost = distances(n, seed)
    best = min(cost[:, list(bases)].min(axis=1).sum() for bases in itertools.combinations(range(n), p))
    found = choose_bases(cost, p, 30)
    assert found.value == best and found.proven and len(found.bases) == p
    assert cost[np.arange(n), found.served_by].sum() == best and set(found.served_by) <= set(found.bases)


@pytest.mark.parametrize("seed", range(4))
def test_capacities_are_kept_at_the_least_travel(seed: int) -> None:
    n, p = 7, 2
    cost, demand = distances(n, seed), np.random.default_rng(seed).integers(1, 9, n)
    capacity = np.full(n, int(demand.sum() * 0.62))
    best = np.inf
    for bases in itertools.combinations(range(n), p):
        for served in itertools.product(bases, repeat=n):
            loads = [sum(int(demand[u]) for u in range(n) if served[u] == base) for base in bases]
            if max(loads) <= capacity[0]:
                best = min(best, sum(cost[u, base] for u, base in enumerate(served)))
    found = choose_capacitated(cost, demand, capacity, p, 30)
    assert found.value == best and found.proven
    assert all(demand[found.served_by == base].sum() <= capacity[0] for base in found.bases)


def test_what_is_lacking_is_said() -> None:
    cost = distances(5, 1)
    with pytest.raises(InputError, match="2 are lacking"):
        choose_capacitated(cost, np.full(5, 4), np.full(5, 9), 2)
    with pytest.raises(InputError, match="6 bases"):
        choose_bases(cost, 6)
