"""What a map of service areas shows: ground and team of each unit, areas and colours of the teams, figures that add up."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum

import numpy as np
import shapely

from ...errors import InputError
from ...progress import Progress, no_progress, part_of
from ...rounding import divide_half_up, largest_remainder
from ...sentence import Sentence, sentence, translate
from ...summary.model import Finding
from ..assigning import team_areas
from ..colours import PALETTE, colours, spread, team_neighbours
from ..coverage.ground import Measure
from ..coverage.places import NOBODY, Places
from ..coverage.serving import Placed, Served, Standing, is_of_role, place_assignments, roles_judged, served
from ..coverage.visiting import Period
from ..neighbours import Beside, units_beside
from ..service_rows import AssignmentRows, VisitRows
from ..teams import ROLE_NAMES, Role, Teams
from ..units import LEVEL_NAMES, Level, Units, match_notes
from ..workload import unit_loads, used_weights

HECTARE = 10_000.0
"""The unit of printed areas: 0.01 km²."""
_OWN = len(PALETTE) - 1
"""Colours for areas: grey looks like what nobody serves."""


class MapFinding(Enum):
    """What a finding is about."""

    UNMATCHED = translate("LandLedger", "unit of a table not matched")
    UNCOVERED = translate("LandLedger", "unit without a team")
    DOUBLED = translate("LandLedger", "unit with several teams")
    LAPSED = translate("LandLedger", "assignment that does not hold")
    UNKNOWN = translate("LandLedger", "team not among the teams")
    IDLE = translate("LandLedger", "team without a unit")
    NO_NAME = translate("LandLedger", "name without room on the map")


@dataclass(frozen=True)
class MapJob:
    """What is asked: the day, the period of the visits counted, weights of workload, role and level (None: the one there is),
    largest gap and shortest border of neighbours in m."""

    day: datetime.date
    period: Period
    weights: Mapping[str, Decimal]
    role: Role | None = None
    level: Level | None = None
    system: str = ""
    gap: float = 1.0
    least_border: float = 10.0


@dataclass(frozen=True)
class MapInputs:
    """What is there: towns and villages in the plane, teams, assignments, visits or None, how ground is measured (m²), the
    county's ground for units that are points, and the name of the scenario, '' for none."""

    places: Places
    teams: Teams
    rows: AssignmentRows
    measure: Measure
    visits: VisitRows | None = None
    county: shapely.Geometry | None = None
    scenario: str = ""


@dataclass(frozen=True)
class Scene:
    """n units and m teams. `ground` object (n,) polygons; `team_of` int64 (n,), NOBODY where uncovered; `doubled`, `inherited`
    bool (n,); `colour` int64 (m,) from 1; `area` object (m,), None for a team without a unit; `loads` int64 (n,) in 1/WHOLE of
    the mean over the teams that serve, nothing where uncovered; `hectares` and `people` int64 (n,), sums of which are what is
    printed; `visits` int64 (n,) or None."""

    job: MapJob
    inputs: MapInputs
    role: Role | None
    units: Units
    ground: np.ndarray
    team_of: np.ndarray
    doubled: np.ndarray
    inherited: np.ndarray
    colour: np.ndarray
    area: np.ndarray
    loads: np.ndarray
    used: Mapping[str, float]
    hectares: np.ndarray
    people: np.ndarray | None
    visits: np.ndarray | None
    from_points: bool
    findings: Sequence[Finding] = field(default_factory=tuple)

    @property
    def teams(self) -> Teams:
        return self.inputs.teams

    @property
    def shown(self) -> list[int]:
        """Teams that have units, in the order of their layer."""
        return sorted(set(self.team_of[self.team_of != NOBODY].tolist()))

    @property
    def uncovered(self) -> np.ndarray:
        """bool (n,)."""
        return self.team_of == NOBODY

    def colour_of(self, team: int) -> str:
        """#rrggbb."""
        return PALETTE[(int(self.colour[team]) - 1) % len(PALETTE)]


