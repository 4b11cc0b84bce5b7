"""Teams, assignment, visits, suggestions and village plans of a service book, as the rows that checks and statistics work on."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..errors import InputError
from ..sentence import translate
from .plans.register import PlanRegister
from .plans.states import PlanStates
from .register.ledger import ServiceLedger
from .register.model import Suggestion, Visit, teams_as_columns
from .service_rows import UNDATED, AssignmentRows, PlanRows, SuggestionRows, VisitRows
from .teams import Teams
from .units import Listed


def _column(values: Sequence[object]) -> np.ndarray:
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def scenario_meant(ledger: ServiceLedger, wanted: str) -> str:
    """The code of the scenario wanted by code or name; without a wish the one in force, else the only one.

    InputError where there is none, or several and none in force.
    """
    label = ledger.store.label
    scenarios = ledger.scenarios()
    if wanted:
        by_code = [each.code for each in scenarios if each.code == wanted]
        named = by_code or [each.code for each in scenarios if each.name == wanted]
        if len(named) == 1:
            return named[0]
        shown = "、".join(each.code for each in scenarios[:10]) or "—"
        template = translate("LandLedger", "Ledger {ledger} has no scenario {scenario}; it has {names}.")
        raise InputError(template, ledger=label, scenario=wanted, names=shown)
    current = ledger.current()
    if current is not None:
        return current.code
    if len(scenarios) == 1:
        return scenarios[0].code
    if not scenarios:
        raise InputError(translate("LandLedger", "Ledger {ledger} has no scenario of planner service yet."), ledger=label)
    template = translate("LandLedger", "Ledger {ledger} holds several scenarios ({names}) and none in force; say which one is meant.")
    raise InputError(template, ledger=label, names="、".join(each.code for each in scenarios[:10]))


def assignments_in(ledger: ServiceLedger, scenario: str, day: datetime.date) -> AssignmentRows:
    """Who serves what in a scenario on a day; units of nobody have no team."""
    rows = ledger.assignment(scenario, day)
    return AssignmentRows(
        ledger.store.label,
        [Listed(row.unit, row.unit_name) for row in rows],
        _column([row.team for row in rows]),
        "",
        _column([row.role for row in rows]),
        _column([row.level for row in rows]),
        _column([row.start for row in rows]),
        _column([row.end for row in rows]),
    )


def teams_in(ledger: ServiceLedger) -> tuple[Teams, Sequence[str]]:
    """The teams, and the system of each base ('' where none is said)."""
    found = ledger.teams()
    teams = replace(teams_as_columns(found, ledger.store.label), org=_column([team.org for team in found]))
    return teams, [team.base_crs for team in found]


def _listed(rows: Sequence[Visit] | Sequence[Suggestion]) -> list[Listed]:
    return [Listed(row.unit, row.unit_name) for row in rows]


def visits_in(ledger: ServiceLedger, until: datetime.date) -> VisitRows:
    """All visits up to a day: those before a period tell when a unit was visited last."""
    rows = ledger.visits(until=until)
    return VisitRows(
        ledger.store.label, _listed(rows), _column([row.team for row in rows]), "", _column([row.date for row in rows])
    )


def suggestions_in(ledger: ServiceLedger, since: datetime.date, until: datetime.date) -> SuggestionRows:
    """The suggestions of a period, in the state that they had at its end."""
    rows = ledger.suggestions(since, until, as_of=until)
    return SuggestionRows(
        ledger.store.label, _listed(rows), _column([row.team for row in rows]), "", _column([row.date for row in rows]),
        _column([row.state for row in rows]), _column([row.outcome for row in rows]),
    )  # fmt: skip


def plans_in(ledger: ServiceLedger, states: PlanStates | None = None) -> PlanRows | None:
    """The approved village plans of the register, None where it has no plan at all."""
    register = PlanRegister(ledger, states)
    plans = register.plans()
    if not plans:
        return None
    approved = [plan for plan in plans if register.states.is_approved(plan.state)]
    return PlanRows(
        ledger.store.label,
        [Listed(plan.code, plan.name, plan.town, plan.county) for plan in approved],
        _column([plan.approved_on(register.states) or UNDATED for plan in approved]),
    )
