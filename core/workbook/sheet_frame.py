"""What stands around the rows of a sheet: title, header tree, notes, signatures; widths and heights."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..sentence import Sentence
from .cell_values import CellValues
from .layout import Column, DisplayUnit, Kind, Layout
from .sheet import (
    DRAFT_LINE,
    HEAD,
    LINE_HEIGHT,
    NOTE,
    RED,
    SIGN,
    TITLE,
    UNIT,
    Cell,
    SheetLine,
    Style,
    clean_text,
)


def display_width(text: str) -> int:
    """Width of the longest line in half-width characters; a Chinese character is two."""
    return max(map(_line_width, text.split("\n")))


class Rectangle(NamedTuple):
    """A label of a tree laid out on a grid: levels `top` to `bottom`, leaves `left` to `right`, inclusive, from 0."""

    top: int
    left: int
    bottom: int
    right: int
    text: str


def label_rectangles(paths: Sequence[tuple[str, ...]], depth: int, spans: Sequence[int] | None = None) -> list[Rectangle]:
    """The merged cells of a header tree: neighbours with equal levels share a cell, a short path reaches down."""
    widths = list(spans or [1] * len(paths))
    starts = [sum(widths[:index]) for index in range(len(paths))]
    found = []
    for level in range(depth):
        index = 0
        while index < len(paths):
            path, last = paths[index], index
            if level < len(path):
                if level < len(path) - 1:
                    while last + 1 < len(paths) and len(paths[last + 1]) > level + 1 and (
                        paths[last + 1][: level + 1] == path[: level + 1]
                    ):
                        last += 1
                bottom = depth - 1 if level == len(path) - 1 else level
                found.append(Rectangle(level, starts[index], bottom, starts[last] + widths[last] - 1, path[level]))
            index = last + 1
    return found


_WORDS = re.compile(r"[!-~]+|.")
"""What is not broken: a run of narrow characters; any other character stands alone."""


def _line_width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in line)


def wrapped_height(texts: Sequence[tuple[str, float]]) -> float | None:
    """Height of a row of (text, width) that wrap; None when one line is enough."""
    return height_of(max([wrapped_lines(text, width) for text, width in texts], default=1))


def wrapped_lines(text: str, width: float) -> int:
    """How many lines a text needs in a cell of that width."""
    if len(text) * 2 <= width - 2 and "\n" not in text:
        return 1
    room = max(1.0, width - 1.5)
    return sum(_lines_of(line, room) for line in text.split("\n"))


def _lines_of(line: str, room: float) -> int:
    """Lines of one paragraph: words are not broken but where one is wider than a line (a seal, a path), which then begins a
    line of its own."""
    if _line_width(line) <= room:
        return 1
    lines, taken = 1, 0.0
    for word in _WORDS.findall(line):
        width = _line_width(word)
        if taken + width <= room:
            taken += width
            continue
        more = math.ceil(width / room)
        lines += more if taken else more - 1
        taken = width - (more - 1) * room
    return lines


def height_of(lines: int) -> float | None:
    """Height of a row with so many lines of text; None for one."""
    return None if lines == 1 else min(409.0, LINE_HEIGHT * lines + 2)


def least_decimals(layout: Layout, unit: DisplayUnit) -> int:
    """Decimals that areas are printed with at least: those of the layout, else those of the unit."""
    declared = [c.decimals for c in layout.columns if c.kind is Kind.AREA and c.decimals is not None]
    return min(max([unit.decimals if not declared else 0, *declared]), unit.most_decimals)


def column_width(column: Column, text: int, number: int) -> float:
    """The declared width, or one that fits header and texts; wider when a number would not fit."""
    width = column.width
    if width is None:
        width = min(40.0, max(6.0, display_width(column.header[-1]) + 2.0, text + 2.0))
    if column.merge:
        # A merged cell does not make its row higher: what it says must fit its width.
        width = max(width, min(40.0, text + 2.0))
    return max(width, number + 1.5 if number else 0.0)


def filled_title(layout: Layout, places: Mapping[str, object]) -> str:
    """The title with its `{places}` filled; a place without a value stays empty."""

    def filled(match: re.Match[str]) -> str:
        value = places.get(match.group(1))
        return "" if value is None else str(value)

    return clean_text(re.sub(r"\{(\w+)\}", filled, layout.title))


def top_lines(layout: Layout, title: str, unit: DisplayUnit, draft: bool, last: int) -> Iterator[SheetLine]:
    """Title, draft line and unit line, each across columns 1 to `last`."""

    def across(style: Style, text: str, height: float) -> SheetLine:
        return SheetLine([Cell(1, style, text), *(Cell(number, style) for number in range(2, last + 1))], height)

    yield across(TITLE, title, 36.0)
    if draft:
        yield across(RED, DRAFT_LINE, 20.0)
    if layout.unit_line:
        yield across(UNIT, layout.unit_line.replace("{unit}", unit.label), 18.0)


def header_lines(
    columns: Sequence[Column],
    spans: Sequence[int],
    widths: Sequence[float],
    above: int,
    merges: list[tuple[int, int, int, int]],
) -> list[SheetLine]:
    """The header tree below `above` sheet rows; its merged cells (top, left, bottom, right) are added to `merges`."""
    depth = max(len(column.header) for column in columns)
    texts: dict[tuple[int, int], str] = {}
    heights = [LINE_HEIGHT + 4] * depth
    for box in label_rectangles([column.header for column in columns], depth, spans):
        texts[(box.top, box.left)] = box.text
        if (box.top, box.left) != (box.bottom, box.right):
            merges.append((above + 1 + box.top, box.left + 1, above + 1 + box.bottom, box.right + 1))
        need = wrapped_height([(box.text, sum(widths[box.left : box.right + 1]))]) or 0.0
        levels = box.bottom - box.top
        heights[box.bottom] = max(heights[box.bottom], need - levels * (LINE_HEIGHT + 4))
    return [
        SheetLine([Cell(i + 1, HEAD, texts.get((level, i))) for i in range(sum(spans))], heights[level])
        for level in range(depth)
    ]


def tail_lines(
    notes: Sequence[Sentence | str],
    signature: Sequence[str],
    signed: Mapping[str, str],
    widths: Sequence[float],
    values: CellValues,
) -> Iterator[SheetLine]:
    """Notes, a line of one cell each, and the signatures spread over the width."""
    said = [text for text in (values.text(note) for note in notes) if text]
    for index, text in enumerate(said):
        mark = "注：" if index == 0 else "　　"
        if len(said) > 1:
            mark += f"{index + 1}．"
        yield SheetLine([Cell(1, NOTE, mark + text)], wrapped_height([(mark + text, sum(widths))]) or LINE_HEIGHT + 2)
    if signature:
        yield SheetLine([], 8.0)
        cells: list[Cell] = []
        for index, word in enumerate(signature):
            share = sum(widths) * index / len(signature)
            column = min(range(1, len(widths) + 1), key=lambda at: abs(sum(widths[: at - 1]) - share))
            if cells and cells[-1].column >= column:
                column = min(len(widths), cells[-1].column + 1)
            if cells and cells[-1].column == column:
                cells[-1] = cells[-1]._replace(text=f"{cells[-1].text}　　{word}：{signed.get(word, '')}")
            else:
                cells.append(Cell(column, SIGN, f"{word}：{signed.get(word, '')}"))
        yield SheetLine(cells, 24.0)
