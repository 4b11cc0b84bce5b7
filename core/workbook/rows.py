"""Rows of a table: one by one, or many whose areas stand in one grid."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple, Optional, TypeVar, Union, overload

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

    # Each is one object, and asked for its hash with every row.
    __hash__ = object.__hash__


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
_ABSENT: Any = object()
"""Stands in a column where a row has no value at all."""


class Mark(NamedTuple):
    """What a row is beside its values, as in Row."""

    kind: RowKind = RowKind.DATA
    level: int = 0
    label_key: str = ""


class Told(NamedTuple):
    """A column in which few values differ: `values`, and int64 (n,) the `place` of each row's among them."""

    values: Sequence[Any]
    place: np.ndarray

    @classmethod
    def of(cls, values: Iterable[Any]) -> Told:
        """A column, row by row; equal texts are one."""
        listed, places = list(values), dict[object, int]()
        place = [places.setdefault(value if value.__class__ is str else id(value), len(places)) for value in listed]
        first = dict(zip(place[::-1], listed[::-1]))
        return cls([first[number] for number in range(len(places))], np.array(place, dtype=np.int64))

    @property
    def _numbers(self) -> np.ndarray:
        """int64 (k,): the places of values that some row has."""
        return np.flatnonzero(np.bincount(self.place))

    @property
    def used(self) -> list[Value]:
        """The values that some row has."""
        return [self.values[number] for number in self._numbers.tolist() if self.values[number] is not _ABSENT]

    @property
    def answered(self) -> list[Value]:
        """The values, None for none at all."""
        return [None if value is _ABSENT else value for value in self.values]

    @property
    def listed(self) -> list[Value]:
        """The value of each row, None where it has none."""
        return list(map(self.answered.__getitem__, self.place.tolist()))

    def by_value(self, answer: Callable[[Value], Answer]) -> list[Answer]:
        """The answer for the value of each row, None where it has none, asked once for each value that some row has."""
        values = self.answered
        answers = {number: answer(values[number]) for number in self._numbers.tolist()}
        return list(map(answers.__getitem__, self.place.tolist()))

    @property
    def label_numbers(self) -> np.ndarray:
        """int64 (n,): equal for rows that say the same, 0 where they say nothing."""
        places = {"": 0}
        numbers = [places.setdefault(label_of(value), len(places)) for value in self.answered]
        return np.array(numbers, dtype=np.int64)[self.place] if numbers else self.place

    def at(self, rows: Any) -> Told:
        """Of the rows (indices or slice)."""
        return Told(self.values, self.place[rows])

    def joined(self, other: Told) -> Told:
        """The rows of both."""
        return Told([*self.values, *other.values], np.concatenate([self.place, other.place + len(self.values)]))


class Heads(Sequence[Row]):
    """Rows without areas, column by column: a Row is made only when somebody looks at it.

    `columns` by key, n rows each; `marks` holds a Mark for each row.
    """

    def __init__(self, columns: Mapping[str, Told], marks: Told) -> None:
        self.columns, self.marks = columns, marks

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Heads:
        """The same of any rows."""
        if isinstance(rows, Heads):
            return rows
        keys = dict.fromkeys(key for row in rows for key in row.values)
        columns = {key: Told.of([row.values.get(key, _ABSENT) for row in rows]) for key in keys}
        return cls(columns, _marks(rows))

    def __len__(self) -> int:
        return len(self.marks.place)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[place] for place in range(len(self))[index]]
        found = {key: told.values[told.place[index]] for key, told in self.columns.items()}
        values = {key: value for key, value in found.items() if value is not _ABSENT}
        return Row(values, *self.marks.values[self.marks.place[index]])

    def at(self, rows: Any) -> Heads:
        """Those at `rows` (indices or slice)."""
        return Heads({key: told.at(rows) for key, told in self.columns.items()}, self.marks.at(rows))

    def joined(self, other: Heads) -> Heads:
        """The rows of both."""
        sides = [(heads.columns, Told([_ABSENT], np.zeros(len(heads), dtype=np.int64))) for heads in (self, other)]
        (mine, none), (theirs, nothing) = sides
        keys = dict.fromkeys([*mine, *theirs])
        columns = {key: mine.get(key, none).joined(theirs.get(key, nothing)) for key in keys}
        return Heads(columns, self.marks.joined(other.marks))


