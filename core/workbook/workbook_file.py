"""A workbook file → grids: opened with care, refused with one sentence when it is not a sound .xlsx."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from ..errors import Cancelled, InputError, system_reason
from ..progress import Progress, no_progress, part_of
from ..sentence import translate
from .grid import Grid
from .layout import Layout

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_BYTES = 1_500_000_000
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
_HIDDEN_ROW = re.compile(rb"<row\s(?=[^>]*?\shidden=\"(?:1|true)\")[^>]*?\br=\"(\d{1,7})\"")
_ROW_NUMBER = re.compile(rb"<row\s[^>]*?\br=\"(\d{1,7})\"")
_VALUES = (b"<v>", b"<v ", b"<is>", b"<is ", b"<f>", b"<f ", b":v>", b":v ", b":is>", b":f>", b":f ")
_MOST_ROWS = 1_048_576
_ROWS_A_STEP = 500
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


@dataclass
class _Scan:
    """Of a sheet's XML: merged ranges (top, left, bottom, right), hidden rows, whether there are formulas, and the last
    row with a value (None where rows bear no numbers)."""

    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    formulas: bool = False
    last_row: int | None = 1

    def look_for_values(self, block: bytes, row: int) -> int:
        """Look for the last value in the next block of XML; `row` is the row in which it begins, returned is the one in
        which it ends."""
        last = max(block.rfind(mark) for mark in _VALUES)
        if last >= 0 and self.last_row is not None:
            start = block.rfind(b"<row", 0, last)
            number = _ROW_NUMBER.match(block, start) if start >= 0 else None
            if number is not None:
                row = int(number.group(1))
            self.last_row = max(self.last_row, row) if row and (start < 0 or number) else None
        start = block.rfind(b"<row")
        number = _ROW_NUMBER.match(block, start) if start >= 0 else None
        return int(number.group(1)) if number else row


class WorkbookFile:
    """A workbook file, looked at carefully before openpyxl may."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def grids(self, layout: Layout, sheet: str | None, progress: Progress) -> list[Grid]:
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

    def grid(self, name: str, progress: Progress = no_progress) -> Grid:
        """One sheet, whatever it holds; InputError where there is none of that name."""
        with self._opened() as stream, self._archive(stream) as archive:
            self._no_bombs(archive)
            book = self._book(stream, True)
            self._need_sheet(book, name)
            return self._grid(archive, stream, book, name, progress)

    def tops(self, rows: int) -> list[Grid]:
        """The first rows of the sheets that are shown, of all where none is."""
        with self._opened() as stream, self._archive(stream) as archive:
            self._no_bombs(archive)
            book = self._book(stream, True)
            return [self._grid(archive, stream, book, name, rows=rows) for name in _visible(book)]

    def picked(self, rows: int, pick: Callable[[list[Grid]], str], progress: Progress = no_progress) -> Grid:
        """The sheet whose name `pick` returns for the first rows of those that are shown."""
        with self._opened() as stream, self._archive(stream) as archive:
            self._no_bombs(archive)
            book = self._book(stream, True)
            name = pick([self._grid(archive, stream, book, each, rows=rows) for each in _visible(book)])
            return self._grid(archive, stream, book, name, progress)

    def names(self) -> tuple[str, ...]:
        """The names of all sheets, hidden ones too."""
        with self._opened() as stream, self._archive(stream) as archive:
            self._no_bombs(archive)
            return tuple(worksheet.title for worksheet in self._book(stream, True).worksheets)

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
            self._need_sheet(book, sheet)
            return [sheet]
        if layout.sheet in names:
            return [layout.sheet]
        return _visible(book)

    def _need_sheet(self, book: Any, sheet: str) -> None:
        names = [worksheet.title for worksheet in book.worksheets]
        if sheet not in names:
            raise self._error(
                translate("LandLedger", "The file {file} has no sheet {sheet}; it has {sheets}."),
                None,
                sheet=sheet,
                sheets=", ".join(names),
            )

    def _grid(
        self,
        archive: ZipFile,
        stream: BinaryIO,
        book: Any,
        name: str,
        progress: Progress = no_progress,
        rows: int | None = None,
    ) -> Grid:
        member = book[name]._worksheet_path.lstrip("/")
        scan = self._scan(archive, member, part_of(progress, 0.0, 0.1))
        if rows is not None:
            scan.last_row = min(rows, scan.last_row or rows)
        grid = Grid(name, self._values(book, name, scan, part_of(progress, 0.1, 0.6)), scan.merges)
        grid.hidden_rows = frozenset(scan.hidden_rows)
        grid.day_zero = book.epoch.date()
        if scan.formulas:
            formula_rows = self._values(self._book(stream, False), name, scan, part_of(progress, 0.6, 1.0))
            for row, values in enumerate(formula_rows, 1):
                for column, value in enumerate(values, 1):
                    if isinstance(value, str) and value.startswith("=") and grid.at(row, column) is None:
                        grid.uncached.add((row, column))
        return grid

    def _values(self, book: Any, name: str, scan: _Scan, progress: Progress) -> list[tuple[Any, ...]]:
        """The rows down to the last one that holds a value: sheets are often formatted to their very end."""
        worksheet = book[name]
        worksheet.reset_dimensions()
        rows: list[tuple[Any, ...]] = []
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                for row in worksheet.iter_rows(max_row=scan.last_row, values_only=True):
                    rows.append(_trimmed(row))
                    if not len(rows) % _ROWS_A_STEP:
                        progress(len(rows) / (scan.last_row or _MOST_ROWS))
        except Cancelled:
            raise
        except Exception as error:
            # As in _book: whatever a parser raises here, the sheet is damaged.
            raise self._damaged(error) from error
        while rows and not rows[-1]:
            rows.pop()
        return rows

    def _scan(self, archive: ZipFile, member: str, progress: Progress) -> _Scan:
        """What is to be known of the sheet's XML before it is parsed."""
        scan = _Scan()
        size = max(1, archive.getinfo(member).file_size)
        rest, done, row = b"", 0, 0
        with archive.open(member) as stream:
            while block := stream.read(1 << 20):
                done += len(block)
                progress(done / size)
                block = rest + block
                scan.formulas = scan.formulas or bool(_FORMULA.search(block))
                end = 0
                for match in _MERGE.finditer(block):
                    left, top, right, bottom = match.groups()
                    scan.merges.append((int(top), _column_number(left), int(bottom), _column_number(right)))
                    end = match.end()
                if b"hidden=" in block:
                    scan.hidden_rows.update(int(match.group(1)) for match in _HIDDEN_ROW.finditer(block))
                row = scan.look_for_values(block, row)
                rest = block[max(end, len(block) - 200) :]
        return scan

    def _error(self, template: str, error: OSError | None = None, **places: object) -> InputError:
        reason = system_reason(error) if error else ""
        return InputError(template, file=str(self.path), reason=reason, **places)

    def _damaged(self, error: Exception) -> InputError:
        return InputError(
            translate("LandLedger", "The workbook {file} is damaged ({reason}); open it in Excel or WPS and save it again."),
            file=str(self.path),
            reason=type(error).__name__,
        )


def _visible(book: Any) -> list[str]:
    shown = [worksheet.title for worksheet in book.worksheets if worksheet.sheet_state == "visible"]
    return shown or [worksheet.title for worksheet in book.worksheets]


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
