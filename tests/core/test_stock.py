"""Increment–stock rule, supply and their tables against sums made by hand (all data made up, but for the bulletin's)."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction as F

import pytest

from ...core.area import Area
from ...core.errors import InputError
from ...core.intervals import Verdict
from ...core.ledger.registers import load_register
from ...core.occupation.inputs_sheet import RunFacts
from ...core.occupation.report import write_report
from ...core.quota.register_tables import TableNames, register_rows, sources_in
from ...core.quota.shares import area_of, percent, share_of
from ...core.quota.stock import (
    Method,
    StockFacts,
    completion,
    estimate,
    estimates,
    stock_rules,
    task_met,
    task_of,
)
from ...core.quota.stock_report import Registers, stock_report, stock_sheets
from ...core.quota.supply import batches_of, former_sums, rates_of, supply_of
from ...core.rules import load_rules
from ...core.workbook import DisplayUnit, RowKind, load_layout, read_table

RULES = load_rules()
NAMES = TableNames({"371526": "高唐县", "371500": "度假区"}, {"ZP": "直配", "ZC": "增存挂钩核补"}, "编造市")


def mu(text: str) -> Area:
    return Area.from_mu(text)


def ha(text: str) -> Area:
    return Area.from_hectares(text)


def facts(**values) -> StockFacts:
    return StockFacts("371526", "高唐县", 2023, **values)


# ------------------------------------------------------------------------------------------------------------- the rule


def test_every_year_of_the_rule_is_there_and_marked():
    for year in range(2018, 2025):
        rules = stock_rules(RULES, year)
        assert (rules.bonus, rules.deduction) == (F(1, 10), F(1, 5))
        assert rules.method is (Method.FRAMEWORK if year < 2020 else Method.SHARE)
        expected = F(0) if year < 2020 else F(1, 2)
        assert (rules.unsupplied_ratio, rules.idle_ratio, rules.other_ratio) == (expected, expected, 0)
        assert all(rule.year in (year, None) for rule in rules.used)
        unsure = {rule.key for rule in rules.used if rule.status.value == "default, confirm locally"}
        assert ("stock_bonus_percent" in unsure) is (year != 2018)
    assert stock_rules(RULES, 2020).cutoff == datetime.date(2018, 12, 31)
    assert stock_rules(RULES, 2030).used[0].year == 2024
    with pytest.raises(InputError, match="2017"):
        stock_rules(RULES, 2017)


def test_the_bulletin_s_supplementary_quota():
    """6312 亩 ⇔ 12 624 亩 disposed of at 50 %."""
    result = estimate(facts(unsupplied_done=mu("12624")), stock_rules(RULES, 2023))
    assert result.quota == mu("6312")
    ten = RULES.replaced({}, "t")
    ten = type(ten)({**ten.by_key, "stock_ratio_unsupplied_percent": tuple(
        type(r)(**{**r.__dict__, "value": "60"}) for r in ten.by_key["stock_ratio_unsupplied_percent"]
    )})
    assert estimate(facts(unsupplied_done=mu("10520")), stock_rules(ten, 2023)).quota == mu("6312")


@pytest.mark.parametrize(
    ("unsupplied", "idle", "met", "change", "expected"),
    [
        (("1000", "1000"), ("200", "100"), True, F(1, 10), "660"),
        (("999", "1000"), ("200", "100"), False, F(-1, 5), "480"),
        (("1000", "1000"), ("99", "100"), False, F(-1, 5), "440"),
        (("1000", "1000"), ("200", None), None, F(0), "600"),
        (("999", "1000"), ("200", None), False, F(-1, 5), "480"),
    ],
)
def test_bonus_and_deduction(unsupplied, idle, met, change, expected):
    given = facts(
        unsupplied_done=mu(unsupplied[0]), unsupplied_task=mu(unsupplied[1]), unsupplied_base=mu("5000"),
        idle_done=mu(idle[0]), idle_task=mu(idle[1]) if idle[1] else None, idle_base=mu("500"), confirmed=mu("600"),
        confirmed_doc="编造〔2023〕1号",
    )
    result = estimate(given, stock_rules(RULES, 2023))
    assert (result.met, result.change) == (met, change)
    # By hand: half of what was disposed of, times 1.1, 0.8 or 1, to whole 亩 half-up.
    by_hand = (F(unsupplied[0]) / 2 + F(idle[0]) / 2) * (1 + change)
    assert result.estimate == mu(str(int(by_hand + F(1, 2)))) == mu(expected)
    assert result.difference == mu(expected) - mu("600")


def test_the_frame_of_2018_is_a_share_of_the_next_plan():
    given = StockFacts(
        "c", "县", 2018, unsupplied_done=mu("10"), unsupplied_task=mu("20"), idle_done=mu("5"), idle_task=mu("5"),
        factor_plan=mu("1000"),
    )
    result = estimate(given, stock_rules(RULES, 2018))
    assert result.quota == Area(0) and result.estimate == mu("-200")
    plain = StockFacts("c", "县", 2018, unsupplied_done=mu("30"), unsupplied_task=mu("20"), idle_done=mu("5"), idle_task=mu("5"))
    missing = estimate(plain, stock_rules(RULES, 2018))
    assert missing.estimate == Area(0)
    assert any("next year is missing" in str(said) for said in missing.findings)


def test_tasks_by_area_or_by_rate():
    assert task_met(mu("10"), mu("100"), mu("10"), None) is True
    assert task_met(mu("9.9999"), mu("100"), mu("10"), None) is False
    assert task_met(mu("15"), mu("100"), None, F(15, 100)) is True
    assert task_met(mu("14.9999"), mu("100"), mu("20"), F(15, 100)) is False
    assert task_met(mu("15"), mu("100"), mu("20"), F(15, 100)) is True
    assert task_met(None, Area(0), None, None) is True
    assert task_met(None, mu("1"), mu("1"), None) is None
    assert task_met(mu("1"), None, None, F(1, 2)) is None
    for rate, met in (("102", True), ("99.9", False), ("100", None), ("100.0", None), ("100.1", True), ("99", False)):
        assert task_met(mu("1"), None, None, None, Decimal(rate)) is met, rate


def test_completion_rates_of_the_bulletin():
    assert task_of(mu("1113.71"), Decimal(102)).said(1) == "1086.5–1097.3"
    assert task_of(mu("867.34"), Decimal("107.8")).said(1) == "804.2–805.0"
    said = estimate(facts(unsupplied_done=mu("1113.71"), printed_unsupplied=Decimal(102)), stock_rules(RULES, 2023)).findings
    assert any("1086.5–1097.3" in str(each) for each in said)
    assert completion(mu("1113.71"), mu("1091.87")) == Decimal("102.00")
    assert completion(mu("1"), None, Decimal(102)) == Decimal(102)
    wrong = facts(unsupplied_done=mu("1113.71"), unsupplied_task=mu("1000"), printed_unsupplied=Decimal(102))
    assert any("is not the printed" in str(each) for each in estimate(wrong, stock_rules(RULES, 2023)).findings)


def test_what_is_refused():
    rules = stock_rules(RULES, 2023)
    with pytest.raises(InputError, match="negative"):
        estimate(facts(idle_done=mu("-1")), rules)
    with pytest.raises(InputError, match="2022"):
        estimate(StockFacts("c", "县", 2022), rules)
    with pytest.raises(InputError, match="two rows"):
        estimates([facts(), facts()], rules)
    for key, value in (
        ("stock_bonus_percent", "101"), ("stock_task_rate_idle_percent", "a lot"), ("stock_base_cutoff", "2018-13-01"),
    ):
        with pytest.raises(InputError, match=key):
            broken = RULES.replaced({}, "t")
            stock_rules(type(broken)({**broken.by_key, key: tuple(
                type(r)(**{**r.__dict__, "value": value}) for r in broken.by_key[key]
            )}), 2023)


def test_shares():
    assert share_of(RULES.get("idle_developed_share")) == F(1, 3)
    assert share_of(RULES.get("idle_investment_share")) == F(1, 4)
    assert percent(Area(1), Area(3)) == Decimal("33.33") and percent(Area(2), Area(3), 1) == Decimal("66.7")
    assert percent(Area(1), Area(0)) is None
    assert area_of(F(15, 2) * 10**6, 0) == mu("8") and area_of(F(-15, 2) * 10**6, 0) == mu("-8")


# --------------------------------------------------------------------------------------------------------------- supply


def parcels(year: int = 2023) -> list[dict]:
    """595 parcels, 12 802 亩 granted and 19 601 亩 allotted (the bulletin's sums; the parcels are made up)."""
    found = []
    for number in range(595):
        mode, total, count, place = ("CR", 12802, 300, number) if number < 300 else ("HB", 19601, 295, number - 300)
        share = total * 10**4 // count + (1 if place < total * 10**4 % count else 0)
        found.append({
            "contract_no": f"编造-{number:04d}", "holder": "371526", "mode": mode, "area": share * 100,
            "signed": f"{year}-{number % 12 + 1:02d}-15",
        })
    return found


FORMER = [
    {"holder": "371526", "year": 2022, "what": "supply", "growth": "14.94", "growth_decimals": 2, "qualifier": "derived"},
    {"holder": "371526", "year": 2022, "what": "supply_CR", "growth": "-13.31", "growth_decimals": 2},
    {"holder": "371526", "year": 2022, "what": "supply_HB", "growth": "47.09", "growth_decimals": 2},
]


def test_the_bulletin_s_supply_and_its_growth_that_does_not_hold():
    supply = supply_of([*parcels(), *parcels(2022), {"mode": "CR", "area": 5, "contract_no": "no date"}], 2023, FORMER)
    assert [(m.code, m.count, m.area) for m in supply.modes] == [("CR", 300, mu("12802")), ("HB", 295, mu("19601"))]
    assert (supply.total.count, supply.total.area) == (595, mu("32403"))
    assert [m.growth for m in (*supply.modes, supply.total)] == [Decimal("-13.31"), Decimal("47.09"), Decimal("14.94")]
    assert supply.verdict is Verdict.FAILS
    ways = former_sums(supply.modes, supply.total)
    assert ways is not None and (ways[0].said(0), ways[1].said(0)) == ("28091–28096", "28189–28193")
    said = " ".join(map(str, supply.findings))
    assert "28091–28096" in said and "28189–28193" in said and "1 supplied parcels" in said


def test_modes_are_an_open_list_and_known_years_give_growth():
    rows = [
        {"mode": "CR", "area": 3_000_000, "signed": "2023-01-01"}, {"mode": "VR", "area": 1_000_000, "signed": "2023-02-01"},
        {"mode": "QT", "area": 2_000_000, "signed": "2023-02-01"}, {"area": 500_000, "signed": "2023-03-01"},
    ]
    former = [{"year": 2022, "what": "supply", "value": "5"}, {"year": 2022, "what": "supply_ZL", "value": "5.0"}]
    supply = supply_of(rows, 2023, former)
    assert [m.code for m in supply.modes] == ["CR", "ZL", "QT", "VR", ""]
    assert Area.total(m.area for m in supply.modes) == supply.total.area == mu("6.5")
    assert supply.total.growth == Decimal("30.00") and supply.modes[1].growth == Decimal("-100.00")
    assert supply.verdict is None


def approvals() -> list[dict]:
    return [
        {"doc_no": "A1", "name": "一批次", "holder": "371526", "area": ha("10").micro_mu, "approved": "2020-05-01"},
        {"doc_no": "A2", "name": "二批次", "holder": "371526", "area": ha("4").micro_mu, "approved": "2016-05-01"},
        {"doc_no": "A3", "name": "旧批次", "holder": "371526", "area": ha("7").micro_mu, "approved": "2008-05-01"},
        {"doc_no": "A4", "name": "撤回", "holder": "371526", "area": ha("7").micro_mu, "approved": "2019-05-01", "revoked": True},
        {"doc_no": "A5", "name": "无日期", "holder": "371526", "area": ha("7").micro_mu},
        {"doc_no": "A6", "name": "未供", "holder": "371526", "area": ha("2").micro_mu, "approved": "2018-12-31"},
    ]


def test_batches_and_rates_by_hand():
    supplies = [
        {"approval": "A1", "area": ha("6").micro_mu}, {"approval": "A1", "area": ha("1.5").micro_mu},
        {"approval": "A2", "area": ha("4.5").micro_mu}, {"approval": "Z9", "area": ha("1").micro_mu},
    ]
    plots = [{"doc_no": "A1", "unsuppliable": ha("0.5").micro_mu}]
    batches, told = batches_of(approvals(), supplies, plots, 2009)
    assert [(b.doc_no, b.left) for b in batches] == [("A1", ha("2")), ("A2", ha("-0.5")), ("A6", ha("2"))]
    said = " ".join(map(str, told))
    assert "A5" in said and "Z9" in said and "Approval A2" in said
    rates = rates_of(batches, 2023, 5)
    # 3.5 of 16 ha; 7.5 of the 10 ha approved since 2019; in 2019 itself 4.5 of the 6 ha approved since 2015.
    assert (rates.left_rate, rates.supply_rate) == (Decimal("21.88"), Decimal("75.00"))
    assert rates_of(batches, 2019, 5).supply_rate == Decimal("75.00")
    assert rates_of(batches, 2017, 5).supply_rate == Decimal("112.50")


# --------------------------------------------------------------------------------------------------------------- tables


def registers() -> Registers:
    def plot(number, holder, area, supplied, left0, **more):
        return {
            "plot_no": number, "holder": holder, "batch": "一批次", "doc_no": "A1", "approved": "2020-05-01",
            "area": ha(area).micro_mu, "supplied": ha(supplied).micro_mu, "base": ha(left0).micro_mu, "type": "town_batch",
            **more,
        }

    plots = [
        plot("P1", "371526", "10", "6", "5", by_supply=ha("1").micro_mu, difficulty="easy", measure="招商", due="2024-06-30",
             acquired="yes", supervision_no="3715002020B000000001"[:19]),
        plot("P2", "371526", "4", "1.2345", "2.7655", unsuppliable=ha("0.1").micro_mu, by_adjustment=ha("0.5").micro_mu,
             difficulty="hard", reason="规划调整"),
        plot("P3", "371500", "3", "0", "3"),
    ]
    for each in plots:
        load_register("unsupplied").checked(each)
    approval = {
        "doc_no": "A1", "name": "一批次", "type": "town_batch", "holder": "371526", "area": ha("10").micro_mu,
        "new_area": ha("9").micro_mu, "agricultural": ha("8").micro_mu, "cultivated": ha("6.5").micro_mu,
        "unused": ha("1").micro_mu, "construction": ha("1").micro_mu, "collective_agricultural": ha("7").micro_mu,
        "collective_cultivated": ha("6").micro_mu, "collective_construction": ha("1").micro_mu,
        "collective_unused": ha("1").micro_mu, "state_agricultural": ha("1").micro_mu,
        "state_cultivated": ha("0.5").micro_mu, "submitted": "2020-03-01", "approved": "2020-05-01",
        "quota_sources": "ZP=100;ZC=35",
    }
    pending = {"doc_no": "待批1", "name": "二批次", "holder": "371500", "area": ha("2").micro_mu, "submitted": "2023-12-01"}
    for each in (approval, pending):
        load_register("approval").checked(each)
    supply = [
        {"contract_no": "C1", "holder": "371526", "mode": "CR", "area": 19704 * 1500, "signed": "2023-01-02", "approval": "A1",
         "price": "1234.5", "stock": "new", "start_due": "2023-07-02", "plot_no": "P1"},
        {"contract_no": "C2", "holder": "371526", "mode": "HB", "area": ha("3.5").micro_mu, "signed": "2023-03-02"},
    ]
    for each in supply:
        load_register("supply").checked(each)
    tasks = [
        {"holder": "371526", "year": 2023, "unsupplied_task": mu("20").micro_mu, "idle_base": mu("30").micro_mu,
         "idle_task": mu("10").micro_mu, "idle_done": mu("12.5").micro_mu, "confirmed": mu("20").micro_mu,
         "confirmed_doc": "编造〔2024〕1号"},
        {"holder": "371500", "year": 2023, "unsupplied_task": mu("5").micro_mu},
    ]
    return Registers([approval, pending], supply, plots, tasks, [{"holder": "371526", "year": 2022, "what": "supply", "value": "80"}])


def values_of(table, key):
    return [row.value(key) for row in table.rows]


def test_tables_foot_and_read_back(tmp_path):
    sheets = stock_sheets(registers(), RULES, 2023, NAMES, datetime.date(2023, 12, 31))
    assert [str(i.name) for i in sheets.identities if not i.ok] == []
    assert len(sheets.identities) > 35
    t03, t03b, t04 = (sheets.tables[key] for key in ("T03", "T03B", "T04"))
    assert values_of(t03, "A_LEFT1") == [ha("4"), ha("2.2655"), ha("3"), ha("6.2655"), ha("3"), ha("9.2655")]
    assert [row.kind for row in t03.rows[3:]] == [RowKind.SUMMARY, RowKind.SUMMARY, RowKind.TOTAL]
    # By hand: 371526 has 7.7655 ha = 116.4825 亩 at first, 1 ha supplied and 0.5 ha adjusted.
    assert values_of(t03b, "PW0") == [mu("116.4825"), mu("45"), mu("161.4825")]
    assert (values_of(t03b, "D1"), values_of(t03b, "D2")) == ([mu("15"), Area(0), mu("15")], [mu("7.5"), Area(0), mu("7.5")])
    assert values_of(t03b, "RATE") == [Decimal("112.50"), Decimal("0.00"), Decimal("90.00")]
    # 22.5 / 2 + 12.5 / 2 = 17.5 → 18; both done → 19.25 → 19, one 亩 less than confirmed. The other holder failed.
    assert values_of(t04, "Q") == [mu("18"), Area(0), mu("18")]
    assert values_of(t04, "ZC") == [mu("19"), Area(0), mu("19")]
    assert values_of(t04, "DONE")[:2] == ["是", "否"]
    # One holder is not confirmed: a difference of the total would compare two holders with one.
    assert values_of(t04, "DIFF") == [mu("-1"), None, None]
    t22, t23, t23b = (sheets.tables[key] for key in ("T22", "T23", "T23B"))
    assert values_of(t22, "SRC:直配")[:2] == [Decimal("100.0000"), None]
    assert values_of(t22, "DAYS")[:2] == [61, 30] and values_of(t22, "A_X")[:2] == [None, ha("2")]
    assert values_of(t23, "AM")[0] == Decimal("29.5560")
    assert values_of(t23b, "A") == [mu("29.556"), mu("52.5"), mu("82.056")]
    assert values_of(t23b, "YOY")[-1] == Decimal("2.57")

    path = tmp_path / "book.xlsx"
    report = stock_report(sheets, RunFacts(rules=sheets.rules), [])
    assert not report.draft
    write_report(report, path)
    for key, table in sheets.tables.items():
        read = read_table(path, load_layout(key), table.sheet)
        assert [str(p.sentence) for p in read.problems] == [], key
        written = [row for row in table.rows if row.kind is RowKind.DATA]
        assert len(read.rows) == len(written)
        for mine, back in zip(written, read.rows):
            for column in table.layout.columns:
                value, again = mine.value(column.key), back.value(column.key)
                same = again == value or (value in (None, "") and again in (None, "", Area(0), 0))
                assert same, (key, column.key, value, again)
    for key, name, originals in (("T03", "unsupplied", registers().plots), ("T22", "approval", registers().approvals),
                                 ("T23", "supply", registers().supplies)):
        register = load_register(name)
        rows = register_rows(read_table(path, load_layout(key)), NAMES)
        for back, values in zip(rows, originals):
            checked, original = register.checked(back), register.checked(values)
            ignored = {"year", "by_supply", "by_withdrawal", "by_adjustment", "by_reduction", "quota_sources"}
            assert {k: v for k, v in checked.items() if k not in ignored and v != 0} == {
                k: v for k, v in original.items() if k not in ignored and v != 0
            }
    assert sources_in(register_rows(read_table(path, load_layout("T22")), NAMES)[0]) == {"ZP": mu("100"), "ZC": mu("35")}


def test_a_rate_of_the_total_needs_every_county():
    tasks = [
        {"holder": "371526", "year": 2023, "unsupplied_base": mu("100").micro_mu, "unsupplied_done": mu("50").micro_mu,
         "unsupplied_rate": "102"},
        {"holder": "371500", "year": 2023, "unsupplied_base": mu("100").micro_mu, "unsupplied_done": mu("10").micro_mu,
         "unsupplied_task": mu("20").micro_mu, "confirmed": mu("5").micro_mu, "confirmed_doc": "x"},
    ]
    sheets = stock_sheets(Registers(tasks=tasks), RULES, 2023, NAMES, only=("T04", "T03B"))
    assert all(identity.ok for identity in sheets.identities)
    # 60 of a task of which only 20 are known is not 300 %.
    assert values_of(sheets.tables["T03B"], "RATE") == [Decimal("102"), Decimal("50.00"), None]
    assert values_of(sheets.tables["T04"], "PWC")[-1] is None
    assert values_of(sheets.tables["T04"], "PW_R")[-1] == Decimal("30.00")
    assert values_of(sheets.tables["T03B"], "D1") == [None, None, None]
    whole = [{**tasks[0], "unsupplied_task": mu("40").micro_mu, "confirmed": mu("30").micro_mu, "confirmed_doc": "y"}, tasks[1]]
    sheets = stock_sheets(Registers(tasks=whole), RULES, 2023, NAMES, only=("T04", "T03B"))
    assert values_of(sheets.tables["T03B"], "RATE")[-1] == Decimal("100.00")
    # 25 (the idle task is not known: no change) against 30, and 5 less 20 % against 5.
    assert values_of(sheets.tables["T04"], "DIFF") == [mu("-5"), mu("-1"), mu("-6")]


def broken(**changes) -> Registers:
    """The registers with one value of the first row of a register changed: register__field=value."""
    whole = registers()
    found = {}
    for place, value in changes.items():
        name, field = place.split("__")
        rows = found.get(name) or [dict(row) for row in getattr(whole, name)]
        rows[0][field] = value
        found[name] = rows
    return type(whole)(**{**whole.__dict__, **found})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"approvals__state_agricultural": ha("1.0001").micro_mu}, "转用农用地"),
        ({"approvals__area": ha("10.0001").micro_mu}, "总面积"),
        ({"approvals__cultivated": ha("6.5001").micro_mu}, "其中耕地"),
        ({"approvals__quota_sources": "ZP=100;ZC=34.9999"}, "quota sources"),
        ({"plots__supplied": ha("10.0001").micro_mu}, "已供面积"),
        ({"plots__supplied": ha("6.5").micro_mu}, "never to be supplied"),
    ],
)
def test_what_does_not_foot_makes_a_draft(change, words):
    sheets = stock_sheets(broken(**change), RULES, 2023, NAMES)
    failed = [str(identity.name) for identity in sheets.identities if not identity.ok]
    assert failed and any(words in name for name in failed), failed
    assert stock_report(sheets, RunFacts(), []).draft


