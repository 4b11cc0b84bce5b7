"""The invariants of a quota book: H1 to H8 refuse, S1 to S4 warn (H1, H5 and H8 hold by the way vouchers are made, and are
checked where books are verified and quarters closed)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..ledger.model import AccountKey
from ..sentence import Sentence, sentence, translate
from .background import Background, Use
from .events import AVL, Entry, year_of
from .policy import Policy
from .problems import INPUT, Problem, Refusal, mu
from .quarter import Quarter
from .request import Request
from .reversing import reversal_refusal
from .scene import Line, Scene, changes_of
from .vocabulary import EVENT_LABELS, NOTHING, OWN_STATES, Event, QuotaAmount, State

_OWN = frozenset(state.value for state in OWN_STATES)
_ADV = State.ADVANCED.value
_EVENTS_OF_ADVANCES = frozenset(
    {Event.ADVANCE, Event.SUBMIT, Event.USE, Event.SEND_BACK, Event.RETURN, Event.WRITE_OFF}
)
EARLIEST_YEAR = 1949
"""No quota is older; an earlier year was typed with two digits."""

_MISSING = {
    "doc_no": translate("LandLedger", "{event}: the document number is missing."),
    "project": translate("LandLedger", "{event}: the project is missing."),
    "source": translate("LandLedger", "{event}: the source is missing."),
    "approval": translate("LandLedger", "{event}: the approval document is missing."),
    "reason": translate("LandLedger", "{event}: the reason is missing."),
}


# --------------------------------------------------------------------------------------------------- before postings


def require_complete(request: Request, background: Background, policy: Policy) -> None:
    """Refusal for a request that lacks something, names what the ledger does not know, or contradicts itself."""
    if request.holder not in background.books:
        raise Refusal(
            INPUT, "holder", translate("LandLedger", "The ledger has no holder {holder}."), holder=request.holder or "—"
        )
    if request.event is Event.TRANSFER_IN:
        raise Refusal(
            INPUT, "event", translate("LandLedger", "A transfer is booked by the holder who gives, for both at once.")
        )
    _require_named(request, policy)
    _require_dates(request, background)
    if request.origin and request.origin in background.origins:
        raise Refusal(INPUT, "origin", translate("LandLedger", "This row was imported before."))
    if request.event is Event.REVERSE:
        return
    _require_amount(request.amount, policy)
    _require_year(request, policy)
    _require_known(request, background)
    if request.event is Event.TRANSFER_OUT:
        _require_receiver(request, background)
    if request.event is Event.CARRY_OVER and not policy.carry_over:
        raise Refusal(
            INPUT, "event", translate("LandLedger", "Carry-over is not allowed here; a rule in the settings allows it.")
        )


def _require_named(request: Request, policy: Policy) -> None:
    needs = policy.needs[request.event]
    missing = ""
    if needs.document and not request.doc_no.strip():
        missing = "doc_no"
    elif needs.project and not request.project.strip():
        missing = "project"
    elif needs.source and not request.source.strip():
        missing = "source"
    elif needs.approval and not request.approval.strip():
        missing = "approval"
    elif needs.reason and not request.reason.strip():
        missing = "reason"
    if missing:
        raise Refusal(INPUT, missing, _MISSING[missing], event=sentence(EVENT_LABELS[request.event]))


def _require_dates(request: Request, background: Background) -> None:
    """H7: only into an open quarter, and none that has not begun, but for the one after a quarter that was closed early."""
    if request.book_date.year < EARLIEST_YEAR:
        raise Refusal(
            INPUT, "book_date", translate("LandLedger", "The booking date {date} can't be right: look at its year."),
            date=request.book_date.isoformat(),
        )  # fmt: skip
    quarter, last = Quarter.of(request.book_date), Quarter.of(background.today)
    closed = background.closed.get(request.holder)
    if closed is not None:
        last = max(last, closed.next)
    if quarter > last:
        raise Refusal(
            "H7", "book_date", translate("LandLedger", "The quarter {quarter} has not begun; book it in {open}."),
            quarter=quarter.code, open=last.code,
        )  # fmt: skip
    require_open(request.holder, quarter, background)
    if request.event is Event.TRANSFER_OUT and request.to_holder in background.books:
        require_open(request.to_holder, quarter, background)
    if request.doc_date is not None and request.doc_date > request.book_date:
        raise Refusal(
            INPUT, "doc_date", translate("LandLedger", "The document is dated {doc_date}, after the booking date {book_date}."),
            doc_date=request.doc_date.isoformat(), book_date=request.book_date.isoformat(),
        )  # fmt: skip


def require_open(book: str, quarter: Quarter, background: Background) -> None:
    """H7 for one book."""
    closed = background.closed.get(book)
    if closed is not None and quarter <= closed:
        raise Refusal(
            "H7", "book_date",
            translate(
                "LandLedger",
                "The quarter {quarter} of {holder} is closed; book it in {open}, the document keeps its date.",
            ),
            quarter=quarter.code, holder=background.holder(book), open=closed.next.code,
        )  # fmt: skip


def _require_amount(amount: QuotaAmount, policy: Policy) -> None:
    """Above nothing, nested (H3), no finer than the ledger books."""
    if min(amount) < 0:
        raise Refusal(INPUT, "amount", translate("LandLedger", "The amount {amount} mu is negative."), amount=mu(min(amount)))
    if not amount.total:
        raise Refusal(INPUT, "amount", translate("LandLedger", "The amount is missing."))
    if not amount.nested:
        raise Refusal(
            "H3", "amount",
            translate(
                "LandLedger",
                "Cultivated land ({cultivated} mu) must not exceed agricultural land ({agricultural} mu), and that not the "
                "total ({total} mu).",
            ),
            cultivated=mu(amount.cultivated), agricultural=mu(amount.agricultural), total=mu(amount.total),
        )  # fmt: skip
    finest = policy.finest
    if amount.total % finest or amount.agricultural % finest or amount.cultivated % finest:
        raise Refusal(
            INPUT, "amount", translate("LandLedger", "An amount has more decimals of a mu than the {decimals} allowed."),
            decimals=7 - len(str(finest)),
        )  # fmt: skip


def _require_year(request: Request, policy: Policy) -> None:
    booked = request.book_date.year
    to_year = request.to_year
    if request.event is Event.CARRY_OVER and to_year is None:
        to_year = year_of(request) + 1
    if to_year is None and (not request.year or request.year == booked):
        return
    for field, year in (("year", year_of(request)), ("to_year", to_year)):
        if year is not None and not booked - policy.years_back <= year <= booked + policy.years_ahead:
            raise Refusal(
                INPUT, field, translate("LandLedger", "The quota year {year} does not fit the booking date {book_date}."),
                year=year, book_date=request.book_date.isoformat(),
            )  # fmt: skip


def _require_known(request: Request, background: Background) -> None:
    """Sources and projects of the registers; advanced quota only where it may go; locked quota only with its project (H4)."""
    if request.source:
        _require_source(request, "source", request.source, background)
    if request.to_source:
        _require_source(request, "to_source", request.to_source, background)
    if request.project and request.project not in background.projects:
        raise Refusal(
            INPUT, "project", translate("LandLedger", "The ledger has no project {project}."), project=request.project
        )


def _require_source(request: Request, field: str, code: str, background: Background) -> None:
    source = background.sources.get(code)
    if source is None:
        raise Refusal(INPUT, field, translate("LandLedger", "The ledger has no source {source}."), source=code)
    if request.event is Event.ADVANCE and not source.is_advance:
        raise Refusal(INPUT, field, translate("LandLedger", "An advance has no source yet; leave it empty."))
    if source.is_advance and (field == "to_source" or request.event not in _EVENTS_OF_ADVANCES):
        raise Refusal(
            INPUT, field, translate("LandLedger", "{event}: {source} is a liability, choose a real source."),
            event=sentence(EVENT_LABELS[request.event]), source=source.label,
        )  # fmt: skip
    if source.locked and not request.project:
        raise Refusal(
            "H4", "project", translate("LandLedger", "Quota of {source} is locked to a project; name the project."),
            source=source.label,
        )  # fmt: skip


def _require_receiver(request: Request, background: Background) -> None:
    """A transfer goes to another holder, and never between quota that counts and quota that is kept apart (H5)."""
    if not request.to_holder:
        raise Refusal(INPUT, "to_holder", translate("LandLedger", "The holder that receives the quota is missing."))
    if request.to_holder not in background.books:
        raise Refusal(
            INPUT, "to_holder", translate("LandLedger", "The ledger has no holder {holder}."), holder=request.to_holder
        )
    if request.to_holder == request.holder:
        raise Refusal(INPUT, "to_holder", translate("LandLedger", "A holder can't transfer to itself."))
    if request.to_source:
        gives, receives = background.sources[request.source], background.sources[request.to_source]
        if gives.kind != receives.kind or gives.counts != receives.counts:
            raise Refusal(
                "H5", "to_source", translate("LandLedger", "Quota of {source} can't become quota of {to_source}."),
                source=gives.label, to_source=receives.label,
            )  # fmt: skip
        if gives.locked != receives.locked:
            raise Refusal(
                "H4", "to_source", translate("LandLedger", "Quota of {source} can't become quota of {to_source}."),
                source=gives.label, to_source=receives.label,
            )  # fmt: skip


# ---------------------------------------------------------------------------------------------------- of the postings


def line_problems(
    lines: list[Line], scene: Scene, background: Background, policy: Policy, row: int, quarter: Quarter
) -> Iterator[Problem]:
    """H2 of the balance that each merged line leaves, H3 of the line, H4 of quota that is locked.

    A plan may be used with less farmland than it allows: then more of a part is left than of the whole. That is told, once
    an account, and refused only where the rule `quota_parts_left` says so.
    """
    kept, changes = scene.kept, dict(lines)
    if len(changes) < len(lines):
        changes = changes_of(lines)
    for account, amount in lines:
        change = changes.pop(account, None)
        if change is None:  # the other line of land that was exchanged: the balance after both has been judged
            continue
        total, agricultural, cultivated = kept.get(account, NOTHING)
        total += change[0]
        agricultural += change[1]
        cultivated += change[2]
        state = account.state
        if state == _ADV:
            total, agricultural, cultivated = -total, -agricultural, -cultivated
        elif state not in _OWN:
            continue
        if 0 <= cultivated <= agricultural <= total and amount.nested:
            continue
        left = QuotaAmount(total, agricultural, cultivated)
        found = _line_problem(account, amount, left, background, policy, row, quarter)
        if found is not None:
            yield found


def _line_problem(
    account: AccountKey, amount: QuotaAmount, left: QuotaAmount, background: Background, policy: Policy, row: int,
    quarter: Quarter,
) -> Problem | None:  # fmt: skip
    if left.total < 0:
        return _lack(account, amount, left, background, policy, row, quarter)
    hard = policy.sub_dimensions_hard
    if min(left) < 0:
        short = "cultivated" if left.cultivated < 0 else "agricultural"
        part = left.cultivated if left.cultivated < 0 else left.agricultural
        template = translate("LandLedger", "{account}: {lack} mu of the agricultural part are lacking.")
        if short == "cultivated":
            template = translate("LandLedger", "{account}: {lack} mu of the cultivated part are lacking.")
        return Problem("H2", hard, row, "amount", sentence(template, account=background.account(account), lack=mu(-part)))
    if not amount.nested:
        return Problem("H3", hard, row, "amount", _parts_text(_LINE_PARTS, account, amount, background))
    hard = policy.parts_left == "refuse"
    if policy.parts_left == "silent" or (not hard and account in background.parts_told):
        return None
    background.parts_told.add(account)
    return Problem("H3", hard, row, "amount", _parts_text(_LEFT_PARTS, account, left, background))


_LINE_PARTS = translate(
    "LandLedger",
    "{account}: the line of {total} mu has {agricultural} agricultural and {cultivated} cultivated; each part must not exceed "
    "the one before.",
)
_LEFT_PARTS = translate(
    "LandLedger",
    "{account}: of {total} mu left, {agricultural} would be agricultural and {cultivated} cultivated; not all of a part can be "
    "used any more.",
)


def _parts_text(template: str, account: AccountKey, amount: QuotaAmount, background: Background) -> Sentence:
    total, agricultural, cultivated = map(mu, amount)
    return sentence(
        template, account=background.account(account), total=total, agricultural=agricultural, cultivated=cultivated
    )


def _lack(
    account: AccountKey, amount: QuotaAmount, left: QuotaAmount, background: Background, policy: Policy, row: int,
    quarter: Quarter,
) -> Problem | None:  # fmt: skip
    """A balance below nothing."""
    asked, has = mu(abs(amount.total)), mu(left.total - amount.total if account.state != _ADV else left.total + amount.total)
    source = background.sources.get(account.source)
    if account.state == AVL and source is not None and source.locked:
        text = translate(
            "LandLedger",
            "Quota of {source} is locked to its project: for {project} there are {has} mu, {asked} mu are asked for.",
        )
        return Problem(
            "H4", True, row, "project",
            sentence(text, source=source.label, project=account.project or "—", has=has, asked=asked),
        )  # fmt: skip
    hard = True
    if account.state == AVL and policy.available_below_nothing:
        ceiling = ceiling_of(account.book, quarter, background.ceilings)
        hard = ceiling is None or -left.total > ceiling
    template = translate("LandLedger", "{account}: there are {has} mu, {asked} mu are asked for.")
    return Problem("H2", hard, row, "amount", sentence(template, account=background.account(account), has=has, asked=asked))


def ceiling_of(holder: str, quarter: Quarter, ceilings: Mapping[str, int]) -> int | None:
    """The authorised ceiling of advances: that of the quarter, else of the year; None where none is on record."""
    for key in (f"{holder}:{quarter.code}", f"{holder}:{quarter.year}"):
        if key in ceilings:
            return ceilings[key]
    return None


def use_problems(request: Request, entries: list[Entry], background: Background, policy: Policy, row: int) -> Iterator[Problem]:
    """H6: an approval is used once for a project, and no more of it than was approved."""
    if request.event not in (Event.USE, Event.CLEAR):
        return
    known = background.uses.get(request.approval, {}).get(request.project)
    if known is not None and used_before(request.event, known):
        text = translate("LandLedger", "The approval {approval} has been used for project {project} already.")
        yield Problem("H6", True, row, "approval", sentence(text, approval=request.approval, project=request.project))
        return
    values = background.approvals.get(request.approval)
    if values is None:
        return
    if values.get("revoked"):
        text = translate("LandLedger", "The approval {approval} has been revoked.")
        yield Problem("H6", True, row, "approval", sentence(text, approval=request.approval))
        return
    approved = values.get("new_area", values.get("area"))
    if not isinstance(approved, int):
        return
    before = background.used_on(request.approval)
    lines = [(account, amount.total) for entry in entries for account, amount in entry.lines]
    after = before + (known or Use()).growth(lines, request.event.value)[0]
    if after > approved + policy.approval_tolerance:
        text = translate(
            "LandLedger", "The approval {approval} grants {approved} mu; {used} mu are used, {asked} mu are asked for."
        )
        places = {"approved": mu(approved), "used": mu(before), "asked": mu(after - before)}
        yield Problem("H6", True, row, "approval", sentence(text, approval=request.approval, **places))


def used_before(event: Event, known: Use) -> bool:
    """Whether a use or a clearing comes twice: an approval whose use took advanced quota may still clear the advance, and
    nothing else."""
    return known.clearings > 0 or (event is Event.USE and known.uses > 0)


def reversal_problem(request: Request, background: Background) -> Refusal | None:
    """Why a voucher can't be reversed."""
    number = request.reverses
    voucher = background.originals.get((request.holder, number)) if number is not None else None
    asked = background.holder(request.holder), number
    return reversal_refusal(voucher, asked, request.book_date, background.partners, background.reversed)


