"""A message bar that shows the whole of a message: QGIS's own shows its first line, which a narrow panel soon fills."""

from __future__ import annotations

import math

from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtWidgets import QTextBrowser, QWidget

MOST_LINES = 6
_LOOK = "QTextEdit {{ background-color: rgba(0,0,0,0); min-height: {height}px; max-height: {height}px; }}"


class WholeMessages(QgsMessageBar):
    """As high as its text needs, up to MOST_LINES lines; what is longer can be scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)
        self.widgetAdded.connect(self._added)

    def _added(self, item: QWidget) -> None:
        for text in item.findChildren(QTextBrowser):
            text.installEventFilter(self)
        self._fitting.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fitting.start()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        item = self.currentItem()
        for text in item.findChildren(QTextBrowser) if item is not None else ():
            document = text.document()
            document.setTextWidth(text.viewport().width())
            most = MOST_LINES * text.fontMetrics().lineSpacing() + 2 * document.documentMargin()
            look = _LOOK.format(height=math.ceil(min(document.size().height(), most)))
            if text.styleSheet() != look:
                text.setStyleSheet(look)
