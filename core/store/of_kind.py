"""A ledger as those see it whose books are of one kind: land quota beside reserve, in one file or database."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..ledger.model import AccountKey, Book, Voucher
from .interface import ALL_VOUCHERS, Store, Turnover, VoucherQuery

_NONE = ("",)
"""No book has this code: what is asked of all books of a kind that has none."""


def books_of_kind(store: Store, kind: str) -> list[Book]:
    """The books of a kind that may be seen, in their order."""
    return [book for book in store.books() if book.kind == kind]


class StoreOfKind:
    """A store whose books are those of one kind: what is asked of all books is asked of these. Registers, origins, locks
    and the condition of the database are those of the whole ledger; `whole` is the store itself."""

    def __init__(self, store: Store, kind: str) -> None:
        self.whole: Store = getattr(store, "whole", store)
        self.kind = kind

    def __getattr__(self, name: str) -> Any:
        return getattr(self.whole, name)

    def books(self) -> Sequence[Book]:
        """The books of the kind."""
        return books_of_kind(self.whole, self.kind)

    def _asked(self, books: Collection[str]) -> Collection[str]:
        """The books that are asked for: all of the kind where none is named; none named where there are no others."""
        if books:
            return books
        every = self.whole.books()
        ours = [book.code for book in every if book.kind == self.kind]
        return () if len(ours) == len(every) else ours or _NONE

    def balances(
        self, books: Collection[str] = (), until: datetime.date | None = None
    ) -> Mapping[tuple[AccountKey, str], int]:
        """See Store."""
        return self.whole.balances(self._asked(books), until)

    def turnover(self, books: Collection[str] = ()) -> Sequence[Turnover]:
        """See Store."""
        return self.whole.turnover(self._asked(books))

    def merged_balances(
        self, books: Collection[str] = (), until: datetime.date | None = None, dimension: str = ""
    ) -> Mapping[tuple[AccountKey, str], int]:
        """See Store."""
        return self.whole.merged_balances(self._asked(books), until, dimension)

    def project_balances(
        self, books: Collection[str] = (), until: datetime.date | None = None, dimension: str = ""
    ) -> Mapping[tuple[AccountKey, str], int]:
        """See Store."""
        return self.whole.project_balances(self._asked(books), until, dimension)

    def merged_turnover(
        self, books: Collection[str] = (), year: int | None = None, dimension: str = ""
    ) -> Sequence[Turnover]:
        """See Store."""
        return self.whole.merged_turnover(self._asked(books), year, dimension)

    def project_turnover(
        self, states: Collection[str], books: Collection[str] = (), dimension: str = "", natures: Collection[str] = ()
    ) -> Sequence[Turnover]:
        """See Store."""
        return self.whole.project_turnover(states, self._asked(books), dimension, natures)

    def vouchers(self, query: VoucherQuery = ALL_VOUCHERS) -> Iterator[Voucher]:
        """See Store."""
        return self.whole.vouchers(replace(query, books=tuple(self._asked(query.books))))

    def count(self, query: VoucherQuery = ALL_VOUCHERS) -> int:
        """See Store."""
        return self.whole.count(replace(query, books=tuple(self._asked(query.books))))


def of_kind(store: Store, kind: str) -> Store:
    """The store as seen by those whose books are of `kind`."""
    return StoreOfKind(store, kind)  # type: ignore[return-value]
