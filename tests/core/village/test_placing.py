"""Coordinates without a system: what fits, and what does not."""

from __future__ import annotations

import pytest

from ....core.village.placing import Placing, fits, propose


@pytest.mark.parametrize(
    ("bounds", "placing", "first"),
    [
        ((115.9, 36.4, 116.1, 36.6), Placing.DEGREES, "EPSG:4490"),
        ((39_410_000, 4_030_000, 39_420_000, 4_040_000), Placing.ZONED, "EPSG:4527"),
        ((20_410_000, 4_030_000, 20_420_000, 4_040_000), Placing.ZONED, "EPSG:4498"),
        ((410_000, 4_030_000, 420_000, 4_040_000), Placing.UNZONED, None),
        ((4_030_000, 39_410_000, 4_040_000, 39_420_000), Placing.SWAPPED, None),
        ((1, 2, 3, 4), Placing.STRANGE, None),
        ((float("nan"), 0, 1, 1), Placing.STRANGE, None),
        ((12_900_000, 4_350_000, 12_950_000, 4_400_000), Placing.STRANGE, None),
    ],
)
def test_what_coordinates_look_like(bounds, placing, first):
    proposal = propose(bounds)
    assert proposal.placing is placing
    if first is not None:
        assert proposal.systems == (first,) and proposal.certain
    else:
        assert not proposal.certain


def test_without_a_zone_the_other_layers_come_first():
    proposal = propose((410_000, 4_030_000, 420_000, 4_040_000), ["EPSG:4527", "EPSG:3857", ""])
    assert proposal.systems[0] == "EPSG:4548"
    assert len(proposal.systems) == len(set(proposal.systems)) == 21


@pytest.mark.parametrize(
    ("epsg", "bounds", "can_be"),
    [
        (4527, (39_410_000, 4_030_000, 39_420_000, 4_040_000), True),
        (4526, (39_410_000, 4_030_000, 39_420_000, 4_040_000), False),
        (4548, (39_410_000, 4_030_000, 39_420_000, 4_040_000), False),
        (4548, (410_000, 4_030_000, 420_000, 4_040_000), True),
        (4527, (410_000, 4_030_000, 420_000, 4_040_000), False),
        (4490, (410_000, 4_030_000, 420_000, 4_040_000), False),
        (4490, (115.9, 36.4, 116.1, 36.6), True),
        (4527, (115.9, 36.4, 116.1, 36.6), False),
        (3857, (12_900_000, 4_350_000, 12_950_000, 4_400_000), True),
    ],
)
def test_whether_a_system_can_be_true(epsg, bounds, can_be):
    assert fits(epsg, bounds) is can_be
