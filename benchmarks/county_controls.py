"""Control layers of the made-up county: drawn along parcel borders, then moved by less than a millimetre."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from .county_survey import COUNTY, COUNTY_CODE
from .lattice import BLOCK_COLUMNS, BLOCK_ROWS, FIELD, Lattice, ragged

YJJBNT = (
    "BSM:C18 YSDM:C10 XZQDM:C12 XZQMC:C100 YJJBNTTBBH:C20 DLBM:C5 DLMC:C60 QSDWDM:C19 QSDWMC:C255 ZLDWDM:C19 ZLDWMC:C255 "
    "YJJBNTTBMJ:D YJJBNTMJ:D BZ:C50"
)
STBHHX = "BSM:C18 YSDM:C10 XZQDM:C12 XZQMC:C100 HXBM:C50 HXMC:C255 HXLX:C50 MJ:D BZ:C255"
CZKFBJ = "BSM:C18 YSDM:C10 XZQDM:C12 XZQMC:C100 GHFQDM:C3 GHFQMC:C50 MJ:D BZ:C255"
LARGEST_SHIFT = 0.0007  # along each axis: less than a millimetre in all
LONGEST_RUN = 5
PRIME_SHARE = 0.8
_STEPS = 1e4


def moved(shapes: np.ndarray) -> np.ndarray:
    """Every point by up to a millimetre; equal points the same way, so that neighbours stay neighbours."""
    return shapely.transform(shapes, _shifted)


def _shifted(points: np.ndarray) -> np.ndarray:
    whole = np.rint(points * _STEPS).astype(np.int64).astype(np.uint64)
    mixed = _mix(whole[:, 0] ^ _mix(whole[:, 1]))
    shares = np.column_stack([mixed & np.uint64(0xFFFFFFFF), mixed >> np.uint64(32)]).astype(float) / 2**32
    return points + (2 * shares - 1) * LARGEST_SHIFT


def _mix(values: np.ndarray) -> np.ndarray:
    """A 64-bit mixer (shifts and odd factors): near places give unrelated numbers."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def prime_farmland(lattice: Lattice, classes: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Runs of cultivated bricks of one row and village; ponds inside stay inside, as in life. Local metres, moved."""
    field = np.array([str(code).startswith("01") for code in classes.tolist()])
    field &= np.array([row.kind for row in lattice.rows])[lattice.cell_row] == FIELD
    field &= rng.random(len(field)) < PRIME_SHARE
    limit = rng.integers(1, LONGEST_RUN + 1, len(field)).tolist()
    rows, left, right = lattice.cell_row.tolist(), lattice.cell_left.tolist(), lattice.cell_right.tolist()
    runs: list[list[int]] = []
    for cell in np.flatnonzero(field).tolist():
        last = runs[-1] if runs else None
        joins = last is not None and last[0] == rows[cell] and last[2] == left[cell] and last[3] < limit[cell]
        if joins and left[cell] % BLOCK_COLUMNS:
            last[2] = right[cell]
            last[3] += 1
        else:
            runs.append([rows[cell], left[cell], right[cell], 1])
    chains = ragged([lattice.block(row, row + 1, low, high) for row, low, high, _ in runs])
    return moved(shapely.polygons(lattice.rings(chains)))


def blobs(
    lattice: Lattice, cells: np.ndarray, middles: np.ndarray, centres: np.ndarray, radii: np.ndarray
) -> np.ndarray:
    """For each centre the bricks that begin inside a lobed circle around it, in one; local metres, moved."""
    found = []
    tree = shapely.STRtree(shapely.points(middles))
    turns = np.linspace(0, 2 * np.pi, 49)[:-1]
    taken = np.zeros(len(cells), dtype=bool)
    for number, (centre, radius) in enumerate(zip(centres, radii)):
        reach = radius * (1 + 0.3 * np.sin(3 * turns + number))
        lobes = shapely.polygons(centre + np.column_stack([np.cos(turns), np.sin(turns)]) * reach[:, None])
        inside = tree.query(lobes, predicate="contains")
        inside = np.sort(inside[~taken[inside]])
        taken[inside] = True
        if len(inside):
            found.append(shapely.coverage_union_all(cells[inside]))
    return moved(np.array(found, dtype=object))


def districts(lattice: Lattice) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The villages, object (n,), with their column and row; borders are exactly those of the parcels."""
    columns = int(lattice.cell_right.max()) // BLOCK_COLUMNS
    chains, places = [], []
    for low in range(0, len(lattice.rows), BLOCK_ROWS):
        high = min(low + BLOCK_ROWS, len(lattice.rows))
        for column in range(columns):
            chains.append(lattice.block(low, high, column * BLOCK_COLUMNS, (column + 1) * BLOCK_COLUMNS))
            places.append((column, low // BLOCK_ROWS))
    shapes = shapely.polygons(lattice.rings(ragged(chains)))
    return shapes, *np.array(places).T


def named(shapes: np.ndarray, units: np.ndarray, layer: str, extra: Sequence[str] = ()) -> dict[str, object]:
    """The common fields of a control layer; `units` are areas in whole 0.01 m²."""
    names = {"YJJBNT": "2005010200", "STBHHX": "2005010300", "CZKFBJ": "2005010400"}
    base: dict[str, object] = {
        "BSM": np.array([f"{COUNTY_CODE}{index + 1:012d}" for index in range(len(shapes))], dtype=object),
        "YSDM": names[layer],
        "XZQDM": COUNTY_CODE,
        "XZQMC": COUNTY,
        "BZ": "虚构数据",
    }
    if layer == "YJJBNT":
        number = np.array([f"YN{index + 1:07d}" for index in range(len(shapes))], dtype=object)
        return base | {"YJJBNTTBBH": number, "YJJBNTTBMJ": units / 100, "YJJBNTMJ": units / 100}
    if layer == "STBHHX":
        return base | {"HXBM": base["BSM"], "HXMC": "虚构生态保护红线", "HXLX": "生物多样性维护", "MJ": units / 100}
    return base | {"GHFQDM": "100", "GHFQMC": "城镇集中建设区", "MJ": units / 100}
