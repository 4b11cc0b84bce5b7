"""Made-up plots for tests of the way out: star-shaped borders with holes and further parts, in zones of both widths."""

from __future__ import annotations

import math

import shapely
from hypothesis import strategies as st

from ...core.exchange.writing import PlotIn
from ...core.exchange.zones import Datum, Zone

ZONES = (
    Zone(Datum.CGCS2000, 3, 38, True),
    Zone(Datum.CGCS2000, 3, 39, True),
    Zone(Datum.CGCS2000, 3, 39, False),
    Zone(Datum.CGCS2000, 6, 20, True),
    Zone(Datum.CGCS2000, 6, 20, False),
    Zone(Datum.XIAN_1980, 3, 39, True),
)
ODD = "甲乙丙ＡＢ号（），；@＠=[]【】'\"\\|/ ;,\t\n面㐂éß1.0-"
texts = st.text(st.sampled_from(ODD), max_size=12)
numbers = st.text(st.sampled_from("0123456789AB-甲（）"), max_size=8)


def star(draw, east, north, least, most, corners):
    """A ring around a place, in either direction and from any corner; radii leave room between `least` and `most`."""
    radii = [draw(st.integers(least * 10**6, most * 10**6)) / 10**6 for _ in range(corners)]
    turn = draw(st.floats(0, 6))
    points = [
        (
            round(east + radius * math.cos(turn + 2 * math.pi * place / corners), 6),
            round(north + radius * math.sin(turn + 2 * math.pi * place / corners), 6),
        )
        for place, radius in enumerate(radii)
    ]
    return points[::-1] if draw(st.booleans()) else points


@st.composite
def shapes(draw, base_east, base_north, parts=3):
    """A Polygon or MultiPolygon of stars with up to two holes each, inside 1,000 m of a place."""
    polygons = []
    for part in range(draw(st.integers(1, parts))):
        east, north = base_east + 300 * part, base_north - 120 * draw(st.integers(-1, 1))
        holes = [
            star(draw, east - 15 + 30 * hole, north, 2, 8, draw(st.integers(3, 6)))
            for hole in range(draw(st.integers(0, 2)))
        ]
        polygons.append(shapely.Polygon(star(draw, east, north, 60, 110, draw(st.integers(6, 12))), holes))
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


@st.composite
def plots(draw, zone, fields, most=3, parts=3, number=numbers, text=texts):
    """Plots of a layer with a text in each of `fields`; numbers differ."""
    shift = zone.number * 1_000_000 if zone.prefixed else 0
    found = []
    used = set()
    for place in range(draw(st.integers(1, most))):
        values = {name: draw(text) for name in fields if name not in ("JZDS", "DKMJ", "TXSX", "DKBH")}
        if "DKBH" in fields:
            values["DKBH"] = draw(number.filter(lambda given: given.strip() not in used))
            used.add(values["DKBH"].strip())
        shape = draw(shapes(shift + 412_000 + 1_500 * place, 4_035_000, parts))
        found.append(PlotIn(place + 1, shape, values))
    return found
