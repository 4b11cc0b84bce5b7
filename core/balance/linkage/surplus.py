"""The surplus ledger (节余指标账): books of kind `linkage` beside those of quota and reserve, accounts by project area.

    ledger = SurplusLedger(store, today)
    ledger.post([Request(Event.ACCEPT, "371526", "X1", Area.from_mu("30"), day, doc_no="…")])

Rules that always hold: no balance below nothing; every event but a reversal stands on a document; a use names its project;
an acceptance document enters a project area once; surplus of a project area comes in with one holder, others get it by transfer.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...area import ZERO, Area
from ...errors import InputError
from ...ledger.model import AccountKey, Book, Draft, Posting, Scalar, Voucher, voucher_label
from ...quota.problems import INPUT, Refusal, Refused, mu
from ...sentence import sentence, translate
from ...store import Store, VoucherQuery
from ...store.of_kind import books_of_kind, of_kind
from .vocabulary import BOOK_KIND, BOOK_SUFFIX, DIMENSION, EVENT_LABELS, OWN_STATES, STATE_LABELS, Event, State

Lines = list[tuple[AccountKey, int]]
Balances = dict[AccountKey, int]


class NewRow(NamedTuple):
    """A row of a register that is entered together with vouchers: all of it or nothing. `values` as the register checked
    them."""

    register: str
    key: str
    book: str
    values: Mapping[str, Scalar]


@dataclass(frozen=True)
class Request:
    """One event to book. `holder` and `to_holder` by code; `area` the project area; `project` the construction project that
    uses surplus; `reverses` the number of a voucher in the holder's linkage book (then area and amount are not looked at);
    `origin`, unique in the ledger, tells a row that was entered before."""

    event: Event
    holder: str
    area: str
    amount: Area
    book_date: datetime.date
    doc_no: str = ""
    doc_date: datetime.date | None = None
    project: str = ""
    to_holder: str = ""
    reason: str = ""
    operator: str = ""
    reverses: int | None = None
    origin: str = ""


@dataclass(frozen=True)
class Position:
    """What a holder has of a project area: surplus `accepted`, moved `in_` and `out` by transfer, `used`, `available`;
    turnover quota `issued`, `returned`. Reversals are taken off."""

    holder: str
    area: str
    accepted: Area = ZERO
    in_: Area = ZERO
    out: Area = ZERO
    used: Area = ZERO
    issued: Area = ZERO
    returned: Area = ZERO

    @property
    def available(self) -> Area:
        """What may still be used or transferred."""
        return self.accepted + self.in_ - self.out - self.used

    @property
    def outstanding(self) -> Area:
        """Turnover quota that is to be returned."""
        return self.issued - self.returned


_OF_NATURE = {
    Event.ACCEPT: "accepted", Event.USE: "used", Event.TURNOVER: "issued", Event.GIVE_BACK: "returned",
    Event.TRANSFER_OUT: "out", Event.TRANSFER_IN: "in_",
}  # fmt: skip


def linkage_books(store: Store) -> dict[str, Book]:
    """The linkage books that may be seen, by holder, in their order."""
    return {book.holder: book for book in books_of_kind(store, BOOK_KIND)}


def found_linkage(store: Store) -> list[Book]:
    """Linkage books for the holders of all other books without any, with the roles of those; the books that are new.
    InputError where a book of that code is of another kind."""
    known, others = linkage_books(store), [book for book in store.books() if book.kind != BOOK_KIND]
    first = {book.holder: book for book in reversed(others)}
    taken = {book.code for book in others}
    new = [
        Book(f"{holder}{BOOK_SUFFIX}", BOOK_KIND, holder, first[holder].name, first[holder].role)
        for holder in dict.fromkeys(book.holder for book in others)
        if holder not in known
    ]
    for book in new:
        if book.code in taken:
            template = translate("LandLedger", "The ledger {ledger} has another book {book} already.")
            raise InputError(template, ledger=store.label, book=book.code)
    if new:
        store.add_books(new)
    return new


class SurplusLedger:
    """The surplus of a ledger's linkage books. `today` is the last day that may be booked."""

    def __init__(self, store: Store, today: Callable[[], datetime.date] = datetime.date.today) -> None:
        self.store = of_kind(store, BOOK_KIND)
        self._today = today

    def books(self) -> Mapping[str, Book]:
        """The linkage books by holder."""
        return linkage_books(self.store)

    def positions(self, until: datetime.date | None = None) -> list[Position]:
        """What each holder has of each project area, in the order of the books and of the first entry; of what was booked up
        to the end of the day `until`, of everything without one."""
        holders = {book.code: holder for holder, book in self.books().items()}
        sums: dict[tuple[str, str], dict[str, int]] = {}
        for code in holders:
            for voucher in self.store.chain(code):
                if until is not None and voucher.draft.book_date > until:
                    continue
                name = _OF_NATURE[Event(voucher.draft.nature)]
                own = (
                    State.TURNOVER
                    if name in ("issued", "returned")
                    else State.USED
                    if name == "used"
                    else State.AVAILABLE
                )
                for account, _, amount in voucher.draft.postings:
                    if account.state == own.value:
                        place = sums.setdefault((holders[code], account.source), {})
                        sign = -1 if name in ("out", "returned") else 1
                        place[name] = place.get(name, 0) + sign * amount
        return [
            Position(holder, area, **{name: Area(amount) for name, amount in amounts.items()})
            for (holder, area), amounts in sums.items()
        ]

    def preview(self, requests: Sequence[Request]) -> list[Draft]:
        """What the requests would book; Refused where they can't be."""
        undoing = self._undoing(requests)
        judging = self._judging(
            requests, undoing, self.store.balances(), {c: self.store.head(c).number for c in self._codes()}
        )
        return judging.drafts(requests)

    def post(self, requests: Sequence[Request], rows: Sequence[NewRow] = (), operator: str = "") -> list[Voucher]:
        """Book all of them or none, with `rows` entered into registers; Refused, naming the row, for one that breaks a rule."""
        undoing = self._undoing(requests)
        codes = self._locked(requests, undoing) | {row.book for row in rows}
        if not codes:
            self.preview(requests)
            return []
        with self.store.writing(codes) as writing:
            for row in rows:
                writing.put(row.register, row.key, row.book, row.values, operator)
            heads = {code: writing.head(code).number for code in codes}
            drafts = self._judging(requests, undoing, writing.balances(), heads).drafts(requests)
            return writing.append(drafts)

    def _codes(self) -> list[str]:
        return [book.code for book in self.books().values()]

    def _locked(self, requests: Sequence[Request], undoing: _Undoing) -> set[str]:
        books = self.books()
        holders = {each for request in requests for each in (request.holder, request.to_holder)}
        codes = {books[holder].code for holder in holders if holder in books}
        return codes | {voucher.draft.book for group in undoing.groups.values() for voucher in group}

    def _undoing(self, requests: Sequence[Request]) -> _Undoing:
        """What reversals undo, with the other sides of transfers; and which vouchers were undone before."""
        books = self.books()
        groups: dict[tuple[str, int], tuple[Voucher, ...]] = {}
        for request in requests:
            if request.event is not Event.REVERSE or request.reverses is None or request.holder not in books:
                continue
            query = VoucherQuery(books=(books[request.holder].code,), numbers=(request.reverses,))
            for voucher in self.store.vouchers(query):
                transfer = voucher.draft.transfer
                sides = tuple(self.store.vouchers(VoucherQuery(transfer=transfer))) if transfer else (voucher,)
                groups[voucher.draft.book, voucher.number] = sides
        return _Undoing(groups)

    def _judging(
        self,
        requests: Sequence[Request],
        undoing: _Undoing,
        balances: Mapping[tuple[AccountKey, str], int],
        heads: dict[str, int],
    ) -> _Judging:
        origins = self.store.origins({request.origin for request in requests if request.origin})
        kept = {account: amount for (account, dimension), amount in balances.items() if dimension == DIMENSION}
        undone, entered, owners = set(), set(), {}
        for voucher in self.store.vouchers(VoucherQuery(events=(Event.REVERSE.value,))):
            if voucher.draft.reverses is not None:
                undone.add((voucher.draft.book, voucher.draft.reverses))
        for voucher in self.store.vouchers(VoucherQuery(events=(Event.ACCEPT.value,))):
            if (voucher.draft.book, voucher.number) not in undone:
                for account, _, amount in voucher.draft.postings:
                    if amount > 0:
                        entered.add((account.source, voucher.draft.doc_no))
                        owners[account.source] = voucher.draft.book
        return _Judging(self.books(), self._today(), kept, heads, undoing, undone, entered, owners, origins)


