"""Tables of a large quota ledger: seconds and memory of the yearly summary, of all sheets, of the written workbook.

    python -m <checkout>.benchmarks.quota_workbook 100000 [folder]

Makes a ledger of so many vouchers (made-up projects that are advanced, submitted, approved, cleared and written off in
twelve books), then runs each step in a process of its own, and prints one line a step. The size of the process before
the ledger is read is printed, too: what is above it is the step's own.
"""

from __future__ import annotations

import datetime
import gc
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from ..core.ledger.model import AccountKey, Book, Draft
from ..core.occupation.inputs_sheet import RunFacts
from ..core.quota.tables.former import former_year
from ..core.quota.tables.gained import gained_table
from ..core.quota.tables.job import job_for
from ..core.quota.tables.journal import journal_table, journals
from ..core.quota.tables.moves import Basis, turnover_until
from ..core.quota.tables.names import Names
from ..core.quota.tables.report import quota_report, write_quota_report
from ..core.quota.tables.standing import standings
from ..core.quota.vocabulary import BOOK_KIND, QuotaAmount
from ..core.store.geopackage import create, open_ledger
from ..core.workbook import write_workbook
from .memory import peak_megabytes

YEAR = 2023
COUNTIES = tuple(f"3715{number:02d}" for number in range(12))
_BATCH = 20_000
_FIRST = datetime.date(YEAR, 1, 2)


def drafts(count: int) -> Iterator[Draft]:
    """Vouchers of made-up projects, five each, and one issue a month and book; dates rise."""
    made = 0
    project = 0
    while made < count:
        book = COUNTIES[project % len(COUNTIES)]
        on = _FIRST + datetime.timedelta(days=made * 350 // count)
        if project % 500 == 0:
            for each in COUNTIES:
                yield _draft(each, "issue", on, "", [(("EXT", "JC", ""), -9_000_000_000), (("AVL", "JC", ""), 9_000_000_000)])
                made += 1
        code, size = f"P{project:06d}", 1_000_000 + project % 97 * 100
        yield _draft(book, "advance", on, code, [(("ADV", "YZ", code), -size), (("ALC", "YZ", code), size)])
        yield _draft(book, "submit", on, code, [(("ALC", "YZ", code), -size), (("PEN", "YZ", code), size)])
        yield _draft(book, "use", on, code, [(("PEN", "YZ", code), -size), (("USE", "YZ", code), size)])
        clear = [(("AVL", "JC", ""), -size), (("ADV", "YZ", code), size), (("USE", "YZ", code), -size), (("USE", "JC", code), size)]
        yield _draft(book, "clear", on, code, clear)
        yield _draft(book, "write_off", on, code, [(("USE", "JC", code), -size), (("WO", "JC", code), size)])
        made, project = made + 5, project + 1


def _draft(book: str, event: str, on: datetime.date, project: str, lines: list) -> Draft:
    postings = tuple(
        posting
        for (state, source, code), size in lines
        for posting in _amount(size).postings(AccountKey(book, YEAR, source, state, code))
    )
    return Draft(
        book, event, on, postings, on, f"编造〔{YEAR}〕{project or '下达'}号", project, "编造数据", "编造人", approval=project
    )


def _amount(total: int) -> QuotaAmount:
    size = abs(total)
    amount = QuotaAmount(size, size // 200 * 100, size // 400 * 100)
    return amount if total > 0 else amount.negative


def make_ledger(path: Path, count: int) -> None:
    """The ledger of a run."""
    store = create(path, "编造的大台账", [Book(code, BOOK_KIND, code, f"编造县{code}") for code in COUNTIES])
    waiting = list(drafts(count))
    for start in range(0, len(waiting), _BATCH):
        with store.writing(set(COUNTIES)) as writing:
            writing.append(waiting[start : start + _BATCH])
    store.close()


def step(name: str, path: Path) -> None:
    """One step in this process; prints seconds, and peak and former size in MB."""
    store = open_ledger(path)
    names = Names(store)
    job = job_for(store, YEAR, basis=Basis.BOOKING)
    before = peak_megabytes()
    start, busy = time.perf_counter(), time.process_time()
    rows = 0
    gc.disable()  # as the algorithms do
    if name == "summary":
        turnover = turnover_until(store, job.books, job.until, job.basis, job.year)
        of_year = standings(store, job, names, turnover)
        gained_table(of_year, former_year(store, job, names), job, names)
        rows = len(turnover)
    elif name == "tables":
        rows = sum(journal.count for journal in quota_report(store, job, RunFacts()).made.journals)
    elif name == "reference":
        rows = 100_000
        _openpyxl_alone(path.with_name("reference.xlsx"), rows)
    elif name == "journal":
        journal, _ = journals(store, job, names)
        rows = journal.count
        write_workbook(path.with_name("journal.xlsx"), [journal_table(journal, job, names)], overwrite=True)
    else:
        report = quota_report(store, job, RunFacts())
        rows = sum(journal.count for journal in report.made.journals)
        write_quota_report(report, path.with_name("all.xlsx"))
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    size = f"{peak_megabytes():5.0f} MB (before {before:.0f} MB)"
    print(f"{name:10} {rows:8} rows {seconds:7.2f} s (of the processor {busy:.2f} s), {size}", flush=True)


def _openpyxl_alone(path: Path, rows: int) -> None:
    """What a script would do: 17 columns, three shared styles, openpyxl's streaming sheet."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Border, Font, NamedStyle, Side

    book = Workbook(write_only=True)
    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    for name, number in (("text", "General"), ("area", "0.0000"), ("day", "yyyy-mm-dd")):
        style = NamedStyle(name=name, font=Font(name="宋体", size=10), border=border, number_format=number)
        book.add_named_style(style)
    sheet = book.create_sheet("流水账")
    for row in range(rows):
        cells = []
        for column in range(17):
            kind = "area" if column in (9, 10, 11, 12, 13) else "day" if column == 1 else "text"
            value = row + column / 16 if kind == "area" else _FIRST if kind == "day" else f"编造{row % 977}"
            cell = WriteOnlyCell(sheet, value=value)
            cell.style = kind
            cells.append(cell)
        sheet.append(cells)
    book.save(path)


def main(arguments: list[str]) -> int:
    """See the module."""
    if arguments[0] == "step":
        step(arguments[1], Path(arguments[2]))
        return 0
    if arguments[0] == "make":
        make_ledger(Path(arguments[1]), int(arguments[2]))
        return 0
    program = [sys.executable, "-m", __spec__.name]
    count, folder = int(arguments[0]), Path(arguments[1] if len(arguments) > 1 else ".")
    path = folder / f"quota_{count}.gpkg"
    if not path.exists():
        start = time.perf_counter()
        # In a process of its own: the size of a process begins with that of the one that started it.
        subprocess.run([*program, "make", str(path), str(count)], check=True)
        print(f"made {count} vouchers in {time.perf_counter() - start:.1f} s", flush=True)
    for name in arguments[2:] or ("reference", "summary", "tables", "journal", "all"):
        subprocess.run([*program, "step", name, str(path)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
