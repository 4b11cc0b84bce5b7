"""The list of boundary points (界址点成果表): numbered points as they are printed, with the lengths of the sides.

Every number is one a reader can check with the printed list alone: a side is measured between printed coordinates, and
points that print the same are one point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from math import isqrt
from typing import NamedTuple

import numpy as np

from ..workbook import FilledForm, Layout, Page, Row
from ..workbook.table import Value
from .border_order import NONE_ADDED, Place, ordered_rings
from .zones import Datum, prefix_of, zone_of_epsg

_DATUM_TITLES = {Datum.CGCS2000: "CGCS2000", Datum.XIAN_1980: "1980西安坐标系", Datum.BEIJING_1954: "1954年北京坐标系"}


class Numbering(Enum):
    """Where labels begin anew: in each plot, in each ring, or nowhere, so that plots share the number of a common point."""

    PLOT = "plot"
    RING = "ring"
    ALL = "all"


@dataclass(frozen=True)
class PointSettings:
    """How points are labelled and printed; `decimals` of coordinates and `side_decimals` of lengths, both in metres."""

    prefix: str = "J"
    numbering: Numbering = Numbering.PLOT
    decimals: int = 3
    side_decimals: int = 2

    @classmethod
    def of_layout(cls, layout: Layout, prefix: str = "J", numbering: Numbering = Numbering.PLOT) -> PointSettings:
        """The decimals that the columns X and D of a layout declare."""
        declared = {column.key: column.decimals for column in layout.columns}
        decimals, side_decimals = declared.get("X"), declared.get("D")
        return cls(
            prefix, numbering, 3 if decimals is None else decimals, 2 if side_decimals is None else side_decimals
        )


class ListedPoint(NamedTuple):
    """A line of the list: `ring` from 1, `north` and `east` in metres as printed (X and Y of the forms), `side` metres
    to the next point. The first point of a ring is repeated as its last line, which is `closing` and has no side."""

    label: str
    ring: int
    north: Decimal
    east: Decimal
    side: Decimal | None
    closing: bool = False


class PointNumbers:
    """Labels for points, plot by plot: J1, J2 …"""

    def __init__(self, settings: PointSettings) -> None:
        self.settings = settings
        self._last = 0
        self._known: dict[Place, str] = {}

    def points(self, polygon: object, added: np.ndarray = NONE_ADDED) -> list[ListedPoint]:
        """The lines of a plot in the order of `ordered_rings`; `added` as there."""
        if self.settings.numbering is not Numbering.ALL:
            self._last = 0
        listed: list[ListedPoint] = []
        for ring in ordered_rings(polygon, self.settings.decimals, added):
            if self.settings.numbering is Numbering.RING:
                self._last = 0
            places = ring.places
            labels = [self._label(place) for place in places]
            sides = [self._side(one, other) for one, other in zip(places, [*places[1:], places[0]])]
            for label, place, side in zip(labels, places, sides):
                listed.append(self._line(label, ring.number, place, side))
            listed.append(self._line(labels[0], ring.number, places[0], None)._replace(closing=True))
        return listed

    def _label(self, place: Place) -> str:
        shared = self.settings.numbering is Numbering.ALL
        if shared and place in self._known:
            return self._known[place]
        self._last += 1
        label = f"{self.settings.prefix}{self._last}"
        if shared:
            self._known[place] = label
        return label

    def _side(self, one: Place, other: Place) -> Decimal:
        return side_length(one, other, self.settings.decimals, self.settings.side_decimals)

    def _line(self, label: str, ring: int, place: Place, side: Decimal | None) -> ListedPoint:
        decimals = self.settings.decimals
        return ListedPoint(label, ring, Decimal(place[1]).scaleb(-decimals), Decimal(place[0]).scaleb(-decimals), side)


def side_length(one: Place, other: Place, decimals: int, side_decimals: int) -> Decimal:
    """Metres between two printed places, rounded half-up to `side_decimals`; exact, by whole numbers only."""
    square = (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
    # ⌊√x + ½⌋ = ⌊(⌊√(4x)⌋ + 1) / 2⌋ with x = square · 10^(2·side_decimals) / 10^(2·decimals).
    twice = isqrt(4 * square * 100**side_decimals // 100**decimals)
    return Decimal((twice + 1) // 2).scaleb(-side_decimals)


def plot_fields(crs: str, points: Sequence[ListedPoint]) -> dict[str, Value]:
    """坐标系 and 带号 of a page: the system in words where `crs` (`EPSG:4527`) is a zone of the country's, and the number
    that the eastings carry in front."""
    number = crs.partition(":")[2]
    zone = zone_of_epsg(int(number)) if number.isdecimal() else None
    title = f"{_DATUM_TITLES[zone.datum]} {zone.degrees}°带 {zone.central_meridian}°E" if zone else crs
    prefix = prefix_of(points[0].east) if points else None
    return {"CRS": title, "ZONE": "" if prefix is None else str(prefix)}


def point_rows(points: Iterable[ListedPoint]) -> Iterator[Row]:
    """The lines of a plot's list."""
    for number, point in enumerate(points, start=1):
        yield Row(
            {
                "SEQ": number,
                "QH": point.ring,
                "PT": point.label,
                "X": point.north,
                "Y": point.east,
                "D": point.side,
            }
        )


def point_form(
    layout: Layout, plots: Iterable[tuple[Mapping[str, Value], Sequence[ListedPoint]]], settings: PointSettings
) -> FilledForm:
    """T15: a page for each plot of (fields of the page, points), printed with the decimals of the settings."""
    decimals = {"X": settings.decimals, "Y": settings.decimals, "D": settings.side_decimals}
    columns = tuple(replace(column, decimals=decimals.get(column.key, column.decimals)) for column in layout.columns)
    pages = [Page(dict(fields), list(point_rows(points))) for fields, points in plots]
    return FilledForm(replace(layout, columns=columns), pages)
