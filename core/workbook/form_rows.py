"""What stands on the pages of a form: rows of declared lines, rows half a row lower, and labelled values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from ..area import Area
from .cell_values import CellValues
from .form_pages import FormPages
from .layout import Column, DisplayUnit, FormField, Kind, Layout
from .pen import Pen, Written, blank_like
from .rows import AreaRows, Row, Value, keys_used, labels_under, values_under
from .sheet import HEAD, LINE_HEIGHT, Cell, SheetLine, Style
from .sheet_frame import height_of, label_rectangles, wrapped_lines
from .table import FilledForm, decimals_of_grid, exact_decimals

Merge = tuple[int, int, int, int]
"""A merged cell: top, left, bottom, right."""


@dataclass(frozen=True)
class FormRows:
    """The pages of a form as `fields` of each, and the rows of all of them with the `sizes` of the pages."""

    unit: DisplayUnit
    fields: Sequence[Mapping[str, Value]]
    sizes: Sequence[int]
    rows: Sequence[Row]

    @classmethod
    def of(cls, form: FilledForm) -> FormRows:
        """The pages of a form."""
        pages = form.pages
        if isinstance(pages, FormPages):
            return cls(form.display, pages.fields, pages.sizes, pages.rows)
        rows = [row for page in pages for row in page.rows]
        return cls(form.display, [page.fields for page in pages], [len(page.rows) for page in pages], rows)

    @property
    def used(self) -> set[str]:
        """The columns in which something stands."""
        used = keys_used(self.rows)
        if isinstance(self.rows, AreaRows):
            used.update(key for key, place in self.rows.place.items() if self.rows.numbers[:, place].any())
        return used

    def decimals(self, least: int) -> int:
        """The decimals with which all areas are exact, as `exact_decimals`."""
        values = (value for cells in self.fields for value in cells.values())
        decimals = exact_decimals((value for value in values if isinstance(value, Area)), self.unit, least)
        if isinstance(self.rows, AreaRows):
            return decimals_of_grid(self.rows.numbers, self.unit, decimals)
        values = (value for row in self.rows for value in row.values.values())
        return exact_decimals((value for value in values if isinstance(value, Area)), self.unit, decimals)


class RowsOfForm(Protocol):
    """Writes the rows of a form."""

    def pages(self, form: FormRows, papers: Sequence[range]) -> Iterator[tuple[list[Written], Sequence[Merge]]]:
        """The rows on each page of paper, and their merged cells counted from the first of these rows."""


class LineRows:
    """Rows of declared lines: the levels of a line's name side by side, lines of one level under a merged cell."""

    def __init__(self, layout: Layout, starts: Sequence[int], values: CellValues, pen: Pen) -> None:
        self._layout, self._starts, self._values, self._pen = layout, starts, values, pen
        self._paths = {line.key: line.path for line in layout.lines}
        self._levels = max([1, *(len(path) for path in self._paths.values())])
        self._sums = {line.key for line in layout.lines if line.parts}
        self._labels: dict[tuple[str, ...], tuple[list[bytes], list[Merge]]] = {}

    def pages(self, form: FormRows, papers: Sequence[range]) -> Iterator[tuple[list[Written], Sequence[Merge]]]:
        """As RowsOfForm."""
        line_columns = [column.key for column in self._layout.columns if column.kind is Kind.LINE]
        keys = [labels_under(form.rows, key) for key in line_columns]
        bold = [any(key in self._sums for key in of_row) for of_row in zip(*keys)] if keys else [False] * len(form.rows)
        columns = [
            None if column.kind is Kind.LINE else self._cells(form.rows, column, start, bold)
            for column, start in zip(self._layout.columns, self._starts)
        ]
        for paper in papers:
            merges: list[Merge] = []
            parts: list[Sequence[bytes]] = []
            named = iter(zip(line_columns, keys))
            for cells, start in zip(columns, self._starts):
                if cells is None:
                    _, texts = next(named)
                    labels, of_labels = self._label_cells(start, tuple(texts[paper.start : paper.stop]))
                    parts.append(labels)
                    merges += of_labels
                else:
                    parts.append(cells[paper.start : paper.stop])
            yield [Written(b"".join(row), LINE_HEIGHT + 2) for row in zip(*parts)], merges

    def _cells(self, rows: Sequence[Row], column: Column, start: int, bold: Sequence[bool]) -> list[bytes]:
        if isinstance(rows, AreaRows) and column.key in rows.place:
            return self._values.written_areas(start, self._pen, rows.numbers[:, rows.place[column.key]], bold)
        make = [self._values.maker(start, column, self._pen, is_bold) for is_bold in (False, True)]
        return [make[is_bold](value) for value, is_bold in zip(values_under(rows, column.key), bold)]

    def _label_cells(self, start: int, lines: tuple[str, ...]) -> tuple[list[bytes], list[Merge]]:
        """The names of lines, written, and their merged cells; most pages have the same lines."""
        if lines not in self._labels:
            texts: dict[tuple[int, int], str] = {}
            merges: list[Merge] = []
            for box in label_rectangles([self._paths.get(line, ("",)) for line in lines], self._levels):
                texts[(box.left, box.top)] = box.text
                if (box.top, box.left) != (box.bottom, box.right):
                    merges.append((1 + box.left, start + box.top, 1 + box.right, start + box.bottom))
            levels = range(self._levels)
            cells = [[Cell(start + level, Style(), texts.get((row, level))) for level in levels] for row in range(len(lines))]
            self._labels[lines] = [b"".join(map(self._pen.cell, row)) for row in cells], merges
        return self._labels[lines]


