"""The rules of an audit of prime farmland (`resources/rules/prime.csv`), read once a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ...area import Area
from ...errors import InputError
from ...rounding import half_up
from ...rules import Rule, Rules
from ...sentence import translate
from ...survey.schema import GradeSystem
from ..grades import Yields, load_yields
from ..stable.rules import StableRule, load_stable_rules
from .reason_kinds import Effect, ReasonKind

STEEPEST = 5
"""Slope level of farmland over 25°, which no setting allows."""

_EFFECT_RULES: Mapping[ReasonKind, str] = {
    ReasonKind.UNSTABLE: "prime_unstable",
    ReasonKind.SLOPE_UNKNOWN: "prime_slope_unknown",
    ReasonKind.ECO_REDLINE: "prime_eco_redline",
    ReasonKind.URBAN_BOUNDARY: "prime_urban_boundary",
    ReasonKind.EXCLUDED: "prime_excluded",
    ReasonKind.OTHER_COUNTY: "prime_other_county",
    ReasonKind.NOT_RESERVE: "prime_not_reserve",
}
_OTHER_RULES = (
    "prime_area_basis",
    "prime_occupied_scope",
    "prime_adjustable",
    "prime_steepest_level",
    "prime_least_patch_m2",
    "prime_ignored_m2",
    "prime_compare_paddy",
    "prime_compare_grade",
    "prime_compare_capacity",
    "prime_capacity_preset",
)


class Basis(Enum):
    """Whether areas are compared with field ridges (田坎) or without them, on both sides alike."""

    GROSS = "gross"
    NET = "net"


@dataclass(frozen=True)
class Settings:
    """What the rules say: effects by reason (refuse where no rule softens it), limits, and what is compared.

    `yields` is None where capacity is not compared and the system has no such preset. `rules` are those used, for the
    inputs sheet.
    """

    system: GradeSystem
    basis: Basis
    only_farmland: bool
    adjustable: bool
    steepest_level: int
    least_patch: Area
    ignored: Area
    stable_rules: tuple[StableRule, ...]
    compare_paddy: bool
    compare_grade: bool
    compare_capacity: bool
    yields: Yields | None
    effects: Mapping[ReasonKind, Effect]
    rules: tuple[Rule, ...]

    @property
    def needs_grades(self) -> bool:
        """Whether anything compared depends on grades."""
        return self.compare_grade or self.compare_capacity

    def effect(self, kind: ReasonKind) -> Effect:
        """What a reason does to a block."""
        return self.effects.get(kind, Effect.REFUSE)

    @classmethod
    def of_rules(
        cls,
        rules: Rules,
        system: GradeSystem = GradeSystem.NATIONAL15,
        stable_rules: tuple[StableRule, ...] | None = None,
        own_yields: Path | None = None,
    ) -> Settings:
        """The settings of the rules in force, of the rules of stability (None: those that ship), and of the bureau's own
        capacity presets; InputError naming a rule that makes no sense, or a preset that is not there."""
        capacity = rules.get("prime_compare_capacity").text() == "1"
        used = tuple(rules.get(key) for key in (*_OTHER_RULES, *_EFFECT_RULES.values()))
        return cls(
            system=system,
            basis=Basis(rules.get("prime_area_basis").text()),
            only_farmland=rules.get("prime_occupied_scope").text() == "farmland",
            adjustable=rules.get("prime_adjustable").text() == "1",
            steepest_level=_steepest(rules.get("prime_steepest_level")),
            least_patch=_area(rules, "prime_least_patch_m2"),
            ignored=_area(rules, "prime_ignored_m2"),
            stable_rules=load_stable_rules() if stable_rules is None else stable_rules,
            compare_paddy=rules.get("prime_compare_paddy").text() == "1",
            compare_grade=rules.get("prime_compare_grade").text() == "1",
            compare_capacity=capacity,
            yields=load_yields(system, rules.get("prime_capacity_preset").text(), own_yields) if capacity else None,
            effects={kind: Effect(rules.get(key).text()) for kind, key in _EFFECT_RULES.items()},
            rules=used,
        )


def _steepest(rule: Rule) -> int:
    """Level 1 to 4: over 25° no setting allows."""
    level = rule.whole()
    if not 1 <= level < STEEPEST:
        text = translate("LandLedger", "The rule {key} is {value}; it has to be a slope level from 1 to 4.")
        raise InputError(text, key=rule.key, value=rule.value)
    return level


def _area(rules: Rules, key: str) -> Area:
    return Area.from_square_metres(half_up(rules.number(key), 2))
