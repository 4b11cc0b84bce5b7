"""Fields by alias and FIELD_MAP, roles of layers, village codes, ownership nature."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from ...core.errors import InputError
from ...core.survey.nature import Nature, nature_of, natures
from ...core.survey.schema import (
    OWNERSHIP_FIELDS,
    PRIME_FARMLAND_FIELDS,
    SURVEY_FIELDS,
    Field,
    GradeSystem,
    Kind,
    Role,
    fields_of,
    guess_role,
    guess_roles,
    match_fields,
    parse_field_map,
    quality_fields,
    require,
    split_village_code,
    standard_names,
    village_codes,
    village_of,
)

SECOND_SURVEY = [
    "BSM",
    "YSDM",
    "TBBH",
    "DLBM",
    "DLMC",
    "QSXZ",
    "QSDWDM",
    "QSDWMC",
    "ZLDWDM",
    "ZLDWMC",
    "GDLX",
    "GDPDJ",
    "KCDLBM",
    "TKXS",
    "TBMJ",
    "TKMJ",
    "TBDLMJ",
]
EDITION_2018 = [
    "BSM",
    "TBBH",
    "DLBM",
    "DLMC",
    "QSXZ",
    "GDPDJB",
    "XXTBKD",
    "TBXHDM",
    "GDZZSXDM",
    "GDDB",
    "KCXS",
    "KCMJ",
    "TBMJ",
    "TBDLMJ",
]
THIRD_SURVEY = [
    "BSM",
    "YSDM",
    "TBYBH",
    "TBBH",
    "DLBM",
    "DLMC",
    "QSXZ",
    "QSDWDM",
    "QSDWMC",
    "ZLDWDM",
    "ZLDWMC",
    "TBMJ",
    "KCDLBM",
    "KCXS",
    "KCMJ",
    "TBDLMJ",
    "GDLX",
    "GDPDJB",
    "XZDWKD",
    "TBXHDM",
    "TBXHMC",
    "ZZSXDM",
    "ZZSXMC",
    "GDDB",
    "FRDBS",
    "CZCSXM",
    "SJNF",
    "MSSM",
    "HDMC",
    "BZ",
]
CHINESE = [
    "标识码",
    "图斑编号",
    "地类编码",
    "地类名称",
    "权属性质",
    "权属单位名称",
    "坐落单位代码",
    "坐落单位名称",
    "图斑面积",
    "扣除地类系数",
    "耕地坡度级别",
]


def test_third_survey_names_are_themselves() -> None:
    found = match_fields(THIRD_SURVEY, SURVEY_FIELDS, {}, "DLTB")
    assert found == {field.name: field.name for field in SURVEY_FIELDS}
    assert set(THIRD_SURVEY) <= set(standard_names())


def test_second_survey_names() -> None:
    found = match_fields(SECOND_SURVEY, SURVEY_FIELDS, {}, "DLTB")
    assert {name: found[name] for name in ("GDPDJB", "KCXS", "KCMJ", "TBMJ")} == {
        "GDPDJB": "GDPDJ",
        "KCXS": "TKXS",
        "KCMJ": "TKMJ",
        "TBMJ": "TBMJ",
    }


def test_names_of_the_2018_edition() -> None:
    found = match_fields(EDITION_2018, SURVEY_FIELDS, {}, "DLTB")
    assert (found["ZZSXDM"], found["XZDWKD"]) == ("GDZZSXDM", "XXTBKD")


def test_chinese_names() -> None:
    found = match_fields(CHINESE, SURVEY_FIELDS, {}, "地类图斑")
    assert len(found) == len(CHINESE)
    assert (found["DLBM"], found["KCXS"], found["ZLDWMC"]) == ("地类编码", "扣除地类系数", "坐落单位名称")
    assert match_fields(["座落单位名称", "地类编码"], SURVEY_FIELDS, {}, "x")["ZLDWMC"] == "座落单位名称"


@pytest.mark.parametrize(
    "name",
    [
        "dlbm",
        "ＤＬＢＭ",
        " DLBM ",
        "Dlbm",
        "DLTB.DLBM",
        "DLTB_DLBM",
        "layer.DLBM",
        "DLBM_1",
        "地类编码_1",
        "地类编",
        "地类代码",
    ],
)
def test_spellings_of_one_field(name: str) -> None:
    assert match_fields(["fid", name, "KCDLBM"], SURVEY_FIELDS, {}, "layer")["DLBM"] == name


def test_the_own_name_wins_over_traces_of_joins() -> None:
    available = ["XZQ.DLBM", "DLBM_1", "DLBM", "地类编码"]
    assert match_fields(available, SURVEY_FIELDS, {}, "x")["DLBM"] == "DLBM"
    assert match_fields(["XZQ.BSM", "DLTB.BSM", "DLBM"], SURVEY_FIELDS, {}, "x")["BSM"] == "DLTB.BSM"


def test_names_cut_by_a_shapefile_are_used_only_when_they_mean_one_field() -> None:
    found = match_fields(["地类编", "权属单", "权属单_1", "扣除地类编", "耕地坡度级"], SURVEY_FIELDS, {}, "x")
    assert found["DLBM"] == "地类编" and found["GDPDJB"] == "耕地坡度级" and found["KCDLBM"] == "扣除地类编"
    assert "QSDWDM" not in found and "QSDWMC" not in found


def test_two_candidates_are_never_guessed() -> None:
    with pytest.raises(InputError) as refused:
        match_fields(["DLBM_1", "DLBM_2"], SURVEY_FIELDS, {}, "地类图斑")
    assert all(word in str(refused.value) for word in ("地类图斑", "DLBM_1", "DLBM_2", "DLBM=DLBM_1"))
    assert match_fields(["DLBM_1", "DLBM_2"], SURVEY_FIELDS, {"DLBM": "DLBM_2"}, "x")["DLBM"] == "DLBM_2"


def test_a_missing_field_is_named_with_near_misses() -> None:
    with pytest.raises(InputError) as refused:
        match_fields(["DLMB", "fid"], SURVEY_FIELDS, {}, "2023年图斑")
    assert all(word in str(refused.value) for word in ("2023年图斑", "DLBM", "地类编码", "DLMB"))
    with pytest.raises(InputError) as refused:
        match_fields(["x"], require(SURVEY_FIELDS, "TBMJ"), {}, "L")
    assert "DLBM" in str(refused.value) and "TBMJ" in str(refused.value)


def test_an_explicit_entry_is_no_wish() -> None:
    with pytest.raises(InputError) as refused:
        match_fields(["DLBM", "CODE1"], SURVEY_FIELDS, {"DLBM": "CODE"}, "L")
    assert all(word in str(refused.value) for word in ("DLBM=CODE", "L", "CODE1"))
    found = match_fields(["DLBM", "CODE"], SURVEY_FIELDS, {"DLBM": "code"}, "L")
    assert found["DLBM"] == "CODE"


def test_an_entry_for_the_survey_does_not_break_the_other_layers() -> None:
    entries = parse_field_map("DLBM=CODE;QLR=户主;PRIME_FARMLAND.KCXS=K")
    prime = match_fields(["DLBM", "K"], PRIME_FARMLAND_FIELDS, entries, "永农", Role.PRIME_FARMLAND)
    assert prime == {"DLBM": "DLBM", "KCXS": "K"}
    assert match_fields(["户主"], OWNERSHIP_FIELDS, entries, "权属", Role.OWNERSHIP) == {"QLR": "户主"}
    with pytest.raises(InputError, match="户主"):
        match_fields(["QLR"], OWNERSHIP_FIELDS, entries, "权属", Role.OWNERSHIP)
    with pytest.raises(InputError, match="=K"):
        match_fields(["KCXS"], PRIME_FARMLAND_FIELDS, entries, "永农", Role.PRIME_FARMLAND)


def test_a_field_map_in_any_punctuation() -> None:
    text = (
        "DLBM=地类编码；QSXZ＝权属、TBMJ = 面积\r\nkcxs=田坎系数\n地类名称=MC,PRIME_FARMLAND.BSM=x，；ZL=“甲、乙”;"
    )
    assert parse_field_map(text) == {
        "DLBM": "地类编码",
        "QSXZ": "权属",
        "TBMJ": "面积",
        "KCXS": "田坎系数",
        "DLMC": "MC",
        "PRIME_FARMLAND.BSM": "x",
        "ZL": "甲、乙",
    }
    assert parse_field_map(None) == parse_field_map("") == parse_field_map(" ;；\n") == {}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("DLBM", "DLBM"),
        ("DLBM=", "DLBM="),
        ("=地类", "=地类"),
        ("DLBM=a=b", "DLBM=a=b"),
        ("DLBM==a", "DLBM==a"),
        ("QSXZ=q;WRONG=a", "WRONG=a"),
        ("DLBN=a", "DLBM"),
        ("DLBM=a;地类编码=b", "DLBM"),
        ("NO.DLBM=a", "NO.DLBM=a"),
        ("DLBM='", "DLBM="),
        ('"DLBM=a', '"DLBM=a'),
        (".DLBM=a", ".DLBM=a"),
        ("{DLBM}=a", "{DLBM}=a"),
        ('{"DLBM": "a"}', "DLBM"),
    ],
)
def test_a_senseless_field_map_is_refused_by_its_part(text: str, part: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_field_map(text)
        match_fields(["a"], SURVEY_FIELDS, parse_field_map(text), "L")
    assert part in str(refused.value)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="DLBMQS=＝;；、,\"'“”.{}% \n\0地", max_size=30))
def test_any_field_map_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        entries = parse_field_map(text)
    except InputError as refused:
        assert str(refused)
    else:
        assert all(entries.values())


def test_no_layer_field_serves_twice_unasked() -> None:
    found = match_fields(["GDDB", "DLBM", "等别"], (*SURVEY_FIELDS, Field("GDDJ", Kind.NUMBER)), {}, "x")
    assert len(set(found.values())) == len(found)


def test_grade_layers_of_both_systems() -> None:
    national, quality = GradeSystem.NATIONAL15, GradeSystem.QUALITY10
    assert match_fields(["等别"], quality_fields(national), {}, "x")["GDDB"] == "等别"
    assert match_fields(["质量等级"], quality_fields(quality), {}, "x")["GDDJ"] == "质量等级"
    with pytest.raises(InputError, match="GDDJ"):
        match_fields(["GDDB"], fields_of(Role.QUALITY, quality), {}, "x")


def test_older_prime_farmland_layers() -> None:
    found = match_fields(
        ["BSM", "JBNTTBBH", "DLBM", "PDJB", "TKMJ", "TBMJ", "JBNTMJ"], PRIME_FARMLAND_FIELDS, {}, "YJJBNTTB"
    )
    assert (found["YJJBNTMJ"], found["KCMJ"], found["GDPDJB"]) == ("JBNTMJ", "TKMJ", "PDJB")


@pytest.mark.parametrize(
    ("name", "fields", "role"),
    [
        ("DLTB", THIRD_SURVEY, Role.SURVEY),
        ("371502DLTB", THIRD_SURVEY, Role.SURVEY),
        ("2023年地类图斑", CHINESE, Role.SURVEY),
        ("导入图层", SECOND_SURVEY, Role.SURVEY),
        ("YJJBNTBHTB", [*THIRD_SURVEY, "YJJBNTTBMJ", "YJJBNTMJ"], Role.PRIME_FARMLAND),
        ("图层2", [*THIRD_SURVEY, "YJJBNTTBMJ", "YJJBNTMJ", "YJJBNTTBBH"], Role.PRIME_FARMLAND),
        ("永久基本农田", ["ID"], Role.PRIME_FARMLAND),
        ("stbhhx", [], Role.ECO_REDLINE),
        ("CZKFBJ", ["GHFQDM", "GHFQMC"], Role.URBAN_BOUNDARY),
        ("GHDLTB", ["GHDLBM", "GHDLMC"], Role.PLAN),
        ("JTTDSYQ", ["QLR"], Role.OWNERSHIP),
        ("耕地质量等别", ["GDDB"], Role.QUALITY),
        ("已批建设用地", ["PZWH"], Role.APPROVED),
        ("项目用地红线", ["XMMC"], Role.FOOTPRINTS),
        ("DLTBGX", THIRD_SURVEY[:6], None),
        ("道路", ["name"], None),
        ("", [], None),
    ],
)
def test_roles_by_name_and_fields(name: str, fields: list[str], role: Role | None) -> None:
    assert guess_role(name, fields) is role


def test_of_two_surveys_the_later_is_the_survey() -> None:
    layers = [("DLTB2022", THIRD_SURVEY), ("DLTB2023", THIRD_SURVEY), ("用地红线", []), ("道路", [])]
    assert guess_roles(layers) == {Role.SURVEY: 1, Role.FORMER_SURVEY: 0, Role.FOOTPRINTS: 2}


def test_a_survey_without_a_year_is_the_current_one() -> None:
    layers = [("DLTB_2019", THIRD_SURVEY), ("DLTB", THIRD_SURVEY), ("DLTB2021", THIRD_SURVEY)]
    assert guess_roles(layers) == {Role.SURVEY: 1, Role.FORMER_SURVEY: 2}
    assert guess_roles([("DLTB", THIRD_SURVEY), ("DLTB", THIRD_SURVEY)]) == {Role.SURVEY: 0}


def test_village_codes_are_cut_level_by_level() -> None:
    code = split_village_code("3715021012080001234")
    assert (code.county, code.township, code.village, code.group) == (
        "371502",
        "371502101",
        "371502101208",
        "0001234",
    )
    assert split_village_code("3715021012080000000").group == ""
    short = split_village_code("371502101")
    assert (short.township, short.village, short.group) == ("371502101", "", "")
    for nonsense in (None, "", "无", "37", float("nan")):
        assert split_village_code(nonsense).county == ""
    columns = village_codes(np.array(["371502101208", None, "371502101208"], dtype=object))
    assert list(columns["village"]) == ["371502101208", "", "371502101208"]


def test_a_place_without_a_village_is_told_by_what_is_written() -> None:
    assert village_of("3715021012080001234") == village_of(" 371502 101208") == village_of("３７１５０２１０１２０８") == "371502101208"
    assert [village_of(code) for code in ("371502101", " 无 ", "37150210120X88", "", None, float("nan"))] == [
        "371502101",
        "无",
        "37150210120X",
        "",
        "",
        "",
    ]


def test_ownership_nature() -> None:
    assert [nature_of(code) for code in ("10", "20", "30", "40", "34", "国有", "集体 ", "99", None)] == [
        Nature.STATE,
        Nature.STATE,
        Nature.COLLECTIVE,
        Nature.COLLECTIVE,
        Nature.COLLECTIVE,
        Nature.STATE,
        Nature.COLLECTIVE,
        Nature.UNKNOWN,
        Nature.UNKNOWN,
    ]
    assert list(natures(np.array(["20", "30", None], dtype=object))) == [
        Nature.STATE,
        Nature.COLLECTIVE,
        Nature.UNKNOWN,
    ]
