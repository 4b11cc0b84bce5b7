"""Subtotals, summaries and totals: the exact sums of the data rows of a table, where its layout wants them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from .layout import Group, Kind, Layout, Position
from .rows import (
    AreaCells,
    AreaRows,
    Heads,
    Mark,
    Row,
    RowKind,
    Told,
    areas,
    data_heads,
    is_data,
    label_of,
    row_heads,
    taken,
    told_under,
    values_under,
)
from .table import FilledTable, total_of


def with_subtotals(layout: Layout, data_rows: Iterable[Row]) -> Sequence[Row]:
    """The data rows with the subtotal, summary and total rows the layout declares, as exact sums of the data rows.

    Rows of one group come together in the order the group first appears; within a group they keep their order.
    """
    rows, made, order = _summed_up(layout, data_rows)
    if isinstance(rows, AreaRows) and isinstance(made, AreaRows):
        numbers = np.concatenate([rows.numbers, made.numbers])
        return AreaRows(rows.keys, numbers, rows.heads.joined(made.heads)).taken(order)
    return taken([*rows, *made], order)


def without_empty_sums(table: FilledTable) -> FilledTable:
    """The table with nothing in its rows of sums under columns in which no data row has anything: unknown is not 0. To be
    written, no longer checked."""
    known = {key for row in table.rows if row.kind is RowKind.DATA for key, value in row.values.items() if value is not None}
    empty = {column.key: None for column in table.layout.summed if column.key not in known}
    made = [row if row.kind is RowKind.DATA else replace(row, values={**row.values, **empty}) for row in table.rows]
    return replace(table, rows=made)


def sum_rows(layout: Layout, data_rows: Iterable[Row]) -> Sequence[Row]:
    """The rows of sums alone, in the order in which `with_subtotals` has them."""
    rows, made, order = _summed_up(layout, data_rows)
    first = len(rows)
    return taken(made, [place - first for place in order if place >= first])


def _summed_up(layout: Layout, data_rows: Iterable[Row]) -> tuple[Sequence[Row], Sequence[Row], list[int]]:
    """The data rows, the rows of sums, and the order of both in the table: places in the former, then in the latter."""
    listed = data_rows if isinstance(data_rows, AreaRows) and _all_summed(layout, data_rows) else list(data_rows)
    places = np.flatnonzero(is_data(listed))
    rows = taken(listed, places.tolist()) if len(places) < len(listed) else listed
    order, sums = _arranged(layout, row_heads(rows))
    heads = _with_other_sums(layout, rows, sums)
    if isinstance(rows, AreaRows):
        return rows, AreaRows(rows.keys, _summed(rows.numbers, sums), heads), order
    keys = _area_keys(layout)
    totals = _summed(AreaCells(rows, keys).numbers, sums).tolist()
    added = [
        replace(head, values={**head.values, **dict(zip(keys, areas(total)))}) for head, total in zip(heads, totals)
    ]
    return rows, added, order


def _all_summed(layout: Layout, rows: AreaRows) -> bool:
    """Whether a row of sums has an area in each of the columns that have one in data rows."""
    return set(rows.keys) == set(_area_keys(layout))


@dataclass(frozen=True)
class _Sums:
    """Rows of sums to be: their `heads`, and the data rows they add up, int64, those of the first, then those of the next;
    `sizes` int64 says how many each has."""

    heads: Heads
    members: np.ndarray
    sizes: np.ndarray

    @classmethod
    def none(cls) -> _Sums:
        """No row."""
        return cls(data_heads({}, 0), np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))

    @classmethod
    def told(cls, mark: Mark, labels: Mapping[str, Told], groups: Sequence[np.ndarray]) -> _Sums:
        """Rows of one kind, with their texts and the data rows of each."""
        sizes = np.array([len(group) for group in groups], dtype=np.int64)
        heads = Heads(labels, Told([mark], np.zeros(len(groups), dtype=np.int64)))
        return cls(heads, np.concatenate([*groups, np.empty(0, dtype=np.int64)]), sizes)

    def __len__(self) -> int:
        return len(self.sizes)

    def and_then(self, other: _Sums) -> _Sums:
        """These rows, then those."""
        members, sizes = (np.concatenate(pair) for pair in ((self.members, other.members), (self.sizes, other.sizes)))
        return _Sums(self.heads.joined(other.heads), members, sizes)


def _arranged(layout: Layout, rows: Sequence[Row]) -> tuple[list[int], _Sums]:
    """The rows in order, data rows as their place and rows of sums as theirs behind the data rows, and the rows of sums."""
    if not rows:
        return [], _Sums.none()
    texts = _Texts(rows)
    order, sums = _grouped(layout, texts)
    for level, summary in enumerate(layout.summaries):
        sums = sums.and_then(_summary(layout, summary, level, texts))
    tail = range(len(order), len(rows) + len(sums))
    if layout.total is None:
        return [*order, *tail], sums
    first = layout.columns[0].key
    total = len(rows) + len(sums)
    everything = {first: Told.of([layout.total.label])}
    sums = sums.and_then(_Sums.told(Mark(RowKind.TOTAL, 0, first), everything, [np.arange(len(rows))]))
    if layout.total.position is Position.FIRST:
        return [total, *tail, *order], sums
    return [*order, *tail, total], sums


class _Texts:
    """The texts of rows, column by column, and the groups they make."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self._told: dict[str, Told] = {}

    def told(self, key: str) -> Told:
        """What the rows (n,) say under `key`."""
        if key not in self._told:
            self._told[key] = told_under(self.rows, key)
        return self._told[key]

    def groups(self, within: np.ndarray, keys: Sequence[str]) -> np.ndarray:
        """int64 (n,): the first row of those with the same texts under `keys` and the same number in `within`."""
        group = within
        for key in keys:
            number = self.told(key).label_numbers
            pair = group * (int(number.max(initial=0)) + 1) + number
            _, first, which = np.unique(pair, return_index=True, return_inverse=True)
            group = first[which.reshape(-1)]
        return group


