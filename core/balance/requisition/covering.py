"""The fewest lots of a decoupled matching, as a covering programme: one 0/1 column a lot, and no draws at all.

Opened lots suffice for an indicator if and only if, for each set of classes, those that reach the set have what the set needs
(Hall's condition; a set that breaks it is a least cut). Lots that former aims empty are open anyway: where one flow fills all
classes and another empties those lots, one does both (Mendelsohn and Dulmage), so no more has to be asked. Sets become rows
as they are found broken, first by fractions of lots, then by whole ones; an optimum that breaks none is proven.

A lot that reaches as far and has as much as another in each indicator is opened before it, of equal ones the first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.optimize
import scipy.sparse
import scipy.sparse.csgraph

NODES = 20_000
"""After so many nodes the best that was found is kept; its gap is printed. Seconds would make the result depend on the
machine."""

_SLACK = 1e-5
"""By this part of its need a set has to be broken by fractions of lots to become a row."""
_ROUNDING = 1e-6


@dataclass(frozen=True)
class Ground:
    """One indicator: `need` int64 (c,) of classes, `left` int64 (m,) of lots, `reach` bool (c, m) who may draw from which."""

    need: np.ndarray
    left: np.ndarray
    reach: np.ndarray

    def holds(self, some: np.ndarray) -> np.ndarray:
        """int64 (m,): what each lot has for a set of classes (mask)."""
        return np.where(self.reach[some].any(axis=0), self.left, 0)


def fewest_lots(grounds: Sequence[Ground], forced: np.ndarray, nodes: int = NODES) -> tuple[np.ndarray, int]:
    """bool (m,) of the lots that are opened, the `forced` (m,) among them, and the bound on their number.

    All lots together have to suffice. The order of the lots decides between equal answers.
    """
    return _Cover(grounds, forced, nodes).solved()


class _Cover:
    """`rows` int64 (r, m) are what lots that are not forced have for a set, `least` int64 (r,) what it needs of them."""

    def __init__(self, grounds: Sequence[Ground], forced: np.ndarray, nodes: int) -> None:
        self.grounds, self.forced, self.nodes = grounds, forced, nodes
        self.cuts = [_Cuts(ground) for ground in grounds]
        self.rows = np.zeros((0, len(forced)), dtype=np.int64)
        self.least = np.zeros(0, dtype=np.int64)
        self.known: set[tuple[int, bytes]] = set()
        self.before = _before(grounds, forced)
        for place, ground in enumerate(grounds):
            self._add(place, np.eye(len(ground.need), dtype=bool))

    def solved(self) -> tuple[np.ndarray, int]:
        shares = self._fractions()
        while self._broken_by_parts(shares):
            shares = self._fractions()
        bound = int(np.ceil(shares.sum() - _ROUNDING))
        self._count_parts()
        while self.nodes > 0:
            opened, least = self._whole()
            bound = max(bound, least)
            if not self._broken(opened):
                break
        else:
            opened = ~self.forced
        opened = self._kept(self._kept(opened, self._spared), self._earlier)
        return opened | self.forced, bound + int(self.forced.sum())

    # ------------------------------------------------------------------------------------------------------------ sets

    def _add(self, place: int, sets: np.ndarray) -> bool:
        """Rows of sets (masks) of an indicator that need more than the forced lots have; whether one of them is new."""
        ground, rows, least = self.grounds[place], [], []
        for some in sets:
            key = (place, np.packbits(some).tobytes())
            row = ground.holds(some)
            rest = int(ground.need[some].sum() - row[self.forced].sum())
            if rest > 0 and key not in self.known:
                self.known.add(key)
                rows.append(np.where(self.forced, 0, row))
                least.append(rest)
        self._append(rows, least)
        return bool(rows)

    def _append(self, rows: Sequence[np.ndarray], least: Sequence[int]) -> None:
        if rows:
            self.rows = np.concatenate([self.rows, np.array(rows, dtype=np.int64)])
            self.least = np.concatenate([self.least, np.array(least, dtype=np.int64)])

    def _broken_by_parts(self, shares: np.ndarray) -> bool:
        """Whether lots opened in part are too little for sets that are no rows yet, which become some."""
        new = False
        for place, (ground, cuts) in enumerate(zip(self.grounds, self.cuts)):
            sets = cuts.least(np.where(self.forced, 1.0, shares))
            few = [ground.holds(some) @ np.where(self.forced, 1.0, shares) < (1 - _SLACK) * ground.need[some].sum() for some in sets]
            new |= self._add(place, sets[np.array(few, dtype=bool)])
        return new

    def _broken(self, opened: np.ndarray) -> bool:
        """Whether whole lots are too little, in whole numbers; then the sets become rows, and one more of each set's other lots
        has to be opened (also where the solver took a row for kept within its tolerance)."""
        found = False
        together = opened | self.forced
        for place, (ground, cuts) in enumerate(zip(self.grounds, self.cuts)):
            for some in cuts.least(together.astype(np.float64)):
                row = ground.holds(some)
                if row[together].sum() < ground.need[some].sum():
                    found = True
                    self._add(place, some[None])
                    self._append([((row > 0) & ~together).astype(np.int64)], [1])
        return found

    # ------------------------------------------------------------------------------------------------------ programmes

    def _shares(self, rows: np.ndarray) -> np.ndarray:
        """What each lot has as a part of what a row needs, at most the whole of it."""
        least = self.least[rows][:, None]
        return np.minimum(self.rows[rows], least) / least

    def _fractions(self) -> np.ndarray:
        """float (m,): the fewest lots by the rows so far, where they may be opened in part."""
        count = len(self.forced)
        if not len(self.rows):
            return np.zeros(count)
        shares = scipy.sparse.csr_matrix(self._shares(np.arange(len(self.rows))))
        answer = scipy.optimize.linprog(np.ones(count), -shares, -np.ones(shares.shape[0]), bounds=(0, 1), method="highs-ds")
        return np.ones(count) if answer.x is None else answer.x

    def _whole(self) -> tuple[np.ndarray, int]:
        """The fewest lots by the rows so far, part by part (what no row joins lies apart), and the bound on their number."""
        opened, bound = np.zeros(len(self.forced), dtype=bool), 0
        for rows, lots in self._parts(np.arange(len(self.rows))):
            opened[lots], least = self._whole_part(rows, lots)
            bound += least
        return opened, bound

    def _count_parts(self) -> None:
        """Rows on the number of lots of each part that only wide rows join to others (counties whose surplus goes to the same
        ones): as many as it needs by itself, in whole lots. Fractions would be short of some in every part."""
        wide = np.count_nonzero(self.rows, axis=1) * 2 > np.count_nonzero(self.rows.any(axis=0))
        parts = self._parts(np.flatnonzero(~wide))
        if not wide.any() or len(parts) < 2 or self.nodes <= 0:
            return
        counts = [max(1, self._whole_part(rows, lots)[1]) for rows, lots in parts]
        self._append([np.isin(np.arange(len(self.forced)), lots).astype(np.int64) for _, lots in parts], counts)

    def _parts(self, rows: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
        """Rows (of these) and lots that lie apart from all others."""
        place, lots = np.nonzero(self.rows[rows])
        count, size = len(rows), len(rows) + len(self.forced)
        joined = scipy.sparse.csr_matrix((np.ones(len(place)), (place, count + lots)), shape=(size, size))
        _, part = scipy.sparse.csgraph.connected_components(joined, directed=False)
        return [
            (rows[part[:count] == each], np.flatnonzero(part[count:] == each)) for each in np.unique(part[:count]).tolist()
        ]

    def _whole_part(self, rows: np.ndarray, lots: np.ndarray) -> tuple[np.ndarray, int]:
        if self.nodes <= 0:
            return np.ones(len(lots), dtype=bool), 0
        first = self.before[np.ix_(lots, lots)].astype(np.float32)
        first = np.argwhere((first > 0) & ~((first @ first) > 0))  # those that no third one stands between
        order = scipy.sparse.csr_matrix(
            (
                np.tile([1.0, -1.0], len(first)), (np.repeat(np.arange(len(first)), 2), first.ravel())
            ),
            shape=(len(first), len(lots)),
        )  # fmt: skip
        constraints = [scipy.optimize.LinearConstraint(self._shares(rows)[:, lots], 1.0, np.inf)]
        if len(first):
            constraints.append(scipy.optimize.LinearConstraint(order, 0.0, np.inf))
        ones = np.ones(len(lots))
        answer = scipy.optimize.milp(
            ones,
            integrality=ones,
            bounds=scipy.optimize.Bounds(0, 1),
            constraints=constraints,
            options={"mip_rel_gap": 0.0, "node_limit": self.nodes},
        )
        self.nodes -= max(1, int(answer.mip_node_count or 0))
        least = 1 if answer.mip_dual_bound is None else int(np.ceil(answer.mip_dual_bound - _ROUNDING))
        return (ones > 0 if answer.x is None else answer.x > 0.5), least

    # ---------------------------------------------------------------------------------------------------- equal answers

    def _kept(self, opened: np.ndarray, change: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
        """The lots after a change that keeps all rows, as far as the changed ones still suffice."""
        while True:
            changed = change(opened.copy())
            if not self._broken(changed):
                return changed

    def _spared(self, opened: np.ndarray) -> np.ndarray:
        """Without lots that the others can do without, the last first."""
        sums = self.rows @ opened
        for lot in np.flatnonzero(opened)[::-1].tolist():
            if (sums - self.rows[:, lot] >= self.least).all():
                opened[lot] = False
                sums -= self.rows[:, lot]
        return opened

    def _earlier(self, opened: np.ndarray) -> np.ndarray:
        """With the first lot that can stand in for each opened one, the last opened first."""
        spare = self.rows @ opened - self.least
        for lot in np.flatnonzero(opened)[::-1].tolist():
            others = np.flatnonzero(~opened[:lot] & ~self.forced[:lot])
            without = (spare - self.rows[:, lot])[:, None] + self.rows[:, others]
            fits = others[(without >= 0).all(axis=0)]
            if len(fits):
                opened[lot], opened[fits[0]] = False, True
                spare += self.rows[:, fits[0]] - self.rows[:, lot]
        return opened


class _Cuts:
    """The least cuts of an indicator; lots with the same reach are one."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        reach, self.group = np.unique(ground.reach, axis=1, return_inverse=True)
        self.group = self.group.ravel()
        self.classes, self.groups = reach.shape
        self.arcs = np.argwhere(reach)
        place = np.repeat(np.arange(len(self.arcs)), 2)
        columns = self.arcs + np.array([0, self.classes])
        entries = np.tile([1.0, -1.0], len(self.arcs))
        shape = (len(self.arcs), self.classes + self.groups)
        self.matrix = scipy.sparse.csr_matrix((entries, (place, columns.ravel())), shape=shape)

    def least(self, opened: np.ndarray) -> np.ndarray:
        """bool (s, c): sets that need most beyond what lots opened so far (float (m,), whole or in part) have for them, sets
        that share no lot apart."""
        ground = self.ground
        if not len(self.arcs):
            return np.zeros((0, self.classes), dtype=bool)
        holds = np.bincount(self.group, ground.left * opened, self.groups)
        cost = np.concatenate([-ground.need, holds])
        answer = scipy.optimize.linprog(
            cost, self.matrix, np.zeros(len(self.arcs)), bounds=(0, 1), method="highs-ds"
        )
        some = answer.x[: self.classes] > 0.5
        inside = self.arcs[some[self.arcs[:, 0]]]
        size = self.classes + self.groups
        graph = scipy.sparse.csr_matrix(
            (np.ones(len(inside)), (inside[:, 0], self.classes + inside[:, 1])), shape=(size, size)
        )
        _, part = scipy.sparse.csgraph.connected_components(graph, directed=False)
        part = part[: self.classes]
        return np.array([some & (part == each) for each in np.unique(part[some])], dtype=bool).reshape(-1, self.classes)


def _before(grounds: Sequence[Ground], forced: np.ndarray) -> np.ndarray:
    """bool (m, m): the lot of the row goes before that of the column."""
    count = len(forced)
    more = np.ones((count, count), dtype=bool)
    for ground in grounds:
        has = np.where(ground.reach.any(axis=0), ground.left, 0)
        reach = ground.reach.astype(np.float32)
        further = (1 - reach).T @ reach > 0  # the lot of the column reaches what that of the row doesn't
        more &= (has[None, :] == 0) | ((has[:, None] >= has[None, :]) & ~further)
    more &= ~forced[:, None] & ~forced[None, :]
    equal = more & more.T
    return more & (~equal | np.triu(np.ones((count, count), dtype=bool), 1))
