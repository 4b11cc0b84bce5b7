"""landledger:overlaysummary — one red line over any number of layers: area and patches by layer and attribute value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsMapLayer,
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
    QgsVectorLayer,
)

from ....core.sentence import Sentence, sentence, translate
from ...base import Steps, said, say
from ...plot_numbers import with_numbers
from ...settings import font_families, layouts_folder
from .footprint_algorithm import METHODS, UNITS, FootprintAlgorithm

if TYPE_CHECKING:
    from ....core.columns import Columns
    from ....core.occupation.overlay import Overlay, OverlayLayer
    from ....core.occupation.report import Report


class OverlaySummary(FootprintAlgorithm):
    """What each red line lies in, layer by layer and value by value."""

    ICON = "overlay.svg"

    LAYERS = "LAYERS"
    ATTRIBUTES = "ATTRIBUTES"
    SHOW_OUTSIDE = "SHOW_OUTSIDE"

    def name(self) -> str:
        return "overlaysummary"

    def displayName(self) -> str:
        return self.tr("Red line over many layers")

    def shortDescription(self) -> str:
        return self.tr("How much of each red line lies in which layers, by attribute value, in one table.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Lays each red line over any number of polygon layers and writes into one table how much of it lies in each "
            "of them, and in how many patches.\n\n"
            "1. Red lines: one feature a plot. Without a number field the feature id is the number.\n"
            "2. Layers: tick all that matter: three control lines, plans, approved land, monitoring spots, ownership …\n"
            "3. Attributes to tell apart: layer=field, entries separated by semicolons, as in "
            "GHDLTB=GHDLMC;STBHHX=HXMC. A layer without an entry is counted as a whole. A name that holds one of the "
            "signs ; , = stands in quotes.\n"
            "4. Where features of one layer overlap, the layer counts the ground once and each attribute value its own; "
            "they are listed on the sheet 重叠清单. Where red lines overlap, each counts its ground and the total counts "
            "it once.\n"
            "5. With “Ground outside each layer too” every layer gets an inside and an outside column.\n"
            "6. Areas are those of the plane, or ellipsoidal ones; they are adjusted once to the area of each red line, "
            "so that all sums are exact.\n\n"
            "Workbook: 红线压盖分析表 with a column for each layer and value (beyond 60 columns the values stand only on "
            "the next sheet), 红线压盖明细表 with a row for each, lists, checks, and what the run was based on. While one "
            "check does not hold, every sheet is marked 草稿. Pieces: the red lines cut by all layers, with the layers "
            "and values each piece lies in; AREA_ADJ summed over COUNTED = 1 is the total."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource(self.FOOTPRINTS, self.tr("Red lines"), polygon))
        for name, label in (
            (self.FOOTPRINT_ID, self.tr("Red line number field")),
            (self.FOOTPRINT_NAME, self.tr("Red line name field")),
        ):
            self.addParameter(
                QgsProcessingParameterField(name, label, parentLayerParameterName=self.FOOTPRINTS, optional=True)
            )
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                self.LAYERS, self.tr("Layers"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.ATTRIBUTES,
                self.tr("Attributes to tell apart, as in GHDLTB=GHDLMC;STBHHX=HXMC"),
                optional=True,
                multiLine=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.SHOW_OUTSIDE, self.tr("Ground outside each layer too"), defaultValue=False
            )
        )
        self._add_choices()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.PIECES, self.tr("Pieces by layer"), optional=True, createByDefault=False
            )
        )
        self.add_workbook()
        self.add_numbers(
            ("FOOTPRINT_COUNT", self.tr("Number of red lines")),
            ("LAYER_COUNT", self.tr("Number of layers")),
            ("PIECE_COUNT", self.tr("Number of pieces")),
            ("TOTAL_AREA_M2", self.tr("Total area (m²), overlaps once")),
            ("SUM_OF_FOOTPRINTS_M2", self.tr("Sum of red lines (m²)")),
            ("COVERED_AREA_M2", self.tr("In any layer (m²), overlaps once")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def _add_choices(self) -> None:
        methods = [self.tr("ellipsoidal area"), self.tr("plane area")]
        units = [self.tr("0.01 m²"), self.tr("1 m² (0.0001 ha)")]
        self.addParameter(
            QgsProcessingParameterEnum(
                self.AREA_METHOD, self.tr("Area method"), methods, defaultValue=METHODS.index("plane")
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(self.UNIT, self.tr("Smallest unit"), units, defaultValue=UNITS.index("0.01"))
        )
        self.add_tolerance(0.0)
        self.add_reprojection(
            self.tr("Layers in another zone may be brought to that of the red lines"),
            self.tr("Zone, if the red lines are in degrees"),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.occupation.overlay import VALUE
        from ....core.occupation.overlay_names import match_attributes, parse_attributes, titles_of
        from ...adapters.columns import layer_name, prepare_layer, prepare_source

        entries = parse_attributes(self.parameterAsString(parameters, self.ATTRIBUTES, context))
        named = {"FP_ID": self.FOOTPRINT_ID, "FP_NAME": self.FOOTPRINT_NAME}
        asked = {key: self.parameterAsString(parameters, name, context) for key, name in named.items()}
        own = {key: actual for key, actual in asked.items() if actual}
        self._footprints = prepare_source(self, parameters, self.FOOTPRINTS, context, fields=own)
        layers, self._remarks = self._layers_given(parameters, context)
        names = [layer_name(layer) for layer in layers]
        self._titles = titles_of(names)
        self._fields = match_attributes(entries, names, [_field_names(layer) for layer in layers])
        self._layers = [
            prepare_layer(layer, context, {VALUE: self._fields[place]} if place in self._fields else None, may_be_empty=True)
            for place, layer in enumerate(layers)
        ]
        self._method = self.choice(parameters, self.AREA_METHOD, context)
        self.prepare_plane(parameters, context, self._footprints, self._layers, self._method == "ellipsoid")
        self.prepare_targets(parameters, context)
        self._families = font_families()

    def _layers_given(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[list[QgsMapLayer], list[Sentence]]:
        """Each layer once, and what has to be said about the choice."""
        from ...adapters.columns import layer_name

        red_line = self.parameterAsVectorLayer(parameters, self.FOOTPRINTS, context)
        layers: list[QgsMapLayer] = []
        remarks: list[Sentence] = []
        for layer in self.parameterAsLayerList(parameters, self.LAYERS, context) or []:
            if any(_same_layer(layer, other) for other in layers):
                template = translate("LandLedger", "Layer {layer} was given more than once; it counts once.")
                remarks.append(sentence(template, layer=layer_name(layer)))
                continue
            if red_line is not None and _same_layer(layer, red_line):
                template = translate("LandLedger", "Layer {layer} is the red line itself: all of it lies in that layer.")
                remarks.append(sentence(template, layer=layer_name(layer)))
            layers.append(layer)
        return layers, remarks

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.occupation.model import AreaMethod, Job
        from ....core.occupation.overlay import overlay
        from ....core.occupation.overlay_report import overlay_columns, overlay_report
        from ....core.occupation.presets import UNITS as UNIT_OF
        from ....core.occupation.report import write_report
        from ....core.survey.apportion import Master

        steps = Steps(feedback, read=30, overlay=45, layer=10, book=15)
        footprints, layers = self._read_layers(steps)
        unit = UNIT_OF[str(self.choice(parameters, self.UNIT, context))]
        tolerance = self.parameterAsDouble(parameters, self.BORDER_TOLERANCE, context)
        job = Job(AreaMethod(self._method), Master.FOOTPRINT, unit, tolerance, self._zone)
        result = overlay(footprints, layers, job, steps.overlay)
        pieces = overlay_columns(result)
        show_outside = self.parameterAsBoolean(parameters, self.SHOW_OUTSIDE, context)
        report = overlay_report(result, pieces, self._facts(), show_outside, "", layouts_folder())
        outputs = self._numbers(result, report)
        if self.wants_pieces(parameters):
            outputs[self.PIECES] = self._write_pieces(parameters, context, result, pieces, report, steps)
        elif self._book:
            write_report(report, self._book, self._families, say, steps.book)
        self._tell(result, report, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _read_layers(self, steps: Steps) -> tuple[Columns, list[OverlayLayer]]:
        """Red lines and layers in the plane of the run; of the layers only what is near a red line."""
        from dataclasses import replace

        from ....core.occupation.overlay import OverlayLayer
        from ....core.progress import part_of
        from ....core.survey.reach import boxes_around

        footprints = with_numbers(self.read_whole(self._footprints, part_of(steps.read, 0.0, 0.1)))
        boxes = boxes_around(footprints.geometry)
        share = 0.9 / max(len(self._layers), 1)
        layers = []
        for place, (source, title) in enumerate(zip(self._layers, self._titles)):
            part = part_of(steps.read, 0.1 + place * share, 0.1 + (place + 1) * share)
            columns = replace(self.read_near(source, boxes, part), name=title)
            layers.append(OverlayLayer(f"L{place + 1}", title, columns, self._fields.get(place, "")))
        return footprints, layers

    def _write_pieces(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        result: Overlay,
        pieces: dict[str, Any],
        report: Report,
        steps: Steps,
    ) -> str:
        """Layer and workbook, both or none; the id of the layer."""
        from ....core.occupation.overlay_report import overlay_fields
        from ....core.occupation.report import write_report
        from ...adapters.looks import Look, dress

        fields = overlay_fields(result)
        with self.open_pieces(parameters, context, fields, pieces) as sink:
            columns = [pieces[piece_field.name] for piece_field in fields]
            sink.write(result.atoms.geometry[result.leaves.atom], columns, steps.layer)
            sink.finish()
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        aliases = {piece_field.name: say(piece_field.alias) for piece_field in fields}
        dress(context, sink.id, Look(self.tr("Pieces by layer"), "overlay_summary.qml", aliases))
        return sink.id

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        return RunFacts(None, program_versions(), [*self._remarks, *self.notices])

    def _tell(self, result: Overlay, report: Report, feedback: QgsProcessingFeedback) -> None:
        feedback.pushInfo(
            self.tr("{plots} red lines, {layers} layers, {pieces} pieces, {area} m² ({ha} ha, {mu} mu).").format(
                plots=len(result.footprints),
                layers=len(result.layers),
                pieces=len(result.leaves),
                area=result.total.square_metres(),
                ha=result.total.hectares(),
                mu=result.total.mu(),
            )
        )
        for remark in self._remarks:
            feedback.pushWarning(said(remark))
        for found in result.findings[:50]:
            feedback.pushWarning(f"{found.layer} {found.feature}: {said(found.text)}".replace(" :", ":"))
        self.tell_failed(report.identities, feedback)

    def _numbers(self, result: Overlay, report: Report) -> dict[str, Any]:
        return {
            "FOOTPRINT_COUNT": len(result.footprints),
            "LAYER_COUNT": len(result.layers),
            "PIECE_COUNT": len(result.leaves),
            "TOTAL_AREA_M2": float(result.total.square_metres()),
            "SUM_OF_FOOTPRINTS_M2": float(result.sum_of_footprints.square_metres()),
            "COVERED_AREA_M2": float(result.covered.square_metres()),
            "FINDING_COUNT": len(result.findings),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }


def _field_names(layer: QgsMapLayer) -> list[str]:
    return list(layer.fields().names()) if isinstance(layer, QgsVectorLayer) else []


def _same_layer(one: QgsMapLayer, other: QgsMapLayer) -> bool:
    """Whether both show the same features: one layer of the project, or one source loaded twice."""
    if one.id() == other.id():
        return True
    return one.providerType() == other.providerType() != "memory" and one.source() == other.source()
