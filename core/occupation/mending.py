"""Layers made fit for cutting: valid shapes only, each repair a finding; footprints with a number of their own."""

from __future__ import annotations

import numpy as np

from ..columns import Columns
from ..errors import InputError
from ..sentence import sentence, translate
from ..survey.repair import Repair, RepairKind, repair
from .lists import measured
from .model import Finding, FindingKind

LISTED = 20
"""So many features of a layer that have no shape are listed one by one."""


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
    """The features with a valid shape; what was repaired or dropped is added to `findings`.

    Features without a shape beyond the first LISTED share one line.
    """
    repaired = repair(columns)
    bare = [found for found in repaired.findings if found.kind is RepairKind.NO_SHAPE]
    unlisted = {found.row for found in bare[LISTED:]}
    findings.extend(_repair_finding(columns, found) for found in repaired.findings if found.row not in unlisted)
    if unlisted:
        text = sentence(translate("LandLedger", "{count} more features have no shape."), count=len(unlisted))
        findings.append(Finding(FindingKind.DROPPED, columns.name, "", "", text))
    return repaired.columns


def mend_footprints(footprints: Columns, findings: list[Finding]) -> Columns:
    """The same for footprints; InputError when none is left."""
    mended = mend(footprints, findings)
    if len(mended) == 0:
        raise InputError(translate("LandLedger", "Layer {layer} has no footprint with an area."), layer=footprints.name)
    return mended


def _repair_finding(columns: Columns, found: Repair) -> Finding:
    """What was done to a feature, with its area as drawn, as used, and as registered."""
    registered = columns.attributes.get("TBMJ")
    name = columns.attributes.get("BSM", columns.attributes.get("FP_ID"))
    used = found.repaired_area > 0
    return Finding(
        FindingKind.REPAIRED if used else FindingKind.DROPPED,
        columns.name,
        str(found.id if name is None or name[found.row] in (None, "") else name[found.row]),
        "",
        found.reason,
        measured(found.repaired_area) if used else None,
        found.signed_area if np.isfinite(found.signed_area) else None,
        None if registered is None or not np.isfinite(registered[found.row]) else float(registered[found.row]),
    )
