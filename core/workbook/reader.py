"""An .xlsx of a bureau → rows, by the same declaration that writes the table.

Merged cells are filled, header levels joined, the unit taken from the heading or the unit line, sum rows left out of the
data but compared with what they should be (DOMAIN: Excel shape found in bureaus). What is wrong is listed with sheet and cell; only a file
or sheet that can't be understood at all is an error.
"""

from __future__ import annotations

import datetime
import os
import re
import unicodedata
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from ..area import ZERO, Area
from ..errors import InputError
from ..progress import Progress, no_progress
from ..rounding import divide_half_up
from ..sentence import Sentence, sentence, translate
from .engine import need_openpyxl
from .layout import Column, DisplayUnit, FormField, Kind, Layout, Name
from .sheet import CONTINUED, FAILS, HOLDS, column_letter
from .table import FilledForm, Page, Row, RowKind, Value, check, label_of, with_subtotals

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_BYTES = 1_500_000_000
_HEADER_ROWS = 40
_DEEPEST = 6
_MOST_COLUMNS = 600
_NULLS = ("", "-", "--", "—", "——", "－", "–", "/", "／", "无", "\\")
_ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#GETTING_DATA")
_SUM_LABEL = re.compile(r"(小计|合计|总计|共计|累计)$")
_NOTE = re.compile(r"^(注|备注|说明)[:0-9.]")
_SIGNATURE = re.compile(r"^(填表|制表|填报|审核|审查|负责|单位负责|单位\(章\))[^:]{0,8}:")
_UNIT_WORD = r"(公顷|平方米|平方公里|万亩|亩|hm2|ha|km2|m2)"
_UNIT_IN_HEADER = re.compile(r"\(" + _UNIT_WORD + r"\)$")
_DATE_TEXT = re.compile(r"^(\d{4})[年./-]?(\d{1,2})[月./-]?(\d{1,2})日?$")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

# Micro-mu in one unit of the words people write.
_MICRO_MU = {
    "公顷": 15_000_000,
    "hm2": 15_000_000,
    "ha": 15_000_000,
    "平方米": 1_500,
    "m2": 1_500,
    "亩": 1_000_000,
    "万亩": 10_000_000_000,
    "平方公里": 1_500_000_000,
    "km2": 1_500_000_000,
}
_DISPLAY = {15_000_000: DisplayUnit.HECTARE, 1_500: DisplayUnit.SQUARE_METRE, 1_000_000: DisplayUnit.MU}


@dataclass(frozen=True)
class Problem:
    """Something wrong in a sheet that did not stop the reading."""

    sheet: str
    cell: str
    reason: Sentence

    @property
    def sentence(self) -> Sentence:
        """“sheet!cell: reason”."""
        return sentence("{sheet}!{cell}: {reason}", sheet=self.sheet, cell=self.cell, reason=self.reason)


@dataclass
class ReadTable:
    """What was read: data rows of a list, or pages of a form; sum rows apart; `layout` with repeated columns written
    out; `unit` is None when the sheet is in a unit that tables are not printed in."""

    layout: Layout
    sheet: str
    title: str = ""
    unit: DisplayUnit | None = None
    rows: list[Row] = field(default_factory=list)
    sums: list[Row] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_table(
    path: str | os.PathLike[str], layout: Layout, sheet: str | None = None, *, progress: Progress = no_progress
) -> ReadTable:
    """Read the table `layout` from a workbook: from `sheet`, else the sheet of the layout's name, else the visible
    one whose headings fit best.

    InputError, one sentence each: not a workbook, .xls, password, strict Open XML, damaged or malicious archive, no such
    sheet, no fitting headings.
    """
    need_openpyxl()
    grids = _Workbook(Path(path)).grids(layout, sheet, progress)
    best = max(grids, key=lambda grid: _fit(grid, layout).score, default=None)
    if best is None or not _fit(best, layout).score:
        raise InputError(
            translate("LandLedger", "File {file}: no sheet has the headings of the table {table}."),
            file=str(path),
            table=layout.sheet,
        )
    progress(0.6)
    result = (_FormReading if layout.is_form else _ListReading)(best, layout).read()
    progress(1.0)
    return result


