"""Made-up surveys for the tests of class summary and code conversion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ...core.columns import Columns
from ...core.rules import Rules, load_rules
from ...core.summary.job import summarise
from ...core.summary.model import Basis, Level, Summary, SummaryJob
from ...core.survey.classes import apply_rules, load_code_table

NUMBERS = ("TBMJ", "KCMJ", "KCXS", "TBDLMJ", "DCMJ", "AREA")
VILLAGE = "3799011012010000000"


def columns(name: str, rows: Sequence[Mapping[str, object]], fields: Sequence[str] = ()) -> Columns:
    """Rows as a layer without shapes; a field that a row lacks is null."""
    attributes: dict[str, np.ndarray] = {}
    for key in dict.fromkeys([*fields, *(key for row in rows for key in row)]):
        values = [row.get(key) for row in rows]
        if key in NUMBERS:
            attributes[key] = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
        else:
            attributes[key] = np.empty(len(rows), dtype=object)
            attributes[key][:] = values
    ids = np.arange(1, len(rows) + 1, dtype=np.int64)
    return Columns(name, ids, np.full(len(rows), None, dtype=object), attributes)


def parcel(code: str | None, area: float | None, **more: object) -> dict[str, object]:
    """One parcel of the first village."""
    return {"DLBM": code, "TBMJ": area, "ZLDWDM": VILLAGE, "ZLDWMC": "甲庄村", "KCMJ": 0.0, **more}


def summary_of(
    rows: Sequence[Mapping[str, object]],
    districts: Sequence[Mapping[str, object]] | None = None,
    level: Level = Level.VILLAGE,
    basis: Basis = Basis.NET,
    table: str = "sandiao2019",
    rules: Rules | None = None,
) -> Summary:
    """The summary of made-up rows."""
    rules = rules or load_rules()
    job = SummaryJob(level, basis, apply_rules(load_code_table(table), rules), rules)
    control = None if districts is None else columns("XZQ", districts)
    return summarise(columns("DLTB", rows), control, job)
