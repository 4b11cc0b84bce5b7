"""What is asked of a reserve book: one event over any number of lots, before it becomes postings."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..indicators import Indicators
from .vocabulary import Event


@dataclass(frozen=True)
class Request:
    """One event to book, all of its lots or none.

    `holder` is whose lots they are, by code; `amounts` what is moved of each lot, by its code. Of an opening or an entry
    they are the original amounts, and `used` what was drawn of them before. A link names its `project`; a draw its
    `confirmation` number, too (its `doc_no` is that of the land approval). A transfer goes to `to_holder`. `reverses` is
    the number of a voucher in the holder's book. `origin`, unique in the ledger, tells a row that was imported before.
    """

    event: Event
    holder: str
    book_date: datetime.date
    amounts: Mapping[str, Indicators] = field(default_factory=dict)
    used: Mapping[str, Indicators] = field(default_factory=dict)
    project: str = ""
    confirmation: str = ""
    doc_no: str = ""
    doc_date: datetime.date | None = None
    reason: str = ""
    operator: str = ""
    to_holder: str = ""
    reverses: int | None = None
    origin: str = ""
