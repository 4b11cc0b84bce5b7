"""Coordinate systems: the survey's zone, coordinates that can't belong to their system, layers in different ones.

Nothing is re-projected silently: areas are computed in the survey's own zone, and another layer is brought there only
when the user chose it, with its edges cut first, so that the same ground stays covered.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsVectorLayer,
)

from ...core.columns import Columns
from ...core.ellipsoid import GaussZone
from ...core.errors import InputError
from ...core.exchange.zones import Zone, zone_at, zone_of_epsg
from ...core.progress import Progress, no_progress
from ...core.sentence import Sentence, sentence, translate

if TYPE_CHECKING:
    from .layer_source import LayerSource

EDGE = 50.0
"""Longest edge in metres that is brought to another system as a straight line (TD/T 1055: 70 m for the area)."""

FARTHEST = 1e8
"""Metres: no projected system of the earth reaches farther, zone prefixes up to 60 included."""

_DEGREE = math.pi / 180 * 6378137
_VERTICES_AT_ONCE = 1 << 18
_LINE_HEADER = np.dtype([("order", "u1"), ("kind", "<u4"), ("count", "<u4")])
_CGCS2000_FLATTENING = 298.257222101


def gauss_zone(
    crs: QgsCoordinateReferenceSystem, layer_name: str, bounds: Sequence[float] | QgsRectangle | None = None
) -> GaussZone:
    """The Gauss-Kruger zone of a layer. InputError naming layer and system where it has none.

    `bounds` (xmin, ymin, xmax, ymax), if given, must be able to lie in it (`require_plausible`).
    """
    if not is_known(crs):
        template = translate("LandLedger", "Layer {layer} has no coordinate reference system; set it first.")
        raise InputError(template, layer=layer_name)
    if bounds is not None:
        require_plausible(crs, layer_name, bounds)
    zone = _zone_of(crs)
    if zone is None:
        template = translate(
            "LandLedger",
            "Layer {layer} is in {crs}, which is no Gauss-Kruger zone of CGCS2000; the survey's areas can only be "
            "computed in one.",
        )
        raise InputError(template, layer=layer_name, crs=crs_label(crs))
    number = zone_number(zone)
    degrees = zone.central_meridian_seconds / 3600
    if number and degrees not in (3 * number, 6 * number - 3):
        template = translate(
            "LandLedger",
            "The coordinate reference system of layer {layer} contradicts itself: the false easting "
            "{false_easting} is that of zone {zone}, the central meridian {meridian}° is not.",
        )
        places = {"zone": number, "false_easting": f"{zone.false_easting:.0f}", "meridian": f"{degrees:g}"}
        raise InputError(template, layer=layer_name, **places)
    return zone


def exchange_zone(crs: QgsCoordinateReferenceSystem, layer_name: str) -> Zone:
    """The zone that a coordinate file is written in: of any datum known by its EPSG code, else of CGCS2000.

    A projection without code says nothing of the width of its strips: it is taken for a 3° zone where one has its meridian.
    """
    code = crs.authid().partition("EPSG:")[2]
    known = zone_of_epsg(int(code)) if code.isdigit() else None
    if known is not None:
        return known
    # What is no zone at all is said below: areas, of which gauss_zone speaks, are another matter.
    zone = gauss_zone(crs, layer_name) if _zone_of(crs) or not is_known(crs) else None
    number, meridian = (zone_number(zone), zone.central_meridian_seconds) if zone else (0, 1)
    for degrees in (3, 6):
        found = zone_at(meridian // 3600, degrees) if meridian % 3600 == 0 else None
        if found is not None and number in (0, found.number):
            return Zone(found.datum, degrees, found.number, bool(number))
    template = translate(
        "LandLedger", "Layer {layer} is in {crs}, which is no 3° or 6° zone; bring it to one before it is written."
    )
    raise InputError(template, layer=layer_name, crs=crs_label(crs))


def require_gauss_projection(crs: QgsCoordinateReferenceSystem, layer_name: str) -> None:
    """InputError for a plane system that is no transverse Mercator projection, of whatever datum: metres of Web Mercator are
    no metres on the ground."""
    if _terms(crs.toProj()).get("proj") not in ("tmerc", "etmerc", "utm"):
        template = translate(
            "LandLedger",
            "Layer {layer} is in {crs}, which is no Gauss-Kruger zone: its lengths and areas are not those of the ground; "
            "bring it to its zone first.",
        )
        raise InputError(template, layer=layer_name, crs=crs_label(crs))


def measuring_plane(crs: QgsCoordinateReferenceSystem, extent: QgsRectangle) -> QgsCoordinateReferenceSystem:
    """Where distances are taken: the system itself if it is plane, else the 3° zone of CGCS2000 in the middle of `extent`.

    InputError where the middle is outside the zones 75° to 135°.
    """
    if not crs.isGeographic():
        return crs
    longitude = extent.center().x()
    meridian = 3 * math.floor(longitude / 3 + 0.5)
    if not 75 <= meridian <= 135:
        template = translate("LandLedger", "The middle of the units lies at {longitude}° east, outside the zones of CGCS2000.")
        raise InputError(template, longitude=f"{longitude:.3f}")
    return QgsCoordinateReferenceSystem(f"EPSG:{4534 + (meridian - 75) // 3}")


def is_cgcs2000(crs: QgsCoordinateReferenceSystem) -> bool:
    """Whether a system, plane or in degrees, is on the ellipsoid of CGCS2000 without a shift of datum."""
    terms = _terms(crs.toProj())
    return _is_cgcs2000(terms) and not {"towgs84", "nadgrids"} & set(terms)


def is_known(crs: QgsCoordinateReferenceSystem) -> bool:
    """Whether a layer has a system: one of a GeoPackage without any (srs_id 0, −1) is valid, and named Undefined."""
    undefined = not crs.authid() and crs.description().lower().startswith("undefined")
    return crs.isValid() and not undefined and bool(crs.toProj())


def zone_number(zone: GaussZone) -> int:
    """The number that eastings of the zone carry in front; 0 where they carry none."""
    return int(zone.false_easting // 1_000_000)


def crs_label(crs: QgsCoordinateReferenceSystem) -> str:
    """`EPSG:4527 - CGCS2000 / 3-degree Gauss-Kruger zone 39`."""
    return " - ".join(part for part in (crs.authid(), crs.description()) if part)


def _zone_of(crs: QgsCoordinateReferenceSystem) -> GaussZone | None:
    """The zone a projection string describes, None if it is none: scale 1, CGCS2000's ellipsoid, metres, no shift."""
    terms = _terms(crs.toProj())
    try:
        fits = (
            terms.get("proj") == "tmerc"
            and float(terms.get("k", terms.get("k_0", "1"))) == 1.0
            and float(terms.get("lat_0", "0")) == 0.0
            and float(terms.get("y_0", "0")) == 0.0
            and terms.get("units", "m") == "m"
            and terms.get("pm", "greenwich").lower() == "greenwich"
            and terms.get("axis", "enu") == "enu"
            and _is_cgcs2000(terms)
        )
        if not fits:
            return None
        return GaussZone.from_numbers(float(terms.get("lon_0", "0")), float(terms.get("x_0", "0")))
    except ValueError:
        return None


