"""Plots that lie outside the strip of their zone, where the neighbouring zone's coordinates would be expected."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from ..ellipsoid import GaussZone, geodetic_seconds
from .writing import PlotIn
from .zones import Zone


def outside_zone(plots: Sequence[PlotIn], zone: Zone) -> list[str]:
    """Titles of the plots that reach beyond half the zone's degrees east or west of its central meridian."""
    shapes = np.empty(len(plots), dtype=object)
    shapes[:] = [plot.geometry for plot in plots]
    bounds = shapely.bounds(shapes)
    corners = bounds[:, [0, 1, 2, 1, 2, 3, 0, 3]].reshape(-1, 2)
    easting = 500_000 + (zone.number * 1_000_000 if zone.prefixed else 0)
    meridian = zone.central_meridian * 3600
    known = np.isfinite(corners).all(axis=1)
    offset = np.zeros(len(corners))
    _, longitude = geodetic_seconds(corners[known], GaussZone(meridian, float(easting)))
    offset[known] = np.abs(longitude - meridian)
    beyond = (offset.reshape(-1, 4) > zone.degrees * 1800).any(axis=1)
    return [plot.title for plot, out in zip(plots, beyond) if out]
