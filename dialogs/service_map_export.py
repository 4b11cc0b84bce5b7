"""The question before a map of service areas is printed: paper, pages, title, and which files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingAlgorithm
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ..processing.algorithms.service.service_map import ServiceMap as A
from .questions import answer_buttons
from .service_questions import add_choices


class MapExportDialog(QDialog):
    """`parameters` are those of `servicemap` that the clerk chose. `pictures` is the folder the pictures go to, beside the
    PDF."""

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, file: str, before: dict[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print the map"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.choices = add_choices(form, algorithm, (A.PAPER, A.ORIENTATION, A.PAGES), before)
        self.texts: dict[str, QLineEdit] = {}
        for name in (A.TITLE, A.SOURCE):
            line = QLineEdit(str(before.get(name, "")))
            self.texts[name] = line
            form.addRow(algorithm.parameterDefinition(name).description(), line)
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter(self.tr("PDF (*.pdf)"))
        self.file.setFilePath(file)
        form.addRow(self.tr("PDF"), self.file)
        self.with_pictures = QCheckBox(self.tr("pictures (PNG) of all pages, in a folder beside it"))
        self.with_workbook = QCheckBox(self.tr("workbook with the table and the overview, beside it"))
        for box, name in ((self.with_pictures, A.PICTURES), (self.with_workbook, A.WORKBOOK)):
            box.setChecked(bool(before.get(name)))
            form.addRow("", box)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        box, self.ok = answer_buttons(self, self.tr("Print"), self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.trouble)
        column.addWidget(box)
        self.setMinimumWidth(560)
        self.file.fileChanged.connect(lambda path: self._look())
        self._look()

    @property
    def path(self) -> Path:
        """Where the PDF goes."""
        text = self.file.filePath().strip()
        return Path(text if text.lower().endswith(".pdf") else f"{text}.pdf")

    def _look(self) -> None:
        """Whether the file can be there; a file that would be replaced is named before it is."""
        fits = self.path.is_absolute() and self.path.parent.is_dir()
        self.ok.setEnabled(fits)
        text = "" if fits else self.tr("There is no folder {folder}: choose another place for {file}.")
        if fits and self.path.exists():
            text = self.tr("{file} exists already and will be replaced.")
        self.trouble.setText(text.format(folder=self.path.parent, file=self.path.name))

    @property
    def parameters(self) -> dict[str, Any]:
        """As chosen."""
        given: dict[str, Any] = {name: combo.currentIndex() for name, combo in self.choices.items()}
        given.update({name: line.text().strip() for name, line in self.texts.items() if line.text().strip()})
        given[A.PDF] = str(self.path)
        if self.with_pictures.isChecked():
            given[A.PICTURES] = str(self.path.with_suffix(""))
        if self.with_workbook.isChecked():
            given[A.WORKBOOK] = str(self.path.with_suffix(".xlsx"))
        return given
