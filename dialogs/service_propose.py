"""The question before a proposal: under which limits units are assigned anew."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingAlgorithm
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..processing.service_scene import ServiceScene
from .questions import answer_buttons
from .service_questions import add_choices

A = ServiceScene


class ProposeDialog(QDialog):
    """`parameters` are those of `assignteams` that the clerk chose; `told` says what is known."""

    def __init__(self, algorithm: QgsProcessingAlgorithm, told: str, before: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Propose an assignment"))
        text = QLabel(told)
        text.setWordWrap(True)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.choices = add_choices(form, algorithm, (A.CAPACITY, A.MINIMAL_CHANGE, A.TRAVEL_WEIGHT), before)
        self.each_takes = self._number(before.get(A.EACH_TAKES, 0.0), 100_000.0, self.tr("none"))
        form.insertRow(1, algorithm.parameterDefinition(A.EACH_TAKES).description(), self.each_takes)
        self.balance = self._number(before.get(A.BALANCE, 0.0), 1000.0, self.tr("any"))
        form.addRow(algorithm.parameterDefinition(A.BALANCE).description(), self.balance)
        self.contiguous = QCheckBox(algorithm.parameterDefinition(A.CONTIGUOUS).description())
        self.contiguous.setChecked(bool(before.get(A.CONTIGUOUS, True)))
        form.addRow("", self.contiguous)
        self.seconds = QSpinBox()
        self.seconds.setRange(5, 3600)
        self.seconds.setSuffix(self.tr(" s"))
        self.seconds.setValue(int(before.get(A.TIME_LIMIT, 60)))
        form.addRow(self.tr("Time limit"), self.seconds)
        box, self.ok = answer_buttons(self, self.tr("Propose"), self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addLayout(form)
        column.addWidget(box)
        self.setMinimumWidth(460)

    def _number(self, value: float, most: float, nothing: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(0.0, most)
        box.setDecimals(1)
        box.setSpecialValueText(nothing)
        box.setValue(float(value))
        return box

    @property
    def parameters(self) -> dict[str, Any]:
        """As chosen."""
        given: dict[str, Any] = {name: combo.currentIndex() for name, combo in self.choices.items()}
        if self.each_takes.value():
            given[A.EACH_TAKES] = self.each_takes.value()
        if self.balance.value():
            given[A.BALANCE] = self.balance.value()
        given[A.CONTIGUOUS] = self.contiguous.isChecked()
        given[A.TIME_LIMIT] = float(self.seconds.value())
        return given
