"""A made-up county of villages for the assignment of planner teams: `python -m <package>.benchmarks.assignment`.

Seeded points, their Voronoi cells as polygons, teams at seeded places. Prints for each case: seconds of the relaxation and of
the whole, objective, bound, gap, and whether a flood that shares no code finds every area in one piece. Ends with 1 where a
case misses the goal (gap ≤ 3 %, every unit once, contiguous, within capacity).

Options: --units 6000 --teams 60 --tightness 0.85 --balance 30 (percent; 0 for none) --seeds 3
"""

from __future__ import annotations

import argparse
import sys
import time

import numpy as np

from ..core.service.assigning import is_small, places_of
from ..core.service.assignment.bound import relax
from ..core.service.assignment.exact import solve_exact
from ..core.service.assignment.problem import Limit, LimitKind, Problem, Solution
from ..core.service.assignment.search import search
from ..core.service.neighbours import Beside, units_beside
from ..core.service.units import Units

MOST_GAP = 0.03


def made_county(count: int, seed: int) -> tuple[Units, Beside]:
    """Villages as polygons (cells of seeded points) with people, and which lie beside which."""
    import shapely

    randomness = np.random.default_rng(seed)
    side = 1000.0 * count**0.5
    points = shapely.points(randomness.uniform(0, side, (count, 2)))
    codes = np.array([f"3799{number:08d}" for number in range(count)], dtype=object)
    blank = np.full(count, "", dtype=object)
    measures = {"population": randomness.integers(200, 2500, count).astype(float)}
    made = Units("made-up villages", codes, codes, blank, blank, points, measures)
    cells = units_beside(made, 1.0, 10.0, shapely.box(0, 0, side, side)).cells
    polygons = Units("made-up villages", codes, codes, blank, blank, cells, measures)
    return polygons, units_beside(polygons, 1.0, 10.0)


def made_problem(units: Units, beside: Beside, teams: int, tightness: float, balance: float, seed: int) -> Problem:
    """Straight distances in km to seeded bases; capacities of different size that are used to `tightness` in all."""
    randomness = np.random.default_rng(seed + 1000)
    n = len(units)
    bases = randomness.uniform(0, 1000.0 * n**0.5, (teams, 2))
    cost = np.hypot(*(places_of(units)[:, None] - bases[None]).transpose(2, 0, 1)) / 1000.0
    shares = randomness.uniform(0.7, 1.3, teams)
    most = np.ceil(n / tightness * shares / shares.sum()).astype(np.int64)
    nothing = np.zeros(teams, dtype=np.int64)
    limits = [Limit(LimitKind.UNITS, np.ones(n, dtype=np.int64), nothing, most)]
    if balance:
        load = units.measures["population"].astype(np.int64)
        mean = load.sum() / teams
        least = np.full(teams, int(mean * (1 - balance)), dtype=np.int64)
        limits.append(Limit(LimitKind.BALANCE, load, least, np.full(teams, int(mean * (1 + balance)), dtype=np.int64)))
    return Problem(cost, tuple(limits), np.full(n, -1), beside.matrix)


def whole(problem: Problem, teams: list[int]) -> bool:
    """Whether every team's units hang together, by a flood over sets."""
    assert problem.neighbours is not None
    beside: list[set[int]] = [set() for _ in teams]
    pairs = problem.neighbours.tocoo()
    for one, other in zip(pairs.row.tolist(), pairs.col.tolist()):
        beside[one].add(other)
    left = set(range(len(teams)))
    areas = 0
    while left:
        waiting = [left.pop()]
        areas += 1
        while waiting:
            at = waiting.pop()
            near = {other for other in beside[at] & left if teams[other] == teams[at]}
            left -= near
            waiting += near
    return areas == len(set(teams))


def within(problem: Problem, teams: list[int]) -> bool:
    """Whether all limits are kept, counted one by one."""
    for limit in problem.limits:
        carried = [0] * problem.shape[1]
        for team, load in zip(teams, limit.load.tolist()):
            carried[team] += load
        if any(not low <= load <= high for low, load, high in zip(limit.least.tolist(), carried, limit.most.tolist())):
            return False
    return True


def solved(problem: Problem) -> tuple[Solution, float, float]:
    """The answer, seconds of the relaxation, seconds of all."""
    start = time.perf_counter()
    if is_small(problem):
        return solve_exact(problem, 60.0), 0.0, time.perf_counter() - start
    relaxed = relax(problem)
    middle = time.perf_counter() - start
    return search(problem, relaxed=relaxed), middle, time.perf_counter() - start


def main() -> int:
    """The table on standard output."""
    parser = argparse.ArgumentParser(description="planner teams on a made-up county")
    for name, default in (("units", 6000), ("teams", 60), ("seeds", 3)):
        parser.add_argument(f"--{name}", type=int, default=default)
    for name, default in (("tightness", 0.85), ("balance", 30.0)):
        parser.add_argument(f"--{name}", type=float, default=default)
    asked = parser.parse_args()
    missed = 0
    print(f"{'seed':>4}{'beside s':>10}{'bound s':>9}{'all s':>8}{'objective':>13}{'bound':>13}{'gap %':>8}  whole within")
    for seed in range(1, asked.seeds + 1):
        start = time.perf_counter()
        units, beside = made_county(asked.units, seed)
        ground = time.perf_counter() - start
        problem = made_problem(units, beside, asked.teams, asked.tightness, asked.balance / 100, seed)
        found, bound_seconds, seconds = solved(problem)
        teams = found.teams.tolist()
        good = whole(problem, teams), within(problem, teams)
        missed += not all(good) or found.gap > MOST_GAP
        print(
            f"{seed:4}{ground:10.1f}{bound_seconds:9.1f}{seconds:8.1f}{found.value:13.3f}{found.bound:13.3f}"
            f"{100 * found.gap:8.3f}  {good[0]!s:5} {good[1]!s:5}", flush=True,
        )
    print(f"{missed} cases missed the goal")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
