"""What the window of planner service areas starts in the background: proposal, coverage check, workbooks, map, history."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeature,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog

from ..core.rounding import half_up
from ..core.service.assignment.problem import NOBODY
from ..processing.base import say
from .memory import keep_output_folder, output_folder
from .notices import push_with_button
from .outputs import UNFIT

if TYPE_CHECKING:
    from ..core.service.scenario import Scenario
    from .service_areas import ServiceDock

COVERAGE, WORKLOAD, MAP = "landledger:servicecoverage", "landledger:workload", "landledger:servicemap"


def assignment_layer(scenario: Scenario, day: str, rows: np.ndarray | None = None) -> QgsVectorLayer:
    """The served units of a scenario, or those of `rows` that are, as a table in memory that algorithms read."""
    from ..core.service.scenarios import TABLE_FIELDS, table_columns
    from ..core.service.teams import ROLE_NAMES
    from ..processing.adapters.result_tables import fields_for

    # Roles as words that are read in every language.
    codes = {name: role.value for role, name in ROLE_NAMES.items()}
    columns = table_columns([scenario], day, lambda text: codes[text], served_only=True)
    layer = QgsVectorLayer("None", scenario.name, "memory")
    layer.dataProvider().addAttributes(list(fields_for(TABLE_FIELDS, columns)))
    layer.updateFields()
    kept = None if rows is None else set(scenario.scene.units.code[rows].tolist())
    features = []
    for values in zip(*(columns[each.name].tolist() for each in TABLE_FIELDS)):
        if kept is None or values[1] in kept:
            feature = QgsFeature()
            feature.setAttributes(list(values))
            features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


class ServiceRuns(QObject):
    """One job at a time; the panel shows what comes of it."""

    def __init__(self, dock: ServiceDock, algorithm: QgsProcessingAlgorithm) -> None:
        super().__init__(dock)
        self._dock, self._algorithm = dock, algorithm
        self._job = ""
        self._scenario: Scenario | None = None
        self._tables: list[QgsVectorLayer] = []
        self._wishes: dict[str, Any] = {}
        self._printed: dict[str, Any] = {}
        self._file = ""
        self._found: list[str] = []
        work, run = dock.work, dock.run
        work.propose_button.clicked.connect(lambda checked=False: self.propose())
        work.check_button.clicked.connect(lambda checked=False: self.check())
        work.cancel_button.clicked.connect(lambda checked=False: run.cancel())
        work.export_menu.addAction(self.tr("Workbook of the scenario…"), self.export_workbook)
        self._exports = {
            WORKLOAD: work.export_menu.addAction(self.tr("Workbook of workload…"), self.export_workload),
            MAP: work.export_menu.addAction(self.tr("Map…"), self.export_map),
        }
        run.progressed.connect(lambda percent: work.progress.setValue(int(percent)))
        run.ended.connect(self._ended)

    @property
    def proposing(self) -> bool:
        """Whether a proposal is being worked out, so that the scenario is not to be changed."""
        return self._dock.run.running and self._job == "propose"

    def show_state(self) -> None:
        """Buttons that make sense now."""
        work, running = self._dock.work, self._dock.run.running
        registry = QgsApplication.processingRegistry()
        for widget in (work.progress, work.cancel_button):
            widget.setVisible(running)
        work.propose_button.setEnabled(not running)
        served = self._dock.scenario is not None and bool((self._dock.scenario.lead != NOBODY).any())
        known = registry.algorithmById(COVERAGE) is not None
        work.check_button.setEnabled(not running and served and known)
        missing = self.tr("This version of the plugin does not have it.")
        empty = self.tr("Give units to teams first.")
        checks = self.tr("Looks for units served by nobody or twice and for terms that are over; findings come as a layer.")
        work.check_button.setToolTip(missing if not known else checks if served else empty)
        for name, action in self._exports.items():
            known = registry.algorithmById(name) is not None
            action.setEnabled(not running and served and known)
            action.setToolTip(missing if not known else "" if served else empty)

    def may_stop(self) -> bool:
        """Whether nothing is going on, or the clerk lets it go."""
        dock = self._dock
        if not dock.run.running:
            return True
        text = self.tr("The run is still going on. Cancel it?")
        stop = dock.ask(text, ((self.tr("Cancel it"), "Stop"), (self.tr("Go on"), "Stay"))) == "Stop"
        if stop:
            dock.run.cancel()
        return stop

    # -------------------------------------------------------------------------------------------------------- starting

    def _given(self) -> dict[str, Any]:
        """What the window was opened with, without the table it began with. Tables of ours have the units' own codes."""
        A = self._dock.algorithm
        given = {name: value for name, value in self._dock.parameters.items() if name != A.CURRENT}
        given[A.LIST_CODES] = given.get(A.UNIT_CODES, "")
        return given

    def _start(self, job: str, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> None:
        dock = self._dock
        dock.bar.clearWidgets()
        self._job, self._scenario = job, dock.scenario
        dock.work.progress.setValue(0)
        dock.run.start(algorithm, parameters)
        dock.show_state()

    def propose(self) -> None:
        """Ask under which limits, and have an assignment worked out."""
        from .service_propose import ProposeDialog

        dock = self._dock
        if dock.run.running or dock.scenario is None:
            return
        scenario, A = dock.scenario, dock.algorithm
        text = self.tr("The proposal takes the place of the assignment of “{scenario}” as one act that can be undone.")
        told, count = text.format(scenario=scenario.name), int((scenario.pinned & (scenario.team_of != NOBODY)).sum())
        if count:
            told += " " + self.tr("{count} pinned units stay with their teams.").format(count=count)
        before = {**dock.parameters, **self._wishes}
        dialog = ProposeDialog(self._algorithm, told, before, dock)
        agreed = dialog.exec()
        wishes = dialog.parameters
        dialog.deleteLater()
        if not agreed:
            return
        self._wishes = wishes
        day = str(dock.parameters[A.AS_OF])
        pinned = np.flatnonzero(scenario.pinned & (scenario.team_of != NOBODY))
        parameters = {**self._given(), **wishes, A.SCENARIO: scenario.name, A.ASSIGNMENT: QgsProcessing.TEMPORARY_OUTPUT}
        if not wishes.get(A.EACH_TAKES):
            parameters.pop(A.EACH_TAKES, None)
        self._tables = []
        for name, rows in ((A.PINNED, pinned), (A.CURRENT, np.flatnonzero(scenario.team_of != NOBODY))):
            if len(rows):
                self._tables.append(assignment_layer(scenario, day, rows))
                parameters[name] = self._tables[-1]
        self._start("propose", self._algorithm, parameters)

    def check(self) -> None:
        """Who is served by nobody or by two, whose term is over: the findings come as a layer."""
        dock = self._dock
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(COVERAGE)
        if dock.run.running or algorithm is None:
            return
        self._start("check", algorithm, self._with_outputs(algorithm, {}))

    def export_workload(self) -> None:
        """The workbook of workload: where to, then in the background."""
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(WORKLOAD)
        if self._dock.run.running or algorithm is None:
            return
        file = self._ask_file(self.tr("workload"), ".xlsx", self.tr("Excel workbook (*.xlsx)"))
        if file:
            self._file = file
            self._start("export", algorithm, self._with_outputs(algorithm, {"WORKBOOK": file}))

    def export_map(self) -> None:
        """The map: on which paper and where to, then in the background."""
        from .service_map_export import MapExportDialog

        algorithm = QgsApplication.processingRegistry().createAlgorithmById(MAP)
        if self._dock.run.running or algorithm is None:
            return
        file = str(Path(output_folder()) / f"{self._stem(self.tr('service_map'))}.pdf")
        dialog = MapExportDialog(algorithm, file, self._printed, self._dock)
        agreed, wishes = dialog.exec(), dialog.parameters
        dialog.deleteLater()
        if agreed:
            self._printed, self._file = wishes, wishes["PDF"]
            keep_output_folder(self._file)
            self._start("export", algorithm, self._with_outputs(algorithm, wishes))

    def _stem(self, word: str) -> str:
        """The name of a file of the scenario."""
        return UNFIT.sub("_", f"{self._dock.scenario.name}_{word}").strip("_.")

    def _with_outputs(self, algorithm: QgsProcessingAlgorithm, files: dict[str, Any]) -> dict[str, Any]:
        """The parameters that an algorithm has of those the window was opened with, the scenario as its table, findings into
        the project."""
        dock = self._dock
        self._tables = [assignment_layer(dock.scenario, str(dock.parameters[dock.algorithm.AS_OF]))]
        given = {**self._given(), "ASSIGNMENT": self._tables[0], "SCENARIO": dock.scenario.name}
        given["CELLS"] = dock.scenario.scene.beside.from_points
        if dock.algorithm.BOUNDARY in given:
            given["CITY"] = given[dock.algorithm.BOUNDARY]
        if dock.keeping.has_history:
            # For visits and suggestions; the assignment is the one before the clerk.
            given["LEDGER"] = dock.keeping.name
        known = {definition.name() for definition in algorithm.parameterDefinitions()}
        if not files:
            for name in ("FINDINGS", "AREAS"):
                given[name] = QgsProcessingOutputLayerDefinition(QgsProcessing.TEMPORARY_OUTPUT, QgsProject.instance())
            former = self._former_found()
            if former:
                given["PREVIOUS"] = former[0]
        return {name: value for name, value in {**given, **files}.items() if name in known}

    def _ask_file(self, word: str, ending: str, pattern: str) -> str:
        dock = self._dock
        suggestion = str(Path(output_folder()) / f"{self._stem(word)}{ending}")
        file, _ = QFileDialog.getSaveFileName(dock, self.tr("Export"), suggestion, pattern)
        if not file:
            return ""
        file = file if file.lower().endswith(ending) else f"{file}{ending}"
        keep_output_folder(file)
        return file

    # ---------------------------------------------------------------------------------------------------------- ending

    def _ended(self, successful: bool, results: dict, layers: list) -> None:
        dock, job, scenario = self._dock, self._job, self._scenario
        self._job, self._scenario, self._tables = "", None, []
        if dock.scenario is None:
            return
        if not successful:
            if dock.run.canceled:
                dock.say(self.tr("Cancelled. Nothing was changed."), Qgis.MessageLevel.Info)
            else:
                dock.say(dock.run.reason or self.tr("The run failed; the log says why."), Qgis.MessageLevel.Critical)
        elif job == "propose":
            self._take_proposal(scenario)
        elif job == "check":
            self._replace_found(layers)
            self._tell_check(results)
        else:
            self.tell_written(self._file)
        dock.show_state()

    def _take_proposal(self, scenario: Scenario) -> None:
        """Units and teams of the run's table become one act."""
        if scenario not in self._dock.scenarios.listed:
            self._dock.say(self.tr("The scenario of the proposal was deleted meanwhile; the proposal is dropped."))
            return
        table = self._dock.run.tables["ASSIGNMENT"]
        names = [field.name() for field in table.fields()]
        unit, team = names.index("UNIT"), names.index("TEAM")
        team_of = scenario.team_of.copy()
        for feature in table.getFeatures():
            values = feature.attributes()
            row = scenario.scene.place_of.get(str(values[unit]))
            if row is not None:
                team_of[row] = scenario.scene.team_place.get(str(values[team]), NOBODY)
        self._dock.acts.take_proposal(scenario, team_of)

    def _replace_found(self, layers: list) -> None:
        """The layers of the check before make room; what people decided was taken over."""
        QgsProject.instance().removeMapLayers(self._former_found())
        self._found = [layer.id() for layer in layers]

    def _former_found(self) -> list[str]:
        return [identifier for identifier in self._found if QgsProject.instance().mapLayer(identifier) is not None]

    def _tell_check(self, results: dict) -> None:
        count, percent = int(results["FINDING_COUNT"]), half_up(Decimal(repr(float(results["COVERED_PERCENT"]))), 2)
        if count:
            text = self.tr(
                "{count} findings, {gaps} units served by nobody; {percent} % of the ground is served. The findings are a layer "
                "of the project; the panel of findings lists them."
            )
            self._dock.say(text.format(count=count, gaps=int(results["GAP_COUNT"]), percent=percent))
        else:
            text = self.tr("Nothing to complain about: no gap, no double service; {percent} % of the ground is served.")
            self._dock.say(text.format(percent=percent), Qgis.MessageLevel.Success)

    def tell_written(self, file: str) -> None:
        """Where it lies, with a button that opens it."""
        bar, text = self._dock.bar, self.tr("Written: {file}").format(file=file)
        bar.clearWidgets()
        show = lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(file))  # noqa: E731
        push_with_button(bar, text, Qgis.MessageLevel.Success, (self.tr("Open it"), "OpenFile"), show)

    # -------------------------------------------------------------------------------------------------------- workbook

    def export_workbook(self) -> None:
        """The tables of the scenario as it is now."""
        if self._dock.scenario is None:
            return
        file = self._ask_file(self.tr("assignment"), ".xlsx", self.tr("Excel workbook (*.xlsx)"))
        if file:
            self.write_workbook(file)

    def write_workbook(self, file: str) -> None:
        """In the background, of a snapshot."""
        from ..processing.settings import font_families

        dock = self._dock
        kept, day, families = dock.scenario.snapshot(), str(dock.parameters[dock.algorithm.AS_OF]), font_families()

        def write() -> None:
            from ..core.occupation.report import write_report
            from ..core.service.scenario_report import scenario_report
            from ..processing.service_scene import scenario_facts
            from ..processing.settings import layouts_folder

            report = scenario_report(kept, day, scenario_facts(), "", layouts_folder())
            write_report(report, file, families, say)

        dock.calls.ask(write, lambda nothing: self.tell_written(file), dock.failed)
