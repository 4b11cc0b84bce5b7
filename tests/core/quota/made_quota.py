"""Made-up quota ledgers for the tests: a city and two counties that do not exist, short ways to ask for events."""

from __future__ import annotations

import datetime

from ....core.area import Area
from ....core.ledger.model import Book
from ....core.quota.ledger import QuotaLedger
from ....core.quota.request import Request
from ....core.quota.subjects import Holder, seed_registers, shipped_sources
from ....core.quota.vocabulary import NOTHING, Event, QuotaAmount
from ....core.rules import load_rules

CITY, NORTH, SOUTH = "370000", "370001", "370002"
HOLDERS = (
    Holder(CITY, "示例市", level="city"),
    Holder(NORTH, "示例北县", level="county", upper=CITY),
    Holder(SOUTH, "示例南县", level="county", upper=CITY),
)
BOOKS = [Book(holder.code, "quota", holder.code, holder.name) for holder in HOLDERS]
TODAY = datetime.date(2024, 2, 1)
DAY = datetime.date(2023, 5, 10)
PROJECTS = ("P1", "P2")


def seeded(store, projects=PROJECTS, **rules):
    """A quota ledger over an empty store with the BOOKS: shipped sources, made-up holders and projects, rules changed."""
    seed_registers(store, HOLDERS, shipped_sources(), "示例")
    quota = ledger_over(store, **rules)
    for code in projects:
        quota.put("project", {"code": code, "name": f"示例项目{code}", "holder": NORTH}, "示例")
    return quota


def ledger_over(store, today=TODAY, **rules):
    """A quota ledger with rules changed: `sub_dimensions="warn"`."""
    changed = {f"quota_{key}": value for key, value in rules.items()}
    return QuotaLedger(store, load_rules().replaced(changed, "test"), lambda: today)


def amount(total, agricultural=0, cultivated=0):
    """An amount of 亩, as text or whole numbers."""
    return QuotaAmount.of(*(Area.from_mu(part) for part in (total, agricultural, cultivated)))


def ask(event, holder=NORTH, size=None, day=DAY, **more):
    """A request with a document number; `size` in 亩, one number or three."""
    if isinstance(size, QuotaAmount):
        asked = size
    else:
        asked = NOTHING if size is None else amount(*size) if isinstance(size, tuple) else amount(size)
    values = {"doc_no": "示例〔2023〕1号", "operator": "示例", **more}
    return Request(Event(event), holder, day, asked, **values)


def balance(quota, holder=NORTH, state="AVL", source="ZC", year=2023, project=""):
    """Three balances in whole 亩."""
    found = {
        (place.holder, place.year, place.source, place.state.value, place.project): size
        for place, size in quota.positions().rows.items()
    }
    size = found.get((holder, year, source, state, project), NOTHING)
    return tuple(int(area.mu(0)) for area in size.areas)
