"""Coupled matching: a lot's three indicators are drawn together, in proportion of what it has left.

A draw is counted in steps of the lot's leading indicator (quantity, else paddy, else capacity); the others follow. The
programme is solved in fractions of steps; whole amounts are made by the largest remainder, lot by lot, and what a project
then lacks is put right by single steps. So values are exact as drawn, bounds are those of the fractional programme, and the
gap between both is printed.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator

import numpy as np
import scipy.sparse

from ...progress import Progress
from ...rounding import largest_remainder
from .opening import FewestLots
from .stages import Aim, Programme, Stage
from .transport import Answer, Problem

_NOTHING = 1e-7
_NUDGES = 64
"""Single steps that are tried for one indicator of one project."""


class Bundles:
    """The programme of a problem: columns are leading steps (project, lot) and shortfalls (project, indicator)."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        left = problem.left
        self.lead = np.where(left[:, 0] > 0, 0, np.where(left[:, 1] > 0, 1, 2))
        self.steps = left[np.arange(len(left)), self.lead]
        self.ratio = left / np.maximum(self.steps, 1)[:, None]
        wants = (problem.need[:, None, :] > 0) & (left[None] > 0)
        self.pairs = np.argwhere(problem.may & wants.any(axis=2))
        self.short = np.argwhere(problem.need > 0)
        self.programme = self._programme()

    def _programme(self) -> Programme:
        need, projects, lots = self.problem.need, len(self.problem.need), len(self.problem.left)
        pairs, short, count = self.pairs, self.short, len(self.pairs)
        place = np.arange(count)
        row_of_need = np.full((projects, 3), -1, dtype=np.int64)
        row_of_need[tuple(short.T)] = np.arange(len(short))
        rows, columns, entries = [len(short) + pairs[:, 1]], [place], [np.ones(count)]
        for indicator in range(3):
            row, given = row_of_need[pairs[:, 0], indicator], self.ratio[pairs[:, 1], indicator]
            own = (row >= 0) & (given > 0)
            rows.append(row[own])
            columns.append(place[own])
            entries.append(-given[own])
        rows.append(np.arange(len(short)))
        columns.append(count + np.arange(len(short)))
        entries.append(-np.ones(len(short)))
        matrix = scipy.sparse.csr_matrix(
            (np.concatenate(entries), (np.concatenate(rows), np.concatenate(columns))),
            shape=(len(short) + lots, count + len(short)),
        )
        needs = need[tuple(short.T)]
        right = np.concatenate([-needs, self.steps]).astype(np.float64)
        upper = np.concatenate([self.steps[pairs[:, 1]], needs])
        return Programme(matrix, right, upper, whole=False)

    def solve(self, progress: Progress) -> Answer:
        """All stages; `progress` is told between them and may cancel."""
        if not len(self.pairs):
            return Answer(np.zeros((*self.problem.may.shape, 3), dtype=np.int64), [])
        costs = dict(self._aims())
        for number, aim in enumerate((*costs, Aim.LOTS, Aim.CODE)):
            if aim is Aim.LOTS:
                self._fewest_lots()
            elif aim is Aim.CODE:
                self.programme.minimise(aim, self._of_pairs(self.pairs[:, 1]))
            elif aim is not Aim.PRIORITY or any(stage.value > _NOTHING for stage in self.programme.stages):
                self.programme.minimise(aim, *costs[aim])
            progress((number + 1) / (len(costs) + 3))
        drawn = Rounding(self).drawn
        return Answer(drawn, list(self._exact_stages(costs, drawn)))

    def _aims(self) -> Iterator[tuple[Aim, tuple[np.ndarray, float]]]:
        """Costs of the linear aims over the columns, and what is added to each."""
        need, count = self.problem.need, len(self.pairs)
        none = np.zeros(count)
        for aim, indicator in ((Aim.SHORT_QUANTITY, 0), (Aim.SHORT_PADDY, 1), (Aim.SHORT_CAPACITY, 2)):
            yield aim, (np.concatenate([none, self.short[:, 1] == indicator]), 0.0)
        weight = len(need) - self.short[:, 0]
        yield Aim.PRIORITY, (np.concatenate([none, weight]), 0.0)
        for aim, indicator in ((Aim.WASTE_PADDY, 1), (Aim.WASTE_CAPACITY, 2), (Aim.WASTE_QUANTITY, 0)):
            over = np.concatenate([self.ratio[self.pairs[:, 1], indicator], self.short[:, 1] == indicator])
            yield aim, (over.astype(np.float64), -float(need[:, indicator].sum()))
        elsewhere = self.problem.other[tuple(self.pairs.T)]
        yield Aim.OTHER_COUNTY, (self._of_pairs(np.where(elsewhere, self.ratio[self.pairs[:, 1]].sum(axis=1), 0)), 0.0)
        yield Aim.ORDER, (self._of_pairs(self.problem.rank[self.pairs[:, 1]]), 0.0)

    def _of_pairs(self, cost: np.ndarray) -> np.ndarray:
        return np.concatenate([np.asarray(cost, dtype=np.float64), np.zeros(len(self.short))])

    def _fewest_lots(self) -> None:
        started = time.perf_counter()
        lot = self.pairs[:, 1]
        caps = lot, self.steps.astype(np.float64)
        used, bound = FewestLots(self.programme, lot, np.arange(len(lot)), caps, len(self.steps)).solve()
        self.programme.close(np.flatnonzero(~used[lot]))
        self.programme.stages.append(Stage(Aim.LOTS, float(used.sum()), bound, time.perf_counter() - started))

    def _exact_stages(self, costs: dict[Aim, tuple[np.ndarray, float]], drawn: np.ndarray) -> Iterator[Stage]:
        """The stages with the values of the whole amounts beside the bounds of the fractional programme."""
        need = self.problem.need
        over = drawn.sum(axis=1) - need
        short = np.maximum(-over, 0)
        waste = np.maximum(over, 0).sum(axis=0)
        lead = np.take_along_axis(drawn, self.lead[None, :, None], axis=2)[:, :, 0]
        values = {
            Aim.SHORT_QUANTITY: short[:, 0].sum(),
            Aim.SHORT_PADDY: short[:, 1].sum(),
            Aim.SHORT_CAPACITY: short[:, 2].sum(),
            Aim.PRIORITY: ((len(need) - np.arange(len(need))) @ short).sum(),
            Aim.WASTE_PADDY: waste[1],
            Aim.WASTE_CAPACITY: waste[2],
            Aim.WASTE_QUANTITY: waste[0],
            Aim.OTHER_COUNTY: drawn[self.problem.other].sum(),
            Aim.ORDER: (lead @ self.problem.rank).sum(),
            Aim.LOTS: drawn.any(axis=(0, 2)).sum(),
            Aim.CODE: (lead @ np.arange(lead.shape[1])).sum(),
        }
        for stage in self.programme.stages:
            yield Stage(stage.aim, float(values[stage.aim]), min(stage.bound, float(values[stage.aim])), stage.seconds)


