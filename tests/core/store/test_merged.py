"""Sums that the database makes, against the same sums made of its single accounts."""

from __future__ import annotations

import datetime
import itertools
import random

import pytest

from ....core.ledger.model import AccountKey, Draft, Posting
from ....core.store import VoucherQuery
from .made_ledgers import CITY, NORTH, SOUTH

DAYS = (
    datetime.date.max, None, datetime.date(2022, 12, 31), datetime.date(2023, 2, 28), datetime.date(2023, 3, 9), datetime.date(2024, 1, 1),
)  # fmt: skip


@pytest.fixture
def booked(store):
    """Random vouchers of several projects, months, years and dimensions."""
    chance = random.Random(7)
    for book in (CITY, NORTH, SOUTH):
        drafts = []
        for _ in range(60):
            place = AccountKey(book, chance.choice((2022, 2023)), chance.choice(("JC", "YZ")), "AVL", chance.choice(("", "A", "B")))
            other = place._replace(state=chance.choice(("ADV", "USE")))
            on = datetime.date(2023, 1, 1) + datetime.timedelta(days=chance.randrange(120))
            postings = []
            for dimension in ("NEW", "AGR"):
                amount = chance.randrange(1, 50)
                postings += [Posting(place, dimension, -amount), Posting(other, dimension, amount)]
            drafts.append(
                Draft(book, chance.choice(("issue", "use")), on, tuple(postings), on - datetime.timedelta(days=40), nature="")
            )
        with store.writing({book}) as writing:
            writing.append(drafts)
    return store


def added(rows) -> dict:
    sums: dict = {}
    for key, *amounts in rows:
        known = sums.setdefault(key, [0] * len(amounts))
        sums[key] = [one + two for one, two in zip(known, amounts)]
    return sums


@pytest.mark.parametrize("until", DAYS)
@pytest.mark.parametrize("books", [(), (NORTH, SOUTH)])
@pytest.mark.parametrize("dimension", ["", "NEW"])
def test_balances(booked, until, books, dimension) -> None:
    single = booked.balances(books, until)
    wanted = added(
        ((account._replace(project=""), each), amount)
        for (account, each), amount in single.items()
        if dimension in ("", each)
    )
    found = booked.merged_balances(books, until, dimension)
    assert {key: [amount] for key, amount in found.items()} == {key: value for key, value in wanted.items() if value[0]}
    assert all(type(amount) is int for amount in found.values())


@pytest.mark.parametrize("until", DAYS)
def test_balances_of_projects(booked, until) -> None:
    wanted = added(
        ((account._replace(year=0, source=""), each), amount)
        for (account, each), amount in booked.balances((NORTH,), until).items()
        if account.project and each == "NEW"
    )
    found = booked.project_balances((NORTH,), until, "NEW")
    assert {key: [amount] for key, amount in found.items()} == {key: value for key, value in wanted.items() if value[0]}


@pytest.mark.parametrize("books", [(), (CITY,)])
@pytest.mark.parametrize("year", [None, 2022])
@pytest.mark.parametrize("dimension", ["", "AGR"])
def test_turnover(booked, books, year, dimension) -> None:
    wanted = added(
        ((row.account._replace(project=""), *row[1:5]), row.received, row.spent)
        for row in booked.turnover(books)
        if year in (None, row.account.year) and dimension in ("", row.dimension)
    )
    found = booked.merged_turnover(books, year, dimension)
    assert found and {tuple(row[:5]): [row.received, row.spent] for row in found} == wanted


@pytest.mark.parametrize("natures", [(), ("issue",)])
def test_turnover_of_projects(booked, natures) -> None:
    def asked(row) -> bool:
        own = row.account.project and row.account.state in ("ADV", "AVL") and row.dimension == "NEW"
        return bool(own) and row.nature in (natures or (row.nature,))

    wanted = [row for row in booked.turnover((NORTH,)) if asked(row)]
    found = booked.project_turnover(("ADV", "AVL"), (NORTH,), "NEW", natures)
    assert wanted and sorted(found) == sorted(wanted)


def test_heads_and_sums_of_vouchers_are_those_of_the_vouchers(booked):
    """Against the vouchers read whole: reversed ones stand until the day of their reversal."""
    first = next(voucher for voucher in booked.vouchers(VoucherQuery(books=(NORTH,))) if voucher.draft.event == "use")
    turned = tuple(posting._replace(amount=-posting.amount) for posting in first.draft.postings)
    day = datetime.date(2023, 4, 10)
    with booked.writing({NORTH}) as writing:
        writing.append([Draft(NORTH, "reverse", day, turned, reverses=first.number, nature="use")])
    days = (None, datetime.date(2023, 4, 9), day, datetime.date(2024, 12, 31))
    for books, until in itertools.product(((), (NORTH,)), days):
        query = VoucherQuery(books=books, until=until)
        whole = list(booked.vouchers(query))
        undone = {(v.draft.book, v.draft.reverses) for v in whole if v.draft.reverses is not None}
        for events in (("issue", "use"), ("use",), ("allocate", "clear")):
            wanted = [v for v in whole if v.draft.event in events]
            assert [(h.book, h.number) for h in booked.documents(events, books, until)] == [
                (v.draft.book, v.number) for v in wanted if (v.draft.book, v.number) not in undone
            ]
            for head, voucher in zip(
                booked.documents(events, books, until),
                [v for v in wanted if (v.draft.book, v.number) not in undone],
            ):
                draft = voucher.draft
                assert head[2:] == (
                    draft.event, draft.project, draft.book_date, draft.doc_date, draft.doc_no, draft.approval,
                )  # fmt: skip
            sums = {}
            for voucher in wanted:
                parts = [
                    p.amount if p.dimension == "AGR" else 0
                    for p in voucher.draft.postings
                    if p.account.state in ("ADV", "AVL")
                ]
                if parts:
                    sums[voucher.draft.book, voucher.number] = sum(parts)
            assert booked.document_sums(events, ("ADV", "AVL"), "AGR", books, until) == sums


def test_turnover_since_a_month(booked):
    for since in ("2023-03", "2024-01", "2030-01"):
        late = [row for row in booked.merged_turnover() if row.book_month >= since]
        assert sorted(booked.merged_turnover(since=since)) == sorted(late)
        late = [row for row in booked.project_turnover(("ADV", "AVL", "USE")) if row.book_month >= since]
        assert sorted(booked.project_turnover(("ADV", "AVL", "USE"), since=since)) == sorted(late)
