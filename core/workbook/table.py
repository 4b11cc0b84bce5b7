"""Filled tables: rows of a layout, their subtotals and sums."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Union

import numpy as np

from ..area import ZERO, Area
from ..errors import FootingError
from ..sentence import Sentence, translate
from .layout import Column, DisplayUnit, Group, Kind, Layout, Position

Value = Union[str, int, float, Decimal, Area, bool, datetime.date, Sentence, None]
Number = Union[int, Decimal, Area]


class RowKind(Enum):
    """What a row of a table is."""

    DATA = "data"
    SUBTOTAL = "subtotal"
    SUMMARY = "summary"
    TOTAL = "total"


@dataclass(frozen=True)
class Row:
    """One row: values by column key; `level` is the index of the group a SUBTOTAL or the summary a SUMMARY is of;
    `label_key` is the column the label of a sum row stands in."""

    values: Mapping[str, Value]
    kind: RowKind = RowKind.DATA
    level: int = 0
    label_key: str = ""

    def value(self, key: str) -> Value:
        """The value under `key`, None if there is none."""
        return self.values.get(key)


@dataclass(frozen=True)
class Page:
    """One page of a form: a plot's fields by key, and its rows."""

    fields: Mapping[str, Value]
    rows: Sequence[Row] = ()


class _Sheet:
    """What tables and forms share: the unit of their areas and the name of their sheet."""

    layout: Layout
    unit: DisplayUnit | str | None
    sheet_name: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "unit", unit_of(self.unit, self.layout))

    @property
    def display(self) -> DisplayUnit:
        """The unit areas are printed in."""
        return unit_of(self.unit, self.layout)

    @property
    def sheet(self) -> str:
        """The name wanted for the sheet."""
        return self.sheet_name or self.layout.sheet


@dataclass(frozen=True)
class FilledTable(_Sheet):
    """A layout with rows. Areas are printed in `unit` (default: the layout's), with as many decimals as make every
    one of them exact, and never fewer than the layout declares. `rows` may be any iterable; what can be iterated
    again (a list, an object with `__iter__`) is not copied."""

    layout: Layout
    rows: Iterable[Row]
    unit: DisplayUnit | str | None = None
    title_places: Mapping[str, object] = field(default_factory=dict)
    notes: Sequence[Sentence | str] = ()
    sheet_name: str = ""
    signatures: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        if isinstance(self.rows, Iterator):
            object.__setattr__(self, "rows", list(self.rows))


@dataclass(frozen=True)
class FilledForm(_Sheet):
    """A form layout with one page a plot; the rest as in FilledTable."""

    layout: Layout
    pages: Sequence[Page]
    unit: DisplayUnit | str | None = None
    title_places: Mapping[str, object] = field(default_factory=dict)
    notes: Sequence[Sentence | str] = ()
    sheet_name: str = ""
    signatures: Mapping[str, str] = field(default_factory=dict)


Filled = Union[FilledTable, FilledForm]


def with_sums(layout: Layout, values: Mapping[str, Value]) -> dict[str, Value]:
    """`values` with every absent column that is declared as a sum of parts computed, parts before wholes."""
    filled = dict(values)
    for column in layout.sums:
        if filled.get(column.key) is None:
            filled[column.key] = total_of((filled.get(part) for part in column.parts), column)
    return filled


def filled_areas(layout: Layout, cells: Sequence[Mapping[str, int]], micro_mu: int = 1) -> list[dict[str, Value]]:
    """The area columns of rows given by their leaves: `cells` whole units of `micro_mu` by key; sums are computed, and
    what is absent is nothing. A key without a column is left out, and would not foot."""
    columns = [column for column in layout.columns if column.kind is Kind.AREA]
    place = {column.key: number for number, column in enumerate(columns)}
    grid = np.zeros((len(cells), len(columns)), dtype=object)
    for row, units in enumerate(cells):
        for key, value in units.items():
            if value and key in place and not layout.column(key).parts:
                grid[row, place[key]] = value * micro_mu
    grid = compact_integers(grid)
    for column in layout.sums:
        if column.key in place:
            grid[:, place[column.key]] = grid[:, [place[part] for part in column.parts]].sum(axis=1)
    nothing: dict[str, Value] = dict.fromkeys(place, ZERO)
    rows = [nothing.copy() for _ in cells]
    keys = list(place)
    for row, number, value in zip(*(array.tolist() for array in (*np.nonzero(grid), grid[np.nonzero(grid)]))):
        rows[row][keys[number]] = Area(value)
    return rows


