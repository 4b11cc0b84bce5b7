"""What went in and out of accounts up to a day: months from the ledger's turnover, the days of a begun month from its
vouchers, by booking date or by the date of the document."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from ...ledger.model import AccountKey, Draft, Voucher
from ...store.interface import Store, Turnover, VoucherQuery
from ...store.merged import ends_month
from ..scene import lines_of as merged_lines
from ..vocabulary import NOTHING, Dimension, Event, QuotaAmount

TAKEN = frozenset((Event.ADVANCE.value, Event.OPENING.value))
"""Natures under which the liability of advances grows; under all others it is cleared."""



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
    undone = draft.reverses is not None
    return [Line(account, amount, undone) for account, amount in merged_lines(draft.postings) if amount != NOTHING]


def date_of(draft: Draft, basis: Basis) -> datetime.date:
    """The date by which a voucher counts; one without a document counts when it was booked."""
    return draft.doc_date or draft.book_date if basis is Basis.DOCUMENT else draft.book_date


def turnover_until(
    store: Store,
    books: Collection[str],
    until: datetime.date | None,
    basis: Basis = Basis.BOOKING,
    year: int | None = None,
    dimension: str = Dimension.TOTAL.value,
    since: str = "",
) -> list[Turnover]:
    """The turnover up to the end of a day (all of it without one), projects together; of a quota year, of a dimension
    ('' for all three). `since` leaves out what was booked in months before that."""
    rows = store.merged_turnover(books, year, dimension, since)
    return _up_to(rows, store, books, until, basis, lambda row: _merged(row, year, dimension))


def project_turnover_until(
    store: Store,
    books: Collection[str],
    until: datetime.date | None,
    basis: Basis,
    states: Collection[str],
    natures: Collection[str] = (),
    since: str = "",
) -> list[Turnover]:
    """The total turnover of projects' accounts in some states up to the end of a day, under some natures (all for none);
    `since` leaves out what was booked in months before that."""
    rows = store.project_turnover(states, books, Dimension.TOTAL.value, natures, since)

    def wanted(row: Turnover) -> Turnover | None:
        own = row.account.project and row.account.state in states and row.dimension == Dimension.TOTAL.value
        return row if own and (not natures or row.nature in natures) else None

    return _up_to(rows, store, books, until, basis, wanted)


def turnover_between(
    store: Store,
    books: Collection[str],
    first: datetime.date,
    last: datetime.date,
    states: Collection[str] = (),
) -> list[Turnover]:
    """The total turnover of some days by booking date, projects together, or of projects' accounts in some `states`;
    `first` is the first of a month."""
    month = first.isoformat()[:7]
    if states:
        rows = project_turnover_until(store, books, last, Basis.BOOKING, states, since=month)
    else:
        rows = turnover_until(store, books, last, since=month)
    return [row for row in rows if row.book_month >= month]


def _merged(row: Turnover, year: int | None, dimension: str) -> Turnover | None:
    if (year is not None and row.account.year != year) or (dimension and row.dimension != dimension):
        return None
    return row._replace(account=row.account._replace(project=""))


def _up_to(
    rows: Sequence[Turnover],
    store: Store,
    books: Collection[str],
    until: datetime.date | None,
    basis: Basis,
    wanted: Callable[[Turnover], Turnover | None],
) -> list[Turnover]:
    """Whole months from the ledger's turnover, the days of a begun one from its vouchers."""
    if until is None:
        return list(rows)
    month, document = until.isoformat()[:7], basis is Basis.DOCUMENT
    if ends_month(until):
        return [row for row in rows if (row.doc_month if document else row.book_month) <= month]
    before = [row for row in rows if (row.doc_month if document else row.book_month) < month]
    days = turnover_of(vouchers_between(store, books, until.replace(day=1), until, basis))
    return before + [found for row in days if (found := wanted(row)) is not None]


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

