"""The made-up county a year later: `python -m land_ledger.benchmarks.second_year COUNTY.gpkg OUT.gpkg --seed 1`.

Some 3 % of the parcels are others: new class, split in two, merged with a neighbour, or with a common border moved by
centimetres, as a yearly update leaves them. All else is drawn as before, vertex by vertex. Same seed, same data.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from .bulk_geopackage import add_layer, create
from .county import EPSG, units_of
from .county_survey import CLASS_NAMES, COUNTY_CODE, DLTB, YEAR

RECLASSED, SPLIT, MERGED, SHIFTED = 0.012, 0.006, 0.006, 0.006
_HEADER = 40  # bytes before the WKB of a shape with a box
_NEW_CLASSES = (
    ("0601", 0.16),
    ("0702", 0.20),
    ("1003", 0.06),
    ("1202", 0.14),
    ("0201", 0.12),
    ("0301", 0.12),
    ("1104", 0.08),
    ("0102", 0.08),
    ("0404", 0.04),
)


@dataclass
class _Year:
    """The survey while it changes: shapes and columns by row, which rows are gone, which are taken, rows that are new."""

    shapes: np.ndarray
    columns: dict[str, np.ndarray]
    gone: np.ndarray
    taken: np.ndarray
    new_shapes: list[object]
    new_from: list[int]
    new_class: list[str]

    def replace(self, row: int, shapes: Sequence[object], code: str | None = None) -> None:
        """The parcel at `row` is gone; `shapes` are there instead, like it but for their class."""
        self.gone[row] = True
        for shape in shapes:
            self.new_shapes.append(shape)
            self.new_from.append(row)
            self.new_class.append(code or str(self.columns["DLBM"][row]))


def next_year(
    shapes: np.ndarray, columns: dict[str, np.ndarray], rng: np.random.Generator
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Shapes and columns of the survey a year later."""
    count = len(shapes)
    year = _Year(shapes, columns, np.zeros(count, bool), np.zeros(count, bool), [], [], [])
    tree = shapely.STRtree(shapes)
    order = rng.permutation(count)
    shares = np.cumsum([RECLASSED, SPLIT, MERGED, SHIFTED]) * count
    ends = [0, *np.round(shares).astype(int).tolist()]
    for change, first, last in zip((_reclass, _split, _merge, _shift), ends, ends[1:]):
        for row in order[first:last].tolist():
            if not year.taken[row]:
                year.taken[row] = True
                change(year, row, tree, rng)
    return _together(year)


def _class(rng: np.random.Generator, old: str) -> str:
    codes, weights = zip(*((code, weight) for code, weight in _NEW_CLASSES if code != old))
    share = np.array(weights)
    return str(codes[rng.choice(len(codes), p=share / share.sum())])


def _reclass(year: _Year, row: int, tree: shapely.STRtree, rng: np.random.Generator) -> None:
    year.replace(row, [year.shapes[row]], _class(rng, str(year.columns["DLBM"][row])))


def _split(year: _Year, row: int, tree: shapely.STRtree, rng: np.random.Generator) -> None:
    """Cut across at a place of its length; one half becomes another class more often than not."""
    shape = year.shapes[row]
    left, low, right, high = shapely.bounds(shape)
    x = left + (right - left) * rng.uniform(0.3, 0.7)
    halves = [
        shapely.intersection(shape, shapely.box(left - 1, low - 1, x, high + 1)),
        shapely.intersection(shape, shapely.box(x, low - 1, right + 1, high + 1)),
    ]
    halves = [_rounded(half) for half in halves]
    if any(half.geom_type != "Polygon" or not half.is_valid for half in halves):
        return
    old = str(year.columns["DLBM"][row])
    year.replace(row, halves[:1])
    year.replace(row, halves[1:], _class(rng, old) if rng.random() < 0.7 else old)


def _rounded(shape: object) -> object:
    return shapely.transform(shape, lambda points: np.round(points, 5))


def _neighbour(year: _Year, row: int, tree: shapely.STRtree) -> int | None:
    """The first free parcel that has a piece of border in common."""
    for other in np.sort(tree.query(year.shapes[row])).tolist():
        free = other != row and not year.taken[other]
        if free and shapely.relate_pattern(year.shapes[row], year.shapes[other], "F***1****"):
            return int(other)
    return None


def _merge(year: _Year, row: int, tree: shapely.STRtree, rng: np.random.Generator) -> None:
    other = _neighbour(year, row, tree)
    if other is None:
        return
    whole = shapely.union_all([year.shapes[row], year.shapes[other]])
    if whole.geom_type == "Polygon" and whole.is_valid:
        year.taken[other] = year.gone[other] = True
        year.replace(row, [whole])


