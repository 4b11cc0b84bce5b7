"""T01 用地指标流水账: a row for each line of a voucher on an account of the holder's own, with its rolling balance."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...area import Area
from ...ledger.model import AccountKey, Voucher, voucher_label
from ...progress import Progress, no_progress
from ...store.interface import Store, VoucherQuery
from ...workbook import FilledTable, Layout, Row, RowKind, load_layout
from ...workbook.layout import Position
from ...workbook.table import Value
from ..books import quota_store
from ..quarter import Quarter
from ..vocabulary import NOTHING, OWN_STATES, Event, QuotaAmount
from .job import QuotaJob
from .moves import Basis, Line, date_of, lines_of
from .names import Names, contra_name, is_separate, printed_words

SEPARATE_SHEET = "用地指标流水账（单列）"
_OWN = frozenset(state.value for state in OWN_STATES)
_TRANSFERS = (Event.TRANSFER_OUT.value, Event.TRANSFER_IN.value)

BalanceKey = tuple[str, int, str, str]
"""Book, year, source, state: the account a balance rolls in."""


class JournalVoucher(NamedTuple):
    """What the lines of a voucher print of it; its postings and seals would fill the memory of a large ledger."""

    number: int
    nature: str
    undone: bool
    book_date: datetime.date
    doc_date: datetime.date | None
    doc_no: str
    project: str
    operator: str
    reason: str


class JournalLine(NamedTuple):
    """A line of the journal: on which account, its amount as its side shows it, the balance after it, micro-mu."""

    voucher: JournalVoucher
    account: AccountKey
    comes_in: bool
    total: int
    agricultural: int
    cultivated: int
    balance: int
    contra: str

    @property
    def nested(self) -> bool:
        """Whether cultivated ≤ agricultural ≤ total (H3)."""
        return QuotaAmount(self.total, self.agricultural, self.cultivated).nested


@dataclass(frozen=True)
class Journal:
    """The lines of each book in their order, and the balance in which each account ends."""

    lines: Mapping[str, tuple[JournalLine, ...]]
    closing: Mapping[BalanceKey, QuotaAmount]
    separate: bool = False

    @property
    def count(self) -> int:
        """How many lines there are."""
        return sum(map(len, self.lines.values()))

    def sides(self, book: str) -> tuple[int, int]:
        """Σ 收入 and Σ 支出 of a book, micro-mu."""
        received = sum(line.total for line in self.lines[book] if line.comes_in)
        return received, sum(line.total for line in self.lines[book] if not line.comes_in)


def journals(
    store: Store, job: QuotaJob, names: Names, progress: Progress = no_progress
) -> tuple[Journal, Journal]:
    """The journal of plan quota and advances, and that of the sources which are kept apart.

    Accounts of the quota year of the job; vouchers up to the day of the job, by its basis.
    """
    partners = _Partners(store, names)
    contras: dict[tuple[object, ...], str] = {}
    kept: tuple[dict[str, list[JournalLine]], dict[str, list[JournalLine]]] = (
        {book: [] for book in job.books},
        {book: [] for book in job.books},
    )
    balances: dict[BalanceKey, QuotaAmount] = {}
    accounts: dict[AccountKey, AccountKey] = {}
    query = VoucherQuery(books=job.books, until=job.until if job.basis is Basis.BOOKING else None)
    total = max(1, store.count(query))
    for number, voucher in enumerate(store.vouchers(query)):
        if number % 1024 == 0:
            progress(number / total)
        draft = voucher.draft
        if job.basis is Basis.DOCUMENT and job.until is not None and date_of(draft, job.basis) > job.until:
            continue
        lines, printed = lines_of(draft), None
        for line in lines:
            account = line.account
            if account.state not in _OWN or account.year != job.year:
                continue
            key = (account.book, account.year, account.source, account.state)
            balance = balances[key] = balances.get(key, NOTHING).plus(line.amount)
            contra = _contra(line, lines, names, partners.of(voucher), contras)
            printed = printed or _printed(voucher)
            account = accounts.setdefault(account, account)
            made = JournalLine(printed, account, line.comes_in, *line.size, balance.total, contra)
            kept[is_separate(names.source(account.source))][account.book].append(made)
    return tuple(  # type: ignore[return-value]
        Journal(
            {book: tuple(lines) for book, lines in by_book.items() if lines},
            {key: amount for key, amount in balances.items() if is_separate(names.source(key[2])) is separate},
            separate,
        )
        for separate, by_book in zip((False, True), kept)
    )


def journal_table(journal: Journal, job: QuotaJob, names: Names) -> FilledTable:
    """The sheet; its rows are made while they are read, a hundred thousand of them at once would fill the memory."""
    layout = load_layout("T01", job.folder)
    sheet = SEPARATE_SHEET if journal.separate else ""
    return FilledTable(layout, JournalRows(journal, names, layout), sheet_name=sheet, title_places=job.title_places)


class JournalRows:
    """The rows of the journal; can be read again and again."""

    def __init__(self, journal: Journal, names: Names, layout: Layout) -> None:
        self.journal, self._names, self._words = journal, names, printed_words()
        self._grouped = next((group for group in layout.groups if group.key == "HOLDER"), None)
        self._total = layout.total
        self._first = layout.columns[0].key
        self._quarters: dict[datetime.date, str] = {}

    def __iter__(self) -> Iterator[Row]:
        total = self._total
        if not self.journal.count:
            return
        if total and total.position is Position.FIRST:
            yield self._total_row()
        number = 0
        for book, lines in self.journal.lines.items():
            holder = self._names.holder(book)
            if self._grouped and self._grouped.position is Position.FIRST:
                yield self._subtotal(book, holder)
            for line in lines:
                number += 1
                yield Row(self._values(number, holder, line))
            if self._grouped and self._grouped.position is Position.LAST:
                yield self._subtotal(book, holder)
        if total and total.position is Position.LAST:
            yield self._total_row()

    def _values(self, number: int, holder: str, line: JournalLine) -> dict[str, Value]:
        voucher, account = line.voucher, line.account
        project = account.project or voucher.project
        return {
            "SEQ": number,
            "BOOK_DATE": voucher.book_date,
            "QUOTA_YEAR": account.year,
            "HOLDER": holder,
            "SOURCE": self._names.source(account.source).label,
            "STATE": self._words.state(account.state),
            "TXN_TYPE": self._words.event(voucher.nature, voucher.undone),
            "DOC_NO": voucher.doc_no,
            "PRJ_ID": project,
            "PRJ_NAME": self._names.project(project).name if project else "",
            "AREA_IN" if line.comes_in else "AREA_OUT": Area(line.total),
            "AREA_NYD": Area(line.agricultural),
            "AREA_GD": Area(line.cultivated),
            "BALANCE": Area(line.balance),
            "CONTRA": line.contra,
            "OPERATOR": voucher.operator,
            "NOTE": voucher.reason,
            "VOUCHER": voucher_label(account.book, voucher.number),
            "DOC_DATE": voucher.doc_date,
            "QUARTER": self._quarter(voucher.book_date),
        }

    def _quarter(self, day: datetime.date) -> str:
        label = self._quarters.get(day)
        if label is None:
            label = self._quarters[day] = Quarter.of(day).label
        return label

    def _subtotal(self, book: str, holder: str) -> Row:
        received, spent = self.journal.sides(book)
        label = self._grouped.label.replace("{value}", holder) if self._grouped else ""
        values: dict[str, Value] = {"HOLDER": holder, "SOURCE": label}
        values.update(AREA_IN=Area(received), AREA_OUT=Area(spent))
        return Row(values, RowKind.SUBTOTAL, 0, "SOURCE")

    def _total_row(self) -> Row:
        received, spent = map(sum, zip(*(self.journal.sides(book) for book in self.journal.lines)))
        label = self._total.label if self._total else ""
        values: dict[str, Value] = {self._first: label, "AREA_IN": Area(received), "AREA_OUT": Area(spent)}
        return Row(values, RowKind.TOTAL, 0, self._first)


def _printed(voucher: Voucher) -> JournalVoucher:
    draft = voucher.draft
    return JournalVoucher(
        voucher.number, draft.nature, draft.reverses is not None, draft.book_date, draft.doc_date, draft.doc_no,
        draft.project, draft.operator, draft.reason,
    )  # fmt: skip


class _Partners:
    """Who stands at the other end of a transfer."""

    def __init__(self, store: Store, names: Names) -> None:
        self._names = names
        self._books: dict[str, set[str]] = {}
        self._transfers: dict[tuple[str, int], str] = {}
        for voucher in quota_store(store).vouchers(VoucherQuery(events=_TRANSFERS)):
            draft = voucher.draft
            self._books.setdefault(draft.transfer, set()).add(draft.book)
            self._transfers[draft.book, voucher.number] = draft.transfer

    def of(self, voucher: Voucher) -> str:
        """The name of the other holder, '' where the voucher is no transfer or the other book may not be seen."""
        draft = voucher.draft
        transfer = draft.transfer
        if transfer not in self._books and draft.reverses is not None:
            transfer = self._transfers.get((draft.book, draft.reverses), "")
        others = self._books.get(transfer, set()) - {draft.book} if transfer else set()
        return "、".join(self._names.holder(book) for book in sorted(others))


def _contra(
    line: Line, lines: Collection[Line], names: Names, partner: str, known: dict[tuple[object, ...], str]
) -> str:
    """The accounts on the other side: those that moved the other way, all others where none did."""
    own = line.account
    against = [each for each in lines if (each.amount.total > 0) is not (line.amount.total > 0)]
    others = [each.account for each in against or lines if each.account != own]
    key = (own.source, own.year, own.project, partner, *others)
    text = known.get(key)
    if text is None:
        text = "；".join(dict.fromkeys(contra_name(own, other, names, partner) for other in others))
        if len(known) < 20_000:
            known[key] = text
    return text
