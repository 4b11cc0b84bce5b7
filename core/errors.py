"""The few exceptions of `core`. Each carries a Sentence, so that the floor above can say it in the user's language."""

from __future__ import annotations

from .sentence import Sentence, sentence


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
