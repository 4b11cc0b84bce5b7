"""Made-up service books for tests."""

from __future__ import annotations

import datetime

from ....core.ledger.model import Book
from ....core.rules import load_rules
from ....core.service.register.founding import found_service
from ....core.service.register.ledger import ServiceLedger

CITY, NORTH = "370000", "370001"
BOOKS = (Book(CITY, "quota", CITY, "示例市"), Book(NORTH, "quota", NORTH, "示例北县"))
TODAY = datetime.date(2024, 6, 30)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def open_service(store, today: datetime.date = TODAY) -> ServiceLedger:
    """A service book with two teams and a scenario."""
    found_service(store)
    ledger = ServiceLedger(store, load_rules(), lambda: today)
    ledger.put_teams(
        [
            {"code": "X1", "name": "第一小组", "lead": "甲", "role": "责任规划师", "level": "town", "from": "2024-01-01"},
            {"code": "X2", "name": "第二小组", "lead": "乙", "capacity": "12.5", "base_x": "39500000.123", "base_y": "4030000"},
        ],
        "丙",
    )
    ledger.put_scenario({"code": "S", "name": "示例方案", "state": "draft"}, "丙")
    return ledger
