"""Rows of a bureau's table of the reserve → lots: cells by their kinds, what a row says against itself, sum rows."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from ...area import Area
from ...importing.cells import Remembering, is_blank, read_date, read_flag, read_number, read_text
from ...importing.fields import CellKind
from ...importing.names import Names, bare_word, near_words
from ...importing.register_words import register_words
from ...importing.rows import SheetRows, need_columns
from ...importing.sums import check_sums, said_in
from ...ledger.registers import load_register
from ...progress import Progress, no_progress
from ...sentence import Sentence, sentence, translate
from ...survey.schema import GradeSystem, worst_grade
from ...workbook.cell_text import normalised, shown
from ..grades import OFFICIAL, Yields, load_yields, whole_kilograms
from ..indicators import NOTHING, Indicators

GROUPS = {"original": "0", "used": "1", "remaining": "2", "frozen": "3", "moved": "T"}
"""What a group of three columns holds, and the last character of its fields; the first is Q, W or P."""

_INDICATORS = "QWP"
_GRADES = {"GRADE": None, "GRADE15": GradeSystem.NATIONAL15, "GRADE10": GradeSystem.QUALITY10}
_ROWS_A_STEP = 500


@dataclass(frozen=True)
class LotChoices:
    """What a person says beside the columns, for where the sheet has no such column or the cell is blank: the code of a
    holder, the kind of lot, the day of entry, the grade system; the capacity preset and the file of the bureau's own ones; who
    does it and on which day."""

    today: datetime.date
    holder: str = ""
    kind: str = ""
    entered: datetime.date | None = None
    system: GradeSystem | None = None
    preset: str = OFFICIAL
    own_yields: Path | None = None
    operator: str = ""
    grade_missing_hard: bool = True
    validity_years: int = 0


@dataclass(frozen=True)
class SheetLot:
    """A lot as a row of the sheet has it; `values` are those of the register `lot`."""

    row: int
    values: Mapping[str, object]
    original: Indicators
    used: Indicators

    @property
    def key(self) -> tuple[str, str]:
        """Holder and code."""
        return str(self.values["holder"]), str(self.values["code"])


@dataclass
class ReadLots:
    """The lots read, in the order of the sheet; `estimated` how many capacities were computed from area and grade."""

    rows: SheetRows
    lots: list[SheetLot] = field(default_factory=list)
    sums_compared: int = 0
    estimated: int = 0


@lru_cache(maxsize=4)
def load_lot_words(path: Path | None = None) -> Mapping[str, Mapping[str, str]]:
    """List (`kind`, `grade_system`) → word → code of the register `lot`; InputError naming the line that makes no sense."""
    return register_words("lot", ("kind", "grade_system"), "reserve_import_words.csv", path)


def read_lots(rows: SheetRows, holders: Names, choices: LotChoices, progress: Progress = no_progress) -> ReadLots:
    """Read all rows; what is wrong with a cell is listed in `rows.problems`.

    InputError where a column is missing that no row can do without, where no unit of area or of capacity is written or
    chosen: a unit is never guessed.
    """
    need_columns(rows)
    reading = _Reading(rows, holders, choices)
    found = ReadLots(rows)
    seen: dict[tuple[str, str], int] = {}
    for place, number in enumerate(rows.data):
        if not place % _ROWS_A_STEP:
            progress(place / len(rows.data))
        lot = reading.row(number)
        if lot is None:
            continue
        if lot.key in seen:
            text = translate("LandLedger", "“{key}” stands in row {row} already")
            rows.problem(number, "CODE", sentence(text, key=lot.key[1], row=seen[lot.key]))
            continue
        seen[lot.key] = number
        found.lots.append(lot)
    found.sums_compared = check_sums(rows, reading.amounts)
    found.estimated = reading.estimated
    progress(1.0)
    return found


class _Reading:
    """One sheet: `system` is the grade system of its first graded row, which all others must share."""

    def __init__(self, rows: SheetRows, holders: Names, choices: LotChoices) -> None:
        self.rows, self.holders, self.choices = rows, holders, choices
        columns = rows.assignment.columns
        self.fields = {name: each for name, each in rows.assignment.fields.items() if name in columns}
        self.groups = {name: letter for name, letter in GROUPS.items() if {f"{i}{letter}" for i in _INDICATORS} & set(columns)}
        self.amounts: dict[str, list[int]] = {
            name: [] for name, each in self.fields.items() if each.kind in (CellKind.AREA, CellKind.CAPACITY)
        }
        self.estimated = 0
        self._readers = {name: Remembering(self._reader(each.kind, name)) for name, each in self.fields.items()}
        self._system: GradeSystem | None = None
        self._bad = False

    def row(self, number: int) -> SheetLot | None:
        """One row; None for one with a fault."""
        self._bad = False
        cells = {name: self._cell(number, name) for name, each in self.fields.items() if each.kind is not CellKind.IGNORE}
        for name, amounts in self.amounts.items():
            amounts.append(cells[name] or 0)
        grade, system = self._grade(number, cells)
        values = self._values(number, cells, grade, system)
        groups = {name: self._group(cells, letter) for name, letter in self.groups.items()}
        estimates = self._estimate(number, cells, grade, system, groups)
        self._judge(number, cells, groups, estimates)
        if self._bad:
            return None
        if estimates:
            self.estimated += 1
            values["estimated"] = True
        return SheetLot(number, values, groups.get("original", NOTHING), groups.get("used", NOTHING))

    # -------------------------------------------------------------------------------------------------------- cells

    def _reader(self, kind: CellKind, name: str) -> Callable[[Any], Any]:
        if kind is CellKind.DATE:
            return partial(read_date, day_zero=self.rows.grid.day_zero)
        if kind is CellKind.NUMBER:
            return _read_grade
        if kind is CellKind.FLAG:
            return read_flag
        return partial(_read_word, which="kind" if name == "KIND" else "grade_system") if kind is CellKind.CHOICE else read_text

    def _cell(self, number: int, name: str) -> Any:
        column = self.rows.assignment.columns[name]
        if (number, column) in self.rows.grid.uncached:
            value: Any = sentence(translate("LandLedger", "the formula has no stored result; open and save the file"))
        elif name in self.amounts:
            value = self.rows.amount(number, name)
        else:
            value = self._readers[name](self.rows.raw(number, name))
        if isinstance(value, Sentence):
            self._fault(number, name, value)
            return None
        return value

    def _values(
        self, number: int, cells: Mapping[str, Any], grade: Decimal | None, system: GradeSystem | None
    ) -> dict[str, object]:
        """The row of the register; what is missing is a fault."""
        choices = self.choices
        entered = cells.get("ENTERED") or choices.entered
        values: dict[str, object] = {
            "holder": self._holder(number, cells), "code": cells.get("CODE"), "name": cells.get("NAME"),
            "kind": cells.get("KIND") or choices.kind or None, "doc_no": cells.get("DOC_NO"), "entered": entered,
            "accepted": cells.get("ACCEPTED"), "location": cells.get("LOCATION"), "grade": grade,
            "grade_system": system.value if system else None, "valid_to": self._valid_to(number, cells, entered),
            "running": cells.get("RUNNING"), "note": cells.get("NOTE"),
        }  # fmt: skip
        if "CODE" not in self.fields:
            values["code"] = values["name"]
        for name, key in (("NAME", "name"), ("CODE", "code"), ("KIND", "kind"), ("ENTERED", "entered")):
            if values[key] is None and is_blank(self.rows.raw(number, name)):
                label = self.rows.assignment.fields[name].label
                self._fault(number, name, sentence(translate("LandLedger", "{field} is missing"), field=label))
        if isinstance(entered, datetime.date) and entered > choices.today:
            text = translate("LandLedger", "the day of entry {date} lies in the future")
            self._fault(number, "ENTERED", sentence(text, date=entered.isoformat()))
        return {key: value for key, value in values.items() if value is not None}

    def _holder(self, number: int, cells: Mapping[str, Any]) -> str | None:
        text = cells.get("HOLDER")
        code = self.holders.find(text) if text else self.choices.holder
        if code:
            return code
        if text:
            what = sentence(translate("LandLedger", "unknown holder “{value}”"), value=text)
            near = self.holders.near(text)
            like = translate("LandLedger", "{what}; did you mean {near}?")
            self._fault(number, "HOLDER", sentence(like, what=what, near="、".join(near)) if near else what)
        elif is_blank(self.rows.raw(number, "HOLDER")):
            self._fault(number, "HOLDER", sentence(translate("LandLedger", "the holder is missing")))
        return None

    def _valid_to(self, number: int, cells: Mapping[str, Any], entered: datetime.date | None) -> datetime.date | None:
        """The last valid day; where none is written, as the rule on the years of validity says. An expired lot is told."""
        last: datetime.date | None = cells.get("VALID_TO")
        if last is None and entered is not None and self.choices.validity_years:
            last = _years_later(entered, self.choices.validity_years)
        if last is not None and last < self.choices.today:
            text = sentence(translate("LandLedger", "the lot was valid until {valid_to}"), valid_to=last.isoformat())
            self.rows.problem(number, "VALID_TO", text, hard=False, rule="R2")
        return last

    # ------------------------------------------------------------------------------------------------------- grades

    def _grade(self, number: int, cells: Mapping[str, Any]) -> tuple[Decimal | None, GradeSystem | None]:
        """The grade and its system: that of the column, else of the cell that names it, else the one that was chosen."""
        given = [name for name in _GRADES if cells.get(name) is not None]
        if len({_GRADES[name] for name in given if _GRADES[name]}) > 1:
            self._fault(number, given[-1], sentence(translate("LandLedger", "the row has grades of two systems")))
            return None, None
        name = given[0] if given else next((name for name in _GRADES if name in self.fields), "GRADE")
        system = self._system_of(number, cells, name)
        if system is None:
            text = translate("LandLedger", "no grade system is written for the grade; choose one")
            if not given and self.choices.grade_missing_hard:
                text = translate("LandLedger", "the grade is missing")
            self._fault(number, name, sentence(text))
            return None, None
        if self._system not in (None, system):
            self._fault(number, name, sentence(translate("LandLedger", "the sheet has grades of two systems, which are never mixed")))
            return None, None
        self._system = system
        grade: Decimal | None = cells.get(name)
        if grade is None and all(is_blank(self.rows.raw(number, each)) for each in _GRADES):
            missing = sentence(translate("LandLedger", "the grade is missing"))
            self.rows.problem(number, name, missing, hard=self.choices.grade_missing_hard)
            self._bad = self._bad or self.choices.grade_missing_hard
        elif grade is not None and not 1 <= grade <= worst_grade(system):
            text = translate("LandLedger", "the grade {grade} is none of 1 to {worst}")
            self._fault(number, name, sentence(text, grade=grade, worst=worst_grade(system)))
            grade = None
        return grade, system

    def _system_of(self, number: int, cells: Mapping[str, Any], name: str) -> GradeSystem | None:
        of_column, written = _GRADES[name], cells.get("GSYS")
        of_cell = GradeSystem(written) if written else None
        if of_column and of_cell and of_column is not of_cell:
            self._fault(number, "GSYS", sentence(translate("LandLedger", "the row has grades of two systems")))
        found, chosen = of_column or of_cell, self.choices.system
        if found and chosen and found is not chosen:
            text = translate("LandLedger", "the sheet names another grade system than the one that was chosen")
            self._fault(number, name, sentence(text))
        return found or chosen

    # ------------------------------------------------------------------------------------------------------ amounts

    def _group(self, cells: Mapping[str, Any], letter: str) -> Indicators:
        return Indicators(*(cells.get(f"{each}{letter}") or 0 for each in _INDICATORS))

    def _estimate(
        self, number: int, cells: Mapping[str, Any], grade: Decimal | None, system: GradeSystem | None,
        groups: dict[str, Indicators],
    ) -> bool:  # fmt: skip
        """测算: capacity where the cell is blank, of area and grade by the preset; what was drawn before likewise."""
        original = groups.get("original", NOTHING)
        if cells.get("P0") is not None or self._bad:
            return False
        if not original.quantity:
            text = translate("LandLedger", "the capacity is missing and can't be computed without an area of farmland")
            self._fault(number, "P0", sentence(text))
            return False
        if grade is None or system is None:
            self._fault(number, "P0", sentence(translate("LandLedger", "the capacity is missing, and a grade to compute it by")))
            return False
        yields = load_yields(system, self.choices.preset, self.choices.own_yields)
        groups["original"] = original._replace(capacity=_capacity(yields, grade, original))
        used = groups.get("used", NOTHING)
        if cells.get("P1") is None and used.quantity:
            groups["used"] = used._replace(capacity=_capacity(yields, grade, used))
        text = translate("LandLedger", "the capacity is computed from area and grade: {capacity} kg")
        found = sentence(text, capacity=groups["original"].capacity)
        self.rows.problem(number, "P0", found, hard=False, rule="estimate")
        return True

    def _judge(
        self, number: int, cells: Mapping[str, Any], groups: Mapping[str, Indicators], estimated: bool
    ) -> None:
        """Nothing below nothing, remaining = original − used − frozen − moved, and what can't be booked from a table."""
        original, used = groups.get("original", NOTHING), groups.get("used", NOTHING)
        frozen, moved = groups.get("frozen", NOTHING), groups.get("moved", NOTHING)
        for name in self.amounts:
            if (cells[name] or 0) < 0 and name[1] != GROUPS["moved"]:
                template = translate("LandLedger", "the amount is below nothing: {value}")
                self._fault(number, name, sentence(template, value=said_in(self.rows, name, cells[name])))
        if original == NOTHING and not self._bad:
            self._fault(number, "Q0", sentence(translate("LandLedger", "the lot has no amount at all")))
        if used.quantity and not used.capacity and original.capacity and cells.get("P1") is None:
            text = translate("LandLedger", "the capacity drawn is blank and is taken as none")
            self.rows.problem(number, "P1", sentence(text), hard=False)
        self._compare(number, cells, original.minus(used), original.minus(used).minus(frozen).minus(moved), estimated)
        if frozen != NOTHING:
            text = translate("LandLedger", "frozen amounts are not imported: link the lot to its project after the import")
            self.rows.problem(number, _first(cells, "3"), sentence(text), hard=False)
        if moved != NOTHING:
            text = translate("LandLedger", "transferred amounts can't be imported: enter the lot whole and book the transfer")
            self._fault(number, _first(cells, "T"), sentence(text))

    def _compare(
        self, number: int, cells: Mapping[str, Any], unused: Indicators, free: Indicators, estimated: bool
    ) -> None:
        """The remaining columns against original − used, or also less what is frozen and moved."""
        for place, letter in enumerate(_INDICATORS):
            name, used_name = f"{letter}2", f"{letter}1"
            if unused[place] < 0:
                template = translate("LandLedger", "more is drawn than there was: {left} would remain")
                at = used_name if used_name in self.fields else f"{letter}0"
                self._fault(number, at, sentence(template, left=said_in(self.rows, at, unused[place])))
                continue
            given = cells.get(name)
            if given is None or given < 0 or given in (unused[place], free[place]) or (estimated and letter == "P"):
                continue
            template = translate("LandLedger", "the remainder is {given}, original less drawn is {right}")
            places = {"given": said_in(self.rows, name, given), "right": said_in(self.rows, name, unused[place])}
            self._fault(number, name, sentence(template, **places))

    def _fault(self, number: int, name: str, text: Sentence) -> None:
        self.rows.problem(number, name, text)
        self._bad = True


