"""The workbook of an occupation run: all sheets, marked as a draft while one identity does not hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..errors import InputError
from ..progress import Progress, no_progress
from ..sentence import Say, translate
from ..workbook import FilledForm, FilledTable, Identity, Look, checks_table, load_layout, write_workbook
from .checks import occupation_identities
from .inputs_sheet import RunFacts, inputs_table
from .model import Occupation
from .tables import display_unit, occupation_tables

TABLES = ("T07", "CLASS_STATE", "CLASS_COLLECTIVE", "T28", "T29", "CONFLICTS", "T15", "OVERLAPS", "ADJUST", "FINDINGS")
"""Ids of the tables of a run, in the order of their sheets."""

TABLES_WITH_POINTS = frozenset(("T28", "T15"))


def tables_named(text: str) -> tuple[str, ...]:
    """The tables that a text names, separated by commas (`T07,T29`), all for an empty one; InputError for another name."""
    asked = [name.strip().upper() for name in text.replace("，", ",").replace("、", ",").split(",") if name.strip()]
    for name in asked:
        if name not in TABLES:
            template = translate("LandLedger", "There is no table {name}; the tables are {tables}.")
            raise InputError(template, name=name, tables=", ".join(TABLES))
    return tuple(name for name in TABLES if not asked or name in asked)


@dataclass(frozen=True)
class Report:
    """The sheets in order and the identities that were checked."""

    tables: Sequence[FilledTable | FilledForm]
    identities: Sequence[Identity]

    @property
    def draft(self) -> bool:
        """Whether some identity does not hold: then nothing here may be signed."""
        return not all(identity.ok for identity in self.identities)


def report_of(
    result: Occupation,
    pieces: Mapping[str, np.ndarray],
    facts: RunFacts,
    name: str = "",
    folder: str | None = None,
    shown: Collection[str] = TABLES,
) -> Report:
    """Tables, checks and inputs of a run; `pieces` are the columns of the result layer (`piece_columns`).

    `shown` are the ids of the tables wanted, of TABLES; all are made and checked whatever is shown.
    """
    tables = occupation_tables(result, name, folder, with_points=not TABLES_WITH_POINTS.isdisjoint(shown))
    identities = occupation_identities(result, tables, pieces)
    tables = [table for table in tables if table.layout.id in shown]
    checks = checks_table(identities, display_unit(result.job.unit), load_layout("CHECKS", folder))
    return Report([*tables, checks, inputs_table(result, facts, folder)], identities)


def write_report(
    report: Report, path: str | Path, fonts: Sequence[str] = (), say: Say = str, progress: Progress = no_progress
) -> None:
    """Write the workbook to `path`, replacing what is there; OutputError names the file when that can't be done.

    `fonts` are those of the machine: of the fonts that official tables use, one that it has is taken.
    """
    write_workbook(
        path,
        report.tables,
        draft=report.draft,
        overwrite=True,
        contents=True,
        say=say,
        progress=progress,
        look=Look.among(fonts),
    )
