"""The page of opinions in the review panel: list, filter, what the chosen one says, and what can be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from qgis.core import QgsMapLayerProxyModel, QgsSettings
from qgis.gui import QgsFilterLineEdit, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..core.village.review import Opinion
from ..core.village.review_words import CHECK, DONE, OPEN, PARTLY, categories, category_named, review_states, state_name
from .memory import SCOPE
from .opinions_layer import OpinionKeeper
from .panel_widgets import details_label, icon_button
from .rows_model import Column, RowsModel
from .shown_rows import low_rows
from .wheel import WheelScrolls

COLUMNS = f"{SCOPE}/windows/planreview/opinion_columns"
STATE_COLOURS = {OPEN: QColor(200, 20, 20), PARTLY: QColor(196, 112, 0), DONE: QColor(30, 130, 70), CHECK: QColor(40, 110, 190)}
"""As on the map, darker where they would be hard to read."""


class OpinionsPage(QWidget):
    """Widgets over opinions; what the buttons do is the panel's business. `chosen_changed` follows the selection."""

    chosen_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowsModel(self._columns(), self)
        self._build()
        self.show_opinions(())

    # ------------------------------------------------------------------------------------------------------- building

    def _columns(self) -> list[Column]:
        return [
            Column(self.tr("No."), lambda each: str(each.number), lambda each: each.number, True),
            Column(self.tr("Round"), lambda each: str(each.round), lambda each: each.round, True),
            Column(self.tr("Kind of question"), lambda each: category_name(each.category)),
            Column(self.tr("Status"), lambda each: state_name(each.state), colour=lambda each: STATE_COLOURS.get(each.state)),
            Column(self.tr("Opinion"), lambda each: each.text),
            Column(self.tr("Place"), lambda each: each.place),
            Column(self.tr("Basis"), lambda each: each.basis),
            Column(self.tr("Department or expert"), lambda each: each.who),
            Column(self.tr("Reply of the planners"), lambda each: each.reply),
            Column(self.tr("State by the planners"), lambda each: state_name(each.claim) if each.claim else ""),
            Column(self.tr("How compared"), lambda each: each.why),
        ]

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 6, 2, 2)
        column.addLayout(self._layer_row())
        self.totals = QLabel()
        self.totals.setWordWrap(True)
        column.addWidget(self.totals)
        column.addLayout(self._filter_row())
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        low_rows(self.table)
        digit = self.fontMetrics().horizontalAdvance("8")
        for number, letters in enumerate((6, 6, 10, 9, 44, 26, 8, 14, 24, 12, 36)):
            self.table.setColumnWidth(number, letters * digit + 12)
        kept = QgsSettings().value(COLUMNS)
        if kept:
            self.table.horizontalHeader().restoreState(kept)
        self.table.horizontalHeader().setSectionsMovable(True)
        self.table.selectionModel().selectionChanged.connect(lambda *change: self._chosen())
        column.addWidget(self.table, 1)
        self.details = details_label()
        column.addWidget(self.details)
        column.addLayout(self._own_row())
        column.addLayout(self._round_row())
        wheel = WheelScrolls(self)
        for box in (self.categories, self.states, self.round):
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.installEventFilter(wheel)

    def _layer_row(self) -> QHBoxLayout:
        self.layer_combo = QgsMapLayerComboBox()
        self.layer_combo.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.layer_combo.setAllowEmptyLayer(True, self.tr("No opinions yet: the first one makes their file"))
        self.layer_combo.setLayer(None)
        self.layer_combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.layer_combo.setToolTip(self.tr("The GeoPackage layer that the opinions are kept in."))
        self.open_button = icon_button("/mActionFileOpen.svg", self.tr("Open or make a file of opinions"))
        row = QHBoxLayout()
        row.addWidget(self.layer_combo, 1)
        row.addWidget(self.open_button)
        return row

    def _filter_row(self) -> QGridLayout:
        self.categories, self.states = QComboBox(), QComboBox()
        self.categories.addItem(self.tr("All kinds of questions"), "")
        for category in categories():
            self.categories.addItem(category.name, category.code)
        self.states.addItem(self.tr("All states"), "")
        for code, state in review_states().items():
            self.states.addItem(state.name, code)
        self.sought = QgsFilterLineEdit()
        self.sought.setPlaceholderText(self.tr("Search: words of the opinion, place, department, reply …"))
        grid = QGridLayout()
        grid.addWidget(self.categories, 0, 0)
        grid.addWidget(self.states, 0, 1)
        grid.addWidget(self.sought, 1, 0, 1, 2)
        for combo in (self.categories, self.states):
            combo.currentIndexChanged.connect(self.narrow)
        self.sought.textChanged.connect(self.narrow)
        return grid

    def _own_row(self) -> QHBoxLayout:
        self.locate_button = icon_button("/mActionZoomToSelected.svg", self.tr("Show on the map"))
        self.new_button = QPushButton(self.tr("New opinion…"))
        self.new_button.setToolTip(self.tr("An opinion on the whole plan, without a place."))
        self.pick_button = QPushButton(self.tr("At a place…"))
        self.pick_button.setCheckable(True)
        self.pick_button.setToolTip(self.tr("Click a place on the map and write an opinion on it."))
        self.edit_button = QPushButton(self.tr("Change…"))
        self.remove_button = QPushButton(self.tr("Take out"))
        self.undo_button = icon_button("/mActionUndo.svg", self.tr("Take back the last step"))
        row = QHBoxLayout()
        row.addWidget(self.locate_button)
        row.addStretch(1)
        for button in (self.new_button, self.pick_button, self.edit_button, self.remove_button, self.undo_button):
            row.addWidget(button)
        return row

    def _round_row(self) -> QHBoxLayout:
        self.round = QSpinBox()
        self.round.setRange(1, 99)
        self.round.setToolTip(self.tr("The round of the review that new opinions are of."))
        label = QLabel(self.tr("&Round"))
        label.setBuddy(self.round)
        self.import_button = QPushButton(self.tr("Former round…"))
        self.import_button.setToolTip(
            self.tr("Reads the list of opinions that the planners filled in and compares it with the findings shown.")
        )
        self.compare_button = QPushButton(self.tr("Compare rounds"))
        self.compare_button.setToolTip(self.tr("Says of each opinion of a former round whether its findings are still there."))
        self.export_button = QPushButton(self.tr("List of opinions…"))
        self.export_button.setToolTip(self.tr("Writes the form of the review meeting (T32) as a workbook."))
        row = QHBoxLayout()
        for widget in (label, self.round):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self.import_button, self.compare_button, self.export_button):
            row.addWidget(button)
        return row

    def keep_columns(self) -> None:
        """Remember widths and order of the columns."""
        QgsSettings().setValue(COLUMNS, self.table.horizontalHeader().saveState())

    # -------------------------------------------------------------------------------------------------------- showing

    def show_opinions(self, opinions: Iterable[Opinion]) -> None:
        """Show these; what was chosen stays chosen."""
        chosen = self.chosen()
        self.model.set_rows(list(opinions))
        self.choose(chosen)
        states = Counter(each.state for each in self.model.rows)
        parts = [f"{state_name(code)} {states[code]}" for code in review_states() if states[code]]
        total = self.tr("{count} opinions").format(count=len(self.model.rows))
        self.totals.setText("  ".join([total, *parts]))
        self._chosen()

    def narrow(self, *changed: object) -> None:
        """Show what the filter lets through."""
        category, state = self.categories.currentData(), self.states.currentData()
        words = self.sought.text().casefold().split()

        def keep(each: Opinion) -> bool:
            if (category and each.category != category) or (state and each.state != state):
                return False
            held = "\n".join((each.text, each.place, each.who, each.reply, each.basis, each.village, each.why)).casefold()
            return all(word in held for word in words)

        chosen = self.chosen()
        self.model.narrow(keep)
        self.choose(chosen)

    def chosen(self) -> list[str]:
        """Names of the opinions chosen, in the order shown."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows()) if hasattr(self, "table") else []
        return [self.model.shown[row].id for row in rows if row < len(self.model.shown)]

    def choose(self, names: Iterable[str]) -> None:
        """Choose opinions by name; those that are not shown are left out."""
        wanted = set(names)
        self.table.clearSelection()
        mode = self.table.selectionMode()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        for row, each in enumerate(self.model.shown):
            if each.id in wanted:
                self.table.selectRow(row)
        self.table.setSelectionMode(mode)

    def choose_row(self, row: int) -> None:
        """Choose a shown row, or the last one there is."""
        if self.model.shown:
            self.table.selectRow(min(row, len(self.model.shown) - 1))

    def show_buttons(self, keeper: OpinionKeeper, idle: bool, findings: bool) -> None:
        """Buttons that make sense now: with the opinions that are kept, while no round is under way (`idle`), beside `findings`."""
        names, opinions = self.chosen(), keeper.opinions
        self.locate_button.setEnabled(any(name in opinions and opinions[name].has_place for name in names))
        self.edit_button.setEnabled(len(names) == 1)
        self.remove_button.setEnabled(bool(names))
        self.undo_button.setEnabled(keeper.undoable)
        self.import_button.setEnabled(idle)
        older = any(each.round < self.round.value() for each in opinions.values())
        self.compare_button.setEnabled(idle and findings and older)
        self.export_button.setEnabled(idle and bool(opinions))

    def _chosen(self) -> None:
        names = set(self.chosen())
        one = next((each for each in self.model.shown if each.id in names), None) if len(names) == 1 else None
        self.details.setText("" if one is None else self._details(one))
        self.chosen_changed.emit()

    def _details(self, each: Opinion) -> str:
        head = " · ".join(
            part for part in (str(each.number), category_name(each.category), state_name(each.state), each.basis, each.place) if part
        )
        reply = self.tr("Reply: {reply}").format(reply=each.reply) if each.reply else ""
        return "\n".join(part for part in (head, each.text, reply, each.why) if part)


def category_name(code: str) -> str:
    """What a category is called."""
    found = category_named(code)
    return found.name if found is not None else code
