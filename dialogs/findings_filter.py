"""The filter above the findings: severity, check, township or village, state, free text, each with its counts."""

from __future__ import annotations

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.checking.finding import Severity, State
from .findings_layer import SEVERITIES
from .findings_table import COLOURS, Filter, FindingModel, severity_label

TYPING_PAUSE = 200
"""Milliseconds after the last key before free text is looked for."""
LABEL = Qt.ItemDataRole.UserRole + 1
INDENT = "    "


class FilterBar(QWidget):
    """What to show of the findings; `changed` says that `chosen` is another filter now."""

    changed = pyqtSignal()

    def __init__(self, model: FindingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._busy = False
        self.severities = {severity: self._severity_box(severity) for severity in SEVERITIES}
        self.checks = self._combo(self.tr("Only findings of one check."))
        self.places = self._combo(self.tr("Only findings of one township or village."))
        self.states = self._combo(self.tr("Only findings that are open, or only those accepted."))
        self.text = QgsFilterLineEdit()
        self.text.setPlaceholderText(self.tr("Search: BSM, words of the finding, village, field, reason …"))
        self.text.setToolTip(self.tr("Shows findings in which every one of these words occurs."))
        self.count = QLabel()
        self.clear_button = QToolButton()
        self.clear_button.setText(self.tr("Clear filter"))
        self.clear_button.setToolTip(self.tr("Show all findings again."))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self._pause.timeout.connect(self._tell)
        self._arrange()
        for box in self.severities.values():
            box.toggled.connect(self._tell)
        for combo in (self.checks, self.places, self.states):
            combo.currentIndexChanged.connect(self._tell)
        self.text.textChanged.connect(lambda text: self._pause.start())
        self.text.returnPressed.connect(self._tell)
        self.clear_button.clicked.connect(self.clear)
        self.fill()

    # ------------------------------------------------------------------------------------------------------- building

    def _severity_box(self, severity: Severity) -> QCheckBox:
        box = QCheckBox(severity_label(severity))
        box.setChecked(True)
        box.setIcon(dot(COLOURS[severity]))
        return box

    def _combo(self, tip: str) -> QComboBox:
        combo = QComboBox()
        combo.setToolTip(tip)
        combo.setAccessibleName(tip)
        combo.setMaxVisibleItems(25)
        combo.setMinimumContentsLength(6)
        # A long title must not make the panel wider than its place.
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return combo

    def _arrange(self) -> None:
        boxes = QHBoxLayout()
        for box in self.severities.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        boxes.addWidget(self.count)
        boxes.addWidget(self.clear_button)
        combos = QGridLayout()
        for place, combo in enumerate((self.checks, self.places, self.states)):
            combos.addWidget(combo, 0, place)
            combos.setColumnStretch(place, 2 if combo is not self.states else 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(boxes)
        column.addLayout(combos)
        column.addWidget(self.text)
        order = [*self.severities.values(), self.clear_button, self.checks, self.places, self.states, self.text]
        for before, after in zip(order, order[1:]):
            QWidget.setTabOrder(before, after)

    # -------------------------------------------------------------------------------------------------------- content

    def fill(self) -> None:
        """The choices that the findings at hand give; what was chosen stays chosen if it is still there."""
        labels = self._model.state_labels
        self._refill(self.checks, [("", self.tr("All checks")), *self._model.checks()])
        places = [(code, self.tr("Township {code}").format(code=code) if not name else f"{INDENT}{name}")
                  for code, name in self._model.places()]  # fmt: skip
        self._refill(self.places, [("", self.tr("All places")), *places])
        self._refill(self.states, [
            ("", self.tr("Open and accepted")),
            (State.OPEN.value, labels[State.OPEN]),
            (State.ACCEPTED.value, labels[State.ACCEPTED]),
        ])  # fmt: skip
        self.show_counts()

    def _refill(self, combo: QComboBox, items: list[tuple[str, str]]) -> None:
        busy, self._busy = self._busy, True
        chosen = combo.currentData()
        combo.clear()
        for value, label in items:
            combo.addItem(label, value)
            combo.setItemData(combo.count() - 1, label, LABEL)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        self._busy = busy

    def show_counts(self) -> None:
        """Behind each choice how many findings it would show, and how many are shown of all."""
        counts = self._model.counts()
        for severity, box in self.severities.items():
            box.setText(f"{severity_label(severity)} {counts.severities[severity]}")
        _number(self.checks, counts.checks)
        _number(self.places, counts.places)
        _number(self.states, {state.value: count for state, count in counts.states.items()})
        total = len(self._model.findings) if self._model.findings is not None else 0
        text = self.tr("{shown} of {all} shown")
        self.count.setText(text.format(shown=self._model.rowCount(), all=total))
        self.clear_button.setEnabled(self.chosen() != Filter())

    # ------------------------------------------------------------------------------------------------------- choosing

    def chosen(self) -> Filter:
        """The filter as it stands."""
        state = self.states.currentData()
        return Filter(
            frozenset(severity for severity, box in self.severities.items() if box.isChecked()),
            self.checks.currentData() or "",
            self.places.currentData() or "",
            State(state) if state else None,
            " ".join(self.text.text().split()),
        )

    def clear(self) -> None:
        """Show everything."""
        self._busy = True
        for box in self.severities.values():
            box.setChecked(True)
        for combo in (self.checks, self.places, self.states):
            combo.setCurrentIndex(0)
        self.text.clear()
        self._busy = False
        self._tell()

    def _tell(self, *changed: object) -> None:
        if not self._busy:
            self._pause.stop()
            self.changed.emit()


def _number(combo: QComboBox, counts: dict[str, int]) -> None:
    for place in range(combo.count()):
        value = combo.itemData(place)
        if value:
            combo.setItemText(place, f"{combo.itemData(place, LABEL)}  ({counts.get(value, 0)})")


def dot(colour: QColor) -> QIcon:
    """A round spot."""
    pixmap = QPixmap(24, 24)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(4, 4, 16, 16)
    painter.end()
    return QIcon(pixmap)
