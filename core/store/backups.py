"""Backups of a ledger file, in a folder beside it: one a day at most on opening, one at each close of a quarter.

Old ones go when there are more than the rules keep. A backup never stands in the way of the work: where none can be
made, that is said and the ledger opens.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import LedgerError, OutputError, system_reason
from ..sentence import translate
from .copying import COMPANIONS, copy_ledger
from .interface import Head

if TYPE_CHECKING:
    from ..rules import Rules
    from .geopackage import GeoPackageStore

OPENING, MIGRATION = "opening", "migration"

_NAME = re.compile(r"_(\d{8}T\d{6})_(opening|migration|\d{4}Q[1-4])(?:-\d+)?\.gpkg$")


@dataclass(frozen=True)
class Backup:
    """A backup: when it was made (local time), on opening, before a migration, or at the close of a quarter (2023Q4)."""

    path: Path
    made: datetime.datetime
    occasion: str

    @property
    def is_quarter(self) -> bool:
        return self.occasion not in (OPENING, MIGRATION)


@dataclass(frozen=True)
class Keeping:
    """How many backups stay."""

    openings: int = 10
    quarters: int = 20

    @classmethod
    def of(cls, rules: Rules) -> Keeping:
        """As the rules say."""
        return cls(rules.get("ledger_backups_opening").whole(), rules.get("ledger_backups_quarter").whole())


def folder_of(ledger: Path) -> Path:
    """Where the backups of a ledger are; it may not exist."""
    return ledger.with_name(f"{ledger.stem}_backups")


def backups_of(ledger: Path) -> Sequence[Backup]:
    """The backups of a ledger, oldest first."""
    folder, found = folder_of(ledger), []
    for path in folder.glob("*.gpkg") if folder.is_dir() else ():
        match = _NAME.search(path.name)
        if match and path.name.startswith(f"{ledger.stem}_"):
            made = datetime.datetime.strptime(match[1], "%Y%m%dT%H%M%S")
            found.append(Backup(path, made, match[2]))
    return sorted(found, key=lambda backup: (backup.made, backup.path.name))


def back_up_on_opening(store: GeoPackageStore, keeping: Keeping, now: datetime.datetime | None = None) -> Path | None:
    """A backup, unless there is one of today or nothing was posted since the last; its path.

    LedgerError where it can't be made, to be told as a warning.
    """
    moment = now or datetime.datetime.now()
    made = [backup for backup in backups_of(store.path) if backup.occasion == OPENING]
    if made and made[-1].made.date() == moment.date():
        return None
    newest = newest_backup(store.path)
    if newest is not None and newest[2] == _heads_of(store):
        return None
    path = back_up(store, OPENING, moment)
    rotate(store.path, keeping)
    return path


def back_up_at_quarter(
    store: GeoPackageStore, quarter: str, keeping: Keeping, now: datetime.datetime | None = None
) -> Path:
    """A backup at the close of a quarter (2023Q4)."""
    path = back_up(store, quarter, now or datetime.datetime.now())
    rotate(store.path, keeping)
    return path


def back_up(store: GeoPackageStore, occasion: str, moment: datetime.datetime) -> Path:
    """A backup now, whatever there is already."""
    folder = folder_of(store.path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(
            translate("LandLedger", "The folder {folder} for backups can't be made: {reason}."),
            folder=str(folder),
            reason=system_reason(error),
        ) from error
    name = f"{store.path.stem}_{moment:%Y%m%dT%H%M%S}_{occasion}"
    target, count = folder / f"{name}.gpkg", 1
    while target.exists():
        count += 1
        target = folder / f"{name}-{count}.gpkg"
    return copy_ledger(store, target)


def rotate(ledger: Path, keeping: Keeping) -> None:
    """Remove the oldest backups beyond those that stay. Those before a migration stay for good."""
    made = backups_of(ledger)
    openings = [backup for backup in made if backup.occasion == OPENING]
    quarters = [backup for backup in made if backup.is_quarter]
    for kind, number in ((openings, keeping.openings), (quarters, keeping.quarters)):
        for backup in kind[: max(len(kind) - max(number, 1), 0)]:
            try:
                backup.path.unlink(missing_ok=True)
            except OSError:
                # Somebody looks at it, or may not remove it: it goes another day.
                continue


def newest_backup(ledger: Path) -> tuple[Path, str, Mapping[str, Head]] | None:
    """The newest backup that can be read, the uid of its ledger, and its heads by book."""
    from .geopackage import GeoPackageStore

    for backup in reversed(backups_of(ledger)):
        path = backup.path
        if any(path.with_name(path.name + mark).exists() for mark in COMPANIONS):
            continue  # somebody has it open, and may write
        store = GeoPackageStore(path)
        try:
            return path, store.info().uid, _heads_of(store)
        except (LedgerError, KeyError, ValueError):
            continue
        finally:
            store.close()
    return None


def _heads_of(store: GeoPackageStore) -> Mapping[str, Head]:
    return {book.code: store.head(book.code) for book in store.books()}
