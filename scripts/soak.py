"""`scripts/soak [--kills 1000]`: kills of a posting program in series of a hundred, each on a ledger of its own."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from ..tests.processing.ledger_kills import LONGEST, Outcome, kill_often

SERIES = 100
REPORT = Path(__file__).resolve().parents[1] / "docs" / "soak.md"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--no-report", action="store_true", help="leave docs/soak.md as it is")
    arguments = parser.parse_args()
    total, started = Outcome(), time.monotonic()
    for series in range(-(-arguments.kills // SERIES)):
        kills = min(SERIES, arguments.kills - total.kills)
        with tempfile.TemporaryDirectory(prefix="land_ledger_soak_") as folder:
            total.add(kill_often(Path(folder) / "台账.gpkg", kills, seed=series + 1))
        print(f"{total.kills} kills, {total.vouchers} vouchers, {total.reads} readings, nothing lost", flush=True)
    if not arguments.no_report:
        REPORT.write_text(report(total, time.monotonic() - started), encoding="utf-8")
    return 0


def report(outcome: Outcome, seconds: float) -> str:
    """The page docs/soak.md."""
    behind = ", ".join(f"{count} × `{mark}`" for mark, count in sorted(outcome.left_behind.items())) or "none"
    return f"""# Kill −9 while posting

`make soak` (`scripts/soak`, {datetime.date.today().isoformat()}, {platform.system()} {platform.machine()},
{os.cpu_count()} cores, SQLite {sqlite3.sqlite_version}, {seconds / 60:.0f} minutes). A program posts blocks of 1 to 520
vouchers, transfers and records into a ledger of three books and acknowledges each block; it is killed with SIGKILL a
random time of 0 to {LONGEST * 1000:.0f} ms after its start or after its first or second block. A real QGIS reads the same
file all the while: layers opened and closed, one that stays open, one put into edit mode, so that the file changes between
the journal modes DELETE and WAL. After every kill the ledger is looked at: everything acknowledged is there with its seal,
every block is whole, verification of both chains, balances, turnovers, transfers and schema is clean. The reader sums all
postings at each reading: always nothing.

| | |
|---|---:|
| kills | {outcome.kills} |
| lost, half or wrong | 0 |
| blocks acknowledged | {outcome.acknowledged} |
| vouchers posted | {outcome.vouchers} |
| kills before the first acknowledgement | {outcome.before_the_first} |
| blocks committed in the moment of the kill, before they were acknowledged | {outcome.unacknowledged} |
| journals that kills left behind | {behind} |
| readings by QGIS | {outcome.reads} |
| of these torn, and right when read again | {outcome.torn} |

A reading in QGIS may be torn: GDAL opens a file that its own process has open, and so drops the locks of that process. What
is in the file is not touched by it, because what posts has no GDAL in its process (`core/store/sqlite_apart.py`).

The run ends at the first ledger that is not as it should be. Power failure is not what this shows: `synchronous=FULL` is
set, the disk has to keep its word.
"""


if __name__ == "__main__":
    sys.exit(main())
