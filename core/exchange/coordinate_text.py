"""Coordinate text files of plots (勘测定界 / 报批 / 供地 / 执法 / 增减挂钩 / 进出平衡 / 补充耕地 TXT) to Plots.

    [属性描述]                      any blocks of key=value, in any number; keys are kept
    带号=39
    [地块坐标]
    5,0.1234,001,示范地块,面,,工矿仓储用地,0601,@          plot row: one of the layouts, ends with @
    J1,1,3456789.123,39412345.678                          point row: label, ring, north, east

Real files deviate in every one of these; what is read otherwise than printed is noted with its line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

import shapely

from ..progress import Progress, no_progress, part_of
from ..sentence import Sentence, sentence, translate
from .area_words import AreaWord, area_word
from .decoding import DecodedText, decode
from .georeference import Header, Problem
from .layouts import Recognised, recognise
from .plot_building import PlotDraft, PlotRow, PrintedPoint, assemble
from .plots import BadFile, CoordinateFile, Notebook, Plot, ReadingOptions, Severity, placed
from .tokens import SHAPE_WORDS, decimals_of, half_width, has_han, number, split_row, stripped

_BLOCK = re.compile(r"\[([^\[\]]+)\]")
_POINT_LABEL = re.compile(r"[A-Za-z]{0,4}[-_]?\d+([-_]\d+)?")
_COORDINATES = "地块坐标"
_PROGRESS_LINES = 2000
_FULL_WIDTH_NOTE = translate("LandLedger", "Full-width digits or commas were read as half-width (lines {lines}).")
_SURPLUS_NOTE = translate("LandLedger", "Columns after the coordinates were not read (lines {lines}).")
_COMMENT_NOTE = translate("LandLedger", "Lines that are neither key, plot nor point were left out (lines {lines}).")


@dataclass(frozen=True)
class _Point:
    line: int
    label: str
    ring: str
    first: Decimal
    second: Decimal
    ring_after: bool


@dataclass
class _Plot:
    line: int
    tokens: list[str] | None
    points: list[_Point] = field(default_factory=list)


@dataclass
class _Content:
    blocks: dict[str, dict[str, str]] = field(default_factory=dict)
    plots: list[_Plot] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    key_lines: dict[str, int] = field(default_factory=dict)

    def header(self) -> Header:
        """Keys of all blocks; the first to give a key a value has it."""
        keys: dict[str, str] = {}
        for block in self.blocks.values():
            keys.update({key: value for key, value in block.items() if value and key not in keys})
        return Header(keys, self.key_lines)


def read_coordinate_text(
    data: bytes, name: str, options: ReadingOptions | None = None, progress: Progress = no_progress
) -> CoordinateFile:
    """The plots of a coordinate text file given as bytes; `name` is for messages.

    InputError if it is no text; BadFile with every reason and its line if a row can't be read, a ring encloses nothing,
    a border crosses itself (unless accepted), no zone is known, or there is no plot.
    """
    options = options or ReadingOptions()
    notebook = Notebook(name)
    decoded = decode(data, name)
    _note_decoding(decoded, notebook)
    content = _Scan(notebook, options.local, part_of(progress, 0.0, 0.4)).scan(decoded.lines)
    if not content.plots and not content.problems:
        text = translate("LandLedger", "There is no plot in it: no row of a plot and no row of a boundary point.")
        content.problems.append((0, sentence(text)))
    plots = [] if content.problems else _plots(content, options, notebook, part_of(progress, 0.4, 1.0))
    if content.problems:
        raise BadFile(name, [placed(name, line, text) for line, text in sorted(content.problems, key=_line)])
    return CoordinateFile(name, plots[0].crs, tuple(plots), content.blocks, notebook.notices())


def _line(problem: Problem) -> int:
    return problem[0]


def _note_decoding(decoded: DecodedText, notebook: Notebook) -> None:
    if decoded.encoding != "utf-8" or decoded.marked:
        notebook.note(
            Severity.INFO,
            0,
            translate("LandLedger", "The text is in {encoding}."),
            encoding=decoded.encoding.upper() + (" (BOM)" if decoded.marked else ""),
        )
    if decoded.lone_returns:
        notebook.note(
            Severity.REPAIR,
            decoded.first_lone_return,
            translate("LandLedger", "{count} line ends are a lone carriage return and were read as line ends."),
            count=decoded.lone_returns,
        )


class _Scan:
    """One pass over the lines: blocks, plot rows, point rows."""

    def __init__(self, notebook: Notebook, local: bool, progress: Progress) -> None:
        self._notebook, self._local, self._progress = notebook, local, progress
        self._content = _Content()
        self._block = ""

    def scan(self, lines: Sequence[str]) -> _Content:
        for line, text in enumerate(lines, start=1):
            if line % _PROGRESS_LINES == 0:
                self._progress(line / len(lines))
            if stripped(text):
                self._row(line, stripped(text))
        wrong = [line for line, _ in self._content.problems]
        begins = [plot.line for plot in self._content.plots[1:]] + [len(lines) + 1]
        for plot, end in zip(self._content.plots, begins):
            if not plot.points and not any(plot.line < line < end for line in wrong):
                self._problem(plot.line, translate("LandLedger", "The plot that begins here has no boundary points."))
        return self._content

    def _problem(self, line: int, template: str, **places: object) -> None:
        self._content.problems.append((line, sentence(template, **places)))

    def _row(self, line: int, text: str) -> None:
        # A TXT that went through a spreadsheet has empty columns after each row.
        bare = text.rstrip(",，;； \t")
        block = _BLOCK.fullmatch(half_width(bare).replace("【", "[").replace("】", "]"))
        if block:
            self._block = block.group(1).strip()
            self._content.blocks.setdefault(self._block, {})
            return
        if bare.endswith(("@", "＠")):
            self._plot_row(line, bare)
            return
        tokens, widened = split_row(text)
        point = _point_of(line, tokens, self._local)
        if "=" in half_width(text) and (point is None or "坐标" not in self._block):
            self._key(line, text)
        elif any(token in SHAPE_WORDS for token in tokens[2:]) and (point is None or has_han(text)):
            self._notebook.gather(
                Severity.REPAIR,
                translate("LandLedger", "Rows without the closing @ were read as plot rows (lines {lines})."),
                line,
            )
            self._plot_row(line, text)
        elif point is not None:
            width = max(place for place, token in enumerate(tokens, start=1) if token)
            self._point_row(point, width, widened)
        else:
            self._strange_row(line, text, tokens)

    def _key(self, line: int, text: str) -> None:
        sign = "=" if "=" in text else "＝"
        key, _, value = text.partition(sign)
        block = self._content.blocks.setdefault(self._block, {})
        key, value = stripped(key), stripped(value)
        if block.get(key) and value and block[key] != value:
            self._notebook.note(
                Severity.WARNING,
                line,
                translate("LandLedger", "{key} is given again as “{value}”; the first value “{first}” was kept."),
                key=key,
                value=value,
                first=block[key],
            )
            return
        if value or key not in block:
            block[key] = value
            self._content.key_lines.setdefault(key, line)

    def _plot_row(self, line: int, text: str) -> None:
        body = stripped(text.rstrip("@＠"))
        if body.endswith((",", "，")) and text[-1] in "@＠":
            body = body[:-1]
        # Two ASCII commas part a row that ends as it should, whatever full-width signs its names hold.
        closed = text[-1] in "@＠" and body.count(",") >= 2
        tokens = [stripped(token) for token in body.split(",")] if closed else split_row(body)[0]
        self._content.plots.append(_Plot(line, tokens))
        self._expect_block(line)

    def _point_row(self, point: _Point, width: int, widened: bool) -> None:
        if not self._content.plots:
            self._notebook.note(
                Severity.REPAIR,
                point.line,
                translate("LandLedger", "Boundary points begin without a plot row; they were read as one plot."),
            )
            self._content.plots.append(_Plot(point.line, None))
            self._expect_block(point.line)
        if widened:
            self._notebook.gather(Severity.REPAIR, _FULL_WIDTH_NOTE, point.line)
        if width > (6 if point.ring_after else 5):
            self._notebook.gather(Severity.INFO, _SURPLUS_NOTE, point.line)
        self._content.plots[-1].points.append(point)

    def _expect_block(self, line: int) -> None:
        if "坐标" not in self._block:
            self._notebook.note(
                Severity.REPAIR, line, translate("LandLedger", "[地块坐标] is missing; plots are read from here on.")
            )
            self._block = _COORDINATES

    def _strange_row(self, line: int, text: str, tokens: Sequence[str]) -> None:
        reading = bool(self._content.plots) or "坐标" in self._block
        if not reading:
            self._notebook.gather(Severity.INFO, _COMMENT_NOTE, line)
        elif len(tokens) >= 3 and _POINT_LABEL.fullmatch(half_width(tokens[0])) and not has_han(text):
            wrong = next((token for token in tokens[1:] if token and number(token) is None), "")
            if wrong:
                self._problem(line, translate("LandLedger", "“{text}” is not a number."), text=wrong[:40])
            else:
                self._wrong_point(line, text, tokens)
        elif len(tokens) >= 4 and has_han(text) and number(tokens[0]) is not None:
            self._notebook.gather(
                Severity.REPAIR,
                translate("LandLedger", "Rows without the closing @ were read as plot rows (lines {lines})."),
                line,
            )
            self._plot_row(line, text)
        else:
            self._problem(
                line, translate("LandLedger", "“{text}” is neither a plot nor a boundary point."), text=text[:60]
            )

    def _wrong_point(self, line: int, text: str, tokens: Sequence[str]) -> None:
        values = [value for value in (number(token) for token in tokens[1:]) if value is not None]
        if len(values) >= 2 and all(abs(value) <= 180 for value in values[-2:]):
            template = translate("LandLedger", "{first}, {second} are degrees; plane coordinates in metres are needed.")
            self._problem(line, template, first=values[-2], second=values[-1])
            return
        self._problem(line, translate("LandLedger", "“{text}” has no pair of plane coordinates."), text=text[:60])


def _point_of(line: int, tokens: Sequence[str], local: bool) -> _Point | None:
    values = [number(token) for token in tokens]
    place = _place_of_pair(values, local)
    if place is None:
        return None
    first, second = values[place], values[place + 1]
    if first is None or second is None:
        return None
    label = half_width(tokens[0]) if place else ""
    after = [half_width(token) for token in tokens[place + 2 :]]
    if place == 2:
        return _Point(line, label, _ring(tokens[1]), first, second, False)
    wide = len(after) >= 2 and not after[0] and bool(after[1])
    ring = after[1] if wide else (after[0] if after and after[0].isdigit() else "")
    return _Point(line, label, _ring(ring), first, second, wide)


def _place_of_pair(values: Sequence[Decimal | None], local: bool) -> int | None:
    if local:
        # In a system of the user's choice numbers may have any size: the layout's places are believed.
        place = 2 if len(values) > 3 and None not in values[2:4] else 1
        return place if len(values) > place + 1 else None
    pairs = (
        place for place in range(min(3, len(values) - 1)) if _is_plane(values[place]) and _is_plane(values[place + 1])
    )
    return next(pairs, None)


def _is_plane(value: Decimal | None) -> bool:
    return value is not None and abs(value) >= 100_000


def _ring(text: str) -> str:
    value = number(text)
    return str(int(value)) if value is not None and value == value.to_integral_value() else half_width(text)


def _plots(content: _Content, options: ReadingOptions, notebook: Notebook, progress: Progress) -> list[Plot]:
    header = content.header()
    raw = _joined_features(_recognised_all(content), notebook)
    drafts = [draft for plot, row in raw for draft in _draft(plot, row, header, content, notebook.file)]
    if content.problems:
        return []
    plots, problems = assemble(drafts, header, options, notebook, progress)
    content.problems.extend(problems)
    _note_precision(header, content, notebook)
    return plots


def _recognised_all(content: _Content) -> list[tuple[_Plot, Recognised | None]]:
    """Every plot with its row. Where most rows of the short shape begin with a number that counts nothing, the others do
    too: a plot's number may happen to be its count of points."""
    found = [(plot, _recognised(plot, content)) for plot in content.plots]
    short = [row.layout.shape for _, row in found if row and _is_short(row)]
    if 2 * short.count("onemap_5") <= len(short):
        return found
    return [(plot, _recognised(plot, content, counted=False) if row and _is_short(row) else row) for plot, row in found]


