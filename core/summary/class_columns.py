"""The class columns of the wide table: as declared, or made from the class table where that has other classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..sentence import Sentence, sentence, translate
from ..survey.classes import Major
from ..workbook import Column, Kind, Layout
from .leaf_classes import MAJOR_ORDER
from .model import LeafClass

TOTAL = "TOTAL"
UNKNOWN_SUM = "X"
_LETTERS: dict[Major | None, str] = {
    Major.AGRICULTURAL: "N",
    Major.CONSTRUCTION: "J",
    Major.UNUSED: "W",
    None: "O",
}
_OTHER = "未归入三大类"
_UNKNOWN = "未识别地类"
_NO_CODE = "（空）"
_WIDTH = 8.0


def major_word(major: Major | None) -> str:
    """The heading over the classes of a major class."""
    return major.chinese if major else _OTHER


def major_key(major: Major | None) -> str:
    """The key of the column that sums up a major class: N, J, W; O for those of none (sea)."""
    return _LETTERS[major]


def unknown_name(leaf: LeafClass) -> str:
    """What the column of a code without a place in the class table is called."""
    return f"{leaf.code} {leaf.name}".strip() or _NO_CODE


def layout_for(declared: Layout, classes: Sequence[LeafClass], used: Sequence[bool]) -> tuple[Layout, Sentence | None]:
    """The declared layout where every class that is `used` has its column under its major class, else one with columns
    made from the class table, and the sentence that says so. Codes without a place get a column each, at the end."""
    known = [(leaf, needed) for leaf, needed in zip(classes, used) if leaf.known]
    unknown = [leaf for leaf, needed in zip(classes, used) if needed and not leaf.known]
    missing = [leaf for leaf, needed in known if needed and not _has_place(declared, leaf)]
    layout, told = declared, None
    if missing:
        columns = class_columns([leaf for leaf, needed in known if needed or leaf.major is not None])
        layout = _with_classes(declared, columns)
        template = translate(
            "LandLedger", "The layout {layout} has no right column for {classes}; its columns were made from the class table."
        )
        listed = "、".join(f"{leaf.code} {leaf.name}" for leaf in missing[:5])
        told = sentence(template, layout=declared.id, classes=listed)
    return (_with_unknown(layout, unknown) if unknown else layout), told


def _has_place(layout: Layout, leaf: LeafClass) -> bool:
    return any(column.key == leaf.key and column.header[0] == major_word(leaf.major) for column in layout.columns)


def class_columns(classes: Sequence[LeafClass]) -> list[Column]:
    """Major class > first level > second level, each sum before its parts; a first level without members is one column."""
    columns: list[Column] = []
    for major in MAJOR_ORDER:
        mine = [leaf for leaf in classes if leaf.major is major]
        if not mine:
            continue
        word, letter = major_word(major), major_key(major)
        firsts = list(dict.fromkeys(leaf.first for leaf in mine))
        sums, below = [], []
        for first in firsts:
            members = [leaf for leaf in mine if leaf.first == first]
            heading = f"{members[0].first_name}（{first}）"
            if len(members) == 1 and members[0].is_first_level:
                sums.append(members[0].key)
                below.append(_column(members[0].key, (word, heading)))
                continue
            key = f"{letter}{first}"
            sums.append(key)
            below.append(_column(key, (word, heading, "小计"), tuple(leaf.key for leaf in members)))
            below += [_column(leaf.key, (word, heading, f"{leaf.name}（{leaf.code}）")) for leaf in members]
        columns.append(_column(letter, (word, f"{word}合计"), tuple(sums)))
        columns += below
    return columns


def _column(key: str, header: tuple[str, ...], parts: tuple[str, ...] = ()) -> Column:
    return Column(key, header, Kind.AREA, width=_WIDTH, parts=parts, summed=True)


def _with_classes(declared: Layout, columns: Sequence[Column]) -> Layout:
    """The frame of a layout (what stands before the total) with other class columns."""
    keys = [column.key for column in declared.columns]
    frame = list(declared.columns[: keys.index(TOTAL)])
    letters = set(_LETTERS.values())
    total = replace(declared.column(TOTAL), parts=tuple(c.key for c in columns if c.key in letters))
    return replace(declared, columns=(*frame, total, *columns))


def _with_unknown(layout: Layout, unknown: Sequence[LeafClass]) -> Layout:
    total = layout.column(TOTAL)
    changed = replace(total, parts=(*total.parts, UNKNOWN_SUM))
    added = [
        _column(UNKNOWN_SUM, (_UNKNOWN, "合计"), tuple(leaf.key for leaf in unknown)),
        *(_column(leaf.key, (_UNKNOWN, unknown_name(leaf))) for leaf in unknown),
    ]
    return replace(layout, columns=(*(changed if c is total else c for c in layout.columns), *added))
