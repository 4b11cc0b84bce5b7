"""What algorithms that print maps share: paper, source, marks of made-up data, the files."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
)

from .workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from .adapters.layouts.paper import Paper

PAPERS = ("a3", "a1", "a4")
ORIENTATIONS = ("auto", "landscape", "portrait")
WIDEST_PICTURE = 3000
"""Pixels of a picture in a workbook: enough for A3 at 180 dpi, and mail takes it."""
SAYS_MADE_UP = re.compile("made[_ -]?up|虚构", re.IGNORECASE)
"""What data say that are made up."""


class MapAlgorithm(WorkbookAlgorithm):
    """Base of algorithms that print maps; `take_maps` on the main thread sets where they go and the font."""

    PAPER = "PAPER"
    ORIENTATION = "ORIENTATION"
    SOURCE = "SOURCE"
    MADE_UP = "MADE_UP"
    DPI = "DPI"
    PDF = "PDF"
    PICTURES = "PICTURES"

    def add_paper(self) -> None:
        """Size and orientation; CHOICES has PAPERS and ORIENTATIONS for them."""
        sides = [self.tr("as the area lies"), self.tr("landscape"), self.tr("portrait")]
        self.addParameter(QgsProcessingParameterEnum(self.PAPER, self.tr("Paper"), ["A3", "A1", "A4"], defaultValue=0))
        self.addParameter(QgsProcessingParameterEnum(self.ORIENTATION, self.tr("Orientation"), sides, defaultValue=0))

    def add_map_settings(self) -> None:
        """What is folded away at first."""
        kind = QgsProcessingParameterNumber.Type.Integer
        dots = self.tr("Dots per inch of the pictures")
        self.add_advanced(QgsProcessingParameterNumber(self.DPI, dots, kind, defaultValue=200, minValue=50, maxValue=600))
        mark = self.tr("Mark every page as made-up data")
        self.add_advanced(QgsProcessingParameterBoolean(self.MADE_UP, mark, defaultValue=False))

    def add_map_files(self, by_default: bool = True) -> None:
        """The PDF (`by_default`: in a temporary file, where no place is said) and the folder of pictures."""
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.PDF, self.tr("Map of all pages (PDF)"), self.tr("PDF file (*.pdf)"), optional=True, createByDefault=by_default
            )
        )
        self.addParameter(
            QgsProcessingParameterFolderDestination(
                self.PICTURES, self.tr("Folder of pictures (PNG)"), optional=True, createByDefault=False
            )
        )

    def take_maps(self, parameters: dict[str, Any], context: QgsProcessingContext, wanted: bool = False) -> None:
        """To be called by `prepare`, after `take_workbook`: `self._pdf` and `self._folder` are where maps go, '' for nowhere,
        `self._family` the font, which there must be if anything is drawn (`wanted`: other than into these files)."""
        from .adapters.layouts.fonts import map_font
        from .adapters.layouts.printing import require_book

        self._pdf = self.take_pdf(parameters, self.PDF, context)
        folder = parameters.get(self.PICTURES) not in (None, "")
        self._folder = self.parameterAsString(parameters, self.PICTURES, context) if folder else ""
        require_book(self._pdf, self._folder)
        self._family = map_font() if wanted or self._pdf or self._folder else ""

    def pictures_into(self, folder: str) -> None:
        """Pictures go into this folder, whatever was asked for: for a run that takes its maps from another algorithm."""
        self._folder = folder

    def asked_paper(
        self, parameters: dict[str, Any], context: QgsProcessingContext, lying: Callable[[Any], bool]
    ) -> Paper:
        """The paper asked for; `lying` says of a size whether the area lies on it, where no orientation was chosen."""
        from .adapters.layouts.paper import Paper, Size

        size = Size[str(self.choice(parameters, self.PAPER, context)).upper()]
        wanted = self.choice(parameters, self.ORIENTATION, context)
        return Paper(size, lying(size) if wanted == "auto" else wanted == "landscape")

    def paper_round(self, parameters: dict[str, Any], context: QgsProcessingContext, shapes: np.ndarray) -> Paper:
        """The paper asked for, for shapes object (n,) in metres."""
        from .adapters.layouts.drawing import fitting_paper
        from .adapters.layouts.layers import extent_of

        return self.asked_paper(parameters, context, lambda size: fitting_paper(size, extent_of(shapes)).landscape)

    def warning_of(
        self, parameters: dict[str, Any], context: QgsProcessingContext, sources: Sequence[Any], draft: bool, made_up: bool = False
    ) -> str:
        """What stands in red on every page: made-up data, by the parameter, a source or `made_up`, and a check that does not hold."""
        from .adapters.layouts.words import word

        made_up = made_up or self.parameterAsBoolean(parameters, self.MADE_UP, context) or any(map(is_made_up, sources))
        return "　".join(word(key) for key, holds in (("made_up", made_up), ("draft", draft)) if holds)

    @contextmanager
    def scratch(self, beside: str) -> Iterator[str]:
        """A hidden folder beside a file that is written; layers are confidential, so nothing goes elsewhere."""
        from .adapters.sink_targets import Beside

        folder = Beside(os.path.abspath(beside) if beside else os.path.join(QgsProcessingUtils.tempFolder(), "x.png"))
        try:
            yield folder.folder
        finally:
            folder.remove()


def is_made_up(source: Any) -> bool:
    """Whether a source (`name`, `file`) is a sample of ours, or its file or layer says that it is made up."""
    from ..core.resources import resource

    if not source.file:
        return bool(SAYS_MADE_UP.search(source.name))
    inside = resource("sample").resolve() in Path(source.file).resolve().parents
    return inside or bool(SAYS_MADE_UP.search(os.path.basename(source.file)) or SAYS_MADE_UP.search(source.name))


def smaller_picture(file: str, scratch: str) -> bytes:
    """The bytes of a PNG, scaled down if it is larger than a workbook needs; `scratch` is a folder of ours."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtGui import QImage

    image = QImage(file)
    if image.width() <= WIDEST_PICTURE:
        return Path(file).read_bytes()
    made = os.path.join(scratch, "smaller.png")
    image.scaledToWidth(WIDEST_PICTURE, Qt.TransformationMode.SmoothTransformation).save(made, "PNG")
    return Path(made).read_bytes()
