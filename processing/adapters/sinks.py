"""Layers out: written fast and whole, or not there at all; styled when they are loaded.

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
import secrets
import shutil
import stat
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
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
    QgsProcessingUtils,
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

_DISK_TROUBLE = ("disk", "space", "i/o", "no such table", "sqlite3_")
"""Words of a writer's complaint that mean the disk; its SQL says nothing to a clerk."""
_POLYGON = 3
_IN_DATABASE = re.compile(r"dbname='((?:[^'\\]|\\.)*)'")
_TABLE = re.compile(r'table="((?:[^"\\]|\\.)*)"')
_FILE_NAME = re.compile(r"[^:|'\"]+\.\w+")
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
    target, table = _target(value, context)
    instead: _Beside | _Table | None = None
    if table and table in _layers_in(target):
        instead = _Table(target, table)
    elif target and not table:
        instead = _Beside(target)
    definition: Any = value
    if instead is not None:
        definition = QgsProcessingOutputLayerDefinition(instead.destination)
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            definition.createOptions = value.createOptions
    existed = bool(table) and os.path.exists(target)
    sink, identifier = algorithm.parameterAsSink({**parameters, name: definition}, name, context, fields, wkb_type, crs)
    if sink is None:
        if isinstance(instead, _Beside):
            instead.remove()
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    load = None if instead is None else _loading(algorithm, value, name, context)
    return LayerSink(sink, identifier, wkb_type, existed, instead, load)


def require_target(value: Any, context: QgsProcessingContext, inputs: Iterable[str] = ()) -> None:
    """OutputError if the file of a destination `value` can't be written, or is not to be: it would wipe a GeoPackage
    that holds other layers, or one of the `inputs` (the `place` of the sources read).

    Call it in `prepareAlgorithm` too, so that nobody waits for a result that has no place.
    """
    target, table = _target(value, context)
    if not target:
        return
    folder = os.path.dirname(target)
    if not os.path.isdir(folder):
        raise OutputError(translate("LandLedger", "The folder of {file} does not exist."), file=target)
    if os.path.exists(target):
        _require_replaceable(target, table, inputs)
        _require_unlocked(target)
    if not os.access(folder, os.W_OK | os.X_OK):
        template = translate(
            "LandLedger", "{file} can't be written: the folder {folder} is read-only; choose another one."
        )
        raise OutputError(template, file=target, folder=folder)


def _require_unlocked(target: str) -> None:
    writable = os.stat(target).st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) and os.access(target, os.W_OK)
    if not writable:
        raise OutputError(translate("LandLedger", "The file {file} is read-only."), file=target)
    try:
        os.rename(target, target)  # Windows refuses this for a file that another program has open
    except OSError as error:
        raise _in_use(target) from error


def _in_use(target: str) -> OutputError:
    template = translate(
        "LandLedger", "{file} can't be replaced; it may be open in another program or in QGIS. Nothing was written."
    )
    return OutputError(template, file=target)


def _target(value: Any, context: QgsProcessingContext) -> tuple[str, str]:
    """(file of a destination or '', its layer if it becomes one among others of that file)."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.valueAsString(context.expressionContext(), "")[0]
    if not isinstance(value, str):
        return "", ""
    inside = _IN_DATABASE.search(value)
    if value.startswith("ogr:") and inside:
        table = _TABLE.search(value)
        name = re.sub(r"\\(.)", r"\1", table.group(1)) if table else ""
        return os.path.abspath(inside.group(1).replace("\\'", "'")), name
    if os.path.isabs(value):
        return value, ""
    # A name without a folder is a file where QGIS was started; anything else is no file.
    named = _FILE_NAME.fullmatch(value)
    return (os.path.abspath(value), "") if named else ("", "")


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


class _Beside:
    """A hidden folder beside the place of a file, where it is written under its own name."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.folder = os.path.join(os.path.dirname(target), f".{secrets.token_hex(6)}.landledger.part")
        os.mkdir(self.folder)
        self.destination = os.path.join(self.folder, os.path.basename(target))

    def final(self, identifier: str) -> str:
        """What the sink's `identifier` becomes in its place."""
        return identifier.replace(self.folder, os.path.dirname(self.target), 1)

    def said(self, reason: str) -> str:
        """A reason of QGIS or GDAL without the hidden folder."""
        return reason.replace(self.folder + os.sep, "")

    def take_place(self) -> None:
        """Move everything out, older files of the same dataset away. All or nothing; OutputError if that fails."""
        home = os.path.dirname(self.target)
        aside = os.path.join(self.folder, "older")
        entries = sorted(os.listdir(self.folder))
        os.mkdir(aside)
        moved: list[tuple[str, str]] = []
        try:
            for older in {*entries, *_companions(self.target)}:
                if os.path.exists(os.path.join(home, older)):
                    self._move(os.path.join(home, older), os.path.join(aside, older), moved)
            for entry in entries:
                self._move(os.path.join(self.folder, entry), os.path.join(home, entry), moved)
        except OSError as error:
            for before, after in reversed(moved):
                os.replace(after, before)
            self.remove()
            raise _in_use(self.target) from error
        self.remove()

    def _move(self, before: str, after: str, moved: list[tuple[str, str]]) -> None:
        os.replace(before, after)
        moved.append((before, after))

    def remove(self) -> None:
        """The folder and all in it."""
        shutil.rmtree(self.folder, ignore_errors=True)


