"""Independent ellipsoidal areas in mpmath: other formulae, other precision, no line shared with `core.ellipsoid`.

* `exact_area`: the polygon whose edges are straight in the plane between its cut points, by an exact inverse (meridian
  arc by quadrature of its series in n, Krüger's series to n⁶, Newton for the latitude) and the closed authalic integral;
  nothing is rounded.
* `procedure_area`: the survey's procedure written down literally with 40 digits, the printed constants and decimal
  rounding, with the closed integral in the place of the series A–E.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from mpmath import atan2, atanh, cos, cosh, floor, hypot, mp, mpf, pi, sin, sinh, sqrt, tan

mp.dps = 40

Point = tuple[float, float]

_F = 1 / mpf("298.257222101")
_AXIS = mpf(6378137)
_POLAR = _AXIS * (1 - _F)
_ECC2 = _F * (2 - _F)
_ECC = sqrt(_ECC2)
_N = _F / (2 - _F)

# Krüger 1912: rectifying radius, and the coefficients of the inverse (β), as in every textbook up to n⁴.
_RADIUS = _AXIS / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64 + _N**6 / 256)
_BETA = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360 - 81 * _N**5 / 512,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440 + 46 * _N**5 / 105,
    17 * _N**3 / 480 - 37 * _N**4 / 840 - 209 * _N**5 / 4480,
    4397 * _N**4 / 161280 - 11 * _N**5 / 504,
    4583 * _N**5 / 161280,
)


def exact_inverse(east: mpf, north: mpf) -> tuple[mpf, mpf]:
    """(latitude, longitude from the central meridian) in radians; `east` from the central meridian."""
    xi, eta = north / _RADIUS, east / _RADIUS
    xi_ = xi - sum(b * sin(2 * (j + 1) * xi) * cosh(2 * (j + 1) * eta) for j, b in enumerate(_BETA))
    eta_ = eta - sum(b * cos(2 * (j + 1) * xi) * sinh(2 * (j + 1) * eta) for j, b in enumerate(_BETA))
    conformal = sin(xi_) / sqrt(sinh(eta_) ** 2 + cos(xi_) ** 2)
    longitude = atan2(sinh(eta_), cos(xi_))
    latitude = mp.atan(conformal)
    for _ in range(30):  # Newton: tan of the conformal latitude as a function of the geographic one
        t = tan(latitude)
        sigma = sinh(_ECC * atanh(_ECC * t / sqrt(1 + t * t)))
        reached = t * sqrt(1 + sigma**2) - sigma * sqrt(1 + t * t)
        slope = (1 - _ECC2) * sqrt(1 + reached**2) * sqrt(1 + t * t) / (1 + (1 - _ECC2) * t * t)
        step = (conformal - reached) / slope / (1 + t * t)
        latitude += step
        if abs(step) < mpf(10) ** -30:
            break
    return latitude, longitude


def cut(ring: Sequence[Point], false_easting: float) -> list[tuple[mpf, mpf]]:
    """Points of a ring (not closed) on the 4-decimal grid, edges over 70 m cut, eastings from the meridian."""
    points = [tuple(_decimals(value, 4) for value in point) for point in ring]
    points = [(east - mpf(false_easting), north) for east, north in points]
    chain = []
    for (east, north), (next_east, next_north) in zip(points, points[1:] + points[:1]):
        chain.append((east, north))
        length = hypot(next_east - east, next_north - north)
        parts = int(floor(length / 70)) + 1 if length > 70 else 1
        for part in range(1, parts):
            chain.append((east + (next_east - east) * part / parts, north + (next_north - north) * part / parts))
    return chain


def exact_area(ring: Sequence[Point], false_easting: float) -> mpf:
    """Area in m² of a ring, nothing rounded but the coordinates; no sign."""
    return _area([exact_inverse(east, north) for east, north in cut(ring, false_easting)])


def procedure_area(ring: Sequence[Point], false_easting: float) -> mpf:
    """Area in m² of a ring as the survey rounds B and L; no sign."""
    rho = mpf("206264.8062471")
    rounded = []
    for east, north in cut(ring, false_easting):
        latitude, longitude = printed_inverse(east, north)
        rounded.append((_decimals(latitude * rho, 6) / rho, _decimals(longitude * rho, 6) / rho))
    return _area(rounded)


def printed_inverse(east: mpf, north: mpf) -> tuple[mpf, mpf]:
    """The inverse as the procedure prints it, radians."""
    second, polar = mpf("0.00673949677548"), mpf("6399593.62586")
    angle = mpf("1.57048761144159e-7") * north
    bf = angle + cos(angle) * (
        mpf("5.05250178820567e-3") * sin(angle)
        - mpf("2.98472900956587e-5") * sin(angle) ** 3
        + mpf("2.41626669230084e-7") * sin(angle) ** 5
        - mpf("2.22241238938534e-9") * sin(angle) ** 7
    )
    t, eta2 = tan(bf), second * cos(bf) ** 2
    v2 = 1 + eta2
    u = east * sqrt(v2) / polar
    latitude = (
        bf
        - v2 * t * u**2 / 2
        + (5 + 3 * t**2 + eta2 - 9 * eta2 * t**2) * v2 * t * u**4 / 24
        - (61 + 90 * t**2 + 45 * t**4) * v2 * t * u**6 / 720
    )
    longitude = (
        u / cos(bf)
        - (1 + 2 * t**2 + eta2) * u**3 / cos(bf) / 6
        + (5 + 28 * t**2 + 24 * t**4 + 6 * eta2 + 8 * eta2 * t**2) * u**5 / cos(bf) / 120
    )
    return latitude, longitude


def seconds(radians: mpf) -> float:
    """Arc-seconds."""
    return float(radians * 180 * 3600 / pi)


def zone_integral(latitude: mpf) -> mpf:
    """∫ M N cos B dB from the equator: the area of a strip of one radian of longitude, in m²."""
    s = sin(latitude)
    return _POLAR**2 * (s / (1 - _ECC2 * s * s) + atanh(_ECC * s) / _ECC) / 2


def _area(chain: Sequence[tuple[mpf, mpf]]) -> mpf:
    strips = [zone_integral(latitude) for latitude, _ in chain]
    total = mpf(0)
    for here in range(len(chain)):
        there = (here + 1) % len(chain)
        total += (strips[there] - strips[here]) * (chain[here][1] + chain[there][1]) / 2
    return abs(total)


def _decimals(value: object, decimals: int) -> mpf:
    """Rounded half-up: a float as the decimal it was written as, an mpf with all its digits."""
    text = mp.nstr(value, 35) if isinstance(value, mpf) else repr(float(value))  # type: ignore[arg-type]
    return mpf(str(Decimal(text).quantize(Decimal((0, (1,), -decimals)), ROUND_HALF_UP)))
