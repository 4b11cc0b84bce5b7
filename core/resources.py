"""The facts that ship as CSV beside the code: class tables, field aliases, rules. Users replace and edit them in WPS."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .errors import InputError
from .sentence import translate

_FOLDER = Path(__file__).resolve().parent.parent / "resources"
_LONGEST_SHOWN = 40
_DELIMITERS = (",", "\t", ";", "，")


@dataclass(frozen=True)
class FactRow:
    """One row of a CSV: the file and line number it stands on, and its cells by column name, stripped."""

    file: str
    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """The cell, '' when the file has no such column."""
        return self.cells.get(column, "")

    def needed(self, column: str) -> str:
        """The cell; InputError naming file, line and column when it is empty."""
        value = self.text(column)
        if not value:
            raise InputError(
                translate("LandLedger", "{file}, line {line}: the column {column} is empty."),
                file=self.file, line=self.line, column=column,
            )
        return value

    def flag(self, column: str) -> bool:
        """Whether the cell says yes (1, Y, yes, true, 是)."""
        return self.text(column).lower() in {"1", "y", "yes", "true", "是"}

    def shown(self, column: str) -> str:
        """The cell for a message: one line of 40 signs; a quote that is not closed makes one cell of half a file."""
        first, *more = self.text(column).splitlines() or [""]
        return first if len(first) <= _LONGEST_SHOWN and not more else first[:_LONGEST_SHOWN] + "…"

    def refuse(self, column: str) -> InputError:
        """The error to raise for a cell whose value makes no sense."""
        return InputError(
            translate("LandLedger", "{file}, line {line}: “{value}” is no valid value of the column {column}."),
            file=self.file, line=self.line, column=column, value=self.shown(column),
        )


def resource(*parts: str) -> Path:
    """The path of a file below `resources/`."""
    return _FOLDER.joinpath(*parts)


def read_facts(path: Path, needed: Sequence[str]) -> list[FactRow]:
    """The rows of a CSV file with a header line.

    Tolerates a byte order mark, UTF-16, UTF-8 or GBK, and comma, tab or semicolon. InputError when the file can't be
    read, is empty, lacks a column of `needed`, or a row has more cells than the header.
    """
    text = _decoded(path)
    header_line = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=header_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header: list[str] = []
    rows: list[FactRow] = []
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if not any(stripped):
                continue
            if not header:
                header = _header(path, stripped, needed)
                continue
            rows.append(_row(path, reader.line_num, header, stripped))
    except csv.Error as error:
        raise InputError(
            translate("LandLedger", "{file}, line {line}: the line can't be read as CSV."),
            file=path.name, line=reader.line_num,
        ) from error
    if not rows:
        raise InputError(translate("LandLedger", "The file {file} has no rows."), file=path.name)
    return rows


def _decoded(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(translate("LandLedger", "The file {file} can't be read."), file=str(path)) from error
    encodings = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InputError(
        translate("LandLedger", "The file {file} is no text file in UTF-8 or GBK; save it as CSV."), file=path.name
    )


def _header(path: Path, cells: list[str], needed: Sequence[str]) -> list[str]:
    missing = [column for column in needed if column not in cells]
    if missing:
        raise InputError(
            translate("LandLedger", "The file {file} lacks the columns {columns}."),
            file=path.name, columns=", ".join(missing),
        )
    return cells


def _row(path: Path, line: int, header: list[str], cells: list[str]) -> FactRow:
    if any(cells[len(header):]):
        raise InputError(
            translate("LandLedger", "{file}, line {line}: there are more cells than columns in the header."),
            file=path.name, line=line,
        )
    padded = cells[: len(header)] + [""] * (len(header) - len(cells))
    return FactRow(path.name, line, dict(zip(header, padded)))
