"""S1 to S4 for a whole ledger: what a bureau should look at, none of it an error.

S2 and S3 are comparisons that must not be taken for identities: what is approved in a year may exceed the quota obtained
(linkage batches, quota carried over, land that is not new), what is supplied may exceed what is approved (stock).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ..ledger.model import Scalar
from ..sentence import Sentence, sentence, translate
from ..store import Store
from .advances import project_advances
from .background import holders_of
from .policy import Policy
from .positions import Positions
from .problems import Problem, mu
from .rules import overdue_text, share_text


def notices(store: Store, positions: Positions, policy: Policy, year: int, until: datetime.date) -> list[Problem]:
    """The warnings of a quota year: S1 and S4 as of the positions and the day, S2 and S3 by the dates of the registers."""
    obtained = positions.obtained(year=year).total
    found: list[tuple[str, Sentence | None]] = [
        ("S1", share_text(positions.outstanding(year=year).total, obtained, year, policy))
    ]
    approved = _area_of(store, "approval", "approved", year, ("new_area", "area"))
    supplied = _area_of(store, "supply", "signed", year, ("area",))
    if approved > obtained:
        text = translate(
            "LandLedger",
            "{year}: {approved} mu were approved, more than the {obtained} mu of quota obtained; linkage batches, quota "
            "carried over and land that is not new account for such a difference.",
        )
        found.append(("S2", sentence(text, year=year, approved=mu(approved), obtained=mu(obtained))))
    if supplied > approved:
        text = translate(
            "LandLedger",
            "{year}: {supplied} mu were supplied, more than the {approved} mu approved; supply from stock accounts for such a "
            "difference.",
        )
        found.append(("S3", sentence(text, year=year, supplied=mu(supplied), approved=mu(approved))))
    found += [("S4", text) for text in _overdue(store, policy, until)]
    return [Problem(rule, False, -1, "", text) for rule, text in found if text is not None]


def _area_of(store: Store, register: str, date: str, year: int, areas: tuple[str, ...]) -> int:
    """The area of the rows of a register dated in a year, revoked ones left out."""
    return sum(
        _first_area(record.values, areas)
        for record in store.records(register)
        if str(record.values.get(date, "")).startswith(f"{year}-") and not record.values.get("revoked")
    )


def _first_area(values: Mapping[str, Scalar], areas: tuple[str, ...]) -> int:
    return next((int(values[name] or 0) for name in areas if name in values), 0)


def _overdue(store: Store, policy: Policy, until: datetime.date) -> list[Sentence]:
    late: dict[str, list[str]] = {}
    for each in project_advances(store, until, policy.overdue_quarters):
        if each.overdue:
            late.setdefault(each.book, []).append(each.project)
    holders = holders_of(store)
    names = {book: holders[book].label if book in holders else book for book in late}
    return [overdue_text(names[book], projects, policy) for book, projects in late.items()]
