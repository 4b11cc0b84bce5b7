"""A copy of a ledger file, right at any moment: through SQLite, never by reading the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..beside import Beside, require_place, told
from ..errors import InputError, OutputError
from ..sentence import translate
from .geopackage_connection import trouble
from .sqlite_apart import ApartConnection

if TYPE_CHECKING:
    from .geopackage import GeoPackageStore

COMPANIONS = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file that somebody has open, or left behind."""


def copy_ledger(
    store: GeoPackageStore, target: Path, overwrite: bool = False, check: Callable[[Path], object] | None = None
) -> Path:
    """Copy the ledger, as it is at one moment, to `target`, which appears whole or not at all: not before `check` has looked
    at the finished copy, beside what it may replace, and raised nothing.

    OutputError where it can't be written, where a file is already (unless `overwrite`), or where that file is open in a
    program; InputError where the ledger can't be read. The copy keeps the `uid` of the ledger.
    """
    require_place(target, overwrite)
    if target.exists() and target.samefile(store.path):
        raise OutputError(translate("LandLedger", "The ledger {file} can't be copied over itself."), file=str(target))
    require_at_rest(target)
    with Beside(target) as spool:
        spool.finish()
        with told(spool):
            _back_up(store, spool.temporary, target)
            if check is not None:
                check(spool.temporary)
            require_at_rest(target)
            spool.take_place()
    return target


def require_at_rest(target: Path) -> None:
    """A file that takes the place of an open one is spoilt by what belongs to the old one."""
    for mark in COMPANIONS:
        companion = target.with_name(target.name + mark)
        if companion.exists():
            raise OutputError(
                translate("LandLedger", "The file {file} is open in another program (there is {mark}); close it first."),
                file=str(target),
                mark=companion.name,
            )


def _back_up(store: GeoPackageStore, temporary: Path, target: Path) -> None:
    connection = store.connection()
    if connection.in_transaction:
        raise InputError(
            translate("LandLedger", "The ledger {file} can't be copied while it is being written."), file=store.label
        )
    try:
        if isinstance(connection, ApartConnection):
            connection.back_up(str(temporary))
        copy = sqlite3.connect(temporary, isolation_level=None)
        try:
            if isinstance(connection, sqlite3.Connection):
                connection.backup(copy, sleep=0.02)
            # Page 1 came along and says WAL where QGIS has the ledger open.
            copy.execute("PRAGMA journal_mode = DELETE")
            uid = copy.execute("SELECT value FROM ledger WHERE name = 'uid'").fetchone()
        finally:
            copy.close()
    except sqlite3.Error as error:
        if "is full" in str(error):
            raise OutputError(
                translate("LandLedger", "The disk is full; {file} was not written."), file=str(target)
            ) from error
        raise trouble(store.path, error) from error
    if uid != (store.info().uid,):
        raise InputError(translate("LandLedger", "The copy {file} is not equal to the ledger."), file=str(target))
