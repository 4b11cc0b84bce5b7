"""The data rows of a sheet: below the headings, down to the notes and signatures, without sum rows and blank rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import InputError
from ..progress import Progress, no_progress
from ..sentence import Sentence, sentence, translate
from ..workbook.cell_text import MICRO_MU, normalised
from ..workbook.grid import Grid
from ..workbook.reading import NOTE_START, NULLS, SIGNATURE_START
from .assignment import Assignment
from .cells import read_amount, read_capacity
from .fields import CellKind, clean_level
from .problems import CellProblem

_SUM_LABEL = re.compile(r"(小计|合计|总计|共计|累计)[:)]?$")
_COLUMN_NUMBER = re.compile(r"^(\(?\d{1,3}\)?|[甲乙丙丁戊己庚辛]|栏次)$")
_ONCE = frozenset({CellKind.AREA, CellKind.NUMBER, CellKind.CAPACITY})
"""Kinds that a merged cell holds once, for its first row; all others hold for every row of the merge."""
_LABELS = frozenset({CellKind.HOLDER, CellKind.SOURCE, CellKind.EVENT, CellKind.YEAR, CellKind.PROJECT})
"""Kinds of columns in which the word 合计 makes a row a sum row, beside the first cell that is filled."""
_ROWS_A_STEP = 2000


@dataclass
class SheetRows:
    """What stands below the headings: rows with data, rows that are sums, and what was found on the way."""

    grid: Grid
    assignment: Assignment
    data: list[int] = field(default_factory=list)
    sums: list[int] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)

    def __post_init__(self) -> None:
        fields = self.assignment.fields
        self._places = {
            name: (column, self.grid.at if fields[name].kind in _ONCE else self.grid.down)
            for name, column in self.assignment.columns.items()
        }

    def raw(self, row: int, name: str) -> Any:
        """The cell of a field as it is stored; None where the field has no column."""
        place = self._places.get(name)
        return None if place is None else place[1](row, place[0])

    def amount(self, row: int, name: str) -> int | Sentence | None:
        """The cell of a field of areas in micro-mu, of capacity in kg; a Sentence says what is wrong with it."""
        column = self.assignment.columns.get(name)
        if column is None:
            return None
        if self.assignment.fields[name].kind is CellKind.CAPACITY:
            return read_capacity(self.raw(row, name), self.assignment.kilograms_of(column))
        return read_amount(self.raw(row, name), self.assignment.unit_of(column) or MICRO_MU["亩"])

    def problem(self, row: int, name: str, text: Sentence, *, hard: bool = True, rule: str = "input") -> None:
        """List what is wrong with the cell of a field, with the row where the field has no column."""
        column = self.assignment.columns.get(name, 0)
        self.problems.append(CellProblem(self.grid.name, row, column, text, hard, rule, name))


def need_columns(rows: SheetRows) -> None:
    """InputError for a missing column or a unit of area that nobody knows."""
    missing = rows.assignment.missing()
    if missing:
        raise InputError(
            translate("LandLedger", "Sheet {sheet}: no column is known for {fields}; say which it is."),
            sheet=rows.grid.name, fields=", ".join(each.label for each in missing),
        )  # fmt: skip
    for name, column in rows.assignment.columns.items():
        if rows.assignment.fields[name].kind is CellKind.REFUSE:
            heading = rows.assignment.heading(column)
            raise InputError(
                translate(
                    "LandLedger",
                    "Sheet {sheet} has a column {heading}: a journal with a line for each account, as a ledger exports it, "
                    "can't be imported; copy the ledger instead.",
                ),
                sheet=rows.grid.name, heading=heading.title if heading else name,
            )  # fmt: skip
        if rows.assignment.fields[name].kind is CellKind.AREA and rows.assignment.unit_of(column) is None:
            raise InputError(
                translate("LandLedger", "Sheet {sheet}: no unit of area is written above the table; choose one."),
                sheet=rows.grid.name,
            )
        if rows.assignment.fields[name].kind is CellKind.CAPACITY and rows.assignment.kilograms_of(column) is None:
            raise InputError(
                translate("LandLedger", "Sheet {sheet}: no unit of capacity (公斤, 万公斤) is written above the table; choose one."),
                sheet=rows.grid.name,
            )


def rows_below(grid: Grid, assignment: Assignment, progress: Progress = no_progress) -> SheetRows:
    """Go down the sheet; what is left out and does not explain itself is a problem that does not keep the file out."""
    found = SheetRows(grid, assignment)
    fields = assignment.fields
    columns = sorted(column for name, column in assignment.columns.items() if fields[name].kind is not CellKind.IGNORE)
    texts = [column for name, column in assignment.columns.items() if assignment.fields[name].kind in _LABELS]
    lowest = {heading.column: {clean_level(level) for level in heading.path} for heading in assignment.headings}
    last = len(grid.rows)
    for number in range(assignment.bottom + 1, last + 1):
        if not number % _ROWS_A_STEP:
            progress((number - assignment.bottom) / max(1, last - assignment.bottom))
        row = grid.rows[number - 1]
        if not row or all(value is None or value == "" for value in row):
            continue
        if _ends(row):
            _rest(found, number, columns)
            break
        if _is_heading(row, lowest) or (not found.data and _numbers_columns(row)):
            continue
        if (
            any(_SUM_LABEL.search(text) for text in _texts_at(row, texts))
            or _SUM_LABEL.search(_first_text(row))
            or any(_SUM_LABEL.fullmatch(text) for text in _texts_at(row, columns))
        ):
            found.sums.append(number)
        elif _has_data(grid, number, columns):
            found.data.append(number)
        elif any(isinstance(value, str) and normalised(value) not in NULLS for value in row):
            # Rows that only bear a serial number or a zero are empty lines of a form.
            text = translate("LandLedger", "the row has nothing in the columns that are read; left out")
            found.problem(number, "", sentence(text), hard=False)
    _tell_hidden(found)
    return found


def _texts_at(row: tuple[Any, ...], columns: list[int]) -> Iterator[str]:
    for column in columns:
        if column <= len(row) and isinstance(row[column - 1], str):
            yield normalised(row[column - 1])


def _first_text(row: tuple[Any, ...]) -> str:
    return next((normalised(value) for value in row if value is not None and value != ""), "")


def _has_data(grid: Grid, number: int, columns: list[int]) -> bool:
    row = grid.rows[number - 1]
    for column in columns:
        value = row[column - 1] if column <= len(row) else None
        if value is not None and (not isinstance(value, str) or normalised(value) not in NULLS):
            return True
        if (number, column) in grid.uncached:
            return True
    return False


def _ends(row: tuple[Any, ...]) -> bool:
    first = _first_text(row)
    if not isinstance(first, str) or not first:
        return False
    if SIGNATURE_START.match(first):
        return True
    return bool(NOTE_START.match(first)) and sum(value is not None and value != "" for value in row) == 1


def _is_heading(row: tuple[Any, ...], lowest: Mapping[int, set[str]]) -> bool:
    """A heading repeated for the next page of paper; `lowest` are the levels of each column's heading."""
    same = count = 0
    for column, value in enumerate(row, 1):
        if value is None or value == "":
            continue
        count += 1
        if not isinstance(value, str):
            return False
        same += clean_level(value) in lowest.get(column, ())
        if count >= 2 and not same:
            return False
    return same >= 2 and same * 2 >= count


