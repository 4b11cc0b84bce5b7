"""The R-tree that is written at once: SQLite itself says whether it is sound, and every box query finds what is there."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest
import shapely

from ...processing.adapters.packed_tree import fill_tree
from ...processing.adapters.straight_writing import _blobs, _index

TREE = "rtree_plots_geom"


def bounds_of(count: int, seed: int = 5) -> np.ndarray:
    """Boxes of a county in zone coordinates: many small ones, some long ones, some that are one point."""
    dice = np.random.default_rng(seed)
    low = np.stack([39_400_000 + 60_000 * dice.random(count), 4_000_000 + 60_000 * dice.random(count)], axis=1)
    size = 80 * dice.random((count, 2))
    size[::17] *= 300
    size[::23] = 0
    return np.hstack([low, low + size])


@pytest.fixture
def connection():
    opened = sqlite3.connect(":memory:", isolation_level=None)
    opened.execute(f'CREATE VIRTUAL TABLE "{TREE}" USING rtree(id, minx, maxx, miny, maxy)')
    yield opened
    opened.close()


def found(connection: sqlite3.Connection, box: tuple[float, float, float, float]) -> set[int]:
    sql = f'SELECT id FROM "{TREE}" WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?'
    return {row for (row,) in connection.execute(sql, (box[0], box[2], box[1], box[3]))}


@pytest.mark.parametrize("count", [1, 50, 51, 52, 700, 51 * 51, 51 * 51 + 1, 9_000])
def test_sqlite_finds_nothing_wrong(connection: sqlite3.Connection, count: int) -> None:
    bounds = bounds_of(count)
    fill_tree(connection, TREE, np.arange(1, count + 1), bounds)
    assert connection.execute("SELECT rtreecheck(?)", (TREE,)).fetchone() == ("ok",)
    assert connection.execute(f'SELECT COUNT(*) FROM "{TREE}"').fetchone() == (count,)
    held = np.array(connection.execute(f'SELECT minx, miny, maxx, maxy FROM "{TREE}" ORDER BY id').fetchall())
    assert (held[:, :2] <= bounds[:, :2]).all() and (held[:, 2:] >= bounds[:, 2:]).all()
    assert np.abs(held - bounds).max() <= 4  # a float32 of a zone's easting steps by 4 m


def test_queries_find_every_shape_that_is_there(connection: sqlite3.Connection) -> None:
    bounds = bounds_of(4_000)
    ids = np.random.default_rng(1).permutation(100_000)[:4_000] + 1
    fill_tree(connection, TREE, ids, bounds)
    for box in bounds_of(200, seed=9):
        touched, near = (
            set(ids[((bounds[:, :2] <= box[2:] + room) & (bounds[:, 2:] >= box[:2] - room)).all(axis=1)].tolist())
            for room in (0.0, 8.0)
        )
        assert touched <= found(connection, tuple(box.tolist())) <= near


def test_the_tree_lives_on(connection: sqlite3.Connection) -> None:
    """What QGIS does to the layer later: rows that are added, moved and deleted."""
    bounds = bounds_of(3_000)
    fill_tree(connection, TREE, np.arange(1, 3_001), bounds)
    connection.executemany(f'DELETE FROM "{TREE}" WHERE id = ?', [(row,) for row in range(1, 2_500)])
    connection.executemany(
        f'INSERT OR REPLACE INTO "{TREE}" VALUES (?, ?, ?, ?, ?)',
        [(row + 2_600, *box) for row, box in enumerate(bounds[:1_000, [0, 2, 1, 3]].tolist())],
    )
    assert connection.execute("SELECT rtreecheck(?)", (TREE,)).fetchone() == ("ok",)
    assert connection.execute(f'SELECT COUNT(*) FROM "{TREE}"').fetchone() == (100 + 1_000,)


def test_nothing_to_index(connection: sqlite3.Connection) -> None:
    fill_tree(connection, TREE, np.empty(0, dtype=np.int64), np.empty((0, 4)))
    assert connection.execute("SELECT rtreecheck(?)", (TREE,)).fetchone() == ("ok",)


class Guarded(sqlite3.Connection):
    """Refuses what a SQLite in its defensive mode refuses."""

    def executemany(self, sql, rows):
        if sql.endswith('_node" VALUES (?, ?)'):
            raise sqlite3.OperationalError(f"table {TREE}_node may not be modified")
        return super().executemany(sql, rows)


def test_a_sqlite_that_guards_the_tables_of_the_tree() -> None:
    bounds = bounds_of(500)
    bounds[7] = np.nan
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=Guarded)
    connection.execute(f'CREATE VIRTUAL TABLE "{TREE}" USING rtree(id, minx, maxx, miny, maxy)')
    with pytest.raises(sqlite3.OperationalError):
        fill_tree(connection, TREE, np.arange(1, 500), bounds[1:])
    _index(connection, TREE, bounds)
    assert connection.execute("SELECT rtreecheck(?)", (TREE,)).fetchone() == ("ok",)
    assert {row for (row,) in connection.execute(f'SELECT id FROM "{TREE}"')} == set(range(1, 501)) - {8}
    connection.close()


def test_polygons_become_multipolygons_in_their_bytes() -> None:
    flat = shapely.box(0, 0, 2, 3)
    holed = shapely.Polygon([(0, 0), (9, 0), (9, 9)], [[(4, 1), (5, 1), (5, 2)]])
    high = shapely.Polygon([(0, 0, 7), (2, 0, 7), (2, 3, 8)])
    shapes = np.array([flat, holed, high, shapely.MultiPolygon([flat, shapely.box(5, 5, 6, 6)])], dtype=object)
    for multi, kinds in ((True, [6, 6, 6, 6]), (False, [3, 3, 3, 6])):
        read = shapely.from_wkb([blob[40:] for blob in _blobs(shapes, shapely.bounds(shapes), 4527, multi)])
        assert shapely.get_type_id(read).tolist() == kinds
        assert all(one.equals_exact(shape, 0) for one, shape in zip(shapely.get_parts(read), shapely.get_parts(shapes)))
        assert shapely.get_coordinates(read[2], include_z=True)[:, 2].max() == 8
