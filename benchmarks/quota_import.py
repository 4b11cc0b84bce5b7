"""A journal of n rows in an .xlsx into a ledger: seconds of processor time for reading, checking and posting.

    .venv/bin/python -m <checkout>.benchmarks.quota_import [rows …]

The journal is made up: 16 holders, a quota year of monthly issues, projects that are allocated, submitted and used.
"""

from __future__ import annotations

import datetime
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import openpyxl

from ..core.importing.opening import Order, open_order
from ..core.quota.importing.choices import Choices
from ..core.quota.importing.job import check_import, post_import
from ..core.quota.ledger import QuotaLedger
from ..core.quota.subjects import Holder, books_of, seed_registers, shipped_sources
from ..core.rules import load_rules
from ..core.store.geopackage import create
from .memory import peak_megabytes

SIZES = (1_000, 10_000, 100_000)
HOLDERS = [Holder("379900", "示例市", "市本级", "city"), *(Holder(f"3799{n:02d}", f"示例{n}县") for n in range(1, 16))]
HEADINGS = (
    "序号", "记账日期", "指标年度", "持有单位", "指标来源", "业务类型", "依据文号", "项目编码", "项目名称", "收入", "支出",
    "其中:农用地转用", "其中:占用耕地", "余额", "对方账户", "经办人", "备注",
)  # fmt: skip
STEPS = (("配置", 5.25), ("上报", 5.25), ("使用", 5.1))


def write_journal(path: Path, count: int) -> None:
    """`count` rows: an issue for every 9 that spend it on three projects of three steps each."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("流水账")
    sheet.append(["编造的指标流水账"])
    sheet.append(["面积单位：亩"])
    sheet.append(HEADINGS)
    first = datetime.date(2023, 1, 1)
    for number in range(count):
        group, place = divmod(number, 10)
        holder = HOLDERS[1 + group % 15].name
        date = first + datetime.timedelta(days=group * 360 * 10 // max(count, 10) % 360)
        if place == 0:
            row = ["切块", "下达", f"示发〔2023〕{group}号", None, None, 20.5, None, 15.5, 9.1234]
        else:
            project, step = divmod(place - 1, 3)
            word, area = STEPS[step]
            code = f"XM{group:05d}{project}"
            row = ["切块", word, f"示用〔2023〕{group}-{place}号", code, f"示例项目{code}", None, area, 5, 3]
        sheet.append([number + 1, date, 2023, holder, *row, None, None, "张某", None])
    book.save(path)
    _write_dimension(path, count)


def _write_dimension(path: Path, count: int) -> None:
    """What every spreadsheet program writes at the head of a sheet and openpyxl's quick writer does not."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"<sheetViews>", b'<dimension ref="A1:Q%d"/><sheetViews>' % (count + 3), 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)


def measure(count: int) -> dict[str, float]:
    """Seconds of processor time by part (other programs do not count), megabytes at the end."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.xlsx"
        write_journal(path, count)
        store = create(Path(folder) / "ledger.gpkg", "示例", books_of(HOLDERS))
        seed_registers(store, HOLDERS, shipped_sources())
        ledger = QuotaLedger(store, load_rules())
        times = [time.process_time()]
        grid, assignment = open_order(Order(str(path)))
        times.append(time.process_time())
        checked = check_import(ledger, grid, assignment, Choices(create_projects=True, operator="张某"))
        times.append(time.process_time())
        if checked.refused:
            raise SystemExit(str(next(problem.sentence for problem in checked.problems if problem.hard)))
        post_import(ledger, checked, "张某")
        times.append(time.process_time())
        again = check_import(ledger, grid, assignment, Choices(create_projects=True))
        times.append(time.process_time())
        if again.new or len(again.known) != count:
            raise SystemExit("the same file twice is not known")
        store.close()
    read, check, post, twice = (end - start for start, end in zip(times, times[1:]))
    return {"read": read, "check": check, "post": post, "check again": twice, "MB": peak_megabytes()}


def main() -> None:
    sizes = [int(text) for text in sys.argv[1:]] or SIZES
    for count in sizes:
        found = measure(count)
        print(f"{count:>8} rows", *(f"{name} {value:.1f}" for name, value in found.items()), sep="  ")


if __name__ == "__main__":
    main()
