#!/usr/bin/env python3
"""Make the sample ledger: the quota book of a city for 2023 whose sums are those of a printed work bulletin.

`make_sample_ledger.py [file]` writes a ledger. The figures of `resources/sample/bulletin_2023.csv` are reproduced by
vouchers and records; how they are split among counties, projects, parcels and days is made up by a seed, and every row
says so. But for its identity, the times of recording and the seals that follow from them, the file is the same each time.
"""

from __future__ import annotations

import csv
import datetime
import importlib
import random
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "sample"
LEDGER_NAME = "sample_quota_ledger_2023.gpkg"
SEED = 2023
YEAR = 2023
WHO = "示例"
MADE_UP = "编造示例"
SPLIT = "合计为简报数字，分解为编造示例"
PRINTED = "简报数字"

CITY, CAPITAL, GAOTANG, RESORT = "371500", "371502", "371526", "3715K3"
GAOTANG_SHARES = {"ZC": 700, "JY": 4, "ZX": 130}
"""How the county's printed 834 mu are split among the sources: made up."""

TASKS = {GAOTANG: "1091.87", RESORT: "804.58"}
"""Tasks in mu, which the bulletin does not print: made up within the interval that the printed rates allow."""

CLEARED = 40
"""Advances that are cleared in the sample: made up."""


def load(name: str) -> Any:
    """A module of the plugin, whatever its folder is called."""
    sys.path.insert(0, str(ROOT.parent))
    try:
        return importlib.import_module(f"{ROOT.name}.{name}")
    finally:
        sys.path.remove(str(ROOT.parent))


AREA = load("core.area").Area
REQUEST = load("core.quota.request").Request
VOCABULARY = load("core.quota.vocabulary")
EVENT, AMOUNT = VOCABULARY.Event, VOCABULARY.QuotaAmount
LEDGERS = load("core.quota.ledger")
SUBJECTS = load("core.quota.subjects")
STORES = load("core.store.geopackage")
RULES = load("core.rules")


def figures() -> dict[str, Decimal]:
    """The printed figures by key."""
    with open(FOLDER / "bulletin_2023.csv", encoding="utf-8-sig", newline="") as stream:
        return {row["key"]: Decimal(row["value"]) for row in csv.DictReader(stream)}


def shares(chance: random.Random, total: Decimal, count: int, step: str = "0.01") -> list[Decimal]:
    """`total` split into `count` positive parts that are whole steps and sum to it exactly."""
    unit = Decimal(step)
    units = int(total / unit)
    weights = [chance.uniform(0.4, 1.6) for _ in range(count)]
    parts = [max(1, int(units * weight / sum(weights))) for weight in weights]
    parts[-1] += units - sum(parts)
    assert min(parts) > 0 and sum(parts) * unit == total
    return [part * unit for part in parts]


def amount(mu: Decimal) -> Any:
    """The three parts: four fifths agricultural, a half cultivated (made up; the bulletin prints totals only)."""
    return AMOUNT.of(*(AREA.from_mu(part) for part in (mu, mu * 4 / 5, mu / 2)))


