"""A reserve kept in a spreadsheet into the ledger: cells, units, sums, remainders, grades, and nothing twice."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from ....core.balance.indicators import NOTHING, Indicators
from ....core.balance.reserve.importing import check_lots, enter_lots
from ....core.balance.reserve.ledger import ReserveLedger, reserve_books
from ....core.balance.reserve.reading import LotChoices
from ....core.balance.reserve.report import sheets_of
from ....core.errors import InputError
from ....core.importing.opening import Order, open_order
from ....core.ledger.model import Book
from ....core.resources import resource
from ....core.rules import load_rules
from ....core.store.geopackage import create
from ....core.survey.schema import GradeSystem
from ....core.workbook import write_workbook
from .made_reserve import CITY, EAST, MU, TODAY, WEST, amounts, open_store, project
from .reserve_sheets import AFTER, ROWS, TOTAL, changed, write


def check(store, path, columns="", unit="", weight="", book_date=None, rules=None, today=TODAY, **choices):
    grid, assignment = open_order(Order(str(path), "", "reserve", columns, unit, weight))
    return check_lots(
        store, rules or load_rules(), grid, assignment, LotChoices(today, **choices), book_date or today
    )


def lots(store):
    return {(lot.region, lot.code): lot for lot in ReserveLedger(store, load_rules()).lots()}


def said(checked, hard=True):
    return [f"{each.cell} {each.text}" for each in checked.problems if each.hard is hard]


@pytest.fixture
def store(tmp_path):
    made = open_store(tmp_path / "台账.gpkg")
    yield made
    made.close()


HECTARE = 15 * MU


def test_a_table_with_merged_headings(store, tmp_path):
    checked = check(store, write(tmp_path / "a.xlsx"))
    assert said(checked) == [] and checked.read.sums_compared == 1
    assert said(checked, hard=False) == ["S7 the lot was valid until 2023-12-31"] and checked.expired == 1
    assert checked.original == Indicators(13_5 * HECTARE // 10, 7_25 * HECTARE // 100, 192_000)
    assert checked.used == Indicators(4 * HECTARE, HECTARE, 48_000)
    posted = enter_lots(store, load_rules(), checked, "甲")
    assert len(posted.vouchers) == 3
    found = lots(store)
    assert found[EAST, "L1"].remaining == Indicators(6 * HECTARE, HECTARE, 72_000)
    assert found[EAST, "L2"].remaining == Indicators(0, 5_25 * HECTARE // 100, 30_000)
    assert (found[EAST, "L2"].kind, found[EAST, "L2"].grade) == ("upgrading", Decimal("7.5"))
    west = found[WEST, "L3"]
    assert (west.name, west.doc_no, west.valid_to, west.used) == ("编造恢复", "编验3号", datetime.date(2023, 12, 31), NOTHING)
    assert west.system is GradeSystem.NATIONAL15 and west.kind == "restored"


def test_the_same_file_twice_and_one_that_has_grown(store, tmp_path):
    path = write(tmp_path / "a.xlsx")
    enter_lots(store, load_rules(), check(store, path), "甲")
    before = store.balances()
    again = check(store, write(tmp_path / "b.xlsx"))
    assert (len(again.new), len(again.known)) == (0, 3)
    assert enter_lots(store, load_rules(), again, "甲").vouchers == () and store.balances() == before
    more = [*ROWS, [4, "东区", "L4", "编造四", "恢复", "", "2023-01-01", 1, 0, 1, 0, 0, 0, 1, 0, 1, 8, "", "", ""]]
    grown = check(store, write(tmp_path / "c.xlsx", more, total=None))
    assert [lot.key for lot in grown.new] == [(EAST, "L4")]


def test_a_lot_that_was_drawn_since_or_is_another_one(store, tmp_path):
    enter_lots(store, load_rules(), check(store, write(tmp_path / "a.xlsx")), "甲")
    ledger = ReserveLedger(store, load_rules(), lambda: TODAY)
    project(ledger, "P1")
    ledger.draw("P1", {"L1": amounts(15, 0, 0)}, TODAY, "确1", "批1")
    checked = check(store, write(tmp_path / "b.xlsx", changed(0, "H", 11), total=None))
    assert said(checked) == ["N5 the remainder is 6公顷, original less drawn is 7公顷"]
    rows = changed(0, "H", 11)
    rows[0][13] = 7
    assert said(check(store, write(tmp_path / "b.xlsx", rows, total=None))) == [
        "C5 the lot is in the reserve with other original amounts: farmland 150.0000 mu, paddy 30.0000 mu, capacity 120000 kg"
    ]
    known = check(store, write(tmp_path / "c.xlsx"))
    assert any("C5 the lot is in the reserve; there farmland 75.0000 mu" in text for text in said(known, hard=False))


def test_a_reversed_entry_is_entered_again(store, tmp_path):
    path = write(tmp_path / "a.xlsx")
    enter_lots(store, load_rules(), check(store, path), "甲")
    ledger = ReserveLedger(store, load_rules(), lambda: TODAY)
    ledger.reverse(WEST, 1, TODAY, "错")
    assert (WEST, "L3") not in lots(store)
    again = check(store, path)
    assert [lot.key for lot in again.new] == [(WEST, "L3")]
    enter_lots(store, load_rules(), again, "甲")
    assert lots(store)[WEST, "L3"].original.capacity == 42_000


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (changed(0, "N", 5), ["N5 the remainder is 5公顷, original less drawn is 6公顷"]),
        (changed(0, "N", -6), ["N5 the amount is below nothing: -6公顷"]),
        (changed(0, "K", 11), ["K5 more is drawn than there was: -1公顷 would remain"]),
        (changed(1, "L", 6), ["L6 more is drawn than there was: -0.75公顷 would remain"]),
        (changed(0, "M", 120_001), ["M5 more is drawn than there was: -1公斤 would remain"]),
        (changed(0, "P", 71_999), ["P5 the remainder is 71999公斤, original less drawn is 72000公斤"]),
        (changed(0, "Q", 16), ["Q5 the grade 16 is none of 1 to 15"]),
        (changed(0, "Q", ""), ["Q5 the grade is missing"]),
        (changed(0, "Q", "好"), ["Q5 “好” is not a number"]),
        (changed(0, "B", "南县"), ["B5 unknown holder “南县”"]),
        (changed(0, "E", "别的"), ["E5 “别的” is none of the choices; did you mean 土地整治、提质改造、增减挂钩、恢复?"]),
        (changed(0, "G", ""), ["G5 入库日期 is missing"]),
        (changed(0, "G", "2025-01-01"), ["G5 the day of entry 2025-01-01 lies in the future"]),
        (changed(0, "C", ""), ["C5 项目编号 is missing"]),
        (changed(1, "C", "L1"), ["C6 “L1” stands in row 5 already"]),
        (changed(0, "J", 1.5), ["J5 1.5 is finer than a kilogram"]),
        (changed(0, "H", "十"), ["H5 “十” is not an area"]),
    ],
)
def test_what_is_wrong_is_named_by_cell(store, tmp_path, rows, found):
    checked = check(store, write(tmp_path / "a.xlsx", rows, total=None))
    assert said(checked)[: len(found)] == found
    before = store.balances()
    with pytest.raises(InputError, match="储备库!"):
        enter_lots(store, load_rules(), checked, "甲")
    assert store.balances() == before and lots(store) == {}


def test_a_sum_row_that_is_wrong_is_told(store, tmp_path):
    for place, value, cell in ((9, 192_001, "J8 the sum row says 192001公斤, its rows add up to 192000公斤"),
                               (7, 13.4, "H8 the sum row says 13.4公顷, its rows add up to 13.5公顷")):  # fmt: skip
        total = list(TOTAL)
        total[place] = value
        checked = check(store, write(tmp_path / "a.xlsx", total=total))
        assert cell in said(checked, hard=False) and len(checked.new) == 3


def test_units_are_read_or_asked(store, tmp_path):
    whole = check(store, write(tmp_path / "a.xlsx"))
    mu = [[*row[:7], *(_times(cell, 15 if place % 3 < 2 else 1) for place, cell in enumerate(row[7:16])), *row[16:]] for row in ROWS]
    names = ("耕地数量（亩）", "水田规模（亩）", "粮食产能（万公斤）")
    ten = [[*row[:7], *(_times(cell, 1 if place % 3 < 2 else Decimal("0.0001")) for place, cell in enumerate(row[7:16])), *row[16:]]
           for row in mu]  # fmt: skip
    other = check(store, write(tmp_path / "b.xlsx", ten, total=None, indicators=names, unit_row=False))
    assert [lot.original for lot in other.new] == [lot.original for lot in whole.new]
    unsaid = write(tmp_path / "c.xlsx", units="面积单位：公顷")
    with pytest.raises(InputError, match="no unit of capacity"):
        check(store, unsaid)
    asked = check(store, unsaid, weight="10000kg")
    assert asked.new[0].original.capacity == 1_200_000_000
    with pytest.raises(InputError, match="no unit of area"):
        check(store, write(tmp_path / "d.xlsx", unit_row=False), weight="kg")
    both = check(store, write(tmp_path / "e.xlsx"), unit="mu", weight="t")
    assert sum("another unit" in text for text in said(both, hard=False)) == 2


def _times(cell, factor):
    return float(Decimal(str(cell)) * factor) if isinstance(cell, (int, float)) else cell


def test_grades_of_two_systems(store, tmp_path):
    after = ("国家利用等", "耕地质量等级", "有效期至", "备注")
    rows = changed(1, "Q", "")
    rows[1][17] = 5
    checked = check(store, write(tmp_path / "a.xlsx", rows, total=None, after=after))
    assert said(checked) == ["R6 the sheet has grades of two systems, which are never mixed"]
    rows = changed(0, "R", 5)
    assert said(check(store, write(tmp_path / "b.xlsx", rows, total=None, after=after))) == ["R5 the row has grades of two systems"]
    after = ("等别", "等别体系", "有效期至", "备注")
    assert said(check(store, write(tmp_path / "c.xlsx", total=None, after=after))) == [
        f"Q{row} no grade system is written for the grade; choose one" for row in (5, 6, 7)
    ]
    chosen = check(store, write(tmp_path / "c.xlsx", total=None, after=after), system=GradeSystem.QUALITY10)
    assert [lot.values["grade_system"] for lot in chosen.new] == ["quality10"] * 3
    rows = [[*row[:17], "质量等级" if place else "国家利用等", *row[18:]] for place, row in enumerate(ROWS)]
    mixed = check(store, write(tmp_path / "d.xlsx", rows, total=None, after=after))
    assert said(mixed) == [f"Q{row} the sheet has grades of two systems, which are never mixed" for row in (6, 7)]
    against = check(store, write(tmp_path / "e.xlsx"), system=GradeSystem.QUALITY10)
    assert len(said(against)) == 3 and "another grade system" in said(against)[0]


def test_a_missing_capacity_is_computed_and_marked(store, tmp_path):
    rows = changed(0, "J", "")
    rows[0][12] = rows[0][15] = ""
    checked = check(store, write(tmp_path / "a.xlsx", rows, total=None))
    # 10 ha of grade 8: 10 · (16 − 8) · 1500 = 120 000 kg; 4 ha drawn: 48 000.
    assert (checked.new[0].original.capacity, checked.new[0].used.capacity) == (120_000, 48_000)
    assert checked.read.estimated == 1 and "J5 the capacity is computed from area and grade: 120000 kg" in said(checked, False)
    enter_lots(store, load_rules(), checked, "甲")
    values = {record.key: record.values for record in store.records("lot")}
    assert values[f"{EAST}:L1"]["estimated"] is True and "estimated" not in values[f"{EAST}:L2"]
    rows = changed(1, "J", "")
    assert said(check(store, write(tmp_path / "b.xlsx", rows, total=None)))[0].startswith("J6 the capacity is missing")


def test_what_the_sheet_does_not_say(store, tmp_path):
    rows = [[row[0], "", row[2], row[3], "", "", "", *row[7:]] for row in ROWS]
    path = write(tmp_path / "a.xlsx", rows)
    told = said(check(store, path))
    assert {text.split(" ", 1)[1] for text in told} == {"the holder is missing", "占补平衡类型 is missing", "入库日期 is missing"}
    day = datetime.date(2022, 2, 28)
    rules = load_rules().replaced({"reserve_validity_years": "1"}, "test")
    checked = check(store, path, holder="市本级", kind="linkage", entered=day, rules=rules)
    assert said(checked) == []
    assert {lot.key[0] for lot in checked.new} == {CITY} and checked.new[0].values["valid_to"] == datetime.date(2023, 2, 28)
    assert checked.new[2].values["valid_to"] == datetime.date(2023, 12, 31)
    with pytest.raises(InputError, match="no holder"):
        check(store, path, holder="没有县")
    with pytest.raises(InputError, match="future"):
        check(store, path, book_date=TODAY + datetime.timedelta(1))


def test_a_ledger_without_a_reserve_gets_one(tmp_path):
    store = create(tmp_path / "a.gpkg", "编造", [Book(EAST, "quota", EAST, "东区"), Book(WEST, "quota", WEST, "编造西县")])
    checked = check(store, write(tmp_path / "a.xlsx", changed(0, "N", 5)))
    with pytest.raises(InputError):
        enter_lots(store, load_rules(), checked, "甲")
    assert reserve_books(store) == {}
    enter_lots(store, load_rules(), check(store, write(tmp_path / "b.xlsx")), "甲")
    assert set(reserve_books(store)) == {EAST, WEST} and len(lots(store)) == 3
    store.close()


def test_lots_are_linked_to_features(store, tmp_path):
    checked = check(store, write(tmp_path / "a.xlsx"))
    enter_lots(store, load_rules(), checked, "甲", {(EAST, "L1"): ("图层", "7")})
    values = {record.key: record.values for record in store.records("lot")}
    assert (values[f"{EAST}:L1"]["layer"], values[f"{EAST}:L1"]["feature"]) == ("图层", "7")
    again = check(store, write(tmp_path / "a.xlsx"))
    enter_lots(store, load_rules(), again, "甲", {(EAST, "L1"): ("图层", "7"), (EAST, "L2"): ("图层", "8")})
    records = {record.key: record for record in store.records("lot")}
    assert records[f"{EAST}:L1"].version == 1 and records[f"{EAST}:L2"].version == 2
    assert records[f"{EAST}:L2"].values["feature"] == "8"


def test_the_sample_adds_up_to_its_own_sum_row(tmp_path):
    path = resource("sample", "farmland", "reserve_lots_madeup.xlsx")
    store = create(tmp_path / "a.gpkg", "编造", [Book("370900", "quota", "370900", "虚构县")])
    checked = check(store, path, today=datetime.date(2026, 6, 1))
    assert said(checked) == [] and len(checked.new) == 16 and checked.read.sums_compared == 1
    last = [cell.value for cell in list(load_workbook(path).active.rows)[-1]]
    assert last[0] == "合计"
    sums = [Indicators(*(int(Decimal(str(last[at + place])) * (HECTARE, HECTARE, 1)[place]) for place in range(3))) for at in (7, 10)]
    assert [checked.original, checked.used] == sums
    enter_lots(store, load_rules(), checked, "甲")
    assert Indicators.total(lot.remaining for lot in lots(store).values()) == sums[0].minus(sums[1])
    store.close()


def test_our_own_table_is_one_that_can_be_imported(store, tmp_path):
    enter_lots(store, load_rules(), check(store, write(tmp_path / "a.xlsx")), "甲")
    sheets = sheets_of(ReserveLedger(store, load_rules()))
    write_workbook(tmp_path / "T05.xlsx", sheets.tables)
    other = open_store(tmp_path / "另.gpkg")
    for sheet in (table.sheet for table in sheets.tables):
        grid, assignment = open_order(Order(str(tmp_path / "T05.xlsx"), sheet, "reserve"))
        checked = check_lots(other, load_rules(), grid, assignment, LotChoices(TODAY))
        assert said(checked) == [] and checked.read.sums_compared == 2
        assert {lot.key: (lot.original, lot.used) for lot in checked.new} == {
            key: (lot.original, lot.used) for key, lot in lots(store).items()
        }
    enter_lots(other, load_rules(), checked, "甲")
    assert lots(other) == lots(store)
    other.close()


def test_frozen_and_transferred_columns(store, tmp_path):
    assert AFTER
    after = ("国家利用等", "冻结耕地数量", "有效期至", "备注")
    rows = changed(0, "R", 1)
    rows[0][13] = 5  # remaining as that office counts it: less what is frozen
    checked = check(store, write(tmp_path / "a.xlsx", rows, total=None, after=after))
    assert said(checked) == [] and "R5 frozen amounts are not imported" in said(checked, False)[0]
    after = ("国家利用等", "转出耕地数量", "有效期至", "备注")
    assert said(check(store, write(tmp_path / "b.xlsx", rows, total=None, after=after)))[0].startswith("R5 transferred amounts")
