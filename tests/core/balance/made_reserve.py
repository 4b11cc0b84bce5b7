"""A made-up reserve for tests: two counties under a city, a few lots, projects that draw from them."""

from __future__ import annotations

import datetime
from pathlib import Path

from ....core.balance.indicators import NOTHING, Indicators
from ....core.balance.reserve.ledger import NewLot, ReserveLedger, found_reserve
from ....core.ledger.model import Book
from ....core.quota.subjects import Holder, seed_registers, shipped_sources
from ....core.quota.vocabulary import BOOK_KIND
from ....core.rules import load_rules
from ....core.store.geopackage import create

CITY, EAST, WEST = "371500", "371502", "371526"
HOLDERS = (
    Holder(CITY, "编造市本级", "市本级", "city", CITY, "", 0),
    Holder(EAST, "编造东区", "东区", "district", EAST, CITY, 1),
    Holder(WEST, "编造西县", "西县", "county", WEST, CITY, 2),
)
MU = 1_000_000
TODAY = datetime.date(2024, 2, 20)
DAY = datetime.date(2023, 5, 4)


def amounts(quantity: float = 0, paddy: float = 0, capacity: int = 0) -> Indicators:
    """In mu, mu and kg."""
    return Indicators(round(quantity * MU), round(paddy * MU), capacity)


def lot_values(code: str, holder: str = EAST, **values: object) -> dict[str, object]:
    """A row of the register."""
    return {
        "code": code, "holder": holder, "name": f"编造项目{code}", "kind": "consolidation", "entered": "2022-03-01",
        "grade": "8", "grade_system": "national15", "doc_no": f"编验{code}号", **values,
    }  # fmt: skip


def new_lot(code: str, original: Indicators, holder: str = EAST, used: Indicators = NOTHING, **values: object) -> NewLot:
    return NewLot(lot_values(code, holder, **values), original, used)


def open_store(path: Path):
    """A ledger with quota and reserve books of the same holders."""
    store = create(path, "编造的台账", [Book(h.code, BOOK_KIND, h.code, h.label) for h in HOLDERS])
    seed_registers(store, HOLDERS, shipped_sources())
    found_reserve(store)
    return store


def open_reserve(path: Path, **rules: str) -> ReserveLedger:
    """An empty reserve."""
    return ReserveLedger(open_store(path), load_rules().replaced(rules, "test"), lambda: TODAY)


def project(ledger: ReserveLedger, code: str, holder: str = EAST, **values: object) -> None:
    ledger.put_project({"code": code, "name": f"项目{code}", "holder": holder, "type": "single", **values}, "甲")
