"""An .xlsx of a bureau → rows, by the same declaration that writes the table.

Merged cells are filled, header levels joined, the unit taken from the heading or the unit line, sum rows left out of
the data but compared with what they should be (DOMAIN: Excel shape found in bureaus). What is wrong is listed with
sheet and cell; only a file or sheet that can't be understood at all is an error.
"""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import InputError
from ..progress import Progress, no_progress
from ..sentence import translate
from .engine import need_openpyxl
from .form_reading import FormReading
from .headings import best_fit
from .layout import Layout
from .list_reading import ListReading
from .reading import ReadTable
from .workbook_file import WorkbookFile


def read_table(
    path: str | os.PathLike[str], layout: Layout, sheet: str | None = None, *, progress: Progress = no_progress
) -> ReadTable:
    """Read the table `layout` from a workbook: from `sheet`, else the sheet of the layout's name, else the visible
    one whose headings fit best.

    InputError, one sentence each: not a workbook, .xls, password, strict Open XML, damaged or malicious archive, no such
    sheet, no fitting headings.
    """
    need_openpyxl()
    grids = WorkbookFile(Path(path)).grids(layout, sheet, progress)
    best = max(grids, key=lambda grid: best_fit(grid, layout).score, default=None)
    if best is None or not best_fit(best, layout).score:
        raise InputError(
            translate("LandLedger", "File {file}: no sheet has the headings of the table {table}."),
            file=str(path),
            table=layout.sheet,
        )
    progress(0.6)
    result = (FormReading if layout.is_form else ListReading)(best, layout).read()
    progress(1.0)
    return result


def sheet_names(path: str | os.PathLike[str]) -> tuple[str, ...]:
    """The names of the sheets of a workbook; InputError as `read_table` raises it for a file that is none."""
    need_openpyxl()
    return WorkbookFile(Path(path)).names()
