"""The features of an input as they are, with fields of ours: what a user gets back is his layer and our results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsFeatureRequest, QgsField, QgsFields, QgsProcessingFeatureSource

from ...core.errors import InputError
from ...core.progress import Progress
from ...core.sentence import translate
from .layer_source import LayerSource
from .sinks import LayerSink

BATCH = 2000


def with_fields(given: QgsFields, new: Sequence[QgsField]) -> tuple[QgsFields, list[int]]:
    """The fields of the output and where the new ones stand: in the place of a field of that name, else at the end."""
    columns = [given.at(index) for index in range(given.count())]
    places = []
    for column in new:
        same = [index for index, other in enumerate(columns) if other.name().lower() == column.name().lower()]
        if same:
            columns[same[0]] = column
            places.append(same[0])
        else:
            places.append(len(columns))
            columns.append(column)
    fields = QgsFields()
    for column in columns:
        fields.append(column)
    return fields, places


def write_features(
    sink: LayerSink,
    source: LayerSource,
    fields: QgsFields,
    places: Sequence[int],
    values: Mapping[int, Sequence[Any]],
    progress: Progress,
) -> None:
    """Every feature of `source` with the `values` of its id at `places` of `fields`, NULL where there are none.

    InputError if a feature of `values` is no longer there.
    """
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    nothing = [None] * len(places)
    batch: list[QgsFeature] = []
    met = done = 0
    features = source.features.getFeatures(QgsFeatureRequest(), flags)
    try:
        for feature in features:
            known = values.get(feature.id())
            met += known is not None
            attributes = feature.attributes()
            attributes += [None] * (len(fields) - len(attributes))
            for place, value in zip(places, nothing if known is None else known):
                attributes[place] = value.item() if isinstance(value, np.generic) else value
            feature.setFields(fields, False)
            feature.setAttributes(attributes)
            batch.append(feature)
            if len(batch) == BATCH:
                sink.add(batch)
                done += len(batch)
                batch = []
                progress(min(done / max(source.rows, 1), 1.0))
    finally:
        features.close()
    sink.add(batch)
    if met != len(values):
        raise InputError(translate("LandLedger", "Layer {layer} changed during the run; run it again."), layer=source.name)
    progress(1.0)
