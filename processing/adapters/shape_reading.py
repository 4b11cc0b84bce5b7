"""Layers of lines, points or polygons as columns, for what is no coverage of polygons: roads, bases, villages."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.columns import Columns
from ...core.errors import InputError
from ...core.progress import Progress
from ...core.sentence import Sentence, sentence, translate
from .columns import definition_of, file_and_table, layer_name
from .crs import bounds_of, crs_label, is_known, reproject, require_plausible, same_plane
from .feature_reading import plain_of, straight_wkb
from .file_reading import NotFromFile, read_file, recipe_of, why_not_from_file
from .lasting_source import LastingSource
from .layer_source import FileRecipe
from .row_parts import joined
from .texts import garbled, looks_garbled, number_of, text_of

_ANY_KIND = range(8)
"""All types of GEOS."""


@dataclass
class ShapeSource:
    """A layer that is ready to be read in another thread; `fields` maps our names to the layer's, `numbers` are float64.
    `recipe` is None where only the feature source is right."""

    name: str
    file: str
    table: str
    crs: QgsCoordinateReferenceSystem
    features: LastingSource
    fields: Mapping[str, str]
    numbers: Collection[str]
    recipe: FileRecipe | None = None
    notices: list[Sentence] = field(default_factory=list)
    shapes: bool = True

    @property
    def place(self) -> str:
        """File and layer in it, or ''."""
        return f"{self.file}|layername={self.table}" if self.file and self.table else self.file


NAME_FIELDS = ("XZMCH", "DYMC", "XZQMC", "DKMC", "MC", "NAME", "名称", "小组名称", "单元名称", "村名", "地块名称", "候选地", "候选地名称")
"""What layers call the field that has the names of their features."""


def name_field(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], layer: str, field: str, context: QgsProcessingContext
) -> str:
    """The field of names: that of parameter `field`, else the first of NAME_FIELDS that parameter `layer` has, '' for none."""
    asked = str(algorithm.parameterAsString(parameters, field, context))
    source = algorithm.parameterAsSource(parameters, layer, context)
    if asked or source is None:
        return asked
    present = {name.upper(): name for name in source.fields().names()}
    return next((present[name] for name in NAME_FIELDS if name in present), "")


def prepare_shapes(
    algorithm: QgsProcessingAlgorithm,
    parameters: Mapping[str, Any],
    name: str,
    context: QgsProcessingContext,
    fields: Mapping[str, str],
    numbers: Collection[str] = (),
) -> ShapeSource | None:
    """The layer of parameter `name`, None if it was left empty. Main thread only.

    `fields` whose layer name is '' are left out. InputError for a layer without features, system or one of the fields,
    for garbled text, and for coordinates that can't belong to their system.
    """
    features = algorithm.parameterAsSource(parameters, name, context)
    if features is None:
        if parameters.get(name) in (None, ""):
            return None
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    vector = algorithm.parameterAsVectorLayer(parameters, name, context)
    layer = features.sourceName() if vector is None else layer_name(vector)
    available = features.fields().names()
    if looks_garbled(available):
        raise garbled(layer)
    wanted = {key: actual for key, actual in fields.items() if actual}
    for actual in wanted.values():
        if actual not in available:
            raise InputError(translate("LandLedger", "Layer {layer} has no field {field}."), layer=layer, field=actual)
    if features.featureCount() == 0:
        raise InputError(translate("LandLedger", "Layer {layer} has no features."), layer=layer)
    if QgsWkbTypes.geometryType(features.wkbType()) == QgsWkbTypes.GeometryType.NullGeometry:
        raise InputError(translate("LandLedger", "Layer {layer} has no shapes."), layer=layer)
    if not is_known(features.sourceCrs()):
        template = translate("LandLedger", "Layer {layer} has no coordinate reference system; set it first.")
        raise InputError(template, layer=layer)
    definition = definition_of(algorithm, parameters, name, context)
    extent = bounds_of(features, None if definition[0] else vector)
    require_plausible(features.sourceCrs(), layer, extent)
    lasting = LastingSource.of(features, definition[3], parameters.get(name), extent)
    return ShapeSource(
        layer, *file_and_table(vector), features.sourceCrs(), lasting, wanted, numbers,
        shape_recipe(features, wanted.values(), *definition),
    )


def shapes_at_hand(layer: QgsVectorLayer, context: QgsProcessingContext) -> ShapeSource:
    """The shapes alone of a layer at hand, one of a parameter of many layers; it may be empty. Main thread only.

    InputError for a layer without a system or shapes, and for coordinates that can't belong to their system."""
    features, name = QgsProcessingFeatureSource(layer, context), layer_name(layer)
    if QgsWkbTypes.geometryType(features.wkbType()) == QgsWkbTypes.GeometryType.NullGeometry:
        raise InputError(translate("LandLedger", "Layer {layer} has no shapes."), layer=name)
    if not is_known(features.sourceCrs()):
        template = translate("LandLedger", "Layer {layer} has no coordinate reference system; set it first.")
        raise InputError(template, layer=name)
    extent = bounds_of(features, layer)
    require_plausible(features.sourceCrs(), name, extent)
    recipe = shape_recipe(features, (), False, -1, False, layer)
    lasting = LastingSource.of(features, layer, extent=extent)
    return ShapeSource(name, *file_and_table(layer), features.sourceCrs(), lasting, {}, (), recipe)


