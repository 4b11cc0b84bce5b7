"""The in–out balance against tables made by hand and sums of fractions; checks that can fail; bad input in one sentence."""

from __future__ import annotations

import dataclasses
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from openpyxl import load_workbook

from ....core.area import Area
from ....core.balance.inout import report as report_module
from ....core.balance.inout.account import settle, shortfalls
from ....core.balance.inout.kinds import Direction, load_kinds
from ....core.balance.inout.model import InOutInputs, Match, State
from ....core.balance.inout.report import inout_report
from ....core.balance.inout.rows import patch_columns
from ....core.balance.inout.tables import InOutSheets, balance_table, inout_tables
from ....core.balance.stable.model import Noticed
from ....core.errors import InputError
from ....core.occupation.inputs_sheet import RunFacts
from ....core.occupation.report import write_report
from ....core.rules import load_rules
from ....core.summary.model import Level
from ....core.summary.printing import Printing
from ....core.survey.classes import load_code_table
from ....core.survey.schema import GradeSystem
from ....core.workbook import DisplayUnit, RowKind
from .made_farmland import VILLAGES, account_of, change, flows_of, inout_job, layer, parcel, stable_of

MU = Printing(DisplayUnit.MU, 2)
A, B, C, D = VILLAGES
"""A and B lie in one township, C in another of the same county, D in another county."""


def sheets_of(result) -> InOutSheets:
    return InOutSheets(result, MU)


def report_of(result):
    sheets = sheets_of(result)
    return inout_report(sheets, patch_columns(result, sheets.columns), RunFacts())


def table_of(result, layout_id: str):
    return next(table for table in inout_tables(sheets_of(result)) if table.layout.id == layout_id)


def rows_of(table, kind=RowKind.DATA) -> list[dict]:
    return [dict(row.values) for row in table.rows if row.kind is kind]


def states_of(result) -> list[tuple[str, str, str, int]]:
    """(direction, state, kind, net units) of each patch."""
    patches = result.patches
    return [
        (way.value, state.value, kind, int(net))
        for way, state, kind, net in zip(patches.direction, patches.state, patches.kind, patches.net)
    ]


def mu(text: str) -> Area:
    return Area.from_mu(text)


def test_each_class_is_a_destination_or_an_origin() -> None:
    """The hand-made table of destinations and origins; 01 to 01 and classes without cultivated land are none."""
    destinations = {
        "0301": "FOREST", "0304": "FOREST", "0201": "GARDEN", "0201K": "GARDEN", "0404": "GRASS", "0402": "GRASS",
        "1104A": "POND", "1202": "FACILITY", "1006": "ROAD", "1107A": "ROAD", "1103": "ROAD", "0701": "CONSTRUCTION",
        "1003": "CONSTRUCTION", "0603": "CONSTRUCTION", "1101": "WATER", "1206": "OTHER", "1106": "OTHER",
    }
    result = account_of([change("0102", code) for code in destinations] + [change("0102", "0101"), change("0301", "0201")])
    assert [each[2] for each in states_of(result)] == list(destinations.values())
    kinds = {kind: state for _, state, kind, _ in states_of(result)}
    assert kinds["CONSTRUCTION"] == "construction" and kinds["WATER"] == "exempt"
    assert {kinds[key] for key in ("FOREST", "GARDEN", "GRASS", "POND", "FACILITY", "ROAD", "OTHER")} == {"counted"}
    origins = {
        "0301": "FOREST", "0204": "GARDEN", "0404": "GRASS", "1104": "POND", "1202": "FACILITY", "1204": "OTHER",
        "1006": "OTHER", "0702": "CONSTRUCTION",
    }
    back = account_of([change(code, "0103", slope="1") for code in origins])
    assert [each[2] for each in states_of(back)] == list(origins.values())
    assert {each[0] for each in states_of(back)} == {"in"}


