"""An import of village plans: a bureau's list read cell by cell, held against the register, entered whole or not at all.

A row is known by its village code; where it has none, by the name, town and county of a village that is known. What a blank cell
does not say stays as it is, so the same file twice enters nothing twice.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ...errors import InputError
from ...importing.assignment import UNITS, Assignment, Heading
from ...importing.cells import Remembering, is_blank, read_date, read_text, read_whole
from ...importing.fields import PLANS, CellKind
from ...importing.problems import CellProblem
from ...importing.rows import SheetRows, need_columns, rows_below
from ...ledger.model import Record
from ...progress import Progress, no_progress
from ...sentence import Sentence, sentence, translate
from ...survey.spelling import written_assignments
from ...workbook.grid import Grid
from ..register.reading import Naming
from ..units import plain_name
from .register import PlanRegister
from .states import DATE_FIELDS, PlanStates

_CODE = re.compile(r"^[0-9]{12}$")
_LONG = re.compile(r"^[0-9]{12}0{7}$")
_ROWS_A_STEP = 500
_VALUES = {
    "NAME": "name", "COUNTY": "county", "TOWN": "town", "KIND": "kind", "STATE_DATE": "state_date", "STARTED": "started",
    "ARGUED": "argued", "REVIEWED": "reviewed", "APPROVED": "approved", "FILED": "filed", "DUE": "due", "DOC_NO": "doc_no",
    "AUTHORITY": "authority", "MAKER": "maker", "PEOPLE": "people", "AREA": "area", "PATH": "path", "NOTE": "note",
}  # fmt: skip
"""Fields of a sheet that are those of the register; code, state and team are looked up."""
_CELLS = {value: name for name, value in _VALUES.items()} | {"state": "STATE", "team": "TEAM", "code": "CODE"}


class VillageNames:
    """Villages by name: what a row that has no code may mean."""

    def __init__(self, villages: Iterable[tuple[str, str, str, str]]) -> None:
        """`villages` are (12-digit code, name, town, county), '' for what is not known; a code counts once."""
        self._by_name: dict[str, dict[str, tuple[str, str]]] = {}
        for code, name, town, county in villages:
            if _CODE.match(code) and name:
                self._by_name.setdefault(plain_name(name), {}).setdefault(code, (plain_name(town), plain_name(county)))

    def find(self, name: str, town: str = "", county: str = "") -> str:
        """The code of the only village of that name (and town and county, where both sides say them), '' for none or several."""
        wanted = plain_name(town), plain_name(county)
        found = [
            code for code, said in self._by_name.get(plain_name(name), {}).items()
            if all(not mine or not own or mine == own for mine, own in zip(wanted, said))
        ]  # fmt: skip
        return found[0] if len(found) == 1 else ""


@dataclass
class CheckedPlans:
    """A list that was read and checked: values of new plans and of those that change, codes of those that stay as they are."""

    rows: SheetRows
    new: list[Mapping[str, object]] = field(default_factory=list)
    changed: list[Mapping[str, object]] = field(default_factory=list)
    known: list[str] = field(default_factory=list)

    @property
    def problems(self) -> list[CellProblem]:
        """Everything that was found, by row and column."""
        return self.rows.problems

    @property
    def refused(self) -> bool:
        """Whether the list can't be entered as it is."""
        return any(problem.hard for problem in self.problems)