class _Grid:
    """The values of one sheet with merged cells known."""

    def __init__(self, name: str, rows: list[tuple[Any, ...]], merges: Iterable[tuple[int, int, int, int]]) -> None:
        self.name, self.rows = name, rows
        self.width = min(_MOST_COLUMNS, max([len(row) for row in rows] or [0]))
        self.uncached: set[tuple[int, int]] = set()
        self._by_row: dict[int, list[tuple[int, int, int, int]]] = {}
        for top, left, bottom, right in merges:
            for row in range(top, min(bottom, len(rows)) + 1):
                self._by_row.setdefault(row, []).append((top, left, bottom, right))

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """The top left cell of the merge that (row, column) is in, else itself."""
        for top, left, _, right in self._by_row.get(row, ()):
            if left <= column <= right:
                return top, left
        return row, column

    def merge_end(self, row: int, column: int) -> int:
        """The last column of the merge that (row, column) is in."""
        for _, left, _, right in self._by_row.get(row, ()):
            if left <= column <= right:
                return right
        return column

    def at(self, row: int, column: int) -> Any:
        """The value of a cell as it is stored, rows and columns from 1."""
        if 1 <= row <= len(self.rows) and 1 <= column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return None

    def filled(self, row: int, column: int) -> Any:
        """The value a reader sees: that of the merge's first cell."""
        return self.at(*self.origin(row, column))

    def down(self, row: int, column: int) -> Any:
        """The value of a cell filled down a vertical merge only."""
        top, left = self.origin(row, column)
        return self.at(top, left) if left == column else None

    def texts(self, row: int) -> list[str]:
        """The non-empty texts of a row, normalised."""
        if not 1 <= row <= len(self.rows):
            return []
        return [text for text in (_normal(value) for value in self.rows[row - 1][:_MOST_COLUMNS]) if text]


