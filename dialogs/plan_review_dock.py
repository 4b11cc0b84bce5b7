"""The panel “Village plan review” 规划审查面板: findings one by one, opinions, the round before, and what the plan does with a parcel."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication, QgsFeature, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import QWidget

from ..processing.adapters.looks import STYLE_FOLDER
from ..processing.adapters.plan_marks import loaded_plans
from .background_calls import BackgroundCalls
from .background_run import BackgroundRun
from .findings_layer import PLAN_FINDINGS
from .findings_panel import FindingsPanel
from .map_findings import find_parcel, subjects_of
from .opinions_acts import OpinionsActs
from .opinions_choice import OpinionsChoice
from .opinions_giving import OpinionsGiving
from .opinions_layer import OpinionKeeper
from .opinions_page import OpinionsPage
from .opinions_rounds import OpinionsRounds
from .plan_check_inputs import plans_at_hand
from .plan_findings import PlanFindingModel, PlanFindingsPage
from .plan_parcel_explaining import ParcelExplaining
from .plan_parcel_page import Clicked, ParcelPage
from .plan_place_tool import PlaceTool

CHECK = "landledger:checkvillageplan"
DIALOG = 980, 720
"""Size of the dialog of the check: its own shows no button beside a path."""


class PlanReviewDock(FindingsPanel):
    """Shows the findings of a plan check, keeps decisions and opinions, and explains parcels of loaded plans."""

    KIND = PLAN_FINDINGS
    NAME = "LandLedgerPlanReview"
    MEMORY = "planreview"

    def __init__(self, iface: QgisInterface | None, parent: QWidget | None = None) -> None:
        super().__init__(iface, parent)
        self.choice.recall()

    # ------------------------------------------------------------------------------------------------------- building

    def add_tabs(self) -> None:
        self.canvas = self._iface.mapCanvas() if self._iface is not None else None
        self.keeper, self.run, self.calls = OpinionKeeper(self), BackgroundRun(self), BackgroundCalls(self)
        # Before the page of opinions: it hears of layers that go before the combo there does.
        self.choice = OpinionsChoice(self)
        self.opinions, self.parcel = OpinionsPage(), ParcelPage()
        self.giving, self.acts, self.rounds = OpinionsGiving(self), OpinionsActs(self), OpinionsRounds(self)
        self.explaining = ParcelExplaining(self)
        self.tabs.addTab(self.opinions, self.tr("Opinions"))
        self.tabs.addTab(self.parcel, self.tr("Parcel"))
        self._connect_parts()
        self._add_tools()
        self.choice.follow()
        # What can be done here without a button, in the panel's own words.
        self.explain, self.locate_opinion = self.explaining.explain, self.acts.locate
        self.opinion_of_chosen, self.opinion_on_parcel = self.giving.of_findings, self.giving.on_parcel
        self.open_opinions, self.import_round, self.export_list = self.choice.open, self.rounds.import_former, self.rounds.export_list

    def _connect_parts(self) -> None:
        page, giving, acts, rounds = self.opinions, self.giving, self.acts, self.rounds
        self.keeper.changed.connect(self._opinions_changed)
        self.keeper.told.connect(self.say)
        self.run.ended.connect(rounds.ended)
        page.chosen_changed.connect(self.show_opinion_buttons)
        page.table.doubleClicked.connect(lambda index: acts.locate())
        for button, action in (
            (self.page.opinion_button, giving.of_findings), (page.new_button, giving.on_plan),
            (self.parcel.opinion_button, giving.on_parcel), (page.open_button, self.choice.choose_file),
            (page.locate_button, acts.locate), (page.edit_button, acts.change), (page.remove_button, acts.take_out),
            (page.undo_button, acts.take_back), (page.import_button, rounds.choose_former), (page.compare_button, rounds.compare),
            (page.export_button, rounds.choose_list),
        ):  # fmt: skip
            button.clicked.connect(lambda checked=False, action=action: action())

    def _add_tools(self) -> None:
        self.tools: list[PlaceTool] = []
        if self.canvas is not None:
            self.parcel_tool = PlaceTool(self.canvas, self.parcel.pick_button, self)
            self.place_tool = PlaceTool(self.canvas, self.opinions.pick_button, self)
            self.parcel_tool.picked.connect(self.explaining.explain)
            self.place_tool.picked.connect(self.giving.at_place)
            self.tools = [self.parcel_tool, self.place_tool]

    # ------------------------------------------------------------------------------------------------- what a kind says

    def title(self) -> str:
        return self.tr("Village plan review")

    def make_model(self) -> PlanFindingModel:
        return PlanFindingModel(self)

    def make_page(self) -> PlanFindingsPage:
        return PlanFindingsPage(self.model)

    def show_check(self) -> None:
        """The dialog of the plan check; its result is shown here as soon as it is loaded."""
        if QgsApplication.processingRegistry().createAlgorithmById(CHECK) is None:
            self.say(self.tr("The check of village plans is not there: switch the plugin off and on again."))
            return
        import processing

        self._dialog = processing.createAlgorithmDialog(CHECK, plans_at_hand())
        if self._dialog is not None:
            self._dialog.show()
            # It takes its last size when it is shown.
            self._dialog.resize(self._dialog.size().expandedTo(QSize(*DIALOG)))

    def no_findings_in(self, file: str) -> str:
        text = self.tr("{file} holds no findings of a check of village plans: choose the file that a check has written.")
        return text.format(file=file)

    def no_parcel(self) -> str:
        return self.tr("The parcel of this finding is not in a loaded village plan.")

    def parcel_layer(self, finding: QgsFeature | None) -> QgsVectorLayer | None:
        """The loaded layer that the finding names, of its village where several are called so."""
        if finding is None:
            return None
        name, village = (str(finding.attribute(field) or "") for field in ("LAYER", "VILLAGE"))
        found = [
            (plan.village != village, layer) for plan in loaded_plans(QgsProject.instance()) for layer in plan.layers_called(name)
        ]
        ordered = [layer for _, layer in sorted(found, key=lambda pair: pair[0])]
        subjects = subjects_of(finding)
        held = (layer for layer in ordered if subjects and find_parcel(layer, subjects[0]) is not None)
        return next(held, ordered[0] if ordered else None)

    def dress(self, layer: QgsVectorLayer) -> None:
        layer.loadNamedStyle(str(STYLE_FOLDER / "findings.qml"))

    def layer_shown(self) -> None:
        self.show_opinion_buttons()

    # -------------------------------------------------------------------------------------------------------- showing

    @property
    def clicked(self) -> Clicked | None:
        """The parcel that is explained."""
        return self.explaining.clicked

    def _opinions_changed(self) -> None:
        self.opinions.show_opinions(sorted(self.keeper.opinions.values(), key=lambda each: (each.round, each.number)))
        self.show_opinion_buttons()

    def show_opinion_buttons(self) -> None:
        """Buttons of the opinions that make sense now."""
        self.opinions.show_buttons(self.keeper, not self.run.running, self.layer is not None)

    # -------------------------------------------------------------------------------------------------------- closing

    def hideEvent(self, event: Any) -> None:
        """Out of sight: nothing stays on the map, and the map asks for no place."""
        self.explaining.unmark()
        for tool in self.tools:
            tool.drop()
        self.opinions.keep_columns()
        super().hideEvent(event)

    def shut(self) -> None:
        """The plugin goes: what is under way ends, nothing stays on the map."""
        self.run.cancel()
        self.calls.finish()
        for tool in self.tools:
            tool.end()
        self.tools = []
        self.explaining.shut()
        self.opinions.keep_columns()
        self.keeper.changed.disconnect(self._opinions_changed)
        self.choice.shut()
        super().shut()
