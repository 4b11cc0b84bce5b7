"""Features of an input as they are, with fields of ours: how an output keeps everything its input had."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsFeatureRequest, QgsField, QgsFields

from ...core.errors import InputError
from ...core.progress import Progress, no_progress
from ...core.sentence import translate
from .layer_source import LayerSource
from .sinks import LayerSink

BATCH = 2000


def with_fields(given: QgsFields, new: Sequence[QgsField]) -> tuple[QgsFields, list[int]]:
    """The fields of the output and where the new ones stand: in the place of a field of that name, else at the end."""
    columns = [given.at(index) for index in range(given.count())]
    places = []
    for made in new:
        same = [index for index, column in enumerate(columns) if column.name().lower() == made.name().lower()]
        if same:
            columns[same[0]] = made
            places.append(same[0])
        else:
            places.append(len(columns))
            columns.append(made)
    fields = QgsFields()
    for column in columns:
        fields.append(column)
    return fields, places


def copy_features(
    source: LayerSource,
    sink: LayerSink,
    fields: QgsFields,
    places: Sequence[int],
    ids: np.ndarray,
    values: Callable[[int], Sequence[Any]],
    progress: Progress = no_progress,
) -> None:
    """Every feature of `source` into `sink`, with `values(row)` in the `places` of `fields`; None is NULL.

    `ids` (n,) are the feature ids that were read, in the order of the rows. InputError if the layer has other features
    now.
    """
    rows = {int(id_): row for row, id_ in enumerate(ids)}
    batch: list[QgsFeature] = []
    done = 0
    features = source.features.getFeatures(QgsFeatureRequest())
    try:
        for feature in features:
            row = rows.get(feature.id())
            if row is None:
                raise _changed(source)
            feature.setFields(fields, False)
            # All attributes taken out and put back in would turn each of them into a Python object and back.
            feature.resizeAttributes(len(fields))
            for place, value in zip(places, values(row)):
                feature.setAttribute(place, value)
            batch.append(feature)
            if len(batch) == BATCH:
                sink.add(batch)
                done += len(batch)
                batch = []
                progress(done / len(ids))
    finally:
        features.close()
    sink.add(batch)
    if done + len(batch) != len(ids):
        raise _changed(source)
    progress(1.0)


def _changed(source: LayerSource) -> InputError:
    return InputError(
        translate("LandLedger", "Layer {layer} changed during the run; run it again."), layer=source.name
    )