def _is_short(row: Recognised) -> bool:
    return row.layout.shape in ("enforcement_4", "in_out_balance_4", "onemap_5") and not row.values.get("DKYT")


def _recognised(plot: _Plot, content: _Content, counted: bool = True) -> Recognised | None:
    if plot.tokens is None:
        return None
    rows = len(plot.points)
    rings = len({point.ring for point in plot.points})
    counts = (rows, rows - rings, rows + rings) if counted else ()
    described = any("属性" in block for block in content.blocks)
    return recognise(plot.tokens, any(point.ring_after for point in plot.points), described, counts)


def _joined_features(
    raw: Sequence[tuple[_Plot, Recognised | None]], notebook: Notebook
) -> list[tuple[_Plot, Recognised | None]]:
    """In-out-balance files print a plot row before each ring and count features in the ring's place: consecutive rows
    of the same feature, name and use are one plot. Where every row has the same count it may also be a ring number;
    then only rings inside the plot before are joined to it."""
    counted = _counts_features(raw)
    joined: list[tuple[_Plot, Recognised | None]] = []
    for plot, row in raw:
        before, other = joined[-1] if joined else (plot, None)
        if (
            other is None
            or row is None
            or not _same_feature(before, other, plot, row)
            or not (counted or _lies_in(plot.points, before.points))
        ):
            joined.append((plot, row))
            continue
        rest = [replace(point, ring=f"{point.ring}.{plot.line}") for point in plot.points]
        joined[-1] = (_Plot(before.line, before.tokens, before.points + rest), _without_count(other))
        notebook.gather(
            Severity.INFO if counted else Severity.REPAIR,
            translate("LandLedger", "Rows of the same feature were read as rings of one plot (lines {lines})."),
            plot.line,
        )
    return joined