def data_heads(columns: Mapping[str, Told], count: int) -> Heads:
    """The heads of `count` data rows."""
    return Heads(columns, Told([Mark()], np.zeros(count, dtype=np.int64)))


def _marks(rows: Sequence[Row]) -> Told:
    places: dict[Mark, int] = {}
    place = [places.setdefault(Mark(row.kind, row.level, row.label_key), len(places)) for row in rows]
    return Told(list(places), np.array(place, dtype=np.int64))


class AreaRows(Sequence[Row]):
    """Rows whose areas stand in one grid; a Row with all its values is made only when somebody looks at it.

    `keys` (k,) are the area columns, `numbers` (n, k) their micro-mu, int64 or Python integers: no cell is blank.
    `heads` (n,) are the rows without their areas.
    """

    def __init__(self, keys: Sequence[str], numbers: np.ndarray, heads: Sequence[Row]) -> None:
        self.keys, self.numbers, self.heads = tuple(keys), numbers, Heads.of(heads)
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
        return AreaRows(self.keys, self.numbers[block], self.heads.at(block))

    def taken(self, places: Sequence[int]) -> AreaRows:
        """The rows at `places`."""
        rows = np.array(places, dtype=np.int64)
        return AreaRows(self.keys, self.numbers[rows], self.heads.at(rows))


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
    if isinstance(rows, Heads) and min(places, default=0) >= 0:
        return rows.at(np.array(places, dtype=np.int64))
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


def marks_of(rows: Sequence[Row]) -> Told:
    """The Mark of each row."""
    heads = row_heads(rows)
    return heads.marks if isinstance(heads, Heads) else _marks(heads)


def is_data(rows: Sequence[Row]) -> np.ndarray:
    """bool (n,): a row of data, not of sums."""
    marks = marks_of(rows)
    return np.array([mark.kind is RowKind.DATA for mark in marks.values], dtype=bool)[marks.place]


def told_under(rows: Sequence[Row], key: str) -> Told:
    """What each row says under `key`, which is no area column of AreaRows; None where it says nothing."""
    heads = row_heads(rows)
    if not isinstance(heads, Heads):
        return Told.of(row.values.get(key) for row in heads)
    told = heads.columns.get(key)
    return Told([None], np.zeros(len(heads), dtype=np.int64)) if told is None else Told(told.answered, told.place)


def values_under(rows: Sequence[Row], key: str) -> list[Value]:
    """The same, row by row."""
    heads = row_heads(rows)
    return told_under(heads, key).listed if isinstance(heads, Heads) else [row.values.get(key) for row in heads]


def keys_used(rows: Sequence[Row]) -> set[str]:
    """The keys under which some row has more than nothing, areas of AreaRows aside."""
    heads = row_heads(rows)
    if isinstance(heads, Heads):
        return {key for key, told in heads.columns.items() if any(told.used)}
    return {key for row in heads for key, value in row.values.items() if value}


def labels_under(rows: Sequence[Row], key: str) -> list[str]:
    """The text of each row under `key`, as `told_under`."""
    return told_under(rows, key).by_value(label_of)


def own_labels(rows: Sequence[Row]) -> list[str]:
    """The text of each row of sums under its own label key."""
    marks = marks_of(rows)
    keys = [mark.label_key for mark in marks.values]
    labels = {key: labels_under(rows, key) for key in dict.fromkeys(keys)}
    return [labels[keys[mark]][row] for row, mark in enumerate(marks.place.tolist())]


def labels_of(rows: Sequence[Row], keys: Sequence[str]) -> list[tuple[str, ...]]:
    """The texts of each row under `keys`."""
    return list(zip(*(labels_under(rows, key) for key in keys))) if keys else [()] * len(rows)
