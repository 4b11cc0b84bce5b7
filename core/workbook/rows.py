"""Rows of a table: one by one, or many whose areas stand in one grid."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any, Optional, TypeVar, Union, overload

import numpy as np

from ..area import ZERO, Area
from ..sentence import Sentence

Value = Union[str, int, float, Decimal, Area, bool, datetime.date, Sentence, None]
Number = Union[int, Decimal, Area]
Answer = TypeVar("Answer")


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


_NO_ROW = Row({})


class AreaRows(Sequence[Row]):
    """Rows whose areas stand in one grid; a Row with all its values is made only when somebody looks at it.

    `keys` (k,) are the area columns, `numbers` (n, k) their micro-mu, int64 or Python integers: no cell is blank.
    `heads` (n,) are the rows without their areas.
    """

    def __init__(self, keys: Sequence[str], numbers: np.ndarray, heads: Sequence[Row]) -> None:
        self.keys, self.numbers, self.heads = tuple(keys), numbers, heads
        self.place = {key: number for number, key in enumerate(self.keys)}

    def __len__(self) -> int:
        return len(self.heads)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[place] for place in range(len(self))[index]]
        head = self.heads[index]
        values = {**head.values, **dict(zip(self.keys, areas(self.numbers[index].tolist())))}
        return Row(values, head.kind, head.level, head.label_key)

    def __iter__(self) -> Iterator[Row]:
        return (self[place] for place in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def part(self, block: slice) -> AreaRows:
        """The rows of a slice."""
        return AreaRows(self.keys, self.numbers[block], self.heads[block])

    def taken(self, places: Sequence[int]) -> AreaRows:
        """The rows at `places`."""
        return AreaRows(self.keys, self.numbers[list(places)], [self.heads[place] for place in places])


def areas(numbers: Sequence[int]) -> Iterator[Area]:
    """Micro-mu as areas."""
    return (Area(number) if number else ZERO for number in numbers)


def row_heads(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with kind, level, label and all values but, of AreaRows, the areas."""
    return rows.heads if isinstance(rows, AreaRows) else rows


def taken(rows: Sequence[Row], places: Sequence[int]) -> Sequence[Row]:
    """The rows at `places`, an empty one at −1."""
    if isinstance(rows, AreaRows) and min(places, default=0) >= 0:
        return rows.taken(places)
    return [_NO_ROW if place < 0 else rows[place] for place in places]


def areas_of(rows: Sequence[Row], key: str) -> list[Optional[int]]:
    """Micro-mu of each row under `key`, None where no area stands."""
    if isinstance(rows, AreaRows) and key in rows.place:
        numbers: list[Optional[int]] = rows.numbers[:, rows.place[key]].tolist()
        return numbers
    cells = [row.values.get(key) for row in rows]
    return [cell.micro_mu if isinstance(cell, Area) else None for cell in cells]


class AreaCells:
    """The cells of area columns, read at once. `numbers` (n, k) micro-mu, 0 where there is none; `blank` bool (n, k):
    nothing stands there; `wrong` bool (n, k): something stands there that is no area."""

    def __init__(self, rows: Sequence[Row], keys: Sequence[str]) -> None:
        self._shape = len(rows), len(keys)
        if isinstance(rows, AreaRows) and all(key in rows.place for key in keys):
            self.numbers = rows.numbers[:, [rows.place[key] for key in keys]]
            self._all_are_areas()
            return
        try:
            # Most tables have an area in every cell; then no cell is looked at in Python.
            cells = list(chain.from_iterable(map(itemgetter(*keys, *keys[:1]), (row.values for row in rows))))
            numbers = np.array(list(map(attrgetter("micro_mu"), cells)), dtype=object)
            self.numbers = compact_integers(numbers.reshape(len(rows), len(keys) + 1)[:, :-1])
            self._all_are_areas()
        except (AttributeError, KeyError, TypeError):
            self._look_at_each(rows, keys)

    def _all_are_areas(self) -> None:
        self.blank, self.wrong = np.zeros((2, *self._shape), dtype=bool)

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


def times(numbers: np.ndarray, factor: int) -> np.ndarray:
    """Whole numbers times a factor, exactly: int64 where every sum of the products fits, else Python integers."""
    known = compact_integers(numbers) if numbers.dtype == object else numbers
    if known.dtype == object or (known.size and int(np.abs(known).max()) * factor * max(known.shape) >= 2**62):
        return compact_integers(known.astype(object) * factor)
    return known.astype(np.int64) * factor


def total_of_numbers(numbers: np.ndarray) -> Any:
    """The exact sum of numbers (n,), int64 or object."""
    if numbers.dtype == object or not len(numbers):
        return sum(numbers.tolist())
    # Sums of halves are below 2**63 wherever there are fewer than 2**31 numbers.
    return (int((numbers >> 32).sum()) << 32) + int((numbers & 0xFFFFFFFF).sum())


def label_of(value: Value) -> str:
    """A text cell as the key of a group: None and '' are one."""
    return "" if value is None else str(value)


def by_text(values: Sequence[Value], answer: Callable[[Value], Answer]) -> list[Answer]:
    """The answer for each of `values`, asked once for each different text: names repeat."""
    known = {value: answer(value) for value in dict.fromkeys(value for value in values if value.__class__ is str)}
    return [known[value] if value.__class__ is str else answer(value) for value in values]


def labels_under(rows: Sequence[Row], key: str) -> list[str]:
    """The text of each row under `key`."""
    values = [row.values.get(key) for row in rows]
    return [value if value.__class__ is str else label_of(value) for value in values]  # type: ignore[misc]


def labels_of(rows: Sequence[Row], keys: Sequence[str]) -> list[tuple[str, ...]]:
    """The texts of each row under `keys`."""
    return list(zip(*(labels_under(rows, key) for key in keys))) if keys else [()] * len(rows)
