"""The fewest lots of a coupled matching, as a mixed integer programme on the face of its former aims."""

from __future__ import annotations

import numpy as np
import scipy.optimize
import scipy.sparse
import scipy.sparse.csgraph

from .stages import Programme

LOT_WORK = 1_000_000
"""After so many columns × nodes the stage of fewest lots keeps the best it found; its gap is printed. Seconds would make the
result depend on the machine."""

LEAST_NODES = 50


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
