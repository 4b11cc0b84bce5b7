"""A list-like table read from its grid: data rows, and sum rows compared with what they should be."""

from __future__ import annotations

import re
from typing import Any

from ..area import ZERO, Area
from ..sentence import translate
from .cell_text import bare_heading, normalised, shown
from .layout import Column, Kind
from .reading import NOTE_START, SIGNATURE_START, Reading, ReadTable
from .table import Row, RowKind, Value, label_of, with_subtotals

_SUM_LABEL = re.compile(r"(小计|合计|总计|共计|累计)$")


class ListReading(Reading):
    """Reading a list-like table."""

    def read(self) -> ReadTable:
        """The data rows, the sum rows as far as they go, and every problem."""
        self.missing_columns()
        self.result.title = next((text for row in range(1, self.fit.top) for text in self._raw_texts(row)), "")
        self.has_sums = bool(self.layout.groups or self.layout.summaries or self.layout.total)
        self.unit_column = next((c.key for c in self.layout.columns if c.kind is Kind.UNIT), "")
        sums: list[tuple[int, Row, int]] = []
        for number in range(self.fit.bottom + 1, len(self.grid.rows) + 1):
            if not self.grid.rows[number - 1]:
                continue
            if self._ends(number):
                break
            if self._is_header(number):
                continue
            label_key = self._sum_label(number)
            row = self._row(number, label_key)
            if label_key:
                sums.append((number, row, len(self.result.rows)))
            elif len(row.values) > len(self.hidden):
                self.result.rows.append(row)
            self.row_problems(number, row.values)
        self.result.sums = [self._checked(number, row, above) for number, row, above in sums]
        return self.result

    def _raw_texts(self, row: int) -> list[str]:
        return [shown(value) for value in self.grid.rows[row - 1] if shown(value)]

    def _ends(self, row: int) -> bool:
        texts = self.grid.texts(row)
        if not texts:
            return False
        return bool((len(texts) == 1 and NOTE_START.match(texts[0])) or SIGNATURE_START.match(texts[0]))

    def _is_header(self, row: int) -> bool:
        """A heading repeated for the next page of paper."""
        same = [
            column
            for column in self.columns
            if bare_heading(shown(self.grid.at(row, self.fit.places[column.key]))) == bare_heading(column.header[-1])
        ]
        return len(same) >= 2 and len(same) * 2 >= len(self.grid.texts(row))

    def _sum_label(self, row: int) -> str:
        if not self.has_sums:
            return ""
        for column in self.layout.leading or self._label_columns():
            place = self.fit.places.get(column.key)
            if place and _SUM_LABEL.search(normalised(self.grid.at(row, place))):
                return column.key
        return ""

    def _label_columns(self) -> list[Column]:
        """Where sums are named in a list that begins with a number or a date: its first column, and beside each group."""
        columns = list(self.layout.columns)
        keys = [column.key for column in columns]
        places = [place for group in self.layout.groups for place in (keys.index(group.key), keys.index(group.key) + 1)]
        beside = [columns[place] for place in places if place < len(columns) and columns[place].kind is Kind.TEXT]
        return [columns[0], *beside]

    def _row(self, number: int, label_key: str) -> Row:
        values: dict[str, Value] = dict(self.hidden)
        unit = shown(self.grid.at(number, self.fit.places[self.unit_column])) if self._has_unit_cell() else ""
        leading = [column.key for column in self.layout.leading]
        beyond = leading[leading.index(label_key) + 1 :] if label_key in leading else []
        for column in self.columns:
            place = self.fit.places[column.key]
            if column.key in beyond:
                continue
            raw = self.grid.down(number, place) if column.kind is Kind.TEXT else self.grid.at(number, place)
            if column.key == label_key:
                values[column.key] = shown(raw)
                continue
            value = self.value(number, place, column, raw, unit)
            if value is not None:
                values[column.key] = value
        return Row(values, RowKind.SUBTOTAL if label_key else RowKind.DATA, 0, label_key)

    def _has_unit_cell(self) -> bool:
        return bool(self.unit_column) and self.unit_column in self.fit.places

    def _checked(self, number: int, row: Row, above: int) -> Row:
        """The sum row as the layout knows it, compared with the sum it should be."""
        wanted = {self._labels(r): r for r in self._expected()}
        expected = wanted.get(self._labels(row))
        if expected is None:
            self._compare_undeclared(number, row, above)
            return row
        for column in self.layout.summed:
            left, right = row.value(column.key), expected.value(column.key)
            if left is not None and left != right:
                self.unequal(number, self.fit.places[column.key], left, right)
        return Row(row.values, expected.kind, expected.level, expected.label_key)

    def _expected(self) -> list[Row]:
        if not hasattr(self, "_wanted"):
            rows = with_subtotals(self.layout, self.result.rows)
            self._wanted = [row for row in rows if row.kind is not RowKind.DATA]
        return self._wanted

    def _labels(self, row: Row) -> tuple[str, ...]:
        return tuple(normalised(row.value(c.key)) for c in self.layout.columns if c.kind is Kind.TEXT)

    def _compare_undeclared(self, number: int, row: Row, above: int) -> None:
        """A sum row the layout does not declare: the sum of the rows above it back to some row, of the rows that bear
        its name (国有小计), or of all rows."""
        summed = [column.key for column in self.layout.summed if row.value(column.key) is not None]
        given = {key: row.value(key) for key in summed}
        label = _SUM_LABEL.sub("", normalised(row.value(row.label_key)))
        named = [data for data in self.result.rows if label and label in self._labels(data)]
        for rows in (self.result.rows[:above], named):
            running: dict[str, Any] = {key: ZERO if isinstance(given[key], Area) else 0 for key in summed}
            for data in reversed(rows):
                for key in summed:
                    value = data.value(key)
                    if value is not None:
                        running[key] = running[key] + value
                if running == given:
                    return
        total = with_subtotals(self.layout, self.result.rows)
        if any(all(r.value(key) == given[key] for key in summed) for r in total if r.kind is not RowKind.DATA):
            return
        place = self.fit.places.get(row.label_key, 1)
        template = translate("LandLedger", "the sum row “{label}” is not the sum of any rows above it")
        self.problem(number, place, template, label=label_of(row.value(row.label_key)))
