"""An import of visits and suggestions from end to end: read the sheets, check them against the ledger, enter all or nothing.

What is in the ledger already stays as it is: the same file twice enters nothing twice. A row is known by its number, or,
where it has none, by what it says (team, day, unit, text). Of a suggestion that is known, a later state is a move, and
whom it was submitted to, the ground of adoption and the remark may have been filled in since.
"""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...errors import InputError
from ...importing.assignment import Assignment
from ...importing.fields import SUGGESTIONS, VISITS
from ...importing.problems import CellProblem
from ...importing.rows import SheetRows, rows_below
from ...progress import Progress, no_progress, part_of
from ...sentence import sentence, translate
from ...workbook.cell_text import normalised
from ...workbook.grid import Grid
from .ledger import Correction, Move, NewVisit, Recorded, ServiceLedger
from .model import Suggestion, Visit
from .reading import Naming, SheetEntry, read_entries
from .vocabulary import SUGGESTION_REGISTER, VISIT_REGISTER, SuggestionState, moves, reachable

SAME_VISIT = ("team", "date", "unit", "unit_name", "topic", "content")
SAME_SUGGESTION = ("team", "date", "unit", "unit_name", "field", "text")
"""What a row that is known by its number must say as before, where it says it; unit and text also tell rows without one."""

FILLED_LATER = ("to", "basis", "note")
"""What may be filled in, or be another, in a suggestion that is known."""

_CELLS = {
    "team": "TEAM", "date": "DATE", "unit": "UNIT", "unit_name": "UNIT", "topic": "TOPIC", "content": "CONTENT",
    "field": "FIELD", "text": "TEXT",
}  # fmt: skip


@dataclass(frozen=True)
class NewEntry:
    """A row to enter: its values with `origin`; `of` the place of its visit among the new ones, None for none of them."""

    row: int
    values: Mapping[str, object]
    of: int | None = None


@dataclass
class CheckedVisits:
    """Sheets that were read and checked: what is new, the numbers of what is known, and what changes in suggestions that are."""

    sheets: list[SheetRows] = field(default_factory=list)
    visits: list[NewEntry] = field(default_factory=list)
    suggestions: list[NewEntry] = field(default_factory=list)
    known_visits: list[str] = field(default_factory=list)
    known_suggestions: list[str] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    made: int = 0

    @property
    def problems(self) -> list[CellProblem]:
        """Everything that was found, sheet by sheet, by row and column."""
        return [problem for rows in self.sheets for problem in rows.problems]

    @property
    def refused(self) -> bool:
        """Whether the file can't be entered as it is."""
        return any(problem.hard for problem in self.problems)

    @property
    def row_count(self) -> int:
        """Rows with data."""
        return sum(len(rows.data) for rows in self.sheets)

    @property
    def moved(self) -> int:
        """Suggestions that come to another state."""
        return len({move.no for move in self.moves})


def check_visits(
    ledger: ServiceLedger,
    sheets: Sequence[tuple[Grid, Assignment]],
    today: datetime.date,
    make_visits: bool = False,
    progress: Progress = no_progress,
) -> CheckedVisits:
    """Read and check sheets of visits and of suggestions against the ledger; writes nothing. `today` is the last day, and
    that of a new state without one. With `make_visits` suggestions that have no visit get one, one for each team, day and
    unit. InputError where a column is missing that no row can do without."""
    checking = _Checking(ledger, today)
    ordered = sorted(sheets, key=lambda pair: pair[1].table != VISITS)
    for place, (grid, assignment) in enumerate(ordered):
        part = part_of(progress, place / len(ordered), (place + 1) / len(ordered))
        rows = rows_below(grid, assignment, part_of(part, 0.0, 0.2))
        found = read_entries(rows, checking.naming, part_of(part, 0.2, 0.9))
        checking.checked.sheets.append(rows)
        if assignment.table == SUGGESTIONS:
            checking.suggestions(rows, found.entries, make_visits)
        else:
            checking.visits(rows, found.entries)
        rows.problems.sort(key=lambda problem: (problem.row, problem.column, not problem.hard))
    progress(1.0)
    return checking.checked


