"""Which way round coordinates are printed, and which zone they are in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ..sentence import Sentence, sentence, translate
from .plots import Notebook, ReadingOptions, Severity
from .tokens import line_ranges
from .zones import (
    Datum,
    Zone,
    datum_of,
    is_east,
    is_north,
    prefix_of,
    whole_number,
    zone_at,
    zone_numbered,
)

Problem = tuple[int, Sentence]


@dataclass(frozen=True)
class Header:
    """The keys of a file's blocks as printed, and the lines they stand on."""

    values: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def get(self, *keys: str) -> str:
        """The value of the first of `keys` that has one, or ''."""
        return next((self.values[key] for key in keys if self.values.get(key)), "")

    def line(self, key: str, otherwise: int = 0) -> int:
        """The line of a key."""
        return self.lines.get(key, otherwise)


@dataclass(frozen=True)
class PrintedPair:
    """Two coordinates of line `line` in the order they are printed."""

    line: int
    first: Decimal
    second: Decimal


def ordered(
    pairs: Sequence[PrintedPair], east_first: bool | None, local: bool, notebook: Notebook
) -> tuple[list[tuple[Decimal, Decimal]], list[Problem]]:
    """The pairs as (east, north), told apart by magnitude; a note where they differ from the layout's order
    (`east_first`; None: any), a problem where no reading lies in China. In a `local` system the layout's order is believed."""
    if local:
        if east_first is None and pairs:
            template = translate(
                "LandLedger", "The layout does not say which coordinate is first; it was read as the easting."
            )
            notebook.note(Severity.WARNING, pairs[0].line, template)
            east_first = True
        return [(p.first, p.second) if east_first else (p.second, p.first) for p in pairs], []
    places: list[tuple[Decimal, Decimal]] = []
    problems: list[Problem] = []
    turned: list[int] = []
    for pair in pairs:
        if is_north(pair.first) and is_east(pair.second):
            places.append((pair.second, pair.first))
            turned += [pair.line] if east_first else []
        elif is_east(pair.first) and is_north(pair.second):
            places.append((pair.first, pair.second))
            turned += [pair.line] if east_first is False else []
        else:
            problems.append((pair.line, _outside(pair)))
    if turned:
        notebook.note(
            Severity.REPAIR,
            turned[0],
            translate(
                "LandLedger",
                "North and east stand the wrong way round; told by their size and swapped (lines {lines}).",
            ),
            lines=line_ranges(turned),
        )
    return places, problems


def _outside(pair: PrintedPair) -> Sentence:
    if abs(pair.first) <= 180 and abs(pair.second) <= 180:
        return sentence(
            translate("LandLedger", "{first}, {second} are degrees; plane coordinates in metres are needed."),
            first=pair.first,
            second=pair.second,
        )
    return sentence(
        translate(
            "LandLedger",
            "{first}, {second} lie nowhere in China (north 1800000 to 6000000, east 6 digits or 8 with the zone).",
        ),
        first=pair.first,
        second=pair.second,
    )


@dataclass(frozen=True)
class Reference:
    """The authority id of the coordinates' system and their zone (None in a system of the user's choice)."""

    crs: str
    zone: Zone | None


def reference_of(
    easts: Sequence[tuple[int, Decimal]], header: Header, options: ReadingOptions, notebook: Notebook
) -> tuple[Reference | None, list[Problem]]:
    """The reference of a file from its eastings (line, value), its header and the user's choice.

    An easting of 8 digits believes nobody; 6 digits believe the header's 带号 or 中央子午线, then the user. Contradictions
    are noted; a file with two zones, or with none, is a problem.
    """
    if options.local:
        return Reference(options.crs, None), []
    datum, problem = _datum(header, options)
    if datum is None:
        return None, [(0, problem)] if problem else []
    prefixes: dict[int | None, int] = {}
    for line, east in easts:
        prefixes.setdefault(prefix_of(east), line)
    if len(prefixes) > 1:
        (one, first), (other, second) = list(prefixes.items())[:2]
        text = sentence(
            translate(
                "LandLedger", "Line {first} is in zone {one}, line {second} in zone {other}; one file holds one zone."
            ),
            first=first,
            second=second,
            one="–" if one is None else one,
            other="–" if other is None else other,
        )
        return None, [(second, text)]
    prefix = next(iter(prefixes), None)
    zone = (
        zone_numbered(prefix, True, datum)
        if prefix is not None
        else _unprefixed(header, options, datum, notebook, easts[0][0])
    )
    if zone is None:
        return None, [(0, _no_zone())]
    _note_contradictions(zone, header, options, notebook, easts[0][0])
    return Reference(zone.crs, zone), []


