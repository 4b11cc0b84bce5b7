"""Plots to the text of a coordinate file, as a profile says; the text is read again before anybody gets it.

    [属性描述]                                   blocks of keys (file_header)
    [地块坐标]
    5,0.1234,001,示范地块,面,,工矿仓储用地,0601,@   plot row, the fields in the profile's order
    J1,1,3456789.123,39412345.678               point rows
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ..errors import InputError, OutputError
from ..progress import Progress, no_progress, part_of
from ..rounding import half_up
from ..sentence import Sentence, sentence, translate
from .borders import Border, Outline, outline_of
from .coordinate_text import read_coordinate_text
from .file_header import Facts, header_lines, is_cut, kept_keys, merged
from .plots import Plot, ReadingOptions
from .profile import Closing, Comma, Count, Form, Prefix, Profile, Restart
from .rings import fault_of
from .tokens import stripped
from .zones import Zone

_CONTROL = re.compile("[\x00-\x1f\x7f\u2028\u2029\ufeff]+")
_LISTED = 5


@dataclass(frozen=True, eq=False)
class PlotIn:
    """A feature to write: its id for messages, shape, values by field name (`DKBH`), the area in m² to print instead of
    the border's (None: the border's), the header its file had when it was imported, and the area in m² that it stated."""

    id: int
    geometry: Any
    values: Mapping[str, str]
    stated: Decimal | None = None
    header: str = ""
    imported: Decimal | None = None

    @property
    def title(self) -> str:
        """What messages call it."""
        name = self.values.get("DKMC") or self.values.get("DKBH") or ""
        return f"{self.id} ({' '.join(name.split())})" if name else str(self.id)


@dataclass(frozen=True, eq=False)
class PlotOut:
    """A plot as it is printed: its borders, cleaned values, and the area its row prints, in the profile's unit."""

    plot: PlotIn
    outline: Outline
    values: Mapping[str, str]
    printed_area: Decimal


@dataclass
class Notes:
    """What has to be told: `plain` informs, `warnings` ask somebody to look."""

    plain: list[Sentence] = field(default_factory=list)
    warnings: list[Sentence] = field(default_factory=list)

    def warn(self, template: str, titles: Sequence[str], **places: object) -> None:
        """A warning about features, if there are any: their count, and the first of them."""
        if titles:
            listed = "; ".join(titles[:_LISTED]) + ("; …" if len(titles) > _LISTED else "")
            self.warnings.append(sentence(template, count=len(titles), features=listed, **places))

    def add_few(self, other: Notes) -> None:
        """The notes of many files, of each kind the first few and how many more there are."""
        for mine, others in ((self.plain, other.plain), (self.warnings, other.warnings)):
            kinds: dict[str, list[Sentence]] = {}
            for note in others:
                kinds.setdefault(note.template, []).append(note)
            for notes in kinds.values():
                mine += notes[:_LISTED]
                if len(notes) > _LISTED:
                    mine.append(sentence(translate("LandLedger", "… and {count} more."), count=len(notes) - _LISTED))


def printed_zone(zone: Zone, profile: Profile) -> Zone:
    """The zone with or without its number before the eastings, as the profile wants it."""
    wanted = zone.prefixed if profile.prefix is Prefix.LAYER else profile.prefix is Prefix.YES
    return Zone(zone.datum, zone.degrees, zone.number, wanted)


def prepare_plots(
    plots: Sequence[PlotIn],
    profile: Profile,
    zone: Zone,
    accept_invalid: bool = False,
    notes: Notes | None = None,
    progress: Progress = no_progress,
) -> list[PlotOut]:
    """The plots as they will be printed; `zone` is that of their coordinates.

    InputError naming the feature: no shape, a part that vanishes at the printed decimals, a border that crosses or
    touches itself once rounded (unless accepted), a separator in a name that the profile refuses.
    """
    notes = notes or Notes()
    shift = (int(printed_zone(zone, profile).prefixed) - int(zone.prefixed)) * zone.number * 1_000_000
    found = _Found()
    printed: list[PlotOut] = []
    for place, plot in enumerate(plots):
        progress(place / len(plots))
        outline = _outline(plot, profile, shift, accept_invalid, found)
        values = {key: _clean(key, text, plot, profile, found) for key, text in plot.values.items() if text}
        area = outline.area if plot.stated is None else plot.stated
        printed.append(
            PlotOut(plot, outline, values, half_up(profile.area_unit.of_square_metres(area), profile.area_decimals))
        )
    found.tell(notes, profile)
    _tell_numbers(printed, profile, notes)
    progress(1.0)
    return printed


