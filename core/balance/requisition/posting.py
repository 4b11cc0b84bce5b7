"""A matching into the reserve ledger: what is settled or promised is frozen (挂钩) or drawn (核销), all of it or nothing.

Projects that are not settled are left out: they would hold parts of the reserve without being balanced. What the ledger has
frozen or drawn for a project already stays with it, and only the rest is booked.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from ...errors import InputError
from ...ledger.model import Scalar
from ...ledger.registers import load_register
from ...progress import Progress, no_progress
from ...sentence import translate
from ..demand import ProjectType
from ..indicators import NOTHING, Indicators
from ..lots import Lot
from ..reserve.background import PROJECT_REGISTER
from ..reserve.ledger import NewRow, Posted, Request, ReserveLedger
from ..reserve.vocabulary import DIMENSIONS, Event, State
from .model import Draw, Matching, Outcome, Settlement, keyed
from .words import grades_said

TYPES = {ProjectType.SINGLE: "single", ProjectType.BATCH: "town_batch"}
WAYS = {Outcome.SETTLED: "settled", Outcome.PROMISED: "promised", Outcome.UNSETTLED: "open"}


class How(Enum):
    """What is booked."""

    NONE = "none"
    FREEZE = "freeze"
    DRAW = "draw"


@dataclass(frozen=True)
class Booked:
    """What a ledger has frozen and drawn for projects, by (project, lot key)."""

    frozen: Mapping[tuple[str, str], Indicators]
    used: Mapping[tuple[str, str], Indicators]

    @property
    def together(self) -> dict[tuple[str, str], Indicators]:
        """Both."""
        places = dict.fromkeys([*self.frozen, *self.used])
        return {
            place: self.frozen.get(place, NOTHING).plus(self.used.get(place, NOTHING)) for place in sorted(places)
        }

    def freed(self, lots: Iterable[Lot]) -> list[Lot]:
        """Lots as if nothing were booked for these projects."""
        found = []
        for key, lot in keyed(lots).items():
            frozen, used = (
                Indicators.total(amounts for (_, of), amounts in part.items() if of == key)
                for part in (self.frozen, self.used)
            )
            found.append(replace(lot, frozen=lot.frozen.minus(frozen), used=lot.used.minus(used)))
        return found


def booked_of(ledger: ReserveLedger, projects: Iterable[str]) -> Booked:
    """What the ledger has frozen and drawn for the projects."""
    wanted = set(projects)
    holders = {book.code: holder for holder, book in ledger.books().items()}
    keys = {(lot.region, lot.code): key for key, lot in keyed(ledger.lots()).items()}
    found: dict[str, dict[tuple[str, str], list[int]]] = {State.FROZEN.value: {}, State.USED.value: {}}
    balances = ledger.store.balances(list(holders)) if holders else {}
    for (account, dimension), amount in balances.items():
        if amount and account.state in found and account.project in wanted:
            place = (account.project, keys[holders[account.book], account.source])
            found[account.state].setdefault(place, [0, 0, 0])[DIMENSIONS.index(dimension)] += amount
    frozen, used = (
        {place: Indicators(*amounts) for place, amounts in found[state.value].items()}
        for state in (State.FROZEN, State.USED)
    )
    return Booked(frozen, used)


@dataclass(frozen=True)
class Order:
    """How a matching is booked: confirmation numbers by project (of draws), document of the land approval, day, operator."""

    how: How
    day: datetime.date
    confirmations: Mapping[str, str]
    doc_no: str = ""
    operator: str = ""


def parse_confirmations(text: str | None, matching: Matching) -> dict[str, str]:
    """Confirmation numbers by project: `P01=QR1; P02=QR2`, or one number where a single project is to be booked.

    InputError for one number where there are several projects: the ledger draws once under a number.
    """
    ready = [each.demand.code for each in matching.settlements if each.outcome is not Outcome.UNSETTLED]
    given = (text or "").translate(str.maketrans("；＝", ";=")).replace("\n", ";")
    parts = [part.strip() for part in given.split(";") if part.strip()]
    if len(parts) == 1 and "=" not in parts[0]:
        if len(ready) > 1:
            template = translate(
                "LandLedger",
                "CONFIRMATION: {count} projects are to be booked; give each its number, as in P01=QR1;P02=QR2.",
            )
            raise InputError(template, count=len(ready))
        return dict.fromkeys(ready, parts[0])
    found = {}
    known = {each.demand.code for each in matching.settlements}
    for part in parts:
        project, equals, number = (side.strip() for side in part.partition("="))
        if not equals or not number or project not in known:
            template = translate("LandLedger", "CONFIRMATION: “{part}” is no project of the run with its number.")
            raise InputError(template, part=part)
        found[project] = number
    return found


def post_matching(
    ledger: ReserveLedger, matching: Matching, booked: Booked, order: Order, progress: Progress = no_progress
) -> Posted:
    """Book what is settled or promised; Refused with all problems where the ledger does not take it. What is booked already is
    left as it is, its row in the register, too.

    InputError where a project draws from another county: that has to be transferred (调剂) into its reserve first.
    """
    requests: list[Request] = []
    rows: list[NewRow] = []
    projects = ledger.projects()
    for each in matching.settlements:
        if each.outcome is Outcome.UNSETTLED:
            continue
        own = [draw for draw in matching.draws if draw.project == each.demand.code]
        for draw in own:
            if draw.other_county:
                template = translate(
                    "LandLedger",
                    "Project {project} draws from lot {lot} of another county: transfer it into the reserve of its county first.",
                )
                raise InputError(template, project=draw.project, lot=draw.lot)
        asked = list(_requests(each, own, matching, booked, order))
        row = _register_row(each, order)
        former = projects.get(each.demand.code)
        if former is not None and not asked:
            row = _still(row, former.values)
        if former is None or former.values != load_register(PROJECT_REGISTER).checked(row):
            rows.append(NewRow(PROJECT_REGISTER, row))
        requests += asked
    return ledger.post(requests, progress, rows, order.operator)


def _requests(
    each: Settlement, own: Sequence[Draw], matching: Matching, booked: Booked, order: Order
) -> Iterator[Request]:
    """At most one request to freeze, promise or draw for a project."""
    event = Event.FREEZE if order.how is How.FREEZE else Event.DRAW
    for promised in (False, True):
        amounts = {}
        for draw in own:
            if draw.promised is not promised:
                continue
            place = (draw.project, draw.lot)
            less = booked.used.get(place, NOTHING)
            if promised or order.how is How.FREEZE:
                less = less.plus(booked.frozen.get(place, NOTHING))
            rest = draw.amounts.minus(less)
            if rest != NOTHING:
                amounts[matching.lots[draw.lot].code] = rest
        if amounts:
            yield Request(
                Event.PROMISE if promised else event,
                each.demand.region,
                order.day,
                amounts,
                project=each.demand.code,
                confirmation="" if promised else order.confirmations.get(each.demand.code, ""),
                doc_no=order.doc_no,
                operator=order.operator,
            )


_OF_BOOKING = ("confirmation", "doc_no", "frozen")


def _still(row: Mapping[str, object], former: Mapping[str, Scalar]) -> dict[str, object]:
    """A row with the numbers and the day under which the project was booked before, as nothing more is."""
    kept = {key: former[key] for key in _OF_BOOKING if former.get(key) is not None}
    return {**{key: value for key, value in row.items() if key not in _OF_BOOKING}, **kept}


def _register_row(each: Settlement, order: Order) -> dict[str, object]:
    """The row of the register of balanced projects."""
    demand = each.demand
    row: dict[str, object] = {
        "code": demand.code,
        "name": demand.name,
        "holder": demand.region,
        "type": TYPES[demand.kind],
        "effective": None if demand.effective is None else demand.effective.isoformat(),
        "need_quantity": demand.need.quantity,
        "need_paddy": demand.need.paddy,
        "need_capacity": demand.need.capacity,
        "by_grade": grades_said(demand.by_grade),
        "grade_system": demand.system.value,
        "confirmation": order.confirmations.get(demand.code, ""),
        "way": WAYS[each.outcome],
        "doc_no": order.doc_no,
        "frozen": order.day.isoformat(),
        "note": demand.note,
    }
    return {key: value for key, value in row.items() if value not in (None, "")}
