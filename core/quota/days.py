"""Days as layers and people write them."""

from __future__ import annotations

import datetime
import re
import unicodedata

# Digits without anything between are a day only if there are eight: 202311 is a month, not the first of January.
_DAY = re.compile(r"(\d{4})(?:\D(\d{1,2})\D(\d{1,2})|(\d{2})(\d{2}))(?:日|[T ].*)?")
_NOTHING = ("", "-", "—", "/", "无", "NULL", "null")


def day_of(value: object) -> datetime.date | None:
    """A day written 2023-01-02, 2023/1/2, 2023.1.2, 2023年1月2日, 20230102, or with a time after it; None for a blank.

    ValueError for anything else: a year or a month alone is no day.
    """
    text = "" if value is None else unicodedata.normalize("NFKC", str(value)).strip()
    if text in _NOTHING:
        return None
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return datetime.date(*(int(part) for part in match.groups() if part is not None))
