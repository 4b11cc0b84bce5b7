"""landledger:classsummary — areas by region and land class: the wide and the tall table, three major classes, two units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...settings import font_families, layouts_folder, rule_value, rules_in_force
from ...workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    from ....core.occupation.report import Report
    from ....core.summary.model import Finding, Summary
    from ....core.summary.printing import PrintedCells, Printing

LEVELS = ("county", "township", "village")
UNITS = ("both", "ha", "mu", "m2")
ROUNDINGS = ("summary", "fine", "exact")
BASES = ("net", "gross")
CODE_TABLE = "sandiao2019"
FINE_DECIMALS = {"ha": 4, "mu": 2}
TOLD = 50


class ClassSummary(WorkbookAlgorithm):
    """Areas of a survey by region and land class."""

    GROUP = Group.SURVEY
    NEEDS = ("numpy", "shapely", "openpyxl")

    SURVEY = "SURVEY"
    DISTRICTS = "DISTRICTS"
    LEVEL = "LEVEL"
    UNIT = "UNIT"
    ROUNDING = "ROUNDING"
    AREA = "AREA"
    TOTAL_FIRST = "TOTAL_FIRST"
    EACH_REGION = "EACH_REGION"
    TITLE = "TITLE"
    FIELD_MAP = "FIELD_MAP"
    CODE_TABLE = "CODE_TABLE"
    OUTPUT = "OUTPUT"

    CHOICES: Mapping[str, Sequence[str]] = {LEVEL: LEVELS, UNIT: UNITS, ROUNDING: ROUNDINGS, AREA: BASES}

    def name(self) -> str:
        return "classsummary"

    def displayName(self) -> str:
        return self.tr("Areas by land class")

    def shortDescription(self) -> str:
        return self.tr("Tables of three major classes and of first and second-level classes, by village, township or county.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Sums up the registered areas of the land survey (DLTB) by region and land class. Shapes are not read: the "
            "layer may as well be a table.\n\n"
            "1. Land survey: DLBM, TBMJ and ZLDWDM are needed, found by name, alias or Chinese name; where yours are called "
            "otherwise, say so under “Field map”.\n"
            "2. Districts: XZQ, CJDCQ or any layer with codes (XZQDM or ZLDWDM), names and control areas (DCMJ). It gives "
            "the names of townships and counties, and every district is checked against its control area to 0.01 m².\n"
            "3. Area: by the counting of the survey the ridge (KCMJ) of cultivated land stands under 1203 田坎.\n"
            "4. Rounding: the total is rounded to the printed unit and shared out to regions and classes by the largest "
            "remainder, so that rows and columns foot at every level; each cell that was moved is listed on the sheet "
            "平差明细. “Exact” prints every 0.01 m².\n"
            "5. Codes the class table does not know get a column of their own, parcels without a location code a row of "
            "their own. A layer coded in another class table, or in two, is refused.\n\n"
            "Workbook: 三大类面积汇总表 (82 columns), 分类面积汇总表 (one class a row), 三大类概览, in 公顷 and 亩; checks, moved "
            "cells, findings, inputs. While one check does not hold, every sheet is marked 草稿. Result table: one row for "
            "each region and class, exact areas in three units, for models."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        table = [QgsProcessing.SourceType.TypeVector]
        self.addParameter(QgsProcessingParameterFeatureSource(self.SURVEY, self.tr("Land survey (DLTB)"), table))
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.DISTRICTS, self.tr("Districts with names and control areas"), table, optional=True
            )
        )
        self._add_choices()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT,
                self.tr("Areas by region and class"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            )
        )
        self.add_workbook()
        self.add_numbers(
            ("PARCEL_COUNT", self.tr("Number of parcels")),
            ("REGION_COUNT", self.tr("Number of regions")),
            ("TOTAL_AREA_M2", self.tr("Total area (m²)")),
            ("AGRICULTURAL_AREA_M2", self.tr("Agricultural land (m²)")),
            ("CONSTRUCTION_AREA_M2", self.tr("Construction land (m²)")),
            ("UNUSED_AREA_M2", self.tr("Unused land (m²)")),
            ("CULTIVATED_AREA_M2", self.tr("Cultivated land as counted (m²)")),
            ("UNKNOWN_AREA_M2", self.tr("Under codes not in the class table (m²)")),
            ("MOVED_COUNT", self.tr("Cells moved by rounding")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def _add_choices(self) -> None:
        basis = rule_value("summary_area_basis", "net")
        for name, label, options, default in (
            (self.LEVEL, self.tr("Rows"), [self.tr("counties"), self.tr("townships"), self.tr("villages")], 2),
            (self.UNIT, self.tr("Units"), [self.tr("ha and mu"), self.tr("ha"), self.tr("mu"), self.tr("m²")], 0),
            (
                self.ROUNDING,
                self.tr("Rounding"),
                [self.tr("summary table (0.01 ha, 0.1 mu)"), self.tr("fine (0.0001 ha, 0.01 mu)"), self.tr("exact")],
                0,
            ),
            (
                self.AREA,
                self.tr("Area of cultivated land"),
                [self.tr("without ridges, they count as 1203"), self.tr("with ridges (TBMJ)")],
                BASES.index(basis) if basis in BASES else 0,
            ),
        ):
            self.addParameter(QgsProcessingParameterEnum(name, label, options, defaultValue=default))
        for name, label in (
            (self.TOTAL_FIRST, self.tr("Totals and subtotals first")),
            (self.EACH_REGION, self.tr("Class table of each region, too")),
        ):
            self.addParameter(QgsProcessingParameterBoolean(name, label, defaultValue=False))
        for name, label, default, lines in (
            (self.TITLE, self.tr("Name before the title of the tables"), None, False),
            (self.FIELD_MAP, self.tr("Field map, as in DLBM=地类编码;TBMJ=面积"), None, True),
            (self.CODE_TABLE, self.tr("Class table (name or CSV file)"), rule_value("code_table", CODE_TABLE), False),
        ):
            self.add_advanced(
                QgsProcessingParameterString(name, label, defaultValue=default, multiLine=lines, optional=True)
            )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.errors import InputError
        from ....core.summary.job import SUMMARY_FIELDS
        from ....core.summary.model import Basis, Level, SummaryJob
        from ....core.summary.regions import DISTRICT_FIELDS
        from ....core.survey.classes import apply_rules, load_code_table
        from ....core.survey.schema import parse_field_map
        from ....core.workbook import require_writable
        from ...adapters.columns import prepare_source, schema_fields
        from ...adapters.sink_targets import require_target

        self._rules = rules_in_force()
        self._families = font_families()
        version = self.parameterAsString(parameters, self.CODE_TABLE, context).strip() or CODE_TABLE
        table = apply_rules(load_code_table(version), self._rules)
        level = Level(self.choice(parameters, self.LEVEL, context))
        basis = Basis(self.choice(parameters, self.AREA, context))
        self._job = SummaryJob(level, basis, table, self._rules)
        field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
        fields = schema_fields(SUMMARY_FIELDS, field_map)
        self._survey = prepare_source(self, parameters, self.SURVEY, context, shapes=False, **fields)
        control = schema_fields(DISTRICT_FIELDS, {})
        self._districts = prepare_source(
            self, parameters, self.DISTRICTS, context, required=False, shapes=False, **control
        )
        self._sources = [source for source in (self._survey, self._districts) if source is not None]
        self._book = self.parameterAsFileOutput(parameters, self.WORKBOOK, context)
        if self._book:
            require_writable(self._book)
        if not self._book and parameters.get(self.OUTPUT) in (None, ""):
            raise InputError(translate("LandLedger", "Give a workbook or a result table to write."))
        require_target(parameters.get(self.OUTPUT), context, [source.place for source in self._sources])

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.occupation.report import write_report
        from ....core.summary.job import summarise
        from ....core.summary.report import summary_report
        from ....core.summary.result_rows import result_columns
        from ....core.summary.tables import SheetChoices
        from ...adapters.columns import read

        steps = Steps(feedback, read=45, districts=5, sum=20, layer=10, book=20)
        survey = read(self._survey, steps.read)
        districts = None if self._districts is None else read(self._districts, steps.districts)
        summary = summarise(survey, districts, self._job, steps.sum)
        rows = result_columns(summary)
        choices = SheetChoices(
            total_first=self.parameterAsBoolean(parameters, self.TOTAL_FIRST, context),
            each_region=self.parameterAsBoolean(parameters, self.EACH_REGION, context),
            folder=layouts_folder(),
            name=self.parameterAsString(parameters, self.TITLE, context).strip(),
        )
        printings = self._printings(parameters, context)
        report, printed, findings = summary_report(summary, rows, printings, self._facts(parameters, context), choices)
        outputs = self._numbers(summary, report, printed, findings)

        def write_book() -> None:
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)

        if parameters.get(self.OUTPUT) in (None, ""):
            write_book()
        else:
            outputs[self.OUTPUT] = self._write_rows(parameters, context, rows, steps, write_book)
        self._tell(summary, report, findings, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _printings(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[Printing]:
        from ....core.summary.printing import Printing
        from ....core.workbook import DisplayUnit

        asked = self.choice(parameters, self.UNIT, context)
        rounding = self.choice(parameters, self.ROUNDING, context)
        printings = []
        for unit in (DisplayUnit.HECTARE, DisplayUnit.MU) if asked == "both" else (DisplayUnit(asked),):
            decimals = unit.most_decimals
            if rounding == "fine":
                decimals = FINE_DECIMALS.get(unit.value, decimals)
            elif rounding == "summary" and unit is DisplayUnit.HECTARE:
                decimals = self._rules.whole("summary_hectare_decimals")
            elif rounding == "summary" and unit is DisplayUnit.MU:
                decimals = self._rules.whole("summary_mu_decimals")
            printings.append(Printing(unit, decimals))
        return printings

    def _write_rows(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        rows: Mapping[str, Any],
        steps: Steps,
        then: Any,
    ) -> str:
        """Table and workbook, both or none; the id of the table."""
        from ....core.summary.result_rows import RESULT_FIELDS
        from ...adapters.looks import Look, dress
        from ...adapters.result_tables import aliases_of, fields_for, no_shapes
        from ...adapters.sinks import open_sink

        places = [source.place for source in self._sources]
        fields = fields_for(RESULT_FIELDS, rows)
        nowhere, kind = QgsCoordinateReferenceSystem(), QgsWkbTypes.Type.NoGeometry
        with open_sink(self, parameters, self.OUTPUT, context, fields, nowhere, kind, places) as sink:
            sink.write(no_shapes(len(rows["DLBM"])), [rows[each.name] for each in RESULT_FIELDS], steps.layer)
            sink.finish()
            then()
        look = Look(self.tr("Areas by region and class"), "class_summary.qml", aliases_of(RESULT_FIELDS))
        dress(context, sink.id, look)
        return sink.id

    def _facts(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        used = ["mixed_codes", "class_1201_major", "area_sum_tolerance_m2", "learn_ridge_coefficient"]
        if self._rules.get("summary_area_basis").text() == self._job.basis.value:
            used.append("summary_area_basis")
        if self.choice(parameters, self.ROUNDING, context) == "summary":
            used += ["summary_hectare_decimals", "summary_mu_decimals"]
        if self._rules.get("code_table").text() == self._job.table.version:
            used.append("code_table")
        notices = [notice for source in self._sources for notice in source.notices]
        return RunFacts(None, program_versions(), notices, [self._rules.get(key) for key in used])

    def _numbers(
        self, summary: Summary, report: Report, printed: Sequence[PrintedCells], findings: Sequence[Finding]
    ) -> dict[str, Any]:
        from ....core.area import Area
        from ....core.summary.model import UNIT as SMALLEST
        from ....core.survey.classes import Major

        cultivated = Area.from_units(summary.cultivated, SMALLEST)
        return {
            "PARCEL_COUNT": summary.parcels,
            "REGION_COUNT": len(summary.regions),
            "TOTAL_AREA_M2": float(summary.total.square_metres()),
            "AGRICULTURAL_AREA_M2": float(summary.of(Major.AGRICULTURAL).square_metres()),
            "CONSTRUCTION_AREA_M2": float(summary.of(Major.CONSTRUCTION).square_metres()),
            "UNUSED_AREA_M2": float(summary.of(Major.UNUSED).square_metres()),
            "CULTIVATED_AREA_M2": float(cultivated.square_metres()),
            "UNKNOWN_AREA_M2": float(summary.unknown.square_metres()),
            "MOVED_COUNT": sum(len(sheet.moved()) for sheet in printed),
            "FINDING_COUNT": len(findings),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(
        self, summary: Summary, report: Report, findings: Sequence[Finding], feedback: QgsProcessingFeedback
    ) -> None:
        total = summary.total
        feedback.pushInfo(
            self.tr("{parcels} parcels in {regions} regions, {area} m² ({ha} ha, {mu} mu).").format(
                parcels=summary.parcels,
                regions=len(summary.regions),
                area=total.square_metres(),
                ha=total.hectares(),
                mu=total.mu(),
            )
        )
        for source in self._sources:
            for notice in source.notices:
                feedback.pushWarning(said(notice))
        for found in findings[:TOLD]:
            feedback.pushWarning(f"{found.layer} {found.feature}: {said(found.text)}".replace(" :", ":"))
        if len(findings) > TOLD:
            feedback.pushWarning(self.tr("… and {count} more.").format(count=len(findings) - TOLD))
        self.tell_failed(report.identities, feedback)
