"""Layers out: written fast and whole, or not there at all.

    require_target(self, parameters, self.PIECES, context, inputs)                       # prepareAlgorithm
    with open_sink(self, parameters, self.PIECES, context, fields, crs) as sink:
        sink.write(pieces, [ids, classes, areas], steps.write)
        sink.finish()
        write_the_workbook()
    dress(context, sink.id, Look(self.tr("Occupied pieces"), "pieces.qml", aliases))
    return {self.PIECES: sink.id}

A file is written in a hidden folder beside its place, a layer of a GeoPackage under another name; leaving the block
without an error moves it there. Until then an older one of that name stays as it was.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Any

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsWkbTypes,
)
from qgis.PyQt import sip

from ...core.errors import OutputError
from ...core.progress import Progress, no_progress
from ...core.sentence import translate
from ..compat import PLAIN_KINDS
from .datasets import layers_in, remove_file, remove_layer
from .sink_targets import Beside, Table, require_target, target_of
from .straight_writing import add_rows

BATCH = 4096

MANY = 5000
"""From so many features on it is worth writing them straight into the file."""

_DISK_TROUBLE = ("disk", "space", "i/o", "no such table", "sqlite3_")
"""Words of a writer's complaint that mean the disk; its SQL says nothing to a clerk."""
_POLYGON = 3
_LAYER_IN_FILE = re.compile(r"(?P<path>[^|]+)(?:\|layername=(?P<layer>.+))?")


def open_sink(
    algorithm: QgsProcessingAlgorithm,
    parameters: Mapping[str, Any],
    name: str,
    context: QgsProcessingContext,
    fields: QgsFields,
    crs: QgsCoordinateReferenceSystem,
    wkb_type: Any = QgsWkbTypes.Type.MultiPolygon,
    inputs: Iterable[str] = (),
) -> LayerSink:
    """The output layer of parameter `name`, to be used in a `with` block.

    OutputError as `require_target` raises it. In memory and on a database server QGIS writes to the place itself.
    """
    value = parameters.get(name)
    require_target(value, context, inputs)
    target, table = target_of(value, context)
    instead: Beside | Table | None = None
    if table and table in layers_in(target):
        instead = Table(target, table)
    elif target and not table:
        instead = Beside(target)
    definition: Any = value
    if instead is not None:
        definition = QgsProcessingOutputLayerDefinition(instead.destination)
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            definition.createOptions = value.createOptions
    existed = bool(table) and os.path.exists(target)
    sink, identifier = algorithm.parameterAsSink({**parameters, name: definition}, name, context, fields, wkb_type, crs)
    if sink is None:
        if isinstance(instead, Beside):
            instead.remove()
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    load = None if instead is None else _loading(algorithm, value, name, context)
    shaped = wkb_type != QgsWkbTypes.Type.NoGeometry
    straight = shaped and isinstance(instead, Beside) and target.lower().endswith(".gpkg") and is_plain(fields)
    return LayerSink(sink, identifier, wkb_type, existed, instead, load, straight)


def _loading(
    algorithm: QgsProcessingAlgorithm, value: Any, name: str, context: QgsProcessingContext
) -> Callable[[str], None]:
    """What QGIS would have done for a layer that is to be loaded, with the path it has in the end."""
    project = value.destinationProject if isinstance(value, QgsProcessingOutputLayerDefinition) else None

    def load(path: str) -> None:
        if project is None:
            return
        title = value.destinationName or algorithm.parameterDefinition(name).description()
        hint = QgsProcessingUtils.LayerHint.Vector
        details = QgsProcessingContext.LayerDetails(title, project, name, hint)
        context.addLayerToLoadOnCompletion(path, details)

    return load


