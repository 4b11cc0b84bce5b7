"""The class table of a plan: single codes, names beside codes, mixtures, and what people say."""

from __future__ import annotations

import csv

import pytest

from ....core.errors import InputError
from ....core.resources import resource
from ....core.village.class_version import judge_version, require_judged

BOTH = ("ydyh2020", "ydyh2023")


def names(version):
    with resource("codes", f"{version}.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


OLD, NEW = names("ydyh2020"), names("ydyh2023")


@pytest.mark.parametrize("code", sorted(set(OLD) ^ set(NEW)))
def test_a_code_that_one_version_alone_has_decides(code):
    judged = judge_version([("0101", ""), (code, "")], BOTH)
    assert judged.version == ("ydyh2020" if code in OLD else "ydyh2023")
    assert judged.notice is None


@pytest.mark.parametrize("code", sorted(code for code in set(OLD) & set(NEW) if OLD[code] != NEW[code]))
def test_a_code_of_two_meanings_asks_and_its_name_decides(code):
    assert judge_version([(code, "")], BOTH).version == ""
    with pytest.raises(InputError, match=code):
        require_judged(judge_version([(code, "")], BOTH))
    assert judge_version([(code, OLD[code])], BOTH).version == "ydyh2020"
    assert judge_version([(code, NEW[code])], BOTH).version == "ydyh2023"


def test_what_means_the_same_in_both_makes_no_difference():
    same = [(code, "") for code in sorted(set(OLD) & set(NEW)) if OLD[code] == NEW[code]]
    assert len(same) > 80
    judged = judge_version(same, BOTH)
    assert judged.version == "ydyh2023" and not judged.votes


def test_a_mixture_is_told_with_both_sides_and_what_people_say_is_taken():
    mixed = [("0604", ""), ("060201", "")]
    with pytest.raises(InputError, match=r"0604.*060201"):
        require_judged(judge_version(mixed, BOTH))
    judged = judge_version(mixed, BOTH, "ydyh2023")
    assert judged.version == "ydyh2023" and "0604" in str(judged.notice)
    assert judge_version([("060201", "")], BOTH, "ydyh2023").notice is None


def test_unknown_codes_speak_for_none():
    assert judge_version([("9999", ""), ("", ""), ("甲", "水田")], BOTH).version == "ydyh2023"
