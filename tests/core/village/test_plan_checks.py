"""Checks of village plans: a sound plan has no finding in any profile and class table, and each fault is found by its check."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import numpy as np
import pytest
import shapely

from ....core.checking.finding import NO_ROW, State
from ....core.checking.states import Decision, Former, former_findings
from ....core.errors import InputError
from ....core.resources import resource
from ....core.rules import Rules, load_rules
from ....core.sentence import sentence
from ....core.village.checks.job import CheckedPlans, check_plans
from ....core.village.checks.layer import FINDING_FIELDS, finding_columns
from ....core.village.checks.model import CheckedPlan, PlanWishes, parse_wishes
from ....core.village.checks.titles import CHECK_TITLES, check_kinds
from ....core.village.profile import PlanRole
from .made_up_plan import (
    HAMLET,
    HOME,
    NAME,
    PRIME,
    RED,
    ROAD,
    TOWN,
    VILLAGE,
    Draft,
    sound,
    spoilt,
    square,
    survey_of,
    without,
)

RULES = load_rules()
VERSIONS, PROFILES = ("ydyh2020", "ydyh2023"), ("fujian", "general")
BASE, PLAN, CONTROL = PlanRole.BASE, PlanRole.PLAN, PlanRole.CONTROL
FACILITY, BORDER = PlanRole.PLAN_FACILITIES, PlanRole.VILLAGE
Change = Callable[[Draft], object]
WITH_ALL = RULES.replaced({"check_plan_holes": "hint", "check_plan_coordinate_decimals": "hint"}, "test")


def checks(plan: CheckedPlan, rules: Rules = WITH_ALL, **wishes) -> set[str]:
    return set(run(plan, rules, **wishes).by_check())


def run(plan: CheckedPlan, rules: Rules = WITH_ALL, built: str = "", cultivated: str = "", former=()) -> CheckedPlans:
    wishes = PlanWishes(parse_wishes(built, "QUOTA_BUILT"), parse_wishes(cultivated, "TARGET_CULTIVATED"))
    return check_plans([plan], rules, wishes, former)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("version", VERSIONS)
def test_a_sound_plan_has_no_finding(profile, version):
    draft = sound(profile, version)
    draft.survey = survey_of(draft)
    assert checks(draft.plan()) == set()


def reshaped(role: PlanRole, row: int, shape: object) -> Change:
    return lambda draft: draft.shapes[role].__setitem__(row, shape)


def cut(shape: object, hole: object) -> object:
    return shapely.difference(shape, hole)


def box(west: float, south: float, width: float, height: float) -> object:
    """A rectangle in metres from the south-west corner of the village."""
    corner = square(0, 0).bounds
    return shapely.box(corner[0] + west, corner[1] + south, corner[0] + west + width, corner[1] + south + height)


def ring(*points: tuple[float, float], hole: tuple[tuple[float, float], ...] = ()) -> object:
    corner = square(0, 0).bounds
    shell, holes = ([(corner[0] + x, corner[1] + y) for x, y in each] for each in (points, hole))
    return shapely.Polygon(shell, [holes] if hole else [])


FIRST = ((0, 0), (0, 100), (100, 100), (100, 0))
"""The square in the south-west corner."""


def doubled(draft: Draft) -> None:
    draft.put(PLAN, 3, BSM=draft.rows[PLAN]["BSM"][2])


def no_column(role: PlanRole, name: str) -> Change:
    return lambda draft: draft.rows[role].pop(name)


def put(role: PlanRole, row: int, **values: object) -> Change:
    return lambda draft: draft.put(role, row, **values)


def emptied(draft: Draft) -> None:
    draft.shapes[FACILITY] = []
    draft.rows[FACILITY] = {name: [] for name in draft.rows[FACILITY]}


def shifted_zone(draft: Draft) -> None:
    """Zone 0201 reaches into its neighbour below."""
    draft.shapes[CONTROL][1] = shapely.union(draft.shapes[CONTROL][1], box(0, 290, 100, 20))


def narrow_zone(draft: Draft) -> None:
    draft.shapes[CONTROL][1] = shapely.union(draft.shapes[CONTROL][1], box(0, 299.995, 100, 5))


def moved_vertex(draft: Draft) -> None:
    draft.shapes[PLAN][0] = ring((0, 0), (0, 100), (50, 100), (100, 100), (100, 0))


def thinned(draft: Draft) -> None:
    """Two squares share a border drawn twice, 5 mm apart."""
    draft.shapes[PLAN][5] = ring((100, 100), (100, 200), (199.995, 200), (199.995, 100))


def grown_homestead(draft: Draft) -> None:
    draft.put(PLAN, 12, GHDLBM="0703", GHDLMC="农村宅基地")


def town_moved(draft: Draft) -> None:
    draft.shapes[PlanRole.URBAN_BOUNDARY] = [square(3, 3)]


def reserved(draft: Draft) -> None:
    draft.put(PLAN, HOME, GHDLBM="16", GHDLMC="留白用地")


def flexible_zone(draft: Draft) -> None:
    draft.put(CONTROL, 3, GKBJLXDM="0302", GKBJLXMC="村庄弹性发展区")


def of_another_village(draft: Draft) -> None:
    """Two villages, and a parcel that lies in neither and is of neither."""
    other = "379901101299"
    draft.shapes[BORDER] = [square(0, 0, 2, 4), square(2, 0, 2, 4)]
    draft.rows[BORDER] = {name: [*values, *values] for name, values in draft.rows[BORDER].items()}
    draft.put(BORDER, 1, BSM=f"{other}00000001", ZLDWDM=f"{other}0000000", ZLDWMC="乙营村")
    draft.put(PLAN, 5, BSM="99990110120100000006")
    draft.shapes[PLAN][5] = square(9, 9)


MUTATIONS: dict[str, Change] = {
    "plan_layer_missing": lambda draft: (draft.rows.pop(CONTROL), draft.shapes.pop(CONTROL)),
    "plan_border_missing": lambda draft: None,
    "plan_layer_empty": emptied,
    "plan_field_missing": no_column(CONTROL, "GKBJLXMC"),
    "plan_conditional_missing": no_column(BASE, "GDLX"),
    "plan_field_kind": lambda draft: draft.kinds.update({(PLAN, "GHDLMJ"): "text"}),
    "plan_value_missing": put(PLAN, 2, TBBH=None),
    "plan_condition_empty": put(BASE, 2, GDPDJB=None),
    "plan_text_too_long": put(PLAN, 2, TBBH="123456789"),
    "plan_class_unknown": put(PLAN, 2, GHDLBM="0199"),
    "plan_class_spelling": put(PLAN, 2, GHDLBM="０１０３"),
    "plan_class_coarse": put(PLAN, RED, GHDLBM="03", GHDLMC="林地"),
    "plan_class_name": put(BASE, 2, JQDLMC="水田"),
    "plan_version_doubt": lambda draft: setattr(draft, "doubt", sentence("The codes speak for another table.")),
    "plan_code_unknown": put(CONTROL, 0, GKBJLXDM="0103", GKBJLXMC="生态保护红线"),
    "plan_code_name": put(FACILITY, 0, GHSSLXMC="小学"),
    "plan_bsm_form": put(BASE, 2, BSM=f"{VILLAGE}123"),
    "plan_bsm_village": put(BASE, 2, BSM="37990110129900000003"),
    "plan_bsm_doubled": doubled,
    "plan_ysdm": put(CONTROL, 0, YSDM="2003020711"),
    "plan_no_shape": reshaped(PLAN, 2, None),
    "plan_no_numbers": reshaped(PLAN, 2, ring((200, 0), (200, 100), (float("nan"), 100), (300, 0))),
    "plan_no_area": reshaped(PLAN, 2, ring((200, 0), (200, 100), (200, 0), (200, 100))),
    "plan_self_intersection": reshaped(PLAN, 2, ring((200, 0), (300, 100), (300, 0), (200, 100))),
    "plan_misplaced_ring": reshaped(PLAN, 0, ring(*FIRST, hole=((500, 500), (500, 510), (510, 510)))),
    "plan_duplicate_vertex": reshaped(PLAN, 0, ring((0, 0), (0, 0), *FIRST[1:])),
    "plan_spike": reshaped(PLAN, 0, ring((0, 0), (0, 100), (50, 100), (50.01, 140), (50.02, 100), (100, 100), (100, 0))),
    "plan_sharp_angle": reshaped(PLAN, 0, ring((0, 0), (0, 100), (50, 100), (52, 150), (54, 100), (100, 100), (100, 0))),
    "plan_many_parts": reshaped(PLAN, 0, shapely.union(square(0, 0), square(9, 9))),
    "plan_small_part": reshaped(PLAN, 0, shapely.union(square(0, 0), box(900, 900, 0.5, 0.5))),
    "plan_holes": reshaped(PLAN, 0, cut(square(0, 0), box(20, 20, 30, 30))),
    "plan_small_hole": reshaped(PLAN, 0, cut(square(0, 0), box(20, 20, 0.5, 0.5))),
    "plan_small_parcel": reshaped(PLAN, 0, box(10, 10, 0.5, 0.5)),
    "plan_narrow_parcel": reshaped(PLAN, 0, box(0, 0, 100, 0.4)),
    "plan_coordinate_decimals": reshaped(PLAN, 0, ring((0, 0), (0, 100), (50.1234567, 100), (100, 100), (100, 0))),
    "plan_overlap": reshaped(PLAN, 0, box(0, 0, 110, 100)),
    "plan_gap": reshaped(PLAN, 5, cut(square(1, 1), box(150, 150, 10, 10))),
    "plan_sliver": thinned,
    "plan_district_gap": lambda draft: without(draft, PLAN, 3),
    "plan_outside_district": reshaped(PLAN, 0, box(-10, 0, 110, 100)),
    "plan_missing_vertex": moved_vertex,
    "plan_zone_overlap": shifted_zone,
    "plan_zone_gap": reshaped(CONTROL, 2, cut(shapely.union(square(0, 0, 4, 1), square(0, 1, 2, 1)), box(50, 50, 10, 10))),
    "plan_zone_sliver": narrow_zone,
    "plan_zone_district_gap": lambda draft: without(draft, CONTROL, 1),
    "plan_zone_outside_district": reshaped(CONTROL, 2, shapely.union(box(-10, 0, 410, 100), square(0, 1, 2, 1))),
    "plan_prime_reduced": lambda draft: without(draft, CONTROL, 2),
    "plan_prime_class": put(PLAN, PRIME, GHDLBM="0301", GHDLMC="乔木林地"),
    "plan_prime_exception": put(PLAN, PRIME, GHDLBM="0602", GHDLMC=None),
    "plan_redline_reduced": lambda draft: without(draft, CONTROL, 0),
    "plan_redline_built": put(PLAN, RED, GHDLBM="0703", GHDLMC="农村宅基地"),
    "plan_built_outside": grown_homestead,
    "plan_urban_outside": town_moved,
    "plan_urban_inside": lambda draft: draft.shapes.update({PlanRole.URBAN_BOUNDARY: [square(2, 3, 2, 1)]}),
    "plan_area_missing": put(PLAN, 2, GHDLMJ=0),
    "plan_parcel_area": put(PLAN, 2, GHDLMJ=9900),
    "plan_village_unknown": of_another_village,
    "plan_area_balance": put(PLAN, 2, GHDLMJ=9990),
    "plan_area_registered": put(BORDER, 0, JSMJ=150000),
    "plan_built_grows": grown_homestead,
    "plan_built_quota": lambda draft: None,
    "plan_cultivated_target": grown_homestead,
    "plan_cultivated_reduced": lambda draft: (draft.rows.pop(PlanRole.INDICATORS), grown_homestead(draft)),
    "plan_indicator_not_kept": put(PLAN, RED, GHDLBM="0103", GHDLMC="旱地"),
    "plan_reserved_share": reserved,
    "plan_facility_no_place": reshaped(FACILITY, 0, None),
    "plan_facility_outside": reshaped(FACILITY, 0, shapely.Point(square(9, 9).bounds[:2])),
    "plan_facility_class": reshaped(FACILITY, 0, square(0, 0).centroid),
    "plan_survey_class": lambda draft: setattr(draft, "survey", survey_of(draft, s3="0301")),
    "plan_survey_open": lambda draft: setattr(draft, "survey", survey_of(draft).take(np.arange(15))),
    "plan_indicator_differs": put(PlanRole.INDICATORS, 0, XZJQN=5.04),
    "plan_indicator_lacking": lambda draft: without(draft, PlanRole.INDICATORS, 3),
    "plan_structure_differs": put(PlanRole.STRUCTURE, 0, JQXZNMJ=8.5),
    "plan_structure_row": put(PlanRole.STRUCTURE, 0, YDLXMC="飞地", YDLXBM="99"),
    "plan_structure_change": put(PlanRole.STRUCTURE, 0, GHQNMJZJ=1.5),
}
QUOTA = {"plan_built_quota": "2.5"}
GENERAL = {"plan_border_missing": lambda draft: (draft.rows.pop(BORDER), draft.shapes.pop(BORDER))}
"""What only a profile that does not demand a layer has to say."""


def faulty(check: str) -> CheckedPlan:
    if check not in GENERAL:
        return spoilt(MUTATIONS[check])
    draft = sound("general")
    GENERAL[check](draft)
    return draft.plan()


@pytest.mark.parametrize(
    ("values", "empty"),
    [
        ({"GDPDJB": "1"}, set()), ({"GDPDJB": "2"}, {"GDLX"}), ({"GDPDJB": "2", "GDLX": "TT"}, {"KCXS"}),
        ({"GDPDJB": "3", "GDLX": "PD"}, set()), ({"GDPDJB": "4", "GDLX": "TT", "KCXS": 0.12}, {"KCDLBM", "KCMJ"}),
        ({"GDPDJB": "4", "GDLX": "TT", "KCXS": 0.12, "KCDLBM": "1203", "KCMJ": 10.0}, set()),
        ({"JQDLBM": "0301", "JQDLMC": "乔木林地", "GDPDJB": None}, set()), ({"GDPDJB": None}, {"GDPDJB"}),
    ],
)  # fmt: skip
def test_a_conditional_field_is_wanted_only_where_its_condition_holds(values, empty):
    found = [named.finding for named in run(spoilt(put(BASE, 2, **values))).findings if named.finding.check == "plan_condition_empty"]
    assert {each.field for each in found} == empty and {each.row for each in found} <= {2}


@pytest.mark.parametrize("profile", PROFILES)
def test_an_empty_layer_of_parcels_is_an_error_as_a_missing_one(profile):
    draft = sound(profile)
    draft.shapes[PLAN] = []
    draft.rows[PLAN] = {name: [] for name in draft.rows[PLAN]}
    found = [named.finding for named in run(draft.plan()).findings if named.finding.check == "plan_layer_missing"]
    assert [(each.severity.name, each.layer) for each in found] == [("ERROR", f"0:{PLAN.value}")]


def test_the_general_profile_states_no_conditions():
    draft = sound("general")
    draft.put(BASE, 2, GDPDJB=None)
    assert "plan_condition_empty" not in checks(draft.plan())


def test_every_check_has_a_mutation_a_rule_and_a_kind():
    assert set(MUTATIONS) == set(CHECK_TITLES) == set(check_kinds())
    rules = {kind.rule for kind in check_kinds().values()}
    assert rules == {*(f"R{number}" for number in range(1, 11)), "S1", "S2", "S3", "S4"}


@pytest.mark.parametrize("check", MUTATIONS)
def test_each_fault_is_found_by_its_check(check):
    assert check in checks(faulty(check), built=QUOTA.get(check, ""))


@pytest.mark.parametrize("check", MUTATIONS)
def test_a_check_that_is_off_finds_nothing(check):
    rules = WITH_ALL.replaced({f"check_{check}": "off"}, "test")
    assert check not in checks(faulty(check), rules, built=QUOTA.get(check, ""))


@pytest.mark.parametrize(
    ("check", "layer", "row"),
    [
        ("plan_value_missing", PLAN, 2), ("plan_condition_empty", BASE, 2),
        ("plan_text_too_long", PLAN, 2), ("plan_class_unknown", PLAN, 2), ("plan_class_name", BASE, 2),
        ("plan_class_coarse", PLAN, RED), ("plan_code_unknown", CONTROL, 0), ("plan_code_name", FACILITY, 0), ("plan_bsm_form", BASE, 2),
        ("plan_ysdm", CONTROL, 0), ("plan_self_intersection", PLAN, 2), ("plan_many_parts", PLAN, 0), ("plan_redline_built", PLAN, RED),
        ("plan_built_outside", PLAN, 12), ("plan_parcel_area", PLAN, 2), ("plan_facility_outside", FACILITY, 0),
        ("plan_survey_class", BASE, 3), ("plan_urban_outside", PLAN, TOWN), ("plan_indicator_differs", PlanRole.INDICATORS, 0),
    ],
)  # fmt: skip
def test_the_fault_is_found_where_it_is(check, layer, row):
    found = [named.finding for named in run(spoilt(MUTATIONS[check])).findings if named.finding.check == check]
    assert (f"0:{layer.value}", row) in {(each.layer, each.row) for each in found}
    assert len({(each.layer, each.row) for each in found if each.row != NO_ROW}) == 1


def test_findings_say_row_layer_village_rule_and_area():
    checked = run(spoilt(put(PLAN, PRIME, GHDLBM="0301", GHDLMC="乔木林地")))
    columns = finding_columns(checked)
    assert set(columns) == {each.name for each in FINDING_FIELDS}
    place = columns["CHECK_ID"].index("plan_prime_class")
    assert (columns["VILLAGE"][place], columns["LAYER"][place], columns["RULE"][place]) == (NAME, "GHDLTB", "R3")
    assert columns["BSM"][place] == f"{VILLAGE}00000001" and columns["ZLDWDM"][place] == VILLAGE
    registered = sound().rows[PLAN]["GHDLMJ"][PRIME]
    assert Decimal(repr(columns["AREA_M2"][place])) == registered
    found = checked.findings[place].finding
    assert shapely.contains_xy(square(0, 0), found.x, found.y)


def test_an_area_over_a_line_is_the_share_of_the_registered_area():
    """A quarter of a square lies in prime farmland: the share of the registered area, which is not the measured one."""

    def change(draft: Draft) -> None:
        draft.put(PLAN, RED, GHDLBM="0304", GHDLMC="其他林地", GHDLMJ=10004)
        quarter = shapely.box(*square(2, 1).bounds[:2], square(2, 1).bounds[0] + 50, square(2, 1).bounds[1] + 50)
        draft.shapes[PlanRole.PRIME_FARMLAND] = [shapely.union(draft.shapes[PlanRole.PRIME_FARMLAND][0], quarter)]

    checked = run(spoilt(change))
    areas = [named.finding.area for named in checked.findings if named.finding.check == "plan_prime_class"]
    assert areas == [pytest.approx(2501.0, abs=0.011)]


def test_general_profile_holds_feature_codes_against_the_others_of_the_layer():
    assert "plan_ysdm" in checks(spoilt(put(CONTROL, 0, YSDM="2003020711"), profile="general"))


def test_a_quota_decides_alone_about_growth():
    plan = spoilt(grown_homestead)
    grown = {"plan_built_grows", "plan_built_quota"}
    assert grown & checks(plan) == {"plan_built_grows"}
    assert not grown & checks(plan, built="9")
    assert grown & checks(plan, built=f"{NAME}=3.9") == {"plan_built_quota"}
    assert not grown & checks(plan, built=f"{VILLAGE}=4.1")
    with pytest.raises(InputError, match="丁村"):
        run(plan, built="丁村=2")


def test_the_plans_own_target_is_meant_as_it_is_printed():
    """What is a little less than 9 ha and printed as 9.00 reaches a target of 9.00, and does not reach one of 9.01."""
    rows = sound().rows[PLAN]
    assert sum(area for area, code in zip(rows["GHDLMJ"], rows["GHDLBM"]) if code.startswith("01")) < 90_000
    row = sound().rows[PlanRole.INDICATORS]["ZBMC"].index("耕地保有量")
    assert checks(spoilt(put(PlanRole.INDICATORS, row, GHMBN=9.01))) == {"plan_cultivated_target", "plan_indicator_differs"}


def test_a_target_decides_about_cultivated_land():
    plan = sound().plan()
    assert "plan_cultivated_target" in checks(plan, cultivated="9.1") and checks(plan, cultivated="8.9") == set()
    assert "plan_cultivated_target" in checks(plan, cultivated=f"{NAME}=9.1")


@pytest.mark.parametrize("text", ["x", "甲村=", "-1", "1;2", "1e99999", "=;="])
def test_what_is_no_area_is_refused(text):
    with pytest.raises(InputError, match="QUOTA_BUILT"):
        parse_wishes(text, "QUOTA_BUILT")


def test_areas_asked_for_are_exact():
    assert parse_wishes("甲村＝3.25；乙村=0.123456", "X") == {"甲村": 3_250_000, "乙村": 123_456}


def test_decisions_stay_with_findings_that_are_the_same():
    plan = spoilt(put(PLAN, 2, GHDLBM="0199", GHDLMC=None))
    first = run(plan)
    (unknown,) = [named for named in first.findings if named.finding.check == "plan_class_unknown"]
    decision = Decision(State.ACCEPTED, "省里新增的地类", "张三", "2024-05-01")
    again = run(plan, former=[Former(unknown.key, unknown.subject, decision)])
    assert [named.decision for named in again.findings if named.key == unknown.key] == [decision]
    other = run(spoilt(put(PLAN, 2, GHDLBM="0198", GHDLMC=None)), former=[Former(unknown.key, unknown.subject, decision)])
    (changed,) = [named for named in other.findings if named.finding.check == "plan_class_unknown"]
    assert changed.decision.state is State.OPEN and "省里新增的地类" in changed.decision.reason


def test_a_decision_in_one_layer_is_none_in_another():
    """The same number in both years: what was said of the plan's parcel says nothing about the base year's."""
    columns = finding_columns(run(spoilt(put(PLAN, 2, GHDLBM="0199", GHDLMC=None))))
    place = columns["CHECK_ID"].index("plan_class_unknown")
    row = {name: values[place] for name, values in columns.items()}
    row |= {"STATE": "accepted", "REASON": "x", "FIELD": "JQDLBM", "KEY": "0"}
    former = former_findings([row])
    checked = run(spoilt(put(BASE, 2, JQDLBM="0199", JQDLMC=None)), former=former)
    assert all(not named.decision.reason for named in checked.findings)
    row["LAYER"] = "JQDLTB"
    checked = run(spoilt(put(BASE, 2, JQDLBM="0199", JQDLMC=None)), former=former_findings([row]))
    assert any(named.decision.reason for named in checked.findings)


def test_two_plans_keep_their_findings_apart():
    spoiled = put(PLAN, 2, GHDLBM="0199", GHDLMC=None)
    checked = check_plans([spoilt(spoiled), spoilt(spoiled)], RULES)
    assert len({named.key for named in checked.findings}) == len(checked.findings)
    assert len(checked.villages) == 2


def test_findings_of_two_villages_in_one_plan():
    def change(draft: Draft) -> None:
        of_another_village(draft)
        draft.shapes[PLAN][5] = square(1, 1)
        for role in (PLAN, BASE):
            for place in range(16):
                if place % 4 >= 2:
                    code = f"379901101299{place + 1:08d}"
                    draft.put(role, place, BSM=code)
                    if role is BASE:
                        draft.put(role, place, ZLDWDM="3799011012990000000", ZLDWMC="乙营村")
        draft.put(PLAN, 5, BSM=f"{VILLAGE}00000006")
        area = sum((Decimal(str(value)) for place, value in enumerate(draft.rows[PLAN]["GHDLMJ"]) if place % 4 < 2), Decimal(0))
        whole = Decimal(str(draft.rows[BORDER]["JSMJ"][0]))
        draft.put(BORDER, 0, JSMJ=area)
        draft.put(BORDER, 1, JSMJ=whole - area)
        for role in (PlanRole.INDICATORS, PlanRole.STRUCTURE):
            del draft.rows[role]
        draft.put(PLAN, 12, GHDLBM="0703", GHDLMC="农村宅基地")
        draft.put(PLAN, 2, GHDLBM="0199", GHDLMC=None)

    checked = run(spoilt(change))
    found = {(named.finding.check, named.finding.village) for named in checked.findings}
    assert ("plan_built_grows", NAME) in found and ("plan_class_unknown", "乙营村") in found
    assert ("plan_built_grows", "乙营村") not in found and not any(check == "plan_bsm_village" for check, _ in found)


def test_flexible_zones_count_by_their_ground():
    assert "plan_reserved_share" in checks(spoilt(flexible_zone))


def test_a_facility_on_a_border_needs_one_proper_side():
    at = square(2, 2).bounds
    assert "plan_facility_class" not in checks(spoilt(reshaped(FACILITY, 0, shapely.Point(at[0] + 50, at[1]))))


@pytest.mark.parametrize("place", [HAMLET, ROAD, TOWN])
def test_construction_land_where_it_is_lies_in_its_zones(place):
    assert "plan_built_outside" not in checks(spoilt(put(PLAN, place, TBBH="99")))


def test_findings_of_whole_villages_have_a_place_in_it():
    for named in run(spoilt(grown_homestead)).findings:
        if named.finding.row == NO_ROW:
            assert shapely.contains_xy(square(0, 0, 4, 4), named.finding.x, named.finding.y)


def test_every_facility_has_proper_classes():
    from ....core.village.checks.codes import code_list
    from ....core.village.checks.facilities import ANY, proper_classes

    assert set(proper_classes()) == set(code_list("facility"))
    lines = (resource("codes", "ydyh2023.csv")).read_text(encoding="utf-8-sig").splitlines()
    known = {line.split(",")[1] for line in lines[1:]}
    assert all(each == ANY or each in known for classes in proper_classes().values() for each in classes)
