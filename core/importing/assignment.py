"""Which column of a sheet holds which field: recognised from the headings, corrected by people, kept for the next file.

An assignment is plain data that goes into JSON. It belongs to headings, not to a file: `fingerprint` is the same for
every sheet with the same headings, whatever the file is called and however many rows it has.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from ..errors import InputError
from ..sentence import translate
from ..survey.spelling import assignments
from ..workbook.cell_text import KILOGRAMS, MICRO_MU, UNIT_WORD, WEIGHT_WORD, normalised
from ..workbook.grid import Grid
from ..workbook.headings import heading_path
from ..workbook.sheet import column_letter
from .fields import ImportField, clean_level, load_fields, spellings

_HEADER_ROWS = 40
_DEEPEST = 5
_WIDEST = 200
_UNIT_AT_END = re.compile(r"[(:/]" + UNIT_WORD + r"\)?$")
_UNIT_LINE = re.compile(r"(?:单位|面积):(?:面积)?[^:]*?" + UNIT_WORD)
_WEIGHT_AT_END = re.compile(r"[(:/]" + WEIGHT_WORD + r"\)?$")
_WEIGHT_LINE = re.compile(r"(?:单位|产能)[^:]*:.*?" + WEIGHT_WORD)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_LEAST_COLUMNS = 3

WEIGHTS: Mapping[str, int] = {"kg": 1, "10000kg": 10_000, "t": 1_000}
"""Units of capacity by the names parameters give them: kilograms in one."""

UNITS: Mapping[str, int] = {"mu": MICRO_MU["亩"], "ha": MICRO_MU["公顷"], "m2": MICRO_MU["平方米"], "wanmu": MICRO_MU["万亩"]}
"""Units of area by the names parameters give them: micro-mu in one."""


_ONE_OF: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "voucher": {"AREA": ("AREA_IN", "AREA_OUT")},
    "reserve": {"Q0": ("W0", "P0")},
}
"""Table → fields of which a sheet must have at least one."""


@dataclass(frozen=True)
class Heading:
    """A column of the sheet: its number from 1, the levels of its heading, and what the unit that the heading names is in
    micro-mu, or in kilograms."""

    column: int
    path: tuple[str, ...]
    unit: int | None = None
    kilograms: int | None = None

    @property
    def title(self) -> str:
        """The levels joined."""
        return ">".join(self.path)


@dataclass(frozen=True)
class Assignment:
    """`columns` says the sheet column (from 1) of each field. `unit` is micro-mu in the unit written above the table,
    None where none is; `chosen_unit` what a person said instead; `kilograms` and `chosen_kilograms` the same of capacity.
    `year` is the one the title names."""

    table: str
    top: int
    bottom: int
    headings: tuple[Heading, ...]
    columns: Mapping[str, int] = field(default_factory=dict)
    unit: int | None = None
    chosen_unit: int | None = None
    title: str = ""
    year: int = 0
    kilograms: int | None = None
    chosen_kilograms: int | None = None

    @property
    def fingerprint(self) -> str:
        """Of table and headings."""
        told = "\n".join([self.table, *(f"{each.column} {'>'.join(map(normalised, each.path))}" for each in self.headings)])
        return hashlib.sha256(told.encode()).hexdigest()[:32]

    @property
    def fields(self) -> dict[str, ImportField]:
        """The fields of the table by name."""
        return fields_of(self.table)

    def heading(self, column: int) -> Heading | None:
        """The heading of a sheet column."""
        return next((each for each in self.headings if each.column == column), None)

    def unit_of(self, column: int) -> int | None:
        """Micro-mu in the unit of a column: what a person chose, else its heading's, else that above the table, else the
        one that all other headings name."""
        heading = self.heading(column)
        if self.chosen_unit or (heading is not None and heading.unit):
            return self.chosen_unit or (heading.unit if heading else None)
        used = set(self.columns.values())
        named = {each.unit for each in self.headings if each.unit and each.column in used}
        return self.unit or (named.pop() if len(named) == 1 else None)

    def kilograms_of(self, column: int) -> int | None:
        """Kilograms in the unit of a column of capacity, as `unit_of` finds that of an area."""
        heading = self.heading(column)
        if self.chosen_kilograms or (heading is not None and heading.kilograms):
            return self.chosen_kilograms or (heading.kilograms if heading else None)
        used = set(self.columns.values())
        named = {each.kilograms for each in self.headings if each.kilograms and each.column in used}
        return self.kilograms or (named.pop() if len(named) == 1 else None)

    @property
    def written_units(self) -> set[int]:
        """Micro-mu in the units that headings and unit line name."""
        named = {each.unit for each in self.headings if each.unit}
        return named | ({self.unit} if self.unit else set())

    def with_columns(self, columns: Mapping[str, int]) -> Assignment:
        """The same headings with other columns for the fields."""
        return replace(self, columns=dict(columns))

    def as_json(self) -> dict[str, Any]:
        """What is remembered for the fingerprint."""
        return {"columns": dict(self.columns), "unit": self.chosen_unit}

    def remembered(self, kept: Mapping[str, Any]) -> Assignment:
        """The assignment with what was remembered for its fingerprint; what no longer makes sense is left out, and so is
        the unit where this sheet names one itself."""
        known = {each.column for each in self.headings}
        columns = kept.get("columns")
        unit = kept.get("unit")
        if not isinstance(columns, dict):
            return self
        sound = {name: column for name, column in columns.items() if name in self.fields and column in known}
        kept_unit = unit if unit in UNITS.values() and not self.written_units else None
        return replace(self, columns=sound, chosen_unit=kept_unit)

    def missing(self) -> list[ImportField]:
        """Fields a row can't do without that have no column."""
        missing = [each for each in self.fields.values() if each.needed and each.name not in self.columns]
        for name, others in _ONE_OF.get(self.table, {}).items():
            if not {name, *others} & set(self.columns):
                missing.append(self.fields[name])
        return missing

    def unused(self) -> list[Heading]:
        """Columns with a heading that no field was found for."""
        used = set(self.columns.values())
        return [each for each in self.headings if each.path and each.column not in used]


