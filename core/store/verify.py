"""Whether a ledger is as it was posted: every seal, every number, every sum computed again, in any store.

A chain that nobody keeps an anchor of can be built anew by whoever can replace the file. Anchors are the seals printed on
quarter filings, those in the quarter records, and those of backups; verification looks each of them up in the chain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ..balance.reserve.vocabulary import AREA_DIMENSIONS
from ..errors import InputError
from ..ledger.chain import GENESIS, sealed_record, sealed_voucher
from ..ledger.model import AccountKey, Record, Voucher, unbalanced, voucher_label
from ..progress import Progress, no_progress
from ..quota.vocabulary import Dimension, State
from ..sentence import Sentence, sentence, translate
from .appending import Appending, Place
from .interface import Head, Store

MOST = 1000
"""Findings that are listed; a ledger with more has one cause, and the first of them names it."""

_EVERY = 500


@dataclass(frozen=True)
class Anchor:
    """A seal known from elsewhere: voucher `number` of `book` has `hash`. `source` says from where."""

    book: str
    number: int
    hash: str
    source: Sentence


@dataclass(frozen=True)
class Finding:
    """What does not hold: in the voucher `number` of a book, in a book (no number), in the ledger itself (no book)."""

    text: Sentence
    book: str = ""
    number: int | None = None

    @property
    def place(self) -> str:
        """The voucher's number as people write it, the book, or ''."""
        return self.book if self.number is None else voucher_label(self.book, self.number)


@dataclass
class Verified:
    """What was looked at, and what does not hold. `first` names a voucher if any finding does."""

    findings: list[Finding] = field(default_factory=list)
    heads: dict[str, Head] = field(default_factory=dict)
    vouchers: int = 0
    postings: int = 0
    records: int = 0
    more: int = 0

    @property
    def clean(self) -> bool:
        return not self.findings

    @property
    def first(self) -> Finding | None:
        """The first bad row: a voucher before a book, a book before the ledger."""
        numbered = [finding for finding in self.findings if finding.number is not None]
        of_books = [finding for finding in self.findings if finding.book]
        return next(iter([*numbered, *of_books, *self.findings]), None)

    def add(self, text: Sentence, book: str = "", number: int | None = None) -> None:
        """One more finding."""
        if len(self.findings) < MOST:
            self.findings.append(Finding(text, book, number))
        else:
            self.more += 1


def verify(store: Store, anchors: Iterable[Anchor] = (), progress: Progress = no_progress) -> Verified:
    """Compute everything again. InputError only where the ledger can't be read at all; whatever is wrong in it is a
    finding."""
    verified = Verified()
    with store.snapshot():
        for fault in store.faults():
            verified.add(fault)
        try:
            _Walk(store, verified, list(anchors), progress).all()
        except InputError as error:
            if verified.clean:
                raise
            verified.add(error.sentence)
    progress(1.0)
    return verified


