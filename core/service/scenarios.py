"""The scenarios of one scene: a list with distinct names, copies, what differs between two, their rows as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..errors import InputError
from ..sentence import Say, Sentence, sentence, translate
from ..summary.result_rows import ResultField
from .assignment.problem import NOBODY
from .assignment_rows import ASSIGNMENT_FIELDS
from .inheriting import Towns
from .scenario import Scenario, Scene
from .teams import ROLE_NAMES
from .units import Listed, match_notes, match_units
from .workload import WHOLE

LONGEST_NAME = 60
"""Characters: the field SCENARIO of a table holds no more."""


@dataclass(frozen=True)
class ListedRow:
    """A row of a table of scenarios: the scenario ('' for none), the unit, the team's id, whether it is pinned."""

    scenario: str
    unit: Listed
    team: str
    pinned: bool = False


@dataclass
class Scenarios:
    """The scenarios of a scene in their order; names are distinct. `removed` are those that are still kept somewhere."""

    scene: Scene
    listed: list[Scenario] = field(default_factory=list)
    removed: list[Scenario] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.listed)

    @property
    def names(self) -> list[str]:
        """The names in order."""
        return [scenario.name for scenario in self.listed]

    @property
    def unsaved(self) -> list[Scenario]:
        """Those with something that is not saved, and those removed."""
        return [*(scenario for scenario in self.listed if scenario.dirty), *self.removed]

    def named(self, name: str) -> Scenario:
        """One by its name; KeyError for none."""
        return next(scenario for scenario in self.listed if scenario.name == name)

    def free_name(self, wanted: str) -> str:
        """The name, with a number behind it where there is one of that name already."""
        return next(name for name in _numbered(wanted) if name not in self.names)

    def add(self, name: str) -> Scenario:
        """A scenario in which nobody serves anything. InputError for a name that can't be."""
        return self._append(Scenario(self.scene, self._fit(name)))

    def copy(self, scenario: Scenario, name: str) -> Scenario:
        """Another with the same assignment and pins, not saved yet. InputError for a name that can't be."""
        return self._append(Scenario(self.scene, self._fit(name), scenario.team_of, scenario.pinned, scenario.towns))

    def _append(self, scenario: Scenario) -> Scenario:
        self.listed.append(scenario)
        return scenario

    def rename(self, scenario: Scenario, name: str) -> None:
        """Call it otherwise; it is to be saved anew. InputError for a name that can't be."""
        if name.strip() != scenario.name:
            scenario.name = self._fit(name)
            scenario.stored = False

    def remove(self, scenario: Scenario) -> None:
        """Take it off the list; where it is kept it goes when the others are saved."""
        self.listed.remove(scenario)
        if scenario.stored or scenario.key:
            self.removed.append(scenario)

    def _fit(self, name: str) -> str:
        name = name.strip()
        if not name:
            raise InputError(translate("LandLedger", "Give the scenario a name."))
        if name in self.names:
            raise InputError(translate("LandLedger", "There is a scenario {name} already; give another name."), name=name)
        if len(name) > LONGEST_NAME:
            template = translate("LandLedger", "The name of a scenario has {most} characters at most.")
            raise InputError(template, most=LONGEST_NAME)
        return name


def _numbered(wanted: str) -> Iterable[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted} {number}"
        number += 1


def differing(one: Scenario, other: Scenario) -> np.ndarray:
    """int64 (k,): the units that two scenarios of a scene give to different teams."""
    return np.flatnonzero(one.team_of != other.team_of)


def scenarios_of(
    scene: Scene, rows: Sequence[ListedRow], unnamed: str, table: str, system: str = "", towns: Mapping[str, Towns] | None = None
) -> tuple[Scenarios, list[Sentence]]:
    """The scenarios that a table lists, as saved, and what of it could not be taken: units not matched, teams that are not
    among the teams (their units are nobody's then), units with two teams in one scenario, of which the first is taken.
    `unnamed` is the scenario of rows that name none. `towns` is what it gives to towns, by scenario ('' for rows that name none).
    """
    found = Scenarios(scene)
    above = {(name or unnamed)[:LONGEST_NAME]: each for name, each in (towns or {}).items()}
    matches = match_units(scene.units, [row.unit for row in rows], system)
    notes = match_notes(scene.units, [row.unit for row in rows], matches)
    unknown: dict[str, int] = {}
    for row, match in zip(rows, matches):
        name = (row.scenario or unnamed)[:LONGEST_NAME]
        scenario = found.named(name) if name in found.names else found.add(name)
        if match.row < 0 or not row.team:
            continue
        place = scene.team_place.get(row.team)
        if place is None:
            unknown[row.team] = unknown.get(row.team, 0) + 1
            continue
        before = int(scenario.team_of[match.row])
        if before not in (NOBODY, place):
            template = translate(
                "LandLedger", "Table {layer}: {unit} stands there with two teams, {first} and {second}; {first} was taken."
            )
            first, second = scene.teams.id[before], row.team
            notes.append(sentence(template, layer=table, unit=scene.units.label(match.row), first=first, second=second))
            continue
        scenario.team_of[match.row] = place
        scenario.pinned[match.row] = row.pinned
    for team, count in unknown.items():
        template = translate("LandLedger", "Team {team} of table {layer} is not among the teams: {count} units are nobody's.")
        notes.append(sentence(template, team=team, layer=table, count=count))
    for name in above:
        if name not in found.names:
            found.add(name)
    for place, scenario in enumerate(found.listed):
        found.listed[place] = saved(scene, scenario.name, scenario.team_of, scenario.pinned, above.get(scenario.name))
    return found, notes


