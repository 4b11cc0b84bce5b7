"""Subtotals, summaries and totals: the exact sums of the data rows of a table, where its layout wants them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ..area import ZERO, Area
from .layout import Column, Group, Kind, Layout, Position
from .rows import AreaCells, AreaRows, Row, RowKind, Value, label_of, labels_of, row_cells, row_heads, taken
from .table import total_of


def with_subtotals(layout: Layout, data_rows: Iterable[Row]) -> Sequence[Row]:
    """The data rows with the subtotal, summary and total rows the layout declares, as exact sums of the data rows.

    Rows of one group come together in the order the group first appears; within a group they keep their order.
    """
    listed = data_rows if isinstance(data_rows, AreaRows) and _all_summed(layout, data_rows) else list(data_rows)
    places = [place for place, row in enumerate(row_heads(listed)) if row.kind is RowKind.DATA]
    rows = taken(listed, places) if len(places) < len(listed) else listed
    cells = row_cells(rows)
    order, sums = _arranged(layout, cells)
    if isinstance(rows, AreaRows):
        return _with_area_sums(layout, rows, order, sums)
    totals = _summed(AreaCells(rows, _area_keys(layout)).numbers, sums)
    made = [
        Row({**one.labels, **_total_cells(layout, total), **_other_sums(layout, cells, one)}, *one.head)
        for one, total in zip(sums, totals.tolist())
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


def _arranged(layout: Layout, cells: Sequence[Mapping[str, Value]]) -> tuple[list[int], list[_Sum]]:
    """The rows in order, data rows as their place and rows of sums as ~place, and the rows of sums."""
    sums: list[_Sum] = []
    everything = range(len(cells))
    rows = list(_grouped(layout, cells, sums, everything, [_prefixes(layout, g, cells) for g in layout.groups]))
    if not cells:
        return rows, sums
    tail = [_added(sums, one) for level, summary in enumerate(layout.summaries) for one in _summary(layout, summary, level, cells)]
    first = layout.columns[0].key
    if layout.total:
        total = _added(sums, _Sum((RowKind.TOTAL, 0, first), {first: layout.total.label}, everything))
        if layout.total.position is Position.FIRST:
            return [total, *tail, *rows], sums
        tail.append(total)
    return rows + tail, sums


def _added(sums: list[_Sum], one: _Sum) -> int:
    """The place of a row of sums in the order of rows."""
    sums.append(one)
    return ~(len(sums) - 1)


def _prefixes(layout: Layout, group: Group, cells: Sequence[Mapping[str, Value]]) -> list[tuple[str, ...]]:
    return labels_of(cells, _prefix(layout, group.key))


def _prefix(layout: Layout, key: str) -> list[str]:
    """Keys of the text columns up to and including `key`: two villages of one name in two towns are two."""
    keys = [column.key for column in layout.columns if column.kind is Kind.TEXT]
    return keys[: keys.index(key) + 1]


def _grouped(
    layout: Layout,
    cells: Sequence[Mapping[str, Value]],
    sums: list[_Sum],
    members: Sequence[int],
    prefixes: Sequence[Sequence[tuple[str, ...]]],
    depth: int = 0,
) -> Iterator[int]:
    if depth == len(layout.groups):
        yield from members
        return
    group, labels = layout.groups[depth], prefixes[depth]
    buckets: dict[tuple[str, ...], list[int]] = {}
    for member in members:
        buckets.setdefault(labels[member], []).append(member)
    for some in buckets.values():
        subtotal = None
        if not (group.skip_single and len(some) == 1):
            subtotal = _added(sums, _subtotal(layout, group, depth, cells[some[0]], some))
        if subtotal is not None and group.position is Position.FIRST:
            yield subtotal
        yield from _grouped(layout, cells, sums, some, prefixes, depth + 1)
        if subtotal is not None and group.position is Position.LAST:
            yield subtotal


def _subtotal(layout: Layout, group: Group, level: int, leader: Mapping[str, Value], members: Sequence[int]) -> _Sum:
    """The label stands right of the group's column; if a number stands there, in the group's own."""
    columns = list(layout.columns)
    place = [column.key for column in columns].index(group.key) + 1
    has_room = place < len(columns) and columns[place].kind is Kind.TEXT
    label_key = columns[place].key if has_room else group.key
    labels: dict[str, Value] = {key: leader.get(key) for key in _prefix(layout, group.key)}
    labels[label_key] = group.label.replace("{value}", label_of(leader.get(group.key)))
    return _Sum((RowKind.SUBTOTAL, level, label_key), labels, members)


def _summary(layout: Layout, summary: Group, level: int, cells: Sequence[Mapping[str, Value]]) -> Iterator[_Sum]:
    first = layout.columns[0].key
    buckets: dict[str, list[int]] = {}
    for member, values in enumerate(cells):
        buckets.setdefault(label_of(values.get(summary.key)), []).append(member)
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


def _total_cells(layout: Layout, totals: Sequence[int]) -> dict[str, Value]:
    return {key: Area(total) if total else ZERO for key, total in zip(_area_keys(layout), totals)}


def _other_sums(layout: Layout, cells: Sequence[Mapping[str, Value]], one: _Sum) -> dict[str, Value]:
    """The sums of the columns that hold no areas."""
    return {column.key: _other_sum(column, cells, one.members) for column in layout.summed if column.kind is not Kind.AREA}


def _other_sum(column: Column, cells: Sequence[Mapping[str, Value]], members: Sequence[int]) -> Value:
    return total_of((cells[member].get(column.key) for member in members), column)


def _with_area_sums(layout: Layout, rows: AreaRows, order: Sequence[int], sums: Sequence[_Sum]) -> AreaRows:
    """The rows in order, as one grid again."""
    others = [*rows.others, *({**one.labels, **_other_sums(layout, rows.others, one)} for one in sums)]
    like = [*rows.like, *(Row({}, *one.head) for one in sums)]
    numbers = np.concatenate([rows.numbers, _summed(rows.numbers, sums)])
    return AreaRows(rows.keys, numbers, others, like).taken([place if place >= 0 else len(rows) + ~place for place in order])
