"""What a ledger database does, whichever it is.

A store refuses what would break the books themselves: a voucher that does not balance, a number twice, a changed or a
lost row. What a bureau may do with its quota is not its business: rules stand in `core.quota`, which runs them inside
`writing`, where nobody else can post into the same books.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from ..errors import InputError
from ..ledger.model import AccountKey, Book, Draft, Record, Scalar, Voucher
from ..sentence import Sentence, translate

SCHEMA_VERSION = 1
"""Of both stores; a ledger of a later one is refused, of an earlier one migrated after a backup."""


@dataclass(frozen=True)
class LedgerInfo:
    """What a ledger is: `uid` is given once and travels with every copy."""

    uid: str
    title: str
    schema_version: int
    created: str


class Head(NamedTuple):
    """The end of a book: its last voucher's number and seal, the number of its postings, and the same of its records."""

    number: int
    hash: str
    postings: int
    record_number: int
    record_hash: str


class Turnover(NamedTuple):
    """What went in and out of an account in a month: `received` − `spent` is the change of its balance.

    A reversal takes away from the side it undoes (红字). Months as YYYY-MM, `doc_month` that of the document's date, or
    of the booking where it has none.
    """

    account: AccountKey
    dimension: str
    book_month: str
    doc_month: str
    nature: str
    received: int
    spent: int


class VoucherHead(NamedTuple):
    """What a list says of a voucher without its postings."""

    book: str
    number: int
    event: str
    project: str
    book_date: datetime.date
    doc_date: datetime.date | None
    doc_no: str
    approval: str


@dataclass(frozen=True)
class VoucherQuery:
    """Which vouchers: everything that is given must hold. `text` is looked for in number of the document, project, reason
    and operator; `since` and `until` (both included) are booking dates; `source`, `state`, `year` are those of a posting.
    Sorted by booking date, book, number; `newest_first` turns that round."""

    books: Collection[str] = ()
    events: Collection[str] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None
    year: int | None = None
    source: str = ""
    state: str = ""
    project: str = ""
    approval: str = ""
    transfer: str = ""
    doc_no: str = ""
    text: str = ""
    numbers: Collection[int] = ()
    newest_first: bool = False
    limit: int | None = None
    offset: int = 0


ALL_VOUCHERS = VoucherQuery()


class RowVersion(NamedTuple):
    """The next version of a row of a register: its key, the book it stands in, its values; `removed` takes the row out."""

    register: str
    key: str
    book: str
    values: Mapping[str, Scalar]
    removed: bool = False


class Writing(Protocol):
    """Inside `Store.writing`: the books are locked, all is written or nothing."""

    def balance(self, account: AccountKey, dimension: str) -> int:
        """The balance, with what was appended here."""
        ...

    def balances(self) -> Mapping[tuple[AccountKey, str], int]:
        """All balances of the locked books, live; not to be changed."""
        ...

    def head(self, book: str) -> Head:
        """The end of a locked book, with what was appended here."""
        ...

    def append(self, drafts: Iterable[Draft]) -> list[Voucher]:
        """Post the drafts in their order; FootingError for one that does not balance or names an account of another book."""
        ...

    def append_sealed(self, vouchers: Sequence[Voucher]) -> None:
        """Vouchers of another ledger as they are; InputError where they are not the next ones here."""
        ...

    def put_sealed(self, records: Sequence[Record]) -> None:
        """Versions of records of another ledger as they are; InputError where they are not the next ones here."""
        ...

    def put(
        self, register: str, key: str, book: str, values: Mapping[str, Scalar], operator: str = "", removed: bool = False
    ) -> Record:
        """The next version of a record."""
        ...

    def put_all(self, rows: Sequence[RowVersion], operator: str = "") -> list[Record]:
        """The next versions of many records, in their order; a row may stand there several times."""
        ...


