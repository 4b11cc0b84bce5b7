"""The optimisers against all assignments, an independent flood, and bounds that must stay below."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from ....core.errors import Cancelled, InputError
from ....core.service.assignment.bound import relax
from ....core.service.assignment.exact import solve_exact, solve_fewest_changes
from ....core.service.assignment.problem import require_possible
from ....core.service.assignment.search import search
from .made_problems import best_of_all, flood, grid, keeps, made, price

WORDS = [f"U{n}" for n in range(100)]


def near_bases(problem, width: int):
    """The problem with distances on the grid to bases spread over it, in place of costs at random."""
    n, m = problem.shape
    places = np.array([divmod(unit, width) for unit in range(n)], dtype=float)
    bases = places[np.linspace(0, n - 1, m).astype(int)]
    return replace(problem, cost=np.hypot(*(places[:, None] - bases[None]).transpose(2, 0, 1)))


def solved(problem):
    """The exact answer, None where there is said to be none."""
    try:
        return solve_exact(problem, 30)
    except InputError:
        return None


@settings(max_examples=16, deadline=None, derandomize=True)
@given(
    seed=st.integers(0, 10_000), shape=st.sampled_from([(2, 2), (3, 2), (4, 2)]), teams=st.integers(2, 3),
    balance=st.sampled_from([None, 0.6]), contiguous=st.booleans(), pins=st.booleans(), change=st.sampled_from([0.0, 7.0]),
)
def test_the_exact_answer_is_the_best_of_all(seed, shape, teams, balance, contiguous, pins, change) -> None:
    problem = made(*shape, teams, seed, balance=balance, contiguous=contiguous)
    n = problem.shape[0]
    randomness = np.random.default_rng(seed)
    former = randomness.integers(-1, teams, n)
    pinned = np.full(n, -1)
    if pins:
        pinned[randomness.integers(n)] = randomness.integers(teams)
    problem = replace(problem, former=former, change_cost=change, pinned=pinned)
    best, found = best_of_all(problem), solved(problem)
    if best is None:
        assert found is None
        return
    assert found is not None and found.proven
    teams_of = found.teams.tolist()
    assert keeps(problem, teams_of)
    assert price(problem, teams_of) == pytest.approx(best, abs=1e-9) and found.value == pytest.approx(best, abs=1e-9)
    assert relax(problem).value <= best + 1e-6


def test_fewest_changes_come_before_travel() -> None:
    for seed in range(6):
        problem = made(4, 2, 2, seed, slack=0)
        problem = replace(problem, former=np.array([0, 0, 0, 0, 0, 1, 1, 1]))
        by_changes = best_of_all(replace(problem, cost=np.zeros((8, 2)), change_cost=1.0))
        found = solve_fewest_changes(problem, 30)
        assert problem.changes(found.teams) == by_changes == found.changes_bound
        allowed = [
            price(problem, teams) for teams in every(8, 2)
            if keeps(problem, teams) and problem.changes(np.array(teams)) == by_changes
        ]
        assert found.value == pytest.approx(min(allowed))


def every(n: int, m: int):
    import itertools

    return itertools.product(range(m), repeat=n)


@pytest.mark.parametrize("seed", range(4))
def test_the_search_keeps_everything_and_its_bound_is_below_the_optimum(seed: int) -> None:
    problem = near_bases(made(5, 4, 3, seed, slack=1, balance=0.5), 5)
    found = search(problem, seed=3)
    assert keeps(problem, found.teams.tolist())
    assert found.value == pytest.approx(price(problem, found.teams.tolist()))
    exact = solve_exact(problem, 20)
    assert found.bound <= exact.value + 1e-6 and exact.bound <= exact.value <= found.value + 1e-9
    assert flood(problem, exact.teams.tolist())


def test_the_same_seed_gives_the_same_areas() -> None:
    problem = near_bases(made(21, 20, 8, 5, slack=6), 21)
    first, second = search(problem, seed=7), search(problem, seed=7)
    assert (first.teams == second.teams).all() and first.gap < 0.03
    assert keeps(problem, first.teams.tolist())


def test_what_is_lacking_is_said() -> None:
    problem = made(4, 2, 2, 1)
    short = replace(problem.limits[0], most=np.array([3, 3]))
    with pytest.raises(InputError, match=r"6.* 8.* 2 are lacking"):
        require_possible(replace(problem, limits=(short,)), WORDS, ["A", "B"])
    far = problem.cost.copy()
    far[2] = np.inf
    with pytest.raises(InputError, match="U2"):
        require_possible(replace(problem, cost=far), WORDS, ["A", "B"])
    # The sums are enough, but only team A reaches five of the units.
    near = problem.cost.copy()
    near[:5, 1] = np.inf
    tight = replace(problem.limits[0], most=np.array([4, 4]))
    with pytest.raises(InputError, match="give way by 1 in all"):
        relax(replace(problem, cost=near, limits=(tight,)))
    pinned = replace(problem, pinned=np.zeros(8, dtype=np.int64))
    with pytest.raises(InputError, match="team A exceed what it takes by 3"):
        require_possible(pinned, WORDS, ["A", "B"])


def test_pins_that_lie_apart_are_refused() -> None:
    problem = made(3, 1, 2, 1)
    problem = replace(problem, pinned=np.array([0, 1, 0]))
    with pytest.raises(InputError):
        solve_exact(problem, 10)
    assert best_of_all(problem) is None


def test_who_cancels_is_heard() -> None:
    def cancel(fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        search(made(6, 5, 4, 1), progress=cancel)


def test_without_contiguity_the_transport_optimum_is_reached() -> None:
    problem = made(10, 4, 5, 2, contiguous=False)
    found = solve_exact(problem, 20)
    assert found.proven and keeps(problem, found.teams.tolist())
    assert found.value == pytest.approx(relax(problem).value)


def test_a_grid_is_a_grid() -> None:
    assert grid(3, 2).sum() == 2 * 7
