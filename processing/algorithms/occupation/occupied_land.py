"""landledger:occupation — land classes under project footprints, cut, measured and apportioned to the survey."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ....core.sentence import translate
from ...base import Group, LedgerAlgorithm, Steps, said, say
from ...compat import FieldKind, field

if TYPE_CHECKING:
    from ....core.occupation.model import Occupation
    from ....core.occupation.report import Report
    from ...adapters.sinks import LayerSink

PRESETS = ("custom", "approval", "survey_change", "enforcement", "planning_statistics")
METHODS = ("ellipsoid", "plane")
MASTERS = ("parcel", "footprint", "none")
UNITS = ("0.01", "1")
PRESET_NAMES = {
    "custom": translate("LandLedger", "custom"),
    "approval": translate("LandLedger", "approval"),
    "survey_change": translate("LandLedger", "survey change"),
    "enforcement": translate("LandLedger", "enforcement"),
    "planning_statistics": translate("LandLedger", "planning statistics"),
}


class OccupiedLand(LedgerAlgorithm):
    """Land classes under project footprints, cut, measured and apportioned to the survey."""

    GROUP = Group.OCCUPATION
    ICON = "occupation.svg"

    FOOTPRINTS = "FOOTPRINTS"
    FOOTPRINT_ID = "FOOTPRINT_ID"
    FOOTPRINT_NAME = "FOOTPRINT_NAME"
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
    PRESET = "PRESET"
    AREA_METHOD = "AREA_METHOD"
    MASTER = "MASTER"
    UNIT = "UNIT"
    BORDER_TOLERANCE = "BORDER_TOLERANCE"
    REPROJECT = "REPROJECT"
    ZONE = "ZONE"
    FIELD_MAP = "FIELD_MAP"
    CODE_TABLE = "CODE_TABLE"
    PIECES = "PIECES"
    WORKBOOK = "WORKBOOK"

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
        self.addParameter(QgsProcessingParameterFeatureSink(self.PIECES, self.tr("Occupied pieces")))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.WORKBOOK, self.tr("Workbook"), self.tr("Excel workbook (*.xlsx)"), optional=True
            )
        )
        for name, label in (
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
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

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
                defaultValue=0,
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
        self._add_advanced(
            QgsProcessingParameterNumber(
                self.BORDER_TOLERANCE,
                self.tr("Border tolerance (metres, 0 = off)"),
                QgsProcessingParameterNumber.Type.Double,
                defaultValue=0.002,
                minValue=0.0,
                maxValue=1.0,
            )
        )
        self._add_advanced(
            QgsProcessingParameterBoolean(
                self.REPROJECT, self.tr("Layers in another zone may be brought to that of the survey"), defaultValue=False
            )
        )
        self._add_advanced(
            QgsProcessingParameterCrs(self.ZONE, self.tr("Zone, if the survey is in degrees"), optional=True)
        )
        self._add_advanced(
            QgsProcessingParameterString(
                self.FIELD_MAP, self.tr("Field map, as in DLBM=地类编码;QSXZ=权属"), optional=True, multiLine=True
            )
        )
        self._add_advanced(
            QgsProcessingParameterString(
                self.CODE_TABLE, self.tr("Class table (name or CSV file)"), defaultValue="sandiao2019", optional=True
            )
        )

    def _add_advanced(self, definition: QgsProcessingParameterDefinition) -> None:
        definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(definition)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        given = {name: parameters.get(name) not in (None, "") for name in (self.APPROVED, self.FORMER_SURVEY)}
        if given[self.FORMER_SURVEY] and not given[self.APPROVED]:
            return False, self.tr(
                "The former survey is used for construction land without approval: give the approved construction land "
                "layer too, or leave the former survey empty."
            )
        return super().checkParameterValues(self.with_indices(parameters), context)

    def with_indices(self, parameters: dict[str, Any]) -> dict[str, Any]:
        """The parameters with choices given by name (`approval`) as the index that Processing expects."""
        turned = dict(parameters)
        for name, names in (
            (self.PRESET, PRESETS),
            (self.AREA_METHOD, METHODS),
            (self.MASTER, MASTERS),
            (self.UNIT, UNITS),
        ):
            value = str(turned.get(name, "")).strip().lower().replace(" ", "_")
            if name == self.UNIT and value == "1":
                continue
            if value in names:
                turned[name] = names.index(value)
        return turned

    def _choice(self, parameters: dict[str, Any], name: str, names: Sequence[str], context: Any) -> str | None:
        """The name of the option chosen, None where nothing was."""
        if parameters.get(name) in (None, ""):
            return None if name != self.PRESET else names[0]
        return names[self.parameterAsEnum(self.with_indices(parameters), name, context)]

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.rules import load_rules
        from ....core.survey.classes import apply_rules, load_code_table
        from ....core.survey.schema import parse_field_map

        self._rules = load_rules()
        self._choose(parameters, context)
        self._classes = apply_rules(
            load_code_table(self.parameterAsString(parameters, self.CODE_TABLE, context).strip() or "sandiao2019"),
            self._rules,
        )
        field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
        self._prepare_layers(parameters, context, field_map)
        self._prepare_plane(parameters, context)
        self._transform_context = context.transformContext()

    def _choose(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Preset, method, master and unit of the run."""
        from ....core.occupation.model import AreaMethod
        from ....core.occupation.presets import UNITS as UNIT_OF, Preset, choose
        from ....core.survey.apportion import Master

        self._preset = Preset(self._choice(parameters, self.PRESET, PRESETS, context))
        method = self._choice(parameters, self.AREA_METHOD, METHODS, context)
        master = self._choice(parameters, self.MASTER, MASTERS, context)
        unit = self._choice(parameters, self.UNIT, UNITS, context)
        self._chosen = choose(
            self._preset,
            self._rules,
            AreaMethod(method) if method else None,
            Master(master) if master else None,
            UNIT_OF[unit] if unit else None,
        )
        self._tolerance = self.parameterAsDouble(parameters, self.BORDER_TOLERANCE, context)

    def _prepare_layers(self, parameters: dict[str, Any], context: Any, field_map: Mapping[str, str]) -> None:
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
        survey_fields = schema_fields(wanted, field_map, Role.SURVEY)
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

    def _prepare_plane(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """The plane of the run: the survey's, or the zone given for a survey in degrees."""
        from ....core.errors import InputError
        from ....core.occupation.model import AreaMethod
        from ....core.sentence import translate
        from ...adapters.crs import gauss_zone, require_plausible, require_same_crs

        reproject = self.parameterAsBoolean(parameters, self.REPROJECT, context)
        survey = self._survey
        others = [self._footprints, *(source for _, source in self._controls)]
        for source in (survey, *others):
            require_plausible(source.crs, source.name, source.extent)
        self._plane = survey.crs
        if survey.crs.isGeographic():
            self._plane = self.parameterAsCrs(parameters, self.ZONE, context)
            if not (self._plane.isValid() and reproject):
                template = translate(
                    "LandLedger",
                    "Layer {layer} is in degrees: choose the zone to work in and allow layers to be brought there.",
                )
                raise InputError(template, layer=survey.name)
        self._notices = require_same_crs(survey, others, reproject)
        self._zone = None
        if self._chosen.method is AreaMethod.ELLIPSOID:
            self._zone = gauss_zone(self._plane, survey.name)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.occupation.job import occupy
        from ....core.occupation.model import Inputs, Job
        from ....core.occupation.pieces import PIECE_FIELDS, piece_columns
        from ....core.occupation.report import report_of, write_report
        from ...adapters.sinks import Look, dress

        steps = Steps(feedback, read=30, occupy=40, layer=15, book=15)
        inputs = Inputs(*self._read_layers(steps), self._classes)
        job = Job(self._chosen.method, self._chosen.master, self._chosen.unit, self._tolerance, self._zone)
        result = occupy(inputs, job, steps.occupy)
        pieces = piece_columns(result)
        report = report_of(result, pieces, self._facts(), "", None)
        book = self.parameterAsFileOutput(parameters, self.WORKBOOK, context)
        with self._pieces_sink(parameters, context) as sink:
            columns = [pieces[piece_field.name] for piece_field in PIECE_FIELDS]
            sink.write(result.atoms.geometry[result.leaves.atom], columns, steps.layer)
            if book:
                write_report(report, book, say, steps.book)
        aliases = {piece_field.name: say(piece_field.alias) for piece_field in PIECE_FIELDS}
        dress(context, sink.id, Look(self.tr("Occupied pieces"), "pieces.qml", aliases))
        self._tell(result, report, feedback)
        return {self.PIECES: sink.id, self.WORKBOOK: book, **self._numbers(result, report)}

    def _read_layers(self, steps: Steps) -> tuple[Any, Any, list[Any]]:
        """Footprints, survey and controls in the plane of the run; of the others only what is near a footprint."""
        from ....core.occupation.model import CONTROL_KEYS, Control
        from ....core.progress import part_of
        from ...adapters.columns import read
        from ...adapters.crs import boxes_in, reproject

        def bring(source: Any, columns: Any) -> Any:
            return reproject(columns, source.crs, self._plane, self._transform_context)

        footprints = bring(self._footprints, read(self._footprints, part_of(steps.read, 0.0, 0.1)))
        boxes = _boxes(footprints)

        def near(source: Any, start: float, end: float) -> Any:
            there = boxes_in(boxes, self._plane, source.crs, self._transform_context)
            return bring(source, read(source, part_of(steps.read, start, end), there, nulls=False))

        survey = near(self._survey, 0.1, 0.5)
        controls, extra = [], 0
        for place, (role, source) in enumerate(self._controls):
            share = 0.5 / len(self._controls)
            extra += role is None
            key = CONTROL_KEYS[role] if role else f"EX{extra}"
            columns = near(source, 0.5 + place * share, 0.5 + (place + 1) * share)
            controls.append(Control(role, key, columns))
        return footprints, survey, controls

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.occupation.inputs_sheet import RunFacts
        from ....core.sentence import sentence
        from ...versions import program_versions

        sources = [self._footprints, self._survey, *(source for _, source in self._controls)]
        notices = [*self._notices, *(notice for source in sources for notice in source.notices)]
        used = ("area_tolerance_percent", "border_tolerance_m", "adjustment_factor_tolerance", "code_table")
        rules = [*self._chosen.rules, *(self._rules.get(key) for key in used)]
        return RunFacts(sentence(PRESET_NAMES[self._preset.value]), program_versions(), notices, rules)

    def _pieces_sink(self, parameters: dict[str, Any], context: QgsProcessingContext) -> LayerSink:
        from ....core.occupation.pieces import PIECE_FIELDS
        from ...adapters.sinks import open_sink

        fields = QgsFields()
        for piece in PIECE_FIELDS:
            fields.append(field(piece.name, FieldKind(piece.kind.value), piece.length, piece.decimals, say(piece.alias)))
        sources = [self._footprints, self._survey, *(source for _, source in self._controls)]
        files = [source.file for source in sources]
        return open_sink(self, parameters, self.PIECES, context, fields, self._plane, inputs=files)

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
            feedback.pushWarning(f"{found.layer} {found.feature}: {said(found.text)}")
        for identity in report.identities:
            if not identity.ok:
                where = said(identity.where) if not isinstance(identity.where, str) else identity.where
                text = self.tr("Does not hold: {name}, {where}: {left} against {right}")
                feedback.reportError(
                    text.format(name=said(identity.name), where=where, left=identity.left, right=identity.right)
                )

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


def _boxes(footprints: Any) -> Any:
    """Bounding boxes float64 (m, 4) of the footprints that have a shape."""
    import shapely

    bounds = shapely.bounds(footprints.geometry)
    return bounds[~(bounds != bounds).any(axis=1)]
