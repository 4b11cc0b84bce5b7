"""Pictures in a workbook: a sheet each, a title over the picture, printed on one page. Bytes go in as they are.

Only PNG: every spreadsheet program shows it, its size stands in its head, and no package has to decode it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..errors import OutputError
from ..sentence import translate
from .pen import Pen, Written
from .sheet import TITLE, Cell, SheetLine, SheetPlan

_COLUMN_WIDTH = 9.0
_COLUMN_CM = 1.93
"""What a column of 9 characters takes on a screen of 96 dots an inch."""
_TITLE_HEIGHT = 36.0
_WIDTH_CM, _HEIGHT_CM = 50.0, 50.0
"""The picture reaches one of both; the page is scaled to the paper."""
_EMU_A_CM = 360_000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Picture:
    """A sheet with one picture: its name, its title, the bytes of a PNG."""

    sheet: str
    title: str
    png: bytes

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, from the head of the file; OutputError if it is no PNG."""
        head = self.png[:24]
        if len(head) < 24 or not head.startswith(_SIGNATURE) or head[12:16] != b"IHDR":
            raise OutputError(translate("LandLedger", "The picture of sheet {sheet} is no PNG."), sheet=self.sheet)
        width, height = struct.unpack(">II", head[16:24])
        if not width or not height:
            raise OutputError(translate("LandLedger", "The picture of sheet {sheet} is no PNG."), sheet=self.sheet)
        return width, height

    @property
    def shown(self) -> tuple[float, float]:
        """Width and height on the sheet in cm."""
        width, height = self.size
        scale = min(_WIDTH_CM / width, _HEIGHT_CM / height)
        return width * scale, height * scale


def picture_plan(picture: Picture) -> SheetPlan:
    """The sheet a picture lies on: a title, nothing else."""
    width, height = picture.shown
    columns = max(1, round(width / _COLUMN_CM))

    def lines(pen: Pen) -> Iterator[Written]:
        cells = [Cell(1, TITLE, picture.title), *(Cell(n, TITLE) for n in range(2, columns + 1))]
        yield pen.line(SheetLine(cells, _TITLE_HEIGHT))

    return SheetPlan(
        name=picture.sheet,
        title=picture.title,
        widths=[_COLUMN_WIDTH] * columns,
        lines=lines,
        title_rows=None,
        freeze=None,
        paper="A3",
        landscape=width >= height,
        scale=None,
        row_count=1,
        merges=[(1, 1, 1, columns)],
        one_page=True,
    )


def put_picture(sheet: Any, picture: Picture) -> None:
    """Put a picture on its openpyxl sheet, under the title."""
    from openpyxl.drawing.image import Image
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
    from openpyxl.drawing.xdr import XDRPositiveSize2D

    width, height = picture.size

    class Bytes(Image):  # type: ignore[misc]
        """openpyxl's image decodes what it is given by a package that may not be there; this one hands it on."""

        def __init__(self) -> None:
            self.ref, self.format = None, "png"
            self.width, self.height = width, height
            size = XDRPositiveSize2D(*(round(side * _EMU_A_CM) for side in picture.shown))
            self.anchor = OneCellAnchor(_from=AnchorMarker(col=0, row=1), ext=size)

        def _data(self) -> bytes:
            return picture.png

    sheet.add_image(Bytes())

