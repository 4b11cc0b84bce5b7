#!/usr/bin/env python3
"""Make the sample: a township that does not exist, in the shape of a land survey.

`make_sample.py [folder]` writes the GeoPackage, its figures and two coordinate files; a seed makes it the same each time.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import numpy as np
import shapely
from osgeo import ogr
from township import controls, geopackage, ground, projects, survey

ROOT = Path(__file__).resolve().parent.parent
SEED = 20_260_101
PACKAGE_NAME = "sample_township_madeup.gpkg"
AREA_FIELDS = {
    "DLTB": "TBMJ",
    "DLTB_2019": "TBMJ",
    "YJJBNTBHTB": "YJJBNTMJ",
    "JTTDSYQ": "ZDMJ",
    "STBHHX": "MJ",
    "CZKFBJ": "MJ",
    "GHDLTB": "GHDLMJ",
    "GDZLDB": "MJ",
    "YPJSYD": "TBMJ",
    "CJDCQ": "DCMJ",
    "XZQ": "DCMJ",
}


def measure(shapes: np.ndarray) -> list[Decimal]:
    """The survey's ellipsoidal areas, rounded once to 0.01 m²."""
    sys.path.insert(0, str(ROOT.parent))
    try:
        ellipsoid = importlib.import_module(f"{ROOT.name}.core.ellipsoid")
        rounding = importlib.import_module(f"{ROOT.name}.core.rounding")
        area = importlib.import_module(f"{ROOT.name}.core.area")
    finally:
        sys.path.remove(str(ROOT.parent))
    zone = ellipsoid.GaussZone(central_meridian_seconds=117 * 3600, false_easting=39_500_000.0)
    raw = ellipsoid.ellipsoid_areas(shapes, zone)
    units = rounding.units_half_up(raw, area.AreaUnit.HUNDREDTH_SQUARE_METRE)
    return [Decimal(int(unit)) / 100 for unit in units]


def township() -> dict[str, tuple[np.ndarray, list[survey.Row]]]:
    """Every layer of the sample: shapes and rows."""
    rng = np.random.default_rng(SEED)
    land = ground.draw(SEED)
    grade_shapes, grade_rows = controls.grade_layer(land.outline, rng, measure)
    places = shapely.point_on_surface(land.faces)
    face, cell = shapely.STRtree(grade_shapes).query(places, predicate="intersects")
    grades = np.zeros(len(land.faces), dtype=int)
    grades[face] = np.array([row["GDDB"] for row in grade_rows])[cell]
    taken = survey.take_survey(land, measure(land.faces), grades, rng)
    villages, town = controls.districts(taken, measure)
    return {
        "DLTB": (taken.faces, taken.rows),
        "YJJBNTBHTB": controls.prime_farmland(taken, rng, measure),
        "STBHHX": controls.redline(land, measure),
        "CZKFBJ": controls.growth_boundary(measure),
        "GHDLTB": controls.plan(land, measure),
        "JTTDSYQ": controls.ownership(taken, measure),
        "GDZLDB": (grade_shapes, grade_rows),
        "YPJSYD": controls.approved(measure),
        "DLTB_2019": (taken.faces, survey.former_survey(taken, rng)),
        "CJDCQ": villages,
        "XZQ": town,
        "XMHX": projects.projects(land, taken),
    }


def figures(layers: dict[str, tuple[np.ndarray, list[survey.Row]]]) -> dict[str, object]:
    """What a reader may check: counts and sums (m², as text so that nothing is rounded on the way)."""
    summary: dict[str, object] = {"note": "made up / 虚构数据", "seed": SEED, "crs": f"EPSG:{ground.EPSG}"}
    for name, (shapes, rows) in layers.items():
        entry: dict[str, object] = {
            "count": len(rows),
            "vertices": int(shapely.get_num_coordinates(shapes).sum()),
        }
        if name in AREA_FIELDS:
            field = AREA_FIELDS[name]
            entry[f"sum_{field}"] = str(_total(row[field] for row in rows))
        if name.startswith("DLTB"):
            codes = Counter(str(row["DLBM"]) for row in rows)
            entry["by_class"] = {
                code: {
                    "count": codes[code],
                    "sum_TBMJ": str(_total(r["TBMJ"] for r in rows if r["DLBM"] == code)),
                }
                for code in sorted(codes)
            }
        if name == "XMHX":
            entry["plane_area"] = {
                str(row["DKBH"]): str(projects.plane_area(s)) for s, row in zip(shapes, rows)
            }
        summary[name] = entry
    return summary


def _total(values: Sequence[object]) -> Decimal:
    return sum((Decimal(repr(value)) for value in values), Decimal("0.00"))


def coordinate_texts() -> dict[str, bytes]:
    """Two files of made-up parcels inside the township."""

    def placed(x: float, y: float, width: float, height: float, turn: float) -> shapely.Geometry:
        return projects._three_decimals(ground.to_grid(projects.block(x, y, width, height, turn)))

    ring = shapely.difference(placed(-1900, 1720, 190, 150, 0.05), placed(-1890, 1715, 46, 38, 0.05))
    first = projects.coordinate_file(
        "示例项目一（虚构）",
        [
            ("SL001", "示例加油站", "商业服务业设施用地", "05H1", placed(820, 30, 96, 72, 0.03)),
            ("SL002", "示例停车场", "交通服务场站用地", "1005", placed(1010, 60, 120, 64, 0.03)),
            ("SL003", "示例养老院", "科教文卫用地", "08H2", ring),
        ],
        "J{:d}",
        "虚构县自然资源和规划局",
    )
    corners = np.array(
        [[2430, -2010], [2610, -1985], [2660, -2085], [2590, -2190], [2400, -2170]], dtype=float
    )
    second = projects.coordinate_file(
        "示例项目二（虚构）",
        [
            (
                "SL101",
                "示例粮库",
                "物流仓储用地",
                "0508",
                projects._three_decimals(ground.to_grid(shapely.polygons(corners))),
            ),
            ("SL102", "示例泵站", "公用设施用地", "0809", placed(2750, -1420, 40, 30, 0.4)),
        ],
        "J{:02d}",
        "虚构县自然资源和规划局",
    )
    return {
        "batch_one_madeup.txt": first.encode("utf-8"),
        "batch_two_madeup_gbk.txt": second.encode("gb18030"),
    }


def main(folder: Path) -> None:
    """Write the sample into `folder`."""
    np.seterr(invalid="ignore")
    layers = township()
    (folder / "coordinates").mkdir(parents=True, exist_ok=True)
    multi = {"CJDCQ", "XMHX"}
    geopackage.write_geopackage(
        folder / PACKAGE_NAME,
        {
            name: (
                ground.EPSG,
                ogr.wkbMultiPolygon if name in multi else ogr.wkbPolygon,
                geopackage.FIELDS[name],
                shapes,
                rows,
            )
            for name, (shapes, rows) in layers.items()
        },
    )
    for name, content in coordinate_texts().items():
        (folder / "coordinates" / name).write_bytes(content)
    summary = figures(layers) | {"content_sha256": geopackage.content_hash(folder / PACKAGE_NAME)}
    text = json.dumps(summary, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "sample_township_madeup.json").write_text(text + "\n", encoding="utf-8")
    print(
        f"{folder / PACKAGE_NAME}: {len(layers['DLTB'][1])} parcels, {(folder / PACKAGE_NAME).stat().st_size / 1e6:.1f} MB"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "sample")
