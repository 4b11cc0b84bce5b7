"""Visits and suggestions before they are recorded: what is taken over from the visit, numbers, what has to hold."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...errors import InputError
from ...ledger.model import Scalar
from ...ledger.registers import load_register
from ...sentence import sentence, translate
from .model import Suggestion
from .vocabulary import SUGGESTION_REGISTER, VISIT_REGISTER, SuggestionState, moves, outcome_of

Values = Mapping[str, Scalar]


@dataclass(frozen=True)
class NewVisit:
    """A visit to record: the values of its row in `planner_visit`, and of those of its suggestions in `planner_suggestion`.
    A suggestion has team, unit and day of its visit and the visit's topic as its field, unless it says otherwise."""

    values: Mapping[str, object]
    suggestions: Sequence[Mapping[str, object]] = field(default_factory=tuple)


class Move(NamedTuple):
    """A suggestion comes to another state: since which day, on which ground; `to` whom it was submitted."""

    no: str
    state: SuggestionState
    day: datetime.date
    basis: str = ""
    to: str = ""


class Correction(NamedTuple):
    """Other values in some fields of a visit or a suggestion; `register` says of which."""

    register: str
    no: str
    changes: Mapping[str, object]


@dataclass(frozen=True)
class Known:
    """What is there already: `teams` by code, numbers of visits and suggestions (`kept`, and `taken` with those of rows that
    were withdrawn), the focus fields, the last day that may be recorded."""

    teams: Collection[str]
    visits: Collection[str]
    visits_taken: Collection[str]
    suggestions_taken: Collection[str]
    fields: Sequence[str]
    today: datetime.date


class Ready(NamedTuple):
    """Checked values of rows of `planner_visit` and `planner_suggestion`."""

    visits: list[dict[str, Scalar]]
    suggestions: list[dict[str, Scalar]]


def ready_rows(
    visits: Sequence[NewVisit], suggestions: Sequence[Mapping[str, object]], known: Known
) -> Ready:
    """The rows as the registers keep them, numbered where they have no number; `suggestions` name their visit or none.

    InputError with the number for an unknown team, visit or focus field, a day in the future, a number that is taken.
    """
    found = Ready([], [])
    taken, numbers = set(known.visits_taken), set(known.suggestions_taken)
    kept = set(known.visits)
    loose = [dict(each) for each in suggestions]
    for visit in visits:
        values = _visit(visit.values, taken, known)
        found.visits.append(values)
        kept.add(str(values["no"]))
        loose += [with_visit(values, each) for each in visit.suggestions]
    for each in loose:
        found.suggestions.append(_suggestion(each, numbers, kept, known))
    return found


def _filled(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value not in (None, "")}


def with_visit(visit: Values, suggestion: Mapping[str, object]) -> dict[str, object]:
    """A suggestion with what it does not say itself taken from its visit."""
    taken = {name: visit.get(name) for name in ("team", "unit", "unit_name", "date")}
    return {**taken, "visit": visit["no"], "field": visit.get("topic"), **_filled(suggestion)}


def _visit(values: Mapping[str, object], taken: set[str], known: Known) -> dict[str, Scalar]:
    filled = _filled(values)
    filled.setdefault("no", free_number(f"{filled.get('team', '')}-{_compact(filled.get('date'))}", taken))
    checked = load_register(VISIT_REGISTER).checked(filled)
    _require(checked, "topic", taken, known)
    return checked


