"""Units by what a clerk types: a code, a name, or a part of one."""

from __future__ import annotations

import unicodedata

import numpy as np

from .units import Units


def _plain(text: str) -> str:
    """Without width, blanks and case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def units_found(units: Units, text: str) -> np.ndarray:
    """int64 (k,): the rows whose code or name holds the text; those that are it first, then those that begin with it, each by
    code. None for a text of blanks."""
    wanted = _plain(text)
    if not wanted:
        return np.empty(0, dtype=np.int64)
    ranked = []
    for row, pair in enumerate(zip(units.code.tolist(), units.name.tolist())):
        ranks = [_rank(_plain(str(each)), wanted) for each in pair]
        best = min((rank for rank in ranks if rank is not None), default=None)
        if best is not None:
            ranked.append((best, str(pair[0]), row))
    return np.array([row for _, _, row in sorted(ranked)], dtype=np.int64)


def _rank(text: str, wanted: str) -> int | None:
    if text == wanted:
        return 0
    if text.startswith(wanted):
        return 1
    return 2 if wanted in text else None
