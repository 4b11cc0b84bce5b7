"""What was obtained the year before (上年同期): from the ledger, else the figure that was printed, and the growth since."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ...area import MICRO_MU_PER_MU
from ...intervals import Figure, Verdict, growth, known, printed, verdict
from ...ledger.model import Record
from ...rounding import divide_half_up
from ...sentence import Sentence, sentence, translate
from ...store.interface import Store, Turnover
from .job import QuotaJob
from .moves import turnover_until
from .names import Names
from .standing import obtained_by_book, same_day_before

OBTAINED = "obtained"
"""What a row of the register `former` is about, where it is the quota obtained in a year."""
_OBTAINED_WORDS = (OBTAINED, "获得指标", "获得各类新增用地指标", "新增用地指标")
_SCALES = {"": 1, "亩": 1, "万亩": 10_000}
_DECIMALS = 2


@dataclass(frozen=True)
class Former:
    """What was obtained the year before, in 亩; `printed_growth` is the growth that was printed with it, if any."""

    figure: Figure
    printed_growth: Figure | None = None

    @property
    def micro_mu(self) -> int:
        """The figure itself, half-up to a millionth of a 亩."""
        exact = self.figure.value * MICRO_MU_PER_MU
        return divide_half_up(exact.numerator, exact.denominator)

    @property
    def exact(self) -> bool:
        """Whether it comes from the ledger and not from print."""
        return self.figure.interval.low == self.figure.interval.high


@dataclass(frozen=True)
class FormerYear:
    """The year before by book, and of all books together; None where nobody knows."""

    by_book: Mapping[str, Former]
    total: Former | None


def former_year(
    store: Store, job: QuotaJob, names: Names, turnover: Sequence[Turnover] | None = None
) -> FormerYear:
    """What was obtained of the quota of the year before, up to the same day.

    A holder of whose quota of that year the ledger has anything is taken from it, another from the register `former` (a
    whole year, so only where the whole year is asked for). The register's row of the city is that of the whole city.
    """
    whole = job.until is None or job.until >= datetime.date(job.year, 12, 31)
    if whole and turnover is not None:
        rows: Sequence[Turnover] = turnover
    else:
        day = job.until if whole or job.until is None else same_day_before(job.until)
        rows = turnover_until(store, job.books, day, job.basis)
    of_ledger = obtained_by_book(rows, job.year - 1, names)
    recorded = _recorded(store, job.year - 1) if whole else {}
    by_book = {}
    for book in job.books:
        if book in of_ledger:
            by_book[book] = Former(known(Fraction(of_ledger[book], MICRO_MU_PER_MU)))
        elif not names.is_city(book) and book in recorded:
            by_book[book] = recorded[book]
    return FormerYear(by_book, _total(job, names, by_book, recorded, bool(of_ledger)))


def _total(
    job: QuotaJob, names: Names, by_book: Mapping[str, Former], recorded: Mapping[str, Former], of_ledger: bool
) -> Former | None:
    """The sum where every holder is known, or the ledger has the year; else the figure of the whole city."""
    if by_book and (of_ledger or all(book in by_book or names.is_city(book) for book in job.books)):
        figure = known(0)
        for former in by_book.values():
            figure = figure.plus(former.figure)
        return Former(figure)
    city = next((book for book in job.books if names.is_city(book) and book in recorded), None)
    return recorded[city] if city is not None and job.every_book else None


def _recorded(store: Store, year: int) -> dict[str, Former]:
    """By holder, of the register `former`."""
    found = {}
    for record in store.records("former"):
        values = record.values
        if values.get("year") == year and values.get("what") in _OBTAINED_WORDS and values.get("value") is not None:
            figure = printed(Decimal(str(values["value"])), scale=_SCALES.get(str(values.get("unit") or ""), 1))
            found[str(values.get("holder"))] = Former(figure, _printed_growth(record))
    return found


def _printed_growth(record: Record) -> Figure | None:
    rate, decimals = record.values.get("growth"), record.values.get("growth_decimals")
    if rate is None:
        return None
    places = decimals if type(decimals) is int else None
    return printed(Decimal(str(rate)), scale=Fraction(1, 100), decimals=places)


def growth_percent(current: int, former: Former | None) -> Decimal | None:
    """Growth in per cent, two decimals half-up; None without a former figure or where that is nothing."""
    if former is None or not former.figure.value:
        return None
    exact = growth(known(Fraction(current, MICRO_MU_PER_MU)), former.figure).value * 100 * 10**_DECIMALS
    return Decimal(divide_half_up(exact.numerator, exact.denominator)).scaleb(-_DECIMALS)


def growth_note(current: int, former: Former | None) -> Sentence | None:
    """What to say where the former figure is known by print only: between which growth rates the true one lies."""
    if former is None or former.exact or not former.figure.value:
        return None
    rate = growth(known(Fraction(current, MICRO_MU_PER_MU)), former.figure)
    return sentence(
        translate(
            "LandLedger",
            "The figure of the year before is known as printed ({low} mu); the growth lies within {growth} %.",
        ),
        low=former.figure.interval.said(1),
        growth=rate.interval.times(100).said(_DECIMALS),
    )


def printed_growth_verdict(current: int, former: Former | None) -> Verdict | None:
    """Whether the growth that was printed agrees with what the ledger says; None where none was printed."""
    if former is None or former.printed_growth is None or not former.figure.value:
        return None
    return verdict(former.printed_growth, growth(known(Fraction(current, MICRO_MU_PER_MU)), former.figure))
