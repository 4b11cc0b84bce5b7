"""The page of balances: every holder with its sources, in figures and as a bar of used, pending, advanced and available."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QModelIndex, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QPainter
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.quota.overview import Overview, Standing
from .ledger_words import mu, short_mu

BAR = Qt.ItemDataRole.UserRole + 2
KEY = Qt.ItemDataRole.UserRole + 3
USED, PENDING, ADVANCED, PROMISED, AVAILABLE = "#5b7da8", "#e0a030", "#c0504d", "#9cc48a", "#4f9a4a"


@dataclass(frozen=True)
class Bar:
    """Lengths of a bar's parts, micro-mu, on a scale whose end is `full`."""

    used: int
    pending: int
    advanced: int
    promised: int
    available: int
    full: int


class BarDelegate(QStyledItemDelegate):
    """Draws the bar of a row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().paint(painter, option, index)
        bar = index.data(BAR)
        if not isinstance(bar, Bar) or bar.full <= 0:
            return
        painter.save()
        place = QRectF(option.rect).adjusted(4, 4, -4, -4)
        left = place.left()
        for length, colour in zip(
            (bar.used, bar.pending, bar.advanced, bar.promised, bar.available),
            (USED, PENDING, ADVANCED, PROMISED, AVAILABLE),
        ):
            width = place.width() * max(length, 0) / bar.full
            painter.fillRect(QRectF(left, place.top(), width, place.height()), QBrush(QColor(colour)))
            left += width
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(160, option.fontMetrics.height() + 8)


class BalancesPage(QWidget):
    """`wanted` (book, source or '') asks for the vouchers of a row; `year_changed` that another year is looked at."""

    wanted = pyqtSignal(str, str)
    year_changed = pyqtSignal()
    NAME, OBTAINED, ADJUSTED, USED, PENDING, ADVANCED, PROMISED, AVAILABLE, LEFT, BAR = range(10)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.years = QComboBox()
        self.years.setAccessibleName(self.tr("Quota year"))
        self.years.addItem(self.tr("All years"), None)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([
            self.tr("Holder / source (mu)"), self.tr("Obtained"), self.tr("Adjusted +/−"), self.tr("Used"),
            self.tr("Pending"), self.tr("Quota advanced"), self.tr("Reserved, allocated"), self.tr("Available"),
            self.tr("Left"), self.tr("Composition"),
        ])  # fmt: skip
        self._tips()
        self.tree.setItemDelegateForColumn(self.BAR, BarDelegate(self.tree))
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        self.tree.setAllColumnsShowFocus(True)
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.total = QLabel()
        self.total.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        label = QLabel(self.tr("&Year"))
        label.setBuddy(self.years)
        top.addWidget(label)
        top.addWidget(self.years)
        top.addStretch(1)
        top.addWidget(self._legend())
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 6, 2, 2)
        column.addLayout(top)
        column.addWidget(self.empty)
        column.addWidget(self.tree, 1)
        column.addWidget(self.total)
        self.tree.itemActivated.connect(self._activated)
        self.tree.itemExpanded.connect(lambda item: self.tree.resizeColumnToContents(self.NAME))
        self.years.currentIndexChanged.connect(lambda place: self.year_changed.emit())

    def _tips(self) -> None:
        tips = {
            self.OBTAINED: self.tr("Issued by the upper level or entered as opening balance, and not taken back, in mu."),
            self.ADJUSTED: self.tr("Received from other holders (negative: given to them) and from other years."),
            self.USED: self.tr("Approved (used or written off), of real sources."),
            self.PENDING: self.tr("Submitted and not yet approved, of real sources."),
            self.ADVANCED: self.tr("Advanced and not yet cleared."),
            self.PROMISED: self.tr("Reserved for projects or allocated to them."),
            self.AVAILABLE: self.tr("Free: may be reserved, allocated or transferred."),
            self.LEFT: self.tr("Available, reserved and allocated, less what was advanced."),
        }
        for column, tip in tips.items():
            self.tree.headerItem().setToolTip(column, tip)

    def _legend(self) -> QLabel:
        parts = (
            (USED, self.tr("Used")), (PENDING, self.tr("Pending")), (ADVANCED, self.tr("Quota advanced")),
            (PROMISED, self.tr("Reserved, allocated")), (AVAILABLE, self.tr("Available")),
        )  # fmt: skip
        label = QLabel(" &nbsp;".join(f'<span style="color:{colour}">■</span> {text}' for colour, text in parts))
        label.setTextFormat(Qt.TextFormat.RichText)
        return label

    @property
    def year(self) -> int | None:
        """The quota year looked at, None for all."""
        return self.years.currentData()

    def show_nothing(self, why: str) -> None:
        """No ledger, or an empty one: say so, and what to do next."""
        self.tree.clear()
        self.tree.setVisible(False)
        self.empty.setVisible(True)
        self.empty.setText(why)
        self.total.clear()

    def show_overview(
        self, found: Overview, books: Sequence[tuple[str, str]], sources: Mapping[str, str]
    ) -> None:
        """Standings of the books (code, name) in their order."""
        self._offer_years(found.years)
        opened = {item.data(self.NAME, KEY)[0] for item in self._items() if item.isExpanded()}
        self.tree.clear()
        self.tree.setVisible(True)
        self.empty.setVisible(False)
        standings = {code: found.of_book(code) for code, _ in books}
        full = max([_length(standing) for standing in standings.values()] or [0])
        for code, name in books:
            item = self._item(name, standings[code], full, (code, ""))
            for source, standing in self._of(found, code, sources):
                item.addChild(self._item(self._name(found, source, sources), standing, full, (code, source)))
            self.tree.addTopLevelItem(item)
            item.setExpanded(code in opened or len(books) == 1)
        if len(books) > 1:
            self._add_total(found, sources)
        for place in range(self.BAR):
            self.tree.resizeColumnToContents(place)

    def _name(self, found: Overview, source: str, sources: Mapping[str, str]) -> str:
        """What a source is called; one that the sum above leaves out says so."""
        name = sources.get(source, source)
        return self.tr("{source} (apart, not in the sum)").format(source=name) if source in found.apart else name

    def _of(self, found: Overview, code: str, sources: Mapping[str, str]) -> list[tuple[str, Standing]]:
        """The sources of a book, in the order of the ledger."""
        order = {source: place for place, source in enumerate(sources)}
        own = [(source, standing) for (book, source), standing in found.standings.items() if book == code]
        return sorted(own, key=lambda pair: (order.get(pair[0], len(order)), pair[0]))

    def _add_total(self, found: Overview, sources: Mapping[str, str]) -> None:
        total = found.total
        item = self._item(self.tr("Together"), total, _length(total), ("", ""))
        for place in range(self.tree.columnCount()):
            font = item.font(place)
            font.setBold(True)
            item.setFont(place, font)
        for source in [*sources, *sorted({of for _, of in found.standings} - set(sources))]:
            standing = found.of_source(source)
            if not standing.is_nothing:
                item.addChild(self._item(self._name(found, source, sources), standing, _length(total), ("", source)))
        self.tree.addTopLevelItem(item)

    def _item(self, name: str, standing: Standing, full: int, key: tuple[str, str]) -> QTreeWidgetItem:
        promised = standing.reserved.plus(standing.allocated)
        amounts = (
            standing.obtained.minus(standing.reclaimed), standing.adjusted.plus(standing.carried), standing.used,
            standing.pending, standing.advanced, promised, standing.available, standing.left,
        )  # fmt: skip
        item = QTreeWidgetItem([name, *(short_mu(amount.total) if amount.total else "" for amount in amounts), ""])
        item.setData(self.NAME, KEY, key)
        bar = Bar(*(a.total for a in (standing.used, standing.pending, standing.advanced, promised, standing.available)), full)
        item.setData(self.BAR, BAR, bar)
        for place, amount in enumerate(amounts, self.OBTAINED):
            item.setTextAlignment(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
            if amount.total:
                farm, fields = mu(amount.agricultural), mu(amount.cultivated)
                text = self.tr("{total} mu, of which agricultural {farm}, of which cultivated {fields}")
                item.setToolTip(place, text.format(total=mu(amount.total), farm=farm, fields=fields))
            if amount.total < 0:
                item.setForeground(place, QBrush(QColor("#c00000")))
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        return [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]

    def _offer_years(self, years: Sequence[int]) -> None:
        chosen = self.year
        self.years.blockSignals(True)
        self.years.clear()
        self.years.addItem(self.tr("All years"), None)
        for year in years:
            self.years.addItem(str(year), year)
        self.years.setCurrentIndex(max(0, self.years.findData(chosen)))
        self.years.blockSignals(False)

    def _activated(self, item: QTreeWidgetItem, column: int) -> None:
        self.wanted.emit(*item.data(self.NAME, KEY))


def _length(standing: Standing) -> int:
    """How long the bar of a standing is."""
    parts = (
        standing.used, standing.pending, standing.advanced, standing.reserved, standing.allocated, standing.available
    )  # fmt: skip
    return sum(max(part.total, 0) for part in parts)
