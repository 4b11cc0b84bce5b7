"""The windows of the quota ledger over a ledger that has a service book, too: they see what they saw before."""

from __future__ import annotations

import datetime
from dataclasses import replace

from ...core.quota.ledger import QuotaLedger
from ...core.rules import load_rules
from ...dialogs.ledger_state import read_state
from ..core.quota_ledgers import story
from ..core.service.made_register import open_service


def test_the_ledger_window_sees_quota_alone(tmp_path):
    store = story(tmp_path / "台账.gpkg").store.whole
    ledger = QuotaLedger(store, load_rules(), lambda: datetime.date(2024, 2, 20))
    before = read_state(ledger, 2023)
    open_service(store)
    after = read_state(ledger, 2023)
    assert replace(after) == replace(before) and len(store.books()) == len(after.books) + 1
    store.close()
