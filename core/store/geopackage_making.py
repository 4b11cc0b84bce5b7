"""An empty ledger in a new GeoPackage."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .appending import utc_now
from .geopackage_connection import connect
from .geopackage_looks import add_looks
from .geopackage_schema import APPLICATION_ID, CONTAINER, SYSTEMS, TABLES, USER_VERSION, VIEWS, triggers
from .interface import SCHEMA_VERSION
from .sqlite_apart import AnyConnection


def build(path: Path, title: str, language: str) -> None:
    """Make the empty file at `path` a ledger without books."""
    connection = connect(path)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {USER_VERSION}")
        with transaction(connection):
            run_all(connection, CONTAINER + TABLES + VIEWS)
            connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", SYSTEMS)
            known = {
                "uid": secrets.token_hex(16), "title": title, "schema_version": str(SCHEMA_VERSION), "created": utc_now(),
            }  # fmt: skip
            connection.executemany("INSERT INTO ledger (name, value) VALUES (?, ?)", known.items())
            add_looks(connection, language)
            for _, statement in triggers():
                connection.execute(statement)
    finally:
        connection.close()


def run_all(connection: AnyConnection, statements: str) -> None:
    """Several statements, in the transaction that is open (`executescript` would end it)."""
    for statement in filter(str.strip, statements.split(";")):
        connection.execute(statement)


@contextmanager
def transaction(connection: AnyConnection) -> Iterator[AnyConnection]:
    """All or nothing; nobody else writes meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