def test_t31_of_two_counties_by_hand() -> None:
    """亩: 1 亩 = 2000/3 m². County 379901: out 6.00 (4 forest + 2 road), exempt 3.00, in 5.00; county 379902: in 1.50, out
    0.75. Grade 6: 1000 kg a 亩, grade 4: 1200."""
    third = 2000 / 3
    rows = [
        change("0102", "0301", round(4 * third, 2), A), change("0101", "1006", round(2 * third, 2), C, 4.0),
        change("0103", "0403", round(3 * third, 2), B, mark="生态退耕", doc="示例〔2022〕1号"),
        change("0201", "0102", round(5 * third, 2), B), change("0103", "0701", 1000.0, A),
        change("0404", "0102", 1000.0, D), change("0102", "1104", 500.0, D),
        change("1202", "0103", 2000.0, A, slope="5"),
    ]
    result = account_of(rows)
    table = balance_table(sheets_of(result), 2022)
    towns = {row["CODE"]: row for row in rows_of(table)}
    assert set(towns) == {"379901101", "379901102", "379902101"}
    first = towns["379901101"]
    assert (first["O"], first["OF"], first["X"], first["XE"], first["XJ"]) == (
        mu("4.00"), mu("4.00"), mu("4.50"), mu("3.00"), mu("1.50"),
    )
    assert (first["I"], first["IG"], first["YU"], first["D"], first["DP"]) == (
        mu("5.00"), mu("5.00"), mu("3.00"), mu("1.00"), 1000,
    )
    assert (towns["379901102"]["OR"], towns["379901102"]["PO"], towns["379901102"]["QO"]) == (mu("2.00"), 2400, Decimal("4.00"))
    county, other = rows_of(table, RowKind.SUBTOTAL)
    assert (county["O"], county["I"], county["D"], county["PO"], county["PI"], county["J"]) == (
        mu("6.00"), mu("5.00"), mu("-1.00"), 6400, 5000, "不足",
    )
    # (4 × 6 + 2 × 4) / 6
    assert county["QO"] == Decimal("5.33") and county["QI"] == Decimal("6.00")
    assert (other["O"], other["I"], other["J"]) == (mu("0.75"), mu("1.50"), "平衡")
    (total,) = rows_of(table, RowKind.TOTAL)
    assert (total["O"], total["I"], total["PO"]) == (mu("6.75"), mu("6.50"), 7150)
    short, short_kg = shortfalls(result.accounts)
    assert abs(short.mu(4) - 1) < Decimal("0.0001") and abs(short_kg - 1400) < 1
    counties = rows_of(table_of(result, "INOUT_COUNTY"))
    assert [(row["CODE"], row["SHORT"], row["PS"], row["J"]) for row in counties] == [
        ("379901", mu("1.00"), 1400, "不足"), ("379902", mu("0"), 0, "平衡"),
    ]
    assert not report_of(result).draft


def test_counties_of_one_name_and_ground_without_a_code_have_rows_of_their_own() -> None:
    districts = layer("XZQ", [{"XZQDM": "379901", "XZQMC": "示例县"}, {"XZQDM": "379902", "XZQMC": "示例县"}])
    rows = [change("0102", "0301", village=A), change("0102", "0301", 300.0, village=D), change("0301", "0102", village="")]
    result = account_of(rows, districts=districts)
    table = balance_table(sheets_of(result), 2022)
    assert [(row["XZ"], row["J"]) for row in rows_of(table, RowKind.SUBTOTAL)] == [
        ("（无坐落代码）", "平衡"), ("示例县（379901）", "不足"), ("示例县（379902）", "不足"),
    ]
    assert [row["QO"] for row in rows_of(table)] == [None, Decimal("6.00"), Decimal("6.00")]
    assert not report_of(result).draft


