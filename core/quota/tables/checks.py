"""勾稽检查 of the ledger's workbook: each sheet in itself, against the balances of the ledger, and against the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...area import Area
from ...ledger.model import AccountKey
from ...sentence import sentence, translate
from ...store.interface import Store, Turnover
from ...workbook import DisplayUnit, FilledTable, Identity, RowKind, compact, identities_of
from ...workbook.identities import Identities, equal_areas
from ..vocabulary import OWN_STATES, Dimension, Event, QuotaAmount, State, amount_in
from .columns import carried
from .filing import Filing, opening_and_former_closing
from .job import QuotaJob
from .journal import BalanceKey, Journal
from .moves import Basis, turnover_until
from .names import Names, is_separate, printed_words
from .rolling import RollingProject
from .standing import Standing, added

_OWN = frozenset(state.value for state in OWN_STATES)
_TOTAL = Dimension.TOTAL.value
_COUNT = "个"
_STATES = {
    "available": ("AVL",), "held": ("RES", "ALC"), "pending": ("PEN",), "used": ("USE", "WO"),
}  # fmt: skip
_NAMED = {
    "available": translate("LandLedger", "T02 available = balance of the ledger"),
    "held": translate("LandLedger", "T02 reserved and allocated = balance of the ledger"),
    "pending": translate("LandLedger", "T02 pending = balance of the ledger"),
    "used": translate("LandLedger", "T02 used = balance of the ledger"),
    "advanced": translate("LandLedger", "T02 advances not cleared = balance of the ledger"),
}


@dataclass(frozen=True)
class Made:
    """What the sheets were made of."""

    journals: tuple[Journal, Journal]
    standings: Mapping[str, Standing]
    turnover: Sequence[Turnover]
    filed: Filing
    filed_before: Filing
    projects: Sequence[RollingProject]


Balances = Mapping[tuple[AccountKey, str], int]


def quota_identities(
    store: Store, job: QuotaJob, names: Names, made: Made, sheets: Sequence[FilledTable]
) -> list[Identity]:
    """Every identity of the sheets of a run. Areas in 亩."""
    # The rows of the journal are never all there at once; what they have to keep is checked on its lines.
    found = [
        identity for table in sheets if table.layout.id != "T01" for identity in compact(identities_of(table))
    ]
    tables = {table.layout.id: table for table in reversed(sheets)}
    ends = _balances_of_job(store, job)
    found += _journal(job, names, made, ends)
    found += _gained(job, names, made, tables, ends)
    found += _sources(job, names, made, tables)
    found += _filing(job, names, made)
    found += _between(job, made)
    return found


def in_mu(identity: Identity) -> Identity:
    """An identity with its areas as decimals of 亩, as a message says them."""
    if not isinstance(identity.left, Area) and not isinstance(identity.right, Area):
        return identity
    left, right = (side.mu() if isinstance(side, Area) else side for side in (identity.left, identity.right))
    return replace(identity, left=left, right=right, unit=DisplayUnit.MU.label)


def _balances_of_job(store: Store, job: QuotaJob) -> Balances:
    """The balances of the ledger on the day of the job. By date of the document only the turnover knows them, unless
    there is no such day."""
    if job.until is None or job.basis is Basis.BOOKING:
        return store.merged_balances(job.books, job.until)
    sums: dict[tuple[AccountKey, str], int] = {}
    for row in turnover_until(store, job.books, job.until, job.basis, job.year, ""):
        place = (row.account, row.dimension)
        sums[place] = sums.get(place, 0) + row.received - row.spent
    return sums


# ---------------------------------------------------------------------------------------------------------------- T01


def _journal(job: QuotaJob, names: Names, made: Made, ends: Balances) -> Iterator[Identity]:
    closing: dict[BalanceKey, QuotaAmount] = {**made.journals[0].closing, **made.journals[1].closing}
    of_ledger = _merged(ends, job.year)
    keys = list(dict.fromkeys([*closing, *of_ledger]))
    nothing = QuotaAmount(0)
    parts = (
        translate("LandLedger", "T01 closing balance = balance of the ledger"),
        translate("LandLedger", "T01 closing balance = balance of the ledger, of which agricultural"),
        translate("LandLedger", "T01 closing balance = balance of the ledger, of which cultivated"),
    )
    places = [_account_name(key, names) for key in keys]
    for part, name in enumerate(parts):
        left = [closing.get(key, nothing)[part] for key in keys]
        yield from compact([equal_areas(sentence(name), places, left, [of_ledger.get(key, nothing)[part] for key in keys])])
    negative = [(place, closing[key]) for key, place in zip(keys, places) if key in closing]
    never = sentence(translate("LandLedger", "T01: no balance below nothing"))
    # More left of a part than of the whole is no fault: a plan may be used with less farmland than it allows.
    yield from compact(Identity(never, place, int(min(amount) < 0), 0, unit=_COUNT) for place, amount in negative)
    yield from _journal_sides(job, names, made)
    yield from _journal_lines(made)


def _journal_sides(job: QuotaJob, names: Names, made: Made) -> Iterator[Identity]:
    """Σ 收入 and Σ 支出 of every holder against the turnover the ledger keeps."""
    kept: dict[tuple[str, bool], list[int]] = {}
    for row in made.turnover:
        if row.dimension == _TOTAL and row.account.year == job.year and row.account.state in _OWN:
            sides = kept.setdefault((row.account.book, is_separate(names.source(row.account.source))), [0, 0])
            sides[0] += row.received
            sides[1] += row.spent
    received = sentence(translate("LandLedger", "T01 received = turnover of the ledger"))
    spent = sentence(translate("LandLedger", "T01 spent = turnover of the ledger"))
    for journal in made.journals:
        books: list[str] = list(dict.fromkeys([*journal.lines, *(book for book, apart in kept if apart is journal.separate)]))
        printed = [journal.sides(book) if book in journal.lines else (0, 0) for book in books]
        wanted = [kept.get((book, journal.separate), [0, 0]) for book in books]
        places = [names.holder(book) for book in books]
        yield from compact([equal_areas(received, places, [each[0] for each in printed], [each[0] for each in wanted])])
        yield from compact([equal_areas(spent, places, [each[1] for each in printed], [each[1] for each in wanted])])


def _journal_lines(made: Made) -> Iterator[Identity]:
    """H3 on every line, those of reversals below nothing."""
    wrong = count = 0
    for journal in made.journals:
        for lines in journal.lines.values():
            count += len(lines)
            wrong += sum(not line.nested for line in lines)
    name = sentence(translate("LandLedger", "T01: cultivated ≤ agricultural ≤ area on every line"))
    where = sentence(translate("LandLedger", "{count} lines"), count=count)
    yield Identity(name, where, wrong, 0, unit=_COUNT)


def _merged(balances: Balances, year: int) -> dict[BalanceKey, QuotaAmount]:
    """Balances other than nothing by holder, year, source, state."""
    found: dict[BalanceKey, QuotaAmount] = {}
    for account in {account for account, _ in balances}:
        if account.state in _OWN and account.year == year:
            key = (account.book, account.year, account.source, account.state)
            found[key] = found.get(key, QuotaAmount(0)).plus(amount_in(balances, account))
    return found


def _account_name(key: BalanceKey, names: Names) -> str:
    book, year, source, state = key
    return f"{names.holder(book)} {year} {names.source(source).label} {printed_words().state(state)}"


# ---------------------------------------------------------------------------------------------------------------- T02


def _gained(
    job: QuotaJob, names: Names, made: Made, tables: Mapping[str, FilledTable], ends: Balances
) -> Iterator[Identity]:
    table = tables["T02"]
    by_name = {str(row.value("REGION")): row for row in table.rows if row.kind is RowKind.DATA}
    rows = {book: by_name[names.holder(book)] for book in job.books}
    found: list[Identity | Identities] = []
    columns = {"available": "AVL", "held": "HELD", "pending": "PEND", "used": "USED", "advanced": "ADV"}
    wanted = _states_by_book(job, names, ends)
    places = [names.holder(book) for book in job.books]

    def cells(key: str) -> list[int]:
        values = (rows[book].value(key) for book in job.books)
        return [value.micro_mu if isinstance(value, Area) else 0 for value in values]

    for state, name in _NAMED.items():
        right = [wanted[book][state] for book in job.books]
        found.append(equal_areas(sentence(name), places, cells(columns[state]), right))
    taken = [cells(key) for key in ("CARRY", "TOTAL", "ADJ", "ADV", "PEND", "USED", "OUT")]
    signs = (1, 1, 1, -1, -1, -1, -1)
    formula = [sum(sign * value for sign, value in zip(signs, values)) for values in zip(*taken)]
    identity = translate("LandLedger", "T02: left = carried + obtained ± between holders − advanced − pending − used − gone")
    found.append(equal_areas(sentence(identity), places, cells("LEFT"), formula))
    made_of = translate("LandLedger", "T02: left = available + reserved and allocated − advances not cleared")
    parts = [a + h - d for a, h, d in zip(cells("AVL"), cells("HELD"), cells("ADV"))]
    found.append(equal_areas(sentence(made_of), places, cells("LEFT"), parts))
    yield from compact(found)
    if job.every_book:
        zero = sentence(translate("LandLedger", "T02: moved between holders, over the city = 0"))
        whole = sentence(translate("LandLedger", "whole city"))
        yield Identity(zero, whole, Area(sum(cells("ADJ"))), Area(0))


def _states_by_book(job: QuotaJob, names: Names, ends: Balances) -> dict[str, dict[str, int]]:
    found = {book: dict.fromkeys(_NAMED, 0) for book in job.books}
    of_state = {code: state for state, codes in _STATES.items() for code in codes}
    for (account, dimension), amount in ends.items():
        if dimension != _TOTAL or account.year != job.year:
            continue
        source = names.source(account.source)
        if account.state == State.ADVANCED.value:
            found[account.book]["advanced"] -= amount
        elif account.state in of_state and source.counts:
            found[account.book][of_state[account.state]] += amount
    return found


def _sources(job: QuotaJob, names: Names, made: Made, tables: Mapping[str, FilledTable]) -> Iterator[Identity]:
    """H5: Σ sources = total, on every sheet that has both, and what the upper level issued."""
    total = Area(sum(added(made.standings.values()).obtained.values()))
    name = sentence(translate("LandLedger", "H5: sum over sources = total obtained"))
    for layout, key in (("T02", "TOTAL"), ("T02S", "AREA"), ("T02M", "GOT")):
        table = tables[layout]
        yield Identity(name, table.layout.sheet, _total_cell(table, key), total)
    issued = sentence(translate("LandLedger", "H5: total obtained = issued by the upper level"))
    yield Identity(issued, str(job.year), total, Area(issued_by_upper_level(job, names, made.turnover)))


def issued_by_upper_level(job: QuotaJob, names: Names, turnover: Iterable[Turnover]) -> int:
    """What the upper level's accounts gave for the quota of a year, micro-mu: the other side of every issue."""
    gave = 0
    for row in turnover:
        account = row.account
        if row.dimension != _TOTAL or account.year != job.year or account.state != State.UPPER.value:
            continue
        if row.nature == Event.ISSUE.value and names.source(account.source).counts and not carried(account.source):
            gave += row.spent - row.received
    return gave


