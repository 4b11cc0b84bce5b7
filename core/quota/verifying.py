"""The rules of a quota book over all its vouchers again: which was the first that broke one, if any did.

Posting refuses such vouchers; here is found what came into a ledger by another way, sealed or not.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..ledger.model import AccountKey, Voucher
from ..sentence import Sentence, sentence, translate
from ..store import Store
from .background import Background, Uses, closed_quarters, holders_of, quota_books, record_use, sources_of
from .events import ADV, AVL
from .policy import Policy
from .problems import mu
from .quarter import Quarter
from .quarters import quarters_of
from .scene import Scene, lines_of
from .vocabulary import OWN_STATES, QuotaAmount

_OWN = frozenset(state.value for state in OWN_STATES)

Broken = tuple[str, str, int, Sentence]
"""Rule, book, number of the voucher, what is wrong."""


def broken_rules(store: Store, policy: Policy) -> Iterator[Broken]:
    """H2 and H3 of every balance after every voucher, H4 of locked quota, H6 of approvals, H7 of closed quarters; of an
    account or an approval the first voucher only. Parts that the policy only warns of are left out."""
    books = quota_books(store)
    holders, sources = holders_of(store), sources_of(store)
    background = Background(datetime.date.max, frozenset(books), holders, sources, closed=closed_quarters(store))
    uses: Uses = {}
    for book in books:
        scene = Scene({}, sources)
        told: set[object] = set()
        closing = max((state.number for state in quarters_of(store, book) if state.closed), default=0)
        for voucher in store.chain(book):
            lines = lines_of(voucher.draft.postings)
            scene.book(lines)
            for account, _ in lines:
                found = None if account in told else _broken(account, scene.amount(account), background, policy)
                if found is not None:
                    told.add(account)
                    yield found[0], book, voucher.number, found[1]
            yield from _used_twice(voucher, uses, told)
            last = background.closed.get(book)
            if last is not None and voucher.number > closing and Quarter.of(voucher.draft.book_date) <= last:
                text = translate("LandLedger", "It was booked into the quarter {quarter} after that was closed.")
                yield "H7", book, voucher.number, sentence(text, quarter=Quarter.of(voucher.draft.book_date).code)


def _broken(
    account: AccountKey, amount: QuotaAmount, background: Background, policy: Policy
) -> tuple[str, Sentence] | None:
    """The rule a balance breaks."""
    if account.state not in _OWN and account.state != ADV:
        return None
    size = amount.negative if account.state == ADV else amount
    name = background.account(account)
    source = background.sources.get(account.source)
    if account.state == AVL and source is not None and source.locked and not account.project:
        return "H4", sentence(translate("LandLedger", "{account}: locked quota stands without its project."), account=name)
    if size.total < 0 and not (account.state == AVL and policy.available_below_nothing):
        text = translate("LandLedger", "{account}: the balance falls to {amount} mu, below nothing.")
        return "H2", sentence(text, account=name, amount=mu(size.total))
    if size.total >= 0 and policy.sub_dimensions_hard and not 0 <= size.cultivated <= size.agricultural <= size.total:
        text = translate(
            "LandLedger", "{account}: cultivated land {cultivated} mu, agricultural land {agricultural} mu, total {total} mu."
        )
        parts = {"cultivated": mu(size.cultivated), "agricultural": mu(size.agricultural), "total": mu(size.total)}
        return "H3", sentence(text, account=name, **parts)
    return None


def _used_twice(voucher: Voucher, uses: Uses, told: set[object]) -> Iterator[Broken]:
    draft = voucher.draft
    if not draft.approval:
        return
    record_use(uses, draft)
    place = (draft.approval, draft.project)
    use = uses.get(draft.approval, {}).get(draft.project)
    if use is not None and max(use.uses, use.clearings) > 1 and place not in told:
        told.add(place)
        text = translate("LandLedger", "The approval {approval} has been used for project {project} already.")
        yield "H6", draft.book, voucher.number, sentence(text, approval=draft.approval, project=draft.project)
