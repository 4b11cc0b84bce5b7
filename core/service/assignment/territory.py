"""An assignment that changes unit by unit: loads, contiguity and cost kept while it is searched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from .problem import NOBODY, Problem


class Territory:
    """A changing assignment. `team_of[u]` is the team of a unit or −1; plain lists, as units are looked at one by one."""

    def __init__(self, problem: Problem, teams: np.ndarray) -> None:
        self.problem = problem
        m = problem.shape[1]
        self.cost: list[list[float]] = problem.full_cost.tolist()
        self.team_of: list[int] = teams.tolist()
        self.loads = [limit.load.tolist() for limit in problem.limits]
        self.most = [limit.most.tolist() for limit in problem.limits]
        self.least = [limit.least.tolist() for limit in problem.limits]
        self.carried = [limit.carried(teams, m).tolist() for limit in problem.limits]
        self.shares = [m / max(1.0, float(limit.load.sum())) for limit in problem.limits]
        self.free = problem.pinned < 0
        self.units = np.flatnonzero(self.free).tolist()
        self.members: list[set[int]] = [set() for _ in range(m)]
        for unit, team in enumerate(self.team_of):
            if team >= 0:
                self.members[team].add(unit)
        self.beside = None if problem.neighbours is None else _lists(problem.neighbours)
        near = np.argsort(problem.full_cost, axis=1, kind="stable")[:, :10]
        self.cheap: list[list[int]] = near.tolist() if self.beside is None else []

    def teams(self) -> np.ndarray:
        """int64 (n,): the assignment as it stands."""
        return np.array(self.team_of, dtype=np.int64)

    def value(self) -> float:
        """The objective as it stands; every unit has a team."""
        return sum(prices[team] for prices, team in zip(self.cost, self.team_of))

    def put(self, unit: int, team: int) -> None:
        """Give the unit to the team."""
        old = self.team_of[unit]
        for load, carried in zip(self.loads, self.carried):
            if old >= 0:
                carried[old] -= load[unit]
            if team >= 0:
                carried[team] += load[unit]
        self.team_of[unit] = team
        if old >= 0:
            self.members[old].discard(unit)
        if team >= 0:
            self.members[team].add(unit)

    def others(self, unit: int) -> list[int]:
        """Teams that could take the unit: those beside it, or the cheapest where areas need not be contiguous."""
        own = self.team_of[unit]
        if self.beside is None:
            found = self.cheap[unit]
        else:
            found = sorted({self.team_of[other] for other in self.beside[unit]})
        prices = self.cost[unit]
        return [team for team in found if team not in (own, NOBODY) and prices[team] < float("inf")]

    def touches(self, unit: int, team: int) -> bool:
        """Whether the unit would lie beside the team's area (or the team has none, or it does not matter)."""
        if self.beside is None:
            return True
        return any(self.team_of[other] == team for other in self.beside[unit])

    def can_leave(self, unit: int) -> bool:
        """Whether the unit's team stays in one part without it: a search from one of its neighbours to all the others."""
        if self.beside is None:
            return True
        team_of, beside, own = self.team_of, self.beside, self.team_of[unit]
        wanted = {other for other in beside[unit] if team_of[other] == own}
        if len(wanted) < 2:
            return True
        start = min(wanted)
        seen, open_units = {unit, start}, [start]
        wanted.discard(start)
        near = set(wanted)
        # Neighbours of a unit mostly touch one another: they are looked at first.
        while open_units:
            at = open_units.pop()
            for other in beside[at]:
                if other in near and other not in seen:
                    seen.add(other)
                    wanted.discard(other)
                    open_units.append(other)
        if not wanted:
            return True
        return self._reaches(unit, start, wanted)

    def _reaches(self, unit: int, start: int, wanted: set[int]) -> bool:
        team_of, beside, own = self.team_of, self.beside, self.team_of[unit]
        if beside is None:
            return True
        seen, layer = {unit, start}, [start]
        wanted = set(wanted)
        wanted.discard(start)
        while layer:
            following = []
            for at in layer:
                for other in beside[at]:
                    if other not in seen and team_of[other] == own:
                        seen.add(other)
                        following.append(other)
                        wanted.discard(other)
            if not wanted:
                return True
            layer = following
        return False

    def fits(self, unit: int, source: int, target: int, back: int = NOBODY) -> bool:
        """Whether both teams keep all limits after the unit moved from `source` to `target` and `back` the other way."""
        for load, carried, most, least in zip(self.loads, self.carried, self.most, self.least):
            amount = load[unit] - (load[back] if back >= 0 else 0)
            if carried[target] + amount > most[target] or carried[source] - amount < least[source]:
                return False
            if carried[target] + amount < least[target] or carried[source] - amount > most[source]:
                return False
        return True

    def excess(self, team: int) -> float:
        """How far the team is outside its limits, in shares of a mean load."""
        off = 0.0
        for carried, most, least, share in zip(self.carried, self.most, self.least, self.shares):
            load = carried[team]
            if load > most[team]:
                off += (load - most[team]) * share
            elif load < least[team]:
                off += (least[team] - load) * share
        return off

    def excess_all(self) -> float:
        """The same over all teams."""
        return sum(self.excess(team) for team in range(self.problem.shape[1]))

    def border(self) -> Iterator[tuple[int, int]]:
        """(unit, other team) for each free unit and each team that could take it."""
        for unit in self.units:
            if self.team_of[unit] >= 0:
                for team in self.others(unit):
                    yield unit, team


def _lists(neighbours: object) -> list[list[int]]:
    indptr, indices = neighbours.indptr.tolist(), neighbours.indices.tolist()  # type: ignore[attr-defined]
    return [indices[start:end] for start, end in zip(indptr, indptr[1:])]


def price_differences(territory: Territory, unit: int, teams: Sequence[int]) -> list[tuple[float, int]]:
    """(difference, team) of giving the unit to each of the teams, cheapest first."""
    prices = territory.cost[unit]
    own = prices[territory.team_of[unit]]
    return sorted((prices[team] - own, team) for team in teams)
