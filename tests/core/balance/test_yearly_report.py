"""The yearly report of farmland: reference figures, SQL over the file, sheets read back, a past day, checks that can fail."""

from __future__ import annotations

import datetime
import random
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from ....core.area import Area
from ....core.balance.indicators import Indicators
from ....core.balance.lots import Lot
from ....core.balance.rectification.keeping import keep
from ....core.balance.rectification.model import Act, Spot, Way
from ....core.balance.requisition.policy import Policy
from ....core.balance.reserve.ledger import Refused, Request, ReserveLedger, found_reserve
from ....core.balance.reserve.table import MU_SHEET
from ....core.balance.reserve.vocabulary import Event
from ....core.balance.yearly import report as report_module
from ....core.balance.yearly.job import families_named, farmland_job
from ....core.balance.yearly.links import Link, LinkState, links_of, vouchers_until
from ....core.balance.yearly.report import FAMILIES, farmland_report, figures, write_farmland_report
from ....core.balance.yearly.settling import standings_of
from ....core.balance.yearly.stock import is_expired, months_after
from ....core.balance.yearly.tables import FarmlandTables
from ....core.errors import InputError
from ....core.ledger.model import Book, Record
from ....core.occupation.inputs_sheet import RunFacts
from ....core.quota.subjects import seed_registers, shipped_sources
from ....core.quota.vocabulary import BOOK_KIND
from ....core.rules import load_rules
from ....core.workbook import DisplayUnit, RowKind, load_layout, read_table, sheet_names
from ...oracles.reserve_sql import ReserveOracle
from ..store.postgresql_server import make_postgresql
from .made_reserve import (
    DRAWN_MU,
    EAST,
    HOLDERS,
    MU,
    PROJECTS,
    STOCK_MU,
    TODAY,
    WEST,
    amounts,
    draw_all,
    new_lot,
    open_reserve,
    project,
    stocked_reserve,
)
from .made_yearly import HALF, farmland_ledger, fill_reserve, with_linkage, with_spots

PREFIXES = ("Q", "W", "P")


def report_of(ledger, shown=tuple(FAMILIES), **choices):
    store = ledger.store.whole
    return farmland_report(store, farmland_job(store, TODAY, **choices), RunFacts(), ledger.rules, shown)


def failed(report) -> set[str]:
    return {str(identity.name) for identity in report.identities if not identity.ok}


def shown_values(table) -> list[tuple]:
    return [(row.kind, {key: value for key, value in row.values.items() if value is not None}) for row in table.rows]


