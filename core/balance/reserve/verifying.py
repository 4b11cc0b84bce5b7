"""The rules of reserve books over all their vouchers again: which was the first that broke one, if any did.

Posting refuses such vouchers; here is found what came into a ledger by another way, sealed or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...ledger.model import AccountKey, Voucher
from ...quota.closing import quarters_of
from ...quota.verifying import booked_late
from ...sentence import Sentence, sentence, translate
from ...store import Store
from ..indicators import Indicators
from .background import reserve_books
from .policy import Policy
from .rules import amounts_text
from .scene import Line, Scene, lines_of, negative
from .vocabulary import OWN_STATES, Event, State

_OWN = frozenset(state.value for state in OWN_STATES)

Broken = tuple[str, str, int, Sentence]
"""Rule, book, number of the voucher, what is wrong."""


def broken_rules(store: Store, policy: Policy) -> Iterator[Broken]:
    """R1 of every balance after every voucher (of an account the first only), R3 of confirmation numbers where the policy
    refuses, H1 of reversals, H7 of closed years."""
    drawn: dict[str, tuple[str, int]] = {}
    for book in reserve_books(store).values():
        scene = Scene({})
        told: set[AccountKey] = set()
        lines_by_number: dict[int, tuple[str, dict[AccountKey, Indicators]]] = {}
        closed = [state for state in quarters_of(store, book.code) if state.closed]
        for voucher in store.chain(book.code):
            yield from booked_late(voucher, closed)
            lines = lines_of(voucher.draft.postings)
            lines_by_number[voucher.number] = voucher.draft.event, dict(lines)
            scene.book(lines)
            for account, _ in lines:
                left = scene.amount(account)
                if account.state in _OWN and not left.covered and account not in told:
                    told.add(account)
                    yield "R1", book.code, voucher.number, _below(account, left)
            if _undoes_otherwise(voucher, lines, lines_by_number):
                text = translate("LandLedger", "It counts under another event, or does not undo the voucher it names.")
                yield "H1", book.code, voucher.number, sentence(text)
            if _drawn_twice(voucher, drawn) and policy.confirmation_twice_hard:
                text = translate("LandLedger", "Under the confirmation number {number} something has been drawn already.")
                yield "R3", book.code, voucher.number, sentence(text, number=voucher.draft.approval)


def _below(account: AccountKey, left: Indicators) -> Sentence:
    text = translate("LandLedger", "Lot {lot}, {state}: the balance falls below nothing: {left}.")
    return sentence(text, lot=account.source, state=sentence(State(account.state).label), left=amounts_text(left))


def _undoes_otherwise(
    voucher: Voucher, lines: Sequence[Line], known: dict[int, tuple[str, dict[AccountKey, Indicators]]]
) -> bool:
    draft = voucher.draft
    if draft.reverses is None:
        return draft.nature != draft.event or draft.event == Event.REVERSE.value
    turned = {account: negative(amount) for account, amount in lines}
    return draft.event != Event.REVERSE.value or known.get(draft.reverses) != (draft.nature, turned)


def _drawn_twice(voucher: Voucher, drawn: dict[str, tuple[str, int]]) -> bool:
    """Whether a draw stands under a number under which one stands; `drawn` is brought up to date."""
    draft = voucher.draft
    if not draft.approval:
        return False
    if draft.event == Event.DRAW.value:
        return drawn.setdefault(draft.approval, (draft.book, voucher.number)) != (draft.book, voucher.number)
    if draft.reverses is not None and drawn.get(draft.approval) == (draft.book, draft.reverses):
        del drawn[draft.approval]
    return False
