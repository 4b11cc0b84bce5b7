"""What a person says about a file beside its columns, and the words of the ledger it is read for."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ...importing.names import Names
from .words import ImportWords, load_words


@dataclass(frozen=True)
class Choices:
    """`holder` (a code), `year` and `book_date` hold where the file has no such column or the cell is blank.

    With `create_projects` a project that the register does not have is put there, else it is a problem.
    """

    holder: str = ""
    year: int = 0
    book_date: datetime.date | None = None
    operator: str = ""
    create_projects: bool = False

    def with_holder(self, code: str) -> Choices:
        """The same with the code of the holder."""
        return replace(self, holder=code)


@dataclass
class LedgerNames:
    """Holders, sources and projects of the ledger; `project_holders` says whose each project is."""

    holders: Names
    sources: Names
    projects: Names
    project_holders: dict[str, str] = field(default_factory=dict)
    words: ImportWords = field(default_factory=load_words)
    new_projects: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def new_project(self, code: str, name: str, holder: str) -> str:
        """Note a project to be made; returns its code, the next free one of its holder where none is given."""
        number = len(self.project_holders)
        while not code or (code in self.projects and not name):
            number += 1
            made = f"{holder}-XM{number:04d}"
            code = "" if made in self.projects else made
        self.projects.add(code, name or code)
        self.project_holders[code] = holder
        self.new_projects[code] = {"code": code, "name": name or code, "holder": holder}
        return code
