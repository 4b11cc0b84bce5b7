"""What each event does to the accounts: pure functions from a request and the balances to the lines of its vouchers.

Amounts are signed and the lines of a voucher sum to nothing in every dimension. An event takes what it is asked to take;
whether the balances allow it is for `rules` to say. Only what makes no sense in itself is refused here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..errors import FootingError
from ..ledger.model import AccountKey
from ..sentence import sentence, translate
from .problems import INPUT, Refusal, mu
from .request import Request
from .scene import Line, Scene, least, merged, taken, total_of
from .vocabulary import ADVANCE_SOURCE, NOTHING, STATE_LABELS, Event, State

AVL = State.AVAILABLE.value
RES = State.RESERVED.value
ALC = State.ALLOCATED.value
PEN = State.PENDING.value
USE = State.USED.value
WO = State.WRITTEN_OFF.value
ADV = State.ADVANCED.value
EXT = State.UPPER.value
REV = State.RECLAIMED.value
CLR = State.CLEARING.value

ADVANCED_IN = (USE, PEN, ALC)
"""Where a project holds advanced quota, in the order in which real quota takes its place."""


@dataclass(frozen=True)
class Entry:
    """One voucher to be: its book, the event it is booked as, its lines."""

    book: str
    event: Event
    lines: list[Line]


def entries_of(request: Request, scene: Scene) -> list[Entry]:
    """The vouchers of a request other than a reversal; Refusal where it makes no sense."""
    if request.event is Event.TRANSFER_OUT:
        return _transferred(request, scene)
    return [Entry(request.holder, request.event, merged(_LINES[request.event](request, scene)))]


def year_of(request: Request) -> int:
    """The quota year: what the request says, else that of the booking."""
    return request.year or request.book_date.year


def free_account(book: str, year: int, source: str, project: str, scene: Scene) -> AccountKey:
    """The account of available quota: that of the project where the source is locked to projects (H4)."""
    known = scene.sources.get(source)
    return AccountKey(book, year, source, AVL, project if known is not None and known.locked else "")


def _free(request: Request, scene: Scene) -> AccountKey:
    return free_account(request.holder, year_of(request), request.source, request.project, scene)


def _of_project(request: Request, state: str) -> AccountKey:
    return AccountKey(request.holder, year_of(request), request.source, state, request.project)


def _moved(lines: list[Line], state: str) -> list[Line]:
    """The lines taken from their accounts and put into the same accounts in another state."""
    moved: list[Line] = []
    for account, amount in lines:
        book, year, source, _, project = account
        moved.append((account, amount.negative))
        moved.append((AccountKey(book, year, source, state, project), amount))
    return moved


def _held(request: Request, scene: Scene, state: State) -> list[Line]:
    """What the project has in a state, of the source and year asked for; Refusal where it is less than asked (H2)."""
    holdings = scene.held(request.holder, request.project, state.value, request.source, request.year)
    has = total_of(holdings).total
    if has < request.amount.total:
        raise Refusal(
            "H2", "amount",
            translate("LandLedger", "Project {project} has {has} mu that are {state}, {asked} mu are asked for."),
            project=request.project, has=mu(has), asked=mu(request.amount.total), state=sentence(STATE_LABELS[state]),
        )  # fmt: skip
    return holdings


# ------------------------------------------------------------------------------------------- between the upper level


def _issued(request: Request, scene: Scene) -> list[Line]:
    """下达, 核补, 奖励; opening balances."""
    upper = AccountKey(request.holder, year_of(request), request.source, EXT)
    return [(upper, request.amount.negative), (_free(request, scene), request.amount)]


def _reclaimed(request: Request, scene: Scene) -> list[Line]:
    """收回, 作废: of available quota, or of what was allocated to the project that is named."""
    reclaimed = AccountKey(request.holder, year_of(request), request.source, REV)
    free, allocated = _free(request, scene), _of_project(request, ALC)
    if not request.project:
        return [(free, request.amount.negative), (reclaimed, request.amount)]
    if not free.project:
        return [(allocated, request.amount.negative), (reclaimed, request.amount)]
    from_free = least(scene.amount(free), request.amount)
    rest = request.amount.minus(from_free)
    return [(free, from_free.negative), (allocated, rest.negative), (reclaimed, request.amount)]


def _carried_over(request: Request, scene: Scene) -> list[Line]:
    """结转: the same source a year later."""
    free = _free(request, scene)
    to_year = request.to_year if request.to_year is not None else free.year + 1
    if to_year <= free.year:
        raise Refusal(
            INPUT, "to_year", translate("LandLedger", "Quota of {year} can't be carried over to {to_year}."),
            year=free.year, to_year=to_year,
        )  # fmt: skip
    return [(free, request.amount.negative), (free._replace(year=to_year), request.amount)]


def _transferred(request: Request, scene: Scene) -> list[Entry]:
    """市级统筹, 调剂: a voucher in each book; what is between them stands in the clearing account of the giver's source."""
    gives = _free(request, scene)
    source = request.to_source or request.source
    receives = free_account(request.to_holder, gives.year, source, request.project, scene)
    out = AccountKey(request.holder, gives.year, request.source, CLR, gives.project)
    amount = request.amount
    return [
        Entry(request.holder, Event.TRANSFER_OUT, [(gives, amount.negative), (out, amount)]),
        Entry(
            request.to_holder,
            Event.TRANSFER_IN,
            [(out._replace(book=request.to_holder), amount.negative), (receives, amount)],
        ),
    ]


