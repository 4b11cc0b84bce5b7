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
from ..assigning import team_areas, with_areas
from ..colours import PALETTE, colours, spread, team_neighbours
from ..coverage.places import NOBODY, Places, places_of
from ..coverage.serving import Placed, Served, Standing, place_assignments, roles_judged, served
from ..neighbours import units_beside
from ..service_rows import AssignmentRows, VisitRows
from ..teams import ROLE_NAMES, Role, Teams
from ..units import Units, match_notes
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
    """What is asked: the role (None: the one of the table), the day, weights of workload, largest gap and shortest border of
    neighbours in m, the first day of the visits counted."""

    day: datetime.date
    weights: Mapping[str, Decimal]
    role: Role | None = None
    system: str = ""
    gap: float = 1.0
    least_border: float = 10.0
    since: datetime.date | None = None


@dataclass(frozen=True)
class MapInputs:
    """What is there: units in the plane, teams, assignments, visits or None, the county's ground for units that are points, and the
    name of the scenario, '' for none."""

    units: Units
    teams: Teams
    rows: AssignmentRows
    visits: VisitRows | None = None
    county: shapely.Geometry | None = None
    scenario: str = ""


@dataclass(frozen=True)
class Scene:
    """n units and m teams. `ground` object (n,) polygons; `team_of` int64 (n,), NOBODY where uncovered; `doubled`, `inherited`
    bool (n,); `colour` int64 (m,) from 1; `area` object (m,), None for a team without a unit; `loads` int64 (n,) in 1/WHOLE of
    the mean; `hectares` and `people` int64 (n,), sums of which are what is printed; `visits` int64 (n,) or None."""

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
    """The scene; InputError for units without code or doubled, points in one place, several roles unsaid."""
    places = places_of(inputs.units)
    placed = place_assignments(inputs.rows, places, inputs.teams, job.day, job.system)
    role = _role(placed, job)
    found = served(placed, places, role)
    n, m = len(inputs.units), len(inputs.teams)
    team_of = found.lead[:n]
    doubled = np.array([len(teams) > 1 for teams in found.teams[:n]], dtype=bool)
    beside = units_beside(inputs.units, job.gap, job.least_border, inputs.county, part_of(progress, 0.1, 0.6))
    units = with_areas(inputs.units, beside)
    used = used_weights(units, job.weights)
    area = team_areas(beside.cells, team_of, m)
    progress(0.9)
    visits, unmatched = _visits(inputs.visits, places, job)
    groups = np.where(team_of == NOBODY, m, team_of)
    scene = Scene(
        job,
        inputs,
        role,
        units,
        beside.cells,
        team_of,
        doubled,
        found.inherited[:n],
        _coloured(beside.matrix, groups, m),
        area,
        unit_loads(units, used, max(1, m)),
        used,
        apportioned(np.nan_to_num(units.measures["area"]) / HECTARE, groups),
        _whole(units.measures.get("population")),
        visits,
        beside.from_points,
    )
    findings = [*_table_findings(placed, places, inputs), *unmatched, *_unit_findings(scene, found)]
    progress(1.0)
    return replace(scene, findings=tuple(findings))


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
    """int64 (n,): visits of each unit until the day, and what did not match."""
    if rows is None:
        return None, []
    match = places.match(rows.listed, job.system)
    counts = np.zeros(int(places.drawn.sum()), dtype=np.int64)
    for one, day in zip(match, rows.day.tolist()):
        inside = day is not None and day <= job.day and (job.since is None or day >= job.since)
        if inside and 0 <= one.row < len(counts):
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


def _unit_findings(scene: Scene, found: Served) -> list[Finding]:
    units, teams = scene.units, scene.teams
    findings = []
    for row in np.flatnonzero(scene.uncovered).tolist():
        note = sentence(translate("LandLedger", "{unit} has no team."), unit=units.label(row))
        findings.append(Finding(MapFinding.UNCOVERED, units.layer, note, str(units.code[row])))
    for row in np.flatnonzero(scene.doubled).tolist():
        text = translate("LandLedger", "{unit} has {teams}; it is drawn and counted with the first.")
        named = "、".join(str(teams.name[team]) for team in found.teams[row])
        findings.append(Finding(MapFinding.DOUBLED, units.layer, sentence(text, unit=units.label(row), teams=named), str(units.code[row])))
    for team in np.setdiff1d(np.arange(len(teams)), scene.team_of).tolist():
        note = sentence(translate("LandLedger", "Team {team} is given no unit."), team=teams.id[team])
        findings.append(Finding(MapFinding.IDLE, teams.layer, note, str(teams.id[team])))
    return findings


def role_sentence(role: Role | None) -> Sentence | None:
    """What a role is called."""
    return None if role is None else sentence(ROLE_NAMES[role])


def teams_of_rows(rows: AssignmentRows, names: Sequence[str], crs_layer: str) -> Teams:
    """Teams that only the assignments name, in order of their ids: `names` (r,) of the rows' teams, '' for none."""
    called: dict[str, str] = {}
    for team, name in zip(rows.team.tolist(), names):
        if team:
            called[str(team)] = called.get(str(team)) or name
    ids = sorted(called)
    if not ids:
        raise InputError(translate("LandLedger", "Table {layer} names no team."), layer=rows.layer)
    m = len(ids)
    nothing = np.full(m, None, dtype=object)
    texts = np.array([*(called[team] or team for team in ids), None], dtype=object)[:-1]
    column = np.array([*ids, None], dtype=object)[:-1]
    blank = np.full(m, "", dtype=object)
    return Teams(
        crs_layer, column, texts, blank, np.full((m, 2), np.nan), np.full(m, np.nan), nothing, nothing, nothing, nothing, rows.source
    )


def half_up_percent(part: int, whole: int) -> Decimal:
    """A share in % with two decimals."""
    return Decimal(0) if not whole else Decimal(divide_half_up(part * 10_000, whole)).scaleb(-2)
