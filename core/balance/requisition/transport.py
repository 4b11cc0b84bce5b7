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
import scipy.optimize
import scipy.sparse
import scipy.sparse.csgraph

from ...progress import Progress
from .stages import Aim, Programme, Stage

LOT_WORK = 1_000_000
"""After so many columns × nodes the stage of fewest lots keeps the best it found; its gap is printed. Seconds would make the
result depend on the machine."""

LEAST_NODES = 50


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
        """The fewest lots on the face of the former aims, as a mixed integer programme; the lots it leaves out are closed."""
        started = time.perf_counter()
        lots, served = len(self.problem.left), len(self.served)
        opened = FewestLots(self.programme, self.arcs[:, 2], served + np.arange(len(self.arcs)), self._caps(), lots)
        used, bound = opened.solve()
        self.programme.close(served + np.flatnonzero(~used[self.arcs[:, 2]]))
        self.programme.stages.append(
            Stage(Aim.LOTS, float(used.sum()), bound, time.perf_counter() - started)
        )

    def _caps(self) -> tuple[np.ndarray, np.ndarray]:
        """The rows that bind a lot's draws of an indicator, by (indicator, lot), and what it may give at most."""
        lots = len(self.problem.left)
        total = np.zeros((3, lots))
        np.add.at(total, (self.arcs[:, 0], self.arcs[:, 2]), self.programme.upper[len(self.served) :])
        return self.arcs[:, 0] * lots + self.arcs[:, 2], np.minimum(total, self.problem.left.T).reshape(-1)

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


class FewestLots:
    """min Σ y on the face of a programme, ties by code: the draws `columns` of a lot (`lot_of`) are nothing where its y is 0;
    `caps` are groups of draws (group of each column, most of each group) that are together at most their most × y."""

    def __init__(
        self,
        programme: Programme,
        lot_of: np.ndarray,
        columns: np.ndarray,
        caps: tuple[np.ndarray, np.ndarray],
        lots: int,
    ) -> None:
        self.programme, self.lots = programme, lots
        self.trace = 0.5 if programme.whole else 1e-6
        self.lot_of_column = np.full(len(programme.lower), -1, dtype=np.int64)
        self.lot_of_column[columns] = lot_of
        group, most = caps
        lower, upper = programme.lower[columns], programme.upper[columns]
        self.forced = np.zeros(lots, dtype=bool)
        self.forced[lot_of[lower > 0]] = True
        self.free = np.flatnonzero(programme.lower < programme.upper)
        self.maybe = np.zeros(lots, dtype=bool)
        self.maybe[lot_of[upper > 0]] = True
        place = np.full(len(programme.lower), -1, dtype=np.int64)
        place[self.free] = np.arange(len(self.free))
        own = (lower < upper) & ~self.forced[lot_of]
        groups, row = np.unique(group[own], return_inverse=True)
        lot_of_group = np.zeros(len(groups), dtype=np.int64)
        lot_of_group[row] = lot_of[own]
        count, wide = len(self.free), len(groups)
        self.open = scipy.sparse.csr_matrix(
            (
                np.concatenate([np.ones(own.sum()), -most[groups]]),
                (
                    np.concatenate([row, np.arange(wide)]),
                    np.concatenate([place[columns[own]], count + lot_of_group]),
                ),
            ),
            shape=(wide, count + lots),
        )

    def solve(self) -> tuple[np.ndarray, float]:
        """bool (lots,) which are drawn from, and the bound on their number: part by part, where the face falls into parts
        (counties that need nothing from each other) of which each can be proven by itself."""
        count = len(self.free)
        fixed = self.programme.lower.copy()
        fixed[self.free] = 0.0
        self.right = self.programme.right - self.programme.matrix @ fixed
        self.rows = scipy.sparse.hstack(
            [self.programme.matrix[:, self.free], scipy.sparse.csr_matrix((len(self.right), self.lots))], format="csr"
        )
        used, bound = self.forced.copy(), float(self.forced.sum())
        part_of_row, part_of_column = self._parts()
        undecided = np.flatnonzero(self.maybe & ~self.forced)
        for part in np.unique(part_of_column[count + undecided]).tolist():
            columns = np.flatnonzero(part_of_column == part)
            of_part, least = self._solve_part(columns, np.flatnonzero(part_of_row == part))
            used[of_part] = True
            bound += least
        return used, bound

    def _parts(self) -> tuple[np.ndarray, np.ndarray]:
        """The part of each row and of each column (free draws, then lots): what no row joins lies apart."""
        both = scipy.sparse.vstack([self.rows, self.open], format="coo")
        size = both.shape[0] + both.shape[1]
        graph = scipy.sparse.csr_matrix((np.ones(both.nnz), (both.row, both.shape[0] + both.col)), shape=(size, size))
        _, part = scipy.sparse.csgraph.connected_components(graph, directed=False)
        return part[: self.rows.shape[0]], part[both.shape[0] :]

    def _solve_part(self, columns: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, float]:
        """The lots of a part that are drawn from beside those that are anyway, and the bound on their number."""
        programme, count = self.programme, len(self.free)
        draws, lots = columns[columns < count], columns[columns >= count] - count
        # A lot costs more than all places in the order of codes together, so these only break ties.
        one = self.lots * (self.lots + 1) // 2 + 1
        opened = self.open[:, columns]
        opened = opened[np.diff(opened.indptr) > 0]
        right = self.right[rows]
        constraints = [scipy.optimize.LinearConstraint(opened, -np.inf, np.zeros(opened.shape[0]))]
        if len(rows):
            least = np.where(programme.tight[rows], right, -np.inf)
            constraints.append(scipy.optimize.LinearConstraint(self.rows[rows][:, columns], least, right))
        lower, upper = programme.lower[self.free[draws]], programme.upper[self.free[draws]]
        answer = scipy.optimize.milp(
            np.concatenate([np.zeros(len(draws)), one + lots]) / one,
            integrality=np.concatenate([np.zeros(len(draws)), np.ones(len(lots))]),
            bounds=scipy.optimize.Bounds(
                np.concatenate([lower, np.zeros(len(lots))]), np.concatenate([upper, self.maybe[lots]])
            ),
            constraints=constraints,
            options={"mip_rel_gap": 0.0, "node_limit": max(LEAST_NODES, LOT_WORK // len(columns))},
        )
        if answer.x is None:  # no answer within the limit: all lots of the part stay open
            return lots[self.maybe[lots]], 0.0
        used = np.rint(answer.x[len(draws) :]).astype(bool)
        # A y within the solver's tolerance of nothing may still let some steps through: what is drawn from is used.
        drawn = self.lot_of_column[self.free[draws[answer.x[: len(draws)] > self.trace]]]
        used |= np.isin(lots, drawn)
        # Σ y + less than 1 ≥ the bound, so Σ y ≥ its whole part.
        return lots[used], float(np.floor(answer.mip_dual_bound + 1e-9))


def _classes(problem: Problem) -> np.ndarray:
    """int64 (n,): the class of each project, numbered as they first occur."""
    keys: dict[bytes, int] = {}
    both = np.concatenate([problem.may, problem.other & problem.may], axis=1)
    packed = np.packbits(both, axis=1)
    return np.array([keys.setdefault(row.tobytes(), len(keys)) for row in packed], dtype=np.int64)
