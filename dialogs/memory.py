"""What windows remember: choices in the project they were made for, sizes and folders in the user's settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtWidgets import QSplitter, QWidget

SCOPE = "LandLedger"


class ProjectMemory:
    """Choices of one window, saved with the project under `LandLedger/<window>/…`."""

    def __init__(self, window: str) -> None:
        self._window = window

    def read(self, name: str) -> str | None:
        """What was remembered under `name`, None if nothing ever was."""
        text, found = QgsProject.instance().readEntry(SCOPE, f"{self._window}/{name}")
        return text if found else None

    def write(self, choices: Mapping[str, str]) -> None:
        """Remember; a project in which nothing changed does not become unsaved."""
        for name, value in choices.items():
            if self.read(name) != value:
                QgsProject.instance().writeEntry(SCOPE, f"{self._window}/{name}", value)


class WindowMemory:
    """Size, place and splitter of one window, and the folder last written to."""

    def __init__(self, window: str) -> None:
        self._key = f"{SCOPE}/windows/{window}"

    def restore(self, window: QWidget, splitter: QSplitter) -> bool:
        """Give the window its last size; False if it was never opened before."""
        geometry = QgsSettings().value(f"{self._key}/geometry")
        if not geometry:
            return False
        window.restoreGeometry(geometry)
        splitter.restoreState(QgsSettings().value(f"{self._key}/splitter"))
        return True

    def keep(self, window: QWidget, splitter: QSplitter) -> None:
        QgsSettings().setValue(f"{self._key}/geometry", window.saveGeometry())
        QgsSettings().setValue(f"{self._key}/splitter", splitter.saveState())


class WizardMemory:
    """Size and place of a window without a splitter."""

    def __init__(self, window: str) -> None:
        self._key = f"{SCOPE}/windows/{window}/geometry"

    def restore(self, window: QWidget) -> bool:
        """Give the window its last size; False if it was never opened before."""
        geometry = QgsSettings().value(self._key)
        if not geometry:
            return False
        window.restoreGeometry(geometry)
        return True

    def keep(self, window: QWidget) -> None:
        QgsSettings().setValue(self._key, window.saveGeometry())


def output_folder() -> str:
    """The folder last written to, else that of the project, else the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    for folder in (QgsSettings().value(f"{SCOPE}/outputFolder", ""), QgsProject.instance().homePath(), documents):
        if folder and Path(folder).is_dir():
            return str(folder)
    return str(Path.home())


def keep_output_folder(file: str) -> None:
    """Remember the folder of a file that was written."""
    QgsSettings().setValue(f"{SCOPE}/outputFolder", str(Path(file).parent))
