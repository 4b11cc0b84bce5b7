"""Rows of a scenario: which version holds on a day, and which rows a change really changes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from ...errors import InputError
from ...ledger.model import Record
from ...ledger.registers import load_register
from ...sentence import translate
from ...store import Store
from ...store.interface import RowVersion
from .model import ANY, Assigned, Place, PlannerTeam, level_in, role_in
from .vocabulary import ASSIGNMENT_REGISTER

Versions = Mapping[Place, Sequence[Record]]
"""Place → its versions, in the order in which they were recorded."""


def versions_of(store: Store, scenario: str) -> dict[Place, list[Record]]:
    """The versions of the rows of a scenario."""
    found: dict[Place, list[Record]] = {}
    for record in store.records(ASSIGNMENT_REGISTER, history=True, under=scenario):
        values = record.values
        found.setdefault(Place(str(values["unit"]), role_in(values), level_in(values)), []).append(record)
    return found


def in_force(versions: Sequence[Record], day: datetime.date) -> Record | None:
    """What was recorded last of all that begins on `day` or before; None before the first, and where that was taken out."""
    text = day.isoformat()
    for record in reversed(versions):
        if str(record.values["from"]) <= text:
            return None if record.removed else record
    return None


def told_apart(
    rows: Sequence[Assigned], teams: Mapping[str, PlannerTeam], known: Versions, day: datetime.date, scenario: str
) -> list[Assigned]:
    """The rows, each at its place: a unit may be served once in each role and at each level, and tables do not always say
    which. Where a place stands several times, and where the ledger tells the unit's places apart already, a role or level that
    is not said is the team's own; what stood at the place itself until then ends. InputError where the teams do not tell the
    rows of a place apart, either: one of them serves in every role or at every level."""
    written: dict[Place, list[Assigned]] = {}
    for row in rows:
        written.setdefault(row.place, []).append(row)
    for several in written.values():
        for one, other in combinations(several, 2):
            if _half_known(_own_place(one, teams), _own_place(other, teams)) and _overlap(one, other, day):
                raise _stands_twice(one, other, scenario)
    found, left = [], dict[Place, Assigned]()
    for row in rows:
        own = _own_place(row, teams)
        apart = len(written[row.place]) > 1 or (own in known and in_force(known.get(row.place, ()), day) is None)
        if own == row.place or not apart:
            found.append(row)
            continue
        found.append(replace(row, role=own.role, level=own.level))
        held = in_force(known.get(row.place, ()), day)
        if held is not None and held.values.get("team"):
            left[row.place] = Assigned(row.unit, "", row.role, row.level, row.unit_name)
    taken = {row.place for row in found}
    return [*found, *(row for place, row in left.items() if place not in taken)]


def _half_known(one: Place, other: Place) -> bool:
    """Whether two places are others, but only by what one of them does not say."""
    pairs = [(one.role, other.role), (one.level, other.level)]
    return one != other and all(a is b or a is None or b is None for a, b in pairs)


def _overlap(one: Assigned, other: Assigned, day: datetime.date) -> bool:
    """Whether two rows hold at the same time."""
    starts = [max(row.start or day, day) for row in (one, other)]
    return max(starts) <= min(row.end or datetime.date.max for row in (one, other))


def _own_place(row: Assigned, teams: Mapping[str, PlannerTeam]) -> Place:
    """The place of a row with the role and level of its team, where it says none."""
    team = teams.get(row.team)
    return row.place if team is None else Place(row.unit, row.role or team.role, row.level or team.level)


def _one_after_another(rows: Iterable[Assigned], day: datetime.date, scenario: str) -> list[tuple[Assigned, datetime.date]]:
    """The rows, each with the day from which it holds: `day`, and for those of a place that stands several times the day on
    which its own term begins. InputError where such terms overlap."""
    at: dict[Place, list[Assigned]] = {}
    for row in rows:
        at.setdefault(row.place, []).append(row)
    found = []
    for several in at.values():
        if len(several) == 1:
            found.append((several[0], day))
            continue
        several.sort(key=lambda row: max(row.start or day, day))
        for row, following in zip(several, several[1:]):
            if _overlap(row, following, day):
                raise _stands_twice(row, following, scenario)
        found += [(row, max(row.start or day, day)) for row in several]
    return found


def _stands_twice(one: Assigned, other: Assigned, scenario: str) -> InputError:
    if not (one.row and other.row):
        template = translate("LandLedger", "Unit {unit} stands twice in the change of scenario {scenario}.")
        return InputError(template, unit=one.unit, scenario=scenario)
    first, second = sorted((one, other), key=lambda row: row.row)
    template = translate(
        "LandLedger",
        "Unit {unit} stands in rows {first} and {second} of the assignment, with {team} and {other}, in the same role, at the same "
        "level and at the same time; say role (FWJS), level (FWCJ) or term (PQQSRQ, PQJZRQ), or take one out.",
    )
    names = {"team": first.team or "—", "other": second.team or "—"}
    return InputError(template, unit=one.unit, first=first.row, second=second.row, **names)


def changed_rows(
    known: Versions, scenario: str, book: str, rows: Iterable[Assigned], day: datetime.date, reason: str
) -> list[RowVersion]:
    """The next versions of those rows that are another than what holds on `day`; nobody where nobody was is no change. A place
    may stand several times, with terms one after another; then each row holds from its own first day.

    InputError for a place that stands twice at the same time, and for an end before the day.
    """
    found, moved = [], set[Place]()
    declared = load_register(ASSIGNMENT_REGISTER)
    for row, begins in _one_after_another(rows, day, scenario):
        if row.end is not None and row.end < begins:
            template = translate("LandLedger", "Unit {unit}: the assignment ends on {end}, before it begins on {day}.")
            raise InputError(template, unit=row.unit, end=row.end.isoformat(), day=begins.isoformat())
        versions = known.get(row.place, ())
        holds = in_force(versions, begins)
        # What is recorded last holds: after a new version, those that follow it at its place have to be recorded again.
        if _same(holds, row) and row.place not in moved:
            continue
        moved.add(row.place)
        values = assignment_values(scenario, row, begins, reason, "" if holds is None else str(holds.values.get("unit_name") or ""))
        checked = declared.checked(values)
        stands = versions[-1].book if versions else book
        found.append(RowVersion(ASSIGNMENT_REGISTER, declared.key_of(checked), stands, checked))
    return found


def _same(holds: Record | None, row: Assigned) -> bool:
    if holds is None:
        return not row.team
    end = row.end.isoformat() if row.end else None
    return (holds.values.get("team") or "") == row.team and holds.values.get("to") == end


def assignment_values(
    scenario: str, row: Assigned, day: datetime.date, reason: str, unit_name: str = ""
) -> dict[str, object]:
    """The values of a row of `service_assignment`; `unit_name` where the row has none."""
    return {
        "scenario": scenario, "role": row.role.value if row.role else ANY, "level": row.level.value if row.level else ANY,
        "unit": row.unit, "unit_name": row.unit_name or unit_name, "team": row.team, "from": day, "to": row.end,
        "reason": reason,
    }  # fmt: skip
