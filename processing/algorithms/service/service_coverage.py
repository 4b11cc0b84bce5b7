"""landledger:servicecoverage — streets, towns and villages without a team, with two, with one that is over, or never visited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsWkbTypes,
)

from ....core.errors import OutputError
from ....core.progress import part_of
from ....core.sentence import translate
from ...base import Steps, say
from ...service_algorithm import LEVELS, ROLES, ServiceAlgorithm
from ...settings import layouts_folder

if TYPE_CHECKING:
    from ....core.occupation.report import Report
    from ....core.service.coverage.job import Coverage


class ServiceCoverage(ServiceAlgorithm):
    """Who serves what on a day, and what is left."""

    ICON = "service_coverage.svg"

    LEVEL = "LEVEL"
    PREVIOUS = "PREVIOUS"
    FINDINGS = "FINDINGS"
    AREAS = "AREAS"

    CHOICES = {ServiceAlgorithm.ROLE: ROLES, LEVEL: LEVELS}

    def name(self) -> str:
        return "servicecoverage"

    def displayName(self) -> str:
        return self.tr("Check of service coverage")

    def shortDescription(self) -> str:
        return self.tr("Finds units served by nobody or twice, terms that are over, ground left out, planned villages not visited.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Checks who serves which street, town and village on a day, and lists what is left.\n\n"
            "1. Units: towns (codes of 9 digits) and villages (12 digits), as polygons, points or a list, in one layer or two. "
            "Towns that only the codes of villages name are known, too.\n"
            "2. Assignment: a table of unit (DYDM, or DYMC with SSXZ, SSXQ), team (XZBH), role (FWJS), level (FWCJ), valid from and "
            "to (PQQSRQ, PQJZRQ), scenario (FAMC), as “Assign planner teams” writes it. Units are never edited. Teams: id "
            "(XZBH), role, level, term.\n"
            "3. Every unit needs one team for each role and level. A village takes the team of its town unless it has its own; a "
            "town team and a village team over one village are no double service. Which units a role must serve is a rule.\n"
            "4. What is over on the day (by the assignment or by the team's term) counts for nothing; it is a finding unless "
            "another assignment followed.\n"
            "5. Ground: union of the served polygons on the city, in 0.01 m² and %; what is left is a layer. Without “Ground of "
            "the city” the units' own ground is the city. Points have no ground, unless their Voronoi cells are taken.\n"
            "6. Approved village plans: a table, a field of the units (GHPZRQ), or the ledger's register of village plans. Visits: team "
            "(XZBH), unit, day (RQ). A team that came less often than the rule wants in a full month (quarter, year) is listed.\n"
            "7. Tables match by code where their code system is that of the units, else by county and name; what does not match is "
            "listed.\n\n"
            "Findings keep what people decided about them; the panel of findings shows them. How bad each is, is a rule "
            "(check_service_…)."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_service()
        levels = [self.tr("all"), self.tr("towns"), self.tr("villages")]
        self.addParameter(QgsProcessingParameterEnum(self.LEVEL, self.tr("Level of units"), levels, defaultValue=0))
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.PREVIOUS,
                self.tr("Former result, whose states are kept (empty: the layer replaced)"),
                [QgsProcessing.SourceType.TypeVector],
                optional=True,
            )
        )
        self.add_service_settings()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.FINDINGS, self.tr("Findings"), QgsProcessing.SourceType.TypeVectorPoint, optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.AREAS,
                self.tr("Ground served by nobody"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            )
        )
        self.add_workbook()
        self.add_numbers(
            ("UNIT_COUNT", self.tr("Number of units")),
            ("TEAM_COUNT", self.tr("Number of teams")),
            ("GAP_COUNT", self.tr("Units served by nobody")),
            ("DOUBLE_COUNT", self.tr("Units served twice")),
            ("EXPIRED_COUNT", self.tr("Assignments that are over")),
            ("NOT_BEGUN_COUNT", self.tr("Assignments that begin later")),
            ("OUTSIDE_COUNT", self.tr("Assigned units outside the city")),
            ("UNKNOWN_COUNT", self.tr("Assignments whose unit is unknown")),
            ("UNMATCHED_COUNT", self.tr("Rows of all tables whose unit is unknown")),
            ("CITY_AREA_M2", self.tr("Ground of the city (m²)")),
            ("COVERED_AREA_M2", self.tr("Ground served (m²)")),
            ("COVERED_PERCENT", self.tr("Share of the city served (%)")),
            ("PLAN_COUNT", self.tr("Villages with an approved plan")),
            ("UNVISITED_COUNT", self.tr("Villages with a plan, not visited")),
            ("SHORT_TEAM_COUNT", self.tr("Teams with too few visits")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("OPEN_COUNT", self.tr("Open findings")),
            ("ACCEPTED_COUNT", self.tr("Accepted findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ...adapters.former_findings import read_former
        from ...adapters.sink_targets import require_target, target_of

        self.prepare_service(parameters, context)
        for name in (self.FINDINGS, self.AREAS):
            require_target(parameters.get(name), context, self._places)
        target = target_of(parameters.get(self.FINDINGS), context)
        if target[0] and target == target_of(parameters.get(self.AREAS), context):
            template = translate("LandLedger", "File {file} can't hold both the findings and their ground; choose another one.")
            raise OutputError(template, file=target[0])
        self._former = read_former(self, parameters, self.PREVIOUS, self.FINDINGS, context)
        self.take_workbook(parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.service.coverage.job import check_coverage
        from ....core.service.coverage.layer import coverage_columns
        from ....core.service.coverage.report import coverage_report

        steps = Steps(feedback, read=25, check=45, layer=10, book=20)
        inputs = self.read_service(parameters, context, feedback, steps)
        coverage = check_coverage(inputs, self.coverage_job(parameters, context), self._former, say, steps.check)
        columns = coverage_columns(coverage, say)
        title = self.parameterAsString(parameters, self.TITLE, context).strip()
        report = coverage_report(coverage, columns, self.service_facts([]), title, layouts_folder())
        outputs = self._numbers(coverage, report)
        outputs.update(self._write(parameters, context, coverage, columns, report, steps))
        self._tell(coverage, report, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        coverage: Coverage,
        columns: Mapping[str, Sequence[Any]],
        report: Report,
        steps: Steps,
    ) -> dict[str, Any]:
        """All results or none: each layer takes its place when the workbook is written."""
        from contextlib import ExitStack

        from ....core.checking.layer import AREA_FIELDS, area_rows, area_shapes, finding_points
        from ....core.occupation.report import write_report
        from ....core.service.coverage.layer import FINDING_FIELDS
        from ...adapters.looks import Look, dress
        from ...adapters.result_tables import aliases_of

        point, multi = QgsWkbTypes.Type.Point, QgsWkbTypes.Type.MultiPolygon
        written: dict[str, tuple[Any, Look]] = {}
        with ExitStack() as stack:
            if parameters.get(self.FINDINGS) not in (None, ""):
                sink = stack.enter_context(self._open(parameters, self.FINDINGS, context, FINDING_FIELDS, columns, point))
                values = [columns[each.name] for each in FINDING_FIELDS]
                sink.write(finding_points(coverage.findings), values, part_of(steps.layer, 0.0, 0.8))
                sink.finish()
                written[self.FINDINGS] = sink, Look(self.tr("Findings"), "findings.qml", aliases_of(FINDING_FIELDS))
            if parameters.get(self.AREAS) not in (None, ""):
                rows = area_rows(coverage.findings)
                own = {each.name: [columns[each.name][row] for row in rows] for each in AREA_FIELDS}
                sink = stack.enter_context(self._open(parameters, self.AREAS, context, AREA_FIELDS, own, multi))
                sink.write(area_shapes(coverage.findings, rows), list(own.values()), part_of(steps.layer, 0.8, 1.0))
                sink.finish()
                look = Look(self.tr("Ground served by nobody"), "finding_areas.qml", aliases_of(AREA_FIELDS))
                written[self.AREAS] = sink, look
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        for sink, look in written.values():
            dress(context, sink.id, look)
        return {name: sink.id for name, (sink, _) in written.items()}

    def _open(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext, wanted: Any, values: Mapping[str, Any], kind: Any
    ) -> Any:
        import numpy as np
        from qgis.core import QgsCoordinateReferenceSystem

        from ...adapters.result_tables import fields_for
        from ...adapters.sinks import open_sink

        arrays = {key: np.array(column, dtype=object) for key, column in values.items()}
        crs = self._plane if self._plane is not None else QgsCoordinateReferenceSystem()
        return open_sink(self, parameters, name, context, fields_for(wanted, arrays), crs, kind, self._places)

    def _numbers(self, coverage: Coverage, report: Report) -> dict[str, Any]:
        from ....core.service.coverage.findings import outside_units, short_teams, unmatched_rows

        unknown, unmatched = unmatched_rows(coverage)
        ground = coverage.ground[0] if coverage.ground else None
        return {
            "UNIT_COUNT": int(coverage.inputs.places.drawn.sum()),
            "TEAM_COUNT": len(coverage.inputs.teams),
            "GAP_COUNT": coverage.gaps,
            "DOUBLE_COUNT": coverage.doubles,
            "EXPIRED_COUNT": coverage.expired,
            "NOT_BEGUN_COUNT": coverage.not_begun,
            "OUTSIDE_COUNT": len(outside_units(coverage)[0]),
            "UNKNOWN_COUNT": unknown,
            "UNMATCHED_COUNT": unmatched,
            "CITY_AREA_M2": None if ground is None else ground.city.total / 100,
            "COVERED_AREA_M2": None if ground is None else ground.total / 100,
            "COVERED_PERCENT": None if ground is None else float(ground.percent),
            "PLAN_COUNT": len(coverage.planned),
            "UNVISITED_COUNT": len(coverage.unvisited),
            "SHORT_TEAM_COUNT": short_teams(coverage),
            "FINDING_COUNT": len(coverage.findings),
            "OPEN_COUNT": len(coverage.findings) - coverage.accepted,
            "ACCEPTED_COUNT": coverage.accepted,
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, coverage: Coverage, report: Report, feedback: QgsProcessingFeedback) -> None:
        from ....core.service.coverage.titles import CHECK_TITLES

        text = self.tr("{units} units, {teams} teams: {gaps} without a team, {doubles} with several; {findings} findings.")
        feedback.pushInfo(
            text.format(
                units=int(coverage.inputs.places.drawn.sum()),
                teams=len(coverage.inputs.teams),
                gaps=coverage.gaps,
                doubles=coverage.doubles,
                findings=len(coverage.findings),
            )
        )
        if coverage.ground:
            ground = coverage.ground[0]
            text = self.tr("Served: {percent} % of the city, {area} of {city} m².")
            area, city = (f"{units // 100}.{units % 100:02d}" for units in (ground.total, ground.city.total))
            feedback.pushInfo(text.format(percent=ground.percent, area=area, city=city))
        for check, count in coverage.by_check().most_common():
            feedback.pushInfo(self.tr("{check}: {count}").format(check=say(CHECK_TITLES[check]), count=count))
        self.tell_failed(report.identities, feedback)
