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

_COLUMNS = 26
_COLUMN_WIDTH = 9.0
_TITLE_HEIGHT = 36.0
_WIDTH_CM = 42.0
"""Shown so wide: 26 columns of 9 characters reach some centimetres further."""
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


def picture_plan(picture: Picture) -> SheetPlan:
    """The sheet a picture lies on: a title, nothing else."""
    width, height = picture.size

    def lines(pen: Pen) -> Iterator[Written]:
        cells = [Cell(1, TITLE, picture.title), *(Cell(n, TITLE) for n in range(2, _COLUMNS + 1))]
        yield pen.line(SheetLine(cells, _TITLE_HEIGHT))

    return SheetPlan(
        name=picture.sheet,
        title=picture.title,
        widths=[_COLUMN_WIDTH] * _COLUMNS,
        lines=lines,
        title_rows=None,
        freeze=None,
        paper="A3",
        landscape=width >= height,
        scale=None,
        row_count=1,
        merges=[(1, 1, 1, _COLUMNS)],
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
            across = int(_WIDTH_CM * min(1.0, width / height) * _EMU_A_CM)
            size = XDRPositiveSize2D(across, across * height // width)
            self.anchor = OneCellAnchor(_from=AnchorMarker(col=0, row=1), ext=size)

        def _data(self) -> bytes:
            return picture.png

    sheet.add_image(Bytes())

