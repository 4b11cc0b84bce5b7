"""The panel “Planner service areas” 规划师服务分区: units are handed to teams on the map, with the figures of each team
before the clerk's eyes; scenarios, proposals, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QTimer
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import LedgerError
from ..core.service.assignment.problem import NOBODY
from ..processing.base import said, say
from .background_calls import BackgroundCalls, told
from .background_run import BackgroundRun
from .notices import NoticeBar, waiting_line
from .questions import asked
from .service_tool import Shape, UnitTool, is_redo, is_undo

if TYPE_CHECKING:
    from ..core.sentence import Sentence
    from ..core.service.scenario import Scenario, Scene
    from ..core.service.scenarios import Scenarios
    from ..processing.service_scene import ServiceScene

OPENING = "open"
LISTED = 5
"""So many notes of reading are told; the workbook has all."""


class ServiceDock(QgsDockWidget):
    """Scenarios of who serves what over one scene. Reading, proposing and saving run in the background."""

    def __init__(self, iface: QgisInterface | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LandLedgerService")
        self.setWindowTitle(self.tr("Planner service areas"))
        self._iface = iface
        self.canvas = iface.mapCanvas() if iface is not None else None
        self.calls = BackgroundCalls(self)
        self.run = BackgroundRun(self)
        self.bar = NoticeBar()
        self.scenarios: Scenarios | None = None
        self.scenario: Scenario | None = None
        self.start = None
        self._opening: Any = None
        self._is_shut = False
        self.colours = np.empty(0, dtype=np.int64)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("landledger:assignteams")
        able, reason = algorithm.canExecute()
        self._frame()
        if not able:
            self.say(reason, Qgis.MessageLevel.Critical)
            return
        # Only now: these need the packages that canExecute has just asked for.
        from .service_acts import ServiceActs
        from .service_documents import ServiceDocuments
        from .service_finding import ServiceFinding
        from .service_keeping import FileKeeping
        from .service_map import ServiceMap, remove_leftovers
        from .service_picking import ServicePicking
        from .service_runs import ServiceRuns
        from .service_saving import ServiceSaving
        from .service_start import StartPage
        from .service_tabs import ServiceTabs
        from .service_work import WorkPage

        self.start, self.work = StartPage(algorithm), WorkPage()
        self.map = ServiceMap(self.canvas, self)
        self.tool = UnitTool(self.canvas) if self.canvas is not None else None
        self.documents, self.acts, self.saving = ServiceDocuments(self), ServiceActs(self), ServiceSaving(self)
        self.picking, self.finding = ServicePicking(self), ServiceFinding(self)
        self.runs, self.tabs = ServiceRuns(self, algorithm), ServiceTabs(self)
        self.keeping: Any = FileKeeping(algorithm)
        self.stack.addWidget(self.start)
        self.stack.addWidget(self.work)
        self._connect()
        remove_leftovers()
        self.show_state()

    # -------------------------------------------------------------------------------------------------------------- building

    def _frame(self) -> None:
        self.waiting = waiting_line()
        self.stack = QStackedWidget()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 4, 4)
        for widget in (self.waiting, self.bar):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        self.setWidget(inside)
        self.setMinimumWidth(460)

    def _connect(self) -> None:
        work, documents, acts, picking = self.work, self.documents, self.acts, self.picking
        self.calls.busy_changed.connect(self.waiting.setVisible)
        self.start.wanted.connect(self.open)
        work.scenarios.activated.connect(lambda place: documents.show(self.scenarios.listed[place]))
        for button, action in (
            (work.new_button, documents.new), (work.copy_button, documents.copy), (work.rename_button, documents.rename),
            (work.delete_button, documents.delete), (work.save_button, self.saving.save), (work.give_button, acts.give),
            (work.undo_button, acts.undo), (work.redo_button, acts.redo), (work.zoom_button, picking.zoom_all),
            (work.reset_button, acts.reset), (work.pin_button, lambda: acts.pin(picking.selected, True)),
            (work.unpin_button, lambda: acts.pin(picking.selected, False)), (work.leave_button, self.saving.leave),
        ):  # fmt: skip
            button.clicked.connect(lambda checked=False, action=action: action())
        for button, shape in ((work.box_button, Shape.BOX), (work.lasso_button, Shape.LASSO)):
            button.clicked.connect(lambda checked, shape=shape: picking.take_tool(shape, checked))
        work.teams.chosen.connect(lambda team: picking.tell_selected())
        work.teams.digit.connect(acts.type_digit)
        if self.tool is not None:
            for signal, slot in (
                (self.tool.clicked, picking.clicked), (self.tool.outlined, picking.outlined), (self.tool.hovered, picking.hovered),
                (self.tool.asked, picking.asked), (self.tool.digit, acts.type_digit), (self.tool.undo_wanted, acts.undo),
                (self.tool.redo_wanted, acts.redo), (self.tool.left, picking.escaped),
            ):  # fmt: skip
                signal.connect(slot)
            self.canvas.mapToolSet.connect(picking.show_tool)
        self.map.gone.connect(picking.layer_gone)
        project = QgsProject.instance()
        project.readProject.connect(self._another_project)
        project.cleared.connect(self.saving.project_gone)

    # -------------------------------------------------------------------------------------------------------------- messages

    def say(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Warning) -> None:
        """One sentence above the pages; good news goes by itself."""
        self.bar.say(text, level)

    def failed(self, error: Exception) -> None:
        """What went wrong, as one sentence."""
        self.say(str(error) if isinstance(error, QgsProcessingException) else told(error), Qgis.MessageLevel.Critical)

    def ask(self, text: str, buttons: tuple[tuple[str, str], ...]) -> str:
        """The name of the button pressed; the last one is that of Escape."""
        return asked(self, text, buttons)

    # --------------------------------------------------------------------------------------------------------------- opening

    def open(self) -> None:
        """Read what is chosen, in the background, and show it."""
        from ..processing.service_scene import ServiceScene

        problem = self.start.problem()
        self.bar.clearWidgets()
        if problem is not None:
            text, widget = problem
            self.say(text)
            self.start.scroll.ensureWidgetVisible(widget)
            widget.setFocus()
            return
        self.start.remember()
        parameters = self.start.parameters()
        algorithm = ServiceScene().create({})
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        feedback = QgsProcessingFeedback(False)
        try:
            given = algorithm.with_indices(parameters)
            algorithm.prepare(given, context, feedback)
            keeping = self._keeping(algorithm)
        except (LedgerError, QgsProcessingException) as error:
            self.failed(error)
            return
        self.start.setEnabled(False)
        self._opening = keeping

        def read() -> tuple:
            scene, scenarios, notes = algorithm.read(given, context, feedback, keeping.is_table)
            return keeping.read(scene, scenarios, notes)

        self.calls.ask(
            read, lambda found: self._opened(algorithm, keeping, parameters, *found), self._not_opened, OPENING
        )

    def _keeping(self, algorithm: ServiceScene) -> Any:
        from .service_keeping import FileKeeping, LedgerKeeping
        from .service_start import LEDGER

        if self.start.kept_in == LEDGER:
            return LedgerKeeping(self.start.ledger.name, self.start.chosen_day)
        return FileKeeping(algorithm, self.start.path)

    def stop_opening(self) -> None:
        """What is being read is wanted no more."""
        opening, self._opening = self._opening, None
        if opening is not None:
            self.calls.forget(OPENING)
            self.calls.ask(opening.close, lambda nothing: None, lambda error: None)
            self.start.setEnabled(True)

    def _not_opened(self, error: Exception) -> None:
        self._opening = None
        self.start.setEnabled(True)
        self.failed(error)

    def _opened(
        self, algorithm: ServiceScene, keeping: Any, parameters: dict[str, Any], scene: Scene, scenarios: Scenarios,
        notes: list[Sentence],
    ) -> None:  # fmt: skip
        self._opening = None
        self.start.setEnabled(True)
        self.algorithm, self.keeping, self.parameters = algorithm, keeping, parameters
        if keeping.has_history:
            self.start.ledger.keep()
        self.scenarios = scenarios
        if not scenarios.listed:
            scenarios.add(self.tr("Scenario 1"))
        self.saving.recall_pins()
        self.map.take_ground(scene.beside.cells, algorithm.plane)
        self.stack.setCurrentWidget(self.work)
        self.scenario = None
        self.documents.show(scenarios.listed[0])
        self.work.teams.choose(0)
        self.work.search.clear()
        self.picking.zoom_all()
        self.tell(self.tr("Choose a team above, then click units on the map, or drag over several: they are given to it."))
        if self.tool is not None:
            self.picking.take_tool(Shape.BOX, True)
        told_notes = [*notes, *scene.notes]
        if told_notes:
            lines = [said(note) for note in told_notes[:LISTED]]
            if len(told_notes) > LISTED:
                lines.append(self.tr("… and {count} more.").format(count=len(told_notes) - LISTED))
            self.say("\n".join(lines))

    # --------------------------------------------------------------------------------------------------------------- showing

    def team_name(self, team: int) -> str:
        """What a team is called, also nobody."""
        return self.tr("nobody") if team == NOBODY else str(self.scenario.scene.teams.name[team])

    def served_by(self, row: int) -> str:
        """The team of a unit by name, and whether it is its town's."""
        name = self.team_name(int(self.scenario.lead[row]))
        return self.tr("{team} (served by the town's team, inherited)").format(team=name) if self.scenario.inherited[row] else name

    def tell(self, text: str) -> None:
        """One sentence below the table of teams."""
        self.work.status.setText(text)

    def show_all(self) -> None:
        """Everything that depends on the scenario, without the table of teams."""
        self._show_figures()
        self._list_scenarios()
        self.tabs.fill()
        self.show_state()
        self.map.keep_quiet(not self.scenarios.unsaved)

    def _show_figures(self) -> None:
        from ..core.service.scenario import warnings_of

        standing = self.scenario.standing
        pieces = self.tr("all areas in one piece") if standing.contiguous else self.tr("areas in pieces")
        if standing.unserved == len(self.scenario.scene):
            pieces = self.tr("no areas yet")
        text = self.tr(
            "Coefficient of variation <b>{cv}</b> · largest by mean <b>{most}</b> · Gini <b>{gini}</b> · {pieces} · "
            "unserved <b>{unserved}</b> of {count}"
        )
        even = standing.even
        self.work.figures.setText(
            text.format(
                cv=f"{even.cv:.3f}", most=f"{even.most:.2f}", gini=f"{even.gini:.3f}", pieces=pieces,
                unserved=standing.unserved, count=len(self.scenario.scene),
            )
        )  # fmt: skip
        warnings = [said(each) for each in warnings_of(self.scenario.scene, standing)]
        self.work.warnings.setText("\n".join(f"• {line}" for line in warnings))
        self.work.warnings.setVisible(bool(warnings))

    def _list_scenarios(self) -> None:
        combo = self.work.scenarios
        names = [f"{each.name} *" if each.dirty else each.name for each in self.scenarios.listed]
        if [combo.itemText(place) for place in range(combo.count())] != names:
            combo.blockSignals(True)
            combo.clear()
            combo.addItems(names)
            combo.blockSignals(False)
        combo.setCurrentIndex(self.scenarios.listed.index(self.scenario))

    def show_state(self) -> None:
        """Buttons that make sense now, and what is not saved."""
        work, scenario = self.work, self.scenario
        if scenario is None:
            return
        unsaved, proposing = self.scenarios.unsaved, self.runs.proposing
        last, following = scenario.last_act, scenario.next_act
        work.undo_button.setEnabled(last is not None and not proposing)
        work.redo_button.setEnabled(following is not None and not proposing)
        for button, act, plain in (
            (work.undo_button, last, self.tr("Undo (Ctrl+Z)")), (work.redo_button, following, self.tr("Redo (Ctrl+Y)"))
        ):  # fmt: skip
            button.setToolTip(f"{plain}: {say(act.kind.value)}" if act is not None else plain)
        self.picking.show_selected()
        work.save_button.setEnabled(bool(unsaved))
        work.reset_button.setEnabled(bool(len(scenario.changed)) and scenario.stored)
        changed = len(scenario.changed)
        if not scenario.stored:
            text = self.tr("Not saved yet.")
        elif changed:
            text = self.tr("{count} units changed since saving.").format(count=changed)
        else:
            text = self.tr("Saved in {place}.").format(place=self.keeping.label)
        others = len([each for each in unsaved if each is not scenario])
        if others:
            text += " " + self.tr("{count} other scenarios are not saved.").format(count=others)
        work.state.setText(text)
        self.runs.show_state()

    # ------------------------------------------------------------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        """While the panel has the keyboard, undo and redo are its own and not QGIS's."""
        if event.type() == QEvent.Type.ShortcutOverride and self.scenario is not None and (
            is_undo(event) or is_redo(event) or event.matches(QKeySequence.StandardKey.Save)
        ):  # fmt: skip
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.scenario is not None:
            for matches, action in (
                (is_undo(event), self.acts.undo), (is_redo(event), self.acts.redo),
                (event.matches(QKeySequence.StandardKey.Save), self.saving.save),
            ):  # fmt: skip
                if matches:
                    action()
                    event.accept()
                    return
        super().keyPressEvent(event)

    # --------------------------------------------------------------------------------------------------------------- leaving

    def _another_project(self, *opened: object) -> None:
        from .service_map import remove_leftovers

        QTimer.singleShot(0, remove_leftovers)

    def shut(self) -> None:
        """The plugin goes: what is under way ends, nothing is heard of it."""
        if self._is_shut:
            return
        self._is_shut = True
        if self.start is None:
            self.calls.finish()
            return
        self.run.cancel()
        if self.tool is not None:
            self.canvas.mapToolSet.disconnect(self.picking.show_tool)
            self.tool.shut()
            self.tool = None
        project = QgsProject.instance()
        project.readProject.disconnect(self._another_project)
        project.cleared.disconnect(self.saving.project_gone)
        self.stop_opening()
        self.calls.ask(self.keeping.close, lambda nothing: None, lambda error: None)
        self.start.shut()
        self.map.shut()
        self.calls.finish()
