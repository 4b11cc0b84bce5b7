"""Declared tables: one declaration writes the sheet, checks it and reads it back. The only importer of openpyxl."""

from __future__ import annotations

from .cells import read_cells
from .declaration import load_layout
from .layout import Column, DisplayUnit, Group, Kind, Layout, Line
from .reader import read_table
from .reading import Problem, ReadTable
from .table import (
    FilledForm,
    FilledTable,
    Identity,
    Page,
    Row,
    RowKind,
    check,
    checks_table,
    compact,
    form_page,
    with_subtotals,
    with_sums,
)
from .writer import Look, require_writable, write_workbook

__all__ = [
    "Column",
    "DisplayUnit",
    "FilledForm",
    "FilledTable",
    "Group",
    "Identity",
    "Kind",
    "Layout",
    "Line",
    "Look",
    "Page",
    "Problem",
    "ReadTable",
    "Row",
    "RowKind",
    "check",
    "checks_table",
    "compact",
    "form_page",
    "load_layout",
    "read_cells",
    "read_table",
    "require_writable",
    "with_subtotals",
    "with_sums",
    "write_workbook",
]
