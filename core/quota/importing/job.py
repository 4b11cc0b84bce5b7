"""An import from end to end: read a sheet, check it against the ledger, post all of it or nothing.

A row that was imported before is known again by what it says (its mark, see `vouchers`), whatever the file is called and
wherever in it the row stands: the same file twice posts nothing twice, and one that has grown posts what is new.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...errors import InputError
from ...importing.assignment import Assignment
from ...importing.cells import is_blank
from ...importing.fields import VOUCHERS
from ...importing.names import Names
from ...importing.problems import CellProblem
from ...importing.rows import SheetRows, rows_below
from ...ledger.model import Scalar
from ...progress import Progress, no_progress, part_of
from ...sentence import sentence, translate
from ...workbook.grid import Grid
from ..background import reversed_origins
from ..ledger import Change, NewRow, Problem, QuotaLedger, Request
from ..vocabulary import Event, State
from .choices import Choices, LedgerNames
from .registers import PROJECT, ReadRegister, RegisterRow, read_register
from .vouchers import REQUEST_FIELDS, ReadVouchers, read_vouchers

INCOME = frozenset({Event.OPENING, Event.ISSUE, Event.ADVANCE, Event.RETURN, Event.RELEASE})
"""Events that are income where a single column of amounts does not say; all others are expenditure."""


_REVERSED = translate(
    "LandLedger",
    "This row was imported before and its voucher was reversed since; it is not booked again. Book it by hand if it counts.",
)


@dataclass(frozen=True)
class HolderBalance:
    """Available quota of a holder, in micro-mu: before, after, and between them 收入 and 支出 as the file's new rows have
    them, so that they add up to its own sum rows."""

    holder: str
    name: str
    before: int
    received: int
    spent: int
    after: int


@dataclass
class Checked:
    """A sheet that was read and checked. `new` are the rows (by number) that would be posted, `known` those that were
    posted before, `mirrors` the other sides of transfers; `income` and `expenditure` in micro-mu of the new rows."""

    rows: SheetRows
    table: str
    requests: list[Request] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    mirrors: dict[int, int] = field(default_factory=dict)
    entries: list[NewRow] = field(default_factory=list)
    new_projects: int = 0
    income: int = 0
    expenditure: int = 0
    balances: list[HolderBalance] = field(default_factory=list)
    sums_compared: int = 0

    @property
    def problems(self) -> list[CellProblem]:
        """Everything that was found, by row and column."""
        return self.rows.problems

    @property
    def refused(self) -> bool:
        """Whether the file can't be posted as it is."""
        return any(problem.hard for problem in self.rows.problems)

    @property
    def bad_rows(self) -> set[int]:
        """Rows with a hard problem."""
        return {problem.row for problem in self.rows.problems if problem.hard}


@dataclass(frozen=True)
class PostedImport:
    """What was posted: vouchers, in `labels` the name of each holder with its first and last voucher; rows of registers."""

    vouchers: int
    rows: int
    entries: int
    known: int
    labels: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()


def names_of(ledger: QuotaLedger) -> LedgerNames:
    """The words of a ledger."""
    holders, sources, projects = ledger.holders(), ledger.sources(), ledger.projects()
    found = LedgerNames(
        Names({code: holder.name for code, holder in holders.items()}, short=True),
        Names({code: source.name for code, source in sources.items()}),
        Names({code: project.name for code, project in projects.items()}),
        {code: project.holder for code, project in projects.items()},
    )
    found.holders.also((holder.short, code) for code, holder in holders.items())
    found.sources.also((source.short, code) for code, source in sources.items())
    found.sources.also(found.words.sources.items())
    return found


def check_import(
    ledger: QuotaLedger, grid: Grid, assignment: Assignment, choices: Choices, progress: Progress = no_progress
) -> Checked:
    """Read and check; writes nothing. InputError where the columns or the unit are not known."""
    rows = rows_below(grid, assignment, part_of(progress, 0.0, 0.05))
    names = names_of(ledger)
    if choices.holder and choices.holder not in names.holders:
        code = names.holders.find(choices.holder)
        if not code:
            raise InputError(translate("LandLedger", "The ledger has no holder {holder}."), holder=choices.holder)
        choices = choices.with_holder(code)
    if assignment.chosen_unit and assignment.written_units - {assignment.chosen_unit}:
        text = translate("LandLedger", "the sheet names another unit of area than the one that was chosen and is used")
        rows.problem(assignment.top, "", sentence(text), hard=False, rule="unit")
    if assignment.table == VOUCHERS:
        read = read_vouchers(rows, names, choices, part_of(progress, 0.05, 0.5))
        checked = _checked_vouchers(ledger, read, names, part_of(progress, 0.5, 1.0))
    else:
        found = read_register(rows, names, choices, part_of(progress, 0.05, 0.8))
        checked = _checked_register(ledger, found)
    rows.problems.sort(key=lambda problem: (problem.row, problem.column, not problem.hard))
    progress(1.0)
    return checked


