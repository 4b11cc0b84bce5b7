"""A village plan package read: which layers its files hold, how they are spelled, where they lie, and the layers themselves.

GDAL looks at files; nothing here touches a project. What is found is plain data, so it can be looked for in another thread and
corrected in a window; `open_layer` makes the QGIS layer of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer

from ...core.errors import InputError
from ...core.progress import Progress, no_progress
from ...core.sentence import Sentence, sentence, translate
from ...core.village.package import Dataset, datasets_in
from ...core.village.placing import Proposal, fits, propose
from ...core.village.profile import PlanGeometry, PlanProfile, PlanRole
from ...core.village.recognition import FoundLayer, PlacePlan, Recognised, recognise
from .crs import crs_label, is_known

_GEOMETRY = {"POLYGON": PlanGeometry.POLYGON, "LINE": PlanGeometry.LINE, "POINT": PlanGeometry.POINT}
_ENCODINGS = ("utf-8", "gb18030")
_LDID = 29
_SAMPLE = 4 << 20
_LONG = 8
_CHINESE = 0x4D
UNCLEAR = frozenset((0x00, 0x57))
"""Language marks of a .dbf that say nothing: none, and “ANSI”, which each computer takes for its own."""


@dataclass(frozen=True)
class PlanPart:
    """One layer of a package: its address for QGIS, `encoding` '' where the file says it itself, `system` as the file has it
    (`EPSG:…`, WKT or ''), `bounds` (xmin, ymin, xmax, ymax) or None without features, and what fits the coordinates."""

    layer: FoundLayer
    uri: str
    encoding: str = ""
    system: str = ""
    bounds: tuple[float, float, float, float] | None = None
    proposal: Proposal | None = None
    doubt: Sentence | None = None


@dataclass(frozen=True)
class PlanPackage:
    """What a package holds: `parts` by key, `plans` by place. `notices`: files that could not be opened, layers left out."""

    path: Path
    profile: PlanProfile
    parts: Mapping[str, PlanPart]
    plans: Sequence[PlacePlan]
    notices: Sequence[Sentence] = ()

    def part(self, recognised: Recognised) -> PlanPart:
        """The part of a recognised layer."""
        return self.parts[recognised.layer.key]

    def chosen(self, roles: Mapping[str, PlanRole | None]) -> PlanPackage:
        """The package with layers taken for what the user says."""
        return replace(self, plans=recognise([part.layer for part in self.parts.values()], self.profile, roles))

    def doubtful(self) -> list[PlanPart]:
        """Parts that are to be loaded and whose coordinate system is missing or can't be true."""
        taken = [each.layer.key for plan in self.plans for each in plan.layers.values()]
        return [self.parts[key] for key in taken if self.parts[key].doubt is not None]


def scan_package(
    path: Path,
    profile: PlanProfile,
    roles: Mapping[str, PlanRole | None] | None = None,
    progress: Progress = no_progress,
) -> PlanPackage:
    """What a folder, geodatabase, GeoPackage or file holds, recognised by the profile. May run in any thread.

    InputError where nothing in it can be opened, with what GDAL said of the first.
    """
    notices: list[Sentence] = []
    parts: dict[str, PlanPart] = {}
    datasets = datasets_in(path)
    for number, dataset in enumerate(datasets):
        progress(number / len(datasets))
        try:
            found = list(_parts_of(dataset))
        except _Unreadable as error:
            template = translate("LandLedger", "{file} can't be opened: {reason}")
            notices.append(sentence(template, file=dataset.path.name, reason=str(error)))
            continue
        parts.update((part.layer.key, part) for part in found)
    if not parts:
        template = translate("LandLedger", "Nothing in {file} can be opened. {reason}")
        raise InputError(template, file=path.name, reason=notices[0] if notices else "")
    placed = _with_doubts(list(parts.values()))
    layers = [part.layer for part in placed]
    progress(1.0)
    return PlanPackage(path, profile, {part.layer.key: part for part in placed}, recognise(layers, profile, roles), notices)


class _Unreadable(Exception):
    """What GDAL said of a file it could not open."""


@contextmanager
def _gdal() -> Iterator[Any]:
    """GDAL with errors as exceptions of ours, as it was before when left."""
    from osgeo import gdal

    raising = gdal.GetUseExceptions()
    gdal.UseExceptions()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield gdal
    except RuntimeError as error:
        raise _Unreadable(str(error).strip() or "?") from error
    finally:
        gdal.PopErrorHandler()
        if not raising:
            gdal.DontUseExceptions()


