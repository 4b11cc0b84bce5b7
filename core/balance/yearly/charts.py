"""The charts of the yearly report: stock by county, use by month and by year, rectification by way, surplus."""

from __future__ import annotations

from collections.abc import Mapping

from ...workbook import FilledTable
from ...workbook.charts import Chart, ChartKind, ChartPage, Series
from .job import FarmlandJob

SHEET = "图表"

_GREEN, _BLUE, _ORANGE, _RED, _GREY = "70AD47", "2F75B5", "F4B183", "C00000", "7F7F7F"


def farmland_charts(job: FarmlandJob, tables: Mapping[str, FilledTable]) -> ChartPage | None:
    """The page of charts, drawn from the cells of the sheets that are there (by id); None where none of them is."""
    charts = []
    series: tuple[Series, ...]
    if "T05C" in tables:
        unit = tables["T05C"].display.label
        series = (Series("Q1", "已使用", _GREY), Series("Q3", "冻结", _ORANGE), Series("QA", "结余可用", _GREEN),
                  Series("QR", "正在实施可用", _BLUE))  # fmt: skip
        charts.append(Chart(ChartKind.STACKED_BAR, f"各县（市、区）补充耕地指标（{unit}）", tables["T05C"], "REGION", series))
    if "T05M" in tables:
        unit = tables["T05M"].display.label
        series = (Series("QU", "本月使用", _BLUE), Series("QS", "累计使用", _RED, line=True))
        charts.append(Chart(ChartKind.COLUMN_AND_LINE, f"{job.year}年度分月使用（{unit}）", tables["T05M"], "MONTH", series))
    if "T05Y" in tables:
        unit = tables["T05Y"].display.label
        series = (Series("QU", "当年使用", _BLUE), Series("QL", "期末结余可用", _GREEN))
        charts.append(Chart(ChartKind.COLUMN, f"分年度使用和结余（{unit}）", tables["T05Y"], "YEAR", series))
    if "T10S" in tables:
        series = (Series("A1", "整改恢复", _GREEN), Series("A2", "落实进出平衡", _BLUE), Series("A3", "调整补划", _ORANGE),
                  Series("A9", "未整改", _RED))  # fmt: skip
        charts.append(Chart(ChartKind.STACKED_BAR, "各县（市、区）耕地流出整改（万亩）", tables["T10S"], "REGION", series, "General"))
    if "T09" in tables:
        series = (Series("A_USE", "已使用节余", _GREY), Series("A_LEFT", "剩余节余", _GREEN))
        charts.append(Chart(ChartKind.STACKED_BAR, "各项目区节余指标（亩）", tables["T09"], "PRJ", series))
    elif "T09L" in tables:
        series = (Series("USE", "已使用", _GREY), Series("AVL", "可用", _GREEN))
        charts.append(Chart(ChartKind.STACKED_BAR, "各项目区节余指标（亩）", tables["T09L"], "NO", series))
    if not charts:
        return None
    return ChartPage(SHEET, f"{job.name}{job.year}年度耕地保护图表", tuple(charts))