def plane_of(
    source: ShapeSource, zone: QgsCoordinateReferenceSystem, allowed: bool
) -> QgsCoordinateReferenceSystem:
    """The plane of a run: that of the layer, or the zone given if it is in degrees and may be brought there; it counts metres."""
    plane = source.crs
    if plane.isGeographic():
        plane = zone
        if not (plane.isValid() and allowed):
            template = translate(
                "LandLedger", "Layer {layer} is in degrees: choose the zone to work in and allow layers to be brought there."
            )
            raise InputError(template, layer=source.name)
    if plane.mapUnits() != QgsUnitTypes.DistanceUnit.DistanceMeters:
        template = translate("LandLedger", "The run needs a system in metres; {crs} is none.")
        raise InputError(template, crs=crs_label(plane))
    return plane


def shape_recipe(
    features: QgsProcessingFeatureSource, needed: Collection[str], selected_only: bool, limit: int, filtered: bool,
    layer: QgsVectorLayer | None,
) -> FileRecipe | None:
    """How to read the file itself, None where QGIS shows something else. Main thread only."""
    # Kinds without curves and heights are those of the file; all else is put right by QGIS.
    if layer is None or not _is_plain(features.wkbType()):
        return None
    why_slow = why_not_from_file(layer, features.fields(), needed, selected_only, limit, filtered, shapes=False)
    return None if why_slow else recipe_of(layer)


def bring_to(source: ShapeSource, plane: QgsCoordinateReferenceSystem, allowed: bool) -> None:
    """Put down that the layer is brought to the plane of the run; InputError where that is not `allowed`."""
    if same_plane(source.crs, plane):
        return
    places = {"layer": source.name, "crs": crs_label(source.crs), "plane": crs_label(plane)}
    if not allowed:
        template = translate("LandLedger", "Layer {layer} is in {crs}, the run in {plane}; allow reprojection.")
        raise InputError(template, **places)
    source.notices.append(sentence(translate("LandLedger", "Layer {layer} was brought from {crs} to {plane}."), **places))


def read_shapes(
    source: ShapeSource,
    plane: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
    progress: Progress,
) -> Columns:
    """All features in `plane`, by ascending id: text objects, None for null; numbers float64, NaN for null.

    Only corners are moved to another system. InputError naming the feature for a text where a number is wanted, and for
    coordinates that are none.
    """
    columns = _from_file(source, progress) or _from_features(source, progress)
    _require_finite(columns)
    return reproject(columns, source.crs, plane, transform_context, longest_edge=None)


