"""Decoupled matching: each indicator of a project from any lot. Three transport problems, joined by the number of lots.

Projects that may draw from the same lots are one class: only the class stands in the programme, so its size does not grow
with the number of projects. The matrix is totally unimodular, needs and remainders are whole steps, so every stage has a
whole optimum, and weights that fall with the rank serve earlier projects first without losing any amount (the servable
amounts of a transport problem are a polymatroid, where the greedy order is the best for any falling weights). The same
holds on the side of the lots for the order in which they are drawn.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse

from ...progress import Progress
from .covering import Ground, fewest_lots
from .stages import Aim, Programme, Stage


@dataclass(frozen=True)
class Problem:
    """What is to be matched, in steps: `need` int64 (n, 3) of projects in the order of their priority, `left` int64 (m, 3)
    of lots in the order of their codes, `may` bool (n, m), `other` bool (n, m) another county, `rank` int64 (m,) the order
    in which lots are drawn."""

    need: np.ndarray
    left: np.ndarray
    may: np.ndarray
    other: np.ndarray
    rank: np.ndarray


@dataclass(frozen=True)
class Answer:
    """Drawn amounts in steps, int64 (n, m, 3), and the stages in order."""

    drawn: np.ndarray
    stages: Sequence[Stage]


class Transport:
    """The programme of a problem: columns are amounts served (indicator, project) and drawn (indicator, class, lot)."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.of_class = _classes(problem)
        self.classes = int(self.of_class.max()) + 1 if len(self.of_class) else 0
        first = np.array([np.flatnonzero(self.of_class == each)[0] for each in range(self.classes)], dtype=np.int64)
        self.may, self.other = problem.may[first], problem.other[first]
        self.class_need = np.zeros((self.classes, 3), dtype=np.int64)
        np.add.at(self.class_need, self.of_class, problem.need)
        self.served = np.argwhere(problem.need.T > 0)  # (indicator, project)
        possible = (self.class_need.T[:, :, None] > 0) & (problem.left.T[:, None, :] > 0) & self.may[None]
        self.arcs = np.argwhere(possible)  # (indicator, class, lot)
        self.programme = self._programme()

    def _programme(self) -> Programme:
        need, left = self.problem.need, self.problem.left
        served, arcs, lots = self.served, self.arcs, len(left)
        columns = len(served) + len(arcs)
        of_served = served[:, 0] * self.classes + self.of_class[served[:, 1]]
        of_arcs = arcs[:, 0] * self.classes + arcs[:, 1]
        supply = 3 * self.classes + arcs[:, 0] * lots + arcs[:, 2]
        place = np.arange(columns)
        rows = np.concatenate([of_served, of_arcs, supply])
        entries = np.concatenate([np.ones(len(served)), -np.ones(len(arcs)), np.ones(len(arcs))])
        matrix = scipy.sparse.csr_matrix(
            (entries, (rows, np.concatenate([place, place[len(served) :]]))), shape=(3 * (self.classes + lots), columns)
        )
        right = np.concatenate([np.zeros(3 * self.classes), left.T.reshape(-1)]).astype(np.float64)
        upper = np.concatenate(
            [need[served[:, 1], served[:, 0]], np.minimum(self.class_need[arcs[:, 1], arcs[:, 0]], left[arcs[:, 2], arcs[:, 0]])]
        )
        programme = Programme(matrix, right, upper, whole=True)
        programme.tight[: 3 * self.classes] = True  # what is served is what is drawn
        return programme

    def solve(self, progress: Progress) -> Answer:
        """All stages; `progress` is told between them and may cancel."""
        programme, problem = self.programme, self.problem
        if len(self.arcs):
            self._serve()
            progress(0.3)
            programme.minimise(Aim.OTHER_COUNTY, self._of_arcs(self.other[self.arcs[:, 1], self.arcs[:, 2]]))
            progress(0.5)
            programme.minimise(Aim.ORDER, self._of_arcs(problem.rank[self.arcs[:, 2]]))
            progress(0.7)
            self._fewest_lots()
            progress(0.9)
            programme.minimise(Aim.CODE, self._of_arcs(self.arcs[:, 2]))
        progress(1.0)
        return Answer(self._disaggregated(), programme.stages)

    def _serve(self) -> None:
        """As much as can be, earlier projects first: weights fall with the rank. The value told is the weighted shortfall."""
        need = self.problem.need[self.served[:, 1], self.served[:, 0]]
        weight = len(self.problem.need) - self.served[:, 1]
        cost = np.concatenate([-weight, np.zeros(len(self.arcs))])
        self.programme.minimise(Aim.SHORTFALL, cost, offset=int(weight @ need))

    def _of_arcs(self, cost: np.ndarray) -> np.ndarray:
        return np.concatenate([np.zeros(len(self.served)), np.asarray(cost, dtype=np.float64)])

    def _fewest_lots(self) -> None:
        """The fewest lots on the face of the former aims; the lots that are left out are closed."""
        started = time.perf_counter()
        lots, programme = self.arcs[:, 2], self.programme
        lower, upper = programme.lower[len(self.served) :], programme.upper[len(self.served) :]
        emptied = programme.tight[3 * self.classes :].reshape(3, -1) & (self.problem.left.T > 0)
        forced = emptied.any(axis=0)
        forced[lots[lower > 0]] = True
        used, bound = fewest_lots(self._grounds(lower, lower < upper), forced)
        programme.close(len(self.served) + np.flatnonzero(~used[lots]))
        programme.stages.append(Stage(Aim.LOTS, float(used.sum()), float(bound), time.perf_counter() - started))

    def _grounds(self, fixed: np.ndarray, free: np.ndarray) -> list[Ground]:
        """Of each indicator what is still to be drawn, with `fixed` (a,) drawn anyway by its arcs, by those that are `free`.

        What each project is served is the same everywhere on the face, as no two have the same weight.
        """
        need = np.zeros((3, self.classes), dtype=np.int64)
        served = self.programme.values[: len(self.served)].astype(np.int64)
        np.add.at(need, (self.served[:, 0], self.of_class[self.served[:, 1]]), served)
        left = self.problem.left.T.copy()
        amounts = fixed.astype(np.int64)
        np.subtract.at(need, (self.arcs[:, 0], self.arcs[:, 1]), amounts)
        np.subtract.at(left, (self.arcs[:, 0], self.arcs[:, 2]), amounts)
        reach = np.zeros((3, self.classes, len(self.problem.left)), dtype=bool)
        reach[tuple(self.arcs[free].T)] = True
        return [Ground(*each) for each in zip(need, left, reach)]

    def _disaggregated(self) -> np.ndarray:
        """The amounts of each class shared out to its projects by their priority: any way of sharing keeps every aim, so a
        project goes on with lots it draws from already, then with the next in order."""
        problem = self.problem
        drawn = np.zeros((*problem.may.shape, 3), dtype=np.int64)
        values = self.programme.values.astype(np.int64)
        by_class = np.zeros((3, self.classes, len(problem.left)), dtype=np.int64)
        by_class[tuple(self.arcs.T)] = values[len(self.served) :]
        wants = np.zeros((3, len(problem.need)), dtype=np.int64)
        wants[tuple(self.served.T)] = values[: len(self.served)]
        order = np.lexsort((np.arange(len(problem.rank)), problem.rank))
        for project, of_class in enumerate(self.of_class.tolist()):
            for indicator in range(3):
                rest = by_class[indicator, of_class]
                _take(drawn[project], indicator, int(wants[indicator, project]), rest, order)
        return drawn


def _take(drawn: np.ndarray, indicator: int, want: int, rest: np.ndarray, order: np.ndarray) -> None:
    """Put `want` steps of an indicator into the draws (m, 3) of a project and take them off the `rest` (m,) of its class."""
    if not want:
        return
    some = order[rest[order] > 0]
    linked = drawn[some].any(axis=1)
    for lot in (*some[linked].tolist(), *some[~linked].tolist()):
        amount = min(want, int(rest[lot]))
        drawn[lot, indicator] += amount
        rest[lot] -= amount
        want -= amount
        if not want:
            return


def _classes(problem: Problem) -> np.ndarray:
    """int64 (n,): the class of each project, numbered as they first occur."""
    keys: dict[bytes, int] = {}
    both = np.concatenate([problem.may, problem.other & problem.may], axis=1)
    packed = np.packbits(both, axis=1)
    return np.array([keys.setdefault(row.tobytes(), len(keys)) for row in packed], dtype=np.int64)
