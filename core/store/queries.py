"""The condition of a VoucherQuery as SQL that both databases understand."""

from __future__ import annotations

from typing import Any

from .interface import VoucherQuery
from .tables import sql


def voucher_condition(
    query: VoucherQuery, mark: str, like: str = "LIKE", lines: str = "p.voucher_id = v.id"
) -> tuple[str, list[Any]]:
    """` WHERE …` over `voucher v`, and what stands in its places; `mark` is how the database writes a place, `like` the
    comparison that takes A for a, `lines` how it finds the postings of a voucher."""
    parts: list[str] = []
    places: list[Any] = []

    def add(part: str, *values: Any) -> None:
        parts.append(part)
        places.extend(values)

    for column, values in (("book", query.books), ("event", query.events), ("number", query.numbers)):
        if values:
            add(f"v.{column} IN ({','.join([mark] * len(values))})", *values)
    if query.since is not None:
        add(f"v.book_date >= {mark}", query.since.isoformat())
    if query.until is not None:
        add(f"v.book_date <= {mark}", query.until.isoformat())
    for column in ("project", "approval", "transfer", "doc_no"):
        value = getattr(query, column)
        if value:
            add(f"v.{column} = {mark}", value)
    _add_accounts(query, mark, lines, parts, places)
    if query.text:
        pattern = "%" + query.text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"
        columns = ("doc_no", "project", "reason", "operator")
        add("(" + " OR ".join(f"v.{column} {like} {mark} ESCAPE '!'" for column in columns) + ")", *[pattern] * len(columns))
    return (" WHERE " + " AND ".join(parts) if parts else ""), places


def _add_accounts(query: VoucherQuery, mark: str, lines: str, parts: list[str], places: list[Any]) -> None:
    """Vouchers with a posting on such an account."""
    named = [(name, getattr(query, name)) for name in ("year", "source", "state") if getattr(query, name)]
    if named:
        held = " AND ".join(f"a.{name} = {mark}" for name, _ in named)
        parts.append(
            sql("EXISTS (SELECT 1 FROM posting p JOIN account a ON a.id = p.account_id WHERE", lines, "AND", held, ")")
        )
        places.extend(value for _, value in named)
