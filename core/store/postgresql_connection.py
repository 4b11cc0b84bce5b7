"""Connections to PostgreSQL: one a thread, let go when the server goes away, and what went wrong as one sentence."""

from __future__ import annotations

import importlib
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Union

from ..errors import InputError
from ..sentence import translate

Server = Union[Mapping[str, Any], Callable[[], Any]]
"""How to reach a server: connection parameters of libpq (`host`, `dbname`, `user`, …; `dsn` for a ready string), or a
callable that returns a new psycopg2 connection."""

DEFAULT_SCHEMA = "land_ledger"

PATIENCE = 15
"""Seconds to wait for somebody else who writes, and for a server that does not answer."""

SLEEPER = 600
"""Seconds after which a client that holds a book and says nothing is let go by the server."""

_KEEPING_ALIVE = {
    "connect_timeout": PATIENCE, "keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3,
    "application_name": "Land Ledger",
}  # fmt: skip
LOST = translate(
    "LandLedger", "The connection to the ledger {ledger} was lost; nothing was posted. Try again in a moment."
)

_REFUSED = translate("LandLedger", "The ledger {file} refused: {reason}.")
_LOCKED = translate(
    "LandLedger", "The ledger {file} is locked by somebody else who writes; nothing was written, try again in a moment."
)
NONE_OF_OURS = translate("LandLedger", "{ledger} is no ledger of Land Ledger, or your role may not see it.")

_BY_CODE = {
    **dict.fromkeys(("55P03", "40P01", "40001"), _LOCKED),
    **dict.fromkeys(("42P01", "3F000"), NONE_OF_OURS),
    "57014": translate("LandLedger", "The server of the ledger {ledger} stopped the work because it took too long."),
    "42501": translate("LandLedger", "Your database role may not do this in the ledger {ledger}; ask its owner."),
    "53100": translate(
        "LandLedger", "The disk is full: nothing was written into the ledger {file}, make room and try again."
    ),
    "LL004": translate(
        "LandLedger",
        "The ledger {ledger} refused: the balance of {account} would fall below nothing (H2); a ledger on a server never takes "
        "that, whatever the rules here allow.",
    ),
    "LL007": translate("LandLedger", "The register {account} of the ledger {ledger} is kept by the city only."),
    "LL006": translate("LandLedger", "Only the city can reopen a quarter."),
}
"""What the server says by code: its own, and those of our triggers."""

_BY_CONSTRAINT = {
    "voucher_origin": translate("LandLedger", "A row of this import is in the ledger {file} already; nothing was posted."),
    "voucher_reverses": translate(
        "LandLedger", "The voucher has been reversed already; nothing was posted into {file}."
    ),
    "record_version": translate(
        "LandLedger",
        "A row of this code was entered into the ledger {file} by another holder, or a moment ago by somebody else; nothing was "
        "written.",
    ),
    "book_code_key": translate(
        "LandLedger", "The ledger {file} has a book with this code already; nothing was written."
    ),
}

_SERVER_ENDS = ("57P01", "57P02", "57P03", "25P03")


def driver() -> Any:
    """psycopg2, loaded when it is first needed; InputError where it is missing."""
    try:
        return importlib.import_module("psycopg2")
    except ImportError as error:
        raise InputError(
            translate(
                "LandLedger",
                "The Python package {package} is missing. On Windows and macOS install a current QGIS with its own "
                "installer; on Linux install {package} with the package manager or pip, then restart QGIS.",
            ),
            package="psycopg2",
        ) from error


class Connections:
    """The connections of a store, one a thread."""

    def __init__(self, server: Server, schema: str, label: str) -> None:
        self._server, self._schema, self._label = server, schema, label
        self._local = threading.local()

    def current(self) -> Any:
        """The connection of this thread, in autocommit; a new one where there is none or the server ended it."""
        owner, found = getattr(self._local, "held", (0, None))
        # A child process must not talk through its parent's connection.
        if found is None or found.closed or owner != os.getpid():
            found = self._made()
            self._local.held = (os.getpid(), found)
        return found

    def drop(self) -> None:
        """Let the connection of this thread go."""
        owner, found = getattr(self._local, "held", (0, None))
        if found is not None and owner == os.getpid():
            found.close()
        self._local.held = (0, None)

    def _made(self) -> Any:
        psycopg2 = driver()
        try:
            if callable(self._server):
                connection = self._server()
            else:
                connection = psycopg2.connect(**{**_KEEPING_ALIVE, **self._server})
            connection.autocommit = True
            connection.set_client_encoding("UTF8")
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT set_config('search_path', quote_ident(%s) || ', pg_temp', false), "
                    "set_config('lock_timeout', %s, false), "
                    "set_config('idle_in_transaction_session_timeout', %s, false), "
                    "set_config('datestyle', 'ISO, YMD', false), set_config('standard_conforming_strings', 'on', false)",
                    (self._schema, f"{PATIENCE}s", f"{SLEEPER}s"),
                )
            return connection
        except psycopg2.Error as error:
            raise unreachable(self._label, error) from None

    @contextmanager
    def told(self) -> Iterator[None]:
        """Errors of the database as one sentence. A lost connection is dropped, the next call makes a new one."""
        psycopg2 = driver()
        try:
            yield
        except psycopg2.Error as error:
            gone = self.is_gone(error)
            if gone:
                self.drop()
            raise trouble(self._label, error, gone) from None

    def execute(self, cursor: Any, sql: str, places: Sequence[Any] = ()) -> None:
        """Run a statement; InputError for a text that no database keeps (NUL, half a surrogate pair)."""
        try:
            cursor.execute(sql, places)
        except ValueError as error:
            raise InputError(_REFUSED, file=self._label, reason=_line(error)) from error

    def is_gone(self, error: Exception) -> bool:
        """Whether the server ended the connection, or nobody answers any more."""
        _, found = getattr(self._local, "held", (0, None))
        code = getattr(error, "pgcode", None) or ""
        # A server that vanished sends no code; psycopg2 may not have noticed yet that the connection is closed.
        silent = not code and type(error).__name__ in ("OperationalError", "DatabaseError", "InterfaceError")
        return silent or code in _SERVER_ENDS or code.startswith("08") or found is None or bool(found.closed)


def unreachable(label: str, error: Exception) -> InputError:
    """No connection: wrong password, no such database or host, a server that is down."""
    if "password authentication failed" in str(error) or "no password supplied" in str(error):
        return InputError(
            translate("LandLedger", "The server of the ledger {ledger} refuses user name or password."), ledger=label
        )
    return InputError(
        translate(
            "LandLedger",
            "The server of the ledger {ledger} can't be reached: look whether the network is up, and ask who keeps the server "
            "whether it runs (the driver says: {reason}).",
        ),
        ledger=label,
        reason=_line(error),
    )


def trouble(label: str, error: Any, gone: bool = False) -> InputError:
    """An error of psycopg2 as one sentence; whatever was being written is undone by the server."""
    constraint = str(getattr(error.diag, "constraint_name", None))
    template = LOST if gone else _BY_CONSTRAINT.get(constraint) or _BY_CODE.get(str(error.pgcode)) or _REFUSED
    return InputError(
        template, file=label, ledger=label, account=getattr(error.diag, "message_detail", None), reason=_line(error)
    )


def _line(error: Exception) -> str:
    """The first line of what the database said, without its full stop."""
    text = getattr(getattr(error, "diag", None), "message_primary", None) or str(error).strip()
    return text.splitlines()[0].rstrip(" .:") if text else type(error).__name__
