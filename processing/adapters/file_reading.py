"""Rows straight from a GeoPackage, by GDAL's Arrow stream: only where QGIS shows what the file holds.

`why_not_from_file` looks at the layer on the main thread, `read_file` works in any other with a connection of its own
and gives up (NotFromFile) at the first thing it doesn't expect; the feature source is right for everything.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from qgis.core import QgsFields, QgsProviderRegistry, QgsVectorLayer, QgsWkbTypes

from ...core.progress import Progress, no_progress, part_of
from ...core.threads import together
from ..compat import PLAIN_KINDS
from .datasets import quoted
from .layer_source import FileRecipe
from .row_parts import BATCH, POLYGONS, RowParts, RowSource, joined

# Above this share of hits one pass over the whole table is as quick as lists of feature ids (measured on 106,739).
READ_ALL_SHARE = 0.25
# At most 20 characters each, and SQLite takes a million; while one batch is decoded GDAL fills the next of a query.
FIDS_A_QUERY = 40_000
BOXES_A_QUERY = 1000



class NotFromFile(Exception):
    """The file doesn't hold what QGIS shows: read the feature source instead."""


def why_not_from_file(
    layer: QgsVectorLayer | None,
    fields: QgsFields,
    needed: Collection[str],
    selected_only: bool,
    limit: int,
    filtered: bool,
    shapes: bool = True,
) -> str:
    """Why the file itself can't be read instead of the layer; '' if it can."""
    if layer is None:
        return "no layer"
    if selected_only or limit >= 0 or filtered:
        return "selection, limit or filter"
    if layer.providerType() != "ogr" or layer.storageType() != "GPKG":
        return "no GeoPackage"
    if layer.isEditable():
        return "edit mode"
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if not parts.get("layerName"):
        return "no layer name"
    if set(parts) - {"path", "layerName", "layerId", "subset"} or parts.get("layerId") is not None:
        return "open options"
    path = parts["path"]
    if path.startswith("/vsi") or "|" in path or not os.path.isfile(path):
        return "no local file"
    if layer.subsetString().lstrip().lower().startswith("select"):
        return "SELECT as filter"
    plain = (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon)
    if shapes and QgsWkbTypes.flatType(layer.wkbType()) not in plain:
        return "curves or mixed geometry"
    for actual in needed:
        index = fields.lookupField(actual)
        if layer.fields().fieldOrigin(index) != QgsFields.FieldOrigin.OriginProvider:
            return "joined or virtual field"
        kind = fields.at(index).type()
        if int(getattr(kind, "value", kind)) not in PLAIN_KINDS:
            return "field type"
        origin = layer.fields().fieldOriginIndex(index)
        if layer.dataProvider().fields().at(origin).name() != actual:
            return "renamed field"
    return ""


def recipe_of(layer: QgsVectorLayer) -> FileRecipe:
    """How to read the file of a layer for which `why_not_from_file` is ''."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    return FileRecipe(parts["path"], parts["layerName"], layer.subsetString(), int(layer.featureCount()))


def read_file(
    source: RowSource,
    recipe: FileRecipe,
    progress: Progress,
    boxes: np.ndarray | None,
    nulls: bool,
    validity: bool = False,
    kinds: Collection[int] = POLYGONS,
) -> RowParts:
    """Every step in the calling thread, with a connection of our own. Raises NotFromFile if anything is unusual."""
    try:
        with RowParts(source, boxes, nulls, validity, kinds) as parts, _opened(recipe) as dataset:
            _add_rows(parts, dataset, recipe, progress)
    except RuntimeError as error:  # GDAL with exceptions on, which is a switch of the whole process
        raise NotFromFile(str(error)) from error
    if parts.unreadable:
        raise NotFromFile("curves or damaged shapes")
    progress(1.0)
    return parts


@contextmanager
def _opened(recipe: FileRecipe) -> Iterator[Any]:
    """A connection to the file for this thread, which GDAL tells of no errors meanwhile."""
    gdal = _arrow_gdal()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(recipe.path, gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=["GPKG"])
        if dataset is None:
            raise NotFromFile("not opened")
        yield dataset
    finally:
        gdal.PopErrorHandler()


def _add_rows(parts: RowParts, dataset: Any, recipe: FileRecipe, progress: Progress) -> None:
    source = parts.source
    layer = dataset.GetLayerByName(recipe.layer)
    if layer is None:
        raise NotFromFile("not opened")
    if recipe.where and layer.SetAttributeFilter(recipe.where) != 0:
        raise NotFromFile("WHERE clause not understood")
    if layer.GetFeatureCount() != recipe.rows:
        raise NotFromFile("row count")
    near = None if parts.boxes is None else _near_fids(dataset, layer, recipe, parts)
    _require_known_fields(layer, source.fields.values())
    _ignore_other_fields(layer, source.fields.values(), source.shapes)
    if near is None:
        _add_stream(parts, layer, progress, recipe.rows, None)
        if parts.rows != recipe.rows:
            raise NotFromFile("row count")
    elif len(near) > READ_ALL_SHARE * recipe.rows:
        _add_stream(parts, layer, progress, recipe.rows, near)
    else:
        _add_near(parts, layer, progress, recipe, near)


def _arrow_gdal() -> Any:
    """GDAL's Python module, if it streams Arrow batches (3.6 and later, built for the numpy in use)."""
    try:
        from osgeo import gdal, gdal_array, ogr
    except ImportError as error:
        raise NotFromFile("no GDAL for Python") from error
    if not hasattr(ogr.Layer, "GetArrowStreamAsNumPy") or not hasattr(gdal_array, "_RecordBatchAsNumpy"):
        raise NotFromFile("GDAL without Arrow")
    return gdal