@lru_cache(maxsize=None)
def fields_of(table: str) -> dict[str, ImportField]:
    """The fields of a table by name."""
    return {each.name: each for each in load_fields().get(table, ())}


def recognise(grid: Grid, table: str) -> Assignment | None:
    """The headings of the sheet that name most fields of `table`; None where there are not enough of them."""
    fields = load_fields().get(table, ())
    best: tuple[int, int, int] = (0, 0, 0)
    found: Assignment | None = None
    for top in range(1, min(_HEADER_ROWS, len(grid.rows)) + 1):
        if len(grid.texts(top)) < 2:
            continue
        for bottom in range(top, min(top + _DEEPEST, len(grid.rows) + 1)):
            headings = _headings(grid, top, bottom)
            columns = _matched(headings, fields)
            rank = (len(columns), top - bottom, -top)
            if len(columns) >= min(_LEAST_COLUMNS, len(fields)) and rank > best:
                best, found = rank, Assignment(table, top, bottom, headings, columns)
    return None if found is None else _with_title(grid, found)


def headings_at(grid: Grid, table: str, top: int, bottom: int) -> Assignment:
    """The headings in these rows, whether any of them is known or not."""
    headings = _headings(grid, top, bottom)
    found = Assignment(table, top, bottom, headings, _matched(headings, load_fields().get(table, ())))
    return _with_title(grid, found)


def first_heading_row(grid: Grid) -> int:
    """Where headings probably begin if none is known: the first row with three texts."""
    return next((row for row in range(1, min(_HEADER_ROWS, len(grid.rows)) + 1) if len(grid.texts(row)) >= 3), 1)


def _with_title(grid: Grid, found: Assignment) -> Assignment:
    title = next((text for row in range(1, found.top) for text in grid.texts(row)), "")
    year = _YEAR.search(title)
    return replace(
        found, unit=_unit_above(grid, found.top), title=title, year=int(year.group(1)) if year else 0,
        kilograms=_weight_above(grid, found.top),
    )  # fmt: skip


