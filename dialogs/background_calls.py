"""Questions to a database, answered in the background: the window stays usable while a server thinks.

One thread asks one question after the other, so a store keeps one connection for it. Of the questions on one topic only
the newest is answered: who types fast is not shown what he asked three keys ago.

What a question holds and what it answers is let go on the main thread alone: it may be a layer or a context of QGIS.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from qgis.PyQt.QtCore import QObject, QRunnable, QThreadPool, pyqtSignal

from ..core.errors import LedgerError
from ..core.sentence import translate
from ..processing.base import said, say
from .garbage import main_thread_garbage


def told(error: Exception) -> str:
    """An error as one sentence in the user's language."""
    if isinstance(error, LedgerError):
        return said(error.sentence)
    text = say(translate("LandLedger", "Internal error ({kind}: {reason}). Nothing was written; please report it."))
    return text.format(kind=type(error).__name__, reason=error)


@dataclass
class _Pending:
    """A question on its way, and what came of it; kept on the main thread until it is answered."""

    topic: str
    ask: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[Exception], None]
    answer: Any = None
    error: Exception | None = None


class _Question(QRunnable):
    """Lets the worker answer a question. It holds nothing that the main thread does not hold longer."""

    def __init__(self, answer: Callable[[], None], answered: Callable[[], None]) -> None:
        super().__init__()
        self._answer, self._answered = answer, answered

    def run(self) -> None:
        self._answer()
        self._answered()


class BackgroundCalls(QObject):
    """`ask` something, and hear the answer on the main thread. `busy_changed` says whether something is on its way."""

    busy_changed = pyqtSignal(bool)
    _answered = pyqtSignal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._next = 0
        self._waiting: dict[int, _Pending] = {}
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
        if not self._waiting:
            main_thread_garbage().hold()
            self.busy_changed.emit(True)
        self._waiting[number] = _Pending(topic, ask, then, failed)
        if topic:
            self._newest[topic] = number
        self._pool.start(_Question(partial(self._answer, number), partial(self._answered.emit, number)))

    def _answer(self, number: int) -> None:
        """On the worker."""
        pending = self._waiting.get(number)
        if pending is None or self._is_old(number, pending):
            return
        try:
            pending.answer = pending.ask()
        except Exception as found:  # noqa: BLE001 - told on the main thread
            pending.error = found

    def _is_old(self, number: int, pending: _Pending) -> bool:
        return bool(pending.topic) and self._newest.get(pending.topic) != number

    def _hear(self, number: int) -> None:
        pending = self._waiting.pop(number, None)
        if pending is None:
            return
        if not self._waiting:
            main_thread_garbage().release()
        # An error holds the frames it came through, and these what is pending.
        error, pending.error = pending.error, None
        if not self._is_old(number, pending):
            if error is not None:
                pending.failed(error)
            else:
                pending.then(pending.answer)
        if not self._waiting:
            self.busy_changed.emit(False)

    def forget(self, topic: str) -> None:
        """Nobody wants to hear any more of what was asked on a topic."""
        self._newest.pop(topic, None)

    def finish(self) -> None:
        """Wait for what is under way; nothing is heard of it, and what has a topic and did not begin is not asked."""
        self._newest.clear()
        self._pool.waitForDone()
        if self._waiting:
            self._waiting.clear()
            main_thread_garbage().release()