def _counts_features(raw: Sequence[tuple[_Plot, Recognised | None]]) -> bool:
    """Whether the second column of the point rows takes more than one value, so that it counts something."""
    return len({point.ring for plot, row in raw if row and row.layout.feature_index for point in plot.points}) > 1


def _same_feature(before: _Plot, other: Recognised, plot: _Plot, row: Recognised) -> bool:
    if not row.layout.feature_index or not before.points or not plot.points or not row.values.get("DKMC"):
        return False
    fields = ("DKMC", "DKYT")
    return before.points[0].ring == plot.points[0].ring and all(
        other.values.get(name) == row.values.get(name) for name in fields
    )


def _lies_in(points: Sequence[_Point], around: Sequence[_Point]) -> bool:
    """Whether all points lie within the ring that `around` begins with, in the order they are printed."""
    border = [(float(p.first), float(p.second)) for p in around if p.ring == around[0].ring]
    if len(border) < 3:
        return False
    ring = shapely.Polygon(border)
    first, second = [float(p.first) for p in points], [float(p.second) for p in points]
    return bool(shapely.intersects_xy(ring, first, second).all() and shapely.contains_xy(ring, first, second).any())


def _without_count(row: Recognised) -> Recognised:
    values = {key: text for key, text in row.values.items() if key != "JZDS"}
    return replace(row, values=values)