class Rounding:
    """Whole amounts of a fractional answer: `drawn` int64 (n, m, 3), never more of a lot than it has."""

    def __init__(self, bundles: Bundles) -> None:
        self.bundles, self.problem = bundles, bundles.problem
        self.drawn = np.zeros((*self.problem.may.shape, 3), dtype=np.int64)
        values = bundles.programme.values[: len(bundles.pairs)]
        used = np.flatnonzero(values > _NOTHING)
        for lot in np.unique(bundles.pairs[used, 1]).tolist():
            rows = used[bundles.pairs[used, 1] == lot]
            self._round(lot, bundles.pairs[rows, 0], values[rows])
        for project, indicator in bundles.short.tolist():
            self._mend(project, indicator)

    def _round(self, lot: int, projects: np.ndarray, steps: np.ndarray) -> None:
        """The draws from a lot: leading steps by the largest remainder, the others in their proportion."""
        bundles, one = self.bundles, np.zeros(len(projects), dtype=np.int64)
        total = min(int(bundles.steps[lot]), int(np.ceil(steps.sum() - _NOTHING)))
        lead = largest_remainder(steps, one, np.array([total]), projects)
        for indicator in range(3):
            left = int(self.problem.left[lot, indicator])
            whole = total * left // int(bundles.steps[lot])
            shares = lead if indicator == bundles.lead[lot] else largest_remainder(steps, one, np.array([whole]), projects)
            self.drawn[projects, lot, indicator] = shares

    def _mend(self, project: int, indicator: int) -> None:
        """What a project lacks by rounding: taken from a project that has too much, else by further steps of
        a lot, those it draws from already before the others."""
        for _ in range(_NUDGES):
            lack = int(self.problem.need[project, indicator] - self.drawn[project, :, indicator].sum())
            if lack <= 0 or not (self._shifted(project, indicator) or self._stepped(project, indicator)):
                return

    def _shifted(self, project: int, indicator: int) -> bool:
        """One unit from a project that has too much, along lots that two projects share (the shortest way)."""
        amounts = self.drawn[:, :, indicator]
        over = amounts.sum(axis=1) - self.problem.need[:, indicator]
        came: dict[int, tuple[int, int]] = {project: (-1, -1)}
        waiting = deque([project])
        while waiting:
            here = waiting.popleft()
            for lot in np.flatnonzero(self.drawn[here].any(axis=1)).tolist():
                for there in np.flatnonzero(amounts[:, lot] > 0).tolist():
                    if there in came:
                        continue
                    came[there] = (here, lot)
                    if over[there] > 0:
                        self._move(there, indicator, came)
                        return True
                    waiting.append(there)
        return False

    def _move(self, giver: int, indicator: int, came: dict[int, tuple[int, int]]) -> None:
        while came[giver][0] >= 0:
            taker, lot = came[giver]
            self.drawn[giver, lot, indicator] -= 1
            self.drawn[taker, lot, indicator] += 1
            giver = taker

    def _stepped(self, project: int, indicator: int) -> bool:
        bundles, drawn = self.bundles, self.drawn
        own = drawn[project].any(axis=1)
        lots = np.flatnonzero(self.problem.may[project] & (self.problem.left[:, indicator] > 0))
        for lot in sorted(lots.tolist(), key=lambda lot: (not own[lot], not drawn[:, lot].any(), lot)):
            before = drawn[:, lot].sum(axis=0)
            for steps in range(int(before[bundles.lead[lot]]) + 1, int(bundles.steps[lot]) + 1):
                whole = steps * self.problem.left[lot] // int(bundles.steps[lot])
                if whole[indicator] > before[indicator]:
                    drawn[project, lot] += np.maximum(whole - before, 0)
                    return True
        return False
