"""What fits: planned use × class of the plan × control zone → verdict, as data.

`resources/codes/plan_fit_groups.csv` groups the land and sea use classes (a class belongs to the group that names most of its
code; a `version` limits a line to one class table). `resources/codes/plan_fit.csv` has the rules, the first that fits decides:
`use` groups joined by |, `plan` groups, `same` (one class is the other or one of its kinds) or `group` (the use's own group), `zone`
codes of control zones or `-` for ground in none; `*` is anything. Where ground lies in several zones the strictest verdict counts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from ...resources import FactRow, read_facts, resource
from ...sentence import translate
from ...survey.classes import BUILT_IN

ANYTHING, SAME, OWN_GROUP, NO_ZONE = "*", "same", "group", "-"


class Verdict(Enum):
    """What a piece of a project is, from the mildest to the strictest; UNCOVERED has no class of the plan, UNDECIDED a class of
    the plan but no use that could be judged. The value stands in the rules and in the layer."""

    FITS = "fits"
    ZONE = "zone"
    CHANGE = "change"
    UNDECIDED = "undecided"
    UNCOVERED = "uncovered"
    FORBIDDEN = "forbidden"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return _LABELS[self]

    @property
    def strictness(self) -> int:
        """0 for the mildest."""
        return _ORDER.index(self)


_ORDER = (Verdict.FITS, Verdict.ZONE, Verdict.CHANGE, Verdict.UNDECIDED, Verdict.UNCOVERED, Verdict.FORBIDDEN)
_LABELS = {
    Verdict.FITS: translate("LandLedger", "fits the plan"),
    Verdict.ZONE: translate("LandLedger", "fits under the terms of the zone"),
    Verdict.CHANGE: translate("LandLedger", "the plan must be changed"),
    Verdict.UNDECIDED: translate("LandLedger", "use to be decided"),
    Verdict.UNCOVERED: translate("LandLedger", "the plan has no class here"),
    Verdict.FORBIDDEN: translate("LandLedger", "forbidden in the zone"),
}
RULED = (Verdict.FITS, Verdict.ZONE, Verdict.CHANGE, Verdict.FORBIDDEN)
"""Verdicts that a rule may give."""


@dataclass(frozen=True)
class FitRule:
    """A rule: empty sets are anything; `plan` may hold `same` or `group`."""

    key: str
    use: frozenset[str]
    plan: frozenset[str]
    zone: frozenset[str]
    verdict: Verdict
    meaning: str
    source: str
    status: str

    def holds(self, use: str, plan: str, same: bool, zone: str) -> bool:
        """Whether it is about a use (group), a class of the plan (group, `same` as the use or not) and a zone ('' for none)."""
        if self.use and use not in self.use:
            return False
        if self.zone and (zone or NO_ZONE) not in self.zone:
            return False
        if not self.plan or plan in self.plan:
            return True
        return (SAME in self.plan and same) or (OWN_GROUP in self.plan and bool(plan) and plan == use)


@dataclass(frozen=True)
class Judged:
    """A verdict with the rule that gave it (None where no class is there to be judged) and the zone it was given for ('')."""

    verdict: Verdict
    rule: FitRule | None = None
    zone: str = ""


@dataclass(frozen=True)
class FitRules:
    """Groups by class table ('' for all) and beginning of a code, and the rules in order."""

    groups: Mapping[tuple[str, str], str]
    names: Mapping[str, str]
    rules: Sequence[FitRule]
    _known: dict[tuple[str, str, str, frozenset[str]], Judged] = field(default_factory=dict, compare=False, repr=False)

    def group_of(self, version: str, code: str) -> str:
        """The group of a class, '' for none."""
        for length in range(len(code), 0, -1):
            for table in (version, ""):
                if (table, code[:length]) in self.groups:
                    return self.groups[table, code[:length]]
        return ""

    def judge(self, version: str, use: str, plan: str, zones: Collection[str]) -> Judged:
        """The verdict on a use (code) over a class of the plan (code, '' for none) in some zones; the strictest of them. Of no use
        ('') nothing can be said but whether the plan has a class."""
        if not use:
            return Judged(Verdict.UNDECIDED if plan else Verdict.UNCOVERED)
        asked = (version, use, plan, frozenset(zones))
        if asked not in self._known:
            found = [self._in_zone(version, use, plan, zone) for zone in sorted(zones) or [""]]
            self._known[asked] = max(found, key=lambda each: each.verdict.strictness)
        return self._known[asked]

    def _in_zone(self, version: str, use: str, plan: str, zone: str) -> Judged:
        own, other = self.group_of(version, use), self.group_of(version, plan)
        same = bool(plan) and (plan.startswith(use) or use.startswith(plan))
        for rule in self.rules:
            if not rule.holds(own, other, same, zone):
                continue
            if plan or rule.verdict is Verdict.FORBIDDEN:
                return Judged(rule.verdict, rule, zone)
        return Judged(Verdict.UNCOVERED if not plan else Verdict.CHANGE, None, zone)


def load_fit_rules(rules: Path | None = None, groups: Path | None = None) -> FitRules:
    """The shipped rules, or files of one's own. InputError naming file, line and column of what makes no sense."""
    found: dict[tuple[str, str], str] = {}
    names: dict[str, str] = {}
    for row in read_facts(groups or resource("codes", "plan_fit_groups.csv"), ("key", "name", "classes", "source", "status")):
        version = row.text("version")
        if version and version not in BUILT_IN:
            raise row.refuse("version")
        names.setdefault(row.needed("key"), row.needed("name"))
        for code in _parts(row, "classes"):
            if found.setdefault((version, code), row.text("key")) != row.text("key"):
                raise row.refuse("classes")
    needed = ("key", "use", "plan", "zone", "verdict", "source", "status")
    read = [_rule(row, set(names)) for row in read_facts(rules or resource("codes", "plan_fit.csv"), needed)]
    return FitRules(found, names, read)


def _rule(row: FactRow, groups: set[str]) -> FitRule:
    verdicts = {each.value: each for each in RULED}
    if row.needed("verdict") not in verdicts:
        raise row.refuse("verdict")
    use, plan = (_set(row, "use", groups), _set(row, "plan", groups | {SAME, OWN_GROUP}))
    return FitRule(
        row.needed("key"), use, plan, _set(row, "zone", None), verdicts[row.text("verdict")], row.text("meaning"),
        row.needed("source"), row.needed("status"),
    )  # fmt: skip


def _set(row: FactRow, column: str, known: set[str] | None) -> frozenset[str]:
    """The parts of a cell, none for anything."""
    if row.needed(column) == ANYTHING:
        return frozenset()
    parts = frozenset(_parts(row, column))
    if known is not None and not parts <= known:
        raise row.refuse(column)
    return parts


def _parts(row: FactRow, column: str) -> list[str]:
    parts = [part.strip() for part in row.needed(column).split("|")]
    if not all(parts):
        raise row.refuse(column)
    return parts
