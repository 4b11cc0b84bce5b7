"""Every reason why a request is refused: the rule, the row, the field, a sentence with the figures; nothing is posted."""

from __future__ import annotations

import datetime

import pytest

from ....core.errors import InputError
from ....core.quota.journal import journal_line
from ....core.quota.ledger import Quarter, Refused
from ....core.quota.verifying import broken_rules
from ....core.quota.vocabulary import QuotaAmount
from .made_quota import CITY, DAY, NORTH, SOUTH, TODAY, amount, ask, balance, ledger_over

WHO = "示例"


def prepared(quota):
    """A city with ZC and locked ZP, a county with ZC, an advance, an approved and a written-off project, one closed quarter."""
    quota.put("approval", {"doc_no": "批1", "name": "批次一", "holder": NORTH, "new_area": 12_000_000}, WHO)
    quota.put("approval", {"doc_no": "批撤", "name": "撤回批次", "holder": NORTH, "area": 99_000_000, "revoked": True}, WHO)
    quota.put("ceiling", {"holder": NORTH, "period": "2023", "area": 30_000_000}, WHO)
    early = datetime.date(2023, 2, 1)
    quota.post(
        [
            ask("issue", CITY, (100, 80, 60), day=early, source="ZC"),
            ask("issue", CITY, (40, 40, 20), day=early, source="ZP", project="P1"),
            ask("transfer_out", CITY, (60, 50, 40), source="ZC", to_holder=NORTH),
            ask("advance", NORTH, (20, 20, 10), project="P2"),
            ask("submit", NORTH, (8, 8, 4), project="P2"),
            ask("use", NORTH, (8, 8, 4), project="P2", approval="批2"),
            ask("allocate", NORTH, (10, 10, 5), source="ZC", project="P1"),
            ask("submit", NORTH, (10, 10, 5), project="P1"),
            ask("use", NORTH, (9, 9, 4), project="P1", approval="批1"),
            ask("submit", NORTH, (1, 1, 1), project="P1"),
        ]
    )
    quota.close_quarter(Quarter(2023, 1), [CITY], WHO)
    return quota


