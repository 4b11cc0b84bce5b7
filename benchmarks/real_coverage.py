"""A real coverage as a survey: its shapes, moved as a whole into the zone; attributes and footprints are made up."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, ogr

from . import county, county_projects as projects, county_survey as survey
from .bulk_geopackage import add_layer, create
from .lattice import BLOCK_COLUMNS, FIELD

SEED = 7
VILLAGE = 2_000.0  # metres: made-up villages are squares


def prepare_coverage(source: Path, target: Path) -> Path:
    """`target`, made of the first polygon layer of `source` (a file, a zip or a folder that holds one)."""
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    shapes = _shapes(source, target.parent)
    low = shapely.total_bounds(shapes)[:2]
    width = float(shapely.total_bounds(shapes)[2] - low[0])
    # East and west of the central meridian alike; a whole number of metres keeps equal points equal.
    shift = np.round(np.array([39_500_000.0 - width / 2, 3_900_000.0]) - low)
    shapes = shapely.transform(shapes, lambda points: points + shift)
    rng = np.random.default_rng(SEED)
    middle = shapely.get_coordinates(shapely.point_on_surface(shapes)) - np.round(low + shift)
    village = np.floor(middle / VILLAGE).astype(int)
    places = survey.Places(middle, np.full(len(shapes), FIELD), village[:, 0] % BLOCK_COLUMNS, village[:, 1])
    classes = survey.land_classes(places, rng)
    columns = survey.survey_columns(places, classes, county.units_of(shapes), rng)
    footprints = _footprints(shapes, rng)
    beside = target.with_name("part_" + target.name)
    create(beside)
    add_layer(beside, "DLTB", county.EPSG, survey.DLTB, shapes, columns)
    add_layer(beside, "XMHX", county.EPSG, projects.XMHX, footprints, projects.columns(footprints, len(footprints) - 12))
    beside.replace(target)
    return target


def _footprints(shapes: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Blocks and corridors about the place where most parcels are, only those on land as a whole."""
    middle = np.median(shapely.get_coordinates(shapely.point_on_surface(shapes)), axis=0)
    size = 40_000.0
    drawn = projects.draw(3000, 60, 30_000.0, size, size, rng)
    drawn = shapely.transform(drawn, lambda points: np.round(points + middle - size / 2, 4))
    footprint, parcel = shapely.STRtree(shapes).query(drawn, predicate="intersects")
    covered = np.bincount(
        footprint, shapely.area(shapely.intersection(drawn[footprint], shapes[parcel])), minlength=len(drawn)
    )
    inside = np.abs(covered - shapely.area(drawn)) < 1e-3
    return np.concatenate([drawn[:3000][inside[:3000]][:2000], drawn[3000:][inside[3000:]][:12]])


def _shapes(source: Path, scratch: Path) -> np.ndarray:
    """The polygons of the first layer; a zip is unpacked into `scratch` first (a GeoPackage wants a real file)."""
    gdal.UseExceptions()
    if source.is_dir():
        found = [path for ending in ("*.gpkg.zip", "*.gpkg", "*.zip") for path in sorted(source.glob(ending))]
        if not found:
            raise FileNotFoundError(f"{source} holds no GeoPackage")
        source = found[0]
    unpacked = None
    if source.suffix == ".zip":
        with zipfile.ZipFile(source) as archive:
            name = next(name for name in archive.namelist() if name.endswith((".gpkg", ".fgb", ".geojson")))
            unpacked = Path(archive.extract(name, scratch))
        source = unpacked
    opened = ogr.Open(str(source))
    layer = opened.GetLayer(0)
    shapes = np.array([shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())) for feature in layer], dtype=object)
    layer = opened = None
    if unpacked:
        unpacked.unlink()
    return shapes[shapely.area(shapes) > 0]
