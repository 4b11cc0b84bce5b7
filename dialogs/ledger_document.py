"""Notes the number of a document that came after its voucher was booked: the voucher itself is never changed."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QDialog, QLineEdit, QWidget

from ..core.quota.journal import JournalLine
from ..processing.settings import operator_name
from .ledger_question import lay_out, today_edit

WIDTH = 420


class DocumentDialog(QDialog):
    """`values` are the fields of the register `document`."""

    def __init__(self, line: JournalLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LedgerDocument")
        self.setWindowTitle(self.tr("Document of voucher {voucher}").format(voucher=line.label))
        self._line = line
        self.number, self.day, self.note = QLineEdit(), today_edit(), QLineEdit()
        rows = (
            (self.tr("&Document number (required)"), self.number),
            (self.tr("Da&ted"), self.day),
            (self.tr("&Note"), self.note),
        )
        told = self.tr("The number is kept beside the voucher, with your name and the time.")
        self.ok = lay_out(self, told, rows, (self.tr("Keep"), self.tr("Cancel")), WIDTH)
        self.number.textChanged.connect(lambda text: self.ok.setEnabled(bool(text.strip())))
        self.ok.setEnabled(False)

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
        return operator_name()
