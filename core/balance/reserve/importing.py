"""An import of the reserve from end to end: read a sheet, check it against the ledger, enter all of it or nothing.

A lot that is in the ledger with the same original amounts is known and stays as it is: the same file twice enters nothing
twice, and of a file that has grown only the new lots are entered.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from ...errors import InputError
from ...importing.assignment import Assignment
from ...importing.names import Names
from ...importing.problems import CellProblem
from ...importing.rows import SheetRows, rows_below
from ...progress import Progress, no_progress, part_of
from ...quota.subjects import Holder, subject_of
from ...rules import Rules
from ...sentence import sentence, translate
from ...store import Store
from ...workbook.grid import Grid
from ..indicators import Indicators
from ..lots import Lot
from .background import LOT_REGISTER
from .founding import found_reserve, lacking_reserve
from .ledger import NewLot, NewRow, Posted, ReserveLedger
from .reading import LotChoices, ReadLots, SheetLot, read_lots
from .rules import amounts_text


@dataclass
class CheckedLots:
    """A sheet that was read and checked. `new` are the lots that would be entered, `known` the rows of those that are in
    the ledger; the sums are those of the new ones."""

    read: ReadLots
    book_date: datetime.date
    new: list[SheetLot] = field(default_factory=list)
    known: list[SheetLot] = field(default_factory=list)

    @property
    def rows(self) -> SheetRows:
        """The rows of the sheet, with what was found."""
        return self.read.rows

    @property
    def problems(self) -> list[CellProblem]:
        """Everything that was found, by row and column."""
        return self.rows.problems

    @property
    def refused(self) -> bool:
        """Whether the file can't be entered as it is."""
        return any(problem.hard for problem in self.problems)

    @property
    def original(self) -> Indicators:
        """What the new lots had."""
        return Indicators.total(lot.original for lot in self.new)

    @property
    def used(self) -> Indicators:
        """What of them was drawn before."""
        return Indicators.total(lot.used for lot in self.new)

    @property
    def expired(self) -> int:
        """How many lots are no longer valid."""
        return sum(problem.rule == "R2" for problem in self.problems)


def holder_names(store: Store) -> Names:
    """Whoever may hold a reserve, by code, name and short name: the holders of all books of the ledger."""
    known = {record.key: subject_of(Holder, record.values) for record in store.records("holder")}
    holders = {book.holder: known.get(book.holder) or Holder(book.holder, book.name) for book in store.books()}
    names = Names({code: holder.name for code, holder in holders.items()}, short=True)
    names.also((holder.short, code) for code, holder in holders.items())
    return names


def check_lots(
    store: Store, rules: Rules, grid: Grid, assignment: Assignment, choices: LotChoices, book_date: datetime.date | None = None,
    progress: Progress = no_progress,
) -> CheckedLots:  # fmt: skip
    """Read and check against the ledger and the rules; writes nothing. `book_date` is the day of booking, today for None.

    InputError where the columns or a unit are not known, for a holder the ledger does not have.
    """
    rows = rows_below(grid, assignment, part_of(progress, 0.0, 0.1))
    names = holder_names(store)
    if choices.holder:
        code = names.find(choices.holder)
        if not code:
            raise InputError(translate("LandLedger", "The ledger has no holder {holder}."), holder=choices.holder)
        choices = replace(choices, holder=code)
    ledger = ReserveLedger(store, rules, lambda: choices.today)
    policy = ledger.policy
    choices = replace(choices, grade_missing_hard=policy.grade_missing_hard, validity_years=policy.validity_years)
    _tell_units(rows)
    read = read_lots(rows, names, choices, part_of(progress, 0.1, 0.7))
    checked = CheckedLots(read, book_date or choices.today)
    if checked.book_date > choices.today:
        raise InputError(
            translate("LandLedger", "The booking date {book_date} lies in the future."), book_date=checked.book_date.isoformat()
        )
    _sort_out(checked, ledger)
    rows.problems.sort(key=lambda problem: (problem.row, problem.column, not problem.hard))
    progress(1.0)
    return checked


