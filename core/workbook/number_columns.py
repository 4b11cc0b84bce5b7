"""The numbers in the columns of a table, read for adding and comparing: exact, and told apart from what is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import numpy as np

from .layout import Column, Kind, Layout
from .rows import AreaCells, Row, times, values_under


class Numbers(NamedTuple):
    """Exact numbers (n,), int64 or object; `missing` bool (n,) where there is none (0 stands there)."""

    values: np.ndarray
    missing: np.ndarray

    @classmethod
    def of(cls, values: Iterable[Any], factor: int = 1) -> Numbers:
        """Of Python numbers and None, or of an array of whole numbers, times a factor."""
        if isinstance(values, np.ndarray):
            return cls(times(values, factor), np.zeros(len(values), dtype=bool))
        values = (None if value is None else value * factor for value in values)
        listed = list(values)
        missing = np.array([value is None for value in listed], dtype=bool)
        numbers = np.empty(len(listed), dtype=object)
        numbers[:] = [0 if value is None else value for value in listed]
        return cls(numbers, missing)

    def at(self, rows: np.ndarray) -> Numbers:
        """Those of some rows."""
        return Numbers(self.values[rows], self.missing[rows])


class NumberCells(NamedTuple):
    """The cells of one column (n,): numbers, 0 where there is none; nothing stands there; something that is no number
    of the column's kind."""

    numbers: np.ndarray
    blank: np.ndarray
    wrong: np.ndarray

    @property
    def as_sums(self) -> Numbers:
        """As numbers of a sum, where a blank is zero."""
        return Numbers(self.numbers, self.wrong)


class NumberColumns:
    """The cells of the columns of some rows; of a row that is not there they are blank."""

    def __init__(self, layout: Layout, rows: Sequence[Row], columns: Iterable[Column]) -> None:
        areas = [column.key for column in columns if column.kind is Kind.AREA]
        cells = AreaCells(rows, areas)
        self._layout, self._rows = layout, rows
        self._known = {
            key: NumberCells(cells.numbers[:, place], cells.blank[:, place], cells.wrong[:, place])
            for place, key in enumerate(areas)
        }

    def __getitem__(self, key: str) -> NumberCells:
        """The cells of a column."""
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def sum(self, keys: Iterable[str]) -> Numbers:
        """Σ of some columns; what is blank or no number counts as nothing."""
        total = sum((self[key].numbers for key in keys), np.zeros(len(self._rows), dtype=np.int64))
        return Numbers(total, np.zeros(len(self._rows), dtype=bool))

    def _read(self, key: str) -> NumberCells:
        if self._layout.column(key).kind is Kind.AREA:
            cells = AreaCells(self._rows, [key])
            return NumberCells(cells.numbers[:, 0], cells.blank[:, 0], cells.wrong[:, 0])
        values = values_under(self._rows, key)
        counted = [isinstance(value, (int, Decimal)) and not isinstance(value, bool) for value in values]
        numbers = np.empty(len(values), dtype=object)
        numbers[:] = [value if is_number else 0 for value, is_number in zip(values, counted)]
        blank = np.array([value is None for value in values], dtype=bool)
        return NumberCells(numbers, blank, ~(blank | np.array(counted, dtype=bool)))