def _no_zone() -> Sentence:
    return sentence(
        translate(
            "LandLedger",
            "Neither the coordinates nor the header tell the zone; choose the coordinate system in the parameter "
            "“Coordinate system of files without zone”.",
        )
    )


def _datum(header: Header, options: ReadingOptions) -> tuple[Datum | None, Sentence | None]:
    text = header.get("坐标系", "坐标系统")
    if not text:
        return (options.zone.datum if options.zone else Datum.CGCS2000), None
    datum = datum_of(text)
    if datum is not None:
        return datum, None
    if options.zone is not None:
        return options.zone.datum, None
    return None, sentence(
        translate(
            "LandLedger",
            "The coordinate system “{system}” of the header is not known; choose it in the parameter "
            "“Coordinate system of files without zone”.",
        ),
        system=text,
    )


def _unprefixed(
    header: Header, options: ReadingOptions, datum: Datum, notebook: Notebook, first_line: int
) -> Zone | None:
    printed = whole_number(header.get("带号"))
    meridian = whole_number(header.get("中央子午线", "中央经线"))
    degrees = whole_number(header.get("几度分带")) or 3
    if printed is not None and zone_numbered(printed, False, datum):
        return zone_numbered(printed, False, datum)
    if printed is not None and meridian is None and zone_at(printed, degrees, datum):
        notebook.note(
            Severity.REPAIR,
            header.line("带号", first_line),
            translate("LandLedger", "The header's zone {zone} can only be a central meridian and was read as one."),
            zone=printed,
        )
        meridian = printed
    if meridian is not None and zone_at(meridian, degrees, datum):
        return zone_at(meridian, degrees, datum)
    if options.zone is None:
        return None
    chosen = Zone(datum, options.zone.degrees, options.zone.number, False)
    notebook.note(
        Severity.REPAIR,
        first_line,
        translate("LandLedger", "The file gives no zone; the chosen {crs} was taken."),
        crs=chosen.crs,
    )
    return chosen


def _note_contradictions(
    zone: Zone, header: Header, options: ReadingOptions, notebook: Notebook, first_line: int
) -> None:
    printed, degrees = whole_number(header.get("带号")), whole_number(header.get("几度分带"))
    if printed is None and zone.prefixed and header.values:
        notebook.note(
            Severity.REPAIR,
            header.line("带号", first_line),
            translate("LandLedger", "The header gives no zone; zone {zone} was taken from the coordinates."),
            zone=zone.number,
        )
    elif printed is not None and zone.prefixed and printed != zone.number:
        notebook.note(
            Severity.REPAIR,
            header.line("带号", first_line),
            translate(
                "LandLedger",
                "The header says zone {printed}, the coordinates say {zone}; the coordinates were believed.",
            ),
            printed=printed,
            zone=zone.number,
        )
    if degrees is not None and degrees != zone.degrees:
        notebook.note(
            Severity.REPAIR,
            header.line("几度分带", first_line),
            translate(
                "LandLedger", "The header says {degrees}° zones, but zone {zone} is one of {right}°; that was believed."
            ),
            degrees=degrees,
            zone=zone.number,
            right=zone.degrees,
        )
    chosen = options.zone
    if chosen is not None and (chosen.degrees, chosen.number, chosen.datum) != (zone.degrees, zone.number, zone.datum):
        notebook.note(
            Severity.WARNING,
            first_line,
            translate("LandLedger", "The file says {crs} itself; the chosen {chosen} was not used for it."),
            crs=zone.crs,
            chosen=chosen.crs,
        )