def _terms(proj: str) -> dict[str, str]:
    """`+proj=tmerc +lon_0=117 +no_defs` as a dictionary."""
    pairs = (word[1:].partition("=") for word in proj.split() if word.startswith("+"))
    return {key: value for key, _, value in pairs}


def _is_cgcs2000(terms: dict[str, str]) -> bool:
    """Whether the ellipsoid is that of CGCS2000, which is GRS80 to the last digit that counts."""
    if "ellps" in terms:
        return terms["ellps"] == "GRS80"
    if "a" not in terms or terms.get("datum"):
        return False
    axis = float(terms["a"])
    if "rf" in terms:
        flattening = float(terms["rf"])
    elif "b" in terms:
        flattening = axis / (axis - float(terms["b"]))
    else:
        return False
    return abs(axis - 6378137) < 1e-6 and abs(flattening - _CGCS2000_FLATTENING) < 1e-6


def bounds_of(features: QgsProcessingFeatureSource, layer: QgsVectorLayer | None) -> QgsRectangle:
    """The extent of a source; `layer` if all of it is read, else None. A layer that is as its file says is asked past QGIS's own
    bookkeeping, which takes 30 ms at first. Main thread only."""
    provider = None if layer is None or layer.isEditable() else layer.dataProvider()
    known = QgsRectangle() if provider is None else provider.extent()
    return features.sourceExtent() if known.isEmpty() else known