def _names(layer: Any) -> list[str]:
    definition = layer.GetLayerDefn()
    return [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]


def _require_known_fields(layer: Any, needed: Collection[str]) -> None:
    definition = layer.GetLayerDefn()
    present = _names(layer)
    for name in needed:
        if name == layer.GetFIDColumn():
            continue
        # A sub-type is a boolean or JSON: QGIS shows it in a form of its own.
        if name not in present or definition.GetFieldDefn(present.index(name)).GetSubType() not in (0, 2, 3):
            raise NotFromFile("field type")


def _ignore_other_fields(layer: Any, needed: Collection[str], shapes: bool) -> None:
    ignored = [name for name in _names(layer) if name not in needed]
    if not shapes and layer.GetGeometryColumn():
        ignored.append("OGR_GEOMETRY")
    if ignored and layer.SetIgnoredFields(ignored) != 0:
        raise NotFromFile("fields")


def _add_stream(parts: RowParts, layer: Any, progress: Progress, total: int, near: np.ndarray | None) -> None:
    """All rows the layer gives now; of them only `near` (ascending ids) when given."""
    done = 0
    for batch in layer.GetArrowStreamAsNumPy([f"MAX_FEATURES_IN_BATCH={BATCH}"]):
        ids = batch[layer.GetFIDColumn() or "OGC_FID"]
        rows = np.arange(len(ids)) if near is None else np.flatnonzero(np.isin(ids, near))
        wkb = np.empty(len(rows), dtype=object)
        if parts.source.shapes:
            wkb[:] = batch[layer.GetGeometryColumn() or "wkb_geometry"][rows].tolist()
        parts.add(ids[rows], wkb, lambda key, keep, batch=batch, rows=rows: _taken(parts, batch, key, rows[keep]))
        done += len(ids)
        progress(min(done / max(total, 1), 1.0))


def _taken(parts: RowParts, batch: Mapping[str, np.ndarray], key: str, rows: np.ndarray) -> np.ndarray:
    """Values (k,) of one batch: float64 for a wanted number kept as one, else objects with None."""
    column = batch[parts.source.fields[key]][rows]
    if key in parts.source.numbers and column.dtype.kind in "iuf":
        return np.ma.filled(np.ma.asarray(column).astype(np.float64), np.nan)
    if column.dtype.kind == "S":
        return _texts(parts, column)
    values = np.empty(len(rows), dtype=object)
    values[:] = [parts.same(item) if isinstance(item, str) else item for item in column.tolist()]
    return values


def _texts(parts: RowParts, column: np.ndarray) -> np.ndarray:
    """The texts (k,) of a column of bytes; neighbouring rows are often of one owner, in one village: equal ones that follow
    one another are decoded once."""
    masked = np.ma.getmaskarray(column)
    plain = np.ma.getdata(column)
    new = np.ones(len(plain), dtype=bool)
    new[1:] = (plain[1:] != plain[:-1]) | (masked[1:] != masked[:-1])
    first = np.flatnonzero(new)
    values = np.empty(len(first), dtype=object)
    values[:] = list(map(parts.decoded.__getitem__, column[first].tolist()))
    return values[np.cumsum(new) - 1]


def _near_fids(dataset: Any, layer: Any, recipe: FileRecipe, parts: RowParts) -> np.ndarray | None:
    """Ascending ids whose box in the layer's R-tree touches one of ours, and those without a shape; None without tree.

    The tree keeps float32 rounded outward: nothing is missed, a few too many are dropped when their shape is read.
    """
    column = layer.GetGeometryColumn()
    tree = f"rtree_{recipe.layer}_{column}"
    if parts.boxes is None or not _has_spatial_index(dataset, recipe.layer, column):
        return None
    fids = _ids_in_boxes(dataset, recipe, tree, parts.boxes)
    if fids is None:
        return None
    if parts.nulls and not _all_in_tree(dataset, recipe, tree):
        key = layer.GetFIDColumn()
        outside = f"{quoted(key)} NOT IN ({_select(('id',), tree, '')})"
        without = _table(dataset, (key,), recipe.layer, outside)
        if without is None:
            return None
        fids = np.concatenate([fids, without[key]])
    return np.unique(fids)


