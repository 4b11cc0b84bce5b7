"""Sum rows of a table compared with the rows they are sums of: 小计 and 合计 above or below, first or last."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np

from ..area import Area
from ..sentence import sentence, translate
from ..workbook.cell_text import MICRO_MU, normalised
from .fields import CellKind
from .rows import SheetRows

_LABEL = re.compile(r"(小计|合计|总计|共计|累计)[:)]?$")


def check_sums(rows: SheetRows, amounts: Mapping[str, Sequence[int]]) -> int:
    """List every sum row with an amount that no reading of it explains; how many sum rows were compared.

    `amounts` has micro-mu (kg of capacity) by field, in the order of `rows.data`, 0 where there is none. A sum row may be the sum of all
    rows, of those back to the sum row before it, of those down to the next one, or of the rows that bear its name.
    """
    names = [name for name in amounts if rows.assignment.fields[name].kind in (CellKind.AREA, CellKind.CAPACITY)]
    if not names or not rows.sums:
        return 0
    table = np.array([amounts[name] for name in names], dtype=np.int64).reshape(len(names), -1)
    before = np.concatenate([np.zeros((len(names), 1), dtype=np.int64), table.cumsum(axis=1)], axis=1)
    cuts = [bisect.bisect_left(rows.data, row) for row in rows.sums]
    for place, row in enumerate(rows.sums):
        given = _given(rows, row, names)
        if not given:
            continue
        spans = _spans(rows, place, cuts)
        sums = [before[:, end] - before[:, start] for start, end in spans]
        sums += _named(rows, row, table)
        if not any(all(sums_of[names.index(name)] == value for name, value in given.items()) for sums_of in sums):
            _tell(rows, row, names, given, sums)
    return len(rows.sums)


def _given(rows: SheetRows, row: int, names: list[str]) -> dict[str, int]:
    given = {}
    for name in names:
        value = rows.amount(row, name)
        if isinstance(value, int):
            given[name] = value
    return given


def _spans(rows: SheetRows, place: int, cuts: list[int]) -> list[tuple[int, int]]:
    """First and last data row of what a sum row may be the sum of; the likeliest first."""
    here, count = cuts[place], len(rows.data)
    above = next((cut for cut in reversed(cuts[:place]) if cut < here), 0)
    below = next((cut for cut in cuts[place + 1 :] if cut > here), count)
    whole = [(0, count)]
    parts = [(above, here), (here, below)] if above < here else [(here, below)]
    grand = re.search(r"(合计|总计)", _text(rows, rows.sums[place])) is not None
    up_to_here = [(0, here)] if here else []
    return [*whole, *parts, *up_to_here] if grand else [*parts, *up_to_here, *whole]


def _named(rows: SheetRows, row: int, table: np.ndarray) -> list[np.ndarray]:
    """The sum of the rows that bear the name of a sum row (国有小计)."""
    name = _LABEL.sub("", _text(rows, row))
    if not name:
        return []
    fields = [each.name for each in rows.assignment.fields.values() if each.kind in (CellKind.HOLDER, CellKind.SOURCE)]
    mask = [any(normalised(rows.raw(data, each)) == name for each in fields) for data in rows.data]
    return [table[:, np.array(mask, dtype=bool)].sum(axis=1)] if any(mask) else []


def _text(rows: SheetRows, row: int) -> str:
    texts = (normalised(value) for value in rows.grid.rows[row - 1] if isinstance(value, str))
    return next((text for text in texts if _LABEL.search(text)), "")


def _tell(rows: SheetRows, row: int, names: list[str], given: dict[str, int], sums: list[np.ndarray]) -> None:
    """Against the reading that explains most of the row."""
    best = max(sums, key=lambda found: sum(found[names.index(name)] == value for name, value in given.items()))
    template = translate("LandLedger", "the sum row says {given}, its rows add up to {sum}")
    for name, value in given.items():
        right = int(best[names.index(name)])
        if value != right:
            text = sentence(template, given=said_in(rows, name, value), sum=said_in(rows, name, right))
            rows.problem(row, name, text, hard=False, rule="sum")


def said_in(rows: SheetRows, name: str, value: int) -> str:
    """An amount of a field in the unit of its column, for people."""
    if rows.assignment.fields[name].kind is CellKind.CAPACITY:
        return f"{value}公斤"
    return said(value, rows.assignment.unit_of(rows.assignment.columns.get(name, 0)) or MICRO_MU["亩"])


def said(micro_mu: int, factor: int = MICRO_MU["亩"]) -> str:
    """An amount in the unit of the sheet, for people."""
    if factor == MICRO_MU["公顷"]:
        return f"{_plain(Area(micro_mu).hectares(8))}公顷"
    if factor == MICRO_MU["平方米"]:
        return f"{_plain(Area(micro_mu).square_metres(4))}m²"
    return f"{_plain(Area(micro_mu).mu(6))}亩"


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
