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
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Union

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
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
from qgis.PyQt.QtCore import Qt, QVariant

from ...core.columns import Columns
from ...core.errors import InputError
from ...core.progress import Progress, no_progress, part_of
from ...core.sentence import Sentence, sentence, translate
from ...core.survey.schema import Field, Kind, Role, match_fields
from .crs import is_known, require_plausible
from .texts import looks_garbled, number_of, text_of

FieldMatch = Callable[[Sequence[str], str], Mapping[str, str]]
FieldNames = Union[Mapping[str, str], FieldMatch]

BATCH = 8192
# Above this share of hits one pass over the whole table is as quick as lists of feature ids (measured on 106,739).
READ_ALL_SHARE = 0.25
FIDS_A_QUERY = 4000

# Int, LongLong, Double and String: the numbers are those of QVariant.Type (Qt 5) and QMetaType.Type (Qt 6) alike.
_PLAIN_KINDS = (2, 4, 6, 10)
_POLYGON = 3
_MULTIPOLYGON = 6


@dataclass(frozen=True)
class FileRecipe:
    """What the fast path needs, free of QGIS objects: file, layer in it, WHERE clause, rows QGIS counts."""

    path: str
    layer: str
    where: str
    rows: int


@dataclass
class LayerSource:
    """A polygon layer that is ready to be read in another thread.

    `fields` maps standard names to the layer's own; those in `numbers` become float64, the others text.
    `file` is the layer's file or ''; `recipe` is None where only the feature source is right, then `why_slow` says
    why (for tests and the log). `notices` are what the last `read` found: sentences for the inputs sheet.
    """

    name: str
    file: str
    crs: QgsCoordinateReferenceSystem
    features: QgsProcessingFeatureSource
    fields: Mapping[str, str]
    numbers: frozenset[str]
    limit: int
    recipe: FileRecipe | None
    why_slow: str
    rows: int
    straight: bool
    table: str = ""
    notices: list[Sentence] = field(default_factory=list)

    @property
    def place(self) -> str:
        """File and layer in it (`a.gpkg|layername=DLTB`), or ''."""
        return f"{self.file}|layername={self.table}" if self.file and self.table else self.file

    @property
    def extent(self) -> QgsRectangle:
        """The extent of the source in its own CRS."""
        return self.features.sourceExtent()


class _NotFromFile(Exception):
    """The file doesn't hold what QGIS shows: read the feature source instead."""


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
) -> LayerSource | None:
    """The polygon layer of parameter `name`, checked and ready for `read`. Main thread only (`prepareAlgorithm`).

    `fields` maps standard names to the layer's field names, or is a function of (field names, layer name) that does
    (`partial` of `schema.match_fields`). None for an optional parameter that was left empty. Raises InputError for a
    layer that is no polygon layer, has no features, no CRS, lacks a mapped field, or whose shapefile is damaged.
    """
    value = parameters.get(name)
    features = algorithm.parameterAsSource(parameters, name, context)
    if features is None:
        if required or value not in (None, ""):
            raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
        return None
    selected_only, limit, filtered, layer = _definition(algorithm, parameters, name, context)
    return _prepared(features, layer, selected_only, limit, filtered, fields, numbers, may_be_empty)


def schema_fields(wanted: Sequence[Field], field_map: Mapping[str, str], role: Role | None = None) -> dict[str, Any]:
    """What to pass to `prepare_source` for the fields of a schema: `prepare_source(…, **schema_fields(SURVEY_FIELDS, …))`.

    `field_map` as `schema.parse_field_map` gives it; which fields the layer has is found out when it is at hand.
    """

    def match(available: Sequence[str], layer: str) -> Mapping[str, str]:
        return match_fields(available, wanted, field_map, layer, role)

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


