"""Dates of algorithms on a ledger: one kind of parameter, one reading of it."""

from __future__ import annotations

import datetime
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingParameterDateTime

from ....core.errors import InputError
from ....core.sentence import translate


def add_date(algorithm: QgsProcessingAlgorithm, name: str, label: str) -> None:
    """An optional day."""
    kind = QgsProcessingParameterDateTime.Type.Date
    algorithm.addParameter(QgsProcessingParameterDateTime(name, label, kind, optional=True))


def asked_date(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> datetime.date | None:
    """The day that was given, None for none; InputError for what is no day."""
    given = parameters.get(name)
    if given in (None, ""):
        return None
    day = algorithm.parameterAsDateTime(parameters, name, context).date()
    if not day.isValid():
        raise InputError(translate("LandLedger", "“{date}” is no date; write it as in 2025-03-31."), date=str(given))
    return datetime.date(day.year(), day.month(), day.day())
