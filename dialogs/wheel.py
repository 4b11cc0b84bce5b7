"""The mouse wheel in a form that scrolls."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject


class WheelScrolls(QObject):
    """The wheel scrolls the panel: it must not change a layer or a rule that the mouse happens to pass."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not watched.hasFocus():
            event.ignore()
            return True
        return False
