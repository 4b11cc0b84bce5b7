"""Layers made fit for cutting: valid shapes only, each repair a finding; footprints with a number of their own."""

from __future__ import annotations

import numpy as np

from ..columns import Columns
from ..errors import InputError
from ..sentence import translate
from ..survey.repair import Repair, repair
from .model import Finding, FindingKind


def require_distinct_ids(footprints: Columns) -> None:
    """Footprint ids stand in the first column of every table: none may be empty or occur twice."""
    ids = footprints.attributes["FP_ID"]
    seen: dict[str, int] = {}
    for row, value in enumerate(ids):
        text = "" if value is None else str(value).strip()
        if not text:
            raise InputError(
                translate("LandLedger", "Layer {layer}, feature {feature}: the footprint has no number; fill it in."),
                layer=footprints.name,
                feature=int(footprints.ids[row]),
            )
        if text in seen:
            raise InputError(
                translate(
                    "LandLedger",
                    "Layer {layer}: footprint number {number} stands at feature {first} and at feature {second}; "
                    "every footprint needs a number of its own.",
                ),
                layer=footprints.name,
                number=text,
                first=int(footprints.ids[seen[text]]),
                second=int(footprints.ids[row]),
            )
        seen[text] = row


def mend(columns: Columns, findings: list[Finding]) -> Columns:
    """The features with a valid shape; what was repaired or dropped is added to `findings`."""
    repaired = repair(columns)
    findings.extend(_repair_finding(columns, found) for found in repaired.findings)
    return repaired.columns


def mend_footprints(footprints: Columns, findings: list[Finding]) -> Columns:
    """The same for footprints; InputError when none is left."""
    mended = mend(footprints, findings)
    if len(mended) == 0:
        raise InputError(translate("LandLedger", "Layer {layer} has no footprint with an area."), layer=footprints.name)
    return mended


def _repair_finding(columns: Columns, found: Repair) -> Finding:
    row = np.flatnonzero(columns.ids == found.id)[0]
    registered = columns.attributes.get("TBMJ")
    name = columns.attributes.get("BSM", columns.attributes.get("FP_ID"))
    return Finding(
        FindingKind.REPAIRED if found.repaired_area > 0 else FindingKind.DROPPED,
        columns.name,
        str(found.id if name is None or name[row] is None else name[row]),
        "",
        found.reason,
        None,
        found.signed_area,
        None if registered is None or not np.isfinite(registered[row]) else float(registered[row]),
    )
