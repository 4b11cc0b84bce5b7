"""Made-up quota ledgers for tests: a short story whose numbers can be told by hand, and a long random one."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

from ...core.ledger.model import Book
from ...core.quota.ledger import QuotaLedger
from ...core.quota.problems import Refused
from ...core.quota.request import Request
from ...core.quota.subjects import Holder, Source, seed_registers, shipped_sources
from ...core.quota.vocabulary import BOOK_KIND, Event, QuotaAmount
from ...core.rules import load_rules
from ...core.store.geopackage import create

CITY, EAST, WEST = "371500", "371502", "371526"
HOLDERS = (
    Holder(CITY, "编造市本级", "市本级", "city", CITY, "", 0),
    Holder(EAST, "编造东区", "东区", "district", EAST, CITY, 1),
    Holder(WEST, "编造西县", "西县", "county", WEST, CITY, 2),
)
MU = 1_000_000
TODAY = datetime.date(2024, 2, 20)


def amount(total: float, agricultural: float = 0, cultivated: float = 0) -> QuotaAmount:
    """An amount in 亩."""
    return QuotaAmount(*(round(part * MU) for part in (total, agricultural, cultivated)))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def open_books(path: Path, sources: tuple[Source, ...] | None = None, carry_over: bool = True) -> QuotaLedger:
    """A new ledger with a city and two counties."""
    store = create(path, "编造的指标台账", [Book(h.code, BOOK_KIND, h.code, h.label) for h in HOLDERS])
    seed_registers(store, HOLDERS, shipped_sources() if sources is None else sources)
    rules = load_rules()
    if carry_over:
        rules = rules.replaced({"quota_carry_over": "allow"}, "test")
    return QuotaLedger(store, rules, today=lambda: TODAY)


def project(ledger: QuotaLedger, code: str, holder: str, **values: object) -> None:
    ledger.put("project", {"code": code, "name": f"项目{code}", "holder": holder, **values}, "甲")


def story(path: Path) -> QuotaLedger:
    """Two quarters of 2023 (and one document of December booked in January): every event, one reversal."""
    ledger = open_books(path)
    project(ledger, "P1", EAST, level="provincial", demand=120 * MU, demand_cultivated=60 * MU, stage="province", officer="乙")
    project(ledger, "P2", EAST, level="county", demand=40 * MU, stage="assembly")
    project(ledger, "P3", WEST, level="provincial", demand=300 * MU, stage="approved")
    project(ledger, "P4", WEST, demand=10 * MU, stage="requested", requested="2023-08-01")
    project(ledger, "P5", WEST, level="county", demand=25 * MU)
    post(ledger, Event.ISSUE, CITY, "2023-07-03", amount(1000, 700, 400), source="JC", doc_no="市发1号")
    post(ledger, Event.ISSUE, EAST, "2023-07-10", amount(63.12, 30, 10), source="ZC", doc_no="省核1号")
    post(ledger, Event.ISSUE, WEST, "2023-07-11", amount(300, 200, 150), source="ZP", project="P3", doc_no="省直1号")
    post(ledger, Event.ISSUE, WEST, "2023-07-12", amount(12.5), source="JY", doc_no="错号")
    ledger.reverse(WEST, 2, day("2023-07-13"), "文号录错", "甲")
    post(ledger, Event.ISSUE, WEST, "2023-07-13", amount(12.5), source="JY", doc_no="省奖1号")
    post(ledger, Event.ISSUE, WEST, "2023-07-20", amount(88, 80, 70), source="ZJ", doc_no="挂钩1号")
    post(ledger, Event.TRANSFER_OUT, CITY, "2023-08-01", amount(200.0015, 100, 50), source="JC", to_holder=EAST, doc_no="调1")
    post(ledger, Event.TRANSFER_OUT, CITY, "2023-08-02", amount(50, 20, 5), source="JC", to_holder=WEST, to_source="SJ",
         doc_no="调2")
    post(ledger, Event.ADVANCE, EAST, "2023-08-15", amount(100, 80, 40), project="P1", doc_no="预1号")
    post(ledger, Event.ADVANCE, EAST, "2023-08-20", amount(30), project="P2", doc_no="预2号")
    post(ledger, Event.RESERVE, WEST, "2023-08-21", amount(10, 5, 1), source="SJ", project="P5")
    post(ledger, Event.ALLOCATE, WEST, "2023-08-25", amount(300, 200, 150), source="ZP", project="P3", doc_no="配1")
    post(ledger, Event.SUBMIT, WEST, "2023-09-01", amount(300, 200, 150), project="P3")
    post(ledger, Event.SUBMIT, EAST, "2023-09-10", amount(100, 80, 40), project="P1")
    post(ledger, Event.USE, WEST, "2023-10-08", amount(280.5, 190, 145), project="P3", approval="鲁政土2023-1", doc_no="批1",
         doc_date=day("2023-09-28"))
    post(ledger, Event.ALLOCATE, WEST, "2023-10-20", amount(15, 10, 2), source="SJ", project="P5", doc_no="配2")
    post(ledger, Event.SUBMIT, WEST, "2023-10-25", amount(12, 8, 2), project="P5")
    post(ledger, Event.CLEAR, EAST, "2023-11-06", amount(93.25, 75, 38), source="JC", project="P1", approval="鲁政土2023-2",
         doc_no="批2")
    post(ledger, Event.WRITE_OFF, WEST, "2023-11-20", amount(280.5, 190, 145), project="P3", source="ZP", doc_no="核1")
    post(ledger, Event.REPAY, EAST, "2023-12-01", amount(10), source="ZC", project="P2", doc_no="还1")
    post(ledger, Event.RECLAIM, WEST, "2023-12-10", amount(2.5), source="JY", doc_no="收1")
    post(ledger, Event.CARRY_OVER, CITY, "2023-12-28", amount(100, 50, 20), source="JC", doc_no="结1")
    post(ledger, Event.ISSUE, CITY, "2024-01-08", amount(12.05), source="ZX", year=2023, doc_no="省奖2号", doc_date=day("2023-12-29"))
    return ledger


def post(ledger: QuotaLedger, event: Event, holder: str, on: str, size: QuotaAmount, **values: object) -> None:
    """Book one event; the quota year is 2023 unless it is said."""
    ledger.post([Request(event, holder, day(on), size, **{"year": 2023, "operator": "甲", **values})])


def wander(path: Path, seed: int, tries: int = 260) -> QuotaLedger:
    """A random walk over half a year: what the rules refuse is not booked."""
    ledger, chance = open_books(path), random.Random(seed)
    for number in range(8):
        project(ledger, f"R{number}", chance.choice((EAST, WEST)), demand=chance.randrange(1, 90) * MU)
    booked: list[tuple[str, int]] = []
    on = datetime.date(2023, 6, 25)
    events = [event for event in Event if event not in (Event.REVERSE, Event.TRANSFER_IN)]
    for turn in range(tries):
        on += datetime.timedelta(days=chance.choice((0, 0, 1, 1, 2)))
        try:
            if booked and chance.random() < 0.08:
                done = ledger.reverse(*chance.choice(booked), on, "编造的冲销", "丙")
            else:
                event = chance.choice([Event.ISSUE] * 4 + [Event.ADVANCE, Event.ALLOCATE, Event.SUBMIT] * 2 + events)
                done = ledger.post([_any_request(chance, event, on, turn)])
        except Refused:
            continue
        booked += [(voucher.draft.book, voucher.number) for voucher in done.vouchers]
    return ledger


def _any_request(chance: random.Random, event: Event, on: datetime.date, turn: int) -> Request:
    total = chance.randrange(1, 900_000) * 100
    agricultural = chance.randrange(0, total // 100 + 1) * 100
    size = QuotaAmount(total, agricultural, chance.randrange(0, agricultural // 100 + 1) * 100)
    holder = chance.choice((CITY, EAST, WEST))
    needs_source = event not in (Event.ADVANCE, Event.SUBMIT, Event.USE, Event.SEND_BACK, Event.RETURN)
    return Request(
        event, holder, on, size, 2023,
        source=chance.choice(("JC", "ZC", "JY", "ZP", "ZJ", "SJ", "XJ", "QT")) if needs_source else "",
        project=f"R{chance.randrange(8)}" if event not in (Event.OPENING, Event.CARRY_OVER) else "",
        doc_no=f"编{turn}", doc_date=on - datetime.timedelta(days=chance.randrange(0, 20)),
        approval=f"批{turn}" if event in (Event.USE, Event.CLEAR) else "", reason="编造", operator="丙",
        to_holder=chance.choice((EAST, WEST)) if event is Event.TRANSFER_OUT else "",
    )  # fmt: skip
