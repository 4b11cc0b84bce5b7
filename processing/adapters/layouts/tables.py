"""Tables on a sheet: fitted to a box, what doesn't fit is handed back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qgis.core import QgsLayoutFrame, QgsLayoutItemManualTable, QgsLayoutTable, QgsPrintLayout, QgsTableCell
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from .items import ALIGNS, add_label
from .paper import Box
from .sheets import SheetTable
from .texts import MM_A_POINT, shortened, text_format, text_width, wrapped

_POINTS = (8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
_MARGIN = 0.7
_HEAD_GROUND, _LINE, _BOLD_GROUND = "#e8eef4", "#7f7f7f", "#f5f5f5"
_LINES_A_CELL = 3
_BOLD, _LEAST_WORDS = 1.06, 0.4
_TITLE_POINTS = 10.0
_SLACK = 0.2
TITLE_HEIGHT = 6.5
"""Above a table, in mm on A3."""


class TablePen:
    """Draws tables on a layout in one font; `factor` is the paper's."""

    def __init__(self, layout: QgsPrintLayout, family: str, factor: float) -> None:
        self.layout, self.family, self.factor = layout, family, factor

    def fitting(self, table: SheetTable, box: Box) -> tuple[float, int]:
        """Points and number of rows that fit the box: all rows at the largest size at which they do, else as many as fit at
        a readable one."""
        room = box.height - TITLE_HEIGHT * self.factor
        for points in _POINTS:
            # No row is lower than one line: a long table need not be measured.
            if self._height(("",), points * self.factor) * (len(table.rows) + 1) > room * (1 + 1e-9):
                continue
            if sum(self._heights(table, box.width, points * self.factor)) <= room:
                return points * self.factor, len(table.rows)
        points = _POINTS[2] * self.factor
        heights = self._heights(table, box.width, points)
        used, count = next(heights), 0
        for height in heights:
            if used + height > room:
                break
            used, count = used + height, count + 1
        return points, count

    def height(self, table: SheetTable, width: float, points: float) -> float:
        """Millimetres of a table with its title."""
        return TITLE_HEIGHT * self.factor + sum(self._heights(table, width, points))

    def draw(self, table: SheetTable, box: Box, points: float, count: int) -> SheetTable | None:
        """Draw title and the first `count` rows; what is left of the table, None for nothing."""
        title = Box(box.x, box.y, box.width, TITLE_HEIGHT * self.factor)
        text = text_format(self.family, _TITLE_POINTS * self.factor, bold=True)
        add_label(self.layout, shortened(table.title, _TITLE_POINTS * self.factor, box.width), title, text, "c")
        shown = replace(table, rows=table.rows[:count], bold=frozenset(row for row in table.bold if row < count))
        self._draw(shown, box.below(title.height), points)
        if count >= len(table.rows):
            return None
        bold = frozenset(row - count for row in table.bold if row >= count)
        return replace(table, rows=table.rows[count:], bold=bold, swatches=table.swatches[count:])

    def _widths(self, table: SheetTable, width: float, points: float) -> list[float]:
        """Of the columns, without margins and lines: values on one line and headings on two wherever there is room, what is
        left over by the declared widths."""
        lines = 0.1 * self.factor * (len(table.head) + 1)
        room = width - lines - 2 * _MARGIN * self.factor * len(table.head)
        wanted = [self._wanted(table, column, points, 1) for column in range(len(table.head))]
        if sum(wanted) > room:
            wanted = [self._wanted(table, column, points, 2) for column in range(len(table.head))]
        rest = room - sum(wanted)
        if rest >= 0:
            return [want + rest * share / sum(table.widths) for want, share in zip(wanted, table.widths)]
        words = [want if align == "l" else 0.0 for want, align in zip(wanted, table.aligns)]
        left = room - (sum(wanted) - sum(words))
        if not any(words) or left < sum(words) * _LEAST_WORDS:
            return [room * want / sum(wanted) for want in wanted]
        return [word * left / sum(words) if word else want for want, word in zip(wanted, words)]

    def _wanted(self, table: SheetTable, column: int, points: float, lines: int) -> float:
        values = [text_width(row[column], points) for row in table.rows]
        heading = text_width(table.head[column], points) / lines + points * MM_A_POINT / 2 * (lines - 1)
        return max([*values, heading]) * _BOLD + 0.2 * self.factor

    def _cells(self, row: Sequence[str], widths: Sequence[float], points: float) -> list[str]:
        texts = []
        for text, width in zip(row, widths):
            lines = wrapped(text, points, width).split("\n")
            if len(lines) > _LINES_A_CELL:
                last = shortened(lines[_LINES_A_CELL - 1] + "…", points, width)
                lines = [*lines[: _LINES_A_CELL - 1], last]
            texts.append("\n".join(lines))
        return texts

    def _heights(self, table: SheetTable, width: float, points: float) -> Iterator[float]:
        """Of the head and of each row, with the line below."""
        widths = self._widths(table, width, points)
        for row in (table.head, *table.rows):
            yield self._height(self._cells(row, widths, points), points) + 0.1 * self.factor

    def _height(self, cells: Sequence[str], points: float) -> float:
        lines = max(text.count("\n") + 1 for text in cells)
        return lines * points * MM_A_POINT * 1.3 + 2 * _MARGIN * self.factor

    def _draw(self, table: SheetTable, box: Box, points: float) -> None:
        item = QgsLayoutItemManualTable.create(self.layout)
        self.layout.addMultiFrame(item)
        widths = self._widths(table, box.width, points)
        item.setCellMargin(_MARGIN * self.factor)
        item.setGridStrokeWidth(0.1 * self.factor)
        item.setGridColor(QColor(_LINE))
        item.setContentTextFormat(text_format(self.family, points))
        item.setWrapBehavior(QgsLayoutTable.WrapBehavior.TruncateText)
        rows = [(table.head, True, "")]
        for number, row in enumerate(table.rows):
            rows.append((row, number in table.bold, table.swatches[number] if number < len(table.swatches) else ""))
        texts = [self._cells(row, widths, points) for row, _, _ in rows]
        contents = []
        for number, ((_, bold, swatch), cells) in enumerate(zip(rows, texts)):
            ground = _HEAD_GROUND if number == 0 else _BOLD_GROUND if bold else ""
            aligns = "c" * len(cells) if number == 0 else table.aligns
            contents.append([self._cell(text, points, bold, ground, align) for text, align in zip(cells, aligns)])
            if swatch:
                contents[-1][0].setBackgroundColor(QColor(swatch))
        item.setTableContents(contents)
        item.setColumnWidths(widths)
        heights = [self._height(cells, points) for cells in texts]
        item.setRowHeights([height - 2 * _MARGIN * self.factor for height in heights])
        frame = QgsLayoutFrame(self.layout, item)
        item.addFrame(frame)
        # A little more than the rows take, or QGIS may leave the last one out for what floating point lacks.
        high = sum(heights) + 0.1 * self.factor * (len(heights) + 1) + _SLACK
        frame.attemptSetSceneRect(QRectF(box.x, box.y, box.width, high))

    def _cell(self, text: str, points: float, bold: bool, ground: str, align: str) -> QgsTableCell:
        cell = QgsTableCell(text)
        cell.setTextFormat(text_format(self.family, points, bold))
        cell.setHorizontalAlignment(ALIGNS[align])
        cell.setVerticalAlignment(Qt.AlignmentFlag.AlignVCenter)
        if ground:
            cell.setBackgroundColor(QColor(ground))
        return cell
