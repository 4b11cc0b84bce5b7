"""Where a result may go, and where it is written until it is whole.

What stands in the way is said before the work (`require_target`). A file is written in a hidden folder (`Beside`), a
layer that replaces one in a GeoPackage under another name (`Table`); `take_place` moves it there, all or nothing.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputLayerDefinition, QgsProperty

from ...core.errors import OutputError
from ...core.sentence import translate
from .datasets import layers_in, quoted

_IN_DATABASE = re.compile(r"dbname='((?:[^'\\]|\\.)*)'")
_TABLE = re.compile(r'table="((?:[^"\\]|\\.)*)"')
_FILE_NAME = re.compile(r"[^:|'\"]+\.\w+")


def target_of(value: Any, context: QgsProcessingContext) -> tuple[str, str]:
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


def require_target(value: Any, context: QgsProcessingContext, inputs: Iterable[str] = ()) -> None:
    """OutputError if the file of a destination `value` can't be written, or is not to be: it would wipe a GeoPackage
    that holds other layers, or one of the `inputs` (the `place` of the sources read).

    Call it in `prepareAlgorithm` too, so that nobody waits for a result that has no place.
    """
    target, table = target_of(value, context)
    if not target:
        return
    if target.lower().endswith(".txt"):
        # GDAL takes it for a format that hardly anybody has, and writes under another name.
        template = translate(
            "LandLedger",
            "{file} can't hold a layer: choose a name that ends in .gpkg, .shp or .geojson. Files of coordinates are written "
            "by “Layer to coordinate file”.",
        )
        raise OutputError(template, file=target)
    folder = os.path.dirname(target)
    if not os.path.isdir(folder):
        raise OutputError(translate("LandLedger", "The folder of {file} does not exist."), file=target)
    if os.path.isdir(target) and not target.lower().endswith(".gdb"):
        # Replacing it would take along whatever lies in it; only a file geodatabase is a folder itself.
        raise OutputError(translate("LandLedger", "{file} is a folder, not a file."), file=target)
    if os.path.exists(target):
        _require_replaceable(target, table, inputs)
        _require_unlocked(target)
    if not os.access(folder, os.W_OK | os.X_OK):
        template = translate(
            "LandLedger", "{file} can't be written: the folder {folder} is read-only; choose another one."
        )
        raise OutputError(template, file=target, folder=folder)


def require_not_read(target: str, files: Iterable[str]) -> None:
    """OutputError if the file to be written is one of `files` that the run reads."""
    if not os.path.exists(target):
        return
    if any(file and os.path.exists(file) and os.path.samefile(file, target) for file in files):
        template = translate("LandLedger", "File {file} is an input of this run and can't be its output; choose another name.")
        raise OutputError(template, file=target)


def _require_replaceable(path: str, table: str, inputs: Iterable[str]) -> None:
    for place in inputs:
        file, _, layer = place.partition("|layername=")
        if (
            file
            and os.path.exists(file)
            and os.path.samefile(file, path)
            and (not table or layer.lower() == table.lower())
        ):
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
    layers = layers_in(path)
    if layers and layers != [Path(path).stem]:
        template = translate(
            "LandLedger",
            "File {file} holds {count} layers ({layer} …) that would be lost; save to a layer of that GeoPackage, or "
            "choose another name.",
        )
        raise OutputError(template, file=path, count=len(layers), layer=layers[0])


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


class Beside:
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


def _companions(target: str) -> list[str]:
    """Names that an older dataset of this name may have beside it: they would be read with the new one."""
    name = os.path.basename(target)
    stem, ending = os.path.splitext(name)
    if ending.lower() == ".shp":
        parts = (".dbf", ".shx", ".prj", ".cpg", ".qix", ".qpj", ".sbn", ".sbx", ".idm", ".ind")
        return [stem + part for part in parts]
    return [name + part for part in ("-journal", "-wal", "-shm")]


class Table:
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
            renaming = f"ALTER TABLE {quoted(self.name)} RENAME TO {quoted(self.table)}"
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
