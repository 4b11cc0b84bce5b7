"""The planned use of footprints 规划用途 as a class of land and sea use: a code, a name, or a code with its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from ...columns import Columns
from ...errors import InputError
from ...sentence import translate
from ...survey.classes import CodeTable, clean_code
from ...survey.spelling import near_names, normal
from ...survey.versions import version_name

USE = "GHYT"
"""The attribute of footprints that holds the planned use."""

_CODE = re.compile(r"^[0-9]{2,6}(?![0-9])")


def uses_of(footprints: Columns, tables: Mapping[str, CodeTable], default: str = "") -> dict[str, np.ndarray]:
    """Class table → object (f,) code of each footprint's planned use, '' where that table does not know it; `default` where the
    layer says none.

    InputError naming layer and feature for a use that is missing, or that no table knows.
    """
    texts = _texts(footprints, default)
    found = {version: np.array([*(_code_in(text, table) for text in texts), None], dtype=object)[:-1] for version, table in tables.items()}
    for row, text in enumerate(texts):
        if not text:
            template = translate(
                "LandLedger", "Layer {layer}, feature {feature}: the planned use is missing; choose its field, or one use for all."
            )
            raise InputError(template, layer=footprints.name, feature=int(footprints.ids[row]))
        if not any(codes[row] for codes in found.values()):
            raise _unknown(footprints, row, text, *next(iter(tables.items())))
    return found


def require_one_meaning(
    footprints: Columns, uses: Mapping[str, np.ndarray], tables: Mapping[str, CodeTable], touched: Sequence[set[str]], default: str = ""
) -> None:
    """InputError where a footprint's use is no class of a class table in which a plan under it is coded, or another class in
    another one; `touched` (f,) the class tables of the plans under each."""
    for row, text in enumerate(_texts(footprints, default)):
        versions = [version for version in tables if version in touched[row]]
        for version in versions:
            if not uses[version][row]:
                raise _unknown(footprints, row, text, version, tables[version])
        codes = [str(uses[version][row]) for version in versions]
        names = [tables[version].name(code) for version, code in zip(versions, codes)]
        if len(set(names)) > 1:
            template = translate(
                "LandLedger",
                "Layer {layer}, feature {feature}: “{use}” is {first} in {one}, but {second} in {other}, and plans of both lie under "
                "the footprint; compare with the plans of one class table at a time.",
            )
            raise InputError(
                template, layer=footprints.name, feature=int(footprints.ids[row]), use=text, first=f"{codes[0]} {names[0]}",
                second=f"{codes[1]} {names[1]}", one=version_name(versions[0]), other=version_name(versions[1]),
            )  # fmt: skip


def _texts(footprints: Columns, default: str) -> list[str]:
    written = footprints.attributes.get(USE, np.full(len(footprints), None, dtype=object))
    return [str(value).strip() if value is not None and str(value).strip() else default.strip() for value in written.tolist()]


def _unknown(footprints: Columns, row: int, text: str, version: str, table: CodeTable) -> InputError:
    near = near_names([normal(text)], list(dict.fromkeys(each.name for each in table.classes.values())))
    template = translate("LandLedger", "Layer {layer}, feature {feature}: “{use}” is no class of {table}.")
    if near:
        template = translate("LandLedger", "Layer {layer}, feature {feature}: “{use}” is no class of {table}. Similar: {near}.")
    return InputError(
        template, layer=footprints.name, feature=int(footprints.ids[row]), use=text, table=version_name(version),
        near="、".join(near),
    )  # fmt: skip


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
