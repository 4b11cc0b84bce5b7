"""The scenarios of the window as documents: shown, made, copied, renamed, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QInputDialog

from ..core.errors import LedgerError

if TYPE_CHECKING:
    from ..core.service.scenario import Scenario
    from .service_areas import ServiceDock


class ServiceDocuments(QObject):
    """What is done with a scenario as a whole."""

    def __init__(self, dock: ServiceDock) -> None:
        super().__init__(dock)
        self._dock = dock

    def show(self, scenario: Scenario) -> None:
        """Have another scenario before one."""
        from ..core.service.scenario_colours import kept_colours

        dock = self._dock
        team = dock.work.teams.team if dock.scenario is not None else 0
        dock.scenario = scenario
        dock.picking.selected = np.empty(0, dtype=np.int64)
        dock.colours = kept_colours(scenario)
        dock.work.model.show(scenario, dock.colours)
        dock.work.teams.choose(team)
        if dock.map.shown:
            dock.map.restyle(scenario, dock.colours)
            dock.map.refresh(scenario, np.arange(len(scenario.scene)))
            dock.map.mark(dock.picking.selected)
        else:
            dock.picking.show_on_map()
        dock.show_all()

    def new(self) -> None:
        """Ask for a name and begin with nothing."""
        name = self._ask_name(self.tr("New scenario"), self._dock.scenarios.free_name(self.tr("New scenario")))
        if name is not None:
            self._with_name(lambda: self._dock.scenarios.add(name))

    def copy(self) -> None:
        """Ask for a name and go on with a copy."""
        dock = self._dock
        text = self.tr("{name} (copy)").format(name=dock.scenario.name)
        name = self._ask_name(self.tr("Copy the scenario"), dock.scenarios.free_name(text))
        if name is not None:
            self._with_name(lambda: dock.scenarios.copy(dock.scenario, name))

    def rename(self) -> None:
        """Ask for another name."""
        dock = self._dock
        name = self._ask_name(self.tr("Rename the scenario"), dock.scenario.name)
        if name is not None:

            def rename() -> Scenario:
                dock.scenarios.rename(dock.scenario, name)
                return dock.scenario

            self._with_name(rename)

    def _ask_name(self, title: str, name: str) -> str | None:
        dialog = QInputDialog(self._dock)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name of the scenario"))
        dialog.setTextValue(name)
        dialog.setOkButtonText(self.tr("OK"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.resize(380, dialog.height())
        return dialog.textValue() if dialog.exec() else None

    def _with_name(self, act: Any) -> None:
        try:
            self.show(act())
        except LedgerError as error:
            self._dock.failed(error)

    def delete(self) -> None:
        """Ask, and take the scenario off the list; a saved one goes for good when the others are saved."""
        dock = self._dock
        text = self.tr("Delete the scenario “{name}”?").format(name=dock.scenario.name)
        if dock.scenario.stored:
            text += "\n" + dock.keeping.deleting_means
        if dock.ask(text, ((self.tr("Delete"), "Delete"), (self.tr("Keep it"), "Keep"))) != "Delete":
            return
        dock.scenarios.remove(dock.scenario)
        if not dock.scenarios.listed:
            dock.scenarios.add(self.tr("Scenario 1"))
        self.show(dock.scenarios.listed[0])
