"""A made-up ledger with something of everything: reserve of two counties over two years, linkage, outflow spots."""

from __future__ import annotations

import datetime
from pathlib import Path

from ....core.area import Area
from ....core.balance.linkage.keeping import rows_to_keep
from ....core.balance.linkage.model import Amounts, Project
from ....core.balance.linkage.surplus import Request, SurplusLedger, found_linkage
from ....core.balance.linkage.vocabulary import Event
from ....core.balance.rectification.keeping import keep
from ....core.balance.rectification.model import Act, Spot, Way
from ....core.balance.reserve.ledger import ReserveLedger
from .made_reserve import EAST, TODAY, WEST, amounts, new_lot, open_reserve, project

FIRST, SECOND = datetime.date(2022, 6, 1), datetime.date(2023, 9, 10)
HALF = datetime.date(2023, 6, 30)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def farmland_ledger(path: Path) -> ReserveLedger:
    """The reserve of `fill_reserve` in a file."""
    ledger = open_reserve(path)
    fill_reserve(ledger)
    return ledger


def fill_reserve(ledger: ReserveLedger) -> None:
    """By hand, in mu: L1 100 (12 drawn before), L2 40 (expired), R running, W of the other county; P1 draws 30, P2 is frozen
    and promised, P3 drew and was reversed, P4 has nothing, W1 draws in the west; 5 mu go from east to west."""
    ledger.enter(
        [new_lot("L1", amounts(100, 20, 90_000), used=amounts(12, 2, 10_000)),
         new_lot("L2", amounts(40, 0, 30_000), valid_to="2023-10-01")], FIRST, "甲", opening=True,
    )  # fmt: skip
    ledger.enter([new_lot("R", amounts(0, 10, 9_000), kind="upgrading", running=True)], FIRST)
    ledger.enter([new_lot("W", amounts(60, 6, 50_000), WEST, valid_to="2024-06-30")], FIRST)
    project(ledger, "P1", need_quantity=30_000_000, need_paddy=3_000_000, need_capacity=20_000, way="settled")
    project(ledger, "P2", need_quantity=8_000_000, need_paddy=6_000_000, need_capacity=5_000, type="town_batch", way="open")
    project(ledger, "P3", need_quantity=10_000_000, need_capacity=1_000)
    project(ledger, "P4", need_quantity=1_000_000, need_capacity=0)
    project(ledger, "W1", WEST, need_quantity=7_000_000, need_paddy=0, need_capacity=6_000)
    ledger.freeze("P1", {"L1": amounts(20, 3, 15_000)}, day("2022-11-05"))
    ledger.draw("P1", {"L1": amounts(25, 3, 15_000), "L2": amounts(5, 0, 5_000)}, day("2022-12-20"), "确1", "批1")
    ledger.draw("P3", {"L1": amounts(10, 1, 1_000)}, day("2022-12-28"), "确3", "批3")
    ledger.reverse(EAST, ledger.store.head(f"{EAST}BC").number, day("2023-02-01"), "重复核销")
    ledger.freeze("P2", {"L1": amounts(8, 2, 5_000)}, day("2023-03-03"))
    ledger.freeze("P2", {"R": amounts(0, 4, 0)}, day("2023-03-04"), promised=True)
    ledger.transfer(EAST, WEST, {"L1": amounts(5, 1, 4_000)}, day("2023-05-15"), "调1")
    ledger.write_off(EAST, {"L2": amounts(1, 0, 1)}, day("2023-07-01"), "核减")
    ledger.draw("W1", {"W": amounts(7, 0, 6_000)}, SECOND, "确W", "批W")


def with_linkage(ledger: ReserveLedger) -> None:
    """Two project areas in the register; 12 and 8 mu of surplus came in, 5 were used, 2 went to the other county."""
    store = ledger.store.whole
    found_linkage(store)
    surplus = SurplusLedger(store, lambda: TODAY)
    areas = [
        Project("X1", "编造项目区一", "编造东区", EAST, "批挂1", 2022, Amounts(*map(Area.from_mu, ("60", "20", "8", "40", "30"))), "验1"),
        Project("X2", "编造项目区二", "编造西县", WEST, "批挂2", 2022, Amounts(*map(Area.from_mu, ("30", "10", "2", "20", "15"))), "验2"),
    ]  # fmt: skip
    surplus.post(
        [
            Request(Event.ACCEPT, EAST, "X1", Area.from_mu("12"), day("2022-08-01"), "验1"),
            Request(Event.ACCEPT, WEST, "X2", Area.from_mu("8"), day("2022-09-01"), "验2"),
            Request(Event.USE, EAST, "X1", Area.from_mu("5"), day("2023-04-01"), "用1", project="P1"),
            Request(Event.TRANSFER_OUT, EAST, "X1", Area.from_mu("2"), day("2023-08-01"), "调挂1", to_holder=WEST),
        ],
        rows_to_keep(store, areas), "甲",
    )  # fmt: skip


def with_spots(ledger: ReserveLedger) -> None:
    """Three spots of 2021: 300 mu restored and balanced, 200 half done, 50 open."""
    spots = [
        Spot("T1", Area.from_mu("300"), Area.from_mu("300"), "编造东区", EAST, year=2021, class_before="0103"),
        Spot("T2", Area.from_mu("200"), Area.from_mu("200"), "编造西县", WEST, year=2021),
        Spot("T3", Area.from_mu("50"), Area.from_mu("50"), "编造西县", WEST, year=2022),
    ]
    acts = [
        Act("T1", Way.RESTORED, Area.from_mu("180"), date=day("2022-05-01"), class_after="0103", number="A1"),
        Act("T1", Way.IN_OUT, Area.from_mu("120"), "J1", Area.from_mu("150"), "方案1", day("2022-10-01"), number="A2"),
        Act("T2", Way.SUPPLEMENT, Area.from_mu("100"), "B1", date=day("2023-08-08"), number="A3"),
    ]
    keep(ledger.store.whole, spots, acts, "甲")
