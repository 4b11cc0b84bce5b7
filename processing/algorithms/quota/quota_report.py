"""landledger:quotareport: journal, yearly summary, quarter filing and rolling projects of a quota ledger as a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group, Steps, say
from ...settings import layouts_folder, rules_in_force
from .yearly_algorithm import YearlyAlgorithm

if TYPE_CHECKING:
    from ....core.occupation.inputs_sheet import RunFacts
    from ....core.quota.tables.report import QuotaReport


class QuotaReportAlgorithm(YearlyAlgorithm):
    """The tables of a quota ledger."""

    GROUP = Group.QUOTA

    TABLES = "TABLES"

    def name(self) -> str:
        return "quotareport"

    def displayName(self) -> str:
        return self.tr("Tables of the quota ledger")

    def shortDescription(self) -> str:
        return self.tr("Journal, quota obtained and used by holder and source, quarter filing and rolling projects.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Writes the tables of a quota ledger into one workbook and checks them against the ledger.\n\n"
            "1. Quota year: whose quota the journal and the yearly summary show; the quarter filing shows all years.\n"
            "2. Last day: vouchers up to this day count. The quarter filed is the one of this day; without a day that of "
            "the last voucher of the year.\n"
            "3. Date that counts: for the journal and the yearly summary, the date of the document or of the booking; "
            "quarters always go by the booking.\n"
            "4. Tables: T01 journal, T02 yearly summary, T02S by source, T02M by month, T03, T03B and T04 stock, T22 "
            "approvals, T23 and T23B supply, T24 quarter filing, T25 rolling projects. Empty means all that have rows, with "
            "charts.\n\n"
            "Pending and used are of quota that was obtained; what was advanced stands under advances until it is cleared. "
            "Sources that are kept apart never count in the total. The seal of every book stands under the quarter "
            "filing: keep a printed copy, it proves the ledger. While one check does not hold, every sheet is marked 草稿."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        self.add_year()
        self.add_whose()
        self.add_text(self.TABLES, self.tr("Tables of the workbook, as in T02,T24 (empty: all)"))
        self.add_title()
        self.add_workbook()
        self.add_numbers(
            ("OBTAINED_MU", self.tr("Obtained (mu)")),
            ("CARRIED_MU", self.tr("Carried over from the year before (mu)")),
            ("ADVANCED_MU", self.tr("Advances not cleared (mu)")),
            ("ADVANCED_IN_YEAR_MU", self.tr("Advanced, cleared or not (mu)")),
            ("ADVANCED_PROJECT_COUNT", self.tr("Projects with an advance")),
            ("PENDING_MU", self.tr("Pending approval (mu)")),
            ("USED_MU", self.tr("Used, approved (mu)")),
            ("AVAILABLE_MU", self.tr("Available (mu)")),
            ("REMAINING_MU", self.tr("Left of the year's quota (mu)")),
            ("GROWTH_PERCENT", self.tr("Growth against the year before (%)")),
            ("LINE_COUNT", self.tr("Lines of the journal")),
            ("OPEN_PROJECT_COUNT", self.tr("Projects that roll into the next quarter")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.quota.tables.report import tables_named
        self._rules = rules_in_force()
        self._shown = tables_named(self.parameterAsString(parameters, self.TABLES, context))
        self.take_workbook(parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.quota.tables.report import quota_report, write_quota_report

        steps = Steps(feedback, read=40, book=60)
        store = self.ledger(parameters, context)
        try:
            name = self.text(parameters, self.TITLE, context)
            job = self.job(store, parameters, context, name, layouts_folder())
            report = quota_report(store, job, self._facts(), self._shown, self._rules, steps.read)
            if self._book:
                _require_other_file(self._book, store.label)
                write_quota_report(report, self._book, self._families, say, steps.book)
        finally:
            store.close()
        self._tell(report, feedback)
        return {self.WORKBOOK: self._book, **_numbers(report)}

    def _facts(self) -> RunFacts:
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        used = [self._rules.get(key) for key in ("quota_overdue_quarters", "quota_statistics_date")]
        return RunFacts(None, program_versions(), (), used)

    def _tell(self, report: QuotaReport, feedback: QgsProcessingFeedback) -> None:
        from ....core.area import Area
        from ....core.quota.tables.checks import in_mu

        total = report.total
        feedback.pushInfo(
            self.tr(
                "Obtained {obtained} mu, advances not cleared {advanced}, pending {pending}, used {used}, available {available}."
            ).format(
                obtained=Area(total.total).mu(), advanced=Area(total.advanced).mu(), pending=Area(total.pending).mu(),
                used=Area(total.used).mu(), available=Area(total.available).mu(),
            )
        )  # fmt: skip
        if report.growth is not None:
            feedback.pushInfo(self.tr("Growth against the year before: {growth} %.").format(growth=report.growth))
        self.tell_failed([in_mu(identity) for identity in report.identities], feedback)


def _numbers(report: QuotaReport) -> dict[str, Any]:
    """What models and scripts get; areas in mu."""
    from ....core.area import Area

    total = report.total
    amounts = {
        "OBTAINED_MU": total.total,
        "CARRIED_MU": total.carried,
        "ADVANCED_MU": total.advanced,
        "ADVANCED_IN_YEAR_MU": total.advanced_in_year,
        "PENDING_MU": total.pending,
        "USED_MU": total.used,
        "AVAILABLE_MU": total.available,
        "REMAINING_MU": total.left,
    }
    return {
        **{name: float(Area(amount).mu(6)) for name, amount in amounts.items()},
        "ADVANCED_PROJECT_COUNT": total.advanced_projects,
        "GROWTH_PERCENT": None if report.growth is None else float(report.growth),
        "LINE_COUNT": sum(journal.count for journal in report.made.journals),
        "OPEN_PROJECT_COUNT": sum(project.rolls for project in report.made.projects),
        "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
    }


def _require_other_file(book: str, ledger: str) -> None:
    """A workbook is never written over the ledger."""
    import os

    if os.path.exists(ledger) and os.path.realpath(book) == os.path.realpath(ledger):
        raise InputError(translate("LandLedger", "{file} is the ledger itself; choose another file."), file=book)
