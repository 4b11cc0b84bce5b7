"""What algorithms on a quota ledger share: the ledger parameter, dates, amounts."""

from __future__ import annotations

import datetime
import getpass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterFile, QgsSettings

from .workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    from ..core.store import Store

LAST_LEDGER = "land_ledger/last_ledger"
OPERATOR = "land_ledger/operator"


class LedgerBookAlgorithm(WorkbookAlgorithm):
    """Base of algorithms on a ledger."""

    LEDGER = "LEDGER"

    NEEDS = ("openpyxl",)

    def add_ledger(self) -> None:
        """The ledger: a file, or `postgresql:connection/schema`; the last one used is offered."""
        self.addParameter(
            QgsProcessingParameterFile(
                self.LEDGER,
                self.tr("Ledger (GeoPackage file, or postgresql:connection/schema)"),
                fileFilter=self.tr("Ledger (*.gpkg);;All files (*)"),
                defaultValue=QgsSettings().value(LAST_LEDGER, "") or None,
            )
        )

    def ledger(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Store:
        """The ledger, opened for this thread; InputError where it can't be."""
        from .adapters.ledgers import ledger_named

        return ledger_named(self.parameterAsFile(parameters, self.LEDGER, context))

    def operator(self) -> str:
        """Who posts: the name in the settings, else that of the computer's user."""
        return str(QgsSettings().value(OPERATOR, "") or getpass.getuser())

    def today(self) -> datetime.date:
        """The booking date where none is given."""
        return datetime.date.today()