def _ids_in_boxes(dataset: Any, recipe: FileRecipe, tree: str, boxes: np.ndarray) -> np.ndarray | None:
    """The ids in an R-tree whose box touches one of `boxes`, or None if a query fails: of many boxes each half is asked about
    by a thread, which needs a connection of its own."""
    if len(boxes) <= BOXES_A_QUERY:
        return _ids_asked(dataset, tree, boxes)
    one, other = np.array_split(boxes, 2)

    def beside(_: Progress) -> np.ndarray | None:
        with _opened(recipe) as again:
            return _ids_asked(again, tree, other)

    found = together(no_progress, lambda _: _ids_asked(dataset, tree, one), beside)
    return None if any(ids is None for ids in found) else np.concatenate(found)


def _ids_asked(dataset: Any, tree: str, boxes: np.ndarray) -> np.ndarray | None:
    """The same on one connection, some twice."""
    found = [np.empty(0, dtype=np.int64)]
    for start in range(0, len(boxes), BOXES_A_QUERY):
        rows = _rows_of(dataset, _in_boxes(tree, boxes[start : start + BOXES_A_QUERY]), ("id",))
        if rows is None:
            return None
        found.append(np.unique(rows["id"]))
    return np.concatenate(found)


def _all_in_tree(dataset: Any, recipe: FileRecipe, tree: str) -> bool:
    """Whether every row of the table stands in its R-tree: then none is without a shape."""
    # The table's own pages are many; without a WHERE clause its rows are counted already.
    rows = _count(dataset, recipe.layer) if recipe.where else recipe.rows
    return rows is not None and rows == _count(dataset, f"{tree}_rowid")


def _count(dataset: Any, table: str) -> int | None:
    found = _rows_of(dataset, " ".join(["SELECT COUNT(*) AS n FROM", quoted(table)]), ("n",))
    return None if found is None else int(found["n"][0])


def _has_spatial_index(dataset: Any, table: str, column: str) -> bool:
    text, geometry = (quoted(name).replace("'", "''") for name in (table, column))
    result = dataset.ExecuteSQL(f"SELECT HasSpatialIndex('{text[1:-1]}', '{geometry[1:-1]}')")
    if result is None:
        return False
    answer = result.GetNextFeature()
    found = answer is not None and answer.GetField(0) == 1
    dataset.ReleaseResultSet(result)
    return found


def _table(dataset: Any, columns: Sequence[str], table: str, where: str = "") -> dict[str, np.ndarray] | None:
    """The columns of a query of one table, or None if it fails."""
    return _rows_of(dataset, _select(columns, table, where), columns)


def _rows_of(dataset: Any, query: str, columns: Sequence[str]) -> dict[str, np.ndarray] | None:
    """The columns that a query gives, or None if it fails."""
    result = dataset.ExecuteSQL(query)
    if result is None:
        return None
    batches: dict[str, list[np.ndarray]] = {name: [] for name in columns}
    # A column that is the table's feature id comes as such, under its own name, and not among the fields.
    for batch in result.GetArrowStreamAsNumPy(["USE_MASKED_ARRAYS=NO"]):
        for name in columns:
            batches[name].append(np.array(batch[name]))
    dataset.ReleaseResultSet(result)
    return {name: joined(arrays, np.int64) for name, arrays in batches.items()}


def _select(columns: Sequence[str], table: str, where: str) -> str:
    """A query of one table. Names can't be bound as parameters, so they are quoted."""
    words = ["SELECT", ", ".join(map(quoted, columns)), "FROM", quoted(table)]
    return " ".join([*words, "WHERE", where] if where else words)


def _in_boxes(tree: str, boxes: np.ndarray) -> str:
    """A query of the ids in an R-tree whose box touches one of `boxes` (m, 4), once for each that it touches."""
    rows = ",".join(f"({west!r},{south!r},{east!r},{north!r})" for west, south, east, north in boxes.tolist())
    words = [
        "WITH near(west, south, east, north) AS (VALUES",
        rows,
        ") SELECT tree.id AS id FROM near CROSS JOIN",
        quoted(tree),
        "AS tree ON tree.minx <= near.east AND tree.maxx >= near.west",
        "AND tree.miny <= near.north AND tree.maxy >= near.south",
    ]
    return " ".join(words)


def _add_near(parts: RowParts, layer: Any, progress: Progress, recipe: FileRecipe, near: np.ndarray) -> None:
    key = quoted(layer.GetFIDColumn())
    for start in range(0, len(near), FIDS_A_QUERY):
        chosen = ",".join(map(str, near[start : start + FIDS_A_QUERY].tolist()))
        where = f"({recipe.where}) AND {key} IN ({chosen})" if recipe.where else f"{key} IN ({chosen})"
        if layer.SetAttributeFilter(where) != 0:
            raise NotFromFile("WHERE clause not understood")
        part = part_of(progress, start / len(near), min(start + FIDS_A_QUERY, len(near)) / len(near))
        _add_stream(parts, layer, part, min(FIDS_A_QUERY, len(near) - start), None)
    if not recipe.where and parts.rows != len(near):
        raise NotFromFile("row count")
