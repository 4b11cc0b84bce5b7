"""Ledgers of an earlier schema brought to today's: a backup first, then every step in one transaction.

Whatever a step changes, vouchers, postings and records keep their texts and amounts, so all seals still hold.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..errors import InputError, OutputError
from ..sentence import translate
from .backups import MIGRATION, back_up
from .geopackage_connection import trouble
from .geopackage_looks import CHINESE, add_looks
from .geopackage_making import run_all, transaction
from .geopackage_schema import CONTAINER, LINES, TABLES, VIEWS, triggers
from .interface import SCHEMA_VERSION
from .sqlite_apart import AnyConnection

if TYPE_CHECKING:
    from .geopackage import GeoPackageStore


def migrate(store: GeoPackageStore, version: int) -> None:
    """Bring the file from schema `version` to today's; InputError, and nothing changed, where that can't be done."""
    steps = [_STEPS.get(step) for step in range(version, SCHEMA_VERSION)]
    if None in steps:
        raise InputError(
            translate("LandLedger", "The ledger {file} has the schema {version}, which this plugin does not know."),
            file=str(store.path),
            version=version,
        )
    try:
        back_up(store, MIGRATION, datetime.datetime.now())
    except OutputError as error:
        raise InputError(
            translate(
                "LandLedger",
                "The ledger {file} is of an earlier version and was left as it is, because no backup can be made: {reason}",
            ),
            file=str(store.path),
            reason=error.sentence,
        ) from error
    connection = store.connection()
    try:
        connection.execute("PRAGMA legacy_alter_table = ON")
        with transaction(connection):
            known = connection.execute("SELECT value FROM ledger WHERE name = 'schema_version'").fetchone()
            if int(known[0]) == version:  # else another one was quicker
                for step in steps:
                    step(connection)  # type: ignore[misc]
    except sqlite3.Error as error:
        raise trouble(store.path, error) from error
    finally:
        connection.execute("PRAGMA legacy_alter_table = OFF")


def _from_0(connection: AnyConnection) -> None:
    """Schema 0 had no views, words and looks, an index over the lines of vouchers, and balances with a number of their
    own."""
    _clear(connection)
    for guest in ("layer_styles", "gpkg_geometry_columns"):
        connection.execute(" ".join(["DROP TABLE IF EXISTS", guest]))
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    moved = [name for name in tables if name in _COPIED]
    for name in moved:
        connection.execute(" ".join(["ALTER TABLE", name, "RENAME TO", f"old_{name}"]))
    run_all(connection, CONTAINER[CONTAINER.index("CREATE TABLE gpkg_geometry_columns") :] + TABLES + VIEWS)
    for name, columns in _COPIED.items():
        connection.execute(
            " ".join(["INSERT INTO", name, "(", columns[0], ") SELECT", columns[1], "FROM", f"old_{name}", "ORDER BY 1"])
        )
        connection.execute(" ".join(["DROP TABLE", f"old_{name}"]))
    connection.execute("DELETE FROM gpkg_contents")
    connection.execute("UPDATE ledger SET value = '1' WHERE name = 'schema_version'")
    add_looks(connection, CHINESE)
    for _, statement in triggers():
        connection.execute(statement)


def _clear(connection: AnyConnection) -> None:
    """Without triggers, views and indices of its own."""
    rows = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view', 'index') AND sql IS NOT NULL"
    ).fetchall()
    for kind, name in rows:
        connection.execute(" ".join(["DROP", kind.upper(), name]))


def _same(columns: str) -> tuple[str, str]:
    return columns, columns


_COPIED: Mapping[str, tuple[str, str]] = {
    "ledger": _same("id, name, value"),
    "book": _same("id, code, kind, holder, name, role, number, hash, postings, record_number, record_hash"),
    "account": _same("id, book, year, source, state, project"),
    "voucher": _same(
        "id, book, number, event, nature, book_date, doc_date, doc_no, project, reason, operator, approval, transfer, "
        "reverses, origin, recorded, previous, hash"
    ),
    "posting": (
        "id, voucher_id, line, account_id, dimension, amount",
        f"voucher_id * {LINES} + line, voucher_id, line, account_id, dimension, amount",
    ),
    "balance": _same("account_id, dimension, amount"),
    "turnover": _same("account_id, dimension, book_month, doc_month, nature, received, spent"),
    "record": _same(
        "id, book, number, register, key, version, content, operator, recorded, removed, previous, hash"
    ),
}
"""Table → its columns, and what of schema 0 stands in them."""

_STEPS: Mapping[int, Callable[[AnyConnection], None]] = {0: _from_0}
"""Schema → the step to the next."""
