"""The question before the workbook of a year: which tables, which layers of prime farmland, where to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsFieldComboBox, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..core.survey.schema import Role
from ..processing.algorithms.farmland.farmland_report import FarmlandReportAlgorithm
from ..processing.algorithms.farmland.prime_farmland import PrimeFarmland
from ..processing.algorithms.farmland.report_layers import COUNTED, OF_OCCUPATION, SMALLEST_UNIT
from ..processing.algorithms.farmland.requisition_balance import RequisitionBalance
from .layer_guesses import NUMBER_FIELDS, guess_field, guess_layers, polygon_layers
from .memory import output_folder
from .questions import answer_buttons

A = FarmlandReportAlgorithm
OF_LINES = ("T07", "T27")
OF_BLOCKS = "T08"


class YearDialog(QDialog):
    """Asks what `landledger:farmlandreport` shall write. `given` are the parameters of the window as chosen."""

    def __init__(self, given: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("FarmlandYear")
        self.setWindowTitle(self.tr("Workbook of the year"))
        self._given = given
        self.tables = {name: QCheckBox(f"{name}  {title}") for name, title in self._titles()}
        self.year = QSpinBox()
        self.year.setRange(1990, 2100)
        self.year.setValue(date.today().year)
        self.blocks, self.prime = self._layer(), self._layer()
        self.number = QgsFieldComboBox()
        self.number.setAllowEmptyFieldName(True)
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter(self.tr("Excel workbook (*.xlsx)"))
        self.file.setFilePath(str(Path(output_folder()) / self.tr("farmland_of_the_year.xlsx")))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.buttons, self.ok = answer_buttons(self, self.tr("Write"), self.tr("Cancel"))
        self._build()
        self._offer()
        self._judge()

    def _titles(self) -> Sequence[tuple[str, str]]:
        return (
            ("T05", self.tr("Reserve of supplementary farmland")),
            ("T06", self.tr("Links and draws")),
            ("T07", self.tr("Land occupied by class")),
            ("T27", self.tr("Forms of requisition–compensation")),
            ("T08", self.tr("Prime farmland: occupied and supplement")),
            ("T09", self.tr("Increase–decrease linkage")),
            ("T10", self.tr("Outflow spots")),
            ("T10S", self.tr("Outflow rectification by county")),
        )

    @staticmethod
    def _layer() -> QgsMapLayerComboBox:
        combo = QgsMapLayerComboBox()
        combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        combo.setAllowEmptyLayer(True)
        combo.setLayer(None)
        return combo

    def _build(self) -> None:
        column = QVBoxLayout(self)
        for box in self.tables.values():
            box.setChecked(True)
            box.toggled.connect(self._judge)
            column.addWidget(box)
        form = QFormLayout()
        for label, widget in (
            (self.tr("Year"), self.year), (self.tr("Supplement blocks"), self.blocks),
            (self.tr("Number field of the blocks"), self.number),
            (self.tr("Permanent basic farmland layer"), self.prime), (self.tr("Workbook"), self.file),
        ):  # fmt: skip
            form.addRow(label, widget)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(self.buttons)
        self.blocks.layerChanged.connect(self._blocks_chosen)
        self.prime.layerChanged.connect(self._judge)
        self.file.fileChanged.connect(self._judge)

    def _offer(self) -> None:
        """The layer of prime farmland that the project seems to have; tables without their layers are left out."""
        found = guess_layers(polygon_layers(QgsProject.instance())).get(Role.PRIME_FARMLAND)
        if found is not None:
            self.prime.setLayer(found)
        for name in OF_LINES:
            self.tables[name].setChecked(self._has_lines())
        self.tables[OF_BLOCKS].setChecked(False)

    def _has_lines(self) -> bool:
        return bool(self._given.get(RequisitionBalance.FOOTPRINTS))

    def _blocks_chosen(self, layer: Any) -> None:
        self.number.setLayer(layer)
        self.number.setField(guess_field(layer.fields().names(), NUMBER_FIELDS) if layer is not None else "")
        self.tables[OF_BLOCKS].setChecked(layer is not None and self.tables[OF_BLOCKS].isEnabled())
        self._judge()

    def _judge(self, *changed: object) -> None:
        """What can be made, and what is missing for it."""
        lines = self._has_lines()
        for name in (*OF_LINES, OF_BLOCKS):
            self.tables[name].setEnabled(lines)
        asked = self.asked()
        text = ""
        if not asked:
            text = self.tr("Choose a table.")
        elif OF_BLOCKS in asked and (self.blocks.currentLayer() is None or self.prime.currentLayer() is None):
            text = self.tr("Table T08 needs the supplement blocks and the layer of permanent basic farmland.")
        elif not self.file.filePath().strip():
            text = self.tr("Say where the workbook shall be written.")
        elif not lines:
            text = self.tr("Without red lines on the map there are no tables T07, T27 and T08.")
        self.told.setText(text)
        self.ok.setEnabled(not text or (bool(asked) and not lines and bool(self.file.filePath().strip())))

    def asked(self) -> list[str]:
        """The tables that are wanted."""
        return [name for name, box in self.tables.items() if box.isChecked() and box.isEnabled()]

    def _possible(self) -> list[str]:
        """Those that layers are chosen for, and all of the ledger: asked for together, what the ledger has none of is left out."""
        blocks = self.blocks.currentLayer() is not None and self.prime.currentLayer() is not None
        return [name for name, box in self.tables.items() if box.isEnabled() and (name != OF_BLOCKS or blocks)]

    def workbook(self) -> str:
        """Where it goes."""
        path = self.file.filePath().strip()
        return path if path.lower().endswith(".xlsx") else f"{path}.xlsx"

    def parameters(self) -> dict[str, Any]:
        """Those of the algorithm."""
        asked = self.asked()
        chosen: dict[str, Any] = {A.LEDGER: self._given[A.LEDGER], A.YEAR: self.year.value(), A.WORKBOOK: self.workbook()}
        if asked != self._possible():
            chosen[A.TABLES] = ",".join(asked)
        if self._given.get(A.TITLE):
            chosen[A.TITLE] = self._given[A.TITLE]
        if {*OF_LINES, OF_BLOCKS} & set(asked):
            chosen.update({name: self._given[name] for name in (*OF_OCCUPATION, *COUNTED) if name in self._given})
            if RequisitionBalance.UNIT in self._given:
                chosen[SMALLEST_UNIT] = self._given[RequisitionBalance.UNIT]
        if OF_BLOCKS in asked:
            chosen[PrimeFarmland.SUPPLEMENT] = self.blocks.currentLayer().id()
            chosen[PrimeFarmland.PRIME_FARMLAND] = self.prime.currentLayer().id()
            if self.number.currentField():
                chosen[PrimeFarmland.SUPPLEMENT_ID] = self.number.currentField()
        return chosen
