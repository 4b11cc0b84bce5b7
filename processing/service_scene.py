"""What the window of planner service areas reads and writes, by the parameters of `assignteams`: nothing is read in two ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingFeedback, QgsWkbTypes

from .algorithms.service.assign_teams import AssignTeams
from .base import Steps, say

if TYPE_CHECKING:
    from ..core.occupation.inputs_sheet import RunFacts
    from ..core.sentence import Sentence
    from ..core.service.inheriting import Towns
    from ..core.service.scenario import Scenario, Scene
    from ..core.service.scenarios import ListedRow, Scenarios


class ServiceScene(AssignTeams):
    """`prepare` on the main thread, then `read` in the background. It is not in the toolbox."""

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ..core.service.units import LIST_FIELDS
        from ..core.survey.schema import Field, Kind, parse_field_map
        from .adapters.place_reading import prepare_places

        super().prepare(parameters, context, feedback)
        wanted = (*LIST_FIELDS, *(Field(name) for name in ("FWJS", "FWCJ", "PQQSRQ", "PQJZRQ")), Field("PINNED", Kind.NUMBER))
        field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
        self._listed = prepare_places(
            self, parameters, self.CURRENT, context, wanted, field_map, shapes=False, required=False
        )

    def read(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback, every_day: bool = False
    ) -> tuple[Scene, Scenarios | None, list[Sentence]]:
        """Units, teams and who is beside whom; the scenarios of the table CURRENT for this role and level, None without a
        table, and what could not be taken of it. Rows that do not hold on the day are left out, unless `every_day`: a file
        of the window's own is read whole, for it is written whole. InputError as for an assignment."""
        from ..core.service.scenarios import scenarios_of

        steps = Steps(feedback, read=20, beside=80)
        scene = self._scene(parameters, context, steps)
        if self._listed is None:
            return scene, None, []
        unnamed = self.parameterAsString(parameters, self.SCENARIO, context).strip() or self.tr("Scenario 1")
        system = self.parameterAsString(parameters, self.LIST_CODES, context).strip()
        rows, towns = self._rows(scene, every_day, system)
        found, notes = scenarios_of(scene, rows, unnamed, self._listed.name, system, towns)
        return scene, found, notes

    def _rows(self, scene: Scene, every_day: bool, system: str) -> tuple[list[ListedRow], dict[str, Towns]]:
        """The rows of the table that speak of this role and level, or of none, and hold on the day; and what towns of villages
        are given, by scenario."""
        from ..core.service.inheriting import speak_of_towns, towns_of
        from ..core.service.scenarios import ListedRow
        from ..core.service.service_rows import AssignmentRows
        from ..core.service.teams import level_named, role_of
        from ..core.service.units import Listed
        from .adapters.place_reading import read_places
        from .adapters.service_reading import day_in

        places = read_places(self._listed)
        start, end = (
            [day_in(text, self._listed, row) for row, text in enumerate(places.text(key).tolist())] for key in ("PQQSRQ", "PQJZRQ")
        )
        holds = [every_day or (first or self._day) <= self._day <= (last or self._day) for first, last in zip(start, end)]
        pinned = places.numbers.get("PINNED", np.zeros(len(places.shape))) == 1
        roles = _meant(places.text("FWJS"), lambda text: role_of(text, ""))
        levels = _meant(places.text("FWCJ"), lambda text: level_named(text, ""))
        now = np.array(holds, dtype=bool) & _fits(roles, scene.codes[0])
        columns = [places.text(key).tolist() for key in ("FAMC", "XZBH", "DYDM", "DYMC", "SSXZ", "SSXQ")]
        scenario, team = columns[:2]
        listed = [Listed(*unit) for unit in zip(*columns[2:])]
        rows = AssignmentRows(self._listed.name, listed, places.text("XZBH"), "", roles, levels, _none(roles), _none(roles))
        of_towns = speak_of_towns(scene, rows, system)
        if every_day:
            self._require_all(now & (_fits(levels, scene.codes[1]) | of_towns))
        own = np.flatnonzero(now & _fits(levels, scene.codes[1]) & ~of_towns).tolist()
        above = {
            name: towns_of(scene, rows.take(each), self._day, system)
            for name, each in _by_name(scenario, np.flatnonzero(now & of_towns).tolist()).items()
        }
        return [ListedRow(scenario[row], listed[row], team[row], bool(pinned[row])) for row in own], above

    def _require_all(self, taken: np.ndarray) -> None:
        """InputError for a file of the window's own that holds rows of another role or level: it is written whole, without them."""
        from ..core.errors import InputError
        from ..core.sentence import translate

        lost = int((~taken).sum())
        if lost:
            template = translate(
                "LandLedger",
                "{layer} holds {count} rows of another role or level of service, which saving would lose: choose that role and level, "
                "or another file for the scenarios.",
            )
            raise InputError(template, layer=self._listed.name, count=lost)

    def _scene(self, parameters: dict[str, Any], context: QgsProcessingContext, steps: Steps) -> Scene:
        from dataclasses import replace

        from ..core.errors import InputError
        from ..core.sentence import translate
        from ..core.service.assigning import Capacity, places_of, with_areas
        from ..core.service.neighbours import units_beside
        from ..core.service.scenario import Scene
        from ..core.service.teams import ROLE_NAMES, Role
        from ..core.service.units import require_distinct
        from ..core.service.workload import unit_loads, used_weights

        job, inputs = self._job(parameters, context), self._inputs(parameters, context, steps)
        if inputs.teams is None:
            raise InputError(translate("LandLedger", "Choose the layer of the teams."))
        require_distinct(inputs.units)
        beside = units_beside(inputs.units, job.gap, job.least_border, inputs.county, steps.beside)
        units, teams = with_areas(inputs.units, beside), inputs.teams
        if job.each_takes is not None:
            teams = replace(teams, capacity=np.where(np.isfinite(teams.capacity), teams.capacity, job.each_takes))
        used = used_weights(units, job.weights)
        apart = np.hypot(*(places_of(units)[:, None] - np.nan_to_num(teams.base)[None]).transpose(2, 0, 1))
        travel = np.where(np.isfinite(teams.base).all(axis=1)[None], np.floor(apart + 0.5), 0).astype(np.int64)
        role, level = self.choice(parameters, self.ROLE, context), self.choice(parameters, self.LEVEL, context)
        return Scene(
            units, teams, unit_loads(units, used, len(teams)), travel, beside, Capacity(job.capacity), job.most_cv,
            "" if role == "all" else ROLE_NAMES[Role(role)], (str(role), str(level)), used, inputs.notes,
        )  # fmt: skip

    @property
    def plane(self) -> QgsCoordinateReferenceSystem:
        """The system in metres in which shapes are read."""
        return self._plane

    @property
    def day(self) -> str:
        """The day from which an assignment is valid, as 2025-03-31."""
        return str(self._day.isoformat())

    def keep(self, scenarios: Sequence[Scenario], day: str, path: str, context: QgsProcessingContext) -> None:
        """Scenarios as a table of a GeoPackage file, whole or not at all, in the place of what was there. OutputError where
        it can't be written. Main thread only."""
        from ..core.service.scenarios import TABLE_FIELDS, table_columns
        from .adapters.result_tables import fields_for, no_shapes
        from .adapters.sinks import open_sink

        columns = table_columns(scenarios, day, say)
        fields = fields_for(TABLE_FIELDS, columns)
        nowhere, without = QgsCoordinateReferenceSystem(), QgsWkbTypes.Type.NoGeometry
        with open_sink(self, {self.ASSIGNMENT: path}, self.ASSIGNMENT, context, fields, nowhere, without) as sink:
            sink.write(no_shapes(len(columns["UNIT"])), [columns[each.name] for each in TABLE_FIELDS])
            sink.finish()


