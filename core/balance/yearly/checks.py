"""勾稽检查 of the yearly report: each sheet in itself, against the books of the ledger, and against the others.

Everything is taken from the cells as they stand on the sheets, in 亩 and kg; T05 from its sheet in 亩, which is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Union

from ...area import ZERO, Area
from ...sentence import sentence, translate
from ...store import Store
from ...workbook import FilledTable, Identity, Row, RowKind, compact, identities_of
from ..linkage.vocabulary import State as SurplusState
from ..reserve.table import MU_SHEET
from ..reserve.vocabulary import DIMENSIONS, State
from .job import FarmlandJob
from .tables import FarmlandTables

Number = Union[Area, Decimal]

TITLES = (("Q", "耕地数量"), ("W", "水田规模"), ("P", "粮食产能"))
_BOOKED = {
    "1": (State.USED, translate("LandLedger", "T05 drawn = balance of the ledger")),
    "3": (State.FROZEN, translate("LandLedger", "T05 frozen = balance of the ledger")),
    "A": (State.AVAILABLE, translate("LandLedger", "T05 remaining and free = balance of the ledger")),
}
_SURPLUS = {
    "AVL": (SurplusState.AVAILABLE, translate("LandLedger", "T09L available = balance of the ledger")),
    "USE": (SurplusState.USED, translate("LandLedger", "T09L used = balance of the ledger")),
    "Z9": (SurplusState.TURNOVER, translate("LandLedger", "T09L turnover quota not returned = balance of the ledger")),
}


def reserve_identities(
    store: Store, job: FarmlandJob, tables: Sequence[FilledTable], fill: FarmlandTables, books: Mapping[str, str]
) -> list[Identity]:
    """Of all sheets of the reserve; `books` are its books by code with their holders."""
    by_id = {table.layout.id: table for table in tables if table.layout.id != "T05"}
    lots = next(table for table in tables if table.sheet == MU_SHEET)
    found = [identity for table in by_id.values() for identity in compact(identities_of(table))]
    found += compact(_booked(store, job, lots, fill, books))
    found += compact(_stock(lots, by_id["T05C"]))
    found += compact(_linked(lots, by_id["T06L"]))
    found += compact(_projects(by_id["T06L"], by_id["T06B"]))
    found += compact(_used(by_id, job))
    return found


def _booked(
    store: Store, job: FarmlandJob, lots: FilledTable, fill: FarmlandTables, books: Mapping[str, str]
) -> Iterator[Identity]:
    """What the lots of each holder have drawn, frozen and free against the balances of its book."""
    sums: dict[tuple[str, str, str], int] = {}
    balances = store.merged_balances(list(books), job.until) if books else {}
    for (account, dimension), amount in balances.items():
        place = fill.region(books[account.book]), account.state, dimension
        sums[place] = sums.get(place, 0) + amount
    for letter, (state, name) in _BOOKED.items():
        for dimension, (key, title) in zip(DIMENSIONS, TITLES):
            printed = sums_by(lots, ("REGION",), f"{key}{letter}")
            for region in dict.fromkeys(fill.region(holder) for holder in books.values()):
                left = printed.get((region,), _nothing(key))
                yield _identity(name, f"{region} {title}", left, _of(sums.get((region, state.value, dimension), 0), key))


def _stock(lots: FilledTable, counties: FilledTable) -> Iterator[Identity]:
    """T05C against T05, county by county; the stock and what is not accepted together are what is free."""
    name = translate("LandLedger", "T05C = T05, added up by county")
    free = translate("LandLedger", "T05C: stock + free of lots not accepted = T05 remaining and free")
    for key, title in TITLES:
        for letter in "0I13TV":
            printed = sums_by(lots, ("REGION",), f"{key}{letter}")
            for place, value in sums_by(counties, ("REGION",), f"{key}{letter}").items():
                yield _identity(name, f"{place[0]} {title} {letter}", value, printed.get(place, _nothing(key)))
        printed = sums_by(lots, ("REGION",), f"{key}A")
        accepted, rest = (sums_by(counties, ("REGION",), f"{key}{letter}") for letter in "AR")
        for place, value in accepted.items():
            yield _identity(free, f"{place[0]} {title}", value + rest[place], printed.get(place, _nothing(key)))  # type: ignore[operator]
        yield _identity(free, title, total_cell(counties, f"{key}A") + total_cell(counties, f"{key}R"), total_cell(lots, f"{key}A"))  # type: ignore[operator]


def _linked(lots: FilledTable, links: FilledTable) -> Iterator[Identity]:
    """T05 drawn and frozen of each lot against what T06L says of it."""
    drawn = translate("LandLedger", "T05 drawn of the lot = T06L drawn from it")
    frozen = translate("LandLedger", "T05 frozen of the lot = T06L frozen and promised")
    for key, title in TITLES:
        of_links = {letter: sums_by(links, ("R_REGION", "R_ID"), f"{letter}_{key}") for letter in "DFC"}
        nothing = _nothing(key)
        used, held = (sums_by(lots, ("REGION", "PRJ_ID"), f"{key}{letter}") for letter in "13")
        for place in dict.fromkeys([*used, *(each for by in of_links.values() for each in by)]):
            where = f"{' '.join(place)} {title}"
            yield _identity(drawn, where, used.get(place, nothing), of_links["D"].get(place, nothing))
            linked = of_links["F"].get(place, nothing) + of_links["C"].get(place, nothing)  # type: ignore[operator]
            yield _identity(frozen, where, held.get(place, nothing), linked)


def _projects(links: FilledTable, projects: FilledTable) -> Iterator[Identity]:
    """T06B against T06L, project by project."""
    name = translate("LandLedger", "T06B = T06L, added up by project")
    for key, title in TITLES:
        for letter in "DFC":
            of_links = sums_by(links, ("PRJ_ID",), f"{letter}_{key}")
            for place, value in sums_by(projects, ("PRJ_ID",), f"{letter}_{key}").items():
                yield _identity(name, f"{place[0]} {title}", value, of_links.get(place, _nothing(key)))


def _used(tables: Mapping[str, FilledTable], job: FarmlandJob) -> Iterator[Identity]:
    """The months against the year, the years against the draws, the stock of the last year against that by county."""
    months = translate("LandLedger", "T05M, months added up = T05Y, use of the year")
    drawn = translate("LandLedger", "T05Y, use added up = T06L drawn by projects")
    stock = translate("LandLedger", "T05Y, stock at the end = T05C")
    years, links = tables["T05Y"], tables["T06L"]
    for key, title in TITLES:
        of_year = sums_by(years, ("YEAR",), f"{key}U").get((f"{job.year}年",), _nothing(key))
        yield _identity(months, f"{job.year} {title}", total_cell(tables["T05M"], f"{key}U"), of_year)
        by_project = [value for place, value in sums_by(links, ("PRJ_ID",), f"D_{key}").items() if place[0]]
        yield _identity(drawn, title, total_cell(years, f"{key}U"), _added(by_project, key))
        if job.day.year == job.year:
            at_end = sums_by(years, ("YEAR",), f"{key}L").get((f"{job.year}年",), _nothing(key))
            yield _identity(stock, title, at_end, total_cell(tables["T05C"], f"{key}A"))


def surplus_balance_identities(
    store: Store, job: FarmlandJob, table: FilledTable, books: Mapping[str, str], names: Mapping[str, str]
) -> list[Identity]:
    """T09L against the balances of the linkage books (code → holder), whose names stand in the sheet."""
    sums: dict[tuple[str, str], int] = {}
    balances = store.merged_balances(list(books), job.until) if books else {}
    for (account, _), amount in balances.items():
        place = names.get(books[account.book], books[account.book]), account.state
        sums[place] = sums.get(place, 0) + amount
    found = []
    for key, (state, name) in _SURPLUS.items():
        printed = sums_by(table, ("REGION",), key)
        for region in dict.fromkeys(names.get(holder, holder) for holder in books.values()):
            right = Area(sums.get((region, state.value), 0))
            found.append(Identity(sentence(name), region, printed.get((region,), ZERO), right))
    return compact(found)


# --------------------------------------------------------------------------------------------------------------- cells


def sums_by(table: FilledTable, by: Sequence[str], key: str) -> dict[tuple[str, ...], Number]:
    """The sums of a column by the texts of others, over the rows that are no sums; what is blank is nothing."""
    found: dict[tuple[str, ...], Number] = {}
    for row in table.rows:
        if row.kind is RowKind.DATA:
            place = tuple(_text(row, each) for each in by)
            value = _number(row, key)
            found[place] = found[place] + value if place in found else value  # type: ignore[operator]
    return found


def _text(row: Row, key: str) -> str:
    value = row.value(key)
    return "" if value is None else str(value)


def _number(row: Row, key: str) -> Number:
    value = row.value(key)
    if isinstance(value, Area):
        return value
    if isinstance(value, (int, Decimal)):
        return Decimal(value)
    return _nothing_of(key)


def total_cell(table: FilledTable, key: str) -> Number:
    """A column of the total row; nothing of an empty table."""
    row = next((row for row in table.rows if row.kind is RowKind.TOTAL), None)
    return _nothing_of(key) if row is None else _number(row, key)


def _nothing_of(key: str) -> Number:
    """Nothing of a column: those of capacity begin or end with P."""
    return Decimal(0) if key.startswith("P") or key.endswith("_P") else ZERO


def _nothing(key: str) -> Number:
    return Decimal(0) if key == "P" else ZERO


def _of(amount: int, key: str) -> Number:
    return Decimal(amount) if key == "P" else Area(amount)


def _added(values: Iterable[Number], key: str) -> Number:
    listed = list(values)
    if key == "P":
        return sum((value for value in listed if isinstance(value, Decimal)), Decimal(0))
    return Area.total(value for value in listed if isinstance(value, Area))


def _identity(name: str, where: str, left: Number, right: Number) -> Identity:
    return Identity(sentence(name), where, left, right, unit="" if isinstance(left, Area) else "公斤")
