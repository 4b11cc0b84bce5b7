"""What is wrong with a cell of a table that is being imported."""

from __future__ import annotations

from dataclasses import dataclass

from ..sentence import Sentence, sentence
from ..workbook.sheet import column_letter


@dataclass(frozen=True)
class CellProblem:
    """Rows and columns from 1, column 0 is the whole row. A `hard` one keeps the whole file out of the ledger; `rule` is
    'input' for what can't be read, else the rule of the ledger it offends."""

    sheet: str
    row: int
    column: int
    text: Sentence
    hard: bool = True
    rule: str = "input"
    field: str = ""

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet names it, the row alone where no column is meant."""
        return f"{column_letter(self.column)}{self.row}" if self.column else str(self.row)

    @property
    def sentence(self) -> Sentence:
        """“sheet!cell: text”."""
        return sentence("{sheet}!{cell}: {text}", sheet=self.sheet, cell=self.cell, text=self.text)