class _Workbook:
    """A workbook file, looked at carefully before openpyxl may."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def grids(self, layout: Layout, sheet: str | None, progress: Progress) -> list[_Grid]:
        """The sheets that may hold the table."""
        with self._opened() as stream:
            archive = self._archive(stream)
            with archive:
                self._no_bombs(archive)
                book = self._book(stream, True)
                names = self._candidates(book, layout, sheet)
                grids = []
                for number, name in enumerate(names):
                    progress(0.5 * number / len(names))
                    grids.append(self._grid(archive, stream, book, name))
                return grids

    def _opened(self) -> BinaryIO:
        try:
            return open(self.path, "rb")
        except FileNotFoundError as error:
            raise self._error(translate("LandLedger", "The file {file} does not exist.")) from error
        except OSError as error:
            raise self._error(translate("LandLedger", "The file {file} can't be opened: {reason}."), error) from error

    def _archive(self, stream: BinaryIO) -> ZipFile:
        start = stream.read(8)
        if start == _OLE:
            content = start + stream.read(_MOST_BYTES)
            if "EncryptedPackage".encode("utf-16-le") in content:
                raise self._error(
                    translate("LandLedger", "The file {file} is protected by a password; save it without one.")
                )
            raise self._error(
                translate("LandLedger", "The file {file} is in the old .xls format; save it as .xlsx.")
            )
        try:
            archive = ZipFile(stream)
            names = archive.namelist()
        except (BadZipFile, OSError, ValueError) as error:
            raise self._error(translate("LandLedger", "The file {file} is not an Excel workbook (.xlsx).")) from error
        if "[Content_Types].xml" not in names:
            raise self._error(translate("LandLedger", "The file {file} is not an Excel workbook (.xlsx)."))
        return archive

    def _no_bombs(self, archive: ZipFile) -> None:
        """No spreadsheet program writes a DOCTYPE; entities that multiply need one."""
        if sum(item.file_size for item in archive.infolist()) > _MOST_BYTES:
            raise self._error(translate("LandLedger", "The file {file} is too large when unpacked."))
        for item in archive.infolist():
            if item.filename.lower().endswith((".xml", ".rels", ".vml")):
                start = self._start(archive, item.filename)
                if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                    raise self._error(
                        translate("LandLedger", "The file {file} holds XML that no spreadsheet program writes; not read.")
                    )
                if item.filename == "xl/workbook.xml" and b"purl.oclc.org/ooxml" in start:
                    raise self._error(
                        translate(
                            "LandLedger",
                            "The file {file} is saved as Strict Open XML; save it as an ordinary Excel workbook (.xlsx).",
                        )
                    )

    def _start(self, archive: ZipFile, name: str) -> bytes:
        try:
            with archive.open(name) as member:
                return member.read(65536).replace(b"\0", b"")
        except (BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
            raise self._damaged(error) from error
        except Exception as error:
            # zlib raises an error class of its own that has no common base with the others.
            raise self._damaged(error) from error

    def _book(self, stream: BinaryIO, values: bool) -> Any:
        import openpyxl

        stream.seek(0)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                book = openpyxl.load_workbook(stream, read_only=True, data_only=values, keep_links=False)
        except Exception as error:
            # openpyxl lets every kind of exception of its parsers through; each means the file is damaged.
            raise self._damaged(error) from error
        if not book.worksheets:
            raise self._error(translate("LandLedger", "The file {file} has no worksheet."))
        return book

    def _candidates(self, book: Any, layout: Layout, sheet: str | None) -> list[str]:
        names = [worksheet.title for worksheet in book.worksheets]
        if sheet is not None:
            if sheet not in names:
                raise self._error(
                    translate("LandLedger", "The file {file} has no sheet {sheet}; it has {sheets}."),
                    None,
                    sheet=sheet,
                    sheets=", ".join(names),
                )
            return [sheet]
        if layout.sheet in names:
            return [layout.sheet]
        return [worksheet.title for worksheet in book.worksheets if worksheet.sheet_state == "visible"] or names

    def _grid(self, archive: ZipFile, stream: BinaryIO, book: Any, name: str) -> _Grid:
        member = book[name]._worksheet_path.lstrip("/")
        merges, formulas = self._scan(archive, member)
        grid = _Grid(name, self._values(book, name), merges)
        if formulas:
            formula_rows = self._values(self._book(stream, False), name)
            for row, values in enumerate(formula_rows, 1):
                for column, value in enumerate(values, 1):
                    if isinstance(value, str) and value.startswith("=") and grid.at(row, column) is None:
                        grid.uncached.add((row, column))
        return grid

    def _values(self, book: Any, name: str) -> list[tuple[Any, ...]]:
        worksheet = book[name]
        worksheet.reset_dimensions()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                rows = [_trimmed(row) for row in worksheet.iter_rows(values_only=True)]
        except Exception as error:
            # As in _book: whatever a parser raises here, the sheet is damaged.
            raise self._damaged(error) from error
        while rows and not rows[-1]:
            rows.pop()
        return rows

    def _scan(self, archive: ZipFile, member: str) -> tuple[list[tuple[int, int, int, int]], bool]:
        """Merged ranges (top, left, bottom, right) and whether there are formulas, from the sheet's XML."""
        merges: list[tuple[int, int, int, int]] = []
        formulas, rest = False, b""
        with archive.open(member) as stream:
            while block := stream.read(1 << 20):
                block = rest + block
                formulas = formulas or bool(_FORMULA.search(block))
                end = 0
                for match in _MERGE.finditer(block):
                    left, top, right, bottom = match.groups()
                    merges.append((int(top), _column_number(left), int(bottom), _column_number(right)))
                    end = match.end()
                rest = block[max(end, len(block) - 200) :]
        return merges, formulas

    def _error(self, template: str, error: OSError | None = None, **places: object) -> InputError:
        reason = (error.strerror or type(error).__name__) if error else ""
        return InputError(template, file=str(self.path), reason=reason, **places)

    def _damaged(self, error: Exception) -> InputError:
        return InputError(
            translate("LandLedger", "The workbook {file} is damaged ({reason}); open it in Excel or WPS and save it again."),
            file=str(self.path),
            reason=type(error).__name__,
        )


