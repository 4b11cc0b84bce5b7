"""landledger:closequarter — close a quarter of a quota ledger, file it and list what is open for the next; or reopen it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterString,
)

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...ledger_algorithm import LedgerBookAlgorithm
from ...settings import layouts_folder, rules_in_force

if TYPE_CHECKING:
    from ....core.quota.ledger import Quarter, QuarterState, QuotaLedger
    from ....core.quota.tables.report import QuotaReport
    from ....core.store import Store

FILED = ("T24", "T25")


class CloseQuarter(LedgerBookAlgorithm):
    """Close or reopen a quarter."""

    GROUP = Group.QUOTA
    NEEDS = ("numpy", "openpyxl")

    QUARTER = "QUARTER"
    REOPEN = "REOPEN"
    REASON = "REASON"

    def name(self) -> str:
        return "closequarter"

    def displayName(self) -> str:
        return self.tr("Close and file a quarter")

    def shortDescription(self) -> str:
        return self.tr("Freezes a quarter, writes the filing sheet and the rolling list, lists open projects for the next.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Closes a quarter of a quota ledger: nothing more is booked into it or before it; a document that arrives late "
            "is booked in the open quarter and keeps its date. Before, the quarter is footed: opening plus received minus "
            "spent must be the closing balance of every account.\n\n"
            "1. Quarters close in their order, all holders or those you name. Empty quarter: the next one due.\n"
            "2. The number and the seal of the last voucher go on record and onto the filing sheet: keep a signed copy, it "
            "proves the ledger.\n"
            "3. Projects still open are listed for the next quarter.\n"
            "4. Reopen (反结账): the last closed quarter only, by the city, with a reason, which goes on record.\n"
            "5. A quarter that is closed already, with a workbook: its filing sheet is written again, nothing else changes.\n\n"
            "Workbook: 用地指标季度备案表 and 滚动用地项目清单 with checks. A backup of a ledger file is made after closing."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        quarter = self.tr("Quarter, as in 2023Q4 (empty: the next one due)")
        self.addParameter(QgsProcessingParameterString(self.QUARTER, quarter, optional=True))
        self.add_holders()
        self.addParameter(QgsProcessingParameterBoolean(self.REOPEN, self.tr("Reopen the quarter"), defaultValue=False))
        self.addParameter(QgsProcessingParameterString(self.REASON, self.tr("Reason of reopening"), optional=True))
        self.add_operator()
        self.add_workbook()
        for name, label in (
            ("HEAD_HASH", self.tr("Seal of the first book")),
            ("HEADS", self.tr("Number and seal of each book")),
            ("CLOSED_QUARTER", self.tr("Quarter")),
        ):
            self.addOutput(QgsProcessingOutputString(name, label))
        self.add_numbers(
            ("BOOK_COUNT", self.tr("Number of books")),
            ("OPEN_COUNT", self.tr("Projects that roll into the next quarter")),
            ("VOUCHER_COUNT", self.tr("Number of vouchers")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        self._rules = rules_in_force()
        self.take_workbook(parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.quota.ledger import QuotaLedger
        from ....core.quota.naming import codes_of
        from ....core.quota.tables.checks import in_mu

        steps = Steps(feedback, close=30, book=70)
        store = self.ledger(parameters, context)
        try:
            quota = QuotaLedger(store, self._rules, self.today)
            books = codes_of("holder", self.parameterAsString(parameters, self.HOLDERS, context), quota.holders())
            operator = self.operator_of(parameters, context)
            reopen = self.parameterAsBoolean(parameters, self.REOPEN, context)
            quarter = self._quarter(quota, books, parameters, context, reopen)
            again = self._closed_before(quota, quarter, books) if self._book and not reopen else []
            if reopen:
                reason = self.parameterAsString(parameters, self.REASON, context)
                states = quota.reopen_quarter(quarter, books, reason, operator)
                feedback.pushInfo(self.tr("Reopened {quarter}.").format(quarter=quarter.label))
            elif again:
                states = again
                feedback.pushInfo(
                    self.tr("{quarter} was closed on {date} already; its filing sheet is written again.").format(
                        quarter=quarter.label, date=states[0].date
                    )
                )
            else:
                self._require_room()
                states = quota.close_quarter(quarter, books, operator)
                self._tell(states, quarter, feedback)
                self.back_up(store, quarter.code, self._rules, feedback)
            for notice in quota.notices(quarter.year, quarter.last):
                feedback.pushWarning(said(notice.text))
            steps.close(1.0)
            failed, rolling = 0, sum(len(state.open_projects) for state in states)
            if self._book and not reopen:
                report = self._filed(store, quarter, books, steps)
                self.tell_failed([in_mu(identity) for identity in report.identities], feedback)
                failed = sum(not identity.ok for identity in report.identities)
                rolling = sum(project.rolls for project in report.made.projects) if again else rolling
            numbers = {"OPEN_COUNT": rolling, "UNBALANCED_COUNT": failed}
            return {self.WORKBOOK: self._book if not reopen else "", **_outputs(states, quarter), **numbers}
        finally:
            store.close()

    def _quarter(
        self,
        quota: QuotaLedger,
        books: Sequence[str],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        reopen: bool,
    ) -> Quarter:
        """The quarter asked for; without one the next due of the first book, or its last closed one to be reopened."""
        from ....core.quota.ledger import Quarter

        text = self.parameterAsString(parameters, self.QUARTER, context).strip()
        if text:
            return Quarter.named(text)
        due = quota.due_quarter(books[0])
        if due is None:
            raise InputError(translate("LandLedger", "The book {book} has no vouchers; name the quarter."), book=books[0])
        return due.plus(-1) if reopen else due

    def _tell(self, states: Sequence[QuarterState], quarter: Quarter, feedback: QgsProcessingFeedback) -> None:
        feedback.pushInfo(
            self.tr("Closed {quarter} of {books} books; {projects} open projects roll into {next}.").format(
                quarter=quarter.label,
                books=len(states),
                projects=sum(len(state.open_projects) for state in states),
                next=quarter.next.label,
            )
        )
        for state in states:
            line = self.tr("{book}: voucher {number}, seal {hash}")
            feedback.pushInfo(line.format(book=state.book, number=state.number, hash=state.hash))

    def _closed_before(self, quota: QuotaLedger, quarter: Quarter, books: Sequence[str]) -> list[QuarterState]:
        """The quarter as it was closed, where it is closed in all of these books."""
        found = [state for book in books for state in quota.quarters(book) if state.quarter == quarter and state.closed]
        return found if len(found) == len(books) else []

    def _require_room(self) -> None:
        """A quarter is not closed for a sheet that has no place."""
        from pathlib import Path

        from ....core.beside import require_room

        if self._book:
            require_room(Path(self._book))

    def _filed(self, store: Store, quarter: Quarter, books: Sequence[str], steps: Steps) -> QuotaReport:
        """The filing sheet and the rolling list, written; OutputError saying what to do where they can't be."""
        from ....core.errors import OutputError
        from ....core.occupation.inputs_sheet import RunFacts
        from ....core.quota.tables.job import job_for
        from ....core.quota.tables.moves import Basis
        from ....core.quota.tables.report import quota_report, write_quota_report
        from ...versions import program_versions

        job = job_for(store, quarter.year, quarter.last, list(books), Basis.BOOKING, "", layouts_folder())
        facts = RunFacts(None, program_versions(), (), [self._rules.get("quota_overdue_quarters")])
        report = quota_report(store, job, facts, FILED, self._rules)
        try:
            write_quota_report(report, self._book, self._families, say, steps.book)
        except OutputError as error:
            raise OutputError(
                translate(
                    "LandLedger",
                    "The quarter {quarter} is closed, but its filing sheet was not written: {reason} Close the quarter once "
                    "more with another workbook: the sheet alone is written again.",
                ),
                quarter=quarter.label, reason=error.sentence,
            ) from error  # fmt: skip
        return report


def _outputs(states: Sequence[QuarterState], quarter: Quarter) -> dict[str, Any]:
    return {
        "HEAD_HASH": states[0].hash,
        "HEADS": "\n".join(f"{state.book} {state.number} {state.hash}" for state in states),
        "CLOSED_QUARTER": quarter.code,
        "BOOK_COUNT": len(states),
        "VOUCHER_COUNT": sum(state.number for state in states),
    }