# ------------------------------------------------------------------------------------------------------------ projects


def _reserved(request: Request, scene: Scene) -> list[Line]:
    return [(_free(request, scene), request.amount.negative), (_of_project(request, RES), request.amount)]


def _released(request: Request, scene: Scene) -> list[Line]:
    return [(_of_project(request, RES), request.amount.negative), (_free(request, scene), request.amount)]


def _allocated(request: Request, scene: Scene) -> list[Line]:
    """配置: first what is reserved for the project, then available quota of the source; without a source the reserve only."""
    year = year_of(request)
    if not request.source:
        holdings = _held(request, scene, State.RESERVED)
        return _moved(taken(holdings, request.amount), ALC)
    reserved = AccountKey(request.holder, year, request.source, RES, request.project)
    from_reserve = least(scene.amount(reserved), request.amount)
    rest = request.amount.minus(from_reserve)
    return [
        (reserved, from_reserve.negative),
        (_free(request, scene), rest.negative),
        (_of_project(request, ALC), request.amount),
    ]


def _submitted(request: Request, scene: Scene) -> list[Line]:
    return _moved(taken(_held(request, scene, State.ALLOCATED), request.amount), PEN)


def _sent_back(request: Request, scene: Scene) -> list[Line]:
    return _moved(taken(_held(request, scene, State.PENDING), request.amount), ALC)


def _used(request: Request, scene: Scene) -> list[Line]:
    """用地批复: the approved area is used, the rest of what was submitted is allocated again.

    The farmland of a plan is a ceiling. Where less of it is used than was submitted, more farmland may be left than the rest
    has area: what is too much goes back to where quota of the source is free, and as much other land comes from there. So
    the balances are those of sending back, returning, allocating and submitting anew with the figures of the approval.
    """
    holdings = _held(request, scene, State.PENDING)
    used = taken(holdings, request.amount)
    parts = dict(used)
    lines = _moved(used, USE)
    for account, held in holdings:
        rest = held.minus(parts.get(account, NOTHING))
        stays = rest.capped if min(rest) >= 0 else rest
        over = rest.minus(stays)
        lines += [*_moved([(account, stays)], ALC), (account, over.negative), (_origin(account, scene), over)]
    return lines


def _written_off(request: Request, scene: Scene) -> list[Line]:
    """核销: of real sources only."""
    used = scene.held(request.holder, request.project, USE, request.source, request.year)
    real = [line for line in used if line[0].source != ADVANCE_SOURCE]
    if total_of(real).total < request.amount.total and len(real) < len(used):
        raise Refusal(
            "H2", "amount",
            translate("LandLedger", "Project {project} uses advanced quota; clear the advance before you write it off."),
            project=request.project,
        )  # fmt: skip
    _held(request, scene, State.USED)
    return _moved(taken(real, request.amount), WO)


