"""The Gauss-Kruger zone behind a layer's coordinate reference system, and the only way from one zone to another.

Areas are computed in the survey's zone. A layer in another zone, or in degrees, is cut to segments of 50 m and brought
there when the user allowed it; nothing is ever reprojected silently.
"""

from __future__ import annotations

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsEllipsoidUtils,
    QgsGeometry,
    QgsRectangle,
)

from ...core.ellipsoid import GaussZone
from ...core.errors import InputError
from ...core.progress import Progress, no_progress
from ...core.sentence import translate

SEGMENT_METRES = 50.0
_METRES_A_DEGREE = 111_320.0  # at most: 50 m of a parallel are then shorter, never longer
_SEMI_MAJOR_AXIS = 6378137.0
_INVERSE_FLATTENING = 298.257222101
_BATCH = 2048


def require_metres_or_degrees(crs: QgsCoordinateReferenceSystem, extent: QgsRectangle, layer: str) -> None:
    """InputError for metre coordinates under a geographic CRS, or the reverse."""
    if extent.isNull() or extent.isEmpty():
        return
    sides = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    in_degrees = max(map(abs, sides)) <= 360
    if crs.isGeographic() and not in_degrees:
        template = translate(
            "LandLedger", "Layer {layer} has coordinates in metres, but its reference system {crs} is in degrees."
        )
        raise InputError(template, layer=layer, crs=name_of(crs))
    if not crs.isGeographic() and in_degrees:
        template = translate(
            "LandLedger", "Layer {layer} has coordinates in degrees, but its reference system {crs} is in metres."
        )
        raise InputError(template, layer=layer, crs=name_of(crs))


def require_cgcs2000(crs: QgsCoordinateReferenceSystem, layer: str) -> None:
    """InputError for a CRS on another ellipsoid: its areas are others, and its datum shift is the bureau's to know."""
    ellipsoid = QgsEllipsoidUtils.ellipsoidParameters(crs.ellipsoidAcronym())
    axis = abs(ellipsoid.semiMajor - _SEMI_MAJOR_AXIS) < 1e-3
    if not (ellipsoid.valid and axis and abs(ellipsoid.inverseFlattening - _INVERSE_FLATTENING) < 1e-7):
        template = translate("LandLedger", "Layer {layer} is in {crs}, not in CGCS2000; transform it first.")
        raise InputError(template, layer=layer, crs=name_of(crs))


def gauss_zone(crs: QgsCoordinateReferenceSystem, layer: str) -> GaussZone:
    """The zone of a projected CRS; InputError naming `layer` if it is no Gauss-Kruger zone of CGCS2000."""
    require_cgcs2000(crs, layer)
    terms = dict(term.lstrip("+").partition("=")[::2] for term in crs.toProj().split())
    offsets = (float(terms.get("lat_0", 0)), float(terms.get("y_0", 0)))
    if terms.get("proj") != "tmerc" or terms.get("units", "m") != "m" or offsets != (0.0, 0.0):
        template = translate("LandLedger", "Layer {layer} is in {crs}, which is no Gauss-Kruger zone of CGCS2000.")
        raise InputError(template, layer=layer, crs=name_of(crs))
    try:
        return GaussZone.from_numbers(
            float(terms.get("lon_0", 0)), float(terms.get("x_0", 0)), float(terms.get("k", terms.get("k_0", 1)))
        )
    except InputError as error:
        template = translate("LandLedger", "Layer {layer} ({crs}): {reason}")
        raise InputError(template, layer=layer, crs=name_of(crs), reason=error.sentence) from error


def name_of(crs: QgsCoordinateReferenceSystem) -> str:
    """A CRS as people know it: `EPSG:4527 CGCS2000 / 3-degree Gauss-Kruger zone 39`."""
    return " ".join(part for part in (crs.authid(), crs.description()) if part) or crs.toProj()


def bring_to(
    geometry: np.ndarray,
    origin: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
    layer: str,
    progress: Progress = no_progress,
) -> np.ndarray:
    """Shapes (n,) of `layer` cut to segments of 50 m in `origin` and transformed to `target`; None stays None.

    InputError if a point has no place in the target.
    """
    segment = SEGMENT_METRES / _METRES_A_DEGREE if origin.isGeographic() else SEGMENT_METRES
    transform = QgsCoordinateTransform(origin, target, transform_context)
    brought = np.empty(len(geometry), dtype=object)
    for first in range(0, len(geometry), _BATCH):
        progress(first / len(geometry))
        cut = shapely.to_wkb(shapely.segmentize(geometry[first : first + _BATCH], segment))
        try:
            brought[first : first + _BATCH] = shapely.from_wkb([_transformed(wkb, transform) for wkb in cut])
        except QgsCsException as error:
            template = translate("LandLedger", "Layer {layer} can't be brought from {origin} to {target}.")
            raise InputError(template, layer=layer, origin=name_of(origin), target=name_of(target)) from error
    progress(1.0)
    return brought


def _transformed(wkb: bytes | None, transform: QgsCoordinateTransform) -> bytes | None:
    if wkb is None:
        return None
    shape = QgsGeometry()
    shape.fromWkb(wkb)
    shape.transform(transform)
    return shape.asWkb().data()
