"""Rules as data: every shipped file is sound, broken ones are refused by file and line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ...core.checking.job import CHECK_TITLES
from ...core.errors import InputError
from ...core.occupation.presets import Preset
from ...core.resources import read_facts, resource
from ...core.rules import Status, load_rules
from ...core.service.coverage.titles import CHECK_TITLES as SERVICE_CHECKS
from ...core.village.checks.titles import CHECK_TITLES as PLAN_CHECKS

HEADER = "key,year,value,kind,choices,source,status\n"


def test_shipped_rules() -> None:
    rules = load_rules()
    assert rules.number("border_tolerance_m") == Decimal("0.002")
    assert rules.number("area_tolerance_percent") == 1
    assert rules.get("class_1201_major").value == "construction"
    assert rules.get("border_tolerance_m").status is Status.DEFAULT
    assert all(rule.source and rule.meaning for versions in rules.by_key.values() for rule in versions)


def test_no_shipped_rule_is_without_effect() -> None:
    """Who changes a rule expects something to change."""
    root = resource("rules").parent.parent
    sources = [path.read_text(encoding="utf-8") for floor in ("core", "processing") for path in (root / floor).rglob("*.py")]
    presets = [preset.value for preset in Preset if preset is not Preset.CUSTOM]
    by_preset = {f"{preset}_{what}" for preset in presets for what in ("area_method", "master", "unit_m2")}
    unused = {key for key in load_rules().by_key if not any(f'"{key}"' in source for source in sources)}
    by_check = {f"check_{check}" for check in (*CHECK_TITLES, *SERVICE_CHECKS, *PLAN_CHECKS)}
    assert unused == by_preset | by_check


def test_every_shipped_fact_says_where_it_is_from() -> None:
    files = [*resource("codes").glob("*.csv"), *resource("rules").glob("*.csv")]
    assert len(files) >= 12
    for path in files:
        header = path.read_text(encoding="utf-8-sig").splitlines()[0].split(",")
        assert any(column.startswith(("source", "origin")) for column in header), path.name


SHOWN = ("stable_rules.csv", "inout_kinds.csv", "inout_exemptions.csv", "capacity.csv", "road_speeds.csv")
"""Tables of codes whose sources stand in workbooks, beside those of the rules."""


def test_sources_that_workbooks_show_are_chinese_as_meanings_are() -> None:
    files = [*resource("rules").glob("*.csv"), *(resource("codes", name) for name in SHOWN)]
    rows = [(path.name, row) for path in files for row in read_facts(path, ("source",))]
    texts = [(name, row.text(column)) for name, row in rows for column in ("source", "meaning") if row.text(column)]
    assert len(texts) > 600
    assert [text for text in texts if not any("\u4e00" <= letter <= "\u9fff" for letter in text[1])] == []


def test_the_rule_of_a_year(tmp_path) -> None:
    path = tmp_path / "ratio.csv"
    path.write_text(
        HEADER + "ratio,,40,number,,a,seen\nratio,2021,50,number,,b,seen\nratio,2023,60,number,,c,statutory\n"
    )
    rules = load_rules([path])
    values = [rules.get("ratio", year).value for year in (2020, 2021, 2022, 2023, 2030, None)]
    assert values == ["40", "50", "50", "60", "60", "60"]
    with pytest.raises(InputError, match="nothing"):
        rules.get("nothing", 2021)


def test_a_later_file_wins_and_a_changed_value_asks_to_be_confirmed(tmp_path) -> None:
    ours, theirs = tmp_path / "a.csv", tmp_path / "b.csv"
    ours.write_text(HEADER + "width,,1.50,number,,ours,statutory\n")
    theirs.write_text(HEADER + "width,,2,number,,theirs,seen\n")
    assert load_rules([ours, theirs]).get("width").source == "theirs"
    rules = load_rules([ours])
    kept = rules.replaced({"width": "1.50"}, "settings").get("width")
    assert (kept.source, kept.status) == ("ours", Status.STATUTORY)
    changed = rules.replaced({"width": "3"}, "settings").get("width")
    assert (changed.number(), changed.source, changed.status) == (3, "settings", Status.DEFAULT)
    for values in ({"width": "wide"}, {"width": "-1"}, {"width": "NaN"}, {"width": ""}, {"unknown": "1"}):
        with pytest.raises(InputError):
            rules.replaced(values, "settings")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (",,1,number,,s,seen", ["line 2", "key"]),
        ("k,,,number,,s,seen", ["line 2", "value"]),
        ("k,,1,number,,,seen", ["line 2", "source"]),
        ("k,,one,number,,s,seen", ["line 2", "one", "k"]),
        ("k,,1.5,whole,,s,seen", ["line 2", "1.5"]),
        ("k,,x,choice,a|b,s,seen", ["line 2", "x"]),
        ("k,20x4,1,number,,s,seen", ["line 2", "20x4"]),
        ("k,,1,number,,s,certain", ["line 2", "certain"]),
        ("k,,1,magic,,s,seen", ["line 2", "magic"]),
        ("k,,1,number,,s,seen\nk,,2,number,,s,seen", ["line 3", "k", "twice"]),
    ],
)
def test_broken_rules_name_file_and_line(tmp_path, row: str, words: list[str]) -> None:
    path = tmp_path / "broken.csv"
    path.write_text(HEADER + row + "\n")
    with pytest.raises(InputError) as refused:
        load_rules([path])
    assert all(word in str(refused.value) for word in ["broken.csv", *words])


def test_a_common_choice_is_printed_in_words_with_what_the_file_says() -> None:
    rules = load_rules()
    assert str(rules.get("check_value_missing").printed()) == "error (error)"
    assert rules.get("check_value_missing").printed().said(lambda text: {"error": "错误"}.get(text, text)) == "错误 (error)"
    assert rules.get("adjoining_distance_m").printed() == "1 米"
