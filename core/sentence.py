"""Sentences for people: an English template and the things to put into it.

`core` never translates. It marks a template with `translate("LandLedger", "…")`, which returns it unchanged; the floor
above looks the template up in the user's language and fills the places in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Say = Callable[[str], str]


def translate(context: str, text: str) -> str:
    """Mark `text` for extraction into the translation file under `context`; returns it as it is."""
    return text


@dataclass(frozen=True)
class Sentence:
    """A template with named places (`{layer}`), and what stands in them; a place may hold a Sentence itself."""

    template: str
    places: Mapping[str, object] = field(default_factory=dict)

    def said(self, say: Say = str) -> str:
        """The sentence in the language of `say`, which maps an English template to its translation."""
        filled = {key: value.said(say) if isinstance(value, Sentence) else value for key, value in self.places.items()}
        return say(self.template).format(**filled)

    def __str__(self) -> str:
        return self.said()


def sentence(template: str, **places: object) -> Sentence:
    """A Sentence with `places` given by name."""
    return Sentence(template, places)
