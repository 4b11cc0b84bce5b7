"""What algorithms that read a bureau's spreadsheet say of its cells: told in the log, written as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from .base import LedgerAlgorithm, Steps, said, say

if TYPE_CHECKING:
    from ..core.importing.problems import CellProblem
    from ..core.importing.rows import SheetRows

TOLD = 20
"""So many problems are told in the log; the table has all of them."""


class CellProblemsAlgorithm(LedgerAlgorithm):
    """Base of algorithms with a table of problems by cell."""

    PROBLEMS = "PROBLEMS"

    def add_problems(self) -> None:
        """Where the problems go."""
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.PROBLEMS, self.tr("Problems"), QgsProcessing.SourceType.TypeVector, optional=True, createByDefault=False
            )
        )

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
