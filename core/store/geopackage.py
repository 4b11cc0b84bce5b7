"""A ledger in one GeoPackage file, for a bureau without a server: SQLite, one writer at a time, one connection a thread."""

from __future__ import annotations

import datetime
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..beside import Beside, require_place, told
from ..errors import InputError, OutputError
from ..ledger.chain import GENESIS
from ..ledger.model import AccountKey, Book, Posting, Record, Voucher
from ..sentence import Sentence, translate
from .geopackage_condition import schema_faults
from .geopackage_connection import connect, trouble
from .geopackage_looks import CHINESE, add_words
from .geopackage_making import build, transaction
from .geopackage_schema import LINES
from .geopackage_writing import LATEST, GeoPackageWriting
from .interface import (
    ALL_VOUCHERS,
    SCHEMA_VERSION,
    Head,
    LedgerInfo,
    Turnover,
    VoucherQuery,
    Writing,
    require_no_books,
)
from .merged import MergedSums
from .migration import migrate
from .queries import voucher_condition
from .rows import record_of, voucher_of
from .sqlite_apart import AnyConnection
from .tables import RECORD_COLUMNS, VOUCHER_COLUMNS, sql

AT_ONCE = 900
"""Values in one statement: older SQLite takes 999."""

MANY = 5000
"""Vouchers read in one go."""

LINES_OF = f"p.id BETWEEN v.id * {LINES} AND v.id * {LINES} + {LINES - 1}"
"""The postings of a voucher."""

_VOUCHER = ", ".join(f"v.{name}" for name in VOUCHER_COLUMNS)
_RECORD = ", ".join(RECORD_COLUMNS)


