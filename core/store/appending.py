"""What both stores do alike while books are locked: numbering, sealing, keeping balances and turnovers."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..errors import FootingError, InputError
from ..ledger.chain import sealed_record, sealed_voucher
from ..ledger.model import AccountKey, Draft, Record, Scalar, Voucher
from ..sentence import translate
from .interface import Head, RowVersion

Place = tuple[AccountKey, str]
"""An account and a dimension: what a balance belongs to."""

Months = tuple[str, str, str]
"""Month of the booking, month of the document, nature."""

_UNKEPT = re.compile("[\0\ud800-\udfff]").search

GREATEST = 2**62
"""No amount and no balance is larger, whatever its sign: both databases keep whole numbers of 64 bits."""


_BROKEN = translate("LandLedger", "{place} does not continue its book: verify the ledger it comes from; nothing was copied.")


class Appending:
    """The state of locked books. A store loads `heads` and `kept` (balances), asks `seal` for vouchers, and writes what
    `changed` (places whose balance moved) and `turned` (months → place → in and out, to be added) gathered."""

    def __init__(self, heads: Mapping[str, Head], kept: Mapping[Place, int]) -> None:
        self.heads = dict(heads)
        self.kept = dict(kept)
        self.changed: set[Place] = set()
        self.turned: dict[Months, dict[Place, list[int]]] = {}

    def seal(self, drafts: Iterable[Draft]) -> list[Voucher]:
        """The drafts as vouchers of their books; balances and turnovers are brought up to date."""
        recorded = utc_now()
        return [self._sealed(draft, recorded) for draft in drafts]

    def _sealed(self, draft: Draft, recorded: str) -> Voucher:
        head = self.heads.get(draft.book)
        if head is None:
            raise InputError(translate("LandLedger", "The ledger has no book {book} that may be written."), book=draft.book)
        _require_text(
            (draft.event, draft.nature, draft.doc_no, draft.project, draft.reason, draft.operator, draft.approval,
             draft.transfer, draft.origin),
        )  # fmt: skip
        _require_balanced(draft)
        number = head.number + 1
        seal = sealed_voucher(head.hash, number, draft, recorded)
        self.heads[draft.book] = Head(
            number, seal, head.postings + len(draft.postings), head.record_number, head.record_hash
        )
        self.keep(draft)
        return Voucher(number, draft, recorded, head.hash, seal)

    def adopt(self, voucher: Voucher) -> None:
        """A voucher of another ledger with its own number and seal, which must be the next ones here."""
        draft = voucher.draft
        head = self.heads.get(draft.book)
        if head is None:
            raise InputError(translate("LandLedger", "The ledger has no book {book} that may be written."), book=draft.book)
        _require_balanced(draft)
        seal = sealed_voucher(head.hash, head.number + 1, draft, voucher.recorded)
        if (voucher.number, voucher.previous, voucher.hash) != (head.number + 1, head.hash, seal):
            raise InputError(_BROKEN, place=voucher.label)
        self.heads[draft.book] = head._replace(
            number=voucher.number, hash=seal, postings=head.postings + len(draft.postings)
        )
        self.keep(draft)

    def adopt_record(self, record: Record) -> None:
        """A version of a record of another ledger with its own number and seal, which must be the next ones here."""
        head = self.heads.get(record.book)
        if head is None:
            raise InputError(translate("LandLedger", "The ledger has no book {book} that may be written."), book=record.book)
        number, seal = head.record_number + 1, sealed_record(head.record_hash, record)
        if (record.number, record.previous, record.hash) != (number, head.record_hash, seal):
            raise InputError(_BROKEN, place=f"{record.register} {record.key}")
        self.heads[record.book] = head._replace(record_number=number, record_hash=seal)

    def keep(self, draft: Draft) -> None:
        """Add the postings of a voucher to balances and turnovers."""
        book_month = draft.book_date.isoformat()[:7]
        doc_month = book_month if draft.doc_date is None else draft.doc_date.isoformat()[:7]
        undone = draft.reverses is not None
        turned = self.turned.setdefault((book_month, doc_month, draft.nature), {})
        kept = self.kept
        for account, dimension, amount in draft.postings:
            place = (account, dimension)
            total = kept[place] = kept.get(place, 0) + amount
            if not -GREATEST <= total <= GREATEST:
                raise InputError(translate("LandLedger", "An amount is too large for the ledger; nothing was posted."))
            sums = turned.get(place)
            if sums is None:
                sums = turned[place] = [0, 0]
                self.changed.add(place)
            if (amount > 0) is not undone:
                sums[0] += amount
            else:
                sums[1] -= amount

    def version(
        self, known: Record | None, register: str, key: str, book: str, values: Mapping[str, Scalar], operator: str,
        removed: bool,
    ) -> Record:  # fmt: skip
        """The next version of a record, sealed; `known` is the latest one."""
        head = self.heads.get(book)
        if head is None:
            raise InputError(translate("LandLedger", "The ledger has no book {book} that may be written."), book=book)
        texts = [value for value in values.values() if isinstance(value, str)]
        _require_text((register, key, operator, *values, *texts))
        version = 1 if known is None else known.version + 1
        bare = Record(
            register, key, book, version, dict(values), operator, utc_now(), removed, head.record_number + 1,
            head.record_hash,
        )  # fmt: skip
        record = replace(bare, hash=sealed_record(head.record_hash, bare))
        self.heads[book] = head._replace(record_number=record.number, record_hash=record.hash)
        return record


def _require_text(texts: Iterable[str]) -> None:
    """Characters that a database or a file can't keep, so that a seal could not be computed again from it."""
    if _UNKEPT("".join(texts)):
        raise InputError(translate("LandLedger", "A text holds a character that no ledger can keep (NUL or half a character)."))


