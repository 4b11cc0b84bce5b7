"""Declared layouts of tables: title, header tree, sums, groups, notes and paper, read from `resources/tables/*.csv`.

One file is one table. A line of the file is a part of it (`table`, `column`, `group`, `summary`, `total`, `line`,
`field`, `note`, `sign`); `resources/tables/README.md` tells what its columns mean. A bureau changes the layout by
editing a copy of the file in a folder of its own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Union

from ..errors import InputError
from ..sentence import Sentence, sentence, translate

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "tables"

_LEVEL = ">"
_HEADINGS = ("part", "key", "text", "kind", "decimals", "width", "parts", "of", "flags", "place", "note")
_MOST_BYTES = 4_000_000

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
        return _LEVEL.join(self.header)


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
    freeze: str = ""
    show_zero: bool = True
    status: str = ""
    file: str = ""
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)

    def column(self, key: str) -> Column:
        """The column called `key`; KeyError if there is none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)

    @property
    def leading(self) -> tuple[Column, ...]:
        """The text columns before the first other one: who and what a row is about."""
        return self.columns[: next((i for i, c in enumerate(self.columns) if c.kind is not Kind.TEXT), None)]

    @property
    def summed(self) -> tuple[Column, ...]:
        """The columns a subtotal row adds up."""
        return tuple(column for column in self.columns if column.summed)

    @property
    def sums(self) -> tuple[Column, ...]:
        """The columns that are the sum of other columns of their row, parts before wholes."""
        return tuple(_parts_first([column for column in self.columns if column.parts]))

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
    return f"{key}:{_LEVEL.join(_levels(name))}"


def load_layout(layout_id: str, folder: str | Path | None = None) -> Layout:
    """The layout `layout_id`, from `<folder>/<layout_id>.csv` if there is one, else the shipped one.

    InputError names file, row and column of what is wrong in it.
    """
    candidates = [Path(folder) / f"{layout_id}.csv"] if folder else []
    path = next((p for p in [*candidates, SHIPPED / f"{layout_id}.csv"] if p.is_file()), None)
    if path is None:
        raise InputError(
            translate("LandLedger", "There is no table layout {layout} in {folder}."),
            layout=layout_id,
            folder=str(folder or SHIPPED),
        )
    return read_layout(path)


