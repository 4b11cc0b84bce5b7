"""Layers as columns: the one reader of polygon layers.

Two steps, because QGIS wants projects and layers touched in `prepareAlgorithm` (main thread) only:

    self._survey = prepare_source(self, parameters, self.SURVEY, context, fields=…)      # prepareAlgorithm
    survey = read(self._survey, steps.read, boxes=footprint_boxes)                       # processAlgorithm, any thread

The first step decides between two paths that give the same columns. The fast one is GDAL's Arrow stream straight from
the GeoPackage; it is taken only if nothing QGIS adds to the file (selection, edits, joins, virtual fields, limits,
filters that are no plain WHERE clause) can change the rows. Everything else comes through the feature source.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Union

import numpy as np
from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.columns import Columns
from ...core.errors import InputError
from ...core.progress import Progress, no_progress
from ...core.sentence import translate
from ...core.survey.schema import Field, Kind, Role, match_fields
from .crs import bounds_of, is_known, require_plausible
from .feature_reading import read_features
from .file_reading import NotFromFile, read_file, recipe_of, why_not_from_file
from .lasting_source import LastingSource
from .layer_source import LayerSource
from .row_parts import RowParts, columns_of
from .texts import garbled, looks_garbled

FieldMatch = Callable[[Sequence[str], str], Mapping[str, str]]
FieldNames = Union[Mapping[str, str], FieldMatch]

# ---------------------------------------------------------------------------------------------------------- prepare


def prepare_source(
    algorithm: QgsProcessingAlgorithm,
    parameters: Mapping[str, Any],
    name: str,
    context: QgsProcessingContext,
    fields: FieldNames | None = None,
    numbers: Collection[str] = (),
    required: bool = True,
    may_be_empty: bool = False,
    shapes: bool = True,
) -> LayerSource | None:
    """The polygon layer of parameter `name`, checked and ready for `read`. Main thread only (`prepareAlgorithm`).

    `fields` maps standard names to the layer's field names, or is a function of (field names, layer name) that does
    (`partial` of `schema.match_fields`). None for an optional parameter that was left empty. Raises InputError for a
    layer that is no polygon layer, has no features, no CRS, lacks a mapped field, or whose shapefile is damaged.
    `shapes=False` is for sums of attributes: the layer may be a table, its system does not matter, no shape is read.
    """
    value = parameters.get(name)
    features = algorithm.parameterAsSource(parameters, name, context)
    if features is None:
        if required or value not in (None, ""):
            raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
        return None
    selected_only, limit, filtered, layer = definition_of(algorithm, parameters, name, context)
    return _prepared(features, layer, selected_only, limit, filtered, fields, numbers, may_be_empty, shapes, value)


def schema_fields(
    wanted: Sequence[Field],
    field_map: Mapping[str, str],
    role: Role | None = None,
    needed: Collection[str] | None = None,
) -> dict[str, Any]:
    """What to pass to `prepare_source` for the fields of a schema: `prepare_source(…, **schema_fields(SURVEY_FIELDS, …))`.

    `field_map` as `schema.parse_field_map` gives it; which fields the layer has is found out when it is at hand. All are
    matched, only those `needed` are read (default: all).
    """

    def match(available: Sequence[str], layer: str) -> Mapping[str, str]:
        found = match_fields(available, wanted, field_map, layer, role)
        return {name: actual for name, actual in found.items() if needed is None or name in needed}

    return {"fields": match, "numbers": frozenset(field.name for field in wanted if field.kind is Kind.NUMBER)}


def prepare_layer(
    layer: QgsVectorLayer,
    context: QgsProcessingContext,
    fields: FieldNames | None = None,
    numbers: Collection[str] = (),
    may_be_empty: bool = False,
) -> LayerSource:
    """The same for a layer at hand: one of a parameter of many layers (`parameterAsLayerList`)."""
    if not isinstance(layer, QgsVectorLayer):
        template = translate("LandLedger", "Layer {layer} is not a polygon layer.")
        raise InputError(template, layer=layer.name())
    features = QgsProcessingFeatureSource(layer, context)
    return _prepared(features, layer, False, -1, False, fields, numbers, may_be_empty)


def definition_of(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], name: str, context: QgsProcessingContext
) -> tuple[bool, int, bool, QgsVectorLayer | None]:
    """(selected features only, feature limit or -1, has a filter expression, the layer) behind a source parameter."""
    value = parameters.get(name)
    selected_only, limit, filtered = False, -1, False
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        selected_only = value.selectedFeaturesOnly
        limit = int(value.featureLimit)
        filtered = bool(getattr(value, "filterExpression", ""))
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.valueAsString(context.expressionContext(), "")[0]
    if value is None:
        value = algorithm.parameterDefinition(name).defaultValue()
    if isinstance(value, str):
        value = QgsProcessingUtils.mapLayerFromString(value, context)
    return selected_only, limit, filtered, value if isinstance(value, QgsVectorLayer) else None


def _prepared(
    features: QgsProcessingFeatureSource,
    layer: QgsVectorLayer | None,
    selected_only: bool,
    limit: int,
    filtered: bool,
    fields: FieldNames | None,
    numbers: Collection[str],
    may_be_empty: bool,
    shapes: bool = True,
    asked: Any = None,
) -> LayerSource:
    file = _file_of(layer)
    name = _name_of(layer, file) or features.sourceName()
    if shapes:
        _require_polygons(features, name)
    _require_whole_shapefile(layer, file, name)
    available = features.fields().names()
    if looks_garbled(available):
        raise garbled(name)
    if callable(fields):
        fields = fields(available, name)
    fields = dict(fields or {})
    for actual in fields.values():
        if actual not in available:
            template = translate("LandLedger", "Layer {layer} has no field {field}.")
            raise InputError(template, layer=name, field=actual)
    rows = features.featureCount()
    if rows == 0 and not may_be_empty:
        if selected_only:
            template = translate("LandLedger", "No feature of layer {layer} is selected.")
        else:
            template = translate("LandLedger", "Layer {layer} has no features.")
        raise InputError(template, layer=name)
    crs, extent = features.sourceCrs(), QgsRectangle()
    if shapes:
        if not is_known(crs):
            template = translate("LandLedger", "Layer {layer} has no coordinate reference system; set it first.")
            raise InputError(template, layer=name)
        extent = bounds_of(features, None if selected_only else layer)
        require_plausible(crs, name, extent)
    why_slow = why_not_from_file(layer, features.fields(), fields.values(), selected_only, limit, filtered, shapes)
    recipe = None if why_slow else recipe_of(layer)
    straight = QgsWkbTypes.flatType(features.wkbType()) in (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon)
    table = _table_of(layer)
    lasting = LastingSource.of(features, layer, asked, extent)
    return LayerSource(
        name, file, crs, lasting, fields, frozenset(numbers), limit, recipe, why_slow, rows, straight, table, shapes
    )


def _file_of(layer: QgsVectorLayer | None) -> str:
    """The file behind a layer, or ''."""
    if layer is None or layer.dataProvider() is None:
        return ""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = parts.get("path") or ""
    return path if isinstance(path, str) and os.path.exists(path) else ""


def _table_of(layer: QgsVectorLayer | None) -> str:
    """The layer's name in its file, or ''."""
    if layer is None:
        return ""
    return QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("layerName") or ""


