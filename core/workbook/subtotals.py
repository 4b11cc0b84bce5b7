"""Subtotals, summaries and totals: the exact sums of the data rows of a table, where its layout wants them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from .layout import Group, Kind, Layout, Position
from .rows import AreaCells, AreaRows, Row, RowKind, Value, areas, label_of, labels_under, row_heads, taken
from .table import FilledTable, total_of


def with_subtotals(layout: Layout, data_rows: Iterable[Row]) -> Sequence[Row]:
    """The data rows with the subtotal, summary and total rows the layout declares, as exact sums of the data rows.

    Rows of one group come together in the order the group first appears; within a group they keep their order.
    """
    rows, made, order = _summed_up(layout, data_rows)
    if isinstance(rows, AreaRows) and isinstance(made, AreaRows):
        numbers = np.concatenate([rows.numbers, made.numbers])
        return AreaRows(rows.keys, numbers, [*rows.heads, *made.heads]).taken(order)
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
    return taken(made, [place - len(rows) for place in order if place >= len(rows)])


def _summed_up(layout: Layout, data_rows: Iterable[Row]) -> tuple[Sequence[Row], Sequence[Row], list[int]]:
    """The data rows, the rows of sums, and the order of both in the table: places in the former, then in the latter."""
    listed = data_rows if isinstance(data_rows, AreaRows) and _all_summed(layout, data_rows) else list(data_rows)
    places = [place for place, row in enumerate(row_heads(listed)) if row.kind is RowKind.DATA]
    rows = taken(listed, places) if len(places) < len(listed) else listed
    heads = row_heads(rows)
    order, sums = _arranged(layout, heads)
    labels = _labels_and_other_sums(layout, heads, sums)
    if isinstance(rows, AreaRows):
        made = [Row(values, *one.head) for one, values in zip(sums, labels)]
        return rows, AreaRows(rows.keys, _summed(rows.numbers, sums), made), order
    keys = _area_keys(layout)
    totals = _summed(AreaCells(rows, keys).numbers, sums).tolist()
    added = [
        Row({**others, **dict(zip(keys, areas(total)))}, *one.head) for one, others, total in zip(sums, labels, totals)
    ]
    return rows, added, order


def _all_summed(layout: Layout, rows: AreaRows) -> bool:
    """Whether a row of sums has an area in each of the columns that have one in data rows."""
    return set(rows.keys) == set(_area_keys(layout))


class _Sum(NamedTuple):
    """A row of sums to be: kind, level and label as in Row, the texts that stand in it, and the data rows it adds up."""

    head: tuple[RowKind, int, str]
    labels: Mapping[str, Value]
    members: np.ndarray


def _arranged(layout: Layout, rows: Sequence[Row]) -> tuple[list[int], list[_Sum]]:
    """The rows in order, data rows as their place and rows of sums as theirs behind the data rows, and the rows of sums."""
    if not rows:
        return [], []
    texts = _Texts(rows)
    order, sums = _grouped(layout, texts)
    for level, summary in enumerate(layout.summaries):
        sums += _summary(layout, summary, level, texts)
    tail = range(len(order), len(rows) + len(sums))
    if layout.total is None:
        return [*order, *tail], sums
    first = layout.columns[0].key
    total = len(rows) + len(sums)
    sums.append(_Sum((RowKind.TOTAL, 0, first), {first: layout.total.label}, np.arange(len(rows))))
    if layout.total.position is Position.FIRST:
        return [total, *tail, *order], sums
    return [*order, *tail, total], sums


class _Texts:
    """The texts of rows, column by column, and the groups they make."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self._labels: dict[str, list[str]] = {}

    def labels(self, key: str) -> list[str]:
        """The texts (n,) under `key`."""
        if key not in self._labels:
            self._labels[key] = labels_under(self.rows, key)
        return self._labels[key]

    def groups(self, within: np.ndarray, keys: Sequence[str]) -> np.ndarray:
        """int64 (n,): the first row of those with the same texts under `keys` and the same number in `within`."""
        group = within
        for key in keys:
            places: dict[str, int] = {}
            number = np.array([places.setdefault(label, len(places)) for label in self.labels(key)], dtype=np.int64)
            _, first, which = np.unique(group * len(places) + number, return_index=True, return_inverse=True)
            group = first[which.reshape(-1)]
        return group


