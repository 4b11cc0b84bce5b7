"""What holders, sources and projects are called, and which sources count in a total: the ledger's registers, else what
ships beside the code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...ledger.model import AccountKey, Record, Scalar
from ...resources import read_facts, resource
from ...store.interface import Store
from ..vocabulary import ADVANCE_SOURCE


@dataclass(frozen=True)
class HolderName:
    """A holder: `code` is that of its book, `region` that of its district in a map."""

    code: str
    name: str
    region: str
    order: int
    city: bool = False


@dataclass(frozen=True)
class SourceName:
    """A source; `separate` ones (增减挂钩, 盘活) stand beside the total, an advance is a liability."""

    code: str
    name: str
    order: int
    separate: bool = False
    advance: bool = False
    locked: bool = False

    @property
    def real(self) -> bool:
        """Whether it is quota that was obtained, not advanced."""
        return not self.advance


@dataclass(frozen=True)
class ProjectName:
    """A project as the register has it; `values` are its fields, areas in micro-mu."""

    code: str
    name: str
    values: Mapping[str, Scalar]

    @property
    def label(self) -> str:
        """Name and code, the code where there is no name."""
        return f"{self.name}（{self.code}）" if self.name and self.name != self.code else self.code


class Names:
    """The names of a ledger."""

    def __init__(self, store: Store) -> None:
        self.holders = _holders(store)
        self._sources = _sources(store)
        self._unknown: dict[str, SourceName] = {}
        self._projects: dict[str, ProjectName] | None = None
        self._store = store

    def holder(self, book: str) -> str:
        """The name of the holder of a book."""
        known = self.holders.get(book)
        return known.name if known else book

    def is_city(self, book: str) -> bool:
        """Whether a book is the city's own, whose printed figures are those of the whole city."""
        known = self.holders.get(book)
        return known is not None and known.city

    def source(self, code: str) -> SourceName:
        """A source; one that no register knows counts as obtained."""
        known = self._sources.get(code) or self._unknown.get(code)
        if known is None:
            known = self._unknown[code] = SourceName(code, code, 10_000, advance=code == ADVANCE_SOURCE)
        return known

    @property
    def sources(self) -> Sequence[SourceName]:
        """Sources that are known or were asked for, in their order."""
        return sorted([*self._sources.values(), *self._unknown.values()], key=lambda each: (each.order, each.code))

    def project(self, code: str) -> ProjectName:
        """A project; one that the register does not know has its code only."""
        return self.projects.get(code) or ProjectName(code, "", {})

    @property
    def projects(self) -> Mapping[str, ProjectName]:
        """The projects of the register."""
        if self._projects is None:
            records = self._store.records("project")
            self._projects = {each.key: ProjectName(each.key, _text(each, "name"), each.values) for each in records}
        return self._projects


def _holders(store: Store) -> dict[str, HolderName]:
    """By code of the book, in the order of the register, else of the books."""
    known = {record.key: record for record in store.records("holder")}
    found = []
    books = store.books()
    for place, book in enumerate(books):
        record = known.get(book.holder) or known.get(book.code)
        name = (_text(record, "short") or _text(record, "name")) if record else ""
        region = _text(record, "region") if record else ""
        order = record.values.get("order") if record else None
        # The first of several books is the city's; of a single one nobody knows more than the register.
        city = _text(record, "level") == "city" if record else place == 0 and len(books) > 1
        place_of = order if type(order) is int else place
        found.append(HolderName(book.code, name or book.name or book.code, region or book.holder, place_of, city))
    return {each.code: each for each in sorted(found, key=lambda each: each.order)}


def _sources(store: Store) -> dict[str, SourceName]:
    found = dict(_shipped_sources())
    for place, record in enumerate(store.records("source")):
        shipped = found.get(record.key)
        kind, order = _text(record, "kind"), record.values.get("order")
        found[record.key] = SourceName(
            record.key,
            _text(record, "short") or _text(record, "name") or record.key,
            order if type(order) is int else shipped.order if shipped else 1000 + place,
            kind == "separate",
            kind == "advance",
            bool(record.values.get("locked")),
        )
    return found


@lru_cache(maxsize=1)
def _shipped_sources() -> Mapping[str, SourceName]:
    path = resource("codes", "quota_sources.csv")
    return {
        row.needed("code"): SourceName(
            row.needed("code"), row.text("short") or row.needed("name"), int(row.text("order") or 0),
            row.text("kind") == "separate", row.text("kind") == "advance", row.flag("locked"),
        )
        for row in read_facts(path, ("code", "name", "kind"))
    }  # fmt: skip


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


def contra_name(own: AccountKey, other: AccountKey, names: Names, words: Words, partner: str) -> str:
    """The other side of a line: state, then what differs from the own account; between holders the partner."""
    parts = [words.state(other.state)]
    if other.state == "CLR" and partner:
        parts.append(partner)
    if other.source != own.source:
        parts.append(names.source(other.source).name)
    if other.year != own.year:
        parts.append(f"{other.year}年度")
    if other.project and other.project != own.project:
        parts.append(other.project)
    return " ".join(parts)


def _text(record: Record | None, field: str) -> str:
    value = record.values.get(field) if record else None
    return "" if value is None else str(value)
