"""Rules over a whole ledger: vouchers that came in past the rules are found, the first of each named."""

from __future__ import annotations

import datetime

from ....core.ledger.model import AccountKey, Draft, Posting
from ....core.quota.ledger import Quarter
from ....core.quota.verifying import broken_rules
from ..store.conftest import MAKERS
from .made_quota import BOOKS, CITY, DAY, NORTH, ask, ledger_over, seeded

MU = 1_000_000


def forced(give, take, parts, day=DAY, **more):
    """A voucher that balances and asks no rule; accounts as (state, source, project)."""
    sides = [AccountKey(NORTH, 2023, source, state, project) for state, source, project in (give, take)]
    postings = [
        Posting(account, dimension, sign * part * MU)
        for account, sign in zip(sides, (-1, 1))
        for dimension, part in zip(("NEW", "AGR", "CUL"), parts)
        if part
    ]
    return Draft(NORTH, more.pop("event", "issue"), day, tuple(postings), **more)


def test_what_came_in_past_the_rules(tmp_path):
    store, _ = MAKERS["geopackage"](tmp_path, "示例", BOOKS)
    quota = seeded(store)
    quota.post([ask("issue", NORTH, (10, 5, 5), day=datetime.date(2023, 2, 1), source="ZC"), ask("issue", CITY, 3, source="ZC")])
    quota.close_quarter(Quarter(2023, 1), [NORTH], "示例")
    quota.post([ask("advance", NORTH, 2, project="P2"), ask("submit", NORTH, 2, project="P2")])
    quota.post([ask("use", NORTH, 1, project="P2", approval="甲")])
    assert not list(broken_rules(store, quota.policy))
    upper = ("EXT", "ZC", "")
    with store.writing([NORTH]) as writing:
        first = writing.head(NORTH).number + 1
        writing.append(
            [
                forced(("AVL", "ZC", ""), ("ALC", "ZC", "P1"), (11, 5, 5)),
                forced(("AVL", "ZC", ""), ("ALC", "ZC", "P1"), (1, 0, 0)),
                forced(upper, ("RES", "ZC", "P1"), (1, 0, 1)),
                forced(("EXT", "ZP", ""), ("AVL", "ZP", ""), (1, 0, 0)),
                forced(upper, ("USE", "ZC", "P2"), (1, 0, 0), event="use", approval="甲", project="P2"),
                forced(upper, ("AVL", "JY", ""), (1, 0, 0), day=datetime.date(2023, 3, 31)),
            ]
        )
    found = [(rule, book, number - first) for rule, book, number, _ in broken_rules(store, quota.policy)]
    assert found == [(rule, NORTH, place) for rule, place in (("H2", 0), ("H3", 2), ("H4", 3), ("H6", 4), ("H7", 5))]
    loose = ledger_over(store, sub_dimensions="warn", negative_available="to_ceiling")
    assert [rule for rule, *_ in broken_rules(store, loose.policy)] == ["H4", "H6", "H7"]
    store.close()


def test_parts_left_over_are_judged_as_posting_judges_them(tmp_path):
    """A plan used without farmland leaves more of a part than of the whole: a warning, so no finding."""
    store, _ = MAKERS["geopackage"](tmp_path, "示例", BOOKS)
    strict = seeded(store)
    told = ledger_over(store, parts_left="warn")
    issued = ask("issue", NORTH, (10, 8, 5), source="ZC")
    assert told.post([issued, ask("allocate", NORTH, (6, 0, 0), source="ZC", project="P1")]).warnings
    assert not list(broken_rules(store, told.policy))
    assert [rule for rule, *_ in broken_rules(store, strict.policy)] == ["H3"]
    with store.writing([NORTH]) as writing:
        last = writing.append([forced(("AVL", "ZC", ""), ("ALC", "ZC", "P2"), (0, 9, 0))])[0].number
    assert [(rule, number) for rule, _, number, _ in broken_rules(store, told.policy)] == [("H2", last), ("H3", last)]
    loose = ledger_over(store, parts_left="warn", sub_dimensions="warn")
    assert not list(broken_rules(store, loose.policy))
    store.close()


def test_a_quarter_that_was_closed_before_a_later_one(tmp_path):
    """Between the closing of the first quarter and that of the second, too, the first takes no voucher."""
    store, _ = MAKERS["geopackage"](tmp_path, "示例", BOOKS)
    quota = seeded(store)
    quota.post([ask("issue", NORTH, 10, day=datetime.date(2023, 2, 1), source="ZC")])
    quota.close_quarter(Quarter(2023, 1), [NORTH], "示例")
    with store.writing([NORTH]) as writing:
        writing.append([forced(("EXT", "ZC", ""), ("AVL", "ZC", ""), (1, 0, 0), day=datetime.date(2023, 3, 1))])
    quota.close_quarter(Quarter(2023, 2), [NORTH], "示例")
    assert [(rule, number) for rule, _, number, _ in broken_rules(store, quota.policy)] == [("H7", 2)]
    store.close()


def test_an_approval_that_was_cleared_is_not_used_afterwards(tmp_path):
    store, _ = MAKERS["geopackage"](tmp_path, "示例", BOOKS)
    quota = seeded(store)
    quota.post([ask("issue", NORTH, 20, source="ZC"), ask("advance", NORTH, 5, project="P1")])
    quota.post([ask("clear", NORTH, 5, source="ZC", project="P1", approval="甲")])
    with store.writing([NORTH]) as writing:
        used = forced(("AVL", "ZC", ""), ("USE", "ZC", "P1"), (1, 0, 0), event="use", approval="甲", project="P1")
        writing.append([used])
    assert [(rule, number) for rule, _, number, _ in broken_rules(store, quota.policy)] == [("H6", 4)]
    store.close()


def test_a_reversal_that_undoes_something_else(tmp_path):
    """Amounts, event or voucher of a reversal that are not those of the one it names, and a voucher counted as another."""
    store, _ = MAKERS["geopackage"](tmp_path, "示例", BOOKS)
    quota = seeded(store)
    quota.post([ask("issue", NORTH, 10, source="ZC") for _ in range(5)])
    quota.reverse(NORTH, 1, DAY, "误记", "示例")
    undo = {"give": ("AVL", "ZC", ""), "take": ("EXT", "ZC", ""), "event": "reverse", "nature": "issue"}
    assert not list(broken_rules(store, quota.policy))
    with store.writing([NORTH]) as writing:
        writing.append(
            [
                forced(parts=(10, 0, 0), reverses=2, **undo),
                forced(parts=(9, 0, 0), reverses=3, **undo),
                forced(parts=(10, 0, 0), reverses=4, **{**undo, "nature": "opening"}),
                forced(parts=(10, 0, 0), reverses=5, **{**undo, "event": "issue"}),
                forced(parts=(1, 0, 0), give=undo["take"], take=undo["give"], event="issue", nature="opening"),
                forced(parts=(1, 0, 0), **undo),
            ]
        )
    found = [(rule, number) for rule, _, number, _ in broken_rules(store, quota.policy) if rule == "H1"]
    assert found == [("H1", number) for number in range(8, 13)]
    store.close()
