"""What algorithms on the quota of a year share: ledger, quota year, last day, holders, the date that counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
)

from ...dates import asked_date
from ...ledger_algorithm import LedgerBookAlgorithm
from ...settings import rule_value

if TYPE_CHECKING:
    from ....core.quota.tables.job import QuotaJob
    from ....core.store import Store

BASES = ("document", "booking")


class YearlyAlgorithm(LedgerBookAlgorithm):
    """Base of algorithms that count the quota of a year up to a day."""

    YEAR = "YEAR"
    UNTIL = "UNTIL"
    BASIS = "BASIS"

    NEEDS = ("numpy", "openpyxl")

    CHOICES: Mapping[str, Sequence[str]] = {BASIS: BASES}

    def add_year(self) -> None:
        """Quota year and last day."""
        self.addParameter(
            QgsProcessingParameterNumber(
                self.YEAR,
                self.tr("Quota year (empty: that of the last voucher)"),
                QgsProcessingParameterNumber.Type.Integer,
                optional=True,
                minValue=1990,
                maxValue=2100,
            )
        )
        self.addParameter(
            QgsProcessingParameterDateTime(
                self.UNTIL,
                self.tr("Count up to this day (empty: everything posted)"),
                QgsProcessingParameterDateTime.Type.Date,
                optional=True,
            )
        )

    def add_whose(self) -> None:
        """Holders, and the date that counts."""
        self.add_holders()
        basis = rule_value("quota_statistics_date", BASES[0])
        self.addParameter(
            QgsProcessingParameterEnum(
                self.BASIS,
                self.tr("Date that counts"),
                [self.tr("date of the document"), self.tr("date of booking")],
                defaultValue=BASES.index(basis) if basis in BASES else 0,
            )
        )

    def job(
        self, store: Store, parameters: dict[str, Any], context: QgsProcessingContext, name: str, folder: str | None
    ) -> QuotaJob:
        """The job on an opened ledger."""
        from ....core.quota.tables.job import job_for, require_year
        from ....core.quota.tables.moves import Basis

        year = None
        if parameters.get(self.YEAR) not in (None, ""):
            year = self.parameterAsInt(parameters, self.YEAR, context)
            require_year(store, year, self.today())
        until = asked_date(self, parameters, self.UNTIL, context)
        text = self.parameterAsString(parameters, self.HOLDERS, context)
        asked = text.replace("，", ",").replace("、", ",").replace(";", ",").replace("；", ",").split(",")
        holders = [holder.strip() for holder in asked if holder.strip()]
        basis = Basis(self.choice(parameters, self.BASIS, context))
        return job_for(store, year, until, holders, basis, name, folder)
