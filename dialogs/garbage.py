"""Python's garbage is collected on the main thread while others work.

Windows and models that refer to one another are freed by Python's collector, which runs in whichever thread asks for memory
next. A Qt object freed by a worker takes QGIS with it.
"""

from __future__ import annotations

import gc

from qgis.PyQt.QtCore import QObject, QTimer

from ..core.interpreter import SEARCH

EVERY = 500
"""Milliseconds between two looks at whether it is time to collect."""


class MainThreadGarbage(QObject):
    """Between `hold` and `release`, which are counted, this timer collects and no other thread does. Main thread only."""

    def __init__(self) -> None:
        super().__init__()
        self._holders = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._collect)

    def hold(self) -> None:
        """Somebody begins to work in another thread."""
        SEARCH.hold()
        if not self._holders:
            self._timer.start()
        self._holders += 1

    def release(self) -> None:
        """Somebody has ended."""
        self._holders -= 1
        if not self._holders:
            self._timer.stop()
        SEARCH.release()

    def _collect(self) -> None:
        """As Python would: the oldest generation that is over its threshold."""
        if not SEARCH.usual:
            return
        over = [count > most > 0 for count, most in zip(gc.get_count(), gc.get_threshold())]
        if any(over):
            gc.collect(max(place for place, each in enumerate(over) if each))


_garbage: MainThreadGarbage | None = None


def main_thread_garbage() -> MainThreadGarbage:
    """The one there is."""
    global _garbage
    if _garbage is None:
        _garbage = MainThreadGarbage()
    return _garbage
