"""A PostgreSQL server of one's own for tests and benchmarks: a cluster in a temporary folder, reached by a socket in that
folder only (no TCP), ended by the pid of its postmaster. It keeps nothing: `fsync` is off.

PostgreSQL refuses to run as root; then the cluster belongs to an unprivileged user of the system.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

OWNERS = ("postgres", "nobody")
RULES = "local all +with_password scram-sha-256\nlocal all all trust\n"
"""Who comes in: everybody by name, members of the role `with_password` by their password."""

SETTINGS = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


class PrivateServer:
    """`PrivateServer("work_mem=128MB")` is a running server; `stop` ends it and its files go."""

    def __init__(self, *settings: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="land-ledger-pg-"))
        owner = next(name for name in OWNERS if _is_user(name)) if os.getuid() == 0 else None
        if owner:
            shutil.chown(self.folder, owner)
        self._before = ["setpriv", f"--reuid={owner}", "--clear-groups", "--"] if owner else []
        self.user = owner or pwd.getpwuid(os.getuid()).pw_name
        """The superuser of the server."""
        self._settings = [*SETTINGS, *settings]
        self._data = self.folder / "data"
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._make()
            self.start()
        except BaseException:
            self.stop()
            raise

    def _make(self) -> None:
        command = [program("initdb"), "-D", str(self._data), "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8"]
        subprocess.run([*self._before, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")
        (self._data / "pg_hba.conf").write_text(RULES)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        settings = ["listen_addresses=", f"unix_socket_directories={self.folder}", *self._settings]
        command = [program("postgres"), "-D", str(self._data)]
        for setting in settings:
            command += ["-c", setting]
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen([*self._before, *command], stdout=log, stderr=log, cwd="/")
        for _ in range(600):
            if self._answers():
                return
            if self._process.poll() is not None:
                break
            time.sleep(0.05)
        raise RuntimeError(f"the server did not start: {(self.folder / 'server.log').read_text()[-2000:]}")

    def _answers(self) -> bool:
        return subprocess.run([program("pg_isready"), "-q", "-h", str(self.folder)], check=False).returncode == 0

    def halt(self, how: signal.Signals = signal.SIGINT) -> None:
        """End the postmaster: SIGINT is a fast shutdown, SIGQUIT an immediate one."""
        if self._process is not None and self._process.poll() is None:
            postmaster = int((self._data / "postmaster.pid").read_text().split()[0])
            os.kill(postmaster, how)
            self._process.wait(60)
        self._process = None

    def stop(self) -> None:
        """A fast shutdown, then the files go."""
        self.halt()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run_sql(self, statement: str, database: str = "postgres") -> str:
        """What psql answers to a statement of the superuser."""
        command = [program("psql"), "-h", str(self.folder), "-U", self.user, "-d", database, "-qAtX", "-v", "ON_ERROR_STOP=1"]
        return subprocess.run([*command, "-c", statement], check=True, capture_output=True, text=True).stdout


def program(name: str) -> str:
    """The path of a program of PostgreSQL, of the newest version there is."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}")) or [Path(shutil.which(name) or name)]
    return str(found[-1])


def _is_user(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True
