#!/usr/bin/env python3
"""Make the sample of site choice: ten candidate camp sites on a river that does not exist, what excludes them and what serves them.

`make_sample_sites.py [folder]` writes `sites_madeup.gpkg` and `slope_madeup.tif` (degrees); a seed makes them the same each
time. All of it is made up: no place, line or figure is real.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, ogr, osr

ROOT = Path(__file__).resolve().parent.parent
SEED = 20_231_010
NAME, RASTER = "sites_madeup.gpkg", "slope_madeup.tif"
EPSG = 4527
WEST, SOUTH = 39_450_000.0, 4_020_000.0
LENGTH, WIDTH = 12_000.0, 5_000.0
CELL = 50.0
MADE_UP = "虚构数据"
BANKS = ("缓坡", "草坡", "陡坡", "直立")


def river(metres: np.ndarray | float) -> np.ndarray:
    """How far north of the south edge the river runs, by metres from the west edge."""
    return 2_500 + 500 * np.sin(np.asarray(metres) / 1_900) + 180 * np.sin(np.asarray(metres) / 610)


def line(offset: float, step: float = 100.0) -> shapely.LineString:
    """A line beside the river."""
    east = np.arange(0, LENGTH + step, step)
    return shapely.LineString(np.column_stack([WEST + east, SOUTH + river(east) + offset]))


def blob(random: np.random.Generator, east: float, north: float, size: float) -> shapely.Polygon:
    """A patch with seven to ten corners on whole centimetres."""
    count = int(random.integers(7, 11))
    angle = np.sort(random.uniform(0, 2 * np.pi, count))
    reach = size * random.uniform(0.75, 1.2, count)
    return shapely.Polygon(np.round(np.column_stack([WEST + east + reach * np.cos(angle), SOUTH + north + reach * np.sin(angle)]), 2))


def spots(random: np.random.Generator, count: int, spread: float = 700.0) -> list[shapely.Point]:
    """Points near the river."""
    east = random.uniform(300, LENGTH - 300, count)
    north = river(east) + random.uniform(-spread, spread, count)
    return shapely.points(np.round(np.column_stack([WEST + east, SOUTH + north]), 2)).tolist()


def candidates(random: np.random.Generator) -> list[tuple[shapely.Polygon, dict[str, str]]]:
    """Ten camp sites on both banks."""
    made = []
    for number in range(10):
        east = 700 + number * 1_150 + random.uniform(-150, 150)
        side = 1 if number % 2 else -1
        shape = blob(random, east, float(river(east)) + side * random.uniform(160, 420), random.uniform(45, 90))
        made.append((shape, {"MC": f"示例营地{number + 1}号", "ANLX": str(random.choice(BANKS)), "BZ": MADE_UP}))
    return made


def beside(site: shapely.Polygon, share: float) -> shapely.Polygon:
    """A square that covers a share of the width of a site from the west."""
    west, south, east, north = site.bounds
    return shapely.box(west - 200, south - 150, round(west + share * (east - west), 2), north + 150)


def layers(random: np.random.Generator) -> dict[str, list[tuple[shapely.Geometry, dict[str, str]]]]:
    """All layers by name; one site each lies in prime farmland, in a redline, on flood ground, on hazard ground, under a power line."""
    sites = candidates(random)
    shapes = [shape for shape, _ in sites]
    wanted = random.permutation(10)
    redline = blob(random, *(np.array(shapes[wanted[1]].centroid.coords[0]) - (WEST, SOUTH)), 120.0)
    power = shapes[wanted[4]].centroid
    grazed = shapes[wanted[5]].bounds
    plain = {
        "永久基本农田": [beside(shapes[wanted[0]], 0.4), shapely.box(grazed[0] - 300, grazed[1] - 100, grazed[0] + 0.4, grazed[3] + 100)],
        "生态保护红线": [redline],
        "河道管理范围": [shapely.buffer(line(0.0), 110.0, cap_style="flat"), shapely.buffer(shapes[wanted[2]].centroid, 30.0)],
        "地质灾害易发区": [beside(shapes[wanted[3]], 0.2)],
        "高压线路": [shapely.LineString([(power.x, SOUTH), (power.x + 60, SOUTH + WIDTH)])],
        "大堤": [line(520.0), line(-520.0)],
        "道路": [line(700.0), line(-760.0), *(
            shapely.LineString([(WEST + east, SOUTH), (WEST + east + 80, SOUTH + WIDTH)]) for east in (1_500, 5_200, 9_300)
        )],
        "公交站": spots(random, 7),
        "停车场": spots(random, 6),
        "公共厕所": spots(random, 8),
        "供水点": spots(random, 7),
        "供电设施": spots(random, 9),
        "垃圾收集点": spots(random, 10),
        "商店": spots(random, 8, 900.0),
    }
    return {"候选营地": sites, **{name: [(shape, {"BZ": MADE_UP}) for shape in rows] for name, rows in plain.items()}}


def write(path: Path, made: dict[str, list[tuple[shapely.Geometry, dict[str, str]]]]) -> None:
    """A GeoPackage, a layer each."""
    ogr.UseExceptions()
    path.unlink(missing_ok=True)
    gdal.SetConfigOption("OGR_CURRENT_DATE", "2023-10-10T00:00:00Z")
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for name, rows in made.items():
        kinds = {0: ogr.wkbPoint, 1: ogr.wkbLineString, 3: ogr.wkbPolygon}
        layer = data.CreateLayer(name, reference, kinds[shapely.get_type_id(rows[0][0])], ["SPATIAL_INDEX=NO"])
        for field in rows[0][1]:
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
        for shape, values in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(shape)))
            for field, value in values.items():
                feature.SetField(field, value)
            layer.CreateFeature(feature)
    del data


def write_slope(path: Path) -> None:
    """Degrees of slope on cells of 50 m: steep along the river's banks, flat behind them."""
    columns, rows = int(LENGTH / CELL), int(WIDTH / CELL)
    east = (np.arange(columns) + 0.5) * CELL
    north = WIDTH - (np.arange(rows) + 0.5) * CELL
    away = np.abs(north[:, None] - river(east)[None])
    slope = np.round(2 + 22 * np.exp(-(((away - 130) / 110) ** 2)) + 3 * np.sin(east[None] / 430) ** 2, 1)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    data = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Float32, ["COMPRESS=DEFLATE", "PREDICTOR=3"])
    data.SetGeoTransform((WEST, CELL, 0, SOUTH + WIDTH, 0, -CELL))
    data.SetProjection(reference.ExportToWkt())
    data.GetRasterBand(1).WriteArray(slope.astype(np.float32))
    data.GetRasterBand(1).SetDescription("坡度 虚构数据")
    del data


def main() -> None:
    """Write both files."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "sample" / "sites"
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / NAME, layers(np.random.default_rng(SEED)))
    write_slope(folder / RASTER)


if __name__ == "__main__":
    main()
