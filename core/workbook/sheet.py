"""Filled tables as sheet lines: what stands in which cell, how it looks, what is merged. Knows no file format."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple, Optional

from ..area import Area
from ..rounding import half_up
from ..sentence import Say, Sentence
from .layout import Column, DisplayUnit, FormField, Kind, Layout
from .table import Filled, FilledForm, FilledTable, Page, Row, RowKind, Value, exact_decimals, label_of

# The words of the printed table are Chinese in every language of the program, as the declared layouts are.
HOLDS, FAILS = "平", "不平"
DRAFT = "草稿"
DRAFT_LINE = "草稿：有勾稽关系不平（见“勾稽检查”），不得签字、不得上报。"
CONTINUED = "（续）"

LINE_HEIGHT = 16.0
ROW_HEIGHT = 20.0
MOST_CHARACTERS = 32767

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORMULA_STARTS = ("=", "+", "-", "@")
_DAY_ZERO = datetime.date(1899, 12, 30)
_MOST_FORMULA = 8000
_MOST_RANGES = 200
_TEXTS_KEPT = 4096


class Style(NamedTuple):
    """How a cell looks; the writer turns each different one into one shared style of the workbook."""

    font: str = "body"  # title, head, body, bold, red, small
    align: str = "center"
    border: bool = True
    format: str = "General"
    quoted: bool = False
    wrap: bool = True


class Cell(NamedTuple):
    """One cell: `column` from 1, and a text, a number (as it is to be written) or nothing; `formula` beside a number."""

    column: int
    style: Style
    text: Optional[str] = None
    number: Optional[str] = None
    formula: Optional[str] = None


class SheetLine(NamedTuple):
    """One row of the sheet; height in points, None for the sheet's default."""

    cells: Sequence[Cell]
    height: Optional[float] = None


@dataclass
class SheetPlan:
    """A sheet to be written. `merges` (top, left, bottom, right) and `breaks` (last row of a page) are complete when
    `lines()` has been read to its end."""

    name: str
    widths: Sequence[float]
    lines: Callable[[], Iterator[SheetLine]]
    title_rows: tuple[int, int] | None
    freeze: tuple[int, int] | None
    paper: str
    landscape: bool
    scale: int | None
    row_count: int
    title: str = ""
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)


TITLE = Style("title", border=False)
RED = Style("red", border=False)
UNIT = Style("body", "right", border=False, wrap=False)
HEAD = Style("head")
NOTE = Style("body", "left", border=False)
SIGN = Style("body", "left", border=False, wrap=False)


def plan_sheet(table: Filled, draft: bool, say: Say = str, live_sums: bool = False) -> SheetPlan:
    """The sheet of a filled table or form; FootingError if an area can't be written exactly."""
    if isinstance(table, FilledForm):
        return _FormPlan(table, draft, say).plan()
    return _TablePlan(table, draft, say, live_sums).plan()


def clean_text(text: str) -> str:
    """`text` without what XML forbids; a cell holds at most 32,767 characters."""
    text = _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def display_width(text: str) -> int:
    """Width of the longest line in half-width characters; a Chinese character is two."""
    return max(map(_line_width, text.split("\n")))


def sheet_name(wanted: str, taken: Sequence[str]) -> str:
    """`wanted` as a name a sheet may have: at most 31 characters, none of []:*?/\\, unlike all `taken`."""
    name = re.sub(r"[\[\]:*?/\\]", " ", clean_text(wanted)).replace("\n", " ").strip().strip("'")[:31].strip()
    name = name or "Sheet"
    used = {other.casefold() for other in taken}
    candidate, number = name, 2
    while candidate.casefold() in used:
        tail = f"({number})"
        candidate, number = name[: 31 - len(tail)] + tail, number + 1
    return candidate


class Rectangle(NamedTuple):
    """A label of a tree laid out on a grid: levels `top` to `bottom`, leaves `left` to `right`, inclusive, from 0."""

    top: int
    left: int
    bottom: int
    right: int
    text: str


