"""A proposal who serves what: units, teams and travel become a problem, its solution, areas, colours and findings."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from typing import Any

import numpy as np
import shapely

from ..errors import InputError
from ..progress import Progress, no_progress, part_of
from ..sentence import Sentence, sentence, translate
from ..summary.model import Finding
from .assignment.exact import MOST_TEAMS, MOST_UNITS, solve_exact, solve_fewest_changes
from .assignment.problem import NOBODY, Limit, LimitKind, Problem, Solution, require_possible
from .assignment.search import search
from .assignment.siting import Siting, choose_bases, choose_capacitated
from .colours import colours, team_neighbours
from .coverage.ground import Measure
from .neighbours import Beside, units_beside
from .teams import Role, Teams
from .units import Level, Listed, Match, Units, level_of, match_notes, match_units, require_distinct
from .workload import WHOLE, Evenness, evenness, unit_loads, used_weights


class Capacity(Enum):
    """What a team's capacity counts: nothing, units, or workload (1 is the mean of all teams)."""

    NONE = "none"
    UNITS = "units"
    WORKLOAD = "workload"


class Change(Enum):
    """How today's assignment is regarded: not at all, at a price for each change, or before all travel."""

    FREE = "free"
    PRICE = "price"
    FIRST = "first"


LEAST_REACH = 20_000.0
"""Metres from a few units at which a base is not yet told to be far."""


class ServiceFinding(Enum):
    """What a finding is about."""

    UNMATCHED = translate("LandLedger", "unit of a table not matched")
    TERM = translate("LandLedger", "term of a team")
    BRIDGE = translate("LandLedger", "units joined over a gap")
    UNEVEN = translate("LandLedger", "workload uneven")
    IDLE = translate("LandLedger", "team without a unit")
    MEASURE = translate("LandLedger", "measure missing")
    TEAM = translate("LandLedger", "team unknown")
    FAR = translate("LandLedger", "base far from the units")


@dataclass(frozen=True)
class Table:
    """Rows of a table about units: who they speak of, the team's id object (r,), and travel float64 (r,) if it has it. `role`,
    `level`, `start`, `end` object (r,) of Role, Level and days or None, where the table is asked for them."""

    layer: str
    listed: Sequence[Listed]
    team: np.ndarray
    cost: np.ndarray | None = None
    source: str = ""
    role: np.ndarray | None = None
    level: np.ndarray | None = None
    start: np.ndarray | None = None
    end: np.ndarray | None = None

    def of(self, row: int, values: np.ndarray | None) -> Any:
        """What a column says of a row, None without the column."""
        return None if values is None else values[row]


@dataclass(frozen=True)
class AssignJob:
    """What is asked. `balance`: the share by which workload may be off the mean, None for any. `sites`: so many bases are
    chosen among the teams' (or the units, without teams), 0 for none. `seconds` None: no time limit. `day`: that of today's
    assignment."""

    weights: Mapping[str, Decimal]
    capacity: Capacity = Capacity.NONE
    each_takes: float | None = None
    balance: float | None = None
    contiguous: bool = True
    change: Change = Change.FREE
    change_cost: float = 5.0
    sites: int = 0
    seconds: float | None = 60.0
    seed: int = 1
    gap: float = 1.0
    least_border: float = 10.0
    most_cv: float = 0.3
    weigh_by: str = ""
    scenario: str = ""
    system: str = ""
    role: str = ""
    day: datetime.date | None = None


@dataclass(frozen=True)
class AssignInputs:
    """What is there: `pinned` and `former` tables of unit and team, `travel` a matrix as a table; `county` its ground;
    `measure` how ground is measured (m²)."""

    units: Units
    teams: Teams | None
    pinned: Table | None = None
    former: Table | None = None
    travel: Table | None = None
    county: shapely.Geometry | None = None
    notes: Sequence[Sentence] = ()
    measure: Measure = shapely.area


