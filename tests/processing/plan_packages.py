"""Small plan packages made with GDAL, as planners deliver them: shapefiles in GBK, a geodatabase, a GeoPackage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from osgeo import gdal, ogr, osr

EAST, NORTH = 39_400_000.0, 4_030_000.0
Row = tuple[str | None, Mapping[str, object]]


def square(column: int, row: int, side: float = 100.0, east: float = EAST, north: float = NORTH) -> str:
    """A square of a grid as WKT."""
    x, y = east + column * side, north + row * side
    return f"POLYGON(({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}))"


def classes(codes: Sequence[tuple[str, str]], row: int, code: str, name: str, village: str = "379901001001") -> list[Row]:
    """A row of squares with codes and names, and BSM that begin with a village."""
    return [
        (square(column, row), {"BSM": f"{village}{column:08d}", code: value, name: called})
        for column, (value, called) in enumerate(codes)
    ]


def write(
    path: Path, layer: str, rows: Sequence[Row], epsg: int | None = 4527, options: Sequence[str] = (), geometry: int = ogr.wkbPolygon
) -> Path:
    """One layer into a file of the format of its ending (a layer more where the file is there)."""
    driver = {".shp": "ESRI Shapefile", ".gpkg": "GPKG", ".gdb": "OpenFileGDB"}[path.suffix]
    source = None
    if epsg is not None:
        source = osr.SpatialReference()
        source.ImportFromEPSG(epsg)
        source.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE) if path.exists() and path.suffix != ".shp" else None
    if dataset is None:
        dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    made = dataset.CreateLayer(layer, source, geometry if rows and rows[0][0] is not None else ogr.wkbNone, list(options))
    for name in rows[0][1]:
        field = ogr.FieldDefn(name, ogr.OFTString)
        field.SetWidth(60)
        made.CreateField(field)
    for shape, values in rows:
        feature = ogr.Feature(made.GetLayerDefn())
        for number, value in enumerate(values.values()):
            feature.SetField(number, value)
        if shape is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        made.CreateFeature(feature)
    del made, dataset
    return path


def gbk_shapefile(folder: Path, name: str, rows: Sequence[Row], epsg: int | None = 4527) -> Path:
    """A shapefile in GBK that does not say so: no .cpg, no mark in the .dbf."""
    folder.mkdir(parents=True, exist_ok=True)
    # QGIS tells GDAL not to turn texts of shapefiles at all.
    gdal.SetThreadLocalConfigOption("SHAPE_ENCODING", "GBK")
    try:
        path = write(folder / f"{name}.shp", name, rows, epsg, ["ENCODING=GBK"])
    finally:
        gdal.SetThreadLocalConfigOption("SHAPE_ENCODING", None)
    path.with_suffix(".cpg").unlink(missing_ok=True)
    table = path.with_suffix(".dbf")
    data = bytearray(table.read_bytes())
    data[29] = 0
    table.write_bytes(bytes(data))
    return path


PLAN_CODES = (("0101", "水田"), ("0703", "农村宅基地"), ("060201", "种植设施建设用地"), ("0301", "乔木林地"))
BASE_CODES = (("0101", "水田"), ("0703", "农村宅基地"), ("0103", "旱地"), ("0301", "乔木林地"))


def villages(folder: Path) -> Path:
    """甲村 as shapefiles in GBK with names cut to ten bytes; 乙村 and 丙村 in one geodatabase."""
    place = folder / "甲村"
    gbk_shapefile(place, "规划用地", classes(PLAN_CODES, 0, "规划地类编码", "规划地类名称"))
    gbk_shapefile(place, "现状用地", classes(BASE_CODES, 0, "JQDLBM", "JQDLMC"))
    base = folder / "乙丙.gdb"
    first, second = "379901002001", "379901002002"
    borders = [
        (square(0, 1, 400), {"BSM": f"{first}00000001", "ZLDWDM": f"{first}0000000", "ZLDWMC": "乙村"}),
        (square(1, 1, 400), {"BSM": f"{second}00000001", "ZLDWDM": f"{second}0000000", "ZLDWMC": "丙村"}),
    ]
    write(base, "CJDCQ", borders)
    plan = classes(PLAN_CODES[:2], 4, "GHDLBM", "GHDLMC", first) + [
        (square(4 + number, 4), {"BSM": f"{second}{number:08d}", "GHDLBM": code, "GHDLMC": name})
        for number, (code, name) in enumerate(PLAN_CODES[1:])
    ]
    write(base, "GHDLTB", plan)
    write(base, "YJJBNT", [(square(0, 4), {"NAME": "永农"})])
    return folder