@dataclass
class _Found:
    """Features about which something has to be told."""

    collapsed: list[str] = field(default_factory=list)
    lost_holes: list[str] = field(default_factory=list)
    invalid: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    def tell(self, notes: Notes, profile: Profile) -> None:
        decimals = profile.coordinate_decimals
        notes.warn(
            translate(
                "LandLedger",
                "{count} plots have points that coincide at {decimals} decimals; these were written once: {features}.",
            ),
            self.collapsed, decimals=decimals,
        )  # fmt: skip
        notes.warn(
            translate(
                "LandLedger",
                "{count} plots have holes that vanish at {decimals} decimals; these were left out: {features}.",
            ),
            self.lost_holes, decimals=decimals,
        )  # fmt: skip
        notes.warn(
            translate("LandLedger", "{count} plots with a border that crosses itself were written as drawn: {features}."),
            self.invalid,
        )
        notes.warn(
            translate(
                "LandLedger",
                "{count} texts held line breaks or the separator of the file; these were replaced: {features}.",
            ),
            self.changed,
        )


def _outline(plot: PlotIn, profile: Profile, shift: int, accept_invalid: bool, found: _Found) -> Outline:
    if plot.geometry is None or plot.geometry.is_empty:
        template = translate("LandLedger", "Feature {feature} has no shape; draw it, or leave it out of the selection.")
        raise InputError(template, feature=plot.title)
    outline = outline_of(plot.geometry, profile, shift)
    if outline.lost_parts:
        template = translate(
            "LandLedger", "Feature {feature}: a part of it has no area at {decimals} decimals; remove that part."
        )
        raise InputError(template, feature=plot.title, decimals=profile.coordinate_decimals)
    found.collapsed += [plot.title] if outline.collapsed else []
    found.lost_holes += [plot.title] if outline.lost_holes else []
    fault = fault_of(outline.polygon())
    if fault is not None:
        if not accept_invalid:
            reason, where = fault
            template = translate(
                "LandLedger", "Feature {feature}, written with {decimals} decimals: {reason}, near north {north}, east {east}."
            )
            north, east = (f"{where[1]:.3f}", f"{where[0]:.3f}") if where else ("–", "–")
            raise InputError(
                template, feature=plot.title, decimals=profile.coordinate_decimals, reason=reason, north=north, east=east
            )
        found.invalid.append(plot.title)
    return outline


def _clean(key: str, text: str, plot: PlotIn, profile: Profile, found: _Found) -> str:
    """The text as a row of the file can hold it; blanks around it are no part of it."""
    plain = stripped(_CONTROL.sub(" ", text))
    wide = {",": "，", ";": "；", "\t": " "}[profile.separator]
    if profile.form is Form.TEXT and profile.separator in plain:
        if profile.comma is Comma.REFUSE:
            template = translate(
                "LandLedger", "Feature {feature}, field {field}: “{text}” holds the separator of the file; change the text."
            )
            raise InputError(template, feature=plot.title, field=key, text=text[:40])
        plain = plain.replace(profile.separator, wide)
    if plain != stripped(text):
        found.changed.append(f"{plot.title}: {key}")
    return plain


def _tell_numbers(plots: Sequence[PlotOut], profile: Profile, notes: Notes) -> None:
    names = profile.field_names
    if "DKBH" in names:
        titles = [out.plot.title for out in plots if not out.values.get("DKBH")]
        notes.warn(translate("LandLedger", "{count} plots have no number: {features}."), titles)
        seen: dict[str, int] = {}
        for out in plots:
            seen[out.values.get("DKBH", "")] = seen.get(out.values.get("DKBH", ""), 0) + 1
        twice = [f"{number} × {count}" for number, count in seen.items() if number and count > 1]
        notes.warn(translate("LandLedger", "{count} plot numbers stand more than once: {features}."), twice)
    elsewhere = ("OTHER", "HEADER")
    lost = dict.fromkeys(key for out in plots for key in out.values if key not in names and key not in elsewhere)
    if lost:
        template = translate("LandLedger", "The profile “{profile}” has no place for {fields}; that was not written.")
        notes.plain.append(sentence(template, profile=profile.title, fields=", ".join(lost)))


