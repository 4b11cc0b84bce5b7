"""A made-up journal of land quota, and the same journal as text for plain-text accounting programs.

Everything is made up: holders, projects, documents, amounts. The same seed gives the same journal.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ..core.ledger.model import AccountKey, Draft
from ..core.quota.request import Request
from ..core.quota.vocabulary import Event, QuotaAmount

HOLDERS = tuple(f"3715{number:02d}" for number in range(1, 13))
SOURCES = ("ZC", "JY", "ZX", "JC", "QT")
PROJECTS = 40
"""Projects a holder has."""
FIRST = date(2025, 1, 1)
DAYS = 690
STEP = 100
"""Micro-mu of 0.0001 mu."""


def requests(count: int, seed: int = 1) -> list[Request]:
    """So many requests in the order of their dates, all of which the rules allow."""
    chance = random.Random(seed)
    book = _Book(chance)
    return [book.request(FIRST + timedelta(days=DAYS * number // count), number) for number in range(count)]


class _Book:
    """What is held while the journal is made up: nothing is spent that is not there."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.available: dict[tuple[str, int, str], int] = {}
        self.held: dict[tuple[str, str], dict[tuple[int, str], int]] = {}

    def request(self, day: date, number: int) -> Request:
        """One more: quota comes, is given to a project, is submitted, approved."""
        chance = self.chance
        holder, source = chance.choice(HOLDERS), chance.choice(SOURCES)
        place = (holder, day.year, source)
        project = f"{holder}-{chance.randrange(PROJECTS):03d}"
        stage = number % 4
        pending = self.held.setdefault((project, "PEN"), {})
        allocated = self.held.setdefault((project, "ALC"), {})
        if stage == 3 and pending:
            return self._use(holder, project, day, number)
        if stage == 2 and allocated:
            return self._submit(holder, project, day)
        if stage == 1 and self.available.get(place, 0) > STEP:
            amount = min(self.available[place], STEP * chance.randrange(1, 400_000))
            self.available[place] -= amount
            allocated[day.year, source] = allocated.get((day.year, source), 0) + amount
            return Request(Event.ALLOCATE, holder, day, _parts(amount), day.year, source, project, f"县〔{day.year}〕{number}号")
        amount = STEP * chance.randrange(1, 2_000_000)
        self.available[place] = self.available.get(place, 0) + amount
        return Request(Event.ISSUE, holder, day, _parts(amount), day.year, source, doc_no=f"省〔{day.year}〕{number}号")

    def _submit(self, holder: str, project: str, day: date) -> Request:
        (year, source), amount = self.held[project, "ALC"].popitem()
        pending = self.held.setdefault((project, "PEN"), {})
        pending[year, source] = pending.get((year, source), 0) + amount
        return Request(Event.SUBMIT, holder, day, _parts(amount), year, source, project)

    def _use(self, holder: str, project: str, day: date, number: int) -> Request:
        (year, source), amount = self.held[project, "PEN"].popitem()
        document = f"省政土字〔{day.year}〕{number}号"
        return Request(Event.USE, holder, day, _parts(amount), year, source, project, document, approval=document)


def _parts(amount: int) -> QuotaAmount:
    """All of it agricultural, nothing cultivated: what is left of a part is then never more than what is left of all."""
    return QuotaAmount(amount, amount, 0)


def account_path(account: AccountKey) -> str:
    """An account in the spelling that all plain-text programs accept."""
    parts = (f"H{account.book}", f"Y{account.year}", account.source, account.state)
    project = f":P{account.project}" if account.project else ""
    return "Assets:" + ":".join(parts) + project


def ledger_text(drafts: Sequence[Draft]) -> Iterator[str]:
    """The journal as `ledger` and `hledger` read it."""
    for number, draft in enumerate(drafts, 1):
        yield f"{draft.book_date.isoformat()} ({number}) {draft.event}\n"
        for account, dimension, amount in draft.postings:
            yield f"    {account_path(account)}  {amount} {dimension}\n"
        yield "\n"


def beancount_text(drafts: Sequence[Draft]) -> Iterator[str]:
    """The journal as `bean-check` reads it."""
    accounts = dict.fromkeys(account_path(account) for draft in drafts for account, _, _ in draft.postings)
    yield 'option "booking_method" "NONE"\n'
    for account in accounts:
        yield f"{FIRST.isoformat()} open {account}\n"
    for draft in drafts:
        yield f'{draft.book_date.isoformat()} * "{draft.event}" "{draft.doc_no}"\n'
        for account, dimension, amount in draft.postings:
            yield f"  {account_path(account)}  {amount} {dimension}\n"
        yield "\n"
