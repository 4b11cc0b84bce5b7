"""The survey's ellipsoidal area (椭球面积) of polygons given in a Gauss-Kruger zone of CGCS2000.

Procedure of the second and third national land survey (notice 国土调查办发〔2008〕32号, TD/T 1055): plane coordinates
to 4 decimals; edges longer than 70 m cut into equal parts in the plane (the cut points are not rounded); every vertex
brought to B and L − L0 by the Gauss inverse series, both rounded half-up to 10⁻⁶ arc-second; trapezoids between edge and
meridian by the series A–E; ring areas summed and returned unrounded.

Constants are those of the CGCS2000 set in use with that procedure (a and 1/f: GB 22021-2008; b, e², e'², c follow from
them; K0–K4 of the footpoint latitude as printed with the set; ρ as printed in the notice; A–E from e² by the notice's
formulae). The printed ρ differs from 648000/π in the 14th digit, enough to round a B differently: it is used as printed.

How it is computed. Plane coordinates live on the 10⁻⁴ m grid and angles on the 10⁻⁶″ grid, both as whole numbers in
float64, so differences are exact and the result does not depend on a zone prefix, on L0, or on the direction an edge is
walked in. Each ring is measured from its own westernmost meridian. The coefficients of the inverse series depend on the
north coordinate only: per band of 64 km they are polynomials, fitted at run time, checked against the formula to 10⁻⁹″,
and not used where they might decide a rounding differently (see `_Band`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import numpy as np
import shapely

from .errors import InputError
from .progress import Progress, no_progress
from .sentence import translate
from .threads import in_threads

SEMI_MINOR_AXIS = 6356752.31414036
FIRST_ECCENTRICITY_SQUARED = 0.0066943800229
SECOND_ECCENTRICITY_SQUARED = 0.00673949677548
POLAR_RADIUS = 6399593.62586
K0, K1, K2, K3, K4 = (
    1.57048761144159e-07,
    5.05250178820567e-03,
    2.98472900956587e-05,
    2.41626669230084e-07,
    2.22241238938534e-09,
)
RHO = 206264.8062471  # arc-seconds in a radian
LONGEST_EDGE = 70.0

_E2 = FIRST_ECCENTRICITY_SQUARED
A = 1 + 3 / 6 * _E2 + 30 / 80 * _E2**2 + 35 / 112 * _E2**3 + 630 / 2304 * _E2**4
B = 1 / 6 * _E2 + 15 / 80 * _E2**2 + 21 / 112 * _E2**3 + 420 / 2304 * _E2**4
C = 3 / 80 * _E2**2 + 7 / 112 * _E2**3 + 180 / 2304 * _E2**4
D = 1 / 112 * _E2**3 + 45 / 2304 * _E2**4
E = 5 / 2304 * _E2**4

_GRID = 1e4  # steps of the coordinate grid in a metre
_ANGLE = 1e6  # steps of the angle grid in an arc-second
_STEPS_PER_RADIAN = RHO * _ANGLE

_FARTHEST_EAST = 400_000 * _GRID  # of the central meridian; the series means nothing beyond
_FARTHEST_NORTH = 10_000_000 * _GRID
_CHUNK = 1 << 15  # vertices as stored
_BLOCK = 1 << 15  # vertices after cutting: a dozen arrays of this length stay in a core's cache, and steps are long

_BAND_HEIGHT = 64_000 * _GRID
_BAND_REACH = 200_000 * _GRID  # east or west of the central meridian
_BAND_ERROR = 1e-3  # 10⁻⁹″ in steps of the angle grid
_HIGHEST_DEGREE = 12


@dataclass(frozen=True)
class GaussZone:
    """A Gauss-Kruger zone of CGCS2000 with scale 1.

    `central_meridian_seconds` in whole arc-seconds, `false_easting` in metres: 500000, or zone · 10⁶ + 500000 where
    eastings carry the zone number.
    """

    central_meridian_seconds: int
    false_easting: float

    @classmethod
    def from_numbers(
        cls, central_meridian: float | Decimal, false_easting: float, scale: float = 1.0
    ) -> GaussZone:
        """The zone of a central meridian in degrees; InputError if it is no zone of the survey (scale 1)."""
        if scale != 1:
            raise InputError(
                translate(
                    "LandLedger",
                    "The projection has the scale {scale} on its central meridian; a Gauss-Kruger zone has 1.",
                ),
                scale=scale,
            )
        seconds = float(central_meridian) * 3600
        # Degrees come from projection strings as floats: 102.75 is exact, 117 + 1/3600 is not.
        whole = math.floor(seconds + 0.5) if abs(seconds) <= 180 * 3600 else math.inf
        if not abs(seconds - whole) < 1e-6:
            raise InputError(
                translate("LandLedger", "The central meridian {meridian}° is not a whole number of arc-seconds."),
                meridian=central_meridian,
            )
        return cls(int(whole), float(false_easting))


def ellipsoid_areas(
    geometries: np.ndarray,
    zone: GaussZone,
    progress: Progress = no_progress,
    origin: np.ndarray | None = None,
) -> np.ndarray:
    """Areas (n,) float64 in m², unrounded, of `geometries` (n,) shapely Polygon or MultiPolygon in `zone`.

    Ring directions are forced: a polygon is |outer| − Σ |hole|, a multipolygon the sum of its parts. None gives NaN, an
    empty geometry 0. InputError for coordinates that can't belong to the zone, ValueError for other kinds of geometry.
    Coordinates are less `origin` float64 (2,) where one is given.
    """
    geometries = np.asarray(geometries, dtype=object)
    kinds = shapely.get_type_id(geometries)
    if not np.isin(kinds, (-1, 3, 6)).all():
        raise ValueError("only polygons have an area")
    chunks = _chunks(shapely.get_num_coordinates(geometries))
    areas = np.where(kinds == -1, np.nan, 0.0)

    def measure(chunk: slice) -> None:
        areas[chunk] += _areas(geometries[chunk], zone, origin)

    in_threads(measure, chunks, progress)
    progress(1.0)
    return areas


def geodetic_seconds(east_north: np.ndarray, zone: GaussZone) -> tuple[np.ndarray, np.ndarray]:
    """B and L in arc-seconds, as the survey rounds them, of points (n, 2) east, north in metres."""
    east, north = _on_grid(np.asarray(east_north, dtype=np.float64).reshape(-1, 2), zone)
    latitude, longitude = _inverse_blocks(east, north)
    return latitude / _ANGLE, (zone.central_meridian_seconds * _ANGLE + longitude) / _ANGLE


def _chunks(vertices: np.ndarray) -> list[slice]:
    """Runs of geometries with about _CHUNK vertices."""
    if not len(vertices):
        return []
    running = np.cumsum(vertices)
    ends = np.searchsorted(running, np.arange(_CHUNK, running[-1] + _CHUNK, _CHUNK), side="left") + 1
    bounds = np.unique(np.concatenate([[0], np.minimum(ends, len(vertices)), [len(vertices)]]))
    return [slice(int(first), int(end)) for first, end in zip(bounds[:-1], bounds[1:])]


def _areas(geometries: np.ndarray, zone: GaussZone, origin: np.ndarray | None) -> np.ndarray:
    """Areas (n,) of one chunk; 0 for None and empty geometries."""
    coordinates, counts, outer, owner = _rings_of(geometries)
    if not len(counts):
        return np.zeros(len(geometries))
    if origin is not None:
        coordinates += origin
    east, north = _on_grid(coordinates, zone)
    east, north, starts = _cut_edges(east, north, counts)
    latitude, longitude = _inverse_blocks(east, north)
    rings_area = np.abs(_ring_areas(latitude, longitude, starts))
    return np.bincount(owner, np.where(outer, rings_area, -rings_area), len(geometries))


def _rings_of(geometries: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The points (v, 2) of all rings, int64 (r,) how many each has, bool (r,) it is an outer one, int64 (r,) whose it is."""
    # Most are one ring each: no object is made for it.
    plain = (shapely.get_type_id(geometries) == 3) & (shapely.get_num_interior_rings(geometries) == 0)
    whole, other = np.flatnonzero(plain), np.flatnonzero(~plain)
    parts, owner = shapely.get_parts(geometries[other], return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    outer = np.ones(len(rings), dtype=bool)
    outer[1:] = part[1:] != part[:-1]
    coordinates = shapely.get_coordinates(np.concatenate([geometries[whole], rings]))
    counts = np.concatenate([shapely.get_num_coordinates(geometries[whole]), shapely.get_num_coordinates(rings)])
    outer = np.concatenate([np.ones(len(whole), dtype=bool), outer])
    owner = np.concatenate([whole, other[owner[part]]])
    kept = counts > 1
    return coordinates, counts[kept], outer[kept], owner[kept]


def _on_grid(coordinates: np.ndarray, zone: GaussZone) -> tuple[np.ndarray, np.ndarray]:
    """East of the central meridian and north (n,) as whole numbers of 10⁻⁴ m, rounded half-up."""
    # A half is a half in the decimal that was written, which the float misses by at most one part in 2**53.
    steps = np.abs(coordinates) * (_GRID * (1 + 2.0**-51))
    steps += 0.5
    np.floor(steps, out=steps)
    np.copysign(steps, coordinates, out=steps)
    east = steps[:, 0] - np.rint(zone.false_easting * _GRID)
    north = np.ascontiguousarray(steps[:, 1])
    outside = ~((np.abs(east) <= _FARTHEST_EAST) & (np.abs(north) <= _FARTHEST_NORTH))
    if outside.any():
        row = int(np.argmax(outside))
        raise InputError(
            translate(
                "LandLedger",
                "The point east {east}, north {north} does not lie in the zone with the central meridian {meridian}°"
                " and the false easting {false_easting}.",
            ),
            east=float(coordinates[row, 0]),
            north=float(coordinates[row, 1]),
            meridian=f"{zone.central_meridian_seconds / 3600:g}",
            false_easting=f"{zone.false_easting:.0f}",
        )
    return east, north


def _cut_edges(
    east: np.ndarray, north: np.ndarray, counts: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rings (closing point stored, `counts` points each) as chains with edges of at most 70 m.

    Returns east and north of all points without the closing ones, and where each ring starts.
    """
    ends = np.cumsum(counts)
    edge = np.ones(len(east) - 1, dtype=bool)
    edge[ends[:-1] - 1] = False
    across, along = np.diff(east)[edge], np.diff(north)[edge]
    length = np.sqrt(across * across + along * along)
    first = np.flatnonzero(edge)
    parts = np.where(length > LONGEST_EDGE * _GRID, np.floor(length / (LONGEST_EDGE * _GRID)), 0).astype(np.int64) + 1
    before = np.cumsum(parts) - parts
    starts = before[np.cumsum(counts - 1) - (counts - 1)]
    if not (parts > 1).any():
        return east[first], north[first], starts

    chain_east, chain_north = np.empty(int(parts.sum())), np.empty(int(parts.sum()))
    chain_east[before], chain_north[before] = east[first], north[first]
    # Cut points are counted from the lower end of an edge, so that both neighbours cut it at the same points.
    long = np.flatnonzero(parts > 1)
    added = parts[long] - 1
    backwards = (across[long] < 0) | ((across[long] == 0) & (along[long] < 0))
    low, turn = first[long] + backwards, np.where(backwards, -1.0, 1.0)
    of = np.repeat(np.arange(len(long)), added)
    place = np.arange(1, len(of) + 1) - np.repeat(np.cumsum(added) - added, added)
    at = before[long][of] + place
    share = np.where(backwards[of], added[of] + 1 - place, place) / (added[of] + 1)
    chain_east[at] = east[low][of] + (across[long] * turn)[of] * share
    chain_north[at] = north[low][of] + (along[long] * turn)[of] * share
    return chain_east, chain_north, starts


def _ring_areas(latitude: np.ndarray, longitude: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Signed areas in m² of rings of points in steps of 10⁻⁶″: trapezoids between each edge and a meridian."""
    last = np.append(starts[1:], len(latitude)) - 1
    west = np.minimum.reduceat(longitude, starts)
    offset = longitude - np.repeat(west, last + 1 - starts)
    areas = np.empty(len(latitude))
    next_latitude, next_offset = np.empty_like(latitude), np.empty_like(offset)
    next_latitude[:-1], next_offset[:-1] = latitude[1:], offset[1:]
    next_latitude[last], next_offset[last] = latitude[starts], offset[starts]
    for first in range(0, len(areas), _BLOCK):
        block = slice(first, first + _BLOCK)
        areas[block] = _trapezoids(latitude[block], next_latitude[block], offset[block] + next_offset[block])
    return np.add.reduceat(areas, starts)


def _trapezoids(latitude: np.ndarray, next_latitude: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """S = 2b²ΔL·Σ ± K sin(n ΔB/2) cos(n Bm), n = 1, 3 … 9, of edges of at most 70 m; `offsets` is 2ΔL.

    With h = ΔB/2 below 6e-6, sin(n h) = n h (1 − n²h²/6) to 1e-21; cos(n Bm) are Chebyshev polynomials of cos Bm.
    """
    half = (next_latitude - latitude) * (0.5 / _STEPS_PER_RADIAN)
    cosine = np.cos((latitude + next_latitude) * (0.5 / _STEPS_PER_RADIAN))
    square = cosine * cosine
    bracket = square * _SERIES[-1]
    for coefficient in _SERIES[-2:0:-1]:
        bracket += coefficient
        bracket *= square
    bracket += _SERIES[0]
    cubic = square * _CUBIC_SERIES[1]
    cubic += _CUBIC_SERIES[0]
    cubic *= half
    cubic *= half
    bracket += cubic
    bracket *= cosine
    bracket *= half
    bracket *= offsets
    bracket *= SEMI_MINOR_AXIS**2 / _STEPS_PER_RADIAN
    return bracket


def _series_in_cosine_squared() -> tuple[np.ndarray, np.ndarray]:
    """Σ ± n K cos(n B)/cos B and Σ ∓ n³/6 K cos(n B)/cos B as polynomials of cos² B (the second to the square)."""
    linear, cubic = np.zeros(5), np.zeros(5)
    for order, coefficient in zip((1, 3, 5, 7, 9), (A, -B, C, -D, E)):
        powers = np.polynomial.chebyshev.cheb2poly([0.0] * order + [1.0])[1::2]
        linear[: len(powers)] += order * coefficient * powers
        cubic[: len(powers)] -= order**3 / 6 * coefficient * powers
    return linear, cubic


_SERIES, _CUBIC_SERIES = _series_in_cosine_squared()


class _Coefficients(NamedTuple):
    """The inverse series at a north coordinate, in steps of 10⁻⁶″ and of 10⁻⁴ m: with y east of the central meridian

    B = foot + y²(b2 + y²(b4 + y² b6)) and L − L0 = y (l1 + y²(l3 + y² l5)).
    """

    foot: np.ndarray
    b2: np.ndarray
    b4: np.ndarray
    b6: np.ndarray
    l1: np.ndarray
    l3: np.ndarray
    l5: np.ndarray


_POWERS = (0, 2, 4, 6, 1, 3, 5)  # of y beside each of them


def _formula(north: np.ndarray) -> _Coefficients:
    """The coefficients by the formula of the procedure; `north` in steps of 10⁻⁴ m."""
    angle = north * (K0 / _GRID)
    sine = np.sin(angle)
    square = sine * sine
    foot = angle + np.cos(angle) * sine * (K1 - square * (K2 - square * (K3 - square * K4)))
    cosine = np.cos(foot)
    t = np.tan(foot)
    t2 = t * t
    eta2 = SECOND_ECCENTRICITY_SQUARED * cosine * cosine
    v2 = 1 + eta2
    u = np.sqrt(v2) / (POLAR_RADIUS * _GRID)  # 1/N for y in steps
    u2 = u * u
    bend = v2 * t * u2 * _STEPS_PER_RADIAN
    turn = u / cosine * _STEPS_PER_RADIAN
    return _Coefficients(
        foot * _STEPS_PER_RADIAN,
        -bend / 2,
        bend * u2 * (5 + 3 * t2 + eta2 - 9 * eta2 * t2) / 24,
        -bend * u2 * u2 * (61 + t2 * (90 + 45 * t2)) / 720,
        turn,
        -turn * u2 * (1 + 2 * t2 + eta2) / 6,
        turn * u2 * u2 * (5 + t2 * (28 + 24 * t2) + eta2 * (6 + 8 * t2)) / 120,
    )


def _series(east: np.ndarray, at: _Coefficients) -> tuple[np.ndarray, np.ndarray]:
    """B and L − L0, unrounded."""
    square = east * east
    latitude = square * at.b6
    latitude += at.b4
    latitude *= square
    latitude += at.b2
    latitude *= square
    latitude += at.foot
    longitude = square * at.l5
    longitude += at.l3
    longitude *= square
    longitude += at.l1
    longitude *= east
    return latitude, longitude


def _rounded(steps: np.ndarray) -> np.ndarray:
    """Whole steps, half away from zero."""
    return np.copysign(np.floor(np.abs(steps) + 0.5), steps)


def _inverse_blocks(east: np.ndarray, north: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """B and L − L0 (n,) as whole numbers of 10⁻⁶″."""
    latitude, longitude = np.empty_like(east), np.empty_like(east)
    for first in range(0, len(east), _BLOCK):
        block = slice(first, first + _BLOCK)
        latitude[block], longitude[block] = _inverse(east[block], north[block])
    return latitude, longitude


def _inverse(east: np.ndarray, north: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    lowest, highest = np.floor(np.array([north.min(), north.max()]) / _BAND_HEIGHT).astype(int).tolist()
    if lowest == highest:
        return _inverse_in_band(east, north, lowest)
    latitude, longitude = np.empty_like(east), np.empty_like(east)
    band = np.floor(north / _BAND_HEIGHT).astype(int)
    for index in np.unique(band):
        rows = np.flatnonzero(band == index)
        latitude[rows], longitude[rows] = _inverse_in_band(east[rows], north[rows], int(index))
    return latitude, longitude


def _inverse_by_formula(east: np.ndarray, north: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    latitude, longitude = _series(east, _formula(north))
    return _rounded(latitude), _rounded(longitude)


def _inverse_in_band(east: np.ndarray, north: np.ndarray, index: int) -> tuple[np.ndarray, np.ndarray]:
    band = _band(index)
    if band is None:
        return _inverse_by_formula(east, north)
    latitude, longitude = _series(east, band.coefficients(north))
    whole_latitude, whole_longitude = _rounded(latitude), _rounded(longitude)
    # The polynomials are within 10⁻⁹″ of the formula: only this close to a half could they round otherwise.
    latitude -= whole_latitude
    longitude -= whole_longitude
    unsure = np.maximum(np.abs(latitude), np.abs(longitude)) > 0.5 - 2 * _BAND_ERROR
    unsure |= np.abs(east) > _BAND_REACH
    rows = np.flatnonzero(unsure)
    if len(rows):
        whole_latitude[rows], whole_longitude[rows] = _inverse_by_formula(east[rows], north[rows])
    return whole_latitude, whole_longitude


@dataclass(frozen=True)
class _Band:
    """The coefficients of the inverse series as polynomials of the north coordinate in one band of 64 km."""

    middle: float
    polynomials: tuple[tuple[float, ...], ...]

    def coefficients(self, north: np.ndarray) -> _Coefficients:
        """As `_formula`, for north coordinates in this band."""
        place = (north - self.middle) * (2 / _BAND_HEIGHT)
        return _Coefficients(*(_polynomial(powers, place) for powers in self.polynomials))


def _polynomial(powers: Sequence[float], place: np.ndarray) -> np.ndarray:
    """Σ powers[i] · placeⁱ, by Horner's rule, at least one power."""
    value = place * powers[-1]
    for power in powers[-2:0:-1]:
        value += power
        value *= place
    value += powers[0]
    return value


@cache
def _band(index: int) -> _Band | None:
    """The polynomials of a band; None where they miss the formula by more than 10⁻⁹″ (near a pole)."""
    middle = (index + 0.5) * _BAND_HEIGHT
    check = np.linspace(-1, 1, 257)
    north = middle + check * (_BAND_HEIGHT / 2)
    exact = _formula(north)
    nodes = np.cos(np.pi * (np.arange(_HIGHEST_DEGREE + 1) + 0.5) / (_HIGHEST_DEGREE + 1))
    at_nodes = _formula(middle + nodes * (_BAND_HEIGHT / 2))
    polynomials = []
    for values, wanted, power in zip(at_nodes, exact, _POWERS):
        error = _BAND_ERROR / 10 / _BAND_REACH**power
        polynomials.append(_shortest_polynomial(nodes, values, check, wanted, error))
    band = _Band(middle, tuple(polynomials))
    for east in np.linspace(-_BAND_REACH, _BAND_REACH, 9):
        for fitted, formula in zip(_series(east, band.coefficients(north)), _series(east, exact)):
            if not np.abs(fitted - formula).max() < _BAND_ERROR:
                return None
    return band


def _shortest_polynomial(
    nodes: np.ndarray, values: np.ndarray, check: np.ndarray, wanted: np.ndarray, error: float
) -> tuple[float, ...]:
    """Coefficients of the lowest degree that is within `error` of `wanted` at `check`, else the best there is."""
    chebyshev = np.polynomial.chebyshev.chebfit(nodes, values, _HIGHEST_DEGREE)
    powers = np.polynomial.chebyshev.cheb2poly(chebyshev)
    for degree in range(1, _HIGHEST_DEGREE + 1):
        powers = np.polynomial.chebyshev.cheb2poly(chebyshev[: degree + 1])
        if np.abs(_polynomial(powers.tolist(), check) - wanted).max() <= error:
            break
    return tuple(powers.tolist())
