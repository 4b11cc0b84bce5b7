"""Days as layers and people write them."""

from __future__ import annotations

import datetime
import re
import unicodedata

# Digits without anything between are a day only if there are eight: 202311 is a month, not the first of January.
_DAY = re.compile(r"(\d{4})(?:\D(\d{1,2})\D(\d{1,2})|(\d{2})(\d{2}))(?:日|[T ].*)?")
_YEAR = re.compile(r"(\d{4})(?:年度?|\.0+)?|(\d{4})(?:\D(\d{1,2})|(\d{2}))月?")
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


def year_of_day(value: object) -> int | None:
    """The year of a day, of a month (2023年3月, 2023-03, 202303) or of a year alone (2023, 2023年); None for a blank.

    ValueError for anything else, a month or day that no year has included.
    """
    text = "" if value is None else unicodedata.normalize("NFKC", str(value)).strip()
    match = _YEAR.fullmatch(text)
    if match is None:
        day = day_of(text)
        return None if day is None else day.year
    month = match[3] or match[4]
    return datetime.date(int(match[1] or match[2]), int(month or 1), 1).year