@dataclass(frozen=True)
class _Fit:
    """Where the headings of a layout stand in a sheet: rows `top` to `bottom`, and the sheet columns by key."""

    layout: Layout
    top: int = 0
    bottom: int = 0
    places: Mapping[str, int] = field(default_factory=dict)
    spans: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)

    @property
    def score(self) -> int:
        """Columns found; a single one by chance is none."""
        return len(self.places) if len(self.places) * 2 >= min(4, len(self.layout.columns)) else 0


def _fit(grid: _Grid, layout: Layout) -> _Fit:
    best = _Fit(layout)
    for top in range(1, min(_HEADER_ROWS, len(grid.rows)) + 1):
        if len(grid.texts(top)) < 2:
            continue
        for bottom in range(top, min(top + _DEEPEST, len(grid.rows) + 1)):
            fit = _fit_at(grid, layout, top, bottom)
            if (fit.score, top - bottom) > (best.score, best.top - best.bottom):
                best = fit
    return best


def _fit_at(grid: _Grid, layout: Layout, top: int, bottom: int) -> _Fit:
    paths = {column: _path(grid, top, bottom, column) for column in range(1, grid.width + 1)}
    layout = _expanded(layout, paths.values())
    wanted = {tuple(_bare(level) for level in column.header): column for column in layout.columns}
    places: dict[str, int] = {}
    spans: dict[str, int] = {}
    units: dict[str, int] = {}
    for number, path in paths.items():
        column = wanted.get(tuple(_bare(level) for level in path))
        if column is None:
            continue
        if column.key not in places:
            places[column.key] = number
            spans[column.key] = 1
            unit = _UNIT_IN_HEADER.search(_normal(path[-1]))
            if unit and column.kind is Kind.AREA:
                units[column.key] = _MICRO_MU[unit.group(1)]
        elif places[column.key] + spans[column.key] == number:
            spans[column.key] += 1
    _by_last_level(layout, paths, places, spans)
    return _Fit(layout, top, bottom, places, spans, units)


def _by_last_level(
    layout: Layout, paths: Mapping[int, tuple[str, ...]], places: dict[str, int], spans: dict[str, int]
) -> None:
    """A heading whose upper levels are written otherwise still counts if its last level is like no other's."""
    taken = set(places.values())
    last: dict[str, list[Column]] = {}
    for column in layout.columns:
        last.setdefault(_bare(column.header[-1]), []).append(column)
    found: dict[str, list[int]] = {}
    for number, path in paths.items():
        if path and number not in taken:
            found.setdefault(_bare(path[-1]), []).append(number)
    for word, numbers in found.items():
        columns = last.get(word, [])
        if len(columns) == 1 and len(numbers) == 1 and columns[0].key not in places:
            places[columns[0].key], spans[columns[0].key] = numbers[0], 1


def _path(grid: _Grid, top: int, bottom: int, column: int) -> tuple[str, ...]:
    levels: list[str] = []
    seen: set[tuple[int, int]] = set()
    for row in range(top, bottom + 1):
        origin = grid.origin(row, column)
        text = _shown(grid.at(*origin))
        if origin[0] >= top and origin not in seen and text:
            levels.append(text)
        seen.add(origin)
    return tuple(levels)


def _expanded(layout: Layout, paths: Iterable[tuple[str, ...]]) -> Layout:
    """The layout with its repeated columns written out by the names found in the headings."""
    if not layout.repeats:
        return layout
    names: dict[str, list[Name]] = {group: [] for group in layout.repeats}
    fixed = {tuple(_bare(level) for level in column.header) for column in layout.columns if not column.repeat}
    for path in paths:
        if tuple(_bare(level) for level in path) in fixed:
            continue
        for column in layout.columns:
            place = "{" + column.repeat + "}"
            if column.repeat and place in column.header:
                before = column.header.index(place)
                after = len(column.header) - before - 1
                ends = path[len(path) - after :] if after else ()
                same = [_bare(level) for level in (*path[:before], *ends)]
                name = path[before : len(path) - after]
                if name and same == [_bare(level) for level in column.header if level != place]:
                    value: Name = name[0] if len(name) == 1 else name
                    if value not in names[column.repeat]:
                        names[column.repeat].append(value)
                    break
    return layout.expanded(names)


