"""The sheets of a quota ledger by SQL over the vouchers and postings of its file, and Decimal: no code of ours.

Amounts come out as Decimal of 亩. Only tables of what was posted are asked, never what the ledger keeps beside them.
"""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from pathlib import Path

SEPARATE = ("ZJ", "PH")
OWN = ("AVL", "RES", "ALC", "PEN", "USE", "WO")

_LINES = """
SELECT v.book, v.number, v.book_date, v.doc_date, v.nature, v.reverses, a.year, a.source, a.state, a.project,
  SUM(CASE p.dimension WHEN 'NEW' THEN p.amount ELSE 0 END), SUM(CASE p.dimension WHEN 'AGR' THEN p.amount ELSE 0 END),
  SUM(CASE p.dimension WHEN 'CUL' THEN p.amount ELSE 0 END), MIN(p.line)
FROM posting p JOIN voucher v ON v.id = p.voucher_id JOIN account a ON a.id = p.account_id
WHERE a.state IN ('AVL','RES','ALC','PEN','USE','WO') AND a.year = ? AND (? = '' OR {day} <= ?)
GROUP BY v.id, a.id, p.amount > 0 ORDER BY v.book, v.book_date, v.number, MIN(p.line)
"""


def _mu(amount: int | None) -> Decimal:
    return Decimal(amount or 0).scaleb(-6)


def _day(document: bool) -> str:
    return "COALESCE(v.doc_date, v.book_date)" if document else "v.book_date"


class QuotaOracle:
    """What the sheets of a year and a day have to say."""

    def __init__(self, path: Path, year: int, until: str = "", document: bool = False) -> None:
        self.base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.year, self.until, self.day = year, until, _day(document)

    def journal(self) -> list[tuple]:
        """Book, number, source, state, received, spent, agricultural, cultivated, balance after it; in order."""
        rows = self.base.execute(_LINES.replace("{day}", self.day), (self.year, self.until, self.until)).fetchall()
        running: dict[tuple, int] = {}
        found = []
        for book, number, _, _, _, reverses, year, source, state, _, new, agr, cul, _ in rows:
            key = (book, year, source, state)
            running[key] = running.get(key, 0) + new
            undone = reverses is not None
            received = (new < 0) if undone else (new > 0)
            sign = 1 if received else -1
            found.append(
                (book, number, source, state, _mu(new) if received else None, None if received else _mu(-new),
                 _mu(sign * agr), _mu(sign * cul), _mu(running[key]))
            )  # fmt: skip
        return found

    def _sum(self, condition: str, *places: object) -> Decimal:
        sql = (
            "SELECT SUM(p.amount) FROM posting p JOIN voucher v ON v.id = p.voucher_id JOIN account a ON a.id = p.account_id "
            f"WHERE p.dimension = 'NEW' AND a.year = ? AND (? = '' OR {self.day} <= ?) AND {condition}"
        )
        return _mu(self.base.execute(sql, (self.year, self.until, self.until, *places)).fetchone()[0])

    def gained(self, book: str) -> dict[str, Decimal]:
        """The cells of a holder in the yearly summary."""
        own = "a.book = ? AND a.state IN ('AVL','RES','ALC','PEN','USE','WO')"
        plan = f"{own} AND a.source NOT IN ('YZ','ZJ','PH')"
        cells = {
            code: self._sum(f"{plan} AND v.nature = 'issue' AND a.source = ?", book, code)
            for code in ("JC", "ZP", "ZC", "JY", "ZX")
        }
        cells["QT"] = self._sum(f"{plan} AND v.nature = 'issue' AND a.source IN ('QT','SJ')", book)
        cells["TOTAL"] = sum(cells.values(), Decimal(0))
        cells["ADJ"] = self._sum(f"{plan} AND v.nature IN ('transfer_in','transfer_out')", book)
        carried_in = self._sum(f"{plan} AND v.nature = 'carry_over' AND (p.amount > 0) = (v.reverses IS NULL)", book)
        carried_on = self._sum(f"{plan} AND v.nature = 'carry_over' AND (p.amount < 0) = (v.reverses IS NULL)", book)
        cells["CARRY"] = (
            carried_in
            + self._sum(f"{plan} AND v.nature = 'opening'", book)
            + self._sum(f"{plan} AND v.nature = 'issue' AND a.source = 'XJ'", book)
        )
        cells["OUT"] = -carried_on - self._sum(f"{plan} AND v.nature = 'reclaim'", book)
        cells["ADV"] = -self._sum("a.book = ? AND a.state = 'ADV'", book)
        for key, states in (("PEND", "'PEN'"), ("USED", "'USE','WO'"), ("AVL", "'AVL'"), ("HELD", "'RES','ALC'")):
            cells[key] = self._sum(f"{plan} AND a.state IN ({states})", book)
        cells["LEFT"] = (
            cells["CARRY"] + cells["TOTAL"] + cells["ADJ"] - cells["ADV"] - cells["PEND"] - cells["USED"] - cells["OUT"]
        )
        return cells

    def apart(self, book: str, source: str) -> tuple[Decimal, Decimal]:
        """Of a source kept apart: used or pending, and left."""
        used = self._sum("a.book = ? AND a.source = ? AND a.state IN ('PEN','USE','WO')", book, source)
        return used, self._sum("a.book = ? AND a.source = ? AND a.state IN ('AVL','RES','ALC')", book, source)

    def balance(self, book: str, year: int, source: str, states: tuple[str, ...], day: str) -> Decimal:
        """A balance at the end of a day, by booking date."""
        marks = ",".join("?" * len(states))
        sql = (
            "SELECT SUM(p.amount) FROM posting p JOIN voucher v ON v.id = p.voucher_id JOIN account a ON a.id = p.account_id "
            f"WHERE p.dimension = 'NEW' AND a.book = ? AND a.year = ? AND a.source = ? AND v.book_date <= ? "
            f"AND a.state IN ({marks})"
        )
        return _mu(self.base.execute(sql, (book, year, source, day, *states)).fetchone()[0])

    def accounts(self) -> list[tuple[str, int, str]]:
        """Book, year, source of all accounts of holders."""
        marks = ",".join("?" * (len(OWN) + 1))
        sql = f"SELECT DISTINCT book, year, source FROM account WHERE state IN ({marks})"
        return self.base.execute(sql, (*OWN, "ADV")).fetchall()
