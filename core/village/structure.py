"""The structure table of a village plan 空间功能结构调整表 (T13): which class stands in which row, as rows of the profile.

A row of `structure` has a `key`, a `path` (headings from the outside in; rows that begin alike have a sum of what they share),
`classes` (codes and all below them; by class table where the tables differ) and, where the same class may be of a town or of a
village, `settlement`. A class belongs to the row that names most of its code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..errors import InputError
from ..sentence import translate
from ..survey.classes import CodeTable, clean_code, factorised
from .profile import PlanProfile

TOWN, VILLAGE = "town", "village"
MOST_LEVELS = 4
UNKNOWN_KEY = "UNKNOWN"
_TOWN_MARKS = ("201", "202")


@dataclass(frozen=True)
class StructureRow:
    """A row: `path` of headings, `classes` by class table ('' for all), `settlement` town, village or ''."""

    key: str
    path: tuple[str, ...]
    classes: Mapping[str, tuple[str, ...]]
    settlement: str = ""

    def codes(self, version: str) -> tuple[str, ...]:
        """The codes of a class table that belong here with all below them."""
        return self.classes.get(version, self.classes.get("", ()))


@dataclass(frozen=True)
class Structure:
    """The rows of a profile, in order."""

    rows: tuple[StructureRow, ...]

    def members(self, heading: str) -> list[int]:
        """The rows under a heading (a part of their path)."""
        return [number for number, row in enumerate(self.rows) if heading in row.path]

    def place(self, key: str) -> int:
        """The row of a key; KeyError for none."""
        for number, row in enumerate(self.rows):
            if row.key == key:
                return number
        raise KeyError(key)


def structure_of(profile: PlanProfile) -> Structure:
    """The structure of a profile; InputError with its place for a row that makes no sense."""
    rows = []
    for number, row in enumerate(profile.structure):
        place = f"structure[{number}]"
        path, classes = row.get("path"), row.get("classes")
        settlement = row.get("settlement", "")
        if not isinstance(row.get("key"), str) or not row["key"]:
            raise _refuse(profile, f"{place}.key")
        if not _texts(path) or not 1 <= len(path) <= MOST_LEVELS:  # type: ignore[arg-type]
            raise _refuse(profile, f"{place}.path")
        if settlement not in ("", TOWN, VILLAGE):
            raise _refuse(profile, f"{place}.settlement")
        by_table = classes if isinstance(classes, dict) else {"": classes}
        if not all(_texts(codes) for codes in by_table.values()):
            raise _refuse(profile, f"{place}.classes")
        rows.append(
            StructureRow(
                str(row["key"]),
                tuple(path),  # type: ignore[arg-type]
                {version: tuple(codes) for version, codes in by_table.items()},  # type: ignore[arg-type]
                str(settlement),
            )
        )
    keys = [row.key for row in rows]
    for number, key in enumerate(keys):
        if keys.index(key) != number:
            raise _refuse(profile, f"structure[{number}].key")
    if not rows:
        raise InputError(translate("LandLedger", "The profile {profile} has no rows of a structure table."), profile=profile.title)
    return Structure(tuple(rows))


def _texts(value: object) -> bool:
    return isinstance(value, (list, tuple)) and bool(value) and all(isinstance(each, str) and each for each in value)


def _refuse(profile: PlanProfile, place: str) -> InputError:
    return InputError(
        translate("LandLedger", "{file}: {place} is no valid row of the structure table."), file=profile.file, place=place
    )


def row_of_classes(structure: Structure, table: CodeTable, codes: np.ndarray, town: np.ndarray) -> np.ndarray:
    """int64 (n,): the row of each parcel, len(rows) for a code that the table does not know or no row has.

    `codes` object (n,), `town` bool (n,): whether a parcel is of a town (CZCSXM 201, 202; in the plan SSBJLX Z).
    """
    distinct, place = factorised(codes)
    rows = {False: _rows_of(structure, table, distinct, False), True: _rows_of(structure, table, distinct, True)}
    return np.where(town, rows[True][place], rows[False][place])


def _rows_of(structure: Structure, table: CodeTable, distinct: Sequence[object], town: bool) -> np.ndarray:
    chosen = [_row_of(structure, table, clean_code(code), town) for code in distinct]
    return np.array(chosen, dtype=np.int64)


def _row_of(structure: Structure, table: CodeTable, code: str, town: bool) -> int:
    best, longest = len(structure.rows), 0
    if not table.known(code):
        return best
    for number, row in enumerate(structure.rows):
        if row.settlement == (VILLAGE if town else TOWN):
            continue
        for beginning in row.codes(table.version):
            # Of rows that name as much of the code, one that is meant for towns (or villages) goes first.
            length = 2 * len(beginning) + bool(row.settlement)
            if code.startswith(beginning) and length > longest:
                best, longest = number, length
    return best


@lru_cache(maxsize=64)
def is_town_mark(mark: str) -> bool:
    """Whether a CZCSXM is that of a city or town (201, 202, with or without A)."""
    return mark.startswith(_TOWN_MARKS)


def is_town_kind(kind: str) -> bool:
    """Whether a SSBJLX is that of the space of a town (Z)."""
    return kind.strip().upper() == "Z"


def town_of_marks(marks: np.ndarray | None, count: int) -> np.ndarray:
    """bool (n,): parcels of the base year that CZCSXM says are of a city or town (201, 202, with or without A)."""
    if marks is None:
        return np.zeros(count, dtype=bool)
    return np.array([is_town_mark(str(mark or "").strip()) for mark in marks.tolist()], dtype=bool)


def town_of_kinds(kinds: np.ndarray | None, count: int) -> np.ndarray:
    """bool (n,): parcels of the plan in the space of a town (SSBJLX Z)."""
    if kinds is None:
        return np.zeros(count, dtype=bool)
    return np.array([is_town_kind(str(kind or "")) for kind in kinds.tolist()], dtype=bool)