def _grouped(layout: Layout, texts: _Texts) -> tuple[list[int], _Sums]:
    """Data rows and subtotals in order, as in `_arranged`, and the subtotals."""
    count, levels = len(texts.rows), len(layout.groups)
    groups: list[np.ndarray] = []
    within, known = np.zeros(count, dtype=np.int64), set[str]()
    for group in layout.groups:
        keys = _keys(layout, group)
        within = texts.groups(within, [key for key in keys if key not in known])
        groups.append(within)
        known.update(keys)
    rows = np.lexsort(groups[::-1]) if groups else np.arange(count)
    # Where a row stands: beside which of the sorted data rows, and how far before or after it.
    place, beside = [np.arange(count)], [np.zeros(count, dtype=np.int64)]
    sums = _Sums.none()
    for level, (group, number) in enumerate(zip(layout.groups, groups)):
        start = np.flatnonzero(np.r_[True, np.diff(number[rows]) != 0])
        end = np.r_[start[1:], count]
        if group.skip_single:
            start, end = start[end - start > 1], end[end - start > 1]
        members = [rows[first:last] for first, last in zip(start.tolist(), end.tolist())]
        sums = sums.and_then(_subtotals(layout, level, texts, members))
        before = group.position is Position.FIRST
        place.append(start if before else end - 1)
        beside.append(np.full(len(start), level - levels if before else levels - level))
    order = np.lexsort((np.concatenate(beside), np.concatenate(place)))
    return np.concatenate([rows, np.arange(count, count + len(sums))])[order].tolist(), sums


def _keys(layout: Layout, group: Group) -> list[str]:
    """All text columns up to the group's own: two villages of one name in two towns are two."""
    texts = [column.key for column in layout.columns if column.kind is Kind.TEXT]
    return texts[: texts.index(group.key) + 1]


def _subtotals(layout: Layout, level: int, texts: _Texts, groups: Sequence[np.ndarray]) -> _Sums:
    """The rows of sums of the groups of one level, which are rows int64 (m,) each."""
    group = layout.groups[level]
    keys = _keys(layout, group)
    place = [column.key for column in layout.columns].index(group.key) + 1
    has_room = place < len(layout.columns) and layout.columns[place].kind is Kind.TEXT
    # The label stands right of the group's column; if a number stands there, in the group's own.
    label_key = layout.columns[place].key if has_room else group.key
    leaders = np.array([members[0] for members in groups], dtype=np.int64)
    labels = {key: texts.told(key).at(leaders) for key in keys}
    named = texts.told(group.key).at(leaders)
    labels[label_key] = Told([group.label.replace("{value}", label_of(value)) for value in named.values], named.place)
    return _Sums.told(Mark(RowKind.SUBTOTAL, level, label_key), labels, groups)


def _summary(layout: Layout, summary: Group, level: int, texts: _Texts) -> _Sums:
    first = layout.columns[0].key
    number = texts.told(summary.key).label_numbers
    found, leaders = np.unique(number, return_index=True)
    order = np.argsort(leaders[found > 0])
    groups = [np.flatnonzero(number == one) for one in found[found > 0][order].tolist()]
    labels = texts.told(summary.key).at(np.array([members[0] for members in groups], dtype=np.int64)).by_value(label_of)
    said = Told.of(summary.label.replace("{value}", label) for label in labels)
    return _Sums.told(Mark(RowKind.SUMMARY, level, first), {first: said}, groups)


def _summed(numbers: np.ndarray, sums: _Sums) -> np.ndarray:
    """The sums of the rows of `numbers` (n, k), a row for each of `sums`; every one has members."""
    if not len(sums):
        return numbers[:0]
    # In most columns of a table of many classes nothing stands at all.
    used = np.flatnonzero((numbers != 0).any(axis=0))
    totals = np.zeros((len(sums), numbers.shape[1]), dtype=numbers.dtype)
    starts = np.cumsum(sums.sizes) - sums.sizes
    totals[:, used] = np.add.reduceat(numbers[:, used][sums.members], starts, axis=0)
    return totals


def _area_keys(layout: Layout) -> list[str]:
    return [column.key for column in layout.summed if column.kind is Kind.AREA]


def _with_other_sums(layout: Layout, rows: Sequence[Row], sums: _Sums) -> Heads:
    """What stands in the rows of sums beside areas: their texts, and the sums of the columns that hold no areas."""
    columns = dict(sums.heads.columns)
    for column in layout.summed:
        if column.kind is not Kind.AREA:
            values = values_under(rows, column.key)
            groups = np.split(sums.members, np.cumsum(sums.sizes)[:-1])
            totals = (total_of((values[member] for member in members.tolist()), column) for members in groups)
            columns[column.key] = Told.of(totals if len(sums) else ())
    return Heads(columns, sums.heads.marks)
