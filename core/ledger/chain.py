"""The chain of a book: each voucher is sealed together with the seal of the one before it.

The canonical form is text in UTF-8, the same in every store: one `name=value` a line in the order below, then one line
for each posting in its order. A backslash, a line feed, a carriage return and a bar are written \\\\, \\n, \\r and \\p,
so no value can pretend to be another line. The seal is SHA-256, in hexadecimal, over the seal before it, a line feed
and the canonical form. The seal of the head is printed on every quarter filing: without that anchor a chain proves
nothing, because whoever can replace the file can build it anew.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Mapping

from .model import AccountKey, Draft, Record, Scalar

GENESIS = "0" * 64
"""The seal before the first one of a book."""

_SPECIAL = re.compile(r"[\\\n\r|]").search
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "|": "\\p"})


def sealed_voucher(previous: str, number: int, draft: Draft, recorded: str) -> str:
    """The seal of a voucher."""
    return _sealed(previous, canonical_voucher(number, draft, recorded))


def sealed_record(previous: str, record: Record) -> str:
    """The seal of a version of a record, but for its own `previous` and `hash`."""
    return _sealed(previous, canonical_record(record))


def canonical_voucher(number: int, draft: Draft, recorded: str) -> str:
    """The canonical form of a voucher, version 1."""
    texts = (
        draft.book, draft.event, draft.nature, draft.doc_no, draft.project, draft.reason, draft.operator, draft.approval,
        draft.transfer, draft.origin,
    )  # fmt: skip
    if _SPECIAL("".join(texts)):
        texts = tuple(map(_plain, texts))  # type: ignore[assignment]
    book, event, nature, doc_no, project, reason, operator, approval, transfer, origin = texts
    doc_date = "" if draft.doc_date is None else draft.doc_date.isoformat()
    reverses = "" if draft.reverses is None else str(draft.reverses)
    head = (
        f"voucher=1\nbook={book}\nnumber={number}\nevent={event}\nnature={nature}"
        f"\nbook_date={draft.book_date.isoformat()}\ndoc_date={doc_date}\ndoc_no={doc_no}\nproject={project}"
        f"\nreason={reason}\noperator={operator}\napproval={approval}\ntransfer={transfer}\nreverses={reverses}"
        f"\norigin={origin}\nrecorded={_plain(recorded)}"
    )
    return head + "".join([f"{_line_start(account, dimension)}{amount}" for account, dimension, amount in draft.postings])


@functools.lru_cache(maxsize=1 << 16)
def _line_start(account: AccountKey, dimension: str) -> str:
    """The line of a posting up to its amount; the same few accounts come again and again."""
    parts = (account.source, account.state, account.project, dimension)
    return f"\nposting={account.year}|" + "".join([_plain(part) + "|" for part in parts])


def canonical_record(record: Record) -> str:
    """The canonical form of a version of a record, version 1."""
    return (
        f"record=1\nbook={_plain(record.book)}\nnumber={record.number}\nregister={_plain(record.register)}"
        f"\nkey={_plain(record.key)}\nversion={record.version}\nremoved={int(record.removed)}"
        f"\noperator={_plain(record.operator)}\nrecorded={_plain(record.recorded)}"
        f"\nvalues={_plain(values_text(record.values))}"
    )


def values_text(values: Mapping[str, Scalar]) -> str:
    """The values of a record as JSON, keys sorted, nothing escaped that need not be."""
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sealed(previous: str, text: str) -> str:
    return hashlib.sha256(f"{previous}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()


def _plain(text: str) -> str:
    return text.translate(_ESCAPES) if _SPECIAL(text) else text
