"""Made-up assignment problems, and answers to them that share no code with the solvers: all assignments, a flood."""

from __future__ import annotations

import itertools

import numpy as np
from scipy.sparse import csr_matrix

from ....core.service.assignment.problem import Limit, LimitKind, Problem


def grid(width: int, height: int) -> csr_matrix:
    """Cells of a grid, each beside those left, right, above and below."""
    n = width * height
    pairs = [(a, b) for a in range(n) for b in range(n) if abs(a // width - b // width) + abs(a % width - b % width) == 1]
    rows, columns = zip(*pairs)
    return csr_matrix((np.ones(len(pairs)), (rows, columns)), shape=(n, n))


def made(
    width: int, height: int, teams: int, seed: int, slack: int = 1, balance: float | None = None, contiguous: bool = True
) -> Problem:
    """Whole costs at random, capacities of so many units more than an equal share, workloads 1 to 9 within the balance."""
    randomness = np.random.default_rng(seed)
    n = width * height
    limits = [Limit(LimitKind.UNITS, np.ones(n, dtype=np.int64), np.zeros(teams, dtype=np.int64),
                    np.full(teams, -(-n // teams) + slack, dtype=np.int64))]
    if balance is not None:
        load = randomness.integers(1, 10, n)
        mean = load.sum() / teams
        limits.append(Limit(LimitKind.BALANCE, load, np.full(teams, int(np.ceil(mean * (1 - balance)))),
                            np.full(teams, int(mean * (1 + balance)))))
    cost = randomness.integers(1, 60, (n, teams)).astype(float)
    return Problem(cost, tuple(limits), np.full(n, -1), grid(width, height) if contiguous else None)


def flood(problem: Problem, teams) -> bool:
    """Whether every team's units hang together, by a flood over a dict."""
    beside: dict[int, set[int]] = {unit: set() for unit in range(problem.shape[0])}
    pairs = problem.neighbours.tocoo()
    for one, other in zip(pairs.row.tolist(), pairs.col.tolist()):
        beside[one].add(other)
    for team in set(teams):
        left = {unit for unit, own in enumerate(teams) if own == team}
        waiting = [left.pop()]
        while waiting:
            near = beside[waiting.pop()] & left
            left -= near
            waiting += near
        if left:
            return False
    return True


def keeps(problem: Problem, teams) -> bool:
    """Whether limits, pinned units and contiguity are kept, counted one by one."""
    for limit in problem.limits:
        for team in range(problem.shape[1]):
            carried = sum(int(limit.load[unit]) for unit, own in enumerate(teams) if own == team)
            if not limit.least[team] <= carried <= limit.most[team]:
                return False
    if any(pin >= 0 and pin != own for pin, own in zip(problem.pinned.tolist(), teams)):
        return False
    return problem.neighbours is None or flood(problem, teams)


def price(problem: Problem, teams) -> float:
    """Travel and changes, added one by one."""
    total = 0.0
    for unit, team in enumerate(teams):
        total += float(problem.cost[unit, team])
        if len(problem.former) and problem.former[unit] >= 0 and problem.former[unit] != team:
            total += problem.change_cost
    return total


def best_of_all(problem: Problem) -> float | None:
    """The least price of all assignments; None where none keeps everything."""
    n, m = problem.shape
    prices = [
        price(problem, teams) for teams in itertools.product(range(m), repeat=n) if keeps(problem, teams)
    ]
    return min(prices, default=None)
