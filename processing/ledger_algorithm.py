"""What algorithms on a quota ledger share: the ledger parameter, dates, amounts."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsSettings,
)

from .base import said
from .settings import operator_name
from .workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    from ..core.rules import Rules
    from ..core.store import Store
    from .adapters.ledgers import LedgerPlace

LAST_LEDGER = "land_ledger/last_ledger"


class LedgerBookAlgorithm(WorkbookAlgorithm):
    """Base of algorithms on a ledger. `self.ledger(parameters, context)` opens it in `compute` and in `prepare`. A
    database is looked up among QGIS's connections before the run, on the main thread, for each parameter in PLACES."""

    HOLDERS = "HOLDERS"
    OPERATOR = "OPERATOR"
    PLACES: tuple[str, ...] = ("LEDGER",)

    NEEDS = ("openpyxl",)

    _running: QgsProcessingFeedback | None = None

    def add_ledger(self) -> None:
        """The ledger: a file, or `postgresql:connection/schema`; the last one used is offered."""
        self.addParameter(
            QgsProcessingParameterFile(
                self.LEDGER,
                self.tr("Ledger (GeoPackage file, or postgresql:connection/schema)"),
                # The second lets a name of a database through.
                fileFilter=self.tr("Ledger (*.gpkg);;All files (*)"),
                defaultValue=QgsSettings().value(LAST_LEDGER, "") or None,
            )
        )

    def add_holders(self) -> None:
        """Holders to be looked at."""
        label = self.tr("Holders, by code or name, separated by commas (empty: all)")
        self.addParameter(QgsProcessingParameterString(self.HOLDERS, label, optional=True))

    def add_operator(self) -> None:
        """Who posts, folded away."""
        self.add_text(self.OPERATOR, self.tr("Operator (empty: from the settings)"))

    def operator_of(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Who posts: as was said, else as the settings say."""
        return self.text(parameters, self.OPERATOR, context) or self.operator()

    def ledger(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Store:
        """The ledger, opened for this thread; InputError where it can't be. Of a file the day's backup is made; what is to
        be said of it goes into the log of the run, once."""
        from .adapters.ledgers import opening_notices

        store = self.place(parameters, self.LEDGER, context).opened()
        told = self.__dict__.setdefault("_told_of", set())
        if self._running is not None and store.label not in told:
            told.add(store.label)
            for notice in opening_notices(store):
                self._running.pushWarning(said(notice))
        return store

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        self._running = feedback
        try:
            return super().processAlgorithm(parameters, context, feedback)
        finally:
            self._running = None

    def place(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> LedgerPlace:
        """Where the ledger of a parameter is or shall be; InputError for a connection that QGIS does not have."""
        from .adapters.ledgers import ledger_place

        text = self._name(parameters, name, context)
        known = self._places().get(text)
        return known if known is not None else ledger_place(text)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        from .adapters.ledgers import is_database, ledger_place

        super().prepareAlgorithm(parameters, context, feedback)
        try:
            for name in self.PLACES:
                text = self._name(parameters, name, context)
                if self._refusal is None and is_database(text):
                    self._places()[text] = ledger_place(text)
        except Exception as error:  # noqa: BLE001 - told by the run
            self._refusal = self._told(error, feedback)
        return True

    def _name(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        value = parameters.get(name)
        return value if isinstance(value, str) else self.parameterAsFile(parameters, name, context)

    def _places(self) -> dict[str, LedgerPlace]:
        """What was looked up for this run."""
        return self.__dict__.setdefault("_looked_up", {})

    def operator(self) -> str:
        """Who posts, where the run does not say."""
        return operator_name()

    def back_up(self, store: Store, occasion: str, rules: Rules, feedback: QgsProcessingFeedback) -> None:
        """A backup of a ledger file after something was closed; a server has its own. Where none can be made it is closed all
        the same."""
        from ..core.errors import LedgerError
        from ..core.store.backups import Keeping, back_up_at_quarter
        from ..core.store.geopackage import GeoPackageStore

        if isinstance(store, GeoPackageStore):
            try:
                back_up_at_quarter(store, occasion, Keeping.of(rules))
            except LedgerError as error:
                text = self.tr("It is closed, but no backup could be made: {reason}")
                feedback.pushWarning(text.format(reason=said(error.sentence)))

    def today(self) -> datetime.date:
        """The booking date where none is given."""
        return datetime.date.today()
