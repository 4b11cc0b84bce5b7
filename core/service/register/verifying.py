"""The rules of service books over all their rows again: what came into a ledger by another way than recording.

Recording refuses such rows; a seal alone does not tell them, since whoever can write into the database can seal, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Optional

from ...errors import InputError
from ...ledger.model import Record
from ...ledger.registers import load_register
from ...sentence import Sentence, sentence, translate
from ...store import Store
from .founding import service_books
from .vocabulary import (
    ASSIGNMENT_REGISTER,
    PLAN_REGISTER,
    REGISTERS,
    SCENARIO_REGISTER,
    SUGGESTION_REGISTER,
    TEAM_REGISTER,
    VISIT_REGISTER,
    ScenarioState,
    SuggestionState,
    moves,
    outcome_of,
)

Broken = tuple[str, str, Optional[int], Sentence]
"""Rule, book, number of the voucher (None for a row of a register), what is wrong."""


def broken_rules(store: Store) -> Iterator[Broken]:
    """G0 rows that their register would not take, or whose key is not theirs, and vouchers, of which a service book has none;
    G1 rows that name a team, a scenario or a visit that is not there; G2 suggestions whose state moved as it may not, or
    whose outcome or day does not fit it; G3 more than one scenario in force."""
    books = service_books(store)
    if not books:
        return
    versions = {register: store.records(register, history=True) for register in REGISTERS}
    for book in books.values():
        for voucher in store.chain(book.code):
            yield "G0", book.code, voucher.number, sentence(translate("LandLedger", "A service book has no vouchers."))
    unsound = set()
    for record in (record for register in REGISTERS for record in versions[register]):
        if not _sound(record):
            unsound.add((record.book, record.number))
            text = translate("LandLedger", "{register} {key}: its register would not take this row.")
            yield "G0", record.book, None, sentence(text, register=record.register, key=record.key)
    sound = {
        register: [record for record in records if (record.book, record.number) not in unsound]
        for register, records in versions.items()
    }
    if store.sees_all:
        yield from _dangling(sound)
    yield from _moved_wrongly(sound[SUGGESTION_REGISTER])
    yield from _several_in_force(sound[SCENARIO_REGISTER])


def _sound(record: Record) -> bool:
    declared = load_register(record.register)
    try:
        return declared.checked(record.values) == dict(record.values) and declared.key_of(record.values) == record.key
    except InputError:
        return False


def _dangling(versions: Mapping[str, list[Record]]) -> Iterator[Broken]:
    """Rows that name what is not there; a visit that was withdrawn is not there for a suggestion that still stands."""
    there = {register: {record.key for record in versions[register]} for register in (TEAM_REGISTER, SCENARIO_REGISTER)}
    visits = {record.key for record in _standing(versions[VISIT_REGISTER])}
    text = translate("LandLedger", "{register} {key} names {what}, which is not there.")
    for register in (ASSIGNMENT_REGISTER, VISIT_REGISTER, SUGGESTION_REGISTER, PLAN_REGISTER):
        for record in versions[register]:
            named = [str(record.values.get("team") or "")]
            lacking = [each for each in named if each and each not in there[TEAM_REGISTER]]
            scenario = str(record.values.get("scenario") or "")
            if register == ASSIGNMENT_REGISTER and scenario not in there[SCENARIO_REGISTER]:
                lacking.append(scenario)
            for what in lacking:
                yield "G1", record.book, None, sentence(text, register=register, key=record.key, what=what)
    for record in _standing(versions[SUGGESTION_REGISTER]):
        visit = str(record.values.get("visit") or "")
        if visit and visit not in visits:
            yield "G1", record.book, None, sentence(text, register=record.register, key=record.key, what=visit)


def _moved_wrongly(records: Iterable[Record]) -> Iterator[Broken]:
    last: dict[str, Record] = {}
    for record in records:
        former = last.get(record.key)
        last[record.key] = record
        if not _fits(former, record):
            text = translate("LandLedger", "Suggestion {key}: its state, the day of it or what became of it does not follow.")
            yield "G2", record.book, None, sentence(text, key=record.key)


def _fits(former: Record | None, record: Record) -> bool:
    """Whether state, day and outcome of a version follow from those of the one before; a new row may begin in any state."""
    state, outcome = SuggestionState(str(record.values["state"])), record.values.get("outcome")
    became = SuggestionState(str(outcome)) if outcome else None
    if str(record.values["state_date"]) < str(record.values["date"]):
        return False
    if former is None:
        return state is SuggestionState.DONE or became is outcome_of(state, None)
    before, before_outcome = SuggestionState(str(former.values["state"])), former.values.get("outcome")
    if state is before:
        return outcome == before_outcome and record.values["state_date"] == former.values["state_date"]
    right = outcome_of(state, SuggestionState(str(before_outcome)) if before_outcome else None)
    return state in moves()[before] and became is right and str(record.values["state_date"]) >= str(former.values["state_date"])


def _several_in_force(records: Iterable[Record]) -> Iterator[Broken]:
    current = [record for record in _standing(records) if record.values["state"] == ScenarioState.CURRENT.value]
    for record in current[1:]:
        text = translate("LandLedger", "The scenarios {one} and {other} are both in force.")
        yield "G3", record.book, None, sentence(text, one=current[0].key, other=record.key)


def _standing(records: Iterable[Record]) -> list[Record]:
    """The latest version of each row that was not taken out."""
    latest = {record.key: record for record in records}
    return [record for record in latest.values() if not record.removed]
