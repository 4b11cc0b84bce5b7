"""A voucher as one line of a list, and its postings as people read them: received and spent, never debit and credit."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from ..ledger.model import AccountKey, Posting, Voucher
from .scene import changes_of, lines_of
from .vocabulary import NOTHING, OWN_STATES, Event, QuotaAmount, State

_OWN = frozenset(state.value for state in OWN_STATES)
_APPROVALS = (Event.USE.value, Event.CLEAR.value)


@dataclass(frozen=True)
class Movement:
    """What a voucher does to one account."""

    account: AccountKey
    amount: QuotaAmount


@dataclass(frozen=True)
class JournalLine:
    """A voucher in a list. `amount` is what it moves, `available` what it adds to the holder's available quota (negative:
    takes). `sources` and `years` are those of the quota it moves, each once, in the order of the postings."""

    label: str
    book: str
    number: int
    book_date: datetime.date
    event: str
    nature: str
    years: tuple[int, ...]
    sources: tuple[str, ...]
    project: str
    amount: QuotaAmount
    available: QuotaAmount
    doc_no: str
    doc_date: datetime.date | None
    operator: str
    reason: str
    reverses: int | None
    movements: tuple[Movement, ...]
    hash: str


def movements_of(postings: Sequence[Posting]) -> tuple[Movement, ...]:
    """Postings by account, in the order they came."""
    return tuple(Movement(account, amount) for account, amount in lines_of(postings))


def journal_line(voucher: Voucher) -> JournalLine:
    """The line of a voucher."""
    draft = voucher.draft
    movements = movements_of(draft.postings)
    own = [movement for movement in movements if movement.account.state in _OWN]
    into = _into(draft.nature, own or movements)
    out = [movement.amount for movement in own or movements if movement.amount.total < 0]
    available = [m.amount for m in movements if m.account.state == State.AVAILABLE.value]
    return JournalLine(
        voucher.label, draft.book, voucher.number, draft.book_date, draft.event, draft.nature,
        tuple(dict.fromkeys(m.account.year for m in own or movements)),
        tuple(dict.fromkeys(m.account.source for m in own or movements)),
        draft.project, _sum(into) if into else _sum(out).negative, _sum(available), draft.doc_no, draft.doc_date,
        draft.operator, draft.reason, draft.reverses, movements, voucher.hash,
    )  # fmt: skip


def _into(nature: str, movements: Sequence[Movement]) -> list[QuotaAmount]:
    """What comes in; of an approval only what it uses, not what goes back to the project. What an account gives and gets
    again as other land does not count."""
    used = [m.amount for m in movements if m.account.state == State.USED.value and m.amount.total > 0]
    if used and nature in _APPROVALS:
        return used
    changes = changes_of((movement.account, movement.amount) for movement in movements)
    return [amount for amount in changes.values() if amount.total > 0]


def _sum(amounts: Sequence[QuotaAmount]) -> QuotaAmount:
    total = NOTHING
    for amount in amounts:
        total = total.plus(amount)
    return total