def check_plans(
    register: PlanRegister,
    grid: Grid,
    assignment: Assignment,
    villages: VillageNames,
    today: datetime.date,
    backwards: bool = False,
    progress: Progress = no_progress,
) -> CheckedPlans:
    """Read and check a list against the register; writes nothing. `villages` give codes to rows without one, `today` is the last
    day of what was done, with `backwards` a plan may come to an earlier state. InputError for a column that no row can do without."""
    rows = rows_below(grid, assignment)
    need_columns(rows)
    missing = {"CODE", "NAME"} - set(assignment.columns)
    if len(missing) == 2:
        raise InputError(
            translate("LandLedger", "Sheet {sheet}: no column is known for {fields}; say which it is."),
            sheet=grid.name, fields=", ".join(assignment.fields[name].label for name in sorted(missing)),
        )  # fmt: skip
    checked = CheckedPlans(rows)
    reading = _Reading(register, rows, villages, today, backwards)
    seen: dict[str, int] = {}
    for place, number in enumerate(rows.data):
        if not place % _ROWS_A_STEP:
            progress(place / len(rows.data))
        values = reading.row(number)
        code = str((values or {}).get("code") or "")
        if code in seen and code:
            text = translate("LandLedger", "“{key}” stands in row {row} already")
            rows.problem(number, "CODE" if "CODE" in assignment.columns else "NAME", sentence(text, key=code, row=seen[code]))
        elif values is not None:
            seen[code] = number
            _sort_in(checked, values, reading.kept.get(code))
    rows.problems.sort(key=lambda problem: (problem.row, problem.column, not problem.hard))
    progress(1.0)
    return checked


def _sort_in(checked: CheckedPlans, values: Mapping[str, object], kept: Record | None) -> None:
    if kept is None:
        checked.new.append(values)
    elif any(_plain(value) != _plain(kept.values.get(name)) for name, value in values.items()):
        checked.changed.append(values)
    else:
        checked.known.append(str(values["code"]))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value


def enter_plans(register: PlanRegister, checked: CheckedPlans, operator: str = "") -> list[Record]:
    """Enter what was checked, all or nothing. InputError (with the first problem) where it is not sound."""
    if checked.refused:
        hard = [problem for problem in checked.problems if problem.hard]
        raise InputError(
            translate("LandLedger", "{first} ({count} cells are wrong.) Nothing was recorded."),
            first=hard[0].sentence, count=len(hard),
        )  # fmt: skip
    return register.put([*checked.new, *checked.changed], operator)


def one_row(text: str) -> tuple[Grid, Assignment]:
    """One plan as people type it, `村庄代码=379901101202;编制状态=批复;批复日期=2024-05-01`, as a sheet of one row; areas are in
    hectares. InputError for a part that is no field of the register."""
    fields = Assignment(PLANS, 1, 1, ()).fields
    names = {plain_name(label): each.name for each in fields.values() for label in (*each.names, each.label, each.name.lower(), each.name)}
    heads: list[Heading] = []
    cells: list[str] = []
    columns: dict[str, int] = {}
    for part, left, right in written_assignments(text):
        name = names.get(plain_name(left), "") if left else ""
        if not name or name in columns or fields[name].kind is CellKind.IGNORE:
            known = "、".join(each.label for each in fields.values() if each.kind is not CellKind.IGNORE)
            template = translate("LandLedger", "“{part}” is not of the form field=value; fields are {fields}, each once.")
            raise InputError(template, part=part, fields=known)
        columns[name] = len(heads) + 1
        heads.append(Heading(len(heads) + 1, (fields[name].label,)))
        cells.append(right)
    if not cells:
        raise InputError(translate("LandLedger", "Write the plan as field=value, parts separated by semicolons."))
    grid = Grid("1", [tuple(head.title for head in heads), tuple(cells)], ())
    return grid, Assignment(PLANS, 1, 1, tuple(heads), columns, chosen_unit=UNITS["ha"])


