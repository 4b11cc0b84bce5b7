"""The page on which units are handed over: scenarios, tools, teams with their figures, lists of units, what can be done."""

from __future__ import annotations

from enum import Enum

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTableView,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .panel_widgets import icon_button
from .rows_model import RowsModel
from .service_lists import UnitsList
from .service_teams import TeamsModel, TeamsTable


class Effect(Enum):
    """What is done with the units picked on the map."""

    HAND_OVER = "hand_over"
    SELECT = "select"
    PIN = "pin"
    UNPIN = "unpin"


class WorkPage(QWidget):
    """Widgets only; the panel connects them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TeamsModel(self)
        self.teams = TeamsTable(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._scenario_line())
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.search = QgsFilterLineEdit()
        self.search.setShowSearchIcon(True)
        self.search.setPlaceholderText(self.tr("Find a unit"))
        self.search.setToolTip(self.tr("Code or name of a unit, or a part of it; Enter shows it on the map, Enter again the next one."))
        self.search.setAccessibleName(self.tr("Find a unit"))
        self.search.setFixedWidth(200)
        column.addLayout(self._line((self.state, 1), (self.search, 0)))
        column.addLayout(self._tool_line())
        self.figures = QLabel()
        self.figures.setTextFormat(Qt.TextFormat.RichText)
        self.figures.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.figures.setWordWrap(True)
        self.warnings = QLabel()
        self.warnings.setWordWrap(True)
        self.warnings.setTextFormat(Qt.TextFormat.PlainText)
        self.warnings.setStyleSheet("QLabel { background: #fff3e0; border: 1px solid #e0a050; padding: 4px; color: #5a3000; }")
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setFrameShape(QFrame.Shape.StyledPanel)
        self.status.setMinimumHeight(2 * self.fontMetrics().height() + 8)
        self.status.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        upper = QWidget()
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.figures, 0), (self.teams, 1), (self.warnings, 0), (self.status, 0)):
            above.addWidget(widget, stretch)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self._tabs())
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setChildrenCollapsible(False)
        column.addWidget(self.splitter, 1)
        column.addLayout(self._foot())

    # ------------------------------------------------------------------------------------------------------- building

    def _tool(self, icon: str, tip: str, checkable: bool = False, text: str = "") -> QToolButton:
        button = icon_button(icon, tip)
        button.setIconSize(QSize(20, 20))
        button.setCheckable(checkable)
        if text:
            button.setAccessibleName(text)
            button.setText(text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _line(self, *widgets: tuple[QWidget, int]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(3)
        for widget, stretch in widgets:
            line.addWidget(widget, stretch)
        return line

    def _scenario_line(self) -> QHBoxLayout:
        self.scenarios = QComboBox()
        self.scenarios.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.scenarios.setAccessibleName(self.tr("Scenario"))
        self.scenarios.setToolTip(self.tr("The scenario shown; * marks those with unsaved changes."))
        self.new_button = self._tool("/mActionFileNew.svg", self.tr("New scenario in which nobody serves anything"))
        self.copy_button = self._tool("/mActionEditCopy.svg", self.tr("Copy the scenario to try something else"))
        self.rename_button = self._tool("/mActionToggleEditing.svg", self.tr("Rename the scenario"))
        self.delete_button = self._tool("/mActionDeleteSelected.svg", self.tr("Delete the scenario"))
        self.save_button = self._tool("/mActionFileSave.svg", self.tr("Save the scenarios (Ctrl+S)"), text=self.tr("Save"))
        label = QLabel(self.tr("Sc&enario"))
        label.setBuddy(self.scenarios)
        return self._line(
            (label, 0), (self.scenarios, 1), (self.new_button, 0), (self.copy_button, 0), (self.rename_button, 0),
            (self.delete_button, 0), (self.save_button, 0),
        )  # fmt: skip

    def _tool_line(self) -> QHBoxLayout:
        self.box_button = self._tool(
            "/mActionSelectRectangle.svg", self.tr("Pick units on the map: click one, or drag a box"), True, self.tr("Box")
        )
        self.lasso_button = self._tool(
            "/mActionSelectFreehand.svg", self.tr("Pick units on the map: click one, or draw around several"), True,
            self.tr("Lasso"),
        )  # fmt: skip
        self.effect = QComboBox()
        for text, value in (
            (self.tr("give them to the team chosen"), Effect.HAND_OVER), (self.tr("select them only"), Effect.SELECT),
            (self.tr("pin them"), Effect.PIN), (self.tr("unpin them"), Effect.UNPIN),
        ):  # fmt: skip
            self.effect.addItem(text, value.value)
        self.effect.setAccessibleName(self.tr("What is done with the units picked"))
        self.effect.setToolTip(self.effect.accessibleName())
        self.give_button = self._tool(
            "/mActionArrowRight.svg", self.tr("Give the units selected to the team chosen"), text=self.tr("Give")
        )
        self.undo_button = self._tool("/mActionUndo.svg", self.tr("Undo (Ctrl+Z)"))
        self.redo_button = self._tool("/mActionRedo.svg", self.tr("Redo (Ctrl+Y)"))
        self.zoom_button = self._tool("/mActionZoomFullExtent.svg", self.tr("All units on the map"))
        return self._line(
            (self.box_button, 0), (self.lasso_button, 0), (self.effect, 1), (self.give_button, 0), (self.undo_button, 0),
            (self.redo_button, 0), (self.zoom_button, 0),
        )  # fmt: skip

    def _tabs(self) -> QTabWidget:
        town, name, code = self.tr("Township"), self.tr("Service unit"), self.tr("Code")
        self.pin_button = QPushButton(QgsApplication.getThemeIcon("/locked.svg"), self.tr("Pin those selected"))
        self.unpin_button = QPushButton(QgsApplication.getThemeIcon("/unlocked.svg"), self.tr("Unpin those selected"))
        self.reset_button = QPushButton(QgsApplication.getThemeIcon("/mActionUndo.svg"), self.tr("All back as saved"))
        for button, tip in (
            (self.pin_button, self.tr("Units pinned stay with their team, also in a proposal.")),
            (self.unpin_button, self.tr("Units unpinned may be given to another team again.")),
            (self.reset_button, self.tr("Gives every unit the team it had when it was saved; one undo takes it back.")),
        ):
            button.setToolTip(tip)
        self.unserved = UnitsList((code, name, town, self.tr("Workload")), self.tr("Served by nobody"))
        self.changed = UnitsList(
            (code, name, self.tr("Saved team"), self.tr("Team now")), self.tr("Changes since saving"), (self.reset_button,)
        )
        self.pinned = UnitsList(
            (code, name, self.tr("Team"), town), self.tr("Pinned units"), (self.pin_button, self.unpin_button)
        )
        self.compared = UnitsList((code, name, self.tr("Here"), self.tr("There")), self.tr("Compare"))
        self.other = QComboBox()
        self.other.setToolTip(self.tr("Another scenario; units that it gives to another team are listed."))
        self.other.setAccessibleName(self.tr("Compare with"))
        self.difference = QLabel()
        self.difference.setWordWrap(True)
        compare = QWidget()
        above = QVBoxLayout(compare)
        above.setContentsMargins(0, 0, 0, 0)
        label = QLabel(self.tr("Compare &with"))
        label.setBuddy(self.other)
        above.addLayout(self._line((label, 0), (self.other, 1)))
        above.addWidget(self.difference)
        above.addWidget(self.compared, 1)
        self.history_title = QLabel()
        self.history_title.setWordWrap(True)
        self.history_model = RowsModel(())
        self.history = QTableView()
        self.history.setModel(self.history_model)
        self.history.verticalHeader().hide()
        self.history.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.history.horizontalHeader().setStretchLastSection(True)
        self.history.setAccessibleName(self.tr("History of the unit"))
        past = QWidget()
        above = QVBoxLayout(past)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.history_title)
        above.addWidget(self.history, 1)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.compare_page, self.history_page = compare, past
        for page, title in (
            (self.unserved, self.tr("&1 Served by nobody")), (self.changed, self.tr("&2 Changes")),
            (self.pinned, self.tr("&3 Pinned")), (compare, self.tr("&4 Compare")), (past, self.tr("&5 History")),
        ):  # fmt: skip
            self.tabs.addTab(page, title)
        return self.tabs

    def _foot(self) -> QHBoxLayout:
        self.propose_button = QPushButton(QgsApplication.getThemeIcon("/mActionStart.svg"), self.tr("&Propose…"))
        self.propose_button.setToolTip(self.tr("Works out an assignment in the background; pinned units stay, one undo takes it back."))
        self.check_button = QPushButton(self.tr("Check &coverage"))
        self.export_button = QPushButton(self.tr("E&xport"))
        self.export_menu = QMenu(self.export_button)
        self.export_menu.setToolTipsVisible(True)
        self.export_button.setMenu(self.export_menu)
        self.export_button.setToolTip(self.tr("Writes workbooks or a map of the scenario before you."))
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.hide()
        self.cancel_button = QPushButton(self.tr("Ca&ncel run"))
        self.cancel_button.setToolTip(self.tr("Ends what is being worked out; the scenario stays as it is."))
        self.cancel_button.hide()
        self.leave_button = QPushButton(self.tr("Other la&yers…"))
        self.leave_button.setToolTip(self.tr("Back to the choice of units, teams and the place of the scenarios."))
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for button in (self.propose_button, self.check_button, self.export_button, self.cancel_button, self.leave_button):
            button.setAutoDefault(False)
        return self._line(
            (self.propose_button, 0), (self.check_button, 0), (self.export_button, 0), (self.progress, 1),
            (self.cancel_button, 0), (space, 0), (self.leave_button, 0),
        )  # fmt: skip
