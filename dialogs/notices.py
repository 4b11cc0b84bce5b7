"""What a window says above its pages, and the line that moves while it waits."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QProgressBar, QPushButton, QSizePolicy, QWidget

SECONDS = 10
"""How long good news stays."""


class NoticeBar(QgsMessageBar):
    """A message bar that is as high as its message."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def say(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Warning) -> None:
        """One sentence in the place of the one before; good news goes by itself."""
        self.clearWidgets()
        passing = level in (Qgis.MessageLevel.Info, Qgis.MessageLevel.Success)
        self.pushMessage(text, level, SECONDS if passing else 0)


def push_with_button(
    bar: QgsMessageBar, text: str, level: Qgis.MessageLevel, button: tuple[str, str], action: Callable[[], object]
) -> None:
    """A sentence with a button (its words, its name) that does something about it; it stays until it is closed."""
    item = bar.createMessage(text)
    words, name = button
    push = QPushButton(words)
    push.setObjectName(name)
    push.setAutoDefault(False)
    push.clicked.connect(lambda checked=False: action())
    item.layout().addWidget(push)
    bar.pushWidget(item, level)


def waiting_line() -> QProgressBar:
    """A thin line that moves; its place stays when it goes: nothing jumps under the mouse."""
    line = QProgressBar()
    line.setRange(0, 0)
    line.setMaximumHeight(4)
    line.setTextVisible(False)
    policy = line.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    line.setSizePolicy(policy)
    line.hide()
    return line
