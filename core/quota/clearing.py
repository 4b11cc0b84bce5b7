"""预支核销对账: advances of projects against their approvals as a sheet, as rows for models, and as numbers."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..area import Area
from ..errors import FootingError
from ..ledger.registers import load_register
from ..sentence import sentence, translate
from ..store import Store
from ..summary.result_rows import ResultField
from ..workbook import FilledTable, Row, load_layout, with_subtotals
from .advances import ProjectAdvance, project_advances
from .background import holders_of, projects_of
from .books import quota_store
from .problems import mu
from .subjects import Holder, Project
from .vocabulary import Dimension, State

CLEARING_FIELDS: Sequence[ResultField] = (
    ResultField("HOLDER", "text", translate("LandLedger", "Code of the holder"), 20),
    ResultField("HOLDER_NAME", "text", translate("LandLedger", "Holder"), 60),
    ResultField("PRJ_ID", "text", translate("LandLedger", "Project code"), 40),
    ResultField("PRJ_NAME", "text", translate("LandLedger", "Project name"), 100),
    ResultField("FIRST_DATE", "text", translate("LandLedger", "Advanced on"), 10),
    ResultField("DOC_NO", "text", translate("LandLedger", "Document number"), 60),
    ResultField("ADVANCED", "number", translate("LandLedger", "Advanced (mu)"), 18, 4),
    ResultField("APPROVED", "number", translate("LandLedger", "Area approved (mu)"), 18, 4),
    ResultField("DIFFERENCE", "number", translate("LandLedger", "More back (+) or less added (−) (mu)"), 18, 4),
    ResultField("CLEARED", "number", translate("LandLedger", "Cleared, repaid or returned (mu)"), 18, 4),
    ResultField("OPEN", "number", translate("LandLedger", "Not cleared (mu)"), 18, 4),
    ResultField("QUARTERS", "integer", translate("LandLedger", "Quarters not cleared")),
    ResultField("OVERDUE", "integer", translate("LandLedger", "Overdue")),
)


@dataclass(frozen=True)
class Clearing:
    """The advances of a ledger up to a day, and what they are called."""

    until: datetime.date
    overdue_quarters: int
    advances: Sequence[ProjectAdvance]
    holders: Mapping[str, Holder]
    projects: Mapping[str, Project]

    def total(self, name: str) -> int:
        """The sum of `advanced`, `approved`, `cleared` or `outstanding`, micro-mu."""
        return sum(int(getattr(each, name)) for each in self.advances)

    @property
    def more(self) -> int:
        """多退: by how much advances exceed their approvals."""
        return sum(max(0, each.difference) for each in self.advances)

    @property
    def less(self) -> int:
        """少补: by how much approvals exceed their advances."""
        return sum(max(0, -each.difference) for each in self.advances)

    @property
    def overdue(self) -> Sequence[ProjectAdvance]:
        """Those not cleared after more quarters than the rule allows."""
        return [each for each in self.advances if each.overdue]

    def holder(self, book: str) -> str:
        """What a holder is called."""
        known = self.holders.get(book)
        return known.label if known else book

    def project(self, code: str) -> Project:
        """A project; one that is in no register has its code for a name."""
        return self.projects.get(code) or Project(code, "", "")


def clearing_of(store: Store, until: datetime.date, overdue_quarters: int, books: Collection[str] = ()) -> Clearing:
    """The advances up to a day; FootingError where their sum is not the balance of the ledger."""
    advances = project_advances(store, until, overdue_quarters, books)
    owed = -sum(
        amount
        for (account, dimension), amount in quota_store(store).balances(books, until).items()
        if account.state == State.ADVANCED.value and dimension == Dimension.TOTAL.value
    )
    found = sum(each.outstanding for each in advances)
    if owed != found:
        raise FootingError(
            translate("LandLedger", "By project {found} mu of advances are not cleared, by balance {owed} mu. Verify the ledger."),
            found=mu(found), owed=mu(owed),
        )  # fmt: skip
    return Clearing(until, overdue_quarters, advances, holders_of(store), projects_of(store))


def clearing_table(clearing: Clearing, name: str = "", folder: str | None = None) -> FilledTable:
    """预支指标核销对账表: a row a project, and their total."""
    layout = load_layout("T25C", folder)
    levels = load_register("project").field("level").choices or {}
    rows = []
    for number, each in enumerate(clearing.advances, 1):
        project = clearing.project(each.project)
        rows.append(
            Row(
                {
                    "N": number,
                    "R": clearing.holder(each.book),
                    "P": f"{project.name}（{each.project}）" if project.name else each.project,
                    "LV": levels.get(project.level, ""),
                    "D1": each.doc_no,
                    "D2": each.first,
                    "A1": Area(each.advanced),
                    "A3": Area(each.approved) if each.approved else None,
                    "A5": Area(each.difference) if each.difference > 0 else None,
                    "A6": Area(-each.difference) if each.difference < 0 else None,
                    "A4": Area(each.cleared),
                    "A7": Area(each.outstanding),
                    "Q": each.quarters if each.outstanding else None,
                    "O": "是" if each.overdue else "",
                    "OF": project.officer,
                }
            )
        )
    places = {"name": name, "until": clearing.until.isoformat()}
    overdue = sentence(
        translate("LandLedger", "Overdue: not cleared after more than {quarters} quarters."), quarters=clearing.overdue_quarters
    )
    return FilledTable(layout, with_subtotals(layout, rows), title_places=places, notes=[overdue])


def clearing_columns(clearing: Clearing) -> Mapping[str, np.ndarray]:
    """The columns of CLEARING_FIELDS, areas in mu."""
    rows: dict[str, list[object]] = {field.name: [] for field in CLEARING_FIELDS}
    for each in clearing.advances:
        values = (
            each.book, clearing.holder(each.book), each.project, clearing.project(each.project).name or None,
            each.first.isoformat(), each.doc_no or None, _mu(each.advanced), _mu(each.approved), _mu(each.difference),
            _mu(each.cleared), _mu(each.outstanding), each.quarters, int(each.overdue),
        )  # fmt: skip
        for field, value in zip(CLEARING_FIELDS, values):
            rows[field.name].append(value)
    kinds = {"text": object, "integer": np.int64, "number": np.float64}
    return {field.name: np.array(rows[field.name], dtype=kinds[field.kind]) for field in CLEARING_FIELDS}


def _mu(micro_mu: int) -> float:
    return float(Area(micro_mu).mu(4))
