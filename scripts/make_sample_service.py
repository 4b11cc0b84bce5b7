#!/usr/bin/env python3
"""Make the sample of planner service: villages of a made-up county, teams, an assignment with gaps, visits.

`make_sample_service.py [file]` writes `resources/sample/service/service_madeup.gpkg`. Everything in it is made up from a seed;
the tables are the same each time. Needs numpy, shapely and GDAL.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, ogr, osr
from shapely import affinity

FILE = Path(__file__).resolve().parent.parent / "resources" / "sample" / "service" / "service_madeup.gpkg"
SEED, VILLAGES, TOWNS, TEAMS = 2024, 140, 6, 7
COUNTY, EPSG = "379902", 4527
MIDDLE, WIDE, HIGH = (39_440_000.0, 4_030_000.0), 17_000.0, 12_500.0
SCENARIO, FROM, TO = "示例方案（虚构）", "2024-01-01", "2026-12-31"
FAMILIES, PLACES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "家庄楼寨洼坊营屯店堂"
LEADERS = "甲乙丙丁戊己庚"

gdal.UseExceptions()
ogr.UseExceptions()


def ground(rng: random.Random) -> tuple[shapely.Geometry, np.ndarray]:
    """The county and its villages: Voronoi cells of points that moved apart three times."""
    county = affinity.scale(shapely.Point(MIDDLE).buffer(1.0, quad_segs=12), WIDE, HIGH)
    county = affinity.rotate(county, 18.0)
    west, south, east, north = county.bounds
    points: list[shapely.Point] = []
    while len(points) < VILLAGES:
        point = shapely.Point(rng.uniform(west, east), rng.uniform(south, north))
        if county.contains(point):
            points.append(point)
    for _ in range(3):
        cells = [cell & county for cell in shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=county))]
        points = [cell.centroid for cell in cells]
    ordered = sorted(cells, key=lambda cell: (-round(cell.centroid.y / 3000), cell.centroid.x))
    return county, shapely.set_precision(np.array(ordered, dtype=object), 0.001)


def nearest(places: np.ndarray, seeds: np.ndarray) -> np.ndarray:
    """The seed next to each place."""
    return ((places[:, None] - places[seeds][None]) ** 2).sum(2).argmin(1)


def write(data: ogr.DataSource, name: str, shapes: Sequence[shapely.Geometry | None], rows: Sequence[dict]) -> None:
    """A layer of shapes, or a table."""
    system, kind = None, ogr.wkbNone
    if shapes[0] is not None:
        system = osr.SpatialReference()
        system.ImportFromEPSG(EPSG)
        kind = ogr.wkbPolygon if shapes[0].geom_type == "Polygon" else ogr.wkbPoint
    layer = data.CreateLayer(name, system, kind)
    for key, value in rows[0].items():
        layer.CreateField(ogr.FieldDefn(key, ogr.OFTInteger64 if isinstance(value, int) else ogr.OFTString))
    for shape, row in zip(shapes, rows):
        feature = ogr.Feature(layer.GetLayerDefn())
        for key, value in row.items():
            feature.SetField(key, value)
        if shape is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(shape)))
        layer.CreateFeature(feature)


def main(file: Path) -> None:
    """Write the file."""
    rng = random.Random(SEED)
    county, cells = ground(rng)
    places = shapely.get_coordinates(shapely.centroid(cells))
    town = nearest(places, np.array(rng.sample(range(len(cells)), TOWNS)))
    bases = np.array(rng.sample(range(len(cells)), TEAMS))
    team = nearest(places, bases)
    counters = [0] * TOWNS
    units = []
    for row in range(len(cells)):
        counters[town[row]] += 1
        name = rng.choice(FAMILIES) + rng.choice(PLACES) + rng.choice(("村", "村", "庄村", "社区"))
        units.append(
            {
                "DYDM": f"{COUNTY}{town[row] + 1:03d}{200 + counters[town[row]]:03d}",
                "DYMC": name,
                "SSXZ": f"示例{'一二三四五六'[town[row]]}镇",
                "SSXQ": "示例乙县",
                "RKS": rng.randint(300, 3200),
                "ZBXM": rng.choice((0, 0, 0, 1, 1, 2)),
                "YZFCS": 2,
            }
        )
    teams = [
        {
            "XZBH": f"SL{n + 1:02d}", "XZMCH": f"示例第{n + 1}小组", "QTGHS": f"{FAMILIES[n]}某{LEADERS[n]}", "FWJS": "责任规划师",
            "PQQSRQ": FROM, "PQJZRQ": TO,
        }
        for n in range(TEAMS)
    ]  # fmt: skip
    nobody = set(rng.sample(range(len(cells)), 4))
    assigned = [
        {
            "FAMC": SCENARIO, "DYDM": unit["DYDM"], "DYMC": unit["DYMC"], "XZBH": teams[team[row]]["XZBH"], "FWJS": "责任规划师",
            "PQQSRQ": FROM,
        }
        for row, unit in enumerate(units)
        if row not in nobody
    ]  # fmt: skip
    twice = next(row for row in range(len(cells)) if row not in nobody and team[row] == 2)
    assigned.append({**assigned[0], "DYDM": units[twice]["DYDM"], "DYMC": units[twice]["DYMC"], "XZBH": teams[3]["XZBH"]})
    visits = []
    for _ in range(95):
        row = min(int(rng.expovariate(1 / 45.0)), len(cells) - 1)
        day = f"2024-{rng.randint(1, 6):02d}-{rng.randint(1, 28):02d}"
        visits.append({"DYDM": units[row]["DYDM"], "DYMC": units[row]["DYMC"], "XZBH": teams[team[row]]["XZBH"], "RQ": day})
    visits.sort(key=lambda visit: (visit["RQ"], visit["DYDM"]))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    gdal.SetConfigOption("OGR_CURRENT_DATE", "2024-01-01T00:00:00.000Z")
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(file))
    write(data, "county", [county], [{"XZQDM": COUNTY, "XZQMC": "示例乙县（虚构）"}])
    write(data, "service_units", cells, units)
    write(data, "planner_teams", [shapely.Point(places[base]) for base in bases], teams)
    write(data, "service_assignment", [None] * len(assigned), assigned)
    write(data, "planner_visits", [None] * len(visits), visits)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
