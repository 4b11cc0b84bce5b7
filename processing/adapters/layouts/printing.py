"""Sheets into files: one PDF of all pages, a picture of each; beside their places first, then moved there together."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsAbstractLayoutIterator,
    QgsFeedback,
    QgsLayoutExporter,
    QgsRectangle,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QAbstractEventDispatcher

from ....core.beside import require_place
from ....core.errors import OutputError, system_reason
from ....core.progress import Progress, no_progress
from ....core.sentence import translate
from ..sink_targets import Beside
from .drawing import Drawn, draw_sheet, draw_tables
from .sheets import MapBook, PlacedLabel, Printed, Sheet, SheetTable

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_MOST = 60


def safe_name(text: str) -> str:
    """`text` as a part of a file name on every system."""
    name = " ".join(_FORBIDDEN.sub(" ", text).split()).strip(". ")
    return name[:_MOST].strip(". ") or "_"


@dataclass(frozen=True)
class Hidden:
    """Where a book is written until it is whole: the file of the PDF and the folder of pictures, '' for none."""

    pdf: str
    folder: str


@contextmanager
def book_places(pdf: str, folder: str) -> Iterator[Hidden]:
    """Hidden places beside a PDF and in a folder of pictures ('' for none), which is made if need be; leaving the block
    without an error moves everything to its place, else nothing is there. OutputError where something can't be written."""
    made = False
    with ExitStack() as stack:
        target = folder and os.path.abspath(folder)
        if target and not os.path.isdir(target):
            _make_folder(target)
            made = True
        try:
            places = [_beside(os.path.abspath(pdf)) if pdf else None, _beside(os.path.join(target, "0.png")) if target else None]
            for place in places:
                if place is not None:
                    stack.callback(place.remove)
            file, pictures = places
            yield Hidden(file.destination if file else "", pictures.folder if pictures else "")
            for place in (pictures, file):
                if place is not None:
                    place.take_place()
        except BaseException:
            stack.close()
            if made:
                _remove_empty(target)
            raise


def require_book(pdf: str, folder: str) -> None:
    """OutputError if there is no place for a PDF or a folder of pictures: ask before a long run."""
    if pdf:
        if Path(pdf).suffix.lower() != ".pdf" and not Path(pdf).is_dir():
            template = translate("LandLedger", "{file} can't be written: printed maps need a name that ends in .pdf.")
            raise OutputError(template, file=pdf)
        require_place(Path(pdf))
    if not folder:
        return
    target = Path(folder)
    if target.exists() and not target.is_dir():
        raise OutputError(translate("LandLedger", "{file} is a file, not a folder."), file=folder)
    place = target if target.is_dir() else target.parent
    if not place.is_dir():
        raise OutputError(translate("LandLedger", "The folder of {file} does not exist."), file=folder)
    if not os.access(place, os.W_OK | os.X_OK):
        raise OutputError(translate("LandLedger", "The folder {folder} is read-only; choose another one."), folder=str(place))


def _beside(target: str) -> Beside:
    try:
        return Beside(target)
    except OSError as error:
        template = translate("LandLedger", "The folder {folder} is read-only; choose another one.")
        raise OutputError(template, folder=os.path.dirname(target)) from error


def _make_folder(target: str) -> None:
    try:
        os.mkdir(target)
    except OSError as error:
        template = translate("LandLedger", "The folder {folder} can't be made: {reason}.")
        raise OutputError(template, folder=target, reason=system_reason(error)) from error


def _remove_empty(folder: str) -> None:
    try:
        os.rmdir(folder)
    except OSError:
        return  # something of others is in it by now


def print_book(
    book: MapBook, pdf: str = "", folder: str = "", progress: Progress = no_progress, first: str = ""
) -> Printed:
    """Draw the sheets one after another into a PDF of all pages and a PNG of each in `folder`; `first`: a PNG of the first
    page alone. Runs in the thread that made the book's project, the main one or one of Qt's. OutputError for what can't be
    written; Cancelled from `progress`."""
    if QAbstractEventDispatcher.instance() is None:
        # Tried: the pages come out empty there, without an error.
        raise RuntimeError("layouts are drawn in the main thread or one of Qt's, not in one of Python's own")
    pages = _Pages(book, folder, first, progress)
    try:
        if pdf:
            result, reason = QgsLayoutExporter.exportToPdf(pages, pdf, _pdf_settings(book), QgsFeedback())
            pages.raise_error()
            if result != QgsLayoutExporter.ExportResult.Success:
                raise _unwritten(pdf, reason)
        else:
            while pages.next():
                continue
            pages.raise_error()
    finally:
        pages.close()
    progress(1.0)
    return pages.printed


def _pdf_settings(book: MapBook) -> QgsLayoutExporter.PdfExportSettings:
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = book.dpi
    settings.forceVectorOutput = True
    settings.appendGeoreference = False
    settings.exportMetadata = True
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    return settings


