"""landledger:incrementstock — what disposed stock is worth in quota, beside what the province confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...settings import layouts_folder, rules_in_force
from ...workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    from ....core.occupation.report import Report
    from ....core.quota.stock_report import StockSheets

AREA_UNITS = ("mu", "ha", "m2")
TOLD = 50


class IncrementStock(WorkbookAlgorithm):
    """Increment–stock linkage of a year."""

    GROUP = Group.QUOTA
    ICON = "increment_stock.svg"

    INPUT = "INPUT"
    YEAR = "YEAR"
    FIELD_MAP = "FIELD_MAP"

    CHOICES = {WorkbookAlgorithm.AREA_UNIT: AREA_UNITS}

    def name(self) -> str:
        return "incrementstock"

    def displayName(self) -> str:
        return self.tr("Increment-stock linkage")

    def shortDescription(self) -> str:
        return self.tr("Quota estimated from disposed stock by the rule of the year, beside what the province confirmed.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Estimates the supplementary quota of each county from disposed approved-unsupplied and idle land, by the rule of "
            "the year (resources/rules/increment_stock.csv, to be confirmed locally), beside what the province confirmed.\n\n"
            "1. Ledger: its register of tasks holds, for each county and year, bases, tasks, disposed areas and the confirmed "
            "amount; where it says nothing of approved-unsupplied land, the register of plots is summed up.\n"
            "2. Or a table with one row for each county and the fields of that register: holder 县（市、区）, unsupplied_base, "
            "unsupplied_task, unsupplied_done, idle_base, idle_task, idle_done, other_done, factor_plan, confirmed, "
            "confirmed_doc; their Chinese names do as well, others are said under “Field map”, as in idle_done=处置闲置.\n"
            "3. Both tasks done: bonus; one not done: deduction; where that is not known, neither.\n"
            "4. Only the confirmed amount under its document may be booked; the estimate never is.\n\n"
            "Workbook: 增存挂钩测算 (T04), 批而未供任务完成情况 (T03B), checks, findings, inputs with the rules and how sure "
            "they are. While one check does not hold, every sheet is marked 草稿."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_ledger_choice(self.tr("Ledger with the registers of tasks and plots"))
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.INPUT, self.tr("or table, one row a county"), [QgsProcessing.SourceType.TypeVector], optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(self.YEAR, self.tr("Year"), defaultValue=2023, minValue=2018, maxValue=2100)
        )
        self.add_area_unit(self.tr("Unit of the areas in the table"))
        self.add_text(self.FIELD_MAP, self.tr("Field map, as in unsupplied_done=处置批而未供"), lines=True)
        self.add_title()
        self.add_workbook()
        self.add_numbers(
            ("HOLDER_COUNT", self.tr("Number of counties")),
            ("QUOTA_MU", self.tr("Quota by the ratios (mu)")),
            ("ESTIMATE_MU", self.tr("Estimate with bonus or deduction (mu)")),
            ("CONFIRMED_MU", self.tr("Confirmed by the province (mu)")),
            ("UNSUPPLIED_DONE_MU", self.tr("Disposed approved-unsupplied land (mu)")),
            ("IDLE_DONE_MU", self.tr("Disposed idle land (mu)")),
            ("MET_COUNT", self.tr("Counties with both tasks done")),
            ("FAILED_COUNT", self.tr("Counties with a task not done")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.errors import InputError
        from ....core.quota.stock import stock_rules
        from ....core.quota.task_rows import TASK_NUMBERS, match_task_fields
        from ...adapters.columns import prepare_source

        self._rules = rules_in_force()
        self._year = self.parameterAsInt(parameters, self.YEAR, context)
        stock_rules(self._rules, self._year)
        self.take_ledger(parameters, context)
        given = parameters.get(self.INPUT) not in (None, "")
        if given == (self._place is not None):
            raise InputError(translate("LandLedger", "Choose a ledger or a table, one of the two."))
        self._source = None
        if given:
            text = self.parameterAsString(parameters, self.FIELD_MAP, context)
            self._source = prepare_source(
                self, parameters, self.INPUT, context, match_task_fields(text), TASK_NUMBERS, shapes=False
            )
        self.take_workbook(parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.occupation.inputs_sheet import RunFacts
        from ....core.occupation.report import write_report
        from ....core.quota.stock_report import stock_report, stock_sheets
        from ...versions import program_versions

        steps = Steps(feedback, read=40, book=60)
        registers, names, inputs = self._read(parameters, context, steps)
        sheets = stock_sheets(registers, self._rules, self._year, names, only=("T04", "T03B"))
        notices = [] if self._source is None else self._source.notices
        facts = RunFacts(None, program_versions(), notices, sheets.rules)
        report = stock_report(sheets, facts, inputs, names.folder)
        if self._book:
            write_report(report, self._book, self._families, say, steps.book)
        self._tell(sheets, report, feedback)
        return {**self._numbers(sheets, report), self.WORKBOOK: self._book}

    def _read(
        self, parameters: dict[str, Any], context: QgsProcessingContext, steps: Steps
    ) -> tuple[Any, Any, list[Any]]:
        """Registers, names of the tables, and what was read for the inputs sheet."""
        from ....core.occupation.inputs_sheet import fact
        from ....core.quota.register_tables import TableNames
        from ....core.quota.stock_report import Registers, ledger_facts, names_of, registers_of
        from ....core.quota.task_rows import task_rows
        from ....core.workbook import DisplayUnit
        from ...adapters.columns import read

        title = self.text(parameters, self.TITLE, context)
        if self._source is not None:
            columns = read(self._source, steps.read)
            given_in = DisplayUnit(self.choice(parameters, self.AREA_UNIT, context))
            rows = task_rows(columns, self._year, given_in)
            label = f"{columns.name}  {columns.source}".strip()
            inputs = [
                fact(translate("LandLedger", "Table of tasks"), label),
                fact(translate("LandLedger", "Year"), str(self._year)),
            ]
            holders = {str(row["holder"]): str(row["holder"]) for row in rows}
            return Registers(tasks=rows), TableNames(holders, {}, title, layouts_folder()), inputs
        store = self._place.opened()
        try:
            registers = registers_of(store)
            inputs = list(ledger_facts(store, registers, self._year))
            return registers, names_of(store, title, layouts_folder()), inputs
        finally:
            store.close()

    def _numbers(self, sheets: StockSheets, report: Report) -> dict[str, Any]:
        from ....core.area import Area

        results = sheets.results

        def mu(areas: Any) -> float:
            return float(Area.total(area for area in areas if area is not None).mu(6))

        return {
            "HOLDER_COUNT": len(results),
            "QUOTA_MU": mu(each.quota for each in results),
            "ESTIMATE_MU": mu(each.estimate for each in results),
            "CONFIRMED_MU": mu(each.facts.confirmed for each in results),
            "UNSUPPLIED_DONE_MU": mu(each.facts.unsupplied_done for each in results),
            "IDLE_DONE_MU": mu(each.facts.idle_done for each in results),
            "MET_COUNT": sum(each.met is True for each in results),
            "FAILED_COUNT": sum(each.met is False for each in results),
            "FINDING_COUNT": len(sheets.findings),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, sheets: StockSheets, report: Report, feedback: QgsProcessingFeedback) -> None:
        numbers = self._numbers(sheets, report)
        text = self.tr("{count} counties, {year}: estimate {estimate} mu, confirmed {confirmed} mu.")
        feedback.pushInfo(
            text.format(
                count=numbers["HOLDER_COUNT"],
                year=self._year,
                estimate=f"{numbers['ESTIMATE_MU']:g}",
                confirmed=f"{numbers['CONFIRMED_MU']:g}",
            )
        )
        if not sheets.results:
            feedback.pushWarning(self.tr("The registers have no row of this year."))
        for finding in sheets.findings[:TOLD]:
            feedback.pushWarning(said(finding))
        self.tell_failed(report.identities, feedback)
