"""Charts of a workbook: native parts that refer to the right cells, in a package that opens."""

from __future__ import annotations

import re
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from ...core.area import Area
from ...core.workbook import FilledTable, Row, load_layout, with_subtotals, write_workbook
from ...core.workbook.charts import Chart, ChartKind, ChartPage, Series

MU = 1_000_000


def filled(total_first: bool = False, rows: int = 3) -> FilledTable:
    layout = load_layout("T02S")
    data = [Row({"SOURCE": f"来源{n}", "AREA": Area((n + 1) * MU), "COUNT": n}) for n in range(rows)]
    everything = with_subtotals(layout, data)
    if total_first:
        everything = [everything[-1], *everything[:-1]]
    return FilledTable(layout, everything, sheet_name="It's 一个 表")


OBTAINED = (Series("AREA", "获得指标", "70AD47"),)


def written(path, table: FilledTable, kind=ChartKind.PIE, series=OBTAINED, draft=False):
    page = ChartPage("图表", "图表", [Chart(kind, "标题", table, "SOURCE", tuple(series))])
    write_workbook(path, [filled(rows=1), table], contents=True, charts=page, draft=draft)
    return load_workbook(path)


def references(path) -> list[str]:
    """All cell references of the charts, from their parts."""
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        names = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        texts = [archive.read(name).decode() for name in names]
    return [found.replace("&apos;", "'") for text in texts for found in re.findall(r"<(?:\w+:)?f>([^<]+)</", text)]


@pytest.mark.parametrize("kind", list(ChartKind))
@pytest.mark.parametrize("total_first", [False, True])
@pytest.mark.parametrize("draft", [False, True])
def test_a_chart_points_at_the_data_rows_only(tmp_path, kind, total_first, draft) -> None:
    path = tmp_path / "c.xlsx"
    lines = [Series("COUNT", "个数", line=True)] if kind is ChartKind.COLUMN_AND_LINE else []
    book = written(path, filled(total_first), kind, [Series("AREA", "获得指标"), *lines], draft)
    found = references(path)
    assert len(found) == 2 + 2 * len(lines)
    for reference in found:
        name, _, cells = reference.rpartition("!")
        page = book[name.strip("'").replace("''", "'")]
        values = [cell.value for row in page[cells.replace("$", "")] for cell in row]
        assert values in ([f"来源{n}" for n in range(3)], [1, 2, 3], [0, 1, 2])


def test_the_page_of_charts_is_the_last_sheet_and_the_contents_name_it(tmp_path) -> None:
    book = written(tmp_path / "c.xlsx", filled())
    assert book.sheetnames[-1] == "图表"
    assert len(book["图表"]._charts) == 1
    named = [row[1].value for row in book["目录"].iter_rows(min_row=2)]
    assert "图表" in named


def test_nothing_is_drawn_without_data_or_without_its_column(tmp_path) -> None:
    assert not written(tmp_path / "a.xlsx", filled(rows=0))["图表"]._charts
    assert not written(tmp_path / "b.xlsx", filled(), series=[Series("GONE", "没有")])["图表"]._charts


def test_axes_are_there(tmp_path) -> None:
    """A chart whose axes are marked as deleted shows no numbers in any program."""
    written(tmp_path / "c.xlsx", filled(), ChartKind.STACKED_BAR)
    with ZipFile(tmp_path / "c.xlsx") as archive:
        text = archive.read("xl/charts/chart1.xml").decode()
    assert re.findall(r'<(?:\w+:)?delete val="(\d)"', text) == ["0", "0"]


@pytest.mark.parametrize("lowest, begin", [(0, ["0"]), (1800, ["0"]), (-1, [])])
def test_columns_begin_at_nothing_unless_one_is_below(tmp_path, lowest, begin) -> None:
    """Left alone, programs begin the axis of 1,800 and 1,817 somewhere above 1,780: the parts of a column show no shares."""
    table = filled(rows=1)
    more = Row({"SOURCE": "末", "AREA": Area(lowest * MU), "COUNT": 1})
    low = FilledTable(table.layout, with_subtotals(table.layout, [table.rows[0], more]), sheet_name="表")
    written(tmp_path / "c.xlsx", low, ChartKind.COLUMN)
    with ZipFile(tmp_path / "c.xlsx") as archive:
        text = archive.read("xl/charts/chart1.xml").decode()
    values = re.search(r"<(?:\w+:)?valAx>.*?</(?:\w+:)?valAx>", text, re.S).group()
    assert re.findall(r'<(?:\w+:)?min val="([^"]+)"', values) == begin
