"""Village plans loaded and checked, beside QGIS's own tools on the same data in one run.

`python -m land_ledger.benchmarks.plan_bench FOLDER [--rounds 3] [--limit SECONDS] [--result FILE]`: FOLDER is what
`land_ledger.benchmarks.plan_package` wrote. Ours loads the package into a project with styles, and runs the whole check
(structure, codes, topology, lines, indicators; two layers and a workbook). QGIS runs `qgis:checkvalidity` on every layer, crosses
the parcels of both years with themselves by `native:intersection`, and takes the dissolved parcels from the village's border.
Programs take turns in each round, each in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from .programs import OURS_INSIDE, PROGRAMS, Program, run_program

CHECKOUT = Path(__file__).resolve().parent.parent
LOAD, CHECK = "planload", "plancheck"
Runs = dict[tuple[str, str], list[dict[str, Any]]]


def turns() -> Iterator[tuple[str, Program]]:
    """Jobs and programs of a round."""
    for kind in (LOAD, CHECK):
        yield from ((kind, program) for program in PROGRAMS if kind in program.kinds)


def measure(folder: Path, rounds: int, limit: float) -> Runs:
    """Every program's runs by job and name."""
    runs: Runs = {}
    with tempfile.TemporaryDirectory() as scratch:
        for _ in range(rounds):
            for kind, program in turns():
                job = {"kind": kind, "package": str(folder.resolve()), "threads": os.cpu_count()}
                done = run_program(program, job, CHECKOUT, Path(scratch) / "run", limit)
                runs.setdefault((kind, program.name), []).append(done)
                print(kind, program.name, done.get("failed") or done["seconds"], flush=True)
    return runs


def table(runs: Mapping[tuple[str, str], Sequence[Mapping[str, Any]]]) -> list[str]:
    """Lines of a table in Markdown: medians, least and most, ratios of the jobs by clock and processor to ours inside Python."""
    lines = ["| job | program | whole (s) | job (s) | CPU (s) | peak (MB) | job ÷ ours | CPU ÷ ours | found |", "|" + "---|" * 9]
    ours = {kind: done for (kind, name), done in runs.items() if name == OURS_INSIDE}
    for (kind, name), done in runs.items():
        good = [each for each in done if "failed" not in each]
        if not good:
            lines.append(f"| {kind} | {name} | {done[0]['failed']} | | | | | | |")
            continue
        mine = [each for each in ours.get(kind, ()) if "failed" not in each]
        job, cpu = (_median(good, key) for key in ("job_seconds", "cpu_seconds"))
        by_clock, by_cpu = (_ratio(value, _median(mine, key)) for value, key in ((job, "job_seconds"), (cpu, "cpu_seconds")))
        whole = [each["seconds"] for each in good]
        spread = f"{statistics.median(whole):.1f} ({min(whole):.1f}–{max(whole):.1f})"
        peak = max(each["peak_mb"] for each in good)
        shown = "" if job is None else f"{job:.1f}"
        lines.append(f"| {kind} | {name} | {spread} | {shown} | {cpu:.1f} | {peak} | {by_clock} | {by_cpu} | {_found(good[-1])} |")
    return lines


def _median(runs: Sequence[Mapping[str, Any]], key: str) -> float | None:
    values = [each[key] for each in runs if key in each]
    return statistics.median(values) if values else None


def _ratio(value: float | None, mine: float | None) -> str:
    return f"{value / mine:.1f}" if value and mine else ""


def _found(done: Mapping[str, Any]) -> str:
    """What a run counted."""
    counted = done.get("found", done)
    names = ("FINDING_COUNT", "ERROR_COUNT", "LAYER_COUNT", "FEATURE_COUNT", "invalid", "overlaps", "gaps")
    return ", ".join(f"{name} {counted[name]:g}" for name in names if isinstance(counted, Mapping) and name in counted)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measure loading and checking village plans.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--limit", type=float, default=3600.0)
    parser.add_argument("--result", type=Path)
    asked = parser.parse_args(arguments)
    runs = measure(asked.folder, asked.rounds, asked.limit)
    print("\n".join(table(runs)))
    if asked.result:
        listed = [{"job": kind, "program": name, "runs": done} for (kind, name), done in runs.items()]
        asked.result.write_text(json.dumps(listed, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
