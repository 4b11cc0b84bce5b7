"""Layers of arrays for a map: in memory, in the private project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsLabelingEngineSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from ...compat import FieldKind, field


@contextmanager
def private_project(crs: QgsCoordinateReferenceSystem, title: str = "") -> Iterator[QgsProject]:
    """A project of this thread's own, gone with all its layers at the end."""
    project = QgsProject()
    try:
        project.setCrs(crs)
        project.setTitle(title)
        settings = project.labelingEngineSettings()
        settings.setFlag(QgsLabelingEngineSettings.Flag.CollectUnplacedLabels, True)
        settings.setFlag(QgsLabelingEngineSettings.Flag.UsePartialCandidates, False)
        project.setLabelingEngineSettings(settings)
        yield project
    finally:
        # Not left to Python: it may let go in another thread, and QGIS's objects belong to the one that made them.
        project.removeAllMapLayers()
        sip.delete(project)


def map_layer(
    project: QgsProject, kind: str, name: str, shapes: np.ndarray, columns: Mapping[str, np.ndarray]
) -> QgsVectorLayer:
    """A layer in memory of shapely `shapes` (n,) of a kind (Point, MultiPolygon …), None left out, with `columns` (n,) of
    text, whole numbers or numbers; in the CRS of the project and added to it."""
    layer = QgsVectorLayer(f"{kind}?crs={project.crs().authid()}", name, "memory")
    if not layer.crs().isValid() or layer.crs() != project.crs():
        layer.setCrs(project.crs())
    provider = layer.dataProvider()
    provider.addAttributes([field(key, _kind(values)) for key, values in columns.items()])
    layer.updateFields()
    rows = zip(*(values.tolist() for values in columns.values())) if columns else iter([()] * len(shapes))
    features = [_feature(wkb, row) for wkb, row in zip(_wkb(shapes), rows) if wkb is not None]
    provider.addFeatures(features)
    layer.updateExtents()
    project.addMapLayer(layer, False)
    return layer


def _kind(values: np.ndarray) -> FieldKind:
    return {"i": FieldKind.INTEGER, "f": FieldKind.NUMBER, "b": FieldKind.INTEGER}.get(values.dtype.kind, FieldKind.TEXT)


def _wkb(shapes: np.ndarray) -> list[bytes | None]:
    given: list[Any] = shapely.to_wkb(shapes).tolist() if len(shapes) else []
    empty = shapely.is_empty(shapes) if len(shapes) else []
    return [None if blank else wkb for wkb, blank in zip(given, empty)]


def _feature(wkb: bytes, row: tuple) -> QgsFeature:
    feature = QgsFeature()
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    feature.setGeometry(geometry)
    feature.setAttributes(list(row))
    return feature


def extent_of(shapes: np.ndarray) -> QgsRectangle:
    """The extent of all shapes."""
    return QgsRectangle(*shapely.total_bounds(shapes).tolist())
