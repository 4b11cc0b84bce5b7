"""What algorithms that import a spreadsheet into a ledger share: the file, columns told, whether only to check."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from .cell_problems import CellProblemsAlgorithm
from .ledger_algorithm import LedgerBookAlgorithm

UNITS = ("written", "mu", "ha", "m2", "wanmu")


class ImportAlgorithm(CellProblemsAlgorithm, LedgerBookAlgorithm):
    """Base of imports into a ledger."""

    ICON = "import.svg"
    NEEDS = ("openpyxl", "numpy")

    SHEET = "SHEET"
    PREVIEW = "PREVIEW"

    def add_spreadsheet(self, name: str) -> None:
        """The workbook to read, and the sheet in it."""
        self.addParameter(
            QgsProcessingParameterFile(name, self.tr("Spreadsheet"), fileFilter=self.tr("Excel workbook (*.xlsx)"))
        )
        self.addParameter(
            QgsProcessingParameterString(self.SHEET, self.tr("Sheet (empty: the one that fits)"), optional=True)
        )

    def add_checking(self) -> None:
        """Whether only to check, and where the problems go."""
        self.addParameter(QgsProcessingParameterBoolean(self.PREVIEW, self.tr("Only check"), defaultValue=False))
        self.add_problems()

    def tell_columns(self, assignment: Any, feedback: QgsProcessingFeedback) -> None:
        """Which column was taken for which field, and those that are not read."""
        from ..core.workbook.sheet import column_letter

        pairs = [
            f"{assignment.fields[name].label} = {column_letter(column)}"
            for name, column in sorted(assignment.columns.items(), key=lambda pair: pair[1])
        ]
        feedback.pushInfo(self.tr("Columns: {columns}").format(columns=", ".join(pairs)))
        unused = ", ".join(heading.title for heading in assignment.unused())
        if unused:
            feedback.pushInfo(self.tr("Columns that are not read: {columns}").format(columns=unused))
