"""The words of the quota book: states of quota, events, dimensions, and the three amounts a line carries."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from ..ledger.model import AccountKey, Posting
from ..sentence import translate

if TYPE_CHECKING:
    from ..area import Area

BOOK_KIND = "quota"

ADVANCE_SOURCE = "YZ"
"""The source of what was advanced and not yet covered by real quota."""


class State(Enum):
    """The class of an account: where quota stands. The value is what the ledger keeps."""

    AVAILABLE = "AVL"
    RESERVED = "RES"
    ALLOCATED = "ALC"
    PENDING = "PEN"
    USED = "USE"
    WRITTEN_OFF = "WO"
    ADVANCED = "ADV"
    UPPER = "EXT"
    RECLAIMED = "REV"
    CLEARING = "CLR"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return STATE_LABELS[self]


STATE_LABELS: Mapping[State, str] = {
    State.AVAILABLE: translate("LandLedger", "available"),
    State.RESERVED: translate("LandLedger", "reserved"),
    State.ALLOCATED: translate("LandLedger", "allocated to projects"),
    State.PENDING: translate("LandLedger", "pending approval"),
    State.USED: translate("LandLedger", "used (approved)"),
    State.WRITTEN_OFF: translate("LandLedger", "written off"),
    State.ADVANCED: translate("LandLedger", "advanced, not cleared"),
    State.UPPER: translate("LandLedger", "upper level"),
    State.RECLAIMED: translate("LandLedger", "reclaimed"),
    State.CLEARING: translate("LandLedger", "between holders"),
}

OWN_STATES = (
    State.AVAILABLE, State.RESERVED, State.ALLOCATED, State.PENDING, State.USED, State.WRITTEN_OFF,
)  # fmt: skip
"""States whose balance is never below nothing (H2). ADVANCED is a liability: its balance is never above nothing, and what
is outstanding is its negative. UPPER, RECLAIMED and CLEARING are the outside."""


class Event(Enum):
    """What happened. The value is what the ledger keeps."""

    OPENING = "opening"
    ISSUE = "issue"
    TRANSFER_OUT = "transfer_out"
    TRANSFER_IN = "transfer_in"
    ADVANCE = "advance"
    REPAY = "repay"
    RESERVE = "reserve"
    RELEASE = "release"
    ALLOCATE = "allocate"
    SUBMIT = "submit"
    USE = "use"
    SEND_BACK = "send_back"
    CLEAR = "clear"
    WRITE_OFF = "write_off"
    RETURN = "return"
    RECLAIM = "reclaim"
    CARRY_OVER = "carry_over"
    REVERSE = "reverse"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return EVENT_LABELS[self]


EVENT_LABELS: Mapping[Event, str] = {
    Event.OPENING: translate("LandLedger", "opening balance"),
    Event.ISSUE: translate("LandLedger", "issue"),
    Event.TRANSFER_OUT: translate("LandLedger", "transfer out"),
    Event.TRANSFER_IN: translate("LandLedger", "transfer in"),
    Event.ADVANCE: translate("LandLedger", "advance"),
    Event.REPAY: translate("LandLedger", "repayment of an advance"),
    Event.RESERVE: translate("LandLedger", "reserve"),
    Event.RELEASE: translate("LandLedger", "release of a reserve"),
    Event.ALLOCATE: translate("LandLedger", "allocate"),
    Event.SUBMIT: translate("LandLedger", "submit for approval"),
    Event.USE: translate("LandLedger", "use (land approval)"),
    Event.SEND_BACK: translate("LandLedger", "sent back"),
    Event.CLEAR: translate("LandLedger", "advance clearing"),
    Event.WRITE_OFF: translate("LandLedger", "write-off"),
    Event.RETURN: translate("LandLedger", "return unused"),
    Event.RECLAIM: translate("LandLedger", "reclaim"),
    Event.CARRY_OVER: translate("LandLedger", "carry-over"),
    Event.REVERSE: translate("LandLedger", "reversal"),
}


class Dimension(Enum):
    """The three amounts of a line, in micro-mu each; every one is a part of the one before it (H3)."""

    TOTAL = "NEW"
    AGRICULTURAL = "AGR"
    CULTIVATED = "CUL"


class QuotaAmount(NamedTuple):
    """New construction land, of which agricultural land converted, of which cultivated land occupied: micro-mu."""

    total: int
    agricultural: int = 0
    cultivated: int = 0

    @classmethod
    def of(cls, total: Area, agricultural: Area | None = None, cultivated: Area | None = None) -> QuotaAmount:
        """The amount of three areas."""
        return cls(*(0 if area is None else area.micro_mu for area in (total, agricultural, cultivated)))

    @property
    def areas(self) -> tuple[Area, Area, Area]:
        """The three areas."""
        # Areas need numpy; the words of the book are shown where it is missing, too.
        from ..area import Area

        return Area(self.total), Area(self.agricultural), Area(self.cultivated)

    def plus(self, other: QuotaAmount) -> QuotaAmount:
        """The sum, part by part."""
        return QuotaAmount(self[0] + other[0], self[1] + other[1], self[2] + other[2])

    def minus(self, other: QuotaAmount) -> QuotaAmount:
        """The difference, part by part."""
        return QuotaAmount(self[0] - other[0], self[1] - other[1], self[2] - other[2])

    def least(self, other: QuotaAmount) -> QuotaAmount:
        """The lesser of each part."""
        return QuotaAmount(*map(min, self, other))

    @property
    def capped(self) -> QuotaAmount:
        """The same area with no more agricultural land than it has, and no more cultivated than that."""
        agricultural = min(self.agricultural, self.total)
        return QuotaAmount(self.total, agricultural, min(self.cultivated, agricultural))

    @property
    def negative(self) -> QuotaAmount:
        """The same with the other sign."""
        return QuotaAmount(-self[0], -self[1], -self[2])

    @property
    def nested(self) -> bool:
        """Whether cultivated ≤ agricultural ≤ total, all of one sign (H3)."""
        total, agricultural, cultivated = self
        return 0 <= cultivated <= agricultural <= total or 0 >= cultivated >= agricultural >= total

    def postings(self, account: AccountKey) -> tuple[Posting, ...]:
        """A posting for each part that is not nothing."""
        return tuple(Posting(account, each.value, part) for each, part in zip(Dimension, self) if part)


NOTHING = QuotaAmount(0)


def amount_in(balances: Mapping[tuple[AccountKey, str], int], account: AccountKey) -> QuotaAmount:
    """The three balances of an account."""
    return QuotaAmount(*(balances.get((account, each.value), 0) for each in Dimension))
