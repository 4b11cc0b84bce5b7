"""landledger:advanceclearing — advances of projects against their approvals: more back, less added, overdue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ...base import Group, Steps, say
from ...dates import add_date, asked_date
from ...ledger_algorithm import LedgerBookAlgorithm
from ...settings import layouts_folder, rules_in_force

if TYPE_CHECKING:
    from ....core.quota.clearing import Clearing

TOLD = 20


class AdvanceClearing(LedgerBookAlgorithm):
    """Advances against approvals."""

    GROUP = Group.QUOTA
    NEEDS = ("numpy", "openpyxl")

    UNTIL = "UNTIL"
    OUTPUT = "OUTPUT"

    def name(self) -> str:
        return "advanceclearing"

    def displayName(self) -> str:
        return self.tr("Advances against approvals")

    def shortDescription(self) -> str:
        return self.tr("Per project what was advanced and approved: more goes back, less is added, what is overdue.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Compares, project by project, what was advanced with what was approved.\n\n"
            "1. Last day: vouchers booked up to this day count; quarters are counted up to its quarter.\n"
            "2. Advanced: all that was advanced and not reversed. Approved: the area of the clearing, or of the approval "
            "that used advanced quota while it is not cleared.\n"
            "3. More back: advanced beyond the approval; less added: approved beyond the advance.\n"
            "4. Overdue: not cleared after more quarters than the rule quota_overdue_quarters allows (four unless you "
            "change it).\n\n"
            "The sum of the projects is checked against the balance of the ledger. Workbook: 预支指标核销对账表; table: one "
            "row for each project, for models."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        add_date(self, self.UNTIL, self.tr("Last day (empty: today)"))
        self.add_holders()
        self.add_title()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT,
                self.tr("Projects with an advance"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            )
        )
        self.add_workbook()
        self.add_numbers(
            ("PROJECT_COUNT", self.tr("Projects with an advance")),
            ("ADVANCED_MU", self.tr("Advanced (mu)")),
            ("APPROVED_MU", self.tr("Area approved (mu)")),
            ("CLEARED_MU", self.tr("Cleared, repaid or returned (mu)")),
            ("OPEN_MU", self.tr("Not cleared (mu)")),
            ("OPEN_COUNT", self.tr("Projects not cleared")),
            ("MORE_BACK_MU", self.tr("More goes back (mu)")),
            ("LESS_ADDED_MU", self.tr("Less is added (mu)")),
            ("OVERDUE_COUNT", self.tr("Projects overdue")),
            ("OVERDUE_MU", self.tr("Overdue (mu)")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ...adapters.sink_targets import require_target

        self._rules = rules_in_force()
        self.take_workbook(parameters, context)
        place = self.parameterAsFile(parameters, self.LEDGER, context)
        require_target(parameters.get(self.OUTPUT), context, [place] if place else [])

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.quota.background import holders_of
        from ....core.quota.clearing import clearing_of
        from ....core.quota.naming import codes_of

        steps = Steps(feedback, read=50, layer=20, book=30)
        until = asked_date(self, parameters, self.UNTIL, context) or self.today()
        store = self.ledger(parameters, context)
        try:
            text = self.parameterAsString(parameters, self.HOLDERS, context)
            books = codes_of("holder", text, holders_of(store)) if text.strip() else ()
            clearing = clearing_of(store, until, self._rules.whole("quota_overdue_quarters"), books)
        finally:
            store.close()
        steps.read(1.0)
        title = self.text(parameters, self.TITLE, context)
        outputs = _numbers(clearing)
        if parameters.get(self.OUTPUT) in (None, ""):
            self._write_book(clearing, title, steps)
        else:
            outputs[self.OUTPUT] = self._write_rows(parameters, context, clearing, title, steps)
        self._tell(clearing, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _write_book(self, clearing: Clearing, title: str, steps: Steps) -> None:
        from ....core.quota.clearing import clearing_table
        from ....core.workbook import Look, write_workbook

        if self._book:
            table = clearing_table(clearing, title, layouts_folder())
            look = Look.among(self._families)
            write_workbook(self._book, [table], overwrite=True, say=say, progress=steps.book, look=look)

    def _write_rows(
        self, parameters: dict[str, Any], context: QgsProcessingContext, clearing: Clearing, title: str, steps: Steps
    ) -> str:
        """Table and workbook, both or none; the id of the table."""
        from ....core.quota.clearing import CLEARING_FIELDS, clearing_columns
        from ...adapters.looks import Look, dress
        from ...adapters.result_tables import aliases_of, fields_for, no_shapes
        from ...adapters.sinks import open_sink

        columns = clearing_columns(clearing)
        fields = fields_for(CLEARING_FIELDS, columns)
        nowhere, kind = QgsCoordinateReferenceSystem(), QgsWkbTypes.Type.NoGeometry
        places = [self.parameterAsFile(parameters, self.LEDGER, context)]
        with open_sink(self, parameters, self.OUTPUT, context, fields, nowhere, kind, places) as sink:
            rows = [columns[each.name] for each in CLEARING_FIELDS]
            sink.write(no_shapes(len(clearing.advances)), rows, steps.layer)
            sink.finish()
            self._write_book(clearing, title, steps)
        dress(context, sink.id, Look(self.tr("Projects with an advance"), "advance_clearing.qml", aliases_of(CLEARING_FIELDS)))
        return sink.id

    def _tell(self, clearing: Clearing, feedback: QgsProcessingFeedback) -> None:
        from ....core.quota.problems import mu

        feedback.pushInfo(
            self.tr("{advanced} mu advanced to {count} projects; {outstanding} mu of {open} projects are not cleared.").format(
                advanced=mu(clearing.total("advanced")),
                count=len(clearing.advances),
                outstanding=mu(clearing.total("outstanding")),
                open=sum(each.outstanding > 0 for each in clearing.advances),
            )
        )
        late: Sequence[Any] = clearing.overdue
        for each in late[:TOLD]:
            text = self.tr("Overdue: {holder}, project {project}, {area} mu for {quarters} quarters")
            feedback.pushWarning(
                text.format(
                    holder=clearing.holder(each.book), project=each.project, area=mu(each.outstanding), quarters=each.quarters
                )
            )
        if len(late) > TOLD:
            feedback.pushWarning(self.tr("… and {count} more.").format(count=len(late) - TOLD))


def _numbers(clearing: Clearing) -> dict[str, Any]:
    """What models and scripts get; areas in mu."""
    from ....core.area import Area

    overdue = clearing.overdue
    amounts = {
        "ADVANCED_MU": clearing.total("advanced"),
        "APPROVED_MU": clearing.total("approved"),
        "CLEARED_MU": clearing.total("cleared"),
        "OPEN_MU": clearing.total("outstanding"),
        "MORE_BACK_MU": clearing.more,
        "LESS_ADDED_MU": clearing.less,
        "OVERDUE_MU": sum(each.outstanding for each in overdue),
    }
    return {
        **{name: float(Area(amount).mu(4)) for name, amount in amounts.items()},
        "PROJECT_COUNT": len(clearing.advances),
        "OPEN_COUNT": sum(each.outstanding > 0 for each in clearing.advances),
        "OVERDUE_COUNT": len(overdue),
    }