def label_rectangles(paths: Sequence[tuple[str, ...]], depth: int, spans: Sequence[int] | None = None) -> list[Rectangle]:
    """The merged cells of a header tree: neighbours with equal levels share a cell, a short path reaches down."""
    widths = list(spans or [1] * len(paths))
    starts = [sum(widths[:index]) for index in range(len(paths))]
    found = []
    for level in range(depth):
        index = 0
        while index < len(paths):
            path, last = paths[index], index
            if level < len(path):
                if level < len(path) - 1:
                    while last + 1 < len(paths) and len(paths[last + 1]) > level + 1 and (
                        paths[last + 1][: level + 1] == path[: level + 1]
                    ):
                        last += 1
                bottom = depth - 1 if level == len(path) - 1 else level
                found.append(Rectangle(level, starts[index], bottom, starts[last] + widths[last] - 1, path[level]))
            index = last + 1
    return found


def _line_width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in line)


def _height(texts: Sequence[tuple[str, float]]) -> float | None:
    """Height of a row of (text, width) that wrap; None when one line is enough."""
    most = 1
    for text, width in texts:
        if len(text) * 2 > width - 2 or "\n" in text:
            room = max(1.0, width - 1.5)
            most = max(most, sum(max(1, math.ceil(_line_width(line) / room)) for line in text.split("\n")))
    return None if most == 1 else min(409.0, LINE_HEIGHT * most + 2)


class _Values:
    """Values of one table as cells."""

    def __init__(self, layout: Layout, unit: DisplayUnit, decimals: int, say: Say) -> None:
        self.layout, self.unit, self.decimals, self.say = layout, unit, decimals, say
        self.area_format = self.number_format(decimals)
        self._styles: dict[tuple[Kind, str, int | None, bool], Style] = {}

    def number_format(self, decimals: int) -> str:
        digits = ("0." + "0" * decimals if decimals else "0") + "_ "
        return digits if self.layout.show_zero else f"{digits};-{digits};;@"

    def text(self, value: Value) -> str:
        if value is None:
            return ""
        return clean_text(value.said(self.say) if isinstance(value, Sentence) else str(value))

    def cell(self, number: int, column: Column | FormField, value: Value, bold: bool = False) -> Cell:
        """The cell of `value` in sheet column `number`."""
        font = "bold" if bold else "body"
        kind = column.kind
        if value is None or value == "":
            return Cell(number, self._style(Kind.TEXT, font, None, False))
        if isinstance(value, bool) and kind is Kind.CHECK:
            return Cell(number, Style("body" if value else "red"), HOLDS if value else FAILS)
        if isinstance(value, Area):
            return Cell(number, self._style(Kind.AREA, font, None, False), None, self._area(value))
        if isinstance(value, datetime.date):
            days = str((datetime.date(value.year, value.month, value.day) - _DAY_ZERO).days)
            return Cell(number, Style(font, format='yyyy"年"m"月"d"日"'), None, days)
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) and kind is not Kind.TEXT:
            return self._number(number, kind, column.decimals, font, value)
        text = self.text(value)
        quoted = text.startswith(_FORMULA_STARTS)
        long = kind is Kind.TEXT and isinstance(column, Column) and (column.width or 0) >= 20
        return Cell(number, self._style(Kind.TEXT, font, 1 if long else None, quoted), text)

    def maker(self, number: int, column: Column) -> Callable[[Value], Cell]:
        """`cell` of one column with what never changes decided once: big tables have millions of cells."""
        blank = self.cell(number, column, None)
        area_style = self._style(Kind.AREA, "body", None, False)
        decimals = self.decimals
        step, one = self.unit.step * 10 ** (self.unit.most_decimals - decimals), 10**decimals
        texts: dict[str, Cell] = {}

        def make(value: Value) -> Cell:
            if value is None:
                return blank
            if type(value) is Area:
                micro_mu = value.micro_mu
                if micro_mu < 0 or not decimals:
                    return self.cell(number, column, value)
                whole, rest = divmod(micro_mu // step, one)
                return Cell(number, area_style, None, f"{whole}.{rest:0{decimals}d}")
            if type(value) is str:
                known = texts.get(value)
                if known is None:
                    known = self.cell(number, column, value)
                    if len(texts) < _TEXTS_KEPT:
                        texts[value] = known
                return known
            return self.cell(number, column, value)

        return make

    def _number(self, number: int, kind: Kind, decimals: int | None, font: str, value: int | float | Decimal) -> Cell:
        exact = value if isinstance(value, Decimal) else Decimal(repr(value)) if isinstance(value, float) else None
        if exact is None:
            return Cell(number, self._style(Kind.INT, font, decimals or 0, False), None, str(value))
        if not exact.is_finite():
            return Cell(number, self._style(Kind.TEXT, font, None, False))
        rounded = exact if decimals is None else half_up(exact, decimals)
        exponent = rounded.as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        return Cell(number, self._style(Kind.NUMBER, font, places, False), None, format(rounded, "f"))

    def _style(self, kind: Kind, font: str, detail: int | None, quoted: bool) -> Style:
        key = (kind, font, detail, quoted)
        style = self._styles.get(key)
        if style is None:
            if kind is Kind.TEXT:
                style = Style(font, "left" if detail else "center", quoted=quoted)
            else:
                pattern = self.area_format if kind is Kind.AREA else self.number_format(detail or 0)
                style = Style(font, "right" if kind is not Kind.INT else "center", format=pattern, wrap=False)
            self._styles[key] = style
        return style

    def _area(self, area: Area) -> str:
        """The exact decimal of an area that `exact_decimals` has seen."""
        steps = area.micro_mu // self.unit.step
        places = self.unit.most_decimals
        sign, digits = ("-", -steps) if steps < 0 else ("", steps)
        whole, rest = divmod(digits, 10**places)
        fraction = f"{rest:0{places}d}"[: self.decimals] if self.decimals else ""
        return f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}"


