"""landledger:postlinkage — one event into the surplus ledger of increase–decrease linkage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group, say
from ...dates import add_date, asked_date
from ...ledger_algorithm import LedgerBookAlgorithm

if TYPE_CHECKING:
    from ....core.balance.linkage.surplus import Request, SurplusLedger

ASKED = ("accept", "use", "turnover", "give_back", "transfer_out", "reverse")
"""Events by name, as the ledger keeps them; a transfer is asked for by the holder who gives."""


class PostLinkage(LedgerBookAlgorithm):
    """One event into the surplus ledger."""

    GROUP = Group.FARMLAND
    ICON = "linkage.svg"
    NEEDS = ("numpy",)

    EVENT = "EVENT"
    HOLDER = "HOLDER"
    PROJECT_AREA = "PROJECT_AREA"
    AREA = "AREA"
    PROJECT = "PROJECT"
    DOC_NO = "DOC_NO"
    DOC_DATE = "DOC_DATE"
    BOOK_DATE = "BOOK_DATE"
    TO_HOLDER = "TO_HOLDER"
    REASON = "REASON"
    REVERSES = "REVERSES"
    CHECK_ONLY = "CHECK_ONLY"

    CHOICES: Mapping[str, Sequence[str]] = {EVENT: ASKED}

    def name(self) -> str:
        return "postlinkage"

    def displayName(self) -> str:
        return self.tr("Post linkage surplus")

    def shortDescription(self) -> str:
        return self.tr("Books acceptance, use or transfer of surplus, turnover quota, or a reversal.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Books one event of increase–decrease linkage into a ledger; what breaks a rule is refused with the reason, and "
            "nothing is written. Posted vouchers are never changed: what is wrong is reversed.\n\n"
            "1. Surplus of a project area comes in with its document of acceptance, is used by a construction project with the "
            "document of its approval, or goes to another county, which is booked in both books.\n"
            "2. Turnover quota is issued and returned by document.\n"
            "3. Nobody can use, transfer or return more than there is; of several years the oldest goes first. One document of "
            "acceptance enters a project area once. These rules follow the practice of linkage pilots, to be confirmed locally.\n"
            "4. A ledger without linkage books gets one beside each holder's other book.\n\n"
            "“Only check” tells whether it would be booked, without writing."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        from ....core.balance.linkage.vocabulary import Event

        self.add_ledger()
        labels = [say(Event(name).label) for name in ASKED]
        self.addParameter(QgsProcessingParameterEnum(self.EVENT, self.tr("Event"), labels, defaultValue=0))
        for name, label, needed in (
            (self.HOLDER, self.tr("Holder (code or name)"), True),
            (self.PROJECT_AREA, self.tr("Project area number"), False),
            (self.AREA, self.tr("Area (mu)"), False),
            (self.PROJECT, self.tr("Construction project that uses the surplus"), False),
            (self.DOC_NO, self.tr("Document number"), False),
        ):
            self.addParameter(QgsProcessingParameterString(name, label, optional=not needed))
        add_date(self, self.DOC_DATE, self.tr("Date of the document"))
        add_date(self, self.BOOK_DATE, self.tr("Booking date (empty: today)"))
        for name, label in (
            (self.TO_HOLDER, self.tr("Receiver of a transfer (code or name)")),
            (self.REASON, self.tr("Reason, remark")),
        ):
            self.addParameter(QgsProcessingParameterString(name, label, optional=True))
        kind = QgsProcessingParameterNumber.Type.Integer
        label = self.tr("Number of the voucher to reverse")
        self.addParameter(QgsProcessingParameterNumber(self.REVERSES, label, kind, optional=True, minValue=1))
        self.addParameter(
            QgsProcessingParameterBoolean(self.CHECK_ONLY, self.tr("Only check, post nothing"), defaultValue=False)
        )
        self.addOutput(QgsProcessingOutputString("VOUCHER", self.tr("Voucher numbers")))
        self.add_numbers(
            ("VOUCHER_COUNT", self.tr("Number of vouchers")),
            ("AVAILABLE_MU", self.tr("Surplus available, of this holder (mu)")),
            ("USED_MU", self.tr("Surplus used, of this holder (mu)")),
            ("TURNOVER_MU", self.tr("Turnover quota not returned, of this holder (mu)")),
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.balance.linkage.surplus import SurplusLedger, found_linkage

        store = self.ledger(parameters, context)
        try:
            check_only = self.parameterAsBoolean(parameters, self.CHECK_ONLY, context)
            if not check_only:
                found_linkage(store)
            ledger = SurplusLedger(store, self.today)
            request = self._request(ledger, parameters, context)
            if check_only:
                count = len(ledger.preview([request]))
                feedback.pushInfo(self.tr("{count} vouchers would be booked.").format(count=count))
                return self._result(ledger, request.holder, [])
            vouchers = [voucher.label for voucher in ledger.post([request])]
            feedback.pushInfo(self.tr("Booked: {vouchers}.").format(vouchers="、".join(vouchers)))
            return self._result(ledger, request.holder, vouchers)
        finally:
            store.close()

    def _request(self, ledger: SurplusLedger, parameters: dict[str, Any], context: QgsProcessingContext) -> Request:
        from ....core.balance.linkage.surplus import Request
        from ....core.balance.linkage.vocabulary import Event

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        names = {book.name: holder for holder, book in ledger.books().items()}
        reverses = None
        if parameters.get(self.REVERSES) not in (None, ""):
            reverses = self.parameterAsInt(parameters, self.REVERSES, context)
        return Request(
            Event(self.choice(parameters, self.EVENT, context)),
            names.get(text(self.HOLDER), text(self.HOLDER)),
            text(self.PROJECT_AREA),
            self._amount(text(self.AREA)),
            asked_date(self, parameters, self.BOOK_DATE, context) or self.today(),
            text(self.DOC_NO),
            asked_date(self, parameters, self.DOC_DATE, context),
            text(self.PROJECT),
            names.get(text(self.TO_HOLDER), text(self.TO_HOLDER)),
            text(self.REASON),
            self.operator(),
            reverses,
        )

    def _amount(self, text: str) -> Any:
        """An area in mu as people type it."""
        from ....core.area import ZERO, Area, typed_number

        plain = typed_number(text.removesuffix("亩"))
        if not plain:
            return ZERO
        try:
            return Area.from_mu(plain)
        except InputError as error:
            template = translate("LandLedger", "{parameter}: {reason}")
            raise InputError(template, parameter=self.tr("Area (mu)"), reason=error.sentence) from error

    def _result(self, ledger: SurplusLedger, holder: str, vouchers: Sequence[str]) -> dict[str, Any]:
        own = [each for each in ledger.positions() if each.holder == holder]
        return {
            "VOUCHER": "、".join(vouchers),
            "VOUCHER_COUNT": len(vouchers),
            "AVAILABLE_MU": float(sum(each.available.mu(6) for each in own)),
            "USED_MU": float(sum(each.used.mu(6) for each in own)),
            "TURNOVER_MU": float(sum(each.outstanding.mu(6) for each in own)),
        }
