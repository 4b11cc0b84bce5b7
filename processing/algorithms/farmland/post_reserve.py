"""landledger:postreserve — events on reserve lots into the ledger: one by parameters, or those of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ....core.errors import InputError
from ....core.sentence import sentence, translate
from ...base import Group, said, say
from ...dates import add_date, asked_date
from ...ledger_algorithm import LedgerBookAlgorithm
from ...settings import rules_in_force
from .amount_table import amount_table

if TYPE_CHECKING:
    from ....core.balance.indicators import Indicators
    from ....core.balance.reserve.event_rows import EventRows
    from ....core.balance.reserve.ledger import Preview, ReserveLedger

EVENTS = ("freeze", "promise", "unfreeze", "draw", "transfer_out", "void", "reverse")
UNITS = ("mu", "ha", "m2")
TOLD = 20


class PostReserve(LedgerBookAlgorithm):
    """Events on reserve lots into the ledger: all of them or none."""

    GROUP = Group.FARMLAND
    ICON = "reserve.svg"
    NEEDS = ("numpy",)

    EVENT = "EVENT"
    HOLDER = "HOLDER"
    LOT = "LOT"
    QUANTITY = "QUANTITY"
    PADDY = "PADDY"
    CAPACITY = "CAPACITY"
    PROJECT = "PROJECT"
    CONFIRMATION = "CONFIRMATION"
    DOC_NO = "DOC_NO"
    DOC_DATE = "DOC_DATE"
    BOOK_DATE = "BOOK_DATE"
    TO_HOLDER = "TO_HOLDER"
    REASON = "REASON"
    REVERSES = "REVERSES"
    ROWS = "ROWS"
    UNIT = "UNIT"
    TABLE_FIELDS = "TABLE_FIELDS"
    POST = "POST"

    CHOICES: Mapping[str, Sequence[str]] = {EVENT: EVENTS, UNIT: UNITS}

    def name(self) -> str:
        return "postreserve"

    def displayName(self) -> str:
        return self.tr("Post reserve lots")

    def shortDescription(self) -> str:
        return self.tr("Links, draws, transfers, voids or reverses amounts of reserve lots, one or a whole table of them.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Books events on the reserve of supplementary farmland into a ledger. All of them are booked or none; what breaks a "
            "rule is refused with the reason. Posted vouchers are never changed: what is wrong is reversed.\n\n"
            "1. Events: link and freeze, link as a promise (lots that are not accepted yet), unlink and unfreeze, draw, transfer "
            "out (booked in both books), void, reversal. Lots are entered by “Enter supplementary farmland into the reserve”.\n"
            "2. A link or draw names its construction project, which the register of the ledger has to know; a draw also the "
            "confirmation number and the document of the land approval, a transfer its document and receiver, void and "
            "reversal a reason. A draw takes what is frozen for the project first.\n"
            "3. Farmland, paddy and capacity (kg) are three amounts, none stands for another; what is left blank is nothing.\n"
            "4. Table: one row a lot with event 业务 (挂钩, 承诺挂钩, 解挂, 核销, 调剂, 作废, 冲销), holder 行政区, lot 储备项目编号, "
            "quantity 耕地数量, paddy 水田规模, capacity 粮食产能, project 建设项目编号, confirmation 确认单号, doc_no 文号, doc_date, "
            "book_date 记账日期, to_holder 调入单位, reason 原因, reverses 冲销凭证号. Rows that differ in nothing but the lot "
            "become one voucher. A receiver without a reserve book gets one. "
            "Other names are said under “Fields of the table”.\n"
            "5. Without “Post” everything is only checked, and what would be booked is told.\n\n"
            "Nobody can draw more than there is in any of the three indicators. Expired lots, missing or repeated confirmation "
            "numbers and draws without a link follow resources/rules/reserve.csv, to be confirmed locally."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        from ....core.balance.reserve.vocabulary import Event

        self.add_ledger()
        labels = [say(Event(name).label) for name in EVENTS]
        self.addParameter(QgsProcessingParameterEnum(self.EVENT, self.tr("Event"), labels, defaultValue=0))
        for name, label in (
            (self.HOLDER, self.tr("Holder (code or name; empty: that of the project or lot)")),
            (self.LOT, self.tr("Number of the lot")),
            (self.QUANTITY, self.tr("Farmland")),
            (self.PADDY, self.tr("Paddy")),
            (self.CAPACITY, self.tr("Capacity (kg)")),
        ):
            self._add_text(name, label)
        units = [self.tr("mu"), self.tr("hectares"), "m²"]
        self.addParameter(QgsProcessingParameterEnum(self.UNIT, self.tr("Unit of area"), units, defaultValue=0))
        for name, label in (
            (self.PROJECT, self.tr("Construction project (code)")),
            (self.CONFIRMATION, self.tr("Confirmation number")),
            (self.DOC_NO, self.tr("Document number")),
        ):
            self._add_text(name, label)
        add_date(self, self.DOC_DATE, self.tr("Date of the document"))
        add_date(self, self.BOOK_DATE, self.tr("Booking date (empty: today)"))
        self._add_text(self.TO_HOLDER, self.tr("Receiver of a transfer (code or name)"))
        self._add_text(self.REASON, self.tr("Reason, remark"))
        kind = QgsProcessingParameterNumber.Type.Integer
        label = self.tr("Number of the voucher to reverse")
        self.addParameter(QgsProcessingParameterNumber(self.REVERSES, label, kind, optional=True, minValue=1))
        table = [QgsProcessing.SourceType.TypeVector]
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.ROWS, self.tr("or table of events"), table, optional=True)
        )
        self.add_advanced(
            QgsProcessingParameterString(
                self.TABLE_FIELDS, self.tr("Fields of the table, as in event=类型;lot=编号"), optional=True, multiLine=True
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(self.POST, self.tr("Post (without: only check)"), defaultValue=True)
        )
        self.addOutput(QgsProcessingOutputString("VOUCHER", self.tr("Voucher numbers")))
        self.add_numbers(
            ("REQUEST_COUNT", self.tr("Events asked for")),
            ("VOUCHER_COUNT", self.tr("Number of vouchers")),
            ("WARNING_COUNT", self.tr("Number of warnings")),
            ("REMAINING_MU", self.tr("Remaining farmland of the whole reserve (mu)")),
            ("REMAINING_PADDY_MU", self.tr("Remaining paddy of the whole reserve (mu)")),
            ("REMAINING_CAPACITY_KG", self.tr("Remaining capacity of the whole reserve (kg)")),
        )

    def _add_text(self, name: str, label: str) -> None:
        self.addParameter(QgsProcessingParameterString(name, label, optional=True))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.balance.requisition.table_rows import TableKind

        field_map = self.parameterAsString(parameters, self.TABLE_FIELDS, context)
        self._table = amount_table(self, parameters, self.ROWS, context, TableKind.EVENTS, field_map)
        given = [name for name in (self.LOT, self.REVERSES) if parameters.get(name) not in (None, "")]
        if self._table is not None and given:
            raise InputError(translate("LandLedger", "Say one event by parameters or several by a table, not both."))
        if self._table is None and not given:
            raise InputError(translate("LandLedger", "There is nothing to book: name a lot, a voucher to reverse, or a table."))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.balance.reserve.founding import found_reserve, lacking_reserve
        from ....core.balance.reserve.ledger import ReserveLedger

        store = self.ledger(parameters, context)
        try:
            ledger = ReserveLedger(store, rules_in_force(), self.today)
            asked = self._asked(ledger, parameters, context)
            lacking = lacking_reserve(store, {request.to_holder for request in asked.requests})
            ledger.expect([holder.code for holder in lacking])
            preview = ledger.preview(asked.requests)
            self._require_allowed(preview, asked)
            vouchers: list[str] = []
            if self.parameterAsBoolean(parameters, self.POST, context):
                if lacking:
                    found_reserve(store, lacking)
                vouchers = [voucher.label for voucher in ledger.post(asked.requests).vouchers]
                feedback.pushInfo(self.tr("Booked: {vouchers}.").format(vouchers="、".join(vouchers)))
            else:
                feedback.pushInfo(self.tr("{count} vouchers would be booked.").format(count=len(preview.drafts)))
            self._tell(preview, asked, feedback)
            return self._result(ledger, asked, preview, vouchers)
        finally:
            store.close()

    def _require_allowed(self, preview: Preview, asked: EventRows) -> None:
        """What is refused names its row, also where it is only checked."""
        from ....core.quota.problems import Refused

        asked.require_allowed(preview)
        if preview.refused:
            raise Refused(preview.problems, len(asked.requests) == 1)

    def _asked(self, ledger: ReserveLedger, parameters: dict[str, Any], context: QgsProcessingContext) -> EventRows:
        from ....core.balance.reserve.event_rows import EventRows, event_rows, holder_code
        from ....core.balance.reserve.request import Request
        from ....core.balance.reserve.vocabulary import Event
        from ....core.workbook import DisplayUnit
        from ...adapters.columns import read

        unit = DisplayUnit(self.choice(parameters, self.UNIT, context))
        today = asked_date(self, parameters, self.BOOK_DATE, context) or self.today()
        if self._table is not None:
            return event_rows(ledger, read(self._table), unit, today, self.operator())

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        reverses = None
        if parameters.get(self.REVERSES) not in (None, ""):
            reverses = self.parameterAsInt(parameters, self.REVERSES, context)
        request = Request(
            Event(self.choice(parameters, self.EVENT, context)),
            holder_code(ledger, text(self.HOLDER), text(self.PROJECT), text(self.LOT)),
            today,
            {text(self.LOT): self._amounts(parameters, context, unit)} if text(self.LOT) else {},
            project=text(self.PROJECT),
            confirmation=text(self.CONFIRMATION),
            doc_no=text(self.DOC_NO),
            doc_date=asked_date(self, parameters, self.DOC_DATE, context),
            reason=text(self.REASON),
            operator=self.operator(),
            to_holder=holder_code(ledger, text(self.TO_HOLDER)) if text(self.TO_HOLDER) else "",
            reverses=reverses,
        )
        return EventRows([request])

    def _amounts(self, parameters: dict[str, Any], context: QgsProcessingContext, unit: Any) -> Indicators:
        """The three amounts as people type them."""
        from ....core.area import Area, typed_number
        from ....core.balance.indicators import Indicators
        from ....core.workbook import DisplayUnit

        read = {
            DisplayUnit.MU: Area.from_mu,
            DisplayUnit.HECTARE: Area.from_hectares,
            DisplayUnit.SQUARE_METRE: Area.from_square_metres,
        }[unit]
        areas = []
        for name in (self.QUANTITY, self.PADDY):
            plain = typed_number(self.parameterAsString(parameters, name, context).strip())
            try:
                areas.append(read(plain).micro_mu if plain else 0)
            except InputError as error:
                raise self._unreadable(name, error) from error
        plain = typed_number(self.parameterAsString(parameters, self.CAPACITY, context).strip())
        if plain and not plain.isdecimal():
            template = translate("LandLedger", "“{value}” is no whole number of kilograms.")
            raise self._unreadable(self.CAPACITY, InputError(template, value=plain))
        return Indicators(*areas, int(plain or 0))

    def _unreadable(self, name: str, error: InputError) -> InputError:
        template = translate("LandLedger", "{parameter}: {reason}")
        label = self.parameterDefinition(name).description()
        return InputError(template, parameter=label, reason=error.sentence)

    def _tell(self, preview: Preview, asked: EventRows, feedback: QgsProcessingFeedback) -> None:
        from ....core.balance.reserve.rules import amounts_text

        for problem in preview.problems[:TOLD]:
            where = asked.place_of(problem)
            feedback.pushWarning(f"{where}: {said(problem.text)}" if where else said(problem.text))
        text = translate("LandLedger", "{holder}, lot {lot}: {amounts} remain.")
        for (holder, lot), left in list(preview.remaining.items())[:TOLD]:
            feedback.pushInfo(said(sentence(text, holder=holder, lot=lot, amounts=amounts_text(left))))

    def _result(
        self, ledger: ReserveLedger, asked: EventRows, preview: Preview, vouchers: Sequence[str]
    ) -> dict[str, Any]:
        from ....core.area import Area
        from ....core.balance.reserve.table import remaining_of

        left = remaining_of(ledger.lots())
        return {
            "VOUCHER": "、".join(vouchers),
            "REQUEST_COUNT": len(asked.requests),
            "VOUCHER_COUNT": len(vouchers),
            "WARNING_COUNT": len(preview.problems),
            "REMAINING_MU": float(Area(left.quantity).mu(6)),
            "REMAINING_PADDY_MU": float(Area(left.paddy).mu(6)),
            "REMAINING_CAPACITY_KG": left.capacity,
        }
