"""Rows straight into a GeoPackage that nobody else has opened yet: five times as quick as features one by one.

QGIS has made the layer, empty, and closed it. The rows are added by SQL in one transaction, with the R-tree and the
row count that GDAL's triggers would have kept; triggers of insertion are taken off for that time and put back as they
were. Only for a file of our own (`sink_targets.Beside`): a lock of somebody else's is never touched.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from ...core.progress import Progress
from .datasets import quoted
from .packed_tree import fill_tree

ROWS_AT_ONCE = 4096

_HEADER = np.dtype([("magic", "S2"), ("version", "u1"), ("flags", "u1"), ("system", "<i4"), ("box", "<f8", 4)])
_LITTLE_ENDIAN, _WITH_BOX, _EMPTY = 1, 2, 16
_BARE = 8
_POLYGON, _MULTIPOLYGON = 3, 6


def add_rows(
    path: str, geometry: np.ndarray, columns: Sequence[Sequence[Any]], progress: Progress, multi: bool = False
) -> None:
    """Add rows to the one layer of a GeoPackage: `geometry` (n,) of shapely shapes or None, `columns` (n,) of plain
    Python values in the order of its fields. In a layer of many-part shapes (`multi`) a polygon becomes one of one part.
    sqlite3.Error if the disk or the file refuses."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")  # the file is thrown away if this fails
        table, shape, system = connection.execute(
            "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns"
        ).fetchone()
        connection.execute("BEGIN IMMEDIATE")
        triggers = _take_off_triggers(connection, table)
        _insert(connection, (table, shape, system), geometry, columns, progress, multi)
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _take_off_triggers(connection: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    """The triggers that an insertion would fire, (name, SQL), dropped."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND lower(tbl_name) = lower(?)"
    triggers = [(name, sql) for name, sql in connection.execute(query, (table,)) if "AFTER INSERT ON" in sql]
    for name, _ in triggers:
        connection.execute(" ".join(["DROP TRIGGER", quoted(name)]))
    return triggers


def _insert(
    connection: sqlite3.Connection,
    layer: tuple[str, str, int],
    geometry: np.ndarray,
    columns: Sequence[Sequence[Any]],
    progress: Progress,
    multi: bool,
) -> None:
    table, shape, system = layer
    described = connection.execute("SELECT name, pk FROM pragma_table_info(?)", (table,)).fetchall()
    key = next(name for name, is_key in described if is_key)
    fields = [name for name, _ in described if name not in (key, shape)]
    if len(fields) != len(columns):
        raise sqlite3.DatabaseError("the layer has other fields")
    into = ", ".join(map(quoted, [key, shape, *fields]))
    row_of = " ".join(["INSERT INTO", quoted(table), "(", into, ") VALUES (", ",".join("?" * (len(fields) + 2)), ")"])
    bounds = shapely.bounds(geometry)
    for start in range(0, len(geometry), ROWS_AT_ONCE):
        progress(start / len(geometry))
        part = slice(start, start + ROWS_AT_ONCE)
        blobs = _blobs(geometry[part], bounds[part], system, multi)
        ids = range(start + 1, start + 1 + len(blobs))
        connection.executemany(row_of, zip(ids, blobs, *(column[part] for column in columns)))
    _index(connection, f"rtree_{table}_{shape}", bounds)
    _count(connection, table, len(geometry), bounds)
    progress(1.0)


def _index(connection: sqlite3.Connection, tree: str, bounds: np.ndarray) -> None:
    if not connection.execute("SELECT COUNT(*) FROM sqlite_master WHERE name = ?", (tree,)).fetchone()[0]:
        return
    known = np.flatnonzero(~np.isnan(bounds[:, 0]))
    try:
        fill_tree(connection, tree, known + 1, bounds[known])
    except sqlite3.DatabaseError:
        # Some builds of SQLite let nobody but the tree itself write its tables.
        box_of = " ".join(["INSERT INTO", quoted(tree), "VALUES (?, ?, ?, ?, ?)"])
        boxes = bounds[known][:, [0, 2, 1, 3]].tolist()
        connection.executemany(box_of, ((row + 1, *box) for row, box in zip(known.tolist(), boxes)))


def _blobs(geometry: np.ndarray, bounds: np.ndarray, system: int, multi: bool) -> list[bytes | None]:
    """Shapes as a GeoPackage keeps them: header, box, WKB; without a box where there is nothing in them."""
    header = np.zeros(len(geometry), dtype=_HEADER)
    empty = np.isnan(bounds[:, 0])
    header["magic"], header["system"] = b"GP", system
    header["flags"] = np.where(empty, _LITTLE_ENDIAN | _EMPTY, _LITTLE_ENDIAN | _WITH_BOX)
    header["box"] = bounds[:, [0, 2, 1, 3]]
    heads, size = header.tobytes(), _HEADER.itemsize
    parts = _one_part if multi else (lambda start: b"")
    return [
        None if wkb is None else heads[size * row : size * row + (_BARE if bare else size)] + parts(wkb[:5]) + wkb
        for row, (wkb, bare) in enumerate(zip(shapely.to_wkb(geometry, byte_order=1).tolist(), empty.tolist()))
    ]


@lru_cache(maxsize=64)
def _one_part(start: bytes) -> bytes:
    """What makes a polygon, written in front of it, the one part of a multipolygon; nothing for any other shape.

    `start` is the byte order and the type of its WKB: the kind of shape with a mark or a thousand for heights.
    """
    kind = int.from_bytes(start[1:], "little")
    if (kind & 0xFFFF) % 1000 != _POLYGON:
        return b""
    return start[:1] + (kind + _MULTIPOLYGON - _POLYGON).to_bytes(4, "little") + (1).to_bytes(4, "little")


def _count(connection: sqlite3.Connection, table: str, rows: int, bounds: np.ndarray) -> None:
    """What GDAL keeps of the layer: how many rows it has and how far it reaches."""
    has_count = connection.execute("SELECT COUNT(*) FROM sqlite_master WHERE name = 'gpkg_ogr_contents'").fetchone()[0]
    if has_count:
        connection.execute("UPDATE gpkg_ogr_contents SET feature_count = ? WHERE lower(table_name) = lower(?)", (rows, table))
    known = bounds[~np.isnan(bounds[:, 0])]
    if len(known):
        reach = (*known[:, :2].min(axis=0).tolist(), *known[:, 2:].max(axis=0).tolist(), table)
        connection.execute(
            "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE lower(table_name) = lower(?)", reach
        )
