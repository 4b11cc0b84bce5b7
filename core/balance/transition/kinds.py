"""Groups of classes as T30 prints them, and kinds of flow: data in `resources/codes/transition_groups.csv` and `_kinds.csv`.

A cell of codes holds codes of the first or second level, words for the major classes, or * for all; the first row fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...resources import FactRow, read_facts, resource
from ...summary.leaf_classes import leaf_of
from ...survey.classes import CodeTable, Major

UNCOVERED_GROUP = "UNCOVERED"
"""The group of ground that one survey does not cover."""


@dataclass(frozen=True)
class ClassGroup:
    """A row and a column of T30."""

    key: str
    name: str
    codes: tuple[str, ...]
    status: str = ""


@dataclass(frozen=True)
class FlowKind:
    """A kind of flow: the value stored in layers, its name, its colour on the map, and which classes it goes from and to."""

    key: str
    name: str
    colour: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    status: str = ""


@lru_cache(maxsize=1)
def class_groups() -> tuple[ClassGroup, ...]:
    """The groups in the order they are printed; the last one takes what no other does."""
    rows = read_facts(resource("codes", "transition_groups.csv"), ("key", "name", "codes"))
    return tuple(
        ClassGroup(row.needed("key"), row.needed("name"), _codes(row, "codes"), row.text("status")) for row in rows
    )


@lru_cache(maxsize=1)
def flow_kinds() -> tuple[FlowKind, ...]:
    """The kinds in the order they are tried; the last one takes what no other does."""
    rows = read_facts(resource("codes", "transition_kinds.csv"), ("kind", "name", "before", "after", "colour"))
    return tuple(
        FlowKind(
            row.needed("kind"),
            row.needed("name"),
            row.needed("colour"),
            _codes(row, "before"),
            _codes(row, "after"),
            row.text("status"),
        )
        for row in rows
    )


def _codes(row: FactRow, column: str) -> tuple[str, ...]:
    return tuple(row.needed(column).split())


def codes_as_read(codes: Sequence[str]) -> str:
    """Codes of a group or kind as people read them: the major classes by their names, 全部 for all."""
    words = {major.value: major.chinese for major in Major} | {"*": "全部"}
    return " ".join(words.get(code, code) for code in codes)


def group_of(table: CodeTable, code: str) -> str:
    """The group of a class code: the most exact of those that fit, construction and unused land before first levels."""
    marks = _marks(table, code)
    exact = [group for group in class_groups() if group.codes != ("*",)]
    for mark in marks:
        found = next((group.key for group in exact if mark in group.codes), None)
        if found is not None:
            return found
    return class_groups()[-1].key


def _marks(table: CodeTable, code: str) -> Sequence[str]:
    """What a class can be recognised by: its second level, construction, its first level, its major class."""
    leaf = leaf_of(table, code)
    major = leaf.major.value if leaf.major else ""
    construction = [major] if leaf.major is Major.CONSTRUCTION else []
    return [leaf.code, *construction, leaf.first, major]


def kind_of(table: CodeTable, before: str, after: str) -> FlowKind:
    """The kind of a flow between two classes."""
    one, other = set(_marks(table, before)), set(_marks(table, after))
    for kind in flow_kinds():
        if all(
            "*" in codes or not marks.isdisjoint(codes) for codes, marks in ((kind.before, one), (kind.after, other))
        ):
            return kind
    return flow_kinds()[-1]
