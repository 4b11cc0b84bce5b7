"""Holders, sources and projects by what people call them: code, name or short name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Union

from ..errors import InputError
from ..sentence import translate
from .subjects import Holder, Project, Source

_NONE = {
    "holder": translate("LandLedger", "The ledger has no holder {name}; it has {known}."),
    "source": translate("LandLedger", "The ledger has no source {name}; it has {known}."),
    "project": translate("LandLedger", "The ledger has no project {name}; enter it into the register first."),
}
_SEVERAL = {
    "holder": translate("LandLedger", "There are several holders called {name}: {known}; give the code."),
    "source": translate("LandLedger", "There are several sources called {name}: {known}; give the code."),
    "project": translate("LandLedger", "There are several projects called {name}: {known}; give the code."),
}

Named = Union[Holder, Source, Project]


def code_of(kind: str, text: str, among: Mapping[str, Named]) -> str:
    """The code that a text means: itself, or that of the one holder, source or project of that name; '' for an empty one.

    InputError where there is none, or several of that name.
    """
    asked = text.strip()
    if not asked or asked in among:
        return asked
    found = [code for code, each in among.items() if asked in (each.name, getattr(each, "short", ""))]
    if found:
        return only_one(kind, asked, found)
    raise InputError(_NONE[kind], name=asked, known="、".join(f"{each.name} {code}" for code, each in among.items()))


def only_one(kind: str, asked: str, found: Sequence[str]) -> str:
    """The one code that was found for what was asked; InputError where there are several."""
    if len(found) > 1:
        raise InputError(_SEVERAL[kind], name=asked, known="、".join(found))
    return found[0]


def codes_of(kind: str, text: str, among: Mapping[str, Named]) -> Sequence[str]:
    """The codes that a list of names means, separated by commas, each once; all for an empty one."""
    for comma in "，、;；\n":
        text = text.replace(comma, ",")
    asked = [name for name in text.split(",") if name.strip()]
    return list(dict.fromkeys(code_of(kind, name, among) for name in asked)) or list(among)
