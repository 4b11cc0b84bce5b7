"""What a sheet is made of: words, styles, cells, lines, names. Knows no file format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Optional

if TYPE_CHECKING:
    from .pen import Pen, Written

# The words of the printed table are Chinese in every language of the program, as the declared layouts are.
HOLDS, FAILS = "平", "不平"
DRAFT = "草稿"
DRAFT_LINE = "草稿：有勾稽关系不平（见“勾稽检查”），不得签字、不得上报。"
CONTINUED = "（续）"

LINE_HEIGHT = 16.0
ROW_HEIGHT = 20.0
COLUMN_PADDING = 0.71  # characters that a program adds to the width of a column
MOST_CHARACTERS = 32767

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Style(NamedTuple):
    """How a cell looks; the writer turns each different one into one shared style of the workbook."""

    font: str = "body"  # title, head, body, bold, red, small
    align: str = "center"
    border: bool = True
    format: str = "General"
    quoted: bool = False
    wrap: bool = True


class Cell(NamedTuple):
    """One cell: `column` from 1, and a text, a number (as it is to be written) or nothing; `formula` beside a number."""

    column: int
    style: Style
    text: Optional[str] = None
    number: Optional[str] = None
    formula: Optional[str] = None


class SheetLine(NamedTuple):
    """One row of the sheet; height in points, None for the sheet's default."""

    cells: Sequence[Cell]
    height: Optional[float] = None


@dataclass
class SheetPlan:
    """A sheet to be written. `merges` (top, left, bottom, right) and `breaks` (last row of a page) are complete when
    `lines(pen)` has been read to its end. Printed over `pages_wide` pages side by side, the frozen columns stand on each.
    `places` are the sheet columns of a list's columns by key. `one_page`: all of it is printed on one sheet of paper."""

    name: str
    widths: Sequence[float]
    lines: Callable[[Pen], Iterator[Written]]
    title_rows: tuple[int, int] | None
    freeze: tuple[int, int] | None
    paper: str
    landscape: bool
    scale: int | None
    row_count: int
    title: str = ""
    pages_wide: int = 1
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    places: Mapping[str, int] = field(default_factory=dict)
    one_page: bool = False


TITLE = Style("title", border=False)
RED = Style("red", border=False)
UNIT = Style("body", "right", border=False, wrap=False)
HEAD = Style("head")
NOTE = Style("body", "left", border=False)
SIGN = Style("body", "left", border=False, wrap=False)


def clean_text(text: str) -> str:
    """`text` without what XML forbids; a cell holds at most 32,767 characters."""
    text = _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def sheet_name(wanted: str, taken: Sequence[str]) -> str:
    """`wanted` as a name a sheet may have: at most 31 characters, none of []:*?/\\, unlike all `taken`."""
    name = re.sub(r"[\[\]:*?/\\]", " ", clean_text(wanted)).replace("\n", " ").strip().strip("'")[:31].strip()
    name = name or "Sheet"
    used = {other.casefold() for other in taken}
    candidate, number = name, 2
    while candidate.casefold() in used:
        tail = f"({number})"
        candidate, number = name[: 31 - len(tail)] + tail, number + 1
    return candidate


def column_letter(number: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
