"""Rows of a layer or table as the farmland balances read them: texts, days, flags and exact areas, each refused with its place."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ..area import MICRO_MU_PER_HECTARE, MICRO_MU_PER_MU, MICRO_MU_PER_SQUARE_METRE, Area
from ..columns import Columns
from ..errors import InputError
from ..quota.days import day_of, year_of_day
from ..rounding import divide_half_up
from ..sentence import translate
from ..survey.registered import LARGEST
from ..survey.schema import VillageCode, split_village_code
from ..workbook import DisplayUnit

_MICRO_MU = {
    DisplayUnit.HECTARE: MICRO_MU_PER_HECTARE,
    DisplayUnit.SQUARE_METRE: MICRO_MU_PER_SQUARE_METRE,
    DisplayUnit.MU: MICRO_MU_PER_MU,
}
LARGEST_AREA = Area.from_square_metres(Decimal(LARGEST))
"""No amount of land in a row is larger."""
LARGEST_CAPACITY = 10**15
"""No capacity in a row is larger, in kg."""
_YES = ("1", "是", "Y", "YES", "TRUE", "T", "√")
_NO = ("", "0", "否", "N", "NO", "FALSE", "F", "×", "-", "—", "/")


def exact_area(value: Decimal, given_in: DisplayUnit) -> Area:
    """An area of a layer: the last decimal of a float is noise, so it is taken to 0.01 m², one in 亩 to a millionth."""
    step = given_in.step
    exact = Fraction(value) * _MICRO_MU[given_in] / step
    return Area(divide_half_up(exact.numerator, exact.denominator) * step)


def flag_of(text: str) -> bool | None:
    """是 or 否 however it is written, None for anything else; nothing is 否."""
    plain = text.strip().upper()
    if plain in _YES:
        return True
    return False if plain in _NO else None


@dataclass(frozen=True)
class AttributeRow:
    """One row of `columns`, its areas written in `given_in`. Each method takes names of fields, of which the first that says
    something counts; InputError naming layer, feature and field for what can't be read."""

    columns: Columns
    row: int
    given_in: DisplayUnit = DisplayUnit.MU

    @property
    def feature(self) -> str:
        """The feature id."""
        return str(int(self.columns.ids[self.row]))

    def text(self, *names: str) -> str:
        """The first text, '' for none."""
        return self._first(*names)[1]

    def _first(self, *names: str) -> tuple[str, str]:
        """The first field that says something, and its text; ('', '') where none does."""
        found = self.columns.attributes
        for name in names:
            value = found[name][self.row] if name in found else None
            if value is not None and value == value and str(value).strip():
                return name, str(value).strip()
        return "", ""

    def day(self, name: str) -> datetime.date | None:
        """A day as people write it."""
        try:
            return day_of(self.text(name))
        except ValueError:
            raise self.refused(name, self.text(name)) from None

    def flag(self, name: str) -> bool:
        """是 or 否."""
        found = flag_of(self.text(name))
        if found is None:
            raise self.refused(name, self.text(name))
        return found

    def year(self, *names: str) -> int | None:
        """A year from 1900 to 2100, also that of a month or day."""
        name, text = self._first(*names)
        try:
            year = year_of_day(text)
        except ValueError:
            raise self.refused(name, text) from None
        if year is not None and not 1900 <= year <= 2100:
            raise self.refused(name, text)
        return year

    def location(self, *names: str) -> VillageCode:
        """A code of a district (6 digits and more) by its levels, '' for none."""
        name, text = self._first(*names)
        code = split_village_code(text)
        if text and not code.county:
            template = translate(
                "LandLedger", "Layer {layer}, feature {feature}: {field} “{value}” is no district code, which begins with six digits."
            )
            raise InputError(template, layer=self.columns.name, feature=self.feature, field=name, value=text)
        return code

    def number(self, name: str) -> Decimal | None:
        """A number ≥ 0."""
        found = self.columns.attributes
        value = float(found[name][self.row]) if name in found else float("nan")
        if value != value:
            return None
        if value < 0 or value == float("inf"):
            raise self.refused(name, f"{value:g}")
        return Decimal(repr(value))

    def area(self, *names: str) -> Area | None:
        """An area from 0 to LARGEST_AREA."""
        value = next((value for name in names if (value := self.number(name)) is not None), None)
        if value is None:
            return None
        area = exact_area(value, self.given_in)
        if area > LARGEST_AREA:
            raise self.refused(names[0], f"{value:g}")
        return area

    def refused(self, name: str, value: str) -> InputError:
        """The error to raise for a cell that makes no sense."""
        if not value:
            template = translate("LandLedger", "Layer {layer}, feature {feature}: the field {field} is empty.")
        else:
            template = translate(
                "LandLedger", "Layer {layer}, feature {feature}: “{value}” is no valid value of {field}."
            )
        return InputError(template, layer=self.columns.name, feature=self.feature, field=name, value=value)
