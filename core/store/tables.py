"""The tables of a ledger, the same in both stores; the SQL of each store is beside this."""

from __future__ import annotations

from collections.abc import Mapping

from ..sentence import Sentence, translate


def sql(*parts: str) -> str:
    """A statement of its parts: our own words and names; values travel in places."""
    return " ".join(parts)


OBJECT_KINDS: Mapping[str, Sentence] = {
    "table": Sentence(translate("LandLedger", "table")),
    "index": Sentence(translate("LandLedger", "index")),
    "trigger": Sentence(translate("LandLedger", "trigger")),
    "view": Sentence(translate("LandLedger", "view")),
    "function": Sentence(translate("LandLedger", "function")),
    "policy": Sentence(translate("LandLedger", "row policy")),
}
"""What a database is made of, for people."""

VOUCHER_COLUMNS = (
    "id", "book", "number", "event", "nature", "book_date", "doc_date", "doc_no", "project", "reason", "operator",
    "approval", "transfer", "reverses", "origin", "recorded", "previous", "hash",
)  # fmt: skip
POSTING_COLUMNS = ("voucher_id", "line", "account_id", "dimension", "amount")
ACCOUNT_COLUMNS = ("id", "book", "year", "source", "state", "project")
RECORD_COLUMNS = (
    "book", "number", "register", "key", "version", "content", "operator", "recorded", "removed", "previous", "hash",
)  # fmt: skip