def _numbers_columns(row: tuple[Any, ...]) -> bool:
    """The row of column numbers (甲 乙 1 2 3) that stands under the headings of printed forms."""
    texts = [normalised(value) for value in row if value is not None and value != ""]
    if len(texts) < 3 or not all(_COLUMN_NUMBER.match(text) for text in texts):
        return False
    numbers = [int(text.strip("()")) for text in texts if text.strip("()").isdigit()]
    return len(numbers) >= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 2


def _rest(found: SheetRows, number: int, columns: list[int]) -> None:
    """Rows below notes and signatures are not read; if there are numbers, somebody should know."""
    grid = found.grid
    for row in range(number + 1, len(grid.rows) + 1):
        cells = grid.rows[row - 1]
        filled = [column for column in columns if column <= len(cells) and cells[column - 1] is not None]
        if len(filled) >= 3 and any(isinstance(cells[column - 1], (int, float)) for column in filled):
            text = translate("LandLedger", "rows from {row} on stand below a note or a signature and are not read")
            found.problem(number, "", sentence(text, row=row), hard=False)
            return


def _tell_hidden(found: SheetRows) -> None:
    hidden = [row for row in found.data if row in found.grid.hidden_rows]
    if hidden:
        text = translate("LandLedger", "{count} hidden or filtered rows are read too, the first is row {row}")
        found.problem(hidden[0], "", sentence(text, count=len(hidden), row=hidden[0]), hard=False)
