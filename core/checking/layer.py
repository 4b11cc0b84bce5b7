"""The findings as the columns of their layers: names, kinds and values in the order of the contract with the dock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..columns import Columns
from ..sentence import Say, translate
from .finding import NO_ROW
from .job import CHECK_TITLES, Checked
from .states import Named
from .subjects import ONE_LAYER, Subjects, subjects_of


@dataclass(frozen=True)
class FindingField:
    """A field of the layer of findings: `kind` is text, integer or number."""

    name: str
    kind: str
    alias: str
    length: int = 0
    decimals: int = 0


KEY = FindingField("KEY", "text", translate("LandLedger", "Key"), 20)
CHECK_ID = FindingField("CHECK_ID", "text", translate("LandLedger", "Check id"), 40)
SEVERITY = FindingField("SEVERITY", "text", translate("LandLedger", "Severity"), 10)
TITLE = FindingField("TITLE", "text", translate("LandLedger", "Check"), 80)
FINDING = FindingField("FINDING", "text", translate("LandLedger", "Finding"), 254)
AREA_M2 = FindingField("AREA_M2", "number", translate("LandLedger", "Area (m²)"), 18, 4)

FINDING_FIELDS: tuple[FindingField, ...] = (
    KEY,
    CHECK_ID,
    SEVERITY,
    TITLE,
    FINDING,
    FindingField("FEATURE_ID", "integer", translate("LandLedger", "Feature id")),
    FindingField("BSM", "text", translate("LandLedger", "Parcel identifier"), 18),
    FindingField("OTHER_ID", "integer", translate("LandLedger", "Other feature id")),
    FindingField("OTHER_BSM", "text", translate("LandLedger", "Other parcel identifier"), 18),
    FindingField("FIELD", "text", translate("LandLedger", "Field"), 20),
    FindingField("ZLDWDM", "text", translate("LandLedger", "Location code"), 19),
    FindingField("ZLDWMC", "text", translate("LandLedger", "Location name"), 255),
    AREA_M2,
    FindingField("EXTENT_M", "number", translate("LandLedger", "Extent (m)"), 12, 3),
    FindingField("STATE", "text", translate("LandLedger", "State"), 10),
    FindingField("REASON", "text", translate("LandLedger", "Reason"), 254),
    FindingField("DECIDED_BY", "text", translate("LandLedger", "Decided by"), 60),
    FindingField("DECIDED_ON", "text", translate("LandLedger", "Decided on"), 10),
)
AREA_FIELDS: tuple[FindingField, ...] = (KEY, CHECK_ID, SEVERITY, TITLE, FINDING, AREA_M2)

Column = Sequence[object]


def finding_points(findings: Sequence[Named]) -> np.ndarray:
    """object (k,): the place of each finding as a point, None where it has none."""
    places = np.array([(named.finding.x, named.finding.y) for named in findings], dtype=np.float64).reshape(-1, 2)
    known = ~np.isnan(places).any(axis=1)
    points = np.full(len(findings), None, dtype=object)
    points[known] = shapely.points(places[known])
    return points


def finding_columns(checked: Checked, say: Say = str) -> Mapping[str, Column]:
    """The values (k,) of FINDING_FIELDS by name, said in the language of `say`."""
    return columns_of(checked.findings, checked.inputs.survey, CHECK_TITLES, say)


def columns_of(
    findings: Sequence[Named], survey: Columns, check_titles: Mapping[str, str], say: Say = str
) -> Mapping[str, Column]:
    """As `finding_columns`, of findings whose rows are those of `survey`; `check_titles` are English texts by check."""
    return columns_among(findings, {ONE_LAYER: subjects_of(survey)}, check_titles, say)


def columns_among(
    findings: Sequence[Named], layers: Mapping[str, Subjects], check_titles: Mapping[str, str], say: Say = str
) -> Mapping[str, Column]:
    """The same of findings whose rows are those of several layers, by their keys. What belongs to no feature lies in the
    village it is about."""
    titles = {check: say(title) for check, title in check_titles.items()}
    facts = [named.finding for named in findings]

    def of(values: Mapping[str, Sequence[object]], place: str) -> list[object]:
        rows = [(found.layer, getattr(found, place)) for found in facts]
        return [None if row == NO_ROW else values[layer][row] for layer, row in rows]

    def text_of(values: Mapping[str, Sequence[object]], place: str = "row") -> list[object]:
        return [value or None for value in of(values, place)]

    ids, numbers, codes, names = (
        {key: getattr(subjects, what) for key, subjects in layers.items()} for what in ("ids", "numbers", "codes", "names")
    )
    villages = text_of(names)
    return {
        "KEY": [named.key for named in findings],
        "CHECK_ID": [found.check for found in facts],
        "SEVERITY": [found.severity.value for found in facts],
        "TITLE": [titles[found.check] for found in facts],
        "FINDING": [found.text.said(say) for found in facts],
        "FEATURE_ID": of(ids, "row"),
        "BSM": text_of(numbers),
        "OTHER_ID": of(ids, "other"),
        "OTHER_BSM": text_of(numbers, "other"),
        "FIELD": [found.field or None for found in facts],
        "ZLDWDM": text_of(codes),
        "ZLDWMC": [name or found.village or None for name, found in zip(villages, facts)],
        "AREA_M2": [found.area for found in facts],
        "EXTENT_M": [found.extent for found in facts],
        "STATE": [named.decision.state.value for named in findings],
        "REASON": [named.decision.reason or None for named in findings],
        "DECIDED_BY": [named.decision.decided_by or None for named in findings],
        "DECIDED_ON": [named.decision.decided_on or None for named in findings],
    }


def area_rows(findings: Sequence[Named]) -> np.ndarray:
    """int64 (a,): the findings that have a ground of their own (overlaps, gaps, slivers)."""
    return np.array([k for k, named in enumerate(findings) if named.finding.shape is not None], dtype=np.int64)


def area_shapes(findings: Sequence[Named], rows: np.ndarray) -> np.ndarray:
    """object (a,): the ground of those findings."""
    shapes = np.empty(len(rows), dtype=object)
    shapes[:] = [findings[row].finding.shape for row in rows]
    return shapes