def cells(path, layout: str, by: tuple[str, ...], sheet: str = "") -> dict[tuple, dict]:
    """Data rows of a sheet of the file by some texts; areas as Decimal of 亩."""
    read = read_table(path, load_layout(layout), sheet) if sheet else read_table(path, load_layout(layout))
    assert read.problems == []
    return {
        tuple("" if row.value(key) is None else str(row.value(key)) for key in by): defaultdict(
            lambda: None, {key: value.mu(6) if isinstance(value, Area) else value for key, value in row.values.items()}
        )
        for row in read.rows
        if row.kind is RowKind.DATA
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("yearly") / "台账.gpkg"
    ledger = farmland_ledger(path)
    with_linkage(ledger)
    with_spots(ledger)
    return ledger, path


# ------------------------------------------------------------------------------------------------------- the reference


def test_the_figures_of_the_bulletin(tmp_path) -> None:
    """177 projects drew 4796.97 mu, 8312.7 mu are left: 1.73 years."""
    ledger, needs = stocked_reserve(tmp_path / "a.gpkg")
    draw_all(ledger, needs)
    report = report_of(ledger, year=2023, name="编造市")
    assert not failed(report)
    numbers = figures(report.made)
    assert (numbers["STOCK_MU"], numbers["YEAR_USED_MU"], numbers["YEAR_PROJECT_COUNT"]) == (STOCK_MU, DRAWN_MU, PROJECTS)
    assert (numbers["STOCK_YEARS"], numbers["SETTLED_COUNT"]) == (1.73, PROJECTS)
    path = tmp_path / "book.xlsx"
    write_farmland_report(report, path)
    year = cells(path, "T05Y", ("YEAR",))[("2023年",)]
    assert (year["QU"], year["QL"], year["YQ"], year["N"]) == (Decimal("4796.97"), Decimal("8312.7"), Decimal("1.73"), PROJECTS)
    months = cells(path, "T05M", ("MONTH",))
    assert months[("5月",)]["QU"] == Decimal("4796.97") and months[("12月",)]["QS"] == Decimal("4796.97")
    assert sum(row["QA"] for row in cells(path, "T05C", ("REGION",)).values()) == Decimal("8312.7")
    assert len({key for key in cells(path, "T06L", ("PRJ_ID", "R_ID")) if key[0]}) >= PROJECTS
    assert len(cells(path, "T06B", ("PRJ_ID",))) == PROJECTS
    oracle = ReserveOracle(tmp_path / "a.gpkg")
    assert oracle.total("AVL")[0] == Decimal("8312.7") and oracle.used_in("2023")[0][0] == Decimal("4796.97")


# ------------------------------------------------------------------------------------------------------------- by SQL


@pytest.mark.parametrize("until", [None, HALF, datetime.date(2022, 12, 28), datetime.date(2022, 12, 31), datetime.date(2022, 1, 1)])
def test_sheets_are_what_sql_says(made, tmp_path, until) -> None:
    compare_with_sql(*made, tmp_path, until, {"R"})


@pytest.mark.parametrize("seed", [1, 2])
def test_random_ledgers_are_what_sql_says(tmp_path, seed) -> None:
    """Any events on any days of two years, many of them refused, some reversed."""
    chance, path = random.Random(seed), tmp_path / "a.gpkg"
    ledger = open_reserve(path, reserve_confirmation_missing="warn")
    for holder in (EAST, WEST):
        ledger.enter([new_lot(f"{holder}{lot}", amounts(100, 50, 100), holder) for lot in "AB"], datetime.date(2022, 1, 5))
        for code in "PQ":
            project(ledger, f"{code}{holder}", holder, need_quantity=20 * MU)
    booked, day = 0, datetime.date(2022, 1, 10)
    for turn in range(160):
        day = min(day + datetime.timedelta(chance.randrange(9)), TODAY)
        holder, other = chance.sample((EAST, WEST), 2)
        event = chance.choice([Event.FREEZE, Event.UNFREEZE, Event.DRAW, Event.DRAW, Event.TRANSFER_OUT, Event.VOID, Event.REVERSE])
        lot = f"{chance.choice((holder, holder, other))}{chance.choice('AB')}"
        amount = amounts(chance.randrange(15), chance.randrange(9), chance.randrange(9))
        request = Request(
            event, holder, day, {} if event is Event.REVERSE else {lot: amount}, project=f"{chance.choice('PQ')}{holder}",
            doc_no=f"文{turn}", reason="因", to_holder=other,
            reverses=chance.randrange(1, 30) if event is Event.REVERSE else None,
        )  # fmt: skip
        if event not in (Event.FREEZE, Event.UNFREEZE, Event.DRAW):
            request = replace(request, project="")
        try:
            ledger.post([request])
        except Refused:
            continue
        booked += 1
    assert booked > 40
    for until in (None, HALF, datetime.date(2022, 9, 17)):
        compare_with_sql(ledger, path, tmp_path, until, set())


def compare_with_sql(ledger, path, tmp_path, until, running) -> None:
    report = report_of(ledger, year=2022 if until and until.year == 2022 else 2023, until=until)
    assert not failed(report)
    book = tmp_path / "book.xlsx"
    write_farmland_report(report, book)
    last = until or datetime.date(2023, 12, 31)
    oracle = ReserveOracle(path, last.isoformat())
    names = {"东区": EAST, "西县": WEST}
    found = cells(book, "T05", ("REGION", "PRJ_ID"), MU_SHEET)
    by_lot = {(names[region], lot): row for (region, lot), row in found.items()}
    for letter, state in (("A", "AVL"), ("3", "FRZ"), ("1", "USE"), ("V", "REV")):
        printed = {
            key: tuple(row[f"{prefix}{letter}"] for prefix in PREFIXES) for key, row in by_lot.items()
        }
        assert {key: value for key, value in printed.items() if any(value)} == oracle.lots(state), state
    linked = cells(book, "T06L", ("PRJ_ID", "R_ID", "VOUCHER"))
    drawn: dict[tuple, tuple] = {}
    for (code, lot, _), row in linked.items():
        amounts = tuple(row[f"D_{prefix}"] or Decimal(0) for prefix in PREFIXES)
        if any(amounts):
            drawn[code, lot] = tuple(map(sum, zip(drawn.get((code, lot), (0, 0, 0)), amounts)))
    assert drawn == oracle.links("USE")
    frozen = {
        (code, lot): tuple((row[f"F_{p}"] or 0) + (row[f"C_{p}"] or 0) for p in PREFIXES)
        for (code, lot, voucher), row in linked.items() if lot and not voucher
    }  # fmt: skip
    assert frozen == oracle.links("FRZ")
    years = cells(book, "T05Y", ("YEAR",))
    assert oracle.running() == running
    for (year,), row in years.items():
        amounts, projects = oracle.used_in(year.removesuffix("年"))
        assert tuple(row[f"{prefix}U"] for prefix in PREFIXES) == amounts and row["N"] == projects, year
        at_end = min(f"{year.removesuffix('年')}-12-31", last.isoformat())
        assert tuple(row[f"{prefix}L"] for prefix in PREFIXES) == ReserveOracle(path, at_end).total("AVL", frozenset(running))
    for (month,), row in cells(book, "T05M", ("MONTH",)).items():
        beginning = f"{report_year(report)}-{int(month.removesuffix('月')):02d}"
        assert tuple(row[f"{prefix}U"] for prefix in PREFIXES) == oracle.used_in(beginning)[0]


def report_year(report) -> int:
    return next(table for table in report.tables if table.layout.id == "T05M").title_places["year"]


# ------------------------------------------------------------------------------------------------------------- by hand


def test_the_ledger_by_hand(made, tmp_path) -> None:
    report = report_of(made[0], year=2023)
    book = tmp_path / "book.xlsx"
    write_farmland_report(report, book)
    east = cells(book, "T05C", ("REGION",))[("东区",)]
    # 100 + 40 entered; 12 before + 25 + 5 drawn; 8 frozen; 5 to the west; 1 voided.
    assert [east[key] for key in ("Q0", "Q1", "Q3", "QT", "QV", "QA", "QX", "QR")] == [140, 42, 8, 5, 1, 84, 34, 0]
    assert [east[key] for key in ("N", "N9", "WR", "PR", "W3")] == [3, 1, 6, 9_000, 6]
    west = cells(book, "T05C", ("REGION",))[("西县",)]
    assert [west[key] for key in ("Q0", "QI", "Q1", "QA", "PA")] == [60, 5, 7, 58, 48_000]
    standing = {code: row for (code,), row in cells(book, "T06B", ("PRJ_ID",)).items()}
    assert {code: row["WAY"] for code, row in standing.items()} == {
        "P1": "已落实", "P2": "以承诺方式落实", "P3": "未落实", "P4": "未落实", "W1": "已落实",
    }  # fmt: skip
    assert [standing["P2"][key] for key in ("F_Q", "F_W", "C_W", "S_Q", "S_W")] == [8, 2, 4, 0, 0]
    assert (standing["P3"]["D_Q"] or 0, standing["P3"]["S_Q"], standing["P3"]["S_P"]) == (0, 10, 1_000)
    assert standing["P2"]["WAY0"] == "未落实"
    links = cells(book, "T06L", ("PRJ_ID", "R_ID"))
    first = links["P1", "L1"]
    assert (first["D_Q"], first["CONFIRM"], str(first["DATE"]), first["PF"], str(first["GD"]), first["ST"]) == (
        25, "确1", "2022-12-20", "批1", "2022-11-05", "核销",
    )  # fmt: skip
    assert (links["P2", "R"]["C_W"], links["P2", "R"]["ST"]) == (4, "承诺挂钩")
    assert (links["", "L1"]["D_Q"], links["", "L1"]["ST"]) == (12, "入库前已使用")
    assert ("P3", "L1") not in links and links["P4", ""]["ST"] == "未挂钩"
    # The reversal of 2023 takes 10 off in February; 7 were drawn in September.
    months = cells(book, "T05M", ("MONTH",))
    assert (months[("2月",)]["QU"], months[("2月",)]["N"], months[("9月",)]["QU"], months[("12月",)]["QS"]) == (-10, -1, 7, -3)
    years = cells(book, "T05Y", ("YEAR",))
    assert (years[("2022年",)]["QU"], years[("2022年",)]["QE"], years[("2022年",)]["N"]) == (40, 200, 2)
    # 56000 + 24999 + 48000 kg are free; 6000 were drawn and 1000 came back.
    assert years[("2023年",)]["YQ"] is None and years[("2023年",)]["YP"] == Decimal("25.80")
    ends = cells(book, "T05E", ("PRJ_ID",))
    assert {code: (row["DAYS"], row["ST"]) for (code,), row in ends.items()} == {"L2": (-91, "已过有效期"), "W": (182, "6个月内到期")}
    assert str(report.tables[0].title_places) and "问题清单" in sheet_names(book)


def test_a_past_day(made) -> None:
    """On 30 June nothing was voided yet and the west had not drawn."""
    numbers = figures(report_of(made[0], until=HALF).made)
    assert (numbers["STOCK_MU"], numbers["USED_MU"], numbers["FROZEN_MU"]) == (85 + 65, 42, 8)
    assert (numbers["SURPLUS_AVAILABLE_MU"], numbers["RECTIFIED_MU"]) == (15, 300)
    later = figures(report_of(made[0], year=2023).made)
    assert (later["STOCK_MU"], later["SURPLUS_AVAILABLE_MU"], later["RECTIFIED_MU"], later["DUE_MU"]) == (142, 15, 400, 550)
    before = figures(report_of(made[0], until=datetime.date(2021, 1, 1)).made)
    assert before["LOT_COUNT"] == 0 and before["STOCK_YEARS"] is None


def test_what_came_after_the_day_is_not_told(tmp_path) -> None:
    """A spot struck off later, one that flowed out later, and a project of a later date without any link."""
    ledger = open_reserve(tmp_path / "a.gpkg")
    ten = Area.from_mu("10")
    spots = [
        Spot("T1", ten, ten, "甲", EAST, year=2021, closed=datetime.date(2023, 9, 1), evidence="证"),
        Spot("T2", ten, ten, "甲", EAST, year=2023),
    ]
    act = Act("T1", Way.RESTORED, ten, date=datetime.date(2022, 1, 1), evidence="证", class_after="0103", number="A")
    keep(ledger.store.whole, spots, [act], "甲")
    project(ledger, "P1", need_quantity=1, effective="2023-05-05")

    def told(**choices):
        made = report_of(ledger, **choices).made
        return {each.spot.number: each.state.name for each in made.rectified.spots}, len(made.standings)

    assert told(year=2023) == ({"T1": "CLOSED", "T2": "OPEN"}, 1)
    assert told(until=datetime.date(2022, 12, 31)) == ({"T1": "DONE"}, 0)
    assert told(until=datetime.date(2023, 8, 31)) == ({"T1": "DONE", "T2": "OPEN"}, 1)


def test_the_regime_says_what_is_asked_for() -> None:
    """From the day of the one account on only quantity counts, where the rule says so; a promise covers quantity by its rule."""
    values = {"holder": EAST, "name": "编", "type": "single", "effective": "2024-10-01", "need_quantity": 5_000_000, "need_paddy": 9}
    record = Record("balance_project", "P", f"{EAST}BC", 1, values)
    links = [
        Link("P", EAST, "L", LinkState.DRAWN, Indicators(3_000_000), TODAY),
        Link("P", EAST, "R", LinkState.PROMISED, Indicators(2_000_000)),
    ]

    def outcome(**rules):
        policy = Policy.of(load_rules().replaced({f"requisition_{key}": value for key, value in rules.items()}, "test"))
        (found,) = standings_of({"P": record}, links, [EAST], policy, TODAY)
        return found.outcome.name, found.short

    assert outcome() == ("UNSETTLED", Indicators(2_000_000, 9))
    assert outcome(one_account_quality="0") == ("UNSETTLED", Indicators(2_000_000))
    assert outcome(one_account_quality="0", promise_quantity="1") == ("PROMISED", Indicators())
    assert outcome(one_account_quality="0", one_account_from="2025-01-01") == ("UNSETTLED", Indicators(2_000_000, 9))


def test_a_lot_is_good_on_its_last_day() -> None:
    lot = Lot("L", "编", EAST, "consolidation", Indicators(1), valid_to=TODAY)
    assert not is_expired(lot, TODAY) and is_expired(lot, TODAY + datetime.timedelta(1))


def test_linkage_and_rectification(made, tmp_path) -> None:
    report = report_of(made[0], year=2023)
    assert not failed(report)
    book = tmp_path / "book.xlsx"
    write_farmland_report(report, book)
    areas = cells(book, "T09", ("NO",))
    assert [areas[("X1",)][key] for key in ("A_CJ", "A_YS", "A_JY", "A_USE", "A_LEFT")] == [60, 40, 12, 5, 7]
    surplus = cells(book, "T09L", ("REGION", "NO"))
    assert [surplus["东区", "X1"][key] for key in ("ACC", "OUT", "USE", "AVL")] == [12, 2, 5, 5]
    assert surplus["西县", "X1"]["AVL"] == 2
    spots = cells(book, "T10", ("TBBH",))
    assert {number: row["ST"] for (number,), row in spots.items()} == {"T1": "已整改", "T2": "部分整改", "T3": "未整改"}
    assert cells(book, "T10S", ("REGION",))[("编造东区",)]["A1"] == Decimal("0.02")


# ---------------------------------------------------------------------------------------------------------- the choices


def test_every_sheet_reads_back_as_it_was_filled(made, tmp_path) -> None:
    for unit in (DisplayUnit.MU, DisplayUnit.HECTARE):
        report = report_of(made[0], year=2023, unit=unit)
        path = tmp_path / f"{unit.value}.xlsx"
        write_farmland_report(report, path)
        for table in report.tables:
            if table.layout.id in ("CHECKS", "INPUTS", "FINDINGS"):
                continue
            read = read_table(path, table.layout, table.sheet)
            assert read.problems == [], table.sheet
            mine = [row for row in table.rows if row.kind is RowKind.DATA]
            theirs = [row for row in read.rows if row.kind is RowKind.DATA]
            assert len(mine) == len(theirs), table.sheet
            for one, other in zip(mine, theirs):
                for column in table.layout.columns:
                    left, right = one.value(column.key), other.value(column.key)
                    assert _same(left, right), (table.sheet, column.key, left, right)


def _same(left: object, right: object) -> bool:
    if isinstance(left, (int, Decimal)) and not isinstance(left, bool):
        return right is not None and Decimal(left) == Decimal(right)
    return left == right or {left, right} <= {None, ""}


def test_tables_as_chosen(made, tmp_path) -> None:
    assert families_named("t05， T10S") == ("T05", "T10S") and families_named("") == tuple(FAMILIES)
    with pytest.raises(InputError, match="T99"):
        families_named("T99")
    ids = {table.layout.id for table in report_of(made[0], ("T06",), year=2023).tables}
    assert ids == {"T06L", "T06B", "CHECKS", "FINDINGS", "INPUTS"}
    path = tmp_path / "book.xlsx"
    whole = report_of(made[0], year=2023)
    assert whole.charts is not None
    drawn = [(chart.table.layout.id, chart.categories, [series.key for series in chart.series]) for chart in whole.charts.charts]
    assert drawn == [
        ("T05C", "REGION", ["Q1", "Q3", "QA", "QR"]), ("T05M", "MONTH", ["QU", "QS"]), ("T05Y", "YEAR", ["QU", "QL"]),
        ("T10S", "REGION", ["A1", "A2", "A3", "A9"]), ("T09", "PRJ", ["A_USE", "A_LEFT"]),
    ]  # fmt: skip
    write_farmland_report(whole, path)
    assert "图表" in sheet_names(path)
    pictures = load_workbook(path)["图表"]._charts
    assert len(pictures) == 5
    stock = next(one for one in pictures[0].series if one.tx.v == "结余可用")
    # The cells of the chart are those of the sheet, two counties.
    sheet, cells_of = stock.val.numRef.f.replace("'", "").replace("$", "").split("!")
    values = [row[0].value for row in load_workbook(path)[sheet][cells_of]]
    assert values == [84, 58]
    assert "图表" not in {table.sheet for table in report_of(made[0], ("T06",), year=2023).tables}


def test_a_server_gives_the_same_sheets(made, tmp_path) -> None:
    store, _ = make_postgresql(tmp_path, "编造的台账", [Book(h.code, BOOK_KIND, h.code, h.label) for h in HOLDERS])
    try:
        seed_registers(store, HOLDERS, shipped_sources())
        found_reserve(store)
        ledger = ReserveLedger(store, load_rules(), lambda: TODAY)
        fill_reserve(ledger)
        with_linkage(ledger)
        with_spots(ledger)
        for choices in ({"year": 2023}, {"until": HALF}, {"year": 2022, "holders": ("东区",)}):
            ours, theirs = report_of(made[0], **choices), report_of(ledger, **choices)
            assert not failed(theirs)
            assert [(t.sheet, shown_values(t)) for t in ours.tables[:-1]] == [(t.sheet, shown_values(t)) for t in theirs.tables[:-1]]
            assert figures(ours.made) == figures(theirs.made)
    finally:
        store.close()


def test_one_holder(made) -> None:
    report = report_of(made[0], year=2023, holders=("西县",))
    assert not failed(report)
    numbers = figures(report.made)
    assert (numbers["LOT_COUNT"], numbers["STOCK_MU"], numbers["PROJECT_COUNT"], numbers["SPOT_COUNT"]) == (2, 58, 1, 2)
    assert (numbers["LINKAGE_COUNT"], numbers["SURPLUS_AVAILABLE_MU"]) == (1, 10)
    with pytest.raises(InputError, match="无此县"):
        report_of(made[0], holders=("无此县",))


def test_day_and_year(made) -> None:
    store = made[0].store.whole
    assert farmland_job(store, TODAY).year == 2023 and farmland_job(store, TODAY).until == datetime.date(2023, 12, 31)
    assert farmland_job(store, datetime.date(2023, 10, 1)).until is None
    with pytest.raises(InputError, match="before the year"):
        farmland_job(store, TODAY, 2023, HALF.replace(year=2022))
    assert months_after(datetime.date(2023, 8, 31), 6) == datetime.date(2024, 2, 29)


def test_hectares_only_where_they_are_exact(made) -> None:
    report = report_of(made[0], year=2023, unit=DisplayUnit.HECTARE)
    by_id = {table.layout.id: table for table in report.tables}
    assert not failed(report)
    assert by_id["T05C"].display is DisplayUnit.MU and by_id["T05C"].notes  # 5 mu are 0.33333… ha


def test_inputs_name_seals_rules_and_that_nothing_is_closed(made) -> None:
    report = report_of(made[0], year=2023)
    rows = report.tables[-1].rows
    text = "\n".join(" ".join(str(value) for value in row.values.values()) for row in rows)
    store = made[0].store.whole
    for book in store.books():
        if book.kind != "quota":
            assert store.head(book.code).hash in text
    for key in ("reserve_expiring_months", "requisition_one_account_from", "linkage_quality", "rectification_over"):
        assert key in text
    assert "Until the year of a reserve book is closed" in text and "closed up to" not in text and "default, confirm locally" in text


def test_inputs_say_up_to_which_year_a_book_is_closed(tmp_path):
    ledger = farmland_ledger(tmp_path / "closed.gpkg")
    closed = ledger.close_year(2022, [EAST], "甲")[0]
    job = farmland_job(ledger.store.whole, TODAY, 2023)
    rows = farmland_report(ledger.store.whole, job, RunFacts(), load_rules()).tables[-1].rows
    said = [row for row in rows if str(row.value("ITEM")) == "Year closed"]
    assert len(said) == 1 and "closed up to 2022 by voucher" in str(said[0].value("CONTENT"))
    assert said[0].value("NOTE") == closed.hash
    ledger.store.close()



def test_nothing_to_report(tmp_path) -> None:
    from ....core.store.geopackage import create

    ledger = open_reserve(tmp_path / "a.gpkg")
    assert not failed(report_of(ledger)) and figures(report_of(ledger).made)["LOT_COUNT"] == 0
    empty = create(tmp_path / "b.gpkg", "空", [])
    with pytest.raises(InputError, match="no books"):
        farmland_job(empty, TODAY)
    ledger.store.whole.close()


# --------------------------------------------------------------------------------------------------- checks can fail


def wrong_first(rows, key, amount):
    """The same rows with more in a cell of the first data row."""
    first = next(place for place, row in enumerate(rows) if row.kind is RowKind.DATA and row.value(key) is not None)
    changed = list(rows)
    changed[first] = replace(rows[first], values={**rows[first].values, key: rows[first].value(key) + amount})
    return changed


MORE = Area(1_000_000)


@pytest.mark.parametrize(
    ("method", "key", "name"),
    [
        ("counties", "Q0", "T05C = T05"),
        ("counties", "QA", "T05C: stock"),
        ("counties", "QA", "T05Y, stock at the end = T05C"),
        ("links", "D_Q", "T05 drawn of the lot"),
        ("links", "F_Q", "T05 frozen of the lot"),
        ("links", "D_Q", "T06B = T06L"),
        ("links", "D_Q", "T05Y, use added up = T06L"),
        ("projects", "D_Q", "T06B = T06L"),
        ("years", "QU", "T05M, months"),
    ],
)
def test_a_wrong_cell_makes_a_draft(made, monkeypatch, method, key, name) -> None:
    right = getattr(FarmlandTables, method)

    def wrong(self, *arguments):
        table = right(self, *arguments)
        rows = wrong_first(list(table.rows), key, MORE)
        if method == "years":
            rows = [row for row in table.rows if row.kind is RowKind.DATA]
            rows = [replace(row, values={**row.values, key: row.value(key) + MORE}) for row in rows]
        if name.startswith("T05Y, "):
            rows = [
                replace(row, values={**row.values, key: row.value(key) + MORE}) if row.value(key) is not None else row
                for row in rows
            ]
        return replace(table, rows=rows)

    monkeypatch.setattr(FarmlandTables, method, wrong)
    report = report_of(made[0], year=2023)
    assert report.draft and any(name in found for found in failed(report)), failed(report)


def test_lots_that_are_not_the_books_make_a_draft(made, monkeypatch) -> None:
    right = report_module.lots_of

    def wrong(store, books, until):
        first, *others = right(store, books, until)
        more = Indicators(1_000_000, 0, 0)
        return [replace(first, original=first.original.plus(more).plus(more), used=first.used.plus(more)), *others]

    monkeypatch.setattr(report_module, "lots_of", wrong)
    names = failed(report_of(made[0], year=2023))
    assert {"T05 drawn = balance of the ledger", "T05 remaining and free = balance of the ledger"} <= names


def test_a_position_that_is_not_the_book_makes_a_draft(made, monkeypatch) -> None:
    right = report_module.SurplusLedger.positions

    def wrong(self, until=None):
        first, *others = right(self, until)
        return [replace(first, accepted=first.accepted + MORE), *others]

    monkeypatch.setattr(report_module.SurplusLedger, "positions", wrong)
    assert "T09L available = balance of the ledger" in failed(report_of(made[0], year=2023))


def test_a_broken_rule_of_rectification_makes_a_draft(tmp_path) -> None:
    ledger = open_reserve(tmp_path / "a.gpkg")
    ten = Area.from_mu("10")
    keep(ledger.store.whole, [Spot("T", ten, ten, "甲", EAST)], [Act("T", Way.RESTORED, ten + ten, class_after="0103", number="A")], "甲")
    report = report_of(ledger)
    assert report.draft and any("rectification_over" in name for name in failed(report))


def test_links_name_only_what_stands(made) -> None:
    ledger, _ = made
    books = {f"{EAST}BC": EAST}
    vouchers = vouchers_until(ledger.store, books, None)
    states = [link.state.name for link in links_of(vouchers, books, ledger.lots(EAST))]
    assert sorted(states) == ["BEFORE", "DRAWN", "DRAWN", "FROZEN", "PROMISED"]
