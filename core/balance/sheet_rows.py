"""Rows of a sheet as the registers of farmland read them: texts, and the error that names a cell by sheet, row and heading."""

from __future__ import annotations

from ..errors import InputError
from ..sentence import translate
from ..workbook import Row, load_layout


def cell_text(row: Row, key: str) -> str:
    """The text of a cell, '' for none."""
    value = row.value(key)
    return "" if value is None else str(value).strip()


def refused_cell(layout: str, sheet: str, place: int, key: str) -> InputError:
    """The error to raise for a cell of row `place` of the list that is missing or makes no sense, under the heading that the
    shipped layout has for it."""
    template = translate(
        "LandLedger", "Sheet {sheet}, row {row} of the list: the column {column} is missing or not valid."
    )
    return InputError(template, sheet=sheet, row=place, column=load_layout(layout).column(key).title)
