"""Crosswalks as data (`resources/codes/crosswalk_*.csv`, or a file of the user): what each old code may become.

A code with one candidate that needs no review becomes it. All others wait for a decision; the default a table states is
taken only where the user asked for defaults, and is counted as such.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ..errors import InputError
from ..resources import FactRow, read_facts, resource
from ..sentence import translate
from ..survey.classes import CodeTable, clean_code, load_code_table


class Direction(Enum):
    """The crosswalks that ship: from which version, to which; the value is the option's name and part of the file's."""

    SURVEY_TO_SEA = "sandiao2019_ydyh2023"
    SEA_2020_TO_2023 = "ydyh2020_ydyh2023"
    FORMER_TO_SURVEY = "erdiao_sandiao2019"

    @property
    def source(self) -> str:
        """The version converted from; `erdiao` is the second survey, which has no class table of its own."""
        return self.value.partition("_")[0]

    @property
    def target(self) -> str:
        """The version converted to."""
        return self.value.partition("_")[2]


@dataclass(frozen=True)
class CodeRule:
    """What one old code may become. `default` is '' where the table states none."""

    code: str
    name: str
    candidates: tuple[str, ...]
    default: str
    manual: bool
    note: str = ""

    @property
    def certain(self) -> bool:
        """Whether the code has one successor that nobody needs to look at."""
        return len(self.candidates) == 1 and not self.manual


@dataclass(frozen=True)
class Crosswalk:
    """All rules of one direction, by code and by class name (layers of the second survey often carry only names)."""

    direction: Direction
    target: CodeTable
    rules: Mapping[str, CodeRule]
    by_name: Mapping[str, CodeRule]
    file: str

    def rule(self, code: object) -> CodeRule | None:
        """The rule of a code, or of a class name written where the code should be; None without one."""
        cleaned = clean_code(code)
        return self.rules.get(cleaned) or self.by_name.get(cleaned)

    @property
    def known(self) -> frozenset[str]:
        """Every code and name that a layer of the old version may carry."""
        source = self.direction.source
        table = frozenset() if source == "erdiao" else frozenset(load_code_table(source).classes)
        return table | frozenset(self.rules) | frozenset(self.by_name)


def load_crosswalk(direction: Direction, own_file: str | None = None) -> Crosswalk:
    """The shipped crosswalk of a direction, or the user's CSV file with the same columns (from_code and to_code, or
    candidates separated by blanks).

    InputError naming file and line for a code that stands twice or that the new class table does not have.
    """
    path = Path(own_file) if own_file else resource("codes", f"crosswalk_{direction.value}.csv")
    target = load_code_table(direction.target)
    rules: dict[str, CodeRule] = {}
    by_name: dict[str, CodeRule] = {}
    ambiguous: set[str] = set()
    for row in read_facts(path, ("from_code", "to_code")):
        rule = _rule(row, target)
        if rule.code in rules:
            raise InputError(
                translate("LandLedger", "{file}, line {line}: the code {code} stands there twice."),
                file=row.file, line=row.line, code=rule.code,
            )
        rules[rule.code] = rule
        for name in (rule.name, *row.text("also").split()):
            if name and by_name.setdefault(clean_code(name), rule) is not rule:
                ambiguous.add(clean_code(name))
    by_name = {name: rule for name, rule in by_name.items() if name not in ambiguous and name not in rules}
    return Crosswalk(direction, target, rules, by_name, str(path) if own_file else path.name)


def _rule(row: FactRow, target: CodeTable) -> CodeRule:
    default = clean_code(row.text("to_code"))
    listed = row.text("candidates").replace("|", " ").replace("、", " ").split()
    candidates = tuple(dict.fromkeys([*(clean_code(code) for code in listed), *([default] if default else [])]))
    for code in candidates:
        if not target.known(code):
            raise row.refuse("to_code" if code == default else "candidates")
    if not candidates:
        raise row.refuse("to_code")
    manual = row.flag("manual") or row.text("cardinality") == "1:n"
    return CodeRule(clean_code(row.needed("from_code")), row.text("from_name"), candidates, default, manual, row.text("note"))