class Sample:
    """What the ledger is made of: requests by day, and rows of registers."""

    def __init__(self) -> None:
        self.chance = random.Random(SEED)
        self.printed = figures()
        self.holders = [holder.code for holder in SUBJECTS.shipped_holders()]
        self.counties = [code for code in self.holders if code != CITY]
        self.requests: list[Any] = []
        self.records: list[tuple[str, dict[str, Any]]] = []
        self.free = dict.fromkeys(self.holders, Decimal(0))
        self._documents = 0

    def day(self, first: int, last: int) -> datetime.date:
        """A day of the year between two months."""
        return datetime.date(YEAR, self.chance.randint(first, last), self.chance.randint(1, 28))

    def document(self) -> str:
        self._documents += 1
        return f"示例〔{YEAR}〕{self._documents}号"

    def ask(self, event: Any, holder: str, day: datetime.date, mu: Decimal, reason: str, **more: Any) -> None:
        """A request of the sample."""
        values = {"year": YEAR, "doc_no": self.document(), "doc_date": day, "operator": WHO, "reason": reason, **more}
        self.requests.append(REQUEST(event, holder, day, amount(mu), **values))

    def project(self, code: str, holder: str, level: str, mu: Decimal, requested: datetime.date, kind: str) -> None:
        parts = amount(mu)
        values = {
            "code": code, "name": f"{kind}{code[-3:]}（示例）", "holder": holder, "level": level, "demand": parts.total,
            "demand_agricultural": parts.agricultural, "demand_cultivated": parts.cultivated,
            "officer": f"示例专员{self.chance.randint(1, 124):03d}", "stage": "requested", "requested": requested,
            "note": MADE_UP,
        }  # fmt: skip
        self.records.append(("project", values))

    # ------------------------------------------------------------------------------------------------- the bulletin

    def direct_quota(self) -> None:
        """国家、省直配: 14000 mu, locked to 23 provincial projects; half of them are used by the end of the year."""
        places = [code for code in self.holders if code != GAOTANG]
        for number, mu in enumerate(shares(self.chance, self.printed["obtained_ZP"], 23, "1"), 1):
            code, holder, day = f"SZD{number:03d}", places[number % len(places)], self.day(1, 6)
            self.project(code, holder, "provincial", mu, day, "省重点项目")
            named = {"source": "ZP", "project": code}
            self.ask(EVENT.ISSUE, holder, day, mu, SPLIT, **named)
            self.ask(EVENT.ALLOCATE, holder, day + datetime.timedelta(days=10), mu, MADE_UP, **named)
            if number % 2:
                self.approve(code, holder, mu, self.day(8, 11), "single")

    def approve(self, project: str, holder: str, mu: Decimal, day: datetime.date, kind: str) -> None:
        """Submit and use what is allocated to a project, with an approval on record."""
        document = self.document()
        self.approval(document, project, holder, mu, day, kind)
        self.ask(EVENT.SUBMIT, holder, day - datetime.timedelta(days=20), mu, MADE_UP, year=0, project=project)
        self.ask(EVENT.USE, holder, day, mu, MADE_UP, year=0, project=project, approval=document, doc_no=document)

    def approval(self, document: str, project: str, holder: str, mu: Decimal, day: datetime.date, kind: str) -> None:
        parts = amount(mu)
        values = {
            "doc_no": document, "name": f"{project}用地（示例）", "type": kind, "holder": holder, "project": project,
            "area": parts.total, "new_area": parts.total, "agricultural": parts.agricultural,
            "cultivated": parts.cultivated, "approved": day, "note": MADE_UP,
        }  # fmt: skip
        self.records.append(("approval", values))

    def general_quota(self) -> None:
        """增存挂钩核补, 节约集约奖励, 报批质效奖励: issued to the units; the county's 834 mu are among them."""
        others = [code for code in self.holders if code != GAOTANG]
        for source, own in GAOTANG_SHARES.items():
            rest = self.printed[f"obtained_{source}"] - own
            parts = dict(zip(others, shares(self.chance, rest, len(others), "0.01")))
            for holder in self.holders:
                mu = parts.get(holder, Decimal(own))
                self.ask(EVENT.ISSUE, holder, self.day(1, 3), mu, SPLIT, source=source)
                if source == "ZC":
                    self.free[holder] += mu
        assert sum(GAOTANG_SHARES.values()) == self.printed["county_obtained"]
        moved = Decimal(120)
        self.ask(EVENT.TRANSFER_OUT, CITY, self.day(4, 6), moved, MADE_UP, source="ZC", to_holder=CAPITAL)
        self.free[CITY] -= moved
        self.free[CAPITAL] += moved

    def county_projects(self) -> None:
        """高唐: 686 mu arranged for 28 projects of the county."""
        for number, mu in enumerate(shares(self.chance, self.printed["county_arranged"], 28, "0.01"), 1):
            code, day = f"GTX{number:03d}", self.day(4, 9)
            self.project(code, GAOTANG, "county", mu, day, "县重点项目")
            self.ask(EVENT.ALLOCATE, GAOTANG, day, mu, SPLIT, source="ZC" if number > 1 else "ZX", project=code)
        # Its first project takes the reward, so that the supplement is not exceeded.

    def advances(self) -> None:
        """预支: 10016 mu to 292 projects; some are cleared by the end of the year, with a little more or less."""
        cleared = 0
        parts = shares(self.chance, self.printed["advanced"], 292, "0.01")
        for number, mu in enumerate(parts, 1):
            code, holder = f"YZX{number:03d}", self.counties[number % len(self.counties)]
            day = self.day(1, 12)
            self.project(code, holder, self.chance.choice(("municipal", "county")), mu, day, "预支项目")
            self.ask(EVENT.ADVANCE, holder, day, mu, SPLIT, project=code)
            approved = mu + self.chance.choice((Decimal("-1.5"), Decimal(0), Decimal("0.5")))
            if cleared < CLEARED and day.month <= 8 and holder != GAOTANG and self.free[holder] >= approved > 0:
                self.clear(code, holder, approved)
                cleared += 1

    def clear(self, project: str, holder: str, mu: Decimal) -> None:
        document, day = self.document(), self.day(10, 12)
        self.free[holder] -= mu
        self.approval(document, project, holder, mu, day, "town_batch")
        named = {"source": "ZC", "project": project, "approval": document, "doc_no": document}
        self.ask(EVENT.CLEAR, holder, day, mu, MADE_UP, **named)

    def supply(self) -> None:
        """供应: 595 parcels, 12802 mu granted and 19601 mu allotted, 56 parcels with 1457.7 mu in 高唐; one of 2024."""
        chance, printed = self.chance, self.printed
        own_granted = Decimal("900")
        plan = [
            ("CR", GAOTANG, own_granted, 40),
            ("HB", GAOTANG, printed["county_supply"] - own_granted, 16),
            ("CR", "", printed["supply_CR"] - own_granted, 320),
            ("HB", "", printed["supply_HB"] - printed["county_supply"] + own_granted, 219),
        ]
        others = [code for code in self.counties if code != GAOTANG]
        number = 0
        for mode, holder, total, count in plan:
            for mu in shares(chance, total, count):
                number += 1
                place = holder or others[number % len(others)]
                self.parcel(f"示例-{YEAR}-{number:04d}", place, mode, mu, self.day(1, 12), SPLIT)
        assert number == printed["supply_parcels"]
        parcel = printed["parcel"]
        self.parcel("示例-2024-0001", CAPITAL, "CR", parcel, datetime.date(2024, 1, 2), f"{PRINTED}；编号、受让人为编造")

    def parcel(self, number: str, holder: str, mode: str, mu: Decimal, day: datetime.date, note: str) -> None:
        values = {
            "contract_no": number, "holder": holder, "signed": day, "recipient": "示例受让人", "mode": mode,
            "use": "商业用地" if mode == "CR" else "公共设施用地", "area": AREA.from_mu(mu).micro_mu,
            "start_due": day + datetime.timedelta(days=180), "finish_due": day + datetime.timedelta(days=900), "note": note,
        }  # fmt: skip
        self.records.append(("supply", values))

    def tasks(self) -> None:
        """批而未供 tasks: what was disposed of and the rate are printed, the task is made up within its interval."""
        for holder, done, rate in ((GAOTANG, "county_disposed", "county_disposed_rate"), (RESORT, "zone_disposed", "zone_disposed_rate")):
            values = {
                "holder": holder, "year": YEAR, "unsupplied_task": AREA.from_mu(TASKS[holder]).micro_mu,
                "unsupplied_done": AREA.from_mu(self.printed[done]).micro_mu, "unsupplied_rate": str(self.printed[rate]),
                "note": f"处置面积、完成比例为{PRINTED}；任务为编造，在印出比例所容区间内",
            }  # fmt: skip
            self.records.append(("task", values))

    def last_year(self) -> None:
        """Figures of 2022 that follow from the printed ones of 2023 and their growth (反推)."""
        growth = self.printed["obtained_growth"]
        value = (self.printed["obtained"] / (1 + growth / 100)).quantize(Decimal(1))
        self.former("obtained", value, "亩", "derived", growth, 2, "由21565亩和同比59.54%反推，整数唯一")
        for what in ("supply", "supply_CR", "supply_HB"):
            growth = self.printed[f"{what}_growth"]
            value = (self.printed[what] / (1 + growth / 100)).quantize(Decimal("0.1"))
            self.former(what, value, "亩", "derived", growth, 2, "由印出数和同比反推，为区间中值")
        value = self.printed["approved"] - self.printed["approved_increase"]
        self.former("approved", value, "亩", "derived", self.printed["approved_growth"], 1, "由2.46万亩减6965亩反推，2.46万亩为约数")

    def former(self, what: str, value: Decimal, unit: str, kind: str, growth: Decimal, decimals: int, note: str) -> None:
        values = {
            "holder": CITY, "year": YEAR - 1, "what": what, "value": str(value), "unit": unit, "qualifier": kind,
            "growth": str(growth), "growth_decimals": decimals, "note": note,
        }  # fmt: skip
        self.records.append(("former", values))

    def ceilings(self) -> None:
        for holder in self.counties:
            values = {"holder": holder, "period": str(YEAR), "area": AREA.from_mu(2000).micro_mu, "note": MADE_UP}
            self.records.append(("ceiling", values))


