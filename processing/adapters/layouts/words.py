"""The words printed on every sheet (`resources/layouts/words.csv`): Chinese in every language of the program, as tables are."""

from __future__ import annotations

import re
from functools import lru_cache

from ....core.errors import InputError
from ....core.resources import read_facts, resource
from ....core.sentence import translate

_ZONE = re.compile(r"CGCS2000 / 3-degree Gauss-Kruger zone (?P<zone>\d+)")
_MERIDIAN = re.compile(r"CGCS2000 / 3-degree Gauss-Kruger CM (?P<meridian>\d+)E")


@lru_cache
def _words() -> dict[str, str]:
    rows = read_facts(resource("layouts", "words.csv"), ("key", "text", "source", "status"))
    return {row.needed("key"): row.needed("text") for row in rows}


def word(key: str, **values: object) -> str:
    """The word of a key, `{places}` filled; InputError for a key that the file lacks."""
    found = _words().get(key)
    if found is None:
        raise InputError(translate("LandLedger", "resources/layouts/words.csv lacks the word {key}."), key=key)
    return found.format(**values)


def said_system(name: str) -> str:
    """A system as maps name it: the zones of CGCS2000 in Chinese, others as they are called."""
    for key, pattern in (("crs_zone", _ZONE), ("crs_meridian", _MERIDIAN)):
        found = pattern.search(name)
        if found:
            return word(key, **found.groupdict())
    return name