def _total_cell(table: FilledTable, key: str) -> Area:
    """The area in the total row, nothing without one."""
    cells = [row.value(key) for row in table.rows if row.kind is RowKind.TOTAL]
    return cells[0] if cells and isinstance(cells[0], Area) else Area(0)


# ---------------------------------------------------------------------------------------------------------- T24, T25


def _filing(job: QuotaJob, names: Names, made: Made) -> Iterator[Identity]:
    """H8 for every account of the filing, and the opening against the closing of the quarter before."""
    labels = {
        "C": translate("LandLedger", "T24 available: opening + in − out = closing"),
        "C1": translate("LandLedger", "T24 reserved and allocated: opening + in − out = closing"),
        "P": translate("LandLedger", "T24 pending: opening + in − out = closing"),
        "A3": translate("LandLedger", "T24 advances: opening + new − cleared = closing"),
    }
    keys = list(made.filed.rows)
    places = [f"{names.holder(book)} {names.source(source).label} {year}" for book, year, source in keys]
    found: list[Identity | Identities] = []
    for column, name in labels.items():
        ends = [made.filed.rows[key].areas[column] for key in keys]
        found.append(equal_areas(sentence(name), places, ends, [made.filed.rows[key].closing[column] for key in keys]))
    yield from compact(found)
    pairs = opening_and_former_closing(made.filed, made.filed_before)
    opening = sentence(translate("LandLedger", "T24 opening = closing of the quarter before"))
    where = [f"{names.holder(key[0])} {names.source(key[2]).label} {key[1]} {column}" for key, column, _, _ in pairs]
    yield from compact([equal_areas(opening, where, [pair[2] for pair in pairs], [pair[3] for pair in pairs])])


def _between(job: QuotaJob, made: Made) -> Iterator[Identity]:
    """T24 against T25, and against T02 where both end on one day and by one date."""
    owed = sum(row.areas["A3"] for row in made.filed.rows.values())
    rolling = sum(project.outstanding for project in made.projects)
    name = sentence(translate("LandLedger", "T25 advances not cleared = T24"))
    yield Identity(name, made.filed.last.isoformat(), Area(rolling), Area(owed))
    if job.basis is not Basis.BOOKING or job.until != made.filed.last:
        return
    of_year = [(key, row) for key, row in made.filed.rows.items() if key[1] == job.year]
    total = added(made.standings.values())
    apart = {source for standing in made.standings.values() for source in standing.apart}
    for column, value, label in (
        ("C", total.available, translate("LandLedger", "T24 available = T02")),
        ("P", total.pending, translate("LandLedger", "T24 pending = T02")),
        ("A3", total.advanced, translate("LandLedger", "T24 advances not cleared = T02")),
    ):
        left = sum(row.areas[column] for key, row in of_year if key[2] not in apart)
        yield Identity(sentence(label), str(job.year), Area(left), Area(value))
