"""Posting into PostgreSQL: the books are locked, a block goes over in two statements, triggers keep the sums."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..ledger.model import AccountKey, Record, Scalar, Voucher
from .appending import Appending, KeptWriting
from .interface import Head
from .reading import latest_of
from .rows import record_row, voucher_row
from .tables import ACCOUNT_COLUMNS, RECORD_COLUMNS, VOUCHER_COLUMNS

if TYPE_CHECKING:
    from .postgresql import PostgreSQLStore

AT_ONCE = 50_000
"""Vouchers, and records, a statement."""

_WHOLE = frozenset(("number", "reverses", "year", "version", "removed"))
_DATES = frozenset(("book_date", "doc_date"))
_POSTINGS = (
    "INSERT INTO posting (voucher_id, line, account_id, dimension, amount) SELECT v, l, a, (%s::text[])[d], m FROM "
    "unnest(%s::bigint[], %s::integer[], %s::integer[], %s::integer[], %s::bigint[]) AS t (v, l, a, d, m)"
)


class PostgreSQLWriting(KeptWriting):
    """Writing with the head rows locked. `heads` is where the books stand."""

    def __init__(self, store: PostgreSQLStore, connection: Any, heads: Mapping[str, Head]) -> None:
        self._store, self._connection = store, connection
        super().__init__(Appending(heads, store.balances(heads) if heads else {}))
        rows = store.rows("SELECT book, year, source, state, project, id FROM account WHERE book = ANY (%s)", (list(heads),))
        self._accounts = {AccountKey(*row[:5]): row[5] for row in rows}

    def put(
        self, register: str, key: str, book: str, values: Mapping[str, Scalar], operator: str = "", removed: bool = False
    ) -> Record:
        known = self._store.latest(register, key)
        record = self._appending.version(known, register, key, book, values, operator, removed)
        self._write_records([record])
        return record

    def _latest(self, register: str, keys: Sequence[str]) -> Sequence[Record]:
        return latest_of(self._store.ask, register, keys)

    def _write(self, vouchers: Sequence[Voucher]) -> None:
        self._appending.changed.clear()
        self._appending.turned.clear()
        for start in range(0, len(vouchers), AT_ONCE):
            part = vouchers[start : start + AT_ONCE]
            self._add_accounts(part)
            keys = self._insert_vouchers(part)
            self._insert_postings(part, keys)

    def _add_accounts(self, vouchers: Iterable[Voucher]) -> None:
        known = self._accounts
        new = dict.fromkeys(
            posting.account for voucher in vouchers for posting in voucher.draft.postings if posting.account not in known
        )
        if new:
            columns = ACCOUNT_COLUMNS[1:]
            returning = "RETURNING book, year, source, state, project, id"
            for row in self._sent("account", columns, _types(columns), new, returning):
                known[AccountKey(*row[:5])] = row[5]

    def _insert_vouchers(self, vouchers: Sequence[Voucher]) -> dict[tuple[str, int], int]:
        columns = VOUCHER_COLUMNS[1:]
        rows = (voucher_row(0, voucher)[1:] for voucher in vouchers)
        found = self._sent("voucher", columns, _types(columns), rows, "RETURNING book, number, id")
        return {(book, number): key for book, number, key in found}

    def _insert_postings(self, vouchers: Sequence[Voucher], keys: Mapping[tuple[str, int], int]) -> None:
        """Five columns of numbers, a list each: of every voucher there are several, and JSON would take twice as long."""
        accounts, dimensions = self._accounts, dict[str, int]()
        columns: tuple[list[int], ...] = ([], [], [], [], [])
        add_key, add_line, add_account, add_dimension, add_amount = (column.append for column in columns)
        for voucher in vouchers:
            key = keys[voucher.draft.book, voucher.number]
            for line, (account, dimension, amount) in enumerate(voucher.draft.postings, 1):
                add_key(key)
                add_line(line)
                add_account(accounts[account])
                add_dimension(dimensions.setdefault(dimension, len(dimensions) + 1))
                add_amount(amount)
        with self._connection.cursor() as cursor:
            self._store.send(cursor, _POSTINGS, [list(dimensions), *map(_array, columns)])

    def _write_records(self, records: Sequence[Record]) -> None:
        for start in range(0, len(records), AT_ONCE):
            rows = map(record_row, records[start : start + AT_ONCE])
            self._sent("record", RECORD_COLUMNS, _types(RECORD_COLUMNS), rows)

    def _sent(
        self, table: str, columns: Sequence[str], types: str, rows: Iterable[Sequence[Any]], returning: str = ""
    ) -> list[Any]:
        """Rows into a table in one statement, and what it returns. They travel as JSON: it is what both sides read and
        write quickest, and COPY is closed where row security holds."""
        content = json.dumps([dict(zip(columns, row)) for row in rows], ensure_ascii=False, separators=(",", ":"))
        names = ", ".join(columns)
        parts = ["INSERT INTO", table, "(", names, ") SELECT", names, "FROM json_to_recordset(%s) AS t (", types, ")", returning]
        with self._connection.cursor() as cursor:
            self._store.send(cursor, " ".join(parts), (content,))
            return list(cursor.fetchall()) if returning else []


def _array(numbers: Iterable[int]) -> str:
    """Whole numbers as PostgreSQL writes an array."""
    return "{" + ",".join(map(str, numbers)) + "}"


def _types(columns: Iterable[str]) -> str:
    """Columns with the types in which they travel."""
    return ", ".join(
        f"{name} {'integer' if name in _WHOLE else 'date' if name in _DATES else 'text'}" for name in columns
    )
