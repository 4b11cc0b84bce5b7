"""landledger:workload — what each planner team serves and did in a period: T19, suggestions by state, how even the load is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)

from ...base import Steps, say
from ...service_algorithm import ServiceAlgorithm
from ...settings import layouts_folder

if TYPE_CHECKING:
    from ....core.occupation.report import Report
    from ....core.service.register.ledger import ServiceLedger
    from ....core.service.statistics.job import Statistics


class PlannerWorkload(ServiceAlgorithm):
    """Units, ground, people, plans, visits and suggestions of each team, and how even the workload is."""

    ICON = "planner_workload.svg"

    SUGGESTIONS = "SUGGESTIONS"
    WEIGHTS = "WEIGHTS"

    def name(self) -> str:
        return "workload"

    def displayName(self) -> str:
        return self.tr("Workload of planner teams")

    def shortDescription(self) -> str:
        return self.tr("Units, area, people, visits, suggestions, adoption and workload index of each team.")

    def shortHelpString(self) -> str:
        return self.tr(
            "What each planner team serves and did in a period, as the table of service areas and work (T19).\n\n"
            "1. Units, teams, assignment: as in “Check of service coverage”. Every unit has one team in a role; ground, people, "
            "projects and visits due of a town are without those of its villages that have a team of their own in that role, so "
            "the rows of a role add up. Ground is that of the polygons, rounded once to 0.01 km².\n"
            "2. Visits: team (XZBH), unit, day (RQ). A town counts as visited, too, when one of its villages that take its team "
            "was. Suggestions: team, unit, day, state (JYZT: raised, submitted, adopted, partly adopted, not adopted, put into "
            "effect), adopted (SFCN). The ledger's register stands in for tables that are not given.\n"
            "3. Rate of adoption: adopted by all suggestions; what counts is a rule.\n"
            "4. Workload: units, area, people, projects and visits due, each against its mean over the teams of the role, by weights "
            "(resources/rules/service.csv, or “Weights of workload” as in units=1;population=2). The mean is 1. Coefficient of "
            "variation, largest by mean and Gini are held against rules.\n\n"
            "Workbook: T19, evenness, parts of the workload, suggestions by state, units not visited, checks, findings, inputs, "
            "charts."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_service()
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.SUGGESTIONS,
                self.tr("Suggestions (table of team, unit, day and state)"),
                [QgsProcessing.SourceType.TypeVector],
                optional=True,
            )
        )
        self.add_advanced(
            QgsProcessingParameterString(
                self.WEIGHTS, self.tr("Weights of workload, as in units=1;population=2"), optional=True
            )
        )
        self.add_service_settings()
        self.add_workbook()
        self.add_numbers(
            ("TEAM_COUNT", self.tr("Number of teams")),
            ("UNIT_COUNT", self.tr("Number of units")),
            ("AREA_KM2", self.tr("Ground served (km²)")),
            ("POPULATION", self.tr("People served")),
            ("PLAN_COUNT", self.tr("Village plans supported")),
            ("VISIT_COUNT", self.tr("Visits")),
            ("SUGGESTION_COUNT", self.tr("Suggestions")),
            ("ADOPTED_COUNT", self.tr("Suggestions adopted")),
            ("ADOPTION_PERCENT", self.tr("Rate of adoption (%)")),
            ("UNVISITED_COUNT", self.tr("Units not visited")),
            ("WORKLOAD_CV", self.tr("Coefficient of variation of workload")),
            ("WORKLOAD_MAX_MEAN", self.tr("Largest workload by the mean")),
            ("WORKLOAD_GINI", self.tr("Gini coefficient of workload")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def more_tables(self) -> dict[str, Any]:
        from ....core.service.service_rows import SUGGESTION_FIELDS

        return {self.SUGGESTIONS: (SUGGESTION_FIELDS, False)}

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.service.workload import given_weights

        self.prepare_service(parameters, context)
        self._weights = given_weights(self.parameterAsString(parameters, self.WEIGHTS, context), self._rules)
        self.take_workbook(parameters, context)

    def read_more(self, steps: Steps, ledger: ServiceLedger | None) -> None:
        from ....core.service.from_ledger import suggestions_in
        from ...adapters.service_tables import suggestions_of

        self._suggestions = None
        if self.SUGGESTIONS in self._read:
            self._suggestions = suggestions_of(self._read[self.SUGGESTIONS], self._rows(self.SUGGESTIONS, steps))
        elif ledger is not None:
            self._suggestions = suggestions_in(ledger, *self._period)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.service.coverage.job import place_service
        from ....core.service.statistics.job import statistics_of
        from ....core.service.statistics.report import statistics_report
        from ....core.service.workload import WEIGHT_RULES

        steps = Steps(feedback, read=30, place=10, count=40, book=20)
        inputs = self.read_service(parameters, context, feedback, steps)
        coverage = place_service(inputs, self.coverage_job(parameters, context))
        steps.place(1.0)
        statistics = statistics_of(coverage, self._suggestions, self._weights, steps.count)
        title = self.parameterAsString(parameters, self.TITLE, context).strip()
        keys = [*WEIGHT_RULES.values(), "service_cv_most", "service_max_mean_most", "service_gini_most"]
        report = statistics_report(statistics, self.service_facts(keys), title, layouts_folder())
        if self._book:
            self._write(report, title, steps)
        self._tell(statistics, report, feedback)
        return {**self._numbers(statistics, report), self.WORKBOOK: self._book}

    def _write(self, report: Report, title: str, steps: Steps) -> None:
        from ....core.service.statistics.report import chart_page
        from ....core.workbook import Look, write_workbook

        write_workbook(
            self._book,
            report.tables,
            draft=report.draft,
            overwrite=True,
            contents=True,
            say=say,
            progress=steps.book,
            look=Look.among(self._families),
            charts=chart_page(report, title),
        )

    def _numbers(self, statistics: Statistics, report: Report) -> dict[str, Any]:
        from ....core.service.statistics.report import findings_of

        rows = statistics.rows
        adopted, among = sum(row.adopted for row in rows), sum(row.among for row in rows)
        suggested = statistics.suggestions is not None
        visited = statistics.coverage.visited is not None
        people = [row.measures.get("population") for row in rows]
        grounds = [row.hundredths for row in rows if row.hundredths is not None]
        return {
            "TEAM_COUNT": len({row.team for row in rows}),
            "UNIT_COUNT": sum(len(row.units) for row in rows),
            "AREA_KM2": sum(grounds) / 100 if grounds else None,
            "POPULATION": sum(each or 0 for each in people) if any(each is not None for each in people) else None,
            "PLAN_COUNT": sum(row.planned for row in rows),
            "VISIT_COUNT": sum(row.visits or 0 for row in rows) if visited else None,
            "SUGGESTION_COUNT": sum(row.suggestions or 0 for row in rows) if suggested else None,
            "ADOPTED_COUNT": adopted if suggested else None,
            "ADOPTION_PERCENT": 100 * adopted / among if among else None,
            "UNVISITED_COUNT": sum(len(row.unvisited) for row in rows) if visited else None,
            "WORKLOAD_CV": statistics.worst("cv"),
            "WORKLOAD_MAX_MEAN": statistics.worst("most"),
            "WORKLOAD_GINI": statistics.worst("gini"),
            "FINDING_COUNT": len(findings_of(statistics)),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, statistics: Statistics, report: Report, feedback: QgsProcessingFeedback) -> None:
        from ....core.service.statistics.report import findings_of

        text = self.tr("{teams} teams, {units} units; coefficient of variation {cv}, largest by mean {most}, Gini {gini}.")
        figures = {name: f"{statistics.worst(name):.4f}" for name in ("cv", "most", "gini")}
        units = sum(len(row.units) for row in statistics.rows)
        feedback.pushInfo(text.format(teams=len({row.team for row in statistics.rows}), units=units, **figures))
        self.tell_findings(findings_of(statistics), feedback)
        self.tell_failed(report.identities, feedback)