def _note_precision(header: Header, content: _Content, notebook: Notebook) -> None:
    stated = number(header.get("精度"))
    if stated is None or not 0 < stated < 1:
        return
    printed = max(decimals_of(value) for plot in content.plots for p in plot.points for value in (p.first, p.second))
    if printed != decimals_of(stated.normalize()):
        notebook.note(
            Severity.INFO,
            header.line("精度"),
            translate("LandLedger", "The header says precision {stated}, the coordinates have {count} decimals."),
            stated=stated,
            count=printed,
        )


def _draft(plot: _Plot, row: Recognised | None, header: Header, content: _Content, file: str) -> list[PlotDraft]:
    values = dict(row.values) if row else {}
    notebook = Notebook(file)
    if row is not None:
        if row.surplus:
            values["SURPLUS"] = "|".join(row.surplus)
        _note_row(plot, row, notebook)
    shape = values.get("TXSX", "")
    if shape and "面" not in shape and shape in SHAPE_WORDS:
        content.problems.append((plot.line, _not_an_area(shape)))
        return []
    described = PlotRow(
        plot.line, values.get("DKBH", ""), values.get("DKMC", ""), values.get("DKMJ", ""), _unit(header), values,
        row.layout.shape if row else "",
    )  # fmt: skip
    points = [PrintedPoint(p.line, p.label, p.ring, p.first, p.second) for p in plot.points]
    return [PlotDraft(described, points, row.layout.east_first if row else False, notebook)]


def _not_an_area(shape: str) -> Sentence:
    return sentence(translate("LandLedger", "The plot row says “{shape}”; only areas (面) can be read."), shape=shape)


def _unit(header: Header) -> AreaWord | None:
    return next((area_word(value) for key, value in header.values.items() if "面积单位" in key), None)


def _note_row(plot: _Plot, row: Recognised, notebook: Notebook) -> None:
    if row.joined:
        notebook.note(
            Severity.REPAIR,
            plot.line,
            translate("LandLedger", "The name holds commas; it was read as “{name}”."),
            name=row.values.get("DKMC", ""),
        )
    if row.missing or row.surplus:
        notebook.note(
            Severity.REPAIR,
            plot.line,
            translate(
                "LandLedger", "The plot row has {found} fields, its layout {expected}; it was read as far as it goes."
            ),
            found=len(plot.tokens or ()),
            expected=len(row.layout.fields),
        )
