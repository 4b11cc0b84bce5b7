"""What checks with findings share: parameters, decisions of a former run, the two layers, the numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsWkbTypes,
)

from ..core.errors import OutputError
from ..core.progress import Progress, part_of
from ..core.sentence import translate
from .base import say
from .compat import field
from .workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    from contextlib import ExitStack

    from ..core.checking.layer import FindingField
    from ..core.checking.states import Named
    from .adapters.sinks import LayerSink

Values = Mapping[str, Sequence[Any]]


class FindingsAlgorithm(WorkbookAlgorithm):
    """Base of algorithms that give findings as a layer of points, and the ground of some as polygons."""

    PREVIOUS = "PREVIOUS"
    FINDINGS = "FINDINGS"
    AREAS = "AREAS"
    FINDING_COUNT = "FINDING_COUNT"
    ERROR_COUNT = "ERROR_COUNT"
    WARNING_COUNT = "WARNING_COUNT"
    HINT_COUNT = "HINT_COUNT"
    OPEN_COUNT = "OPEN_COUNT"
    ACCEPTED_COUNT = "ACCEPTED_COUNT"

    def add_previous(self) -> None:
        """The former result, whose decisions are kept."""
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.PREVIOUS,
                self.tr("Former result, whose states are kept (empty: the layer replaced)"),
                [QgsProcessing.SourceType.TypeVector],
                optional=True,
            )
        )

    def add_finding_layers(self) -> None:
        """The two layers."""
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

    def add_finding_numbers(self) -> None:
        """How many findings of each severity and state."""
        self.add_numbers(
            (self.FINDING_COUNT, self.tr("Number of findings")),
            (self.ERROR_COUNT, self.tr("Errors")),
            (self.WARNING_COUNT, self.tr("Warnings")),
            (self.HINT_COUNT, self.tr("Hints")),
            (self.OPEN_COUNT, self.tr("Open findings")),
            (self.ACCEPTED_COUNT, self.tr("Accepted findings")),
        )

    def prepare_findings(
        self, parameters: dict[str, Any], context: QgsProcessingContext, places: Sequence[str]
    ) -> None:
        """To be called by `prepare`: the places of the results, none of which may be an input's (`places`), and
        `self._former` what was decided before."""
        from .adapters.former_findings import read_former
        from .adapters.sink_targets import require_target, target_of

        for name in (self.FINDINGS, self.AREAS):
            require_target(parameters.get(name), context, places)
        target = target_of(parameters.get(self.FINDINGS), context)
        if target[0] and target == target_of(parameters.get(self.AREAS), context):
            template = translate("LandLedger", "File {file} can't hold both the findings and their ground; choose another one.")
            raise OutputError(template, file=target[0])
        self._places = list(places)
        self.take_workbook(parameters, context)
        self._former = read_former(self, parameters, self.PREVIOUS, self.FINDINGS, context)

    def write_findings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        stack: ExitStack,
        findings: Sequence[Named],
        values: Values,
        layouts: tuple[Sequence[FindingField], Sequence[FindingField]],
        crs: QgsCoordinateReferenceSystem,
        progress: Progress,
    ) -> dict[str, LayerSink]:
        """The layers that were asked for, by parameter; they take their places when `stack` is left without an error.

        `values` (k,) by field; `layouts` the fields of the findings and of their ground.
        """
        from ..core.checking.layer import area_rows, area_shapes, finding_points

        point, multi = QgsWkbTypes.Type.Point, QgsWkbTypes.Type.MultiPolygon
        wanted, ground = layouts
        layer = stack.enter_context(self._open(parameters, self.FINDINGS, context, wanted, values, crs, point))
        layer.write(finding_points(findings), [values[found.name] for found in wanted], part_of(progress, 0.0, 0.9))
        layer.finish()
        if parameters.get(self.AREAS) in (None, ""):
            return {self.FINDINGS: layer}
        rows = area_rows(findings)
        own = {found.name: [values[found.name][row] for row in rows] for found in ground}
        areas = stack.enter_context(self._open(parameters, self.AREAS, context, ground, own, crs, multi))
        areas.write(area_shapes(findings, rows), list(own.values()), part_of(progress, 0.9, 1.0))
        areas.finish()
        return {self.FINDINGS: layer, self.AREAS: areas}

    def dress_findings(
        self, context: QgsProcessingContext, sinks: Mapping[str, LayerSink], wanted: Sequence[FindingField]
    ) -> dict[str, Any]:
        """Names and styles for the layers; their ids by parameter."""
        from .adapters.looks import Look, dress

        looks = {
            self.FINDINGS: (self.tr("Findings"), "findings.qml"),
            self.AREAS: (self.tr("Ground of overlaps, gaps and slivers"), "finding_areas.qml"),
        }
        aliases = {found.name: say(found.alias) for found in wanted}
        for name, sink in sinks.items():
            title, style = looks[name]
            dress(context, sink.id, Look(title, style, aliases))
        return {name: sink.id for name, sink in sinks.items()}

    def _open(
        self,
        parameters: dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        wanted: Sequence[FindingField],
        values: Values,
        crs: QgsCoordinateReferenceSystem,
        kind: Any,
    ) -> LayerSink:
        from .adapters.sinks import open_sink

        fields = QgsFields()
        for found in wanted:
            length = found.length
            if found.kind == "text":
                # A text longer than its field ends the run, or is cut in the middle of a character by a shapefile.
                length = max([length, *(len(str(text).encode()) for text in set(values[found.name]) if text)])
            fields.append(field(found.name, found.kind, length, found.decimals, say(found.alias)))
        return open_sink(self, parameters, name, context, fields, crs, kind, self._places)

    def finding_numbers(self, findings: Sequence[Named]) -> dict[str, int]:
        """The numbers of `add_finding_numbers`."""
        from ..core.checking.finding import Severity
        from ..core.checking.lists import accepted

        severities = [named.finding.severity for named in findings]
        taken = accepted(findings)
        return {
            self.FINDING_COUNT: len(findings),
            self.ERROR_COUNT: severities.count(Severity.ERROR),
            self.WARNING_COUNT: severities.count(Severity.WARNING),
            self.HINT_COUNT: severities.count(Severity.HINT),
            self.OPEN_COUNT: len(findings) - taken,
            self.ACCEPTED_COUNT: taken,
        }
