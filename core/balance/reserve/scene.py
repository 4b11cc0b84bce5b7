"""The balances that events and rules of a reserve look at: those of the ledger, with what has been asked for so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...ledger.model import AccountKey, Posting
from ..indicators import NOTHING, Indicators
from .vocabulary import DIMENSIONS

Line = tuple[AccountKey, Indicators]
"""What is added to an account."""

_PLACES = {code: place for place, code in enumerate(DIMENSIONS)}


class Scene:
    """Balances by account, and in which year each lot was entered."""

    def __init__(self, balances: Mapping[tuple[AccountKey, str], int]) -> None:
        self.kept: dict[AccountKey, Indicators] = {}
        self._years: dict[tuple[str, str], int] = {}
        self.book(_gathered(((account, dimension, amount) for (account, dimension), amount in balances.items())))

    def amount(self, account: AccountKey) -> Indicators:
        """The balance of an account."""
        return self.kept.get(account, NOTHING)

    def year(self, book: str, lot: str, otherwise: int) -> int:
        """The year under which a lot stands in a book."""
        return self._years.get((book, lot), otherwise)

    def book(self, lines: Iterable[Line]) -> None:
        """Add the lines of a voucher."""
        for account, amount in lines:
            self._years.setdefault((account.book, account.source), account.year)
            self.kept[account] = self.kept.get(account, NOTHING).plus(amount)


def lines_of(postings: Iterable[Posting]) -> list[Line]:
    """The lines that postings make."""
    return _gathered(postings)


def postings_of(lines: Iterable[Line]) -> tuple[Posting, ...]:
    """The postings of lines: one for each indicator that is not nothing."""
    return tuple(
        Posting(account, code, part) for account, amount in lines for code, part in zip(DIMENSIONS, amount) if part
    )


def merged(lines: Iterable[Line]) -> list[Line]:
    """One line for each account, in the order of their first, those of nothing left out."""
    sums: dict[AccountKey, Indicators] = {}
    for account, amount in lines:
        sums[account] = sums.get(account, NOTHING).plus(amount)
    return [(account, amount) for account, amount in sums.items() if amount != NOTHING]


def negative(amount: Indicators) -> Indicators:
    """The same with the other sign."""
    return NOTHING.minus(amount)


def least(one: Indicators, two: Indicators) -> Indicators:
    """What both have of each indicator, never below nothing."""
    return Indicators(*(max(0, min(first, second)) for first, second in zip(one, two)))


def _gathered(moves: Iterable[tuple[AccountKey, str, int]]) -> list[Line]:
    found: dict[AccountKey, list[int]] = {}
    for account, dimension, amount in moves:
        parts = found.setdefault(account, [0, 0, 0])
        place = _PLACES.get(dimension)
        if place is not None:
            parts[place] += amount
    return [(account, Indicators(*parts)) for account, parts in found.items()]
