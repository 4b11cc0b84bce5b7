"""Oracle of the class summary: regions × classes by SQL and Decimal, straight from the parcels' rows.

Shares nothing with the code it judges but the class table's CSV, which it reads by itself.
"""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

CODES = Path(__file__).resolve().parents[2] / "resources" / "codes" / "sandiao2019.csv"


def second_level() -> dict[str, str]:
    """Code → the code of its second-level class, or of its first where that has no second."""
    with open(CODES, encoding="utf-8-sig", newline="") as stream:
        rows = {row["code"]: row for row in csv.DictReader(stream)}
    found = {}
    for code in rows:
        up = code
        while rows[up]["level"] not in ("1", "2"):
            up = rows[up]["parent"]
        if rows[up]["level"] == "2" or not any(row["parent"] == up for row in rows.values()):
            found[code] = up
    return found


def cultivated() -> set[str]:
    """The codes of cultivated land."""
    with open(CODES, encoding="utf-8-sig", newline="") as stream:
        return {row["code"] for row in csv.DictReader(stream) if row["cultivated"] == "1"}


def cents(value: object) -> int:
    """An area in m² as whole 0.01 m²."""
    return int(Decimal(repr(float(value or 0))).quantize(Decimal("0.01"), ROUND_HALF_UP) * 100)  # type: ignore[arg-type]


def cells_of(rows: Iterable[Mapping[str, object]], digits: int, net: bool = True) -> dict[tuple[str, str], int]:
    """(region code, second-level class code) → 0.01 m², of rows with ZLDWDM, DLBM, TBMJ, KCMJ."""
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE parcels (region TEXT, class TEXT, cents INTEGER)")
        up, fields = second_level(), cultivated()
        for row in rows:
            region = str(row["ZLDWDM"] or "")[:digits]
            code = str(row["DLBM"] or "")
            ridge = cents(row["KCMJ"]) if net and code in fields else 0
            values = [(region, up.get(code, code), cents(row["TBMJ"]) - ridge), (region, "1203", ridge)]
            database.executemany("INSERT INTO parcels VALUES (?, ?, ?)", values)
        query = "SELECT region, class, SUM(cents) FROM parcels GROUP BY region, class HAVING SUM(cents) <> 0"
        return {(region, code): total for region, code, total in database.execute(query)}
