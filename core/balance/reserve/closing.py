"""Closing a year of reserve books (年度结账), by the same records as the quarters of land quota: a book whose year is closed is
closed up to the last quarter of that year.

What is reported of a reserve is its stock at the end of a year, so years close, in their order. What is frozen then goes on.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from ...errors import InputError
from ...ledger.model import AccountKey
from ...quota.background import closed_quarters
from ...quota.closing import (
    Balances,
    QuarterState,
    ReopeningWords,
    book_name,
    put_closed,
    quarters_of,
    reopen_books,
    require_flow,
)
from ...quota.quarter import Quarter
from ...sentence import sentence, translate
from ...store import Store, VoucherQuery
from ..indicators import Indicators
from .rules import amounts_text
from .vocabulary import DIMENSIONS, OWN_STATES, STATE_LABELS, State

_LAST = 4
_OWN = frozenset(state.value for state in OWN_STATES)
_STATE_NAMES = {state.value: label for state, label in STATE_LABELS.items()}
_OF_YEARS = ReopeningWords(
    translate("LandLedger", "Reopening a year needs a reason."),
    translate("LandLedger", "Only the last closed year of {book} can be reopened: {last}."),
    translate("LandLedger", "No year of {book} is closed."),
    lambda quarter: str(quarter.year),
)


@dataclass(frozen=True)
class Year:
    """A calendar year as a period."""

    number: int

    @property
    def first(self) -> datetime.date:
        """The first of January."""
        return datetime.date(self.number, 1, 1)

    @property
    def last(self) -> datetime.date:
        """The last of December."""
        return datetime.date(self.number, 12, 31)

    @property
    def code(self) -> str:
        """2023."""
        return str(self.number)

    @property
    def quarter(self) -> Quarter:
        """The quarter it ends with, which is what stands on record."""
        return Quarter(self.number, _LAST)


def years_of(store: Store, book: str) -> list[QuarterState]:
    """The years of a book that were ever closed, in their order, each as it is now."""
    return quarters_of(store, book)


def due_year(store: Store, book: str) -> int | None:
    """The year of a book that is to be closed next: after the last closed one, else that of the first day anything is booked
    on; None while nothing is."""
    closed = closed_quarters(store, (book,)).get(book)
    if closed is not None:
        return closed.year + 1
    first = next(iter(store.vouchers(VoucherQuery(books=(book,), limit=1))), None)
    return None if first is None else first.draft.book_date.year


def close_year(store: Store, year: int, books: Collection[str], operator: str, today: datetime.date) -> list[QuarterState]:
    """Close a year of these books, all or none; `store` shows reserve books only.

    InputError for a year that is not over or not next, for a lot whose balance at its end is below nothing; FootingError where
    opening, receipts and withdrawals do not make the closing balance.
    """
    period = Year(year)
    if today <= period.last:
        raise InputError(translate("LandLedger", "The year {year} is not over yet."), year=year)
    with store.writing(books) as writing:
        for book in books:
            due = due_year(store, book)
            if due is not None and year != due:
                template = translate("LandLedger", "Years close in their order: {expected} of {book} is next.")
                raise InputError(template, expected=due, book=book_name(store, book))
        require_flow(store, books, period, _STATE_NAMES)
        balances = store.balances(books, period.last)
        _require_nothing_owed(balances, period)
        states = []
        for book in books:
            going = {account.project for (account, _), amount in balances.items()
                     if account.book == book and account.state == State.FROZEN.value and amount}  # fmt: skip
            states.append(put_closed(writing, book, period.quarter, writing.head(book), len(going), operator, today))
        return states


def reopen_year(
    store: Store, year: int, books: Collection[str], reason: str, operator: str, today: datetime.date
) -> list[QuarterState]:
    """Open the last closed year of these books again: by who sees all books only, with a reason, on record."""
    return reopen_books(store, Year(year).quarter, books, reason, operator, today, _OF_YEARS)


def _require_nothing_owed(balances: Balances, period: Year) -> None:
    """R1 at the end of the year: posting looks at the balances of today, where what was booked under an earlier day than the
    entry it takes can't be seen."""
    sums: dict[AccountKey, list[int]] = {}
    for (account, dimension), amount in balances.items():
        if account.state in _OWN:
            sums.setdefault(account, [0, 0, 0])[DIMENSIONS.index(dimension)] += amount
    for account, parts in sums.items():
        left = Indicators(*parts)
        if not left.covered:
            template = translate(
                "LandLedger",
                "Lot {lot}, {state}: at the end of {year} the balance is below nothing ({left}): something was booked before the "
                "entry it takes. Reverse that voucher and book it later, then close the year.",
            )
            state = sentence(_STATE_NAMES[account.state])
            raise InputError(template, lot=account.source, state=state, year=period.code, left=amounts_text(left))