def _from_file(source: ShapeSource, progress: Progress) -> Columns | None:
    """The rows of the file, None where they have to come from the features."""
    if source.recipe is None:
        return None
    try:
        parts = read_file(source, source.recipe, progress, None, nulls=True, kinds=_ANY_KIND)
    except NotFromFile:
        return None
    ids = joined(parts.ids, np.int64)
    values = {key: joined(batches, object) for key, batches in parts.values.items()}
    return _ordered(source, ids, joined(parts.geometry, object), values)


def _from_features(source: ShapeSource, progress: Progress) -> Columns:
    indices = {key: source.features.fields().lookupField(actual) for key, actual in source.fields.items()}
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes(sorted(set(indices.values())))
    total = max(source.features.featureCount(), 1)
    wkb_of = _as_it_is if _is_plain(source.features.wkbType()) else straight_wkb
    ids: list[int] = []
    shapes: list[bytes | None] = []
    rows: list[list[Any]] = []
    features = source.features.getFeatures(request)
    try:
        for number, feature in enumerate(features):
            if number % 1000 == 0:
                progress(min(number / total, 1.0))
            ids.append(feature.id())
            shapes.append(wkb_of(feature.geometry()) if feature.hasGeometry() else None)
            values = feature.attributes()
            rows.append([plain_of(values[index]) for index in indices.values()])
    finally:
        # An iterator that outlives its layer crashes QGIS and locks the file.
        features.close()
    geometry = shapely.from_wkb(np.array([*shapes, None], dtype=object)[:-1])
    values = {}
    for place, key in enumerate(source.fields):
        values[key] = np.empty(len(rows), dtype=object)
        values[key][:] = [row[place] for row in rows]
    return _ordered(source, np.array(ids, dtype=np.int64), geometry, values)


def _ordered(source: ShapeSource, ids: np.ndarray, geometry: np.ndarray, values: Mapping[str, np.ndarray]) -> Columns:
    order = np.argsort(ids, kind="stable")
    attributes = _attributes(source, ids, values)
    crs = source.crs.authid() or source.crs.description()
    return Columns(source.name, ids, geometry, attributes, source.file, crs).take(order)


def _is_plain(kind: Any) -> bool:
    """Whether shapes of a layer of this kind are straight and have no Z and M."""
    if kind == QgsWkbTypes.Type.Unknown or QgsWkbTypes.isCurvedType(kind):
        return False
    return not (QgsWkbTypes.hasZ(kind) or QgsWkbTypes.hasM(kind))


def _as_it_is(geometry: QgsGeometry) -> bytes:
    return geometry.asWkb().data()


def _attributes(source: ShapeSource, ids: np.ndarray, values: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    found = {}
    for key, raw in values.items():
        if key in source.numbers:
            found[key] = raw if raw.dtype == np.float64 else _all_numbers(source, key, ids, raw)
            continue
        column = np.empty(len(raw), dtype=object)
        column[:] = [value if value is None or type(value) is str else text_of(value) for value in raw.tolist()]
        if looks_garbled({text for text in column.tolist() if text}):
            raise garbled(source.name)
        found[key] = column
    return found


def _all_numbers(source: ShapeSource, key: str, ids: np.ndarray, raw: np.ndarray) -> np.ndarray:
    pairs = zip(ids.tolist(), raw.tolist())
    return np.array([_number(source, source.fields[key], *pair) for pair in pairs], dtype=np.float64)


def _number(source: ShapeSource, actual: str, feature: int, value: Any) -> float:
    number = float("nan") if value is None else number_of(value)
    if number is None:
        template = translate("LandLedger", "Layer {layer}, feature {feature}: “{value}” in field {field} is no number.")
        raise InputError(template, layer=source.name, feature=feature, value=value, field=actual)
    return number


def _require_finite(columns: Columns) -> None:
    coordinates, row = shapely.get_coordinates(columns.geometry, return_index=True)
    wrong = row[~np.isfinite(coordinates).all(axis=1)]
    if len(wrong):
        template = translate("LandLedger", "Layer {layer}, feature {feature} has coordinates that are no numbers.")
        raise InputError(template, layer=columns.name, feature=int(columns.ids[wrong[0]]))
