"""Values of a filled table as cells: text, number and style, every area exact."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

from ..area import Area
from ..rounding import half_up
from ..sentence import Say, Sentence
from .layout import Column, DisplayUnit, FormField, Kind, Layout
from .sheet import FAILS, HOLDS, Cell, Style, clean_text
from .table import Value

_FORMULA_STARTS = ("=", "+", "-", "@")
_DAY_ZERO = datetime.date(1899, 12, 30)
_TEXTS_KEPT = 4096


class CellValues:
    """Values of one table as cells."""

    def __init__(self, layout: Layout, unit: DisplayUnit, decimals: int, say: Say) -> None:
        self.layout, self.unit, self.decimals, self.say = layout, unit, decimals, say
        self.area_format = self.number_format(decimals)
        self._styles: dict[tuple[Kind, str, int | None, bool], Style] = {}

    def number_format(self, decimals: int) -> str:
        """The number format of a spreadsheet for `decimals`, zeros shown or hidden as the layout says."""
        digits = ("0." + "0" * decimals if decimals else "0") + "_ "
        return digits if self.layout.show_zero else f"{digits};-{digits};;@"

    def text(self, value: Value) -> str:
        """What a value says, cleaned for a cell; nothing for None."""
        if value is None:
            return ""
        return clean_text(value.said(self.say) if isinstance(value, Sentence) else str(value))

    def cell(self, number: int, column: Column | FormField, value: Value, bold: bool = False) -> Cell:
        """The cell of `value` in sheet column `number`."""
        font = "bold" if bold else "body"
        kind = column.kind
        if value is None or value == "":
            return Cell(number, self._style(Kind.TEXT, font, None, False))
        if isinstance(value, bool) and kind is Kind.CHECK:
            return Cell(number, Style("body" if value else "red"), HOLDS if value else FAILS)
        if isinstance(value, Area):
            return Cell(number, self._style(Kind.AREA, font, None, False), None, self._area(value))
        if isinstance(value, datetime.date):
            days = str((datetime.date(value.year, value.month, value.day) - _DAY_ZERO).days)
            return Cell(number, Style(font, format='yyyy"年"m"月"d"日"'), None, days)
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) and kind is not Kind.TEXT:
            return self._number(number, kind, column.decimals, font, value)
        text = self.text(value)
        quoted = text.startswith(_FORMULA_STARTS)
        long = kind is Kind.TEXT and isinstance(column, Column) and (column.width or 0) >= 20
        return Cell(number, self._style(Kind.TEXT, font, 1 if long else None, quoted), text)

    def maker(self, number: int, column: Column) -> Callable[[Value], Cell]:
        """`cell` of one column with what never changes decided once: big tables have millions of cells."""
        blank = self.cell(number, column, None)
        area_style = self._style(Kind.AREA, "body", None, False)
        decimals = self.decimals
        step, one = self.unit.step * 10 ** (self.unit.most_decimals - decimals), 10**decimals
        texts: dict[str, Cell] = {}

        def make(value: Value) -> Cell:
            if value is None:
                return blank
            if type(value) is Area:
                micro_mu = value.micro_mu
                if micro_mu < 0 or not decimals:
                    return self.cell(number, column, value)
                whole, rest = divmod(micro_mu // step, one)
                return Cell(number, area_style, None, f"{whole}.{rest:0{decimals}d}")
            if type(value) is str:
                known = texts.get(value)
                if known is None:
                    known = self.cell(number, column, value)
                    if len(texts) < _TEXTS_KEPT:
                        texts[value] = known
                return known
            return self.cell(number, column, value)

        return make

    def _number(self, number: int, kind: Kind, decimals: int | None, font: str, value: int | float | Decimal) -> Cell:
        exact = value if isinstance(value, Decimal) else Decimal(repr(value)) if isinstance(value, float) else None
        if exact is None:
            return Cell(number, self._style(Kind.INT, font, decimals or 0, False), None, str(value))
        if not exact.is_finite():
            return Cell(number, self._style(Kind.TEXT, font, None, False))
        exponent = exact.as_tuple().exponent
        rounded = exact if decimals is None or exponent == -decimals else half_up(exact, decimals)
        exponent = rounded.as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        return Cell(number, self._style(Kind.NUMBER, font, places, False), None, format(rounded, "f"))

    def _style(self, kind: Kind, font: str, detail: int | None, quoted: bool) -> Style:
        key = (kind, font, detail, quoted)
        style = self._styles.get(key)
        if style is None:
            if kind is Kind.TEXT:
                style = Style(font, "left" if detail else "center", quoted=quoted)
            else:
                pattern = self.area_format if kind is Kind.AREA else self.number_format(detail or 0)
                style = Style(font, "right" if kind is not Kind.INT else "center", format=pattern, wrap=False)
            self._styles[key] = style
        return style

    def _area(self, area: Area) -> str:
        """The exact decimal of an area that `exact_decimals` has seen."""
        steps = area.micro_mu // self.unit.step
        places = self.unit.most_decimals
        sign, digits = ("-", -steps) if steps < 0 else ("", steps)
        whole, rest = divmod(digits, 10**places)
        fraction = f"{rest:0{places}d}"[: self.decimals] if self.decimals else ""
        return f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}"
