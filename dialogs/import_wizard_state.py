"""What the pages of the import wizard share: what was chosen, what was read, and the work done with it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from ..core.importing.assignment import Assignment, first_heading_row, headings_at, recognise
from ..core.importing.opening import SheetGuess, guess_sheet, tops_of, whole_sheet
from ..core.progress import Progress, part_of
from ..core.quota.background import holders_of
from ..core.quota.importing.choices import Choices
from ..core.quota.importing.job import Checked, PostedImport, check_import, post_import
from ..core.quota.ledger import QuotaLedger
from ..core.rules import Rules
from ..core.workbook.grid import Grid
from ..processing.adapters.ledgers import LedgerPlace, ledger_place

_FOLDER = "LandLedger/import/folder"
_COLUMNS = "LandLedger/import/columns/{}"


@dataclass
class ImportState:
    """`tops` are the first rows of each sheet, `assignment` the columns as they are now."""

    ledger: str = ""
    file: str = ""
    tops: list[Grid] = field(default_factory=list)
    guesses: list[SheetGuess] = field(default_factory=list)
    sheet: str = ""
    table: str = ""
    assignment: Assignment | None = None
    choices: Choices = field(default_factory=Choices)
    checked: Checked | None = None
    posted: PostedImport | None = None
    _place: tuple[str, LedgerPlace] | None = field(default=None, repr=False)

    @property
    def top(self) -> Grid | None:
        """The first rows of the chosen sheet."""
        return next((grid for grid in self.tops if grid.name == self.sheet), None)

    def choose(self, sheet: str, table: str) -> None:
        """Take a sheet as a table: its columns as recognised, with what was remembered for such headings."""
        self.sheet, self.table, self.choices = sheet, table, Choices()
        grid = self.top
        if grid is None or not table:
            self.assignment = None
            return
        found = recognise(grid, table)
        if found is None:
            row = first_heading_row(grid)
            found = headings_at(grid, table, row, row)
        self.assignment = recalled(found)

    def place(self) -> LedgerPlace:
        """Where the ledger is; InputError where there can be none. First asked on the main thread, as QGIS may want the
        master password of a database; known from then on."""
        if self._place is None or self._place[0] != self.ledger:
            self._place = (self.ledger, ledger_place(self.ledger))
        return self._place[1]

    def choose_headings(self, top: int, bottom: int) -> None:
        """Take other rows as the headings."""
        if self.top is not None:
            self.assignment = recalled(headings_at(self.top, self.table, top, bottom))


# ------------------------------------------------------------------------------------------- work, on a worker thread


@dataclass(frozen=True)
class LookedAt:
    """A workbook that was looked at: the tops of its sheets and what they seem to be."""

    tops: list[Grid]
    guesses: list[SheetGuess]


def look_at(file: str, progress: Progress) -> LookedAt:
    """The sheets of a workbook."""
    tops = tops_of(file)
    progress(0.7)
    return LookedAt(tops, [guess_sheet(grid) for grid in tops])


def holders_in(place: LedgerPlace, progress: Progress) -> dict[str, str]:
    """Names of the holders of a ledger by code."""
    store = place.opened()
    try:
        return {code: holder.name for code, holder in holders_of(store).items()}
    finally:
        store.close()


def check(state: ImportState, rules: Rules, progress: Progress) -> Checked:
    """Read the whole sheet and check it against the ledger."""
    grid = whole_sheet(state.file, state.sheet, part_of(progress, 0.0, 0.6))
    store = state.place().opened()
    try:
        return check_import(QuotaLedger(store, rules), grid, state.assignment, state.choices, part_of(progress, 0.6, 1.0))
    finally:
        store.close()


def post(state: ImportState, rules: Rules, progress: Progress) -> PostedImport:
    """Post what was checked."""
    store = state.place().opened()
    try:
        return post_import(QuotaLedger(store, rules), state.checked, state.choices.operator, progress)
    finally:
        store.close()


# ------------------------------------------------------------------------------------------------------------- memory


def import_folder() -> str:
    """The folder last imported from, else the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kept = str(QgsSettings().value(_FOLDER, "") or "")
    return kept if kept and Path(kept).is_dir() else documents


def keep_import_folder(file: str) -> None:
    """Remember the folder of a file."""
    QgsSettings().setValue(_FOLDER, str(Path(file).parent))


def keep_columns(assignment: Assignment) -> None:
    """Remember the columns for every sheet with the same headings."""
    QgsSettings().setValue(_COLUMNS.format(assignment.fingerprint), json.dumps(assignment.as_json()))


def recalled(assignment: Assignment) -> Assignment:
    """The assignment as it was corrected the last time."""
    text = QgsSettings().value(_COLUMNS.format(assignment.fingerprint), "")
    try:
        kept = json.loads(text) if text else None
    except ValueError:
        kept = None
    return assignment.remembered(kept) if isinstance(kept, dict) else assignment


def with_unit(assignment: Assignment, unit: int | None) -> Assignment:
    """The same columns in another unit."""
    return replace(assignment, chosen_unit=unit)
