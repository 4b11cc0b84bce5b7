"""landledger:checksurvey — every check of a land survey: attributes, shapes, areas, coverage, districts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ....core.errors import OutputError
from ....core.progress import part_of
from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...compat import field
from ...settings import font_families, layouts_folder, rules_in_force
from ...workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    from ....core.checking.job import Checked, CheckInputs
    from ....core.checking.layer import FindingField
    from ....core.checking.report import CheckReport
    from ...adapters.sinks import LayerSink

CODE_TABLE = "sandiao2019"
"""The classes of the land survey; the checks of classes are those of this table."""


class CheckSurvey(WorkbookAlgorithm):
    """Every check of a land survey: findings as a layer and as a workbook."""

    GROUP = Group.SURVEY
    ICON = "check.svg"

    SURVEY = "SURVEY"
    FIELD_MAP = "FIELD_MAP"
    DISTRICTS = "DISTRICTS"
    PREVIOUS = "PREVIOUS"
    FINDINGS = "FINDINGS"
    AREAS = "AREAS"
    FINDING_COUNT = "FINDING_COUNT"
    ERROR_COUNT = "ERROR_COUNT"
    WARNING_COUNT = "WARNING_COUNT"
    HINT_COUNT = "HINT_COUNT"
    OPEN_COUNT = "OPEN_COUNT"
    ACCEPTED_COUNT = "ACCEPTED_COUNT"
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
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.PREVIOUS,
                self.tr("Former result, whose states are kept (empty: the layer replaced)"),
                [QgsProcessing.SourceType.TypeVector],
                optional=True,
            )
        )
        self.add_advanced(
            QgsProcessingParameterString(
                self.FIELD_MAP, self.tr("Field map, as in DLBM=地类编码;QSXZ=权属"), optional=True, multiLine=True
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.FINDINGS, self.tr("Findings"), QgsProcessing.SourceType.TypeVectorPoint
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.AREAS,
                self.tr("Ground of overlaps, gaps and slivers"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            )
        )
        self.add_workbook(by_default=False)
        self.add_numbers(
            (self.FINDING_COUNT, self.tr("Number of findings")),
            (self.ERROR_COUNT, self.tr("Errors")),
            (self.WARNING_COUNT, self.tr("Warnings")),
            (self.HINT_COUNT, self.tr("Hints")),
            (self.OPEN_COUNT, self.tr("Open findings")),
            (self.ACCEPTED_COUNT, self.tr("Accepted findings")),
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
        from ...adapters.former_findings import read_former

        self._rules = rules_in_force()
        self._families = font_families()
        field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
        fields = schema_fields(SURVEY_CHECK_FIELDS, field_map, Role.SURVEY)
        self._survey = prepare_source(self, parameters, self.SURVEY, context, **fields)
        fields = schema_fields(DISTRICT_FIELDS, field_map, Role.DISTRICTS)
        self._districts = prepare_source(self, parameters, self.DISTRICTS, context, required=False, **fields)
        self._sources = [source for source in (self._survey, self._districts) if source is not None]
        self._zone = gauss_zone(self._survey.crs, self._survey.name, self._survey.extent)
        require_same_crs(self._survey, self._sources[1:], False)
        self._prepare_targets(parameters, context)
        self._former = read_former(self, parameters, self.PREVIOUS, self.FINDINGS, context)

    def _prepare_targets(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from ....core.workbook import require_writable
        from ...adapters.sink_targets import require_target, target_of

        places = [source.place for source in self._sources]
        for name in (self.FINDINGS, self.AREAS):
            require_target(parameters.get(name), context, places)
        target = target_of(parameters.get(self.FINDINGS), context)
        if target[0] and target == target_of(parameters.get(self.AREAS), context):
            template = translate("LandLedger", "File {file} can't hold both the findings and their ground; choose another one.")
            raise OutputError(template, file=target[0])
        self._book = self.parameterAsFileOutput(parameters, self.WORKBOOK, context)
        if self._book:
            require_writable(self._book)

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

        from ....core.checking.layer import (
            AREA_FIELDS,
            FINDING_FIELDS,
            area_rows,
            area_shapes,
            finding_columns,
            finding_points,
        )
        from ....core.checking.report import write_report
        from ...adapters.looks import Look, dress

        values = finding_columns(checked, say)
        point, multi = QgsWkbTypes.Type.Point, QgsWkbTypes.Type.MultiPolygon
        with ExitStack() as stack:
            layer = stack.enter_context(self._open(parameters, self.FINDINGS, context, FINDING_FIELDS, values, point))
            columns = [values[found.name] for found in FINDING_FIELDS]
            layer.write(finding_points(checked.findings), columns, part_of(steps.layer, 0.0, 0.9))
            layer.finish()
            areas = None
            if parameters.get(self.AREAS) not in (None, ""):
                rows = area_rows(checked.findings)
                own = {found.name: [values[found.name][row] for row in rows] for found in AREA_FIELDS}
                areas = stack.enter_context(self._open(parameters, self.AREAS, context, AREA_FIELDS, own, multi))
                areas.write(area_shapes(checked.findings, rows), list(own.values()), part_of(steps.layer, 0.9, 1.0))
                areas.finish()
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        aliases = {found.name: say(found.alias) for found in FINDING_FIELDS}
        dress(context, layer.id, Look(self.tr("Findings"), "findings.qml", aliases))
        if areas is None:
            return {self.FINDINGS: layer.id}
        dress(context, areas.id, Look(self.tr("Ground of overlaps, gaps and slivers"), "finding_areas.qml", aliases))
        return {self.FINDINGS: layer.id, self.AREAS: areas.id}

    def _open(
        self,
        parameters: dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        wanted: Sequence[FindingField],
        values: Mapping[str, Sequence[Any]],
        kind: Any,
    ) -> LayerSink:
        from ...adapters.sinks import open_sink

        fields = QgsFields()
        for found in wanted:
            length = found.length
            if found.kind == "text":
                # A text longer than its field ends the run, or is cut in the middle of a character by a shapefile.
                length = max([length, *(len(str(text).encode()) for text in set(values[found.name]) if text)])
            fields.append(field(found.name, found.kind, length, found.decimals, say(found.alias)))
        places = [source.place for source in self._sources]
        return open_sink(self, parameters, name, context, fields, self._survey.crs, kind, places)

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
        from ....core.checking.finding import Severity

        return {
            self.FINDING_COUNT: len(checked.findings),
            self.ERROR_COUNT: checked.count(Severity.ERROR),
            self.WARNING_COUNT: checked.count(Severity.WARNING),
            self.HINT_COUNT: checked.count(Severity.HINT),
            self.OPEN_COUNT: len(checked.findings) - checked.accepted,
            self.ACCEPTED_COUNT: checked.accepted,
            self.PARCEL_COUNT: len(checked.inputs.survey),
            self.TOTAL_AREA_M2: float(checked.total.square_metres()),
            self.REPAIRED_COUNT: checked.repaired,
        }