@dataclass(frozen=True)
class Proposal:
    """The outcome. `travel` float64 (n, m) as given; `loads` int64 (n,) in 1/WHOLE of the mean; `colour` int64 (m,) from 1;
    `area` object (m,) the ground of each team (None for none)."""

    job: AssignJob
    inputs: AssignInputs
    teams: Teams
    travel: np.ndarray
    loads: np.ndarray
    used: Mapping[str, float]
    beside: Beside
    problem: Problem
    solution: Solution
    siting: Siting | None
    colour: np.ndarray
    area: np.ndarray
    even: Evenness
    findings: Sequence[Finding] = field(default_factory=tuple)

    @property
    def team_of(self) -> np.ndarray:
        """int64 (n,): the team of each unit."""
        return self.solution.teams


def propose(inputs: AssignInputs, job: AssignJob, progress: Progress = no_progress) -> Proposal:
    """The proposal; InputError says what is missing, doubled, out of reach, or by how much capacities are too small."""
    units = inputs.units
    require_distinct(units)
    beside = units_beside(units, job.gap, job.least_border, inputs.county, part_of(progress, 0.0, 0.1))
    units = with_areas(units, beside, inputs.measure)
    teams = inputs.teams if inputs.teams is not None else _candidates(units)
    findings = [Finding(ServiceFinding.TERM, teams.layer, note) for note in inputs.notes]
    travel = _travel(inputs, units, teams, job, findings)
    siting, kept = None, np.arange(len(teams))
    weight = _weight(units, job)
    if job.sites:
        siting, kept = _sited(travel * weight[:, None], units, teams, job, part_of(progress, 0.1, 0.4))
        teams, travel = teams.take(kept), travel[:, kept]
    elif inputs.teams is None:
        raise InputError(translate("LandLedger", "Give a layer of teams, or say how many bases are to be chosen."))
    used = used_weights(units, job.weights)
    loads = unit_loads(units, used, len(teams))
    pinned = _placed(inputs.pinned, units, teams, job, findings, True)
    former = _placed(inputs.former, units, teams, job, findings, False)
    problem = Problem(
        travel * weight[:, None],
        _limits(units, teams, loads, job),
        pinned,
        beside.matrix if job.contiguous else None,
        former,
        job.change_cost if job.change is Change.PRICE else 0.0,
    )
    require_possible(problem, [units.label(row) for row in range(len(units))], [str(team) for team in teams.id])
    solution = _solved(problem, job, part_of(progress, 0.4, 0.95))
    inputs = replace(inputs, units=units)
    carried = np.bincount(solution.teams, weights=loads, minlength=len(teams))
    even = evenness(carried)
    findings += _outcome(units, teams, solution, beside, even, used, job)
    area = team_areas(beside.cells, solution.teams, len(teams))
    colour = colours(team_neighbours(beside.matrix, solution.teams, len(teams)))
    progress(1.0)
    return Proposal(
        job, inputs, teams, travel, loads, used, beside, problem, solution, siting, colour, area, even, tuple(findings)
    )


def with_areas(units: Units, beside: Beside, measure: Measure = shapely.area) -> Units:
    """The units with the measures units (1 each) and area, of their ground where they have polygons or no area is given."""
    measures = dict(units.measures)
    measures["units"] = np.ones(len(units))
    if not beside.from_points or "area" not in measures:
        measures["area"] = measure(beside.cells)
    return replace(units, measures=measures)


def places_of(units: Units) -> np.ndarray:
    """float64 (n, 2): a point in each unit."""
    return shapely.get_coordinates(shapely.point_on_surface(units.shape))


def _candidates(units: Units) -> Teams:
    """Every unit as a place for a base, named after it."""
    n = len(units)
    nothing = np.full(n, None, dtype=object)
    lead = np.full(n, "", dtype=object)
    name = np.array([units.name[row] or units.code[row] for row in range(n)], dtype=object)
    blank = np.full(n, np.nan)
    return Teams(units.layer, units.code, name, lead, places_of(units), blank, nothing, nothing, nothing, nothing)