def with_subtotals(layout: Layout, data_rows: Iterable[Row]) -> list[Row]:
    """The data rows with the subtotal, summary and total rows the layout declares, as exact sums of the data rows.

    Rows of one group come together in the order the group first appears; within a group they keep their order.
    """
    data = _DataRows(layout, [row for row in data_rows if row.kind is RowKind.DATA])
    everything = range(len(data.rows))
    rows = list(_grouped(layout, data, everything, 0))
    if not data.rows:
        return rows
    tail = [row for level, summary in enumerate(layout.summaries) for row in _summary(layout, summary, level, data)]
    first = layout.columns[0].key
    if layout.total:
        total = Row({first: layout.total.label, **data.sums(everything)}, RowKind.TOTAL, 0, first)
        if layout.total.position is Position.FIRST:
            return [total, *tail, *rows]
        tail.append(total)
    return rows + tail


def form_pages(
    layout: Layout,
    fields: Sequence[Mapping[str, Value]],
    cells: Sequence[Mapping[str, Mapping[str, int]]],
    micro_mu: int = 1,
) -> list[Page]:
    """Pages of a form with declared lines: `cells[page][line key][column key]` in whole units of `micro_mu`.

    Lines that are sums of lines are computed where absent, then columns that are sums of columns; absent leaves are
    zero. Lines declared `hide_when_zero` that are zero in every column are left out.
    """
    label = next(column.key for column in layout.columns if column.kind is Kind.LINE)
    columns = [column for column in layout.columns if column.kind is Kind.AREA]
    grid = _grid_of_lines(layout, columns, cells, micro_mu)
    shown = np.array([not line.hide_when_zero for line in layout.lines]) | (grid != 0).any(axis=2)
    keys = [column.key for column in columns]
    pages = []
    for page, (of_page, numbers) in enumerate(zip(fields, grid.tolist())):
        rows = []
        for place in np.flatnonzero(shown[page]).tolist():
            areas = (Area(number) if number else ZERO for number in numbers[place])
            rows.append(Row({label: layout.lines[place].key, **dict(zip(keys, areas))}))
        pages.append(Page(dict(of_page), rows))
    return pages


def _grid_of_lines(
    layout: Layout, columns: Sequence[Column], cells: Sequence[Mapping[str, Mapping[str, int]]], micro_mu: int
) -> np.ndarray:
    """Micro-mu (pages, lines, columns), sums too."""
    line_at = {line.key: place for place, line in enumerate(layout.lines)}
    column_at = {column.key: place for place, column in enumerate(columns)}
    grid = np.zeros((len(cells), len(layout.lines), len(columns)), dtype=object)
    given = np.zeros(grid.shape, dtype=bool)
    for page, lines in enumerate(cells):
        for key, values in lines.items():
            for column, units in values.items():
                place = page, line_at[key], column_at[column]
                grid[place], given[place] = units * micro_mu, True
    grid = compact_integers(grid)
    for line in layout.lines_parts_first:
        if line.parts:
            own, parts = line_at[line.key], [line_at[part] for part in line.parts]
            grid[:, own] = np.where(given[:, own], grid[:, own], grid[:, parts].sum(axis=1))
    for total in layout.sums:
        own, parts = column_at[total.key], [column_at[part] for part in total.parts]
        given_here = given[:, :, own]
        grid[:, :, own] = np.where(given_here, grid[:, :, own], grid[:, :, parts].sum(axis=2))
    return grid


def exact_decimals(areas: Iterable[Area], unit: DisplayUnit, least: int | None = None) -> int:
    """The least number of decimals (not below `least`) with which all areas are exact in `unit`.

    FootingError when no number of decimals is enough: an area that is not a whole number of 0.01 m² printed in
    hectares or m².
    """
    decimals = unit.decimals if least is None else least
    for area in areas:
        if area.micro_mu % unit.step:
            raise FootingError(
                translate("LandLedger", "The area {area} mu is not a whole number of 0.01 m² and can't be written in {unit}."),
                area=area.mu(6),
                unit=unit.label,
            )
        steps = area.micro_mu // unit.step
        while decimals < unit.most_decimals and steps % 10 ** (unit.most_decimals - decimals):
            decimals += 1
    return decimals


def label_of(value: Value) -> str:
    """A text cell as the key of a group: None and '' are one."""
    return "" if value is None else str(value)


def unit_of(unit: DisplayUnit | str | None, layout: Layout) -> DisplayUnit:
    """`unit`, or that of the layout."""
    return layout.unit if unit is None else DisplayUnit(unit)


def total_of(values: Iterable[Value], column: Column) -> Number:
    """The sum of what is there; nothing is zero."""
    if column.kind is Kind.AREA:
        micro_mu = 0
        for value in values:
            if isinstance(value, Area):
                micro_mu += value.micro_mu
        return Area(micro_mu) if micro_mu else ZERO
    numbers = [value for value in values if isinstance(value, (int, Decimal)) and not isinstance(value, bool)]
    return sum(numbers) if numbers else 0


