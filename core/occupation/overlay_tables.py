"""The tables of an overlay: T29 with a column group for each layer, T29V with a row for each, and the lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from ..rounding import half_up
from ..sentence import Sentence, sentence, translate
from ..workbook import Column, FilledTable, Layout, Row, load_layout, with_subtotals
from ..workbook.layout import Name, repeated_key
from ..workbook.table import Value
from .lists import adjustment_table, basis, display_unit, finding_table, overlap_table
from .overlay import Overlay, OverlayLayer

MOST_COLUMNS = 60
"""T29 tells attribute values apart only while it has no more columns than this; T29V always does."""

WIDEST_REMARK = 60.0
"""Widest remark column of T29, in half-width characters; longer remarks take more lines."""

WHOLE, INSIDE, OUTSIDE = "合计", "内", "外"
NOT_COVERED = "未压盖"


@dataclass(frozen=True)
class Line:
    """Ground under the red lines that is counted together: a whole layer, one value of it, or what it leaves free.

    `units` int64 (f,) per red line; `patches` int64 (f,) or None where nothing is counted; `repeated` the units that
    overlapping red lines count more than once. `name` are the levels of its heading in T29.
    """

    layer: OverlayLayer
    label: str
    name: Name
    units: np.ndarray
    patches: np.ndarray | None
    repeated: int


def overlay_tables(result: Overlay, show_outside: bool, name: str = "", folder: str | None = None) -> list[FilledTable]:
    """All data tables of a run in the order of their sheets; lists only when there is something on them."""
    lists = [
        overlap_table(result.overlaps, load_layout("OVERLAPS", folder)),
        adjustment_table(result.leaves, plot_names(result), None, result.job.unit, result.job.master, load_layout("ADJUST", folder)),
        finding_table(result.findings, load_layout("FINDINGS", folder)),
    ]
    return [
        wide_table(result, load_layout("T29", folder), show_outside, name),
        long_table(result, load_layout("T29V", folder), show_outside, name),
        *(table for table in lists if list(table.rows)),
    ]


def plot_names(result: Overlay) -> list[str]:
    """The ids of the red lines by row."""
    return [result.footprint_id(row) for row in range(len(result.footprints))]


def wide_table(result: Overlay, layout: Layout, show_outside: bool, name: str) -> FilledTable:
    """T29: a row for each red line; without values, then without the ground outside, where that makes more
    than MOST_COLUMNS."""
    notes: list[Sentence | str] = [basis(result.job)]
    members = [column for column in layout.columns if column.repeat]
    room = (MOST_COLUMNS - len(layout.columns) + len(members)) // max(len(members), 1)
    choices = dict.fromkeys(((True, show_outside), (False, show_outside), (False, False)))
    tries = [[line for layer in result.layers for line in lines_of(result, layer, *choice)] for choice in choices]
    lines = next((lines for lines in tries if len(lines) <= room), tries[-1])
    if len(lines) < len(tries[0]):
        text = translate(
            "LandLedger",
            "With more than {count} columns, attribute values and ground outside the layers stand only on the next sheet.",
        )
        notes.append(sentence(text, count=MOST_COLUMNS))
    layout = _with_room(layout.expanded({"layer": [line.name for line in lines]}), result)
    rows = [_wide_row(result, lines, row) for row in range(len(result.footprints))]
    twice = ~result.leaves.counted
    if twice.any():
        less: dict[str, Value] = {"DK": sentence(translate("LandLedger", "less: footprints overlap"))}
        less["TOTAL"] = -result.sum(twice)
        less.update({repeated_key("AREA", line.name): -result.area(line.repeated) for line in lines})
        rows.append(Row(less))
    return FilledTable(layout, with_subtotals(layout, rows), display_unit(result.job.unit), {"name": name}, notes)


def _with_room(layout: Layout, result: Overlay) -> Layout:
    """The layout with a remark column as wide as the names of all layers, within reason."""
    letters = "".join(layer.title for layer in result.layers)
    wanted = sum(2.0 if ord(letter) > 0x2E7F else 1.2 for letter in letters) + 2 * len(result.layers) + 8

    def roomy(column: Column) -> Column:
        if column.key != "REMARK" or column.width is None:
            return column
        return replace(column, width=min(max(column.width, wanted), WIDEST_REMARK))

    return replace(layout, columns=tuple(roomy(column) for column in layout.columns))


def _wide_row(result: Overlay, lines: Sequence[Line], row: int) -> Row:
    values: dict[str, Value] = {
        "DK": result.footprint_id(row),
        "NAME": _plot_name(result, row),
        "TOTAL": result.area(result.footprint_units[row]),
        "REMARK": conclusion(result, row),
    }
    for line in lines:
        values[repeated_key("AREA", line.name)] = result.area(line.units[row])
        if line.patches is not None:
            values[repeated_key("COUNT", line.name)] = int(line.patches[row])
    return Row(values)


def long_table(result: Overlay, layout: Layout, show_outside: bool, name: str) -> FilledTable:
    """T29V: a row for each red line, layer and value that it lies in."""
    by_layer = [lines_of(result, layer, True, show_outside) for layer in result.layers]
    rows = [row for plot in range(len(result.footprints)) for row in _long_rows(result, by_layer, plot)]
    return FilledTable(layout, rows, display_unit(result.job.unit), {"name": name}, [basis(result.job)])


def _long_rows(result: Overlay, by_layer: Sequence[Sequence[Line]], plot: int) -> Iterator[Row]:
    total = int(result.footprint_units[plot])
    for lines in by_layer:
        for line in lines:
            units = int(line.units[plot])
            taken = bool(units or (line.patches is not None and line.patches[plot]))
            if line.label in (WHOLE, NOT_COVERED) or taken:
                share = half_up(Decimal(100 * units) / Decimal(total), 2) if total else None
                values: dict[str, Value] = {
                    "DK": result.footprint_id(plot),
                    "NAME": _plot_name(result, plot),
                    "LAYER": line.layer.title,
                    "VALUE": line.label,
                    "TOTAL": result.area(total),
                    "AREA": result.area(units),
                    "SHARE": share,
                    "COUNT": None if line.patches is None else int(line.patches[plot]),
                }
                yield Row(values)


def lines_of(result: Overlay, layer: OverlayLayer, by_value: bool, show_outside: bool) -> list[Line]:
    """What is counted of a layer: the whole, its values in order if wanted, what it leaves free if wanted."""
    hit = result.hits[layer.key]
    twice = ~result.leaves.counted
    units = result.leaves.units
    detailed = by_value and bool(layer.field)
    whole: Name = (layer.title, INSIDE) if show_outside and not detailed else layer.title
    lines = [
        Line(layer, WHOLE, (layer.title, WHOLE) if detailed else whole, hit.units, hit.patches, int(units[twice & hit.inside].sum()))
    ]
    if detailed:
        taken = {WHOLE, NOT_COVERED}
        own = twice[hit.leaf]
        repeated = np.zeros(len(hit.values), dtype=np.int64)
        np.add.at(repeated, hit.value[own], units[hit.leaf[own]])
        for place, value in enumerate(hit.values):
            label = _distinct(value, taken)
            lines.append(
                Line(
                    layer,
                    label,
                    (layer.title, label),
                    hit.value_units[:, place],
                    hit.value_patches[:, place],
                    int(repeated[place]),
                )
            )
    if show_outside:
        free = np.zeros(len(result.footprints), dtype=np.int64)
        np.add.at(free, result.leaves.footprint[~hit.inside], units[~hit.inside])
        name = (layer.title, NOT_COVERED if detailed else OUTSIDE)
        lines.append(Line(layer, NOT_COVERED, name, free, None, int(units[twice & ~hit.inside].sum())))
    return lines


def _distinct(value: str, taken: set[str]) -> str:
    """The value as a heading; one that is called like a sum of ours is marked as a value."""
    label = value
    while label in taken:
        label += "（属性值）"
    taken.add(label)
    return label


def conclusion(result: Overlay, row: int) -> Sentence:
    """Which layers the red line lies in, with an area that is not 0."""
    hit = [layer.title for layer in result.layers if result.hits[layer.key].units[row] > 0]
    if hit:
        return sentence(translate("LandLedger", "covered by: {layers}"), layers="、".join(hit))
    return sentence(translate("LandLedger", "covered by no layer"))


def _plot_name(result: Overlay, row: int) -> Value:
    names: Mapping[str, np.ndarray] = result.footprints.attributes
    return names["FP_NAME"][row] if "FP_NAME" in names else None
