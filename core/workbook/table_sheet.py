"""The sheet of a list-like table, streamed row by row, with merged group cells and sum formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from ..sentence import Say
from .cell_values import CellValues
from .layout import Kind, Layout
from .pen import Pen, Written
from .row_writing import RowWriting, SeenValues
from .rows import AreaRows, Mark, Row, RowKind, label_of, marks_of, told_under
from .sheet import SheetPlan, column_letter
from .sheet_frame import column_width, filled_title, header_lines, tail_lines, top_lines
from .table import FilledTable

_MOST_FORMULA = 8000
_MOST_RANGES = 200


class TablePlan:
    """Plans the sheet of a list-like table: title, unit line, header, rows, notes, signatures."""

    def __init__(self, table: FilledTable, draft: bool, say: Say, live_sums: bool) -> None:
        self.table, self.layout, self.draft, self.live_sums = table, table.layout, draft, live_sums
        seen = SeenValues.of(table, say)
        self.count = seen.count
        self.columns = [c for c in self.layout.columns if not c.hide_when_zero or c.key in seen.needed]
        self.widths = [column_width(c, seen.texts[c.key], seen.digits(c.key)) for c in self.columns]
        self.values = CellValues(self.layout, table.display, seen.decimals, say)
        self.place = {column.key: number for number, column in enumerate(self.columns, 1)}
        self.depth = max(len(column.header) for column in self.columns)
        self.top_rows = 1 + draft + bool(self.layout.unit_line)

    def plan(self) -> SheetPlan:
        """The plan; its lines are made while they are read."""
        freeze = self.place.get(self.layout.freeze, 0)
        plan = SheetPlan(
            name=self.table.sheet,
            title=filled_title(self.layout, self.table.title_places),
            widths=self.widths,
            lines=lambda pen: self._lines(plan, pen),
            title_rows=(self.top_rows + 1, self.top_rows + self.depth),
            freeze=(self.top_rows + self.depth + 1, freeze + 1),
            paper=self.layout.paper,
            landscape=self.layout.landscape,
            scale=None,
            row_count=self.count,
            pages_wide=self.layout.pages_wide,
            places=self.place,
        )
        return plan

    def _lines(self, plan: SheetPlan, pen: Pen) -> Iterator[Written]:
        plan.merges.clear()
        last = len(self.columns)
        shown = self._first_page(last)
        number = 0
        for line in top_lines(self.layout, plan.title, self.table.display, self.draft, shown):
            number += 1
            plan.merges.append((number, 1, number, shown))
            yield pen.line(line)
        yield from map(pen.line, header_lines(self.columns, [1] * last, self.widths, number, plan.merges))
        number += self.depth
        for written in self._rows(plan, pen, number):
            number += 1
            yield written
        notes = [*self.layout.notes, *self.table.notes]
        for line in tail_lines(notes, self.layout.signature, self.table.signatures, self.widths, self.values):
            number += 1
            if len(line.cells) == 1:
                plan.merges.append((number, 1, number, shown))
            yield pen.line(line)

    def _first_page(self, last: int) -> int:
        """The last column that stands on the first of several pages side by side: a title across all of them would be
        cut, or stand on the middle one only."""
        room = 0.9 * sum(self.widths) / self.layout.pages_wide
        if self.layout.pages_wide == 1:
            return last
        return max(1, sum(sum(self.widths[:number]) <= room for number in range(1, last + 1)))

    def _rows(self, plan: SheetPlan, pen: Pen, above: int) -> Iterator[Written]:
        repeated = self._repeated()
        for key, rows in repeated.items():
            column = self.place[key]
            plan.merges += [(above + 1 + first, column, above + 1 + last, column) for first, last in _runs(rows)]
        live = _LiveSums(self.layout, self.place) if self.live_sums else None
        leading = [self.place[c.key] for c in self.layout.leading if c.key in self.place]
        writing = RowWriting(self.columns, self.widths, self.values, pen)
        written = writing.rows(self.table.rows, repeated, live.formula if live else None)
        for number, (row, cells, height) in enumerate(written, above + 1):
            if row.kind is RowKind.DATA:
                if live:
                    live.data(number, row)
            elif leading and self.place.get(row.label_key) in leading[:-1]:
                plan.merges.append((number, self.place[row.label_key], number, leading[-1]))
            yield Written(b"".join(cells), height)

    def _repeated(self) -> dict[str, np.ndarray]:
        """Of columns that are merged bool (n,): the cell lies under one that says the same."""
        keys = [column.key for column in self.columns if column.merge]
        if not keys:
            return {}
        rows = self.table.rows
        order = {column.key: index for index, column in enumerate(self.layout.columns)}
        return _repeated(rows if isinstance(rows, AreaRows) else list(rows), keys, order)


def _repeated(rows: Sequence[Row], keys: Sequence[str], order: Mapping[str, int]) -> dict[str, np.ndarray]:
    """By key bool (n,): the group cell says what the one above it says, and so do those left of it."""
    marks = marks_of(rows)
    ends = np.array([_merged_until(mark, order) for mark in marks.values], dtype=np.int64)[marks.place]
    same = np.ones(len(rows), dtype=bool)
    same[:1] = False
    found = {}
    for key in keys:
        number = told_under(rows, key).label_numbers
        same[1:] &= number[1:] == number[:-1]
        usable = (number > 0) & (order[key] < ends)
        found[key] = same & usable
        found[key][1:] &= usable[:-1]
    return found


def _merged_until(mark: Mark, order: Mapping[str, int]) -> int:
    """The place of the first column that is not merged in a row."""
    if mark.kind is RowKind.DATA:
        return len(order)
    return order.get(mark.label_key, len(order)) if mark.kind is RowKind.SUBTOTAL else 0


def _runs(repeated: np.ndarray) -> Iterator[tuple[int, int]]:
    """First and last row of each run of rows that are one cell."""
    step = np.diff(np.r_[False, repeated, False].astype(np.int8))
    yield from zip((np.flatnonzero(step > 0) - 1).tolist(), (np.flatnonzero(step < 0) - 1).tolist())


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
