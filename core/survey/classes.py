"""Land classes as versioned data: names, the three major classes, and the columns a class is counted in.

Tables: `resources/codes/sandiao2019.csv` (third national survey), `ydyh2020.csv`, `ydyh2023.csv` (land and sea use), or a
file of the user with the same columns. A code that the table does not know keeps its area: it is counted under UNKNOWN
and listed, never dropped and never guessed. That is why no leading zero is put back: a second-survey 203 (village)
would turn into 0203 (rubber plantation).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Union

import numpy as np

from ..columns import by_value
from ..errors import InputError
from ..resources import FactRow, read_facts, resource
from ..rules import Rules
from ..sentence import translate

Codes = Union[Sequence[object], np.ndarray]
UNKNOWN = "UNKNOWN"
BUILT_IN = ("sandiao2019", "ydyh2020", "ydyh2023")
GROUPINGS = ("survey", "approval")
_NEEDED = ("code", "name", "major")
_NO_MAJOR = {"mixed", "sea", ""}


class Major(Enum):
    """The three major classes (三大类); the value is the code stored in layers."""

    AGRICULTURAL = "agricultural"
    CONSTRUCTION = "construction"
    UNUSED = "unused"

    @property
    def chinese(self) -> str:
        """The word of the official tables."""
        return _MAJOR_WORDS[self]


_MAJOR_WORDS = {Major.AGRICULTURAL: "农用地", Major.CONSTRUCTION: "建设用地", Major.UNUSED: "未利用地"}
_MAJOR_OF_WORD = {**{major.value: major for major in Major}, **{word: major for major, word in _MAJOR_WORDS.items()}}


@dataclass(frozen=True)
class LandClass:
    """One class of a table. `base` is the code without the A or K suffix; `survey` and `approval` are column keys.

    `major` is None where the class has none of its own (a first-level class of mixed members, sea). `approval` is ''
    where the class has no column of its own in the approval table, as the ambiguous first-level classes.
    """

    code: str
    name: str
    level: int = 0
    parent: str = ""
    major: Major | None = None
    cultivated: bool = False
    adjustable: bool = False
    paddy: bool = False
    aquaculture: bool = False
    base: str = ""
    survey: str = ""
    approval: str = ""


@dataclass(frozen=True)
class GroupColumn:
    """A column of a grouping in table order: key, printed name, major class (None if mixed), heading above or ''."""

    key: str
    name: str
    major: Major | None
    heading: str


@dataclass(frozen=True)
class UnknownCode:
    """A code without a place in the table: how many parcels carry it.

    `name` is '' for a code the table does not know; else the class is known but has no column of its own.
    """

    code: str
    count: int
    name: str = ""


@dataclass(frozen=True)
class CodeTable:
    """The classes of one version by code. Codes are compared upper-case, half-width and without blanks."""

    version: str
    classes: Mapping[str, LandClass]
    columns: Mapping[str, tuple[GroupColumn, ...]]

    def get(self, code: object) -> LandClass | None:
        """The class of a code, None when the table does not know it."""
        return self.classes.get(clean_code(code))

    def known(self, code: object) -> bool:
        """Whether the table has the code."""
        return self.get(code) is not None

    def name(self, code: object) -> str:
        """The class name, '' for an unknown code."""
        found = self.get(code)
        return found.name if found else ""

    def major(self, code: object) -> Major | None:
        """The major class, None when unknown or mixed."""
        found = self.get(code)
        return found.major if found else None

    def is_cultivated(self, code: object) -> bool:
        """Whether the class is cultivated land (01)."""
        found = self.get(code)
        return bool(found and found.cultivated)

    def is_adjustable(self, code: object) -> bool:
        """Whether the class is adjustable (可调整, suffix K)."""
        found = self.get(code)
        return bool(found and found.adjustable)

    def is_paddy(self, code: object) -> bool:
        """Whether the class is paddy field (0101)."""
        found = self.get(code)
        return bool(found and found.paddy)

    def is_aquaculture(self, code: object) -> bool:
        """Whether the class is a fish pond (1104A, 1104K), an 'of which' of 1104."""
        found = self.get(code)
        return bool(found and found.aquaculture)

    def base(self, code: object) -> str:
        """The code without its A or K suffix; an unknown code as it is."""
        found = self.get(code)
        return found.base if found else clean_code(code)

    def group(self, grouping: str, code: object) -> str:
        """The column key of a code in `survey` or `approval`; UNKNOWN when it has none."""
        found = self.get(code)
        if grouping not in GROUPINGS:
            raise InputError(translate("LandLedger", "There is no grouping {grouping}."), grouping=grouping)
        if found is None:
            return UNKNOWN
        return (found.survey if grouping == "survey" else found.approval) or UNKNOWN

    def column_keys(self, grouping: str) -> tuple[str, ...]:
        """The keys of a grouping in table order, without UNKNOWN."""
        return tuple(column.key for column in self.columns[grouping])

    def known_rows(self, codes: Codes) -> np.ndarray:
        """bool (n,): which codes the table knows."""
        return self._each(codes, lambda code: code in self.classes, bool)

    def names(self, codes: Codes) -> np.ndarray:
        """object (n,) class names, '' for unknown codes."""
        return self._each(codes, self.name, object)

    def bases(self, codes: Codes) -> np.ndarray:
        """object (n,) codes without A or K."""
        return self._each(codes, self.base, object)

    def majors(self, codes: Codes) -> np.ndarray:
        """object (n,) of `agricultural`, `construction`, `unused` or `unknown` as stored in layers."""
        return self._each(codes, self._major_value, object)

    def groups(self, grouping: str, codes: Codes) -> np.ndarray:
        """object (n,) column keys of a grouping, UNKNOWN where there is none."""
        return self._each(codes, lambda code: self.group(grouping, code), object)

    def cultivated_rows(self, codes: Codes) -> np.ndarray:
        """bool (n,): cultivated land."""
        return self._each(codes, self.is_cultivated, bool)

    def adjustable_rows(self, codes: Codes) -> np.ndarray:
        """bool (n,): adjustable classes (K)."""
        return self._each(codes, self.is_adjustable, bool)

    def paddy_rows(self, codes: Codes) -> np.ndarray:
        """bool (n,): paddy field."""
        return self._each(codes, self.is_paddy, bool)

    def aquaculture_rows(self, codes: Codes) -> np.ndarray:
        """bool (n,): fish ponds."""
        return self._each(codes, self.is_aquaculture, bool)

    def unknown_codes(self, codes: Codes, grouping: str = "survey") -> tuple[UnknownCode, ...]:
        """The codes that count as UNKNOWN in a grouping, with how often each occurs, most frequent first.

        A null code is listed as ''. A known class without a column carries its name.
        """
        distinct, place = factorised(codes)
        counts = np.bincount(place, minlength=len(distinct))
        found = [
            UnknownCode(code, int(count), self.name(code))
            for code, count in zip(distinct, counts)
            if self.group(grouping, code) == UNKNOWN
        ]
        return tuple(sorted(found, key=lambda unknown: (-unknown.count, unknown.code)))

    def with_majors(self, majors: Mapping[str, Major]) -> CodeTable:
        """The table with other major classes for the given codes and all below them (a rule of the region).

        A class whose approval column stands under another major class has no column any more: its area is counted
        under UNKNOWN and listed by name, until the class table gives it another column. InputError for an unknown code.
        """
        classes = dict(self.classes)
        column_major = {column.key: column.major for column in self.columns["approval"]}
        for code, major in majors.items():
            if not self.known(code):
                raise InputError(translate("LandLedger", "The class table has no code {code}."), code=code)
            for member in self._with_members(clean_code(code)):
                column = classes[member].approval
                fits = column_major.get(column) is major
                classes[member] = replace(classes[member], major=major, approval=column if fits else "")
        return replace(self, classes=classes)

    def _with_members(self, code: str) -> list[str]:
        found = [code]
        for parent in found:
            found.extend(member.code for member in self.classes.values() if member.parent == parent)
        return found

    def _major_value(self, code: object) -> str:
        major = self.major(code)
        return major.value if major else "unknown"

    @staticmethod
    def _each(codes: Codes, answer: Callable[[str], object], kind: type) -> np.ndarray:
        distinct, place = factorised(codes)
        answers: np.ndarray = np.empty(len(distinct), dtype=kind)
        for row, code in enumerate(distinct):
            answers[row] = answer(code)
        return answers[place]


def clean_code(code: object) -> str:
    """A code as the tables write it: half-width, upper-case, without blanks; '' for null."""
    if code is None or code != code:
        return ""
    return "".join(unicodedata.normalize("NFKC", str(code)).split()).upper()


def clean_codes(codes: np.ndarray) -> np.ndarray:
    """`clean_code` of each, object (n,); most columns are written that way already, which is seen at once."""
    listed = codes.tolist()
    try:
        together = "".join(listed)
    except TypeError:
        return by_value(codes, clean_code)
    if together.isascii() and together.isalnum() and together == together.upper():
        return codes
    return by_value(codes, clean_code)


def load_code_table(name_or_path: str = "sandiao2019") -> CodeTable:
    """A built-in table by name (`BUILT_IN`), or the user's CSV file with the same columns (code, name, major needed).

    InputError naming file and line for a doubled code, an unknown major class, a parent or column that does not exist.
    """
    columns = {grouping: _load_columns(grouping) for grouping in GROUPINGS}
    if name_or_path in BUILT_IN:
        path = resource("codes", name_or_path + ".csv")
    else:
        path = Path(name_or_path)
        if path.suffix.lower() not in (".csv", ".txt"):
            raise InputError(
                translate("LandLedger", "There is no class table {name}: give {known}, or a CSV file."),
                name=name_or_path, known=", ".join(BUILT_IN),
            )
    rows = read_facts(path, _NEEDED)
    by_code: dict[str, FactRow] = {}
    for row in rows:
        code = clean_code(row.needed("code"))
        if code in by_code:
            raise InputError(
                translate("LandLedger", "{file}, line {line}: the code {code} stands there twice."),
                file=row.file, line=row.line, code=code,
            )
        by_code[code] = row
    classes = {code: _land_class(code, row, by_code, columns["approval"]) for code, row in by_code.items()}
    if name_or_path != "sandiao2019":
        columns["survey"] = _first_level_columns(classes)
    return CodeTable(path.stem, classes, columns)


def apply_rules(table: CodeTable, rules: Rules, year: int | None = None) -> CodeTable:
    """The table with the major classes that the rules of the region set (`resources/rules/survey.csv`).

    Rule class_1201_major speaks of idle land (1201, in the land and sea use tables 2301), class_06_major of land for
    agricultural facilities, which only those tables have.
    """
    idle = Major(rules.get("class_1201_major", year).value)
    if table.version.startswith("ydyh"):
        return table.with_majors({"2301": idle, "06": Major(rules.get("class_06_major", year).value)})
    return table.with_majors({"1201": idle}) if table.known("1201") else table


def detect_version(codes: Iterable[object], names: Iterable[object] | None = None) -> tuple[str, ...]:
    """The built-in tables that fit a set of codes best, best first; more than one means: ask the user.

    The same code has other meanings in other versions, so class names, where given (one for each code), decide between
    tables that know equally many codes. Empty when no table knows any code (three-digit codes of the second survey).
    """
    pairs = {(clean_code(code), str(name or "").strip()) for code, name in _paired(codes, names)}
    pairs = {(code, name) for code, name in pairs if code}
    scores: dict[str, tuple[int, int]] = {}
    for version in BUILT_IN:
        table = load_code_table(version)
        known = sum(table.known(code) for code, _ in pairs)
        named = sum(bool(name) and table.name(code) == name for code, name in pairs)
        scores[version] = (known, named)
    best = max(scores.values())
    return tuple(version for version in BUILT_IN if scores[version] == best) if best[0] else ()


def _paired(codes: Iterable[object], names: Iterable[object] | None) -> Iterable[tuple[object, object]]:
    return ((code, "") for code in codes) if names is None else zip(codes, names)


def factorised(codes: Codes) -> tuple[list[str], np.ndarray]:
    """The distinct cleaned codes, and for each row (n,) int64 which of them it carries. Codes repeat, so each is cleaned
    once."""
    listed = codes.tolist() if isinstance(codes, np.ndarray) else list(codes)
    raw = {code: place for place, code in enumerate(dict.fromkeys(listed))}
    rows = np.fromiter(map(raw.__getitem__, listed), dtype=np.int64, count=len(listed))
    cleaned: dict[str, int] = {}
    place = np.fromiter(
        (cleaned.setdefault(clean_code(code), len(cleaned)) for code in raw), dtype=np.int64, count=len(raw)
    )
    return list(cleaned), place[rows] if len(rows) else rows


def _load_columns(grouping: str) -> tuple[GroupColumn, ...]:
    rows = read_facts(resource("codes", grouping + "_columns.csv"), ("key", "name", "major"))
    return tuple(
        GroupColumn(row.needed("key"), row.needed("name"), _major(row), row.text("heading")) for row in rows
    )


def _first_level_columns(classes: Mapping[str, LandClass]) -> tuple[GroupColumn, ...]:
    keys = list(dict.fromkeys(land_class.survey for land_class in classes.values()))
    return tuple(
        GroupColumn(key, classes[key].name if key in classes else key, classes[key].major if key in classes else None, "")
        for key in keys
    )


def _major(row: FactRow) -> Major | None:
    word = row.text("major")
    if word in _NO_MAJOR:
        return None
    if word not in _MAJOR_OF_WORD:
        raise row.refuse("major")
    return _MAJOR_OF_WORD[word]


def _land_class(
    code: str, row: FactRow, by_code: Mapping[str, FactRow], approval_columns: tuple[GroupColumn, ...]
) -> LandClass:
    parent = clean_code(row.text("parent"))
    if parent and parent not in by_code:
        raise row.refuse("parent")
    major = _major(row)
    approval = row.text("approval")
    if approval:
        column = next((column for column in approval_columns if column.key == approval), None)
        if column is None or (column.major is not major and major is not None):
            raise row.refuse("approval")
    level = row.text("level")
    if level and not level.isdecimal():
        raise row.refuse("level")
    return LandClass(
        code=code,
        name=row.needed("name"),
        level=int(level) if level else 0,
        parent=parent,
        major=major,
        cultivated=row.flag("cultivated"),
        adjustable=row.flag("adjustable"),
        paddy=row.flag("paddy"),
        aquaculture=row.flag("aquaculture"),
        base=clean_code(row.text("base")) or code,
        survey=row.text("survey") or _first_level(code, row, by_code),
        approval=approval,
    )


def _first_level(code: str, row: FactRow, by_code: Mapping[str, FactRow]) -> str:
    seen = {code}
    parent = clean_code(row.text("parent"))
    while parent:
        if parent in seen:
            raise row.refuse("parent")
        seen.add(parent)
        code = parent
        parent = clean_code(by_code[code].text("parent")) if code in by_code else ""
    return code