def _headings(grid: Grid, top: int, bottom: int) -> tuple[Heading, ...]:
    paths = ((column, heading_path(grid, top, bottom, column)) for column in range(1, min(grid.width, _WIDEST) + 1))
    return tuple(Heading(column, path, _unit_in(path), _weight_in(path)) for column, path in paths if path)


def _unit_in(path: tuple[str, ...]) -> int | None:
    for level in reversed(path):
        match = _UNIT_AT_END.search(normalised(level))
        if match:
            return MICRO_MU[match.group(1)]
    return None


def _weight_in(path: tuple[str, ...]) -> int | None:
    for level in reversed(path):
        match = _WEIGHT_AT_END.search(normalised(level))
        if match:
            return KILOGRAMS[match.group(1)]
    return None


def _weight_above(grid: Grid, top: int) -> int | None:
    for row in range(1, top):
        for text in grid.texts(row):
            said = _WEIGHT_LINE.search(text)
            if said:
                return KILOGRAMS[said.group(1)]
    return None


def _unit_above(grid: Grid, top: int) -> int | None:
    for row in range(1, top):
        for text in grid.texts(row):
            said = _UNIT_LINE.search(text)
            if said:
                return MICRO_MU[said.group(1)]
    return None


def _matched(headings: tuple[Heading, ...], fields: tuple[ImportField, ...]) -> dict[str, int]:
    """Each field's column: the one whose heading fits with most levels, of equals the name that stands first in the
    data, then the leftmost column. A column serves one field."""
    order = {
        name: (each.name, place) for each in reversed(fields) for place, name in reversed(list(enumerate(each.names)))
    }
    claims = []
    for heading in headings:
        levels = spellings(heading.path)
        for dropped, name in enumerate(levels):
            if name in order:
                field_name, place = order[name]
                claims.append((dropped - len(levels), place, heading.column, field_name))
                break
    columns: dict[str, int] = {}
    for _, _, column, name in sorted(claims):
        columns.setdefault(name, column)
    return {each.name: columns[each.name] for each in fields if each.name in columns}


def assigned_by_text(assignment: Assignment, text: str) -> Assignment:
    """The assignment with the columns a person names: `HOLDER=县区;AREA_IN=F`, right the heading or the letter of a
    column, nothing (`BALANCE=-`) for a field that is to have none. InputError naming what makes no sense."""
    columns = dict(assignment.columns)
    names = {label: each.name for each in assignment.fields.values() for label in (each.name, each.label, *each.names)}
    for part, left, right in assignments(text):
        if not left:
            raise InputError(
                translate("LandLedger", "COLUMNS: “{part}” is not of the form FIELD=heading (as in HOLDER=县区;AREA_IN=F)."),
                part=part,
            )
        name = names.get(left.upper(), names.get(clean_level(left), ""))
        if not name:
            raise InputError(
                translate("LandLedger", "COLUMNS: there is no field {field}; fields are {fields}."),
                field=left, fields=", ".join(assignment.fields),
            )  # fmt: skip
        column = 0 if right == "-" else column_named(assignment, right)
        columns = {key: value for key, value in columns.items() if key != name and value != column}
        if column:
            columns[name] = column
    return assignment.with_columns(columns)


def column_named(assignment: Assignment, text: str) -> int:
    """The column with this heading (its lowest levels are enough where no other has them) or this letter."""
    wanted = ">".join(clean_level(level) for level in re.split("[>＞]", text))
    exact = [each.column for each in assignment.headings if normalised(text) == normalised(each.title)]
    same = exact or [each.column for each in assignment.headings if wanted in spellings(each.path)]
    if len(same) == 1:
        return same[0]
    letters = [each.column for each in assignment.headings if column_letter(each.column) == text.strip().upper()]
    if not same and letters:
        return letters[0]
    if same:
        raise InputError(
            translate("LandLedger", "COLUMNS: the heading {heading} stands over several columns ({columns}); name its letter."),
            heading=text, columns=", ".join(column_letter(column) for column in same),
        )  # fmt: skip
    raise InputError(
        translate("LandLedger", "COLUMNS: the sheet has no column {heading}; it has {headings}."),
        heading=text, headings=", ".join(each.title for each in assignment.headings),
    )  # fmt: skip
