"""The few exceptions of `core`. Each carries a Sentence, so that the floor above can say it in the user's language."""

from __future__ import annotations

import errno
from collections.abc import Mapping

from .sentence import Sentence, sentence, translate

_NOT_ALLOWED = translate("LandLedger", "no permission, or open in another program")
_REASONS: Mapping[str, str] = {
    "ENOENT": translate("LandLedger", "file or folder not found"),
    "ENOTDIR": translate("LandLedger", "a part of the path is no folder"),
    "EISDIR": translate("LandLedger", "it is a folder"),
    "EEXIST": translate("LandLedger", "it exists already"),
    "ENAMETOOLONG": translate("LandLedger", "the name is too long"),
    "EINVAL": translate("LandLedger", "the name or place is not allowed"),
    "EACCES": _NOT_ALLOWED,
    "EPERM": _NOT_ALLOWED,
    "EBUSY": _NOT_ALLOWED,
    "ETXTBSY": _NOT_ALLOWED,
    "EROFS": translate("LandLedger", "the drive is read-only"),
    "ENOSPC": translate("LandLedger", "the disk is full"),
    "EDQUOT": translate("LandLedger", "the disk is full"),
    "EIO": translate("LandLedger", "the drive reports a fault"),
}


def system_reason(error: OSError) -> Sentence:
    """Why the operating system refused a file, in the user's language: its own words are English nearly everywhere."""
    words = _REASONS.get(errno.errorcode.get(error.errno or 0, ""))
    if words is None:
        return sentence(translate("LandLedger", "system error {number}"), number=error.errno or type(error).__name__)
    return sentence(words)


class LedgerError(Exception):
    """Base of all: `LedgerError("Layer {layer} has no field {field}.", layer=…, field=…)`."""

    def __init__(self, template: str, **places: object) -> None:
        self.sentence: Sentence = sentence(template, **places)
        super().__init__(template)

    def __str__(self) -> str:
        return str(self.sentence)


class InputError(LedgerError):
    """What the user gave can't be used; the sentence names file, sheet, cell, layer, feature or field."""


class OutputError(LedgerError):
    """What was asked for can't be written; the sentence names the file."""


class FootingError(LedgerError):
    """A sum that must be exact is not: never the user's fault, the result must not be signed."""


class Cancelled(LedgerError):
    """The user cancelled; nothing is left half-written."""

    def __init__(self) -> None:
        super().__init__("Cancelled.")
