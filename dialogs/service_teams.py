"""The table of teams: what each serves, how it compares, with bars; the row chosen is the team that is given units."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QKeyEvent, QPainter, QPalette, QPen
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ..core.rounding import half_up
from ..core.service.assigning import Capacity
from ..core.service.assignment.problem import NOBODY
from ..core.service.scenario import limits_of, over_capacity
from ..core.service.workload import WHOLE
from ..processing.compat import number_of
from .service_map import colour_of

if TYPE_CHECKING:
    from ..core.service.scenario import Scenario

KEY, NAME, UNITS, AREA, PEOPLE, LOAD, PIECES = range(7)
BAR = number_of(Qt.ItemDataRole.UserRole)
SWATCH = 12
TROUBLE = QColor(176, 58, 0)


def shown_area(square_metres: int) -> str:
    """km², two decimals, half-up."""
    return f"{half_up(Decimal(int(square_metres)).scaleb(-6), 2):,}"


def shown_share(load: int) -> str:
    """Workload, two decimals, half-up."""
    return f"{half_up(Decimal(int(load)) / WHOLE, 2)}"


class TeamsModel(QAbstractTableModel):
    """A row for each team and, where some units have none, one for nobody. BAR of the column LOAD is (load, capacity, most),
    floats that are 1 at the mean, capacity NaN for none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scenario: Scenario | None = None
        self.colours = np.empty(0, dtype=np.int64)
        self._headers = (
            self.tr("Digit"), self.tr("Team"), self.tr("Number of units"), self.tr("km²"), self.tr("People"), self.tr("Workload"),
            self.tr("Parts"),
        )  # fmt: skip

    def show(self, scenario: Scenario | None, colours: np.ndarray) -> None:
        """Another scenario, or none."""
        self.beginResetModel()
        self._scenario, self.colours = scenario, colours
        self._take()
        self.endResetModel()

    def refresh(self, colours: np.ndarray) -> None:
        """The figures changed; the rows stay, so that the choice and the place of the list do."""
        self.colours = colours
        self._take()
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _take(self) -> None:
        scenario = self._scenario
        if scenario is None:
            self._count = 0
            return
        standing = scenario.standing
        self._count = len(scenario.scene.teams)
        self._totals, self._pieces = standing.totals, standing.pieces
        self._by_town = np.bincount(scenario.lead[scenario.inherited], minlength=self._count)
        self._over = over_capacity(scenario.scene, standing)
        self._people = "population" in scenario.scene.units.measures
        limits = limits_of(scenario.scene)
        self._limits = limits
        counted = scenario.scene.capacity
        self._marks = limits if counted is Capacity.WORKLOAD else np.full(self._count, np.nan)
        self._most = max(2.0, float(standing.of("load")[:-1].max(initial=0)) / WHOLE * 1.05)

    def team_at(self, row: int) -> int:
        """The place of the team of a row, NOBODY for the last."""
        return row if row < self._count else NOBODY

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self._scenario is None else self._count + 1

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return {
                KEY: self.tr("Typed over the map or in this table, it chooses the team; 0 is nobody."),
                LOAD: self.tr("1 is the mean of all teams. The line in the bar is the mean, the red one the capacity."),
                PIECES: self.tr("So many pieces that do not touch the team's area has."),
            }.get(section)
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column != NAME:
            side = Qt.AlignmentFlag.AlignHCenter if column in (KEY, PIECES) else Qt.AlignmentFlag.AlignRight
            return number_of(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and self._wrong(row, column):
            return QBrush(TROUBLE)
        if role == Qt.ItemDataRole.FontRole and self._wrong(row, column):
            font = QFont()
            font.setBold(True)
            return font
        if role == BAR and column == LOAD and row < self._count:
            return self._totals[row, 3] / WHOLE, float(self._marks[row]), self._most
        if role == BAR and column == NAME:
            return colour_of(int(self.colours[row])) if row < self._count else None
        return None

    def _text(self, row: int, column: int) -> str:
        totals = self._totals[row]
        if column == KEY:
            return str((row + 1) if row < min(9, self._count) else 0) if row < 9 or row == self._count else ""
        if column == NAME:
            return str(self._scenario.scene.teams.name[row]) if row < self._count else self.tr("nobody")
        if column == PIECES:
            return str(int(self._pieces[row])) if row < self._count else ""
        if column == PEOPLE and not self._people:
            return "—"
        return (
            f"{int(totals[0]):,}", shown_area(totals[1]), f"{int(totals[2]):,}", shown_share(totals[3])
        )[column - UNITS]  # fmt: skip

    def _wrong(self, row: int, column: int) -> bool:
        """What a warning speaks of."""
        if row == self._count:
            return column in (NAME, UNITS) and bool(self._totals[row, 0])
        if column == UNITS:
            return not self._totals[row, 0] or (bool(self._over[row]) and np.isnan(self._marks[row]))
        if column == LOAD:
            return bool(self._over[row]) and not np.isnan(self._marks[row])
        return column == PIECES and bool(self._pieces[row] > 1)

    def _tip(self, row: int) -> str:
        if row == self._count:
            return self.tr("Units without a team. Choose this row to take units away from their teams.")
        teams, totals = self._scenario.scene.teams, self._totals[row]
        lines = [f"{teams.id[row]}  {teams.name[row]}"]
        if teams.lead[row]:
            lines.append(self.tr("Leading planner: {name}").format(name=teams.lead[row]))
        lines.append(self.tr("Straight to the units: {km} km in all").format(km=f"{int(totals[4]) / 1000:,.1f}"))
        if self._by_town[row]:
            told = self.tr("{count} of its units are villages served by the town's team, inherited")
            lines.append(told.format(count=int(self._by_town[row])))
        if np.isfinite(self._limits[row]):
            lines.append(self.tr("Capacity: {capacity}").format(capacity=f"{self._limits[row]:g}"))
        return "\n".join(lines)


class SwatchDelegate(QStyledItemDelegate):
    """A square of the team's colour before its name."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        style = option.widget.style()
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        text, plain.text = plain.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, option.widget)
        box = QRect(option.rect.left() + 4, option.rect.center().y() - SWATCH // 2, SWATCH, SWATCH)
        colour = index.data(BAR)
        painter.save()
        painter.setPen(QPen(QColor(90, 90, 90)))
        painter.setBrush(QBrush(colour) if colour is not None else QBrush(QColor(120, 120, 120), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        brush = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(brush.color() if brush is not None and not selected else option.palette.color(role))
        painter.setFont(plain.font)
        place = option.rect.adjusted(SWATCH + 10, 0, -2, 0)
        shown = plain.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, number_of(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex):  # type: ignore[no-untyped-def]
        hint = super().sizeHint(option, index)
        hint.setWidth(hint.width() + SWATCH + 12)
        return hint


class BarDelegate(QStyledItemDelegate):
    """Workload as a bar: its length by the largest, a line at the mean, a red one at the capacity, the number at the right."""

    NUMBER = 40

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        bar = index.data(BAR)
        if bar is None:
            super().paint(painter, option, index)
            return
        load, capacity, most = bar
        super().paint(painter, option, index)
        ground = option.rect.adjusted(4, 4, -self.NUMBER - 4, -4)
        colour = index.siblingAtColumn(NAME).data(BAR)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(225, 225, 225))
        painter.drawRect(ground)
        painter.setBrush(colour)
        painter.drawRect(QRect(ground.left(), ground.top(), round(ground.width() * load / most), ground.height()))
        for value, mark, width in ((1.0, QColor(40, 40, 40), 1), (capacity, QColor(200, 0, 0), 2)):
            if value == value and value <= most:
                painter.setPen(QPen(mark, width))
                place = ground.left() + round(ground.width() * value / most)
                painter.drawLine(place, ground.top() - 2, place, ground.bottom() + 2)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex):  # type: ignore[no-untyped-def]
        hint = super().sizeHint(option, index)
        hint.setWidth(max(150, hint.width()))
        return hint


class TeamsTable(QTableView):
    """`chosen` (place of the team, NOBODY) when another row is chosen; `digit` when one is typed."""

    chosen = pyqtSignal(int)
    digit = pyqtSignal(int)

    def __init__(self, model: TeamsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegateForColumn(NAME, SwatchDelegate(self))
        self.setItemDelegateForColumn(LOAD, BarDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(24, self.fontMetrics().height() + 8))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column in (KEY, UNITS, AREA, PEOPLE, PIECES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(NAME, 120)
        header.setSectionResizeMode(LOAD, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        self.setAccessibleName(self.tr("Teams"))
        self.selectionModel().currentRowChanged.connect(lambda now, before: self.chosen.emit(self.team))

    @property
    def team(self) -> int:
        """The team chosen, NOBODY for the last row and for none."""
        index = self.currentIndex()
        return self.model().team_at(index.row()) if index.isValid() else NOBODY

    def choose(self, team: int) -> None:
        """Choose a team, NOBODY for nobody."""
        last = self.model().rowCount() - 1
        row = last if team == NOBODY else team
        if 0 <= row <= last:
            self.setCurrentIndex(self.model().index(row, NAME))

    def choose_digit(self, number: int) -> bool:
        """Choose by a key: 1 is the first team, 0 nobody. False where there is no such team."""
        if number > self.model().rowCount() - 1:
            return False
        self.choose(number - 1 if number else NOBODY)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - number_of(Qt.Key.Key_0)
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and 0 <= place <= 9:
            self.digit.emit(place)
            event.accept()
            return
        super().keyPressEvent(event)
