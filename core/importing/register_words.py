"""Words of spreadsheets for the choices of a register's fields, as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..ledger.registers import load_register
from ..resources import read_facts, resource
from .names import bare_word


def register_words(
    register: str, fields: Sequence[str], name: str, path: Path | None = None
) -> Mapping[str, Mapping[str, str]]:
    """Field → word → code of a register: codes and titles of its choices, and the words of `resources/codes/<name>` (or of
    `path`), which do not go before them. InputError naming the line that makes no sense."""
    declared = load_register(register)
    found: dict[str, dict[str, str]] = {}
    for field in fields:
        choices = declared.field(field).choices or {}
        found[field] = {bare_word(word): code for code, title in choices.items() for word in (code, title)}
    for row in read_facts(path or resource("codes", name), ("list", "word", "code", "source", "status")):
        if row.needed("list") not in found:
            raise row.refuse("list")
        if row.needed("code") not in (declared.field(row.text("list")).choices or {}):
            raise row.refuse("code")
        found[row.text("list")].setdefault(bare_word(row.needed("word")), row.text("code"))
    return found
