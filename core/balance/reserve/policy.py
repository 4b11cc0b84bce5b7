"""The figures of policy a reserve is run by: `resources/rules/reserve.csv`."""

from __future__ import annotations

from dataclasses import dataclass

from ...rules import Rules

RULE_KEYS = (
    "reserve_expired", "reserve_confirmation_missing", "reserve_confirmation_twice", "reserve_draw_unfrozen",
    "reserve_running", "reserve_grade_missing", "reserve_area_tolerance_percent", "reserve_validity_years",
)  # fmt: skip
"""The rules of the reserve, for inputs sheets."""


@dataclass(frozen=True)
class Policy:
    """The rules in force, read once; a flag ending in `_hard` says that breaking it refuses."""

    expired_hard: bool
    confirmation_missing_hard: bool
    confirmation_twice_hard: bool
    draw_unfrozen: bool
    promise_running: bool
    grade_missing_hard: bool
    validity_years: int

    @classmethod
    def of(cls, rules: Rules) -> Policy:
        """The policy that rules make."""

        def refuses(key: str) -> bool:
            return rules.get(key).text() == "refuse"

        return cls(
            refuses("reserve_expired"),
            refuses("reserve_confirmation_missing"),
            refuses("reserve_confirmation_twice"),
            not refuses("reserve_draw_unfrozen"),
            not refuses("reserve_running"),
            refuses("reserve_grade_missing"),
            rules.whole("reserve_validity_years"),
        )