class GeoPackageStore(MergedSums):
    """The ledger in a file. Made by `create` or `open_ledger`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()

    @property
    def label(self) -> str:
        return str(self.path)

    # ------------------------------------------------------------------------------------------------ connection

    def connection(self) -> AnyConnection:
        """The connection of this thread."""
        found = getattr(self._local, "connection", None)
        if found is None:
            found = connect(self.path)
            self._local.connection = found
        return found

    def close(self) -> None:
        found = getattr(self._local, "connection", None)
        if found is not None:
            found.close()
            self._local.connection = None

    def _rows(self, sql: str, places: Sequence[Any] = ()) -> list[Any]:
        with self._told():
            return self.connection().execute(sql, places).fetchall()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Errors of the database as one sentence."""
        try:
            yield
        except sqlite3.Error as error:
            raise trouble(self.path, error) from error

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All reading inside sees one moment. Outside WAL, who writes has to wait for it."""
        with self._told():
            connection = self.connection()
            connection.execute("BEGIN")
            try:
                yield
            finally:
                connection.execute("ROLLBACK")

    def faults(self) -> Sequence[Sentence]:
        """What is wrong with the file itself: its tables, triggers, indices, lost rows."""
        with self._told():
            return schema_faults(self.connection())

    @property
    def sees_all(self) -> bool:
        """A file shows all its books to everybody."""
        return True

    # ---------------------------------------------------------------------------------------------------- reading

    def info(self) -> LedgerInfo:
        known = dict(self._rows("SELECT name, value FROM ledger"))
        return LedgerInfo(known["uid"], known["title"], int(known["schema_version"]), known["created"])

    def books(self) -> Sequence[Book]:
        return [Book(*row) for row in self._rows("SELECT code, kind, holder, name, role FROM book ORDER BY id")]

    def add_books(self, books: Iterable[Book]) -> None:
        with self._told(), transaction(self.connection()) as connection:
            _insert_books(connection, books)
            add_words(connection)

    def head(self, book: str) -> Head:
        rows = self._rows("SELECT number, hash, postings, record_number, record_hash FROM book WHERE code = ?", (book,))
        if not rows:
            raise InputError(translate("LandLedger", "The ledger {ledger} has no book {book}."), ledger=self.label, book=book)
        return Head(*rows[0])

    def balances(
        self, books: Collection[str] = (), until: datetime.date | None = None
    ) -> Mapping[tuple[AccountKey, str], int]:
        accounts = self._accounts(books)
        if until is None:
            rows = self._rows("SELECT account_id, dimension, amount FROM balance WHERE amount <> 0")
        else:
            rows = self._sums_until(until)
        return {(accounts[key], dimension): amount for key, dimension, amount in rows if key in accounts}

    def _sums_until(self, until: datetime.date) -> list[Any]:
        """Whole months from the turnovers, the last one from its postings."""
        statement = sql(
            "SELECT account_id, dimension, SUM(amount) FROM (SELECT account_id, dimension, received - spent AS amount",
            "FROM turnover WHERE book_month < ? UNION ALL SELECT p.account_id, p.dimension, p.amount FROM voucher v",
            "CROSS JOIN posting p ON", LINES_OF, "WHERE v.book_date BETWEEN ? AND ?)",
            "GROUP BY account_id, dimension HAVING SUM(amount) <> 0",
        )  # fmt: skip
        day = until.isoformat()
        return self._rows(statement, (day[:7], day[:7], day))

    def _accounts(self, books: Collection[str] = ()) -> dict[int, AccountKey]:
        """Accounts by their ids."""
        among, places = _among("book", books)
        rows = self._rows(sql("SELECT id, book, year, source, state, project FROM account WHERE 1", among), places)
        return {row[0]: AccountKey(*row[1:]) for row in rows}

    def turnover(self, books: Collection[str] = ()) -> Sequence[Turnover]:
        accounts = self._accounts(books)
        rows = self._rows("SELECT account_id, dimension, book_month, doc_month, nature, received, spent FROM turnover")
        return [Turnover(accounts[key], *rest) for key, *rest in rows if key in accounts]

    LINES_JOIN = LINES_OF

    def ask(self, sql: str, places: Sequence[Any]) -> list[Any]:
        return self._rows(sql, places)

    def vouchers(self, query: VoucherQuery = ALL_VOUCHERS) -> Iterator[Voucher]:
        condition, places = voucher_condition(query, "?", lines=LINES_OF)
        turn = "DESC" if query.newest_first else "ASC"
        order = f"ORDER BY v.book_date {turn}, v.book {turn}, v.number {turn}"
        limit = "" if query.limit is None else f" LIMIT {int(query.limit)} OFFSET {int(query.offset)}"
        # Their ids first: all rows of a large ledger at once take more memory than whatever is made of them.
        keys = [row[0] for row in self._rows(sql("SELECT v.id FROM voucher v", condition, order, limit), places)]
        for start in range(0, len(keys), MANY):
            among = "".join(["WHERE v.id IN (", ",".join(map(str, keys[start : start + MANY])), ")"])
            yield from self._with_postings(self._rows(sql("SELECT", _VOUCHER, "FROM voucher v", among, order)))

    def count(self, query: VoucherQuery = ALL_VOUCHERS) -> int:
        condition, places = voucher_condition(query, "?", lines=LINES_OF)
        return int(self._rows(sql("SELECT COUNT(*) FROM voucher v", condition), places)[0][0])

    def chain(self, book: str) -> Iterator[Voucher]:
        end = f"LIMIT {MANY}"
        statement = sql("SELECT", _VOUCHER, "FROM voucher v WHERE v.book = ? AND v.number > ? ORDER BY v.number", end)
        rows = self._rows(statement, (book, -(2**62)))
        while rows:
            yield from self._with_postings(rows)
            rows = self._rows(statement, (book, rows[-1][2]))

    def _with_postings(self, rows: Sequence[Any]) -> Iterator[Voucher]:
        """The vouchers of these rows."""
        found: dict[int, list[Posting]] = {row[0]: [] for row in rows}
        accounts: dict[int, AccountKey] = {}
        keys = list(found)
        for start in range(0, len(keys), AT_ONCE):
            part = ",".join(map(str, keys[start : start + AT_ONCE]))
            lines = self._rows(
                sql(
                    "SELECT p.voucher_id, p.account_id, p.dimension, p.amount FROM voucher v CROSS JOIN posting p ON",
                    LINES_OF, "WHERE v.id IN (", part, ") ORDER BY v.id, p.id",
                )
            )
            self._look_up(accounts, {line[1] for line in lines})
            for key, account, dimension, amount in lines:
                found.setdefault(key, []).append(Posting(accounts[account], dimension, amount))
        return (voucher_of(row, found[row[0]]) for row in rows)

    def _look_up(self, accounts: dict[int, AccountKey], keys: set[int]) -> None:
        """Add the accounts with these ids; one that is missing stands as one of no book."""
        unknown = [key for key in keys if key not in accounts]
        for start in range(0, len(unknown), AT_ONCE):
            part = ",".join(map(str, unknown[start : start + AT_ONCE]))
            rows = self._rows(sql("SELECT id, book, year, source, state, project FROM account WHERE id IN (", part, ")"))
            accounts.update((row[0], AccountKey(*row[1:])) for row in rows)
        for key in unknown:
            accounts.setdefault(key, AccountKey("", 0, "", "", ""))

    def records(self, register: str, books: Collection[str] = (), history: bool = False) -> Sequence[Record]:
        among, places = _among("book", books)
        statement = sql("SELECT", _RECORD, "FROM record WHERE register = ?", among, "ORDER BY id")
        versions = [record_of(row) for row in self._rows(statement, [register, *places])]
        if history:
            return versions
        latest = {record.key: record for record in versions}
        return [record for record in latest.values() if not record.removed]

    def record(self, register: str, key: str) -> Record | None:
        rows = self._rows(LATEST, (register, key))
        found = record_of(rows[0]) if rows else None
        return None if found is None or found.removed else found

    def record_chain(self, book: str) -> Iterator[Record]:
        for row in self._rows(sql("SELECT", _RECORD, "FROM record WHERE book = ? ORDER BY number"), (book,)):
            yield record_of(row)

    def origins(self, origins: Collection[str]) -> set[str]:
        asked, found = list(origins), set()
        for start in range(0, len(asked), AT_ONCE):
            part = asked[start : start + AT_ONCE]
            marks = ",".join("?" * len(part))
            found |= {row[0] for row in self._rows(sql("SELECT origin FROM voucher WHERE origin IN (", marks, ")"), part)}
        return found

    # ---------------------------------------------------------------------------------------------------- writing

    @contextmanager
    def writing(self, books: Collection[str]) -> Iterator[Writing]:
        with self._told(), transaction(self.connection()) as connection:
            yield GeoPackageWriting(self, connection, frozenset(books))

    @contextmanager
    def filling(self, info: LedgerInfo, books: Sequence[Book]) -> Iterator[Writing]:
        with self._told(), transaction(self.connection()) as connection:
            require_no_books(self)
            for name, value in (("uid", info.uid), ("title", info.title), ("created", info.created)):
                connection.execute("UPDATE ledger SET value = ? WHERE name = ?", (value, name))
            _insert_books(connection, books)
            yield GeoPackageWriting(self, connection, frozenset(book.code for book in books))


def create(path: Path, title: str, books: Sequence[Book], language: str = CHINESE) -> GeoPackageStore:
    """A new ledger with these books, the first is the city's (or the only one); OutputError where a file is already or
    none can be written. `language` (zh, en) is that of the views and the names of columns."""
    require_place(path, overwrite=False)
    with Beside(path) as spool:
        spool.finish()
        with told(spool), _made(path):
            build(spool.temporary, title, language)
            store = GeoPackageStore(spool.temporary)
            store.add_books(books)
            store.close()
            spool.take_place()
    return GeoPackageStore(path)


@contextmanager
def _made(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise OutputError(
            translate("LandLedger", "{file} can't be written: {reason}."), file=str(path), reason=str(error)
        ) from error


def open_ledger(path: Path) -> GeoPackageStore:
    """The ledger in a file; InputError where there is none, it is none of ours, or its schema is newer than we know.

    An older one is brought to today's schema, after a backup.
    """
    if not path.is_file():
        raise InputError(translate("LandLedger", "The ledger {file} does not exist."), file=str(path))
    store = GeoPackageStore(path)
    try:
        version = store.info().schema_version
        if version > SCHEMA_VERSION:
            raise InputError(
                translate(
                    "LandLedger",
                    "The ledger {file} was made by a newer version of the plugin; update the plugin to open it.",
                ),
                file=str(path),
            )
        if version < SCHEMA_VERSION:
            migrate(store, version)
    except BaseException as error:
        store.close()
        if isinstance(error, (KeyError, ValueError)):
            raise _none_of_ours(path) from error
        raise
    return store


def _none_of_ours(path: Path) -> InputError:
    return InputError(translate("LandLedger", "{file} is no ledger of Land Ledger; choose another file."), file=str(path))


def _insert_books(connection: AnyConnection, books: Iterable[Book]) -> None:
    rows = [(b.code, b.kind, b.holder, b.name, b.role, 0, GENESIS, 0, 0, GENESIS) for b in books]
    into = "code, kind, holder, name, role, number, hash, postings, record_number, record_hash"
    connection.executemany(sql("INSERT INTO book (", into, ") VALUES (?,?,?,?,?,?,?,?,?,?)"), rows)


def _among(column: str, books: Collection[str]) -> tuple[str, list[Any]]:
    """` AND column IN (…)` and its places; nothing for all."""
    if not books:
        return "", []
    return f" AND {column} IN ({','.join('?' * len(books))})", list(books)
