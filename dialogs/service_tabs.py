"""The lists under the teams: units of nobody, changes, pins, what differs between two scenarios, the history of a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from qgis.PyQt.QtCore import QDateTime, QObject, Qt

from ..core.service.assignment.problem import NOBODY
from .rows_model import Column

if TYPE_CHECKING:
    from ..core.service.register.model import Change
    from .service_areas import ServiceDock


def local_time(recorded: str) -> str:
    """A time in UTC, ISO 8601, as the clock on the wall shows it."""
    moment = QDateTime.fromString(recorded[:19], Qt.DateFormat.ISODate)
    moment.setTimeSpec(Qt.TimeSpec.UTC)
    return moment.toLocalTime().toString("yyyy-MM-dd HH:mm")


class ServiceTabs(QObject):
    """Fills the list before the clerk's eyes; the others are filled when they are looked at."""

    def __init__(self, dock: ServiceDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self._looked_at = NOBODY
        work = dock.work
        for units in (work.unserved, work.changed, work.pinned, work.compared):
            units.wanted.connect(dock.picking.look_at)
            units.chosen.connect(dock.picking.select)
        work.other.activated.connect(lambda place: self.compare())
        work.tabs.currentChanged.connect(lambda place: self.fill())
        work.tabs.currentChanged.connect(lambda place: self._show_history())

    def fill(self) -> None:
        """The list before the clerk's eyes; the others are filled when they are looked at."""
        work, scenario = self._dock.work, self._dock.scenario
        if scenario is None:
            return
        units = scenario.scene.units
        code, name, town = (lambda row, values=values: str(values[row]) for values in (units.code, units.name, units.town))
        count, changed = len(scenario.unserved), scenario.changed if scenario.stored else np.empty(0, dtype=np.int64)
        work.tabs.setTabText(0, self.tr("&1 Served by nobody ({count})").format(count=count))
        work.tabs.setTabText(1, self.tr("&2 Changes ({count})").format(count=len(changed)))
        work.tabs.setTabText(2, self.tr("&3 Pinned ({count})").format(count=int(scenario.pinned.sum())))
        page = work.tabs.currentWidget()
        if page is work.unserved:
            from .service_teams import shown_share

            load = lambda row: shown_share(scenario.scene.loads[row])  # noqa: E731
            work.unserved.list_units(
                scenario.unserved, (code, name, town, load), self.tr("Every unit is served. Choose a team above to look at its figures.")
            )
        elif page is work.changed:
            before = lambda row: self._dock.team_name(int(scenario.saved[row]))  # noqa: E731
            now = self._dock.served_by
            empty = self.tr("Nothing differs from what was saved.")
            if not scenario.stored:
                empty = self.tr("The scenario was not saved yet: all of it is new.")
            work.changed.list_units(changed, (code, name, before, now), empty)
        elif page is work.pinned:
            now = self._dock.served_by
            empty = self.tr("No unit is pinned. Pinned units stay with their team, also in a proposal: choose “pin them” above.")
            work.pinned.list_units(np.flatnonzero(scenario.pinned), (code, name, now, town), empty)
        elif page is work.compare_page:
            self._offer_others()
            self.compare()

    def _offer_others(self) -> None:
        others = [each.name for each in self._dock.scenarios.listed if each is not self._dock.scenario]
        combo = self._dock.work.other
        if [combo.itemText(place) for place in range(combo.count())] != others:
            chosen = combo.currentText()
            combo.clear()
            combo.addItems(others)
            combo.setCurrentIndex(max(0, combo.findText(chosen)))

    def compare(self) -> None:
        """The units that this scenario and the other give to different teams."""
        from ..core.service.scenarios import differing

        dock = self._dock
        work, scenario, name = dock.work, dock.scenario, dock.work.other.currentText()
        if not name:
            work.difference.clear()
            work.compared.list_units(
                np.empty(0, dtype=np.int64), (), self.tr("There is one scenario only. Copy it, change the copy, and compare the two.")
            )
            return
        other = self._dock.scenarios.named(name)
        rows = differing(scenario, other)
        units = scenario.scene.units
        cells = (
            lambda row: str(units.code[row]), lambda row: str(units.name[row]),
            self._dock.served_by, lambda row: self._dock.team_name(int(other.team_of[row])),
        )  # fmt: skip
        here, there = scenario.standing, other.standing
        text = self.tr("{count} units differ. Coefficient of variation {here} here, {there} there; unserved {mine} and {theirs}.")
        work.difference.setText(
            text.format(
                count=len(rows), here=f"{here.even.cv:.3f}", there=f"{there.even.cv:.3f}", mine=here.unserved,
                theirs=there.unserved,
            )
        )  # fmt: skip
        work.compared.list_units(rows, cells, self.tr("The two scenarios give every unit to the same team."))

    # --------------------------------------------------------------------------------------------------------- history

    def show_history(self, row: int) -> None:
        """Have this unit in the tab of history, which is read when it is looked at."""
        self._looked_at = row
        self._show_history()

    def forget_history(self) -> None:
        """What was saved may have made it longer."""
        self._show_history()

    def _show_history(self) -> None:
        dock = self._dock
        work, scenario, row = dock.work, dock.scenario, self._looked_at
        if scenario is None or work.tabs.currentWidget() is not work.history_page:
            return
        work.history_model.set_rows([])
        if not dock.keeping.has_history:
            work.history_title.setText(self.tr("A history is kept in a ledger: choose one under “Other layers…”."))
            return
        if not 0 <= row < len(scenario.scene):
            work.history_title.setText(self.tr("Click a unit on the map or in a list to see who served it before."))
            return
        work.history_title.setText(scenario.scene.units.label(row))
        keeping, key, unit = dock.keeping, scenario.key, str(scenario.scene.units.code[row])
        dock.calls.ask(
            lambda: keeping.history(key, unit), lambda found: self._list_history(row, found), dock.failed, "history"
        )

    def _list_history(self, row: int, found: list[Change]) -> None:
        dock = self._dock
        if dock.scenario is None or row != self._looked_at:
            return
        scene = dock.scenario.scene
        names = {str(team): str(name) for team, name in zip(scene.teams.id.tolist(), scene.teams.name.tolist())}
        nobody = self.tr("nobody")

        def team_of(change: Change) -> str:
            team = change.assigned.team
            return names.get(team, team) if team else nobody

        columns = [
            Column(self.tr("From"), lambda change: str(change.assigned.start or "")),
            Column(self.tr("Team"), team_of),
            Column(self.tr("Reason of the change"), lambda change: change.assigned.reason),
            Column(self.tr("Entered by"), lambda change: change.operator),
            Column(self.tr("Entered"), lambda change: local_time(change.recorded)),
        ]
        model = dock.work.history_model
        model.beginResetModel()
        model.columns = columns
        model.endResetModel()
        model.set_rows(found)
        if not found:
            dock.work.history_title.setText(
                self.tr("{unit}: nothing is in the ledger yet. Save the scenario first.").format(unit=scene.units.label(row))
            )
        dock.work.history.resizeColumnsToContents()
