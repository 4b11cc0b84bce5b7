"""Findings and opinions of a plan review: rows of their layers with the place they lie at, and opinions as columns of a layer."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsVectorLayer,
)

from ...core.errors import InputError
from ...core.progress import Progress, no_progress
from ...core.sentence import translate
from ...core.village.review import (
    FINDING_NEEDED,
    FINDING_WANTED,
    OPINION_FIELDS,
    Opinion,
    PlanFinding,
    finding_of_row,
    opinion_of_row,
    opinion_row,
)
from .columns import definition_of, layer_name
from .feature_reading import plain_of
from .lasting_source import LastingSource

OPINION_NEEDED = ("OPINION_ID", "CATEGORY", "PLACE", "OPINION", "STATE")
_OPINION_WANTED = tuple(each.name for each in OPINION_FIELDS)
_STEP = 4096


@dataclass(frozen=True)
class RowSource:
    """A layer of findings or opinions, ready to be read in another thread."""

    name: str
    features: LastingSource
    indices: Mapping[str, int]
    context: QgsCoordinateTransformContext

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        return self.features.sourceCrs()


def prepare_findings(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], name: str, context: QgsProcessingContext
) -> RowSource | None:
    """The findings of a parameter, None where none is given. InputError for a layer that is no result of a check."""
    template = translate(
        "LandLedger", "Layer {layer} is no result of a check of village plans (no field {fields}); choose another one."
    )
    return _prepare(algorithm, parameters, name, context, FINDING_NEEDED, FINDING_WANTED, template)


def prepare_opinions(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], name: str, context: QgsProcessingContext
) -> RowSource | None:
    """The opinions of a parameter, None where none is given. InputError for a layer that is no list of opinions."""
    template = translate("LandLedger", "Layer {layer} is no list of opinions (no field {fields}); choose another one.")
    return _prepare(algorithm, parameters, name, context, OPINION_NEEDED, _OPINION_WANTED, template)


def _prepare(
    algorithm: QgsProcessingAlgorithm,
    parameters: Mapping[str, Any],
    name: str,
    context: QgsProcessingContext,
    needed: Sequence[str],
    wanted: Sequence[str],
    template: str,
) -> RowSource | None:
    if parameters.get(name) in (None, ""):
        return None
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    *_, layer = definition_of(algorithm, parameters, name, context)
    called = source.sourceName() if layer is None else layer_name(layer)
    fields = source.fields()
    lacking = [field for field in needed if fields.lookupField(field) < 0]
    if lacking:
        raise InputError(template, layer=called, fields=", ".join(lacking))
    indices = {field: index for field in wanted if (index := fields.lookupField(field)) >= 0}
    return RowSource(called, LastingSource.of(source, layer, parameters[name]), indices, context.transformContext())


def read_findings(
    source: RowSource, crs: QgsCoordinateReferenceSystem | None = None, progress: Progress = no_progress
) -> list[PlanFinding]:
    """All findings, their places in `crs` (default: their own)."""
    return [finding_of_row(row) for row in _rows(source, crs, progress)]


def read_opinions(
    source: RowSource, crs: QgsCoordinateReferenceSystem | None = None, progress: Progress = no_progress
) -> list[Opinion]:
    """All opinions, their places in `crs` (default: their own); rows without a text are none."""
    return [opinion_of_row(row) for row in _rows(source, crs, progress) if row.get("OPINION") is not None]


def opinion_of_feature(feature: QgsFeature) -> Opinion:
    """The opinion of a feature of a layer of opinions."""
    fields = feature.fields()
    indices = {name: index for name in _OPINION_WANTED if (index := fields.lookupField(name)) >= 0}
    return opinion_of_row(_row(feature, indices, None))


def _rows(source: RowSource, crs: QgsCoordinateReferenceSystem | None, progress: Progress) -> Iterable[dict[str, object]]:
    turn = None
    if crs is not None and crs.isValid() and source.crs.isValid() and crs != source.crs:
        turn = QgsCoordinateTransform(source.crs, crs, source.context)
    request = QgsFeatureRequest().setSubsetOfAttributes(sorted(source.indices.values()))
    features = source.features.getFeatures(request)
    count = max(1, source.features.featureCount())
    try:
        for number, feature in enumerate(features):
            if not number % _STEP:
                progress(number / count)
            yield _row(feature, source.indices, turn)
    finally:
        features.close()
    progress(1.0)


def _row(feature: QgsFeature, indices: Mapping[str, int], turn: QgsCoordinateTransform | None) -> dict[str, object]:
    row: dict[str, object] = {name: plain_of(feature.attribute(index)) for name, index in indices.items()}
    shape = feature.geometry()
    if shape.isNull() or shape.isEmpty():
        return row
    point = shape.boundingBox().center()
    try:
        point = turn.transform(point) if turn is not None else point
    except QgsCsException:
        return row
    if math.isfinite(point.x()) and math.isfinite(point.y()):
        row |= {"x": point.x(), "y": point.y()}
    return row


def opinion_columns(opinions: Sequence[Opinion]) -> dict[str, np.ndarray]:
    """The values of OPINION_FIELDS by name."""
    rows = [opinion_row(each) for each in opinions]
    columns = {}
    for declared in OPINION_FIELDS:
        column = np.empty(len(rows), dtype=object)
        column[:] = [row[declared.name] for row in rows]
        columns[declared.name] = column
    return columns


def opinion_points(opinions: Sequence[Opinion]) -> np.ndarray:
    """object (n,): where each opinion lies, None for none."""
    points = np.full(len(opinions), None, dtype=object)
    for number, each in enumerate(opinions):
        if each.has_place:
            points[number] = shapely.Point(each.x, each.y)
    return points


def feature_of(opinion: Opinion, layer: QgsVectorLayer) -> QgsFeature:
    """A feature of a layer of opinions, in the layer's system."""
    feature = QgsFeature(layer.fields())
    for name, value in opinion_row(opinion).items():
        index = layer.fields().lookupField(name)
        if index >= 0:
            feature.setAttribute(index, value)
    if opinion.has_place:
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(opinion.x, opinion.y)))
    return feature


def findings_of_features(features: Iterable[QgsFeature], turn: QgsCoordinateTransform | None = None) -> list[PlanFinding]:
    """The findings of features of a layer of findings, their places turned into another system."""
    found: list[PlanFinding] = []
    indices: dict[str, int] = {}
    for feature in features:
        if not indices:
            fields = feature.fields()
            indices = {name: index for name in FINDING_WANTED if (index := fields.lookupField(name)) >= 0}
        found.append(finding_of_row(_row(feature, indices, turn)))
    return found
