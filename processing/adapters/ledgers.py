"""A ledger by the name a parameter gives it: a GeoPackage file, or `postgresql:connection/schema`.

The connection is one of the user's QGIS connections, so that no password stands in a project, a model or a log.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...core.errors import InputError
from ...core.sentence import translate

if TYPE_CHECKING:
    from ...core.store import Store

POSTGRESQL = "postgresql:"


def ledger_named(name: str) -> Store:
    """The ledger that `name` means, opened; InputError where there is none."""
    from ...core.store.geopackage import open_ledger

    text = name.strip()
    if not text:
        raise InputError(translate("LandLedger", "Choose a ledger: a GeoPackage file or a PostgreSQL connection."))
    return open_ledger(Path(text.partition("|")[0]))
