"""The R-tree of a GeoPackage layer filled at once: boxes sorted and packed into nodes, instead of one insertion each.

SQLite keeps an R-tree in three plain tables whose format it documents (ext/rtree/rtree.c): nodes of a fixed size, the leaf
that each row stands in, the parent of each node. Node 1 is the root, and says how many levels are below it.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

import numpy as np

from .datasets import quoted

_ROOT = 1
_HEAD = np.dtype([("depth", ">u2"), ("cells", ">u2")])
_CELL = np.dtype([("id", ">i8"), ("box", ">f4", 4)])


class _Level(NamedTuple):
    """Nodes of one level: ids and boxes float32 (n, 4) of all their cells, and where each node begins (k + 1,)."""

    ids: np.ndarray
    boxes: np.ndarray
    starts: np.ndarray

    @property
    def reach(self) -> np.ndarray:
        """float32 (k, 4): what each node reaches, low x, high x, low y, high y."""
        low, high = (
            bound.reduceat(self.boxes[:, places], self.starts[:-1], axis=0)
            for bound, places in ((np.minimum, [0, 2]), (np.maximum, [1, 3]))
        )
        return np.stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]], axis=1)


def fill_tree(connection: sqlite3.Connection, tree: str, ids: np.ndarray, bounds: np.ndarray) -> None:
    """Fill the empty R-tree `tree` with rows `ids` int64 (n,) and their bounds float64 (n, 4): low x, low y, high x, high y.

    sqlite3.Error if the tables can't be written.
    """
    if not len(ids):
        return
    nodes, rows, parents = (quoted(f"{tree}_{part}") for part in ("node", "rowid", "parent"))
    size = connection.execute(" ".join(["SELECT length(data) FROM", nodes, "WHERE nodeno = 1"])).fetchone()[0]
    levels = _packed(ids, _outward(bounds), (size - _HEAD.itemsize) // _CELL.itemsize)
    first = _ROOT + 1
    numbers = []
    for level in levels[:-1]:
        numbers.append(np.arange(first, first + len(level.starts) - 1))
        first += len(level.starts) - 1
    numbers.append(np.array([_ROOT]))
    replace = "INSERT OR REPLACE INTO"
    for depth, (level, own) in enumerate(zip(levels, numbers)):
        below = level._replace(ids=level.ids if depth == 0 else numbers[depth - 1][level.ids])
        blobs = _blobs(below, depth if own[0] == _ROOT else 0, size)
        connection.executemany(" ".join([replace, nodes, "VALUES (?, ?)"]), zip(own.tolist(), blobs))
        members = zip(below.ids.tolist(), np.repeat(own, np.diff(level.starts)).tolist())
        connection.executemany(" ".join([replace, parents if depth else rows, "VALUES (?, ?)"]), members)


def _outward(bounds: np.ndarray) -> np.ndarray:
    """float32 (n, 4), low x, high x, low y, high y: no box smaller than the shape."""
    exact = bounds[:, [0, 2, 1, 3]]
    boxes = exact.astype(np.float32)
    inward = np.where([True, False, True, False], boxes > exact, boxes < exact)
    further = np.nextafter(boxes, np.array([-np.inf, np.inf, -np.inf, np.inf], dtype=np.float32))
    return np.where(inward, further, boxes)


def _packed(ids: np.ndarray, boxes: np.ndarray, capacity: int) -> list[_Level]:
    """The levels from the leaves to the root; ids above the leaves are places in the level below."""
    levels = []
    while True:
        nodes = -(-len(ids) // capacity)
        order = _neighbours_together(boxes, nodes)
        starts = np.arange(nodes + 1) * len(ids) // nodes
        levels.append(_Level(ids[order], boxes[order], starts))
        if nodes == 1:
            return levels
        ids, boxes = np.arange(nodes), levels[-1].reach


def _neighbours_together(boxes: np.ndarray, nodes: int) -> np.ndarray:
    """An order in which neighbours follow one another: strips from west to east, each from south to north."""
    middle = boxes[:, [0, 2]].astype(np.float64) + boxes[:, [1, 3]]
    strips = int(np.ceil(np.sqrt(nodes)))
    strip = np.empty(len(boxes), dtype=np.int64)
    strip[np.argsort(middle[:, 0], kind="stable")] = np.arange(len(boxes)) * strips // len(boxes)
    order: np.ndarray = np.lexsort((middle[:, 1], strip))
    return order


def _blobs(level: _Level, depth: int, size: int) -> list[bytes]:
    cells = np.zeros(len(level.ids), dtype=_CELL)
    cells["id"], cells["box"] = level.ids, level.boxes
    heads = np.zeros(len(level.starts) - 1, dtype=_HEAD)
    heads["depth"], heads["cells"] = depth, np.diff(level.starts)
    written, head = cells.tobytes(), heads.tobytes()
    places = (level.starts * _CELL.itemsize).tolist()
    return [
        (head[_HEAD.itemsize * node : _HEAD.itemsize * (node + 1)] + written[start:end]).ljust(size, b"\0")
        for node, (start, end) in enumerate(zip(places, places[1:]))
    ]
