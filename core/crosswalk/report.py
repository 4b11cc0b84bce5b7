"""The review workbook of a conversion: what is to be decided, code by code, and sums before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import numpy as np

from ..area import Area
from ..occupation.inputs_sheet import RunFacts, environment, fact
from ..occupation.report import Report
from ..sentence import Sentence, sentence, translate
from ..survey.versions import version_name
from ..workbook import (
    DisplayUnit,
    FilledTable,
    Identity,
    Row,
    check,
    checks_table,
    compact,
    load_layout,
    with_subtotals,
)
from .convert import UNIT, CodeGroup, Conversion, Status
from .decisions import PARCEL_LAYOUT, REVIEW_LAYOUT

_COUNT = "个"
_M2 = DisplayUnit.SQUARE_METRE


def review_report(
    result: Conversion, facts: RunFacts, list_parcels: bool = False, measured: bool = False, folder: str | None = None
) -> Report:
    """The sheets and their checks. `list_parcels` adds a sheet with a row for each parcel still to be decided;
    `measured` says that areas are those of the plane, as the layer registers none."""
    tables = [review_table(result, folder)]
    if list_parcels:
        tables.append(parcel_table(result, folder))
    tables += [codes_table(result, folder), target_table(result, folder), status_table(result, folder)]
    identities = [*(found for table in tables for found in compact(check(table))), *_identities(result)]
    sheets = [
        *tables,
        checks_table(identities, _M2, load_layout("CHECKS", folder)),
        FilledTable(load_layout("INPUTS", folder), [*_inputs(result, measured), *environment(facts)]),
    ]
    return Report(sheets, identities)


def review_table(result: Conversion, folder: str | None = None) -> FilledTable:
    """Every old code with several successors or none, by CZCSXM: what it may become, and a blank for the decision.

    A decision that was made stands filled in, so the sheet can be read again as it is.
    """
    layout = load_layout(REVIEW_LAYOUT, folder)
    merged: dict[tuple[str, str], list[CodeGroup]] = {}
    for group in result.groups:
        merged.setdefault((group.code, group.settlement), []).append(group)
    rows: list[Row] = []
    for (code, settlement), groups in merged.items():
        rule = result.crosswalk.rule(code)
        by_code = result.decisions.of_code(code, settlement)
        if rule is not None and rule.certain and not by_code:
            continue
        default = result.names_of(rule.default) if rule and rule.default else ""
        rows.append(
            Row(
                {
                    "SEQ": len(rows) + 1,
                    "CODE": code,
                    "NAME": groups[0].name,
                    "CZCSXM": settlement,
                    "COUNT": sum(group.count for group in groups),
                    "AREA": _area(result, sum(group.units for group in groups)),
                    "CANDIDATES": _candidates(result, code),
                    "DEFAULT": default,
                    "DECIDED": by_code,
                    "STATE": _state(groups),
                    "NOTE": rule.note if rule else sentence(translate("LandLedger", "no rule for the code")),
                }
            )
        )
    return FilledTable(layout, with_subtotals(layout, rows))


def parcel_table(result: Conversion, folder: str | None = None) -> FilledTable:
    """Every parcel that is still to be decided."""
    layout = load_layout(PARCEL_LAYOUT, folder)
    waiting = np.flatnonzero(result.rows(Status.REVIEW) | result.rows(Status.NO_RULE))
    rows = [
        Row(
            {
                "SEQ": number,
                "BSM": result.numbers[row],
                "CODE": result.old_code[row],
                "NAME": result.old_name[row],
                "CZCSXM": result.settlement[row],
                "AREA": _area(result, 0 if result.units is None else int(result.units[row])),
                "CANDIDATES": _candidates(result, result.old_code[row]),
                "DECIDED": "",
            }
        )
        for number, row in enumerate(waiting.tolist(), 1)
    ]
    return FilledTable(layout, rows)


def codes_table(result: Conversion, folder: str | None = None) -> FilledTable:
    """Old code → new code, how, how many parcels and what area."""
    layout = load_layout("CWCODES", folder)
    merged: dict[tuple[str, str, str, Status], list[int]] = {}
    for group in result.groups:
        sums = merged.setdefault((group.code, group.name, group.new_code, group.status), [0, 0])
        sums[0] += group.count
        sums[1] += group.units
    rows = [
        Row(
            {
                "CODE": code,
                "NAME": name,
                "NEW_CODE": new,
                "NEW_NAME": result.crosswalk.target.name(new),
                "STATUS": sentence(status.label),
                "COUNT": count,
                "AREA": _area(result, units),
            }
        )
        for (code, name, new, status), (count, units) in merged.items()
    ]
    return FilledTable(layout, with_subtotals(layout, rows))


def target_table(result: Conversion, folder: str | None = None) -> FilledTable:
    """Parcels and area by new code; those without one in the last row."""
    layout = load_layout("CWTARGET", folder)
    order = {code: place for place, code in enumerate(result.crosswalk.target.classes)}
    sums = _sums(result, result.new_code)
    none = sentence(translate("LandLedger", "(not converted yet)"))
    rows = [
        Row(
            {
                "NEW_CODE": code,
                "NEW_NAME": result.crosswalk.target.name(code) if code else none,
                "COUNT": count,
                "AREA": _area(result, units),
            }
        )
        for code, (count, units) in sorted(sums.items(), key=lambda item: order.get(item[0], len(order)))
    ]
    return FilledTable(layout, with_subtotals(layout, rows))


def status_table(result: Conversion, folder: str | None = None) -> FilledTable:
    """Parcels and area by how they came to their new code."""
    layout = load_layout("CWSTATUS", folder)
    sums = _sums(result, result.status)
    rows = []
    for status in Status:
        count, units = sums.get(status.value, (0, 0))
        rows.append(Row({"STATUS": sentence(status.label), "COUNT": count, "AREA": _area(result, units)}))
    return FilledTable(layout, with_subtotals(layout, rows))


def _sums(result: Conversion, keys: np.ndarray) -> dict[str, tuple[int, int]]:
    """Parcels and 0.01 m² by the values of a column of the layer, '' for null."""
    sums: dict[str, tuple[int, int]] = {}
    amounts = [0] * len(keys) if result.units is None else result.units.tolist()
    for key, amount in zip(keys.tolist(), amounts):
        count, units = sums.get(key or "", (0, 0))
        sums[key or ""] = (count + 1, units + amount)
    return sums


def _area(result: Conversion, units: int) -> Area | None:
    return None if result.units is None else Area.from_units(units, UNIT)


def _candidates(result: Conversion, code: str) -> str:
    rule = result.crosswalk.rule(code)
    return "、".join(result.names_of(candidate) for candidate in rule.candidates) if rule else ""


def _state(groups: Sequence[CodeGroup]) -> Sentence:
    statuses = {group.status for group in groups}
    if len(statuses) == 1:
        return sentence(groups[0].status.label)
    return sentence(translate("LandLedger", "decided parcel by parcel, in part"))


def _identities(result: Conversion) -> Iterator[Identity]:
    """Nothing got lost: parcels and area before and after, by every way of summing."""
    where = sentence(translate("LandLedger", "whole layer"))
    by_new, by_status = _sums(result, result.new_code), _sums(result, result.status)
    parcels = len(result.new_code)
    ways = (
        (translate("LandLedger", "parcels by old code = parcels of the layer"), sum(g.count for g in result.groups)),
        (translate("LandLedger", "parcels by new code = parcels of the layer"), sum(n for n, _ in by_new.values())),
        (translate("LandLedger", "parcels by status = parcels of the layer"), sum(n for n, _ in by_status.values())),
    )
    for name, number in ways:
        yield Identity(sentence(name), where, number, parcels, unit=_COUNT)
    if result.units is None:
        return
    before = _square_metres(int(result.units.sum()))
    areas = (
        (translate("LandLedger", "area by old code = area of the layer"), sum(g.units for g in result.groups)),
        (translate("LandLedger", "area by new code = area of the layer"), sum(u for _, u in by_new.values())),
        (translate("LandLedger", "area by status = area of the layer"), sum(u for _, u in by_status.values())),
    )
    for name, units in areas:
        yield Identity(sentence(name), where, _square_metres(units), before, unit=_M2.label)
    name = translate("LandLedger", "parcels without an area = 0")
    yield Identity(sentence(name), where, result.without_area, 0, unit=_COUNT)


def _square_metres(units: int) -> Decimal:
    return Area.from_units(units, UNIT).square_metres()


def _inputs(result: Conversion, measured: bool) -> Iterator[Row]:
    direction = result.crosswalk.direction
    parcels = sentence(translate("LandLedger", "{count} parcels"), count=len(result.new_code))
    yield fact(translate("LandLedger", "Layer"), result.layer, parcels)
    way = sentence(
        translate("LandLedger", "{source} to {target}"),
        source=version_name(direction.source),
        target=version_name(direction.target),
    )
    yield fact(translate("LandLedger", "Conversion"), way, result.crosswalk.file)
    if result.decisions.file:
        made = sentence(
            translate("LandLedger", "{codes} by code, {parcels} by parcel"),
            codes=len(result.decisions.by_code),
            parcels=len(result.decisions.by_parcel),
        )
        yield fact(translate("LandLedger", "Decisions"), result.decisions.file, made)
    if result.units is None:
        text = translate("LandLedger", "none; only parcels are counted")
    elif measured:
        text = translate("LandLedger", "measured in the plane of the layer")
    else:
        text = translate("LandLedger", "registered area of the layer")
    yield fact(translate("LandLedger", "Area"), sentence(text))
    for told in result.told:
        yield fact(translate("LandLedger", "Notice"), told)
