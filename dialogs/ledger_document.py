"""Notes the number of a document that came after its voucher was booked: the voucher itself is never changed."""

from __future__ import annotations

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

WIDTH = 420


class DocumentDialog(QDialog):
    """`values` are the fields of the register `document`."""

    def __init__(self, line: JournalLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LedgerDocument")
        self.setWindowTitle(self.tr("Document of voucher {voucher}").format(voucher=line.label))
        self._line = line
        told = QLabel(self.tr("The number is kept beside the voucher, with your name and the time."))
        told.setWordWrap(True)
        self.number = QLineEdit()
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.note = QLineEdit()
        form = QFormLayout()
        form.addRow(self.tr("&Document number (required)"), self.number)
        form.addRow(self.tr("Da&ted"), self.day)
        form.addRow(self.tr("&Note"), self.note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(self.tr("Keep"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.number.textChanged.connect(lambda text: self.ok.setEnabled(bool(text.strip())))
        self.ok.setEnabled(False)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addLayout(form)
        column.addWidget(buttons)
        self.setMinimumWidth(WIDTH)
        self.number.setFocus()

    @property
    def values(self) -> dict[str, object]:
        """Fields of the record."""
        return {
            "voucher": self._line.label, "holder": self._line.book, "doc_no": " ".join(self.number.text().split()),
            "doc_date": self.day.date().toPyDate(), "note": self.note.text().strip(),
        }  # fmt: skip

    @property
    def operator(self) -> str:
        """Who notes it."""
        return whoever()
