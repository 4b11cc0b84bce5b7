"""What is asked of the yearly report: whose farmland, which year, up to which day, in which unit."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...errors import InputError
from ...ledger.model import Book
from ...sentence import translate
from ...store import Store, VoucherQuery
from ...workbook import DisplayUnit
from ..linkage.vocabulary import BOOK_KIND as LINKAGE_KIND
from ..reserve.vocabulary import BOOK_KIND as RESERVE_KIND

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "T05": ("T05", "T05C", "T05M", "T05Y", "T05E"),
    "T06": ("T06L", "T06B"),
    "T07": ("T07",),
    "T27": ("T27",),
    "T08": ("T08", "T08C", "T08B", "T08R"),
    "T09": ("T09", "T09L"),
    "T10": ("T10", "RECTACTS"),
    "T10S": ("T10S",),
}
"""What is asked for by name → the ids of its sheets: a table and what belongs to it."""

UNITS = (DisplayUnit.MU, DisplayUnit.HECTARE)


@dataclass(frozen=True)
class FarmlandJob:
    """`holders` are codes, `every` says that they are all of the ledger; `until` None is everything booked, `day` the day
    the report ends with; `year` is that of the yearly use. `unit` is that of stock, use and links; `folder` holds layouts
    a bureau changed."""

    holders: Sequence[str]
    year: int
    until: datetime.date | None
    day: datetime.date
    every: bool = True
    unit: DisplayUnit = DisplayUnit.MU
    name: str = ""
    folder: str | None = None

    def books(self, books: Sequence[Book], kind: str) -> list[Book]:
        """Those of a kind that belong to the holders of the job."""
        return [book for book in books if book.kind == kind and book.holder in self.holders]


def families_named(text: str) -> tuple[str, ...]:
    """The tables that a text names, separated by commas, all for an empty one; InputError for another name."""
    asked = [name.strip().upper() for name in text.replace("，", ",").replace("、", ",").split(",") if name.strip()]
    for name in asked:
        if name not in FAMILIES:
            template = translate("LandLedger", "There is no table {name}; the tables are {tables}.")
            raise InputError(template, name=name, tables=", ".join(FAMILIES))
    return tuple(name for name in FAMILIES if not asked or name in asked)


def farmland_job(
    store: Store,
    today: datetime.date,
    year: int | None = None,
    until: datetime.date | None = None,
    holders: Sequence[str] = (),
    unit: DisplayUnit = DisplayUnit.MU,
    name: str = "",
    folder: str | None = None,
) -> FarmlandJob:
    """The job on a ledger: `holders` by code or name, all for none; without a day everything booked. A year that is over
    ends with its last day; without a year it is that of the day, of the last voucher without one.

    InputError for a ledger without books, a holder it does not have, and a day before the year.
    """
    books = store.books()
    if not books:
        raise InputError(translate("LandLedger", "The ledger {ledger} has no books."), ledger=store.label)
    chosen = _holders(books, holders)
    every = list(dict.fromkeys(book.holder for book in books))
    if year is None:
        year = (until or _last_booking(store, books) or today).year
    end = datetime.date(year, 12, 31)
    if until is None and end < today:
        until = end
    if until is not None and until.year < year:
        template = translate("LandLedger", "The day {day} lies before the year {year}.")
        raise InputError(template, day=until.isoformat(), year=year)
    day = until or today
    return FarmlandJob(chosen or every, year, until, day, set(chosen or every) == set(every), unit, name, folder)


def _holders(books: Sequence[Book], asked: Sequence[str]) -> list[str]:
    found: list[str] = []
    for each in asked:
        own = [book.holder for book in books if each in (book.code, book.holder, book.name)]
        if not own:
            listed = dict.fromkeys(f"{book.name} {book.holder}" for book in books)
            template = translate("LandLedger", "The ledger has no holder {holder}; it has {holders}.")
            raise InputError(template, holder=each, holders="、".join(listed))
        found += own
    return list(dict.fromkeys(found))


def _last_booking(store: Store, books: Sequence[Book]) -> datetime.date | None:
    """The day of the last voucher of reserve and linkage books."""
    codes = [book.code for book in books if book.kind in (RESERVE_KIND, LINKAGE_KIND)]
    if not codes:
        return None
    query = VoucherQuery(books=codes, newest_first=True, limit=1)
    return next((voucher.draft.book_date for voucher in store.vouchers(query)), None)
