"""What the ledger knows beside balances when requests on a reserve are judged: registers, confirmations, what was undone."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ...ledger.model import Book, Record, Scalar, Voucher
from ...quota.background import closed_quarters
from ...quota.quarter import Quarter
from ...store import Store, VoucherQuery
from ...store.of_kind import books_of_kind
from ...survey.schema import GradeSystem
from .request import Request
from .vocabulary import BOOK_KIND, Event

LOT_REGISTER = "lot"
PROJECT_REGISTER = "balance_project"


@dataclass(frozen=True)
class LotRow:
    """A lot as the register has it, without amounts."""

    holder: str
    code: str
    name: str
    kind: str
    entered: datetime.date
    valid_to: datetime.date | None = None
    grade: Decimal | None = None
    system: GradeSystem = GradeSystem.NATIONAL15
    running: bool = False
    values: Mapping[str, Scalar] = field(default_factory=dict)

    @classmethod
    def of(cls, values: Mapping[str, Scalar]) -> LotRow:
        """The lot of a record."""
        grade, valid = values.get("grade"), values.get("valid_to")
        return cls(
            str(values["holder"]), str(values["code"]), str(values["name"]), str(values["kind"]),
            datetime.date.fromisoformat(str(values["entered"])),
            datetime.date.fromisoformat(str(valid)) if valid else None,
            Decimal(str(grade)) if grade is not None else None,
            GradeSystem(str(values["grade_system"])), bool(values.get("running")), values,
        )  # fmt: skip

    def same_land(self, other: LotRow) -> bool:
        """Whether two rows of one code in two books can be one lot, part of which was transferred."""
        return (self.entered, self.grade, self.system, self.kind) == (other.entered, other.grade, other.system, other.kind)


@dataclass
class Background:
    """All a rule may ask. `books` by holder; `lots` by holder and code; `closed` the quarter up to which a book (by code) is
    closed; `drawn` the confirmation numbers under which something
    is drawn; they and `reversed` are brought up to date while requests are judged."""

    today: datetime.date
    books: Mapping[str, str]
    lots: dict[tuple[str, str], LotRow] = field(default_factory=dict)
    projects: Mapping[str, Mapping[str, Scalar]] = field(default_factory=dict)
    closed: Mapping[str, Quarter] = field(default_factory=dict)
    drawn: set[str] = field(default_factory=set)
    originals: Mapping[tuple[str, int], Voucher] = field(default_factory=dict)
    partners: Mapping[str, tuple[Voucher, ...]] = field(default_factory=dict)
    reversed: set[tuple[str, int]] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)


def reserve_books(store: Store) -> dict[str, Book]:
    """The reserve books that may be seen, by holder, in their order."""
    return {book.holder: book for book in books_of_kind(store, BOOK_KIND)}


def lot_rows(store: Store, books: Collection[str]) -> dict[tuple[str, str], LotRow]:
    """The lots of these books by holder and code, in the order in which they were entered."""
    if not books:
        return {}
    rows = [LotRow.of(record.values) for record in store.records(LOT_REGISTER, books)]
    return {(row.holder, row.code): row for row in rows}


def project_rows(store: Store) -> dict[str, Record]:
    """The construction projects of the register by code."""
    return {record.key: record for record in store.records(PROJECT_REGISTER)}


@dataclass(frozen=True)
class Undoing:
    """The vouchers that requests reverse, by book and number, and all vouchers of their transfers."""

    originals: Mapping[tuple[str, int], Voucher]
    partners: Mapping[str, tuple[Voucher, ...]]


def undoing_of(store: Store, requests: Sequence[Request]) -> Undoing:
    """What requests reverse; `store` shows reserve books only."""
    books = {holder: book.code for holder, book in reserve_books(store).items()}
    originals: dict[tuple[str, int], Voucher] = {}
    for request in requests:
        book = books.get(request.holder)
        if request.event is Event.REVERSE and request.reverses is not None and book is not None:
            query = VoucherQuery(books=(book,), numbers=(request.reverses,))
            originals.update({(book, voucher.number): voucher for voucher in store.vouchers(query)})
    transfers = {voucher.draft.transfer for voucher in originals.values() if voucher.draft.transfer}
    return Undoing(originals, {each: tuple(store.vouchers(VoucherQuery(transfer=each))) for each in transfers})


def books_locked(store: Store, requests: Sequence[Request], undoing: Undoing) -> set[str]:
    """The books that requests write into; holders the reserve does not know are left out."""
    known = {holder: book.code for holder, book in reserve_books(store).items()}
    holders = {request.holder for request in requests} | {request.to_holder for request in requests}
    books = {known[holder] for holder in holders if holder in known}
    return books | {each.draft.book for group in undoing.partners.values() for each in group}


def background_of(store: Store, requests: Sequence[Request], undoing: Undoing, today: datetime.date) -> Background:
    """What is needed to judge these requests."""
    books = {holder: book.code for holder, book in reserve_books(store).items()}
    return Background(
        today,
        books,
        lot_rows(store, books_locked(store, requests, undoing)),
        {code: record.values for code, record in project_rows(store).items()},
        closed_quarters(store),
        _drawn(store, {request.confirmation for request in requests if request.confirmation}),
        undoing.originals,
        undoing.partners,
        _reversed(store, undoing),
        store.origins({request.origin for request in requests if request.origin}),
    )


def _drawn(store: Store, confirmations: Collection[str]) -> set[str]:
    """Which of these numbers a draw stands under that was not reversed."""
    found = set()
    for confirmation in confirmations:
        vouchers = list(store.vouchers(VoucherQuery(approval=confirmation)))
        undone = {(voucher.draft.book, voucher.draft.reverses) for voucher in vouchers}
        if any(each.draft.event == Event.DRAW.value and (each.draft.book, each.number) not in undone for each in vouchers):
            found.add(confirmation)
    return found


def _reversed(store: Store, undoing: Undoing) -> set[tuple[str, int]]:
    """Which vouchers have been reversed, of the books of those that shall be."""
    books = {book for book, _ in undoing.originals}
    books |= {each.draft.book for group in undoing.partners.values() for each in group}
    if not books:
        return set()
    query = VoucherQuery(books=tuple(books), events=(Event.REVERSE.value,))
    return {
        (voucher.draft.book, voucher.draft.reverses)
        for voucher in store.vouchers(query)
        if voucher.draft.reverses is not None
    }
