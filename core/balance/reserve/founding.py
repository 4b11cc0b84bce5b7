"""Reserve books beside the quota books of the same holders."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ...errors import InputError
from ...ledger.model import Book
from ...quota.subjects import Holder
from ...sentence import translate
from ...store import Store
from .background import reserve_books
from .vocabulary import BOOK_KIND, BOOK_SUFFIX


def book_code(holder: str) -> str:
    """The code of a holder's reserve book."""
    return f"{holder}{BOOK_SUFFIX}"


def lacking_reserve(store: Store, holders: Collection[str]) -> list[Holder]:
    """Those of these holders, by code, that have another book in the ledger and no reserve yet."""
    known = reserve_books(store)
    names = {book.holder: book.name for book in store.books()}
    return [Holder(code, name) for code, name in names.items() if code in holders and code not in known]


def found_reserve(store: Store, holders: Sequence[Holder] = ()) -> list[Book]:
    """Reserve books for these holders, for those of all other books without any; the books that are new.

    A book takes the role of the holder's other book, so who posts there posts here. InputError where a book of that code
    is of another kind.
    """
    known, others = reserve_books(store), [book for book in store.books() if book.kind != BOOK_KIND]
    wanted = {holder.code: holder.label for holder in holders} or {book.holder: book.name for book in others}
    roles = {book.holder: book.role for book in reversed(others)}
    taken = {book.code for book in others}
    new = [
        Book(book_code(code), BOOK_KIND, code, name, roles.get(code, ""))
        for code, name in wanted.items()
        if code not in known
    ]
    for book in new:
        if book.code in taken:
            raise InputError(
                translate("LandLedger", "The ledger {ledger} has another book {book} already."),
                ledger=store.label, book=book.code,
            )  # fmt: skip
    if new:
        store.add_books(new)
    return new
