"""T25 滚动项目清单: the projects that are open at the end of a quarter and roll into the next, and those cleared in it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...area import Area
from ...ledger.model import AccountKey
from ...ledger.registers import load_register
from ...store import Store
from ...workbook import FilledTable, Row, load_layout, with_subtotals
from ...workbook.table import Value
from ..advances import ProjectAdvance, project_advances
from ..quarters import open_projects
from ..vocabulary import Dimension, Event, State
from .job import QuotaJob
from .moves import TAKEN, turnover_between
from .names import Names

_TOTAL = Dimension.TOTAL.value
_GOING = frozenset(state.value for state in (State.RESERVED, State.ALLOCATED, State.PENDING, State.ADVANCED))
_USED = frozenset((State.USED.value, State.WRITTEN_OFF.value))

_Place = tuple[str, str]
"""Book and project."""


@dataclass
class RollingProject:
    """A project at the end of the quarter, micro-mu: its advances, what is pending, was used and written off; `rolls` into
    the next quarter, or was cleared in this one."""

    book: str
    code: str
    rolls: bool
    advance: ProjectAdvance | None = None
    pending: int = 0
    approved: int = 0
    approvals: list[tuple[str, datetime.date]] = field(default_factory=list)

    @property
    def outstanding(self) -> int:
        """Advanced and not cleared."""
        return self.advance.outstanding if self.advance else 0


def rolling_projects(store: Store, job: QuotaJob, names: Names, overdue_quarters: int) -> list[RollingProject]:
    """Projects open at the end of the quarter, as closing it lists them, and those with an advance cleared in it; by holder
    and code, by booking date."""
    last = job.quarter_last
    balances = store.project_balances(job.books, last, _TOTAL)
    states = _states(balances)
    open_ones = _open(names, job, balances, states, last)
    cleared = _cleared(store, job)
    advances = {(each.book, each.project): each for each in project_advances(store, last, overdue_quarters, job.books)}
    found = {}
    for place in sorted({*open_ones, *cleared}, key=lambda place: (job.books.index(place[0]), place[1])):
        own = states.get(place, {})
        used = sum(amount for state, amount in own.items() if state in _USED)
        pending = own.get(State.PENDING.value, 0)
        found[place] = RollingProject(*place, place in open_ones, advances.get(place), pending, used)
    _find_approvals(store, job, found)
    return list(found.values())


def _states(balances: Mapping[tuple[AccountKey, str], int]) -> dict[_Place, dict[str, int]]:
    """Balances of projects by state."""
    found: dict[_Place, dict[str, int]] = {}
    for (account, _), amount in balances.items():
        found.setdefault((account.book, account.project), {})[account.state] = amount
    return found


def _open(
    names: Names,
    job: QuotaJob,
    balances: Mapping[tuple[AccountKey, str], int],
    states: Mapping[_Place, Mapping[str, int]],
    last: datetime.date,
) -> set[_Place]:
    """Open requests, those made later left out; whoever holds or owes something is open whatever the register says."""
    found = {
        (book, project.code)
        for book in job.books
        for project in open_projects(names.projects, balances, book)
        if project.requested <= last.isoformat()
    }
    return found | {place for place, own in states.items() if any(own.get(state) for state in _GOING)}


def _cleared(store: Store, job: QuotaJob) -> set[_Place]:
    """Projects of whose advances something was cleared, repaid or returned in the quarter."""
    sums: dict[_Place, int] = {}
    for row in turnover_between(store, job.books, job.quarter_first, job.quarter_last, (State.ADVANCED.value,)):
        if row.nature not in TAKEN:
            place = (row.account.book, row.account.project)
            sums[place] = sums.get(place, 0) + row.received - row.spent
    return {place for place, amount in sums.items() if amount > 0}


def _find_approvals(store: Store, job: QuotaJob, listed: Mapping[_Place, RollingProject]) -> None:
    """Numbers and days of the approvals that stand."""
    for head in store.documents((Event.USE.value, Event.CLEAR.value), job.books, job.quarter_last):
        project = listed.get((head.book, head.project))
        if project is not None:
            project.approvals.append((head.approval or head.doc_no, head.doc_date or head.book_date))


def rolling_table(projects: Sequence[RollingProject], job: QuotaJob, names: Names) -> FilledTable:
    """T25: a row a project, and their total."""
    layout = load_layout("T25", job.folder)
    register = load_register("project")
    levels, stages = (register.field(code).choices or {} for code in ("level", "stage"))
    rows = []
    for number, project in enumerate(projects, 1):
        registered = names.project(project.code)
        rows.append(
            Row(
                {
                    "N": number,
                    "R": names.holder(project.book),
                    "P": f"{registered.name}（{project.code}）" if registered.name else project.code,
                    "LV": levels.get(registered.level, ""),
                    "A0": _area(registered.demand),
                    "G0": _area(registered.demand_cultivated) if registered.demand else None,
                    "ST": stages.get(registered.stage, ""),
                    "A2": _area(project.pending + project.approved or registered.planned),
                    "D3": "；".join(dict.fromkeys(f"{no} {day.isoformat()}".strip() for no, day in project.approvals)),
                    "A3": _area(project.approved),
                    **_advance_cells(project.advance),
                    "QN": job.quarter.next.label if project.rolls else "",
                    "OF": registered.officer,
                }
            )
        )
    return FilledTable(layout, with_subtotals(layout, rows), title_places=job.title_places)


def _advance_cells(advance: ProjectAdvance | None) -> dict[str, Value]:
    if advance is None:
        return {}
    return {
        "D1": advance.doc_no,
        "D2": advance.first,
        "A1": Area(advance.advanced),
        "A4": Area(advance.cleared),
        "A5": Area(advance.difference) if advance.approved else None,
        "A6": Area(advance.outstanding),
        "Q": advance.quarters if advance.outstanding else None,
    }


def _area(micro_mu: int) -> Area | None:
    """A cell that stays empty where there is nothing."""
    return Area(micro_mu) if micro_mu else None