def cases():
    """What is asked, the rule that refuses, the field, words of the sentence."""
    one = {"source": "ZC", "project": "P1"}
    return [
        # not complete, not known
        (ask("issue", "999999", 1, source="ZC"), "input", "holder", ["999999"]),
        (ask("issue", NORTH, 1, source="XX"), "input", "source", ["XX"]),
        (ask("reserve", NORTH, 1, source="ZC", project="P9"), "input", "project", ["P9"]),
        (ask("issue", NORTH, 1), "input", "source", ["issue", "source"]),
        (ask("issue", NORTH, 1, source="ZC", doc_no=" "), "input", "doc_no", ["issue", "document number"]),
        (ask("advance", NORTH, 1), "input", "project", ["advance", "project"]),
        (ask("use", NORTH, 1, project="P1"), "input", "approval", ["approval document"]),
        (ask("clear", NORTH, 1, project="P2", approval="批3"), "input", "source", ["source"]),
        (ask("reverse", NORTH, reverses=1), "input", "reason", ["reason"]),
        (ask("transfer_in", NORTH, 1, source="ZC"), "input", "event", ["holder who gives"]),
        (ask("advance", NORTH, 1, project="P1", source="ZC"), "input", "source", ["no source yet"]),
        (ask("issue", NORTH, 1, source="YZ"), "input", "source", ["预支", "liability"]),
        # amounts
        (ask("issue", NORTH, source="ZC"), "input", "amount", ["missing"]),
        (ask("issue", NORTH, QuotaAmount(-1_000_000), source="ZC"), "input", "amount", ["-1.0000", "negative"]),
        (ask("issue", NORTH, QuotaAmount(1_000_050), source="ZC"), "input", "amount", ["more decimals", "4"]),
        (ask("issue", NORTH, QuotaAmount(2_000_000, 1_000_010), source="ZC"), "input", "amount", ["more decimals"]),
        (ask("issue", NORTH, (10, 5, 6), source="ZC"), "H3", "amount", ["6.0000", "5.0000", "10.0000"]),
        (ask("issue", NORTH, (10, 11, 6), source="ZC"), "H3", "amount", ["11.0000"]),
        # years and quarters
        (ask("issue", NORTH, 1, source="ZC", year=2025), "input", "year", ["2025", "2023-05-10"]),
        (ask("issue", NORTH, 1, source="ZC", year=2012), "input", "year", ["2012"]),
        (ask("issue", CITY, 1, source="ZC", day=datetime.date(2023, 3, 31)), "H7", "book_date", ["2023Q1", "2023Q2"]),
        (ask("issue", CITY, 1, source="ZC", day=datetime.date(2022, 9, 9)), "H7", "book_date", ["2022Q3", "2023Q2"]),
        (ask("transfer_out", NORTH, 1, source="ZC", day=datetime.date(2023, 3, 1), to_holder=CITY), "H7", "book_date", ["示例市"]),
        (ask("issue", NORTH, 1, source="ZC", day=datetime.date(2024, 4, 1)), "H7", "book_date", ["2024Q2", "2024Q1"]),
        (ask("issue", NORTH, 1, source="ZC", doc_date=datetime.date(2023, 5, 11)), "input", "doc_date", ["2023-05-11"]),
        # balances
        (ask("transfer_out", NORTH, (51, 1, 1), source="ZC", to_holder=SOUTH), "H2", "amount", ["50.0000", "51.0000"]),
        (ask("transfer_out", NORTH, (50, 41, 1), source="ZC", to_holder=SOUTH), "H2", "amount", ["agricultural", "1.0000"]),
        (ask("transfer_out", NORTH, (50, 40, 36), source="ZC", to_holder=SOUTH), "H2", "amount", ["cultivated", "1.0000"]),
        (ask("transfer_out", NORTH, (50, 39, 30), source="ZC", to_holder=SOUTH), "H3", "amount", ["0.0000", "1.0000"]),
        (ask("reserve", NORTH, 1, source="ZC", project="P1", year=2024), "H2", "amount", ["2024", "0.0000"]),
        (ask("release", NORTH, 1, **one), "H2", "amount", ["reserved", "1.0000"]),
        (ask("submit", NORTH, 1, project="P1"), "H2", "amount", ["P1", "0.0000"]),
        (ask("use", NORTH, (2, 2, 1), project="P1", approval="批5"), "H2", "amount", ["1.0000", "2.0000"]),
        (ask("write_off", NORTH, (10, 9, 4), project="P1"), "H2", "amount", ["9.0000", "10.0000"]),
        (ask("repay", NORTH, (21, 20, 10), source="ZC", project="P2"), "H2", "amount", ["20.0000", "21.0000"]),
        (ask("clear", NORTH, 1, source="ZC", project="P1", approval="批4"), "H2", "project", ["no advance"]),
        (ask("write_off", NORTH, (8, 8, 4), project="P2"), "H2", "amount", ["clear the advance"]),
        (ask("advance", NORTH, (11, 1, 1), project="P1"), "H2", "amount", ["31.0000", "30.0000", "2023Q2"]),
        (ask("carry_over", NORTH, 1, source="ZC"), "input", "event", ["not allowed"]),
        # locked quota, quota that is kept apart
        (ask("issue", CITY, 1, source="ZP"), "H4", "project", ["国家、省直配"]),
        (ask("allocate", CITY, (40, 40, 20), source="ZP", project="P2"), "H4", "project", ["P2", "0.0000", "40.0000"]),
        (ask("transfer_out", CITY, 1, source="ZP", project="P2", to_holder=NORTH), "H4", "project", ["P2"]),
        (ask("transfer_out", CITY, 1, source="ZP", project="P1", to_holder=NORTH, to_source="ZC"), "H4", "to_source", ["ZC"]),
        (ask("repay", NORTH, (1, 1, 1), source="ZP", project="P2"), "H4", "project", ["P2"]),
        (ask("transfer_out", CITY, 1, source="ZC", to_holder=NORTH, to_source="ZJ"), "H5", "to_source", ["增减挂钩"]),
        (ask("transfer_out", NORTH, 1, source="ZC", to_holder=NORTH), "input", "to_holder", ["itself"]),
        (ask("transfer_out", NORTH, 1, source="ZC", to_holder="999"), "input", "to_holder", ["999"]),
        # approvals
        (ask("use", NORTH, (1, 1, 1), project="P1", approval="批1"), "H6", "approval", ["批1", "already"]),
        (ask("use", NORTH, (1, 1, 1), project="P1", approval="批撤"), "H6", "approval", ["revoked"]),
        (ask("clear", NORTH, (4, 4, 4), source="ZC", project="P2", approval="批1"), "H6", "approval", ["12.0000", "9.0000"]),
        # reversals
        (ask("reverse", NORTH, reverses=99, reason="x"), "input", "reverses", ["99"]),
        (ask("reverse", NORTH, reverses=1, reason="x"), "H2", "amount", ["50.0000", "60.0000"]),
    ]  # fmt: skip


