"""Whose the ground under each leaf is: ownership unit and nature, from the ownership layer or else from the survey."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..columns import Columns, by_value, distinct, stripped, values_at
from ..survey.atoms import Atoms
from ..survey.nature import Nature, natures
from ..survey.schema import village_codes

if TYPE_CHECKING:
    from .model import Control

_FIELDS = ("QSDWMC", "ZLDWMC", "QSDWDM", "ZLDWDM", "QSXZ")

_TOWNSHIP = re.compile(r"^(.+?(?:街道办事处|街道|镇|乡))(?![镇乡村社])")
_VILLAGE = re.compile(r"^(.+?(?:社区居民委员会|社区居委会|村村民委员会|村村委会|村民委员会|居民委员会|村委会|居委会|社区|村))")


@dataclass(frozen=True)
class Owners:
    """Ownership of each leaf, arrays (r,): names of township, village and group or holder, '' where unknown; `unit` the
    owner's name as written, `code` the location code; `nature` a Nature or None; `from_layer` bool: of the ownership
    layer, not of the survey. `number` int64 (r,): leaves of one number agree in all of that."""

    township: np.ndarray
    village: np.ndarray
    group: np.ndarray
    unit: np.ndarray
    code: np.ndarray
    nature: np.ndarray
    from_layer: np.ndarray
    number: np.ndarray

    def at(self, rows: np.ndarray) -> Owners:
        """Those of `rows` int64 (r,), numbered so."""
        return Owners(
            self.township[rows],
            self.village[rows],
            self.group[rows],
            self.unit[rows],
            self.code[rows],
            self.nature[rows],
            self.from_layer[rows],
            rows,
        )


def split_unit_name(name: str) -> tuple[str, str, str]:
    """Township, village and the rest of an ownership unit's name: 示例镇张庄村一组 → (示例镇, 张庄村, 一组).

    A name without a village stands in the last place as a whole: 示例镇人民政府, a company, a river authority.
    """
    township = _TOWNSHIP.match(name)
    rest = name[township.end() :] if township else name
    village = _VILLAGE.match(rest)
    rest = rest[village.end() :] if village else (name if rest else "")
    return (township.group(1) if township else "", village.group(1) if village else "", rest)


def owners_of(survey: Columns, ownership: Control | None, atoms: Atoms, leaf_atom: np.ndarray) -> Owners:
    """Ownership of the leaves; where the ownership layer has a gap the survey's own fields stand in."""
    owners, owner = _distinct_owners(survey, atoms.parcel[leaf_atom])
    row = np.full(len(leaf_atom), -1, dtype=np.int64)
    if ownership is not None:
        row = atoms.controls[ownership.key].first(len(atoms))[leaf_atom]
    # Everything is asked once for each pair of an owner of the survey and a feature of the layer.
    width = int(row.max(initial=-1)) + 2
    pairs, number = np.unique((owner + 1) * width + row + 1, return_inverse=True)
    return _owners_of_pairs(owners, ownership, pairs // width - 1, pairs % width - 1).at(number.reshape(-1))


def _owners_of_pairs(owners: Columns, ownership: Control | None, owner: np.ndarray, row: np.ndarray) -> Owners:
    """Ownership by rows of `owners` and of the ownership layer, int64 (k,) each, −1 for none."""
    unit = values_at(_first_text(owners, "QSDWMC", "ZLDWMC"), owner, "")
    code = values_at(_first_text(owners, "QSDWDM", "ZLDWDM"), owner, "")
    nature = values_at(natures(_first_text(owners, "QSXZ")), owner, Nature.UNKNOWN)
    from_layer = row >= 0
    if ownership is not None:
        layer = ownership.columns
        unit = np.where(from_layer, values_at(_first_text(layer, "QLR", "QSDWMC"), row, ""), unit)
        code = np.where(from_layer, values_at(_first_text(layer, "QSDWDM", "ZLDWDM", "XZQDM"), row, ""), code)
        nature = np.where(from_layer, values_at(_layer_natures(layer), row, Nature.UNKNOWN), nature)
    return _named(unit, code, nature, from_layer)


def _distinct_owners(survey: Columns, rows: np.ndarray) -> tuple[Columns, np.ndarray]:
    """A parcel for each ownership told at `rows` (−1: none), and int64 (r,) which of them has that of each row, −1 for −1."""
    fields = [survey.attributes[name] for name in _FIELDS if name in survey.attributes]
    of = np.full(len(survey), -1, dtype=np.int64)
    known = np.unique(rows[rows >= 0]) if fields else np.empty(0, dtype=np.int64)
    first, of[known] = distinct([field[known] for field in fields] or [known])
    return survey.take(known[first]), values_at(of, rows, -1)


def _layer_natures(layer: Columns) -> np.ndarray:
    """An ownership layer without a nature field is one of collective ownership, as its name says."""
    if "QSXZ" not in layer.attributes:
        return np.full(len(layer), Nature.COLLECTIVE, dtype=object)
    return natures(_first_text(layer, "QSXZ"))


def _named(unit: np.ndarray, code: np.ndarray, nature: np.ndarray, from_layer: np.ndarray) -> Owners:
    first, which = distinct([unit, code])
    township, village, group = _names_of(unit[first], code[first])
    number = np.arange(len(unit))
    return Owners(township[which], village[which], group[which], unit, code, nature, from_layer, number)


def _names_of(unit: np.ndarray, code: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Township, village and group or holder of owners, of whom no two are the same."""
    names = {name: split_unit_name(name) for name in set(unit.tolist())}
    township, village, group = (by_value(unit, lambda name, part=part: names[name][part]) for part in range(3))  # type: ignore[misc]
    coded = village_codes(code)["township"]
    # A unit without a township in its name takes the one its code belongs to, else it is told apart by that code.
    known = _township_names(coded, township)
    nameless = (township == "") & (village != "")
    township = np.where(nameless, by_value(coded, lambda number: known.get(str(number), number)), township)
    return township, village, group


def _township_names(codes: np.ndarray, names: np.ndarray) -> dict[str, str]:
    """Township code → the name that units of the township carry; only where they all say the same."""
    found: dict[str, set[str]] = {}
    for code, name in set(zip(codes.tolist(), names.tolist())):
        if code and name:
            found.setdefault(code, set()).add(name)
    return {code: next(iter(said)) for code, said in found.items() if len(said) == 1}


def _first_text(columns: Columns, *names: str) -> np.ndarray:
    """The first field of `names` that says something, row by row, '' where none does."""
    result = np.full(len(columns), "", dtype=object)
    for name in reversed(names):
        values = columns.attributes.get(name)
        if values is not None:
            texts = stripped(values)
            result = np.where(texts != "", texts, result)
    return result
