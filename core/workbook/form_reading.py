"""A form read from its grid: pages of labelled values and declared lines, and the identities they have to keep."""

from __future__ import annotations

import re

from ..sentence import translate
from .cell_text import bare_heading, normalised, shown
from .identities import check
from .layout import Kind
from .reading import NOTE_START, SIGNATURE_START, Reading, ReadTable
from .sheet import CONTINUED
from .table import FilledForm, Page, Row, Value


class FormReading(Reading):
    """Reading a form: pages one below the other."""

    def read(self) -> ReadTable:
        """The pages and every problem, identities that do not hold among them."""
        self.missing_columns()
        self.lines = {tuple(bare_heading(level) for level in line.path): line.key for line in self.layout.lines}
        self.labels = {bare_heading(f.label.replace("{unit}", "")): f for f in self.layout.fields}
        self.header = [self._signature(row) for row in range(self.fit.top, self.fit.bottom + 1)]
        starts = [row for row in range(1, len(self.grid.rows) + 1) if self._starts_page(row)] or [1]
        self.result.title = shown(self.grid.at(starts[0], 1))
        for start, end in zip(starts, [*starts[1:], len(self.grid.rows) + 1]):
            self._page(start, end)
        form = FilledForm(self.layout, self.result.pages, self.layout.unit)
        for identity in check(form):
            if not identity.ok:
                template = translate("LandLedger", "{name} does not hold ({where}): {left} and {right}")
                self.problem(
                    self.fit.top,
                    0,
                    template,
                    name=identity.name,
                    where=identity.where,
                    left=self.said(identity.left),
                    right=self.said(identity.right),
                )
        return self.result

    def _starts_page(self, row: int) -> bool:
        pattern = re.sub(r"\\\{\w+\\\}", ".*", re.escape(normalised(self.layout.title)))
        text = normalised(self.grid.at(row, 1))
        return bool(re.fullmatch(pattern, text)) and not text.endswith(normalised(CONTINUED))

    def _signature(self, row: int) -> tuple[str, ...]:
        return tuple(bare_heading(shown(self.grid.at(row, column))) for column in range(1, self.grid.width + 1))

    def _page(self, start: int, end: int) -> None:
        fields: dict[str, Value] = {}
        rows: list[Row] = []
        row, in_rows = start, False
        while row < end:
            if self._signature(row) == self.header[0]:
                row, in_rows = row + len(self.header), True
                continue
            found = self._fields(row, fields)
            if found or not self.grid.rows[row - 1] or self._is_break(row):
                in_rows = False
            elif in_rows:
                rows.append(self._row(row))
                row += self._half()
            row += 1
        self.result.pages.append(Page(fields, rows))

    def _is_break(self, row: int) -> bool:
        text = normalised(self.grid.at(row, 1))
        return text.endswith(normalised(CONTINUED)) or bool(NOTE_START.match(text) or SIGNATURE_START.match(text))

    def _half(self) -> int:
        return int(any(column.half for column in self.columns))

    def _fields(self, row: int, fields: dict[str, Value]) -> bool:
        """Read the labelled values of a row; whether there was a label."""
        column, found = 1, False
        while column <= self.grid.width:
            item = self.labels.get(bare_heading(shown(self.grid.at(row, column))))
            if item is None:
                if not found:
                    return False
                column += 1
                continue
            found = True
            place = self.grid.merge_end(row, column) + 1
            value = self.value(row, place, item, self.grid.at(row, place))
            if value is not None:
                fields[item.key] = value
            column = self.grid.merge_end(row, place) + 1
        return found

    def _row(self, number: int) -> Row:
        values: dict[str, Value] = dict(self.hidden)
        for column in self.columns:
            place = self.fit.places[column.key]
            if column.kind is Kind.LINE:
                values[column.key] = self._line(number, place, self.fit.spans[column.key])
                continue
            row = number + 1 if column.half else number
            value = self.value(row, place, column, self.grid.at(row, place))
            if value is not None:
                values[column.key] = value
        self.row_problems(number, values)
        return Row(values)

    def _line(self, row: int, place: int, span: int) -> str:
        levels, seen = [], set()
        for column in range(place, place + span):
            origin = self.grid.origin(row, column)
            text = shown(self.grid.at(*origin))
            if origin not in seen and text:
                levels.append(text)
            seen.add(origin)
        key = self.lines.get(tuple(bare_heading(level) for level in levels))
        if key is None:
            text = ">".join(levels)
            self.problem(row, place, translate("LandLedger", "“{value}” is not a line of this form"), value=text)
        return key or ""