def test_every_refusal(quota):
    prepared(quota)
    before = quota.positions().rows
    wrong = []
    for request, rule, field, words in cases():
        found = [problem for problem in quota.preview([request]).problems if problem.hard]
        text = str(found[0].text) if found else "nothing"
        if not found or (found[0].rule, found[0].field, found[0].row) != (rule, field, 0):
            wrong.append((request.event, rule, field, [(each.rule, each.field, str(each.text)) for each in found]))
        elif not all(word in text or (word == "ZC" and "增存挂钩" in text) for word in words):
            wrong.append((words, text))
    assert not wrong
    good = ask("issue", NORTH, 1, source="JY")
    bad = cases()[0][0]
    with pytest.raises(Refused) as refused:
        quota.post([good, bad, good])
    assert [problem.row for problem in refused.value.problems] == [1]
    assert "Row 2" in str(refused.value)
    assert "999999" in str(refused.value)
    with pytest.raises(Refused):
        quota.post([bad])
    assert quota.positions().rows == before
    assert quota.post([]).vouchers == ()


def test_a_voucher_is_reversed_once_and_a_reversal_never(quota):
    first = quota.post([ask("issue", CITY, 5, source="ZC"), ask("transfer_out", CITY, 2, source="ZC", to_holder=NORTH)])
    moved = first.vouchers[1]
    undone = quota.reverse(NORTH, 1, DAY, "误记", WHO)
    assert {voucher.draft.book for voucher in undone.vouchers} == {CITY, NORTH}
    assert len({voucher.draft.transfer for voucher in undone.vouchers} - {moved.draft.transfer}) == 1
    assert {voucher.draft.nature for voucher in undone.vouchers} == {"transfer_out", "transfer_in"}
    assert balance(quota, CITY) == (5, 0, 0)
    for book, number in ((CITY, moved.number), (NORTH, 1)):
        with pytest.raises(Refused, match="already"):
            quota.reverse(book, number, DAY, "再冲", WHO)
    with pytest.raises(Refused, match="reversal itself"):
        quota.reverse(NORTH, 2, DAY, "再冲", WHO)
    twice = [ask("reverse", CITY, reverses=1, reason="误记")] * 2
    with pytest.raises(Refused, match="already"):
        quota.post(twice)
    assert balance(quota, CITY) == (5, 0, 0)


def test_a_row_is_imported_once(quota):
    row = ask("issue", CITY, 5, source="ZC", origin="台账.xlsx#1!7")
    for batch in ([row, row], [row]):
        if len(batch) == 2:
            with pytest.raises(Refused, match="imported before"):
                quota.post(batch)
            quota.post([row])
        else:
            with pytest.raises(Refused, match="imported before"):
                quota.post(batch)
    assert balance(quota, CITY) == (5, 0, 0)


def test_rules_of_a_county_that_is_less_strict(quota):
    prepared(quota)
    loose = ledger_over(
        quota.store, sub_dimensions="warn", advance_over_ceiling="warn", carry_over="allow", approval_tolerance_mu="1",
        years_back="20",
    )  # fmt: skip
    request = ask("transfer_out", NORTH, (50, 41, 36), source="ZC", to_holder=SOUTH)
    assert {(p.rule, p.hard) for p in loose.preview([request]).problems} == {("H2", False)}
    assert not loose.preview([ask("carry_over", NORTH, 1, source="ZC")]).refused
    assert not loose.preview([ask("issue", NORTH, 1, source="ZC", year=2003)]).refused
    over = [p for p in loose.preview([ask("advance", NORTH, (11, 1, 1), project="P1")]).problems if p.rule == "H2"]
    assert [p.hard for p in over] == [False]
    clear = ask("clear", NORTH, (4, 4, 4), source="ZC", project="P2", approval="批1")
    assert not loose.preview([clear]).refused
    below = ledger_over(quota.store, negative_available="to_ceiling")
    asked = [ask("transfer_out", NORTH, (size, 1, 1), source="ZC", to_holder=SOUTH) for size in (80, 81)]
    assert [below.preview([request]).refused for request in asked] == [False, True]


