"""The window “Land occupied by footprints” 红线占用地类分析: choose, run, look, show on the map, export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsProcessingAlgorithm, QgsProject
from qgis.gui import QgisInterface, QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ..processing.base import icon_path
from .background_run import BackgroundRun
from .map_locator import locate
from .memory import WindowMemory, keep_output_folder
from .questions import asked
from .sample import Sample
from .workbook_file import WorkbookFile

if TYPE_CHECKING:
    from .occupation_choices import ChoicesPanel
    from .occupation_result import ResultPanel

ALGORITHM = "landledger:occupation"
SIZE = (1320, 800)
LEFT = 360


class OccupationDialog(QDialog):
    """Runs `landledger:occupation` in the background and shows its result; computes nothing itself."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("OccupationDialog")
        self.setWindowIcon(QIcon(icon_path("occupation.svg")))
        self._iface = iface
        self._memory = WindowMemory("occupation")
        self._workbook = ""
        self._algorithm: QgsProcessingAlgorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        self.setWindowTitle(self._algorithm.displayName())
        self.run = BackgroundRun(self)
        self.bar = QgsMessageBar()
        self._file = WorkbookFile(self, self.bar)
        self.choices: ChoicesPanel | None = None
        able, reason = self._algorithm.canExecute()
        if not able:
            self._build_refusal(reason)
            return
        # Only now: these need the packages that canExecute has just asked for.
        from .occupation_choices import ChoicesPanel
        from .occupation_result import ResultPanel

        self.choices = ChoicesPanel(self._algorithm)
        self.result: ResultPanel = ResultPanel()
        self._build()
        self._connect()
        if not self._memory.restore(self, self.splitter):
            self.resize(*SIZE)
            self.splitter.setSizes([LEFT, SIZE[0] - LEFT])
        self._show_state()

    # ------------------------------------------------------------------------------------------------------- building

    def _build_refusal(self, reason: str) -> None:
        """A package is missing: nothing but the reason."""
        QVBoxLayout(self).addWidget(self.bar)
        self.resize(SIZE[0] // 2, 120)
        self._warn(reason, Qgis.MessageLevel.Critical)

    def _build(self) -> None:
        self.splitter = QSplitter()
        self.splitter.addWidget(self.choices)
        self.splitter.addWidget(self.result)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.run_button = QPushButton(QgsApplication.getThemeIcon("/mActionStart.svg"), self.tr("&Run"))
        self.run_button.setDefault(True)
        self.cancel_button = QPushButton(self.tr("&Cancel run"))
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.export_button = QPushButton(self.tr("E&xport workbook"))
        menu = QMenu(self.export_button)
        self.open_action = menu.addAction(self.tr("Open workbook"), self.open_workbook)
        self.save_action = menu.addAction(self.tr("Save workbook as…"), self.save_workbook_as)
        self.folder_action = menu.addAction(self.tr("Open folder"), self.open_folder)
        self.export_button.setMenu(menu)
        self.locate_button = QPushButton(self.tr("&Zoom to"))
        self.close_button = QPushButton(self.tr("C&lose"))
        for button in (self.cancel_button, self.export_button, self.locate_button, self.close_button):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.run_button)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.export_button)
        foot.addWidget(self.locate_button)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(self.splitter, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.run_button.clicked.connect(self.start)
        self.cancel_button.clicked.connect(self.run.cancel)
        self.locate_button.clicked.connect(self.result.locate)
        self.close_button.clicked.connect(self.reject)
        self.run.told.connect(self.result.hear)
        self.run.progressed.connect(lambda percent: self.progress.setValue(int(percent)))
        self.run.ended.connect(self._ended)
        self.result.located.connect(self._locate)
        self.result.table.selectionModel().selectionChanged.connect(lambda *chosen: self._show_state())
        project = QgsProject.instance()
        project.layersRemoved.connect(self._layers_went)
        project.cleared.connect(self._project_gone)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self.choices is not None and not self.choices.has_layers():
            Sample(self).offer(self.bar, self.load_sample)

    def _layers_went(self, ids: list) -> None:
        self._show_state()

    def load_sample(self) -> None:
        """The sample township into the project, and the map on it."""
        self.bar.clearWidgets()
        Sample(self).load_on_map(self._iface)

    def _show_state(self) -> None:
        """Buttons that make sense now."""
        running = self.run.running
        self.run_button.setEnabled(not running)
        self.cancel_button.setEnabled(running)
        self.choices.setEnabled(not running)
        self.locate_button.setEnabled(self.result.layer is not None and bool(self.result.chosen_ids()))
        self.export_button.setEnabled(bool(self._workbook) and not running)

    # --------------------------------------------------------------------------------------------------------- running

    def start(self) -> None:
        """Run with what is chosen; ask before a file is replaced."""
        self.bar.clearWidgets()
        problem = self.choices.problem()
        if problem is not None:
            text, widget = problem
            self._warn(text)
            self.choices.ensureWidgetVisible(widget)
            widget.setFocus()
            return
        if not self.choices.output.may_replace():
            return
        self.choices.remember()
        parameters = self.choices.parameters()
        replaced = self.choices.output.layers_to_replace()
        self._workbook = ""
        self.result.clear()
        QgsProject.instance().removeMapLayers(replaced)
        self.result.setCurrentIndex(2)
        self.progress.setValue(0)
        self.run.start(self._algorithm, parameters)
        self._show_state()

    def _ended(self, successful: bool, results: dict, layers: list) -> None:
        if successful:
            self._show_result(results, layers)
        else:
            self.progress.setValue(0)
            if self.run.canceled:
                self.bar.pushMessage(self.tr("Cancelled. Nothing was written."), Qgis.MessageLevel.Info, 0)
            else:
                self._warn(self.run.reason or self.tr("The run failed; the log says why."), Qgis.MessageLevel.Critical)
        self._show_state()

    def _show_result(self, results: dict, layers: list) -> None:
        self.progress.setValue(100)
        self._workbook = str(results.get("WORKBOOK") or "")
        if self._workbook:
            keep_output_folder(self._workbook)
        self.result.show_numbers(self._algorithm, results)
        self.result.set_layer(layers[0] if layers else None)
        self.result.setCurrentIndex(0)
        if int(results.get("UNBALANCED_COUNT", 0)):
            text = self.tr("Draft: {count} checks do not hold, see the tab “Findings and checks”.")
            self._warn(text.format(count=int(results["UNBALANCED_COUNT"])))
        else:
            text = self.tr("Done: {plots} plots, {pieces} pieces. Click a row to see it on the map.")
            text = text.format(plots=int(results["FOOTPRINT_COUNT"]), pieces=int(results["PIECE_COUNT"]))
            self.bar.pushMessage(text, Qgis.MessageLevel.Success, 0)

    def _warn(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Warning) -> None:
        self.bar.pushMessage(text, level, 0)

    # --------------------------------------------------------------------------------------------------- map and export

    def _locate(self, ids: list[int]) -> None:
        if self.result.layer is not None and self._iface is not None:
            locate(self._iface, self.result.layer, ids)

    def open_workbook(self) -> None:
        """In the program the computer has for it."""
        self._file.open(self._workbook)

    def open_folder(self) -> None:
        self._file.open_folder(self._workbook)

    def save_workbook_as(self) -> None:
        """A copy of the workbook; the system's dialog asks before it replaces a file."""
        self._file.save_as(self._workbook)

    def copy_workbook(self, target: str) -> None:
        """Whole or not at all."""
        self._file.copy(self._workbook, target)

    # --------------------------------------------------------------------------------------------------------- closing

    def _project_gone(self) -> None:
        """Another project: the result, and a run that is still going on, belong to the one before."""
        self.run.cancel()
        self.result.clear()
        self._workbook = ""
        self._show_state()

    def reject(self) -> None:
        """Close, by button, Escape or the frame; a run in progress is cancelled if the user agrees."""
        if self.run.running and not self._may_cancel():
            return
        if self.choices is None:
            super().reject()
            return
        self.run.cancel()
        self.choices.remember()
        self._memory.keep(self, self.splitter)
        super().reject()

    def _may_cancel(self) -> bool:
        text = self.tr("The run is still going on. Cancel it and close the window?")
        return asked(self, text, ((self.tr("Cancel and close"), "Stop"), (self.tr("Go on"), "Stay"))) == "Stop"