def _shift(year: _Year, row: int, tree: shapely.STRtree, rng: np.random.Generator) -> None:
    """The corners that only this parcel and a neighbour have, some centimetres further, in both."""
    other = _neighbour(year, row, tree)
    if other is None:
        return
    near = tree.query(shapely.union_all([year.shapes[row], year.shapes[other]]))
    beyond = {tuple(p) for n in near.tolist() if n not in (row, other) for p in shapely.get_coordinates(year.shapes[n])}
    mine, theirs = ({tuple(p) for p in shapely.get_coordinates(year.shapes[n])} for n in (row, other))
    common = (mine & theirs) - beyond
    if not common:
        return
    step = np.round(rng.uniform(0.01, 0.08) * np.array([np.cos(t := rng.uniform(0, 2 * np.pi)), np.sin(t)]), 5)

    def moved(points: np.ndarray) -> np.ndarray:
        move = np.array([tuple(point) in common for point in points])
        return np.where(move[:, None], np.round(points + step, 5), points)

    shapes = [shapely.transform(year.shapes[n], moved) for n in (row, other)]
    if all(shape.is_valid for shape in shapes) and not shapely.overlaps(*shapes):
        year.taken[other] = True
        year.replace(row, shapes[:1])
        year.replace(other, shapes[1:])


def _together(year: _Year) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    kept = np.flatnonzero(~year.gone)
    source = np.concatenate([kept, np.array(year.new_from, dtype=np.int64)])
    fresh = np.empty(len(year.new_shapes), dtype=object)
    fresh[:] = year.new_shapes
    shapes = np.concatenate([year.shapes[kept], fresh])
    columns = {name: column[source] for name, column in year.columns.items()}
    new = np.arange(len(kept), len(source))
    columns["DLBM"][new] = year.new_class
    columns["DLMC"][new] = [CLASS_NAMES[code] for code in year.new_class]
    columns["BSM"][new] = [f"{COUNTY_CODE}0000{90_000_000 + serial:08d}" for serial in range(len(new))]
    columns["SJNF"][:] = YEAR + 1
    _measure(columns, new, units_of(fresh))
    return shapes, columns


def _measure(columns: dict[str, np.ndarray], rows: np.ndarray, units: np.ndarray) -> None:
    """Areas of the new parcels; what only farmland has goes where the class is none, and stays where it was."""
    cultivated = np.array([str(code).startswith("01") for code in columns["DLBM"][rows]])
    for name in ("GDPDJB", "GDLX", "KCDLBM", "ZZSXDM", "GDDB"):
        columns[name][rows[~cultivated]] = None
    fresh = rows[cultivated & np.array([columns["GDPDJB"][row] is None for row in rows])]
    columns["GDPDJB"][fresh], columns["ZZSXDM"][fresh], columns["GDDB"][fresh] = "1", "LS", 7
    share = np.where(cultivated, np.round(columns["KCXS"][rows].astype(float) * 10_000), 0).astype(np.int64)
    taken = (units * share + 5_000) // 10_000
    columns["KCXS"][rows] = share / 10_000
    columns["TBMJ"][rows], columns["KCMJ"][rows] = units / 100, taken / 100
    columns["TBDLMJ"][rows] = (units - taken) / 100


def read_survey(path: Path, layer: str = "DLTB") -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Shapes and columns of a layer that `bulk_geopackage` wrote."""
    names = [entry.split(":")[0] for entry in DLTB.split()]
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    quoted = ", ".join(f'"{name}"' for name in names)
    rows = database.execute(f'SELECT geom, {quoted} FROM "{layer}" ORDER BY fid').fetchall()
    database.close()
    shapes = shapely.from_wkb(np.array([row[0][_HEADER:] for row in rows], dtype=object))
    alone = shapely.get_num_geometries(shapes) == 1
    shapes[alone] = shapely.get_geometry(shapes[alone], 0)
    columns = {}
    for place, name in enumerate(names, start=1):
        columns[name] = np.empty(len(rows), dtype=object)
        columns[name][:] = [row[place] for row in rows]
    return shapes, columns


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("county", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    shapes, columns = read_survey(asked.county)
    later, written = next_year(shapes, columns, np.random.default_rng([asked.seed, 3]))
    create(asked.output)
    add_layer(asked.output, "DLTB", EPSG, DLTB, later, written)
    print(f"{len(shapes)} parcels, {len(later)} a year later")
    return 0


if __name__ == "__main__":
    sys.exit(main())