class HalfRows:
    """Each row on two sheet rows; half columns stand half a row lower, between this row and the next."""

    def __init__(self, layout: Layout, starts: Sequence[int], values: CellValues, pen: Pen) -> None:
        self._columns = [
            (column, start, values.maker(start, column, pen)) for column, start in zip(layout.columns, starts)
        ]
        self._merged: dict[int, list[Merge]] = {}

    def pages(self, form: FormRows, papers: Sequence[range]) -> Iterator[tuple[list[Written], Sequence[Merge]]]:
        """As RowsOfForm."""
        for paper in papers:
            rows = [row.values for row in form.rows[paper.start : paper.stop]]
            upper, lower = [], []
            for column, _, make in self._columns:
                cells = [make(values.get(column.key)) for values in rows]
                blanks = _blanks(cells)
                upper.append(blanks if column.half else cells)
                lower.append(cells if column.half else blanks)
            written = []
            for above, below in zip(zip(*upper), zip(*lower)):
                written += [Written(b"".join(above), LINE_HEIGHT), Written(b"".join(below), LINE_HEIGHT)]
            yield written, self._merges(len(rows))

    def _merges(self, rows: int) -> list[Merge]:
        if rows not in self._merged:
            merges = self._merged[rows] = []
            for top in range(1, 2 * rows, 2):
                for column, start, _ in self._columns:
                    if not column.half:
                        merges.append((top, start, top + 1, start))
                    elif top + 2 < 2 * rows:
                        merges.append((top + 1, start, top + 2, start))
        return self._merged[rows]


def _blanks(cells: Sequence[bytes]) -> list[bytes]:
    """Empty cells that look like `cells`; most cells of a column look alike."""
    blank = blank_like(cells[0]) if cells else b""
    alike = blank[:-2]
    return [blank if cell.startswith(alike) else blank_like(cell) for cell in cells]


class _LabelledValue(NamedTuple):
    """A field with its place: the written label, how many lines it needs, the column of its value and that one's width."""

    item: FormField
    label: Cell
    label_lines: int
    column: int
    width: float


class FieldLines:
    """The lines of labelled values above and below the rows of a page."""

    def __init__(self, layout: Layout, widths: Sequence[float], unit: str, values: CellValues) -> None:
        self._values = values
        self._centred: dict[Style, Style] = {}
        self._placed = {
            foot: [
                self._line([field for field in layout.fields if field.foot is foot and field.line == line], widths, unit)
                for line in sorted({field.line for field in layout.fields if field.foot is foot})
            ]
            for foot in (False, True)
        }

    def lines(
        self, fields: Mapping[str, Value], foot: bool, above: int, merges: list[Merge]
    ) -> list[SheetLine]:
        """The lines of a page with so many rows above them; their merged cells are added to `merges`."""
        lines = []
        for number, placed in enumerate(self._placed[foot], above + 1):
            cells: list[Cell] = []
            most = 1
            for item, label, label_lines, column, width in placed:
                value = self._values.cell(column, item, fields.get(item.key))
                cells += [label, value._replace(style=self._centre(value.style))]
                cells += [Cell(column + extra, value.style) for extra in range(1, item.span)]
                most = max(most, label_lines, wrapped_lines(value.text, width) if value.text else 1)
                if item.span > 1:
                    merges.append((number, column, number, column + item.span - 1))
            lines.append(SheetLine(cells, max(height_of(most) or 0.0, LINE_HEIGHT + 8)))
        return lines

    def _line(self, members: list[FormField], widths: Sequence[float], unit: str) -> list[_LabelledValue]:
        room = len(widths) - sum(1 + member.span for member in members)
        # The last value of a line reaches to the table's edge, which moves with the columns shown.
        members[-1] = replace(members[-1], span=max(1, members[-1].span + room))
        placed, column = [], 1
        for item in members:
            label = Cell(column, HEAD, item.label.replace("{unit}", unit))
            width = sum(widths[column : column + item.span])
            placed.append(_LabelledValue(item, label, wrapped_lines(item.label, widths[column - 1]), column + 1, width))
            column += 1 + item.span
        return placed

    def _centre(self, style: Style) -> Style:
        if style not in self._centred:
            self._centred[style] = style._replace(align="center", wrap=True)
        return self._centred[style]
