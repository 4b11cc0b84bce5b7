"""The yearly change package against a table made by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ....core.balance.transition.checks import package_identities
from ....core.balance.transition.matrix import matrix_of
from ....core.balance.transition.package import read_package
from ....core.balance.transition.unknown import unknown_classes
from ....core.columns import Columns
from ....core.errors import InputError
from ....core.summary.model import Basis
from .transition_samples import TABLE, VILLAGES, box, plane_job, survey, typed_columns

# Parcel 000001 (1000.00 m², 0103 on slope 2, ridge 68.00) became 000011 (0601) and kept the rest; 000002 (500.00 m², 0301)
# became 000012 (0102) whole; 000003 is untouched. The areas are those of the package, not of the shapes.
GIVEN = {
    "BGQTBBSM": ["000001", "000001", "000002"],
    "BGQDLBM": ["0103", "0103", "0301"],
    "BGQZLDWDM": [f"{VILLAGES[0]}0000000"] * 2 + [f"{VILLAGES[1]}0000000"],
    "BGQKCXS": [0.068, 0.068, None],
    "BGQKCMJ": [20.4, 68.0, None],
    "BGQTBDLMJ": [279.6, 932.0, None],
    "BGQGDPDJB": ["2", "2", None],
    "BGHTBBSM": ["000011", "000013", "000012"],
    "BGHDLBM": ["0601", "0103", "0102"],
    "BGHZLDWDM": [f"{VILLAGES[0]}0000000"] * 2 + [f"{VILLAGES[1]}0000000"],
    "BGHKCXS": [None, 0.068, 0.0],
    "BGHKCMJ": [None, 47.6, 0.0],
    "BGXW": ["2", "2", "3"],
    "TBBGMJ": [300.0, 700.0, 500.0],
}
SHAPES = [box(0, 0, 10, 10), box(10, 0, 20, 10), box(20, 0, 30, 10)]


def package(**changed: list[object]) -> Columns:
    return typed_columns("DLTBGXGC", SHAPES, **{**GIVEN, **changed})


def update(areas: list[float]) -> Columns:
    return survey(SHAPES, ["0601", "0103", "0102"], name="DLTBGX", BSM=["000011", "000013", "000012"], TBMJ=areas)


def former() -> Columns:
    return survey(
        [box(0, 0, 20, 10), box(20, 0, 30, 10), box(30, 0, 40, 10)],
        ["0103", "0301", "0201"],
        [VILLAGES[0], VILLAGES[1], VILLAGES[1]],
        TBMJ=[1000.0, 500.0, 250.0],
    )


def test_areas_and_classes_are_those_delivered() -> None:
    found = read_package(package(), plane_job())
    flows = found.flows
    assert list(zip(flows.before.tolist(), flows.after.tolist(), flows.units.tolist())) == [
        ("0103", "0601", 30000), ("0103", "0103", 70000), ("0301", "0102", 50000),
    ]  # fmt: skip
    # The second row carries the ridge of the whole parcel: its own is 700 × 0.068.
    assert flows.net_before.tolist() == [27960, 70000 - 4760, 0]
    assert flows.net_after.tolist() == [0, 70000 - 4760, 50000]
    assert found.acts == {"2": 2, "3": 1}
    assert sum("BGQKCMJ" in str(told) for told in found.told) == 1


def test_what_the_package_does_not_touch_comes_from_the_former_survey() -> None:
    found = read_package(package(), plane_job(), update([300.0, 700.0, 500.0]), former())
    assert int(found.flows.units.sum()) == 175000
    assert found.untouched.tolist() == [False, False, False, True]
    matrix = matrix_of(found.flows, TABLE, Basis.GROSS)
    cells = {
        (matrix.classes[one].code, matrix.classes[other].code): int(matrix.units[:, place].sum())
        for place, (one, other) in enumerate(matrix.pairs.tolist())
    }
    assert cells == {("0103", "0601"): 30000, ("0103", "0103"): 70000, ("0301", "0102"): 50000, ("0201", "0201"): 25000}
    assert [(each.number, each.pieces, each.registered) for each in found.before_sums] == [
        ("000001", 100000, 100000), ("000002", 50000, 50000),
    ]  # fmt: skip
    assert [(each.number, each.pieces, each.registered) for each in found.after_sums] == [
        ("000011", 30000, 30000), ("000013", 70000, 70000), ("000012", 50000, 50000),
    ]  # fmt: skip


def test_a_parcel_of_the_former_survey_without_an_area_is_measured() -> None:
    """000003 is 10 × 10 m and has no TBMJ; the package does not touch it."""
    without = replace(former(), attributes={**former().attributes, "TBMJ": np.array([1000.0, 500.0, np.nan])})
    found = read_package(package(), plane_job(), None, without)
    assert found.flows.units[found.untouched].tolist() == [10000]
    assert [(each.kind.name, each.feature, each.field) for each in found.findings] == [("NO_MASTER", "3", "TBMJ")]
    identities = package_identities(found, without, None, 0)
    assert len(identities) == 2 and all(identity.ok for identity in identities)


def numbered(*numbers: object) -> Columns:
    """The former survey with other identifiers."""
    column = np.empty(3, dtype=object)
    column[:] = numbers
    return replace(former(), attributes={**former().attributes, "BSM": column})


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (("000001", "000001", "000003"), "DLTB: the identifier 000001 .BSM. stands at feature 1 and at feature 2"),
        (("000001",) * 3, "feature 1 and at feature 2"),
        ((None, None, None), "DLTB, feature 1: .* names a parcel 000001"),
        (("000001", "", "000003"), "DLTB, feature 2: .* names a parcel 000002"),
        (("7", "7", "7"), "DLTB, feature 1: .* names a parcel 000001"),
        (("000001", "7", "7"), "DLTB, feature 2: .* names a parcel 000002"),
    ],
)
def test_a_survey_where_the_parcel_of_a_change_can_not_be_told_is_refused(numbers, said) -> None:
    with pytest.raises(InputError, match=said):
        read_package(package(), plane_job(), None, numbered(*numbers))


def test_new_ground_of_a_package_takes_nothing_off_a_parcel_without_an_identifier() -> None:
    """The first piece was nothing before (300.00 m²); 000003 lost its number: told, and it stays whole."""
    before = package(BGQTBBSM=[None, "000001", "000002"], BGQDLBM=[None, "0103", "0301"])
    found = read_package(before, plane_job(), None, numbered("000001", "000002", None))
    assert found.flows.units[found.untouched].tolist() == [30000, 25000]
    assert [(each.kind.name, each.feature, each.field) for each in found.findings] == [("IDENTIFIER", "3", "BSM")]


def test_the_ridge_matrix_keeps_every_margin() -> None:
    found = read_package(package(), plane_job(), before=former())
    matrix = matrix_of(found.flows, TABLE, Basis.NET)
    codes = [leaf.code for leaf in matrix.classes]
    square = matrix.square
    before, after = (dict(zip(codes, square.sum(axis=axis).tolist())) for axis in (1, 0))
    assert before == {"0102": 0, "0103": 93200, "0201": 25000, "0301": 50000, "0601": 0, "1203": 6800}
    assert after == {"0102": 50000, "0103": 65240, "0201": 25000, "0301": 0, "0601": 30000, "1203": 4760}
    assert square[codes.index("1203"), codes.index("0601")] == 2040


def test_new_and_lost_ground_is_uncovered() -> None:
    found = read_package(package(BGQTBBSM=[None, "000001", "000002"], BGQDLBM=[None, "0103", "0301"]), plane_job())
    assert found.flows.before.tolist()[0] == ""
    assert found.flows.village.tolist()[0] == VILLAGES[0]
    assert not found.flows.changed[0]


def test_parcels_of_the_update_layer_without_a_piece_are_listed() -> None:
    more = survey(
        [*SHAPES, box(50, 0, 60, 10)], ["0601", "0103", "0102", "0701"], BSM=["000011", "000013", "000012", "9"]
    )
    found = read_package(package(), plane_job(), more)
    assert [(each.number, each.pieces) for each in found.after_sums][-1] == ("9", 0)


def test_a_package_that_tells_no_place_is_refused() -> None:
    whole = package()
    attributes = {name: column for name, column in whole.attributes.items() if not name.endswith("ZLDWDM")}
    with pytest.raises(InputError, match="DLTBGXGC has neither BGQZLDWDM nor BGHZLDWDM"):
        read_package(replace(whole, attributes=attributes), plane_job())


def test_classes_that_no_table_knows_are_told_of_each_side() -> None:
    flows = read_package(package(BGQDLBM=["0103", "9999", None], BGHDLBM=["8888", "0103", "0102"]), plane_job()).flows
    told = [(before, code, area.square_metres()) for before, code, _, area in unknown_classes(flows, TABLE)]
    assert told == [(True, "9999", 700), (True, "", 500), (False, "8888", 300)]


@pytest.mark.parametrize("area", [None, -1.0, np.inf])
def test_a_piece_without_an_area_is_refused_with_its_feature(area: float | None) -> None:
    with pytest.raises(InputError, match="feature 2"):
        read_package(package(TBBGMJ=[300.0, area, 500.0]), plane_job())


@pytest.mark.parametrize("field", ["BGQDLBM", "BGHDLBM"])
def test_codes_of_another_table_are_refused(field: str) -> None:
    with pytest.raises(InputError, match="DLTBGXGC"):
        read_package(package(**{field: ["011", "013", "031"]}), plane_job())
