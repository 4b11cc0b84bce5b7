"""Small cases to the proven optimum: a mixed-integer programme (HiGHS) whose contiguity is cut in as it is violated.

Each round solves, looks for areas in several parts (scipy.sparse.csgraph) and adds the separators that forbid them. Pairs
that would lift the bound over the best assignment known are left out from the start (reduced-cost fixing), so most rounds
are small. Where time ends first, the best assignment stands with the bound that was reached.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix, vstack

from ...errors import InputError
from ...progress import Progress, no_progress, part_of
from ...sentence import translate
from .bound import Relaxed, relax, rows_of
from .problem import Problem, Solution, is_contiguous, parts_of, violation
from .search import Clock, improve, join_parts, mend, search
from .territory import Territory

MOST_UNITS = 200
MOST_TEAMS = 25
ROUNDS = 400
FIRST_GAP = 0.01
MOST_OWNERS = 3
ENDS_A_CUT = 3
"""So many units on either side of a separator get a cut of their own."""


def solve_exact(
    problem: Problem,
    seconds: float | None = 60.0,
    seed: int = 1,
    progress: Progress = no_progress,
    start: np.ndarray | None = None,
) -> Solution:
    """The optimum with its proof, or the best assignment within `seconds` and the bound reached.

    `start` int64 (n,): an assignment that keeps all limits, if one is known. InputError where there is no assignment, or
    none was found in time.
    """
    clock = Clock(seconds)
    relaxed = relax(problem, part_of(progress, 0.0, 0.1))
    best, failure = _start(problem, relaxed, seed, clock, start, part_of(progress, 0.1, 0.2))
    rounds = _Rounds(problem, relaxed, best, clock, seed)
    solution = rounds.run(part_of(progress, 0.2, 1.0))
    if solution is not None:
        return solution
    if rounds.impossible or failure is None:
        raise InputError(
            translate(
                "LandLedger",
                "No assignment keeps limits, pinned units and contiguity together. Raise capacities, widen the balance, unpin "
                "units, or do without contiguity.",
            )
        )
    raise failure


def solve_fewest_changes(
    problem: Problem, seconds: float | None = 60.0, seed: int = 1, progress: Progress = no_progress
) -> Solution:
    """First as few changes of today's assignment as possible, then the least travel with so many changes."""
    clock = Clock(seconds)
    half = None if seconds is None else seconds / 2
    fewest = solve_exact(problem.by_changes(), half, seed, part_of(progress, 0.0, 0.5))
    bounded = replace(problem, change_cost=0.0, most_changes=round(fewest.value))
    left = None if seconds is None else max(1.0, clock.left())
    found = solve_exact(bounded, left, seed, part_of(progress, 0.5, 1.0), start=fewest.teams)
    return replace(
        found,
        seconds_up=found.seconds_up or fewest.seconds_up,
        rounds=found.rounds + fewest.rounds,
        cuts=found.cuts + fewest.cuts,
        changes_bound=int(np.ceil(fewest.bound - 1e-6)),
    )


def _start(
    problem: Problem, relaxed: Relaxed, seed: int, clock: Clock, start: np.ndarray | None, progress: Progress
) -> tuple[np.ndarray | None, InputError | None]:
    """The assignment to begin with, or why the search found none."""
    if start is not None or problem.most_changes is not None:
        return start, None
    try:
        return search(problem, seed, clock.left() / 4, progress, relaxed).teams, None
    except InputError as failure:
        return None, failure