def _first(cells: Mapping[str, Any], letter: str) -> str:
    """The first field of a group that has an amount."""
    return next(f"{each}{letter}" for each in _INDICATORS if cells.get(f"{each}{letter}"))


def _capacity(yields: Yields, grade: Decimal, amount: Indicators) -> int:
    """Whole kg of farmland of one grade, of which `paddy` is paddy as far as it is farmland."""
    paddy = min(amount.paddy, amount.quantity)
    return whole_kilograms(yields.capacity([(grade, True, Area(paddy)), (grade, False, Area(amount.quantity - paddy))]))


def _read_grade(raw: Any) -> Decimal | Sentence | None:
    """A grade: 8, 8.5, 8等, 8级."""
    if isinstance(raw, str):
        text = normalised(raw)
        raw = text[:-1] if text[-1:] in "等级" else raw
    return read_number(raw, 2)


def _read_word(raw: Any, which: str) -> str | Sentence | None:
    if is_blank(raw):
        return None
    words = load_lot_words()[which]
    code = words.get(bare_word(shown(raw)))
    if code:
        return code
    names = list((load_register("lot").field(which).choices or {}).values())
    near = near_words(normalised(raw), names) or names
    template = translate("LandLedger", "“{value}” is none of the choices; did you mean {near}?")
    return sentence(template, value=shown(raw), near="、".join(near[:4]))


def _years_later(day: datetime.date, years: int) -> datetime.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
