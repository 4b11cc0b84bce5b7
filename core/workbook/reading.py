"""What reading a list and a form have in common: what was read, what was wrong, cells to values, sums of a row."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ..area import ZERO, Area
from ..rounding import divide_half_up
from ..sentence import Sentence, sentence, translate
from .cell_text import MICRO_MU, UNIT_WORD, normalised, number_of, shown, text_of
from .grid import Grid
from .headings import best_fit
from .layout import Column, DisplayUnit, FormField, Kind, Layout
from .sheet import FAILS, HOLDS, column_letter
from .table import Page, Row, Value

# How a line below the table begins, normalised.
NOTE_START = re.compile(r"^(注|备注|说明)[:0-9.]")
SIGNATURE_START = re.compile(r"^(填表|制表|填报|审核|审查|负责|单位负责|单位\(章\))[^:]{0,8}:")
# What people write where there is no value, and what a spreadsheet shows for a formula that failed.
NULLS = ("", "-", "--", "—", "——", "－", "–", "/", "／", "无", "\\")
ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#GETTING_DATA")
_DATE_TEXT = re.compile(r"^(\d{4})[年./-]?(\d{1,2})[月./-]?(\d{1,2})日?$")
_DISPLAY = {15_000_000: DisplayUnit.HECTARE, 1_500: DisplayUnit.SQUARE_METRE, 1_000_000: DisplayUnit.MU}


@dataclass(frozen=True)
class Problem:
    """Something wrong in a sheet that did not stop the reading."""

    sheet: str
    cell: str
    reason: Sentence

    @property
    def sentence(self) -> Sentence:
        """“sheet!cell: reason”."""
        return sentence("{sheet}!{cell}: {reason}", sheet=self.sheet, cell=self.cell, reason=self.reason)


@dataclass
class ReadTable:
    """What was read: data rows of a list, or pages of a form; sum rows apart; `layout` with repeated columns written
    out; `unit` is None when the sheet is in a unit that tables are not printed in."""

    layout: Layout
    sheet: str
    title: str = ""
    unit: DisplayUnit | None = None
    rows: list[Row] = field(default_factory=list)
    sums: list[Row] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Reading:
    """What reading a list and a form have in common: cells to values, problems with their cell."""

    def __init__(self, grid: Grid, layout: Layout) -> None:
        self.grid = grid
        self.fit = best_fit(grid, layout)
        self.layout = self.fit.layout
        self.result = ReadTable(self.layout, grid.name)
        self.micro_mu = self._unit()
        self.result.unit = _DISPLAY.get(self.micro_mu)
        self.columns = [column for column in self.layout.columns if column.key in self.fit.places]
        # A column that is hidden when zero and is not there is zero.
        absent = [c for c in self.layout.columns if c.hide_when_zero and c.key not in self.fit.places]
        self.hidden: dict[str, Value] = {c.key: ZERO if c.kind is Kind.AREA else 0 for c in absent}

    def problem(self, row: int, column: int, template: str, **places: object) -> None:
        """List a problem with its cell; column 0 is the whole row."""
        cell = f"{column_letter(column)}{row}" if column else str(row)
        self.result.problems.append(Problem(self.grid.name, cell, sentence(template, **places)))

    def missing_columns(self) -> None:
        """List the columns that have no heading in the sheet."""
        for column in self.layout.columns:
            if column.key not in self.fit.places and not column.hide_when_zero:
                template = translate("LandLedger", "the column “{heading}” is missing")
                self.problem(self.fit.top, 0, template, heading=column.title)

    def _unit(self) -> int:
        """Micro-mu in the unit of the unit line above the headings, else the layout's."""
        for row in range(1, self.fit.top):
            for text in self.grid.texts(row):
                at = text.find("单位:")
                words = re.findall(UNIT_WORD, text[at:]) if at >= 0 else []
                if words:
                    return MICRO_MU[words[0]]
        default = self.layout.unit
        stated = not self.layout.unit_line or self.fit.units
        if not stated and any(column.kind is Kind.AREA for column in self.layout.columns):
            template = translate("LandLedger", "no unit of area is written above the table; {unit} is assumed")
            self.problem(self.fit.top, 0, template, unit=default.label)
        return next(factor for factor, unit in _DISPLAY.items() if unit is default)

    def value(self, row: int, place: int, column: Column | FormField, raw: Any, unit: str = "") -> Value:
        """`raw` as the kind of value the column holds; what can't be is None and a problem."""
        if (row, place) in self.grid.uncached:
            self.problem(row, place, translate("LandLedger", "the formula has no stored result; open and save the file"))
            return None
        text = shown(raw)
        if text.upper() in ERRORS:
            self.problem(row, place, translate("LandLedger", "error value {value}"), value=text)
            return None
        if normalised(text) in NULLS:
            return text if column.kind is Kind.TEXT and normalised(text) == "无" else None
        kind = column.kind
        if kind in (Kind.TEXT, Kind.UNIT, Kind.LINE):
            return text_of(raw)
        if kind is Kind.DATE:
            return self._date(row, place, raw, text)
        if kind is Kind.CHECK:
            return {HOLDS: True, "√": True, FAILS: False, "×": False}.get(text)
        number = number_of(raw)
        if kind is Kind.VALUE:
            factor = MICRO_MU.get(normalised(unit))
            return text_of(raw) if number is None else number if factor is None else self._area(row, place, number, factor)
        if number is None:
            self.problem(row, place, translate("LandLedger", "“{value}” is not a number"), value=text)
            return None
        if kind is Kind.AREA:
            return self._area(row, place, number, self.fit.units.get(column.key, self.micro_mu))
        if kind is Kind.INT:
            if number != number.to_integral_value():
                self.problem(row, place, translate("LandLedger", "{value} is not a whole number"), value=text)
                return number
            return int(number)
        return number

    def _area(self, row: int, place: int, number: Decimal, factor: int) -> Area:
        exact = Fraction(number) * factor
        if exact.denominator != 1:
            template = translate("LandLedger", "{value} is finer than a millionth of a mu; rounded")
            self.problem(row, place, template, value=number)
        return Area(divide_half_up(exact.numerator, exact.denominator))

    def _date(self, row: int, place: int, raw: Any, text: str) -> Value:
        if isinstance(raw, datetime.datetime):
            return raw.date()
        if isinstance(raw, datetime.date):
            return raw
        match = _DATE_TEXT.match(normalised(text))
        if match:
            try:
                return datetime.date(*map(int, match.groups()))
            except ValueError:
                match = None
        self.problem(row, place, translate("LandLedger", "“{value}” is not a date"), value=text)
        return None

    def row_problems(self, row: int, values: Mapping[str, Value]) -> None:
        """Sums and parts of one row, named by the cell of the sum."""
        for column in self.layout.sums:
            place = self.fit.places.get(column.key)
            parts = [values.get(part) for part in column.parts]
            total = values.get(column.key)
            if place and isinstance(total, Area):
                right = Area.total(part for part in parts if isinstance(part, Area))
                if total != right:
                    self.unequal(row, place, total, right)
        for column in self.layout.columns:
            part, whole = values.get(column.key), values.get(column.of)
            if not (column.of and isinstance(part, Area) and isinstance(whole, Area)):
                continue
            # A row that is taken off (less: …) has its whole below zero, and no part further below.
            if part < whole if whole < Area(0) else part > whole:
                template = translate("LandLedger", "{left} is more than {right} of which it is a part")
                place = self.fit.places[column.key]
                self.problem(row, place, template, left=self.said(part), right=self.said(whole))

    def unequal(self, row: int, place: int, left: object, right: object) -> None:
        """List a sum that is `left` and should be `right`."""
        template = translate("LandLedger", "{left} should be {right}, the sum of its parts")
        self.problem(row, place, template, left=self.said(left), right=self.said(right))

    def said(self, value: object) -> str:
        """A value in a problem: an area in the unit of the sheet."""
        if not isinstance(value, Area):
            return str(value)
        unit = self.result.unit or DisplayUnit.MU
        if unit is DisplayUnit.HECTARE:
            return f"{value.hectares(6).normalize():f}{unit.label}"
        decimals = value.square_metres(2) if unit is DisplayUnit.SQUARE_METRE else value.mu(6)
        return f"{decimals.normalize():f}{unit.label}"
