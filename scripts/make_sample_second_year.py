#!/usr/bin/env python3
"""Make the farmland layers of the sample: the made-up township a year later, its change package, supplement blocks.

`make_sample_second_year.py [folder]` reads the township's GeoPackage and writes `farmland_madeup.gpkg` and the spreadsheet
`reserve_lots_madeup.xlsx`; a seed makes them the same each time.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import shapely
from make_sample import PACKAGE_NAME, ROOT, measure
from osgeo import ogr
from township import geopackage, ground, reserve_lots, second_year

SEED = 20_261_231
NAME = "farmland_madeup.gpkg"
PIECE_FIELDS = "BSM:C18 TBBGMJ:D BGXW:C10 " + " ".join(
    f"{prefix}{name}"
    for prefix in ("BGQ", "BGH")
    for name in (
        "TBBSM:C18", "TBBH:C8", "DLBM:C5", "DLMC:C60", "ZLDWDM:C19", "ZLDWMC:C255", "KCXS:D", "KCMJ:D", "TBDLMJ:D", "GDLX:C2",
        "GDPDJB:C2", "GDDB:I", "TBXHDM:C6", "ZZSXDM:C6",
    )
)  # fmt: skip
BLOCK_FIELDS = "DKBH:C20 DKMC:C60 XMMC:C255 BZ:C255"
BLOCKS = 14


def read_layer(package: Path, name: str) -> tuple[np.ndarray, list[second_year.Row]]:
    """Shapes and rows of a layer."""
    ogr.UseExceptions()
    source = ogr.Open(str(package))
    layer = source.GetLayerByName(name)
    shapes, rows = [], []
    for feature in layer:
        shapes.append(shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())))
        rows.append({key: value for key, value in feature.items().items() if key != "fid"})
    return np.array(shapes, dtype=object), rows


def blocks(
    faces: np.ndarray, rows: list[second_year.Row], prime: np.ndarray, project: str, rng: np.random.Generator
) -> tuple[list[object], list[second_year.Row]]:
    """Supplement blocks of a project: cultivated parcels that are no prime farmland yet, and two that can't be accepted."""
    taken = set(shapely.STRtree(shapely.point_on_surface(faces)).query(prime, predicate="intersects")[1].tolist())
    good = [
        place for place, row in enumerate(rows)
        if place not in taken and str(row["DLBM"]).startswith("010") and str(row["GDPDJB"]) in "12" and row["TBMJ"] > 4000
    ]  # fmt: skip
    steep = [place for place, row in enumerate(rows) if str(row["GDPDJB"]) in "45" and row["TBMJ"] > 2000]
    wood = [place for place, row in enumerate(rows) if row["DLBM"] == "0301" and row["TBMJ"] > 2000]
    chosen = [*rng.permutation(good)[:BLOCKS], *steep[:1], *wood[:1]]
    own = [
        {"DKBH": f"BH{number:03d}", "DKMC": f"示例补划地块{number}", "XMMC": project, "BZ": "虚构数据"}
        for number in range(1, len(chosen) + 1)
    ]
    return [faces[place] for place in chosen], own


def main(folder: Path) -> None:
    """Write the layers into `folder/farmland`."""
    np.seterr(invalid="ignore")
    rng = np.random.default_rng(SEED)
    faces, rows = read_layer(folder / PACKAGE_NAME, "DLTB")
    year = second_year.next_year(faces, rows, rng, measure)
    prime, _ = read_layer(folder / PACKAGE_NAME, "YJJBNTBHTB")
    block_shapes, block_rows = blocks(faces, rows, prime, "示例装备制造产业园", rng)
    (folder / "farmland").mkdir(exist_ok=True)
    layers = {
        "DLTB_2026": (geopackage.DLTB, year.shapes, year.rows),
        "DLTBGX": (geopackage.DLTB, year.after_shapes, year.after_rows),
        "DLTBGXGC": (PIECE_FIELDS, year.piece_shapes, year.piece_rows),
        "BHDK": (BLOCK_FIELDS, block_shapes, block_rows),
    }
    geopackage.write_geopackage(
        folder / "farmland" / NAME,
        {
            name: (ground.EPSG, ogr.wkbPolygon, fields, np.array(shapes, dtype=object), own)
            for name, (fields, shapes, own) in layers.items()
        },
    )
    reserve_lots.write(folder / "farmland" / "reserve_lots_madeup.xlsx")
    print({name: len(own) for name, (_, _, own) in layers.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "sample")
