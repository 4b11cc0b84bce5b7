"""Printed figures as intervals (公报数字勾稽): what a number may have been before it was printed.

A number printed with d decimals stands for [x − ½·10⁻ᵈ, x + ½·10⁻ᵈ]; 余 or 多 after it for x or more; 约 or 近 before it for
x ± a share that is a setting. Sums, differences, ratios and growth of such figures are intervals again, and a sentence
of a bulletin holds as printed, holds within rounding, or does not hold. All bounds are exact fractions.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Union

from .errors import InputError
from .rounding import divide_half_up
from .rules import Rules
from .sentence import translate

Exact = Union[int, Decimal, Fraction]

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d*)?|[+-]?\.\d+")
_SCALES = {"": Fraction(1), "%": Fraction(1, 100), "‰": Fraction(1, 1000), "万": Fraction(10_000), "亿": Fraction(10**8)}


class Qualifier(Enum):
    """How a figure is qualified in print."""

    EXACT = "exact"
    AT_LEAST = "at least"
    ABOUT = "about"


_WORDS = {"余": Qualifier.AT_LEAST, "多": Qualifier.AT_LEAST, "约": Qualifier.ABOUT, "近": Qualifier.ABOUT}
"""余 and 多 stand after the number, 约 and 近 before it; 近 is read as 约, as the bureaus' own sheets do."""


class Verdict(Enum):
    """Whether a printed figure agrees with what follows from the others."""

    EXACT = "exact"
    WITHIN_ROUNDING = "within rounding"
    FAILS = "fails"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return _VERDICTS[self]


_VERDICTS = {
    Verdict.EXACT: translate("LandLedger", "holds as printed"),
    Verdict.WITHIN_ROUNDING: translate("LandLedger", "holds within rounding"),
    Verdict.FAILS: translate("LandLedger", "does not hold"),
}


@dataclass(frozen=True)
class Interval:
    """A closed interval of exact fractions; None is no bound."""

    low: Fraction | None
    high: Fraction | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("an interval ends before it begins")

    @classmethod
    def point(cls, value: Exact) -> Interval:
        """A number that is known: a count, an amount of the ledger."""
        return cls(Fraction(value), Fraction(value))

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return not (_below(self.high, other.low) or _below(other.high, self.low))

    def within(self, other: Interval) -> Interval | None:
        """What both have in common, None for nothing."""
        if not self.meets(other):
            return None
        lows = [bound for bound in (self.low, other.low) if bound is not None]
        highs = [bound for bound in (self.high, other.high) if bound is not None]
        return Interval(max(lows, default=None), min(highs, default=None))

    def plus(self, other: Interval) -> Interval:
        """The sums of a number of each."""
        return Interval(_added(self.low, other.low), _added(self.high, other.high))

    def minus(self, other: Interval) -> Interval:
        """The differences."""
        return self.plus(other.negative)

    @property
    def negative(self) -> Interval:
        """The same with the other sign."""
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def times(self, factor: Exact) -> Interval:
        """Every number times a known one."""
        by = Fraction(factor)
        if by <= 0:
            return self.negative.times(-by) if by else Interval.point(0)
        return Interval(_multiplied(self.low, by), _multiplied(self.high, by))

    def over(self, divisor: Interval) -> Interval:
        """The quotients of a number of each; nothing is known where the divisor may be zero."""
        turned = divisor.reciprocal
        if turned.low is None and turned.high is None:
            return turned
        corners = [_multiplied(one, other) for one in (self.low, self.high) for other in (turned.low, turned.high)]
        if any(corner is None for corner in corners):
            return self._over_unbounded(turned)
        known = [corner for corner in corners if corner is not None]
        return Interval(min(known), max(known))

    @property
    def reciprocal(self) -> Interval:
        """1 / x; nothing is known where x may be zero."""
        if self.low is not None and self.low > 0:
            return Interval(Fraction(0) if self.high is None else 1 / self.high, 1 / self.low)
        if self.high is not None and self.high < 0:
            return self.negative.reciprocal.negative
        return Interval(None, None)

    def _over_unbounded(self, turned: Interval) -> Interval:
        """Without a bound on one side only the sign helps: x or more, times what is not negative."""
        if self.low is not None and self.low >= 0 and turned.low is not None and turned.low >= 0:
            return Interval(self.low * turned.low, _multiplied(self.high, turned.high))
        return Interval(None, None)

    def whole_numbers(self) -> range:
        """The whole numbers inside; InputError without a bound."""
        if self.low is None or self.high is None:
            raise InputError(translate("LandLedger", "A figure printed with 余 or 多 has no upper bound."))
        return range(math.ceil(self.low), math.floor(self.high) + 1)

    def outward(self, decimals: int) -> tuple[Decimal | None, Decimal | None]:
        """The bounds with `decimals`, rounded away from the inside: what is printed never says more than is known."""
        low = None if self.low is None else _decimal(math.floor(self.low * 10**decimals), decimals)
        high = None if self.high is None else _decimal(math.ceil(self.high * 10**decimals), decimals)
        return low, high

    def said(self, decimals: int) -> str:
        """`1086.5–1097.3`, ≥ 280 or ≤ 3 where there is one bound, a single number where both are one."""
        low, high = self.outward(decimals)
        if low is None or high is None:
            return f"≥ {low}" if low is not None else f"≤ {high}" if high is not None else "—"
        return f"{low}" if low == high else f"{low}–{high}"


