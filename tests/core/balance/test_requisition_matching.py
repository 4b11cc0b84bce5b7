"""Matching of projects and lots against brute force (which knows neither weights nor programmes) and against bounds."""

from __future__ import annotations

import datetime
import itertools
import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings, strategies as st

from ....core.area import Area
from ....core.balance.demand import Demand, ProjectType, Regime
from ....core.balance.indicators import NOTHING, Indicators
from ....core.balance.lots import Lot
from ....core.balance.requisition.choices import Choices, Pin, parse_choices
from ....core.balance.requisition.matching import Task, match
from ....core.balance.requisition.model import Outcome, Why
from ....core.balance.requisition.policy import Policy
from ....core.balance.requisition.stages import Aim
from ....core.errors import Cancelled, InputError
from ....core.rules import load_rules
from ....core.survey.schema import GradeSystem

STEP = 1500
DAY = datetime.date(2023, 6, 1)


def project(code: str, quantity: int, paddy: int = 0, capacity: int = 0, region: str = "371502", day=DAY, **more) -> Demand:
    """A project whose areas are given in steps of 0.0001 ha."""
    need = Indicators(quantity * STEP, paddy * STEP, capacity)
    return Demand(code, f"项目{code}", region, ProjectType.BATCH, need, effective=day, **more)


def lot(code: str, quantity: int, paddy: int = 0, capacity: int = 0, region: str = "371502", **more) -> Lot:
    """A lot whose areas are given in steps of 0.0001 ha."""
    return Lot(code, f"储备{code}", region, "consolidation", Indicators(quantity * STEP, paddy * STEP, capacity), **more)


def matched(demands, lots, policy: Policy | None = None, choices: Choices | None = None, **more):
    return match(Task(demands, lots, policy or Policy(), choices or Choices(), **more))


def by_project(found) -> dict[str, dict[str, Indicators]]:
    amounts: dict[str, dict[str, Indicators]] = {}
    for draw in found.draws:
        amounts.setdefault(draw.project, {})[draw.lot] = draw.amounts
    return amounts


# ---------------------------------------------------------------------------------------------------------- brute force


def best_of_one(needs, lefts, other, groups):
    """All best allocations of one indicator, by looking at each: key and the sets of lots they use. Best is, in this order:
    least short in total, then the earliest project, the next …; least from other counties; most from the first lots."""
    cells = [(i, j) for i in range(len(needs)) for j in range(len(lefts))]
    best, masks = None, set()
    for amounts in itertools.product(*(range(min(needs[i], lefts[j]) + 1) for i, j in cells)):
        taken, served = [0] * len(lefts), [0] * len(needs)
        elsewhere = 0
        for (i, j), amount in zip(cells, amounts):
            taken[j] += amount
            served[i] += amount
            elsewhere += amount if other[i][j] else 0
        if any(t > left for t, left in zip(taken, lefts)) or any(s > need for s, need in zip(served, needs)):
            continue
        shorts = [need - s for need, s in zip(needs, served)]
        order = tuple(-sum(taken[j] for j in range(len(lefts)) if groups[j] == group) for group in sorted(set(groups)))
        key = (sum(shorts), tuple(shorts), elsewhere, order)
        mask = frozenset(j for j, amount in enumerate(taken) if amount)
        if best is None or key < best:
            best, masks = key, {mask}
        elif key == best:
            masks.add(mask)
    return best, masks


small = st.integers(0, 3)


@st.composite
def little_cases(draw):
    projects, lots = draw(st.sampled_from([(1, 3), (2, 2), (2, 3), (3, 2)]))
    needs = [[draw(small) for _ in range(3)] for _ in range(projects)]
    lefts = [[draw(small) for _ in range(3)] for _ in range(lots)]
    counties = [draw(st.sampled_from("12")) for _ in range(projects)], [draw(st.sampled_from("12")) for _ in range(lots)]
    groups = [draw(st.integers(0, 1)) for _ in range(lots)]
    return needs, lefts, counties, groups


