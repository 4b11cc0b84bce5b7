"""The quota ledger: what clerks, imports, tables and windows use of a ledger database."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ..errors import InputError
from ..ledger.model import AccountKey, Draft, Record, Scalar
from ..ledger.registers import load_register
from ..progress import Progress, no_progress
from ..rules import Rules
from ..sentence import Sentence, translate
from ..store import Head, Store, Writing
from . import quarters
from .advances import overdue_projects
from .background import Background, background_of, books_locked, holders_of, projects_of, sources_of, undoing_of
from .batches import Batch, BatchLedger, CheckedRow, NewRow, Posted
from .books import quota_store
from .judging import Judging, advanced_and_obtained, advanced_books
from .notices import notices
from .policy import Policy
from .positions import Positions
from .problems import Problem, Refused
from .quarter import Quarter
from .quarters import QuarterState
from .request import Request
from .rules import overdue_text, share_text
from .scene import Scene
from .subjects import Holder, Project, Source, subject_of
from .vocabulary import Dimension, Event, QuotaAmount

__all__ = [
    "Change", "Holder", "NewRow", "Positions", "Posted", "Preview", "Problem", "Project", "Quarter", "QuarterState", "QuotaLedger",
    "Refused", "Request", "Source",
]  # fmt: skip


@dataclass(frozen=True)
class Change:
    """A balance that a batch touches."""

    account: AccountKey
    before: QuotaAmount
    after: QuotaAmount


@dataclass(frozen=True)
class Preview:
    """What requests would book: nothing is written. `problems` in the order of the rows, hard ones and warnings."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]
    changes: tuple[Change, ...]

    @property
    def refused(self) -> bool:
        """Whether they can't be posted."""
        return any(problem.hard for problem in self.problems)


