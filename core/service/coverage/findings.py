"""The findings of a check of service: each names its unit, team or place, so that a decision about it outlives a run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import numpy as np
import shapely

from ...area import Area
from ...checking.finding import NO_ROW, Finding
from ...checking.severities import Severities
from ...checking.states import Former
from ...columns import Columns
from ...sentence import Say, Sentence, sentence, translate
from ..service_rows import Rows
from ..teams import Role
from ..units import LEVEL_NAMES, MATCH_TEXTS, Level, Listed, Match, MatchKind
from .ground import HUNDREDTH, Covered, left_over
from .job import Coverage, doubles_of, gaps_of, lapsed_of, role_name
from .places import NOBODY
from .serving import Standing, is_of_role
from .titles import CHECK_TITLES
from .visiting import shown_day

FAR = 200.0
"""Metres around a point worth looking at."""
_SHOWN = 5
_ALL = "all"
TABLE_NAMES = {
    "ASSIGNMENT": translate("LandLedger", "Assignment"),
    "VISITS": translate("LandLedger", "Visits"),
    "PLANS": translate("LandLedger", "Approved village plans"),
}


class _Subjects:
    """What findings are about: units first, then teams and rows that met no unit, each text once."""

    def __init__(self, coverage: Coverage) -> None:
        units, teams = coverage.inputs.places.units, coverage.inputs.teams
        self._places = coverage.inputs.places
        self._names: list[str] = [str(code) for code in units.code.tolist()]
        self._labels: list[str] = [str(name) for name in units.name.tolist()]
        self._row = {name: row for row, name in enumerate(self._names)}
        self._teams = [self.other(str(team), str(name)) for team, name in zip(teams.id.tolist(), teams.name.tolist())]
        self._base = teams.base

    def other(self, name: str, label: str = "") -> int:
        """The row of something that is no unit."""
        if name not in self._row:
            self._row[name] = len(self._names)
            self._names.append(name)
            self._labels.append(label)
        return self._row[name]

    def team(self, team: int) -> int:
        """The row of a team."""
        return self._teams[team]

    def of_unit(self, unit: int) -> dict[str, float]:
        """Place and extent of a unit: its own, else its town's."""
        row = unit
        if self._places.units.shape[row] is None and self._places.town[row] != NOBODY:
            row = int(self._places.town[row])
        return placed_in(self._places.units.shape[row])

    def of_team(self, team: int) -> dict[str, float]:
        """Place of a team's base."""
        x, y = self._base[team].tolist()
        return {"x": x, "y": y, "extent": FAR}

    def columns(self) -> Columns:
        """As the layer of findings names them."""
        count = len(self._names)
        nothing = np.full(count, None, dtype=object)
        names = np.array(self._names, dtype=object)
        attributes = {"BSM": names, "ZLDWDM": names, "ZLDWMC": np.array(self._labels, dtype=object)}
        return Columns("", np.arange(1, count + 1, dtype=np.int64), nothing, attributes)


def placed_in(shape: shapely.Geometry | None) -> dict[str, float]:
    """A point in a shape and the side of the square around it worth looking at; nothing for no shape."""
    if shape is None or shapely.is_empty(shape):
        return {}
    x, y = shapely.get_coordinates(shapely.point_on_surface(shape))[0].tolist()
    west, south, east, north = shapely.bounds(shape).tolist()
    return {"x": x, "y": y, "extent": max(east - west, north - south, FAR)}


def find_faults(coverage: Coverage, severities: Severities) -> tuple[Columns, list[Finding]]:
    """The subjects and all findings about them, in the order of CHECK_TITLES, then of unit, team or place."""
    subjects = _Subjects(coverage)
    found = [
        Finding(check, severity, row, text, **more)  # type: ignore[arg-type]
        for check, row, text, more in _all(coverage, subjects)
        if (severity := severities.of(check)) is not None
    ]
    place = {check: number for number, check in enumerate(CHECK_TITLES)}
    found.sort(key=lambda finding: place[finding.check])
    return subjects.columns(), found


