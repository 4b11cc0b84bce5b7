"""landledger:importvouchers — a journal or register kept in a spreadsheet, checked cell by cell, into the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group, Steps
from ...import_algorithm import UNITS, ImportAlgorithm
from ...settings import rules_in_force

if TYPE_CHECKING:
    from ....core.importing.opening import Order
    from ....core.quota.importing.choices import Choices
    from ....core.quota.importing.job import Checked, PostedImport

TABLES = ("voucher", "project", "approval", "supply", "unsupplied", "task", "ceiling")


class ImportVouchers(ImportAlgorithm):
    """A spreadsheet into the ledger: all of it or nothing, and nothing twice."""

    GROUP = Group.QUOTA

    FILE = "FILE"
    TABLE = "TABLE"
    COLUMNS = "COLUMNS"
    UNIT = "UNIT"
    HOLDER = "HOLDER"
    YEAR = "YEAR"
    BOOK_DATE = "BOOK_DATE"
    CREATE_PROJECTS = "CREATE_PROJECTS"
    ROW_COUNT = "ROW_COUNT"
    POSTED_COUNT = "POSTED_COUNT"
    KNOWN_COUNT = "KNOWN_COUNT"
    PROBLEM_COUNT = "PROBLEM_COUNT"
    WARNING_COUNT = "WARNING_COUNT"
    PROJECT_COUNT = "PROJECT_COUNT"
    INCOME_MU = "INCOME_MU"
    EXPENDITURE_MU = "EXPENDITURE_MU"

    CHOICES = {TABLE: TABLES, UNIT: UNITS}

    def name(self) -> str:
        return "importvouchers"

    def displayName(self) -> str:
        return self.tr("Import a ledger from a spreadsheet")

    def shortDescription(self) -> str:
        return self.tr("A journal or register kept in Excel: checked cell by cell, posted whole, never twice.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Reads a journal of quota (or a register of projects, approvals, supply …) from an .xlsx workbook, checks every "
            "cell and every rule of the ledger, and posts all of it or nothing.\n\n"
            "1. Columns are recognised by their headings, also merged ones of several levels; units by “（公顷）” in a heading or "
            "by the unit line. What is recognised otherwise than meant is corrected under “Columns”, as in "
            "HOLDER=县区;AREA_IN=F (a heading or the letter of a column; “-” for none).\n"
            "2. 小计 and 合计 are compared with their rows and left out. Notes and signatures below the table end it.\n"
            "3. Holders, sources and kinds of business are taken by code, name or alias. An unknown one is never guessed: what "
            "is like it is proposed.\n"
            "4. A row that was imported before is known again by what it says, whatever the file is called: the same file twice "
            "posts nothing twice, and of a file that has grown only the new rows are posted.\n"
            "5. “Only check” posts nothing. The table of problems names sheet, cell and what is wrong with it. Where it is asked "
            "for, a file with faults ends the run with this table and nothing posted; else the run fails.\n\n"
            "Both sides of a transfer (调出, 调入) may stand in the file; they become one transfer."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        self.add_spreadsheet(self.FILE)
        tables = [
            self.tr("Journal of quota"), self.tr("Projects"), self.tr("Approvals"), self.tr("Supply"),
            self.tr("Plots approved but not supplied"), self.tr("Disposal tasks"), self.tr("Ceilings of advances"),
        ]  # fmt: skip
        self.addParameter(QgsProcessingParameterEnum(self.TABLE, self.tr("What it holds"), tables, defaultValue=0))
        self.addParameter(
            QgsProcessingParameterString(
                self.COLUMNS, self.tr("Columns, as in HOLDER=县区;AREA_IN=F"), optional=True, multiLine=True
            )
        )
        units = [self.tr("as written in the sheet"), self.tr("mu"), self.tr("hectares"), "m²", self.tr("10,000 mu")]
        self.addParameter(QgsProcessingParameterEnum(self.UNIT, self.tr("Unit of area"), units, defaultValue=0))
        self.addParameter(
            QgsProcessingParameterString(self.HOLDER, self.tr("Holder, where the sheet has none"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.YEAR,
                self.tr("Quota year, where the sheet has none"),
                QgsProcessingParameterNumber.Type.Integer,
                optional=True,
                minValue=1999,
                maxValue=2099,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.BOOK_DATE, self.tr("Booking date, where the sheet has none (2023-05-01)"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.CREATE_PROJECTS, self.tr("Enter unknown projects into the register"), defaultValue=False
            )
        )
        self.add_checking()
        self.add_numbers(
            (self.ROW_COUNT, self.tr("Rows read")),
            (self.POSTED_COUNT, self.tr("Rows posted")),
            (self.KNOWN_COUNT, self.tr("Rows posted before")),
            (self.PROBLEM_COUNT, self.tr("Cells that are wrong")),
            (self.WARNING_COUNT, self.tr("Cells to look at")),
            (self.PROJECT_COUNT, self.tr("Projects entered")),
            (self.INCOME_MU, self.tr("Income (mu)")),
            (self.EXPENDITURE_MU, self.tr("Expenditure (mu)")),
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.importing.opening import open_order
        from ....core.quota.importing.job import check_import, post_import
        from ....core.quota.ledger import QuotaLedger

        steps = Steps(feedback, read=40, check=25, post=30, table=5)
        store = self.ledger(parameters, context)
        try:
            ledger = QuotaLedger(store, rules_in_force())
            grid, assignment = open_order(self._order(parameters, context), steps.read)
            self.tell_columns(assignment, feedback)
            checked = check_import(ledger, grid, assignment, self._choices(parameters, context), steps.check)
            self._tell(checked, feedback)
            only_check = self.parameterAsBool(parameters, self.PREVIEW, context)
            wants_table = parameters.get(self.PROBLEMS) not in (None, "")
            posted = None
            if not only_check and not (checked.refused and wants_table):
                posted = post_import(ledger, checked, self.operator(), steps.post)
            if posted is None and not only_check:
                feedback.reportError(self.tr("The file has faults: nothing was posted."))
            results = self.write_problems(parameters, context, checked.rows, steps) if wants_table else {}
        finally:
            store.close()
        return {**results, **self._numbers(checked, posted)}

    def _order(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Order:
        from ....core.importing.opening import Order

        unit = self.choice(parameters, self.UNIT, context) or UNITS[0]
        return Order(
            self.parameterAsFile(parameters, self.FILE, context),
            self.parameterAsString(parameters, self.SHEET, context).strip(),
            self.choice(parameters, self.TABLE, context) or TABLES[0],
            self.parameterAsString(parameters, self.COLUMNS, context),
            "" if unit == UNITS[0] else unit,
        )

    def _choices(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Choices:
        import datetime

        from ....core.importing.cells import read_date
        from ....core.quota.importing.choices import Choices

        text = self.parameterAsString(parameters, self.BOOK_DATE, context).strip()
        date = read_date(text, datetime.date(1899, 12, 30)) if text else None
        if text and not isinstance(date, datetime.date):
            raise InputError(translate("LandLedger", "The booking date {date} is no date; write it as 2023-05-01."), date=text)
        given = parameters.get(self.YEAR) not in (None, "")
        return Choices(
            self.parameterAsString(parameters, self.HOLDER, context).strip(),
            self.parameterAsInt(parameters, self.YEAR, context) if given else 0,
            date if isinstance(date, datetime.date) else None,
            self.operator(),
            self.parameterAsBool(parameters, self.CREATE_PROJECTS, context),
        )

    def _tell(self, checked: Checked, feedback: QgsProcessingFeedback) -> None:
        self.tell_problems(checked.problems, feedback)
        text = self.tr("{rows} rows: {new} new, {known} posted before, {mirrors} other sides of transfers.")
        feedback.pushInfo(
            text.format(
                rows=len(checked.rows.data), new=len(checked.new), known=len(checked.known), mirrors=len(checked.mirrors)
            )
        )

    def _numbers(self, checked: Checked, posted: PostedImport | None) -> dict[str, Any]:
        from ....core.area import Area

        problems = [problem.hard for problem in checked.problems]
        return {
            self.ROW_COUNT: len(checked.rows.data),
            self.POSTED_COUNT: 0 if posted is None else posted.rows,
            self.KNOWN_COUNT: len(checked.known),
            self.PROBLEM_COUNT: sum(problems),
            self.WARNING_COUNT: len(problems) - sum(problems),
            self.PROJECT_COUNT: 0 if posted is None else checked.new_projects,
            self.INCOME_MU: float(Area(checked.income).mu(6)),
            self.EXPENDITURE_MU: float(Area(checked.expenditure).mu(6)),
        }
