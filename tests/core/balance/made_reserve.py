"""A made-up reserve for tests: two counties under a city, a few lots, projects that draw from them."""

from __future__ import annotations

import datetime
import random
from collections.abc import Sequence
from pathlib import Path

from ....core.balance.indicators import NOTHING, Indicators
from ....core.balance.reserve.ledger import NewLot, NewRow, ReserveLedger, found_reserve
from ....core.balance.reserve.vocabulary import Event
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


STOCK_MU, DRAWN_MU, PROJECTS = 8312.7, 4796.97, 177
"""Figures that a bulletin prints: stock left at the end of a year, drawn in it, by so many projects."""


def parts_of(total: int, count: int, step: int, chance: random.Random) -> list[int]:
    """`count` made-up whole numbers of `step`, each above nothing, whose sum is `total` (a multiple of it)."""
    cuts = sorted(chance.sample(range(1, total // step), count - 1))
    return [(after - before) * step for before, after in zip([0, *cuts], [*cuts, total // step])]


def stocked_reserve(path: Path, lots: int = 60, seed: int = 1) -> tuple[ReserveLedger, Sequence[tuple[str, Indicators]]]:
    """A made-up reserve of one county before the year's draws, and what its 177 projects need: lots of STOCK + DRAWN mu in
    all, needs of DRAWN mu in all; paddy a fifth of the land, capacity by grade, enough of both."""
    chance = random.Random(seed)
    ledger = open_reserve(path)
    new = []
    for number, size in enumerate(parts_of(round((STOCK_MU + DRAWN_MU) * MU), lots, 10_000, chance), 1):
        grade = chance.randrange(5, 11)
        original = Indicators(size, size // 50_000 * 10_000, size * 100 * (16 - grade) // MU)
        new.append(new_lot(f"CB{number:03d}", original, grade=str(grade)))
    ledger.enter(new, DAY)
    needs = []
    for number, size in enumerate(parts_of(round(DRAWN_MU * MU), PROJECTS, 10_000, chance), 1):
        needs.append((f"XM{number:03d}", Indicators(size, size // 100_000 * 10_000, size * 500 // MU)))
        project(ledger, needs[-1][0], need_quantity=size)
    return ledger, needs


def draw_all(ledger: ReserveLedger, needs: Sequence[tuple[str, Indicators]]) -> None:
    """Each project from the first lots that have some left, all of them or none: no matching, just amounts."""
    free = {lot.code: lot.remaining for lot in ledger.lots(EAST)}
    requests, rows = [], []
    for number, (code, need) in enumerate(needs, 1):
        taken: dict[str, Indicators] = {}
        for lot, left in free.items():
            share = Indicators(*map(min, left, need))
            if max(share) > 0:
                taken[lot], free[lot], need = share, left.minus(share), need.minus(share)
        rows.append(NewRow("balance_project", {**ledger.projects()[code].values, "confirmation": f"确{number}"}))
        requests.append(ledger.linked(Event.DRAW, code, taken, DAY, confirmation=f"确{number}", doc_no=f"批{number}"))
    ledger.post(requests, rows=rows)
