"""The search box: a code or a name and Enter show a unit on the map, Enter again the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from qgis.PyQt.QtCore import QObject

from ..core.service.unit_search import units_found

if TYPE_CHECKING:
    from ..core.service.scenario import Scene
    from .service_areas import ServiceDock


class ServiceFinding(QObject):
    """Remembers what was typed last and which of its units was shown."""

    def __init__(self, dock: ServiceDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self._asked: tuple[str, Scene] | None = None
        self._rows = np.empty(0, dtype=np.int64)
        self._place = 0
        dock.work.search.returnPressed.connect(self.find)

    def find(self) -> None:
        """Show the first unit of what is typed, or the next one."""
        dock, text = self._dock, self._dock.work.search.text().strip()
        if dock.scenario is None or not text:
            return
        scene = dock.scenario.scene
        if self._asked is not None and self._asked[0] == text and self._asked[1] is scene:
            self._place = (self._place + 1) % max(1, len(self._rows))
        else:
            self._asked, self._rows, self._place = (text, scene), units_found(scene.units, text), 0
        if not len(self._rows):
            dock.tell(self.tr("No unit has “{text}” in its code or name.").format(text=text))
            return
        row = int(self._rows[self._place])
        dock.picking.look_at(np.array([row]))
        told = self.tr("{place} of {count}: {unit}").format(
            place=self._place + 1, count=len(self._rows), unit=dock.picking.told_of(row)
        )
        dock.tell(told)
