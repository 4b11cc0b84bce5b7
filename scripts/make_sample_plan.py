#!/usr/bin/env python3
"""Make the sample village plans: two villages of the made-up township, as planners deliver them.

`make_sample_plan.py [folder]` reads the township's GeoPackage and writes a plan without faults (classes of 2023, a GeoPackage with
the layer names of a delivered database) and one with known faults (classes of 2020, shapefiles in GBK with Chinese names), and
`faults.csv`, which lists them. Beside that folder, in `<folder>_projects`, made-up footprints of projects and a list of the
township's village plans. A seed makes them the same each time.
"""

from __future__ import annotations

import csv
import shutil
import sys
from decimal import Decimal
from pathlib import Path

import numpy as np
import shapely
from make_sample import PACKAGE_NAME, ROOT, measure
from make_sample_second_year import read_layer
from osgeo import gdal, ogr, osr
from township import geopackage, plan_projects, plan_tables, village_plan

SEED = 20_260_707
EPSG = 4527
SOUND = village_plan.Village("379901101202", "乙营村", "ydyh2023")
FAULTY = village_plan.Village("379901101203", "丙屯村", "ydyh2020", True)
CODES = ROOT / "resources" / "codes"
FIELDS = {
    "CJDCQ": "BSM:C20 YSDM:C10 ZLDWDM:C19 ZLDWMC:C60 JSMJ:D CZLX:C20 MSSM:C255 BZ:C255",
    "JQDLTB": (
        "BSM:C20 YSDM:C10 TBBH:C8 JQDLBM:C6 JQDLMC:C60 QSXZ:C2 QSDWDM:C19 QSDWMC:C60 ZLDWDM:C19 ZLDWMC:C60 TBMJ:D KCDLBM:C5 "
        "KCXS:D KCMJ:D TBDLMJ:D GDLX:C2 GDPDJB:C2 SJNF:I BZ:C255"
    ),
    "GHDLTB": "BSM:C20 YSDM:C10 TBBH:C8 GHDLBM:C6 GHDLMC:C60 GHDLMJ:D SSBJLX:C5 BZ:C255",
    "GGJCSSD": "BSM:C20 YSDM:C10 SSLXDM:C4 SSLXMC:C60 BZ:C255",
    "GHGGJCSSD": "BSM:C20 YSDM:C10 GHSSLXDM:C4 GHSSLXMC:C60 BZ:C255",
    "GKBJ": "BSM:C20 YSDM:C10 GKBJLXDM:C4 GKBJLXMC:C60 MJ:D BZ:C255",
    "YJJBNT": "BSM:C20 BZ:C255",
    "STBHHX": "BSM:C20 BZ:C255",
    **plan_tables.FIELDS,
}
CHINESE = {
    "CJDCQ": "村域", "JQDLTB": "现状用地", "GHDLTB": "规划用地", "GGJCSSD": "现状公服", "GHGGJCSSD": "规划公服", "GKBJ": "管控边界",
    "YJJBNT": "永久基本农田", "STBHHX": "生态保护红线",
}  # fmt: skip
KINDS = {"GGJCSSD": ogr.wkbPoint, "GHGGJCSSD": ogr.wkbPoint, "GHZBB": ogr.wkbNone, "KJGNJGTZB": ogr.wkbNone}
PROFILE = ROOT / "resources" / "profiles" / "fujian.json"


def plan_of(village: village_plan.Village, rng: np.random.Generator) -> village_plan.Plan:
    """The plan of a village of the sample township."""
    package = ROOT / "resources" / "sample" / PACKAGE_NAME
    shapes, rows = read_layer(package, "DLTB")
    mine = [place for place, row in enumerate(rows) if str(row["ZLDWDM"]).startswith(village.code)]
    prime, _ = read_layer(package, "YJJBNTBHTB")
    redline, _ = read_layer(package, "STBHHX")
    singles = np.array([shapely.get_parts(shape)[0] for shape in shapes[mine]], dtype=object)
    plan = village_plan.make(village, singles, [rows[place] for place in mine], prime, redline, CODES, measure, rng)
    if village.faults:
        village_plan.add_faults(plan, village_plan.class_names(CODES / f"{village.version}.csv"))
    return plan