def _name_of(layer: QgsVectorLayer | None, file: str) -> str:
    """What people call a layer: QGIS names one that a script opened after its file, not after its table."""
    if layer is None:
        return ""
    table = _table_of(layer)
    return table if table and file and layer.name() == Path(file).stem else layer.name()


def file_and_table(layer: QgsVectorLayer | None) -> tuple[str, str]:
    """The file behind a layer and its name in there, '' for what there is not."""
    return _file_of(layer), _table_of(layer)


def layer_name(layer: QgsVectorLayer) -> str:
    """What messages and tables call a layer at hand, the `name` of its source."""
    return _name_of(layer, _file_of(layer))


def has_polygons(kind: QgsWkbTypes.Type) -> bool:
    """Whether a layer of this type has shapes of polygons."""
    return bool(QgsWkbTypes.geometryType(kind) == QgsWkbTypes.GeometryType.PolygonGeometry)


def _require_polygons(features: QgsProcessingFeatureSource, name: str) -> None:
    kind = features.wkbType()
    # A layer of unknown type may hold polygons: its features are looked at one by one.
    if kind != QgsWkbTypes.Type.Unknown and not has_polygons(kind):
        template = translate("LandLedger", "Layer {layer} is not a polygon layer.")
        raise InputError(template, layer=name)