def _tell_units(rows: SheetRows) -> None:
    """A unit that was chosen against the one that is written."""
    chosen = rows.assignment.chosen_unit
    if chosen and rows.assignment.written_units - {chosen}:
        text = translate("LandLedger", "the sheet names another unit of area than the one that was chosen and is used")
        rows.problem(rows.assignment.top, "", sentence(text), hard=False, rule="unit")
    weight = rows.assignment.chosen_kilograms
    written = {each.kilograms for each in rows.assignment.headings} | {rows.assignment.kilograms}
    if weight and written - {None, weight}:
        text = translate("LandLedger", "the sheet names another unit of capacity than the one that was chosen and is used")
        rows.problem(rows.assignment.top, "", sentence(text), hard=False, rule="unit")


def _sort_out(checked: CheckedLots, ledger: ReserveLedger) -> None:
    """New lots, and those that are in the ledger: one with other original amounts can't be the same."""
    kept: Mapping[tuple[str, str], Lot] = {(lot.region, lot.code): lot for lot in ledger.lots()}
    for lot in checked.read.lots:
        there = kept.get(lot.key)
        if there is None:
            checked.new.append(lot)
        elif there.original != lot.original:
            text = translate("LandLedger", "the lot is in the reserve with other original amounts: {kept}")
            checked.rows.problem(lot.row, "CODE", sentence(text, kept=amounts_text(there.original)))
        else:
            checked.known.append(lot)
            if there.used != lot.used:
                text = translate("LandLedger", "the lot is in the reserve; there {kept} is drawn, draws are booked one by one")
                checked.rows.problem(lot.row, "CODE", sentence(text, kept=amounts_text(there.used)), hard=False)


def enter_lots(
    store: Store, rules: Rules, checked: CheckedLots, operator: str, links: Mapping[tuple[str, str], tuple[str, str]] | None = None,
    progress: Progress = no_progress,
) -> Posted:  # fmt: skip
    """Enter what was checked, all or nothing; holders without a reserve book get one. `links` are the layer and the feature
    of lots by holder and code, of known ones, too.

    InputError (with the first problem) where it is not sound; Refused where the ledger changed since.
    """
    if checked.refused:
        hard = [problem for problem in checked.problems if problem.hard]
        raise InputError(
            translate("LandLedger", "{first} ({count} cells are wrong.) Nothing was posted."),
            first=hard[0].sentence, count=len(hard),
        )  # fmt: skip
    links = links or {}
    ledger = ReserveLedger(store, rules, lambda: checked.book_date)
    lacking = lacking_reserve(store, {lot.key[0] for lot in checked.new})
    if lacking:
        found_reserve(store, lacking)
    marks = _marks(checked.new, store.origins)
    new = [
        NewLot(_linked(lot.values, links.get(lot.key)), lot.original, lot.used, marks[lot.key]) for lot in checked.new
    ]
    requests, rows = ledger.entry_requests(new, checked.book_date, operator)
    rows += _relinked(ledger, checked.known, links)
    return ledger.post(requests, progress, rows, operator)


def _marks(lots: Collection[SheetLot], known: Callable[[Collection[str]], set[str]]) -> dict[tuple[str, str], str]:
    """The origin of each lot: what its row says; of one that was entered before and reversed since the next free one."""
    found: dict[tuple[str, str], str] = {}
    waiting, turn = list(lots), 1
    while waiting:
        marks = {lot.key: f"lot:{_digest(lot)}:{turn}" for lot in waiting}
        taken = known(list(marks.values()))
        found.update({key: mark for key, mark in marks.items() if mark not in taken})
        waiting, turn = [lot for lot in waiting if lot.key not in found], turn + 1
    return found


def _digest(lot: SheetLot) -> str:
    told = "\x1f".join(map(str, (*lot.key, *lot.original, *lot.used)))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _linked(values: Mapping[str, object], link: tuple[str, str] | None) -> Mapping[str, object]:
    return values if link is None else {**values, "layer": link[0], "feature": link[1]}


def _relinked(
    ledger: ReserveLedger, known: Collection[SheetLot], links: Mapping[tuple[str, str], tuple[str, str]]
) -> list[NewRow]:
    """The next versions of rows of lots that are linked to another feature than before."""
    kept = {(record.values["holder"], record.values["code"]): record.values for record in ledger.store.records(LOT_REGISTER)}
    rows = []
    for lot in known:
        values = kept.get(lot.key, {})
        if lot.key in links and (values.get("layer"), values.get("feature")) != links[lot.key]:
            rows.append(NewRow(LOT_REGISTER, _linked(values, links[lot.key])))
    return rows
