"""An exact amount of land: an integer of micro-mu (10⁻⁶ 亩).

1 亩 = 2000/3 m² exactly and 1 ha = 15 亩, hence 1 m² = 0.0015 亩 = 1500 micro-mu, 0.01 m² = 15, 0.0001 ha = 1500 and
0.0001 亩 = 100. Every amount a bureau prints is a whole number of micro-mu, so amounts are added as integers and
converted only when they are printed.
"""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from fractions import Fraction
from typing import Union

from .errors import InputError
from .rounding import divide_half_up
from .sentence import translate

MICRO_MU_PER_SQUARE_METRE = 1500
MICRO_MU_PER_HECTARE = 15_000_000
MICRO_MU_PER_MU = 1_000_000

Number = Union[Decimal, int, str]

_LARGEST_EXPONENT = 24
_FINEST_EXPONENT = -60
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[, ]\d{3})+(?:\.\d*)?")


class AreaUnit(Enum):
    """The unit a job apportions its areas in: 0.01 m² for survey change and statistics, 1 m² for approvals."""

    HUNDREDTH_SQUARE_METRE = 15
    SQUARE_METRE = 1500

    @property
    def micro_mu(self) -> int:
        """Micro-mu in one unit."""
        return int(self.value)

    @property
    def decimals(self) -> int:
        """Decimals of an area in m² that is a whole number of units."""
        return 2 if self is AreaUnit.HUNDREDTH_SQUARE_METRE else 0

    @property
    def square_metres(self) -> Decimal:
        """Square metres in one unit: 0.01 or 1."""
        return Decimal((0, (1,), -self.decimals))


@dataclass(frozen=True, order=True)
class Area:
    """An amount of land as an integer of micro-mu; it may be negative (a balance, a difference)."""

    micro_mu: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "micro_mu", operator.index(self.micro_mu))

    @classmethod
    def from_square_metres(cls, value: Number) -> Area:
        """`value` m²; InputError if it is not a number or not a whole number of micro-mu."""
        return cls(_whole_micro_mu(value, MICRO_MU_PER_SQUARE_METRE))

    @classmethod
    def from_hectares(cls, value: Number) -> Area:
        """`value` 公顷; InputError if it is not a number or not a whole number of micro-mu."""
        return cls(_whole_micro_mu(value, MICRO_MU_PER_HECTARE))

    @classmethod
    def from_mu(cls, value: Number) -> Area:
        """`value` 亩; InputError if it is not a number or not a whole number of micro-mu."""
        return cls(_whole_micro_mu(value, MICRO_MU_PER_MU))

    @classmethod
    def from_units(cls, units: int, unit: AreaUnit) -> Area:
        """`units` whole units of a job."""
        return cls(operator.index(units) * unit.micro_mu)

    @classmethod
    def total(cls, areas: Iterable[Area]) -> Area:
        """The sum of `areas`, ZERO of none."""
        return cls(sum(area.micro_mu for area in areas))

    def units(self, unit: AreaUnit) -> int:
        """Units of a job in this area, rounded half-up when it is not a whole number of them."""
        return divide_half_up(self.micro_mu, unit.micro_mu)

    def square_metres(self, decimals: int = 2) -> Decimal:
        """Square metres rounded half-up to `decimals`."""
        return self._in(MICRO_MU_PER_SQUARE_METRE, decimals)

    def hectares(self, decimals: int = 4) -> Decimal:
        """公顷 rounded half-up to `decimals`."""
        return self._in(MICRO_MU_PER_HECTARE, decimals)

    def mu(self, decimals: int = 4) -> Decimal:
        """亩 rounded half-up to `decimals`."""
        return self._in(MICRO_MU_PER_MU, decimals)

    def _in(self, size: int, decimals: int) -> Decimal:
        if decimals < 0:
            raise ValueError("decimals must not be negative")
        return _shifted(divide_half_up(self.micro_mu * 10**decimals, size), decimals)

    def __add__(self, other: Area) -> Area:
        if not isinstance(other, Area):
            return NotImplemented
        return Area(self.micro_mu + other.micro_mu)

    def __sub__(self, other: Area) -> Area:
        if not isinstance(other, Area):
            return NotImplemented
        return Area(self.micro_mu - other.micro_mu)

    def __neg__(self) -> Area:
        return Area(-self.micro_mu)

    def __abs__(self) -> Area:
        return Area(abs(self.micro_mu))

    def __bool__(self) -> bool:
        return self.micro_mu != 0


ZERO = Area(0)


def typed_number(text: str) -> str:
    """A number as people type it, in plain characters: full-width digits, thousands apart by a comma or a blank. A comma
    anywhere else stays, so that it is refused: who types 100,5 does not mean 1005."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return plain.replace(",", "").replace(" ", "") if _THOUSANDS.fullmatch(plain) else plain


def _shifted(number: int, decimals: int) -> Decimal:
    """`number` × 10^−decimals, exactly, whatever the decimal context says."""
    digits = tuple(int(digit) for digit in str(abs(number)))
    return Decimal((1 if number < 0 else 0, digits, -decimals))


def _whole_micro_mu(value: Number, size: int) -> int:
    micro_mu = Fraction(_parsed(value)) * size
    if micro_mu.denominator != 1:
        raise InputError(
            translate("LandLedger", "The area {value} is finer than a millionth of a mu."), value=str(value)
        )
    return micro_mu.numerator


def _parsed(value: Number) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise TypeError("an exact area is made of a Decimal, an int or a string")
    try:
        # Decimal itself reads "1_000" as a number; nobody writes an area like that on purpose.
        parsed = Decimal("no" if isinstance(value, str) and "_" in value else value)
    except InvalidOperation:
        parsed = Decimal("NaN")
    exponent = parsed.as_tuple().exponent
    if not isinstance(exponent, int):
        raise InputError(translate("LandLedger", "{value} is not an area."), value=str(value))
    if parsed and (parsed.adjusted() > _LARGEST_EXPONENT or exponent < _FINEST_EXPONENT):
        raise InputError(translate("LandLedger", "{value} is not an area."), value=str(value))
    return parsed if parsed else Decimal(0)
