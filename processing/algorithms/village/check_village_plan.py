"""landledger:checkvillageplan — every check of village plans: completeness, codes, topology, lines, indicators, facilities."""

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

from ....core.errors import InputError
from ....core.progress import part_of
from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...findings_algorithm import FindingsAlgorithm
from ...plan_algorithm import PlanAlgorithm
from ...settings import layouts_folder, rules_in_force

if TYPE_CHECKING:
    from ....core.columns import Columns
    from ....core.occupation.report import Report
    from ....core.village.checks.job import CheckedPlans


class CheckVillagePlan(FindingsAlgorithm, PlanAlgorithm):
    """Findings of village plans as a layer and as a workbook."""

    GROUP = Group.VILLAGE
    ICON = "check_village_plan.svg"

    SURVEY = "SURVEY"
    QUOTA_BUILT = "QUOTA_BUILT"
    TARGET_CULTIVATED = "TARGET_CULTIVATED"

    def name(self) -> str:
        return "checkvillageplan"

    def displayName(self) -> str:
        return self.tr("Quality check of village plans")

    def shortDescription(self) -> str:
        return self.tr("Database structure, codes, topology, control lines, indicators and facilities of village plans.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Checks village plans: layers and fields against the profile of the province; classes by the class table the plan "
            "is coded in, codes, identifiers; shapes, overlaps, gaps and the cover of the village; sums and indicators; control "
            "lines; facilities; the land survey; the tables the plan was delivered with.\n\n"
            "1. Input: a plan package or folder (see “Load village plan”), or single layers.\n"
            "2. R1: base year and plan have the same area, that of the village. R2: construction land does not grow, or stays "
            "within the quota given. R3, R4: prime farmland and ecological redline are drawn as control zones 0202 and 0102; "
            "prime farmland is planned as cultivated land. R5: cultivated land reaches the target given, that of the plan's own "
            "table, or that of the base year. R6: construction land outside its zones is listed. R7: facilities lie within the "
            "village and on proper classes. R8: topology. R9: codes and identifiers. R10: share of flexible and reserved land.\n"
            "3. Quota and target are hectares: one number for all villages together, or 甲村=3.2;乙村=4. A quota decides alone "
            "about growth.\n"
            "4. Land survey (optional): classes of the base year are compared by the crosswalk; what differs is listed with its "
            "area.\n"
            "5. Areas over lines are cut exactly and are shares of the parcel's registered area.\n"
            "6. Former result (optional): states and reasons given there stay with the findings that are still the same; left "
            "empty, those of the layer that the result replaces are kept.\n\n"
            "How bad a finding is, and all thresholds, are rules (check_plan_…, plan_…) that a bureau changes in a file of its "
            "own; the sheet 质检项目与口径 lists all of them. Nothing of the plan is changed."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        from ....core.village.profile import PlanRole

        self.add_package()
        self.add_profile()
        self.add_single_layers(
            PlanRole.VILLAGE, PlanRole.BASE, PlanRole.PLAN, PlanRole.CONTROL, PlanRole.BASE_FACILITIES, PlanRole.PLAN_FACILITIES,
            PlanRole.PRIME_FARMLAND, PlanRole.ECO_REDLINE, PlanRole.URBAN_BOUNDARY, PlanRole.INDICATORS, PlanRole.STRUCTURE,
        )  # fmt: skip
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        survey = QgsProcessingParameterFeatureSource(self.SURVEY, self.tr("Land survey (DLTB)"), polygon, optional=True)
        self.addParameter(survey)
        self.addParameter(
            QgsProcessingParameterString(
                self.QUOTA_BUILT, self.tr("Most village construction land (ha), as in 12.5 or 甲村=3.2;乙村=4"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.TARGET_CULTIVATED, self.tr("Least cultivated land (ha), as in 120 or 甲村=60;乙村=60"), optional=True
            )
        )
        self.add_previous()
        self.add_finding_layers()
        self.add_workbook(by_default=False)
        self.add_finding_numbers()
        self.add_numbers(
            ("VILLAGE_COUNT", self.tr("Number of villages")),
            ("FEATURE_COUNT", self.tr("Number of features")),
            ("PASSED_COUNT", self.tr("Villages without errors")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.survey.schema import SURVEY_FIELDS, Role
        from ....core.village.checks.model import PlanWishes as Asked, parse_wishes
        from ...adapters.columns import prepare_source, schema_fields
        from ...adapters.crs import require_same_crs
        from ...adapters.plan_check_reading import prepare_check

        self._rules = rules_in_force()
        asked = {
            name: parse_wishes(self.parameterAsString(parameters, name, context), name)
            for name in (self.QUOTA_BUILT, self.TARGET_CULTIVATED)
        }
        self._wishes = Asked(asked[self.QUOTA_BUILT], asked[self.TARGET_CULTIVATED])
        plans = self.take_plans(parameters, context, feedback, lambda fraction: None)
        for plan in plans:
            self._require_table(plan)
        self._sources = [prepare_check(plan, context) for plan in plans]
        fields = schema_fields(SURVEY_FIELDS, {}, Role.SURVEY, ("DLBM", "BSM"))
        self._survey = prepare_source(self, parameters, self.SURVEY, context, required=False, **fields)
        firsts = [sources.first for sources in self._sources[1:]]
        self._require_one_system([*firsts, *([self._survey] if self._survey is not None else [])], require_same_crs)
        places = [place for sources in self._sources for place in sources.places]
        self.prepare_findings(parameters, context, [*places, *([self._survey.place] if self._survey is not None else [])])

    def _require_one_system(self, others: Any, require_same_crs: Any) -> None:
        """All findings lie in one layer."""
        require_same_crs(self._sources[0].first, others, False)

    @staticmethod
    def _require_table(plan: Any) -> None:
        from ....core.village.class_version import require_judged

        if plan.judgement is not None:
            try:
                require_judged(plan.judgement)
            except InputError as error:
                template = translate("LandLedger", "{place}: {reason}")
                raise InputError(template, place=plan.name or "—", reason=error.sentence) from None

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.village.checks.job import check_plans
        from ....core.village.checks.report import plan_check_report
        from ...adapters.plan_check_reading import read_check

        steps = Steps(feedback, read=20, check=60, layer=10, book=10)
        survey = self._read_survey(part_of(steps.read, 0.0, 0.3))
        count = len(self._sources)
        plans = [
            read_check(sources, survey, part_of(steps.read, 0.3 + 0.7 * number / count, 0.3 + 0.7 * (number + 1) / count))
            for number, sources in enumerate(self._sources)
        ]
        checked = check_plans(plans, self._rules, self._wishes, self._former, say, steps.check)
        # Without a workbook its sums are still made: a report that does not foot is told in any case.
        report = plan_check_report(checked, self._facts(), layouts_folder())
        outputs = self._write(parameters, context, checked, report, steps)
        self._tell(checked, report, feedback)
        if self._book:
            outputs[self.WORKBOOK] = self._book
        return {**outputs, **self._numbers(checked, report)}

    def _read_survey(self, progress: Any) -> Columns | None:
        from ...adapters.columns import read
        from ...adapters.plan_check_reading import boxes_of

        if self._survey is None:
            progress(1.0)
            return None
        return read(self._survey, progress, boxes_of(self._sources), nulls=False, validity=True)

    def _facts(self) -> Any:
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        notices = [notice for sources in self._sources for notice in sources.notices]
        notices += self._survey.notices if self._survey is not None else []
        return RunFacts(None, program_versions(), notices)

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        checked: CheckedPlans,
        report: Report,
        steps: Steps,
    ) -> dict[str, Any]:
        """All results or none: each layer takes its place when the workbook is written."""
        from contextlib import ExitStack

        from ....core.occupation.report import write_report
        from ....core.village.checks.layer import AREA_FIELDS, FINDING_FIELDS, finding_columns

        values, layouts = finding_columns(checked, say), (FINDING_FIELDS, AREA_FIELDS)
        crs = self._sources[0].first.crs
        with ExitStack() as stack:
            sinks = self.write_findings(parameters, context, stack, checked.findings, values, layouts, crs, steps.layer)
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        return self.dress_findings(context, sinks, FINDING_FIELDS)

    def _tell(self, checked: CheckedPlans, report: Report, feedback: QgsProcessingFeedback) -> None:
        from ....core.village.checks.titles import CHECK_TITLES

        for sources in self._sources:
            for notice in sources.notices:
                feedback.pushWarning(f"{sources.plan.name}: {said(notice)}".lstrip(": "))
        text = self.tr("{villages} villages, {features} features; {findings} findings.")
        counts = {"villages": len(checked.villages), "features": checked.features, "findings": len(checked.findings)}
        feedback.pushInfo(text.format(**counts))
        for check, count in checked.by_check().most_common():
            feedback.pushInfo(self.tr("{check}: {count}").format(check=say(CHECK_TITLES[check]), count=count))
        self.tell_failed(report.identities, feedback)

    def _numbers(self, checked: CheckedPlans, report: Report) -> dict[str, Any]:
        from ....core.checking.finding import Severity

        failed = {named.finding.village for named in checked.findings if named.finding.severity is Severity.ERROR}
        return {
            **self.finding_numbers(checked.findings),
            "VILLAGE_COUNT": len(checked.villages),
            "FEATURE_COUNT": checked.features,
            "PASSED_COUNT": sum(village.name not in failed for village in checked.villages),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }
