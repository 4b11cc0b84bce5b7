"""The three indicators of a farmland balance: quantity, paddy and capacity. Dimensions of one ledger, never one for another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..area import Area


class Indicators(NamedTuple):
    """Cultivated land and paddy in micro-mu, capacity in kg; signed, so that a difference is one, too.

    Paddy is no part of quantity here: a lot of upgraded dry land has paddy and capacity and no quantity at all. Added and
    compared by the methods, not by + and >=, which are those of tuples.
    """

    quantity: int = 0
    paddy: int = 0
    capacity: int = 0

    def plus(self, other: Indicators) -> Indicators:
        """The sum, indicator by indicator."""
        return Indicators(*(one + another for one, another in zip(self, other)))

    def minus(self, other: Indicators) -> Indicators:
        """The difference, indicator by indicator."""
        return Indicators(*(one - another for one, another in zip(self, other)))

    @property
    def shortfall(self) -> Indicators:
        """How much each indicator is below nothing, as amounts ≥ 0."""
        return Indicators(*(max(-amount, 0) for amount in self))

    @property
    def covered(self) -> bool:
        """Whether no indicator is below nothing."""
        return min(self) >= 0

    @property
    def areas(self) -> tuple[Area, Area]:
        """Quantity and paddy as areas."""
        return Area(self.quantity), Area(self.paddy)

    @classmethod
    def total(cls, amounts: Iterable[Indicators]) -> Indicators:
        """The sum of any number of them."""
        found = cls()
        for each in amounts:
            found = found.plus(each)
        return found


NOTHING = Indicators()
