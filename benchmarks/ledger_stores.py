"""Posting a made-up journal into a ledger of each kind: a file, and a PostgreSQL server of one's own (a cluster in a
temporary folder, `fsync` on). `python -m <checkout>.benchmarks.ledger_stores 100000` from the folder above the checkout.

One block of all vouchers, chain and sums included, then one voucher after another, then what windows and reports read.
"""

from __future__ import annotations

import datetime
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.ledger.model import AccountKey, Book, Draft, Posting
from ..core.store import geopackage, postgresql
from ..scripts.private_postgresql import PrivateServer

if TYPE_CHECKING:
    from ..core.store import Store

BOOKS = [Book(f"37000{place}", "quota", f"37000{place}", f"示例 {place}") for place in range(8)]
PROJECTS = 2000
SINGLE = 50


def journal(count: int) -> list[Draft]:
    """`count` allocations of made-up projects over two years, in the books by turns; every voucher in three dimensions."""
    chance = random.Random(20230314)
    first = datetime.date(2022, 1, 1)
    return [
        _allocation(BOOKS[place % len(BOOKS)].code, first + datetime.timedelta(days=place * 730 // count), place, chance)
        for place in range(count)
    ]


def _allocation(book: str, day: datetime.date, place: int, chance: random.Random) -> Draft:
    project, amount = f"XM-{chance.randrange(PROJECTS):04d}", chance.randrange(400, 40000) * 100
    give, take = AccountKey(book, day.year, "CZ", "EXT"), AccountKey(book, day.year, "CZ", "ALC", project)
    postings = tuple(
        posting
        for dimension, share in (("NEW", 1), ("AGR", 2), ("CUL", 4))
        for posting in (Posting(give, dimension, -(amount // share)), Posting(take, dimension, amount // share))
    )
    return Draft(
        book, "allocate", day, postings, doc_no=f"示例自然资〔{day.year}〕{place}号", project=project, reason="年度计划",
        operator="示例", origin=f"示例.xlsx!{place}",
    )  # fmt: skip


def measure(store: Store, drafts: list[Draft]) -> dict[str, float]:
    """Seconds by what was done."""
    found: dict[str, float] = {}

    def timed(name: str, act: Callable[[], object]) -> None:
        start = time.perf_counter()
        act()
        found[name] = time.perf_counter() - start

    codes = [book.code for book in BOOKS]
    timed("one block", lambda: _post(store, codes, drafts[:-SINGLE]))
    timed(f"{SINGLE} one by one", lambda: [_post(store, [draft.book], [draft]) for draft in drafts[-SINGLE:]])
    timed("balances", store.balances)
    timed("balances at a day", lambda: store.balances(until=datetime.date(2022, 12, 31)))
    timed("turnover", store.turnover)
    timed("all vouchers", lambda: sum(1 for _ in store.vouchers()))
    return found


def _post(store: Store, books: list[str], drafts: list[Draft]) -> None:
    with store.writing(books) as writing:
        writing.append(drafts)


def main() -> None:
    """Print a table."""
    drafts = journal(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    server = PrivateServer("fsync=on", "synchronous_commit=on", "full_page_writes=on")
    try:
        with tempfile.TemporaryDirectory() as folder:
            reached = {"host": str(server.folder), "dbname": "postgres", "user": server.user}
            stores: dict[str, Store] = {
                "GeoPackage": geopackage.create(Path(folder) / "ledger.gpkg", "made up", BOOKS),
                "PostgreSQL": postgresql.create(reached, "made up", BOOKS),
            }
            seconds = {name: measure(store, drafts) for name, store in stores.items()}
            for store in stores.values():
                store.close()
    finally:
        server.stop()
    print(f"{len(drafts):,} vouchers, {sum(len(draft.postings) for draft in drafts):,} postings; seconds")
    for act in seconds["GeoPackage"]:
        print(f"{act:20}", *(f"{name} {times[act]:8.2f}" for name, times in seconds.items()))


if __name__ == "__main__":
    main()
