"""Stock, use and links of a reserve by SQL over the vouchers and postings of its file: no code of ours.

Only tables of what was posted and the registers are asked, never what the ledger keeps beside them. Areas are Decimal of 亩.
"""

from __future__ import annotations

import json
import sqlite3
from decimal import Decimal
from pathlib import Path

DIMENSIONS = ("QTY", "PAD", "CAP")

_FROM = "FROM posting p JOIN voucher v ON v.id = p.voucher_id JOIN account a ON a.id = p.account_id"


def _shown(dimension: str, amount: int | None) -> Decimal:
    return Decimal(amount or 0) if dimension == "CAP" else Decimal(amount or 0).scaleb(-6)


class ReserveOracle:
    """What the sheets have to say of everything booked up to a day."""

    def __init__(self, path: Path, until: str = "9999-12-31", suffix: str = "BC") -> None:
        self.base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.until, self.suffix = until, suffix

    def lots(self, state: str) -> dict[tuple[str, str], tuple[Decimal, ...]]:
        """Holder and lot → quantity, paddy, capacity in a state, other than nothing."""
        sql = f"""SELECT a.book, a.source, p.dimension, SUM(p.amount) {_FROM}
            WHERE a.state = ? AND v.book_date <= ? AND a.book LIKE ? GROUP BY a.book, a.source, p.dimension"""
        found: dict[tuple[str, str], dict[str, Decimal]] = {}
        for book, lot, dimension, amount in self.base.execute(sql, (state, self.until, f"%{self.suffix}")):
            if amount:
                found.setdefault((book.removesuffix(self.suffix), lot), {})[dimension] = _shown(dimension, amount)
        return {key: tuple(each.get(name, Decimal(0)) for name in DIMENSIONS) for key, each in found.items()}

    def total(self, state: str, without: frozenset[str] = frozenset()) -> tuple[Decimal, ...]:
        """The sum over lots, some left out by their number."""
        rows = [amounts for (_, lot), amounts in self.lots(state).items() if lot not in without]
        return tuple(sum((row[place] for row in rows), Decimal(0)) for place in range(3))

    def running(self) -> frozenset[str]:
        """Numbers of lots that are not accepted, by the latest rows of the register."""
        latest: dict[str, dict] = {}
        for key, values in self.base.execute("SELECT key, content FROM record WHERE register = 'lot' ORDER BY version"):
            latest[key] = json.loads(values)
        return frozenset(key.split(":")[1] for key, values in latest.items() if values.get("running"))

    def used_in(self, beginning: str) -> tuple[tuple[Decimal, ...], int]:
        """What was drawn in days that begin with a text (2023, 2023-05), reversals taken off, and by how many projects."""
        sql = f"""SELECT a.project, p.dimension, SUM(p.amount) {_FROM}
            WHERE a.state = 'USE' AND v.nature = 'draw' AND v.book_date LIKE ? AND v.book_date <= ?
            GROUP BY a.project, p.dimension"""
        sums, projects = dict.fromkeys(DIMENSIONS, Decimal(0)), set()
        for project, dimension, amount in self.base.execute(sql, (f"{beginning}%", self.until)):
            sums[dimension] += _shown(dimension, amount)
            if amount > 0:
                projects.add(project)
        return tuple(sums.values()), len(projects)

    def links(self, state: str) -> dict[tuple[str, str], tuple[Decimal, ...]]:
        """Project and lot → what stands in a state for the project."""
        sql = f"""SELECT a.project, a.source, p.dimension, SUM(p.amount) {_FROM}
            WHERE a.state = ? AND v.book_date <= ? AND a.book LIKE ? GROUP BY a.project, a.source, p.dimension"""
        found: dict[tuple[str, str], dict[str, Decimal]] = {}
        for project, lot, dimension, amount in self.base.execute(sql, (state, self.until, f"%{self.suffix}")):
            if amount:
                found.setdefault((project, lot), {})[dimension] = _shown(dimension, amount)
        return {key: tuple(each.get(name, Decimal(0)) for name in DIMENSIONS) for key, each in found.items()}
