"""The problems of an import as the columns of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..sentence import Say, translate
from ..workbook.cell_text import shown
from ..workbook.sheet import column_letter
from .problems import CellProblem
from .rows import SheetRows


@dataclass(frozen=True)
class ProblemField:
    """A field of the table: `kind` is text, integer or number."""

    name: str
    kind: str
    alias: str
    length: int = 0
    decimals: int = 0


PROBLEM_FIELDS: tuple[ProblemField, ...] = (
    ProblemField("SHEET", "text", translate("LandLedger", "Sheet"), 31),
    ProblemField("CELL", "text", translate("LandLedger", "Cell"), 10),
    ProblemField("ROW", "integer", translate("LandLedger", "Row")),
    ProblemField("COL", "text", translate("LandLedger", "Column"), 3),
    ProblemField("FIELD", "text", translate("LandLedger", "Field"), 20),
    ProblemField("VALUE", "text", translate("LandLedger", "Value"), 80),
    ProblemField("SEVERITY", "text", translate("LandLedger", "Severity"), 10),
    ProblemField("RULE", "text", translate("LandLedger", "Rule"), 10),
    ProblemField("PROBLEM", "text", translate("LandLedger", "Problem"), 254),
)
ERROR, WARNING = "error", "warning"
"""What the column SEVERITY holds; the style of the table shows it in words."""


def problem_columns(sheets: SheetRows | Sequence[SheetRows], say: Say = str) -> dict[str, np.ndarray]:
    """Columns (n,) by field name, the problems in the order of sheets, rows and columns, texts in the language of `say`."""
    several = [sheets] if isinstance(sheets, SheetRows) else sheets
    cells = [_cells(rows, problem, say) for rows in several for problem in rows.problems]
    columns = {}
    for place, field in enumerate(PROBLEM_FIELDS):
        values: Sequence[Any] = [row[place] for row in cells]
        column = np.empty(len(cells), dtype=np.int64 if field.kind == "integer" else object)
        column[:] = values
        columns[field.name] = column
    return columns


def _cells(rows: SheetRows, problem: CellProblem, say: Say) -> tuple[Any, ...]:
    fields, grid = rows.assignment.fields, rows.grid
    value = shown(grid.filled(problem.row, problem.column)) if problem.column else ""
    return (
        problem.sheet, problem.cell, problem.row, column_letter(problem.column) if problem.column else "",
        fields[problem.field].label if problem.field in fields else "", value, ERROR if problem.hard else WARNING,
        problem.rule, problem.text.said(say),
    )  # fmt: skip

