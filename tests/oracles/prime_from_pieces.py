"""T08 recomputed from the rows of the result layers with SQL sums and fractions; shares no code with the product.

Rows are dicts of a layer as sqlite gives them. Amounts are Fractions of m², capacity Fractions of kg by the formula on
the public forms: hectares × (16 − grade) × 1500.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path


def exact(value: object) -> Fraction:
    return Fraction(Decimal(str(value)))


def half_up(value: Fraction, decimals: int) -> Decimal:
    scaled = Decimal(value.numerator) * 10**decimals / Decimal(value.denominator)
    return scaled.quantize(Decimal(1), rounding=ROUND_HALF_UP) / 10**decimals


def rows_of(path: str | Path, table: str) -> list[dict]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(f'SELECT * FROM "{table}" ORDER BY fid')]


def sums(pieces: list[dict], side: str, project: str | None = None, block: str | None = None) -> dict[str, Fraction]:
    """Area compared, gross, net, paddy, graded area, Σ area·grade and kg of what counts in the balance."""
    found: dict[str, Fraction] = defaultdict(Fraction)
    for row in pieces:
        if row["SIDE"] != side or not row["COUNTS"] or not row["ACCEPTED"]:
            continue
        if project not in (None, row["PROJECT"]) or block not in (None, row["PID"]):
            continue
        area, gross, ridge = exact(row["AREA"]), exact(row["AREA_ADJ"]), exact(row["RIDGE"])
        found["area"] += area
        found["gross"] += gross
        found["net"] += gross - ridge
        found["paddy"] += area * row["PADDY"]
        found["reserve"] += area * row["IN_RES"]
        if row["GRADE"] is not None and row["GRADE"] == row["GRADE"] and row["FARMLAND"]:
            grade = exact(row["GRADE"])
            found["graded"] += area
            found["weight"] += area * grade
            found["kg"] += area / 10_000 * (16 - grade) * 1500
    return found


def shortage(pieces: list[dict], project: str) -> dict[str, object]:
    """What a project lacks, and whether its grade is good enough."""
    taken, given = sums(pieces, "occupied", project), sums(pieces, "supplement", project)
    better = True
    if taken["graded"]:
        better = bool(given["graded"]) and given["weight"] * taken["graded"] <= taken["weight"] * given["graded"]
    whole = [int(half_up(side["kg"], 0)) for side in (taken, given)]
    return {
        "area": max(taken["area"] - given["area"], Fraction(0)),
        "paddy": max(taken["paddy"] - given["paddy"], Fraction(0)),
        "kg": max(whole[0] - whole[1], 0),
        "grade": better,
    }


def refused_blocks(blocks: list[dict], reasons: list[dict], ignored: Fraction) -> set[str]:
    """Blocks in which the ground of the reasons that refuse can't be within what is ignored: told by the largest one."""
    found = set()
    for block in blocks:
        areas = [exact(row["AREA_M2"]) for row in reasons if row["PID"] == block["PID"] and row["EFFECT"] == "refuse"]
        if areas and max(areas) > ignored:
            found.add(block["PID"])
    return found
