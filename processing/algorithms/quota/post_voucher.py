"""landledger:postvoucher — one event into a quota ledger: checked by every rule, booked whole or not at all."""

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
from ....core.sentence import sentence, translate
from ...base import Group, said, say
from ...dates import add_date, asked_date
from ...ledger_algorithm import LedgerBookAlgorithm
from ...settings import rules_in_force

if TYPE_CHECKING:
    from ....core.quota.ledger import Posted, Preview, QuotaLedger
    from ....core.quota.request import Request

ASKED = (
    "opening", "issue", "transfer_out", "advance", "repay", "reserve", "release", "allocate", "submit", "use", "send_back",
    "clear", "write_off", "return", "reclaim", "carry_over", "reverse",
)  # fmt: skip
"""Events by name, as the ledger keeps them; a transfer is asked for by the holder who gives."""


class PostVoucher(LedgerBookAlgorithm):
    """One event into a quota ledger."""

    GROUP = Group.QUOTA
    NEEDS = ("numpy",)

    EVENT = "EVENT"
    HOLDER = "HOLDER"
    YEAR = "YEAR"
    SOURCE = "SOURCE"
    AREA = "AREA"
    AGRICULTURAL = "AGRICULTURAL"
    CULTIVATED = "CULTIVATED"
    PROJECT = "PROJECT"
    DOC_NO = "DOC_NO"
    DOC_DATE = "DOC_DATE"
    BOOK_DATE = "BOOK_DATE"
    APPROVAL = "APPROVAL"
    REASON = "REASON"
    TO_HOLDER = "TO_HOLDER"
    TO_SOURCE = "TO_SOURCE"
    TO_YEAR = "TO_YEAR"
    REVERSES = "REVERSES"
    CHECK_ONLY = "CHECK_ONLY"

    CHOICES: Mapping[str, Sequence[str]] = {EVENT: ASKED}

    def name(self) -> str:
        return "postvoucher"

    def displayName(self) -> str:
        return self.tr("Post a voucher")

    def shortDescription(self) -> str:
        return self.tr("Books one issue, transfer, advance, allocation, submission, use, clearing, return or reversal.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Books one event into a quota ledger, with every rule checked first; a request that breaks one is refused with "
            "the reason, and nothing is written. Posted vouchers are never changed: what is wrong is reversed.\n\n"
            "1. Areas in mu, four decimals at most; of the total, the agricultural and the cultivated part.\n"
            "2. Holder, source and project by code or by name. Without a quota year it is that of the booking date; for "
            "submission, use, return and write-off an empty source or year means all the project has.\n"
            "3. Booking date: it decides the quarter. The document keeps its own date, also where its quarter is closed.\n"
            "4. A transfer is posted in both books. Clearing an advance undoes the whole advance of the project and uses "
            "the approved area of the source: what is too much goes back, what is lacking is taken from available quota.\n"
            "5. To reverse, give the number of the voucher and the reason.\n\n"
            "“Only check” tells what would be booked, and every problem, without writing."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        from ....core.quota.vocabulary import Event

        self.add_ledger()
        labels = [say(Event(name).label) for name in ASKED]
        default = ASKED.index("issue")
        self.addParameter(QgsProcessingParameterEnum(self.EVENT, self.tr("Event"), labels, defaultValue=default))
        self._add_text(self.HOLDER, self.tr("Holder (code or name)"), needed=True)
        self._add_number(self.YEAR, self.tr("Quota year (empty: that of the booking date)"))
        self._add_text(self.SOURCE, self.tr("Source of quota (code or name)"))
        self._add_text(self.AREA, self.tr("Area (mu)"))
        self._add_text(self.AGRICULTURAL, self.tr("Of which agricultural land (mu)"))
        self._add_text(self.CULTIVATED, self.tr("Of which cultivated land (mu)"))
        self._add_text(self.PROJECT, self.tr("Project (code or name)"))
        self._add_text(self.DOC_NO, self.tr("Document number"))
        add_date(self, self.DOC_DATE, self.tr("Date of the document"))
        add_date(self, self.BOOK_DATE, self.tr("Booking date (empty: today)"))
        self._add_text(self.APPROVAL, self.tr("Approval document (use, clearing)"))
        self._add_text(self.REASON, self.tr("Reason, remark"))
        self._add_text(self.TO_HOLDER, self.tr("Receiver of a transfer (code or name)"))
        self._add_text(self.TO_SOURCE, self.tr("Source at the receiver (empty: the same)"), advanced=True)
        self._add_number(self.TO_YEAR, self.tr("Year a carry-over goes to (empty: the next)"), advanced=True)
        self._add_number(self.REVERSES, self.tr("Number of the voucher to reverse"))
        self.add_operator()
        self.addParameter(
            QgsProcessingParameterBoolean(self.CHECK_ONLY, self.tr("Only check, post nothing"), defaultValue=False)
        )
        for name, label in (
            ("VOUCHER", self.tr("Voucher numbers")),
            ("HEAD_HASH", self.tr("Seal of the book")),
            ("PROBLEMS", self.tr("Problems and warnings")),
        ):
            self.addOutput(QgsProcessingOutputString(name, label))
        self.add_numbers(
            ("VOUCHER_COUNT", self.tr("Number of vouchers")),
            ("AVAILABLE_MU", self.tr("Available, of this holder, year and source (mu)")),
            ("ADVANCED_MU", self.tr("Advances not cleared, of this holder (mu)")),
            ("PENDING_MU", self.tr("Pending approval, of this holder (mu)")),
            ("USED_MU", self.tr("Used, of this holder (mu)")),
            ("PROBLEM_COUNT", self.tr("Problems that refuse")),
            ("WARNING_COUNT", self.tr("Number of warnings")),
        )

    def _add_text(self, name: str, label: str, needed: bool = False, advanced: bool = False) -> None:
        definition = QgsProcessingParameterString(name, label, optional=not needed)
        self.add_advanced(definition) if advanced else self.addParameter(definition)

    def _add_number(self, name: str, label: str, advanced: bool = False) -> None:
        kind = QgsProcessingParameterNumber.Type.Integer
        definition = QgsProcessingParameterNumber(name, label, kind, optional=True, minValue=1)
        self.add_advanced(definition) if advanced else self.addParameter(definition)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.quota.ledger import QuotaLedger

        store = self.ledger(parameters, context)
        try:
            quota = QuotaLedger(store, rules_in_force(), self.today)
            request = self._request(quota, parameters, context)
            if self.parameterAsBoolean(parameters, self.CHECK_ONLY, context):
                return self._checked(quota, request, feedback)
            return self._posted(quota, request, quota.post([request]), feedback)
        finally:
            store.close()

    # ------------------------------------------------------------------------------------------------------ the request

    def _request(self, quota: QuotaLedger, parameters: dict[str, Any], context: QgsProcessingContext) -> Request:
        from ....core.quota.naming import code_of
        from ....core.quota.request import Request
        from ....core.quota.vocabulary import Event, QuotaAmount

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        def number(name: str) -> int | None:
            given = parameters.get(name) not in (None, "")
            return self.parameterAsInt(parameters, name, context) if given else None

        holders, sources = quota.holders(), quota.sources()
        project = text(self.PROJECT)
        parts = [self._area(text(name), name) for name in (self.AREA, self.AGRICULTURAL, self.CULTIVATED)]
        return Request(
            event=Event(self.choice(parameters, self.EVENT, context)),
            holder=code_of("holder", text(self.HOLDER), holders),
            book_date=asked_date(self, parameters, self.BOOK_DATE, context) or self.today(),
            amount=QuotaAmount.of(*parts),
            year=number(self.YEAR) or 0,
            source=code_of("source", text(self.SOURCE), sources),
            project=code_of("project", project, quota.projects()) if project else "",
            doc_no=text(self.DOC_NO),
            doc_date=asked_date(self, parameters, self.DOC_DATE, context),
            approval=text(self.APPROVAL),
            reason=text(self.REASON),
            operator=self.operator_of(parameters, context),
            to_holder=code_of("holder", text(self.TO_HOLDER), holders),
            to_source=code_of("source", text(self.TO_SOURCE), sources),
            to_year=number(self.TO_YEAR),
            reverses=number(self.REVERSES),
        )

    def _area(self, text: str, name: str) -> Any:
        """An area in mu as people type it: full-width digits, thousands separated or not."""
        from ....core.area import ZERO, Area, typed_number

        plain = typed_number(text.strip().removesuffix("亩"))
        if not plain:
            return ZERO
        try:
            return Area.from_mu(plain)
        except InputError as error:
            raise InputError(
                translate("LandLedger", "{parameter}: {reason}"),
                parameter=self.parameterDefinition(name).description(), reason=error.sentence,
            ) from error  # fmt: skip

    # ------------------------------------------------------------------------------------------------------ the outcome

    def _checked(self, quota: QuotaLedger, request: Request, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        from ....core.quota.problems import account_text, mu

        preview = quota.preview([request])
        holders, sources = quota.holders(), quota.sources()
        for change in preview.changes:
            account = change.account
            name = account_text(account, holders[account.book].label, sources[account.source].label)
            line = self.tr("{account}: {before} → {after} mu")
            before, after = mu(change.before.total), mu(change.after.total)
            feedback.pushInfo(line.format(account=said(name), before=before, after=after))
        told = self._tell(preview, feedback)
        hard = sum(problem.hard for problem in preview.problems)
        feedback.pushInfo(self.tr("Checked only; nothing was posted."))
        return {
            "VOUCHER": "", "HEAD_HASH": "", "VOUCHER_COUNT": 0, "PROBLEMS": told, "PROBLEM_COUNT": hard,
            "WARNING_COUNT": len(preview.problems) - hard, **self._balances(quota, request),
        }  # fmt: skip

    def _posted(
        self, quota: QuotaLedger, request: Request, posted: Posted, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        labels = "、".join(voucher.label for voucher in posted.vouchers)
        told = self._tell(posted, feedback)
        own = [voucher for voucher in posted.vouchers if voucher.draft.book == request.holder]
        event = say(request.event.label)
        feedback.pushInfo(self.tr("Posted {event}: voucher {vouchers}.").format(event=event, vouchers=labels))
        return {
            "VOUCHER": labels, "HEAD_HASH": own[-1].hash, "VOUCHER_COUNT": len(posted.vouchers), "PROBLEMS": told,
            "PROBLEM_COUNT": 0, "WARNING_COUNT": len(posted.warnings), **self._balances(quota, request),
        }  # fmt: skip

    def _tell(self, outcome: Preview | Posted, feedback: QgsProcessingFeedback) -> str:
        problems = getattr(outcome, "problems", None) or getattr(outcome, "warnings", ())
        lines = []
        for problem in problems:
            line = sentence("{rule}: {text}", rule=problem.rule, text=problem.text)
            lines.append(said(line))
            feedback.reportError(lines[-1]) if problem.hard else feedback.pushWarning(lines[-1])
        return "\n".join(lines)

    def _balances(self, quota: QuotaLedger, request: Request) -> dict[str, float]:
        """What is left after it, in mu."""
        from ....core.area import Area
        from ....core.quota.vocabulary import State

        positions = quota.positions()
        own: dict[str, Any] = {"year": request.year or request.book_date.year}
        if request.source:
            own["source"] = request.source
        sums = {
            "AVAILABLE_MU": positions.total(holder=request.holder, state=State.AVAILABLE, **own),
            "ADVANCED_MU": positions.outstanding(holder=request.holder),
            "PENDING_MU": positions.total(holder=request.holder, state=State.PENDING),
            "USED_MU": positions.total(holder=request.holder, state=State.USED),
        }
        return {name: float(Area(size.total).mu(4)) for name, size in sums.items()}