def text_of_plots(
    plots: Sequence[PlotOut],
    profile: Profile,
    zone: Zone,
    today: str,
    said: Mapping[tuple[str, str], str] | None = None,
    notes: Notes | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """The file of these plots, encoded. `zone` as it is printed; `said` is what the user says of the header.

    It is read again: OutputError if its borders would come back other than they were printed. InputError naming
    feature and field for a character that the encoding has not.
    """
    notes = notes or Notes()
    header = merged(out.plot.header for out in plots)
    if header.different:
        template = translate("LandLedger", "The plots come from files that differ in {keys}; the profile's value was written.")
        notes.warnings.append(sentence(template, keys=", ".join(header.different)))
    notes.warn(
        translate("LandLedger", "The header that {count} plots brought along was cut off; its last key was left out: {features}."),
        [out.plot.title for out in plots if is_cut(out.plot.header)],
    )
    kept = kept_keys(profile, header.blocks, said or {})
    if kept:
        template = translate("LandLedger", "The header keeps what the imported file said: {values}.")
        notes.plain.append(sentence(template, values="; ".join(f"{key}={value}" for key, value in kept.items())))
    area = sum((out.printed_area for out in plots), Decimal(0))
    lines = header_lines(profile, header.blocks, said or {}, Facts(zone, today, len(plots), str(area)))
    _require_encodable(lines, plots, profile)
    rows = _Rows(profile)
    building = part_of(progress, 0.0, 0.4)
    for place, out in enumerate(plots):
        building(place / len(plots))
        lines += rows.of(out, place + 1)
    text = profile.line_end.join(lines) + (profile.line_end if profile.final_line_end else "")
    data = text.encode(profile.encoding)
    _read_again(data, plots, profile, zone, notes, part_of(progress, 0.4, 1.0))
    return data


def _require_encodable(lines: Sequence[str], plots: Sequence[PlotOut], profile: Profile) -> None:
    template = translate(
        "LandLedger", "Feature {feature}, field {field}: the encoding {encoding} has no character “{sign}”; change the text."
    )
    for out in plots:
        for key in profile.field_names:
            sign = _unknown_sign(out.values.get(key, ""), profile.encoding)
            if sign:
                raise InputError(
                    template, feature=out.plot.title, field=key, encoding=profile.encoding.upper(), sign=sign
                )
    sign = _unknown_sign("".join(lines), profile.encoding)
    if sign:
        text = translate("LandLedger", "Header: the encoding {encoding} has no character “{sign}”; change the text.")
        raise InputError(text, encoding=profile.encoding.upper(), sign=sign)


def _unknown_sign(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError as problem:
        return text[problem.start]
    return ""


class _Rows:
    """Plot rows and point rows of one file; numbers that run through the file are counted here."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._label = 0
        self._ring = 0

    def of(self, out: PlotOut, feature: int) -> list[str]:
        """The rows of one plot."""
        profile = self._profile
        self._label = 0 if profile.label_restart is Restart.PLOT else self._label
        self._ring = 0 if profile.ring_restart is Restart.PLOT else self._ring
        rows: list[str] = []
        if profile.plot_row is Restart.PLOT:
            rows.append(self._plot_row(out, out.outline.borders))
        for border in out.outline.borders:
            if profile.plot_row is Restart.RING:
                rows.append(self._plot_row(out, (border,)))
            rows += self._ring_rows(border, feature, out.outline.decimals)
        return rows

    def _plot_row(self, out: PlotOut, borders: Sequence[Border]) -> str:
        profile = self._profile
        closing = len(borders) if profile.count is Count.ALL and profile.closing is not Closing.NONE else 0
        counted = str(sum(len(border.points) for border in borders) + closing)
        computed = {"JZDS": counted, "DKMJ": str(out.printed_area)}
        cells = [computed.get(place.name) or out.values.get(place.name) or place.value for place in profile.plot]
        return profile.separator.join([*cells, *([profile.plot_end] if profile.plot_end else [])])

    def _ring_rows(self, border: Border, feature: int, decimals: int) -> list[str]:
        profile = self._profile
        if profile.label_restart is Restart.RING or (profile.label_restart is Restart.PART and not border.hole):
            self._label = 0
        if profile.ring_restart is Restart.PART and not border.hole:
            self._ring = 0
        self._ring += 1
        first = self._label + 1
        rows = [self._point(self._next(), feature, point, decimals) for point in border.points]
        if profile.closing is not Closing.NONE:
            label = first if profile.closing is Closing.FIRST_LABEL else self._next()
            rows.append(self._point(label, feature, border.points[0], decimals))
        return rows

    def _next(self) -> int:
        self._label += 1
        return self._label

    def _point(self, label: int, feature: int, point: tuple[int, int], decimals: int) -> str:
        profile = self._profile
        cells = {
            "label": f"{profile.label_prefix}{label:0{profile.label_digits}d}",
            "ring": str(self._ring),
            "feature": str(feature),
            "east": printed(point[0], decimals),
            "north": printed(point[1], decimals),
            "": "",
        }
        return profile.separator.join(cells[key] for key in profile.point)


def printed(steps: int, decimals: int) -> str:
    """A coordinate of whole steps as decimals."""
    if not decimals:
        return str(steps)
    whole, rest = divmod(abs(steps), 10**decimals)
    return f"{'-' if steps < 0 else ''}{whole}.{rest:0{decimals}d}"


def _read_again(
    data: bytes, plots: Sequence[PlotOut], profile: Profile, zone: Zone, notes: Notes, progress: Progress
) -> None:
    """What was written, read by our own reader: borders must be the same, texts should be."""
    options = ReadingOptions(zone.crs, zone, accept_invalid=True)
    if not zone.prefixed and not any(key.computed and "{zone}" in key.value for key in profile.keys):
        template = translate(
            "LandLedger", "Neither header nor eastings tell the zone; whoever reads the file must be told that it is {crs}."
        )
        notes.warnings.append(sentence(template, crs=zone.crs))
    try:
        file = read_coordinate_text(data, profile.title, options, progress)
    except InputError as problem:
        template = translate("LandLedger", "A file of the profile “{profile}” can't be read again: {reason}")
        raise OutputError(template, profile=profile.title, reason=problem.sentence) from problem
    require_same_borders(file.plots, plots, profile)
    if [len(plot.rings) for plot in file.plots] != [len(out.outline.borders) for out in plots]:
        template = translate(
            "LandLedger",
            "The layout does not tell which rings are one plot: {written} plots will be read back as {read}; every border is right.",
        )
        notes.warnings.append(sentence(template, written=len(plots), read=len(file.plots)))
        return
    if "DKMJ" in profile.field_names:
        square_metres = profile.area_unit.in_square_metres
        wrong = [
            out.plot.title for plot, out in zip(file.plots, plots) if plot.stated_area != square_metres(out.printed_area)
        ]
        notes.warn(
            translate(
                "LandLedger",
                "The area of {count} plots will be read in another unit, since the header does not name it (面积单位): {features}.",
            ),
            wrong,
        )
    different = [
        f"{out.plot.title}: {key}"
        for plot, out in zip(file.plots, plots)
        for key in profile.field_names
        if key not in ("JZDS", "DKMJ") and key in out.values and out.values[key] != _value(plot, key)
    ]
    notes.warn(
        translate("LandLedger", "{count} texts will be read back otherwise, their place being ambiguous: {features}."),
        different,
    )


def _value(plot: Plot, key: str) -> str:
    return {"DKBH": plot.number, "DKMC": plot.name}.get(key, "") or plot.attributes.get(key, "")


def require_same_borders(read: Sequence[Plot], plots: Sequence[PlotOut], profile: Profile) -> None:
    """OutputError unless the rings that were read are those that were written, in their order, point for point."""
    wanted = []
    for out in plots:
        scale = 10**out.outline.decimals
        wanted += [[[east / scale, north / scale] for east, north in ring.points] for ring in out.outline.borders]
    if [ring.points.tolist() for plot in read for ring in plot.rings] != wanted:
        template = translate(
            "LandLedger", "A file of the profile “{profile}” would be read with other borders than were written; not written."
        )
        raise OutputError(template, profile=profile.title)