class _Checking:
    """One import against the ledger as it is now."""

    def __init__(self, ledger: ServiceLedger, today: datetime.date) -> None:
        current = ledger.current()
        units = None if current is None else ledger.assignment(current.code, today)
        self.naming = Naming.of(ledger.teams(), units, ledger.fields(), today)
        self.today = today
        self.checked = CheckedVisits()
        self.kept_visits = {visit.no: visit for visit in ledger.visits()}
        self.kept_suggestions = {each.no: each for each in ledger.suggestions()}
        self._origins = {visit.origin: visit.no for visit in self.kept_visits.values() if visit.origin}
        self._origins.update({each.origin: each.no for each in self.kept_suggestions.values() if each.origin})
        known = ledger.known()
        self._taken = {VISIT_REGISTER: set(known.visits_taken), SUGGESTION_REGISTER: set(known.suggestions_taken)}
        self._turns: Counter[str] = Counter()
        self._by_no: dict[str, int] = {}
        self._by_where: dict[tuple[object, ...], list[int | str]] = {}
        for visit in self.kept_visits.values():
            where = visit.team, visit.date, visit.unit or visit.unit_name
            self._by_where.setdefault(where, []).append(visit.no)

    # -------------------------------------------------------------------------------------------------------- visits

    def visits(self, rows: SheetRows, entries: Sequence[SheetEntry]) -> None:
        """New visits, and those that are in the ledger."""
        for entry in entries:
            origin = self._origin(rows, entry, SAME_VISIT, VISITS)
            no = entry.no or self._origins.get(origin, "")
            kept = self.kept_visits.get(no)
            if kept is not None:
                if self._same(rows, entry, _values_of(kept, SAME_VISIT), SAME_VISIT):
                    self.checked.known_visits.append(kept.no)
            elif not self._withdrawn(rows, entry, VISIT_REGISTER):
                self._add_visit(NewEntry(entry.row, {**entry.values, "origin": origin}), entry.where)

    def _add_visit(self, new: NewEntry, where: tuple[object, ...]) -> int:
        place = len(self.checked.visits)
        self.checked.visits.append(new)
        if new.values.get("no"):
            self._by_no[str(new.values["no"])] = place
        self._by_where.setdefault(where, []).append(place)
        return place

    # --------------------------------------------------------------------------------------------------- suggestions

    def suggestions(self, rows: SheetRows, entries: Sequence[SheetEntry], make_visits: bool) -> None:
        """New suggestions with their visits, and those that are in the ledger with what changed of them."""
        for entry in entries:
            visit = self._visit_of(rows, entry)
            if visit is None:
                continue
            filled = replace(entry, values={**self._inherited(visit), **entry.values})
            if not self._complete(rows, filled):
                continue
            origin = self._origin(rows, filled, SAME_SUGGESTION, SUGGESTIONS)
            no = entry.no or self._origins.get(origin, "")
            kept = self.kept_suggestions.get(no)
            if kept is not None:
                if self._same(rows, filled, _values_of(kept, SAME_SUGGESTION), SAME_SUGGESTION):
                    self._known(rows, filled, kept)
            elif not self._withdrawn(rows, entry, SUGGESTION_REGISTER):
                if visit == "" and make_visits:
                    visit = self._make_visit(filled)
                values: dict[str, object] = {**filled.values, "origin": origin}
                if isinstance(visit, str) and visit:
                    values["visit"] = visit
                self.checked.suggestions.append(NewEntry(entry.row, values, visit if isinstance(visit, int) else None))

    def _visit_of(self, rows: SheetRows, entry: SheetEntry) -> int | str | None:
        """The place of a new visit or the number of a kept one, '' for none; None, with a problem, where the one that is named
        is not there. Without a name it is the only one of the same team, day and unit."""
        if entry.visit:
            if entry.visit in self._by_no:
                return self._by_no[entry.visit]
            if entry.visit in self.kept_visits:
                return entry.visit
            text = translate("LandLedger", "there is no visit “{value}”, neither in the file nor in the register")
            rows.problem(entry.row, "VISIT", sentence(text, value=entry.visit))
            return None
        same = self._by_where.get(entry.where, [])
        return same[0] if len(same) == 1 else ""

    def _inherited(self, visit: int | str) -> dict[str, object]:
        if visit == "":
            return {}
        values = self.checked.visits[visit].values if isinstance(visit, int) else _visit_values(self.kept_visits[visit])
        taken = {name: values.get(name) for name in ("team", "date", "unit", "unit_name")}
        return {name: value for name, value in {**taken, "field": values.get("topic")}.items() if value}

    def _complete(self, rows: SheetRows, entry: SheetEntry) -> bool:
        if entry.values.get("field"):
            return True
        label = rows.assignment.fields["FIELD"].label
        rows.problem(entry.row, "FIELD", sentence(translate("LandLedger", "{field} is missing"), field=label))
        return False

    def _make_visit(self, entry: SheetEntry) -> int:
        """A visit of the team, day and unit of a suggestion, for it and those after it."""
        values = {name: entry.values[name] for name in ("team", "date", "unit", "unit_name") if name in entry.values}
        mark = _digest(f"made:{VISITS}", values, SAME_VISIT)
        self.checked.made += 1
        return self._add_visit(NewEntry(entry.row, {**values, "origin": f"{mark}:1"}), entry.where)

    def _known(self, rows: SheetRows, entry: SheetEntry, kept: Suggestion) -> None:
        """A suggestion that is in the register: a later state is a move, what was filled in a correction."""
        self.checked.known_suggestions.append(kept.no)
        given = str(entry.values.get("state") or kept.state.value)
        if given == kept.state.value:
            changes = {
                name: entry.values[name] for name in FILLED_LATER if entry.values.get(name) and entry.values[name] != getattr(kept, name)
            }
            if changes:
                self.checked.corrections.append(Correction(SUGGESTION_REGISTER, kept.no, changes))
            return
        state = SuggestionState(given)
        written = entry.values.get("state_date")
        day = written if isinstance(written, datetime.date) else self.today
        if state not in reachable(kept.state):
            text = translate("LandLedger", "the suggestion is {kept} in the register since {since}; {given} may not follow")
            names = sentence(kept.state.label), sentence(state.label)
            found = sentence(text, kept=names[0], since=kept.state_date.isoformat(), given=names[1])
            rows.problem(entry.row, "STATE", found)
        elif day < kept.state_date:
            text = translate("LandLedger", "the suggestion is in its state since {since}; the day {date} is before")
            found = sentence(text, since=kept.state_date.isoformat(), date=day.isoformat())
            rows.problem(entry.row, "STATE_DATE", found)
        else:
            self._move(kept, state, day, entry.values)

    def _move(self, kept: Suggestion, state: SuggestionState, day: datetime.date, values: Mapping[str, object]) -> None:
        """The moves that lead to a state, the shortest way, all on its day. An outcome that the sheet names is gone over."""
        outcome = values.get("outcome")
        by = SuggestionState(str(outcome)) if outcome and state is SuggestionState.DONE else None
        way = _way(kept.state, by) + _way(by, state) if by and by in reachable(kept.state) else _way(kept.state, state)
        note = {name: str(values[name]) for name in ("basis", "to") if values.get(name)}
        for step in way:
            last = note if step is way[-1] else {}
            self.checked.moves.append(Move(kept.no, step, day, last.get("basis", ""), last.get("to", "")))

    # ---------------------------------------------------------------------------------------------------------- both

    def _origin(self, rows: SheetRows, entry: SheetEntry, names: Sequence[str], table: str) -> str:
        """What tells a row that has no number: what it says, and how many of the file say the same."""
        mark = _digest(table, {**entry.values, "unit_name": entry.written}, names)
        self._turns[mark] += 1
        if self._turns[mark] > 1 and not entry.no:
            text = translate("LandLedger", "the row says the same as one above it and is counted once more")
            rows.problem(entry.row, "", sentence(text), hard=False, rule="twice")
        return f"{mark}:{self._turns[mark]}"

    def _same(self, rows: SheetRows, entry: SheetEntry, kept: Mapping[str, object], names: Iterable[str]) -> bool:
        """Whether a row that is known says what the register says; what it does not say does not differ."""
        named = entry.values.get("unit_name") and kept.get("unit_name")
        for name in names:
            # A unit's code is looked up in the scenario in force, which may be another one by now.
            given = None if name == "unit" and named else entry.values.get(name)
            if given and kept.get(name) and _plain(given) != _plain(kept[name]):
                text = translate("LandLedger", "the number {no} is in the register with another value: {kept}")
                rows.problem(entry.row, _CELLS[name], sentence(text, no=entry.no or "—", kept=str(kept[name])))
                return False
        return True

    def _withdrawn(self, rows: SheetRows, entry: SheetEntry, register: str) -> bool:
        if not entry.no or entry.no not in self._taken[register]:
            return False
        text = translate("LandLedger", "the number {no} was withdrawn from the register; give the row another one")
        rows.problem(entry.row, "NO", sentence(text, no=entry.no))
        return True


