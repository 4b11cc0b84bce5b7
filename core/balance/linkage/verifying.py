"""The rules of linkage books over all their vouchers again: what came into a ledger by another way than posting."""

from __future__ import annotations

from collections.abc import Iterator

from ...ledger.model import AccountKey, Voucher
from ...quota.problems import mu
from ...sentence import Sentence, sentence, translate
from ...store import Store
from .surplus import linkage_books
from .vocabulary import OWN_STATES, Event, State

_OWN = frozenset(state.value for state in OWN_STATES)

Broken = tuple[str, str, int, Sentence]
"""Rule, book, number of the voucher, what is wrong."""


def broken_rules(store: Store) -> Iterator[Broken]:
    """L1 of every balance after every voucher (of an account the first only), L2 of documents of acceptance, H1 of
    reversals."""
    for book in linkage_books(store).values():
        balances: dict[AccountKey, int] = {}
        known: dict[int, Voucher] = {}
        entered: dict[tuple[str, str], int] = {}
        told: set[AccountKey] = set()
        for voucher in store.chain(book.code):
            known[voucher.number] = voucher
            for account, _, amount in voucher.draft.postings:
                balances[account] = balances.get(account, 0) + amount
                if account.state in _OWN and balances[account] < 0 and account not in told:
                    told.add(account)
                    text = translate(
                        "LandLedger", "Project area {area}, {state}: the balance falls below nothing: {left} mu."
                    )
                    state = sentence(State(account.state).label)
                    yield (
                        "L1",
                        book.code,
                        voucher.number,
                        sentence(text, area=account.source, state=state, left=mu(balances[account])),
                    )
            if _undoes_otherwise(voucher, known):
                text = translate("LandLedger", "It counts under another event, or does not undo the voucher it names.")
                yield "H1", book.code, voucher.number, sentence(text)
            for area in _accepted_twice(voucher, known, entered):
                text = translate(
                    "LandLedger", "The surplus of project area {area} was accepted under {doc_no} already."
                )
                yield "L2", book.code, voucher.number, sentence(text, area=area, doc_no=voucher.draft.doc_no)


def _undoes_otherwise(voucher: Voucher, known: dict[int, Voucher]) -> bool:
    draft = voucher.draft
    if draft.reverses is None:
        return draft.nature != draft.event or draft.event == Event.REVERSE.value
    original = known.get(draft.reverses)
    turned = sorted((account, dimension, -amount) for account, dimension, amount in draft.postings)
    if original is None or draft.event != Event.REVERSE.value or draft.nature != original.draft.event:
        return True
    return turned != sorted(tuple(posting) for posting in original.draft.postings)


def _accepted_twice(voucher: Voucher, known: dict[int, Voucher], entered: dict[tuple[str, str], int]) -> Iterator[str]:
    """Project areas that a document accepts a second time; `entered` is brought up to date."""
    draft = voucher.draft
    if draft.reverses is not None:
        for place in [place for place, number in entered.items() if number == draft.reverses]:
            del entered[place]
        return
    if draft.event == Event.ACCEPT.value:
        for area in {account.source for account, _, _ in draft.postings}:
            if entered.setdefault((area, draft.doc_no), voucher.number) != voucher.number:
                yield area