def _require_whole_shapefile(layer: QgsVectorLayer | None, file: str, name: str) -> None:
    """A cut-off .shp gives null geometries without an error, and at the end of a cut-off .dbf the reading just ends: so their
    lengths are compared with those in their headers."""
    if layer is None or not file.lower().endswith(".shp") or not os.path.isfile(file):
        return
    _require_whole(file, name, lambda header: 2 * int.from_bytes(header[24:28], "big"))
    for ending in (".dbf", ".DBF"):
        table = file[:-4] + ending
        if os.path.isfile(table):
            _require_whole(table, name, _stated_by_dbf)
            break


def _stated_by_dbf(header: bytes) -> int:
    """Bytes of the header and of all records; the mark at the end is left out by some programs."""
    records, first, each = struct.unpack("<IHH", header[4:12].ljust(8, b"\0"))
    return int(first + records * each)


def _require_whole(file: str, name: str, stated_by: Callable[[bytes], int]) -> None:
    with open(file, "rb") as stream:
        header = stream.read(28)
    stated, actual = stated_by(header), os.path.getsize(file)
    if len(header) < 28 or actual < stated:
        template = translate(
            "LandLedger",
            "File {file} of layer {layer} is cut off ({actual} of {stated} bytes); copy it again from its origin.",
        )
        raise InputError(template, file=os.path.basename(file), layer=name, actual=actual, stated=stated)


# ------------------------------------------------------------------------------------------------------------- read


def read(
    source: LayerSource,
    progress: Progress = no_progress,
    boxes: np.ndarray | None = None,
    nulls: bool = True,
    from_file: bool = True,
    validity: bool = False,
) -> Columns:
    """The columns of a prepared source, in ascending order of feature id; safe in a worker thread.

    `boxes` float64 (m, 4) of xmin, ymin, xmax, ymax in the layer's CRS: only features whose bounding box touches one
    of them (a provider may leave out those whose shape touches none); features without geometry come too, unless
    `nulls` is False. Z and M are dropped; a multipolygon of one part becomes a polygon. `from_file=False` forbids
    the fast path (tests). With `validity` each shape is looked at beside the reading (`Columns.valid`). Raises
    InputError for text in the wrong encoding and for shapes that are no polygons.
    """
    parts: RowParts
    source.notices.clear()
    source.curved.clear()
    if from_file and source.recipe is not None:
        try:
            parts = read_file(source, source.recipe, progress, boxes, nulls, validity)
        except NotFromFile as reason:
            source.why_slow = str(reason)
            parts = read_features(source, progress, boxes, nulls, validity)
    else:
        parts = read_features(source, progress, boxes, nulls, validity)
    return columns_of(source, parts)


def read_columns(
    algorithm: QgsProcessingAlgorithm,
    parameters: Mapping[str, Any],
    name: str,
    context: QgsProcessingContext,
    progress: Progress = no_progress,
    fields: FieldNames | None = None,
    numbers: Collection[str] = (),
    boxes: np.ndarray | None = None,
) -> Columns:
    """Both steps at once, for scripts and algorithms without threading."""
    source = prepare_source(algorithm, parameters, name, context, fields, numbers)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    return read(source, progress, boxes)