def test_what_leaves_counts_where_it_was_and_what_comes_in_where_it_is() -> None:
    """A county border that moved: the ground was the first county's and is the other's."""
    result = account_of([change("0102", "0301", village_after=D), change("0301", "0102", village_after=D)])
    assert [(each.county, each.out, each.into) for each in result.accounts] == [("379901", 10000, 0), ("379902", 0, 10000)]


def test_area_may_balance_and_capacity_not() -> None:
    result = account_of([change("0102", "0301", 1000.0, grade=3.0), change("0201", "0103", 1200.0, grade=9.0)])
    (account,) = result.accounts
    assert account.short == 0 and account.short_kg == Fraction(3, 2) * 1300 - Fraction(9, 5) * 700 and not account.balanced


CODES = ("0101", "0102", "0103", "0201", "0301", "0404", "1104", "1202", "1006", "0701", "1101", "1206", "0201K")
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(CODES), st.sampled_from(CODES), st.integers(1, 10**6), st.sampled_from(VILLAGES),
        st.integers(1, 15), st.sampled_from(["1", "3", "5", ""]), st.sampled_from(["", "HDGD", "FQ"]),
        st.sampled_from(["", "灾毁", "退耕还林"]), st.sampled_from(["", "文1"]), st.sampled_from([2021, 2022]),
    ),
    min_size=1, max_size=25,
)
KIND_OF = {"02": "GARDEN", "03": "FOREST", "04": "GRASS", "1104": "POND", "1202": "FACILITY"}


def oracle(rows) -> tuple[dict, dict]:
    """Sums of fractions by (year, county, direction) in kg and of hundredths by (year, county, column): plain loops."""
    kg: dict = {}
    area: dict = {}
    for before, after, units, village, grade, slope, tbxh, mark, doc, year in rows:
        was, now = before in ("0101", "0102", "0103"), after in ("0101", "0102", "0103")
        if was == now:
            continue
        key = year, village[:6]
        if was:
            if after == "0701":
                column = "XJ"
            elif mark and doc:
                column = "XD" if mark == "灾毁" else "XE"
            elif after == "1101":
                column = "XW"
            else:
                column = "O"
        elif before == "0701":
            column = "YJ"
        else:
            column = "YU" if slope == "5" or tbxh == "HDGD" else "I"
        area[(*key, column)] = area.get((*key, column), 0) + units
        if column in "OI":
            each = Fraction(units, 100) * Fraction(3, 2000) * 100 * (16 - grade)
            kg[(*key, column)] = kg.get((*key, column), Fraction(0)) + each
    return area, kg


@settings(max_examples=60, deadline=None)
@given(CHANGES)
def test_accounts_are_sums_of_fractions(rows) -> None:
    made = [
        change(before, after, units / 100, village, float(grade), slope=slope, tbxh=tbxh, mark=mark, doc=doc)
        for before, after, units, village, grade, slope, tbxh, mark, doc, _ in rows
    ]
    result = account_of(made, year=[row[-1] for row in rows])
    area, kg = oracle(rows)
    for account in result.accounts:
        key = account.year, account.county
        assert account.out == area.get((*key, "O"), 0) and account.into == area.get((*key, "I"), 0)
        assert account.exempt == sum(area.get((*key, column), 0) for column in ("XE", "XD", "XW"))
        assert account.out_kg == kg.get((*key, "O"), 0) and account.in_kg == kg.get((*key, "I"), 0)
    assert {(each.year, each.county) for each in result.accounts} == {key[:2] for key in area}
    report = report_of(result)
    assert not report.draft
    for table, year in zip(report.tables, result.years):
        (total,) = rows_of(table, RowKind.TOTAL) or [{"PO": 0}]
        for column, parts in (("O", "O"), ("I", "I"), ("XJ", "XJ"), ("YU", "YU"), ("YJ", "YJ")):
            exact = sum(units for key, units in area.items() if key[0] == year and key[2] == parts)
            rounded = (Decimal(exact) * 15 / 10**6).quantize(Decimal("0.01"), ROUND_HALF_UP)
            assert total.get(column, Area(0)).mu(2) == rounded
        capacity = sum((each for key, each in kg.items() if key[0] == year and key[2] == "O"), Fraction(0))
        assert total["PO"] == int(capacity + Fraction(1, 2))


