"""What each team serves, did and reached in a period: rows of team and role, every unit with one lead in a role.

Ground, people, projects and visits due are those of the units a team leads: a town without the villages that have a team of
their own in the same role. So the rows of a role add up to what that role serves.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

import numpy as np
import shapely

from ...area import AreaUnit
from ...errors import InputError
from ...progress import Progress, no_progress
from ...rounding import largest_remainder, units_half_up
from ...sentence import Sentence, sentence, translate
from ..coverage.job import Coverage
from ..coverage.places import NOBODY, polygons_of
from ..coverage.serving import Served, is_of_role, team_places
from ..register.adoption import Adoption
from ..register.model import Suggestion
from ..register.vocabulary import SuggestionState
from ..service_rows import SuggestionRows
from ..teams import Role
from ..units import Level, Match
from ..workload import MEASURE_NAMES, MEASURES, Evenness, evenness

SQUARE_METRE = AreaUnit.SQUARE_METRE
HUNDREDTH_KM2 = 10_000
"""Square metres in the last digit of a printed square kilometre."""


@dataclass(frozen=True)
class TeamRow:
    """A team in a role. `units` rows it leads by an assignment of its own, `villages` all villages it leads; `hundredths` of a
    square kilometre; `measures` by name, None where the units have none; `load` in the mean of the role, None for a team that
    does not serve on the day; `states` suggestions by state."""

    team: int
    role: Role | None
    serves: bool
    units: Sequence[int]
    villages: Sequence[int]
    doubled: int
    hundredths: int | None
    measures: Mapping[str, int | None]
    planned: int
    visits: int | None
    visited: Sequence[int]
    states: Mapping[SuggestionState, int] | None
    adopted: int
    among: int
    parts: Mapping[str, Fraction]

    @property
    def load(self) -> Fraction | None:
        """The workload index; the mean of the role is 1."""
        return sum(self.parts.values(), Fraction(0)) if self.serves else None

    @property
    def suggestions(self) -> int | None:
        """Suggestions of the period."""
        return None if self.states is None else sum(self.states.values())

    @property
    def unvisited(self) -> list[int]:
        """The units it leads by an assignment of its own and did not visit."""
        seen = set(self.visited)
        return [unit for unit in self.units if unit not in seen]


@dataclass(frozen=True)
class Balance:
    """How even the workload of a role is, over the teams that serve; `used`: the weights of the measures these have, scaled to 1."""

    role: Role | None
    teams: int
    even: Evenness
    used: Mapping[str, Fraction]


@dataclass(frozen=True)
class Statistics:
    """The outcome: `rows` by role and team, `balances` by role; `uncounted_…`: rows of the period whose team is in no row;
    `in_period` suggestions; `notes` what to tell. `before`: the last visit of each unit before the period."""

    coverage: Coverage
    rows: Sequence[TeamRow]
    balances: Sequence[Balance]
    suggestions: SuggestionRows | None
    suggestion_match: Sequence[Match]
    uncounted_visits: int
    uncounted_suggestions: int
    in_period: int
    before: Mapping[int, datetime.date]
    adoption: Adoption
    notes: Sequence[Sentence]

    def worst(self, name: str) -> float:
        """The largest `cv`, `most` or `gini` of all roles."""
        return max((getattr(balance.even, name) for balance in self.balances), default=0.0)


def statistics_of(
    coverage: Coverage,
    suggestions: SuggestionRows | None,
    weights: Mapping[str, Decimal],
    progress: Progress = no_progress,
) -> Statistics:
    """The figures of each team in each role. `weights` by measure as in `workload.given_weights`."""
    counting = _Counting(coverage, suggestions)
    notes: list[Sentence] = []
    rows: list[TeamRow] = []
    for number, of in enumerate(coverage.by_role):
        progress(number / len(coverage.by_role))
        rows += counting.rows_of(number, of, notes)
    rows, balances = _loaded(rows, coverage.roles, weights, notes)
    progress(1.0)
    return Statistics(
        coverage, rows, balances, suggestions, counting.match, counting.uncounted_visits, counting.uncounted,
        int(counting.inside.sum()), counting.before, counting.adoption, tuple(notes),
    )  # fmt: skip


class _Counting:
    """Visits and suggestions by team and role; what each unit gives its lead."""

    def __init__(self, coverage: Coverage, suggestions: SuggestionRows | None) -> None:
        self.coverage, self.suggestions = coverage, suggestions
        self.places, self.teams = coverage.inputs.places, coverage.inputs.teams
        self.adoption = Adoption.of(coverage.job.rules)
        self.match: Sequence[Match] = []
        self.inside = np.zeros(0, dtype=bool)
        self._visit_role = np.zeros(0, dtype=np.int64)
        self._suggested = np.zeros(0, dtype=np.int64)
        self._suggestion_role = np.zeros(0, dtype=np.int64)
        self.before: dict[int, datetime.date] = {}
        if coverage.visited is not None:
            visited = coverage.visited
            self._visit_role = self._roles(visited.team, visited.unit)
            self.before = _before(coverage)
        if suggestions is not None:
            self.match = self.places.match(suggestions.listed, coverage.job.system)
            self._suggested = team_places(self.teams, suggestions)
            units = np.array([one.row for one in self.match], dtype=np.int64)
            self._suggestion_role = self._roles(self._suggested, units)
            self.inside = np.array([coverage.job.period.holds(day) for day in suggestions.day.tolist()], dtype=bool)

    @property
    def uncounted_visits(self) -> int:
        """Visits of the period whose team is in no row."""
        visited = self.coverage.visited
        return 0 if visited is None else int((visited.inside & (self._visit_role == NOBODY)).sum())

    @property
    def uncounted(self) -> int:
        """Suggestions of the period whose team is in no row."""
        return int((self.inside & (self._suggestion_role == NOBODY)).sum())

    def _roles(self, teams: np.ndarray, units: np.ndarray) -> np.ndarray:
        """int64 (r,): in which of the roles judged a visit counts: that in which the team serves the unit, else the first it has;
        NOBODY for a team that has none of them."""
        first = [self._first_role(team) for team in range(len(self.teams))]
        found = np.full(len(teams), NOBODY, dtype=np.int64)
        for row, (team, unit) in enumerate(zip(teams.tolist(), units.tolist())):
            if team == NOBODY:
                continue
            serving = (number for number, of in enumerate(self.coverage.by_role) if unit != NOBODY and team in of.teams[unit])
            found[row] = next(serving, first[team])
        return found

    def _first_role(self, team: int) -> int:
        numbered = list(enumerate(self.coverage.by_role))
        led = next((number for number, of in numbered if any(team in seat for seat in of.own.values())), None)
        if led is not None:
            return led
        own = self.teams.role[team]
        return next((number for number, of in numbered if is_of_role(own, of.role)), NOBODY)

    # ------------------------------------------------------------------------------------------------------------ a role

    def rows_of(self, number: int, of: Served, notes: list[Sentence]) -> list[TeamRow]:
        """The teams of a role: those that lead units, are in their term, or did something in the period."""
        leads = _Leads(self.coverage, of)
        measures = {name: leads.measure(name, notes) for name in MEASURES if name not in ("units", "area")}
        areas = leads.areas()
        rows = []
        for team in range(len(self.teams)):
            did = self._did(number, team)
            serves = team in leads.teams or self._in_term(number, team)
            if not serves and not did:
                continue
            units, villages = leads.units(team), leads.villages(team)
            visits, visited = self._visits(number, team, of, units)
            states, adopted, among = self._suggestions(number, team)
            area = areas[team]
            of_units = {name: None if values is None else int(values[team]) for name, values in measures.items()}
            planned = len(set(villages) & set(self.coverage.planned.tolist()))
            doubled = leads.doubled(team)
            rows.append(
                TeamRow(
                    team, of.role, serves, units, villages, doubled, area, of_units, planned, visits, visited, states, adopted,
                    among, {},
                )
            )  # fmt: skip
        return sorted(rows, key=lambda row: str(self.teams.id[row.team]))

    def _in_term(self, number: int, team: int) -> bool:
        """Whether a team's term holds on the day, in its only role or the first it could have."""
        start, end, day = self.teams.start[team], self.teams.end[team], self.coverage.job.day
        holds = (start is None or start <= day) and (end is None or day <= end)
        return holds and self._first_role(team) == number

    def _did(self, number: int, team: int) -> bool:
        visited = self.coverage.visited
        made = visited is not None and bool((visited.inside & (visited.team == team) & (self._visit_role == number)).any())
        return made or bool((self.inside & (self._suggested == team) & (self._suggestion_role == number)).any())

    def _visits(self, number: int, team: int, of: Served, units: Sequence[int]) -> tuple[int | None, list[int]]:
        """Visits of the period, and which of the units it leads it came to: a town also by one of the villages that take its
        team."""
        visited = self.coverage.visited
        if visited is None:
            return None, []
        own = visited.inside & (visited.team == team)
        places = {int(unit) for unit in visited.unit[own].tolist() if unit != NOBODY}
        seen = places | {int(of.source[unit]) for unit in places if team in of.teams[unit]}
        return int((own & (self._visit_role == number)).sum()), [unit for unit in units if unit in seen]

    def _suggestions(self, number: int, team: int) -> tuple[Mapping[SuggestionState, int] | None, int, int]:
        """Suggestions by state; adopted ones, and of how many these are a share."""
        if self.suggestions is None:
            return None, 0, 0
        rows = np.flatnonzero(self.inside & (self._suggested == team) & (self._suggestion_role == number)).tolist()
        made = [_suggestion(self.suggestions, row) for row in rows]
        states = {state: sum(each.state is state for each in made) for state in SuggestionState}
        return states, *self.adoption.share(made)


