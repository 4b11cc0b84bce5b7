"""Advances against approvals (预支核销): per project what was advanced, approved, cleared, is outstanding and since when."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..ledger.model import Voucher
from ..store import Store, VoucherQuery
from .quarter import Quarter
from .scene import Scene
from .vocabulary import ADVANCE_SOURCE, Dimension, Event, State

_TOTAL = Dimension.TOTAL.value


@dataclass(frozen=True)
class ProjectAdvance:
    """The advances of a project in a book. Areas in micro-mu.

    `advanced`: all that was advanced; `approved`: the area of the clearing (of the use of advanced quota while it is not
    cleared); `cleared`: what clearings and repayments and returns took out of the liability; `outstanding` the rest.
    `difference` = advanced − approved once it is approved: above nothing goes back (多退), below nothing is added (少补).
    `first`: day of the first advance that stands; `quarters` that have passed since while it is outstanding.
    """

    book: str
    project: str
    first: datetime.date
    doc_no: str
    advanced: int
    approved: int
    cleared: int
    outstanding: int
    quarters: int
    overdue: bool

    @property
    def difference(self) -> int:
        """Advanced minus approved; nothing while no approval is there."""
        return self.advanced - self.approved if self.approved else 0


@dataclass
class _Sums:
    first: datetime.date | None = None
    doc_no: str = ""
    advanced: int = 0
    cleared_area: int = 0
    used: int = 0
    outstanding: int = 0


def project_advances(
    store: Store, until: datetime.date, overdue_quarters: int, books: Collection[str] = ()
) -> list[ProjectAdvance]:
    """The advances of all projects that have any, booked until a day; by book, then by their first day."""
    sums: dict[tuple[str, str], _Sums] = {}
    natures = (Event.ADVANCE, Event.CLEAR, Event.REPAY, Event.RETURN, Event.USE)
    events = tuple(event.value for event in (*natures, Event.REVERSE))
    alive = {event.value for event in natures}
    undone = _undone(store, books, until)
    for voucher in store.vouchers(VoucherQuery(books=tuple(books), events=events, until=until)):
        draft = voucher.draft
        if draft.nature in alive and draft.project:
            _add(sums.setdefault((draft.book, draft.project), _Sums()), voucher, (draft.book, voucher.number) in undone)
    now = Quarter.of(until)
    found = [
        _advance(book, project, each, now, overdue_quarters) for (book, project), each in sums.items() if each.first is not None
    ]
    return sorted(found, key=lambda each: (each.book, each.first, each.project))


def _undone(store: Store, books: Collection[str], until: datetime.date) -> set[tuple[str, int]]:
    """Vouchers that were reversed until a day."""
    query = VoucherQuery(books=tuple(books), events=(Event.REVERSE.value,), until=until)
    return {
        (voucher.draft.book, voucher.draft.reverses)
        for voucher in store.vouchers(query)
        if voucher.draft.reverses is not None
    }


def _add(sums: _Sums, voucher: Voucher, undone: bool) -> None:
    draft = voucher.draft
    for account, dimension, amount in draft.postings:
        if dimension != _TOTAL:
            continue
        if account.state == State.ADVANCED.value:
            sums.outstanding -= amount
            if draft.nature == Event.ADVANCE.value:
                sums.advanced -= amount
        elif account.state == State.USED.value:
            if account.source == ADVANCE_SOURCE and draft.nature == Event.USE.value:
                sums.used += amount
            elif account.source != ADVANCE_SOURCE and draft.nature == Event.CLEAR.value:
                sums.cleared_area += amount
    if draft.event == Event.ADVANCE.value and not undone and sums.first is None:
        sums.first, sums.doc_no = draft.book_date, draft.doc_no


def _advance(book: str, project: str, sums: _Sums, now: Quarter, overdue_quarters: int) -> ProjectAdvance:
    first = sums.first or now.first
    passed = now.minus(Quarter.of(first)) if sums.outstanding else 0
    return ProjectAdvance(
        book, project, first, sums.doc_no, sums.advanced, sums.cleared_area or sums.used, sums.advanced - sums.outstanding,
        sums.outstanding, passed, passed > overdue_quarters,
    )  # fmt: skip


def overdue_projects(store: Store, book: str, now: Quarter, overdue_quarters: int, scene: Scene) -> Sequence[str]:
    """Projects of a book with an outstanding advance that is older than so many quarters (S4)."""
    until = now.plus(-overdue_quarters - 1).last
    query = VoucherQuery(books=(book,), events=(Event.ADVANCE.value,), until=until)
    old = dict.fromkeys(voucher.draft.project for voucher in store.vouchers(query))
    return [project for project in old if scene.advances(book, project)]
