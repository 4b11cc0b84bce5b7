"""Distinct values of plan layers: class codes with their names, village codes."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsExpression, QgsVectorLayer, QgsVectorLayerUtils

from ...core.survey.classes import clean_code
from ...core.village.profile import CLASS_VALUES, PlanProfile, PlanRole
from ...core.village.recognition import village_codes_of
from .feature_reading import plain_of
from .texts import text_of

_BETWEEN = "\x1f"
"""Stands between code and name; a control character that no text has."""
_NAME_OF = {"JQDLBM": "JQDLMC", "GHDLBM": "GHDLMC"}


def class_pairs(
    layers: Mapping[PlanRole, QgsVectorLayer], fields: Mapping[PlanRole, Mapping[str, str]], profile: PlanProfile
) -> set[tuple[str, str]]:
    """Distinct (clean code, class name or '') of all class fields of a plan."""
    pairs: set[tuple[str, str]] = set()
    for role, layer in layers.items():
        declared = profile.layer(role)
        for each in declared.fields if declared is not None else ():
            if each.values != CLASS_VALUES or each.name not in fields[role]:
                continue
            name = fields[role].get(_NAME_OF.get(each.name, ""), "")
            pairs |= _pairs(layer, fields[role][each.name], name)
    return pairs


def _pairs(layer: QgsVectorLayer, code: str, name: str) -> set[tuple[str, str]]:
    """Codes and names that stand side by side; asked of the provider as one distinct list where it can."""
    names = layer.fields()
    places = [names.lookupField(each) for each in (code, name) if each]
    if len(places) == 1:
        return {(clean_code(_text(value)), "") for value in layer.uniqueValues(places[0])}
    # QGIS puts each row together to one text: rows with their values one by one take it several times as long.
    quoted = (QgsExpression.quotedColumnRef(names.at(place).name()) for place in places)
    values, _ = QgsVectorLayerUtils.getValues(layer, f", '{_BETWEEN}', ".join(quoted).join(("concat(", ")")))
    found = {tuple(str(value).split(_BETWEEN)) for value in set(values)}
    return {(clean_code(first), second.strip()) for first, second in found}


def _text(value: object) -> str | None:
    plain = plain_of(value)
    return None if plain is None else text_of(plain)


def village_codes(layer: QgsVectorLayer, field: str, digits: int) -> list[str]:
    """The distinct villages (their first digits) in a field of codes, sorted."""
    values = [_text(value) for value in layer.uniqueValues(layer.fields().lookupField(field))]
    return village_codes_of([value for value in values if value], digits)
