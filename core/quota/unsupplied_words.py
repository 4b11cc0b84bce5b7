"""What stands beside the shapes of unsupplied plots: words of the register, else of a former result layer, which it keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..area import Area
from ..columns import Columns
from ..ledger.model import Scalar
from ..sentence import sentence, translate
from .days import day_of
from .supply import Values, area_in, choices_of
from .unsupplied import ApprovedPlot, Remark, Unsupplied

KEPT_TEXTS = ("REASON", "DIFF", "MEASURE", "DUE")
"""Fields of the result layer that people fill in, which the next run keeps."""

_OF_REGISTER = {"REASON": "reason", "DIFF": "difficulty", "MEASURE": "measure", "DUE": "due"}
_FROM_REGISTER = (
    "holder", "type", "supervision_no", "unsuppliable", "acquired", "by_withdrawal", "by_adjustment", "by_reduction", "note",
)  # fmt: skip


@dataclass(frozen=True)
class Known:
    """What is known of the plots beside their shapes: `register` rows of `unsupplied` by plot number, `regions` the
    county of each approved polygon as the layer says (object (n,), None), `former` an earlier result layer with DOC_NO
    and KEPT_TEXTS."""

    register: Mapping[str, Values]
    regions: np.ndarray | None = None
    former: Columns | None = None


@dataclass(frozen=True)
class Filled:
    """Rows of the register `unsupplied` of the plots on T03, and the texts of each part by field name."""

    rows: Sequence[Values]
    texts: Mapping[str, Sequence[str]]
    remarks: Sequence[Remark]


def fill(found: Unsupplied, known: Known) -> Filled:
    """What stands on T03 and in the layer: exact areas from the run, words from the register, else from the former
    result. A difficulty that is none of the register's is told and left blank."""
    remarks: list[Remark] = []
    former = _former_rows(found, known.former)
    texts: dict[str, list[str]] = {name: [] for name in KEPT_TEXTS}
    for place, part in enumerate(found.parts):
        values = known.register.get(found.plots[part.plot].number, {})
        row = former.get(place)
        for name in KEPT_TEXTS:
            own = "" if part.sliver else _words(name, values) or _former_text(known.former, name, row)
            texts[name].append(own)
    _check_difficulties(found, texts["DIFF"], remarks)
    rows = []
    for plot in found.plots:
        real = [part for part in plot.parts if not found.parts[part].sliver]
        if real:
            rows.append(_row(found, plot, known, {name: texts[name] for name in KEPT_TEXTS}, real, remarks))
    return Filled(rows, texts, remarks)


def _words(name: str, values: Values) -> str:
    value = values.get(_OF_REGISTER[name])
    if name == "DIFF" and value:
        return choices_of("unsupplied", "difficulty").get(str(value), str(value))
    return "" if value is None else str(value)


def _former_rows(found: Unsupplied, former: Columns | None) -> dict[int, int]:
    """For each part the feature of the former result of the same document that shares most ground with it."""
    if former is None or not len(former) or not found.parts:
        return {}
    usable = np.flatnonzero(~(shapely.is_missing(former.geometry) | shapely.is_empty(former.geometry)))
    shapes = shapely.make_valid(former.geometry[usable])
    documents = former.attributes.get("DOC_NO")
    tree = shapely.STRtree(shapes)
    best: dict[int, int] = {}
    for place, part in enumerate(found.parts):
        batch = found.batches[found.plots[part.plot].batch]
        near = tree.query(part.shape, predicate="intersects")
        if documents is not None:
            near = near[[str(documents[usable[row]] or "") in (batch.doc_no, batch.key) for row in near.tolist()]]
        if len(near):
            shared = shapely.area(shapely.intersection(shapes[near], part.shape))
            if shared.max() > 0:
                best[place] = int(usable[near[int(np.argmax(shared))]])
    return best


def _former_text(former: Columns | None, name: str, row: int | None) -> str:
    if former is None or row is None or name not in former.attributes:
        return ""
    value = former.attributes[name][row]
    return "" if value is None or value != value else str(value).strip()


def _check_difficulties(found: Unsupplied, texts: list[str], remarks: list[Remark]) -> None:
    choices = choices_of("unsupplied", "difficulty")
    names = {**choices, **{name: name for name in choices.values()}}
    for place, text in enumerate(texts):
        if text and text not in names:
            template = translate("LandLedger", "The difficulty “{text}” is not known; it is left blank ({names}).")
            said = sentence(template, text=text, names="、".join(choices.values()))
            remarks.append(Remark(found.approved.name, found.parts[place].number, said))
        texts[place] = names.get(text, "")


def _row(
    found: Unsupplied,
    own: ApprovedPlot,
    known: Known,
    texts: Mapping[str, Sequence[str]],
    real: Sequence[int],
    remarks: list[Remark],
) -> Values:
    batch = found.batches[own.batch]
    values = known.register.get(own.number, {})
    row: dict[str, Scalar] = {name: values[name] for name in _FROM_REGISTER if values.get(name) is not None}
    region = None if known.regions is None else known.regions[own.row]
    row.setdefault("holder", "" if region is None else str(region))
    now, left = found.area(own.now), found.area(own.left)
    withheld = Area.total(area_in(row, name) for name in ("unsuppliable", "by_withdrawal", "by_adjustment", "by_reduction"))
    if withheld > left:
        template = translate("LandLedger", "The register keeps {kept} ha of the plot from supply, only {left} ha are left.")
        said = sentence(template, kept=withheld.hectares(4), left=left.hectares(4))
        remarks.append(Remark(found.approved.name, own.number, said))
    base = left + now - area_in(row, "unsuppliable")
    row.update(
        plot_no=own.number,
        batch=batch.name,
        doc_no=batch.doc_no,
        area=found.area(own.units).micro_mu,
        supplied=found.area(own.supplied).micro_mu,
        by_supply=now.micro_mu,
        base=base.micro_mu,
    )
    if batch.approved is not None:
        row.update(approved=batch.approved.isoformat(), year=batch.approved.year)
    for name, field in _OF_REGISTER.items():
        words = list(dict.fromkeys(texts[name][part] for part in real if texts[name][part]))
        if words:
            # One cell holds one difficulty and one day: those of the largest part.
            row[field] = words[0] if name in ("DIFF", "DUE") else "；".join(words)
    if row.get("due"):
        row["due"] = _day_or_none(found, own.number, str(row["due"]), remarks)
    return row


def _day_or_none(found: Unsupplied, number: str, text: str, remarks: list[Remark]) -> str | None:
    try:
        day = day_of(text)
    except ValueError:
        said = sentence(translate("LandLedger", "“{text}” is not a date; it is left blank."), text=text)
        remarks.append(Remark(found.approved.name, number, said))
        return None
    return None if day is None else day.isoformat()
