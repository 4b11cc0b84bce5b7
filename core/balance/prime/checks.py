"""勾稽检查 of an audit: tables against each other, against the result layers, the measured blocks and the numbers returned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np

from ...area import ZERO, Area
from ...occupation.checks import decimal_sum
from ...rounding import divide_half_up
from ...sentence import sentence, translate
from ...workbook import FilledTable, Identity, Row, RowKind, compact, identities_of
from .model import Audit, Side, two_decimals
from .reason_kinds import Effect
from .tables import area_in, project_name, sum_rows, total_row

Columns = Mapping[str, np.ndarray]


def audit_identities(
    result: Audit, tables: Sequence[FilledTable], pieces: Columns, blocks: Columns, reasons: Columns
) -> list[Identity]:
    """Identities within each table, then those between tables, layers, measured blocks and what is returned."""
    by_id = {table.layout.id: table for table in tables}
    found = [identity for table in tables for identity in compact(identities_of(table))]
    found += compact(_rows_of_blocks(by_id["T08"], pieces))
    found += compact(_comparison(result, by_id["T08"], pieces))
    found += compact(_measured(result, pieces))
    found += compact(_reasons(result, by_id["T08R"], pieces, reasons))
    found += compact(_verdicts(result, by_id["T08B"], pieces, blocks))
    found += compact(_conclusions(result, by_id["T08"], by_id["T08C"]))
    found += _returned(result, by_id["T08"])
    return found


def _data(table: FilledTable) -> list[Row]:
    return [row for row in table.rows if row.kind is RowKind.DATA]


def _rows(pieces: Columns, **wanted: object) -> np.ndarray:
    """bool (r,): the pieces whose fields are as wanted."""
    found = np.ones(len(pieces["PID"]), dtype=bool)
    for name, value in wanted.items():
        found &= np.equal(pieces[name], value).astype(bool)
    return found


def _by_block(pieces: Columns) -> dict[tuple[str, str], np.ndarray]:
    """(side, number) → rows of its pieces."""
    members: dict[tuple[str, str], list[int]] = {}
    for row, key in enumerate(zip(pieces["SIDE"].tolist(), pieces["PID"].tolist())):
        members.setdefault(key, []).append(row)
    return {key: np.array(rows, dtype=np.int64) for key, rows in members.items()}


def _of_block(members: Mapping[tuple[str, str], np.ndarray], side: Side, number: str) -> np.ndarray:
    return members.get((side.value, number), np.empty(0, dtype=np.int64))


def _of_side(pieces: Columns, side: Side, project: str | None = None) -> np.ndarray:
    """bool (r,): what counts on one side of the balance, of a project or of all."""
    rows = _rows(pieces, SIDE=side.value, ACCEPTED=1, COUNTS=1)
    return rows if project is None else rows & _rows(pieces, PROJECT=project)


def _rows_of_blocks(table: FilledTable, pieces: Columns) -> Iterator[Identity]:
    """Each row of T08 against the pieces of its block."""
    name = sentence(translate("LandLedger", "T08 row of the block = its pieces in the layer"))
    members = _by_block(pieces)
    for row in _data(table):
        side, mark = (Side.OCCUPIED, "0") if row.value("A0") is not None else (Side.SUPPLEMENT, "1")
        own = _of_block(members, side, str(row.value("PID")))
        own = own[(pieces["ACCEPTED"][own] == 1) & (pieces["COUNTS"][own] == 1)]
        where = str(row.value("PID"))
        gross, net = decimal_sum(pieces["AREA_ADJ"][own]), decimal_sum(pieces["RIDGE"][own])
        yield Identity(name, where, area_in(row, f"A{mark}"), decimal_sum(pieces["AREA"][own]))
        yield Identity(name, where, area_in(row, f"A{mark}G"), gross)
        yield Identity(name, where, area_in(row, f"A{mark}N"), gross - net)
        yield Identity(name, where, area_in(row, f"W{mark}"), decimal_sum(pieces["AREA"][own[pieces["PADDY"][own] == 1]]))


def _comparison(result: Audit, table: FilledTable, pieces: Columns) -> Iterator[Identity]:
    """The row of each project, and the total: supplement less occupied, grade and capacity as the pieces give them."""
    name = sentence(translate("LandLedger", "T08 comparison = supplement − occupied"))
    of_layer = sentence(translate("LandLedger", "T08 grade and capacity = pieces in the layer"))
    named = [project_name(project.name) for project in result.projects if any(block.stands for block in project.blocks)]
    for project, row in [*zip(named, sum_rows(table)), (None, total_row(table))]:
        if row is None:
            continue
        where = project or "合计"
        yield Identity(name, where, area_in(row, "CA"), area_in(row, "A1") - area_in(row, "A0"))
        yield Identity(name, where, area_in(row, "CW"), area_in(row, "W1") - area_in(row, "W0"))
        yield Identity(name, where, _number(row, "CP"), _number(row, "P1") - _number(row, "P0"))
        for side, mark in ((Side.OCCUPIED, "0"), (Side.SUPPLEMENT, "1")):
            own = _of_side(pieces, side, project)
            grade, kilograms = _grade_of(pieces, own), _capacity_of(pieces, own)
            shown = row.value(f"G{mark}")
            if grade is not None or shown is not None:
                yield Identity(of_layer, where, shown, grade)  # type: ignore[arg-type]
            if project is not None:
                yield Identity(of_layer, where, _number(row, f"P{mark}"), kilograms)


def _number(row: Row, key: str) -> int:
    value = row.value(key)
    return value if isinstance(value, int) else 0


def _graded(pieces: Columns, rows: np.ndarray) -> np.ndarray:
    return rows & (pieces["FARMLAND"] == 1) & ~np.isnan(pieces["GRADE"])


def _grade_of(pieces: Columns, rows: np.ndarray) -> Decimal | None:
    """Σ(AREA · GRADE) / Σ AREA of the layer, in the decimals it prints."""
    total, weight = _weighted(pieces, _graded(pieces, rows), "GRADE")
    return two_decimals(weight / total) if total else None


def _capacity_of(pieces: Columns, rows: np.ndarray) -> int:
    """Σ(AREA in 亩 · KG_MU) of the layer, half-up once to whole kg."""
    known = rows & ~np.isnan(pieces["KG_MU"])
    kilograms = _weighted(pieces, known, "KG_MU")[1] * Fraction(15, 10_000)
    return divide_half_up(kilograms.numerator, kilograms.denominator)


def _weighted(pieces: Columns, rows: np.ndarray, name: str) -> tuple[Fraction, Fraction]:
    total, weight = Fraction(0), Fraction(0)
    for area, value in zip(pieces["AREA"][rows].tolist(), pieces[name][rows].tolist()):
        exact = Fraction(Decimal(repr(area)))
        total += exact
        weight += exact * Fraction(Decimal(repr(value)))
    return total, weight


def _measured(result: Audit, pieces: Columns) -> Iterator[Identity]:
    """All pieces of each block, whether they count or not, against the area that was apportioned."""
    name = sentence(translate("LandLedger", "pieces of the block = area of the block"))
    units, members = result.run.footprint_units, _by_block(pieces)
    for block in result.blocks:
        own = _of_block(members, block.side, block.number)
        yield Identity(name, block.number, decimal_sum(pieces["AREA_ADJ"][own]), result.run.area(int(units[block.row])))


def _reasons(result: Audit, table: FilledTable, pieces: Columns, reasons: Columns) -> Iterator[Identity]:
    """Listed reasons against their features, and each reason of a block against the pieces that carry its code."""
    listed = sentence(translate("LandLedger", "listed reasons = layer of reasons"))
    carried = sentence(translate("LandLedger", "reasons of the block = its pieces that carry the code"))
    rows = _data(table)
    yield Identity(listed, "COUNT", len(rows), len(reasons["PID"]))
    for row, number, area in zip(rows, reasons["PID"].tolist(), reasons["AREA_M2"].tolist()):
        yield Identity(listed, str(number), area_in(row, "AREA"), Area.from_square_metres(Decimal(repr(area))))
    codes = [frozenset(str(text).split(",")) for text in pieces["REASONS"].tolist()]
    members = _by_block(pieces)
    listed_rows: dict[tuple[str, str], list[int]] = {}
    for place, key in enumerate(zip(reasons["PID"].tolist(), reasons["REASON"].tolist())):
        listed_rows.setdefault(key, []).append(place)
    for block in result.supplement:
        own = _of_block(members, block.side, block.number).tolist()
        for kind in dict.fromkeys(reason.kind for reason in block.reasons):
            here = np.array([place for place in own if kind.value in codes[place]], dtype=np.int64)
            mine = np.array(listed_rows.get((block.number, kind.value), ()), dtype=np.int64)
            where = f"{block.number} {kind.value}"
            yield Identity(carried, where, decimal_sum(reasons["AREA_M2"][mine]), decimal_sum(pieces["AREA_ADJ"][here]))


def _verdicts(result: Audit, table: FilledTable, pieces: Columns, blocks: Columns) -> Iterator[Identity]:
    """Each block as listed, as a feature, and as its pieces say: refused where more than the ignored part is unusable."""
    shown = sentence(translate("LandLedger", "block as listed = block in the layer"))
    usable = sentence(translate("LandLedger", "usable part of the block = its pieces that count"))
    whole = sentence(translate("LandLedger", "usable + unusable part = area of the block"))
    rows, members = _data(table), _by_block(pieces)
    yield Identity(shown, "COUNT", len(rows), len(blocks["PID"]))
    for place, (row, block) in enumerate(zip(rows, result.supplement)):
        own = _of_block(members, block.side, block.number)
        counts = own[pieces["COUNTS"][own] == 1]
        yield Identity(shown, block.number, area_in(row, "AREA"), _metres(blocks["AREA_M2"][place]))
        yield Identity(shown, block.number, area_in(row, "BAD"), _metres(blocks["BAD_M2"][place]))
        yield Identity(usable, block.number, area_in(row, "AREA"), decimal_sum(pieces["AREA"][counts]))
        gross = decimal_sum(pieces["AREA_ADJ"][counts])
        yield Identity(whole, block.number, gross + area_in(row, "BAD"), area_in(row, "WHOLE"))
        refusals = [reason for reason in block.reasons if reason.effect is Effect.REFUSE]
        if block.refused and gross:
            yield Identity(
                sentence(translate("LandLedger", "what is ignored ≤ unusable part of a refused block")),
                block.number,
                result.settings.ignored,
                Area.total(reason.area for reason in refusals),
                "≤",
            )


def _metres(value: float) -> Area:
    return Area.from_square_metres(Decimal(repr(float(value))))


def _conclusions(result: Audit, balance: FilledTable, conclusions: FilledTable) -> Iterator[Identity]:
    """T08 against the conclusions: what is taken, what was accepted, what is missing."""
    name = sentence(translate("LandLedger", "T08 = conclusions of the projects"))
    missing = sentence(translate("LandLedger", "what is missing = occupied − supplement, where that is above nothing"))
    one, other = total_row(balance), total_row(conclusions)
    for key in ("A0", "A1"):
        yield Identity(name, key, area_in(one, key), area_in(other, key))
    compared = {str(row.value("PROJECT")): row for row in sum_rows(balance)}
    for row in _data(conclusions):
        project = str(row.value("PROJECT"))
        both = compared.get(project)
        yield Identity(missing, project, area_in(row, "SA"), max(area_in(both, "A0") - area_in(both, "A1"), ZERO))
        if result.settings.compare_paddy:
            yield Identity(missing, project, area_in(row, "SW"), max(area_in(both, "W0") - area_in(both, "W1"), ZERO))
        if result.settings.compare_capacity and both is not None:
            short = max(_number(both, "P0") - _number(both, "P1"), 0)
            yield Identity(missing, project, _number(row, "SP"), short)


def _returned(result: Audit, table: FilledTable) -> list[Identity]:
    name = sentence(translate("LandLedger", "T08 = numbers returned"))
    total = total_row(table)
    occupied, accepted = result.occupied_sums, result.accepted_sums
    pairs = (
        ("OCCUPIED_AREA_M2", area_in(total, "A0"), occupied.area),
        ("OCCUPIED_PADDY_M2", area_in(total, "W0"), occupied.paddy),
        ("ACCEPTED_AREA_M2", area_in(total, "A1"), accepted.area),
        ("ACCEPTED_PADDY_M2", area_in(total, "W1"), accepted.paddy),
    )
    found = [Identity(name, where, left, right) for where, left, right in pairs]
    for where, key, side in (("OCCUPIED_CAPACITY_KG", "P0", Side.OCCUPIED), ("ACCEPTED_CAPACITY_KG", "P1", Side.SUPPLEMENT)):
        found.append(Identity(name, where, 0 if total is None else _number(total, key), kilograms_of(result, side)))
    return found


def kilograms_of(result: Audit, side: Side) -> int:
    """Whole kg of one side: each project's sum rounded once, added up."""
    return sum(
        (project.occupied if side is Side.OCCUPIED else project.accepted).kilograms for project in result.projects
    )

