"""Closing a period of books of any kind (结账): number and seal of a book's head on record, after which nothing more is booked
into the period; reopening it by the city, with a reason (反结账). Both are records of the chain.

A period ends with a quarter: land quota closes every quarter, reserve the last one of a year.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from ..errors import FootingError, InputError
from ..ledger.model import AccountKey, Scalar
from ..ledger.registers import load_register
from ..sentence import sentence, translate
from ..store import Head, Store, VoucherQuery, Writing
from .background import closed_quarters
from .quarter import Quarter

REGISTER = "quarter"
CLOSED, OPEN = "closed", "open"

Balances = Mapping[tuple[AccountKey, str], int]


class Period(Protocol):
    """Whole months from a first to a last day, and what the period is called."""

    @property
    def first(self) -> datetime.date: ...

    @property
    def last(self) -> datetime.date: ...

    @property
    def code(self) -> str: ...


@dataclass(frozen=True)
class QuarterState:
    """A quarter of a book: whether it is closed, with number and seal of the head when it was; `reason` of its reopening.

    `open_projects`: requests that were still open, listed for the next quarter; only where it was closed just now.
    """

    book: str
    quarter: Quarter
    closed: bool
    number: int = 0
    hash: str = ""
    date: str = ""
    reason: str = ""
    open_projects: tuple[str, ...] = ()


def quarters_of(store: Store, book: str) -> list[QuarterState]:
    """The quarters of a book that were ever closed, in their order, each as it is now."""
    found = [
        _state(record.values)
        for record in store.records(REGISTER)
        if record.values["book"] == book and record.key == f"{book}:{record.values['quarter']}"
    ]
    return sorted(found, key=lambda state: state.quarter)


def require_flow(store: Store, books: Collection[str], period: Period, states: Mapping[str, str]) -> None:
    """H8: opening + received − spent = closing for every account and dimension of the period, by its vouchers and by the
    turnover that is kept; and all turnover makes the balances of today. `states` are what states are called."""
    opening = store.balances(books, period.first - datetime.timedelta(days=1))
    closing = store.balances(books, period.last)
    posted = dict(opening)
    for voucher in store.vouchers(VoucherQuery(books=books, since=period.first, until=period.last)):
        for account, dimension, amount in voucher.draft.postings:
            posted[account, dimension] = posted.get((account, dimension), 0) + amount
    turned = dict(opening)
    first, last = period.first.isoformat()[:7], period.last.isoformat()[:7]
    for row in store.turnover(books):
        if first <= row.book_month <= last:
            place = (row.account, row.dimension)
            turned[place] = turned.get(place, 0) + row.received - row.spent
    _require_same(period, posted, closing, states)
    _require_same(period, turned, closing, states)
    _require_same(period, store.balances(books, datetime.date.max), store.balances(books), states)


def _require_same(period: Period, flow: Balances, closing: Balances, states: Mapping[str, str]) -> None:
    for account, dimension in {*flow, *closing}:
        if flow.get((account, dimension), 0) != closing.get((account, dimension), 0):
            raise FootingError(
                translate(
                    "LandLedger",
                    "{book}, {quarter}: opening plus received minus spent is not the closing balance of {state}, {source}. "
                    "Verify the ledger.",
                ),
                book=account.book, quarter=period.code, state=sentence(states[account.state]),
                source=account.source,
            )  # fmt: skip


def book_name(store: Store, code: str) -> str:
    """What a book is called."""
    return next((book.name for book in store.books() if book.code == code), code)


def put_closed(
    writing: Writing, book: str, quarter: Quarter, head: Head, open_count: int, operator: str, today: datetime.date
) -> QuarterState:
    """Put on record that a book is closed up to a quarter, with its head; `open_count` is what goes on after it."""
    values: dict[str, object] = {
        "book": book, "quarter": quarter.code, "state": CLOSED, "number": head.number, "hash": head.hash,
        "date": today, "open_count": open_count, "by": book,
    }  # fmt: skip
    return _state(_put(writing, f"{book}:{quarter.code}", book, values, operator))


class ReopeningWords(NamedTuple):
    """What is said of a period that can't be opened again, and how one is named."""

    no_reason: str
    not_last: str
    none_closed: str
    named: Callable[[Quarter], str]


_OF_QUARTERS = ReopeningWords(
    translate("LandLedger", "Reopening a quarter needs a reason."),
    translate("LandLedger", "Only the last closed quarter of {book} can be reopened: {last}."),
    translate("LandLedger", "No quarter of {book} is closed."),
    lambda quarter: quarter.code,
)


def reopen_books(
    store: Store, quarter: Quarter, books: Collection[str], reason: str, operator: str, today: datetime.date,
    words: ReopeningWords = _OF_QUARTERS,
) -> list[QuarterState]:  # fmt: skip
    """Open what these books closed last again, all or none; `store` shows books of one kind, the first of which logs it, too."""
    if not reason.strip():
        raise InputError(words.no_reason)
    city = _city(store)
    with store.writing({city, *books}) as writing:
        closed = closed_quarters(store)
        for book in books:
            last = closed.get(book)
            if last is None:
                raise InputError(words.none_closed, book=book_name(store, book))
            if last != quarter:
                raise InputError(words.not_last, book=book_name(store, book), last=words.named(last))
        return [_reopen_one(store, writing, city, book, quarter, reason, operator, today) for book in books]


def _reopen_one(
    store: Store, writing: Writing, city: str, book: str, quarter: Quarter, reason: str, operator: str,
    today: datetime.date,
) -> QuarterState:  # fmt: skip
    former = next(state for state in quarters_of(store, book) if state.quarter == quarter)
    values: dict[str, object] = {
        "book": book, "quarter": quarter.code, "state": OPEN, "number": former.number, "hash": former.hash, "date": today,
        "reason": reason, "by": city,
    }  # fmt: skip
    checked = _put(writing, f"{book}:{quarter.code}", book, values, operator)
    if city != book:
        _put(writing, f"{city}:{quarter.code}:{book}", city, values, operator)
    return _state(checked)


def _put(
    writing: Writing, key: str, book: str, values: Mapping[str, object], operator: str
) -> dict[str, Scalar]:
    checked = load_register(REGISTER).checked(values)
    writing.put(REGISTER, key, book, checked, operator)
    return checked


def _city(store: Store) -> str:
    """The first book of its kind, whose role alone sees all others; InputError for anybody else."""
    if not store.sees_all:
        raise InputError(translate("LandLedger", "Only the city can reopen a quarter."))
    return store.books()[0].code


def _state(values: Mapping[str, Scalar]) -> QuarterState:
    return QuarterState(
        str(values["book"]),
        Quarter.named(str(values["quarter"])),
        values["state"] == CLOSED,
        int(values.get("number") or 0),
        str(values.get("hash") or ""),
        str(values.get("date") or ""),
        str(values.get("reason") or ""),
    )
