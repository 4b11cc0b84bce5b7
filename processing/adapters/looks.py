"""How results look when they are loaded: name, style, aliases."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
)

STYLE_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "styles"


@dataclass(frozen=True)
class Look:
    """How a result looks in the project: its name, a style of `resources/styles` or '', aliases by field name."""

    name: str
    style: str = ""
    aliases: Mapping[str, str] = field(default_factory=dict)


class _Dresser(QgsProcessingLayerPostProcessorInterface):
    """Applies a Look after the run, on the main thread."""

    # QGIS keeps a bare pointer: an object that Python let go would crash it. Only the last runs' are needed.
    _kept: deque[_Dresser] = deque(maxlen=256)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._kept.append(self)

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        put_on(layer, self.look)


def put_on(layer: QgsMapLayer, look: Look) -> None:
    """Name, style and aliases for a layer at hand. Main thread only."""
    if look.name:
        layer.setName(look.name)
    if not isinstance(layer, QgsVectorLayer):
        return
    style = STYLE_FOLDER / look.style
    if look.style and style.is_file():
        layer.loadNamedStyle(str(style))
    for name, alias in look.aliases.items():
        index = layer.fields().lookupField(name)
        if index >= 0 and alias != name:
            layer.setFieldAlias(index, alias)
    layer.triggerRepaint()


def dress(context: QgsProcessingContext, identifier: str, look: Look) -> None:
    """Have an output layer look like this when QGIS loads it; nothing if it will not be loaded."""
    if not context.willLoadLayerOnCompletion(identifier):
        return
    details = context.layerToLoadOnCompletionDetails(identifier)
    details.name = look.name or details.name
    details.setPostProcessor(_Dresser(look))
