"""Identifiers of parcels (BSM): the survey standard wants each to stand once. What is doubtful is told, and where parcels are
looked up by them, refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from ..columns import Columns
from ..errors import InputError
from ..sentence import Sentence, sentence, translate
from .classes import clean_codes

IDENTIFIER = "BSM"


class Doubtful(NamedTuple):
    """Something about the identifiers of a layer, and the first feature it is about."""

    feature: str
    text: Sentence


def identifiers(columns: Columns) -> np.ndarray | None:
    """The identifiers, text object (n,), '' for null; None where the layer has none."""
    values = columns.attributes.get(IDENTIFIER)
    return None if values is None else clean_codes(values)


def doubtful_identifiers(columns: Columns) -> list[Doubtful]:
    """How many parcels have no identifier, and how many share theirs, each with the first: one line each, however many. A
    layer without the field says nothing of them."""
    numbers = identifiers(columns)
    if numbers is None:
        return []
    listed, ids = numbers.tolist(), columns.ids
    distinct = set(listed)
    if len(distinct) == len(listed) and "" not in distinct:
        return []
    counts = Counter(listed)
    found = []
    if blank := counts.pop("", 0):
        text = translate(
            "LandLedger", "{count} parcels have no identifier (BSM) and are named by their feature; the first is feature {feature}."
        )
        first = str(ids[listed.index("")])
        found.append(Doubtful(first, sentence(text, count=blank, feature=first)))
    shared = {number: count for number, count in counts.items() if count > 1}
    if shared:
        number = next(iter(shared))
        one = listed.index(number)
        text = translate(
            "LandLedger",
            "{count} parcels share their identifier (BSM) with others: the first, {number}, stands at feature {feature} and "
            "at feature {other}.",
        )
        first, other = str(ids[one]), str(ids[listed.index(number, one + 1)])
        said = sentence(text, count=sum(shared.values()), number=number, feature=first, other=other)
        found.append(Doubtful(first, said))
    return found


def rows_by_identifier(columns: Columns | None, wanted: Iterable[str]) -> dict[str, int]:
    """The row of each parcel by its identifier. InputError naming layer and features where one of those `wanted` stands twice:
    nobody can say which parcel is meant."""
    numbers = None if columns is None else identifiers(columns)
    if columns is None or numbers is None:
        return {}
    rows: dict[str, int] = {}
    doubled: dict[str, int] = {}
    for row, number in enumerate(numbers.tolist()):
        if rows.setdefault(number, row) != row:
            doubled.setdefault(number, row)
    rows.pop("", None)
    meant = next((number for number in wanted if number and number in doubled), None) if doubled else None
    if meant is not None:
        template = translate(
            "LandLedger",
            "Layer {layer}: the identifier {number} (BSM) stands at feature {feature} and at feature {other}; which parcel is "
            "meant can't be told.",
        )
        places = {"feature": int(columns.ids[rows[meant]]), "other": int(columns.ids[doubled[meant]])}
        raise InputError(template, layer=columns.name, number=meant, **places)
    return rows


def require_all_identified(columns: Columns, wanted: Iterable[str]) -> None:
    """InputError naming layer and feature where a parcel has no identifier of its own and one of those `wanted` is not in the
    layer: that may be the very parcel, whose ground would count twice."""
    numbers = identifiers(columns)
    listed = [] if numbers is None else numbers.tolist()
    counts = Counter(listed)
    place = next((row for row, number in enumerate(listed) if not number or counts[number] > 1), None)
    missing = next((number for number in wanted if number and number not in counts), None)
    if place is not None and missing is not None:
        template = translate(
            "LandLedger",
            "Layer {layer}, feature {feature}: the parcel has no identifier (BSM) of its own, and the package names a parcel "
            "{number} that the layer lacks. Fill in BSM, or ground may count twice.",
        )
        raise InputError(template, layer=columns.name, feature=int(columns.ids[place]), number=missing)
