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