def shipped_layouts() -> tuple[str, ...]:
    """Ids of the layouts that come with the plugin."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.csv")))


def read_layout(path: Path) -> Layout:
    """The layout declared in the CSV file `path`; InputError names file, row and column."""
    return _Declaration(path).layout()


@dataclass(frozen=True)
class _Cells:
    """One line of the file with the row number a spreadsheet shows."""

    row: int
    values: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.values[name]


class _Declaration:
    """A layout file being read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines = list(self._lines())
        self.settings = {cells["key"]: cells for cells in self._of("table")}

    def layout(self) -> Layout:
        self._only_known_parts()
        columns = tuple(self._column(cells) for cells in self._of("column"))
        if not columns:
            raise self._error(1, "part", sentence(translate("LandLedger", "there is no line “column”")))
        layout = Layout(
            id=self._setting("id", self.path.stem),
            title=self._setting("title", self.path.stem),
            sheet=self._setting("sheet", self._setting("title", self.path.stem)),
            columns=columns,
            unit_line=self._setting("unit_line", ""),
            unit=self._choice("unit", DisplayUnit, DisplayUnit.HECTARE),
            groups=tuple(self._group(cells) for cells in self._of("group")),
            summaries=tuple(self._group(cells) for cells in self._of("summary")),
            total=next((self._group(cells) for cells in self._of("total")), None),
            notes=tuple(cells["text"] for cells in self._of("note")),
            signature=tuple(w.strip() for c in self._of("sign") for w in c["text"].split("|") if w.strip()),
            lines=tuple(self._line(cells) for cells in self._of("line")),
            fields=tuple(self._field(cells) for cells in self._of("field")),
            is_form=self._one_of("form", ("list", "form"), "list") == "form",
            rows_per_page=self._whole(self.settings.get("rows_per_page"), "text") or 0,
            paper=self._one_of("paper", ("A3", "A4"), "A3"),
            landscape=self._one_of("orientation", ("landscape", "portrait"), "landscape") == "landscape",
            freeze=self._setting("freeze", ""),
            show_zero=self._one_of("zero", ("show", "hide"), "show") == "show",
            status=self._setting("status", ""),
            file=str(self.path),
        )
        self._check(layout)
        return layout

    def _lines(self) -> Iterator[_Cells]:
        rows = csv.reader(io.StringIO(self._text(), newline=""), strict=True)
        try:
            headings = [heading.strip().lower() for heading in next(rows, [])]
            for name in _HEADINGS[:3]:
                if name not in headings:
                    raise self._error(1, name, sentence(translate("LandLedger", "this column is missing")))
            for number, values in enumerate(rows, 2):
                cells = dict.fromkeys(_HEADINGS, "")
                cells.update(zip(headings, (value.strip() for value in values)))
                if any(cells.values()) and not cells["part"].startswith("#"):
                    yield _Cells(number, cells)
        except csv.Error as error:
            reason = sentence(translate("LandLedger", "not a CSV file ({reason})"), reason=error)
            raise self._error(rows.line_num, "part", reason) from error

    def _text(self) -> str:
        """A Chinese Excel saves CSV as GB18030 unless told otherwise, hence the second try."""
        try:
            content = self.path.read_bytes()
        except OSError as error:
            raise InputError(
                translate("LandLedger", "{file} can't be read: {reason}"), file=str(self.path), reason=error.strerror
            ) from error
        if len(content) > _MOST_BYTES or b"\0" in content:
            raise self._error(1, "part", sentence(translate("LandLedger", "not a CSV file")))
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
        raise self._error(1, "part", sentence(translate("LandLedger", "the text is neither UTF-8 nor GBK")))

    def _of(self, part: str) -> list[_Cells]:
        return [cells for cells in self.lines if cells["part"] == part]

    def _only_known_parts(self) -> None:
        known = ("table", "column", "group", "summary", "total", "line", "field", "note", "sign")
        for cells in self.lines:
            if cells["part"] not in known:
                raise self._unknown(cells.row, "part", cells["part"], known)

    def _setting(self, key: str, default: str) -> str:
        cells = self.settings.get(key)
        return cells["text"] if cells and cells["text"] else default

    def _one_of(self, key: str, allowed: Sequence[str], default: str) -> str:
        value = self._setting(key, default)
        if value not in allowed:
            raise self._unknown(self.settings[key].row, "text", value, allowed)
        return value

    def _choice(self, key: str, enum: type[DisplayUnit], default: DisplayUnit) -> DisplayUnit:
        return enum(self._one_of(key, [member.value for member in enum], default.value))

    def _column(self, cells: _Cells) -> Column:
        flags = self._flags(cells, ("merge", "hide_when_zero", "half", "sum", "nosum"))
        kind = self._kind(cells)
        header = tuple(level.strip() for level in cells["text"].split(_LEVEL))
        if not cells["key"] or not all(header):
            name = "key" if not cells["key"] else "text"
            raise self._error(cells.row, name, sentence(translate("LandLedger", "this must not be empty")))
        return Column(
            key=cells["key"],
            header=header,
            kind=kind,
            decimals=self._whole(cells, "decimals"),
            width=self._width(cells),
            parts=tuple(cells["parts"].split()),
            of=cells["of"],
            merge="merge" in flags,
            hide_when_zero="hide_when_zero" in flags,
            half="half" in flags,
            summed=("sum" in flags or kind is Kind.AREA) and "nosum" not in flags,
            repeat=flags.get("repeat", ""),
        )

    def _group(self, cells: _Cells) -> Group:
        flags = self._flags(cells, ("first", "last", "skip_single"))
        position = Position.FIRST if "first" in flags else Position.LAST
        return Group(cells["key"], cells["text"], position, "skip_single" in flags)

    def _line(self, cells: _Cells) -> Line:
        flags = self._flags(cells, ("hide_when_zero",))
        path = tuple(level.strip() for level in cells["text"].split(_LEVEL))
        return Line(cells["key"], path, tuple(cells["parts"].split()), cells["of"], "hide_when_zero" in flags)

    def _field(self, cells: _Cells) -> FormField:
        block, _, rest = cells["place"].partition(":")
        line, _, span = rest.partition(":")
        if block not in ("head", "foot") or not line.isdecimal() or not span.isdecimal() or int(span) < 1:
            reason = sentence(translate("LandLedger", "write head:line:span or foot:line:span, such as head:1:2"))
            raise self._error(cells.row, "place", reason)
        decimals = self._whole(cells, "decimals")
        return FormField(
            cells["key"], cells["text"], self._kind(cells), decimals, block == "foot", int(line), int(span)
        )

    def _flags(self, cells: _Cells, allowed: Sequence[str]) -> dict[str, str]:
        flags = dict(flag.partition("=")[::2] for flag in cells["flags"].split())
        for flag in flags:
            if flag not in allowed and flag != "repeat":
                raise self._unknown(cells.row, "flags", flag, allowed)
        return flags

    def _kind(self, cells: _Cells) -> Kind:
        allowed = [kind.value for kind in Kind]
        if (cells["kind"] or "text") not in allowed:
            raise self._unknown(cells.row, "kind", cells["kind"], allowed)
        return Kind(cells["kind"] or "text")

    def _whole(self, cells: _Cells | None, name: str) -> int | None:
        if cells is None or not cells[name]:
            return None
        if not cells[name].isdecimal() or int(cells[name]) > 9999:
            reason = sentence(translate("LandLedger", "{value} is not a whole number"), value=cells[name])
            raise self._error(cells.row, name, reason)
        return int(cells[name])

    def _width(self, cells: _Cells) -> float | None:
        if not cells["width"]:
            return None
        try:
            width = float(cells["width"])
        except ValueError:
            width = 0.0
        if not 0 < width <= 255:
            reason = sentence(translate("LandLedger", "{value} is not a column width"), value=cells["width"])
            raise self._error(cells.row, "width", reason)
        return width

    def _check(self, layout: Layout) -> None:
        columns = self._of("column")
        self._unique(columns, "key")
        self._unique(columns, "text")
        self._unique(self._of("line"), "key")
        self._unique(self._of("field"), "key")
        self._references(columns, [column.key for column in layout.columns])
        self._references(self._of("line"), [line.key for line in layout.lines])
        text_keys = [column.key for column in layout.columns if column.kind is Kind.TEXT]
        for cells in [*self._of("group"), *self._of("summary")]:
            if cells["key"] not in text_keys:
                raise self._unknown(cells.row, "key", cells["key"], text_keys)
        if layout.freeze and layout.freeze not in [column.key for column in layout.columns]:
            raise self._unknown(self.settings["freeze"].row, "text", layout.freeze, text_keys)
        paths = {column.header for column in layout.columns}
        for cells, column in zip(columns, layout.columns):
            if any(column.header[:depth] in paths for depth in range(1, len(column.header))):
                text = translate("LandLedger", "the heading {value} stands under that of another column")
                raise self._error(cells.row, "text", sentence(text, value=cells["text"]))

    def _unique(self, lines: Sequence[_Cells], name: str) -> None:
        seen: set[str] = set()
        for cells in lines:
            if cells[name] in seen:
                reason = sentence(translate("LandLedger", "{value} stands twice"), value=cells[name])
                raise self._error(cells.row, name, reason)
            seen.add(cells[name])

    def _references(self, lines: Sequence[_Cells], keys: Sequence[str]) -> None:
        parts = {cells["key"]: cells["parts"].split() for cells in lines}
        for cells in lines:
            for name in ("parts", "of"):
                for key in cells[name].split():
                    if key not in keys:
                        raise self._unknown(cells.row, name, key, keys)
            if _reaches_itself(cells["key"], parts):
                reason = sentence(translate("LandLedger", "{value} is a part of itself"), value=cells["key"])
                raise self._error(cells.row, "parts", reason)

    def _unknown(self, row: int, name: str, value: str, allowed: Sequence[str]) -> InputError:
        reason = sentence(
            translate("LandLedger", "“{value}” is not known here; possible: {allowed}"),
            value=value,
            allowed=", ".join(allowed),
        )
        return self._error(row, name, reason)

    def _error(self, row: int, name: str, reason: Sentence) -> InputError:
        return InputError(
            translate("LandLedger", "Table layout {file}, row {row}, column {column}: {reason}."),
            file=str(self.path),
            row=row,
            column=name,
            reason=reason,
        )


def _reaches_itself(key: str, parts: Mapping[str, Sequence[str]]) -> bool:
    seen: set[str] = set()
    waiting = list(parts.get(key, ()))
    while waiting:
        part = waiting.pop()
        if part == key:
            return True
        if part not in seen:
            seen.add(part)
            waiting += parts.get(part, ())
    return False


def _parts_first(columns: Sequence[Column]) -> list[Column]:
    """The columns so that each stands after those of its parts that are sums themselves."""
    waiting = {column.key: column for column in columns}
    ordered: list[Column] = []
    while waiting:
        ready = [column for column in waiting.values() if not any(part in waiting for part in column.parts)]
        ordered += ready
        for column in ready:
            del waiting[column.key]
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
                name=_LEVEL.join(levels),
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


