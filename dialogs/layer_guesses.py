"""What the polygon layers of a project probably are, so that the windows can offer them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorLayer, QgsWkbTypes

from ..core.survey.schema import Role, guess_roles, role_scores

NUMBER_FIELDS = ("DKBH", "地块编号", "DKH", "地块号", "XMBH", "项目编号", "ZDDM", "宗地代码", "BH", "编号", "ID")
NAME_FIELDS = ("DKMC", "地块名称", "XMMC", "项目名称", "MC", "名称", "NAME")
USE_FIELDS = ("GHYT", "规划用途", "DKYT", "地块用途", "TDYT", "土地用途", "YT", "用途")


def polygon_layers(project: QgsProject) -> list[QgsVectorLayer]:
    """The polygon layers of a project that can be read, by name."""
    found = [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
        and layer.isValid()
        and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    ]
    return sorted(found, key=lambda layer: (layer.name(), layer.id()))


def guess_layers(layers: Sequence[QgsVectorLayer]) -> dict[Role, QgsVectorLayer]:
    """The layer to offer for each role; by the name in the project or in the file, whichever says more."""
    described = [(_telling_name(layer), layer.fields().names()) for layer in layers]
    return {role: layers[index] for role, index in guess_roles(described).items()}


def guess_field(names: Iterable[str], wanted: Sequence[str]) -> str:
    """The first of `wanted` that is among the field `names`, without regard to case and width; '' if none is."""
    by_plain = {_plain(name): name for name in reversed(list(names))}
    return next((by_plain[_plain(name)] for name in wanted if _plain(name) in by_plain), "")


def _telling_name(layer: QgsVectorLayer) -> str:
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    names = [layer.name(), str(parts.get("layerName") or "")]
    fields = layer.fields().names()
    return max(names, key=lambda name: max(role_scores(name, fields).values(), default=0) if name else -1)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip().upper()
