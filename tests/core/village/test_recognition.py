"""What layers are taken for, against packages written by hand."""

from __future__ import annotations

import pytest

from ....core.errors import InputError
from ....core.resources import resource
from ....core.village.profile import PlanGeometry, PlanRole, load_profile
from ....core.village.recognition import (
    FoundLayer,
    How,
    field_names,
    parse_roles,
    recognise,
    village_codes_of,
    village_in_name,
    with_role,
)

GENERAL = load_profile(resource("profiles", "general.json"))
FUJIAN = load_profile(resource("profiles", "fujian.json"))
POLYGON, POINT, NONE = PlanGeometry.POLYGON, PlanGeometry.POINT, PlanGeometry.NONE


def layer(name, geometry=POLYGON, fields=(), place="甲村", count=5):
    return FoundLayer(f"{place}/{name}", name, place, geometry, tuple(fields), count)


def roles(plan):
    return {role: each.layer.name for role, each in plan.layers.items()}


def test_a_delivered_database_is_recognised_in_the_order_of_the_profile():
    names = ["GHDLTB", "JQDLTB", "CJDCQ", "GKBJ", "LSWHBHQ"]
    found = [layer(name) for name in names] + [layer("GHGGJCSSD", POINT), layer("GGJCSSD", POINT), layer("GHZBB", NONE)]
    (plan,) = recognise(found, FUJIAN)
    assert list(roles(plan).values()) == ["GHGGJCSSD", "GGJCSSD", "CJDCQ", "LSWHBHQ", "GKBJ", "GHDLTB", "JQDLTB", "GHZBB"]
    assert not plan.unknown
    assert [each.role for each in plan.missing] == [PlanRole.STRUCTURE]


def test_names_that_planners_use_are_recognised_in_each_place():
    names = ["现状用地", "规划用地", "永久基本农田", "生态保护红线"]
    found = [layer(name, place=place) for place in ("甲村", "乙村") for name in names]
    found += [layer("现状公服", POINT), layer("规划公服", POINT), layer("草图")]
    first, second = recognise(found, GENERAL)
    assert (first.place, second.place) == ("乙村", "甲村")
    assert roles(first) == {
        PlanRole.ECO_REDLINE: "生态保护红线", PlanRole.PRIME_FARMLAND: "永久基本农田", PlanRole.PLAN: "规划用地", PlanRole.BASE: "现状用地",
    }  # fmt: skip
    assert roles(second)[PlanRole.PLAN_FACILITIES] == "规划公服"
    assert [each.layer.name for each in second.unknown] == ["草图"]
    assert second.unknown[0].how is How.NOT


def test_a_plain_name_goes_before_a_pattern_and_the_other_is_not_lost():
    (plan,) = recognise([layer("甲村规划用地2035"), layer("GHDLTB")], GENERAL)
    assert roles(plan) == {PlanRole.PLAN: "GHDLTB"}
    assert [each.layer.name for each in plan.unknown] == ["甲村规划用地2035"]


def test_geometry_decides_with_the_name():
    (plan,) = recognise([layer("GHDLTB", POINT)], GENERAL)
    assert not plan.layers


def test_where_the_name_says_nothing_the_fields_do():
    base = layer("新建图层", fields=("BSM", "JQDLBM", "TBMJ"))
    plan_layer = layer("Export_Output", fields=("bsm", "ghdlbm", "GHDLMJ"))
    (plan,) = recognise([base, plan_layer, layer("other", fields=("BSM", "NAME"))], GENERAL)
    assert roles(plan) == {PlanRole.PLAN: "Export_Output", PlanRole.BASE: "新建图层"}
    assert plan.layers[PlanRole.BASE].how is How.FIELDS
    assert plan.layers[PlanRole.PLAN].fields["GHDLBM"] == "ghdlbm"


def test_two_that_fit_equally_are_left_to_people():
    (plan,) = recognise([layer("规划用地2021"), layer("规划用地2035")], GENERAL)
    assert not plan.layers and len(plan.unknown) == 2
    assert "规划用地2021, 规划用地2035" in str(plan.unknown[0].notes[0])


def test_fields_by_name_alias_and_ten_byte_cut():
    base = GENERAL.layer(PlanRole.BASE)
    assert field_names(base, ["地类编码", "图斑面积"]) == {"JQDLBM": "地类编码", "TBMJ": "图斑面积"}
    plan = GENERAL.layer(PlanRole.PLAN)
    cut_gbk = "规划地类编码".encode("gbk")[:10].decode("gbk", errors="ignore")
    assert field_names(plan, [cut_gbk])["GHDLBM"] == cut_gbk
    # Its own name comes before an alias, and no field serves twice.
    assert field_names(plan, ["DLBM", "GHDLBM"])["GHDLBM"] == "GHDLBM"
    named = field_names(base, ["MJ", "BSM"])
    assert named == {"BSM": "BSM", "TBMJ": "MJ"}


def test_missing_fields_and_emptiness_are_told():
    (plan,) = recognise([layer("GHDLTB", fields=("GHDLBM",), count=0)], FUJIAN)
    found = plan.layers[PlanRole.PLAN]
    assert [each.name for each in found.missing] == ["BSM", "YSDM", "TBBH", "GHDLMC", "GHDLMJ", "SSBJLX"]
    assert "no features" in str(found.notes[0])


def test_the_user_decides():
    found = [layer("GHDLTB"), layer("草图"), layer("JQDLTB")]
    chosen = parse_roles("草图=规划地类图斑；GHDLTB=无", found, FUJIAN)
    (plan,) = recognise(found, FUJIAN, chosen)
    assert roles(plan) == {PlanRole.PLAN: "草图", PlanRole.BASE: "JQDLTB"}
    assert plan.layers[PlanRole.PLAN].how is How.USER
    assert [each.layer.name for each in plan.unknown] == ["GHDLTB"]
    with pytest.raises(InputError, match="both chosen"):
        recognise(found, FUJIAN, parse_roles("草图=GHDLTB;GHDLTB=plan", found, FUJIAN))
    for wrong in ("甲=GHDLTB", "草图=GHDL", "草图"):
        with pytest.raises(InputError, match="LAYERS"):
            parse_roles(wrong, found, FUJIAN)


def test_a_correction_in_the_window_moves_one_layer():
    found = [layer("GHDLTB"), layer("草图"), layer("JQDLTB")]
    (plan,) = recognise(found, FUJIAN)
    changed = with_role(plan, "甲村/草图", PlanRole.PLAN, FUJIAN)
    assert roles(changed) == {PlanRole.PLAN: "草图", PlanRole.BASE: "JQDLTB"}
    assert {each.layer.name: each.how for each in changed.layers.values()} == {"草图": How.USER, "JQDLTB": How.NAME}
    assert [each.layer.name for each in changed.unknown] == ["GHDLTB"]
    nothing = with_role(changed, "甲村/JQDLTB", None, FUJIAN)
    assert roles(nothing) == {PlanRole.PLAN: "草图"}
    assert {each.layer.name for each in nothing.unknown} == {"GHDLTB", "JQDLTB"}


def test_village_codes():
    assert village_codes_of(["370101001001XXXX", "3701010010010000001", "370101001002", "37", "甲村"]) == [
        "370101001001",
        "370101001002",
    ]
    assert village_in_name("370101001001甲村.gdb") == "370101001001"
    assert village_in_name("3701010010011") == ""
