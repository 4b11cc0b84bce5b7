"""A ledger from one store into another, as it is: a file becomes an office's database, or a database a file to take along.

Numbers, seals, recorded times and the `uid` of the ledger stay; each voucher and record is sealed again on its way and
compared, so a damaged ledger is not copied. Roles of books travel; who is city and auditor in PostgreSQL does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from itertools import islice
from typing import TypeVar

from ..errors import FootingError, InputError
from ..ledger.model import Record
from ..progress import Progress, no_progress
from ..sentence import translate
from .interface import Store

AT_ONCE = 5000
"""Vouchers, and records, that travel together."""

T = TypeVar("T")


def copy_books(source: Store, target: Store, progress: Progress = no_progress) -> int:
    """Copy all of `source` into `target`, a ledger without books; returns the number of vouchers.

    All or nothing. InputError where the target has books, where one does not see all books of the source, where a seal of
    the source is wrong; FootingError where what arrived is not what was sent.
    """
    if not source.sees_all:
        raise InputError(
            translate("LandLedger", "Only who sees all books of the ledger {ledger} can copy it."), ledger=source.label
        )
    with source.snapshot():
        books = source.books()
        info, expected, done = source.info(), max(source.count(), 1), 0
        with target.filling(info, books) as writing:
            for records in _blocks(_in_order(source)):
                writing.put_sealed(records)
            for book in books:
                for vouchers in _blocks(source.chain(book.code)):
                    writing.append_sealed(vouchers)
                    done += len(vouchers)
                    progress(0.95 * min(done / expected, 1.0))
            heads = {book.code: source.head(book.code) for book in books}
            sums = {place: amount for place, amount in target.balances().items() if amount}
            if {book: target.head(book) for book in heads} != heads or sums != source.balances():
                raise FootingError(
                    translate("LandLedger", "The copy is not equal to the ledger {ledger}; nothing was copied."),
                    ledger=source.label,
                )
    progress(1.0)
    return done


def _in_order(source: Store) -> Iterator[Record]:
    """All versions of all records, each after those before it in its book and in its register: both orders stay."""
    after: dict[tuple[str, int], set[tuple[str, int]]] = {}
    found: dict[tuple[str, int], Record] = {}

    def chain(records: Iterable[Record]) -> None:
        before = None
        for record in records:
            place = (record.book, record.number)
            found[place] = record
            followed = after.setdefault(place, set())
            if before is not None:
                followed.add(before)
            before = place

    for book in source.books():
        chain(source.record_chain(book.code))
    for register in sorted({record.register for record in found.values()}):
        chain(source.records(register, history=True))
    return (found[place] for place in TopologicalSorter(after).static_order())


def _blocks(things: Iterable[T]) -> Iterator[list[T]]:
    """In lists of AT_ONCE."""
    remaining = iter(things)
    while block := list(islice(remaining, AT_ONCE)):
        yield block