def test_what_the_changes_leave_unsaid_is_told() -> None:
    """New farmland without a slope level, and a class that no table knows: counted, and never silently."""
    rows = [
        change("0301", "0102", net=25.0, id="甲"), change("0301", "0102", slope="2"), change("0301", "0102", slope="九"),
        change("0102", "9999", net=7.0), change("0102", "0601"),
    ]
    result = account_of(rows)
    told = [(found.kind.name, found.feature, found.area) for found in result.findings]
    metres = Area.from_square_metres
    assert told == [("NO_SLOPE", "甲", metres(125)), ("UNKNOWN_CODE", "9999", metres(7))]
    assert "After: 1 pieces, 7.00 m², have the code 9999" in str(result.findings[1].text)
    refused = inout_job(load_rules().replaced({"stable_slope_missing": "refuse"}, "settings"))
    with pytest.raises(InputError, match=r"2 cultivated parcels have no slope level .*; the first is 甲"):
        account_of(rows, refused)


def test_marks_take_outflow_out_of_the_balance_only_with_a_document() -> None:
    rows = [
        change("0102", "0301", mark="生态退耕", doc="文1"), change("0102", "0301", mark="灾毁"),
        change("0102", "0301", mark="DISASTER", doc="文2"), change("0102", "0701", mark="灾毁", doc="文3"),
        change("0102", "0404", mark="国家规定的其他情形", doc="文4"), change("0301", "0102", mark="灾毁", doc="文5", slope="1"),
    ]
    result = account_of(rows)
    assert [each[1:3] for each in states_of(result)] == [
        ("exempt", "ECO"), ("counted", "FOREST"), ("exempt", "DISASTER"), ("construction", "CONSTRUCTION"),
        ("exempt", "STATE"), ("counted", "FOREST"),
    ]
    assert [found.kind for found in result.findings] == [Noticed.MARK]
    lax = account_of(rows, inout_job(load_rules().replaced({"inout_mark_needs_document": "0"}, "settings")))
    assert states_of(lax)[1][1:3] == ("exempt", "DISASTER") and not lax.findings
    assert result.patches.document.tolist()[0] == "文1" and not report_of(result).draft


@pytest.mark.parametrize(
    ("rule", "value", "row", "state"),
    [
        ("inout_water_by_class", "0", change("0102", "1101"), ("counted", "WATER")),
        ("inout_noise", "count", change("0102", "0301", rule="sliver"), ("counted", "FOREST")),
        ("inout_noise", "apart", change("0102", "0301", rule="sliver"), ("noise", "FOREST")),
        ("inout_from_construction", "count", change("0701", "0102"), ("counted", "CONSTRUCTION")),
        ("inout_in_needs_stable", "0", change("0301", "0103", slope="5"), ("counted", "FOREST")),
        ("inout_in_needs_stable", "1", change("0301", "0103", slope="5", tbxh="LQGD"), ("unstable", "FOREST")),
        ("stable_adjustable_counts", "1", change("0201K", "0301", grade=6.0), ("counted", "FOREST")),
    ],
)
def test_settings_decide(rule: str, value: str, row, state) -> None:
    job = inout_job(load_rules().replaced({rule: value}, "settings"))
    result = account_of([row], job)
    assert states_of(result)[0][1:3] == state
    assert not report_of(result).draft
    if state[0] == "unstable":
        assert result.patches.why.tolist() == ["25°以上坡耕地；林区耕地"]


def test_adjustable_land_is_cultivated_or_not_by_the_rule() -> None:
    rows = [change("0102", "0201K"), change("0201K", "0102")]
    assert [each[0] for each in states_of(account_of(rows))] == ["out", "in"]
    job = inout_job(load_rules().replaced({"stable_adjustable_counts": "1"}, "settings"))
    assert states_of(account_of(rows, job)) == []