def test_areas_typed_in_mu_keep_their_digits(tmp_path):
    """1113.71 亩 is no whole number of 0.0001 ha: the table is printed in 亩, not rounded."""
    sheets = stock_sheets(broken(plots__base=mu("1113.71").micro_mu, plots__area=mu("1200").micro_mu), RULES, 2023, NAMES, only=("T03",))
    table = sheets.tables["T03"]
    assert table.display is DisplayUnit.MU and table.rows[0].value("A_LEFT0") == mu("1113.71")
    path = tmp_path / "mu.xlsx"
    write_report(stock_report(sheets, RunFacts(), []), path)
    read = read_table(path, load_layout("T03"))
    assert read.problems == [] and read.rows[0].value("A_LEFT0") == mu("1113.71")


def test_an_unknown_table_and_bad_sources_are_refused(tmp_path):
    sheets = stock_sheets(registers(), RULES, 2023, NAMES, only=("T04",))
    path = tmp_path / "t04.xlsx"
    write_report(stock_report(sheets, RunFacts(), []), path)
    with pytest.raises(InputError, match="no register"):
        register_rows(read_table(path, load_layout("T04")), NAMES)
    for text in ("ZP", "ZP=1;ZP=2", "ZP=x"):
        with pytest.raises(InputError):
            sources_in({"doc_no": "A1", "quota_sources": text})