class Store(Protocol):
    """A ledger database. Errors: InputError, one sentence each, for another program's file, a newer schema, a lock that
    somebody holds, a server that went away, a book one may not post into; then nothing was written."""

    @property
    def label(self) -> str:
        """The file or the database, for people."""
        ...

    def info(self) -> LedgerInfo: ...

    def books(self) -> Sequence[Book]:
        """The books that may be seen, the first is that of the city (or the only one)."""
        ...

    def add_books(self, books: Iterable[Book]) -> None:
        """New books, each with an empty chain."""
        ...

    def head(self, book: str) -> Head: ...

    def balances(
        self, books: Collection[str] = (), until: datetime.date | None = None
    ) -> Mapping[tuple[AccountKey, str], int]:
        """Balances other than nothing, of all books or these; at the end of a day by booking date."""
        ...

    def turnover(self, books: Collection[str] = ()) -> Sequence[Turnover]:
        """Months of all accounts."""
        ...

    def merged_balances(
        self, books: Collection[str] = (), until: datetime.date | None = None, dimension: str = ""
    ) -> Mapping[tuple[AccountKey, str], int]:
        """Balances with projects together ('' in the account), of all dimensions or one."""
        ...

    def project_balances(
        self, books: Collection[str] = (), until: datetime.date | None = None, dimension: str = ""
    ) -> Mapping[tuple[AccountKey, str], int]:
        """Balances of projects by state, quota years (0 in the account) and sources ('') together."""
        ...

    def merged_turnover(
        self, books: Collection[str] = (), year: int | None = None, dimension: str = "", since: str = ""
    ) -> Sequence[Turnover]:
        """Months of all accounts with projects together, of all quota years and dimensions or one, from the month `since`
        (YYYY-MM, booking) on."""
        ...

    def project_turnover(
        self, states: Collection[str], books: Collection[str] = (), dimension: str = "", natures: Collection[str] = (),
        since: str = "",
    ) -> Sequence[Turnover]:  # fmt: skip
        """Months of the accounts of projects in some states."""
        ...

    def documents(
        self, events: Collection[str], books: Collection[str] = (), until: datetime.date | None = None
    ) -> Sequence[VoucherHead]:
        """Vouchers of some events up to a day that nobody had reversed by then, without their postings."""
        ...

    def document_sums(
        self, events: Collection[str], states: Collection[str], dimension: str, books: Collection[str] = (),
        until: datetime.date | None = None,
    ) -> Mapping[tuple[str, int], int]:  # fmt: skip
        """Book and number of vouchers of some events up to a day → what they posted to accounts in some states, of a
        dimension."""
        ...

    def vouchers(self, query: VoucherQuery = ALL_VOUCHERS) -> Iterator[Voucher]:
        """Vouchers with their postings."""
        ...

    def count(self, query: VoucherQuery = ALL_VOUCHERS) -> int: ...

    def chain(self, book: str) -> Iterator[Voucher]:
        """All vouchers of a book by number."""
        ...

    def records(
        self, register: str, books: Collection[str] = (), history: bool = False, under: str = ""
    ) -> Sequence[Record]:
        """The latest version of each row of a register, in the order of their first; with `history` all versions, those
        of removed rows too; with `under` rows whose key begins with it and a colon."""
        ...

    def record(self, register: str, key: str) -> Record | None:
        """The latest version of one row, None where there is none or it is removed."""
        ...

    def record_chain(self, book: str) -> Iterator[Record]:
        """All versions of all records of a book by number."""
        ...

    def origins(self, origins: Collection[str]) -> set[str]:
        """Which of these imported rows are in the ledger."""
        ...

    def writing(self, books: Collection[str]) -> AbstractContextManager[Writing]:
        """Lock these books until the block ends; what it raises undoes all of it."""
        ...

    def filling(self, info: LedgerInfo, books: Sequence[Book]) -> AbstractContextManager[Writing]:
        """Make a ledger without books into a copy of the one that `info` tells of, with these books: the block copies
        what is in them, and what it raises undoes all of it. InputError where there are books already."""
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """All reading of this thread inside the block sees the ledger as it was at one moment."""
        ...

    def faults(self) -> Sequence[Sentence]:
        """What is wrong with the database itself (objects missing, changed, added; rows that belong to nothing), for
        `verify`; nothing where all is as it was made."""
        ...

    @property
    def sees_all(self) -> bool:
        """Whether one sees all books of the ledger: a county's role sees its own."""
        ...

    def close(self) -> None:
        """Let the connections of this thread go."""
        ...


def require_no_books(store: Store) -> None:
    """Refuse to fill a ledger that is in use."""
    if store.books():
        raise InputError(
            translate("LandLedger", "The ledger {ledger} has books already; copy into a new one."), ledger=store.label
        )
