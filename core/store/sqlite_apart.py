"""SQLite in a process of its own, for programs that open files behind SQLite's back.

On POSIX systems all locks that a process has on a file are gone as soon as that process closes any descriptor of it. GDAL
opens a file, looks at its first bytes and closes it whenever QGIS shows, scans or reads it: the locks of our own
transaction are then dropped, a colleague's program writes into the middle of it, and the file is spoilt (tried: two
programs that post while GDAL opens the ledger, seconds until it is malformed). So where GDAL is loaded, the ledger is only
ever opened by a child process in which it is not; the child ends when its parent does, and what was not committed is undone.
"""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import socket
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Union

_MANY = 20_000
"""Rows sent at once."""

_CHILD = 3
"""The descriptor of the child's end."""

_PROGRAM = "import sys; sys.path.insert(0, {folder!r}); from {module} import serve; serve()"


def locks_are_dropped() -> bool:
    """Whether this process may lose the locks of a file: where GDAL is in it, on a system with locks of that kind."""
    return os.name == "posix" and any(name in sys.modules for name in ("osgeo", "qgis"))


class Rows:
    """The rows of a statement, as a cursor gives them; `rowcount` is how many it changed."""

    def __init__(self, rows: Sequence[tuple[Any, ...]], rowcount: int) -> None:
        self._rows = iter(rows)
        self.rowcount = rowcount

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._rows

    def fetchone(self) -> Any:
        """The next row, None behind the last."""
        return next(self._rows, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows that are left."""
        return list(self._rows)


class ApartConnection:
    """What of sqlite3.Connection a ledger needs, answered by a child process."""

    def __init__(self, address: str, patience: float, gate: str, settings: Sequence[str]) -> None:
        ours, theirs = socket.socketpair()
        # Nothing but this end of the pair is handed on: Python's descriptors are closed in a new program.
        handed_on = [(os.POSIX_SPAWN_DUP2, theirs.fileno(), _CHILD)]
        code = _PROGRAM.format(folder=str(Path(__file__).parents[3]), module=__name__)
        python = _python()
        self._child = os.posix_spawn(python, [python, "-c", code], os.environ, file_actions=handed_on)
        theirs.close()
        self._pipe = Connection(ours.detach())
        self._transaction = False
        self._asked("connect", address, patience, gate, tuple(settings))

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self._transaction

    def execute(self, statement: str, places: Sequence[Any] = ()) -> Rows:
        """Run one statement; sqlite3.Error as SQLite raises it."""
        return Rows(*self._asked("execute", statement, tuple(places)))

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row."""
        waiting = iter(rows)
        while part := list(itertools.islice(waiting, _MANY)):
            self._asked("executemany", statement, part)

    def back_up(self, target: str) -> None:
        """A copy by SQLite's backup, into a new file."""
        self._asked("back_up", target)

    def close(self) -> None:
        """End the child; a transaction that is open is undone."""
        if self._pipe.closed:
            return
        self._pipe.close()
        os.waitpid(self._child, 0)

    def __del__(self) -> None:
        if hasattr(self, "_pipe"):
            self.close()

    def _asked(self, *question: Any) -> Any:
        try:
            self._pipe.send(question)
            answer, self._transaction = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._transaction = False
            raise sqlite3.OperationalError(f"disk I/O error: the process of the ledger ended ({error})") from error
        if isinstance(answer, BaseException):
            raise answer
        return answer


AnyConnection = Union[sqlite3.Connection, ApartConnection]


def serve() -> None:
    """The child: one connection, one question after the other, until the parent closes its end."""
    # What ends the parent by keyboard is the parent's business.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe = Connection(_CHILD)
    connection: sqlite3.Connection | None = None
    try:
        while True:
            kind, *what = pipe.recv()
            answer: Any = None
            try:
                if connection is None:
                    connection = plain_connection(*what)
                else:
                    answer = _answered(connection, kind, *what)
            except sqlite3.Error as error:
                answer = error
            pipe.send((answer, connection is not None and connection.in_transaction))
    except (EOFError, OSError):
        return  # the parent has gone, or has no more questions
    finally:
        if connection is not None:
            connection.close()


def _answered(connection: sqlite3.Connection, kind: str, *what: Any) -> Any:
    if kind == "execute":
        cursor = connection.execute(*what)
        return cursor.fetchall(), cursor.rowcount
    if kind == "executemany":
        connection.executemany(*what)
        return None
    copy = sqlite3.connect(what[0], isolation_level=None)
    try:
        connection.backup(copy, sleep=0.02)
    finally:
        copy.close()
    return None


def plain_connection(address: str, patience: float, gate: str, settings: Sequence[str]) -> sqlite3.Connection:
    """A connection of this process, which knows the function `gate` that lets us write."""
    connection = sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None)
    connection.create_function(gate, 0, _one)
    for setting in settings:
        connection.execute(setting)
    return connection


def _one() -> int:
    return 1


def _python() -> str:
    """The Python to start: in QGIS `sys.executable` may be QGIS itself."""
    if Path(sys.executable or "").name.startswith("python"):
        return sys.executable
    beside = Path(sys.exec_prefix) / "bin" / "python3"
    return str(beside) if beside.exists() else shutil.which("python3") or "python3"
