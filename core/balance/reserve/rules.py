"""The rules of a reserve book: those in `resources/rules/reserve.csv` refuse or warn, the others always refuse.

R1 no balance below nothing in any indicator; R2 nothing of an expired lot; R3 a confirmation number draws once; R4 no lot
of another holder; R5 a lot that is not accepted yet only as a promise.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ledger.model import AccountKey
from ...quota.problems import INPUT, Problem, Refusal, mu
from ...quota.quarter import Quarter
from ...quota.reversing import reversal_refusal
from ...sentence import Sentence, sentence, translate
from ...survey.schema import worst_grade
from ..indicators import NOTHING, Indicators
from .background import Background, LotRow
from .policy import Policy
from .request import Request
from .scene import Line, Scene
from .vocabulary import EVENT_LABELS, OWN_STATES, Event, State

_OWN = frozenset(state.value for state in OWN_STATES)
_ENTRIES = (Event.OPENING, Event.ENTER)
_LINKED = (Event.FREEZE, Event.PROMISE, Event.UNFREEZE, Event.DRAW)
_OF_VALID_LOTS = (Event.FREEZE, Event.PROMISE, Event.DRAW, Event.TRANSFER_OUT)
_WITH_DOCUMENT = (Event.DRAW, Event.TRANSFER_OUT)
_WITH_REASON = (Event.VOID, Event.REVERSE)

_MISSING = {
    "doc_no": translate("LandLedger", "{event}: the document number is missing."),
    "project": translate("LandLedger", "{event}: the project is missing."),
    "reason": translate("LandLedger", "{event}: the reason is missing."),
}


# --------------------------------------------------------------------------------------------------- before postings


def require_complete(request: Request, background: Background) -> None:
    """Refusal for a request that lacks something, names what the ledger does not know, or contradicts itself."""
    _require_holder("holder", request.holder, background)
    if request.event is Event.TRANSFER_IN:
        raise Refusal(
            INPUT, "event", translate("LandLedger", "A transfer is booked by the holder who gives, for both at once.")
        )
    _require_named(request)
    _require_dates(request, background)
    if request.origin and request.origin in background.origins:
        raise Refusal(INPUT, "origin", translate("LandLedger", "This row was imported before."))
    if request.event is Event.REVERSE:
        return
    _require_amounts(request)
    for lot in request.amounts:
        _require_lot(request, lot, background)
    if request.event in _LINKED:
        _require_project(request, background)
    if request.event is Event.TRANSFER_OUT:
        _require_receiver(request, background)


def _require_holder(field: str, holder: str, background: Background) -> None:
    if holder not in background.books:
        raise Refusal(
            INPUT, field, translate("LandLedger", "{holder} has no reserve in this ledger."), holder=holder or "—"
        )


def _require_named(request: Request) -> None:
    missing = ""
    if request.event in _LINKED and not request.project.strip():
        missing = "project"
    elif request.event in _WITH_DOCUMENT and not request.doc_no.strip():
        missing = "doc_no"
    elif request.event in _WITH_REASON and not request.reason.strip():
        missing = "reason"
    if missing:
        raise Refusal(INPUT, missing, _MISSING[missing], event=sentence(EVENT_LABELS[request.event]))


def _require_dates(request: Request, background: Background) -> None:
    if request.book_date > background.today:
        raise Refusal(
            INPUT, "book_date", translate("LandLedger", "The booking date {book_date} lies in the future."),
            book_date=request.book_date.isoformat(),
        )  # fmt: skip
    for holder in (request.holder, request.to_holder):
        if holder in background.books:
            require_open(background.books[holder], holder, request, background)
    if request.doc_date is not None and request.doc_date > request.book_date:
        raise Refusal(
            INPUT, "doc_date", translate("LandLedger", "The document is dated {doc_date}, after the booking date {book_date}."),
            doc_date=request.doc_date.isoformat(), book_date=request.book_date.isoformat(),
        )  # fmt: skip


def require_open(book: str, holder: str, request: Request, background: Background) -> None:
    """H7 of one book: nothing into a year that is closed; a document that comes late is booked in the open year."""
    closed = background.closed.get(book)
    if closed is not None and Quarter.of(request.book_date) <= closed:
        raise Refusal(
            "H7", "book_date",
            translate("LandLedger", "The reserve of {holder} is closed up to {year}; book it in {open}, the document keeps its date."),
            holder=holder, year=closed.year, open=closed.next.year,
        )  # fmt: skip


def _require_amounts(request: Request) -> None:
    """Above nothing; of an entry no more used than there was."""
    if not request.amounts:
        raise Refusal(INPUT, "amounts", translate("LandLedger", "The lots are missing."))
    for lot, amount in request.amounts.items():
        if min(amount) < 0:
            raise Refusal(
                INPUT, "amounts", translate("LandLedger", "Lot {lot}: an amount is negative ({amount})."),
                lot=lot, amount=amounts_text(amount),
            )  # fmt: skip
        if amount == NOTHING:
            raise Refusal(INPUT, "amounts", translate("LandLedger", "Lot {lot}: the amounts are missing."), lot=lot)
    for lot, used in request.used.items():
        left = request.amounts.get(lot, NOTHING).minus(used)
        if min(used) < 0 or not left.covered:
            raise Refusal(
                "R1", "used", translate("LandLedger", "Lot {lot}: more is drawn than there was; {left} would remain."),
                lot=lot, left=amounts_text(left),
            )  # fmt: skip


def _require_lot(request: Request, lot: str, background: Background) -> None:
    if (request.holder, lot) in background.lots:
        return
    owners = [holder for holder, code in background.lots if code == lot]
    if owners:
        raise Refusal(
            "R4", "amounts",
            translate("LandLedger", "Lot {lot} is held by {owner}, not by {holder}; transfer it first."),
            lot=lot, owner=owners[0], holder=request.holder,
        )  # fmt: skip
    raise Refusal(
        INPUT, "amounts", translate("LandLedger", "The reserve of {holder} has no lot {lot}."), lot=lot, holder=request.holder
    )


def _require_project(request: Request, background: Background) -> None:
    values = background.projects.get(request.project)
    if values is None:
        raise Refusal(
            INPUT, "project", translate("LandLedger", "The register of balanced projects has no project {project}."),
            project=request.project,
        )  # fmt: skip
    if values["holder"] != request.holder:
        raise Refusal(
            "R4", "project",
            translate("LandLedger", "Project {project} is in {owner}; lots of {holder} must be transferred there first."),
            project=request.project, owner=values["holder"], holder=request.holder,
        )  # fmt: skip


def _require_receiver(request: Request, background: Background) -> None:
    _require_holder("to_holder", request.to_holder, background)
    if request.to_holder == request.holder:
        raise Refusal(INPUT, "to_holder", translate("LandLedger", "A holder can't transfer to itself."))
    for lot in request.amounts:
        theirs = background.lots.get((request.to_holder, lot))
        if theirs is not None and not theirs.same_land(background.lots[request.holder, lot]):
            raise Refusal(
                INPUT, "amounts", translate("LandLedger", "{holder} has another lot with the code {lot} already."),
                lot=lot, holder=request.to_holder,
            )  # fmt: skip


# ------------------------------------------------------------------------------------------------------------ of lots


def lot_problems(request: Request, background: Background, policy: Policy, row: int) -> Iterator[Problem]:
    """What is wrong with the lots of a request: expired (R2), running (R5), without a grade that makes sense."""
    for code in request.amounts:
        lot = background.lots[request.holder, code]
        if request.event in _OF_VALID_LOTS and lot.valid_to is not None and lot.valid_to < request.book_date:
            text = translate("LandLedger", "Lot {lot} was valid until {valid_to}.")
            found = sentence(text, lot=code, valid_to=lot.valid_to.isoformat())
            yield Problem("R2", policy.expired_hard, row, "amounts", found)
        yield from _running_problem(request, lot, policy, row)
        if request.event in _ENTRIES:
            yield from grade_problems(lot, policy, row)


def _running_problem(request: Request, lot: LotRow, policy: Policy, row: int) -> Iterator[Problem]:
    if not lot.running or request.event not in _OF_VALID_LOTS:
        return
    if request.event is Event.PROMISE and policy.promise_running:
        return
    text = translate("LandLedger", "Lot {lot} is not accepted yet: it may be linked as a promise only.")
    if not policy.promise_running:
        text = translate("LandLedger", "Lot {lot} is not accepted yet and may not be linked.")
    yield Problem("R5", True, row, "amounts", sentence(text, lot=lot.code))


def grade_problems(lot: LotRow, policy: Policy, row: int) -> Iterator[Problem]:
    """A lot without a grade, or with one that its system does not have."""
    if lot.grade is None:
        text = translate("LandLedger", "Lot {lot} has no grade.")
        yield Problem(INPUT, policy.grade_missing_hard, row, "grade", sentence(text, lot=lot.code))
    elif not 1 <= lot.grade <= worst_grade(lot.system):
        text = translate("LandLedger", "Lot {lot}: the grade {grade} is none of 1 to {worst}.")
        places = {"grade": lot.grade, "worst": worst_grade(lot.system)}
        yield Problem(INPUT, True, row, "grade", sentence(text, lot=lot.code, **places))


def draw_problems(request: Request, background: Background, policy: Policy, row: int) -> Iterator[Problem]:
    """R3: under which confirmation number a draw stands."""
    if request.event is not Event.DRAW:
        return
    if not request.confirmation.strip():
        text = translate("LandLedger", "Project {project}: the confirmation number is missing.")
        hard = policy.confirmation_missing_hard
        yield Problem("R3", hard, row, "confirmation", sentence(text, project=request.project))
    elif request.confirmation in background.drawn:
        text = translate("LandLedger", "Under the confirmation number {number} something has been drawn already.")
        hard = policy.confirmation_twice_hard
        yield Problem("R3", hard, row, "confirmation", sentence(text, number=request.confirmation))


def entry_problems(request: Request, book: str, scene: Scene, background: Background, row: int) -> Iterator[Problem]:
    """A lot is entered once: what it has more of is another lot."""
    if request.event not in _ENTRIES:
        return
    for code in request.amounts:
        year = scene.year(book, code, background.lots[request.holder, code].entered.year)
        if scene.amount(AccountKey(book, year, code, State.ENTERED.value)) != NOTHING:
            text = translate("LandLedger", "Lot {lot} is in the reserve already.")
            yield Problem(INPUT, True, row, "amounts", sentence(text, lot=code))


# ---------------------------------------------------------------------------------------------------- of the postings

_LACK = {
    0: translate("LandLedger", "Lot {lot}, {state}: there are {has} mu of farmland, {asked} mu are asked for."),
    1: translate("LandLedger", "Lot {lot}, {state}: there are {has} mu of paddy, {asked} mu are asked for."),
    2: translate("LandLedger", "Lot {lot}, {state}: there are {has} kg of capacity, {asked} kg are asked for."),
}


def line_problems(request: Request, lines: list[Line], scene: Scene, policy: Policy, row: int) -> Iterator[Problem]:
    """R1 of the balance that each line leaves, indicator by indicator; what may not be drawn unfrozen."""
    for account, amount in lines:
        if account.state not in _OWN:
            continue
        before = scene.amount(account)
        if request.event is Event.DRAW and account.state == State.AVAILABLE.value and not policy.draw_unfrozen:
            text = translate("LandLedger", "Lot {lot}: only what is frozen for project {project} may be drawn.")
            yield Problem("R1", True, row, "amounts", sentence(text, lot=account.source, project=request.project))
            continue
        for place, (has, change) in enumerate(zip(before, amount)):
            if has + change < 0:
                yield Problem("R1", True, row, "amounts", _lack(account, place, has, -change))


def _lack(account: AccountKey, place: int, has: int, asked: int) -> Sentence:
    number = str if place == 2 else mu
    state = sentence(State(account.state).label)
    return sentence(_LACK[place], lot=account.source, state=state, has=number(has), asked=number(asked))


def amounts_text(amount: Indicators) -> Sentence:
    """The three indicators as people read them."""
    text = translate("LandLedger", "farmland {quantity} mu, paddy {paddy} mu, capacity {capacity} kg")
    return sentence(text, quantity=mu(amount.quantity), paddy=mu(amount.paddy), capacity=amount.capacity)


# ------------------------------------------------------------------------------------------------------------ reversals


def require_reversible(request: Request, book: str, background: Background) -> None:
    """Refusal for a voucher that can't be reversed."""
    number = request.reverses
    voucher = background.originals.get((book, number)) if number is not None else None
    refusal = reversal_refusal(voucher, (book, number), request.book_date, background.partners, background.reversed)
    if refusal is not None:
        raise refusal
