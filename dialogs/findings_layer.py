"""The layer of a check: which layers are one, its rows as arrays, and decisions written into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from qgis.core import QgsExpression, QgsProject, QgsVectorDataProvider, QgsVectorLayer, QgsVectorLayerUtils
from qgis.PyQt.QtCore import QCoreApplication

from ..core.checking.finding import Severity, State
from ..core.errors import OutputError
from ..core.sentence import translate
from ..processing.adapters.datasets import layers_in

TEXTS = (
    "CHECK_ID", "SEVERITY", "TITLE", "FINDING", "BSM", "OTHER_BSM", "FIELD", "ZLDWDM", "ZLDWMC",
    "STATE", "REASON", "DECIDED_BY", "DECIDED_ON",
)  # fmt: skip
FEATURE, AREA = "FEATURE_ID", "AREA_M2"
ON_DEMAND = ("KEY", "OTHER_ID", "EXTENT_M")
"""Fields that are read of one finding at a time, when its place is looked for, or never."""
DECISION = ("STATE", "REASON", "DECIDED_BY", "DECIDED_ON")
PLACE = ("VILLAGE", "LAYER", "RULE")
"""What a finding of a plan check has beside those of a survey check."""
SEVERITIES = tuple(Severity)
BETWEEN = "\x1f\x1e"
"""Stands between the values of a row on its way here; two control characters that no text has."""
Decision = tuple[str, str, str, str]
"""STATE, REASON, DECIDED_BY, DECIDED_ON of one finding."""


@dataclass(frozen=True)
class FindingsKind:
    """Findings of one kind of check: a layer of them has the fields `texts` beside those that all have, and not all of `others`."""

    texts: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        return (*self.texts, FEATURE, AREA, *ON_DEMAND)


SURVEY_FINDINGS = FindingsKind(TEXTS, PLACE)
PLAN_FINDINGS = FindingsKind((*TEXTS, *PLACE))


@dataclass(frozen=True)
class Findings:
    """Rows of a findings layer: ids int64 (n,), texts by field, the parcels' feature ids as text ('': none), areas in m²
    float64 (n,) (NaN: none). The texts of DECISION change in place when somebody decides."""

    ids: np.ndarray
    texts: dict[str, list[str]]
    parcels: list[str]
    areas: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)

    def decision(self, row: int) -> Decision:
        state, reason, who, when = (self.texts[name][row] for name in DECISION)
        return state, reason, who, when


def is_findings_layer(layer: object, kind: FindingsKind = SURVEY_FINDINGS) -> bool:
    """Whether a layer has all fields of findings of a kind."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return False
    fields = layer.fields()
    if kind.others and all(fields.lookupField(name) >= 0 for name in kind.others):
        return False
    return all(fields.lookupField(name) >= 0 for name in kind.fields)


def findings_layers(project: QgsProject, kind: FindingsKind = SURVEY_FINDINGS) -> list[QgsVectorLayer]:
    """The findings layers of a project, by name."""
    found = [layer for layer in project.mapLayers().values() if is_findings_layer(layer, kind)]
    return sorted(found, key=lambda layer: (layer.name(), layer.id()))


def findings_in_file(file: str, kind: FindingsKind = SURVEY_FINDINGS) -> list[QgsVectorLayer]:
    """The findings layers in a file, not yet in any project; none if the file has none or is no data set."""
    stem = Path(file).stem
    names = layers_in(file)
    layers = [
        QgsVectorLayer(f"{file}|layername={name}", name if len(names) > 1 else stem, "ogr") for name in names
    ]
    return [layer for layer in layers if is_findings_layer(layer, kind)]


def read_findings(layer: QgsVectorLayer, kind: FindingsKind = SURVEY_FINDINGS) -> Findings:
    """All rows of a findings layer in one pass, without geometries; unsaved edits of the layer are seen.

    QGIS puts each row together to one text: 10⁵ rows with their values one by one take it several times as long.
    """
    wanted = (*kind.texts, FEATURE, AREA)
    names = [layer.fields().field(layer.fields().lookupField(name)).name() for name in wanted]
    values = "".join(f", '{BETWEEN}', {QgsExpression.quotedColumnRef(name)}" for name in names)
    lines, _ = QgsVectorLayerUtils.getValues(layer, f"concat($id{values})")
    # One long list and no list a row: Python's garbage collection goes through lists again and again.
    cells = BETWEEN.join(lines).split(BETWEEN) if lines else []
    width = len(wanted) + 1
    columns = {name: cells[place + 1 :: width] for place, name in enumerate(wanted)}
    return Findings(
        np.array(cells[::width], dtype=np.int64),
        {name: _shared(columns[name]) for name in kind.texts},
        columns[FEATURE],
        np.array([value or "nan" for value in columns[AREA]], dtype=np.float64),
    )


def _shared(texts: list[str]) -> list[str]:
    """The same texts, equal ones being one object."""
    seen: dict[str, str] = {}
    return [seen.setdefault(text, text) for text in texts]


def why_not_writable(layer: QgsVectorLayer) -> str:
    """The sentence why decisions can't be kept in a layer, '' if they can."""
    can = layer.dataProvider().capabilities() & QgsVectorDataProvider.Capability.ChangeAttributeValues
    if layer.readOnly() or not can:
        text = translate("LandLedger", "Layer {layer} can only be read: save it as a GeoPackage and open that one.")
        return QCoreApplication.translate("LandLedger", text).format(layer=layer.name())
    return ""


def longest_reason(layer: QgsVectorLayer) -> int:
    """How many characters the layer's REASON holds; 0 for any number."""
    return int(layer.fields().field(layer.fields().lookupField("REASON")).length())


def write_decisions(layer: QgsVectorLayer, decisions: Mapping[int, Decision], title: str) -> None:
    """Write decisions by feature id: all of them or, where the layer's format knows transactions, none.

    A layer that is being edited gets them as one step of its edits, called `title`, to be saved or undone with them;
    any other layer's file is written at once. OutputError with a sentence if that fails.
    """
    places = [layer.fields().lookupField(name) for name in DECISION]
    changes = {
        feature: {place: value or None for place, value in zip(places, decision)}
        for feature, decision in decisions.items()
    }
    failed = _write_edits(layer, changes, title) if layer.isEditable() else _write_file(layer, changes)
    if failed is not None:
        template = translate("LandLedger", "The decision could not be written into layer {layer}: {reason}")
        raise OutputError(template, layer=layer.name(), reason=failed)
    layer.triggerRepaint()


def _write_edits(layer: QgsVectorLayer, changes: Mapping[int, Mapping[int, object]], title: str) -> str | None:
    layer.beginEditCommand(title)
    for feature, values in changes.items():
        for place, value in values.items():
            if not layer.changeAttributeValue(feature, place, value):
                layer.destroyEditCommand()
                return f"#{feature}"
    layer.endEditCommand()
    return None


def _write_file(layer: QgsVectorLayer, changes: Mapping[int, Mapping[int, object]]) -> str | None:
    provider = layer.dataProvider()
    provider.clearErrors()
    if provider.changeAttributeValues({feature: dict(values) for feature, values in changes.items()}):
        return None
    return "; ".join(provider.errors()) or "?"


def is_open(state: str) -> bool:
    """Whether a finding still waits for somebody: everything that is not accepted does."""
    return state.strip().lower() != State.ACCEPTED.value
