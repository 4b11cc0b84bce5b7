"""A sheet of a bureau as a grid of values that knows its merged cells."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from .cell_text import normalised

MOST_COLUMNS = 600


class Grid:
    """The values of one sheet with merged cells known.

    `uncached` are cells (row, column) whose formula has no stored result, `hidden_rows` those that Excel does not show;
    `day_zero` is the day that a date written as a number counts from.
    """

    def __init__(self, name: str, rows: list[tuple[Any, ...]], merges: Iterable[tuple[int, int, int, int]]) -> None:
        self.name, self.rows = name, rows
        self.width = min(MOST_COLUMNS, max([len(row) for row in rows] or [0]))
        self.uncached: set[tuple[int, int]] = set()
        self.hidden_rows: frozenset[int] = frozenset()
        self.day_zero = datetime.date(1899, 12, 30)
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
        return [text for text in (normalised(value) for value in self.rows[row - 1][:MOST_COLUMNS]) if text]
