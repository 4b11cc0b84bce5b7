"""A ledger in an office's PostgreSQL: many writers, one chain a book, roles that see their own books (psycopg2)."""

from __future__ import annotations

import datetime
import secrets
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from ..errors import InputError, OutputError
from ..ledger.chain import GENESIS
from ..ledger.model import AccountKey, Book, Posting, Record, Voucher
from ..quota.vocabulary import BOOK_KIND as QUOTA_KIND
from ..sentence import Sentence, translate
from .appending import utc_now
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
from .postgresql_condition import schema_faults, sees_all
from .postgresql_connection import DEFAULT_SCHEMA, LOST, NONE_OF_OURS, PATIENCE, Connections, Server, driver
from .postgresql_schema import SIDES, statements
from .postgresql_writing import PostgreSQLWriting
from .queries import voucher_condition
from .rows import record_of, voucher_of
from .tables import RECORD_COLUMNS, VOUCHER_COLUMNS

_BATCH = 2000
_PAUSE = 0.1
_ACCOUNT = "a.book, a.year, a.source, a.state, a.project"
_VOUCHER = ", ".join(f"v.{name}" for name in VOUCHER_COLUMNS)
_RECORD = ", ".join(RECORD_COLUMNS)


class PostgreSQLStore(MergedSums):
    """The ledger in a schema of a database. Made by `create` or `open_ledger`."""

    def __init__(self, server: Server, schema: str, label: str) -> None:
        self.schema = schema
        self._label = label
        self._connections = Connections(server, schema, label)

    @property
    def label(self) -> str:
        return self._label

    @property
    def sees_all(self) -> bool:
        """Whether the role sees all books."""
        return sees_all(self)

    def faults(self) -> Sequence[Sentence]:
        """What is wrong with the schema itself."""
        return list(schema_faults(self))

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All reading inside sees one moment."""
        with self._connections.told():
            self._require_idle()
            self._executed("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ()).close()
            try:
                yield
            finally:
                self._undo(self.connection())

    def connection(self) -> Any:
        """The psycopg2 connection of this thread, in autocommit, `search_path` set to the schema."""
        return self._connections.current()

    def close(self) -> None:
        self._connections.drop()

    def rows(self, sql: str, places: Sequence[Any] = ()) -> list[Any]:
        """All rows of a statement."""
        with self._connections.told():
            cursor = self._executed(sql, places)
            with cursor:
                return list(cursor.fetchall())

    def _executed(self, sql: str, places: Sequence[Any]) -> Any:
        """A cursor that has run the statement; a connection that was lost while it slept is made anew."""
        psycopg2 = driver()
        connection = self.connection()
        asleep = not _is_busy(connection)
        cursor = connection.cursor()
        try:
            self._connections.execute(cursor, sql, places)
        except psycopg2.Error as error:
            if not (asleep and self._connections.is_gone(error)):
                raise
            self.close()
            cursor = self.connection().cursor()
            self._connections.execute(cursor, sql, places)
        return cursor

    # ---------------------------------------------------------------------------------------------------- reading

    def info(self) -> LedgerInfo:
        known = dict(self.rows("SELECT name, value FROM ledger"))
        return LedgerInfo(known["uid"], known["title"], int(known["schema_version"]), known["created"])

    def books(self) -> Sequence[Book]:
        return [Book(*row) for row in self.rows("SELECT code, kind, holder, name, role FROM book ORDER BY id")]

    def add_books(self, books: Iterable[Book]) -> None:
        with self.transaction() as connection:
            insert_books(connection, books)

    def head(self, book: str) -> Head:
        rows = self.rows("SELECT number, hash, postings, record_number, record_hash FROM book WHERE code = %s", (book,))
        if not rows:
            raise InputError(translate("LandLedger", "The ledger {ledger} has no book {book}."), ledger=self.label, book=book)
        return Head(*rows[0])

    def balances(
        self, books: Collection[str] = (), until: datetime.date | None = None
    ) -> Mapping[tuple[AccountKey, str], int]:
        among, places = _among("a.book", books)
        if until is None:
            parts = [
                "SELECT", _ACCOUNT, ", b.dimension, b.amount FROM balance b JOIN account a ON a.id = b.account_id",
                "WHERE b.amount <> 0", among,
            ]  # fmt: skip
        else:
            parts = [
                "SELECT", _ACCOUNT, ", s.dimension, s.amount FROM (SELECT p.account_id, p.dimension,",
                "sum(p.amount)::bigint AS amount FROM posting p JOIN voucher v ON v.id = p.voucher_id",
                "WHERE v.book_date <= %s GROUP BY p.account_id, p.dimension HAVING sum(p.amount) <> 0) s",
                "JOIN account a ON a.id = s.account_id WHERE true", among,
            ]  # fmt: skip
            places = [until.isoformat(), *places]
        return {(AccountKey(*row[:5]), row[5]): row[6] for row in self.rows(" ".join(parts), places)}

    def turnover(self, books: Collection[str] = ()) -> Sequence[Turnover]:
        among, places = _among("a.book", books)
        parts = [
            "SELECT", _ACCOUNT, ", t.dimension, t.book_month, t.doc_month, t.nature, t.received, t.spent",
            "FROM turnover t JOIN account a ON a.id = t.account_id WHERE true", among,
        ]  # fmt: skip
        return [Turnover(AccountKey(*row[:5]), *row[5:]) for row in self.rows(" ".join(parts), places)]

    def ask(self, sql: str, places: Sequence[Any]) -> list[Any]:
        return self.rows(sql.replace("?", "%s"), places)

    def vouchers(self, query: VoucherQuery = ALL_VOUCHERS) -> Iterator[Voucher]:
        condition, places = voucher_condition(query, "%s", "ILIKE")
        turn = "DESC" if query.newest_first else "ASC"
        order = f"ORDER BY v.book_date {turn}, v.book {turn}, v.number {turn}"
        limit = "" if query.limit is None else f"LIMIT {int(query.limit)} OFFSET {int(query.offset)}"
        yield from self._with_postings(["SELECT", _VOUCHER, "FROM voucher v", condition, order, limit], places)

    def count(self, query: VoucherQuery = ALL_VOUCHERS) -> int:
        condition, places = voucher_condition(query, "%s", "ILIKE")
        return int(self.rows(" ".join(["SELECT count(*) FROM voucher v", condition]), places)[0][0])

    def chain(self, book: str) -> Iterator[Voucher]:
        yield from self._with_postings(
            ["SELECT", _VOUCHER, "FROM voucher v WHERE v.book = %s ORDER BY v.number"], [book]
        )

    def _with_postings(self, parts: Sequence[str], places: Sequence[Any]) -> Iterator[Voucher]:
        with self._connections.told():
            cursor = self._executed(" ".join(parts), places)
        with cursor:
            while part := cursor.fetchmany(_BATCH):
                found = self._postings([row[0] for row in part])
                for row in part:
                    yield voucher_of(row, found.get(row[0], ()))

    def _postings(self, keys: Sequence[int]) -> dict[int, list[Posting]]:
        parts = [
            "SELECT p.voucher_id,", _ACCOUNT, ", p.dimension, p.amount FROM posting p JOIN account a ON a.id = p.account_id",
            "WHERE p.voucher_id = ANY (%s) ORDER BY p.voucher_id, p.line",
        ]  # fmt: skip
        found: dict[int, list[Posting]] = {}
        for row in self.rows(" ".join(parts), (list(keys),)):
            found.setdefault(row[0], []).append(Posting(AccountKey(*row[1:6]), row[6], row[7]))
        return found

    def records(self, register: str, books: Collection[str] = (), history: bool = False) -> Sequence[Record]:
        among, places = _among("book", books)
        parts = ["SELECT", _RECORD, "FROM record WHERE register = %s", among, "ORDER BY id"]
        versions = [record_of(row) for row in self.rows(" ".join(parts), [register, *places])]
        if history:
            return versions
        latest = {record.key: record for record in versions}
        return [record for record in latest.values() if not record.removed]

    def record(self, register: str, key: str) -> Record | None:
        found = self.latest(register, key)
        return None if found is None or found.removed else found

    def latest(self, register: str, key: str) -> Record | None:
        """The latest version of a row, removed or not."""
        parts = ["SELECT", _RECORD, "FROM record WHERE register = %s AND key = %s ORDER BY version DESC LIMIT 1"]
        rows = self.rows(" ".join(parts), (register, key))
        return record_of(rows[0]) if rows else None

    def record_chain(self, book: str) -> Iterator[Record]:
        for row in self.rows(" ".join(["SELECT", _RECORD, "FROM record WHERE book = %s ORDER BY number"]), (book,)):
            yield record_of(row)

    def origins(self, origins: Collection[str]) -> set[str]:
        rows = self.rows("SELECT origin FROM voucher WHERE origin = ANY (%s::text[])", (list(origins),))
        return {row[0] for row in rows}

    # ---------------------------------------------------------------------------------------------------- writing

    @contextmanager
    def writing(self, books: Collection[str]) -> Iterator[Writing]:
        with self.transaction() as connection:
            heads = self._locked(books)
            yield PostgreSQLWriting(self, connection, heads)

    @contextmanager
    def filling(self, info: LedgerInfo, books: Sequence[Book]) -> Iterator[Writing]:
        with self.transaction() as connection:
            require_no_books(self)
            with connection.cursor() as cursor:
                for name, value in (("uid", info.uid), ("title", info.title), ("created", info.created)):
                    cursor.execute("UPDATE ledger SET value = %s WHERE name = %s", (value, name))
            insert_books(connection, books)
            yield PostgreSQLWriting(self, connection, self._locked([book.code for book in books]))

    def send(self, cursor: Any, sql: str, places: Sequence[Any]) -> None:
        """Run a statement inside `writing`."""
        with self._connections.told():
            self._connections.execute(cursor, sql, places)

    def _locked(self, books: Collection[str]) -> dict[str, Head]:
        """The heads of books that nobody else can post into from here on; the books are locked in their order."""
        rows = self.rows(
            "SELECT code, number, hash, postings, record_number, record_hash FROM lock_books(%s::text[])", (list(books),)
        )
        heads = {row[0]: Head(*row[1:]) for row in rows}
        for book in books:
            if book not in heads:
                raise InputError(translate("LandLedger", "The ledger has no book {book} that may be written."), book=book)
        return heads

    @contextmanager
    def transaction(self) -> Iterator[Any]:
        """A transaction on the connection of this thread: all or nothing, errors as one sentence."""
        with self._connections.told():
            self._require_idle()
            begun = self._executed("BEGIN ISOLATION LEVEL READ COMMITTED; SELECT txid_current()::text", ())
            work, connection = begun.fetchone()[0], self.connection()
            try:
                yield connection
                self._commit(connection, work)
            except BaseException:
                self._undo(connection)
                raise

    def _require_idle(self) -> None:
        if _is_busy(self.connection()):
            raise InputError(translate("LandLedger", "The ledger {ledger} is being written already."), ledger=self.label)

    def _commit(self, connection: Any, work: str) -> None:
        """COMMIT; where the connection is lost in that moment, the server is asked what became of the transaction."""
        psycopg2 = driver()
        with connection.cursor() as cursor:
            try:
                cursor.execute("COMMIT")
                return
            except psycopg2.Error as error:
                if not self._connections.is_gone(error):
                    raise
        self.close()
        if self._fate(work) != "committed":
            raise InputError(LOST, ledger=self.label)

    def _fate(self, work: str) -> str:
        """What became of a transaction; InputError where nobody can tell now. The server may still be at work on it."""
        unknown = InputError(
            translate(
                "LandLedger",
                "The connection to the ledger {ledger} was lost at the very end: look into the journal whether the "
                "vouchers are there before you post them again.",
            ),
            ledger=self.label,
        )
        latest = time.monotonic() + PATIENCE
        while time.monotonic() < latest:
            try:
                fate = str(self.rows("SELECT txid_status(%s::bigint)", (work,))[0][0])
            except InputError as error:
                raise unknown from error
            if fate in ("committed", "aborted"):
                return fate
            time.sleep(_PAUSE)
        raise unknown

    def _undo(self, connection: Any) -> None:
        """ROLLBACK; of a connection that is gone the server has done it."""
        psycopg2 = driver()
        try:
            if not connection.closed:
                with connection.cursor() as cursor:
                    cursor.execute("ROLLBACK")
        except psycopg2.Error:
            self.close()


def create(
    server: Server,
    title: str,
    books: Sequence[Book],
    schema: str = DEFAULT_SCHEMA,
    label: str = "",
) -> PostgreSQLStore:
    """A new ledger with these books in a schema of its own, owned by the role that connects.

    OutputError where the schema is there already, InputError where the role may not make one (it needs CREATE on the
    database).
    """
    store = PostgreSQLStore(server, schema, label or schema)
    try:
        _require_room(store)
        with store.transaction() as connection, connection.cursor() as cursor:
            cursor.execute(" ".join(["CREATE SCHEMA", quoted(schema)]))
            for statement in statements():
                cursor.execute(statement)
            cursor.execute(" ".join(["REVOKE ALL ON ALL FUNCTIONS IN SCHEMA", quoted(schema), "FROM PUBLIC"]))
            known = {"uid": secrets.token_hex(16), "title": title, "schema_version": SCHEMA_VERSION, "created": utc_now()}
            cursor.executemany(
                "INSERT INTO ledger (name, value) VALUES (%s, %s)", [(key, str(value)) for key, value in known.items()]
            )
            insert_books(connection, books)
    except BaseException:
        store.close()
        raise
    return store


def _require_room(store: PostgreSQLStore) -> None:
    """OutputError where the database can't take a ledger of this name."""
    if store.rows("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = %s", (store.schema,)):
        raise OutputError(
            translate("LandLedger", "The ledger {ledger} can't be made: there is a schema of that name."), ledger=store.label
        )
    if store.rows("SHOW server_encoding") != [("UTF8",)]:
        raise OutputError(
            translate("LandLedger", "The ledger {ledger} can't be made: the database does not keep Unicode (UTF8)."),
            ledger=store.label,
        )


