"""The settings of a requisition–compensation run, from `resources/rules/requisition.csv`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from ...area import Area
from ...errors import InputError
from ...rules import Rule, Rules
from ...sentence import translate
from ..demand import Regime

KEYS = (
    "requisition_decoupled",
    "requisition_step_ha",
    "requisition_other_counties",
    "requisition_lot_order",
    "requisition_priority",
    "requisition_count_adjustable",
    "requisition_count_unlawful",
    "requisition_promise_quantity",
    "requisition_one_account_from",
    "requisition_one_account_quality",
    "requisition_ceiling_factor",
)


@dataclass(frozen=True)
class Policy:
    """How demands are counted and matched. `step` is the smallest drawn area in micro-mu; `regime` forces one regime for
    all projects, None lets each project's date decide; `used` are the rules as they were read."""

    decoupled: bool = True
    step: int = 1500
    other_counties: bool = True
    oldest_first: bool = False
    small_first: bool = False
    count_adjustable: bool = True
    count_unlawful: bool = True
    promise_quantity: bool = False
    one_account_from: datetime.date = datetime.date(2024, 9, 30)
    one_account_quality: bool = True
    regime: Regime | None = None
    used: tuple[Rule, ...] = ()

    @classmethod
    def of(cls, rules: Rules, decoupled: bool | None = None, regime: Regime | None = None) -> Policy:
        """The policy of the rules; what is given beside them wins. InputError for a step or a day that is none."""
        values = {key: rules.get(key) for key in KEYS}
        if decoupled is not None:
            chosen = {"requisition_decoupled": "1" if decoupled else "0"}
            values["requisition_decoupled"] = rules.replaced(chosen, "DECOUPLED").get("requisition_decoupled")
        on = {key: rule.text() == "1" for key, rule in values.items()}
        return cls(
            on["requisition_decoupled"],
            _step(values),
            on["requisition_other_counties"],
            values["requisition_lot_order"].text() == "oldest",
            values["requisition_priority"].text() == "small",
            on["requisition_count_adjustable"],
            on["requisition_count_unlawful"],
            on["requisition_promise_quantity"],
            _day(values["requisition_one_account_from"]),
            on["requisition_one_account_quality"],
            regime,
            tuple(values.values()),
        )

    def regime_of(self, effective: datetime.date | None) -> Regime:
        """The regime of a project with this effective date; one without a date is counted by the rule of 2017."""
        if self.regime is not None:
            return self.regime
        new = effective is not None and effective >= self.one_account_from
        return Regime.ONE_ACCOUNT if new else Regime.THREE_INDICATORS


def _step(values: Mapping[str, Rule]) -> int:
    rule = values["requisition_step_ha"]
    step = Area.from_hectares(rule.number()).micro_mu
    if step <= 0:
        raise _refused(rule)
    return step


def _day(rule: Rule) -> datetime.date:
    try:
        return datetime.date.fromisoformat(rule.text())
    except ValueError:
        raise _refused(rule) from None


def _refused(rule: Rule) -> InputError:
    return InputError(
        translate("LandLedger", "{file}, line {line}: “{value}” is no valid value of the rule {key}."),
        file=rule.file, line=rule.line, value=rule.value, key=rule.key,
    )