class _Table:
    """Another name in the same GeoPackage, under which a layer is written that replaces an older one."""

    def __init__(self, target: str, table: str) -> None:
        self.target = target
        self.table = table
        self.name = f"{table}_{secrets.token_hex(4)}"
        quoted = target.replace("'", "\\'")
        self.destination = f"ogr:dbname='{quoted}' table=\"{self.name}\" (geom)"

    def final(self, identifier: str) -> str:
        """What the sink's `identifier` becomes in its place."""
        return identifier.replace(self.name, self.table)

    def said(self, reason: str) -> str:
        """A reason of QGIS or GDAL with the name that people know."""
        return reason.replace(self.name, self.table)

    def take_place(self) -> None:
        """Drop the older layer and give this one its name, both or neither; OutputError if that fails."""
        from osgeo import gdal

        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            dataset = gdal.OpenEx(self.target, gdal.OF_VECTOR | gdal.OF_UPDATE)
            if dataset is None or dataset.StartTransaction() != 0:
                raise _in_use(self.target)
            names = [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]
            renaming = f"ALTER TABLE {_quoted(self.name)} RENAME TO {_quoted(self.table)}"
            if self.table in names and dataset.DeleteLayer(names.index(self.table)) != 0:
                dataset.RollbackTransaction()
                raise _in_use(self.target)
            dataset.ExecuteSQL(renaming)
            if dataset.CommitTransaction() != 0 or dataset.GetLayerByName(self.table) is None:
                raise _in_use(self.target)
        except RuntimeError as error:
            raise _in_use(self.target) from error
        finally:
            gdal.PopErrorHandler()


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _companions(target: str) -> list[str]:
    """Names that an older dataset of this name may have beside it: they would be read with the new one."""
    name = os.path.basename(target)
    stem, ending = os.path.splitext(name)
    if ending.lower() == ".shp":
        parts = (".dbf", ".shx", ".prj", ".cpg", ".qix", ".qpj", ".sbn", ".sbx", ".idm", ".ind")
        return [stem + part for part in parts]
    return [name + part for part in ("-journal", "-wal", "-shm")]


def _require_replaceable(path: str, table: str, inputs: Iterable[str]) -> None:
    for place in inputs:
        file, _, layer = place.partition("|layername=")
        if file and os.path.exists(file) and os.path.samefile(file, path) and (not table or layer.lower() == table.lower()):
            template = translate(
                "LandLedger", "File {file} is an input of this run and can't be its output; choose another name."
            )
            if table:
                template = translate(
                    "LandLedger",
                    "Layer {layer} of {file} is an input of this run and can't be its output; choose another name.",
                )
            raise OutputError(template, file=path, layer=layer)
    if table:
        return
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

    def __init__(
        self,
        sink: QgsFeatureSink,
        identifier: str,
        wkb_type: Any,
        existed: bool,
        instead: _Beside | _Table | None = None,
        load: Callable[[str], None] | None = None,
    ) -> None:
        self.written = 0
        self._sink: QgsFeatureSink | None = sink
        self._place = identifier
        self._multi = bool(QgsWkbTypes.isMultiType(wkb_type))
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
        if isinstance(self._instead, _Beside):
            self._instead.remove()
            return
        path, layer = self._file()
        if not path:
            return
        if layer:
            _remove_layer(path, layer)
            if self._existed or _layers_in(path):
                return
        _remove_file(path)

    def _failed(self, reason: str) -> OutputError:
        path = self.id.partition("|")[0] if self._instead else self._file()[0] or self.id
        reason = self._instead.said(reason) if self._instead else reason
        if not reason or any(word in reason.lower() for word in _DISK_TROUBLE):
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
