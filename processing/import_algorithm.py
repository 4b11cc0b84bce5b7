"""What algorithms that import a spreadsheet share: columns told, problems told and written as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from .base import Steps, said, say
from .ledger_algorithm import LedgerBookAlgorithm

if TYPE_CHECKING:
    from ..core.importing.problems import CellProblem
    from ..core.importing.rows import SheetRows

UNITS = ("written", "mu", "ha", "m2", "wanmu")
TOLD = 20
"""So many problems are told in the log; the table has all of them."""


class ImportAlgorithm(LedgerBookAlgorithm):
    """Base of imports into a ledger."""

    ICON = "import.svg"
    NEEDS = ("openpyxl", "numpy")

    SHEET = "SHEET"
    PREVIEW = "PREVIEW"
    PROBLEMS = "PROBLEMS"

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
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.PROBLEMS, self.tr("Problems"), QgsProcessing.SourceType.TypeVector, optional=True, createByDefault=False
            )
        )

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

    def tell_problems(self, problems: Sequence[CellProblem], feedback: QgsProcessingFeedback) -> None:
        """The first of each kind, into the log."""
        for hard, push in ((True, feedback.reportError), (False, feedback.pushWarning)):
            found = [problem for problem in problems if problem.hard is hard]
            for problem in found[:TOLD]:
                push(said(problem.sentence))
            if len(found) > TOLD:
                push(self.tr("… and {count} more of this kind.").format(count=len(found) - TOLD))

    def write_problems(
        self, parameters: dict[str, Any], context: QgsProcessingContext, rows: SheetRows | Sequence[SheetRows], steps: Steps
    ) -> dict[str, Any]:
        """The table of problems of a sheet or several; `steps` has a part called table."""
        from ..core.importing.problem_table import PROBLEM_FIELDS, problem_columns
        from .adapters.looks import Look, dress
        from .adapters.result_tables import aliases_of, fields_for, no_shapes
        from .adapters.sinks import open_sink

        columns = problem_columns(rows, say)
        fields = fields_for(PROBLEM_FIELDS, columns)
        none, plain = QgsCoordinateReferenceSystem(), QgsWkbTypes.Type.NoGeometry
        with open_sink(self, parameters, self.PROBLEMS, context, fields, none, plain) as sink:
            values = [columns[field.name] for field in PROBLEM_FIELDS]
            sink.write(no_shapes(len(values[0])), values, steps.table)
            sink.finish()
        dress(context, sink.id, Look(self.tr("Problems"), "import_problems.qml", aliases_of(PROBLEM_FIELDS)))
        return {self.PROBLEMS: sink.id}
