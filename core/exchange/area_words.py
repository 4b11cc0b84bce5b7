"""Units in which files state areas, by the words people write. Needs no geometry: the toolbox asks before any is there."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum

from ..sentence import translate
from .tokens import half_width


class AreaWord(Enum):
    """A unit in which files state areas: value in m² as a fraction (1 mu = 2000/3 m² exactly)."""

    HECTARE = (10_000, 1, translate("LandLedger", "ha"))
    SQUARE_METRE = (1, 1, translate("LandLedger", "m²"))
    MU = (2_000, 3, translate("LandLedger", "mu"))

    def in_square_metres(self, value: Decimal) -> Decimal:
        """`value` of this unit in m²."""
        return value * self.value[0] / self.value[1]

    def of_square_metres(self, area: Decimal) -> Decimal:
        """`area` in m² as this unit; exact, since 1 m² is 0.0015 mu."""
        return area * self.value[1] / self.value[0]


_UNIT_WORDS = (
    (re.compile(r"公顷|hm2|hm²|\bha\b", re.I), AreaWord.HECTARE),
    (re.compile(r"亩|\bmu\b", re.I), AreaWord.MU),
    (re.compile(r"平方米|平米|㎡|m2|m²", re.I), AreaWord.SQUARE_METRE),
)


def area_word(text: str) -> AreaWord | None:
    """The unit of area that `text` names, or None."""
    return next((unit for pattern, unit in _UNIT_WORDS if pattern.search(half_width(text))), None)