def _weight(units: Units, job: AssignJob) -> np.ndarray:
    """float64 (n,): how often the way to each unit counts."""
    if not job.weigh_by:
        return np.ones(len(units))
    if job.weigh_by not in units.measures:
        template = translate("LandLedger", "Layer {layer} has no {measure} to weigh travel by.")
        raise InputError(template, layer=units.layer, measure=job.weigh_by)
    return np.nan_to_num(units.measures[job.weigh_by], nan=0.0)


def _far_bases(units: Units, teams: Teams) -> list[Finding]:
    """Bases farther from all units than these reach, which is rather a wrong coordinate than a long way."""
    west, south, east, north = shapely.total_bounds(units.shape).tolist()
    reach = max(float(np.hypot(east - west, north - south)), LEAST_REACH)
    away = shapely.distance(shapely.box(west, south, east, north), shapely.points(teams.base))
    text = translate("LandLedger", "The base of team {team} lies {km} km away from all units; check its coordinates.")
    return [
        Finding(ServiceFinding.FAR, teams.layer, sentence(text, team=teams.id[team], km=f"{away[team] / 1000:.0f}"), str(teams.id[team]))
        for team in np.flatnonzero(away > reach).tolist()
    ]


def _travel(inputs: AssignInputs, units: Units, teams: Teams, job: AssignJob, findings: list[Finding]) -> np.ndarray:
    """float64 (n, m): the matrix given (infinite where it has no row), else straight kilometres."""
    if inputs.travel is None:
        off = np.flatnonzero(~np.isfinite(teams.base).all(axis=1))
        if len(off):
            template = translate("LandLedger", "Layer {layer}: team {team} has no base point.")
            raise InputError(template, layer=teams.layer, team=teams.id[off[0]])
        findings += _far_bases(units, teams)
        places = places_of(units)
        return np.hypot(*(places[:, None] - teams.base[None]).transpose(2, 0, 1)) / 1000.0
    table = inputs.travel
    if table.cost is None:
        template = translate("LandLedger", "Table {layer} has no field of travel (CXCB, COST or MINUTES).")
        raise InputError(template, layer=table.layer)
    travel = np.full((len(units), len(teams)), np.inf)
    place = _columns_of(teams)
    for match, team, cost in zip(_matched(table, units, job, findings), table.team.tolist(), table.cost.tolist()):
        if match.row < 0 or team not in place or cost != cost:
            continue
        if cost < 0:
            template = translate("LandLedger", "Table {layer}: the travel from {team} to {unit} is below nothing.")
            raise InputError(template, layer=table.layer, team=team, unit=units.label(match.row))
        travel[match.row, place[team]] = min(travel[match.row, place[team]], cost)
    return travel


def _columns_of(teams: Teams) -> dict[str, int]:
    """The place of each team by its id, and by its name where no other team has it: a travel matrix names bases."""
    names = teams.name.tolist()
    place = {str(name): column for column, name in enumerate(names) if name and names.count(name) == 1}
    place.update((str(team), column) for column, team in enumerate(teams.id))
    return place


def _matched(table: Table, units: Units, job: AssignJob, findings: list[Finding]) -> list[Match]:
    matches = match_units(units, table.listed, job.system)
    notes = dict.fromkeys(str(note) for note in match_notes(units, table.listed, matches))
    for note in match_notes(units, table.listed, matches):
        if notes.pop(str(note), "") is None:
            findings.append(Finding(ServiceFinding.UNMATCHED, table.layer, note))
    return matches


def _placed(
    table: Table | None, units: Units, teams: Teams, job: AssignJob, findings: list[Finding], binding: bool
) -> np.ndarray:
    """int64 (n,): the team a table gives each unit, −1 for none. A unit may have a team in each role and at each level: that
    of its own level counts, else the first; of terms one after another the one on the day, else the last. InputError for two
    teams in one role, at one level and at one time; an unknown team is refused where it binds, else the unit has none today."""
    placed = np.full(len(units), NOBODY, dtype=np.int64)
    if table is None:
        return placed
    place = _columns_of(teams)
    given: dict[int, list[int]] = {}
    for row, (match, team) in enumerate(zip(_matched(table, units, job, findings), table.team.tolist())):
        if match.row < 0 or not team:
            continue
        if team in place:
            given.setdefault(match.row, []).append(row)
        elif binding:
            template = translate("LandLedger", "Table {layer}: {unit} is pinned to team {team}, which is not among the teams.")
            raise InputError(template, layer=table.layer, unit=units.label(match.row), team=team)
    for unit, rows in given.items():
        placed[unit] = place[table.team[_row_meant(table, rows, unit, units, teams, place, job)]]
    return placed