def test_a_layer_of_exemptions_cuts_patches_exactly() -> None:
    """A patch of 10 × 10 m with 90.01 m² net of 100 m²: the marked east takes 30 of its 100 m²."""
    marks = layer("文件", [{"EXEMPT": "灾毁", "EXEMPT_DOC": "文1"}, {"EXEMPT": "生态退耕", "EXEMPT_DOC": None}],
                  [(7, 0, 20, 10), (0, 0, 2, 10)])
    result = account_of([change("0102", "0301", 90.01, units=100.0, shape=(0, 0, 10, 10))], exemptions=marks)
    assert sorted(states_of(result)) == [
        ("out", "counted", "FOREST", 1800), ("out", "counted", "FOREST", 4501), ("out", "exempt", "DISASTER", 2700),
    ]
    assert int(result.patches.units.sum()) == 10000 and not report_of(result).draft
    flows = flows_of([change("0102", "0301")], geometry=None)
    with pytest.raises(InputError, match="have no shapes"):
        settle(InOutInputs(flows, np.array([2022]), "变化", exemptions=marks), inout_job())


def test_excluded_layers_and_grade_layers_cut_inflow() -> None:
    zone = layer("生态红线", [{"BSM": "1"}], [(0, 0, 5, 10)])
    quality = layer("GDZLDB", [{"GDDB": 2.0}], [(0, 5, 10, 10)])
    result = account_of([change("0301", "0103", 100.0, shape=(0, 0, 10, 10))], excluded=[zone], quality=quality)
    found = sorted((state, int(grade), net) for (_, state, _, net), grade in zip(states_of(result), result.patches.grade))
    assert found == [("counted", 200, 2500), ("counted", 600, 2500), ("unstable", 200, 2500), ("unstable", 600, 2500)]
    assert set(result.patches.why.tolist()) == {"", "生态红线"}


def test_missing_grades_are_refused_or_prudent() -> None:
    rows = [change("0102", "0301", grade=None, id="T7"), change("0301", "0102", grade=None), change("0102", "0701", grade=None)]
    with pytest.raises(InputError, match="2 patches have no grade, the first is T7"):
        account_of(rows)
    result = account_of(rows, inout_job(load_rules().replaced({"inout_missing_grade": "prudent"}, "settings")))
    assert result.patches.grade.tolist() == [100, 1500, 0] and result.patches.guessed.tolist() == [True, True, False]
    assert not report_of(result).draft


@pytest.mark.parametrize(
    ("rows", "more", "message"),
    [
        ([change("0102", "0301", grade=16.0)], {}, "16 is no grade of 1 to 15"),
        ([change("0102", "0301", mark="退林")], {}, "“退林” is no exemption"),
        ([change("0102", "0301")], {"year": 22}, "22 is no year"),
        ([change("0102", "0301")], {"matches": [Match("X", "Y", 2)]}, "line 2: there is no outflow spot X"),
        ([change("0102", "0301", id="X")], {"matches": [Match("X", "Y", 2)]}, "line 2: there is no inflow patch Y"),
    ],
)
def test_bad_input_is_one_sentence(rows, more, message: str) -> None:
    with pytest.raises(InputError, match=message):
        account_of(rows, **more)


def test_grades_and_classes_of_two_systems_are_not_mixed() -> None:
    flows = flows_of([change("0102", "0301")], grades=GradeSystem.QUALITY10)
    with pytest.raises(InputError, match="are of the system farmland quality grade"):
        settle(InOutInputs(flows, np.array([2022]), "变化"), inout_job())
    with pytest.raises(InputError, match="not in ydyh2023"):
        account_of([change("0102", "0301")], inout_job(table=load_code_table("ydyh2023")))


