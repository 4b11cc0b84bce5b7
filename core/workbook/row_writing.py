"""The rows of a list-like table as cells: what there is to be shown, and each cell written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple, Optional

import numpy as np

from ..area import Area
from ..sentence import Say, Sentence
from .cell_values import CellValues
from .layout import Column, DisplayUnit, Kind, Layout
from .pen import Pen
from .rows import AreaRows, Row, RowKind, Told, Value, is_data
from .sheet_frame import display_width, height_of, least_decimals, wrapped_lines
from .table import FilledTable, decimals_of_grid, exact_decimals

Formula = Callable[[Row, int], Optional[str]]
WrittenRow = tuple[Row, Sequence[bytes], Optional[float]]
"""A row, its cells, and its height in points, None for the sheet's default."""

_KEPT = 4096
_ROWS_AT_ONCE = 1024
_WORDED = (Kind.TEXT, Kind.CHECK)  # kinds of columns in which a number or a truth is written as a text
_WIDE_ENOUGH = 60


class SeenValues:
    """One look at all values of a table: which columns are `needed`, how wide their `texts` are, how large their areas,
    with how many `decimals` these are exact, and how many rows there are."""

    def __init__(self, layout: Layout, unit: DisplayUnit, say: Say) -> None:
        self.texts = {column.key: 0 for column in layout.columns}
        self.needed: set[str] = set()
        self.count, self.decimals = 0, least_decimals(layout, unit)
        self._unit, self._say = unit, say
        self._largest = dict.fromkeys(self.texts, 0)
        self._measured: dict[str, set[str]] = {key: set() for key in self.texts}

    @classmethod
    def of(cls, table: FilledTable, say: Say) -> SeenValues:
        """Of a table."""
        seen = cls(table.layout, table.display, say)
        if isinstance(table.rows, AreaRows):
            seen._grid(table.rows)
        else:
            for row in table.rows:
                seen._row(row)
        return seen

    def digits(self, key: str) -> int:
        """The width of the longest number of an area column, 0 where there is none."""
        per_unit = self._unit.step * 10**self._unit.most_decimals
        largest = self._largest[key]
        return len(str(largest // per_unit)) + self.decimals + 1 if largest else 0

    @property
    def _fine(self) -> int:
        return self._unit.step * 10 ** (self._unit.most_decimals - self.decimals)

    def _grid(self, rows: AreaRows) -> None:
        for key, told in rows.heads.columns.items():
            for value in told.used:
                self._value(key, value)
        self.count += len(rows)
        self.decimals = decimals_of_grid(rows.numbers, self._unit, self.decimals)
        largest = np.abs(rows.numbers).max(axis=0).tolist() if len(rows) else [0] * len(rows.keys)
        self._largest.update(zip(rows.keys, largest))
        self.needed.update(key for key, most in zip(rows.keys, largest) if most)

    def _row(self, row: Row) -> None:
        self.count += 1
        for key, value in row.values.items():
            self._value(key, value)

    def _value(self, key: str, value: Value) -> None:
        if isinstance(value, Area):
            self._area(key, value)
        elif value is not None and value != "" and value != 0:
            self.needed.add(key)
            if key in self.texts and self.texts[key] < _WIDE_ENOUGH:
                self._text(key, value.said(self._say) if isinstance(value, Sentence) else str(value))

    def _area(self, key: str, area: Area) -> None:
        micro_mu = area.micro_mu
        if micro_mu % self._fine:
            self.decimals = exact_decimals((area,), self._unit, self.decimals)
        if micro_mu:
            self.needed.add(key)
            if abs(micro_mu) > self._largest.get(key, 0):
                self._largest[key] = abs(micro_mu)

    def _text(self, key: str, text: str) -> None:
        measured = self._measured[key]
        if text not in measured:
            if len(measured) < _KEPT:
                measured.add(text)
            self.texts[key] = max(self.texts[key], display_width(text))


class _Wrapping(NamedTuple):
    """A column whose texts wrap: its number in the sheet, its width, and how many lines are known to be needed by what."""

    number: int
    column: Column
    width: float
    known: dict[str, int]


class RowWriting:
    """Writes the cells of rows, column by column of the sheet."""

    def __init__(self, columns: Sequence[Column], widths: Sequence[float], values: CellValues, pen: Pen) -> None:
        self._columns, self._values, self._pen = columns, values, pen
        numbered = list(enumerate(columns, 1))
        self._data, self._sums = (
            [values.maker(number, column, pen, bold) for number, column in numbered] for bold in (False, True)
        )
        self._wrapping = [
            _Wrapping(number, column, width, {})
            for (number, column), width in zip(numbered, widths)
            if not column.merge
        ]

    def rows(self, rows: Iterable[Row], blank: Mapping[str, np.ndarray], formula: Formula | None) -> Iterator[WrittenRow]:
        """Each row with its cells written, sums with a `formula` if there is one, and its height; of AreaRows the values are
        left out. The cells of a column where `blank[key]`, bool (n,), says so are empty: they lie under a merged one."""
        if isinstance(rows, AreaRows) and formula is None:
            yield from self._grid(rows, blank)
            return
        under = [(place, blank[column.key]) for place, column in enumerate(self._columns) if column.key in blank]
        for number, row in enumerate(rows):
            values = row.values
            makers = self._data if row.kind is RowKind.DATA else self._sums
            if row.kind is RowKind.DATA or formula is None:
                cells = [make(values.get(column.key)) for make, column in zip(makers, self._columns)]
            else:
                cells = self._sum_cells(row, formula)
            for place, hidden in under:
                if hidden[number]:
                    cells[place] = makers[place](None)
            yield row, cells, self._height(row)

    def _height(self, row: Row) -> float | None:
        """The height of a data row whose texts wrap, None for the sheet's default."""
        if row.kind is not RowKind.DATA:
            return None
        values = row.values
        return height_of(max([self._lines(wrapping, values.get(wrapping.column.key)) for wrapping in self._wrapping], default=1))

    def _lines(self, wrapping: _Wrapping, value: Value) -> int:
        """How many lines a value needs."""
        number, column, width, known = wrapping
        if value is None or (column.kind not in _WORDED and isinstance(value, (Area, int, float, Decimal))):
            return 1
        lines = known.get(value) if isinstance(value, str) else None
        if lines is None:
            lines = wrapped_lines(self._values.cell(number, column, value).text or "", width)
            if isinstance(value, str) and len(known) < _KEPT:
                known[value] = lines
        return lines

    def _grid(self, rows: AreaRows, blank: Mapping[str, np.ndarray]) -> Iterator[WrittenRow]:
        """Block by block: what is written can be compressed while the next is laid out."""
        for start in range(0, len(rows), _ROWS_AT_ONCE):
            block = slice(start, start + _ROWS_AT_ONCE)
            yield from self._block(rows.part(block), {key: hidden[block] for key, hidden in blank.items()})

    def _block(self, rows: AreaRows, blank: Mapping[str, np.ndarray]) -> Iterator[WrittenRow]:
        is_bold = ~is_data(rows)
        bold: list[bool] = is_bold.tolist()
        written: list[list[bytes]] = []
        lines, nothing = [1] * len(rows), Told([None], np.zeros(len(rows), dtype=np.int64))
        # Taken out together, the numbers of a column lie side by side.
        shown = {column.key: rows.place[column.key] for column in self._columns if column.key in rows.place}
        areas = dict(zip(shown, rows.numbers[:, list(shown.values())].T))
        for number, column in enumerate(self._columns, 1):
            if column.key in areas:
                written.append(self._values.written_areas(number, self._pen, areas[column.key], bold))
            else:
                told = rows.heads.columns.get(column.key, nothing)
                written.append(self._told(number - 1, told, is_bold))
                for wrapping in self._wrapping:
                    if wrapping.number == number:
                        lines = list(map(max, lines, told.by_value(partial(self._lines, wrapping))))
        for place, column in enumerate(self._columns):
            for row in np.flatnonzero(blank.get(column.key, ())).tolist():
                written[place][row] = (self._data, self._sums)[bold[row]][place](None)
        heights = [None if strong else height_of(most) for strong, most in zip(bold, lines)]
        marks = rows.heads.marks
        bare = [Row({}, *mark) for mark in marks.values]
        return zip(map(bare.__getitem__, marks.place.tolist()), zip(*written), heights)

    def _told(self, place: int, told: Told, bold: np.ndarray) -> list[bytes]:
        """The cells of a column written, in bold where `bold`, bool (n,), says so."""
        values, makers = told.answered, (self._data[place], self._sums[place])
        cells: dict[int, bytes] = {}
        looks = (told.place * 2 + bold).tolist()
        # Styles are numbered in the order in which they are first seen.
        for look in dict.fromkeys(looks):
            value, strong = divmod(look, 2)
            cells[look] = makers[strong](values[value])
        return list(map(cells.__getitem__, looks))

    def _sum_cells(self, row: Row, formula: Formula) -> list[bytes]:
        cells = []
        for number, column in enumerate(self._columns, 1):
            cell = self._values.cell(number, column, row.value(column.key), bold=True)
            if column.summed and cell.number is not None:
                cell = cell._replace(formula=formula(row, number))
            cells.append(self._pen.cell(cell))
        return cells
