"""Declared layouts of tables, read from `resources/tables/*.csv`; what is wrong is named by file, row and column.

One file is one table. A line of the file is a part of it (`table`, `column`, `group`, `summary`, `total`, `line`,
`field`, `note`, `sign`); `resources/tables/README.md` tells what its columns mean. A bureau changes the layout by
editing a copy of the file in a folder of its own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError, system_reason
from ..sentence import Sentence, sentence, translate
from .layout import LEVEL, Column, DisplayUnit, FormField, Group, Kind, Layout, Line, Position

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "tables"
_HEADINGS = ("part", "key", "text", "kind", "decimals", "width", "parts", "of", "flags", "place", "note")
_MOST_BYTES = 4_000_000


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
            pages_wide=self._whole(self.settings.get("pages_wide"), "text") or 1,
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
                translate("LandLedger", "{file} can't be read: {reason}"), file=str(self.path), reason=system_reason(error)
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
        header = tuple(level.strip() for level in cells["text"].split(LEVEL))
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
        path = tuple(level.strip() for level in cells["text"].split(LEVEL))
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
