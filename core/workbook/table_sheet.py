"""The sheet of a list-like table, streamed row by row, with merged group cells and sum formulas."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from ..area import Area
from ..sentence import Say, Sentence
from .cell_values import CellValues
from .layout import Kind, Layout
from .sheet import Cell, SheetLine, SheetPlan, column_letter
from .sheet_frame import (
    column_width,
    display_width,
    filled_title,
    header_lines,
    least_decimals,
    tail_lines,
    top_lines,
    wrapped_height,
)
from .table import FilledTable, Row, RowKind, exact_decimals, label_of

_MOST_FORMULA = 8000
_MOST_RANGES = 200


class TablePlan:
    """Plans the sheet of a list-like table: title, unit line, header, rows, notes, signatures."""

    def __init__(self, table: FilledTable, draft: bool, say: Say, live_sums: bool) -> None:
        self.table, self.layout, self.draft, self.say, self.live_sums = table, table.layout, draft, say, live_sums
        self._look_through()
        self.values = CellValues(self.layout, table.display, self.decimals, say)
        self.place = {column.key: number for number, column in enumerate(self.columns, 1)}
        self.depth = max(len(column.header) for column in self.columns)
        self.makers = [self.values.maker(number, column) for number, column in enumerate(self.columns, 1)]
        self.top_rows = 1 + draft + bool(self.layout.unit_line)

    def plan(self) -> SheetPlan:
        """The plan; its lines are made while they are read."""
        freeze = self.place.get(self.layout.freeze, 0)
        plan = SheetPlan(
            name=self.table.sheet,
            title=filled_title(self.layout, self.table.title_places),
            widths=self.widths,
            lines=lambda: self._lines(plan),
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

    def _look_through(self) -> None:
        """One pass over the rows: which columns are needed, how wide, and with how many decimals areas are exact."""
        hideable = {column.key for column in self.layout.columns if column.hide_when_zero}
        texts = {column.key: 0 for column in self.layout.columns}
        largest = dict.fromkeys(texts, 0)
        needed: set[str] = set()
        decimals, unit, self.count = least_decimals(self.layout, self.table.display), self.table.display, 0
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
        self.widths = [column_width(column, texts[column.key], numbers.get(column.key, 0)) for column in self.columns]

    def _lines(self, plan: SheetPlan) -> Iterator[SheetLine]:
        plan.merges.clear()
        last = len(self.columns)
        shown = self._first_page(last)
        number = 0
        for line in top_lines(self.layout, plan.title, self.table.display, self.draft, shown):
            number += 1
            plan.merges.append((number, 1, number, shown))
            yield line
        yield from header_lines(self.columns, [1] * last, self.widths, number, plan.merges)
        number += self.depth
        for line in self._rows(plan, number):
            number += 1
            yield line
        notes = [*self.layout.notes, *self.table.notes]
        for line in tail_lines(notes, self.layout.signature, self.table.signatures, self.widths, self.values):
            number += 1
            if len(line.cells) == 1:
                plan.merges.append((number, 1, number, shown))
            yield line

    def _first_page(self, last: int) -> int:
        """The last column that stands on the first of several pages side by side: a title across all of them would be
        cut, or stand on the middle one only."""
        room = 0.9 * sum(self.widths) / self.layout.pages_wide
        if self.layout.pages_wide == 1:
            return last
        return max(1, sum(sum(self.widths[:number]) <= room for number in range(1, last + 1)))

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
        return cells, wrapped_height(wrapped) if wrapped else None

    def _sum_cells(self, row: Row, covered: Collection[str], live: _LiveSums | None) -> list[Cell]:
        cells = []
        for number, column in enumerate(self.columns, 1):
            value = None if covered and column.key in covered else row.value(column.key)
            cell = self.values.cell(number, column, value, bold=True)
            if live and column.summed and cell.number is not None:
                cell = cell._replace(formula=live.formula(row, number))
            cells.append(cell)
        return cells


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
