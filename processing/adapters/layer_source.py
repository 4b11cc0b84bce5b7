"""What is known of a layer before it is read: made on the main thread, read in any other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

from ...core.sentence import Sentence
from .lasting_source import LastingSource


@dataclass(frozen=True)
class FileRecipe:
    """What the fast path needs, free of QGIS objects: file, layer in it, WHERE clause, rows QGIS counts."""

    path: str
    layer: str
    where: str
    rows: int


@dataclass
class LayerSource:
    """A polygon layer that is ready to be read in another thread.

    Where `shapes` is False nobody asked for shapes: it may as well be a table, none is read, `geometry` is all None.

    `fields` maps standard names to the layer's own; those in `numbers` become float64, the others text.
    `file` is the layer's file or ''; `recipe` is None where only the feature source is right, then `why_slow` says
    why (for tests and the log). `notices` are what the last `read` found: sentences for the inputs sheet; `curved` the ids of
    features whose arcs it cut into straight pieces. `strict`: what is no number in a column of numbers ends the run, as it
    must where numbers are amounts of a ledger; else it counts as missing, which is a notice.
    """

    name: str
    file: str
    crs: QgsCoordinateReferenceSystem
    features: LastingSource
    fields: Mapping[str, str]
    numbers: frozenset[str]
    limit: int
    recipe: FileRecipe | None
    why_slow: str
    rows: int
    straight: bool
    table: str = ""
    shapes: bool = True
    strict: bool = False
    notices: list[Sentence] = field(default_factory=list)
    curved: list[int] = field(default_factory=list)

    @property
    def place(self) -> str:
        """File and layer in it (`a.gpkg|layername=DLTB`), or ''."""
        return f"{self.file}|layername={self.table}" if self.file and self.table else self.file

    @property
    def extent(self) -> QgsRectangle:
        """The extent of the source in its own CRS; that of nothing where no shapes are asked for."""
        return self.features.sourceExtent()
