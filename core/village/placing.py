"""In which coordinate system a layer of a package lies, where its .prj is missing or can't be true: proposed, never assumed.

The coordinates say much: degrees, an easting of 8 digits that begins with its zone, north and east swapped. An easting of 6
digits says no zone: then other layers of the package, and the county code, tell which are likely.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from ..exchange.zones import Zone, is_east, is_north, prefix_of, zone_numbered, zone_of_epsg
from ..sentence import translate

GEOGRAPHIC = "EPSG:4490"
_ZONES_3 = range(25, 46)


class Placing(Enum):
    """What coordinates look like."""

    DEGREES = translate("LandLedger", "degrees")
    ZONED = translate("LandLedger", "metres, the easting begins with its zone")
    UNZONED = translate("LandLedger", "metres, without a zone")
    SWAPPED = translate("LandLedger", "metres, north and east swapped")
    STRANGE = translate("LandLedger", "neither degrees nor metres of a zone in China")


@dataclass(frozen=True)
class Proposal:
    """What the coordinates look like, and systems that fit, the likeliest first (`EPSG:…`)."""

    placing: Placing
    systems: tuple[str, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether the coordinates themselves allow one system only (of CGCS2000)."""
        return self.placing in (Placing.DEGREES, Placing.ZONED) and len(self.systems) == 1


def propose(bounds: Sequence[float], others: Sequence[str] = ()) -> Proposal:
    """What fits coordinates within `bounds` (xmin, ymin, xmax, ymax). `others`: systems of other layers of the package.

    CGCS2000 is proposed; coordinates don't tell the datum. A 3° zone of a number that is also a 6° one does not exist.
    """
    west, south, east, north = map(float, bounds)
    if not all(map(math.isfinite, (west, south, east, north))) or west > east or south > north:
        return Proposal(Placing.STRANGE)
    if 70 <= west <= east <= 140 and 0 <= south <= north <= 60:
        return Proposal(Placing.DEGREES, (GEOGRAPHIC,))
    middle_x, middle_y = Decimal((west + east) / 2), Decimal((south + north) / 2)
    if is_north(middle_y) and is_east(middle_x):
        prefix = prefix_of(middle_x)
        if prefix is None:
            return Proposal(Placing.UNZONED, _unzoned(others))
        zone = zone_numbered(prefix, True)
        return Proposal(Placing.ZONED, (zone.crs,) if zone is not None else ())
    if is_north(middle_x) and is_east(middle_y):
        return Proposal(Placing.SWAPPED)
    return Proposal(Placing.STRANGE)


def fits(epsg: int, bounds: Sequence[float]) -> bool:
    """Whether coordinates within `bounds` can belong to a Gauss-Kruger system or degrees of China; True for other systems."""
    zone = zone_of_epsg(epsg)
    proposal = propose(bounds)
    if zone is None:
        return proposal.placing is Placing.DEGREES if epsg in (4490, 4326, 4610, 4214) else True
    if proposal.placing is Placing.ZONED:
        return zone.prefixed and prefix_of(Decimal((float(bounds[0]) + float(bounds[2])) / 2)) == zone.number
    return proposal.placing is Placing.UNZONED and not zone.prefixed


def _unzoned(others: Sequence[str]) -> tuple[str, ...]:
    """Systems without prefix: first those that other layers lie in, then all 3° ones of China from the middle outwards."""
    likely: list[str] = []
    for name in others:
        code = name.partition("EPSG:")[2]
        zone = zone_of_epsg(int(code)) if code.isdigit() else None
        if zone is not None:
            likely.append(Zone(zone.datum, zone.degrees, zone.number, False).crs)
    all_zones = sorted(_ZONES_3, key=lambda number: (abs(number - 38), number))
    for number in all_zones:
        zone = zone_numbered(number, False)
        if zone is not None:
            likely.append(zone.crs)
    return tuple(dict.fromkeys(likely))
