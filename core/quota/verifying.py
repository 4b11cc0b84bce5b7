"""The rules of a quota book over all its vouchers again: which was the first that broke one, if any did.

Posting refuses such vouchers; here is found what came into a ledger by another way, sealed or not.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Sequence
from typing import Optional

from ..ledger.model import AccountKey, Voucher
from ..sentence import Sentence, sentence, translate
from ..store import Store
from .background import Background, Uses, holders_of, record_use, reversed_vouchers, sources_of
from .books import quota_books
from .events import ADV, AVL
from .policy import Policy
from .problems import mu
from .quarter import Quarter
from .quarters import QuarterState, quarters_of
from .rules import used_before
from .scene import Line, Scene, lines_of
from .vocabulary import OWN_STATES, Event, QuotaAmount

_OWN = frozenset(state.value for state in OWN_STATES)
_TAKING = (Event.USE.value, Event.CLEAR.value)

_Originals = dict[int, Optional[tuple[str, list[Line]]]]
"""Number of a voucher that is reversed → its event and lines, once it has been seen."""

Broken = tuple[str, str, int, Sentence]
"""Rule, book, number of the voucher, what is wrong."""


def broken_rules(store: Store, policy: Policy) -> Iterator[Broken]:
    """H1 of reversals, H2 of every balance after every voucher, H3 of every line, H4 of locked quota, H6 of approvals, H7 of
    closed quarters; of an account or an approval the first voucher only. What the policy only warns of is left out."""
    books = quota_books(store)
    holders, sources = holders_of(store), sources_of(store)
    background = Background(datetime.date.max, frozenset(books), holders, sources)
    uses: Uses = {}
    for book in books:
        scene = Scene({}, sources)
        told: set[object] = set()
        originals: _Originals = {number: None for _, number in reversed_vouchers(store, (book,))}
        closed = [state for state in quarters_of(store, book) if state.closed]
        for voucher in store.chain(book):
            lines = lines_of(voucher.draft.postings)
            scene.book(lines)
            for account, amount in lines:
                found = None if account in told else _broken(account, amount, scene.amount(account), background, policy)
                if found is not None:
                    told.add(account)
                    yield found[0], book, voucher.number, found[1]
            yield from _used_twice(voucher, uses, told)
            yield from booked_late(voucher, closed)
            yield from _undone_otherwise(voucher, lines, originals)


def booked_late(voucher: Voucher, closed: Collection[QuarterState]) -> Iterator[Broken]:
    """H7: a quarter takes no voucher after its own end or that of a later one was put on record."""
    quarter = Quarter.of(voucher.draft.book_date)
    if any(quarter <= state.quarter and voucher.number > state.number for state in closed):
        text = translate("LandLedger", "It was booked into the quarter {quarter} after that was closed.")
        yield "H7", voucher.draft.book, voucher.number, sentence(text, quarter=quarter.code)


def _undone_otherwise(voucher: Voucher, lines: Sequence[Line], originals: _Originals) -> Iterator[Broken]:
    """A reversal turns every line of its voucher and counts under the same event; any other voucher counts under its own."""
    draft = voucher.draft
    if voucher.number in originals:
        originals[voucher.number] = draft.event, sorted(lines)
    if draft.reverses is None:
        right = draft.nature == draft.event != Event.REVERSE.value
    else:
        turned = sorted((account, amount.negative) for account, amount in lines)
        right = draft.event == Event.REVERSE.value and originals.pop(draft.reverses, None) == (draft.nature, turned)
    if not right:
        text = translate("LandLedger", "It counts under another event, or does not undo the voucher it names.")
        yield "H1", draft.book, voucher.number, sentence(text)


def _broken(
    account: AccountKey, line: QuotaAmount, left: QuotaAmount, background: Background, policy: Policy
) -> tuple[str, Sentence] | None:
    """The rule that a line breaks, or the balance that is left after it; as `rules.line_problems` judges them."""
    if account.state not in _OWN and account.state != ADV:
        return None
    size = left.negative if account.state == ADV else left
    name = background.account(account)
    source = background.sources.get(account.source)
    if account.state == AVL and source is not None and source.locked and not account.project:
        return "H4", sentence(translate("LandLedger", "{account}: locked quota stands without its project."), account=name)
    if size.total < 0 and not (account.state == AVL and policy.available_below_nothing):
        text = translate("LandLedger", "{account}: the balance falls to {amount} mu, below nothing.")
        return "H2", sentence(text, account=name, amount=mu(size.total))
    if size.total < 0:
        return None
    if min(size) < 0:
        return ("H2", _parts_text(name, size)) if policy.sub_dimensions_hard else None
    if not line.nested:
        return ("H3", _parts_text(name, line)) if policy.sub_dimensions_hard else None
    if not size.nested and policy.parts_left == "refuse":
        return "H3", _parts_text(name, size)
    return None


def _parts_text(account: Sentence, amount: QuotaAmount) -> Sentence:
    text = translate(
        "LandLedger", "{account}: cultivated land {cultivated} mu, agricultural land {agricultural} mu, total {total} mu."
    )
    total, agricultural, cultivated = map(mu, amount)
    return sentence(text, account=account, total=total, agricultural=agricultural, cultivated=cultivated)


def _used_twice(voucher: Voucher, uses: Uses, told: set[object]) -> Iterator[Broken]:
    draft = voucher.draft
    if not draft.approval:
        return
    place = (draft.approval, draft.project)
    known = uses.get(draft.approval, {}).get(draft.project)
    again = draft.event in _TAKING and known is not None and used_before(Event(draft.event), known)
    record_use(uses, draft)
    if again and place not in told:
        told.add(place)
        text = translate("LandLedger", "The approval {approval} has been used for project {project} already.")
        yield "H6", draft.book, voucher.number, sentence(text, approval=draft.approval, project=draft.project)
