"""The rules of outflow rectification: `resources/rules/rectification.csv`, each to be confirmed locally."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...errors import InputError
from ...rules import Rule, Rules
from ...sentence import translate
from ..broken_rules import Severity
from .model import Way

CHECKS = (
    "rectification_over", "rectification_patch_once", "rectification_patch_area", "rectification_patch_number",
    "rectification_plan_number", "rectification_class_after", "rectification_closing", "rectification_prime_ways",
    "rectification_dates", "rectification_unknown_spot", "rectification_fields_differ", "rectification_restored_inside",
    "rectification_patches_apart", "rectification_drawn_area",
)  # fmt: skip
"""Keys of the rules that say how a finding is taken: error, warning or off."""


@dataclass(frozen=True)
class RectificationRules:
    """The figures. `severities` by key; `split`: a patch may balance several spots up to its own area; `cultivated`:
    beginnings of class codes that count as farmland again; `prime`: ways allowed for permanent basic farmland; `exempt`:
    cases without a duty to rectify; `tolerance` m² of drawn ground; `used` all rules, for the inputs sheet."""

    severities: Mapping[str, Severity]
    split: bool
    cultivated: Sequence[str]
    prime: frozenset[Way]
    exempt: Sequence[str]
    tolerance: Decimal
    used: Sequence[Rule]

    def severity(self, key: str) -> Severity:
        """How a rule is taken."""
        return self.severities[key]

    def exempts(self, case: str) -> str:
        """The exemption that a text names, '' for none."""
        return next((word for word in self.exempt if word and word in case), "")


def rectification_rules(rules: Rules) -> RectificationRules:
    """The rules in force; InputError naming the rule for a value that makes no sense."""
    figures = [
        rules.get(key)
        for key in (
            "rectification_patch_split", "rectification_cultivated_classes", "rectification_prime_allowed",
            "rectification_exempt_cases", "rectification_tolerance_m2",
        )
    ]  # fmt: skip
    split, classes, prime, exempt, tolerance = figures
    checks = {key: rules.get(key) for key in CHECKS}
    return RectificationRules(
        {key: Severity(rule.text()) for key, rule in checks.items()},
        split.text() == "yes",
        _words(classes),
        frozenset(_ways(prime)),
        _words(exempt),
        tolerance.number(),
        [*figures, *checks.values()],
    )


def _words(rule: Rule) -> tuple[str, ...]:
    return tuple(word.strip() for word in rule.text().split("|") if word.strip() not in ("", "-"))


def _ways(rule: Rule) -> list[Way]:
    ways = {way.value: way for way in Way}
    words = _words(rule)
    unknown = [word for word in words if word not in ways]
    if unknown:
        template = translate("LandLedger", "The rule {key} names the way “{value}”; there are {ways}.")
        raise InputError(template, key=rule.key, value=unknown[0], ways=", ".join(ways))
    return [ways[word] for word in words]
