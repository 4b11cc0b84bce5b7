"""Events on a reserve from a table, a row a lot: rows that say the same but the lot are one request, booked together.

A draw stands under its confirmation number once, so the lots of a number belong to one voucher.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ...columns import Columns
from ...errors import InputError
from ...quota.problems import Problem
from ...resources import read_facts, resource
from ...sentence import translate
from ...workbook import DisplayUnit
from ..indicators import NOTHING, Indicators
from ..requisition.table_rows import Cells, TableKind, rows_of
from .ledger import Preview, ReserveLedger
from .request import Request
from .vocabulary import Event

ASKED = (
    Event.FREEZE, Event.PROMISE, Event.UNFREEZE, Event.DRAW, Event.TRANSFER_OUT, Event.VOID, Event.REVERSE,
)  # fmt: skip
"""Events that people ask for; entries come by the import, a transfer is asked for by the holder who gives."""

_SAME = ("event", "holder", "book_date", "project", "confirmation", "doc_no", "doc_date", "reason", "to_holder", "reverses")


@dataclass(frozen=True)
class EventRows:
    """Requests in the order of their first rows; `places` names layer and feature of the first row of each."""

    requests: Sequence[Request]
    places: Sequence[tuple[str, int]] = ()

    def require_allowed(self, preview: Preview) -> None:
        """InputError, naming the row, for the first problem that refuses."""
        hard = [problem for problem in preview.problems if problem.hard]
        if not hard or not self.places:
            return
        layer, feature = self.places[hard[0].row]
        template = translate("LandLedger", "Layer {layer}, feature {feature}: {reason} Nothing was posted.")
        if len(hard) > 1:
            template = translate(
                "LandLedger", "Layer {layer}, feature {feature}: {reason} ({count} more problems.) Nothing was posted."
            )
        raise InputError(template, layer=layer, feature=feature, reason=hard[0].text, count=len(hard) - 1)

    def place_of(self, problem: Problem) -> str:
        """Where a problem is, for a message; '' where there is no table."""
        if not self.places or problem.row < 0:
            return ""
        layer, feature = self.places[problem.row]
        return f"{layer} {feature}"


@lru_cache(maxsize=1)
def event_names() -> Mapping[str, Event]:
    """Events by their codes and by the words of `resources/codes/reserve_event_names.csv`."""
    rows = read_facts(resource("codes", "reserve_event_names.csv"), ("event", "name", "source", "status"))
    return {**{each.value: each for each in ASKED}, **{row.needed("name"): Event(row.needed("event")) for row in rows}}


def holder_code(ledger: ReserveLedger, text: str, project: str = "", lot: str = "") -> str:
    """A holder by code or name, also one that has no reserve yet, as it was written where nobody has that name; where nothing was
    written that of the project, else the only one that has the lot. InputError where that is nobody."""
    books = ledger.books()
    if text:
        every = [*books.values(), *ledger.whole.books()]
        return next((book.holder for book in every if text in (book.name, book.code)), text)
    if project:
        record = ledger.projects().get(project)
        if record is None:
            template = translate("LandLedger", "The register of balanced projects has no project {project}.")
            raise InputError(template, project=project)
        return str(record.values["holder"])
    owners = {each.region for each in ledger.lots() if each.code == lot} if lot else set(books)
    if lot and not owners:
        raise InputError(translate("LandLedger", "No reserve of the ledger has the lot {lot}."), lot=lot)
    if len(owners) != 1:
        raise InputError(translate("LandLedger", "The holder is missing: say whose reserve it is."))
    return owners.pop()


def event_rows(
    ledger: ReserveLedger, columns: Columns, given_in: DisplayUnit, today: datetime.date, operator: str = ""
) -> EventRows:
    """The requests of a table, areas in `given_in`, capacity in kg; without a booking date today's.

    InputError naming the row for what makes no sense, and for a lot that stands twice in one request.
    """
    requests: list[Request] = []
    places: list[tuple[str, int]] = []
    known: dict[tuple[object, ...], int] = {}
    for text, cells in rows_of(columns, given_in, TableKind.EVENTS):
        request = _request(ledger, text, cells, today, operator)
        key = tuple(getattr(request, name) for name in _SAME)
        place = known.setdefault(key, len(requests))
        if place == len(requests):
            requests.append(request)
            places.append(cells.place)
        elif request.event is not Event.REVERSE:
            requests[place] = _joined(requests[place], request, cells)
        else:
            raise cells.refused("reverses")
    if not requests:
        raise InputError(translate("LandLedger", "The table {layer} has no rows to book."), layer=columns.name)
    return EventRows(requests, places)


def _request(ledger: ReserveLedger, text: str, cells: Cells, today: datetime.date, operator: str) -> Request:
    event = event_names().get("".join(text.split()))
    if event is None:
        raise cells.refused("event")
    project = cells.text("project")
    lot, amounts = cells.text("lot"), cells.indicators("") or NOTHING
    try:
        holder = holder_code(ledger, cells.text("holder"), project, lot)
    except InputError as error:
        layer, feature = cells.place
        template = translate("LandLedger", "Layer {layer}, feature {feature}: {reason} Nothing was posted.")
        raise InputError(template, layer=layer, feature=feature, reason=error.sentence) from error
    return Request(
        event,
        holder,
        cells.day("book_date") or today,
        {lot: amounts} if lot else {},
        project=project,
        confirmation=cells.text("confirmation"),
        doc_no=cells.text("doc_no"),
        doc_date=cells.day("doc_date"),
        reason=cells.text("reason"),
        operator=operator,
        to_holder=holder_code(ledger, cells.text("to_holder")) if cells.text("to_holder") else "",
        reverses=cells.whole("reverses"),
    )


def _joined(request: Request, more: Request, cells: Cells) -> Request:
    amounts: dict[str, Indicators] = dict(request.amounts)
    for lot, amount in more.amounts.items():
        if lot in amounts:
            layer, feature = cells.place
            template = translate("LandLedger", "Layer {layer}, feature {feature}: lot {lot} stands twice in one booking.")
            raise InputError(template, layer=layer, feature=feature, lot=lot)
        amounts[lot] = amount
    return replace(request, amounts=amounts)
