"""Rows of a journal of quota (流水账) → requests of the ledger."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from ...importing.cells import Remembering, read_amount, read_date, read_text, read_year
from ...importing.fields import CellKind
from ...importing.names import bare_word, near_words
from ...importing.rows import SheetRows, need_columns
from ...importing.sums import check_sums, said
from ...progress import Progress, no_progress, part_of
from ...sentence import Sentence, sentence, translate
from ...workbook.cell_text import shown
from ..request import Request
from ..vocabulary import ADVANCE_SOURCE, Event, QuotaAmount
from .choices import Choices, LedgerNames
from .pairing import OneSide, join_sides
from .words import EventWord

AREAS = ("AREA_IN", "AREA_OUT", "AREA", "AGRICULTURAL", "CULTIVATED")
_APPROVED_BY = frozenset({Event.USE, Event.CLEAR})
_TWO_SIDED = frozenset({Event.TRANSFER_OUT, Event.TRANSFER_IN, Event.CARRY_OVER})
_OF_A_SOURCE = frozenset({Event.OPENING, Event.ISSUE, Event.REPAY, Event.RECLAIM, Event.CLEAR, *_TWO_SIDED})
_ROWS_A_STEP = 1000

REQUEST_FIELDS = {
    "holder": ("HOLDER", "HOLDER_CODE"), "year": ("YEAR",), "source": ("SOURCE",), "event": ("EVENT",),
    "project": ("PROJECT", "PROJECT_NAME"), "doc_no": ("DOC_NO",), "doc_date": ("DOC_DATE",),
    "book_date": ("BOOK_DATE", "DOC_DATE"), "approval": ("APPROVAL", "DOC_NO"), "amount": ("AREA_IN", "AREA_OUT", "AREA"),
    "to_holder": ("CONTRA",), "to_source": ("SOURCE",), "to_year": ("TO_YEAR", "YEAR"), "operator": ("OPERATOR",),
    "reason": ("REASON",),
}  # fmt: skip
"""Where a field of a request stands in the table: the first of these fields that has a column."""


@dataclass
class ReadVouchers:
    """`requests` in the order they are to be posted, with the row each stands on. `mirrors`: rows that are the other side
    of a transfer or carry-over, with the row that is booked; `other_sides` the same by the marks of the rows, the booked
    one first: a request is known by either. `sides` are the rows as the file has them."""

    rows: SheetRows
    requests: list[Request] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    mirrors: dict[int, int] = field(default_factory=dict)
    other_sides: dict[str, str] = field(default_factory=dict)
    sides: list[OneSide] = field(default_factory=list)
    sums_compared: int = 0


def read_vouchers(
    rows: SheetRows, names: LedgerNames, choices: Choices, progress: Progress = no_progress
) -> ReadVouchers:
    """Read all rows; what is wrong with a cell is listed in `rows.problems`.

    InputError where a column is missing that no row can do without, or no unit of area is written or chosen.
    """
    need_columns(rows)
    reading = _VoucherReading(rows, names, choices)
    sides = _with_origins(reading.sides(part_of(progress, 0.0, 0.9)))
    booked, mirrors = join_sides(sides, rows)
    ordered = _in_order(booked)
    found = ReadVouchers(rows, mirrors=mirrors, sums_compared=reading.sums_compared)
    found.sides = sides
    found.numbers = [side.row for side in ordered]
    found.requests = [side.request for side in ordered]
    origin_of = {side.row: side.request.origin for side in sides}
    found.other_sides = {origin_of[booked]: origin_of[mirror] for mirror, booked in mirrors.items()}
    progress(1.0)
    return found


class _VoucherReading:
    """The columns first, each different cell once; then row by row."""

    def __init__(self, rows: SheetRows, names: LedgerNames, choices: Choices) -> None:
        self.rows, self.names, self.choices = rows, names, choices
        self.sums_compared = 0
        self._bad: set[int] = set()
        self._wrong: set[tuple[int, str]] = set()
        self._near: dict[tuple[str, str], Sentence] = {}

    def sides(self, progress: Progress) -> list[OneSide]:
        """What each row asks for, rows with a fault left out."""
        columns = self._columns(part_of(progress, 0.0, 0.5))
        amounts = {name: [value or 0 for value in columns[name]] for name in AREAS if name in self.rows.assignment.columns}
        self.sums_compared = check_sums(self.rows, amounts)
        self._signed = self._signs(columns)
        found = []
        count = len(self.rows.data)
        for place, row in enumerate(self.rows.data):
            if not place % _ROWS_A_STEP:
                progress(0.5 + 0.5 * place / count)
            side = self._side(row, {name: values[place] for name, values in columns.items()})
            if side is not None and row not in self._bad:
                found.append(side)
        return found

    # -------------------------------------------------------------------------------------------------------- columns

    def _columns(self, progress: Progress) -> dict[str, list[Any]]:
        fields = self.rows.assignment.fields
        columns: dict[str, list[Any]] = {}
        for done, name in enumerate(fields):
            progress(done / len(fields))
            if fields[name].kind not in (CellKind.IGNORE, CellKind.REFUSE):
                columns[name] = self._column(name, fields[name].kind)
        return columns

    def _column(self, name: str, kind: CellKind) -> list[Any]:
        column = self.rows.assignment.columns.get(name)
        if column is None:
            return [None] * len(self.rows.data)
        read = Remembering(self._reader(kind, column))
        values = []
        uncached = self.rows.grid.uncached
        for row in self.rows.data:
            value = read(self.rows.raw(row, name))
            if uncached and (row, column) in uncached:
                value = sentence(translate("LandLedger", "the formula has no stored result; open and save the file"))
            if isinstance(value, Sentence):
                self._fault(row, name, value)
                value = None
            values.append(value)
        return values

    def _reader(self, kind: CellKind, column: int) -> Any:
        if kind is CellKind.AREA:
            return partial(read_amount, factor=self.rows.assignment.unit_of(column))
        if kind is CellKind.DATE:
            return partial(read_date, day_zero=self.rows.grid.day_zero)
        return read_year if kind is CellKind.YEAR else read_text

    def _fault(self, row: int, name: str, text: Sentence, rule: str = "input") -> None:
        self.rows.problem(row, name, text, rule=rule)
        self._bad.add(row)
        self._wrong.add((row, name))

    def _signs(self, columns: dict[str, list[Any]]) -> bool:
        """Whether a single column of amounts writes 支出 with a minus."""
        return any(value is not None and value < 0 for value in columns["AREA"])

    # ----------------------------------------------------------------------------------------------------------- rows

    def _side(self, row: int, cells: dict[str, Any]) -> OneSide | None:
        amount, side, at = self._amount(row, cells)
        means = self._event(row, cells, side, at)
        if means is None or amount is None:
            # What else is wrong with the row is told all the same.
            self._holder(row, cells)
            return None
        holder = self._holder(row, cells)
        date = self._date(row, cells)
        year = cells["YEAR"] or self.choices.year
        if not year and not self._blamed(row, "YEAR"):
            self._fault(row, "YEAR", sentence(translate("LandLedger", "the quota year is missing")))
        source = self._source(row, cells, means)
        project = self._project(row, cells, holder)
        contra = self._contra(row, cells) if means.event in _TWO_SIDED else ""
        if row in self._bad:
            return None
        doc_no = cells["DOC_NO"] or ""
        approval = cells["APPROVAL"] or (doc_no if means.event in _APPROVED_BY else "")
        request = Request(
            means.event, holder, date, amount, year, source, project, doc_no, cells["DOC_DATE"], approval,
            cells["REASON"] or "", cells["OPERATOR"] or self.choices.operator,
        )  # fmt: skip
        return OneSide(row, request, side, contra, cells["TO_YEAR"], cells["BOOK_DATE"] or cells["DOC_DATE"])

    def _amount(self, row: int, cells: dict[str, Any]) -> tuple[QuotaAmount | None, str, str]:
        """The amount, the side it stands on ('' where a single column does not say), and the field it stands in."""
        received, spent, single = (cells[name] or 0 for name in ("AREA_IN", "AREA_OUT", "AREA"))
        if received and spent:
            self._fault(row, "AREA_OUT", sentence(translate("LandLedger", "a row has either income or expenditure, not both")))
            return None, "", ""
        at = "AREA_IN" if received else "AREA_OUT" if spent else "AREA"
        total = received or spent or single
        if not total:
            at = next((name for name in ("AREA_IN", "AREA_OUT", "AREA") if name in self.rows.assignment.columns), at)
            if not any(self._blamed(row, name) for name in ("AREA_IN", "AREA_OUT", "AREA")):
                self._fault(row, at, sentence(translate("LandLedger", "the row has no amount")))
            return None, "", at
        if at != "AREA" and total < 0:
            text = translate("LandLedger", "an amount below zero: reverse the voucher in the ledger instead (红字冲销)")
            self._fault(row, at, sentence(text))
            return None, "", at
        side = {"AREA_IN": "in", "AREA_OUT": "out"}.get(at, "out" if total < 0 else "in" if self._signed else "")
        return self._parts(row, cells, total), side, at

    def _parts(self, row: int, cells: dict[str, Any], total: int) -> QuotaAmount | None:
        """With the parts of which it is said that they are in it; H3."""
        sign = -1 if total < 0 else 1
        cultivated = sign * (cells["CULTIVATED"] or 0)
        known = "AGRICULTURAL" in self.rows.assignment.columns
        agricultural = sign * (cells["AGRICULTURAL"] or 0) if known else cultivated
        if known and cells["AGRICULTURAL"] is None and cultivated and not self._blamed(row, "AGRICULTURAL"):
            text = translate("LandLedger", "cultivated land is given but not the agricultural land it is part of")
            self._fault(row, "AGRICULTURAL", sentence(text), "H3")
            return None
        amount = QuotaAmount(sign * total, agricultural, cultivated)
        if amount.nested:
            return amount
        template = translate("LandLedger", "{part} is more than {whole} of which it is a part")
        over = amount.agricultural > amount.total
        part, whole = (amount.agricultural, amount.total) if over else (amount.cultivated, amount.agricultural)
        if part < 0 or cultivated < 0:
            self._fault(row, "CULTIVATED", sentence(translate("LandLedger", "a part of the amount has the other sign")), "H3")
            return None
        text_of = sentence(template, part=said(part), whole=said(whole))
        self._fault(row, "AGRICULTURAL" if over and known else "CULTIVATED", text_of, "H3")
        return None

    def _event(self, row: int, cells: dict[str, Any], side: str, at: str) -> EventWord | None:
        word = cells["EVENT"]
        if word is None:
            if not self._blamed(row, "EVENT"):
                self._fault(row, "EVENT", sentence(translate("LandLedger", "the kind of business is missing")))
            return None
        meanings = self._meanings(word)
        if not meanings:
            words = self.names.words.events
            self._unknown(row, "EVENT", translate("LandLedger", "unknown kind of business “{value}”"), word, list(words))
            return None
        fitting = [means for means in meanings if not means.side or not side or means.side == side]
        if len(meanings) > 1 and len(fitting) > 1 and not side:
            text = translate("LandLedger", "“{value}” does not say whether quota comes or goes; write which it is")
            self._fault(row, "EVENT", sentence(text, value=word))
            return None
        if not fitting:
            income = translate("LandLedger", "“{value}” is income and stands as expenditure")
            spending = translate("LandLedger", "“{value}” is expenditure and stands as income")
            self._fault(row, at, sentence(income if meanings[0].side == "in" else spending, value=word))
            return None
        if fitting[0].event is Event.REVERSE:
            text = translate("LandLedger", "a reversal can't be imported: reverse the voucher in the ledger")
            self._fault(row, "EVENT", sentence(text))
            return None
        return fitting[0]

    def _meanings(self, word: str) -> Sequence[EventWord]:
        events = self.names.words.events
        bare = bare_word(word)
        return events.get(bare) or events.get(bare.partition("(")[0]) or ()

    def _holder(self, row: int, cells: dict[str, Any]) -> str:
        found = ""
        for name in ("HOLDER_CODE", "HOLDER"):
            text = cells[name]
            if text is None:
                continue
            code = self.names.holders.find(text)
            if not code:
                near = self.names.holders.near(text)
                self._unknown(row, name, translate("LandLedger", "unknown holder “{value}”"), text, near)
            elif found and code != found:
                self._fault(row, name, sentence(translate("LandLedger", "code and name are of different holders")))
            found = found or code
        if not found and not self._blamed(row, "HOLDER") and not self._blamed(row, "HOLDER_CODE"):
            found = self.choices.holder
            if not found:
                self._fault(row, "HOLDER", sentence(translate("LandLedger", "the holder is missing")))
        return found

    def _contra(self, row: int, cells: dict[str, Any]) -> str:
        text = cells["CONTRA"]
        code = self.names.holders.find(text) if text else ""
        if text and not code:
            near = self.names.holders.near(text)
            self._unknown(row, "CONTRA", translate("LandLedger", "unknown holder “{value}”"), text, near)
        return code

    def _date(self, row: int, cells: dict[str, Any]) -> datetime.date:
        date = cells["BOOK_DATE"] or self.choices.book_date or cells["DOC_DATE"]
        if date is None and not self._blamed(row, "BOOK_DATE") and not self._blamed(row, "DOC_DATE"):
            self._fault(row, "BOOK_DATE", sentence(translate("LandLedger", "the booking date is missing")))
        return date or datetime.date.min

    def _source(self, row: int, cells: dict[str, Any], means: EventWord) -> str:
        text = cells["SOURCE"]
        if text is None:
            if not means.source and means.event in _OF_A_SOURCE and not self._blamed(row, "SOURCE"):
                self._fault(row, "SOURCE", sentence(translate("LandLedger", "the quota source is missing")))
            return means.source
        code = self.names.sources.find(text)
        if not code:
            near = [self.names.sources.name(code) for code in self.names.sources.codes()]
            near = self.names.sources.near(text) or near_words(text, near)
            self._unknown(row, "SOURCE", translate("LandLedger", "unknown quota source “{value}”"), text, near)
        elif means.source and code != means.source:
            template = translate("LandLedger", "the kind of business says {one}, the source {other}")
            one, other = self.names.sources.name(means.source), self.names.sources.name(code)
            self._fault(row, "SOURCE", sentence(template, one=one, other=other))
        # An advance has no source of its own: that it is one is all that “预支” in this column says.
        return "" if means.event is Event.ADVANCE and code == ADVANCE_SOURCE else code

    def _project(self, row: int, cells: dict[str, Any], holder: str) -> str:
        code, name = cells["PROJECT"], cells["PROJECT_NAME"]
        if code is None and name is None:
            return ""
        projects = self.names.projects
        found = projects.find(code if code is not None else name)
        if found:
            if code is not None and name is not None and projects.find(name) != found:
                text = translate("LandLedger", "project {code} is called {name} in the register")
                self.rows.problem(row, "PROJECT_NAME", sentence(text, code=found, name=projects.name(found)), hard=False)
            return found
        at = "PROJECT" if code is not None else "PROJECT_NAME"
        if name is not None and code is None and bare_word(name) in projects.doubled:
            text = translate("LandLedger", "several projects are called “{value}”; give the code")
            self._fault(row, at, sentence(text, value=name))
            return ""
        if self.choices.create_projects and holder:
            return self.names.new_project(code or "", name or "", holder)
        text = translate("LandLedger", "unknown project “{value}”")
        self._unknown(row, at, text, code if code is not None else name, projects.near(name or code))
        return ""

    def _blamed(self, row: int, name: str) -> bool:
        """Whether the cell of a field has been found wrong: it is not missing then."""
        return (row, name) in self._wrong

    def _unknown(self, row: int, name: str, template: str, value: str, near: Sequence[str]) -> None:
        """An unknown word, with those that are like it."""
        key = (name, value)
        if key not in self._near:
            if name == "EVENT":
                near = near_words(value, near)
            what = sentence(template, value=shown(value))
            like = translate("LandLedger", "{what}; did you mean {near}?")
            self._near[key] = sentence(like, what=what, near="、".join(near[:3])) if near else what
        self._fault(row, name, self._near[key])


def _in_order(sides: list[OneSide]) -> list[OneSide]:
    """By booking date; on one day as in the file, or the other way round where the file has the newest first."""
    dates = [side.request.book_date for side in sides]
    falls = sum(one > other for one, other in zip(dates, dates[1:]))
    rises = sum(one < other for one, other in zip(dates, dates[1:]))
    if falls and not rises:
        sides = sides[::-1]
    return sorted(sides, key=lambda side: side.request.book_date)


def _with_origins(sides: list[OneSide]) -> list[OneSide]:
    """Each row with the mark by which it is known again: what it says, without file, place, operator and reason, and which
    of several equal rows it is."""
    seen: dict[str, int] = {}
    found = []
    for side in sides:
        request, date = side.request, side.file_date
        told = (
            request.event.value, request.holder, request.year, request.source, request.project, request.doc_no,
            request.approval, "" if date is None else date.isoformat(),
            "" if request.doc_date is None else request.doc_date.isoformat(), *request.amount, side.to_year or "",
        )  # fmt: skip
        mark = hashlib.sha256("\x1f".join(map(str, told)).encode()).hexdigest()[:32]
        seen[mark] = seen.get(mark, 0) + 1
        found.append(replace(side, request=replace(request, origin=f"row:{mark}:{seen[mark]}")))
    return found
