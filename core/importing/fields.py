"""What a column of a bureau's table may hold, and the names clerks write over it: data, not code.

The files `…_import_columns.csv` in `resources/codes` have a row for each name of each field of
each table; the first is the one shown to people. A name of several heading levels is written with `>` between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path

from ..ledger.registers import FieldKind, Register, load_register
from ..resources import FactRow, read_facts, resource
from ..workbook.cell_text import UNIT_WORD, WEIGHT_WORD, normalised

VOUCHERS = "voucher"
"""The table whose rows are events of quota."""

RESERVE = "reserve"
"""The table whose rows are lots of the reserve."""

VISITS = "visit"
"""The table whose rows are visits of planner teams."""

SUGGESTIONS = "suggestion"
"""The table whose rows are suggestions of planner teams."""

PLANS = "village_plan"
"""The table whose rows are village plans. Every other table is a register of its name."""

OPINIONS = "opinion"
"""The table whose rows are opinions on a village plan."""

DECLARED = (VOUCHERS, RESERVE, VISITS, SUGGESTIONS, PLANS, OPINIONS)
"""Tables whose fields stand in the files."""

FILES = (
    "quota_import_columns.csv", "reserve_import_columns.csv", "service_import_columns.csv", "plan_import_columns.csv",
    "review_import_columns.csv",
)  # fmt: skip

REGISTERS = ("project", "approval", "supply", "unsupplied", "task", "ceiling")
"""Registers that a bureau keeps as tables of its own."""

_NEEDED = ("table", "field", "name", "source", "status")
_BEFORE = re.compile(r"^(其中[:、]?|#|\*)")
_AFTER = re.compile(r"(\([^()]*\)|[:*#]|[/:]" + UNIT_WORD + r"|[/:]" + WEIGHT_WORD + r")$")


class CellKind(Enum):
    """How the cells of a column are read; the value is what stands in the file. A table with a column to REFUSE is another
    one: a journal with a line for each account would book everything twice."""

    TEXT = "text"
    DATE = "date"
    YEAR = "year"
    AREA = "area"
    NUMBER = "number"
    HOLDER = "holder"
    SOURCE = "source"
    EVENT = "event"
    PROJECT = "project"
    CAPACITY = "capacity"
    CHOICE = "choice"
    FLAG = "flag"
    IGNORE = "ignore"
    REFUSE = "refuse"


_KINDS = {FieldKind.DATE: CellKind.DATE, FieldKind.AREA: CellKind.AREA}
_KINDS.update({FieldKind.INT: CellKind.NUMBER, FieldKind.NUMBER: CellKind.NUMBER})
_LINKS = {"holder": CellKind.HOLDER, "project": CellKind.PROJECT, "year": CellKind.YEAR}


@dataclass(frozen=True)
class ImportField:
    """A field of a table: how its cells are read and the names of its column, cleaned as headings are. What a register
    needs may have a value for the whole file, so only fields of the journal are `needed`."""

    table: str
    name: str
    kind: CellKind
    label: str
    names: tuple[str, ...]
    needed: bool = False


@lru_cache(maxsize=4)
def load_fields(path: Path | None = None) -> dict[str, tuple[ImportField, ...]]:
    """The fields of every table: those of a journal from the file, those of a register as it declares them, with the
    names that the file adds. InputError naming the line of a file that makes no sense."""
    named: dict[str, dict[str, list[FactRow]]] = {}
    for file in [path] if path else [resource("codes", file) for file in FILES]:
        for row in read_facts(file, _NEEDED):
            named.setdefault(row.needed("table"), {}).setdefault(row.needed("field"), []).append(row)
    found = {
        table: tuple(_declared_field(table, name, rows) for name, rows in named.pop(table, {}).items())
        for table in DECLARED
    }
    for table in REGISTERS:
        found[table] = _register_fields(load_register(table), named.pop(table, {}))
    for rows_of in named.values():
        raise next(iter(rows_of.values()))[0].refuse("table")
    return found


def _declared_field(table: str, name: str, rows: list[FactRow]) -> ImportField:
    kinds = {kind.value: kind for kind in CellKind}
    if rows[0].needed("kind") not in kinds:
        raise rows[0].refuse("kind")
    kind, label = kinds[rows[0].text("kind")], rows[0].needed("name")
    return ImportField(table, name, kind, label, _names(rows), rows[0].flag("needed"))


def _register_fields(register: Register, named: dict[str, list[FactRow]]) -> tuple[ImportField, ...]:
    found = []
    for each in register.fields:
        names = tuple(dict.fromkeys([_cleaned(each.name), *_names(named.pop(each.code, []))]))
        kind = _LINKS.get(each.code, _KINDS.get(each.kind, CellKind.TEXT))
        found.append(ImportField(register.name, each.code, kind, each.name, names))
    for rows in named.values():
        raise rows[0].refuse("field")
    return tuple(found)


def _names(rows: Sequence[FactRow]) -> tuple[str, ...]:
    return tuple(_cleaned(row.needed("name")) for row in rows)


def _cleaned(name: str) -> str:
    return ">".join(clean_level(level) for level in name.split(">"))


def clean_level(level: str) -> str:
    """A level of a heading for comparison: width and blanks made one, without 其中, units and what stands in brackets."""
    text = _BEFORE.sub("", normalised(level))
    while True:
        shorter = _AFTER.sub("", text)
        if shorter == text or not shorter:
            return text
        text = shorter


def spellings(path: Sequence[str]) -> list[str]:
    """What a heading may be called, the most exact first: all its levels, then fewer and fewer of the lowest."""
    levels = [clean_level(level) for level in path]
    return [">".join(levels[start:]) for start in range(len(levels))]
