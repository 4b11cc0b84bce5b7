"""The workbook of an occupation run: all sheets, marked as a draft while one identity does not hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..progress import Progress, no_progress
from ..sentence import Say
from ..workbook import FilledForm, FilledTable, Identity, Look, checks_table, load_layout, write_workbook
from .checks import occupation_identities
from .inputs_sheet import RunFacts, inputs_table
from .model import Occupation
from .tables import display_unit, occupation_tables


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
    with_points: bool = True,
) -> Report:
    """Tables, checks and inputs of a run; `pieces` are the columns of the result layer (`piece_columns`).

    `with_points` as in `occupation_tables`.
    """
    tables = occupation_tables(result, name, folder, with_points)
    identities = occupation_identities(result, tables, pieces)
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
