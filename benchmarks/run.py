"""The benchmark: `python -m land_ledger.benchmarks.run --sizes 200k --rounds 3`; `make bench` sets everything up first.

All programs do the same job on the same file, each in a process of its own, in rounds one after the other, so that what
else the machine does meets all of them. The result is a JSON file; `report.py` makes docs/benchmarks.md of it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from . import county, report, second_year
from .programs import CACHE, CHANGES, CONTROLS, HERE, PIECES, PROGRAMS, Program, run_program, writes_pieces
from .real_coverage import prepare_coverage
from .sums import differences, sums_of_changes, sums_of_pieces

SIZES = {"20k": 20_000, "200k": 200_000, "1m": 1_000_000}
SEED = 1
LIMIT = 1800.0


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    asked = _parser().parse_args(arguments)
    programs = [program for program in PROGRAMS if not asked.programs or _named(program, asked.programs)]
    for program in programs:
        if program.missing():
            print(f"left out: {program.name}: missing {program.missing()}")
    programs = [program for program in programs if not program.missing()]
    results = _former(asked.result) if asked.keep else {"cases": {}}
    results["machine"] = machine(asked.checkout)
    for case, job in _cases(asked).items():
        results["cases"][case] = run_case(case, job, programs, asked)
        asked.result.parent.mkdir(parents=True, exist_ok=True)
        asked.result.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if asked.report:
        asked.report.write_text(report.render(results), encoding="utf-8")
    print(report.render(results))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure the product and its peers on a made-up county.")
    parser.add_argument("--sizes", default="200k", help="20k, 200k, 1m, with commas")
    parser.add_argument("--kinds", default="occupation,official,controls,area,check,transition", help="commas; also `growth`: the same "
                        "footprints in every size")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--programs", default="", help="parts of names, with commas: ledger,qgis,geopandas,duckdb,postgis,sedona")
    parser.add_argument("--checkout", type=Path, default=HERE.parent, help="whose product is measured")
    parser.add_argument("--county", type=Path, default=CACHE / "county", help="folder of county_<size>.gpkg, made when missing")
    parser.add_argument("--coverage", type=Path, default=os.environ.get("LANDLEDGER_COVERAGE"), help="a real coverage, or its folder")
    parser.add_argument("--result", type=Path, default=CACHE / "result.json")
    parser.add_argument("--keep", action="store_true", help="keep the cases of the result file that are not run again")
    parser.add_argument("--report", type=Path, help="write the table there, as docs/benchmarks.md")
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds a program may take")
    return parser


def _named(program: Program, names: str) -> bool:
    return any(part.strip().lower() in program.name.lower() for part in names.split(","))


def _former(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"cases": {}}


def _cases(asked: argparse.Namespace) -> dict[str, dict[str, Any]]:
    """Name → job, in the order they are run."""
    cases: dict[str, dict[str, Any]] = {}
    for size in asked.sizes.split(","):
        for kind in asked.kinds.split(","):
            job = _job(_county(asked.county, size), kind)
            if kind == "transition":
                job["later"] = str(_second_year(Path(job["package"])))
            cases[f"{kind} {size}"] = job
    if asked.coverage:
        package = prepare_coverage(Path(asked.coverage), CACHE / "coverage.gpkg")
        cases["occupation, real coverage"] = _job(package, "occupation")
        cases["area, real coverage"] = _job(package, "area")
    return cases


def _job(package: Path, kind: str) -> dict[str, Any]:
    return {
        "kind": "occupation" if kind == "growth" else kind,
        "package": str(package),
        "survey": "DLTB",
        "footprints": "XMHX_CORNER" if kind == "growth" else "XMHX",
        "controls": list(CONTROLS),
        "districts": "XZQ",
        "epsg": county.EPSG,
        "class_field": "DLBM",
        "id_field": "DKBH",
        "threads": os.cpu_count(),
    }


def _county(folder: Path, size: str) -> Path:
    path = folder / f"county_{size}.gpkg"
    if not path.exists():
        # In a process of its own: a child's peak memory begins with what its parent held when it was started.
        command = [sys.executable, "-m", county.__name__, str(path), "--parcels", str(SIZES[size]), "--seed", str(SEED)]
        subprocess.run(command, check=True)
    return path.resolve()


def _second_year(package: Path) -> Path:
    """The county a year later, beside the others of the cache."""
    path = CACHE / f"{package.stem}_later.gpkg"
    if not path.exists():
        subprocess.run([sys.executable, "-m", second_year.__name__, str(package), str(path)], check=True)
    return path.resolve()


def run_case(case: str, job: dict[str, Any], programs: Sequence[Program], asked: argparse.Namespace) -> dict[str, Any]:
    """All programs that do this kind of job, in rounds; medians, and whether their sums agree with ours."""
    able = [program for program in programs if job["kind"] in program.kinds]
    rounds: dict[str, list[dict[str, Any]]] = {program.name: [] for program in able}
    sums: dict[str, Any] = {}
    for number in range(asked.rounds):
        for program in able:
            before = os.getloadavg()[0]
            scratch = CACHE / "scratch" / program.name.split("(")[-1].strip(") ").replace(" ", "_")
            measured = run_program(program, job, asked.checkout.resolve(), scratch, asked.limit)
            measured["load_before"] = round(before, 2)
            if program.ours and (scratch / PIECES).exists() and "failed" not in measured:
                measured |= sums_of_pieces(scratch / PIECES)
            if program.ours and (scratch / CHANGES).exists() and "failed" not in measured:
                measured |= sums_of_changes(scratch / CHANGES)
            rounds[program.name].append(measured)
            print(
                f"{case}, round {number + 1}: {program.name} {measured['seconds']:.1f} s, "
                f"CPU {measured['cpu_seconds']:.1f} s, {measured['peak_mb']} MB {measured.get('failed', '')}",
                flush=True,
            )
    if not writes_pieces(job):
        _add_sums({p: rounds[p.name][-1] for p in able if p.ours}, job, asked)
    reference = next((rounds[p.name][-1] for p in able if p.ours and {"ellipsoid_m2", "plane_m2"} & {*rounds[p.name][-1]}), None)
    rows = {}
    for program in able:
        rows[program.name] = summary(rounds[program.name])
        if reference is not None and not rows[program.name].get("failed"):
            sums[program.name] = differences(reference, rounds[program.name][-1])
    return {"job": job, "programs": rows, "differences": sums, "vertices": _vertices(rows)}


def _add_sums(last: dict[Program, dict[str, Any]], job: dict[str, Any], asked: argparse.Namespace) -> None:
    """Sums of the pieces for runs that wrote no layer: from one run more, not measured, that found the same numbers."""
    for program, measured in last.items():
        scratch = CACHE / "scratch" / "pieces"
        again = run_program(program, job | {"with_pieces": True}, asked.checkout.resolve(), scratch, asked.limit)
        if "failed" in measured or "failed" in again:
            continue
        one, other = (_numbers(run["found"]) for run in (measured, again))
        if one != other:
            measured["failed"] = f"with the layer of pieces other numbers: {one} against {other}"
            continue
        measured |= sums_of_pieces(scratch / PIECES)


def _numbers(found: dict[str, Any]) -> dict[str, float]:
    return {name: value for name, value in found.items() if isinstance(value, (int, float))}


def _vertices(rows: dict[str, Any]) -> int | None:
    return next((row["vertices"] for row in rows.values() if "vertices" in row), None)


def summary(measured: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Medians, least and most of the rounds; all else from the last one."""
    last = measured[-1]
    found: dict[str, Any] = {"rounds": len(measured)}
    for name in ("seconds", "cpu_seconds", "job_seconds", "job_cpu_seconds", "start_seconds", "peak_mb", "load_before"):
        values = [row[name] for row in measured if name in row]
        if values:
            found[name] = {"median": median(values), "min": min(values), "max": max(values)}
    kept = (
        "versions", "stages", "stages_cpu", "watched", "found", "failed", "log", "missing", "features", "vertices", "pieces",
        "atoms", "plane_m2", "ellipsoid_m2", "adjusted_m2", "sphere_m2", "invalid", "overlaps",
    )
    return found | {name: last[name] for name in kept if name in last}


def machine(checkout: Path) -> dict[str, Any]:
    """Processor, memory, system, date, and the commit that was measured."""
    model = [line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    pages = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    commit = subprocess.run(
        ["git", "-C", str(checkout), "describe", "--always", "--dirty"], capture_output=True, text=True, check=False
    ).stdout.strip()
    return {
        "processor": model[0] if model else platform.processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(pages / 2**30, 1),
        "system": f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
        "date": date.today().isoformat(),
        "commit": commit,
    }


if __name__ == "__main__":
    sys.exit(main())