class _Merger:
    """Vertical merges of repeated group cells, found while the rows go by."""

    def __init__(self, keys: Sequence[str], columns: Mapping[str, int], merges: list[tuple[int, int, int, int]]) -> None:
        self.keys, self.columns, self.merges = keys, columns, merges
        self.runs: list[tuple[tuple[str, ...], int] | None] = [None] * len(keys)

    def row(self, sheet_row: int, row: Row, order: Mapping[str, int]) -> set[str]:
        """Take a row; returns the keys whose cell is covered by the one above."""
        ends = order.get(row.label_key, len(order)) if row.kind is not RowKind.DATA else len(order)
        if row.kind in (RowKind.SUMMARY, RowKind.TOTAL):
            ends = 0
        covered = set()
        prefix: tuple[str, ...] = ()
        for index, key in enumerate(self.keys):
            prefix = (*prefix, label_of(row.value(key)))
            run = self.runs[index]
            usable = order[key] < ends and bool(prefix[-1])
            if run and usable and run[0] == prefix:
                covered.add(key)
                continue
            self._close(index, sheet_row - 1)
            self.runs[index] = (prefix, sheet_row) if usable else None
        return covered

    def end(self, sheet_row: int) -> None:
        """Close all runs; `sheet_row` is the last row."""
        for index in range(len(self.keys)):
            self._close(index, sheet_row)

    def _close(self, index: int, last: int) -> None:
        run = self.runs[index]
        self.runs[index] = None
        if run and last > run[1]:
            column = self.columns[self.keys[index]]
            self.merges.append((run[1], column, last, column))


