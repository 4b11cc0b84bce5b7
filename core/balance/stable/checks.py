"""勾稽检查 of stable cultivated land: reasons, regions, grades, the parcels, the result layer, the numbers returned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np

from ...area import Area
from ...sentence import Sentence, sentence, translate
from ...summary.tables import total_of
from ...workbook import DisplayUnit, FilledTable, Identity, Kind, Row, RowKind, compact, identities_of
from ...workbook.table import Number
from ..grades import whole_kilograms
from .model import UNIT, Stable
from .tables import Sheets

_COUNT, _M2, _KG = "个", DisplayUnit.SQUARE_METRE.label, "公斤"


def stable_identities(
    sheets: Sheets, tables: Sequence[FilledTable], columns: Mapping[str, np.ndarray]
) -> list[Identity]:
    """Every identity; `columns` are those of the result layer. Printed areas in their unit, exact ones in m²."""
    found = _exact(sheets.result)
    found += _of_layer(sheets.result, columns)
    for table in tables:
        found += compact(identities_of(table))
    found += _of_sheets(sheets, tables)
    return found


def _square_metres(units: int) -> Decimal:
    return Area.from_units(units, UNIT).square_metres()


def _everything() -> Sentence:
    return sentence(translate("LandLedger", "whole survey"))


def _equal(name: str, left: Number, right: Number, unit: str = _M2) -> Identity:
    return Identity(sentence(name), _everything(), left, right, unit=unit)


def _exact(result: Stable) -> list[Identity]:
    by_reason = sum(int(result.net[result.reason == place].sum()) for place in range(len(result.reasons)))
    stable = int(result.net[result.is_stable].sum())
    counted = len(np.unique(result.parcel))
    return [
        _equal(
            translate("LandLedger", "stable + each reason = cultivated parcels without ridges"),
            _square_metres(stable + by_reason),
            _square_metres(result.registered - result.registered_ridge),
        ),
        _equal(
            translate("LandLedger", "pieces with ridges = registered areas of the cultivated parcels"),
            _square_metres(int(result.units.sum())),
            _square_metres(result.registered),
        ),
        _equal(translate("LandLedger", "parcels in the pieces = cultivated parcels"), counted, result.parcels, _COUNT),
        _equal(translate("LandLedger", "parcels without an area = 0"), result.without_area, 0, _COUNT),
        _equal(
            translate("LandLedger", "parcels whose ridge is larger than they are = 0"), result.ridge_too_large, 0, _COUNT
        ),
    ]


def _of_layer(result: Stable, columns: Mapping[str, np.ndarray]) -> list[Identity]:
    """The result layer, summed as the decimals that its numbers print as."""
    net = [Decimal(repr(value)) for value in columns["NET_GD"].tolist()]
    stable = sum((area for area, flag in zip(net, columns["STABLE"].tolist()) if flag == 1), Decimal(0))
    text = translate("LandLedger", "result layer, {what} = sum of the pieces")
    return [
        Identity(
            sentence(text, what=sentence(translate("LandLedger", "stable land"))), _everything(), stable,
            _square_metres(int(result.net[result.is_stable].sum())), unit=_M2,
        ),
        Identity(
            sentence(text, what=sentence(translate("LandLedger", "cultivated land"))), _everything(),
            sum(net, Decimal(0)), _square_metres(int(result.net.sum())), unit=_M2,
        ),
    ]


def _of_sheets(sheets: Sheets, tables: Sequence[FilledTable]) -> list[Identity]:
    """Between the sheets: regions, reasons and grades are sums of the same cells."""
    of_regions = [table for table in tables if table.layout.id == "STABLE"]
    regions = of_regions[-1]
    reasons, grades = (next(table for table in tables if table.layout.id == each) for each in ("STABLE_REASON", "STABLE_GRADE"))

    def between(name: str, left: Number, right: Number) -> Identity:
        where = sentence(translate("LandLedger", "all regions"))
        return Identity(sentence(name), where, left, right)

    found = [
        between(translate("LandLedger", "stable land of the sheet = stable land, rounded to its unit"), total_of(regions, "S"),
                sheets.grid.control(lambda leaf: not leaf.reasons and not leaf.ridge)),
        between(translate("LandLedger", "unstable land of the sheet = unstable land, rounded to its unit"), total_of(regions, "E"),
                sheets.grid.control(lambda leaf: bool(leaf.reasons) and not leaf.ridge)),
        between(translate("LandLedger", "regions = grades, stable land"), total_of(regions, "S"), total_of(grades, "S")),
        between(translate("LandLedger", "regions = grades, unstable land"), total_of(regions, "E"), total_of(grades, "E")),
        between(translate("LandLedger", "regions = reasons, unstable land"), total_of(regions, "E"), total_of(reasons, "A")),
        *compact(
            Identity(
                sentence(translate("LandLedger", "regions = reasons, each reason")), reason.name,
                total_of(regions, f"E:{reason.key}"), row.value("A"),  # type: ignore[arg-type]
            )
            for reason, row in zip(sheets.result.reasons, _data(reasons))
        ),
    ]
    levels = sentence(translate("LandLedger", "counties = townships = villages, each column"))
    for table in of_regions[:-1]:
        keys = [column.key for column in regions.layout.columns if column.kind is Kind.AREA]
        found += compact(Identity(levels, table.layout.sheet, total_of(table, key), total_of(regions, key)) for key in keys)
    whole = whole_kilograms(sheets.result.capacity(sheets.result.is_stable))
    printed = sum(value for row in _data(grades) if isinstance(value := row.value("P"), int))
    found.append(_equal(translate("LandLedger", "capacity by grade = capacity, rounded once"), printed, whole, _KG))
    return found


def _data(table: FilledTable) -> list[Row]:
    return [row for row in table.rows if row.kind is RowKind.DATA]
