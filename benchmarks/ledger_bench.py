"""The ledger beside plain-text accounting: `python -m land_ledger.benchmarks.ledger_bench --sizes 1000,10000,100000`.

One made-up journal a size. Ours posts it as one batch: every rule of the quota book, the chain, balances and turnovers,
into a file that syncs; then balances and the yearly report are read. `ledger`, `hledger` and `bean-check` read the same
postings as text and check only that each transaction balances. A bare SQLite table with a hash chain shows what the disk
and the hashing cost alone. All balances are compared.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ..core.ledger.chain import canonical_voucher
from ..core.ledger.model import Draft
from ..core.quota.ledger import QuotaLedger
from ..core.quota.overview import overview
from ..core.quota.subjects import Holder, Project, books_of, seed_registers, shipped_sources, values_of
from ..core.quota.tables.filing import Ends, filing
from ..core.quota.tables.former import former_year
from ..core.quota.tables.job import job_for
from ..core.quota.tables.moves import turnover_until
from ..core.quota.tables.names import Names
from ..core.quota.tables.rolling import rolling_projects
from ..core.quota.tables.standing import standings
from ..core.rules import load_rules
from ..core.store.geopackage import create
from .journal import HOLDERS, PROJECTS, account_path, beancount_text, ledger_text, requests
from .memory import peak_megabytes
from .programs import CACHE
from .run import machine

SIZES = "1000,10000,100000"
TODAY = date(2026, 12, 31)
Balances = Mapping[tuple[str, str], int]
OTHERS = (
    ("ledger_stores", "Both stores: a file, and a PostgreSQL server with fsync on"),
    ("quota_workbook", "Tables and the written workbook"),
    ("quota_import", "A spreadsheet read, checked and posted"),
)
"""Benchmarks of single parts, each a program that prints its figures."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measure the ledger beside plain-text accounting programs.")
    parser.add_argument("--sizes", default=SIZES, help="vouchers, with commas")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--more", type=int, default=0, help="so many vouchers and rows also for both stores, tables, import")
    parser.add_argument("--report", type=Path, help="write the table there, as docs/benchmarks_ledger.md")
    asked = parser.parse_args(arguments)
    scratch = CACHE / "ledger"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    results = {}
    for size in (int(text) for text in asked.sizes.split(",")):
        results[size] = run_size(size, scratch, asked.rounds)
        print(json.dumps({size: results[size]}, ensure_ascii=False), flush=True)
    page = render(results)
    if asked.more:
        page += "".join(other(module, title, asked.more) for module, title in OTHERS)
    if asked.report:
        asked.report.write_text(page, encoding="utf-8")
    print(page)
    return 0


def run_size(size: int, scratch: Path, rounds: int) -> dict[str, Any]:
    """All programs on one journal: name → seconds, best of the rounds, and whether the balances agree."""
    wanted = requests(size)
    drafts, balances = _posted(wanted, scratch / f"{size}.gpkg")
    files = {"ledger": scratch / f"{size}.ledger", "beancount": scratch / f"{size}.beancount"}
    files["ledger"].write_text("".join(ledger_text(drafts)), encoding="utf-8")
    files["beancount"].write_text("".join(beancount_text(drafts)), encoding="utf-8")
    found: dict[str, Any] = {"vouchers": size, "postings": sum(len(draft.postings) for draft in drafts)}
    for number in range(rounds):
        path = scratch / f"{size}_{number}.gpkg"
        for name, work, given in (
            ("ours", _ours, (wanted, path)),
            ("ours, rules only", _rules_only, (wanted, path)),
            ("bare SQLite with a chain", _bare, (drafts, scratch / f"{size}_bare.db")),
            ("ledger", _ledger, (files["ledger"],)),
            ("hledger", _hledger, (files["ledger"],)),
            ("bean-check", _bean_check, (files["beancount"],)),
        ):
            _measure(found, name, work(*given), balances)
        path.unlink(missing_ok=True)
    found["peak MB"] = int(peak_megabytes())
    return found


