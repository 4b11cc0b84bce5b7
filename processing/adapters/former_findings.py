"""What people decided about the findings of an earlier run: read from its layer before a new run takes its place."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingUtils,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ...core.checking.states import Former, former_findings
from ...core.errors import InputError
from ...core.sentence import translate
from .columns import layer_name
from .datasets import layers_in
from .sink_targets import target_of

_NEEDED = ("KEY", "CHECK_ID", "STATE", "REASON")
_WANTED = (*_NEEDED, "FIELD", "FEATURE_ID", "BSM", "OTHER_ID", "OTHER_BSM", "DECIDED_BY", "DECIDED_ON", "VILLAGE", "LAYER")


def read_former(
    algorithm: QgsProcessingAlgorithm,
    parameters: Mapping[str, Any],
    name: str,
    target: str,
    context: QgsProcessingContext,
) -> list[Former]:
    """The decisions in the layer of parameter `name`, or where that is empty in the one that `target` will replace.

    Main thread only. InputError where the layer given is no layer of findings; a layer that is only replaced and is
    none has no decisions.
    """
    if parameters.get(name) in (None, ""):
        replaced = _replaced(parameters.get(target), context)
        if replaced is None or _lacking(replaced.fields()):
            return []
        return _decisions(QgsProcessingFeatureSource(replaced, context))
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    lacking = _lacking(source.fields())
    if lacking:
        template = translate(
            "LandLedger", "Layer {layer} is no result of an earlier check (no field {fields}); choose another one or none."
        )
        layer = QgsProcessingUtils.mapLayerFromString(str(parameters[name]), context)
        called = layer_name(layer) if isinstance(layer, QgsVectorLayer) else source.sourceName()
        raise InputError(template, layer=called, fields=", ".join(lacking))
    return _decisions(source)


def _lacking(fields: QgsFields) -> list[str]:
    return [field for field in _NEEDED if fields.lookupField(field) < 0]


def _replaced(value: Any, context: QgsProcessingContext) -> QgsVectorLayer | None:
    """The layer that stands where the result will be, None where nothing does."""
    path, table = target_of(value, context)
    if not path:
        return None
    if path.lower().endswith(".gpkg"):
        present = layers_in(path)
        if not present or (table and table not in present):
            return None
        path = f"{path}|layername={table or present[0]}"
    layer = QgsVectorLayer(path, "former", "ogr")
    return layer if layer.isValid() else None


def _decisions(source: QgsProcessingFeatureSource) -> list[Former]:
    fields = source.fields()
    indices = {name: fields.lookupField(name) for name in _WANTED if fields.lookupField(name) >= 0}
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes(sorted(indices.values()))
    # Open findings without a reason are most of them, and say nothing.
    request.setFilterExpression("\"STATE\" = 'accepted' OR (\"REASON\" IS NOT NULL AND \"REASON\" <> '')")
    rows = []
    features = source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    try:
        for feature in features:
            row: dict[str, object] = {name: _plain(feature.attribute(index)) for name, index in indices.items()}
            geometry = feature.geometry()
            if not geometry.isNull() and QgsWkbTypes.flatType(geometry.wkbType()) == QgsWkbTypes.Type.Point:
                point = geometry.asPoint()
                row |= {"x": point.x(), "y": point.y()} if math.isfinite(point.x()) else {}
            rows.append(row)
    finally:
        features.close()
    return former_findings(rows)


def _plain(value: Any) -> object:
    return None if value is None or isinstance(value, QVariant) else value
