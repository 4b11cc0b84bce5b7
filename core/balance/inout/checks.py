"""勾稽检查 of an in–out account: T31 against the patches, the counties, the layer, the stable land, the match list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import numpy as np

from ...area import Area
from ...sentence import sentence, translate
from ...summary.tables import total_of
from ...workbook import DisplayUnit, FilledTable, Identity, Row, RowKind, compact, identities_of
from ...workbook.table import Number
from ..grades import whole_kilograms
from ..stable.model import UNIT
from .kinds import Direction
from .model import InOut, State, capacity_of
from .tables import EXEMPT_COLUMNS, InOutSheets

_COUNT, _M2, _KG = "个", DisplayUnit.SQUARE_METRE.label, "公斤"


def inout_identities(
    sheets: InOutSheets, tables: Sequence[FilledTable], columns: Mapping[str, np.ndarray]
) -> list[Identity]:
    """Every identity; `columns` are those of the result layer. Printed areas in 亩, exact ones in m²."""
    result = sheets.result
    found = _flows(result)
    by_id: dict[str, list[FilledTable]] = {}
    for table in tables:
        by_id.setdefault(table.layout.id, []).append(table)
        found += [_decimal(identity, table.display) for identity in compact(identities_of(table))]
    for table, year in zip(by_id["T31"], result.years):
        found += [_decimal(each, DisplayUnit.MU) for each in _balance(sheets, table, year)]
        found += _capacity(sheets, table, year)
    found += [_decimal(each, DisplayUnit.MU) for each in _counties(result, by_id["T31"], by_id["INOUT_COUNTY"][0])]
    listed = sentence(translate("LandLedger", "list of patches = sum of the patches"))
    whole = _square_metres(int(result.patches.net.sum()))
    total = total_of(by_id["INOUT_LIST"][0], "A").square_metres()
    found.append(Identity(listed, by_id["INOUT_LIST"][0].layout.sheet, total, whole, unit=_M2))
    found += _layer(sheets, columns)
    for table in by_id.get("INOUT_NET", []):
        found += [_decimal(each, DisplayUnit.MU) for each in _net(sheets, table)]
    if result.inputs.matches is not None:
        used = [number for spot in result.spots for number in spot.into]
        name = sentence(translate("LandLedger", "inflow patches of the match list, each once = matches"))
        found.append(Identity(name, "INOUT_MATCH", len(set(used)), len(used), unit=_COUNT))
    return found


def _decimal(identity: Identity, unit: DisplayUnit) -> Identity:
    """Areas as decimals of their sheet, as the list of checks holds sheets in several units."""
    left, right = identity.left, identity.right
    if not isinstance(left, Area) and not isinstance(right, Area):
        return identity

    def value(number: Number | None) -> Number | None:
        if not isinstance(number, Area):
            return number
        return number.mu(6).normalize() + 0 if unit is DisplayUnit.MU else number.square_metres()

    return Identity(identity.name, identity.where, value(left), value(right), identity.relation, unit.label, identity.count)


def _square_metres(units: int) -> Decimal:
    return Area.from_units(units, UNIT).square_metres()


def _flows(result: InOut) -> list[Identity]:
    """The patches against the flows they were cut from, both ways."""
    patches, flows = result.patches, result.inputs.flows
    where = sentence(translate("LandLedger", "all changes"))
    gross = int(flows.units[np.unique(patches.flow)].sum())
    out, into = (int(patches.net[patches.rows(way)].sum()) for way in Direction)
    parts = sum(int(patches.net[patches.rows(way, state)].sum()) for way in Direction for state in State)
    return [
        Identity(
            sentence(translate("LandLedger", "patches with ridges = changes they were cut from")), where,
            _square_metres(int(patches.units.sum())), _square_metres(gross), unit=_M2,
        ),
        Identity(
            sentence(translate("LandLedger", "outflow + inflow, counted or not = all patches")), where,
            _square_metres(parts), _square_metres(out + into), unit=_M2,
        ),
    ]


def _balance(sheets: InOutSheets, table: FilledTable, year: int) -> Iterator[Identity]:
    """The totals of T31 against the exact sums of the patches of the year, rounded once; differences of its rows."""
    patches = sheets.result.patches
    mine = patches.year == year
    name = sentence(translate("LandLedger", "T31 = sum of the patches, rounded once"))
    exempt = mine & patches.rows(Direction.OUT, State.EXEMPT)
    for title, wanted, rows in (
        ("流出", total_of(table, "O"), mine & patches.rows(Direction.OUT, State.COUNTED)),
        ("不计入（例外情形）", Area.total(total_of(table, key) for key in EXEMPT_COLUMNS.values()), exempt),
        ("建设占用", total_of(table, "XJ"), mine & patches.rows(Direction.OUT, State.CONSTRUCTION)),
        ("流入", total_of(table, "I"), mine & patches.rows(Direction.IN, State.COUNTED)),
        ("流入（不稳定利用）", total_of(table, "YU"), mine & patches.rows(Direction.IN, State.UNSTABLE)),
        ("流入（建设用地复垦）", total_of(table, "YJ"), mine & patches.rows(Direction.IN, State.CONSTRUCTION)),
        ("流出（碎屑）", total_of(table, "XN"), mine & patches.rows(Direction.OUT, State.NOISE)),
        ("流入（碎屑）", total_of(table, "YN"), mine & patches.rows(Direction.IN, State.NOISE)),
    ):
        yield Identity(name, f"{table.layout.sheet} {title}", wanted, sheets.grid.rounded(int(patches.net[rows].sum())))
    difference = sentence(translate("LandLedger", "difference = inflow − outflow, each row"))
    differences = [
        Identity(difference, f"{row.value('R') or row.value('XZ') or ''}", _area(row, "D"), _area(row, "I") - _area(row, "O"))
        for row in table.rows
    ]
    yield from compact(differences)


def _area(row: Row, key: str) -> Area:
    value = row.value(key)
    return value if isinstance(value, Area) else Area(0)


def _whole(row: Row, key: str) -> int:
    value = row.value(key)
    return value if isinstance(value, int) else 0


def _capacity(sheets: InOutSheets, table: FilledTable, year: int) -> Iterator[Identity]:
    patches = sheets.result.patches
    name = sentence(translate("LandLedger", "capacity of T31 = capacity of the patches, rounded once"))
    total = next((row for row in table.rows if row.kind is RowKind.TOTAL), Row({}))
    for key, way, title in (("PO", Direction.OUT, "流出"), ("PI", Direction.IN, "流入")):
        rows = patches.rows(way, State.COUNTED) & (patches.year == year)
        exact = capacity_of(patches, rows, sheets.result.job.yields)
        yield Identity(name, f"{table.layout.sheet} {title}", _whole(total, key), whole_kilograms(exact), unit=_KG)
    difference = sentence(translate("LandLedger", "capacity difference = inflow − outflow, each row"))
    yield from compact(
        Identity(difference, str(row.value("R") or ""), _whole(row, "DP"), _whole(row, "PI") - _whole(row, "PO"), unit=_KG)
        for row in table.rows
    )


def _counties(result: InOut, balances: Sequence[FilledTable], counties: FilledTable) -> Iterator[Identity]:
    """The counties' sheet against T31, and the accounts against the patches."""
    name = sentence(translate("LandLedger", "T31 = counties' results"))
    for key, title in (("O", "流出"), ("I", "流入")):
        left = Area.total(total_of(table, key) for table in balances)
        yield Identity(name, title, left, total_of(counties, key))
    exempt = Area.total(total_of(table, key) for table in balances for key in EXEMPT_COLUMNS.values())
    yield Identity(name, "不计入", exempt, total_of(counties, "X"))
    accounts = sentence(translate("LandLedger", "accounts of the counties = patches"))
    patches = result.patches
    for title, total, way in (
        ("流出", sum(each.out for each in result.accounts), Direction.OUT),
        ("流入", sum(each.into for each in result.accounts), Direction.IN),
    ):
        yield Identity(accounts, title, Area.from_units(total, UNIT), patches.area(patches.rows(way, State.COUNTED)))