_Fault = tuple[str, int, Sentence, Mapping[str, object]]


def _all(coverage: Coverage, subjects: _Subjects) -> Iterator[_Fault]:
    yield from _gaps(coverage, subjects)
    yield from _doubles(coverage, subjects)
    yield from _lapsed(coverage, subjects)
    yield from _terms(coverage, subjects)
    yield from _unmatched(coverage, subjects)
    yield from _unknown_teams(coverage, subjects)
    yield from _towns(coverage, subjects)
    yield from _outside(coverage, subjects)
    yield from _ground(coverage)
    yield from _unvisited(coverage, subjects)
    yield from _few_visits(coverage, subjects)
    yield from _idle(coverage, subjects)


def _about(role: Role | None, level: Level) -> str:
    """Role and level as the key of a finding has them."""
    return f"{_ALL if role is None else role.value}/{level.value}"


def about_told(about: str) -> Sentence | None:
    """For people: the role and level, or the table, that the key of a finding has; None for nothing."""
    if not about:
        return None
    if about in TABLE_NAMES:
        return sentence(TABLE_NAMES[about])
    role, level = about.split("/")
    named = sentence(role_name(None if role == _ALL else Role(role)))
    return Sentence("{role}/{level}", {"role": named, "level": sentence(LEVEL_NAMES[Level(level)])})


def _gaps(coverage: Coverage, subjects: _Subjects) -> Iterator[_Fault]:
    places = coverage.inputs.places
    for number, role in enumerate(coverage.roles):
        for unit in gaps_of(coverage, number):
            level = places.level[unit]
            text = translate("LandLedger", "{unit} ({level}) is served by nobody: {role}.")
            if level is Level.VILLAGE:
                text = translate("LandLedger", "{unit} ({level}) is served by nobody, and its town neither: {role}.")
            said = _said(text, coverage, unit, role, level)
            yield "service_gap", unit, said, {"field": _about(role, level), **subjects.of_unit(unit)}


def _said(text: str, coverage: Coverage, unit: int, role: Role | None, level: Level, **more: object) -> Sentence:
    units = coverage.inputs.places.units
    return sentence(text, unit=units.label(unit), role=sentence(role_name(role)), level=sentence(LEVEL_NAMES[level]), **more)


def _doubles(coverage: Coverage, subjects: _Subjects) -> Iterator[_Fault]:
    names = coverage.inputs.teams.id
    for number, (role, of) in enumerate(zip(coverage.roles, coverage.by_role)):
        for unit, level in doubles_of(coverage, number):
            teams = [str(names[team]) for team in of.own[unit, level]]
            text = translate("LandLedger", "{unit} has {count} teams of one level ({level}; {role}): {teams}.")
            said = _said(text, coverage, unit, role, level, count=len(teams), teams="、".join(teams))
            more = {"field": _about(role, level), "facts": tuple(teams), **subjects.of_unit(unit)}
            yield "service_double", unit, said, more


_OVER = translate("LandLedger", "{unit}: the assignment to {team} ({level}; {role}) ended on {day}, and nothing followed.")
_LATER = translate("LandLedger", "{unit}: the assignment to {team} ({level}; {role}) begins on {day}; until then there is none.")
_TERM_OVER = translate("LandLedger", "The term of team {team} ended on {day}; {count} assignments still name it.")
_TERM_LATER = translate("LandLedger", "The term of team {team} begins on {day}; {count} assignments name it already.")


