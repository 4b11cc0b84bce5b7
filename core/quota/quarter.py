"""A quarter of the calendar: what is filed and frozen."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

from ..errors import InputError
from ..sentence import translate

_CODE = re.compile(r"\s*((?:19|20)[0-9]{2})\s*(?:年第?|[-_ ]?[Qq])\s*([1-4])\s*(?:季度?)?\s*")


class Quarter(NamedTuple):
    """`number` 1 to 4; quarters compare by time."""

    year: int
    number: int

    @classmethod
    def of(cls, day: datetime.date) -> Quarter:
        """The quarter a day falls into."""
        return _quarter_of(day.year, day.month)

    @classmethod
    def named(cls, text: str) -> Quarter:
        """The quarter of `2023Q4` or `2023年第4季度`; InputError for any other text."""
        found = _CODE.fullmatch(text)
        if found is None:
            raise InputError(translate("LandLedger", "“{text}” is no quarter; write it like 2023Q4."), text=text)
        return cls(int(found[1]), int(found[2]))

    @property
    def first(self) -> datetime.date:
        """Its first day."""
        return datetime.date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        return self.next.first - datetime.timedelta(days=1)

    @property
    def next(self) -> Quarter:
        """The quarter after it."""
        return self.plus(1)

    def plus(self, quarters: int) -> Quarter:
        """The quarter so many later (earlier, below nothing)."""
        index = self.year * 4 + self.number - 1 + quarters
        return Quarter(index // 4, index % 4 + 1)

    def minus(self, other: Quarter) -> int:
        """How many quarters it lies after `other`."""
        return (self.year - other.year) * 4 + self.number - other.number

    @property
    def code(self) -> str:
        """As the ledger keeps it: 2023Q4."""
        return f"{self.year}Q{self.number}"

    @property
    def label(self) -> str:
        """As people write it: 2023年第4季度."""
        return f"{self.year}年第{self.number}季度"


@lru_cache(maxsize=1024)
def _quarter_of(year: int, month: int) -> Quarter:
    return Quarter(year, (month + 2) // 3)
