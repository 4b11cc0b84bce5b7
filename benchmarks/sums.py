"""Do all programs say the same? What is compared, and how near is the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import shapely

# A cut point is a double at an easting of 4·10⁷ m: it lies up to 3.7·10⁻⁹ m off. Along 2·10⁶ m of cut borders, all off to
# the same side, that is 0.0075 m²; 0.01 m² is also the unit of the tables.
PLANE_TOLERANCE_M2 = 0.01
# Methods differ (the survey's steps, geodesic edges, QGIS's authalic polygon): 10⁻⁶ of the area is 1 m² a km².
ELLIPSOID_TOLERANCE = 1e-6
BELOW_UNIT_M2 = 0.005

_HEADER = 4 + 4


def sums_of_pieces(path: Path, class_field: str = "DLBM") -> dict[str, Any]:
    """Plane and ellipsoidal sums of our layer of pieces: each footprint with its own pieces, as the peers count."""
    database = sqlite3.connect(path)
    (table, column), = database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchall()
    rows = database.execute(f'SELECT FP_ID, BSM, "{class_field}", AREA_RAW, AREA_ADJ, "{column}" FROM "{table}"').fetchall()
    database.close()
    footprint, parcel, code, raw, adjusted, blobs = zip(*rows)
    areas = shapely.area(shapely.from_wkb(np.array([_wkb(blob) for blob in blobs], dtype=object)))
    by_class: dict[str, float] = {}
    for name, area in zip(code, areas.tolist()):
        by_class[name or ""] = by_class.get(name or "", 0.0) + area
    return {
        "pieces": len(set(zip(footprint, parcel))),
        "atoms": len(rows),
        "plane_m2": float(areas.sum()),
        "ellipsoid_m2": float(sum(raw)),
        "adjusted_m2": float(sum(adjusted)),
        "plane_m2_by_class": by_class,
    }


def sums_of_changes(path: Path) -> dict[str, Any]:
    """Plane sums of our layer of changed patches by pair of classes, ground that one survey does not cover left out."""
    database = sqlite3.connect(path)
    (table, column), = database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchall()
    asked = f'SELECT DLBM_Q, DLBM_H, "{column}" FROM "{table}" WHERE DLBM_Q IS NOT NULL AND DLBM_H IS NOT NULL'
    before, after, blobs = zip(*database.execute(asked).fetchall())
    database.close()
    areas = shapely.area(shapely.from_wkb(np.array([_wkb(blob) for blob in blobs], dtype=object)))
    by_pair: dict[str, float] = {}
    for one, other, area in zip(before, after, areas.tolist()):
        by_pair[f"{one}>{other}"] = by_pair.get(f"{one}>{other}", 0.0) + area
    return {"pieces": len(areas), "plane_m2": float(areas.sum()), "plane_m2_by_class": by_pair}


def _wkb(blob: bytes) -> bytes:
    """What follows the header of a GeoPackage geometry; bits 1 to 3 of the flags say how large the box is."""
    boxes = (0, 32, 48, 48, 64)
    return blob[_HEADER + boxes[blob[3] >> 1 & 7] :]


def differences(reference: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, float]:
    """Largest difference of the plane sums (m², total or any class), of the pieces, and relative one of the ellipsoid."""
    found: dict[str, float] = {}
    if "plane_m2" in other and "plane_m2" in reference:
        ours, theirs = reference["plane_m2_by_class"], other["plane_m2_by_class"]
        classes = [abs(ours.get(name, 0.0) - theirs.get(name, 0.0)) for name in {*ours, *theirs}]
        found["plane_m2"] = max([abs(reference["plane_m2"] - other["plane_m2"]), *classes])
        found["pieces"] = abs(reference["pieces"] - other["pieces"])
    if "ellipsoid_m2" in other and "ellipsoid_m2" in reference:
        found["ellipsoid"] = abs(other["ellipsoid_m2"] / reference["ellipsoid_m2"] - 1)
        found["ellipsoid_m2"] = other["ellipsoid_m2"] - reference["ellipsoid_m2"]
    return found


def agrees(found: Mapping[str, float], kind: str = "") -> bool:
    """Whether differences are within the tolerances; of a transition, ours has no pieces that are no 0.01 m²."""
    below_unit = found.get("pieces", 0.0) * BELOW_UNIT_M2 if kind == "transition" else 0.0
    return (
        bool(found)
        and found.get("plane_m2", 0.0) <= PLANE_TOLERANCE_M2 + below_unit
        and found.get("ellipsoid", 0.0) <= ELLIPSOID_TOLERANCE
    )
