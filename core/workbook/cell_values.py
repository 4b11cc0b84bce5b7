"""Values of a filled table as cells: text, number and style, every area exact."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

import numpy as np

from ..area import Area
from ..rounding import half_up
from ..sentence import Say, Sentence
from .layout import Column, DisplayUnit, FormField, Kind, Layout
from .pen import NUMBER_END, Pen
from .rows import Value
from .sheet import FAILS, HOLDS, Cell, Style, clean_text

_FORMULA_STARTS = ("=", "+", "-", "@")
_DAY_ZERO = datetime.date(1899, 12, 30)
_KEPT = 4096


class CellValues:
    """Values of one table as cells."""

    def __init__(self, layout: Layout, unit: DisplayUnit, decimals: int, say: Say) -> None:
        self.layout, self.unit, self.decimals, self.say = layout, unit, decimals, say
        self.area_format = self.number_format(decimals)
        self._styles: dict[tuple[Kind, str, int | None, bool], Style] = {}
        # Micro-mu in one unit of the last decimal printed, and such units in one of the sheet's.
        self._step, self._one = unit.step * 10 ** (unit.most_decimals - decimals), 10**decimals

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
            return Cell(number, self._style(Kind.AREA, font, None, False), None, self.area_text(value.micro_mu))
        if isinstance(value, datetime.date):
            days = str((datetime.date(value.year, value.month, value.day) - _DAY_ZERO).days)
            return Cell(number, Style(font, format='yyyy"年"m"月"d"日"'), None, days)
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) and kind is not Kind.TEXT:
            return self._number(number, kind, column.decimals, font, value)
        text = self.text(value)
        quoted = text.startswith(_FORMULA_STARTS)
        long = kind is Kind.TEXT and isinstance(column, Column) and (column.width or 0) >= 20
        return Cell(number, self._style(Kind.TEXT, font, 1 if long else None, quoted), text)

    def maker(self, number: int, column: Column, pen: Pen, bold: bool = False) -> Callable[[Value], bytes]:
        """`cell` of one column, written, with what never changes decided once: big tables have millions of cells."""
        known: dict[object, bytes] = {}
        font = "bold" if bold else "body"
        decimals = column.decimals if column.kind is not Kind.TEXT else None
        # A style is a style of the workbook from the moment it has a number: only those that occur are asked for.
        area_start = number_start = b""

        def make(value: Value) -> bytes:
            nonlocal area_start, number_start
            kind = type(value)
            if kind is Area:
                area_start = area_start or pen.number_start(number, self._style(Kind.AREA, font, None, False))
                return b"%b%b%b" % (area_start, self.area_text(value.micro_mu).encode(), NUMBER_END)  # type: ignore[union-attr]
            if kind is Decimal and decimals and _has_decimals(text := str(value), decimals):
                number_start = number_start or pen.number_start(number, self._style(Kind.NUMBER, font, decimals, False))
                return b"%b%b%b" % (number_start, text.encode(), NUMBER_END)
            if kind is not str and kind is not int and value is not None:
                return pen.cell(self.cell(number, column, value, bold))
            cell = known.get(value)
            if cell is None:
                cell = pen.cell(self.cell(number, column, value, bold))
                if len(known) < _KEPT:
                    known[value] = cell
            return cell

        return make

    def written_areas(self, number: int, pen: Pen, numbers: np.ndarray, bold: Sequence[bool]) -> list[bytes]:
        """The cells of a column of areas, micro-mu (n,), written; in bold where `bold` (n,) says so."""
        starts = {
            is_bold: pen.number_start(number, self._style(Kind.AREA, "bold" if is_bold else "body", None, False))
            for is_bold in dict.fromkeys(bold)
        }
        zero = self.area_text(0).encode()
        nothing = {is_bold: b"%b%b%b" % (start, zero, NUMBER_END) for is_bold, start in starts.items()}
        cells = list(map(nothing.__getitem__, bold))
        places = np.flatnonzero(numbers)
        # One pattern for the whole cell: a number is written in one step.
        pattern = b"%b%d" + (b".%%0%dd" % self.decimals if self.decimals else b"")
        patterns = {is_bold: start + pattern + NUMBER_END for is_bold, start in starts.items()}
        for place, parts in zip(places.tolist(), self._area_parts(numbers[places])):
            cells[place] = patterns[bold[place]] % parts
        return cells

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

    def area_text(self, micro_mu: int) -> str:
        """The exact decimal of an area that `exact_decimals` has seen."""
        sign, steps = ("-", -micro_mu // self._step) if micro_mu < 0 else ("", micro_mu // self._step)
        if not self.decimals:
            return f"{sign}{steps}"
        whole, rest = divmod(steps, self._one)
        return f"{sign}{whole}.{rest:0{self.decimals}d}"

    def _area_parts(self, micro_mu: np.ndarray) -> Iterator[tuple[object, ...]]:
        """The same of many, micro-mu (n,), in parts: sign, whole, and decimals where there are any, as a whole number."""
        steps = np.abs(micro_mu) // self._step
        signs = [b"-" if negative else b"" for negative in (micro_mu < 0).tolist()]
        if not self.decimals:
            return zip(signs, steps.tolist())
        return zip(signs, (steps // self._one).tolist(), (steps % self._one).tolist())


def _has_decimals(text: str, decimals: int) -> bool:
    """Whether a number prints just so many decimals as it is."""
    return len(text) > decimals and text[-decimals - 1] == "." and "E" not in text
