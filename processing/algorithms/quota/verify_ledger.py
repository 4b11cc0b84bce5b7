"""landledger:verifyledger — every seal, number, sum and rule of a ledger computed again; the first bad row is named."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
)

from ....core.errors import InputError
from ....core.sentence import sentence, translate
from ...base import Group, Steps, said, say
from ...ledger_algorithm import LedgerBookAlgorithm
from ...settings import layouts_folder, rules_in_force

if TYPE_CHECKING:
    from ....core.store import Store
    from ....core.store.verify import Anchor, Verified

LISTED = 50
"""Findings in the log; the workbook has all."""


class VerifyLedger(LedgerBookAlgorithm):
    """A ledger computed again."""

    GROUP = Group.QUOTA

    SEALS = "SEALS"

    def name(self) -> str:
        return "verifyledger"

    def displayName(self) -> str:
        return self.tr("Verify a ledger")

    def shortDescription(self) -> str:
        return self.tr("Computes all balances, sums and seals of a ledger again and names the first bad voucher.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Computes everything in a ledger again and says in one sentence whether it is as it was posted.\n\n"
            "1. Both chains of every book: numbers without a gap, every seal, every voucher balanced.\n"
            "2. Balances and monthly sums against the vouchers; transfers against both books.\n"
            "3. The tables, triggers and indices of the file or the database.\n"
            "4. The seals of closed quarters, and of the newest backup beside a ledger file, looked up in the books.\n\n"
            "Whoever can replace the whole file can build a chain anew. Against that stand the printed quarter filings: "
            "type number and seal of a book from one (371526 128 3f9a…; one a line) and they are looked up, too. The "
            "first eight characters of a seal are enough."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        self.addParameter(
            QgsProcessingParameterString(
                self.SEALS, self.tr("Printed seals: book, number, seal; one a line"), multiLine=True, optional=True
            )
        )
        self.add_workbook()
        for name, label in (
            ("RESULT", self.tr("Result")),
            ("FIRST_BAD", self.tr("First voucher or book that is wrong")),
            ("FIRST_FINDING", self.tr("What is wrong there")),
        ):
            self.addOutput(QgsProcessingOutputString(name, label))
        self.add_numbers(
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("BOOK_COUNT", self.tr("Number of books")),
            ("VOUCHER_COUNT", self.tr("Number of vouchers")),
            ("POSTING_COUNT", self.tr("Number of postings")),
            ("RECORD_COUNT", self.tr("Versions of register rows")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        self.take_workbook(parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.balance.linkage import verifying as linkage
        from ....core.balance.reserve import verifying as reserve
        from ....core.balance.reserve.policy import Policy as ReservePolicy
        from ....core.quota.policy import Policy
        from ....core.quota.verifying import broken_rules
        from ....core.service.register import verifying as service
        from ....core.store.geopackage import GeoPackageStore
        from ....core.store.geopackage_verify import verify_file
        from ....core.store.verify import verify

        steps = Steps(feedback, verify=85, book=15)
        # No backup of the day: one of a ledger that may be spoilt would push a good one out.
        store = self.place(parameters, self.LEDGER, context).opened()
        try:
            anchors = _anchors(self.parameterAsString(parameters, self.SEALS, context), store)
            if isinstance(store, GeoPackageStore):
                verified = verify_file(store, anchors, steps.verify)
            else:
                verified = verify(store, anchors, steps.verify)
            if verified.clean:
                rules = rules_in_force()
                broken = (
                    broken_rules(store, Policy.of(rules)),
                    reserve.broken_rules(store, ReservePolicy.of(rules)),
                    linkage.broken_rules(store),
                    service.broken_rules(store),
                )
                for rule, book, number, text in chain(*broken):
                    verified.add(sentence("{rule}: {text}", rule=rule, text=text), book, number)
            if self._book:
                self._write(verified, store, steps)
        finally:
            store.close()
        result = self._result(verified, store.label)
        self._tell(verified, result, feedback)
        first = verified.first
        return {
            self.WORKBOOK: self._book, "RESULT": result, "FIRST_BAD": "" if first is None else first.place,
            "FIRST_FINDING": "" if first is None else said(first.text),
            "FINDING_COUNT": len(verified.findings) + verified.more, "BOOK_COUNT": len(verified.heads),
            "VOUCHER_COUNT": verified.vouchers, "POSTING_COUNT": verified.postings, "RECORD_COUNT": verified.records,
        }  # fmt: skip

    def _result(self, verified: Verified, label: str) -> str:
        """The one sentence."""
        first = verified.first
        if first is None:
            text = self.tr(
                "The ledger is sound: {vouchers} vouchers with {postings} postings in {books} books, every seal and every "
                "balance holds."
            )
            return text.format(vouchers=verified.vouchers, postings=verified.postings, books=len(verified.heads))
        text = self.tr("The ledger is NOT sound: {count} findings, the first in {place}: {finding}")
        place = first.place or label
        return text.format(count=len(verified.findings) + verified.more, place=place, finding=said(first.text))

    def _tell(self, verified: Verified, result: str, feedback: QgsProcessingFeedback) -> None:
        for finding in verified.findings[:LISTED]:
            feedback.pushWarning(f"{finding.place} {said(finding.text)}".strip())
        hidden = len(verified.findings) + verified.more - LISTED
        if hidden > 0:
            feedback.pushWarning(self.tr("… and {count} more.").format(count=hidden))
        if verified.clean:
            feedback.pushInfo(result)
        else:
            feedback.reportError(result)

    def _write(self, verified: Verified, store: Store, steps: Steps) -> None:
        from ....core.occupation.inputs_sheet import RunFacts
        from ....core.store.verify_report import verify_tables, write_verification
        from ...versions import program_versions

        facts = RunFacts(None, program_versions())
        tables = verify_tables(verified, store.info(), store.books(), store.label, facts, layouts_folder())
        write_verification(tables, self._book, self._families, say, steps.book)


def _anchors(text: str, store: Store) -> list[Anchor]:
    """The printed seals. A shortened one is compared as far as it goes, by taking the rest from the ledger."""
    from ....core.store import VoucherQuery
    from ....core.store.verify import Anchor

    found = []
    books = {book.code for book in store.books()}
    source = sentence(translate("LandLedger", "the printed filing"))
    for line in filter(str.strip, text.replace(";", "\n").replace("；", "\n").splitlines()):
        cells = line.replace(",", " ").replace("，", " ").split()
        seal = cells[-1].lower()
        if len(cells) != 3 or cells[0] not in books or not cells[1].isdecimal() or not 8 <= len(seal) <= 64:
            raise InputError(
                translate("LandLedger", "“{text}” is no printed seal: write book, number and seal, as in 371526 128 3f9a0c12."),
                text=line.strip(),
            )
        book, number = cells[0], int(cells[1])
        for voucher in store.vouchers(VoucherQuery(books=[book], numbers=[number])):
            seal = voucher.hash if voucher.hash.startswith(seal) else seal
        found.append(Anchor(book, number, seal, source))
    return found
