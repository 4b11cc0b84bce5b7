"""What the left sides of windows share: layers offered by their role, fields, choices, words of the toolbox, memory of both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from qgis.core import QgsMapLayerProxyModel, QgsProcessingAlgorithm, QgsProject, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import InputError
from ..core.rules import Rules, load_rules
from ..core.survey.schema import Role
from ..processing.settings import rules_in_force
from .layer_guesses import guess_field, guess_layers, polygon_layers
from .memory import ProjectMemory
from .outputs import OutputBox, OutputTexts
from .wheel import WheelScrolls


class LayerChoices(QScrollArea):
    """Chooses what an algorithm is given and remembers it in the project. A subclass says ROLES (parameter → role of the layer
    to offer), FIELDS (parameter → names of a field to offer), MNEMONICS (parameter → key); makes its widgets in `fill`, calls
    `follow_project` last, and implements `recall`.

    In a base, PyQt looks texts up under the subclass: words of this one go through QCoreApplication.translate.
    """

    ROLES: Mapping[str, Role] = {}
    FIELDS: Mapping[str, Sequence[str]] = {}
    MNEMONICS: Mapping[str, str] = {}

    def __init__(self, algorithm: QgsProcessingAlgorithm, memory: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._algorithm = algorithm
        self._memory = ProjectMemory(memory)
        self._touched: set[str] = set()
        self.layers: dict[str, QgsMapLayerComboBox] = {}
        self.fields: dict[str, QgsFieldComboBox] = {}
        self.choices: dict[str, QComboBox] = {}
        # Before any combo is made: one whose layer goes would take the next layer instead, and say nothing.
        QgsProject.instance().layersWillBeRemoved["QStringList"].connect(self._let_go)

    def fill(self, builds: Sequence[Callable[[], QWidget]], texts: OutputTexts, width: int) -> None:
        """The boxes one below the other, made in the order in which the Tab key goes through them, and the outputs."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        for build in builds:
            column.addWidget(build())
        self.output = OutputBox(texts)
        column.addWidget(self.output)
        column.addStretch(1)
        self.setWidget(inside)
        wheel = WheelScrolls(self)
        for widget in (*inside.findChildren(QComboBox), *inside.findChildren(QAbstractSpinBox)):
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.installEventFilter(wheel)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(width)

    def follow_project(self) -> None:
        """Take what this project keeps, and follow its layers."""
        project = QgsProject.instance()
        project.layersAdded.connect(self.project_changed)
        project.layersRemoved.connect(self.project_changed)
        project.readProject.connect(self.recall)
        project.cleared.connect(self.recall)
        self.recall()

    # ------------------------------------------------------------------------------------------------------- building

    def form(self, parent: QWidget) -> QFormLayout:
        """An empty form, each widget below its word."""
        form = QFormLayout(parent)
        form.setVerticalSpacing(3)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        return form

    def add_row(self, form: QFormLayout, name: str, widget: QWidget) -> None:
        """A widget under the word the toolbox has for its parameter, with a key to reach it."""
        words = self._algorithm.parameterDefinition(name).description()
        if name in self.MNEMONICS:
            template = QCoreApplication.translate("LayerChoices", "{words} (&{key})")
            words = template.format(words=words, key=self.MNEMONICS[name])
        label = QLabel(words)
        label.setWordWrap(True)
        label.setBuddy(widget)
        widget.setAccessibleName(words.replace("&", ""))
        form.addRow(label)
        form.addRow(widget)

    def add_layer(self, form: QFormLayout, name: str, table: bool = False) -> QgsMapLayerComboBox:
        """A layer of polygons, or any `table`; nothing at first."""
        combo = QgsMapLayerComboBox()
        kinds = QgsMapLayerProxyModel.Filter
        combo.setFilters(kinds.VectorLayer if table else kinds.PolygonLayer)
        combo.setAllowEmptyLayer(True)
        shrinkable(combo)
        combo.setLayer(None)
        combo.setToolTip(self._algorithm.parameterDefinition(name).description())
        combo.activated.connect(lambda index: self._touched.add(name))
        self.layers[name] = combo
        self.add_row(form, name, combo)
        return combo

    def add_fields(self, form: QFormLayout, layer: str) -> None:
        """The fields of a layer, offered by their names."""
        for name in self.FIELDS:
            combo = QgsFieldComboBox()
            combo.setAllowEmptyFieldName(True)
            shrinkable(combo)
            self.fields[name] = combo
            self.add_row(form, name, combo)
        self.layers[layer].layerChanged.connect(self._guess_fields)

    def add_choice(self, form: QFormLayout, name: str, values: Sequence[str], first: str | None = None) -> QComboBox:
        """The options of a parameter, whose names are `values`; `first`: an item before them that stands for no choice."""
        combo = QComboBox()
        shrinkable(combo)
        if first is not None:
            combo.addItem(first, None)
        for value, option in zip(values, self._algorithm.parameterDefinition(name).options()):
            combo.addItem(option, value)
        self.choices[name] = combo
        self.add_row(form, name, combo)
        return combo

    def default(self, name: str) -> Any:
        """What the algorithm offers, which is the rule in force."""
        return self._algorithm.parameterDefinition(name).defaultValue()

    # -------------------------------------------------------------------------------------------------------- guesses

    def project_changed(self, *layers: object) -> None:
        """Layers came or went: offer what fits where the user chose nothing."""
        guesses = guess_layers(polygon_layers(QgsProject.instance()))
        for name, role in self.ROLES.items():
            combo, guess = self.layers[name], guesses.get(role)
            if combo.currentLayer() is None and name not in self._touched and guess is not None:
                combo.setLayer(guess)

    def _let_go(self, going: list[str]) -> None:
        """Nothing is chosen where the chosen layer goes; the user's own empty choices stay."""
        for combo in self.layers.values():
            if combo.currentLayer() is not None and combo.currentLayer().id() in going:
                combo.setLayer(None)

    def has_layers(self) -> bool:
        """Whether the project has any polygon layer."""
        return bool(polygon_layers(QgsProject.instance()))

    def _guess_fields(self, layer: QgsVectorLayer | None) -> None:
        for name, wanted in self.FIELDS.items():
            combo = self.fields[name]
            combo.setLayer(layer)
            combo.setField(guess_field(layer.fields().names(), wanted) if layer is not None else "")
        self.suggest()

    def suggest(self) -> None:
        """File names after the layer that is worked on."""
        raise NotImplementedError

    # ------------------------------------------------------------------------------------------------------ remembering

    def kept(self) -> dict[str, str]:
        """Layers, fields and choices as the project keeps them."""
        kept = {name: combo.currentLayer().id() if combo.currentLayer() else "" for name, combo in self.layers.items()}
        kept.update({name: combo.currentField() for name, combo in self.fields.items()})
        kept.update({name: combo.currentData() or "" for name, combo in self.choices.items()})
        return kept

    def recall(self, *project: object) -> None:
        """The choices kept in the project, guesses where nothing was kept."""
        raise NotImplementedError

    def recall_kept(self, kept: Mapping[str, str]) -> None:
        """Layers, fields and choices out of what the project keeps."""
        self._touched.clear()
        for name, combo in self.layers.items():
            combo.setLayer(QgsProject.instance().mapLayer(kept.get(name, "")))
            if kept.get(name) == "":
                self._touched.add(name)
        self.project_changed()
        for name, combo in self.fields.items():
            if name in kept and (not kept[name] or combo.fields().lookupField(kept[name]) >= 0):
                combo.setField(kept[name])
        for name, combo in self.choices.items():
            combo.setCurrentIndex(max(0, combo.findData(kept.get(name) or None)))


def rules_of_the_run() -> Rules:
    """The rules with the bureau's own on top, as the run takes them; a file that can't be read is told by the run."""
    try:
        return rules_in_force()
    except InputError:
        return load_rules()


def offer_only(combo: QgsMapLayerComboBox, layers: Sequence[QgsVectorLayer], chosen: QgsVectorLayer | None) -> None:
    """Only these layers of the project can be chosen; `chosen` is, and nobody hears of it."""
    offered = {layer.id() for layer in layers}
    combo.blockSignals(True)
    combo.setExceptedLayerList([layer for layer in QgsProject.instance().mapLayers().values() if layer.id() not in offered])
    combo.setLayer(chosen)
    combo.blockSignals(False)


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