def _lapsed(coverage: Coverage, subjects: _Subjects) -> Iterator[_Fault]:
    placed, rows = coverage.placed, coverage.placed.rows
    for check, standing, text, days in (
        ("service_expired", Standing.OVER, _OVER, rows.end),
        ("service_not_begun", Standing.LATER, _LATER, rows.start),
    ):
        for row in lapsed_of(coverage, standing):
            unit, level, role = int(placed.unit[row]), placed.level[row], placed.role[row]
            team, day = str(coverage.inputs.teams.id[placed.team[row]]), days[row].isoformat()
            said = _said(text, coverage, unit, role, level, team=team, day=day)
            more = {"field": _about(role, level), "facts": (team, day), **subjects.of_unit(unit)}
            yield check, unit, said, more


def _terms(coverage: Coverage, subjects: _Subjects) -> Iterator[_Fault]:
    placed, teams = coverage.placed, coverage.inputs.teams
    for check, standing, text, days in (
        ("service_team_expired", Standing.TERM_OVER, _TERM_OVER, teams.end),
        ("service_team_not_begun", Standing.TERM_LATER, _TERM_LATER, teams.start),
    ):
        named = [one is standing and is_of_role(role, coverage.job.role) for one, role in zip(placed.standing, placed.role)]
        held = placed.team[np.array(named, dtype=bool)]
        for team in np.unique(held).tolist():
            day = days[team].isoformat()
            said = sentence(text, team=teams.id[team], day=day, count=int((held == team).sum()))
            yield check, subjects.team(team), said, {"facts": (day,), **subjects.of_team(team)}


def tables_of(coverage: Coverage) -> list[tuple[str, str, Sequence[Listed], Sequence[Match], Sequence[str]]]:
    """The tables that speak of units: parameter, layer, rows, matches, and the teams of rows ('' each where none are named)."""
    inputs = coverage.inputs
    found = [_table("ASSIGNMENT", inputs.assignments, coverage.placed.match)]
    if coverage.visited is not None:
        found.append(_table("VISITS", coverage.visited.rows, coverage.visited.match))
    if inputs.plans is not None:
        plans = inputs.plans
        found.append(("PLANS", plans.layer, plans.listed, coverage.plan_match, [""] * len(plans.listed)))
    return found


def _table(name: str, rows: Rows, match: Sequence[Match]) -> tuple[str, str, Sequence[Listed], Sequence[Match], Sequence[str]]:
    return name, rows.layer, rows.listed, match, rows.team.tolist()


def _unmatched(coverage: Coverage, subjects: _Subjects) -> Iterator[_Fault]:
    units = coverage.inputs.places.units
    for name, layer, listed, matches, _ in tables_of(coverage):
        told: set[str] = set()
        for one, match in zip(listed, matches):
            if match.kind not in MATCH_TEXTS or one.label in told or not one.label:
                continue
            told.add(one.label)
            differs = match.kind is MatchKind.NAME_DIFFERS
            unit = units.label(match.row) if match.row >= 0 else ""
            text = translate("LandLedger", "Table {layer}: {note}")
            said = sentence(text, layer=layer, note=sentence(MATCH_TEXTS[match.kind], row=one.label, unit=unit))
            check = "service_unit_differs" if differs else "service_unknown_unit"
            row = match.row if differs else subjects.other(one.label)
            place = subjects.of_unit(match.row) if differs else {}
            yield check, row, said, {"field": name, "facts": (one.label,), **place}


def _unknown_teams(coverage: Coverage, subjects: _Subjects) -> Iterator[_Fault]:
    sides: list[tuple[str, Rows, np.ndarray]] = [("ASSIGNMENT", coverage.inputs.assignments, coverage.placed.team)]
    if coverage.visited is not None:
        sides.append(("VISITS", coverage.visited.rows, coverage.visited.team))
        undated = [row for row, day in enumerate(coverage.visited.rows.day.tolist()) if day is None]
        if undated:
            text = translate("LandLedger", "Table {layer}: {count} visits have no day (rows {rows}); they count nowhere.")
            shown = "、".join(str(row + 1) for row in undated[:_SHOWN]) + ("…" if len(undated) > _SHOWN else "")
            said = sentence(text, layer=coverage.visited.rows.layer, count=len(undated), rows=shown)
            yield "service_no_day", NO_ROW, said, {"field": "VISITS", "facts": (str(len(undated)),)}
    for name, rows, place in sides:
        lost = [str(rows.team[row]) for row in np.flatnonzero(place == NOBODY).tolist() if rows.team[row]]
        for team in dict.fromkeys(lost):
            text = translate("LandLedger", "Table {layer}: team {team} of {count} rows is not among the teams; they do not count.")
            said = sentence(text, layer=rows.layer, team=team, count=lost.count(team))
            yield "service_unknown_team", subjects.other(team), said, {"field": name}


