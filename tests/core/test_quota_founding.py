"""Whose books a new ledger has, as people write them."""

from __future__ import annotations

import pytest

from ...core.errors import InputError
from ...core.quota.founding import Unit, holders_of_units, level_of_code, units_of_text
from ...core.sentence import sentence


def holders(text):
    return holders_of_units(units_of_text(text))


def test_a_county_alone():
    (only,) = holders(" 371526 = 高唐县 ")
    assert (only.code, only.name, only.level, only.region, only.upper, only.order) == (
        "371526", "高唐县", "county", "371526", "", 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "371526=高唐县;371500=聊城市;371502=东昌府区;3715K1=开发区",
        "371526，高唐县；371500，聊城市；371502，东昌府区；3715K1，开发区",
        "371526\t高唐县\n371500\t聊城市\n\n371502\t东昌府区\r\n3715K1\t开发区\n",
        "371526=高唐县=county;371500=聊城市=市本级;371502=东昌府区=district;3715K1=开发区=zone;",
    ],
)
def test_a_city_is_first_and_above_the_others(text):
    found = holders(text)
    assert [(holder.code, holder.level, holder.upper, holder.order) for holder in found] == [
        ("371500", "city", "", 0), ("371526", "county", "371500", 1), ("371502", "district", "371500", 2),
        ("3715K1", "zone", "371500", 3),
    ]  # fmt: skip
    assert [holder.region for holder in found] == ["371500", "371526", "371502", ""]


def test_a_county_with_its_zone():
    assert [holder.code for holder in holders("GTKFQ=高唐开发区;371526=高唐县")] == ["371526", "GTKFQ"]


@pytest.mark.parametrize(
    ("code", "level"),
    [("370100", "city"), ("370101", "district"), ("370120", "district"), ("370121", "county"), ("370181", "county"),
     ("370199", "county"), ("3701", "zone"), ("KFQ", "zone"), ("37010000", "zone")],
)  # fmt: skip
def test_the_level_by_the_code(code, level):
    assert level_of_code(code) == level


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("高唐县", "code=name"),
        ("371526=高唐县=county=x", "code=name"),
        ("371526=", "holder 1"),
        ("37 15=高唐县", "holder 1"),
        ("高唐=371526", "holder 1"),
        ("371500=聊城市;371526=高唐县;371526=冠县", "holder 3"),
        ("371500=聊城市;371526=高唐县;371525=高唐县", "holder 3"),
        ("371500=聊城市;371526=高唐县=省", "no level"),
        ("371526=高唐县;371525=冠县", "must be the city"),
        ("371500=聊城市;371400=德州市", "must be the city"),
        (" ; \n", "at least one"),
    ],
)
def test_what_can_not_be_is_refused_with_the_place(text, said):
    with pytest.raises(InputError, match=said):
        holders(text)


def test_rows_of_a_table_are_named():
    with pytest.raises(InputError, match="row 4"):
        holders_of_units([Unit(sentence("row {number}", number=4), "", "高唐县")])


@pytest.mark.parametrize("comma", [",", "，", "、", "， "])
def test_commas_part_holders_too(comma):
    """As a clerk writes them: any comma between, full-width equals signs; a comma inside a row still parts its cells."""
    written = f"371500=聊城市{comma}371526＝高唐县{comma}371525=冠县=county"
    assert units_of_text(written) == [
        Unit(unit.place, code, name, level)
        for unit, (code, name, level) in zip(
            units_of_text("371500=聊城市;371526=高唐县;371525=冠县=county"),
            (("371500", "聊城市", ""), ("371526", "高唐县", ""), ("371525", "冠县", "county")),
        )
    ]
    assert [(unit.code, unit.name, unit.level) for unit in units_of_text("371500,聊城市,city\n371526，高唐县")] == [
        ("371500", "聊城市", "city"), ("371526", "高唐县", ""),
    ]
