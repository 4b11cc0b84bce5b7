"""Rounds of a review: the list of opinions goes out, comes back filled in, and is compared with the findings shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsProcessing, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog

from ..core.village.review import Opinion
from ..processing.adapters.review_rows import opinion_of_feature
from .memory import keep_output_folder, output_folder
from .notices import push_with_button

if TYPE_CHECKING:
    from .plan_review_dock import PlanReviewDock

REVIEW = "landledger:planreview"


class OpinionsRounds(QObject):
    """Each is a run of `landledger:planreview` in the background; what it says of opinions is kept as one step."""

    def __init__(self, dock: PlanReviewDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self._after: Callable[[dict], None] | None = None

    # ------------------------------------------------------------------------------------------------------ what comes

    def choose_former(self) -> None:
        """Ask for the workbook that came back."""
        pattern = self.tr("Excel workbook (*.xlsx)")
        title = self.tr("List of opinions of the former round")
        file, _ = QFileDialog.getOpenFileName(self._dock, title, output_folder(), pattern)
        if file:
            self.import_former(file)

    def import_former(self, file: str) -> None:
        """Read a list of opinions in the background, compare it with the findings shown, and keep what it says."""
        if not file.lower().endswith(".xlsx"):
            text = self.tr("{file} is no Excel workbook (*.xlsx): choose the list of opinions that the planners sent back.")
            self._dock.say(text.format(file=Path(file).name))
            return
        if not self._dock.choice.has_file():
            return
        keep_output_folder(file)
        given = {"PREVIOUS_BOOK": file, "PROBLEMS": QgsProcessing.TEMPORARY_OUTPUT, "ROUND": 0}
        self._start(given, partial(self._take_former, file))

    def compare(self) -> None:
        """Compare the opinions of former rounds with the findings shown."""
        self._start({"ROUND": self._dock.opinions.round.value()}, self._take_states)

    # ------------------------------------------------------------------------------------------------------ what goes

    def choose_list(self) -> None:
        """Ask where the list of opinions goes."""
        layer = self._dock.keeper.layer
        stem = Path(layer.source().partition("|")[0]).stem if layer is not None else ""
        start = str(Path(output_folder()) / f"{stem or self.tr('review_opinions')}_{date.today():%Y%m%d}.xlsx")
        pattern = self.tr("Excel workbook (*.xlsx)")
        file, _ = QFileDialog.getSaveFileName(self._dock, self.tr("List of opinions"), start, pattern)
        if file:
            self.export_list(file if file.lower().endswith(".xlsx") else file + ".xlsx")

    def export_list(self, file: str) -> None:
        """Write the form of the review meeting in the background."""
        keep_output_folder(file)
        villages = {each.village for each in self._dock.keeper.opinions.values() if each.village}
        title = villages.pop() if len(villages) == 1 else ""
        given = {"WORKBOOK": file, "TITLE": title, "ROUND": self._dock.opinions.round.value()}
        self._start(given, lambda results: self._tell_written(file))

    def _tell_written(self, file: str) -> None:
        """Where the list lies, with a button that opens it."""
        bar = self._dock.bar
        bar.clearWidgets()
        text, button = self.tr("Written: {file}").format(file=file), (self.tr("Open it"), "OpenFile")
        action = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(file))
        push_with_button(bar, text, Qgis.MessageLevel.Success, button, action)

    # --------------------------------------------------------------------------------------------------------- the run

    def _start(self, given: dict[str, Any], after: Callable[[dict], None]) -> None:
        dock = self._dock
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(REVIEW)
        if algorithm is None or dock.run.running:
            return
        parameters = {"MAKE": "none", "RESULT": QgsProcessing.TEMPORARY_OUTPUT, **given}
        if dock.layer is not None:
            parameters["FINDINGS"] = dock.layer.id()
        if dock.keeper.layer is not None:
            parameters["OPINIONS"] = dock.keeper.layer.id()
        self._after = after
        dock.run.start(algorithm, parameters)
        dock.show_opinion_buttons()

    def ended(self, successful: bool, results: dict, layers: list) -> None:
        """The run is over: its results are taken, or it is told why there are none."""
        dock = self._dock
        after, self._after = self._after, None
        dock.show_opinion_buttons()
        if not successful:
            if not dock.run.canceled:
                dock.say(dock.run.reason or self.tr("The run failed; the log says why."), Qgis.MessageLevel.Critical)
        elif after is not None:
            after(results)
        dock.show_opinion_buttons()

    def _take_former(self, file: str, results: dict) -> None:
        """What came back goes into the file of opinions as one step, unless cells are wrong: then they are shown."""
        wrong, doubtful = int(results["PROBLEM_COUNT"]), int(results["WARNING_COUNT"])
        if wrong or doubtful:
            self._show_problems()
        if wrong:
            text = self.tr("{file} has {count} wrong cells, listed in the table of problems; nothing was taken from it.")
            self._dock.say(text.format(file=Path(file).name, count=wrong), Qgis.MessageLevel.Critical)
            return
        if not self._take_states(results):
            return
        self._dock.opinions.round.setValue(int(results["ROUND_NUMBER"]))
        self._dock.show_opinion_buttons()

    def _show_problems(self) -> None:
        """The table of problems becomes a layer of the project, to be opened there."""
        layer = self._dock.run.tables.pop("PROBLEMS", None)
        if isinstance(layer, QgsVectorLayer):
            layer.setName(self.tr("Problems of the list of opinions"))
            QgsProject.instance().addMapLayer(layer)

    def _take_states(self, results: dict) -> bool:
        dock = self._dock
        if not dock.keeper.put(self._result(), self.tr("Compare with the former round")):
            return False
        contradicted = int(results["CONTRADICTED_COUNT"])
        dock.tabs.setCurrentWidget(dock.opinions)
        dock.say(self._states_told(results), Qgis.MessageLevel.Warning if contradicted else Qgis.MessageLevel.Success)
        return True

    def _result(self) -> list[Opinion]:
        layer = self._dock.run.tables.get("RESULT")
        return [] if not isinstance(layer, QgsVectorLayer) else [opinion_of_feature(each) for each in layer.getFeatures()]

    def _states_told(self, results: dict) -> str:
        """What became of the opinions, as counts."""
        text = self.tr(
            "Dealt with {done}, partly {partly}, not {open}, explained {explained}, to be looked at {check}; {fresh} new findings."
        )
        counts = {name: int(results[f"{name.upper()}_COUNT"]) for name in ("done", "partly", "open", "explained", "check", "fresh")}
        message, contradicted = text.format(**counts), int(results["CONTRADICTED_COUNT"])
        if contradicted:
            more = self.tr("{count} called done are not.")
            message = f"{message} {more.format(count=contradicted)}"
        return message
