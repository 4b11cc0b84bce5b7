"""Gauss-Kruger zones (带号) of coordinates and their EPSG codes.

CGCS2000: 3° zones 25–45 with the zone before the easting are EPSG 4513–4533, without it 4534–4554 by central meridian;
6° zones 13–23 are 4491–4501 and 4502–4512. The same for Xian 1980 and Beijing 1954. The numbers of 3° zones (25–45) and
6° zones (13–23) do not meet, so an easting of 8 digits tells its zone alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from .tokens import half_width, number

NORTH_RANGE = (Decimal(1_800_000), Decimal(6_000_000))
_EAST_RANGE = (Decimal(100_000), Decimal(1_000_000))
_ZONES = {6: range(13, 24), 3: range(25, 46)}


class Datum(Enum):
    """A geodetic datum: EPSG codes of its first zone by (degrees, easting with zone)."""

    CGCS2000 = ((4491, 4502), (4513, 4534))
    XIAN_1980 = ((2327, 2338), (2349, 2370))
    BEIJING_1954 = ((21413, 21453), (2401, 2422))

    def first_code(self, degrees: int, prefixed: bool) -> int:
        """The EPSG code of the westernmost zone."""
        return self.value[0 if degrees == 6 else 1][0 if prefixed else 1]


@dataclass(frozen=True)
class Zone:
    """One zone of a datum; `prefixed` when eastings begin with its number (8 digits)."""

    datum: Datum
    degrees: int
    number: int
    prefixed: bool

    @property
    def central_meridian(self) -> int:
        """In degrees east."""
        return self.number * 3 if self.degrees == 3 else self.number * 6 - 3

    @property
    def epsg(self) -> int:
        """The EPSG code."""
        return self.datum.first_code(self.degrees, self.prefixed) + self.number - _ZONES[self.degrees].start

    @property
    def crs(self) -> str:
        """The authority id, `EPSG:4527`."""
        return f"EPSG:{self.epsg}"

    def same_strip(self, other: Zone) -> bool:
        """Whether coordinates differ by the zone number before the easting at most."""
        return (self.datum, self.degrees, self.number) == (other.datum, other.degrees, other.number)


def zone_numbered(zone: int, prefixed: bool, datum: Datum = Datum.CGCS2000) -> Zone | None:
    """The zone of that number: 13–23 are 6° zones, 25–45 3° zones; None for others."""
    for degrees, zones in _ZONES.items():
        if zone in zones:
            return Zone(datum, degrees, zone, prefixed)
    return None


def zone_at(central_meridian: int, degrees: int, datum: Datum = Datum.CGCS2000) -> Zone | None:
    """The zone without prefix around a central meridian (75°–135° E), or None where none has it."""
    doubled = central_meridian if degrees == 3 else central_meridian + 3
    if degrees not in _ZONES or doubled % degrees or doubled // degrees not in _ZONES[degrees]:
        return None
    return Zone(datum, degrees, doubled // degrees, False)


def zone_of_epsg(epsg: int) -> Zone | None:
    """The zone an EPSG code stands for, or None if it is no Gauss-Kruger zone known here."""
    for datum in Datum:
        for degrees, zones in _ZONES.items():
            for prefixed in (True, False):
                place = epsg - datum.first_code(degrees, prefixed)
                if 0 <= place < len(zones):
                    return Zone(datum, degrees, zones.start + place, prefixed)
    return None


def is_north(value: Decimal) -> bool:
    """Whether `value` can be a northing in China (1.8 to 6.0 million metres)."""
    return NORTH_RANGE[0] <= value <= NORTH_RANGE[1]


def is_east(value: Decimal) -> bool:
    """Whether `value` can be an easting: 6 digits, or 8 with the number of a zone before them."""
    prefix = prefix_of(value)
    rest = value - (prefix or 0) * 1_000_000
    return _EAST_RANGE[0] <= rest < _EAST_RANGE[1]


def prefix_of(east: Decimal) -> int | None:
    """The zone number before an easting of 8 digits, else None."""
    prefix = int(east // 1_000_000)
    return prefix if any(prefix in zones for zones in _ZONES.values()) else None


def datum_of(text: str) -> Datum | None:
    """The datum a header names (`2000国家大地坐标系`, `1980西安坐标系`, …), or None if it is not known."""
    plain = half_width(text).upper().replace(" ", "")
    if "2000" in plain:
        return Datum.CGCS2000
    if "西安" in plain or "XIAN" in plain or re.search(r"(19)?80(国家|大地|坐标|$)", plain):
        return Datum.XIAN_1980
    if "北京" in plain or "BEIJING" in plain or re.search(r"(19)?54(国家|大地|坐标|$)", plain):
        return Datum.BEIJING_1954
    return None


def whole_number(text: str) -> int | None:
    """The integer in a header value such as `40`, `40.0`, `3度带`, `第40带` or `117°`; None if it has none."""
    plain = half_width(text).strip()
    value = number(plain)
    if value is None:
        found = re.findall(r"\d+", plain)
        value = Decimal(found[0]) if len(found) == 1 and len(found[0]) <= 6 else None
    return int(value) if value is not None and value == value.to_integral_value() else None
