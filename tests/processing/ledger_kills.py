"""Kill −9 of a program that posts, at any moment, while a QGIS reads the file: what was acknowledged is there, nothing is
half there, every seal holds."""

from __future__ import annotations

import collections
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from ...core.store import VoucherQuery
from ...core.store.geopackage import GeoPackageStore, create
from ...core.store.verify import verify
from ..core.store.made_ledgers import BOOKS

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 0.09
"""Seconds until the kill, at most, from the start of the poster or from its first or second block."""


@dataclass
class Outcome:
    """Of a series of kills."""

    kills: int = 0
    acknowledged: int = 0
    unacknowledged: int = 0
    vouchers: int = 0
    reads: int = 0
    torn: int = 0
    before_the_first: int = 0
    left_behind: collections.Counter = field(default_factory=collections.Counter)

    def add(self, other):
        for name in ("kills", "acknowledged", "unacknowledged", "vouchers", "reads", "torn", "before_the_first"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.left_behind.update(other.left_behind)


class Programs:
    """The poster and the reader of one ledger."""

    def __init__(self, path):
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHONPATH", "QGIS_"))}
        package = __package__.rsplit(".", 2)[0]
        self.poster = subprocess.Popen(
            [sys.executable, "-m", f"{package}.tests.core.store.killed_poster", str(path)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=folder_of(package), env=clean,
        )  # fmt: skip
        reader = str(Path(__file__).with_name("ledger_reader.py"))
        self.complaints = path.with_name("reader.txt")
        with open(self.complaints, "w") as complaints:
            self.reader = subprocess.Popen(
                ["/usr/bin/python3", reader, str(path)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints, text=True,
                env={**clean, "QT_QPA_PLATFORM": "offscreen"},
            )  # fmt: skip
        assert self.reader.stdout.readline() == "ready\n"

    def end(self):
        """Both ended; how often the reader read, and how often what it read was torn."""
        self.poster.stdin.close()
        self.poster.wait(20)
        self.reader.stdin.close()
        said = self.reader.stdout.read().split()
        status = self.reader.wait(20)
        assert said[:1] == ["reads"], f"the reader ended with {status}: {said} {self.complaints.read_text()[-2000:]}"
        return int(said[1]), int(said[3])

    def kill_after(self, seed, seconds, blocks=0):
        """Let the poster post that many blocks, and then for so long; the acknowledgements that came through."""
        self.poster.stdin.write(f"{seed}\n")
        self.poster.stdin.flush()
        lines, child = [], None
        while child is None or len(lines) < blocks:
            word, _, rest = self.poster.stdout.readline().partition(" ")
            if word == "pid":
                child = int(rest)
            elif word == "ack":
                lines.append(rest)
            else:
                raise AssertionError(f"the poster ended: {word!r}")
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        while (line := self.poster.stdout.readline()) != "end\n":
            assert line.startswith("ack "), line
            lines.append(line[4:])
        return lines


def folder_of(package):
    """The folder from which `package` can be imported, through the link it was run by."""
    return next(str(Path(entry)) for entry in sys.path if entry and (Path(entry) / package / "metadata.txt").exists())


def kill_often(path, kills, seed=0, progress=lambda done: None):
    """Make a ledger at `path`, kill its poster so often, and look after each kill. AssertionError where anything is lost,
    half, or wrong."""
    create(path, "台账", BOOKS).close()
    programs, chance, outcome = Programs(path), random.Random(seed), Outcome()
    acknowledged = {book.code: (0, "0" * 64, 0) for book in BOOKS}
    try:
        for turn in range(1, kills + 1):
            lines = programs.kill_after(seed * 10_000 + turn, LONGEST * chance.random(), blocks=turn % 3)
            outcome.left_behind.update(
                mark for mark in ("-journal", "-wal") if path.with_name(path.name + mark).exists()
            )
            outcome.kills += 1
            outcome.acknowledged += len(lines)
            outcome.before_the_first += not lines
            for line in lines:
                for part in line.split():
                    book, number, seal, records = part.split(":")
                    acknowledged[book] = (int(number), seal, int(records))
            outcome.unacknowledged += look(path, acknowledged)
            progress(turn)
    finally:
        outcome.reads, outcome.torn = programs.end()
    store = GeoPackageStore(path)
    outcome.vouchers = store.count()
    store.close()
    return outcome


def look(path, acknowledged):
    """Whether the ledger holds what was acknowledged, and only whole blocks; 1 where there is one more than was told, which
    was committed in the moment of the kill."""
    store = GeoPackageStore(path)
    try:
        verified = verify(store)
        assert verified.clean, [f"{finding.place} {finding.text}" for finding in verified.findings]
        more = 0
        for book, (number, seal, records) in acknowledged.items():
            head = verified.heads[book]
            assert head.number >= number and head.record_number >= records, (book, head, number, records)
            if number:
                (kept,) = store.vouchers(VoucherQuery(books=[book], numbers=[number]))
                assert kept.hash == seal, (book, number)
            more = more or head.number > number
        rows = store.connection().execute("SELECT doc_no, COUNT(*) FROM voucher GROUP BY doc_no").fetchall()
        assert all(count == int(mark.partition("/")[2]) for mark, count in rows), rows
        return int(more)
    finally:
        store.close()