def post_import(
    ledger: QuotaLedger, checked: Checked, operator: str, progress: Progress = no_progress
) -> PostedImport:
    """Post what was checked, all or nothing. InputError (with the first problem) where it is not sound; Refused where the
    ledger changed since."""
    if checked.refused:
        hard = [problem for problem in checked.problems if problem.hard]
        raise InputError(
            translate("LandLedger", "{first} ({count} cells are wrong.) Nothing was posted."),
            first=hard[0].sentence, count=len(hard),
        )  # fmt: skip
    posted = ledger.post(checked.requests, progress, checked.entries, operator)
    labels: dict[str, list[str]] = {}
    for voucher in posted.vouchers:
        labels.setdefault(voucher.draft.book, []).append(voucher.label)
    names = ledger.holders()
    spans = tuple(
        f"{names[book].name if book in names else book}  {each[0]}" + (f" – {each[-1]}" if len(each) > 1 else "")
        for book, each in labels.items()
    )
    return PostedImport(
        len(posted.vouchers), len(checked.new), len(checked.entries), len(checked.known), spans, posted.warnings
    )


# ---------------------------------------------------------------------------------------------------------- journals


def _checked_vouchers(ledger: QuotaLedger, read: ReadVouchers, names: LedgerNames, progress: Progress) -> Checked:
    checked = Checked(read.rows, VOUCHERS, mirrors=read.mirrors, sums_compared=read.sums_compared)
    marks = {request.origin for request in read.requests} | set(read.other_sides.values())
    posted = ledger.store.origins(marks)
    undone = reversed_origins(ledger.store, posted)
    for row, request in zip(read.numbers, read.requests):
        own = {request.origin, read.other_sides.get(request.origin)}
        if own & posted:
            checked.known.append(row)
            if own & undone:
                checked.rows.problem(row, "", sentence(_REVERSED), hard=False)
        else:
            checked.new.append(row)
            checked.requests.append(request)
    asked = {request.project for request in checked.requests}
    checked.entries = [NewRow(PROJECT, values) for code, values in names.new_projects.items() if code in asked]
    checked.new_projects = len(checked.entries)
    progress(0.1)
    preview = ledger.preview(checked.requests, part_of(progress, 0.1, 0.9), checked.entries)
    for problem in preview.problems:
        _add_problem(checked, problem)
    _sum_up(ledger, checked, preview.changes, _sides(checked, read))
    return checked


def _add_problem(checked: Checked, problem: Problem) -> None:
    """What the ledger says about a request, at the cell that asks for it."""
    rows = checked.rows
    if not 0 <= problem.row < len(checked.new):
        rows.problem(rows.assignment.bottom, "", problem.text, hard=problem.hard, rule=problem.rule)
        return
    row = checked.new[problem.row]
    columns = rows.assignment.columns
    places = [name for name in REQUEST_FIELDS.get(problem.field, ()) if name in columns]
    filled = [name for name in places if not is_blank(rows.raw(row, name))]
    name = next(iter(filled or places), "")
    rows.problem(row, name, problem.text, hard=problem.hard, rule=problem.rule)


def _sum_up(
    ledger: QuotaLedger, checked: Checked, changes: tuple[Change, ...], sides: tuple[dict[str, int], dict[str, int]]
) -> None:
    """Income and expenditure of the new rows and, of every holder that has some, the available quota before and after."""
    available: dict[str, list[int]] = {}
    for change in changes:
        if change.account.state != State.AVAILABLE.value:
            continue
        sums = available.setdefault(change.account.book, [0, 0])
        sums[0] += change.before.total
        sums[1] += change.after.total
    received, spent = sides
    whole: dict[str, int] = {}
    for (account, dimension), amount in ledger.store.balances().items():
        if account.state == State.AVAILABLE.value and dimension == "NEW":
            whole[account.book] = whole.get(account.book, 0) + amount
    for code, holder in ledger.holders().items():
        if code not in available and code not in received and code not in spent:
            continue
        before = whole.get(code, 0)
        one, other = available.get(code, [0, 0])
        checked.balances.append(
            HolderBalance(code, holder.name, before, received.get(code, 0), spent.get(code, 0), before + other - one)
        )
    checked.income, checked.expenditure = sum(received.values()), sum(spent.values())


def _sides(checked: Checked, read: ReadVouchers) -> tuple[dict[str, int], dict[str, int]]:
    """收入 and 支出 of each holder as the new rows have them, both rows of a transfer included."""
    new = set(checked.new)
    received: dict[str, int] = {}
    spent: dict[str, int] = {}
    for side in read.sides:
        if side.row not in new and read.mirrors.get(side.row) not in new:
            continue
        request = side.request
        is_income = side.side == "in" or (not side.side and request.event in INCOME)
        sums = received if is_income else spent
        sums[request.holder] = sums.get(request.holder, 0) + request.amount.total
    return received, spent


# --------------------------------------------------------------------------------------------------------- registers


def _checked_register(ledger: QuotaLedger, read: ReadRegister) -> Checked:
    """A row that the register has as it is, is known; any other is its first or next version."""
    checked = Checked(read.rows, read.register.name, sums_compared=read.sums_compared)
    kept = {record.key: record.values for record in ledger.store.records(read.register.name)}
    for row in read.found:
        if _same(row, kept.get(row.key)):
            checked.known.append(row.row)
            continue
        checked.new.append(row.row)
        # What the table has no column for stays as it was.
        values = {**(kept.get(row.key) or {}), **row.values}
        checked.entries.append(NewRow(read.register.name, values))
        if row.key in kept:
            text = translate("LandLedger", "“{key}” is in the register and is changed")
            name = read.register.fields[0].code
            read.rows.problem(row.row, name, sentence(text, key=row.key), hard=False, rule="changed")
    return checked


def _same(row: RegisterRow, kept: Mapping[str, Scalar] | None) -> bool:
    return kept is not None and all(kept.get(name) == value for name, value in row.values.items())
