"""Identities that a layout can't declare: between columns of different units, and between tables."""

from __future__ import annotations

from collections.abc import Callable

from ..area import Area
from ..sentence import sentence
from ..workbook import FilledTable, Identity, Row, RowKind
from ..workbook.table import Value, label_of

Pair = tuple[Value, Value]


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


def data_rows(table: FilledTable) -> list[Row]:
    """The rows that are no sums."""
    return [row for row in table.rows if row.kind is RowKind.DATA]


def total_area(table: FilledTable, key: str) -> Area:
    """The sum of a column over the data rows; what is blank counts as nothing."""
    return Area.total(area for row in data_rows(table) if isinstance(area := row.value(key), Area))
