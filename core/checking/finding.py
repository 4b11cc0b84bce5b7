"""What a check says about its layers: one finding a fact, with its place, and a name that survives a re-run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from ..sentence import Sentence, translate

NO_ROW = -1
"""The row of a finding that belongs to no parcel (a gap, the sum of a district)."""


class Severity(Enum):
    """How bad a finding is; the value is what stands in layers, and in the rule `check_<name>` of each check."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return _SEVERITY_LABELS[self]


_SEVERITY_LABELS = {
    Severity.ERROR: translate("LandLedger", "Error"),
    Severity.WARNING: translate("LandLedger", "Warning"),
    Severity.HINT: translate("LandLedger", "Hint"),
}


class State(Enum):
    """Whether somebody has looked at a finding; the value is what stands in layers."""

    OPEN = "open"
    ACCEPTED = "accepted"


@dataclass(frozen=True)
class Finding:
    """One fact that a check found.

    `check` names it (`self_intersection`; the rule `check_self_intersection` says how severe it is); `row` and `other`
    are rows of the columns given, or NO_ROW; `field` the standard field at fault or ''; `x`, `y` the place in the plane of
    these columns (NaN where nothing is drawn); `extent` the side in metres of the square around it worth looking at;
    `text` the sentence; `facts` the values it rests on, as text: a finding whose facts changed is a new one;
    `area` in m² (NaN where there is none); `shape` the ground it is about (overlap, gap, sliver), or None.
    Where a check has several layers, `layer` is the key of the one that the rows are of; `village` the one concerned.
    """

    check: str
    severity: Severity
    row: int
    text: Sentence
    field: str = ""
    x: float = float("nan")
    y: float = float("nan")
    extent: float = 0.0
    other: int = NO_ROW
    facts: tuple[str, ...] = ()
    area: float = float("nan")
    shape: object = None
    layer: str = ""
    village: str = ""


def finding_key(check: str, subjects: Sequence[str], field: str, facts: Sequence[str]) -> str:
    """The name of a finding that is the same in every run on the same data: 20 hexadecimal digits.

    `subjects` are the parcels' BSM (sorted; feature ids where there is none), for a gap its place to 0.1 m.
    """
    parts = "\x1f".join([check, "\x1e".join(sorted(subjects)), field, "\x1e".join(facts)])
    return hashlib.blake2b(parts.encode("utf-8"), digest_size=10).hexdigest()
