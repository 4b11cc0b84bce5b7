"""The reserve ledger: what imports, matching, tables and windows use of the reserve books of a ledger database.

    ledger = ReserveLedger(store, rules, today)
    ledger.enter([NewLot(values, original)], book_date, operator)
    ledger.put_project({...}, operator)
    ledger.freeze("P1", {"L1": Indicators(…), "L2": Indicators(…)}, book_date)
    ledger.draw("P1", {...}, book_date, confirmation="…", doc_no="…")

Every event is a `Request`; `post` books any number of them or none, `preview` says what they would book.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ...errors import InputError
from ...ledger.model import AccountKey, Book, Draft, Record, Voucher
from ...ledger.registers import load_register
from ...progress import Progress, no_progress
from ...quota.batches import Batch, BatchLedger, CheckedRow, NewRow, Posted
from ...quota.closing import QuarterState
from ...quota.problems import Problem, Refused
from ...rules import Rules
from ...sentence import translate
from ...store import Head, Store, VoucherQuery, Writing
from ...store.of_kind import of_kind
from ..indicators import NOTHING, Indicators
from ..lots import Lot
from .background import (
    LOT_REGISTER,
    PROJECT_REGISTER,
    Background,
    LotRow,
    background_of,
    books_locked,
    project_rows,
    reserve_books,
    undoing_of,
)
from .closing import close_year, due_year, reopen_year, years_of
from .founding import book_code, found_reserve
from .judging import Judging
from .policy import Policy
from .positions import lots_of
from .request import Request
from .scene import Scene
from .vocabulary import BOOK_KIND, Event

__all__ = [
    "NewLot", "NewRow", "Posted", "Preview", "Problem", "Refused", "Request", "ReserveLedger", "found_reserve", "reserve_books",
]  # fmt: skip

Amounts = Mapping[str, Indicators]
"""Lot → what is moved of it."""


@dataclass(frozen=True)
class NewLot:
    """A lot to enter: the values of its row in the register `lot` (holder, code, name, kind, entered, grade …), what it had
    and what was drawn of it before; `origin` tells an imported row."""

    values: Mapping[str, object]
    original: Indicators
    used: Indicators = NOTHING
    origin: str = ""


@dataclass(frozen=True)
class Preview:
    """What requests would book: nothing is written. `problems` in the order of the requests; `remaining` what would be
    free of each lot that changes, by holder and code."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]
    remaining: Mapping[tuple[str, str], Indicators]

    @property
    def refused(self) -> bool:
        """Whether they can't be posted."""
        return any(problem.hard for problem in self.problems)