@given(little_cases())
@settings(max_examples=120, deadline=None)
def test_decoupled_is_the_best_that_brute_force_finds(case):
    needs, lefts, (of_projects, of_lots), groups = case
    demands = [
        project(f"P{i}", *need, region=f"37150{of_projects[i]}", day=DAY + datetime.timedelta(i)) for i, need in enumerate(needs)
    ]
    lots = [
        lot(f"L{j}", *left, region=f"37150{of_lots[j]}", entered=datetime.date(2020 + groups[j], 1, 1))
        for j, left in enumerate(lefts)
    ]
    found = matched(demands, lots)
    other = [[a != b for b in of_lots] for a in of_projects]
    keys, masks = [], []
    for k in range(3):
        key, of_one = best_of_one([n[k] for n in needs], [n[k] for n in lefts], other, groups)
        keys.append(key)
        masks.append(of_one)
    unit = (STEP, STEP, 1)
    for k in range(3):
        shorts = tuple(each.short[k] // unit[k] for each in found.settlements)
        elsewhere = sum(draw.amounts[k] // unit[k] for draw in found.draws if draw.other_county)
        order = tuple(
            -sum(found.drawn_from(f"L{j}")[k] // unit[k] for j in range(len(lots)) if groups[j] == group)
            for group in sorted(set(groups))
        )
        assert (sum(shorts), shorts, elsewhere, order) == keys[k]
    fewest = min(len(frozenset().union(*chosen)) for chosen in itertools.product(*masks))
    assert len({draw.lot for draw in found.draws}) == fewest
    assert found.gap == 0
    assert all(stage.certified for stage in found.stages if stage.aim is not Aim.LOTS)


@given(little_cases())
@settings(max_examples=60, deadline=None)
@example(case=([[0, 0, 0], [0, 0, 2], [0, 1, 1]], [[0, 1, 0], [0, 1, 1]], (["1"] * 3, ["1"] * 2), [0, 0]))
def test_coupled_is_no_worse_than_brute_force_on_a_coarse_grid(case):
    """Lots in coarse steps of 100; every allocation in coarse steps is one that the fine matching could take."""
    needs, lefts, _, _ = case
    coarse = 100
    # Proportions come out whole: what a coarse step of a lot brings is `left` of the others.
    lots = [lot(f"L{j}", 2 * coarse, 2 * coarse * left[1], 2 * coarse * left[2]) for j, left in enumerate(lefts)]
    demands = [project(f"P{i}", *(coarse * n for n in need), day=DAY + datetime.timedelta(i)) for i, need in enumerate(needs)]
    found = matched(demands, lots, Policy(decoupled=False))
    best = None
    cells = [(i, j) for i in range(len(needs)) for j in range(len(lots))]
    for amounts in itertools.product(range(3), repeat=len(cells)):
        taken = [0] * len(lots)
        got = [[0, 0, 0] for _ in needs]
        for (i, j), amount in zip(cells, amounts):
            taken[j] += amount
            for k, ratio in enumerate((1, lefts[j][1], lefts[j][2])):
                got[i][k] += amount * ratio
        if max(taken) > 2:
            continue
        lacks = [[max(wanted - given, 0) for wanted, given in zip(need, have)] for need, have in zip(needs, got)]
        short = tuple(map(sum, zip(*lacks)))
        # Of equal shortfalls the one that later projects bear.
        borne = sum((len(needs) - place) * sum(own) for place, own in enumerate(lacks))
        waste = tuple(sum(max(have[k] - need[k], 0) for need, have in zip(needs, got)) for k in (1, 2))
        key = (short, borne, waste)
        best = key if best is None or key < best else best
    unit = (STEP * coarse, STEP * coarse, coarse)
    ours = tuple(found.short[k] / unit[k] for k in range(3))
    # Whole steps may cost a step a draw: far less than a coarse step.
    slack = 0.01 * (len(cells) + 1)
    for k in range(3):
        if all(abs(ours[k2] - best[0][k2]) < slack for k2 in range(k)):
            assert ours[k] <= best[0][k] + slack
    if all(abs(one - other) < slack for one, other in zip(ours, best[0])):
        paddy = sum(max(each.difference.paddy, 0) for each in found.settlements) / unit[1]
        lacking = [sum(each.difference.shortfall[k] / unit[k] for k in range(3)) for each in found.settlements]
        ours_borne = sum((len(needs) - place) * own for place, own in enumerate(lacking))
        assert ours_borne <= best[1] + slack * len(needs) * 3
        # The finer matching may spare the earlier ones more and waste for it; where it spares them as much, it wastes no more.
        if ours_borne > best[1] - slack:
            assert paddy <= best[2][0] + slack * 4
    for each in found.lots.values():  # in proportion of what the lot has, to the unit
        drawn = found.drawn_from(each.code)
        for k in (1, 2):
            expected = drawn.quantity * each.remaining[k] / each.remaining.quantity
            assert abs(drawn[k] - expected) <= (STEP, STEP, 1)[k] * 1.001


# ---------------------------------------------------------------------------------------------------------- larger cases


def county_case(projects: int, lots: int, seed: int, plenty: float):
    """A made-up reserve and made-up projects of eight counties."""
    chance = random.Random(seed)
    demands, stock = [], []
    for i in range(projects):
        quantity = chance.randrange(20, 9000)
        paddy = quantity * chance.choice([0, 0, 1, 2]) // 4
        day = datetime.date(2023, 1, 1) + datetime.timedelta(chance.randrange(365))
        region = f"37150{chance.randrange(8) + 1}"
        demands.append(project(f"P{i:03d}", quantity, paddy, quantity * chance.randrange(700, 1200) // 700, region, day))
    total = [sum(each.need[k] for each in demands) // unit for k, unit in enumerate((STEP, STEP, 1))]
    for j in range(lots):
        amounts = [int(whole * plenty / lots * chance.uniform(0.2, 1.8)) for whole in total]
        if chance.random() < 0.2:
            amounts[0] = 0
        entered = datetime.date(2019 + chance.randrange(4), 1 + chance.randrange(12), 1)
        stock.append(lot(f"L{j:03d}", *amounts, region=f"37150{chance.randrange(8) + 1}", entered=entered))
    return demands, stock


@pytest.mark.parametrize("plenty", [0.7, 1.6])
def test_whole_counties_reach_the_bound(plenty):
    demands, stock = county_case(60, 80, 3, plenty)
    found = matched(demands, stock)
    assert found.gap == 0
    for k, name in enumerate(("quantity", "paddy", "capacity")):
        # Every lot may serve every project here, so as much is short as the whole reserve lacks.
        lacking = sum(each.need[k] for each in demands) - sum(each.remaining[k] for each in stock)
        assert getattr(found.short, name) == max(lacking, 0)
    own = {region: [0, 0, 0] for region in {each.region for each in (*demands, *stock)}}
    for each in stock:
        own[each.region] = [a + b for a, b in zip(own[each.region], each.remaining)]
    if plenty > 1:
        wanted = {region: [0, 0, 0] for region in own}
        for each in demands:
            wanted[each.region] = [a + b for a, b in zip(wanted[each.region], each.need)]
        for k in range(3):
            elsewhere = sum(draw.amounts[k] for draw in found.draws if draw.other_county)
            assert elsewhere == sum(max(wanted[region][k] - own[region][k], 0) for region in own)


@pytest.mark.parametrize("decoupled", [True, False])
def test_the_order_of_the_rows_has_no_say(decoupled):
    demands, stock = county_case(25, 30, 8, 1.1)
    policy = Policy(decoupled=decoupled)
    first = matched(demands, stock, policy)
    chance = random.Random(1)
    for _ in range(3):
        chance.shuffle(demands)
        chance.shuffle(stock)
        again = matched(demands, stock, policy)
        assert again.draws == first.draws
        assert again.settlements == first.settlements
        assert [(stage.aim, stage.value) for stage in again.stages] == [(stage.aim, stage.value) for stage in first.stages]


def test_two_hundred_projects_and_three_hundred_lots_are_proven():
    demands, stock = county_case(200, 300, 11, 1.3)
    found = matched(demands, stock)
    assert found.gap == 0
    assert all(stage.certified for stage in found.stages if stage.aim is not Aim.LOTS)
    assert found.needed.quantity == found.drawn.quantity + found.short.quantity


# ------------------------------------------------------------------------------------------------------------ the rules


def test_the_three_indicators_may_come_from_three_lots():
    found = matched([project("P", 10, 4, 500)], [lot("A", 20), lot("B", 0, 9), lot("C", 0, 0, 700)])
    assert by_project(found)["P"] == {
        "A": Indicators(10 * STEP), "B": Indicators(0, 4 * STEP), "C": Indicators(0, 0, 500)
    }
    assert found.settlements[0].outcome is Outcome.SETTLED


def test_coupled_lots_are_drawn_in_proportion_and_waste_is_least():
    lots = [lot("A", 20, 20, 2000), lot("B", 20, 0, 1000)]
    found = matched([project("P", 10, 4, 500)], lots, Policy(decoupled=False))
    assert by_project(found)["P"] == {"A": Indicators(4 * STEP, 4 * STEP, 400), "B": Indicators(6 * STEP, 0, 300)}
    waste = {stage.aim: stage.value for stage in found.stages}
    assert waste[Aim.WASTE_PADDY] == 0 and waste[Aim.WASTE_CAPACITY] == 200


def test_short_says_which_indicator_of_which_project_and_by_how_much():
    demands = [project("P1", 10, 4, 500), project("P2", 5, 2, 300, day=DAY + datetime.timedelta(1))]
    found = matched(demands, [lot("A", 100, 5, 650)])
    first, second = found.settlements
    assert (first.short, second.short) == (NOTHING, Indicators(0, STEP, 150))
    assert (first.outcome, second.outcome) == (Outcome.SETTLED, Outcome.UNSETTLED)
    assert second.difference == Indicators(0, -STEP, -150)
    found = matched(demands, [lot("A", 100, 5, 650)], Policy(small_first=True))
    assert [each.outcome for each in found.settlements] == [Outcome.UNSETTLED, Outcome.SETTLED]


def test_running_lots_are_only_promised_and_not_for_quantity():
    lots = [lot("A", 8, 1, 900), lot("R", 50, 50, 5000, running=True)]
    found = matched([project("P", 8, 3, 1000)], lots)
    each = found.settlements[0]
    assert each.outcome is Outcome.PROMISED
    assert (each.drawn, each.promised) == (Indicators(8 * STEP, STEP, 900), Indicators(0, 2 * STEP, 100))
    assert found.unusable == {"R": Why.RUNNING}
    assert found.drawn_from("R") == NOTHING
    assert found.remaining == NOTHING
    found = matched([project("P", 9, 3, 1000)], lots)
    assert found.settlements[0].outcome is Outcome.UNSETTLED
    assert found.settlements[0].short == Indicators(STEP)
    found = matched([project("P", 9, 3, 1000)], lots, Policy(promise_quantity=True))
    assert found.settlements[0].outcome is Outcome.PROMISED


def test_expired_and_used_up_lots_serve_nobody():
    lots = [
        lot("OLD", 50, valid_to=DAY - datetime.timedelta(1)),
        lot("LAST", 3, valid_to=DAY),
        lot("NONE", 9, used=Indicators(9 * STEP)),
    ]
    found = matched([project("P", 5)], lots)
    assert by_project(found)["P"] == {"LAST": Indicators(3 * STEP)}
    assert found.unusable == {"OLD": Why.EXPIRED, "NONE": Why.USED_UP}
    late = matched([project("P", 5, day=None)], lots, day=DAY + datetime.timedelta(1))
    assert late.draws == []


def test_parts_of_a_lot_with_several_holders_are_told_apart():
    lots = [lot("A", 3), lot("A", 9, region="371503")]
    found = by_project(matched([project("P", 5)], lots))["P"]
    assert found == {"A@371502": Indicators(3 * STEP), "A@371503": Indicators(2 * STEP)}


def test_frozen_amounts_are_not_there():
    found = matched([project("P", 5)], [lot("A", 6, frozen=Indicators(4 * STEP))])
    assert found.short == Indicators(3 * STEP)


def test_own_county_first_then_the_soonest_to_expire_then_the_fewest_lots():
    early, late = datetime.date(2024, 1, 1), datetime.date(2025, 1, 1)
    lots = [
        lot("A", 5, valid_to=late), lot("B", 3, valid_to=early), lot("C", 9, region="371503", valid_to=DAY),
    ]
    assert by_project(matched([project("P", 6)], lots))["P"] == {"A": Indicators(3 * STEP), "B": Indicators(3 * STEP)}
    found = by_project(matched([project("P", 10)], lots))["P"]
    assert found["C"] == Indicators(2 * STEP)
    assert "C" not in by_project(matched([project("P", 10)], lots, Policy(other_counties=False)))["P"]
    lots = [lot("A", 2), lot("B", 4), lot("C", 6)]
    assert list(by_project(matched([project("P", 6)], lots))["P"]) == ["C"]
    lots = [lot("A", 6, entered=late), lot("B", 6, entered=early, valid_to=late), lot("C", 6)]
    assert list(by_project(matched([project("P", 6)], lots, Policy(oldest_first=True)))["P"]) == ["B"]
    assert list(by_project(matched([project("P", 6)], [lot("B", 6), lot("A", 6)]))["P"]) == ["A"]


def test_pinned_and_excluded():
    lots = [lot("A", 9), lot("B", 9, valid_to=DAY), lot("C", 9)]
    both = [project("P", 5), project("Q", 5)]
    found = matched(both, lots, choices=parse_choices("P=C", "B; Q＝A"))
    assert by_project(found) == {"P": {"C": Indicators(5 * STEP)}, "Q": {"C": Indicators(4 * STEP)}}
    assert found.short == Indicators(STEP)
    assert found.unusable == {"B": Why.EXCLUDED}
    assert [draw.pinned for draw in found.draws] == [True, False]
    pins = Choices([Pin("P", "A", Indicators(2 * STEP))])
    assert by_project(matched([project("P", 5)], lots, choices=pins))["P"] == {
        "A": Indicators(2 * STEP), "B": Indicators(3 * STEP)
    }


@pytest.mark.parametrize(
    ("pinned", "excluded", "word"),
    [
        ("P=R", "", "not accepted"), ("P=OLD", "", "expired"), ("P=A", "A", "excluded"), ("X=A", "", "X"), ("P=X", "", "X"),
        ("P=A:1,1,1", "", "not as much"), ("", "Z", "Z"), ("P", "", "makes no sense"), ("P=A:1", "", "makes no sense"),
        ("P=A:-1,0,0", "", "makes no sense"), ("P=A:0,0,1.5", "", "makes no sense"), ("", "=A", "makes no sense"),
    ],
)  # fmt: skip
def test_choices_that_make_no_sense_are_told(pinned, excluded, word):
    lots = [lot("A", 9), lot("R", 9, running=True), lot("OLD", 9, valid_to=datetime.date(2020, 1, 1))]
    with pytest.raises(InputError, match=word):
        matched([project("P", 5)], lots, choices=parse_choices(pinned, excluded))


def test_what_a_lot_has_beyond_whole_steps_is_drawn_where_it_lacks():
    odd = replace(lot("A", 0), original=Indicators(4 * STEP + 700))
    need = replace(project("P", 0), need=Indicators(4 * STEP + 700))
    found = matched([need], [odd])
    assert found.settlements[0].outcome is Outcome.SETTLED
    assert found.remaining == NOTHING


def test_drawn_amounts_are_whole_steps_and_never_less_than_the_need():
    need = replace(project("P", 0), need=Indicators(2 * STEP + 1, 1, 7))
    found = matched([need], [lot("A", 9, 9, 9)])
    assert found.settlements[0].drawn == Indicators(3 * STEP, STEP, 7)


def test_needs_in_mu_are_drawn_as_they_are():
    """27.13 mu and 12.34 mu are no whole 0.0001 ha; both are whole in steps of 0.0005 mu."""
    needs = [replace(project(code, 0), need=Indicators(amount)) for code, amount in (("P", 27_130_000), ("Q", 12_340_000))]
    found = matched(needs, [lot("A", 20_000), lot("B", 20_000, entered=DAY)])
    assert [each.drawn.quantity for each in found.settlements] == [27_130_000, 12_340_000]
    assert found.gap == 0 and all(stage.certified for stage in found.stages if stage.aim is not Aim.LOTS)


def test_a_project_beyond_the_ceiling_draws_nothing():
    found = matched([project("P", 5), project("Q", 5)], [lot("A", 20)], beyond={"P": Area(STEP)})
    assert [each.outcome for each in found.settlements] == [Outcome.UNSETTLED, Outcome.SETTLED]
    assert found.settlements[0].short == Indicators(5 * STEP)


def test_the_regime_follows_the_date_and_may_leave_quality_out():
    policy = Policy(one_account_quality=False)
    old, new = project("P", 5, 5, 5, day=datetime.date(2024, 9, 29)), project("Q", 5, 5, 5, day=datetime.date(2024, 9, 30))
    found = matched([old, new], [lot("A", 20, 20, 20)], policy)
    assert [each.regime for each in found.settlements] == [Regime.THREE_INDICATORS, Regime.ONE_ACCOUNT]
    assert [each.drawn for each in found.settlements] == [Indicators(5 * STEP, 5 * STEP, 5), Indicators(5 * STEP)]
    assert [each.outcome for each in found.settlements] == [Outcome.SETTLED] * 2
    assert Policy(regime=Regime.ONE_ACCOUNT).regime_of(None) is Regime.ONE_ACCOUNT


def test_what_does_not_go_together_is_refused():
    ten = {"system": GradeSystem.QUALITY10}
    for demands, lots, word in (
        ([project("P", 1)], [lot("A", 1, **ten)], "system farmland quality grade .*of national utilisation grade .*mixed"),
        ([project("P", 1), project("Q", 1, **ten)], [], "mixed"),
        ([project("P", 1), project("P", 1)], [], "two projects P"),
        ([project("P", 1)], [lot("A", 1), lot("A", 2)], "two lots A"),
        ([project("P", 1)], [lot("A", 1, used=Indicators(2 * STEP))], "less than nothing left"),
        ([project("P", -1)], [], "less than nothing"),
    ):
        with pytest.raises(InputError, match=word):
            matched(demands, lots)


def test_no_projects_no_lots_and_cancelling():
    assert matched([], [lot("A", 1)]).remaining == Indicators(STEP)
    assert matched([project("P", 1)], []).short == Indicators(STEP)
    assert matched([project("P", 0)], [lot("A", 1)]).settlements[0].outcome is Outcome.SETTLED

    def stop(fraction: float) -> None:
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        match(Task([project("P", 1)], [lot("A", 1)]), stop)


def test_policy_of_the_rules():
    policy = Policy.of(load_rules())
    assert replace(policy, used=()) == Policy()
    assert {rule.status.value for rule in policy.used} == {"default, confirm locally", "seen"}
    changed = load_rules().replaced({"requisition_step_ha": "0.001", "requisition_lot_order": "oldest"}, "own")
    assert (Policy.of(changed).step, Policy.of(changed).oldest_first) == (15000, True)
    assert not Policy.of(load_rules(), decoupled=False).decoupled
    for key, value in (("requisition_step_ha", "0"), ("requisition_one_account_from", "autumn")):
        with pytest.raises(InputError, match=key):
            Policy.of(load_rules().replaced({key: value}, "own"))


def test_amounts_of_a_city_stay_exact_beyond_floats():
    """Ten thousand km² in steps are beyond the whole numbers a 32-bit float holds, kilograms beyond 2³¹."""
    demands = [project("P", 6_666_666, 0, 3_000_000_001), project("Q", 7, 0, 11)]
    found = matched(demands, [lot("A", 6_000_000, 0, 3_000_000_011), lot("B", 666_674, 0, 2)])
    assert found.remaining == Indicators(STEP, 0, 1)
    assert np.array_equal(found.short, NOTHING)
