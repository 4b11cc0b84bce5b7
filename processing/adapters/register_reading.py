"""Teams and assignments of layers and tables as rows of the registers of a service book."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import shapely

from ...core.errors import InputError
from ...core.sentence import translate
from ...core.service.register.model import ANY, Assigned
from ...core.service.teams import level_named, role_of
from ...core.survey.schema import Field, Kind
from .place_reading import Places, PlaceSource
from .service_reading import day_in, terms_in

ASSIGNMENT_FIELDS: tuple[Field, ...] = (
    Field("DYDM", Kind.TEXT, required=True),
    Field("XZBH", Kind.TEXT, required=True),
    *(Field(name) for name in ("DYMC", "FWJS", "FWCJ", "PQQSRQ", "PQJZRQ")),
)
"""Unit and team; name of the unit, role, level, first and last day."""

_COORDINATE, _CAPACITY = Decimal("0.000001"), Decimal("0.01")


def team_rows_of(source: PlaceSource, places: Places) -> list[dict[str, object]]:
    """Values of `planner_team`, one a row; bases in the system of the layer. InputError for an unknown role or level, and a
    term that is no day."""
    names = {"name": "XZMCH", "lead": "QTGHS", "org": "SZDW"}
    text = {key: places.text(key).tolist() for key in ("XZBH", "FWJS", "FWCJ", *names.values())}
    capacity = places.numbers.get("FWRL", np.full(len(places.shape), np.nan)).tolist()
    start, end = terms_in(source, places)
    found = []
    for row, code in enumerate(text["XZBH"]):
        if not code:
            template = translate("LandLedger", "Layer {layer}: the team in row {row} has no id.")
            raise InputError(template, layer=source.name, row=row + 1)
        role, level = role_of(text["FWJS"][row], source.name), level_named(text["FWCJ"][row], source.name)
        values: dict[str, object] = {key: text[name][row] for key, name in names.items()}
        values.update(
            code=code, role=role.value if role else ANY, level=level.value if level else ANY,
            capacity=None if np.isnan(capacity[row]) else _rounded(capacity[row], _CAPACITY),
        )  # fmt: skip
        values["from"], values["to"] = start[row], end[row]
        if places.shape[row] is not None:
            point = shapely.point_on_surface(places.shape[row])
            values.update(base_x=_rounded(point.x, _COORDINATE), base_y=_rounded(point.y, _COORDINATE), base_crs=source.crs.authid())
        found.append(values)
    return found


def _rounded(value: float, step: Decimal) -> Decimal:
    return Decimal(repr(value)).quantize(step, ROUND_HALF_UP)


def assigned_of(source: PlaceSource, places: Places) -> list[Assigned]:
    """Rows of an assignment; InputError for a row without a unit, an unknown role or level, a last day that is none."""
    keys = ("DYDM", "XZBH", "FWJS", "FWCJ", "DYMC", "PQQSRQ", "PQJZRQ")
    found = []
    for row, (unit, team, role, level, name, start, end) in enumerate(zip(*(places.text(key).tolist() for key in keys))):
        if not unit:
            template = translate("LandLedger", "Layer {layer}: the unit in row {row} has no code.")
            raise InputError(template, layer=source.name, row=row + 1)
        found.append(
            Assigned(
                unit, team, role_of(role, source.name), level_named(level, source.name), name,
                start=day_in(start, source, row), end=day_in(end, source, row), row=row + 1,
            )
        )  # fmt: skip
    return found
