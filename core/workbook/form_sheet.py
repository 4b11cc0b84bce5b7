"""The sheet of a form: its pages with labelled values, rows and signatures, scaled to the paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..area import Area
from ..sentence import Say
from .cell_values import CellValues
from .layout import Kind, Layout
from .sheet import CONTINUED, HEAD, LINE_HEIGHT, Cell, SheetLine, SheetPlan, Style
from .sheet_frame import (
    column_width,
    filled_title,
    header_lines,
    label_rectangles,
    least_decimals,
    tail_lines,
    top_lines,
    wrapped_height,
)
from .table import FilledForm, Page, Row, Value, exact_decimals, label_of

# The width of a digit where the program has no Calibri and takes a wider font: a page must not lose its last column.
_POINTS_A_CHARACTER = 7.4
_PAPER_INCHES = {"A3": (11.7, 16.5), "A4": (8.27, 11.7)}


class FormPlan:
    """Plans the sheet of a form: one page a plot, one below the other."""

    def __init__(self, table: FilledForm, draft: bool, say: Say) -> None:
        self.table, self.draft = table, draft
        self.layout = _without_empty_columns(table)
        areas = [v for page in table.pages for v in _page_values(page) if isinstance(v, Area)]
        decimals = exact_decimals(areas, table.display, least_decimals(self.layout, table.display))
        self.values = CellValues(self.layout, table.display, decimals, say)
        self.paths = {line.key: line.path for line in self.layout.lines}
        self.levels = max([1, *(len(path) for path in self.paths.values())])
        self.spans = [self.levels if column.kind is Kind.LINE else 1 for column in self.layout.columns]
        self.starts = [1 + sum(self.spans[:index]) for index in range(len(self.spans))]
        self.widths = [
            column_width(column, 0, 0) for column, span in zip(self.layout.columns, self.spans) for _ in range(span)
        ]
        self.depth = max(len(column.header) for column in self.layout.columns)
        self.half = any(column.half for column in self.layout.columns)
        self.makers = [self.values.maker(start, column) for start, column in zip(self.starts, self.layout.columns)]

    def plan(self) -> SheetPlan:
        """The plan, scaled so that the tallest page fits the paper."""
        pages = list(self._pages())
        tallest = max([sum(line.height or LINE_HEIGHT for line in lines) for lines, _ in pages] or [1.0])
        plan = SheetPlan(
            name=self.table.sheet,
            title=filled_title(self.layout, self.table.title_places),
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
        title = filled_title(self.layout, {**self.table.title_places, **page.fields}) + ("" if first else CONTINUED)
        lines = list(top_lines(self.layout, title, self.table.display, self.draft, right))
        merges += [(number, 1, number, right) for number in range(1, len(lines) + 1)]
        if first:
            lines += self._field_lines(page, False, len(lines), merges)
        lines += header_lines(self.layout.columns, self.spans, self.widths, len(lines), merges)
        lines += (self._half_lines if self.half else self._row_lines)(rows, len(lines), merges)
        if last:
            lines += self._field_lines(page, True, len(lines), merges)
            for line in tail_lines(
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
            lines.append(SheetLine(cells, max(wrapped_height(texts) or 0.0, LINE_HEIGHT + 8)))
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
        columns = list(zip(self.layout.columns, self.starts, self.makers))
        for index, row in enumerate(rows):
            upper, lower = [], []
            top = above + 2 * index + 1
            for column, start, make in columns:
                cell = make(row.values.get(column.key))
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


def _scale(layout: Layout, width: float, height: float) -> int:
    """The percentage at which a page of `width` characters and `height` points fits the paper; manual page breaks
    and fit-to-page exclude each other in Excel."""
    short, long = _PAPER_INCHES[layout.paper]
    paper_width, paper_height = (long, short) if layout.landscape else (short, long)
    across = (paper_width - 1.0) * 72 / (width * _POINTS_A_CHARACTER)
    down = (paper_height - 1.7) * 72 / height
    return max(20, min(100, int(100 * min(across, down))))