def discard(store: PostgreSQLStore) -> None:
    """Take away a ledger that has no books, such as one whose filling failed; any other stays."""
    if not store.books():
        with store.transaction() as connection, connection.cursor() as cursor:
            cursor.execute(" ".join(["DROP SCHEMA", quoted(store.schema), "CASCADE"]))
    store.close()


def open_ledger(server: Server, schema: str = DEFAULT_SCHEMA, label: str = "") -> PostgreSQLStore:
    """The ledger in a schema; InputError where there is none, one may not look at it, or it is newer than we know."""
    store = PostgreSQLStore(server, schema, label or schema)
    try:
        if not store.rows("SELECT to_regclass('ledger') IS NOT NULL AND to_regclass('voucher') IS NOT NULL")[0][0]:
            raise KeyError
        version = store.info().schema_version
    except (KeyError, ValueError) as error:
        store.close()
        raise InputError(NONE_OF_OURS, ledger=store.label) from error
    except InputError:
        store.close()
        raise
    if version > SCHEMA_VERSION:
        store.close()
        raise InputError(
            translate(
                "LandLedger", "The ledger {file} was made by a newer version of the plugin; update the plugin to open it."
            ),
            file=store.label,
        )
    return store


def insert_books(connection: Any, books: Iterable[Book]) -> None:
    """Rows of new books, and on which side of nothing the balances of their kinds stay."""
    books = list(books)
    kinds = {QUOTA_KIND, *(book.kind for book in books)}
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO held (kind, state, side) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
            [side for side in SIDES if side[0] in kinds],
        )
        cursor.executemany(
            "INSERT INTO book (code, kind, holder, name, role, number, hash, postings, record_number, record_hash) "
            "VALUES (%s, %s, %s, %s, %s, 0, %s, 0, 0, %s)",
            [(book.code, book.kind, book.holder, book.name, book.role, GENESIS, GENESIS) for book in books],
        )


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def _is_busy(connection: Any) -> bool:
    """Whether a transaction is open."""
    return bool(connection.info.transaction_status)


def _among(column: str, books: Collection[str]) -> tuple[str, list[Any]]:
    """`AND column = ANY (…)` and its place; nothing for all."""
    return (f"AND {column} = ANY (%s)", [list(books)]) if books else ("", [])
