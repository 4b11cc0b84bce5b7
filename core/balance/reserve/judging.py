"""Requests on a reserve judged one after the other: what they would book, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...ledger.model import AccountKey, Draft, Voucher, voucher_label
from ...progress import Progress, no_progress
from ...quota.problems import Problem, Refusal
from ..indicators import Indicators
from .background import Background
from .events import AVL, Entry, entries_of, reversed_lines
from .policy import Policy
from .request import Request
from .rules import (
    draw_problems,
    entry_problems,
    line_problems,
    lot_problems,
    require_complete,
    require_open,
    require_reversible,
)
from .scene import Scene, lines_of, postings_of
from .vocabulary import Event

_TOLD_EVERY = 200


@dataclass
class Judging:
    """The run of one batch. `touched` are the accounts of free amounts that change, with their balance before; `moved` the
    lots that a holder gets a part of and has no row of in its register."""

    scene: Scene
    background: Background
    policy: Policy
    next_number: dict[str, int]
    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    touched: dict[AccountKey, Indicators] = field(default_factory=dict)
    moved: list[Mapping[str, object]] = field(default_factory=list)

    def judge(self, requests: Sequence[Request], progress: Progress = no_progress) -> None:
        """Judge all of them; one that is refused changes nothing, the following are judged without it."""
        for row, request in enumerate(requests):
            if row % _TOLD_EVERY == 0:
                progress(row / len(requests))
            try:
                require_complete(request, self.background)
                if request.event is Event.REVERSE:
                    self._judge_reversal(request, row)
                else:
                    self._judge_event(request, row)
            except Refusal as refusal:
                self.problems.append(refusal.problem(row))

    @property
    def refused(self) -> bool:
        """Whether a hard rule is broken."""
        return any(problem.hard for problem in self.problems)

    def _judge_event(self, request: Request, row: int) -> None:
        background, policy = self.background, self.policy
        book = background.books[request.holder]
        found = [
            *lot_problems(request, background, policy, row),
            *draw_problems(request, background, policy, row),
            *entry_problems(request, book, self.scene, background, row),
        ]
        entries = entries_of(request, self.scene, background)
        for entry in entries:
            found += line_problems(request, entry.lines, self.scene, policy, row)
        self.problems += found
        if any(problem.hard for problem in found):
            return
        transfer = self._label(book) if len(entries) > 1 else ""
        for place, entry in enumerate(entries):
            self._book(_draft(request, entry, transfer, request.origin if place == 0 else ""), entry)
        if request.event is Event.DRAW and request.confirmation:
            background.drawn.add(request.confirmation)
        if request.event is Event.TRANSFER_OUT:
            self._give_rows(request)
        if request.origin:
            background.origins.add(request.origin)

    def _give_rows(self, request: Request) -> None:
        """The receiver's own row of each lot, so that who sees no other book knows what it is."""
        for lot in request.amounts:
            if (request.to_holder, lot) not in self.background.lots:
                row = self.background.lots[request.holder, lot]
                values = {**row.values, "holder": request.to_holder}
                self.background.lots[request.to_holder, lot] = type(row).of(values)
                self.moved.append(values)

    def _judge_reversal(self, request: Request, row: int) -> None:
        background = self.background
        book = background.books[request.holder]
        require_reversible(request, book, background)
        original = background.originals[book, request.reverses or 0]
        group = background.partners.get(original.draft.transfer, (original,))
        holders = {code: holder for holder, code in background.books.items()}
        for each in group:
            require_open(each.draft.book, holders.get(each.draft.book, each.draft.book), request, background)
        entries: list[tuple[Voucher, Entry]] = []
        found: list[Problem] = []
        for each in group:
            entry = Entry(each.draft.book, Event.REVERSE, reversed_lines(lines_of(each.draft.postings)))
            entries.append((each, entry))
            found += line_problems(request, entry.lines, self.scene, self.policy, row)
        self.problems += found
        if any(problem.hard for problem in found):
            return
        transfer = self._label(book) if len(entries) > 1 else ""
        for each, entry in entries:
            self._book(_reversal(request, each, entry, transfer, each.label == original.label), entry)
            background.reversed.add((each.draft.book, each.number))
        if original.draft.event == Event.DRAW.value:
            background.drawn.discard(original.draft.approval)

    def _label(self, book: str) -> str:
        return voucher_label(book, self.next_number[book])

    def _book(self, draft: Draft, entry: Entry) -> None:
        for account, _ in entry.lines:
            if account.state == AVL:
                self.touched.setdefault(account, self.scene.amount(account))
        self.scene.book(entry.lines)
        self.next_number[draft.book] += 1
        self.drafts.append(draft)


def _draft(request: Request, entry: Entry, transfer: str, origin: str) -> Draft:
    return Draft(
        entry.book, entry.event.value, request.book_date, postings_of(entry.lines), request.doc_date, request.doc_no,
        request.project, request.reason, request.operator, request.confirmation, transfer, None, "", origin,
    )  # fmt: skip


def _reversal(request: Request, original: Voucher, entry: Entry, transfer: str, asked: bool) -> Draft:
    draft = original.draft
    return Draft(
        entry.book, Event.REVERSE.value, request.book_date, postings_of(entry.lines), request.doc_date, request.doc_no,
        draft.project, request.reason, request.operator, draft.approval, transfer, original.number, draft.nature,
        request.origin if asked else "",
    )  # fmt: skip


