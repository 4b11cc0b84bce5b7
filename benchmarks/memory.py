"""The peak memory of this process."""

from __future__ import annotations

from pathlib import Path


def peak_megabytes() -> float:
    """What this process has held at the most since it began: `ru_maxrss` would begin with that of the one it came from."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024