class _Reading:
    """One sheet against the register as it is now."""

    def __init__(
        self, register: PlanRegister, rows: SheetRows, villages: VillageNames, today: datetime.date, backwards: bool
    ) -> None:
        self.rows, self.villages, self.today, self.backwards = rows, villages, today, backwards
        self.states: PlanStates = register.states
        self.kept = register.records()
        self.naming = Naming.of(register.ledger.teams(), None, (), today)
        columns = rows.assignment.columns
        self.fields = {
            name: each for name, each in rows.assignment.fields.items() if name in columns and each.kind is not CellKind.IGNORE
        }
        self._readers: dict[str, Callable[[Any], Any]] = {
            name: Remembering(self._reader(each.kind)) for name, each in self.fields.items() if each.kind is not CellKind.AREA
        }
        self._bad = False

    def _reader(self, kind: CellKind) -> Callable[[Any], Any]:
        if kind is CellKind.DATE:
            return partial(read_date, day_zero=self.rows.grid.day_zero)
        return read_whole if kind is CellKind.NUMBER else read_text

    def row(self, number: int) -> Mapping[str, object] | None:
        """Values of the register; None for a row with a fault."""
        self._bad = False
        cells = {name: self._cell(number, name) for name in self.fields}
        values: dict[str, object] = {_VALUES[name]: value for name, value in cells.items() if name in _VALUES and value is not None}
        code = self._code(number, cells)
        if code:
            values["code"] = code
        kept = self.kept[code].values if code in self.kept else {}
        self._team(number, cells, values)
        self._state(number, cells, values, kept)
        self._judge(number, values, kept)
        return None if self._bad else values

    def _cell(self, number: int, name: str) -> Any:
        if (number, self.rows.assignment.columns[name]) in self.rows.grid.uncached:
            value: Any = sentence(translate("LandLedger", "the formula has no stored result; open and save the file"))
        elif self.fields[name].kind is CellKind.AREA:
            value = self.rows.amount(number, name)
        else:
            value = self._readers[name](self.rows.raw(number, name))
        if isinstance(value, Sentence):
            self._fault(number, name, value)
            return None
        if name in ("PEOPLE", "AREA") and value is not None and value < 0:
            self._fault(number, name, sentence(translate("LandLedger", "{field} is less than nothing"), field=self.fields[name].label))
            return None
        return value

    def _code(self, number: int, cells: Mapping[str, Any]) -> str:
        """The village code: as written, else by name; a fault where neither is one."""
        written, name = str(cells.get("CODE") or ""), str(cells.get("NAME") or "")
        if _LONG.match(written):
            written = written[:12]
        if written and not _CODE.match(written):
            self._fault(number, "CODE", sentence(translate("LandLedger", "“{value}” is no village code of 12 digits"), value=written))
            return ""
        if written:
            return written
        if not name:
            self._missing(number, "NAME" if "NAME" in self.fields else "CODE")
            return ""
        places = str(cells.get("TOWN") or ""), str(cells.get("COUNTY") or "")
        found = self.villages.find(name, *places) or VillageNames(self._registered()).find(name, *places)
        if not found:
            text = translate("LandLedger", "no code is known for “{name}”, or several; write the village code")
            self._fault(number, "CODE" if "CODE" in self.fields else "NAME", sentence(text, name=name))
        return found

    def _registered(self) -> list[tuple[str, str, str, str]]:
        def text(record: Record, name: str) -> str:
            return str(record.values.get(name) or "")

        return [(code, text(each, "name"), text(each, "town"), text(each, "county")) for code, each in self.kept.items()]

    def _team(self, number: int, cells: Mapping[str, Any], values: dict[str, object]) -> None:
        """The team of the register that a cell means; as it is written where it means none, which is told."""
        text = cells.get("TEAM")
        if not text:
            return
        code = self.naming.teams.find(text)
        values["team_name"] = self.naming.teams.name(code) if code else text
        if code:
            values["team"] = code
        elif list(self.naming.teams.codes()):
            near = self.naming.teams.near(text)
            what = sentence(translate("LandLedger", "the register has no team “{value}”; it stays as it is written"), value=text)
            like = translate("LandLedger", "{what}; did you mean {near}?")
            said = sentence(like, what=what, near="、".join(near)) if near else what
            self.rows.problem(number, "TEAM", said, hard=False, rule="team")

    def _state(self, number: int, cells: Mapping[str, Any], values: dict[str, object], kept: Mapping[str, Any]) -> None:
        """The state: as written, else the furthest that has a day, else as it is in the register."""
        text = cells.get("STATE")
        if text:
            code = self.states.meant(text)
            if not code:
                template = translate("LandLedger", "“{value}” is none of the choices; did you mean {near}?")
                self._fault(number, "STATE", sentence(template, value=text, near="、".join(self.states.near(text)[:4])))
                return
            values["state"] = code
        elif "STATE" in self.fields and not is_blank(self.rows.raw(number, "STATE")):
            return
        else:
            dated = [each.code for each in self.states.states if each.field in values]
            if dated:
                values["state"] = dated[-1]
            elif not kept:
                values["state"] = self.states.states[0].code
                template = translate("LandLedger", "neither a state nor a day is written; the plan counts as “{state}”")
                name = "STATE" if "STATE" in self.fields else ""
                self.rows.problem(number, name, sentence(template, state=self.states.states[0].name), hard=False, rule="state")
        before = str(kept.get("state") or "")
        if before and not self.backwards and values.get("state") and self.states.rank(str(values["state"])) < self.states.rank(before):
            text = translate("LandLedger", "the plan is “{kept}” in the register; “{given}” is an earlier state")
            names = self.states.name(before), self.states.name(str(values["state"]))
            self._fault(number, "STATE" if "STATE" in self.fields else "", sentence(text, kept=names[0], given=names[1]))

    def _judge(self, number: int, values: Mapping[str, Any], kept: Mapping[str, Any]) -> None:
        """What has to hold in a row together with what the register has."""
        if not values.get("name") and not kept.get("name"):
            self._missing(number, "NAME")
        for name in (*DATE_FIELDS, "state_date"):
            day = values.get(name)
            if isinstance(day, datetime.date) and day > self.today:
                text = translate("LandLedger", "the day {date} lies in the future")
                self._fault(number, _CELLS[name], sentence(text, date=day.isoformat()))
        self._in_order(number, {**kept, **values}, values)
        self._against_state(number, {**kept, **values})

    def _in_order(self, number: int, whole: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Days of the states follow one another."""
        last: tuple[str, str] | None = None
        for each in self.states.states:
            day = _plain(whole.get(each.field)) if each.field else None
            if day is None:
                continue
            if last is not None and str(day) < last[1]:
                text = translate("LandLedger", "the day of “{state}”, {date}, is before that of “{former}”, {day}")
                found = sentence(text, state=each.name, date=day, former=last[0], day=last[1])
                self._fault(number, _CELLS[each.field] if each.field in values else "", found)
            last = each.name, str(day)

    def _against_state(self, number: int, whole: Mapping[str, Any]) -> None:
        """What is odd but keeps nothing out: an approved plan without day or number, a day of a later state."""
        state = self.states.get(str(whole.get("state") or ""))
        if state is None:
            return
        if state.approved and not whole.get("approved"):
            text = sentence(translate("LandLedger", "the plan is approved, but no day of approval is written"))
            self.rows.problem(number, "APPROVED", text, hard=False, rule="approved")
        if state.approved and not whole.get("doc_no"):
            text = sentence(translate("LandLedger", "the plan is approved, but no number of the approval is written"))
            self.rows.problem(number, "DOC_NO", text, hard=False, rule="doc_no")
        for each in self.states.states[self.states.rank(state.code) + 1 :]:
            if each.field and whole.get(each.field):
                template = translate("LandLedger", "a day of “{later}” is written, but the plan is “{state}”")
                found = sentence(template, later=each.name, state=state.name)
                self.rows.problem(number, _CELLS[each.field], found, hard=False, rule="state")

    def _missing(self, number: int, name: str) -> None:
        label = self.rows.assignment.fields[name].label
        if not self._bad:
            self._fault(number, name, sentence(translate("LandLedger", "{field} is missing"), field=label))

    def _fault(self, number: int, name: str, text: Sentence) -> None:
        self.rows.problem(number, name, text)
        self._bad = True


def villages_of_units(units: Sequence[object]) -> list[tuple[str, str, str, str]]:
    """Villages that a scenario's rows name (`unit`, `unit_name`)."""
    return [(str(getattr(each, "unit", "")), str(getattr(each, "unit_name", "")), "", "") for each in units]
