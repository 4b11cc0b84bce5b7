"""What the benchmark compares, and that it sees a difference."""

from __future__ import annotations

import copy
import json

from ...benchmarks import report
from ...benchmarks.run import summary
from ...benchmarks.sums import PLANE_TOLERANCE_M2, agrees, differences

OURS = {"pieces": 3, "plane_m2": 30.0, "ellipsoid_m2": 29.99, "plane_m2_by_class": {"0102": 10.0, "0702": 20.0}}


def test_equal_sums_agree():
    assert agrees(differences(OURS, copy.deepcopy(OURS)))


def test_one_class_off_is_seen():
    other = copy.deepcopy(OURS)
    other["plane_m2_by_class"] = {"0102": 10.0 + 2 * PLANE_TOLERANCE_M2, "0702": 20.0 - 2 * PLANE_TOLERANCE_M2}
    assert not agrees(differences(OURS, other))


def test_class_that_is_missing_is_seen():
    other = copy.deepcopy(OURS)
    del other["plane_m2_by_class"]["0102"]
    assert not agrees(differences(OURS, other))


def test_ellipsoid_off_by_more_than_the_methods_is_seen():
    assert not agrees(differences(OURS, OURS | {"ellipsoid_m2": 29.98}))


def test_nothing_compared_is_no_agreement():
    assert not agrees({})


def test_summary_takes_median_least_and_most():
    found = summary([{"seconds": s, "peak_mb": 1} for s in (5.0, 1.0, 2.0)])
    assert found["seconds"] == {"median": 2.0, "min": 1.0, "max": 5.0}


def test_page_shows_ratios_and_agreement():
    def row(seconds: float) -> dict:
        measured = {"seconds": seconds, "cpu_seconds": seconds, "job_seconds": seconds, "peak_mb": 100, "load_before": 0.5}
        return summary([measured | OURS])

    programs = {report.OURS_WHOLE: row(2.0), report.OURS_INSIDE: row(1.0), "Other": row(10.0)}
    programs["Broken"] = summary([{"seconds": 1.0, "cpu_seconds": 1.0, "peak_mb": 1, "load_before": 0.1, "failed": "ended with 1"}])
    wrong = differences(OURS, OURS | {"plane_m2": 31.0})
    case = {"job": {"kind": "occupation"}, "programs": programs, "differences": {"Other": wrong}}
    machine = {"date": "2026-01-01", "commit": "x", "cores": 2, "processor": "p", "memory_gb": 4, "system": "s"}
    page = report.render(json.loads(json.dumps({"machine": machine, "cases": {"occupation": case}})))
    other = next(line for line in page.splitlines() if line.startswith("| Other"))
    assert "5.00×" in other and "10.00×" in other and "**no**" in other
    assert "ended with 1" in page


def test_no_ratio_to_an_algorithm_that_is_not_there():
    measured = {"seconds": 9.0, "cpu_seconds": 9.0, "job_seconds": 9.0, "peak_mb": 100, "load_before": 0.5}
    ours = summary([measured | {"job_seconds": 0.001, "missing": "landledger:nothing"}])
    case = {"job": {"kind": "check"}, "programs": {report.OURS_INSIDE: ours, "QGIS": summary([measured | {"invalid": 1}])},
            "differences": {}}
    machine = {"date": "2026-01-01", "commit": "x", "cores": 2, "processor": "p", "memory_gb": 4, "system": "s"}
    page = report.render({"machine": machine, "cases": {"check": case}})
    assert "no landledger:nothing" in page
    assert "×" not in next(line for line in page.splitlines() if line.startswith("| QGIS"))


def test_a_transition_may_lack_pieces_below_the_unit():
    more = OURS | {"pieces": 13, "plane_m2": 30.04}
    assert agrees(differences(OURS, more), "transition")
    assert not agrees(differences(OURS, more))
    assert not agrees(differences(OURS, OURS | {"plane_m2": 30.04}), "transition")
