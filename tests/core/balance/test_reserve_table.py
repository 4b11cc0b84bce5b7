"""T05: a hand-made sheet, read back from the file, in hectares and in mu; checks that can fail."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from ....core.area import Area
from ....core.balance.indicators import NOTHING, Indicators
from ....core.balance.lots import Lot
from ....core.balance.reserve import table as table_module
from ....core.balance.reserve.table import MU_SHEET, remaining_of, reserve_sheets, reserve_table
from ....core.errors import FootingError
from ....core.survey.schema import GradeSystem
from ....core.workbook import DisplayUnit, RowKind, checks_table, load_layout, read_table, write_workbook
from .made_reserve import CITY, DAY, EAST, MU, WEST, amounts, new_lot, open_reserve, project

REGIONS = {EAST: "东区", WEST: "编造西县", CITY: "市本级"}
HECTARE = 15 * MU


def lot(code: str, region: str = EAST, original: Indicators = NOTHING, **more: object) -> Lot:
    return Lot(code, f"编造{code}", region, "consolidation", original, **{"grade": Decimal(8), **more})


@pytest.fixture
def lots(tmp_path):
    """Out of a ledger: 10 ha with 2 ha of paddy, 4 ha drawn, 1 ha frozen, 0.5 ha given away; upgraded land; another county."""
    ledger = open_reserve(tmp_path / "a.gpkg")
    ledger.enter(
        [new_lot("L1", Indicators(10 * HECTARE, 2 * HECTARE, 120_000)),
         new_lot("L3", Indicators(3 * HECTARE, 0, 1000), WEST, valid_to="2024-01-01", location="乡/村", note="注"),
         new_lot("L2", Indicators(0, HECTARE, 30_000), kind="upgrading", running=True)], DAY
    )  # fmt: skip
    project(ledger, "P1")
    ledger.draw("P1", {"L1": Indicators(4 * HECTARE, HECTARE, 48_000)}, DAY, "1", "2")
    ledger.freeze("P1", {"L1": Indicators(HECTARE, 0, 12_000)}, DAY)
    ledger.transfer(EAST, WEST, {"L1": Indicators(HECTARE // 2, 0, 0)}, DAY, "调")
    ledger.write_off(WEST, {"L3": Indicators(HECTARE, 0, 1)}, DAY, "作废")
    return ledger.lots()


def test_the_sheet_is_what_was_booked_and_reads_back(lots, tmp_path):
    sheets = reserve_sheets(lots, REGIONS, "编造市")
    assert not sheets.draft and sheets.rounded == 0
    path = tmp_path / "T05.xlsx"
    write_workbook(path, [*sheets.tables, checks_table(sheets.identities, DisplayUnit.HECTARE)])
    layout = load_layout("T05")
    read = read_table(path, layout)
    assert read.problems == []
    rows = {(row.value("REGION"), row.value("PRJ_ID")): row for row in read.rows if row.kind is RowKind.DATA}
    assert list(rows) == [("东区", "L1"), ("东区", "L2"), ("编造西县", "L3"), ("编造西县", "L1")]

    def printed(place, *keys):
        values = (rows[place].value(key) for key in keys)
        return [str(value.hectares(4)) if isinstance(value, Area) else value for value in values]

    one = ("东区", "L1")
    assert printed(one, "Q0", "Q1", "Q2", "Q3", "QT", "QI", "QV", "QA") == [
        "10.0000", "4.0000", "5.5000", "1.0000", "0.5000", "0.0000", "0.0000", "4.5000",
    ]  # fmt: skip
    assert printed(one, "P0", "P1", "P2", "P3", "PA") == [120_000, 48_000, 72_000, 12_000, 60_000]
    assert printed(one, "STATE", "GSYS", "TYPE", "GRADE") == ["使用了一部分", "国家利用等", "土地整治", 8]
    two = ("东区", "L2")
    assert printed(two, "Q0", "W0", "WA", "NOTE", "STATE") == ["0.0000", "1.0000", "1.0000", "正在实施", "未使用"]
    three = ("编造西县", "L3")
    assert printed(three, "QV", "QA", "PA", "ZL", "NOTE") == ["1.0000", "2.0000", 999, "乡/村", "注"]
    assert str(rows[three].value("VALID_TO")) == "2024-01-01"
    assert printed(("编造西县", "L1"), "Q0", "QI", "QA") == ["0.0000", "0.5000", "0.5000"]
    mu = read_table(path, layout, MU_SHEET)
    total = next(row for row in sheets.tables[1].rows if row.kind is RowKind.TOTAL)
    assert total.value("QA") == Area(4_5 * HECTARE // 10 + 2 * HECTARE + HECTARE // 2)
    of_hectares = next(row for row in sheets.tables[0].rows if row.kind is RowKind.TOTAL)
    assert of_hectares.value("PA") == 60_000 + 30_000 + 999 and of_hectares.value("P0") == 151_000
    assert mu.problems == [] and [row.value("QA") for row in mu.rows if row.kind is RowKind.DATA] == [
        row.value("QA") for row in read.rows if row.kind is RowKind.DATA
    ]
    assert remaining_of(lots).quantity == total.value("QA").micro_mu  # the running lot has no quantity
    assert remaining_of(lots).paddy == HECTARE


AMOUNT = st.integers(0, 40_000).map(lambda hundred: hundred * 100)


@given(st.lists(st.tuples(*[AMOUNT] * 7), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_hectares_foot_and_are_near_what_was_booked(drawn):
    """Amounts of 0.0001 mu: in hectares each is less than one unit away, and the row foots without a negative part."""
    lots = [
        lot(f"L{n}", original=Indicators(free + used + frozen + out + void + more, 0, 5), used=Indicators(used, 0, 0),
            frozen=Indicators(frozen, 0, 0), moved_out=Indicators(out + moved, 0, 0), moved_in=Indicators(moved, 0, 0),
            written_off=Indicators(void, 0, 0))
        for n, (free, used, frozen, out, void, moved, more) in enumerate(drawn)
    ]  # fmt: skip
    sheets = reserve_sheets(lots, REGIONS)
    assert not sheets.draft
    exact = {each.code: each for each in lots}
    for row in sheets.tables[0].rows:
        if row.kind is not RowKind.DATA:
            continue
        cells = {key[1]: row.value(key).micro_mu for key in ("Q0", "Q1", "Q2", "Q3", "QT", "QI", "QV", "QA")}
        of = exact[row.value("PRJ_ID")]
        assert min(cells.values()) >= 0 and all(amount % 1500 == 0 for amount in cells.values())
        assert cells["0"] + cells["I"] == cells["1"] + cells["T"] + cells["V"] + cells["2"]
        assert cells["2"] == cells["3"] + cells["A"]
        for letter, amount in (("0", of.original), ("1", of.used), ("3", of.frozen), ("A", of.remaining)):
            assert abs(Fraction(cells[letter] - amount.quantity, 1500)) < 2


def test_a_total_that_is_wrong_makes_a_draft(lots, monkeypatch):
    right = table_module._groups
    monkeypatch.setattr(table_module, "_groups", lambda lot: {**right(lot), "1": right(lot)["1"].plus(amounts(1.5))})
    assert reserve_sheets(lots, REGIONS).draft
    monkeypatch.setattr(table_module, "_groups", lambda lot: {**right(lot), "2": right(lot)["2"].plus(Indicators(0, 0, 1))})
    assert reserve_sheets(lots, REGIONS).draft


def test_below_nothing_is_no_sheet():
    with pytest.raises(FootingError, match="below nothing"):
        reserve_sheets([lot("L1", original=amounts(1), used=amounts(2))], REGIONS)


def test_one_region_has_no_sum_of_its_own_and_none_at_all_is_a_sheet():
    made = reserve_table([lot("L1", original=amounts(1), system=GradeSystem.QUALITY10, grade=None)], REGIONS)
    assert [row.kind for row in made.rows] == [RowKind.DATA, RowKind.TOTAL]
    assert made.rows[0].value("GSYS") == "耕地质量等级" and made.rows[0].value("GRADE") is None
    assert not reserve_sheets([], REGIONS).draft
    noted = reserve_table([lot("L1", original=Indicators(100, 0, 0)), replace(lot("L2", original=amounts(1.5)), running=True)], REGIONS)
    assert len(noted.notes) == 2
