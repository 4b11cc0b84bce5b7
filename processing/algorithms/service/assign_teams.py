"""landledger:assignteams — who serves which street, town or village: least travel under capacity, balance and contiguity."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...base import Group, Steps, said, say
from ...dates import add_date, asked_date
from ...settings import layouts_folder, rule_value, rules_in_force
from ...workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    from ....core.occupation.report import Report
    from ....core.service.assigning import AssignInputs, AssignJob, Proposal, Table

ROLES = ("all", "responsible", "village")
LEVELS = ("all", "town", "village")
CAPACITIES = ("none", "units", "workload")
CHANGES = ("free", "price", "first")
WEIGHED = ("once", "population", "projects", "visits")
TOLD = 50


class AssignTeams(WorkbookAlgorithm):
    """A proposal who serves what."""

    GROUP = Group.SERVICE
    ICON = "assign_teams.svg"
    NEEDS = ("numpy", "scipy", "shapely", "openpyxl")

    UNITS = "UNITS"
    TEAMS = "TEAMS"
    ROLE = "ROLE"
    LEVEL = "LEVEL"
    WEIGHTS = "WEIGHTS"
    CAPACITY = "CAPACITY"
    EACH_TAKES = "EACH_TAKES"
    BALANCE = "BALANCE"
    CONTIGUOUS = "CONTIGUOUS"
    PINNED = "PINNED"
    CURRENT = "CURRENT"
    MINIMAL_CHANGE = "MINIMAL_CHANGE"
    CHANGE_COST = "CHANGE_COST"
    MATRIX = "MATRIX"
    TRAVEL_WEIGHT = "TRAVEL_WEIGHT"
    SITING = "SITING"
    BOUNDARY = "BOUNDARY"
    SCENARIO = "SCENARIO"
    AS_OF = "AS_OF"
    UNIT_CODES = "UNIT_CODES"
    LIST_CODES = "LIST_CODES"
    GAP = "GAP"
    TIME_LIMIT = "TIME_LIMIT"
    SEED = "SEED"
    FIELD_MAP = "FIELD_MAP"
    TITLE = "TITLE"
    ASSIGNMENT = "ASSIGNMENT"
    AREAS = "AREAS"

    CHOICES = {ROLE: ROLES, LEVEL: LEVELS, CAPACITY: CAPACITIES, MINIMAL_CHANGE: CHANGES, TRAVEL_WEIGHT: WEIGHED}

    def name(self) -> str:
        return "assignteams"

    def displayName(self) -> str:
        return self.tr("Assign planner teams")

    def shortDescription(self) -> str:
        return self.tr("Proposes who serves which street, town and village, by travel, workload and contiguity.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Proposes which planner team serves which street, town or village. Units are never edited: the proposal is a table "
            "of its own for each scenario.\n\n"
            "1. Units: polygons, or points with a code of 9 or 12 digits (DYDM; or XZQDM, ZLDWDM), name (DYMC), town (SSXZ), "
            "county (SSXQ), people (RKS), active projects (ZBXM), visits due (YZFCS). A code that stands twice is refused. "
            "Points get Voronoi cells, clipped to “Ground of the county”.\n"
            "2. Teams: points with id (XZBH), name (XZMCH), leading planner (QTGHS), role (FWJS), level (FWCJ), term (PQQSRQ, "
            "PQJZRQ), capacity (FWRL, in units or in workload). Teams whose term does not hold on the day are left out and "
            "told.\n"
            "3. Workload: units, area, people, projects and visits, each against its mean over the teams, by weights "
            "(resources/rules/service.csv, or “Weights of workload” as in units=1;population=2). The mean is 1.\n"
            "4. Minimised: travel, straight in km or from a matrix (unit, team, CXCB), under capacity, balance (workload at most "
            "so many % off the mean), contiguity, pinned units. Changes of today's assignment may cost, or be as few as "
            "possible before all else.\n"
            "5. Tables of units (pinned, today's, matrix) match by code where their code system is that of the units, else by "
            "county and name without endings such as 村民委员会; what does not match is listed.\n"
            "6. Up to 200 units and 25 teams: exact (HiGHS), with proof or the gap reached in time. Above: relaxation, repair and "
            "local search, with the gap to the relaxation. The same input and seed give the same answer unless time ends first.\n"
            "7. “Bases to choose”: so many of the teams' points (without teams: of the units) are chosen first, so that travel is "
            "least.\n\n"
            "Workbook: units, workload of teams with coefficient of variation, max/mean and Gini, solver with bound and gap, "
            "checks, findings, inputs. Layers: the assignment table; areas of the teams in colours that colour-blind people tell "
            "apart."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self._add_layers()
        self._add_wishes()
        self._add_settings()
        for name, label, kind in (
            (self.ASSIGNMENT, self.tr("Assignment"), QgsProcessing.SourceType.TypeVector),
            (self.AREAS, self.tr("Areas of the teams"), QgsProcessing.SourceType.TypeVectorPolygon),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, kind, optional=True))
        self.add_workbook()
        self.add_numbers(
            ("UNIT_COUNT", self.tr("Number of units")),
            ("TEAM_COUNT", self.tr("Number of teams")),
            ("TRAVEL_TOTAL", self.tr("Travel of all units")),
            ("OBJECTIVE", self.tr("Objective")),
            ("LOWER_BOUND", self.tr("Lower bound")),
            ("GAP_PERCENT", self.tr("Gap (%)")),
            ("PROVEN", self.tr("Proven optimum (1 yes, 0 no)")),
            ("CHANGED_COUNT", self.tr("Units that change their team")),
            ("WORKLOAD_CV", self.tr("Coefficient of variation of workload")),
            ("WORKLOAD_MAX_MEAN", self.tr("Largest workload by the mean")),
            ("WORKLOAD_GINI", self.tr("Gini coefficient of workload")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def _add_layers(self) -> None:
        anything, places = [QgsProcessing.SourceType.TypeVector], [QgsProcessing.SourceType.TypeVectorAnyGeometry]
        polygon, point = [QgsProcessing.SourceType.TypeVectorPolygon], [QgsProcessing.SourceType.TypeVectorPoint]
        for name, label, kind, optional in (
            (self.UNITS, self.tr("Service units (polygons or points)"), places, False),
            (self.TEAMS, self.tr("Teams or candidates for bases (points)"), point, True),
            (self.PINNED, self.tr("Pinned units (table of unit and team)"), anything, True),
            (self.CURRENT, self.tr("Today's assignment (table of unit and team)"), anything, True),
            (self.MATRIX, self.tr("Travel matrix (table of unit, team and travel)"), anything, True),
            (self.BOUNDARY, self.tr("Ground of the county, for units that are points"), polygon, True),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, kind, optional=optional))

    def _add_wishes(self) -> None:
        for name, label, options, default in (
            (self.ROLE, self.tr("Role"), [self.tr("all roles"), self.tr("responsible planners"), self.tr("village planners")], 0),
            (self.LEVEL, self.tr("Level of units"), [self.tr("as given"), self.tr("towns"), self.tr("villages")], 0),
            (
                self.CAPACITY,
                self.tr("Capacity of a team"),
                [self.tr("not limited"), self.tr("in units"), self.tr("in workload (1 is the mean)")],
                0,
            ),
        ):
            self.addParameter(QgsProcessingParameterEnum(name, label, options, defaultValue=default))
        kind = QgsProcessingParameterNumber.Type
        for name, label, of_kind in (
            (self.EACH_TAKES, self.tr("Capacity of teams that have none of their own"), kind.Double),
            (self.BALANCE, self.tr("Workload at most so many % off the mean (empty: any)"), kind.Double),
        ):
            self.addParameter(QgsProcessingParameterNumber(name, label, of_kind, optional=True, minValue=0))
        self.addParameter(
            QgsProcessingParameterBoolean(self.CONTIGUOUS, self.tr("Areas in one piece"), defaultValue=True)
        )
        options = [self.tr("free"), self.tr("each at a price"), self.tr("as few as possible, before travel")]
        self.addParameter(
            QgsProcessingParameterEnum(self.MINIMAL_CHANGE, self.tr("Changes of today's assignment"), options, defaultValue=0)
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.SITING, self.tr("Bases to choose (0: none)"), kind.Integer, defaultValue=0, minValue=0
            )
        )
        self.addParameter(
            QgsProcessingParameterString(self.SCENARIO, self.tr("Scenario"), defaultValue=self.tr("Scenario 1"))
        )

    def _add_settings(self) -> None:
        kind = QgsProcessingParameterNumber.Type
        options = [self.tr("each unit once"), self.tr("people"), self.tr("active projects"), self.tr("visits due")]
        self.add_advanced(
            QgsProcessingParameterEnum(self.TRAVEL_WEIGHT, self.tr("Travel counts"), options, defaultValue=0)
        )
        for name, label, of_kind, default in (
            (
                self.CHANGE_COST,
                self.tr("Price of a change, in units of travel"),
                kind.Double,
                float(rule_value("service_change_cost", "5")),
            ),
            (
                self.GAP,
                self.tr("Largest gap between neighbours (m)"),
                kind.Double,
                float(rule_value("service_gap_m", "1")),
            ),
            (self.TIME_LIMIT, self.tr("Time limit (s, 0: none)"), kind.Double, 60.0),
            (self.SEED, self.tr("Seed of the search"), kind.Integer, 1),
        ):
            self.add_advanced(QgsProcessingParameterNumber(name, label, of_kind, defaultValue=default, minValue=0))
        add_date(self, self.AS_OF, self.tr("Valid from (empty: today)"))
        for name, label, lines in (
            (self.WEIGHTS, self.tr("Weights of workload, as in units=1;population=2"), False),
            (self.UNIT_CODES, self.tr("Code system of the units (name and year)"), False),
            (self.LIST_CODES, self.tr("Code system of the tables (name and year)"), False),
            (self.FIELD_MAP, self.tr("Field map, as in DYDM=村代码;XZBH=小组"), True),
            (self.TITLE, self.tr("Name before the title of the tables"), False),
        ):
            self.add_advanced(QgsProcessingParameterString(name, label, multiLine=lines, optional=True))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.service.teams import TEAM_FIELDS
        from ....core.service.units import LIST_FIELDS, SEAT_FIELDS, UNIT_FIELDS
        from ...adapters.crs import measuring_plane
        from ...adapters.place_reading import field_maps, prepare_places
        from ...adapters.sink_targets import require_target

        self._rules = rules_in_force()
        tables = (self.PINNED, self.CURRENT, self.MATRIX)
        asked = self.parameterAsString(parameters, self.FIELD_MAP, context)
        maps = field_maps(self, parameters, context, (self.UNITS, self.TEAMS, *tables), asked)
        self._units = prepare_places(self, parameters, self.UNITS, context, UNIT_FIELDS, maps[self.UNITS])
        self._teams = prepare_places(self, parameters, self.TEAMS, context, TEAM_FIELDS, maps[self.TEAMS], required=False)
        self._county = prepare_places(self, parameters, self.BOUNDARY, context, required=False)
        self._tables = {
            name: prepare_places(
                self, parameters, name, context, LIST_FIELDS if name == self.MATRIX else (*LIST_FIELDS, *SEAT_FIELDS), maps[name],
                shapes=False, required=False,
            )
            for name in tables
        }
        self._plane = measuring_plane(self._units.crs, self._units.features.sourceExtent())
        self._transforms = context.transformContext()
        self._day = asked_date(self, parameters, self.AS_OF, context) or datetime.date.today()
        read = [self._units, self._teams, self._county, *self._tables.values()]
        places = [source.place for source in read if source is not None and source.place]
        for name in (self.ASSIGNMENT, self.AREAS):
            require_target(parameters.get(name), context, places)
        self._places = places
        self.take_workbook(parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.service.assigning import propose
        from ....core.service.assignment_report import assignment_report
        from ....core.service.assignment_rows import assignment_columns

        steps = Steps(feedback, read=10, assign=75, layers=5, book=10)
        job = self._job(parameters, context)
        proposal = propose(self._inputs(parameters, context, steps), job, steps.assign)
        columns = assignment_columns(proposal, self._day.isoformat(), say)
        title = self.parameterAsString(parameters, self.TITLE, context).strip()
        report = assignment_report(proposal, columns, self._facts(), title, layouts_folder())
        outputs = self._numbers(proposal, report)
        outputs.update(self._write(parameters, context, proposal, columns, report, steps))
        self._tell(proposal, report, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> AssignJob:
        from ....core.service.assigning import AssignJob, Capacity, Change
        from ....core.service.teams import ROLE_NAMES, Role
        from ....core.service.workload import given_weights

        def number(name: str) -> float | None:
            return None if parameters.get(name) in (None, "") else self.parameterAsDouble(parameters, name, context)

        balance, role = number(self.BALANCE), self.choice(parameters, self.ROLE, context)
        weighed = self.choice(parameters, self.TRAVEL_WEIGHT, context)
        return AssignJob(
            weights=given_weights(self.parameterAsString(parameters, self.WEIGHTS, context), self._rules),
            capacity=Capacity(self.choice(parameters, self.CAPACITY, context)),
            each_takes=number(self.EACH_TAKES),
            balance=None if balance is None else balance / 100,
            contiguous=self.parameterAsBoolean(parameters, self.CONTIGUOUS, context),
            change=Change(self.choice(parameters, self.MINIMAL_CHANGE, context)),
            change_cost=self.parameterAsDouble(parameters, self.CHANGE_COST, context),
            sites=self.parameterAsInt(parameters, self.SITING, context),
            seconds=self.parameterAsDouble(parameters, self.TIME_LIMIT, context) or None,
            seed=self.parameterAsInt(parameters, self.SEED, context),
            gap=self.parameterAsDouble(parameters, self.GAP, context),
            least_border=float(self._rules.number("service_least_border_m")),
            most_cv=float(self._rules.number("service_cv_most")),
            weigh_by="" if weighed == "once" else str(weighed),
            scenario=self.parameterAsString(parameters, self.SCENARIO, context).strip(),
            system=self.parameterAsString(parameters, self.LIST_CODES, context).strip(),
            role="" if role == "all" else ROLE_NAMES[Role(role)],
            day=self._day,
        )

    def _inputs(self, parameters: dict[str, Any], context: QgsProcessingContext, steps: Steps) -> AssignInputs:
        """Units of the level, teams of the role in their term, and the tables."""
        import shapely

        from ....core.service.assigning import AssignInputs
        from ....core.service.teams import Role, in_service, require_teams
        from ....core.service.units import Level, of_level
        from ...adapters.place_reading import read_places
        from ...adapters.service_reading import measure_of, teams_of, units_of

        places = read_places(self._units, self._plane, self._transforms, steps.read)
        system = self.parameterAsString(parameters, self.UNIT_CODES, context).strip()
        wanted, role = self.choice(parameters, self.LEVEL, context), self.choice(parameters, self.ROLE, context)
        level = None if wanted == "all" else Level(wanted)
        units = of_level(units_of(self._units, places, system, self._plane), level)
        teams, notes = None, []
        if self._teams is not None:
            teams = teams_of(self._teams, read_places(self._teams, self._plane, self._transforms))
            require_teams(teams)
            teams, notes = in_service(teams, None if role == "all" else Role(role), level, self._day)
        county = None
        if self._county is not None:
            county = shapely.union_all(read_places(self._county, self._plane, self._transforms).shape)
        pinned, former, travel = (self._table(name) for name in (self.PINNED, self.CURRENT, self.MATRIX))
        measure, self._method = measure_of(self._plane, self._units.name)
        return AssignInputs(units, teams, pinned, former, travel, county, notes, measure)

    def _table(self, name: str) -> Table | None:
        from ...adapters.place_reading import read_places
        from ...adapters.service_reading import table_of

        source = self._tables[name]
        return None if source is None else table_of(source, read_places(source))

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        proposal: Proposal,
        columns: Mapping[str, Any],
        report: Report,
        steps: Steps,
    ) -> dict[str, str]:
        """Table, areas and workbook, all or none; ids by parameter."""
        from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

        from ....core.occupation.report import write_report
        from ....core.service.assignment_rows import AREA_FIELDS, ASSIGNMENT_FIELDS, area_columns
        from ...adapters.looks import Look, dress
        from ...adapters.result_tables import aliases_of, fields_for, no_shapes
        from ...adapters.sinks import open_sink

        shapes, areas = area_columns(proposal)
        nowhere, without = QgsCoordinateReferenceSystem(), QgsWkbTypes.Type.NoGeometry
        table = (no_shapes(len(columns["UNIT"])), columns, ASSIGNMENT_FIELDS, nowhere, without)
        ground = (_polygons(shapes), areas, AREA_FIELDS, self._plane, QgsWkbTypes.Type.MultiPolygon)
        looks = {
            self.ASSIGNMENT: Look(self.tr("Assignment"), "", aliases_of(ASSIGNMENT_FIELDS)),
            self.AREAS: Look(self.tr("Areas of the teams"), "assign_teams.qml", aliases_of(AREA_FIELDS)),
        }
        written = {}
        with ExitStack() as stack:
            for name, (geometry, values, declared, crs, kind) in ((self.ASSIGNMENT, table), (self.AREAS, ground)):
                if parameters.get(name) in (None, ""):
                    continue
                fields = fields_for(declared, values)
                sink = stack.enter_context(open_sink(self, parameters, name, context, fields, crs, kind, self._places))
                sink.write(geometry, [values[each.name] for each in declared], steps.layers)
                sink.finish()
                written[name] = sink
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        for name, sink in written.items():
            dress(context, sink.id, looks[name])
        return {name: sink.id for name, sink in written.items()}

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.occupation.inputs_sheet import METHODS, RunFacts
        from ....core.sentence import sentence, translate
        from ....core.service.workload import WEIGHT_RULES
        from ...adapters.crs import crs_label
        from ...versions import program_versions

        keys = [*WEIGHT_RULES.values(), "service_cv_most", "service_least_border_m"]
        text = translate("LandLedger", "Areas: {method}; {crs}.")
        notices = [sentence(text, method=sentence(METHODS[self._method]), crs=crs_label(self._plane))]
        if self._plane != self._units.crs:
            text = translate("LandLedger", "Units are in degrees; distances and areas were taken in {crs}.")
            notices.append(sentence(text, crs=crs_label(self._plane)))
        return RunFacts(None, program_versions(), notices, [self._rules.get(key) for key in keys])

    def _numbers(self, proposal: Proposal, report: Report) -> dict[str, Any]:
        from ....core.service.assignment_rows import changed_of, printed_travel

        found = proposal.solution
        return {
            "UNIT_COUNT": len(proposal.inputs.units),
            "TEAM_COUNT": len(proposal.teams),
            "TRAVEL_TOTAL": int(printed_travel(proposal).sum()) / 1000,
            "OBJECTIVE": found.value,
            "LOWER_BOUND": found.bound,
            "GAP_PERCENT": 100 * found.gap,
            "PROVEN": int(found.proven),
            "CHANGED_COUNT": int(changed_of(proposal).sum()),
            "WORKLOAD_CV": proposal.even.cv,
            "WORKLOAD_MAX_MEAN": proposal.even.most,
            "WORKLOAD_GINI": proposal.even.gini,
            "FINDING_COUNT": len(proposal.findings),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, proposal: Proposal, report: Report, feedback: QgsProcessingFeedback) -> None:
        found = proposal.solution
        text = self.tr("{units} units, {teams} teams: objective {value}, bound {bound}, gap {gap} %.")
        feedback.pushInfo(
            text.format(
                units=len(proposal.inputs.units),
                teams=len(proposal.teams),
                value=f"{found.value:.3f}",
                bound=f"{found.bound:.3f}",
                gap=f"{100 * found.gap:.3f}",
            )
        )
        if found.seconds_up:
            feedback.pushWarning(self.tr("The time limit ended the search; another run may differ."))
        for finding in proposal.findings[:TOLD]:
            feedback.pushWarning(f"{finding.layer}: {said(finding.text)}")
        self.tell_failed(report.identities, feedback)


def _polygons(shapes: Any) -> Any:
    """The polygonal part of each shape."""
    import numpy as np
    import shapely

    result = np.empty(len(shapes), dtype=object)
    for place, shape in enumerate(shapes):
        parts = [part for part in shapely.get_parts(shape) if part.geom_type in ("Polygon", "MultiPolygon")]
        result[place] = shapely.union_all(parts) if shape.geom_type == "GeometryCollection" else shape
    return result
