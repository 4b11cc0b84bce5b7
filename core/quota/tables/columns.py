"""Under which column of the yearly summary and of the quarter filing a source stands: `resources/codes/quota_columns.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ...resources import read_facts, resource

OTHER_GAINED, OTHER_FILED = "QT", "I1"
CARRIED_GAINED, CARRIED_FILED = "CARRY", "I4"


@lru_cache(maxsize=1)
def _columns() -> Mapping[str, tuple[str, str]]:
    path = resource("codes", "quota_columns.csv")
    rows = read_facts(path, ("code", "gained", "filed", "source", "status"))
    return {row.needed("code"): (row.needed("gained"), row.needed("filed")) for row in rows}


def gained_column(source: str) -> str:
    """The column of T02 for what was obtained from a source; those without one of their own stand under 其他."""
    return _columns().get(source, (OTHER_GAINED, OTHER_FILED))[0]


def filed_column(source: str) -> str:
    """The column of T24 for what was obtained from a source."""
    return _columns().get(source, (OTHER_GAINED, OTHER_FILED))[1]


def carried(source: str) -> bool:
    """Whether quota of a source comes from an earlier year."""
    return gained_column(source) == CARRIED_GAINED
