"""Pages of a form with declared lines, all in one grid of plots, lines and columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import overload

import numpy as np

from .layout import Column, Kind, Layout
from .rows import AreaRows, Told, Value, compact_integers, data_heads, times
from .table import Page


class FormPages(Sequence[Page]):
    """Pages whose areas stand in one grid; a Page is made only when somebody looks at it.

    `fields` (p,) of each page; `numbers` (p, l, k) micro-mu by page, line and area column of the layout; `shown` bool
    (p, l): the lines a page has.
    """

    def __init__(
        self, layout: Layout, fields: Sequence[Mapping[str, Value]], numbers: np.ndarray, shown: np.ndarray
    ) -> None:
        self.fields, self.numbers, self.shown = fields, numbers, shown
        self.label = _label(layout)
        self.keys = [column.key for column in _columns(layout)]
        self.lines = [line.key for line in layout.lines]

    def __len__(self) -> int:
        return len(self.fields)

    @overload
    def __getitem__(self, index: int) -> Page: ...
    @overload
    def __getitem__(self, index: slice) -> list[Page]: ...
    def __getitem__(self, index: int | slice) -> Page | list[Page]:
        if isinstance(index, slice):
            return [self[place] for place in range(len(self))[index]]
        return Page(dict(self.fields[index]), list(self._rows(self.numbers[index], self.shown[index])))

    def __iter__(self) -> Iterator[Page]:
        return (self[place] for place in range(len(self)))

    @property
    def sizes(self) -> list[int]:
        """How many rows each page has."""
        sizes: list[int] = self.shown.sum(axis=1).tolist()
        return sizes

    @property
    def rows(self) -> AreaRows:
        """The rows of all pages, one page after the other."""
        return self._rows(self.numbers, self.shown)

    def amounts(self, line: str, column: str) -> list[int]:
        """Micro-mu of a line in a column, page by page; nothing where a page lacks the line."""
        if line not in self.lines or column not in self.keys:
            return [0] * len(self)
        place = self.lines.index(line)
        amounts: list[int] = np.where(self.shown[:, place], self.numbers[:, place, self.keys.index(column)], 0).tolist()
        return amounts

    def _rows(self, numbers: np.ndarray, shown: np.ndarray) -> AreaRows:
        place = np.nonzero(shown)[-1]
        return AreaRows(self.keys, numbers[shown], data_heads({self.label: Told(self.lines, place)}, len(place)))


def form_pages(
    layout: Layout,
    fields: Sequence[Mapping[str, Value]],
    cells: Sequence[Mapping[str, Mapping[str, int]]],
    micro_mu: int = 1,
) -> FormPages:
    """Pages of a form with declared lines: `cells[page][line key][column key]` in whole units of `micro_mu`.

    Lines that are sums of lines are computed where absent, then columns that are sums of columns; absent leaves are
    zero. Lines declared `hide_when_zero` that are zero in every column are left out.
    """
    line_at = {line.key: place for place, line in enumerate(layout.lines)}
    column_at = {column.key: place for place, column in enumerate(_columns(layout))}
    units = np.zeros((len(cells), len(line_at), len(column_at)), dtype=object)
    given = np.zeros(units.shape, dtype=bool)
    for page, lines in enumerate(cells):
        for key, values in lines.items():
            for column, number in values.items():
                place = page, line_at[key], column_at[column]
                units[place], given[place] = number, True
    return pages_of_leaves(layout, fields, units, given, micro_mu)


def pages_of_leaves(
    layout: Layout, fields: Sequence[Mapping[str, Value]], units: np.ndarray, given: np.ndarray, micro_mu: int = 1
) -> FormPages:
    """The same of whole `units` (p, l, k) by page, line and area column of the layout; `given` bool of that shape says
    what is there, and is no sum still to be computed."""
    numbers = _with_sums(layout, times(units, micro_mu), given)
    shown = np.array([not line.hide_when_zero for line in layout.lines]) | (numbers != 0).any(axis=2)
    return FormPages(layout, fields, numbers, shown)


def _with_sums(layout: Layout, numbers: np.ndarray, given: np.ndarray) -> np.ndarray:
    line_at = {line.key: place for place, line in enumerate(layout.lines)}
    for line in layout.lines_parts_first:
        if line.parts:
            own, parts = line_at[line.key], [line_at[part] for part in line.parts]
            numbers[:, own] = np.where(given[:, own], numbers[:, own], numbers[:, parts].sum(axis=1))
    column_at = {column.key: place for place, column in enumerate(_columns(layout))}
    for total in layout.sums:
        own, parts = column_at[total.key], [column_at[part] for part in total.parts]
        numbers[:, :, own] = np.where(given[:, :, own], numbers[:, :, own], numbers[:, :, parts].sum(axis=2))
    return compact_integers(numbers)


def _label(layout: Layout) -> str:
    return next(column.key for column in layout.columns if column.kind is Kind.LINE)


def _columns(layout: Layout) -> list[Column]:
    return [column for column in layout.columns if column.kind is Kind.AREA]