def test_an_inflow_patch_makes_up_for_one_spot_only() -> None:
    rows = [
        change("0102", "0301", 100.0, id="O1"), change("0102", "0201", 100.0, id="O2"), change("0301", "0102", 60.0, id="I1"),
        change("0404", "0102", 50.0, id="I2"), change("1202", "0102", 90.0, D, id="I3"), change("0301", "0103", 500.0, id="I4", slope="5"),
    ]
    good = [Match("O1", "I1", 2), Match("O1", "I2", 3), Match("O2", "I3", 4), Match("O2", "I4", 5)]
    result = account_of(rows, matches=good)
    one, two = result.spots
    assert (one.out, one.matched, one.balanced, one.elsewhere) == (10000, 11000, True, False)
    assert (two.out, two.matched, two.balanced, two.elsewhere) == (10000, 9000, False, True)
    assert [row["J"] for row in rows_of(table_of(result, "INOUT_MATCH"))] == ["平衡", "不足（跨县）"]
    assert not report_of(result).draft
    with pytest.raises(InputError, match=r"line 6: inflow patch I1 already makes up for spot O1 \(line 2\)"):
        account_of(rows, matches=[*good, Match("O2", "I1", 6)])


def test_net_increase_and_ceiling_are_an_estimate() -> None:
    """亩: 10 m² is 0.015. Begin 300 m², end 500 m² (of 600, one steep): +200 m² = 0.30 亩; factor 0.5: 0.15."""
    begin = stable_of([parcel(), parcel(), parcel(village=D)])
    end = stable_of([parcel(area=200.0), parcel(), parcel(area=200.0, village=D), parcel(GDPDJB="5")])
    rules = load_rules().replaced({"net_increase_factor": "0.5"}, "settings")
    result = account_of([change("0301", "0102", 100.0)], inout_job(rules), begin=begin, end=end)
    assert result.net_increase == mu("0.30") and result.ceiling == mu("0.15")
    (total,) = rows_of(table_of(result, "INOUT_NET"), RowKind.TOTAL)
    assert (total["S0"], total["S1"], total["S"], total["C"], total["STATE"]) == (
        mu("0.45"), mu("0.75"), mu("0.30"), mu("0.15"), "测算",
    )
    county = rows_of(balance_table(sheets_of(result), 2022), RowKind.SUBTOTAL)[0]
    assert (county["S0"], county["S1"], county["S"]) == (mu("0.30"), mu("0.45"), mu("0.15"))
    back = account_of([change("0301", "0102", 100.0)], inout_job(rules), begin=end, end=begin)
    assert back.net_increase == mu("-0.30") and back.ceiling == Area(0)
    assert not report_of(result).draft and not report_of(back).draft
    with pytest.raises(InputError, match="needs both surveys"):
        account_of([change("0301", "0102")], begin=begin)


def test_the_sheet_says_under_which_regime_a_year_is() -> None:
    for year, words in ((2023, "account of its own"), (2024, "part of 占补平衡")):
        table = balance_table(sheets_of(account_of([change("0301", "0102")], year=year)), year)
        assert words in str(table.notes[0])


def test_ground_of_one_survey_only_is_told() -> None:
    result = account_of([change("0102", ""), change("0102", "0301")])
    assert len(result.patches) == 1 and [found.kind for found in result.findings] == [Noticed.UNCOVERED]


@pytest.mark.parametrize("level", [Level.COUNTY, Level.TOWNSHIP])
def test_towns_sum_up_to_counties_and_the_book_is_written(tmp_path, level: Level) -> None:
    rows = [change("0102", "0301", 33.33, village) for village in VILLAGES] + [change("0301", "0102", 44.44, A)]
    result = account_of(rows, inout_job(level=level), year=[2021, 2022, 2022, 2022, 2021])
    report = report_of(result)
    assert not report.draft
    write_report(report, tmp_path / "book.xlsx")
    names = load_workbook(tmp_path / "book.xlsx").sheetnames
    assert {"进出平衡核算表（2021）", "进出平衡核算表（2022）", "县级结果和缺口", "进出平衡图斑清单", "输入与口径"} <= set(names)


