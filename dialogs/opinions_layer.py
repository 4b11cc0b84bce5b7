"""Where opinions are kept: a GeoPackage of their own beside the findings, written at once, every step to be taken back.

A new check replaces the file of its findings; opinions lie in another file, so it never takes them along, and that one file can
be passed on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsProject,
    QgsVectorDataProvider,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import OutputError
from ..core.sentence import translate
from ..core.village.review import OPINION_FIELDS, OPINION_LAYER, Opinion, opinion_row
from ..processing.adapters.looks import Look, put_on
from ..processing.adapters.review_rows import OPINION_NEEDED, feature_of, opinion_of_feature
from ..processing.base import said, say
from ..processing.compat import field

ENDING = "_审查意见.gpkg"
KEPT_STEPS = 50
Known = dict[str, Opinion]
Step = dict[str, "tuple[Opinion | None, Opinion | None]"]
"""By name of the opinion: what was there before, and what after; None: it was not there."""


def is_opinions_layer(layer: object) -> bool:
    """Whether a layer holds opinions with all they need."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return False
    return all(layer.fields().lookupField(name) >= 0 for name in (*OPINION_NEEDED, "CAUSES"))


def opinions_layers(project: QgsProject) -> list[QgsVectorLayer]:
    """The layers of opinions of a project, by name."""
    found = [layer for layer in project.mapLayers().values() if is_opinions_layer(layer)]
    return sorted(found, key=lambda layer: (layer.name(), layer.id()))


def file_beside(findings: QgsVectorLayer | None) -> str:
    """The file for opinions on findings: beside theirs; '' where theirs are in no file."""
    path = findings.source().partition("|")[0] if findings is not None else ""
    if not path or not os.path.isfile(path):
        return ""
    return str(Path(path).with_name(Path(path).stem + ENDING))