def _grouped(layout: Layout, texts: _Texts) -> tuple[list[int], list[_Sum]]:
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
    sums: list[_Sum] = []
    for level, (group, number) in enumerate(zip(layout.groups, groups)):
        start = np.flatnonzero(np.r_[True, np.diff(number[rows]) != 0])
        end = np.r_[start[1:], count]
        if group.skip_single:
            start, end = start[end - start > 1], end[end - start > 1]
        sums += _subtotals(layout, level, texts.rows, [rows[first:last] for first, last in zip(start.tolist(), end.tolist())])
        before = group.position is Position.FIRST
        place.append(start if before else end - 1)
        beside.append(np.full(len(start), level - levels if before else levels - level))
    order = np.lexsort((np.concatenate(beside), np.concatenate(place)))
    return np.concatenate([rows, np.arange(count, count + len(sums))])[order].tolist(), sums


def _keys(layout: Layout, group: Group) -> list[str]:
    """All text columns up to the group's own: two villages of one name in two towns are two."""
    texts = [column.key for column in layout.columns if column.kind is Kind.TEXT]
    return texts[: texts.index(group.key) + 1]


def _subtotals(layout: Layout, level: int, rows: Sequence[Row], groups: Iterable[np.ndarray]) -> Iterator[_Sum]:
    """The rows of sums of the groups of one level, which are rows int64 (m,) each."""
    group = layout.groups[level]
    keys = _keys(layout, group)
    place = [column.key for column in layout.columns].index(group.key) + 1
    has_room = place < len(layout.columns) and layout.columns[place].kind is Kind.TEXT
    # The label stands right of the group's column; if a number stands there, in the group's own.
    label_key = layout.columns[place].key if has_room else group.key
    head = RowKind.SUBTOTAL, level, label_key
    for members in groups:
        leader = rows[members[0]].values
        labels: dict[str, Value] = {key: leader.get(key) for key in keys}
        labels[label_key] = group.label.replace("{value}", label_of(leader.get(group.key)))
        yield _Sum(head, labels, members)


def _summary(layout: Layout, summary: Group, level: int, texts: _Texts) -> Iterator[_Sum]:
    first = layout.columns[0].key
    buckets: dict[str, list[int]] = {}
    for member, label in enumerate(texts.labels(summary.key)):
        buckets.setdefault(label, []).append(member)
    for value, members in buckets.items():
        if value:
            labels = {first: summary.label.replace("{value}", value)}
            yield _Sum((RowKind.SUMMARY, level, first), labels, np.array(members, dtype=np.int64))


def _summed(numbers: np.ndarray, sums: Sequence[_Sum]) -> np.ndarray:
    """The sums of the rows of `numbers` (n, k), a row for each of `sums`; every one has members."""
    if not sums:
        return numbers[:0]
    starts = np.cumsum([0, *(len(one.members) for one in sums[:-1])])
    members = np.concatenate([one.members for one in sums])
    # In most columns of a table of many classes nothing stands at all.
    used = np.flatnonzero((numbers != 0).any(axis=0))
    totals = np.zeros((len(sums), numbers.shape[1]), dtype=numbers.dtype)
    totals[:, used] = np.add.reduceat(numbers[:, used][members], starts, axis=0)
    return totals


def _area_keys(layout: Layout) -> list[str]:
    return [column.key for column in layout.summed if column.kind is Kind.AREA]


def _labels_and_other_sums(
    layout: Layout, rows: Sequence[Row], sums: Sequence[_Sum]
) -> Iterator[dict[str, Value]]:
    """What stands in the rows of sums beside areas: their texts, and the sums of the columns that hold no areas."""
    others = [column for column in layout.summed if column.kind is not Kind.AREA]
    for one in sums:
        filled = dict(one.labels)
        for column in others:
            filled[column.key] = total_of((rows[member].value(column.key) for member in one.members), column)
        yield filled
