"""What a declared table is: title, header tree, sums, groups, notes and paper, as frozen dataclasses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from typing import TypeVar, Union

from ..errors import InputError
from ..sentence import translate

# Between the levels of a heading, as people write them on one line.
LEVEL = ">"
Name = Union[str, tuple[str, ...]]


class Kind(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    INT = "int"
    AREA = "area"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    CHECK = "check"
    VALUE = "value"  # an area, a number or a text, told apart by the row's UNIT cell
    UNIT = "unit"
    LINE = "line"  # the label of a declared line, over as many sheet columns as the lines have levels


class DisplayUnit(Enum):
    """A unit areas are printed in."""

    HECTARE = "ha"
    SQUARE_METRE = "m2"
    MU = "mu"

    @property
    def label(self) -> str:
        """公顷, 平方米 or 亩."""
        return _UNITS[self][0]

    @property
    def decimals(self) -> int:
        """Decimals printed at least (DOMAIN table rules: 公顷 4, 平方米 2, 亩 2)."""
        return _UNITS[self][1]

    @property
    def most_decimals(self) -> int:
        """Decimals after which no area that a bureau prints has another digit."""
        return _UNITS[self][2]

    @property
    def step(self) -> int:
        """Micro-mu in one unit of the last of `most_decimals`."""
        return _UNITS[self][3]


_UNITS = {
    DisplayUnit.HECTARE: ("公顷", 4, 6, 15),
    DisplayUnit.SQUARE_METRE: ("平方米", 2, 2, 15),
    DisplayUnit.MU: ("亩", 2, 6, 1),
}


class Position(Enum):
    """Where a total stands among the rows it sums."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True)
class Column:
    """One column: `header` are the levels of its heading, top first; `parts` are the keys it is the sum of; `of` is
    the key of the column it is a part of without being added (其中)."""

    key: str
    header: tuple[str, ...]
    kind: Kind = Kind.TEXT
    decimals: int | None = None
    width: float | None = None
    parts: tuple[str, ...] = ()
    of: str = ""
    merge: bool = False
    hide_when_zero: bool = False
    half: bool = False
    summed: bool = False
    repeat: str = ""

    @property
    def title(self) -> str:
        """The levels of the heading joined as people write them: 农用地>耕地>小计."""
        return LEVEL.join(self.header)


@dataclass(frozen=True)
class Group:
    """Rows equal in `key` and all text columns left of it get a subtotal row labelled `label`."""

    key: str
    label: str
    position: Position = Position.LAST
    skip_single: bool = False


@dataclass(frozen=True)
class Line:
    """A declared row of a form's table (地类 of the survey-and-demarcation form)."""

    key: str
    path: tuple[str, ...]
    parts: tuple[str, ...] = ()
    of: str = ""
    hide_when_zero: bool = False


_Summed = TypeVar("_Summed", Column, Line)


@dataclass(frozen=True)
class FormField:
    """A labelled value of a form, on line `line` of its head or foot; the value spans `span` sheet columns."""

    key: str
    label: str
    kind: Kind
    decimals: int | None
    foot: bool
    line: int
    span: int


@dataclass(frozen=True)
class Layout:
    """The declaration of one table."""

    id: str
    title: str
    sheet: str
    columns: tuple[Column, ...]
    unit_line: str = ""
    unit: DisplayUnit = DisplayUnit.HECTARE
    groups: tuple[Group, ...] = ()
    summaries: tuple[Group, ...] = ()
    total: Group | None = None
    notes: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    fields: tuple[FormField, ...] = ()
    is_form: bool = False
    rows_per_page: int = 0
    paper: str = "A3"
    landscape: bool = True
    pages_wide: int = 1
    freeze: str = ""
    show_zero: bool = True
    status: str = ""
    file: str = ""
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)

    def column(self, key: str) -> Column:
        """The column called `key`; KeyError if there is none."""
        return self._by_key[key]

    @cached_property
    def _by_key(self) -> dict[str, Column]:
        return {column.key: column for column in reversed(self.columns)}

    @cached_property
    def leading(self) -> tuple[Column, ...]:
        """The text columns before the first other one: who and what a row is about."""
        return self.columns[: next((i for i, c in enumerate(self.columns) if c.kind is not Kind.TEXT), None)]

    @cached_property
    def summed(self) -> tuple[Column, ...]:
        """The columns a subtotal row adds up."""
        return tuple(column for column in self.columns if column.summed)

    @cached_property
    def sums(self) -> tuple[Column, ...]:
        """The columns that are the sum of other columns of their row, parts before wholes."""
        return tuple(_parts_first([column for column in self.columns if column.parts]))

    @cached_property
    def lines_parts_first(self) -> tuple[Line, ...]:
        """The lines so that each stands after those of its parts that are sums themselves."""
        return tuple(_parts_first(self.lines))

    @property
    def repeats(self) -> tuple[str, ...]:
        """Names of the column groups still to be repeated, in order."""
        return tuple(dict.fromkeys(column.repeat for column in self.columns if column.repeat))

    def expanded(self, names: Mapping[str, Sequence[Name]]) -> Layout:
        """The layout with each repeated column group written out once a name.

        `names` maps a group (`layer`) to the names that take the place of `{layer}` in headers and keys; a tuple is
        several header levels. The key of a repeated column is `AREA:name` (levels joined by `>`). Groups not named
        vanish. InputError if a name comes twice.
        """
        columns: list[Column] = []
        done: set[str] = set()
        for column in self.columns:
            if not column.repeat:
                columns.append(column)
            elif column.repeat not in done:
                done.add(column.repeat)
                members = [c for c in self.columns if c.repeat == column.repeat]
                columns += _repeated(members, column.repeat, names.get(column.repeat, ()), self.title)
        return replace(self, columns=tuple(columns), names={key: tuple(value) for key, value in names.items()})


def repeated_key(key: str, name: Name) -> str:
    """The key of the repeated column `key` under `name`."""
    return f"{key}:{LEVEL.join(_levels(name))}"


def _parts_first(members: Sequence[_Summed]) -> list[_Summed]:
    """Columns or lines so that each stands after those of its parts that are sums themselves."""
    waiting = {member.key: member for member in members}
    ordered: list[_Summed] = []
    while waiting:
        ready = [member for member in waiting.values() if not any(part in waiting for part in member.parts)]
        ordered += ready
        for member in ready:
            del waiting[member.key]
    return ordered


def _levels(name: Name) -> tuple[str, ...]:
    return (name,) if isinstance(name, str) else tuple(name)


def _repeated(members: Sequence[Column], group: str, names: Sequence[Name], title: str) -> list[Column]:
    keys = {column.key for column in members}
    place = "{" + group + "}"
    written: list[Column] = []
    for name in names:
        levels = _levels(name)
        if list(map(_levels, names)).count(levels) > 1:
            raise InputError(
                translate("LandLedger", "Table {table}: two layers are called {name}."),
                table=title,
                name=LEVEL.join(levels),
            )
        for column in members:
            header: list[str] = []
            for level in column.header:
                header += levels if level == place else (level,)
            written.append(
                replace(
                    column,
                    key=repeated_key(column.key, name),
                    header=tuple(header),
                    parts=tuple(repeated_key(p, name) if p in keys else p for p in column.parts),
                    of=repeated_key(column.of, name) if column.of in keys else column.of,
                    repeat="",
                )
            )
    return written
