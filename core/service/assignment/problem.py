"""The assignment problem as arrays, what an answer is, and by how much capacities are too small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from ...errors import InputError
from ...sentence import sentence, translate

NOBODY = -1


class LimitKind(Enum):
    """What a limit is about: units counted, workload under a capacity, workload within the balance."""

    UNITS = "units"
    WORKLOAD = "workload"
    BALANCE = "balance"


LIMIT_NAMES = {
    LimitKind.UNITS: translate("LandLedger", "capacity in units"),
    LimitKind.WORKLOAD: translate("LandLedger", "capacity in workload"),
    LimitKind.BALANCE: translate("LandLedger", "balance of workload"),
}


@dataclass(frozen=True)
class Limit:
    """A load that each team carries between two bounds: int64 `load` (n,), `least` and `most` (m,).

    Whole numbers, so that a solver's tolerance can't hide an excess. `scale` is what 1 means to people (units: 1).
    """

    kind: LimitKind
    load: np.ndarray
    least: np.ndarray
    most: np.ndarray
    scale: float = 1.0

    def carried(self, teams: np.ndarray, count: int) -> np.ndarray:
        """int64 (m,): what each of `count` teams carries under `teams` (n,)."""
        carried = np.zeros(count, dtype=np.int64)
        held = teams >= 0
        np.add.at(carried, teams[held], self.load[held])
        return carried


@dataclass(frozen=True)
class Problem:
    """n units, m teams. `cost` float64 (n, m), infinite where a team can't serve a unit; `pinned` int64 (n,) the team that
    keeps the unit or −1; `neighbours` symmetric (n, n), None where areas need not be contiguous. `former` int64 (n,) today's
    team or −1, `change_cost` what each change adds; `most_changes` bounds their number."""

    cost: np.ndarray
    limits: tuple[Limit, ...]
    pinned: np.ndarray
    neighbours: csr_matrix | None = None
    former: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    change_cost: float = 0.0
    most_changes: int | None = None

    @property
    def shape(self) -> tuple[int, int]:
        """(units, teams)."""
        return self.cost.shape[0], self.cost.shape[1]

    @cached_property
    def changed(self) -> np.ndarray:
        """bool (n, m): whether serving the unit by the team is a change; never for a unit without a team today."""
        n, m = self.shape
        if not len(self.former):
            return np.zeros((n, m), dtype=bool)
        return (self.former[:, None] >= 0) & (self.former[:, None] != np.arange(m))

    @cached_property
    def full_cost(self) -> np.ndarray:
        """float64 (n, m): the objective: travel and changes; infinite where not allowed, other teams of pinned units too."""
        full = self.cost + self.change_cost * self.changed
        held = np.flatnonzero(self.pinned >= 0)
        if len(held):
            keep = full[held, self.pinned[held]]
            full[held] = np.inf
            full[held, self.pinned[held]] = keep
        return full

    def value(self, teams: np.ndarray) -> float:
        """The objective of `teams` (n,)."""
        return float(self.full_cost[np.arange(len(teams)), teams].sum())

    def changes(self, teams: np.ndarray) -> int:
        """How many units change their team."""
        return int(self.changed[np.arange(len(teams)), teams].sum())

    def by_changes(self) -> Problem:
        """The same with the number of changes as the objective."""
        cost = np.where(np.isfinite(self.cost), 0.0, np.inf)
        return replace(self, cost=cost, change_cost=1.0, most_changes=None)


@dataclass(frozen=True)
class Solution:
    """An assignment `teams` int64 (n,) with its objective `value`, a proven lower `bound`, and how it was found.

    `seconds_up`: the time limit ended the search. `rounds` of cuts and `cuts` in all (exact); `moves` of the search.
    """

    teams: np.ndarray
    value: float
    bound: float
    method: str
    seconds_up: bool = False
    rounds: int = 0
    cuts: int = 0
    moves: int = 0
    changes_bound: int | None = None

    @property
    def gap(self) -> float:
        """(value − bound) / value, 0 where the value is nothing."""
        return 0.0 if self.value <= self.bound or self.value == 0 else (self.value - self.bound) / abs(self.value)

    @property
    def proven(self) -> bool:
        """Whether the bound shows that no assignment is better (to a millionth of a millionth of the value)."""
        return self.value - self.bound <= 1e-9 * max(1.0, abs(self.value))


def require_possible(problem: Problem, units: Sequence[str], teams: Sequence[str]) -> None:
    """InputError where a unit can't be served by any team, or the sums of the limits say by how much they miss."""
    nowhere = np.flatnonzero(~np.isfinite(problem.full_cost).any(axis=1))
    if len(nowhere):
        named = "、".join(units[place] for place in nowhere[:10])
        template = translate("LandLedger", "No team can reach {count} units: {units}.")
        raise InputError(template, count=len(nowhere), units=named)
    for limit in problem.limits:
        total, most, least = int(limit.load.sum()), int(limit.most.sum()), int(limit.least.sum())
        places = {"kind": sentence(LIMIT_NAMES[limit.kind]), "load": shown(total, limit)}
        if total > most:
            template = translate(
                "LandLedger", "{kind}: all teams together take {capacity}, the units need {load}; {lack} are lacking."
            )
            raise InputError(template, capacity=shown(most, limit), lack=shown(total - most, limit), **places)
        if total < least:
            template = translate(
                "LandLedger", "{kind}: the teams must have {least} at least, the units give {load}; {lack} are lacking."
            )
            raise InputError(template, least=shown(least, limit), lack=shown(least - total, limit), **places)
        require_pins(problem, limit, teams)


def require_pins(problem: Problem, limit: Limit, teams: Sequence[str]) -> None:
    """InputError where the units pinned to a team are more than it takes."""
    excess = limit.carried(problem.pinned, problem.shape[1]) - limit.most
    for team in np.flatnonzero(excess > 0)[:1]:
        template = translate("LandLedger", "{kind}: the units pinned to team {team} exceed what it takes by {excess}.")
        raise InputError(
            template, kind=sentence(LIMIT_NAMES[limit.kind]), team=teams[team], excess=shown(int(excess[team]), limit)
        )


def shown(amount: int, limit: Limit) -> str:
    """An amount of a limit as people read it."""
    return str(amount) if limit.scale == 1.0 else f"{amount * limit.scale:.4f}"


def violation(problem: Problem, teams: np.ndarray) -> float:
    """How far the limits are exceeded or missed in all, each as a share of the mean load of a team; 0 within all."""
    total = 0.0
    for limit in problem.limits:
        carried = limit.carried(teams, problem.shape[1])
        off = np.maximum(carried - limit.most, 0) + np.maximum(limit.least - carried, 0)
        total += float(off.sum()) / max(1.0, float(limit.load.sum()) / problem.shape[1])
    return total


def parts_of(neighbours: csr_matrix, teams: np.ndarray) -> tuple[int, np.ndarray]:
    """(count, int (n,)): the connected parts of all teams' areas; units of two teams are never in one part."""
    pairs = neighbours.tocoo()
    same = teams[pairs.row] == teams[pairs.col]
    kept = csr_matrix((np.ones(int(same.sum())), (pairs.row[same], pairs.col[same])), shape=neighbours.shape)
    count, labels = connected_components(kept, directed=False)
    return int(count), labels


def is_contiguous(problem: Problem, teams: np.ndarray) -> bool:
    """Whether each team's units are one connected part (or contiguity is not asked for)."""
    if problem.neighbours is None:
        return True
    return parts_of(problem.neighbours, teams)[0] == len(np.unique(teams))
