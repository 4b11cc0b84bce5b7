"""Holders, sources and projects of quota, as the registers of a ledger know them, and those that ship with the plugin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from ..ledger.model import Book, Scalar
from ..ledger.registers import load_register
from ..resources import FactRow, read_facts, resource
from .vocabulary import BOOK_KIND

if TYPE_CHECKING:
    from ..store import Store


@dataclass(frozen=True)
class Holder:
    """Who holds quota: `level` is city, district, county or zone; `upper` the code of the unit above, '' for the highest."""

    code: str
    name: str
    short: str = ""
    level: str = "county"
    region: str = ""
    upper: str = ""
    order: int = 0
    note: str = ""

    @property
    def label(self) -> str:
        """What stands in a narrow column."""
        return self.short or self.name


@dataclass(frozen=True)
class Source:
    """Where quota comes from. `kind`: plan, separate (an account of its own, never in the total) or advance (a liability).

    `counts`: whether it is part of the quota obtained; `locked`: whether it may serve its own project only. `basis` and
    `status` say where the row comes from and how sure it is.
    """

    code: str
    name: str
    short: str = ""
    order: int = 0
    kind: str = "plan"
    counts: bool = False
    locked: bool = False
    basis: str = ""
    status: str = ""
    note: str = ""

    @property
    def label(self) -> str:
        """What stands in a narrow column."""
        return self.short or self.name

    @property
    def is_advance(self) -> bool:
        """Whether it is the liability of advances."""
        return self.kind == "advance"

    @property
    def is_separate(self) -> bool:
        """Whether it is kept apart (增减挂钩, 盘活): an account of its own, never in a total."""
        return not self.is_advance and not self.counts


@dataclass(frozen=True)
class Project:
    """What quota is for. Areas in micro-mu, dates as YYYY-MM-DD ('' for none); `rolled` is the quarter it was listed anew
    for when the one before it was closed."""

    code: str
    name: str
    holder: str
    level: str = ""
    kind: str = ""
    demand: int = 0
    demand_agricultural: int = 0
    demand_cultivated: int = 0
    officer: str = ""
    stage: str = ""
    stage_date: str = ""
    requested: str = ""
    planned: int = 0
    closed: bool = False
    rolled: str = ""
    note: str = ""


_Subject = TypeVar("_Subject", Holder, Source, Project)


def subject_of(kind: type[_Subject], values: Mapping[str, Scalar]) -> _Subject:
    """A holder, source or project from the values of its record; what a later version added is left out."""
    known = {each.name for each in fields(kind)}
    found: dict[str, Any] = {name: value for name, value in values.items() if name in known}
    return kind(**found)


def values_of(subject: Holder | Source | Project) -> dict[str, Scalar]:
    """The values of the record of a subject; what is empty is left out."""
    return {each.name: value for each in fields(subject) if (value := getattr(subject, each.name)) not in ("", 0, False)}


@lru_cache(maxsize=None)
def shipped_sources() -> tuple[Source, ...]:
    """The sources of `resources/codes/quota_sources.csv`, in their order."""
    rows = read_facts(resource("codes", "quota_sources.csv"), ("code", "name", "kind", "source", "status"))
    return tuple(
        Source(
            row.needed("code"), row.needed("name"), row.text("short"), _order(row), row.needed("kind"), row.flag("counts"),
            row.flag("locked"), row.needed("source"), row.needed("status"), row.text("note"),
        )
        for row in rows
    )  # fmt: skip


@lru_cache(maxsize=None)
def shipped_holders() -> tuple[Holder, ...]:
    """The holders of `resources/codes/quota_holders.csv`: a city, its counties and districts, its development zones."""
    rows = read_facts(resource("codes", "quota_holders.csv"), ("code", "name", "level", "source", "status"))
    return tuple(
        Holder(
            row.needed("code"), row.needed("name"), row.text("short"), row.needed("level"), row.text("region"),
            row.text("upper"), _order(row),
        )
        for row in rows
    )  # fmt: skip


def _order(row: FactRow) -> int:
    text = row.text("order") or "0"
    if not text.isdecimal():
        raise row.refuse("order")
    return int(text)


def books_of(holders: Iterable[Holder]) -> list[Book]:
    """A book of land quota for each holder; the code of the book is that of the holder."""
    return [Book(holder.code, BOOK_KIND, holder.code, holder.label) for holder in holders]


def seed_registers(
    store: Store, holders: Sequence[Holder] = (), sources: Sequence[Source] = (), operator: str = ""
) -> int:
    """Enter holders and sources into the registers of a ledger; those that are there as they are stay. How many were new
    or changed. A holder's record stands in its own book where there is one, all else in the first book."""
    books = [book.code for book in store.books()]
    rows: list[tuple[str, str, Holder | Source]] = [
        ("holder", holder.code if holder.code in books else books[0], holder) for holder in holders
    ]
    rows += [("source", books[0], source) for source in sources]
    checked = [(name, book, load_register(name).checked(values_of(subject))) for name, book, subject in rows]
    with store.writing({book for _, book, _ in checked}) as writing:
        entered = 0
        for name, book, values in checked:
            key = load_register(name).key_of(values)
            known = store.record(name, key)
            if known is None or dict(known.values) != values:
                writing.put(name, key, book, values, operator)
                entered += 1
    return entered
