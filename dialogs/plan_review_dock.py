"""The panel “Village plan review” 规划审查面板: findings one by one, opinions, the round before, and what the plan does with a parcel."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.gui import QgisInterface, QgsHighlight
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSize, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton, QWidget

from ..core.errors import LedgerError, OutputError
from ..core.survey.classes import load_code_table
from ..core.village.indicators import indicators_of
from ..core.village.parcel_effect import Effect, parcel_effect
from ..core.village.profile import PlanRole, profiles_in
from ..core.village.review import Author, Opinion, coordinates, opinion_id, opinions_of_findings
from ..core.village.review_words import NEW, categories
from ..core.village.structure import structure_of
from ..processing.adapters.looks import STYLE_FOLDER
from ..processing.adapters.plan_marks import LoadedPlan, loaded_plans
from ..processing.adapters.plan_parcel import GroundAt, ground_at
from ..processing.adapters.review_rows import findings_of_features, opinion_of_feature
from ..processing.base import said, say
from ..processing.settings import operator_name, own_folder, rules_in_force
from .background_calls import BackgroundCalls, told
from .background_run import BackgroundRun
from .findings_layer import PLAN_FINDINGS
from .findings_panel import FindingsPanel
from .map_findings import OTHER_FILL, OTHER_LINE, find_parcel, subjects_of
from .memory import ProjectMemory, keep_output_folder, output_folder
from .opinion_dialog import OpinionDialog
from .opinions_layer import OpinionKeeper, file_beside, is_opinions_layer, open_opinions, opinions_layers
from .opinions_page import OpinionsPage
from .plan_findings import PlanFindingModel, PlanFindingsPage
from .plan_parcel_page import Clicked, ParcelPage
from .plan_place_tool import PlaceTool

CHECK = "landledger:checkvillageplan"
REVIEW = "landledger:planreview"
CLOSEST = 200.0
"""Metres of ground around an opinion on the map."""
FEW = 20
"""Of so many features one is few."""
DIALOG = 980, 720
"""Size of the dialog of the check: its own shows no button beside a path."""
DEEPEST = 2
"""So many folders below that of a package its files may lie."""


class PlanReviewDock(FindingsPanel):
    """Shows the findings of a plan check, keeps decisions and opinions, and explains parcels of loaded plans."""

    KIND = PLAN_FINDINGS
    NAME = "LandLedgerPlanReview"
    MEMORY = "planreview"

    def __init__(self, iface: QgisInterface | None, parent: QWidget | None = None) -> None:
        super().__init__(iface, parent)
        self._choose_opinions()

    # ------------------------------------------------------------------------------------------------- what a kind says

    def title(self) -> str:
        return self.tr("Village plan review")

    def make_model(self) -> PlanFindingModel:
        return PlanFindingModel(self)

    def make_page(self) -> PlanFindingsPage:
        return PlanFindingsPage(self.model)

    def add_tabs(self) -> None:
        self.keeper = OpinionKeeper(self)
        # Before the combo is made: one whose layer goes would take the next layer instead, and say nothing.
        QgsProject.instance().layersWillBeRemoved["QStringList"].connect(self._opinions_go)
        self.run = BackgroundRun(self)
        self.calls = BackgroundCalls(self)
        self.opinions, self.parcel = OpinionsPage(), ParcelPage()
        self.tabs.addTab(self.opinions, self.tr("Opinions"))
        self.tabs.addTab(self.parcel, self.tr("Parcel"))
        self.clicked: Clicked | None = None
        self._explained: GroundAt | None = None
        self._outline: QgsHighlight | None = None
        self._after: Callable[[dict], None] | None = None
        self._opinions_memory = ProjectMemory("planreview_opinions")
        self.tools: list[PlaceTool] = []
        if self._iface is not None:
            canvas = self._iface.mapCanvas()
            self.parcel_tool = PlaceTool(canvas, self.parcel.pick_button, self)
            self.place_tool = PlaceTool(canvas, self.opinions.pick_button, self)
            self.parcel_tool.picked.connect(self.explain)
            self.place_tool.picked.connect(self.opinion_at)
            self.tools = [self.parcel_tool, self.place_tool]
        self._connect_opinions()

    def _connect_opinions(self) -> None:
        page = self.opinions
        self.keeper.changed.connect(self._opinions_changed)
        self.keeper.told.connect(self.say)
        self.run.ended.connect(self._run_ended)
        page.layer_combo.layerChanged.connect(self._opinions_chosen)
        page.chosen_changed.connect(self._show_opinion_buttons)
        page.table.doubleClicked.connect(lambda index: self.locate_opinion())
        for button, action in (
            (self.page.opinion_button, self.opinion_of_chosen),
            (page.open_button, self.choose_opinions_file),
            (page.locate_button, self.locate_opinion),
            (page.new_button, self.new_opinion),
            (page.edit_button, self.change_opinion),
            (page.remove_button, self.remove_opinions),
            (page.undo_button, self.undo_opinions),
            (page.import_button, self.choose_former_round),
            (page.compare_button, self.compare_round),
            (page.export_button, self.choose_list_file),
            (self.parcel.opinion_button, self.opinion_on_parcel),
        ):
            button.clicked.connect(lambda checked=False, action=action: action())
        project = QgsProject.instance()
        project.layersAdded.connect(self._opinions_came)
        project.readProject.connect(self._choose_opinions)
        project.cleared.connect(self._choose_opinions)

    def show_check(self) -> None:
        """The dialog of the plan check; its result is shown here as soon as it is loaded."""
        if QgsApplication.processingRegistry().createAlgorithmById(CHECK) is None:
            self.say(self.tr("The check of village plans is not there: switch the plugin off and on again."))
            return
        import processing

        self._dialog = processing.createAlgorithmDialog(CHECK, self._plans_at_hand())
        if self._dialog is not None:
            self._dialog.show()
            # It takes its last size when it is shown.
            self._dialog.resize(self._dialog.size().expandedTo(QSize(*DIALOG)))

    def _plans_at_hand(self) -> dict[str, Any]:
        """The package that the loaded plans are of, and its profile: nobody has to name again what is on the map."""
        plans = loaded_plans(QgsProject.instance())
        place = package_of(layer.source().partition("|")[0] for plan in plans for layer in plan.layers.values())
        if not place:
            return {}
        profiles = list(profiles_in([own_folder("profiles")]))
        used = next((mark.profile for plan in plans for mark in plan.marks.values()), "")
        given = {"FOLDER" if os.path.isdir(place) else "PACKAGE": place}
        return given | ({"PROFILE": profiles.index(used)} if used in profiles else {})

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

    # --------------------------------------------------------------------------------------------------- which opinions

    def _choose_opinions(self, *project: object) -> None:
        """Another project: the opinions last shown in it, else those it has."""
        remembered = QgsProject.instance().mapLayer(self._opinions_memory.read("LAYER") or "")
        at_hand = opinions_layers(QgsProject.instance())
        wanted = remembered if is_opinions_layer(remembered) else at_hand[0] if at_hand else None
        self.show_opinions(wanted)

    def _opinions_came(self, layers: list) -> None:
        found = [layer for layer in layers if is_opinions_layer(layer)]
        if found and self.keeper.layer is None:
            self.show_opinions(found[-1])
        else:
            self._offer_opinions()

    def _opinions_go(self, going: list[str]) -> None:
        layer = self.keeper.layer
        if layer is not None and layer.id() in going:
            self.say(self.tr("The layer of opinions {layer} was removed from the project; its file stays.").format(layer=layer.name()))
            self.show_opinions(None)

    def _layers_go(self, going: list[str]) -> None:
        """With a layer of its plan goes the parcel that is explained: it is cut from several of them."""
        super()._layers_go(going)
        if self._explained is not None and any(layer.id() in going for layer in self._explained.plan.layers.values()):
            self._forget_parcel()
            self.parcel.show_nothing(self.tr("A layer of this parcel's plan was removed from the project: click again."))

    def _forget_parcel(self) -> None:
        self.calls.forget("parcel")
        self.clicked = self._explained = None
        self._unmark()

    def _offer_opinions(self) -> None:
        project, combo = QgsProject.instance(), self.opinions.layer_combo
        offered = {layer.id() for layer in opinions_layers(project)}
        combo.blockSignals(True)
        combo.setExceptedLayerList([layer for layer in project.mapLayers().values() if layer.id() not in offered])
        combo.setLayer(self.keeper.layer)
        combo.blockSignals(False)

    def _opinions_chosen(self, layer: QgsVectorLayer | None) -> None:
        if layer is not self.keeper.layer and (layer is None or is_opinions_layer(layer)):
            self.show_opinions(layer)

    def show_opinions(self, layer: QgsVectorLayer | None) -> None:
        """Keep opinions in a layer of the project, or in none yet."""
        self.keeper.follow(layer)
        self.opinions.round.setValue(self.keeper.round)
        self._offer_opinions()
        if layer is not None:
            self._opinions_memory.write({"LAYER": layer.id()})

    def choose_opinions_file(self) -> None:
        """Ask for the file of opinions; one that is not there is made."""
        pattern = self.tr("GeoPackage (*.gpkg)")
        start = file_beside(self.layer) or str(Path(output_folder()) / self.tr("review_opinions.gpkg"))
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("File of opinions"), start, pattern, options=QFileDialog.Option.DontConfirmOverwrite
        )
        if file:
            self.open_opinions(file if file.lower().endswith(".gpkg") else file + ".gpkg")

    def open_opinions(self, file: str) -> bool:
        """Keep opinions in a file; it becomes a layer of the project, unless it is one. False where that can't be; says why."""
        known = {layer.source().partition("|")[0]: layer for layer in opinions_layers(QgsProject.instance())}
        if file in known:
            self.show_opinions(known[file])
            return True
        crs = self.layer.crs() if self.layer is not None else QgsProject.instance().crs()
        try:
            layer = open_opinions(file, crs)
        except OutputError as error:
            self.say(said(error.sentence), Qgis.MessageLevel.Critical)
            return False
        keep_output_folder(file)
        QgsProject.instance().addMapLayer(layer)
        self.show_opinions(layer)
        self.say(self.tr("Opinions are kept in {file}.").format(file=file), Qgis.MessageLevel.Info)
        return True

    def _has_file(self) -> bool:
        """Whether there is a file of opinions; makes the one beside the findings, or asks for one."""
        if self.keeper.layer is not None:
            return True
        beside = file_beside(self.layer)
        if beside:
            return self.open_opinions(beside)
        self.choose_opinions_file()
        return self.keeper.layer is not None

    def _opinions_changed(self) -> None:
        self.opinions.show_opinions(sorted(self.keeper.opinions.values(), key=lambda each: (each.round, each.number)))
        self._show_opinion_buttons()

    def _show_opinion_buttons(self) -> None:
        page, names = self.opinions, self.opinions.chosen()
        placed = [name for name in names if name in self.keeper.opinions and self.keeper.opinions[name].has_place]
        page.locate_button.setEnabled(bool(placed))
        page.edit_button.setEnabled(len(names) == 1)
        page.remove_button.setEnabled(bool(names))
        page.undo_button.setEnabled(self.keeper.undoable)
        idle = not self.run.running
        page.import_button.setEnabled(idle)
        older = any(each.round < page.round.value() for each in self.keeper.opinions.values())
        page.compare_button.setEnabled(idle and self.layer is not None and older)
        page.export_button.setEnabled(idle and bool(self.keeper.opinions))

    def dress(self, layer: QgsVectorLayer) -> None:
        layer.loadNamedStyle(str(STYLE_FOLDER / "findings.qml"))

    def layer_shown(self) -> None:
        self._show_opinion_buttons()

    # -------------------------------------------------------------------------------------------------- giving opinions

    def _author(self) -> Author:
        return Author("", operator_name(), date.today().isoformat(), self.opinions.round.value())

    def opinion_of_chosen(self) -> None:
        """Opinions of the chosen findings: read in the background, shown, and written when the user agrees."""
        ids = self.table.chosen_ids()
        if not ids or self.layer is None or not self._has_file():
            return
        source, author = QgsVectorLayerFeatureSource(self.layer), self._author()
        wanted, request = set(ids), QgsFeatureRequest()
        # Many features one by one take longer than all of them in a row.
        if len(ids) * FEW < self.model.rowCount():
            request.setFilterFids(ids)
        turn = QgsCoordinateTransform(self.layer.crs(), self.keeper.layer.crs(), QgsProject.instance())
        listed, first = rules_in_force().whole("plan_review_listed_places"), self.keeper.next_number()
        # The words of category files are read here: what is wrong with them is told once.
        try:
            categories()
        except LedgerError as error:
            self.say(said(error.sentence))
            return

        def made() -> list[Opinion]:
            features = (each for each in source.getFeatures(request) if each.id() in wanted)
            # What was accepted is no question to the planners.
            asked = (each for each in findings_of_features(features, turn) if each.open)
            return opinions_of_findings(asked, author, listed, say, first)

        self.calls.ask(made, self._ask_to_write, lambda error: self.say(told(error), Qgis.MessageLevel.Critical), "opinions")

    def _ask_to_write(self, made: Sequence[Opinion] | None) -> None:
        """The opinions that are not there yet, after the user has seen them."""
        new = [each for each in made or () if each.id not in self.keeper.opinions]
        if not made:
            self.say(self.tr("The chosen findings are accepted: open them again to make opinions of them."), Qgis.MessageLevel.Info)
            return
        if not new:
            self.say(self.tr("These findings have their opinion already."), Qgis.MessageLevel.Info)
            return
        self.write(new, False)

    def write(self, opinions: Sequence[Opinion], known: bool) -> bool:
        """Let the user look at opinions and write them; False if not."""
        dialog = OpinionDialog(opinions, known, self)
        agreed = bool(dialog.exec())
        given = dialog.opinions if agreed else []
        dialog.deleteLater()
        if not agreed or not self.keeper.put(given, self.tr("Write opinions")):
            return False
        self.opinions.choose([each.id for each in given])
        self.say(self.tr("Written: {count} opinions.").format(count=len(given)), Qgis.MessageLevel.Success)
        return True

    def _free(self, place: str = "", village: str = "", at: QgsPointXY | None = None) -> Opinion:
        author = self._author()
        number = self.keeper.next_number()
        name = opinion_id(str(author.round), author.by, author.on, str(number), os.urandom(8).hex())
        otherwise = next(each.code for each in categories() if each.otherwise)
        placed = {} if at is None else {"x": at.x(), "y": at.y()}
        return Opinion(
            name, author.round, number, otherwise, place, "", "", state=NEW, village=village, given_by=author.by,
            given_on=author.on, **placed,
        )  # fmt: skip

    def new_opinion(self) -> None:
        """An opinion on the whole plan."""
        if self._has_file():
            self.write([self._free()], False)

    def opinion_at(self, point: QgsPointXY) -> None:
        """An opinion on a place of the map."""
        if self._iface is None or not self._has_file():
            return
        crs = self._iface.mapCanvas().mapSettings().destinationCrs()
        try:
            at = QgsCoordinateTransform(crs, self.keeper.layer.crs(), QgsProject.instance()).transform(point)
            found = ground_at(QgsProject.instance(), point, crs)
        except QgsCsException:
            self.say(self.tr("This place does not lie in the system of the opinions."))
            return
        except LedgerError:
            found = None
        self.write([self._at(found, at)], False)
        self.opinions.pick_button.setChecked(False)

    def _at(self, found: GroundAt | None, at: QgsPointXY) -> Opinion:
        parcel = None if found is None else found.ground.parcel or next(iter(found.ground.base), None)
        village = found.plan.village if found is not None else ""
        layer = found.layer.name() if found is not None else ""
        words = (village, layer, parcel.bsm if parcel is not None and parcel.bsm else "", coordinates(at.x(), at.y()))
        return self._free(" ".join(word for word in words if word), village, at)

    def opinion_on_parcel(self) -> None:
        """An opinion on the parcel that is explained."""
        if self.clicked is None or not self._has_file():
            return
        at, layer = self.clicked.at, self.clicked.at.layer
        try:
            turn = QgsCoordinateTransform(layer.crs(), self.keeper.layer.crs(), QgsProject.instance())
            point = turn.transform(at.feature.geometry().pointOnSurface().asPoint())
        except QgsCsException:
            self.say(self.tr("This place does not lie in the system of the opinions."))
            return
        self.write([self._at(at, point)], False)

    def change_opinion(self) -> None:
        """Change the chosen opinion, with reply and state."""
        names = self.opinions.chosen()
        if len(names) == 1:
            self.write([self.keeper.opinions[names[0]]], True)

    def remove_opinions(self) -> None:
        """Take the chosen opinions out; the step can be taken back."""
        names = self.opinions.chosen()
        row = min((index.row() for index in self.opinions.table.selectionModel().selectedRows()), default=0)
        if names and self.keeper.remove(names, self.tr("Take out opinions")):
            self.opinions.choose_row(row)
            text = self.tr("Taken out: {count} opinions. ↶ brings them back.")
            self.say(text.format(count=len(names)), Qgis.MessageLevel.Success)

    def undo_opinions(self) -> None:
        """Take back the last step."""
        back = self.keeper.undo()
        if back:
            self.opinions.choose(back)

    def locate_opinion(self) -> None:
        """The map to the first chosen opinion that has a place."""
        placed = [each for name in self.opinions.chosen() if (each := self.keeper.opinions.get(name)) and each.has_place]
        if not placed or self._iface is None:
            return
        canvas, crs = self._iface.mapCanvas(), self.keeper.layer.crs()
        at = QgsPointXY(placed[0].x, placed[0].y)
        try:
            turn = QgsCoordinateTransform(crs, canvas.mapSettings().destinationCrs(), QgsProject.instance())
            side = CLOSEST / (111_319.49 if crs.isGeographic() else 1.0)
            box = QgsRectangle(at.x() - side / 2, at.y() - side / 2, at.x() + side / 2, at.y() + side / 2)
            canvas.setExtent(turn.transformBoundingBox(box))
        except QgsCsException:
            self.say(self.tr("This place does not lie in the system of the map."))
            return
        canvas.refresh()
        canvas.flashGeometries([QgsGeometry.fromPointXY(at)], crs)

    # ------------------------------------------------------------------------------------------------------ the rounds

    def choose_former_round(self) -> None:
        """Ask for the workbook that came back."""
        pattern = self.tr("Excel workbook (*.xlsx)")
        file, _ = QFileDialog.getOpenFileName(self, self.tr("List of opinions of the former round"), output_folder(), pattern)
        if file:
            self.import_round(file)

    def import_round(self, file: str) -> None:
        """Read a list of opinions in the background, compare it with the findings shown, and keep what it says."""
        if not file.lower().endswith(".xlsx"):
            text = self.tr("{file} is no Excel workbook (*.xlsx): choose the list of opinions that the planners sent back.")
            self.say(text.format(file=Path(file).name))
            return
        if not self._has_file():
            return
        keep_output_folder(file)
        given = {"PREVIOUS_BOOK": file, "PROBLEMS": QgsProcessing.TEMPORARY_OUTPUT, "ROUND": 0}
        self._start(given, partial(self._take_round, file))

    def compare_round(self) -> None:
        """Compare the opinions of former rounds with the findings shown."""
        self._start({"ROUND": self.opinions.round.value()}, self._take_states)

    def choose_list_file(self) -> None:
        """Ask where the list of opinions goes."""
        stem = Path(self.keeper.layer.source().partition("|")[0]).stem if self.keeper.layer is not None else ""
        start = str(Path(output_folder()) / f"{stem or self.tr('review_opinions')}_{date.today():%Y%m%d}.xlsx")
        pattern = self.tr("Excel workbook (*.xlsx)")
        file, _ = QFileDialog.getSaveFileName(self, self.tr("List of opinions"), start, pattern)
        if file:
            self.export_list(file if file.lower().endswith(".xlsx") else file + ".xlsx")

    def export_list(self, file: str) -> None:
        """Write the form of the review meeting in the background."""
        keep_output_folder(file)
        villages = {each.village for each in self.keeper.opinions.values() if each.village}
        title = villages.pop() if len(villages) == 1 else ""
        given = {"WORKBOOK": file, "TITLE": title, "ROUND": self.opinions.round.value()}
        self._start(given, lambda results: self._tell_written(file))

    def _tell_written(self, file: str) -> None:
        """Where the list lies, with a button that opens it."""
        self.bar.clearWidgets()
        item = self.bar.createMessage(self.tr("Written: {file}").format(file=file))
        button = QPushButton(self.tr("Open it"))
        button.setObjectName("OpenFile")
        button.setAutoDefault(False)
        button.clicked.connect(lambda checked=False: QDesktopServices.openUrl(QUrl.fromLocalFile(file)))
        item.layout().addWidget(button)
        self.bar.pushWidget(item, Qgis.MessageLevel.Success)

    def _start(self, given: dict[str, Any], after: Callable[[dict], None]) -> None:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(REVIEW)
        if algorithm is None or self.run.running:
            return
        parameters = {"MAKE": "none", "RESULT": QgsProcessing.TEMPORARY_OUTPUT, **given}
        if self.layer is not None:
            parameters["FINDINGS"] = self.layer.id()
        if self.keeper.layer is not None:
            parameters["OPINIONS"] = self.keeper.layer.id()
        self._after = after
        self.run.start(algorithm, parameters)
        self._show_opinion_buttons()

    def _run_ended(self, successful: bool, results: dict, layers: list) -> None:
        after, self._after = self._after, None
        self._show_opinion_buttons()
        if not successful:
            if not self.run.canceled:
                self.say(self.run.reason or self.tr("The run failed; the log says why."), Qgis.MessageLevel.Critical)
        elif after is not None:
            after(results)
        self._show_opinion_buttons()

    def _result(self) -> list[Opinion]:
        layer = self.run.tables.get("RESULT")
        return [] if not isinstance(layer, QgsVectorLayer) else [opinion_of_feature(each) for each in layer.getFeatures()]

    def _take_round(self, file: str, results: dict) -> None:
        """What came back goes into the file of opinions as one step, unless cells are wrong: then they are shown."""
        wrong, doubtful = int(results["PROBLEM_COUNT"]), int(results["WARNING_COUNT"])
        if wrong or doubtful:
            self._show_problems()
        if wrong:
            text = self.tr("{file} has {count} wrong cells, listed in the table of problems; nothing was taken from it.")
            self.say(text.format(file=Path(file).name, count=wrong), Qgis.MessageLevel.Critical)
            return
        if not self._take_states(results):
            return
        self.opinions.round.setValue(int(results["ROUND_NUMBER"]))
        self._show_opinion_buttons()

    def _take_states(self, results: dict) -> bool:
        if not self.keeper.put(self._result(), self.tr("Compare with the former round")):
            return False
        text = self.tr(
            "Dealt with {done}, partly {partly}, not {open}, explained {explained}, to be looked at {check}; {fresh} new findings."
        )
        counts = {name: int(results[f"{name.upper()}_COUNT"]) for name in ("done", "partly", "open", "explained", "check", "fresh")}
        message = text.format(**counts)
        contradicted = int(results["CONTRADICTED_COUNT"])
        if contradicted:
            more = self.tr("{count} called done are not.")
            message = f"{message} {more.format(count=contradicted)}"
        self.tabs.setCurrentWidget(self.opinions)
        self.say(message, Qgis.MessageLevel.Warning if contradicted else Qgis.MessageLevel.Success)
        return True

    def _show_problems(self) -> None:
        """The table of problems becomes a layer of the project, to be opened there."""
        layer = self.run.tables.pop("PROBLEMS", None)
        if isinstance(layer, QgsVectorLayer):
            layer.setName(self.tr("Problems of the list of opinions"))
            QgsProject.instance().addMapLayer(layer)

    # ------------------------------------------------------------------------------------------------------- a parcel

    def explain(self, point: QgsPointXY) -> None:
        """What the plan does with the parcel at a point of the map; cut and measured in the background."""
        if self._iface is None:
            return
        self.tabs.setCurrentWidget(self.parcel)
        crs = self._iface.mapCanvas().mapSettings().destinationCrs()
        try:
            found = ground_at(QgsProject.instance(), point, crs)
            if found is None:
                self._nothing_here()
                return
            profile = found.plan.profile()
            structure, indicators = structure_of(profile), indicators_of(profile)
            table = load_code_table(found.plan.version or profile.classes[-1])
        except LedgerError as error:
            self._forget_parcel()
            self.parcel.show_nothing(said(error.sentence))
            return
        self._explained = found
        self._mark(found)

        def counted() -> Effect | None:
            return parcel_effect(found.ground, structure, indicators, table, found.zone)

        def shown(effect: Effect | None) -> None:
            if effect is None:
                self._nothing_here()
                return
            findings, opinions = self._known_of(found, effect)
            self.clicked = Clicked(found, effect, structure, table, findings, opinions)
            self.parcel.show_parcel(self.clicked)

        self.calls.ask(counted, shown, lambda error: self.parcel.show_nothing(told(error)), "parcel")

    def _nothing_here(self) -> None:
        self._forget_parcel()
        plans = loaded_plans(QgsProject.instance())
        self.parcel.show_nothing(
            self.tr("No parcel of a loaded village plan lies here.") if plans
            else self.tr("No village plan is loaded: use “Load village plan” first.")
        )

    def _known_of(self, found: GroundAt, effect: Effect) -> tuple[list[str], list[str]]:
        """Findings and opinions on a parcel."""
        here = ParcelsHere.of(found, effect)
        texts = self.model.findings.texts if self.model.findings is not None else None
        findings = []
        if texts is not None:
            columns = (texts[name] for name in ("RULE", "FINDING", "VILLAGE", "LAYER", "BSM", "OTHER_BSM"))
            findings = [
                f"{rule} {text}".strip()
                for rule, text, village, layer, *subjects in zip(*columns)
                if any(here.has(village, layer, bsm) for bsm in subjects)
            ]
        turn = None
        if self.keeper.layer is not None:
            turn = QgsCoordinateTransform(self.keeper.layer.crs(), found.layer.crs(), QgsProject.instance())
        opinions = [
            f"{each.number}. {each.text}" for each in self.keeper.opinions.values()
            if any(here.has(each.village, cause.layer, cause.bsm) for cause in each.causes)
            or (not each.causes and each.has_place and turn is not None and _lies_in(found, each, turn))
        ]  # fmt: skip
        return findings, opinions

    def _mark(self, found: GroundAt) -> None:
        self._unmark()
        self._outline = QgsHighlight(self._iface.mapCanvas(), found.feature.geometry(), found.layer)
        self._outline.setColor(OTHER_LINE)
        self._outline.setFillColor(OTHER_FILL)
        self._outline.setWidth(3)
        self._outline.show()

    def _unmark(self) -> None:
        if self._outline is not None and not sip.isdeleted(self._outline):
            self._iface.mapCanvas().scene().removeItem(self._outline)
        self._outline = None

    # -------------------------------------------------------------------------------------------------------- closing

    def hideEvent(self, event: Any) -> None:
        """Out of sight: nothing stays on the map, and the map asks for no place."""
        self._unmark()
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
        self._forget_parcel()
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._opinions_came)
        project.layersWillBeRemoved["QStringList"].disconnect(self._opinions_go)
        project.readProject.disconnect(self._choose_opinions)
        project.cleared.disconnect(self._choose_opinions)
        self.opinions.layer_combo.layerChanged.disconnect(self._opinions_chosen)
        self.opinions.keep_columns()
        self.keeper.changed.disconnect(self._opinions_changed)
        self.keeper.follow(None)
        super().shut()


