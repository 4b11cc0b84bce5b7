"""A piece of work of the import wizard in the background: reading and checking a workbook, posting."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ..core.errors import Cancelled, LedgerError
from ..core.interpreter import INTERPRETER
from ..core.progress import Progress
from ..processing.base import said

Work = Callable[[Progress], Any]

_held: list[QgsTask] = []


class _WorkTask(QgsTask):
    """Runs on a worker thread; keeps what came out or why nothing did."""

    def __init__(self, title: str, work: Work) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work = work
        self.result: Any = None
        self.error: Exception | None = None
        self.trace = ""

    def run(self) -> bool:
        shown = -1

        def progress(fraction: float) -> None:
            nonlocal shown
            if self.isCanceled():
                raise Cancelled
            percent = int(min(max(fraction, 0.0), 1.0) * 200)
            if percent != shown:
                shown = percent
                self.setProgress(percent / 2)

        try:
            with INTERPRETER.computing():
                self.result = self._work(progress)
        except Exception as error:  # noqa: BLE001 - told by the window
            self.error, self.trace = error, traceback.format_exc()
            return False
        return True


class BackgroundWork(QObject):
    """One piece of work at a time. `progressed` (0..100), `ended` (result, reason): reason '' means that it went well,
    `cancelled` that the user stopped it."""

    progressed = pyqtSignal(float)
    ended = pyqtSignal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: _WorkTask | None = None
        self.cancelled = False

    def tr(self, message: str) -> str:
        return QCoreApplication.translate("BackgroundWork", message)

    @property
    def running(self) -> bool:
        return self._task is not None

    def start(self, title: str, work: Work) -> None:
        """Begin; what is still going on is dropped."""
        self.drop()
        self.cancelled = False
        task = self._task = _WorkTask(title, work)
        _held.append(task)
        task.progressChanged.connect(lambda percent: self._forward(task, percent))
        task.taskCompleted.connect(lambda: self._finish(task))
        task.taskTerminated.connect(lambda: self._finish(task))
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        """Ask the work to stop; it ends without a result."""
        if self._task is not None:
            self.cancelled = True
            self._task.cancel()

    def drop(self) -> None:
        """Stop without a word."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _forward(self, task: _WorkTask, percent: float) -> None:
        if task is self._task:
            self.progressed.emit(percent)

    def _finish(self, task: _WorkTask) -> None:
        if task in _held:
            _held.remove(task)
        if task is not self._task:
            return
        self._task = None
        if task.result is not None and task.error is None:
            self.ended.emit(task.result, "")
        else:
            self.cancelled = self.cancelled or isinstance(task.error, Cancelled)
            self.ended.emit(None, self._reason(task))

    def _reason(self, task: _WorkTask) -> str:
        error = task.error
        if error is None or isinstance(error, Cancelled):
            return self.tr("Cancelled. Nothing was posted.")
        if isinstance(error, LedgerError):
            return said(error.sentence)
        if isinstance(error, MemoryError):
            return self.tr("Not enough memory: close other programs, or split the file.")
        QgsMessageLog.logMessage(task.trace, "Land Ledger", Qgis.MessageLevel.Critical)
        text = self.tr("Internal error ({kind}: {reason}). Nothing was posted; please send the log.")
        return text.format(kind=type(error).__name__, reason=error)
