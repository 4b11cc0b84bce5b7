"""The sheets of stable cultivated land: by region and reason, by reason, by grade and slope; all from the same leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ...area import Area
from ...sentence import Sentence, sentence, translate
from ...summary.model import Level, Region
from ...summary.printing import Printing
from ...summary.tables import region_name
from ...workbook import Column, FilledTable, Kind, Layout, Row, load_layout, with_subtotals, with_sums
from ...workbook.table import Value
from .model import NO_GRADE, UNIT, Stable, grade_of
from .printing import Grid, grid_of, whole_parts

SLOPES = ("1", "2", "3", "4", "5", "")
NO_GRADE_WORD = "无等别"
LEVEL_WORDS = {Level.COUNTY: "县", Level.TOWNSHIP: "乡镇", Level.VILLAGE: "村"}


class Leaf(NamedTuple):
    """What tells the leaves of a village apart: the reasons that hold (indices), grade in hundredths, slope level, and
    whether it is the ridge of that land."""

    reasons: tuple[int, ...]
    grade: int
    slope: str
    ridge: bool

    @property
    def first(self) -> int:
        """The reason that decides, −1 where the land is stable."""
        return self.reasons[0] if self.reasons else -1


@dataclass(frozen=True)
class Sheets:
    """What the tables are made of: a run, its printed leaves, the folder of layouts and the name before the titles."""

    result: Stable
    printing: Printing
    folder: str | None = None
    name: str = ""

    @cached_property
    def grid(self) -> Grid[Leaf]:
        """Net areas and ridges of every village, rounded once."""
        result = self.result
        reasons = [tuple(np.flatnonzero(row).tolist()) for row in result.holds]
        about = list(zip(reasons, result.grade.tolist(), result.slope.tolist()))
        keys = [Leaf(*each, False) for each in about] + [Leaf(*each, True) for each in about]
        place = np.concatenate([result.place, result.place])
        units = np.concatenate([result.net, result.ridge])
        return grid_of(place, keys, units, result.chains, self.printing, lambda leaf: (not leaf.reasons, leaf.ridge))

    @cached_property
    def kilograms(self) -> Mapping[int, int]:
        """Whole kg of stable land by grade, which sum up to the rounded capacity."""
        exact: dict[int, Fraction] = {}
        result = self.result
        for (grade, paddy), units in result.by_grade(result.is_stable).items():
            if grade != NO_GRADE:
                part = result.job.yields.capacity([(grade_of(grade), paddy, Area.from_units(units, UNIT))])
                exact[grade] = exact.get(grade, Fraction(0)) + part
        return dict(zip(exact, whole_parts(list(exact.values()))))


def stable_tables(sheets: Sheets) -> list[FilledTable]:
    """The sheets in their order: regions of the level of the run and of those above, reasons, grades."""
    regions = [region_table(sheets, level) for level in sheets.result.regions]
    return [*regions, reason_table(sheets), grade_table(sheets)]


def region_table(sheets: Sheets, level: Level) -> FilledTable:
    """A row for each region: cultivated, stable, unstable by the reason that decides, ridges, gross areas."""
    result, grid = sheets.result, sheets.grid
    at = result.regions[level]
    parents = _parents(at.regions, level)
    layout = _grouped(_with_reasons(_layout("STABLE", sheets), result), any(parents))
    layout = replace(layout, sheet=f"{layout.sheet}（{LEVEL_WORDS[level]}）")
    count = len(at.regions)
    columns = {
        "S": grid.by_group(lambda leaf: not leaf.reasons and not leaf.ridge, at.of_place, count),
        "SR": grid.by_group(lambda leaf: not leaf.reasons and leaf.ridge, at.of_place, count),
        "R": grid.by_group(lambda leaf: leaf.ridge, at.of_place, count),
    }
    for place, reason in enumerate(result.reasons):
        columns[f"E:{reason.key}"] = grid.by_group(_decided_by(place), at.of_place, count)
    rows = []
    for number, (region, parent) in enumerate(zip(at.regions, parents)):
        values: dict[str, Value] = {"XZ": parent, "NAME": region_name(region), "CODE": region.code}
        values.update((key, areas[number]) for key, areas in columns.items())
        rows.append(Row(with_sums(layout, values)))
    return _table(layout, with_subtotals(layout, rows), sheets)


def reason_table(sheets: Sheets) -> FilledTable:
    """A row for each reason: what it decides, and all that it holds of."""
    result, grid = sheets.result, sheets.grid
    layout = _layout("STABLE_REASON", sheets)
    rows = []
    for place, reason in enumerate(result.reasons):
        values: dict[str, Value] = {
            "SEQ": str(place + 1),
            "NAME": reason.name,
            "N": int((result.reason == place).sum()),
            "A": grid.area(_decided_by(place)),
            "R": grid.area(_decided_by(place, ridge=True)),
            "ALL": grid.area(_held_by(place)),
            "STATE": sentence(reason.rule.status.label),
        }
        rows.append(Row(with_sums(layout, values)))
    return _table(layout, with_subtotals(layout, rows), sheets)


def grade_table(sheets: Sheets) -> FilledTable:
    """A row for each grade, best first: stable land by slope, unstable land, capacity of the stable land."""
    grid = sheets.grid
    layout = _layout("STABLE_GRADE", sheets)
    rows = []
    for grade in sorted({leaf.grade for leaf in grid.keys}, key=lambda grade: (grade == NO_GRADE, grade)):
        values: dict[str, Value] = {
            "GRADE": NO_GRADE_WORD if grade == NO_GRADE else f"{grade_of(grade).normalize():f}",
            "E": grid.area(_unstable_of(grade)),
            "P": None if grade == NO_GRADE else sheets.kilograms.get(grade, 0),
        }
        for slope in SLOPES:
            values[f"S{slope or 0}"] = grid.area(_stable_of(grade, slope))
        rows.append(Row(with_sums(layout, values)))
    return _table(layout, with_subtotals(layout, rows), sheets)


def _decided_by(place: int, ridge: bool = False) -> Callable[[Leaf], bool]:
    return lambda leaf: leaf.first == place and leaf.ridge is ridge


def _held_by(place: int) -> Callable[[Leaf], bool]:
    return lambda leaf: place in leaf.reasons and not leaf.ridge


def _unstable_of(grade: int) -> Callable[[Leaf], bool]:
    return lambda leaf: leaf.grade == grade and bool(leaf.reasons) and not leaf.ridge


def _stable_of(grade: int, slope: str) -> Callable[[Leaf], bool]:
    return lambda leaf: leaf.grade == grade and leaf.slope == slope and not leaf.reasons and not leaf.ridge


def _with_reasons(layout: Layout, result: Stable) -> Layout:
    """The layout with a column for each reason behind the sum of unstable land."""
    columns: list[Column] = []
    parts = tuple(f"E:{reason.key}" for reason in result.reasons)
    names = _distinct([reason.name for reason in result.reasons])
    for column in layout.columns:
        columns.append(replace(column, parts=parts) if column.key == "E" else column)
        if column.key == "E":
            columns += [
                Column(key, (column.header[0], name), Kind.AREA, column.decimals, column.width, summed=True)
                for key, name in zip(parts, names)
            ]
    return replace(layout, columns=tuple(columns))


def _distinct(names: Sequence[str]) -> list[str]:
    """The names, numbered where one occurs twice: columns of one heading would be one."""
    return [name if names.count(name) == 1 else f"{name}（{place}）" for place, name in enumerate(names, 1)]


def _parents(regions: Sequence[Region], level: Level) -> list[str | None]:
    """What each region lies in; nothing where all lie in one and are no villages."""
    several = level is Level.VILLAGE or len({region.parent for region in regions if region.parent}) > 1
    return [(region.parent_name or region.parent or None) if several else None for region in regions]


def _grouped(layout: Layout, grouped: bool) -> Layout:
    """The layout with subtotals only where regions have one above them."""
    if grouped:
        return layout
    columns = tuple(column for column in layout.columns if column.key != "XZ")
    return replace(layout, columns=columns, groups=())


def _layout(layout_id: str, sheets: Sheets) -> Layout:
    """A layout with the decimals of the printed unit; exact areas with two at least."""
    layout = load_layout(layout_id, sheets.folder)
    decimals = 2 if sheets.printing.exact else sheets.printing.decimals
    columns = tuple(replace(c, decimals=decimals) if c.kind is Kind.AREA else c for c in layout.columns)
    return replace(layout, columns=columns)


def _table(layout: Layout, rows: Sequence[Row], sheets: Sheets) -> FilledTable:
    notes: list[Sentence | str] = [
        sentence(translate("LandLedger", "The first rule that holds decides; field ridges are no cultivated land."))
    ]
    if not sheets.printing.exact:
        template = translate(
            "LandLedger", "Rounded once in the cells, by the largest remainder; all sums are sums of cells ({count} moved)."
        )
        notes.append(sentence(template, count=len(sheets.grid.moved())))
    return FilledTable(layout, rows, sheets.printing.unit, {"name": sheets.name}, notes)
