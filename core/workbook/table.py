"""Filled tables and forms: rows of a layout, and the sums within a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Union

import numpy as np

from ..area import ZERO, Area
from ..errors import FootingError
from ..sentence import Sentence, translate
from .layout import Column, DisplayUnit, Kind, Layout
from .rows import AreaRows, Number, Row, RowKind, Value, compact_integers, data_heads, label_of, times


@dataclass(frozen=True)
class Page:
    """One page of a form: a plot's fields by key, and its rows."""

    fields: Mapping[str, Value]
    rows: Sequence[Row] = ()


class _Sheet:
    """What tables and forms share: the unit of their areas and the name of their sheet."""

    layout: Layout
    unit: DisplayUnit | str | None
    sheet_name: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "unit", unit_of(self.unit, self.layout))

    @property
    def display(self) -> DisplayUnit:
        """The unit areas are printed in."""
        return unit_of(self.unit, self.layout)

    @property
    def sheet(self) -> str:
        """The name wanted for the sheet."""
        return self.sheet_name or self.layout.sheet


@dataclass(frozen=True)
class FilledTable(_Sheet):
    """A layout with rows. Areas are printed in `unit` (default: the layout's), with as many decimals as make every
    one of them exact, and never fewer than the layout declares. `rows` may be any iterable; what can be iterated
    again (a list, an object with `__iter__`) is not copied."""

    layout: Layout
    rows: Iterable[Row]
    unit: DisplayUnit | str | None = None
    title_places: Mapping[str, object] = field(default_factory=dict)
    notes: Sequence[Sentence | str] = ()
    sheet_name: str = ""
    signatures: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        if isinstance(self.rows, Iterator):
            object.__setattr__(self, "rows", list(self.rows))


@dataclass(frozen=True)
class FilledForm(_Sheet):
    """A form layout with one page a plot; the rest as in FilledTable."""

    layout: Layout
    pages: Sequence[Page]
    unit: DisplayUnit | str | None = None
    title_places: Mapping[str, object] = field(default_factory=dict)
    notes: Sequence[Sentence | str] = ()
    sheet_name: str = ""
    signatures: Mapping[str, str] = field(default_factory=dict)


Filled = Union[FilledTable, FilledForm]


def with_sums(layout: Layout, values: Mapping[str, Value]) -> dict[str, Value]:
    """`values` with every absent column that is declared as a sum of parts computed, parts before wholes."""
    filled = dict(values)
    for column in layout.sums:
        if filled.get(column.key) is None:
            filled[column.key] = total_of((filled.get(part) for part in column.parts), column)
    return filled


def filled_areas(layout: Layout, cells: Sequence[Mapping[str, int]], micro_mu: int = 1) -> list[dict[str, Value]]:
    """The area columns of rows given by their leaves: `cells` whole units of `micro_mu` by key; sums are computed, and
    what is absent is nothing. A key without a column is left out, and would not foot."""
    keys = list(dict.fromkeys(key for units in cells for key in units))
    units = np.array([[row.get(key, 0) for key in keys] for row in cells], dtype=object).reshape(len(cells), len(keys))
    rows = area_rows(layout, keys, units, data_heads({}, len(cells)), micro_mu)
    return [dict(row.values) for row in rows]


def area_rows(
    layout: Layout, keys: Sequence[str], units: np.ndarray, heads: Sequence[Row], micro_mu: int = 1
) -> AreaRows:
    """Rows given by their leaves: whole `units` (n, k) of `micro_mu` under `keys`, and `heads` of what is no area. As
    `filled_areas`."""
    columns = [column for column in layout.columns if column.kind is Kind.AREA]
    place = {column.key: number for number, column in enumerate(columns)}
    leaves = [number for number, key in enumerate(keys) if key in place and not layout.column(key).parts]
    amounts = times(units[:, leaves], micro_mu)
    grid = np.zeros((len(units), len(columns)), dtype=amounts.dtype)
    grid[:, [place[keys[number]] for number in leaves]] = amounts
    for column in layout.sums:
        if column.key in place:
            grid[:, place[column.key]] = grid[:, [place[part] for part in column.parts]].sum(axis=1)
    return AreaRows(list(place), compact_integers(grid), heads)


def exact_decimals(areas: Iterable[Area], unit: DisplayUnit, least: int | None = None) -> int:
    """The least number of decimals (not below `least`) with which all areas are exact in `unit`.

    FootingError when no number of decimals is enough: an area that is not a whole number of 0.01 m² printed in
    hectares or m².
    """
    decimals = unit.decimals if least is None else least
    for area in areas:
        if area.micro_mu % unit.step:
            raise FootingError(
                translate("LandLedger", "The area {area} mu is not a whole number of 0.01 m² and can't be written in {unit}."),
                area=area.mu(6),
                unit=unit.label,
            )
        steps = area.micro_mu // unit.step
        while decimals < unit.most_decimals and steps % 10 ** (unit.most_decimals - decimals):
            decimals += 1
    return decimals


def decimals_of_grid(micro_mu: np.ndarray, unit: DisplayUnit, least: int) -> int:
    """As `exact_decimals`, of areas as micro-mu (n, …)."""
    areas, decimals = micro_mu.ravel(), least
    inexact = areas[areas % unit.step != 0]
    if len(inexact):
        exact_decimals([Area(inexact.tolist()[0])], unit, decimals)
    while decimals < unit.most_decimals and len(areas):
        areas = areas[areas % (unit.step * 10 ** (unit.most_decimals - decimals)) != 0]
        decimals += len(areas) > 0
    return decimals


def unit_of(unit: DisplayUnit | str | None, layout: Layout) -> DisplayUnit:
    """`unit`, or that of the layout."""
    return layout.unit if unit is None else DisplayUnit(unit)


def total_of(values: Iterable[Value], column: Column) -> Number:
    """The sum of what is there; nothing is zero."""
    if column.kind is Kind.AREA:
        micro_mu = 0
        for value in values:
            if isinstance(value, Area):
                micro_mu += value.micro_mu
        return Area(micro_mu) if micro_mu else ZERO
    numbers = [value for value in values if isinstance(value, (int, Decimal)) and not isinstance(value, bool)]
    return sum(numbers) if numbers else 0


__all__ = [
    "Filled",
    "FilledForm",
    "FilledTable",
    "Number",
    "Page",
    "Row",
    "RowKind",
    "Value",
    "area_rows",
    "decimals_of_grid",
    "exact_decimals",
    "filled_areas",
    "label_of",
    "total_of",
    "unit_of",
    "with_sums",
]
