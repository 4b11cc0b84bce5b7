"""landledger:importvisits — visits and suggestions of planner teams kept in a spreadsheet, into the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...base import Group, Steps
from ...dates import add_date, asked_date
from ...import_algorithm import ImportAlgorithm
from ...settings import layouts_folder, rules_in_force

if TYPE_CHECKING:
    from ....core.importing.assignment import Assignment
    from ....core.service.register.importing import CheckedVisits
    from ....core.service.register.ledger import Recorded, ServiceLedger
    from ....core.workbook.grid import Grid


class ImportVisits(ImportAlgorithm):
    """Visits and suggestions into the ledger: all of them or none, and nothing twice."""

    GROUP = Group.SERVICE
    ICON = "import_visits.svg"
    NEEDS = ("openpyxl", "numpy")

    INPUT = "INPUT"
    VISIT_SHEET = "VISIT_SHEET"
    SUGGESTION_SHEET = "SUGGESTION_SHEET"
    VISIT_COLUMNS = "VISIT_COLUMNS"
    SUGGESTION_COLUMNS = "SUGGESTION_COLUMNS"
    MAKE_VISITS = "MAKE_VISITS"
    AS_OF = "AS_OF"
    TITLE = "TITLE"

    def name(self) -> str:
        return "importvisits"

    def displayName(self) -> str:
        return self.tr("Import visits and suggestions")

    def shortDescription(self) -> str:
        return self.tr("Visits and suggestions of planner teams from a spreadsheet, checked cell by cell, into the ledger.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Reads lists of visits and of suggestions from an .xlsx workbook, checks every cell, and enters all of it into the "
            "service book of the ledger or nothing.\n\n"
            "1. Sheets and columns are recognised by their headings (走访日期, 小组, 服务单元 …; 意见建议, 报送部门, 状态 …). What is "
            "recognised otherwise than meant is named: a sheet by its name, a column as in TEAM=责任规划师;TEXT=H.\n"
            "2. Teams must be in the ledger; a cell may name the code, the name or the leading planner. Units get the code that "
            "the scenario in force has for them; others stay as they are written, which is told.\n"
            "3. A suggestion belongs to the visit it names, else to the only one of its team, day and unit. Team, day and field "
            "that it leaves blank are those of the visit. With “Make visits” those without a visit get one.\n"
            "4. Focus fields are a rule (service_focus_fields), to be edited in the settings; another field keeps the file out.\n"
            "5. States: 提出, 报送, 采纳, 部分采纳, 未采纳, 落实. A blank one is 提出. Which may follow which stands in "
            "resources/codes/suggestion_moves.csv.\n"
            "6. A row that is in the ledger stays as it is: the same file twice enters nothing twice. A row without a number is "
            "known by team, day, unit and text. Of a known suggestion a later state is recorded as a move, and department, "
            "ground of adoption and remark as corrections. A row that says something else under a known number keeps the file "
            "out.\n\n"
            "Workbook: all suggestions and visits of the ledger (T33), sums by team, unit, field and month, checks, inputs."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        self.addParameter(
            QgsProcessingParameterFile(
                self.INPUT, self.tr("Spreadsheet"), fileFilter=self.tr("Excel workbook (*.xlsx)")
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.MAKE_VISITS, self.tr("Make visits of suggestions that have none"), defaultValue=False
            )
        )
        add_date(self, self.AS_OF, self.tr("Day of states without a day (empty: today)"))
        for name, label, lines in (
            (self.VISIT_SHEET, self.tr("Sheet of visits (empty: the one that fits)"), False),
            (self.SUGGESTION_SHEET, self.tr("Sheet of suggestions (empty: the one that fits)"), False),
            (self.VISIT_COLUMNS, self.tr("Columns of visits, as in TEAM=责任规划师;DATE=C"), True),
            (self.SUGGESTION_COLUMNS, self.tr("Columns of suggestions, as in TEXT=建议;STATE=J"), True),
            (self.TITLE, self.tr("Name before the title of the tables"), False),
        ):
            self.add_advanced(QgsProcessingParameterString(name, label, multiLine=lines, optional=True))
        self.add_checking()
        self.add_workbook()
        self.add_numbers(
            ("ROW_COUNT", self.tr("Rows read")),
            ("VISIT_COUNT", self.tr("Visits entered")),
            ("SUGGESTION_COUNT", self.tr("Suggestions entered")),
            ("MADE_COUNT", self.tr("Visits made for suggestions")),
            ("KNOWN_VISIT_COUNT", self.tr("Visits entered before")),
            ("KNOWN_SUGGESTION_COUNT", self.tr("Suggestions entered before")),
            ("MOVED_COUNT", self.tr("Suggestions that came to another state")),
            ("CORRECTED_COUNT", self.tr("Suggestions corrected")),
            ("PROBLEM_COUNT", self.tr("Cells that are wrong")),
            ("WARNING_COUNT", self.tr("Cells to look at")),
            ("ALL_VISIT_COUNT", self.tr("Visits in the ledger")),
            ("ALL_SUGGESTION_COUNT", self.tr("Suggestions in the ledger")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        self.take_workbook(parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.service.register.importing import check_visits, enter_visits
        from ....core.service.register.ledger import ServiceLedger
        from ....core.service.register.sheets import require_teams

        steps = Steps(feedback, read=30, check=30, record=20, book=15, table=5)
        store = self.ledger(parameters, context)
        try:
            ledger = ServiceLedger(store, rules_in_force(), self.today)
            require_teams(ledger)
            sheets = self._sheets(parameters, context, steps)
            for _, assignment in sheets:
                self.tell_columns(assignment, feedback)
            today = asked_date(self, parameters, self.AS_OF, context) or self.today()
            make = self.parameterAsBoolean(parameters, self.MAKE_VISITS, context)
            checked = check_visits(ledger, sheets, today, make, steps.check)
            self.tell_problems(checked.problems, feedback)
            only_check = self.parameterAsBoolean(parameters, self.PREVIEW, context)
            wants_table = parameters.get(self.PROBLEMS) not in (None, "")
            recorded = None
            if not only_check and not (checked.refused and wants_table):
                recorded = enter_visits(ledger, checked, self.operator(), steps.record)
            if recorded is None and not only_check:
                feedback.reportError(self.tr("The file has faults: nothing was recorded."))
            results = self.write_problems(parameters, context, checked.sheets, steps) if wants_table else {}
            results.update(self._report(ledger, checked, parameters, context, steps, feedback))
        finally:
            store.close()
        return {**results, **self._numbers(checked, recorded, feedback)}

    def _sheets(
        self, parameters: dict[str, Any], context: QgsProcessingContext, steps: Steps
    ) -> Sequence[tuple[Grid, Assignment]]:
        from ....core.service.register.sheets import ServiceOrder, open_service_sheets

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        order = ServiceOrder(
            self.parameterAsFile(parameters, self.INPUT, context), text(self.VISIT_SHEET), text(self.SUGGESTION_SHEET),
            text(self.VISIT_COLUMNS), text(self.SUGGESTION_COLUMNS),
        )  # fmt: skip
        return open_service_sheets(order, steps.read)

    def _report(
        self, ledger: ServiceLedger, checked: CheckedVisits, parameters: dict[str, Any], context: QgsProcessingContext,
        steps: Steps, feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:  # fmt: skip
        """The workbook of all that the ledger has now."""
        from ....core.occupation.inputs_sheet import RunFacts
        from ....core.occupation.report import write_report
        from ....core.service.register.report import SuggestionJob, import_facts, suggestion_report
        from ...base import say
        from ...versions import program_versions

        title = self.parameterAsString(parameters, self.TITLE, context).strip()
        job = SuggestionJob(name=title, folder=layouts_folder())
        more = import_facts(self.parameterAsFile(parameters, self.INPUT, context), checked)
        report, counts = suggestion_report(ledger, job, RunFacts(None, program_versions()), more)
        self.tell_failed(report.identities, feedback)
        if self._book:
            write_report(report, self._book, self._families, say, steps.book)
        return {
            self.WORKBOOK: self._book, "ALL_VISIT_COUNT": counts.visits, "ALL_SUGGESTION_COUNT": counts.suggestions,
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }  # fmt: skip

    def _numbers(
        self, checked: CheckedVisits, recorded: Recorded | None, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        hard = sum(problem.hard for problem in checked.problems)
        told = self.tr("{rows} rows: {visits} new visits, {suggestions} new suggestions, {moved} with another state, {known} known.")
        feedback.pushInfo(
            told.format(
                rows=checked.row_count, visits=len(checked.visits), suggestions=len(checked.suggestions),
                moved=checked.moved, known=len(checked.known_visits) + len(checked.known_suggestions),
            )
        )  # fmt: skip
        done = recorded is not None
        return {
            "ROW_COUNT": checked.row_count, "VISIT_COUNT": len(recorded.visits) if recorded else 0,
            "SUGGESTION_COUNT": len(recorded.suggestions) if recorded else 0, "MADE_COUNT": checked.made,
            "KNOWN_VISIT_COUNT": len(checked.known_visits), "KNOWN_SUGGESTION_COUNT": len(checked.known_suggestions),
            "MOVED_COUNT": checked.moved if done else 0, "CORRECTED_COUNT": len(checked.corrections) if done else 0,
            "PROBLEM_COUNT": hard, "WARNING_COUNT": len(checked.problems) - hard,
        }  # fmt: skip