class LayerSink:
    """An output layer that is whole or not there: leaving the `with` block by an error removes it.

    `id` is what the algorithm returns: a path or the id of a layer in memory. `written` counts the features.
    """

    def __init__(
        self,
        sink: QgsFeatureSink,
        identifier: str,
        wkb_type: Any,
        existed: bool,
        instead: Beside | Table | None = None,
        load: Callable[[str], None] | None = None,
        straight: bool = False,
    ) -> None:
        self.written = 0
        self.straight = straight
        self._sink: QgsFeatureSink | None = sink
        self._place = identifier
        self._multi = bool(QgsWkbTypes.isMultiType(wkb_type))
        self._kind = QgsWkbTypes.flatType(wkb_type)
        self._existed = existed
        self._instead = instead
        self._load = load
        self.id = identifier if instead is None else instead.final(identifier)

    def __enter__(self) -> LayerSink:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is not None:
            self._close()
            self._remove()
            return
        self.finish()
        if self._instead is not None:
            try:
                self._instead.take_place()
            except OutputError:
                self._remove()
                raise
        if self._load is not None:
            self._load(self.id)

    def finish(self) -> None:
        """Bring every feature to the disk; OutputError if they did not all get there. Nothing can be written after."""
        if self._sink is None:
            return
        whole = self._sink.flushBuffer()
        reason = "" if whole else self._sink.lastError()
        self._close()
        if not whole or not self._holds_all():
            self._remove()
            raise self._failed(reason)

    def write(
        self, geometry: np.ndarray, columns: Sequence[np.ndarray | Sequence[Any]], progress: Progress = no_progress
    ) -> None:
        """Features with `geometry` (n,) of shapely shapes or None, and `columns` (n,) in the order of the fields.

        None and NaN become NULL; numpy numbers become Python's. Raises OutputError if the file can't take them.
        Many of them go straight into a file of our own, if nothing was written before; then that is all it gets.
        """
        count = len(geometry)
        if self.straight and count >= MANY and not self.written and self._sink is not None:
            self._write_straight(geometry, [_plain(column) for column in columns], progress)
            return
        for start in range(0, count, BATCH):
            progress(start / count)
            part = slice(start, min(start + BATCH, count))
            shapes = self._wkb(geometry[part])
            rows = zip(*(_plain(column[part]) for column in columns)) if columns else iter([()] * len(shapes))
            features = [_feature(shape, values) for shape, values in zip(shapes, rows)]
            self.add(features)
        progress(1.0)

    def _write_straight(self, geometry: np.ndarray, columns: list[list], progress: Progress) -> None:
        self._close()
        self.written = len(geometry)
        try:
            add_rows(self._file()[0], self._shaped(geometry), columns, progress, self._multi)
        except sqlite3.Error as error:
            raise self._failed(str(error)) from error
        if not self._holds_all():
            raise self._failed("")

    def _shaped(self, geometry: np.ndarray) -> np.ndarray:
        """As QGIS hands them to a file: what has no shape gets an empty one, and an empty one is of the layer's kind."""
        empty = np.flatnonzero(shapely.is_missing(geometry) | shapely.is_empty(geometry))
        if not len(empty):
            return geometry
        shaped = geometry.copy()
        shaped[empty] = self._promoted(geometry[empty])
        shaped[shapely.is_missing(shaped)] = shapely.from_wkt(f"{QgsWkbTypes.displayString(self._kind).upper()} EMPTY")
        return shaped

    def add(self, features: list[QgsFeature]) -> None:
        """Features as they are."""
        if self._sink is None or not self._sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
            raise self._failed("" if self._sink is None else self._sink.lastError())
        self.written += len(features)

    def _wkb(self, geometry: np.ndarray) -> list[bytes | None]:
        return shapely.to_wkb(self._promoted(geometry)).tolist()

    def _promoted(self, geometry: np.ndarray) -> np.ndarray:
        """Polygons as multipolygons where the layer holds these."""
        if self._multi:
            single = np.flatnonzero(shapely.get_type_id(geometry) == _POLYGON)
            if len(single):
                promoted = np.empty(len(geometry), dtype=object)
                promoted[:] = geometry
                promoted[single] = shapely.multipolygons(geometry[single], indices=np.arange(len(single)))
                geometry = promoted
        return geometry

    def _close(self) -> None:
        """Let go of the file now: tracebacks may hold this object, and Windows deletes no file that is open."""
        if self._sink is not None:
            sip.delete(self._sink)
            self._sink = None

    def _file(self) -> tuple[str, str]:
        """(file, layer in it or ''), ('', '') for a layer in memory or a database server."""
        match = _LAYER_IN_FILE.fullmatch(self._place)
        if match is None or not os.path.exists(match["path"]):
            return "", ""
        return match["path"], match["layer"] or ""

    def _holds_all(self) -> bool:
        """Whether the closed file holds every feature: the last commit happens while closing, and tells nobody."""
        path, layer = self._file()
        if not path:
            return True
        from osgeo import gdal

        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
            if dataset is None:
                return False
            found = dataset.GetLayerByName(layer) if layer else dataset.GetLayer(0)
            return found is not None and found.GetFeatureCount() == self.written
        except RuntimeError:
            return False
        finally:
            gdal.PopErrorHandler()

    def _remove(self) -> None:
        if isinstance(self._instead, Beside):
            self._instead.remove()
            return
        path, layer = self._file()
        if not path:
            return
        if layer:
            remove_layer(path, layer)
            if self._existed or layers_in(path):
                return
        remove_file(path)

    def _failed(self, reason: str) -> OutputError:
        path = self.id.partition("|")[0] if self._instead else self._file()[0] or self.id
        reason = self._instead.said(reason) if self._instead else reason
        if not reason or any(word in reason.lower() for word in _DISK_TROUBLE):
            template = translate("LandLedger", "The layer {file} can't be written; is the disk full?")
            return OutputError(template, file=path)
        template = translate("LandLedger", "The layer {file} can't be written: {reason}")
        return OutputError(template, file=path, reason=reason)


def is_plain(fields: QgsFields) -> bool:
    """Whether every field is a text or a number, which SQL writes as QGIS does."""
    kinds = (fields.at(index).type() for index in range(fields.count()))
    return all(int(getattr(kind, "value", kind)) in PLAIN_KINDS for kind in kinds)


def _feature(wkb: bytes | None, values: Sequence[Any]) -> QgsFeature:
    feature = QgsFeature()
    feature.setAttributes(list(values))
    if wkb is not None:
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        feature.setGeometry(geometry)
    return feature


def _plain(column: np.ndarray | Sequence[Any]) -> list:
    """Python values, None for NaN."""
    if not isinstance(column, np.ndarray):
        return [None if isinstance(value, float) and value != value else value for value in column]
    values: list = column.tolist()
    if column.dtype.kind in "fO":
        # Only a NaN differs from itself.
        for row in np.flatnonzero(np.asarray(column != column, dtype=bool)).tolist():
            values[row] = None
    return values
