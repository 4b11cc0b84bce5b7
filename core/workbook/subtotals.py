"""Subtotals, summaries and totals: the exact sums of the data rows of a table, where its layout wants them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from .layout import Group, Kind, Layout, Position
from .rows import AreaCells, AreaRows, Row, RowKind, Value, areas, label_of, labels_of, row_heads, taken
from .table import total_of


def with_subtotals(layout: Layout, data_rows: Iterable[Row]) -> Sequence[Row]:
    """The data rows with the subtotal, summary and total rows the layout declares, as exact sums of the data rows.

    Rows of one group come together in the order the group first appears; within a group they keep their order.
    """
    listed = data_rows if isinstance(data_rows, AreaRows) and _all_summed(layout, data_rows) else list(data_rows)
    places = [place for place, row in enumerate(row_heads(listed)) if row.kind is RowKind.DATA]
    rows = taken(listed, places) if len(places) < len(listed) else listed
    heads = row_heads(rows)
    order, sums = _arranged(layout, heads)
    if isinstance(rows, AreaRows):
        return _with_area_sums(layout, rows, order, sums)
    keys = _area_keys(layout)
    totals = _summed(AreaCells(rows, keys).numbers, sums).tolist()
    made = [
        Row({**others, **dict(zip(keys, areas(total)))}, *one.head)
        for one, others, total in zip(sums, _labels_and_other_sums(layout, heads, sums), totals)
    ]
    return [rows[place] if place >= 0 else made[~place] for place in order]


def _all_summed(layout: Layout, rows: AreaRows) -> bool:
    """Whether a row of sums has an area in each of the columns that have one in data rows."""
    return set(rows.keys) == set(_area_keys(layout))


class _Sum(NamedTuple):
    """A row of sums to be: kind, level and label as in Row, the texts that stand in it, and the data rows it adds up."""

    head: tuple[RowKind, int, str]
    labels: Mapping[str, Value]
    members: Sequence[int]


def _arranged(layout: Layout, rows: Sequence[Row]) -> tuple[list[int], list[_Sum]]:
    """The rows in order, data rows as their place and rows of sums as ~place, and the rows of sums."""
    sums: list[_Sum] = []
    everything = range(len(rows))
    levels = [_Level(layout, level, group, rows) for level, group in enumerate(layout.groups)]
    order = list(_grouped(levels, sums, everything))
    if not rows:
        return order, sums
    tail = [_added(sums, one) for level, summary in enumerate(layout.summaries) for one in _summary(layout, summary, level, rows)]
    first = layout.columns[0].key
    if layout.total:
        total = _added(sums, _Sum((RowKind.TOTAL, 0, first), {first: layout.total.label}, everything))
        if layout.total.position is Position.FIRST:
            return [total, *tail, *order], sums
        tail.append(total)
    return order + tail, sums


def _added(sums: list[_Sum], one: _Sum) -> int:
    """The place of a row of sums in the order of rows."""
    sums.append(one)
    return ~(len(sums) - 1)


class _Level:
    """A group of the layout over the data rows: two villages of one name in two towns are two, so rows come together
    when all text columns up to the group's own are equal."""

    def __init__(self, layout: Layout, level: int, group: Group, rows: Sequence[Row]) -> None:
        texts = [column.key for column in layout.columns if column.kind is Kind.TEXT]
        self.group, self.rows = group, rows
        self.keys = texts[: texts.index(group.key) + 1]
        self.labels = labels_of(rows, self.keys)
        place = [column.key for column in layout.columns].index(group.key) + 1
        has_room = place < len(layout.columns) and layout.columns[place].kind is Kind.TEXT
        # The label stands right of the group's column; if a number stands there, in the group's own.
        self.label_key = layout.columns[place].key if has_room else group.key
        self.head = RowKind.SUBTOTAL, level, self.label_key

    def subtotal(self, members: Sequence[int]) -> _Sum | None:
        """The row of sums of a group, None where one row needs none."""
        if self.group.skip_single and len(members) == 1:
            return None
        leader = self.rows[members[0]].values
        labels: dict[str, Value] = {key: leader.get(key) for key in self.keys}
        labels[self.label_key] = self.group.label.replace("{value}", label_of(leader.get(self.group.key)))
        return _Sum(self.head, labels, members)


def _grouped(levels: Sequence[_Level], sums: list[_Sum], members: Sequence[int]) -> Iterator[int]:
    if not levels:
        yield from members
        return
    level, *inner = levels
    buckets: dict[tuple[str, ...], list[int]] = {}
    for member in members:
        buckets.setdefault(level.labels[member], []).append(member)
    for some in buckets.values():
        subtotal = level.subtotal(some)
        place = None if subtotal is None else _added(sums, subtotal)
        if place is not None and level.group.position is Position.FIRST:
            yield place
        yield from _grouped(inner, sums, some)
        if place is not None and level.group.position is Position.LAST:
            yield place


def _summary(layout: Layout, summary: Group, level: int, rows: Sequence[Row]) -> Iterator[_Sum]:
    first = layout.columns[0].key
    buckets: dict[str, list[int]] = {}
    for member, row in enumerate(rows):
        buckets.setdefault(label_of(row.value(summary.key)), []).append(member)
    for value, members in buckets.items():
        if value:
            yield _Sum((RowKind.SUMMARY, level, first), {first: summary.label.replace("{value}", value)}, members)


def _summed(numbers: np.ndarray, sums: Sequence[_Sum]) -> np.ndarray:
    """The sums of the rows of `numbers` (n, k), a row for each of `sums`; every one has members."""
    if not sums:
        return numbers[:0]
    starts = np.cumsum([0, *(len(one.members) for one in sums[:-1])])
    members = np.concatenate([np.asarray(one.members, dtype=np.int64) for one in sums])
    totals: np.ndarray = np.add.reduceat(numbers[members], starts, axis=0)
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


def _with_area_sums(layout: Layout, rows: AreaRows, order: Sequence[int], sums: Sequence[_Sum]) -> AreaRows:
    """The rows in order, as one grid again."""
    labels = _labels_and_other_sums(layout, rows.heads, sums)
    heads = [*rows.heads, *(Row(values, *one.head) for one, values in zip(sums, labels))]
    numbers = np.concatenate([rows.numbers, _summed(rows.numbers, sums)])
    places = [place if place >= 0 else len(rows) + ~place for place in order]
    return AreaRows(rows.keys, numbers, heads).taken(places)