def _towns(coverage: Coverage, subjects: _Subjects) -> Iterator[_Fault]:
    places = coverage.inputs.places
    for unit, note in places.notes:
        yield "service_no_town", unit, note, subjects.of_unit(unit)
    lost = np.flatnonzero(places.villages & (places.town == NOBODY) & places.drawn)
    for unit in lost.tolist():
        text = translate("LandLedger", "{unit}: its town is not there, so it can take nobody's team.")
        yield "service_no_town", unit, sentence(text, unit=places.units.label(unit)), subjects.of_unit(unit)


def outside_units(coverage: Coverage) -> tuple[list[int], list[int]]:
    """The assigned units that lie outside the city, and those partly outside, by code."""
    places = coverage.inputs.places
    assigned = {int(unit) for unit, team in zip(coverage.placed.unit, coverage.placed.rows.team) if unit != NOBODY and team}
    rows = sorted(assigned, key=lambda row: str(places.units.code[row]))
    least = float(coverage.job.rules.number("service_partly_outside_percent"))
    partly = [row for row in rows if coverage.inside[row] and (1 - np.nan_to_num(coverage.shares[row], nan=1.0)) * 100 > least]
    return [row for row in rows if not coverage.inside[row]], partly


def _outside(coverage: Coverage, subjects: _Subjects) -> Iterator[_Fault]:
    outside, partly = outside_units(coverage)
    units = coverage.inputs.places.units
    for check, rows, text in (
        ("service_outside", outside, translate("LandLedger", "{unit} is assigned, but {percent} % of it lies outside the city.")),
        ("service_partly_outside", partly, translate("LandLedger", "{unit}: {percent} % of it lies outside the city.")),
    ):
        for unit in rows:
            percent = f"{(1 - coverage.shares[unit]) * 100:.2f}"
            said = sentence(text, unit=units.label(unit), percent=percent)
            yield check, unit, said, {"facts": (percent,), **subjects.of_unit(unit)}


def _ground(coverage: Coverage) -> Iterator[_Fault]:
    if not coverage.ground:
        return
    covered = coverage.ground[0]
    wanted = coverage.job.rules.number("service_covered_percent")
    if not covered.reaches(wanted):
        text = translate("LandLedger", "{percent} % of the city is served, less than {wanted} %: {left} m² of {city} m² are not.")
        left, city = (_metres(units) for units in (covered.city.total - covered.total, covered.city.total))
        said = sentence(text, percent=covered.percent, wanted=wanted, left=left, city=city)
        yield "service_share", NO_ROW, said, {"facts": (str(covered.total), str(covered.city.total))}
    yield from _pieces(coverage, covered)


def _pieces(coverage: Coverage, covered: Covered) -> Iterator[_Fault]:
    least = float(coverage.job.rules.number("service_uncovered_least_m2"))
    shapes, parts, _, _ = left_over(covered, least)
    areas = coverage.inputs.measure(shapes) if len(shapes) else np.zeros(0)
    for shape, part, area in zip(shapes.tolist(), parts.tolist(), areas.tolist()):
        printed = f"{area:.2f}"
        text = translate("LandLedger", "{area} m² in {part} are served by nobody.")
        said = sentence(text, area=printed, part=covered.city.name[part])
        more = {"facts": (printed,), "area": area, "shape": shape, **placed_in(shape)}
        yield "service_uncovered", NO_ROW, said, more


