"""Sums over projects, made by the database: what tables by holder and source need, without a row a project."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from ..ledger.model import AccountKey
from .interface import Turnover, VoucherHead
from .rows import day_of

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
        inner, places = self._sums(until, dimension)
        condition, more = _condition(books, dimension, "x.dimension")
        sql = " ".join(
            [
                "SELECT", _KIND, ", x.dimension, CAST(SUM(x.amount) AS BIGINT) FROM (", inner, ") x",
                "JOIN account a ON a.id = x.account_id WHERE", condition,
                "GROUP BY", _KIND, ", x.dimension HAVING SUM(x.amount) <> 0",
            ]
        )  # fmt: skip
        return {(AccountKey(*row[:4]), row[4]): row[5] for row in self.ask(sql, [*places, *more])}

    def _sums(self, until: datetime.date | None, dimension: str) -> tuple[str, list[Any]]:
        """The balances of accounts of all dimensions or one, now or at the end of a day: whole months from the turnovers,
        summed in the order in which they lie there, the days of a begun one from its postings (of all dimensions: SQLite
        would make an index of all postings to find those of one)."""
        of_one, one = (" AND dimension = ?", [dimension]) if dimension else ("", [])
        if until is None:
            return " ".join(["SELECT account_id, dimension, amount FROM balance WHERE 1 = 1", of_one]), list(one)
        month, last = until.isoformat()[:7], until.isoformat()
        months = [
            "SELECT account_id, dimension, SUM(received - spent) AS amount FROM turnover WHERE book_month",
            "<= ?" if ends_month(until) else "< ?", of_one, "GROUP BY account_id, dimension",
        ]  # fmt: skip
        if ends_month(until):
            return " ".join(months), [month, *one]
        days = ["SELECT p.account_id, p.dimension, p.amount FROM voucher v CROSS JOIN posting p WHERE", self.LINES_JOIN]
        return " ".join([*months, "UNION ALL", *days, "AND v.book_date BETWEEN ? AND ?"]), [month, *one, f"{month}-01", last]

    def merged_turnover(
        self, books: Collection[str] = (), year: int | None = None, dimension: str = "", since: str = ""
    ) -> Sequence[Turnover]:
        """Months of all accounts with projects together ('' in the account), of a quota year and a dimension; those booked
        in the month `since` or later."""
        condition, places = _condition(books, dimension, "t.dimension")
        if since:
            condition, places = condition + " AND t.book_month >= ?", [*places, since]
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
        self, states: Collection[str], books: Collection[str] = (), dimension: str = "", natures: Collection[str] = (),
        since: str = "",
    ) -> Sequence[Turnover]:  # fmt: skip
        """Months of the accounts of projects in some states, under some natures (all for none), booked in the month `since`
        or later."""
        condition, places = _condition(books, dimension, "t.dimension")
        if since:
            condition, places = condition + " AND t.book_month >= ?", [*places, since]
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
        inner, places = self._sums(until, dimension)
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

    def documents(
        self, events: Collection[str], books: Collection[str] = (), until: datetime.date | None = None
    ) -> Sequence[VoucherHead]:
        """The heads of vouchers of some events up to a day by booking date that nobody had reversed by then; in the order
        of their booking."""
        last = "9999-12-31" if until is None else until.isoformat()
        among, more = ["AND v.book IN", _marks(books)] if books else [], list(books)
        sql = " ".join(
            [
                "SELECT v.book, v.number, v.event, v.project, v.book_date, v.doc_date, v.doc_no, v.approval FROM voucher v",
                "LEFT JOIN voucher r ON r.book = v.book AND r.reverses = v.number AND r.book_date <= ?",
                "WHERE v.event IN", _marks(events), *among, "AND v.book_date <= ? AND r.id IS NULL",
                "ORDER BY v.book_date, v.book, v.number",
            ]
        )  # fmt: skip
        rows = self.ask(sql, [last, *events, *more, last])
        return [
            VoucherHead(book, number, event, project, day_of(booked), None if dated is None else day_of(dated), doc_no, approval)
            for book, number, event, project, booked, dated, doc_no, approval in rows
        ]

    def document_sums(
        self, events: Collection[str], states: Collection[str], dimension: str, books: Collection[str] = (),
        until: datetime.date | None = None,
    ) -> Mapping[tuple[str, int], int]:  # fmt: skip
        """Book and number of vouchers of some events up to a day → what they posted to accounts in some states, of a
        dimension."""
        last = "9999-12-31" if until is None else until.isoformat()
        among, more = ["AND v.book IN", _marks(books)] if books else [], list(books)
        parts = ["v.event IN", _marks(events), "AND a.state IN", _marks(states), *among, "AND v.book_date <= ?"]
        places = [dimension, *events, *states, *more, last]
        sql = " ".join(
            [
                "SELECT v.book, v.number, CAST(SUM(CASE WHEN p.dimension = ? THEN p.amount ELSE 0 END) AS BIGINT)",
                # In this order, and no condition on the dimension: SQLite would else make an index of all postings.
                "FROM voucher v CROSS JOIN posting p",
                "CROSS JOIN account a WHERE a.id = p.account_id AND", self.LINES_JOIN, "AND", *parts,
                "GROUP BY v.book, v.number",
            ]
        )  # fmt: skip
        return {(book, number): amount for book, number, amount in self.ask(sql, places)}


def _condition(books: Collection[str], dimension: str = "", column: str = "") -> tuple[str, list[Any]]:
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
