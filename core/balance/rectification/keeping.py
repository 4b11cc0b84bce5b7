"""Spots and acts in the registers of a ledger: versions, never overwritten, so partial rectification adds up over years.

An act is known by its own number, else by spot, way, day and patch. The same act again with the same words enters
nothing; with others it is the next version of itself. Acts that are not given again stay.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...area import Area
from ...errors import InputError
from ...ledger.model import Record, Scalar
from ...ledger.registers import load_register
from ...sentence import translate
from ...store import Store
from .fields import SpotRows
from .model import WAY_NAMES, Act, Spot, Way

SPOT_REGISTER, ACT_REGISTER = "rectification_spot", "rectification_act"


@dataclass(frozen=True)
class Kept:
    """What the ledger holds together with what was given: `spots` and `acts`; how many rows of each were new, changed,
    the same."""

    spots: Sequence[Spot]
    acts: Sequence[Act]
    new: int = 0
    changed: int = 0
    same: int = 0


def with_numbers(acts: Sequence[Act]) -> list[Act]:
    """The acts, each with a number: its own, else one made of what it is. InputError for an act without number and day,
    which could not be told from the next of its kind, and for a number that stands twice."""
    numbered: list[Act] = []
    seen: set[str] = set()
    for act in acts:
        if not act.number and act.date is None:
            template = translate(
                "LandLedger", "Spot {spot}: an act that the ledger shall keep needs a number or a day."
            )
            raise InputError(template, spot=act.spot)
        day = act.date.isoformat() if act.date else ""
        number = act.number or ":".join((act.spot, act.way.value, day, act.patch))
        if number in seen:
            raise _given_twice(act, number)
        seen.add(number)
        numbered.append(replace(act, number=number))
    return numbered


def _given_twice(act: Act, number: str) -> InputError:
    """A number that is made of what the act is is no word for a person."""
    if act.number:
        template = translate("LandLedger", "Spot {spot}: the act {number} is given twice; number the acts.")
        return InputError(template, spot=act.spot, number=number)
    template = translate("LandLedger", "Spot {spot}: two acts of one day and way ({way}, {day}) are given; number the acts.")
    return InputError(template, spot=act.spot, way=WAY_NAMES[act.way], day=act.date.isoformat() if act.date else "")


def joined(store: Store, spots: Sequence[Spot], acts: Sequence[Act]) -> Kept:
    """What the ledger holds with what is given laid over it; nothing is written. InputError as `with_numbers` raises it."""
    given = with_numbers(acts)
    old_spots = {record.key: record for record in store.records(SPOT_REGISTER)}
    old_acts = {record.key: record for record in store.records(ACT_REGISTER)}
    new, changed, same = _compared(old_spots, old_acts, spots, given)
    by_number = {spot.number: spot for spot in spots}
    by_act = {act.number: act for act in given}
    all_spots = [by_number.pop(key) if key in by_number else _spot(record.values) for key, record in old_spots.items()]
    all_acts = [by_act.pop(key) if key in by_act else _act(record.values) for key, record in old_acts.items()]
    return Kept([*all_spots, *by_number.values()], [*all_acts, *by_act.values()], new, changed, same)


def keep(store: Store, spots: Sequence[Spot], acts: Sequence[Act], operator: str) -> Kept:
    """Enter what is given, all or nothing; what stands there already in the same words is left as it is."""
    given = with_numbers(acts)
    books = [book.code for book in store.books()]
    if not books:
        raise InputError(translate("LandLedger", "The ledger {ledger} has no books."), ledger=store.label)
    holders = {**_holders(store), **{spot.number: spot.county_code for spot in spots}}
    rows = [(SPOT_REGISTER, _spot_values(spot), spot.number) for spot in spots]
    rows += [(ACT_REGISTER, _act_values(act), act.spot) for act in given]
    ready = []
    for register, values, spot in rows:
        declared = load_register(register)
        checked = declared.checked(values)
        holder = holders.get(spot, "")
        ready.append((register, declared.key_of(checked), holder if holder in books else books[0], checked))
    with store.writing({book for _, _, book, _ in ready} or set(books[:1])) as writing:
        before = joined(store, spots, given)
        known = {(name, record.key): record for name in (SPOT_REGISTER, ACT_REGISTER) for record in store.records(name)}
        for register, key, book, checked in ready:
            old = known.get((register, key))
            if old is None or dict(old.values) != checked:
                writing.put(register, key, old.book if old else book, checked, operator)
    return before


def _holders(store: Store) -> dict[str, str]:
    return {record.key: record.book for record in store.records(SPOT_REGISTER)}


def _compared(
    spots: Mapping[str, Record], acts: Mapping[str, Record], new_spots: Sequence[Spot], new_acts: Sequence[Act]
) -> tuple[int, int, int]:
    """How many rows are new, changed, the same."""
    pairs = [(spots.get(spot.number), SPOT_REGISTER, _spot_values(spot)) for spot in new_spots]
    pairs += [(acts.get(act.number), ACT_REGISTER, _act_values(act)) for act in new_acts]
    counts = [0, 0, 0]
    for old, register, values in pairs:
        if old is None:
            counts[0] += 1
        else:
            counts[2 if dict(old.values) == load_register(register).checked(values) else 1] += 1
    return counts[0], counts[1], counts[2]


def _spot_values(spot: Spot) -> dict[str, object]:
    return {
        "spot_no": spot.number, "county": spot.county, "holder": spot.county_code, "township": spot.township,
        "village": spot.village, "class_before": spot.class_before, "class_after": spot.class_after,
        "outflow": spot.outflow, "due": spot.due, "year": spot.year, "case": spot.case, "prime": spot.prime,
        "exemption": spot.exemption, "closed": spot.closed, "evidence": spot.evidence,
    }  # fmt: skip


def _act_values(act: Act) -> dict[str, object]:
    return {
        "act_no": act.number, "spot_no": act.spot, "way": act.way.value, "area": act.area, "patch": act.patch,
        "patch_area": act.patch_area, "plan_no": act.plan_no, "date": act.date, "class_after": act.class_after,
        "evidence": act.evidence,
    }  # fmt: skip


def _spot(values: Mapping[str, Scalar]) -> Spot:
    year = values.get("year")
    return Spot(
        _text(values, "spot_no"), _area(values, "outflow"), _area(values, "due"), _text(values, "county"),
        _text(values, "holder"), _text(values, "township"), _text(values, "village"), _text(values, "class_before"),
        _text(values, "class_after"), int(year) if year is not None else None, _text(values, "case"),
        bool(values.get("prime")), _text(values, "exemption"), _day(values, "closed"), _text(values, "evidence"),
    )  # fmt: skip


def _act(values: Mapping[str, Scalar]) -> Act:
    whole = values.get("patch_area")
    return Act(
        _text(values, "spot_no"), Way(values["way"]), _area(values, "area"), _text(values, "patch"),
        Area(int(whole)) if whole is not None else None, _text(values, "plan_no"), _day(values, "date"),
        _text(values, "evidence"), _text(values, "class_after"), _text(values, "act_no"),
    )  # fmt: skip


def _text(values: Mapping[str, Scalar], name: str) -> str:
    return str(values.get(name) or "")


def _area(values: Mapping[str, Scalar], name: str) -> Area:
    return Area(int(values.get(name) or 0))


def _day(values: Mapping[str, Scalar], name: str) -> datetime.date | None:
    value = values.get(name)
    return datetime.date.fromisoformat(str(value)) if value else None


def acts_that_count(rows: SpotRows, acts: Sequence[Act] | None, store: Store | None = None) -> list[Act]:
    """The acts of a run: those given, else what the fields of the spots say. A spot whose acts the ledger holds one by one
    has them only: its fields are the same once more, and are compared."""
    if acts is not None:
        return list(acts)
    if store is None:
        return list(rows.acts)
    own = {act.number for act in rows.acts}
    singly = {str(record.values["spot_no"]) for record in store.records(ACT_REGISTER) if record.key not in own}
    return [act for act in rows.acts if act.spot not in singly]
