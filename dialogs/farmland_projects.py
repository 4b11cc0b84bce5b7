"""The projects of a matching as a table: conclusion, occupied, drawn, short; coloured by conclusion, what is short in red."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont

from ..core.balance.requisition.model import Outcome
from .farmland_rows import Project, ShownUnit
from .rows_model import Column, RowsModel

COLOURS = {Outcome.SETTLED: "#4f9a4a", Outcome.PROMISED: "#d08a1d", Outcome.UNSETTLED: "#c0392b"}
GROUNDS = {way.value: QBrush(QColor(*QColor(colour).getRgb()[:3], 40)) for way, colour in COLOURS.items()}
RED = QBrush(QColor("#c00000"))
AREAS = 2
"""Indicators that are areas stand before capacity."""


class ProjectModel(RowsModel):
    """Projects; amounts in the unit shown."""

    WAY, CODE, NAME, COUNTY = range(4)
    NEEDED, DRAWN, PROMISED, SHORT = 4, 7, 10, 13
    KIND, REGIME, EFFECTIVE = 16, 17, 18

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._bold = QFont()
        self._bold.setBold(True)
        self.set_unit(ShownUnit.MU)
        self.sort(self.CODE)

    def set_unit(self, unit: ShownUnit) -> None:
        """Show areas in another unit."""
        self.set_columns(self._columns(unit))

    def _columns(self, unit: ShownUnit) -> list[Column]:
        texts: list[tuple[str, Callable[[Project], str]]] = [
            (self.tr("Conclusion"), lambda row: row.way),
            (self.tr("Project"), lambda row: row.code),
            (self.tr("Project name"), lambda row: row.name),
            (self.tr("County"), lambda row: row.county),
        ]
        columns = [Column(title, text) for title, text in texts]
        for title, name in (
            (self.tr("Occupied"), "needed"), (self.tr("Drawn"), "drawn"), (self.tr("Promised"), "promised"), (self.tr("Short"), "short")
        ):  # fmt: skip
            columns += amount_columns(title, name, unit, self.indicators())
        rest: list[tuple[str, Callable[[Project], str]]] = [
            (self.tr("Type"), lambda row: row.kind),
            (self.tr("Regime"), lambda row: row.regime),
            (self.tr("Effective date"), lambda row: row.effective),
        ]
        return [*columns, *(Column(title, text) for title, text in rest)]

    def indicators(self) -> tuple[str, str, str]:
        """What the three indicators are called in a heading."""
        return self.tr("quantity"), self.tr("paddy"), self.tr("capacity")

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid():
            row, column = self.shown[index.row()], index.column()
            if role == Qt.ItemDataRole.BackgroundRole and column == self.WAY:
                return GROUNDS.get(row.way)
            is_short = self.SHORT <= column < self.SHORT + 3 and row.short[column - self.SHORT] > 0
            if role == Qt.ItemDataRole.ForegroundRole and is_short:
                return RED
            if role == Qt.ItemDataRole.FontRole and is_short:
                return self._bold
        return super().data(index, role)


def amount_columns(
    title: str, name: str, unit: ShownUnit, indicators: tuple[str, str, str], tip: str = ""
) -> list[Column]:
    """Three columns of the amounts `name` of a row; nothing is shown for nothing."""

    def column(place: int) -> Column:
        def text(row: object) -> str:
            amount = getattr(row, name)[place]
            if not amount:
                return ""
            return unit.text(amount) if place < AREAS else str(amount)

        return Column(f"{title}\n{indicators[place]}", text, lambda row: getattr(row, name)[place], True, tip)

    return [column(place) for place in range(3)]
