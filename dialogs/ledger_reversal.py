"""Asks why a voucher is to be undone, and when that is booked."""

from __future__ import annotations

import datetime

from qgis.PyQt.QtWidgets import QDialog, QLineEdit, QWidget

from ..core.quota.journal import JournalLine
from ..processing.settings import operator_name
from .ledger_journal_model import JournalModel
from .ledger_question import lay_out, today_edit

WIDTH = 460


class ReversalDialog(QDialog):
    """`reason` and `book_date` are what was given."""

    def __init__(self, model: JournalModel, line: JournalLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LedgerReversal")
        self.setWindowTitle(self.tr("Reverse voucher {voucher}").format(voucher=line.label))
        self.text, self.day, self.who = QLineEdit(), today_edit(), QLineEdit(operator_name())
        self.text.setPlaceholderText(self.tr("For example: area typed wrongly, booked again as …"))
        rows = (
            (self.tr("&Reason (required)"), self.text),
            (self.tr("&Booked on"), self.day),
            (self.tr("&Operator"), self.who),
        )
        self.ok = lay_out(self, self._about(model, line), rows, (self.tr("Reverse"), self.tr("Cancel")), WIDTH)
        self.text.textChanged.connect(self._look)
        self._look()

    def _about(self, model: JournalModel, line: JournalLine) -> str:
        columns = (model.DATE, model.EVENT, model.HOLDER, model.SOURCE, model.PROJECT, model.AREA, model.DOC_NO)
        said = " · ".join(text for text in (model.text(line, column) for column in columns) if text)
        template = self.tr(
            "{voucher}\n\nA voucher of the opposite sign is posted; the voucher itself stays as it is. A transfer is "
            "reversed in both books."
        )
        return template.format(voucher=said)

    @property
    def reason(self) -> str:
        """The reason in one line."""
        return " ".join(self.text.text().split())

    @property
    def book_date(self) -> datetime.date:
        """The booking date."""
        return self.day.date().toPyDate()

    @property
    def operator(self) -> str:
        """Who reverses."""
        return self.who.text().strip()

    def _look(self, *text: object) -> None:
        self.ok.setEnabled(bool(self.reason))