def make(path: Path) -> None:
    """Write the sample ledger."""
    sample = Sample()
    sample.direct_quota()
    sample.general_quota()
    sample.county_projects()
    sample.advances()
    sample.supply()
    sample.tasks()
    sample.last_year()
    sample.ceilings()
    holders = SUBJECTS.shipped_holders()
    store = STORES.create(path, "用地指标台账（示例，2023年）", SUBJECTS.books_of(holders))
    try:
        SUBJECTS.seed_registers(store, holders, SUBJECTS.shipped_sources(), WHO)
        ledger = LEDGERS.QuotaLedger(store, RULES.load_rules(), lambda: datetime.date(2024, 1, 5))
        ledger.put_all(sample.records, WHO)
        order = {event: place for place, event in enumerate(EVENT)}
        requests = sorted(sample.requests, key=lambda each: (each.book_date, order[each.event] if each.event is not EVENT.ISSUE else -1))
        quarter = LEDGERS.Quarter(YEAR, 1)
        for number in range(1, 5):
            here = [each for each in requests if LEDGERS.Quarter.of(each.book_date).number == number]
            ledger.post(here)
            if number == 1:
                ledger.close_quarter(quarter, [holder.code for holder in holders], WHO)
    finally:
        store.close()


def main(arguments: Sequence[str]) -> None:
    """Write it where it belongs, or into the file that is named."""
    path = Path(arguments[0]) if arguments else FOLDER / LEDGER_NAME
    path.unlink(missing_ok=True)
    make(path)
    print(f"{path} {path.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
