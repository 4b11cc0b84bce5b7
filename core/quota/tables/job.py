"""What is asked of the workbook of a ledger: which quota year, up to which day, whose books."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...errors import InputError
from ...sentence import translate
from ...store import Store, VoucherQuery
from ..books import books_of_quota, quota_books
from ..quarter import Quarter
from .moves import Basis


@dataclass(frozen=True)
class QuotaJob:
    """`year` is the quota year; `until` None is everything posted; `books` are the codes of the books, `every_book` says
    that the ledger has no other; `last_day` is the day that the filing sheet ends with; `folder` holds layouts a bureau
    changed."""

    books: Sequence[str]
    year: int
    until: datetime.date | None
    last_day: datetime.date
    basis: Basis = Basis.DOCUMENT
    every_book: bool = True
    name: str = ""
    folder: str | None = None

    @property
    def title_places(self) -> Mapping[str, object]:
        """What stands in the titles."""
        return {"name": self.name, "year": self.year, "quarter": self.quarter.label}

    @property
    def quarter(self) -> Quarter:
        """The quarter that is filed."""
        return Quarter.of(self.last_day)

    @property
    def quarter_first(self) -> datetime.date:
        """Its first day."""
        return self.quarter.first

    @property
    def quarter_last(self) -> datetime.date:
        """The last day of the quarter, or the day asked for where that is earlier."""
        end = self.quarter.last
        return end if self.until is None else min(self.until, end)


def job_for(
    store: Store,
    year: int | None = None,
    until: datetime.date | None = None,
    holders: Sequence[str] = (),
    basis: Basis = Basis.DOCUMENT,
    name: str = "",
    folder: str | None = None,
) -> QuotaJob:
    """The job on a ledger: `holders` by code or name, all for none; without a year that of the last voucher.

    InputError for a ledger without quota books and a holder that it has none of.
    """
    books = books_of_quota(store)
    if not books:
        raise InputError(translate("LandLedger", "The ledger {ledger} has no quota books."), ledger=store.label)
    chosen = []
    for asked in holders:
        found = [book for book in books if asked in (book.code, book.holder, book.name)]
        if not found:
            raise InputError(
                translate("LandLedger", "The ledger has no holder {holder}; it has {holders}."),
                holder=asked,
                holders="、".join(f"{book.name} {book.code}" for book in books),
            )
        chosen += found
    codes = [book.code for book in chosen or books]
    last = last_booking(store, codes)
    day = until or last
    if year is None:
        year = day.year if day else datetime.date.today().year
    end = datetime.date(year, 12, 31)
    filed = until or (min(last, end) if last and last.year >= year else end)
    every = set(codes) == {book.code for book in books}
    return QuotaJob(codes, year, until, filed, basis, every, name, folder)


def require_year(store: Store, year: int, today: datetime.date) -> None:
    """InputError for a year of which the ledger can't have quota, as a slip of the finger makes one: before its first
    voucher or after today, and without an account."""
    books = quota_books(store)
    first = next((voucher.draft.book_date for voucher in store.vouchers(VoucherQuery(books=books, limit=1))), None)
    if first is None or first.year <= year <= today.year:
        return
    years = {account.year for account, _ in store.balances(books)} - {0}
    if year not in years:
        raise InputError(
            translate("LandLedger", "The ledger has no quota of the year {year}; it has {years}."),
            year=year, years="、".join(str(each) for each in sorted(years)) or "—",
        )  # fmt: skip


def last_booking(store: Store, books: Sequence[str]) -> datetime.date | None:
    """The day of the last voucher of some books."""
    query = VoucherQuery(books=books, newest_first=True, limit=1)
    return next((voucher.draft.book_date for voucher in store.vouchers(query)), None)
