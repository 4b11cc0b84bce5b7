"""Who sees and posts what in a ledger on PostgreSQL. The roles are the database's own (a DBA makes them and gives people
logins that are members); whoever owns the ledger says here what they are in it.

| role | reads | posts |
|---|---|---|
| of a county | its books; the lists of holders and sources | into its books |
| of the city | all | into all |
| of an auditor | all | nothing |

Nobody may change or take away a row, nor write heads, balances and turnovers: triggers do, as the owner.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import InputError
from ..sentence import translate
from .postgresql import PostgreSQLStore, quoted
from .tables import ACCOUNT_COLUMNS, RECORD_COLUMNS, VOUCHER_COLUMNS

_POSTED: tuple[tuple[str, Sequence[str]], ...] = (
    ("account", ACCOUNT_COLUMNS[1:]),
    ("voucher", VOUCHER_COLUMNS[1:]),
    ("posting", ("voucher_id", "line", "account_id", "dimension", "amount")),
    ("record", RECORD_COLUMNS),
)
"""Table and the columns that a posting role writes; the server numbers the rows."""


def grant_county(store: PostgreSQLStore, book: str, role: str) -> None:
    """Members of `role` see this book and the others of its holder (quota, reserve) and post into them, and no other one."""
    store.head(book)
    _require_role(store, role)
    with store.transaction() as connection, connection.cursor() as cursor:
        cursor.execute(
            "UPDATE book SET role = %s WHERE holder = (SELECT holder FROM book WHERE code = %s)", (role, book)
        )
        for statement in posting_rights(store.schema, role):
            cursor.execute(statement)


def grant_city(store: PostgreSQLStore, role: str) -> None:
    """Members of `role` see all books and post into all."""
    _grant_all(store, role, "city", posting_rights(store.schema, role))


def grant_auditor(store: PostgreSQLStore, role: str) -> None:
    """Members of `role` see all books and post nothing."""
    _grant_all(store, role, "auditor", reading_rights(store.schema, role))


def revoke(store: PostgreSQLStore, role: str) -> None:
    """`role` is nothing in this ledger any more."""
    _require_role(store, role)
    schema, name = quoted(store.schema), quoted(role)
    with store.transaction() as connection, connection.cursor() as cursor:
        cursor.execute("UPDATE book SET role = '' WHERE role = %s", (role,))
        cursor.execute("DELETE FROM access WHERE role = %s", (role,))
        for kind in ("TABLES", "FUNCTIONS"):
            cursor.execute(" ".join(["REVOKE ALL ON ALL", kind, "IN SCHEMA", schema, "FROM", name]))
        for table, columns in _POSTED:
            cursor.execute(" ".join(["REVOKE INSERT (", ", ".join(columns), ") ON", table, "FROM", name]))
        cursor.execute(" ".join(["REVOKE ALL ON SCHEMA", schema, "FROM", name]))


def reading_rights(schema: str, role: str) -> list[str]:
    """The statements that let a role read what row security shows it."""
    place, name = quoted(schema), quoted(role)
    return [
        " ".join(["GRANT USAGE ON SCHEMA", place, "TO", name]),
        " ".join(["GRANT SELECT ON ALL TABLES IN SCHEMA", place, "TO", name]),
        " ".join(["GRANT EXECUTE ON FUNCTION sees(text), posts(text) TO", name]),
    ]


def posting_rights(schema: str, role: str) -> list[str]:
    """The statements that let a role read and post where row security lets it."""
    name = quoted(role)
    inserts = [" ".join(["GRANT INSERT (", ", ".join(columns), ") ON", table, "TO", name]) for table, columns in _POSTED]
    return [*reading_rights(schema, role), *inserts, " ".join(["GRANT EXECUTE ON FUNCTION lock_books(text[]) TO", name])]


def _grant_all(store: PostgreSQLStore, role: str, kind: str, rights: Sequence[str]) -> None:
    _require_role(store, role)
    with store.transaction() as connection, connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO access (role, kind) VALUES (%s, %s) ON CONFLICT (role) DO UPDATE SET kind = excluded.kind", (role, kind)
        )
        for statement in rights:
            cursor.execute(statement)


def _require_role(store: PostgreSQLStore, role: str) -> None:
    if not store.rows("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = %s", (role,)):
        raise InputError(
            translate("LandLedger", "The server of the ledger {ledger} has no role {role}; make it first."),
            ledger=store.label,
            role=role,
        )