class _Reading:
    """What reading a list and a form have in common: cells to values, problems with their cell."""

    def __init__(self, grid: _Grid, layout: Layout) -> None:
        self.grid = grid
        self.fit = _fit(grid, layout)
        self.layout = self.fit.layout
        self.result = ReadTable(self.layout, grid.name)
        self.micro_mu = self._unit()
        self.result.unit = _DISPLAY.get(self.micro_mu)
        self.columns = [column for column in self.layout.columns if column.key in self.fit.places]
        # A column that is hidden when zero and is not there is zero.
        absent = [c for c in self.layout.columns if c.hide_when_zero and c.key not in self.fit.places]
        self.hidden: dict[str, Value] = {c.key: ZERO if c.kind is Kind.AREA else 0 for c in absent}

    def problem(self, row: int, column: int, template: str, **places: object) -> None:
        cell = f"{column_letter(column)}{row}" if column else str(row)
        self.result.problems.append(Problem(self.grid.name, cell, sentence(template, **places)))

    def missing_columns(self) -> None:
        for column in self.layout.columns:
            if column.key not in self.fit.places and not column.hide_when_zero:
                template = translate("LandLedger", "the column “{heading}” is missing")
                self.problem(self.fit.top, 0, template, heading=column.title)

    def _unit(self) -> int:
        """Micro-mu in the unit of the unit line above the headings, else the layout's."""
        for row in range(1, self.fit.top):
            for text in self.grid.texts(row):
                at = text.find("单位:")
                words = re.findall(_UNIT_WORD, text[at:]) if at >= 0 else []
                if words:
                    return _MICRO_MU[words[0]]
        default = self.layout.unit
        stated = not self.layout.unit_line or self.fit.units
        if not stated and any(column.kind is Kind.AREA for column in self.layout.columns):
            template = translate("LandLedger", "no unit of area is written above the table; {unit} is assumed")
            self.problem(self.fit.top, 0, template, unit=default.label)
        return next(factor for factor, unit in _DISPLAY.items() if unit is default)

    def value(self, row: int, place: int, column: Column | FormField, raw: Any, unit: str = "") -> Value:
        """`raw` as the kind of value the column holds; what can't be is None and a problem."""
        if (row, place) in self.grid.uncached:
            self.problem(row, place, translate("LandLedger", "the formula has no stored result; open and save the file"))
            return None
        text = _shown(raw)
        if text.upper() in _ERRORS:
            self.problem(row, place, translate("LandLedger", "error value {value}"), value=text)
            return None
        if _normal(text) in _NULLS:
            return text if column.kind is Kind.TEXT and _normal(text) == "无" else None
        kind = column.kind
        if kind in (Kind.TEXT, Kind.UNIT, Kind.LINE):
            return _text(raw)
        if kind is Kind.DATE:
            return self._date(row, place, raw, text)
        if kind is Kind.CHECK:
            return {HOLDS: True, "√": True, FAILS: False, "×": False}.get(text)
        number = _number(raw)
        if kind is Kind.VALUE:
            factor = _MICRO_MU.get(_normal(unit))
            return _text(raw) if number is None else number if factor is None else self._area(row, place, number, factor)
        if number is None:
            self.problem(row, place, translate("LandLedger", "“{value}” is not a number"), value=text)
            return None
        if kind is Kind.AREA:
            return self._area(row, place, number, self.fit.units.get(column.key, self.micro_mu))
        if kind is Kind.INT:
            if number != number.to_integral_value():
                self.problem(row, place, translate("LandLedger", "{value} is not a whole number"), value=text)
                return number
            return int(number)
        return number

    def _area(self, row: int, place: int, number: Decimal, factor: int) -> Area:
        exact = Fraction(number) * factor
        if exact.denominator != 1:
            template = translate("LandLedger", "{value} is finer than a millionth of a mu; rounded")
            self.problem(row, place, template, value=number)
        return Area(divide_half_up(exact.numerator, exact.denominator))

    def _date(self, row: int, place: int, raw: Any, text: str) -> Value:
        if isinstance(raw, datetime.datetime):
            return raw.date()
        if isinstance(raw, datetime.date):
            return raw
        match = _DATE_TEXT.match(_normal(text))
        if match:
            try:
                return datetime.date(*map(int, match.groups()))
            except ValueError:
                match = None
        self.problem(row, place, translate("LandLedger", "“{value}” is not a date"), value=text)
        return None

    def row_problems(self, row: int, values: Mapping[str, Value]) -> None:
        """Sums and parts of one row, named by the cell of the sum."""
        for column in self.layout.sums:
            place = self.fit.places.get(column.key)
            parts = [values.get(part) for part in column.parts]
            total = values.get(column.key)
            if place and isinstance(total, Area):
                right = Area.total(part for part in parts if isinstance(part, Area))
                if total != right:
                    self._unequal(row, place, total, right)
        for column in self.layout.columns:
            part, whole = values.get(column.key), values.get(column.of)
            if not (column.of and isinstance(part, Area) and isinstance(whole, Area)):
                continue
            # A row that is taken off (less: …) has its whole below zero, and no part further below.
            if part < whole if whole < Area(0) else part > whole:
                template = translate("LandLedger", "{left} is more than {right} of which it is a part")
                place = self.fit.places[column.key]
                self.problem(row, place, template, left=self._said(part), right=self._said(whole))

    def _unequal(self, row: int, place: int, left: object, right: object) -> None:
        template = translate("LandLedger", "{left} should be {right}, the sum of its parts")
        self.problem(row, place, template, left=self._said(left), right=self._said(right))

    def _said(self, value: object) -> str:
        if not isinstance(value, Area):
            return str(value)
        unit = self.result.unit or DisplayUnit.MU
        if unit is DisplayUnit.HECTARE:
            return f"{value.hectares(6).normalize():f}{unit.label}"
        decimals = value.square_metres(2) if unit is DisplayUnit.SQUARE_METRE else value.mu(6)
        return f"{decimals.normalize():f}{unit.label}"