def _row_meant(
    table: Table, rows: Sequence[int], unit: int, units: Units, teams: Teams, place: Mapping[str, int], job: AssignJob
) -> int:
    """The row that says whose a unit is today, of those that speak of it."""
    own = level_of(str(units.code[unit]))
    seats: dict[tuple[Role | None, Level | None], int] = {}
    for row in rows:
        team = place[table.team[row]]
        seat = table.of(row, table.role) or teams.role[team], table.of(row, table.level) or teams.level[team] or own
        former = seats.get(seat)
        if former is None or place[table.team[former]] == team:
            seats.setdefault(seat, row)
            continue
        if _overlap(table, former, row):
            template = translate(
                "LandLedger", "Table {layer}, rows {row} and {second_row}: {unit} stands there with two teams, {first} and {second}."
            )
            raise InputError(
                template, layer=table.layer, row=former + 1, second_row=row + 1, unit=units.label(unit),
                first=table.team[former], second=table.team[row],
            )  # fmt: skip
        seats[seat] = min((former, row), key=lambda each: _away(table, each, job.day))
    return next((row for (_, level), row in seats.items() if level is own), next(iter(seats.values())))


def _overlap(table: Table, one: int, other: int) -> bool:
    """Whether two rows hold on one day."""
    least, most = datetime.date.min, datetime.date.max
    starts = [table.of(row, table.start) or least for row in (one, other)]
    ends = [table.of(row, table.end) or most for row in (one, other)]
    return max(starts) <= min(ends)


def _away(table: Table, row: int, day: datetime.date | None) -> tuple[bool, int]:
    """How far a row's term is from the day, to choose the nearest: those that hold first, then the last."""
    start, end = table.of(row, table.start) or datetime.date.min, table.of(row, table.end) or datetime.date.max
    holds = day is not None and start <= day <= end
    return not holds, -start.toordinal()


def capacities(teams: Teams, job: AssignJob) -> np.ndarray:
    """float64 (m,): each team's own capacity, else the one for all. InputError for a team without either."""
    taken = np.where(np.isfinite(teams.capacity), teams.capacity, np.nan if job.each_takes is None else job.each_takes)
    lacking = np.flatnonzero(~np.isfinite(taken))
    if len(lacking):
        named = "、".join(str(team) for team in teams.id[lacking[:10]])
        template = translate("LandLedger", "{count} teams have no capacity: {teams}. Enter it, or give one for all.")
        raise InputError(template, count=len(lacking), teams=named)
    below = np.flatnonzero(taken < 0)
    if len(below):
        raise InputError(
            translate("LandLedger", "The capacity of team {team} is below nothing."), team=teams.id[below[0]]
        )
    return taken


def _limits(units: Units, teams: Teams, loads: np.ndarray, job: AssignJob) -> tuple[Limit, ...]:
    m, limits = len(teams), []
    nothing = np.zeros(m, dtype=np.int64)
    if job.capacity is Capacity.UNITS:
        most = np.floor(capacities(teams, job)).astype(np.int64)
        limits.append(Limit(LimitKind.UNITS, np.ones(len(units), dtype=np.int64), nothing, most))
    if job.capacity is Capacity.WORKLOAD:
        most = np.floor(capacities(teams, job) * WHOLE + 1e-6).astype(np.int64)
        limits.append(Limit(LimitKind.WORKLOAD, loads, nothing, most, 1.0 / WHOLE))
    if job.balance is not None:
        mean = float(loads.sum()) / m
        least = np.full(m, int(np.ceil(mean * (1 - job.balance) - 1e-6)), dtype=np.int64)
        most = np.full(m, int(np.floor(mean * (1 + job.balance) + 1e-6)), dtype=np.int64)
        limits.append(Limit(LimitKind.BALANCE, loads, np.maximum(least, 0), most, 1.0 / WHOLE))
    return tuple(limits)