def _unwritten(file: str, reason: str = "") -> OutputError:
    if reason:
        template = translate("LandLedger", "{file} can't be written: {reason}.")
        return OutputError(template, file=os.path.basename(file), reason=reason.strip(". "))
    return OutputError(translate("LandLedger", "{file} can't be written; is the disk full?"), file=os.path.basename(file))


class _Pages(QgsAbstractLayoutIterator):
    """The pages, one layout at a time. QGIS calls it from C++, where an error of Python would be lost: it is kept and ends
    the pages."""

    def __init__(self, book: MapBook, folder: str, first: str, progress: Progress) -> None:
        super().__init__()
        self.book, self.folder, self.first, self.progress = book, folder, first, progress
        self.printed = Printed()
        self._place = 0
        self._drawn: Drawn | None = None
        self._sheet: Sheet | None = None
        self._kept: set[str] = set()
        self._error: BaseException | None = None

    def layout(self):  # type: ignore[no-untyped-def]
        return self._drawn.layout if self._drawn is not None else None

    def beginRender(self) -> bool:
        return True

    def endRender(self) -> bool:
        return True

    def count(self) -> int:
        return len(self.book.sheets)

    def filePath(self, base: str, extension: str) -> str:
        return f"{base}.{extension}"

    def next(self) -> bool:
        """Whether there is another page, which is then made."""
        if self._error is not None:
            return False
        try:
            return self._next()
        except BaseException as error:  # noqa: BLE001 - raised when QGIS has returned
            self._error = error
            return False

    def raise_error(self) -> None:
        """What went wrong on the way."""
        if self._error is not None:
            error, self._error = self._error, None
            raise error

    def close(self) -> None:
        """Let the page go, in the thread that made it."""
        if self._drawn is not None:
            sip.delete(self._drawn.layout)
            self._drawn = None
        self._leave()

    def _next(self) -> bool:
        left: list[SheetTable] = list(self._drawn.left) if self._drawn is not None else []
        if left and self._sheet is not None:
            sip.delete(self._drawn.layout)  # type: ignore[union-attr]
            self._drawn = None
            book = self.book
            self._drawn = draw_tables(book.project, book.paper, book.family, self._sheet, left, len(self.printed.names) + 1)
        else:
            self.close()
            if self._place == len(self.book.sheets):
                return False
            self.progress(self._place / len(self.book.sheets))
            self._kept = set(self.book.project.mapLayers())
            self._sheet = self.book.sheets[self._place]()
            self._place += 1
            self.printed.starts.append(len(self.printed.names))
            number = len(self.printed.names) + 1
            self._drawn = draw_sheet(self.book.project, self.book.paper, self.book.family, self._sheet, number)
        self._finish(self._sheet, self._drawn)
        self.progress((self._place - 0.5) / len(self.book.sheets))
        return True

    def _leave(self) -> None:
        """Layers of the last sheet leave the project."""
        if self._sheet is not None:
            gone = set(self.book.project.mapLayers()) - self._kept
            self.book.project.removeMapLayers(sorted(gone))
            self._sheet = None

    def _finish(self, sheet: Sheet, drawn: Drawn) -> None:
        number = len(self.printed.names)
        self.printed.names.append(sheet.name)
        self.printed.scales.append(drawn.scale)
        name = f"{number:02d}_{safe_name(sheet.name)}.png"
        labels: list[PlacedLabel] = []
        if self.folder:
            labels = self._picture(drawn, os.path.join(self.folder, name))
            self.printed.pictures.append(name)
        if self.first and number == 0:
            labels = self._picture(drawn, self.first)
        self.printed.labels.append(labels)

    def _picture(self, drawn: Drawn, file: str) -> list[PlacedLabel]:
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = self.book.dpi
        settings.generateWorldFile = False
        # It holds the time: the same map would never be the same file.
        settings.exportMetadata = False
        exporter = QgsLayoutExporter(drawn.layout)
        # QGIS tries to write the place of the map into the picture, which GDAL can't do for a PNG and says on stderr.
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            result = exporter.exportToImage(file, settings)
        finally:
            gdal.PopErrorHandler()
        if result != QgsLayoutExporter.ExportResult.Success or not os.path.getsize(file):
            raise _unwritten(file)
        return _labels(exporter, drawn)


def _labels(exporter: QgsLayoutExporter, drawn: Drawn) -> list[PlacedLabel]:
    if drawn.map is None:
        return []
    results = exporter.labelingResults().get(drawn.map.uuid())
    if results is None:
        return []
    return [
        PlacedLabel(label.labelText, label.layerID, label.featureId, QgsRectangle(label.labelRect), label.isUnplaced)
        for label in results.allLabels()
    ]
