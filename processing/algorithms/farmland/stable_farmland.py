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
)

from ...base import Steps, say
from ...settings import layouts_folder
from ..occupation.footprint_algorithm import METHODS
from .farmland_algorithm import SYSTEMS
from .grading_algorithm import GradingAlgorithm

if TYPE_CHECKING:
    from ....core.balance.stable.model import Stable, StableInputs
    from ....core.balance.stable.tables import Sheets
    from ....core.occupation.report import Report

LEVELS = ("county", "township", "village")
UNITS = ("mu", "ha", "m2")
ROUNDINGS = ("printed", "exact")
DECIMALS = {"mu": 2, "ha": 4, "m2": 2}


class StableFarmland(GradingAlgorithm):
    """Stable cultivated land by the rules of practice."""

    ICON = "stable_farmland.svg"

    SURVEY = "SURVEY"
    ROUNDING = "ROUNDING"
    PIECES = "OUTPUT"

    CHOICES = {
        GradingAlgorithm.LEVEL: LEVELS,
        GradingAlgorithm.UNIT: UNITS,
        ROUNDING: ROUNDINGS,
        GradingAlgorithm.GRADE_SYSTEM: SYSTEMS,
        GradingAlgorithm.AREA_METHOD: METHODS,
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
        self.add_excluding()
        for name, label, kind in (
            (self.QUALITY, self.tr("Farmland grade layer"), polygon),
            (self.DISTRICTS, self.tr("Districts with names"), anything),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, kind, optional=True))

    def _add_choices(self) -> None:
        for name, label, options, default in (
            (self.LEVEL, self.tr("Rows"), [self.tr("counties"), self.tr("townships"), self.tr("villages")], 2),
            (self.UNIT, self.tr("Unit"), [self.tr("mu"), self.tr("ha"), self.tr("m²")], 0),
        ):
            self.addParameter(QgsProcessingParameterEnum(name, label, options, defaultValue=default))
        roundings = [self.tr("printed (0.01 mu, 0.0001 ha)"), self.tr("exact")]
        self.add_advanced(
            QgsProcessingParameterEnum(self.ROUNDING, self.tr("Rounding"), roundings, defaultValue=0)
        )
        self.add_grading()
        self.add_ground(
            self.tr("Layers in another zone may be brought to that of the survey"),
            self.tr("Zone, if the survey is in degrees"),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        layers = self.prepare_grading(parameters, context)
        self._prepare_layers(parameters, context, layers)
        cutting = [*self._excluded, *([self._quality] if self._quality else [])]
        ellipsoid = bool(cutting) and self.is_ellipsoidal(parameters, context)
        self.prepare_plane(parameters, context, self._survey, cutting, ellipsoid)
        self.prepare_measuring(parameters, context)

    def _prepare_layers(self, parameters: dict[str, Any], context: QgsProcessingContext, layers: list[Any]) -> None:
        from ....core.balance.stable.job import STABLE_FIELDS, quality_fields_of
        from ....core.summary.regions import DISTRICT_FIELDS
        from ....core.survey.schema import Role
        from ...adapters.columns import prepare_layer, prepare_source, schema_fields

        field_map = self.field_map(parameters, context)
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
        from ....core.balance.stable.report import stable_report
        from ....core.balance.stable.rows import STABLE_PIECE_FIELDS, stable_columns
        from ....core.balance.stable.tables import Sheets
        from ....core.occupation.report import write_report
        from ....core.summary.model import Level

        steps = Steps(feedback, read=30, stable=45, layer=15, book=10)
        job = self.stable_job(Level(self.choice(parameters, self.LEVEL, context)))
        result = find_stable(self._read(steps), job, steps.stable)
        sheets = Sheets(result, self._printing(parameters, context), layouts_folder(), self.text(parameters, self.TITLE, context))
        columns = stable_columns(result)
        report = stable_report(sheets, columns, self._facts())
        layer = self.write_pieces(
            parameters, context, STABLE_PIECE_FIELDS, columns, result.geometry, steps.layer,
            lambda: write_report(report, self._book, self._families, say, steps.book),
            (self.tr("Cultivated land, stable or not"), "stable_farmland.qml"),
        )  # fmt: skip
        self._tell(result, report, feedback)
        return {**self._numbers(result, sheets, report), **layer, self.WORKBOOK: self._book}

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