def saved(
    scene: Scene, name: str, team_of: np.ndarray, pinned: np.ndarray | None = None, towns: Towns | None = None
) -> Scenario:
    """A scenario as it was read from where it is kept."""
    scenario = Scenario(scene, name, team_of, pinned, towns)
    scenario.mark_saved()
    return scenario


TABLE_FIELDS: tuple[ResultField, ...] = (
    *ASSIGNMENT_FIELDS,
    ResultField("SERVICE_LEVEL", "text", translate("LandLedger", "Level of service"), 20),
)
"""Fields of a table of scenarios: those of an assignment, and the level of the service."""


def table_columns(
    scenarios: Sequence[Scenario], day: str, say: Say = str, served_only: bool = False
) -> Mapping[str, np.ndarray]:
    """Field name → array (rows,), scenario by scenario, units by code, then the towns that have teams; the team of a unit that
    has none of its own is ''."""
    parts = [part(scenario) for scenario in scenarios for part in (
        lambda each: _columns(each, day, say, served_only), lambda each: _town_columns(each, day, say)
    )]  # fmt: skip
    return {each.name: np.concatenate([part[each.name] for part in parts]) for each in TABLE_FIELDS}


def _columns(scenario: Scenario, day: str, say: Say, served_only: bool) -> dict[str, np.ndarray]:
    scene = scenario.scene
    order = np.argsort(scene.units.code.astype(str), kind="stable")
    if served_only:
        order = order[scenario.team_of[order] != NOBODY]
    team_of, former = scenario.team_of[order], scenario.saved[order]
    amounts = scene.amounts(order, team_of)
    return {
        "SCENARIO": _same(scenario.name, len(order)),
        "UNIT": scene.units.code[order],
        "UNIT_NAME": scene.units.name[order],
        "TOWN": scene.units.town[order],
        "TEAM": _of_teams(scene.teams.id, team_of),
        "TEAM_NAME": _of_teams(scene.teams.name, team_of),
        "ROLE": _same(say(scene.role) if scene.role else "", len(order)),
        "TRAVEL": amounts[:, 4] / 1000,
        "LOAD": amounts[:, 3] / WHOLE,
        "PINNED": scenario.pinned[order].astype(np.int64),
        "FORMER": _of_teams(scene.teams.id, former),
        "CHANGED": (team_of != former).astype(np.int64),
        "VALID_FROM": _same(day, len(order)),
        "SERVICE_LEVEL": _same("" if scene.codes[1] == "all" else scene.codes[1], len(order)),
    }


def _town_columns(scenario: Scenario, day: str, say: Say) -> dict[str, np.ndarray]:
    rows, teams = scenario.towns.rows, scenario.scene.teams
    count = len(rows)
    places = np.array([row.team for row in rows], dtype=np.int64)
    return {
        "SCENARIO": _same(scenario.name, count),
        "UNIT": _texts([row.code for row in rows]),
        "UNIT_NAME": _texts([row.name for row in rows]),
        "TOWN": _same("", count),
        "TEAM": teams.id[places],
        "TEAM_NAME": teams.name[places],
        "ROLE": _texts([say(ROLE_NAMES[row.role]) if row.role else "" for row in rows]),
        "TRAVEL": np.zeros(count),
        "LOAD": np.zeros(count),
        "PINNED": np.zeros(count, dtype=np.int64),
        "FORMER": teams.id[places],
        "CHANGED": np.zeros(count, dtype=np.int64),
        "VALID_FROM": _same(day, count),
        "SERVICE_LEVEL": _texts([row.level.value if row.level else "" for row in rows]),
    }


def _texts(values: Sequence[str]) -> np.ndarray:
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _of_teams(values: np.ndarray, teams: np.ndarray) -> np.ndarray:
    """object (k,): a text of each team, '' for nobody."""
    return np.append(values, "").astype(object)[teams]


def _same(value: object, count: int) -> np.ndarray:
    column = np.empty(count, dtype=object)
    column[:] = [value] * count
    return column
