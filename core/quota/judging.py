"""Requests judged one after the other: what they would book, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ..ledger.model import AccountKey, Draft, Voucher, voucher_label
from ..progress import Progress, no_progress
from ..sentence import translate
from .background import Background, record_use
from .events import ADV, Entry, entries_of, reversed_lines
from .policy import Policy
from .problems import INPUT, Problem, Refusal
from .quarter import Quarter
from .request import Request
from .rules import (
    ceiling_problem,
    line_problems,
    require_complete,
    require_open,
    reversal_problem,
    use_problems,
)
from .scene import Scene, lines_of, postings_of
from .vocabulary import ADVANCE_SOURCE, NOTHING, Event, QuotaAmount, State

_TOLD_EVERY = 1000


@dataclass
class Judging:
    """The run of one batch. `before` holds the balances of the accounts that were touched as they were."""

    scene: Scene
    background: Background
    policy: Policy
    next_number: dict[str, int]
    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    before: dict[AccountKey, QuotaAmount] = field(default_factory=dict)
    _outstanding: dict[str, int] = field(default_factory=dict)
    _no_ceiling: set[str] = field(default_factory=set)

    def judge(self, requests: Sequence[Request], progress: Progress = no_progress) -> None:
        """Judge all of them; one that is refused changes nothing, the following are judged without it."""
        for row, request in enumerate(requests):
            if row % _TOLD_EVERY == 0:
                progress(row / len(requests))
            try:
                require_complete(request, self.background, self.policy)
                if request.event is Event.REVERSE:
                    self._judge_reversal(request, row)
                else:
                    self._judge_entries(request, entries_of(request, self.scene), row)
            except Refusal as refusal:
                self.problems.append(refusal.problem(row))

    @property
    def refused(self) -> bool:
        """Whether a hard rule is broken."""
        return any(problem.hard for problem in self.problems)

    def _judge_entries(self, request: Request, entries: list[Entry], row: int) -> None:
        quarter = Quarter.of(request.book_date)
        found: list[Problem] = []
        for entry in entries:
            found += line_problems(entry.lines, self.scene, self.background, self.policy, row, quarter)
        if request.approval:
            found += use_problems(request, entries, self.background, self.policy, row)
        if request.event is Event.ADVANCE:
            found += self._ceiling(request, row)
        self.problems += found
        if any(problem.hard for problem in found):
            return
        transfer = self._label(request.holder) if len(entries) > 1 else ""
        for place, entry in enumerate(entries):
            self._book(_draft(request, entry, transfer, request.origin if place == 0 else ""), entry)
        if request.origin:
            self.background.origins.add(request.origin)

    def _ceiling(self, request: Request, row: int) -> list[Problem]:
        book = request.holder
        outstanding = self._owed(book) + request.amount.total
        found = ceiling_problem(request, outstanding, self.background, self.policy, row, self._no_ceiling)
        return [] if found is None else [found]

    def _owed(self, book: str) -> int:
        """What is outstanding of a book; counted once, then kept up to date by `_book`."""
        if book not in self._outstanding:
            self._outstanding[book] = -sum(
                amount.total
                for account, amount in self.scene.kept.items()
                if account.book == book and account.state == ADV
            )
        return self._outstanding[book]

    def _judge_reversal(self, request: Request, row: int) -> None:
        refusal = reversal_problem(request, self.background)
        if refusal is not None or request.reverses is None:
            raise refusal or Refusal(INPUT, "reverses", translate("LandLedger", "The number of the voucher is missing."))
        original = self.background.originals[request.holder, request.reverses]
        group = self.background.partners.get(original.draft.transfer, (original,))
        quarter = Quarter.of(request.book_date)
        found: list[Problem] = []
        entries: list[tuple[Voucher, Entry]] = []
        for each in group:
            require_open(each.draft.book, quarter, self.background)
            entry = Entry(each.draft.book, Event.REVERSE, reversed_lines(lines_of(each.draft.postings)))
            entries.append((each, entry))
            found += line_problems(entry.lines, self.scene, self.background, self.policy, row, quarter)
        self.problems += found
        if any(problem.hard for problem in found):
            return
        transfer = self._label(request.holder) if len(entries) > 1 else ""
        for each, entry in entries:
            draft = _reversal(request, each, entry, transfer)
            self._book(draft, entry)
            self.background.reversed.add((each.draft.book, each.number))

    def _label(self, book: str) -> str:
        return voucher_label(book, self.next_number[book])

    def _book(self, draft: Draft, entry: Entry) -> None:
        before, kept = self.before, self.scene.kept
        for account, amount in entry.lines:
            if account not in before:
                before[account] = kept.get(account, NOTHING)
            if account.state == ADV and account.book in self._outstanding:
                self._outstanding[account.book] -= amount.total
        self.scene.book(entry.lines)
        self.next_number[draft.book] += 1
        if draft.approval:
            record_use(self.background.uses, draft)
        self.drafts.append(draft)


def _draft(request: Request, entry: Entry, transfer: str, origin: str) -> Draft:
    return Draft(
        entry.book, entry.event.value, request.book_date, postings_of(entry.lines), request.doc_date, request.doc_no,
        request.project, request.reason, request.operator, request.approval, transfer, None, "", origin,
    )  # fmt: skip


def _reversal(request: Request, original: Voucher, entry: Entry, transfer: str) -> Draft:
    draft = original.draft
    return Draft(
        entry.book, Event.REVERSE.value, request.book_date, postings_of(entry.lines), request.doc_date, request.doc_no,
        draft.project, request.reason, request.operator, draft.approval, transfer, original.number, draft.nature,
        request.origin if entry.book == request.holder else "",
    )  # fmt: skip


def advanced_books(requests: Sequence[Request]) -> set[str]:
    """Books in which an advance is asked for."""
    return {request.holder for request in requests if request.event is Event.ADVANCE}


def advanced_and_obtained(
    balances: Mapping[tuple[AccountKey, str], int], counted: Callable[[str], bool], dimension: str
) -> dict[int, tuple[int, int]]:
    """Quota year → outstanding advances and quota obtained (S1)."""
    found: dict[int, tuple[int, int]] = {}
    for (account, of_dimension), amount in balances.items():
        if of_dimension != dimension:
            continue
        advanced, obtained = found.get(account.year, (0, 0))
        if account.state == ADV and account.source == ADVANCE_SOURCE:
            advanced -= amount
        elif account.state == State.UPPER.value and counted(account.source):
            obtained -= amount
        found[account.year] = (advanced, obtained)
    return found
