"""Native charts of a workbook: a page of them, drawn by the spreadsheet program from the cells of our sheets.

A chart names a filled table, the column of its categories and the columns of its series; which cells those are is known
when the sheets are planned. openpyxl writes the parts, the sheets stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from ..area import ZERO, Area
from .pen import Pen, Written
from .rows import Value
from .sheet import TITLE, Cell, SheetLine, SheetPlan
from .table import Filled, FilledTable, RowKind

_COLUMN_WIDTH = 9.0
_COLUMNS = 26
_TITLE_HEIGHT = 36.0
_HEIGHT, _WIDTH = 16.5, 29.5  # centimetres
_ROWS_A_CHART, _COLUMNS_A_CHART = 25, 13
_CHARTS_ACROSS_THE_PAPER = 4
"""So many fit on a page that lies; more stand on one that is upright."""

_FONT = "宋体"
_PIE_COLOURS = ("2F75B5", "70AD47", "C55A11", "FFC000", "7F7F7F", "8064A2", "4BACC6", "C00000")


class ChartKind(Enum):
    """What a chart looks like."""

    PIE = "pie"
    COLUMN = "column"
    COLUMN_AND_LINE = "column and line"
    STACKED_BAR = "stacked bar"


@dataclass(frozen=True)
class Series:
    """A column of the table as a series: its key, its name in the legend, its colour (RRGGBB); as a line where `line`."""

    key: str
    name: str
    colour: str = ""
    line: bool = False


@dataclass(frozen=True)
class Chart:
    """A chart of the data rows of a table, whose rows of sums stand after them or before them. `numbers` is the format of
    the axis of values."""

    kind: ChartKind
    title: str
    table: FilledTable
    categories: str
    series: tuple[Series, ...]
    numbers: str = "0"


@dataclass(frozen=True)
class ChartPage:
    """A sheet of charts, two beside each other."""

    sheet: str
    title: str
    charts: Sequence[Chart]


def chart_plan(page: ChartPage) -> SheetPlan:
    """The sheet the charts lie on: a title, nothing else."""

    def lines(pen: Pen) -> Iterator[Written]:
        cells = [Cell(1, TITLE, page.title), *(Cell(n, TITLE) for n in range(2, _COLUMNS + 1))]
        yield pen.line(SheetLine(cells, _TITLE_HEIGHT))

    return SheetPlan(
        name=page.sheet,
        title=page.title,
        widths=[_COLUMN_WIDTH] * _COLUMNS,
        lines=lines,
        title_rows=None,
        freeze=None,
        paper="A3",
        landscape=len(page.charts) <= _CHARTS_ACROSS_THE_PAPER,
        scale=None,
        row_count=1,
        merges=[(1, 1, 1, _COLUMNS)],
    )


def draw_charts(
    sheet: Any, page: ChartPage, tables: Sequence[Filled], plans: Sequence[SheetPlan]
) -> None:
    """Put the charts of a page on its openpyxl sheet; `plans` are those of `tables`, in the same order."""
    place = 0
    for chart in page.charts:
        number = next(n for n, table in enumerate(tables) if table is chart.table)
        drawn = _drawn(chart, _Cells(plans[number], chart.table))
        if drawn is None:
            continue
        across, down = place % 2, place // 2
        drawn.anchor = f"{_letter(1 + across * _COLUMNS_A_CHART)}{2 + down * _ROWS_A_CHART}"
        drawn.width, drawn.height = _WIDTH, _HEIGHT
        sheet.add_chart(drawn)
        place += 1


@dataclass(frozen=True)
class _Cells:
    """Where the data rows of a table stand on its sheet."""

    plan: SheetPlan
    table: FilledTable

    def rows(self) -> tuple[int, int] | None:
        """First and last sheet row of the data; None where there is none, or sums stand in between."""
        kinds = [row.kind for row in self.table.rows]
        data = [number for number, kind in enumerate(kinds) if kind is RowKind.DATA]
        if not data or data[-1] - data[0] + 1 != len(data) or self.plan.title_rows is None:
            return None
        top = self.plan.title_rows[1] + 1
        return top + data[0], top + data[-1]

    def reference(self, key: str, rows: tuple[int, int]) -> str | None:
        """The cells of a column, `'sheet'!$B$5:$B$15`; None for a column that is not shown."""
        column = self.plan.places.get(key)
        if column is None:
            return None
        quoted = self.plan.name.replace("'", "''")
        letter = _letter(column)
        return f"'{quoted}'!${letter}${rows[0]}:${letter}${rows[1]}"


def _drawn(chart: Chart, cells: _Cells) -> Any:
    """The chart as openpyxl has it; None without anything to draw."""
    rows = cells.rows()
    categories = cells.reference(chart.categories, rows) if rows else None
    if rows is None or categories is None:
        return None
    series = [(one, cells.reference(one.key, rows)) for one in chart.series]
    made = [(one, _series(one, reference, categories, chart.kind)) for one, reference in series if reference]
    if not made:
        return None
    drawn = _EMPTY[chart.kind]()
    _title(drawn, chart.title)
    for one, ready in made:
        if not one.line:
            drawn.series.append(ready)
    if chart.kind is ChartKind.PIE:
        _slices(drawn, rows[1] - rows[0] + 1)
        return drawn
    _axes(drawn, chart.numbers)
    _from_nothing(drawn.y_axis, chart, line=False)
    lines = [ready for one, ready in made if one.line]
    return _with_lines(drawn, lines, chart) if lines else drawn


def _series(one: Series, reference: str, categories: str, kind: ChartKind) -> Any:
    from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumRef, StrRef
    from openpyxl.chart.series import Series as MadeSeries, SeriesLabel
    from openpyxl.chart.shapes import GraphicalProperties

    made = MadeSeries(
        tx=SeriesLabel(v=one.name),
        cat=AxDataSource(strRef=StrRef(f=categories)),
        val=NumDataSource(numRef=NumRef(f=reference)),
    )
    if one.line:
        made.graphicalProperties = GraphicalProperties()
        made.graphicalProperties.line.solidFill = one.colour or None
        made.graphicalProperties.line.width = 22_000
        made.marker.symbol = "circle"
        made.marker.size = 5
        made.smooth = False
    elif one.colour and kind is not ChartKind.PIE:
        made.graphicalProperties = GraphicalProperties(solidFill=one.colour)
    return made


def _pie() -> Any:
    from openpyxl.chart import PieChart

    chart = PieChart()
    chart.varyColors = True
    chart.legend.position = "r"
    return chart


def _columns() -> Any:
    from openpyxl.chart import BarChart

    chart = BarChart()
    chart.type, chart.grouping, chart.gapWidth = "col", "clustered", 60
    chart.legend.position = "b"
    return chart


def _stacked() -> Any:
    chart = _columns()
    chart.grouping, chart.overlap = "stacked", 100
    return chart


_EMPTY: Mapping[ChartKind, Any] = {
    ChartKind.PIE: _pie,
    ChartKind.COLUMN: _columns,
    ChartKind.COLUMN_AND_LINE: _columns,
    ChartKind.STACKED_BAR: _stacked,
}


def _slices(chart: Any, count: int) -> None:
    """A colour for each slice, its share beside it."""
    from openpyxl.chart.label import DataLabelList
    from openpyxl.chart.marker import DataPoint
    from openpyxl.chart.shapes import GraphicalProperties

    for series in chart.series:
        series.dPt = [
            DataPoint(idx=n, spPr=GraphicalProperties(solidFill=_PIE_COLOURS[n % len(_PIE_COLOURS)])) for n in range(count)
        ]
    chart.dataLabels = DataLabelList()
    chart.dataLabels.showPercent = True
    for name in ("showVal", "showCatName", "showSerName", "showLegendKey", "showLeaderLines"):
        setattr(chart.dataLabels, name, False)
    chart.dataLabels.numFmt = "0.00%"


def _axes(chart: Any, numbers: str) -> None:
    # Without this, openpyxl's axes are written as deleted and no program shows them.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.numFmt = _number_format(numbers)
    chart.y_axis.majorGridlines.spPr = _grey_line()
    chart.x_axis.tickLblPos = "low"


def _from_nothing(axis: Any, chart: Chart, line: bool) -> None:
    """Let the axis of these series begin at nothing where none of their values is below: programs begin a column that is
    never small at some large value, and its parts no longer show their shares."""
    keys = [one.key for one in chart.series if one.line is line]
    values = (row.value(key) for row in chart.table.rows if row.kind is RowKind.DATA for key in keys)
    if not any(_below_nothing(value) for value in values):
        axis.scaling.min = 0


def _below_nothing(value: Value) -> bool:
    if isinstance(value, Area):
        return value < ZERO
    return isinstance(value, (int, float, Decimal)) and value < 0


def _number_format(code: str = "0") -> Any:
    from openpyxl.chart.data_source import NumFmt

    return NumFmt(formatCode=code, sourceLinked=False)


def _grey_line() -> Any:
    from openpyxl.chart.shapes import GraphicalProperties

    properties = GraphicalProperties()
    properties.line.solidFill = "D9D9D9"
    return properties


def _with_lines(chart: Any, series: Sequence[Any], whole: Chart) -> Any:
    """Lines over the columns, on an axis of their own at the right."""
    from openpyxl.chart import LineChart

    lines = LineChart()
    lines.y_axis.axId = 200
    lines.y_axis.delete = False
    lines.y_axis.crosses = "max"
    lines.y_axis.majorGridlines = None
    lines.y_axis.numFmt = _number_format()
    _from_nothing(lines.y_axis, whole, line=True)
    for one in series:
        lines.series.append(one)
    chart += lines
    return chart


def _title(chart: Any, text: str) -> None:
    """A title in a font that Chinese spreadsheet programs have."""
    from openpyxl.chart.text import RichText, Text
    from openpyxl.chart.title import Title
    from openpyxl.drawing.text import (
        CharacterProperties,
        Font,
        Paragraph,
        ParagraphProperties,
        RegularTextRun,
    )

    style = CharacterProperties(sz=1400, b=True, latin=Font(typeface=_FONT), ea=Font(typeface=_FONT))
    run = RegularTextRun(rPr=style, t=text)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=style), r=[run])
    chart.title = Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _letter(number: int) -> str:
    from .sheet import column_letter

    return column_letter(number)
