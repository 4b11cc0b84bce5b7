"""Style and Chinese column names of a result layer, set on the main thread when QGIS loads it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingLayerPostProcessorInterface, QgsVectorLayer

STYLE_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "styles"

# QGIS takes no ownership of a Python post-processor: one that nobody holds is gone before the layer is loaded.
_kept: list[StyleAndNames] = []
_KEPT_AT_MOST = 64


class StyleAndNames(QgsProcessingLayerPostProcessorInterface):
    """Gives a layer the style `resources/styles/<style>.qml` and its fields the names users read."""

    def __init__(self, style: str, names: Mapping[str, str]) -> None:
        super().__init__()
        self._style = STYLE_FOLDER / f"{style}.qml"
        self._names = dict(names)

    def postProcessLayer(self, layer, context, feedback) -> None:
        if not isinstance(layer, QgsVectorLayer):
            return
        if self._style.exists():
            layer.loadNamedStyle(str(self._style))
        for place, field in enumerate(layer.fields()):
            if field.name() in self._names:
                layer.setFieldAlias(place, self._names[field.name()])
        layer.triggerRepaint()


def dress(context: QgsProcessingContext, layer_id: str, style: str, names: Mapping[str, str]) -> None:
    """Have the result `layer_id` styled and named when it is loaded; nothing happens if it is not."""
    if not context.willLoadLayerOnCompletion(layer_id):
        return
    processor = StyleAndNames(style, names)
    _kept.append(processor)
    del _kept[:-_KEPT_AT_MOST]
    context.layerToLoadOnCompletionDetails(layer_id).setPostProcessor(processor)