# ----------------------------------------------------------------------------------------------------------- advances


def ceiling_problem(
    request: Request, outstanding: int, background: Background, policy: Policy, row: int, told: set[str]
) -> Problem | None:
    """H2 of the liability: `outstanding` of the holder after the advance against its ceiling."""
    quarter = Quarter.of(request.book_date)
    ceiling = ceiling_of(request.holder, quarter, background.ceilings)
    if ceiling is None:
        if policy.without_ceiling == "silent" or (policy.without_ceiling == "warn" and request.holder in told):
            return None
        told.add(request.holder)
        text = translate("LandLedger", "No ceiling of advances is on record for {holder} in {quarter}.")
        hard = policy.without_ceiling == "refuse"
        return Problem("H2", hard, row, "amount", sentence(text, holder=background.holder(request.holder), quarter=quarter.code))
    if outstanding <= ceiling:
        return None
    text = translate(
        "LandLedger", "The advances of {holder} would be {outstanding} mu, the ceiling for {quarter} is {ceiling} mu."
    )
    places = {"outstanding": mu(outstanding), "ceiling": mu(ceiling), "quarter": quarter.code}
    holder = background.holder(request.holder)
    return Problem("H2", policy.over_ceiling_hard, row, "amount", sentence(text, holder=holder, **places))


def share_text(advanced: int, obtained: int, year: int, policy: Policy) -> Sentence | None:
    """S1: what is advanced against what was obtained in a quota year."""
    if advanced * 100 <= obtained * policy.advance_share_percent:
        return None
    text = translate(
        "LandLedger", "Quota year {year}: {advanced} mu are advanced, more than {percent} % of the {obtained} mu obtained."
    )
    return sentence(text, year=year, advanced=mu(advanced), obtained=mu(obtained), percent=policy.advance_share_percent)


def overdue_text(holder: str, projects: Collection[str], policy: Policy) -> Sentence:
    """S4: projects whose advance is older than the rule allows."""
    text = translate(
        "LandLedger", "{holder}: advances of {count} projects are older than {quarters} quarters and not cleared ({project} …)."
    )
    first = next(iter(projects))
    return sentence(text, holder=holder, count=len(projects), quarters=policy.overdue_quarters, project=first)
