#!/usr/bin/env python3
"""Make `township_traps_madeup.gpkg`: small layers, each with one kind of bad input. All made up.

The ground is 6 × 6 squares of 100 m at round coordinates, so that every plane area can be worked out by hand. The figures
beside it (`township_traps_madeup.json`) say what a reader must find.
"""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path

import numpy as np
import shapely
from osgeo import ogr, osr

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "scripts"))

from make_sample import measure  # noqa: E402
from township.geopackage import FIELDS, Row, write_geopackage  # noqa: E402
from township.survey import CLASS_NAMES, half_up  # noqa: E402

WEST, SOUTH, SIZE, SIDE = 39_408_000.0, 4_036_000.0, 100.0, 6
CLASSES = (
    ("0102", "0102", "0102", "1006", "0102", "0301"),
    ("0102", "0101", "0102", "1006", "0201", "0301"),
    ("0103", "0103", "0102", "1006", "0702", "0702"),
    ("0103", "0103", "1107", "1006", "0702", "1201"),
    ("0102", "1104A", "1107", "1003", "1003", "1003"),
    ("0102", "0201K", "1107", "1006", "0601", "1101"),
)
FOOTPRINT_FIELDS = "DKBH:C20 DKMC:C255"
Layer = tuple[object, int, str, np.ndarray, list[Row]]


def square(column: float, row: float, columns: float = 1, rows: float = 1) -> shapely.Geometry:
    """A rectangle in parcels from the south-west corner."""
    return shapely.box(
        WEST + SIZE * column,
        SOUTH + SIZE * row,
        WEST + SIZE * (column + columns),
        SOUTH + SIZE * (row + rows),
    )


def ring(*places: tuple[float, float]) -> shapely.Geometry:
    """A polygon through places in parcels, valid or not."""
    return shapely.polygons([(WEST + SIZE * x, SOUTH + SIZE * y) for x, y in places])


def parcels() -> tuple[np.ndarray, list[Row]]:
    """36 good parcels; BSM rises from the south-west, east first."""
    shapes = np.array([square(i, j) for j in range(SIDE) for i in range(SIDE)], dtype=object)
    rows: list[Row] = []
    for number, area in enumerate(measure(shapes)):
        j, i = divmod(number, SIDE)
        code = CLASSES[j][i]
        ridge = half_up(area * Decimal("0.1")) if code == "0103" else Decimal(0)
        state = code in ("1003", "1101")
        village = "379901101201" if i < 3 else "379901101202"
        name = "甲庄村" if i < 3 else "乙营村"
        rows.append(
            {
                "BSM": f"3799011101{number + 1:08d}",
                "YSDM": "2001010100",
                "TBBH": str(number + 1),
                "DLBM": code,
                "DLMC": CLASS_NAMES[code],
                "QSXZ": "20" if state else "32",
                "QSDWDM": "379901" + "0" * 13 if state else village + "0000000",
                "QSDWMC": "虚构县" if state else name,
                "ZLDWDM": village + "0000000",
                "ZLDWMC": name,
                "TBMJ": float(area),
                "KCDLBM": "1203" if ridge else None,
                "KCXS": 0.1 if ridge else 0.0,
                "KCMJ": float(ridge),
                "TBDLMJ": float(area - ridge),
                "GDLX": "TT" if ridge else None,
                "GDPDJB": ("3" if ridge else "1") if code.startswith("01") else None,
                "ZZSXDM": "LS" if code.startswith("01") else None,
                "GDDB": 6 if code.startswith("01") else None,
                "SJNF": 2025,
                "MSSM": "00",
                "BZ": "虚构数据",
            }
        )
    return shapes, rows


def footprints(*entries: tuple[object, object]) -> tuple[np.ndarray, list[Row]]:
    """Footprints (id, shape)."""
    shapes = np.empty(len(entries), dtype=object)
    for index, (_, shape) in enumerate(entries):
        shapes[index] = shape
    return shapes, [{"DKBH": name, "DKMC": f"示例地块{name or ''}"} for name, _ in entries]


