"""What a matching comes to: the three indicators with a bar each, how many projects are settled, the gap."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import QHeaderView, QLabel, QSizePolicy, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ..core.balance.requisition.model import Outcome
from ..processing.compat import number_of
from .farmland_projects import AREAS, COLOURS
from .farmland_rows import ShownUnit
from .ledger_balances import ADVANCED, AVAILABLE, BAR, PENDING, USED, Bar, BarDelegate

PARTS = ("NEED", "DRAWN", "PROMISED", "SHORT", "REMAINING")
INDICATORS = ("QUANTITY_MU", "PADDY_MU", "CAPACITY_KG")
COUNTS = {Outcome.SETTLED: "SETTLED_COUNT", Outcome.PROMISED: "PROMISED_COUNT", Outcome.UNSETTLED: "UNSETTLED_COUNT"}
RED = QBrush(QColor("#c00000"))


class Summary(QWidget):
    """The numbers a run returned."""

    NAME, NEED, DRAWN, PROMISED, SHORT, REMAINING, BAR = range(7)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results: Mapping[str, Any] = {}
        self._unit = ShownUnit.MU
        self.counts = QLabel()
        self.counts.setTextFormat(Qt.TextFormat.RichText)
        self.counts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tree = QTreeWidget()
        self.tree.setRootIsDecorated(False)
        self.tree.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.tree.setItemDelegateForColumn(self.BAR, BarDelegate(self.tree))
        self.tree.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.tree.header()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.counts)
        column.addWidget(self.tree)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fill()

    def set_results(self, results: Mapping[str, Any]) -> None:
        """Show these numbers; {} for none."""
        self._results = results
        self._fill()

    def set_unit(self, unit: ShownUnit) -> None:
        """Show areas in another unit."""
        self._unit = unit
        self._fill()

    def _fill(self) -> None:
        self.tree.clear()
        self.tree.setHeaderLabels([
            "", self.tr("Occupied"), self.tr("Drawn"), self.tr("Promised"), self.tr("Short"), self.tr("Remaining in the reserve"),
            self.tr("Composition"),
        ])  # fmt: skip
        self.tree.headerItem().setToolTip(self.BAR, self.tr("Drawn, promised, short, remaining in the reserve."))
        area = self.tr("mu") if self._unit is ShownUnit.MU else self.tr("ha")
        names = (self.tr("Quantity"), self.tr("Paddy"), self.tr("Capacity"))
        for place, (name, indicator) in enumerate(zip(names, INDICATORS)):
            self.tree.addTopLevelItem(self._item(f"{name} ({area if place < AREAS else self.tr('kg')})", place, indicator))
        self._fit()
        self.counts.setText(self._told())

    def _item(self, name: str, place: int, indicator: str) -> QTreeWidgetItem:
        amounts = [self._amount(f"{part}_{indicator}", place) for part in PARTS]
        _, drawn, promised, short, remaining = amounts
        texts = [self._unit.text(amount) if place < AREAS else str(amount) for amount in amounts]
        item = QTreeWidgetItem([name, *(texts if self._results else [""] * len(texts)), ""])
        for column in range(self.NEED, self.BAR):
            item.setTextAlignment(column, number_of(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
        if short:
            item.setForeground(self.SHORT, RED)
            font = item.font(self.SHORT)
            font.setBold(True)
            item.setFont(self.SHORT, font)
        item.setData(self.BAR, BAR, Bar(drawn, promised, short, 0, remaining, drawn + promised + short + remaining))
        return item

    def _amount(self, name: str, place: int) -> int:
        """Micro-mu or kg of a number."""
        value = self._results.get(name, 0)
        return int(Decimal(repr(value)).scaleb(6)) if place < AREAS else int(value)

    def _fit(self) -> None:
        """As high as its rows."""
        rows = self.tree.sizeHintForRow(0) * self.tree.topLevelItemCount()
        self.tree.setFixedHeight(self.tree.header().sizeHint().height() + rows + 2 * self.tree.frameWidth() + 2)

    def _told(self) -> str:
        if not self._results:
            return self.tr("No matching yet.")
        parts = [self.tr("<b>{count} projects</b>").format(count=self._results["PROJECT_COUNT"])]
        parts += [
            f'<span style="color:{COLOURS[way]}">■</span> {way.value} {self._results[name]}' for way, name in COUNTS.items()
        ]
        if self._results.get("BEYOND_COUNT"):
            parts.append(self.tr("beyond the yearly ceiling: {count}").format(count=self._results["BEYOND_COUNT"]))
        gap = Decimal(repr(self._results["GAP"])) * 100
        proven = self.tr("gap 0 %, proven best") if not gap else self.tr("gap {gap} %").format(gap=f"{gap:.4g}")
        bars = ((USED, self.tr("Drawn")), (PENDING, self.tr("Promised")), (ADVANCED, self.tr("Short")), (AVAILABLE, self.tr("Remaining")))
        legend = " ".join(f'<span style="color:{colour}">■</span>{text}' for colour, text in bars)
        return " &nbsp; ".join([*parts, proven]) + f' &nbsp; <span style="color:#777">{self.tr("Bars:")}</span> {legend}'
