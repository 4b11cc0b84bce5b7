"""The layer of projects by conclusion: which features are a project's, what they show after another matching."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from .farmland_rows import Project

KEY = "PROJECT"


def features_of(layer: QgsVectorLayer, projects: Iterable[str]) -> list[int]:
    """Ids of the features of some projects."""
    wanted = set(projects)
    return [identifier for identifier, code in _codes(layer).items() if code in wanted]


def projects_of(layer: QgsVectorLayer, features: Sequence[int]) -> list[str]:
    """The projects of some features, each once."""
    codes = _codes(layer)
    return list(dict.fromkeys(codes[identifier] for identifier in features if identifier in codes))


def show_again(layer: QgsVectorLayer, projects: Iterable[Project]) -> bool:
    """Have the features show how their projects stand now; False where the layer can't be changed."""
    values = {project.code: project.values for project in projects}
    changes: dict[int, Mapping[int, object]] = {}
    places = {field.name(): place for place, field in enumerate(layer.fields())}
    for identifier, code in _codes(layer).items():
        own = values.get(code, {})
        changes[identifier] = {places[name]: value for name, value in own.items() if name in places}
    done = layer.dataProvider().changeAttributeValues(changes)
    layer.dataProvider().reloadData()
    layer.triggerRepaint()
    return bool(done)


def _codes(layer: QgsVectorLayer) -> dict[int, str]:
    """The project of each feature."""
    place = layer.fields().lookupField(KEY)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([place])
    return {feature.id(): str(feature.attributes()[place]) for feature in layer.getFeatures(request)}
