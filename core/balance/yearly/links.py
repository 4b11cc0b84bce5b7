"""What the vouchers of reserve books say of projects and lots: draws, what is frozen or promised, what was drawn before."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from ...ledger.model import Voucher
from ...progress import Progress, no_progress
from ...store import Store, VoucherQuery
from ..indicators import NOTHING, Indicators
from ..lots import Lot
from ..reserve.scene import lines_of
from ..reserve.vocabulary import Event, State


class LinkState(Enum):
    """How a lot stands with a project; the value is what the sheet says."""

    BEFORE = "入库前已使用"
    DRAWN = "核销"
    FROZEN = "冻结"
    PROMISED = "承诺挂钩"


@dataclass(frozen=True)
class Link:
    """What a project has of a lot, by one voucher (drawn) or altogether (frozen). `holder` and `lot` name the lot; `day` is
    when it was drawn, `linked` when it was last frozen."""

    project: str
    holder: str
    lot: str
    state: LinkState
    amounts: Indicators
    day: datetime.date | None = None
    linked: datetime.date | None = None
    confirmation: str = ""
    doc_no: str = ""
    voucher: str = ""


_TOLD_EVERY = 200

_Place = tuple[str, str, str]
"""Holder, lot, project."""


def vouchers_until(
    store: Store, books: Collection[str], until: datetime.date | None, progress: Progress = no_progress
) -> list[Voucher]:
    """The vouchers of some books up to the end of a day, by booking date."""
    if not books:
        return []
    query = VoucherQuery(books=tuple(books), until=until)
    count = store.count(query)
    found = []
    for number, voucher in enumerate(store.vouchers(query)):
        if number % _TOLD_EVERY == 0:
            progress(number / count)
        found.append(voucher)
    return found


def links_of(vouchers: Sequence[Voucher], books: Mapping[str, str], lots: Sequence[Lot]) -> list[Link]:
    """All links of vouchers in their order, of books (code → holder): draws that none of the vouchers reverses, and what
    they leave frozen for projects. What is frozen of a lot that is not accepted is a promise."""
    undone = {(each.draft.book, each.draft.reverses) for each in vouchers if each.draft.reverses is not None}
    kept = [each for each in vouchers if each.draft.reverses is None and (each.draft.book, each.number) not in undone]
    running = {(lot.region, lot.code) for lot in lots if lot.running}
    frozen: dict[_Place, Indicators] = {}
    linked: dict[_Place, datetime.date] = {}
    found: list[Link] = []
    for voucher in kept:
        holder = books[voucher.draft.book]
        for account, amount in lines_of(voucher.draft.postings):
            place = holder, account.source, account.project
            if account.state == State.FROZEN.value:
                frozen[place] = frozen.get(place, NOTHING).plus(amount)
                if voucher.draft.event in (Event.FREEZE.value, Event.PROMISE.value):
                    linked[place] = voucher.draft.book_date
            elif account.state == State.USED.value:
                found.append(_drawn(voucher, place, amount, linked.get(place)))
    for (holder, lot, project), amount in frozen.items():
        if amount != NOTHING:
            state = LinkState.PROMISED if (holder, lot) in running else LinkState.FROZEN
            found.append(Link(project, holder, lot, state, amount, linked=linked.get((holder, lot, project))))
    return found


def _drawn(voucher: Voucher, place: _Place, amount: Indicators, linked: datetime.date | None) -> Link:
    holder, lot, project = place
    draft = voucher.draft
    if draft.event != Event.DRAW.value:
        return Link("", holder, lot, LinkState.BEFORE, amount, linked=None, doc_no=draft.doc_no, voucher=voucher.label)
    return Link(
        project, holder, lot, LinkState.DRAWN, amount, draft.book_date, linked, draft.approval, draft.doc_no, voucher.label
    )


def total_of(links: Sequence[Link], states: Collection[LinkState]) -> Indicators:
    """The sum of links in some states."""
    return Indicators.total(link.amounts for link in links if link.state in states)
