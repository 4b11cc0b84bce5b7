"""landledger:occupation — land classes under project footprints, cut, measured and apportioned to the survey."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ....core.sentence import translate
from ...base import Steps, said, say
from ...settings import font_families, layouts_folder, rule_value, rules_in_force
from .footprint_algorithm import METHODS, UNITS, FootprintAlgorithm

if TYPE_CHECKING:
    from ....core.occupation.model import Occupation
    from ....core.occupation.report import Report
    from ....core.progress import Progress

PRESETS = ("custom", "approval", "survey_change", "enforcement", "planning_statistics")
CODE_TABLE = "sandiao2019"
MASTERS = ("parcel", "footprint", "none")
PRESET_NAMES = {
    "custom": translate("LandLedger", "custom"),
    "approval": translate("LandLedger", "approval"),
    "survey_change": translate("LandLedger", "survey change"),
    "enforcement": translate("LandLedger", "enforcement"),
    "planning_statistics": translate("LandLedger", "planning statistics"),
}


class OccupiedLand(FootprintAlgorithm):
    """Land classes under project footprints, cut, measured and apportioned to the survey."""

    ICON = "occupation.svg"

    PLANNED_USE = "PLANNED_USE"
    SURVEY = "SURVEY"
    PRIME_FARMLAND = "PRIME_FARMLAND"
    ECO_REDLINE = "ECO_REDLINE"
    URBAN_BOUNDARY = "URBAN_BOUNDARY"
    PLAN = "PLAN"
    OWNERSHIP = "OWNERSHIP"
    QUALITY = "QUALITY"
    APPROVED = "APPROVED"
    FORMER_SURVEY = "FORMER_SURVEY"
    EXTRA_CONTROLS = "EXTRA_CONTROLS"
    ADJACENT_PARTIES = "ADJACENT_PARTIES"
    PRESET = "PRESET"
    MASTER = "MASTER"
    FIELD_MAP = "FIELD_MAP"
    CODE_TABLE = "CODE_TABLE"
    TABLES = "TABLES"

    USUAL_PRESET = "custom"

    CHOICES = {PRESET: PRESETS, FootprintAlgorithm.AREA_METHOD: METHODS, MASTER: MASTERS, FootprintAlgorithm.UNIT: UNITS}
    CONTROLS = (
        PRIME_FARMLAND,
        ECO_REDLINE,
        URBAN_BOUNDARY,
        PLAN,
        OWNERSHIP,
        QUALITY,
        APPROVED,
        FORMER_SURVEY,
    )

    def name(self) -> str:
        return "occupation"

    def displayName(self) -> str:
        return self.tr("Land occupied by footprints")

    def shortDescription(self) -> str:
        return self.tr("Which land classes, whose land and which control lines project footprints take.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Cuts the project footprints by the land survey (DLTB) and every control layer in one pass, measures the "
            "pieces, adjusts them so that all sums are exact, and writes the official tables.\n\n"
            "1. Footprints: one feature a plot, its number in the number field; no number may occur twice.\n"
            "2. Land survey: the latest annual survey. Fields are recognised by name, alias or Chinese name; where yours "
            "are called otherwise, say so under “Field map”, as in DLBM=地类编码;QSXZ=权属.\n"
            "3. Control layers are optional; give those you have. Approved land counts as construction land; construction "
            "land without approval is reported by its class in the former survey, if you give both layers.\n"
            "4. Preset: approval means plane areas, adjusted to each plot, 1 m²; survey change means ellipsoidal areas, "
            "adjusted to the registered parcel area TBMJ, 0.01 m². What you choose below the preset wins over it.\n"
            "5. Field ridges (KCXS) are taken off cultivated land and stand under 1203.\n"
            "6. Control lines within the border tolerance of a survey corner take its place; survey and footprints never "
            "move. What was moved stands on the sheet 输入与口径.\n\n"
            "Pieces: one feature for each piece of each plot; where plots overlap, COUNTED says which one counts in the "
            "total. Workbook: class tables, survey-and-demarcation form, boundary points, control lines, overlaps, "
            "adjusted pieces, checks. While one check does not hold, every sheet is marked 草稿."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self._add_layers()
        self._add_choices()
        self.addParameter(QgsProcessingParameterFeatureSink(self.PIECES, self.tr("Occupied pieces"), optional=True))
        self.add_workbook()
        self.add_numbers(
            ("FOOTPRINT_COUNT", self.tr("Number of footprints")),
            ("PIECE_COUNT", self.tr("Number of pieces")),
            ("TOTAL_AREA_M2", self.tr("Total area (m²), overlaps once")),
            ("SUM_OF_FOOTPRINTS_M2", self.tr("Sum of footprints (m²)")),
            ("CULTIVATED_AREA_M2", self.tr("Cultivated land without ridges (m²)")),
            ("PRIME_FARMLAND_AREA_M2", self.tr("Permanent basic farmland (m²)")),
            ("UNCOVERED_AREA_M2", self.tr("Outside the survey (m²)")),
            ("METHOD_RESIDUE_M2", self.tr("Method residue (m²)")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def _add_layers(self) -> None:
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource(self.FOOTPRINTS, self.tr("Footprints (red lines)"), polygon))
        self.addParameter(
            QgsProcessingParameterField(
                self.FOOTPRINT_ID, self.tr("Footprint number field"), parentLayerParameterName=self.FOOTPRINTS
            )
        )
        for name, label in (
            (self.FOOTPRINT_NAME, self.tr("Footprint name field")),
            (self.PLANNED_USE, self.tr("Planned use field")),
        ):
            self.addParameter(
                QgsProcessingParameterField(name, label, parentLayerParameterName=self.FOOTPRINTS, optional=True)
            )
        self.addParameter(QgsProcessingParameterFeatureSource(self.SURVEY, self.tr("Land survey (DLTB)"), polygon))
        for name, label in (
            (self.PRIME_FARMLAND, self.tr("Permanent basic farmland layer")),
            (self.ECO_REDLINE, self.tr("Ecological redline layer")),
            (self.URBAN_BOUNDARY, self.tr("Urban growth boundary layer")),
            (self.PLAN, self.tr("Planned use layer")),
            (self.OWNERSHIP, self.tr("Collective ownership layer")),
            (self.QUALITY, self.tr("Farmland grade layer")),
            (self.APPROVED, self.tr("Approved construction land layer")),
            (self.FORMER_SURVEY, self.tr("Former land survey")),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, polygon, optional=True))
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                self.EXTRA_CONTROLS,
                self.tr("Other control layers"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
            )
        )

    def _add_choices(self) -> None:
        self.addParameter(
            QgsProcessingParameterEnum(
                self.PRESET,
                self.tr("Preset"),
                [say(PRESET_NAMES[name]) for name in PRESETS],
                defaultValue=PRESETS.index(self.USUAL_PRESET),
            )
        )
        for name, label, options in (
            (self.AREA_METHOD, self.tr("Area method"), [self.tr("ellipsoidal area"), self.tr("plane area")]),
            (
                self.MASTER,
                self.tr("Areas adjusted to"),
                [self.tr("registered parcel area (TBMJ)"), self.tr("surveyed footprint"), self.tr("no adjustment")],
            ),
            (self.UNIT, self.tr("Smallest unit"), [self.tr("0.01 m²"), self.tr("1 m² (0.0001 ha)")]),
        ):
            self.addParameter(QgsProcessingParameterEnum(name, label, options, optional=True))
        self.add_advanced(
            QgsProcessingParameterBoolean(
                self.ADJACENT_PARTIES,
                self.tr("Fill in the adjacent parties of the form from the survey"),
                defaultValue=False,
            )
        )
        self.add_tolerance(float(rule_value("border_tolerance_m", "0.002")))
        self.add_reprojection(
            self.tr("Layers in another zone may be brought to that of the survey"),
            self.tr("Zone, if the survey is in degrees"),
        )
        self.add_advanced(
            QgsProcessingParameterString(
                self.FIELD_MAP, self.tr("Field map, as in DLBM=地类编码;QSXZ=权属"), optional=True, multiLine=True
            )
        )
        self.add_advanced(
            QgsProcessingParameterString(
                self.CODE_TABLE,
                self.tr("Class table (name or CSV file)"),
                defaultValue=rule_value("code_table", CODE_TABLE),
                optional=True,
            )
        )
        self.add_advanced(
            QgsProcessingParameterString(
                self.TABLES,
                self.tr("Tables of the workbook, as in T07,T28 (empty: all)"),
                optional=True,
            )
        )

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        given = {name: parameters.get(name) not in (None, "") for name in (self.APPROVED, self.FORMER_SURVEY)}
        if given[self.FORMER_SURVEY] and not given[self.APPROVED]:
            return False, self.tr(
                "The former survey is used for construction land without approval: give the approved construction land "
                "layer too, or leave the former survey empty."
            )
        return super().checkParameterValues(parameters, context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.adjacency.parties import AdjacencyJob
        from ....core.occupation.report import tables_named
        from ....core.survey.classes import apply_rules, load_code_table
        from ....core.survey.schema import parse_field_map

        self._rules = rules_in_force()
        self._families = font_families()
        self._choose(parameters, context)
        asked = self.parameterAsBoolean(parameters, self.ADJACENT_PARTIES, context)
        self._adjacency = AdjacencyJob.of_rules(self._rules) if asked else None
        self._classes = apply_rules(
            load_code_table(self.parameterAsString(parameters, self.CODE_TABLE, context).strip() or CODE_TABLE),
            self._rules,
        )
        self._shown = tables_named(self.parameterAsString(parameters, self.TABLES, context))
        field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
        self._prepare_layers(parameters, context, field_map)
        controls = [source for _, source in self._controls]
        ellipsoid = self._chosen.method.value == "ellipsoid"
        self.prepare_plane(parameters, context, self._survey, [self._footprints, *controls], ellipsoid)
        self.prepare_targets(parameters, context)

    def _choose(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Preset, method, master and unit of the run."""
        from ....core.occupation.model import AreaMethod
        from ....core.occupation.presets import UNITS as UNIT_OF, Preset, choose
        from ....core.survey.apportion import Master

        self._preset = Preset(self.choice(parameters, self.PRESET, context))
        method = self.choice(parameters, self.AREA_METHOD, context)
        master = self.choice(parameters, self.MASTER, context)
        unit = self.choice(parameters, self.UNIT, context)
        self._chosen = choose(
            self._preset,
            self._rules,
            AreaMethod(method) if method else None,
            Master(master) if master else None,
            UNIT_OF[unit] if unit else None,
        )
        self._tolerance = self.parameterAsDouble(parameters, self.BORDER_TOLERANCE, context)

    def _prepare_layers(self, parameters: dict[str, Any], context: Any, field_map: Mapping[str, str]) -> None:
        from ....core.occupation.model import SURVEY_COLUMNS
        from ....core.survey.apportion import Master
        from ....core.survey.schema import Role, fields_of, require
        from ...adapters.columns import prepare_layer, prepare_source, schema_fields

        named = {"FP_ID": self.FOOTPRINT_ID, "FP_NAME": self.FOOTPRINT_NAME, "PLANNED_USE": self.PLANNED_USE}
        asked = {key: self.parameterAsString(parameters, name, context) for key, name in named.items()}
        own = {key: actual for key, actual in asked.items() if actual}
        self._footprints = prepare_source(self, parameters, self.FOOTPRINTS, context, fields=own)
        wanted = fields_of(Role.SURVEY)
        if self._chosen.master is Master.PARCEL:
            wanted = require(wanted, "TBMJ")
        survey_fields = schema_fields(wanted, field_map, Role.SURVEY, SURVEY_COLUMNS)
        self._survey = prepare_source(self, parameters, self.SURVEY, context, **survey_fields)
        self._controls = []
        for name in self.CONTROLS:
            role = Role(name)
            fields = schema_fields(fields_of(role), field_map, role)
            source = prepare_source(self, parameters, name, context, required=False, may_be_empty=True, **fields)
            if source is not None:
                self._controls.append((role, source))
        for layer in self.parameterAsLayerList(parameters, self.EXTRA_CONTROLS, context) or []:
            self._controls.append((None, prepare_layer(layer, context, may_be_empty=True)))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.occupation.job import occupy
        from ....core.occupation.model import Inputs, Job
        from ....core.occupation.pieces import piece_columns
        from ....core.occupation.report import report_of, write_report

        steps = Steps(feedback, read=30, occupy=40, layer=15, book=15)
        inputs = Inputs(*self._read_layers(steps.read), self._classes, self._rules, self._adjacency)
        job = Job(self._chosen.method, self._chosen.master, self._chosen.unit, self._tolerance, self._zone)
        result = occupy(inputs, job, steps.occupy)
        pieces = piece_columns(result)
        report = report_of(result, pieces, self._facts(), "", layouts_folder(), self._shown if self._book else ())
        outputs = self._numbers(result, report)
        if self.wants_pieces(parameters):
            outputs[self.PIECES] = self._write_pieces(parameters, context, result, pieces, report, steps)
        elif self._book:
            write_report(report, self._book, self._families, say, steps.book)
        self._tell(result, report, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _write_pieces(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        result: Occupation,
        pieces: dict[str, Any],
        report: Report,
        steps: Steps,
    ) -> str:
        """Layer and workbook, both or none; the id of the layer."""
        from ....core.occupation.pieces import PIECE_FIELDS
        from ....core.occupation.report import write_report
        from ...adapters.looks import Look, dress

        with self.open_pieces(parameters, context, PIECE_FIELDS, pieces) as sink:
            columns = [pieces[piece_field.name] for piece_field in PIECE_FIELDS]
            sink.write(result.atoms.geometry[result.leaves.atom], columns, steps.layer)
            sink.finish()
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        aliases = {piece_field.name: say(piece_field.alias) for piece_field in PIECE_FIELDS}
        dress(context, sink.id, Look(self.tr("Occupied pieces"), "pieces.qml", aliases))
        return sink.id

    def _read_layers(self, read: Progress) -> tuple[Any, Any, list[Any]]:
        """Footprints, survey and controls in the plane of the run; of the others only what is near a footprint."""
        from ....core.occupation.model import CONTROL_KEYS, Control
        from ....core.progress import part_of
        from ....core.survey.reach import boxes_around

        footprints = self.read_whole(self._footprints, part_of(read, 0.0, 0.1))
        boxes = boxes_around(footprints.geometry)
        near = boxes if self._adjacency is None else boxes_around(footprints.geometry, self._adjacency.distance)
        survey = self.read_near(self._survey, near, part_of(read, 0.1, 0.5))
        controls, extra = [], 0
        for place, (role, source) in enumerate(self._controls):
            share = 0.5 / len(self._controls)
            extra += role is None
            key = CONTROL_KEYS[role] if role else f"EX{extra}"
            part = part_of(read, 0.5 + place * share, 0.5 + (place + 1) * share)
            columns = self.read_near(source, boxes, part)
            controls.append(Control(role, key, columns))
        return footprints, survey, controls

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.adjacency.parties import RULES as ADJOINING_RULES
        from ....core.occupation.inputs_sheet import RunFacts
        from ....core.sentence import sentence
        from ...versions import program_versions

        used = [
            "area_tolerance_percent",
            "adjustment_factor_tolerance",
            "area_sum_tolerance_m2",
            "learn_ridge_coefficient",
            "steep_slope_level",
            "class_1201_major",
        ]
        # These are defaults of parameters: what was chosen otherwise is no rule.
        if self._rules.number("border_tolerance_m") == Decimal(repr(self._tolerance)):
            used.append("border_tolerance_m")
        if self._rules.get("code_table").text() == self._classes.version:
            used.append("code_table")
        if self._adjacency is not None:
            used += ADJOINING_RULES
        rules = [*self._chosen.rules, *(self._rules.get(key) for key in used)]
        return RunFacts(sentence(PRESET_NAMES[self._preset.value]), program_versions(), self.notices, rules)

    def _tell(self, result: Occupation, report: Report, feedback: QgsProcessingFeedback) -> None:
        feedback.pushInfo(
            self.tr("{plots} footprints, {pieces} pieces, {area} m² ({ha} ha, {mu} mu).").format(
                plots=len(result.inputs.footprints),
                pieces=len(result.leaves),
                area=result.total.square_metres(),
                ha=result.total.hectares(),
                mu=result.total.mu(),
            )
        )
        for found in result.findings[:50]:
            place = f"{found.layer} {found.feature}".strip()
            feedback.pushWarning(f"{place}: {said(found.text)}")
        self.tell_failed(report.identities, feedback)

    def _numbers(self, result: Occupation, report: Report) -> dict[str, Any]:
        return {
            "FOOTPRINT_COUNT": len(result.inputs.footprints),
            "PIECE_COUNT": len(result.leaves),
            "TOTAL_AREA_M2": float(result.total.square_metres()),
            "SUM_OF_FOOTPRINTS_M2": float(result.sum_of_footprints.square_metres()),
            "CULTIVATED_AREA_M2": float(result.cultivated.square_metres()),
            "PRIME_FARMLAND_AREA_M2": float(result.controlled("YN").square_metres()),
            "UNCOVERED_AREA_M2": float(result.uncovered.square_metres()),
            "METHOD_RESIDUE_M2": result.method_residue,
            "FINDING_COUNT": len(result.findings),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

