"""What algorithms on planner service share: units, teams, assignment, visits and plans, from layers and tables."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from .base import Group, Steps, said
from .dates import add_date, asked_date
from .settings import own_plan_states, rules_in_force
from .workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    from ..core.service.coverage.job import CoverageInputs, CoverageJob
    from ..core.service.register.ledger import ServiceLedger
    from ..core.service.service_rows import AssignmentRows, PlanRows, VisitRows
    from ..core.service.teams import Teams
    from ..core.service.units import Units
    from .adapters.place_reading import Places, PlaceSource

ROLES = ("all", "responsible", "village")
LEVELS = ("all", "town", "village")


class ServiceAlgorithm(WorkbookAlgorithm):
    """Base of algorithms on who serves what. `prepare_service` on the main thread, `read_service` in the run."""

    GROUP = Group.SERVICE
    NEEDS = ("numpy", "shapely", "openpyxl")

    UNITS = "UNITS"
    VILLAGES = "VILLAGES"
    TEAMS = "TEAMS"
    ASSIGNMENT = "ASSIGNMENT"
    LEDGER = "LEDGER"
    SCENARIO = "SCENARIO"
    CITY = "CITY"
    PLANS = "PLANS"
    VISITS = "VISITS"
    ROLE = "ROLE"
    AS_OF = "AS_OF"
    PERIOD_FROM = "PERIOD_FROM"
    PERIOD_TO = "PERIOD_TO"
    CELLS = "CELLS"
    UNIT_CODES = "UNIT_CODES"
    LIST_CODES = "LIST_CODES"
    FIELD_MAP = "FIELD_MAP"
    TITLE = "TITLE"

    CHOICES: Mapping[str, tuple[str, ...]] = {ROLE: ROLES}

    def add_service(self) -> None:
        """The parameters of units, teams, assignment, visits, plans and period."""
        anything, polygon = [QgsProcessing.SourceType.TypeVector], [QgsProcessing.SourceType.TypeVectorPolygon]
        for name, label, kinds, optional in (
            (self.UNITS, self.tr("Service units: towns, villages or both (polygons, points or a list)"), anything, False),
            (self.VILLAGES, self.tr("Villages, where they are a layer or list of their own"), anything, True),
            (self.TEAMS, self.tr("Teams of planners (points or a list)"), anything, True),
            (self.ASSIGNMENT, self.tr("Assignment (table of unit and team)"), anything, True),
            (self.CITY, self.tr("Ground of the city (its counties)"), polygon, True),
            (self.PLANS, self.tr("Approved village plans (table of unit and day)"), anything, True),
            (self.VISITS, self.tr("Visits (table of team, unit and day)"), anything, True),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, kinds, optional=optional))
        self.addParameter(
            QgsProcessingParameterFile(
                self.LEDGER,
                self.tr("Ledger with the register of planner teams, for what no table says"),
                fileFilter=self.tr("Ledger (*.gpkg);;All files (*)"),
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(self.SCENARIO, self.tr("Scenario (empty: the one in force, or the only one)"), optional=True)
        )
        roles = [self.tr("all roles"), self.tr("responsible planners"), self.tr("village planners")]
        self.addParameter(QgsProcessingParameterEnum(self.ROLE, self.tr("Role"), roles, defaultValue=0))
        for name, label in (
            (self.AS_OF, self.tr("On the day (empty: today)")),
            (self.PERIOD_FROM, self.tr("Visits from (empty: 1 January)")),
            (self.PERIOD_TO, self.tr("Visits to (empty: the day above)")),
        ):
            add_date(self, name, label)

    def add_service_settings(self) -> None:
        """What is folded away at first."""
        cells = QgsProcessingParameterBoolean(
            self.CELLS, self.tr("Units that are points stand for their Voronoi cells (no surveyed ground)"), defaultValue=False
        )
        self.add_advanced(cells)
        for name, label, lines in (
            (self.UNIT_CODES, self.tr("Code system of the units (name and year)"), False),
            (self.LIST_CODES, self.tr("Code system of the tables (name and year)"), False),
            (self.FIELD_MAP, self.tr("Field map, as in DYDM=村代码;XZBH=小组"), True),
            (self.TITLE, self.tr("Name before the title of the tables"), False),
        ):
            self.add_advanced(QgsProcessingParameterString(name, label, multiLine=lines, optional=True))

    # --------------------------------------------------------------------------------------------------------- prepare

    def prepare_service(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Layers and tables ready to be read in another thread, the plane they are read in, the rules."""
        from ..core.errors import InputError
        from ..core.sentence import translate
        from ..core.service.service_rows import ASSIGNMENT_FIELDS, PLAN_FIELDS, VISIT_FIELDS
        from ..core.service.teams import TEAM_FIELDS
        from ..core.service.units import UNIT_FIELDS
        from ..core.survey.schema import Field
        from .adapters.ledgers import ledger_place
        from .adapters.place_reading import field_maps, prepare_places

        self._rules = rules_in_force()
        unit_fields = (*UNIT_FIELDS, Field("GHPZRQ"))
        wanted: dict[str, tuple[tuple[Field, ...], bool | None]] = {
            self.UNITS: (unit_fields, None),
            self.VILLAGES: (unit_fields, None),
            self.TEAMS: (TEAM_FIELDS, None),
            self.ASSIGNMENT: (ASSIGNMENT_FIELDS, False),
            self.CITY: (tuple(Field(name) for name in ("XZQDM", "XZQMC", "DYDM", "DYMC", "SSXQ")), True),
            self.PLANS: (PLAN_FIELDS, False),
            self.VISITS: (VISIT_FIELDS, False),
            **self.more_tables(),
        }
        self._read: dict[str, PlaceSource] = {}
        asked = self.parameterAsString(parameters, self.FIELD_MAP, context)
        maps = field_maps(self, parameters, context, list(wanted), asked)
        for name, (fields, shapes) in wanted.items():
            needed = name == self.UNITS
            source = prepare_places(self, parameters, name, context, fields, maps[name], shapes, required=needed)
            if source is not None:
                self._read[name] = source
        ledger = self.parameterAsFile(parameters, self.LEDGER, context)
        # On the main thread, as QGIS may ask for the master password of a database.
        self._ledger_place = ledger_place(ledger) if ledger else None
        if self.ASSIGNMENT not in self._read and self._ledger_place is None:
            raise InputError(translate("LandLedger", "Give a table of the assignment, or a ledger that has it."))
        self._plane = self._measured_in()
        self._transforms = context.transformContext()
        self._day = asked_date(self, parameters, self.AS_OF, context) or datetime.date.today()
        until = asked_date(self, parameters, self.PERIOD_TO, context) or self._day
        self._period = (asked_date(self, parameters, self.PERIOD_FROM, context) or datetime.date(until.year, 1, 1), until)
        self._places = [source.place for source in self._read.values() if source.place]
        if ledger:
            self._places.append(ledger)

    def more_tables(self) -> dict[str, Any]:
        """Further tables of a subclass: parameter → fields and whether shapes are read."""
        return {}

    def _measured_in(self) -> Any:
        """The plane of the units that have shapes, else of the city or the teams; None where nothing is drawn."""
        from .adapters.crs import measuring_plane

        for name in (self.UNITS, self.VILLAGES, self.CITY, self.TEAMS):
            source = self._read.get(name)
            if source is not None and source.shapes:
                return measuring_plane(source.crs, source.features.sourceExtent())
        return None

    # ------------------------------------------------------------------------------------------------------------ read

    def read_service(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback, steps: Steps
    ) -> CoverageInputs:
        """Everything read, in the plane; what no table says comes from the ledger."""
        if self._ledger_place is None:
            return self._read_with(parameters, context, steps, None)
        from ..core.service.register.ledger import ServiceLedger
        from .adapters.ledgers import opening_notices

        store = self._ledger_place.opened()
        try:
            for notice in opening_notices(store):
                feedback.pushWarning(said(notice))
            return self._read_with(parameters, context, steps, ServiceLedger(store, self._rules))
        finally:
            store.close()

    def _read_with(
        self, parameters: dict[str, Any], context: QgsProcessingContext, steps: Steps, ledger: ServiceLedger | None
    ) -> CoverageInputs:
        import numpy as np

        from ..core.service.coverage.ground import city_of_units
        from ..core.service.coverage.job import CoverageInputs
        from ..core.service.coverage.places import places_of
        from .adapters.service_reading import measure_of
        from .adapters.service_tables import city_read, own_plans

        measure, self._method = measure_of(self._plane, self._read[self.UNITS].name)
        city_source = self._read.get(self.CITY)
        city = None if city_source is None else city_read(city_source, self._rows(self.CITY, steps), measure)
        layers, plans, from_cells = [], [], False
        for name in (self.UNITS, self.VILLAGES):
            if name in self._read:
                rows = self._rows(name, steps)
                units, is_cells = self._units(parameters, context, name, rows, city)
                layers.append(units)
                plans.append(own_plans(self._read[name], rows))
                from_cells |= is_cells
        places = places_of(*layers)
        assignments = self._assignments(parameters, context, steps, ledger)
        self.read_more(steps, ledger)
        return CoverageInputs(
            places,
            self._teams(assignments, steps, ledger),
            assignments,
            measure,
            city if city is not None else city_of_units(places, measure),
            self._visits(steps, ledger),
            self._approved_plans(steps, ledger),
            np.concatenate(plans),
            from_cells,
        )

    def read_more(self, steps: Steps, ledger: ServiceLedger | None) -> None:
        """What a subclass reads beside, while the ledger is open."""

    def _assignments(
        self, parameters: dict[str, Any], context: QgsProcessingContext, steps: Steps, ledger: ServiceLedger | None
    ) -> AssignmentRows:
        from ..core.service.from_ledger import assignments_in, scenario_meant
        from .adapters.service_tables import assignments_of

        self._scenario = self.parameterAsString(parameters, self.SCENARIO, context).strip()
        if self.ASSIGNMENT in self._read or ledger is None:
            return assignments_of(self._read[self.ASSIGNMENT], self._rows(self.ASSIGNMENT, steps), self._scenario)
        self._scenario = scenario_meant(ledger, self._scenario)
        return assignments_in(ledger, self._scenario, self._day)

    def _teams(self, assignments: AssignmentRows, steps: Steps, ledger: ServiceLedger | None) -> Teams:
        from dataclasses import replace

        from ..core.service.from_ledger import teams_in
        from .adapters.service_reading import bases_in, teams_of
        from .adapters.service_tables import teams_named

        if self.TEAMS in self._read:
            return teams_of(self._read[self.TEAMS], self._rows(self.TEAMS, steps))
        if ledger is None:
            return teams_named(assignments)
        teams, systems = teams_in(ledger)
        return replace(teams, base=bases_in(teams.base, systems, self._plane, self._transforms))

    def _visits(self, steps: Steps, ledger: ServiceLedger | None) -> VisitRows | None:
        from ..core.service.from_ledger import visits_in
        from .adapters.service_tables import visits_of

        if self.VISITS in self._read:
            return visits_of(self._read[self.VISITS], self._rows(self.VISITS, steps))
        return None if ledger is None else visits_in(ledger, self._period[1])

    def _approved_plans(self, steps: Steps, ledger: ServiceLedger | None) -> PlanRows | None:
        """Approved village plans: those of the table, else those of the register of village plans."""
        from ..core.service.from_ledger import plans_in
        from ..core.service.plans.states import load_plan_states
        from .adapters.service_tables import plans_of

        if self.PLANS in self._read:
            return plans_of(self._read[self.PLANS], self._rows(self.PLANS, steps))
        return None if ledger is None else plans_in(ledger, load_plan_states(own_plan_states()))

    def _rows(self, name: str, steps: Steps) -> Places:
        from .adapters.place_reading import read_places

        return read_places(self._read[name], self._plane, self._transforms, steps.read)

    def _units(
        self, parameters: dict[str, Any], context: QgsProcessingContext, name: str, rows: Places, city: Any
    ) -> tuple[Units, bool]:
        """Units of a layer; points as their cells, where that is asked for."""
        from dataclasses import replace

        import numpy as np
        import shapely

        from ..core.service.neighbours import voronoi_cells
        from ..core.service.units import level_of
        from .adapters.service_reading import units_of

        system = self.parameterAsString(parameters, self.UNIT_CODES, context).strip()
        source = self._read[name]
        units = units_of(source, rows, system, self._plane if self._plane is not None else source.crs)
        points = source.shapes and bool((shapely.get_type_id(units.shape) == 0).all())
        if not points or not self.parameterAsBoolean(parameters, self.CELLS, context):
            return units, False
        # Towns and villages of one layer each share out the ground among themselves.
        cells = units.shape.copy()
        levels = np.array([level_of(code) for code in units.code.tolist()], dtype=object)
        for level in set(levels.tolist()):
            rows_of = np.flatnonzero([each is level for each in levels])
            cells[rows_of] = voronoi_cells(units.take(rows_of), None if city is None else city.whole)
        return replace(units, shape=cells), True

    def coverage_job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> CoverageJob:
        """Day, period, role, level and code system asked for; after `read_service`, which knows the scenario."""
        from ..core.service.coverage.job import CoverageJob
        from ..core.service.coverage.visiting import Period
        from ..core.service.teams import Role
        from ..core.service.units import Level

        role = self.choice(parameters, self.ROLE, context)
        level = self.choice(parameters, "LEVEL", context) if "LEVEL" in self.CHOICES else "all"
        return CoverageJob(
            self._day,
            Period(*self._period),
            self._rules,
            None if role == "all" else Role(role),
            None if level == "all" else Level(level),
            self._scenario,
            self.parameterAsString(parameters, self.LIST_CODES, context).strip(),
        )

    def service_facts(self, keys: list[str]) -> Any:
        """What only this floor knows, for the inputs sheet: how was measured, and the rules by key."""
        from ..core.occupation.inputs_sheet import METHODS, RunFacts
        from ..core.sentence import sentence, translate
        from .adapters.crs import crs_label
        from .versions import program_versions

        notices = []
        if self._plane is not None:
            text = translate("LandLedger", "Areas: {method}; {crs}.")
            notices.append(sentence(text, method=sentence(METHODS[self._method]), crs=crs_label(self._plane)))
        return RunFacts(None, program_versions(), notices, [self._rules.get(key) for key in keys])
