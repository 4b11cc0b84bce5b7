"""Asks why a voucher is to be undone, and when that is booked."""

from __future__ import annotations

import datetime

from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ..core.quota.journal import JournalLine
from .findings_decision import whoever
from .ledger_journal_model import JournalModel

WIDTH = 460


class ReversalDialog(QDialog):
    """`reason` and `book_date` are what was given."""

    def __init__(self, model: JournalModel, line: JournalLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LedgerReversal")
        self.setWindowTitle(self.tr("Reverse voucher {voucher}").format(voucher=line.label))
        told = QLabel(self._about(model, line))
        told.setWordWrap(True)
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("For example: area typed wrongly, booked again as …"))
        self.who = QLineEdit(whoever())
        form = QFormLayout()
        form.addRow(self.tr("&Reason (required)"), self.text)
        form.addRow(self.tr("&Booked on"), self.day)
        form.addRow(self.tr("&Operator"), self.who)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(self.tr("Reverse"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.text.textChanged.connect(self._look)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addLayout(form)
        column.addWidget(buttons)
        self.setMinimumWidth(WIDTH)
        self.text.setFocus()
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
