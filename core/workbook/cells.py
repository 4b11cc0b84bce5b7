"""All cells of a workbook as they are, for tables that are known by their headings and not by a declared layout."""

from __future__ import annotations

import io
from typing import Any

from ..errors import InputError
from ..sentence import translate
from .engine import need_openpyxl

_ROW_LIMIT = 1_048_576


def formulas_without_result(data: bytes) -> list[tuple[str, str]]:
    """(sheet, cell) of each formula whose result is not stored, in a workbook that `read_cells` has read: one that a program
    wrote and no spreadsheet has computed yet."""
    import openpyxl

    written, computed = (openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=only) for only in (False, True))
    found = [
        (sheet.title, cell.coordinate)
        for sheet, results in zip(written.worksheets, computed.worksheets)
        for cells, values in zip(sheet.iter_rows(max_row=_ROW_LIMIT), results.iter_rows(values_only=True, max_row=_ROW_LIMIT))
        for cell, value in zip(cells, values)
        if cell.data_type == "f" and value is None
    ]
    written.close()
    computed.close()
    return found


def read_cells(data: bytes, name: str) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """(title, rows) of each sheet of a workbook given as bytes; `name` is for messages.

    InputError for an old .xls, a password, what is no workbook, and one that shows no sheets.
    """
    need_openpyxl()
    import openpyxl

    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            translate(
                "LandLedger", "Workbook {file} is in the old .xls format or has a password; save it as plain .xlsx."
            ),
            file=name,
        )
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [
            (sheet.title, list(sheet.iter_rows(values_only=True, max_row=_ROW_LIMIT))) for sheet in book.worksheets
        ]
        book.close()
    except Exception as problem:
        raise InputError(
            translate("LandLedger", "{file} is no workbook that can be read ({reason})."),
            file=name,
            reason=type(problem).__name__,
        ) from problem
    if not sheets:
        raise InputError(
            translate(
                "LandLedger", "Workbook {file} shows no sheets; save it as ordinary .xlsx, not “Strict Open XML”."
            ),
            file=name,
        )
    return sheets
