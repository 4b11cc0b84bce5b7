"""Values of a raster on shapes, by QGIS's own zonal statistics; under a point the cell it lies in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsPointXY,
    QgsRasterLayer,
)

from ...core.errors import InputError
from ...core.progress import Progress, no_progress
from ...core.sentence import translate
from .crs import is_known

BAND = 1


@dataclass(frozen=True)
class RasterSource:
    """The first band of a raster, ready to be read in another thread by a provider of its own."""

    name: str
    crs: QgsCoordinateReferenceSystem
    provider: Any
    cell: tuple[float, float]


def prepare_raster(layer: QgsRasterLayer) -> RasterSource:
    """A raster at hand. Main thread only. InputError for one without a system."""
    if not is_known(layer.crs()):
        template = translate("LandLedger", "Layer {layer} has no coordinate reference system; set it first.")
        raise InputError(template, layer=layer.name())
    cell = layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
    return RasterSource(layer.name(), layer.crs(), layer.dataProvider().clone(), cell)


def zonal_values(
    source: RasterSource,
    shapes: np.ndarray,
    plane: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
    largest: bool,
    progress: Progress = no_progress,
) -> np.ndarray:
    """The largest or mean value under shapes object (n,) in `plane`, float64 (n,); NaN for a shape that lies outside the raster in
    part, and where the raster has no value."""
    from qgis.analysis import QgsZonalStatistics

    wanted = QgsZonalStatistics.Statistic.Max if largest else QgsZonalStatistics.Statistic.Mean
    transform = QgsCoordinateTransform(plane, source.crs, transform_context)
    values = np.full(len(shapes), np.nan)
    for row, shape in enumerate(shapes.tolist()):
        progress(row / len(shapes))
        geometry = QgsGeometry()
        geometry.fromWkb(shapely.to_wkb(shape))
        geometry.transform(transform)
        if not source.provider.extent().contains(geometry.boundingBox()):
            continue
        if shapely.get_dimensions(shape) == 0:
            value, known = source.provider.sample(QgsPointXY(geometry.asPoint()), BAND)
            values[row] = value if known else np.nan
            continue
        found = QgsZonalStatistics.calculateStatistics(source.provider, geometry, *source.cell, BAND, wanted)
        values[row] = found.get(wanted, np.nan)
    return values
