"""Shares of exact areas: ratios, per cents as tables print them, and areas by a share, rounded half-up once."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Union

from ..area import MICRO_MU_PER_MU, Area
from ..errors import InputError
from ..rounding import divide_half_up
from ..rules import Rule
from ..sentence import translate

_SHARE = re.compile(r"(\d{1,9})/(\d{1,9})|(\d{1,9}(?:\.\d{1,9})?)(%?)")

Amount = Union[Area, int, Decimal, None]


def ratio(part: Amount, whole: Amount) -> Fraction | None:
    """part / whole, None where one is missing or the whole is nothing."""
    if part is None or whole is None or not whole:
        return None
    return _exact(part) / _exact(whole)


def percent(part: Amount, whole: Amount, decimals: int = 2) -> Decimal | None:
    """part / whole in per cent, rounded half-up; None where there is no such ratio."""
    found = ratio(part, whole)
    return None if found is None else rounded(found * 100, decimals)


def rounded(value: Fraction, decimals: int) -> Decimal:
    """An exact value, rounded half-up to `decimals`."""
    scaled = value * 10**decimals
    units = divide_half_up(scaled.numerator, scaled.denominator)
    return Decimal((int(units < 0), tuple(map(int, str(abs(units)))), -decimals))


def area_of(micro_mu: Fraction, decimals: int) -> Area:
    """An amount of micro-mu, rounded half-up to `decimals` of 亩."""
    step = MICRO_MU_PER_MU // 10**decimals
    return Area(divide_half_up(micro_mu.numerator, micro_mu.denominator * step) * step)


def share_of(rule: Rule) -> Fraction:
    """A rule that is a share: `1/3`, `25%` or `0.25`, at most the whole; InputError naming the rule."""
    match = _SHARE.fullmatch(rule.text().strip())
    if match is None:
        raise _refused(rule)
    above, below, number, sign = match.groups()
    if below is not None and not int(below):
        raise _refused(rule)
    share = Fraction(int(above), int(below)) if below is not None else Fraction(number) / (100 if sign else 1)
    if share > 1:
        raise _refused(rule)
    return share


def percent_of(rule: Rule) -> Fraction:
    """A rule in per cent as a share, at most the whole; InputError naming the rule."""
    share = Fraction(rule.number()) / 100
    if share > 1:
        raise _refused(rule)
    return share


def _refused(rule: Rule) -> InputError:
    template = translate("LandLedger", "The rule {key} is “{value}”; a share is written 1/3, 25% or 0.25, up to the whole.")
    return InputError(template, key=rule.key, value=rule.value)


def _exact(amount: Area | int | Decimal) -> Fraction:
    return Fraction(amount.micro_mu if isinstance(amount, Area) else amount)
