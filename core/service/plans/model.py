"""A village plan as a row of the register, and what follows from it on a day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ...area import Area
from ...ledger.model import Scalar
from ...rounding import half_up
from ...sentence import Sentence, sentence, translate
from .states import DATE_FIELDS, PlanStates


def _text(values: Mapping[str, Scalar], name: str) -> str:
    value = values.get(name)
    return "" if value is None else str(value)


def _day(values: Mapping[str, Scalar], name: str) -> datetime.date | None:
    value = values.get(name)
    return datetime.date.fromisoformat(str(value)) if value else None


@dataclass(frozen=True)
class VillagePlan:
    """The plan of a village: `dates` by field of DATE_FIELDS, as far as they are known; `team` '' where the planners are no team of
    the register; `area` None where nobody said."""

    code: str
    name: str
    state: str
    county: str = ""
    town: str = ""
    kind: str = ""
    state_date: datetime.date | None = None
    dates: Mapping[str, datetime.date] = field(default_factory=dict)
    due: datetime.date | None = None
    doc_no: str = ""
    authority: str = ""
    maker: str = ""
    team: str = ""
    team_name: str = ""
    people: int | None = None
    area: Area | None = None
    path: str = ""
    note: str = ""

    @classmethod
    def of(cls, values: Mapping[str, Scalar]) -> VillagePlan:
        """The plan of a row of `village_plan`."""
        days = {name: day for name in DATE_FIELDS if (day := _day(values, name)) is not None}
        people, area = values.get("people"), values.get("area")
        return cls(
            _text(values, "code"), _text(values, "name"), _text(values, "state"), _text(values, "county"), _text(values, "town"),
            _text(values, "kind"), _day(values, "state_date"), days, _day(values, "due"), _text(values, "doc_no"),
            _text(values, "authority"), _text(values, "maker"), _text(values, "team"), _text(values, "team_name"),
            None if people is None else int(people), None if area is None else Area(int(area)), _text(values, "path"),
            _text(values, "note"),
        )  # fmt: skip

    def since(self, states: PlanStates) -> datetime.date | None:
        """The day of its state: as written, else that of the state's own column."""
        found = states.get(self.state)
        return self.state_date or (self.dates.get(found.field) if found and found.field else None)

    def approved_on(self, states: PlanStates) -> datetime.date | None:
        """The day of approval, None where the plan is not approved or no day is known."""
        first = next((each for each in states.states if each.approved), None)
        if first is None or not states.is_approved(self.state):
            return None
        return self.dates.get(first.field) or (self.state_date if self.state == first.code else None)

    @property
    def place(self) -> tuple[str, str, str]:
        """County, town and code: the order of lists."""
        return self.county, self.town, self.code


@dataclass(frozen=True)
class Overdue:
    """A plan that should be further by now: since when (`limit`), how many days, on which ground."""

    plan: VillagePlan
    limit: datetime.date
    days: int
    why: Sentence


def overdue(plan: VillagePlan, states: PlanStates, day: datetime.date) -> Overdue | None:
    """What is overdue of a plan on a day: its own term where it is not approved, else the days its state may last."""
    if plan.due is not None and not states.is_approved(plan.state):
        if day > plan.due:
            why = sentence(translate("LandLedger", "its own term, not approved yet"))
            return Overdue(plan, plan.due, (day - plan.due).days, why)
        return None
    state, since = states.get(plan.state), plan.since(states)
    if state is None or state.days is None or since is None:
        return None
    limit = since + datetime.timedelta(days=state.days)
    if day <= limit:
        return None
    template = translate("LandLedger", "{state} for more than {days} days")
    return Overdue(plan, limit, (day - limit).days, sentence(template, state=state.name, days=state.days))


def share(part: int, whole: int) -> Decimal | None:
    """Per cent with two decimals, half up; None of nothing."""
    return half_up(Decimal(100 * part) / Decimal(whole), 2) if whole else None