class _LiveSums:
    """Formulas of sum rows over the data rows above them."""

    def __init__(self, layout: Layout, columns: Mapping[str, int]) -> None:
        self.layout, self.columns = layout, columns
        self.segments: list[list[int]] = []
        texts = [column.key for column in layout.columns if column.kind is Kind.TEXT]
        self.prefixes = [texts[: texts.index(group.key) + 1] for group in layout.groups]
        self.starts: list[tuple[tuple[str, ...], int]] = [((), 0)] * len(layout.groups)

    def data(self, sheet_row: int, row: Row) -> None:
        if self.segments and self.segments[-1][1] == sheet_row - 1:
            self.segments[-1][1] = sheet_row
        else:
            self.segments.append([sheet_row, sheet_row])
        for level, keys in enumerate(self.prefixes):
            prefix = tuple(label_of(row.value(key)) for key in keys)
            if self.starts[level][0] != prefix or not self.starts[level][1]:
                self.starts[level] = (prefix, sheet_row)

    def formula(self, row: Row, column: int) -> str | None:
        """=SUM of the rows this one sums, None when they are not all above or too scattered."""
        letter = column_letter(column)
        if row.kind is RowKind.SUMMARY:
            return self._sum_if(row, letter)
        first = self.starts[row.level][1] if row.kind is RowKind.SUBTOTAL else 0
        segments = [(max(start, first), end) for start, end in self.segments if end >= first]
        if not segments or len(segments) > _MOST_RANGES:
            return None
        ranges = ",".join(f"{letter}{start}:{letter}{end}" for start, end in segments)
        return f"SUM({ranges})" if len(ranges) < _MOST_FORMULA else None

    def _sum_if(self, row: Row, letter: str) -> str | None:
        summary = self.layout.summaries[row.level]
        before, _, after = summary.label.partition("{value}")
        label = label_of(row.value(row.label_key))
        value = label[len(before) : len(label) - len(after)]
        if not self.segments or re.search(r'[*?~<>="]', value) or summary.key not in self.columns:
            return None
        first, last = self.segments[0][0], self.segments[-1][1]
        key = column_letter(self.columns[summary.key])
        return f'SUMIF({key}{first}:{key}{last},"{value}",{letter}{first}:{letter}{last})'


