"""Whole layers into a GeoPackage at once: the container by GDAL, the rows by SQLite, the R-tree by GDAL."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, ogr, osr

_KINDS = {"C": ogr.OFTString, "I": ogr.OFTInteger, "D": ogr.OFTReal}
_BATCH = 20_000
_LITTLE_ENDIAN_WITH_BOX = 0b00000011


def create(path: Path) -> None:
    """An empty GeoPackage in the place of whatever is there."""
    gdal.UseExceptions()
    path.unlink(missing_ok=True)
    ogr.GetDriverByName("GPKG").CreateDataSource(str(path), options=["VERSION=1.2"])


def add_layer(
    path: Path, name: str, epsg: int, fields: str, shapes: np.ndarray, columns: Mapping[str, object]
) -> None:
    """A layer of multipolygons; `fields` as `DLBM:C5 TBMJ:D`, a column that is no array is the same in every row."""
    declared = [entry.split(":") for entry in fields.split()]
    unknown = set(columns) - {field for field, _ in declared}
    if unknown:
        raise ValueError(f"{name}: {sorted(unknown)} are not declared")
    _declare(path, name, epsg, declared)
    database = sqlite3.connect(path)
    with database:
        names = ["fid", "geom", *(field for field, _ in declared)]
        quoted = ", ".join(f'"{field}"' for field in names)
        marks = ", ".join("?" * len(names))
        statement = f'INSERT INTO "{name}" ({quoted}) VALUES ({marks})'
        values = [_values(columns.get(field), len(shapes)) for field, _ in declared]
        for first in range(0, len(shapes), _BATCH):
            part = slice(first, first + _BATCH)
            blobs = list(_blobs(shapes[part], epsg))
            fids = range(first + 1, first + len(blobs) + 1)
            database.executemany(statement, zip(fids, blobs, *(column[part] for column in values)))
        box = [float(edge) for edge in shapely.total_bounds(shapes)]
        database.execute(
            "UPDATE gpkg_contents SET min_x=?, min_y=?, max_x=?, max_y=? WHERE table_name=?", (*box, name)
        )
        # GDAL fills it with NULL here, and readers that share the rows out among threads trust it.
        database.execute("UPDATE gpkg_ogr_contents SET feature_count=? WHERE table_name=?", (len(shapes), name))
    database.close()
    source = ogr.Open(str(path), update=1)
    source.ExecuteSQL(f"SELECT CreateSpatialIndex('{name}', 'geom')")
    source.FlushCache()


def _declare(path: Path, name: str, epsg: int, declared: Sequence[Sequence[str]]) -> None:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = ogr.Open(str(path), update=1)
    options = ["FID=fid", "GEOMETRY_NAME=geom", "SPATIAL_INDEX=NO"]
    layer = source.CreateLayer(name, reference, ogr.wkbMultiPolygon, options=options)
    for field, form in declared:
        definition = ogr.FieldDefn(field, _KINDS[form[0]])
        if form[0] == "C":
            definition.SetWidth(int(form[1:]))
        layer.CreateField(definition)
    source.FlushCache()


def _values(column: object, count: int) -> Sequence[object]:
    if isinstance(column, np.ndarray):
        values = column.tolist()
        # SQLite knows no NaN: it stands for no value.
        return [None if value != value else value for value in values] if column.dtype.kind == "f" else values
    return [column] * count


def _blobs(shapes: np.ndarray, epsg: int) -> Iterator[bytes]:
    """GeoPackage geometries: header, box, WKB."""
    kinds = shapely.get_type_id(shapes)
    multi = shapes.copy()
    single = np.flatnonzero(kinds == 3)
    multi[single] = shapely.multipolygons(shapes[single], indices=np.arange(len(single)))
    boxes = shapely.bounds(shapes)[:, (0, 2, 1, 3)].tolist()
    for box, wkb in zip(boxes, shapely.to_wkb(multi, byte_order=1)):
        yield struct.pack("<2sBBi4d", b"GP", 0, _LITTLE_ENDIAN_WITH_BOX, epsg, *box) + wkb
