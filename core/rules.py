"""Policy as data: the figures of `resources/rules/*.csv`, each with year, source and how sure we are of it.

A result names the rules it used, so a rule travels as a whole, never as a bare number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import lru_cache
from pathlib import Path

from .errors import InputError
from .resources import FactRow, read_facts, resource
from .sentence import Sentence, sentence, translate

_NEEDED = ("key", "year", "value", "source", "status")
_FILES_KEPT = 64


class Status(Enum):
    """How sure we are of a rule; the value is what stands in the file."""

    STATUTORY = "statutory"
    SEEN = "seen"
    DEFAULT = "default, confirm locally"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    Status.STATUTORY: translate("LandLedger", "statutory"),
    Status.SEEN: translate("LandLedger", "seen in use"),
    Status.DEFAULT: translate("LandLedger", "default, confirm locally"),
}


_CHOICE_LABELS = {
    "error": translate("LandLedger", "error"),
    "warning": translate("LandLedger", "warning"),
    "hint": translate("LandLedger", "hint only"),
    "off": translate("LandLedger", "not checked"),
    "yes": translate("LandLedger", "yes"),
    "no": translate("LandLedger", "no"),
}
"""Choices that many rules have; the meaning of a rule explains its own ones."""


class ValueKind(Enum):
    """What a value has to be: any decimal number ≥ 0, a whole number ≥ 0, one of the choices, or free text."""

    NUMBER = "number"
    WHOLE = "whole"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True)
class Rule:
    """One figure of policy. `year` None holds for every year without a row of its own."""

    key: str
    value: str
    source: str
    status: Status
    year: int | None = None
    kind: ValueKind = ValueKind.TEXT
    choices: tuple[str, ...] = ()
    unit: str = ""
    meaning: str = ""
    file: str = ""
    line: int = 0

    def number(self) -> Decimal:
        """The value as an exact decimal; InputError naming file and line when it is none."""
        try:
            value = Decimal(self.value)
        except InvalidOperation:
            raise self._refused() from None
        if not value.is_finite() or value < 0:
            raise self._refused()
        return value

    def whole(self) -> int:
        """The value as a whole number ≥ 0."""
        if not re.fullmatch(r"[0-9]{1,9}", self.value):
            raise self._refused()
        return int(self.value)

    def text(self) -> str:
        """The value as it stands."""
        return self.value

    def printed(self) -> Sentence | str:
        """The value and its unit for people: a common choice in their words, with what stands in the file beside it."""
        label = _CHOICE_LABELS.get(self.value) if self.kind is ValueKind.CHOICE else None
        if label is None:
            return f"{self.value} {self.unit}".strip()
        return sentence(translate("LandLedger", "{label} ({value})"), label=sentence(label), value=self.value)

    def checked(self) -> Rule:
        """The rule itself; InputError when its value is not of its kind or not among its choices."""
        if self.kind is ValueKind.NUMBER:
            self.number()
        if self.kind is ValueKind.WHOLE:
            self.whole()
        if self.choices and self.value not in self.choices:
            raise self._refused()
        return self

    def _refused(self) -> InputError:
        return InputError(
            translate("LandLedger", "{file}, line {line}: “{value}” is no valid value of the rule {key}."),
            file=self.file, line=self.line, value=self.value, key=self.key,
        )


@dataclass(frozen=True)
class Rules:
    """All rules, by key and year."""

    by_key: Mapping[str, tuple[Rule, ...]]

    def get(self, key: str, year: int | None = None) -> Rule:
        """The rule of `year`: the row of that year, else of the latest year before it, else the one without a year.

        Without `year` the latest row. InputError when there is none.
        """
        candidates = [
            rule for rule in self.by_key.get(key, ()) if year is None or rule.year is None or rule.year <= year
        ]
        if not candidates:
            raise InputError(translate("LandLedger", "There is no rule {key} for {year}."), key=key, year=year or "—")
        return max(candidates, key=lambda rule: rule.year or 0)

    def number(self, key: str, year: int | None = None) -> Decimal:
        """Shorthand for a decimal value."""
        return self.get(key, year).number()

    def whole(self, key: str, year: int | None = None) -> int:
        """Shorthand for a whole number."""
        return self.get(key, year).whole()

    def replaced(self, values: Mapping[str, str], source: str) -> Rules:
        """The rules with values of the user (yearless rows of the keys), each checked; `source` says who set them.

        A value that equals the shipped one keeps its source and status, a changed one becomes `default, confirm locally`.
        """
        by_key = dict(self.by_key)
        for key, value in values.items():
            rule = self.get(key)
            if value.strip() == rule.value:
                continue
            changed = replace(rule, value=value.strip(), source=source, status=Status.DEFAULT, file=source, line=0).checked()
            by_key[key] = tuple(changed if old is rule else old for old in by_key[key])
        return Rules(by_key)


def load_rules(files: Sequence[Path] | None = None) -> Rules:
    """The rules of the given CSV files, of all in `resources/rules/` without an argument.

    A later file replaces rows of the same key and year of an earlier one (a county's own file after ours); kind and
    choices stay those of the earlier one. InputError
    naming file and line for an empty key or value, a year that is none, an unknown status or kind, a value that is not
    of its kind, or the same key and year twice in one file.
    """
    paths = sorted(resource("rules").glob("*.csv")) if files is None else list(files)
    found: dict[tuple[str, int | None], Rule] = {}
    for path in paths:
        here = _rules_of(path, _content(path))
        found.update({place: _as_known(rule, found) for place, rule in here.items()})
    by_key: dict[str, tuple[Rule, ...]] = {}
    for rule in found.values():
        by_key[rule.key] = (*by_key.get(rule.key, ()), rule)
    return Rules(by_key)


def _content(path: Path) -> bytes:
    """What the file holds, nothing where it can't be read: who reads its rows says so."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


@lru_cache(maxsize=_FILES_KEPT)
def _rules_of(path: Path, content: bytes) -> Mapping[tuple[str, int | None], Rule]:
    """The rules of one file by key and year; every parameter with a rule behind it asks for them, so files that still
    hold the same `content` are read once."""
    rules: dict[tuple[str, int | None], Rule] = {}
    for row in read_facts(path, _NEEDED):
        rule = _rule(row)
        place = (rule.key, rule.year)
        if place in rules:
            raise InputError(
                translate("LandLedger", "{file}, line {line}: the rule {key} stands there twice for the same year."),
                file=row.file, line=row.line, key=rule.key,
            )
        rules[place] = rule
    return rules


def _as_known(rule: Rule, known: Mapping[tuple[str, int | None], Rule]) -> Rule:
    """A rule of a later file with kind, choices and words of the earlier one: the program knows no other choices."""
    former = known.get((rule.key, rule.year)) or known.get((rule.key, None))
    if former is None:
        return rule
    unit, meaning = rule.unit or former.unit, rule.meaning or former.meaning
    return replace(rule, kind=former.kind, choices=former.choices, unit=unit, meaning=meaning).checked()


def _rule(row: FactRow) -> Rule:
    year = row.text("year")
    if year and not re.fullmatch(r"(19|20)[0-9]{2}", year):
        raise row.refuse("year")
    statuses = {status.value: status for status in Status}
    if row.text("status") not in statuses:
        raise row.refuse("status")
    kinds = {kind.value: kind for kind in ValueKind}
    kind = row.text("kind") or ValueKind.TEXT.value
    if kind not in kinds:
        raise row.refuse("kind")
    return Rule(
        key=row.needed("key"),
        value=row.needed("value"),
        source=row.needed("source"),
        status=statuses[row.text("status")],
        year=int(year) if year else None,
        kind=kinds[kind],
        choices=tuple(choice for choice in row.text("choices").split("|") if choice),
        unit=row.text("unit"),
        meaning=row.text("meaning"),
        file=row.file,
        line=row.line,
    ).checked()
