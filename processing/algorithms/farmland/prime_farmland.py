"""landledger:primefarmland — permanent basic farmland that projects take, and whether the supplement blocks make up for it."""

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
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
)

from ....core.sentence import translate
from ...base import Steps, said, say
from ...plot_numbers import with_numbers
from ...settings import font_families, layouts_folder, own_yields, rule_value, rules_in_force
from ...workbook_algorithm import TOLD
from ..occupation.footprint_algorithm import METHODS, UNITS
from .farmland_algorithm import SYSTEMS, FarmlandAlgorithm

if TYPE_CHECKING:
    from ....core.balance.prime.model import Audit
    from ....core.balance.yearly.ground import Prime
    from ....core.occupation.report import Report
    from ....core.progress import Progress

MASTERS = ("parcel", "footprint", "none")
BASES = ("gross", "net")


class PrimeFarmland(FarmlandAlgorithm):
    """Occupied prime farmland against its supplement: area, paddy, grade, capacity, and every reason for refusal."""

    ICON = "prime_farmland.svg"

    OCCUPIED = "OCCUPIED"
    OCCUPIED_ID = "OCCUPIED_ID"
    OCCUPIED_NAME = "OCCUPIED_NAME"
    PROJECT_FIELD = "PROJECT_FIELD"
    SUPPLEMENT = "SUPPLEMENT"
    SUPPLEMENT_ID = "SUPPLEMENT_ID"
    SUPPLEMENT_NAME = "SUPPLEMENT_NAME"
    SUPPLEMENT_PROJECT_FIELD = "SUPPLEMENT_PROJECT_FIELD"
    SURVEY = "SURVEY"
    PRIME_FARMLAND = "PRIME_FARMLAND"
    QUALITY = "QUALITY"
    RESERVE_ZONE = "RESERVE_ZONE"
    ECO_REDLINE = "ECO_REDLINE"
    URBAN_BOUNDARY = "URBAN_BOUNDARY"
    DISTRICTS = "DISTRICTS"
    EXCLUDE = "EXCLUDE"
    MASTER = "MASTER"
    AREA_BASIS = "AREA_BASIS"
    STEEPEST_LEVEL = "STEEPEST_LEVEL"
    LEAST_PATCH_M2 = "LEAST_PATCH_M2"
    BLOCKS = "BLOCKS"
    REASONS = "REASONS"

    CHOICES = {
        FarmlandAlgorithm.AREA_METHOD: METHODS,
        MASTER: MASTERS,
        FarmlandAlgorithm.UNIT: UNITS,
        FarmlandAlgorithm.GRADE_SYSTEM: SYSTEMS,
        AREA_BASIS: BASES,
    }

    def name(self) -> str:
        return "primefarmland"

    def displayName(self) -> str:
        return self.tr("Prime farmland: occupied and supplement")

    def shortDescription(self) -> str:
        return self.tr("Whether supplement blocks make up for the permanent basic farmland that projects take.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Compares the permanent basic farmland that projects take with the blocks set aside in its place (T08), and "
            "names every reason that speaks against a block with its area and its ground on the map.\n\n"
            "1. Occupying footprints: the red lines of the projects, or blocks of occupied prime farmland; what lies in the "
            "layer of permanent basic farmland is taken. Supplement blocks: one feature a block; the layer may be empty, then "
            "the result says what is needed.\n"
            "2. With a project field, the blocks of a project stand against its footprints (the field of the same name in the "
            "supplement layer, or another one you name); without it all blocks stand against all footprints.\n"
            "3. Both sides are cut by the land survey (DLTB, the latest) in one run, measured and adjusted once; areas, paddy, "
            "average grade and capacity are exact sums of the pieces. Grades: farmland grade layer, else field GDDB of the "
            "survey, else that of the prime farmland layer; two grade systems never mix.\n"
            "4. A supplement has to reach the occupied area, paddy and capacity, and its average grade may not be worse "
            "(compared as exact fractions). Capacity = hectares × (16 − grade) × 1500 kg.\n"
            "5. A block is refused where it is no cultivated land in the survey, steeper than allowed (over 25° always), not "
            "usable in a stable way (rules of stable farmland, resources/codes/stable_rules.csv or a table of your own), "
            "prime farmland already, over another block or an occupied one, in the ecological redline, the urban growth "
            "boundary or an excluded layer, without grade or slope level, outside survey or districts, or smaller than the "
            "least patch. Another county and land outside the reserve zone are hints. Each of these is a rule prime_…: "
            "practice, not read in a regulation, so confirm it locally.\n"
            "6. Refused blocks stand for nothing. An unusable part not larger than rule prime_ignored_m2 is left out and the "
            "block stays.\n\n"
            "Workbook: 永久基本农田占用补划一览表 (T08), conclusions with what is missing in one sentence a project, blocks with "
            "all reasons, reasons piece by piece, lists, checks, rules with their status. While one check does not hold, every "
            "sheet is marked 草稿. Layers: pieces, blocks with their verdict, ground of the reasons."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self._add_sides()
        self._add_layers()
        self._add_choices()
        for name, label in (
            (self.PIECES, self.tr("Pieces of both sides")),
            (self.BLOCKS, self.tr("Supplement blocks with verdict")),
            (self.REASONS, self.tr("Parts of supplement blocks with a reason")),
        ):
            by_default = name != self.PIECES
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, optional=True, createByDefault=by_default))
        self.add_workbook()
        self.add_numbers(
            ("PROJECT_COUNT", self.tr("Number of projects")),
            ("OCCUPIED_COUNT", self.tr("Number of footprints")),
            ("OCCUPIED_AREA_M2", self.tr("Occupied prime farmland (m²)")),
            ("OCCUPIED_PADDY_M2", self.tr("Occupied paddy (m²)")),
            ("OCCUPIED_CAPACITY_KG", self.tr("Occupied capacity (kg)")),
            ("BLOCK_COUNT", self.tr("Number of supplement blocks")),
            ("SUPPLEMENT_AREA_M2", self.tr("Supplement blocks (m²), refused ones too")),
            ("REFUSED_BLOCK_COUNT", self.tr("Refused supplement blocks")),
            ("ACCEPTED_AREA_M2", self.tr("Accepted supplement (m²)")),
            ("ACCEPTED_PADDY_M2", self.tr("Accepted paddy (m²)")),
            ("ACCEPTED_CAPACITY_KG", self.tr("Accepted capacity (kg)")),
            ("RESERVE_AREA_M2", self.tr("Accepted from the reserve zone (m²)")),
            ("SHORT_AREA_M2", self.tr("Area still missing (m²)")),
            ("SHORT_PADDY_M2", self.tr("Paddy still missing (m²)")),
            ("SHORT_CAPACITY_KG", self.tr("Capacity still missing (kg)")),
            ("SHORT_PROJECT_COUNT", self.tr("Projects that are not balanced")),
            ("PASSED", self.tr("Every project is balanced (1 yes, 0 no)")),
            ("REASON_COUNT", self.tr("Number of reasons")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def _add_sides(self) -> None:
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        for layer, title, fields in (
            (
                self.OCCUPIED,
                self.tr("Occupying footprints"),
                (
                    (self.OCCUPIED_ID, self.tr("Number field of the footprints")),
                    (self.OCCUPIED_NAME, self.tr("Name field of the footprints")),
                    (self.PROJECT_FIELD, self.tr("Project field of the footprints (empty: all together)")),
                ),
            ),
            (
                self.SUPPLEMENT,
                self.tr("Supplement blocks"),
                (
                    (self.SUPPLEMENT_ID, self.tr("Number field of the blocks")),
                    (self.SUPPLEMENT_NAME, self.tr("Name field of the blocks")),
                    (self.SUPPLEMENT_PROJECT_FIELD, self.tr("Project field of the blocks (empty: the same name)")),
                ),
            ),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(layer, title, polygon))
            for name, label in fields:
                self.addParameter(
                    QgsProcessingParameterField(name, label, parentLayerParameterName=layer, optional=True)
                )

    def _add_layers(self) -> None:
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        for name, label, optional in (
            (self.SURVEY, self.tr("Land survey (DLTB)"), False),
            (self.PRIME_FARMLAND, self.tr("Permanent basic farmland layer"), False),
            (self.QUALITY, self.tr("Farmland grade layer"), True),
            (self.RESERVE_ZONE, self.tr("Reserve zone of prime farmland"), True),
            (self.ECO_REDLINE, self.tr("Ecological redline layer"), True),
            (self.URBAN_BOUNDARY, self.tr("Urban growth boundary layer"), True),
            (self.DISTRICTS, self.tr("Districts (XZQ), to tell counties apart"), True),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, polygon, optional=optional))
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                self.EXCLUDE,
                self.tr("Other layers in which nothing may be set aside"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
            )
        )

    def _add_choices(self) -> None:
        systems = self.grade_systems()
        self.addParameter(
            QgsProcessingParameterEnum(self.GRADE_SYSTEM, self.tr("Grade system"), systems, defaultValue=0)
        )
        for name, label, options, default in (
            (self.AREA_METHOD, self.tr("Area method"), [self.tr("ellipsoidal area"), self.tr("plane area")], 1),
            (
                self.MASTER,
                self.tr("Areas adjusted to"),
                [self.tr("registered parcel area (TBMJ)"), self.tr("surveyed footprint"), self.tr("no adjustment")],
                1,
            ),
            (self.UNIT, self.tr("Smallest unit"), [self.tr("0.01 m²"), self.tr("1 m² (0.0001 ha)")], 1),
        ):
            self.addParameter(QgsProcessingParameterEnum(name, label, options, defaultValue=default))
        self.addParameter(
            QgsProcessingParameterEnum(
                self.AREA_BASIS,
                self.tr("Areas compared (empty: rule prime_area_basis)"),
                [self.tr("with field ridges (gross)"), self.tr("without field ridges (net)")],
                optional=True,
            )
        )
        number = QgsProcessingParameterNumber.Type
        for name, label, kind, least, most in (
            (
                self.STEEPEST_LEVEL,
                self.tr("Steepest slope level of a block (empty: rule prime_steepest_level)"),
                number.Integer,
                1,
                4,
            ),
            (
                self.LEAST_PATCH_M2,
                self.tr("Smallest patch of a block (m²; empty: rule prime_least_patch_m2)"),
                number.Double,
                0,
                1e9,
            ),
        ):
            self.add_advanced(
                QgsProcessingParameterNumber(name, label, kind, optional=True, minValue=least, maxValue=most)
            )
        self.add_stable_rules()
        self.add_tolerance(float(rule_value("border_tolerance_m", "0.002")))
        self.add_reprojection(
            self.tr("Layers in another zone may be brought to that of the survey"),
            self.tr("Zone, if the survey is in degrees"),
        )
        self.add_text(self.FIELD_MAP, self.tr("Field map, as in DLBM=地类编码;QSXZ=权属"), lines=True)
        self.add_class_table()
        self.add_title()

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        given = {name: parameters.get(name) not in (None, "") for name in (self.PROJECT_FIELD, self.SUPPLEMENT_PROJECT_FIELD)}
        if given[self.SUPPLEMENT_PROJECT_FIELD] and not given[self.PROJECT_FIELD]:
            return False, self.tr(
                "The project field of the blocks needs that of the footprints: give both, or leave both empty."
            )
        return super().checkParameterValues(parameters, context)

    # ------------------------------------------------------------------------------------------------------- prepare

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.balance.prime.settings import Settings
        from ....core.survey.schema import GradeSystem

        self._rules = self._chosen_rules(parameters, context)
        system = GradeSystem(self.choice(parameters, self.GRADE_SYSTEM, context))
        self._settings = Settings.of_rules(self._rules, system, self.stable_rules(parameters, context), own_yields())
        self._families = font_families()
        self._job_of(parameters, context)
        self._classes = self.class_table(parameters, context, self._rules)
        field_map = self.field_map(parameters, context)
        self._prepare_sides(parameters, context)
        self._prepare_layers(parameters, context, field_map)
        others = [self._occupied, self._supplement, *(source for _, _, source in self._controls)]
        self.prepare_plane(parameters, context, self._survey, others, self._method == "ellipsoid")
        self.prepare_targets(parameters, context)
        self._prepare_more_targets(parameters, context)
        self._title = self.text(parameters, self.TITLE, context)

    def _chosen_rules(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        """The rules in force, with what was chosen for this run."""
        chosen: dict[str, str] = {}
        basis = self.choice(parameters, self.AREA_BASIS, context)
        if basis:
            chosen["prime_area_basis"] = basis
        if parameters.get(self.STEEPEST_LEVEL) not in (None, ""):
            chosen["prime_steepest_level"] = str(self.parameterAsInt(parameters, self.STEEPEST_LEVEL, context))
        if parameters.get(self.LEAST_PATCH_M2) not in (None, ""):
            chosen["prime_least_patch_m2"] = f"{self.parameterAsDouble(parameters, self.LEAST_PATCH_M2, context):.2f}"
        return rules_in_force().replaced(chosen, say(translate("LandLedger", "chosen for this run")))

    def _job_of(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from ....core.occupation.presets import UNITS as UNIT_OF
        from ....core.survey.apportion import Master

        self._method = self.choice(parameters, self.AREA_METHOD, context)
        self._master = Master(self.choice(parameters, self.MASTER, context))
        self._unit = UNIT_OF[str(self.choice(parameters, self.UNIT, context))]
        self._tolerance = self.parameterAsDouble(parameters, self.BORDER_TOLERANCE, context)

    def _prepare_sides(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from ...adapters.columns import prepare_source

        taken = self._named(parameters, context, self.OCCUPIED_ID, self.OCCUPIED_NAME, self.PROJECT_FIELD)
        self._occupied = prepare_source(self, parameters, self.OCCUPIED, context, fields=taken)
        own = self._named(parameters, context, self.SUPPLEMENT_ID, self.SUPPLEMENT_NAME, self.SUPPLEMENT_PROJECT_FIELD)

        def match(available: Sequence[str], layer: str) -> dict[str, str]:
            if "PROJECT" in taken and "PROJECT" not in own:
                return {**own, "PROJECT": _same_field(available, taken["PROJECT"], layer)}
            return own

        self._supplement = prepare_source(
            self, parameters, self.SUPPLEMENT, context, fields=match, may_be_empty=True
        )

    def _named(
        self, parameters: dict[str, Any], context: QgsProcessingContext, number: str, name: str, project: str
    ) -> dict[str, str]:
        """Standard name → field of a side, of the fields that were chosen."""
        chosen = {"FP_ID": number, "FP_NAME": name, "PROJECT": project}
        asked = {key: self.parameterAsString(parameters, parameter, context) for key, parameter in chosen.items()}
        return {key: actual for key, actual in asked.items() if actual}

    def _prepare_layers(
        self, parameters: dict[str, Any], context: QgsProcessingContext, field_map: Mapping[str, str]
    ) -> None:
        from ....core.balance.prime import model
        from ....core.occupation.model import CONTROL_KEYS, SURVEY_COLUMNS
        from ....core.survey.apportion import Master
        from ....core.survey.schema import Role, fields_of, require
        from ...adapters.columns import prepare_layer, prepare_source, schema_fields

        needed = ("GDPDJB", "TBMJ") if self._master is Master.PARCEL else ("GDPDJB",)
        wanted = require(fields_of(Role.SURVEY), *needed)
        fields = schema_fields(wanted, field_map, Role.SURVEY, SURVEY_COLUMNS | model.SURVEY_COLUMNS)
        self._survey = prepare_source(self, parameters, self.SURVEY, context, **fields)
        self._controls = []
        for name in (self.PRIME_FARMLAND, self.QUALITY, self.ECO_REDLINE, self.URBAN_BOUNDARY, self.DISTRICTS):
            role = Role(name)
            own = schema_fields(fields_of(role, self._settings.system), field_map, role)
            required = name == self.PRIME_FARMLAND
            source = prepare_source(
                self, parameters, name, context, required=required, may_be_empty=not required, **own
            )
            if source is not None:
                self._controls.append((role, CONTROL_KEYS.get(role, model.DISTRICTS_KEY), source))
        reserve = prepare_source(self, parameters, self.RESERVE_ZONE, context, required=False, may_be_empty=True)
        if reserve is not None:
            self._controls.append((None, model.RESERVE_KEY, reserve))
        for number, layer in enumerate(self.parameterAsLayerList(parameters, self.EXCLUDE, context) or [], 1):
            self._controls.append((None, f"{model.EXCLUDE_KEY}{number}", prepare_layer(layer, context, may_be_empty=True)))

    def _prepare_more_targets(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from ....core.errors import OutputError
        from ...adapters.sink_targets import require_target, target_of

        places = [source.place for source in self._sources]
        taken: dict[Any, str] = {}
        for name in (self.PIECES, self.BLOCKS, self.REASONS):
            if parameters.get(name) in (None, ""):
                continue
            require_target(parameters.get(name), context, places)
            target = target_of(parameters.get(name), context)
            if target[0] and target in taken:
                template = translate("LandLedger", "File {file} can't hold both {first} and {second}; choose another one.")
                raise OutputError(template, file=target[0], first=taken[target], second=name)
            taken[target] = name

    # ------------------------------------------------------------------------------------------------------- compute

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.balance.prime.report import audit_report

        steps = Steps(feedback, read=30, audit=45, layer=10, book=15)
        result = self._audit(steps.read, steps.audit)
        report = audit_report(result, self._facts(), self._title, layouts_folder())
        sinks = self._write(parameters, context, result, report, steps)
        self._tell(result, report, feedback)
        return {**sinks, **self._numbers(result, report), self.WORKBOOK: self._book}

    def _audit(self, read: Progress, judge: Progress) -> Audit:
        from ....core.balance.prime.audit import audit
        from ....core.occupation.model import AreaMethod, Job

        job = Job(AreaMethod(self._method), self._master, self._unit, self._tolerance, self._zone)
        return audit(self._read_layers(read), job, self._settings, judge)

    def audited(self, progress: Progress) -> Prime:
        """The audit of the layers prepared, for the report of a ledger."""
        from ....core.balance.yearly.ground import Prime
        from ....core.progress import part_of

        result = self._audit(part_of(progress, 0.0, 0.4), part_of(progress, 0.4, 1.0))
        return Prime(result, self._facts())

    def _read_layers(self, read: Progress) -> Any:
        """Both sides, and of survey and controls what is near them, in the plane of the run."""
        import numpy as np

        from ....core.balance.prime.model import AuditInputs
        from ....core.occupation.model import Control
        from ....core.progress import part_of
        from ....core.survey.reach import boxes_around

        occupied = with_numbers(self.read_whole(self._occupied, part_of(read, 0.0, 0.05)))
        supplement = with_numbers(self.read_whole(self._supplement, part_of(read, 0.05, 0.1)))
        shapes = np.concatenate([occupied.geometry, supplement.geometry])
        boxes = boxes_around(shapes)
        survey = self.read_near(self._survey, boxes, part_of(read, 0.1, 0.5))
        controls = []
        for place, (role, key, source) in enumerate(self._controls):
            share = 0.5 / len(self._controls)
            part = part_of(read, 0.5 + place * share, 0.5 + (place + 1) * share)
            controls.append(Control(role, key, self.read_near(source, boxes, part)))
        return AuditInputs(occupied, supplement, survey, controls, self._classes, self._rules)

    def _write(
        self, parameters: dict[str, Any], context: QgsProcessingContext, result: Audit, report: Report, steps: Steps
    ) -> dict[str, Any]:
        """All layers and the workbook, or none."""
        from contextlib import ExitStack

        from ....core.balance.prime import layers
        from ....core.occupation.report import write_report
        from ....core.progress import part_of
        from ...adapters.looks import Look, dress

        pieces = result.run.atoms.geometry[result.run.leaves.atom]
        wanted = (
            (self.PIECES, self.tr("Pieces of both sides"), "prime_pieces.qml", layers.PIECE_FIELDS,
             layers.piece_columns(result), pieces),
            (self.BLOCKS, self.tr("Supplement blocks with verdict"), "prime_blocks.qml", layers.BLOCK_FIELDS,
             layers.block_columns(result, say), layers.block_shapes(result)),
            (self.REASONS, self.tr("Parts of supplement blocks with a reason"), "prime_reasons.qml", layers.REASON_FIELDS,
             layers.reason_columns(result, say), layers.reason_shapes(result)),
        )  # fmt: skip
        written: dict[str, Any] = {}
        looks = []
        with ExitStack() as stack:
            for place, (name, title, style, fields, columns, shapes) in enumerate(wanted):
                if parameters.get(name) in (None, ""):
                    continue
                sink = stack.enter_context(self.open_pieces(parameters, context, fields, columns, name))
                part = part_of(steps.layer, place / 3, (place + 1) / 3)
                sink.write(shapes, [columns[each.name] for each in fields], part)
                sink.finish()
                written[name] = sink
                looks.append((sink, Look(title, style, {each.name: say(each.alias) for each in fields})))
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        for sink, look in looks:
            dress(context, sink.id, look)
        return {name: sink.id for name, sink in written.items()}

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        more = [self._rules.get(key) for key in ("steep_slope_level", "learn_ridge_coefficient")]
        return RunFacts(None, program_versions(), self.notices, [*self._settings.rules, *more])

    def _tell(self, result: Audit, report: Report, feedback: QgsProcessingFeedback) -> None:
        from ....core.balance.prime.words import project_sentence, reasons_text

        for project in result.projects:
            tell = feedback.pushInfo if project.passed else feedback.pushWarning
            tell(said(project_sentence(project)))
        for block in [block for block in result.supplement if block.reasons][:TOLD]:
            text = self.tr("Block {number} is refused: {reasons}") if block.refused else self.tr("Block {number}: {reasons}")
            feedback.pushWarning(text.format(number=block.number, reasons=said(reasons_text(result, block))))
        for remark in result.remarks[:TOLD]:
            feedback.pushWarning(said(remark))
        for found in result.findings[:TOLD]:
            feedback.pushWarning(f"{found.layer} {found.feature}: {said(found.text)}".replace(" :", ":"))
        self.tell_failed(report.identities, feedback)

    def _numbers(self, result: Audit, report: Report) -> dict[str, Any]:
        from ....core.area import Area
        from ....core.balance.prime.checks import kilograms_of
        from ....core.balance.prime.model import Side

        occupied, accepted = result.occupied_sums, result.accepted_sums
        shortages = [project.shortage for project in result.projects]
        return {
            "PROJECT_COUNT": len(result.projects),
            "OCCUPIED_COUNT": len(result.blocks) - len(result.supplement),
            "OCCUPIED_AREA_M2": _metres(occupied.area),
            "OCCUPIED_PADDY_M2": _metres(occupied.paddy),
            "OCCUPIED_CAPACITY_KG": kilograms_of(result, Side.OCCUPIED),
            "BLOCK_COUNT": len(result.supplement),
            "SUPPLEMENT_AREA_M2": _metres(Area.total(block.whole for block in result.supplement)),
            "REFUSED_BLOCK_COUNT": sum(block.refused for block in result.supplement),
            "ACCEPTED_AREA_M2": _metres(accepted.area),
            "ACCEPTED_PADDY_M2": _metres(accepted.paddy),
            "ACCEPTED_CAPACITY_KG": kilograms_of(result, Side.SUPPLEMENT),
            "RESERVE_AREA_M2": _metres(accepted.reserve),
            "SHORT_AREA_M2": _metres(Area.total(shortage.area for shortage in shortages)),
            "SHORT_PADDY_M2": _metres(Area.total(shortage.paddy for shortage in shortages)),
            "SHORT_CAPACITY_KG": sum(shortage.kilograms for shortage in shortages),
            "SHORT_PROJECT_COUNT": sum(not project.passed for project in result.projects),
            "PASSED": int(result.passed),
            "REASON_COUNT": sum(len(block.reasons) for block in result.supplement),
            "FINDING_COUNT": len(result.findings) + len(result.remarks),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }


def _metres(area: Any) -> float:
    return float(area.square_metres())


def _same_field(available: Sequence[str], wanted: str, layer: str) -> str:
    """The field of the supplement layer that is called like the project field of the footprints; InputError if there is none."""
    from ....core.errors import InputError
    from ....core.survey.spelling import same_name

    actual = same_name(available, wanted)
    if actual is None:
        template = translate(
            "LandLedger",
            "Layer {layer} has no field {field} that says the project of each block; choose the project field of the blocks.",
        )
        raise InputError(template, layer=layer, field=wanted)
    return actual