def open_opinions(file: str, crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    """The layer of opinions in a file, made where the file is not there yet. OutputError where it can't be, or is something else."""
    if not os.path.exists(file):
        _make(file, crs)
    layer = QgsVectorLayer(f"{file}|layername={OPINION_LAYER}", say(translate("LandLedger", "Opinions")), "ogr")
    if not is_opinions_layer(layer):
        raise OutputError(translate("LandLedger", "File {file} holds no opinions; choose another one."), file=file)
    look(layer)
    return layer


def look(layer: QgsVectorLayer) -> None:
    """Style and names of fields of a layer of opinions."""
    put_on(layer, Look(layer.name(), "opinions.qml", {each.name: say(each.alias) for each in OPINION_FIELDS}))


def _make(file: str, crs: QgsCoordinateReferenceSystem) -> None:
    fields = QgsFields()
    for each in OPINION_FIELDS:
        fields.append(field(each.name, each.kind, each.length, each.decimals))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = "GPKG", OPINION_LAYER, "UTF-8"
    context = QgsProject.instance().transformContext()
    writer = QgsVectorFileWriter.create(file, fields, QgsWkbTypes.Type.Point, crs, context, options)
    failed = writer.errorMessage() if writer.hasError() != QgsVectorFileWriter.WriterError.NoError else ""
    del writer
    if failed:
        raise OutputError(translate("LandLedger", "The layer {file} can't be written: {reason}"), file=file, reason=failed)


class OpinionKeeper(QObject):
    """Opinions of one layer, by name. `changed`: they are others now; `told` (text, level) is for the message bar."""

    changed = pyqtSignal()
    told = pyqtSignal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layer: QgsVectorLayer | None = None
        self.opinions: Known = {}
        self._done: list[Step] = []
        self._writing = False

    def follow(self, layer: QgsVectorLayer | None) -> None:
        """Keep opinions in another layer, or in none."""
        self._listen(False)
        self.layer = layer
        self._done.clear()
        self._listen(True)
        self.reload()

    def _listen(self, on: bool) -> None:
        if self.layer is None or sip.isdeleted(self.layer):
            return
        for signal in (
            self.layer.attributeValueChanged, self.layer.featureAdded, self.layer.featureDeleted, self.layer.geometryChanged,
            self.layer.afterCommitChanges, self.layer.afterRollBack, self.layer.subsetStringChanged,
        ):  # fmt: skip
            if on:
                signal.connect(self._others)
            else:
                signal.disconnect(self._others)

    def _others(self, *change: object) -> None:
        if not self._writing:
            self.reload()

    def reload(self) -> None:
        """Read the layer again."""
        found = [] if self.layer is None else [opinion_of_feature(feature) for feature in self.layer.getFeatures()]
        self.opinions = {each.id: each for each in found if each.text}
        self.changed.emit()

    @property
    def round(self) -> int:
        """The last round that an opinion is of, at least 1."""
        return max([1, *(each.round for each in self.opinions.values())])

    def next_number(self) -> int:
        """The number of the next opinion."""
        return 1 + max([0, *(each.number for each in self.opinions.values())])

    @property
    def undoable(self) -> bool:
        return bool(self._done)

    def put(self, opinions: Iterable[Opinion], title: str) -> bool:
        """Write opinions: those whose name is known take the place of what is there. One step, `title`, to be taken back."""
        after = {each.id: each for each in opinions}
        return self._step({name: (self.opinions.get(name), each) for name, each in after.items()}, title)

    def remove(self, names: Sequence[str], title: str) -> bool:
        """Take opinions out."""
        return self._step({name: (self.opinions[name], None) for name in names if name in self.opinions}, title)

    def undo(self) -> list[str]:
        """Take back the last step, where nobody has changed it since; the names of the opinions that are as they were before."""
        if not self._done:
            return []
        step = self._done[-1]
        back = {name: pair for name, pair in step.items() if _same(self.opinions.get(name), pair[1])}
        if back and not self._write({name: before for name, (before, _) in back.items()}, self.tr("Take back a step")):
            return []
        self._done.pop()
        self.reload()
        if back:
            text = self.tr("Taken back: {count} opinions.")
            self.told.emit(text.format(count=len(back)), Qgis.MessageLevel.Success)
        else:
            text = self.tr("The last step stays as it is: its opinions have been changed elsewhere since.")
            self.told.emit(text, Qgis.MessageLevel.Info)
        return list(back)

    def _step(self, step: Step, title: str) -> bool:
        real = {name: pair for name, pair in step.items() if not _same(*pair)}
        if not real:
            return True
        if not self._write({name: after for name, (_, after) in real.items()}, title):
            return False
        self._done = [*self._done, real][-KEPT_STEPS:]
        self.reload()
        return True

    def _write(self, wanted: Mapping[str, Opinion | None], title: str) -> bool:
        try:
            self._writing = True
            write_opinions(self.layer, wanted, title)
        except OutputError as error:
            self.told.emit(said(error.sentence), Qgis.MessageLevel.Critical)
            return False
        finally:
            self._writing = False
        return True


def _same(one: Opinion | None, other: Opinion | None) -> bool:
    if one is None or other is None:
        return one is other
    return opinion_row(one) == opinion_row(other) and repr((one.x, one.y)) == repr((other.x, other.y))


def write_opinions(layer: QgsVectorLayer | None, wanted: Mapping[str, Opinion | None], title: str) -> None:
    """Write opinions by name (None: taken out) into a layer: all or none. A layer that is being edited gets them as one step of
    its edits; any other is saved at once. OutputError with a sentence if that fails."""
    why = _why_not(layer)
    if layer is None or why:
        raise OutputError(translate("LandLedger", "The opinions could not be written: {reason}"), reason=why)
    own = not layer.isEditable()
    if own and not layer.startEditing():
        raise OutputError(translate("LandLedger", "The opinions could not be written: {reason}"), reason=layer.name())
    layer.beginEditCommand(title)
    if not _apply(layer, wanted):
        layer.destroyEditCommand()
        if own:
            layer.rollBack()
        raise OutputError(translate("LandLedger", "The opinions could not be written: {reason}"), reason=layer.name())
    layer.endEditCommand()
    if own and not layer.commitChanges():
        reason = "; ".join(layer.commitErrors())
        layer.rollBack()
        raise OutputError(translate("LandLedger", "The opinions could not be written: {reason}"), reason=reason)
    layer.triggerRepaint()


def _why_not(layer: QgsVectorLayer | None) -> str:
    if layer is None or sip.isdeleted(layer):
        return say(translate("LandLedger", "no layer of opinions is there"))
    need = QgsVectorDataProvider.Capability
    wanted = need.AddFeatures | need.DeleteFeatures | need.ChangeAttributeValues
    if layer.readOnly() or (layer.dataProvider().capabilities() & wanted) != wanted:
        text = say(translate("LandLedger", "Layer {layer} can only be read: save it as a GeoPackage and open that one."))
        return text.format(layer=layer.name())
    return ""


def _apply(layer: QgsVectorLayer, wanted: Mapping[str, Opinion | None]) -> bool:
    place = layer.fields().lookupField("OPINION_ID")
    features = {str(feature.attribute(place)): feature for feature in layer.getFeatures()}
    for name, opinion in wanted.items():
        former = features.get(name)
        if opinion is None:
            done = former is None or layer.deleteFeature(former.id())
        elif former is None:
            done = layer.addFeature(feature_of(opinion, layer))
        else:
            done = _change(layer, former, opinion)
        if not done:
            return False
    return True


def _change(layer: QgsVectorLayer, former, opinion: Opinion) -> bool:  # type: ignore[no-untyped-def]
    wanted = feature_of(opinion, layer)
    for each in OPINION_FIELDS:
        place = layer.fields().lookupField(each.name)
        differs = place >= 0 and former.attribute(place) != wanted.attribute(place)
        if differs and not layer.changeAttributeValue(former.id(), place, wanted.attribute(place)):
            return False
    if not wanted.geometry().equals(former.geometry()):
        return bool(layer.changeGeometry(former.id(), wanted.geometry()))
    return True
