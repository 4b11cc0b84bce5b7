"""Which class table a layer is coded in: the same code means another class in another version.

A layer coded in another table than the one chosen is refused, and so is one that mixes two: no code of it could be
trusted. The rule `mixed_codes` (`resources/rules/summary.csv`) turns the second refusal into a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..errors import InputError
from ..resources import read_facts, resource
from ..sentence import Sentence, sentence, translate
from .classes import BUILT_IN, CodeTable, clean_code, load_code_table

_SHOWN = 5
VERSION_NAMES: Mapping[str, str] = {
    "sandiao2019": translate("LandLedger", "classes of the third land survey"),
    "ydyh2020": translate("LandLedger", "land and sea use classes 2020"),
    "ydyh2023": translate("LandLedger", "land and sea use classes 2023"),
    "ydyh": translate("LandLedger", "land and sea use classes 2020 or 2023"),
    "erdiao": translate("LandLedger", "classes of the second land survey"),
}

_OLD_CODE = re.compile(r"[0-9]{3}")


def version_name(version: str) -> Sentence | str:
    """What people call a class table."""
    return sentence(VERSION_NAMES[version]) if version in VERSION_NAMES else version


@lru_cache(maxsize=1)
def _marks() -> dict[str, str]:
    """Code → version, for codes that one version of the land and sea use classes alone has."""
    rows = read_facts(resource("codes", "version_marks.csv"), ("code", "version"))
    return {row.needed("code"): row.needed("version") for row in rows}


@lru_cache(maxsize=4)
def _table(version: str) -> CodeTable:
    return load_code_table(version)


def version_of(code: str, name: str, classes: CodeTable) -> str:
    """The other version that a single code (with its name) speaks for, '' for none, `ydyh` where it is that of 2020 or
    2023: `resources/codes/version_marks.csv` and the name tell the two apart."""
    if not code:
        return ""
    others = [version for version in BUILT_IN if version != classes.version]
    if not classes.known(code):
        if _OLD_CODE.fullmatch(code):
            return "erdiao"
        if code in _marks():
            return _marks()[code]
        knowing = [version for version in others if _table(version).known(code)]
        named = [version for version in knowing if _table(version).name(code) == name]
        return _one_of(named or knowing)
    if not name or classes.name(code) == name:
        return ""
    return _one_of([version for version in others if _table(version).name(code) == name])


def _one_of(versions: list[str]) -> str:
    return "" if not versions else versions[0] if len(versions) == 1 else "ydyh"


def distinct_pairs(codes: np.ndarray, names: np.ndarray | None) -> list[tuple[str, str]]:
    """The distinct (cleaned code, class name or '') of a layer, those without a code left out."""
    listed = codes.tolist()
    pairs = set(zip(listed, names.tolist())) if names is not None else {(code, None) for code in listed}
    cleaned = {(clean_code(code), str(name or "").strip()) for code, name in pairs}
    return sorted(pair for pair in cleaned if pair[0])


@dataclass(frozen=True)
class ForeignCodes:
    """Codes of a layer that belong to another class table: `theirs` (examples of code, or code and name) to `other`;
    `mine` those that only the table asked for has, none when the whole layer is coded in `other`."""

    other: str
    theirs: tuple[str, ...]
    mine: tuple[str, ...] = ()


def foreign_codes(
    pairs: Sequence[tuple[str, str]], known: Iterable[str], version: str, first: str = ""
) -> ForeignCodes | None:
    """The other class table that a layer is coded in, wholly or in part; None if all speaks for `version`.

    `pairs` as `distinct_pairs` gives them, `known` the codes of `version`. A code that no table knows speaks for none.
    Where several other tables know the same codes, `first` is named.
    """
    if version not in VERSION_NAMES:
        return None  # a class table of one's own: what it does not have is unknown, not foreign
    mine = set(known)
    codes = {code for code, _ in pairs}
    for other in sorted((each for each in BUILT_IN if each != version), key=lambda each: each != first):
        table = _table(other)
        theirs = sorted(code for code in codes - mine if table.known(code))
        only_mine = sorted(code for code in codes & mine if not table.known(code))
        if theirs:
            return ForeignCodes(other, tuple(theirs), tuple(only_mine))
    return _by_names(pairs, version)


def _by_names(pairs: Sequence[tuple[str, str]], version: str) -> ForeignCodes | None:
    """Where the codes fit several tables, the class names beside them decide."""
    if version not in BUILT_IN or not any(name for _, name in pairs):
        return None
    tables = {each: _table(each) for each in BUILT_IN}
    fits = {each: _named(pairs, table) for each, table in tables.items()}
    known = {each: sum(table.known(code) for code, _ in pairs) for each, table in tables.items()}
    best = max(BUILT_IN, key=lambda each: (fits[each], each == version))
    if fits[best] <= fits[version] or known[best] < known[version] or 2 * fits[best] <= len(pairs):
        return None
    return ForeignCodes(
        best,
        tuple(
            f"{code} {name}"
            for code, name in pairs
            if tables[best].name(code) == name and tables[version].name(code) != name
        ),
    )


def require_version(
    pairs: Sequence[tuple[str, str]], known: Iterable[str], version: str, layer: str, mixed_refused: bool = True
) -> tuple[Sentence, ...]:
    """InputError when the codes of a layer are not those of `version` (whose codes are `known`), or of two versions.

    Returns what is to be told: a mixture, where that is not refused.
    """
    require_codes(pairs, layer)
    known = set(known)
    foreign = foreign_codes(pairs, known, version)
    if foreign is not None and not foreign.mine:
        template = translate(
            "LandLedger", "Layer {layer} is coded in {other} ({codes}), not in {version}; choose the right class table."
        )
        raise InputError(
            template,
            layer=layer,
            other=version_name(foreign.other),
            codes=listed(foreign.theirs),
            version=version_name(version),
        )
    if foreign is not None:
        mixture = mixture_of(foreign, version, layer)
        if mixed_refused:
            raise InputError(mixture.template, **mixture.places)
        return (mixture,)
    require_some_known(pairs, known, version, layer)
    return ()


def require_codes(pairs: Sequence[tuple[str, str]], layer: str) -> None:
    """InputError for a layer without any code."""
    if not pairs:
        raise InputError(translate("LandLedger", "Layer {layer} has no class codes at all."), layer=layer)


def require_some_known(pairs: Sequence[tuple[str, str]], known: Iterable[str], version: str, layer: str) -> None:
    """InputError when not one code of the layer belongs to `version`."""
    if not {code for code, _ in pairs} & set(known):
        template = translate(
            "LandLedger", "None of the codes of layer {layer} ({codes}) belongs to {version}; choose the right class table."
        )
        codes = listed([code for code, _ in pairs])
        raise InputError(template, layer=layer, codes=codes, version=version_name(version))


def _named(pairs: Sequence[tuple[str, str]], table: CodeTable) -> int:
    return sum(bool(name) and table.name(code) == name for code, name in pairs)


def mixture_of(foreign: ForeignCodes, version: str, layer: str) -> Sentence:
    """What to say of a layer that mixes two class tables."""
    return sentence(
        translate(
            "LandLedger",
            "Layer {layer} mixes class tables: {mine} belong to {version}, {theirs} to {other}; the same code means "
            "another class in the other one, so correct the codes first.",
        ),
        layer=layer,
        mine=listed(foreign.mine),
        version=version_name(version),
        theirs=listed(foreign.theirs),
        other=version_name(foreign.other),
    )


def listed(codes: Iterable[str]) -> str:
    """The first few of some codes."""
    distinct = sorted(set(codes))
    return "、".join(distinct[:_SHOWN]) + (" …" if len(distinct) > _SHOWN else "")