class KeptWriting:
    """What is the same of `Writing` in both stores: all but the rows themselves, which a store writes in `_write` and
    `_write_records`."""

    def __init__(self, appending: Appending) -> None:
        self._appending = appending

    def balance(self, account: AccountKey, dimension: str) -> int:
        return self._appending.kept.get((account, dimension), 0)

    def balances(self) -> Mapping[tuple[AccountKey, str], int]:
        return self._appending.kept

    def head(self, book: str) -> Head:
        return self._appending.heads[book]

    def append(self, drafts: Iterable[Draft]) -> list[Voucher]:
        vouchers = self._appending.seal(drafts)
        self._write(vouchers)
        return vouchers

    def append_sealed(self, vouchers: Sequence[Voucher]) -> None:
        for voucher in vouchers:
            self._appending.adopt(voucher)
        self._write(vouchers)

    def put_sealed(self, records: Sequence[Record]) -> None:
        for record in records:
            self._appending.adopt_record(record)
        self._write_records(records)

    def put_all(self, rows: Sequence[RowVersion], operator: str = "") -> list[Record]:
        known: dict[tuple[str, str], Record] = {}
        keys: dict[str, dict[str, None]] = {}
        for row in rows:
            keys.setdefault(row.register, {})[row.key] = None
        for register, wanted in keys.items():
            known.update({(register, record.key): record for record in self._latest(register, list(wanted))})
        records = []
        for register, key, book, values, removed in rows:
            record = self._appending.version(known.get((register, key)), register, key, book, values, operator, removed)
            known[register, key] = record
            records.append(record)
        if records:
            self._write_records(records)
        return records

    def _latest(self, register: str, keys: Sequence[str]) -> Sequence[Record]:
        """The latest versions of these rows, of those that there are, removed ones too."""
        raise NotImplementedError

    def _write(self, vouchers: Sequence[Voucher]) -> None:
        raise NotImplementedError

    def _write_records(self, records: Sequence[Record]) -> None:
        raise NotImplementedError


def _require_balanced(draft: Draft) -> None:
    """H1, and the shape of a voucher: two postings or more, whole numbers, accounts of its own book."""
    book, sums = draft.book, dict[str, int]()
    for account, dimension, amount in draft.postings:
        if account.book != book or type(amount) is not int:
            raise FootingError(
                translate("LandLedger", "A posting of the voucher belongs to another book; nothing was posted.")
            )
        sums[dimension] = sums.get(dimension, 0) + amount
    if any(sums.values()):
        dimension, off = next((name, total) for name, total in sums.items() if total)
        raise FootingError(
            translate("LandLedger", "The voucher does not balance: {dimension} is off by {amount}; nothing was posted."),
            dimension=dimension,
            amount=off,
        )
    if len(draft.postings) < 2:
        raise FootingError(translate("LandLedger", "A voucher needs two postings at least; nothing was posted."))


def utc_now() -> str:
    """Now, UTC, to the second."""
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
