"""A small window about one voucher: what is told, a few rows, one button that does it."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import (
    QDateEdit,
    QDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .questions import answer_buttons


def today_edit() -> QDateEdit:
    """A day to choose, today at first."""
    day = QDateEdit(QDate.currentDate())
    day.setCalendarPopup(True)
    day.setDisplayFormat("yyyy-MM-dd")
    return day


def lay_out(
    dialog: QDialog, told: str, rows: Sequence[tuple[str, QWidget]], buttons: tuple[str, str], width: int
) -> QPushButton:
    """Put the text and the rows into the dialog, and two `buttons`: what it does, and cancel. Returns the first; the field
    of the first row has the keyboard."""
    text = QLabel(told)
    text.setWordWrap(True)
    form = QFormLayout()
    for label, field in rows:
        form.addRow(label, field)
    box, ok = answer_buttons(dialog, *buttons)
    column = QVBoxLayout(dialog)
    column.addWidget(text)
    column.addLayout(form)
    column.addWidget(box)
    dialog.setMinimumWidth(width)
    rows[0][1].setFocus()
    return ok