def good():
    rows = [
        change("0102", "0301", 333.33, A), change("0102", "1101", 44.44, B), change("0301", "0102", 555.55, C),
        change("0102", "0701", 66.66, A), change("0201", "0103", 77.77, D, slope="5"),
    ]
    return account_of(rows, begin=stable_of([parcel()]), end=stable_of([parcel(area=150.0)]), matches=[])


@pytest.mark.parametrize("broken", ["accounts", "patches", "layer", "direction", "stocks", "matches"])
def test_a_report_of_wrong_numbers_is_a_draft(broken: str) -> None:
    result = good()
    assert not report_of(result).draft
    sheets = sheets_of(result)
    columns = dict(patch_columns(result, sheets.columns))
    if broken == "accounts":
        result = dataclasses.replace(result, accounts=[dataclasses.replace(result.accounts[0], out=1), *result.accounts[1:]])
    if broken == "patches":
        result = dataclasses.replace(result, patches=dataclasses.replace(result.patches, units=result.patches.units + 1))
    if broken == "layer":
        columns["NET_GD"] = columns["NET_GD"] + 0.01
    if broken == "direction":
        columns["SHOWN"] = columns["SHOWN"][::-1]
    if broken == "stocks":
        _ = sheets.stocks
        other = stable_of([parcel(area=777.0)])
        sheets = InOutSheets(dataclasses.replace(result, inputs=dataclasses.replace(result.inputs, end=other)), MU)
        sheets.__dict__["stocks"] = sheets_of(result).stocks
        assert inout_report(sheets, columns, RunFacts()).draft
        return
    if broken == "matches":
        twice = account_of(
            [change("0102", "0301", id="O"), change("0301", "0102", id="I")], matches=[Match("O", "I", 2)]
        )
        (spot,) = twice.spots
        result = dataclasses.replace(twice, spots=[spot, spot])
        columns = dict(patch_columns(result, sheets_of(result).columns))
    assert inout_report(sheets_of(result), columns, RunFacts()).draft


@pytest.mark.parametrize(
    ("table", "key"),
    [*((0, key) for key in ("O", "OF", "I", "D", "PO", "DP")), (1, "O"), (1, "X"), (2, "A"), (3, "S0")],
)
def test_a_cell_that_was_changed_is_found(monkeypatch, table: int, key: str) -> None:
    def tables(sheets):
        made = inout_tables(sheets)
        rows = list(made[table].rows)
        place = next(number for number, row in enumerate(rows) if row.value(key))
        value = rows[place].values[key]
        rows[place] = dataclasses.replace(
            rows[place], values={**rows[place].values, key: value + (Area.from_mu(1) if isinstance(value, Area) else 1)}
        )
        return [*made[:table], dataclasses.replace(made[table], rows=rows), *made[table + 1 :]]

    monkeypatch.setattr(report_module, "inout_tables", tables)
    assert report_of(good()).draft


def test_the_kinds_have_a_column_each() -> None:
    from ....core.balance.inout.tables import EXEMPT_COLUMNS, IN_COLUMNS, OUT_COLUMNS, column_of

    kinds = load_kinds()
    assert {kind.key for kind in kinds.of(Direction.IN)} <= set(IN_COLUMNS) | {"CONSTRUCTION"}
    assert {kind.key for kind in kinds.of(Direction.OUT)} <= set(OUT_COLUMNS) | {"CONSTRUCTION"}
    assert set(kinds.exemptions) == set(EXEMPT_COLUMNS)
    declared = {column.key for column in table_of(good(), "T31").layout.columns}
    for direction in Direction:
        for state in (State.COUNTED, State.CONSTRUCTION, State.NOISE):
            for kind in kinds.of(direction):
                assert column_of(direction, state, kind.key) in declared