def write_database(path: Path, plan: village_plan.Plan) -> None:
    """One GeoPackage with the layer names of a delivered database."""
    layers = {
        name: (None if KINDS.get(name) == ogr.wkbNone else EPSG, KINDS.get(name, ogr.wkbMultiPolygon), FIELDS[name], shapes, rows)
        for name, (shapes, rows) in plan.layers.items()
    }
    geopackage.write_geopackage(path, layers)


def write_shapefiles(folder: Path, plan: village_plan.Plan) -> None:
    """Shapefiles in GBK with Chinese names that don't say so."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    gdal.SetConfigOption("SHAPE_ENCODING", "GBK")
    driver = ogr.GetDriverByName("ESRI Shapefile")
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    for name, (shapes, rows) in plan.layers.items():
        path = folder / f"{CHINESE[name]}.shp"
        dataset = driver.CreateDataSource(str(path))
        kind = KINDS.get(name, ogr.wkbPolygon)
        layer = dataset.CreateLayer(path.stem, reference, kind, ["ENCODING=GBK"])
        declared = [entry.split(":") for entry in FIELDS[name].split()]
        for field, form in declared:
            definition = ogr.FieldDefn(field, geopackage.KINDS[form[0]])
            if form[0] == "C":
                definition.SetWidth(min(254, int(form[1:])))
            elif form[0] == "D":
                definition.SetWidth(18)
                definition.SetPrecision(4 if field == "KCXS" else 2)
            layer.CreateField(definition)
        for shape, row in zip(shapes, rows):
            feature = ogr.Feature(layer.GetLayerDefn())
            for field, _ in declared:
                if row.get(field) is not None:
                    feature.SetField(field, row[field])
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shapely.to_wkb(shape)))
            layer.CreateFeature(feature)
        del layer, dataset
        path.with_suffix(".cpg").unlink(missing_ok=True)
        _without_mark(path.with_suffix(".dbf"))
    gdal.SetConfigOption("SHAPE_ENCODING", None)


def _without_mark(table: Path) -> None:
    """A .dbf as older programs leave it: no mark of its language, and no day of writing."""
    data = bytearray(table.read_bytes())
    data[1:4] = bytes((126, 1, 1))
    data[29] = 0
    table.write_bytes(bytes(data))


def write_projects(folder: Path, sound: village_plan.Plan, faulty: village_plan.Plan) -> None:
    """Footprints over the plans, and the list of plans; not in the folder of the plans, which holds nothing but plans."""
    folder.mkdir(parents=True, exist_ok=True)
    shapes, rows = plan_projects.footprints(sound, faulty)
    layer = (EPSG, ogr.wkbPolygon, plan_projects.FIELDS, shapes, rows)
    geopackage.write_geopackage(folder / "projects_madeup.gpkg", {"XMHX": layer})
    _, villages = read_layer(ROOT / "resources" / "sample" / PACKAGE_NAME, "CJDCQ")
    plan_projects.write_register(folder / "village_plans_madeup.xlsx", villages)


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "sample" / "village_plan"
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(SEED)
    sound, faulty = plan_of(SOUND, rng), plan_of(FAULTY, rng)
    write_projects(folder.with_name(f"{folder.name}_projects"), sound, faulty)
    plan_tables.add_tables(sound, PROFILE, measure)
    write_database(folder / f"{SOUND.code}{SOUND.name}.gpkg", sound)
    write_shapefiles(folder / f"{FAULTY.code}{FAULTY.name}", faulty)
    with open(folder / "faults.csv", "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("fault", "layer", "place"))
        writer.writerows(faulty.faults)
    for plan in (sound, faulty):
        for name, key in (("JQDLTB", "TBMJ"), ("GHDLTB", "GHDLMJ")):
            total = sum((Decimal(str(row[key])) for row in plan.layers[name][1]), Decimal(0))
            print(plan.village.name, name, len(plan.layers[name][1]), total)
    return 0


if __name__ == "__main__":
    sys.exit(main())
