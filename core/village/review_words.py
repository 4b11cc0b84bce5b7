"""Words of a review meeting: what an opinion is about, and what has become of it; rows of `resources/codes`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..errors import InputError
from ..resources import FactRow, read_facts, resource
from ..sentence import translate
from ..workbook.cell_text import normalised
from .checks.titles import check_kinds

CATEGORY_FILE, STATE_FILE = "review_categories.csv", "review_states.csv"

NEW, OPEN, PARTLY, DONE, EXPLAINED, CHECK = "new", "open", "partly", "done", "explained", "check"
"""States that the comparison of two rounds gives; the file says what they are called."""
STATES = (NEW, OPEN, PARTLY, DONE, EXPLAINED, CHECK)


@dataclass(frozen=True)
class Category:
    """What an opinion is about: `rules` (R1 …) of the findings that belong to it; `otherwise`: findings of no known rule do."""

    code: str
    name: str
    names: tuple[str, ...]
    rules: tuple[str, ...] = ()
    otherwise: bool = False


@dataclass(frozen=True)
class ReviewState:
    """What has become of an opinion; `closed`: nothing is left to do."""

    code: str
    name: str
    names: tuple[str, ...]
    closed: bool


@lru_cache(maxsize=1)
def categories() -> tuple[Category, ...]:
    """The categories in the order of the file. InputError where none, or several, take what no other takes."""
    found = []
    for row in read_facts(resource("codes", CATEGORY_FILE), ("code", "name", "source", "status")):
        found.append(
            Category(
                row.needed("code"), row.needed("name"), _names(row), _parts(row, "rules"), row.flag("otherwise")
            )
        )  # fmt: skip
    if sum(each.otherwise for each in found) != 1:
        raise InputError(translate("LandLedger", "{file}: exactly one row must be marked “otherwise”."), file=CATEGORY_FILE)
    return tuple(found)


@lru_cache(maxsize=1)
def review_states() -> dict[str, ReviewState]:
    """The states by code. InputError where one of STATES has no row."""
    found = {}
    for row in read_facts(resource("codes", STATE_FILE), ("code", "name", "source", "status")):
        found[row.needed("code")] = ReviewState(row.needed("code"), row.needed("name"), _names(row), row.flag("closed"))
    lacking = [code for code in STATES if code not in found]
    if lacking:
        raise InputError(
            translate("LandLedger", "{file}: the rows {codes} are missing."), file=STATE_FILE, codes=", ".join(lacking)
        )
    return found


def _names(row: FactRow) -> tuple[str, ...]:
    return tuple(normalised(name) for name in (row.needed("name"), *_parts(row, "names")))


def _parts(row: FactRow, column: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in row.text(column).split("|") if part.strip())


def category_of(rule: str, check: str = "") -> Category:
    """The category of a finding: the kind of its check (`plan_check_kinds.csv`), else the one that names its rule (`R8`)."""
    kind = check_kinds().get(check)
    named = category_named(kind.kind) if kind is not None else None
    if named is not None:
        return named
    wanted = rule.strip().upper().split()
    for each in categories():
        if any(name.upper() in wanted for name in each.rules):
            return each
    return next(each for each in categories() if each.otherwise)


def category_named(text: str) -> Category | None:
    """The category of a code, a name, or what else people write; None for none."""
    return _named(text, categories())


def state_named(text: str) -> ReviewState | None:
    """The state of a code, a name, or what else people write; None for none."""
    return _named(text, review_states().values())


def _named(text, known: Iterable):  # type: ignore[no-untyped-def]
    written = normalised(text)
    return next((each for each in known if written and (text.strip() == each.code or written in each.names)), None)


def state_name(code: str) -> str:
    """What a state is called; the code itself for one that the file does not have."""
    found = review_states().get(code)
    return found.name if found is not None else code
