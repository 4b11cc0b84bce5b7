"""T25 滚动项目清单: the projects that are open at the end of a quarter and roll into the next, and those cleared in it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ...area import Area
from ...ledger.model import Scalar, Voucher
from ...store.interface import Store, Turnover, VoucherQuery
from ...workbook import FilledTable, Row, load_layout, with_subtotals
from ...workbook.table import Value
from ..vocabulary import OWN_STATES, Dimension, Event, State
from .job import QuotaJob, quarter_end, quarter_label, quarters_between
from .moves import lines_of, turnover_until
from .names import Names, ProjectName

_ONE_DAY = datetime.timedelta(days=1)
_TOTAL = Dimension.TOTAL.value
_OWN = frozenset(state.value for state in OWN_STATES)
_ADVANCED, _PENDING = State.ADVANCED.value, State.PENDING.value
_USED = frozenset((State.USED.value, State.WRITTEN_OFF.value))
_OPEN = frozenset((State.AVAILABLE.value, State.RESERVED.value, State.ALLOCATED.value, _PENDING))
_TAKEN = (Event.ADVANCE.value, Event.OPENING.value)
_WITHIN = frozenset(
    event.value
    for event in (Event.SUBMIT, Event.SEND_BACK, Event.USE, Event.WRITE_OFF, Event.CLEAR, Event.REPAY)
)
"""Events that give a project nothing it did not have, or only what stands for its advance."""
_DONE_STAGES = ("approved", "supplied")


@dataclass
class RollingProject:
    """What happened to a project up to the end of the quarter, micro-mu. `given` is real quota it got without an advance;
    `cleared_now` what was cleared in this quarter."""

    book: str
    code: str
    advanced: int = 0
    cleared: int = 0
    cleared_now: int = 0
    submitted: int = 0
    open: int = 0
    approved: int = 0
    given: int = 0
    advances: list[tuple[str, datetime.date]] = field(default_factory=list)
    approvals: list[tuple[str, datetime.date]] = field(default_factory=list)
    waiting_since: datetime.date | None = None

    @property
    def outstanding(self) -> int:
        """Advanced and not cleared."""
        return self.advanced - self.cleared

    @property
    def difference(self) -> int | None:
        """多退少补: what the project got less what was approved; None before an approval, and without an advance."""
        return self.advanced + self.given - self.approved if self.advanced and self.approved else None


def rolling_projects(store: Store, job: QuotaJob, names: Names) -> list[RollingProject]:
    """Projects open at the end of the quarter (an advance not cleared, quota that is not approved, a request without any)
    or cleared in it, by holder and code; by booking date."""
    last, first_month = job.quarter_last, job.quarter_first.isoformat()[:7]
    found: dict[tuple[str, str], RollingProject] = {}
    for each in turnover_until(store, job.books, last):
        if each.account.project and each.dimension == _TOTAL:
            place = (each.account.book, each.account.project)
            _take(found.setdefault(place, RollingProject(*place)), each, first_month, names)
    for book, project in _requested(names, job.books, last):
        found.setdefault((book, project.code), RollingProject(book, project.code))
    listed = {
        place: project
        for place, project in found.items()
        if rolls_on(project, names.project(project.code)) or project.cleared_now > 0
    }
    _documents(store, job.books, last, listed)
    places = {book: place for place, book in enumerate(job.books)}
    return sorted(listed.values(), key=lambda project: (places[project.book], project.code))


def rolls_on(project: RollingProject, registered: ProjectName) -> bool:
    """Whether a project is still open."""
    if project.outstanding > 0 or project.open > 0:
        return True
    return not project.approved and _waits(registered.values)


def _waits(values: Mapping[str, Scalar]) -> bool:
    """A request in the register: a demand, not closed, not approved."""
    return bool(values.get("demand")) and not values.get("closed") and values.get("stage") not in _DONE_STAGES


def _requested(names: Names, books: Sequence[str], last: datetime.date) -> Iterable[tuple[str, ProjectName]]:
    """Requests of the register made up to a day, with the book of their holder."""
    for project in names.projects.values():
        holder, requested = str(project.values.get("holder") or ""), str(project.values.get("requested") or "")
        if holder in books and _waits(project.values) and requested <= last.isoformat():
            yield holder, project


def _take(project: RollingProject, each: Turnover, first_month: str, names: Names) -> None:
    state, net = each.account.state, each.received - each.spent
    if state == _ADVANCED:
        if each.nature in _TAKEN:
            project.advanced -= net
            return
        project.cleared += net
        if each.book_month >= first_month:
            project.cleared_now += net
        return
    if state not in _OWN:
        return
    if state in _OPEN:
        project.open += net
    elif state in _USED:
        project.approved += net
    if state == _PENDING and each.nature in (Event.SUBMIT.value, Event.SEND_BACK.value):
        project.submitted += net
    # Locked quota waits for its project under AVAILABLE; it is given when it is reserved or allocated.
    given = state != State.AVAILABLE.value and each.nature not in _WITHIN
    if given and not names.source(each.account.source).advance:
        project.given += net


def _documents(
    store: Store, books: Sequence[str], last: datetime.date, listed: Mapping[tuple[str, str], RollingProject]
) -> None:
    """Document numbers and days of advances and approvals, and since when what is outstanding has been so."""
    natures = (Event.ADVANCE, Event.OPENING, Event.CLEAR, Event.REPAY, Event.RETURN, Event.USE, Event.REVERSE)
    events = [event.value for event in natures]
    vouchers = list(store.vouchers(VoucherQuery(books=books, events=events, until=last)))
    undone = {(each.draft.book, each.draft.reverses) for each in vouchers if each.draft.reverses is not None}
    owed: dict[tuple[str, str], int] = {}
    for voucher in vouchers:
        draft = voucher.draft
        for line in lines_of(draft):
            project = listed.get((draft.book, line.account.project))
            if project is None or line.account.state != _ADVANCED:
                continue
            place = (draft.book, line.account.project)
            before = owed.get(place, 0)
            owed[place] = before - line.amount.total
            if before <= 0 < owed[place]:
                project.waiting_since = draft.book_date
        named = listed.get((draft.book, draft.project))
        if named is None or draft.reverses is not None or (draft.book, voucher.number) in undone:
            continue
        if draft.event == Event.ADVANCE.value:
            named.advances.append(_document(voucher))
        elif draft.event in (Event.USE.value, Event.CLEAR.value):
            named.approvals.append(_document(voucher))


def _document(voucher: Voucher) -> tuple[str, datetime.date]:
    draft = voucher.draft
    number = draft.approval or draft.doc_no if draft.event != Event.ADVANCE.value else draft.doc_no
    return number, draft.doc_date or draft.book_date


def rolling_table(projects: Sequence[RollingProject], job: QuotaJob, names: Names) -> FilledTable:
    """T25: a row a project, its total."""
    layout = load_layout("T25", job.folder)
    following = quarter_label(quarter_end(job.last_day) + _ONE_DAY)
    levels, stages = _choices("level"), _choices("stage")
    data = []
    for number, project in enumerate(projects, 1):
        registered = names.project(project.code)
        values = registered.values
        cells: dict[str, Value] = {
            "N": number,
            "R": names.holder(project.book),
            "P": registered.label,
            "LV": levels.get(str(values.get("level")), ""),
            "A0": _area(values.get("demand")),
            "G0": _area(values.get("demand_cultivated")),
            "D1": "；".join(dict.fromkeys(number for number, _ in project.advances if number)),
            "D2": project.advances[0][1] if project.advances else None,
            "A1": Area(project.advanced),
            "ST": stages.get(str(values.get("stage")), ""),
            "A2": Area(project.submitted) if project.submitted else _area(values.get("planned")),
            "D3": "；".join(dict.fromkeys(f"{number} {day.isoformat()}".strip() for number, day in project.approvals)),
            "A3": Area(project.approved),
            "A4": Area(project.cleared),
            "A5": None if project.difference is None else Area(project.difference),
            "A6": Area(project.outstanding),
            "Q": overdue_quarters(project, job.last_day),
            "QN": following if rolls_on(project, registered) else "",
            "OF": str(values.get("officer") or ""),
        }
        data.append(Row(cells))
    return FilledTable(layout, with_subtotals(layout, data), title_places=job.title_places)


def overdue_quarters(project: RollingProject, day: datetime.date) -> int | None:
    """Quarters since the advance that is not cleared; None where nothing is outstanding."""
    if project.outstanding <= 0 or project.waiting_since is None:
        return None
    return quarters_between(project.waiting_since, day)


def _area(value: Scalar) -> Area | None:
    return Area(value) if type(value) is int else None


def _choices(field_code: str) -> Mapping[str, str]:
    """Codes of a field of the project register and their names."""
    from ...ledger.registers import load_register

    return load_register("project").field(field_code).choices or {}
