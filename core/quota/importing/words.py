"""Holders, sources, projects and events by the words clerks use for them.

A word is a code, a name, or an alias that stands in `resources/codes/quota_import_words.csv`. One that is none of these
is never guessed: what is like it is proposed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...importing.names import bare_word
from ...resources import read_facts, resource
from ..vocabulary import EVENT_LABELS, Event

_NEEDED = ("list", "word", "code", "source", "status")
_SIDES = ("", "in", "out")


@dataclass(frozen=True)
class EventWord:
    """What a word in the column of events means: on which side ('in' 收入, 'out' 支出, '' either) its amount stands, and
    the source it implies."""

    event: Event
    side: str = ""
    source: str = ""


@dataclass(frozen=True)
class ImportWords:
    """The words of the data file: of events (a word may mean one thing as 收入 and another as 支出) and of sources."""

    events: Mapping[str, tuple[EventWord, ...]]
    sources: Mapping[str, str]


@lru_cache(maxsize=4)
def load_words(path: Path | None = None) -> ImportWords:
    """The words; InputError naming the line of a file that makes no sense."""
    events: dict[str, tuple[EventWord, ...]] = {}
    sources: dict[str, str] = {}
    codes = {event.value: event for event in Event}
    for row in read_facts(path or resource("codes", "quota_import_words.csv"), _NEEDED):
        word, code, side = bare_word(row.needed("word")), row.needed("code"), row.text("side")
        if row.text("list") == "source":
            sources[word] = code
        elif row.text("list") != "event":
            raise row.refuse("list")
        elif code not in codes:
            raise row.refuse("code")
        elif side not in _SIDES:
            raise row.refuse("side")
        else:
            events[word] = (*events.get(word, ()), EventWord(codes[code], side, row.text("gives_source")))
    for event in Event:
        usual = next((means for words in events.values() for means in words if means.event is event), EventWord(event))
        for word in (event.value, EVENT_LABELS[event]):
            events.setdefault(bare_word(word), (EventWord(event, usual.side),))
    return ImportWords(events, sources)
