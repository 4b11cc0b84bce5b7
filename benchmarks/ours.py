"""`landledger:occupation` and the ellipsoidal area inside one Python process: what is left when QGIS's start is taken off.

Runs from any checkout: `python ours.py JOB.json RESULT.json` with the folder that holds `land_ledger` on QGIS_PLUGINPATH.
"""

from __future__ import annotations

import cProfile
import io
import json
import os
import pstats
import sys
import time
from pathlib import Path

PROFILED = 45


def main(job_file: str, result_file: str) -> None:
    """Run one job and write seconds, CPU seconds and the numbers it found."""
    job = json.loads(Path(job_file).read_text(encoding="utf-8"))
    begin = time.perf_counter(), time.process_time()
    processing = _start_qgis()
    started = time.perf_counter(), time.process_time()
    profile = cProfile.Profile(time.thread_time) if job.get("profile") else None
    if profile:
        profile.enable()
    found = processing.run(job["algorithm"], job["parameters"], feedback=_feedback(job))
    if profile:
        profile.disable()
    end = time.perf_counter(), time.process_time()
    result = {
        "start_seconds": started[0] - begin[0],
        "job_seconds": end[0] - started[0],
        "job_cpu_seconds": end[1] - started[1],
        "found": {name: value for name, value in found.items() if isinstance(value, (int, float, str))},
    }
    if profile:
        text = io.StringIO()
        pstats.Stats(profile, stream=text).sort_stats("cumulative").print_stats(r"land_ledger|processing|core", PROFILED)
        pstats.Stats(profile, stream=text).sort_stats("tottime").print_stats(PROFILED)
        result["profile"] = text.getvalue()
    Path(result_file).write_text(json.dumps(result, indent=1), encoding="utf-8")
    # QGIS's own tear-down is no part of the job and may hang without a display.
    sys.stdout.flush()
    os._exit(0)


def _start_qgis() -> object:
    sys.path[:0] = [os.environ["QGIS_PLUGINPATH"], "/usr/share/qgis/python/plugins", "/usr/share/qgis/python"]
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    globals()["_keep"] = [application]
    import processing
    from processing.core.Processing import Processing

    Processing.initialize()
    from land_ledger.processing.provider import LandLedgerProvider

    provider = LandLedgerProvider()
    globals()["_keep"].append(provider)
    QgsApplication.processingRegistry().addProvider(provider)
    return processing


def _feedback(job: object) -> object:
    from qgis.core import QgsProcessingFeedback

    return QgsProcessingFeedback(False)


if __name__ == "__main__":
    main(*sys.argv[1:3])
