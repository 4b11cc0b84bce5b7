"""The service book of a ledger, beside the other books of the same holder."""

from __future__ import annotations

from collections.abc import Mapping

from ...errors import InputError
from ...ledger.model import Book
from ...sentence import translate
from ...store import Store
from ...store.of_kind import books_of_kind
from .vocabulary import BOOK_KIND, BOOK_SUFFIX


def service_books(store: Store) -> Mapping[str, Book]:
    """The service books by holder, in their order."""
    return {book.holder: book for book in books_of_kind(store, BOOK_KIND)}


def found_service(store: Store, holder: str = "", name: str = "") -> Book:
    """The service book of a holder, the city's (that of the first book) without one; made where there is none.

    The book takes the role of the holder's other book, so who posts there records here. A ledger without any book needs
    `holder` and `name`. InputError where it has neither, and where a book of that code is of another kind.
    """
    known, others = service_books(store), [book for book in store.books() if book.kind != BOOK_KIND]
    wanted = holder or next((book.holder for book in (*others, *known.values())), "")
    if wanted in known:
        return known[wanted]
    beside = next((book for book in others if book.holder == wanted), None)
    if beside is None and not (wanted and name):
        raise InputError(
            translate("LandLedger", "The ledger {ledger} has no book of {holder}, beside which a service book could stand."),
            ledger=store.label, holder=wanted or "—",
        )  # fmt: skip
    code = f"{wanted}{BOOK_SUFFIX}"
    if any(book.code == code for book in others):
        raise InputError(
            translate("LandLedger", "The ledger {ledger} has another book {book} already."), ledger=store.label, book=code
        )
    made = Book(code, BOOK_KIND, wanted, name or (beside.name if beside else wanted), beside.role if beside else "")
    store.add_books([made])
    return made
