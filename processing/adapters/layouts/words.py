"""The words printed on every sheet (`resources/layouts/words.csv`): Chinese in every language of the program, as tables are."""

from __future__ import annotations

from functools import lru_cache

from ....core.errors import InputError
from ....core.resources import read_facts, resource
from ....core.sentence import translate


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
