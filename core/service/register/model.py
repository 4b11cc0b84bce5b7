"""Rows of the registers of a service book as objects: teams, scenarios, assignment, visits, suggestions."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

import numpy as np

from ...ledger.model import Record, Scalar
from ..teams import Role, Teams
from ..units import Level
from .vocabulary import ScenarioState, SuggestionState

Values = Mapping[str, Scalar]

ANY = "any"
"""How registers write a role or a level that is not said: of every one."""


def _text(values: Values, name: str) -> str:
    value = values.get(name)
    return "" if value is None else str(value)


def _day(values: Values, name: str) -> datetime.date | None:
    value = values.get(name)
    return datetime.date.fromisoformat(str(value)) if value else None


def _number(values: Values, name: str) -> Decimal | None:
    value = values.get(name)
    return None if value is None else Decimal(str(value))


def _needed_day(values: Values, name: str) -> datetime.date:
    return datetime.date.fromisoformat(str(values[name]))


def role_in(values: Values) -> Role | None:
    """The role of a row, None for every one."""
    text = _text(values, "role")
    return None if text in ("", ANY) else Role(text)


def level_in(values: Values) -> Level | None:
    """The level of a row, None for every one."""
    text = _text(values, "level")
    return None if text in ("", ANY) else Level(text)


@dataclass(frozen=True)
class PlannerTeam:
    """A team: `role` and `level` None for every one; `base` east and north in `base_crs` (an authority's code), None for
    none; the term from `start` to `end`, both included, None for no bound."""

    code: str
    name: str
    lead: str = ""
    org: str = ""
    phone: str = ""
    role: Role | None = None
    level: Level | None = None
    capacity: Decimal | None = None
    base: tuple[Decimal, Decimal] | None = None
    base_crs: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None
    note: str = ""

    @classmethod
    def of(cls, values: Values) -> PlannerTeam:
        """The team of a row of `planner_team`."""
        x, y = _number(values, "base_x"), _number(values, "base_y")
        return cls(
            _text(values, "code"), _text(values, "name"), _text(values, "lead"), _text(values, "org"),
            _text(values, "phone"), role_in(values), level_in(values), _number(values, "capacity"),
            None if x is None or y is None else (x, y), _text(values, "base_crs"), _day(values, "from"),
            _day(values, "to"), _text(values, "note"),
        )  # fmt: skip

    def serves_on(self, day: datetime.date) -> bool:
        """Whether the term holds on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def teams_as_columns(teams: Sequence[PlannerTeam], layer: str) -> Teams:
    """Teams as what assigning works on; `layer` is for messages. Bases stay in the system in which they are kept."""

    def column(values: list[object]) -> np.ndarray:
        found = np.empty(len(values), dtype=object)
        found[:] = values
        return found

    base = [(float(team.base[0]), float(team.base[1])) if team.base else (np.nan, np.nan) for team in teams]
    capacity = [np.nan if team.capacity is None else float(team.capacity) for team in teams]
    return Teams(
        layer, column([team.code for team in teams]), column([team.name for team in teams]),
        column([team.lead for team in teams]), np.array(base, dtype=np.float64).reshape(-1, 2),
        np.array(capacity, dtype=np.float64), column([team.role for team in teams]),
        column([team.level for team in teams]), column([team.start for team in teams]), column([team.end for team in teams]),
    )  # fmt: skip


@dataclass(frozen=True)
class Scenario:
    """A table of who serves what, by its own name; one at most is in force."""

    code: str
    name: str
    purpose: str = ""
    state: ScenarioState = ScenarioState.DRAFT
    day: datetime.date | None = None
    doc_no: str = ""
    note: str = ""

    @classmethod
    def of(cls, values: Values) -> Scenario:
        """The scenario of a row of `service_scenario`."""
        return cls(
            _text(values, "code"), _text(values, "name"), _text(values, "purpose"), ScenarioState(_text(values, "state")),
            _day(values, "day"), _text(values, "doc_no"), _text(values, "note"),
        )  # fmt: skip


class Place(NamedTuple):
    """What one row of a scenario is about: a unit, as it is served in a role and at a level (None for every one)."""

    unit: str
    role: Role | None = None
    level: Level | None = None


@dataclass(frozen=True)
class Assigned:
    """Who serves a unit in a role and at a level: `team` '' for nobody; from `start` to `end`, both included, None for no
    bound. For recording, `reason` is that of the whole change, and so is `start`, but for a place that stands several times.
    `row` is where it stands in a table, from 1, 0 for nowhere."""

    unit: str
    team: str = ""
    role: Role | None = None
    level: Level | None = None
    unit_name: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None
    reason: str = ""
    row: int = field(default=0, compare=False)

    @classmethod
    def of(cls, values: Values) -> Assigned:
        """The row of `service_assignment`."""
        return cls(
            _text(values, "unit"), _text(values, "team"), role_in(values), level_in(values), _text(values, "unit_name"),
            _day(values, "from"), _day(values, "to"), _text(values, "reason"),
        )  # fmt: skip

    @property
    def place(self) -> Place:
        """Unit, role and level."""
        return Place(self.unit, self.role, self.level)

    def expired(self, day: datetime.date) -> bool:
        """Whether it ended before a day."""
        return self.end is not None and self.end < day


@dataclass(frozen=True)
class Change:
    """A version of an assignment as it was recorded: `recorded` UTC, ISO 8601."""

    assigned: Assigned
    version: int
    operator: str
    recorded: str

    @classmethod
    def of(cls, record: Record) -> Change:
        """The change that a version of a record tells of."""
        return cls(Assigned.of(record.values), record.version, record.operator, record.recorded)


@dataclass(frozen=True)
class Visit:
    """A visit 走访 of a team: `topic` is a focus field; `count` people, None where nobody counted; `point` east and north
    in `crs`."""

    no: str
    team: str
    date: datetime.date
    unit: str = ""
    unit_name: str = ""
    persons: str = ""
    count: int | None = None
    topic: str = ""
    content: str = ""
    point: tuple[Decimal, Decimal] | None = None
    crs: str = ""
    photos: str = ""
    origin: str = ""
    note: str = ""

    @classmethod
    def of(cls, values: Values) -> Visit:
        """The visit of a row of `planner_visit`."""
        x, y, count = _number(values, "x"), _number(values, "y"), values.get("count")
        return cls(
            _text(values, "no"), _text(values, "team"), _needed_day(values, "date"), _text(values, "unit"),
            _text(values, "unit_name"), _text(values, "persons"), None if count is None else int(count),
            _text(values, "topic"), _text(values, "content"), None if x is None or y is None else (x, y),
            _text(values, "crs"), _text(values, "photos"), _text(values, "origin"), _text(values, "note"),
        )  # fmt: skip


@dataclass(frozen=True)
class Suggestion:
    """A suggestion 意见建议: `state` since `state_date`; `outcome` adopted, partly adopted or not adopted, also of one that is
    put into effect; `basis` the ground of adoption; `visit` '' of one that was made without."""

    no: str
    team: str
    date: datetime.date
    field: str
    text: str
    state: SuggestionState
    state_date: datetime.date
    visit: str = ""
    unit: str = ""
    unit_name: str = ""
    to: str = ""
    outcome: SuggestionState | None = None
    basis: str = ""
    origin: str = ""
    note: str = ""

    @classmethod
    def of(cls, values: Values) -> Suggestion:
        """The suggestion of a row of `planner_suggestion`."""
        outcome = _text(values, "outcome")
        return cls(
            _text(values, "no"), _text(values, "team"), _needed_day(values, "date"), _text(values, "field"),
            _text(values, "text"), SuggestionState(_text(values, "state")), _needed_day(values, "state_date"),
            _text(values, "visit"), _text(values, "unit"), _text(values, "unit_name"), _text(values, "to"),
            SuggestionState(outcome) if outcome else None, _text(values, "basis"), _text(values, "origin"),
            _text(values, "note"),
        )  # fmt: skip
