"""Rows of a table that is a register (projects, approvals, supplied parcels …) → rows of that register."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ...errors import InputError
from ...importing.cells import (
    Remembering,
    is_blank,
    read_amount,
    read_choice,
    read_date,
    read_flag,
    read_number,
    read_text,
    read_whole,
    read_year,
)
from ...importing.rows import SheetRows, need_columns
from ...importing.sums import check_sums
from ...ledger.model import Scalar
from ...ledger.registers import Field, FieldKind, Register, load_register
from ...progress import Progress, no_progress
from ...sentence import Sentence, sentence, translate
from ...workbook.cell_text import shown
from .choices import Choices, LedgerNames

_ROWS_A_STEP = 500
_NAME_AND_CODE = re.compile(r"^(.*\S)\s*[/(（\s]\s*([A-Za-z0-9][A-Za-z0-9_-]{3,})\s*[)）]?$")
"""东示区一中（XM-E1）: name and code of a project in one cell."""
HOLDER, PROJECT, CODE, NAME = "holder", "project", "code", "name"


@dataclass(frozen=True)
class RegisterRow:
    """A row to be put into a register: the row of the sheet, its key, its values as a record keeps them."""

    row: int
    key: str
    values: Mapping[str, Scalar]


@dataclass
class ReadRegister:
    """The rows read, in the order of the sheet."""

    rows: SheetRows
    register: Register
    found: list[RegisterRow] = field(default_factory=list)
    sums_compared: int = 0


def read_register(
    rows: SheetRows, names: LedgerNames, choices: Choices, progress: Progress = no_progress
) -> ReadRegister:
    """Read all rows; what is wrong with a cell is listed in `rows.problems`. InputError as `read_vouchers` raises it."""
    need_columns(rows)
    reading = _RegisterReading(rows, names, choices)
    found = ReadRegister(rows, reading.register)
    seen: dict[str, int] = {}
    count = len(rows.data)
    for place, number in enumerate(rows.data):
        if not place % _ROWS_A_STEP:
            progress(place / count)
        read = reading.row(number)
        if read is None:
            continue
        if read.key in seen:
            text = translate("LandLedger", "“{key}” stands in row {row} already")
            rows.problem(number, reading.key_field, sentence(text, key=read.key, row=seen[read.key]))
            continue
        seen[read.key] = number
        found.found.append(read)
    found.sums_compared = check_sums(rows, reading.amounts)
    progress(1.0)
    return found


class _RegisterReading:
    """Cells by the kinds the register declares."""

    def __init__(self, rows: SheetRows, names: LedgerNames, choices: Choices) -> None:
        self.rows, self.names, self.choices = rows, names, choices
        self.register = load_register(rows.assignment.table)
        self.fields = [each for each in self.register.fields if each.code in rows.assignment.columns]
        self.key_field = next((each.code for each in self.register.fields if each.need.value in ("key", "either")), "")
        self.amounts: dict[str, list[int]] = {each.code: [] for each in self.fields if each.kind is FieldKind.AREA}
        self._readers = {each.code: Remembering(self._reader(each)) for each in self.fields}
        self._bad = False

    def row(self, number: int) -> RegisterRow | None:
        """One row; None for one with a fault."""
        self._bad = False
        values: dict[str, Any] = {}
        for each in self.fields:
            value = self._cell(number, each)
            if each.kind is FieldKind.AREA:
                self.amounts[each.code].append(value or 0)
            if value is not None:
                values[each.code] = value
        self._holder(number, values)
        self._project(number, values)
        for each in self.register.fields:
            missing = each.need.value in ("yes", "key") and values.get(each.code) in (None, "")
            if missing and is_blank(self.rows.raw(number, each.code)):
                self._fault(number, each.code, sentence(translate("LandLedger", "{field} is missing"), field=each.name))
        if self._bad:
            return None
        try:
            kept = self.register.checked(values)
            return RegisterRow(number, self.register.key_of(kept), kept)
        except InputError as error:
            self._fault(number, self.key_field, error.sentence)
            return None

    def _cell(self, number: int, each: Field) -> Any:
        column = self.rows.assignment.columns[each.code]
        value = self._readers[each.code](self.rows.raw(number, each.code))
        if (number, column) in self.rows.grid.uncached:
            value = sentence(translate("LandLedger", "the formula has no stored result; open and save the file"))
        if isinstance(value, Sentence):
            self._fault(number, each.code, value)
            return None
        return value

    def _reader(self, each: Field) -> Any:
        kind = each.kind
        if kind is FieldKind.AREA:
            return partial(_read_area, each=each, factor=self.rows.assignment.unit_of(self.rows.assignment.columns[each.code]))
        if kind is FieldKind.DATE:
            return partial(read_date, day_zero=self.rows.grid.day_zero)
        if kind is FieldKind.INT:
            return read_year if each.code == "year" else read_whole
        if kind is FieldKind.NUMBER:
            return partial(read_number, decimals=each.decimals)
        if kind is FieldKind.ENUM:
            return partial(read_choice, choices=each.choices or {})
        return read_flag if kind is FieldKind.FLAG else read_text

    def _holder(self, number: int, values: dict[str, Any]) -> None:
        if HOLDER not in {each.code for each in self.register.fields}:
            return
        text = values.get(HOLDER)
        if text is None:
            if self.choices.holder:
                values[HOLDER] = self.choices.holder
            return
        code = self.names.holders.find(text)
        if not code:
            what = sentence(translate("LandLedger", "unknown holder “{value}”"), value=text)
            near = self.names.holders.near(text)
            like = translate("LandLedger", "{what}; did you mean {near}?")
            self._fault(number, HOLDER, sentence(like, what=what, near="、".join(near)) if near else what)
        values[HOLDER] = code

    def _project(self, number: int, values: dict[str, Any]) -> None:
        """A project by its name; in the register of projects one without a code keeps the one it has, or gets one."""
        if self.register.name == PROJECT:
            match = _NAME_AND_CODE.match(values.get(NAME) or "")
            if match and not values.get(CODE):
                values[NAME], values[CODE] = match.group(1), match.group(2)
            if not values.get(CODE) and values.get(NAME) and values.get(HOLDER):
                found = self.names.projects.find(values[NAME])
                values[CODE] = found or self.names.new_project("", values[NAME], values[HOLDER])
        elif values.get(PROJECT):
            values[PROJECT] = self.names.projects.find(values[PROJECT]) or values[PROJECT]

    def _fault(self, number: int, name: str, text: Sentence) -> None:
        self.rows.problem(number, name, text)
        self._bad = True


def _read_area(raw: Any, each: Field, factor: int | None) -> int | Sentence | None:
    value = read_amount(raw, factor)
    if isinstance(value, int) and value < 0:
        return sentence(translate("LandLedger", "an area below zero"))
    if isinstance(value, int) and value % 10 ** (6 - each.decimals):
        template = translate("LandLedger", "{value} is finer than {decimals} decimals of a mu")
        return sentence(template, value=shown(raw), decimals=each.decimals)
    return value
