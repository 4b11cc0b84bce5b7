"""What both stores read alike; the SQL is the same, `ask` runs it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from ..errors import InputError
from ..ledger.model import Book, Record
from ..sentence import translate
from .interface import Head, LedgerInfo
from .rows import record_of
from .tables import RECORD_COLUMNS, sql

_RECORD = ", ".join(RECORD_COLUMNS)

LATEST = sql("SELECT", _RECORD, "FROM record WHERE register = ? AND key = ? ORDER BY version DESC LIMIT 1")
"""The latest version of a row of a register."""


KEYS_AT_ONCE = 500
"""Rows of a register that are asked for in one statement."""


def latest_of(
    ask: Callable[[str, Sequence[Any]], Iterable[Sequence[Any]]], register: str, keys: Sequence[str]
) -> list[Record]:
    """The latest versions of rows of a register, removed or not, of those that there are; `ask` runs a statement."""
    found: list[Record] = []
    for start in range(0, len(keys), KEYS_AT_ONCE):
        part = keys[start : start + KEYS_AT_ONCE]
        statement = sql(
            "SELECT", _RECORD, "FROM record r WHERE register = ? AND key IN (", ",".join("?" * len(part)), ") AND version =",
            "(SELECT MAX(version) FROM record x WHERE x.register = r.register AND x.key = r.key)",
        )  # fmt: skip
        found += [record_of(row) for row in ask(statement, [register, *part])]
    return found


class KeptReading:
    """Books, their ends and their registers, in both stores."""

    @property
    def label(self) -> str:
        raise NotImplementedError

    def ask(self, sql: str, places: Sequence[Any]) -> list[Any]:
        """The rows of a statement whose places are written as question marks."""
        raise NotImplementedError

    def info(self) -> LedgerInfo:
        known = dict(self.ask("SELECT name, value FROM ledger", ()))
        return LedgerInfo(known["uid"], known["title"], int(known["schema_version"]), known["created"])

    def books(self) -> Sequence[Book]:
        return [Book(*row) for row in self.ask("SELECT code, kind, holder, name, role FROM book ORDER BY id", ())]

    def head(self, book: str) -> Head:
        rows = self.ask("SELECT number, hash, postings, record_number, record_hash FROM book WHERE code = ?", (book,))
        if not rows:
            raise InputError(translate("LandLedger", "The ledger {ledger} has no book {book}."), ledger=self.label, book=book)
        return Head(*rows[0])

    def records(
        self, register: str, books: Collection[str] = (), history: bool = False, under: str = ""
    ) -> Sequence[Record]:
        among = f"AND book IN ({','.join('?' * len(books))})" if books else ""
        # From the colon to what follows it: keys sort by their bytes in both stores.
        within, bounds = ("AND key >= ? AND key < ?", [f"{under}:", f"{under};"]) if under else ("", [])
        statement = sql("SELECT", _RECORD, "FROM record WHERE register = ?", among, within, "ORDER BY id")
        versions = [record_of(row) for row in self.ask(statement, [register, *books, *bounds])]
        if history:
            return versions
        latest = {record.key: record for record in versions}
        return [record for record in latest.values() if not record.removed]

    def record(self, register: str, key: str) -> Record | None:
        found = self.latest(register, key)
        return None if found is None or found.removed else found

    def latest(self, register: str, key: str) -> Record | None:
        """The latest version of a row, removed or not."""
        rows = self.ask(LATEST, (register, key))
        return record_of(rows[0]) if rows else None

    def record_chain(self, book: str) -> Iterator[Record]:
        for row in self.ask(sql("SELECT", _RECORD, "FROM record WHERE book = ? ORDER BY number"), (book,)):
            yield record_of(row)