def test_ceilings_of_a_quarter_a_year_or_none(quota):
    quota.put("ceiling", {"holder": NORTH, "period": "2023", "area": 10_000_000}, WHO)
    quota.put("ceiling", {"holder": NORTH, "period": "2023Q3", "area": 15_000_000}, WHO)
    in_third = ask("advance", NORTH, 15, project="P1", day=datetime.date(2023, 7, 1))
    in_second = ask("advance", NORTH, 11, project="P1")
    assert not quota.preview([in_third]).refused
    assert quota.preview([in_second]).refused
    none = ask("advance", SOUTH, 1, project="P1")
    told = [p for p in quota.preview([none, none]).problems if p.rule == "H2"]
    assert [(p.hard, p.row) for p in told] == [(False, 0)]
    strict = ledger_over(quota.store, advance_without_ceiling="refuse")
    assert strict.preview([none]).refused
    silent = ledger_over(quota.store, advance_without_ceiling="silent")
    assert not [p for p in silent.preview([none]).problems if p.rule == "H2"]
    # What was cleared in the same batch makes room again.
    back = ask("return", NORTH, 10, project="P1")
    batch = [ask("advance", NORTH, 10, project="P1"), back, ask("advance", NORTH, 10, project="P1")]
    assert not quota.preview(batch).refused


def test_warnings_of_too_many_and_too_old_advances(quota):
    quota.post([ask("issue", CITY, 10, source="ZC"), ask("issue", CITY, 50, source="ZJ")])
    old = quota.post([ask("advance", NORTH, 10, project="P1")])
    assert not [w for w in old.warnings if w.rule == "S1"]
    more = quota.post([ask("advance", NORTH, "0.0001", project="P2")])
    assert ["10.0001" in str(w.text) and "10.0000" in str(w.text) for w in more.warnings if w.rule == "S1"] == [True]
    assert not [w for w in more.warnings if w.rule == "S4"]
    later = ledger_over(quota.store, today=datetime.date(2024, 8, 1))
    for day, told in ((datetime.date(2024, 6, 30), False), (datetime.date(2024, 7, 1), True)):
        warned = [w for w in later.preview([ask("advance", NORTH, 1, project="P2", day=day)]).problems if w.rule == "S4"]
        assert bool(warned) is told
    assert "2 projects" in str(warned[0].text)
    assert datetime.date(2024, 6, 30) > TODAY


def test_notices_of_a_year_refuse_nothing(quota):
    """S2 and S3: more approved than obtained, more supplied than approved; S1 and S4 of the whole ledger."""
    area, year = 1_000_000, datetime.date(2023, 6, 1)
    quota.post([ask("issue", CITY, 10, source="ZC"), ask("issue", CITY, 90, source="ZJ"), ask("advance", NORTH, 10, project="P1")])
    quota.put("approval", {"doc_no": "甲", "name": "甲", "holder": NORTH, "new_area": 10 * area, "area": 99 * area, "approved": year}, WHO)
    quota.put("approval", {"doc_no": "乙", "name": "乙", "holder": NORTH, "area": area, "approved": "2022-06-01"}, WHO)
    quota.put("approval", {"doc_no": "丙", "name": "丙", "holder": NORTH, "area": area, "approved": year, "revoked": True}, WHO)
    supply = {"contract_no": "1", "holder": NORTH, "mode": "CR", "area": 10 * area, "signed": year}
    quota.put("supply", supply, WHO)
    assert not quota.notices(2023)
    quota.post([ask("advance", NORTH, "0.0001", project="P1")])
    quota.put("approval", {"doc_no": "丁", "name": "丁", "holder": NORTH, "area": 100, "approved": year}, WHO)
    assert [problem.rule for problem in quota.notices(2023)] == ["S1", "S2"]
    quota.put("supply", {**supply, "contract_no": "2", "area": 200}, WHO)
    found = quota.notices(2023, datetime.date(2024, 7, 1))
    assert [(problem.rule, problem.hard) for problem in found] == [(rule, False) for rule in ("S1", "S2", "S3", "S4")]
    assert "10.0002" in str(found[2].text) and "10.0001" in str(found[2].text)
    assert [problem.rule for problem in quota.notices(2022)] == ["S2"]


