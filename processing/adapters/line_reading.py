"""Named lines (roads, rivers) near boxes, as shapes and names."""

from __future__ import annotations

from collections.abc import Mapping
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
    QgsRectangle,
)

from ...core.errors import InputError
from ...core.progress import Progress
from ...core.sentence import Sentence, sentence, translate
from .columns import definition_of, layer_name
from .crs import crs_label, is_known, same_plane
from .feature_reading import plain_of, straight_wkb
from .lasting_source import LastingSource
from .texts import text_of


@dataclass(frozen=True)
class LineSource:
    """A line layer that is ready to be read in another thread; `field` names its lines."""

    name: str
    crs: QgsCoordinateReferenceSystem
    features: LastingSource
    field: str


def prepare_lines(
    algorithm: QgsProcessingAlgorithm,
    parameters: Mapping[str, Any],
    name: str,
    field: str,
    context: QgsProcessingContext,
) -> LineSource | None:
    """The line layer of parameter `name`, None if it was left empty. Main thread only.

    InputError for a layer without a system, or if no `field` names its lines.
    """
    features = algorithm.parameterAsSource(parameters, name, context)
    if features is None:
        if parameters.get(name) in (None, ""):
            return None
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    vector = algorithm.parameterAsVectorLayer(parameters, name, context)
    layer = features.sourceName() if vector is None else layer_name(vector)
    if not is_known(features.sourceCrs()):
        template = translate("LandLedger", "Layer {layer} has no coordinate reference system; set it first.")
        raise InputError(template, layer=layer)
    if not field:
        template = translate("LandLedger", "Say which field of layer {layer} names the roads and rivers.")
        raise InputError(template, layer=layer)
    if features.fields().lookupField(field) < 0:
        raise InputError(translate("LandLedger", "Layer {layer} has no field {field}."), layer=layer, field=field)
    *_, behind = definition_of(algorithm, parameters, name, context)
    lasting = LastingSource.of(features, behind, parameters.get(name))
    return LineSource(layer, features.sourceCrs(), lasting, field)


def require_plane(lines: LineSource, plane: QgsCoordinateReferenceSystem, allowed: bool) -> list[Sentence]:
    """What to say if the lines are brought to the plane of the run; InputError where that is not `allowed`."""
    if same_plane(lines.crs, plane):
        return []
    places = {"layer": lines.name, "crs": crs_label(lines.crs), "plane": crs_label(plane)}
    if not allowed:
        template = translate("LandLedger", "Layer {layer} is in {crs}, the run in {plane}; allow reprojection.")
        raise InputError(template, **places)
    return [sentence(translate("LandLedger", "Layer {layer} was brought from {crs} to {plane}."), **places)]


def read_lines(
    source: LineSource,
    plane: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
    boxes: np.ndarray,
    progress: Progress,
) -> tuple[np.ndarray, np.ndarray]:
    """Lines object (k,) and their names object (k,) of the features with a name and a shape near `boxes` float64 (m, 4)
    of `plane`."""
    request = QgsFeatureRequest()
    if not same_plane(source.crs, plane):
        request.setDestinationCrs(plane, transform_context)
    if len(boxes):
        west, south = boxes[:, :2].min(axis=0)
        east, north = boxes[:, 2:].max(axis=0)
        request.setFilterRect(QgsRectangle(west, south, east, north))
    index = source.features.fields().lookupField(source.field)
    request.setSubsetOfAttributes([index])
    shapes, names = [], []
    features = source.features.getFeatures(request)
    try:
        for number, feature in enumerate(features):
            if number % 1000 == 0:
                progress(0.0)
            name, wkb = plain_of(feature.attributes()[index]), straight_wkb(feature.geometry())
            if name not in (None, "") and wkb is not None:
                shapes.append(shapely.from_wkb(wkb))
                names.append(text_of(name))
    finally:
        features.close()
    lines, called = np.empty(len(shapes), dtype=object), np.empty(len(names), dtype=object)
    lines[:], called[:] = shapes, names
    progress(1.0)
    return lines, called
