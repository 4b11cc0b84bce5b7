"""The figures of policy a quota book is run by: `resources/rules/quota.csv` and `resources/codes/quota_events.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..area import Area
from ..resources import read_facts, resource
from ..rules import Rules
from .vocabulary import Event


@dataclass(frozen=True)
class Needs:
    """What a request of an event must name. `own_year`: without a year it means that of the booking, else every year."""

    document: bool
    project: bool
    source: bool
    approval: bool
    reason: bool
    own_year: bool


@dataclass(frozen=True)
class Policy:
    """The rules in force, read once."""

    needs: Mapping[Event, Needs]
    available_below_nothing: bool
    sub_dimensions_hard: bool
    parts_left: str
    over_ceiling_hard: bool
    without_ceiling: str
    advance_share_percent: int
    overdue_quarters: int
    carry_over: bool
    approval_tolerance: int
    finest: int
    years_back: int
    years_ahead: int

    @classmethod
    def of(cls, rules: Rules) -> Policy:
        """The policy that rules make."""
        return cls(
            event_needs(),
            rules.get("quota_negative_available").text() == "to_ceiling",
            rules.get("quota_sub_dimensions").text() == "refuse",
            rules.get("quota_parts_left").text(),
            rules.get("quota_advance_over_ceiling").text() == "refuse",
            rules.get("quota_advance_without_ceiling").text(),
            rules.whole("quota_advance_share_percent"),
            rules.whole("quota_overdue_quarters"),
            rules.get("quota_carry_over").text() == "allow",
            Area.from_mu(rules.number("quota_approval_tolerance_mu")).micro_mu,
            10 ** (6 - min(6, rules.whole("quota_mu_decimals"))),
            rules.whole("quota_years_back"),
            rules.whole("quota_years_ahead"),
        )


@lru_cache(maxsize=None)
def event_needs() -> Mapping[Event, Needs]:
    """What each event must name; InputError naming file and line for an event the ledger does not know."""
    known = {event.value: event for event in Event}
    found: dict[Event, Needs] = {}
    for row in read_facts(resource("codes", "quota_events.csv"), ("event", "document", "source", "status")):
        if row.needed("event") not in known:
            raise row.refuse("event")
        found[known[row.text("event")]] = Needs(
            row.flag("document"), row.flag("project"), row.flag("source_code"), row.flag("approval"), row.flag("reason"),
            row.text("year") == "own",
        )  # fmt: skip
    return found
