"""The form of an opinion: kind of question, place, basis, words, who gives it; later the planners' reply and the state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ..core.village.review import Opinion
from ..core.village.review_words import categories, review_states
from .memory import SCOPE
from .questions import answer_buttons

WHO = f"{SCOPE}/planreview/who"
KEPT = 12
WIDTH = 520
SHOWN = 200
"""So many of many opinions are shown before they are written."""


def departments() -> list[str]:
    """Departments and experts named before, the last one first."""
    kept = QgsSettings().value(WHO, [])
    return [kept] if isinstance(kept, str) else [str(each) for each in kept or []]


def keep_department(who: str) -> None:
    """Remember who gave an opinion."""
    if who:
        QgsSettings().setValue(WHO, [who, *(other for other in departments() if other != who)][:KEPT])


class OpinionDialog(QDialog):
    """Asks for one opinion, or shows several and asks only who gives them; `opinions` is what was agreed to."""

    def __init__(self, opinions: Sequence[Opinion], known: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("PlanOpinion")
        self._given = list(opinions)
        self.setWindowTitle(self.tr("Opinion") if len(opinions) == 1 else self.tr("{count} opinions").format(count=len(opinions)))
        self._form = QFormLayout(self)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.who = QComboBox()
        self.who.setEditable(True)
        self.who.addItems(list(dict.fromkeys([opinions[0].who, *departments()])))
        self.who.setCurrentText(opinions[0].who or next(iter(departments()), ""))
        if len(opinions) == 1:
            self._ask_one(opinions[0], known)
        else:
            self._show_many()
        buttons, self.ok = answer_buttons(self, self.tr("Keep the opinions"), self.tr("Cancel"))
        self._form.addRow(buttons)
        self.setMinimumWidth(WIDTH)
        self._look()

    def _ask_one(self, opinion: Opinion, known: bool) -> None:
        self.category = QComboBox()
        for each in categories():
            self.category.addItem(each.name, each.code)
        self.category.setCurrentIndex(max(0, self.category.findData(opinion.category)))
        self.place = QLineEdit(opinion.place)
        # A long place is read from its beginning.
        self.place.setCursorPosition(0)
        self.basis = QLineEdit(opinion.basis)
        self.text = QPlainTextEdit(opinion.text)
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._look)
        self.reply = QPlainTextEdit(opinion.reply)
        self.reply.setTabChangesFocus(True)
        self.reply.setMaximumHeight(self.fontMetrics().lineSpacing() * 5)
        self.state = QComboBox()
        for code, each in review_states().items():
            self.state.addItem(each.name, code)
        self.state.setCurrentIndex(max(0, self.state.findData(opinion.state)))
        for title, widget in (
            (self.tr("&Kind of question"), self.category),
            (self.tr("&Place"), self.place),
            (self.tr("&Basis"), self.basis),
            (self.tr("&Opinion"), self.text),
            (self.tr("&Department or expert"), self.who),
        ):
            self._form.addRow(title, widget)
        if known:
            self._form.addRow(self.tr("&Reply of the planners"), self.reply)
            self._form.addRow(self.tr("&State"), self.state)
        self.text.setFocus()

    def _show_many(self) -> None:
        shown = QPlainTextEdit()
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        lines = [f"{each.number}. {each.village} {each.basis} {each.text}" for each in self._given[:SHOWN]]
        shown.setPlainText("\n".join([*lines, *(["…"] if len(self._given) > SHOWN else [])]))
        shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        title = QLabel(self.tr("The chosen findings become these opinions, one a check and village:"))
        title.setWordWrap(True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        self._form.addRow(title)
        self._form.addRow(shown)
        self._form.addRow(self.tr("&Department or expert"), self.who)

    def _look(self) -> None:
        self.ok.setEnabled(len(self._given) > 1 or bool(self.text.toPlainText().strip()))

    @property
    def opinions(self) -> list[Opinion]:
        """What is to be written."""
        who = " ".join(self.who.currentText().split())
        keep_department(who)
        if len(self._given) > 1:
            return [replace(each, who=who) for each in self._given]
        return [
            replace(
                self._given[0],
                category=str(self.category.currentData()),
                place=self.place.text().strip(),
                basis=self.basis.text().strip(),
                text=self.text.toPlainText().strip(),
                who=who,
                reply=self.reply.toPlainText().strip(),
                state=str(self.state.currentData()),
            )
        ]
