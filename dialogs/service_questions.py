"""What the questions of the planner service share: choices of an algorithm in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qgis.core import QgsProcessingAlgorithm
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout


def add_choices(
    form: QFormLayout, algorithm: QgsProcessingAlgorithm, names: Iterable[str], before: Mapping[str, Any]
) -> dict[str, QComboBox]:
    """A row for each parameter with options, by name; chosen is what was `before`, else the default."""
    choices = {}
    for name in names:
        definition = algorithm.parameterDefinition(name)
        choices[name] = combo = QComboBox()
        combo.addItems(definition.options())
        combo.setCurrentIndex(int(before.get(name, definition.defaultValue() or 0)))
        form.addRow(definition.description(), combo)
    return choices
