"""Connections of ours to a ledger file, and what SQLite says as one sentence.

Opening and closing a file any other way drops the locks that SQLite holds on it in the same process, and GDAL does so:
inside QGIS a child process has the connection.
"""

from __future__ import annotations

from pathlib import Path

from ..errors import InputError
from ..sentence import translate
from .geopackage_schema import GATE
from .sqlite_apart import AnyConnection, ApartConnection, locks_are_dropped, plain_connection

PATIENCE = 15.0
"""Seconds to wait for somebody else who writes."""

_PAGES_KIB = 65536


def connect(path: Path) -> AnyConnection:
    """A connection of ours to an existing file, in whatever journal mode it is: QGIS switches between two of them. Where
    GDAL is loaded it is that of a child process (`sqlite_apart`).

    References are not checked row by row: we write none that break them, and verification looks.
    """
    address = path.resolve().as_uri() + "?mode=rw"
    wanted = ("trusted_schema = ON", "foreign_keys = OFF", "synchronous = FULL", f"cache_size = -{_PAGES_KIB}")
    settings = [f"PRAGMA {setting}" for setting in wanted]
    if locks_are_dropped():
        return ApartConnection(address, PATIENCE, GATE, settings)
    return plain_connection(address, PATIENCE, GATE, settings)


def trouble(path: Path, error: Exception) -> InputError:
    """An error of SQLite as one sentence."""
    text = str(error)
    for marks, template in _TROUBLES:
        if any(mark in text for mark in marks):
            return InputError(template, file=str(path))
    return InputError(translate("LandLedger", "The ledger {file} refused: {reason}."), file=str(path), reason=text)


_TROUBLES: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("locked", "busy"),
        translate(
            "LandLedger",
            "The ledger {file} is locked by somebody else who writes; nothing was written, try again in a moment.",
        ),
    ),
    (
        ("voucher.origin",),
        translate("LandLedger", "A row of this import is in the ledger {file} already; nothing was posted."),
    ),
    (
        ("voucher.book, voucher.reverses",),
        translate("LandLedger", "The voucher has been reversed already; nothing was posted into {file}."),
    ),
    (
        ("book.code",),
        translate("LandLedger", "The ledger {file} has a book with this code already; nothing was written."),
    ),
    (
        ("is full",),
        translate("LandLedger", "The disk is full: nothing was written into the ledger {file}, make room and try again."),
    ),
    (
        ("readonly",),
        translate("LandLedger", "The ledger {file} is read-only: the file or its folder can't be written, nothing was."),
    ),
    (
        ("not a database", "no such table"),
        translate("LandLedger", "{file} is no ledger of Land Ledger; choose another file."),
    ),
    (
        ("malformed", "disk I/O"),
        translate(
            "LandLedger", "The ledger {file} is damaged or its disk fails; keep the file and go on with a backup of it."
        ),
    ),
    (
        ("unable to open",),
        translate("LandLedger", "The ledger {file} can't be opened; look whether file and folder are there and may be written."),
    ),
)
"""Parts of what SQLite says → what we say; the first that fits."""
