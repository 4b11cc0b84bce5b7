"""The programs of the benchmark: how each is started, what it can do, and what it needs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CACHE = HERE / ".cache"
PEERS = HERE / "peers"
KINDS = ("occupation", "controls", "area", "check", "transition")
PLAN_KINDS = ("planload", "plancheck")
"""Jobs of `plan_bench.py`; `package` is a folder of village plans."""
CLASS_TABLE = "T07"
"""The one table that peers make, too; an official job makes all of ours."""
PIECES = "pieces.gpkg"
CHANGES = "changes.gpkg"
LEFT_OUT = ("PYTHONPATH", "QGIS_PLUGINPATH", "PYTHONDONTWRITEBYTECODE")
"""Of the caller's environment: no program compiles its modules anew in every run, as none does at a user's."""
CONTROLS = {"YJJBNT": "PRIME_FARMLAND", "STBHHX": "ECO_REDLINE", "CZKFBJ": "URBAN_BOUNDARY"}


@dataclass(frozen=True)
class Program:
    """Name as reported, kinds of jobs it does, the Python that runs its script, and whether it is ours."""

    name: str
    kinds: Sequence[str]
    script: str
    python: str
    ours: bool = False
    whole: bool = False  # the executable qgis_process, not a script

    def missing(self) -> str:
        """What is not installed, '' when the program can run."""
        if self.ours or self.name == "QGIS":
            return "" if Path("/usr/bin/qgis_process.bin").exists() or shutil.which("qgis_process") else "QGIS"
        if self.name == "PostGIS":
            found = any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) and shutil.which("ogr2ogr")
            return "" if found else "PostGIS or ogr2ogr (apt: postgresql-15-postgis-3 gdal-bin)"
        return "" if Path(self.python).exists() else f"{self.python} (benchmarks/setup)"


def _venv(name: str) -> str:
    return str(CACHE / name / "bin" / "python")


SYSTEM = "/usr/bin/python3"
OURS_WHOLE = "Land Ledger (qgis_process)"
OURS_INSIDE = "Land Ledger (in Python)"
PROGRAMS = (
    Program(OURS_WHOLE, ("occupation", "official", "controls", "transition", *PLAN_KINDS), "", "", ours=True, whole=True),
    Program(OURS_INSIDE, (*KINDS, "official", *PLAN_KINDS), "ours.py", SYSTEM, ours=True),
    Program("QGIS", (*KINDS, "plancheck"), "peers/qgis_peer.py", SYSTEM),
    Program("geopandas", ("occupation", "controls", "area", "transition"), "peers/geopandas_peer.py", _venv("geopandas")),
    Program("DuckDB", ("occupation", "area"), "peers/duckdb_peer.py", _venv("duckdb")),
    Program("PostGIS", ("occupation",), "peers/postgis_peer.py", SYSTEM),
    Program("SedonaDB", ("occupation",), "peers/sedona_peer.py", _venv("sedonadb")),
)


def run_program(program: Program, job: Mapping[str, Any], checkout: Path, scratch: Path, limit: float) -> dict[str, Any]:
    """Do the job in a process of its own: seconds, CPU seconds and peak memory of it and its children, what it found."""
    scratch.mkdir(parents=True, exist_ok=True)
    for old in scratch.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    job_file, result_file, log_file = scratch / "job.json", scratch / "result.json", scratch / "log.txt"
    mine = dict(job) | {"table": str(scratch / "table.xlsx"), "scratch": str(scratch)}
    if program.ours and job["kind"] != "area":
        mine |= {"kind": "algorithm", "algorithm": _algorithm(job), "parameters": our_parameters(job, scratch), "watch": True}
    job_file.write_text(json.dumps(mine), encoding="utf-8")
    command = _command(program, mine, checkout, job_file, result_file)
    with log_file.open("w") as log:
        begin = time.perf_counter()
        child = subprocess.Popen(command, stdout=log, stderr=log, env=_environment(program, checkout), cwd=scratch)
        status, usage = _wait(child, begin + limit)
        seconds = time.perf_counter() - begin
    text = log_file.read_text(encoding="utf-8", errors="replace")
    measured: dict[str, Any] = {
        "seconds": round(seconds, 3),
        "cpu_seconds": round(usage.ru_utime + usage.ru_stime, 3),
        "peak_mb": round(usage.ru_maxrss / 1024),
    }
    if status != 0:
        return measured | {"failed": f"ended with {status}", "log": text[-1500:]}
    if program.whole:
        return measured | {"found": _numbers_in(text)}
    return measured | json.loads(result_file.read_text(encoding="utf-8"))


def our_parameters(job: Mapping[str, Any], scratch: Path) -> dict[str, Any]:
    """The parameters of our algorithm for a job."""
    package = job["package"]
    if job["kind"] in PLAN_KINDS:
        return _plan_parameters(job, scratch)
    survey = f"{package}|layername={job['survey']}"
    if job["kind"] == "transition":
        return {
            "SURVEY_BEFORE": survey,
            "SURVEY_AFTER": f"{job['later']}|layername={job['survey']}",
            "CHANGES": str(scratch / CHANGES),
            "WORKBOOK": str(scratch / "table.xlsx"),
        }
    if job["kind"] == "check":
        given = {"SURVEY": survey, "FINDINGS": str(scratch / "findings.gpkg"), "WORKBOOK": str(scratch / "check.xlsx")}
        return given | ({"DISTRICTS": f"{package}|layername={job['districts']}"} if job.get("districts") else {})
    given = {
        "FOOTPRINTS": f"{package}|layername={job['footprints']}",
        "FOOTPRINT_ID": job["id_field"],
        "SURVEY": survey,
        "PRESET": "survey_change",
        "WORKBOOK": str(scratch / "table.xlsx"),
    }
    if writes_pieces(job):
        given["PIECES"] = str(scratch / PIECES)
    if job["kind"] != "official":
        given["TABLES"] = CLASS_TABLE
    if job["kind"] == "controls":
        given |= {CONTROLS[layer]: f"{package}|layername={layer}" for layer in job["controls"]}
    return given


def _plan_parameters(job: Mapping[str, Any], scratch: Path) -> dict[str, Any]:
    given = {"FOLDER": job["package"], "PROFILE": "fujian"}
    if job["kind"] == "planload":
        return given | {"PROJECT": str(scratch / "plans.qgz")}
    outputs = {"FINDINGS": "findings.gpkg", "AREAS": "ground.gpkg", "WORKBOOK": "check.xlsx"}
    return given | {name: str(scratch / file) for name, file in outputs.items()}


def writes_pieces(job: Mapping[str, Any]) -> bool:
    """Whether our run of a job writes the layer of pieces: not where it stands beside peers that write none."""
    return job["kind"] != "occupation" or bool(job.get("with_pieces"))


def _algorithm(job: Mapping[str, Any]) -> str:
    named = {
        "check": "landledger:checksurvey", "transition": "landledger:landtransition", "planload": "landledger:loadvillageplan",
        "plancheck": "landledger:checkvillageplan",
    }  # fmt: skip
    return named.get(job["kind"], "landledger:occupation")


def _command(program: Program, job: Mapping[str, Any], checkout: Path, job_file: Path, result_file: Path) -> list[str]:
    if program.whole:
        given = [f"{name}={value}" for name, value in job["parameters"].items()]
        return [str(checkout / "scripts" / "qgis_process"), "run", job["algorithm"], "--", *given]
    command = [program.python, str(HERE / program.script), str(job_file), str(result_file)]
    if not program.ours:
        return command
    # The checkout's own environment: its profile, its packages, its link to the plugin.
    return ["bash", "-c", '. "$0/scripts/environment.sh"; exec "$@"', str(checkout), *command]


def _environment(program: Program, checkout: Path) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    if program.name in ("QGIS", "PostGIS"):
        environment["PYTHONPATH"] = str(next((checkout / ".venv" / "lib").glob("python3*/site-packages")))
    return environment


def _wait(child: subprocess.Popen[bytes], until: float) -> tuple[int, Any]:
    while True:
        pid, status, usage = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            return child.returncode, usage
        if time.perf_counter() > until:
            child.terminate()
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            return child.returncode or 1, usage
        time.sleep(0.02)


def _numbers_in(text: str) -> dict[str, float]:
    """The results that qgis_process prints as `NAME:<tab>value`."""
    found = {}
    for line in text.splitlines():
        name, colon, value = line.partition(":\t")
        if colon and name.isupper():
            try:
                found[name] = float(value)
            except ValueError:
                continue
    return found
