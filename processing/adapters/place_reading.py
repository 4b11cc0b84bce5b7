"""Points or polygons with their attributes, and tables, by the fields of a schema: units, teams, lists of units."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.errors import InputError
from ...core.progress import Progress, no_progress
from ...core.sentence import translate
from ...core.survey.schema import Field, Kind, match_fields, parse_field_map
from ...core.survey.spelling import same_name
from .columns import definition_of, layer_name
from .crs import is_known, require_plausible
from .feature_reading import plain_of, straight_wkb
from .lasting_source import LastingSource
from .texts import garbled, looks_garbled, number_of, text_of

_SUM_LABEL = re.compile(r"(本页)?(小计|合计|总计|共计|累计)[:：)）]?")


@dataclass(frozen=True)
class PlaceSource:
    """A layer or table ready to be read in another thread; `fields` maps standard names to the layer's."""

    name: str
    file: str
    crs: QgsCoordinateReferenceSystem
    features: LastingSource
    fields: Mapping[str, str]
    wanted: Mapping[str, Field]
    shapes: bool
    table: str = ""

    @property
    def place(self) -> str:
        """File and layer in it (`a.gpkg|layername=teams`), or ''."""
        return f"{self.file}|layername={self.table}" if self.file and self.table else self.file


@dataclass(frozen=True)
class Places:
    """Rows of a PlaceSource: `shape` object (n,) of points or polygons or None; `texts` and `numbers` by standard name."""

    shape: np.ndarray
    texts: Mapping[str, np.ndarray]
    numbers: Mapping[str, np.ndarray]

    def text(self, name: str) -> np.ndarray:
        """object (n,) of text, '' for nothing and for a field that is not there."""
        return self.texts.get(name, np.full(len(self.shape), "", dtype=object))


def prepare_places(
    algorithm: QgsProcessingAlgorithm,
    parameters: Mapping[str, Any],
    name: str,
    context: QgsProcessingContext,
    wanted: Sequence[Field] = (),
    field_map: Mapping[str, str] | None = None,
    shapes: bool | None = True,
    required: bool = True,
) -> PlaceSource | None:
    """The layer of parameter `name`, None for an optional one left empty. Main thread only. `shapes` None: if it has any.

    InputError for a layer without features or system, with lines, or without a required field.
    """
    features = algorithm.parameterAsSource(parameters, name, context)
    if features is None:
        if not required and parameters.get(name) in (None, ""):
            return None
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    vector = algorithm.parameterAsVectorLayer(parameters, name, context)
    known = isinstance(vector, QgsVectorLayer)
    layer = layer_name(vector) if known else features.sourceName()
    file, _, table = vector.source().partition("|layername=") if known and vector.providerType() == "ogr" else ("", "", "")
    file, table = file.partition("|")[0], table.partition("|")[0]
    available = features.fields().names()
    if looks_garbled(available):
        raise garbled(layer)
    if features.featureCount() == 0:
        raise InputError(translate("LandLedger", "Layer {layer} has no features."), layer=layer)
    if shapes is None:
        shapes = QgsWkbTypes.geometryType(features.wkbType()) != QgsWkbTypes.GeometryType.NullGeometry
    if shapes:
        _require_places(features, layer)
    fields = match_fields(available, list(wanted), field_map or {}, layer)
    *_, behind = definition_of(algorithm, parameters, name, context)
    lasting = LastingSource.of(features, behind, parameters.get(name))
    return PlaceSource(layer, file, features.sourceCrs(), lasting, fields, {each.name: each for each in wanted}, shapes, table)


def field_maps(
    algorithm: QgsProcessingAlgorithm,
    parameters: Mapping[str, Any],
    context: QgsProcessingContext,
    names: Sequence[str],
    text: str,
) -> dict[str, dict[str, str]]:
    """What of a field map each of several layers can follow, by parameter; InputError for an entry that none can."""
    asked_of = parse_field_map(text)
    maps: dict[str, dict[str, str]] = {}
    for name in names:
        source = algorithm.parameterAsSource(parameters, name, context)
        present = [] if source is None else source.fields().names()
        maps[name] = {field: asked for field, asked in asked_of.items() if same_name(present, asked) is not None}
    for field, asked in asked_of.items():
        if not any(field in found for found in maps.values()):
            template = translate("LandLedger", "FIELD_MAP says {field}={asked}, but no layer has a field {asked}.")
            raise InputError(template, field=field, asked=asked)
    return maps


