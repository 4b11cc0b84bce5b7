"""A workbook file → grids: opened with care, refused with one sentence when it is not a sound .xlsx."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from ..errors import InputError
from ..progress import Progress
from ..sentence import translate
from .grid import Grid
from .layout import Layout

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_BYTES = 1_500_000_000
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


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

    def _grid(self, archive: ZipFile, stream: BinaryIO, book: Any, name: str) -> Grid:
        member = book[name]._worksheet_path.lstrip("/")
        merges, formulas = self._scan(archive, member)
        grid = Grid(name, self._values(book, name), merges)
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
