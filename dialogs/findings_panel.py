"""What panels of findings share: look through findings, see them on the map, decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import Qgis, QgsFeature, QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, QTimer
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QMenu,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from .findings_deciding import Decider
from .findings_layer import (
    DECISION,
    FindingsKind,
    findings_in_file,
    findings_layers,
    is_findings_layer,
    read_findings,
)
from .findings_page import FindingsPage
from .findings_table import FindingModel
from .layer_choices import offer_only
from .map_findings import FindingMarks, find_parcel, subjects_of
from .memory import ProjectMemory, keep_output_folder, output_folder
from .spoken import SpokenAsWritten
from .whole_messages import WholeMessages

PAUSE = 120
"""Milliseconds a row has to stay chosen before the map goes there: holding ↓ does not draw every place."""
SELECTED_ON_MAP = 2000
MESSAGE_SECONDS = 8
SOME = 3
"""How many findings the question for a reason spells out."""


class FindingsPanel(SpokenAsWritten, QgsDockWidget):
    """Shows a layer of findings of one kind and writes decisions into it. A subclass says which kind, and what else the panel has."""

    KIND: FindingsKind
    NAME: str
    MEMORY: str

    def __init__(self, iface: QgisInterface | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.NAME)
        self.setWindowTitle(self.title())
        self._iface = iface
        self._memory = ProjectMemory(self.MEMORY)
        self._marks = FindingMarks(iface.mapCanvas()) if iface is not None else None
        self._stale: set[int] = set()
        self._writing = False
        self._placeless = False
        self.layer: QgsVectorLayer | None = None
        self.model = self.make_model()
        self.decider = Decider(self.model, self)
        self.bar = WholeMessages()
        self.bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        project = QgsProject.instance()
        # Before the combo is made: one whose layer goes would take the next layer instead, and say nothing.
        project.layersWillBeRemoved["QStringList"].connect(self._layers_go)
        self._build()
        self._timers()
        self._connect()
        for signal, slot in self._project_signals():
            signal.connect(slot)
        self._recall()

    # ------------------------------------------------------------------------------------------------- what a kind says

    def title(self) -> str:
        """What the panel is called."""
        raise NotImplementedError

    def make_model(self) -> FindingModel:
        """The rows of its findings."""
        return FindingModel(self)

    def make_page(self) -> FindingsPage:
        """The list of findings, with what stands where there are none."""
        return FindingsPage(self.model)

    def add_tabs(self) -> None:
        """What the panel has beside the list of findings."""

    def show_check(self) -> None:
        """Where findings are made."""
        raise NotImplementedError

    def no_findings_in(self, file: str) -> str:
        """What is told of a file that holds none."""
        raise NotImplementedError

    def parcel_layer(self, finding: QgsFeature | None) -> QgsVectorLayer | None:
        """The layer of the project that holds the parcels of a finding."""
        raise NotImplementedError

    def no_parcel(self) -> str:
        """What is told where the parcel of a finding is not in the project."""
        raise NotImplementedError

    def dress(self, layer: QgsVectorLayer) -> None:
        """How a layer of a file that is opened here looks."""

    def layer_shown(self) -> None:
        """`layer` is another one now."""

    # ------------------------------------------------------------------------------------------------------- building

    def _build(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.page = self.make_page()
        self.table, self.filter_bar = self.page.table, self.page.filter_bar
        self.tabs.addTab(self.page, self.tr("List of findings"))
        self.add_tabs()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.bar)
        column.addWidget(self.tabs, 1)
        self.setWidget(inside)
        self.setMinimumWidth(380)

    def _timers(self) -> None:
        self._locating = self._timer(PAUSE, self.locate)
        self._reloading = self._timer(200, self.reload)
        self._refreshing = self._timer(100, self._refresh_stale)
        # A project that is being read brings its layers first; what it remembers is not to be written over.
        self._remembering = self._timer(1000, self._remember)

    def _timer(self, pause: int, action: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(action)
        return timer

    def _connect(self) -> None:
        self.page.layer_combo.layerChanged.connect(self._layer_chosen)
        self.filter_bar.changed.connect(self._narrow)
        self.table.chosen_changed.connect(self._chosen_changed)
        self.table.wanted.connect(self.locate)
        self.table.decided.connect(self.accept)
        self.table.customContextMenuRequested.connect(self._open_menu)
        for button, action in (
            (self.page.open_button, self.choose_file),
            (self.page.to_file_button, self.choose_file),
            (self.page.to_check_button, self.show_check),
            (self.page.show_all_button, self.filter_bar.clear),
            (self.page.previous_button, self.table.previous),
            (self.page.next_button, self.table.next),
            (self.page.locate_button, self.locate),
            (self.page.accept_button, self.accept),
            (self.page.reopen_button, self.reopen),
            (self.page.undo_button, self.undo),
        ):
            button.clicked.connect(lambda checked=False, action=action: action())
        self.decider.told.connect(self.say)
        self.decider.failed.connect(self.reload)

    def _project_signals(self) -> tuple:
        project = QgsProject.instance()
        return (
            (project.layersAdded, self._layers_came),
            (project.readProject, self._recall),
            (project.cleared, self._recall),
        )

    # ------------------------------------------------------------------------------------------------- which findings

    def _offer_layers(self) -> None:
        """Only findings layers can be chosen."""
        offer_only(self.page.layer_combo, findings_layers(QgsProject.instance(), self.KIND), self.layer)

    def _layers_came(self, layers: list) -> None:
        """A result of a run, or findings from a file: shown at once."""
        found = [layer for layer in layers if is_findings_layer(layer, self.KIND)]
        if found:
            self.show_layer(found[-1], remember=False)
            self._remembering.start()
        else:
            self._offer_layers()

    def _layers_go(self, going: list[str]) -> None:
        if self._marks is not None and self._marks.survey in going:
            self.clear_marks()
        if self.layer is not None and self.layer.id() in going:
            self.say(self.tr("The findings layer {layer} was removed from the project.").format(layer=self.layer.name()))
            self.show_layer(None)

    def _layer_chosen(self, layer: QgsVectorLayer | None) -> None:
        if layer is not self.layer and (layer is None or is_findings_layer(layer, self.KIND)):
            self.show_layer(layer)

    def _recall(self, *project: object) -> None:
        """Another project: the findings last shown in it, else those it has. What was told of the one before is gone."""
        self._remembering.stop()
        self.bar.clearWidgets()
        remembered = QgsProject.instance().mapLayer(self._memory.read("LAYER") or "")
        at_hand = findings_layers(QgsProject.instance(), self.KIND)
        wanted = remembered if is_findings_layer(remembered, self.KIND) else at_hand[0] if at_hand else None
        if wanted is None or wanted is not self.layer:
            self.show_layer(wanted)

    def _remember(self) -> None:
        if self.layer is not None:
            self._memory.write({"LAYER": self.layer.id()})

    def show_layer(self, layer: QgsVectorLayer | None, remember: bool = True) -> None:
        """Show the findings of a layer, or none; `remember` them with the project."""
        self._listen(False)
        if layer is not None and layer is not self.layer:
            self.bar.clearWidgets()
        self.layer = layer
        self.layer_shown()
        self.decider.follow(layer)
        self._stale.clear()
        self.clear_marks()
        self.table.clearSelection()
        self._listen(True)
        self._offer_layers()
        if remember:
            self._remember()
        self.reload()

    def _listen(self, on: bool) -> None:
        """Follow what others do to the layer."""
        if self.layer is None or sip.isdeleted(self.layer):
            return
        for signal, slot in (
            (self.layer.selectionChanged, self._selected_on_map),
            (self.layer.attributeValueChanged, self._value_changed),
            (self.layer.featureAdded, self._rows_changed),
            (self.layer.featureDeleted, self._rows_changed),
            (self.layer.afterCommitChanges, self._rows_changed),
            (self.layer.afterRollBack, self._rows_changed),
            (self.layer.subsetStringChanged, self._rows_changed),
            (self.layer.willBeDeleted, self._layer_deleted),
        ):
            if on:
                signal.connect(slot)
            else:
                signal.disconnect(slot)

    def _layer_deleted(self) -> None:
        self.layer = None
        self.show_layer(None)

    def _rows_changed(self, *which: object) -> None:
        self._reloading.start()

    def _value_changed(self, feature: int, place: int, value: object) -> None:
        if self.decider.writing:
            return
        if place in [self.layer.fields().lookupField(name) for name in DECISION]:
            self._stale.add(feature)
            self._refreshing.start()
        else:
            self._reloading.start()

    def _refresh_stale(self) -> None:
        """Decisions that were changed elsewhere: in the attribute table, or by undo."""
        if self.layer is None or not self._stale:
            return
        places = [self.layer.fields().lookupField(name) for name in DECISION]
        request = QgsFeatureRequest().setFilterFids(list(self._stale)).setSubsetOfAttributes(places)
        self._stale.clear()
        read = {}
        for feature in self.layer.getFeatures(request.setFlags(QgsFeatureRequest.Flag.NoGeometry)):
            read[feature.id()] = tuple(str(feature.attribute(place) or "") for place in places)
        self.model.set_decisions(read)
        self._show_counts()

    def reload(self) -> None:
        """Read the layer again."""
        self._reloading.stop()
        self.model.set_findings(None if self.layer is None else read_findings(self.layer, self.KIND))
        self.filter_bar.fill()
        self._narrow()

    def choose_file(self) -> None:
        """Ask for a file and show the findings in it."""
        pattern = self.tr("Findings (*.gpkg *.shp *.geojson *.gdb);;All files (*)")
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Open a file of findings"), output_folder(), pattern)
        if file:
            self.open_file(file)

    def open_file(self, file: str) -> None:
        """Show the findings in a file; it becomes a layer of the project, unless it is one."""
        found = findings_in_file(file, self.KIND)
        if not found:
            self.say(self.no_findings_in(file))
            return
        keep_output_folder(file)
        sources = {layer.source().split("|")[0]: layer for layer in findings_layers(QgsProject.instance(), self.KIND)}
        if file in sources:
            self.show_layer(sources[file])
        else:
            for layer in found:
                self.dress(layer)
            QgsProject.instance().addMapLayers(found)

    # -------------------------------------------------------------------------------------------------------- showing

    def _narrow(self) -> None:
        self.model.narrow(self.filter_bar.chosen())
        self._show_counts()

    def _show_counts(self) -> None:
        self.page.show_counts()
        self.page.show_buttons(self.decider.undoable)

    def _chosen_changed(self) -> None:
        self.page.show_buttons(self.decider.undoable)
        self.page.show_details()
        self._locating.start()
        if self.layer is not None:
            self._writing = True
            self.layer.selectByIds(self.table.chosen_ids()[:SELECTED_ON_MAP])
            self._writing = False

    def _selected_on_map(self, *change: object) -> None:
        if not self._writing and self.layer is not None:
            self.table.choose_ids(self.layer.selectedFeatureIds()[:SELECTED_ON_MAP])
            self.page.show_buttons(self.decider.undoable)
            self.page.show_details()

    def say(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Warning) -> None:
        """Tell something in the message bar; what is no trouble goes away by itself."""
        self._placeless = False
        self.bar.clearWidgets()
        passing = level in (Qgis.MessageLevel.Info, Qgis.MessageLevel.Success)
        self.bar.pushMessage(text, level, MESSAGE_SECONDS if passing else 0)

    # ------------------------------------------------------------------------------------------------------------ map

    def _finding(self, row: int) -> QgsFeature:
        return self.layer.getFeature(self.model.ids_of([row])[0])

    def locate(self) -> None:
        """The map to the chosen finding."""
        self._locating.stop()
        row = self.table.current_row()
        if self.layer is None or self._marks is None:
            return
        if row < 0:
            self._marks.clear()
            return
        finding = self._finding(row)
        if self._marks.show(finding, self.layer, self.parcel_layer(finding)):
            if self._placeless:
                self.bar.clearWidgets()
        else:
            self.say(self.tr("This finding has no place on the map."), Qgis.MessageLevel.Info)
            self._placeless = True

    def open_form(self) -> None:
        """The attribute form of the parcel of the chosen finding."""
        row = self.table.current_row()
        finding = self._finding(row) if row >= 0 else None
        layer = self.parcel_layer(finding)
        subjects = subjects_of(finding) if finding is not None else []
        parcel = find_parcel(layer, subjects[0]) if subjects else None
        if parcel is None:
            self.say(self.no_parcel())
        elif self._iface is not None:
            self._iface.openFeatureForm(layer, parcel)

    def clear_marks(self) -> None:
        """Nothing is marked on the map any more."""
        self._locating.stop()
        if self._marks is not None:
            self._marks.clear()

    # ------------------------------------------------------------------------------------------------------- deciding

    def accept(self) -> None:
        """Ask for the reason, and write the chosen findings as accepted."""
        rows = self.table.chosen_rows()
        if len(rows):
            some = [self.model.text(self.model.row_at(row), self.model.FINDING) for row in rows[:SOME]]
            self._decided(lambda: self.decider.accept(self.table.chosen_ids(), some, self))

    def reopen(self) -> None:
        """Write those chosen that are accepted as open again."""
        self._decided(lambda: self.decider.reopen(self.table.chosen_ids()))

    def _decided(self, decide: Callable[[], bool]) -> None:
        row = self.table.current_row()
        if not decide():
            return
        self._show_counts()
        if self.table.current_row() < 0 and self.model.rowCount():
            # What was decided is not shown any more: on to what took its place.
            self.table.choose_row(min(max(row, 0), self.model.rowCount() - 1))
        self.table.setFocus()

    def undo(self) -> None:
        """Take back the last decision, where nobody has decided otherwise since."""
        back = self.decider.undo()
        self._show_counts()
        if back:
            self.table.choose_ids(back)
            self._chosen_changed()

    # ----------------------------------------------------------------------------------------------- menu and closing

    def menu(self) -> QMenu:
        """What can be done with the chosen rows."""
        menu = QMenu(self)
        for text, action, button in (
            (self.tr("Show on the map"), self.locate, self.page.locate_button),
            (self.tr("Accept…"), self.accept, self.page.accept_button),
            (self.tr("Open again"), self.reopen, self.page.reopen_button),
            (self.tr("Copy rows"), self.table.copy_rows, self.page.locate_button),
            (self.tr("Form of the parcel"), self.open_form, self.page.locate_button),
        ):
            menu.addAction(text, action).setEnabled(button.isEnabled())
        return menu

    def _open_menu(self, where: QPoint) -> None:
        menu = self.menu()
        menu.exec(self.table.viewport().mapToGlobal(where))
        menu.deleteLater()

    def hideEvent(self, event: Any) -> None:
        """Out of sight: nothing stays on the map."""
        self.clear_marks()
        self.table.keep_columns()
        super().hideEvent(event)

    def shut(self) -> None:
        """The plugin goes: nothing stays on the map."""
        self._listen(False)
        QgsProject.instance().layersWillBeRemoved["QStringList"].disconnect(self._layers_go)
        self.page.layer_combo.layerChanged.disconnect(self._layer_chosen)
        for signal, slot in self._project_signals():
            signal.disconnect(slot)
        self.layer = None
        self.clear_marks()
        self.table.keep_columns()
