"""Rows of a ledger's tables as vouchers and records, whichever database they came from."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from typing import Any

from ..ledger.chain import values_text
from ..ledger.model import Draft, Posting, Record, Voucher


def voucher_row(key: int, voucher: Voucher) -> tuple[Any, ...]:
    """The row of a voucher, in the order of VOUCHER_COLUMNS."""
    draft = voucher.draft
    return (
        key, draft.book, voucher.number, draft.event, draft.nature, draft.book_date.isoformat(),
        None if draft.doc_date is None else draft.doc_date.isoformat(), draft.doc_no, draft.project, draft.reason,
        draft.operator, draft.approval, draft.transfer, draft.reverses, draft.origin or None, voucher.recorded,
        voucher.previous, voucher.hash,
    )  # fmt: skip


def voucher_of(row: Sequence[Any], postings: Sequence[Posting]) -> Voucher:
    """The voucher of a row; dates may be text or dates."""
    (_, book, number, event, nature, book_date, doc_date, doc_no, project, reason, operator, approval, transfer,
     reverses, origin, recorded, previous, seal) = row  # fmt: skip
    draft = Draft(
        book, event, day_of(book_date), tuple(postings), None if doc_date is None else day_of(doc_date), doc_no, project,
        reason, operator, approval, transfer, reverses, nature, origin or "",
    )  # fmt: skip
    return Voucher(number, draft, recorded, previous, seal)


def record_row(record: Record) -> tuple[Any, ...]:
    """The row of a record, in the order of RECORD_COLUMNS."""
    return (
        record.book, record.number, record.register, record.key, record.version, values_text(record.values),
        record.operator, record.recorded, int(record.removed), record.previous, record.hash,
    )  # fmt: skip


def record_of(row: Sequence[Any]) -> Record:
    """The record of a row."""
    book, number, register, key, version, content, operator, recorded, removed, previous, seal = row
    return Record(
        register, key, book, version, json.loads(content), operator, recorded, bool(removed), number, previous, seal
    )


def day_of(value: Any) -> datetime.date:
    """A day as a database gives it: text, or a date."""
    return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(value)