def _layer(sheets: InOutSheets, columns: Mapping[str, np.ndarray]) -> Iterator[Identity]:
    """The result layer, summed as the decimals that its numbers print as."""
    patches = sheets.result.patches
    net = [Decimal(repr(value)) for value in columns["NET_GD"].tolist()]
    name = sentence(translate("LandLedger", "result layer = sum of the patches"))
    for shown, way, title in (("out", Direction.OUT, "流出"), ("in", Direction.IN, "流入")):
        left = sum((area for area, each in zip(net, columns["SHOWN"].tolist()) if each == shown), Decimal(0))
        right = patches.area(patches.rows(way, State.COUNTED)).square_metres()
        yield Identity(name, title, left, right, unit=_M2)


def _net(sheets: InOutSheets, table: FilledTable) -> Iterator[Identity]:
    """Stable land of the sheet against both surveys; T31 says the same."""
    name = sentence(translate("LandLedger", "stable land of the sheet = that of the survey, rounded once"))
    result = sheets.result
    for key, title, stable in (("S0", "年初", result.inputs.begin), ("S1", "年末", result.inputs.end)):
        if stable is None:
            continue
        exact = stable.area(stable.is_stable)
        yield Identity(name, title, total_of(table, key), sheets.stocks.rounded(exact.units(UNIT)))
    increase = sentence(translate("LandLedger", "net increase = end − begin"))
    yield Identity(increase, table.layout.sheet, total_of(table, "S"), total_of(table, "S1") - total_of(table, "S0"))
