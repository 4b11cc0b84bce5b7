"""Rows on their way to columns: shapes decoded and chosen batch by batch, values put right when all are there."""

from __future__ import annotations

import struct
from collections import deque
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import shapely

from ...core.columns import Columns
from ...core.errors import InputError
from ...core.sentence import sentence, translate
from ...core.survey.validity import valid_polygons
from .layer_source import LayerSource
from .texts import garbled, looks_garbled, number_of, text_of

BATCH = 4096
"""Rows read at once."""

_POLYGON = 3
_MULTIPOLYGON = 6
POLYGONS = (_POLYGON, _MULTIPOLYGON)
"""Types of GEOS that are polygons."""


_BATCHES_AHEAD = 4
"""So many batches may wait for their shapes while the next is read."""

_THREADS = 2

_ONE_PART = struct.pack("<BII", 1, _MULTIPOLYGON, 1)
_POLYGON_FOLLOWS = struct.pack("<BI", 1, _POLYGON)
"""How the WKB of a multipolygon of one part begins, and that of the polygon in it."""


class _Decoded(dict):
    """UTF-8 and the text it is, one object for equal texts; None stays None."""

    def __missing__(self, item: bytes | None) -> str | None:
        text = self[item] = None if item is None else item.decode("utf-8", "replace")
        return text


@dataclass(frozen=True)
class _Shaped:
    """The shapes of a batch that are kept, whether each is valid (if that was asked), and their rows in the batch; how
    many can't be read, the first that is no polygon."""

    geometry: np.ndarray
    valid: np.ndarray | None
    keep: np.ndarray
    unreadable: int
    wrong: int | None


class RowSource(Protocol):
    """What rows are read for: the fields wanted by our names, which of them are numbers, whether shapes are wanted."""

    name: str
    shapes: bool

    @property
    def fields(self) -> Mapping[str, str]: ...

    @property
    def numbers(self) -> Collection[str]: ...


Values = Callable[[str, np.ndarray], np.ndarray]


class RowParts:
    """Batches of rows on their way to one Columns. Shapes are decoded batch by batch, so that no WKB piles up, in threads
    of their own (GEOS needs no interpreter) while the next batch is read. With `validity` they are also looked at there.
    `kinds`: the types of GEOS that are allowed.

    A context: when it is left all batches are in.
    """

    def __init__(
        self, source: RowSource, boxes: np.ndarray | None, nulls: bool, validity: bool = False, kinds: Collection[int] = POLYGONS
    ) -> None:
        self.source = source
        self._kinds = (-1, *kinds)
        self.boxes = None if boxes is None else np.asarray(boxes, dtype=np.float64).reshape(-1, 4)
        self.nulls = nulls
        self.validity = validity
        self.tree = None if self.boxes is None else shapely.STRtree(shapely.box(*self.boxes.T))
        self.rows = 0
        self.unreadable = 0
        self.ids: list[np.ndarray] = []
        self.geometry: list[np.ndarray] = []
        self.valid: list[np.ndarray] = []
        self.values: dict[str, list[np.ndarray]] = {key: [] for key in source.fields}
        self.texts: dict[str, str] = {}
        self.decoded = _Decoded()
        self._threads = ThreadPoolExecutor(_THREADS)
        self._waiting: deque[tuple[np.ndarray, Future[_Shaped], Values]] = deque()

    def __enter__(self) -> RowParts:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        try:
            if kind is None:
                self.settle()
        finally:
            self._threads.shutdown(wait=True, cancel_futures=True)

    def add(self, ids: np.ndarray, wkb: np.ndarray, values: Values) -> None:
        """One batch: ids (k,), WKB object (k,) with None, and `values(standard name, rows)` for the rows kept."""
        self.rows += len(ids)
        self._waiting.append((np.asarray(ids, dtype=np.int64), self._threads.submit(self._shaped, wkb), values))
        if len(self._waiting) > _BATCHES_AHEAD:
            self._settle()

    def settle(self) -> None:
        """Take in all that waits."""
        while self._waiting:
            self._settle()

    def _settle(self) -> None:
        """Take in the batch that waits longest."""
        ids, shaped, values = self._waiting.popleft()
        found = shaped.result()
        self.unreadable += found.unreadable
        if found.wrong is not None:
            template = translate("LandLedger", "Feature {feature} of layer {layer} is not a polygon.")
            raise InputError(template, feature=int(ids[found.wrong]), layer=self.source.name)
        self.ids.append(ids[found.keep])
        self.geometry.append(found.geometry)
        if found.valid is not None:
            self.valid.append(found.valid)
        for key, batches in self.values.items():
            batches.append(values(key, found.keep))

    def _shaped(self, wkb: np.ndarray) -> _Shaped:
        """The shapes of a batch; works in the thread, so it changes nothing here."""
        geometry = _shapes(wkb)
        missing = shapely.is_missing(geometry)
        unreadable = int(missing.sum()) - int(np.equal(wkb, None).sum())
        wrong = np.flatnonzero(~np.isin(shapely.get_type_id(geometry), self._kinds))
        empty = missing | shapely.is_empty(geometry)
        keep = np.ones(len(wkb), dtype=bool) if self.nulls else ~empty
        if self.tree is not None:
            keep = touching(geometry, self.tree) | (empty & self.nulls)
        rows = np.flatnonzero(keep)
        valid = valid_polygons(geometry[rows]) if self.validity else None
        return _Shaped(geometry[rows], valid, rows, unreadable, int(wrong[0]) if len(wrong) else None)

    def same(self, text: str | None) -> str | None:
        """One object for equal texts: codes and names repeat a hundred thousand times."""
        return None if text is None else self.texts.setdefault(text, text)


