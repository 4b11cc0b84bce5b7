"""One algorithm run in the background; the window stays usable and hears of progress, messages and the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .garbage import main_thread_garbage

INFO, WARNING, ERROR, DETAIL = "info", "warning", "error", "detail"


_held: list[tuple] = []


class _Feedback(QgsProcessingFeedback):
    """Hands on what the algorithm says; it speaks on a worker thread, the window listens on the main thread."""

    told = pyqtSignal(str, str)

    def __init__(self) -> None:
        super().__init__(False)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.told.emit(ERROR, error)

    def pushWarning(self, warning: str) -> None:
        self.told.emit(WARNING, warning)

    def pushInfo(self, info: str) -> None:
        self.told.emit(INFO, info)

    def pushDebugInfo(self, info: str) -> None:
        self.told.emit(DETAIL, info)


class BackgroundRun(QObject):
    """Starts an algorithm as a task. `told` (kind, text), `progressed` (0..100), `ended` (ok, results, layers).

    On success the result layers have been added to the project, dressed by the algorithm's own post-processor; on
    failure `reason` is what the algorithm said last. `tables` are result layers by output that were not to be added: they
    belong to whoever keeps them.
    """

    told = pyqtSignal(str, str)
    progressed = pyqtSignal(float)
    ended = pyqtSignal(bool, dict, list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reason = ""
        self.canceled = False
        self.tables: dict[str, QgsMapLayer] = {}
        self._task: QgsProcessingAlgRunnerTask | None = None
        self._context: QgsProcessingContext | None = None
        self._feedback: _Feedback | None = None

    @property
    def running(self) -> bool:
        return self._task is not None

    def start(self, algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any]) -> None:
        """Check and prepare here, then run in the background. What is refused at once ends at once."""
        self.reason, self.canceled = "", False
        self._feedback = _Feedback()
        self._feedback.told.connect(self._hear)
        self._feedback.progressChanged.connect(self.progressed)
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._context.setFeedback(self._feedback)
        for able, why in (
            algorithm.canExecute(), algorithm.checkParameterValues(dict(parameters), self._context)
        ):
            if not able:
                self._refuse(why)
                return
        task = QgsProcessingAlgRunnerTask(algorithm, dict(parameters), self._context, self._feedback)
        # The constructor has prepared the algorithm; a task whose preparation failed would never say so itself.
        if task.isCanceled():
            self._refuse(self.reason)
            return
        task.executed.connect(self._executed)
        # The task only borrows these, and points at layers among the parameters that are in no project; all must outlive it, also
        # when the window is destroyed meanwhile.
        held = (self._context, self._feedback, dict(parameters))
        _held.append(held)
        task.executed.connect(lambda *outcome: _held.remove(held))
        main_thread_garbage().hold()
        task.executed.connect(lambda *outcome: main_thread_garbage().release())
        self._task = task
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        """Ask the run to stop; it ends with ok False and leaves nothing behind."""
        if self._task is not None:
            self.canceled = True
            self._task.cancel()

    def _hear(self, kind: str, text: str) -> None:
        if kind == ERROR:
            self.reason = text
        self.told.emit(kind, text)

    def _refuse(self, why: str) -> None:
        self.reason = why
        self.ended.emit(False, {}, [])

    def _executed(self, successful: bool, results: dict) -> None:
        if self._task is None:
            return
        self.canceled = self.canceled or self._task.isCanceled()
        self._task = None
        # It may have been done when it was asked to stop.
        successful = successful and not self.canceled
        layers = self._load_layers() if successful else []
        self.tables = self._take_tables(results) if successful else {}
        self._context = None
        self.ended.emit(successful, dict(results), layers)

    def _take_tables(self, results: Mapping[str, Any]) -> dict[str, QgsMapLayer]:
        """The result layers in memory that did not go into the project."""
        store = self._context.temporaryLayerStore()
        own = {name: value for name, value in results.items() if isinstance(value, str) and store.mapLayer(value) is not None}
        return {name: self._context.takeResultLayer(identifier) for name, identifier in own.items()}

    def _load_layers(self) -> list[QgsMapLayer]:
        """The result layers, moved from the run to the project, on top of the layer tree."""
        context, project = self._context, QgsProject.instance()
        loaded = []
        for identifier, details in context.layersToLoadOnCompletion().items():
            layer = QgsProcessingUtils.mapLayerFromString(identifier, context)
            if layer is None:
                continue
            layer.setName(details.name or layer.name())
            layer = context.takeResultLayer(layer.id())
            project.addMapLayer(layer, False)
            project.layerTreeRoot().insertLayer(0, layer)
            processor = details.postProcessor()
            if processor is not None:
                processor.postProcessLayer(layer, context, self._feedback)
            loaded.append(layer)
        return loaded