def column_letter(number: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class _TablePlan:
    """Plans the sheet of a list-like table: title, unit line, header, rows, notes, signatures."""

    def __init__(self, table: FilledTable, draft: bool, say: Say, live_sums: bool) -> None:
        self.table, self.layout, self.draft, self.say, self.live_sums = table, table.layout, draft, say, live_sums
        self._look_through()
        self.values = _Values(self.layout, table.display, self.decimals, say)
        self.place = {column.key: number for number, column in enumerate(self.columns, 1)}
        self.depth = max(len(column.header) for column in self.columns)
        self.makers = [self.values.maker(number, column) for number, column in enumerate(self.columns, 1)]
        self.top_rows = 1 + draft + bool(self.layout.unit_line)

    def plan(self) -> SheetPlan:
        freeze = self.place.get(self.layout.freeze, 0)
        plan = SheetPlan(
            name=self.table.sheet,
            title=_title(self.layout, self.table.title_places),
            widths=self.widths,
            lines=lambda: self._lines(plan),
            title_rows=(self.top_rows + 1, self.top_rows + self.depth),
            freeze=(self.top_rows + self.depth + 1, freeze + 1),
            paper=self.layout.paper,
            landscape=self.layout.landscape,
            scale=None,
            row_count=self.count,
        )
        return plan

    def _look_through(self) -> None:
        """One pass over the rows: which columns are needed, how wide, and with how many decimals areas are exact."""
        hideable = {column.key for column in self.layout.columns if column.hide_when_zero}
        texts = {column.key: 0 for column in self.layout.columns}
        largest = dict.fromkeys(texts, 0)
        needed: set[str] = set()
        decimals, unit, self.count = _least_decimals(self.layout, self.table.display), self.table.display, 0
        fine = unit.step * 10 ** (unit.most_decimals - decimals)
        for row in self.table.rows:
            self.count += 1
            for key, value in row.values.items():
                if isinstance(value, Area):
                    micro_mu = value.micro_mu
                    if micro_mu % fine:
                        decimals = exact_decimals((value,), unit, decimals)
                        fine = unit.step * 10 ** (unit.most_decimals - decimals)
                    if micro_mu:
                        needed.add(key)
                        if abs(micro_mu) > largest.get(key, 0):
                            largest[key] = abs(micro_mu)
                elif value is not None and value != "" and value != 0:
                    needed.add(key)
                    if key in texts and texts[key] < 60:
                        said = value.said(self.say) if isinstance(value, Sentence) else str(value)
                        texts[key] = max(texts[key], display_width(said))
        self.decimals = decimals
        self.columns = [c for c in self.layout.columns if c.key not in hideable or c.key in needed]
        per_unit = unit.step * 10**unit.most_decimals
        numbers = {key: len(str(most // per_unit)) + decimals + 1 for key, most in largest.items() if most}
        self.widths = [_width(column, texts[column.key], numbers.get(column.key, 0)) for column in self.columns]

    def _lines(self, plan: SheetPlan) -> Iterator[SheetLine]:
        plan.merges.clear()
        last = len(self.columns)
        number = 0
        for line in _top_lines(self.layout, plan.title, self.table.display, self.draft, last):
            number += 1
            plan.merges.append((number, 1, number, last))
            yield line
        yield from _header_lines(self.columns, [1] * last, self.widths, number, plan.merges)
        number += self.depth
        for line in self._rows(plan, number):
            number += 1
            yield line
        notes = [*self.layout.notes, *self.table.notes]
        for line in _tail_lines(notes, self.layout.signature, self.table.signatures, self.widths, self.values):
            number += 1
            if len(line.cells) == 1:
                plan.merges.append((number, 1, number, last))
            yield line

    def _rows(self, plan: SheetPlan, above: int) -> Iterator[SheetLine]:
        order = {column.key: index for index, column in enumerate(self.layout.columns)}
        merger = _Merger([c.key for c in self.columns if c.merge], self.place, plan.merges)
        live = _LiveSums(self.layout, self.place) if self.live_sums else None
        leading = [self.place[c.key] for c in self.layout.leading if c.key in self.place]
        number = above
        for row in self.table.rows:
            number += 1
            covered = merger.row(number, row, order) if merger.keys else ()
            if row.kind is RowKind.DATA:
                cells, height = self._data_cells(row, covered)
                if live:
                    live.data(number, row)
            else:
                cells, height = self._sum_cells(row, covered, live), None
                label = self.place.get(row.label_key, 0)
                if leading and label in leading and leading[-1] > label:
                    plan.merges.append((number, label, number, leading[-1]))
            yield SheetLine(cells, height)
        merger.end(number)

    def _data_cells(self, row: Row, covered: Collection[str]) -> tuple[list[Cell], float | None]:
        values = row.values
        if covered:
            values = {key: value for key, value in values.items() if key not in covered}
        cells = [make(values.get(column.key)) for make, column in zip(self.makers, self.columns)]
        wrapped = [
            (cell.text, width)
            for cell, width, column in zip(cells, self.widths, self.columns)
            if cell.text and not column.merge and (len(cell.text) * 2 > width - 2 or "\n" in cell.text)
        ]
        return cells, _height(wrapped) if wrapped else None

    def _sum_cells(self, row: Row, covered: Collection[str], live: _LiveSums | None) -> list[Cell]:
        cells = []
        for number, column in enumerate(self.columns, 1):
            value = None if covered and column.key in covered else row.value(column.key)
            cell = self.values.cell(number, column, value, bold=True)
            if live and column.summed and cell.number is not None:
                cell = cell._replace(formula=live.formula(row, number))
            cells.append(cell)
        return cells


class _FormPlan:
    """Plans the sheet of a form: one page a plot, one below the other."""

    def __init__(self, table: FilledForm, draft: bool, say: Say) -> None:
        self.table, self.draft = table, draft
        self.layout = _without_empty_columns(table)
        areas = [v for page in table.pages for v in _page_values(page) if isinstance(v, Area)]
        decimals = exact_decimals(areas, table.display, _least_decimals(self.layout, table.display))
        self.values = _Values(self.layout, table.display, decimals, say)
        self.paths = {line.key: line.path for line in self.layout.lines}
        self.levels = max([1, *(len(path) for path in self.paths.values())])
        self.spans = [self.levels if column.kind is Kind.LINE else 1 for column in self.layout.columns]
        self.starts = [1 + sum(self.spans[:index]) for index in range(len(self.spans))]
        self.widths = [
            _width(column, 0, 0) for column, span in zip(self.layout.columns, self.spans) for _ in range(span)
        ]
        self.depth = max(len(column.header) for column in self.layout.columns)
        self.half = any(column.half for column in self.layout.columns)

    def plan(self) -> SheetPlan:
        pages = list(self._pages())
        tallest = max([sum(line.height or LINE_HEIGHT for line in lines) for lines, _ in pages] or [1.0])
        plan = SheetPlan(
            name=self.table.sheet,
            title=_title(self.layout, self.table.title_places),
            widths=self.widths,
            lines=lambda: self._lines(plan, pages),
            title_rows=None,
            freeze=None,
            paper=self.layout.paper,
            landscape=self.layout.landscape,
            scale=_scale(self.layout, sum(self.widths), tallest),
            row_count=sum(len(lines) for lines, _ in pages),
        )
        return plan

    def _lines(
        self, plan: SheetPlan, pages: Sequence[tuple[list[SheetLine], list[tuple[int, int, int, int]]]]
    ) -> Iterator[SheetLine]:
        plan.merges.clear()
        plan.breaks.clear()
        above = 0
        for lines, merges in pages:
            plan.merges += [(top + above, left, bottom + above, right) for top, left, bottom, right in merges]
            yield from lines
            above += len(lines)
            plan.breaks.append(above)
        if plan.breaks:
            plan.breaks.pop()

    def _pages(self) -> Iterator[tuple[list[SheetLine], list[tuple[int, int, int, int]]]]:
        """Paper pages as (lines, merges counted from the page's first row)."""
        for page in self.table.pages:
            rows = list(page.rows)
            size = self.layout.rows_per_page or max(1, len(rows))
            chunks = [rows[start : start + size] for start in range(0, len(rows), size)] or [[]]
            for index, chunk in enumerate(chunks):
                yield self._page(page, chunk, index == 0, index == len(chunks) - 1)

    def _page(
        self, page: Page, rows: Sequence[Row], first: bool, last: bool
    ) -> tuple[list[SheetLine], list[tuple[int, int, int, int]]]:
        merges: list[tuple[int, int, int, int]] = []
        right = len(self.widths)
        title = _title(self.layout, {**self.table.title_places, **page.fields}) + ("" if first else CONTINUED)
        lines = list(_top_lines(self.layout, title, self.table.display, self.draft, right))
        merges += [(number, 1, number, right) for number in range(1, len(lines) + 1)]
        if first:
            lines += self._field_lines(page, False, len(lines), merges)
        lines += _header_lines(self.layout.columns, self.spans, self.widths, len(lines), merges)
        lines += (self._half_lines if self.half else self._row_lines)(rows, len(lines), merges)
        if last:
            lines += self._field_lines(page, True, len(lines), merges)
            for line in _tail_lines(
                [*self.layout.notes, *self.table.notes],
                self.layout.signature,
                self.table.signatures,
                self.widths,
                self.values,
            ):
                lines.append(line)
                if len(line.cells) == 1:
                    merges.append((len(lines), 1, len(lines), right))
        return lines, merges

    def _field_lines(
        self, page: Page, foot: bool, above: int, merges: list[tuple[int, int, int, int]]
    ) -> list[SheetLine]:
        lines: list[SheetLine] = []
        fields = [f for f in self.layout.fields if f.foot is foot]
        for number in sorted({f.line for f in fields}):
            members = [f for f in fields if f.line == number]
            room = len(self.widths) - sum(1 + f.span for f in members)
            # The last value of a line reaches to the table's edge, which moves with the columns shown.
            members[-1] = replace(members[-1], span=max(1, members[-1].span + room))
            cells: list[Cell] = []
            texts: list[tuple[str, float]] = []
            column, sheet_row = 1, above + len(lines) + 1
            for item in members:
                width = sum(self.widths[column : column + item.span])
                cells.append(Cell(column, HEAD, item.label.replace("{unit}", self.table.display.label)))
                value = self.values.cell(column + 1, item, page.fields.get(item.key))
                cells.append(value._replace(style=value.style._replace(align="center", wrap=True)))
                cells += [Cell(column + 1 + extra, value.style) for extra in range(1, item.span)]
                texts += [(value.text or "", width), (item.label, self.widths[column - 1])]
                if item.span > 1:
                    merges.append((sheet_row, column + 1, sheet_row, column + item.span))
                column += 1 + item.span
            lines.append(SheetLine(cells, max(_height(texts) or 0.0, LINE_HEIGHT + 8)))
        return lines

    def _row_lines(self, rows: Sequence[Row], above: int, merges: list[tuple[int, int, int, int]]) -> list[SheetLine]:
        labels = self._labels(rows, above, merges)
        lines = []
        for index, row in enumerate(rows):
            cells = []
            for column, start in zip(self.layout.columns, self.starts):
                if column.kind is Kind.LINE:
                    for level in range(self.levels):
                        cells.append(Cell(start + level, Style(), labels.get((index, level))))
                else:
                    cells.append(self.values.cell(start, column, row.value(column.key), self._is_sum(row)))
            lines.append(SheetLine(cells, LINE_HEIGHT + 2))
        return lines

    def _is_sum(self, row: Row) -> bool:
        keys = {label_of(row.value(c.key)) for c in self.layout.columns if c.kind is Kind.LINE}
        return any(line.parts and line.key in keys for line in self.layout.lines)

    def _labels(
        self, rows: Sequence[Row], above: int, merges: list[tuple[int, int, int, int]]
    ) -> dict[tuple[int, int], str]:
        labels: dict[tuple[int, int], str] = {}
        for column, start in zip(self.layout.columns, self.starts):
            if column.kind is Kind.LINE:
                paths = [self.paths.get(label_of(row.value(column.key)), ("",)) for row in rows]
                for box in label_rectangles(paths, self.levels):
                    labels[(box.left, box.top)] = box.text
                    if (box.top, box.left) != (box.bottom, box.right):
                        merges.append(
                            (above + 1 + box.left, start + box.top, above + 1 + box.right, start + box.bottom)
                        )
        return labels

    def _half_lines(self, rows: Sequence[Row], above: int, merges: list[tuple[int, int, int, int]]) -> list[SheetLine]:
        """Each row on two sheet rows; half columns stand half a row lower, between this row and the next."""
        lines = []
        for index, row in enumerate(rows):
            upper, lower = [], []
            top = above + 2 * index + 1
            for column, start in zip(self.layout.columns, self.starts):
                cell = self.values.cell(start, column, row.value(column.key))
                if column.half:
                    upper.append(Cell(start, cell.style))
                    lower.append(cell)
                    if index + 1 < len(rows):
                        merges.append((top + 1, start, top + 2, start))
                else:
                    upper.append(cell)
                    lower.append(Cell(start, cell.style))
                    merges.append((top, start, top + 1, start))
            lines += [SheetLine(upper, LINE_HEIGHT), SheetLine(lower, LINE_HEIGHT)]
        return lines


def _without_empty_columns(form: FilledForm) -> Layout:
    """The form's layout without the columns to be hidden when zero that are zero on every page."""
    used = {key for page in form.pages for row in page.rows for key, value in row.values.items() if value}
    columns = tuple(c for c in form.layout.columns if not c.hide_when_zero or c.key in used)
    return replace(form.layout, columns=columns)


def _page_values(page: Page) -> Iterator[Value]:
    yield from page.fields.values()
    for row in page.rows:
        yield from row.values.values()


def _least_decimals(layout: Layout, unit: DisplayUnit) -> int:
    declared = [c.decimals for c in layout.columns if c.kind is Kind.AREA and c.decimals is not None]
    return min(max([unit.decimals if not declared else 0, *declared]), unit.most_decimals)


def _width(column: Column, text: int, number: int) -> float:
    """The declared width, or one that fits header and texts; wider when a number would not fit."""
    width = column.width
    if width is None:
        width = min(40.0, max(6.0, display_width(column.header[-1]) + 2.0, text + 2.0))
    if column.merge:
        # A merged cell does not make its row higher: what it says must fit its width.
        width = max(width, min(40.0, text + 2.0))
    return max(width, number + 1.5 if number else 0.0)


def _title(layout: Layout, places: Mapping[str, object]) -> str:
    def filled(match: re.Match[str]) -> str:
        value = places.get(match.group(1))
        return "" if value is None else str(value)

    return clean_text(re.sub(r"\{(\w+)\}", filled, layout.title))


def _top_lines(layout: Layout, title: str, unit: DisplayUnit, draft: bool, last: int) -> Iterator[SheetLine]:
    def across(style: Style, text: str, height: float) -> SheetLine:
        return SheetLine([Cell(1, style, text), *(Cell(number, style) for number in range(2, last + 1))], height)

    yield across(TITLE, title, 36.0)
    if draft:
        yield across(RED, DRAFT_LINE, 20.0)
    if layout.unit_line:
        yield across(UNIT, layout.unit_line.replace("{unit}", unit.label), 18.0)


def _header_lines(
    columns: Sequence[Column],
    spans: Sequence[int],
    widths: Sequence[float],
    above: int,
    merges: list[tuple[int, int, int, int]],
) -> list[SheetLine]:
    depth = max(len(column.header) for column in columns)
    texts: dict[tuple[int, int], str] = {}
    heights = [LINE_HEIGHT + 4] * depth
    for box in label_rectangles([column.header for column in columns], depth, spans):
        texts[(box.top, box.left)] = box.text
        if (box.top, box.left) != (box.bottom, box.right):
            merges.append((above + 1 + box.top, box.left + 1, above + 1 + box.bottom, box.right + 1))
        need = _height([(box.text, sum(widths[box.left : box.right + 1]))]) or 0.0
        levels = box.bottom - box.top
        heights[box.bottom] = max(heights[box.bottom], need - levels * (LINE_HEIGHT + 4))
    return [
        SheetLine([Cell(i + 1, HEAD, texts.get((level, i))) for i in range(sum(spans))], heights[level])
        for level in range(depth)
    ]


def _tail_lines(
    notes: Sequence[Sentence | str],
    signature: Sequence[str],
    signed: Mapping[str, str],
    widths: Sequence[float],
    values: _Values,
) -> Iterator[SheetLine]:
    said = [text for text in (values.text(note) for note in notes) if text]
    for index, text in enumerate(said):
        mark = "注：" if index == 0 else "　　"
        if len(said) > 1:
            mark += f"{index + 1}．"
        yield SheetLine([Cell(1, NOTE, mark + text)], _height([(mark + text, sum(widths))]) or LINE_HEIGHT + 2)
    if signature:
        yield SheetLine([], 8.0)
        cells: list[Cell] = []
        for index, word in enumerate(signature):
            share = sum(widths) * index / len(signature)
            column = min(range(1, len(widths) + 1), key=lambda at: abs(sum(widths[: at - 1]) - share))
            if cells and cells[-1].column >= column:
                column = min(len(widths), cells[-1].column + 1)
            if cells and cells[-1].column == column:
                cells[-1] = cells[-1]._replace(text=f"{cells[-1].text}　　{word}：{signed.get(word, '')}")
            else:
                cells.append(Cell(column, SIGN, f"{word}：{signed.get(word, '')}"))
        yield SheetLine(cells, 24.0)


# The width of a digit where the program has no Calibri and takes a wider font: a page must not lose its last column.
_POINTS_A_CHARACTER = 7.4

_PAPER_INCHES = {"A3": (11.7, 16.5), "A4": (8.27, 11.7)}


def _scale(layout: Layout, width: float, height: float) -> int:
    """The percentage at which a page of `width` characters and `height` points fits the paper; manual page breaks
    and fit-to-page exclude each other in Excel."""
    short, long = _PAPER_INCHES[layout.paper]
    paper_width, paper_height = (long, short) if layout.landscape else (short, long)
    across = (paper_width - 1.0) * 72 / (width * _POINTS_A_CHARACTER)
    down = (paper_height - 1.7) * 72 / height
    return max(20, min(100, int(100 * min(across, down))))
