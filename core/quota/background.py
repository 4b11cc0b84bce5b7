"""What the ledger knows beside balances when requests are judged: registers, closed quarters, uses of approvals."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..ledger.model import AccountKey, Draft, Scalar, Voucher
from ..sentence import Sentence
from ..store import Store, VoucherQuery
from .books import books_of_quota, quota_books
from .problems import account_text
from .quarter import Quarter
from .request import Request
from .subjects import Holder, Project, Source, shipped_sources, subject_of
from .vocabulary import ADVANCE_SOURCE, Dimension, Event, State

_FEW = 20
"""Up to so many rows are asked for one by one, more all at once."""

_PLACES = 500


@dataclass
class Use:
    """What unreversed vouchers took on an approval for a project: how many uses and clearings, the area used, and how much
    of it was advanced quota when it was used."""

    uses: int = 0
    clearings: int = 0
    area: int = 0
    advanced: int = 0

    def growth(self, lines: Iterable[tuple[AccountKey, int]], nature: str) -> tuple[int, int]:
        """By how much a use or a clearing lets area and advanced area grow. A clearing puts real quota where this approval
        used advanced quota: that area counts once. `lines` are accounts and total amounts, as posted."""
        real = advanced = 0
        for account, amount in lines:
            if account.state == State.USED.value:
                if account.source == ADVANCE_SOURCE:
                    advanced += amount
                else:
                    real += amount
        if nature == Event.USE.value:
            return real + advanced, advanced
        replaced = min(self.advanced, abs(advanced))
        return (real - replaced if real >= 0 else real + replaced), 0

    def count(self, lines: Iterable[tuple[AccountKey, int]], nature: str, sign: int) -> None:
        """Count a voucher of that nature; `sign` −1 for a reversal (its amounts are turned already)."""
        area, advanced = self.growth(lines, nature)
        self.area += area
        self.advanced += advanced
        self.uses += sign * (nature == Event.USE.value)
        self.clearings += sign * (nature == Event.CLEAR.value)


Uses = dict[str, dict[str, Use]]
"""Approval → project → what was used."""


@dataclass
class Background:
    """All a rule may ask. `uses`, `reversed` and `parts_told` (accounts of which was told that more is left of a part than of
    the whole) are brought up to date while requests are judged."""

    today: datetime.date
    books: Collection[str]
    holders: Mapping[str, Holder]
    sources: Mapping[str, Source]
    projects: Mapping[str, Project] = field(default_factory=dict)
    approvals: Mapping[str, Mapping[str, Scalar]] = field(default_factory=dict)
    ceilings: Mapping[str, int] = field(default_factory=dict)
    closed: Mapping[str, Quarter] = field(default_factory=dict)
    uses: Uses = field(default_factory=dict)
    originals: Mapping[tuple[str, int], Voucher] = field(default_factory=dict)
    partners: Mapping[str, tuple[Voucher, ...]] = field(default_factory=dict)
    reversed: set[tuple[str, int]] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    parts_told: set[AccountKey] = field(default_factory=set)

    def holder(self, code: str) -> str:
        """What a holder is called."""
        known = self.holders.get(code)
        return known.label if known else code

    def account(self, account: AccountKey) -> Sentence:
        """What an account is called."""
        source = self.sources.get(account.source)
        return account_text(account, self.holder(account.book), source.label if source else "")

    def used_on(self, approval: str) -> int:
        """The area used on an approval, whatever the project."""
        return sum(use.area for use in self.uses.get(approval, {}).values())


def holders_of(store: Store) -> dict[str, Holder]:
    """The holders of the ledger, in the order of its books; of a book without a record what the book itself says."""
    known = {record.key: subject_of(Holder, record.values) for record in store.records("holder")}
    return {
        book.holder: known.get(book.holder) or Holder(book.holder, book.name)
        for book in books_of_quota(store)
    }


def sources_of(store: Store) -> dict[str, Source]:
    """The sources of the ledger in their order; those that ship with the plugin where it has none of its own."""
    found = [subject_of(Source, record.values) for record in store.records("source")] or list(shipped_sources())
    return {source.code: source for source in sorted(found, key=lambda source: source.order)}


def projects_of(store: Store, codes: Collection[str] | None = None) -> dict[str, Project]:
    """The projects of the ledger, or those of these codes."""
    return {key: subject_of(Project, values) for key, values in rows_of(store, "project", codes).items()}


def rows_of(store: Store, register: str, keys: Collection[str] | None = None) -> dict[str, Mapping[str, Scalar]]:
    """Rows of a register by key."""
    if keys is None or len(keys) > _FEW:
        return {record.key: record.values for record in store.records(register)}
    found = {key: store.record(register, key) for key in keys if key}
    return {key: record.values for key, record in found.items() if record is not None}


def closed_quarters(store: Store, books: Collection[str] = ()) -> dict[str, Quarter]:
    """The last closed quarter of each book that has one; it and all before it take no more vouchers."""
    last: dict[str, Quarter] = {}
    for record in store.records("quarter"):
        book, code = str(record.values["book"]), str(record.values["quarter"])
        if record.values["state"] != "closed" or record.key != f"{book}:{code}" or (books and book not in books):
            continue
        quarter = Quarter.named(code)
        last[book] = max(quarter, last.get(book, quarter))
    return last


@dataclass(frozen=True)
class Undoing:
    """The vouchers that requests reverse, by book and number, and all vouchers of their transfers."""

    originals: Mapping[tuple[str, int], Voucher]
    partners: Mapping[str, tuple[Voucher, ...]]


def undoing_of(store: Store, requests: Collection[Request]) -> Undoing:
    """What requests reverse; posted vouchers never change, so this may be asked for before the books are locked."""
    if not any(request.event is Event.REVERSE for request in requests):
        return Undoing({}, {})
    originals = _originals(store, requests, quota_books(store))
    transfers = {voucher.draft.transfer for voucher in originals.values() if voucher.draft.transfer}
    return Undoing(originals, {each: tuple(store.vouchers(VoucherQuery(transfer=each))) for each in transfers})


def books_locked(store: Store, requests: Collection[Request], undoing: Undoing) -> set[str]:
    """The books that requests write into; names the ledger does not know are left out."""
    books = {request.holder for request in requests} | {request.to_holder for request in requests}
    books |= {each.draft.book for group in undoing.partners.values() for each in group}
    return books & set(quota_books(store))


def background_of(store: Store, requests: Collection[Request], undoing: Undoing, today: datetime.date) -> Background:
    """What is needed to judge these requests."""
    approvals = {request.approval for request in requests if request.approval}
    approvals |= {voucher.draft.approval for voucher in undoing.originals.values() if voucher.draft.approval}
    return Background(
        today,
        frozenset(quota_books(store)),
        holders_of(store),
        sources_of(store),
        projects_of(store, {request.project for request in requests if request.project}),
        rows_of(store, "approval", approvals),
        {record.key: int(record.values["area"] or 0) for record in store.records("ceiling")},
        closed_quarters(store),
        _uses(store, approvals),
        undoing.originals,
        undoing.partners,
        _reversed(store, undoing),
        store.origins({request.origin for request in requests if request.origin}),
    )


def record_use(uses: Uses, draft: Draft) -> None:
    """Count a voucher among the uses of its approval."""
    if not draft.approval or draft.nature not in (Event.USE.value, Event.CLEAR.value):
        return
    lines = [(account, amount) for account, dimension, amount in draft.postings if dimension == Dimension.TOTAL.value]
    use = uses.setdefault(draft.approval, {}).setdefault(draft.project, Use())
    use.count(lines, draft.nature, 1 if draft.reverses is None else -1)


def _uses(store: Store, approvals: Collection[str]) -> Uses:
    uses: Uses = {}
    for voucher in sorted(_vouchers_on(store, approvals), key=lambda voucher: (voucher.draft.book, voucher.number)):
        record_use(uses, voucher.draft)
    return uses


def _vouchers_on(store: Store, approvals: Collection[str]) -> Iterable[Voucher]:
    if len(approvals) <= _FEW:
        for approval in approvals:
            yield from store.vouchers(VoucherQuery(approval=approval))
        return
    events = (Event.USE.value, Event.CLEAR.value, Event.REVERSE.value)
    for voucher in store.vouchers(VoucherQuery(events=events)):
        if voucher.draft.approval in approvals:
            yield voucher


def _originals(store: Store, requests: Collection[Request], books: Collection[str]) -> dict[tuple[str, int], Voucher]:
    """The vouchers that requests reverse."""
    asked = {
        (request.holder, request.reverses)
        for request in requests
        if request.event is Event.REVERSE and request.reverses is not None and request.holder in books
    }
    return {(voucher.draft.book, voucher.number): voucher for voucher in _vouchers_of(store, asked)}


def _vouchers_of(store: Store, places: Iterable[tuple[str, int]]) -> Iterator[Voucher]:
    """Vouchers by book and number; of one that is not there nothing."""
    asked: dict[str, list[int]] = {}
    for book, number in sorted(places):
        asked.setdefault(book, []).append(number)
    for book, numbers in asked.items():
        for start in range(0, len(numbers), _PLACES):
            part = tuple(numbers[start : start + _PLACES])
            yield from store.vouchers(VoucherQuery(books=(book,), numbers=part))


def _reversed(store: Store, undoing: Undoing) -> set[tuple[str, int]]:
    """Which vouchers have been reversed, of the books of those that shall be."""
    books = {book for book, _ in undoing.originals}
    books |= {each.draft.book for group in undoing.partners.values() for each in group}
    return reversed_vouchers(store, books) if books else set()


def reversed_vouchers(
    store: Store, books: Collection[str] = (), until: datetime.date | None = None
) -> set[tuple[str, int]]:
    """Book and number of the vouchers that were reversed until a day, of these books or all."""
    query = VoucherQuery(books=tuple(books), events=(Event.REVERSE.value,), until=until)
    return {
        (voucher.draft.book, voucher.draft.reverses)
        for voucher in store.vouchers(query)
        if voucher.draft.reverses is not None
    }


def reversed_origins(store: Store, origins: Collection[str]) -> set[str]:
    """Which of these imported rows were booked and reversed since."""
    undone = _vouchers_of(store, reversed_vouchers(store)) if origins else ()
    return {voucher.draft.origin for voucher in undone} & set(origins)
