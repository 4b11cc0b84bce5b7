"""Which class table a layer is coded in: the same code means another class in another version.

A layer coded in another table than the one chosen is refused, and so is one that mixes two: no code of it could be
trusted. The rule `mixed_codes` (`resources/rules/summary.csv`) turns the second refusal into a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from ..errors import InputError
from ..sentence import Sentence, sentence, translate
from .classes import BUILT_IN, CodeTable, clean_code, load_code_table

_SHOWN = 5
VERSION_NAMES = {
    "sandiao2019": translate("LandLedger", "third land survey (2019)"),
    "ydyh2020": translate("LandLedger", "land and sea use 2020"),
    "ydyh2023": translate("LandLedger", "land and sea use 2023"),
}


def version_name(version: str) -> Sentence | str:
    """What people call a class table."""
    return sentence(VERSION_NAMES[version]) if version in VERSION_NAMES else version


def distinct_pairs(codes: np.ndarray, names: np.ndarray | None) -> list[tuple[str, str]]:
    """The distinct (cleaned code, class name or '') of a layer, those without a code left out."""
    listed = codes.tolist()
    pairs = set(zip(listed, names.tolist())) if names is not None else {(code, None) for code in listed}
    cleaned = {(clean_code(code), str(name or "").strip()) for code, name in pairs}
    return sorted(pair for pair in cleaned if pair[0])


def require_version(
    pairs: Sequence[tuple[str, str]], known: Iterable[str], version: str, layer: str, mixed_refused: bool = True
) -> tuple[Sentence, ...]:
    """InputError when the codes of a layer are not those of `version` (whose codes are `known`), or of two versions.

    `pairs` as `distinct_pairs` gives them. Returns what is to be told: a mixture, where that is not refused. A code that
    no table knows speaks for none.
    """
    if not pairs:
        raise InputError(translate("LandLedger", "Layer {layer} has no class codes at all."), layer=layer)
    mine = set(known)
    codes = {code for code, _ in pairs}
    foreign = codes - mine
    told: list[Sentence] = []
    for other in BUILT_IN:
        if other == version:
            continue
        table = load_code_table(other)
        theirs = {code for code in foreign if table.known(code)}
        only_mine = {code for code in codes & mine if not table.known(code)}
        if theirs and not only_mine:
            raise _other_version(theirs, layer, version, other)
        if theirs:
            mixture = _mixture(theirs, only_mine, layer, version, other)
            if mixed_refused:
                raise InputError(mixture.template, **mixture.places)
            told.append(mixture)
    if not codes & mine:
        template = translate(
            "LandLedger", "None of the codes of layer {layer} ({codes}) belongs to {version}; choose the right class table."
        )
        raise InputError(template, layer=layer, codes=_listed(codes), version=version_name(version))
    _require_names(pairs, version, layer)
    return tuple(told[:1])


def _require_names(pairs: Sequence[tuple[str, str]], version: str, layer: str) -> None:
    """Where the codes fit several tables, the class names beside them decide."""
    if version not in BUILT_IN or not any(name for _, name in pairs):
        return
    fits = {other: _named(pairs, load_code_table(other)) for other in BUILT_IN}
    known = {other: sum(load_code_table(other).known(code) for code, _ in pairs) for other in BUILT_IN}
    best = max(BUILT_IN, key=lambda other: (fits[other], other == version))
    if fits[best] > fits[version] and known[best] >= known[version] and 2 * fits[best] > len(pairs):
        examples = [
            f"{code} {name}"
            for code, name in pairs
            if load_code_table(best).name(code) == name and load_code_table(version).name(code) != name
        ]
        raise _other_version(examples, layer, version, best)


def _named(pairs: Sequence[tuple[str, str]], table: CodeTable) -> int:
    return sum(bool(name) and table.name(code) == name for code, name in pairs)


def _other_version(codes: Iterable[str], layer: str, version: str, other: str) -> InputError:
    template = translate(
        "LandLedger", "Layer {layer} is coded in {other} ({codes}), not in {version}; choose the right class table."
    )
    return InputError(
        template, layer=layer, other=version_name(other), codes=_listed(codes), version=version_name(version)
    )


def _mixture(theirs: Iterable[str], mine: Iterable[str], layer: str, version: str, other: str) -> Sentence:
    return sentence(
        translate(
            "LandLedger",
            "Layer {layer} mixes class tables: {mine} belong to {version}, {theirs} to {other}; the same code means "
            "another class in the other one, so correct the codes first.",
        ),
        layer=layer,
        mine=_listed(mine),
        version=version_name(version),
        theirs=_listed(theirs),
        other=version_name(other),
    )


def _listed(codes: Iterable[str]) -> str:
    listed = sorted(codes)
    return "、".join(listed[:_SHOWN]) + (" …" if len(listed) > _SHOWN else "")
