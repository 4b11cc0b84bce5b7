"""The finest classes of a class table, in the order tables print them: major class, first level, second level."""

from __future__ import annotations

from collections.abc import Sequence

from ..survey.classes import CodeTable, LandClass, Major
from .model import LeafClass

MAJOR_ORDER: tuple[Major | None, ...] = (Major.AGRICULTURAL, Major.CONSTRUCTION, Major.UNUSED, None)


def leaf_classes(table: CodeTable) -> tuple[LeafClass, ...]:
    """Every finest class of the table, whether anything lies under it or not.

    A class of the third level whose major class is another than that of its second level (a rule of the region) makes
    a second leaf of that code.
    """
    found: dict[str, LeafClass] = {}
    for land_class in table.classes.values():
        leaf = leaf_of(table, land_class.code)
        if leaf.known:
            found.setdefault(leaf.key, leaf)
    order = {code: place for place, code in enumerate(table.classes)}
    return tuple(
        sorted(found.values(), key=lambda leaf: (MAJOR_ORDER.index(leaf.major), order[leaf.first], order[leaf.code]))
    )


def leaf_of(table: CodeTable, code: str) -> LeafClass:
    """The leaf a parcel of `code` (cleaned) is counted under; an unknown code and a first-level code with members are
    leaves of their own."""
    land_class = table.get(code)
    if land_class is None:
        return LeafClass(f"X:{code}", code, "", known=False)
    path = _path(table, land_class)
    first = path[0]
    if len(path) == 1:
        if _has_members(table, first.code):
            return LeafClass(f"X:{code}", code, first.name, known=False)
        return LeafClass(first.code, first.code, first.name, first.code, first.name, first.major)
    second = path[1]
    key = second.code if second.major is land_class.major else f"{second.code}:{_word(land_class.major)}"
    return LeafClass(key, second.code, second.name, first.code, first.name, land_class.major)


def _path(table: CodeTable, land_class: LandClass) -> Sequence[LandClass]:
    """The class and all above it, the first level first."""
    path = [land_class]
    while path[0].parent:
        path.insert(0, table.classes[path[0].parent])
    return path


def _has_members(table: CodeTable, code: str) -> bool:
    return any(member.parent == code for member in table.classes.values())


def _word(major: Major | None) -> str:
    return major.value if major else "none"
