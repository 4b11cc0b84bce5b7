"""Presets (用途方案): method, master and unit of the common jobs, as rules of `resources/rules/presets.csv`.

A preset only fills in what was not chosen: explicit values win.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from ..area import AreaUnit
from ..rules import Rule, Rules
from ..survey.apportion import Master
from .model import AreaMethod


class Preset(Enum):
    """What the areas are for; the value begins the keys of its rules."""

    CUSTOM = "custom"
    APPROVAL = "approval"
    SURVEY_CHANGE = "survey_change"
    ENFORCEMENT = "enforcement"
    PLANNING_STATISTICS = "planning_statistics"


UNITS = {"0.01": AreaUnit.HUNDREDTH_SQUARE_METRE, "1": AreaUnit.SQUARE_METRE}


@dataclass(frozen=True)
class Choice:
    """Method, master and unit of a run, and the rules they came from."""

    method: AreaMethod
    master: Master
    unit: AreaUnit
    rules: Sequence[Rule] = ()


def choose(
    preset: Preset, rules: Rules, method: AreaMethod | None, master: Master | None, unit: AreaUnit | None
) -> Choice:
    """The explicit values, the rest from the preset; a custom run without values is that of the survey change."""
    source = Preset.SURVEY_CHANGE if preset is Preset.CUSTOM else preset
    used: list[Rule] = []

    def text(what: str) -> str:
        rule = rules.get(f"{source.value}_{what}")
        used.append(rule)
        return rule.text()

    return Choice(
        method or AreaMethod(text("area_method")), master or Master(text("master")), unit or UNITS[text("unit_m2")], used
    )
