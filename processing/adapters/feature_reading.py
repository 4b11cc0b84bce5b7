"""Rows as QGIS shows them, through the feature source: right for every layer, and the slower of the two paths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from qgis.core import QgsFeatureRequest, QgsGeometry, QgsRectangle, QgsWkbTypes
from qgis.PyQt.QtCore import Qt, QVariant

from ...core.progress import Progress, part_of
from .layer_source import LayerSource
from .row_parts import BATCH, RowParts


def read_features(
    source: LayerSource, progress: Progress, boxes: np.ndarray | None, nulls: bool, validity: bool = False
) -> RowParts:
    """The rows that `columns.read` describes, in the order of the source."""
    with RowParts(source, boxes, nulls, validity) as parts:
        _add_all(parts, progress)
    progress(1.0)
    return parts


def _add_all(parts: RowParts, progress: Progress) -> None:
    source = parts.source
    fields = source.features.fields()
    indices = {key: fields.lookupField(actual) for key, actual in source.fields.items()}
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes(sorted(set(indices.values())))
    if not source.shapes:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    # A limit counts the features of the whole layer: a box in the request would let later features move up.
    if parts.boxes is None or source.limit >= 0:
        _add_features(parts, request, indices, progress)
        return
    if len(parts.boxes):
        west, south = parts.boxes[:, :2].min(axis=0)
        east, north = parts.boxes[:, 2:].max(axis=0)
        near = QgsFeatureRequest(request).setFilterRect(QgsRectangle(west, south, east, north))
        _add_features(parts, near, indices, part_of(progress, 0.0, 0.8))
    if parts.nulls:
        parts.settle()
        known = np.concatenate(parts.ids) if parts.ids else np.empty(0, dtype=np.int64)
        missing = QgsFeatureRequest(request).setFilterExpression("$geometry IS NULL OR is_empty($geometry)")
        _add_features(parts, missing, indices, part_of(progress, 0.8, 1.0), skip=frozenset(known.tolist()))


def _add_features(
    parts: RowParts,
    request: QgsFeatureRequest,
    indices: Mapping[str, int],
    progress: Progress,
    skip: frozenset[int] = frozenset(),
) -> None:
    source = parts.source
    total = max(source.rows, 1)
    done = 0
    features = source.features.getFeatures(request)
    try:
        for batch in _batches(features, skip):
            ids = np.fromiter((feature.id() for feature in batch), np.int64, len(batch))
            wkb = np.empty(len(batch), dtype=object)
            if source.shapes:
                wkb[:] = [straight_wkb(feature.geometry()) for feature in batch]
                source.curved.extend(feature.id() for feature in batch if _has_arcs(feature.geometry()))
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


def _picked(parts: RowParts, rows: list, index: int, keep: np.ndarray) -> np.ndarray:
    values = np.empty(len(keep), dtype=object)
    values[:] = [_plain(parts, rows[row][index]) for row in keep]
    return values


def _plain(parts: RowParts, value: Any) -> Any:
    value = plain_of(value)
    return parts.same(value) if isinstance(value, str) else value


def plain_of(value: Any) -> Any:
    """A Python value or None; QGIS hands SQL's NULL over as an invalid QVariant."""
    if value is None or isinstance(value, QVariant):
        return None
    if isinstance(value, (str, int, float)):
        return value
    return value.toString(Qt.DateFormat.ISODate) if hasattr(value, "toString") else str(value)


def _has_arcs(geometry: QgsGeometry) -> bool:
    """Whether a border has arcs; a curve polygon may be all straight."""
    return QgsWkbTypes.isCurvedType(geometry.wkbType()) and geometry.constGet().hasCurvedSegments()


def straight_wkb(geometry: QgsGeometry) -> bytes | None:
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
