"""Units picked on the map or in a list: what the map tool reports, what is selected, what is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import QObject

from ..core.service.assignment.problem import NOBODY
from .service_tool import Shape

if TYPE_CHECKING:
    from .service_areas import ServiceDock


class ServicePicking(QObject):
    """`selected` int64 (k,): the units marked."""

    def __init__(self, dock: ServiceDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self.selected = np.empty(0, dtype=np.int64)

    def take_tool(self, shape: Shape, on: bool = True) -> None:
        """Pick units on the map by a box or by a lasso."""
        dock = self._dock
        if dock.tool is None or dock.scenario is None:
            return
        if not on:
            dock.canvas.unsetMapTool(dock.tool)
            return
        dock.tool.shape = shape
        if dock.canvas.mapTool() is not dock.tool:
            dock.canvas.setMapTool(dock.tool)
        self.show_tool()

    def show_tool(self, *tools: object) -> None:
        dock = self._dock
        active = dock.tool is not None and dock.canvas.mapTool() is dock.tool
        dock.work.box_button.setChecked(active and dock.tool.shape is Shape.BOX)
        dock.work.lasso_button.setChecked(active and dock.tool.shape is Shape.LASSO)

    def clicked(self, point: QgsPointXY) -> None:
        dock = self._dock
        row = dock.map.at(point.x(), point.y())
        if row == NOBODY:
            dock.tell(self.tr("There is no unit here."))
            return
        dock.tabs.show_history(row)
        self._picked(np.array([row]))

    def outlined(self, outline: QgsGeometry) -> None:
        rows = self._dock.map.within(outline)
        if len(rows):
            self._picked(rows)
        else:
            self._dock.tell(self.tr("There is no unit inside; a unit counts where its middle lies."))

    def _picked(self, rows: np.ndarray) -> None:
        """Do with units of the map what the list above says."""
        from .service_work import Effect

        dock = self._dock

        effect = Effect(dock.work.effect.currentData())
        if effect is Effect.HAND_OVER:
            dock.acts.hand_over(rows, dock.work.teams.team)
        elif effect is Effect.SELECT:
            self.select(rows)
        else:
            dock.acts.pin(rows, effect is Effect.PIN)

    def hovered(self, point: QgsPointXY) -> None:
        dock = self._dock
        row = dock.map.at(point.x(), point.y()) if dock.scenario is not None else NOBODY
        if row != NOBODY and not len(self.selected):
            dock.tell(self.told_of(row))

    def told_of(self, row: int) -> str:
        """Unit, team, area and workload as one line."""
        from .service_teams import shown_area, shown_share

        dock = self._dock

        scene, of_unit = dock.scenario.scene, dock.scenario.scene.of_units[row]
        text = self.tr("{unit} {town}: {team}; {area} km², workload {load}")
        told_unit = text.format(
            unit=scene.units.label(row), town=scene.units.town[row], team=dock.served_by(row),
            area=shown_area(of_unit[1]), load=shown_share(of_unit[3]),
        )  # fmt: skip
        return told_unit + (self.tr(", pinned") if dock.scenario.pinned[row] else "")

    def asked(self, point: QgsPointXY) -> None:
        """The right button takes the team of the unit."""
        dock = self._dock
        row = dock.map.at(point.x(), point.y())
        if row != NOBODY:
            dock.work.teams.choose(int(dock.scenario.lead[row]))
            dock.tell(self.tr("Team chosen: {team}.").format(team=dock.team_name(dock.work.teams.team)))

    def escaped(self) -> None:
        if len(self.selected):
            self.select(np.empty(0, dtype=np.int64))
        else:
            self._dock.canvas.unsetMapTool(self._dock.tool)

    def select(self, rows: np.ndarray) -> None:
        """Mark units and say what handing them over would do."""
        self.selected = np.asarray(rows, dtype=np.int64)
        self._dock.map.mark(self.selected)
        self.show_selected()
        self.tell_selected()

    def show_selected(self) -> None:
        """What can be done with the units selected."""
        dock = self._dock
        ready = bool(len(self.selected)) and not dock.runs.proposing
        pinned = dock.scenario.pinned[self.selected] if ready else self.selected
        dock.work.give_button.setEnabled(ready)
        dock.work.pin_button.setEnabled(ready and not pinned.all())
        dock.work.unpin_button.setEnabled(ready and bool(pinned.any()))

    def tell_selected(self) -> None:
        dock = self._dock
        if dock.scenario is None or not len(self.selected):
            return
        from .service_teams import shown_area, shown_share

        scene, team = dock.scenario.scene, dock.work.teams.team
        free = self.selected[~dock.scenario.pinned[self.selected]]
        sums = scene.of_units[self.selected].sum(axis=0)
        text = self.tr("{count} units selected: {area} km², workload {load}.").format(
            count=len(self.selected), area=shown_area(sums[1]), load=shown_share(sums[3])
        )
        if team != NOBODY:
            now = int(dock.scenario.standing.of("load")[team])
            more = int(scene.of_units[free[dock.scenario.lead[free] != team]][:, 3].sum())
            text += " " + self.tr("With them {team} would have {after} instead of {before}.").format(
                team=dock.team_name(team), after=shown_share(now + more), before=shown_share(now)
            )
        dock.tell(text)

    def look_at(self, rows: np.ndarray) -> None:
        """Units on the map, the first of them in the tab of history."""
        dock = self._dock
        if len(rows):
            if not dock.map.shown:
                self.show_on_map()
            dock.map.zoom_to(rows)
            dock.tabs.show_history(int(rows[0]))

    def zoom_all(self) -> None:
        """All units on the map."""
        from .service_map import ALL_AROUND

        dock = self._dock

        if dock.scenario is not None:
            if not dock.map.shown:
                self.show_on_map()
            dock.map.zoom_to(np.arange(len(dock.scenario.scene)), ALL_AROUND, flash=False)

    def show_on_map(self) -> None:
        dock = self._dock
        dock.map.show(dock.scenario, dock.colours, str(dock.parameters[dock.algorithm.UNITS]))

    def layer_gone(self) -> None:
        if self._dock.scenario is not None:
            self._dock.say(self.tr("The layer of the areas was removed. “All units on the map” shows it again; nothing is lost."))
