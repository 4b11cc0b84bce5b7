"""Filled tables and forms → the plans of their sheets, which the writer turns into a file."""

from __future__ import annotations

from ..sentence import Say
from .form_sheet import FormPlan
from .sheet import SheetPlan
from .table import Filled, FilledForm
from .table_sheet import TablePlan


def plan_sheet(table: Filled, draft: bool, say: Say = str, live_sums: bool = False) -> SheetPlan:
    """The sheet of a filled table or form; FootingError if an area can't be written exactly."""
    if isinstance(table, FilledForm):
        return FormPlan(table, draft, say).plan()
    return TablePlan(table, draft, say, live_sums).plan()
