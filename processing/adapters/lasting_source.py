"""Features of a layer for a worker that reads on when the layer is taken off the project meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
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
    """What a `QgsProcessingFeatureSource` would give, which itself points at the layer and asks it while it is read: a layer that
    is gone by then takes QGIS along. `own` is the layer's features as they were when this was made, unsaved edits included, of
    which at most `limit` (-1: all) that fulfil `condition` ('': all) are read; None where QGIS keeps such a copy itself."""

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
        own = None if selected or not isinstance(layer, QgsVectorLayer) else QgsVectorLayerFeatureSource(layer)
        limit = -1 if definition is None else int(definition.featureLimit)
        condition = getattr(definition, "filterExpression", "") or ""
        ground = given.sourceExtent() if extent is None else extent
        about = given.sourceName(), given.sourceCrs(), given.fields(), given.wkbType(), given.featureCount()
        return cls(given, own, limit, condition, *about, ground)

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
        run at one bow-tie."""
        if self.own is None:
            return self.given.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
        wanted = QgsFeatureRequest(request)
        if self.limit >= 0:
            wanted.setLimit(self.limit if wanted.limit() < 0 else min(self.limit, wanted.limit()))
        if self.condition:
            wanted.combineFilterExpression(self.condition)
        return self.own.getFeatures(wanted)
