"""Rows of a bureau's tables of visits and of suggestions: cells by their kinds, whom and what they name."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from ...importing.cells import Remembering, is_blank, read_choice, read_date, read_number, read_text, read_whole
from ...importing.fields import SUGGESTIONS, CellKind
from ...importing.names import Names, bare_word, near_words
from ...importing.register_words import register_words
from ...importing.rows import SheetRows, need_columns
from ...ledger.registers import load_register
from ...progress import Progress, no_progress
from ...sentence import Sentence, sentence, translate
from ...workbook.cell_text import normalised, shown
from .model import Assigned, PlannerTeam
from .vocabulary import SUGGESTION_REGISTER

_COORDINATE_DECIMALS = 6
_ROWS_A_STEP = 500
_WORDS = ("state", "outcome")


@dataclass(frozen=True)
class Naming:
    """What cells may name: teams by code, name or leading planner; units by code or name, of the scenario in force (None
    where there is none); the focus fields; the last day that may be recorded."""

    teams: Names
    units: Names | None
    fields: Sequence[str]
    today: datetime.date

    @classmethod
    def of(
        cls, teams: Sequence[PlannerTeam], units: Sequence[Assigned] | None, fields: Sequence[str], today: datetime.date
    ) -> Naming:
        """Of the teams of a ledger and the rows of its scenario in force."""
        names = Names({team.code: team.name for team in teams})
        leads = [team.lead for team in teams if team.lead]
        names.also((team.lead, team.code) for team in teams if leads.count(team.lead) == 1)
        known = None if units is None else Names({each.unit: each.unit_name or each.unit for each in units})
        return cls(names, known, fields, today)


@dataclass(frozen=True)
class SheetEntry:
    """A visit or a suggestion as a row of a sheet has it; `values` are those of its register, without what was blank;
    `visit` the number of the visit that a suggestion names, `written` how the sheet calls the unit."""

    row: int
    values: Mapping[str, object]
    visit: str = ""
    written: str = ""

    @property
    def no(self) -> str:
        """Its number, '' where the sheet has none."""
        return str(self.values.get("no") or "")

    @property
    def where(self) -> tuple[object, ...]:
        """Team, day and unit: by what a suggestion finds its visit."""
        return self.values.get("team"), self.values.get("date"), self.values.get("unit") or self.values.get("unit_name")


@dataclass
class ReadEntries:
    """The entries of a sheet, in its order, and its rows with what was found."""

    rows: SheetRows
    entries: list[SheetEntry] = field(default_factory=list)


@lru_cache(maxsize=4)
def load_words(path: Path | None = None) -> Mapping[str, Mapping[str, str]]:
    """List (`state`, `outcome`) → word → code of the register `planner_suggestion`; InputError naming the line that makes no
    sense."""
    return register_words(SUGGESTION_REGISTER, _WORDS, "service_import_words.csv", path)


_REGISTER_FIELDS = {
    "NO": "no", "DATE": "date", "PERSONS": "persons", "COUNT": "count", "TOPIC": "topic", "CONTENT": "content", "X": "x",
    "Y": "y", "PHOTOS": "photos", "NOTE": "note", "FIELD": "field", "TEXT": "text", "TO": "to", "STATE": "state",
    "STATE_DATE": "state_date", "OUTCOME": "outcome", "BASIS": "basis",
}  # fmt: skip
"""Fields of a sheet that are those of a register; whom and what a row names is looked up."""


def read_entries(rows: SheetRows, naming: Naming, progress: Progress = no_progress) -> ReadEntries:
    """Read all rows of a table of visits or of suggestions (`rows.assignment.table` says which); what is wrong with a cell
    is listed in `rows.problems`. InputError where a column is missing that no row can do without."""
    need_columns(rows)
    reading, found = _Reading(rows, naming), ReadEntries(rows)
    seen: dict[str, int] = {}
    for place, number in enumerate(rows.data):
        if not place % _ROWS_A_STEP:
            progress(place / len(rows.data))
        entry = reading.row(number)
        if entry is None:
            continue
        if entry.no and entry.no in seen:
            text = translate("LandLedger", "“{key}” stands in row {row} already")
            rows.problem(number, "NO", sentence(text, key=entry.no, row=seen[entry.no]))
            continue
        seen.setdefault(entry.no, number)
        found.entries.append(entry)
    progress(1.0)
    return found


class _Reading:
    """One sheet."""

    def __init__(self, rows: SheetRows, naming: Naming) -> None:
        self.rows, self.naming = rows, naming
        self.suggestions = rows.assignment.table == SUGGESTIONS
        columns = rows.assignment.columns
        self.fields = {
            name: each for name, each in rows.assignment.fields.items() if name in columns and each.kind is not CellKind.IGNORE
        }
        self._readers = {name: Remembering(self._reader(each.kind, name)) for name, each in self.fields.items()}
        self._bad = False

    def _reader(self, kind: CellKind, name: str) -> Callable[[Any], Any]:
        if kind is CellKind.DATE:
            return partial(read_date, day_zero=self.rows.grid.day_zero)
        if kind is CellKind.NUMBER:
            return read_whole if name == "COUNT" else partial(read_number, decimals=_COORDINATE_DECIMALS)
        if name in ("STATE", "OUTCOME"):
            return partial(_read_word, which=name.lower())
        if kind is CellKind.CHOICE:
            return partial(read_choice, choices={each: each for each in self.naming.fields})
        return read_text

    def row(self, number: int) -> SheetEntry | None:
        """One row; None for one with a fault."""
        self._bad = False
        cells = {name: self._cell(number, name) for name in self.fields}
        values = {_REGISTER_FIELDS[name]: value for name, value in cells.items() if name in _REGISTER_FIELDS and value is not None}
        team = self._team(number, cells)
        if team:
            values["team"] = team
        values.update(self._unit(number, cells))
        visit = str(cells.get("VISIT") or "")
        self._judge(number, values, visit)
        written = str(cells.get("UNIT") or cells.get("UNIT_CODE") or "")
        return None if self._bad else SheetEntry(number, values, visit, written)

    def _cell(self, number: int, name: str) -> Any:
        column = self.rows.assignment.columns[name]
        if (number, column) in self.rows.grid.uncached:
            value: Any = sentence(translate("LandLedger", "the formula has no stored result; open and save the file"))
        else:
            value = self._readers[name](self.rows.raw(number, name))
        if isinstance(value, Sentence):
            self._fault(number, name, value)
            return None
        return value

    def _team(self, number: int, cells: Mapping[str, Any]) -> str:
        text = cells.get("TEAM")
        if not text:
            return ""
        code = self.naming.teams.find(text)
        if not code:
            what = sentence(translate("LandLedger", "unknown team “{value}”"), value=text)
            near = self.naming.teams.near(text)
            like = translate("LandLedger", "{what}; did you mean {near}?")
            self._fault(number, "TEAM", sentence(like, what=what, near="、".join(near)) if near else what)
        return code

    def _unit(self, number: int, cells: Mapping[str, Any]) -> dict[str, object]:
        """Code and name of the unit as the scenario in force has them; as the sheet has them where it does not know them,
        which is told."""
        code, name, known = cells.get("UNIT_CODE"), cells.get("UNIT"), self.naming.units
        if not code and not name:
            return {}
        found = "" if known is None else (known.find(code) if code else "") or (known.find(name) if name else "")
        if found and known is not None:
            return {"unit": found, "unit_name": name or known.name(found)}
        if known is not None:
            text = translate(
                "LandLedger", "the scenario in force has no unit “{value}”, or several of this name; it stays as it is written"
            )
            place = "UNIT" if name else "UNIT_CODE"
            self.rows.problem(number, place, sentence(text, value=name or code), hard=False, rule="unit")
        return {key: value for key, value in (("unit", code), ("unit_name", name)) if value}

    def _judge(self, number: int, values: Mapping[str, Any], visit: str) -> None:
        """What a row can't do without; a suggestion may have day, team and field of its visit."""
        needed = [("DATE", "date"), ("TEAM", "team")]
        if self.suggestions:
            needed = [("TEXT", "text"), *(() if visit else needed)]
        for name, key in needed:
            if key not in values and is_blank(self.rows.raw(number, name)):
                label = self.rows.assignment.fields[name].label
                self._fault(number, name, sentence(translate("LandLedger", "{field} is missing"), field=label))
        for name, key in (("DATE", "date"), ("STATE_DATE", "state_date")):
            day = values.get(key)
            if isinstance(day, datetime.date) and day > self.naming.today:
                text = translate("LandLedger", "the day {date} lies in the future")
                self._fault(number, name, sentence(text, date=day.isoformat()))
        since, day = values.get("state_date"), values.get("date")
        if since is not None and day is not None and since < day:
            text = translate("LandLedger", "the day of the state, {date}, is before that of the suggestion")
            self._fault(number, "STATE_DATE", sentence(text, date=since.isoformat()))
        if ("x" in values) != ("y" in values):
            text = translate("LandLedger", "one coordinate of two is there")
            self._fault(number, "X" if "x" in values else "Y", sentence(text))

    def _fault(self, number: int, name: str, text: Sentence) -> None:
        self.rows.problem(number, name, text)
        self._bad = True


def _read_word(raw: Any, which: str) -> str | Sentence | None:
    if is_blank(raw):
        return None
    code = load_words()[which].get(bare_word(shown(raw)))
    if code:
        return code
    names = list((load_register(SUGGESTION_REGISTER).field(which).choices or {}).values())
    near = near_words(normalised(raw), names) or names
    template = translate("LandLedger", "“{value}” is none of the choices; did you mean {near}?")
    return sentence(template, value=shown(raw), near="、".join(near[:4]))
