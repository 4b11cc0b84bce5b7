"""GeoPackages for the sample and for tests: declared fields, rows in order, no clock in the file."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, ogr, osr

Row = dict[str, object]
FIXED_DATE = "2026-01-01T00:00:00Z"
KINDS = {"C": ogr.OFTString, "I": ogr.OFTInteger, "D": ogr.OFTReal, "T": ogr.OFTDate}

DLTB = (
    "BSM:C18 YSDM:C10 TBYBH:C18 TBBH:C8 DLBM:C5 DLMC:C60 QSXZ:C2 QSDWDM:C19 QSDWMC:C255 ZLDWDM:C19 ZLDWMC:C255 TBMJ:D "
    "KCDLBM:C5 KCXS:D KCMJ:D TBDLMJ:D GDLX:C2 GDPDJB:C2 XZDWKD:D TBXHDM:C6 TBXHMC:C20 ZZSXDM:C6 ZZSXMC:C20 GDDB:I FRDBS:C1 "
    "CZCSXM:C4 SJNF:I MSSM:C2 HDMC:C100 BZ:C255"
)
FIELDS = {
    "DLTB": DLTB,
    "DLTB_2019": DLTB,
    "YJJBNTBHTB": (
        "BSM:C18 YSDM:C10 XZQDM:C12 XZQMC:C100 YJJBNTTBBH:C20 TBBH:C8 DLBM:C5 DLMC:C60 QSXZ:C2 QSDWDM:C19 QSDWMC:C255 ZLDWDM:C19 "
        "ZLDWMC:C255 YJJBNTTBMJ:D KCDLBM:C5 KCXS:D KCMJ:D YJJBNTMJ:D GDLX:C2 GDPDJB:C2 GGBZL:C10 TBXHDM:C6 TBXHMC:C20 ZZSXDM:C6 "
        "ZZSXMC:C20 GDDB:I GDDJ:I ZLFLDM:C12 FRDBS:C1 SJNF:I WDGD:C10 SFWYYJJBNT:C10 BHKSSJ:T BHJSSJ:T BZ:C50"
    ),
    "STBHHX": (
        "BSM:C255 YSDM:C255 XZQDM:C255 XZQMC:C255 SHENG:C255 SHI:C255 XIAN:C255 HXBM:C255 HXMC:C255 HXLX:C255 LXBM:C255 MJ:D "
        "ZRBHDMC:C255 ZRBHDJB:C255 ZRBHDLX:C255 ZRBHDFQ:C255 GKCS:C255 BZ:C255"
    ),
    "CZKFBJ": "BSM:C18 YSDM:C10 XZQDM:C12 XZQMC:C100 GHFQDM:C3 GHFQMC:C50 MJ:D BZ:C255",
    "GHDLTB": "BSM:C20 YSDM:C10 TBBH:C8 GHDLBM:C6 GHDLMC:C60 GHDLMJ:D SSBJLX:C5 BZ:C255",
    "JTTDSYQ": "BSM:C18 ZDDM:C19 QLRMC:C255 QSXZ:C2 QSDWDM:C19 QSDWMC:C255 ZDMJ:D",
    "GDZLDB": "BSM:C18 GDDB:I ZLFLDM:C12 MJ:D",
    "YPJSYD": "BSM:C18 XMBH:C50 XMMC:C255 PZWH:C60 PZRQ:C10 PZMJ:D TBMJ:D",
    "CJDCQ": "BSM:C18 YSDM:C10 ZLDWDM:C19 ZLDWMC:C60 DCMJ:D JSMJ:D MSSM:C2 HDMC:C100 BZ:C255",
    "XZQ": "BSM:C18 YSDM:C10 XZQDM:C9 XZQMC:C100 DCMJ:D JSMJ:D MSSM:C2 HDMC:C100 BZ:C255",
    "XMHX": "DKBH:C20 DKMC:C255 XMMC:C255 PCMC:C255 GHYT:C60 DKMJ:D BZ:C255",
}


def write_geopackage(
    path: Path, layers: Mapping[str, tuple[int | None, int, str, np.ndarray, Sequence[Row]]]
) -> None:
    """Write `layers`: name -> (EPSG or None, ogr geometry type, declared fields, shapes or None, rows)."""
    gdal.UseExceptions()
    gdal.SetConfigOption("OGR_CURRENT_DATE", FIXED_DATE)
    beside = path.with_name(path.name + ".part.gpkg")
    beside.unlink(missing_ok=True)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(beside), options=["VERSION=1.2"])
    for name, (epsg, kind, fields, shapes, rows) in layers.items():
        _write_layer(source, name, epsg, kind, fields, shapes, rows)
    source = None
    with sqlite3.connect(beside) as database:
        database.execute("VACUUM")
    database.close()
    os.replace(beside, path)


def _write_layer(
    source: ogr.DataSource,
    name: str,
    epsg: int | None,
    kind: int,
    fields: str,
    shapes: np.ndarray,
    rows: Sequence[Row],
) -> None:
    reference = None
    if epsg is not None:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    layer = source.CreateLayer(name, reference, kind, options=["FID=fid", "GEOMETRY_NAME=geom"])
    declared = [entry.split(":") for entry in fields.split()]
    for field, form in declared:
        definition = ogr.FieldDefn(field, KINDS[form[0]])
        if form[0] == "C":
            definition.SetWidth(int(form[1:]))
        layer.CreateField(definition)
    unknown = {key for row in rows for key in row} - {field for field, _ in declared}
    if unknown:
        raise ValueError(f"{name}: {sorted(unknown)} are not declared")
    layer.StartTransaction()
    for shape, row in zip(shapes, rows):
        feature = ogr.Feature(layer.GetLayerDefn())
        for field, _ in declared:
            value = row.get(field)
            if value is None:
                feature.SetFieldNull(field)
            else:
                feature.SetField(field, value)
        if shape is not None:
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shapely.to_wkb(_as_kind(shape, kind))))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def _as_kind(shape: shapely.Geometry, kind: int) -> shapely.Geometry:
    if kind == ogr.wkbMultiPolygon and shape.geom_type == "Polygon":
        return shapely.multipolygons([shape])
    return shape


def content_hash(path: Path) -> str:
    """SHA-256 over every feature table in order: columns, attributes and geometry as stored."""
    digest = hashlib.sha256()
    database = sqlite3.connect(path)
    tables = [row[0] for row in database.execute("SELECT table_name FROM gpkg_contents ORDER BY table_name")]
    for table in tables:
        rows = database.execute(f'SELECT * FROM "{table}" ORDER BY fid')
        digest.update(repr((table, [column[0] for column in rows.description])).encode())
        for row in rows:
            digest.update(repr(row).encode())
    database.close()
    return digest.hexdigest()