def _require_places(features: QgsProcessingFeatureSource, layer: str) -> None:
    kind = QgsWkbTypes.geometryType(features.wkbType())
    if kind not in (QgsWkbTypes.GeometryType.PointGeometry, QgsWkbTypes.GeometryType.PolygonGeometry):
        raise InputError(translate("LandLedger", "Layer {layer} holds neither points nor polygons."), layer=layer)
    if not is_known(features.sourceCrs()):
        template = translate("LandLedger", "Layer {layer} has no coordinate reference system; set it first.")
        raise InputError(template, layer=layer)
    require_plausible(features.sourceCrs(), layer, features.sourceExtent())


def read_places(
    source: PlaceSource,
    plane: QgsCoordinateReferenceSystem | None = None,
    transform_context: QgsCoordinateTransformContext | None = None,
    progress: Progress = no_progress,
) -> Places:
    """All rows in the order of the layer, shapes in the `plane` (metres); of a list not the rows of sums and the blank ones at its
    end. InputError naming a row without a shape, a number that is none, and a layer of garbled text."""
    request = QgsFeatureRequest()
    indices = {key: source.features.fields().lookupField(actual) for key, actual in source.fields.items()}
    request.setSubsetOfAttributes(sorted(set(indices.values())))
    if not source.shapes:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    elif plane is not None and plane != source.crs:
        request.setDestinationCrs(plane, transform_context)
    shapes: list[Any] = []
    values: dict[str, list[Any]] = {key: [] for key in indices}
    features = source.features.getFeatures(request)
    try:
        for number, feature in enumerate(features):
            if number % 500 == 0:
                progress(min(0.99, number / max(1, source.features.featureCount())))
            shapes.append(_shape(feature, source, number) if source.shapes else None)
            attributes = feature.attributes()
            for key, index in indices.items():
                values[key].append(plain_of(attributes[index]))
    finally:
        features.close()
    progress(1.0)
    if not source.shapes:
        count = _listed(values)
        shapes, values = shapes[:count], {key: listed[:count] for key, listed in values.items()}
    column = np.empty(len(shapes), dtype=object)
    column[:] = shapes
    texts = {key: _texts(listed) for key, listed in values.items() if source.wanted[key].kind is Kind.TEXT}
    numbers = {
        key: _numbers(listed, source, key) for key, listed in values.items() if source.wanted[key].kind is Kind.NUMBER
    }
    if any(looks_garbled(set(listed.tolist())) for listed in texts.values()):
        raise garbled(source.name)
    return Places(column, texts, numbers)


def _listed(values: Mapping[str, list[Any]]) -> int:
    """How many rows a list has before the rows of sums (合计) and the blank ones at its end; all, if nothing else is there."""
    rows = list(zip(*values.values()))
    count = len(rows)
    while count:
        texts = [(text_of(value) or "").strip() for value in rows[count - 1] if value is not None]
        if any(texts) and not any(_SUM_LABEL.fullmatch(text) for text in texts):
            return count
        count -= 1
    return len(rows)


def _shape(feature: Any, source: PlaceSource, number: int) -> Any:
    wkb = straight_wkb(feature.geometry())
    shape = None if wkb is None else shapely.force_2d(shapely.from_wkb(wkb))
    if shape is None or shape.is_empty:
        template = translate("LandLedger", "Layer {layer}: row {row} has no shape.")
        raise InputError(template, layer=source.name, row=number + 1)
    if shape.geom_type in ("MultiPoint", "MultiPolygon") and len(shape.geoms) == 1:
        shape = shape.geoms[0]
    if shape.geom_type == "MultiPoint":
        raise InputError(translate("LandLedger", "Layer {layer}: row {row} has several points."), layer=source.name, row=number + 1)
    return shape if shape.is_valid else shapely.make_valid(shape)


def _texts(values: list[Any]) -> np.ndarray:
    column = np.empty(len(values), dtype=object)
    column[:] = [(text_of(value) or "").strip() if value is not None else "" for value in values]
    return column


def _numbers(values: list[Any], source: PlaceSource, key: str) -> np.ndarray:
    numbers = np.full(len(values), np.nan)
    for row, value in enumerate(values):
        if value is None:
            continue
        number = number_of(value)
        if number is None:
            template = translate("LandLedger", "Layer {layer}, row {row}: “{value}” in field {field} is no number.")
            raise InputError(template, layer=source.name, row=row + 1, value=value, field=source.fields[key])
        numbers[row] = number
    return numbers
