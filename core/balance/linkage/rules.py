"""The rules of increase–decrease linkage: `resources/rules/linkage.csv`, each to be confirmed locally."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...area import Area
from ...rules import Rule, Rules
from ..broken_rules import Severity

CHECKS = (
    "linkage_new_build_accepted", "linkage_new_build_approved", "linkage_surplus_used", "linkage_cultivated",
    "linkage_quality", "linkage_quality_known", "linkage_turnover_returned", "linkage_turnover_overdue",
    "linkage_accepted_approved", "linkage_blocks_differ", "linkage_unknown_project", "linkage_blocks_overlap",
    "linkage_ledger_differs", "linkage_ledger_accepted",
)  # fmt: skip
"""Keys of the rules that say how a finding is taken: error, warning or off."""


@dataclass(frozen=True)
class LinkageRules:
    """The figures. `severities` by key; `turnover_counts`: building before acceptance may stand on turnover quota that is
    out; `turnover_years` after which it is overdue; `difference` allowed between blocks and register; `tolerance` m² of
    drawn ground; `used` all rules, for the inputs sheet."""

    severities: Mapping[str, Severity]
    turnover_counts: bool
    turnover_years: int
    difference: Area
    tolerance: Decimal
    used: Sequence[Rule]


def linkage_rules(rules: Rules) -> LinkageRules:
    """The rules in force; InputError naming the rule for a value that makes no sense."""
    figures = [
        rules.get(key)
        for key in (
            "linkage_turnover_counts", "linkage_turnover_years", "linkage_blocks_tolerance_mu", "linkage_tolerance_m2",
        )
    ]  # fmt: skip
    counts, years, difference, tolerance = figures
    checks = {key: rules.get(key) for key in CHECKS}
    return LinkageRules(
        {key: Severity(rule.text()) for key, rule in checks.items()},
        counts.text() == "yes",
        years.whole(),
        Area.from_mu(difference.number()),
        tolerance.number(),
        [*figures, *checks.values()],
    )
