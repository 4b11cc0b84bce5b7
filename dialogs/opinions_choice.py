"""Which layer keeps the opinions of a review: remembered with the project, offered on the page, opened, or made beside the
findings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog

from ..core.errors import OutputError
from ..processing.base import said
from .layer_choices import offer_only
from .memory import ProjectMemory, keep_output_folder, output_folder
from .opinions_layer import file_beside, is_opinions_layer, open_opinions, opinions_layers

if TYPE_CHECKING:
    from .plan_review_dock import PlanReviewDock


class OpinionsChoice(QObject):
    """Follows the project; the keeper of the panel follows the layer that is chosen."""

    def __init__(self, dock: PlanReviewDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self._memory = ProjectMemory("planreview_opinions")
        # Before the combo is made: one whose layer goes would take the next layer instead, and say nothing.
        QgsProject.instance().layersWillBeRemoved["QStringList"].connect(self._layers_go)

    def follow(self) -> None:
        """Follow what comes into the project and what is chosen on the page: its combo is there now, and hears of layers first."""
        self._dock.opinions.layer_combo.layerChanged.connect(self._chosen)
        project = QgsProject.instance()
        project.layersAdded.connect(self._layers_came)
        project.readProject.connect(self.recall)
        project.cleared.connect(self.recall)

    def shut(self) -> None:
        """The plugin goes: nobody's opinions are kept any more."""
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._layers_came)
        project.layersWillBeRemoved["QStringList"].disconnect(self._layers_go)
        project.readProject.disconnect(self.recall)
        project.cleared.disconnect(self.recall)
        self._dock.opinions.layer_combo.layerChanged.disconnect(self._chosen)
        self._dock.keeper.follow(None)

    # ------------------------------------------------------------------------------------------------------- the layer

    def recall(self, *project: object) -> None:
        """Another project: the opinions last shown in it, else those it has."""
        remembered = QgsProject.instance().mapLayer(self._memory.read("LAYER") or "")
        at_hand = opinions_layers(QgsProject.instance())
        wanted = remembered if is_opinions_layer(remembered) else at_hand[0] if at_hand else None
        self.show(wanted)

    def show(self, layer: QgsVectorLayer | None) -> None:
        """Keep opinions in a layer of the project, or in none yet."""
        keeper = self._dock.keeper
        keeper.follow(layer)
        self._dock.opinions.round.setValue(keeper.round)
        self._offer()
        if layer is not None:
            self._memory.write({"LAYER": layer.id()})

    def _offer(self) -> None:
        offer_only(self._dock.opinions.layer_combo, opinions_layers(QgsProject.instance()), self._dock.keeper.layer)

    def _chosen(self, layer: QgsVectorLayer | None) -> None:
        if layer is not self._dock.keeper.layer and (layer is None or is_opinions_layer(layer)):
            self.show(layer)

    def _layers_came(self, layers: list) -> None:
        found = [layer for layer in layers if is_opinions_layer(layer)]
        if found and self._dock.keeper.layer is None:
            self.show(found[-1])
        else:
            self._offer()

    def _layers_go(self, going: list[str]) -> None:
        layer = self._dock.keeper.layer
        if layer is not None and layer.id() in going:
            text = self.tr("The layer of opinions {layer} was removed from the project; its file stays.")
            self._dock.say(text.format(layer=layer.name()))
            self.show(None)

    # -------------------------------------------------------------------------------------------------------- the file

    def choose_file(self) -> None:
        """Ask for the file of opinions; one that is not there is made."""
        pattern = self.tr("GeoPackage (*.gpkg)")
        start = file_beside(self._dock.layer) or str(Path(output_folder()) / self.tr("review_opinions.gpkg"))
        file, _ = QFileDialog.getSaveFileName(
            self._dock, self.tr("File of opinions"), start, pattern, options=QFileDialog.Option.DontConfirmOverwrite
        )
        if file:
            self.open(file if file.lower().endswith(".gpkg") else file + ".gpkg")

    def open(self, file: str) -> bool:
        """Keep opinions in a file; it becomes a layer of the project, unless it is one. False where that can't be; says why."""
        dock = self._dock
        known = {layer.source().partition("|")[0]: layer for layer in opinions_layers(QgsProject.instance())}
        if file in known:
            self.show(known[file])
            return True
        crs = dock.layer.crs() if dock.layer is not None else QgsProject.instance().crs()
        try:
            layer = open_opinions(file, crs)
        except OutputError as error:
            dock.say(said(error.sentence), Qgis.MessageLevel.Critical)
            return False
        keep_output_folder(file)
        QgsProject.instance().addMapLayer(layer)
        self.show(layer)
        dock.say(self.tr("Opinions are kept in {file}.").format(file=file), Qgis.MessageLevel.Info)
        return True

    def has_file(self) -> bool:
        """Whether there is a file of opinions; makes the one beside the findings, or asks for one."""
        if self._dock.keeper.layer is not None:
            return True
        beside = file_beside(self._dock.layer)
        if beside:
            return self.open(beside)
        self.choose_file()
        return self._dock.keeper.layer is not None
