"""Layers out: written fast and whole, or not there at all; styled when they are loaded.

    with open_sink(self, parameters, self.PIECES, context, fields, crs) as sink:
        sink.write(pieces, [ids, classes, areas], steps.write)
    dress(context, sink.id, Look(self.tr("Occupied pieces"), "pieces.qml", aliases))
    return {self.PIECES: sink.id}

Compute everything first: opening a sink already replaces an older file of the same name.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
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
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt import sip

from ...core.errors import OutputError
from ...core.progress import Progress, no_progress
from ...core.sentence import translate

BATCH = 4096
STYLE_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "styles"

_POLYGON = 3
_IN_DATABASE = re.compile(r"dbname='((?:[^'\\]|\\.)*)'")
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

    OutputError if writing would wipe a GeoPackage that holds other layers, or one of the files `inputs` (the `file`
    of the sources read).
    """
    target, in_database = _target(parameters.get(name), context)
    existed = bool(target) and os.path.exists(target)
    if existed and not in_database:
        _require_replaceable(target, inputs)
    sink, identifier = algorithm.parameterAsSink(parameters, name, context, fields, wkb_type, crs)
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    return LayerSink(sink, identifier, wkb_type, existed)


def _target(value: Any, context: QgsProcessingContext) -> tuple[str, bool]:
    """(file of a destination or '', whether it becomes one layer among others of it)."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.valueAsString(context.expressionContext(), "")[0]
    if not isinstance(value, str):
        return "", False
    inside = _IN_DATABASE.search(value)
    if value.startswith("ogr:") and inside:
        return inside.group(1).replace("\\'", "'"), True
    return (value, False) if os.path.isabs(value) else ("", False)


def _require_replaceable(path: str, inputs: Iterable[str]) -> None:
    for file in inputs:
        if file and os.path.exists(file) and os.path.samefile(file, path):
            template = translate(
                "LandLedger", "File {file} is an input of this run and can't be its output; choose another name."
            )
            raise OutputError(template, file=path)
    if not path.lower().endswith(".gpkg"):
        return
    layers = _layers_in(path)
    if layers and layers != [Path(path).stem]:
        template = translate(
            "LandLedger",
            "File {file} holds {count} layers ({layer} …) that would be lost; save to a layer of that GeoPackage, or "
            "choose another name.",
        )
        raise OutputError(template, file=path, count=len(layers), layer=layers[0])


def _layers_in(path: str) -> list[str]:
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
        if dataset is None:
            return []
        return [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]
    except RuntimeError:  # GDAL with exceptions on: no dataset, nothing to lose
        return []
    finally:
        gdal.PopErrorHandler()


class LayerSink:
    """An output layer that is whole or not there: leaving the `with` block by an error removes it.

    `id` is what the algorithm returns: a path or the id of a layer in memory. `written` counts the features.
    """

    def __init__(self, sink: QgsFeatureSink, identifier: str, wkb_type: Any, existed: bool) -> None:
        self.id = identifier
        self.written = 0
        self._sink: QgsFeatureSink | None = sink
        self._multi = bool(QgsWkbTypes.isMultiType(wkb_type))
        self._existed = existed

    def __enter__(self) -> LayerSink:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is not None:
            self._close()
            self._remove()
            return
        sink = self._sink
        whole = sink is None or sink.flushBuffer()
        reason = "" if sink is None or whole else sink.lastError()
        self._close()
        if not whole or not self._holds_all():
            self._remove()
            raise self._failed(reason)

    def write(
        self, geometry: np.ndarray, columns: Sequence[np.ndarray | Sequence[Any]], progress: Progress = no_progress
    ) -> None:
        """Features with `geometry` (n,) of shapely shapes or None, and `columns` (n,) in the order of the fields.

        None and NaN become NULL; numpy numbers become Python's. Raises OutputError if the file can't take them.
        """
        count = len(geometry)
        for start in range(0, count, BATCH):
            progress(start / count)
            part = slice(start, min(start + BATCH, count))
            shapes = self._wkb(geometry[part])
            rows = zip(*(_plain(column[part]) for column in columns)) if columns else iter([()] * len(shapes))
            features = [_feature(shape, values) for shape, values in zip(shapes, rows)]
            self.add(features)
        progress(1.0)

    def add(self, features: list[QgsFeature]) -> None:
        """Features as they are."""
        if self._sink is None or not self._sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
            raise self._failed("" if self._sink is None else self._sink.lastError())
        self.written += len(features)

    def _wkb(self, geometry: np.ndarray) -> list[bytes | None]:
        if self._multi:
            single = np.flatnonzero(shapely.get_type_id(geometry) == _POLYGON)
            if len(single):
                promoted = np.empty(len(geometry), dtype=object)
                promoted[:] = geometry
                promoted[single] = shapely.multipolygons(geometry[single], indices=np.arange(len(single)))
                geometry = promoted
        return shapely.to_wkb(geometry).tolist()

    def _close(self) -> None:
        """Let go of the file now: tracebacks may hold this object, and Windows deletes no file that is open."""
        if self._sink is not None:
            sip.delete(self._sink)
            self._sink = None

    def _file(self) -> tuple[str, str]:
        """(file, layer in it or ''), ('', '') for a layer in memory or a database server."""
        match = _LAYER_IN_FILE.fullmatch(self.id)
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
        path, layer = self._file()
        if not path:
            return
        if layer:
            _remove_layer(path, layer)
            if self._existed or _layers_in(path):
                return
        _remove_file(path)

    def _failed(self, reason: str) -> OutputError:
        path = self._file()[0] or self.id
        if not reason:
            template = translate("LandLedger", "The layer {file} can't be written; is the disk full?")
            return OutputError(template, file=path)
        template = translate("LandLedger", "The layer {file} can't be written: {reason}")
        return OutputError(template, file=path, reason=reason)


def write_features(
    sink: QgsFeatureSink, wkb: Sequence[bytes | None], rows: Iterable[Sequence[Any]], progress: Progress = no_progress
) -> bool:
    """Features of WKB and attribute rows into any sink, in batches; False as soon as one is refused."""
    values = iter(rows)
    for start in range(0, len(wkb), BATCH):
        progress(start / len(wkb))
        features = [_feature(shape, next(values)) for shape in wkb[start : start + BATCH]]
        if not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
            return False
    progress(1.0)
    return True


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
    if isinstance(column, np.ndarray):
        if column.dtype.kind == "f":
            return [None if value != value else value for value in column.tolist()]
        column = column.tolist()
    return [None if isinstance(value, float) and value != value else value for value in column]


def _remove_layer(path: str, layer: str) -> None:
    """Drop one layer of a file; its other layers stay."""
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_UPDATE)
        if dataset is None:
            return
        for index in range(dataset.GetLayerCount()):
            if dataset.GetLayer(index).GetName() == layer:
                dataset.DeleteLayer(index)
                return
    except RuntimeError as error:
        template = translate("LandLedger", "The unfinished layer {layer} could not be removed from {file}.")
        raise OutputError(template, layer=layer, file=path) from error
    finally:
        gdal.PopErrorHandler()


def _remove_file(path: str) -> None:
    """A file we made, with what its format keeps beside it."""
    if path.lower().endswith(".shp"):
        QgsVectorFileWriter.deleteShapeFile(path)
    elif os.path.isdir(path):
        shutil.rmtree(path)  # a file geodatabase is a folder
    companions = [path + ending for ending in ("-journal", "-wal", "-shm")]
    stem = os.path.splitext(path)[0]
    if path.lower().endswith((".tab", ".mif")):
        companions += [stem + ending for ending in (".dat", ".id", ".map", ".ind", ".mid", ".cpg")]
    for file in [path, *companions]:
        if os.path.isfile(file):
            os.remove(file)


# ------------------------------------------------------------------------------------------------------------- looks


@dataclass(frozen=True)
class Look:
    """How a result looks in the project: its name, a style of `resources/styles` or '', aliases by field name."""

    name: str
    style: str = ""
    aliases: Mapping[str, str] = field(default_factory=dict)


class _Dresser(QgsProcessingLayerPostProcessorInterface):
    """Applies a Look after the run, on the main thread."""

    # QGIS keeps a bare pointer: an object that Python let go would crash it. Only the last runs' are needed.
    _kept: deque[_Dresser] = deque(maxlen=256)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._kept.append(self)

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        put_on(layer, self.look)


def put_on(layer: QgsMapLayer, look: Look) -> None:
    """Name, style and aliases for a layer at hand. Main thread only."""
    if look.name:
        layer.setName(look.name)
    if not isinstance(layer, QgsVectorLayer):
        return
    style = STYLE_FOLDER / look.style
    if look.style and style.is_file():
        layer.loadNamedStyle(str(style))
    for name, alias in look.aliases.items():
        index = layer.fields().lookupField(name)
        if index >= 0 and alias != name:
            layer.setFieldAlias(index, alias)
    layer.triggerRepaint()


def dress(context: QgsProcessingContext, identifier: str, look: Look) -> None:
    """Have an output layer look like this when QGIS loads it; nothing if it will not be loaded."""
    if not context.willLoadLayerOnCompletion(identifier):
        return
    details = context.layerToLoadOnCompletionDetails(identifier)
    details.name = look.name or details.name
    details.setPostProcessor(_Dresser(look))
