"""The words of every book: accounts, postings, vouchers, records.

Dimensions and units are rows, not columns: a posting is (account, dimension, whole number), areas in micro-mu, capacity
in kilograms, counts as they are. So land quota, reserve lots and linkage are books of one ledger.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Union

Scalar = Union[str, int, bool, None]
"""What a field of a record may hold: an area as whole micro-mu, a date as YYYY-MM-DD."""


@dataclass(frozen=True)
class Book:
    """The books of one holder: `code` is unique in the ledger, `kind` says what is booked (quota, reserve, linkage, service).

    `role` is the PostgreSQL role whose members may post here, '' in a file.
    """

    code: str
    kind: str
    holder: str
    name: str
    role: str = ""


class AccountKey(NamedTuple):
    """An account: whose book, of which quota year, from which source, in which state, for which project ('' for none)."""

    book: str
    year: int
    source: str
    state: str
    project: str = ""


class Posting(NamedTuple):
    """`amount` is added to the account; the amounts of a voucher sum to nothing in every dimension."""

    account: AccountKey
    dimension: str
    amount: int


@dataclass(frozen=True)
class Draft:
    """A voucher before it is posted. All its accounts belong to `book`.

    `book_date` says into which quarter it falls, `doc_date` and `doc_no` are the document's. `nature` is the event that
    statistics count it under: its own, or that of the voucher it `reverses` (a number in the same book). `approval` is
    the document whose area is used. `transfer` joins the vouchers of one transfer in two books. `origin`, unique in the
    ledger where it is given, tells a row that was imported before.
    """

    book: str
    event: str
    book_date: datetime.date
    postings: tuple[Posting, ...]
    doc_date: datetime.date | None = None
    doc_no: str = ""
    project: str = ""
    reason: str = ""
    operator: str = ""
    approval: str = ""
    transfer: str = ""
    reverses: int | None = None
    nature: str = ""
    origin: str = ""

    def __post_init__(self) -> None:
        if not self.nature:
            object.__setattr__(self, "nature", self.event)


@dataclass(frozen=True)
class Voucher:
    """A posted draft: `number` counts from 1 in its book without a gap, `hash` seals it and all before it.

    `recorded` is when it was posted, UTC, ISO 8601 to the second.
    """

    number: int
    draft: Draft
    recorded: str
    previous: str
    hash: str

    @property
    def label(self) -> str:
        """The voucher number as people write it: book and number."""
        return voucher_label(self.draft.book, self.number)


def voucher_label(book: str, number: int) -> str:
    """The number of a voucher as people write it."""
    return f"{book}-{number:06d}"


@dataclass(frozen=True)
class Record:
    """One version of a row of a register (a project, an approval, a closed quarter): nothing is overwritten, a change is
    the next version. `book` is whose it is; `removed` says that the row is no longer there from this version on."""

    register: str
    key: str
    book: str
    version: int
    values: Mapping[str, Scalar] = field(default_factory=dict)
    operator: str = ""
    recorded: str = ""
    removed: bool = False
    number: int = 0
    previous: str = ""
    hash: str = ""


def unbalanced(postings: Iterable[Posting]) -> dict[str, int]:
    """Dimension → sum, of the dimensions in which the postings do not sum to nothing."""
    sums: dict[str, int] = {}
    for posting in postings:
        sums[posting.dimension] = sums.get(posting.dimension, 0) + posting.amount
    return {dimension: total for dimension, total in sums.items() if total}
