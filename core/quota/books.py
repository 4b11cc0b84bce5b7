"""The books of land quota in a ledger that may hold books of other kinds beside them."""

from __future__ import annotations

from collections.abc import Sequence

from ..ledger.model import Book
from ..store import Store
from ..store.of_kind import books_of_kind, of_kind
from .vocabulary import BOOK_KIND


def books_of_quota(store: Store) -> Sequence[Book]:
    """The books of land quota that may be seen, the city's first."""
    return books_of_kind(store, BOOK_KIND)


def quota_books(store: Store) -> list[str]:
    """Their codes."""
    return [book.code for book in books_of_quota(store)]


def quota_store(store: Store) -> Store:
    """The ledger with its books of land quota alone: what is asked of all books is asked of these."""
    return of_kind(store, BOOK_KIND)
