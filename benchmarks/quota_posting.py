"""Posting a batch into the quota ledger: `python -m land_ledger.benchmarks.quota_posting --counts 1k,10k,100k`.

The same made-up requests (issue, allocate, submit, use, advance; three dimensions each) are judged by all rules and posted
into a GeoPackage ledger; beside it, in the same run, bare SQLite takes the same vouchers with a hash chain and nothing else.
Seconds are of this machine; what counts is how many times the bare journal the ledger takes. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import hashlib
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ..core.quota.ledger import QuotaLedger
from ..core.quota.quarter import Quarter
from ..core.quota.request import Request
from ..core.quota.subjects import books_of, seed_registers, shipped_holders, shipped_sources
from ..core.quota.vocabulary import Event, QuotaAmount
from ..core.rules import load_rules
from ..core.store.geopackage import create

SOURCES = ("ZC", "JY", "ZX", "JC")
ROUND = (Event.ISSUE, Event.ALLOCATE, Event.SUBMIT, Event.USE, Event.ADVANCE)
FIRST = datetime.date(2023, 1, 1)
REQUESTS_A_PROJECT = 200


def requests_of(count: int, holders: Sequence[str]) -> list[Request]:
    """Made-up requests, five events after each other on ever the next project, over a year."""
    projects = max(1, count // REQUESTS_A_PROJECT)
    found = []
    for number in range(count):
        turn, event = divmod(number, len(ROUND))
        place = turn % projects
        day = FIRST + datetime.timedelta(days=number * 360 // count)
        issued = ROUND[event] in (Event.ISSUE, Event.ALLOCATE)
        found.append(
            Request(
                ROUND[event],
                holders[place % len(holders)],
                day,
                QuotaAmount(10_000_000 + 100 * (turn % 1000), 8_000_000, 5_000_000),
                2023,
                SOURCES[turn % len(SOURCES)] if issued else "",
                "" if ROUND[event] is Event.ISSUE else f"P{place}",
                f"示例〔2023〕{turn}号",
                day,
                f"示例批〔2023〕{turn}号" if ROUND[event] is Event.USE else "",
                operator="示例",
                origin=f"示例.xlsx#{number}",
            )
        )
    return found


def timed(job: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of this process, and what the job returned; reference cycles are not searched for, as in an algorithm."""
    gc.collect()
    gc.disable()
    started = time.process_time()
    try:
        result = job()
    finally:
        gc.enable()
    return time.process_time() - started, result


def bare_journal(path: Path, drafts: Sequence[Any]) -> None:
    """The reference: vouchers and postings into two plain tables, each voucher sealed with the one before it."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE voucher (id INTEGER PRIMARY KEY, text TEXT, seal TEXT)")
    connection.execute("CREATE TABLE posting (voucher INTEGER, account TEXT, dimension TEXT, amount INTEGER)")
    seal, vouchers, postings = "", [], []
    for number, draft in enumerate(drafts):
        text = repr((draft.event, draft.book_date, draft.doc_no, draft.project, draft.postings))
        seal = hashlib.sha256((seal + text).encode()).hexdigest()
        vouchers.append((number, text, seal))
        postings += [(number, repr(account), dimension, amount) for account, dimension, amount in draft.postings]
    connection.executemany("INSERT INTO voucher VALUES (?, ?, ?)", vouchers)
    connection.executemany("INSERT INTO posting VALUES (?, ?, ?, ?)", postings)
    connection.commit()
    connection.close()


def measure(count: int, folder: Path) -> dict[str, float]:
    """Seconds of each part for so many requests."""
    holders = shipped_holders()
    store = create(folder / f"{count}.gpkg", "示例", books_of(holders))
    seed_registers(store, holders, shipped_sources(), "示例")
    quota = QuotaLedger(store, load_rules(), lambda: datetime.date(2024, 1, 5))
    codes = [holder.code for holder in holders]
    projects = [
        ("project", {"code": f"P{place}", "name": f"示例{place}", "holder": codes[place % len(codes)]})
        for place in range(max(1, count // REQUESTS_A_PROJECT))
    ]
    quota.put_all(projects, "示例")
    requests = requests_of(count, codes)
    judged, preview = timed(lambda: quota.preview(requests))
    if preview.refused:
        raise SystemExit(str(next(problem.text for problem in preview.problems if problem.hard)))
    posted, _ = timed(lambda: quota.post(requests))
    bare, _ = timed(lambda: bare_journal(folder / f"{count}.sqlite", preview.drafts))
    balances, _ = timed(quota.positions)
    single = [Request(Event.ISSUE, codes[0], FIRST, QuotaAmount(100), 2023, "ZC", doc_no="示例")]
    one, _ = timed(lambda: quota.preview(single))
    closed, _ = timed(lambda: quota.close_quarter(Quarter.of(FIRST), codes, "示例"))
    store.close()
    return {"judged": judged, "posted": posted, "bare": bare, "balances": balances, "one": one, "closed": closed}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", default="1k,10k,100k", help="numbers of requests, with commas; k for thousands")
    asked = parser.parse_args(arguments)
    print("| requests | rules only (s) | rules and posting (s) | bare journal (s) | times | balances (s) | check one (s) | close (s) |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    for word in asked.counts.split(","):
        count = int(word[:-1]) * 1000 if word.endswith("k") else int(word)
        with tempfile.TemporaryDirectory() as folder:
            found = measure(count, Path(folder))
        times = found["posted"] / found["bare"] if found["bare"] else 0.0
        print(
            f"| {count} | {found['judged']:.2f} | {found['posted']:.2f} | {found['bare']:.2f} | {times:.1f} "
            f"| {found['balances']:.3f} | {found['one']:.4f} | {found['closed']:.2f} |"
        )
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