class _ListReading(_Reading):
    """Reading a list-like table."""

    def read(self) -> ReadTable:
        self.missing_columns()
        self.result.title = next((text for row in range(1, self.fit.top) for text in self._raw_texts(row)), "")
        self.has_sums = bool(self.layout.groups or self.layout.summaries or self.layout.total)
        self.unit_column = next((c.key for c in self.layout.columns if c.kind is Kind.UNIT), "")
        sums: list[tuple[int, Row, int]] = []
        for number in range(self.fit.bottom + 1, len(self.grid.rows) + 1):
            if not self.grid.rows[number - 1]:
                continue
            if self._ends(number):
                break
            if self._is_header(number):
                continue
            label_key = self._sum_label(number)
            row = self._row(number, label_key)
            if label_key:
                sums.append((number, row, len(self.result.rows)))
            elif len(row.values) > len(self.hidden):
                self.result.rows.append(row)
            self.row_problems(number, row.values)
        self.result.sums = [self._checked(number, row, above) for number, row, above in sums]
        return self.result

    def _raw_texts(self, row: int) -> list[str]:
        return [_shown(value) for value in self.grid.rows[row - 1] if _shown(value)]

    def _ends(self, row: int) -> bool:
        texts = self.grid.texts(row)
        if not texts:
            return False
        return bool((len(texts) == 1 and _NOTE.match(texts[0])) or _SIGNATURE.match(texts[0]))

    def _is_header(self, row: int) -> bool:
        """A heading repeated for the next page of paper."""
        same = [c for c in self.columns if _bare(_shown(self.grid.at(row, self.fit.places[c.key]))) == _bare(c.header[-1])]
        return len(same) >= 2 and len(same) * 2 >= len(self.grid.texts(row))

    def _sum_label(self, row: int) -> str:
        if not self.has_sums:
            return ""
        for column in self.layout.leading:
            place = self.fit.places.get(column.key)
            if place and _SUM_LABEL.search(_normal(self.grid.at(row, place))):
                return column.key
        return ""

    def _row(self, number: int, label_key: str) -> Row:
        values: dict[str, Value] = dict(self.hidden)
        unit = _shown(self.grid.at(number, self.fit.places[self.unit_column])) if self._has_unit_cell() else ""
        leading = [column.key for column in self.layout.leading]
        beyond = leading[leading.index(label_key) + 1 :] if label_key else []
        for column in self.columns:
            place = self.fit.places[column.key]
            if column.key in beyond:
                continue
            raw = self.grid.down(number, place) if column.kind is Kind.TEXT else self.grid.at(number, place)
            value = self.value(number, place, column, raw, unit)
            if value is not None:
                values[column.key] = value
        return Row(values, RowKind.SUBTOTAL if label_key else RowKind.DATA, 0, label_key)

    def _has_unit_cell(self) -> bool:
        return bool(self.unit_column) and self.unit_column in self.fit.places

    def _checked(self, number: int, row: Row, above: int) -> Row:
        """The sum row as the layout knows it, compared with the sum it should be."""
        wanted = {self._labels(r): r for r in self._expected()}
        expected = wanted.get(self._labels(row))
        if expected is None:
            self._compare_undeclared(number, row, above)
            return row
        for column in self.layout.summed:
            left, right = row.value(column.key), expected.value(column.key)
            if left is not None and left != right:
                self._unequal(number, self.fit.places[column.key], left, right)
        return Row(row.values, expected.kind, expected.level, expected.label_key)

    def _expected(self) -> list[Row]:
        if not hasattr(self, "_wanted"):
            rows = with_subtotals(self.layout, self.result.rows)
            self._wanted = [row for row in rows if row.kind is not RowKind.DATA]
        return self._wanted

    def _labels(self, row: Row) -> tuple[str, ...]:
        return tuple(_normal(row.value(c.key)) for c in self.layout.columns if c.kind is Kind.TEXT)

    def _compare_undeclared(self, number: int, row: Row, above: int) -> None:
        """A sum row the layout does not declare: the sum of the rows above it back to some row, of the rows that bear
        its name (国有小计), or of all rows."""
        summed = [column.key for column in self.layout.summed if row.value(column.key) is not None]
        given = {key: row.value(key) for key in summed}
        label = _SUM_LABEL.sub("", _normal(row.value(row.label_key)))
        named = [data for data in self.result.rows if label and label in self._labels(data)]
        for rows in (self.result.rows[:above], named):
            running: dict[str, Any] = {key: ZERO if isinstance(given[key], Area) else 0 for key in summed}
            for data in reversed(rows):
                for key in summed:
                    value = data.value(key)
                    if value is not None:
                        running[key] = running[key] + value
                if running == given:
                    return
        total = with_subtotals(self.layout, self.result.rows)
        if any(all(r.value(key) == given[key] for key in summed) for r in total if r.kind is not RowKind.DATA):
            return
        place = self.fit.places.get(row.label_key, 1)
        template = translate("LandLedger", "the sum row “{label}” is not the sum of any rows above it")
        self.problem(number, place, template, label=label_of(row.value(row.label_key)))


