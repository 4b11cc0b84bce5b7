"""勾稽检查 of a class summary: regions = classes = control area, levels, sheets against one another, layer, counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import numpy as np

from ..area import Area
from ..sentence import sentence, translate
from ..workbook import DisplayUnit, FilledTable, Identity, RowKind, check, compact
from ..workbook.table import Number
from .class_columns import major_word
from .leaf_classes import MAJOR_ORDER
from .model import UNIT, Control, Summary
from .printing import PrintedCells, Printing
from .tables import share_total, total_of

_COUNT = "个"
_M2 = DisplayUnit.SQUARE_METRE.label
_HUNDRED = Decimal("100.00")


def summary_identities(
    summary: Summary,
    sheets: Sequence[tuple[PrintedCells, Sequence[FilledTable]]],
    rows: Mapping[str, np.ndarray],
) -> list[Identity]:
    """Every identity of a run; `rows` are the columns of the result layer. Areas are decimals in the unit of their sheet."""
    found = _of_summary(summary)
    found += compact(_controls(summary.controls))
    found += _of_layer(summary, rows)
    for printed, tables in sheets:
        found += _of_sheets(printed, tables)
    return found


def _square_metres(units: int) -> Decimal:
    return Area.from_units(units, UNIT).square_metres()


def _of_summary(summary: Summary) -> list[Identity]:
    """Exact areas: parcels, regions, classes, major classes; and the parcels themselves."""
    cells = summary.cells
    by_region, by_class = int(cells.sum(axis=1).sum()), int(cells.sum(axis=0).sum())
    parcels = _square_metres(summary.registered)
    everything = translate("LandLedger", "whole survey")
    where = sentence(everything)

    def equal(name: str, left: Number, right: Number, unit: str = _M2) -> Identity:
        return Identity(sentence(name), where, left, right, unit=unit)

    majors = sum((summary.of(major).square_metres() for major in MAJOR_ORDER), summary.unknown.square_metres())
    return [
        equal(translate("LandLedger", "sum over regions = registered areas of the parcels"), _square_metres(by_region), parcels),
        equal(translate("LandLedger", "sum over classes = registered areas of the parcels"), _square_metres(by_class), parcels),
        equal(translate("LandLedger", "major classes + unknown classes = total area"), majors, summary.total.square_metres()),
        equal(translate("LandLedger", "parcels counted = parcels of the layer"), int(summary.counts.sum()), summary.parcels, _COUNT),
        equal(translate("LandLedger", "parcels without an area = 0"), summary.without_area, 0, _COUNT),
        equal(translate("LandLedger", "parcels whose ridge is larger than they are = 0"), summary.ridge_too_large, 0, _COUNT),
    ]


def _controls(controls: Sequence[Control]) -> Iterable[Identity]:
    """Each district against the parcels with its code, and all of a level; no control area at all is no check."""
    for level in dict.fromkeys(control.level for control in controls):
        mine = [control for control in controls if control.level is level]
        if all(control.units is None for control in mine):
            continue
        name = sentence(translate("LandLedger", "parcels of the district = its control area (DCMJ)"))
        for control in mine:
            where = f"{control.name} {control.code}".strip() or sentence(translate("LandLedger", "(no location code)"))
            right = None if control.units is None else _square_metres(control.units)
            yield Identity(name, where, _square_metres(control.measured), right, unit=_M2)
        total = translate("LandLedger", "sum of regions = sum of control areas (DCMJ)")
        left = sum(control.measured for control in mine)
        right_units = sum(control.units or 0 for control in mine)
        where_all = sentence(translate("LandLedger", "{count} districts"), count=len(mine))
        yield Identity(sentence(total), where_all, _square_metres(left), _square_metres(right_units), unit=_M2)


def _of_layer(summary: Summary, rows: Mapping[str, np.ndarray]) -> list[Identity]:
    """The result layer, summed as the decimals that its numbers print as."""
    area = sum((Decimal(repr(value)) for value in rows["AREA_M2"].tolist()), Decimal(0))
    where = sentence(translate("LandLedger", "whole survey"))
    return [
        Identity(
            sentence(translate("LandLedger", "result table, areas = total area")),
            where, area, summary.total.square_metres(), unit=_M2,
        ),
        Identity(
            sentence(translate("LandLedger", "result table, parcels = parcels of the layer")),
            where, int(rows["PARCELS"].sum()), summary.parcels, unit=_COUNT,
        ),
    ]


def _of_sheets(printed: PrintedCells, tables: Sequence[FilledTable]) -> list[Identity]:
    """The sheets of one unit: each in itself, and all against the rounded total and one another."""
    by_id = {table.layout.id: table for table in tables if not table.layout.sheet.endswith("分区")}
    wide, tall, overview = by_id["T11"], by_id["T12"], by_id["T11M"]
    found = [identity for table in tables for identity in compact(check(table))]
    name = sentence(translate("LandLedger", "total of the sheet = total area, rounded to its unit"))
    found += [
        Identity(name, table.layout.sheet, total_of(table, key), printed.control)
        for table, key in ((wide, "TOTAL"), (tall, "A"), (overview, "TOTAL"))
    ]
    found += compact(wide_and_tall(wide, tall))
    found += compact(_wide_and_overview(wide, overview))
    found += _shares(tables)
    return [_decimal(identity, printed.printing) for identity in found]


def wide_and_tall(wide: FilledTable, tall: FilledTable) -> Iterable[Identity]:
    """Each class: the column sums of the wide table against the row of the tall one."""
    name = sentence(translate("LandLedger", "wide table = tall table, each class"))
    sums: dict[str, Area] = {}
    for row in wide.rows:
        if row.kind is RowKind.TOTAL:
            for column in wide.layout.columns:
                value = row.value(column.key)
                if not column.parts and isinstance(value, Area):
                    code, _, rest = column.key.partition(":")
                    code = rest if code == "X" else code
                    sums[code] = sums.get(code, Area(0)) + value
    for row in tall.rows:
        value = row.value("A")
        if row.kind is RowKind.DATA and isinstance(value, Area):
            code = str(row.value("C2"))
            yield Identity(name, f"{code} {row.value('N2')}", sums.pop(code, Area(0)), value)
    for code, area in sums.items():
        yield Identity(name, code, area, Area(0))


def _wide_and_overview(wide: FilledTable, overview: FilledTable) -> Iterable[Identity]:
    name = sentence(translate("LandLedger", "wide table = overview, each major class"))
    keys = {column.key for column in wide.layout.columns}
    for major, key in zip(MAJOR_ORDER, "NJWO"):
        if key in keys:
            yield Identity(name, major_word(major), total_of(wide, key), total_of(overview, key))


def _shares(tables: Sequence[FilledTable]) -> list[Identity]:
    """Shares of the whole, and of each region, are 100.00 % where there is any area."""
    name = sentence(translate("LandLedger", "shares sum up to 100.00 %"))
    found = []
    for table in tables:
        if table.layout.id == "T12" and table.layout.total:
            if total_of(table, "A"):
                found.append(Identity(name, table.layout.sheet, share_total(table), _HUNDRED, unit="%"))
        elif table.layout.id == "T11M":
            rows = [row for row in table.rows if row.value("TOTAL")]
            sums = [sum((_share(row.value(f"{key}P")) for key in "NJWOX"), Decimal(0)) for row in rows]
            found += [Identity(name, table.layout.sheet, total, _HUNDRED, unit="%") for total in sums if total]
    return compact(found)


def _share(value: object) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(0)


def _decimal(identity: Identity, printing: Printing) -> Identity:
    """Areas as the decimals of their sheet: one list of checks holds sheets in several units."""
    left, right = identity.left, identity.right
    if not isinstance(left, Area) and not isinstance(right, Area):
        return identity
    return replace(
        identity,
        left=printing.value(left) if isinstance(left, Area) else left,
        right=printing.value(right) if isinstance(right, Area) else right,
        unit=printing.unit.label,
    )
