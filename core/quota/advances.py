"""Advances against approvals (预支核销): per project what was advanced, approved, cleared, is outstanding and since when."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from ..ledger.model import Draft, Voucher
from ..store import Store, VoucherQuery
from .background import reversed_vouchers
from .books import quota_store
from .quarter import Quarter
from .scene import Scene, total_of
from .vocabulary import ADVANCE_SOURCE, Dimension, Event, State

_TOTAL = Dimension.TOTAL.value
_SETTLING = (Event.CLEAR.value, Event.RETURN.value)


@dataclass(frozen=True)
class ProjectAdvance:
    """The advances of a project in a book. Areas in micro-mu.

    `advanced`: all that was advanced; `approved`: the area of the clearing (of the use of advanced quota while it is not
    cleared); `cleared`: what clearings and repayments and returns took out of the liability; `outstanding` the rest.
    `difference` = what approvals settle − approved once it is approved: above nothing goes back (多退), below nothing is added
    (少补). `settled`: what clearings and returns took out of the liability; all that was advanced while nothing is cleared.
    What was repaid stays with the project, and what was advanced anew since awaits its own approval.
    `first`, `doc_no`: of the oldest advance that is outstanding (of the first where none is): what is cleared clears the
    oldest first; `quarters` that have passed since while it is outstanding.
    """

    book: str
    project: str
    first: datetime.date
    doc_no: str
    advanced: int
    approved: int
    settled: int
    cleared: int
    outstanding: int
    quarters: int
    overdue: bool

    @property
    def difference(self) -> int:
        """Settled minus approved; nothing while no approval is there."""
        return self.settled - self.approved if self.approved else 0


@dataclass
class _Sums:
    standing: list[tuple[datetime.date, str, int]] = field(default_factory=list)
    advanced: int = 0
    settled: int = 0
    cleared_area: int = 0
    used: int = 0
    outstanding: int = 0


def project_advances(
    store: Store, until: datetime.date, overdue_quarters: int, books: Collection[str] = ()
) -> list[ProjectAdvance]:
    """The advances of all projects that have any, booked until a day; by book, then by their first day."""
    store = quota_store(store)
    sums: dict[tuple[str, str], _Sums] = {}
    natures = (Event.ADVANCE, Event.CLEAR, Event.REPAY, Event.RETURN, Event.USE)
    events = tuple(event.value for event in (*natures, Event.REVERSE))
    alive = {event.value for event in natures}
    undone = reversed_vouchers(store, books, until)
    for voucher in store.vouchers(VoucherQuery(books=tuple(books), events=events, until=until)):
        draft = voucher.draft
        if draft.nature in alive and draft.project:
            _add(sums.setdefault((draft.book, draft.project), _Sums()), voucher, (draft.book, voucher.number) in undone)
    now = Quarter.of(until)
    found = [
        _advance(book, project, each, now, overdue_quarters) for (book, project), each in sums.items() if each.standing
    ]
    return sorted(found, key=lambda each: (each.book, each.first, each.project))


def _add(sums: _Sums, voucher: Voucher, undone: bool) -> None:
    draft = voucher.draft
    for account, dimension, amount in draft.postings:
        if dimension != _TOTAL:
            continue
        if account.state == State.ADVANCED.value:
            sums.outstanding -= amount
            if draft.nature == Event.ADVANCE.value:
                sums.advanced -= amount
                if draft.event == Event.ADVANCE.value and not undone:
                    sums.standing.append((draft.book_date, draft.doc_no, -amount))
            elif draft.nature in _SETTLING:
                sums.settled += amount
        elif account.state == State.USED.value:
            if account.source == ADVANCE_SOURCE and draft.nature == Event.USE.value:
                sums.used += amount
            elif account.source != ADVANCE_SOURCE and draft.nature == Event.CLEAR.value:
                sums.cleared_area += amount
def _advance(book: str, project: str, sums: _Sums, now: Quarter, overdue_quarters: int) -> ProjectAdvance:
    first, doc_no = _oldest(sums)
    passed = now.minus(Quarter.of(first)) if sums.outstanding else 0
    return ProjectAdvance(
        book, project, first, doc_no, sums.advanced, sums.cleared_area or sums.used,
        sums.settled if sums.cleared_area else sums.advanced, sums.advanced - sums.outstanding, sums.outstanding, passed,
        passed > overdue_quarters,
    )  # fmt: skip


def _oldest(sums: _Sums) -> tuple[datetime.date, str]:
    """Day and document of the oldest advance that is not wholly cleared; of the first where all are."""
    cleared = sums.advanced - sums.outstanding
    for day, doc_no, amount in sums.standing:
        if amount > cleared:
            return day, doc_no
        cleared -= amount
    return sums.standing[0][:2]


def overdue_projects(
    store: Store, book: str, now: Quarter, overdue_quarters: int, scene: Scene, drafts: Sequence[Draft] = ()
) -> Sequence[str]:
    """Projects of a book with an outstanding advance that is older than so many quarters (S4): those that owe more than was
    advanced to them since. `scene` and `drafts` are what is about to be booked, too."""
    until = now.plus(-overdue_quarters - 1).last
    own = VoucherQuery(books=(book,), events=(Event.ADVANCE.value,))
    drafts = [draft for draft in drafts if draft.book == book]
    old = dict.fromkeys(voucher.draft.project for voucher in store.vouchers(replace(own, until=until)))
    old.update((draft.project, None) for draft in drafts if _is_advance(draft) and draft.book_date <= until)
    owed = {project: total_of(scene.advances(book, project)).total for project in old}
    owed = {project: amount for project, amount in owed.items() if amount}
    if not owed:
        return []
    undone = reversed_vouchers(store, (book,)) | {(book, draft.reverses) for draft in drafts if draft.reverses}
    since = store.vouchers(replace(own, since=until + datetime.timedelta(days=1)))
    recent = [voucher.draft for voucher in since if (book, voucher.number) not in undone]
    recent += [draft for draft in drafts if _is_advance(draft) and draft.book_date > until]
    for draft in recent:
        if draft.project in owed:
            owed[draft.project] += sum(
                amount for account, dimension, amount in draft.postings
                if dimension == _TOTAL and account.state == State.ADVANCED.value
            )  # fmt: skip
    return [project for project, amount in owed.items() if amount > 0]


def _is_advance(draft: Draft) -> bool:
    return draft.event == Event.ADVANCE.value