def _returned(request: Request, scene: Scene) -> list[Line]:
    """未用退回: to where it came from; advanced quota goes back into the liability."""
    lines: list[Line] = []
    for account, amount in taken(_held(request, scene, State.ALLOCATED), request.amount):
        lines += [(account, amount.negative), (_origin(account, scene), amount)]
    return lines


def _origin(account: AccountKey, scene: Scene) -> AccountKey:
    """Where the quota of a project's account came from: available quota, or the liability of what was advanced."""
    if account.source == ADVANCE_SOURCE:
        return account._replace(state=ADV)
    return free_account(account.book, account.year, account.source, account.project, scene)


# ------------------------------------------------------------------------------------------------------------ advances


def _advanced(request: Request, scene: Scene) -> list[Line]:
    """预支（预下达）: a liability, and quota the project may use at once."""
    owed = AccountKey(request.holder, year_of(request), ADVANCE_SOURCE, ADV, request.project)
    return [(owed, request.amount.negative), (owed._replace(state=ALC), request.amount)]


def _repaid(request: Request, scene: Scene) -> list[Line]:
    """归还预支: real quota takes the place of advanced quota wherever the project holds it."""
    outstanding = total_of(scene.advances(request.holder, request.project))
    if outstanding.total < request.amount.total:
        raise Refusal(
            "H2", "amount",
            translate("LandLedger", "Project {project} has {has} mu of advances to repay, {asked} mu are asked for."),
            project=request.project, has=mu(outstanding.total), asked=mu(request.amount.total),
        )  # fmt: skip
    lines = [(_free(request, scene), request.amount.negative)]
    for account, amount in taken(_advanced_held(request, scene), request.amount):
        real = AccountKey(account.book, year_of(request), request.source, account.state, account.project)
        lines += [(account._replace(state=ADV), amount), (account, amount.negative), (real, amount)]
    return lines


def _cleared(request: Request, scene: Scene) -> list[Line]:
    """预支核销: the whole advance of the project is undone and the approved area is used of real quota; so what was advanced
    in excess goes back, and what is lacking is taken from available quota."""
    owed = scene.advances(request.holder, request.project)
    if not owed:
        raise Refusal(
            "H2", "project", translate("LandLedger", "Project {project} has no advance to clear."), project=request.project
        )
    held = _advanced_held(request, scene)
    if total_of(owed) != total_of(held):
        raise FootingError(
            translate("LandLedger", "Project {project}: {owed} mu are advanced, but it holds {held} mu of them."),
            project=request.project, owed=mu(total_of(owed).total), held=mu(total_of(held).total),
        )  # fmt: skip
    return [
        (_free(request, scene), request.amount.negative),
        *owed,
        *((account, amount.negative) for account, amount in held),
        (_of_project(request, USE), request.amount),
    ]


def _advanced_held(request: Request, scene: Scene) -> list[Line]:
    """Advanced quota of the project, the oldest year first, in it the most advanced state first."""
    held = [
        line
        for place, state in enumerate(ADVANCED_IN)
        for line in scene.held(request.holder, request.project, state, ADVANCE_SOURCE)
    ]
    return sorted(held, key=lambda line: (line[0].year, ADVANCED_IN.index(line[0].state)))


_LINES: Mapping[Event, Callable[[Request, Scene], list[Line]]] = {
    Event.OPENING: _issued,
    Event.ISSUE: _issued,
    Event.ADVANCE: _advanced,
    Event.REPAY: _repaid,
    Event.RESERVE: _reserved,
    Event.RELEASE: _released,
    Event.ALLOCATE: _allocated,
    Event.SUBMIT: _submitted,
    Event.USE: _used,
    Event.SEND_BACK: _sent_back,
    Event.CLEAR: _cleared,
    Event.WRITE_OFF: _written_off,
    Event.RETURN: _returned,
    Event.RECLAIM: _reclaimed,
    Event.CARRY_OVER: _carried_over,
}


def reversed_lines(lines: list[Line]) -> list[Line]:
    """红字冲销: every line with the other sign."""
    return [(account, amount.negative) for account, amount in lines]
