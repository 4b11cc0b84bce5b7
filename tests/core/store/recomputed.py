"""What a ledger must say, computed from its vouchers by other means than the stores: plain loops over plain texts."""

from __future__ import annotations

import hashlib
from collections import defaultdict


def balances_of(drafts, books=None, until=None):
    """(book, year, source, state, project, dimension) → sum, without those that are nothing."""
    sums = defaultdict(int)
    for draft in drafts:
        if (books and draft.book not in books) or (until is not None and draft.book_date > until):
            continue
        for posting in draft.postings:
            sums[(*posting.account, posting.dimension)] += posting.amount
    return {place: total for place, total in sums.items() if total != 0}


def turnover_of(drafts):
    """(book, year, source, state, project, dimension, book month, document month, nature) → [in, out]; a reversal counts
    negative on the side that it undoes."""
    sums = defaultdict(lambda: [0, 0])
    for draft in drafts:
        document = draft.doc_date or draft.book_date
        for posting in draft.postings:
            place = (
                *posting.account, posting.dimension, f"{draft.book_date:%Y-%m}", f"{document:%Y-%m}", draft.nature,
            )  # fmt: skip
            original = -posting.amount if draft.reverses else posting.amount
            side = 0 if original > 0 else 1
            sums[place][side] += abs(posting.amount) * (-1 if draft.reverses else 1)
    return dict(sums)


def escaped(text):
    """A text as the canonical form writes it, character by character."""
    marks = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "|": "\\p"}
    return "".join(marks.get(character, character) for character in text)


def seal_of(previous, voucher):
    """The seal of a posted voucher, from the written rule of the canonical form."""
    draft = voucher.draft
    lines = ["voucher=1"]
    for name, value in (
        ("book", draft.book),
        ("number", voucher.number),
        ("event", draft.event),
        ("nature", draft.nature),
        ("book_date", draft.book_date),
        ("doc_date", draft.doc_date),
        ("doc_no", draft.doc_no),
        ("project", draft.project),
        ("reason", draft.reason),
        ("operator", draft.operator),
        ("approval", draft.approval),
        ("transfer", draft.transfer),
        ("reverses", draft.reverses),
        ("origin", draft.origin),
        ("recorded", voucher.recorded),
    ):
        lines.append(f"{name}=" + ("" if value is None else escaped(str(value))))
    for posting in draft.postings:
        _, year, source, state, project = posting.account
        parts = (str(year), source, state, project, posting.dimension, str(posting.amount))
        lines.append("posting=" + "|".join(escaped(part) for part in parts))
    return hashlib.sha256((previous + "\n" + "\n".join(lines)).encode()).hexdigest()
