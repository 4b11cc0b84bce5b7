"""The panel “Survey check findings” 质检问题面板: look through findings, see them on the map, decide, check again."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import Qgis, QgsApplication, QgsFeatureRequest, QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsDockWidget, QgsMapLayerComboBox, QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.checking.finding import State
from ..core.errors import OutputError
from ..core.survey.schema import Role
from ..processing.base import said
from .findings_decision import DecisionDialog, accepted, keep_reason, reopened
from .findings_filter import FilterBar
from .findings_layer import (
    DECISION,
    Decision,
    findings_in_file,
    findings_layers,
    is_findings_layer,
    longest_reason,
    read_findings,
    why_not_writable,
    write_decisions,
)
from .findings_run import CheckPanel
from .findings_table import COLOURS, FindingModel, severity_label
from .findings_view import FindingTable
from .layer_guesses import guess_layers, polygon_layers
from .map_findings import FindingMarks, Subject, find_parcel
from .memory import ProjectMemory, keep_output_folder, output_folder

PAUSE = 120
"""Milliseconds a row has to stay chosen before the map goes there: holding ↓ does not draw every place."""
SELECTED_ON_MAP = 2000
MESSAGE_SECONDS = 8
KEPT_DECISIONS = 20
Step = dict[int, tuple[Decision, Decision]]
"""One decision by feature id: what stood there before, and what was written."""


class FindingsDock(QgsDockWidget):
    """Shows a findings layer of `landledger:checksurvey`, writes decisions into it, and starts the check."""

    def __init__(self, iface: QgisInterface | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LandLedgerFindings")
        self.setWindowTitle(self.tr("Survey check findings"))
        self._iface = iface
        self._memory = ProjectMemory("findings")
        self._marks = FindingMarks(iface.mapCanvas()) if iface is not None else None
        self._done: list[Step] = []
        self._stale: set[int] = set()
        self._writing = False
        self.layer: QgsVectorLayer | None = None
        self.model = FindingModel(self)
        self.bar = QgsMessageBar()
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

    # ------------------------------------------------------------------------------------------------------- building

    def _build(self) -> None:
        self.check_panel = CheckPanel()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._findings_page(), self.tr("Findings"))
        self.tabs.addTab(self.check_panel, self.tr("Run the check"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.bar)
        column.addWidget(self.tabs, 1)
        self.setWidget(inside)
        self.setMinimumWidth(380)

    def _findings_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2, 6, 2, 2)
        column.addLayout(self._layer_row())
        self.totals = QLabel()
        self.totals.setTextFormat(Qt.TextFormat.RichText)
        column.addWidget(self.totals)
        self.filter_bar = FilterBar(self.model)
        column.addWidget(self.filter_bar)
        self.table = FindingTable(self.model)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self._empty_page())
        column.addWidget(self.pages, 1)
        self.details = QLabel()
        self.details.setWordWrap(True)
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        column.addWidget(self.details)
        column.addLayout(self._button_row())
        return page

    def _layer_row(self) -> QHBoxLayout:
        self.layer_combo = QgsMapLayerComboBox()
        self.layer_combo.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.layer_combo.setAllowEmptyLayer(True, self.tr("Choose a findings layer"))
        self.layer_combo.setLayer(None)
        self.layer_combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.layer_combo.setToolTip(self.tr("Layers of the project that hold the findings of a survey check."))
        self.open_button = self._tool("/mActionFileOpen.svg", self.tr("Open a file of findings"))
        row = QHBoxLayout()
        row.addWidget(self.layer_combo, 1)
        row.addWidget(self.open_button)
        return row

    def _tool(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _button_row(self) -> QHBoxLayout:
        self.previous_button = self._tool("/mActionArrowUp.svg", self.tr("Previous finding (Alt+↑)"))
        self.next_button = self._tool("/mActionArrowDown.svg", self.tr("Next finding (Alt+↓)"))
        self.locate_button = self._tool("/mActionZoomToSelected.svg", self.tr("Show on the map (Enter)"))
        self.accept_button = QPushButton(self.tr("Accept…"))
        self.accept_button.setToolTip(self.tr("The chosen findings are right as they are: give the reason (Ctrl+Enter)."))
        self.reopen_button = QPushButton(self.tr("Open again"))
        self.reopen_button.setToolTip(self.tr("The chosen findings have to be looked at again."))
        self.undo_button = self._tool("/mActionUndo.svg", self.tr("Take back the last decision"))
        row = QHBoxLayout()
        for button in (self.previous_button, self.next_button, self.locate_button):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.accept_button, self.reopen_button, self.undo_button):
            row.addWidget(button)
        return row

    def _empty_page(self) -> QWidget:
        """What stands where no row does: why, and what to do next."""
        page = QWidget()
        self.why_empty = QLabel()
        self.why_empty.setWordWrap(True)
        self.why_empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.to_check_button = QPushButton(self.tr("Run the check"))
        self.to_file_button = QPushButton(self.tr("Open a file of findings…"))
        self.show_all_button = QPushButton(self.tr("Clear filter"))
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(self.why_empty)
        for button in (self.to_check_button, self.to_file_button, self.show_all_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def _timers(self) -> None:
        self._locating = self._timer(PAUSE, self.locate)
        self._reloading = self._timer(200, self.reload)
        self._refreshing = self._timer(100, self._refresh_stale)

    def _timer(self, pause: int, action: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(action)
        return timer

    def _connect(self) -> None:
        self.layer_combo.layerChanged.connect(self._layer_chosen)
        self.filter_bar.changed.connect(self._narrow)
        self.table.chosen_changed.connect(self._chosen_changed)
        self.table.wanted.connect(self.locate)
        self.table.decided.connect(self.accept)
        self.table.customContextMenuRequested.connect(self._open_menu)
        for button, action in (
            (self.open_button, self.choose_file),
            (self.to_file_button, self.choose_file),
            (self.to_check_button, self._show_check),
            (self.show_all_button, self.filter_bar.clear),
            (self.previous_button, self.table.previous),
            (self.next_button, self.table.next),
            (self.locate_button, self.locate),
            (self.accept_button, self.accept),
            (self.reopen_button, self.reopen),
            (self.undo_button, self.undo),
        ):
            button.clicked.connect(lambda checked=False, action=action: action())
        self.check_panel.told.connect(self._say)
        self.check_panel.ended.connect(self._check_ended)

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
        project = QgsProject.instance()
        offered = {layer.id() for layer in findings_layers(project)}
        self.layer_combo.blockSignals(True)
        self.layer_combo.setExceptedLayerList(
            [layer for layer in project.mapLayers().values() if layer.id() not in offered]
        )
        self.layer_combo.setLayer(self.layer)
        self.layer_combo.blockSignals(False)

    def _layers_came(self, layers: list) -> None:
        """A result of a run, or findings from a file: shown at once."""
        found = [layer for layer in layers if is_findings_layer(layer)]
        if found:
            self.show_layer(found[-1])
        else:
            self._offer_layers()

    def _layers_go(self, going: list[str]) -> None:
        if self._marks is not None and self._marks.survey in going:
            self._clear_marks()
        if self.layer is not None and self.layer.id() in going:
            self._say(self.tr("The findings layer {layer} was removed from the project.").format(layer=self.layer.name()))
            self.show_layer(None)

    def _layer_chosen(self, layer: QgsVectorLayer | None) -> None:
        if layer is not self.layer and (layer is None or is_findings_layer(layer)):
            self.show_layer(layer)

    def _recall(self, *project: object) -> None:
        """Another project: the findings last shown in it, else those it has."""
        remembered = QgsProject.instance().mapLayer(self._memory.read("LAYER") or "")
        at_hand = findings_layers(QgsProject.instance())
        self.show_layer(remembered if is_findings_layer(remembered) else at_hand[0] if at_hand else None)

    def show_layer(self, layer: QgsVectorLayer | None) -> None:
        """Show the findings of a layer, or none."""
        self._listen(False)
        self.layer = layer
        self.check_panel.previous = layer
        self._done.clear()
        self._stale.clear()
        self._clear_marks()
        self.table.clearSelection()
        self._listen(True)
        self._offer_layers()
        if layer is not None:
            self._memory.write({"LAYER": layer.id()})
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
        if self._writing:
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
        self.model.set_findings(None if self.layer is None else read_findings(self.layer))
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
        found = findings_in_file(file)
        if not found:
            text = self.tr("{file} holds no findings of a survey check: choose the file that a check has written.")
            self._say(text.format(file=file))
            return
        keep_output_folder(file)
        sources = {layer.source().split("|")[0]: layer for layer in findings_layers(QgsProject.instance())}
        if file in sources:
            self.show_layer(sources[file])
        else:
            QgsProject.instance().addMapLayers(found)

    # ------------------------------------------------------------------------------------------------------ the check

    def _show_check(self) -> None:
        self.tabs.setCurrentWidget(self.check_panel)
        self.check_panel.layers["SURVEY"].setFocus()

    def _check_ended(self, results: dict, layers: list) -> None:
        found = next((layer for layer in layers if is_findings_layer(layer)), None)
        if found is not None and found is not self.layer:
            self.show_layer(found)
        self.tabs.setCurrentIndex(0)
        self.table.setFocus()
        text = self.tr("Checked {parcels} parcels: {findings} findings, {open} of them open.")
        self._say(
            text.format(
                parcels=int(results.get("PARCEL_COUNT", 0)),
                findings=int(results.get("FINDING_COUNT", 0)),
                open=int(results.get("OPEN_COUNT", 0)),
            ),
            Qgis.MessageLevel.Success,
        )

    # -------------------------------------------------------------------------------------------------------- showing

    def _narrow(self) -> None:
        self.model.narrow(self.filter_bar.chosen())
        self._show_counts()

    def _show_counts(self) -> None:
        self.filter_bar.show_counts()
        severities, states = self.model.totals()
        parts = [
            f'<span style="color:{COLOURS[severity].name()}">●</span> {severity_label(severity)} <b>{count}</b>'
            for severity, count in severities.items()
        ]
        labels = self.model.state_labels
        decided = " ".join(f"{labels[state]} <b>{count}</b>" for state, count in states.items())
        self.totals.setText(f"{' &nbsp;'.join(parts)} &nbsp;|&nbsp; {decided}")
        self._show_emptiness()
        self._show_buttons()

    def _show_emptiness(self) -> None:
        findings = self.model.findings
        self.totals.setVisible(findings is not None)
        self.filter_bar.setVisible(findings is not None and len(findings) > 0)
        self.pages.setCurrentIndex(0 if self.model.rowCount() else 1)
        self.show_all_button.setVisible(findings is not None and len(findings) > 0)
        self.to_check_button.setVisible(findings is None)
        self.to_file_button.setVisible(findings is None)
        if findings is None:
            self.why_empty.setText(
                self.tr("No findings are shown. Check a land survey, or open the findings of an earlier check.")
            )
        elif not len(findings):
            self.why_empty.setText(self.tr("The check found nothing: the survey passes all checks that are switched on."))
        else:
            self.why_empty.setText(self.tr("No finding passes the filter."))

    def _show_buttons(self) -> None:
        rows = self.table.chosen_rows()
        shown, any_chosen = self.model.rowCount() > 0, len(rows) > 0
        for button in (self.previous_button, self.next_button):
            button.setEnabled(shown)
        self.locate_button.setEnabled(any_chosen)
        self.accept_button.setEnabled(any_chosen)
        self.reopen_button.setEnabled(self.model.any_accepted(rows))
        self.undo_button.setEnabled(bool(self._done))

    def _chosen_changed(self) -> None:
        self._show_buttons()
        self._show_details()
        self._locating.start()
        if self.layer is not None:
            self._writing = True
            self.layer.selectByIds(self.table.chosen_ids()[:SELECTED_ON_MAP])
            self._writing = False

    def _show_details(self) -> None:
        row = self.table.current_row()
        if row < 0:
            self.details.clear()
            return
        at = self.model.row_at(row)
        texts = self.model.findings.texts
        head = " · ".join(
            part for part in (self.model.text(at, self.model.SEVERITY), texts["TITLE"][at],
                              self.model.text(at, self.model.PARCEL), texts["OTHER_BSM"][at], texts["FIELD"][at],
                              self.model.text(at, self.model.PLACE)) if part
        )  # fmt: skip
        self.details.setText("\n".join(part for part in (head, texts["FINDING"][at], self.model.decided(at)) if part))

    def _selected_on_map(self, *change: object) -> None:
        if not self._writing and self.layer is not None:
            self.table.choose_ids(self.layer.selectedFeatureIds()[:SELECTED_ON_MAP])
            self._show_buttons()
            self._show_details()

    def _say(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Warning) -> None:
        self.bar.clearWidgets()
        passing = level in (Qgis.MessageLevel.Info, Qgis.MessageLevel.Success)
        self.bar.pushMessage(text, level, MESSAGE_SECONDS if passing else 0)

    # ------------------------------------------------------------------------------------------------------------ map

    def survey(self) -> QgsVectorLayer | None:
        """The survey that the findings are about, if it is in the project: the one chosen, or the likeliest."""
        return self.check_panel.survey() or guess_layers(polygon_layers(QgsProject.instance())).get(Role.SURVEY)

    def _subjects(self, at: int) -> list[Subject]:
        findings = self.model.findings
        subjects = [
            Subject(int(findings.parcels[feature][at]), findings.texts[bsm][at])
            for feature, bsm in (("FEATURE_ID", "BSM"), ("OTHER_ID", "OTHER_BSM"))
        ]
        return [subject for subject in subjects if subject.feature >= 0 or subject.bsm]

    def locate(self) -> None:
        """The map to the chosen finding."""
        self._locating.stop()
        row = self.table.current_row()
        if self.layer is None or self._marks is None:
            return
        if row < 0:
            self._marks.clear()
            return
        at = self.model.row_at(row)
        point = self.layer.getFeature(int(self.model.findings.ids[at])).geometry()
        extent = float(np.nan_to_num(self.model.findings.numbers["EXTENT_M"][at]))
        if self._marks.show(point, extent, self.layer, self.survey(), self._subjects(at)):
            self.bar.clearWidgets()
        else:
            self._say(self.tr("This finding has no place on the map."), Qgis.MessageLevel.Info)

    def open_form(self) -> None:
        """The attribute form of the parcel of the chosen finding."""
        row = self.table.current_row()
        survey = self.survey()
        subjects = self._subjects(self.model.row_at(row)) if row >= 0 else []
        parcel = find_parcel(survey, subjects[0]) if subjects else None
        if parcel is None:
            self._say(self.tr("The parcel of this finding is not in a land survey layer of the project."))
        elif self._iface is not None:
            self._iface.openFeatureForm(survey, parcel)

    def _clear_marks(self) -> None:
        self._locating.stop()
        if self._marks is not None:
            self._marks.clear()

    # ------------------------------------------------------------------------------------------------------- deciding

    def accept(self) -> None:
        """Ask for the reason, and write the chosen findings as accepted."""
        ids = self.table.chosen_ids()
        if not ids or self._refused():
            return
        before = self.model.decisions_of(ids)
        former = list(dict.fromkeys(decision[1] for decision in before.values() if decision[1]))
        about = self.tr("Accept {count} findings:").format(count=len(ids)) if len(ids) > 1 else self.details.text()
        if len(ids) > 1:
            some = [self.model.text(self.model.row_at(row), self.model.FINDING) for row in self.table.chosen_rows()[:3]]
            about = "\n".join([about, *some, *(["…"] if len(ids) > 3 else [])])
        dialog = DecisionDialog(about, former[:5], longest_reason(self.layer), self)
        try:
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return
            reason = dialog.reason
        finally:
            dialog.deleteLater()
        keep_reason(reason)
        self._decide({feature: accepted(reason) for feature in ids}, self.tr("Accept findings"))

    def reopen(self) -> None:
        """Write those chosen that are accepted as open again."""
        before = self.model.decisions_of(self.table.chosen_ids())
        closed = {feature: known for feature, known in before.items() if known[0] == State.ACCEPTED.value}
        if closed and not self._refused():
            self._decide({feature: reopened(known) for feature, known in closed.items()}, self.tr("Open findings again"))

    def _refused(self) -> bool:
        """Whether the layer takes no decisions; says so."""
        why = why_not_writable(self.layer)
        if why:
            self._say(why)
        return bool(why)

    def _decide(self, decisions: dict[int, Decision], title: str) -> None:
        before = self.model.decisions_of(decisions)
        row = self.table.current_row()
        if not self._write(decisions, title):
            return
        self._done = [*self._done, {feature: (before[feature], decisions[feature]) for feature in before}]
        self._done = self._done[-KEPT_DECISIONS:]
        self._show_counts()
        if self.table.current_row() < 0 and self.model.rowCount():
            # What was decided is not shown any more: on to what took its place.
            self.table.choose_row(min(max(row, 0), self.model.rowCount() - 1))
        self.table.setFocus()
        self._say(self.tr("Written: {count} findings.").format(count=len(decisions)), Qgis.MessageLevel.Success)

    def _write(self, decisions: dict[int, Decision], title: str) -> bool:
        self._writing = True
        try:
            write_decisions(self.layer, decisions, title)
        except OutputError as error:
            self.reload()
            self._say(said(error.sentence), Qgis.MessageLevel.Critical)
            return False
        finally:
            self._writing = False
        self.model.set_decisions(decisions)
        return True

    def undo(self) -> None:
        """Take back the last decision, where nobody has decided otherwise since."""
        if not self._done or self._refused():
            return
        step = self._done[-1]
        known = self.model.decisions_of(step)
        back = {feature: before for feature, (before, after) in step.items() if known.get(feature) == after}
        if back and not self._write(back, self.tr("Take back a decision")):
            return
        self._done = self._done[:-1]
        self._show_counts()
        self.table.choose_ids(list(back))
        self._chosen_changed()
        self._say(self.tr("Taken back: {count} findings.").format(count=len(back)), Qgis.MessageLevel.Success)

    # ----------------------------------------------------------------------------------------------- menu and closing

    def menu(self) -> QMenu:
        """What can be done with the chosen rows."""
        menu = QMenu(self)
        for text, action, button in (
            (self.tr("Show on the map"), self.locate, self.locate_button),
            (self.tr("Accept…"), self.accept, self.accept_button),
            (self.tr("Open again"), self.reopen, self.reopen_button),
            (self.tr("Copy rows"), self.table.copy_rows, self.locate_button),
            (self.tr("Form of the parcel"), self.open_form, self.locate_button),
        ):
            menu.addAction(text, action).setEnabled(button.isEnabled())
        return menu

    def _open_menu(self, where: QPoint) -> None:
        menu = self.menu()
        menu.exec(self.table.viewport().mapToGlobal(where))
        menu.deleteLater()

    def hideEvent(self, event: Any) -> None:
        """Out of sight: nothing stays on the map."""
        self._clear_marks()
        self.table.keep_columns()
        super().hideEvent(event)

    def shut(self) -> None:
        """The plugin goes: a run in progress is cancelled, nothing stays on the map."""
        self.check_panel.run.cancel()
        self._listen(False)
        QgsProject.instance().layersWillBeRemoved["QStringList"].disconnect(self._layers_go)
        self.layer_combo.layerChanged.disconnect(self._layer_chosen)
        for signal, slot in self._project_signals():
            signal.disconnect(slot)
        self.layer = None
        self._clear_marks()
        self.table.keep_columns()