@dataclass(frozen=True)
class _Undoing:
    """Book and number of a voucher to be reversed → it, with the other side of a transfer."""

    groups: Mapping[tuple[str, int], tuple[Voucher, ...]]


@dataclass
class _Judging:
    """One batch against live balances; each request sees those before it."""

    books: Mapping[str, Book]
    today: datetime.date
    balances: Balances
    numbers: dict[str, int]
    undoing: _Undoing
    undone: set[tuple[str, int]]
    entered: set[tuple[str, str]]
    owners: dict[str, str]
    origins: set[str] = field(default_factory=set)

    def drafts(self, requests: Sequence[Request]) -> list[Draft]:
        """The drafts of all; Refused for the first that breaks a rule."""
        found: list[Draft] = []
        for row, request in enumerate(requests):
            try:
                self._require(request)
                found += self._reversed(request) if request.event is Event.REVERSE else self._booked(request)
            except Refusal as refusal:
                raise Refused([refusal.problem(row)], len(requests) == 1) from None
            if request.origin:
                self.origins.add(request.origin)
        return found

    # ------------------------------------------------------------------------------------------------------ complete?

    def _require(self, request: Request) -> None:
        for name, holder in (("holder", request.holder), ("to_holder", request.to_holder)):
            asked = name == "holder" or request.event is Event.TRANSFER_OUT
            if asked and holder not in self.books:
                template = translate("LandLedger", "{holder} has no linkage book in this ledger.")
                raise Refusal(INPUT, name, template, holder=holder or "—")
        if request.event is Event.TRANSFER_IN:
            template = translate("LandLedger", "A transfer is booked by the holder who gives, for both at once.")
            raise Refusal(INPUT, "event", template)
        self._require_dates(request)
        if request.origin and request.origin in self.origins:
            raise Refusal(INPUT, "origin", translate("LandLedger", "This row was imported before."))
        self._require_words(request)

    def _require_dates(self, request: Request) -> None:
        if request.book_date > self.today:
            template = translate("LandLedger", "The booking date {book_date} lies in the future.")
            raise Refusal(INPUT, "book_date", template, book_date=request.book_date.isoformat())
        if request.doc_date is not None and request.doc_date > request.book_date:
            template = translate("LandLedger", "The document is dated {doc_date}, after the booking date {book_date}.")
            places = {"doc_date": request.doc_date.isoformat(), "book_date": request.book_date.isoformat()}
            raise Refusal(INPUT, "doc_date", template, **places)

    def _require_words(self, request: Request) -> None:
        event = sentence(EVENT_LABELS[request.event])
        if request.event is Event.REVERSE:
            if not request.reason.strip():
                raise Refusal(INPUT, "reason", translate("LandLedger", "{event}: the reason is missing."), event=event)
            return
        if not request.doc_no.strip():
            raise Refusal(
                INPUT, "doc_no", translate("LandLedger", "{event}: the document number is missing."), event=event
            )
        if request.event is Event.USE and not request.project.strip():
            raise Refusal(INPUT, "project", translate("LandLedger", "{event}: the project is missing."), event=event)
        if not request.area.strip():
            raise Refusal(INPUT, "area", translate("LandLedger", "{event}: the project area is missing."), event=event)
        if request.amount <= ZERO:
            raise Refusal(
                INPUT, "amount", translate("LandLedger", "{event}: the amount must be above nothing."), event=event
            )
        if request.event is Event.TRANSFER_OUT and request.to_holder == request.holder:
            raise Refusal(INPUT, "to_holder", translate("LandLedger", "A holder can't transfer to itself."))
        if request.event is Event.ACCEPT:
            self._require_new(request)

    def _require_new(self, request: Request) -> None:
        if (request.area, request.doc_no) in self.entered:
            template = translate(
                "LandLedger", "The surplus of project area {area} was accepted under {doc_no} already."
            )
            raise Refusal("L2", "doc_no", template, area=request.area, doc_no=request.doc_no)
        owner = self.owners.get(request.area)
        if owner is not None and owner != self.books[request.holder].code:
            template = translate(
                "LandLedger", "Project area {area} belongs to the book {owner}; surplus goes on from there by transfer."
            )
            raise Refusal("L3", "area", template, area=request.area, owner=owner)

    # -------------------------------------------------------------------------------------------------------- postings

    def _booked(self, request: Request) -> list[Draft]:
        own, amount = self.books[request.holder].code, request.amount.micro_mu
        year = request.book_date.year
        if request.event in (Event.ACCEPT, Event.TURNOVER):
            state = State.AVAILABLE if request.event is Event.ACCEPT else State.TURNOVER
            lines = [
                (_key(own, year, request.area, State.UPPER), -amount),
                (_key(own, year, request.area, state), amount),
            ]
            if request.event is Event.ACCEPT:
                self.entered.add((request.area, request.doc_no))
                self.owners[request.area] = own
            return [self._draft(request, own, request.event, lines)]
        taken = self._taken(own, request)
        if request.event is Event.TRANSFER_OUT:
            return self._transferred(request, own, taken)
        to = State.USED if request.event is Event.USE else State.UPPER
        project = request.project if request.event is Event.USE else ""
        lines = [
            line
            for account, part in taken
            for line in ((account, -part), (account._replace(state=to.value, project=project), part))
        ]
        return [self._draft(request, own, request.event, lines)]

    def _taken(self, book: str, request: Request) -> Lines:
        """The amount from the accounts of the project area, the oldest years first; L1 where there is not as much."""
        state = State.TURNOVER if request.event is Event.GIVE_BACK else State.AVAILABLE
        accounts = sorted(
            account for account, has in self.balances.items()
            if (account.book, account.source, account.state) == (book, request.area, state.value) and has > 0
        )  # fmt: skip
        left, found = request.amount.micro_mu, []
        for account in accounts:
            part = min(left, self.balances[account])
            if part:
                found.append((account, part))
            left -= part
        if left:
            template = translate(
                "LandLedger", "Project area {area}, {state}: there are {has} mu, {asked} mu are asked for."
            )
            has, asked = request.amount.micro_mu - left, request.amount.micro_mu
            places = {"area": request.area, "state": sentence(STATE_LABELS[state]), "has": mu(has), "asked": mu(asked)}
            raise Refusal("L1", "amount", template, **places)
        return found

    def _transferred(self, request: Request, own: str, taken: Lines) -> list[Draft]:
        other = self.books[request.to_holder].code
        transfer = voucher_label(own, self.numbers.get(own, 0) + 1)
        given: Lines = []
        got: Lines = []
        for account, part in taken:
            given += [(account, -part), (account._replace(state=State.CLEARING.value), part)]
            theirs = account._replace(book=other)
            got += [(theirs._replace(state=State.CLEARING.value), -part), (theirs, part)]
        return [
            self._draft(request, own, Event.TRANSFER_OUT, given, transfer),
            self._draft(request, other, Event.TRANSFER_IN, got, transfer, origin=""),
        ]

    def _draft(
        self, request: Request, book: str, event: Event, lines: Lines, transfer: str = "", origin: str | None = None
    ) -> Draft:
        self._apply(book, lines)
        return Draft(
            book, event.value, request.book_date, _postings(lines), request.doc_date, request.doc_no, request.project,
            request.reason, request.operator, "", transfer, None, "", request.origin if origin is None else origin,
        )  # fmt: skip

    def _apply(self, book: str, lines: Lines) -> None:
        for account, amount in lines:
            self.balances[account] = self.balances.get(account, 0) + amount
        self.numbers[book] = self.numbers.get(book, 0) + 1

    # -------------------------------------------------------------------------------------------------------- reversals

    def _reversed(self, request: Request) -> list[Draft]:
        own = self.books[request.holder].code
        group = self.undoing.groups.get((own, request.reverses or 0), ())
        if not group:
            template = translate("LandLedger", "The book {book} has no voucher {number}.")
            raise Refusal(INPUT, "reverses", template, book=own, number=request.reverses or "—")
        for voucher in group:
            self._require_reversible(voucher, request)
        if group[0].draft.transfer and len(group) < _SIDES:
            template = translate(
                "LandLedger", "Voucher {voucher} is one side of a transfer; only who sees both books can reverse it."
            )
            raise Refusal(INPUT, "reverses", template, voucher=group[0].label)
        transfer = voucher_label(own, self.numbers.get(own, 0) + 1) if len(group) > 1 else ""
        return [self._undo(voucher, request, transfer, own) for voucher in group]

    def _require_reversible(self, voucher: Voucher, request: Request) -> None:
        if voucher.draft.reverses is not None:
            template = translate("LandLedger", "Voucher {voucher} is a reversal itself; book the event again instead.")
            raise Refusal(INPUT, "reverses", template, voucher=voucher.label)
        if (voucher.draft.book, voucher.number) in self.undone:
            template = translate("LandLedger", "Voucher {voucher} has been reversed already.")
            raise Refusal(INPUT, "reverses", template, voucher=voucher.label)
        if request.book_date < voucher.draft.book_date:
            template = translate(
                "LandLedger", "Voucher {voucher} was booked on {booked}; a reversal can't be booked before that."
            )
            places = {"voucher": voucher.label, "booked": voucher.draft.book_date.isoformat()}
            raise Refusal(INPUT, "book_date", template, **places)

    def _undo(self, voucher: Voucher, request: Request, transfer: str, own: str) -> Draft:
        draft = voucher.draft
        lines = [(account, -amount) for account, _, amount in draft.postings]
        for account, amount in lines:
            has = self.balances.get(account, 0)
            if account.state in _OWN and has + amount < 0:
                template = translate(
                    "LandLedger", "Project area {area}, {state}: there are {has} mu, {asked} mu are asked for."
                )
                state = sentence(STATE_LABELS[State(account.state)])
                raise Refusal(
                    "L1", "reverses", template, area=account.source, state=state, has=mu(has), asked=mu(-amount)
                )
        self._apply(draft.book, lines)
        self.undone.add((draft.book, voucher.number))
        if draft.event == Event.ACCEPT.value:
            for account, _, _ in draft.postings:
                self.entered.discard((account.source, draft.doc_no))
        origin = request.origin if draft.book == own else ""
        return Draft(
            draft.book, Event.REVERSE.value, request.book_date, _postings(lines), request.doc_date, request.doc_no,
            draft.project, request.reason, request.operator, "", transfer, voucher.number, draft.nature, origin,
        )  # fmt: skip


_OWN = frozenset(state.value for state in OWN_STATES)
_SIDES = 2


def _key(book: str, year: int, area: str, state: State) -> AccountKey:
    return AccountKey(book, year, area, state.value)


def _postings(lines: Iterable[tuple[AccountKey, int]]) -> tuple[Posting, ...]:
    return tuple(Posting(account, DIMENSION, amount) for account, amount in lines)
