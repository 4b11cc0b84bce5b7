"""What holders, sources and projects are called on the sheets, and the printed words of states and events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ...ledger.model import AccountKey
from ...resources import read_facts, resource
from ...store import Store
from ..background import holders_of, projects_of, sources_of
from ..subjects import Project, Source
from ..vocabulary import ADVANCE_SOURCE, State

_LAST = 10_000


class Names:
    """The names of a ledger; what no register knows is called by its code."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.holders = holders_of(store)
        self._codes = {book.code: book.holder for book in store.books()}
        self._sources = sources_of(store)

    def holder(self, book: str) -> str:
        """The name of the holder of a book."""
        known = self.holders.get(self._codes.get(book, book))
        return known.label if known else book

    def region(self, book: str) -> str:
        """The code of the district of the holder of a book: that of the register, else the holder's own."""
        code = self._codes.get(book, book)
        known = self.holders.get(code)
        return known.region if known and known.region else code

    def spellings(self, book: str) -> set[str]:
        """All names of the holder of a book."""
        code = self._codes.get(book, book)
        known = self.holders.get(code)
        return {known.name, known.short} - {""} if known else {code}

    def is_city(self, book: str) -> bool:
        """Whether a book is the city's own, whose printed figures are those of the whole city."""
        known = self.holders.get(self._codes.get(book, book))
        return known is not None and known.level == "city"

    def source(self, code: str) -> Source:
        """A source; one that no register knows counts as obtained."""
        known = self._sources.get(code)
        if known is None:
            kind = "advance" if code == ADVANCE_SOURCE else "plan"
            known = self._sources[code] = Source(code, code, order=_LAST, kind=kind, counts=True)
        return known

    @property
    def sources(self) -> Sequence[Source]:
        """Sources that are known or were asked for, in their order."""
        return sorted(self._sources.values(), key=lambda each: (each.order, each.code))

    def project(self, code: str) -> Project:
        """A project; one that the register does not know has its code only."""
        return self.projects.get(code) or Project(code, "", "")

    @cached_property
    def projects(self) -> Mapping[str, Project]:
        """The projects of the register."""
        return projects_of(self._store)


def is_separate(source: Source) -> bool:
    """Whether a source is kept apart."""
    return source.is_separate


@dataclass(frozen=True)
class Words:
    """The printed words of states and events."""

    states: Mapping[str, str]
    events: Mapping[str, str]

    def state(self, code: str) -> str:
        """A class of account."""
        return self.states.get(code, code)

    def event(self, nature: str, undone: bool = False) -> str:
        """What happened; what undoes it is marked."""
        word = self.events.get(nature, nature)
        return f"{word}（{self.events['reverse']}）" if undone else word


@lru_cache(maxsize=1)
def printed_words() -> Words:
    """The words of `resources/codes/quota_words.csv`."""
    rows = read_facts(resource("codes", "quota_words.csv"), ("kind", "code", "name", "source", "status"))
    named = {kind: {r.needed("code"): r.needed("name") for r in rows if r.text("kind") == kind} for kind in ("state", "event")}
    return Words(named["state"], named["event"])


def contra_name(own: AccountKey, other: AccountKey, names: Names, partner: str) -> str:
    """The other side of a line: state, then what differs from the own account; between holders the partner."""
    parts = [printed_words().state(other.state)]
    if other.state == State.CLEARING.value and partner:
        parts.append(partner)
    if other.source != own.source:
        parts.append(names.source(other.source).label)
    if other.year != own.year:
        parts.append(f"{other.year}年度")
    if other.project and other.project != own.project:
        parts.append(other.project)
    return " ".join(parts)