class _FormReading(_Reading):
    """Reading a form: pages one below the other."""

    def read(self) -> ReadTable:
        self.missing_columns()
        self.lines = {tuple(_bare(level) for level in line.path): line.key for line in self.layout.lines}
        self.labels = {_bare(f.label.replace("{unit}", "")): f for f in self.layout.fields}
        self.header = [self._signature(row) for row in range(self.fit.top, self.fit.bottom + 1)]
        starts = [row for row in range(1, len(self.grid.rows) + 1) if self._starts_page(row)] or [1]
        self.result.title = _shown(self.grid.at(starts[0], 1))
        for start, end in zip(starts, [*starts[1:], len(self.grid.rows) + 1]):
            self._page(start, end)
        form = FilledForm(self.layout, self.result.pages, self.layout.unit)
        for identity in check(form):
            if not identity.ok:
                template = translate("LandLedger", "{name} does not hold ({where}): {left} and {right}")
                self.problem(
                    self.fit.top,
                    0,
                    template,
                    name=identity.name,
                    where=identity.where,
                    left=self._said(identity.left),
                    right=self._said(identity.right),
                )
        return self.result

    def _starts_page(self, row: int) -> bool:
        pattern = re.sub(r"\\\{\w+\\\}", ".*", re.escape(_normal(self.layout.title)))
        text = _normal(self.grid.at(row, 1))
        return bool(re.fullmatch(pattern, text)) and not text.endswith(_normal(CONTINUED))

    def _signature(self, row: int) -> tuple[str, ...]:
        return tuple(_bare(_shown(self.grid.at(row, column))) for column in range(1, self.grid.width + 1))

    def _page(self, start: int, end: int) -> None:
        fields: dict[str, Value] = {}
        rows: list[Row] = []
        row, in_rows = start, False
        while row < end:
            if self._signature(row) == self.header[0]:
                row, in_rows = row + len(self.header), True
                continue
            found = self._fields(row, fields)
            if found or not self.grid.rows[row - 1] or self._is_break(row):
                in_rows = False
            elif in_rows:
                rows.append(self._row(row))
                row += self._half()
            row += 1
        self.result.pages.append(Page(fields, rows))

    def _is_break(self, row: int) -> bool:
        text = _normal(self.grid.at(row, 1))
        return text.endswith(_normal(CONTINUED)) or bool(_NOTE.match(text) or _SIGNATURE.match(text))

    def _half(self) -> int:
        return int(any(column.half for column in self.columns))

    def _fields(self, row: int, fields: dict[str, Value]) -> bool:
        """Read the labelled values of a row; whether there was a label."""
        column, found = 1, False
        while column <= self.grid.width:
            item = self.labels.get(_bare(_shown(self.grid.at(row, column))))
            if item is None:
                if not found:
                    return False
                column += 1
                continue
            found = True
            place = self.grid.merge_end(row, column) + 1
            value = self.value(row, place, item, self.grid.at(row, place))
            if value is not None:
                fields[item.key] = value
            column = self.grid.merge_end(row, place) + 1
        return found

    def _row(self, number: int) -> Row:
        values: dict[str, Value] = dict(self.hidden)
        for column in self.columns:
            place = self.fit.places[column.key]
            if column.kind is Kind.LINE:
                values[column.key] = self._line(number, place, self.fit.spans[column.key])
                continue
            row = number + 1 if column.half else number
            value = self.value(row, place, column, self.grid.at(row, place))
            if value is not None:
                values[column.key] = value
        self.row_problems(number, values)
        return Row(values)

    def _line(self, row: int, place: int, span: int) -> str:
        levels, seen = [], set()
        for column in range(place, place + span):
            origin = self.grid.origin(row, column)
            text = _shown(self.grid.at(*origin))
            if origin not in seen and text:
                levels.append(text)
            seen.add(origin)
        key = self.lines.get(tuple(_bare(level) for level in levels))
        if key is None:
            text = ">".join(levels)
            self.problem(row, place, translate("LandLedger", "“{value}” is not a line of this form"), value=text)
        return key or ""


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _trimmed(row: Sequence[Any]) -> tuple[Any, ...]:
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return tuple(row[:end])


def _shown(value: Any) -> str:
    """A cell as text without outer blanks."""
    return _text(value) if value is not None else ""


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return format(Decimal(format(value, ".15g")), "f") if value == value and abs(value) < 1e300 else str(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    text = str(value)
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), text)
    return text.strip(" \t\r\n\u3000\xa0")


def _normal(value: Any) -> str:
    """Full and half width, all kinds of blanks, made one."""
    text = unicodedata.normalize("NFKC", _shown(value))
    return "".join(text.split()).replace("\u200b", "")


def _bare(level: str) -> str:
    """A heading level for comparison: normalised, without its unit of area."""
    return _UNIT_IN_HEADER.sub("", _normal(level)).replace("()", "")


def _number(value: Any) -> Decimal | None:
    """A number of a cell, exact to the 15 digits a spreadsheet has."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        try:
            return Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g"))
        except InvalidOperation:
            return None
    text = re.sub(_UNIT_WORD + "$", "", _normal(value).replace(",", "").replace("，", ""))
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", text):
        return None
    return Decimal(text)
