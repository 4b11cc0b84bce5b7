"""The words of a reserve book: states of a lot's amounts, events, dimensions.

An account is (book, year of entry, lot, state, construction project or ''). Some codes are those of the quota book, whose
names they share in a ledger's table of words.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from ...sentence import translate

BOOK_KIND = "reserve"

BOOK_SUFFIX = "BC"
"""The code of a holder's reserve book is the holder's code with this behind it: 补充."""

DIMENSIONS = ("QTY", "PAD", "CAP")
"""Quantity, paddy and capacity, in the order of `Indicators`."""

AREA_DIMENSIONS = ("QTY", "PAD")
"""Those in micro-mu; capacity is in whole kilograms."""


class State(Enum):
    """Where amounts of a lot stand. The value is what the ledger keeps."""

    AVAILABLE = "AVL"
    FROZEN = "FRZ"
    USED = "USE"
    ENTERED = "EXT"
    VOIDED = "REV"
    CLEARING = "CLR"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return STATE_LABELS[self]


STATE_LABELS: Mapping[State, str] = {
    State.AVAILABLE: translate("LandLedger", "remaining and free"),
    State.FROZEN: translate("LandLedger", "frozen (linked, not approved)"),
    State.USED: translate("LandLedger", "drawn"),
    State.ENTERED: translate("LandLedger", "entered into the reserve"),
    State.VOIDED: translate("LandLedger", "voided"),
    State.CLEARING: translate("LandLedger", "between holders"),
}

OWN_STATES = (State.AVAILABLE, State.FROZEN, State.USED)
"""States whose balance is never below nothing, in any dimension. Paddy may well be more than quantity: a lot of dry land
made into paddy has no quantity at all."""


class Event(Enum):
    """What happened. The value is what the ledger keeps."""

    OPENING = "opening"
    ENTER = "enter"
    FREEZE = "freeze"
    PROMISE = "promise"
    UNFREEZE = "unfreeze"
    DRAW = "draw"
    TRANSFER_OUT = "transfer_out"
    TRANSFER_IN = "transfer_in"
    VOID = "void"
    REVERSE = "reverse"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return EVENT_LABELS[self]


EVENT_LABELS: Mapping[Event, str] = {
    Event.OPENING: translate("LandLedger", "opening balance"),
    Event.ENTER: translate("LandLedger", "entry into the reserve"),
    Event.FREEZE: translate("LandLedger", "link and freeze"),
    Event.PROMISE: translate("LandLedger", "link as a promise"),
    Event.UNFREEZE: translate("LandLedger", "unlink and unfreeze"),
    Event.DRAW: translate("LandLedger", "draw"),
    Event.TRANSFER_OUT: translate("LandLedger", "transfer out"),
    Event.TRANSFER_IN: translate("LandLedger", "transfer in"),
    Event.VOID: translate("LandLedger", "void"),
    Event.REVERSE: translate("LandLedger", "reversal"),
}
