"""Tables a village plan is delivered with: indicators (GHZBB) and structure table (KJGNJGTZB), counted from the plan's rows.

Headings, classes and indicators are those of a profile; the counting is done here with decimals and shares nothing with the plugin.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np

from .village_plan import Plan, Row

FIELDS = {
    "GHZBB": "XZQDM:C12 XZQMC:C100 ZBMC:C100 ZBSX:C10 ZBDW:C10 XZJQN:D GHMBN:D",
    "KJGNJGTZB": "XZQDM:C12 XZQMC:C100 YDLXBM:C20 YDLXMC:C60 JQXZNMJ:D JQXZNBZ:D GHMBNMJ:D GHMBNBZ:D GHQNMJZJ:D",
}
PEOPLE = Decimal(1200)
LINES = {"eco_redline": "STBHHX", "prime_farmland": "YJJBNT"}
Pair = tuple[Decimal, Decimal]


def add_tables(plan: Plan, profile: Path, measure: Callable[[np.ndarray], list[Decimal]]) -> None:
    """Both tables into the plan's layers, as shapes None."""
    declared = json.loads(profile.read_text(encoding="utf-8"))
    structure = [row for row in declared["structure"] if row.get("settlement") != "town"]
    areas = _by_row(plan, structure)
    headings: dict[str, Pair] = {}
    for row in structure:
        for heading in row["path"]:
            former = headings.get(heading, (Decimal(0), Decimal(0)))
            headings[heading] = (former[0] + areas[row["key"]][0], former[1] + areas[row["key"]][1])
    rows = _structure_rows(plan, structure, headings)
    plan.layers["KJGNJGTZB"] = (np.full(len(rows), None), rows)
    indicators = [_indicator(plan, each, areas, headings, measure) for each in declared["indicators"]]
    plan.layers["GHZBB"] = (np.full(len(indicators), None), indicators)


def _by_row(plan: Plan, structure: Sequence[Mapping[str, object]]) -> dict[str, Pair]:
    """m² of each row of the structure table in base and target year."""
    found = {str(row["key"]): [Decimal(0), Decimal(0)] for row in structure}
    for side, (layer, code, area) in enumerate((("JQDLTB", "JQDLBM", "TBMJ"), ("GHDLTB", "GHDLBM", "GHDLMJ"))):
        for parcel in plan.layers[layer][1]:
            found[_row_of(str(parcel[code]), structure, plan.village.version)][side] += Decimal(str(parcel[area]))
    return {key: (base, planned) for key, (base, planned) in found.items()}


def _row_of(code: str, structure: Sequence[Mapping[str, object]], version: str) -> str:
    """The row that names most of a code."""
    fitting = [
        (len(beginning), str(row["key"]))
        for row in structure
        for beginning in (row["classes"][version] if isinstance(row["classes"], dict) else row["classes"])
        if code.startswith(beginning)
    ]
    return max(fitting, key=lambda each: each[0])[1]


def _structure_rows(plan: Plan, structure: Sequence[Mapping[str, object]], headings: Mapping[str, Pair]) -> list[Row]:
    """Each heading once, sums after what they sum up, and the total."""
    keys = {row["path"][-1]: str(row["key"]) for row in structure}
    total = sum((base for base, _ in (headings[path] for path in {row["path"][0] for row in structure})), Decimal(0))
    named = [(keys.get(heading, "—"), heading, pair) for heading, pair in headings.items() if any(pair)]
    rows = []
    for key, heading, (base, planned) in [*named, ("—", "总计", (total, total))]:
        before, after = _hectares(base), _hectares(planned)
        rows.append(
            {
                "XZQDM": plan.village.code, "XZQMC": plan.village.name, "YDLXBM": key, "YDLXMC": heading, "JQXZNMJ": float(before),
                "JQXZNBZ": float(_percent(base, total)), "GHMBNMJ": float(after), "GHMBNBZ": float(_percent(planned, total)),
                "GHQNMJZJ": float(after - before),
            }
        )  # fmt: skip
    return rows


def _indicator(
    plan: Plan, each: Mapping[str, object], areas: Mapping[str, Pair], headings: Mapping[str, Pair],
    measure: Callable[[np.ndarray], list[Decimal]],
) -> Row:  # fmt: skip
    kind, _, what = str(each["source"]).partition(":")
    pair: Pair = (Decimal(0), Decimal(0))
    if kind in ("structure", "row"):
        base, planned = headings[what] if kind == "structure" else areas[what]
        pair = (_hectares(base), _hectares(planned))
    elif kind == "per_head":
        pair = tuple((area / PEOPLE).quantize(Decimal("0.01"), ROUND_HALF_UP) for area in headings[what])  # type: ignore[assignment]
    elif kind == "layer" and LINES.get(what) in plan.layers:
        (area,) = measure(plan.layers[LINES[what]][0])
        pair = (_hectares(area), _hectares(area))
    return {
        "XZQDM": plan.village.code, "XZQMC": plan.village.name, "ZBMC": each["title"], "ZBSX": each["attribute"], "ZBDW": each["unit"],
        "XZJQN": float(pair[0]), "GHMBN": float(pair[1]),
    }  # fmt: skip


def _hectares(square_metres: Decimal) -> Decimal:
    return (square_metres / 10000).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _percent(part: Decimal, total: Decimal) -> Decimal:
    return (100 * part / total).quantize(Decimal("0.01"), ROUND_HALF_UP)
