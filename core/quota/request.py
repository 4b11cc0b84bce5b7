"""What a clerk asks for: one event with its amounts, before it becomes postings."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .vocabulary import NOTHING, Event, QuotaAmount


@dataclass(frozen=True)
class Request:
    """One event to book.

    `holder` is the code of the book. `year` and `source` say which quota; for events on a project whose quota comes from
    several (submit, use, send back, return) `source` '' takes them in the order of the ledger. `approval` is the approval
    document of a use or a clearing. Of a transfer `to_holder` receives (from `source` as `to_source`, if that is given);
    a carry-over goes to `to_year` (the next one if it is None). `reverses` is the number of a voucher in the same book.
    """

    event: Event
    holder: str
    book_date: datetime.date
    amount: QuotaAmount = NOTHING
    year: int = 0
    source: str = ""
    project: str = ""
    doc_no: str = ""
    doc_date: datetime.date | None = None
    approval: str = ""
    reason: str = ""
    operator: str = ""
    to_holder: str = ""
    to_source: str = ""
    to_year: int | None = None
    reverses: int | None = None
    origin: str = ""