def _parts_of(dataset: Dataset) -> list[PlanPart]:
    spelled = dbf_spelling(dataset.path) if dataset.path.suffix.lower() in (".shp", ".dbf") else Spelling()
    options = [f"ENCODING={spelled.encoding}"] if spelled.encoding else []
    encoding = "" if spelled.said else spelled.encoding
    with _gdal() as gdal:
        opened = gdal.OpenEx(str(dataset.path), gdal.OF_VECTOR | gdal.OF_READONLY, open_options=options)
        if opened is None:
            raise _Unreadable("?")
        count = opened.GetLayerCount()
        return [_part(opened.GetLayer(index), dataset, encoding, count) for index in range(count)]


def _part(layer: Any, dataset: Dataset, encoding: str, count: int) -> PlanPart:
    path, name = str(dataset.path), layer.GetName()
    key = uri = path if count == 1 and dataset.path.suffix.lower() in (".shp", ".dbf", ".geojson", ".json", ".csv") else (
        f"{path}|layername={name}"
    )
    definition = layer.GetLayerDefn()
    fields = tuple(definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount()))
    geometry, rows = _geometry(layer), layer.GetFeatureCount()
    place = _place_of(dataset)
    found = FoundLayer(key, name, place, geometry, fields, rows, path)
    if geometry is PlanGeometry.NONE:
        return PlanPart(found, uri, encoding)
    box = layer.GetExtent() if rows else None
    bounds = (box[0], box[2], box[1], box[3]) if box is not None else None
    return PlanPart(found, uri, encoding, _system(layer), bounds)


def _place_of(dataset: Dataset) -> str:
    """Where layers that belong together lie: the folder of shapefiles, a geodatabase or GeoPackage by itself."""
    if dataset.is_geodatabase or dataset.path.suffix.lower() in (".gpkg",):
        return "/".join(part for part in (dataset.place, dataset.path.name) if part)
    return dataset.place


def _geometry(layer: Any) -> PlanGeometry:
    from osgeo import ogr

    kind = ogr.GT_Flatten(layer.GetGeomType())
    if kind == ogr.wkbUnknown:
        first = layer.GetNextFeature()
        layer.ResetReading()
        shape = first.GetGeometryRef() if first is not None else None
        kind = ogr.GT_Flatten(shape.GetGeometryType()) if shape is not None else ogr.wkbNone
    name = ogr.GeometryTypeToName(kind).upper()
    for word, geometry in (("POLYGON", PlanGeometry.POLYGON), ("SURFACE", PlanGeometry.POLYGON)):
        if word in name:
            return geometry
    if "LINE" in name or "CURVE" in name:
        return PlanGeometry.LINE
    return PlanGeometry.POINT if "POINT" in name else PlanGeometry.NONE


def _system(layer: Any) -> str:
    """The system as `EPSG:…` where QGIS knows it, else its WKT, '' for none."""
    reference = layer.GetSpatialRef()
    if reference is None:
        return ""
    crs = QgsCoordinateReferenceSystem.fromWkt(reference.ExportToWkt())
    if not is_known(crs):
        return ""
    return crs.authid() or crs.toWkt()


@dataclass(frozen=True)
class Spelling:
    """How texts of a shapefile or .dbf are written: a name GDAL knows, '' for ASCII; `said` where a .cpg or the file's own mark
    says it, so that QGIS finds it, too."""

    encoding: str = ""
    said: bool = False


def dbf_spelling(path: Path) -> Spelling:
    """How a shapefile or .dbf is written: as its .cpg says, as its mark says, else as its bytes can be read."""
    beside = {each.suffix.lower(): each for each in path.parent.glob(f"{_escaped(path.stem)}.*")}
    try:
        if ".cpg" in beside:
            return Spelling(_code_page(beside[".cpg"].read_bytes()), True)
        with beside.get(".dbf", path).open("rb") as file:
            data = file.read(_SAMPLE)
    except OSError:
        return Spelling()
    if len(data) <= _LDID:
        return Spelling()
    if data[_LDID] not in UNCLEAR:
        return Spelling("GB18030" if data[_LDID] == _CHINESE else "", True)
    texts = _dbf_texts(data)
    if all(text.isascii() for text in texts):
        return Spelling()
    readable = (name for name in _ENCODINGS if all(_readable(text, name) for text in texts))
    return Spelling(next(readable, "").upper())


