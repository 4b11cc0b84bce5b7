"""landledger:checksurvey — every check of a land survey: attributes, shapes, areas, coverage, districts."""

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

from ....core.progress import part_of
from ...base import Group, Steps, said, say
from ...findings_algorithm import FindingsAlgorithm
from ...settings import layouts_folder, rules_in_force

if TYPE_CHECKING:
    from ....core.checking.job import Checked, CheckInputs
    from ....core.checking.report import CheckReport

CODE_TABLE = "sandiao2019"
"""The classes of the land survey; the checks of classes are those of this table."""


class CheckSurvey(FindingsAlgorithm):
    """Every check of a land survey: findings as a layer and as a workbook."""

    GROUP = Group.SURVEY
    ICON = "check.svg"

    SURVEY = "SURVEY"
    FIELD_MAP = "FIELD_MAP"
    DISTRICTS = "DISTRICTS"
    PARCEL_COUNT = "PARCEL_COUNT"
    TOTAL_AREA_M2 = "TOTAL_AREA_M2"
    REPAIRED_COUNT = "REPAIRED_COUNT"

    def name(self) -> str:
        return "checksurvey"

    def displayName(self) -> str:
        return self.tr("Quality check of the land survey")

    def shortDescription(self) -> str:
        return self.tr("Attributes, shapes, areas, coverage and district sums of land survey parcels (DLTB).")

    def shortHelpString(self) -> str:
        return self.tr(
            "Checks the land survey parcels (DLTB): fields, codes and what each class demands; field ridges and areas; "
            "shapes, overlaps and gaps; the registered area TBMJ against the ellipsoidal area by the survey's procedure; "
            "sums against districts.\n\n"
            "1. Land survey: parcels in a CGCS2000 Gauss-Kruger zone. Fields are recognised by name, alias or Chinese name; "
            "where yours are called otherwise, say so under “Field map”, as in DLBM=地类编码;TBMJ=面积.\n"
            "2. Districts (optional): XZQ with XZQDM, XZQMC, DCMJ, or CJDCQ with ZLDWDM, ZLDWMC, DCMJ or MJ. Parcels belong "
            "to a district by their location code ZLDWDM; sums are compared in whole 0.01 m².\n"
            "3. Former result (optional): states and reasons given there stay with the findings that are still the same; "
            "left empty, those of the layer that the result replaces are kept.\n\n"
            "How bad a finding is, and which checks are off because their sources contradict each other, are rules "
            "(check_…) that a bureau changes in a file of its own; the sheet 质检项目与口径 lists all of them.\n\n"
            "Shapes that are invalid are measured after repair by the even-odd rule; the survey itself is never changed."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource(self.SURVEY, self.tr("Land survey (DLTB)"), polygon))
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.DISTRICTS, self.tr("Districts (XZQ or CJDCQ)"), polygon, optional=True)
        )
        self.add_previous()
        self.add_advanced(
            QgsProcessingParameterString(
                self.FIELD_MAP, self.tr("Field map, as in DLBM=地类编码;QSXZ=权属"), optional=True, multiLine=True
            )
        )
        self.add_finding_layers()
        self.add_workbook(by_default=False)
        self.add_finding_numbers()
        self.add_numbers(
            (self.PARCEL_COUNT, self.tr("Number of parcels")),
            (self.TOTAL_AREA_M2, self.tr("Total registered area (m²)")),
            (self.REPAIRED_COUNT, self.tr("Shapes repaired")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.survey.schema import DISTRICT_FIELDS, SURVEY_CHECK_FIELDS, Role, parse_field_map
        from ...adapters.columns import prepare_source, schema_fields
        from ...adapters.crs import gauss_zone, require_same_crs

        self._rules = rules_in_force()
        field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
        fields = schema_fields(SURVEY_CHECK_FIELDS, field_map, Role.SURVEY)
        self._survey = prepare_source(self, parameters, self.SURVEY, context, **fields)
        fields = schema_fields(DISTRICT_FIELDS, field_map, Role.DISTRICTS)
        self._districts = prepare_source(self, parameters, self.DISTRICTS, context, required=False, **fields)
        self._sources = [source for source in (self._survey, self._districts) if source is not None]
        self._zone = gauss_zone(self._survey.crs, self._survey.name, self._survey.extent)
        require_same_crs(self._survey, self._sources[1:], False)
        self.prepare_findings(parameters, context, [source.place for source in self._sources])

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.checking.job import check_survey
        from ....core.checking.report import report_of

        steps = Steps(feedback, read=25, check=45, layer=15, book=15)
        checked = check_survey(self._read(steps), self._former, say, steps.check)
        # Without a workbook its sums are still made: a report that does not foot is told in any case.
        report = report_of(checked, self._facts(), layouts_folder())
        sinks = self._write(parameters, context, checked, report, steps)
        self._tell(checked, report, feedback)
        if self._book:
            sinks[self.WORKBOOK] = self._book
        return {**sinks, **self._numbers(checked)}

    def _read(self, steps: Steps) -> CheckInputs:
        import numpy as np

        from ....core.checking.job import CheckInputs
        from ....core.survey.classes import load_code_table
        from ...adapters.columns import read

        survey = read(self._survey, part_of(steps.read, 0.0, 0.95))
        districts = None if self._districts is None else read(self._districts, part_of(steps.read, 0.95, 1.0))
        curved = np.array(sorted(set(self._survey.curved)), dtype=np.int64)
        return CheckInputs(survey, districts, load_code_table(CODE_TABLE), self._rules, self._zone, curved)

    def _facts(self) -> Any:
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        notices = [notice for source in self._sources for notice in source.notices]
        return RunFacts(None, program_versions(), notices)

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        checked: Checked,
        report: CheckReport,
        steps: Steps,
    ) -> dict[str, Any]:
        """All results or none: each layer takes its place when the workbook is written."""
        from contextlib import ExitStack

        from ....core.checking.layer import AREA_FIELDS, FINDING_FIELDS, finding_columns
        from ....core.checking.report import write_report

        values, layouts = finding_columns(checked, say), (FINDING_FIELDS, AREA_FIELDS)
        crs = self._survey.crs
        with ExitStack() as stack:
            sinks = self.write_findings(
                parameters, context, stack, checked.findings, values, layouts, crs, steps.layer
            )
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        return self.dress_findings(context, sinks, FINDING_FIELDS)

    def _tell(self, checked: Checked, report: CheckReport, feedback: QgsProcessingFeedback) -> None:
        from ....core.checking.job import CHECK_TITLES

        for source in self._sources:
            for notice in source.notices:
                feedback.pushWarning(said(notice))
        feedback.pushInfo(
            self.tr("{parcels} parcels, {area} m² ({ha} ha, {mu} mu); {findings} findings.").format(
                parcels=len(checked.inputs.survey),
                area=checked.total.square_metres(),
                ha=checked.total.hectares(),
                mu=checked.total.mu(),
                findings=len(checked.findings),
            )
        )
        for check, count in checked.by_check().most_common():
            feedback.pushInfo(self.tr("{check}: {count}").format(check=say(CHECK_TITLES[check]), count=count))
        self.tell_failed(report.identities, feedback)

    def _numbers(self, checked: Checked) -> dict[str, Any]:
        return {
            **self.finding_numbers(checked.findings),
            self.PARCEL_COUNT: len(checked.inputs.survey),
            self.TOTAL_AREA_M2: float(checked.total.square_metres()),
            self.REPAIRED_COUNT: checked.repaired,
        }
