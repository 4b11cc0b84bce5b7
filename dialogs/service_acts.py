"""What is done to the scenario before the clerk: units handed over, pinned, put back; undone and done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject

from ..core.service.assignment.problem import NOBODY
from ..processing.base import say

if TYPE_CHECKING:
    from ..core.service.scenario import Act, Scenario
    from .service_areas import ServiceDock


class ServiceActs(QObject):
    """Whole acts; map, table and figures follow each."""

    def __init__(self, dock: ServiceDock) -> None:
        super().__init__(dock)
        self._dock = dock

    def hand_over(self, rows: np.ndarray, team: int) -> None:
        """Give units to a team (NOBODY: take them away), as one act."""
        dock = self._dock
        if not self._may_change():
            return
        act = dock.scenario.hand_over(rows, team)
        if act is None:
            pinned = int(dock.scenario.pinned[rows].sum())
            text = self.tr("Nothing to change: {count} units, {pinned} of them pinned.")
            dock.tell(text.format(count=len(rows), pinned=pinned))
            return
        self._did(act)
        text = self.tr("{count} units to {team}.") if team != NOBODY else self.tr("{count} units taken from their teams.")
        text = text.format(count=len(act.rows), team=dock.team_name(team))
        by_town = int(dock.scenario.inherited[act.rows].sum())
        if by_town:
            text += " " + self.tr("{count} of them are served by their town's team, inherited.").format(count=by_town)
        if act.left:
            text += " " + self.tr("{count} pinned units stayed.").format(count=act.left)
        dock.tell(text)

    def give(self) -> None:
        """The units selected to the team chosen."""
        dock = self._dock
        if len(dock.picking.selected):
            rows, dock.picking.selected = dock.picking.selected, np.empty(0, dtype=np.int64)
            dock.map.mark(dock.picking.selected)
            self.hand_over(rows, dock.work.teams.team)

    def pin(self, rows: np.ndarray, on: bool) -> None:
        """Pin units where they are, or let them go."""
        dock = self._dock
        if self._may_change():
            act = dock.scenario.pin(rows, on)
            if act is not None:
                dock.picking.select(np.empty(0, dtype=np.int64))
                self._did(act)
                text = self.tr("{count} units pinned.") if on else self.tr("{count} units unpinned.")
                dock.tell(text.format(count=len(act.rows)))

    def reset(self) -> None:
        """All units as they were saved; one undo takes it back."""
        if self._may_change():
            act = self._dock.scenario.reset()
            if act is not None:
                self._did(act)

    def take_proposal(self, scenario: Scenario, team_of: np.ndarray) -> None:
        """An assignment that was worked out becomes one act of the scenario it was made for."""
        dock = self._dock
        act = scenario.take(team_of)
        if scenario is not dock.scenario:
            dock.documents.show(scenario)
        elif act is not None:
            self._did(act)
        text = self.tr("The proposal changes {count} units; Ctrl+Z takes it back.")
        dock.say(text.format(count=0 if act is None else len(act.rows)), Qgis.MessageLevel.Success)

    def undo(self) -> None:
        """Take the last act back."""
        self._again(self.tr("Undone: {act}, {count} units."), undo=True)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._again(self.tr("Done again: {act}, {count} units."), undo=False)

    def _again(self, text: str, undo: bool) -> None:
        dock = self._dock
        if dock.scenario is None or not self._may_change():
            return
        act = dock.scenario.undo() if undo else dock.scenario.redo()
        if act is not None:
            self._did(act)
            dock.tell(text.format(act=say(act.kind.value), count=len(act.rows)))

    def _may_change(self) -> bool:
        dock = self._dock
        if dock.runs.proposing:
            dock.tell(self.tr("A proposal is being worked out: wait for it, or cancel it."))
        return not dock.runs.proposing

    def _did(self, act: Act) -> None:
        """Show what an act, or taking it back, has changed."""
        from ..core.service.scenario_colours import kept_colours
        dock = self._dock

        colours = kept_colours(dock.scenario, dock.colours)
        dock.map.refresh(dock.scenario, act.rows)
        if (colours != dock.colours).any():
            dock.colours = colours
            dock.map.restyle(dock.scenario, colours)
        dock.work.model.refresh(colours)
        dock.show_all()
        if (act.pinned_before != act.pinned_after).any():
            dock.saving.remember_pins()

    def type_digit(self, number: int) -> None:
        """A key chooses a team; with units selected it gives them to it at once."""
        if self._dock.work.teams.choose_digit(number):
            self.give()
