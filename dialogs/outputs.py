"""Where a window writes: the result layer and the workbook."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QButtonGroup, QGroupBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from .memory import output_folder
from .questions import asked

UNFIT = re.compile(r'[\\/:*?"<>|\s()（）]+')


def files_of(layers: Sequence[QgsVectorLayer]) -> set[Path]:
    """The files that layers are read from."""
    found = set()
    for layer in layers:
        parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        if parts.get("path"):
            found.add(Path(parts["path"]).absolute())
    return found


@dataclass(frozen=True)
class OutputTexts:
    """What the window calls its result layer: the two choices, the file dialog's title, what to say when the file is
    missing, and the word that file names end in."""

    temporary: str
    saved: str
    save_title: str
    missing: str
    ending: str


class OutputBox(QGroupBox):
    """Result layer (temporary or a GeoPackage) and workbook."""

    def __init__(self, texts: OutputTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setTitle(self.tr("Results"))
        self.temporary = QRadioButton(texts.temporary)
        self.saved = QRadioButton(texts.saved)
        self.temporary.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.temporary)
        group.addButton(self.saved)
        self.layer = self._file(self.tr("GeoPackage (*.gpkg)"), texts.save_title)
        self.layer.setEnabled(False)
        self.saved.toggled.connect(self.layer.setEnabled)
        self.workbook = self._file(self.tr("Excel workbook (*.xlsx)"), self.tr("Save the workbook"))
        title = QLabel(self.tr("&Workbook (empty: none)"))
        title.setBuddy(self.workbook.lineEdit())
        column = QVBoxLayout(self)
        for widget in (title, self.workbook, self.temporary, self.saved, self.layer):
            column.addWidget(widget)
        self._suggested = {self.workbook: "", self.layer: ""}

    def _file(self, pattern: str, title: str) -> QgsFileWidget:
        widget = QgsFileWidget()
        widget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        widget.setFilter(pattern)
        widget.setDialogTitle(title)
        # The window asks itself, once, when the run starts: also for a name that was typed.
        widget.setConfirmOverwrite(False)
        return widget

    def suggest(self, layer_name: str) -> None:
        """Names made of layer and day, where the user gave none."""
        stem = UNFIT.sub("_", layer_name).strip("_.")[:60]
        name = "_".join(part for part in (stem, self._texts.ending, date.today().strftime("%Y%m%d")) if part)
        for widget, ending in ((self.workbook, ".xlsx"), (self.layer, ".gpkg")):
            if widget.filePath() == self._suggested[widget]:
                self._suggested[widget] = str(Path(output_folder()) / f"{name}{ending}") if layer_name else ""
                widget.setFilePath(self._suggested[widget])

    def workbook_file(self) -> str:
        return _with_ending(self.workbook.filePath(), ".xlsx")

    def layer_file(self) -> str:
        """'' for a temporary layer."""
        return _with_ending(self.layer.filePath(), ".gpkg") if self.saved.isChecked() else ""

    def problem(self, inputs: Sequence[QgsVectorLayer]) -> tuple[str, QWidget] | None:
        """What is wrong with the files, and where."""
        if self.saved.isChecked() and not self.layer_file():
            return self._texts.missing, self.layer
        read = files_of(inputs)
        for file, widget in ((self.workbook_file(), self.workbook), (self.layer_file(), self.layer)):
            if not file:
                continue
            if not Path(file).is_absolute() or not Path(file).parent.is_dir():
                text = self.tr("There is no folder {folder}: choose another place for {file}.")
                return text.format(folder=Path(file).parent, file=Path(file).name), widget
            if Path(file) in read:
                text = self.tr("{file} is one of the layers to be read: choose another name.")
                return text.format(file=file), widget
        return None

    def files(self) -> list[str]:
        """The files the run will write."""
        return [file for file in (self.workbook_file(), self.layer_file()) if file]

    def may_replace(self) -> bool:
        """Ask before files are replaced; True if there are none or the user agrees."""
        return self.may_replace_files(self.files())

    def may_replace_workbook(self) -> bool:
        """The same where the run writes the workbook alone."""
        return self.may_replace_files([file for file in (self.workbook_file(),) if file])

    def may_replace_files(self, files: Sequence[str]) -> bool:
        """The same of any files."""
        existing = [file for file in files if os.path.exists(file)]
        if not existing:
            return True
        text = self.tr("This exists already and would be replaced:\n{files}").format(files="\n".join(existing))
        buttons = (self.tr("Replace"), "Replace"), (self.tr("Keep, choose another name"), "Keep")
        return asked(self, text, buttons, self.title()) == "Replace"

    def layers_to_replace(self) -> list[str]:
        """Ids of project layers that show the file the pieces go to: an older result, which has to let go of it."""
        target = self.layer_file()
        if not target:
            return []
        layers = [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer)]
        return [layer.id() for layer in layers if Path(target) in files_of([layer])]

    def state(self) -> dict[str, str]:
        """What is remembered: names the user gave, not those suggested."""
        own = {widget: widget.filePath() for widget in self._suggested}
        kept = {widget: path if path != self._suggested[widget] else "-" for widget, path in own.items()}
        return {
            "WORKBOOK": kept[self.workbook],
            "PIECES": kept[self.layer],
            "SAVE_PIECES": str(int(self.saved.isChecked())),
        }

    def recall(self, kept: Mapping[str, str]) -> None:
        for name, widget in (("WORKBOOK", self.workbook), ("PIECES", self.layer)):
            if kept.get(name, "-") != "-":
                widget.setFilePath(kept[name])
        (self.saved if kept.get("SAVE_PIECES") == "1" else self.temporary).setChecked(True)


def copy_whole(file: str, target: str) -> None:
    """A copy of a file in the place of another, whole or not at all; OSError where it can't be."""
    beside = f"{target}.part"
    try:
        shutil.copyfile(file, beside)
        os.replace(beside, target)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def _with_ending(path: str, ending: str) -> str:
    path = path.strip()
    return path if not path or path.lower().endswith(ending) else path + ending
