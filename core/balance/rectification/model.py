"""Words of outflow rectification: spots, ways, acts, states, and what the rules find."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from ...area import ZERO, Area
from ...sentence import translate
from ..broken_rules import Problem, Severity


class Way(Enum):
    """整改方式: how farmland that flowed out is made good. The value is what the register keeps."""

    RESTORED = "restored"
    IN_OUT = "in_out"
    SUPPLEMENT = "supplement"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return _WAY_LABELS[self]


_WAY_LABELS = {
    Way.RESTORED: translate("LandLedger", "restored"),
    Way.IN_OUT: translate("LandLedger", "settled by the in–out balance"),
    Way.SUPPLEMENT: translate("LandLedger", "adjusted and supplemented"),
}
WAY_NAMES: Mapping[Way, str] = {Way.RESTORED: "整改恢复", Way.IN_OUT: "落实进出平衡", Way.SUPPLEMENT: "调整补划"}
"""What the official sheet calls the ways."""

WAY_CODES: Mapping[str, Way] = {"HF": Way.RESTORED, "JC": Way.IN_OUT, "BH": Way.SUPPLEMENT}
"""Codes of the ways in delivered layers."""


class SpotState(Enum):
    """How far a spot is; derived from its amounts, never typed in."""

    OPEN = "open"
    PARTLY = "partly"
    DONE = "done"
    CLOSED = "closed"
    EXEMPT = "exempt"


STATE_NAMES: Mapping[SpotState, str] = {
    SpotState.OPEN: "未整改",
    SpotState.PARTLY: "部分整改",
    SpotState.DONE: "已整改",
    SpotState.CLOSED: "已销号",
    SpotState.EXEMPT: "不需整改",
}
"""What the official sheet calls the states."""


def way_of(text: str) -> Way | None:
    """A way by its code, its name or a part of the name that means one only (恢复, 进出平衡, 补划); None for anything else."""
    plain = "".join(text.split())
    for way, name in WAY_NAMES.items():
        if plain in (way.value, way.name, name):
            return way
    if plain.upper() in WAY_CODES:
        return WAY_CODES[plain.upper()]
    words = {"恢复": Way.RESTORED, "进出平衡": Way.IN_OUT, "补划": Way.SUPPLEMENT}
    found = {way for word, way in words.items() if word in plain}
    return found.pop() if len(found) == 1 else None


@dataclass(frozen=True)
class Spot:
    """An outflow spot (流出图斑). `outflow` is its area, `due` what of it has to be rectified; `exemption` the case that
    frees it, '' for none; `closed` and `evidence` when and on what it was struck off. `row` is its place in the layer, −1
    for one of the register."""

    number: str
    outflow: Area
    due: Area
    county: str = ""
    county_code: str = ""
    township: str = ""
    village: str = ""
    class_before: str = ""
    class_after: str = ""
    year: int | None = None
    case: str = ""
    prime: bool = False
    exemption: str = ""
    closed: datetime.date | None = None
    evidence: str = ""
    row: int = -1


@dataclass(frozen=True)
class Act:
    """One act of rectification. `patch` is the number of the patch that flowed in or was supplemented, `patch_area` its whole
    area; `number` the act's own number, '' where it has none. `row` is its place in the layer of acts, −1 elsewhere."""

    spot: str
    way: Way
    area: Area
    patch: str = ""
    patch_area: Area | None = None
    plan_no: str = ""
    date: datetime.date | None = None
    evidence: str = ""
    class_after: str = ""
    number: str = ""
    row: int = -1

    @property
    def said_number(self) -> str:
        """The number as people read it: one that a ledger made of what the act is has the way in its official words."""
        return self.number.replace(f":{self.way.value}:", f":{WAY_NAMES[self.way]}:")


@dataclass(frozen=True)
class SpotResult:
    """A spot with what was done about it."""

    spot: Spot
    acts: Sequence[Act]
    amounts: Mapping[Way, Area]
    state: SpotState

    @property
    def done(self) -> Area:
        """All ways together."""
        return Area.total(self.amounts.values())

    @property
    def left(self) -> Area:
        """What is still to be done; below nothing where too much was counted."""
        return self.spot.due - self.done


@dataclass(frozen=True)
class Rectified:
    """The result: spots in their order, what the rules found, and acts that name no spot."""

    spots: Sequence[SpotResult]
    problems: Sequence[Problem]
    strays: Sequence[Act] = ()

    def total(self, way: Way) -> Area:
        """What was done by one way."""
        return Area.total(each.amounts[way] for each in self.spots)

    @property
    def due(self) -> Area:
        """All that has to be rectified."""
        return Area.total(each.spot.due for each in self.spots)

    @property
    def done(self) -> Area:
        """All ways of all spots."""
        return Area.total(each.done for each in self.spots)

    @property
    def errors(self) -> int:
        """How many rules that bind are broken."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


NOTHING_DONE: Mapping[Way, Area] = dict.fromkeys(Way, ZERO)