class QuotaLedger(BatchLedger):
    """A ledger of land quota over a store, run by rules; it sees the quota books only. `today` says which quarter has begun."""

    def __init__(self, store: Store, rules: Rules, today: Callable[[], datetime.date] = datetime.date.today) -> None:
        self.store = quota_store(store)
        self.rules = rules
        self.policy = Policy.of(rules)
        self._today = today

    # ----------------------------------------------------------------------------------------------------- subjects

    def holders(self) -> Mapping[str, Holder]:
        """Holders by code, in the order of their books; the first is the city (or the only one)."""
        return holders_of(self.store)

    def sources(self) -> Mapping[str, Source]:
        """Sources by code, in their order."""
        return sources_of(self.store)

    def projects(self) -> Mapping[str, Project]:
        """Projects by code, in the order in which they were entered."""
        return projects_of(self.store)

    def put(self, register: str, values: Mapping[str, object], operator: str) -> Record:
        """Enter a row into a register, or its next version; InputError naming the field where it is not valid.

        It stands in the book of its `holder` (or `book`), else in the first book.
        """
        return self.put_all([(register, values)], operator)[0]

    def _checked_rows(self, rows: Sequence[tuple[str, Mapping[str, object]]]) -> list[CheckedRow]:
        books = [book.code for book in self.store.books()] if rows else []
        ready = []
        for register, values in rows:
            if register == quarters.REGISTER:
                raise InputError(translate("LandLedger", "Quarters are closed and reopened, their register can't be written."))
            declared = load_register(register)
            checked = declared.checked(values)
            ready.append(CheckedRow(register, declared.key_of(checked), self._book_of(register, checked, books), checked))
        return ready

    def _book_of(self, register: str, values: Mapping[str, Scalar], books: Sequence[str]) -> str:
        """The book a row stands in: that of its holder. Holders without a book and what belongs to nobody stand in the first."""
        own = str(values.get("code" if register == "holder" else "holder") or values.get("book") or "")
        if own in books:
            return own
        if own and register not in ("holder", "source"):
            quarters.require_books(self.store, (own,))
        return books[0]

    # ------------------------------------------------------------------------------------------------------ vouchers

    def preview(
        self, requests: Sequence[Request], progress: Progress = no_progress, rows: Sequence[NewRow] = ()
    ) -> Preview:
        """What the requests would book, with every problem, against the balances as they are now and with `rows` entered
        into the registers before."""
        judging = self.judged(requests, progress, rows)
        self._warn(judging, requests)
        changes = [Change(account, before, judging.scene.amount(account)) for account, before in judging.before.items()]
        return Preview(tuple(judging.drafts), tuple(judging.problems), tuple(changes))

    def reverse(self, book: str, number: int, book_date: datetime.date, reason: str, operator: str) -> Posted:
        """Undo a voucher by one with all signs turned; a transfer in both books."""
        request = Request(
            event=Event.REVERSE, holder=book, book_date=book_date, reason=reason, operator=operator, reverses=number
        )
        return self.post([request])

    def _batch(self, requests: Sequence[Request], checked: Sequence[CheckedRow]) -> Batch:
        undoing = undoing_of(self.store, requests)

        def judging(balances: Mapping[tuple[AccountKey, str], int], heads: Mapping[str, Head]) -> Judging:
            background = _with_rows(background_of(self.store, requests, undoing, self._today()), checked)
            numbers = {book: head.number + 1 for book, head in heads.items()}
            return Judging(Scene(balances, background.sources), background, self.policy, numbers)

        return Batch(books_locked(self.store, requests, undoing), judging)

    def _settle(self, judging: Judging, requests: Sequence[Request], writing: Writing, operator: str) -> None:
        self._warn(judging, requests)

    def _warn(self, judging: Judging, requests: Sequence[Request]) -> None:
        """S1 and S4, where an advance is asked for: once a quota year, once a holder."""
        books = advanced_books(requests) & set(judging.background.books)
        if not books:
            return
        rows = {request.holder: row for row, request in reversed(list(enumerate(requests))) if request.holder in books}
        row = min(rows.values())
        for text in self._shares(judging):
            judging.problems.append(Problem("S1", False, row, "amount", text))
        for book in sorted(books):
            quarter = Quarter.of(max(request.book_date for request in requests if request.holder == book))
            late = self.policy.overdue_quarters
            overdue = overdue_projects(self.store, book, quarter, late, judging.scene, judging.drafts)
            if overdue:
                text = overdue_text(judging.background.holder(book), overdue, self.policy)
                judging.problems.append(Problem("S4", False, rows[book], "project", text))

    def _shares(self, judging: Judging) -> list[Sentence]:
        counted = judging.background.sources
        balances = dict(self.store.balances())
        for account, amount in judging.scene.kept.items():
            balances[account, Dimension.TOTAL.value] = amount.total
        sums = advanced_and_obtained(
            balances, lambda code: code in counted and counted[code].counts, Dimension.TOTAL.value
        )
        texts = [share_text(advanced, obtained, year, self.policy) for year, (advanced, obtained) in sorted(sums.items())]
        return [text for text in texts if text is not None]

    # ------------------------------------------------------------------------------------------------------ balances

    def positions(self, until: datetime.date | None = None) -> Positions:
        """Where all quota stands, now or at the end of a day."""
        return Positions.of(self.store.balances((), until), self.sources())

    def notices(self, year: int, until: datetime.date | None = None) -> Sequence[Problem]:
        """S1 to S4 of a quota year, now or at the end of a day: nothing of it refuses."""
        return notices(self.store, self.positions(until), self.policy, year, until or self._today())

    # ------------------------------------------------------------------------------------------------------ quarters

    def quarters(self, book: str) -> Sequence[QuarterState]:
        """The quarters of a book that were ever closed, in their order, each as it is now."""
        return quarters.quarters_of(self.store, book)

    def due_quarter(self, book: str) -> Quarter | None:
        """The quarter of a book that is to be closed next; None while it has no vouchers."""
        return quarters.expected_quarter(self.store, book)

    def close_quarter(self, quarter: Quarter, books: Collection[str], operator: str) -> Sequence[QuarterState]:
        """Close a quarter of these books (all or none): number and seal of each head go on record, requests still open are
        listed for the next quarter. InputError where it is not the turn of that quarter, or a balance at its end is below
        nothing."""
        return quarters.close(self.store, quarter, books, operator, self._today(), self.policy)

    def reopen_quarter(
        self, quarter: Quarter, books: Collection[str], reason: str, operator: str
    ) -> Sequence[QuarterState]:
        """Open the last closed quarter of these books again (反结账): by the city only, with a reason, on record."""
        return quarters.reopen(self.store, quarter, books, reason, operator, self._today())


def _with_rows(background: Background, rows: Sequence[CheckedRow]) -> Background:
    """The background as it is once rows have been entered."""
    if not rows:
        return background
    projects, approvals, ceilings = dict(background.projects), dict(background.approvals), dict(background.ceilings)
    for row in rows:
        if row.register == "project":
            projects[row.key] = subject_of(Project, row.values)
        elif row.register == "approval":
            approvals[row.key] = row.values
        elif row.register == "ceiling":
            ceilings[row.key] = int(row.values["area"] or 0)
    return replace(background, projects=projects, approvals=approvals, ceilings=ceilings)