def _suggestion(values: Mapping[str, object], numbers: set[str], visits: set[str], known: Known) -> dict[str, Scalar]:
    filled = _filled(values)
    first = filled.get("visit") or f"{filled.get('team', '')}-{_compact(filled.get('date'))}"
    filled.setdefault("no", free_number(f"{first}-J", numbers))
    filled.setdefault("state", SuggestionState.RAISED.value)
    filled.setdefault("state_date", filled.get("date"))
    checked = load_register(SUGGESTION_REGISTER).checked(filled)
    outcome = checked.get("outcome")
    became = outcome_of(SuggestionState(str(checked["state"])), SuggestionState(str(outcome)) if outcome else None)
    if became is not None:
        checked["outcome"] = became.value
    else:
        checked.pop("outcome", None)
    checked = load_register(SUGGESTION_REGISTER).checked(checked)
    _require(checked, "field", numbers, known)
    visit = str(checked.get("visit") or "")
    if visit and visit not in visits:
        template = translate("LandLedger", "Suggestion {no}: there is no visit {visit}.")
        raise InputError(template, no=checked["no"], visit=visit)
    return checked


def _require(values: Values, field_name: str, taken: set[str], known: Known) -> None:
    """A free number (which is taken then), a known team and field, a day that has come."""
    no = str(values["no"])
    if no in taken:
        raise InputError(translate("LandLedger", "The number {no} is taken already; nothing was recorded."), no=no)
    taken.add(no)
    if values["team"] not in known.teams:
        raise unknown_team(no, str(values["team"]))
    require_field(no, str(values.get(field_name) or ""), known.fields)
    require_days(no, values, known.today)


def unknown_team(no: str, team: str) -> InputError:
    """The error for a row that names a team the register does not have."""
    return InputError(translate("LandLedger", "{no}: the register has no team {team}."), no=no, team=team)


def require_field(no: str, name: str, fields: Sequence[str]) -> None:
    """InputError for a focus field that is not among those in force; nothing for none."""
    if name and name not in fields:
        template = translate("LandLedger", "{no}: “{name}” is none of the focus fields {fields}.")
        raise InputError(template, no=no, name=name, fields="、".join(fields))


def require_days(no: str, values: Values, today: datetime.date) -> None:
    """InputError for a day that has not come, and for a state that is older than its suggestion."""
    day, state_day = str(values["date"]), str(values.get("state_date") or values["date"])
    for each in (day, state_day):
        if each > today.isoformat():
            raise _future(no, each)
    if state_day < day:
        template = translate("LandLedger", "Suggestion {no}: the state of {day} is before the suggestion itself.")
        raise InputError(template, no=no, day=state_day)


def _future(no: Scalar, day: str) -> InputError:
    return InputError(translate("LandLedger", "{no}: the day {day} lies in the future."), no=no, day=day)


def _compact(day: object) -> str:
    return "".join(character for character in str(day or "") if character.isdigit())


def free_number(first: str, taken: Collection[str]) -> str:
    """The first of `first`-01, -02 … that is free."""
    number = 1
    while f"{first}{'' if first.endswith('-J') else '-'}{number:02d}" in taken:
        number += 1
    return f"{first}{'' if first.endswith('-J') else '-'}{number:02d}"


def moved(suggestion: Suggestion, move: Move, today: datetime.date) -> dict[str, object]:
    """The values that a move changes. InputError for a state that may not follow, a day before the last or in the future."""
    if move.state not in moves()[suggestion.state]:
        template = translate("LandLedger", "Suggestion {no} is {before}; {after} may not follow.")
        before, after = sentence(suggestion.state.label), sentence(move.state.label)
        raise InputError(template, no=move.no, before=before, after=after)
    if move.day < suggestion.state_date:
        template = translate("LandLedger", "Suggestion {no} is in its state since {since}; the day {day} is before.")
        raise InputError(template, no=move.no, since=suggestion.state_date.isoformat(), day=move.day.isoformat())
    if move.day > today:
        raise _future(move.no, move.day.isoformat())
    outcome = outcome_of(move.state, suggestion.outcome)
    changes: dict[str, object] = {
        "state": move.state.value, "state_date": move.day, "outcome": outcome.value if outcome else None,
    }  # fmt: skip
    if move.basis:
        changes["basis"] = move.basis
    if move.to:
        changes["to"] = move.to
    return changes