def _suggestion(rows: SuggestionRows, row: int) -> Suggestion:
    """A row as the register has it: adoption is judged in one place."""
    day = rows.day[row]
    return Suggestion("", str(rows.team[row]), day, "", "", rows.state[row], day, outcome=rows.outcome[row])


def _before(coverage: Coverage) -> dict[int, datetime.date]:
    """The last visit of each unit before the period."""
    visited, found = coverage.visited, dict[int, datetime.date]()
    for unit, day in zip(visited.unit.tolist(), visited.rows.day.tolist()) if visited is not None else ():
        if unit != NOBODY and day is not None and day < coverage.job.period.start:
            found[unit] = max(day, found.get(unit, day))
    return found


class _Leads:
    """The one team of each unit in a role (the first of several), and what of the unit it leads."""

    def __init__(self, coverage: Coverage, of: Served) -> None:
        self.coverage, self.of = coverage, of
        self.places, self.lead = coverage.inputs.places, of.lead
        self._inherited = of.inherited
        self.teams = {int(team) for team in self.lead.tolist() if team != NOBODY}
        self._units: dict[int, list[int]] = {}
        self._villages: dict[int, list[int]] = {}
        codes = self.places.units.code
        for unit in sorted(range(len(self.places)), key=lambda row: str(codes[row])):
            team = int(self.lead[unit])
            if team == NOBODY:
                continue
            if not self._inherited[unit]:
                self._units.setdefault(team, []).append(unit)
            if self.places.level[unit] is Level.VILLAGE:
                self._villages.setdefault(team, []).append(unit)

    def units(self, team: int) -> list[int]:
        """The units it leads by an assignment of its own, by code."""
        return self._units.get(team, [])

    def villages(self, team: int) -> list[int]:
        """All villages it leads, by code."""
        return self._villages.get(team, [])

    def doubled(self, team: int) -> int:
        """Units that another team serves, too."""
        return sum(len(self.of.teams[unit]) > 1 for unit in self.units(team))

    def _apart(self) -> dict[int, list[int]]:
        """Town with a team → its villages that another team leads."""
        found: dict[int, list[int]] = {}
        for unit, town in enumerate(self.places.town.tolist()):
            if town != NOBODY and self.lead[town] != NOBODY and self.lead[unit] != self.lead[town]:
                found.setdefault(town, []).append(unit)
        return found

    def measure(self, name: str, notes: list[Sentence]) -> np.ndarray | None:
        """int64 (m,): people, projects or visits due of each team, each unit rounded once; None where no unit has any.

        Of a town with a figure its villages only take off what other teams lead; without one they stand for it.
        """
        values = self.places.units.measures.get(name)
        if values is None or not np.isfinite(values).any():
            return None
        known = np.isfinite(values)
        whole = np.floor(np.nan_to_num(values) + 0.5).astype(np.int64)
        own = whole.copy()
        for town, villages in self._apart().items():
            if known[town]:
                own[town] -= int(whole[villages].sum())
                if own[town] < 0:
                    text = translate("LandLedger", "{unit}: its villages with teams of their own have more {measure} than it has.")
                    notes.append(sentence(text, unit=self.places.units.label(town), measure=_measure_name(name)))
                    own[town] = 0
        within = (self.places.town != NOBODY) & known[self.places.town] & (self.lead == self.lead[self.places.town])
        own[within & self.places.villages] = 0
        sums = np.zeros(len(self.coverage.inputs.teams), dtype=np.int64)
        led = self.lead != NOBODY
        np.add.at(sums, self.lead[led], own[led])
        return sums

    def areas(self) -> list[int | None]:
        """(m,): hundredths of a square kilometre of each team, the ground of its units added up and rounded once: the sum is that
        of the role; None for a team none of whose units has ground."""
        m = len(self.coverage.inputs.teams)
        ground = self._grounds(self.places.grounds)
        led = self.lead != NOBODY
        there = np.flatnonzero(led & np.array([shape is not None and not shapely.is_empty(shape) for shape in ground], dtype=bool))
        raw = np.bincount(self.lead[there], self.coverage.inputs.measure(ground[there]), m) if len(there) else np.zeros(m)
        known = np.bincount(self.lead[there], minlength=m) > 0
        total = int(units_half_up(np.array([raw.sum() / HUNDREDTH_KM2]), SQUARE_METRE)[0])
        if not raw.any():
            return [0 if each else None for each in known.tolist()]
        shares = largest_remainder(raw, np.zeros(m, dtype=np.int64), np.array([total], dtype=np.int64))
        return [share if each else None for share, each in zip(shares.tolist(), known.tolist())]

    def _grounds(self, grounds: np.ndarray) -> np.ndarray:
        """object (n,): the ground each unit gives its lead: of a town without the villages of other teams, of a village in a
        town of the same team nothing more."""
        own = grounds.copy()
        for town, villages in self._apart().items():
            others = [grounds[unit] for unit in villages if grounds[unit] is not None]
            if grounds[town] is not None and others:
                rest = shapely.difference(grounds[town], shapely.union_all(others))
                own[town] = polygons_of(np.array([rest], dtype=object))[0]
        for unit, town in enumerate(self.places.town.tolist()):
            if town != NOBODY and grounds[town] is not None and self.lead[unit] == self.lead[town]:
                own[unit] = None
        return own


