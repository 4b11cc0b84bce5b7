"""The left side of the farmland window: which projects, which reserve, which rules, where to write."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsCollapsibleGroupBox, QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ..core.balance.requisition.policy import KEYS
from ..core.rules import Status
from ..core.survey.schema import Role
from ..processing.algorithms.farmland.requisition_balance import RequisitionBalance
from ..processing.base import say
from .layer_choices import LayerChoices, rules_of_the_run, wrapped
from .layer_guesses import NAME_FIELDS, NUMBER_FIELDS
from .ledger_choice import LedgerChoice
from .outputs import OutputTexts

A = RequisitionBalance
ROLES = {
    A.FOOTPRINTS: Role.FOOTPRINTS, A.SURVEY: Role.SURVEY, A.QUALITY: Role.QUALITY, A.APPROVED: Role.APPROVED,
    A.FORMER_SURVEY: Role.FORMER_SURVEY,
}  # fmt: skip
FIELDS = {
    A.FOOTPRINT_ID: NUMBER_FIELDS,
    A.FOOTPRINT_NAME: NAME_FIELDS,
    A.PROJECT_FIELD: ("XMBH", "项目编号", "XMDM", "项目代码", "PRJ_ID"),
    A.PROJECT_NAME_FIELD: ("XMMC", "项目名称", "PRJ"),
    A.TYPE_FIELD: ("XMLX", "项目类型", "PTYPE"),
    A.DATE_FIELD: ("SXRQ", "生效日期", "政策适用日期"),
}
MEASURED = (A.PRESET, A.AREA_METHOD, A.MASTER, A.UNIT)
TEXTS = (A.CAPACITY_PRESET, A.FIELD_MAP, A.TABLE_FIELDS, A.CODE_TABLE, A.TITLE)
DEMAND_PARTS = frozenset((*ROLES, *FIELDS, *MEASURED, A.DEMANDS, A.TYPE, A.GRADE_SYSTEM, A.EFFECTIVE_DATE, A.DEFAULT_GRADE,
                          A.CAPACITY_PRESET, A.FIELD_MAP, A.CODE_TABLE, A.REPROJECT, A.ZONE))  # fmt: skip
"""Parameters that decide what the projects occupy; the others only how it is matched."""
MNEMONICS = {A.FOOTPRINTS: "F", A.SURVEY: "S", A.REGIME: "G", A.EFFECTIVE_DATE: "D"}
NO_DATE = QDate(1900, 1, 1)


class ChoicesPanel(LayerChoices):
    """Chooses what `landledger:requisitionbalance` is given; `changed` says that something is chosen otherwise."""

    changed = pyqtSignal()

    ROLES = ROLES
    FIELDS = FIELDS
    MNEMONICS = MNEMONICS

    def __init__(self, algorithm: QgsProcessingAlgorithm, parent: QWidget | None = None) -> None:
        super().__init__(algorithm, "farmland", parent)
        self.texts: dict[str, QLineEdit] = {}
        builds = (self._projects_box, self._reserve_box, self._rules_box, self._advanced_box)
        self.fill(builds, self._output_texts(), 320)
        self._connect()
        self.follow_project()

    def _connect(self) -> None:
        for combo in self.layers.values():
            combo.layerChanged.connect(lambda layer: self.changed.emit())
        for combo in self.fields.values():
            combo.fieldChanged.connect(lambda name: self.changed.emit())
        for combo in self.choices.values():
            combo.currentIndexChanged.connect(lambda place: self.changed.emit())
        for line in self.texts.values():
            line.textChanged.connect(lambda text: self.changed.emit())
        for button in (self.on_map, self.in_table, self.in_ledger, self.in_lots):
            button.toggled.connect(lambda on: self._show_parts())
        self.ledger.changed.connect(self.changed)
        for box in (self.decoupled, self.reproject):
            box.toggled.connect(lambda on: self.changed.emit())
        self.zone.crsChanged.connect(lambda crs: self.changed.emit())
        self.layers[A.DEMANDS].layerChanged.connect(lambda layer: self.suggest())
        self.effective.dateChanged.connect(lambda day: self.changed.emit())
        self.grade.valueChanged.connect(lambda value: self.changed.emit())

    # ------------------------------------------------------------------------------------------------------- building

    def _output_texts(self) -> OutputTexts:
        return OutputTexts(
            temporary=self.tr("Projects as a temporary layer"),
            saved=self.tr("Projects into a GeoPackage file:"),
            save_title=self.tr("Save the projects"),
            missing=self.tr("Say in which file the projects are to be saved."),
            ending=self.tr("farmland_balance"),
        )

    def _part(self) -> tuple[QWidget, QFormLayout]:
        """A part that comes and goes with a choice."""
        part = QWidget()
        form = self.form(part)
        form.setContentsMargins(0, 0, 0, 0)
        return part, form

    def _projects_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Construction projects"))
        column = QVBoxLayout(box)
        self.on_map = QRadioButton(self.tr("Red lines over the land survey"))
        self.in_table = QRadioButton(self.tr("A table with one row a project"))
        self.on_map.setChecked(True)
        self.map_part, form = self._part()
        self.add_layer(form, A.FOOTPRINTS)
        self.add_fields(form, A.FOOTPRINTS)
        for name in (A.SURVEY, A.QUALITY, A.APPROVED, A.FORMER_SURVEY):
            self.add_layer(form, name)
        self.table_part, form = self._part()
        self.add_layer(form, A.DEMANDS, table=True)
        for widget in (self.on_map, self.in_table, self.map_part, self.table_part):
            column.addWidget(widget)
        return box

    def _reserve_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Reserve of supplementary farmland"))
        column = QVBoxLayout(box)
        self.in_ledger = QRadioButton(self.tr("Ledger"))
        self.in_lots = QRadioButton(self.tr("A table with one row a lot"))
        self.in_ledger.setChecked(True)
        self.ledger = LedgerChoice()
        self.lots_part, form = self._part()
        self.add_layer(form, A.RESERVE, table=True)
        self.unit_part, form = self._part()
        self._add_choice(form, A.AREA_UNIT)
        for widget in (self.in_ledger, self.in_lots, self.ledger, self.lots_part, self.unit_part):
            column.addWidget(widget)
        return box

    def _add_choice(self, form: QFormLayout, name: str, preset: bool = False) -> None:
        self.add_choice(form, name, A.CHOICES[name], self.tr("by preset") if preset else None)

    def _rules_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Rules"))
        form = self.form(box)
        self._add_choice(form, A.REGIME)
        self.effective = QDateEdit(NO_DATE)
        self.effective.setMinimumDate(NO_DATE)
        self.effective.setCalendarPopup(True)
        self.effective.setDisplayFormat("yyyy-MM-dd")
        # Typed or chosen; the earliest day stands for none.
        self.effective.setSpecialValueText(self.tr("none"))
        self.add_row(form, A.EFFECTIVE_DATE, self.effective)
        self._add_choice(form, A.TYPE)
        self._add_choice(form, A.GRADE_SYSTEM)
        self.grade = QDoubleSpinBox()
        self.grade.setRange(0.0, 15.0)
        self.grade.setDecimals(1)
        self.grade.setSpecialValueText(self.tr("none: refused"))
        self.add_row(form, A.DEFAULT_GRADE, self.grade)
        self.decoupled = QCheckBox(self._algorithm.parameterDefinition(A.DECOUPLED).description())
        form.addRow(wrapped(self.decoupled))
        self.rules_box = QgsCollapsibleGroupBox(self.tr("Rules in force"))
        self.rules = QLabel()
        self.rules.setWordWrap(True)
        self.rules.setTextFormat(Qt.TextFormat.RichText)
        self.rules.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        QVBoxLayout(self.rules_box).addWidget(self.rules)
        form.addRow(self.rules_box)
        self.show_rules()
        return box

    def show_rules(self) -> None:
        """The rules of the matching with how sure they are."""
        in_force = rules_of_the_run()
        lines = []
        for key in KEYS:
            rule = in_force.get(key)
            colour = "#b45f06" if rule.status is Status.DEFAULT else "#4f7a4a"
            status = html.escape(say(rule.status.label))
            value = html.escape(f"{rule.value} {rule.unit}".strip())
            lines.append(
                f'<p style="margin:0 0 5px 0"><b>{value}</b>&nbsp; {html.escape(rule.meaning)}'
                f' <span style="color:{colour}">【{status}】</span></p>'
            )
        self.rules.setText("".join(lines))

    def _advanced_box(self) -> QgsCollapsibleGroupBox:
        box = QgsCollapsibleGroupBox(self.tr("Advanced"))
        form = self.form(box)
        self.add_layer(form, A.ACCOUNTS, table=True)
        for name in MEASURED:
            self._add_choice(form, name, preset=name != A.PRESET)
        for name in TEXTS:
            line = QLineEdit(str(self.default(name) or ""))
            self.texts[name] = line
            self.add_row(form, name, line)
        self.texts[A.FIELD_MAP].setPlaceholderText("DLBM=地类编码;GDDB=等别")
        self.texts[A.TABLE_FIELDS].setPlaceholderText("code=编号;quantity=耕地")
        self.reproject = QCheckBox(self._algorithm.parameterDefinition(A.REPROJECT).description())
        form.addRow(wrapped(self.reproject))
        self.zone = QgsProjectionSelectionWidget()
        self.zone.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.add_row(form, A.ZONE, self.zone)
        box.setCollapsed(True)
        self.advanced = box
        return box

    def _show_parts(self) -> None:
        """The layers or the table, the ledger or the table: what is chosen."""
        self.map_part.setVisible(self.on_map.isChecked())
        self.table_part.setVisible(self.in_table.isChecked())
        self.ledger.setVisible(self.in_ledger.isChecked())
        self.lots_part.setVisible(self.in_lots.isChecked())
        self.unit_part.setVisible(self.in_lots.isChecked() or self.in_table.isChecked())
        self.suggest()
        self.changed.emit()

    # -------------------------------------------------------------------------------------------------------- guesses

    def suggest(self) -> None:
        """File names after the layer or table of the projects."""
        layer = self.layers[A.FOOTPRINTS if self.on_map.isChecked() else A.DEMANDS].currentLayer()
        if hasattr(self, "output"):
            self.output.suggest(layer.name() if layer is not None else "")

    # --------------------------------------------------------------------------------------------------- what is chosen

    def problem(self) -> tuple[str, QWidget] | None:
        """What has to be chosen before a run, and where; None when nothing is missing."""
        needed = [(self.in_table, A.DEMANDS, self.tr("Choose the table of the projects."))]
        if self.on_map.isChecked():
            needed = [
                (self.on_map, A.FOOTPRINTS, self.tr("Choose the layer of the red lines.")),
                (self.on_map, A.SURVEY, self.tr("Choose the land survey layer (DLTB).")),
            ]
        for _, name, text in needed:
            if self.layers[name].currentLayer() is None:
                return text, self.layers[name]
        if self.on_map.isChecked() and not self.fields[A.FOOTPRINT_ID].currentField():
            return self.tr("Choose the field that holds the plot numbers."), self.fields[A.FOOTPRINT_ID]
        if self.in_ledger.isChecked() and not self.ledger.name:
            text = self.tr(
                "Choose the ledger that holds the reserve. The algorithms “New quota ledger” and “Enter supplementary farmland "
                "into the reserve” of the toolbox make one of a spreadsheet."
            )
            return text, self.ledger.combo
        if self.in_lots.isChecked() and self.layers[A.RESERVE].currentLayer() is None:
            return self.tr("Choose the table of the lots."), self.layers[A.RESERVE]
        return self.output.problem(self.inputs())

    def _used_layers(self) -> dict[str, QgsVectorLayer]:
        """The layers chosen that the run takes, by parameter."""
        names = [*(ROLES if self.on_map.isChecked() else (A.DEMANDS,)), A.ACCOUNTS]
        if self.in_lots.isChecked():
            names.append(A.RESERVE)
        return {name: layer for name in names if (layer := self.layers[name].currentLayer()) is not None}

    def inputs(self) -> list[QgsVectorLayer]:
        """The layers the run will read."""
        return list(self._used_layers().values())

    def parameters(self) -> dict[str, Any]:
        """Parameters of the algorithm, as chosen, without its outputs."""
        given: dict[str, Any] = {name: layer.id() for name, layer in self._used_layers().items()}
        if self.on_map.isChecked():
            given.update({name: combo.currentField() for name, combo in self.fields.items() if combo.currentField()})
        if self.in_ledger.isChecked():
            given[A.LEDGER] = self.ledger.name
        for name, combo in self.choices.items():
            if combo.currentData() is not None:
                given[name] = A.CHOICES[name].index(combo.currentData())
        if self.effective.date() != NO_DATE:
            given[A.EFFECTIVE_DATE] = self.effective.date().toString("yyyy-MM-dd")
        if self.grade.value():
            given[A.DEFAULT_GRADE] = self.grade.value()
        given[A.DECOUPLED] = self.decoupled.isChecked()
        if self.on_map.isChecked():
            given[A.REPROJECT] = self.reproject.isChecked()
            if self.zone.crs().isValid():
                given[A.ZONE] = self.zone.crs()
        for name, line in self.texts.items():
            given[name] = line.text().strip() or (self.default(name) or "")
        return given

    def demand_parameters(self) -> dict[str, Any]:
        """Those that decide what the projects occupy."""
        parts = DEMAND_PARTS if self.on_map.isChecked() else {*DEMAND_PARTS, A.AREA_UNIT, A.TABLE_FIELDS}
        return {name: value for name, value in self.parameters().items() if name in parts}

    def matching_parameters(self) -> dict[str, Any]:
        """Those that a matching of projects known already takes; the others that a demand is read with go along."""
        gone = {*ROLES, *FIELDS, A.DEMANDS, A.REPROJECT, A.ZONE}
        return {name: value for name, value in self.parameters().items() if name not in gone}

    def outputs(self, layer: bool = True) -> dict[str, Any]:
        """Where the run writes: the workbook, and the layer of projects where it can be made."""
        given: dict[str, Any] = {}
        if layer and self.on_map.isChecked():
            target = self.output.layer_file() or QgsProcessing.TEMPORARY_OUTPUT
            given[A.PIECES] = QgsProcessingOutputLayerDefinition(target, QgsProject.instance())
        if self.output.workbook_file():
            given[A.WORKBOOK] = self.output.workbook_file()
        return given

    # ------------------------------------------------------------------------------------------------------ remembering

    def remember(self, more: Mapping[str, str]) -> None:
        """Keep the choices in the project, with `more` of the window's."""
        kept = self.kept()
        kept.update({name: line.text() for name, line in self.texts.items()})
        kept[A.LEDGER] = self.ledger.name
        kept["ON_MAP"], kept["IN_LEDGER"] = str(int(self.on_map.isChecked())), str(int(self.in_ledger.isChecked()))
        kept[A.DECOUPLED] = str(int(self.decoupled.isChecked()))
        kept[A.REPROJECT] = str(int(self.reproject.isChecked()))
        kept[A.ZONE] = self.zone.crs().authid()
        kept[A.EFFECTIVE_DATE] = self.effective.date().toString("yyyy-MM-dd")
        kept[A.DEFAULT_GRADE] = repr(self.grade.value())
        self._memory.write({**kept, **self.output.state(), **more})

    def remembered(self, name: str) -> str:
        """What the project keeps under a name, ''."""
        return self._memory.read(name) or ""

    def recall(self, *project: object) -> None:
        """The choices kept in the project, guesses where nothing was kept."""
        names = (*self.layers, *self.fields, *self.choices, *self.texts, *self.output.state())
        kept = {name: value for name in names if (value := self._memory.read(name)) is not None}
        self.recall_kept(kept)
        for name, line in self.texts.items():
            line.setText(kept.get(name, str(self.default(name) or "")))
        read = self._memory.read
        self.ledger.offer(read(A.LEDGER) or self.ledger.last())
        (self.in_table if read("ON_MAP") == "0" else self.on_map).setChecked(True)
        (self.in_lots if read("IN_LEDGER") == "0" else self.in_ledger).setChecked(True)
        self.decoupled.setChecked((read(A.DECOUPLED) or str(int(bool(self.default(A.DECOUPLED))))) == "1")
        day = QDate.fromString(read(A.EFFECTIVE_DATE) or "", "yyyy-MM-dd")
        self.effective.setDate(day if day.isValid() else NO_DATE)
        self.grade.setValue(float(read(A.DEFAULT_GRADE) or 0.0))
        self.reproject.setChecked(read(A.REPROJECT) == "1")
        self.zone.setCrs(QgsCoordinateReferenceSystem(read(A.ZONE) or ""))
        self.output.recall(kept)
        self._show_parts()
