"""Decisions on findings: written into the layer, shown in the table, and taken back again."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..core.checking.finding import State
from ..core.errors import OutputError
from ..processing.base import said
from .findings_decision import DecisionDialog, accepted, keep_reason, reopened
from .findings_layer import Decision, longest_reason, why_not_writable, write_decisions
from .findings_table import FindingModel

KEPT_DECISIONS = 20
FORMER_REASONS = 5
Step = dict[int, tuple[Decision, Decision]]
"""One decision by feature id: what stood there before, and what was written."""


class Decider(QObject):
    """Writes into the layer that the model shows. `told` (text, level) is for the message bar; `failed`: the layer may
    hold something else than the table. While `writing`, changes of the layer are our own."""

    told = pyqtSignal(str, object)
    failed = pyqtSignal()

    def __init__(self, model: FindingModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._layer: QgsVectorLayer | None = None
        self._done: list[Step] = []
        self.writing = False

    def follow(self, layer: QgsVectorLayer | None) -> None:
        """Another layer: nothing of the one before can be taken back any more."""
        self._layer = layer
        self._done.clear()

    @property
    def undoable(self) -> bool:
        return bool(self._done)

    def accept(self, ids: Sequence[int], some: Sequence[str], window: QWidget) -> bool:
        """Ask over `window` why findings are accepted, `some` being their first sentences, and write it."""
        if not ids or self._refused():
            return False
        former = [decision[1] for decision in self._model.decisions_of(ids).values() if decision[1]]
        lines = [self.tr("Accept {count} findings:").format(count=len(ids))] if len(ids) > 1 else []
        about = "\n".join([*lines, *some, *(["…"] if len(ids) > len(some) else [])])
        asked_about = self._layer
        dialog = DecisionDialog(about, list(dict.fromkeys(former))[:FORMER_REASONS], longest_reason(asked_about), window)
        agreed = bool(dialog.exec())
        reason = dialog.reason
        dialog.deleteLater()
        if not agreed:
            return False
        if self._layer is not asked_about:
            # A run ends while the dialog is open: its findings have the same ids and are others.
            text = self.tr("Nothing was accepted: other findings are shown since the reason was asked for. Choose again.")
            self.told.emit(text, Qgis.MessageLevel.Warning)
            return False
        keep_reason(reason)
        return self.decide({feature: accepted(reason) for feature in ids}, self.tr("Accept findings"))

    def reopen(self, ids: Sequence[int]) -> bool:
        """Write those findings that are accepted as open again."""
        known = self._model.decisions_of(ids)
        closed = {feature: before for feature, before in known.items() if before[0] == State.ACCEPTED.value}
        if not closed or self._refused():
            return False
        return self.decide(
            {feature: reopened(before) for feature, before in closed.items()}, self.tr("Open findings again")
        )

    def decide(self, decisions: dict[int, Decision], title: str) -> bool:
        """Write decisions by feature id, so that they can be taken back; `title` names the step for the edit buffer."""
        before = self._model.decisions_of(decisions)
        if not self._write(decisions, title):
            return False
        self._done = [*self._done, {feature: (before[feature], decisions[feature]) for feature in before}]
        self._done = self._done[-KEPT_DECISIONS:]
        self._tell(self.tr("Written: {count} findings.").format(count=len(decisions)))
        return True

    def undo(self) -> list[int]:
        """Take back the last decision, where nobody has decided otherwise since: the findings it was about."""
        if not self._done or self._refused():
            return []
        step = self._done[-1]
        known = self._model.decisions_of(step)
        back = {feature: before for feature, (before, after) in step.items() if known.get(feature) == after}
        if back and not self._write(back, self.tr("Take back a decision")):
            return []
        self._done = self._done[:-1]
        self._tell(self.tr("Taken back: {count} findings.").format(count=len(back)))
        return list(back)

    def _refused(self) -> bool:
        """Whether the layer takes no decisions; says so."""
        why = why_not_writable(self._layer) if self._layer is not None else ""
        if why:
            self.told.emit(why, Qgis.MessageLevel.Warning)
        return bool(why) or self._layer is None

    def _write(self, decisions: dict[int, Decision], title: str) -> bool:
        self.writing = True
        try:
            write_decisions(self._layer, decisions, title)
        except OutputError as error:
            self.failed.emit()
            self.told.emit(said(error.sentence), Qgis.MessageLevel.Critical)
            return False
        finally:
            self.writing = False
        self._model.set_decisions(decisions)
        return True

    def _tell(self, text: str) -> None:
        self.told.emit(text, Qgis.MessageLevel.Success)
