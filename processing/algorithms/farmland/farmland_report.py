"""landledger:farmlandreport: reserve, links, linkage and rectification of a ledger as the workbook of a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group, Steps, say
from ...dates import add_date, asked_date
from ...ledger_algorithm import LedgerBookAlgorithm
from ...settings import layouts_folder, rules_in_force
from .report_layers import ReportLayers

if TYPE_CHECKING:
    from ....core.balance.yearly.job import FarmlandJob
    from ....core.balance.yearly.report import FarmlandReport
    from ....core.store import Store

UNITS = ("mu", "ha")


class FarmlandReportAlgorithm(LedgerBookAlgorithm):
    """The tables of farmland protection of a ledger."""

    GROUP = Group.FARMLAND
    ICON = "farmland_report.svg"
    NEEDS = ("numpy", "scipy", "openpyxl")

    TABLES = "TABLES"
    YEAR = "YEAR"
    UNTIL = "UNTIL"
    HOLDERS = "HOLDERS"
    UNIT = "UNIT"
    TITLE = "TITLE"

    CHOICES: Mapping[str, Sequence[str]] = {UNIT: UNITS, **ReportLayers.choices()}

    def name(self) -> str:
        return "farmlandreport"

    def displayName(self) -> str:
        return self.tr("Tables of farmland protection")

    def shortDescription(self) -> str:
        return self.tr(
            "Reserve, links and draws, linkage surplus and outflow rectification of a ledger, with land classes, balance forms "
            "and prime farmland of layers, as one workbook."
        )

    def shortHelpString(self) -> str:
        return self.tr(
            "Writes what a ledger has of farmland protection into one workbook and checks the sheets against the books and "
            "against one another. Nothing is matched anew and nothing is entered.\n\n"
            "1. Tables: T05 reserve lots with stock by county, use by month and year, and lots that end soon; T06 links and "
            "draws of every project and lot, and how each project stands; T09 increase–decrease linkage with its surplus; T10 "
            "outflow spots with acts; T10S by county. Of layers: T07 occupied land by class, T27 of the same projects with what "
            "the ledger has drawn and frozen for them, T08 prime farmland with its supplement. Empty means all that the ledger has "
            "and layers are given for, with charts.\n"
            "2. Year: whose use is shown by month. Last day: vouchers booked up to this day count; without a day a year that is "
            "over ends with its last day. Lots, projects and spots are as their registers are now.\n"
            "3. Stock is what is free of accepted lots; running ones may only be promised and stand beside. “Stock lasts” is "
            "stock ÷ use of the year, two decimals.\n"
            "4. A project is 已落实 where draws and what is frozen of accepted lots cover what its regime asks for (three indicators "
            "of 2017, one account of 2024, by its date), 以承诺方式落实 where promises cover the rest, else 未落实.\n"
            "5. Validity, months before the end, regimes and the rules of linkage and rectification stand in "
            "resources/rules (reserve, requisition, linkage, rectification), to be confirmed locally; the inputs sheet "
            "lists them with their status, and the seal of every book. Reserve books are closed by the year (“Close a year of the "
            "reserve”), linkage books are not closed.\n"
            "6. Layers are optional and are taken as in “Requisition–compensation balance” and “Prime farmland: occupied and "
            "supplement”: footprints, land survey, grades and approved land for T07 and T27; with supplement blocks and the layer "
            "of permanent basic farmland also T08. T07 is held against T27, T27 against what the ledger has registered and "
            "booked for each project.\n\n"
            "While one check does not hold, every sheet is marked 草稿."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        kind = QgsProcessingParameterNumber.Type.Integer
        label = self.tr("Year (empty: that of the last day or voucher)")
        self.addParameter(
            QgsProcessingParameterNumber(self.YEAR, label, kind, optional=True, minValue=1990, maxValue=2100)
        )
        add_date(self, self.UNTIL, self.tr("Count up to this day (empty: everything posted)"))
        self.addParameter(
            QgsProcessingParameterString(
                self.HOLDERS, self.tr("Holders, by code or name, separated by commas (empty: all)"), optional=True
            )
        )
        units = [self.tr("mu"), self.tr("hectares")]
        self.addParameter(QgsProcessingParameterEnum(self.UNIT, self.tr("Unit of area"), units, defaultValue=0))
        for definition, folded in ReportLayers().definitions():
            (self.add_advanced if folded else self.addParameter)(definition)
        for name, label in (
            (self.TABLES, self.tr("Tables of the workbook, as in T05,T06 (empty: all)")),
            (self.TITLE, self.tr("Name before the title of the tables")),
        ):
            self.add_advanced(QgsProcessingParameterString(name, label, optional=True))
        self.add_workbook()
        self._add_results()

    def _add_results(self) -> None:
        self.add_numbers(
            ("LOT_COUNT", self.tr("Reserve lots")),
            ("STOCK_MU", self.tr("Stock of farmland (mu)")),
            ("STOCK_PADDY_MU", self.tr("Stock of paddy (mu)")),
            ("STOCK_CAPACITY_KG", self.tr("Stock of capacity (kg)")),
            ("USED_MU", self.tr("Farmland drawn (mu)")),
            ("USED_PADDY_MU", self.tr("Paddy drawn (mu)")),
            ("USED_CAPACITY_KG", self.tr("Capacity drawn (kg)")),
            ("FROZEN_MU", self.tr("Farmland frozen (mu)")),
            ("FROZEN_PADDY_MU", self.tr("Paddy frozen (mu)")),
            ("FROZEN_CAPACITY_KG", self.tr("Capacity frozen (kg)")),
            ("EXPIRED_MU", self.tr("Stock of farmland that is expired (mu)")),
            ("EXPIRING_COUNT", self.tr("Lots that are expired or end soon")),
            ("YEAR_USED_MU", self.tr("Farmland drawn in the year (mu)")),
            ("YEAR_PROJECT_COUNT", self.tr("Projects that drew in the year")),
            ("STOCK_YEARS", self.tr("Years the stock of farmland lasts at this year's use")),
            ("PROJECT_COUNT", self.tr("Number of projects")),
            ("SETTLED_COUNT", self.tr("Projects settled")),
            ("PROMISED_COUNT", self.tr("Projects settled by promise")),
            ("UNSETTLED_COUNT", self.tr("Projects not settled")),
            ("LINKAGE_COUNT", self.tr("Number of project areas")),
            ("SURPLUS_AVAILABLE_MU", self.tr("Surplus available (mu)")),
            ("SPOT_COUNT", self.tr("Number of outflow spots")),
            ("DUE_MU", self.tr("To be rectified (mu)")),
            ("RECTIFIED_MU", self.tr("Rectified (mu)")),
            ("OCCUPIED_MU", self.tr("Farmland occupied by the footprints (mu)")),
            ("SHORT_PROJECT_COUNT", self.tr("Projects that are not balanced")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.balance.yearly.job import families_named

        self._rules = rules_in_force()
        self._shown = families_named(self.parameterAsString(parameters, self.TABLES, context))
        self.take_workbook(parameters, context)
        self._layers = ReportLayers()
        self._layers.prepare(parameters, context, feedback, self._shown)
        for file in self._layers.files() if self._book else ():
            _require_other_file(self._book, file)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.balance.yearly.report import farmland_report, figures, write_farmland_report
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        steps = Steps(feedback, occupy=20, audit=20, read=30, book=30)
        ground = self._layers.ground(parameters, context, steps.occupy, steps.audit)
        store = self.ledger(parameters, context)
        try:
            job = self._job(store, parameters, context)
            facts = RunFacts(None, program_versions())
            report = farmland_report(store, job, facts, self._rules, self._shown, steps.read, ground)
            if self._book:
                _require_other_file(self._book, store.label)
                write_farmland_report(report, self._book, self._families, say, steps.book)
        finally:
            store.close()
        numbers = dict(figures(report.made))
        self._tell(report, numbers, feedback)
        numbers["UNBALANCED_COUNT"] = sum(not identity.ok for identity in report.identities)
        return {self.WORKBOOK: self._book, **numbers}

    def _job(self, store: Store, parameters: dict[str, Any], context: QgsProcessingContext) -> FarmlandJob:
        from ....core.balance.yearly.job import farmland_job
        from ....core.workbook import DisplayUnit

        year = None
        if parameters.get(self.YEAR) not in (None, ""):
            year = self.parameterAsInt(parameters, self.YEAR, context)
        text = self.parameterAsString(parameters, self.HOLDERS, context)
        asked = text.translate(str.maketrans("，、;；", ",,,,")).split(",")
        return farmland_job(
            store,
            self.today(),
            year,
            asked_date(self, parameters, self.UNTIL, context),
            [holder.strip() for holder in asked if holder.strip()],
            DisplayUnit(self.choice(parameters, self.UNIT, context)),
            self.parameterAsString(parameters, self.TITLE, context).strip(),
            layouts_folder(),
        )

    def _tell(self, report: FarmlandReport, numbers: Mapping[str, Any], feedback: QgsProcessingFeedback) -> None:
        if report.made.lots:
            text = self.tr("{lots} lots: {stock} mu in stock, {used} mu drawn in the year by {projects} projects.")
            feedback.pushInfo(
                text.format(
                    lots=numbers["LOT_COUNT"], stock=numbers["STOCK_MU"], used=numbers["YEAR_USED_MU"],
                    projects=numbers["YEAR_PROJECT_COUNT"],
                )
            )  # fmt: skip
        if numbers["STOCK_YEARS"] is not None:
            feedback.pushInfo(self.tr("At this year's use the stock lasts {years} years.").format(years=numbers["STOCK_YEARS"]))
        self.tell_failed(report.identities, feedback)


def _require_other_file(book: str, ledger: str) -> None:
    """A workbook is never written over the ledger or a layer."""
    import os

    if os.path.exists(ledger) and os.path.realpath(book) == os.path.realpath(ledger):
        raise InputError(translate("LandLedger", "{file} is read by this run; choose another file for the workbook."), file=book)
