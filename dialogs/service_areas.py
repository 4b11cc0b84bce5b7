"""The panel “Planner service areas” 规划师服务分区: units are handed to teams on the map, with the figures of each team
before the clerk's eyes; scenarios, proposals, undo and redo."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.gui import QgisInterface, QgsDockWidget, QgsMessageBar
from qgis.PyQt.QtCore import QEvent, QTimer
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QInputDialog,
    QMessageBox,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import LedgerError
from ..core.service.assignment.problem import NOBODY
from ..processing.base import said, say
from .background_calls import BackgroundCalls, told
from .background_run import BackgroundRun
from .service_tool import Shape, UnitTool, is_redo, is_undo

if TYPE_CHECKING:
    from ..core.sentence import Sentence
    from ..core.service.scenario import Act, Scenario, Scene
    from ..core.service.scenarios import Scenarios
    from ..processing.service_scene import ServiceScene

MESSAGE_SECONDS = 10
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
        self.bar = QgsMessageBar()
        self.bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.scenarios: Scenarios | None = None
        self.scenario: Scenario | None = None
        self.start = None
        self.colours = np.empty(0, dtype=np.int64)
        self.selected = np.empty(0, dtype=np.int64)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("landledger:assignteams")
        able, reason = algorithm.canExecute()
        self._frame()
        if not able:
            self.say(reason, Qgis.MessageLevel.Critical)
            return
        # Only now: these need the packages that canExecute has just asked for.
        from .service_keeping import FileKeeping
        from .service_map import ServiceMap, remove_leftovers
        from .service_runs import ServiceRuns
        from .service_start import StartPage
        from .service_tabs import ServiceTabs
        from .service_work import WorkPage

        self.start, self.work = StartPage(algorithm), WorkPage()
        self.map = ServiceMap(self.canvas, self)
        self.tool = UnitTool(self.canvas) if self.canvas is not None else None
        self.runs, self.tabs = ServiceRuns(self, algorithm), ServiceTabs(self)
        self.keeping: Any = FileKeeping(algorithm)
        self.stack.addWidget(self.start)
        self.stack.addWidget(self.work)
        self._connect()
        remove_leftovers()
        self.show_state()

    # ------------------------------------------------------------------------------------------------------- building

    def _frame(self) -> None:
        self.waiting = QProgressBar()
        self.waiting.setRange(0, 0)
        self.waiting.setMaximumHeight(4)
        self.waiting.setTextVisible(False)
        policy = self.waiting.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.waiting.setSizePolicy(policy)
        self.waiting.hide()
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
        work = self.work
        self.calls.busy_changed.connect(self.waiting.setVisible)
        self.start.wanted.connect(self.open)
        work.scenarios.activated.connect(lambda place: self.show_scenario(self.scenarios.listed[place]))
        for button, action in (
            (work.new_button, self.new_scenario), (work.copy_button, self.copy_scenario),
            (work.rename_button, self.rename_scenario), (work.delete_button, self.delete_scenario),
            (work.save_button, self.save), (work.give_button, self.give), (work.undo_button, self.undo),
            (work.redo_button, self.redo), (work.zoom_button, self.zoom_all), (work.reset_button, self.reset),
            (work.pin_button, lambda: self.pin(self.selected, True)), (work.unpin_button, lambda: self.pin(self.selected, False)),
            (work.leave_button, self.leave),
        ):  # fmt: skip
            button.clicked.connect(lambda checked=False, action=action: action())
        for button, shape in ((work.box_button, Shape.BOX), (work.lasso_button, Shape.LASSO)):
            button.clicked.connect(lambda checked, shape=shape: self.take_tool(shape, checked))
        work.teams.chosen.connect(lambda team: self._tell_selected())
        work.teams.digit.connect(self.type_digit)
        if self.tool is not None:
            self.tool.clicked.connect(self._clicked)
            self.tool.outlined.connect(self._outlined)
            self.tool.hovered.connect(self._hovered)
            self.tool.asked.connect(self._asked)
            self.tool.digit.connect(self.type_digit)
            self.tool.undo_wanted.connect(self.undo)
            self.tool.redo_wanted.connect(self.redo)
            self.tool.left.connect(self._escaped)
            self.canvas.mapToolSet.connect(self._show_tool)
        self.map.gone.connect(self._layer_gone)
        project = QgsProject.instance()
        project.readProject.connect(self._another_project)
        project.cleared.connect(self._project_gone)

    # ------------------------------------------------------------------------------------------------------- messages

    def say(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Warning) -> None:
        """One sentence above the pages; good news goes by itself."""
        self.bar.clearWidgets()
        passing = level in (Qgis.MessageLevel.Info, Qgis.MessageLevel.Success)
        self.bar.pushMessage(text, level, MESSAGE_SECONDS if passing else 0)

    def failed(self, error: Exception) -> None:
        """What went wrong, as one sentence."""
        self.say(str(error) if isinstance(error, QgsProcessingException) else told(error), Qgis.MessageLevel.Critical)

    # -------------------------------------------------------------------------------------------------------- opening

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

        def read() -> tuple:
            scene, scenarios, notes = algorithm.read(given, context, feedback, keeping.is_table)
            return keeping.read(scene, scenarios, notes)

        self.calls.ask(
            read, lambda found: self._opened(algorithm, keeping, parameters, *found), self._not_opened, "open"
        )

    def _keeping(self, algorithm: ServiceScene) -> Any:
        from .service_keeping import FileKeeping, LedgerKeeping
        from .service_start import LEDGER

        if self.start.kept_in == LEDGER:
            return LedgerKeeping(self.start.ledger.name, self.start.chosen_day)
        return FileKeeping(algorithm, self.start.path)

    def _not_opened(self, error: Exception) -> None:
        self.start.setEnabled(True)
        self.failed(error)

    def _opened(
        self, algorithm: ServiceScene, keeping: Any, parameters: dict[str, Any], scene: Scene, scenarios: Scenarios,
        notes: list[Sentence],
    ) -> None:  # fmt: skip
        self.start.setEnabled(True)
        self.algorithm, self.keeping, self.parameters = algorithm, keeping, parameters
        if keeping.has_history:
            self.start.ledger.keep()
        self.scenarios = scenarios
        if not scenarios.listed:
            scenarios.add(self.tr("Scenario 1"))
        self._recall_pins()
        self.map.take_ground(scene.beside.cells, algorithm.plane)
        self.stack.setCurrentWidget(self.work)
        self.scenario = None
        self.show_scenario(scenarios.listed[0])
        self.work.teams.choose(0)
        self.zoom_all()
        self._tell(self.tr("Choose a team above, then click units on the map, or drag over several: they are given to it."))
        if self.tool is not None:
            self.take_tool(Shape.BOX, True)
        told_notes = [*notes, *scene.notes]
        if told_notes:
            lines = [said(note) for note in told_notes[:LISTED]]
            if len(told_notes) > LISTED:
                lines.append(self.tr("… and {count} more.").format(count=len(told_notes) - LISTED))
            self.say("\n".join(lines))

    # ------------------------------------------------------------------------------------------------------ scenarios

    def show_scenario(self, scenario: Scenario) -> None:
        """Have another scenario before one."""
        from ..core.service.scenario_colours import kept_colours

        team = self.work.teams.team if self.scenario is not None else 0
        self.scenario = scenario
        self.selected = np.empty(0, dtype=np.int64)
        self.colours = kept_colours(scenario)
        self.work.model.show(scenario, self.colours)
        self.work.teams.choose(team)
        if self.map.shown:
            self.map.restyle(scenario, self.colours)
            self.map.refresh(scenario, np.arange(len(scenario.scene)))
            self.map.mark(self.selected)
        else:
            self._show_on_map()
        self._show_all()

    def new_scenario(self) -> None:
        """Ask for a name and begin with nothing."""
        name = self._ask_name(self.tr("New scenario"), self.scenarios.free_name(self.tr("New scenario")))
        if name is not None:
            self._with_name(lambda: self.scenarios.add(name))

    def copy_scenario(self) -> None:
        """Ask for a name and go on with a copy."""
        text = self.tr("{name} (copy)").format(name=self.scenario.name)
        name = self._ask_name(self.tr("Copy the scenario"), self.scenarios.free_name(text))
        if name is not None:
            self._with_name(lambda: self.scenarios.copy(self.scenario, name))

    def rename_scenario(self) -> None:
        """Ask for another name."""
        name = self._ask_name(self.tr("Rename the scenario"), self.scenario.name)
        if name is not None:

            def rename() -> Scenario:
                self.scenarios.rename(self.scenario, name)
                return self.scenario

            self._with_name(rename)

    def _ask_name(self, title: str, name: str) -> str | None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name of the scenario"))
        dialog.setTextValue(name)
        dialog.setOkButtonText(self.tr("OK"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.resize(380, dialog.height())
        return dialog.textValue() if dialog.exec() else None

    def _with_name(self, act: Any) -> None:
        try:
            self.show_scenario(act())
        except LedgerError as error:
            self.failed(error)

    def delete_scenario(self) -> None:
        """Ask, and take the scenario off the list; a saved one goes for good when the others are saved."""
        text = self.tr("Delete the scenario “{name}”?").format(name=self.scenario.name)
        if self.scenario.stored:
            text += "\n" + self.keeping.deleting_means
        if self.ask(text, ((self.tr("Delete"), "Delete"), (self.tr("Keep it"), "Keep"))) != "Delete":
            return
        self.scenarios.remove(self.scenario)
        if not self.scenarios.listed:
            self.scenarios.add(self.tr("Scenario 1"))
        self.show_scenario(self.scenarios.listed[0])

    def ask(self, text: str, buttons: tuple[tuple[str, str], ...]) -> str:
        """The name of the button pressed; the last one is that of Escape."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.windowTitle())
        box.setText(text)
        made = {}
        for place, (label, name) in enumerate(buttons):
            last = place == len(buttons) - 1
            role = QMessageBox.ButtonRole.RejectRole if last else QMessageBox.ButtonRole.AcceptRole
            button = box.addButton(label, role)
            button.setObjectName(name)
            made[name] = button
        box.setDefaultButton(made[buttons[-1][1]])
        box.setEscapeButton(made[buttons[-1][1]])
        box.exec()
        return next((name for name, button in made.items() if box.clickedButton() is button), buttons[-1][1])

    # ----------------------------------------------------------------------------------------------------------- acts

    def hand_over(self, rows: np.ndarray, team: int) -> None:
        """Give units to a team (NOBODY: take them away), as one act."""
        if not self._may_change():
            return
        act = self.scenario.hand_over(rows, team)
        if act is None:
            pinned = int(self.scenario.pinned[rows].sum())
            text = self.tr("Nothing to change: {count} units, {pinned} of them pinned.")
            self._tell(text.format(count=len(rows), pinned=pinned))
            return
        self._did(act)
        text = self.tr("{count} units to {team}.") if team != NOBODY else self.tr("{count} units taken from their teams.")
        text = text.format(count=len(act.rows), team=self.team_name(team))
        if act.left:
            text += " " + self.tr("{count} pinned units stayed.").format(count=act.left)
        self._tell(text)

    def give(self) -> None:
        """The units selected to the team chosen."""
        if len(self.selected):
            rows, self.selected = self.selected, np.empty(0, dtype=np.int64)
            self.map.mark(self.selected)
            self.hand_over(rows, self.work.teams.team)

    def pin(self, rows: np.ndarray, on: bool) -> None:
        """Pin units where they are, or let them go."""
        if self._may_change():
            act = self.scenario.pin(rows, on)
            if act is not None:
                self.select(np.empty(0, dtype=np.int64))
                self._did(act)
                text = self.tr("{count} units pinned.") if on else self.tr("{count} units unpinned.")
                self._tell(text.format(count=len(act.rows)))

    def reset(self) -> None:
        """All units as they were saved; one undo takes it back."""
        if self._may_change():
            act = self.scenario.reset()
            if act is not None:
                self._did(act)

    def take_proposal(self, scenario: Scenario, team_of: np.ndarray) -> None:
        """An assignment that was worked out becomes one act of the scenario it was made for."""
        act = scenario.take(team_of)
        if scenario is not self.scenario:
            self.show_scenario(scenario)
        elif act is not None:
            self._did(act)
        text = self.tr("The proposal changes {count} units; Ctrl+Z takes it back.")
        self.say(text.format(count=0 if act is None else len(act.rows)), Qgis.MessageLevel.Success)

    def undo(self) -> None:
        """Take the last act back."""
        self._again(self.tr("Undone: {act}, {count} units."), undo=True)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._again(self.tr("Done again: {act}, {count} units."), undo=False)

    def _again(self, text: str, undo: bool) -> None:
        if self.scenario is None or not self._may_change():
            return
        act = self.scenario.undo() if undo else self.scenario.redo()
        if act is not None:
            self._did(act)
            self._tell(text.format(act=say(act.kind.value), count=len(act.rows)))

    def _may_change(self) -> bool:
        if self.runs.proposing:
            self._tell(self.tr("A proposal is being worked out: wait for it, or cancel it."))
        return not self.runs.proposing

    def _did(self, act: Act) -> None:
        """Show what an act, or taking it back, has changed."""
        from ..core.service.scenario_colours import kept_colours

        colours = kept_colours(self.scenario, self.colours)
        self.map.refresh(self.scenario, act.rows)
        if (colours != self.colours).any():
            self.colours = colours
            self.map.restyle(self.scenario, colours)
        self.work.model.refresh(colours)
        self._show_all()
        if (act.pinned_before != act.pinned_after).any():
            self._remember_pins()

    def type_digit(self, number: int) -> None:
        """A key chooses a team; with units selected it gives them to it at once."""
        if self.work.teams.choose_digit(number):
            self.give()

    def team_name(self, team: int) -> str:
        """What a team is called, also nobody."""
        return self.tr("nobody") if team == NOBODY else str(self.scenario.scene.teams.name[team])

    # ------------------------------------------------------------------------------------------------------- the map

    def take_tool(self, shape: Shape, on: bool = True) -> None:
        """Pick units on the map by a box or by a lasso."""
        if self.tool is None or self.scenario is None:
            return
        if not on:
            self.canvas.unsetMapTool(self.tool)
            return
        self.tool.shape = shape
        if self.canvas.mapTool() is not self.tool:
            self.canvas.setMapTool(self.tool)
        self._show_tool()

    def _show_tool(self, *tools: object) -> None:
        active = self.tool is not None and self.canvas.mapTool() is self.tool
        self.work.box_button.setChecked(active and self.tool.shape is Shape.BOX)
        self.work.lasso_button.setChecked(active and self.tool.shape is Shape.LASSO)

    def _clicked(self, point: QgsPointXY) -> None:
        row = self.map.at(point.x(), point.y())
        if row == NOBODY:
            self._tell(self.tr("There is no unit here."))
            return
        self.tabs.show_history(row)
        self._picked(np.array([row]))

    def _outlined(self, outline: QgsGeometry) -> None:
        rows = self.map.within(outline)
        if len(rows):
            self._picked(rows)
        else:
            self._tell(self.tr("There is no unit inside; a unit counts where its middle lies."))

    def _picked(self, rows: np.ndarray) -> None:
        """Do with units of the map what the list above says."""
        from .service_work import Effect

        effect = Effect(self.work.effect.currentData())
        if effect is Effect.HAND_OVER:
            self.hand_over(rows, self.work.teams.team)
        elif effect is Effect.SELECT:
            self.select(rows)
        else:
            self.pin(rows, effect is Effect.PIN)

    def _hovered(self, point: QgsPointXY) -> None:
        row = self.map.at(point.x(), point.y()) if self.scenario is not None else NOBODY
        if row != NOBODY and not len(self.selected):
            self._tell(self._unit_told(row))

    def _unit_told(self, row: int) -> str:
        from .service_teams import shown_area, shown_share

        scene, of_unit = self.scenario.scene, self.scenario.scene.of_units[row]
        text = self.tr("{unit} {town}: {team}; {area} km², workload {load}")
        told_unit = text.format(
            unit=scene.units.label(row), town=scene.units.town[row], team=self.team_name(int(self.scenario.team_of[row])),
            area=shown_area(of_unit[1]), load=shown_share(of_unit[3]),
        )  # fmt: skip
        return told_unit + (self.tr(", pinned") if self.scenario.pinned[row] else "")

    def _asked(self, point: QgsPointXY) -> None:
        """The right button takes the team of the unit."""
        row = self.map.at(point.x(), point.y())
        if row != NOBODY:
            self.work.teams.choose(int(self.scenario.team_of[row]))
            self._tell(self.tr("Team chosen: {team}.").format(team=self.team_name(self.work.teams.team)))

    def _escaped(self) -> None:
        if len(self.selected):
            self.select(np.empty(0, dtype=np.int64))
        else:
            self.canvas.unsetMapTool(self.tool)

    def select(self, rows: np.ndarray) -> None:
        """Mark units and say what handing them over would do."""
        self.selected = np.asarray(rows, dtype=np.int64)
        self.map.mark(self.selected)
        self._show_selected()
        self._tell_selected()

    def _show_selected(self) -> None:
        """What can be done with the units selected."""
        ready = bool(len(self.selected)) and not self.runs.proposing
        pinned = self.scenario.pinned[self.selected] if ready else self.selected
        self.work.give_button.setEnabled(ready)
        self.work.pin_button.setEnabled(ready and not pinned.all())
        self.work.unpin_button.setEnabled(ready and bool(pinned.any()))

    def _tell_selected(self) -> None:
        if self.scenario is None or not len(self.selected):
            return
        from .service_teams import shown_area, shown_share

        scene, team = self.scenario.scene, self.work.teams.team
        free = self.selected[~self.scenario.pinned[self.selected]]
        sums = scene.of_units[self.selected].sum(axis=0)
        text = self.tr("{count} units selected: {area} km², workload {load}.").format(
            count=len(self.selected), area=shown_area(sums[1]), load=shown_share(sums[3])
        )
        if team != NOBODY:
            now = int(self.scenario.standing.of("load")[team])
            more = int(scene.of_units[free[self.scenario.team_of[free] != team]][:, 3].sum())
            text += " " + self.tr("With them {team} would have {after} instead of {before}.").format(
                team=self.team_name(team), after=shown_share(now + more), before=shown_share(now)
            )
        self._tell(text)

    def look_at(self, rows: np.ndarray) -> None:
        """Units of a list on the map, the first of them in the tab of history."""
        if len(rows):
            self.map.zoom_to(rows)
            self.tabs.show_history(int(rows[0]))

    def zoom_all(self) -> None:
        """All units on the map."""
        from .service_map import ALL_AROUND

        if self.scenario is not None:
            if not self.map.shown:
                self._show_on_map()
            self.map.zoom_to(np.arange(len(self.scenario.scene)), ALL_AROUND, flash=False)

    def _show_on_map(self) -> None:
        self.map.show(self.scenario, self.colours, str(self.parameters[self.algorithm.UNITS]))

    def _layer_gone(self) -> None:
        if self.scenario is not None:
            self.say(self.tr("The layer of the areas was removed. “All units on the map” shows it again; nothing is lost."))

    # -------------------------------------------------------------------------------------------------------- showing

    def _tell(self, text: str) -> None:
        self.work.status.setText(text)

    def _show_all(self) -> None:
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
        self._show_selected()
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

    # --------------------------------------------------------------------------------------------------------- saving

    def save(self) -> None:
        """Save all scenarios where they are kept; a file or a reason is asked for where one is needed."""
        self._save_then(None)

    def _save_then(self, then: Any) -> None:
        from .service_keeping import Saving

        if self.scenarios is None or not self.scenarios.unsaved:
            return
        asked = self.keeping.ask(self, self.start.chosen_day)
        if asked is None:
            return
        day, reason = asked
        kept = [scenario.snapshot() for scenario in self.scenarios.listed]
        removed = list(self.scenarios.removed)
        saving = Saving(kept, [each.snapshot() for each in removed], day, reason)
        listed, scenarios, keeping = list(self.scenarios.listed), self.scenarios, self.keeping
        self.work.save_button.setEnabled(False)

        def saved(count: int) -> None:
            for scenario, snapshot in zip(listed, kept):
                scenario.mark_saved(snapshot)
            scenarios.removed = [each for each in scenarios.removed if each not in removed]
            if self.scenarios is scenarios:
                self._show_all()
                self.tabs.forget_history()
            self._remember_pins()
            text = self.tr("Saved in {place}.").format(place=keeping.label)
            self.say(text, Qgis.MessageLevel.Success)
            if then is not None:
                then()

        self.calls.ask(lambda: keeping.write(saving), saved, self._not_saved)

    def _not_saved(self, error: Exception) -> None:
        self.keeping.refused()
        if self.scenario is not None:
            self.show_state()
        self.failed(error)

    def _remember_pins(self) -> None:
        """Pins are an aid of the window and no change of an assignment: the project keeps them at once."""
        if not self.keeping.label:
            return
        pins = {
            each.name: each.scene.units.code[each.pinned].tolist() for each in self.scenarios.listed if each.stored or each.key
        }  # fmt: skip
        kept = {**self._kept_pins(), self.keeping.label: pins}
        self.start.keep("PINS", json.dumps(kept, ensure_ascii=False))

    def _kept_pins(self) -> dict[str, dict[str, list[str]]]:
        """Codes of pinned units by the place where scenarios are kept, and scenario."""
        try:
            return dict(json.loads(self.start.remembered("PINS") or "{}"))
        except ValueError:
            return {}

    def _recall_pins(self) -> None:
        kept = self._kept_pins().get(self.keeping.label, {})
        for scenario in self.scenarios.listed:
            if scenario.name in kept:
                rows = [scenario.scene.place_of.get(code, NOBODY) for code in kept[scenario.name]]
                scenario.pinned[:] = False
                scenario.pinned[[row for row in rows if row != NOBODY]] = True

    # -------------------------------------------------------------------------------------------------------- leaving

    def leave(self) -> None:
        """Back to the choice of layers; unsaved changes are asked about."""
        if not self.runs.may_stop():
            return
        if self.scenarios is not None and self.scenarios.unsaved:
            text = self.tr("There are changes that are not saved, in: {names}. Save them?")
            names = "、".join(each.name for each in self.scenarios.unsaved)
            answer = self.ask(
                text.format(names=names),
                ((self.tr("Save"), "Save"), (self.tr("Discard them"), "Discard"), (self.tr("Go on working"), "Stay")),
            )
            if answer == "Stay":
                return
            if answer == "Save":
                self._save_then(self._let_go)
                return
        self._let_go()

    def _let_go(self) -> None:
        """Nothing is open any more."""
        self.run.cancel()
        if self.tool is not None:
            self.canvas.unsetMapTool(self.tool)
        keeping = self.keeping
        self.calls.ask(keeping.close, lambda nothing: None, lambda error: None)
        self.scenarios, self.scenario = None, None
        self.map.remove()
        self.work.model.show(None, np.empty(0, dtype=np.int64))
        self.stack.setCurrentWidget(self.start)

    def _project_gone(self) -> None:
        """Another project: what is not saved stays, all else goes."""
        if self.scenarios is None:
            return
        if self.scenarios.unsaved:
            self.say(self.tr("The project was closed. The scenarios with unsaved changes are still here: save them."))
        else:
            self._let_go()

    def _another_project(self, *opened: object) -> None:
        from .service_map import remove_leftovers

        QTimer.singleShot(0, remove_leftovers)

    # ----------------------------------------------------------------------------------------------------------- keys

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
                (is_undo(event), self.undo), (is_redo(event), self.redo),
                (event.matches(QKeySequence.StandardKey.Save), self.save),
            ):  # fmt: skip
                if matches:
                    action()
                    event.accept()
                    return
        super().keyPressEvent(event)

    def shut(self) -> None:
        """The plugin goes: what is under way ends, nothing is heard of it."""
        if self.start is None:
            self.calls.finish()
            return
        self.run.cancel()
        if self.tool is not None:
            self.canvas.unsetMapTool(self.tool)
            self.canvas.mapToolSet.disconnect(self._show_tool)
        project = QgsProject.instance()
        project.readProject.disconnect(self._another_project)
        project.cleared.disconnect(self._project_gone)
        self.calls.ask(self.keeping.close, lambda nothing: None, lambda error: None)
        self.start.shut()
        self.map.shut()
        self.calls.finish()
