"""Project areas in the register `linkage_project` of a ledger: versions, never overwritten.

What was used of their surplus, and turnover quota, is no part of it: that stands in the linkage books.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from ...area import Area
from ...ledger.model import Scalar
from ...ledger.registers import load_register
from ...store import Store
from .model import Amounts, Project
from .surplus import NewRow, linkage_books

REGISTER = "linkage_project"

KEPT = ("approved", "new_build", "resettled", "accepted", "cultivated", "taken")
"""The amounts that the register has."""


def kept_projects(store: Store) -> list[Project]:
    """The project areas that the ledger has, in the order of their first entry."""
    return [_project(record.values) for record in store.records(REGISTER)]


def rows_to_keep(store: Store, projects: Iterable[Project]) -> list[NewRow]:
    """Rows of project areas that are new or changed, for `SurplusLedger.post`. The row of a county's project area stands in
    its own linkage book, of a county without one in the first."""
    books = linkage_books(store)
    if not books:
        return []
    by_name = {book.name: holder for holder, book in books.items()}
    first = next(iter(books))
    known = {record.key: record for record in store.records(REGISTER)}
    found = []
    for project in projects:
        own = project.county_code if project.county_code in books else by_name.get(project.county, "")
        declared = load_register(REGISTER)
        values = declared.checked(_values(project, own or project.county_code))
        key = declared.key_of(values)
        old = known.get(key)
        if old is None or dict(old.values) != values:
            found.append(NewRow(REGISTER, key, old.book if old else books[own or first].code, values))
    return found


def _values(project: Project, holder: str) -> dict[str, object]:
    return {
        "code": project.code, "name": project.name, "holder": holder, "county": project.county, "doc_no": project.doc_no,
        "year": project.year, **{name: getattr(project.amounts, name) for name in KEPT}, "accept_no": project.accept_no,
        "gained": _text_of(project.gained), "lost": _text_of(project.lost), "demolitions": project.demolitions,
        "buildings": project.buildings,
    }  # fmt: skip


def _text_of(value: Fraction | None) -> str:
    return "" if value is None else str(value)


def _project(values: Mapping[str, Scalar]) -> Project:
    def text(name: str) -> str:
        return str(values.get(name) or "")

    def grade(name: str) -> Fraction | None:
        return Fraction(text(name)) if text(name) else None

    amounts: dict[str, Area] = {name: Area(int(value)) for name in KEPT if (value := values.get(name)) is not None}
    year = values.get("year")
    return Project(
        text("code"), text("name"), text("county"), text("holder"), text("doc_no"), None if year is None else int(year),
        Amounts(**amounts), text("accept_no"), grade("gained"), grade("lost"), int(values.get("demolitions") or 0),
        int(values.get("buildings") or 0),
    )  # fmt: skip


def of_holders(projects: Sequence[Project], holders: Sequence[str]) -> list[Project]:
    """The project areas of these holders, and those of no known one."""
    return [project for project in projects if not project.county_code or project.county_code in holders]
