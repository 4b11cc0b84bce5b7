"""What the algorithms that put red lines over other layers share: choices, the plane of the run, reading, the pieces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFields,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
)

from ....core.sentence import translate
from ...base import Group, say
from ...compat import FieldKind, field
from ...workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    import numpy as np
    from qgis.core import QgsCoordinateReferenceSystem

    from ....core.balance.stable.rules import StableRule
    from ....core.columns import Columns
    from ....core.occupation.model import Job
    from ....core.occupation.pieces import PieceField
    from ....core.progress import Progress
    from ....core.survey.schema import Field
    from ...adapters.layer_source import LayerSource
    from ...adapters.sinks import LayerSink

METHODS = ("ellipsoid", "plane")
UNITS = ("0.01", "1")


class FootprintAlgorithm(WorkbookAlgorithm):
    """Base of the algorithms of the group."""

    GROUP = Group.OCCUPATION

    FOOTPRINTS = "FOOTPRINTS"
    FOOTPRINT_ID = "FOOTPRINT_ID"
    FOOTPRINT_NAME = "FOOTPRINT_NAME"
    AREA_METHOD = "AREA_METHOD"
    UNIT = "UNIT"
    BORDER_TOLERANCE = "BORDER_TOLERANCE"
    REPROJECT = "REPROJECT"
    ZONE = "ZONE"
    STABLE_RULES = "STABLE_RULES"
    PIECES = "PIECES"

    CHOICES: Mapping[str, Sequence[str]] = {AREA_METHOD: METHODS, UNIT: UNITS}

    def add_tolerance(self, default: float) -> None:
        """The border tolerance, folded away."""
        self.add_advanced(
            QgsProcessingParameterNumber(
                self.BORDER_TOLERANCE,
                self.tr("Border tolerance (metres, 0 = off)"),
                QgsProcessingParameterNumber.Type.Double,
                defaultValue=default,
                minValue=0.0,
                maxValue=1.0,
            )
        )

    def add_stable_rules(self) -> None:
        """A table of rules of one's own on what farmland is stable, folded away."""
        self.add_advanced(
            QgsProcessingParameterFile(
                self.STABLE_RULES,
                self.tr("Rules of stability of your own (CSV)"),
                fileFilter=self.tr("CSV files (*.csv)"),
                optional=True,
            )
        )

    def stable_rules(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[StableRule, ...]:
        """The rules of stability chosen, else those that ship."""
        from pathlib import Path

        from ....core.balance.stable.rules import load_stable_rules

        own = self.parameterAsFile(parameters, self.STABLE_RULES, context)
        return load_stable_rules(Path(own) if own else None)

    def add_reprojection(self, permission: str, zone: str) -> None:
        """Whether other layers may be brought to the plane of the run, and that plane if there is none; folded away."""
        self.add_advanced(QgsProcessingParameterBoolean(self.REPROJECT, permission, defaultValue=False))
        self.add_advanced(QgsProcessingParameterCrs(self.ZONE, zone, optional=True))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        for definition in self.parameterDefinitions():
            if definition.type() == "multilayer":
                unknown = _not_opened(parameters.get(definition.name()), context)
                if unknown:
                    return False, self.tr("Layer {layer} can't be opened.").format(layer=unknown)
        return super().checkParameterValues(parameters, context)

    def amounts_source(
        self,
        parameters: dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        wanted: Sequence[Field],
        field_map: Mapping[str, str],
        may_be_empty: bool = False,
    ) -> LayerSource | None:
        """A layer of polygons, or a table, whose numbers are amounts of a ledger: what is no number is refused. None where
        nothing was chosen."""
        from ...adapters.columns import has_polygons, prepare_source, schema_fields

        if parameters.get(name) in (None, ""):
            return None
        features = self.parameterAsSource(parameters, name, context)
        shapes = features is not None and has_polygons(features.wkbType())
        fields = schema_fields(wanted, field_map)
        source = prepare_source(self, parameters, name, context, may_be_empty=may_be_empty, shapes=shapes, **fields)
        if source is not None:
            source.strict = True
        return source

    def prepare_plane(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        leading: LayerSource,
        others: Sequence[LayerSource],
        ellipsoid: bool,
    ) -> None:
        """The plane of the run: that of the `leading` layer, or the zone given if it is in degrees."""
        from ....core.errors import InputError
        from ...adapters.crs import gauss_zone, require_same_crs

        # That their coordinates can belong to their systems was looked at when they were prepared.
        self._sources = [leading, *others]
        allowed = self.parameterAsBoolean(parameters, self.REPROJECT, context)
        self._plane = leading.crs
        if leading.crs.isGeographic():
            self._plane = self.parameterAsCrs(parameters, self.ZONE, context)
            if not (self._plane.isValid() and allowed):
                template = translate(
                    "LandLedger",
                    "Layer {layer} is in degrees: choose the zone to work in and allow layers to be brought there.",
                )
                raise InputError(template, layer=leading.name)
        self._notices = require_same_crs(leading, others, allowed)
        self._zone = gauss_zone(self._plane, leading.name) if ellipsoid else None
        self._transform_context = context.transformContext()

    def measuring(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        """How ground is measured, in 0.01 m², pieces of a parcel adding up to its registered area; after `prepare_plane`. Where
        that had nothing to measure for certain the zone is looked for here: a parcel without a registered area needs it."""
        from ....core.errors import InputError
        from ....core.occupation.model import AreaMethod, Job
        from ....core.summary.model import UNIT as SMALLEST
        from ....core.survey.apportion import Master
        from ...adapters.crs import gauss_zone

        method, zone = AreaMethod(self.choice(parameters, self.AREA_METHOD, context)), self._zone
        if method is AreaMethod.ELLIPSOID and zone is None:
            with suppress(InputError):
                zone = gauss_zone(self._plane, self._sources[0].name)
        tolerance = 0.0
        if self.parameterDefinition(self.BORDER_TOLERANCE) is not None:
            tolerance = self.parameterAsDouble(parameters, self.BORDER_TOLERANCE, context)
        return Job(method, Master.PARCEL, SMALLEST, tolerance, zone)

    def prepare_targets(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Where the results go, looked at before anything is read; after `prepare_plane`."""
        from ....core.workbook import fetch_openpyxl, require_writable
        from ...adapters.sink_targets import require_target

        require_target(parameters.get(self.PIECES), context, [source.place for source in self._sources])
        self._book = self.parameterAsFileOutput(parameters, self.WORKBOOK, context)
        if self._book:
            require_writable(self._book)
            fetch_openpyxl()

    @property
    def notices(self) -> list[Any]:
        """What reading found, and which layers were brought to another system."""
        return [*self._notices, *(notice for source in self._sources for notice in source.notices)]

    def read_whole(self, source: LayerSource, progress: Progress) -> Columns:
        """All features of a layer, in the plane of the run; mending them is next, so their shapes are looked at."""
        from ...adapters.columns import read

        return self._bring(source, read(source, progress, validity=True))

    def read_near(self, source: LayerSource, boxes: np.ndarray, progress: Progress) -> Columns:
        """The features of a layer near `boxes` float64 (m, 4), both in the plane of the run, and those without a shape:
        they may belong there, and are listed. As `read_whole`."""
        from ...adapters.columns import read
        from ...adapters.crs import boxes_in

        there = boxes_in(boxes, self._plane, source.crs, self._transform_context)
        return self._bring(source, read(source, progress, there, validity=True))

    def _bring(self, source: LayerSource, columns: Columns) -> Columns:
        from ...adapters.crs import reproject

        return reproject(columns, source.crs, self._plane, self._transform_context)

    def wants_pieces(self, parameters: Mapping[str, Any]) -> bool:
        """Whether the layer of pieces was asked for; where it may be left out, no value means that it is."""
        return parameters.get(self.PIECES) not in (None, "")

    def open_pieces(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        piece_fields: Sequence[PieceField],
        columns: Mapping[str, Sequence[Any]],
        name: str | None = None,
    ) -> LayerSink:
        """The sink of the pieces (of the output `name`, PIECES where none is said) with the values `columns` by field name;
        it is not one of the files that were read."""
        from ...adapters.sinks import open_sink

        fields = QgsFields()
        for piece in piece_fields:
            kind = FieldKind(piece.kind.value)
            length = piece.length
            if kind is FieldKind.TEXT:
                # A text longer than its field ends the run, or is cut in the middle of a character by a shapefile.
                length = max([length, *(len(str(text).encode()) for text in set(columns[piece.name]) if text)])
            fields.append(field(piece.name, kind, length, piece.decimals, say(piece.alias)))
        places = [source.place for source in self._sources]
        plane: QgsCoordinateReferenceSystem = self._plane
        return open_sink(self, parameters, name or self.PIECES, context, fields, plane, inputs=places)


def _not_opened(value: Any, context: QgsProcessingContext) -> str:
    """The first of many layers that QGIS can't open, ''; QGIS itself names the parameter only."""
    for item in value if isinstance(value, (list, tuple)) else ():
        if isinstance(item, str) and QgsProcessingUtils.mapLayerFromString(item, context) is None:
            return item
    return ""
