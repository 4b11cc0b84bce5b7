"""Explaining the parcel that was clicked on the map: cut with the plan in the background, outlined, shown on its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsPointXY, QgsProject
from qgis.gui import QgsHighlight
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from ..core.errors import LedgerError
from ..core.survey.classes import CodeTable, load_code_table
from ..core.village.indicators import Indicator, indicators_of
from ..core.village.parcel_effect import Effect, parcel_effect
from ..core.village.structure import Structure, structure_of
from ..processing.adapters.plan_marks import loaded_plans
from ..processing.adapters.plan_parcel import GroundAt, ground_at
from ..processing.base import said
from .background_calls import told
from .map_findings import OTHER_FILL, OTHER_LINE
from .plan_parcel_known import ParcelsHere
from .plan_parcel_page import Clicked

if TYPE_CHECKING:
    from .plan_review_dock import PlanReviewDock

CALL = "parcel"


class ParcelExplaining(QObject):
    """`clicked` is the parcel on the page, None while there is none or it is still being cut; `outline` is that on the map."""

    def __init__(self, dock: PlanReviewDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self.clicked: Clicked | None = None
        self.outline: QgsHighlight | None = None
        self._found: GroundAt | None = None
        QgsProject.instance().layersWillBeRemoved["QStringList"].connect(self._layers_go)

    def explain(self, point: QgsPointXY) -> None:
        """What the plan does with the parcel at a point of the map; cut and measured in the background."""
        dock = self._dock
        if dock.canvas is None:
            return
        dock.tabs.setCurrentWidget(dock.parcel)
        try:
            found = ground_at(QgsProject.instance(), point, dock.canvas.mapSettings().destinationCrs())
            if found is None:
                self._nothing_here()
                return
            profile = found.plan.profile()
            structure, indicators = structure_of(profile), indicators_of(profile)
            table = load_code_table(found.plan.version or profile.classes[-1])
        except LedgerError as error:
            self._show_nothing(said(error.sentence))
            return
        self._found = found
        self._mark(found)
        self._cut(found, structure, indicators, table)

    def _cut(self, found: GroundAt, structure: Structure, indicators: Sequence[Indicator], table: CodeTable) -> None:
        dock = self._dock

        def counted() -> Effect | None:
            return parcel_effect(found.ground, structure, indicators, table, found.zone)

        def shown(effect: Effect | None) -> None:
            if effect is None:
                self._nothing_here()
                return
            here = ParcelsHere.of(found, effect)
            findings, opinions = here.findings(dock.model.findings), here.opinions(dock.keeper, found)
            self.clicked = Clicked(found, effect, structure, table, findings, opinions)
            dock.parcel.show_parcel(self.clicked)

        dock.calls.ask(counted, shown, lambda error: dock.parcel.show_nothing(told(error)), CALL)

    # ---------------------------------------------------------------------------------------------------- no parcel

    def _nothing_here(self) -> None:
        plans = loaded_plans(QgsProject.instance())
        self._show_nothing(
            self.tr("No parcel of a loaded village plan lies here.") if plans
            else self.tr("No village plan is loaded: use “Load village plan” first.")
        )  # fmt: skip

    def _layers_go(self, going: list[str]) -> None:
        """With a layer of its plan goes the parcel that is explained: it is cut from several of them."""
        if self._found is not None and any(layer.id() in going for layer in self._found.plan.layers.values()):
            self._show_nothing(self.tr("A layer of this parcel's plan was removed from the project: click again."))

    def _show_nothing(self, why: str) -> None:
        self._forget()
        self._dock.parcel.show_nothing(why)

    def _forget(self) -> None:
        self._dock.calls.forget(CALL)
        self.clicked = self._found = None
        self.unmark()

    def shut(self) -> None:
        """The plugin goes: nothing stays on the map."""
        QgsProject.instance().layersWillBeRemoved["QStringList"].disconnect(self._layers_go)
        self._forget()

    # --------------------------------------------------------------------------------------------------------- the map

    def _mark(self, found: GroundAt) -> None:
        self.unmark()
        self.outline = QgsHighlight(self._dock.canvas, found.feature.geometry(), found.layer)
        self.outline.setColor(OTHER_LINE)
        self.outline.setFillColor(OTHER_FILL)
        self.outline.setWidth(3)
        self.outline.show()

    def unmark(self) -> None:
        """No parcel is outlined on the map any more."""
        if self.outline is not None and not sip.isdeleted(self.outline):
            self._dock.canvas.scene().removeItem(self.outline)
        self.outline = None
