"""landledger:copyledger — a ledger copied as it is at one moment: file to file, file to database, database to file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...base import Group, Steps
from ...ledger_algorithm import LedgerBookAlgorithm

if TYPE_CHECKING:
    from ....core.progress import Progress
    from ....core.store import Store
    from ....core.store.verify import Verified


class CopyLedger(LedgerBookAlgorithm):
    """A copy of a ledger."""

    GROUP = Group.QUOTA
    NEEDS = ()
    PLACES = ("LEDGER", "DATABASE")

    TARGET = "TARGET"
    DATABASE = "DATABASE"
    OVERWRITE = "OVERWRITE"
    COPY = "COPY"

    def name(self) -> str:
        return "copyledger"

    def displayName(self) -> str:
        return self.tr("Copy a ledger")

    def shortDescription(self) -> str:
        return self.tr("Copies a ledger, also while others post, and between a file and PostgreSQL.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Copies a ledger as it is at one moment, also while QGIS or a colleague has it open. Don't copy the file in the "
            "file manager while it is open: such a copy may lack what was posted last.\n\n"
            "1. The copy is a file, or a schema of a database: postgresql:connection/schema.\n"
            "2. Numbers, seals and the identity of the ledger are the same in the copy; post into one of the two only.\n"
            "3. A file that is there already is replaced only if you allow it, a schema never.\n\n"
            "The copy is verified; a file that is there already stays until the copy was found sound."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.TARGET, self.tr("Copy"), self.tr("Ledger (*.gpkg)"), optional=True, createByDefault=False
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.DATABASE, self.tr("Or a database: postgresql:connection/schema"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.OVERWRITE, self.tr("Replace the file if there is one"), defaultValue=False
            )
        )
        self.addOutput(QgsProcessingOutputString(self.COPY, self.tr("Copy")))
        self.add_numbers(
            ("VOUCHER_COUNT", self.tr("Number of vouchers")), ("BOOK_COUNT", self.tr("Number of books"))
        )

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        if bool(self._file(parameters, context)) == bool(self._database(parameters, context)):
            return False, self.tr("Choose either a file or a database for the copy.")
        return super().checkParameterValues(parameters, context)

    def _file(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        path = self.parameterAsFileOutput(parameters, self.TARGET, context).strip()
        return path if not path or path.lower().endswith(".gpkg") else f"{path}.gpkg"

    def _database(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return self.parameterAsString(parameters, self.DATABASE, context).strip()

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ...adapters.ledgers import ledger_place

        steps = Steps(feedback, copy=60, verify=40)
        file, database = self._file(parameters, context), self._database(parameters, context)
        place = ledger_place(file) if file else self.place(parameters, self.DATABASE, context)
        store = self.place(parameters, self.LEDGER, context).opened()
        found: list[Verified] = []
        try:
            uid = store.info().uid

            def check(copy: Store) -> None:
                found.append(self._verified(copy, uid, file or database, steps.verify))

            place.filled(store, self.parameterAsBoolean(parameters, self.OVERWRITE, context), steps.copy, check)
        finally:
            store.close()
        (verified,) = found
        made = file or database
        feedback.pushInfo(
            self.tr("Copied {vouchers} vouchers of {books} books to {ledger}; the copy is sound.").format(
                vouchers=verified.vouchers, books=len(verified.heads), ledger=made
            )
        )
        return {
            self.TARGET: file, self.COPY: made, "VOUCHER_COUNT": verified.vouchers, "BOOK_COUNT": len(verified.heads),
        }  # fmt: skip

    def _verified(self, copy: Store, uid: str, name: str, progress: Progress) -> Verified:
        """What verification found in the copy, which is closed then; FootingError where it is not sound."""
        from ....core.errors import FootingError
        from ....core.sentence import translate
        from ....core.store.verify import verify

        try:
            verified = verify(copy, (), progress)
            if verified.first is None and copy.info().uid == uid:
                return verified
            raise FootingError(
                translate("LandLedger", "The copy {ledger} is not sound; verify the ledger it was made from."),
                ledger=name,
            )
        finally:
            copy.close()
