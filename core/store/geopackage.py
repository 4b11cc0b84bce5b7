"""A ledger in one GeoPackage file, for a bureau without a server: SQLite, one writer at a time, one connection a thread."""

from __future__ import annotations

import datetime
import secrets
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..beside import require_place
from ..errors import InputError, OutputError
from ..ledger.chain import GENESIS
from ..ledger.model import AccountKey, Book, Posting, Record, Voucher
from ..sentence import translate
from .geopackage_schema import (
    APPLICATION_ID,
    CONTAINER,
    GATE,
    SYSTEMS,
    TABLES,
    USER_VERSION,
    triggers,
)
from .geopackage_writing import GeoPackageWriting
from .interface import ALL_VOUCHERS, SCHEMA_VERSION, Head, LedgerInfo, Turnover, VoucherQuery, Writing
from .queries import voucher_condition
from .rows import record_of, voucher_of
from .tables import RECORD_COLUMNS, VOUCHER_COLUMNS

PATIENCE = 15.0
"""Seconds to wait for somebody else who writes."""

_BATCH = 2000


class GeoPackageStore:
    """The ledger in a file. Made by `create` or `open_ledger`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()

    @property
    def label(self) -> str:
        return str(self.path)

    # ------------------------------------------------------------------------------------------------ connection

    def connection(self) -> sqlite3.Connection:
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

    # ---------------------------------------------------------------------------------------------------- reading

    def info(self) -> LedgerInfo:
        known = dict(self._rows("SELECT name, value FROM ledger"))
        return LedgerInfo(known["uid"], known["title"], int(known["schema_version"]), known["created"])

    def books(self) -> Sequence[Book]:
        return [Book(*row) for row in self._rows("SELECT code, kind, holder, name, role FROM book ORDER BY id")]

    def add_books(self, books: Iterable[Book]) -> None:
        rows = [(b.code, b.kind, b.holder, b.name, b.role, 0, GENESIS, 0, 0, GENESIS) for b in books]
        into = "code, kind, holder, name, role, number, hash, postings, record_number, record_hash"
        with self._told(), self._transaction() as connection:
            connection.executemany(f"INSERT INTO book ({into}) VALUES (?,?,?,?,?,?,?,?,?,?)", rows)

    def head(self, book: str) -> Head:
        rows = self._rows("SELECT number, hash, postings, record_number, record_hash FROM book WHERE code = ?", (book,))
        if not rows:
            raise InputError(translate("LandLedger", "The ledger {ledger} has no book {book}."), ledger=self.label, book=book)
        return Head(*rows[0])

    def balances(
        self, books: Collection[str] = (), until: datetime.date | None = None
    ) -> Mapping[tuple[AccountKey, str], int]:
        among, places = _among("a.book", books)
        if until is None:
            sql = (
                "SELECT a.book, a.year, a.source, a.state, a.project, b.dimension, b.amount FROM balance b "
                f"JOIN account a ON a.id = b.account_id WHERE b.amount <> 0{among}"
            )
        else:
            sql = (
                "SELECT a.book, a.year, a.source, a.state, a.project, p.dimension, SUM(p.amount) FROM posting p "
                "JOIN voucher v ON v.id = p.voucher_id JOIN account a ON a.id = p.account_id "
                f"WHERE v.book_date <= ?{among} GROUP BY p.account_id, p.dimension HAVING SUM(p.amount) <> 0"
            )
            places = [until.isoformat(), *places]
        return {(AccountKey(*row[:5]), row[5]): row[6] for row in self._rows(sql, places)}

    def turnover(self, books: Collection[str] = ()) -> Sequence[Turnover]:
        among, places = _among("a.book", books)
        sql = (
            "SELECT a.book, a.year, a.source, a.state, a.project, t.dimension, t.book_month, t.doc_month, t.nature, "
            f"t.received, t.spent FROM turnover t JOIN account a ON a.id = t.account_id WHERE 1{among}"
        )
        return [Turnover(AccountKey(*row[:5]), *row[5:]) for row in self._rows(sql, places)]

    def vouchers(self, query: VoucherQuery = ALL_VOUCHERS) -> Iterator[Voucher]:
        condition, places = voucher_condition(query, "?")
        turn = "DESC" if query.newest_first else "ASC"
        order = f"ORDER BY v.book_date {turn}, v.book {turn}, v.number {turn}"
        limit = "" if query.limit is None else f" LIMIT {int(query.limit)} OFFSET {int(query.offset)}"
        columns = ", ".join(f"v.{name}" for name in VOUCHER_COLUMNS)
        yield from self._with_postings(f"SELECT {columns} FROM voucher v{condition} {order}{limit}", places)

    def count(self, query: VoucherQuery = ALL_VOUCHERS) -> int:
        condition, places = voucher_condition(query, "?")
        return int(self._rows(f"SELECT COUNT(*) FROM voucher v{condition}", places)[0][0])

    def chain(self, book: str) -> Iterator[Voucher]:
        columns = ", ".join(f"v.{name}" for name in VOUCHER_COLUMNS)
        yield from self._with_postings(f"SELECT {columns} FROM voucher v WHERE v.book = ? ORDER BY v.number", [book])

    def _with_postings(self, sql: str, places: Sequence[Any]) -> Iterator[Voucher]:
        rows = self._rows(sql, places)
        for start in range(0, len(rows), _BATCH):
            part = rows[start : start + _BATCH]
            found = self._postings([row[0] for row in part])
            for row in part:
                yield voucher_of(row, found.get(row[0], ()))

    def _postings(self, keys: Sequence[int]) -> dict[int, list[Posting]]:
        sql = (
            "SELECT p.voucher_id, a.book, a.year, a.source, a.state, a.project, p.dimension, p.amount FROM posting p "
            f"JOIN account a ON a.id = p.account_id WHERE p.voucher_id IN ({','.join(map(str, keys))}) "
            "ORDER BY p.voucher_id, p.line"
        )
        found: dict[int, list[Posting]] = {}
        for row in self._rows(sql):
            found.setdefault(row[0], []).append(Posting(AccountKey(*row[1:6]), row[6], row[7]))
        return found

    def records(self, register: str, books: Collection[str] = (), history: bool = False) -> Sequence[Record]:
        among, places = _among("book", books)
        columns = ", ".join(RECORD_COLUMNS)
        sql = f"SELECT {columns} FROM record WHERE register = ?{among} ORDER BY id"
        versions = [record_of(row) for row in self._rows(sql, [register, *places])]
        if history:
            return versions
        latest = {record.key: record for record in versions}
        return [record for record in latest.values() if not record.removed]

    def record(self, register: str, key: str) -> Record | None:
        columns = ", ".join(RECORD_COLUMNS)
        sql = f"SELECT {columns} FROM record WHERE register = ? AND key = ? ORDER BY version DESC LIMIT 1"
        rows = self._rows(sql, (register, key))
        found = record_of(rows[0]) if rows else None
        return None if found is None or found.removed else found

    def record_chain(self, book: str) -> Iterator[Record]:
        columns = ", ".join(RECORD_COLUMNS)
        for row in self._rows(f"SELECT {columns} FROM record WHERE book = ? ORDER BY number", (book,)):
            yield record_of(row)

    def origins(self, origins: Collection[str]) -> set[str]:
        asked, found = list(origins), set()
        for start in range(0, len(asked), _BATCH):
            part = asked[start : start + _BATCH]
            marks = ",".join("?" * len(part))
            found |= {row[0] for row in self._rows(f"SELECT origin FROM voucher WHERE origin IN ({marks})", part)}
        return found

    # ---------------------------------------------------------------------------------------------------- writing

    @contextmanager
    def writing(self, books: Collection[str]) -> Iterator[Writing]:
        with self._told(), self._transaction() as connection:
            yield GeoPackageWriting(self, connection, frozenset(books))

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        connection = self.connection()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def connect(path: Path) -> sqlite3.Connection:
    """A connection of ours to an existing file."""
    address = path.resolve().as_uri() + "?mode=rw"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
    connection.create_function(GATE, 0, lambda: 1)
    connection.execute("PRAGMA trusted_schema = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def create(path: Path, title: str, books: Sequence[Book]) -> GeoPackageStore:
    """A new ledger with these books, the first is the city's (or the only one); OutputError where a file is already or
    none can be written."""
    require_place(path, overwrite=False)
    path.touch(exist_ok=False)
    try:
        store = GeoPackageStore(path)
        connection = store.connection()
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {USER_VERSION}")
        connection.executescript("BEGIN;" + CONTAINER + TABLES + "COMMIT;")
        with store._transaction():
            connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", SYSTEMS)
            for statement in triggers():
                connection.execute(statement)
            for table in ("ledger", "book", "account", "voucher", "posting", "balance", "turnover", "record"):
                connection.execute(
                    "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)",
                    (table, table),
                )
            now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
            known = {"uid": secrets.token_hex(16), "title": title, "schema_version": SCHEMA_VERSION, "created": now}
            connection.executemany(
                "INSERT INTO ledger (name, value) VALUES (?, ?)", [(key, str(value)) for key, value in known.items()]
            )
        store.add_books(books)
    except sqlite3.Error as error:
        store.close()
        path.unlink(missing_ok=True)
        raise OutputError(
            translate("LandLedger", "{file} can't be written: {reason}."), file=str(path), reason=str(error)
        ) from error
    return store


def open_ledger(path: Path) -> GeoPackageStore:
    """The ledger in a file; InputError where there is none, it is none of ours, or its schema is newer than we know."""
    if not path.is_file():
        raise InputError(translate("LandLedger", "The ledger {file} does not exist."), file=str(path))
    store = GeoPackageStore(path)
    try:
        version = store.info().schema_version
    except (InputError, KeyError, ValueError) as error:
        store.close()
        if isinstance(error, InputError) and "locked" in str(error):
            raise
        raise InputError(
            translate("LandLedger", "{file} is no ledger of Land Ledger; choose another file."), file=str(path)
        ) from error
    if version > SCHEMA_VERSION:
        store.close()
        raise InputError(
            translate(
                "LandLedger", "The ledger {file} was made by a newer version of the plugin; update the plugin to open it."
            ),
            file=str(path),
        )
    return store


def trouble(path: Path, error: sqlite3.Error) -> InputError:
    """An error of SQLite as one sentence."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return InputError(
            translate(
                "LandLedger", "The ledger {file} is locked by somebody else who writes; try again in a moment."
            ),
            file=str(path),
        )
    if "voucher.origin" in text:
        return InputError(translate("LandLedger", "A row of this import is in the ledger {file} already."), file=str(path))
    if "voucher.book, voucher.reverses" in text:
        return InputError(translate("LandLedger", "The voucher has been reversed already."))
    return InputError(translate("LandLedger", "The ledger {file} refused: {reason}."), file=str(path), reason=text)


def _among(column: str, books: Collection[str]) -> tuple[str, list[Any]]:
    """` AND column IN (…)` and its places; nothing for all."""
    if not books:
        return "", []
    return f" AND {column} IN ({','.join('?' * len(books))})", list(books)
