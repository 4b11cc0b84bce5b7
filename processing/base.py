"""What all our algorithms share: language, group, progress, and errors a clerk understands."""

from __future__ import annotations

import errno
import traceback
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeedback,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..core.errors import Cancelled, LedgerError, system_reason
from ..core.interpreter import INTERPRETER
from ..core.progress import Progress
from ..core.sentence import Sentence, translate
from .requirements import missing

CONTEXT = "LandLedger"
ICON_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"


def _numbers(*names: str) -> frozenset[int]:
    """Error numbers by name; not every system has all."""
    return frozenset(getattr(errno, name) for name in names if hasattr(errno, name))


DISK_FULL = _numbers("ENOSPC", "EDQUOT", "EFBIG")
NOT_ALLOWED = _numbers("EACCES", "EPERM", "EROFS", "EBUSY", "ETXTBSY")


def icon_path(file_name: str) -> str:
    """Path of one of our icons."""
    return str(ICON_FOLDER / file_name)


def say(template: str) -> str:
    """A template of `core` in the user's language."""
    return QCoreApplication.translate(CONTEXT, template)


def said(sentence: Sentence) -> str:
    """A sentence of `core` in the user's language."""
    return sentence.said(say)


class Group(Enum):
    """The groups of the toolbox; the value is the group's id."""

    COORDINATES = "coordinates"
    SURVEY = "survey"
    OCCUPATION = "occupation"
    QUOTA = "quota"
    APPROVAL = "approval"
    FARMLAND = "farmland"
    SERVICE = "service"
    VILLAGE = "village"
    MONITORING = "monitoring"
    STATISTICS = "statistics"


GROUP_NAMES: Mapping[Group, str] = {
    Group.COORDINATES: translate("Group", "Coordinates and boundaries"),
    Group.SURVEY: translate("Group", "Land classes and areas"),
    Group.OCCUPATION: translate("Group", "Red lines over land"),
    Group.QUOTA: translate("Group", "Land quota"),
    Group.APPROVAL: translate("Group", "Approval and supply"),
    Group.FARMLAND: translate("Group", "Farmland protection"),
    Group.SERVICE: translate("Group", "Planner teams"),
    Group.VILLAGE: translate("Group", "Village planning"),
    Group.MONITORING: translate("Group", "Monitoring"),
    Group.STATISTICS: translate("Group", "Statistics and bulletins"),
}


class Steps:
    """The parts of a run by weight: `Steps(feedback, read=20, cut=60, write=20).cut` is a core Progress.

    Each part fills its share of the progress bar and raises Cancelled when the user cancelled. The bar is moved in
    half per cents only, so a part may be called for every feature.
    """

    def __init__(self, feedback: QgsFeedback, **weights: float) -> None:
        self._feedback = feedback
        self._shown = -1
        self._spans: dict[str, tuple[float, float]] = {}
        total = sum(weights.values())
        start = 0.0
        for name, weight in weights.items():
            self._spans[name] = (start / total, weight / total)
            start += weight

    def __getattr__(self, name: str) -> Progress:
        if name.startswith("_") or name not in self._spans:
            raise AttributeError(name)
        start, share = self._spans[name]

        def progress(fraction: float) -> None:
            if self._feedback.isCanceled():
                raise Cancelled
            shown = int((start + share * min(max(fraction, 0.0), 1.0)) * 200)
            if shown != self._shown:
                self._shown = shown
                self._feedback.setProgress(shown / 2)

        return progress