def _definition(
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
) -> LayerSource:
    file = _file_of(layer)
    name = _name_of(layer, file) or features.sourceName()
    _require_polygons(features, name)
    _require_whole_shapefile(layer, file, name)
    available = features.fields().names()
    if looks_garbled(available):
        raise _garbled(name)
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
    crs = features.sourceCrs()
    if not is_known(crs):
        template = translate("LandLedger", "Layer {layer} has no coordinate reference system; set it first.")
        raise InputError(template, layer=name)
    require_plausible(crs, name, features.sourceExtent())
    why_slow = _why_not_from_file(layer, features.fields(), fields.values(), selected_only, limit, filtered)
    recipe = None if why_slow else _recipe(layer)
    straight = QgsWkbTypes.flatType(features.wkbType()) in (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon)
    table = _table_of(layer)
    return LayerSource(
        name, file, crs, features, fields, frozenset(numbers), limit, recipe, why_slow, rows, straight, table
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


def layer_name(layer: QgsVectorLayer) -> str:
    """What messages and tables call a layer at hand, the `name` of its source."""
    return _name_of(layer, _file_of(layer))


def _require_polygons(features: QgsProcessingFeatureSource, name: str) -> None:
    kind = features.wkbType()
    # A layer of unknown type may hold polygons: its features are looked at one by one.
    if kind != QgsWkbTypes.Type.Unknown and QgsWkbTypes.geometryType(kind) != QgsWkbTypes.GeometryType.PolygonGeometry:
        template = translate("LandLedger", "Layer {layer} is not a polygon layer.")
        raise InputError(template, layer=name)


def _require_whole_shapefile(layer: QgsVectorLayer | None, file: str, name: str) -> None:
    """A cut-off .shp gives null geometries without an error, so its length is compared with the one in its header."""
    if layer is None or not file.lower().endswith(".shp") or not os.path.isfile(file):
        return
    with open(file, "rb") as stream:
        header = stream.read(28)
    stated = 2 * int.from_bytes(header[24:28], "big")
    actual = os.path.getsize(file)
    if len(header) < 28 or actual < stated:
        template = translate(
            "LandLedger",
            "File {file} of layer {layer} is cut off ({actual} of {stated} bytes); copy it again from its origin.",
        )
        raise InputError(template, file=os.path.basename(file), layer=name, actual=actual, stated=stated)


def _garbled(name: str) -> InputError:
    template = translate(
        "LandLedger",
        "The text of layer {layer} is garbled: set its data source encoding to GBK in the layer properties, or put "
        "a .cpg file holding the word GBK beside the .dbf, and load it again.",
    )
    return InputError(template, layer=name)


def _why_not_from_file(
    layer: QgsVectorLayer | None,
    fields: QgsFields,
    needed: Collection[str],
    selected_only: bool,
    limit: int,
    filtered: bool,
) -> str:
    """Why the file itself can't be read instead of the layer; '' if it can."""
    if layer is None:
        return "no layer"
    if selected_only or limit >= 0 or filtered:
        return "selection, limit or filter"
    if layer.providerType() != "ogr" or layer.storageType() != "GPKG":
        return "no GeoPackage"
    if layer.isEditable():
        return "edit mode"
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if not parts.get("layerName"):
        return "no layer name"
    if set(parts) - {"path", "layerName", "layerId", "subset"} or parts.get("layerId") is not None:
        return "open options"
    path = parts["path"]
    if path.startswith("/vsi") or "|" in path or not os.path.isfile(path):
        return "no local file"
    if layer.subsetString().lstrip().lower().startswith("select"):
        return "SELECT as filter"
    if QgsWkbTypes.flatType(layer.wkbType()) not in (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon):
        return "curves or mixed geometry"
    for actual in needed:
        index = fields.lookupField(actual)
        if layer.fields().fieldOrigin(index) != QgsFields.FieldOrigin.OriginProvider:
            return "joined or virtual field"
        kind = fields.at(index).type()
        if int(getattr(kind, "value", kind)) not in _PLAIN_KINDS:
            return "field type"
        origin = layer.fields().fieldOriginIndex(index)
        if layer.dataProvider().fields().at(origin).name() != actual:
            return "renamed field"
    return ""


def _recipe(layer: QgsVectorLayer) -> FileRecipe:
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    return FileRecipe(parts["path"], parts["layerName"], layer.subsetString(), int(layer.featureCount()))


# ------------------------------------------------------------------------------------------------------------- read


def read(
    source: LayerSource,
    progress: Progress = no_progress,
    boxes: np.ndarray | None = None,
    nulls: bool = True,
    from_file: bool = True,
) -> Columns:
    """The columns of a prepared source, in ascending order of feature id; safe in a worker thread.

    `boxes` float64 (m, 4) of xmin, ymin, xmax, ymax in the layer's CRS: only features whose bounding box touches one
    of them (a provider may leave out those whose shape touches none); features without geometry come too, unless
    `nulls` is False. Z and M are dropped; a multipolygon of one part becomes a polygon. `from_file=False` forbids
    the fast path (tests). Raises InputError for text in the wrong encoding and for shapes that are no polygons.
    """
    parts: _Parts
    source.notices.clear()
    if from_file and source.recipe is not None:
        try:
            parts = _read_file(source, source.recipe, progress, boxes, nulls)
        except _NotFromFile as reason:
            source.why_slow = str(reason)
            parts = _read_features(source, progress, boxes, nulls)
    else:
        parts = _read_features(source, progress, boxes, nulls)
    return _columns(source, parts)


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


class _Parts:
    """Batches of rows on their way to one Columns. Shapes are decoded at once, so that no WKB piles up."""

    def __init__(self, source: LayerSource, boxes: np.ndarray | None, nulls: bool) -> None:
        self.source = source
        self.boxes = None if boxes is None else np.asarray(boxes, dtype=np.float64).reshape(-1, 4)
        self.nulls = nulls
        self.tree = None if self.boxes is None else shapely.STRtree(shapely.box(*self.boxes.T))
        self.rows = 0
        self.unreadable = 0
        self.ids: list[np.ndarray] = []
        self.geometry: list[np.ndarray] = []
        self.values: dict[str, list[np.ndarray]] = {key: [] for key in source.fields}
        self.texts: dict[str, str] = {}

    def add(self, ids: np.ndarray, wkb: np.ndarray, values: Callable[[str, np.ndarray], np.ndarray]) -> None:
        """One batch: ids (k,), WKB object (k,) with None, and `values(standard name, rows)` for the rows kept."""
        self.rows += len(ids)
        geometry = _shapes(wkb)
        lost = shapely.is_missing(geometry) & np.fromiter((item is not None for item in wkb), bool, len(wkb))
        self.unreadable += int(lost.sum())
        self._require_polygons(ids, geometry)
        keep = np.arange(len(ids))
        if self.tree is not None:
            keep = np.flatnonzero(touching(shapely.bounds(geometry), self.tree))
            if self.nulls:
                keep = np.union1d(keep, np.flatnonzero(shapely.is_missing(geometry) | shapely.is_empty(geometry)))
        elif not self.nulls:
            keep = np.flatnonzero(~(shapely.is_missing(geometry) | shapely.is_empty(geometry)))
        self.ids.append(np.asarray(ids, dtype=np.int64)[keep])
        self.geometry.append(geometry[keep])
        for key, batches in self.values.items():
            batches.append(values(key, keep))

    def _require_polygons(self, ids: np.ndarray, geometry: np.ndarray) -> None:
        kinds = shapely.get_type_id(geometry)
        wrong = ~np.isin(kinds, (-1, _POLYGON, _MULTIPOLYGON))
        if wrong.any():
            template = translate("LandLedger", "Feature {feature} of layer {layer} is not a polygon.")
            raise InputError(template, feature=int(ids[np.argmax(wrong)]), layer=self.source.name)

    def same(self, text: str | None) -> str | None:
        """One object for equal texts: codes and names repeat a hundred thousand times."""
        return None if text is None else self.texts.setdefault(text, text)


def touching(bounds: np.ndarray, tree: shapely.STRtree) -> np.ndarray:
    """Mask (n,) of the bounds (n, 4) that touch a box in the tree; NaN bounds touch none."""
    hit = np.zeros(len(bounds), dtype=bool)
    known = np.flatnonzero(~np.isnan(bounds).any(axis=1))
    hit[known[np.unique(tree.query(shapely.box(*bounds[known].T))[0])]] = True
    return hit


def _shapes(wkb: np.ndarray) -> np.ndarray:
    """Shapes (k,) in the plane of WKB (k,); None where there is none or it can't be read."""
    geometry = shapely.from_wkb(wkb, on_invalid="ignore")
    deep = shapely.has_z(geometry)
    if deep.any():
        geometry[deep] = shapely.force_2d(geometry[deep])
    single = (shapely.get_type_id(geometry) == _MULTIPOLYGON) & (shapely.get_num_geometries(geometry) == 1)
    if single.any():
        geometry[single] = shapely.get_geometry(geometry[single], 0)
    return geometry


def _columns(source: LayerSource, parts: _Parts) -> Columns:
    ids = _joined(parts.ids, np.int64)
    order = np.argsort(ids, kind="stable")
    attributes: dict[str, np.ndarray] = {}
    for key, batches in parts.values.items():
        raw = _joined(batches, object)[order]
        batches.clear()
        attributes[key] = _numbers(source, key, raw) if key in source.numbers else _texts(source, key, raw, parts)
    if parts.unreadable:
        source.notices.append(
            sentence(
                translate("LandLedger", "{count} shapes of layer {layer} can't be read; they count as missing."),
                count=parts.unreadable,
                layer=source.name,
            )
        )
    geometry = _joined(parts.geometry, object)[order]
    crs = source.crs.authid() or source.crs.description()
    return Columns(source.name, ids[order], geometry, attributes, source.file, crs)


def _joined(batches: list[np.ndarray], kind: type) -> np.ndarray:
    return np.concatenate(batches) if batches else np.empty(0, dtype=kind)


def _texts(source: LayerSource, key: str, raw: np.ndarray, parts: _Parts) -> np.ndarray:
    """Text (n,) with None. Numbers in a text column lose their leading zeros long before us: say so."""
    if raw.dtype != object:
        raw = raw.astype(object)
    column = np.empty(len(raw), dtype=object)
    stored_as_number = False
    for row, value in enumerate(raw):
        if isinstance(value, str):
            column[row] = value
        elif value is not None:
            stored_as_number = stored_as_number or isinstance(value, (int, float))
            column[row] = parts.same(text_of(value))
    if stored_as_number:
        template = translate(
            "LandLedger", "Field {field} of layer {layer} holds numbers instead of text; leading zeros may be lost."
        )
        source.notices.append(sentence(template, field=source.fields[key], layer=source.name))
    if looks_garbled({text for text in column if text is not None}):
        raise _garbled(source.name)
    return column


def _numbers(source: LayerSource, key: str, raw: np.ndarray) -> np.ndarray:
    """float64 (n,) with NaN; numbers kept as text are understood, what is none is counted."""
    if raw.dtype != object:
        return raw.astype(np.float64)
    column = np.full(len(raw), np.nan)
    failed: list[str] = []
    for row, value in enumerate(raw):
        if value is None:
            continue
        number = number_of(value)
        if number is None:
            failed.append(str(value))
        else:
            column[row] = number
    if failed:
        template = translate(
            "LandLedger", "Field {field} of layer {layer}: {count} values are no numbers (the first: {value})."
        )
        places = {"field": source.fields[key], "layer": source.name, "count": len(failed), "value": failed[0]}
        source.notices.append(sentence(template, **places))
    return column


# ---------------------------------------------------------------------------------------------------- feature source


def _read_features(source: LayerSource, progress: Progress, boxes: np.ndarray | None, nulls: bool) -> _Parts:
    parts = _Parts(source, boxes, nulls)
    fields = source.features.fields()
    indices = {key: fields.lookupField(actual) for key, actual in source.fields.items()}
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes(sorted(set(indices.values())))
    # A limit counts the features of the whole layer: a box in the request would let later features move up.
    if parts.boxes is None or source.limit >= 0:
        _add_features(parts, request, indices, progress)
        return parts
    if len(parts.boxes):
        west, south = parts.boxes[:, :2].min(axis=0)
        east, north = parts.boxes[:, 2:].max(axis=0)
        near = QgsFeatureRequest(request).setFilterRect(QgsRectangle(west, south, east, north))
        _add_features(parts, near, indices, part_of(progress, 0.0, 0.8))
    if nulls:
        known = np.concatenate(parts.ids) if parts.ids else np.empty(0, dtype=np.int64)
        missing = QgsFeatureRequest(request).setFilterExpression("$geometry IS NULL OR is_empty($geometry)")
        _add_features(parts, missing, indices, part_of(progress, 0.8, 1.0), skip=frozenset(known.tolist()))
    progress(1.0)
    return parts


def _add_features(
    parts: _Parts,
    request: QgsFeatureRequest,
    indices: Mapping[str, int],
    progress: Progress,
    skip: frozenset[int] = frozenset(),
) -> None:
    source = parts.source
    # The default policy of a model or the settings would end the whole run at one bow-tie.
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    total = max(source.rows, 1)
    done = 0
    features = source.features.getFeatures(request, flags)
    try:
        for batch in _batches(features, skip):
            ids = np.fromiter((feature.id() for feature in batch), np.int64, len(batch))
            wkb = np.empty(len(batch), dtype=object)
            wkb[:] = [_wkb(feature.geometry()) for feature in batch]
            rows = [feature.attributes() for feature in batch]
            parts.add(ids, wkb, lambda key, keep, rows=rows: _picked(parts, rows, indices[key], keep))
            done += len(batch)
            progress(min(done / total, 1.0))
    finally:
        # An error keeps this frame alive; an iterator that outlives its layer crashes QGIS and locks the file.
        features.close()


def _batches(iterator: Any, skip: frozenset[int]) -> Iterator[list]:
    batch = []
    for feature in iterator:
        if feature.id() in skip:
            continue
        batch.append(feature)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _picked(parts: _Parts, rows: list, index: int, keep: np.ndarray) -> np.ndarray:
    values = np.empty(len(keep), dtype=object)
    values[:] = [_plain(parts, rows[row][index]) for row in keep]
    return values


def _plain(parts: _Parts, value: Any) -> Any:
    """A Python value or None; QGIS hands SQL's NULL over as an invalid QVariant."""
    if value is None or isinstance(value, QVariant):
        return None
    if isinstance(value, str):
        return parts.same(value)
    if isinstance(value, (int, float)):
        return value
    return value.toString(Qt.DateFormat.ISODate) if hasattr(value, "toString") else str(value)


def _wkb(geometry: QgsGeometry) -> bytes | None:
    """WKB of a straight shape in the plane; None for no shape."""
    if geometry.isNull():
        return None
    kind = geometry.wkbType()
    if QgsWkbTypes.isCurvedType(kind) or QgsWkbTypes.flatType(kind) == QgsWkbTypes.Type.Triangle:
        geometry = QgsGeometry(geometry.constGet().segmentize())
        kind = geometry.wkbType()
    if QgsWkbTypes.hasZ(kind) or QgsWkbTypes.hasM(kind):
        shape = geometry.constGet().clone()
        shape.dropMValue()
        shape.dropZValue()
        geometry = QgsGeometry(shape)
    return geometry.asWkb().data()


# ------------------------------------------------------------------------------------------------------ from the file


def _read_file(
    source: LayerSource, recipe: FileRecipe, progress: Progress, boxes: np.ndarray | None, nulls: bool
) -> _Parts:
    """Every step in the calling thread, with a connection of our own. Raises _NotFromFile if anything is unusual."""
    gdal = _arrow_gdal()
    parts = _Parts(source, boxes, nulls)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(recipe.path, gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=["GPKG"])
        layer = None if dataset is None else dataset.GetLayerByName(recipe.layer)
        if layer is None:
            raise _NotFromFile("not opened")
        if recipe.where and layer.SetAttributeFilter(recipe.where) != 0:
            raise _NotFromFile("WHERE clause not understood")
        if layer.GetFeatureCount() != recipe.rows:
            raise _NotFromFile("row count")
        near = None if parts.boxes is None else _near_fids(dataset, layer, recipe, parts)
        _require_known_fields(layer, source.fields.values())
        _ignore_other_fields(layer, source.fields.values())
        if near is None:
            _add_stream(parts, layer, progress, recipe.rows, None)
            if parts.rows != recipe.rows:
                raise _NotFromFile("row count")
        elif len(near) > READ_ALL_SHARE * recipe.rows:
            _add_stream(parts, layer, progress, recipe.rows, near)
        else:
            _add_near(parts, layer, progress, recipe, near)
    except RuntimeError as error:  # GDAL with exceptions on, which is a switch of the whole process
        raise _NotFromFile(str(error)) from error
    finally:
        gdal.PopErrorHandler()
    if parts.unreadable:
        raise _NotFromFile("curves or damaged shapes")
    progress(1.0)
    return parts


def _arrow_gdal() -> Any:
    """GDAL's Python module, if it streams Arrow batches (3.6 and later, built for the numpy in use)."""
    try:
        from osgeo import gdal, gdal_array, ogr
    except ImportError as error:
        raise _NotFromFile("no GDAL for Python") from error
    if not hasattr(ogr.Layer, "GetArrowStreamAsNumPy") or not hasattr(gdal_array, "_RecordBatchAsNumpy"):
        raise _NotFromFile("GDAL without Arrow")
    return gdal


def _names(layer: Any) -> list[str]:
    definition = layer.GetLayerDefn()
    return [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]


def _require_known_fields(layer: Any, needed: Collection[str]) -> None:
    definition = layer.GetLayerDefn()
    present = _names(layer)
    for name in needed:
        if name == layer.GetFIDColumn():
            continue
        # A sub-type is a boolean or JSON: QGIS shows it in a form of its own.
        if name not in present or definition.GetFieldDefn(present.index(name)).GetSubType() not in (0, 2, 3):
            raise _NotFromFile("field type")


def _ignore_other_fields(layer: Any, needed: Collection[str]) -> None:
    ignored = [name for name in _names(layer) if name not in needed]
    if ignored and layer.SetIgnoredFields(ignored) != 0:
        raise _NotFromFile("fields")


def _add_stream(parts: _Parts, layer: Any, progress: Progress, total: int, near: np.ndarray | None) -> None:
    """All rows the layer gives now; of them only `near` (ascending ids) when given."""
    done = 0
    for batch in layer.GetArrowStreamAsNumPy([f"MAX_FEATURES_IN_BATCH={BATCH}"]):
        ids = batch[layer.GetFIDColumn() or "OGC_FID"]
        shapes = batch[layer.GetGeometryColumn() or "wkb_geometry"]
        rows = np.arange(len(ids)) if near is None else np.flatnonzero(np.isin(ids, near))
        wkb = np.empty(len(rows), dtype=object)
        wkb[:] = shapes[rows].tolist()
        parts.add(ids[rows], wkb, lambda key, keep, batch=batch, rows=rows: _taken(parts, batch, key, rows[keep]))
        done += len(ids)
        progress(min(done / max(total, 1), 1.0))


def _taken(parts: _Parts, batch: Mapping[str, np.ndarray], key: str, rows: np.ndarray) -> np.ndarray:
    """Values (k,) of one batch: float64 for a wanted number kept as one, else objects with None."""
    column = batch[parts.source.fields[key]][rows]
    if key in parts.source.numbers and column.dtype.kind in "iuf":
        return np.ma.filled(np.ma.asarray(column).astype(np.float64), np.nan)
    values = np.empty(len(rows), dtype=object)
    if column.dtype.kind == "S":
        values[:] = [None if item is None else parts.same(item.decode("utf-8", "replace")) for item in column.tolist()]
    else:
        values[:] = [parts.same(item) if isinstance(item, str) else item for item in column.tolist()]
    return values


def _near_fids(dataset: Any, layer: Any, recipe: FileRecipe, parts: _Parts) -> np.ndarray | None:
    """Ascending ids whose box in the layer's R-tree touches one of ours, and those without a shape; None without tree.

    The tree keeps float32 rounded outward: nothing is missed, a few too many are dropped when their shape is read.
    """
    column = layer.GetGeometryColumn()
    tree = f"rtree_{recipe.layer}_{column}"
    if parts.boxes is None or not _has_spatial_index(dataset, recipe.layer, column):
        return None
    fids = np.empty(0, dtype=np.int64)
    if len(parts.boxes):
        west, south = parts.boxes[:, :2].min(axis=0).tolist()
        east, north = parts.boxes[:, 2:].max(axis=0).tolist()
        window = f"minx <= {east!r} AND maxx >= {west!r} AND miny <= {north!r} AND maxy >= {south!r}"
        found = _table(dataset, ("id", "minx", "miny", "maxx", "maxy"), tree, window)
        if found is None:
            return None
        bounds = np.column_stack([found[side] for side in ("minx", "miny", "maxx", "maxy")])
        fids = found["id"][touching(bounds, parts.tree)]
    if parts.nulls:
        key = layer.GetFIDColumn()
        outside = f"{_quoted(key)} NOT IN ({_select(('id',), tree, '')})"
        without = _table(dataset, (key,), recipe.layer, outside)
        if without is None:
            return None
        fids = np.concatenate([fids, without[key]])
    return np.unique(fids)


def _has_spatial_index(dataset: Any, table: str, column: str) -> bool:
    text, geometry = (_quoted(name).replace("'", "''") for name in (table, column))
    result = dataset.ExecuteSQL(f"SELECT HasSpatialIndex('{text[1:-1]}', '{geometry[1:-1]}')")
    if result is None:
        return False
    answer = result.GetNextFeature()
    found = answer is not None and answer.GetField(0) == 1
    dataset.ReleaseResultSet(result)
    return found


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _table(dataset: Any, columns: Sequence[str], table: str, where: str = "") -> dict[str, np.ndarray] | None:
    """The columns of a query of one table, or None if it fails."""
    result = dataset.ExecuteSQL(_select(columns, table, where))
    if result is None:
        return None
    batches: dict[str, list[np.ndarray]] = {name: [] for name in columns}
    # A column that is the table's feature id comes as such, under its own name, and not among the fields.
    for batch in result.GetArrowStreamAsNumPy(["USE_MASKED_ARRAYS=NO"]):
        for name in columns:
            batches[name].append(np.array(batch[name]))
    dataset.ReleaseResultSet(result)
    return {name: _joined(arrays, np.int64) for name, arrays in batches.items()}


def _select(columns: Sequence[str], table: str, where: str) -> str:
    """A query of one table. Names can't be bound as parameters, so they are quoted."""
    words = ["SELECT", ", ".join(map(_quoted, columns)), "FROM", _quoted(table)]
    return " ".join([*words, "WHERE", where] if where else words)


def _add_near(parts: _Parts, layer: Any, progress: Progress, recipe: FileRecipe, near: np.ndarray) -> None:
    key = _quoted(layer.GetFIDColumn())
    for start in range(0, len(near), FIDS_A_QUERY):
        chosen = ",".join(map(str, near[start : start + FIDS_A_QUERY].tolist()))
        where = f"({recipe.where}) AND {key} IN ({chosen})" if recipe.where else f"{key} IN ({chosen})"
        if layer.SetAttributeFilter(where) != 0:
            raise _NotFromFile("WHERE clause not understood")
        part = part_of(progress, start / len(near), min(start + FIDS_A_QUERY, len(near)) / len(near))
        _add_stream(parts, layer, part, FIDS_A_QUERY, None)
    if not recipe.where and parts.rows != len(near):
        raise _NotFromFile("row count")
