"""Accepting findings: the reason is asked for, who and when are added."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QLabel, QVBoxLayout, QWidget

from ..core.checking.finding import State
from ..processing.settings import operator_name
from .findings_layer import Decision
from .memory import SCOPE
from .questions import answer_buttons

KEPT_REASONS = 12
WIDTH = 480
REASONS = f"{SCOPE}/findings/reasons"


def recent_reasons() -> list[str]:
    """Reasons given before, the last one first."""
    kept = QgsSettings().value(REASONS, [])
    return [kept] if isinstance(kept, str) else [str(reason) for reason in kept or []]


def keep_reason(reason: str) -> None:
    """Remember a reason for the next time."""
    others = [other for other in recent_reasons() if other != reason]
    QgsSettings().setValue(REASONS, [reason, *others][:KEPT_REASONS])


def accepted(reason: str) -> Decision:
    """Accepted by this user today."""
    return State.ACCEPTED.value, reason, operator_name(), date.today().isoformat()


def reopened(before: Decision) -> Decision:
    """Open again by this user today; the former reason stays to be read."""
    return State.OPEN.value, before[1], operator_name(), date.today().isoformat()


class DecisionDialog(QDialog):
    """Asks why findings are accepted; `reason` is what was written."""

    def __init__(self, about: str, former: Sequence[str], longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("FindingsDecision")
        self.setWindowTitle(self.tr("Accept findings"))
        self._longest = longest
        told = QLabel(about)
        told.setWordWrap(True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        self.combo = QComboBox()
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.addItems(list(dict.fromkeys([*former, *recent_reasons()])))
        self.combo.setMinimumContentsLength(40)
        self.combo.lineEdit().setPlaceholderText(self.tr("For example: checked on site, as surveyed"))
        # Not filled in: a reason is given, not clicked through.
        self.combo.setEditText("")
        title = QLabel(self.tr("&Reason (required; earlier ones are in the list):"))
        title.setBuddy(self.combo)
        self.note = QLabel()
        self.note.setWordWrap(True)
        buttons, self.ok = answer_buttons(self, self.tr("Accept"), self.tr("Cancel"))
        self.combo.editTextChanged.connect(self._look)
        column = QVBoxLayout(self)
        for widget in (told, title, self.combo, self.note, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(WIDTH)
        self.combo.setFocus()
        self._look()

    @property
    def reason(self) -> str:
        """The reason in one line."""
        return " ".join(self.combo.currentText().split())

    def _look(self, *text: object) -> None:
        """A reason there must be, and it must fit into the layer."""
        too_long = bool(self._longest) and len(self.reason) > self._longest
        who = self.tr("Will be written with your name ({who}) and today's date.").format(who=operator_name())
        long = self.tr("The layer holds reasons of {count} characters; this one has {given}.")
        self.note.setText(long.format(count=self._longest, given=len(self.reason)) if too_long else who)
        self.ok.setEnabled(bool(self.reason) and not too_long)
