"""What went in and out of accounts up to a day: months from the ledger's turnover, the days of a begun month from its
vouchers, by booking date or by the date of the document."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from ...ledger.model import AccountKey, Draft, Voucher
from ...store.interface import Store, Turnover, VoucherQuery
from ..vocabulary import Dimension, Event, QuotaAmount

TAKEN = frozenset((Event.ADVANCE.value, Event.OPENING.value))
"""Natures under which the liability of advances grows; under all others it is cleared."""

_ONE_DAY = datetime.timedelta(days=1)
_PLACE = {dimension.value: place for place, dimension in enumerate(Dimension)}


class Basis(Enum):
    """The date that statistics go by."""

    BOOKING = "booking"
    DOCUMENT = "document"


class Line(NamedTuple):
    """A voucher on one account: `amount` as posted, its parts merged."""

    account: AccountKey
    amount: QuotaAmount
    undone: bool

    @property
    def comes_in(self) -> bool:
        """Whether it stands under 收入: what undoes an income stands there, too, below nothing."""
        return (_first_part(self.amount) > 0) is not self.undone

    @property
    def size(self) -> QuotaAmount:
        """The amount as its side shows it: above nothing, of a reversal below."""
        return self.amount if self.comes_in else self.amount.negative


def lines_of(draft: Draft) -> list[Line]:
    """The lines of a voucher, one an account, in the order of its postings."""
    parts: dict[AccountKey, list[int]] = {}
    for account, dimension, amount in draft.postings:
        place = _PLACE.get(dimension)
        if place is not None:
            parts.setdefault(account, [0, 0, 0])[place] += amount
    undone = draft.reverses is not None
    return [Line(account, QuotaAmount(*amounts), undone) for account, amounts in parts.items() if any(amounts)]


def date_of(draft: Draft, basis: Basis) -> datetime.date:
    """The date by which a voucher counts; one without a document counts when it was booked."""
    return draft.doc_date or draft.book_date if basis is Basis.DOCUMENT else draft.book_date


def turnover_until(
    store: Store, books: Collection[str], until: datetime.date | None, basis: Basis = Basis.BOOKING
) -> list[Turnover]:
    """The turnover up to the end of a day; all of it without one."""
    rows = store.turnover(books)
    if until is None:
        return list(rows)
    month, document = until.isoformat()[:7], basis is Basis.DOCUMENT
    if (until + _ONE_DAY).day == 1:
        return [row for row in rows if (row.doc_month if document else row.book_month) <= month]
    before = [row for row in rows if (row.doc_month if document else row.book_month) < month]
    return before + turnover_of(vouchers_between(store, books, until.replace(day=1), until, basis))


def turnover_between(
    store: Store, books: Collection[str], first: datetime.date, last: datetime.date
) -> list[Turnover]:
    """The turnover of some days by booking date; `first` is the first of a month."""
    month = first.isoformat()[:7]
    return [row for row in turnover_until(store, books, last) if row.book_month >= month]


def vouchers_between(
    store: Store, books: Collection[str], first: datetime.date | None, last: datetime.date | None, basis: Basis
) -> Iterator[Voucher]:
    """Vouchers of some days, both included, by either date."""
    if basis is Basis.BOOKING:
        yield from store.vouchers(VoucherQuery(books=books, since=first, until=last))
        return
    for voucher in store.vouchers(VoucherQuery(books=books)):
        day = date_of(voucher.draft, basis)
        if (first is None or day >= first) and (last is None or day <= last):
            yield voucher


def turnover_of(vouchers: Iterable[Voucher]) -> list[Turnover]:
    """The turnover that vouchers make, as the ledger itself keeps it."""
    sums: dict[tuple[AccountKey, str, str, str, str], list[int]] = {}
    for voucher in vouchers:
        draft = voucher.draft
        months = draft.book_date.isoformat()[:7], date_of(draft, Basis.DOCUMENT).isoformat()[:7]
        for account, dimension, amount in draft.postings:
            sides = sums.setdefault((account, dimension, *months, draft.nature), [0, 0])
            if (amount > 0) is not (draft.reverses is not None):
                sides[0] += amount
            else:
                sides[1] -= amount
    return [Turnover(*key, received, spent) for key, (received, spent) in sums.items()]


def _first_part(amount: Sequence[int]) -> int:
    return next((part for part in amount if part), 0)