def scenario_facts() -> RunFacts:
    """Versions and rules for the workbook of a scenario."""
    from ..core.occupation.inputs_sheet import RunFacts
    from ..core.service.workload import WEIGHT_RULES
    from .settings import rules_in_force
    from .versions import program_versions

    rules = rules_in_force()
    keys = [*WEIGHT_RULES.values(), "service_cv_most", "service_least_border_m"]
    return RunFacts(None, program_versions(), [], [rules.get(key) for key in keys])


def _meant(texts: np.ndarray, meant: Callable[[str], Any]) -> np.ndarray:
    """object (r,): the role or level each text means, None for none."""
    from ..core.errors import InputError

    values = {}
    for text in set(texts.tolist()):
        try:
            values[text] = meant(text)
        except InputError:
            # A word of another program says nothing.
            values[text] = None
    found = np.empty(len(texts), dtype=object)
    found[:] = [values[text] for text in texts.tolist()]
    return found


def _fits(values: np.ndarray, wanted: str) -> np.ndarray:
    """bool (r,): those that are the role or level wanted, or none; all where all are wanted."""
    return np.array([wanted == "all" or value is None or value.value == wanted for value in values], dtype=bool)


def _none(values: np.ndarray) -> np.ndarray:
    return np.full(len(values), None, dtype=object)


def _by_name(names: Sequence[str], rows: Sequence[int]) -> dict[str, list[int]]:
    """The rows of each name."""
    found: dict[str, list[int]] = {}
    for row in rows:
        found.setdefault(names[row], []).append(row)
    return found
