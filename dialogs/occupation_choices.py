"""The left side of the occupation window: which layers, which rules, where to write."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsCollapsibleGroupBox, QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from ..core.occupation.presets import Preset, choose
from ..core.survey.schema import Role
from ..processing.algorithms.occupation.occupied_land import MASTERS, METHODS, PRESETS, UNITS, OccupiedLand
from .layer_choices import LayerChoices, rules_of_the_run, wrapped
from .layer_guesses import NAME_FIELDS, NUMBER_FIELDS, USE_FIELDS, polygon_layers
from .outputs import OutputTexts

A = OccupiedLand
LAYERS = (A.FOOTPRINTS, A.SURVEY, *A.CONTROLS)
FIELDS = {A.FOOTPRINT_ID: NUMBER_FIELDS, A.FOOTPRINT_NAME: NAME_FIELDS, A.PLANNED_USE: USE_FIELDS}
CHOICES = {A.PRESET: PRESETS, A.AREA_METHOD: METHODS, A.MASTER: MASTERS, A.UNIT: UNITS}
MNEMONICS = {
    A.FOOTPRINTS: "F", A.FOOTPRINT_ID: "D", A.FOOTPRINT_NAME: "N", A.PLANNED_USE: "G", A.SURVEY: "S",
    A.PRIME_FARMLAND: "P", A.ECO_REDLINE: "E", A.URBAN_BOUNDARY: "U", A.PRESET: "T", A.AREA_METHOD: "M",
    A.MASTER: "J", A.UNIT: "I",
}  # fmt: skip


class ChoicesPanel(LayerChoices):
    """Chooses layers, rules and outputs of `landledger:occupation`, and remembers them in the project."""

    ROLES = {name: Role(name) for name in LAYERS}
    FIELDS = FIELDS
    MNEMONICS = MNEMONICS

    def __init__(self, algorithm: QgsProcessingAlgorithm, parent: QWidget | None = None) -> None:
        super().__init__(algorithm, "occupation", parent)
        self._rules = rules_of_the_run()
        self._extras_wanted: set[str] = set()
        builds = (self._required_box, self._controls_box, self._rules_box, self._advanced_box)
        self.fill(builds, self._output_texts(), 330)
        self._show_presets()
        self.follow_project()

    # ------------------------------------------------------------------------------------------------------- building

    def _output_texts(self) -> OutputTexts:
        return OutputTexts(
            temporary=self.tr("Pieces as a temporary layer"),
            saved=self.tr("Pieces into a GeoPackage file:"),
            save_title=self.tr("Save the pieces"),
            missing=self.tr("Say in which file the pieces are to be saved."),
            ending=self.tr("occupation"),
        )

    def _add_layer(self, form: QFormLayout, name: str) -> None:
        self.add_layer(form, name).layerChanged.connect(lambda layer: self._list_extras())

    def _required_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Red lines and survey"))
        form = self.form(box)
        self._add_layer(form, A.FOOTPRINTS)
        self.selected_only = QCheckBox(self.tr("Only selected red lines"))
        form.addRow(self.selected_only)
        self.add_fields(form, A.FOOTPRINTS)
        self._add_layer(form, A.SURVEY)
        return box

    def _controls_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Control layers (those you have)"))
        form = self.form(box)
        for name in A.CONTROLS:
            self._add_layer(form, name)
        self.extras = QListWidget()
        self.extras.setMaximumHeight(92)
        self.add_row(form, A.EXTRA_CONTROLS, self.extras)
        return box

    def _rules_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Area rules"))
        form = self.form(box)
        for name, values in CHOICES.items():
            self.add_choice(form, name, values, None if name == A.PRESET else "")
        self.choices[A.PRESET].currentIndexChanged.connect(lambda index: self._show_presets())
        return box

    def _advanced_box(self) -> QgsCollapsibleGroupBox:
        box = QgsCollapsibleGroupBox(self.tr("Advanced"))
        form = self.form(box)
        self.tolerance = QDoubleSpinBox()
        self.tolerance.setDecimals(4)
        self.tolerance.setRange(0.0, 1.0)
        self.tolerance.setSingleStep(0.001)
        self.tolerance.setValue(self.default(A.BORDER_TOLERANCE))
        self.reproject = QCheckBox(self._algorithm.parameterDefinition(A.REPROJECT).description())
        self.zone = QgsProjectionSelectionWidget()
        self.zone.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.field_map = QLineEdit()
        self.field_map.setPlaceholderText("DLBM=地类编码;QSXZ=权属")
        self.code_table = QLineEdit(self.default(A.CODE_TABLE))
        self.parties = QCheckBox(self._algorithm.parameterDefinition(A.ADJACENT_PARTIES).description())
        self.tables = QLineEdit()
        self.tables.setPlaceholderText("T07,T28,T15")
        self.add_row(form, A.BORDER_TOLERANCE, self.tolerance)
        form.addRow(wrapped(self.reproject))
        self.add_row(form, A.ZONE, self.zone)
        self.add_row(form, A.FIELD_MAP, self.field_map)
        self.add_row(form, A.CODE_TABLE, self.code_table)
        form.addRow(wrapped(self.parties))
        self.add_row(form, A.TABLES, self.tables)
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
        super().project_changed()
        self._list_extras()

    def suggest(self) -> None:
        """File names after the layer of the red lines."""
        layer = self.layers[A.FOOTPRINTS].currentLayer()
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
        given[A.CODE_TABLE] = self.code_table.text().strip() or self.default(A.CODE_TABLE)
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
        kept = self.kept()
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
        self.recall_kept(kept)
        self.extras.clear()
        self._extras_wanted = set(kept.get(A.EXTRA_CONTROLS, "").split("|"))
        self._list_extras()
        self.selected_only.setChecked(kept.get("SELECTED_ONLY") == "1")
        self.tolerance.setValue(float(kept.get(A.BORDER_TOLERANCE, self.default(A.BORDER_TOLERANCE))))
        self.reproject.setChecked(kept.get(A.REPROJECT) == "1")
        self.zone.setCrs(QgsCoordinateReferenceSystem(kept.get(A.ZONE, "")))
        self.field_map.setText(kept.get(A.FIELD_MAP, ""))
        self.code_table.setText(kept.get(A.CODE_TABLE, self.default(A.CODE_TABLE)))
        self.parties.setChecked(kept.get(A.ADJACENT_PARTIES) == "1")
        self.tables.setText(kept.get(A.TABLES, ""))
        self.output.recall(kept)
