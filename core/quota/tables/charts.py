"""The charts of the ledger's workbook: source structure, month by month, balance by holder."""

from __future__ import annotations

from ...workbook import FilledTable
from ...workbook.charts import Chart, ChartKind, ChartPage, Series

SHEET = "图表"


def quota_charts(gained: FilledTable, sources: FilledTable, months: FilledTable) -> ChartPage:
    """The page of charts, drawn from the cells of T02, T02S and T02M."""
    year = gained.title_places.get("year", "")
    name = gained.title_places.get("name", "")
    return ChartPage(
        sheet=SHEET,
        title=f"{name}{year}年度用地指标图表",
        charts=(
            Chart(ChartKind.PIE, "指标来源结构", sources, "SOURCE", (Series("AREA", "获得指标"),)),
            Chart(
                ChartKind.COLUMN_AND_LINE, "分月使用情况（亩）", months, "MONTH",
                (Series("USED", "已批复使用", "2F75B5"), Series("SUM_USED", "已批复使用（累计）", "C55A11", line=True)),
            ),
            Chart(
                ChartKind.STACKED_BAR, "各县（市、区）指标结余情况（亩）", gained, "REGION",
                (
                    Series("USED", "已批", "7F7F7F"), Series("PEND", "在途", "F4B183"),
                    Series("ADV", "预支", "C00000"), Series("AVL", "可用", "70AD47"),
                ),
            ),
            Chart(ChartKind.COLUMN, "分月获得和预支（亩）", months, "MONTH",
                  (Series("GOT", "获得指标", "70AD47"), Series("ADVANCED", "预支", "C00000"))),
        ),
    )  # fmt: skip
