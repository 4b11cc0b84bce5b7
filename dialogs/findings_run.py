"""The form of the findings panel that runs the survey check: which layers, where to write, how it goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMapLayerProxyModel,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from qgis.PyQt.QtXml import QDomDocument

from ..core.survey.schema import Role
from ..processing.algorithms.survey.check_survey import CheckSurvey
from .background_run import ERROR, WARNING, BackgroundRun
from .findings_layer import is_findings_layer
from .layer_guesses import guess_layers, polygon_layers
from .memory import ProjectMemory, keep_output_folder
from .outputs import OutputBox, OutputTexts
from .wheel import WheelScrolls

ALGORITHM = "landledger:checksurvey"
A = CheckSurvey


@dataclass(frozen=True)
class Removed:
    """A layer that was taken out of the project: what it takes to bring it back, without holding its file open."""

    source: str
    name: str
    provider: str
    look: QDomDocument

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> Removed:
        look = QDomDocument()
        layer.exportNamedStyle(look)
        return cls(layer.source(), layer.name(), layer.providerType(), look)

    def again(self) -> QgsVectorLayer:
        """The layer, as it was."""
        layer = QgsVectorLayer(self.source, self.name, self.provider)
        layer.importNamedStyle(self.look)
        return layer


class CheckPanel(QScrollArea):
    """Runs `landledger:checksurvey` in the background. `told` (text, level) is for the message bar, `ended` (results,
    layers) comes after a run that succeeded; states of `previous`, the findings shown now, are taken over by the run."""

    told = pyqtSignal(str, object)
    ended = pyqtSignal(dict, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previous: QgsVectorLayer | None = None
        self.run = BackgroundRun(self)
        self._algorithm: QgsProcessingAlgorithm | None = None
        self._memory = ProjectMemory("checksurvey")
        self._touched: set[str] = set()
        self._removed: list[Removed] = []
        project = QgsProject.instance()
        # Before any combo is made: one whose layer goes would take the next layer instead, and say nothing.
        project.layersWillBeRemoved["QStringList"].connect(self._let_go)
        self.layers = {name: self._layer_combo(name) for name in (A.SURVEY, A.DISTRICTS)}
        self._build()
        self.run.told.connect(self._hear)
        self.run.progressed.connect(self._progressed)
        self.run.ended.connect(self._run_ended)
        project.layersAdded.connect(self._guess)
        project.readProject.connect(self.recall)
        project.cleared.connect(self._project_gone)
        self.recall()
        self._show_state()

    # ------------------------------------------------------------------------------------------------------- building

    def _layer_combo(self, name: str) -> QgsMapLayerComboBox:
        combo = QgsMapLayerComboBox()
        combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        combo.setAllowEmptyLayer(True)
        combo.setLayer(None)
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        combo.activated.connect(lambda index: self._touched.add(name))
        return combo

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(self._layers_box())
        self.output = OutputBox(
            OutputTexts(
                temporary=self.tr("Findings as a temporary layer (decisions are lost when QGIS is closed)"),
                saved=self.tr("Findings into a GeoPackage file:"),
                save_title=self.tr("Save the findings"),
                missing=self.tr("Say in which file the findings are to be saved."),
                ending=self.tr("survey_check"),
            )
        )
        self.output.saved.setChecked(True)
        self.areas = QCheckBox(self.tr("Also overlaps, gaps and slivers as areas (temporary layer)"))
        self.output.layout().addWidget(self.areas)
        column.addWidget(self.output)
        self.run_button = QPushButton(QgsApplication.getThemeIcon("/mActionStart.svg"), self.tr("Run the check"))
        self.cancel_button = QPushButton(self.tr("Cancel run"))
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        foot = QHBoxLayout()
        foot.addWidget(self.run_button)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.progress, 1)
        column.addLayout(foot)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setMaximumBlockCount(5000)
        self.log.setPlaceholderText(self.tr("What the run says appears here."))
        self.log.setTabChangesFocus(True)
        column.addWidget(self.log, 1)
        self.run_button.clicked.connect(self.start)
        self.cancel_button.clicked.connect(self.run.cancel)
        self.layers[A.SURVEY].layerChanged.connect(self._suggest)
        wheel = WheelScrolls(self)
        for combo in inside.findChildren(QComboBox):
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            combo.installEventFilter(wheel)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _layers_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Survey to be checked"))
        form = QFormLayout(box)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(3)
        self.field_map = QLineEdit()
        self.field_map.setPlaceholderText("DLBM=地类编码;QSXZ=权属")
        form.addRow(self.tr("Land survey (DLTB)"), self.layers[A.SURVEY])
        form.addRow(self.tr("Districts for sums and gaps (optional)"), self.layers[A.DISTRICTS])
        form.addRow(self.tr("Fields with other names (optional)"), self.field_map)
        return box

    def _show_state(self) -> None:
        running = self.run.running
        self.run_button.setEnabled(not running)
        self.cancel_button.setEnabled(running)
        for widget in (*self.layers.values(), self.output, self.field_map, self.areas):
            widget.setEnabled(not running)

    # -------------------------------------------------------------------------------------------------------- guesses

    def survey(self) -> QgsVectorLayer | None:
        """The survey that is checked."""
        return self.layers[A.SURVEY].currentLayer()

    def _let_go(self, going: list[str]) -> None:
        for combo in self.layers.values():
            if combo.currentLayer() is not None and combo.currentLayer().id() in going:
                combo.setLayer(None)

    def _guess(self, *layers: object) -> None:
        """Offer what fits where the user chose nothing."""
        guesses = guess_layers(polygon_layers(QgsProject.instance()))
        for name, combo in self.layers.items():
            guess = guesses.get(Role(name))
            if guess is not None and name not in self._touched and combo.currentLayer() is None:
                combo.setLayer(guess)

    def _suggest(self, layer: QgsVectorLayer | None) -> None:
        self.output.suggest(layer.name() if layer is not None else "")

    # -------------------------------------------------------------------------------------------------------- running

    def parameters(self) -> dict[str, Any]:
        """Parameters of the algorithm, as chosen."""
        given: dict[str, Any] = {
            name: combo.currentLayer().id() for name, combo in self.layers.items() if combo.currentLayer() is not None
        }
        if self.field_map.text().strip():
            given[A.FIELD_MAP] = self.field_map.text().strip()
        if self.previous is not None and not self._is_replaced(self.previous):
            given[A.PREVIOUS] = self.previous.id()
        target = self.output.layer_file() or QgsProcessing.TEMPORARY_OUTPUT
        given[A.FINDINGS] = QgsProcessingOutputLayerDefinition(target, QgsProject.instance())
        if self.areas.isChecked():
            given[A.AREAS] = QgsProcessingOutputLayerDefinition(QgsProcessing.TEMPORARY_OUTPUT, QgsProject.instance())
        if self.output.workbook_file():
            given[A.WORKBOOK] = self.output.workbook_file()
        return given

    def problem(self) -> tuple[str, QWidget] | None:
        """What has to be chosen before a run, and where; None when nothing is missing."""
        if self.survey() is None:
            return self.tr("Choose the land survey layer (DLTB)."), self.layers[A.SURVEY]
        if self.previous is not None and self.previous.isEditable() and self._is_replaced(self.previous):
            text = self.tr("Layer {layer} is being edited and its file would be replaced: save or end its edits first.")
            return text.format(layer=self.previous.name()), self.output.layer
        inputs = [combo.currentLayer() for combo in self.layers.values() if combo.currentLayer() is not None]
        return self.output.problem(inputs)

    def start(self) -> None:
        """Run with what is chosen; ask before a file is replaced."""
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        if self._algorithm is None:
            self._tell(self.tr("The survey check is not there: switch the plugin off and on again."))
            return
        problem = self.problem()
        if problem is not None:
            text, widget = problem
            self._tell(text)
            self.ensureWidgetVisible(widget)
            widget.setFocus()
            return
        if not self.output.may_replace():
            return
        self.remember()
        parameters = self.parameters()
        self._let_files_go()
        self.log.clear()
        self.progress.setValue(0)
        self.run.start(self._algorithm, parameters)
        self._show_state()

    def _is_replaced(self, layer: QgsVectorLayer) -> bool:
        return layer.id() in self.output.layers_to_replace()

    def _let_files_go(self) -> None:
        """Layers on the file to be replaced leave the project; they come back if the run does not succeed."""
        project = QgsProject.instance()
        going = self.output.layers_to_replace()
        self._removed = [Removed.of(project.mapLayer(layer)) for layer in going]
        project.removeMapLayers(going)

    def _project_gone(self) -> None:
        """Another project: a run that is still going on belongs to the one before, and so do its layers."""
        self.run.cancel()
        self._removed = []
        self.recall()

    def _bring_back(self) -> None:
        """What was taken out for a run that came to nothing."""
        layers = [removed.again() for removed in self._removed]
        self._removed = []
        QgsProject.instance().addMapLayers([layer for layer in layers if layer.isValid()])

    def _hear(self, kind: str, text: str) -> None:
        mark = {ERROR: "✗ ", WARNING: "! "}.get(kind, "")
        self.log.appendPlainText(f"{mark}{text}")

    def _progressed(self, percent: float) -> None:
        self.progress.setValue(int(percent))

    def _run_ended(self, successful: bool, results: dict, layers: list) -> None:
        self._show_state()
        if not successful:
            self.progress.setValue(0)
            self._bring_back()
            if self.run.canceled:
                self._tell(self.tr("Cancelled. Nothing was written."), Qgis.MessageLevel.Info)
            else:
                self._tell(self.run.reason or self.tr("The run failed; the log says why."), Qgis.MessageLevel.Critical)
            return
        self._removed = []
        self.progress.setValue(100)
        for file in self.output.files():
            keep_output_folder(file)
        self._name_findings(layers)
        self.ended.emit(results, layers)

    def _name_findings(self, layers: list) -> None:
        """Which survey they are about: findings of several may stand in one project."""
        for layer in layers:
            if is_findings_layer(layer) and self.survey() is not None:
                layer.setName(self.tr("Findings in {survey}").format(survey=self.survey().name()))

    def _tell(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Warning) -> None:
        self.told.emit(text, level)

    # ---------------------------------------------------------------------------------------------------- remembering

    def remember(self) -> None:
        """Keep the choices in the project."""
        kept = {name: combo.currentLayer().id() if combo.currentLayer() else "" for name, combo in self.layers.items()}
        kept[A.FIELD_MAP] = self.field_map.text()
        kept[A.AREAS] = str(int(self.areas.isChecked()))
        self._memory.write({**kept, **self.output.state()})

    def recall(self, *project: object) -> None:
        """The choices kept in the project, guesses where nothing was kept."""
        names = (A.SURVEY, A.DISTRICTS, A.FIELD_MAP, A.AREAS, *self.output.state())
        kept = {name: value for name in names if (value := self._memory.read(name)) is not None}
        self._touched = {name for name in self.layers if kept.get(name) == ""}
        for name, combo in self.layers.items():
            combo.setLayer(QgsProject.instance().mapLayer(kept.get(name, "")))
        self._guess()
        self.field_map.setText(kept.get(A.FIELD_MAP, ""))
        self.areas.setChecked(kept.get(A.AREAS) == "1")
        # Decisions are to outlive the day: a file, unless the user wants none.
        self.output.recall({"SAVE_PIECES": "1", **kept})