def touching(geometry: np.ndarray, tree: shapely.STRtree) -> np.ndarray:
    """Mask (n,) of the shapes (n,) whose box touches a box in the tree; where there is none it touches none."""
    hit = np.zeros(len(geometry), dtype=bool)
    hit[tree.query(geometry)[0]] = True
    return hit


def _shapes(wkb: np.ndarray) -> np.ndarray:
    """Shapes (k,) in the plane of WKB (k,); None where there is none or it can't be read."""
    geometry = shapely.from_wkb(_single_parts(wkb), on_invalid="ignore")
    deep = shapely.has_z(geometry)
    if deep.any():
        geometry[deep] = shapely.force_2d(geometry[deep])
    single = (shapely.get_type_id(geometry) == _MULTIPOLYGON) & (shapely.get_num_geometries(geometry) == 1)
    if single.any():
        geometry[single] = shapely.get_geometry(geometry[single], 0)
    return geometry


def _single_parts(wkb: np.ndarray) -> np.ndarray:
    """WKB object (k,) where a multipolygon of one part is that part already: it need not be taken out of its shape."""
    begin, after = _ONE_PART + _POLYGON_FOLLOWS, len(_ONE_PART)
    single = np.empty(len(wkb), dtype=object)
    single[:] = [item[after:] if item is not None and item.startswith(begin) else item for item in wkb.tolist()]
    return single


def columns_of(source: LayerSource, parts: RowParts) -> Columns:
    """The parts in ascending order of id, each field as text or numbers; `source.notices` gets what was odd."""
    ids = joined(parts.ids, np.int64)
    # Most readers give them so.
    order = slice(None) if (ids[1:] > ids[:-1]).all() else np.argsort(ids, kind="stable")
    attributes: dict[str, np.ndarray] = {}
    for key, batches in parts.values.items():
        raw = joined(batches, object)[order]
        batches.clear()
        attributes[key] = _numbers(source, key, raw, ids[order]) if key in source.numbers else _texts(source, key, raw, parts)
    if parts.unreadable:
        source.notices.append(
            sentence(
                translate("LandLedger", "{count} shapes of layer {layer} can't be read; they count as missing."),
                count=parts.unreadable,
                layer=source.name,
            )
        )
    geometry = joined(parts.geometry, object)[order]
    crs = source.crs.authid() or source.crs.description()
    valid = joined(parts.valid, np.bool_)[order] if parts.validity else None
    return Columns(source.name, ids[order], geometry, attributes, source.file, crs, valid=valid)


def joined(batches: list[np.ndarray], kind: type) -> np.ndarray:
    """All batches in one array; an empty one of `kind` for none."""
    return np.concatenate(batches) if batches else np.empty(0, dtype=kind)


def _texts(source: LayerSource, key: str, raw: np.ndarray, parts: RowParts) -> np.ndarray:
    """Text (n,) with None. Numbers in a text column lose their leading zeros long before us: say so."""
    if raw.dtype != object:
        raw = raw.astype(object)
    column, stored_as_number, listed = raw, False, raw.tolist()
    if not set(map(type, listed)) <= {str, type(None)}:
        column, stored_as_number = _spelled(raw, parts)
        listed = column.tolist()
    if stored_as_number:
        template = translate(
            "LandLedger", "Field {field} of layer {layer} holds numbers instead of text; leading zeros may be lost."
        )
        source.notices.append(sentence(template, field=source.fields[key], layer=source.name))
    if looks_garbled(set(listed) - {None}):
        raise garbled(source.name)
    return column


def _spelled(raw: np.ndarray, parts: RowParts) -> tuple[np.ndarray, bool]:
    """Whatever stands there as text (n,), and whether there are numbers among it."""
    column = np.empty(len(raw), dtype=object)
    stored_as_number = False
    for row, value in enumerate(raw):
        if isinstance(value, str):
            column[row] = value
        elif value is not None:
            stored_as_number = stored_as_number or isinstance(value, (int, float))
            column[row] = parts.same(text_of(value))
    return column, stored_as_number


def _numbers(source: LayerSource, key: str, raw: np.ndarray, ids: np.ndarray) -> np.ndarray:
    """float64 (n,) with NaN; numbers kept as text are understood, what is none is counted, or refused where the source is
    strict."""
    if raw.dtype != object:
        return raw.astype(np.float64)
    column = np.full(len(raw), np.nan)
    failed: list[str] = []
    for row, value in enumerate(raw):
        if value is None:
            continue
        number = number_of(value)
        if number is None and source.strict:
            template = translate(
                "LandLedger", "Layer {layer}, feature {feature}: “{value}” is no valid value of {field}."
            )
            raise InputError(template, layer=source.name, feature=int(ids[row]), value=value, field=source.fields[key])
        if number is None:
            failed.append(str(value))
        else:
            column[row] = number
    if failed:
        template = translate(
            "LandLedger", "Field {field} of layer {layer}: {count} values are no numbers (the first: {value})."
        )
        places = {"field": source.fields[key], "layer": source.name, "count": len(failed), "value": failed[0]}
        source.notices.append(sentence(template, **places))
    return column
