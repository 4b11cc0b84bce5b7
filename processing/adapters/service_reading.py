"""Service units, teams and tables about units, from the places that were read."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsPointXY,
)

from ...core.ellipsoid import ellipsoid_areas
from ...core.errors import InputError
from ...core.occupation.model import AreaMethod
from ...core.quota.days import day_of
from ...core.sentence import translate
from ...core.service.assigning import Table
from ...core.service.coverage.ground import Measure
from ...core.service.teams import Teams, level_named, role_of
from ...core.service.units import VILLAGE_DIGITS, Listed, Units
from .crs import gauss_zone
from .place_reading import Places, PlaceSource

_MEASURES = {"RKS": "population", "ZBXM": "projects", "YZFCS": "visits", "FWDYMJ": "area"}


def units_of(source: PlaceSource, places: Places, system: str, plane: QgsCoordinateReferenceSystem) -> Units:
    """Units; a survey's district codes stand in where a layer has no others. InputError where there are none, where points
    and polygons are mixed, or a measure is below nothing."""
    code = next((places.text(key) for key in ("DYDM", "XZQDM", "ZLDWDM") if key in places.texts), None)
    if code is None:
        template = translate("LandLedger", "Layer {layer} has no field of unit codes (DYDM); say which it is in FIELD_MAP.")
        raise InputError(template, layer=source.name)
    name = next((places.text(key) for key in ("DYMC", "XZQMC", "ZLDWMC") if key in places.texts), places.text("DYMC"))
    kinds = shapely.get_type_id(places.shape)
    points = kinds[kinds >= 0] == 0
    if points.any() and not points.all():
        raise InputError(translate("LandLedger", "Layer {layer} mixes points and polygons."), layer=source.name)
    measures = {_MEASURES[key]: values for key, values in places.numbers.items()}
    for key, values in places.numbers.items():
        below = np.flatnonzero(values < 0)
        if len(below):
            template = translate("LandLedger", "Layer {layer}, row {row}: {field} is below nothing.")
            raise InputError(template, layer=source.name, row=int(below[0]) + 1, field=source.fields[key])
    return Units(
        source.name,
        np.array([_short(text) for text in code.tolist()], dtype=object),
        name,
        places.text("SSXZ"),
        places.text("SSXQ"),
        places.shape,
        measures,
        source.file,
        system,
        plane.authid(),
    )


def _short(code: str) -> str:
    """The code of a village out of a location code of 19 digits."""
    return code[:VILLAGE_DIGITS] if code.isdecimal() and len(code) == 19 else code


def teams_of(source: PlaceSource, places: Places) -> Teams:
    """Teams; InputError for an unknown role or level, or a term that is no day."""
    names, (start, end) = places.text("XZMCH"), terms_in(source, places)
    ids = places.text("XZBH")
    return Teams(
        source.name,
        ids,
        np.array([name or team for name, team in zip(names.tolist(), ids.tolist())], dtype=object),
        places.text("QTGHS"),
        _bases(places.shape),
        places.numbers.get("FWRL", np.full(len(ids), np.nan)),
        objects([role_of(text, source.name) for text in places.text("FWJS").tolist()]),
        objects([level_named(text, source.name) for text in places.text("FWCJ").tolist()]),
        start,
        end,
        source.file,
        places.text("SZDW"),
    )


def _bases(shapes: np.ndarray) -> np.ndarray:
    """float64 (m, 2): a point in each shape, NaN for none."""
    bases = np.full((len(shapes), 2), np.nan)
    there = ~shapely.is_missing(shapes)
    bases[there] = shapely.get_coordinates(shapely.point_on_surface(shapes[there]))
    return bases


def bases_in(
    bases: np.ndarray,
    systems: Sequence[str],
    plane: QgsCoordinateReferenceSystem | None,
    transform_context: QgsCoordinateTransformContext,
) -> np.ndarray:
    """float64 (m, 2): bases each in a system of its own ('' for that of the plane) in the plane; NaN where a system is unknown."""
    placed = np.array(bases, dtype=np.float64)
    for row, system in enumerate(systems):
        if plane is None or not system or np.isnan(placed[row]).any():
            continue
        own = QgsCoordinateReferenceSystem(system)
        if not own.isValid():
            placed[row] = np.nan
        elif own != plane:
            point = QgsCoordinateTransform(own, plane, transform_context).transform(QgsPointXY(*placed[row].tolist()))
            placed[row] = point.x(), point.y()
    return placed


def measure_of(plane: QgsCoordinateReferenceSystem | None, layer: str) -> tuple[Measure, AreaMethod]:
    """How ground in `plane` is measured in m²: the survey's ellipsoidal area where it is a Gauss-Kruger zone of CGCS2000, else the
    area in the plane."""
    if plane is not None:
        try:
            zone = gauss_zone(plane, layer)
        except InputError:
            return shapely.area, AreaMethod.PLANE
        return lambda shapes: ellipsoid_areas(shapes, zone), AreaMethod.ELLIPSOID
    return shapely.area, AreaMethod.PLANE


def objects(values: list) -> np.ndarray:
    """object (n,) of anything."""
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def terms_in(source: PlaceSource, places: Places) -> tuple[np.ndarray, np.ndarray]:
    """Days object (n,) from which and to which each row holds, None for nothing; InputError naming the row where one is no day,
    or the last comes before the first."""
    start, end = (
        objects([day_in(text, source, row) for row, text in enumerate(places.text(key).tolist())])
        for key in ("PQQSRQ", "PQJZRQ")
    )
    for row, (first, last) in enumerate(zip(start.tolist(), end.tolist())):
        if first is not None and last is not None and last < first:
            template = translate("LandLedger", "Layer {layer}, row {row}: the term ends on {end}, before it begins on {start}.")
            raise InputError(template, layer=source.name, row=row + 1, start=first.isoformat(), end=last.isoformat())
    return start, end


def day_in(text: str, source: PlaceSource, row: int) -> datetime.date | None:
    """The day a text means, None for nothing; InputError naming layer and row (from 0) for what is none."""
    try:
        return day_of(text)
    except ValueError:
        template = translate("LandLedger", "Layer {layer}, row {row}: “{date}” is no date; write it as in 2025-03-31.")
        raise InputError(template, layer=source.name, row=row + 1, date=text) from None


def table_of(source: PlaceSource, places: Places) -> Table:
    """A table about units; InputError where it names no unit at all."""
    if not {"DYDM", "DYMC"} & set(places.texts):
        template = translate("LandLedger", "Table {layer} has neither unit codes (DYDM) nor unit names (DYMC).")
        raise InputError(template, layer=source.name)
    listed = [
        Listed(*row)
        for row in zip(*(places.text(key).tolist() for key in ("DYDM", "DYMC", "SSXZ", "SSXQ")))
    ]
    role = objects([role_of(text, source.name) for text in places.text("FWJS").tolist()])
    level = objects([level_named(text, source.name) for text in places.text("FWCJ").tolist()])
    return Table(
        source.name, listed, places.text("XZBH"), places.numbers.get("CXCB"), source.file, role, level, *terms_in(source, places)
    )  # fmt: skip