def scene_of(inputs: MapInputs, job: MapJob, progress: Progress = no_progress) -> Scene:
    """The scene; InputError for towns and villages unsaid, units without a shape, points in one place, several roles unsaid."""
    places, m = inputs.places, len(inputs.teams)
    drawn = drawn_rows(places, job.level)
    units = places.units.take(drawn)
    placed = place_assignments(inputs.rows, places, inputs.teams, job.day, job.system)
    role = _role(placed, job)
    found = served(placed, places, role)
    team_of = found.lead[drawn]
    beside = units_beside(units, job.gap, job.least_border, inputs.county, part_of(progress, 0.1, 0.6))
    units = _measured(units, beside, inputs.measure)
    visits, unmatched = _visits(inputs.visits, places, job)
    groups = np.where(team_of == NOBODY, m, team_of)
    hectares = apportioned(np.nan_to_num(units.measures["area"]) / HECTARE, groups)
    used, loads = _loads(units, hectares, team_of, _serving(inputs.teams, team_of, role, job.day), job)
    progress(0.7)
    scene = Scene(
        job,
        inputs,
        role,
        units,
        beside.cells,
        team_of,
        np.array([len(found.teams[row]) > 1 for row in drawn.tolist()], dtype=bool),
        found.inherited[drawn],
        _coloured(beside.matrix, groups, m),
        team_areas(beside.cells, team_of, m),
        loads,
        used,
        hectares,
        _whole(units.measures.get("population")),
        None if visits is None else visits[drawn],
        beside.from_points,
    )
    findings = [*_table_findings(placed, places, inputs), *unmatched, *_unit_findings(scene, found, drawn)]
    progress(1.0)
    return replace(scene, findings=tuple(findings))


def drawn_rows(places: Places, level: Level | None) -> np.ndarray:
    """int64: the rows of the units that are drawn, of a level. InputError where both are there unsaid, none is there, or one has
    no shape."""
    levels = {kind for kind, there in zip(places.level.tolist(), places.drawn.tolist()) if there}
    layer = places.units.layer
    if level is None and len(levels) > 1:
        template = translate(
            "LandLedger", "Layer {layer} holds towns and villages; choose the level, for one lies in the other."
        )
        raise InputError(template, layer=layer)
    drawn = np.flatnonzero(places.drawn & np.array([level in (None, kind) for kind in places.level.tolist()], dtype=bool))
    if not len(drawn):
        template = translate("LandLedger", "Layer {layer} has no unit of the level {level} (codes of 9 or 12 digits tell).")
        raise InputError(template, layer=layer, level=sentence(LEVEL_NAMES[level]) if level else "—")
    blank = drawn[shapely.is_missing(places.units.shape[drawn])]
    if len(blank):
        template = translate("LandLedger", "Layer {layer}: {unit} has no shape, so it can't be drawn.")
        raise InputError(template, layer=layer, unit=places.units.label(int(blank[0])))
    return drawn


def _measured(units: Units, beside: Beside, measure: Measure) -> Units:
    """The units with the measures units (1 each) and area: of their ground, or of a list where points say it."""
    measures = dict(units.measures)
    measures["units"] = np.ones(len(units))
    if not beside.from_points or "area" not in measures:
        measures["area"] = measure(beside.cells)
    return replace(units, measures=measures)


def _serving(teams: Teams, team_of: np.ndarray, role: Role | None, day: datetime.date) -> int:
    """How many teams share the workload: those that have units, and those of the role whose term holds on the day."""
    leading = set(team_of[team_of != NOBODY].tolist())
    in_term = (
        is_of_role(teams.role[team], role)
        and (teams.start[team] is None or teams.start[team] <= day)
        and (teams.end[team] is None or day <= teams.end[team])
        for team in range(len(teams))
    )
    return sum(team in leading or holds for team, holds in enumerate(in_term))


def _loads(
    units: Units, hectares: np.ndarray, team_of: np.ndarray, serving: int, job: MapJob
) -> tuple[Mapping[str, float], np.ndarray]:
    """The weights that are used, and int64 (n,) what each unit adds to its team's load: as in the table of workload, only what
    teams serve counts, and ground as it is printed."""
    covered = np.flatnonzero(team_of != NOBODY)
    loads = np.zeros(len(units), dtype=np.int64)
    if not len(covered):
        return used_weights(units, job.weights), loads
    served_units = units.take(covered)
    served_units = replace(served_units, measures={**served_units.measures, "area": hectares[covered].astype(float)})
    used = used_weights(served_units, job.weights)
    loads[covered] = unit_loads(served_units, used, serving)
    return used, loads


def _role(placed: Placed, job: MapJob) -> Role | None:
    roles = roles_judged(placed, job.role)
    if len(roles) > 1:
        template = translate(
            "LandLedger", "Table {layer} holds several roles; choose the one to be mapped: one unit has a team in each."
        )
        raise InputError(template, layer=placed.rows.layer)
    return roles[0]


