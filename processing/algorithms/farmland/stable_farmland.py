"""landledger:stablefarmland — which cultivated land may be counted on for long (可长期稳定利用耕地), and why the rest may not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ...base import Group, Steps, say
from ...settings import font_families, layouts_folder, own_yields, rule_value, rules_in_force
from ..occupation.footprint_algorithm import METHODS, FootprintAlgorithm

if TYPE_CHECKING:
    from ....core.balance.stable.model import Stable, StableInputs
    from ....core.balance.stable.tables import Sheets
    from ....core.occupation.report import Report

LEVELS = ("county", "township", "village")
UNITS = ("mu", "ha", "m2")
ROUNDINGS = ("printed", "exact")
SYSTEMS = ("national15", "quality10")
DECIMALS = {"mu": 2, "ha": 4, "m2": 2}
CODE_TABLE = "sandiao2019"


class StableFarmland(FootprintAlgorithm):
    """Stable cultivated land by the rules of practice."""

    GROUP = Group.FARMLAND
    ICON = "stable_farmland.svg"

    SURVEY = "SURVEY"
    EXCLUDE = "EXCLUDE"
    QUALITY = "QUALITY"
    DISTRICTS = "DISTRICTS"
    LEVEL = "LEVEL"
    ROUNDING = "ROUNDING"
    GRADE_SYSTEM = "GRADE_SYSTEM"
    CAPACITY_PRESET = "CAPACITY_PRESET"
    TITLE = "TITLE"
    FIELD_MAP = "FIELD_MAP"
    CODE_TABLE = "CODE_TABLE"
    PIECES = "OUTPUT"

    CHOICES = {
        LEVEL: LEVELS,
        FootprintAlgorithm.UNIT: UNITS,
        ROUNDING: ROUNDINGS,
        GRADE_SYSTEM: SYSTEMS,
        FootprintAlgorithm.AREA_METHOD: METHODS,
    }

    def name(self) -> str:
        return "stablefarmland"

    def displayName(self) -> str:
        return self.tr("Identify stable cultivated land")

    def shortDescription(self) -> str:
        return self.tr("Cultivated land less steep slopes, river, lake, forest and pasture districts and layers you give.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Says of all cultivated land of a survey whether it is stable (可长期稳定利用耕地), and of the rest every reason "
            "why it is not.\n\n"
            "1. Land survey: DLBM, TBMJ and ZLDWDM are needed, GDPDJB, TBXHDM and KCMJ are used; found by name, alias or "
            "Chinese name, or said under “Field map”.\n"
            "2. Rules: cultivated land (01) less slope level 5 (over 25°), less parcels marked in TBXHDM as river (HDGD), "
            "lake (HQGD), forest (LQGD), pasture (MQGD), sand (SHGD) or rock (SMGD), less the layers you give. The term "
            "is that of 自然资发〔2021〕166号; the list is from practice, confirm it locally. The table resources/codes/stable_rules.csv "
            "holds them; a file of your own with the same columns takes its place.\n"
            "3. The first rule that holds decides, all are listed. A parcel partly under a layer is split exactly; its parts "
            "add up to its registered area (TBMJ) and ridge (KCMJ).\n"
            "4. Whether adjustable classes (K) count, and what happens without a slope level, are rules "
            "(resources/rules/inout.csv).\n"
            "5. Grades come from the grade layer, else from GDDB. Capacity by grade follows the official form: area × "
            "(16 − grade) × 1500 kg a hectare.\n\n"
            "Areas are net of field ridges, gross areas stand beside. Workbook: by region and reason, by reason, by grade and "
            "slope, checks, findings, inputs with every rule and how sure it is. While one check does not hold, every sheet "
            "is marked 草稿. Layer: a feature for each piece, stable or not, with its reasons."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self._add_layers()
        self._add_choices()
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.PIECES, self.tr("Cultivated land, stable or not"), optional=True)
        )
        self.add_workbook()
        self.add_numbers(
            ("PARCEL_COUNT", self.tr("Number of cultivated parcels")),
            ("PIECE_COUNT", self.tr("Number of pieces")),
            ("SPLIT_COUNT", self.tr("Pieces that are part of a parcel")),
            ("CULTIVATED_AREA_M2", self.tr("Cultivated land without ridges (m²)")),
            ("STABLE_AREA_M2", self.tr("Stable cultivated land (m²)")),
            ("STABLE_MU", self.tr("Stable cultivated land (mu)")),
            ("UNSTABLE_AREA_M2", self.tr("Cultivated land that is not stable (m²)")),
            ("STABLE_GROSS_M2", self.tr("Stable cultivated land with ridges (m²)")),
            ("NO_GRADE_AREA_M2", self.tr("Stable land without a grade (m²)")),
            ("CAPACITY_KG", self.tr("Capacity of the stable land (kg)")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def _add_layers(self) -> None:
        polygon, anything = [QgsProcessing.SourceType.TypeVectorPolygon], [QgsProcessing.SourceType.TypeVector]
        self.addParameter(QgsProcessingParameterFeatureSource(self.SURVEY, self.tr("Land survey (DLTB)"), polygon))
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                self.EXCLUDE, self.tr("Layers that exclude ground"), QgsProcessing.SourceType.TypeVectorPolygon, optional=True
            )
        )
        for name, label, kind in (
            (self.QUALITY, self.tr("Farmland grade layer"), polygon),
            (self.DISTRICTS, self.tr("Districts with names"), anything),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, kind, optional=True))

    def _add_choices(self) -> None:
        for name, label, options, default in (
            (self.LEVEL, self.tr("Rows"), [self.tr("counties"), self.tr("townships"), self.tr("villages")], 2),
            (self.UNIT, self.tr("Unit"), [self.tr("mu"), self.tr("ha"), self.tr("m²")], 0),
            (
                self.ROUNDING,
                self.tr("Rounding"),
                [self.tr("printed (0.01 mu, 0.0001 ha)"), self.tr("exact")],
                0,
            ),
            (
                self.GRADE_SYSTEM,
                self.tr("Grade system"),
                [self.tr("national utilisation grade (1–15)"), self.tr("quality grade (1–10)")],
                0,
            ),
            (self.AREA_METHOD, self.tr("Area method"), [self.tr("ellipsoidal area"), self.tr("plane area")], 0),
        ):
            definition = QgsProcessingParameterEnum(name, label, options, defaultValue=default)
            if name in (self.LEVEL, self.UNIT):
                self.addParameter(definition)
            else:
                self.add_advanced(definition)
        self.add_stable_rules()
        self.add_tolerance(float(rule_value("border_tolerance_m", "0.002")))
        self.add_reprojection(
            self.tr("Layers in another zone may be brought to that of the survey"),
            self.tr("Zone, if the survey is in degrees"),
        )
        for name, label, default, lines in (
            (self.CAPACITY_PRESET, self.tr("Capacity preset"), "official", False),
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
        from ....core.balance.grades import load_yields
        from ....core.balance.stable.rules import require_layer_rule
        from ....core.survey.classes import apply_rules, load_code_table
        from ....core.survey.schema import GradeSystem, parse_field_map
        from ...adapters.columns import layer_name

        self._rules = rules_in_force()
        self._families = font_families()
        version = self.parameterAsString(parameters, self.CODE_TABLE, context).strip() or CODE_TABLE
        self._table = apply_rules(load_code_table(version), self._rules)
        preset = self.parameterAsString(parameters, self.CAPACITY_PRESET, context).strip() or "official"
        self._yields = load_yields(GradeSystem(self.choice(parameters, self.GRADE_SYSTEM, context)), preset, own_yields())
        self._stable_rules = self.stable_rules(parameters, context)
        layers = self.parameterAsLayerList(parameters, self.EXCLUDE, context) or []
        require_layer_rule(self._stable_rules, [layer_name(layer) for layer in layers])
        field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
        self._prepare_layers(parameters, context, field_map, layers)
        cutting = [*self._excluded, *([self._quality] if self._quality else [])]
        ellipsoid = bool(cutting) and self.choice(parameters, self.AREA_METHOD, context) == "ellipsoid"
        self.prepare_plane(parameters, context, self._survey, cutting, ellipsoid)
        self.prepare_targets(parameters, context)
        self._tolerance = self.parameterAsDouble(parameters, self.BORDER_TOLERANCE, context)

    def _prepare_layers(
        self, parameters: dict[str, Any], context: QgsProcessingContext, field_map: Mapping[str, str], layers: list[Any]
    ) -> None:
        from ....core.balance.stable.job import STABLE_FIELDS, quality_fields_of
        from ....core.summary.regions import DISTRICT_FIELDS
        from ....core.survey.schema import Role
        from ...adapters.columns import prepare_layer, prepare_source, schema_fields

        fields = schema_fields(STABLE_FIELDS, field_map, Role.SURVEY)
        self._survey = prepare_source(self, parameters, self.SURVEY, context, **fields)
        self._excluded = [prepare_layer(layer, context, may_be_empty=True) for layer in layers]
        grades = schema_fields(quality_fields_of(self._yields.system), field_map, Role.QUALITY)
        self._quality = prepare_source(
            self, parameters, self.QUALITY, context, required=False, may_be_empty=True, **grades
        )
        control = schema_fields(DISTRICT_FIELDS, {})
        self._districts = prepare_source(
            self, parameters, self.DISTRICTS, context, required=False, shapes=False, **control
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.balance.stable.job import find_stable
        from ....core.balance.stable.model import StableJob
        from ....core.balance.stable.report import stable_report
        from ....core.balance.stable.rows import stable_columns
        from ....core.balance.stable.tables import Sheets
        from ....core.occupation.model import AreaMethod, Job
        from ....core.occupation.report import write_report
        from ....core.summary.model import UNIT as SMALLEST, Level
        from ....core.survey.apportion import Master

        steps = Steps(feedback, read=30, stable=45, layer=15, book=10)
        method = AreaMethod(self.choice(parameters, self.AREA_METHOD, context))
        if self._zone is None:
            method = AreaMethod.PLANE
        measuring = Job(method, Master.PARCEL, SMALLEST, self._tolerance, self._zone)
        level = Level(self.choice(parameters, self.LEVEL, context))
        job = StableJob(level, self._table, self._rules, self._stable_rules, self._yields, measuring)
        result = find_stable(self._read(steps), job, steps.stable)
        sheets = Sheets(result, self._printing(parameters, context), layouts_folder(), self._title(parameters, context))
        columns = stable_columns(result)
        report = stable_report(sheets, columns, self._facts())
        outputs = self._numbers(result, sheets, report)
        if self.wants_pieces(parameters):
            outputs[self.PIECES] = self._write_layer(parameters, context, result, columns, report, steps)
        elif self._book:
            write_report(report, self._book, self._families, say, steps.book)
        self._tell(result, report, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _title(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return str(self.parameterAsString(parameters, self.TITLE, context)).strip()

    def _read(self, steps: Steps) -> StableInputs:
        """Survey, layers and districts; of the layers that cut only what is near the survey."""
        from ....core.balance.stable.model import StableInputs
        from ....core.progress import part_of
        from ....core.survey.reach import boxes_around
        from ...adapters.columns import read

        survey = self.read_whole(self._survey, part_of(steps.read, 0.0, 0.7))
        boxes = boxes_around(survey.geometry)
        excluded = [self.read_near(source, boxes, part_of(steps.read, 0.7, 0.8)) for source in self._excluded]
        quality = self._quality
        grades = None if quality is None else self.read_near(quality, boxes, part_of(steps.read, 0.8, 0.9))
        districts = None if self._districts is None else read(self._districts, part_of(steps.read, 0.9, 1.0))
        return StableInputs(survey, excluded, grades, districts)

    def _printing(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        from ....core.summary.printing import Printing
        from ....core.workbook import DisplayUnit

        unit = DisplayUnit(self.choice(parameters, self.UNIT, context))
        exact = self.choice(parameters, self.ROUNDING, context) == "exact"
        return Printing(unit, unit.most_decimals if exact else DECIMALS[unit.value])

    def _write_layer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        result: Stable,
        columns: Mapping[str, Any],
        report: Report,
        steps: Steps,
    ) -> str:
        """Layer and workbook, both or none; the id of the layer."""
        from ....core.balance.stable.rows import STABLE_PIECE_FIELDS
        from ....core.occupation.report import write_report
        from ...adapters.looks import Look, dress

        with self.open_pieces(parameters, context, STABLE_PIECE_FIELDS, columns) as sink:
            sink.write(result.geometry, [columns[each.name] for each in STABLE_PIECE_FIELDS], steps.layer)
            sink.finish()
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        aliases = {each.name: say(each.alias) for each in STABLE_PIECE_FIELDS}
        dress(context, sink.id, Look(self.tr("Cultivated land, stable or not"), "stable_farmland.qml", aliases))
        return sink.id

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        used = ["stable_adjustable_counts", "stable_slope_missing", "mixed_codes", "learn_ridge_coefficient"]
        if self._rules.get("code_table").text() == self._table.version:
            used.append("code_table")
        if self._districts is not None:
            self._sources.append(self._districts)
        return RunFacts(None, program_versions(), self.notices, [self._rules.get(key) for key in used])

    def _numbers(self, result: Stable, sheets: Sheets, report: Report) -> dict[str, Any]:
        stable = result.is_stable
        return {
            "PARCEL_COUNT": result.parcels,
            "PIECE_COUNT": len(result),
            "SPLIT_COUNT": int(result.cut.sum()),
            "CULTIVATED_AREA_M2": float(result.area().square_metres()),
            "STABLE_AREA_M2": float(result.area(stable).square_metres()),
            "STABLE_MU": float(result.area(stable).mu(6)),
            "UNSTABLE_AREA_M2": float(result.area(~stable).square_metres()),
            "STABLE_GROSS_M2": float(result.gross(stable).square_metres()),
            "NO_GRADE_AREA_M2": float(result.without_grade.square_metres()),
            "CAPACITY_KG": sum(sheets.kilograms.values()),
            "FINDING_COUNT": len(result.findings),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, result: Stable, report: Report, feedback: QgsProcessingFeedback) -> None:
        text = self.tr("{count} cultivated parcels, {total} mu without ridges; stable: {stable} mu.")
        stable = result.area(result.is_stable)
        feedback.pushInfo(
            text.format(count=result.parcels, total=result.area().mu(2), stable=stable.mu(2))
        )
        self.tell_findings(result.findings, feedback)
        self.tell_failed(report.identities, feedback)
