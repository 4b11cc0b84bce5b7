"""Who serves what on a day: assignments that hold, towns for their villages, and what keeps the others from counting.

A team serves at its level: what the assignment says, else the team, else the unit. So a town team and a village team over one
village are no double service. A village without a team of its own takes that of its town.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from ..service_rows import AssignmentRows, Rows
from ..teams import Role, Teams
from ..units import Level, Match
from .places import NOBODY, Places

Seat = tuple[int, Level]
"""A unit and a level of service."""


class Standing(Enum):
    """Whether an assignment counts on the day, and if not, why."""

    HOLDS = "holds"
    OVER = "over"
    LATER = "later"
    TERM_OVER = "term over"
    TERM_LATER = "term later"
    FREE = "free"
    NO_UNIT = "no unit"
    NO_TEAM = "no team"


@dataclass(frozen=True)
class Placed:
    """The r assignments: `match` of the unit, `unit` and `team` int64 (r,) rows or NOBODY, `role` object (r,) of Role or None,
    `level` object (r,) of Level or None, `standing` object (r,)."""

    rows: AssignmentRows
    match: Sequence[Match]
    unit: np.ndarray
    team: np.ndarray
    role: np.ndarray
    level: np.ndarray
    standing: np.ndarray

    def seat(self, row: int) -> Seat:
        """What the assignment is about."""
        return int(self.unit[row]), self.level[row]


@dataclass(frozen=True)
class Served:
    """One role. `own`: the teams of each seat, by team; `teams` and `level` (n,): who serves each unit and at which level
    (() and None for nobody); `source` int64 (n,): the unit whose assignment it is, its town's where a village inherits."""

    role: Role | None
    own: Mapping[Seat, Sequence[int]]
    teams: Sequence[tuple[int, ...]]
    level: Sequence[Level | None]
    source: np.ndarray

    @property
    def lead(self) -> np.ndarray:
        """int64 (n,): the team that serves each unit (the first of several), NOBODY for none."""
        return np.array([teams[0] if teams else NOBODY for teams in self.teams], dtype=np.int64)

    @property
    def inherited(self) -> np.ndarray:
        """bool (n,): served by the town's team."""
        return (self.source != np.arange(len(self.source))) & (self.source != NOBODY)


def team_places(teams: Teams, rows: Rows) -> np.ndarray:
    """int64 (r,): the team of each row by its id, or by its name where one team alone has it; NOBODY for none."""
    names = teams.name.tolist()
    place = {str(name): row for row, name in enumerate(names) if name and names.count(name) == 1}
    place.update((str(team), row) for row, team in enumerate(teams.id.tolist()))
    return np.array([place.get(str(team), NOBODY) for team in rows.team.tolist()], dtype=np.int64)


def place_assignments(rows: AssignmentRows, places: Places, teams: Teams, day: datetime.date, system: str) -> Placed:
    """The assignments with their units and teams, and whether they hold on the day."""
    match = places.match(rows.listed, system)
    unit = np.array([one.row for one in match], dtype=np.int64)
    team = team_places(teams, rows)
    r = len(rows)
    role, level, standing = (np.full(r, None, dtype=object) for _ in range(3))
    for row in range(r):
        known = int(team[row])
        role[row] = rows.role[row] or (teams.role[known] if known != NOBODY else None)
        if unit[row] != NOBODY:
            own = teams.level[known] if known != NOBODY else None
            level[row] = rows.level[row] or own or places.level[unit[row]]
        standing[row] = _standing(rows, row, int(unit[row]), known, teams, day)
    return Placed(rows, match, unit, team, role, level, standing)


def _standing(rows: AssignmentRows, row: int, unit: int, team: int, teams: Teams, day: datetime.date) -> Standing:
    if not rows.team[row]:
        return Standing.FREE
    if unit == NOBODY:
        return Standing.NO_UNIT
    if team == NOBODY:
        return Standing.NO_TEAM
    for start, end, later, over in (
        (rows.start[row], rows.end[row], Standing.LATER, Standing.OVER),
        (teams.start[team], teams.end[team], Standing.TERM_LATER, Standing.TERM_OVER),
    ):
        if end is not None and end < day:
            return over
        if start is not None and start > day:
            return later
    return Standing.HOLDS


def roles_judged(placed: Placed, wanted: Role | None) -> tuple[Role | None, ...]:
    """The role wanted; else those of the assignments, and None alone where none of them says one."""
    if wanted is not None:
        return (wanted,)
    present = {role for role in placed.role.tolist() if role is not None}
    return tuple(role for role in Role if role in present) or (None,)


def is_of_role(given: Role | None, role: Role | None) -> bool:
    """Whether an assignment counts for a role; one that says none counts for each."""
    return role is None or given is None or given is role


def served(placed: Placed, places: Places, role: Role | None) -> Served:
    """Who serves each unit in a role: at the village's level before the town's, the village's own before its town's."""
    own: dict[Seat, set[int]] = {}
    for row in range(len(placed.rows)):
        if placed.standing[row] is Standing.HOLDS and is_of_role(placed.role[row], role):
            own.setdefault(placed.seat(row), set()).add(int(placed.team[row]))
    n = len(places)
    teams: list[tuple[int, ...]] = [()] * n
    level: list[Level | None] = [None] * n
    source = np.full(n, NOBODY, dtype=np.int64)
    for unit in range(n):
        for seat in _seats(unit, places):
            if seat in own:
                teams[unit], level[unit], source[unit] = tuple(sorted(own[seat])), seat[1], seat[0]
                break
    return Served(role, {seat: tuple(sorted(found)) for seat, found in own.items()}, teams, level, source)


def _seats(unit: int, places: Places) -> list[Seat]:
    """Where the team of a unit is looked for, first to last."""
    if places.level[unit] is Level.TOWN:
        return [(unit, Level.TOWN), (unit, Level.VILLAGE)]
    town = int(places.town[unit])
    above = [] if town == NOBODY else [(town, Level.VILLAGE), (town, Level.TOWN)]
    return [(unit, Level.VILLAGE), (unit, Level.TOWN), *above]


def is_gap(of: Served, places: Places, unit: int) -> bool:
    """Whether nobody serves a unit at its level: of a town its town team counts, not one for its villages alone."""
    if places.level[unit] is Level.TOWN:
        return (unit, Level.TOWN) not in of.own
    return not of.teams[unit]