def test_registers_refuse_by_name_of_the_field(quota):
    good = {"code": "P3", "name": "三", "holder": NORTH}
    for values, words in (
        ({**good, "demand": 50}, "用地需求"),
        ({**good, "demand": -1_000_000}, "用地需求"),
        ({**good, "level": "galactic"}, "项目级别"),
        ({**good, "requested": "2023-02-30"}, "申报日期"),
        ({**good, "colour": 1}, "colour"),
        ({"code": "P3", "holder": NORTH}, "项目名称"),
        ({"name": "三", "holder": NORTH}, "项目编码"),
        ({**good, "holder": "999999"}, "999999"),
    ):
        with pytest.raises(InputError, match=words):
            quota.put("project", values, WHO)
    quota.put("project", {**good, "level": "省级", "requested": DAY, "closed": "是"}, WHO)
    project = quota.projects()["P3"]
    assert (project.level, project.requested, project.closed) == ("provincial", "2023-05-10", True)


@pytest.mark.parametrize(("rule", "told"), [("refuse", [True]), ("warn", [False]), ("silent", [])])
def test_less_farmland_than_the_plan_allows_is_told_as_the_rule_says(quota, rule, told):
    prepared(quota)
    softer = ledger_over(quota.store, parts_left=rule)
    request = ask("transfer_out", NORTH, (50, 39, 30), source="ZC", to_holder=SOUTH)
    assert [problem.hard for problem in softer.preview([request]).problems if problem.rule == "H3"] == told
    if rule == "warn":  # once an account: a long import is not drowned in it
        batch = [request, *[ask("transfer_out", NORTH, 1, source="ZC", to_holder=SOUTH)] * 3]
        assert [problem.row for problem in softer.preview(batch).problems if problem.rule == "H3"] == [0]
    twisted = ask("transfer_out", NORTH, (10, 5, 6), source="ZC", to_holder=SOUTH)
    assert any(problem.hard and problem.rule == "H3" for problem in softer.preview([twisted]).problems)


@pytest.mark.parametrize(
    ("used", "stays", "back"),
    [
        ((9, 6, 4), (1, 1, 1), (0, 1, 1)),
        ((10, 6, 4), (0, 0, 0), (0, 2, 2)),
        ((9, 8, 4), (1, 0, 0), (0, 0, 2)),
        ((9, 8, 6), (1, 0, 0), (0, 0, 0)),
        ((6, 4, 2), (4, 4, 4), (0, 0, 0)),
    ],
)
def test_less_farmland_is_used_than_was_submitted(quota, used, stays, back):
    """What the county has free, the project and the approval have after it is what sending back, returning and asking anew
    would leave; every line keeps H3, the quarter closes, and a reversal undoes it."""
    quota.post([ask("issue", NORTH, (100, 70, 50), source="ZC"), ask("allocate", NORTH, (10, 8, 6), source="ZC", project="P1")])
    quota.post([ask("submit", NORTH, (10, 8, 6), project="P1")])
    before = balance(quota)
    (voucher,) = quota.post([ask("use", NORTH, used, project="P1", approval="甲")]).vouchers
    assert balance(quota, state="USE", project="P1") == used
    assert balance(quota, state="PEN", project="P1") == (0, 0, 0)
    assert balance(quota, state="ALC", project="P1") == stays
    assert balance(quota) == tuple(one + two for one, two in zip(before, back))
    line = journal_line(voucher)
    assert all(movement.amount.nested for movement in line.movements)
    assert (line.amount, line.available) == (amount(*used), amount(*back))
    assert not list(broken_rules(quota.store, quota.policy))
    by_hand = (
        ask("reverse", NORTH, reverses=voucher.number, reason="示例"),
        ask("send_back", NORTH, (10, 8, 6), project="P1"),
        ask("return", NORTH, (10, 8, 6), project="P1"),
        ask("allocate", NORTH, tuple(one + two for one, two in zip(used, stays)), source="ZC", project="P1"),
        ask("submit", NORTH, tuple(one + two for one, two in zip(used, stays)), project="P1"),
        ask("use", NORTH, used, project="P1", approval="甲"),
    )
    after = quota.store.balances()
    undone, *_ = quota.post(by_hand[:1]).vouchers
    assert balance(quota) == before and balance(quota, state="PEN", project="P1") == (10, 8, 6)
    assert journal_line(undone).amount == amount(10, 8, 6)
    quota.post(by_hand[1:])
    assert {place: size for place, size in quota.store.balances().items() if size} == {
        place: size for place, size in after.items() if size
    }
    assert not list(broken_rules(quota.store, quota.policy))
    quota.close_quarter(Quarter(2023, 2), [NORTH], WHO)