def enter_visits(
    ledger: ServiceLedger, checked: CheckedVisits, operator: str, progress: Progress = no_progress
) -> Recorded:
    """Enter what was checked, all or nothing. InputError (with the first problem) where it is not sound, or where the ledger
    changed since."""
    if checked.refused:
        hard = [problem for problem in checked.problems if problem.hard]
        raise InputError(
            translate("LandLedger", "{first} ({count} cells are wrong.) Nothing was recorded."),
            first=hard[0].sentence, count=len(hard),
        )  # fmt: skip
    of_visit: dict[int, list[Mapping[str, object]]] = {}
    loose = []
    for each in checked.suggestions:
        if each.of is None:
            loose.append(each.values)
        else:
            of_visit.setdefault(each.of, []).append(each.values)
    visits = [NewVisit(each.values, of_visit.get(place, ())) for place, each in enumerate(checked.visits)]
    recorded = ledger.record_visits(visits, loose, operator, checked.moves, checked.corrections)
    progress(1.0)
    return recorded


def _digest(table: str, values: Mapping[str, object], names: Iterable[str]) -> str:
    told = "\x1f".join([table, *(_plain(values.get(name) or "") for name in names if name != "unit")])
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else normalised(value)


def _values_of(kept: Visit | Suggestion, names: Iterable[str]) -> dict[str, object]:
    return {name: getattr(kept, name) for name in names}


def _visit_values(visit: Visit) -> Mapping[str, object]:
    return {"team": visit.team, "date": visit.date, "unit": visit.unit, "unit_name": visit.unit_name, "topic": visit.topic}


def _way(before: SuggestionState, after: SuggestionState) -> list[SuggestionState]:
    """The fewest states that lead from one to another."""
    waiting: list[list[SuggestionState]] = [[before]]
    seen = {before}
    while waiting:
        way = waiting.pop(0)
        if way[-1] is after:
            return way[1:]
        for following in moves()[way[-1]]:
            if following not in seen:
                seen.add(following)
                waiting.append([*way, following])
    return []
