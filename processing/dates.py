"""Dates as parameters: one kind of parameter, one reading of it, by all ways in which people write a day."""

from __future__ import annotations

import datetime
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingParameterDateTime

from ..core.errors import InputError
from ..core.sentence import translate

EARLIEST = 1900
"""A year before it was typed with two digits."""


def add_date(algorithm: QgsProcessingAlgorithm, name: str, label: str) -> None:
    """An optional day."""
    kind = QgsProcessingParameterDateTime.Type.Date
    algorithm.addParameter(QgsProcessingParameterDateTime(name, label, kind, optional=True))


def asked_date(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> datetime.date | None:
    """The day that was given, None for none; InputError for what is no day."""
    given = parameters.get(name)
    if given is None:
        return None
    if isinstance(given, str):
        return _written(given, name)
    day = algorithm.parameterAsDateTime(parameters, name, context).date()
    if not day.isValid() or day.year() < EARLIEST:
        raise _no_day(given.toString("yyyy-MM-dd") if hasattr(given, "toString") else str(given), name)
    return datetime.date(day.year(), day.month(), day.day())


def with_days(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> dict[str, Any]:
    """The parameters with the days that people wrote (2023年3月1日, 2023/3/1) as QGIS checks them; InputError for what is no
    day."""
    turned = dict(parameters)
    for definition in algorithm.parameterDefinitions():
        given = turned.get(definition.name())
        if definition.type() == QgsProcessingParameterDateTime.typeName() and isinstance(given, str):
            day = _written(given, definition.name())
            turned[definition.name()] = None if day is None else day.isoformat()
    return turned


def _written(text: str, name: str) -> datetime.date | None:
    from ..core.quota.days import day_of

    try:
        day = day_of(text)
    except ValueError as error:
        raise _no_day(text, name) from error
    if day is not None and day.year < EARLIEST:
        raise _no_day(text, name)
    return day


def _no_day(text: str, name: str) -> InputError:
    template = translate("LandLedger", "{parameter}: “{date}” is no date; write it as in 2025-03-31.")
    return InputError(template, parameter=name, date=text)
