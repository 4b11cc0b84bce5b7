"""The workbook of a verification: what does not hold, and the seal at the end of each book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..ledger.model import Book
from ..occupation.inputs_sheet import RunFacts, environment, fact
from ..progress import Progress, no_progress
from ..sentence import Say, translate
from ..workbook import FilledTable, Look, Row, load_layout, with_subtotals, write_workbook
from .interface import LedgerInfo
from .verify import Verified


def verify_tables(
    verified: Verified, info: LedgerInfo, books: Sequence[Book], label: str, facts: RunFacts, folder: str | None = None
) -> list[FilledTable]:
    """The sheets: findings (if there are any), books, inputs."""
    found = Counter(finding.book for finding in verified.findings)
    rows: list[Row] = []
    for book in books:
        head = verified.heads.get(book.code)
        if head is not None:
            rows.append(
                Row({
                    "SEQ": len(rows) + 1, "CODE": book.code, "NAME": book.name, "VOUCHERS": head.number,
                    "POSTINGS": head.postings, "HASH": head.hash, "RECORDS": head.record_number,
                    "FINDINGS": found[book.code],
                })
            )
    findings = [
        Row({
            "SEQ": number, "BOOK": finding.book, "PLACE": "" if finding.number is None else finding.place,
            "TEXT": finding.text,
        })
        for number, finding in enumerate(verified.findings, 1)
    ]
    layout = load_layout("VERIFY_BOOKS", folder)
    inputs = [
        fact(translate("LandLedger", "Ledger"), label, info.title),
        fact(translate("LandLedger", "Identity of the ledger"), info.uid),
        *environment(facts),
    ]
    tables = [FilledTable(load_layout("VERIFY_FINDINGS", folder), findings)] if findings else []
    tables.append(FilledTable(layout, with_subtotals(layout, rows) if rows else rows))
    tables.append(FilledTable(load_layout("INPUTS", folder), inputs))
    return tables


def write_verification(
    tables: Sequence[FilledTable], path: str | Path, fonts: Sequence[str] = (), say: Say = str,
    progress: Progress = no_progress,
) -> None:
    """Write the workbook, replacing what is there; OutputError names the file when that can't be done."""
    write_workbook(
        path, tables, overwrite=True, contents=True, say=say, progress=progress, look=Look.among(fonts)
    )  # fmt: skip
