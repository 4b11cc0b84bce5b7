"""Posting into a GeoPackage: one transaction, all rows at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from operator import itemgetter
from typing import TYPE_CHECKING

from ..ledger.model import AccountKey, Record, Scalar, Voucher
from .appending import Appending, KeptWriting
from .geopackage_schema import LINES, triggers
from .reading import LATEST, latest_of
from .rows import record_of, record_row, voucher_row
from .sqlite_apart import AnyConnection
from .tables import ACCOUNT_COLUMNS, POSTING_COLUMNS, RECORD_COLUMNS, VOUCHER_COLUMNS, sql

if TYPE_CHECKING:
    from .geopackage import GeoPackageStore


MANY = 500
"""Vouchers of a block, from which on the triggers are taken off for it."""


def _insert(table: str, columns: Collection[str]) -> str:
    return sql("INSERT INTO", table, "(", ", ".join(columns), ") VALUES (", ",".join("?" * len(columns)), ")")


@contextmanager
def opened(connection: AnyConnection) -> Iterator[None]:
    """The tables without the triggers that close them, put back at the end, all within the one transaction: nobody else
    ever sees the file without them. Asking them for each of a million rows takes longer than writing the rows."""
    shut = [statement for statement in triggers() if statement[0].endswith(("_insert", "_update"))]
    for name, _ in shut:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _, statement in shut:
        connection.execute(statement)


class GeoPackageWriting(KeptWriting):
    """Writing with the file locked."""

    def __init__(self, store: GeoPackageStore, connection: AnyConnection, books: frozenset[str]) -> None:
        self._connection = connection
        heads = {book: store.head(book) for book in books}
        super().__init__(Appending(heads, store.balances(books) if books else {}))
        rows = connection.execute("SELECT book, year, source, state, project, id FROM account")
        self._accounts = {AccountKey(*row[:5]): row[5] for row in rows}

    def _write_records(self, records: Sequence[Record]) -> None:
        self._connection.executemany(_insert("record", RECORD_COLUMNS), map(record_row, records))
        self._keep_heads()

    def _write(self, vouchers: Sequence[Voucher]) -> None:
        gate = opened if len(vouchers) >= MANY else nullcontext
        with gate(self._connection):
            self._insert(vouchers)
            self._keep()

    def _insert(self, vouchers: Sequence[Voucher]) -> None:
        first = self._next("voucher")
        self._add_accounts(vouchers)
        rows = [voucher_row(first + place, voucher) for place, voucher in enumerate(vouchers)]
        self._connection.executemany(_insert("voucher", VOUCHER_COLUMNS), rows)
        accounts = self._accounts
        self._connection.executemany(
            _insert("posting", ("id", *POSTING_COLUMNS)),
            (
                (key * LINES + line, key, line, accounts[account], dimension, amount)
                for key, voucher in enumerate(vouchers, first)
                for line, (account, dimension, amount) in enumerate(voucher.draft.postings, 1)
            ),
        )

    def _next(self, table: str) -> int:
        return int(self._connection.execute(sql("SELECT COALESCE(MAX(id), 0) + 1 FROM", table)).fetchone()[0])

    def _add_accounts(self, vouchers: Iterable[Voucher]) -> None:
        known, new, following = self._accounts, [], self._next("account")
        for voucher in vouchers:
            for account, _, _ in voucher.draft.postings:
                if account not in known:
                    known[account] = following
                    new.append((following, *account))
                    following += 1
        self._connection.executemany(_insert("account", ACCOUNT_COLUMNS), new)

    def _keep(self) -> None:
        """Balances, turnovers and heads as they are now."""
        state, accounts = self._appending, self._accounts
        self._connection.executemany(
            "INSERT INTO balance (account_id, dimension, amount) VALUES (?, ?, ?) "
            "ON CONFLICT (account_id, dimension) DO UPDATE SET amount = excluded.amount",
            sorted((accounts[place[0]], place[1], state.kept[place]) for place in state.changed),
        )
        turned = [
            (accounts[account], dimension, *months, *sums)
            for months, places in state.turned.items()
            for (account, dimension), sums in places.items()
        ]
        turned.sort(key=itemgetter(0))  # in the order of the table: it grows in one place
        self._connection.executemany(
            "INSERT INTO turnover (account_id, dimension, book_month, doc_month, nature, received, spent) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, dimension, book_month, doc_month, nature) "
            "DO UPDATE SET received = received + excluded.received, spent = spent + excluded.spent",
            turned,
        )
        state.changed.clear()
        state.turned.clear()
        self._keep_heads()

    def _keep_heads(self) -> None:
        self._connection.executemany(
            "UPDATE book SET number = ?, hash = ?, postings = ?, record_number = ?, record_hash = ? WHERE code = ?",
            [(*head, book) for book, head in self._appending.heads.items()],
        )

    def put(
        self, register: str, key: str, book: str, values: Mapping[str, Scalar], operator: str = "", removed: bool = False
    ) -> Record:
        row = self._connection.execute(LATEST, (register, key)).fetchone()
        record = self._appending.version(None if row is None else record_of(row), register, key, book, values, operator, removed)
        self._write_records([record])
        return record

    def _latest(self, register: str, keys: Sequence[str]) -> Sequence[Record]:
        return latest_of(lambda statement, places: self._connection.execute(statement, places).fetchall(), register, keys)