def require_plausible(
    crs: QgsCoordinateReferenceSystem, layer_name: str, bounds: Sequence[float] | QgsRectangle
) -> None:
    """InputError if coordinates within `bounds` (xmin, ymin, xmax, ymax) can't belong to `crs`.

    Metres under a geographic system, degrees under a projected one, north and east swapped, a zone prefix that is
    missing or of another zone (DOMAIN: an 8-digit easting carries its zone). Bounds that are empty or NaN pass.
    """
    if isinstance(bounds, QgsRectangle):
        if bounds.isEmpty():
            return
        bounds = (bounds.xMinimum(), bounds.yMinimum(), bounds.xMaximum(), bounds.yMaximum())
    west, south, east, north = map(float, bounds)
    if not (west <= east and south <= north) or not all(map(math.isfinite, (west, south, east, north))):
        return
    places = {"layer": layer_name, "crs": crs_label(crs), "x": f"{west:.3f}", "y": f"{south:.3f}"}
    farthest_x, farthest_y = max(abs(west), abs(east)), max(abs(south), abs(north))
    if crs.isGeographic():
        if farthest_x > 360 or farthest_y > 90.001:
            template = translate(
                "LandLedger",
                "The coordinates of layer {layer} ({x}, {y}) are metres, but its coordinate reference system {crs} "
                "counts degrees; set the right one.",
            )
            raise InputError(template, **places)
        return
    if farthest_x <= 180 and farthest_y <= 90 and (farthest_x > 1 or farthest_y > 1):
        template = translate(
            "LandLedger",
            "The coordinates of layer {layer} ({x}, {y}) are degrees, but its coordinate reference system {crs} "
            "counts metres; set the right one.",
        )
        raise InputError(template, **places)
    if max(farthest_x, farthest_y) > FARTHEST:
        template = translate(
            "LandLedger",
            "The coordinates of layer {layer} reach from {x}, {y} to {east}, {north}, which is no place in {crs}; a "
            "feature of it is damaged.",
        )
        raise InputError(template, **places, east=f"{east:.3f}", north=f"{north:.3f}")
    zone = _zone_of(crs)
    if zone is not None:
        _require_prefix(zone, west, south, east, places)


