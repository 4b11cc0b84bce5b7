"""勾稽检查 of a transition: villages against registered areas, sheets against one another, the matrix against the patches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import numpy as np

from ...area import ZERO, Area
from ...columns import Columns
from ...rounding import divide_half_up
from ...sentence import sentence, translate
from ...survey.schema import village_codes
from ...workbook import FilledTable, Identities, Identity, RowKind, compact, equal_areas, identities_of
from .held_against import exact, wrong_sums
from .matrix import Matrix
from .model import UNCOVERED, UNIT, Flows
from .package import Delivered
from .patches import Patches
from .printed import PrintedMatrix
from .surveys import Compared, Year

_M2 = "平方米"
_COUNT = "个"
WHOLE = translate("LandLedger", "whole area")


def flow_identities(flows: Flows, matrix: Matrix, patches: Patches, moved_ridges: int) -> list[Identity]:
    """The matrix against the flows it was made of and the patches; `moved_ridges` 0.01 m² of ridges that changed under
    pieces of one class."""
    where = sentence(WHOLE)
    square = matrix.square
    off = int(square.sum() - np.trace(square))

    def equal(name: str, left: int, right: int) -> Identity:
        return Identity(sentence(name), where, exact(left), exact(right), unit=_M2)

    return [
        equal(translate("LandLedger", "flow table = pieces of ground"), int(square.sum()), int(flows.units.sum())),
        equal(
            translate("LandLedger", "off the diagonal = changed patches + ridges that changed alone"),
            off, int(patches.flow.sum()) + moved_ridges,
        ),
        equal(
            translate("LandLedger", "with noise − noise = without noise"),
            int(square.sum() - matrix.square_of_noise.sum()), int(flows.units[~flows.noise].sum()),
        ),
    ]  # fmt: skip


def village_identities(compared: Compared) -> Iterable[Identities]:
    """Of each village of the master survey: its pieces against the registered areas of its parcels."""
    year = compared.job.master
    survey = compared.before if year is Year.BEFORE else compared.after
    flows = compared.flows
    village, code = (flows.village, flows.before) if year is Year.BEFORE else (flows.village_after, flows.after)
    name = sentence(translate("LandLedger", "pieces of the village = registered areas of its parcels"))
    yield _by_village(name, village, flows.units, code != UNCOVERED, survey, compared.registered(year))


def package_identities(
    delivered: Delivered, before: Columns | None, after: Columns | None, tolerance: int
) -> list[Identity]:
    """Sums by parcel, and with a survey all of its ground, village by village."""
    wrong = sum(1 for _ in wrong_sums(delivered, tolerance))
    name = translate("LandLedger", "parcels whose pieces do not add up = 0")
    found = [Identity(sentence(name), delivered.process.name, wrong, 0, unit=_COUNT)]
    survey = before if before is not None else after
    if survey is None or delivered.whole is None or not delivered.untouched.any():
        return found
    flows = delivered.flows
    village, code = (flows.village, flows.before) if before is not None else (flows.village_after, flows.after)
    text = sentence(
        translate("LandLedger", "package and unchanged ground of the village = registered areas of its parcels")
    )
    return [*found, *compact([_by_village(text, village, flows.units, code != UNCOVERED, survey, delivered.whole)])]


def _by_village(
    name: object, village: np.ndarray, units: np.ndarray, rows: np.ndarray, survey: Columns, registered: np.ndarray
) -> Identities:
    sums: dict[str, int] = {}
    for code, amount in zip(village[rows].tolist(), units[rows].tolist()):
        sums[code] = sums.get(code, 0) + amount
    wanted: dict[str, int] = {}
    for code, amount in zip(village_codes(survey.attributes["ZLDWDM"])["village"].tolist(), registered.tolist()):
        wanted[code] = wanted.get(code, 0) + amount
    places = sorted({*sums, *wanted})
    left, right = ([found.get(code, 0) for code in places] for found in (sums, wanted))
    return equal_areas(name, places, left, right, UNIT.micro_mu)  # type: ignore[arg-type]


def layer_identities(patches: Patches, columns: Mapping[str, np.ndarray]) -> list[Identity]:
    """The result layer, summed as the decimals that its numbers print as."""
    area = sum((Decimal(repr(value)) for value in columns["AREA_M2"].tolist()), Decimal(0))
    where = sentence(WHOLE)
    return [
        Identity(
            sentence(translate("LandLedger", "layer of changes, areas = changed patches")),
            where, area, exact(int(patches.flows.units.sum())).square_metres(), unit=_M2,
        ),
        Identity(
            sentence(translate("LandLedger", "layer of changes, features = changed patches")),
            where, len(columns["PATCH"]), len(patches), unit=_COUNT,
        ),
    ]  # fmt: skip


def sheet_identities(printed: PrintedMatrix, sheets: Mapping[str, FilledTable]) -> list[Identity]:
    """The sheets of one unit against one another and against the total; areas as decimals of the sheet."""
    control = printed.area(divide_half_up(int(printed.matrix.units.sum()) * UNIT.micro_mu, printed.printing.step))
    found: list[Identity | Identities] = []
    name = sentence(translate("LandLedger", "total of the sheet = total area, rounded to its unit"))
    for table in sheets.values():
        for key in ("TOTAL", "LATER"):
            found.append(
                Identity(name, f"{table.layout.sheet} {table.layout.column(key).title}", total_of(table, key), control)
            )
    text = sentence(translate("LandLedger", "flow table = sums by group"))
    for key in ("DECREASE", "INCREASE", "NET"):
        pair = total_of(sheets["T30"], key), total_of(sheets["T30S"], key)
        found.append(Identity(text, sheets["T30S"].layout.column(key).title, *pair))
    for table in sheets.values():
        found += [*_of_rows(table), *identities_of(table)]
    return [_decimal(each, printed) for each in compact(found)]


def _of_rows(table: FilledTable) -> Iterable[Identities]:
    """Before − decrease + increase = after, and increase − decrease = net change, row by row."""
    rows = list(table.rows)
    cells = {
        key: [_micro_mu(row.value(key)) for row in rows] for key in ("TOTAL", "DECREASE", "INCREASE", "NET", "LATER")
    }
    places = [f"{table.layout.sheet} {number}" for number in range(1, len(rows) + 1)]
    after = [total - less + more for total, less, more in zip(cells["TOTAL"], cells["DECREASE"], cells["INCREASE"])]
    net = [more - less for less, more in zip(cells["DECREASE"], cells["INCREASE"])]
    yield equal_areas(
        sentence(translate("LandLedger", "before − decrease + increase = after")), places, after, cells["LATER"]
    )
    yield equal_areas(sentence(translate("LandLedger", "increase − decrease = net change")), places, net, cells["NET"])


def _micro_mu(value: object) -> int:
    return value.micro_mu if isinstance(value, Area) else 0


def total_of(table: FilledTable, key: str) -> Area:
    """The area in the total row of a table, ZERO without one."""
    for row in table.rows:
        value = row.value(key)
        if row.kind is RowKind.TOTAL and isinstance(value, Area):
            return value
    return ZERO


def _decimal(identity: Identity, printed: PrintedMatrix) -> Identity:
    """Areas as the decimals of their sheet: one list of checks holds sheets in several units."""
    left, right = identity.left, identity.right
    if not isinstance(left, Area) or not isinstance(right, Area):
        return identity
    value = printed.printing.value
    return Identity(identity.name, identity.where, value(left), value(right), identity.relation, printed.printing.unit.label,
                    identity.count)  # fmt: skip


def list_identities(patches: Patches, kinds: FilledTable, listed: FilledTable) -> list[Identity]:
    """The sums by kind and the list of patches against the patches."""
    whole = patches.flows.area(np.ones(len(patches), dtype=bool))
    name = sentence(translate("LandLedger", "total of the sheet = changed patches"))
    return [
        Identity(name, table.layout.sheet, total_of(table, "AREA").square_metres(), whole.square_metres(), unit=_M2)
        for table in (kinds, listed)
    ]


def table_identities(tables: Sequence[FilledTable]) -> list[Identity]:
    """Sums of rows and columns within each table, one line where all hold."""
    return [identity for table in tables for identity in compact(identities_of(table))]