def _metres(units: int) -> Decimal:
    return Area.from_units(units, HUNDREDTH).square_metres()


def _unvisited(coverage: Coverage, subjects: _Subjects) -> Iterator[_Fault]:
    units, period = coverage.inputs.places.units, coverage.job.period
    for unit in coverage.unvisited:
        day = shown_day(coverage.plan_day[unit])
        text = translate("LandLedger", "{unit}: its village plan was approved on {day}; no visit from {start} to {end}.")
        if day is None:
            text = translate("LandLedger", "{unit} has an approved village plan; no visit from {start} to {end}.")
        said = sentence(text, unit=units.label(unit), day=day, start=period.start.isoformat(), end=period.end.isoformat())
        facts = (period.start.isoformat(), period.end.isoformat(), day or "")
        yield "service_unvisited", unit, said, {"facts": facts, **subjects.of_unit(unit)}


def _few_visits(coverage: Coverage, subjects: _Subjects) -> Iterator[_Fault]:
    least = coverage.job.rules.whole("service_min_visits")
    for team, due in enumerate(coverage.due):
        if not due.short or not _is_asked(coverage, team):
            continue
        shown = "、".join(f"{name} ({count})" for name, count in due.short[:12]) + ("…" if len(due.short) > 12 else "")
        text = translate("LandLedger", "Team {team}: fewer than {least} visits in {short} of {all} periods: {names}.")
        said = sentence(
            text, team=coverage.inputs.teams.id[team], least=least, short=len(due.short), all=due.periods, names=shown
        )
        facts = tuple(f"{name}={count}" for name, count in due.short)
        yield "service_few_visits", subjects.team(team), said, {"facts": facts, **subjects.of_team(team)}


def _is_asked(coverage: Coverage, team: int) -> bool:
    """Whether a team serves in the role asked."""
    return is_of_role(coverage.inputs.teams.role[team], coverage.job.role)


def short_teams(coverage: Coverage) -> int:
    """Teams of the role asked with too few visits."""
    return sum(bool(due.short) and _is_asked(coverage, team) for team, due in enumerate(coverage.due))


def _idle(coverage: Coverage, subjects: _Subjects) -> Iterator[_Fault]:
    teams, day = coverage.inputs.teams, coverage.job.day
    busy = {int(team) for team, standing in zip(coverage.placed.team, coverage.placed.standing) if standing is Standing.HOLDS}
    for team in range(len(teams)):
        start, end = teams.start[team], teams.end[team]
        in_term = (start is None or start <= day) and (end is None or end >= day)
        if in_term and team not in busy and _is_asked(coverage, team):
            text = translate("LandLedger", "Team {team} has no unit on {day}.")
            said = sentence(text, team=teams.id[team], day=day.isoformat())
            yield "service_idle", subjects.team(team), said, dict(subjects.of_team(team))


def unmatched_rows(coverage: Coverage) -> tuple[int, int]:
    """Rows that met no unit: of the assignment, and of all tables together."""
    lost = {
        name: sum(match.row == NOBODY and bool(one.label) for one, match in zip(listed, matches))
        for name, _, listed, matches, _ in tables_of(coverage)
    }
    return lost["ASSIGNMENT"], sum(lost.values())


def as_keyed(former: Sequence[Former], say: Say) -> list[Former]:
    """Findings of a former layer, which says roles and levels for people (in the language of `say` or in English), with what
    their keys have."""
    roles = (None, *Role)
    abouts = [*(_about(role, level) for role in roles for level in Level), *TABLE_NAMES]
    keyed = {said: about for about in abouts for told in [about_told(about)] if told for said in (told.said(str), told.said(say))}
    return [replace(old, subject=(*old.subject[:2], keyed.get(old.subject[2], old.subject[2]))) for old in former]