def apportioned(raw: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """int64 (n,): values ≥ 0 as whole units by the largest remainder: first the total, half-up, over the groups, then each
    group's share over its own rows; so rows foot to groups and groups to the total as printed."""
    names, place = np.unique(groups, return_inverse=True)
    sums = np.bincount(place, raw, len(names))
    if not sums.sum() > 0:
        return np.zeros(len(raw), dtype=np.int64)
    total = np.array([int(np.floor(sums.sum() + 0.5))], dtype=np.int64)
    shares = largest_remainder(sums, np.zeros(len(sums), dtype=np.int64), total)
    blank = sums <= 0
    whole = np.zeros(len(raw), dtype=np.int64)
    rows = ~blank[place]
    whole[rows] = largest_remainder(raw[rows], place[rows], shares)
    return whole


def _whole(values: np.ndarray | None) -> np.ndarray | None:
    return None if values is None else np.floor(np.nan_to_num(values) + 0.5).astype(np.int64)


def _coloured(matrix, groups: np.ndarray, m: int) -> np.ndarray:  # type: ignore[no-untyped-def]
    """int64 (m,) from 1: a colour of its own for each of few teams, else neighbours differ."""
    shown = np.setdiff1d(groups, [m])
    given = np.ones(m, dtype=np.int64)
    if len(shown) <= _OWN:
        given[shown] = np.arange(1, len(shown) + 1)
        return given
    beside = team_neighbours(matrix, groups, m + 1)[:m, :m][np.ix_(shown, shown)]
    given[shown] = spread(beside, colours(beside), _OWN)
    return given


def _visits(
    rows: VisitRows | None, places: Places, job: MapJob
) -> tuple[np.ndarray | None, list[Finding]]:
    """int64: visits of each place in the period, and what did not match."""
    if rows is None:
        return None, []
    match = places.match(rows.listed, job.system)
    counts = np.zeros(len(places), dtype=np.int64)
    for one, day in zip(match, rows.day.tolist()):
        if one.row != NOBODY and job.period.holds(day):
            counts[one.row] += 1
    return counts, _unmatched(places, rows.layer, rows.listed, match)


def _unmatched(places: Places, layer: str, listed, match) -> list[Finding]:  # type: ignore[no-untyped-def]
    notes = {str(note): note for note in match_notes(places.units, listed, match)}
    return [Finding(MapFinding.UNMATCHED, layer, note) for note in notes.values()]


def _table_findings(placed: Placed, places: Places, inputs: MapInputs) -> list[Finding]:
    rows = placed.rows
    found = _unmatched(places, rows.layer, rows.listed, placed.match)
    unknown = Counter(
        str(team) for team, standing in zip(rows.team.tolist(), placed.standing.tolist()) if standing is Standing.NO_TEAM
    )
    for team, count in unknown.items():
        note = translate("LandLedger", "Team {team} is not among the teams; its {count} assignments are not drawn.")
        found.append(Finding(MapFinding.UNKNOWN, rows.layer, sentence(note, team=team, count=count), team))
    gone = (Standing.OVER, Standing.LATER, Standing.TERM_OVER, Standing.TERM_LATER)
    lapsed = Counter(
        str(team) for team, standing in zip(rows.team.tolist(), placed.standing.tolist()) if standing in gone
    )
    for team, count in lapsed.items():
        note = translate("LandLedger", "{count} assignments of team {team} do not hold on the day and are not drawn.")
        found.append(Finding(MapFinding.LAPSED, rows.layer, sentence(note, team=team, count=count), team))
    return found


def _unit_findings(scene: Scene, found: Served, drawn: np.ndarray) -> list[Finding]:
    units, teams = scene.units, scene.teams
    findings = []
    for row in np.flatnonzero(scene.uncovered).tolist():
        note = sentence(translate("LandLedger", "{unit} has no team."), unit=units.label(row))
        findings.append(Finding(MapFinding.UNCOVERED, units.layer, note, str(units.code[row])))
    for row in np.flatnonzero(scene.doubled).tolist():
        text = translate("LandLedger", "{unit} has {teams}; it is drawn and counted with the first.")
        named = "、".join(str(teams.name[team]) for team in found.teams[drawn[row]])
        findings.append(Finding(MapFinding.DOUBLED, units.layer, sentence(text, unit=units.label(row), teams=named), str(units.code[row])))
    for team in np.setdiff1d(np.arange(len(teams)), scene.team_of).tolist():
        note = sentence(translate("LandLedger", "Team {team} is given no unit."), team=teams.id[team])
        findings.append(Finding(MapFinding.IDLE, teams.layer, note, str(teams.id[team])))
    return findings


def role_sentence(role: Role | None) -> Sentence | None:
    """What a role is called."""
    return None if role is None else sentence(ROLE_NAMES[role])


def with_names(teams: Teams, ids: Sequence[str], names: Sequence[str]) -> Teams:
    """The teams with the names that a table (r,) of ids and names gives them, where they have none but their id."""
    called = {team: name for team, name in zip(ids, names) if name}
    given = [called.get(team, name) if name == team else name for team, name in zip(teams.id.tolist(), teams.name.tolist())]
    column = np.empty(len(given), dtype=object)
    column[:] = given
    return replace(teams, name=column)


def half_up_percent(part: int, whole: int) -> Decimal:
    """A share in % with two decimals."""
    return Decimal(0) if not whole else Decimal(divide_half_up(part * 10_000, whole)).scaleb(-2)
