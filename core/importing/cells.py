"""Cells of a bureau's table as dates, years and exact amounts."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Generic, TypeVar, Union

from ..sentence import Sentence, sentence, translate
from ..workbook.cell_text import KILOGRAMS, MICRO_MU, WEIGHT_WORD, normalised, number_of, shown
from ..workbook.reading import ERRORS, NULLS
from .names import near_words

_DATE = re.compile(r"^(\d{4})(?:年|[./\-])(\d{1,2})(?:月|[./\-])(\d{1,2})(?:日|号)?(?:T?\d{1,2}:\d{2}(?::\d{2})?)?$")
_EIGHT_DIGITS = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_YEAR = re.compile(r"^((?:19|20)\d{2})(?:年度?)?$")
_YES = ("1", "是", "√", "已", "Y", "YES", "TRUE")
_NO = ("0", "否", "×", "未", "N", "NO", "FALSE")
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
"""Days that may be dates: late 1954 to 2119."""
_MOST_DECIMALS_OF_MU = 4
_LARGEST = 10**15

T = TypeVar("T")
Read = Union[T, Sentence, None]
"""A value, a Sentence that says what is wrong with the cell, or None for a cell without a value."""


class Remembering(Generic[T]):
    """A reader of cells that reads each different cell once: a table of 100,000 rows has few different dates."""

    def __init__(self, read: Callable[[Any], Read[T]]) -> None:
        self._read = read
        self._known: dict[tuple[type, Any], Read[T]] = {}

    def __call__(self, raw: Any) -> Read[T]:
        if raw is None:
            return None
        key = (raw.__class__, raw)
        try:
            return self._known[key]
        except KeyError:
            value = self._known[key] = self._read(raw)
            return value


def is_blank(raw: Any) -> bool:
    """Whether a cell holds nothing, or a sign for nothing."""
    return raw is None or normalised(raw) in NULLS


def read_text(raw: Any) -> Read[str]:
    """The text; an error value of a formula is none."""
    text = shown(raw)
    if text.upper() in ERRORS:
        return sentence(translate("LandLedger", "error value {value}"), value=text)
    return None if normalised(text) in NULLS else text


def read_date(raw: Any, day_zero: datetime.date) -> Read[datetime.date]:
    """A date as clerks write it: a date cell, 2023-5-1, 2023.5.1, 2023/5/1, 2023年5月1日, 20230501, or a number of days."""
    if isinstance(raw, datetime.datetime):
        return raw.date()
    if isinstance(raw, datetime.date):
        return raw
    if is_blank(raw):
        return None
    text = normalised(raw)
    match = _DATE.match(text) or _EIGHT_DIGITS.match(text)
    if match:
        try:
            return datetime.date(*map(int, match.groups()))
        except ValueError:
            return _wrong(translate("LandLedger", "“{value}” is not a day of the calendar"), raw)
    number = number_of(raw)
    if number is not None and _FIRST_SERIAL <= number < _LAST_SERIAL:
        return day_zero + datetime.timedelta(days=int(number))
    return _wrong(translate("LandLedger", "“{value}” is not a date; write it as 2023-05-01"), raw)


def read_year(raw: Any) -> Read[int]:
    """A year: 2023, 2023年, 2023年度, or a date in it."""
    if isinstance(raw, (datetime.datetime, datetime.date)):
        return raw.year
    if is_blank(raw):
        return None
    number = number_of(raw)
    match = _YEAR.match(str(int(number)) if number is not None and number == int(number) else normalised(raw))
    return int(match.group(1)) if match else _wrong(translate("LandLedger", "“{value}” is not a year"), raw)


def read_amount(raw: Any, factor: int | None) -> Read[int]:
    """Micro-mu of an area in a unit of `factor` micro-mu, exact: never rounded."""
    if is_blank(raw):
        return None
    text = normalised(raw)
    if text.upper() in ERRORS:
        return sentence(translate("LandLedger", "error value {value}"), value=text)
    number = number_of(raw)
    if number is None:
        return _wrong(translate("LandLedger", "“{value}” is not an area"), raw)
    written = next((MICRO_MU[unit] for unit in sorted(MICRO_MU, key=len, reverse=True) if text.endswith(unit)), factor)
    if written is None:
        raise ValueError("the unit of a column of areas must be known before it is read")
    return exact_micro_mu(number, written)


def read_capacity(raw: Any, factor: int | None) -> Read[int]:
    """Whole kilograms of a capacity in a unit of `factor` kilograms, exact: never rounded."""
    if is_blank(raw):
        return None
    text = normalised(raw)
    if text.upper() in ERRORS:
        return sentence(translate("LandLedger", "error value {value}"), value=text)
    written = next((KILOGRAMS[unit] for unit in sorted(KILOGRAMS, key=len, reverse=True) if text.endswith(unit)), factor)
    number = number_of(re.sub(WEIGHT_WORD + "$", "", text) if isinstance(raw, str) else raw)
    if number is None:
        return _wrong(translate("LandLedger", "“{value}” is not a capacity"), raw)
    if written is None:
        raise ValueError("the unit of a column of capacity must be known before it is read")
    exact = Fraction(number) * written
    if abs(number) > _LARGEST:
        return sentence(translate("LandLedger", "{value} is too large for a capacity"), value=str(number))
    if exact.denominator != 1:
        return sentence(translate("LandLedger", "{value} is finer than a kilogram"), value=f"{number:f}")
    return int(exact)


def exact_micro_mu(number: Decimal, factor: int) -> Read[int]:
    """`number` units of `factor` micro-mu as whole micro-mu, if it is that and has no more than 4 decimals of 亩."""
    if abs(number) > _LARGEST:
        return sentence(translate("LandLedger", "{value} is too large for an area"), value=str(number))
    if factor == MICRO_MU["亩"] and _decimals(number) > _MOST_DECIMALS_OF_MU:
        return sentence(translate("LandLedger", "{value} has more than 4 decimals of a mu"), value=f"{number:f}")
    exact = Fraction(number) * factor
    if exact.denominator != 1:
        return sentence(translate("LandLedger", "{value} is finer than a millionth of a mu"), value=f"{number:f}")
    return int(exact)


def read_whole(raw: Any) -> int | Sentence | None:
    """A whole number."""
    if is_blank(raw):
        return None
    number = number_of(raw)
    if number is None or number != number.to_integral_value():
        return sentence(translate("LandLedger", "{value} is not a whole number"), value=shown(raw))
    return int(number)


def read_number(raw: Any, decimals: int) -> Decimal | Sentence | None:
    """A number with at most so many decimals."""
    if is_blank(raw):
        return None
    number = number_of(raw)
    if number is None:
        return sentence(translate("LandLedger", "“{value}” is not a number"), value=shown(raw))
    exponent = number.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > decimals:
        template = translate("LandLedger", "{value} has more than {decimals} decimals")
        return sentence(template, value=f"{number:f}", decimals=decimals)
    return number


def read_choice(raw: Any, choices: Mapping[str, str]) -> str | Sentence | None:
    """The code of a choice, by code or name; what is like an unknown one is proposed."""
    if is_blank(raw):
        return None
    text = normalised(raw)
    for code, name in choices.items():
        if text in (code, normalised(name)):
            return code
    like = near_words(text, choices.values())
    if not like:
        like = list(choices.values())
    template = translate("LandLedger", "“{value}” is none of the choices; did you mean {near}?")
    return sentence(template, value=shown(raw), near="、".join(like[:4]))


def read_flag(raw: Any) -> bool | Sentence | None:
    """是 or 否."""
    if is_blank(raw):
        return None
    text = normalised(raw).upper()
    if text in _YES or text in _NO:
        return text in _YES
    return sentence(translate("LandLedger", "“{value}” is neither 是 nor 否"), value=shown(raw))


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _wrong(template: str, raw: Any) -> Sentence:
    return sentence(template, value=shown(raw))
