"""The left side of the occupation window: which layers, which rules, where to write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayerProxyModel,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsCollapsibleGroupBox, QgsFieldComboBox, QgsMapLayerComboBox, QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import InputError
from ..core.occupation.presets import Preset, choose
from ..core.rules import Rules, load_rules
from ..core.survey.schema import Role
from ..processing.algorithms.occupation.occupied_land import MASTERS, METHODS, PRESETS, UNITS, OccupiedLand
from ..processing.settings import rules_in_force
from .layer_guesses import NAME_FIELDS, NUMBER_FIELDS, USE_FIELDS, guess_field, guess_layers, polygon_layers
from .memory import ProjectMemory
from .outputs import OutputBox, OutputTexts
from .wheel import WheelScrolls

A = OccupiedLand
LAYERS = (A.FOOTPRINTS, A.SURVEY, *A.CONTROLS)
FIELDS = {A.FOOTPRINT_ID: NUMBER_FIELDS, A.FOOTPRINT_NAME: NAME_FIELDS, A.PLANNED_USE: USE_FIELDS}
CHOICES = {A.PRESET: PRESETS, A.AREA_METHOD: METHODS, A.MASTER: MASTERS, A.UNIT: UNITS}
MNEMONICS = {
    A.FOOTPRINTS: "F", A.FOOTPRINT_ID: "D", A.FOOTPRINT_NAME: "N", A.PLANNED_USE: "G", A.SURVEY: "S",
    A.PRIME_FARMLAND: "P", A.ECO_REDLINE: "E", A.URBAN_BOUNDARY: "U", A.PRESET: "T", A.AREA_METHOD: "M",
    A.MASTER: "J", A.UNIT: "I",
}  # fmt: skip


def _rules_of_the_run() -> Rules:
    """The rules with the bureau's own on top, as the run takes them; a file that can't be read is told by the run."""
    try:
        return rules_in_force()
    except InputError:
        return load_rules()


class ChoicesPanel(QScrollArea):
    """Chooses layers, rules and outputs of `landledger:occupation`, and remembers them in the project."""

    def __init__(self, algorithm: QgsProcessingAlgorithm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._algorithm = algorithm
        self._memory = ProjectMemory("occupation")
        self._rules = _rules_of_the_run()
        self._touched: set[str] = set()
        self._extras_wanted: set[str] = set()
        self.layers: dict[str, QgsMapLayerComboBox] = {}
        self.fields: dict[str, QgsFieldComboBox] = {}
        self.choices: dict[str, QComboBox] = {}
        project = QgsProject.instance()
        # Before any combo is made: one whose layer goes would take the next layer instead, and say nothing.
        project.layersWillBeRemoved["QStringList"].connect(self._let_go)
        inside = QWidget()
        column = QVBoxLayout(inside)
        # Made in the order in which the Tab key goes through them.
        for build in (self._required_box, self._controls_box, self._rules_box, self._advanced_box):
            column.addWidget(build())
        self.output = OutputBox(self._output_texts())
        column.addWidget(self.output)
        column.addStretch(1)
        self.setWidget(inside)
        wheel = WheelScrolls(self)
        for widget in (*inside.findChildren(QComboBox), *inside.findChildren(QDoubleSpinBox)):
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.installEventFilter(wheel)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(330)
        self._show_presets()
        project.layersAdded.connect(self.project_changed)
        project.layersRemoved.connect(self.project_changed)
        project.readProject.connect(self.recall)
        project.cleared.connect(self.recall)
        self.recall()

    # ------------------------------------------------------------------------------------------------------- building

    def _output_texts(self) -> OutputTexts:
        return OutputTexts(
            temporary=self.tr("Pieces as a temporary layer"),
            saved=self.tr("Pieces into a GeoPackage file:"),
            save_title=self.tr("Save the pieces"),
            missing=self.tr("Say in which file the pieces are to be saved."),
            ending=self.tr("occupation"),
        )

    def _label(self, name: str) -> str:
        """The word the toolbox has for a parameter, with a key to reach it."""
        words = self._algorithm.parameterDefinition(name).description()
        return self.tr("{words} (&{key})").format(words=words, key=MNEMONICS[name]) if name in MNEMONICS else words

    def _form(self, box: QWidget) -> QFormLayout:
        form = QFormLayout(box)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(3)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        return form

    def _add_layer(self, form: QFormLayout, name: str) -> None:
        combo = QgsMapLayerComboBox()
        combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        combo.setAllowEmptyLayer(True)
        shrinkable(combo)
        combo.setLayer(None)
        combo.setToolTip(self._algorithm.parameterDefinition(name).description())
        combo.activated.connect(lambda index: self._touched.add(name))
        combo.layerChanged.connect(lambda layer: self._list_extras())
        self.layers[name] = combo
        form.addRow(self._label(name), combo)

    def _required_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Red lines and survey"))
        form = self._form(box)
        self._add_layer(form, A.FOOTPRINTS)
        self.selected_only = QCheckBox(self.tr("Only selected red lines"))
        form.addRow(self.selected_only)
        for name in FIELDS:
            combo = QgsFieldComboBox()
            combo.setAllowEmptyFieldName(True)
            shrinkable(combo)
            self.fields[name] = combo
            form.addRow(self._label(name), combo)
        self.layers[A.FOOTPRINTS].layerChanged.connect(self._guess_fields)
        self._add_layer(form, A.SURVEY)
        return box

    def _controls_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Control layers (those you have)"))
        form = self._form(box)
        for name in A.CONTROLS:
            self._add_layer(form, name)
        self.extras = QListWidget()
        self.extras.setMaximumHeight(92)
        form.addRow(self._label(A.EXTRA_CONTROLS), self.extras)
        return box

    def _rules_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Area rules"))
        form = self._form(box)
        for name, values in CHOICES.items():
            combo = QComboBox()
            shrinkable(combo)
            options = self._algorithm.parameterDefinition(name).options()
            if name != A.PRESET:
                combo.addItem("", None)
            for value, option in zip(values, options):
                combo.addItem(option, value)
            self.choices[name] = combo
            form.addRow(self._label(name), combo)
        self.choices[A.PRESET].currentIndexChanged.connect(lambda index: self._show_presets())
        return box

    def _default(self, name: str) -> Any:
        """What the algorithm offers, which is the rule in force."""
        return self._algorithm.parameterDefinition(name).defaultValue()

    def _advanced_box(self) -> QgsCollapsibleGroupBox:
        box = QgsCollapsibleGroupBox(self.tr("Advanced"))
        form = self._form(box)
        self.tolerance = QDoubleSpinBox()
        self.tolerance.setDecimals(4)
        self.tolerance.setRange(0.0, 1.0)
        self.tolerance.setSingleStep(0.001)
        self.tolerance.setValue(self._default(A.BORDER_TOLERANCE))
        self.reproject = QCheckBox(self._algorithm.parameterDefinition(A.REPROJECT).description())
        self.zone = QgsProjectionSelectionWidget()
        self.zone.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.field_map = QLineEdit()
        self.field_map.setPlaceholderText("DLBM=地类编码;QSXZ=权属")
        self.code_table = QLineEdit(self._default(A.CODE_TABLE))
        self.parties = QCheckBox(self._algorithm.parameterDefinition(A.ADJACENT_PARTIES).description())
        self.tables = QLineEdit()
        self.tables.setPlaceholderText("T07,T28,T15")
        form.addRow(self._label(A.BORDER_TOLERANCE), self.tolerance)
        form.addRow(wrapped(self.reproject))
        form.addRow(self._label(A.ZONE), self.zone)
        form.addRow(self._label(A.FIELD_MAP), self.field_map)
        form.addRow(self._label(A.CODE_TABLE), self.code_table)
        form.addRow(wrapped(self.parties))
        form.addRow(self._label(A.TABLES), self.tables)
        box.setCollapsed(True)
        self.advanced = box
        return box

    # -------------------------------------------------------------------------------------------------------- guesses

    def _show_presets(self) -> None:
        """What the chosen preset gives, as the first item of each choice."""
        chosen = choose(Preset(self.choices[A.PRESET].currentData()), self._rules, None, None, None)
        given = {
            A.AREA_METHOD: chosen.method.value,
            A.MASTER: chosen.master.value,
            A.UNIT: str(chosen.unit.square_metres),
        }
        for name, value in given.items():
            option = self._algorithm.parameterDefinition(name).options()[CHOICES[name].index(value)]
            self.choices[name].setItemText(0, self.tr("by preset: {value}").format(value=option))

    def project_changed(self, *layers: object) -> None:
        """Layers came or went: offer what fits where the user chose nothing."""
        self._guess_layers()
        self._list_extras()

    def _let_go(self, going: list[str]) -> None:
        """Nothing is chosen where the chosen layer goes; the user's own empty choices stay."""
        for combo in self.layers.values():
            if combo.currentLayer() is not None and combo.currentLayer().id() in going:
                combo.setLayer(None)

    def has_layers(self) -> bool:
        """Whether the project has any polygon layer."""
        return bool(polygon_layers(QgsProject.instance()))

    def _guess_layers(self) -> None:
        guesses = guess_layers(polygon_layers(QgsProject.instance()))
        for name, combo in self.layers.items():
            guess = guesses.get(Role(name))
            if combo.currentLayer() is None and name not in self._touched and guess is not None:
                combo.setLayer(guess)

    def _guess_fields(self, layer: QgsVectorLayer | None) -> None:
        for name, wanted in FIELDS.items():
            combo = self.fields[name]
            combo.setLayer(layer)
            combo.setField(guess_field(layer.fields().names(), wanted) if layer is not None else "")
        self.output.suggest(layer.name() if layer is not None else "")

    def _list_extras(self) -> None:
        """Polygon layers that have no role yet; ticks stay as they are."""
        if not hasattr(self, "extras"):
            return
        self._extras_wanted = {*self._extras_wanted, *self._ticked()} - self._unticked()
        used = {combo.currentLayer().id() for combo in self.layers.values() if combo.currentLayer() is not None}
        self.extras.clear()
        for layer in polygon_layers(QgsProject.instance()):
            if layer.id() in used or layer.fields().lookupField("AREA_ADJ") >= 0:
                continue
            item = QListWidgetItem(layer.name())
            item.setData(Qt.ItemDataRole.UserRole, layer.id())
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = layer.id() in self._extras_wanted
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.extras.addItem(item)

    def _extras_in(self, state: Qt.CheckState) -> list[str]:
        items = [self.extras.item(row) for row in range(self.extras.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == state]

    def _ticked(self) -> list[str]:
        return self._extras_in(Qt.CheckState.Checked)

    def _unticked(self) -> set[str]:
        return set(self._extras_in(Qt.CheckState.Unchecked))

    # --------------------------------------------------------------------------------------------------- what is chosen

    def problem(self) -> tuple[str, QWidget] | None:
        """What has to be chosen before a run, and where; None when nothing is missing."""
        if self.layers[A.FOOTPRINTS].currentLayer() is None:
            return self.tr("Choose the layer of the red lines."), self.layers[A.FOOTPRINTS]
        if not self.fields[A.FOOTPRINT_ID].currentField():
            return self.tr("Choose the field that holds the plot numbers."), self.fields[A.FOOTPRINT_ID]
        if self.layers[A.SURVEY].currentLayer() is None:
            return self.tr("Choose the land survey layer (DLTB)."), self.layers[A.SURVEY]
        if self.selected_only.isChecked() and not self.layers[A.FOOTPRINTS].currentLayer().selectedFeatureCount():
            return self.tr("No red line is selected: select some on the map or untick the box."), self.selected_only
        return self.output.problem(self.inputs())

    def inputs(self) -> list[QgsVectorLayer]:
        """The layers the run will read."""
        chosen = [combo.currentLayer() for combo in self.layers.values()]
        extras = [QgsProject.instance().mapLayer(layer) for layer in self._ticked()]
        return [layer for layer in (*chosen, *extras) if layer is not None]

    def parameters(self) -> dict[str, Any]:
        """Parameters of the algorithm, as chosen."""
        given: dict[str, Any] = {
            name: combo.currentLayer().id() for name, combo in self.layers.items() if combo.currentLayer() is not None
        }
        if self.selected_only.isChecked():
            given[A.FOOTPRINTS] = QgsProcessingFeatureSourceDefinition(given[A.FOOTPRINTS], selectedFeaturesOnly=True)
        given.update({name: combo.currentField() for name, combo in self.fields.items() if combo.currentField()})
        for name, values in CHOICES.items():
            value = self.choices[name].currentData()
            if value is not None:
                given[name] = values.index(value)
        given[A.EXTRA_CONTROLS] = self._ticked()
        given[A.BORDER_TOLERANCE] = self.tolerance.value()
        given[A.REPROJECT] = self.reproject.isChecked()
        if self.zone.crs().isValid():
            given[A.ZONE] = self.zone.crs()
        given[A.FIELD_MAP] = self.field_map.text().strip()
        given[A.CODE_TABLE] = self.code_table.text().strip() or self._default(A.CODE_TABLE)
        given[A.ADJACENT_PARTIES] = self.parties.isChecked()
        given[A.TABLES] = self.tables.text().strip()
        target = self.output.layer_file() or QgsProcessing.TEMPORARY_OUTPUT
        given[A.PIECES] = QgsProcessingOutputLayerDefinition(target, QgsProject.instance())
        if self.output.workbook_file():
            given[A.WORKBOOK] = self.output.workbook_file()
        return given

    # ------------------------------------------------------------------------------------------------------ remembering

    def remember(self) -> None:
        """Keep the choices in the project."""
        kept = {name: combo.currentLayer().id() if combo.currentLayer() else "" for name, combo in self.layers.items()}
        kept.update({name: combo.currentField() for name, combo in self.fields.items()})
        kept.update({name: combo.currentData() or "" for name, combo in self.choices.items()})
        kept[A.EXTRA_CONTROLS] = "|".join(self._ticked())
        kept["SELECTED_ONLY"] = str(int(self.selected_only.isChecked()))
        kept[A.BORDER_TOLERANCE] = repr(self.tolerance.value())
        kept[A.REPROJECT] = str(int(self.reproject.isChecked()))
        kept[A.ZONE] = self.zone.crs().authid()
        kept[A.FIELD_MAP] = self.field_map.text()
        kept[A.CODE_TABLE] = self.code_table.text()
        kept[A.ADJACENT_PARTIES] = str(int(self.parties.isChecked()))
        kept[A.TABLES] = self.tables.text()
        self._memory.write({**kept, **self.output.state()})

    def recall(self, *project: object) -> None:
        """The choices kept in the project, guesses where nothing was kept."""
        names = (*LAYERS, *FIELDS, *CHOICES, A.EXTRA_CONTROLS, "SELECTED_ONLY", A.BORDER_TOLERANCE, A.REPROJECT)
        names = (*names, A.ZONE, A.FIELD_MAP, A.CODE_TABLE, A.ADJACENT_PARTIES, A.TABLES, *self.output.state())
        kept = {name: value for name in names if (value := self._memory.read(name)) is not None}
        self._recall_layers(kept)
        for name, combo in self.choices.items():
            combo.setCurrentIndex(max(0, combo.findData(kept.get(name) or None)))
        self.selected_only.setChecked(kept.get("SELECTED_ONLY") == "1")
        self.tolerance.setValue(float(kept.get(A.BORDER_TOLERANCE, self._default(A.BORDER_TOLERANCE))))
        self.reproject.setChecked(kept.get(A.REPROJECT) == "1")
        self.zone.setCrs(QgsCoordinateReferenceSystem(kept.get(A.ZONE, "")))
        self.field_map.setText(kept.get(A.FIELD_MAP, ""))
        self.code_table.setText(kept.get(A.CODE_TABLE, self._default(A.CODE_TABLE)))
        self.parties.setChecked(kept.get(A.ADJACENT_PARTIES) == "1")
        self.tables.setText(kept.get(A.TABLES, ""))
        self.output.recall(kept)

    def _recall_layers(self, kept: Mapping[str, str]) -> None:
        self._touched.clear()
        for name, combo in self.layers.items():
            combo.setLayer(QgsProject.instance().mapLayer(kept.get(name, "")))
            if kept.get(name) == "":
                self._touched.add(name)
        self._guess_layers()
        for name, combo in self.fields.items():
            if name in kept and (not kept[name] or combo.fields().lookupField(kept[name]) >= 0):
                combo.setField(kept[name])
        self.extras.clear()
        self._extras_wanted = set(kept.get(A.EXTRA_CONTROLS, "").split("|"))
        self._list_extras()


def shrinkable(combo: QComboBox) -> None:
    """A long name in the list must not make the panel wider than its place."""
    combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)


def wrapped(box: QCheckBox) -> QWidget:
    """A check box beside its text, which may take several lines."""
    text = QLabel(box.text())
    text.setWordWrap(True)
    text.setBuddy(box)
    box.setText("")
    box.setAccessibleName(text.text())
    holder = QWidget()
    form = QFormLayout(holder)
    form.setContentsMargins(0, 4, 0, 0)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignTop)
    form.addRow(box, text)
    return holder
