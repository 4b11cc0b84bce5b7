"""The sheets of a class summary: the wide table by region, the tall one by class, the overview, the moved cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from ..area import ZERO, Area
from ..sentence import Sentence, sentence, translate
from ..workbook import Column, FilledTable, Group, Kind, Layout, Row, RowKind, load_layout, with_subtotals, with_sums
from ..workbook.layout import Position
from ..workbook.table import Value
from .class_columns import layout_for, major_key, unknown_name
from .leaf_classes import MAJOR_ORDER
from .model import UNIT, Basis, Level, Region, Summary
from .printing import PrintedCells, Printing, percentages, row_percentages

NO_CODE = translate("LandLedger", "(no location code)")
_UNKNOWN_FIRST = "未识别地类"
_BASIS_NOTES = {
    Basis.NET: translate("LandLedger", "Cultivated land is without field ridges; they stand under 1203."),
    Basis.GROSS: translate("LandLedger", "Cultivated land is with field ridges (TBMJ); nothing was moved to 1203."),
}


@dataclass(frozen=True)
class SheetChoices:
    """What the sheets show: total rows first or last, and whether the tall table is made for each region, too."""

    total_first: bool = False
    each_region: bool = False
    folder: str | None = None
    name: str = ""


def summary_tables(printed: PrintedCells, choices: SheetChoices) -> tuple[list[FilledTable], list[Sentence]]:
    """The sheets in one unit, and what has to be told about their layouts."""
    wide, told = wide_table(printed, choices)
    tables = [wide, tall_table(printed, choices)]
    if choices.each_region:
        tables.append(tall_table_by_region(printed, choices))
    tables.append(overview_table(printed, choices))
    return tables, ([told] if told else [])


def region_name(region: Region) -> str | Sentence:
    """What a row is called: its name, else its code."""
    return region.name or region.code or sentence(NO_CODE)


def wide_table(printed: PrintedCells, choices: SheetChoices, layout_id: str = "T11") -> tuple[FilledTable, Sentence | None]:
    """T11: a row for each region, a column for each class, subtotals by the region above."""
    summary = printed.summary
    used = (summary.counts.sum(axis=0) > 0) | (summary.cells.sum(axis=0) > 0)
    layout, told = layout_for(_layout(layout_id, printed.printing, choices), summary.classes, used.tolist())
    layout = _with_decimals(_grouped(layout, summary, choices), printed.printing)
    rows = []
    for place, region in enumerate(summary.regions):
        values: dict[str, Value] = {"XZ": _parent(summary, region), "NAME": region_name(region), "CODE": region.code}
        cells = printed.units[place].tolist()
        values.update((leaf.key, printed.area(units)) for leaf, units in zip(summary.classes, cells))
        rows.append(Row(with_sums(layout, values)))
    return _table(layout, with_subtotals(layout, rows), printed, choices), told


def overview_table(printed: PrintedCells, choices: SheetChoices) -> FilledTable:
    """The three major classes of each region, with their shares."""
    summary = printed.summary
    layout = _with_decimals(_grouped(_layout("T11M", printed.printing, choices), summary, choices), printed.printing)
    rows = []
    for place, region in enumerate(summary.regions):
        values: dict[str, Value] = {"XZ": _parent(summary, region), "NAME": region_name(region), "CODE": region.code}
        values.update(_majors(printed, printed.units[place]))
        rows.append(Row(with_sums(layout, values)))
    return _table(layout, _with_shares(with_subtotals(layout, rows)), printed, choices)


def _majors(printed: PrintedCells, units: np.ndarray) -> dict[str, Value]:
    classes = printed.summary.classes
    amounts = dict.fromkeys([*(major_key(major) for major in MAJOR_ORDER), "X"], 0)
    for leaf, amount in zip(classes, units.tolist()):
        amounts[major_key(leaf.major) if leaf.known else "X"] += amount
    return {key: printed.area(amount) for key, amount in amounts.items()}


def _with_shares(rows: Sequence[Row]) -> list[Row]:
    keys = [*(major_key(major) for major in MAJOR_ORDER), "X"]
    areas = [[row.value(key) for key in keys] for row in rows]
    amounts = [[area.micro_mu if isinstance(area, Area) else 0 for area in row] for row in areas]
    if not rows:
        return []
    shares = row_percentages(np.array(amounts, dtype=np.int64))
    return [
        replace(row, values={**row.values, **{f"{key}P": share for key, share in zip(keys, own)}})
        for row, own in zip(rows, shares)
    ]


def tall_table(printed: PrintedCells, choices: SheetChoices, layout_id: str = "T12") -> FilledTable:
    """T12 of all regions together: a row for each class, a sum for each first-level class, the total at the end."""
    layout = _with_decimals(_layout(layout_id, printed.printing, choices), printed.printing)
    rows = class_rows(printed, printed.units.sum(axis=0), printed.summary.cells.sum(axis=0), {}, False)
    return _table(layout, with_subtotals(layout, rows), printed, choices)


def tall_table_by_region(printed: PrintedCells, choices: SheetChoices) -> FilledTable:
    """T12 of one region after the other; classes without area are left out."""
    declared = _layout("T12", printed.printing, choices)
    title = f"{declared.sheet}·分区"
    end = declared.total.label if declared.total else ""
    places = (Column("NAME", ("行政区域名称",), merge=True), Column("CODE", ("行政区域代码",), merge=True))
    groups = (Group("CODE", end), *declared.groups)
    layout = replace(declared, sheet=title, total=None, groups=groups, columns=(*places, *declared.columns))
    layout = _with_decimals(layout, printed.printing)
    rows: list[Row] = []
    for place, region in enumerate(printed.summary.regions):
        head = {"NAME": region_name(region), "CODE": region.code}
        rows += class_rows(printed, printed.units[place], printed.summary.cells[place], head, True)
    return _table(layout, with_subtotals(layout, rows), printed, choices)


def class_rows(
    printed: PrintedCells, units: np.ndarray, cells: np.ndarray, head: Mapping[str, Value], short: bool
) -> list[Row]:
    """A row for each second-level class in the order of the class table, the unknown codes at the end.

    `units` printed and `cells` exact (c,); shares are those of the exact areas. `short` leaves out what is empty.
    """
    merged: dict[tuple[bool, str], list[int]] = {}
    for place, leaf in enumerate(printed.summary.classes):
        merged.setdefault((leaf.known, leaf.code), []).append(place)
    table_order = {code: number for number, code in enumerate(printed.summary.job.table.classes)}
    ordered = sorted(
        merged.items(),
        key=lambda item: (not item[0][0], table_order.get(_first(printed, item[1]), 0), table_order.get(item[0][1], 0)),
    )
    shares = percentages(np.array([int(cells[places].sum()) for _, places in ordered], dtype=np.int64))
    rows = []
    for ((known, code), places), share in zip(ordered, shares):
        if short and not cells[places].any():
            continue
        leaf = printed.summary.classes[places[0]]
        values: dict[str, Value] = {
            **head,
            "C1": leaf.first if known else "",
            "N1": leaf.first_name if known else _UNKNOWN_FIRST,
            "C2": code,
            "N2": leaf.name if known else unknown_name(leaf),
            "A": printed.area(int(units[places].sum())),
            "P": share,
        }
        rows.append(Row(values))
    return rows


def _first(printed: PrintedCells, places: Sequence[int]) -> str:
    return printed.summary.classes[places[0]].first


def adjust_table(sheets: Iterable[PrintedCells], folder: str | None = None) -> FilledTable:
    """Every cell that is not what it would be, rounded by itself (平差明细), of all units."""
    rows = []
    for printed in sheets:
        for row, column in printed.moved():
            region, leaf = printed.summary.places[row], printed.summary.classes[column]
            exact = Area.from_units(int(printed.summary.fine[row, column]), UNIT)
            units, plain = int(printed.fine[row, column]), int(printed.plain[row, column])
            rows.append(
                Row(
                    {
                        "UNIT": printed.printing.unit.label,
                        "NAME": region_name(region),
                        "CODE": region.code,
                        "DLBM": leaf.code,
                        "DLMC": leaf.name or unknown_name(leaf),
                        "EXACT": exact,
                        "PLAIN": printed.printing.value(printed.area(plain)),
                        "PRINTED": printed.printing.value(printed.area(units)),
                        "MOVED": units - plain,
                    }
                )
            )
    return FilledTable(load_layout("T11ADJ", folder), rows)


def _parent(summary: Summary, region: Region) -> str | None:
    """The name of the region above, only where there are several, or where villages are grouped by township."""
    parents = {other.parent for other in summary.regions if other.parent}
    if summary.job.level is Level.VILLAGE or len(parents) > 1:
        return region.parent_name or region.parent
    return None


def _layout(layout_id: str, printing: Printing, choices: SheetChoices) -> Layout:
    layout = load_layout(layout_id, choices.folder)
    return replace(layout, sheet=f"{layout.sheet}（{printing.unit.label}）")


def _grouped(layout: Layout, summary: Summary, choices: SheetChoices) -> Layout:
    """The layout with subtotals only where regions have one above them, and sums first or last as asked."""
    position = Position.FIRST if choices.total_first else Position.LAST
    grouped = any(_parent(summary, region) for region in summary.regions)
    groups = tuple(replace(group, position=position) for group in layout.groups) if grouped else ()
    total = replace(layout.total, position=position) if layout.total else None
    columns = layout.columns if grouped else tuple(column for column in layout.columns if column.key != "XZ")
    return replace(layout, groups=groups, total=total, columns=columns)


def _with_decimals(layout: Layout, printing: Printing) -> Layout:
    """Areas with the decimals of the sheet; those that are exact with two at least."""
    decimals = 2 if printing.exact else printing.decimals
    columns = tuple(replace(c, decimals=decimals) if c.kind is Kind.AREA else c for c in layout.columns)
    return replace(layout, columns=columns)


def _table(layout: Layout, rows: Sequence[Row], printed: PrintedCells, choices: SheetChoices) -> FilledTable:
    notes: list[Sentence | str] = [sentence(_BASIS_NOTES[printed.summary.job.basis])]
    if not printed.printing.exact:
        template = translate(
            "LandLedger", "Rounded once in the cells, by the largest remainder; all sums are sums of cells ({count} moved)."
        )
        notes.append(sentence(template, count=len(printed.moved())))
    return FilledTable(layout, rows, printed.printing.unit, {"name": choices.name}, notes)


def total_of(table: FilledTable, key: str = "TOTAL") -> Area:
    """The area in the total row of a table, ZERO without one."""
    for row in table.rows:
        value = row.value(key)
        if row.kind is RowKind.TOTAL and isinstance(value, Area):
            return value
    return ZERO


def share_total(table: FilledTable) -> Decimal:
    """The share in the total row of the tall table."""
    for row in table.rows:
        value = row.value("P")
        if row.kind is RowKind.TOTAL and isinstance(value, (int, Decimal)):
            return Decimal(value)
    return Decimal(0)