@dataclass(frozen=True)
class Figure:
    """A printed figure or what follows from some: `value` as printed, `interval` of what it may have been, `step` the
    last printed digit (0 of a figure that is known)."""

    value: Fraction
    interval: Interval
    step: Fraction = Fraction(0)

    def plus(self, other: Figure) -> Figure:
        """The sum."""
        return Figure(self.value + other.value, self.interval.plus(other.interval))

    def minus(self, other: Figure) -> Figure:
        """The difference."""
        return Figure(self.value - other.value, self.interval.minus(other.interval))

    def over(self, other: Figure) -> Figure:
        """The ratio; InputError where the divisor is printed as zero."""
        if not other.value:
            raise InputError(translate("LandLedger", "A ratio to zero was asked for."))
        return Figure(self.value / other.value, self.interval.over(other.interval))

    def printed_like(self, other: Figure) -> Fraction:
        """The value, rounded half-up to the digits of `other`."""
        if not other.step:
            return self.value
        steps = self.value / other.step
        return divide_half_up(steps.numerator, steps.denominator) * other.step


def known(value: Exact) -> Figure:
    """A figure that was not printed but counted: parcels, projects, an amount of the ledger."""
    return Figure(Fraction(value), Interval.point(value))


def printed(
    number: str | Exact,
    qualifier: Qualifier = Qualifier.EXACT,
    scale: Exact = 1,
    about: Exact = Fraction(5, 100),
    decimals: int | None = None,
) -> Figure:
    """A number as it was printed, times `scale` (万: 10000, %: 1/100); its decimals are those it is written with.

    `about` is the share by which a figure with 约 may be off (rule `printed_about_percent`). InputError for what is no
    number.
    """
    value, shown = _parsed(number)
    step = Fraction(scale) / 10 ** (shown if decimals is None else decimals)
    exact = value * Fraction(scale)
    if qualifier is Qualifier.AT_LEAST:
        return Figure(exact, Interval(exact, None), step)
    reach = abs(exact) * Fraction(about) if qualifier is Qualifier.ABOUT else step / 2
    return Figure(exact, Interval(exact - reach, exact + reach), step)


def read_figure(text: str, about: Exact = Fraction(5, 100)) -> Figure:
    """A figure as it stands in a sentence: `2.46万`, `39.4%`, `280余`, `约1108.14`, `-13.31%`.

    Full-width digits and signs are read as their plain forms. InputError for anything else.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split()).replace(",", "")
    qualifier = Qualifier.EXACT
    for word, meaning in _WORDS.items():
        if word in plain:
            qualifier = meaning if qualifier is Qualifier.EXACT else qualifier
            plain = plain.replace(word, "", 1)
    match = _NUMBER.match(plain)
    rest = plain[match.end() :] if match else ""
    if match is None or rest not in _SCALES:
        raise InputError(translate("LandLedger", "“{text}” is no figure."), text=text)
    return printed(match.group(), qualifier, _SCALES[rest], about)


def about_share(rules: Rules) -> Fraction:
    """By which share a figure with 约 or 近 may be off."""
    return Fraction(rules.number("printed_about_percent")) / 100


def total_of(figures: Iterable[Figure]) -> Figure:
    """The sum of figures."""
    total = known(0)
    for figure in figures:
        total = total.plus(figure)
    return total


def growth(current: Figure, former: Figure) -> Figure:
    """(current − former) / former, with bounds that are met: both may move by themselves."""
    ratio = current.over(former)
    return Figure(ratio.value - 1, ratio.interval.minus(Interval.point(1)))


def growth_by_increase(current: Figure, increase: Figure) -> Figure:
    """increase / (current − increase), with bounds that are met: 1 / (current / increase − 1)."""
    value = growth(current, current.minus(increase)).value
    if increase.interval.low is None or increase.interval.low <= 0:
        return Figure(value, growth(current, current.minus(increase)).interval)
    ratio = current.interval.over(increase.interval).minus(Interval.point(1))
    return Figure(value, ratio.reciprocal)


def former_of(current: Figure, growth_rate: Figure) -> Interval:
    """What the figure of the year before may have been (反推): current / (1 + growth)."""
    return current.interval.over(growth_rate.interval.plus(Interval.point(1)))


def whole_of(part: Figure, share: Figure) -> Interval:
    """What the whole (a task that is not printed) may be: part / share."""
    return part.interval.over(share.interval)


def current_of(increase: Figure, growth_rate: Figure) -> Interval:
    """What the figure of this year may be: increase + increase / growth, both known by print only."""
    factor = growth_rate.interval.reciprocal.plus(Interval.point(1))
    return increase.interval.over(factor.reciprocal)


def verdict(stated: Figure, derived: Figure) -> Verdict:
    """Whether a printed figure agrees with the one that follows from others.

    It holds as printed where the derived one, rounded half-up to the printed digits, is the stated one; within rounding
    where some values behind both are equal.
    """
    if derived.printed_like(stated) == stated.value:
        return Verdict.EXACT
    return agreement(stated.interval, derived.interval)


def agreement(one: Interval, other: Interval) -> Verdict:
    """Two ways to the same number, neither printed: within rounding where they meet."""
    return Verdict.WITHIN_ROUNDING if one.meets(other) else Verdict.FAILS


def _parsed(number: str | Exact) -> tuple[Fraction, int]:
    """The number and its decimals as written."""
    if isinstance(number, Fraction) or (isinstance(number, int) and not isinstance(number, bool)):
        return Fraction(number), 0
    text = str(number) if isinstance(number, (str, Decimal)) else ""
    if not _NUMBER.fullmatch(text.strip()):
        raise InputError(translate("LandLedger", "“{text}” is no figure."), text=str(number))
    plain = text.strip()
    return Fraction(Decimal(plain)), len(plain.partition(".")[2])


def _decimal(units: int, decimals: int) -> Decimal:
    return Decimal((int(units < 0), tuple(map(int, str(abs(units)))), -decimals))


def _below(high: Fraction | None, low: Fraction | None) -> bool:
    return high is not None and low is not None and high < low


def _added(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other


def _multiplied(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one * other