class ReserveLedger(BatchLedger):
    """The reserve of a ledger, run by rules; it sees the reserve books only. `today` is the last day that may be booked."""

    def __init__(self, store: Store, rules: Rules, today: Callable[[], datetime.date] = datetime.date.today) -> None:
        self.store = of_kind(store, BOOK_KIND)
        self.whole = store
        self.rules = rules
        self.policy = Policy.of(rules)
        self._today = today
        self._expected: dict[str, str] = {}

    def expect(self, holders: Collection[str]) -> None:
        """Judge as if these holders without a reserve had an empty one: what is posted for them needs it to be founded first."""
        self._expected = {holder: book_code(holder) for holder in holders}

    # ------------------------------------------------------------------------------------------------------- reading

    def books(self) -> Mapping[str, Book]:
        """The reserve books by holder, in their order."""
        return reserve_books(self.store)

    def lots(self, holder: str = "", until: datetime.date | None = None) -> Sequence[Lot]:
        """The lots with their amounts as booked (up to the end of the day `until`), of one holder or all, in the order in
        which they were entered.

        A lot of which a part was transferred stands with each of its holders: `region` and `code` together are unique.
        Lots whose entry was reversed are left out.
        """
        books = self.books()
        wanted = [books[holder].code] if holder in books else [] if holder else [book.code for book in books.values()]
        return lots_of(self.store, wanted, until)

    def projects(self) -> Mapping[str, Record]:
        """The construction projects of the register `balance_project`, by code; their values are in `.values`."""
        return project_rows(self.store)

    def history(self, lot: str, holder: str = "") -> Sequence[Voucher]:
        """The vouchers of a lot by booking date, of one holder or all."""
        books = self.books()
        wanted = (books[holder].code,) if holder in books else tuple(book.code for book in books.values())
        return list(self.store.vouchers(VoucherQuery(books=wanted, source=lot))) if wanted else []

    # --------------------------------------------------------------------------------------------------------- years

    def years(self, holder: str) -> Sequence[QuarterState]:
        """The years of a holder's book that were ever closed, in their order, each as it is now."""
        return years_of(self.store, self._codes([holder])[0])

    def due_year(self, holder: str) -> int | None:
        """The year of a holder's book that is to be closed next; None while it has no vouchers."""
        return due_year(self.store, self._codes([holder])[0])

    def close_year(self, year: int, holders: Sequence[str], operator: str) -> Sequence[QuarterState]:
        """年度结账: nothing more is booked into the year or before it. See `closing.close_year`."""
        return close_year(self.store, year, self._codes(holders), operator, self._today())

    def reopen_year(self, year: int, holders: Sequence[str], reason: str, operator: str) -> Sequence[QuarterState]:
        """反结账 of the last closed year: by the city only, with a reason, on record."""
        return reopen_year(self.store, year, self._codes(holders), reason, operator, self._today())

    def _codes(self, holders: Sequence[str]) -> list[str]:
        """The book codes of holders, of all where none is named."""
        books = self.books()
        for holder in holders:
            if holder not in books:
                raise InputError(translate("LandLedger", "{holder} has no reserve in this ledger."), holder=holder or "—")
        return [books[holder].code for holder in holders or books]

    # ----------------------------------------------------------------------------------------------------- registers

    def put_project(self, values: Mapping[str, object], operator: str = "") -> Record:
        """Enter a construction project, or its next version; InputError naming the field where it is not valid."""
        return self.put_all([NewRow(PROJECT_REGISTER, values)], operator)[0]

    def _checked_rows(self, rows: Sequence[tuple[str, Mapping[str, object]]]) -> list[CheckedRow]:
        books = self.books() if rows else {}
        ready = []
        for register, values in rows:
            declared = load_register(register)
            checked = declared.checked(values)
            holder = str(checked.get("holder", ""))
            if holder not in books:
                raise InputError(translate("LandLedger", "{holder} has no reserve in this ledger."), holder=holder or "—")
            ready.append(CheckedRow(register, declared.key_of(checked), books[holder].code, checked))
        return ready

    # ------------------------------------------------------------------------------------------------------- posting

    def preview(
        self, requests: Sequence[Request], progress: Progress = no_progress, rows: Sequence[NewRow] = ()
    ) -> Preview:
        """What the requests would book, with every problem, against the balances as they are now and with `rows` entered
        into the registers before."""
        judging = self.judged(requests, progress, rows)
        holders = {book: holder for holder, book in judging.background.books.items()}
        remaining = {
            (holders[account.book], account.source): judging.scene.amount(account) for account in judging.touched
        }
        return Preview(tuple(judging.drafts), tuple(judging.problems), remaining)

    def _batch(self, requests: Sequence[Request], checked: Sequence[CheckedRow]) -> Batch:
        undoing = undoing_of(self.store, requests)

        def judging(balances: Mapping[tuple[AccountKey, str], int], heads: Mapping[str, Head]) -> Judging:
            background = _with_rows(background_of(self.store, requests, undoing, self._today()), checked)
            background = replace(background, books={**background.books, **self._expected})
            numbers = {**dict.fromkeys(self._expected.values(), 1), **{book: head.number + 1 for book, head in heads.items()}}
            return Judging(Scene(balances), background, self.policy, numbers)

        return Batch(books_locked(self.store, requests, undoing), judging)

    def _settle(self, judging: Judging, requests: Sequence[Request], writing: Writing, operator: str) -> None:
        for moved in self._checked_rows([NewRow(LOT_REGISTER, values) for values in judging.moved]):
            writing.put(moved.register, moved.key, moved.book, moved.values, operator or requests[0].operator)

    # -------------------------------------------------------------------------------------------------------- events

    def entry_requests(
        self, lots: Sequence[NewLot], book_date: datetime.date, operator: str = "", opening: bool = False
    ) -> tuple[list[Request], list[NewRow]]:
        """The requests and rows that enter lots, a voucher each: for `post` and `preview`. A lot of which something was
        drawn before is an opening balance, and so are all with `opening`."""
        requests, rows = [], []
        for lot in lots:
            event = Event.OPENING if opening or lot.used != NOTHING else Event.ENTER
            code, holder = str(lot.values.get("code", "")), str(lot.values.get("holder", ""))
            rows.append(NewRow(LOT_REGISTER, _with_originals(lot)))
            used = {code: lot.used} if lot.used != NOTHING else {}
            requests.append(
                Request(
                    event, holder, book_date, {code: lot.original}, used, doc_no=str(lot.values.get("doc_no") or ""),
                    operator=operator, origin=lot.origin,
                )
            )  # fmt: skip
        return requests, rows

    def enter(
        self, lots: Sequence[NewLot], book_date: datetime.date, operator: str = "", opening: bool = False
    ) -> Posted:
        """入库: lots with their rows in the register, all or none."""
        requests, rows = self.entry_requests(lots, book_date, operator, opening)
        return self.post(requests, rows=rows, operator=operator)

    def linked(
        self, event: Event, project: str, amounts: Amounts, book_date: datetime.date, **more: object
    ) -> Request:
        """A request of an event on a project (freeze, promise, unfreeze, draw), of the lots of the project's holder; `more`
        are fields of `Request`."""
        record = self.projects().get(project)
        if record is None:
            raise InputError(
                translate("LandLedger", "The register of balanced projects has no project {project}."), project=project
            )
        request = Request(event, str(record.values["holder"]), book_date, dict(amounts), project=project)
        return replace(request, **more)  # type: ignore[arg-type]

    def freeze(
        self, project: str, amounts: Amounts, book_date: datetime.date, promised: bool = False, **more: object
    ) -> Posted:
        """挂钩: freeze parts of lots for a project; `promised` for lots that are not accepted yet (承诺)."""
        return self.post([self.linked(Event.PROMISE if promised else Event.FREEZE, project, amounts, book_date, **more)])

    def unfreeze(self, project: str, amounts: Amounts, book_date: datetime.date, **more: object) -> Posted:
        """解挂: what is frozen for a project is free again."""
        return self.post([self.linked(Event.UNFREEZE, project, amounts, book_date, **more)])

    def draw(
        self, project: str, amounts: Amounts, book_date: datetime.date, confirmation: str, doc_no: str, **more: object
    ) -> Posted:
        """核销 under a confirmation number: what is frozen for the project first, the rest from what is free."""
        more = {"confirmation": confirmation, "doc_no": doc_no, **more}
        return self.post([self.linked(Event.DRAW, project, amounts, book_date, **more)])

    def transfer(
        self, holder: str, to_holder: str, amounts: Amounts, book_date: datetime.date, doc_no: str, **more: object
    ) -> Posted:
        """调剂: parts of lots to another holder, a voucher in each book."""
        request = Request(Event.TRANSFER_OUT, holder, book_date, dict(amounts), to_holder=to_holder, doc_no=doc_no)
        return self.post([replace(request, **more)])  # type: ignore[arg-type]

    def write_off(
        self, holder: str, amounts: Amounts, book_date: datetime.date, reason: str, **more: object
    ) -> Posted:
        """作废: free amounts that expired or don't count any more."""
        request = Request(Event.VOID, holder, book_date, dict(amounts), reason=reason)
        return self.post([replace(request, **more)])  # type: ignore[arg-type]

    def reverse(
        self, holder: str, number: int, book_date: datetime.date, reason: str, operator: str = ""
    ) -> Posted:
        """Undo a voucher of a holder's reserve book by one with all signs turned; a transfer in both books."""
        request = Request(Event.REVERSE, holder, book_date, reason=reason, operator=operator, reverses=number)
        return self.post([request])


def _with_originals(lot: NewLot) -> dict[str, object]:
    """The values of a lot's row with its original amounts, for reference."""
    if not lot.original.covered:  # which is refused with the request
        return dict(lot.values)
    quantity, paddy, capacity = lot.original
    return {
        **lot.values, "original_quantity": quantity, "original_paddy": paddy, "original_capacity": capacity,
    }  # fmt: skip


def _with_rows(background: Background, rows: Sequence[CheckedRow]) -> Background:
    """The background as it is once rows have been entered."""
    if not rows:
        return background
    lots, projects = dict(background.lots), dict(background.projects)
    for row in rows:
        if row.register == LOT_REGISTER:
            lot = LotRow.of(row.values)
            lots[lot.holder, lot.code] = lot
        elif row.register == PROJECT_REGISTER:
            projects[row.key] = row.values
    return replace(background, lots=lots, projects=projects)
