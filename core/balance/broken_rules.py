"""What the rules of a balance find: how a rule is taken, and each finding as a line of the workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

import numpy as np

from ..area import Area
from ..rounding import half_up
from ..sentence import Sentence, sentence, translate
from ..workbook import Identity, Row


class Severity(Enum):
    """How a rule is taken: an error keeps the workbook a draft, a warning is listed, off is not looked at."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


@dataclass(frozen=True)
class Problem:
    """What a rule found: its key, how it is taken, the feature it is about, and the sentence."""

    rule: str
    severity: Severity
    feature: str
    text: Sentence
    area: Area | None = None


@dataclass
class Finder:
    """Collects findings of rules that are not off; `severities` by key."""

    severities: Mapping[str, Severity]
    found: list[Problem] = field(default_factory=list)

    def say(self, key: str, feature: str, text: Sentence, area: Area | None = None) -> None:
        """One more finding of a rule."""
        severity = self.severities[key]
        if severity is not Severity.OFF:
            self.found.append(Problem(key, severity, feature, text, area))


def rule_identities(problems: Iterable[Problem]) -> list[Identity]:
    """One line for each rule that binds and is broken: how often, against never; one line where all are kept."""
    counts: dict[str, int] = {}
    for problem in problems:
        if problem.severity is Severity.ERROR:
            counts[problem.rule] = counts.get(problem.rule, 0) + 1
    if not counts:
        return [Identity(sentence(translate("LandLedger", "rules that bind and are broken")), "", 0, 0)]
    name = translate("LandLedger", "findings of the rule {rule}")
    return [Identity(sentence(name, rule=rule), "", count, 0) for rule, count in counts.items()]


def finding_rows(problems: Iterable[Problem], kind: Sentence) -> Iterator[Row]:
    """Findings, errors before warnings."""
    listed = list(problems)
    for severity in (Severity.ERROR, Severity.WARNING):
        for problem in listed:
            if problem.severity is severity:
                yield Row(
                    {
                        "KIND": kind, "LAYER": sentence(SEVERITY_NAMES[severity]), "FEATURE": problem.feature,
                        "FIELD": problem.rule, "TEXT": problem.text, "AREA": problem.area,
                    }
                )  # fmt: skip


SEVERITY_NAMES = {
    Severity.ERROR: translate("LandLedger", "error"),
    Severity.WARNING: translate("LandLedger", "warning"),
}


def objects(values: Iterable[object]) -> np.ndarray:
    """object (n,) of whatever is given."""
    listed = list(values)
    array = np.empty(len(listed), dtype=object)
    array[:] = listed
    return array


def in_mu(areas: Sequence[Area]) -> np.ndarray:
    """float64 (n,) of 亩."""
    return np.array([area.micro_mu / 1_000_000 for area in areas], dtype=np.float64)


def drawn_area(square_metres: float) -> Area:
    """Ground measured on the map, to 0.01 m²."""
    return Area.from_square_metres(half_up(Decimal(repr(square_metres)), 2))
