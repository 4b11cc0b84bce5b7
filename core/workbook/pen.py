"""Cells as the XML of a sheet, written before the number of their row is known."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import NamedTuple, Optional

from .sheet import Cell, SheetLine, Style, column_letter

ROW = "\0"
"""Stands for the number of the row; XML forbids it, so no text can hold it."""

NUMBER_END = "</v></c>"


class Written(NamedTuple):
    """One row of the sheet: its cells written, with ROW for its number; height in points, None for the sheet's default."""

    cells: str
    height: Optional[float] = None


class Pen:
    """Writes cells; `number_of` gives the number of a style in the workbook."""

    def __init__(self, number_of: Callable[[Style], int]) -> None:
        self._number_of = number_of
        self._starts: dict[tuple[int, Style], str] = {}

    def start(self, column: int, style: Style) -> str:
        """The beginning of every cell of that look in sheet column `column`."""
        key = column, style
        known = self._starts.get(key)
        if known is None:
            known = self._starts[key] = f'<c r="{column_letter(column)}{ROW}" s="{self._number_of(style)}"'
        return known

    def blank(self, column: int, style: Style) -> str:
        """A cell with nothing in it."""
        return self.start(column, style) + "/>"

    def number_start(self, column: int, style: Style) -> str:
        """What stands before the digits of a number; NUMBER_END stands behind them."""
        return self.start(column, style) + "><v>"

    def cell(self, cell: Cell) -> str:
        """Any cell."""
        start = self.start(cell.column, cell.style)
        if cell.number is not None:
            formula = f"<f>{escape(cell.formula, quote=False)}</f>" if cell.formula else ""
            return f"{start}>{formula}<v>{cell.number}{NUMBER_END}"
        if cell.text:
            text = escape(_literal(cell.text.replace(ROW, "")), quote=False)
            return f'{start} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        return f"{start}/>"

    def line(self, line: SheetLine) -> Written:
        """A row of cells."""
        return Written("".join(map(self.cell, line.cells)), line.height)


def blank_like(cell: str) -> str:
    """An empty cell with the place and the look of a written one."""
    return cell[: cell.index('"', cell.index(' s="') + 4) + 1] + "/>"


def _literal(text: str) -> str:
    """Spreadsheets read _x0041_ in a text as a character's number; written so, it stays what it is."""
    return text.replace("_x", "_x005F_x") if "_x" in text else text
