"""The traps of `tests/data`: each bad layer really is bad in the way its figures say, and only in that way."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import shapely

from .test_sample import wkb_of

FOLDER = Path(__file__).resolve().parent.parent / "data"
PACKAGE = FOLDER / "township_traps_madeup.gpkg"
FIGURES = json.loads((FOLDER / "township_traps_madeup.json").read_text(encoding="utf-8"))


def read(table: str) -> tuple[list, list[dict]]:
    with sqlite3.connect(f"file:{PACKAGE}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        rows = [dict(row) for row in database.execute(f'SELECT * FROM "{table}" ORDER BY fid')]
    blobs = [row.pop("geom") for row in rows]
    return [None if blob is None else shapely.from_wkb(wkb_of(blob)) for blob in blobs], rows


def repaired(table: str) -> dict[str, shapely.Geometry]:
    shapes, rows = read(table)
    return {row["DKBH"]: shapely.make_valid(shape) for shape, row in zip(shapes, rows) if shape is not None}


def test_counts_and_zones() -> None:
    with sqlite3.connect(f"file:{PACKAGE}?mode=ro", uri=True) as database:
        zones = dict(database.execute("SELECT table_name, srs_id FROM gpkg_contents"))
        counts = {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in zones}
    assert counts == FIGURES["counts"]
    odd = {name: zone for name, zone in zones.items() if zone != 4527}
    assert odd == {
        "parcels_zone38": 4526,
        "footprints_zone38": 4526,
        "parcels_without_crs": 0,
        "footprints_without_crs": 0,
        "footprints_geographic_metres": 4490,
    }


def test_codes_fields_and_ids() -> None:
    known = {row["DLBM"] for row in read("parcels")[1]}
    found = Counter(row["DLBM"] or "" for row in read("parcels_unknown_codes")[1])
    assert {code: n for code, n in found.items() if code not in known} == FIGURES["parcels_unknown_codes"]["codes"]
    names = set(read("parcels_misspelt_fields")[1][0])
    assert "DLBN" in names and "DLBM" not in names and "KCDLBM" in names
    assert [row["DKBH"] for row in read("footprints_duplicate_ids")[1]] == ["DK001", "DK001", "DK002"]
    assert [row["DKBH"] for row in read("footprints_missing_ids")[1]] == ["DK001", None, "  "]


def test_broken_geometry() -> None:
    shapes, _ = read("parcels_broken_geometry")
    assert shapes[1] is None and shapes[2].is_empty and not shapes[0].is_valid
    assert shapes[0].area == 0 and shapely.make_valid(shapes[0]).area == 5000
    assert all(shape.is_valid for shape in shapes[3:])
    for name, areas in FIGURES["footprints_bowtie"].items():
        shape = dict(zip(FIGURES["footprints_bowtie"], read("footprints_bowtie")[0]))[name]
        assert shape.area == pytest.approx(float(areas["signed"]))
        assert repaired("footprints_bowtie")[name].area == pytest.approx(float(areas["even_odd"]))


def test_overlaps_and_ground_outside() -> None:
    ground = shapely.union_all(np.array(read("parcels")[0], dtype=object))
    assert ground.area == float(FIGURES["parcels"]["plane_area"])
    for name, outside in FIGURES["footprints_outside"].items():
        assert shapely.difference(repaired("footprints_outside")[name], ground).area == float(outside)
    shapes = repaired("footprints_overlapping")
    assert sum(shape.area for shape in shapes.values()) == float(FIGURES["footprints_overlapping"]["sum"])
    assert shapely.union_all(list(shapes.values())).area == float(FIGURES["footprints_overlapping"]["once"])
    for pair, area in FIGURES["footprints_overlapping"]["pairs"].items():
        left, right = pair.split("-")
        assert shapely.intersection(shapes[left], shapes[right]).area == float(area)
    parcels, rows = read("parcels_overlapping")
    by_bsm = {row["BSM"]: shape for row, shape in zip(rows, parcels)}
    ((left, right),) = FIGURES["parcels_overlapping"]["pairs"]
    assert shapely.intersection(by_bsm[left], by_bsm[right]).area == float(FIGURES["parcels_overlapping"]["overlap"])
    assert [row["BSM"] for row in rows] == sorted(by_bsm, reverse=True)


def test_neighbouring_zone_is_the_same_ground() -> None:
    """A plane stretches area by 1 + (y / R)², y the distance from its meridian (to the second order)."""
    here, there = read("parcels")[0], read("parcels_zone38")[0]
    ratio = sum(shape.area for shape in there) / sum(shape.area for shape in here)
    y38, y39 = there[0].centroid.x - 38_500_000, here[0].centroid.x - 39_500_000
    radius = 6_371_000
    assert ratio == pytest.approx((1 + (y38 / radius) ** 2) / (1 + (y39 / radius) ** 2), rel=1e-5)