def is_small(problem: Problem) -> bool:
    """Whether the exact way is taken."""
    n, m = problem.shape
    return n <= MOST_UNITS and m <= MOST_TEAMS


def _solved(problem: Problem, job: AssignJob, progress: Progress) -> Solution:
    first = job.change is Change.FIRST and bool((problem.former >= 0).any())
    if is_small(problem):
        if first:
            return solve_fewest_changes(problem, job.seconds, job.seed, progress)
        return solve_exact(problem, job.seconds, job.seed, progress)
    if first:
        raise InputError(
            translate(
                "LandLedger",
                "Fewest changes first is worked out for {units} units and {teams} teams at most; take a price for each change.",
            ),
            units=MOST_UNITS, teams=MOST_TEAMS,
        )
    return search(problem, job.seed, job.seconds, progress)


def _sited(
    cost: np.ndarray, units: Units, teams: Teams, job: AssignJob, progress: Progress
) -> tuple[Siting, np.ndarray]:
    """The bases chosen and their places among the candidates."""
    if not np.isfinite(cost).all():
        raise InputError(
            translate("LandLedger", "Bases can only be chosen where every unit can be reached from every candidate.")
        )
    seconds = None if job.seconds is None else job.seconds / 2
    if job.capacity is Capacity.NONE:
        siting = choose_bases(cost, job.sites, seconds, job.seed, progress)
    else:
        taken = capacities(teams, job)
        if job.capacity is Capacity.UNITS:
            demand, most = np.ones(len(units), dtype=np.int64), np.floor(taken).astype(np.int64)
        else:
            demand = unit_loads(units, used_weights(units, job.weights), job.sites)
            most = np.floor(taken * WHOLE + 1e-6).astype(np.int64)
        siting = choose_capacitated(cost, demand, most, job.sites, seconds, job.seed, progress)
    return siting, siting.bases


def _outcome(
    units: Units, teams: Teams, solution: Solution, beside: Beside, even: Evenness, used: Mapping[str, float], job: AssignJob
) -> list[Finding]:
    found = []
    for one, other in beside.bridges.tolist():
        note = translate("LandLedger", "{first} and {second} are joined over a gap: nothing else borders on one of them.")
        said = sentence(note, first=units.label(one), second=units.label(other))
        found.append(Finding(ServiceFinding.BRIDGE, units.layer, said, str(units.code[other])))
    for team in np.setdiff1d(np.arange(len(teams)), solution.teams).tolist():
        said = sentence(translate("LandLedger", "Team {team} is given no unit."), team=teams.id[team])
        found.append(Finding(ServiceFinding.IDLE, teams.layer, said, str(teams.id[team])))
    if even.cv > job.most_cv:
        note = translate("LandLedger", "The coefficient of variation of workload is {cv}, above {most}.")
        found.append(Finding(ServiceFinding.UNEVEN, units.layer, sentence(note, cv=f"{even.cv:.3f}", most=f"{job.most_cv:g}")))
    for name, weight in job.weights.items():
        if weight > 0 and name not in used:
            note = translate("LandLedger", "The units have no {measure}; the other weights stand for it.")
            found.append(Finding(ServiceFinding.MEASURE, units.layer, sentence(note, measure=_measure(name))))
    return found


def _measure(name: str) -> Sentence:
    from .workload import MEASURE_NAMES

    return sentence(MEASURE_NAMES[name])


def team_areas(cells: np.ndarray, team_of: np.ndarray, count: int) -> np.ndarray:
    """object (m,): the ground of each team's units in one shape, None for none; below 0 a unit is nobody's."""
    areas = np.full(count, None, dtype=object)
    for team in np.unique(team_of[team_of >= 0]).tolist():
        own = cells[team_of == team]
        areas[team] = shapely.union_all(shapely.make_valid(own))
    return areas
