"""Features of a layer for a worker that reads on when the layer is taken off the project meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)


@dataclass(frozen=True)
class LastingSource:
    """What a `QgsProcessingFeatureSource` would give, which itself points at the layer and asks it while it is read. `own` is the
    layer's features as they were when this was made, unsaved edits included; None where only `given` has what was asked for."""

    given: QgsProcessingFeatureSource
    own: QgsVectorLayerFeatureSource | None
    kept_fields: QgsFields
    kind: QgsWkbTypes.Type
    count: int
    extent: QgsRectangle

    @classmethod
    def of(cls, given: QgsProcessingFeatureSource, layer: QgsVectorLayer | None, asked: Any) -> LastingSource:
        """Of what a parameter means, where it is all of a layer (`asked` is its value). Features selected, of which QGIS keeps
        a copy itself, are left as they are. Main thread only."""
        whole = isinstance(layer, QgsVectorLayer) and not isinstance(asked, QgsProcessingFeatureSourceDefinition)
        own = QgsVectorLayerFeatureSource(layer) if whole else None
        return cls(given, own, given.fields(), given.wkbType(), given.featureCount(), given.sourceExtent())

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
        """The features, shapes that are not valid among them."""
        if self.own is not None:
            return self.own.getFeatures(request)
        return self.given.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
