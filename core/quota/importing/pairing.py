"""Transfers and carry-overs stand twice in a journal, where quota goes and where it comes: joined into one request."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...importing.rows import SheetRows
from ...sentence import sentence, translate
from ..request import Request
from ..vocabulary import Event


@dataclass(frozen=True)
class OneSide:
    """What one row asks for: `side` 'in' (收入), 'out' (支出) or '' unknown; `contra` the other holder of a transfer;
    `to_year` of a carry-over; `file_date` the date that the row itself has."""

    row: int
    request: Request
    side: str = ""
    contra: str = ""
    to_year: int | None = None
    file_date: datetime.date | None = None


def join_sides(sides: list[OneSide], rows: SheetRows) -> tuple[list[OneSide], dict[int, int]]:
    """What is to be booked, in the order of the rows, and the rows that are the other side of one of those (row → row
    that is booked). A transfer whose other holder nobody names is a problem of its row."""
    moves = (Event.TRANSFER_OUT, Event.TRANSFER_IN, Event.CARRY_OVER)
    booked = [side for side in sides if side.request.event not in moves]
    mirrors: dict[int, int] = {}
    booked += _transfers([side for side in sides if side.request.event in moves[:2]], rows, mirrors)
    booked += _carry_overs([side for side in sides if side.request.event is Event.CARRY_OVER], mirrors)
    return sorted(booked, key=lambda side: side.row), mirrors


def _transfers(sides: Iterable[OneSide], rows: SheetRows, mirrors: dict[int, int]) -> list[OneSide]:
    coming: dict[tuple[object, ...], list[OneSide]] = {}
    going: list[OneSide] = []
    for side in sides:
        if side.request.event is Event.TRANSFER_OUT:
            going.append(side)
        else:
            coming.setdefault(_deed(side), []).append(side)
    booked = []
    # Those that name the other holder choose first.
    for giver in sorted(going, key=lambda side: not side.contra):
        waiting = coming.get(_deed(giver), [])
        fitting = [taker for taker in waiting if _answers(giver, taker)]
        if not giver.contra and len({taker.request.holder for taker in fitting if not taker.contra}) > 1:
            text = translate("LandLedger", "several rows could be the other side of this transfer; name the other holder")
            rows.problem(giver.row, "CONTRA", sentence(text))
            continue
        taker = min(fitting, key=lambda each: _distance(giver, each), default=None)
        if taker is not None:
            waiting.remove(taker)
            mirrors[taker.row] = giver.row
            source = taker.request.source
            to_source = source if source and source != giver.request.source else ""
            request = replace(giver.request, to_holder=taker.request.holder, to_source=to_source)
            booked.append(replace(giver, request=request))
        elif giver.contra:
            booked.append(replace(giver, request=replace(giver.request, to_holder=giver.contra)))
        else:
            rows.problem(giver.row, "CONTRA", sentence(translate("LandLedger", "the other holder of the transfer is missing")))
    for taker in (each for waiting in coming.values() for each in waiting):
        if taker.contra:
            request = taker.request
            turned = replace(request, event=Event.TRANSFER_OUT, holder=taker.contra, to_holder=request.holder)
            booked.append(replace(taker, request=turned))
        else:
            rows.problem(taker.row, "CONTRA", sentence(translate("LandLedger", "the other holder of the transfer is missing")))
    return booked


def _deed(side: OneSide) -> tuple[object, ...]:
    return (side.request.amount, side.request.doc_no, side.request.year)


def _answers(giver: OneSide, taker: OneSide) -> bool:
    """Whether two rows may be the two sides of one transfer."""
    one, other = giver.request.holder, taker.request.holder
    return one != other and giver.contra in ("", other) and taker.contra in ("", one)


def _distance(giver: OneSide, taker: OneSide) -> tuple[bool, bool, int, int]:
    """How unlike two sides are: named holders first, then the source, the days between, the rows between."""
    days = abs((giver.request.book_date - taker.request.book_date).days)
    return (not taker.contra, giver.request.source != taker.request.source, days, abs(giver.row - taker.row))


def _carry_overs(sides: Iterable[OneSide], mirrors: dict[int, int]) -> list[OneSide]:
    """Where it goes, year → next year; a row under 收入 is in the year that it comes to."""
    going: list[OneSide] = []
    coming: list[OneSide] = []
    for side in sides:
        if side.side == "in" and side.to_year is None:
            year = side.request.year
            coming.append(replace(side, request=replace(side.request, year=year - 1, to_year=year)))
        else:
            to_year = side.to_year or side.request.year + 1
            going.append(replace(side, request=replace(side.request, to_year=to_year)))
    waiting: dict[tuple[object, ...], list[OneSide]] = {}
    for side in going:
        waiting.setdefault(_move(side), []).append(side)
    booked = list(going)
    for side in coming:
        others = waiting.get(_move(side), [])
        if others:
            mirrors[side.row] = others.pop(0).row
        else:
            booked.append(side)
    return booked


def _move(side: OneSide) -> tuple[object, ...]:
    request = side.request
    return (request.holder, request.year, request.to_year, request.source, request.amount)
