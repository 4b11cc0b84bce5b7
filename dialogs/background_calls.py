"""Questions to a database, answered in the background: the window stays usable while a server thinks.

One thread asks one question after the other, so a store keeps one connection for it. Of the questions on one topic only
the newest is answered: who types fast is not shown what he asked three keys ago.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QObject, QRunnable, QThreadPool, pyqtSignal

from ..core.errors import LedgerError
from ..core.sentence import translate
from ..processing.base import said, say


def told(error: Exception) -> str:
    """An error as one sentence in the user's language."""
    if isinstance(error, LedgerError):
        return said(error.sentence)
    text = say(translate("LandLedger", "Internal error ({kind}: {reason}). Nothing was written; please report it."))
    return text.format(kind=type(error).__name__, reason=error)


class _Question(QRunnable):
    """One question, on its way."""

    def __init__(self, number: int, ask: Callable[[], Any], answered: Callable[[int, object, object], None]) -> None:
        super().__init__()
        self._number, self._ask, self._answered = number, ask, answered

    def run(self) -> None:
        try:
            answer, error = self._ask(), None
        except Exception as found:  # noqa: BLE001 - told on the main thread
            answer, error = None, found
        self._answered(self._number, answer, error)


class BackgroundCalls(QObject):
    """`ask` something, and hear the answer on the main thread. `busy_changed` says whether something is on its way."""

    busy_changed = pyqtSignal(bool)
    _answered = pyqtSignal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._next = 0
        self._waiting: dict[int, tuple[str, Callable[[Any], None], Callable[[Exception], None]]] = {}
        self._newest: dict[str, int] = {}
        self._answered.connect(self._hear)

    @property
    def busy(self) -> bool:
        return bool(self._waiting)

    def ask(
        self,
        ask: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None],
        topic: str = "",
    ) -> None:
        """Run `ask` in the background, then `then` with what it returns, or `failed` with what it raises."""
        self._next += 1
        number = self._next
        self._waiting[number] = (topic, then, failed)
        if topic:
            self._newest[topic] = number
        if len(self._waiting) == 1:
            self.busy_changed.emit(True)
        self._pool.start(_Question(number, lambda: self._unless_old(number, topic, ask), self._answered.emit))

    def _unless_old(self, number: int, topic: str, ask: Callable[[], Any]) -> Any:
        return ask() if not topic or self._newest.get(topic) == number else None

    def _hear(self, number: int, answer: object, error: object) -> None:
        known = self._waiting.pop(number, None)
        if known is not None:
            topic, then, failed = known
            if not topic or self._newest.get(topic) == number:
                if isinstance(error, Exception):
                    failed(error)
                else:
                    then(answer)
        if not self._waiting:
            self.busy_changed.emit(False)

    def forget(self, topic: str) -> None:
        """Nobody wants to hear any more of what was asked on a topic."""
        self._newest.pop(topic, None)

    def finish(self) -> None:
        """Wait for what is under way; nothing is heard of it, and what has a topic and did not begin is not asked."""
        self._waiting.clear()
        self._newest.clear()
        self._pool.waitForDone()