def _measure_name(name: str) -> Sentence:
    return sentence(MEASURE_NAMES[name])


# ---------------------------------------------------------------------------------------------------------------- workload


def _loaded(
    rows: Sequence[TeamRow], roles: Sequence[Role | None], weights: Mapping[str, Decimal], notes: list[Sentence]
) -> tuple[list[TeamRow], list[Balance]]:
    """The rows with their workload W = Σ w·x/mean(x) within each role, over teams that serve; exact fractions, of mean 1."""
    loaded: list[TeamRow] = []
    balances = []
    for role in roles:
        of_role = [row for row in rows if row.role is role]
        serving = [row for row in of_role if row.serves]
        used = _used(serving, weights)
        means = {name: Fraction(sum(measured(row, name) for row in serving), len(serving)) for name in used}
        for row in of_role:
            parts = {name: weight * measured(row, name) / means[name] for name, weight in used.items()}
            loaded.append(replace(row, parts=parts if row.serves else {}))
        loads = np.array([float(row.load) for row in loaded if row.role is role and row.load is not None])
        balances.append(Balance(role, len(loads), evenness(loads), used))
    if not any(balance.used for balance in balances):
        raise InputError(translate("LandLedger", "The teams have none of the measures of workload that have a weight."))
    for name, wanted in weights.items():
        if wanted > 0 and not any(name in balance.used for balance in balances):
            text = translate("LandLedger", "The units have no {measure}; the other weights stand for it.")
            notes.append(sentence(text, measure=_measure_name(name)))
    return loaded, balances


def measured(row: TeamRow, name: str) -> int:
    """A measure of a row as a whole number, 0 where there is none; area in hundredths of a square kilometre."""
    if name == "units":
        return len(row.units)
    if name == "area":
        return row.hundredths or 0
    return row.measures.get(name) or 0


def _used(serving: Sequence[TeamRow], weights: Mapping[str, Decimal]) -> dict[str, Fraction]:
    """The weights of the measures that some of the teams has, scaled to 1; none where there is nothing to weigh."""
    used = {
        name: Fraction(weight) for name, weight in weights.items() if weight > 0 and any(measured(row, name) for row in serving)
    }
    total = sum(used.values(), Fraction(0))
    return {name: weight / total for name, weight in used.items()}