def in_zone_38(shapes: np.ndarray) -> np.ndarray:
    """The same ground in EPSG:4526."""
    references = []
    for code in (4527, 4526):
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(code)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        references.append(reference)
    change = osr.CoordinateTransformation(*references)

    def moved(points: np.ndarray) -> np.ndarray:
        return np.round(np.array(change.TransformPoints(points.tolist()))[:, :2], 4)

    return np.array([shapely.transform(shape, moved) for shape in shapes], dtype=object)


def overlapping() -> tuple[np.ndarray, list[Row]]:
    """The last-but-one parcel of row 0 reaches 10 m into its western neighbour; the rows are stored against BSM."""
    shapes, rows = parcels()
    shapes, rows = shapes[::-1].copy(), rows[::-1]
    index = next(i for i, row in enumerate(rows) if row["TBBH"] == "5")
    shapes[index] = square(3.9, 0, 1.1, 1)
    rows[index] |= {"TBMJ": float(measure(shapes[[index]])[0]), "TBDLMJ": float(measure(shapes[[index]])[0])}
    return shapes, rows


def layers() -> dict[str, Layer]:
    """Every trap by name."""
    shapes, rows = parcels()
    dltb, polygon, multi = FIELDS["DLTB"], ogr.wkbPolygon, ogr.wkbMultiPolygon

    unknown = [dict(row) for row in rows]
    for place, code in ((0, "9999"), (7, "0199"), (14, None), (15, "1006X")):
        unknown[place] |= {"DLBM": code, "DLMC": "未知"}
    broken = shapes.copy()
    broken[0] = ring((0, 0), (1, 1), (1, 0), (0, 1))
    broken[1] = None
    broken[2] = shapely.Polygon()
    misspelt = [{("DLBN" if key == "DLBM" else key): value for key, value in row.items()} for row in rows]

    good = footprints(
        ("DK001", square(0.5, 0.5, 2, 2)), ("DK002", square(3.2, 1.1, 1.7, 0.8)), ("DK003", square(1, 4))
    )
    plain = {
        "footprints": good,
        "footprints_duplicate_ids": footprints(
            ("DK001", square(0, 0)), ("DK001", square(2, 2)), ("DK002", square(4, 4))
        ),
        "footprints_missing_ids": footprints(
            ("DK001", square(0, 0)), (None, square(2, 2)), ("  ", square(4, 4))
        ),
        "footprints_null_geometry": footprints(
            ("DK001", square(0, 0)), ("DK002", None), ("DK003", shapely.Polygon())
        ),
        "footprints_bowtie": footprints(
            ("DK001", ring((0, 0), (1, 1), (1, 0), (0, 1))),
            ("DK002", ring((2, 2), (4, 4), (4, 3), (3, 4))),
            ("DK003", square(0.2, 4.2, 0.6, 0.6)),
        ),
        "footprints_outside": footprints(
            ("DK001", square(5.5, 2, 1, 1)),
            ("DK002", square(9, 9)),
            ("DK003", square(-0.25, -0.25, 6.5, 6.5)),
        ),
        "footprints_overlapping": footprints(
            ("DK001", square(0.5, 0.5, 2, 2)),
            ("DK002", square(1.5, 1.5, 2, 2)),
            ("DK003", square(2, 2, 0.25, 0.25)),
        ),
        "footprints_twins": footprints(("DK001", square(1, 1)), ("DK002", square(1, 1))),
        "footprints_empty": footprints(),
        "footprints_text_formulas": footprints(
            ("=1+1", square(0, 0)), ("+86", square(1, 1)), ("@x", square(2, 2)), ("-5", square(3, 3))
        ),
    }
    centre = shapely.transform(good[0], lambda points: points)
    degrees = np.array([shapely.box(115.98, 36.45, 115.981, 36.451)], dtype=object)
    lines = np.array([shapely.LineString([(WEST, SOUTH), (WEST + 300, SOUTH + 200)])], dtype=object)
    twice_protected = np.array([square(0, 0, 3, 1.5), square(2, 1, 2, 2)], dtype=object)
    found: dict[str, Layer] = {
        "parcels": (4527, polygon, dltb, shapes, rows),
        "parcels_unknown_codes": (4527, polygon, dltb, shapes, unknown),
        "parcels_misspelt_fields": (4527, polygon, dltb.replace(" DLBM:", " DLBN:"), shapes, misspelt),
        "parcels_broken_geometry": (4527, polygon, dltb, broken, rows),
        "parcels_overlapping": (4527, polygon, dltb, *overlapping()),
        "parcels_zone38": (4526, polygon, dltb, in_zone_38(shapes), rows),
        "parcels_without_crs": (None, polygon, dltb, shapes, rows),
        "prime_farmland_overlapping": (
            4527,
            polygon,
            "BSM:C18 YJJBNTMJ:D",
            twice_protected,
            [{"BSM": "1", "YJJBNTMJ": 45_000.0}, {"BSM": "2", "YJJBNTMJ": 40_000.0}],
        ),
        "footprints_zone38": (4526, polygon, FOOTPRINT_FIELDS, in_zone_38(centre), good[1]),
        "footprints_without_crs": (None, polygon, FOOTPRINT_FIELDS, *good),
        "footprints_geographic_metres": (4490, polygon, FOOTPRINT_FIELDS, *good),
        "footprints_degrees_in_metres": (4527, polygon, FOOTPRINT_FIELDS, degrees, [{"DKBH": "DK001"}]),
        "footprints_lines": (4527, ogr.wkbLineString, FOOTPRINT_FIELDS, lines, [{"DKBH": "DK001"}]),
        "footprints_no_polygons": (4527, ogr.wkbUnknown, FOOTPRINT_FIELDS, lines, [{"DKBH": "DK001"}]),
        "footprints_multi": (
            4527,
            multi,
            FOOTPRINT_FIELDS,
            np.array([shapely.union(square(0, 0), square(2, 2))]),
            [{"DKBH": "DK001"}],
        ),
    }
    return found | {name: (4527, polygon, FOOTPRINT_FIELDS, *entry) for name, entry in plain.items()}


