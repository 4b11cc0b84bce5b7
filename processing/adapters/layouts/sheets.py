"""What is printed: sheets of layers, words and tables. Knows no page and no place on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import shapely
from qgis.core import QgsMapLayer, QgsProject, QgsRectangle, QgsVectorLayer

from .paper import Paper


@dataclass(frozen=True)
class SheetTable:
    """A table of texts: `head`, `rows` of as many; `widths` relative; `aligns` of each column (l, c or r); `bold` rows by
    index; `swatches`: a colour (#rrggbb or '') of each row's first cell."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    aligns: str
    bold: frozenset[int] = frozenset()
    swatches: Sequence[str] = ()


@dataclass(frozen=True)
class Sheet:
    """A page with a map. `name` becomes part of a picture's file name; `layers` from the top; `extent` what has to be seen,
    in the CRS of the project; `legend` layers from the top, with their categories; `short_legend` takes its place where that
    doesn't fit; `ground`: the arrow keeps off it; `warning` stands in red."""

    name: str
    title: str
    layers: Sequence[QgsMapLayer]
    extent: QgsRectangle
    subtitle: str = ""
    legend: Sequence[QgsVectorLayer] = ()
    short_legend: Sequence[QgsVectorLayer] = ()
    tables: Sequence[SheetTable] = ()
    notes: Sequence[str] = ()
    warning: str = ""
    ground: shapely.Geometry | None = None


SheetMaker = Callable[[], Sheet]
"""Makes a sheet when its turn has come. Layers that it adds to the project leave with the page."""


@dataclass(frozen=True)
class MapBook:
    """Sheets in order, made one after another; `project` is private, `family` the font, `dpi` that of pictures."""

    project: QgsProject
    paper: Paper
    family: str
    sheets: Sequence[SheetMaker]
    dpi: int = 200
    title: str = ""


@dataclass(frozen=True)
class PlacedLabel:
    """A label as it was printed: its text, the layer's id, the feature, its box in the CRS of the project."""

    text: str
    layer: str
    feature: int
    box: QgsRectangle
    unplaced: bool = False


@dataclass
class Printed:
    """What was printed: `names` of the pages, the pictures' file names, the labels of each page with a map, its scale (0 on a
    page of tables), and the first page (from 0) of each sheet."""

    names: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    labels: list[list[PlacedLabel]] = field(default_factory=list)
    scales: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
