"""Saving scenarios, pins that the project remembers, and leaving: nothing unsaved goes unasked."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject

from ..core.service.assignment.problem import NOBODY

if TYPE_CHECKING:
    from .service_areas import ServiceDock


class ServiceSaving(QObject):
    """Writes in the background, of snapshots; what is handed over meanwhile stays unsaved."""

    def __init__(self, dock: ServiceDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self._writing = False

    def save(self) -> None:
        """Save all scenarios where they are kept; a file or a reason is asked for where one is needed."""
        self._save_then(None)

    def _save_then(self, then: Callable[[], None] | None) -> None:
        from .service_keeping import Saving

        dock = self._dock
        if dock.scenarios is None or not dock.scenarios.unsaved or self._writing:
            return
        asked = dock.keeping.ask(dock, dock.start.chosen_day)
        if asked is None:
            return
        day, reason = asked
        scenarios, keeping = dock.scenarios, dock.keeping
        kept = {scenario: scenario.snapshot() for scenario in scenarios.listed}
        removed = {scenario: scenario.snapshot() for scenario in scenarios.removed}
        saving = Saving(list(kept.values()), list(removed.values()), day, reason)
        self._writing = True
        dock.work.save_button.setEnabled(False)

        def take() -> None:
            """What came to where it is kept is saved, also where the rest did not."""
            self._writing = False
            for scenario, snapshot in kept.items():
                if snapshot in saving.written:
                    scenario.mark_saved(snapshot)
            scenarios.removed = [each for each in scenarios.removed if removed.get(each) not in saving.written]
            if dock.scenarios is scenarios:
                dock.show_all()
                dock.tabs.forget_history()

        def saved(nothing: object) -> None:
            take()
            self.remember_pins()
            dock.say(self.tr("Saved in {place}.").format(place=keeping.label), Qgis.MessageLevel.Success)
            # What was handed over while it was written would be lost.
            if then is not None and not scenarios.unsaved:
                then()

        def failed(error: Exception) -> None:
            keeping.refused()
            take()
            dock.failed(error)

        dock.calls.ask(lambda: keeping.write(saving), saved, failed)

    def remember_pins(self) -> None:
        """Pins are an aid of the window and no change of an assignment: the project keeps them at once."""
        dock = self._dock
        if not dock.keeping.label:
            return
        pins = {
            each.name: each.scene.units.code[each.pinned].tolist() for each in dock.scenarios.listed if each.stored or each.key
        }  # fmt: skip
        kept = {**self._kept_pins(), dock.keeping.label: pins}
        dock.start.keep("PINS", json.dumps(kept, ensure_ascii=False))

    def _kept_pins(self) -> dict[str, dict[str, list[str]]]:
        """Codes of pinned units by the place where scenarios are kept, and scenario."""
        try:
            return dict(json.loads(self._dock.start.remembered("PINS") or "{}"))
        except ValueError:
            return {}

    def recall_pins(self) -> None:
        kept = self._kept_pins().get(self._dock.keeping.label, {})
        for scenario in self._dock.scenarios.listed:
            if scenario.name in kept:
                rows = [scenario.scene.place_of.get(code, NOBODY) for code in kept[scenario.name]]
                scenario.pinned[:] = False
                scenario.pinned[[row for row in rows if row != NOBODY]] = True

    def leave(self) -> None:
        """Back to the choice of layers; unsaved changes are asked about."""
        dock = self._dock
        if not dock.runs.may_stop():
            return
        if dock.scenarios is not None and dock.scenarios.unsaved:
            text = self.tr("There are changes that are not saved, in: {names}. Save them?")
            names = "、".join(each.name for each in dock.scenarios.unsaved)
            answer = dock.ask(
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
        dock = self._dock
        dock.run.cancel()
        if dock.tool is not None:
            dock.canvas.unsetMapTool(dock.tool)
        keeping = dock.keeping
        dock.calls.ask(keeping.close, lambda nothing: None, lambda error: None)
        dock.scenarios, dock.scenario = None, None
        dock.map.remove()
        dock.work.model.show(None, np.empty(0, dtype=np.int64))
        dock.stack.setCurrentWidget(dock.start)

    def project_gone(self) -> None:
        """Another project: what is not saved stays, all else goes."""
        dock = self._dock
        dock.stop_opening()
        if dock.scenarios is None:
            return
        # Its layers went with the project.
        dock.run.cancel()
        if dock.scenarios.unsaved:
            dock.say(self.tr("The project was closed. The scenarios with unsaved changes are still here: save them."))
        else:
            # The layer of the areas went with it: nothing to tell.
            dock.bar.clearWidgets()
            self._let_go()
