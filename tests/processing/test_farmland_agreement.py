"""Algorithms of farmland balance on the sample township: what two of them say of the same ground is the same, to 0.01 m².

Each compares layers and numbers of two algorithms as decimals; nothing of ours computes here.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from decimal import Decimal

import pytest

from .occupation_runs import SAMPLE, exact, rows_of

FARMLAND = SAMPLE.parent / "farmland" / "farmland_madeup.gpkg"
BEFORE, AFTER = f"{SAMPLE}|layername=DLTB", f"{FARMLAND}|layername=DLTB_2026"
PACKAGE = {"UPDATE_PROCESS": f"{FARMLAND}|layername=DLTBGXGC", "UPDATE": f"{FARMLAND}|layername=DLTBGX"}
SURVEYS = {"SURVEY_BEFORE": BEFORE, "SURVEY_AFTER": AFTER}
SQUARE_METRE = Decimal("0.0015")
"""亩."""


@pytest.fixture
def run(provider, out, said_feedback):
    """run(algorithm, name, NAME=value …) -> numbers, rows of the layer."""

    def run_algorithm(algorithm: str, name: str, sink: str, **values):
        import processing

        feedback = said_feedback()
        parameters = {**values, sink: str(out / f"{name}.gpkg"), "WORKBOOK": str(out / f"{name}.xlsx")}
        results = processing.run(f"landledger:{algorithm}", parameters, feedback=feedback)
        assert not feedback.debug and results["UNBALANCED_COUNT"] == 0
        return results, rows_of(out / f"{name}.gpkg")

    yield run_algorithm
    gc.collect()


def number(value: float | None) -> Decimal:
    return Decimal(0) if value is None else exact(value)


def sums(rows, field: str, *keys: str) -> dict[tuple, Decimal]:
    found: dict[tuple, Decimal] = defaultdict(Decimal)
    for row in rows:
        found[tuple(row[key] for key in keys)] += number(row[field])
    return {key: value for key, value in found.items() if value}


def whole(rows, field: str) -> Decimal:
    return sum((number(row[field]) for row in rows), Decimal(0))


def test_the_package_says_what_the_surveys_say(run) -> None:
    found = {
        name: run("landtransition", name, "CHANGES", **given)
        for name, given in (
            ("surveys", SURVEYS), ("package", {"SURVEY_AFTER": AFTER, **PACKAGE}), ("both", {**SURVEYS, **PACKAGE}),
        )
    }  # fmt: skip
    keys = ("BSM_Q", "BSM_H", "DLBM_Q", "DLBM_H", "ZLDWDM", "KIND")
    numbers, rows = found["surveys"]
    assert len(rows) == numbers["PATCH_COUNT"] > 100
    for other in ("package", "both"):
        told, listed = found[other]
        assert {key: value for key, value in told.items() if key.endswith(("_M2", "_COUNT"))} == {
            key: value for key, value in numbers.items() if key.endswith(("_M2", "_COUNT"))
        }
        for field in ("AREA_M2", "NET_GD_Q", "NET_GD_H", "FLOW_M2"):
            assert sums(listed, field, *keys) == sums(rows, field, *keys), (other, field)
    assert whole(rows, "AREA_M2") == exact(numbers["CHANGED_AREA_M2"])


def test_transition_and_stable_farmland_count_the_same_cultivated_land(run) -> None:
    numbers, changes = run("landtransition", "changes", "CHANGES", **SURVEYS)
    first, before = run("stablefarmland", "before", "OUTPUT", SURVEY=BEFORE)
    second, after = run("stablefarmland", "after", "OUTPUT", SURVEY=AFTER)
    for told, listed, name, field in (
        (first, before, "CULTIVATED_BEFORE_M2", "NET_GD_Q"), (second, after, "CULTIVATED_AFTER_M2", "NET_GD_H"),
    ):  # fmt: skip
        assert whole(listed, "NET_GD") == exact(told["CULTIVATED_AREA_M2"]) == exact(numbers[name]), field
    villages: dict[str, Decimal] = defaultdict(Decimal)
    for rows, field, sign in ((before, "NET_GD", -1), (after, "NET_GD", 1), (changes, "NET_GD_Q", 1), (changes, "NET_GD_H", -1)):
        for row in rows:
            villages[str(row["ZLDWDM"])[:12]] += sign * number(row[field])
    assert len(villages) == 12 and not any(villages.values())


def test_in_and_out_are_the_flows_of_the_transition_and_the_stable_land_of_the_survey(run, out) -> None:
    grades = {"QUALITY": f"{SAMPLE}|layername=GDZLDB"}
    _, changes = run("landtransition", "changes", "CHANGES", **SURVEYS)
    first, _ = run("stablefarmland", "before", "OUTPUT", SURVEY=BEFORE, **grades)
    second, stable = run("stablefarmland", "after", "OUTPUT", SURVEY=AFTER, **grades)
    ways = {
        "surveys": run("inoutbalance", "io_surveys", "PATCHES", **SURVEYS, **grades),
        "package": run("inoutbalance", "io_package", "PATCHES", UPDATE_PROCESS=PACKAGE["UPDATE_PROCESS"], SURVEY_AFTER=AFTER, **grades),
        "changes": run("inoutbalance", "io_changes", "PATCHES", CHANGES=str(out / "changes.gpkg"), **grades),
    }  # fmt: skip
    lost = [row for row in changes if row["DLBM_Q"].startswith("01") and not row["DLBM_H"].startswith("01")]
    into = [row for row in changes if row["DLBM_H"].startswith("01") and not row["DLBM_Q"].startswith("01")]
    numbers, patches = ways["surveys"]
    for name, (told, listed) in ways.items():
        for direction, flows, field in (("out", lost, "NET_GD_Q"), ("in", into, "NET_GD_H")):
            mine = [row for row in listed if row["DIRECTION"] == direction]
            assert sums(mine, "NET_GD", "BGQTBBSM", "BGHTBBSM") == sums(flows, field, "BSM_Q", "BSM_H"), (name, direction)
        for key in ("OUT_MU", "IN_MU", "EXEMPT_MU", "CONSTRUCTION_MU", "UNSTABLE_MU", "SHORT_MU", "OUT_KG", "IN_KG", "SHORT_KG"):
            assert told[key] == numbers[key], (name, key)
    # What left counts, is exempt, or was built on; nothing else becomes of it.
    gone = sum((exact(numbers[key]) for key in ("OUT_MU", "EXEMPT_MU", "CONSTRUCTION_MU")), Decimal(0))
    assert gone == whole(lost, "NET_GD_Q") * SQUARE_METRE
    # New farmland is stable by the same rules as the survey's; what was construction land is reclaimed and stands apart.
    reclaimed = {row["BGHTBBSM"] for row in patches if row["DIRECTION"] == "in" and row["STATE"] == "construction"}
    new = {row["BSM_H"] for row in into} - reclaimed
    unstable = sums([row for row in stable if row["BSM"] in new and not row["STABLE"]], "NET_GD", "BSM")
    assert unstable and sums([row for row in patches if row["STATE"] == "unstable"], "NET_GD", "BGHTBBSM") == unstable
    assert exact(numbers["NET_INCREASE_MU"]) == exact(second["STABLE_MU"]) - exact(first["STABLE_MU"])


def test_prime_farmland_and_stable_farmland_judge_parcels_alike(run) -> None:
    sides = {
        "OCCUPIED": f"{SAMPLE}|layername=XMHX", "OCCUPIED_ID": "DKBH", "SUPPLEMENT": f"{FARMLAND}|layername=BHDK",
        "SUPPLEMENT_ID": "DKBH", "SURVEY": AFTER, "PRIME_FARMLAND": f"{SAMPLE}|layername=YJJBNTBHTB",
        "QUALITY": f"{SAMPLE}|layername=GDZLDB",
    }  # fmt: skip
    _, stable = run("stablefarmland", "after", "OUTPUT", SURVEY=AFTER)
    _, pieces = run("primefarmland", "pieces", "PIECES", **sides)
    judged = {row["BSM"]: set(str(row["REASONS"] or "").split("；")) - {"", "25°以上坡耕地"} for row in stable}
    mine = [row for row in pieces if row["SIDE"] == "supplement" and row["FARMLAND"]]
    assert len(mine) > 15
    for row in mine:
        assert ("unstable" in str(row["REASONS"] or "")) is bool(judged[row["BSM"]]), row["BSM"]
