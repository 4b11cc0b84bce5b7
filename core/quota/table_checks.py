"""Sums and identities that a layout can't declare: rates of sums, columns of different units, tables against tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ..area import Area
from ..sentence import sentence
from ..workbook import FilledTable, Identity, Layout, Row, RowKind, with_subtotals
from ..workbook.table import Value, label_of

Pair = tuple[Value, Value]
OfSums = Callable[[Mapping[str, Value]], Mapping[str, Value]]


def row_identities(
    table: FilledTable, name: str, place: str, pair: Callable[[Row], Pair], relation: str = "="
) -> list[Identity]:
    """An identity for each data row of which the left side is known; `place` is the column that says where, and `name` a
    template with the sheet as `table`."""
    said = sentence(name, table=table.sheet)
    found = []
    for row in data_rows(table):
        left, right = pair(row)
        if left is not None:
            where = label_of(row.value(place)) or label_of(row.value("SEQ"))
            found.append(Identity(said, where, left, right, relation))  # type: ignore[arg-type]
    return found


def summed_rows(layout: Layout, rows: Sequence[Row], of_sums: OfSums | None = None) -> list[Row]:
    """The rows with the sums the layout declares; a column that is blank in every row is blank in the sums, too.

    A sum row has what `of_sums` makes of its sums beside. It sees only sums of columns that every row fills in: a rate of
    some counties' work to other counties' tasks would be no rate.
    """
    whole = {column.key for column in layout.summed if all(row.value(column.key) is not None for row in rows)}
    blank = {column.key: None for column in layout.summed if all(row.value(column.key) is None for row in rows)}
    found = []
    for row in with_subtotals(layout, rows):
        if row.kind is not RowKind.DATA:
            sums = {key: value for key, value in row.values.items() if key in whole}
            made = {} if of_sums is None else of_sums(sums)
            row = replace(row, values={**row.values, **made, **blank})
        found.append(row)
    return found


def data_rows(table: FilledTable) -> list[Row]:
    """The rows that are no sums."""
    return [row for row in table.rows if row.kind is RowKind.DATA]


def total_area(table: FilledTable, key: str) -> Area:
    """The sum of a column over the data rows; what is blank counts as nothing."""
    return Area.total(area for row in data_rows(table) if isinstance(area := row.value(key), Area))