class _Walk:
    """One pass over all books."""

    def __init__(self, store: Store, verified: Verified, anchors: list[Anchor], progress: Progress) -> None:
        self.store, self.verified, self.progress = store, verified, progress
        self.anchors = anchors
        self.sums = Appending({}, {})
        self.clearing: dict[tuple[str, str], int] = {}
        self.carriers: dict[str, Voucher] = {}
        self.versions: dict[tuple[str, str], list[Record]] = {}
        self.expected = max(store.count(), 1)

    def all(self) -> None:
        """Books, then what holds over all of them."""
        heads = {book.code: self.store.head(book.code) for book in self.store.books()}
        self.verified.heads.update(heads)
        # All records first: one in the city's book may know the seal of a voucher of a county's.
        for code, head in heads.items():
            self._records(code, head)
        for code, head in heads.items():
            self._vouchers(code, head)
        self.rows()
        self.transfers()
        self.balances()
        self.turnovers()

    # ------------------------------------------------------------------------------------------------ vouchers

    def _vouchers(self, code: str, head: Head) -> None:
        anchors: dict[int, list[Anchor]] = {}
        for anchor in self.anchors:
            if anchor.book == code:
                anchors.setdefault(anchor.number, []).append(anchor)
        last, seal, postings = 0, GENESIS, 0
        for voucher in self._readable(code):
            number = voucher.number
            if number > head.number:
                self._add(translate("LandLedger", "The voucher was put in past the end of the book."), code, number)
                continue
            self._voucher(voucher, last, seal)
            for anchor in anchors.pop(number, ()):
                if anchor.hash != voucher.hash:
                    self._anchored(anchor)
            last, seal = number, voucher.hash
            postings += len(voucher.draft.postings)
        self._end(code, head, last, seal, postings)
        for missing in (anchor for number in sorted(anchors) for anchor in anchors[number]):
            if missing.number or missing.hash != GENESIS:
                self._anchored(missing)

    def _readable(self, code: str) -> Iterator[Voucher]:
        """The vouchers of a book; one that makes no sense ends it."""
        last = 0
        try:
            for voucher in self.store.chain(code):
                yield voucher
                last = voucher.number
                self.verified.vouchers += 1
                self.verified.postings += len(voucher.draft.postings)
                if self.verified.vouchers % _EVERY == 0:
                    self.progress(0.9 * min(self.verified.vouchers / self.expected, 1.0))
        except (ValueError, TypeError, OverflowError) as error:
            template = translate("LandLedger", "The voucher, or one after it, can't be read: {reason}.")
            self.verified.add(sentence(template, reason=error), code, last + 1)

    def _voucher(self, voucher: Voucher, last: int, seal: str) -> None:
        draft, number = voucher.draft, voucher.number
        if number != last + 1:
            text = translate("LandLedger", "The vouchers {first} to {last} are missing.")
            self.verified.add(sentence(text, first=last + 1, last=number - 1), draft.book, last + 1)
        elif voucher.previous != seal:
            self._add(
                translate("LandLedger", "The voucher does not follow the one before it: that one was changed or replaced."),
                draft.book,
                number,
            )
        if not all(type(amount) is int for _, _, amount in draft.postings):
            self._add(translate("LandLedger", "An amount of the voucher is no whole number."), draft.book, number)
            return
        if voucher.hash != sealed_voucher(voucher.previous, number, draft, voucher.recorded):
            self._add(
                translate("LandLedger", "The voucher was changed after it was posted: its content does not fit its seal."),
                draft.book,
                number,
            )
        self._shape(voucher)
        self.sums.keep(draft)
        self._gather_clearing(voucher)

    def _shape(self, voucher: Voucher) -> None:
        """H1 and what else a voucher has to be, whatever its seal says."""
        draft, number = voucher.draft, voucher.number
        for dimension, off in unbalanced(draft.postings).items():
            text = translate("LandLedger", "The voucher does not balance: {dimension} is off by {amount}.")
            self.verified.add(sentence(text, dimension=dimension, amount=_amount(dimension, off)), draft.book, number)
        if len(draft.postings) < 2 or any(account.book != draft.book for account, _, _ in draft.postings):
            text = translate("LandLedger", "The voucher lacks postings, or has some of another book.")
            self._add(text, draft.book, number)
        if draft.reverses is not None and not 0 < draft.reverses < number:
            self._add(translate("LandLedger", "The voucher reverses none that was there before."), draft.book, number)

    def _end(self, code: str, head: Head, last: int, seal: str, postings: int) -> None:
        if last < head.number:
            text = translate("LandLedger", "The vouchers {first} to {last} are missing at the end of the book.")
            self.verified.add(sentence(text, first=last + 1, last=head.number), code, last + 1)
        elif seal != head.hash:
            text = translate("LandLedger", "The seal at the end of the book is not that of its last voucher.")
            self._add(text, code, last or None)
        elif postings != head.postings:
            template = translate("LandLedger", "The book has {found} postings and should have {right}.")
            self.verified.add(sentence(template, found=postings, right=head.postings), code)

    def _anchored(self, anchor: Anchor) -> None:
        template = translate("LandLedger", "The voucher is not the one whose seal is known from {source}.")
        self.verified.add(sentence(template, source=anchor.source), anchor.book, anchor.number)

    def _add(self, template: str, book: str, number: int | None) -> None:
        self.verified.add(sentence(template), book, number)

    # ------------------------------------------------------------------------------------------------ records

    def _records(self, code: str, head: Head) -> None:
        last, seal = 0, GENESIS
        try:
            for record in self.store.record_chain(code):
                self.verified.records += 1
                self._record(record, last, seal)
                last, seal = record.number, record.hash
        except (ValueError, TypeError, AttributeError) as error:
            template = translate("LandLedger", "The record {number} can't be read: {reason}.")
            self.verified.add(sentence(template, number=last + 1, reason=error), code)
            return
        if (last, seal) != (head.record_number, head.record_hash):
            template = translate("LandLedger", "The book should have {right} records and ends with the record {found}.")
            self.verified.add(sentence(template, right=head.record_number, found=last), code)

    def _record(self, record: Record, last: int, seal: str) -> None:
        self.versions.setdefault((record.register, record.key), []).append(replace(record, values={}))
        chained = record.number == last + 1 and record.previous == seal
        if not chained or record.hash != sealed_record(record.previous, record):
            self._changed(record)
        number, known = record.values.get("number"), record.values.get("hash")
        if record.register == "quarter" and isinstance(number, int) and isinstance(known, str) and known:
            source = sentence(translate("LandLedger", "the filing of the quarter {quarter}"), quarter=record.key)
            # The city's book logs the reopening of another book's quarter: the seal is of that one.
            self.anchors.append(Anchor(str(record.values.get("book") or record.book), number, known, source))

    def rows(self) -> None:
        """The versions of each row of a register, from the first on: a row may go on in another book."""
        if not self.store.sees_all:
            return
        for versions in self.versions.values():
            versions.sort(key=lambda record: record.version)
            wrong = next((record for place, record in enumerate(versions, 1) if record.version != place), None)
            if wrong is not None:
                self._changed(wrong)

    def _changed(self, record: Record) -> None:
        template = translate("LandLedger", "The record {number} ({register} {key}) was changed, or one before it is missing.")
        places = {"number": record.number, "register": record.register, "key": record.key}
        self.verified.add(sentence(template, **places), record.book)

    # ------------------------------------------------------------------------------------------------ sums

    def _gather_clearing(self, voucher: Voucher) -> None:
        transfer = voucher.draft.transfer
        for account, dimension, amount in voucher.draft.postings:
            if account.state == State.CLEARING.value:
                key = (transfer, dimension) if transfer else (voucher.label, dimension)
                self.clearing[key] = self.clearing.get(key, 0) + amount
                self.carriers.setdefault(key[0], voucher)

    def transfers(self) -> None:
        """What one holder gave the other one got."""
        if not self.store.sees_all:
            return
        for (transfer, dimension), off in self.clearing.items():
            if off:
                voucher = self.carriers[transfer]
                template = translate(
                    "LandLedger", "The transfer {transfer} is not whole: {dimension} is off by {amount} over both books."
                )
                text = sentence(template, transfer=transfer, dimension=dimension, amount=_amount(dimension, off))
                self.verified.add(text, voucher.draft.book, voucher.number)

    def balances(self) -> None:
        """Balances that are kept against those of the postings."""
        right = {place: amount for place, amount in self.sums.kept.items() if amount}
        for place, kept, sums in _differences(self.store.balances(), right, 0):
            template = translate("LandLedger", "The balance of {account} is kept as {kept} and its postings sum to {sum}.")
            places: dict[str, object] = {"account": _named(place), "kept": _amount(place[1], kept), "sum": _amount(place[1], sums)}
            self.verified.add(sentence(template, **places), place[0].book)
        self.progress(0.95)

    def turnovers(self) -> None:
        """Turnovers that are kept against those of the postings."""
        right = {
            (*place, *months): tuple(sums) for months, places in self.sums.turned.items() for place, sums in places.items()
        }
        found = {tuple(turn[:5]): (turn.received, turn.spent) for turn in self.store.turnover()}
        for key, kept, sums in _differences(found, right, (0, 0)):
            template = translate(
                "LandLedger",
                "The turnover of {account} in {month} is kept as {kept}, and its postings sum to {sum}.",
            )
            account, dimension, month = key[0], key[1], key[2]
            places = {
                "account": _named((account, dimension)), "month": month, "kept": _sides(dimension, kept),
                "sum": _sides(dimension, sums),
            }  # fmt: skip
            self.verified.add(sentence(template, **places), account.book)


def _differences(found: Mapping, right: Mapping, nothing: object) -> Iterator[tuple]:  # type: ignore[type-arg]
    """(key, found, right) where they differ."""
    if found == right:
        return
    for key in (*right, *(key for key in found if key not in right)):
        kept, sums = found.get(key, nothing), right.get(key, nothing)
        if kept != sums:
            yield key, kept, sums


def _named(place: Place) -> str:
    account, dimension = place
    return " ".join(str(part) for part in (*_parts(account), dimension) if part != "")


def _parts(account: AccountKey) -> tuple[object, ...]:
    return account.book, account.year, account.source, account.state, account.project


def _amount(dimension: str, value: int) -> object:
    """An amount as people read it: areas in mu, all six decimals, since the last one may be what is wrong."""
    if dimension in _AREAS:
        return sentence(translate("LandLedger", "{amount} mu"), amount=format(Decimal(value).scaleb(-6), "f"))
    return value


def _sides(dimension: str, sums: tuple[int, int]) -> Sentence:
    template = translate("LandLedger", "{received} in and {spent} out")
    return sentence(template, received=_amount(dimension, sums[0]), spent=_amount(dimension, sums[1]))


_AREAS = frozenset((*(each.value for each in Dimension), *AREA_DIMENSIONS))
