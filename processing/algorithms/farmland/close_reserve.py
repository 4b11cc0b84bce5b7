"""landledger:closereserve — close a year of the reserve books of a ledger, or reopen the last closed one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group
from ...ledger_algorithm import LedgerBookAlgorithm
from ...settings import rules_in_force

if TYPE_CHECKING:
    from ....core.balance.reserve.ledger import ReserveLedger
    from ....core.quota.closing import QuarterState


class CloseReserve(LedgerBookAlgorithm):
    """Close or reopen a year of reserve books."""

    GROUP = Group.FARMLAND
    ICON = "reserve.svg"
    NEEDS = ("numpy",)

    YEAR = "YEAR"
    HOLDERS = "HOLDERS"
    REOPEN = "REOPEN"
    REASON = "REASON"
    OPERATOR = "OPERATOR"

    def name(self) -> str:
        return "closereserve"

    def displayName(self) -> str:
        return self.tr("Close a year of the reserve")

    def shortDescription(self) -> str:
        return self.tr("Freezes a year of the reserve of supplementary farmland, with the seal of each book on record.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Closes a year of the reserve books of a ledger: nothing more is booked into it or before it; a document that arrives "
            "late is booked in the open year and keeps its date. Before, the year is footed: opening plus received minus spent must "
            "be the closing balance of every account, and no lot may be below nothing at its end.\n\n"
            "1. Years close in their order, once they are over; all holders or those you name. Empty year: the next one due.\n"
            "2. The number and the seal of the last voucher go on record: print them onto the signed report of the year (“Tables of "
            "farmland protection”), they prove the ledger. What is frozen goes on into the next year.\n"
            "3. Reopen (反结账): the last closed year only, by the city, with a reason, which goes on record.\n\n"
            "That a reserve is closed by the year is practice, to be confirmed locally. A backup of a ledger file is made after "
            "closing."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        kind = QgsProcessingParameterNumber.Type.Integer
        self.addParameter(
            QgsProcessingParameterNumber(
                self.YEAR, self.tr("Year (empty: the next one due)"), kind, optional=True, minValue=1990, maxValue=2100
            )
        )
        label = self.tr("Holders, by code or name, separated by commas (empty: all)")
        self.addParameter(QgsProcessingParameterString(self.HOLDERS, label, optional=True))
        self.addParameter(QgsProcessingParameterBoolean(self.REOPEN, self.tr("Reopen the year"), defaultValue=False))
        self.addParameter(QgsProcessingParameterString(self.REASON, self.tr("Reason of reopening"), optional=True))
        self.add_advanced(
            QgsProcessingParameterString(self.OPERATOR, self.tr("Operator (empty: from the settings)"), optional=True)
        )
        for name, label in (
            ("HEAD_HASH", self.tr("Seal of the first book")),
            ("HEADS", self.tr("Number and seal of each book")),
        ):
            self.addOutput(QgsProcessingOutputString(name, label))
        self.add_numbers(
            ("CLOSED_YEAR", self.tr("Year")),
            ("BOOK_COUNT", self.tr("Number of books")),
            ("VOUCHER_COUNT", self.tr("Number of vouchers")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        self._rules = rules_in_force()

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.balance.reserve.ledger import ReserveLedger

        store = self.ledger(parameters, context)
        try:
            reserve = ReserveLedger(store, self._rules, self.today)
            holders = self._holders(reserve, parameters, context)
            operator = self.parameterAsString(parameters, self.OPERATOR, context).strip() or self.operator()
            reopen = self.parameterAsBoolean(parameters, self.REOPEN, context)
            year = self._year(reserve, holders, parameters, context, reopen)
            if reopen:
                reason = self.parameterAsString(parameters, self.REASON, context)
                states = reserve.reopen_year(year, holders, reason, operator)
                feedback.pushInfo(self.tr("Reopened {year}.").format(year=year))
            else:
                states = reserve.close_year(year, holders, operator)
                feedback.pushInfo(self.tr("Closed {year} of {books} books.").format(year=year, books=len(states)))
                self.back_up(store, str(year), self._rules, feedback)
            return _outputs(states, year)
        finally:
            store.close()

    def _holders(
        self, reserve: ReserveLedger, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> list[str]:
        """Codes of the holders asked for, of all without any."""
        from ....core.balance.reserve.event_rows import holder_code

        books = reserve.books()
        if not books:
            raise InputError(translate("LandLedger", "The ledger has no reserve; enter lots first."))
        text = self.parameterAsString(parameters, self.HOLDERS, context).translate(str.maketrans("，、;；", ",,,,"))
        asked = [each.strip() for each in text.split(",") if each.strip()]
        return [holder_code(reserve, each) for each in asked] or list(books)

    def _year(
        self,
        reserve: ReserveLedger,
        holders: Sequence[str],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        reopen: bool,
    ) -> int:
        """The year asked for; without one the next due of the first book, or its last closed one to be reopened."""
        if parameters.get(self.YEAR) not in (None, ""):
            return self.parameterAsInt(parameters, self.YEAR, context)
        due = reserve.due_year(holders[0])
        if due is None:
            raise InputError(translate("LandLedger", "The book {book} has no vouchers; name the year."), book=holders[0])
        return due - 1 if reopen else due


def _outputs(states: Sequence[QuarterState], year: int) -> dict[str, Any]:
    return {
        "HEAD_HASH": states[0].hash,
        "HEADS": "\n".join(f"{state.book} {state.number} {state.hash}" for state in states),
        "CLOSED_YEAR": year,
        "BOOK_COUNT": len(states),
        "VOUCHER_COUNT": sum(state.number for state in states),
    }
