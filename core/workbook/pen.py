"""Cells as the XML of a sheet, in UTF-8, written before the number of their row is known."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import NamedTuple, Optional

from .sheet import Cell, SheetLine, Style, column_letter

ROW = b"\0"
"""Stands for the number of the row; XML forbids it, so no text can hold it."""

NUMBER_END = b"</v></c>"

_NO_TEXT = ROW.decode()


class Written(NamedTuple):
    """One row of the sheet: its cells written, with ROW for its number; height in points, None for the sheet's default."""

    cells: bytes
    height: Optional[float] = None


class Pen:
    """Writes cells; `number_of` gives the number of a style in the workbook."""

    def __init__(self, number_of: Callable[[Style], int]) -> None:
        self._number_of = number_of
        self._starts: dict[tuple[int, Style], bytes] = {}

    def start(self, column: int, style: Style) -> bytes:
        """The beginning of every cell of that look in sheet column `column`."""
        key = column, style
        known = self._starts.get(key)
        if known is None:
            letter, number = column_letter(column).encode(), self._number_of(style)
            known = self._starts[key] = b'<c r="%b%b" s="%d"' % (letter, ROW, number)
        return known

    def blank(self, column: int, style: Style) -> bytes:
        """A cell with nothing in it."""
        return self.start(column, style) + b"/>"

    def number_start(self, column: int, style: Style) -> bytes:
        """What stands before the digits of a number; NUMBER_END stands behind them."""
        return self.start(column, style) + b"><v>"

    def cell(self, cell: Cell) -> bytes:
        """Any cell."""
        start = self.start(cell.column, cell.style)
        if cell.number is not None:
            formula = f"<f>{escape(cell.formula, quote=False)}</f>" if cell.formula else ""
            return b"%b>%b<v>%b%b" % (start, formula.encode(), cell.number.encode(), NUMBER_END)
        if cell.text:
            text = escape(_literal(cell.text.replace(_NO_TEXT, "")), quote=False)
            return b'%b t="inlineStr"><is><t xml:space="preserve">%b</t></is></c>' % (start, text.encode())
        return start + b"/>"

    def line(self, line: SheetLine) -> Written:
        """A row of cells."""
        return Written(b"".join(map(self.cell, line.cells)), line.height)


def blank_like(cell: bytes) -> bytes:
    """An empty cell with the place and the look of a written one."""
    return cell[: cell.index(b'"', cell.index(b' s="') + 4) + 1] + b"/>"


def _literal(text: str) -> str:
    """Spreadsheets read _x0041_ in a text as a character's number; written so, it stays what it is."""
    return text.replace("_x", "_x005F_x") if "_x" in text else text