EXPECTED = {
    "note": "made up / 虚构数据; plane areas in square metres, worked out by hand",
    "parcels": {"count": 36, "plane_area": "360000"},
    "parcels_unknown_codes": {"codes": {"9999": 1, "0199": 1, "1006X": 1, "": 1}},
    "parcels_broken_geometry": {
        "null": 1,
        "empty": 1,
        "self_intersecting": 1,
        "even_odd_area": "5000",
        "signed_area": "0",
    },
    "parcels_overlapping": {
        "pairs": [["379901110100000004", "379901110100000005"]],
        "overlap": "1000",
        "owner": "379901110100000004",
    },
    "prime_farmland_overlapping": {"overlap": "5000", "covered": "80000"},
    "footprints": {"DK001": "40000", "DK002": "13600", "DK003": "10000"},
    "footprints_bowtie": {
        "DK001": {"signed": "0", "even_odd": "5000"},
        "DK002": {"signed": "5000", "even_odd": "10000"},
        "DK003": {"signed": "3600", "even_odd": "3600"},
    },
    "footprints_outside": {"DK001": "5000", "DK002": "10000", "DK003": "62500"},
    "footprints_overlapping": {
        "sum": "80625",
        "once": "70000",
        "pairs": {"DK001-DK002": "10000", "DK001-DK003": "625", "DK002-DK003": "625"},
    },
    "footprints_twins": {"sum": "20000", "once": "10000"},
}


def main(folder: Path) -> None:
    """Write the traps and their figures into `folder`."""
    np.seterr(invalid="ignore")
    found = layers()
    write_geopackage(folder / "township_traps_madeup.gpkg", found)
    figures = EXPECTED | {"counts": {name: len(entry[4]) for name, entry in found.items()}}
    text = json.dumps(figures, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "township_traps_madeup.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
