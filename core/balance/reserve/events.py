"""What each event does to the accounts of a reserve: pure functions from a request and the balances to lines.

The lines of a voucher sum to nothing in every indicator. Whether the balances allow it is for `rules` to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ...ledger.model import AccountKey
from ..indicators import NOTHING, Indicators
from .background import Background, LotRow
from .request import Request
from .scene import Line, Scene, least, merged, negative
from .vocabulary import Event, State

AVL = State.AVAILABLE.value
FRZ = State.FROZEN.value
USE = State.USED.value
EXT = State.ENTERED.value
REV = State.VOIDED.value
CLR = State.CLEARING.value


@dataclass(frozen=True)
class Entry:
    """One voucher to be: its book, the event it is booked as, its lines."""

    book: str
    event: Event
    lines: list[Line]


def entries_of(request: Request, scene: Scene, background: Background) -> list[Entry]:
    """The vouchers of a complete request other than a reversal: one, or one in each book of a transfer."""
    out: list[Line] = []
    received: list[Line] = []
    for code, amount in request.amounts.items():
        row = background.lots[request.holder, code]
        free = free_account(background.books[request.holder], row, scene)
        if request.event is Event.TRANSFER_OUT:
            out += [(free, negative(amount)), (free._replace(state=CLR), amount)]
            receives = free._replace(book=background.books[request.to_holder])
            received += [(receives._replace(state=CLR), negative(amount)), (receives, amount)]
        else:
            out += _LINES[request.event](request, code, amount, free, scene)
    entries = [Entry(background.books[request.holder], request.event, merged(out))]
    if request.event is Event.TRANSFER_OUT:
        entries.append(Entry(background.books[request.to_holder], Event.TRANSFER_IN, merged(received)))
    return entries


def free_account(book: str, row: LotRow, scene: Scene) -> AccountKey:
    """The account of what is free of a lot; its year is the one under which the lot was entered."""
    return AccountKey(book, scene.year(book, row.code, row.entered.year), row.code, AVL)


def _entered(request: Request, code: str, amount: Indicators, free: AccountKey, scene: Scene) -> list[Line]:
    """入库: what was drawn before it came into this ledger is used at once."""
    used = request.used.get(code, NOTHING)
    return [
        (free._replace(state=EXT), negative(amount)),
        (free, amount.minus(used)),
        (free._replace(state=USE), used),
    ]


def _frozen(request: Request, code: str, amount: Indicators, free: AccountKey, scene: Scene) -> list[Line]:
    """挂钩: reserved for a project whose approval is not there yet."""
    return [(free, negative(amount)), (free._replace(state=FRZ, project=request.project), amount)]


def _unfrozen(request: Request, code: str, amount: Indicators, free: AccountKey, scene: Scene) -> list[Line]:
    return [(free._replace(state=FRZ, project=request.project), negative(amount)), (free, amount)]


def _drawn(request: Request, code: str, amount: Indicators, free: AccountKey, scene: Scene) -> list[Line]:
    """核销: what is frozen for the project first, the rest from what is free."""
    frozen = free._replace(state=FRZ, project=request.project)
    from_frozen = least(scene.amount(frozen), amount)
    return [
        (frozen, negative(from_frozen)),
        (free, from_frozen.minus(amount)),
        (free._replace(state=USE, project=request.project), amount),
    ]


def _voided(request: Request, code: str, amount: Indicators, free: AccountKey, scene: Scene) -> list[Line]:
    """作废: of what is free."""
    return [(free, negative(amount)), (free._replace(state=REV), amount)]


_LINES: Mapping[Event, Callable[[Request, str, Indicators, AccountKey, Scene], list[Line]]] = {
    Event.OPENING: _entered,
    Event.ENTER: _entered,
    Event.FREEZE: _frozen,
    Event.PROMISE: _frozen,
    Event.UNFREEZE: _unfrozen,
    Event.DRAW: _drawn,
    Event.VOID: _voided,
}


def reversed_lines(lines: list[Line]) -> list[Line]:
    """红字冲销: every line with the other sign."""
    return [(account, negative(amount)) for account, amount in lines]