class _DataRows:
    """The data rows of a table and the numbers of its summed columns; what is blank or no number counts as nothing."""

    def __init__(self, layout: Layout, rows: Sequence[Row]) -> None:
        self.rows = rows
        self._keys = [column.key for column in layout.summed if column.kind is Kind.AREA]
        self._others = [column for column in layout.summed if column.kind is not Kind.AREA]
        self._micro_mu = AreaCells(rows, self._keys).numbers
        self._nothing: dict[str, Value] = dict.fromkeys(self._keys, ZERO)

    def sums(self, members: Sequence[int]) -> dict[str, Value]:
        """The exact sums of the rows at `members`."""
        totals = self._micro_mu[members].sum(axis=0)
        sums = self._nothing.copy()
        for place in np.flatnonzero(totals).tolist():
            sums[self._keys[place]] = Area(int(totals[place]))
        for column in self._others:
            sums[column.key] = total_of((self.rows[row].value(column.key) for row in members), column)
        return sums


class AreaCells:
    """The cells of area columns, read at once. `numbers` (n, k) micro-mu, 0 where there is none; `blank` bool (n, k):
    nothing stands there; `wrong` bool (n, k): something stands there that is no area."""

    def __init__(self, rows: Sequence[Row], keys: Sequence[str]) -> None:
        self._shape = len(rows), len(keys)
        try:
            # Most tables have an area in every cell; then no cell is looked at in Python.
            cells = list(chain.from_iterable(map(itemgetter(*keys, *keys[:1]), (row.values for row in rows))))
            numbers = np.array(list(map(attrgetter("micro_mu"), cells)), dtype=object)
            width = len(keys) + 1
            self.numbers = compact_integers(numbers.reshape(len(rows), width)[:, :-1])
            self.blank, self.wrong = np.zeros((2, *self._shape), dtype=bool)
        except (AttributeError, KeyError, TypeError):
            self._look_at_each(rows, keys)

    def _look_at_each(self, rows: Sequence[Row], keys: Sequence[str]) -> None:
        cells = [values.get(key) for values in [row.values for row in rows] for key in keys]
        self.blank = np.array([cell is None for cell in cells], dtype=bool).reshape(self._shape)
        area = np.array([cell.__class__ is Area for cell in cells], dtype=bool).reshape(self._shape)
        self.wrong = ~(self.blank | area)
        numbers = [cell.micro_mu if cell.__class__ is Area else 0 for cell in cells]  # type: ignore[union-attr]
        self.numbers = compact_integers(np.array(numbers, dtype=object).reshape(self._shape))


def compact_integers(numbers: np.ndarray) -> np.ndarray:
    """Python integers (n, …) as int64, unless a sum of them might not fit."""
    try:
        compact = numbers.astype(np.int64)
    except OverflowError:
        return numbers
    if compact.size and max(int(compact.max()), -int(compact.min())) * max(compact.shape) >= 2**62:
        return numbers
    return compact


def _prefix(layout: Layout, key: str) -> list[str]:
    """Keys of the text columns up to and including `key`: two villages of one name in two towns are two."""
    keys = [column.key for column in layout.columns if column.kind is Kind.TEXT]
    return keys[: keys.index(key) + 1]


def _grouped(layout: Layout, data: _DataRows, members: Sequence[int], depth: int) -> Iterator[Row]:
    if depth == len(layout.groups):
        for member in members:
            yield data.rows[member]
        return
    group = layout.groups[depth]
    keys = _prefix(layout, group.key)
    buckets: dict[tuple[str, ...], list[int]] = {}
    for member in members:
        row = data.rows[member]
        buckets.setdefault(tuple(label_of(row.value(key)) for key in keys), []).append(member)
    for some in buckets.values():
        subtotal = None if group.skip_single and len(some) == 1 else _subtotal(layout, group, depth, keys, data, some)
        if subtotal and group.position is Position.FIRST:
            yield subtotal
        yield from _grouped(layout, data, some, depth + 1)
        if subtotal and group.position is Position.LAST:
            yield subtotal


def _subtotal(
    layout: Layout, group: Group, level: int, keys: Sequence[str], data: _DataRows, members: Sequence[int]
) -> Row:
    """The label stands right of the group's column; if a number stands there, in the group's own."""
    columns = list(layout.columns)
    place = [column.key for column in columns].index(group.key) + 1
    has_room = place < len(columns) and columns[place].kind is Kind.TEXT
    label_key = columns[place].key if has_room else group.key
    leader = data.rows[members[0]]
    values: dict[str, Value] = {key: leader.value(key) for key in keys}
    values[label_key] = group.label.replace("{value}", label_of(leader.value(group.key)))
    values.update(data.sums(members))
    return Row(values, RowKind.SUBTOTAL, level, label_key)


def _summary(layout: Layout, summary: Group, level: int, data: _DataRows) -> Iterator[Row]:
    first = layout.columns[0].key
    buckets: dict[str, list[int]] = {}
    for member, row in enumerate(data.rows):
        buckets.setdefault(label_of(row.value(summary.key)), []).append(member)
    for value, members in buckets.items():
        if value:
            label = summary.label.replace("{value}", value)
            yield Row({first: label, **data.sums(members)}, RowKind.SUMMARY, level, first)
