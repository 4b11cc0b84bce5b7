"""Visits held against units, teams and periods; approved village plans held against visits."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..service_rows import UNDATED, PlanRows, VisitRows, full_periods, period_name
from ..teams import Teams
from ..units import Match
from .places import NOBODY, Places
from .serving import team_places


@dataclass(frozen=True)
class Period:
    """The days looked at, both included."""

    start: datetime.date
    end: datetime.date

    def holds(self, day: datetime.date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.start <= day <= self.end


@dataclass(frozen=True)
class Visited:
    """The r visits: `match`, `unit`, `team` int64 (r,) or NOBODY, `inside` bool (r,): in the period. `last`: the latest day in
    the period of each visited unit; `counts` int64 (m,): visits of each team in the period."""

    rows: VisitRows
    match: Sequence[Match]
    unit: np.ndarray
    team: np.ndarray
    inside: np.ndarray
    last: Mapping[int, datetime.date]
    counts: np.ndarray
    per_unit: Mapping[int, int]


def place_visits(rows: VisitRows, places: Places, teams: Teams, period: Period, system: str) -> Visited:
    """The visits with their units and teams."""
    match = places.match(rows.listed, system)
    unit = np.array([one.row for one in match], dtype=np.int64)
    team = team_places(teams, rows)
    inside = np.array([period.holds(day) for day in rows.day.tolist()], dtype=bool)
    last: dict[int, datetime.date] = {}
    per_unit: dict[int, int] = {}
    for row in np.flatnonzero(inside & (unit != NOBODY)).tolist():
        place = int(unit[row])
        last[place] = max(rows.day[row], last.get(place, rows.day[row]))
        per_unit[place] = per_unit.get(place, 0) + 1
    counts = np.bincount(team[inside & (team != NOBODY)], minlength=len(teams)).astype(np.int64)
    return Visited(rows, match, unit, team, inside, last, counts, per_unit)


@dataclass(frozen=True)
class Due:
    """What a team owed: `periods` that lie in the period asked and in its term, `short` those with too few visits (name,
    visits)."""

    periods: int
    short: Sequence[tuple[str, int]]


def visits_due(visited: Visited, teams: Teams, period: Period, kind: str, least: int) -> list[Due]:
    """Of each team: full calendar periods within its term, and those with fewer than `least` visits."""
    spans = full_periods(period.start, period.end, kind)
    days: dict[int, list[datetime.date]] = {}
    for row in np.flatnonzero(visited.inside).tolist():
        days.setdefault(int(visited.team[row]), []).append(visited.rows.day[row])
    owed = []
    for team in range(len(teams)):
        start, end = teams.start[team], teams.end[team]
        own = [span for span in spans if (start is None or start <= span[0]) and (end is None or span[1] <= end)]
        made = [sum(first <= day <= last for day in days.get(team, [])) for first, last in own]
        short = [(period_name(span[0], kind), count) for span, count in zip(own, made) if count < least]
        owed.append(Due(len(own), short))
    return owed


def plan_days(places: Places, own: np.ndarray | None, rows: PlanRows | None, match: Sequence[Match]) -> np.ndarray:
    """object (n,): the day each unit's village plan was approved, UNDATED where none is said, None without a plan. `own` object
    (k,) of the units drawn; a row of the table stands before it, the earliest of several."""
    days = np.full(len(places), None, dtype=object)
    if own is not None:
        days[: len(own)] = own
    listed: dict[int, datetime.date] = {}
    for one, day in zip(match, rows.day.tolist() if rows is not None else []):
        if one.row != NOBODY:
            listed[one.row] = min(day, listed.get(one.row, day))
    for unit, day in listed.items():
        days[unit] = day
    return days


def planned_villages(places: Places, days: np.ndarray, until: datetime.date) -> np.ndarray:
    """int64: villages with a plan approved by a day, one without a date too, by code."""
    rows = [row for row in np.flatnonzero(places.villages).tolist() if days[row] is not None and days[row] <= until]
    return np.array(sorted(rows, key=lambda row: str(places.units.code[row])), dtype=np.int64)


def shown_day(day: datetime.date | None) -> str | None:
    """A day as tables have it, nothing for none and for one not said."""
    return None if day is None or day == UNDATED else day.isoformat()
