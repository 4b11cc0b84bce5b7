"""Names as people write them: in any case and width, in quotes, nearly right."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

NEAR = 0.6
"""From this likeness (0–1) on a name is worth a suggestion."""


def same_name(available: Sequence[str], asked: str) -> str | None:
    """The field of that very name, else the first equal without regard to case and width."""
    if asked in available:
        return asked
    wanted = normal(asked)
    return next((name for name in available if normal(name) == wanted), None)


def normal(name: str) -> str:
    """The name without regard to case, width and blanks."""
    return "".join(unicodedata.normalize("NFKC", name).split()).upper()


def near_names(spellings: Iterable[str], available: Sequence[str], most: int = 3) -> list[str]:
    """Those of `available` that are like one of `spellings` (normal form), the likest first."""
    scores = {
        name: max((difflib.SequenceMatcher(None, normal(name), spelling).ratio() for spelling in spellings), default=0.0)
        for name in available
    }
    near = [name for name in available if scores[name] >= NEAR]
    return sorted(near, key=lambda name: -scores[name])[:most]


_QUOTES = {'"': '"', "“": "”", "'": "'"}


def split_outside_quotes(text: str, signs: str) -> list[str]:
    """The parts of `text` between any of `signs`, which don't count inside quotes."""
    parts, current, closing = [], "", ""
    for sign in text:
        if closing:
            closing = "" if sign == closing else closing
        elif sign in _QUOTES:
            closing = _QUOTES[sign]
        elif sign in signs:
            parts.append(current)
            current = ""
            continue
        current += sign
    return [*parts, current]


def bare(side: str) -> str:
    """The text without the blanks and quotes around it."""
    side = side.strip()
    if len(side) > 1 and side[0] in _QUOTES and side[-1] == _QUOTES[side[0]]:
        side = side[1:-1].strip()
    return side


_PART_ENDS, _STRICT_ENDS = ";；,，、\n\r", ";；\n\r"


def assignments(text: str | None, ends: str = _PART_ENDS) -> Iterator[tuple[str, str, str]]:
    """(part, left, right) of each `left=right` of a text; both sides are '' for a part that is no such thing.

    Parts end with ; ， 、 , or a line break, full-width forms are equal, a side that holds such a sign stands in quotes.
    """
    for part in split_outside_quotes(text or "", ends):
        if not part.strip():
            continue
        sides = [bare(side) for side in split_outside_quotes(part, "=＝")]
        left, right = sides if len(sides) == 2 and all(sides) else ("", "")
        yield part.strip(), left, right


def written_assignments(text: str | None) -> list[tuple[str, str, str]]:
    """As `assignments`, of texts that people write: where semicolons alone make sense of it, commas belong to names and values
    (县（市、区）, 备注=甲、乙)."""
    strict = list(assignments(text, _STRICT_ENDS))
    return strict if all(left for _, left, _ in strict) else list(assignments(text))