def test_less_farmland_of_an_advance_is_used(quota):
    """What is owed is what the project holds of the advance, part by part."""
    quota.post([ask("advance", NORTH, (10, 8, 6), project="P1"), ask("submit", NORTH, (10, 8, 6), project="P1")])
    quota.post([ask("use", NORTH, (9, 6, 4), project="P1", approval="甲")])
    held = [balance(quota, state=state, source="YZ", project="P1") for state in ("USE", "ALC", "ADV")]
    assert held == [(9, 6, 4), (1, 1, 1), (-10, -7, -5)]
    assert not list(broken_rules(quota.store, quota.policy))


def test_the_ceiling_of_farmland_is_looked_for_in_every_source(quota):
    """Two sources were submitted, one of them all farmland: five of other farmland find their ceiling there."""
    for source, size in (("ZC", (5, 0, 0)), ("JY", (5, 5, 5))):
        quota.post([
            ask("issue", NORTH, (50, 40, 30), source=source), ask("allocate", NORTH, size, source=source, project="P1"),
            ask("submit", NORTH, size, source=source, project="P1"),
        ])  # fmt: skip
    quota.post([ask("use", NORTH, (6, 5, 0), project="P1", approval="甲")])
    used = [balance(quota, state="USE", source=source, project="P1") for source in ("ZC", "JY")]
    assert used == [(1, 0, 0), (5, 5, 0)]
    assert balance(quota, source="JY") == (45, 35, 30)


def test_more_farmland_than_was_submitted_is_never_used(quota):
    quota.post([ask("issue", NORTH, (100, 70, 50), source="ZC"), ask("allocate", NORTH, (10, 8, 6), source="ZC", project="P1")])
    quota.post([ask("submit", NORTH, (10, 8, 6), project="P1")])
    for more in ((9, 9, 6), (9, 8, 7), (10, 9, 4)):
        problems = quota.preview([ask("use", NORTH, more, project="P1", approval="甲")]).problems
        assert [problem.rule for problem in problems if problem.hard] == ["H2"], problems


def test_the_shipped_rule_only_warns():
    from ....core.rules import load_rules

    assert load_rules().get("quota_parts_left").text() == "warn"


def test_a_server_is_as_strict_as_the_rules_can_be(quota):
    """Balances below nothing that the rules of one computer allow: a file takes them, a server says that it never does."""
    quota.put("ceiling", {"holder": NORTH, "period": "2023", "area": 5_000_000}, WHO)
    quota.post([ask("issue", NORTH, (10, 5, 5), source="ZC"), ask("issue", NORTH, (1, 1, 1), source="JY")])
    on_server = hasattr(quota.store, "schema")
    for rules, request in (
        ({"sub_dimensions": "warn"}, ask("allocate", NORTH, (8, 6, 0), source="ZC", project="P1")),
        ({"negative_available": "to_ceiling"}, ask("allocate", NORTH, (4, 0, 0), source="JY", project="P1")),
    ):
        loose = ledger_over(quota.store, parts_left="warn", **rules)
        assert not loose.preview([request]).refused
        if on_server:
            with pytest.raises(InputError, match=r"370001 2023 \w+ AVL .*never takes that, whatever the rules here allow"):
                loose.post([request])
        else:
            assert loose.post([request]).vouchers
