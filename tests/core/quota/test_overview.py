"""Standings at a glance: against sums by hand; what is kept apart is in no sum over sources."""

from __future__ import annotations

import datetime

import pytest

from ....core.quota.overview import overview
from ....core.quota.vocabulary import QuotaAmount
from ....core.store.geopackage import create
from .made_quota import BOOKS, CITY, NORTH, amount, ask, seeded


@pytest.fixture
def quota(tmp_path):
    store = create(tmp_path / "示例.gpkg", "示例", BOOKS)
    yield seeded(store, carry_over="allow")
    store.close()


def test_linkage_quota_is_in_no_total(quota):
    """增减挂钩节余 and 盘活 stand for themselves, beside the 14000 + 6312 kind of total."""
    issued = (("ZC", 30), ("JY", 12), ("ZJ", 7), ("PH", 5))
    quota.post([ask("issue", NORTH, (size, size, 1), source=source) for source, size in issued])
    quota.post([ask("issue", CITY, 100, source="JC"), ask("allocate", NORTH, (2, 2, 0), source="ZJ", project="P1")])
    found = overview(quota.store.balances(), 2023, quota.sources().values())
    assert found.apart == {"ZJ", "PH"}
    assert found.of_book(NORTH).obtained == amount(42, 42, 2)
    assert found.of_book(NORTH).left == found.of_book(NORTH).available == amount(42, 42, 2)
    assert found.total.obtained == amount(142, 42, 2)
    assert found.of_source("ZJ").obtained == amount(7, 7, 1)
    assert (found.of_source("ZJ").available, found.of_source("ZJ").allocated) == (amount(5, 5, 1), amount(2, 2))


def test_every_source_adds_up(quota):
    """obtained + adjusted + carried − reclaimed = what lies in the states, also across years and holders."""
    quota.post([ask("issue", CITY, 50, source="ZC"), ask("opening", NORTH, 20, source="ZC", year=2022)])
    quota.post(
        [
            ask("transfer_out", CITY, 8, source="ZC", to_holder=NORTH, to_source="SJ"),
            ask("transfer_out", CITY, 3, source="ZC", to_holder=NORTH),
            ask("carry_over", NORTH, 5, source="ZC", year=2022),
            ask("reclaim", NORTH, 2, source="ZC", year=2022),
            ask("reserve", NORTH, 4, source="ZC", project="P1"),
            ask("advance", NORTH, 6, project="P2"),
            ask("clear", NORTH, 3, source="ZC", project="P2", approval="甲"),
            ask("advance", NORTH, 1, project="P1", day=datetime.date(2023, 6, 1)),
        ]
    )
    for year in (None, 2022, 2023):
        found = overview(quota.store.balances(), year, quota.sources().values())
        for (book, source), one in found.standings.items():
            if source != "YZ":
                came = one.obtained.plus(one.adjusted).plus(one.carried).minus(one.reclaimed)
                lies = one.available.plus(one.reserved).plus(one.allocated).plus(one.pending).plus(one.used)
                assert came == lies, (year, book, source)
        assert found.total.adjusted == QuotaAmount(0)
    north = overview(quota.store.balances(), 2023, quota.sources().values()).of_book(NORTH)
    assert (north.adjusted, north.carried, north.advanced) == (amount(11), amount(5), amount(1))
    assert (north.available, north.reserved, north.used, north.left) == (amount(9), amount(4), amount(3), amount(12))
