"""A ledger by the name a parameter gives it: a GeoPackage file, or `postgresql:connection/schema`.

The connection is one of the user's QGIS connections, with user name and password in QGIS's authentication store (or in
what libpq knows: a service, a password file), so that no password stands in a project, a model or a log. QGIS is asked on
the main thread, which may want the master password; what comes out is held in memory, and each thread connects anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

from ...core.errors import InputError
from ...core.progress import Progress
from ...core.sentence import translate

if TYPE_CHECKING:
    from ...core.ledger.model import Book
    from ...core.sentence import Sentence
    from ...core.store import Store

POSTGRESQL = "postgresql:"

Check = Callable[["Store"], None]
"""Looks at a copy and closes it; raises where it is not sound."""


@dataclass(frozen=True)
class FilePlace:
    """A ledger in a file."""

    path: Path

    def opened(self) -> Store:
        """The ledger; InputError where there is none."""
        from ...core.store.geopackage import open_ledger

        return open_ledger(self.path)

    def made(self, title: str, books: Sequence[Book]) -> Store:
        """A new ledger; OutputError where a file is already."""
        from ...core.store.geopackage import create

        return create(self.path, title, books)

    def filled(self, source: Store, overwrite: bool, progress: Progress, check: Check) -> None:
        """A copy of `source`, which appears whole or not at all, and not before `check` found it sound."""
        from ...core.beside import Beside, require_place, told
        from ...core.store.book_copying import copy_books
        from ...core.store.copying import copy_ledger, require_at_rest
        from ...core.store.geopackage import GeoPackageStore, create, open_ledger

        if isinstance(source, GeoPackageStore):
            copy_ledger(source, self.path, overwrite, lambda copy: check(open_ledger(copy)))
            return
        require_place(self.path, overwrite)
        require_at_rest(self.path)
        with Beside(self.path) as spool:
            spool.finish()
            spool.temporary.unlink()
            with told(spool):
                target = create(spool.temporary, source.info().title, ())
                try:
                    copy_books(source, target, progress)
                finally:
                    target.close()
                check(open_ledger(spool.temporary))
                spool.take_place()


@dataclass(frozen=True)
class DatabasePlace:
    """A ledger in a schema of a database. `server`, which may hold a password, is never shown."""

    label: str
    schema: str
    server: Mapping[str, Any] = field(repr=False, compare=False)

    def opened(self) -> Store:
        """The ledger; InputError where there is none or the server does not let us in."""
        from ...core.store.postgresql import open_ledger

        return open_ledger(self.server, self.schema, self.label)

    def made(self, title: str, books: Sequence[Book]) -> Store:
        """A new ledger, owned by the user of the connection; OutputError where the schema is there already."""
        from ...core.store.postgresql import create

        return create(self.server, title, books, self.schema, self.label)

    def filled(self, source: Store, overwrite: bool, progress: Progress, check: Check) -> None:
        """A copy of `source` in a new schema, or nothing; what is in a database is never overwritten. `check` looks at what
        has been copied."""
        from ...core.store.book_copying import copy_books
        from ...core.store.postgresql import create, discard

        target = create(self.server, source.info().title, (), self.schema, self.label)
        try:
            copy_books(source, target, progress)
        except BaseException:
            discard(target)
            raise
        check(target)


LedgerPlace = Union[FilePlace, DatabasePlace]


def ledger_place(name: str) -> LedgerPlace:
    """Where the ledger is that `name` means; on the main thread, as QGIS may ask for the master password. InputError for
    nothing, and for a connection that QGIS does not have or can't sign in with."""
    text = name.strip()
    if not text:
        raise InputError(translate("LandLedger", "Choose a ledger: a GeoPackage file or a PostgreSQL connection."))
    if not is_database(text):
        return FilePlace(Path(text.partition("|")[0]))
    connection, schema = _parts(text[len(POSTGRESQL) :].strip())
    return DatabasePlace(f"{POSTGRESQL}{connection}/{schema}", schema, {"dsn": _parameters(connection)})


def ledger_named(name: str) -> Store:
    """The ledger that `name` means, opened; InputError where there is none."""
    return ledger_place(name).opened()


def is_database(name: str) -> bool:
    """Whether the name means a database, so that QGIS must be asked on the main thread."""
    return name.strip().lower().startswith(POSTGRESQL)


def connection_names() -> list[str]:
    """The PostgreSQL connections of the user, for a window to offer."""
    metadata = _metadata()
    return sorted(metadata.connections(False)) if metadata is not None else []


def _parts(text: str) -> tuple[str, str]:
    """`connection/schema`; without the schema the usual one."""
    from ...core.store.postgresql_connection import DEFAULT_SCHEMA

    connection, slash, schema = text.rpartition("/")
    return (connection.strip(), schema.strip() or DEFAULT_SCHEMA) if slash else (text, DEFAULT_SCHEMA)


def _metadata() -> Any:
    from qgis.core import QgsProviderRegistry

    return QgsProviderRegistry.instance().providerMetadata("postgres")


def _parameters(name: str) -> str:
    """What libpq needs for a connection of QGIS, signed in; never to be shown."""
    from qgis.core import QgsDataSourceUri

    metadata = _metadata()
    connection = metadata.findConnection(name, False) if metadata is not None else None
    if connection is None:
        raise InputError(
            translate(
                "LandLedger",
                "QGIS has no PostgreSQL connection called {connection}; make it in the browser, with user name and "
                "password in the authentication store.",
            ),
            connection=name,
        )
    uri = QgsDataSourceUri(connection.uri())
    _require_sign_in(name, uri.authConfigId())
    return uri.connectionInfo(True)


def _require_sign_in(name: str, config: str) -> None:
    """The authentication that a connection names must be there, and readable with the master password."""
    from qgis.core import QgsApplication, QgsAuthMethodConfig

    if config and not QgsApplication.authManager().loadAuthenticationConfig(config, QgsAuthMethodConfig(), True)[0]:
        raise InputError(
            translate(
                "LandLedger",
                "The authentication of the PostgreSQL connection {connection} can't be read: is the master password right, "
                "and is the entry still in QGIS's settings?",
            ),
            connection=name,
        )


def opening_notices(store: Store) -> list[Sentence]:
    """The day's backup of a ledger file, as the rules say, and what to warn of; nothing for a database."""
    from ...core.store.backups import Keeping
    from ...core.store.geopackage import GeoPackageStore
    from ...core.store.opening import notices_of_opening
    from ..settings import rules_in_force

    if not isinstance(store, GeoPackageStore):
        return []
    return list(notices_of_opening(store, Keeping.of(rules_in_force())))
