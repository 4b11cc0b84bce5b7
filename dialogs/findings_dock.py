"""The panel “Survey check findings” 质检问题面板: the findings of a survey check, and the check itself."""

from __future__ import annotations

from qgis.core import Qgis, QgsFeature, QgsProject, QgsVectorLayer

from ..core.survey.schema import Role
from .findings_layer import SURVEY_FINDINGS, is_findings_layer
from .findings_panel import FindingsPanel
from .findings_run import CheckPanel
from .layer_guesses import guess_layers, polygon_layers


class FindingsDock(FindingsPanel):
    """Shows a findings layer of `landledger:checksurvey`, writes decisions into it, and starts the check."""

    KIND = SURVEY_FINDINGS
    NAME = "LandLedgerFindings"
    MEMORY = "findings"

    def title(self) -> str:
        return self.tr("Survey check findings")

    def add_tabs(self) -> None:
        self.check_panel = CheckPanel()
        self.tabs.addTab(self.check_panel, self.tr("Run the check"))
        self.check_panel.told.connect(self.say)
        self.check_panel.ended.connect(self._check_ended)

    def layer_shown(self) -> None:
        self.check_panel.previous = self.layer

    def no_findings_in(self, file: str) -> str:
        text = self.tr("{file} holds no findings of a survey check: choose the file that a check has written.")
        return text.format(file=file)

    def no_parcel(self) -> str:
        return self.tr("The parcel of this finding is not in a land survey layer of the project.")

    def parcel_layer(self, finding: QgsFeature | None) -> QgsVectorLayer | None:
        return self.survey()

    def survey(self) -> QgsVectorLayer | None:
        """The survey that the findings are about, if it is in the project: the one chosen, or the likeliest."""
        return self.check_panel.survey() or guess_layers(polygon_layers(QgsProject.instance())).get(Role.SURVEY)

    def show_check(self) -> None:
        self.tabs.setCurrentWidget(self.check_panel)
        self.check_panel.layers["SURVEY"].setFocus()

    def _check_ended(self, results: dict, layers: list) -> None:
        found = next((layer for layer in layers if is_findings_layer(layer, self.KIND)), None)
        if found is not None and found is not self.layer:
            self.show_layer(found)
        self.tabs.setCurrentIndex(0)
        self.table.setFocus()
        text = self.tr("Checked {parcels} parcels: {findings} findings, {open} of them open.")
        self.say(
            text.format(
                parcels=int(results.get("PARCEL_COUNT", 0)),
                findings=int(results.get("FINDING_COUNT", 0)),
                open=int(results.get("OPEN_COUNT", 0)),
            ),
            Qgis.MessageLevel.Success,
        )

    def shut(self) -> None:
        """The plugin goes: a run in progress is cancelled, nothing stays on the map."""
        self.check_panel.run.cancel()
        super().shut()
