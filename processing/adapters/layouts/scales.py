"""Round scales: 1:10 000, 1:12 500 … as maps have them, and round lengths for bars."""

from __future__ import annotations

import math
from collections.abc import Iterator

ROUND = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0)
BARS = (1.0, 2.0, 2.5, 5.0)
LEAST = 100.0
"""No larger scale than 1:100: a single point has no extent."""


def _rounded(steps: tuple[float, ...], start: float) -> Iterator[float]:
    power = 10.0 ** math.floor(math.log10(start))
    while True:
        for step in steps:
            yield step * power
        power *= 10.0


def round_scale(width: float, height: float, frame_width: float, frame_height: float, margin: float = 0.03) -> int:
    """The largest round scale 1:n at which `width` × `height` metres and a margin (share of each side) fit a frame in mm."""
    room = 1.0 - 2.0 * margin
    needed = max(1000.0 * width / (frame_width * room), 1000.0 * height / (frame_height * room), LEAST)
    return int(next(scale for scale in _rounded(ROUND, needed) if scale >= needed * (1 - 1e-12)))


def bar_length(scale: float, room: float, parts: int = 4) -> float:
    """Metres of one of `parts` of a scale bar that is at most `room` mm long."""
    most = room * scale / 1000.0 / parts
    below = 10.0 ** math.floor(math.log10(most))
    return max(step * below for step in BARS if step * below <= most * (1 + 1e-12))


def said_scale(scale: int) -> str:
    """1:250 000, in groups of three."""
    return "1:" + f"{scale:,}".replace(",", "\u2009")