def _require_prefix(zone: GaussZone, west: float, south: float, east: float, places: dict[str, str]) -> None:
    wanted = zone_number(zone)
    found = sorted({int(side // 1_000_000) for side in (west, east)})
    if found == [wanted]:
        return
    places["wanted"] = str(wanted)
    if (wanted and int(south // 1_000_000) == wanted) or (not wanted and west > 1_500_000 and south < 1_000_000):
        template = translate(
            "LandLedger",
            "North and east of layer {layer} are swapped: its coordinates ({x}, {y}) begin with the northing.",
        )
    elif not 13 <= found[0] <= 45 or not 13 <= found[-1] <= 45:
        if wanted and found == [0]:
            template = translate(
                "LandLedger",
                "The eastings of layer {layer} ({x}) carry no zone number, but its coordinate reference system "
                "{crs} wants {wanted} in front; set the right one.",
            )
        else:
            # Far from the zone but no other one's: the area formula has its own limit.
            return
    elif wanted:
        template = translate(
            "LandLedger",
            "The eastings of layer {layer} ({x}) begin with {found}, but its coordinate reference system {crs} is "
            "that of zone {wanted}; set the right one.",
        )
    else:
        template = translate(
            "LandLedger",
            "The eastings of layer {layer} ({x}) begin with the zone number {found}, but its coordinate reference "
            "system {crs} has none; set the right one.",
        )
    raise InputError(template, **places, found=found[0] if found[0] != wanted else found[-1])


def same_plane(one: QgsCoordinateReferenceSystem, other: QgsCoordinateReferenceSystem) -> bool:
    """Whether coordinates of both mean the same place without any calculation (`.prj` by ESRI against EPSG)."""
    if one == other:
        return True
    first, second = _zone_of(one), _zone_of(other)
    if first is not None and second is not None:
        return first == second
    terms, others = _terms(one.toProj()), _terms(other.toProj())
    return bool(terms) and terms == others and "towgs84" not in terms and "nadgrids" not in terms


def require_same_crs(survey: LayerSource, others: Sequence[LayerSource], reproject: bool) -> tuple[Sentence, ...]:
    """A notice for each layer that will be brought to the survey's system; InputError where that was not chosen."""
    notices = []
    for other in others:
        if same_plane(survey.crs, other.crs):
            continue
        places = {
            "layer": other.name,
            "crs": crs_label(other.crs),
            "survey": survey.name,
            "survey_crs": crs_label(survey.crs),
        }
        if not reproject:
            template = translate(
                "LandLedger",
                "Layer {layer} is in {crs}, layer {survey} in {survey_crs}; bring them into one system, or allow "
                "reprojection.",
            )
            raise InputError(template, **places)
        template = translate(
            "LandLedger",
            "Layer {layer} was brought from {crs} to that of layer {survey}, {survey_crs}, its edges cut to {edge} m "
            "first.",
        )
        notices.append(sentence(template, **places, edge=f"{EDGE:g}"))
    return tuple(notices)


def reproject(
    columns: Columns,
    from_crs: QgsCoordinateReferenceSystem,
    to_crs: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
    progress: Progress = no_progress,
    longest_edge: float | None = EDGE,
) -> Columns:
    """`columns` in another system, edges cut to 50 m before (their new vertices lie on the old edges, see `added`).

    `longest_edge` None: corners only, as boundary points are moved, and edges stay straight. As QGIS transforms, all
    vertices at once. The same columns if both systems are one plane. InputError naming the layer if a place has no
    coordinates in the other system.
    """
    if same_plane(from_crs, to_crs):
        return columns
    transform = QgsCoordinateTransform(from_crs, to_crs, transform_context)
    cut = columns.geometry
    if longest_edge is not None:
        cut = shapely.segmentize(cut, longest_edge / _DEGREE if from_crs.isGeographic() else longest_edge)
    coordinates = shapely.get_coordinates(cut)
    moved = np.empty_like(coordinates)
    for start in range(0, len(coordinates), _VERTICES_AT_ONCE):
        progress(start / len(coordinates))
        part = slice(start, start + _VERTICES_AT_ONCE)
        moved[part] = _transformed(coordinates[part], transform, columns.name, to_crs)
    result = np.empty(len(cut), dtype=object)
    result[:] = cut
    shapely.set_coordinates(result, moved)
    progress(1.0)
    drawn = shapely.get_coordinates(columns.geometry)
    added = moved[~np.isin(coordinates.view(np.complex128), drawn.view(np.complex128)).ravel()]
    return replace(columns, geometry=result, crs=to_crs.authid() or to_crs.description(), added=added, valid=None)


def boxes_in(
    boxes: np.ndarray,
    from_crs: QgsCoordinateReferenceSystem,
    to_crs: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
) -> np.ndarray:
    """Boxes (m, 4) that hold those given after a change of system: what to read of a layer in another one."""
    if not len(boxes) or same_plane(from_crs, to_crs):
        return boxes
    # A side becomes a curve: 32 points on it leave a thousandth of its bend, far below the margin.
    steps = np.linspace(0.0, 1.0, 33)
    across = boxes[:, :1] + (boxes[:, 2:3] - boxes[:, :1]) * steps
    along = boxes[:, 1:2] + (boxes[:, 3:4] - boxes[:, 1:2]) * steps
    west, south, east, north = (np.broadcast_to(side[:, None], across.shape) for side in boxes.T)
    x = np.concatenate([across, across, west, east], axis=1)
    y = np.concatenate([south, north, along, along], axis=1)
    transform = QgsCoordinateTransform(from_crs, to_crs, transform_context)
    moved = _transformed(np.column_stack([x.ravel(), y.ravel()]), transform, "", to_crs)
    moved_x, moved_y = moved[:, 0].reshape(x.shape), moved[:, 1].reshape(y.shape)
    least = 1.0 / _DEGREE if to_crs.isGeographic() else 1.0
    width = np.maximum(moved_x.max(axis=1) - moved_x.min(axis=1), moved_y.max(axis=1) - moved_y.min(axis=1))
    margin = np.maximum(least, width / 1000)
    return np.column_stack(
        [
            moved_x.min(axis=1) - margin,
            moved_y.min(axis=1) - margin,
            moved_x.max(axis=1) + margin,
            moved_y.max(axis=1) + margin,
        ]
    )


def _transformed(
    places: np.ndarray, transform: QgsCoordinateTransform, layer: str, to_crs: QgsCoordinateReferenceSystem
) -> np.ndarray:
    """Places (n, 2) in the other system: one QGIS line through all of them, thirteen times as fast as point by point."""
    if not len(places):
        return places
    known = np.isfinite(places).all(axis=1)
    taken = places[known]
    if not len(taken):
        return places
    # A line has two points at least; the last one is sent twice.
    line = np.concatenate([taken, taken[-1:]])
    header = np.array((1, 2, len(line)), dtype=_LINE_HEADER)
    geometry = QgsGeometry()
    geometry.fromWkb(header.tobytes() + line.astype("<f8").tobytes())
    try:
        outcome = geometry.transform(transform)
    except QgsCsException as error:
        raise _no_place(layer, to_crs) from error
    moved = np.frombuffer(geometry.asWkb().data(), dtype="<f8", offset=_LINE_HEADER.itemsize).reshape(-1, 2)
    if outcome != QgsGeometry.OperationResult.Success or len(moved) != len(line) or not np.isfinite(moved).all():
        raise _no_place(layer, to_crs)
    result = np.array(places)
    result[known] = moved[:-1]
    return result


def _no_place(layer: str, to_crs: QgsCoordinateReferenceSystem) -> InputError:
    template = translate(
        "LandLedger", "Layer {layer} can't be brought to {crs}: some of its coordinates lie outside that system."
    )
    return InputError(template, layer=layer, crs=crs_label(to_crs))
