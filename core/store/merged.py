"""Sums over projects, made by the database: what tables by holder and source need, without a row a project."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from ..ledger.model import AccountKey
from .interface import Turnover

_KIND = "a.book, a.year, a.source, a.state"


def ends_month(day: datetime.date) -> bool:
    """Whether a day is the last of its month; of the calendar's last day, too, which has none after it."""
    return day.day == calendar.monthrange(day.year, day.month)[1]


class MergedSums:
    """What both stores do alike. `LINES_JOIN` is how the database finds the postings `p` of a voucher `v`."""

    LINES_JOIN = "p.voucher_id = v.id"

    def ask(self, sql: str, places: Sequence[Any]) -> list[Any]:
        """The rows of a statement whose places are written as question marks."""
        raise NotImplementedError

    def merged_balances(
        self, books: Collection[str] = (), until: datetime.date | None = None, dimension: str = ""
    ) -> Mapping[tuple[AccountKey, str], int]:
        """Balances other than nothing with projects together ('' in the account); at the end of a day by booking date."""
        if until is None:
            inner, places = "SELECT account_id, dimension, amount FROM balance", list[Any]()
        else:
            inner, places = self._moves_until(until)
        condition, more = _condition(books, dimension, "x.dimension")
        sql = " ".join(
            [
                "SELECT", _KIND, ", x.dimension, CAST(SUM(x.amount) AS BIGINT) FROM (", inner, ") x",
                "JOIN account a ON a.id = x.account_id WHERE", condition,
                "GROUP BY", _KIND, ", x.dimension HAVING SUM(x.amount) <> 0",
            ]
        )  # fmt: skip
        return {(AccountKey(*row[:4]), row[4]): row[5] for row in self.ask(sql, [*places, *more])}

    def _moves_until(self, until: datetime.date) -> tuple[str, list[Any]]:
        """Whole months from the turnovers, the days of a begun one from its postings."""
        month, last = until.isoformat()[:7], until.isoformat()
        months = "SELECT account_id, dimension, received - spent AS amount FROM turnover WHERE book_month"
        if ends_month(until):
            return " ".join([months, "<= ?"]), [month]
        days = ["SELECT p.account_id, p.dimension, p.amount FROM voucher v CROSS JOIN posting p WHERE", self.LINES_JOIN]
        parts = [months, "< ? UNION ALL", *days, "AND v.book_date BETWEEN ? AND ?"]
        return " ".join(parts), [month, f"{month}-01", last]

    def merged_turnover(
        self, books: Collection[str] = (), year: int | None = None, dimension: str = ""
    ) -> Sequence[Turnover]:
        """Months of all accounts with projects together ('' in the account), of a quota year and a dimension."""
        condition, places = _condition(books, dimension, "t.dimension")
        if year is not None:
            condition, places = condition + " AND a.year = ?", [*places, year]
        group = f"{_KIND}, t.dimension, t.nature, t.book_month, t.doc_month"
        sql = " ".join(
            [
                "SELECT", _KIND, ", t.dimension, t.book_month, t.doc_month, t.nature,",
                "CAST(SUM(t.received) AS BIGINT), CAST(SUM(t.spent) AS BIGINT)",
                "FROM account a JOIN turnover t ON t.account_id = a.id WHERE", condition, "GROUP BY", group,
            ]
        )  # fmt: skip
        return [Turnover(AccountKey(*row[:4]), *row[4:]) for row in self.ask(sql, places)]

    def project_turnover(
        self, states: Collection[str], books: Collection[str] = (), dimension: str = "", natures: Collection[str] = ()
    ) -> Sequence[Turnover]:
        """Months of the accounts of projects in some states, under some natures (all for none)."""
        condition, places = _condition(books, dimension, "t.dimension")
        parts = [condition, "AND a.project <> '' AND a.state IN", _marks(states)]
        places += list(states)
        if natures:
            parts += ["AND t.nature IN", _marks(natures)]
            places += list(natures)
        sql = " ".join(
            [
                "SELECT", _KIND, ", a.project, t.dimension, t.book_month, t.doc_month, t.nature, t.received, t.spent",
                "FROM account a JOIN turnover t ON t.account_id = a.id WHERE", *parts,
            ]
        )  # fmt: skip
        return [Turnover(AccountKey(*row[:5]), *row[5:]) for row in self.ask(sql, places)]

    def project_balances(
        self, books: Collection[str] = (), until: datetime.date | None = None, dimension: str = ""
    ) -> Mapping[tuple[AccountKey, str], int]:
        """Balances other than nothing of projects by state, years (0 in the account) and sources ('') together."""
        if until is None:
            inner, places = "SELECT account_id, dimension, amount FROM balance", list[Any]()
        else:
            inner, places = self._moves_until(until)
        condition, more = _condition(books, dimension, "x.dimension")
        group = "a.book, a.state, a.project, x.dimension"
        sql = " ".join(
            [
                "SELECT", group, ", CAST(SUM(x.amount) AS BIGINT) FROM (", inner, ") x",
                "JOIN account a ON a.id = x.account_id WHERE", condition, "AND a.project <> ''",
                "GROUP BY", group, "HAVING SUM(x.amount) <> 0",
            ]
        )  # fmt: skip
        return {
            (AccountKey(book, 0, "", state, project), each): amount
            for book, state, project, each, amount in self.ask(sql, [*places, *more])
        }


def _condition(books: Collection[str], dimension: str, column: str) -> tuple[str, list[Any]]:
    parts, places = ["1 = 1"], []
    if books:
        parts.append(f"a.book IN {_marks(books)}")
        places += list(books)
    if dimension:
        parts.append(f"{column} = ?")
        places.append(dimension)
    return " AND ".join(parts), places


def _marks(values: Collection[str]) -> str:
    return f"({','.join('?' * len(values))})"