def _measure(
    found: dict[str, Any], name: str, answer: tuple[dict[str, float], Balances | None] | None, wanted: Balances
) -> None:
    """Keep the best of the rounds."""
    if answer is None:
        return
    seconds, balances = answer
    row = found.setdefault(name, {})
    for part, value in seconds.items():
        row[part] = round(min(value, row.get(part, value)), 3)
    row["balances"] = "not asked" if balances is None else "equal" if dict(balances) == dict(wanted) else "DIFFERENT"


def _new_ledger(path: Path) -> QuotaLedger:
    path.unlink(missing_ok=True)
    holders = [Holder(code, f"示例{code}", upper="" if code == HOLDERS[0] else HOLDERS[0]) for code in HOLDERS]
    store = create(path, "journal made up for a benchmark", books_of(holders))
    seed_registers(store, holders, shipped_sources(), "bench")
    ledger = QuotaLedger(store, load_rules(), lambda: TODAY)
    with store.writing(HOLDERS) as writing:
        for holder in HOLDERS:
            for number in range(PROJECTS):
                project = Project(f"{holder}-{number:03d}", f"made up {number}", holder)
                writing.put("project", project.code, holder, values_of(project), "bench")
    return ledger


def _posted(wanted: Sequence[Any], path: Path) -> tuple[list[Draft], Balances]:
    ledger = _new_ledger(path)
    posted = ledger.post(wanted)
    balances = _paths(ledger.store.balances())
    ledger.store.close()
    path.unlink()
    return [voucher.draft for voucher in posted.vouchers], balances


def _paths(balances: Mapping[Any, int]) -> dict[tuple[str, str], int]:
    return {(account_path(account), dimension): amount for (account, dimension), amount in balances.items() if amount}


def _ours(wanted: Sequence[Any], path: Path) -> tuple[dict[str, float], Balances]:
    ledger = _new_ledger(path)
    begin = time.perf_counter()
    ledger.post(wanted)
    posted = time.perf_counter()
    balances = ledger.store.balances()
    overview(balances)
    read = time.perf_counter()
    _year(ledger)
    reported = time.perf_counter()
    ledger.store.close()
    seconds = {"seconds": posted - begin, "read": read - posted, "year": reported - read}
    return seconds, _paths(balances)


def _year(ledger: QuotaLedger) -> None:
    """All that the tables of a year are made of, but the lines of its journal."""
    store = ledger.store
    names, job, ends = Names(store), job_for(store, TODAY.year), Ends()
    turnover = turnover_until(store, job.books, job.until, job.basis, job.year)
    standings(store, job, names, turnover)
    former_year(store, job, names)
    for quarter in (job.quarter, job.quarter.plus(-1)):
        filing(store, job, names, quarter.first, quarter.last, ends)
    rolling_projects(store, job, names, ledger.policy.overdue_quarters)


def _rules_only(wanted: Sequence[Any], path: Path) -> tuple[dict[str, float], None]:
    ledger = _new_ledger(path)
    begin = time.perf_counter()
    ledger.preview(wanted)
    seconds = time.perf_counter() - begin
    ledger.store.close()
    return {"seconds": seconds}, None


def _bare(drafts: Sequence[Draft], path: Path) -> tuple[dict[str, float], Balances]:
    """Postings and a seal a voucher in one transaction: no rules, no numbers, no balances kept."""
    path.unlink(missing_ok=True)
    begin = time.perf_counter()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE voucher (id INTEGER PRIMARY KEY, content TEXT, hash TEXT)")
    connection.execute("CREATE TABLE posting (voucher INTEGER, account TEXT, dimension TEXT, amount INTEGER)")
    connection.execute("BEGIN IMMEDIATE")
    seal, vouchers, postings = "", [], []
    for number, draft in enumerate(drafts, 1):
        content = canonical_voucher(number, draft, "")
        seal = hashlib.sha256(f"{seal}\n{content}".encode()).hexdigest()
        vouchers.append((number, content, seal))
        postings += [(number, account_path(account), dimension, amount) for account, dimension, amount in draft.postings]
    connection.executemany("INSERT INTO voucher VALUES (?, ?, ?)", vouchers)
    connection.executemany("INSERT INTO posting VALUES (?, ?, ?, ?)", postings)
    connection.execute("COMMIT")
    posted = time.perf_counter()
    rows = connection.execute("SELECT account, dimension, SUM(amount) FROM posting GROUP BY 1, 2 HAVING SUM(amount) <> 0")
    balances = {(account, dimension): amount for account, dimension, amount in rows}
    read = time.perf_counter()
    connection.close()
    return {"seconds": posted - begin, "read": read - posted}, balances


