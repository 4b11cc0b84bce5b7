"""Demands of projects from an occupation, against the case that the occupation's own tests work out by hand."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from ....core.area import Area
from ....core.balance.demand import ProjectType
from ....core.balance.grades import Yields, load_yields
from ....core.balance.indicators import Indicators
from ....core.balance.requisition.demand_of import DemandFacts, demands_of, kind_of
from ....core.balance.requisition.policy import Policy
from ....core.errors import InputError
from ....core.occupation.job import occupy
from ....core.occupation.model import Inputs, Occupation
from ....core.occupation.presets import Preset
from ....core.survey.schema import GradeSystem, Kind, Role
from ..sample_layers import array_of
from ..test_occupation import by_hand, control, ground, job_of

NINE = Decimal(9)
YIELDS = load_yields(GradeSystem.NATIONAL15)


def square(metres: str | int) -> int:
    """Micro-mu of m²."""
    return Area.from_square_metres(str(metres)).micro_mu


def occupied(**changed: object) -> Occupation:
    return occupy(by_hand(**changed), job_of(Preset.APPROVAL))


def with_footprints(inputs: Inputs, **texts: list[str | None]) -> Inputs:
    """The inputs with further fields of the footprints A and B."""
    more = {name: array_of(column, Kind.TEXT) for name, column in texts.items()}
    footprints = replace(inputs.footprints, attributes={**inputs.footprints.attributes, **more})
    return replace(inputs, footprints=footprints)


def facts(**more: object) -> DemandFacts:
    return DemandFacts(YIELDS, **{"default_grade": NINE, **more})  # type: ignore[arg-type]


def only(result: Occupation, code: str = "A", **more: object):
    return next(each for each in demands_of(result, facts(**more)).demands if each.code == code)


def test_cultivated_adjustable_and_unlawfully_built_land_by_hand():
    """A takes 100 m² of paddy, 90 net of dry land, 95 net that the former survey knew as dry land, 100 m² of class 0201K;
    grade 7 covers the paddy and half of the dry land. 145 m² at 900 kg a mu and 240 at 700 are 447.75 kg."""
    found = demands_of(occupied(), facts())
    first, second = found.demands
    assert (first.code, first.name, first.region, first.kind) == ("A", "甲", "370101", ProjectType.BATCH)
    assert first.need == Indicators(square(385), square(100), 448)
    assert first.by_grade == {Decimal(7): Area(square(145)), NINE: Area(square(240))}
    assert (first.adjustable, first.unlawful) == (Area(square(100)), Area(square(95)))
    assert second.need == Indicators(0, 0, 0) and second.region == "370101"
    (told,) = found.findings
    assert told.about == "A" and told.area == Area(square(240)) and "grade 9" in str(told.text)


def test_what_the_rules_leave_out():
    without_k = only(occupied(), policy=Policy(count_adjustable=False))
    assert (without_k.need.quantity, without_k.adjustable) == (square(285), Area(0))
    lawful = only(occupied(), policy=Policy(count_unlawful=False))
    assert (lawful.need.quantity, lawful.unlawful) == (square(290), Area(0))


def test_a_missing_grade_names_plot_and_parcel_and_a_wrong_one_too():
    with pytest.raises(InputError, match="Plot A: farmland of parcel 001 has no grade"):
        demands_of(occupied(), facts(default_grade=None))
    inputs = by_hand()
    wrong = [control(Role.QUALITY, [ground(0, 70)], GDDB=[16])]
    kept = [each for each in inputs.controls if each.role is not Role.QUALITY]
    with pytest.raises(InputError, match="Plot A: farmland of parcel 000 has the grade 16"):
        demands_of(occupied(controls=[*kept, *wrong]), facts())


def test_grades_of_the_survey_where_the_layer_has_none():
    inputs = by_hand()
    grades = np.array([3.0, 4.0, 5.0, *[np.nan] * 8])
    survey = replace(inputs.survey, attributes={**inputs.survey.attributes, "GDDB": grades})
    found = only(occupied(survey=survey))
    assert found.by_grade == {
        Decimal(4): Area(square(45)), Decimal(5): Area(square(100)), Decimal(7): Area(square(145)), NINE: Area(square(95))
    }


def test_land_built_on_without_approval_has_the_grade_it_had():
    """Parcel 4 (class 0601) was dry land of grade 3 in the former survey; what the survey says of it now does not count."""
    inputs = by_hand()
    former = next(each for each in inputs.controls if each.role is Role.FORMER_SURVEY)
    before = replace(former.columns, attributes={**former.columns.attributes, "GDDB": np.array([3.0, 4.0])})
    controls = [replace(each, columns=before) if each is former else each for each in inputs.controls]
    survey = replace(inputs.survey, attributes={**inputs.survey.attributes, "GDDB": np.full(11, 12.0)})
    found = only(occupied(controls=controls, survey=survey))
    assert found.by_grade == {Decimal(3): Area(square(95)), Decimal(7): Area(square(145)), Decimal(12): Area(square(145))}


def test_the_quality_grade_is_another_scale_and_never_read_from_gddb():
    table = {grade: Decimal(1000 - 50 * grade) for grade in range(1, 11)}
    yields = Yields(GradeSystem.QUALITY10, "made up", table, table, "made up", "default, confirm locally")
    inputs = by_hand()
    quality = [control(Role.QUALITY, [ground(0, 30)], GDDB=[4])]
    renamed = replace(quality[0].columns, attributes={"GDDJ": quality[0].columns.attributes["GDDB"]})
    quality = [replace(quality[0], columns=renamed)]
    kept = [each for each in inputs.controls if each.role is not Role.QUALITY]
    grades = np.full(11, 7.0)
    survey = replace(inputs.survey, attributes={**inputs.survey.attributes, "GDDB": grades})
    result = occupied(survey=survey, controls=[*kept, *quality])
    found = demands_of(result, DemandFacts(yields, default_grade=Decimal(8))).demands[0]
    assert found.system is GradeSystem.QUALITY10
    assert found.by_grade == {Decimal(4): Area(square(290)), Decimal(8): Area(square(95))}


def test_footprints_of_one_project_are_one_demand_and_ground_counts_once():
    """B moved under A: both take the paddy; as one project it counts once, as two each makes up for it."""
    inputs = by_hand()
    shapes = inputs.footprints.geometry.copy()
    shapes[1] = ground(0, 10, 0, 10)
    moved = replace(inputs, footprints=replace(inputs.footprints, geometry=shapes))
    apart = demands_of(occupy(moved, job_of(Preset.APPROVAL)), facts())
    assert [each.need.quantity for each in apart.demands] == [square(385), square(100)]
    assert any("each makes up for it" in str(told.text) and told.area == Area(square(100)) for told in apart.findings)
    texts = {"PROJECT": ["批次一", "批次一"], "PROJECT_NAME": ["某镇批次", None], "PROJECT_TYPE": ["单独选址", ""]}
    together = with_footprints(moved, EFFECTIVE=["2024-10-01", "2024-10-01"], **texts)
    found = demands_of(occupy(together, job_of(Preset.APPROVAL)), facts())
    (one,) = found.demands
    assert (one.code, one.name, one.kind) == ("批次一", "某镇批次", ProjectType.SINGLE)
    assert one.effective == datetime.date(2024, 10, 1)
    assert one.need.quantity == square(385) and list(found.project) == ["批次一", "批次一"]
    assert sum(area.micro_mu for area in one.by_grade.values()) == one.need.quantity


@pytest.mark.parametrize(
    ("texts", "word"),
    [
        ({"PROJECT_TYPE": ["单独选址", "分批次"]}, "say different things"),
        ({"PROJECT_TYPE": ["线性工程", ""]}, "no project type"),
        ({"EFFECTIVE": ["2024", ""]}, "no date"),
        ({"EFFECTIVE": ["2024-01-01", "2024-01-02"]}, "say different things"),
    ],
)
def test_footprints_that_contradict_each_other_are_refused(texts, word):
    inputs = with_footprints(by_hand(), PROJECT=["甲", "甲"], **texts)
    with pytest.raises(InputError, match=word):
        demands_of(occupy(inputs, job_of(Preset.APPROVAL)), facts())


def test_a_project_of_two_counties_is_counted_for_the_larger_part():
    inputs = by_hand()
    codes = array_of(["370102"] + ["370101"] * 10, Kind.TEXT)
    survey = replace(inputs.survey, attributes={**inputs.survey.attributes, "ZLDWDM": codes})
    found = demands_of(occupied(survey=survey), facts())
    assert found.demands[0].region == "370101"
    assert any("several counties" in str(told.text) for told in found.findings)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("", None), ("分批次", ProjectType.BATCH), ("2026年第3批次", ProjectType.BATCH), ("单独选址", ProjectType.SINGLE)],
)
def test_the_name_of_a_batch_means_a_batch(text, kind):
    assert kind_of(text, "P1") is kind
