"""Posting as books of quota and of reserve share it: requests and rows of registers in one writing, all of them or none.

A ledger of a kind of books says which books a batch writes into and how it is judged; the order of things is here: rows first,
then the requests against balances that are locked, then vouchers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from ..ledger.model import AccountKey, Draft, Record, Scalar, Voucher
from ..progress import Progress, no_progress, part_of
from ..store import Head, Store, Writing
from .problems import Problem, Refused

Balances = Mapping[tuple[AccountKey, str], int]


class NewRow(NamedTuple):
    """A row of a register that is to be entered together with vouchers: all of it or nothing."""

    register: str
    values: Mapping[str, object]


class CheckedRow(NamedTuple):
    """A row as its register keeps it, with its key and the book it stands in."""

    register: str
    key: str
    book: str
    values: Mapping[str, Scalar]


@dataclass(frozen=True)
class Posted:
    """What was booked, and the warnings."""

    vouchers: tuple[Voucher, ...]
    warnings: tuple[Problem, ...]


class Judge(Protocol):
    """What judges the requests of a batch one after the other."""

    drafts: list[Draft]
    problems: list[Problem]

    def judge(self, requests: Sequence[Any], progress: Progress = ...) -> None:
        """Judge all of them."""

    @property
    def refused(self) -> bool:
        """Whether a hard rule is broken."""


@dataclass(frozen=True)
class Batch:
    """The books that requests write into, and what judges them against balances and heads of these books as they are when it
    is called."""

    books: set[str]
    judging: Callable[[Balances, Mapping[str, Head]], Any]


class BatchLedger:
    """Base of the ledgers: `_checked_rows`, `_batch` and perhaps `_settle` are theirs."""

    store: Store

    def _checked_rows(self, rows: Sequence[tuple[str, Mapping[str, object]]]) -> list[CheckedRow]:
        """The rows with key and book; InputError naming what is not valid."""
        raise NotImplementedError

    def _batch(self, requests: Sequence[Any], checked: Sequence[CheckedRow]) -> Batch:
        """The batch of requests, with rows entered before."""
        raise NotImplementedError

    def _settle(self, judging: Any, requests: Sequence[Any], writing: Writing, operator: str) -> None:
        """What is left to do once nothing is refused, before vouchers are appended."""

    def put_all(self, rows: Sequence[tuple[str, Mapping[str, object]]], operator: str = "") -> list[Record]:
        """Enter rows, each with the name of its register, or their next versions: all or none."""
        ready = self._checked_rows(rows)
        with self.store.writing({row.book for row in ready}) as writing:
            return _entered(writing, ready, operator)

    def post(
        self,
        requests: Sequence[Any],
        progress: Progress = no_progress,
        rows: Sequence[NewRow] = (),
        operator: str = "",
    ) -> Posted:
        """Book all requests or none, with `rows` entered into the registers before. Refused, with all problems, where one
        breaks a hard rule."""
        if not requests and not rows:
            return Posted((), ())
        checked = self._checked_rows(rows)
        batch = self._batch(requests, checked)
        if requests and not batch.books:
            raise Refused(self.judged(requests, progress, rows).problems, len(requests) == 1)
        with self.store.writing(batch.books | {row.book for row in checked}) as writing:
            _entered(writing, checked, operator)
            judging = batch.judging(writing.balances(), {book: writing.head(book) for book in batch.books})
            judging.judge(requests, part_of(progress, 0.0, 0.5))
            if judging.refused:
                raise Refused(judging.problems, len(requests) == 1)
            self._settle(judging, requests, writing, operator)
            vouchers = writing.append(judging.drafts)
            # The last moment to cancel: what comes after the block is posted.
            progress(1.0)
        return Posted(tuple(vouchers), tuple(judging.problems))

    def judged(self, requests: Sequence[Any], progress: Progress, rows: Sequence[NewRow]) -> Any:
        """The requests judged against the balances as they are now, with rows entered before; nothing is written."""
        batch = self._batch(requests, self._checked_rows(rows))
        balances = self.store.balances(batch.books) if batch.books else {}
        judging = batch.judging(balances, {book: self.store.head(book) for book in batch.books})
        judging.judge(requests, progress)
        return judging


def _entered(writing: Writing, rows: Sequence[CheckedRow], operator: str) -> list[Record]:
    return [writing.put(row.register, row.key, row.book, row.values, operator) for row in rows]