def _program(name: str) -> str | None:
    own = CACHE / "beancount" / "bin" / name
    return str(own) if own.exists() else shutil.which(name)


def _run(command: Sequence[str]) -> tuple[float, str]:
    begin = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return time.perf_counter() - begin, done.stdout


def _ledger(file: Path) -> tuple[dict[str, float], Balances] | None:
    if _program("ledger") is None:
        return None
    shown = "%(account)\t%(display_total)\n"
    seconds, text = _run([_program("ledger") or "", "-f", str(file), "balance", "--flat", "--no-total", "--format", shown])
    balances, account = {}, ""
    for line in text.splitlines():
        name, tab, amount = line.partition("\t")
        account = name.strip() if tab else account
        number, _, dimension = (amount if tab else line).strip().partition(" ")
        if dimension:
            balances[account, dimension] = int(number)
    return {"seconds": seconds}, balances


def _hledger(file: Path) -> tuple[dict[str, float], Balances] | None:
    if _program("hledger") is None:
        return None
    seconds, text = _run([_program("hledger") or "", "-f", str(file), "balance", "--flat", "--no-total", "-O", "csv"])
    balances = {}
    for account, amounts in list(csv.reader(io.StringIO(text)))[1:]:
        for amount in amounts.split(", "):
            number, _, dimension = amount.strip().partition(" ")
            if dimension:
                balances[account, dimension] = int(number)
    return {"seconds": seconds}, balances


def _bean_check(file: Path) -> tuple[dict[str, float], None] | None:
    if _program("bean-check") is None:
        return None
    seconds, _ = _run([_program("bean-check") or "", "--no-cache", str(file)])
    return {"seconds": seconds}, None


def other(module: str, title: str, size: int) -> str:
    """What another benchmark prints, as a section of the page."""
    command = [sys.executable, "-m", f"{__package__}.{module}", str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    text = done.stdout if done.returncode == 0 else f"{done.stdout}\nended with {done.returncode}: {done.stderr[-400:]}"
    print(text, flush=True)
    return f"\n## {title}\n\n```\n{text.strip()}\n```\n"


def render(results: Mapping[int, Mapping[str, Any]]) -> str:
    """The page (Markdown)."""
    at = machine(Path(__file__).resolve().parent.parent)
    lines = [
        "# Benchmarks of the ledger", "",
        "Made by `make bench-ledger`; nothing here is typed by hand. Journals are made up (`benchmarks/journal.py`).", "",
        f"{at['date']}, commit {at['commit']}; {at['cores']} cores ({at['processor']}), {at['memory_gb']} GB, {at['system']}.",
        "",
        "Seconds are the best of the rounds. *Ours* posts the journal as one batch with every rule of the quota book, the chain,",
        "balances and turnovers, into a GeoPackage with synchronous=FULL. *Balances* are read for all accounts and summed for",
        "all holders and sources; *year* is all that the tables of a year are made of but the lines of the journal: summary, sources,",
        "months, two quarter filings, rolling projects.",
        "`ledger`, `hledger` and `bean-check` check only that each transaction balances.", "",
        "| vouchers | postings | program | post or read s | ratio to ours | balances s | year s | balances |",
        "|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for size, found in results.items():
        ours = found["ours"]["seconds"]
        for name, row in found.items():
            if isinstance(row, dict):
                first = (
                    f"{size:,}", f"{found['postings']:,}", name, f"{row['seconds']:.2f}", f"{row['seconds'] / ours:.2f}×"
                )  # fmt: skip
                lines.append("| " + " | ".join(_cells(first, row)) + " |")
        lines.append(f"| {size:,} | | *peak memory of ours* | {found['peak MB']} MB | | | | |")
    return "\n".join(lines) + "\n"


def _cells(first: Sequence[str], row: Mapping[str, Any]) -> list[str]:
    read = row.get("read")
    year = row.get("year")
    return [*first, "" if read is None else f"{read:.3f}", "" if year is None else f"{year:.3f}", str(row["balances"])]


if __name__ == "__main__":
    sys.exit(main())
