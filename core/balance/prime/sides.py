"""Footprints and supplement blocks as one layer of footprints, so that one run cuts, measures and apportions both."""

from __future__ import annotations

import numpy as np

from ...columns import Columns
from ...errors import InputError
from ...occupation.mending import mend, mend_footprints, require_distinct_ids
from ...occupation.model import Finding
from ...sentence import translate
from .model import ALL

PROJECT = "PROJECT"


def mended_sides(occupied: Columns, supplement: Columns, findings: list[Finding]) -> tuple[Columns, Columns]:
    """Both with valid shapes only, what was mended in `findings`; there may be no supplement.

    InputError for a number that is missing or stands twice in its layer, a missing project, or no footprint with an area.
    """
    for side in (occupied, supplement):
        if len(side):
            require_distinct_ids(side)
            _require_projects(side)
    blocks = mend(supplement, findings) if len(supplement) else supplement
    return mend_footprints(occupied, findings), blocks


def together(occupied: Columns, supplement: Columns) -> Columns:
    """One layer, the footprints first. Numbers that stand in both layers get the layer's name before them."""
    numbers = [block_numbers(side) for side in (occupied, supplement)]
    twice = set(numbers[0]) & set(numbers[1])
    ids = [
        f"{side.name} {number}" if number in twice else number
        for side, own in zip((occupied, supplement), numbers)
        for number in own
    ]
    geometry = np.empty(len(ids), dtype=object)
    geometry[:] = [*occupied.geometry, *supplement.geometry]
    names = [*_texts(occupied, "FP_NAME"), *_texts(supplement, "FP_NAME")]
    attributes = {"FP_ID": _objects(ids), "FP_NAME": _objects(names)}
    name = f"{occupied.name}、{supplement.name}" if len(supplement) else occupied.name
    number = np.concatenate([occupied.ids, supplement.ids])
    return Columns(name, number, geometry, attributes, occupied.source, occupied.crs, occupied.added)


def block_numbers(side: Columns) -> list[str]:
    """The number of each block as its layer gives it."""
    return [str(value).strip() for value in side.attributes["FP_ID"].tolist()] if len(side) else []


def block_names(side: Columns) -> list[str]:
    """The name of each block, '' where it has none."""
    return _texts(side, "FP_NAME")


def projects_of(side: Columns) -> list[str]:
    """The project of each block, ALL where projects are not told apart."""
    return _texts(side, PROJECT) if PROJECT in side.attributes else [ALL] * len(side)


def _require_projects(side: Columns) -> None:
    if PROJECT not in side.attributes:
        return
    for row, name in enumerate(_texts(side, PROJECT)):
        if not name:
            raise InputError(
                translate("LandLedger", "Layer {layer}, feature {feature}: the project is empty; fill it in."),
                layer=side.name,
                feature=int(side.ids[row]),
            )


def _texts(side: Columns, name: str) -> list[str]:
    values = side.attributes.get(name)
    if values is None:
        return [""] * len(side)
    return ["" if value is None or value != value else str(value).strip() for value in values.tolist()]


def _objects(values: list[str]) -> np.ndarray:
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column