def let_go(error: BaseException | None) -> None:
    """Free what the frames hold that an error came through: a run that ended has read whole layers."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


class LedgerAlgorithm(QgsProcessingAlgorithm):
    """Base of all algorithms. A subclass sets GROUP, implements name, displayName, shortHelpString, initAlgorithm and
    `compute`, and may implement `prepare` (main thread: project and layers) and `finish` (main thread: styles).

    Heavy packages are imported inside those methods, never at the top of the module: the toolbox shows an algorithm
    also where a package is missing, and `canExecute` says which. NEEDS lists them.
    """

    GROUP: Group
    ICON = "land_ledger.svg"
    NEEDS: tuple[str, ...] = ("numpy", "shapely", "openpyxl")

    def tr(self, message: str) -> str:
        """`message` in the user's language, under the name of the class it was written in: this one or a base."""
        for cls in type(self).__mro__:
            if cls is QgsProcessingAlgorithm:
                break
            found = QCoreApplication.translate(cls.__name__, message)
            if found != message:
                return found
        return message

    def createInstance(self) -> LedgerAlgorithm:
        return type(self)()

    def groupId(self) -> str:
        return self.GROUP.value

    def group(self) -> str:
        return QCoreApplication.translate("Group", GROUP_NAMES[self.GROUP])

    def icon(self) -> QIcon:
        return QIcon(icon_path(self.ICON))

    def svgIconPath(self) -> str:
        return icon_path(self.ICON)

    def canExecute(self) -> tuple[bool, str]:
        lacking = missing(self.NEEDS)
        return (True, "") if lacking is None else (False, said(lacking))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """What must happen on the main thread before the run; raises the errors of `core`."""

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """The run, on a worker thread: outputs by name; raises the errors of `core`."""
        raise NotImplementedError

    def finish(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """What must happen on the main thread after the run; raises the errors of `core`."""
        return {}

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        # An error raised here goes to the log only; scripts, models and batches are told "There were errors". The run
        # itself tells them.
        self._refusal: QgsProcessingException | None = None
        # The toolbox asks canExecute itself, qgis_process and models don't.
        able, reason = self.canExecute()
        if not able:
            self._refusal = QgsProcessingException(reason)
            return True
        try:
            self.prepare(parameters, context, feedback)
        except Exception as error:  # noqa: BLE001 - told by the run
            self._refusal = self._told(error, feedback)
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        refusal = self._refusal
        if refusal is None:
            try:
                with INTERPRETER.computing():
                    return self.compute(parameters, context, feedback)
            except Exception as error:  # noqa: BLE001 - told
                refusal = self._told(error, feedback)
                let_go(error)
        # QGIS 3.22 never lets go of what is raised here, nor of this frame.
        del self, parameters, context, feedback
        raise refusal.with_traceback(None) from None

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        try:
            return self.finish(context, feedback)
        except Exception as error:  # noqa: BLE001 - told
            refusal = self._told(error, feedback)
            let_go(error)
        del self, context, feedback
        raise refusal.with_traceback(None) from None

    def _told(self, error: Exception, feedback: QgsProcessingFeedback) -> QgsProcessingException:
        """The one exception Processing shows, in the user's language; the traceback of a fault of ours goes to the log."""
        if isinstance(error, QgsProcessingException):
            return error
        if isinstance(error, Cancelled):
            return QgsProcessingException(self.tr("Cancelled. Nothing was written."))
        if isinstance(error, LedgerError):
            return QgsProcessingException(said(error.sentence))
        if isinstance(error, MemoryError):
            return QgsProcessingException(
                self.tr("Not enough memory. Close other programs or take a smaller area, then run it again.")
            )
        if isinstance(error, OSError):
            return QgsProcessingException(self._file_trouble(error))
        feedback.pushDebugInfo("".join(traceback.format_exception(type(error), error, error.__traceback__)))
        if isinstance(error, ImportError):
            text = self.tr("A Python package can't be loaded: {reason}. Repair or update the QGIS installation.")
            return QgsProcessingException(text.format(reason=error))
        text = self.tr("Internal error ({kind}: {reason}). Nothing can be concluded from this run; please send the log.")
        return QgsProcessingException(text.format(kind=type(error).__name__, reason=error))

    def _file_trouble(self, error: OSError) -> str:
        """One sentence for what the operating system refused."""
        file = error.filename or error.filename2 or ""
        if error.errno in DISK_FULL:
            text = self.tr("The disk is full, nothing was written. Free some space or choose another folder. {file}")
        elif error.errno in NOT_ALLOWED:
            text = self.tr(
                "No permission for {file}. It may be open in another program (Excel, WPS, QGIS) or be read-only: "
                "close it or choose another name."
            )
        elif error.errno == errno.ENOENT:
            text = self.tr("File or folder {file} does not exist.")
        else:
            text = self.tr("The system refused a file: {reason}. {file}")
        return text.format(file=file, reason=said(system_reason(error))).strip()
