"""The page for posting: the form, what the rules say to it, and what the balances would be, before anything is booked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QKeyEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import LedgerError
from ..core.ledger.registers import load_register
from ..core.quota.vocabulary import OWN_STATES, State
from ..processing.base import said
from ..processing.settings import operator_name
from .background_calls import BackgroundCalls, told
from .ledger_form import EventForm
from .ledger_words import account_name, mu
from .register_dialog import RegisterDialog

if TYPE_CHECKING:
    from ..core.quota.ledger import Preview, QuotaLedger
    from ..core.quota.request import Request
    from .ledger_state import LedgerState

PAUSE = 300
"""Milliseconds after the last key before the rules are asked."""
RED, AMBER, GREEN = "#c00000", "#b06000", "#2e7d32"
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class PostingPage(QWidget):
    """`posted` carries what was booked, `registered` that a register changed."""

    posted = pyqtSignal(object)
    failed = pyqtSignal(object)
    registered = pyqtSignal()

    def __init__(self, calls: BackgroundCalls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._ledger: QuotaLedger | None = None
        self._state: LedgerState | None = None
        self._judged: Request | None = None
        self._wanted_project = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.judge)
        self._build()
        self.form.changed.connect(self._changed)
        self.form.new_project.connect(self.add_project)
        self.post_button.clicked.connect(self.post)
        self.clear_button.clicked.connect(self.form.clear)

    def _build(self) -> None:
        self.form = EventForm()
        scroll = QScrollArea()
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.problems = QListWidget()
        self.problems.setWordWrap(True)
        self.problems.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.problems.setMaximumHeight(self.fontMetrics().lineSpacing() * 6)
        self.changes = QTableWidget(0, 4)
        self.changes.setHorizontalHeaderLabels(
            [self.tr("Account"), self.tr("Now (mu)"), self.tr("Change (mu)"), self.tr("Then (mu)")]
        )
        self.changes.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.changes.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.changes.verticalHeader().hide()
        self.changes.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.post_button = QPushButton(self.tr("Post (Ctrl+Enter)"))
        self.post_button.setEnabled(False)
        self.clear_button = QPushButton(self.tr("Clear"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.clear_button)
        buttons.addWidget(self.post_button)
        lower = QWidget()
        under = QVBoxLayout(lower)
        under.setContentsMargins(0, 0, 0, 0)
        for widget in (self.verdict, self.problems, self.changes):
            under.addWidget(widget)
        under.addLayout(buttons)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(scroll)
        splitter.addWidget(lower)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 6, 2, 2)
        column.addWidget(splitter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter posts, wherever in the form the cursor is."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.post_button.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    # -------------------------------------------------------------------------------------------------------- content

    def set_ledger(self, ledger: QuotaLedger | None, state: LedgerState | None) -> None:
        """Another ledger, or another state of it; what is typed stays."""
        self._ledger, self._state = ledger, state
        self.setEnabled(ledger is not None)
        self.form.set_state(state)
        if self._wanted_project:
            self.form.choose_project(self._wanted_project)
            self._wanted_project = ""

    def _changed(self) -> None:
        self.post_button.setEnabled(False)
        self._judged = None
        self._pause.start()

    def judge(self) -> None:
        """Ask the rules, in the background."""
        self._pause.stop()
        ledger = self._ledger
        if ledger is None or self.form.is_blank():
            self._show_nothing()
            return
        try:
            request = self.form.request()
        except LedgerError as error:
            self._show_refusal(said(error.sentence))
            return
        self._calls.ask(
            lambda: ledger.preview([request]),
            lambda found: self._show(request, found),
            lambda error: self._show_refusal(told(error)),
            "preview",
        )

    def _show_nothing(self) -> None:
        self.verdict.setText(self.tr("Fill in the form: what the rules say and the resulting balances stand here."))
        self.verdict.setStyleSheet("")
        self.problems.clear()
        self.problems.hide()
        self.changes.setRowCount(0)

    def _show_refusal(self, text: str) -> None:
        self._show_nothing()
        self.verdict.setText(text)
        self.verdict.setStyleSheet(f"color: {RED}")

    def _show(self, request: Request, found: Preview) -> None:
        """Problems by weight, then the balances."""
        self.problems.clear()
        for problem in sorted(found.problems, key=lambda each: not each.hard):
            rule = f"{problem.rule} " if problem.rule != "input" else ""
            item = QListWidgetItem(rule + said(problem.text))
            item.setForeground(QBrush(QColor(RED if problem.hard else AMBER)))
            self.problems.addItem(item)
        self.problems.setVisible(bool(found.problems))
        refused = found.refused or not found.drafts
        warned = any(not problem.hard for problem in found.problems)
        if refused:
            self.verdict.setText(self.tr("This can't be posted:"))
        elif warned:
            self.verdict.setText(self.tr("May be posted, but look at the warnings:"))
        else:
            self.verdict.setText(self.tr("All rules hold. The balances would be:"))
        self.verdict.setStyleSheet(f"color: {RED if refused else AMBER if warned else GREEN}")
        self._show_changes(found)
        self._judged = None if refused else request
        self.post_button.setEnabled(not refused)

    def _show_changes(self, found: Preview) -> None:
        state = self._state
        if state is None:
            return
        own = {each.value for each in (*OWN_STATES, State.ADVANCED)}
        rows = [change for change in found.changes if change.account.state in own]
        self.changes.setRowCount(len(rows))
        for row, change in enumerate(rows):
            holder = state.holders.get(change.account.book, change.account.book)
            name = f"{holder} · {account_name(change.account, state.sources, state.projects)}"
            difference = change.after.minus(change.before)
            texts = (name, mu(change.before.total), mu(difference.total), mu(change.after.total))
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if place:
                    item.setTextAlignment(_RIGHT)
                if place == 3 and change.account.state != State.ADVANCED.value and change.after.total < 0:
                    item.setForeground(QBrush(QColor(RED)))
                tip = self.tr("of which agricultural {farm}, of which cultivated {fields} mu")
                item.setToolTip(
                    tip.format(farm=mu(change.after.agricultural), fields=mu(change.after.cultivated))
                )
                self.changes.setItem(row, place, item)

    # -------------------------------------------------------------------------------------------------------- posting

    def post(self) -> None:
        """Book what was judged: the rules are asked again while the books are locked."""
        ledger, request = self._ledger, self._judged
        if ledger is None or request is None:
            return
        self.post_button.setEnabled(False)
        self._judged = None
        self._calls.ask(lambda: ledger.post([request]), self._done, self._not_done)

    def _done(self, posted: object) -> None:
        self.form.clear()
        self.form.total.setFocus()
        self.posted.emit(posted)

    def _not_done(self, error: Exception) -> None:
        self.failed.emit(error)
        self.judge()

    def add_project(self) -> None:
        """Enter a project into the register."""
        ledger = self._ledger
        if ledger is None:
            return
        fixed = {"holder": self.form.holder.currentData(), "rolled": None, "closed": None}
        dialog = RegisterDialog(self.tr("New project"), load_register("project"), fixed, self)
        if dialog.exec():
            values = {name: value for name, value in dialog.values.items() if value is not None}
            self._wanted_project = str(values.get("code", ""))
            self._calls.ask(
                lambda: ledger.put("project", values, operator_name()),
                lambda record: self.registered.emit(),
                self.failed.emit,
            )
        dialog.deleteLater()
