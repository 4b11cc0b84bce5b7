"""The sample ledger: every printed figure again, by SQL from the file alone; made anew it holds the same vouchers."""

from __future__ import annotations

import csv
import importlib.util
import json
import sqlite3
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "resources" / "sample"
LEDGER = FOLDER / "sample_quota_ledger_2023.gpkg"
MU = 10**6

MOVED = """
SELECT a.source, a.book, a.project, SUM(p.amount) FROM posting p
JOIN voucher v ON v.id = p.voucher_id JOIN account a ON a.id = p.account_id
WHERE p.dimension = 'NEW' AND a.state = ? AND v.event = ? AND v.book_date BETWEEN '2023-01-01' AND '2023-12-31'
GROUP BY a.source, a.book, a.project
"""


@pytest.fixture(scope="module")
def ledger():
    connection = sqlite3.connect(f"{LEDGER.as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def printed():
    with open(FOLDER / "bulletin_2023.csv", encoding="utf-8-sig", newline="") as stream:
        return {row["key"]: (Decimal(row["value"]), int(row["decimals"])) for row in csv.DictReader(stream)}


def moved(ledger, state, event, source=None, book=None):
    """(sum in mu, number of projects) of what an event moved into a state."""
    rows = [
        row for row in ledger.execute(MOVED, (state, event)) if source in (None, row[0]) and book in (None, row[1])
    ]
    return Fraction(sum(row[3] for row in rows), MU), len({row[2] for row in rows if row[2]})


def records(ledger, register):
    """The latest values of each row of a register."""
    rows = ledger.execute("SELECT key, content FROM record WHERE register = ? ORDER BY version", (register,))
    return {key: json.loads(content) for key, content in rows}


def test_quota_by_source_and_last_year(ledger, printed):
    for source in ("ZP", "ZC", "JY", "ZX"):
        assert moved(ledger, "AVL", "issue", source)[0] == printed[f"obtained_{source}"][0]
    total = moved(ledger, "AVL", "issue")[0]
    assert total == printed["obtained"][0] == 21565
    assert moved(ledger, "AVL", "issue", "ZP")[1] == printed["provincial_projects"][0] == 23
    former = records(ledger, "former")["371500:2022:obtained"]
    assert former["value"] == "13517"
    growth = (Decimal(21565) / 13517 - 1) * 100
    assert growth.quantize(Decimal("0.01"), ROUND_HALF_UP) == printed["obtained_growth"][0]
    near = [(Decimal(21565) / each - 1) * 100 for each in (13516, 13518)]
    assert all(each.quantize(Decimal("0.01"), ROUND_HALF_UP) != printed["obtained_growth"][0] for each in near)


def test_advances_and_the_county(ledger, printed):
    assert moved(ledger, "ALC", "advance") == (printed["advanced"][0], printed["advanced_projects"][0]) == (10016, 292)
    assert moved(ledger, "AVL", "issue", book="371526")[0] == printed["county_obtained"][0] == 834
    assert moved(ledger, "ALC", "allocate", book="371526") == (686, 28)
    assert (printed["county_arranged"][0], printed["county_projects"][0]) == (686, 28)


def test_supply_by_mode_and_the_parcel(ledger, printed):
    parcels = records(ledger, "supply").values()
    year = [row for row in parcels if row["signed"].startswith("2023-")]
    assert len(year) == printed["supply_parcels"][0] == 595
    for mode in ("CR", "HB"):
        assert Fraction(sum(row["area"] for row in year if row["mode"] == mode), MU) == printed[f"supply_{mode}"][0]
    assert Fraction(sum(row["area"] for row in year), MU) == printed["supply"][0] == 12802 + 19601
    own = [row["area"] for row in year if row["holder"] == "371526"]
    assert (len(own), Fraction(sum(own), MU)) == (printed["county_supply_parcels"][0], printed["county_supply"][0])
    (granted,) = [row for row in parcels if row["signed"] == "2024-01-02"]
    assert Fraction(granted["area"], MU) == printed["parcel"][0]
    assert Fraction(granted["area"], MU) * Fraction(2000, 3) == 19704


def test_task_rates(ledger, printed):
    tasks = records(ledger, "task")
    for key, what, low, high in (
        ("371526:2023", "county", "1086.5", "1097.3"),
        ("3715K3:2023", "zone", "804.2", "805.0"),
    ):
        row = tasks[key]
        rate, decimals = printed[f"{what}_disposed_rate"]
        assert Decimal(row["unsupplied_done"]) / MU == printed[f"{what}_disposed"][0]
        share = Decimal(row["unsupplied_done"]) / row["unsupplied_task"] * 100
        assert share.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) == rate == Decimal(row["unsupplied_rate"])
        assert Decimal(low) < Decimal(row["unsupplied_task"]) / MU < Decimal(high)


def test_every_row_says_what_it_is(ledger):
    assert not ledger.execute("SELECT COUNT(*) FROM voucher WHERE reason NOT LIKE '%编造%'").fetchone()[0]
    for register in ("project", "approval", "supply", "task", "former", "ceiling"):
        notes = [row["note"] for row in records(ledger, register).values()]
        assert all(any(word in note for word in ("编造", "反推", "简报")) for note in notes)


def test_the_books_are_sound(ledger):
    assert not ledger.execute(
        "SELECT voucher_id FROM posting GROUP BY voucher_id, dimension HAVING SUM(amount) <> 0"
    ).fetchall()
    below = (
        "SELECT 1 FROM posting p JOIN account a ON a.id = p.account_id WHERE a.state IN ('AVL','RES','ALC','PEN','USE','WO') "
        "GROUP BY p.account_id, p.dimension HAVING SUM(p.amount) < 0"
    )
    assert not ledger.execute(below).fetchall()
    clearing = "SELECT SUM(p.amount) FROM posting p JOIN account a ON a.id = p.account_id WHERE a.state = 'CLR'"
    assert ledger.execute(clearing).fetchone()[0] == 0
    closed = [row["quarter"] for row in records(ledger, "quarter").values() if row["state"] == "closed"]
    assert closed == ["2023Q1"] * 12


def test_made_anew_it_is_the_same(ledger, tmp_path):
    specification = importlib.util.spec_from_file_location("make_sample_ledger", ROOT / "scripts" / "make_sample_ledger.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    path = tmp_path / "again.gpkg"
    module.make(path)
    again = sqlite3.connect(path)
    queries = (
        "SELECT book, number, event, book_date, doc_date, doc_no, project, reason, approval, transfer FROM voucher ORDER BY id",
        "SELECT a.book, a.year, a.source, a.state, a.project, p.dimension, p.amount FROM posting p "
        "JOIN account a ON a.id = p.account_id ORDER BY p.id",
        "SELECT register, key, version, content FROM record WHERE register <> 'quarter' ORDER BY id",
    )
    try:
        for query in queries:
            assert again.execute(query).fetchall() == ledger.execute(query).fetchall()
    finally:
        again.close()
