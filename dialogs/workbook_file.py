"""What can be done with the workbook that a run has written: open it or its folder, save a copy."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ..core.errors import system_reason
from ..processing.base import said
from .memory import keep_output_folder, output_folder
from .outputs import copy_whole


class WorkbookFile(QObject):
    """Tells in the message bar of its window what was done, or why it was not."""

    def __init__(self, window: QWidget, bar: QgsMessageBar) -> None:
        super().__init__(window)
        self._window, self._bar = window, bar

    def open(self, path: str) -> None:
        """A file or a folder, in the program the computer has for it."""
        if not os.path.exists(path):
            self._say(self.tr("{file} is not there any more; run again.").format(file=path))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            text = self.tr("No program opens {file}; it lies in {folder}.")
            self._say(text.format(file=Path(path).name, folder=Path(path).parent))

    def open_folder(self, file: str) -> None:
        """The folder of a file."""
        self.open(str(Path(file).parent))

    def save_as(self, file: str) -> None:
        """A copy; the system's dialog asks where, and before it replaces a file."""
        suggestion = str(Path(output_folder()) / Path(file).name)
        pattern = self.tr("Excel workbook (*.xlsx)")
        target, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save workbook as…"), suggestion, pattern)
        if target:
            self.copy(file, target if target.lower().endswith(".xlsx") else f"{target}.xlsx")

    def copy(self, file: str, target: str) -> None:
        """Whole or not at all."""
        try:
            copy_whole(file, target)
        except OSError as error:
            text = self.tr("{file} can't be written ({reason}): close it in other programs or choose another name.")
            self._say(text.format(file=target, reason=said(system_reason(error))), Qgis.MessageLevel.Critical)
            return
        keep_output_folder(target)
        self._say(self.tr("Saved as {file}.").format(file=target), Qgis.MessageLevel.Success)

    def _say(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Warning) -> None:
        self._bar.pushMessage(text, level, 0)
