"""Rows of a scenario: which version holds on a day, and which rows a change really changes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from ...errors import InputError
from ...ledger.model import Record
from ...ledger.registers import load_register
from ...sentence import translate
from ...store import Store
from ...store.interface import RowVersion
from .model import ANY, Assigned, Place, level_in, role_in
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


def changed_rows(
    known: Versions, scenario: str, book: str, rows: Iterable[Assigned], day: datetime.date, reason: str
) -> list[RowVersion]:
    """The next versions of those rows that are another than what holds on `day`; nobody where nobody was is no change.

    InputError for a place that stands twice, and for an end before the day.
    """
    seen: set[Place] = set()
    found = []
    for row in rows:
        if row.place in seen:
            template = translate("LandLedger", "Unit {unit} stands twice in the change of scenario {scenario}.")
            raise InputError(template, unit=row.unit, scenario=scenario)
        seen.add(row.place)
        if row.end is not None and row.end < day:
            template = translate("LandLedger", "Unit {unit}: the assignment ends on {end}, before it begins on {day}.")
            raise InputError(template, unit=row.unit, end=row.end.isoformat(), day=day.isoformat())
        versions = known.get(row.place, ())
        holds = in_force(versions, day)
        if _same(holds, row):
            continue
        values = assignment_values(scenario, row, day, reason, "" if holds is None else str(holds.values.get("unit_name") or ""))
        declared = load_register(ASSIGNMENT_REGISTER)
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
