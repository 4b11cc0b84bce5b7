"""Project areas beside their surplus ledger: what it says was used, what it lacks, and its sheet 节余指标账."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...area import ZERO, Area
from ...errors import InputError
from ...ledger.model import Book
from ...quota.register_tables import TableNames
from ...quota.table_checks import row_identities, summed_rows, total_area
from ...sentence import sentence, translate
from ...workbook import FilledTable, Identity, Row, load_layout, with_sums
from ..broken_rules import Finder, Problem
from .model import Project
from .rules import LinkageRules
from .surplus import Position, Request
from .vocabulary import Event


@dataclass(frozen=True)
class Booked:
    """What the ledger says: positions of all holders, and its linkage books by holder."""

    positions: Sequence[Position]
    books: Mapping[str, Book]

    def used(self, area: str) -> Area | None:
        """Surplus of a project area used by anybody; None where the ledger does not know the project area."""
        own = [each for each in self.positions if each.area == area]
        return Area.total(each.used for each in own) if own else None

    def accepted(self, area: str) -> Area:
        """Surplus of a project area that came in."""
        return Area.total(each.accepted for each in self.positions if each.area == area)

    def after(self, entries: Sequence[Request]) -> Booked:
        """The same once these acceptances came in."""
        positions = {(each.holder, each.area): each for each in self.positions}
        for entry in entries:
            place = entry.holder, entry.area
            old = positions.get(place, Position(*place))
            positions[place] = replace(old, accepted=old.accepted + entry.amount)
        return Booked(list(positions.values()), self.books)


def with_booked(projects: Sequence[Project], booked: Booked) -> list[Project]:
    """The project areas; where nobody said how much surplus was used, and how much turnover quota was issued and returned,
    the ledger says it."""
    filled = []
    for project in projects:
        own = [each for each in booked.positions if each.area == project.code]
        said = project.amounts
        if own:
            totals = {name: Area.total(getattr(each, name) for each in own) for name in ("used", "issued", "returned")}
            missing = {name: total for name, total in totals.items() if getattr(said, name) is None}
            project = replace(project, amounts=replace(said, **missing))
        filled.append(project)
    return filled


def booked_problems(projects: Sequence[Project], booked: Booked, rules: LinkageRules) -> list[Problem]:
    """Where register and ledger differ, and where more came in than there is surplus."""
    finder = Finder(rules.severities)
    for project in projects:
        used = booked.used(project.code)
        if used is not None and used != project.amount("used"):
            text = translate("LandLedger", "The register says {register} mu of surplus used, the ledger {ledger} mu.")
            said = sentence(text, register=project.amount("used").mu(4), ledger=used.mu(4))
            finder.say("linkage_ledger_differs", project.code, said, abs(used - project.amount("used")))
        accepted = booked.accepted(project.code)
        if accepted > max(project.surplus, ZERO):
            text = translate("LandLedger", "{ledger} mu of surplus came into the ledger, there are {surplus} mu.")
            said = sentence(text, ledger=accepted.mu(4), surplus=project.surplus.mu(4))
            finder.say("linkage_ledger_accepted", project.code, said, accepted - max(project.surplus, ZERO))
    return finder.found


def acceptances(projects: Sequence[Project], booked: Booked, day: datetime.date, operator: str = "") -> list[Request]:
    """What is still to come in: of each accepted project area its surplus less what came in before.

    InputError naming a project area without a document of acceptance, or whose county the ledger does not have.
    """
    by_name = {book.name: holder for holder, book in booked.books.items()}
    found = []
    for project in projects:
        missing = project.surplus - booked.accepted(project.code)
        if not project.amount("accepted") or missing <= ZERO:
            continue
        holder = project.county_code if project.county_code in booked.books else by_name.get(project.county, "")
        if not holder:
            template = translate("LandLedger", "Project area {area}: the ledger has no holder {county}.")
            raise InputError(template, area=project.code, county=project.county or project.county_code or "—")
        if not project.accept_no:
            template = translate("LandLedger", "Project area {area}: the number of the acceptance document is missing.")
            raise InputError(template, area=project.code)
        found.append(Request(Event.ACCEPT, holder, project.code, missing, day, project.accept_no, operator=operator))
    return found


def surplus_table(booked: Booked, projects: Sequence[Project], names: TableNames) -> FilledTable:
    """节余指标账: one row a holder and project area."""
    layout = load_layout("T09L", names.folder)
    titles = {project.code: project.name for project in projects}
    rows = []
    for number, each in enumerate(booked.positions, 1):
        book = booked.books.get(each.holder)
        cells = {
            "SEQ": str(number), "REGION": each.holder if book is None else book.name, "NO": each.area,
            "PRJ": titles.get(each.area), "ACC": each.accepted, "IN": each.in_, "OUT": each.out, "USE": each.used,
            "AVL": each.available, "Z1": each.issued, "Z2": each.returned, "Z9": each.outstanding,
        }  # fmt: skip
        rows.append(Row(with_sums(layout, cells)))
    return FilledTable(layout, summed_rows(layout, rows), None, {"name": names.title})


def surplus_identities(table: FilledTable, booked: Booked) -> list[Identity]:
    """What came in is what went out, was used, and is there; no more is transferred in than out. Whether the register says the
    same as the ledger is a rule (`booked_problems`)."""
    held = translate("LandLedger", "{table}: came in = transferred out + used + available")
    used = sentence(translate("LandLedger", "surplus ledger used = positions, added up"))
    return [
        *row_identities(table, held, "NO", lambda row: (row.value("HELD"), _rest(row))),
        Identity(used, "USE", total_area(table, "USE"), Area.total(each.used for each in booked.positions)),
        Identity(
            sentence(translate("LandLedger", "surplus ledger: transferred in ≤ transferred out")), "IN",
            total_area(table, "IN"), total_area(table, "OUT"), "≤",
        ),
    ]  # fmt: skip


def _rest(row: Row) -> Area:
    return Area.total(value for key in ("OUT", "USE", "AVL") if isinstance(value := row.value(key), Area))
