"""What the accounts of a register share (outflow spots, project areas): rows of layers, tables or sheets, a ledger, published
figures; layer, workbook and ledger together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsWkbTypes,
)

from ....core.sentence import translate
from ...base import Steps, said, say
from ...settings import layouts_folder
from ...workbook_algorithm import TOLD
from .farmland_algorithm import FarmlandAlgorithm

if TYPE_CHECKING:
    import numpy as np
    from qgis.core import QgsCoordinateReferenceSystem

    from ....core.balance.broken_rules import Problem
    from ....core.columns import Columns
    from ....core.occupation.model import Job
    from ....core.occupation.report import Report
    from ....core.quota.register_tables import TableNames
    from ....core.workbook import Row

AREA_UNITS = ("mu", "ha", "m2")


class RegisterAlgorithm(FarmlandAlgorithm):
    """Base of the accounts that a register, a workbook or a ledger has the rows of."""

    PRINTED = "PRINTED"
    OUTPUT = "OUTPUT"
    PIECES = "OUTPUT"

    def add_rows(self, name: str, label: str, sheet: str | None = None, sheet_label: str = "") -> None:
        """A layer or table with rows; `sheet`: or a workbook with them."""
        anything = [QgsProcessing.SourceType.TypeVector]
        self.addParameter(QgsProcessingParameterFeatureSource(name, label, anything, optional=True))
        if sheet:
            book = self.tr("Excel workbook (*.xlsx)")
            self.addParameter(QgsProcessingParameterFile(sheet, sheet_label, fileFilter=book, optional=True))

    def add_ledger(self, label: str, entering: str, entering_label: str) -> None:
        """The ledger, and whether something is entered into it."""
        self.add_ledger_choice(label)
        self.addParameter(QgsProcessingParameterBoolean(entering, entering_label, defaultValue=False))

    def add_register_texts(self, printed: str, field_map: str) -> None:
        """Published figures, field map and title, folded away."""
        self.add_text(self.PRINTED, printed, lines=True)
        self.add_text(self.FIELD_MAP, field_map, lines=True)
        self.add_title()

    def add_result(self, label: str) -> None:
        """The layer or table of the rows with their state, made only if it is asked for."""
        kind = QgsProcessing.SourceType.TypeVector
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, label, kind, optional=True, createByDefault=False)
        )

    def given(self, parameters: dict[str, Any], *names: str) -> set[str]:
        """The parameters among `names` that were said."""
        return {name for name in names if parameters.get(name) not in (None, "")}

    def measured_job(self, tolerance: float = 0.0) -> Job:
        """How drawn ground is measured: each feature once, in 0.01 m²."""
        from ....core.area import AreaUnit
        from ....core.occupation.model import AreaMethod, Job
        from ....core.survey.apportion import Master

        unit = AreaUnit.HUNDREDTH_SQUARE_METRE
        return Job(AreaMethod(self._method), Master.FOOTPRINT, unit, tolerance, self._zone)

    def sheet(self, path: str, layout: str, label: str, inputs: list[Row]) -> Any:
        """A sheet of a workbook read by its declared layout; what it is goes into `inputs`, its faults into the notices."""
        from ....core.occupation.inputs_sheet import fact
        from ....core.workbook import load_layout, read_table

        table = read_table(path, load_layout(layout, layouts_folder()))
        inputs.append(fact(label, f"{path}  {table.sheet}"))
        self._notices += [problem.sentence for problem in table.problems]
        return table

    def described(self, label: str, columns: Columns) -> Row:
        """A layer or table as the inputs sheet has it."""
        from ....core.occupation.inputs_sheet import fact
        from ....core.sentence import sentence

        rows = sentence(translate("LandLedger", "{count} rows"), count=len(columns))
        return fact(label, f"{columns.name}  {columns.source}".strip(), rows)

    def ledger_fact(self, store: Any) -> Row:
        """The ledger as the inputs sheet has it."""
        from ....core.occupation.inputs_sheet import fact

        return fact(translate("LandLedger", "Ledger"), store.label, store.info().title)

    def table_names(self, parameters: dict[str, Any], context: QgsProcessingContext) -> TableNames:
        """What tables call things: no names of holders or projects, the title chosen."""
        from ....core.quota.register_tables import TableNames

        return TableNames({}, {}, self.text(parameters, self.TITLE, context), layouts_folder())

    def run_facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        return RunFacts(None, program_versions(), self.notices, self._rules.used)

    def write_result(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        declared: Sequence[Any],
        columns: dict[str, Any],
        shapes: tuple[np.ndarray, QgsCoordinateReferenceSystem],
        report: Report,
        steps: Steps,
        enter: Callable[[], None],
        looks: tuple[str, str],
    ) -> dict[str, Any]:
        """Layer and workbook, both or none, and the ledger (`enter`) with them. The layer's id by its output; `shapes` with their
        system, an invalid one for a table; `looks` are title and style."""
        from ....core.occupation.report import write_report
        from ...adapters.looks import Look, dress
        from ...adapters.result_tables import aliases_of, fields_for
        from ...adapters.sinks import open_sink

        def write_book() -> None:
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)

        if not self.wants_pieces(parameters):
            write_book()
            enter()
            return {}
        drawn, crs = shapes
        kind = QgsWkbTypes.Type.MultiPolygon if crs.isValid() else QgsWkbTypes.Type.NoGeometry
        places = [source.place for source in self._sources]
        fields = fields_for(declared, columns)
        with open_sink(self, parameters, self.OUTPUT, context, fields, crs, kind, places) as sink:
            sink.write(drawn, [columns[each.name] for each in declared], steps.layer)
            sink.finish()
            write_book()
            enter()
        title, style = looks
        dress(context, sink.id, Look(title, style, aliases_of(declared)))
        return {self.OUTPUT: sink.id}

    def tell_problems(self, problems: Sequence[Problem], feedback: QgsProcessingFeedback) -> None:
        """The first findings with what they are about, into the log."""
        for problem in list(problems)[:TOLD]:
            feedback.pushWarning(f"{problem.feature}: {said(problem.text)}")

    def tell_outcome(self, report: Report, entering: bool, feedback: QgsProcessingFeedback) -> None:
        """That nothing was entered although it was asked, and every check that does not hold, into the log."""
        if entering and report.draft:
            feedback.pushWarning(self.tr("Nothing was entered into the ledger: a check does not hold."))
        self.tell_failed(report.identities, feedback)
