"""The words of a linkage book: states of surplus and turnover quota, events, the dimension.

An account is (book, year in which it came in, project area, state, construction project or ''). Codes that the quota book
has, too, share its names in a ledger's table of words.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from ...sentence import translate

BOOK_KIND = "linkage"

BOOK_SUFFIX = "GG"
"""The code of a holder's linkage book is the holder's code with this behind it: 挂钩."""

DIMENSION = "LNK"
"""Surplus and turnover quota, in micro-mu."""


class State(Enum):
    """Where surplus or turnover quota stands. The value is what the ledger keeps."""

    AVAILABLE = "AVL"
    USED = "USE"
    TURNOVER = "TRN"
    UPPER = "EXT"
    CLEARING = "CLR"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return STATE_LABELS[self]


STATE_LABELS: Mapping[State, str] = {
    State.AVAILABLE: translate("LandLedger", "surplus available"),
    State.USED: translate("LandLedger", "surplus used"),
    State.TURNOVER: translate("LandLedger", "turnover quota out"),
    State.UPPER: translate("LandLedger", "acceptance and issue"),
    State.CLEARING: translate("LandLedger", "between holders"),
}

OWN_STATES = (State.AVAILABLE, State.USED, State.TURNOVER)
"""States whose balance is never below nothing."""


class Event(Enum):
    """What happened. The value is what the ledger keeps."""

    ACCEPT = "accept"
    USE = "use"
    TURNOVER = "turnover"
    GIVE_BACK = "give_back"
    TRANSFER_OUT = "transfer_out"
    TRANSFER_IN = "transfer_in"
    REVERSE = "reverse"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return EVENT_LABELS[self]


EVENT_LABELS: Mapping[Event, str] = {
    Event.ACCEPT: translate("LandLedger", "acceptance of surplus"),
    Event.USE: translate("LandLedger", "use of surplus"),
    Event.TURNOVER: translate("LandLedger", "issue of turnover quota"),
    Event.GIVE_BACK: translate("LandLedger", "return of turnover quota"),
    Event.TRANSFER_OUT: translate("LandLedger", "transfer out"),
    Event.TRANSFER_IN: translate("LandLedger", "transfer in"),
    Event.REVERSE: translate("LandLedger", "reversal"),
}
