"""Advances against approvals: hand-made projects with what each must come to."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from ....core.area import Area
from ....core.errors import FootingError
from ....core.quota.advances import project_advances
from ....core.quota.clearing import clearing_of, clearing_table
from ....core.quota.ledger import Quarter
from .made_quota import CITY, NORTH, SOUTH, ask, balance, ledger_over, seeded

MU = 1_000_000
EARLY, LATE = datetime.date(2023, 2, 10), datetime.date(2023, 11, 10)


@pytest.fixture
def advanced(quota):
    """More back, less added, exactly, part repaid, part returned, reversed, used and not cleared, split among two years."""
    for code in "ABCDEFGH":
        quota.put("project", {"code": code, "name": f"项目{code}", "holder": NORTH, "level": "county"}, "示例")
    quota.post([ask("issue", NORTH, 200, day=EARLY, source="ZC")])
    quota.post([ask("advance", NORTH, size, day=EARLY, project=code) for code, size in zip("ABCDEFG", (10, 10, 10, 10, 10, 10, 10))])
    quota.post([ask("advance", SOUTH, 7, day=EARLY, project="H"), ask("advance", NORTH, 5, day=LATE, project="A")])
    clear = {"day": LATE, "source": "ZC"}
    quota.post(
        [
            ask("clear", NORTH, 13, project="A", approval="a", **clear),
            ask("clear", NORTH, 12, project="B", approval="b", **clear),
            ask("clear", NORTH, 10, project="C", approval="c", **clear),
            ask("repay", NORTH, 4, project="D", **clear),
            ask("return", NORTH, 3, day=LATE, project="E"),
            ask("submit", NORTH, 8, day=LATE, project="G"),
            ask("use", NORTH, 6, day=LATE, project="G", approval="g"),
        ]
    )
    number = next(
        voucher.number for voucher in quota.store.chain(NORTH) if (voucher.draft.event, voucher.draft.project) == ("advance", "F")
    )
    quota.reverse(NORTH, number, LATE, "误记", "示例")
    return quota


def test_each_project(advanced):
    found = {each.project: each for each in project_advances(advanced.store, datetime.date(2024, 1, 31), 4)}
    told = {
        code: tuple(part // MU for part in (each.advanced, each.approved, each.difference, each.cleared, each.outstanding))
        for code, each in found.items()
    }
    assert told == {
        "A": (15, 13, 2, 15, 0),
        "B": (10, 12, -2, 10, 0),
        "C": (10, 10, 0, 10, 0),
        "D": (10, 0, 0, 4, 6),
        "E": (10, 0, 0, 3, 7),
        "G": (10, 6, 4, 0, 10),
        "H": (7, 0, 0, 0, 7),
    }
    assert {code: each.quarters for code, each in found.items()} == {**dict.fromkeys("ABC", 0), **dict.fromkeys("DEGH", 4)}
    assert not any(each.overdue for each in found.values())
    # 15 + 10 + 10 advanced, 13 + 12 + 10 used, 4 repaid, all out of 200.
    assert balance(advanced) == (200 - 35 - 4, 0, 0)
    assert balance(advanced, state="USE", project="A") == (13, 0, 0)
    assert balance(advanced, state="ALC", project="D") == (4, 0, 0)


def test_an_approval_clears_once(advanced):
    advanced.post([ask("advance", NORTH, 5, day=LATE, project="B"), ask("submit", NORTH, 5, day=LATE, project="B")])
    again = ask("clear", NORTH, 5, day=LATE, source="ZC", project="B", approval="b")
    use = ask("use", NORTH, 5, day=LATE, project="B", approval="b")
    for request in (again, use):
        assert [problem.rule for problem in advanced.preview([request]).problems if problem.hard] == ["H6"]
    assert not advanced.preview([replace(again, approval="b2")]).refused
    # What is reversed may be used again.
    number = next(v.number for v in advanced.store.chain(NORTH) if (v.draft.event, v.draft.project) == ("clear", "C"))
    back = ask("reverse", NORTH, day=LATE, reverses=number, reason="误记")
    again = ask("clear", NORTH, 10, day=LATE, source="ZC", project="C", approval="c")
    assert not advanced.preview([back, again]).refused
    assert advanced.preview([back, again, again]).refused


def test_overdue_from_the_fifth_quarter_on(advanced):
    for day, late in ((datetime.date(2024, 3, 31), set()), (datetime.date(2024, 4, 1), set("DEGH"))):
        clearing = clearing_of(advanced.store, day, 4)
        assert {each.project for each in clearing.overdue} == late
    assert Quarter.of(day).minus(Quarter.of(EARLY)) == 5
    clearing = clearing_of(advanced.store, day, 4, [SOUTH])
    assert [each.project for each in clearing.advances] == ["H"]
    before = clearing_of(advanced.store, datetime.date(2023, 10, 31), 4)
    assert before.total("outstanding") == 77 * MU


def test_the_sheet(advanced):
    clearing = clearing_of(advanced.store, datetime.date(2024, 4, 1), 4)
    assert (clearing.more, clearing.less) == (6 * MU, 2 * MU)
    rows = list(clearing_table(clearing).rows)
    cells = {row.values["P"]: row.values for row in rows if row.values.get("P")}
    assert cells["项目B（B）"]["A6"] == Area(2 * MU)
    assert cells["项目B（B）"]["A5"] is None
    assert (cells["项目D（D）"]["O"], cells["项目D（D）"]["Q"], cells["项目D（D）"]["A3"]) == ("是", 5, None)
    total = rows[-1].values
    assert (total["A1"], total["A4"], total["A7"]) == (Area(72 * MU), Area(42 * MU), Area(30 * MU))


def test_what_is_not_the_balance_is_not_signed(advanced, monkeypatch):
    balances = advanced.store.balances((), None)
    first = next(place for place in balances if place[0].state == "ADV")
    wrong = {**balances, first: balances[first] - 100}
    monkeypatch.setattr(type(advanced.store), "balances", lambda *args: wrong)
    with pytest.raises(FootingError, match="not cleared"):
        clearing_of(advanced.store, datetime.date(2024, 4, 1), 4)


def test_real_quota_is_used_before_advanced(quota):
    quota.put("approval", {"doc_no": "甲", "name": "甲", "holder": NORTH, "new_area": 8 * MU}, "示例")
    quota.post(
        [
            ask("issue", NORTH, (10, 10, 5), source="ZC"),
            ask("advance", NORTH, (10, 10, 5), project="P1"),
            ask("allocate", NORTH, (6, 6, 3), source="ZC", project="P1"),
            ask("submit", NORTH, (12, 12, 6), project="P1"),
            ask("use", NORTH, (8, 8, 4), project="P1", approval="甲"),
        ]
    )
    assert balance(quota, state="USE", project="P1") == (6, 6, 3)
    assert balance(quota, state="USE", source="YZ", project="P1") == (2, 2, 1)
    assert balance(quota, state="ALC", source="YZ", project="P1") == (8, 8, 4)
    assert balance(quota, state="PEN", source="YZ", project="P1") == (0, 0, 0)
    quota.post([ask("clear", NORTH, (2, 2, 1), source="ZC", project="P1", approval="甲")])
    assert balance(quota, state="USE", project="P1") == (8, 8, 4)
    assert quota.positions().outstanding() == (0, 0, 0)


def test_real_quota_of_a_later_year_is_used_before_advanced(quota):
    quota.post(
        [
            ask("advance", NORTH, 5, project="P1"),
            ask("issue", NORTH, 5, year=2024, source="QT"),
            ask("allocate", NORTH, 5, year=2024, source="QT", project="P1"),
            ask("submit", NORTH, 6, project="P1"),
        ]
    )
    assert balance(quota, state="PEN", source="QT", year=2024, project="P1") == (5, 0, 0)
    assert balance(quota, state="PEN", source="YZ", project="P1") == (1, 0, 0)


def test_registers_are_seeded_once(quota):
    numbers = quota.store.head(CITY).record_number, quota.store.head(NORTH).record_number
    seeded(quota.store, projects=())
    assert (quota.store.head(CITY).record_number, quota.store.head(NORTH).record_number) == numbers
    assert [holder.level for holder in quota.holders().values()] == ["city", "county", "county"]
    sources = quota.sources()
    assert [code for code, source in sources.items() if source.locked] == ["ZP"]
    assert [code for code, source in sources.items() if not source.counts] == ["ZJ", "PH", "YZ"]


def test_apart_and_in_total(quota):
    """H5: the sources that count make the total; linkage surplus and reused land stand apart."""
    parts = {"ZC": 6312, "JY": 48, "ZX": 1205, "ZJ": 500, "PH": 40}
    quota.post([ask("issue", CITY, mu, source=source) for source, mu in parts.items()])
    positions = quota.positions()
    assert positions.obtained(holder=CITY).total == (6312 + 48 + 1205) * MU
    assert positions.obtained(source="ZJ").total == 500 * MU
    by_source = {source: -size.total // MU for (source,), size in positions.by("source", year=2023).items() if size.total}
    assert not by_source


def test_what_is_advanced_anew_is_as_old_as_it_is(quota):
    """A first advance cleared or repaid long ago does not make a second one old, nor the second one the first one wrong."""
    quota.post(
        [
            ask("issue", NORTH, 100, day=datetime.date(2022, 1, 5), source="ZC", year=2022),
            *(ask("advance", NORTH, 10, day=datetime.date(2022, 1, 5), project=code, doc_no="旧") for code in ("P1", "P2")),
            ask("clear", NORTH, 8, day=datetime.date(2022, 5, 5), project="P1", source="ZC", approval="甲"),
            ask("repay", NORTH, 4, day=datetime.date(2022, 5, 5), project="P2", source="ZC"),
            ask("clear", NORTH, 6, day=datetime.date(2022, 6, 5), project="P2", source="ZC", approval="乙"),
            ask("advance", NORTH, 3, day=datetime.date(2023, 7, 1), project="P2", doc_no="误"),
        ]
    )
    wrong = quota.store.head(NORTH).number
    again = [ask("advance", NORTH, 5, day=datetime.date(2023, 11, 5), project=code, doc_no="新") for code in ("P1", "P2")]
    posted = quota.post([ask("reverse", NORTH, day=LATE, reverses=wrong, reason="误记"), *again])
    assert "S4" not in {problem.rule for problem in posted.warnings}
    found = {each.project: each for each in project_advances(quota.store, datetime.date(2024, 1, 31), 4)}
    assert {code: (each.first, each.doc_no, each.quarters, each.overdue) for code, each in found.items()} == dict.fromkeys(
        ("P1", "P2"), (datetime.date(2023, 11, 5), "新", 1, False)
    )
    assert {code: (each.difference // MU, each.outstanding // MU) for code, each in found.items()} == {"P1": (2, 5), "P2": (0, 5)}
    posted = quota.post([ask("advance", NORTH, 1, day=datetime.date(2024, 2, 1), project="P1")])
    assert "S4" not in {problem.rule for problem in posted.warnings}
    later = ledger_over(quota.store, today=datetime.date(2025, 4, 1), overdue_quarters="4")
    late = later.post([ask("advance", NORTH, 1, day=datetime.date(2025, 4, 1), project="P1")])
    assert "S4" in {problem.rule for problem in late.warnings}
    (now,) = [each for each in project_advances(later.store, datetime.date(2025, 4, 1), 4) if each.project == "P1"]
    assert (now.quarters, now.overdue) == (6, True)
    today = {"day": datetime.date(2025, 4, 1)}
    returned = [ask("return", NORTH, size, project=code, source="YZ", **today) for code, size in (("P1", 6), ("P2", 5))]
    for batch, told in ((returned[1:], True), (returned, False)):
        found = later.preview([*batch, ask("advance", NORTH, 1, project="P1", **today)])
        assert ("S4" in {problem.rule for problem in found.problems}) is told
