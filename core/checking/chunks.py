"""Work on long arrays of shapes in threads: GEOS lets go of Python's lock."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from ..progress import Progress, no_progress

_CHUNK = 4096


def in_chunks(
    work: Callable[[slice], None], count: int, progress: Progress = no_progress, threads: int | None = None
) -> None:
    """Call `work` for every chunk of `count` rows, in `threads` (default: the cores of the machine, at most four).

    What `work` or `progress` raises ends it; chunks not begun are left out.
    """
    chunks = [slice(start, min(start + _CHUNK, count)) for start in range(0, count, _CHUNK)]
    workers = min(threads or min(os.cpu_count() or 1, 4), max(len(chunks), 1))
    with ThreadPoolExecutor(workers) as pool:
        running = [pool.submit(work, chunk) for chunk in chunks]
        try:
            for done, future in enumerate(running):
                progress(done / len(running))
                future.result()
        finally:
            for future in running:
                future.cancel()
    progress(1.0)