@dataclass(frozen=True)
class ParcelsHere:
    """The parcels that a click is about: `layers` of the project by name, and the BSM in each; the same BSM in another layer is
    another feature."""

    plan: LoadedPlan
    known: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, found: GroundAt, effect: Effect) -> ParcelsHere:
        """The parcel that was clicked, and those of the base year that it is cut from."""
        known = {found.layer.id(): {effect.parcel.bsm}}
        base = found.plan.layers.get(PlanRole.BASE)
        if base is not None:
            known.setdefault(base.id(), set()).update(piece.bsm for piece in effect.pieces)
        return cls(found.plan, {layer: frozenset(bsm - {""}) for layer, bsm in known.items()})

    def has(self, village: str, layer: str, bsm: str) -> bool:
        """Whether a finding's or an opinion's village, layer and BSM are one of them."""
        if village and village != self.plan.village:
            return False
        held = {each for each, known in self.known.items() if bsm in known}
        return bool(held) and any(each.id() in held for each in self.plan.layers_called(layer))


def _lies_in(found: GroundAt, opinion: Opinion, turn: QgsCoordinateTransform) -> bool:
    """Whether the place of an opinion lies in the parcel."""
    try:
        at = turn.transform(QgsPointXY(opinion.x, opinion.y))
    except QgsCsException:
        return False
    return bool(found.feature.geometry().intersects(QgsGeometry.fromPointXY(at)))


def package_of(files: Iterable[str]) -> str:
    """The file that all layers of a package lie in, else the folder above their files, if none lies deeper than DEEPEST; ''
    without any."""
    known = {os.path.abspath(file) for file in files if file and os.path.exists(file)}
    if len(known) < 2:
        return next(iter(known), "")
    folder = os.path.commonpath([os.path.dirname(file) for file in known])
    deepest = max(len(Path(file).relative_to(folder).parts) for file in known)
    return folder if deepest <= DEEPEST + 1 else ""
