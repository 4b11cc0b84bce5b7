"""What an account reads: layers of changed patches, what the surveys say beside, years, match lists."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.balance.inout.changes import flows_of_changes, matches_of, require_slopes, with_surveys, years_of
from ....core.balance.inout.model import Match
from ....core.balance.transition.model import Source
from ....core.balance.transition.surveys import TransitionJob
from ....core.columns import Columns
from ....core.errors import InputError
from ....core.survey.classes import load_code_table
from .made_farmland import layer, parcel

TABLE = load_code_table()
JOB = TransitionJob(TABLE, lambda shapes: np.ones(len(shapes)))


def numbers(columns: Columns, *names: str) -> Columns:
    """The layer with these fields as numbers."""
    for name in names:
        values = [np.nan if value is None else float(value) for value in columns.attributes[name]]
        columns.attributes[name] = np.array(values)  # type: ignore[index]
    return columns


def changes(*rows: dict, **more: object) -> Columns:
    made = [
        {
            "BSM_Q": f"q{number}", "BSM_H": f"h{number}", "DLBM_Q": "0102", "DLBM_H": "0301", "ZLDWDM": "3799011012010000000",
            "AREA_M2": 10.0, "NET_GD_Q": 9.5, "NET_GD_H": 0.0, **more, **row,
        }
        for number, row in enumerate(rows)
    ]
    return numbers(layer("CHANGES", made), "AREA_M2", "NET_GD_Q", "NET_GD_H", *(["NF"] if "NF" in made[0] else []))


def test_flows_are_what_the_fields_say() -> None:
    flows = flows_of_changes(
        changes({"RULE": "sliver"}, {"DLBM_Q": "0201", "DLBM_H": " 0101", "NET_GD_H": 10.0}, SOURCE="package"), TABLE, JOB
    )
    assert flows.before.tolist() == ["0102", "0201"] and flows.after.tolist() == ["0301", "0101"]
    assert flows.units.tolist() == [1000, 1000] and flows.net_before.tolist() == [950, 0] and flows.net_after.tolist() == [0, 1000]
    assert flows.rule.tolist() == ["sliver", ""] and flows.source is Source.PACKAGE and flows.paddy_after.tolist() == [False, True]
    assert flows.village.tolist() == ["379901101201"] * 2 and np.isnan(flows.grade_before).all()


def test_surveys_say_what_the_changes_do_not() -> None:
    own = {"GDPDJB_H": "2", "TBXHDM_H": None}
    flows = flows_of_changes(changes({}, {}, own, DLBM_Q="0301", DLBM_H="0103", NET_GD_H=9.0), TABLE, JOB)
    after = layer("DLTB", [parcel(BSM="H0", GDPDJB="05", TBXHDM="HDGD", GDDB=4.0), parcel(BSM="H2", GDPDJB="3", GDDB=7.0)])
    before = layer("DLTB_Q", [parcel("0301", BSM="Q1", GDDB=None)])
    filled = with_surveys(flows, before, after)
    assert filled.slope_after.tolist() == ["05", "", "2"] and filled.restoring_after.tolist() == ["HDGD", "", ""]
    assert np.array_equal(filled.grade_after, [4.0, np.nan, 7.0], equal_nan=True) and np.isnan(filled.grade_before).all()
    assert np.isnan(with_surveys(filled, before, after, graded=False).grade_after).all()
    assert with_surveys(flows, None, None).slope_after.tolist() == ["", "", "2"]


def test_the_slope_of_new_farmland_has_to_be_known() -> None:
    made = changes({"DLBM_Q": "0301", "DLBM_H": "0103", "NET_GD_H": 9.0})
    flows = flows_of_changes(made, TABLE, JOB)
    with pytest.raises(InputError, match=r"slope of new farmland \(GDPDJB_H\)"):
        require_slopes(flows, made, "GDPDJB_H", None)
    require_slopes(flows, made, "GDPDJB_H", layer("DLTB", [parcel()]))
    outflow = changes({})
    require_slopes(flows_of_changes(outflow, TABLE, JOB), outflow, "GDPDJB_H", None)


def test_years_are_said_or_read_or_refused() -> None:
    made = changes({"NF": 2021}, {"NF": 2022})
    assert years_of(made, 2, None).tolist() == [2021, 2022]
    assert years_of(made, 2, 2023).tolist() == [2023, 2023]
    assert years_of(changes({}), 1, None, 2020).tolist() == [2020]
    with pytest.raises(InputError, match="feature 2: the year"):
        years_of(changes({"NF": 2021}, {"NF": None}), 2, None)
    with pytest.raises(InputError, match="Nothing tells the year"):
        years_of(None, 1, None)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"AREA_M2": -1.0}, "AREA_M2 -1.0 is no area"),
        ({"NET_GD_Q": -0.01}, "NET_GD_Q -0.01 is no area"),
        ({"DLBM_H": "060101"}, "is coded in"),
    ],
)
def test_bad_changes_are_one_sentence(row, message: str) -> None:
    with pytest.raises(InputError, match=message):
        flows_of_changes(changes(row), TABLE, JOB)


def test_a_match_list_needs_both_numbers() -> None:
    listed = layer("gj", [{"OUT_NO": " o1", "IN_NO": "i1"}, {"OUT_NO": "o1", "IN_NO": "i2"}])
    assert matches_of(listed) == [Match("O1", "I1", 1), Match("O1", "I2", 2)]
    with pytest.raises(InputError, match="line 1: OUT_NO is empty"):
        matches_of(layer("gj", [{"OUT_NO": "", "IN_NO": "i1"}]))


def test_a_year_that_is_nowhere_filled_in_is_that_of_the_later_survey():
    def of_years(*years: float) -> Columns:
        return Columns("CHANGES", np.arange(len(years)), np.full(len(years), None), {"NF": np.array(years)})

    nothing = float("nan")
    assert years_of(of_years(nothing, nothing), 2, None, 2026).tolist() == [2026, 2026]
    assert years_of(of_years(2025, 2024), 2, None, 2026).tolist() == [2025, 2024]
    for years, survey_year in ((2025, nothing), 2026), ((nothing, nothing), 0):
        with pytest.raises(InputError):
            years_of(of_years(*years), 2, None, survey_year)
