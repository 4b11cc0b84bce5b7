"""What both stores do alike while books are locked: numbering, sealing, keeping balances and turnovers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..errors import FootingError, InputError
from ..ledger.chain import sealed_record, sealed_voucher
from ..ledger.model import AccountKey, Draft, Record, Scalar, Voucher, unbalanced
from ..sentence import translate
from .interface import Head

TurnoverKey = tuple[AccountKey, str, str, str, str]


class Appending:
    """The state of locked books. A store loads `heads` and `kept` (balances), asks `seal` for vouchers, and writes what
    `changed` and `turned` gathered."""

    def __init__(self, heads: Mapping[str, Head], kept: Mapping[tuple[AccountKey, str], int]) -> None:
        self.heads = dict(heads)
        self.kept = dict(kept)
        self.changed: set[tuple[AccountKey, str]] = set()
        self.turned: dict[TurnoverKey, list[int]] = {}

    def seal(self, drafts: Iterable[Draft]) -> list[Voucher]:
        """The drafts as vouchers of their books; balances and turnovers are brought up to date."""
        recorded = utc_now()
        return [self._sealed(draft, recorded) for draft in drafts]

    def _sealed(self, draft: Draft, recorded: str) -> Voucher:
        head = self.heads.get(draft.book)
        if head is None:
            raise InputError(translate("LandLedger", "The ledger has no book {book} that may be written."), book=draft.book)
        _require_balanced(draft)
        number = head.number + 1
        seal = sealed_voucher(head.hash, number, draft, recorded)
        self.heads[draft.book] = head._replace(number=number, hash=seal, postings=head.postings + len(draft.postings))
        self._keep(draft)
        return Voucher(number, draft, recorded, head.hash, seal)

    def _keep(self, draft: Draft) -> None:
        book_month = draft.book_date.isoformat()[:7]
        doc_month = book_month if draft.doc_date is None else draft.doc_date.isoformat()[:7]
        undone = draft.reverses is not None
        for account, dimension, amount in draft.postings:
            place = (account, dimension)
            self.kept[place] = self.kept.get(place, 0) + amount
            self.changed.add(place)
            sums = self.turned.setdefault((account, dimension, book_month, doc_month, draft.nature), [0, 0])
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
        version = 1 if known is None else known.version + 1
        bare = Record(
            register, key, book, version, dict(values), operator, utc_now(), removed, head.record_number + 1,
            head.record_hash,
        )  # fmt: skip
        record = replace(bare, hash=sealed_record(head.record_hash, bare))
        self.heads[book] = head._replace(record_number=record.number, record_hash=record.hash)
        return record


def _require_balanced(draft: Draft) -> None:
    """H1, and the shape of a voucher: two postings or more, whole numbers, accounts of its own book."""
    wrong = unbalanced(draft.postings)
    if wrong:
        dimension, amount = next(iter(wrong.items()))
        raise FootingError(
            translate("LandLedger", "The voucher does not balance: {dimension} is off by {amount}; nothing was posted."),
            dimension=dimension,
            amount=amount,
        )
    if len(draft.postings) < 2:
        raise FootingError(translate("LandLedger", "A voucher needs two postings at least; nothing was posted."))
    for account, _, amount in draft.postings:
        if account.book != draft.book or type(amount) is not int:
            raise FootingError(
                translate("LandLedger", "A posting of the voucher belongs to another book; nothing was posted.")
            )


def utc_now() -> str:
    """Now, UTC, to the second."""
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