class _Rounds:
    """Solving and cutting until the areas are whole or the time is over."""

    def __init__(
        self, problem: Problem, relaxed: Relaxed, best: np.ndarray | None, clock: Clock, seed: int
    ) -> None:
        self.problem, self.relaxed, self.clock, self.seed = problem, relaxed, clock, seed
        self.best = best
        self.bound = relaxed.value
        self.cuts: list[tuple[int, int, int, tuple[int, ...]]] = []
        self.known: set[tuple[int, int, int, tuple[int, ...]]] = set()
        self.rounds = 0
        self.impossible = False
        # Early rounds only look for separators: they need no proof of their own.
        self.wanted = FIRST_GAP if problem.neighbours is not None else 0.0

    @property
    def value(self) -> float:
        """The best value so far."""
        return float("inf") if self.best is None else self.problem.value(self.best)

    def run(self, progress: Progress) -> Solution | None:
        """The best assignment with its bound; None where there is none."""
        while self.rounds < ROUNDS and not self.clock.up and self._open():
            progress(1 - 1 / (1 + self.rounds / 5))
            if not self._round():
                break
        progress(1.0)
        return self._solution()

    def _open(self) -> bool:
        value = self.value
        return not np.isfinite(value) or not value - self.bound <= 1e-9 * max(1.0, abs(value))

    def _solution(self) -> Solution | None:
        if self.best is None:
            return None
        open_still = self._open()
        return Solution(
            self.best, self.value, min(self.bound, self.value), "exact", open_still and self.clock.up, self.rounds,
            len(self.cuts),
        )

    def _round(self) -> bool:
        """One solve; whether to go on."""
        self.rounds += 1
        kept = self._kept()
        unit, team = np.nonzero(kept)
        if self.cuts and self.best is not None:
            unit, team = self._tightened(unit, team)
        found, scale = self._solve(unit, team)
        if found.status == 2:
            self.impossible = self.best is None
            self.bound = self.value
            return False
        dual = getattr(found, "mip_dual_bound", None)
        if dual is not None and np.isfinite(dual):
            self.bound = max(self.bound, min(float(dual) / scale, self.value))
        if found.x is None:
            return False
        teams = np.zeros(self.problem.shape[0], dtype=np.int64)
        chosen = found.x > 0.5
        teams[unit[chosen]] = team[chosen]
        whole = is_contiguous(self.problem, teams)
        if whole:
            self._offer(teams)
            if self.wanted > 0:
                self.wanted = 0.0 if self.wanted < 1e-4 else self.wanted / 10
                return True
            if found.status == 0:
                self.bound = self.value
            return False
        self._mended(teams)
        return self._cut(teams, kept)

    def _kept(self) -> np.ndarray:
        """bool (n, m): pairs an assignment better than the best may use."""
        value = self.value
        room = value - self.relaxed.value + 1e-7 * max(1.0, abs(value)) if np.isfinite(value) else np.inf
        kept = np.isfinite(self.problem.full_cost) & (self.relaxed.reduced <= room)
        if self.best is not None:
            kept[np.arange(len(self.best)), self.best] = True
        return kept

    def _tightened(self, unit: np.ndarray, team: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The pairs that the relaxation with all cuts so far leaves; the others can't be in anything better."""
        price, constraints, scale = self._programme(unit, team)
        once, *limits = constraints
        wide = vstack([each.A for each in limits]).tocsr() if limits else None
        right = np.concatenate([each.ub for each in limits]) if limits else None
        found = linprog(price, wide, right, once.A, np.ones(self.problem.shape[0]), bounds=(0, None), method="highs-ds")
        if found.x is None:
            return unit, team
        value = self.value * scale
        stays = found.fun + found.lower.marginals <= value + 1e-7 * max(1.0, abs(value))
        stays |= self.best[unit] == team  # type: ignore[index]
        return unit[stays], team[stays]

    def _solve(self, unit: np.ndarray, team: np.ndarray) -> tuple[Any, float]:
        price, constraints, scale = self._programme(unit, team)
        options = {"mip_rel_gap": self.wanted, "time_limit": max(0.1, min(self.clock.left(), 1e6))}
        kinds = np.ones(len(unit))
        return milp(price, constraints=constraints, integrality=kinds, bounds=Bounds(0, 1), options=options), scale

    def _programme(self, unit: np.ndarray, team: np.ndarray) -> tuple[np.ndarray, list[LinearConstraint], float]:
        """Prices, constraints (each unit once, then limits and cuts) over the pairs, and what prices were scaled by."""
        problem, k = self.problem, len(unit)
        scale = 1e3 / max(1e-12, abs(self.relaxed.value), float(np.abs(problem.full_cost[unit, team]).max()))
        once = csr_matrix((np.ones(k), (unit, np.arange(k))), shape=(problem.shape[0], k))
        rows, right = rows_of(problem, unit, team)
        constraints = [LinearConstraint(once, 1, 1)]
        if len(right):
            constraints.append(LinearConstraint(rows, -np.inf, right))
        if self.cuts:
            cuts, most = self._cut_rows(unit, team)
            constraints.append(LinearConstraint(cuts, -np.inf, most))
        return problem.full_cost[unit, team] * scale, constraints, scale

    def _cut_rows(self, unit: np.ndarray, team: np.ndarray) -> tuple[csr_matrix, np.ndarray]:
        """x_a + x_b − Σ x_separator ≤ 1 over the pairs kept; a pair left out is nothing."""
        n, m = self.problem.shape
        place = np.full((n, m), -1)
        place[unit, team] = np.arange(len(unit))
        parts = []
        for one, other, owner, between in self.cuts:
            ends = [place[one, owner], place[other, owner]]
            if min(ends) < 0:
                continue
            middle = [at for at in place[list(between), owner].tolist() if at >= 0]
            values = [1.0, 1.0, *[-1.0] * len(middle)]
            columns = [*ends, *middle]
            parts.append(csr_matrix((values, ([0] * len(columns), columns)), shape=(1, len(unit))))
        if not parts:
            return csr_matrix((0, len(unit))), np.empty(0)
        return vstack(parts).tocsr(), np.ones(len(parts))

    def _cut(self, teams: np.ndarray, kept: np.ndarray) -> bool:
        """Separators for each area in several parts, for every team that could repeat it; whether one is new."""
        problem = self.problem
        if problem.neighbours is None:
            return False
        before = len(self.cuts)
        _, labels = parts_of(problem.neighbours, teams)
        for team in np.unique(teams).tolist():
            own = labels[teams == team]
            found, sizes = np.unique(own, return_counts=True)
            if len(found) < 2:
                continue
            pinned = set(labels[(teams == team) & (problem.pinned >= 0)].tolist())
            main = max(zip(found.tolist(), sizes.tolist()), key=lambda each: (each[0] in pinned, each[1]))[0]
            for part in found.tolist():
                if part != main:
                    self._separate(np.flatnonzero(labels == part), np.flatnonzero(labels == main), team, kept)
        return len(self.cuts) > before

    def _separate(self, part: np.ndarray, main: np.ndarray, team: int, kept: np.ndarray) -> None:
        for inner, outer in ((part, main), (main, part)):
            between = separator(self.problem.neighbours, inner, outer)
            for one in self._ends(inner, team):
                for other in self._ends(outer, team):
                    owners = np.flatnonzero(kept[one] & kept[other]).tolist()
                    for owner in owners if len(owners) <= MOST_OWNERS else [team]:
                        cut = (min(one, other), max(one, other), owner, between)
                        if cut not in self.known:
                            self.known.add(cut)
                            self.cuts.append(cut)

    def _ends(self, units: np.ndarray, team: int) -> list[int]:
        """Units of a part that cuts are made for: pinned ones alone if there are, else the cheapest for the team."""
        pinned = units[self.problem.pinned[units] == team]
        if len(pinned):
            return pinned[:1].tolist()
        order = np.argsort(self.problem.full_cost[units, team], kind="stable")
        return units[order[:ENDS_A_CUT]].tolist()

    def _mended(self, teams: np.ndarray) -> None:
        """The assignment made contiguous, as a candidate."""
        if self.problem.most_changes is not None:
            return
        territory = Territory(self.problem, teams)
        join_parts(territory, self.relaxed)
        if (territory.teams() < 0).any():
            return
        randomness = np.random.default_rng(self.seed)
        mend(territory, randomness)
        if territory.excess_all() > 0:
            return
        improve(territory, randomness, self.clock)
        self._offer(territory.teams())

    def _offer(self, teams: np.ndarray) -> None:
        """Take the assignment if it is better than the best and keeps everything."""
        fine = violation(self.problem, teams) == 0 and is_contiguous(self.problem, teams)
        most = self.problem.most_changes
        if fine and (most is None or self.problem.changes(teams) <= most) and self.problem.value(teams) < self.value:
            self.best = teams


def separator(neighbours: csr_matrix, inner: np.ndarray, outer: np.ndarray) -> tuple[int, ...]:
    """Units beside `inner` that every way from there to `outer` passes, none of them needlessly."""
    indptr, indices = neighbours.indptr, neighbours.indices
    inside = set(inner.tolist())
    ring = {int(o) for u in inside for o in indices[indptr[u] : indptr[u + 1]]} - inside
    reached, waiting, between = set(outer.tolist()), deque(outer.tolist()), set()
    while waiting:
        at = waiting.popleft()
        for other in indices[indptr[at] : indptr[at + 1]].tolist():
            if other in ring:
                between.add(other)
            elif other not in reached and other not in inside:
                reached.add(other)
                waiting.append(other)
    return tuple(sorted(between))
