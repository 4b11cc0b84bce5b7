"""A workbook of a bureau opened for import: which sheet, which table, which columns."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..errors import InputError
from ..progress import Progress, no_progress
from ..sentence import translate
from ..workbook.engine import need_openpyxl
from ..workbook.grid import Grid
from ..workbook.workbook_file import WorkbookFile
from .assignment import UNITS, WEIGHTS, Assignment, assigned_by_text, recognise
from .fields import REGISTERS, VOUCHERS

TABLES = (VOUCHERS, *REGISTERS)
"""What a sheet may be: a journal, or a register."""

_TOP_ROWS = 60


@dataclass(frozen=True)
class SheetGuess:
    """A sheet and what its headings say it is; `table` is '' where they fit nothing."""

    sheet: str
    table: str
    columns: int
    title: str = ""


def tops_of(path: str | os.PathLike[str]) -> list[Grid]:
    """The first rows of every visible sheet; InputError for a file that can't be read, one sentence each."""
    need_openpyxl()
    return WorkbookFile(Path(path)).tops(_TOP_ROWS)


def whole_sheet(path: str | os.PathLike[str], sheet: str, progress: Progress = no_progress) -> Grid:
    """All cells of a sheet."""
    need_openpyxl()
    return WorkbookFile(Path(path)).grid(sheet, progress)


def guess_sheets(path: str | os.PathLike[str], tables: Sequence[str] = TABLES) -> list[SheetGuess]:
    """What every visible sheet is; InputError for a file that can't be read, one sentence each."""
    return [guess_sheet(grid, tables) for grid in tops_of(path)]


def guess_sheet(grid: Grid, tables: Sequence[str] = TABLES) -> SheetGuess:
    """The table with most columns among the headings of a sheet, of equals the first."""
    found = [(recognise(grid, table), table) for table in tables]
    known = [(assignment, table) for assignment, table in found if assignment is not None and not assignment.missing()]
    if not known:
        return SheetGuess(grid.name, "", 0)
    best, table = max(known, key=lambda pair: len(pair[0].columns))
    return SheetGuess(grid.name, table, len(best.columns), best.title)


def choose_sheet(path: str | os.PathLike[str], table: str) -> str:
    """The sheet that holds the table; InputError where none does, or where several do as well."""
    return _best_sheet(path, table, tops_of(path))


def _best_sheet(path: str | os.PathLike[str], table: str, tops: list[Grid]) -> str:
    guesses = [guess for guess in (guess_sheet(grid, (table,)) for grid in tops) if guess.table]
    if not guesses:
        raise InputError(
            translate("LandLedger", "File {file}: no sheet has headings that are known; name the sheet and its columns."),
            file=str(path),
        )
    most = max(guess.columns for guess in guesses)
    best = [guess.sheet for guess in guesses if guess.columns == most]
    if len(best) > 1:
        raise InputError(
            translate("LandLedger", "File {file}: several sheets could be meant ({sheets}); choose one."),
            file=str(path), sheets="、".join(best),
        )  # fmt: skip
    return best[0]


def open_sheet(
    path: str | os.PathLike[str], sheet: str, table: str, progress: Progress = no_progress
) -> tuple[Grid, Assignment]:
    """The cells of a sheet and its columns as recognised; InputError where no headings are."""
    return _recognised(whole_sheet(path, sheet, progress), table)


def _recognised(grid: Grid, table: str) -> tuple[Grid, Assignment]:
    assignment = recognise(grid, table)
    if assignment is None:
        raise InputError(
            translate("LandLedger", "Sheet {sheet}: no row of headings was found (at least three known columns)."),
            sheet=grid.name,
        )
    return grid, assignment


@dataclass(frozen=True)
class Order:
    """Which table is to be read: '' for `sheet` finds it, `columns` corrects what is recognised (`HOLDER=县区;AREA_IN=F`),
    `unit` (a name of UNITS) and `weight` (of WEIGHTS) overrule what is written in the sheet."""

    path: str
    sheet: str = ""
    table: str = VOUCHERS
    columns: str = ""
    unit: str = ""
    weight: str = ""


def open_order(order: Order, progress: Progress = no_progress) -> tuple[Grid, Assignment]:
    """The cells and the columns; InputError as `choose_sheet`, `open_sheet` and `assigned_by_text` raise it."""
    if order.sheet:
        grid, assignment = open_sheet(order.path, order.sheet, order.table, progress)
    else:
        # A big workbook is opened once only.
        need_openpyxl()
        best = partial(_best_sheet, order.path, order.table)
        grid, assignment = _recognised(WorkbookFile(Path(order.path)).picked(_TOP_ROWS, best, progress), order.table)
    assignment = assigned_by_text(assignment, order.columns)
    return grid, replace(
        assignment,
        chosen_unit=UNITS[order.unit] if order.unit else None,
        chosen_kilograms=WEIGHTS[order.weight] if order.weight else None,
    )