def _code_page(data: bytes) -> str:
    """What a .cpg says, as GDAL knows it: `936`, `GBK` and `ANSI 936` are one."""
    word = data.decode("ascii", errors="ignore").strip().upper().removeprefix("ANSI").strip(" -_")
    if word in ("936", "GBK", "GB2312", "CP936", "GB18030", "EUC-CN"):
        return "GB18030"
    return "UTF-8" if word in ("UTF-8", "UTF8", "65001") else word


def _escaped(stem: str) -> str:
    return re.sub(r"([\[\]*?])", r"[\1]", stem)


def _readable(data: bytes, encoding: str) -> bool:
    """Whether a text can be read; a long one also if its field ended in the middle of a sign."""
    for cut in (0, 1, 2) if len(data) >= _LONG else (0,):
        try:
            text = data[: len(data) - cut].decode(encoding)
        except UnicodeDecodeError:
            continue
        return cut == 0 or not text.isascii()
    return False


def _dbf_texts(data: bytes) -> list[bytes]:
    """Field names and the texts of the records that are there (dBASE III: 32 bytes a field, ended by 0x0D)."""
    rows, header, width = int.from_bytes(data[4:8], "little"), *(int.from_bytes(data[at : at + 2], "little") for at in (8, 10))
    names, spans, start, place = [], [], 1, 32
    while place + 32 <= min(header, len(data)) and data[place] != 0x0D:
        names.append(data[place : place + 11].split(b"\0")[0])
        length = data[place + 16]
        if data[place + 11 : place + 12] == b"C":
            spans.append((start, start + length))
        start += length
        place += 32
    texts = list(names)
    for row in range(min(rows, max(0, (len(data) - header) // max(1, width)))):
        at = header + row * width
        texts += [data[at + begin : at + end].rstrip(b" \0") for begin, end in spans]
    return texts


def _with_doubts(parts: Sequence[PlanPart]) -> list[PlanPart]:
    """The parts with what is wrong with their systems, and what would fit."""
    systems = list(dict.fromkeys(part.system for part in parts if part.system.startswith("EPSG:")))
    return [_with_doubt(part, systems) for part in parts]


def _with_doubt(part: PlanPart, systems: Iterable[str]) -> PlanPart:
    if part.layer.geometry is PlanGeometry.NONE or part.bounds is None:
        return part
    proposal = propose(part.bounds, list(systems))
    code = part.system.partition("EPSG:")[2]
    if not part.system:
        template = translate("LandLedger", "Layer {layer} has no coordinate reference system (no .prj).")
        return replace(part, proposal=proposal, doubt=sentence(template, layer=part.layer.name))
    if code.isdigit() and not fits(int(code), part.bounds):
        template = translate("LandLedger", "Layer {layer} says {crs}, but its coordinates (from {x}, {y}) can't lie there.")
        label = crs_label(QgsCoordinateReferenceSystem(part.system))
        x, y = f"{part.bounds[0]:.3f}", f"{part.bounds[1]:.3f}"
        return replace(part, proposal=proposal, doubt=sentence(template, layer=part.layer.name, crs=label, x=x, y=y))
    return replace(part, proposal=proposal)


def open_layer(part: PlanPart, name: str, system: str = "") -> QgsVectorLayer:
    """The layer of a part, read as it is spelled, in `system` where the user confirmed one. InputError if it can't be opened.

    Main thread, or the thread that keeps the layer.
    """
    layer = QgsVectorLayer(part.uri, name, "ogr")
    if not layer.isValid():
        template = translate("LandLedger", "Layer {layer} of {file} can't be opened.")
        raise InputError(template, layer=part.layer.name, file=part.layer.file)
    if part.encoding:
        layer.setProviderEncoding(part.encoding)
        layer.updateFields()
    crs = QgsCoordinateReferenceSystem(system) if system else None
    if crs is not None:
        if not crs.isValid():
            template = translate("LandLedger", "“{system}” is no coordinate reference system.")
            raise InputError(template, system=system)
        layer.setCrs(crs)
    return layer
