"""The first page of the window: which units, which teams, where the scenarios are kept."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsMapLayerProxyModel,
    QgsProcessingAlgorithm,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import LedgerError
from ..core.service.teams import TEAM_FIELDS
from ..core.service.units import UNIT_FIELDS
from ..core.survey.schema import match_fields
from ..processing.service_scene import ServiceScene
from .layer_choices import shrinkable
from .ledger_choice import LedgerChoice
from .ledger_question import today_edit
from .memory import ProjectMemory
from .outputs import files_of
from .sample import SERVICE_DAY, ServiceSample
from .wheel import WheelScrolls

A = ServiceScene
LAYERS = (A.UNITS, A.TEAMS, A.BOUNDARY, A.CURRENT)
CHOICES = (A.ROLE, A.LEVEL, A.CAPACITY)
TEXTS = (A.WEIGHTS, A.FIELD_MAP, A.UNIT_CODES, A.LIST_CODES)
NOWHERE, FILE, LEDGER = "nowhere", "file", "ledger"


class StartPage(QWidget):
    """Chooses what the window works on; `wanted` says that it is to be opened."""

    wanted = pyqtSignal()

    def __init__(self, algorithm: QgsProcessingAlgorithm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._algorithm = algorithm
        self._memory = ProjectMemory("service")
        self._touched: set[str] = set()
        self.layers: dict[str, QgsMapLayerComboBox] = {}
        self.choices: dict[str, QComboBox] = {}
        self.texts: dict[str, QLineEdit] = {}
        project = QgsProject.instance()
        # Before any combo is made: one whose layer goes would take the next layer instead, and say nothing.
        project.layersWillBeRemoved["QStringList"].connect(self._let_go)
        self._build()
        project.layersAdded.connect(self.project_changed)
        project.layersRemoved.connect(self.project_changed)
        project.readProject.connect(self.recall)
        project.cleared.connect(self.recall)
        self.recall()

    def shut(self) -> None:
        """Nothing more is heard of the project."""
        project = QgsProject.instance()
        project.layersWillBeRemoved["QStringList"].disconnect(self._let_go)
        for signal, slot in (
            (project.layersAdded, self.project_changed), (project.layersRemoved, self.project_changed),
            (project.readProject, self.recall), (project.cleared, self.recall),
        ):  # fmt: skip
            signal.disconnect(slot)

    # ------------------------------------------------------------------------------------------------------- building

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.RichText)
        column.addWidget(self.hint)
        self.sample_button = QPushButton(self.tr("Load the made-up sample"))
        self.sample_button.setToolTip(self.tr("A made-up county with 140 villages and seven teams, to try the window."))
        self.sample_button.setAutoDefault(False)
        self.sample_button.clicked.connect(lambda checked=False: self.load_sample())
        column.addWidget(self.sample_button)
        for build in (self._layers_box, self._kept_box, self._more_box):
            column.addWidget(build())
        self.open_button = QPushButton(QgsApplication.getThemeIcon("/mActionStart.svg"), self.tr("&Open"))
        self.open_button.setToolTip(self.tr("Reads units and teams in the background and shows them on the map."))
        self.open_button.clicked.connect(lambda checked=False: self.wanted.emit())
        column.addStretch(1)
        self.scroll = QScrollArea()
        self.scroll.setWidget(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.scroll, 1)
        page.addWidget(self.open_button)
        wheel = WheelScrolls(self)
        for widget in (*inside.findChildren(QComboBox), *inside.findChildren(QAbstractSpinBox)):
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.installEventFilter(wheel)
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _form(self, parent: QWidget) -> QFormLayout:
        form = QFormLayout(parent)
        form.setVerticalSpacing(3)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        return form

    def _add_row(self, form: QFormLayout, words: str, widget: QWidget) -> None:
        label = QLabel(words)
        label.setWordWrap(True)
        label.setBuddy(widget)
        widget.setAccessibleName(words)
        form.addRow(label)
        form.addRow(widget)

    def _words(self, name: str) -> str:
        """What the toolbox calls a parameter."""
        return self._algorithm.parameterDefinition(name).description()

    def _add_layer(self, form: QFormLayout, name: str, words: str = "") -> None:
        kinds = QgsMapLayerProxyModel.Filter
        combo = QgsMapLayerComboBox()
        combo.setFilters(
            {
                A.UNITS: kinds.PolygonLayer | kinds.PointLayer, A.TEAMS: kinds.PointLayer, A.BOUNDARY: kinds.PolygonLayer,
            }.get(name, kinds.VectorLayer)
        )  # fmt: skip
        combo.setAllowEmptyLayer(True)
        shrinkable(combo)
        combo.setLayer(None)
        combo.activated.connect(lambda index: self._touched.add(name))
        self.layers[name] = combo
        self._add_row(form, words or self._words(name), combo)

    def _add_choice(self, form: QFormLayout, name: str) -> None:
        combo = QComboBox()
        shrinkable(combo)
        for value, option in zip(A.CHOICES[name], self._algorithm.parameterDefinition(name).options()):
            combo.addItem(option, value)
        self.choices[name] = combo
        self._add_row(form, self._words(name), combo)

    def _layers_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Units and teams"))
        form = self._form(box)
        self._add_layer(form, A.UNITS)
        self._add_choice(form, A.LEVEL)
        self._add_layer(form, A.TEAMS, self.tr("Teams (points with id XZBH and name XZMCH)"))
        self._add_choice(form, A.ROLE)
        return box

    def _kept_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Where the scenarios are kept"))
        column = QVBoxLayout(box)
        self.in_ledger = QRadioButton(self.tr("In the ledger, with history"))
        self.in_file = QRadioButton(self.tr("In a table of a GeoPackage file"))
        self.in_file.setChecked(True)
        group = QButtonGroup(self)
        self.ledger = LedgerChoice()
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter(self.tr("GeoPackage (*.gpkg)"))
        self.file.setConfirmOverwrite(False)
        self.file.setDialogTitle(self.tr("File of the scenarios"))
        self.file.lineEdit().setPlaceholderText(self.tr("empty: asked when you save"))
        for widget in (self.in_ledger, self.ledger, self.in_file, self.file):
            column.addWidget(widget)
        for button in (self.in_ledger, self.in_file):
            group.addButton(button)
            button.toggled.connect(lambda on: self._show_parts())
        part = QWidget()
        form = self._form(part)
        form.setContentsMargins(0, 0, 0, 0)
        self._add_layer(form, A.CURRENT, self.tr("Begin with a table of unit and team (optional)"))
        column.addWidget(part)
        return box

    def _more_box(self) -> QgsCollapsibleGroupBox:
        box = QgsCollapsibleGroupBox(self.tr("Advanced"))
        form = self._form(box)
        self._add_layer(form, A.BOUNDARY)
        self._add_choice(form, A.CAPACITY)
        self.each_takes = QDoubleSpinBox()
        self.each_takes.setRange(0.0, 100_000.0)
        self.each_takes.setSpecialValueText(self.tr("none"))
        self._add_row(form, self._words(A.EACH_TAKES), self.each_takes)
        self.day: QDateEdit = today_edit()
        self._add_row(form, self.tr("Valid from"), self.day)
        for name in TEXTS:
            line = QLineEdit()
            self.texts[name] = line
            self._add_row(form, self._words(name), line)
        self.texts[A.WEIGHTS].setPlaceholderText(self.tr("units=1;population=2"))
        self.texts[A.FIELD_MAP].setPlaceholderText("DYDM=村代码;XZBH=小组")
        box.setCollapsed(True)
        self.advanced = box
        return box

    def _show_parts(self) -> None:
        self.ledger.setVisible(self.in_ledger.isChecked())
        self.file.setVisible(self.in_file.isChecked())

    # -------------------------------------------------------------------------------------------------------- guesses

    def project_changed(self, *layers: object) -> None:
        """Layers came or went: offer what fits where the user chose nothing."""
        for name, wanted, kinds in (
            (A.TEAMS, TEAM_FIELDS, (QgsWkbTypes.GeometryType.PointGeometry,)),
            (A.UNITS, UNIT_FIELDS, (QgsWkbTypes.GeometryType.PolygonGeometry, QgsWkbTypes.GeometryType.PointGeometry)),
        ):
            combo = self.layers[name]
            if combo.currentLayer() is None and name not in self._touched:
                combo.setLayer(_fitting(wanted, kinds, self.layers[A.TEAMS].currentLayer()))
        self._explain()

    def _explain(self) -> None:
        """What to do next."""
        steps = [
            self.tr("Assign streets, towns and villages to planner teams on the map, with the figures of each team before you."),
        ]
        if self.layers[A.UNITS].currentLayer() is None:
            steps.append(
                self.tr("<b>First</b> load the layer of the service units: polygons, or points, with codes of 9 or 12 digits (DYDM).")
            )
        if self.layers[A.TEAMS].currentLayer() is None:
            steps.append(
                self.tr("<b>Then</b> load the layer of the teams: a point where each team works, with id (XZBH) and name (XZMCH).")
            )
        self.sample_button.setVisible(len(steps) == 3)
        if len(steps) == 1:
            steps.append(self.tr("Look whether the layers below are the right ones, then press “Open”."))
        self.hint.setText("".join(f'<p style="margin:2px 0">{step}</p>' for step in steps))

    def load_sample(self) -> None:
        """The made-up sample into the project, chosen."""
        layers = ServiceSample(self).load(QgsProject.instance())
        for name, layer in (
            (A.UNITS, "service_units"), (A.TEAMS, "planner_teams"), (A.CURRENT, "service_assignment")
        ):  # fmt: skip
            self.layers[name].setLayer(layers.get(layer))
        self.day.setDate(QDate(*SERVICE_DAY))
        self._explain()

    def _let_go(self, going: list[str]) -> None:
        for combo in self.layers.values():
            if combo.currentLayer() is not None and combo.currentLayer().id() in going:
                combo.setLayer(None)

    # --------------------------------------------------------------------------------------------------- what is chosen

    @property
    def kept_in(self) -> str:
        """FILE or LEDGER, NOWHERE while no file is named."""
        if self.in_ledger.isChecked():
            return LEDGER
        return FILE if self.path else NOWHERE

    @property
    def path(self) -> str:
        """The file of the scenarios, '' for none yet."""
        path = self.file.filePath().strip()
        return path if not path or path.lower().endswith(".gpkg") else f"{path}.gpkg"

    @property
    def chosen_day(self) -> datetime.date:
        """From when an assignment is valid."""
        return self.day.date().toPyDate()

    def problem(self) -> tuple[str, QWidget] | None:
        """What has to be chosen first, and where; None when nothing is missing."""
        for name, text in (
            (A.UNITS, self.tr("Choose the layer of the service units.")),
            (A.TEAMS, self.tr("Choose the layer of the teams.")),
        ):
            if self.layers[name].currentLayer() is None:
                return text, self.layers[name]
        if self.in_ledger.isChecked() and not self.ledger.name:
            text = self.tr("Choose the ledger, or keep the scenarios in a file.")
            return text, self.ledger.combo
        if self.kept_in == FILE:
            path = Path(self.path)
            if not path.is_absolute() or not path.parent.is_dir():
                text = self.tr("There is no folder {folder}: choose another place for {file}.")
                return text.format(folder=path.parent, file=path.name), self.file
            read = [combo.currentLayer() for name, combo in self.layers.items() if name != A.CURRENT]
            if path in files_of([layer for layer in read if isinstance(layer, QgsVectorLayer)]):
                text = self.tr("{file} is one of the layers to be read: choose another name.")
                return text.format(file=path), self.file
        return None

    def parameters(self) -> dict[str, Any]:
        """Parameters of the assignment, as chosen; the scenarios of the file, where it is there, are its CURRENT."""
        given: dict[str, Any] = {
            name: combo.currentLayer().id() for name, combo in self.layers.items() if combo.currentLayer() is not None
        }
        if self.kept_in == FILE and Path(self.path).is_file():
            given[A.CURRENT] = self.path
        for name, combo in self.choices.items():
            given[name] = combo.currentIndex()
        for name, line in self.texts.items():
            if line.text().strip():
                given[name] = line.text().strip()
        if self.each_takes.value():
            given[A.EACH_TAKES] = self.each_takes.value()
        given[A.AS_OF] = self.day.date().toString("yyyy-MM-dd")
        return given

    # ------------------------------------------------------------------------------------------------------ remembering

    def remember(self) -> None:
        """Keep the choices in the project."""
        kept = {name: combo.currentLayer().id() if combo.currentLayer() else "" for name, combo in self.layers.items()}
        kept.update({name: combo.currentData() or "" for name, combo in self.choices.items()})
        kept.update({name: line.text() for name, line in self.texts.items()})
        kept["KEPT_IN"] = LEDGER if self.in_ledger.isChecked() else FILE
        kept["FILE"], kept["LEDGER"] = self.file.filePath(), self.ledger.name
        kept[A.EACH_TAKES] = repr(self.each_takes.value())
        self._memory.write(kept)

    def remembered(self, name: str) -> str:
        """What the project keeps under a name, ''."""
        return self._memory.read(name) or ""

    def keep(self, name: str, value: str) -> None:
        """Have the project remember something."""
        self._memory.write({name: value})

    def recall(self, *project: object) -> None:
        """The choices kept in the project, guesses where nothing was kept."""
        read = self._memory.read
        self._touched.clear()
        for name, combo in self.layers.items():
            kept = read(name)
            combo.setLayer(QgsProject.instance().mapLayer(kept or ""))
            if kept == "":
                self._touched.add(name)
        for name, combo in self.choices.items():
            combo.setCurrentIndex(max(0, combo.findData(read(name) or A.CHOICES[name][0])))
        for name, line in self.texts.items():
            line.setText(read(name) or "")
        self.file.setFilePath(read("FILE") or "")
        self.ledger.offer(read("LEDGER") or self.ledger.last())
        (self.in_ledger if read("KEPT_IN") == LEDGER else self.in_file).setChecked(True)
        self.each_takes.setValue(float(read(A.EACH_TAKES) or 0.0))
        self.day.setDate(QDate.currentDate())
        self.project_changed()
        self._show_parts()


def _fitting(wanted: Any, kinds: tuple, other: QgsVectorLayer | None) -> QgsVectorLayer | None:
    """The layer of the project that has most of the fields wanted, one of them telling; None for none."""
    best, most = None, 0
    for layer in sorted(QgsProject.instance().mapLayers().values(), key=lambda each: each.name()):
        if not isinstance(layer, QgsVectorLayer) or layer.geometryType() not in kinds or layer is other:
            continue
        plain = [type(each)(each.name, each.kind) for each in wanted]
        try:
            found = match_fields(layer.fields().names(), plain, {}, layer.name())
        except LedgerError:
            # Two fields could be meant: the user chooses.
            found = {}
        if {"XZBH", "DYDM", "XZQDM"} & set(found) and len(found) > most:
            best, most = layer, len(found)
    return best
