"""Plan profiles: what ships is whole, what is wrong is named with its place."""

from __future__ import annotations

import copy
import csv
import json
from pathlib import Path

import pytest

from ....core.errors import InputError
from ....core.resources import resource
from ....core.survey.classes import load_code_table
from ....core.village.profile import (
    PLAN_CODE_LISTS,
    PlanGeometry,
    PlanNeed,
    PlanRole,
    load_profile,
    profiles_in,
    shipped_profiles,
)

FUJIAN = resource("profiles", "fujian.json")


@pytest.fixture
def data():
    return copy.deepcopy(json.loads(FUJIAN.read_text(encoding="utf-8")))


def written(folder: Path, data: object) -> Path:
    path = folder / "own.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def test_the_general_profile_comes_first_and_all_load():
    paths = shipped_profiles()
    assert [path.stem for path in paths][:1] == ["general"]
    for path in paths:
        profile = load_profile(path)
        assert profile.layer(PlanRole.PLAN) is not None
        assert profile.village_digits + profile.sequence_digits == 20
        for version in profile.classes:
            assert load_code_table(version).known("0703")


def test_code_lists_of_fields_are_there():
    for name in PLAN_CODE_LISTS.values():
        with resource("codes", name).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len({row["code"] for row in rows}) == len(rows) > 1


def test_fujian_has_the_layers_and_fields_of_the_published_database():
    profile = load_profile(FUJIAN)
    polygons = [each.names[0] for each in profile.layers if each.geometry is PlanGeometry.POLYGON]
    assert {"CJDCQ", "JQDLTB", "GHDLTB", "GKBJ", "LSWHBHQ"} <= set(polygons)
    base = profile.layer(PlanRole.BASE)
    assert base is not None and [field.name for field in base.fields] == (
        [
            "BSM",
            "YSDM",
            "TBBH",
            "JQDLBM",
            "JQDLMC",
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
            "SJNF",
            "BZ",
        ]
    )
    assert base.ysdm == "2003010100" and base.field("JQDLBM").need is PlanNeed.MANDATORY
    assert base.field("NOTHING") is None


def test_names_are_ranked_by_pattern():
    plan = load_profile(resource("profiles", "general.json")).layer(PlanRole.PLAN)
    assert plan.rank("ghdltb") == 0 and plan.rank("规划用地") > 0
    assert plan.rank("某村规划用地2035") > plan.rank("规划用地")
    assert plan.rank("DLTB") is None


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda d: d.pop("title"), "title"),
        (lambda d: d.update(classes=[]), "classes"),
        (lambda d: d.update(village_digits="12"), "village_digits"),
        (lambda d: d["groups"][0].pop("layers"), "groups[0].layers"),
        (lambda d: d["groups"][0]["layers"][0].update(role="plans"), "groups[0].layers[0].role"),
        (lambda d: d["groups"][0]["layers"][1].update(names=[]), "groups[0].layers[1].names"),
        (lambda d: d["groups"][0]["layers"][1].update(geometry="area"), "groups[0].layers[1].geometry"),
        (lambda d: d["groups"][0]["layers"][1]["fields"][2].update(kind="Char"), "groups[0].layers[1].fields[2].kind"),
        (
            lambda d: d["groups"][0]["layers"][1]["fields"][2].update(values="zones"),
            "groups[0].layers[1].fields[2].values",
        ),
        (lambda d: d["groups"][0]["layers"][1]["fields"][2].update(length=-1), "groups[0].layers[1].fields[2].length"),
        (lambda d: d["groups"][0]["layers"][1]["fields"][2].update(name="A B"), "groups[0].layers[1].fields[2].name"),
        (lambda d: d["groups"][0]["layers"].append(d["groups"][0]["layers"][0]), "plan_facilities"),
        (lambda d: d.update(structure=["01"]), "structure[0]"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path, data, change, place):
    load_profile(written(tmp_path, data))
    load_profile.cache_clear()
    change(data)
    with pytest.raises(InputError) as refused:
        load_profile(written(tmp_path, data))
    load_profile.cache_clear()
    assert place in str(refused.value) and "own.json" in str(refused.value)


def test_what_is_no_json_is_refused_with_its_line(tmp_path):
    path = tmp_path / "own.json"
    path.write_text('{\n "title": \n}', encoding="utf-8")
    with pytest.raises(InputError, match=r"own.json, line 3"):
        load_profile(path)


def test_a_bureaus_own_file_takes_the_place_of_ours(tmp_path, data):
    own = tmp_path / "fujian.json"
    own.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "county.json").write_text("{}", encoding="utf-8")
    found = profiles_in([tmp_path])
    assert found["fujian"] == own and next(iter(found)) == "general" and "county" in found


@pytest.mark.parametrize(
    ("field", "condition", "place"),
    [
        ("GDLX", {"NOPE": ["1"]}, "required_when"), ("GDLX", {"KCXS": ["1"]}, "required_when"), ("GDLX", {"GDLX": ["1"]}, "required_when"),
        ("GDLX", {"JQDLBM": []}, "required_when.JQDLBM"), ("GDLX", {"JQDLBM": "01*"}, "required_when.JQDLBM"),
        ("GDLX", {"JQDLBM": [">0"]}, "required_when"), ("GDLX", ["JQDLBM"], "required_when"), ("TBMJ", {"JQDLBM": ["01*"]}, "need"),
    ],
)  # fmt: skip
def test_conditions_that_mean_nothing_are_refused(data, tmp_path, field, condition, place):
    base = next(layer for group in data["groups"] for layer in group["layers"] if layer["role"] == "base")
    number = next(row for row, each in enumerate(base["fields"]) if each["name"] == field)
    base["fields"][number]["required_when"] = condition
    with pytest.raises(InputError) as raised:
        load_profile(written(tmp_path, data))
    said = str(raised.value)
    assert "own.json" in said and f".fields[{number}].{place}" in said
