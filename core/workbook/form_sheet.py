"""The sheet of a form: its pages with labelled values, rows and signatures, scaled to the paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from ..sentence import Say
from .cell_values import CellValues
from .form_rows import FieldLines, FormRows, HalfRows, LineRows, Merge, RowsOfForm
from .layout import Kind, Layout
from .pen import Pen, Written
from .rows import Value
from .sheet import COLUMN_PADDING, CONTINUED, LINE_HEIGHT, SheetLine, SheetPlan
from .sheet_frame import column_width, filled_title, header_lines, least_decimals, tail_lines, top_lines
from .table import FilledForm

# The width of a digit where the program has no Calibri and takes a wider font: a page must not lose its last column.
_POINTS_A_CHARACTER = 7.4
_PAPER_INCHES = {"A3": (11.7, 16.5), "A4": (8.27, 11.7)}
_TITLES_KEPT = 1000


class _Paper(NamedTuple):
    """A page of paper: lines above the rows and below, which rows of the table stand on it, and the merged cells of the
    lines above and below, counted from its first row."""

    above: list[SheetLine]
    rows: range
    below: list[SheetLine]
    merged_above: list[Merge]
    merged_below: list[Merge]


class FormPlan:
    """Plans the sheet of a form: one page a plot, one below the other."""

    def __init__(self, table: FilledForm, draft: bool, say: Say) -> None:
        self.table, self.draft = table, draft
        self.pages = FormRows.of(table)
        self.layout = _without_empty_columns(table.layout, self.pages)
        decimals = self.pages.decimals(least_decimals(self.layout, table.display))
        self.values = CellValues(self.layout, table.display, decimals, say)
        self.levels = max([1, *(len(line.path) for line in self.layout.lines)])
        self.spans = [self.levels if column.kind is Kind.LINE else 1 for column in self.layout.columns]
        self.starts = [1 + sum(self.spans[:index]) for index in range(len(self.spans))]
        self.widths = [
            column_width(column, 0, 0) for column, span in zip(self.layout.columns, self.spans) for _ in range(span)
        ]
        self.half = any(column.half for column in self.layout.columns)
        self.fields = FieldLines(self.layout, self.widths, table.display.label, self.values)
        self._papers: list[_Paper] = []
        self._tail = list(self._tail_lines())
        self._headers: dict[int, tuple[list[SheetLine], list[Merge]]] = {}
        self._tops: dict[str, list[SheetLine]] = {}

    def plan(self) -> SheetPlan:
        """The plan, scaled so that the tallest page fits the paper."""
        self._papers = list(self._paper_pages())
        row_height, lines_a_row = (2 * LINE_HEIGHT, 2) if self.half else (LINE_HEIGHT + 2, 1)
        heights = [
            sum(line.height or LINE_HEIGHT for line in (*paper.above, *paper.below)) + row_height * len(paper.rows)
            for paper in self._papers
        ]
        plan = SheetPlan(
            name=self.table.sheet,
            title=filled_title(self.layout, self.table.title_places),
            widths=self.widths,
            lines=lambda pen: self._lines(plan, pen),
            title_rows=None,
            freeze=None,
            paper=self.layout.paper,
            landscape=self.layout.landscape,
            scale=_scale(self.layout, sum(width + COLUMN_PADDING for width in self.widths), max(heights or [1.0])),
            row_count=sum(len(p.above) + lines_a_row * len(p.rows) + len(p.below) for p in self._papers),
        )
        return plan

    def _lines(self, plan: SheetPlan, pen: Pen) -> Iterator[Written]:
        plan.merges.clear()
        plan.breaks.clear()
        writing: RowsOfForm = (HalfRows if self.half else LineRows)(self.layout, self.starts, self.values, pen)
        common = (*self._tops.values(), self._tail, *(lines for lines, _ in self._headers.values()))
        known = {id(line): pen.line(line) for lines in common for line in lines}
        above = 0
        for paper, (rows, merges) in zip(self._papers, writing.pages(self.pages, [paper.rows for paper in self._papers])):
            yield from (known.get(id(line)) or pen.line(line) for line in paper.above)
            yield from rows
            yield from (known.get(id(line)) or pen.line(line) for line in paper.below)
            for start, cells in ((0, paper.merged_above), (len(paper.above), merges), (0, paper.merged_below)):
                start += above
                plan.merges += [(top + start, left, bottom + start, right) for top, left, bottom, right in cells]
            above += len(paper.above) + len(rows) + len(paper.below)
            plan.breaks.append(above)
        if plan.breaks:
            plan.breaks.pop()

    def _paper_pages(self) -> Iterator[_Paper]:
        first_row = 0
        for fields, size in zip(self.pages.fields, self.pages.sizes):
            most = self.layout.rows_per_page or max(1, size)
            starts = range(0, size, most) if size else range(1)
            for start in starts:
                rows = range(first_row + start, first_row + min(start + most, size))
                yield self._paper(fields, rows, start == 0, start + most >= size)
            first_row += size

    def _paper(self, fields: Mapping[str, Value], rows: range, first: bool, last: bool) -> _Paper:
        right = len(self.widths)
        title = filled_title(self.layout, {**self.table.title_places, **fields}) + ("" if first else CONTINUED)
        above = list(self._top(title))
        merges: list[Merge] = [(number, 1, number, right) for number in range(1, len(above) + 1)]
        if first:
            above += self.fields.lines(fields, False, len(above), merges)
        header, of_header = self._header(len(above))
        above += header
        merges += of_header
        below: list[SheetLine] = []
        merged_below: list[Merge] = []
        if last:
            rows_end = len(above) + len(rows) * (2 if self.half else 1)
            below += self.fields.lines(fields, True, rows_end, merged_below)
            end = rows_end + len(below)
            merged_below += [(end + n, 1, end + n, right) for n, line in enumerate(self._tail, 1) if len(line.cells) == 1]
            below += self._tail
        return _Paper(above, rows, below, merges, merged_below)

    def _top(self, title: str) -> list[SheetLine]:
        if title not in self._tops:
            if len(self._tops) > _TITLES_KEPT:
                self._tops.clear()
            self._tops[title] = list(top_lines(self.layout, title, self.table.display, self.draft, len(self.widths)))
        return self._tops[title]

    def _header(self, above: int) -> tuple[list[SheetLine], list[Merge]]:
        """The header below `above` rows of the page, and its merged cells."""
        if above not in self._headers:
            merges: list[Merge] = []
            lines = header_lines(self.layout.columns, self.spans, self.widths, above, merges)
            self._headers[above] = lines, merges
        return self._headers[above]

    def _tail_lines(self) -> Iterator[SheetLine]:
        notes = [*self.layout.notes, *self.table.notes]
        return tail_lines(notes, self.layout.signature, self.table.signatures, self.widths, self.values)


def _without_empty_columns(layout: Layout, pages: FormRows) -> Layout:
    """The layout without the columns to be hidden when zero that are zero on every page."""
    hideable = {column.key for column in layout.columns if column.hide_when_zero}
    hidden = hideable - pages.used if hideable else hideable
    return replace(layout, columns=tuple(column for column in layout.columns if column.key not in hidden))


def _scale(layout: Layout, width: float, height: float) -> int:
    """The percentage at which a page of `width` characters and `height` points fits the paper; manual page breaks
    and fit-to-page exclude each other in Excel."""
    short, long = _PAPER_INCHES[layout.paper]
    paper_width, paper_height = (long, short) if layout.landscape else (short, long)
    across = (paper_width - 1.0) * 72 / (width * _POINTS_A_CHARACTER)
    down = (paper_height - 1.7) * 72 / height
    return max(20, min(100, int(100 * min(across, down))))
