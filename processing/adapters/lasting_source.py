"""Features of a layer for a worker that reads on when the layer is taken off the project meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFields,
    QgsMapLayer,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt import sip

from ...core.errors import InputError
from ...core.sentence import translate

_VIRTUAL = "virtual"
"""The provider whose features end with it: they are those of a query that it asks of other layers."""


@dataclass(frozen=True)
class LastingSource:
    """What a `QgsProcessingFeatureSource` would give, which itself points at the layer and asks it while it is read: a layer that
    is gone by then takes QGIS along. `own` is the layer's features as they were when this was made, unsaved edits included, of
    which at most `limit` (-1: all) that fulfil `condition` ('': all) are read; None where QGIS keeps such a copy itself. `held` is
    a layer of ours that gives them, `asked_of` by name those that it asks for them."""

    given: QgsProcessingFeatureSource
    own: QgsVectorLayerFeatureSource | None
    limit: int
    condition: str
    name: str
    crs: QgsCoordinateReferenceSystem
    kept_fields: QgsFields
    kind: QgsWkbTypes.Type
    count: int
    extent: QgsRectangle
    held: QgsVectorLayer | None = None
    asked_of: Mapping[str, QgsMapLayer] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        given: QgsProcessingFeatureSource,
        layer: QgsVectorLayer | None,
        asked: Any = None,
        extent: QgsRectangle | None = None,
    ) -> LastingSource:
        """Of what a parameter means (`asked` is its value), or of all of a `layer`; `extent` where it is known. Main thread only.

        Selected features are left as they are: QgsVectorLayerSelectedFeatureSource has no need of the layer."""
        definition = asked if isinstance(asked, QgsProcessingFeatureSourceDefinition) else None
        selected = definition is not None and definition.selectedFeaturesOnly
        held, asked_of = _virtual(layer, selected)
        giving = layer if held is None else held
        own = QgsVectorLayerFeatureSource(giving) if isinstance(giving, QgsVectorLayer) and not selected else None
        limit = -1 if definition is None else int(definition.featureLimit)
        condition = getattr(definition, "filterExpression", "") or ""
        ground = given.sourceExtent() if extent is None else extent
        about = given.sourceName(), given.sourceCrs(), given.fields(), given.wkbType(), given.featureCount()
        return cls(given, own, limit, condition, *about, ground, held, asked_of)

    def sourceName(self) -> str:
        """What QGIS calls the layer."""
        return self.name

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:
        """The system of their shapes."""
        return self.crs

    def fields(self) -> QgsFields:
        """The fields."""
        return self.kept_fields

    def wkbType(self) -> QgsWkbTypes.Type:
        """The kind of their shapes."""
        return self.kind

    def featureCount(self) -> int:
        """How many features there were."""
        return self.count

    def sourceExtent(self) -> QgsRectangle:
        """Their ground."""
        return self.extent

    def getFeatures(self, request: QgsFeatureRequest) -> QgsFeatureIterator:
        """The features, shapes that are not valid among them: the default policy of a model or the settings would end the whole
        run at one bow-tie. InputError for a virtual layer of which a layer it asks is gone: QGIS would say it has no features."""
        gone = [name for name, layer in self.asked_of.items() if sip.isdeleted(layer)]
        if gone:
            template = translate(
                "LandLedger", "Layer {layer} can't be read: layer {other} was removed from the project meanwhile. Run it again."
            )
            raise InputError(template, layer=self.name, other=gone[0])
        if self.own is None:
            return self.given.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
        wanted = QgsFeatureRequest(request)
        if self.limit >= 0:
            wanted.setLimit(self.limit if wanted.limit() < 0 else min(self.limit, wanted.limit()))
        if self.condition:
            wanted.combineFilterExpression(self.condition)
        return self.own.getFeatures(wanted)


def _virtual(layer: QgsVectorLayer | None, selected: bool) -> tuple[QgsVectorLayer | None, dict[str, QgsMapLayer]]:
    """Of a virtual layer one of the same that nobody else takes away (it has nothing selected), and by name the layers of the
    project that reading asks."""
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != _VIRTUAL:
        return None, {}
    project = layer.project() or QgsProject.instance()
    asked = [project.mapLayer(each.layerId()) for each in layer.dependencies()]
    others = {each.name(): each for each in asked if each is not None}
    return (None, {**others, layer.name(): layer}) if selected else (layer.clone(), others)
