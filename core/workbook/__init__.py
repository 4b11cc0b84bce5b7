"""Declared tables: one declaration writes the sheet, checks it and reads it back. The only importer of openpyxl."""

from __future__ import annotations

from .cells import formulas_without_result, read_cells
from .declaration import load_layout
from .engine import fetch_openpyxl
from .form_pages import FormPages, form_pages, pages_of_leaves
from .identities import Identities, Identity, check, checks_table, compact, equal_areas, identities_of
from .layout import Column, DisplayUnit, Group, Kind, Layout, Line
from .pictures import Picture
from .reader import read_table, sheet_names
from .reading import Problem, ReadTable
from .rows import AreaRows, Row, RowKind
from .subtotals import with_subtotals, without_empty_sums
from .table import FilledForm, FilledTable, Page, area_rows, filled_areas, with_sums
from .writer import Look, require_writable, write_workbook

__all__ = [
    "AreaRows",
    "Column",
    "DisplayUnit",
    "FilledForm",
    "FilledTable",
    "FormPages",
    "Group",
    "Identities",
    "Identity",
    "Kind",
    "Layout",
    "Line",
    "Look",
    "Page",
    "Picture",
    "Problem",
    "ReadTable",
    "Row",
    "RowKind",
    "area_rows",
    "check",
    "checks_table",
    "compact",
    "equal_areas",
    "fetch_openpyxl",
    "filled_areas",
    "form_pages",
    "identities_of",
    "load_layout",
    "pages_of_leaves",
    "formulas_without_result",
    "read_cells",
    "read_table",
    "require_writable",
    "sheet_names",
    "with_subtotals",
    "with_sums",
    "without_empty_sums",
    "write_workbook",
]
