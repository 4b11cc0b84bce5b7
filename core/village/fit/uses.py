"""The planned use of footprints 规划用途 as a class of land and sea use: a code, a name, or a code with its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...columns import Columns
from ...errors import InputError
from ...sentence import Sentence, sentence, translate
from ...survey.classes import CodeTable, clean_code
from ...survey.spelling import near_names, normal
from ...survey.versions import version_name

USE = "GHYT"
"""The attribute of footprints that holds the planned use."""

MISSING = translate("LandLedger", "the planned use is missing; choose its field, or one use for all")

_CODE = re.compile(r"^[0-9]{2,6}(?![0-9])")


@dataclass(frozen=True)
class Uses:
    """The planned uses of footprints: `codes` class table → object (f,) code, '' where that table does not know it; `texts` (f,) what
    stands in the layer; `doubts` (f,) why the use of a footprint says nothing, None where it does."""

    codes: Mapping[str, np.ndarray]
    texts: Sequence[str]
    doubts: Sequence[Sentence | None]

    def code(self, version: str, footprint: int) -> str:
        """The code of a footprint's use in a class table, '' for none and where there is a doubt."""
        return "" if self.doubts[footprint] is not None else str(self.codes[version][footprint])


def uses_of(footprints: Columns, tables: Mapping[str, CodeTable], default: str = "") -> Uses:
    """The use of each footprint; `default` where the layer says none. What is missing, or what no table knows, is a doubt.

    InputError naming layer and first feature when there is a doubt about each footprint.
    """
    texts = _texts(footprints, default)
    found = {version: np.array([*(_code_in(text, table) for text in texts), None], dtype=object)[:-1] for version, table in tables.items()}
    doubts: list[Sentence | None] = []
    for row, text in enumerate(texts):
        if not text:
            doubts.append(sentence(MISSING))
        elif not any(codes[row] for codes in found.values()):
            doubts.append(_unknown(text, *next(iter(tables.items()))))
        else:
            doubts.append(None)
    return _usable(footprints, Uses(found, texts, doubts))


def with_one_meaning(
    footprints: Columns, uses: Uses, tables: Mapping[str, CodeTable], touched: Sequence[set[str]]
) -> Uses:
    """With a doubt where a footprint's use is no class of a class table in which a plan under it is coded, or another class in
    another one; `touched` (f,) the class tables of the plans under each. InputError when there is a doubt about each."""
    doubts = [
        doubt or _two_meanings(uses, row, tables, [version for version in tables if version in touched[row]])
        for row, doubt in enumerate(uses.doubts)
    ]
    return _usable(footprints, replace(uses, doubts=doubts))


def _two_meanings(uses: Uses, row: int, tables: Mapping[str, CodeTable], versions: Sequence[str]) -> Sentence | None:
    text = uses.texts[row]
    for version in versions:
        if not uses.codes[version][row]:
            return _unknown(text, version, tables[version])
    codes = [str(uses.codes[version][row]) for version in versions]
    names = [tables[version].name(code) for version, code in zip(versions, codes)]
    if len(set(names)) < 2:
        return None
    template = translate(
        "LandLedger",
        "“{use}” is {first} in {one}, but {second} in {other}, and plans of both lie under the footprint; compare with the plans of "
        "one class table at a time",
    )
    return sentence(
        template, use=text, first=f"{codes[0]} {names[0]}", second=f"{codes[1]} {names[1]}", one=version_name(versions[0]),
        other=version_name(versions[1]),
    )  # fmt: skip


def _usable(footprints: Columns, uses: Uses) -> Uses:
    """InputError with the first doubt when nothing else is left."""
    if len(footprints) and all(doubt is not None for doubt in uses.doubts):
        template = translate("LandLedger", "Layer {layer}, feature {feature}: {doubt}; no footprint has a use that can be judged.")
        raise InputError(template, layer=footprints.name, feature=int(footprints.ids[0]), doubt=uses.doubts[0])
    return uses


def _texts(footprints: Columns, default: str) -> list[str]:
    written = footprints.attributes.get(USE, np.full(len(footprints), None, dtype=object))
    return [str(value).strip() if value is not None and str(value).strip() else default.strip() for value in written.tolist()]


def _unknown(text: str, version: str, table: CodeTable) -> Sentence:
    near = near_names([normal(text)], list(dict.fromkeys(each.name for each in table.classes.values())))
    template = translate("LandLedger", "the planned use “{use}” is no class of {table}")
    if near:
        template = translate("LandLedger", "the planned use “{use}” is no class of {table}, similar: {near}")
    return sentence(template, use=text, table=version_name(version), near="、".join(near))


def _code_in(text: str, table: CodeTable) -> str:
    """The code that a text means in a table, '' for none or several."""
    digits = _CODE.match(clean_code(text))
    if digits:
        return digits.group() if table.known(digits.group()) else ""
    wanted = normal(text)
    named = [code for code, each in table.classes.items() if normal(each.name) == wanted]
    # A level that has one kind only bears the same name.
    shortest = min(named, key=len, default="")
    return shortest if all(code.startswith(shortest) for code in named) else ""
