"""Texts of a window class that others build on."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


class SpokenAsWritten:
    """Base, before Qt's own, of window classes with subclasses: `tr` looks a text up under the class that it was written in, where
    Qt asks for that of the object alone."""

    def tr(self, message: str) -> str:
        """`message` in the user's language."""
        classes = type(self).__mro__
        for cls in classes[: classes.index(SpokenAsWritten)]:
            found = QCoreApplication.translate(cls.__name__, message)
            if found != message:
                return found
        return message
